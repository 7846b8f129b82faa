//! A value in the place of another.

use std::ops::Range;

use super::change::Refused;
use super::editor::{Editor, Part};
use crate::source::node::{Entry, Node};
use crate::source::value::Value;

impl Editor<'_, '_> {
    /// Puts a value in the place of another.
    pub(super) fn replaced(&self, part: Part<'_, '_>, value: &Value) -> Result<String, Refused> {
        let start = part.node.span.range().start;
        if part.bracketed {
            let end = self.layout.end_of(part.node);
            return match part.key {
                Some(key) if part.node.is_null() && start == part.node.span.range().end => {
                    self.filled(key, &format!(" {}", self.in_brackets(value)))
                }
                _ => Ok(self.swapped(start, end, &self.in_brackets(value))),
            };
        }
        let Some(key) = part.key else {
            let end = self.layout.end_of(part.node);
            return Ok(self.swapped(start, end, &self.in_brackets(value))); // an entry of a list, or the file
        };
        let indent = part.column + 2;
        let colon = self.layout.behind_colon(key)?;
        let written = value.after_key(indent);
        let (line, below) =
            written.split_once('\n').map_or((&*written, ""), |(line, _)| (line, &written[line.len()..]));
        if below.is_empty() && !line.is_empty() && self.stands_below(colon, part.node) {
            return Ok(self.swapped(start, self.layout.end_of(part.node), line.trim_start()));
        }
        // what is left on the line of the key behind the old value, a comment for instance, stays on that line
        let (cut, lines_end) = self.old_value(colon, part.node);
        let kept = &self.layout.text[cut.end..self.layout.end_of_line(cut.end)];
        let end = lines_end.max(self.layout.end_of_line(cut.end));
        let mut new = self.layout.text[..cut.start].to_owned();
        new.push_str(line);
        new.push_str(kept.trim_end());
        new.push_str(&self.lines(below));
        new.push_str(&self.layout.text[self.layout.before_line_break(end)..]);
        Ok(new)
    }

    /// What stands on the line of its key from an old value, and where the last line of the old value ends.
    fn old_value(&self, colon: usize, node: &Node<'_>) -> (Range<usize>, usize) {
        let start = node.span.range().start;
        let end = self.layout.end_of(node);
        if node.is_null() && node.span.start == node.span.end {
            return (colon..colon, colon);
        }
        let between = &self.layout.text[colon..start.max(colon)];
        let header = between.trim_start();
        if header.starts_with(['|', '>']) {
            let at = colon + between.len() - header.len();
            let mark = header.find(char::is_whitespace).unwrap_or(header.len());
            return (colon..at + mark, self.layout.end_of_line(end.max(at + mark)));
        }
        if self.layout.is_on_lines(node) || between.contains('\n') {
            return (colon..colon, self.layout.end_of_line(end));
        }
        (colon..end, end)
    }

    /// Whether a value of one piece stands on a line below its key, where comments can come between the two.
    fn stands_below(&self, colon: usize, node: &Node<'_>) -> bool {
        let start = node.span.range().start.max(colon);
        let between = &self.layout.text[colon..start];
        let is_block = between.trim_start().starts_with(['|', '>']);
        between.contains('\n') && node.span.start < node.span.end && !is_block && !self.layout.is_on_lines(node)
    }

    /// Puts the first value behind a key within braces.
    fn filled(&self, key: &Entry<'_>, written: &str) -> Result<String, Refused> {
        match self.layout.behind_colon(key) {
            Ok(colon) => Ok(self.put(colon, written)),
            Err(Refused) => Ok(self.put(key.key_span.range().end, &format!(":{written}"))),
        }
    }
}
