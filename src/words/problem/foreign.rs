//! Problems of answers and questions that come in from formats of others.

use super::problems;

problems! {
    Error "answers-no-question" answers_no_question(id)
        en { "`{id}` is answered, and the questionnaire has no such question, or several",
             help "name the questionnaire that was answered, or add the question; the words are kept as a comment",
             about "Questions are found by the ids of the source, which a questionnaire that came in keeps. An answer \
                    to what is not asked is told and kept as a comment." }
        sv { "`{id}` är besvarad, och frågeformuläret har ingen sådan fråga, eller flera",
             help "ange frågeformuläret som besvarades, eller lägg till frågan; orden står kvar som kommentar",
             about "Frågor hittas efter källans id:n, som ett frågeformulär som har kommit in behåller. Ett svar på \
                    det som inte frågas anges och står kvar som en kommentar." }

    Error "answered-once-more" answered_once_more(id)
        en { "`{id}` is answered a second time", help "decide which answer holds; the first one was taken",
             about "A question has one answer. Of several the first is taken, and the others stand as comments." }
        sv { "`{id}` är besvarad en andra gång", help "avgör vilket svar som gäller; det första användes",
             about "En fråga har ett svar. Av flera används det första, och de andra står kvar som kommentarer." }

    Error "foreign-unknown" foreign_unknown(file) hint NameSource
        en { "{file} is in none of the formats that are known",
             help "see whether it is the right file, or say which format it is in",
             about "A file is known by what is in it: a form of ours, a CAIQ or a HECVAT workbook, a VSAQ \
                    questionnaire or its answers, a CISO Assistant library, an OSCAL catalog. Any other table \
                    comes in when it is said which column holds what." }
        sv { "{file} är i inget av de kända formaten",
             help "se efter att det är rätt fil, eller ange vilket format den är i",
             about "En fil känns igen på sitt innehåll: ett av våra formulär, en arbetsbok CAIQ eller HECVAT, ett \
                    frågeformulär i VSAQ eller svaren på det, ett bibliotek från CISO Assistant, en katalog i OSCAL. \
                    Varje annan tabell kommer in när det anges vilken kolumn som innehåller vad." }

    Error "oscal-without-questions" oscal_without_questions(file, kind)
        en { "{file} is OSCAL of the kind {kind}, which holds no questions",
             help "take in the catalog that it refers to; results of others are read and judged by people",
             about "Of OSCAL only a catalog says what should be in place, and becomes a questionnaire. Results, plans \
                    and profiles refer to a catalog; what they say of a vendor is no answer to a question." }
        sv { "{file} är OSCAL av slaget {kind}, som inte innehåller några frågor",
             help "ta in katalogen som den hänvisar till; andras resultat läses och bedöms av människor",
             about "I OSCAL säger bara en katalog vad som ska finnas på plats, och blir ett frågeformulär. Resultat, \
                    planer och profiler hänvisar till en katalog; det de säger om en leverantör är inget svar på en \
                    fråga." }

    Error "foreign-empty" foreign_empty(file)
        en { "{file} is empty", help "have it saved or sent again",
             about "A file without a single letter holds neither questions nor answers. It was perhaps cut off on its \
                    way." }
        sv { "{file} är tom", help "låt den sparas eller skickas igen",
             about "En fil utan en enda bokstav innehåller varken frågor eller svar. Den blev kanske avbruten på \
                    vägen." }

    Error "foreign-needs-questionnaire" foreign_needs_questionnaire() hint NameAnswered
        en { "answers of others need the questionnaire that they answer",
             help "name it; the questions come in first, as a questionnaire",
             about "What an answer is worth comes from our copy of the questionnaire, never from the file that came \
                    back. The questions themselves come in first, from a file of our own." }
        sv { "svar i andras format behöver frågeformuläret som de besvarar",
             help "ange det; frågorna tas in först, som ett frågeformulär",
             about "Vad ett svar är värt kommer från vårt eget exemplar av frågeformuläret, aldrig från filen som kom \
                    tillbaka. Själva frågorna tas in först, från en egen fil." }

    Error "foreign-nameless" foreign_nameless() hint NameVendor
        en { "this file does not say who answers", help "name the vendor",
             about "Files that were filled in for somebody else often name no vendor, or name it where nobody can be \
                    sure. Answers belong to somebody, so nothing is written until it is said." }
        sv { "filen säger inte vem som svarar", help "ange leverantören",
             about "Filer som fyllts i för någon annan anger ofta ingen leverantör, eller anger den där ingen kan vara \
                    säker. Svar tillhör någon, så inget skrivs förrän det är sagt." }

    Error "foreign-no-answers" foreign_no_answers(format) hint TakeInQuestions
        en { "a file in the format {format} holds questions and no answers",
             help "take its questions in",
             about "Some formats hold questions alone, and what a vendor answers lies in another file." }
        sv { "en fil i formatet {format} innehåller frågor och inga svar",
             help "ta in frågorna i den",
             about "En del format innehåller bara frågor, och det som en leverantör svarar ligger i en annan fil." }

    Error "foreign-without-questions" foreign_without_questions(format) hint NameFormat
        en { "no question is found in this file, read as {format}",
             help "see whether it is the right file, or name another format",
             about "A questionnaire that asks nothing is of no use, so nothing is written." }
        sv { "ingen fråga hittas i filen, läst som {format}",
             help "se efter att det är rätt fil, eller ange ett annat format",
             about "Ett frågeformulär som inte frågar något är till ingen nytta, så inget skrivs." }
    Error "foreign-too-many-categories" foreign_too_many_categories(format, found, most)
        en { "this file has {found} parts that would be categories, read as {format}; at most {most} are possible",
             help "name a smaller part of it, or another format",
             about "A report has a line for each category: nobody could read more." }
        sv { "filen har {found} delar som skulle bli kategorier, läst som {format}; högst {most} är möjliga",
             help "ange en mindre del av den, eller ett annat format",
             about "En rapport har en rad för varje kategori: ingen skulle kunna läsa fler." }
}
