//! Whose the files are that a report rests on: those that somebody of ours named, and what is doubtful about others.

use std::path::{Path, PathBuf};

use anyhow::anyhow;

use super::args::CheckArgs;
use super::basis_file::BasisFile;
use super::console::Machine;
use super::kept_files::KeptFiles;
use super::remade::Remade;
use crate::case::text;
use crate::exchange::kept_report::basis::ToldBasis;
use crate::policy::read::LARGEST;
use crate::source::Fingerprint;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, shown};

/// So many other reviews are named.
const MOST_NAMED: usize = 5;

/// The rules and the reviews that reports must rest on, where somebody of ours named them, with their fingerprints.
#[derive(Debug)]
pub struct PinnedFiles {
    rules: Option<(PathBuf, String)>,
    reviews: Vec<(PathBuf, String)>,
}

impl PinnedFiles {
    /// Those that were named.
    ///
    /// # Errors
    /// One cannot be read.
    pub fn of(args: &CheckArgs, machine: &Machine, lang: Lang) -> anyhow::Result<PinnedFiles> {
        let pinned = |path: &PathBuf| {
            let bytes = text::bytes(&machine.disk(), (path, path), LARGEST);
            let bytes = bytes.map_err(|problem| anyhow!("{}", problem.message(lang)))?;
            anyhow::Ok((path.clone(), Fingerprint::of([&bytes]).to_string()))
        };
        let rules = args.inputs.policy.as_ref().map(pinned).transpose()?;
        let reviews = args.inputs.review.iter().map(pinned).collect::<anyhow::Result<_>>()?;
        Ok(PinnedFiles { rules, reviews })
    }

    /// Has them be found.
    pub fn add_to(&self, kept: &mut KeptFiles) {
        self.rules.iter().chain(&self.reviews).for_each(|(path, sha256)| kept.pin(path, sha256.clone()));
    }

    /// Why a report does not rest on them.
    pub fn gainsay(&self, told: &ToldBasis, lang: Lang) -> Option<Clean> {
        let is_it = |(_, sha256): &&(PathBuf, String), told: &Option<String>| {
            told.as_ref().is_some_and(|told| sha256.starts_with(told.as_str()))
        };
        let other_rules = |rules: &&(PathBuf, String)| told.vendors.iter().any(|files| !is_it(rules, &files.policy));
        if let Some((path, _)) = self.rules.as_ref().filter(other_rules) {
            return Some(lang.against_other_rules(shown(path.display())));
        }
        let is_named = |review: &Option<String>| self.reviews.iter().any(|pinned| is_it(&pinned, review));
        let is_other = told.vendors.iter().any(|files| !is_named(&files.review));
        let names = || Clean::joined(self.reviews.iter().map(|(path, _)| shown(path.display())), ", ");
        (!self.reviews.is_empty() && is_other).then(|| lang.against_other_review(names()))
    }

    /// Whether somebody named reviews.
    pub fn has_reviews(&self) -> bool {
        !self.reviews.is_empty()
    }

    fn has(&self, what: BasisFile) -> bool {
        match what {
            BasisFile::Rules => self.rules.is_some(),
            BasisFile::Review => !self.reviews.is_empty(),
            BasisFile::Answers | BasisFile::Questionnaire => true, // these are the vendor's, or named by it
        }
    }

    /// What is doubtful about the files of a report that nobody named.
    pub fn doubts(&self, remade: &Remade<'_>, told: &ToldBasis, kept: &KeptFiles, lang: Lang) -> Vec<Clean> {
        let answers: Vec<&Path> =
            remade.used().iter().filter(|(what, _)| *what == BasisFile::Answers).map(|(_, path)| &**path).collect();
        let folders = || remade.folders().iter().map(PathBuf::as_path);
        let is_theirs = |path: &Path| {
            answers.iter().filter_map(|file| file.parent()).chain(folders()).any(|at| path.starts_with(at))
        };
        let mut said = Vec::new();
        for (what, path) in remade.used().iter().filter(|(what, path)| !self.has(*what) && is_theirs(path)) {
            let Some(option) = what.option() else { continue };
            let doubt = lang.against_vendors_hand(what.called(lang), from(kept, path), option);
            said.extend((!said.contains(&doubt)).then_some(doubt));
        }
        if !remade.is_without_review() && folders().any(|folder| kept.has_review_in(folder)) {
            said.push(lang.against_reviews_beside());
        }
        if self.has(BasisFile::Review) || remade.is_without_review() {
            return said;
        }
        for ((file, vendor), files) in answers.iter().zip(remade.vendors()).zip(&told.vendors) {
            let others = kept.other_reviews(file, vendor, files.review.as_ref());
            // of those that are compared each has its own
            let others = others.into_iter().filter(|path| !remade.used().iter().any(|(_, used)| used == path));
            let mut names: Vec<Clean> = others.map(|path| from(kept, path)).collect();
            let more = names.len() > MOST_NAMED;
            names.truncate(MOST_NAMED);
            names.extend(more.then(|| "…".clean()));
            said.extend((!names.is_empty()).then(|| lang.against_other_reviews(vendor, Clean::joined(names, ", "))));
        }
        said
    }
}

/// A file by its path from the folder.
fn from(kept: &KeptFiles, path: &Path) -> Clean {
    shown(kept.within_folder(path).display())
}

/// The files of a report, each with its path from the folder: those of the vendor first, then ours.
pub fn named(remade: &Remade<'_>, kept: &KeptFiles, lang: Lang) -> Clean {
    let (rules, others): (Vec<_>, Vec<_>) = remade.used().iter().partition(|(what, _)| *what == BasisFile::Rules);
    let whole = kept.folder();
    let path = |path: &Path| if path == whole { shown(whole.display()) } else { from(kept, path) };
    let folder = |at: &PathBuf| lang.against_folder(path(at));
    let mut names: Vec<Clean> = remade.folders().iter().map(folder).collect();
    for (what, path) in others.into_iter().chain(rules) {
        let name = what.called(lang).and(" ").and(from(kept, path));
        names.extend((!names.contains(&name)).then_some(name));
    }
    Clean::joined(names, ", ")
}
