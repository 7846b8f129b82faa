//! Where the parts of a table stand: on which sheet, below which row of heads, in which columns. Nothing is guessed.

use super::mapping::{Mapping, TableColumn, squeezed};
use crate::exchange::spreadsheet::{Spreadsheet, Worksheet, limits};
use crate::source::cells::CellAt;
use crate::source::nearest::nearest;
use crate::words::clean::{Clean, one_line, shown};
use crate::words::problem::{Problem, mappings as problem};

/// Among so many rows that hold something the row of the heads is looked for.
pub const HEAD_ROWS: usize = 100;

/// So many heads are named where one is not found.
const TOLD_HEADS: usize = 30;

/// A sheet whose columns are known.
#[derive(Clone, Debug)]
pub struct MappedSheet<'t> {
    /// The sheet.
    pub sheet: &'t Worksheet,
    /// The row of the heads, from 0; `None` where there is none.
    pub head: Option<u32>,
    /// The column of each part, from 0.
    columns: Vec<(TableColumn, u32)>,
}

impl MappedSheet<'_> {
    /// The column of a part, from 0.
    pub fn column(&self, part: TableColumn) -> Option<u32> {
        self.columns.iter().find(|(known, _)| *known == part).map(|(_, column)| *column)
    }

    /// The columns of all parts.
    pub fn columns(&self) -> impl Iterator<Item = (TableColumn, u32)> {
        self.columns.iter().copied()
    }

    /// Whether a row is the row of the heads once more, as it is at the beginning of a printed page.
    pub fn repeats_heads(&self, row: u32) -> bool {
        let Some(head) = self.head else { return false };
        let is_same = |column: u32| {
            let [above, here] = [head, row].map(|row| squeezed(&self.sheet.said(CellAt { row, column })));
            !above.is_empty() && above == here
        };
        row == head || self.columns.iter().all(|(_, column)| is_same(*column))
    }
}

/// The sheets that a mapping means, each with its columns.
///
/// # Errors
/// A sheet or a column that it names is not there, or may be more than one.
pub fn mapped<'t>(workbook: &'t Spreadsheet, mapping: &Mapping) -> Result<Vec<MappedSheet<'t>>, Problem> {
    if !mapping.sheets.is_empty() {
        return mapping
            .sheets
            .iter()
            .map(|name| sheet(named(workbook, name)?, mapping).map_err(|no| *no.why))
            .collect();
    }
    let (seen, hidden): (Vec<_>, Vec<_>) = workbook.sheets.iter().partition(|sheet| !sheet.hidden);
    let mut found: Vec<MappedSheet<'t>> = Vec::new();
    let mut closest: Option<NoPlace> = None;
    for candidate in seen.into_iter().chain(hidden) {
        match sheet(candidate, mapping) {
            // its heads stand on this sheet: it is the first of those that have them
            Ok(one) if one.head.is_some() && !is_by_letters(one.sheet, mapping) => return Ok(vec![one]),
            Ok(one) if found.first().is_none_or(|first| !one.sheet.hidden || first.sheet.hidden) => found.push(one),
            Ok(_) => {}
            Err(no) if no.is_unclear => return Err(*no.why),
            Err(no) if closest.as_ref().is_none_or(|before| before.found < no.found) => closest = Some(no),
            Err(_) => {}
        }
    }
    match (&found[..], closest) {
        ([_], _) => Ok(found),
        ([one, other, ..], _) => Err(problem::sheet_unclear(one_line(&one.sheet.name), one_line(&other.sheet.name))),
        ([], Some(no)) => Err(*no.why),
        ([], None) => Err(problem::table_not_mapped()),
    }
}

/// The sheets with the same heads that are not read, where the mapping names none.
pub fn unread<'t>(workbook: &'t Spreadsheet, mapping: &Mapping, read: &[MappedSheet<'t>]) -> Vec<&'t Worksheet> {
    let is_read = |one: &Worksheet| read.iter().any(|known| std::ptr::eq(known.sheet, one));
    let others = workbook.sheets.iter().filter(|one| mapping.sheets.is_empty() && !is_read(one));
    others.filter(|one| sheet(one, mapping).is_ok_and(|found| found.head.is_some())).collect()
}

fn named<'t>(workbook: &'t Spreadsheet, written: &str) -> Result<&'t Worksheet, Problem> {
    let names = || workbook.sheets.iter().map(|sheet| sheet.name.as_str());
    let exact = workbook.sheets.iter().find(|sheet| sheet.name == written);
    let found = exact.or_else(|| workbook.sheets.iter().find(|sheet| squeezed(&sheet.name) == squeezed(written)));
    found.ok_or_else(|| {
        if names().all(str::is_empty) {
            return problem::no_sheets(one_line(written));
        }
        let known = Clean::joined(names().map(one_line), ", ");
        problem::sheet_not_found(one_line(written), known).did_you_mean(nearest(written, names()))
    })
}

