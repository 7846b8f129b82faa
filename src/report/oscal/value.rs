//! The values of OSCAL: ids, moments, texts and properties in the shapes that its schema asks for.

use serde::{Serialize, Serializer};
use uuid::Uuid;

use crate::assessment::Subject;
use crate::assessment::decision::bound_to;
use crate::document::markdown;
use crate::report::parts::basis::TOOL;
use crate::source::Date;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::exact::Rounding;
use crate::words::number::fixed;
use crate::words::{Exact, Lang};

/// The namespace of what OSCAL has no name for. It stands in no domain, so that nobody else can claim it.
pub(super) const NAMESPACE: &str = "urn:duly:oscal@1";

/// Digits after the point of numbers, rounded half to even, as in our own JSON.
const DECIMALS: u32 = 6;

/// What stands where a text has to and there is none.
const NOTHING: &str = "–";

/// The years that a moment of OSCAL can lie in.
const YEARS: (i16, i16) = (1900, 2999);

/// The id of something: the same for the same thing, whenever and wherever it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct OscalId(Uuid);

impl OscalId {
    /// Of a kind of thing and what tells it from others of its kind.
    pub(super) fn of(kind: &str, name: &str) -> OscalId {
        let namespace = Uuid::new_v5(&Uuid::NAMESPACE_URL, NAMESPACE.as_bytes());
        OscalId(Uuid::new_v5(&namespace, format!("{kind}\n{name}").as_bytes()))
    }

    /// A reference to it within the document.
    pub(super) fn here(self) -> String {
        format!("#{}", self.0)
    }
}

impl Serialize for OscalId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// What the ids of a judgement are made of: the fingerprints of all that was judged and by what, and the day.
pub(super) struct JudgedBasis(String);

impl JudgedBasis {
    pub(super) fn of(subject: &Subject<'_>) -> JudgedBasis {
        let review = subject.review.map(|review| review.source.fingerprint().to_string());
        let policy = subject.policy.source.as_ref().map(|source| source.fingerprint().to_string());
        let parts = [
            Some(subject.questionnaire.fingerprint()),
            Some(bound_to(subject).to_string()),
            review,
            policy,
            Some(subject.as_of.to_string()),
        ];
        JudgedBasis(parts.map(Option::unwrap_or_default).join("\n"))
    }

    /// The id of a thing of the judgement.
    pub(super) fn id(&self, kind: &str, name: &str) -> OscalId {
        OscalId::of(kind, &format!("{}\n{name}", self.0))
    }

    /// The id of the document, which is another one in another language and of another version of the program.
    pub(super) fn document(&self, lang: Lang) -> OscalId {
        self.id("assessment-results", &format!("{}\n{TOOL}", lang.code()))
    }
}

/// A moment. Days are those of the files, so that the clock has no part in it; one that OSCAL cannot say is the nearest
/// that it can.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OscalMoment(String);

impl OscalMoment {
    /// The beginning of a day.
    pub(super) fn start(day: Date) -> OscalMoment {
        OscalMoment(format!("{}T00:00:00Z", within(day)))
    }

    /// The end of a day.
    pub(super) fn end(day: Date) -> OscalMoment {
        OscalMoment(format!("{}T23:59:59Z", within(day)))
    }
}

fn within(day: Date) -> Date {
    match (Date::new(YEARS.0, 1, 1), Date::new(YEARS.1, 12, 31)) {
        (Some(first), Some(last)) => day.clamp(first, last),
        _ => day,
    }
}

/// A text that is read as Markdown: the words stay words, whatever signs they hold.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OscalProse(String);

impl OscalProse {
    /// One line.
    pub(super) fn line(words: &Clean) -> OscalProse {
        OscalProse::paragraphs([words])
    }

    /// A paragraph each; those that say nothing are left out.
    pub(super) fn paragraphs<'w>(all: impl IntoIterator<Item = &'w Clean>) -> OscalProse {
        let all: Vec<String> = all.into_iter().map(markdown::of_words).filter(|words| !words.is_empty()).collect();
        OscalProse(if all.is_empty() { NOTHING.to_owned() } else { all.join("\n\n") })
    }

    /// The same, if there are any.
    pub(super) fn some(all: &[Clean]) -> Option<OscalProse> {
        let says = all.iter().any(|words| !words.trim().is_empty());
        says.then(|| OscalProse::paragraphs(all))
    }
}

