//! Formats of others: each is known by what is in a file, and gives questions or answers.

mod asked;
pub mod caiq;
pub mod ciso_assistant;
pub mod hecvat;
pub mod markup;
pub mod oscal;
pub mod table;
mod version;
pub mod vsaq;

use std::path::Path;
use std::sync::Arc;

use super::archive::is_archive;
use super::draft::Draft;
use super::heard::Heard;
use super::json::{self, is_json};
use super::ledger::Ledger;
use super::spreadsheet::{self, Spreadsheet};
use super::tree::{LARGEST_QUESTIONS, Tree};
use crate::questionnaire::Questionnaire;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{Trusted, one_line};
use crate::words::problem::{Both, Problem, cells, foreign as problem};
use crate::words::{Clean, Guide, Hint, Lang};

/// A format of others.
#[derive(Debug)]
pub struct Format {
    /// How `--source` names it.
    pub id: &'static str,
    /// What it is called.
    pub title: &'static str,
    /// Whether a file is in it.
    pub fits: fn(&Foreign) -> bool,
    /// What it asks.
    pub questionnaire: fn(&Foreign, &SaidOfFile) -> Drafted,
    /// What is answered in it, to a questionnaire; `None` where it holds questions alone.
    pub answers: Option<ReadsAnswers>,
}

/// Reads what is answered in a file, to a questionnaire.
pub type ReadsAnswers = fn(&Foreign, &Questionnaire, &SaidOfFile) -> Replied;

/// What a file asks, and the account of it.
pub type Drafted = Result<(Draft, Ledger), Box<NotTakenIn>>;

/// What is answered in a file, and the account of it.
pub type Replied = Result<(Heard, Ledger), Box<NotTakenIn>>;

/// All formats, those first that say most clearly what they are.
pub static ALL: &[Format] =
    &[caiq::FORMAT, hecvat::FORMAT, oscal::FORMAT, vsaq::FORMAT, ciso_assistant::FORMAT, table::FORMAT];

/// A file of others.
#[derive(Debug)]
pub enum Foreign {
    /// Cells.
    Cells(Spreadsheet),
    /// Texts, lists and keys.
    Tree(Tree),
}

/// What is said about a file besides.
#[derive(Clone, Debug, Default)]
pub struct SaidOfFile {
    /// The sheet, by its name.
    pub sheet: Option<String>,
    /// Which columns hold what: `id=A,question=B`.
    pub columns: Option<String>,
    /// What answers are worth: `yes=100,partly=50,no=0`.
    pub values: Option<String>,
    /// The same and more, in a file.
    pub mapping: Option<Arc<Source>>,
    /// The name of the file without its ending: an id for what has none.
    pub stem: String,
}

/// Why nothing comes in.
#[derive(Clone, Debug)]
pub struct NotTakenIn {
    /// What is wrong.
    pub problem: Problem,
    /// What was found and could be said instead, line by line.
    pub proposal: Vec<ProposalLine>,
    /// What is wrong with a file that was named besides.
    pub notes: Diagnostics,
}

/// A line of a proposal.
#[derive(Clone, Debug)]
pub enum ProposalLine {
    /// Words, in each language.
    Words(Both<Clean>),
    /// A step that can be taken.
    Step(Hint),
}

impl ProposalLine {
    /// The line in a language, a step as the guide says it.
    pub fn told(&self, guide: &dyn Guide, lang: Lang) -> Clean {
        match self {
            ProposalLine::Words([en, sv]) => match lang {
                Lang::En => en.clone(),
                Lang::Sv => sv.clone(),
            },
            ProposalLine::Step(hint) => "  ".and(hint.told(guide, lang).unwrap_or_default()),
        }
    }
}

impl From<Problem> for Box<NotTakenIn> {
    fn from(problem: Problem) -> Box<NotTakenIn> {
        Box::new(problem.into())
    }
}

impl From<Problem> for NotTakenIn {
    fn from(problem: Problem) -> NotTakenIn {
        NotTakenIn { problem, proposal: Vec::new(), notes: Diagnostics::default() }
    }
}

impl Foreign {
    /// What a file holds, by its bytes and its name.
    ///
    /// # Errors
    /// It cannot be read, or is too large.
    pub fn of(name: &Path, bytes: Vec<u8>) -> Result<Foreign, Problem> {
        if bytes.iter().all(u8::is_ascii_whitespace) {
            return Err(problem::foreign_empty(one_line(&name.to_string_lossy())));
        }
        let is_table = name.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
        if is_archive(&bytes) || is_table {
            return spreadsheet::read::read(name, &bytes).map(Foreign::Cells);
        }
        let source = Source::from_bytes(&name.to_string_lossy(), bytes, LARGEST_QUESTIONS)?;
        let tree = if is_json(&source.text) { json::read(&source.text) } else { Tree::of_yaml(&source) };
        tree.map(Foreign::Tree)
    }
}

/// The format with an id.
pub fn named(id: &str) -> Option<&'static Format> {
    ALL.iter().find(|format| format.id == id)
}

/// Why a file in none of the formats does not come in.
pub fn unknown(opened: &Foreign, file: Clean) -> Problem {
    match (opened, oscal::other(opened)) {
        (Foreign::Cells(_), _) => cells::not_our_workbook(file),
        (_, Some(kind)) => problem::oscal_without_questions(file, kind),
        (_, None) => problem::foreign_unknown(file),
    }
}

/// The format of a file that alone does not say it, as answers to a questionnaire.
pub fn answering(opened: &Foreign, asked: &Questionnaire) -> Option<&'static Format> {
    if vsaq::holds_words(opened, asked) { named(vsaq::FORMAT.id) } else { None }
}

/// The formats that a file may be in.
pub fn fitting(opened: &Foreign) -> Vec<&'static Format> {
    ALL.iter().filter(|format| (format.fits)(opened)).collect()
}
