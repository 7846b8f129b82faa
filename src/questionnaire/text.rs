//! Texts in the languages of a questionnaire.

use serde::{Deserialize, Serialize};

use super::names::folded;
use crate::source::Node;
use crate::source::fields::{Fields, Reading};
use crate::source::node::Kind;
use crate::words::complaint::questionnaire as complaint;

/// A text in each language of its questionnaire, or one that serves for all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(Vec<String>);

impl Text {
    /// One text for all languages.
    pub fn same(text: impl Into<String>) -> Text {
        Text(vec![text.into()])
    }

    /// A text per language, in the order of the questionnaire's languages.
    pub fn each(texts: Vec<String>) -> Text {
        Text(texts)
    }

    /// The text in the language with this place in the questionnaire's list (see
    /// [`Questionnaire::language`](super::Questionnaire::language)).
    pub fn get(&self, language: usize) -> &str {
        self.0.get(language).or(self.0.first()).map_or("", String::as_str)
    }

    /// The text in every language that differs.
    pub fn all(&self) -> &[String] {
        &self.0
    }
}

/// The place of the option that a word names by id, or by label in any language; case does not matter.
pub fn named(written: &str, options: &[(&str, &Text)]) -> Option<usize> {
    if let Some(at) = options.iter().position(|(id, _)| *id == written) {
        return Some(at); // no other option has this name, see `read::form`
    }
    let wanted = folded(written);
    let is_wanted = |text: &str| folded(text) == wanted;
    options.iter().position(|(id, label)| is_wanted(id) || label.all().iter().any(|text| is_wanted(text)))
}

/// Reads a text: a string, or a map with one string for each of `languages`.
pub fn read(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Option<Text> {
    let Kind::Map(entries) = &node.kind else {
        return reading.filled_text(node).map(Text::same);
    };
    for entry in entries.iter().filter(|entry| !languages.iter().any(|known| *known == entry.key)) {
        reading.note(entry.key_span, complaint::unknown_language(&entry.key));
    }
    let mut texts = Vec::with_capacity(languages.len());
    for language in languages {
        match node.get(language) {
            Some(text) => texts.extend(reading.filled_text(text).map(str::to_owned)),
            None => reading.note(node.span, complaint::missing_language(language)),
        }
    }
    (texts.len() == languages.len()).then_some(Text(texts))
}

/// Reads the text of a key that may be missing.
pub(super) fn optional(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    languages: &[String],
    reading: &mut Reading<'_>,
) -> Option<Text> {
    fields.optional(key).and_then(|node| read(node, languages, reading))
}
