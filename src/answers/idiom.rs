//! The words that people use for the fixed words of answers and for the usual options, in both languages.

use std::borrow::Cow;

use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN, folded};

/// A fixed word or the id of a usual option, the words that people use for it, and short forms, which mean nothing in a
/// text of their own.
type Idiom = (&'static str, &'static [&'static str], &'static [&'static str]);

const IDIOMS: [Idiom; 6] = [
    (UNKNOWN, &["unknown", "not known", "don't know", "do not know", "vet ej", "vet inte", "okänt"], &[]),
    (
        NOT_APPLICABLE,
        &[
            "n/a",
            "not applicable",
            "does not apply",
            "ej tillämpligt",
            "ej tillämplig",
            "inte tillämpligt",
            "inte tillämplig",
            "ej aktuellt",
        ],
        &["na", "n.a", "e/t"],
    ),
    (NEVER, &["never", "aldrig"], &[]),
    ("yes", &["yes", "ja"], &["y", "j"]),
    ("no", &["no", "nej"], &["n"]),
    ("partial", &["partial", "partly", "partially", "delvis"], &[]),
];

/// No such word has more bytes, in any case.
const LONGEST: usize = 32;

/// What was written without blanks and full stops around it.
pub(super) fn bare(written: &str) -> &str {
    written.trim().trim_end_matches('.').trim_end()
}

/// The fixed word, or the id of a usual option, that a text means as a whole; `None` where it means something else.
pub(super) fn meant(written: &str) -> Option<&'static str> {
    find(written, |words, short, word| words.contains(&word) || short.contains(&word))
}

/// The same in a question that is answered in words of one's own, where short forms may be words.
pub(super) fn spelled_out(written: &str) -> Option<&'static str> {
    find(written, |words, _, word| words.contains(&word))
}

fn find(written: &str, is_word: impl Fn(&[&str], &[&str], &str) -> bool) -> Option<&'static str> {
    let bare = bare(written);
    // numbers and days are no words
    if bare.is_empty() || bare.len() > LONGEST || bare.starts_with(|first: char| first.is_ascii_digit()) {
        return None;
    }
    let word = match folded(bare) {
        word if word.is_ascii() => word,
        word => Cow::Owned(word.replace('\u{a0}', " ").replace('\u{2019}', "'")),
    };
    IDIOMS.iter().find(|(_, words, short)| is_word(words, short, &word)).map(|(fixed, ..)| *fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_understood_in_any_case_and_with_a_full_stop() {
        for (written, fixed) in [
            ("Ja", "yes"),
            (" DELVIS. ", "partial"),
            ("Vet\u{a0}ej", UNKNOWN),
            ("Don\u{2019}t know", UNKNOWN),
            ("N/A.", NOT_APPLICABLE),
            ("n.a.", NOT_APPLICABLE),
            ("Ej Tillämpligt", NOT_APPLICABLE),
            ("Aldrig", NEVER),
        ] {
            assert_eq!(meant(written), Some(fixed), "{written}");
        }
        for written in ["", ".", "yes, all", "ja men", "n/a here", "true"] {
            assert_eq!(meant(written), None, "{written}");
        }
    }

    #[test]
    fn short_forms_may_be_words_of_a_text() {
        assert_eq!([spelled_out("NA"), spelled_out("Not applicable")], [None, Some(NOT_APPLICABLE)]);
    }
}
