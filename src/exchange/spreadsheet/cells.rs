//! The cells of a sheet.

use super::number::{as_meant, day};
use super::styles::Looks;
use super::texts::{SharedTexts, plain, rich, too_much_text};
use super::xml::Xml;
use super::{CellValue, Worksheet, limits};
use crate::source::Date;
use crate::source::cells::CellAt;
use crate::words::clean::one_line;
use crate::words::problem::{Problem, workbooks};

/// What the sheets of a workbook share.
pub struct Shared {
    /// The texts that cells name by number.
    pub texts: SharedTexts,
    /// How cells look.
    pub looks: Looks,
    /// Whether days are counted since 1904.
    pub since_1904: bool,
    /// How much the sheets that are still to come may hold.
    pub room: RoomLeft,
}

/// How much more cells may hold.
pub struct RoomLeft {
    cells: usize,
    text: usize,
}

impl Default for RoomLeft {
    fn default() -> RoomLeft {
        RoomLeft { cells: limits::CELLS, text: limits::TEXT }
    }
}

impl RoomLeft {
    /// Puts a cell behind those of a sheet.
    ///
    /// # Errors
    /// It is too far out, or one too many.
    pub fn put(&mut self, sheet: &mut Worksheet, at: CellAt, value: CellValue) -> Result<(), Problem> {
        if at.row >= limits::ROWS || at.column >= limits::COLUMNS {
            return Err(workbooks::sheet_too_large(one_line(&sheet.name), one_line(&at.to_string())));
        }
        self.cells = self.cells.checked_sub(1).ok_or_else(|| workbooks::too_many_cells(limits::CELLS))?;
        if let CellValue::Text(text) | CellValue::Number(text) | CellValue::Error(text) = &value {
            self.text = self.text.checked_sub(text.len()).ok_or_else(too_much_text)?;
        }
        sheet.cells.push((at, value));
        Ok(())
    }
}

/// Brings the cells of a sheet into the order of their places.
///
/// # Errors
/// Two are in one place.
fn in_order(sheet: &mut Worksheet) -> Result<(), Problem> {
    sheet.cells.shrink_to_fit();
    sheet.cells.sort_unstable_by_key(|(at, _)| *at);
    match sheet.cells.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        Some(pair) => Err(workbooks::cell_twice(one_line(&sheet.name), one_line(&pair[0].0.to_string()))),
        None => Ok(()),
    }
}

/// Reads the cells of a sheet of this name.
///
/// # Errors
/// The part cannot be read, a cell is not where it says, or the sheet holds too much.
pub fn read(mut xml: Xml, name: String, shared: &mut Shared) -> Result<Worksheet, Problem> {
    let mut sheet = Worksheet { name, ..Worksheet::default() };
    while xml.child(1)? {
        if xml.is("cols") {
            hidden_columns(&mut xml, &mut sheet)?;
        } else if xml.is("mergeCells") {
            merged(&mut xml, &mut sheet)?;
        }
        if !xml.is("sheetData") {
            continue;
        }
        let mut at = CellAt::default();
        while xml.child(2)? {
            if !xml.is("row") {
                continue;
            }
            if let Some(row) = xml.attribute("r")? {
                at.row = number(&row).ok_or_else(|| misplaced(&sheet, at.row))?;
            }
            if at.row < limits::ROWS && is_set(xml.attribute("hidden")?) {
                sheet.hidden_rows.insert(at.row);
            }
            at.column = 0;
            while xml.child(3)? {
                if xml.is("c") {
                    cell(&mut xml, &mut sheet, &mut at, shared)?;
                }
            }
            at.row += 1;
        }
    }
    xml.end()?;
    in_order(&mut sheet)?;
    Ok(sheet)
}

/// Whether an attribute says yes.
fn is_set(says: Option<String>) -> bool {
    says.is_some_and(|says| says == "1" || says == "true")
}

/// Reads which columns are hidden.
fn hidden_columns(xml: &mut Xml, sheet: &mut Worksheet) -> Result<(), Problem> {
    while xml.child(2)? {
        let is_hidden = xml.is("col") && is_set(xml.attribute("hidden")?);
        if !is_hidden || sheet.hidden_columns.len() >= limits::RUNS {
            continue;
        }
        let [first, last] = [xml.attribute("min")?, xml.attribute("max")?].map(|says| says.as_deref().and_then(number));
        sheet.hidden_columns.extend(first.zip(last));
    }
    Ok(())
}

/// Reads which cells were made one.
fn merged(xml: &mut Xml, sheet: &mut Worksheet) -> Result<(), Problem> {
    while xml.child(2)? {
        let says = if xml.is("mergeCell") { xml.attribute("ref")? } else { None };
        let Some((first, last)) = says.as_deref().and_then(|says| says.split_once(':')) else { continue };
        if sheet.merged.len() < limits::RUNS {
            sheet.merged.extend(place(first).zip(place(last)));
        }
    }
    Ok(())
}

