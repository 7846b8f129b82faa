//! Problems of tables of others: which columns hold what, and what their words mean.

use super::problems;

problems! {
    Error "table-not-mapped" table_not_mapped() hint NameColumns
        en { "nobody has said which columns of this table hold what",
             help "look at what was found, and say it",
             about "Columns called `Compliant answer` or `Follow-up responses` look as if they held the vendor's \
                    answers, and often do not. A table of others is therefore never read by a guess: what its columns \
                    seem to hold is shown, and a person says what they do hold, once for all tables of its kind." }
        sv { "ingen har sagt vad kolumnerna i den här tabellen innehåller",
             help "se på det som hittades och ange det",
             about "Kolumner som heter `Compliant answer` eller `Follow-up responses` ser ut att innehålla \
                    leverantörens svar, men gör det ofta inte. Andras tabeller läses därför aldrig på en gissning: det \
                    kolumnerna verkar innehålla visas, och en människa anger vad de innehåller, en gång för alla \
                    tabeller av samma slag." }

    Error "no-table" no_table()
        en { "this file is no table", help "leave out what is said of columns, values and sheets",
             about "Columns, values and sheets are those of a table: of a workbook (.xlsx) or a file in csv. In other \
                    formats the file itself says what each part of it is." }
        sv { "filen är ingen tabell", help "utelämna det som anges om kolumner, värden och blad",
             about "Kolumner, värden och blad hör till en tabell: en arbetsbok (.xlsx) eller en fil i csv. I andra \
                    format säger filen själv vad varje del av den är." }

    Error "mapping-unread" mapping_unread()
        en { "the mapping cannot be read", help "mend what is told of it",
             about "A mapping says which columns of a table hold what. With an error in it, the table would be read \
                    otherwise than meant, so it is not read at all." }
        sv { "mappningen kan inte läsas", help "rätta det som sägs om den",
             about "En mappning anger vad en tabells kolumner innehåller. Med ett fel i den skulle tabellen läsas på \
                    annat sätt än avsett, därför läses den inte alls." }

    Error "no-such-part" no_such_part(written, known)
        en { "`{written}` is nothing that a column can hold", help "use one of: {known}",
             about "Columns are named in parts such as id=A, with commas between them: what is wanted, and the letter \
                    or the head of the column that holds it." }
        sv { "`{written}` är inget som en kolumn kan innehålla", help "använd något av: {known}",
             about "Kolumner anges i delar som id=A, med komman emellan: det som söks, och bokstaven eller rubriken \
                    för kolumnen som innehåller det." }

    Error "column-unsaid" column_unsaid(written)
        en { "`{written}` does not say which column", help "write for example id=A,question=\"Question text\"",
             about "Each part is a word, the sign =, and the letter or the head of a column. A head \
                    with a comma in it stands in quotes." }
        sv { "`{written}` säger inte vilken kolumn", help "skriv till exempel id=A,question=\"Frågetext\"",
             about "Varje del är ett ord, tecknet = och en kolumns bokstav eller rubrik. En rubrik med \
                    komma i står inom citattecken." }

    Error "column-twice" column_twice(part)
        en { "`{part}` is said twice", help "keep one of the two",
             about "One column holds each part of a table: which of two was meant, nobody can tell." }
        sv { "`{part}` anges två gånger", help "behåll den ena",
             about "Varje del av en tabell står i en kolumn: vilken av två som menades kan ingen veta." }

    Error "column-shared" column_shared(written, one, other)
        en { "column `{written}` cannot hold both {one} and {other}", help "name another column for one of the two",
             about "A column holds one thing. Only ids may be made of the words of questions: id and question then \
                    name the same column." }
        sv { "kolumnen `{written}` kan inte innehålla både {one} och {other}", help "ange en annan kolumn för den ena",
             about "En kolumn innehåller en sak. Bara id får bildas av frågornas ord: id och question anger då samma \
                    kolumn." }

    Error "column-not-found" column_not_found(written, known)
        en { "there is no column `{written}`", help "use a letter, or a head as it stands there: {known}",
             about "A column is named by its letter, or by what stands at its head, in any case and with any blanks. \
                    Heads are looked for in the first hundred rows that hold something; all that are named must stand \
                    in one row." }
        sv { "det finns ingen kolumn `{written}`",
             help "använd en bokstav, eller en rubrik som den står där: {known}",
             about "En kolumn anges med sin bokstav eller med det som står överst i den, oavsett skiftläge och \
                    mellanrum. Rubriker söks i de första hundra raderna som innehåller något; alla som anges måste stå \
                    på samma rad." }

    Error "column-unclear" column_unclear(written, one, other)
        en { "`{written}` can mean column {one} or column {other}", help "write the letter of the one that is meant",
             about "Two columns have the same head, or a head is the letter of another column. Nothing is guessed." }
        sv { "`{written}` kan betyda kolumn {one} eller kolumn {other}", help "skriv bokstaven för den som menas",
             about "Två kolumner har samma rubrik, eller en rubrik är en annan kolumns bokstav. Inget gissas." }

    Error "sheet-not-found" sheet_not_found(written, known)
        en { "there is no sheet `{written}`", help "use one of: {known}",
             about "Sheets are named as their tabs are." }
        sv { "det finns inget blad `{written}`", help "använd något av: {known}",
             about "Blad anges med namnet på sin flik." }

    Error "no-sheets" no_sheets(written)
        en { "there is no sheet `{written}`: a table in csv has no sheets", help "leave the sheet out",
             about "Only a workbook has sheets with names; a file in csv is one table." }
        sv { "det finns inget blad `{written}`: en tabell i csv har inga blad", help "utelämna bladet",
             about "Bara en arbetsbok har blad med namn; en fil i csv är en enda tabell." }

    Error "sheet-unclear" sheet_unclear(one, other) hint NameSheet
        en { "the columns may be those of sheet {one} or of sheet {other}", help "name the one that is meant",
             about "Letters fit every sheet. Where more than one of them holds something in these columns, nobody can \
                    tell which was meant." }
        sv { "kolumnerna kan höra till bladet {one} eller till bladet {other}", help "ange det som menas",
             about "Bokstäver passar varje blad. När flera av dem innehåller något i kolumnerna kan ingen veta vilket \
                    som menades." }

    Error "no-id-column" no_id_column() hint NameColumns
        en { "no column holds the ids of the questions",
             help "say it: id=A; if there is none, name the column of the questions as id, too",
             about "Two vendors can be compared when each question has the same id in both tables. A position is \
                    none: a row that was put in would move all that follow. Where a table has no ids, the words of \
                    the questions can be made ids, if they are the same in every table: id and question then name \
                    the same column." }
        sv { "ingen kolumn innehåller frågornas id",
             help "ange den: id=A; om det inte finns någon, ange frågornas kolumn även som id",
             about "Två leverantörer kan jämföras när varje fråga har samma id i båda tabellerna. En plats duger inte: \
                    en insatt rad flyttar alla som följer. Där en tabell saknar id kan frågornas ord bli id, om de är \
                    desamma i alla tabeller: id och question anger då samma kolumn." }

    Error "no-question-column" no_question_column() hint NameColumns
        en { "no column holds the words of the questions", help "say it: question=B",
             about "A questionnaire asks in words; they stand in a column of the table." }
        sv { "ingen kolumn innehåller frågornas ord", help "ange den: question=B",
             about "Ett frågeformulär frågar med ord; de står i en kolumn i tabellen." }

    Error "no-answer-column" no_answer_column() hint NameColumns
        en { "no column holds the answers", help "say it: answer=D",
             about "Which column holds what the vendor answered, a person says: what looks like it often is what is \
                    expected, or what was asked afterwards." }
        sv { "ingen kolumn innehåller svaren", help "ange den: answer=D",
             about "Vilken kolumn som innehåller leverantörens svar anger en människa: det som ser ut så är ofta det \
                    som väntas, eller det som frågades efteråt." }

    Error "no-question-rows" no_question_rows()
        en { "no row has an id in the column that was named", help "check the columns, or the row of the heads",
             about "A question is a row with an id. Rows above the heads and rows without an id are none." }
        sv { "ingen rad har ett id i den kolumn som angavs",
             help "kontrollera kolumnerna, eller raden med rubriker",
             about "En fråga är en rad med ett id. Rader ovanför rubrikerna och rader utan id är det inte." }

    Error "too-many-categories" too_many_categories(found, most)
        en { "the column of categories names {found} of them, at most {most} are possible",
             help "name the column that says what several questions have in common, or none",
             about "A category holds questions that are judged together. A column that says something else at every \
                    question is none of categories. Without one, rows between questions or the beginnings of ids \
                    make them." }
        sv { "kategorikolumnen anger {found} stycken, högst {most} är möjliga",
             help "ange kolumnen som säger vad flera frågor har gemensamt, eller ingen",
             about "En kategori rymmer frågor som bedöms tillsammans. En kolumn som säger något annat vid varje fråga \
                    anger inga kategorier. Utan en sådan bildas de av rader mellan frågorna eller av början på deras \
                    id." }

    Error "not-worth" not_worth(written)
        en { "`{written}` does not say what an answer is worth",
             help "write for example yes=100,partly=50,no=0; or words alone, which are then worth nothing",
             about "An answer is worth a whole number from 0 to 100. Either every word has its value or none has: what \
                    some answers are worth and others are not, would be a guess." }
        sv { "`{written}` anger inte vad ett svar är värt",
             help "skriv till exempel yes=100,partly=50,no=0; eller bara ord, som då inte är värda något",
             about "Ett svar är värt ett heltal från 0 till 100. Antingen har varje ord sitt värde eller inget: att \
                    några svar är värda något och andra inte vore en gissning." }

    Error "word-twice" word_twice(word, one, other)
        en { "`{word}` stands for `{one}` and for `{other}`", help "keep one of the two",
             about "A word in the column of answers means one thing, in any case and with any blanks." }
        sv { "`{word}` står för `{one}` och för `{other}`", help "behåll den ena",
             about "Ett ord i svarskolumnen betyder en sak, oavsett skiftläge och mellanrum." }

    Error "word-again" word_again(word)
        en { "`{word}` is named twice", help "keep one of the two",
             about "Every answer is named once, with what it is worth, in any case and with any blanks." }
        sv { "`{word}` anges två gånger", help "behåll den ena",
             about "Varje svar anges en gång, med det som det är värt, oavsett skiftläge och mellanrum." }

    Error "words-of-no-value" words_of_no_value(written, known)
        en { "`{written}` is none of the answers", help "use one of: {known}",
             about "Under [words] stand other words for the answers that have a value, for n/a and for unknown." }
        sv { "`{written}` är inget av svaren", help "använd något av: {known}",
             about "Under [words] står andra ord för de svar som har ett värde, för n/a och för unknown." }

    Error "fixed-value" fixed_value(written)
        en { "what `{written}` is worth is not for a mapping to say",
             help "leave it out; other words for it go under [words] in a mapping file",
             about "Not applicable and unknown are no answers with a value: whether they are accepted is decided in \
                    the review and by the policy." }
        sv { "vad `{written}` är värt anges inte här",
             help "utelämna det; andra ord för det hör hemma under [words] i en mappningsfil",
             about "Ej tillämpligt och vet ej är inga svar med ett värde: om de godtas avgörs i granskningen och av \
                    reglerna." }

    Error "mapping-language" mapping_language(found)
        en { "`{found}` is no language code", help "use a short code in small letters, such as en or sv",
             about "The language is the one in which the table asks." }
        sv { "`{found}` är ingen språkkod", help "använd en kort kod med små bokstäver, till exempel en eller sv",
             about "Språket är det som tabellen frågar på." }
}
