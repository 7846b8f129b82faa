//! Ids, versions and reserved words.

use std::borrow::Cow;
use std::collections::HashSet;

use crate::source::fields::Reading;
use crate::source::{Node, Span};
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::problem::questionnaire as problem;

/// Longer ids are refused.
const LONGEST: usize = 64;

/// Words that mean something of their own in every answers file.
pub const RESERVED: [&str; 5] = [UNKNOWN, NOT_APPLICABLE, NEVER, "true", "false"];

/// The answer "we do not know".
pub const UNKNOWN: &str = "unknown";
/// The answer "this does not apply to us".
pub const NOT_APPLICABLE: &str = "n/a";
/// The answer "this has never happened", to questions about dates.
pub const NEVER: &str = "never";

/// A word of more bytes is not reserved, whatever its letters are without case.
const LONGEST_RESERVED: usize = 32;

/// Whether a word is reserved, in any case.
pub fn is_reserved(word: &str) -> bool {
    let word = word.trim();
    word.len() <= LONGEST_RESERVED && RESERVED.contains(&&*folded(word))
}

/// How answers are compared with ids and labels: without outer spaces, without case.
pub fn folded(word: &str) -> Cow<'_, str> {
    let word = word.trim();
    let is_folded = word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_folded { Cow::Borrowed(word) } else { Cow::Owned(word.to_lowercase()) }
}

/// Reads an id: ASCII letters, digits, `-` and `_`.
pub fn id(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<Clean> {
    let written = reading.text(node)?;
    check_id(written, node.span, reading).then(|| one_line(written))
}

/// Checks an id that is a key.
pub fn check_id(written: &str, span: Span, reading: &mut Reading<'_>) -> bool {
    let good = is_id(written);
    if !good {
        reading.note(span, problem::bad_id(one_line(written)));
    } else if is_reserved(written) {
        reading.note(span, problem::reserved_word(one_line(written)));
        return false;
    }
    good
}

/// Reads the full id of a question, `category.question`; without a point it is of a category.
pub fn question_id(node: &Node<'_>, category: &Clean, reading: &mut Reading<'_>) -> Option<Clean> {
    let written = reading.text(node)?;
    match written.split_once('.') {
        Some((of, question)) if is_id(of) && is_id(question) => Some(one_line(written)),
        Some(_) => {
            reading.note(node.span, problem::bad_id(one_line(written)));
            None
        }
        None => id(node, reading).map(|question| category.clone().and(".").and(question)),
    }
}

/// Ids of one kind of thing, each of which may stand once.
#[derive(Debug, Default)]
pub struct Unique(HashSet<Clean>);

impl Unique {
    /// Reads an id that must not have been used before.
    pub fn id(&mut self, node: &Node<'_>, reading: &mut Reading<'_>) -> Option<Clean> {
        let id = id(node, reading)?;
        if !self.0.insert(id.clone()) {
            reading.note(node.span, problem::duplicate_id(&id));
        }
        Some(id)
    }
}

/// Whether a text has the form of an id.
pub fn is_id(text: &str) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
    plain && !text.is_empty() && text.len() <= LONGEST
}

/// Reads a version `major.minor.patch`.
pub fn version(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<Clean> {
    let written = reading.text(node)?;
    let good = is_version(written);
    if !good {
        reading.note(node.span, problem::bad_version(one_line(written)));
    }
    good.then(|| one_line(written))
}

/// Whether a text is three numbers with points between them.
pub fn is_version(text: &str) -> bool {
    let parts: Vec<&str> = text.split('.').collect();
    parts.len() == 3
        && parts.iter().all(|part| (1..=9).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()))
}
