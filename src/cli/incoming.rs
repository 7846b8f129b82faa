//! Files that came in, read as the command line says.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{ForeignArgs, ImportArgs};
use super::console::Console;
use super::files::{self, May};
use super::foreign_file::{self, AnsweredTo, ForeignFile};
use super::setting::Setting;
use super::words::CommandLine;
use super::{file_name, load, problems, stakes};
use crate::answers::form_file::Prefilled;
use crate::case::review_names::answers_stem;
use crate::case::{FileKind, Input, Request, World, text};
use crate::exchange::arrived::Arrived;
use crate::exchange::back::{self, Back};
use crate::exchange::foreign::{NotTakenIn, ProposalLine};
use crate::exchange::understood::Understood;
use crate::questionnaire::ids::QuestionId;
use crate::review::blank::BlankReview;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{one_line, shown};
use crate::words::problem::foreign as problem;
use crate::words::{Clean, Lang};

/// A file that came in.
#[derive(Debug)]
pub struct Came {
    /// What it says.
    pub understood: Understood,
    /// The file itself where papers are packed in it with the answers; else nothing.
    pub packed: Vec<u8>,
    /// What became of answers in a format of others, in words.
    pub account: Vec<Clean>,
    /// Whether all of it came in as what it was meant to be.
    pub is_whole: bool,
}

/// Where more is wrong than is shown, it is said that nothing was written.
const TOLD: usize = 100;

/// Why nothing of a file can be used.
#[derive(Debug, Default)]
pub struct Unusable {
    /// What is wrong with it.
    pub notes: Diagnostics,
    /// What could be said instead, line by line.
    pub proposal: Vec<ProposalLine>,
}

impl From<Diagnostics> for Unusable {
    fn from(notes: Diagnostics) -> Unusable {
        Unusable { notes, proposal: Vec::new() }
    }
}

/// How files are read that came in.
#[derive(Debug)]
pub struct Incoming<'a> {
    args: &'a ImportArgs,
    policy: Option<Input>,
}

