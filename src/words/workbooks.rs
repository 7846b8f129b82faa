//! The words of a form as a workbook, as a vendor reads them. Nothing here may tell a vendor what an answer is worth.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // the tabs
    tab_start() { "Start", "Start" }
    tab_documents() { "Documents", "Dokument" }
    tab_chain() { "Sub-processors", "Underbiträden" }

    // how it is filled in
    workbook_how() { "How to fill in this workbook", "Så fyller ni i arbetsboken" }
    workbook_cells() {
        "Each tab is a subject. Answer in the light cells; all others are locked, without a password.",
        "Varje flik är ett ämne. Svara i de ljusa cellerna; alla andra är låsta, utan lösenord."
    }
    workbook_choices() {
        "Choose from the list in the cell. Where several answers may hold, choose Yes at each that does. Numbers and \
         dates are checked as you enter them.",
        "Välj ur listan i cellen. Där flera svar kan gälla: välj Ja vid vart och ett som gör det. Tal och datum \
         kontrolleras när ni anger dem."
    }
    workbook_na() {
        "If a question does not apply to you, choose or write “Not applicable” and give the reason in the comment; \
         without a reason it is taken as not answered.",
        "Om en fråga inte är tillämplig för er: välj eller skriv ”Ej tillämpligt” och ange skälet i kommentaren; utan \
         skäl ses den som obesvarad."
    }
    workbook_documents(tab) {
        "Enter each document once, on the tab {tab}. At every answer that it supports, write its id, such as d1; \
         several with commas between them. Send the files along in a folder called evidence, all in one zip file.",
        "Ange varje dokument en gång, på fliken {tab}. Skriv dess id, till exempel d1, vid varje svar som det styrker; \
         flera med komma emellan. Skicka med filerna i en mapp som heter evidence, allt i en zip-fil."
    }
    workbook_only_if() {
        "“Only if” stands at questions for those who gave one of the answers named there. What is not asked turns \
         grey.",
        "”Endast om” står vid frågor till den som har gett något av de svar som anges där. Det som inte frågas blir \
         grått."
    }
    workbook_colleagues() {
        "Several of you may fill in a copy each: we bring the copies together.",
        "Flera av er kan fylla i var sin kopia: vi för ihop kopiorna."
    }
    workbook_back() {
        "Save it as .xlsx, in whatever program you use, and send it back.",
        "Spara som .xlsx, i vilket program ni än använder, och skicka tillbaka filen."
    }

    // the head
    about_you() { "About you", "Om er" }
    head_name() { "The vendor’s name", "Leverantörens namn" }
    head_country() { "Country", "Land" }
    head_registration() { "Registration number", "Organisationsnummer" }
    head_service() { "What the service is, in one line", "Vad tjänsten är, på en rad" }
    head_answered() { "The day on which you finished", "Dagen då ni blev klara" }
    head_by() { "Filled in by (name)", "Ifyllt av (namn)" }

    // progress
    progress() { "Progress", "Så långt har ni kommit" }
    progress_of() { "Subject", "Ämne" }
    in_all() { "All", "Alla" }

    // the columns of questions
    column_number() { "No.", "Nr" }
    column_question() { "Question", "Fråga" }
    column_how() { "How to answer", "Så svarar ni" }
    column_answer() { "Answer", "Svar" }
    column_comment() { "Comment", "Kommentar" }
    column_evidence() { "Documents (ids)", "Dokument (id)" }
    column_attach() { "Documents to attach", "Dokument att bifoga" }
    column_status() { "Status", "Status" }
    column_by() { "Answered by", "Svarat av" }
    column_proposed_answer() { "Proposal: confirm it by answering", "Förslag: bekräfta genom att svara" }
    column_proposed_note() { "May help", "Kan vara till hjälp" }
    column_proposed_from() { "Comes from", "Kommer från" }

    // the columns of documents and of sub-processors
    column_id() { "Id", "Id" }
    column_title() { "Title", "Titel" }
    column_kind() { "Kind", "Slag" }
    column_issued() { "Issued", "Utfärdat" }
    column_valid_until() { "Valid until", "Gäller till" }
    column_location() { "File: evidence/NAME, or where it is", "Fil: evidence/NAMN, eller var den finns" }
    column_name() { "Name", "Namn" }
    column_does() { "What it does", "Vad det gör" }
    chain_listed() {
        "The companies that do a part of the service for you, if there are any: a row for each.",
        "De företag som utför en del av tjänsten åt er, om det finns några: en rad för varje."
    }

    // a question
    choose_one() { "Choose one:", "Välj ett:" }
    choose_many() { "Choose Yes at each that holds, below.", "Välj Ja vid vart och ett som gäller, nedan." }
    own_words() { "Answer in your own words.", "Svara med egna ord." }
    na_if_we_agree(words) {
        "{words}: only if we agree; give the reason in the comment.",
        "{words}: bara om vi godtar det; ange skälet i kommentaren."
    }
    or_words(words) { "Or write: {words}.", "Eller skriv: {words}." }

    // what a question is
    standing_open() { "Open", "Öppen" }
    standing_answered() { "Answered", "Besvarad" }
    standing_not_asked() { "Not asked", "Frågas inte" }

    // what a program says where a cell takes something else
    not_in_the_list() { "Choose from the list in the cell.", "Välj ur listan i cellen." }
    not_a_day_here() { "Enter a date: YYYY-MM-DD.", "Ange ett datum: ÅÅÅÅ-MM-DD." }

    // on paper
    page_of(page, pages) { "Page {page} of {pages}", "Sida {page} av {pages}" }
}
