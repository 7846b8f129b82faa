//! Lists and maps whose entries stand on lines of their own.

use super::cursor::Cursor;
use super::scalar::Within;
use crate::source::file::Span;
use crate::source::node::{Entry, Kind, Node};

impl<'s> Cursor<'s> {
    /// A list or a map whose first line begins here.
    pub(super) fn block(&mut self, depth: usize) -> Option<Node<'s>> {
        self.spend(depth)?;
        if self.is_entry() { self.list(depth) } else { self.map(depth) }
    }

    fn list(&mut self, depth: usize) -> Option<Node<'s>> {
        let (start, column) = (self.at, self.column());
        self.list_from(start, column, depth)
    }

    fn list_from(&mut self, start: usize, column: usize, depth: usize) -> Option<Node<'s>> {
        let first = self.items.len();
        loop {
            self.at += 1;
            let item = self.value(column, false, depth + 1)?;
            self.items.push(item);
            self.skip_to_token();
            if !self.goes_on(column)? || !self.is_entry() {
                let kind = self.list_of(first);
                return Some(self.ended(start, kind));
            }
        }
    }

    fn map(&mut self, depth: usize) -> Option<Node<'s>> {
        let (start, column, first) = (self.at, self.column(), self.entries.len());
        loop {
            let (key, key_span) = self.key(depth + 1)?;
            let value = self.value(column, true, depth + 1)?;
            self.entries.push(Entry { key, key_span, value });
            self.skip_to_token();
            if !self.goes_on(column)? {
                let kind = self.map_of(first)?;
                return Some(self.ended(start, kind));
            }
        }
    }

    /// What follows the colon of a key, or the dash of an entry, of a block at a column.
    fn value(&mut self, column: usize, is_in_map: bool, depth: usize) -> Option<Node<'s>> {
        let colon = self.at - 1;
        self.skip_blanks();
        match self.peek() {
            Some(b'|' | b'>') => self.block_text(column, depth),
            None | Some(b'\n' | b'#') => {
                self.skip_to_token();
                self.value_below(column, is_in_map, colon, depth)
            }
            Some(_) if !is_in_map && self.begins_block() => self.block(depth),
            Some(_) => {
                let found = self.inline(Within::Block, depth)?;
                self.end_of_line()?;
                Some(found)
            }
        }
    }

    /// What stands on the lines below a key or a dash; it must be indented, but a list may stand right below its key.
    fn value_below(&mut self, column: usize, is_in_map: bool, colon: usize, depth: usize) -> Option<Node<'s>> {
        if self.at < self.bytes.len() && self.column() > column {
            return self.block(depth);
        }
        self.spend(depth)?;
        if is_in_map && self.column() == column && self.is_entry() {
            // the parser lets such a list begin behind its first dash
            let rest = &self.bytes[self.at + 1..];
            let blanks = rest.iter().position(|byte| *byte != b' ').filter(|at| !b"\n#".contains(&rest[*at]))?;
            return self.list_from(self.at + 1 + blanks, column, depth);
        }
        is_in_map.then(|| Node { span: Span::from(colon..colon), kind: Kind::Null }) // an empty entry is rare
    }
}
