//! What a workbook says, put together by the ids of its rows from all its tables: the words of whoever filled it in,
//! each with its cell. What these words mean, the readers of answers say.

use std::collections::HashMap;

use super::layout::{ColumnId, FormMark, HeadRow, RowId};
use super::tables::{CellWords, FormRow, FormTable, sheets_besides, tables};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::source::cells::SheetCell;
use crate::source::fields::Word;
use crate::words::clean::{one_line, shortened, shown};
use crate::words::problem::{Problem, cells as problem, text as text_problem};
use crate::words::quotation::within_quotes;

/// What a workbook says.
#[derive(Debug)]
pub struct Gathered {
    /// The form that it is.
    pub mark: FormMark,
    /// Where that stands first.
    pub mark_cell: SheetCell,
    /// Where the name of the vendor belongs, where there is a place for it.
    pub name_cell: Option<SheetCell>,
    /// What is said of the vendor.
    pub head: Vec<(HeadRow, CellWords)>,
    /// Rows of documents.
    pub documents: Vec<GatheredRow>,
    /// Rows of sub-processors.
    pub companies: Vec<GatheredRow>,
    /// Questions, in the order in which they are met first.
    pub questions: Vec<GatheredQuestion>,
    /// What is wrong and belongs to no question.
    pub notes: Vec<Noted>,
}

/// What the columns of a row say.
#[derive(Debug)]
pub struct GatheredRow {
    /// Where it is.
    pub cell: SheetCell,
    /// Its columns.
    pub parts: Vec<(ColumnId, CellWords)>,
}

/// What is said of a question.
#[derive(Debug)]
pub struct GatheredQuestion {
    /// The id that its row has.
    pub id: String,
    /// Where it is answered.
    pub cell: SheetCell,
    /// What its columns say.
    pub parts: Vec<(ColumnId, CellWords)>,
    /// How many rows of its own it has.
    stands: u32,
    /// Where it is answered in a row that nobody sees.
    unseen: Option<SheetCell>,
    /// How many rows of options it has.
    rows: u32,
    /// What the rows of its options say, each by the id of the option.
    pub options: Vec<(String, ColumnId, CellWords)>,
    /// What the form says at each of them, by the id of the option.
    pub labels: Vec<(String, Vec<CellWords>)>,
    /// What is wrong.
    pub notes: Vec<Noted>,
}

/// Something that is wrong with a cell.
#[derive(Debug)]
pub struct Noted {
    /// Where.
    pub cell: SheetCell,
    /// What stands there.
    pub written: String,
    /// What is wrong.
    pub problem: Problem,
}

/// Of two texts that differ so many letters are quoted.
const QUOTED: usize = 80;

/// The columns of a table of documents, and of one of companies.
const DOCUMENT: [ColumnId; 6] =
    [ColumnId::Id, ColumnId::Title, ColumnId::Kind, ColumnId::Issued, ColumnId::ValidUntil, ColumnId::Location];
const COMPANY: [ColumnId; 4] = [ColumnId::Name, ColumnId::Country, ColumnId::Registration, ColumnId::Does];
/// What a question has at its row.
const ANSWER: [ColumnId; 9] = [
    ColumnId::Answer,
    ColumnId::Comment,
    ColumnId::Evidence,
    ColumnId::By,
    ColumnId::ProposedAnswer,
    ColumnId::ProposedNote,
    ColumnId::ProposedComment,
    ColumnId::ProposedFrom,
    ColumnId::Confirmed,
];

/// More rows of options of one question are not looked at: no question has so many.
const MOST_OPTIONS: u32 = 1000;
/// The name on a tab has at most so many letters in programs for spreadsheets.
const LONGEST_TAB: usize = 31;
/// More documents, and more companies, are not looked at: nobody could look through them.
const MOST_LISTED: usize = 2000;

/// What a workbook says; `None` if it is no form of ours.
pub fn gathered(workbook: &Spreadsheet) -> Option<Gathered> {
    let tables = tables(workbook);
    let first = tables.first()?;
    let mut gathering = Gatherer {
        found: Gathered {
            mark: first.mark.clone(),
            mark_cell: first.cell(first.at),
            name_cell: None,
            head: Vec::new(),
            documents: Vec::new(),
            companies: Vec::new(),
            questions: Vec::new(),
            notes: Vec::new(),
        },
        order: Vec::new(),
        questions: HashMap::new(),
    };
    tables.iter().for_each(|table| gathering.table(table));
    for (cell, written) in sheets_besides(workbook, &tables) {
        let problem = problem::sheet_beside_the_form(within_quotes(shortened(&cell.sheet, LONGEST_TAB).as_str()));
        gathering.found.notes.push(Noted { cell, written, problem });
    }
    Some(gathering.finish())
}

struct Gatherer {
    found: Gathered,
    /// The ids of questions, in the order in which they are met first.
    order: Vec<String>,
    questions: HashMap<String, GatheredQuestion>,
}

