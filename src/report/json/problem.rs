//! What is wrong with a file, for programs: each problem with its place, its code and what helps.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::source::{Diagnostic, Diagnostics, Location};
use crate::words::clean::{self, shown};
use crate::words::{Clean, Guide, Lang};

/// A problem, or something doubtful, in a place of a file.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "problem")]
pub struct ProblemJson<'a> {
    /// The file in which it is.
    file: &'a str,
    /// The line in which it begins, from 1; null where the whole file is meant.
    line: Option<usize>,
    /// The column in which it begins, in characters from 1, or null.
    column: Option<usize>,
    /// The line in which it ends, or null.
    end_line: Option<usize>,
    /// The column behind its end, or null.
    end_column: Option<usize>,
    /// The sheet of a workbook, where it is in a cell.
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<Clean>,
    /// The cell, in the place of lines.
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<Clean>,
    /// Whether it stops the judgement: error or warning.
    #[schemars(extend("enum" = ["error", "warning"]))]
    severity: &'static str,
    /// What kind of problem it is; codes never change.
    code: CodeJson,
    /// What is wrong, in the reader's language.
    message: Clean,
    /// What to do about it.
    help: Clean,
}

/// A kind of problem.
#[derive(Serialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[schemars(rename = "code")]
pub struct CodeJson(#[schemars(regex(pattern = r"^[a-z0-9]+(-[a-z0-9]+)+$"))] &'static str);

/// How often there is something of a kind, where there is any of it.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "count")]
pub struct CountJson(#[schemars(range(min = 1))] usize);

/// How many problems of each kind there are, in the order of their codes.
pub fn counts(notes: &Diagnostics) -> BTreeMap<CodeJson, CountJson> {
    notes.counts().iter().map(|(code, count)| (CodeJson(code), CountJson(*count))).collect()
}

impl<'a> ProblemJson<'a> {
    /// All problems, by file and place.
    pub fn all(notes: &'a Diagnostics, guide: &dyn Guide, lang: Lang) -> Vec<ProblemJson<'a>> {
        notes.sorted().into_iter().map(|found| ProblemJson::of(found, guide, lang)).collect()
    }

    fn of(found: &'a Diagnostic, guide: &dyn Guide, lang: Lang) -> ProblemJson<'a> {
        let (lines, cell) = match Location::of(found) {
            Location::Lines(start, end) => (Some((start, end)), None),
            Location::Cell(cell) => (None, Some(cell)),
            Location::File => (None, None),
        };
        ProblemJson {
            file: &found.source.name,
            line: lines.map(|(start, _)| start.line),
            column: lines.map(|(start, _)| start.column),
            end_line: lines.map(|(_, end)| end.line),
            end_column: lines.map(|(_, end)| end.column),
            sheet: cell.map(|cell| clean::one_line(&cell.sheet)),
            cell: cell.map(|cell| shown(cell.at)),
            severity: found.problem.code.severity.name(),
            code: CodeJson(found.problem.code.id),
            message: found.problem.message(lang).clone(),
            help: found.problem.guided(guide, lang),
        }
    }
}
