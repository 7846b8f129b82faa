//! The words around a dialogue: its menus on a terminal, and what is said of its files.

use crate::words::Lang;
use crate::words::phrases::phrases;

phrases! {
    // on a terminal
    menu_label() { "What do you want to do?", "Vad vill du göra?" }
    menu_key() { "Esc: menu", "Esc: meny" }
    menu_move() {
        "arrows and Enter; type to filter; Esc: menu; ? help; ! leave",
        "pilar och Enter; skriv för att filtrera; Esc: meny; ? hjälp; ! avsluta"
    }
    menu_typed() { "Enter: what you typed", "Enter: det du skrev" }
    menu_of_menu() {
        "arrows or a key, and Enter; Esc: back to the question",
        "pilar eller en tangent, och Enter; Esc: tillbaka till frågan"
    }
    menu_tick() { "space ticks, Enter is done; Esc: menu", "blanksteg bockar för, Enter är klart; Esc: meny" }
    in_other_words() { "Say it in other words …", "Skriv med egna ord …" }
    find_label() { "Question, category or word", "Fråga, kategori eller ord" }
    enter_is(what) { "Enter: {what}", "Enter: {what}" }

    belongs_to_review(file) {
        "That is for us to say, not for the vendor: `duly review {file}` asks for it.",
        "Det säger vi, inte leverantören: `duly review {file}` frågar efter det."
    }

    // the files
    left_saved(file) { "saved: {file}", "sparat: {file}" }
    goes_through_errors(file) {
        "{file} is gone through nevertheless: with the first answer that you give, what is wrong becomes a comment in \
         it, and nothing is changed before",
        "{file} gås igenom ändå: med det första svar som ni ger blir det som är fel en kommentar i filen, och inget \
         ändras innan dess"
    }
    goes_through_first(count) {
        "first come the questions at whose answers something is wrong: {count}",
        "först kommer de frågor där något är fel i svaret: {count}"
    }
    errors_left(errors, file) {
        "{errors} left: see `duly check {file}`, or go through them with `duly record {file}`",
        "{errors} kvar: se `duly check {file}`, eller gå igenom dem med `duly record {file}`"
    }
    mend_first(file) {
        "this alone does not mend the file; go through it with `duly record {file}`",
        "bara detta rättar inte filen; gå igenom den med `duly record {file}`"
    }
    no_longer_by(names) {
        "what was changed here no longer bears the name of who answered: {names}",
        "det som ändrades här bär inte längre namnet på den som svarade: {names}"
    }
    name_and_count(name, count) { "{name} ({count})", "{name} ({count})" }
    left_unchanged(file) { "nothing was changed in {file}", "inget ändrades i {file}" }
    file_changed_meanwhile(file) {
        "{file} was changed by somebody else in the meantime; their changes are kept",
        "{file} har ändrats av någon annan under tiden; de ändringarna är kvar"
    }
    file_broken_meanwhile(file) {
        "{file} cannot be read any more as somebody else has left it; what was saved before is in it",
        "{file} går inte längre att läsa så som någon annan har lämnat den; det som sparades tidigare finns i den"
    }
    answer_changed_meanwhile(id, answer) {
        "{id} was answered by somebody else in the meantime: {answer}. Your answer is not written; give it again if it \
         shall count.",
        "{id} har besvarats av någon annan under tiden: {answer}. Ditt svar är inte skrivet; ange det igen om det ska \
         gälla."
    }
    cannot_edit(file) {
        "{file} is written in a way in which this cannot be put in without touching something else; write it by hand",
        "{file} är skriven så att detta inte kan skrivas in utan att något annat ändras; skriv in det för hand"
    }
    file_gone(file) {
        "{file} is not there; make it with `duly new --vendor NAME -o {file}`",
        "{file} finns inte; skapa den med `duly new --vendor NAMN -o {file}`"
    }
    cannot_record_standard() {
        "answers are recorded in a file, not on standard input",
        "svar registreras i en fil, inte via standard input"
    }
    nothing_recorded(file) { "nothing was recorded in {file}", "inget registrerades i {file}" }
}
