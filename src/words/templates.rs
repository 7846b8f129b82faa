//! The words of files to fill in: what a vendor reads in an answers file, and what we read in a review.
//! Nothing here may tell a vendor what an answer is worth.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // the head of an answers file
    questions_to(questionnaire, vendor) {
        "{questionnaire}: questions to {vendor}",
        "{questionnaire}: frågor till {vendor}"
    }
    vendor_asked() { "Who answers: the company's name", "Vem som svarar: företagets namn" }
    how_to_fill_in() { "How to fill in this file", "Så fyller ni i filen" }
    fill_in_text(id) {
        "It is plain text. Open it in a text editor, fill it in, save it and send it back. Lines that begin with # are \
         explanations for you. Leave the names of the questions, such as {id}:, as they are.",
        "Filen är ren text. Öppna den i en textredigerare, fyll i, spara och skicka tillbaka den. Rader som börjar med \
         # är förklaringar till er. Låt frågornas namn, som {id}:, stå som de är."
    }
    fill_in_answer() {
        "Answer: after `answer:` and a space. Where words stand in a left column, write one of them.",
        "Svar: efter `answer:` och ett blanksteg. Där ord står i en vänsterspalt: skriv ett av dem."
    }
    fill_in_unknown() {
        "Where you do not know, answer “not known”. What you leave empty counts as not answered, never as yes or no.",
        "Där ni inte vet: svara ”vet ej”. Det ni lämnar tomt räknas som obesvarat, aldrig som ja eller nej."
    }
    fill_in_na() {
        "If a question does not apply to you, answer n/a and give the reason in the comment; without a reason it is \
         taken as not answered.",
        "Om en fråga inte är tillämplig för er: svara n/a och ange skälet i kommentaren; utan skäl ses den som \
         obesvarad."
    }
    fill_in_comment() {
        "Comment: on the lines below `comment: |`, each indented by six spaces. You may write anything there.",
        "Kommentar: på raderna under `comment: |`, var och en indragen sex blanksteg. Där får ni skriva vad som helst."
    }
    fill_in_evidence() {
        "Evidence: enter each document once, under `evidence:` below, with an id of your own. At every answer that it \
         supports, write the id within the brackets.",
        "Underlag: ange varje dokument en gång, under `evidence:` nedan, med ett id som ni själva väljer. Skriv id:t \
         inom hakparentes vid varje svar som dokumentet styrker."
    }
    fill_in_only_if() {
        "Only if: such a question is for those who gave one of the answers named there; else leave it empty.",
        "Endast om: en sådan fråga gäller den som har gett något av de svar som anges där; lämna den annars tom."
    }
    filled_in_example() { "A question that is filled in looks like this:", "Så kan en ifylld fråga se ut:" }
    example_comment() {
        "For all systems since March. The warehouse follows in May.",
        "För alla system sedan mars. Lagret följer i maj."
    }
    about_the_questions() { "About the questions", "Om frågorna" }

    // the keys of an answers file
    service_asked() { "What the service is, in one line", "Vad tjänsten är, på en rad" }
    service_example() {
        "for example: Customer service by telephone, 40 agents",
        "till exempel: Kundtjänst per telefon, 40 medarbetare"
    }
    filled_asked() { "Which form this is; leave it as it is", "Vilket formulär detta är; låt raden vara" }
    answered_asked() { "The day on which you finished: YYYY-MM-DD", "Dagen då ni blev klara: ÅÅÅÅ-MM-DD" }
    chain_asked() {
        "The companies that do a part of the service for you (sub-processors), if there are any. An example; to use \
         it, remove the # and the space after it, and repeat it for each:",
        "De företag som utför en del av tjänsten åt er (underbiträden), om det finns några. Ett exempel; för att \
         använda det: ta bort # och blanksteget efter, och upprepa för varje:"
    }
    chain_example() {
        "{{name: Name of the company, country: NO, registration: its number, does: what it does}}",
        "{{name: Företagets namn, country: NO, registration: organisationsnummer, does: vad det gör}}"
    }
    evidence_asked() {
        "The documents that support your answers. For each: its kind, when it was issued, how long it is valid if it \
         says so, and the file that you send along, by its name beside this one. A document without a date, of a kind \
         that a question does not ask for, or that does not reach us, supports nothing: then we have your word only.",
        "Dokumenten som styrker era svar. Ange för vart och ett dess slag, när det är utfärdat, hur länge det gäller \
         om det framgår, och filen som ni skickar med, med dess namn bredvid den här. Ett dokument utan datum, av ett \
         slag som frågan inte ber om, eller som inte når oss, styrker inget: då har vi bara era ord."
    }
    evidence_example() {
        "An example. To use it, remove the # and the space after it, and repeat it for each document:",
        "Ett exempel. För att använda det: ta bort # och blanksteget efter, och upprepa för varje dokument:"
    }
    example_document_id() { "my-document", "mitt-dokument" }
    example_document() { "Name of the document", "Dokumentets namn" }
    example_location() { "evidence/document.pdf", "belagg/dokument.pdf" }
    example_kind() { "one of the kinds above", "ett av slagen ovan" }
    example_valid_until() { "only if the document says so", "bara om det framgår av dokumentet" }
    kinds_of_documents() { "Kinds of documents:", "Slag av dokument:" }

    // a question
    question_number(at, of, id) { "{at} of {of} · {id}", "{at} av {of} · {id}" }
    answer_one() { "Answer one of:", "Svara med ett av:" }
    answer_many(example) {
        "Answer one or more of, in brackets, for example {example}:",
        "Svara med ett eller flera av, inom hakparentes, till exempel {example}:"
    }
    only_alone() { "not together with others", "inte tillsammans med andra" }
    answer_number(min, max) { "Answer: a whole number, {min} to {max}", "Svara med ett heltal, {min} till {max}" }
    answer_number_of(unit, min, max) {
        "Answer: a whole number, {min} to {max} ({unit})",
        "Svara med ett heltal, {min} till {max} ({unit})"
    }
    answer_decimal(step, min, max) {
        "Answer: a number in steps of {step}, {min} to {max}",
        "Svara med ett tal i steg om {step}, {min} till {max}"
    }
    answer_decimal_of(unit, step, min, max) {
        "Answer: a number in steps of {step}, {min} to {max} ({unit})",
        "Svara med ett tal i steg om {step}, {min} till {max} ({unit})"
    }
    answer_date() { "Answer: a date, YYYY-MM-DD", "Svara med ett datum, ÅÅÅÅ-MM-DD" }
    answer_date_or_never() {
        "Answer: a date, YYYY-MM-DD, or the word never",
        "Svara med ett datum, ÅÅÅÅ-MM-DD, eller med ordet never (aldrig)"
    }
    answer_text() {
        "Answer in your own words, on the lines below `answer: |`, each indented by six spaces.",
        "Svara med egna ord, på raderna under `answer: |`, var och en indragen sex blanksteg."
    }
    days_back(days) { "{days} days ago", "{days} dagar sedan" }
    na_needs_approval() {
        "n/a: only if we agree; give the reason in the comment.",
        "n/a: bara om vi godtar det; ange skälet i kommentaren."
    }
    na_is_not_possible() { "n/a is not possible here.", "n/a är inte möjligt här." }
    evidence_to_attach(list) { "Evidence: {list}", "Underlag: {list}" }
    only_if(condition) { "Only if {condition}", "Endast om {condition}" }

    // a review
    our_side(vendor) {
        "Our side of {vendor}: what is at stake, what we verify and what we decide. It is not for the vendor.",
        "Vår sida av {vendor}: vad som står på spel, vad vi granskar och vad vi beslutar. Filen är inte för \
         leverantören."
    }
    reviewer_to_be_named() { "to be named", "ännu ej namngiven" }
    in_whose_name() {
        "Your company: letters and annexes go out in its name",
        "Ert företag: brev och bilagor går ut i dess namn"
    }
    who_signs() { "Who signs", "Vem som ansvarar för granskningen" }
    sent_explained() {
        "What the vendor was sent. What comes back is held against it.",
        "Vad leverantören har fått. Det som kommer tillbaka jämförs med det."
    }
    stake_asked() {
        "What is at stake, before any protection. The option with the most at stake decides; what is left empty is not \
         stated, and the result is a range.",
        "Vad som står på spel, före allt skydd. Det alternativ där mest står på spel avgör; det som lämnas tomt är \
         inte angivet, och resultatet blir ett intervall."
    }
}
