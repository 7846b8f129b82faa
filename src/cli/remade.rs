//! A document made again by the command that it names, from files that are found by their fingerprints. The very code
//! that made it runs again, in a world in which these files stand where the command needs them.

use std::collections::HashSet;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{anyhow, bail};

use super::args::{Command, InputArgs};
use super::basis_file::{BasisFile, RULES};
use super::console::{Console, Machine};
use super::kept_files::{KeptFiles, NotKept, vendor_of};
use super::stand_ins::StandIns;
use super::told_apart::{name_of, names};
use super::told_command::{KeptOutput, ToldCommand};
use super::{diff, exit, export, files};
use crate::answers::read as read_answers;
use crate::case::{AsOf, review, text};
use crate::exchange::kept_report::basis::{ToldBasis, ToldFiles};
use crate::policy::{self, Policy};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shown, visible};

/// What a document is made of again: the command, and the files for it.
#[derive(Debug)]
pub struct Remade<'k> {
    kept: &'k KeptFiles,
    told: &'k ToldBasis,
    lang: Lang,
    call: Command,
    environment: fn(&str) -> Option<std::ffi::OsString>,
    width: usize,
    stand_ins: StandIns,
    /// What comes by standard input.
    input: Vec<u8>,
    /// The rules, if they were found by their place.
    found_rules: Option<PathBuf>,
    vendors: Vec<Clean>,
    /// The folders of many vendors' files.
    folders: Vec<PathBuf>,
    /// The files, in the order in which they were placed.
    used: Vec<(BasisFile, PathBuf)>,
    /// Which of the files that are the same are taken, and how many ways there are to take them.
    turn: usize,
    ways: usize,
}

