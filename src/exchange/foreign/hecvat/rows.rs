//! The sheets that a vendor fills in of a HECVAT: what stands in the row of each question. The id is in the first
//! column, then the question, the answer, what is added, and the guidance.

use std::borrow::Cow;

use crate::exchange::spreadsheet::{CellValue, Spreadsheet, Worksheet};
use crate::source::Date;
use crate::source::cells::{CellAt, SheetCell};

/// What looks like an id is no longer, in letters.
const LONGEST_ID: usize = 12;

/// A title of a section is no longer, in letters.
const LONGEST_TITLE: usize = 150;

/// Words in the names of sheets on which the buyer works, and that repeat the ids.
const OURS: [&str; 5] = ["analyst", "evaluation", "report", "reference", "summary"];

/// Words in heads of such sheets.
const OUR_HEADS: [&str; 5] = ["compliant", "preferred response", "importance", "override", "weight"];

/// A column of a sheet of the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HecvatColumn {
    /// The id of the question.
    Id,
    /// The question.
    Question,
    /// The answer.
    Answer,
    /// What is added to it.
    More,
    /// Help with it.
    Guidance,
}

/// The row of a question on a sheet of the vendor.
#[derive(Clone, Debug)]
pub struct HecvatRow<'s> {
    sheet: &'s Worksheet,
    row: u32,
    /// The id of the question: `DOCU-01`.
    pub id: String,
    /// The title of its section, where one stands above.
    pub section: Option<String>,
}

/// The rows of all questions, by sheets and from above; the same id may stand on several sheets.
pub fn rows(workbook: &Spreadsheet) -> Vec<HecvatRow<'_>> {
    vendor_sheets(workbook).flat_map(rows_of).collect()
}

/// The sheets that the vendor fills in: those that are seen, but for those on which the buyer works.
fn vendor_sheets(workbook: &Spreadsheet) -> impl Iterator<Item = &Worksheet> {
    workbook.sheets.iter().filter(|sheet| !sheet.hidden && !is_ours(sheet))
}

/// The names of sheets that are seen and hold ids of questions, and of which nothing is read: those on which the buyer
/// works, or which look so. Those that only a head makes ours come first.
pub fn left_out(workbook: &Spreadsheet) -> Vec<&str> {
    let holds_ids = |sheet: &&Worksheet| first_question(sheet).is_some();
    let ours = workbook.sheets.iter().filter(|sheet| !sheet.hidden && is_ours(sheet)).filter(holds_ids);
    let (named, headed): (Vec<&str>, Vec<&str>) =
        ours.map(|sheet| sheet.name.as_str()).partition(|name| has_name_of_ours(name));
    [headed, named].concat()
}

fn is_ours(sheet: &Worksheet) -> bool {
    has_name_of_ours(&sheet.name) || has_head_of_ours(sheet)
}

fn has_name_of_ours(name: &str) -> bool {
    let name = name.to_lowercase();
    OURS.iter().any(|word| name.contains(word))
}

/// Whether the row of heads has one of a sheet on which the buyer works: the last row with several texts above the
/// first question. What stands further down is the vendor's to write.
fn has_head_of_ours(sheet: &Worksheet) -> bool {
    let Some(first) = first_question(sheet) else { return false };
    let said = |row| sheet.row(row).map(|(_, value)| value.said().to_lowercase()).collect::<Vec<String>>();
    let head = sheet.rows().take_while(|row| *row < first).map(said).filter(|said| said.len() > 2).last();
    let is_of_ours = |said: &String| said.chars().count() <= 40 && OUR_HEADS.iter().any(|head| said.contains(head));
    head.is_some_and(|said| said.iter().any(is_of_ours))
}

fn first_question(sheet: &Worksheet) -> Option<u32> {
    sheet.rows().find(|row| is_question_id(&sheet.said(CellAt { row: *row, column: 0 })))
}

fn rows_of(sheet: &Worksheet) -> Vec<HecvatRow<'_>> {
    let (mut found, mut section) = (Vec::new(), None);
    for row in sheet.rows() {
        let said = |column| sheet.said(CellAt { row, column });
        let id = said(0);
        if is_question_id(&id) {
            found.push(HecvatRow { sheet, row, id: id.into_owned(), section: section.clone() });
        } else {
            let title = if id.is_empty() { said(1) } else { id };
            if !title.is_empty() && title.chars().count() <= LONGEST_TITLE {
                section = Some(title.into_owned());
            }
        }
    }
    found
}

