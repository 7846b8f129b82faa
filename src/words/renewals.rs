//! The words of next year's form, and of answers that are word for word those of another day.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // at a question
    mark_new() { "New: it was not asked last time", "Ny: frågan ställdes inte förra gången" }
    mark_changed() { "Changed since you answered", "Ändrad sedan ni svarade" }
    ran_out_on(title, day) {
        "{title} ran out on {day}: send its successor",
        "{title} gick ut {day}: skicka efterföljaren"
    }
    name_it_again(title) {
        "not carried over: {title}; what still holds is to be named again, with its date and its file",
        "har inte förts över: {title}; det som fortfarande gäller anges igen, med datum och fil"
    }

    // at the head
    earlier_answers() { "earlier answers", "tidigare svar" }
    to_be_confirmed(from) {
        "Beside the questions stand your answers of {from}. Confirm each one that still holds and change the others: \
         what is not confirmed is not answered.",
        "Bredvid frågorna står era svar från {from}. Bekräfta vart och ett som fortfarande stämmer och ändra de \
         andra: det som inte bekräftas är obesvarat."
    }
    confirm_in_text() {
        "To confirm an answer, write it after `answer:`, and its comment below `comment:`.",
        "Bekräfta ett svar genom att skriva det efter `answer:` och dess kommentar under `comment:`."
    }
    questions_new(count, ids) { "New questions ({count}): {ids}", "Nya frågor ({count}): {ids}" }
    questions_changed(count, ids) {
        "Changed since you answered, so that your answer is shown and not proposed ({count}): {ids}",
        "Ändrade sedan ni svarade, så att ert svar visas men inte föreslås ({count}): {ids}"
    }
    questions_gone(count, ids) {
        "No longer asked, so that these answers are not carried over ({count}): {ids}",
        "Frågas inte längre, så att dessa svar inte förs över ({count}): {ids}"
    }
    options_gone(id, options) {
        "No longer an option at {id}: {options}",
        "Finns inte längre som alternativ vid {id}: {options}"
    }

    // what is said of answers that are confirmed
    word_for_word(same, given, from) {
        "{same} of {given} answers and comments are word for word those of {from}",
        "{same} av {given} svar och kommentarer är ordagrant desamma som från {from}"
    }
    all_word_for_word(given, from) {
        "all {given} answers and comments are word for word those of {from}",
        "alla {given} svar och kommentarer är ordagrant desamma som från {from}"
    }
    last_years_row() { "Word for word", "Ordagrant lika" }
    still_so() { "still so", "stämmer fortfarande" }
    column_confirmed() { "Still so?", "Stämmer det fortfarande?" }
    column_proposed_comment() { "Comment of the proposal", "Förslagets kommentar" }
    column_mark() { "Since last time", "Sedan förra gången" }
}
