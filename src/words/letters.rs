//! The fixed phrases of letters to a vendor.

use super::Lang;
use super::clean::Clean;
use super::phrases::phrases;

phrases! {
    asked_to_mend(errors) {
        "the answers cannot be judged ({errors}); the letter asks the vendor to mend them",
        "svaren går inte att bedöma ({errors}); brevet ber leverantören rätta dem"
    }
    mending_title(questionnaire) {
        "Please mend a few places in your answers: {questionnaire}",
        "Rätta några ställen i era svar: {questionnaire}"
    }
    mending_asked(file, count) {
        "Some of the file {file} does not read as you meant it. Please mend what is listed below (places: {count}) and \
         send us the file again.",
        "En del av filen {file} går inte att läsa som ni menade. Rätta det som står nedan (ställen: {count}) och \
         skicka filen på nytt."
    }
    mending_asked_by(file, count, day) {
        "Some of the file {file} does not read as you meant it. Please mend what is listed below (places: {count}) and \
         send us the file again by {day}.",
        "En del av filen {file} går inte att läsa som ni menade. Rätta det som står nedan (ställen: {count}) och \
         skicka filen på nytt senast {day}."
    }
    mending_places() { "What to mend", "Det här behöver rättas" }
    mending_file() { "Outside of the answers", "Utanför svaren" }
    mending_line(number) { "Line {number}", "Rad {number}" }
    mending_wrong() { "What is wrong", "Vad som är fel" }
    mending_cure() { "What helps", "Så rättar ni" }
    mending_may_be_written() { "What may be answered", "Vad som kan svaras" }
    mending_date() { "a date, YYYY-MM-DD", "ett datum, ÅÅÅÅ-MM-DD" }
    mending_date_or_never() {
        "a date, YYYY-MM-DD, or the word never",
        "ett datum, ÅÅÅÅ-MM-DD, eller ordet aldrig"
    }
    mending_own_words() { "your own words", "era egna ord" }
    mending_more(count) {
        "There are {count} more places. They will be in our next letter if they are still there.",
        "Det finns {count} ställen till. De tas upp i vårt nästa brev om de finns kvar."
    }
    mending_how() { "How the file is written", "Så skrivs filen" }
    mending_how_lines() {
        "Spaces at the beginning of a line show what it belongs to: use the space bar, not the tab key, and leave the \
         lines as far in as they were.",
        "Blanksteg i början av en rad visar vad den hör till: använd blanksteg, inte tabb, och låt raderna stå lika \
         långt in som förut."
    }
    mending_how_quotes() {
        "A text that holds a colon or # stands in straight quotes, for example comment: \"Note: since May\".",
        "En text som innehåller kolon eller # sätts inom raka citattecken, till exempel comment: \"Obs: sedan maj\"."
    }
    mending_how_form() { "How the form is filled in", "Så fylls formuläret i" }
    mending_how_cells() {
        "Write in the cells that are named, and leave the hidden rows and columns as they are: by them we find your \
         answers. Save it in the format in which it came.",
        "Skriv i de celler som anges och låt dolda rader och kolumner vara som de är: på dem hittar vi era svar. Spara \
         i samma format som formuläret kom i."
    }
    mending_choose_below() { "choose from what may be answered", "välj av det som kan svaras" }
    letter_title(questionnaire) {
        "Further questions on your answers: {questionnaire}",
        "Komplettering av era svar: {questionnaire}"
    }
    letter_to() { "To", "Till" }
    letter_from() { "From", "Från" }
    letter_day() { "Date", "Datum" }
    letter_due() { "Reply by", "Svar senast" }
    letter_thanks(day) { "Thank you for your answers of {day}.", "Tack för era svar av {day}." }
    letter_thanks_undated() { "Thank you for your answers.", "Tack för era svar." }
    letter_say_the_day(place) {
        "They do not say their day: please give it when you send them again, in the form at “{place}”, in a text file \
         as answered: YYYY-MM-DD.",
        "De saknar dag: ange den när ni sänder dem igen, i formuläret vid ”{place}”, i en textfil som \
         answered: ÅÅÅÅ-MM-DD."
    }
    letter_request(what) {
        "Please let us have the following: {what}. What weighs most comes first.",
        "Vi ber om följande: {what}. Det som väger tyngst står först."
    }
    letter_request_by(what, day) {
        "Please let us have the following by {day}: {what}. What weighs most comes first.",
        "Vi ber om följande senast {day}: {what}. Det som väger tyngst står först."
    }
    letter_nothing() { "We have no further questions at present.", "Vi har för närvarande inga fler frågor." }
    letter_conditions_hold() {
        "The day of a condition holds, even where it comes before the day of your reply.",
        "Dagen i ett villkor gäller, även när den infaller före dagen för ert svar."
    }
    letter_send() { "Documents to send", "Dokument att skicka in" }
    letter_plan(changes) { "your plan for {changes}", "er plan för {changes}" }
    letter_send_once() {
        "Each document is asked for once, with all the answers that it would support.",
        "Varje dokument efterfrågas en gång, med alla svar som det skulle styrka."
    }
    letter_document() { "Document", "Dokument" }
    letter_supports() { "For your answers to", "För era svar på" }
    letter_answer() { "Questions to answer", "Frågor att besvara" }
    letter_form_explains() {
        "The form that you were sent explains each question and lists what can be answered.",
        "Formuläret som ni har fått förklarar varje fråga och anger vad som kan svaras."
    }
    letter_change() { "What must be changed", "Det här behöver ändras" }
    letter_clarify() { "To clarify", "Att förtydliga" }
    letter_first() { "please answer first", "besvara detta först" }
    letter_first_send() { "first", "först" }
    letter_before_all() { "before we can go ahead", "innan vi kan gå vidare" }
    quote_opens() { "“", "”" }
    quote_closes() { "”", "”" }
    letter_expired(day) { "expired on {day}; please send a new version", "gick ut {day}; skicka en ny version" }
    letter_too_old() {
        "is older than we can accept; please send a new or confirmed version",
        "är äldre än vi kan godta; skicka en ny eller bekräftad version"
    }
    letter_expires(day) {
        "expires on {day}; please send a new version when you have it",
        "går ut {day}; skicka en ny version när den finns"
    }
    letter_not_here() {
        "has not reached us as a file under the name that you give; please send it",
        "har inte nått oss som en fil med det namn som ni anger; skicka den"
    }
    letter_other_kind(asked) {
        "is not of a kind that supports these answers; asked for here: {asked}",
        "är inte av ett slag som styrker de här svaren; här efterfrågas: {asked}"
    }
    letter_no_kind(asked) {
        "its kind is missing; please state it. Asked for here: {asked}",
        "dess slag saknas; ange det. Här efterfrågas: {asked}"
    }
    letter_sent_for_others(title) {
        "you have sent “{title}”: if it shows this, too, please say where",
        "ni har skickat ”{title}”: om det visar även detta, ange var"
    }
    letter_refused() {
        "could not be accepted as proof; please send the right document",
        "kunde inte godtas som underlag; skicka rätt dokument"
    }
    letter_in_disguise() {
        "the same file was given as another document, too; please send each document as a file of its own",
        "samma fil angavs också som ett annat dokument; skicka varje dokument som en egen fil"
    }
    letter_no_place() { "please say where it can be found", "ange var det finns" }
    letter_no_date() { "please say when it was issued", "ange när det är utfärdat" }
    letter_dated_later() {
        "is dated in the future; please check the date",
        "är daterat i framtiden; kontrollera datumet"
    }
    letter_confirm(answer) {
        "Your answer, “{answer}”, could not be confirmed. Please correct it or send proof.",
        "Ert svar, ”{answer}”, har inte kunnat bekräftas. Rätta det eller skicka underlag."
    }
    letter_differs(answer) {
        "Your answer, “{answer}”, differs from what we found. Please correct it or send proof.",
        "Ert svar, ”{answer}”, stämmer inte med vad vi har sett. Rätta det eller skicka underlag."
    }
    letter_future(answer) {
        "Your answer, “{answer}”, lies in the future. Please check the date.",
        "Ert svar, ”{answer}”, ligger i framtiden. Kontrollera datumet."
    }
    letter_odd(title) {
        "In your answers this does not seem to agree: {title}. Please explain or correct it.",
        "I era svar verkar det här inte stämma överens: {title}. Förklara eller rätta det."
    }
    letter_na() {
        "You answer that this does not apply. Please give the reason, or answer the question.",
        "Ni svarar att detta inte är tillämpligt. Ange skälet, eller besvara frågan."
    }
    letter_na_refused() {
        "We do not agree that this does not apply. Please answer it.",
        "Vi delar inte bedömningen att detta inte är tillämpligt. Besvara frågan."
    }
    letter_your_answer() { "Your answer", "Ert svar" }
    letter_what_and_when() {
        "Please say for each point what you will do, and by when.",
        "Ange för varje punkt vad ni gör, och när."
    }
    letter_regards() { "Kind regards", "Med vänlig hälsning" }
    letter_sender() { "[sender]", "[avsändare]" }
    letter_any_document() { "A dated document that supports your answer", "Ett daterat dokument som styrker ert svar" }
    letter_we_ask() { "We ask", "Vi frågar" }
    letter_to_reach() { "What has to be reached", "Det som ska uppnås" }
    letter_how() { "How to reply", "Så svarar ni" }
    letter_ids(id) {
        "Each question stands with its id, such as {id}; please keep the ids in your reply.",
        "Varje fråga står med sin beteckning, till exempel {id}; behåll beteckningarna i ert svar."
    }
    letter_cut() {
        "What ends with … is shortened in this letter.",
        "Det som slutar med … är förkortat i det här brevet."
    }
    letter_documents() {
        "A document counts if it is dated, of the kind that is asked for, and sent along as a file of its own. Leave \
         out names of agents and customers, customers' data and passwords.",
        "Ett dokument räknas om det är daterat, av det slag som efterfrågas och skickas med som en egen fil. Utelämna \
         namn på medarbetare och kunder, kunduppgifter och lösenord."
    }
    letter_not_applicable() {
        "If something does not apply to you, say why.",
        "Om något inte är tillämpligt för er, ange varför."
    }
}

impl Lang {
    /// How much a letter asks for: documents, answers, clarifications and changes, those that there are.
    pub fn letter_counted(self, [documents, answers, doubts, changes]: [usize; 4]) -> Vec<Clean> {
        let counted = [
            (documents, ["document", "documents"], ["dokument", "dokument"]),
            (answers, ["answer", "answers"], ["svar", "svar"]),
            (doubts, ["clarification", "clarifications"], ["förtydligande", "förtydliganden"]),
        ];
        let some = counted.into_iter().filter(|(count, ..)| *count > 0);
        let some = some.map(|(count, en, sv)| self.counted_noun(count, en, sv));
        let changed = self.counted_noun(changes, ["change", "changes"], ["ändring", "ändringar"]);
        some.chain((changes > 0).then(|| self.letter_plan(changed))).collect()
    }
}