/// The rows that answer something under what looks like an id and is none: a letter in it looks like another, or is
/// not seen. Heads of sections have no numbers, and the word for answers in its column.
pub fn strays(workbook: &Spreadsheet) -> Vec<HecvatRow<'_>> {
    let rows = vendor_sheets(workbook).flat_map(|sheet| {
        sheet.rows().map(move |row| {
            let id = sheet.said(CellAt { row, column: 0 }).into_owned();
            HecvatRow { sheet, row, id, section: None }
        })
    });
    let looks_like_id = |id: &str| {
        id.contains(char::is_numeric) && id.chars().count() <= LONGEST_ID && id.contains(char::is_alphabetic)
    };
    let is_head = |said: &str| said.chars().count() <= LONGEST_ID * 2 && said.to_lowercase().contains("answer");
    let is_stray = |row: &HecvatRow<'_>| {
        let [answer, more] = [HecvatColumn::Answer, HecvatColumn::More].map(|column| row.said(column));
        !is_question_id(&row.id) && looks_like_id(&row.id) && !is_head(&answer) && answer.len() + more.len() > 0
    };
    rows.filter(is_stray).collect()
}

impl<'s> HecvatRow<'s> {
    /// Whether nobody sees the row, or a column of it that says something.
    pub fn hides(&self, column: Option<HecvatColumn>) -> bool {
        match column {
            None => self.sheet.hides_row(self.row),
            Some(column) => self.sheet.hides(self.at(column).column) && !self.said(column).is_empty(),
        }
    }

    /// What a column says. A formula that takes over an empty cell shows a zero, which says nothing.
    pub fn said(&self, column: HecvatColumn) -> Cow<'s, str> {
        let at = self.at(column);
        if self.sheet.cell(at).is_some_and(is_zero) { Cow::Borrowed("") } else { self.sheet.shown(at) }
    }

    /// Whether a column holds a formula whose result the program that saved the file left out.
    pub fn lacks_result(&self, column: HecvatColumn) -> bool {
        self.sheet.cell(self.at(column)) == Some(&CellValue::FormulaWithoutValue)
    }

    /// Where a column stands.
    pub fn cell(&self, column: HecvatColumn) -> SheetCell {
        SheetCell { sheet: self.sheet.name.clone(), at: self.at(column) }
    }

    /// The name of the sheet that it is on.
    pub fn sheet(&self) -> &'s str {
        &self.sheet.name
    }

    /// The section: what stands before the number.
    pub fn prefix(&self) -> &str {
        prefix(&self.id)
    }

    fn at(&self, column: HecvatColumn) -> CellAt {
        let column = match column {
            HecvatColumn::Id => 0,
            HecvatColumn::Question => 1,
            HecvatColumn::Answer => 2,
            HecvatColumn::More => 3,
            HecvatColumn::Guidance => 4,
        };
        CellAt { row: self.row, column }
    }
}

/// The section of a question: what stands before the number.
pub fn prefix(id: &str) -> &str {
    id.split('-').next().unwrap_or_default()
}

/// Whether a cell holds the id of a question: capital letters and a number of two or three digits.
pub fn is_question_id(said: &str) -> bool {
    let Some((letters, number)) = said.split_once('-') else { return false };
    let are_letters = letters.bytes().all(|letter| letter.is_ascii_uppercase());
    let is_number = number.bytes().all(|digit| digit.is_ascii_digit());
    (3..=6).contains(&letters.len()) && are_letters && (2..=3).contains(&number.len()) && is_number
}

/// What a formula shows that takes over an empty cell: nought, as a number, a time or the day before all days.
fn is_zero(value: &CellValue) -> bool {
    match value {
        CellValue::Number(number) => number == "0",
        CellValue::Text(text) => ["0", "0:00:00", "00:00:00"].contains(&text.trim()),
        CellValue::Date(day) => Date::parse("1904-01-02").is_some_and(|first| *day < first),
        CellValue::Bool(_) | CellValue::Error(_) | CellValue::FormulaWithoutValue => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_from_titles() {
        for id in ["GNRL-01", "REQU-08", "HIPA-29", "DATA-101"] {
            assert!(is_question_id(id), "{id}");
        }
        for other in ["", "GNRL", "A&A-01.1", "IAM-14.1", "gnrl-01", "K-12", "Case-Specific", "AB-01", "GNRL-1"] {
            assert!(!is_question_id(other), "{other}");
        }
    }

    #[test]
    fn a_formula_over_an_empty_cell_says_nothing() {
        let text = |text: &str| CellValue::Text(text.to_owned());
        let day = |day: &str| CellValue::Date(Date::parse(day).unwrap());
        let zeros =
            [CellValue::Number("0".to_owned()), text("00:00:00"), text(" 0 "), day("1899-12-30"), day("1904-01-01")];
        assert!(zeros.iter().all(is_zero));
        let others =
            [CellValue::Number("10".to_owned()), text("00"), text("No"), day("2026-01-01"), CellValue::Bool(false)];
        assert!(!others.iter().any(is_zero));
    }
}
