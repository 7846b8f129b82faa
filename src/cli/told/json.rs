//! Problems as one JSON list, for editors and continuous integration.

use serde::Serialize;

use super::checks::{Checks, Location, level};
use crate::cli::words::CommandLine;
use crate::report::json::text::finished;
use crate::words::Broken;
use crate::words::clean::{self, Clean, shown};

#[derive(Serialize)]
struct JsonProblem<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    /// The sheet and the cell of a workbook, in the place of lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<Clean>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<Clean>,
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    help: Clean,
}

/// All problems of all files.
///
/// # Errors
/// A mistake of the program.
pub fn of(all: &[Checks]) -> Result<String, Broken> {
    let mut found = Vec::new();
    for Checks { notes, setting, .. } in all {
        for diagnostic in notes.sorted() {
            let location = Location::of(diagnostic);
            let lines = match location {
                Location::Lines(start, end) => Some((start, end)),
                Location::Cell(_) | Location::File => None,
            };
            let cell = match location {
                Location::Cell(cell) => Some(cell),
                Location::Lines(..) | Location::File => None,
            };
            found.push(JsonProblem {
                file: &diagnostic.source.name,
                line: lines.map(|(start, _)| start.line),
                column: lines.map(|(start, _)| start.column),
                end_line: lines.map(|(_, end)| end.line),
                end_column: lines.map(|(_, end)| end.column),
                sheet: cell.map(|cell| clean::one_line(&cell.sheet)),
                cell: cell.map(|cell| shown(cell.at)),
                severity: level(diagnostic.problem.code.severity),
                code: diagnostic.problem.code.id,
                message: diagnostic.problem.message(setting.lang()),
                help: diagnostic.problem.guided(&CommandLine::default(), setting.lang()),
            });
        }
    }
    finished(serde_json::to_string_pretty(&found))
}