/// Why a sheet is not the one that is meant.
struct NoPlace {
    why: Box<Problem>,
    /// Whether it may be the one.
    is_unclear: bool,
    /// How many columns were found nevertheless.
    found: usize,
}

/// The column of a letter: `D`, in any case.
fn letter(written: &str) -> Option<u32> {
    let letters = written.trim();
    if letters.is_empty() || letters.len() > 2 || !letters.bytes().all(|letter| letter.is_ascii_alphabetic()) {
        return None;
    }
    let number = |letter: u8| u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    let column = letters.bytes().fold(0, |column, letter| column * 26 + number(letter)) - 1;
    Some(column).filter(|column| *column < limits::COLUMNS)
}

/// A letter as people name a column.
pub fn column_name(column: u32) -> Clean {
    shown(CellAt { row: 0, column }.to_string().trim_end_matches('1'))
}

/// The column of a letter, if the sheet holds something there.
fn held_letter(sheet: &Worksheet, written: &str) -> Option<u32> {
    letter(written).filter(|column| sheet.cells().any(|(at, _)| at.column == *column))
}

/// Whether every column can be a letter of this sheet.
fn is_by_letters(sheet: &Worksheet, mapping: &Mapping) -> bool {
    mapping.columns.iter().all(|(_, written)| held_letter(sheet, written).is_some())
}

/// What stands in a row: each column with its words as they are compared, those that reach down from above among them.
fn heads(sheet: &Worksheet, row: u32) -> Vec<(u32, String)> {
    let own = sheet.row(row).map(|(at, value)| (at.column, squeezed(&value.said())));
    let reaching = sheet.merged().iter().filter(|(first, last)| first.row < row && row <= last.row);
    own.chain(reaching.map(|(first, _)| (first.column, squeezed(&sheet.said(*first))))).collect()
}

fn columns_headed(heads: &[(u32, String)], wanted: &str) -> Vec<u32> {
    heads.iter().filter(|(_, head)| head == wanted).map(|(column, _)| *column).collect()
}

fn sheet<'t>(sheet: &'t Worksheet, mapping: &Mapping) -> Result<MappedSheet<'t>, NoPlace> {
    let letters: Vec<Option<u32>> = mapping.columns.iter().map(|(_, at)| held_letter(sheet, at)).collect();
    let wanted: Vec<String> = mapping.columns.iter().map(|(_, at)| squeezed(at)).collect();
    let by_head: Vec<&String> = wanted.iter().zip(&letters).filter(|(_, at)| at.is_none()).map(|(at, _)| at).collect();
    let rows: Vec<(u32, Vec<(u32, String)>)> = match mapping.header {
        Some(header) => vec![(header - 1, heads(sheet, header - 1))],
        None => sheet.rows().take(HEAD_ROWS).map(|row| (row, heads(sheet, row))).collect(),
    };
    let count = |row: &[(u32, String)]| by_head.iter().filter(|at| row.iter().any(|(_, head)| head == **at)).count();
    let closest = rows.iter().rev().max_by_key(|(_, heads)| count(heads));
    let head = match closest {
        _ if mapping.header.is_none() && by_head.is_empty() => likely_head(sheet, mapping, &letters),
        Some((row, heads)) if mapping.header.is_some() || count(heads) == by_head.len() => Some(*row),
        _ => None,
    };
    let row = rows.iter().find(|(row, _)| Some(*row) == head).or(closest);
    let is_missing = head.is_none() && !by_head.is_empty();
    let mut columns = Vec::new();
    for (((part, written), letter), wanted) in mapping.columns.iter().zip(&letters).zip(&wanted) {
        let headed = row.map(|(_, heads)| columns_headed(heads, wanted)).unwrap_or_default();
        let others = headed.into_iter().filter(|at| Some(*at) != *letter);
        let candidates: Vec<u32> = letter.iter().copied().chain(others).collect();
        let found = columns.len();
        match candidates[..] {
            // which of two is meant is asked where all the heads are
            [only] => columns.push((*part, only)),
            [first, _, ..] if is_missing => columns.push((*part, first)),
            [one, other, ..] => {
                let why = problem::column_unclear(one_line(written), column_name(one), column_name(other));
                return Err(NoPlace { why: Box::new(why), is_unclear: true, found });
            }
            [] => {
                return Err(NoPlace {
                    why: not_found(sheet, row.map(|(row, _)| *row), written),
                    is_unclear: false,
                    found,
                });
            }
        }
    }
    if is_missing {
        // each head stands somewhere, but not in one row
        let why = not_found(sheet, row.map(|(row, _)| *row), by_head.first().map_or("", |at| at.as_str()));
        return Err(NoPlace { why, is_unclear: false, found: columns.len() });
    }
    Ok(MappedSheet { sheet, head, columns })
}

