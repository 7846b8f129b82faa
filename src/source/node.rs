//! The tree of a YAML or TOML file: texts, lists and maps, each with its place. Values keep the text they have in the
//! file; what `no` or `010` means is for the reader to say.

use std::borrow::Cow;
use std::collections::HashSet;

use super::file::Span;

/// A part of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'s> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'s>,
}

/// What a part of a file is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind<'s> {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A value that was written without quotes.
    Plain(Cow<'s, str>),
    /// A value in quotes or in a block, so certainly a text.
    Quoted(Cow<'s, str>),
    /// A list.
    List(Vec<Node<'s>>),
    /// Keys with values, in the order of the file, each key once.
    Map(Vec<Entry<'s>>),
}

/// A key with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry<'s> {
    /// The key.
    pub key: Cow<'s, str>,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node<'s>,
}

/// The entries of a map in the making: each key once.
#[derive(Default)]
pub(super) struct Entries<'s> {
    list: Vec<Entry<'s>>,
    seen: HashSet<Cow<'s, str>>,
}

impl<'s> Entries<'s> {
    /// Most maps are small and need no set to look a key up.
    const SMALL: usize = 16;

    /// Adds an entry, or gives it back if its key is there.
    pub(super) fn push(&mut self, entry: Entry<'s>) -> Result<(), Entry<'s>> {
        let is_new = if self.list.len() < Self::SMALL {
            self.list.iter().all(|known| known.key != entry.key)
        } else {
            if self.seen.is_empty() {
                self.seen.extend(self.list.iter().map(|known| known.key.clone()));
            }
            self.seen.insert(entry.key.clone())
        };
        if is_new {
            self.list.push(entry);
            return Ok(());
        }
        Err(entry)
    }

    /// The entries in their order.
    pub(super) fn all(self) -> Vec<Entry<'s>> {
        self.list
    }
}

/// Whether a word without quotes stands for nothing.
pub(super) fn is_null(word: &str) -> bool {
    matches!(word, "" | "~" | "null" | "Null" | "NULL")
}

impl<'s> Node<'s> {
    /// The same with other places, independent of the text that it was read from.
    pub fn moved(self, to: &dyn Fn(Span) -> Span) -> Node<'static> {
        let own = |text: Cow<'s, str>| Cow::Owned(text.into_owned());
        let kind = match self.kind {
            Kind::Null => Kind::Null,
            Kind::Plain(text) => Kind::Plain(own(text)),
            Kind::Quoted(text) => Kind::Quoted(own(text)),
            Kind::List(items) => Kind::List(items.into_iter().map(|item| item.moved(to)).collect()),
            Kind::Map(entries) => {
                let moved = entries.into_iter().map(|entry| Entry {
                    key: own(entry.key),
                    key_span: to(entry.key_span),
                    value: entry.value.moved(to),
                });
                Kind::Map(moved.collect())
            }
        };
        Node { span: to(self.span), kind }
    }

    /// The text of a value, however it was written; `None` for lists, maps and nothing.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Plain(text) | Kind::Quoted(text) => Some(text),
            Kind::Null | Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// Whether nothing stands here.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// The value of a key, if this is a map that has it and it is not empty.
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        let Kind::Map(entries) = &self.kind else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value).filter(|node| !node.is_null())
    }
}
