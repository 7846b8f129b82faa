//! Values on one line, and lists and maps in brackets and braces.

use super::cursor::Cursor;
use super::scalar::Within;
use crate::source::file::Span;
use crate::source::node::{Entry, Kind, Node};

impl<'s> Cursor<'s> {
    /// A value on one line.
    pub(super) fn inline(&mut self, within: Within, depth: usize) -> Option<Node<'s>> {
        self.spend(depth)?;
        match self.peek()? {
            b'[' => self.flow_list(depth),
            b'{' => self.flow_map(depth),
            b'"' => self.double_quoted(),
            b'\'' => self.single_quoted(),
            _ => self.bare(within),
        }
    }

    fn flow_list(&mut self, depth: usize) -> Option<Node<'s>> {
        let (start, first) = (self.at, self.items.len());
        while self.flow_goes_on(start, b']')? {
            let item = self.inline(Within::Flow, depth + 1)?;
            self.items.push(item);
        }
        let kind = self.list_of(first);
        Some(Node { span: Span::from(start..self.at), kind })
    }

    fn flow_map(&mut self, depth: usize) -> Option<Node<'s>> {
        let (start, first) = (self.at, self.entries.len());
        while self.flow_goes_on(start, b'}')? {
            let (key, key_span) = self.key(depth + 1)?;
            let colon = self.at - 1;
            self.skip_blanks();
            let value = match self.peek()? {
                b',' | b'}' => {
                    self.spend(depth + 1)?;
                    Node { span: Span::from(colon..colon), kind: Kind::Null }
                }
                _ => self.inline(Within::Flow, depth + 1)?,
            };
            self.entries.push(Entry { key, key_span, value });
        }
        let kind = self.map_of(first)?;
        Some(Node { span: Span::from(start..self.at), kind })
    }

    /// To the next entry between brackets, or past the closing one.
    fn flow_goes_on(&mut self, start: usize, closing: u8) -> Option<bool> {
        if self.at > start {
            self.skip_blanks();
            match self.peek()? {
                b',' => {}
                found if found == closing => {
                    self.at += 1;
                    return Some(false);
                }
                _ => return None,
            }
        }
        self.at += 1;
        self.skip_blanks();
        let closes = self.peek()? == closing;
        self.at += usize::from(closes);
        Some(!closes)
    }
}
