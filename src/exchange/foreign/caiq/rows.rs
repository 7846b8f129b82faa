//! The sheets of a CAIQ: where each of its columns is, and what stands in the row of each question.

use std::borrow::Cow;

use crate::exchange::spreadsheet::{CellValue, Spreadsheet, Worksheet};
use crate::source::cells::{CellAt, SheetCell};

/// The head of the column of ids, by which a sheet is known.
const ID_HEAD: &str = "question id";

/// The heads stand within so many rows: in the second, if nobody has put anything above.
const TOP: u32 = 20;

/// What a column holds. The heads differ a little from version to version, and between the CAIQ and the AI-CAIQ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaiqColumn {
    /// The id of the question.
    Id,
    /// The question.
    Question,
    /// Yes, No or NA.
    Answer,
    /// Who sees to it: the provider, the customer, or both.
    Ownership,
    /// How the provider does it.
    Description,
    /// What the customer has to do.
    Customer,
    /// The id of the control that the question is about.
    Control,
    /// The title of the control.
    Title,
    /// What the control requires.
    Requirement,
    /// The title of the domain.
    Domain,
}

/// What tells each column by its head, in small letters; the first that fits counts.
const HEADS: [(CaiqColumn, &str); 9] = [
    (CaiqColumn::Answer, "caiq answer"),
    (CaiqColumn::Ownership, "control ownership"),
    (CaiqColumn::Description, "implementation description"),
    (CaiqColumn::Customer, "responsibilities"),
    (CaiqColumn::Control, "control id"),
    (CaiqColumn::Requirement, "control specification"),
    (CaiqColumn::Title, "control title"),
    (CaiqColumn::Domain, "domain title"),
    (CaiqColumn::Domain, "control domain"),
];

/// What a vendor fills in of a row.
const SAID: [CaiqColumn; 3] = [CaiqColumn::Answer, CaiqColumn::Description, CaiqColumn::Customer];

/// A sheet with questions.
#[derive(Debug)]
pub struct CaiqSheet<'s> {
    sheet: &'s Worksheet,
    head: u32,
    columns: Vec<(CaiqColumn, u32)>,
}

/// The row of a question.
#[derive(Debug)]
pub struct CaiqRow<'s> {
    of: &'s CaiqSheet<'s>,
    row: u32,
    /// The id of the question: `IAM-14.1`.
    pub id: Cow<'s, str>,
}

/// The sheets of a workbook that hold questions; what nobody sees is none.
pub fn sheets(workbook: &Spreadsheet) -> Vec<CaiqSheet<'_>> {
    workbook.sheets.iter().filter(|sheet| !sheet.hidden).filter_map(CaiqSheet::of).collect()
}

impl<'s> CaiqSheet<'s> {
    fn of(sheet: &'s Worksheet) -> Option<CaiqSheet<'s>> {
        let head = sheet.cells().take_while(|(at, _)| at.row < TOP).find(|(_, value)| folded(value) == ID_HEAD)?.0;
        let mut columns = vec![(CaiqColumn::Id, head.column)];
        for (at, value) in sheet.row(head.row) {
            let said = folded(value);
            let found = HEADS.iter().find(|(_, told_by)| said.contains(told_by)).map(|(column, _)| *column);
            let column = if said == "question" { Some(CaiqColumn::Question) } else { found };
            if let Some(column) = column.filter(|column| columns.iter().all(|(known, _)| known != column)) {
                columns.push((column, at.column));
            }
        }
        let is_asked = columns.iter().any(|(column, _)| *column == CaiqColumn::Question);
        let sheet = CaiqSheet { sheet, head: head.row, columns };
        (is_asked && sheet.rows().next().is_some()).then_some(sheet)
    }

    /// The rows of its questions, from above.
    pub fn rows(&self) -> impl Iterator<Item = CaiqRow<'_>> {
        let column = self.place(CaiqColumn::Id).unwrap_or_default();
        let below = self.sheet.rows().filter(|row| *row > self.head);
        below.filter_map(move |row| {
            let id = self.sheet.said(CellAt { row, column });
            is_question_id(&id).then_some(CaiqRow { of: self, row, id })
        })
    }

