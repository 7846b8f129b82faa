//! Places that can be gone to from everywhere, by a word of either language.

use crate::questionnaire::names::folded;
use crate::words::Lang;
use crate::words::clean::Clean;

/// A place in a dialogue that is no question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Landmark {
    /// What is at stake.
    Stakes,
    /// The documents.
    Documents,
    /// The red flags.
    Flags,
    /// Our own duties.
    Duties,
    /// The decision.
    Decision,
    /// What is open.
    Open,
    /// Who reviews.
    Reviewer,
    /// The end.
    End,
}

/// What each place is called, whatever the reader's language: first the letter and the word that are shown in English,
/// then those that are shown in Swedish.
const NAMES: [(Landmark, &[&str]); 8] = [
    (Landmark::Decision, &["d", "decision", "b", "beslut", "decide", "beslutet", "besluta"]),
    (Landmark::Flags, &["f", "flags", "f", "flaggor", "flag", "flagga", "flaggorna", "red flags", "röda flaggor"]),
    (
        Landmark::Stakes,
        &[
            "s",
            "stakes",
            "s",
            "insats",
            "stake",
            "insatser",
            "insatsen",
            "inherent",
            "inherent risk",
            "inneboende risk",
        ],
    ),
    (
        Landmark::Documents,
        &["p", "documents", "p", "dokument", "document", "papers", "papper", "dokumenten", "underlag"],
    ),
    (Landmark::Duties, &["u", "duties", "u", "plikter", "duty", "plikt", "skyldigheter"]),
    (Landmark::Open, &["o", "open", "o", "öppna", "öppet"]),
    (Landmark::Reviewer, &["r", "reviewer", "g", "granskare", "granskaren"]),
    (Landmark::End, &["e", "end", "e", "slut", "finish", "done", "slutet", "klart", "klar"]),
];

impl Landmark {
    /// The place that a word names in any case.
    pub fn named(word: &str) -> Option<Landmark> {
        let word = folded(word);
        NAMES.iter().find(|(_, names)| names.iter().any(|name| folded(name) == word)).map(|(place, _)| *place)
    }

    fn shown(self, lang: Lang) -> [&'static str; 2] {
        let names = NAMES.iter().find(|(place, _)| *place == self).map_or(&[][..], |(_, names)| names);
        match (lang, names) {
            (Lang::En, [key, word, ..]) | (Lang::Sv, [_, _, key, word, ..]) => [key, word],
            _ => ["", ""],
        }
    }

    /// The letter that leads there.
    pub fn key(self, lang: Lang) -> &'static str {
        self.shown(lang)[0]
    }

    /// The word that leads there.
    pub fn word(self, lang: Lang) -> &'static str {
        self.shown(lang)[1]
    }

    /// What it is, for a menu.
    pub fn label(self, lang: Lang) -> Clean {
        match self {
            Landmark::Stakes => lang.place_stakes(),
            Landmark::Documents => lang.place_documents(),
            Landmark::Flags => lang.place_flags(),
            Landmark::Duties => lang.our_duties(),
            Landmark::Decision => lang.decision_place(),
            Landmark::Open => lang.place_open(),
            Landmark::Reviewer => lang.place_reviewer(),
            Landmark::End => lang.place_end(),
        }
    }

    /// Whether only our review has it.
    pub fn is_ours(self) -> bool {
        use Landmark::{Decision, Duties, Flags, Reviewer, Stakes};
        matches!(self, Stakes | Flags | Duties | Decision | Reviewer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_named_in_both_languages_by_a_letter_and_a_word_of_its_own() {
        for (place, names) in NAMES {
            for lang in Lang::ALL {
                assert!(place.key(lang).chars().count() == 1 && place.word(lang).len() > 2, "{place:?}");
            }
            for name in names {
                assert_eq!(Landmark::named(&name.to_uppercase()), Some(place), "{name}");
            }
        }
        assert_eq!(Landmark::named("access.mfa"), None);
    }
}
