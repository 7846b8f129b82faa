//! The table of an audit, as CISO Assistant exports it and takes it in: a row for each requirement, with its result and
//! what was observed.

use std::collections::BTreeSet;

use crate::exchange::heard::{Heard, HeardAnswer, HeardWords};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::{Spreadsheet, Worksheet};
use crate::source::cells::{CameFrom, CellAt, SheetCell};
use crate::words::clean::one_line;
use crate::words::matters::ciso_assistant as matter;

/// The heads of a table stand in one of the first rows.
const HIGHEST: u32 = 10;

/// The columns of an audit.
#[derive(Clone, Copy, Debug)]
pub(super) struct AuditHeads<'s> {
    sheet: &'s Worksheet,
    row: u32,
    name: u32,
    result: u32,
    observations: Option<u32>,
}

/// Where the heads of an audit stand, if it is one.
pub(super) fn heads(cells: &Spreadsheet) -> Option<AuditHeads<'_>> {
    cells.sheets.iter().find_map(|sheet| {
        (0..HIGHEST).find_map(|row| {
            let column = |head: &str| {
                let mut found = sheet.row(row).filter(|(_, value)| value.said().trim().eq_ignore_ascii_case(head));
                found.next().map(|(at, _)| at.column)
            };
            let observations = column("observations").or_else(|| column("observation"));
            let (name, result) = (column("ref_id")?, column("compliance_result")?);
            Some(AuditHeads { sheet, row, name, result, observations })
        })
    })
}

/// What is said of each requirement.
pub(super) fn heard(cells: &Spreadsheet) -> (Heard, Ledger) {
    let (mut heard, mut ledger) = (Heard::default(), Ledger::default());
    let Some(heads) = heads(cells) else { return (heard, ledger) };
    let rows: BTreeSet<u32> = heads.sheet.cells().map(|(at, _)| at.row).filter(|row| *row > heads.row).collect();
    for row in rows {
        let told = |column: u32| {
            let at = CellAt { row, column };
            let words = heads.sheet.said(at).trim().to_owned();
            HeardWords { words, at: CameFrom::Cell(SheetCell { sheet: heads.sheet.name.clone(), at }) }
        };
        let (name, result) = (told(heads.name), told(heads.result));
        let comments: Vec<HeardWords> =
            heads.observations.map(told).into_iter().filter(|told| !told.words.is_empty()).collect();
        let answer = match result.words.as_str() {
            "compliant" => "yes",
            "partially_compliant" => "partial",
            "non_compliant" => "no",
            "not_applicable" => "n/a",
            "" | "not_assessed" => "",
            other => {
                ledger.note(Fate::Lost, &matter::RESULTS, one_line(other));
                ""
            }
        };
        if name.words.is_empty() || answer.is_empty() && comments.is_empty() {
            continue;
        }
        ledger.count(Fate::Read, &matter::REQUIREMENTS, 1);
        let answer = HeardWords { words: answer.to_owned(), at: result.at };
        heard.answers.push(HeardAnswer { id: name.words, at: name.at, answer: vec![answer], comments, by: None });
    }
    (heard, ledger)
}