    /// The rows below the heads that answer something under an id that is none: a letter in it looks like another, or
    /// is seen by nobody.
    pub fn strays(&self) -> impl Iterator<Item = CaiqRow<'_>> {
        let column = self.place(CaiqColumn::Id).unwrap_or_default();
        let below = self.sheet.rows().filter(|row| *row > self.head);
        let rows = below.map(move |row| CaiqRow { of: self, row, id: self.sheet.said(CellAt { row, column }) });
        rows.filter(|row| {
            let is_none = !row.id.is_empty() && !is_question_id(&row.id) && row.id.to_lowercase() != ID_HEAD;
            is_none && SAID.iter().any(|column| row.at(*column).is_some_and(|at| !self.sheet.said(at).is_empty()))
        })
    }

    /// The columns in which nobody sees what is answered.
    pub fn hidden_columns(&self) -> Vec<u32> {
        let says = |at: u32| self.rows().any(|row| !self.sheet.said(CellAt { row: row.row, column: at }).is_empty());
        let columns = SAID.iter().filter_map(|column| self.place(*column));
        columns.filter(|column| self.sheet.hides(*column) && says(*column)).collect()
    }

    /// Further columns under the head of the answers.
    pub fn further_answers(&self) -> Vec<u32> {
        let Some(first) = self.place(CaiqColumn::Answer) else { return Vec::new() };
        let heads = self.sheet.row(self.head).filter(|(at, _)| at.column != first);
        let further = heads.filter(|(_, value)| folded(value) == one_space(&self.head(CaiqColumn::Answer)));
        further.map(|(at, _)| at.column).collect()
    }

    /// The name on its tab.
    pub fn name(&self) -> &str {
        &self.sheet.name
    }

    /// What stands above the heads, and the name of the sheet.
    pub fn titles(&self) -> impl Iterator<Item = Cow<'_, str>> {
        let above = self.sheet.cells().take_while(|(at, _)| at.row < self.head).map(|(_, value)| value.said());
        above.chain([Cow::Borrowed(self.sheet.name.as_str())])
    }

    /// What the head of a column says; nothing where there is no such column.
    pub fn head(&self, column: CaiqColumn) -> Cow<'_, str> {
        let at = self.place(column).map(|column| CellAt { row: self.head, column });
        at.map_or(Cow::Borrowed(""), |at| self.sheet.said(at))
    }

    /// Whether it is of the AI-CAIQ, whose controls are those of another framework.
    pub fn is_of_ai(&self) -> bool {
        let head = self.head(CaiqColumn::Answer);
        self.titles().chain([head]).any(|said| said.to_uppercase().contains("AI-CAIQ"))
    }

    fn place(&self, column: CaiqColumn) -> Option<u32> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }
}

impl<'s> CaiqRow<'s> {
    /// What a column says of the question: cells that were made one say it of each of their rows.
    pub fn said(&self, column: CaiqColumn) -> Cow<'s, str> {
        self.at(column).map_or(Cow::Borrowed(""), |at| self.of.sheet.shown(at))
    }

    /// Whether a column holds a formula whose result the program that saved the file left out.
    pub fn lacks_result(&self, column: CaiqColumn) -> bool {
        let value = self.at(column).and_then(|at| self.of.sheet.cell(at));
        value == Some(&CellValue::FormulaWithoutValue)
    }

    /// Where a column stands; where there is none, where the id stands.
    pub fn cell(&self, column: CaiqColumn) -> SheetCell {
        let at = self.at(column).or(self.at(CaiqColumn::Id)).unwrap_or_default();
        SheetCell { sheet: self.of.sheet.name.clone(), at }
    }

    /// Whether nobody sees the row, and it answers something.
    pub fn is_hidden_answer(&self) -> bool {
        self.of.sheet.hides_row(self.row) && SAID.iter().any(|column| !self.said(*column).is_empty())
    }

    /// The sheet that it is in.
    pub fn sheet(&self) -> &'s CaiqSheet<'s> {
        self.of
    }

    /// The control that the question is about: `IAM-14`.
    pub fn control(&self) -> String {
        let said = self.said(CaiqColumn::Control);
        match is_question_id(&said) {
            true => said.into_owned(),
            false => self.id.split('.').next().unwrap_or_default().to_owned(),
        }
    }

    fn at(&self, column: CaiqColumn) -> Option<CellAt> {
        self.of.place(column).map(|column| CellAt { row: self.row, column })
    }
}

/// The domain of a control or a question: what stands before the number.
pub fn domain(id: &str) -> &str {
    id.split('-').next().unwrap_or_default()
}

/// Whether a cell holds the id of a question or a control: letters, a number, and perhaps numbers behind points.
fn is_question_id(said: &str) -> bool {
    let Some((letters, numbers)) = said.split_once('-') else { return false };
    let is_number = |part: &str| (1..=3).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
    let are_letters = letters.bytes().all(|letter| letter.is_ascii_uppercase() || letter == b'&');
    (1..=8).contains(&letters.len())
        && are_letters
        && numbers.split('.').count() <= 3
        && numbers.split('.').all(is_number)
}

/// What a head says in small letters, white space runs as one space.
fn folded(value: &CellValue) -> String {
    one_space(&value.said())
}

fn one_space(said: &str) -> String {
    said.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_questions_and_controls_are_told_from_other_words() {
        for id in ["A&A-01.1", "IAM-14", "STA-03.2", "MDS-01.10"] {
            assert!(is_question_id(id), "{id}");
        }
        for other in ["", "IAM", "IAM-", "-14", "iam-14", "IAM-14.", "IAM-1234", "End of the CAIQ - 2024", "A.5.17"] {
            assert!(!is_question_id(other), "{other}");
        }
        assert_eq!([domain("A&A-01.1"), domain("IAM-14")], ["A&A", "IAM"]);
    }
}
