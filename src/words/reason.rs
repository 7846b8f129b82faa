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
    // as others write it in a form of ours, and what programs make of yes and no
    "nichtzutreffend",
    "entfällt",
    "sansobjet",
    "nonapplicable",
    "noaplica",
    "ikkerelevant",
    "ikkeaktuelt",
    "eisovellu",
    "nvt",
    "true",
    "false",
];

/// What stands around a reason and is none: left out before it is looked at.
const FILLERS: &[&str] = &[
    // English
    "it",
    "this",
    "that",
    "is",
    "are",
    "the",
    "a",
    "to",
    "for",
    "us",
    "we",
    "our",
    "here",
    "question",
    "because",
    "since",
    "reason",
    "comment",
    "answer", //
    // Swedish
    "det",
    "detta",
    "den",
    "är",
    "för",
    "oss",
    "hos",
    "vi",
    "vår",
    "här",
    "frågan",
    "eftersom",
    "därför",
    "att",
    "orsak",
    "skäl",
    "kommentar",
    "svar",
];

/// None of these has more letters.
const LONGEST: usize = 24;

/// In a longer text nothing is looked for, in letters: it is left to the reader.
const LONG: usize = 3 * LONGEST;

/// Whether words give a reason: they say something, and more than that something does not apply. A single letter is
/// left to the reader.
pub fn gives_reason(text: &str) -> bool {
    let lower = || letters(text).flat_map(char::to_lowercase);
    let first = lower().next();
    let repeats = lower().nth(1).is_some() && lower().all(|letter| Some(letter) == first);
    let is_long = letters(text).nth(LONG).is_some();
    says_something(text) && !repeats && (is_long || !is_no_reason(&text.to_lowercase()))
}

/// Whether words in small letters say no more than that something does not apply, as a whole, without what stands
/// around it, or each of them.
fn is_no_reason(text: &str) -> bool {
    let is_known = |words: &str| NO_REASONS.contains(&words);
    let words = text.split_whitespace().map(|word| letters(word).collect::<String>());
    let words: Vec<String> = words.filter(|word| !word.is_empty() && !FILLERS.contains(&word.as_str())).collect();
    let whole: String = letters(text).collect();
    is_known(&whole) || is_known(&words.concat()) || words.iter().all(|word| is_known(word)) && !is_one_letter(text)
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
    fn what_stands_around_it_makes_no_reason_of_it() {
        for empty in [
            "Not applicable to us",
            "It does not apply",
            "not  applicable here",
            "This is not relevant for us.",
            "Because",
            "reason",
            "comment",
            "na na",
            "Nicht zutreffend",
            "Sans objet",
            "true",
            "Det är ej aktuellt för oss",
        ] {
            assert!(!gives_reason(empty), "{empty:?}");
        }
        for reason in ["a", "Not for us: no agent logs in.", "Det är B2B.", "This service has no cards."] {
            assert!(gives_reason(reason), "{reason:?}");
        }
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
