//! Where the parts of a text came from that was written from the cells of a workbook, or from the lines of another
//! file: a problem in the text is then told by its cell or line there.

use std::fmt;

use crate::words::Lang;
use crate::words::clean::{Clean, one_line, shown};

/// A place in a sheet, both numbers from 0. It is shown as people read it: `D14`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellAt {
    /// The row, from 0.
    pub row: u32,
    /// The column, from 0.
    pub column: u32,
}

impl fmt::Display for CellAt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut letters = Vec::new();
        let mut left = u64::from(self.column) + 1;
        while left > 0 {
            left -= 1;
            letters.push(b'A' + u8::try_from(left % 26).unwrap_or_default());
            left /= 26;
        }
        letters.reverse();
        write!(f, "{}{}", String::from_utf8_lossy(&letters), u64::from(self.row) + 1)
    }
}

/// A cell of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SheetCell {
    /// The name of its sheet.
    pub sheet: String,
    /// Where it is in the sheet.
    pub at: CellAt,
}

/// As formulas name it: `Access!D14`. The name of the sheet is not cleaned; a table that is a file of its own has none.
impl fmt::Display for SheetCell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let between = if self.sheet.is_empty() { "" } else { "!" };
        write!(f, "{}{between}{}", self.sheet, self.at)
    }
}

impl SheetCell {
    /// The place as people read it: `sheet Access, D14`.
    pub fn said(&self, lang: Lang) -> Clean {
        match self.sheet.is_empty() {
            true => shown(self.at),
            false => lang.sheet_and_cell(one_line(&self.sheet), shown(self.at)),
        }
    }
}

/// Where a part of a text came from that was written from another file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum CameFrom {
    /// A cell of a workbook or of a table.
    Cell(SheetCell),
    /// A line of a text, from 1.
    Line(usize),
}

impl CameFrom {
    /// The place as people read it: `sheet Access, D14`, `line 14`.
    pub fn said(&self, lang: Lang) -> Clean {
        match self {
            CameFrom::Cell(cell) => cell.said(lang),
            CameFrom::Line(line) => lang.the_line(*line),
        }
    }
}

/// As formulas name a cell, `Access!D14`; a line by its number, `:14`. The name of the sheet is not cleaned.
impl fmt::Display for CameFrom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            CameFrom::Cell(cell) => cell.fmt(f),
            CameFrom::Line(line) => write!(f, ":{line}"),
        }
    }
}

impl From<SheetCell> for CameFrom {
    fn from(cell: SheetCell) -> CameFrom {
        CameFrom::Cell(cell)
    }
}

impl From<&SheetCell> for CameFrom {
    fn from(cell: &SheetCell) -> CameFrom {
        CameFrom::Cell(cell.clone())
    }
}

/// Where the parts of a text came from: where each part begins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CellMap(Vec<(u32, CameFrom)>);

impl CellMap {
    /// Notes that what begins here, behind all that was noted before, came from a place.
    pub fn note(&mut self, start: usize, place: impl Into<CameFrom>) {
        self.0.push((u32::try_from(start).unwrap_or(u32::MAX), place.into()));
    }

    /// The place to which a byte of the text belongs: a part reaches to the next.
    pub fn at(&self, byte: u32) -> Option<&CameFrom> {
        let behind = self.0.partition_point(|(start, _)| *start <= byte);
        self.0.get(behind.checked_sub(1)?).map(|(_, place)| place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_every_spreadsheet_names_them() {
        let named = |row, column| CellAt { row, column }.to_string();
        let names = [named(0, 0), named(13, 3), named(8, 25), named(8, 26), named(0, 701), named(0, 702)];
        assert_eq!(names, ["A1", "D14", "Z9", "AA9", "ZZ1", "AAA1"]);
        assert_eq!(named(u32::MAX, 16_383), "XFD4294967296");
    }

    #[test]
    fn a_part_reaches_to_the_next() {
        let cell = |column| SheetCell { sheet: "Access".to_owned(), at: CellAt { row: 1, column } };
        let mut map = CellMap::default();
        [(4, 1), (10, 2)].into_iter().for_each(|(start, column)| map.note(start, cell(column)));
        let column = |byte| match map.at(byte) {
            Some(CameFrom::Cell(cell)) => Some(cell.at.column),
            Some(CameFrom::Line(_)) | None => None,
        };
        assert_eq!([0, 4, 9, 10, 99].map(column), [None, Some(1), Some(1), Some(2), Some(2)]);
    }
}
