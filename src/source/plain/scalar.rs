//! Texts on one line: keys, quoted texts and bare ones.

use std::borrow::Cow;

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
    pub(super) fn key(&mut self, depth: usize) -> Option<(Cow<'s, str>, Span)> {
        self.spend(depth)?;
        let start = self.at;
        let letters = self.bytes[start..].iter().take(LONGEST_KEY + 1);
        let length = letters.take_while(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte)).count();
        let key = &self.text[start..start + length];
        let is_plain = key.as_bytes().first().is_some_and(u8::is_ascii_alphanumeric) && length <= LONGEST_KEY;
        let ends = matches!(self.bytes.get(start + length + 1), None | Some(b' ' | b'\n'));
        if !is_plain || is_null(key) || self.bytes.get(start + length) != Some(&b':') || !ends {
            return None;
        }
        self.at = start + length + 1;
        Some((Cow::Borrowed(key), Span::from(start..start + length)))
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
        Some(Node { span: Span::from(start..self.at), kind: Kind::Quoted(value) })
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
        Some(Node { span: Span::from(start..self.at), kind: Kind::Quoted(value) })
    }

    /// A text without quotes, on one line.
    pub(super) fn bare(&mut self, within: Within) -> Option<Node<'s>> {
        let start = self.at;
        let rest = &self.text[start..];
        let begins = match rest.as_bytes() {
            [b'-', next, ..] => next.is_ascii_alphanumeric(),
            [first, ..] => first.is_ascii_alphanumeric() || *first >= 0x80 || b"(/.~+_<=$".contains(first),
            [] => false,
        };
        let length = length_of_bare(rest, within).filter(|_| begins)?;
        let value = self.text[start..start + length].trim_end_matches(' ');
        self.at = start + value.len();
        let kind = if is_null(value) { Kind::Null } else { Kind::Plain(Cow::Borrowed(value)) };
        Some(Node { span: Span::from(start..self.at), kind })
    }
}

/// Whether a colon in a line, or a part of one before a blank, is followed by a blank or by nothing.
pub(super) fn has_colon(line: &[u8]) -> bool {
    line.ends_with(b":") || line.windows(2).any(|pair| pair == b": ")
}

/// How long a text without quotes is; `None` if it holds what is no text.
fn length_of_bare(rest: &str, within: Within) -> Option<usize> {
    match within {
        Within::Block => length_in_block(first_line(rest).as_bytes()),
        Within::Flow => length_in_flow(rest.as_bytes()),
    }
}

fn length_in_block(line: &[u8]) -> Option<usize> {
    let is_special = line.iter().fold(false, |found, byte| found | (*byte == b':') | (*byte == b'#'));
    if !is_special {
        return Some(line.len());
    }
    let comment = line.windows(2).position(|pair| pair == b" #");
    let text = &line[..comment.unwrap_or(line.len())];
    (!has_colon(text)).then_some(text.len())
}

fn length_in_flow(rest: &[u8]) -> Option<usize> {
    for (at, byte) in rest.iter().enumerate() {
        match byte {
            b',' | b']' | b'}' => return Some(at),
            b'\n' | b'[' | b'{' => return None,
            b'#' if at > 0 && rest[at - 1] == b' ' => return None,
            b':' if rest.get(at + 1).is_none_or(|next| b" \n,[]{}".contains(next)) => return None,
            _ => {}
        }
    }
    None
}

/// Adds a piece to a text, which is copied only if it has more than one.
fn append<'s>(value: &mut Cow<'s, str>, piece: &'s str) {
    if value.is_empty() {
        *value = Cow::Borrowed(piece);
    } else {
        value.to_mut().push_str(piece);
    }
}
