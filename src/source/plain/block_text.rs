//! Texts over several lines, in a block of their own.

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
        let start = self.read_lines(column)?;
        let value = match &self.lines[..] {
            [] => "",
            [one] if is_stripped => *one,
            lines if is_folded && lines.iter().any(|line| line.is_empty() || line.starts_with(' ')) => return None,
            [first, lines @ ..] => {
                self.joined.clear();
                self.joined.push_str(first);
                for line in lines {
                    self.joined.push(if is_folded { ' ' } else { '\n' });
                    self.joined.push_str(line);
                }
                self.joined.extend((!is_stripped).then_some('\n'));
                self.arena.text(&self.joined)
            }
        };
        Some(Node { span: Span::from(start..self.at), kind: Kind::Quoted(value) })
    }

    /// Reads the lines that are indented deeper than a column, up to one that is not; empty ones at the end do not
    /// count. Gives where the first one begins, or where there is none.
    fn read_lines(&mut self, column: usize) -> Option<usize> {
        if self.peek() != Some(b'\n') {
            return None;
        }
        self.at += 1;
        self.lines.clear();
        let (mut start, mut indent, mut empty) = (None, 0, 0);
        loop {
            self.line = self.at;
            self.skip_blanks();
            match (self.peek(), self.column()) {
                (None, 0) if start.is_none() => return None,
                (None, 0) => break,
                (Some(b'\n'), 0) => empty += 1,
                (None | Some(b'\n'), _) => return None,
                (Some(_), deep) if start.is_none() && deep > column => {
                    if empty > 0 {
                        return None;
                    }
                    indent = deep;
                    start = Some(self.at);
                    self.whole_line()?;
                }
                (Some(_), deep) if deep <= column => break,
                (Some(_), deep) if deep < indent => return None,
                (Some(_), _) => {
                    self.lines.extend(std::iter::repeat_n("", empty));
                    empty = 0;
                    self.at = self.line + indent;
                    self.whole_line()?;
                }
            }
            self.at += 1;
        }
        Some(start.unwrap_or(self.at))
    }

    /// The rest of a line, which must be ended and must not end with a blank.
    fn whole_line(&mut self) -> Option<()> {
        let start = self.at;
        self.skip_line();
        let line = &self.text[start..self.at];
        self.lines.push(line);
        (self.peek().is_some() && !line.ends_with(' ')).then_some(())
    }
}