impl<'a> Incoming<'a> {
    /// What the command line names.
    pub fn of(args: &'a ImportArgs, console: &mut Console) -> Incoming<'a> {
        let policy = load::policy_input(args.policy.as_deref(), &console.machine, &mut *console.input);
        Incoming { args, policy }
    }

    /// Reads a file, and tells what is wrong with it; `None` if nothing of it can be used.
    ///
    /// # Errors
    /// The arguments do not fit.
    pub fn read(&self, file: &Path, console: &mut Console) -> anyhow::Result<Option<(Came, Setting)>> {
        let setting = Setting::new(&self.args.show, None, &console.machine);
        let (notes, proposal, read) = match self.understood(file, &self.args.foreign, console)? {
            Ok(came) => (came.understood.notes.clone(), Vec::new(), Some(came)),
            Err(Unusable { notes, proposal }) => (notes, proposal, None),
        };
        let lang =
            read.as_ref().map_or(setting.lang(), |read| setting.lang_of(&read.understood.questionnaire().languages));
        console.talk(&problems::text(&notes, lang, &setting));
        if read.is_none() && notes.error_count() > TOLD {
            console.say(lang.nothing_of_it(shown(file.display())));
        }
        proposal.iter().for_each(|line| console.say(line.told(&CommandLine::default(), lang)));
        Ok(read.map(|read| (read, setting)))
    }

    /// What an answers file of ours says into which others are brought, or why nothing of it can be used.
    ///
    /// # Errors
    /// The arguments do not fit.
    pub fn ours(&self, file: &Path, console: &Console) -> anyhow::Result<Result<Came, Unusable>> {
        self.understood(file, &ForeignArgs::default(), console)
    }

    fn understood(
        &self,
        file: &Path,
        foreign: &ForeignArgs,
        console: &Console,
    ) -> anyhow::Result<Result<Came, Unusable>> {
        let world = console.machine.disk();
        let Opening { arrived, name, packed, account, leaves_open } = match self.opened(file, foreign, console)? {
            Ok(opened) => opened,
            Err(unusable) => return Ok(Err(unusable)),
        };
        let request = Request {
            questionnaire: self.args.questionnaire.clone(),
            policy: self.policy.clone(),
            ..Request::new(self.target(file, None, console)?)
        };
        let understood = Understood::read((&arrived, &name), self.args.vendor.as_deref(), &request, &world);
        let came = |understood: Understood| {
            let is_whole = !leaves_open && !understood.notes.has_errors() && understood.unread.is_empty();
            Came { understood: with_places(understood, &packed), packed, account, is_whole }
        };
        Ok(understood.map(came).map_err(Unusable::from))
    }

    /// What a file is: one of ours, or one of others, told as one of ours.
    fn opened(
        &self,
        file: &Path,
        foreign: &ForeignArgs,
        console: &Console,
    ) -> anyhow::Result<Result<Opening, Unusable>> {
        let bytes = match text::bytes(&console.machine.disk(), (file, file), back::LIMITS.file) {
            Ok(bytes) => bytes,
            Err(problem) => return Ok(Err(unusable(file, problem.into()))),
        };
        if foreign.says_format() {
            return self.told(file, bytes, console);
        }
        let ours = Arrived::within(file, bytes.clone());
        let arrived = ours.as_ref().map(|(arrived, ..)| arrived);
        if foreign_file::is_of_others(file, &bytes, arrived) {
            return self.told(file, bytes, console);
        }
        let opening =
            |(arrived, name, packed)| Opening { arrived, name, packed, account: Vec::new(), leaves_open: false };
        Ok(ours.map(opening).map_err(|problem| unusable(file, problem.into())))
    }

    /// Answers in a format of others, told as an answers file.
    fn told(&self, file: &Path, bytes: Vec<u8>, console: &Console) -> anyhow::Result<Result<Opening, Unusable>> {
        let (machine, lang) = (&console.machine, Setting::new(&self.args.show, None, &console.machine).lang());
        let target = self.target(file, None, console)?;
        let named = (self.args.questionnaire.as_deref(), self.policy.as_ref());
        let answered = foreign_file::asked((file, &target), named, machine);
        let known = answered.as_ref().ok().map(|it| &*it.questionnaire);
        let opened = match ForeignFile::open(&self.args.foreign, file, bytes, known, machine) {
            Ok(opened) => opened,
            Err(refused) => return Ok(Err(unusable(file, *refused))),
        };
        if let Some(refused) = opened.stranger(file) {
            return Ok(Err(unusable(file, *refused)));
        }
        let asked = match answered {
            Ok(asked) => asked,
            Err(notes) => return Ok(Err(notes.into())),
        };
        let AnsweredTo { reference, questionnaire, vendor } = asked;
        let (heard, mut ledger) = match opened.answers(&questionnaire) {
            Ok(answers) => answers,
            Err(refused) => return Ok(Err(unusable(file, *refused))),
        };
        let name = file.to_string_lossy();
        let to = (&reference, &*questionnaire);
        let Some(vendor) = self.args.vendor.as_deref().or(heard.named()).or(vendor.as_deref()) else {
            return Ok(Err(unusable(file, problem::foreign_nameless().into())));
        };
        let told = heard.transcript(&name, to, vendor, &mut ledger);
        let of_file = lang.file_of_format(one_line(&file.to_string_lossy()), opened.format.title);
        let account = [of_file].into_iter().chain(opened.doubt(file, lang)).chain(ledger.lines(lang)).collect();
        let (name, leaves_open) = (file.to_path_buf(), ledger.leaves_open());
        Ok(Ok(Opening { arrived: Arrived::Told(told), name, packed: Vec::new(), account, leaves_open }))
    }

    /// Whether what comes in is written to a folder, a file each.
    pub fn folder(&self, console: &Console) -> bool {
        self.args.output.as_ref().is_some_and(|output| names_folder(output, console))
    }

    /// The answers file that is written: in a folder named after the vendor, before that is known after the file.
    ///
    /// # Errors
    /// It would be the file that came in, or bear the name of a review.
    pub fn target(&self, file: &Path, vendor: Option<&str>, console: &Console) -> anyhow::Result<PathBuf> {
        let target = self.place(file, vendor, console)?;
        if answers_stem(&target).is_some() {
            let lang = Setting::new(&self.args.show, None, &console.machine).lang();
            bail!("{}", lang.import_over_a_review(shown(target.display())));
        }
        Ok(target)
    }

    fn place(&self, file: &Path, vendor: Option<&str>, console: &Console) -> anyhow::Result<PathBuf> {
        let lang = Setting::new(&self.args.show, None, &console.machine).lang();
        if let Some(there) = self.args.into.as_ref().or(self.args.update.as_ref()) {
            return Ok(there.clone());
        }
        let beside = file.with_extension("yaml");
        let stem = || file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        match &self.args.output {
            Some(folder) if self.folder(console) => {
                Ok(folder.join(format!("{}.yaml", vendor.map_or_else(stem, file_name::of))))
            }
            Some(output) => Ok(output.clone()),
            None if beside == file || files::is_standard(file) => {
                bail!("{}", lang.import_over_itself(shown(file.display())))
            }
            None => Ok(beside),
        }
    }

    /// Begins our review where there is none, if it is said what is at stake.
    ///
    /// # Errors
    /// What is said cannot be read, or the review cannot be written.
    pub fn review(&self, read: &Understood, target: &Path, lang: Lang, console: &mut Console) -> anyhow::Result<()> {
        if self.args.inherent.is_empty() || files::is_standard(target) {
            return Ok(());
        }
        let Some(vendor) = &read.filled_in.vendor else { return Ok(()) }; // a review is of somebody
        let questionnaire = read.questionnaire();
        let stakes = stakes::read(&self.args.inherent, questionnaire, lang)?;
        let (place, _) = read.case.review_place(target);
        if console.machine.disk().kind(&place).is_some() {
            if !self.args.show.quiet {
                console.say(lang.review_is_there(shown(place.display())));
            }
            return Ok(());
        }
        let review = BlankReview {
            before: None,
            client: None,
            questionnaire,
            vendor,
            reviewer: self.args.reviewer.as_deref(),
            reviewed: console.machine.today,
            stakes: &stakes,
            sent: None,
            lang,
        };
        files::write(&review.text(), Some(&place), May::Replace, lang, console)?;
        if !self.args.show.quiet {
            console.say(lang.made_review(shown(place.display())));
        }
        Ok(())
    }
}

/// Whether a path names a folder, one that is there or one by its slash.
pub fn names_folder(path: &Path, console: &Console) -> bool {
    files::ends_as_folder(path) || console.machine.disk().kind(path) == Some(FileKind::Folder)
}

/// A file that was opened.
struct Opening {
    arrived: Arrived,
    name: PathBuf,
    packed: Vec<u8>,
    account: Vec<Clean>,
    /// Whether the account has an answer that is none.
    leaves_open: bool,
}

fn unusable(file: &Path, NotTakenIn { problem, proposal, mut notes }: NotTakenIn) -> Unusable {
    notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
    Unusable { notes, proposal }
}

/// The same with the documents where they are packed, of which the answers name the file alone.
fn with_places(mut understood: Understood, packed: &[u8]) -> Understood {
    let Ok(Some(back)) = Back::of(packed) else { return understood };
    for (_, document) in &mut understood.filled_in.documents {
        let place = document.location.as_deref().and_then(|location| back.place_of(location)).map(str::to_owned);
        document.location = place.or(document.location.take());
    }
    understood
}

/// How much of a file was read, taken over and not understood.
pub fn counted(read: &Understood, file: &Path, lang: Lang) -> Clean {
    let wrong = |at| read.unread.iter().any(|unread| unread.question == Some(at));
    let given = |at: &QuestionId| read.filled_in.answers.get(at);
    let is_said = |at: &QuestionId| given(at).is_some_and(Prefilled::says_something);
    let said = read.questionnaire().questions.ids().filter(|at| is_said(at) || wrong(*at));
    let cites_only = |at: &QuestionId| given(at).is_some_and(Prefilled::cites_only);
    let (citing, said): (Vec<_>, Vec<_>) = said.partition(|at| !wrong(*at) && cites_only(at));
    // an answer may be understood, and a day or a document beside it not
    let has_answer = |at: &QuestionId| given(at).is_some_and(|given| given.answer.is_some());
    let (lost, taken): (Vec<_>, Vec<_>) = said.into_iter().partition(|at| wrong(*at) && !has_answer(at));
    let all = lang.answers_read(lost.len() + taken.len());
    let counts =
        lang.import_counted(shown(file.display()), all, lang.taken_over(taken.len()), lang.not_taken(lost.len()));
    let elsewhere = read.unread.len().saturating_sub(lost.len());
    let (documents, companies) = (read.filled_in.documents.len(), read.filled_in.chain.len());
    let unconfirmed = read.filled_in.answers.values().filter(|given| given.is_unconfirmed()).count();
    let others = [
        (elsewhere > 0).then(|| lang.not_understood_elsewhere(elsewhere)),
        (!citing.is_empty()).then(|| lang.with_documents_only(citing.len())),
        (documents + companies > 0)
            .then(|| lang.import_of_others(lang.documents(documents), lang.companies(companies))),
        (unconfirmed > 0).then(|| lang.proposals_unconfirmed(unconfirmed)),
    ];
    Clean::joined([counts].into_iter().chain(others.into_iter().flatten()), "; ")
}
