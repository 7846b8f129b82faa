//! Problems of answers and papers that came back in one ZIP file.

use super::problems;

problems! {
    Error "zip-without-answers" zip_without_answers()
        en { "this ZIP file holds no answers",
             help "pack the file of answers (.xlsx, .yaml or .csv) with the folder `evidence` beside it",
             about "What comes back in one file is the answers, and beside them the folder `evidence` with the papers \
                    that they name. Without answers nobody could say what the papers prove. Nothing was unpacked." }
        sv { "ZIP-filen innehåller inga svar",
             help "packa filen med svar (.xlsx, .yaml eller .csv) med mappen `evidence` bredvid",
             about "Det som kommer tillbaka i en fil är svaren, och bredvid dem mappen `evidence` med de dokument som \
                    de anger. Utan svar kan ingen säga vad dokumenten styrker. Inget har packats upp." }

    Error "zip-with-several-answers" zip_with_several_answers(one, other)
        en { "this ZIP file holds more than one file of answers: {one} and {other}",
             help "unpack it, look at them, and import each by itself",
             about "Which of two files of answers counts is for people to decide. Several colleagues who each filled \
                    in a part are brought together by importing their files one by one. Nothing was unpacked." }
        sv { "ZIP-filen innehåller mer än en fil med svar: {one} och {other}",
             help "packa upp den, se på filerna och importera var och en för sig",
             about "Vilken av två filer med svar som gäller avgör människor. Svar från flera kollegor som fyllt i \
                    varsin del förs ihop genom att filerna importeras en i taget. Inget har packats upp." }

    Error "zip-name" zip_name(name)
        en { "`{name}` is no name for a file on every system",
             help "give it a plain, shorter name, and pack the files again",
             about "Names such as CON and NUL are devices on Windows, which also drops a dot or a blank at the end \
                    and knows no < > \" | ? *. A name that begins with a hyphen is an option to other programs. Paths \
                    may have 200 letters and 8 steps. Nothing was unpacked." }
        sv { "`{name}` är inget filnamn i alla system",
             help "ge filen ett enkelt, kortare namn och packa filerna på nytt",
             about "Namn som CON och NUL är enheter i Windows, som dessutom stryker en punkt eller ett blanksteg i \
                    slutet och inte tillåter < > \" | ? *. Ett namn som börjar med bindestreck är ett val för andra \
                    program. Sökvägar får ha 200 bokstäver och 8 steg. Inget har packats upp." }
}
