//! Where in a file a problem is, as people and programs name places.

use super::cells::SheetCell;
use super::diagnostic::Diagnostic;
use super::file::{Position, Span};

/// Where a problem is, in a file.
pub enum Location<'a> {
    /// From a line and column to another, which is no longer part of it.
    Lines(Position, Position),
    /// A cell of a workbook.
    Cell(&'a SheetCell),
    /// The whole file is meant.
    File,
}

impl Location<'_> {
    /// The place of a problem.
    pub fn of(found: &Diagnostic) -> Location<'_> {
        let at = |offset: fn(Span) -> u32, span| found.source.position(offset(span));
        match (found.span, found.span.and_then(|span| found.source.cell_at(span.start))) {
            (_, Some(cell)) => Location::Cell(cell),
            (Some(span), None) => Location::Lines(at(|span| span.start, span), at(|span| span.end, span)),
            (None, None) => Location::File,
        }
    }
}