impl<'k> Remade<'k> {
    /// Finds everything that the command needs. Where several files are the same, each turn from 0 takes others.
    ///
    /// # Errors
    /// It is no command that makes such a document, or a file is not here.
    pub fn new(
        told: &'k ToldBasis,
        folder: &Path,
        kept: &'k KeptFiles,
        (lang, machine): (Lang, &Machine),
        turn: usize,
    ) -> anyhow::Result<Remade<'k>> {
        let ToldCommand { call, environment, width } =
            ToldCommand::of(told).ok_or_else(|| anyhow!("{}", lang.remade_by_no_command()))?;
        let mut stand_ins = StandIns::of(&machine.folder.join(folder))?;
        kept.pinned().for_each(|file| stand_ins.pin(file));
        let (input, vendors, folders, used) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let (found_rules, ways) = (None, 1);
        let mut remade = Remade {
            kept,
            told,
            lang,
            call,
            environment,
            width,
            stand_ins,
            input,
            found_rules,
            vendors,
            folders,
            used,
            turn,
            ways,
        };
        remade.place(machine)?;
        Ok(remade)
    }

    /// The vendors, as their answers name them.
    pub fn vendors(&self) -> &[Clean] {
        &self.vendors
    }

    /// The folders whose vendors it tells of; none where it names files.
    pub fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The files.
    pub fn used(&self) -> &[(BasisFile, PathBuf)] {
        &self.used
    }

    /// Whether its command says that no review is used.
    pub fn is_without_review(&self) -> bool {
        match &self.call {
            Command::Export(args) => args.judge.inputs.no_review,
            Command::Diff(args) => args.inputs.no_review,
            _ => false,
        }
    }

    /// How many ways there are to take files that are the same.
    pub fn ways(&self) -> usize {
        self.ways
    }

    /// The day of the judgement, unless each is judged as of its own.
    pub fn as_of(&self) -> Option<AsOf> {
        match &self.call {
            Command::Export(args) => args.judge.inputs.as_of,
            Command::Diff(args) => args.inputs.as_of,
            _ => None,
        }
    }

    /// Everything that it can have made, or why the command makes nothing: rules that were found can have lain in two
    /// places.
    pub fn documents(&self, machine: &Machine) -> Vec<anyhow::Result<Vec<u8>>> {
        let Some(rules) = &self.found_rules else { return vec![self.made(self.stand_ins.clone(), machine)] };
        let (mut here, mut above) = (self.stand_ins.clone(), self.stand_ins.clone());
        let folder = rules.parent().unwrap_or(rules);
        here.put(RULES, Some(rules));
        here.put_folder("", folder);
        let place = above.above();
        above.put(place.join(RULES), Some(rules));
        above.put_folder(place, folder);
        vec![self.made(here, machine), self.made(above, machine)]
    }

    fn made(&self, stand_ins: StandIns, machine: &Machine) -> anyhow::Result<Vec<u8>> {
        let (output, errors) = (KeptOutput::default(), KeptOutput::default());
        let today = self.told.gate_day.unwrap_or(machine.today);
        let mut console = Console {
            input: Box::new(Cursor::new(self.input.clone())),
            output: Box::new(output.clone()),
            errors: Box::new(errors.clone()),
            machine: Machine {
                today,
                is_zone_unknown: false,
                folder: stand_ins.here().to_path_buf(),
                environment: self.environment,
                read: machine.read.clone(),
                input_is_terminal: false,
                output_is_terminal: false,
                errors_is_terminal: false,
                terminal_width: Some(self.width),
                terminal_height: None,
                stand_ins: Some(Arc::new(stand_ins)),
            },
        };
        let exit = match &self.call {
            Command::Export(args) => export::run(args, &mut console)?,
            Command::Diff(args) => diff::run(args, &mut console)?,
            _ => exit::Exit::Unusable,
        };
        let output = output.taken();
        if exit == exit::Exit::Unusable && output.is_empty() {
            let said = errors.taken();
            let said = String::from_utf8_lossy(&said);
            bail!("{}", visible(said.lines().next().unwrap_or_default()));
        }
        Ok(output) // an overview leaves out what cannot be judged, and says so
    }

    /// Has every file stand where the command will look for it.
    fn place(&mut self, machine: &Machine) -> anyhow::Result<()> {
        if self.told.is_of_many {
            return self.place_folders(machine);
        }
        let (mut named, mut inputs) = match &mut self.call {
            Command::Export(args) => (std::mem::take(&mut args.files), std::mem::take(&mut args.judge.inputs)),
            Command::Diff(args) => (std::mem::take(&mut args.files), std::mem::take(&mut args.inputs)),
            _ => return Ok(()),
        };
        let told: Vec<ToldFiles> = self.told.vendors.clone();
        let rules = self.rules(&told, &mut inputs, machine)?;
        for (number, (file, told)) in (1..).zip(named.iter_mut().zip(&told)) {
            self.answers(number, file, told, machine)?;
            match inputs.review.get_mut(number - 1) {
                Some(review) => self.named_review(number, review, told, machine)?,
                None if inputs.no_review => {}
                None => self.usual_review(file, told, &rules)?,
            }
            self.asked(told, &mut inputs)?;
        }
        match &mut self.call {
            Command::Export(args) => (args.files, args.judge.inputs, args.judge.show.quiet) = (named, inputs, true),
            Command::Diff(args) => (args.files, args.inputs, args.show.quiet) = (named, inputs, true),
            _ => {}
        }
        Ok(())
    }

    /// Has the folders of an overview stand where it names them.
    fn place_folders(&mut self, machine: &Machine) -> anyhow::Result<()> {
        let Command::Export(args) = &mut self.call else { return Ok(()) };
        args.judge.show.quiet = true;
        let (named, before, mut inputs) =
            (args.files.clone(), args.before.clone(), std::mem::take(&mut args.judge.inputs));
        let told = self.told.vendors.first().cloned().unwrap_or_default();
        for folder in &named {
            let mut found = self.kept.folders(folder);
            found.extend([self.kept.folder_of_answers(), self.kept.folder()]); // whatever it is called by now
            found.extend(if names(folder).is_empty() { self.kept.folders_directly_in() } else { Vec::new() });
            let mut seen = HashSet::new();
            found.retain(|folder| seen.insert(*folder));
            self.folder(folder, &found);
        }
        if let Some(folder) = &before {
            let found = self.kept.folders(folder);
            if found.is_empty() {
                bail!("{}", self.lang.remade_without_folder(shown(folder.display())));
            }
            self.folder(folder, &found);
        }
        self.rules(std::slice::from_ref(&told), &mut inputs, machine)?;
        if inputs.questionnaire.is_some() {
            self.asked(&told, &mut inputs)?;
        }
        if let Command::Export(args) = &mut self.call {
            args.judge.inputs = inputs;
        }
        Ok(())
    }

    /// Has one of several folders stand where one is named.
    fn folder(&mut self, named: &Path, found: &[&Path]) {
        let count = found.len().max(1);
        let at = self.turn % count;
        (self.turn, self.ways) = (self.turn / count, self.ways.saturating_mul(count));
        if let Some(real) = found.get(at) {
            self.stand_ins.put_folder(named, real);
            self.folders.push(real.to_path_buf());
        }
    }

    /// The file for a fingerprint, which went by this name.
    fn file(&mut self, sha256: Option<&String>, what: BasisFile, name: &str) -> anyhow::Result<PathBuf> {
        let Some(sha256) = sha256 else { bail!("{}", self.lang.remade_by_no_command()) };
        let mut found = self.kept.with(sha256, name, what).map_err(|why| self.missing(&why, what, name, sha256))?;
        if what == BasisFile::Rules {
            found.sort_by_key(|rules| !self.governs(rules)); // of those that are the same, those of its folder
        }
        let count = found.len().max(1);
        let mut at = 0;
        if what != BasisFile::Review {
            (at, self.turn) = (self.turn % count, self.turn / count); // what lies beside it counts
            self.ways = self.ways.saturating_mul(count);
        }
        let real = found.get(at).map(|path| path.to_path_buf()).unwrap_or_default();
        self.used.push((what, real.clone()));
        Ok(real)
    }

    /// Whether rules are those of a folder whose vendors it tells of, or somebody named them.
    fn governs(&self, rules: &Path) -> bool {
        let above = |folder: &PathBuf| rules.parent().is_some_and(|at| folder.starts_with(at));
        self.kept.pinned().any(|pinned| pinned == rules) || self.folders.iter().any(above)
    }

    fn missing(&self, why: &NotKept, what: BasisFile, name: &str, sha256: &str) -> anyhow::Error {
        let (lang, name, sha256) = (self.lang, one_line(name), one_line(sha256).cut(64));
        let (what, option) = (what.called(lang), what.option());
        let said = match why {
            NotKept::Nowhere => lang.remade_without(what, name, sha256),
            NotKept::OtherContent => lang.remade_changed(what, name, sha256),
            NotKept::OtherLineEnds => lang.remade_line_ends(what, name),
            NotKept::ByPlace(path) => lang.remade_by_place(what, name, shown(path.display())),
        };
        match (why, option) {
            (NotKept::OtherLineEnds, _) | (_, None) => anyhow!("{said}"),
            (_, Some(option)) => anyhow!("{}", said.and("; ").and(lang.remade_if_elsewhere(option))),
        }
    }

    fn answers(
        &mut self,
        number: usize,
        file: &mut PathBuf,
        told: &ToldFiles,
        machine: &Machine,
    ) -> anyhow::Result<()> {
        let name = name_of(file);
        let real = self.file(told.answers.as_ref(), BasisFile::Answers, &name)?;
        self.vendors.push(vendor_of(&real, machine).unwrap_or_else(|| shown(file.display())));
        if files::is_standard(file) {
            return self.comes_in(&real, machine);
        }
        // where a folder tells it from others its path stays, for what is compared is called by it
        let named = file.parent().filter(|folder| self.told.vendors.len() > 1 && !names(folder).is_empty());
        let folder = named.map_or_else(|| PathBuf::from(number.to_string()), Path::to_path_buf);
        *file = folder.join(&name);
        self.stand_ins.put(&file, Some(&real));
        self.stand_ins.put_folder(&folder, real.parent().unwrap_or(&real));
        Ok(())
    }

    fn comes_in(&mut self, real: &Path, machine: &Machine) -> anyhow::Result<()> {
        let bytes = text::bytes(&machine.disk(), (real, real), read_answers::LARGEST);
        self.input = bytes.map_err(|problem| anyhow!("{}", problem.message(self.lang)))?;
        Ok(())
    }

    fn named_review(
        &mut self,
        number: usize,
        review: &mut PathBuf,
        told: &ToldFiles,
        machine: &Machine,
    ) -> anyhow::Result<()> {
        let name = name_of(review);
        let real = self.file(told.review.as_ref(), BasisFile::Review, &name)?;
        if files::is_standard(review) {
            return self.comes_in(&real, machine);
        }
        *review = PathBuf::from(format!("review-{number}")).join(name);
        self.stand_ins.put(&review, Some(&real));
        Ok(())
    }

    /// Our review where reviews are, or none there.
    fn usual_review(&mut self, answers: &Path, told: &ToldFiles, rules: &Policy) -> anyhow::Result<()> {
        if files::is_standard(answers) {
            return Ok(());
        }
        let (place, _) = review::place(answers, rules);
        let Some(sha256) = &told.review else {
            self.stand_ins.put(place, None);
            return Ok(());
        };
        let real = self.file(Some(sha256), BasisFile::Review, &name_of(&place))?;
        if rules.reviews.is_some() {
            let seen = self.stand_ins.folder().to_path_buf(); // a folder is there; only the review is looked up in it
            self.stand_ins.put(place.parent().unwrap_or(&place), Some(&seen));
        }
        self.stand_ins.put(place, Some(&real));
        Ok(())
    }

    /// The rules that were used, which stand where the command names them, or wait for where they were found.
    fn rules(&mut self, told: &[ToldFiles], inputs: &mut InputArgs, machine: &Machine) -> anyhow::Result<Policy> {
        let sha256 = told.first().and_then(|files| files.policy.as_ref());
        if told.iter().any(|files| files.policy.as_ref() != sha256) {
            bail!("{}", self.lang.remade_by_several_rules());
        }
        self.stand_ins.put(RULES, None);
        let named = inputs.policy.as_ref().map(|path| name_of(path));
        if named.is_none() && sha256.is_none() {
            return Ok(Policy::default());
        }
        let real = self.file(sha256, BasisFile::Rules, named.as_deref().unwrap_or(RULES))?;
        let place = match (&mut inputs.policy, named) {
            (Some(path), _) if files::is_standard(path) => {
                self.comes_in(&real, machine)?;
                path.clone()
            }
            (Some(path), Some(name)) => {
                *path = PathBuf::from("rules").join(name);
                self.stand_ins.put(&path, Some(&real));
                self.stand_ins.put_folder("rules", real.parent().unwrap_or(&real));
                path.clone()
            }
            _ => {
                self.found_rules = Some(real.clone());
                PathBuf::from(RULES)
            }
        };
        let read = text::read_as(&machine.disk(), (&place, &real), policy::read::LARGEST)
            .map(|source| policy::read(&source).value.unwrap_or_default());
        read.map_err(|problem| anyhow!("{}", problem.message(self.lang)))
    }

    /// The questionnaire, which must be at hand, and stands where the command names it if it names a file.
    fn asked(&mut self, told: &ToldFiles, inputs: &mut InputArgs) -> anyhow::Result<()> {
        let Some(sha256) = &told.questionnaire else { return Ok(()) };
        let name = inputs.questionnaire.clone().unwrap_or_default();
        let found = self.kept.questionnaire(sha256);
        let found = found.map_err(|why| self.missing(&why, BasisFile::Questionnaire, &name, sha256))?;
        self.used.extend(found.iter().map(|real| (BasisFile::Questionnaire, real.clone())));
        if let (Some(real), Some(named)) = (found, &mut inputs.questionnaire)
            && !named.starts_with("asked/")
        {
            let path = PathBuf::from("asked").join(name_of(Path::new(named)));
            self.stand_ins.put(&path, Some(&real));
            self.stand_ins.put_folder("asked", real.parent().unwrap_or(&real));
            *named = path.to_string_lossy().into_owned();
        }
        Ok(())
    }
}
