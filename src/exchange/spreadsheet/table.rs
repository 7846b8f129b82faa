//! A table that is a file of its own: text, with commas, semicolons or tabs between its cells.

use csv::{ByteRecord, ReaderBuilder};

use super::cells::RoomLeft;
use super::texts::plain_lines;
use super::{CellValue, Spreadsheet, Worksheet, limits};
use crate::source::Source;
use crate::source::cells::CellAt;
use crate::words::problem::{Problem, text, workbooks};

/// What stands between cells. The first of those that make the most cells of the first line is meant.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// Reads a table as the one sheet, without a name, of a workbook. All its cells are texts.
///
/// # Errors
/// It is no text in UTF-8, or holds too much.
pub fn read(name: &str, bytes: &[u8]) -> Result<Spreadsheet, Problem> {
    let source = Source::from_bytes(name, bytes.to_vec(), limits::TABLE)?;
    let text = source.text.as_ref();
    let cells_of = |separator: &u8| first_line(text, *separator);
    let separator = SEPARATORS.iter().rev().max_by_key(|separator| cells_of(separator)).copied().unwrap_or(b',');
    let mut reader = ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let (mut sheet, mut room, mut record) = (Worksheet::default(), RoomLeft::default(), ByteRecord::new());
    let (mut row, mut end) = (0, 0);
    loop {
        row += blank_lines(text, end);
        let more = reader.read_byte_record(&mut record).map_err(|_| text::not_utf8(u64::from(row) + 1))?;
        if !more {
            break;
        }
        for (column, cell) in (0_u32..).zip(record.iter()).filter(|(_, cell)| !cell.is_empty()) {
            let words = plain_lines(String::from_utf8_lossy(cell).into_owned());
            room.put(&mut sheet, CellAt { row, column }, CellValue::Text(words))?;
        }
        row += 1;
        end = usize::try_from(reader.position().byte()).unwrap_or(text.len());
    }
    if sheet.cells.is_empty() { Err(workbooks::no_sheet()) } else { Ok(Spreadsheet { sheets: vec![sheet] }) }
}

/// How many cells the first line has, taken apart so.
fn first_line(text: &str, separator: u8) -> usize {
    let mut reader = ReaderBuilder::new();
    let mut reader = reader.delimiter(separator).has_headers(false).flexible(true).from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    reader.read_byte_record(&mut record).map_or(0, |_| record.len())
}

/// How many lines without anything follow the end of a row: they are rows to whoever looks at the table.
fn blank_lines(text: &str, end: usize) -> u32 {
    let rest = text.get(end..).unwrap_or_default();
    let rest = if text.get(..end).is_some_and(|before| before.ends_with('\r')) {
        rest.strip_prefix('\n').unwrap_or(rest)
    } else {
        rest
    };
    let blank = rest.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n')).filter(|byte| *byte == b'\n').count();
    u32::try_from(blank).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Vec<(String, String)> {
        let read = read("t.csv", text.as_bytes()).unwrap();
        read.sheets[0].cells().map(|(at, value)| (at.to_string(), value.said().into_owned())).collect()
    }

    fn told(cells: &[(&str, &str)]) -> Vec<(String, String)> {
        cells.iter().map(|(at, said)| ((*at).to_owned(), (*said).to_owned())).collect()
    }

    #[test]
    fn any_of_three_separators_is_found() {
        for text in ["a,b\r\nc,\"d;e\"\r\n", "a;b\nc;d;\n", "\u{feff}a\tb\nc\td,\n"] {
            let cells = table(text);
            assert_eq!(cells.iter().map(|(at, _)| at.as_str()).collect::<Vec<_>>(), ["A1", "B1", "A2", "B2"], "{text}");
        }
    }

    #[test]
    fn a_row_is_where_it_is_seen() {
        assert_eq!(
            table("a,b\n\n\n\"x\ny\",z\r\n\r\nq\n"),
            told(&[("A1", "a"), ("B1", "b"), ("A4", "x\ny"), ("B4", "z"), ("A6", "q")])
        );
        assert_eq!(table("\n\na\n"), told(&[("A3", "a")]));
        assert_eq!(table("\"a\rb\r\nc\""), told(&[("A1", "a\nb\nc")]));
    }

    #[test]
    fn what_is_no_table_is_told() {
        let code = |bytes: &[u8]| read("t.csv", bytes).err().map_or("read", |problem| problem.code.id);
        assert_eq!(code(b"\xff\xfea\0"), "utf16-text");
        assert_eq!(code(b"a,b\nf\xf6rs"), "not-utf8");
        assert_eq!(code(b"\n\n"), "no-sheet");
        assert_eq!(code(&vec![b'a'; limits::TABLE + 1]), "file-too-large");
        assert_eq!(code(",".repeat(401).replace(',', "a,").as_bytes()), "sheet-too-large");
    }
}
