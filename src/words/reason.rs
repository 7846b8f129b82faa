//! Whether words give a reason. Decided here and nowhere else.

use super::clean::says_something;

/// What says no more than that something does not apply, in both languages, without blanks and signs.
const NO_REASONS: &[&str] = &[
    // English
    "na",
    "napplicable",
    "notapplicable",
    "notappl",
    "doesnotapply",
    "doesntapply",
    "notrelevant",
    "irrelevant",
    "no",
    "not",
    "none",
    "nope",
    "nil",
    "null",
    "nothing",
    "never",
    "yes",
    "yep",
    "ok",
    "okay",
    "tbd",
    "tba",
    "tbc",
    "todo",
    "later",
    "pending",
    "unknown",
    "dontknow",
    "nocomment",
    "seeabove",
    "asabove",
    "seebelow",
    "onrequest",
    "same",
    "notavailable",
    "unavailable",
    "test",
    "empty",
    "blank",
    "void",
    "dito",
    "ditto",
    // Swedish
    "et",
    "ejt",
    "eja",
    "ejtillämpligt",
    "ejtillämplig",
    "ejtillämpbart",
    "intetillämpligt",
    "intetillämplig",
    "gällerinte",
    "gällerej",
    "ejrelevant",
    "interelevant",
    "irrelevantfråga",
    "ejaktuellt",
    "ejaktuell",
    "inteaktuellt",
    "inteaktuell",
    "nej",
    "nejdå",
    "ej",
    "inte",
    "icke",
    "ingen",
    "inget",
    "inga",
    "ingenting",
    "aldrig",
    "saknas",
    "finnsej",
    "finnsinte",
    "ja",
    "japp",
    "jo",
    "senare",
    "vetej",
    "vetinte",
    "okänt",
    "oklart",
    "ingenkommentar",
    "seovan",
    "enligtovan",
    "senedan",
    "påbegäran",
    "samma",
    "ejtillgängligt",
    "tomt",
];

/// None of these has more letters.
const LONGEST: usize = 24;

/// Whether words give a reason: they say something, and more than that something does not apply. A single letter is
/// left to the reader.
pub fn gives_reason(text: &str) -> bool {
    let lower = || letters(text).flat_map(char::to_lowercase);
    let first = lower().next();
    let repeats = lower().nth(1).is_some() && lower().all(|letter| Some(letter) == first);
    let is_no_reason = || NO_REASONS.contains(&lower().collect::<String>().as_str());
    let is_long = letters(text).nth(LONGEST).is_some();
    says_something(text) && !repeats && (is_long || !is_no_reason())
}

/// Whether a reason is no more than a letter or a digit.
pub fn is_one_letter(text: &str) -> bool {
    letters(text).take(2).count() == 1
}

/// The letters and digits of words.
fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|sign| sign.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn none_is_longer_than_what_is_looked_at() {
        assert!(NO_REASONS.iter().all(|words| words.chars().count() <= LONGEST));
    }

    #[test]
    fn what_only_says_that_something_does_not_apply_gives_no_reason() {
        for empty in [
            "",
            "-",
            ".",
            "?",
            "—",
            "n/a",
            "N/A",
            "n.a.",
            "na",
            "No",
            "no.",
            "NONE",
            "nil",
            "xx",
            "xxx",
            "---",
            "...",
            "TBD",
            "not applicable",
            "Not applicable.",
            "does not apply",
            "doesn't apply",
            "see above",
            "yes",
            "ok",
            "ej tillämpligt",
            "Ej tillämpligt!",
            "inte tillämpligt",
            "nej",
            "inga",
            "saknas",
            "ej aktuellt",
            "se ovan",
            "gäller inte",
            "vet ej",
            "e/t",
            "\u{3164}",
            "\u{2800}",
            "\u{ffa0}",
            "\u{115f}",
            "\u{13441}",
            "\u{301}",
            "\u{345}",
            "\u{93e}",
            "\u{fe0f}",
            "\u{e0101}",
            "\u{200b}n/a\u{200b}",
        ] {
            assert!(!gives_reason(empty), "{empty:?}");
        }
        for reason in ["No cards.", "We have none.", "Inga kort hanteras.", "Nobody logs in.", "B2B", "なし", "x"] {
            assert!(gives_reason(reason), "{reason:?}");
        }
        assert!(is_one_letter(" x. ") && !is_one_letter("xy") && !is_one_letter("-"));
    }
}
