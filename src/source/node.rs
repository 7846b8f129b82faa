//! The tree of a YAML or TOML file: texts, lists and maps, each with its place. Values keep the text they have in the
//! file; what `no` or `010` means is for the reader to say.

use super::arena::Arena;
use super::file::Span;

/// A part of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Node<'s> {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'s>,
}

/// What a part of a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'s> {
    /// Nothing: an empty value, `~` or `null`.
    Null,
    /// A value that was written without quotes.
    Plain(&'s str),
    /// A value in quotes or in a block, so certainly a text.
    Quoted(&'s str),
    /// A list.
    List(&'s [Node<'s>]),
    /// Keys with values, in the order of the file, each key once.
    Map(&'s [Entry<'s>]),
}

/// A key with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry<'s> {
    /// The key.
    pub key: &'s str,
    /// Where the key stands.
    pub key_span: Span,
    /// The value.
    pub value: Node<'s>,
}

/// Whether a word without quotes stands for nothing.
pub(super) fn is_null(word: &str) -> bool {
    matches!(word, "" | "~" | "null" | "Null" | "NULL")
}

impl<'s> Node<'s> {
    /// The same with other places, independent of the text that it was read from.
    pub fn moved<'a>(&self, arena: &'a Arena, to: &dyn Fn(Span) -> Span) -> Node<'a> {
        let kind = match self.kind {
            Kind::Null => Kind::Null,
            Kind::Plain(text) => Kind::Plain(arena.text(text)),
            Kind::Quoted(text) => Kind::Quoted(arena.text(text)),
            Kind::List(items) => {
                let moved: Vec<_> = items.iter().map(|item| item.moved(arena, to)).collect();
                Kind::List(arena.all(&moved))
            }
            Kind::Map(entries) => {
                let moved = entries.iter().map(|entry| Entry {
                    key: arena.text(entry.key),
                    key_span: to(entry.key_span),
                    value: entry.value.moved(arena, to),
                });
                Kind::Map(arena.all(&moved.collect::<Vec<_>>()))
            }
        };
        Node { span: to(self.span), kind }
    }

    /// The text of a value, however it was written; `None` for lists, maps and nothing.
    pub fn text(&self) -> Option<&'s str> {
        match self.kind {
            Kind::Plain(text) | Kind::Quoted(text) => Some(text),
            Kind::Null | Kind::List(_) | Kind::Map(_) => None,
        }
    }

    /// Whether nothing stands here.
    pub fn is_null(&self) -> bool {
        matches!(self.kind, Kind::Null)
    }

    /// The value of a key, if this is a map that has it and it is not empty.
    pub fn get(&self, key: &str) -> Option<&'s Node<'s>> {
        let Kind::Map(entries) = self.kind else { return None };
        entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value).filter(|node| !node.is_null())
    }
}
