//! The fixed phrases of letters to a vendor.

use super::Lang;
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
         send us the file again. Nothing else has to be written anew.",
        "En del av filen {file} går inte att läsa som ni menade. Rätta det som står nedan (ställen: {count}) och \
         skicka filen på nytt. Inget annat behöver skrivas om."
    }
    mending_asked_by(file, count, day) {
        "Some of the file {file} does not read as you meant it. Please mend what is listed below (places: {count}) and \
         send us the file again by {day}. Nothing else has to be written anew.",
        "En del av filen {file} går inte att läsa som ni menade. Rätta det som står nedan (ställen: {count}) och \
         skicka filen på nytt senast {day}. Inget annat behöver skrivas om."
    }
    mending_places() { "What to mend", "Det här behöver rättas" }
    mending_file() { "Outside of the answers", "Utanför svaren" }
    mending_line(number) { "Line {number}", "Rad {number}" }
    mending_wrong() { "What is wrong", "Vad som är fel" }
    mending_cure() { "What helps", "Så rättar ni" }
    mending_may_be_written() { "What may be answered", "Vad som kan svaras" }
    mending_number(min, max) { "a number, {min} to {max}", "ett tal, {min} till {max}" }
    mending_number_of(unit, min, max) { "a number, {min} to {max} ({unit})", "ett tal, {min} till {max} ({unit})" }
    mending_date() { "a date, for example 2026-03-31", "ett datum, till exempel 2026-03-31" }
    mending_date_or_never() {
        "a date, for example 2026-03-31, or the word never",
        "ett datum, till exempel 2026-03-31, eller ordet aldrig"
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
    mending_how_rest() {
        "An answer that you do not know can be left empty.",
        "Ett svar som ni inte känner till kan lämnas tomt."
    }
    letter_title(questionnaire) {
        "Further questions on your answers: {questionnaire}",
        "Komplettering av era svar: {questionnaire}"
    }
    letter_to() { "To", "Till" }
    letter_from() { "From", "Från" }
    letter_day() { "Date", "Datum" }
    letter_due() { "Reply by", "Svar senast" }
    letter_thanks(day) { "Thank you for your answers of {day}.", "Tack för era svar {day}." }
    letter_thanks_undated() { "Thank you for your answers.", "Tack för era svar." }
    letter_request() {
        "Please answer the questions and send the documents below. For what has to be improved, tell us what you will \
         do and by when. What weighs most comes first.",
        "Vi ber er besvara frågorna och skicka dokumenten nedan. För det som ska förbättras räcker det att ni nu anger \
         vad ni gör och när. Det som väger tyngst står först."
    }
    letter_request_by(day) {
        "Please answer the questions and send the documents below by {day}. For what has to be improved, tell us by \
         then what you will do and by when. What weighs most comes first.",
        "Vi ber er besvara frågorna och skicka dokumenten nedan senast {day}. För det som ska förbättras räcker det \
         att ni då anger vad ni gör och när. Det som väger tyngst står först."
    }
    letter_nothing() { "We have no further questions at present.", "Vi har för närvarande inga fler frågor." }
    letter_in_place() {
        "Before we can go ahead, the following must be in place",
        "Innan vi kan gå vidare måste detta vara på plats"
    }
    letter_answer() { "Questions to answer", "Frågor att besvara" }
    letter_send() { "Documents to send", "Dokument att skicka in" }
    letter_clarify() { "To clarify", "Att förtydliga" }
    letter_improve() { "To explain and improve", "Att förklara och förbättra" }
    letter_put_right() { "Must be put right", "Måste åtgärdas" }
    letter_first_answer(id) {
        "First answer {id}: without it we cannot go ahead.",
        "Besvara först {id}: utan svaret kan vi inte gå vidare."
    }
    letter_first_prove(id) {
        "First show us proof of your answer to {id}: without it we cannot go ahead.",
        "Visa först belägg för svaret på {id}: utan det kan vi inte gå vidare."
    }
    letter_expired(day) { "expired on {day}; please send a new version", "gick ut {day}; skicka en ny version" }
    letter_too_old() {
        "is older than we can accept; please send a new or confirmed version",
        "är äldre än vi kan godta; skicka en ny eller bekräftad version"
    }
    letter_out_of_date(title) { "your version “{title}” is out of date", "er version ”{title}” är för gammal" }
    letter_expires(day) {
        "expires on {day}; please send a new version when you have it",
        "går ut {day}; skicka en ny version när den finns"
    }
    letter_not_here() {
        "has not reached us as a file under the name that you give; please send it",
        "har inte nått oss som en fil med det namn som ni anger; skicka den"
    }
    letter_other_kind(ids) {
        "is not of a kind that proves {ids}; please send what is asked for there",
        "är inte av ett slag som styrker {ids}; skicka det som efterfrågas där"
    }
    letter_not_received(title) { "your “{title}” has not reached us", "ert dokument ”{title}” har inte nått oss" }
    letter_refused() {
        "could not be accepted as proof; please send the right document",
        "kunde inte godtas som belägg; skicka rätt dokument"
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
        "Ert svar, ”{answer}”, har inte kunnat bekräftas. Rätta det eller skicka belägg."
    }
    letter_differs(answer) {
        "Your answer, “{answer}”, differs from what we found. Please correct it or send proof.",
        "Ert svar, ”{answer}”, stämmer inte med vad vi har sett. Rätta det eller skicka belägg."
    }
    letter_future(answer) {
        "Your answer, “{answer}”, lies in the future. Please check the date.",
        "Ert svar, ”{answer}”, ligger i framtiden. Kontrollera datumet."
    }
    letter_odd() {
        "These answers do not seem to agree; please explain or correct:",
        "De här svaren tycks inte gå ihop; förklara eller rätta:"
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
    letter_your_comment() { "Your comment", "Er kommentar" }
    letter_what_and_when() { "Please say what you will change, and by when.", "Ange vad ni ändrar, och när." }
    letter_regards() { "Kind regards", "Med vänlig hälsning" }
    letter_sender() { "[sender]", "[avsändare]" }
    letter_any_assurance(id) {
        "A document that proves your answer to {id}, dated, as a file",
        "Ett dokument som styrker ert svar på {id}, med datum, som fil"
    }
    letter_we_ask() { "We ask", "Vi frågar" }
    letter_to_reach() { "To be reached", "Att uppnå" }
    letter_how() { "How to reply", "Så svarar ni" }
    letter_ids(id) {
        "Ids such as {id} are those of the questionnaire; please keep them in your reply.",
        "Beteckningar som {id} är formulärets; behåll dem i ert svar."
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