/// A text that is read as it is. It has no blank at its ends and is not empty.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OscalString(Clean);

impl OscalString {
    pub(super) fn of(words: impl Trusted) -> OscalString {
        let words = words.clean().part(str::trim);
        OscalString(if words.is_empty() { NOTHING.clean() } else { words })
    }

    /// Of a text of a file.
    pub(super) fn foreign(text: &str) -> OscalString {
        OscalString::of(one_line(text))
    }
}

/// An id that has to begin with a letter or an underscore: that of ours where it begins with a letter, else with an
/// underscore before it, so that no two become one.
pub(super) fn token(id: &Clean) -> Clean {
    if id.starts_with(|c: char| c.is_ascii_alphabetic()) { id.clone() } else { "_".and(id) }
}

/// A property in our namespace.
#[derive(Clone, Debug, Serialize)]
pub(super) struct OscalProp {
    name: &'static str,
    ns: &'static str,
    value: OscalString,
    #[serde(skip_serializing_if = "Option::is_none")]
    class: Option<Clean>,
}

impl OscalProp {
    /// Words, a day, a count.
    pub(super) fn of(name: &'static str, value: impl Trusted) -> OscalProp {
        OscalProp { name, ns: NAMESPACE, value: OscalString::of(value), class: None }
    }

    /// A word of the program's own, as it stands in our JSON.
    pub(super) fn word(name: &'static str, word: &'static str) -> OscalProp {
        OscalProp::of(name, word)
    }

    /// A text of a file.
    pub(super) fn foreign(name: &'static str, text: &str) -> OscalProp {
        OscalProp::of(name, one_line(text))
    }

    /// Yes or no.
    pub(super) fn truth(name: &'static str, holds: bool) -> OscalProp {
        OscalProp::of(name, if holds { "yes" } else { "no" })
    }

    /// A number as decimal digits.
    pub(super) fn number(name: &'static str, number: &Exact) -> OscalProp {
        OscalProp::of(name, fixed(number, DECIMALS, Rounding::HalfEven))
    }

    /// What it is of: a category by its id.
    pub(super) fn class(self, id: &Clean) -> OscalProp {
        OscalProp { class: Some(token(id)), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_stay_where_oscal_has_years() {
        let day = |text: &str| Date::parse(text).unwrap();
        assert_eq!(OscalMoment::start(day("2026-11-23")).0, "2026-11-23T00:00:00Z");
        assert_eq!(OscalMoment::end(day("9999-12-31")).0, "2999-12-31T23:59:59Z");
        assert_eq!(OscalMoment::start(day("0001-02-03")).0, "1900-01-01T00:00:00Z");
    }

    #[test]
    fn ids_that_begin_otherwise_than_oscal_allows_stay_apart() {
        let tokens = ["a.b", "1.b", "_1.b", "-x.y"].map(|id| token(&id.clean()).to_string());
        assert_eq!(tokens, ["a.b", "_1.b", "__1.b", "_-x.y"]);
    }

    #[test]
    fn texts_are_never_empty_and_never_markup() {
        assert_eq!(OscalProse::line(&"".clean()).0, "–");
        assert_eq!(
            OscalProse::line(&"    {{ insert: param, x }} <b>".clean()).0,
            "\\{\\{ insert: param, x \\}\\} \\<b>"
        );
        assert_eq!(OscalProse::paragraphs(&["a".clean(), "".clean(), "- b".clean()]).0, "a\n\n\\- b");
        assert_eq!(OscalString::of("  ").0, "–");
        assert_eq!(OscalString::foreign(" \u{a0} a\nb ").0, "a b");
    }

    #[test]
    fn ids_are_of_version_5_and_of_their_kind() {
        let id = OscalId::of("party", "A").0;
        assert_eq!((id.get_version_num(), id), (5, OscalId::of("party", "A").0));
        assert_ne!(id, OscalId::of("resource", "A").0);
    }
}
