//! Workbooks of several sheets in the shape that others have, made for a test.

use crate::support::zipped::{Book, relations, to_sheet, xml};

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Words(String),
    /// A number.
    Number(String),
    /// A formula whose result the program left out.
    Unsaved,
    /// A formula with this number as its result.
    Result(String),
}

impl From<&str> for Cell {
    fn from(words: &str) -> Cell {
        if words.is_empty() { Cell::Empty } else { Cell::Words(words.to_owned()) }
    }
}

/// A sheet.
#[derive(Clone, Debug, Default)]
pub struct MadeSheet {
    pub name: String,
    pub hidden: bool,
    pub rows: Vec<Vec<Cell>>,
    /// Cells that are one: `G3:G4`.
    pub merged: Vec<String>,
    /// Rows that nobody sees, from 0.
    pub unseen: Vec<usize>,
}

impl MadeSheet {
    /// A sheet of words.
    pub fn new(name: &str, rows: &[&[&str]]) -> MadeSheet {
        let rows = rows.iter().map(|row| row.iter().map(|words| Cell::from(*words)).collect()).collect();
        MadeSheet { name: name.to_owned(), rows, ..MadeSheet::default() }
    }

    /// The same with a row of words below.
    pub fn row(mut self, words: &[&str]) -> MadeSheet {
        self.rows.push(words.iter().map(|words| Cell::from(*words)).collect());
        self
    }

    /// The same with another cell in a place, both numbers from 0.
    pub fn with(mut self, row: usize, column: usize, cell: Cell) -> MadeSheet {
        let cells = &mut self.rows[row];
        cells.resize(cells.len().max(column + 1), Cell::Empty);
        cells[column] = cell;
        self
    }

    /// The same, seen by nobody.
    pub fn hidden(self) -> MadeSheet {
        MadeSheet { hidden: true, ..self }
    }

    fn part(&self) -> String {
        let rows = self.rows.iter().enumerate().map(|(at, row)| {
            let cells = row.iter().enumerate().map(|(column, cell)| cell.written(at, column));
            let hidden = if self.unseen.contains(&at) { " hidden=\"1\"" } else { "" };
            format!("<row r=\"{}\"{hidden}>{}</row>", at + 1, cells.collect::<String>())
        });
        let rows: String = rows.collect();
        let merged: String = self.merged.iter().map(|place| format!("<mergeCell ref=\"{place}\"/>")).collect();
        let merged = if merged.is_empty() { merged } else { format!("<mergeCells>{merged}</mergeCells>") };
        xml("worksheet", &format!("<sheetData>{rows}</sheetData>{merged}"))
    }
}

impl Cell {
    fn written(&self, row: usize, column: usize) -> String {
        let place = format!("{}{}", char::from(b'A' + u8::try_from(column).unwrap()), row + 1);
        match self {
            Cell::Empty => String::new(),
            Cell::Words(words) => {
                let words = escaped(words);
                format!("<c r=\"{place}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{words}</t></is></c>")
            }
            Cell::Number(number) => format!("<c r=\"{place}\"><v>{number}</v></c>"),
            Cell::Unsaved => format!("<c r=\"{place}\"><f>B1</f></c>"),
            Cell::Result(number) => format!("<c r=\"{place}\"><f>B1</f><v>{number}</v></c>"),
        }
    }
}

fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// A workbook of these sheets.
pub fn workbook(sheets: &[MadeSheet]) -> Vec<u8> {
    let mut book = Book::new("");
    let (mut tabs, mut inside) = (String::new(), String::new());
    for (at, sheet) in sheets.iter().enumerate() {
        let number = at + 11;
        let state = if sheet.hidden { " state=\"hidden\"" } else { "" };
        let name = escaped(&sheet.name);
        tabs += &format!("<sheet name=\"{name}\" sheetId=\"{number}\"{state} r:id=\"rId{number}\"/>");
        inside += &to_sheet(number, &format!("worksheets/made{number}.xml"));
        book = book.with(&format!("xl/worksheets/made{number}.xml"), sheet.part());
    }
    book.without("xl/worksheets/sheet1.xml")
        .with("xl/workbook.xml", xml("workbook", &format!("<sheets>{tabs}</sheets>")))
        .with("xl/_rels/workbook.xml.rels", relations(&inside))
        .file()
}
