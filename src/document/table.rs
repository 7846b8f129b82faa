//! A table of a document: its columns, its rows, and what stands in a cell.

use super::text::Text;
use crate::words::clean::{Clean, Trusted};

/// A table. Its first column names the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows.
    pub caption: Clean,
    /// The heads of its columns.
    pub columns: Vec<Column>,
    /// Its rows, each as long as the columns.
    pub rows: Vec<Row>,
    /// What the parts of its bars stand for, if it has bars.
    pub legend: Option<[Clean; 4]>,
}

/// The head of a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What stands in it.
    pub title: Clean,
    /// What kind of thing that is.
    pub kind: ColumnKind,
}

/// What kind of thing stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnKind {
    /// Words.
    Words,
    /// Days, which stay on one line.
    Day,
    /// Numbers, which line up at the right.
    Number,
    /// Bars.
    Bar,
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it is among the others.
    pub kind: RowKind,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// What a row is among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// One like any other.
    Plain,
    /// The sum of the [`RowKind::Member`] rows below it.
    Group,
    /// Belongs to the group above it.
    Member,
    /// The sum of all.
    Total,
}

/// A cell of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Words or a number.
    Text(Text),
    /// A stacked bar.
    Bar(Bar),
    /// A bar to the left or to the right of a middle.
    Balance(Balance),
}

/// A stacked bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// Its parts from the left in thousandths of the whole. They add up to 1000, or to 0 where there is nothing.
    pub parts: [u64; 4],
    /// The same in words.
    pub label: Clean,
}

/// A bar to the left or to the right of a middle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// How far, in thousandths of the room on a side: to the left below 0, to the right above.
    pub reach: i64,
    /// The same in words.
    pub label: Clean,
}

impl From<Text> for Cell {
    fn from(text: Text) -> Cell {
        Cell::Text(text)
    }
}

impl<T: Trusted> From<T> for Cell {
    fn from(words: T) -> Cell {
        Cell::Text(Text::plain(words))
    }
}

impl Column {
    /// A column of words.
    pub fn words(title: impl Trusted) -> Column {
        Column { title: title.clean(), kind: ColumnKind::Words }
    }

    /// A column of days.
    pub fn day(title: impl Trusted) -> Column {
        Column { title: title.clean(), kind: ColumnKind::Day }
    }

    /// A column of numbers.
    pub fn number(title: impl Trusted) -> Column {
        Column { title: title.clean(), kind: ColumnKind::Number }
    }

    /// A column of bars.
    pub fn bar(title: impl Trusted) -> Column {
        Column { title: title.clean(), kind: ColumnKind::Bar }
    }
}

impl Row {
    /// A row like any other.
    pub fn plain(cells: Vec<Cell>) -> Row {
        Row { kind: RowKind::Plain, cells }
    }
}
