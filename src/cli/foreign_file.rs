//! Files in formats of others, opened as the command line says.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::ForeignArgs;
use super::console::Machine;
use crate::answers::{Answers, Reference};
use crate::case::load::flawed_case;
use crate::case::{Case, FileKind, Input, Prospect, Request, Shelf, World, kind, text};
use crate::exchange::arrived::Arrived;
use crate::exchange::foreign::{self, Drafted, Foreign, Format, NotTakenIn, Replied, SaidOfFile};
use crate::exchange::json::is_json;
use crate::exchange::tree::LARGEST_ANSWERS;
use crate::questionnaire::Questionnaire;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{Trusted, one_line};
use crate::words::problem::{Problem, cells, foreign as problem};
use crate::words::{Clean, Lang};

/// The format that any table is in.
pub const TABLE: &str = "table";

/// A file in a format of others.
#[derive(Debug)]
pub struct ForeignFile {
    /// The format.
    pub format: &'static Format,
    /// Others that it could be in.
    pub others: Vec<&'static Format>,
    /// Whether it is taken for any table because it is nothing else.
    is_stranger: bool,
    opened: Foreign,
    wanted: SaidOfFile,
}

impl ForeignFile {
    /// Opens a file, which may answer a questionnaire.
    ///
    /// # Errors
    /// It cannot be read, or is in no format that is known.
    pub fn open(
        args: &ForeignArgs,
        file: &Path,
        bytes: Vec<u8>,
        asked: Option<&Questionnaire>,
        machine: &Machine,
    ) -> Result<ForeignFile, Box<NotTakenIn>> {
        let opened = Foreign::of(file, bytes)?;
        let wanted = wanted(args, file, machine)?;
        let mut fitting: Vec<&Format> = match &args.source {
            Some(id) => foreign::named(id).into_iter().collect(),
            None if args.says_columns() => foreign::named(TABLE).into_iter().collect(),
            None => foreign::fitting(&opened).into_iter().filter(|format| format.id != TABLE).collect(),
        };
        if fitting.is_empty() {
            fitting.extend(asked.and_then(|asked| foreign::answering(&opened, asked)));
        }
        // everything in cells is a table, which alone says nothing
        let is_stranger = fitting.is_empty() && matches!(opened, Foreign::Cells(_));
        if is_stranger {
            fitting.extend(foreign::named(TABLE));
        }
        let Some((format, others)) = fitting.split_first() else {
            return Err(foreign::unknown(&opened, one_line(&file.to_string_lossy())).into());
        };
        Ok(ForeignFile { format, others: others.to_vec(), is_stranger, opened, wanted })
    }

    /// What it asks.
    ///
    /// # Errors
    /// It is not as the format has it.
    pub fn questionnaire(&self) -> Drafted {
        (self.format.questionnaire)(&self.opened, &self.wanted)
    }

    /// What is answered in it.
    ///
    /// # Errors
    /// It is not as the format has it, or holds no answers.
    pub fn answers(&self, questionnaire: &Questionnaire) -> Replied {
        match self.format.answers {
            Some(read) => read(&self.opened, questionnaire, &self.wanted),
            None => Err(problem::foreign_no_answers(self.format.title).into()),
        }
    }

    /// Why nothing of a table comes in of which nobody says what its columns hold: it is no form of ours, and what
    /// could be said.
    pub fn stranger(&self, file: &Path) -> Option<Box<NotTakenIn>> {
        let refused = self.questionnaire().err().filter(|_| self.is_stranger)?;
        let problem = cells::not_our_workbook(one_line(&file.to_string_lossy()));
        Some(Box::new(NotTakenIn { problem, ..*refused }))
    }

    /// As what it is read, where that is not the only thing it could be.
    pub fn doubt(&self, file: &Path, lang: Lang) -> Option<Clean> {
        let others = Clean::joined(self.others.iter().map(|other| other.id.clean()), ", ");
        let file = one_line(&file.to_string_lossy());
        (!others.is_empty()).then(|| lang.read_as_one_of(file, self.format.title, others))
    }
}

fn wanted(args: &ForeignArgs, file: &Path, machine: &Machine) -> Result<SaidOfFile, Problem> {
    let read = |path: &PathBuf| text::read(&machine.disk(), path, LARGEST_ANSWERS);
    let mapping = args.mapping.as_ref().map(read).transpose()?;
    Ok(SaidOfFile {
        sheet: args.sheet.clone(),
        columns: args.columns.clone(),
        values: args.values.clone(),
        mapping,
        stem: file.file_stem().unwrap_or_default().to_string_lossy().into_owned(),
    })
}

impl ForeignArgs {
    /// Whether it is said that files are in a format of others.
    pub fn says_format(&self) -> bool {
        self.source.is_some() || self.says_columns()
    }

    fn says_columns(&self) -> bool {
        self.sheet.is_some() || self.columns.is_some() || self.values.is_some() || self.mapping.is_some()
    }
}

/// Whether a file that is none of ours is in a format of others.
pub fn is_of_others(file: &Path, bytes: &[u8], arrived: Result<&Arrived, &Problem>) -> bool {
    match arrived {
        Err(problem) => problem.code.id == cells::NOT_OUR_WORKBOOK,
        Ok(Arrived::Answers(source)) if kind::holds_answers(source) => false,
        Ok(Arrived::Answers(source)) => {
            let is_table = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv"));
            let fits = |opened: Foreign| !foreign::fitting(&opened).is_empty();
            is_table || is_json(&source.text) || Foreign::of(file, bytes.to_vec()).is_ok_and(fits)
        }
        Ok(Arrived::Workbook(_) | Arrived::Told(_)) => false,
    }
}

/// What is asked in answers that will lie in a file, and how they name it: what the command line says, else what those
/// say that lie there.
///
/// # Errors
/// What stands against reading it; nothing where nothing is named.
pub fn asked(
    (file, target): (&Path, &Path),
    (named, policy): (Option<&str>, Option<&Input>),
    machine: &Machine,
) -> Result<AnsweredTo, Diagnostics> {
    let world = machine.disk();
    if let Some(named) = named {
        let loaded = Prospect::load(Some(target), Some(named), policy, &world);
        let found = |it: Prospect| {
            let Prospect { reference, questionnaire, .. } = it;
            AnsweredTo { reference, questionnaire, vendor: None }
        };
        return loaded.value.map(found).ok_or(loaded.notes);
    }
    if world.kind(target) != Some(FileKind::File) {
        let mut notes = Diagnostics::default();
        notes.note_file(&Source::new(file.to_string_lossy(), ""), problem::foreign_needs_questionnaire());
        return Err(notes);
    }
    let loaded = flawed_case(&Request::new(target.to_path_buf()), &world, &Shelf::default());
    let found = |case: Case| {
        let Answers { questionnaire: reference, vendor, .. } = case.answers;
        AnsweredTo { reference, questionnaire: case.questionnaire, vendor: Some(vendor) }
    };
    loaded.value.map(found).ok_or(loaded.notes)
}

/// To what answers are that come in.
#[derive(Debug)]
pub struct AnsweredTo {
    /// How they name the questionnaire.
    pub reference: Reference,
    /// What was asked.
    pub questionnaire: Arc<Questionnaire>,
    /// Who gave those into which they are brought.
    pub vendor: Option<String>,
}
