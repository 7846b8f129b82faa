//! The fixed phrases about the short form: what was not asked, and what asking it would add.

use super::Lang;
use super::clean::{Clean, Trusted};
use super::phrases::phrases;

phrases! {
    screened(questions, of) {
        "screened with a short form: {questions} of {of} questions were asked",
        "översiktligt bedömd med ett kortformulär: {questions} av {of} frågor har ställts"
    }
    full_form_adds(added) { "the full form would add {added}", "det fullständiga formuläret skulle tillföra {added}" }
    of_the_weight(questions, share) { "{questions} ({share} % of the weight)", "{questions} ({share} % av vikten)" }
    screening_does_not_suffice(up_to, at_stake) {
        "our rules allow a short form up to {up_to} inherent risk, and here it is {at_stake}",
        "våra regler godtar ett kortformulär upp till {up_to} inneboende risk, och här är den {at_stake}"
    }
    screening_may_not_suffice(up_to, at_stake) {
        "our rules allow a short form up to {up_to} inherent risk, and here it may be {at_stake}, since not all that \
         is at stake is stated",
        "våra regler godtar ett kortformulär upp till {up_to} inneboende risk, och här kan den vara {at_stake}, \
         eftersom allt som står på spel inte är angivet"
    }
    full_form_is_due() { "the full form must be answered", "det fullständiga formuläret måste besvaras" }
    screened_too_little() {
        "screened with a short form, and more is at stake than our rules allow for that",
        "översiktligt bedömd med ett kortformulär, och mer står på spel än våra regler godtar för det"
    }
    is_screened() { "screened with a short form", "översiktligt bedömd med ett kortformulär" }
    screened_row() { "Screened", "Översiktligt bedömd" }
    status_not_asked() { "not asked of this vendor", "ej ställd till denna leverantör" }
    flag_not_asked() { "not asked about", "ej efterfrågad" }
    not_asked_count(count) { "not asked about ({count})", "ej efterfrågade ({count})" }
    left_out_not_asked(share, count) {
        "not asked of this vendor: {count} ({share} %)",
        "ej ställda till denna leverantör: {count} ({share} %)"
    }
    not_sent_reason() {
        "by our review, not part of what was sent",
        "ingår enligt vår granskning inte i det som skickades"
    }
    review_not_yet(file, date) {
        "our review {file} is of {date}, after the day of the judgement, and does not count",
        "vår granskning {file} är från {date}, efter bedömningsdagen, och räknas inte"
    }
}

impl Lang {
    /// "100 questions (62.1 % of the weight) and 7 red flags that nobody asked about".
    pub fn what_full_form_adds(self, questions: usize, share: impl Trusted, flags: usize) -> Clean {
        let questions = self.counted_noun(questions, ["question", "questions"], ["fråga", "frågor"]);
        let more = self.of_the_weight(questions, share);
        if flags == 0 {
            return self.full_form_adds(more);
        }
        let en = ["red flag that nobody asked about", "red flags that nobody asked about"];
        let sv = ["röd flagga som ingen har frågat om", "röda flaggor som ingen har frågat om"];
        let and = match self {
            Lang::En => " and ",
            Lang::Sv => " och ",
        };
        self.full_form_adds(more.and(and).and(self.counted_noun(flags, en, sv)))
    }
}
