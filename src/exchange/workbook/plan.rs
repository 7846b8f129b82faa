//! Where everything stands in a workbook, before a cell of it is written: formulas look from sheet to sheet.

use std::collections::BTreeMap;

use super::columns::{Role, columns};
use super::content::{AnswerCells, AnswerWords, Content};
use super::languages::Languages;
use super::layout::ColumnId;
use super::lists::{ListAt, Lists};
use super::names::SheetNames;
use crate::answers::form_file::{FormFile, Prefilled};
use crate::answers::model::{GivenBy, Proposed};
use crate::answers::outline::OutlineQuestion;
use crate::questionnaire::ids::QuestionId;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};

/// The row of the marks, of the title and of the heads of columns, on every sheet; what follows is for each to say.
pub const MARKS: u32 = 0;
/// The title.
pub const TITLE: u32 = 1;
/// The heads of the columns of questions, documents and sub-processors.
pub const HEADS: u32 = 2;
/// What the sheet is about.
pub const ABOUT: u32 = 3;
/// The first row below.
pub const FIRST: u32 = 4;

/// More sheets of questions are not made, since readers of workbooks take so many sheets and no more; what has none of
/// its own stands at the end of the last.
const MOST_SHEETS: usize = 56;

/// Where everything stands.
#[derive(Debug)]
pub struct Plan<'f, 'q> {
    /// The form.
    pub form: &'f FormFile<'q>,
    /// Its languages.
    pub languages: Languages<'q>,
    /// The names of the sheets of the head, of documents and of sub-processors.
    pub tabs: [Clean; 3],
    /// The sheets of questions, in the order of the form.
    pub sheets: Vec<QuestionSheet>,
    /// The columns of the sheets of questions, without the first.
    pub columns: Vec<Role>,
    /// What the drop-downs show.
    pub lists: Lists,
    asked: BTreeMap<QuestionId, Vec<&'f OutlineQuestion>>,
}

/// A sheet of questions.
#[derive(Debug)]
pub struct QuestionSheet {
    /// Its name.
    pub name: Clean,
    /// Its number among them, from 0.
    pub number: usize,
    /// What stands on it.
    pub questions: Vec<PlacedQuestion>,
    /// The row behind the last.
    pub end: u32,
}

/// A question in its place.
#[derive(Debug)]
pub struct PlacedQuestion {
    /// Which.
    pub question: QuestionId,
    /// Its number in the form, from 1.
    pub number: usize,
    /// The number of its sheet, from 0.
    pub sheet: usize,
    /// The row of a heading above it, where what it is about begins within a sheet.
    pub heading: Option<u32>,
    /// Its row.
    pub row: u32,
    /// The first of the rows of its options; those between hold what is too long for a cell.
    pub options: u32,
    /// The words of its answers.
    pub words: AnswerWords,
    /// What is filled in, by the columns that hold it.
    pub filled: Vec<(ColumnId, AnswerCells)>,
    /// What its drop-down shows that confirms the answer that is proposed, where one is.
    pub confirm: Option<ListAt>,
    /// What is said of it to a vendor that has answered before.
    pub marks: Clean,
}

impl PlacedQuestion {
    /// What is filled in in a column.
    pub fn filled(&self, column: ColumnId) -> Option<&AnswerCells> {
        self.filled.iter().find(|(known, _)| *known == column).map(|(_, cells)| cells)
    }

    /// The answer that is filled in in one of its rows, as a formula gives it.
    pub fn answered_in(&self, row: u32, yes: &Clean) -> String {
        let Some(cells) = self.filled(ColumnId::Answer) else { return String::new() };
        let option = row.checked_sub(self.options).and_then(|at| usize::try_from(at).ok());
        match (&cells.cell, option) {
            (_, Some(at)) if cells.ticked.contains(&at) => yes.to_string(),
            (_, Some(_)) => String::new(),
            (Content::Number(number), None) if row == self.row => number.to_string(),
            (Content::Day(day), None) if row == self.row => day.to_string(),
            (cell, None) => {
                let part = usize::try_from(row - self.row).ok().and_then(|at| cell.part(at));
                part.unwrap_or_default().to_owned()
            }
        }
    }

    /// The row behind its last.
    pub fn end(&self) -> u32 {
        self.options + rows(self.words.rows.len())
    }
}

impl<'f, 'q> Plan<'f, 'q> {
    /// Of a form.
    pub fn of(form: &'f FormFile<'q>) -> Plan<'f, 'q> {
        let languages = Languages::of(form);
        let mut names = SheetNames::default();
        let tabs = [Lang::tab_start, Lang::tab_documents, Lang::tab_chain].map(|tab| names.name(&languages.both(tab)));
        let mut asked: BTreeMap<QuestionId, Vec<&OutlineQuestion>> = BTreeMap::new();
        for question in [&form.outline].into_iter().chain(&form.second).flat_map(|outline| &outline.questions) {
            asked.entry(question.question).or_default().push(question);
        }
        let (columns, lists) = (columns(form), Lists::default());
        let mut plan = Plan { form, columns, languages, tabs, sheets: Vec::new(), lists, asked };
        for (question, number) in form.outline.questions.iter().zip(1..) {
            plan.place(question, number, &mut names);
        }
        plan
    }

