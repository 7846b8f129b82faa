//! Workbooks of other programs as what their cells say: no formula, no format, nothing that lies outside of the sheets.

mod cells;
pub mod limits;
mod number;
mod package;
pub mod read;
mod styles;
mod table;
mod texts;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::source::Date;
use crate::source::cells::CellAt;

/// A workbook: its sheets in the order of their tabs. Sheets of charts and of macros are none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Spreadsheet {
    /// The sheets, hidden ones among them.
    pub sheets: Vec<Worksheet>,
}

/// A sheet of cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Worksheet {
    /// The name on its tab, as the file has it: not cleaned. A table that is a file of its own has none.
    pub name: String,
    /// Whether the tab is hidden, in either of the two ways that there are.
    pub hidden: bool,
    /// Columns that nobody sees: the first and the last of each run of them.
    hidden_columns: Vec<(u32, u32)>,
    /// Rows that nobody sees.
    hidden_rows: BTreeSet<u32>,
    /// Cells that were made one: the first of them, and the last.
    merged: Vec<(CellAt, CellAt)>,
    /// In the order of their places, each of which is there once: a map would take twice the memory.
    cells: Vec<(CellAt, CellValue)>,
}

/// What a cell holds. An empty cell is none; one with blanks alone is a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CellValue {
    /// A text, as the file has it: not cleaned. Lines end with `\n`.
    Text(String),
    /// A number, exactly: the shortest decimal that stands for what the program had, without exponent. `-12.5`, `48`.
    Number(String),
    /// A number that is shown as a day. A time of that day is left out.
    Date(Date),
    /// Yes or no, as a box or TRUE.
    Bool(bool),
    /// A formula that has no result, by its sign: `#REF!`.
    Error(String),
    /// A formula whose result the program that wrote the file left out.
    FormulaWithoutValue,
}

impl Worksheet {
    /// Whether nobody sees a column.
    pub fn hides(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }

    /// Whether nobody sees a row.
    pub fn hides_row(&self, row: u32) -> bool {
        self.hidden_rows.contains(&row)
    }

    /// The last row of the cells that were made one with this one below it; `None` where it is one by itself.
    pub fn merged_down_to(&self, at: CellAt) -> Option<u32> {
        let found = self.merged.iter().find(|(first, last)| *first == at && last.row > at.row);
        found.map(|(_, last)| last.row)
    }

    /// What a cell holds.
    pub fn cell(&self, at: CellAt) -> Option<&CellValue> {
        let found = self.cells.binary_search_by_key(&at, |(at, _)| *at);
        found.ok().and_then(|index| self.cells.get(index)).map(|(_, value)| value)
    }

    /// What a cell says, without blanks around it; the empty text for an empty cell.
    pub fn said(&self, at: CellAt) -> Cow<'_, str> {
        self.cell(at).map_or(Cow::Borrowed(""), CellValue::said)
    }

    /// Cells that were made one: the first of them, and the last.
    pub fn merged(&self) -> &[(CellAt, CellAt)] {
        &self.merged
    }

    /// What is seen in a place, without blanks around it: cells that were made one show what the first of them says.
    pub fn shown(&self, at: CellAt) -> Cow<'_, str> {
        let own = self.said(at);
        if !own.is_empty() {
            return own;
        }
        let is_in = |(first, last): &&(CellAt, CellAt)| {
            (first.row..=last.row).contains(&at.row) && (first.column..=last.column).contains(&at.column)
        };
        self.merged.iter().find(is_in).map_or(own, |(first, _)| self.said(*first))
    }

    /// Every cell that holds something, row by row.
    pub fn cells(&self) -> impl Iterator<Item = (CellAt, &CellValue)> {
        self.cells.iter().map(|(at, value)| (*at, value))
    }

    /// The cells of a row that hold something, from the left.
    pub fn row(&self, row: u32) -> impl Iterator<Item = (CellAt, &CellValue)> {
        let first = self.cells.partition_point(|(at, _)| at.row < row);
        let behind = self.cells.get(first..).unwrap_or_default().iter().map(|(at, value)| (*at, value));
        behind.take_while(move |(at, _)| at.row == row)
    }

    /// The rows in which a cell holds something, from above.
    pub fn rows(&self) -> impl Iterator<Item = u32> {
        let mut before = None;
        self.cells().map(|(at, _)| at.row).filter(move |row| before.replace(*row) != Some(*row))
    }
}

impl CellValue {
    /// What the cell says in words, without blanks around it. A box and TRUE say `true`, as every file of ours does. A
    /// formula without a value says nothing.
    pub fn said(&self) -> Cow<'_, str> {
        match self {
            CellValue::Text(text) => Cow::Borrowed(text.trim()),
            CellValue::Number(words) | CellValue::Error(words) => Cow::Borrowed(words),
            CellValue::Date(day) => Cow::Owned(day.to_string()),
            CellValue::Bool(yes) => Cow::Borrowed(if *yes { "true" } else { "false" }),
            CellValue::FormulaWithoutValue => Cow::Borrowed(""),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_by_rows_and_by_cells() {
        let at = |row, column| CellAt { row, column };
        let text = |text: &str| CellValue::Text(text.to_owned());
        let cells = [(at(2, 0), text("a")), (at(2, 7), CellValue::Bool(true)), (at(5, 1), text(" b "))];
        let sheet = Worksheet { name: "Access".to_owned(), cells: cells.into_iter().collect(), ..Worksheet::default() };
        assert_eq!(sheet.rows().collect::<Vec<_>>(), [2, 5]);
        assert_eq!(sheet.row(2).map(|(at, _)| at.column).collect::<Vec<_>>(), [0, 7]);
        assert_eq!([at(5, 1), at(2, 7), at(0, 0)].map(|at| sheet.said(at).into_owned()), ["b", "true", ""]);
        assert_eq!(sheet.cells().count(), 3);
        let merged =
            Worksheet { merged: vec![(at(2, 0), at(4, 1))], hidden_rows: BTreeSet::from([3]), ..sheet.clone() };
        assert_eq!([at(4, 0), at(3, 1), at(5, 0)].map(|at| merged.shown(at).into_owned()), ["a", "a", ""]);
        assert_eq!([2, 3].map(|row| merged.hides_row(row)), [false, true]);
        assert!(sheet.cell(at(5, 1)) == Some(&text(" b ")) && sheet.cell(at(5, 2)).is_none());
    }
}
