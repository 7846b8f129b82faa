//! What came in, by what is in it: a workbook of ours, a table of the same, or an answers file; or one of them in an
//! archive, with its papers.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::archive::is_archive;
use super::back::Back;
use super::spreadsheet::{self, Spreadsheet, limits};
use super::workbook::gathered::{GatheredQuestion, gathered};
use super::workbook::layout::{self, ColumnId};
use super::workbook::read::{self, Transcript};
use crate::answers::read::LARGEST;
use crate::case::kind;
use crate::questionnaire::Questionnaire;
use crate::source::{Diagnostics, Source};
use crate::words::clean::one_line;
use crate::words::problem::{Problem, cells as problem};

/// No larger file is looked at, in bytes.
pub const LARGEST_FILE: usize = limits::WORKBOOK.file;

/// In so many lines a table that was saved from a form has its mark; no answers file names a workbook there.
const TOP: usize = 3;

/// A file that came in.
#[derive(Debug)]
pub enum Arrived {
    /// An answers file.
    Answers(Arc<Source>),
    /// A form in cells.
    Workbook(Spreadsheet),
    /// Answers in a format of others, told as an answers file.
    Told(Transcript),
}

impl Arrived {
    /// What a file is, by its bytes.
    ///
    /// # Errors
    /// It cannot be read, is too large, or is no form of ours.
    pub fn of(name: &Path, bytes: Vec<u8>) -> Result<Arrived, Problem> {
        let shown = name.to_string_lossy();
        let is_packed = is_archive(&bytes) || bytes.is_empty() && ends_packed(name);
        let text = std::str::from_utf8(&bytes).ok().filter(|_| !is_packed);
        let is_table = text.is_some_and(|text| {
            let is_at_the_top = || text.lines().take(TOP).any(|line| line.contains(layout::FORMAT));
            let may_be = text.contains(layout::FORMAT);
            may_be && (is_at_the_top() || !kind::holds_answers(&Source::new(&*shown, text.to_owned())))
        });
        if text.is_some() && !is_table || !is_packed && ends_as_text(name) {
            return Source::from_bytes(&shown, bytes, LARGEST).map(|source| Arrived::Answers(source.at(name)));
        }
        let as_table = name.with_extension("csv");
        let workbook = spreadsheet::read::read(if is_table { &as_table } else { name }, &bytes)?;
        let arrived = Arrived::Workbook(workbook);
        let is_ours = arrived.transcript(&shown, None, None).is_some();
        if is_ours { Ok(arrived) } else { Err(problem::not_our_workbook(one_line(&shown))) }
    }

    /// What a file is, and under which name: in an archive of answers with papers, the answers; then the file itself is
    /// handed on, and else nothing.
    ///
    /// # Errors
    /// As [`Arrived::of`], or the archive is not as it should be.
    pub fn within(file: &Path, bytes: Vec<u8>) -> Result<(Arrived, PathBuf, Vec<u8>), Problem> {
        let inside = Back::of(&bytes)?.map(|back| back.answers().map(|(name, inner)| (file.join(name), inner)));
        match inside.transpose()? {
            Some((name, inner)) => Ok((Arrived::of(&name, inner)?, name, bytes)),
            None => Ok((Arrived::of(file, bytes)?, file.to_path_buf(), Vec::new())),
        }
    }

    /// What it says, as the text of an answers file; `None` if it is no form of ours.
    pub fn transcript(&self, name: &str, of: Option<&Questionnaire>, vendor: Option<&str>) -> Option<Transcript> {
        match self {
            Arrived::Answers(source) => {
                let source = Arc::clone(source);
                Some(Transcript { source, notes: Diagnostics::default(), is_nameless: false })
            }
            Arrived::Workbook(workbook) => read::read(name, workbook, of, vendor),
            Arrived::Told(told) => Some(told.clone()),
        }
    }
}

impl Arrived {
    /// Whether it is a form that nobody has filled in: no question has an answer or a comment.
    pub fn is_blank(&self) -> bool {
        match self {
            Arrived::Answers(_) | Arrived::Told(_) => false,
            Arrived::Workbook(workbook) => gathered(workbook).is_some_and(|form| form.questions.iter().all(is_open)),
        }
    }
}

fn is_open(question: &GatheredQuestion) -> bool {
    let said = [ColumnId::Answer, ColumnId::Comment];
    let is_said = |column: &ColumnId| said.contains(column);
    let beside = question.options.iter().any(|(_, column, _)| is_said(column));
    !beside && !question.parts.iter().any(|(column, _)| is_said(column))
}

/// Whether a file is to be an archive, by its name.
pub fn ends_packed(name: &Path) -> bool {
    ends_with(name, &["xlsx", "zip"])
}

/// Whether a file is to be a text other than a table, by its name.
fn ends_as_text(name: &Path) -> bool {
    ends_with(name, &["yaml", "yml", "json"])
}

fn ends_with(name: &Path, endings: &[&str]) -> bool {
    name.extension().is_some_and(|ending| endings.iter().any(|one| ending.eq_ignore_ascii_case(one)))
}
