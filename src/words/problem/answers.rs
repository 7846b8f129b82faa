//! Problems of a vendor's answers.

use super::{Problem, ProblemWords, in_help, in_message, problems};
use crate::words::clean::Trusted;
use crate::words::phrases::phrases;
use crate::words::{Hint, Lang};

phrases! {
    questionnaire_not_listed(id) {
        "no questionnaire `{id}` is built in or listed in our policy",
        "inget frågeformulär `{id}` är inbyggt eller upptaget i våra regler"
    }
    list_questionnaire(known) {
        "name one that is built in ({known}), have the policy list the file that holds yours, or name that file at \
         the start",
        "ange ett som är inbyggt ({known}), ta upp filen som innehåller ert i reglerna, eller ange filen vid starten"
    }
    judge_by_their_own() {
        "judge answers to another questionnaire by the one that they name",
        "bedöm svar på ett annat formulär efter det som de anger"
    }
}

/// The same as [`unknown_questionnaire`] where nothing is looked for that was not named at the start.
pub fn questionnaire_not_at_hand(id: impl Trusted, known: impl Trusted) -> Problem {
    let (id, known) = (in_message(id), in_help(known));
    Problem::new(codes::unknown_questionnaire, Some(Hint::NameQuestionnaire), move || ProblemWords {
        message: Lang::ALL.map(|lang| lang.questionnaire_not_listed(&id)),
        help: Lang::ALL.map(|lang| lang.list_questionnaire(&known)),
    })
}

/// The same as [`other_questionnaire`] where somebody of ours named one for answers that name another.
pub fn named_for_others(named: impl Trusted, given: impl Trusted) -> Problem {
    let problem = other_questionnaire(named, given).helped(Lang::judge_by_their_own);
    Problem { hint: Some(Box::new(Hint::NameNoQuestionnaire)), ..problem }
}

/// The code of [`other_questionnaire`].
pub const OTHER_QUESTIONNAIRE: &str = "other-questionnaire";

/// The code of [`questionnaire_not_allowed`].
pub const QUESTIONNAIRE_NOT_ALLOWED: &str = "questionnaire-not-allowed";

