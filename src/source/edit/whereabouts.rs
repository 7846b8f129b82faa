//! Where the parts of a text stand: ends of values and lines, columns, colons.

use super::change::Refused;
use crate::source::node::{Entry, Kind, Node};

/// A text whose parts are looked for.
#[derive(Clone, Copy)]
pub(super) struct Whereabouts<'t> {
    pub(super) text: &'t str,
}

impl Whereabouts<'_> {
    /// Where the line of a place starts.
    fn start_of_line(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |end| end + 1)
    }

    /// Where the line of a place ends, before its line break.
    pub(super) fn end_of_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length)
    }

    /// The end of a line without the first half of a Windows line break.
    pub(super) fn before_line_break(&self, at: usize) -> usize {
        if self.text[..at].ends_with('\r') && self.text[at..].starts_with('\n') { at - 1 } else { at }
    }

    /// The place behind the colon of a key.
    pub(super) fn behind_colon(&self, entry: &Entry<'_>) -> Result<usize, Refused> {
        let end = entry.key_span.range().end;
        let rest = &self.text[end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if rest[blanks..].starts_with(':') { Ok(end + blanks + 1) } else { Err(Refused) }
    }

    /// Where a value ends, without the blank lines and comments that follow it.
    pub(super) fn end_of(&self, node: &Node<'_>) -> usize {
        match &node.kind {
            Kind::Map(entries) if !self.is_bracketed(node) => {
                entries.last().map_or(node.span.range().end, |entry| self.end_of_entry(entry))
            }
            Kind::List(items) if !self.is_bracketed(node) => {
                items.last().map_or(node.span.range().end, |item| self.end_of(item))
            }
            _ => self.text[..node.span.range().end].trim_end().len(),
        }
    }

    pub(super) fn end_of_entry(&self, entry: &Entry<'_>) -> usize {
        if entry.value.is_null() && entry.value.span.start == entry.value.span.end {
            return self.behind_colon(entry).unwrap_or(entry.key_span.range().end);
        }
        self.end_of(&entry.value)
    }

    /// Whether a map or list is written in braces or brackets.
    pub(super) fn is_bracketed(&self, node: &Node<'_>) -> bool {
        let first = match &node.kind {
            Kind::Map(entries) => entries.first().map(|entry| entry.key_span.start),
            Kind::List(items) => items.first().map(|item| item.span.start),
            _ => return false,
        };
        let opens = self.text[node.span.range().start..].starts_with(['{', '[']);
        opens && first.is_none_or(|first| first != node.span.start)
    }

    /// Whether a value is a map or list with lines of its own.
    pub(super) fn is_on_lines(&self, node: &Node<'_>) -> bool {
        matches!(node.kind, Kind::Map(_) | Kind::List(_)) && !self.is_bracketed(node)
    }

    /// The column of the keys of a map that is written on lines.
    pub(super) fn column_of(&self, node: &Node<'_>) -> Option<usize> {
        let Kind::Map(entries) = &node.kind else { return None };
        let first = entries.first().filter(|_| !self.is_bracketed(node))?.key_span.range().start;
        Some(self.text[self.start_of_line(first)..first].chars().count())
    }

    /// The column of the dashes of a list that is written on lines.
    pub(super) fn column_of_dashes(&self, node: &Node<'_>) -> Option<usize> {
        let Kind::List(items) = &node.kind else { return None };
        let first = items.first().filter(|_| !self.is_bracketed(node))?.span.start;
        let start = node.span.range().start;
        let line_start = self.start_of_line(start);
        if node.span.start < first && self.text[start..].starts_with('-') {
            return Some(start - line_start);
        }
        // a list in the column of its key begins behind its first dash
        self.text[line_start..start].rfind('-')
    }
}
