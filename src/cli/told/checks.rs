//! What came of checking files, and where in them the problems are.

use std::path::{Component, Path, PathBuf};

use crate::cli::setting::Setting;
use crate::source::cells::SheetCell;
use crate::source::file::Position;
use crate::source::{Diagnostic, Diagnostics, Span};
use crate::words::Clean;
use crate::words::problem::Severity;

/// What came of checking a file.
pub struct Checks {
    /// The file.
    pub file: PathBuf,
    /// What was not told of a file before: answers and their review are checked together, and so is our policy with
    /// all.
    pub notes: Diagnostics,
    /// Whether anything stops the judgement, told before or not.
    pub has_errors: bool,
    /// Whether there was nothing at all.
    pub is_flawless: bool,
    /// How it is shown.
    pub setting: Setting,
}

/// A file of a folder that could hold answers and was not checked.
pub struct Unchecked {
    /// The file.
    pub file: PathBuf,
    /// Why, with the file's name.
    pub why: Clean,
}

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

/// How programs name a severity.
pub fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
    }
}

/// A path as programs on every system name it, with `/` between its parts, as seen from a folder; where it lies
/// elsewhere, whole.
pub fn slashed(path: &Path, seen_from: &Path) -> Vec<u8> {
    let path = path.strip_prefix(seen_from).unwrap_or(path);
    let parts = path.components().filter(|part| !matches!(part, Component::CurDir | Component::RootDir));
    let parts: Vec<&[u8]> = parts.map(|part| part.as_os_str().as_encoded_bytes()).collect();
    let mut whole = if path.has_root() { b"/".to_vec() } else { Vec::new() };
    whole.extend(parts.join(&b'/'));
    whole
}
