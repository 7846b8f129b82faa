//! Texts on one line: keys, quoted texts and bare ones.

use std::borrow::Cow;

use super::bytes::{self, BEGINS, IN_KEY, STOPS_IN_BLOCK, STOPS_IN_FLOW};
use super::cursor::{Cursor, first_line};
use crate::source::file::Span;
use crate::source::node::{Kind, Node, is_null};

/// Longer keys are left to the parser.
const LONGEST_KEY: usize = 128;

/// Where a scalar without quotes stands.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Within {
    Block,
    Flow,
}

impl<'s> Cursor<'s> {
    /// A key and its colon.
    pub(super) fn key(&mut self, depth: usize) -> Option<(&'s str, Span)> {
        self.spend(depth)?;
        let start = self.at;
        let rest = &self.bytes[start..];
        let length = bytes::how_many(rest, IN_KEY);
        let key = &self.text[start..start + length];
        let is_plain = rest.first().is_some_and(u8::is_ascii_alphanumeric) && length <= LONGEST_KEY;
        let ends = matches!(&rest[length..], [b':'] | [b':', b' ' | b'\n', ..]);
        if !is_plain || is_null(key) || !ends {
            return None;
        }
        self.at = start + length + 1;
        Some((key, Span::from(start..start + length)))
    }

    pub(super) fn double_quoted(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        let mut inner = &self.text[start + 1..];
        let mut value = Cow::Borrowed("");
        loop {
            let stop = inner.bytes().position(|byte| matches!(byte, b'"' | b'\\' | b'\n'))?;
            append(&mut value, &inner[..stop]);
            match &inner.as_bytes()[stop..] {
                [b'"', ..] => break self.at = self.text.len() - inner.len() + stop + 1,
                [b'\\', b'"' | b'\\', ..] => append(&mut value, &inner[stop + 1..stop + 2]),
                _ => return None,
            }
            inner = &inner[stop + 2..];
        }
        Some(self.quoted(start, value))
    }

    pub(super) fn single_quoted(&mut self) -> Option<Node<'s>> {
        let start = self.at;
        let mut inner = &self.text[start + 1..];
        let mut value = Cow::Borrowed("");
        loop {
            let stop = inner.bytes().position(|byte| matches!(byte, b'\'' | b'\n'))?;
            append(&mut value, &inner[..stop]);
            match &inner.as_bytes()[stop..] {
                [b'\'', b'\'', ..] => append(&mut value, "'"),
                [b'\'', ..] => break self.at = self.text.len() - inner.len() + stop + 1,
                _ => return None,
            }
            inner = &inner[stop + 2..];
        }
        Some(self.quoted(start, value))
    }

    /// A text in quotes that has been passed.
    fn quoted(&self, start: usize, value: Cow<'s, str>) -> Node<'s> {
        Node { span: Span::from(start..self.at), kind: Kind::Quoted(self.arena.kept(value)) }
    }

    /// A text without quotes, on one line.
    pub(super) fn bare(&mut self, within: Within) -> Option<Node<'s>> {
        let start = self.at;
        let rest = &self.bytes[start..];
        let begins = match rest {
            [b'-', next, ..] => next.is_ascii_alphanumeric(),
            [first, ..] => bytes::is(*first, BEGINS),
            [] => false,
        };
        let length = length_of_bare(rest, within).filter(|_| begins)?;
        let value = self.text[start..start + length].trim_end_matches(' ');
        self.at = start + value.len();
        let kind = if is_null(value) { Kind::Null } else { Kind::Plain(value) };
        Some(Node { span: Span::from(start..self.at), kind })
    }

    /// Whether a list or a map begins on the line of a dash.
    pub(super) fn begins_block(&self) -> bool {
        let line = first_line(&self.text[self.at..]).as_bytes();
        let is_open = |byte: &u8| matches!(byte, b'"' | b'\'' | b'[' | b'{');
        self.is_entry() || (!line.first().is_some_and(is_open) && has_colon(line))
    }
}

/// Whether a colon in a line is followed by a blank or by nothing.
fn has_colon(line: &[u8]) -> bool {
    line.ends_with(b":") || line.windows(2).any(|pair| pair == b": ")
}

/// How long a text without quotes is; `None` if it holds what is no text.
fn length_of_bare(rest: &[u8], within: Within) -> Option<usize> {
    let stops = if within == Within::Block { STOPS_IN_BLOCK } else { STOPS_IN_FLOW };
    let mut length = 0;
    loop {
        length += bytes::how_many_before(&rest[length..], stops);
        match (&rest[length..], within) {
            ([b'#', ..], _) if !rest[..length].ends_with(b" ") => {}
            ([b':', next, ..], Within::Block) if !b" \n".contains(next) => {}
            ([b':', next, ..], Within::Flow) if !b" \n,[]{}".contains(next) => {}
            ([] | [b'\n' | b'#', ..], Within::Block) | ([b',' | b']' | b'}', ..], Within::Flow) => return Some(length),
            _ => return None,
        }
        length += 1;
    }
}

/// Adds a piece to a text, which is copied only if it has more than one.
fn append<'s>(value: &mut Cow<'s, str>, piece: &'s str) {
    if value.is_empty() {
        *value = Cow::Borrowed(piece);
    } else {
        value.to_mut().push_str(piece);
    }
}