fn not_found(sheet: &Worksheet, row: Option<u32>, written: &str) -> Box<Problem> {
    let known = row.map(|row| heads_of(sheet, row)).unwrap_or_default();
    let name = Some(&sheet.name).filter(|name| !name.is_empty()).map(|name| one_line(name));
    let told = name.into_iter().chain(known.iter().map(|head| one_line(head)));
    let why = problem::column_not_found(one_line(written), Clean::joined(told, " | "));
    Box::new(why.did_you_mean(nearest(written, known.iter().map(String::as_str))))
}

fn heads_of(sheet: &Worksheet, row: u32) -> Vec<String> {
    sheet
        .row(row)
        .map(|(_, value)| value.said().into_owned())
        .filter(|head| !head.is_empty())
        .take(TOLD_HEADS)
        .collect()
}

/// The row of the heads of columns that are named by letters: the first in which all of the first two hold something,
/// if what stands there is what heads of such columns say.
fn likely_head(sheet: &Worksheet, mapping: &Mapping, letters: &[Option<u32>]) -> Option<u32> {
    let is_full = |row: &u32| {
        letters.iter().flatten().take(2).all(|column| !sheet.said(CellAt { row: *row, column: *column }).is_empty())
    };
    let row = sheet.rows().take(HEAD_ROWS).find(is_full)?;
    let says = |((part, _), column): (&(TableColumn, String), &Option<u32>)| {
        column.is_some_and(|column| super::heads::says(*part, &sheet.said(CellAt { row, column })))
    };
    mapping.columns.iter().zip(letters).any(says).then_some(row)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::exchange::foreign::table::said::TableSaid;
    use crate::exchange::spreadsheet::read::read;

    /// The row of the heads and the columns, or why not.
    fn found(table: &str, columns: &str) -> Result<(Option<u32>, Vec<u32>), &'static str> {
        let workbook = read(Path::new("t.csv"), table.as_bytes()).unwrap();
        let said = TableSaid { columns: Some(columns.to_owned()), ..TableSaid::default() };
        let mapping = Mapping::with(None, &said).unwrap().unwrap();
        let sheets = mapped(&workbook, &mapping).map_err(|problem| problem.code.id)?;
        let [sheet] = &sheets[..] else { panic!("one sheet") };
        Ok((sheet.head.map(|row| row + 1), sheet.columns().map(|(_, column)| column).collect()))
    }

    const TABLE: &str = "A form,,,\n\nID,Question text,Answer,Answer\n1,Is it?,Yes,No\n";

    #[test]
    fn columns_are_found_by_letters_and_by_heads() {
        assert_eq!(found(TABLE, "id=A,question=B,answer=D"), Ok((Some(3), vec![0, 1, 3])));
        assert_eq!(found(TABLE, "id=id,question=question  TEXT,answer=c"), Ok((Some(3), vec![0, 1, 2])));
        assert_eq!(found(TABLE, "header=4,id=A,question=B"), Ok((Some(4), vec![0, 1])));
        assert_eq!(found("1,Is it?\n2,Is that?\n", "id=A,question=B"), Ok((None, vec![0, 1])));
    }

    #[test]
    fn what_is_unclear_or_missing_is_refused() {
        assert_eq!(found(TABLE, "id=A,question=B,answer=Answer"), Err("column-unclear"));
        assert_eq!(found(TABLE, "id=A,question=B,answer=Response"), Err("column-not-found"));
        assert_eq!(found(TABLE, "id=A,question=B,answer=E"), Err("column-not-found"));
        assert_eq!(found("B,Question\n1,2\n", "id=B,question=Question"), Err("column-unclear"));
        assert_eq!(found("ID\nQuestion\n", "id=ID,question=Question"), Err("column-not-found"), "not in one row");
    }

    #[test]
    fn a_letter_is_one_of_a_column_that_a_table_can_have() {
        let columns = ["A", "z", "AA", "OJ", "OK", "AAA", "", "1", "Å"].map(letter);
        assert_eq!(columns, [Some(0), Some(25), Some(26), Some(399), None, None, None, None, None]);
        assert_eq!([0, 25, 399].map(|column| String::from(column_name(column))), ["A", "Z", "OJ"]);
    }
}
