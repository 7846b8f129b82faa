//! What the keys of a kind of file are, as far as a broken one must be known by them.

use super::head::is_dotted;
use crate::source::node::{Kind, Node};

/// The keys of a kind of file.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The keys at the top.
    pub top: &'static [&'static str],
    /// Those of them that hold entries, each under an id of its own.
    pub sections: &'static [EntrySection],
}

/// A key at the top that holds entries.
#[derive(Clone, Copy, Debug)]
pub struct EntrySection {
    /// The key.
    pub key: &'static str,
    /// The keys of an entry.
    pub fields: &'static [&'static str],
    /// Whether the entries are answers to questions, whose ids have a dot.
    pub is_by_question: bool,
}

impl Shape {
    /// Whether a key can stand at the top.
    pub(super) fn is_top(&self, key: &str) -> bool {
        self.top.contains(&key)
    }

    /// Whether a tree is whole and yet holds the id of a question where none can stand, or a key run together with its
    /// value, for want of blanks or for too many.
    pub fn is_shifted(&self, root: &Node<'_>) -> bool {
        let holds_id = |node: &Node<'_>| match &node.kind {
            Kind::Map(entries) => entries.iter().any(|entry| is_dotted(entry.key)),
            _ => false,
        };
        let is_shifted = |section: &EntrySection| match root.get(section.key).map(|node| &node.kind) {
            Some(Kind::Map(entries)) => entries.iter().any(|entry| {
                let is_id = !opens_braces(entry.key) && !section.has_field(entry.key);
                !is_id || holds_id(&entry.value) || section.is_one_word(&entry.value)
            }),
            _ => false,
        };
        holds_id(root) || self.sections.iter().filter(|section| section.is_by_question).any(is_shifted)
    }

    /// The section that a key at the top holds.
    pub fn section(&self, key: &str) -> Option<&'static EntrySection> {
        self.sections.iter().find(|section| section.key == key)
    }
}

/// Whether braces open within a key, behind a blank.
fn opens_braces(key: &str) -> bool {
    memchr::memchr_iter(b'{', key.as_bytes()).any(|at| key[..at].ends_with(' '))
}

impl EntrySection {
    /// Whether a text is a key of an entry with its value, run together.
    fn is_one_word(&self, node: &Node<'_>) -> bool {
        let Kind::Plain(text) = &node.kind else { return false };
        text.split_once(':').is_some_and(|(key, _)| self.has_field(key))
    }

    /// Whether a key belongs to an entry.
    pub(super) fn has_field(&self, key: &str) -> bool {
        self.fields.iter().any(|field| field.eq_ignore_ascii_case(key))
    }
}
