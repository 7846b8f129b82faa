//! The tables of a form in a workbook, found by their marks: wherever other programs and people have put them.

use std::borrow::Cow;

use super::layout::{ColumnId, FormMark, LISTS, RowId};
use crate::exchange::spreadsheet::{CellValue, Spreadsheet, Worksheet};
use crate::source::cells::{CellAt, SheetCell};
use crate::source::fields::Word;
use crate::words::clean::{is_blank, one_line};
use crate::words::problem::{Problem, cells as problem};

/// A table of a form.
#[derive(Debug)]
pub struct FormTable<'w> {
    /// What it is known by.
    pub mark: FormMark,
    /// Where the mark stands.
    pub at: CellAt,
    /// Its rows, from above.
    pub rows: Vec<FormRow>,
    sheet: &'w Worksheet,
    columns: Vec<(ColumnId, u32)>,
    /// The columns of its part of the sheet, without an end.
    reach: std::ops::Range<u32>,
}

/// A row of a table.
#[derive(Debug)]
pub struct FormRow {
    /// What it is about; `None` for a row that has no id, or one that no form has.
    pub id: Option<RowId>,
    /// Its number, from 0, and those of the rows in which its texts go on.
    numbers: Vec<u32>,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub struct CellWords {
    /// Its words, never blank alone. Of a text as it is, blanks around it among them.
    pub words: String,
    /// Where.
    pub cell: SheetCell,
    /// Why it cannot be read.
    pub problem: Option<Problem>,
}

/// More tables of one sheet are not looked at: no form has so many sheets that could be put into one.
const MOST_TABLES: usize = 40;

/// Every table of a form in a workbook, sheet by sheet.
pub fn tables(workbook: &Spreadsheet) -> Vec<FormTable<'_>> {
    workbook.sheets.iter().flat_map(tables_of).collect()
}

/// The first cell of each sheet that no table is in, and what it says; but for the lists of drop-downs, which nobody
/// sees.
pub fn sheets_besides<'w>(
    workbook: &'w Spreadsheet,
    tables: &'w [FormTable<'w>],
) -> impl Iterator<Item = (SheetCell, String)> + use<'w> {
    let is_of_the_form = |sheet: &Worksheet| tables.iter().any(|table| std::ptr::eq(table.sheet, sheet));
    let is_of_lists = |sheet: &Worksheet| sheet.hidden && sheet.name == LISTS;
    let besides = move |sheet: &&Worksheet| !is_of_lists(sheet) && !is_of_the_form(sheet);
    let first = |sheet: &Worksheet| {
        let (at, value) = sheet.cells().next()?;
        Some((SheetCell { sheet: sheet.name.clone(), at }, value.said().into_owned()))
    };
    workbook.sheets.iter().filter(besides).filter_map(first)
}

fn tables_of(sheet: &Worksheet) -> Vec<FormTable<'_>> {
    let mark = |value: &CellValue| match value {
        CellValue::Text(text) => FormMark::parse(text),
        _ => None,
    };
    let marks: Vec<(CellAt, FormMark)> =
        sheet.cells().filter_map(|(at, value)| Some((at, mark(value)?))).take(MOST_TABLES).collect();
    let rows: Vec<u32> = if marks.is_empty() { Vec::new() } else { sheet.rows().collect() };
    let table = |number: usize| {
        let (at, mark) = &marks[number];
        let (before, behind) = (&marks[..number], &marks[number + 1..]);
        // what was sorted stands above its mark, too
        let is_first = !before.iter().any(|(other, _)| other.column == at.column);
        let first = if is_first { 0 } else { at.row };
        let below = behind.iter().find(|(other, _)| other.column == at.column).map(|(other, _)| other.row);
        let beside = behind.iter().find(|(other, _)| other.row == at.row).map(|(other, _)| other.column);
        let own = |rows: &[u32]| {
            let end = below.map_or(rows.len(), |below| rows.partition_point(|row| *row < below));
            rows[rows.partition_point(|row| *row < first)..end].to_vec()
        };
        // what stands before the first mark belongs to nothing else
        let is_leftmost = !marks.iter().any(|(other, _)| other.row == at.row && other.column < at.column);
        let left = if is_leftmost { 0 } else { at.column };
        FormTable::new(sheet, (*at, mark.clone()), &own(&rows), left..beside.unwrap_or(u32::MAX))
    };
    (0..marks.len()).map(table).collect()
}