    fn place(&mut self, asked: &OutlineQuestion, number: usize, names: &mut SheetNames) {
        let begins = asked.category.as_ref().map(|(title, _)| title);
        let number_of_sheet = self.sheets.len();
        if let Some(title) = begins.filter(|_| number_of_sheet < MOST_SHEETS) {
            let name = names.name(&(number_of_sheet + 1).and(" ").and(title));
            self.sheets.push(QuestionSheet { name, number: number_of_sheet, questions: Vec::new(), end: FIRST });
        }
        let Some(sheet) = self.sheets.last_mut() else { return };
        let heading = begins.filter(|_| !sheet.questions.is_empty()).map(|_| sheet.end);
        sheet.end += rows(heading.iter().len());
        let question = &self.form.questionnaire().questions[asked.question];
        let given = self.form.prefilled(asked.question);
        let words = AnswerWords::of(question, given, &self.languages, &mut self.lists);
        let filled = filled(given, &words);
        let is_proposed = filled.iter().any(|(column, _)| *column == ColumnId::ProposedAnswer);
        let still_so = || self.lists.at(vec![self.languages.both(Lang::still_so).capitalized()]);
        let confirm = is_proposed.then(still_so);
        let marks = given.marks.iter().map(|mark| self.languages.both(|lang| mark.said(lang)));
        let marks = Clean::joined(marks, ". ");
        let cells = filled.iter().map(|(_, cells)| cells.cell.cells()).max().unwrap_or(0).max(1);
        let (row, options) = (sheet.end, sheet.end + rows(cells));
        let question = asked.question;
        let placed = PlacedQuestion {
            question,
            number,
            sheet: sheet.number,
            heading,
            row,
            options,
            words,
            filled,
            confirm,
            marks,
        };
        sheet.end = placed.end();
        sheet.questions.push(placed);
    }

    /// Where a question stands; `None` where the form does not ask it.
    pub fn find(&self, question: QuestionId) -> Option<&PlacedQuestion> {
        // a form asks in the order of the questionnaire
        let begins = |sheet: &QuestionSheet| sheet.questions.first().is_some_and(|first| first.question <= question);
        let sheet = self.sheets.get(self.sheets.partition_point(begins).checked_sub(1)?)?;
        let at = sheet.questions.binary_search_by_key(&question, |placed| placed.question).ok()?;
        sheet.questions.get(at)
    }

    /// What is asked, in each of the languages; nothing where the form does not ask it.
    pub fn asked(&self, question: QuestionId) -> &[&'f OutlineQuestion] {
        self.asked.get(&question).map_or(&[], Vec::as_slice)
    }

    /// What the questions of a sheet are about: its title and its introduction in each language.
    pub fn about(&self, sheet: &QuestionSheet) -> (Vec<Clean>, Vec<Clean>) {
        let first = sheet.questions.first().map_or(&[][..], |placed| self.asked(placed.question));
        let heads = first.iter().filter_map(|asked| asked.category.clone());
        let (titles, about): (Vec<Clean>, Vec<Option<Clean>>) = heads.unzip();
        (titles, about.into_iter().flatten().collect())
    }

    /// The column of a role, from 0; the ids stand before all others.
    pub fn column(&self, role: Role) -> u16 {
        let at = self.columns.iter().position(|known| *known == role).unwrap_or_default();
        u16::try_from(at + 1).unwrap_or(u16::MAX)
    }
}

/// So many rows.
pub fn rows(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// What is filled in of a question, by the columns that hold it.
fn filled(given: &Prefilled, words: &AnswerWords) -> Vec<(ColumnId, AnswerCells)> {
    let text = |text: &str| AnswerCells { cell: Content::of(text), ticked: Vec::new() };
    let by = |GivenBy { name, on }: &GivenBy| match on {
        Some(on) => text(&format!("{}, {on}", one_line(name))),
        None => text(&one_line(name)),
    };
    let (mut answer, mut note) = (None, None);
    match given.proposed.as_ref().map(|proposal| &proposal.proposed) {
        Some(Proposed::Answer(proposed)) => answer = Some(words.cells(proposed)),
        Some(Proposed::Note(proposed)) => note = Some(text(proposed)),
        None => {}
    }
    let all = [
        (ColumnId::Answer, given.answer.as_ref().map(|answer| words.cells(answer))),
        (ColumnId::Comment, given.comment.as_deref().map(text)),
        (ColumnId::Evidence, (!given.evidence.is_empty()).then(|| text(&given.evidence.join(", ")))),
        (ColumnId::By, given.by.as_ref().map(by)),
        (ColumnId::ProposedAnswer, answer),
        (ColumnId::ProposedNote, note),
        (ColumnId::ProposedComment, given.proposed.as_ref().and_then(|it| it.comment.as_deref()).map(text)),
        (ColumnId::ProposedFrom, given.proposed.as_ref().map(|proposal| text(&proposal.from))),
    ];
    all.into_iter().filter_map(|(column, cells)| Some((column, cells?))).collect()
}
