//! Where in the text the reading is, and what of it may be skipped.

use super::twice::KeysSeen;
use crate::source::arena::Arena;
use crate::source::file::Span;
use crate::source::node::{Entry, Kind, Node};

/// Most files have no more entries and items in lists and maps that are open at a time.
const MANY: usize = 256;

pub(super) struct Cursor<'s> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    /// The next byte.
    pub(super) at: usize,
    /// Where the line of that byte begins.
    pub(super) line: usize,
    pub(super) deepest: usize,
    pub(super) nodes_left: usize,
    /// Where the tree is to lie.
    pub(super) arena: &'s Arena,
    /// The items of all lists that have not ended, those of the innermost last.
    pub(super) items: Vec<Node<'s>>,
    /// The entries of all maps that have not ended, those of the innermost last.
    pub(super) entries: Vec<Entry<'s>>,
    /// The keys of the map that ended last.
    keys: KeysSeen,
    /// The lines of the text in a block that was read last.
    pub(super) lines: Vec<&'s str>,
    /// The same in one.
    pub(super) joined: String,
}

impl<'s> Cursor<'s> {
    pub(super) fn new(text: &'s str, arena: &'s Arena, deepest: usize, nodes_left: usize) -> Self {
        Cursor {
            text,
            bytes: text.as_bytes(),
            at: 0,
            line: 0,
            deepest,
            nodes_left,
            arena,
            items: Vec::with_capacity(MANY),
            entries: Vec::with_capacity(MANY),
            keys: KeysSeen::default(),
            lines: Vec::new(),
            joined: String::new(),
        }
    }

    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn column(&self) -> usize {
        self.at - self.line
    }

    /// One more value at this depth, if there may be one.
    pub(super) fn spend(&mut self, depth: usize) -> Option<()> {
        self.nodes_left = self.nodes_left.checked_sub(1).filter(|_| depth <= self.deepest)?;
        Some(())
    }

    pub(super) fn skip_blanks(&mut self) {
        let mut at = self.at; // in a register, not in memory
        while self.bytes.get(at) == Some(&b' ') {
            at += 1;
        }
        self.at = at;
    }

    pub(super) fn skip_line(&mut self) {
        self.at += first_line(&self.text[self.at..]).len();
    }

    /// To the next thing that is neither blank nor comment.
    pub(super) fn skip_to_token(&mut self) {
        loop {
            self.skip_blanks();
            match self.peek() {
                Some(b'\n') => {
                    self.at += 1;
                    self.line = self.at;
                }
                Some(b'#') if self.at == 0 || matches!(self.bytes[self.at - 1], b' ' | b'\n') => self.skip_line(),
                _ => return,
            }
        }
    }

    /// After a value on a line nothing but a comment may follow.
    pub(super) fn end_of_line(&mut self) -> Option<()> {
        let end = self.at;
        self.skip_blanks();
        match self.peek() {
            None | Some(b'\n') => Some(()),
            Some(b'#') if self.at > end => Some(()),
            _ => None,
        }
    }

    /// Whether an entry of a block list begins here.
    pub(super) fn is_entry(&self) -> bool {
        self.peek() == Some(b'-') && matches!(self.bytes.get(self.at + 1), None | Some(b' ' | b'\n'))
    }

    /// Whether a block at a column goes on here; a line that is indented deeper belongs to nothing that is plain.
    pub(super) fn goes_on(&self, column: usize) -> Option<bool> {
        match self.peek() {
            None => Some(false),
            Some(_) if self.column() > column => None,
            Some(_) => Some(self.column() == column),
        }
    }

    /// The items from the first of a list, which has ended.
    pub(super) fn list_of(&mut self, first: usize) -> Kind<'s> {
        let items = self.arena.all(&self.items[first..]);
        self.items.truncate(first);
        Kind::List(items)
    }

    /// The entries from the first of a map, which has ended; `None` if one of its keys may stand there twice.
    pub(super) fn map_of(&mut self, first: usize) -> Option<Kind<'s>> {
        let entries = self.arena.all(&self.entries[first..]);
        self.entries.truncate(first);
        self.keys.are_distinct(entries).then_some(Kind::Map(entries))
    }

    /// A block reaches to the next token, without the blanks before it.
    pub(super) fn ended(&self, start: usize, kind: Kind<'s>) -> Node<'s> {
        let text = self.text[start..self.at].trim_end();
        Node { span: Span::from(start..start + text.len()), kind }
    }
}

/// A text up to the end of its line.
pub(super) fn first_line(text: &str) -> &str {
    memchr::memchr(b'\n', text.as_bytes()).map_or(text, |end| &text[..end])
}
