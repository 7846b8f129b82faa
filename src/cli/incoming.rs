//! Files that came in, read as the command line says.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::ImportArgs;
use super::console::Console;
use super::files::{self, May};
use super::setting::Setting;
use super::{file_name, load, problems, stakes};
use crate::case::review::answers_name;
use crate::case::{FileKind, Input, Request, World, text};
use crate::exchange::arrived::Arrived;
use crate::exchange::back::{self, Back};
use crate::exchange::understood::Understood;
use crate::review::blank::BlankReview;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{Trusted, shown};
use crate::words::{Clean, Lang};

/// A file that came in.
#[derive(Debug)]
pub struct Came {
    /// What it says.
    pub understood: Understood,
    /// The file itself where papers are packed in it with the answers; else nothing.
    pub packed: Vec<u8>,
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
        let (notes, read) = match self.understood(file, console)? {
            Ok(came) => (came.understood.notes.clone(), Some(came)),
            Err(notes) => (notes, None),
        };
        let lang =
            read.as_ref().map_or(setting.lang(), |read| setting.lang_of(&read.understood.questionnaire().languages));
        if notes.has_errors() || (!notes.is_empty() && !setting.quiet) {
            console.talk(&problems::text(&notes, lang, setting.colour_talk));
        }
        Ok(read.map(|read| (read, setting)))
    }

    /// What a file says, or why nothing of it can be used.
    ///
    /// # Errors
    /// The arguments do not fit.
    pub fn understood(&self, file: &Path, console: &Console) -> anyhow::Result<Result<Came, Diagnostics>> {
        let world = console.machine.disk();
        let bytes = text::bytes(&world, (file, file), back::LIMITS.file);
        let (arrived, name, packed) = match bytes.and_then(|bytes| Arrived::within(file, bytes)) {
            Ok(arrived) => arrived,
            Err(problem) => {
                let mut notes = Diagnostics::default();
                notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
                return Ok(Err(notes));
            }
        };
        let request = Request {
            questionnaire: self.args.questionnaire.clone(),
            policy: self.policy.clone(),
            ..Request::new(self.target(file, None, console)?)
        };
        let understood = Understood::read((&arrived, &name), self.args.vendor.as_deref(), &request, &world);
        Ok(understood.map(|understood| Came { understood: with_places(understood, &packed), packed }))
    }

    /// Whether what comes in is written to a folder, a file each.
    pub fn folder(&self, console: &Console) -> bool {
        let Some(output) = &self.args.output else { return false };
        let ends_as_one = output.as_os_str().as_encoded_bytes().ends_with(b"/");
        ends_as_one || console.machine.disk().kind(output) == Some(FileKind::Folder)
    }

    /// The answers file that is written: in a folder named after the vendor, before that is known after the file.
    ///
    /// # Errors
    /// It would be the file that came in, or bear the name of a review.
    pub fn target(&self, file: &Path, vendor: Option<&str>, console: &Console) -> anyhow::Result<PathBuf> {
        let target = self.place(file, vendor, console)?;
        if answers_name(&target).is_some() {
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
            console.say(lang.review_is_there(shown(place.display())));
            return Ok(());
        }
        let review = BlankReview {
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
    let said = read.questionnaire().questions.ids().filter(|at| read.filled_in.answers.contains_key(at) || wrong(*at));
    let (not_whole, whole): (Vec<_>, Vec<_>) = said.partition(|at| wrong(*at));
    let all = not_whole.len() + whole.len();
    let (all, whole) = (lang.answers_read(all), lang.taken_over(whole.len()));
    let counts = lang.import_counted(shown(file.display()), all, whole, lang.not_taken(read.unread.len()));
    let (documents, companies) = (read.filled_in.documents.len(), read.filled_in.chain.len());
    match documents + companies {
        0 => counts,
        _ => counts.and("; ").and(lang.import_of_others(lang.documents(documents), lang.companies(companies))),
    }
}
