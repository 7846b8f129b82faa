//! Texts in the languages of a questionnaire.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::limits::LONGEST_TEXT;
use super::names::folded;
use crate::source::Node;
use crate::source::fields::{Fields, Reading};
use crate::source::node::Kind;
use crate::words::clean::{Clean, one_line};
use crate::words::problem::questionnaire as problem;

/// One of the languages of a questionnaire: by default the first, in which every text is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextLanguage(usize);

impl TextLanguage {
    /// The language with a code among those of a questionnaire; the first where it is none of them.
    pub fn of(code: &str, languages: &[String]) -> TextLanguage {
        TextLanguage(languages.iter().position(|known| known == code).unwrap_or_default())
    }

    /// Its code among those of the questionnaire.
    pub fn code(self, languages: &[String]) -> Option<&str> {
        languages.get(self.0).map(String::as_str)
    }
}

/// A text in each language of its questionnaire, or one that serves for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(bound(deserialize = "'de: 'static"))]
pub struct Translations {
    /// In the first language.
    first: Carried,
    /// In the others.
    others: Vec<Carried>,
}

/// A text that was read, or that the program carries and nobody copies: it is taken only from what is there for good,
/// and so is everything that holds one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Carried(#[serde(borrow)] Cow<'static, str>);

impl Translations {
    /// One text for all languages.
    pub fn same(text: &str) -> Translations {
        Translations { first: Carried::of(text.to_owned()), others: Vec::new() }
    }

    /// A text per language, in the order of the questionnaire's languages; `None` if there is none.
    pub fn each(texts: impl IntoIterator<Item = String>) -> Option<Translations> {
        let mut texts = texts.into_iter().map(Carried::of);
        Some(Translations { first: texts.next()?, others: texts.collect() })
    }

    /// The text in one of its questionnaire's languages (see
    /// [`Questionnaire::language`](super::Questionnaire::language)).
    pub fn get(&self, language: TextLanguage) -> &str {
        language.0.checked_sub(1).and_then(|at| self.others.get(at)).unwrap_or(&self.first).as_str()
    }

    /// The same as it is told to people: cleaned, since whoever wrote the questionnaire may be the vendor.
    pub fn said(&self, language: TextLanguage) -> Clean {
        one_line(self.get(language))
    }

    /// Whether it says the same as another in some language: what differs in the others is a better translation.
    pub fn agrees(&self, other: &Translations) -> bool {
        self.all().any(|one| other.all().any(|another| one == another))
    }

    /// The text in every language that differs.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        [&self.first].into_iter().chain(&self.others).map(Carried::as_str)
    }
}

impl Carried {
    fn of(text: String) -> Carried {
        Carried(Cow::Owned(text))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

/// An option with what it is called: its id within the program, its id as written, its label.
pub type Named<'q, I> = (I, &'q str, &'q Translations);

/// The option that a word names by id, or by label in any language; case does not matter.
pub fn named<I: Copy>(written: &str, options: &[Named<'_, I>]) -> Option<I> {
    if let Some((option, ..)) = options.iter().find(|(_, id, _)| *id == written) {
        return Some(*option); // no other option has this name, see `read::form`
    }
    let wanted = folded(written);
    let is_wanted = |text: &str| folded(text) == wanted;
    let found = options.iter().find(|(_, id, label)| is_wanted(id) || label.all().any(is_wanted));
    found.map(|(option, ..)| *option)
}

/// Whether a text is no longer than any may be; of one that is, that is noted.
pub(super) fn has_room(text: &str, node: &Node<'_>, reading: &mut Reading<'_>) -> bool {
    let has_room = text.len() <= LONGEST_TEXT || text.chars().count() <= LONGEST_TEXT;
    if !has_room {
        reading.note(node.span, problem::text_too_long(LONGEST_TEXT));
    }
    has_room
}

/// A text that says something and is not too long.
fn filled<'n>(node: &'n Node<'_>, reading: &mut Reading<'_>) -> Option<&'n str> {
    reading.filled_text(node).filter(|text| has_room(text, node, reading))
}

/// Reads a text: a string, or a map with one string for each of `languages`.
pub fn read(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Option<Translations> {
    let Kind::Map(entries) = &node.kind else {
        return filled(node, reading).map(Translations::same);
    };
    for entry in entries.iter().filter(|entry| !languages.iter().any(|known| *known == entry.key)) {
        reading.note(entry.key_span, problem::unknown_language(one_line(entry.key)));
    }
    let mut texts = Vec::with_capacity(languages.len());
    for language in languages {
        match node.get(language) {
            Some(text) => texts.extend(filled(text, reading).map(str::to_owned)),
            None => reading.note(node.span, problem::missing_language(one_line(language))),
        }
    }
    Translations::each(texts).filter(|text| text.all().count() == languages.len())
}

/// Reads the text of a key that may be missing.
pub(super) fn optional(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    languages: &[String],
    reading: &mut Reading<'_>,
) -> Option<Translations> {
    fields.optional(key).and_then(|node| read(node, languages, reading))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_there_in_every_language() {
        let both = Translations::each(["yes", "ja"].map(str::to_owned)).unwrap();
        let languages = ["en", "sv"].map(str::to_owned);
        let told = ["en", "sv", "de"].map(|code| both.get(TextLanguage::of(code, &languages)));
        assert_eq!(told, ["yes", "ja", "yes"]);
        assert_eq!(both.get(TextLanguage::default()), "yes");
        assert_eq!(both.all().collect::<Vec<_>>(), ["yes", "ja"]);
        assert_eq!(Translations::same("x").get(TextLanguage::of("sv", &languages)), "x");
        assert_eq!(Translations::each([]), None);
    }

    #[test]
    fn what_is_there_for_good_is_not_copied() {
        let both = Translations::each(["yes", "ja"].map(str::to_owned)).unwrap();
        let read: Translations = postcard::from_bytes(postcard::to_allocvec(&both).unwrap().leak()).unwrap();
        assert_eq!(read, both);
        let is_copied = |text: &Carried| matches!(text.0, Cow::Owned(_));
        assert!(is_copied(&both.first) && ![&read.first, &read.others[0]].into_iter().any(is_copied));
    }
}
