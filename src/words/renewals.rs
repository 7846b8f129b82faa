//! The words of next year's form, and of answers that are word for word those of another day.

use super::Lang;
use super::phrases::phrases;

phrases! {
    // at a question
    mark_new() { "New: it was not asked last time", "Ny: frågan ställdes inte förra gången" }
    mark_changed() { "Changed since you answered", "Ändrad sedan ni svarade" }
    ran_out_on(title, day) {
        "“{title}” ran out on {day}: send its successor",
        "”{title}” gick ut {day}: skicka efterföljaren"
    }
    name_it_again(title) {
        "Not carried over: {title}. Name again what still holds, with its date and its file.",
        "Det här har inte förts över: {title}. Ange på nytt det som fortfarande gäller, med datum och fil."
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

    // on the terminal, to us
    questions_changed_for_us(count, ids) {
        "Changed since the vendor answered, so that its answer is shown and not proposed ({count}): {ids}",
        "Ändrade sedan leverantören svarade, så att dess svar visas men inte föreslås ({count}): {ids}"
    }
    paper_ran_out(title, day) {
        "“{title}” ran out on {day}: the vendor is asked for its successor",
        "”{title}” gick ut {day}: leverantören ombeds skicka efterföljaren"
    }
    papers_ran_out(count, first) {
        "documents that ran out, whose successors the vendor is asked for ({count}): {first}; the form names them all",
        "dokument som har gått ut och vars efterföljare leverantören ombeds skicka ({count}): {first}; formuläret \
         nämner alla"
    }
    paper_until(title, day) { "“{title}” ({day})", "”{title}” ({day})" }
    papers_undated(count, titles) {
        "not carried over, since they bear no date, or one to come ({count}): {titles}",
        "förs inte över, eftersom de saknar datum eller har ett framtida ({count}): {titles}"
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
    as_proposed(same, given) {
        "{same} of {given} answers and comments are word for word the ones that the form proposed",
        "{same} av {given} svar och kommentarer är ordagrant de som formuläret föreslog"
    }
    all_as_proposed(given) {
        "all {given} answers and comments are word for word the ones that the form proposed",
        "alla {given} svar och kommentarer är ordagrant de som formuläret föreslog"
    }
    still_so() { "still so", "stämmer fortfarande" }
    column_confirmed() { "Still so?", "Stämmer det fortfarande?" }
    column_proposed_comment() { "Comment of the proposal", "Förslagets kommentar" }
    column_mark() { "Since last time", "Sedan förra gången" }
}