/// Reads a cell that is expected in a place, and goes on to the next place.
fn cell(xml: &mut Xml, sheet: &mut Worksheet, at: &mut CellAt, shared: &mut Shared) -> Result<(), Problem> {
    if let Some(says) = xml.attribute("r")? {
        let said = place(&says).filter(|said| said.row == at.row);
        *at = said.ok_or_else(|| misplaced(sheet, at.row))?;
    }
    let (kind, look) = (xml.attribute("t")?, xml.attribute("s")?);
    let mut written = Written::default();
    while xml.child(4)? {
        if xml.is("f") {
            written.formula = true;
        } else if xml.is("v") {
            if written.value.replace(xml.text()?.to_owned()).is_some() {
                return Err(xml.damaged());
            }
        } else if xml.is("is") {
            written.text = rich(xml, 5)?;
        }
    }
    let kind = kind.as_deref().unwrap_or("n");
    let value = match kind {
        "s" => written.shared(&shared.texts).map_err(|()| xml.damaged())?,
        _ => written.of_its_own(kind, shared.looks.show_a_day(look.as_deref()), shared.since_1904),
    };
    if let Some(value) = value {
        shared.room.put(sheet, *at, value)?;
    }
    at.column += 1;
    Ok(())
}

/// What stands within a cell.
#[derive(Default)]
struct Written {
    formula: bool,
    value: Option<String>,
    text: String,
}

impl Written {
    /// A text that the cell names by number.
    fn shared(self, texts: &SharedTexts) -> Result<Option<CellValue>, ()> {
        let Some(number) = self.value else { return Ok(None) };
        let text = number.trim().parse().ok().and_then(|at| texts.get(at)).ok_or(())?;
        Ok(text_of(text.to_owned()))
    }

    /// A value that stands in the cell itself.
    fn of_its_own(self, kind: &str, shows_a_day: bool, since_1904: bool) -> Option<CellValue> {
        let value = self.value.unwrap_or_default();
        let words = value.trim();
        match kind {
            "inlineStr" => text_of(self.text),
            "str" if self.formula && value.is_empty() => None,
            "str" => text_of(plain(&value)),
            _ if words.is_empty() => self.formula.then_some(CellValue::FormulaWithoutValue),
            "b" if words == "1" || words == "true" => Some(CellValue::Bool(true)),
            "b" if words == "0" || words == "false" => Some(CellValue::Bool(false)),
            "e" => Some(CellValue::Error(words.to_owned())),
            "d" => Some(iso_day(words).map_or_else(|| CellValue::Text(value.clone()), CellValue::Date)),
            "n" => Some(match as_meant(words) {
                None => CellValue::Text(value),
                Some(number) => {
                    let day = shows_a_day.then(|| day(&number, since_1904)).flatten();
                    day.map_or(CellValue::Number(number), CellValue::Date)
                }
            }),
            _ => text_of(value),
        }
    }
}

/// A text, unless it is empty.
fn text_of(text: String) -> Option<CellValue> {
    (!text.is_empty()).then_some(CellValue::Text(text))
}

/// A day with or without a time, as the standard writes it.
fn iso_day(words: &str) -> Option<Date> {
    let (day, time) = words.split_at_checked(10)?;
    Date::parse(day).filter(|_| time.is_empty() || time.starts_with('T'))
}

/// A row that says its number, from 0.
fn number(row: &str) -> Option<u32> {
    let plain = row.len() <= 7 && row.bytes().all(|digit| digit.is_ascii_digit()) && !row.starts_with('0');
    row.parse().ok().filter(|_| plain).and_then(|row: u32| row.checked_sub(1))
}

/// The place that a cell says it has: `D14`.
fn place(says: &str) -> Option<CellAt> {
    let (letters, row) = says.split_at(says.find(|sign: char| !sign.is_ascii_uppercase()).unwrap_or(says.len()));
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let column = letters.bytes().fold(0, |column, letter| column * 26 + u32::from(letter - b'A') + 1);
    Some(CellAt { row: number(row)?, column: column - 1 })
}

fn misplaced(sheet: &Worksheet, row: u32) -> Problem {
    workbooks::cell_misplaced(one_line(&sheet.name), u64::from(row) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_read_as_it_is_shown() {
        for says in ["A1", "D14", "Z9", "AA9", "XFD1048576"] {
            assert_eq!(place(says).map(|at| at.to_string()).as_deref(), Some(says));
        }
        for wrong in
            ["", "1", "A", "A0", "a1", "$A$1", "A01", "A1:B2", "AAAA1", "A12345678", "R1C1", "Å1", "A-1", "A+1"]
        {
            assert_eq!(place(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_cell_holds_what_its_kind_says() {
        let read = |kind: &str, formula, value: &str, shows_a_day| {
            let written = Written { formula, value: Some(value.to_owned()), text: String::new() };
            written.of_its_own(kind, shows_a_day, false).map(|value| format!("{value:?}")).unwrap_or_default()
        };
        assert_eq!(read("n", false, "4.8000000000000007E1", false), "Number(\"48\")");
        assert!(read("n", false, "45000", true).starts_with("Date("));
        assert_eq!(read("n", false, "-1", true), "Number(\"-1\")");
        assert_eq!(read("n", false, "NaN", false), "Text(\"NaN\")");
        assert_eq!(read("n", true, "", false), "FormulaWithoutValue");
        assert_eq!(read("n", false, "", false), "");
        assert_eq!(read("str", true, "", false), "");
        assert_eq!(read("str", true, " a_x0041_", false), "Text(\" aA\")");
        assert_eq!(read("b", false, "1", false), "Bool(true)");
        assert_eq!(read("b", false, "2", false), "Text(\"2\")");
        assert_eq!(read("e", true, "#REF!", false), "Error(\"#REF!\")");
        assert!(read("d", false, "2026-02-28T13:00:00", false).starts_with("Date("));
        assert_eq!(read("d", false, "2026-02-30", false), "Text(\"2026-02-30\")");
        assert_eq!(read("odd", false, "x", false), "Text(\"x\")");
    }
}
