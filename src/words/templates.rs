//! The words of files to fill in: what a vendor reads in an answers file, what we read in a review, and what is said
//! when they are made. Nothing here may tell a vendor what an answer is worth.

use super::phrases::phrases;
use super::{Lang, clean};

phrases! {
    // the head of an answers file
    questions_to(questionnaire, vendor) { "{questionnaire}: questions to {vendor}", "{questionnaire}: frågor till {vendor}" }
    how_to_fill_in() { "How to fill in this file", "Så fyller ni i filen" }
    fill_in_text(id) { "It is plain text. Open it in a text editor, fill it in, save it and send it back. Lines that begin with # are explanations for you. Leave the names of the questions, such as {id}:, as they are.", "Filen är ren text. Öppna den i en textredigerare, fyll i, spara och skicka tillbaka den. Rader som börjar med # är förklaringar till er. Låt frågornas namn, som {id}:, stå som de är." }
    fill_in_answer() { "Answer: behind `answer:`, after a blank. Where words stand in a left column, write one of them.", "Svar: efter `answer:` och ett blanksteg. Där ord står i en vänsterspalt: skriv ett av dem." }
    fill_in_unknown() { "Leave it empty where you do not know. Empty means that you have not answered; it is never read as yes or no.", "Lämna tomt där ni inte vet. Tomt betyder att ni inte har svarat; det läses aldrig som ja eller nej." }
    fill_in_na() { "If a question does not apply to you, answer n/a and give the reason in the comment; without a reason it is taken as not answered.", "Om en fråga inte är tillämplig för er: svara n/a och ange skälet i kommentaren; utan skäl ses den som obesvarad." }
    fill_in_comment() { "Comment: on the lines below `comment: |`, each indented by six blanks. You may write anything there.", "Kommentar: på raderna under `comment: |`, var och en indragen sex blanksteg. Där får ni skriva vad som helst." }
    fill_in_evidence() { "Evidence: enter each document once, under `evidence:` below, with an id of your own. At every answer that it supports, write the id within the brackets.", "Belägg: ange varje dokument en gång, under `evidence:` nedan, med ett id som ni själva väljer. Skriv id:t inom hakparentes vid varje svar som dokumentet styrker." }
    fill_in_only_if() { "Only if: such a question is for those who gave one of the answers named there; else leave it empty.", "Endast om: en sådan fråga gäller den som har gett något av de svar som anges där; lämna den annars tom." }
    filled_in_example() { "A question that is filled in looks like this:", "Så kan en ifylld fråga se ut:" }
    example_comment() { "For all systems since March. The warehouse follows in May.", "För alla system sedan mars. Lagret följer i maj." }
    about_the_questions() { "About the questions", "Om frågorna" }

    // the keys of an answers file
    service_asked() { "What the service is, in one line", "Vad tjänsten är, på en rad" }
    service_example() { "for example: Customer service by telephone, 40 agents", "till exempel: Kundtjänst per telefon, 40 medarbetare" }
    answered_asked() { "The day on which you finished: YYYY-MM-DD", "Dagen då ni blev klara: ÅÅÅÅ-MM-DD" }
    evidence_asked() { "The documents that support your answers. For each: when it was issued, how long it is valid if it says so, and where it can be found (a web address, or a file that you send along). A document without a date, or that cannot be found, supports nothing: then we have your word only.", "Dokumenten som styrker era svar. Ange för vart och ett när det är utfärdat, hur länge det gäller om det framgår, och var det finns (en webbadress eller en fil som ni skickar med). Ett dokument utan datum, eller som inte går att hitta, styrker inget: då har vi bara era ord." }
    evidence_example() { "An example. To use it, take away # and the blank behind it, and repeat it for each document:", "Ett exempel. För att använda det: ta bort # och blanksteget efter, och upprepa för varje dokument:" }
    example_document_id() { "my-document", "mitt-dokument" }
    example_document() { "Name of the document", "Dokumentets namn" }
    example_location() { "evidence/document.pdf", "belagg/dokument.pdf" }
    example_kind() { "one of the kinds above, if any fits", "ett av slagen ovan, om något passar" }
    example_valid_until() { "only if the document says so", "bara om det framgår av dokumentet" }
    kinds_of_documents() { "Kinds of documents:", "Slag av dokument:" }

    // a question
    question_number(at, of, id) { "{at} of {of} · {id}", "{at} av {of} · {id}" }
    answer_one() { "Answer one of:", "Svara med ett av:" }
    answer_many(example) { "Answer one or more of, in brackets, for example {example}:", "Svara med ett eller flera av, inom hakparentes, till exempel {example}:" }
    only_alone() { "not together with others", "inte tillsammans med andra" }
    answer_number(min, max) { "Answer: a whole number, {min} to {max}", "Svara med ett heltal, {min} till {max}" }
    answer_number_of(unit, min, max) { "Answer: a whole number, {min} to {max} ({unit})", "Svara med ett heltal, {min} till {max} ({unit})" }
    answer_date() { "Answer: a date, YYYY-MM-DD", "Svara med ett datum, ÅÅÅÅ-MM-DD" }
    answer_date_or_never() { "Answer: a date, YYYY-MM-DD, or the word never", "Svara med ett datum, ÅÅÅÅ-MM-DD, eller med ordet never (aldrig)" }
    answer_text() { "Answer in your own words, on the lines below `answer: |`, each indented by six blanks.", "Svara med egna ord, på raderna under `answer: |`, var och en indragen sex blanksteg." }
    days_back(days) { "{days} days ago", "{days} dagar sedan" }
    na_needs_approval() { "n/a: only if we agree; give the reason in the comment.", "n/a: bara om vi godtar det; ange skälet i kommentaren." }
    na_is_not_possible() { "n/a is not possible here.", "n/a är inte möjligt här." }
    evidence_to_attach(list) { "Evidence: {list}", "Belägg: {list}" }
    only_if(condition) { "Only if {condition}", "Endast om {condition}" }

    // a review
    our_side(vendor) { "Our side of {vendor}: what is at stake, what we verify and what we decide. It is not for the vendor.", "Vår sida av {vendor}: vad som står på spel, vad vi granskar och vad vi beslutar. Filen är inte för leverantören." }
    reviewer_to_be_named() { "to be named", "ännu ej namngiven" }
    who_signs() { "Who signs", "Vem som ansvarar för granskningen" }
    stake_asked() { "What is at stake, before any protection. The option with the most at stake decides; what is left empty is not stated, and the result is a range.", "Vad som står på spel, före allt skydd. Det alternativ där mest står på spel avgör; det som lämnas tomt är inte angivet, och resultatet blir ett intervall." }

    // asking on the terminal
    stakes_intro() { "What is at stake? Only you know. It goes into our review, not to the vendor, and questions that do not apply are left out.", "Vad står på spel? Det vet bara ni. Det skrivs i vår granskning, inte till leverantören, och frågor som inte gäller tas inte med." }
    stakes_keys() { "Type the number or the word in front. Enter leaves a question open; ? explains.", "Skriv numret eller ordet framför. Retur lämnar en fråga öppen; ? förklarar." }
    stakes_number(at, of, ask) { "{at} of {of}  {ask}", "{at} av {of}  {ask}" }
    stakes_explained() { "What is at stake before any protection sets how much protection is needed. The option with the most at stake decides. What you leave open is not stated; you can state it in our review later, and until then the result is a range.", "Det som står på spel före allt skydd avgör hur mycket skydd som behövs. Det alternativ där mest står på spel avgör. Det ni lämnar öppet är inte angivet; ni kan ange det i vår granskning senare, och till dess blir resultatet ett intervall." }
    stakes_reviewer() { "Who signs our review? (Enter: to be named)", "Vem ansvarar för vår granskning? (Retur: ännu ej namngiven)" }

    // mistakes
    name_the_vendor() { "name the vendor: duly new --vendor \"NordKontakt AB\"", "ange leverantören: duly new --vendor \"NordKontakt AB\"" }
    name_is_empty() { "the name is empty", "namnet är tomt" }
    name_has_hidden(name) { "the name `{name}` holds signs that nobody can see, or a line break; type it anew", "namnet `{name}` innehåller tecken som inte syns, eller en radbrytning; skriv om det" }
    name_is_too_long(most) { "the name is longer than {most} characters; shorten it", "namnet är längre än {most} tecken; korta av det" }
    no_such_factor(written, known) { "--inherent: the questionnaire does not ask for `{written}`; {known}", "--inherent: formuläret frågar inte efter `{written}`; {known}" }
    no_factors(questionnaire) { "{questionnaire} does not ask what is at stake: leave --inherent out", "{questionnaire} frågar inte efter vad som står på spel: utelämna --inherent" }
    it_asks_for(list) { "it asks for {list}", "det frågar efter {list}" }
    factor_twice(factor) { "--inherent: `{factor}` stands twice", "--inherent: `{factor}` står två gånger" }
    factor_without_option(written) { "--inherent: write factor=option, for example data=contact, not `{written}`", "--inherent: skriv faktor=alternativ, till exempel data=contact, inte `{written}`" }
    no_such_stake(written, factor) { "`{written}` is no option of `{factor}`", "`{written}` är inget alternativ för `{factor}`" }
    choose_of(list) { "choose one of: {list}", "välj ett av: {list}" }
    perhaps(name) { "did you mean `{name}`?", "menade ni `{name}`?" }

    // what was made, and what comes next
    made_answers(file, count) { "written: {file} ({count} questions): fill it in or send it to the vendor", "skrivet: {file} ({count} frågor): fyll i den eller skicka den till leverantören" }
    made_review(file) { "written: {file}: our review, not for the vendor", "skrivet: {file}: vår granskning, inte för leverantören" }
    review_used(file) { "what is at stake is taken from {file}, which is left as it is", "vad som står på spel är hämtat från {file}, som lämnas orörd" }
    not_asked_here(count) { "left out, because they do not apply: {count}", "utelämnade, eftersom de inte gäller: {count}" }
    stake_left_open(list, review) { "not stated: {list}; state it in {review}, or the result is a range", "inte angivet: {list}; ange det i {review}, annars blir resultatet ett intervall" }
    no_review_written(command) { "what is at stake is not stated: name it with --inherent, or later with `{command}`", "vad som står på spel är inte angivet: ange det med --inherent, eller senare med `{command}`" }
    no_review_to_output() { "only the answers file goes to standard output: no review is written", "bara svarsfilen skrivs till standardutmatningen: ingen granskning skrivs" }
    must_be_listed(questionnaire) { "`questionnaires` in our policy does not name {questionnaire}: add it there, or judge with --questionnaire", "`questionnaires` i våra regler anger inte {questionnaire}: lägg till det där, eller bedöm med --questionnaire" }
    when_it_is_back(record, assess) { "when it is back: `{record}` for single answers, `{assess}` for the result", "när den har kommit tillbaka: `{record}` för enstaka svar, `{assess}` för resultatet" }
}
