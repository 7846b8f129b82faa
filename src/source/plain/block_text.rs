//! Texts over several lines, in a block of their own.

use std::borrow::Cow;

use super::cursor::Cursor;
use crate::source::file::Span;
use crate::source::node::{Kind, Node};

impl<'s> Cursor<'s> {
    /// A text in lines of its own, after `|` or `>`.
    pub(super) fn block_text(&mut self, column: usize, depth: usize) -> Option<Node<'s>> {
        self.spend(depth)?;
        let is_folded = self.peek() == Some(b'>');
        let is_stripped = self.bytes.get(self.at + 1) == Some(&b'-');
        self.at += 1 + usize::from(is_stripped);
        let lines = self.lines(column)?;
        let (start, end) = match lines.span {
            Some(span) => span,
            None => (self.at, self.at),
        };
        let value = match &lines.texts[..] {
            [] => Cow::Borrowed(""),
            [one] if is_stripped => Cow::Borrowed(*one),
            texts if is_folded && texts.iter().any(|line| line.is_empty() || line.starts_with(' ')) => return None,
            texts => {
                let joined = texts.join(if is_folded { " " } else { "\n" });
                Cow::Owned(if is_stripped { joined } else { joined + "\n" })
            }
        };
        Some(Node { span: Span::from(start..end), kind: Kind::Quoted(value) })
    }

    /// The lines that are indented deeper than a column, up to one that is not; empty ones at the end do not count.
    fn lines(&mut self, column: usize) -> Option<BlockLines<'s>> {
        if self.peek() != Some(b'\n') {
            return None;
        }
        self.at += 1;
        let mut lines = BlockLines::default();
        let (mut indent, mut empty) = (0, 0);
        loop {
            self.line = self.at;
            self.skip_blanks();
            match (self.peek(), self.column()) {
                (None, 0) if lines.texts.is_empty() => return None,
                (None, 0) => break,
                (Some(b'\n'), 0) => empty += 1,
                (None | Some(b'\n'), _) => return None,
                (Some(_), deep) if lines.texts.is_empty() && deep > column => {
                    if empty > 0 {
                        return None;
                    }
                    indent = deep;
                    lines.span = Some((self.at, self.at));
                    self.whole_line(&mut lines)?;
                }
                (Some(_), deep) if deep <= column => break,
                (Some(_), deep) if deep < indent => return None,
                (Some(_), _) => {
                    lines.texts.extend(std::iter::repeat_n("", empty));
                    empty = 0;
                    self.at = self.line + indent;
                    self.whole_line(&mut lines)?;
                }
            }
            self.at += 1;
        }
        lines.span = lines.span.map(|(start, _)| (start, self.at));
        Some(lines)
    }

    /// The rest of a line, which must be ended and must not end with a blank.
    fn whole_line(&mut self, lines: &mut BlockLines<'s>) -> Option<()> {
        let start = self.at;
        self.skip_line();
        let line = &self.text[start..self.at];
        lines.texts.push(line);
        (self.peek().is_some() && !line.ends_with(' ')).then_some(())
    }
}

/// The lines of a text in a block, and where they stand.
#[derive(Default)]
struct BlockLines<'s> {
    texts: Vec<&'s str>,
    span: Option<(usize, usize)>,
}