problems! {
    Error "unknown-question" unknown_question(id, questionnaire)
        en { "there is no question `{id}` in `{questionnaire}`", help "correct the id or remove the answer",
             about "The questionnaire that the file names has no question with this id. The answer cannot count for \
                    anything, so it is not passed over in silence." }
        sv { "det finns ingen fråga `{id}` i `{questionnaire}`", help "rätta id:t eller ta bort svaret",
             about "Det formulär som filen anger har ingen fråga med detta id. Svaret kan inte räknas, och det ska \
                    inte ske i det tysta." }

    Error "name-too-long" name_too_long(limit)
        en { "the vendor's name is longer than {limit} characters",
             help "give the name alone; the rest belongs in other keys or comments",
             about "The name stands at the head of every report. A very long one could push the verdict down, or draw \
                    another one above it." }
        sv { "leverantörens namn är längre än {limit} tecken",
             help "ange bara namnet; resten hör hemma i andra nycklar eller kommentarer",
             about "Namnet står överst i varje rapport. Ett mycket långt namn skulle kunna skjuta ner omdömet eller \
                    rita ett annat ovanför det." }

    Error "title-too-long" title_too_long(limit)
        en { "the title of this document is longer than {limit} characters",
             help "give what the document is called; the rest belongs in a comment",
             about "A title stands at every answer that the document proves. A long one could hide what is said beside \
                    it, and many would make a small file fill the memory." }
        sv { "dokumentets titel är längre än {limit} tecken",
             help "ange vad dokumentet heter; resten hör hemma i en kommentar",
             about "Titeln står vid varje svar som dokumentet styrker. En lång titel skulle kunna dölja det som står \
                    bredvid, och många skulle få en liten fil att fylla minnet." }

    Error "too-many-documents" too_many_documents(limit)
        en { "more than {limit} documents are cited here",
             help "cite those that show it; nobody reads so many",
             about "Every report lists the documents at the answer that they prove. Without a limit a small file would \
                    make a report that fills the memory." }
        sv { "här hänvisas till fler än {limit} dokument",
             help "hänvisa till dem som visar det; ingen läser så många",
             about "Varje rapport räknar upp dokumenten vid svaret som de styrker. Utan gräns skulle en liten fil ge \
                    en rapport som fyller minnet." }

    Error "unknown-option" unknown_option(found, options)
        en { "`{found}` is not an answer to this question",
             help "choose one of: {options}; or leave it empty",
             about "The question has fixed options. An answer is the id of one of them or its label in any of the \
                    questionnaire's languages, in any case. Nothing is guessed: an answer that cannot be matched is \
                    never scored." }
        sv { "`{found}` är inget av frågans svarsalternativ",
             help "välj något av: {options}; eller lämna tomt",
             about "Frågan har bestämda alternativ. Ett svar är id:t för ett av dem eller dess svarstext på något av \
                    formulärets språk; stora och små bokstäver spelar ingen roll. Ingenting gissas: ett svar som inte \
                    stämmer med något alternativ räknas aldrig." }

    Error "several-answers" several_answers()
        en { "this question takes one answer", help "keep one of them",
             about "The question is a choice of one. With several answers nobody could tell which one holds." }
        sv { "frågan kan bara ha ett svar", help "behåll ett av dem",
             about "Bara ett alternativ kan väljas. Med flera svar vet ingen vilket som gäller." }

    Error "option-twice" option_twice(option)
        en { "`{option}` is ticked twice", help "keep it once",
             about "An option counts once. Naming it twice is a mistake, perhaps for another option." }
        sv { "`{option}` är valt två gånger", help "behåll det en gång",
             about "Ett alternativ räknas en gång. Står det två gånger är det ett misstag; kanske avsågs ett annat \
                    alternativ." }

    Error "exclusive-option" exclusive_option(option)
        en { "`{option}` excludes the other answers", help "keep `{option}` alone, or remove it",
             about "An option such as \"none of these\" cannot be true together with the others." }
        sv { "`{option}` utesluter de andra svaren", help "behåll bara `{option}` eller ta bort det",
             about "Ett alternativ som ”inget av dessa” kan inte vara sant tillsammans med de andra." }

    Error "no-never" no_never()
        en { "`never` is not an answer to this question", help "give a date, or leave it empty",
             about "Only questions about when something last happened can be answered with never." }
        sv { "`never` går inte att svara på den här frågan", help "ange ett datum eller lämna tomt",
             about "Bara frågor om när något senast hände kan besvaras med never (aldrig)." }

    Error "ambiguous-answer" ambiguous_answer(found, one, other)
        en { "`{found}` can mean {one} or {other}", help "write {one} or {other}",
             about "A mark between digits can stand before decimals or between thousands, and of two small numbers \
                    either can be the month. Nothing is guessed: a number is written without marks between thousands, \
                    a date year-month-day." }
        sv { "`{found}` kan betyda {one} eller {other}", help "skriv {one} eller {other}",
             about "Ett tecken mellan siffror kan stå före decimaler eller mellan tusental, och av två små tal kan \
                    båda vara månaden. Ingenting gissas: ett tal skrivs utan tecken mellan tusentalen, ett datum \
                    år-månad-dag." }

    Error "not-a-form" not_a_form(found)
        en { "`{found}` names no form", help "write the line `filled` as it was sent, or remove it",
             about "A form names itself by 64 digits under `filled`, so that what comes back can be held against what \
                    was sent. The line is to be left as it is." }
        sv { "`{found}` anger inget formulär", help "skriv raden `filled` som den skickades, eller ta bort den",
             about "Ett formulär anger sig självt med 64 tecken under `filled`, så att det som kommer tillbaka kan \
                    jämföras med det som skickades. Raden ska lämnas som den är." }

    Error "one-proposal" one_proposal()
        en { "a proposal is an answer or a note", help "keep `answer` or `note`, one of them",
             about "Under `proposed` stands what a form offers for confirmation: an answer from earlier answers, or a \
                    note of what was said elsewhere. It counts for nothing until somebody answers." }
        sv { "ett förslag är ett svar eller en anteckning", help "behåll `answer` eller `note`, ett av dem",
             about "Under `proposed` står det som ett formulär föreslår: ett svar från tidigare svar, eller en \
                    anteckning om vad som sagts på annat håll. Det räknas inte förrän någon svarar." }

    Error "unknown-document" unknown_document(id)
        en { "no document `{id}` is listed",
             help "list it, under `evidence` or on the sheet of documents, or cite the id of one that is listed",
             about "An answer cites a document by the id that it has in the file's own `evidence` list." }
        sv { "inget dokument `{id}` finns i listan",
             help "för in det, under `evidence` eller på bladet med dokument, eller hänvisa till ett som står där",
             about "Ett svar hänvisar till ett dokument med det id som det har i filens egen lista `evidence`." }

    Error "bad-questionnaire-reference" bad_questionnaire_reference(found)
        en { "`{found}` does not name a questionnaire",
             help "write a built-in id with its version, for example `customer-service@1.0.0`, or a path beside this \
                   file, for example `./questionnaire.yaml`",
             about "An answers file says which questionnaire it answers, and which version of it, because the same \
                    answer can mean something else in another version." }
        sv { "`{found}` anger inget frågeformulär",
             help "skriv ett inbyggt id med version, till exempel `customer-service@1.0.0`, eller sökvägen till en fil \
                   i samma mapp, till exempel `./questionnaire.yaml`",
             about "En svarsfil anger vilket formulär den besvarar, och vilken version, eftersom samma svar kan betyda \
                    något annat i en annan version." }

    Error "unknown-questionnaire" unknown_questionnaire(id) hint FindQuestionnaire
        en { "there is no built-in questionnaire `{id}`",
             help "use one of the built-in ones, or write the path of a file of your own",
             about "An id without a path means a built-in questionnaire." }
        sv { "det finns inget inbyggt frågeformulär `{id}`",
             help "använd något av de inbyggda, eller skriv sökvägen till en egen fil",
             about "Ett id utan sökväg betyder ett inbyggt formulär." }

    Error "other-questionnaire" other_questionnaire(named, given) hint RenewAnswers
        en { "the answers are for `{named}`, but the questionnaire at hand is `{given}`",
             help "list the version that was answered in the policy, or have the vendor answer this one",
             about "Answers to another questionnaire, or to another version of it, are not comparable without reading \
                    every changed question. duly refuses rather than guess." }
        sv { "svaren gäller `{named}`, men det formulär som används är `{given}`",
             help "ange den besvarade versionen i reglerna, eller låt leverantören besvara det som används",
             about "Svar på ett annat formulär, eller en annan version, går inte att jämföra utan att man läser varje \
                    ändrad fråga. duly avvisar hellre än gissar." }

    Error "questionnaire-not-allowed" questionnaire_not_allowed(id)
        en { "our rules do not accept the questionnaire `{id}`",
             help "have the vendor answer one of the questionnaires that the policy lists, or add this one there",
             about "The policy's `questionnaires` lists the only ones that are accepted, so that a vendor cannot bring \
                    its own easier one." }
        sv { "våra regler godtar inte formuläret `{id}`",
             help "låt leverantören besvara ett av de formulär som reglerna anger, eller lägg till detta där",
             about "Reglernas `questionnaires` anger de enda som godtas, så att en leverantör inte kan ta med ett \
                    eget, lättare." }

    Warning "vendors-own-questionnaire" vendors_own_questionnaire(path) hint NameQuestionnaire
        en { "the questionnaire `{path}` lies among the vendor's files",
             help "list in the policy the ones that are accepted, or name yours",
             about "The answers name a questionnaire in the vendor's folder. Whoever writes the questions and their \
                    weights decides the result, so the report says so." }
        sv { "formuläret `{path}` ligger bland leverantörens filer",
             help "ange i reglerna vilka som godtas, eller ange ert eget",
             about "Svaren anger ett formulär i leverantörens mapp. Den som skriver frågorna och deras vikter avgör \
                    resultatet; därför står det i rapporten." }

    Error "questionnaire-not-here" questionnaire_not_here(path, known) hint NameQuestionnaire
        en { "the answers name the questionnaire by a path, `{path}`, and came without a folder",
             help "have them name it by its id and version: one that is built in ({known}), or one whose file our \
                   policy lists; or name its file at the start",
             about "Of answers that come in a record of a stream no path is opened: it would lead to whatever lies on \
                    the machine that happens to judge them. Questionnaires of ours are read once, at the start." }
        sv { "svaren anger frågeformuläret med en sökväg, `{path}`, och kom utan mapp",
             help "låt dem ange det med id och version: ett som är inbyggt ({known}) eller vars fil finns i våra \
                   regler; eller ange filen vid starten",
             about "För svar som kommer i en post i en ström öppnas ingen sökväg: den skulle leda till vad som råkar \
                    ligga på den dator som bedömer dem. Våra egna frågeformulär läses en gång, i början." }

    Warning "answers-undated" answers_undated()
        en { "the answers do not say of which day they are, so nobody can say how old they are",
             help "ask the vendor for the day and write `answered: YYYY-MM-DD`",
             about "What a vendor said long ago may no longer be so. Answers without a day would pass for new ones for \
                    ever: so they are called undated wherever old answers are called old, are never in time, and \
                    pass no gate." }
        sv { "svaren anger inte från vilken dag de är, så ingen kan säga hur gamla de är",
             help "fråga leverantören efter dagen och skriv `answered: ÅÅÅÅ-MM-DD`",
             about "Det som en leverantör sade för länge sedan gäller kanske inte längre. Svar utan dag blir aldrig \
                    gamla och skulle alltid kunna tas för nya: därför kallas de odaterade överallt där gamla svar \
                    kallas gamla, är aldrig i tid och klarar inga krav." }

    Warning "older-questionnaire" older_questionnaire(newest)
        en { "these are answers to an earlier version of the questionnaire: the newest is {newest}",
             help "send the newest form, with these answers beside the questions",
             about "Questions and red flags that came later are not asked here, and so can neither be answered badly \
                    nor be raised. Two vendors are best compared by the same version. A policy (`questionnaires`) \
                    says which ones are taken." }
        sv { "svaren gäller en tidigare version av frågeformuläret: den nyaste är {newest}",
             help "skicka det nyaste formuläret, med de här svaren intill frågorna",
             about "Frågor och röda flaggor som har kommit till senare ställs inte här, och kan därför varken besvaras \
                    dåligt eller utlösas. Två leverantörer jämförs bäst enligt samma version. En policy \
                    (`questionnaires`) säger vilka som godtas." }

    Warning "personal-number" personal_number(id)
        en { "`{id}`: what the vendor wrote seems to hold a personal identity number",
             help "ask the vendor for an answer without it, and delete this one wherever it was copied",
             about "Nobody has to know who somebody is to judge a vendor, and reports are passed on. Only Swedish \
                    numbers with a check digit that fits are found: other personal data is not looked for." }
        sv { "`{id}`: det som leverantören skrev tycks innehålla ett personnummer",
             help "be leverantören om ett svar utan det, och radera detta överallt dit det har kopierats",
             about "Ingen behöver veta vem någon är för att bedöma en leverantör, och rapporter skickas vidare. Bara \
                    svenska nummer med rätt kontrollsiffra hittas: efter andra personuppgifter letas inte." }

    Warning "undated-evidence" undated_evidence(title)
        en { "the document \"{title}\" has no date and counts as a claim only", help "add `issued: YYYY-MM-DD`",
             about "A document proves something about the time it was made. Without the day of issue nobody can tell \
                    whether it is about today, so the answer stays a claim. An end date alone does not date it." }
        sv { "dokumentet ”{title}” saknar datum och räknas som obestyrkt",
             help "lägg till `issued: ÅÅÅÅ-MM-DD`",
             about "Ett dokument styrker något om den tid då det gjordes. Utan utfärdandedag går det inte att veta om \
                    det gäller i dag, så svaret förblir en uppgift. Ett slutdatum ensamt räcker inte." }

    Warning "evidence-without-location" evidence_without_location(title)
        en { "the document \"{title}\" cannot be found and counts as a claim only",
             help "add `location`: the file's path, or where we can see it",
             about "A document that was not sent and cannot be found proves nothing. Say where it is." }
        sv { "dokumentet ”{title}” går inte att hitta och räknas som obestyrkt",
             help "lägg till `location`: filens sökväg eller var vi kan ta del av dokumentet",
             about "Ett dokument som inte har skickats och inte går att hitta styrker ingenting. Ange var det finns." }

    Warning "location-outside-folder" location_outside_folder(title, path)
        en { "\"{title}\" is said to be at `{path}`, outside the vendor's folder, and counts as a claim only",
             help "place the file beside the answers and name it by a relative path",
             about "A path to somewhere on another computer cannot be followed by anyone else. A file in the vendor's \
                    folder is counted and hashed, never interpreted." }
        sv { "”{title}” sägs finnas på `{path}`, utanför leverantörens mapp, och räknas som obestyrkt",
             help "lägg filen bredvid svaren och ange en relativ sökväg",
             about "En sökväg till en annan dator kan ingen annan följa. En fil i leverantörens mapp räknas och får en \
                    kontrollsumma, men tolkas aldrig." }

    Error "evidence-dates-reversed" evidence_dates_reversed(title)
        en { "\"{title}\" ends before it was issued", help "check `issued` and `valid_until`",
             about "A document cannot cease to be valid before it was made. One of the dates is wrong." }
        sv { "”{title}” upphör att gälla innan det utfärdades", help "se över `issued` och `valid_until`",
             about "Ett dokument kan inte upphöra att gälla innan det gjordes. Ett av datumen är fel." }

    Warning "evidence-from-the-future" evidence_from_the_future(title, issued, as_of)
        en { "\"{title}\" is dated {issued}, after {as_of}, and does not count yet", help "check the date",
             about "Evidence that is dated after the day of the judgement cannot have been seen on that day." }
        sv { "”{title}” är daterat {issued}, efter {as_of}, och räknas inte än", help "kontrollera datumet",
             about "Underlag som är daterade efter bedömningsdagen kan inte ha setts den dagen." }

    Warning "uncited-document" uncited_document(id)
        en { "the document `{id}` supports no answer", help "cite it where it belongs, under `evidence` of an answer",
             about "A document counts only for the answers that cite it." }
        sv { "dokumentet `{id}` styrker inget svar",
             help "hänvisa till det där det hör hemma, under `evidence` i ett svar",
             about "Ett dokument räknas bara för de svar som hänvisar till det." }

    Warning "na-without-reason" na_without_reason(id)
        en { "`{id}` is answered \"not applicable\" without a reason and stays open",
             help "say in the comment why it does not apply",
             about "Not applicable takes a question out of the score, so it needs a reason that we can judge. Without \
                    one the question counts as not known." }
        sv { "`{id}` besvaras med ”ej tillämpligt” utan skäl och förblir öppen",
             help "ange i kommentaren varför frågan inte är tillämplig",
             about "Ej tillämpligt tar bort frågan ur poängberäkningen och kräver därför ett skäl som går att bedöma. \
                    Utan skäl räknas frågan som ännu oklar." }

    Warning "na-reason-of-one-letter" na_reason_of_one_letter(id)
        en { "`{id}` is answered \"not applicable\", and the reason is a single letter",
             help "say in the comment why it does not apply, or refuse it in our review",
             about "Not applicable takes a question out of the score, so it needs a reason that we can judge. A single \
                    letter is none that anybody could." }
        sv { "`{id}` besvaras med ”ej tillämpligt”, och skälet är en enda bokstav",
             help "ange i kommentaren varför frågan inte är tillämplig, eller avvisa det i vår granskning",
             about "Ej tillämpligt tar bort frågan ur poängberäkningen och kräver därför ett skäl som går att bedöma. \
                    En enda bokstav är inget som någon kan bedöma." }

    Warning "na-not-possible" na_not_possible(id)
        en { "`{id}` must be answered; \"not applicable\" leaves it open", help "answer the question",
             about "The questionnaire does not allow not applicable for this question, because it applies to every \
                    vendor." }
        sv { "`{id}` måste besvaras; ”ej tillämpligt” lämnar den öppen", help "besvara frågan",
             about "Formuläret tillåter inte svaret ”ej tillämpligt” på den här frågan, eftersom den gäller varje \
                    leverantör." }

    Warning "answer-not-asked" answer_not_asked(id)
        en { "`{id}` was answered though our review says that it was not asked, so it does not count",
             help "ask it, and add it to what our review says was sent, or leave it",
             about "Our review says under `sent` what the vendor was asked. A question that is not among it leaves the \
                    score, so that nobody chooses what else is looked at; an answer to it does not count." }
        sv { "`{id}` är besvarad fast vår granskning säger att frågan inte har ställts, så svaret räknas inte",
             help "ställ frågan och lägg till den i det som granskningen säger har skickats, eller låt den vara",
             about "Vår granskning säger under `sent` vad leverantören har fått frågor om. En fråga som inte hör dit \
                    räknas inte i poängen, så att ingen väljer vad mer som ska granskas; ett svar på den räknas inte." }

    Warning "answer-out-of-scope" answer_out_of_scope(id)
        en { "`{id}` is answered but not asked here, so it does not count",
             help "remove the answer, or check the answer that decides whether it is asked",
             about "The question applies only under a condition that is not met. An answer to a hidden question must \
                    never move the score." }
        sv { "`{id}` har besvarats men ingår inte här och räknas inte",
             help "ta bort svaret eller se över det svar som avgör om frågan ställs",
             about "Frågan gäller bara under ett villkor som inte är uppfyllt. Ett svar på en dold fråga får aldrig \
                    påverka poängen." }

    Warning "gate-unanswered" gate_unanswered(id, gates)
        en { "`{id}` is answered, but whether it applies is not known yet: {gates}",
             help "state {gates} first (inherent_risk goes into our review)",
             about "The question is asked only under a condition that cannot be decided yet, so its answer does not \
                    count yet." }
        sv { "`{id}` har besvarats, men det är ännu oklart om frågan gäller; det beror på {gates}",
             help "ange {gates} först (inherent_risk anges i vår granskning)",
             about "Frågan ställs bara under ett villkor som ännu inte kan avgöras, så svaret räknas inte än." }

    Warning "partial-without-comment" partial_without_comment(id, option, swedish)
        en { "`{id}` is answered \"{option}\" without saying what is missing",
             help "say in the comment what is missing",
             about "Partly can mean almost everything or almost nothing. The comment tells which." }
        sv { "`{id}` besvaras med ”{swedish}” utan att det framgår vad som saknas",
             help "ange i kommentaren vad som saknas",
             about "Delvis kan betyda nästan allt eller nästan inget. Kommentaren säger vilket." }

    Warning "boolean-answer" boolean_answer(found, read_as)
        en { "`{found}` is read as `{read_as}`", help "write {read_as}",
             about "Some programs turn yes and no into true and false when they save YAML. duly reads them back as yes \
                    and no where the question has these options, and says so." }
        sv { "`{found}` läses som `{read_as}`", help "skriv {read_as}",
             about "Vissa program gör om yes och no till true och false när de sparar YAML. duly läser dem som yes och \
                    no där frågan har dessa alternativ, och påpekar det." }

    Warning "date-in-future" date_in_future(id, date, as_of)
        en { "`{id}`: {date} is after {as_of}, so the question counts as not answered", help "check the date",
             about "Something that is said to have happened cannot have happened after the day of the judgement." }
        sv { "`{id}`: {date} är efter {as_of}, så frågan räknas som obesvarad", help "kontrollera datumet",
             about "Något som sägs ha hänt kan inte ha hänt efter bedömningsdagen." }

    Warning "evidence-valid-for-long" evidence_valid_for_long(title, until)
        en { "\"{title}\" is said to be valid until {until}, more than five years ahead",
             help "check the date on the document itself",
             about "Few documents are valid for more than five years, so such a date should be checked. However long a \
                    document says that it is valid, it counts no longer than the months of its kind." }
        sv { "”{title}” uppges gälla t.o.m. {until}, mer än fem år framåt",
             help "kontrollera datumet på själva dokumentet",
             about "Få dokument gäller i mer än fem år, så ett sådant datum bör kontrolleras. Hur länge ett dokument \
                    än uppger sig gälla räknas det inte längre än månaderna för dess typ." }

    Error "answered-in-future" answered_in_future(date, as_of) hint NameDay
        en { "the answers are dated {date}, after {as_of}", help "check `answered`, or the day of the judgement",
             about "Answers that are dated after the day of the judgement were not known on that day, so nothing can \
                    be judged by them as of it. As of their own day they can be judged once it has come." }
        sv { "svaren är daterade {date}, efter {as_of}", help "kontrollera `answered` eller bedömningsdagen",
             about "Svar som är daterade efter bedömningsdagen var inte kända den dagen, så inget kan bedömas utifrån \
                    dem per den dagen. Per sin egen dag går de att bedöma när den har kommit." }
}