impl Gatherer {
    fn table(&mut self, table: &FormTable<'_>) {
        let Gathered { mark, notes, .. } = &mut self.found;
        if table.mark.questionnaire != mark.questionnaire {
            let [found, expected] = [&table.mark, mark].map(|mark| one_line(&mark.questionnaire));
            let problem = problem::sheet_of_other_form(found, expected);
            let written = table.mark.questionnaire.clone();
            return notes.push(Noted { cell: table.cell(table.at), written, problem });
        }
        self.unseen(table);
        let is_begun = |row: &FormRow| row.id.is_some();
        let from = table.rows.iter().position(is_begun).unwrap_or(table.rows.len());
        // the first that says something there is the head of the columns
        let says_something = |row: &&FormRow| table.said(row, ColumnId::Answer).is_some();
        let above = table.rows[..from].iter().filter(says_something).skip(1);
        above.filter(|_| table.has(ColumnId::Comment)).for_each(|row| self.beside(table, row));
        for row in &table.rows[from..] {
            if table.has(ColumnId::Title) {
                self.listed(table, row, &DOCUMENT);
            } else if table.has(ColumnId::Does) {
                self.listed(table, row, &COMPANY);
            } else {
                self.row(table, row);
            }
        }
    }

    /// Answers that nobody sees who looks at the form: told once for each table.
    fn unseen(&mut self, table: &FormTable<'_>) {
        let answered = |row: &&FormRow| row.id.is_some() && table.said(row, ColumnId::Answer).is_some();
        let first = table.rows.iter().find(answered).filter(|_| table.hides(ColumnId::Answer));
        let problem = first.map(|row| (table.place(row, ColumnId::Answer), problem::unseen_answers()));
        self.found.notes.extend(problem.map(|(cell, problem)| Noted { cell, written: String::new(), problem }));
    }

    /// What stands in a row that belongs to no question.
    fn beside(&mut self, table: &FormTable<'_>, row: &FormRow) {
        for column in [ColumnId::Answer, ColumnId::Comment, ColumnId::Evidence] {
            let Some(said) = table.said(row, column) else { continue };
            let problem = problem::beside_the_form(one_line(&said.words));
            self.found.notes.push(Noted { cell: said.cell, written: said.words, problem });
        }
    }

    /// A document or a company. One of which nothing but an id is said is none.
    fn listed(&mut self, table: &FormTable<'_>, row: &FormRow, columns: &[ColumnId]) {
        let found = &mut self.found;
        let mut parts = Vec::new();
        for column in columns {
            let Some(said) = table.said(row, *column) else { continue };
            put(&mut parts, (column.word(), *column), said, &mut found.notes);
        }
        if parts.iter().any(|(column, _)| *column != ColumnId::Id) {
            let cell = table.place(row, columns.first().copied().unwrap_or(ColumnId::Id));
            let is_document = columns.contains(&ColumnId::Title);
            let rows = if is_document { &mut found.documents } else { &mut found.companies };
            if rows.len() == MOST_LISTED {
                let problem = text_problem::out_of_range(MOST_LISTED + 1, 0, MOST_LISTED);
                found.notes.push(Noted { cell: cell.clone(), written: String::new(), problem });
            }
            if rows.len() <= MOST_LISTED {
                rows.push(GatheredRow { cell, parts });
            }
        }
    }

    fn row(&mut self, table: &FormTable<'_>, row: &FormRow) {
        match &row.id {
            Some(RowId::Head(asked)) => self.head(table, row, *asked),
            Some(RowId::Question(id)) => {
                let question = self.question(id, || table.place(row, ColumnId::Answer));
                question.cell = table.place(row, ColumnId::Answer);
                question.stands += 1;
                if table.hides_row(row) && table.said(row, ColumnId::Answer).is_some() {
                    question.unseen.get_or_insert(table.place(row, ColumnId::Answer));
                }
                for column in ANSWER {
                    let Some(said) = table.said(row, column) else { continue };
                    if column == ColumnId::Answer && table.is_merged(row, column) {
                        let (cell, written) = (said.cell.clone(), said.words.clone());
                        question.notes.push(Noted { cell, written, problem: problem::merged_answers() });
                    }
                    put(&mut question.parts, (id, column), said, &mut question.notes);
                }
            }
            Some(RowId::Option(id, option)) => {
                let question = self.question(id, || table.place(row, ColumnId::Answer));
                question.rows += 1;
                if question.rows > MOST_OPTIONS {
                    return;
                }
                question.labels.push((option.clone(), table.besides(row, false)));
                for column in [ColumnId::Answer, ColumnId::ProposedAnswer] {
                    let Some(said) = table.said(row, column) else { continue };
                    question.mark(option, column, said);
                }
                for (column, between) in [(ColumnId::Comment, "\n"), (ColumnId::Evidence, ", ")] {
                    let Some(said) = table.said(row, column) else { continue };
                    join(&mut question.parts, (column, between), said, &mut question.notes);
                }
            }
            // the sheet of the head tells how far the form is, in rows of its own
            Some(RowId::Document | RowId::Company | RowId::More) | None if table.has(ColumnId::Comment) => {
                self.beside(table, row);
            }
            Some(RowId::Document | RowId::Company | RowId::More) | None => {}
        }
    }

