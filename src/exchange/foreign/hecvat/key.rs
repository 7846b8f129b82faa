//! Which answer a HECVAT wants and how much each question counts, from the sheet that holds it: of our own copy, and of
//! nobody else's. Two files of one vendor and one version were found to differ in it.

use std::collections::BTreeMap;

use super::rows::is_question_id;
use crate::exchange::spreadsheet::{Spreadsheet, Worksheet};
use crate::questionnaire::level::Importance;
use crate::source::cells::CellAt;

/// The heads stand within so many rows.
const TOP: u32 = 12;

/// Weights are at most so much.
const HEAVIEST: u32 = 1000;

/// What the key says of a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeyEntry {
    /// Which answer is the good one; `None` where it is not scored.
    pub wants: Option<Wants>,
    /// How much it counts, in words.
    pub importance: Option<Importance>,
    /// The same as a number.
    pub weight: Option<u32>,
}

/// Which answer is the good one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wants {
    /// Yes.
    Yes,
    /// No.
    No,
}

/// The columns of a key.
struct KeyColumns {
    head: u32,
    id: u32,
    wants: u32,
    importance: Option<u32>,
    weight: Option<u32>,
}

/// What the key says of each question, by its id; `None` where the workbook has no key. A sheet that nobody sees comes
/// before one that the buyer works on.
pub fn key(workbook: &Spreadsheet) -> Option<BTreeMap<String, KeyEntry>> {
    let hidden = workbook.sheets.iter().filter(|sheet| sheet.hidden);
    let mut sheets = hidden.chain(workbook.sheets.iter().filter(|sheet| !sheet.hidden));
    let (sheet, columns) = sheets.find_map(|sheet| Some((sheet, columns(sheet)?)))?;
    let mut found = BTreeMap::new();
    for row in sheet.rows().filter(|row| *row > columns.head) {
        let said = |column| sheet.said(CellAt { row, column });
        let id = said(columns.id);
        if is_question_id(&id) {
            let words = columns.importance.map(said).unwrap_or_default().to_lowercase();
            let weight = columns.weight.and_then(|column| said(column).parse().ok());
            let entry = KeyEntry {
                wants: wants(&said(columns.wants)),
                importance: importance(&words),
                weight: weight.filter(|weight| (1..=HEAVIEST).contains(weight)),
            };
            found.entry(id.into_owned()).or_insert(entry);
        }
    }
    Some(found)
}

fn columns(sheet: &Worksheet) -> Option<KeyColumns> {
    let row = sheet
        .rows()
        .take_while(|row| *row < TOP)
        .find(|row| column(sheet, *row, &[&["compliant"], &["preferred"]]).is_some())?;
    let wants = column(sheet, row, &[&["compliant", "response"], &["compliant", "answer"], &["preferred"]])?;
    let ids = sheet.cells().find(|(at, value)| at.row > row && is_question_id(&value.said()))?;
    Some(KeyColumns {
        head: row,
        id: ids.0.column,
        wants,
        importance: column(sheet, row, &[&["default", "importance"], &["importance"]]),
        weight: column(sheet, row, &[&["default", "weight"], &["weight"]]),
    })
}

/// The column whose head has all of these words, and does not stand for what somebody overrides; the first of several
/// groups of words counts that is found.
fn column(sheet: &Worksheet, row: u32, groups: &[&[&str]]) -> Option<u32> {
    let heads = || sheet.row(row).map(|(at, value)| (at.column, value.said().to_lowercase()));
    groups.iter().find_map(|words| {
        let is_it = |head: &str| words.iter().all(|word| head.contains(word)) && !head.contains("override");
        heads().find(|(_, head)| is_it(head)).map(|(column, _)| column)
    })
}

fn wants(said: &str) -> Option<Wants> {
    match () {
        () if said.eq_ignore_ascii_case("yes") => Some(Wants::Yes),
        () if said.eq_ignore_ascii_case("no") => Some(Wants::No),
        () => None,
    }
}

fn importance(words: &str) -> Option<Importance> {
    let known = [
        ("critical", Importance::Critical),
        ("high", Importance::High),
        ("standard", Importance::Medium),
        ("medium", Importance::Medium),
        ("minor", Importance::Low),
        ("low", Importance::Low),
    ];
    known.into_iter().find(|(word, _)| words.starts_with(word)).map(|(_, importance)| importance)
}