impl<'w> FormTable<'w> {
    fn new(
        sheet: &'w Worksheet,
        (at, mark): (CellAt, FormMark),
        numbers: &[u32],
        reach: std::ops::Range<u32>,
    ) -> FormTable<'w> {
        let heads = sheet.row(at.row).filter(|(head, _)| reach.contains(&head.column));
        let columns = heads.filter_map(|(head, value)| Some((ColumnId::of(&value.said())?, head.column))).collect();
        let mut rows: Vec<FormRow> = Vec::new();
        for number in numbers.iter().copied().filter(|number| *number != at.row) {
            match RowId::parse(&sheet.said(CellAt { row: number, column: at.column })) {
                Some(RowId::More) => rows.last_mut().into_iter().for_each(|row| row.numbers.push(number)),
                id => rows.push(FormRow { id, numbers: vec![number] }),
            }
        }
        FormTable { mark, at, rows, sheet, columns, reach }
    }

    /// Whether it has a column.
    pub fn has(&self, column: ColumnId) -> bool {
        self.columns.iter().any(|(known, _)| *known == column)
    }

    /// Whether nobody sees what stands in a column: it is hidden, or its sheet is.
    pub fn hides(&self, column: ColumnId) -> bool {
        let mut places = self.columns.iter().filter(|(known, _)| *known == column).map(|(_, at)| *at);
        self.sheet.hidden || places.any(|at| self.sheet.hides(at))
    }

    /// Whether nobody sees a row.
    pub fn hides_row(&self, row: &FormRow) -> bool {
        row.numbers.first().is_some_and(|row| self.sheet.hides_row(*row))
    }

    /// Whether the cell of a row was made one with those of other questions below it.
    pub fn is_merged(&self, row: &FormRow, column: ColumnId) -> bool {
        let own = row.numbers.last().copied().unwrap_or_default();
        let last = self.sheet.merged_down_to(self.place(row, column).at).filter(|last| *last > own);
        let is_below = |other: &&FormRow| other.numbers.first().is_some_and(|at| *at > own && Some(*at) <= last);
        let is_question = |other: &FormRow| matches!(other.id, Some(RowId::Question(_)));
        last.is_some() && self.rows.iter().filter(is_below).any(is_question)
    }

    /// The place of a mark, or of a row where no column is meant.
    pub fn cell(&self, at: CellAt) -> SheetCell {
        SheetCell { sheet: self.sheet.name.clone(), at }
    }

    /// Where a column of a row is; the mark's column if there is none of this kind.
    pub fn place(&self, row: &FormRow, column: ColumnId) -> SheetCell {
        let found = self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at);
        let row = row.numbers.first().copied().unwrap_or_default();
        self.cell(CellAt { row, column: found.unwrap_or(self.at.column) })
    }

    /// What stands in a column of a row, and of the rows in which it goes on. Of two columns of a kind the first that
    /// says something.
    pub fn said(&self, row: &FormRow, column: ColumnId) -> Option<CellWords> {
        let mut columns = self.columns.iter().filter(|(known, _)| *known == column);
        columns.find_map(|(_, column)| self.words(row, *column))
    }

    fn words(&self, row: &FormRow, column: u32) -> Option<CellWords> {
        let mut words = String::new();
        let mut found: Option<(CellAt, Option<Problem>)> = None;
        for row in &row.numbers {
            let at = CellAt { row: *row, column };
            let Some(value) = self.sheet.cell(at) else { continue };
            words.push_str(&as_written(value));
            let problem = match value {
                CellValue::FormulaWithoutValue => Some(problem::cell_without_value()),
                CellValue::Error(sign) => Some(problem::cell_error(one_line(sign))),
                _ => None,
            };
            let (_, first) = found.get_or_insert((at, None));
            *first = first.take().or(problem);
        }
        let (at, problem) = found?;
        let says_nothing = is_blank(&words) && problem.is_none();
        (!says_nothing).then(|| CellWords { words, cell: self.cell(at), problem })
    }

    /// The texts that a row holds besides, such as what is asked: in columns in which nothing is filled in, or in all.
    pub fn besides(&self, row: &FormRow, everywhere: bool) -> Vec<CellWords> {
        let is_meant = |at: CellAt| at.column != self.at.column && (everywhere || !self.is_filled_in(at));
        let said = self.cells(row).filter(|(at, _)| is_meant(*at)).filter_map(|(at, value)| match value {
            CellValue::Text(words) if !is_blank(words) => Some((at, words.trim().to_owned())),
            CellValue::Date(day) => Some((at, day.to_string())), // of a form no day stands there
            _ => None,
        });
        let said = said.map(|(at, words)| CellWords { words, cell: self.cell(at), problem: None });
        said.collect()
    }

    /// What is filled in in a row, as it is shown.
    pub fn filled(&self, row: &FormRow) -> impl Iterator<Item = Cow<'_, str>> {
        self.cells(row).filter(|(at, _)| self.is_filled_in(*at)).map(|(_, value)| value.said())
    }

    fn cells(&self, row: &FormRow) -> impl Iterator<Item = (CellAt, &CellValue)> {
        let cells = row.numbers.iter().flat_map(|number| self.sheet.row(*number));
        cells.filter(|(at, _)| self.reach.contains(&at.column))
    }

    fn is_filled_in(&self, at: CellAt) -> bool {
        self.columns.iter().any(|(_, column)| *column == at.column)
    }
}

/// The words that stand for what a cell holds, as an answers file would have them. A number with three decimals is none
/// of thousands.
fn as_written(value: &CellValue) -> Cow<'_, str> {
    match value {
        CellValue::Text(text) => Cow::Borrowed(text),
        CellValue::Bool(yes) => Cow::Borrowed(if *yes { "yes" } else { "no" }),
        CellValue::Number(number) => match number.split_once('.') {
            Some((_, decimals)) if decimals.len() == 3 => Cow::Owned(format!("{number}0")),
            _ => Cow::Borrowed(number),
        },
        CellValue::Date(_) | CellValue::Error(_) | CellValue::FormulaWithoutValue => value.said(),
    }
}
