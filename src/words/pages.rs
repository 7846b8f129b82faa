//! The words of the page in a browser that a vendor fills in. Nothing here may tell a vendor what an answer is worth.
//! What stands in braces, the page itself puts in.

use super::Lang;
use super::phrases::phrases;

phrases! {
    page_language() { "English", "Svenska" }
    page_no_script() {
        "This form is filled in with JavaScript, which is switched off here. It fetches nothing and sends nothing.",
        "Formuläret fylls i med hjälp av JavaScript, som är avstängt här. Det hämtar ingenting och skickar ingenting."
    }
    page_skip() { "Skip to the questions", "Hoppa till frågorna" }
    page_how() {
        "Answer here and save: your answers become a file on your own computer, and you send us that file. The page \
         itself sends nothing.",
        "Svara här och spara: svaren blir en fil på er egen dator, och den filen skickar ni till oss. Sidan själv \
         skickar ingenting."
    }
    page_how_later() {
        "Save as often as you like. A saved file can be opened here again, on this computer or on another, by you or a \
         colleague.",
        "Spara hur ofta ni vill. En sparad fil kan öppnas här igen, på den här datorn eller en annan, av er själva \
         eller en kollega."
    }

    // what can be done anywhere
    page_save() { "Save the answers", "Spara svaren" }
    page_open() { "Open saved answers", "Öppna sparade svar" }
    page_finish() { "Finish and save", "Avsluta och spara" }
    page_contents() { "Parts of the form", "Formulärets delar" }
    page_search() { "Search the questions", "Sök bland frågorna" }
    page_only_open() { "Only what is open", "Bara det som är öppet" }
    page_found(shown, all) { "Questions shown: {shown} of {all}", "Frågor som visas: {shown} av {all}" }
    page_progress(done, all) { "{done} of {all} answered", "{done} av {all} besvarade" }
    page_more_asked(count) { "Questions added by this answer: {count}", "Frågor som svaret för med sig: {count}" }
    page_fewer_asked(count) {
        "Questions that this answer makes unnecessary: {count}",
        "Frågor som svaret gör onödiga: {count}"
    }

    // who answers
    page_about_you() { "About you", "Om er" }
    page_name() { "Name of the company", "Företagets namn" }
    page_country() { "Country", "Land" }
    page_registration() { "Registration number", "Organisationsnummer" }
    page_service() { "What the service is", "Vad tjänsten är" }
    page_by() { "Who fills this in", "Vem som fyller i" }
    page_by_hint() {
        "Stands with each answer given from now on. A colleague who takes over writes another name.",
        "Står vid varje svar som ges från och med nu. En kollega som tar över skriver ett annat namn."
    }
    page_answered() { "Day of the answers", "Svarens datum" }
    page_draft() { "Keep a draft in this browser", "Behåll ett utkast i den här webbläsaren" }
    page_draft_hint() {
        "Others who use this computer may be able to read it. It is removed when you finish.",
        "Andra som använder datorn kan kanske läsa det. Det tas bort när ni avslutar."
    }
    page_draft_found() {
        "This browser keeps a draft of these answers.",
        "Den här webbläsaren har ett utkast till svaren."
    }
    page_draft_take() { "Go on with the draft", "Fortsätt med utkastet" }
    page_draft_drop() { "Remove the draft", "Ta bort utkastet" }
    page_draft_taken() { "The draft has been opened.", "Utkastet är öppnat." }
    page_draft_dropped() { "The draft has been removed.", "Utkastet är borttaget." }
    page_draft_refused() {
        "This browser keeps no drafts here. Save to a file instead.",
        "Webbläsaren sparar inga utkast här. Spara till en fil i stället."
    }

    // sub-processors and documents
    page_chain() { "Sub-processors", "Underbiträden" }
    page_chain_hint() {
        "The companies that do a part of the service for you, if there are any.",
        "De företag som utför en del av tjänsten åt er, om det finns några."
    }
    page_chain_add() { "Add a company", "Lägg till ett företag" }
    page_does() { "What it does", "Vad det gör" }
    page_documents() { "Documents", "Dokument" }
    page_document_add() { "Add a document", "Lägg till ett dokument" }
    page_title() { "Title", "Titel" }
    page_kind() { "Kind of document", "Slag av dokument" }
    page_kind_other() { "Another kind", "Något annat" }
    page_issued() { "Issued on", "Utfärdat den" }
    page_valid_until() { "Valid until", "Giltigt till och med" }
    page_location() { "Where it is", "Var det finns" }
    page_location_hint() {
        "evidence/ and the name of the file, which you send along in a folder of that name; or a web address",
        "evidence/ och namnet på filen, som ni skickar med i en mapp med det namnet; eller en webbadress"
    }
    page_id() { "Short name", "Kortnamn" }
    page_id_hint() {
        "By which the answers name it: letters a to z, digits, - and _. Left empty, it is made up here.",
        "Så anger svaren dokumentet: bokstäverna a till z, siffror, - och _. Lämnas det tomt väljs ett här."
    }
    page_id_taken() {
        "Another document has this short name, or it is not written like one.",
        "Ett annat dokument har det kortnamnet, eller så är det inte skrivet som ett sådant."
    }
    page_change() { "Change", "Ändra" }
    page_remove() { "Remove", "Ta bort" }
    page_remove_cited(title, count) {
        "“{title}” supports answers: {count}. Remove it there, too?",
        "”{title}” styrker svar: {count}. Ta bort det även där?"
    }
    page_done() { "Done", "Klar" }
    page_cancel() { "Cancel", "Avbryt" }
    page_none_yet() { "None yet.", "Inga ännu." }
    page_lacks_date() { "no date of issue", "utfärdandedatum saknas" }
    page_lacks_place() { "not said where it is", "inte angivet var det finns" }
    page_lacks_answer() { "no answer names it", "inget svar anger det" }

    // a question
    page_many() { "Tick all that apply.", "Kryssa för allt som stämmer." }
    page_answer() { "Answer", "Svar" }
    page_never() { "Never", "Aldrig" }
    page_na() { "Does not apply to us", "Ej tillämpligt för oss" }
    page_na_approval() { "Does not apply to us (only if we agree)", "Ej tillämpligt för oss (bara om vi godtar det)" }
    page_unknown() { "We do not know", "Vi vet inte" }
    page_clear() { "Clear the answer", "Rensa svaret" }
    page_more() { "Comment and documents", "Kommentar och dokument" }
    page_comment() { "Comment", "Kommentar" }
    page_reason() { "Why it does not apply (needed)", "Varför det inte är tillämpligt (krävs)" }
    page_partly() { "What is missing (needed)", "Vad som saknas (krävs)" }
    page_cited(count) { "documents: {count}", "dokument: {count}" }
    page_supports() { "Documents that support the answer", "Dokument som styrker svaret" }
    page_other_documents(count) { "Other documents: {count}", "Andra dokument: {count}" }
    page_would_show(list) { "Documents to attach: {list}", "Dokument att bifoga: {list}" }
    page_proposed(from) { "Proposed from {from}", "Förslag från {from}" }
    page_confirm() { "Yes, this is our answer", "Ja, det är vårt svar" }
    page_noted(from) { "Said elsewhere: {from}", "Sagt på annat håll: {from}" }
    page_noted_before(from) { "Your answer of {from}", "Ert svar från {from}" }
    page_by_line(name, on) { "Answered by {name}, {on}", "Besvarad av {name}, {on}" }
    page_by_name(name) { "Answered by {name}", "Besvarad av {name}" }
    page_to_come() { "This day has not come yet.", "Den dagen har inte kommit än." }
    page_not_read() { "This cannot be read as an answer.", "Det här kan inte läsas som ett svar." }

    // what is open
    page_before_sending() { "Before you send it", "Innan ni skickar" }
    page_nothing_open() { "Nothing is open.", "Inget är öppet." }
    page_open_count(count) { "Open: {count}", "Öppet: {count}" }
    page_why_empty() { "not answered", "obesvarad" }
    page_why_wrong() { "cannot be read", "kan inte läsas" }
    page_why_reason() { "the reason is missing", "skälet saknas" }
    page_why_comment() { "the comment is missing", "kommentaren saknas" }
    page_why_applies() {
        "“does not apply” is not possible here",
        "”ej tillämpligt” är inte möjligt här"
    }
    page_why_proposed() { "a proposal to confirm", "ett förslag att bekräfta" }
    page_why_missing() { "missing", "saknas" }

    // saving and opening
    page_saved(file) { "Saved: {file}", "Sparat: {file}" }
    page_not_saved(list) {
        "Not in the file, because it cannot be read as an answer: {list}",
        "Står inte i filen, eftersom det inte kan läsas som svar: {list}"
    }
    page_save_failed() { "The file could not be saved.", "Filen kunde inte sparas." }
    page_opened(file, count) { "Opened: {file}. Answers: {count}", "Öppnat: {file}. Svar: {count}" }
    page_replaces(file) {
        "{file} replaces what is filled in here. Go on?",
        "{file} ersätter det som är ifyllt här. Fortsätta?"
    }
    page_bad_line(file, line) {
        "{file}, line {line}: this page cannot read what stands there. Nothing has been opened. Ask whoever sent you \
         the page for one made from that file.",
        "{file}, rad {line}: sidan kan inte läsa det som står där. Ingenting har öppnats. Be den som skickade sidan om \
         en som är gjord av den filen."
    }
    page_other_questions(file) {
        "{file} answers another questionnaire. Nothing has been opened.",
        "{file} besvarar ett annat frågeformulär. Ingenting har öppnats."
    }
    page_other_vendor(name) {
        "The file names {name}; the name on this page stays.",
        "Filen anger {name}; namnet på sidan står kvar."
    }
    page_not_asked(list) {
        "Not taken over, because this page does not ask it: {list}",
        "Inte övertaget, eftersom sidan inte frågar det: {list}"
    }
    page_form(form, questionnaire) { "{questionnaire}, form {form}", "{questionnaire}, formulär {form}" }
}
