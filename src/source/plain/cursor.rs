//! Where in the text the reading is, and what of it may be skipped.

use crate::source::file::Span;
use crate::source::node::{Kind, Node};

pub(super) struct Cursor<'s> {
    pub(super) text: &'s str,
    pub(super) bytes: &'s [u8],
    /// The next byte.
    pub(super) at: usize,
    /// Where the line of that byte begins.
    pub(super) line: usize,
    pub(super) deepest: usize,
    pub(super) nodes_left: usize,
}

impl<'s> Cursor<'s> {
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
        while self.peek() == Some(b' ') {
            self.at += 1;
        }
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

    /// A block reaches to the next token, without the blanks before it.
    pub(super) fn ended(&self, start: usize, kind: Kind<'s>) -> Node<'s> {
        let text = self.text[start..self.at].trim_end();
        Node { span: Span::from(start..start + text.len()), kind }
    }
}

/// A text up to the end of its line.
pub(super) fn first_line(text: &str) -> &str {
    text.find('\n').map_or(text, |end| &text[..end])
}