    fn head(&mut self, table: &FormTable<'_>, row: &FormRow, asked: HeadRow) {
        if asked == HeadRow::Name {
            self.found.name_cell = Some(table.place(row, ColumnId::Answer));
        }
        let Some(said) = table.said(row, ColumnId::Answer) else { return };
        put(&mut self.found.head, (asked.word(), asked), said, &mut self.found.notes);
    }

    fn question(&mut self, id: &str, cell: impl Fn() -> SheetCell) -> &mut GatheredQuestion {
        let order = &mut self.order;
        self.questions.entry(id.to_owned()).or_insert_with(|| {
            order.push(id.to_owned());
            GatheredQuestion {
                id: id.to_owned(),
                cell: cell(),
                parts: Vec::new(),
                stands: 0,
                unseen: None,
                rows: 0,
                options: Vec::new(),
                labels: Vec::new(),
                notes: Vec::new(),
            }
        })
    }

    fn finish(mut self) -> Gathered {
        self.found.questions = self.order.iter().filter_map(|id| self.questions.remove(id)).collect();
        for question in self.found.questions.iter_mut().filter(|question| question.stands > 1) {
            let unseen = question.unseen.take();
            let note = |cell| Noted { cell, written: String::new(), problem: problem::unseen_answers() };
            question.notes.extend(unseen.map(note));
        }
        self.found
    }
}

impl GatheredQuestion {
    /// What a column of its row says, if that can be read.
    pub fn part(&self, column: ColumnId) -> Option<&CellWords> {
        part(&self.parts, column)
    }

    fn mark(&mut self, option: &str, column: ColumnId, said: CellWords) {
        let known = self.options.iter_mut().find(|(known, of, _)| known == option && *of == column);
        let id = format!("{}#{option}", self.id);
        match known {
            Some((.., known)) => differ(known, &id, said, &mut self.notes),
            None => {
                note_unread(&said, &mut self.notes);
                self.options.push((option.to_owned(), column, said));
            }
        }
    }
}

/// What a part says, if it can be read.
pub fn part<K: PartialEq>(parts: &[(K, CellWords)], wanted: K) -> Option<&CellWords> {
    let found = parts.iter().find(|(known, _)| *known == wanted).map(|(_, said)| said);
    found.filter(|said| said.problem.is_none())
}

/// Puts in what is said, unless it is there; where something else is there, neither counts.
fn put<K: PartialEq>(parts: &mut Vec<(K, CellWords)>, (id, key): (&str, K), said: CellWords, notes: &mut Vec<Noted>) {
    match parts.iter_mut().find(|(known, _)| *known == key) {
        Some((_, known)) => differ(known, id, said, notes),
        None => {
            note_unread(&said, notes);
            parts.push((key, said));
        }
    }
}

/// Puts what is said at an option behind what is said at its question, or at other options.
fn join(
    parts: &mut Vec<(ColumnId, CellWords)>,
    (column, between): (ColumnId, &str),
    said: CellWords,
    notes: &mut Vec<Noted>,
) {
    note_unread(&said, notes);
    match parts.iter_mut().find(|(known, _)| *known == column) {
        Some(_) if said.problem.is_some() => {}
        Some((_, known)) if known.words.split(between).any(|part| part.trim() == said.words.trim()) => {}
        Some((_, known)) => known.words = [known.words.trim_end(), said.words.trim_start()].join(between),
        None => parts.push((column, said)),
    }
}

fn note_unread(said: &CellWords, notes: &mut Vec<Noted>) {
    if let Some(problem) = &said.problem {
        notes.push(Noted { cell: said.cell.clone(), written: said.words.clone(), problem: problem.clone() });
    }
}

fn differ(known: &mut CellWords, id: &str, said: CellWords, notes: &mut Vec<Noted>) {
    if known.words.trim() == said.words.trim() {
        return;
    }
    let beginning = |words: &str| shortened(&words.chars().take(QUOTED + 1).collect::<String>(), QUOTED);
    let [one, other] = [&said.words, &known.words].map(|words| beginning(words));
    let problem = problem::answered_twice(one_line(id), one, shown(&known.cell), other);
    // what stood there first is kept once, however many others there are
    let written = match known.problem.replace(problem.clone()) {
        None => [&*known.words, &said.words].join(" | "),
        Some(_) => said.words,
    };
    notes.push(Noted { cell: said.cell, written, problem });
}
