//! The files that an overview rests on: how many of a kind there are, and a fingerprint that stands for all of them.

use std::collections::BTreeSet;

use crate::assessment::Subject;
use crate::case::{Case, file_name};
use crate::source::{Fingerprint, Source};
use crate::words::Clean;
use crate::words::clean::one_line;

/// The files of one vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct VendorFiles {
    answers: Box<str>,
    review: Option<Box<str>>,
    asked: NamedFile,
    rules: Option<NamedFile>,
    are_rules_named: bool,
}

/// A file that stands for itself.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct NamedFile {
    /// What it is called: our rules by the name of their file, a questionnaire by its id and its version.
    pub name: Clean,
    /// Its fingerprint.
    pub sha256: String,
}

/// Many files of a kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ManyFiles {
    /// How many there are.
    pub count: usize,
    /// The fingerprint of their list: a line for each, sorted, of its fingerprint, two blanks and its name.
    pub sha256: Fingerprint,
}

/// What vendors were judged on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RestsOn {
    /// Their answers.
    pub answers: ManyFiles,
    /// Our reviews of them.
    pub reviews: ManyFiles,
    /// The questionnaires.
    pub asked: BTreeSet<NamedFile>,
    /// Our rules: one file, unless the vendors' own folders keep some from it.
    pub rules: BTreeSet<NamedFile>,
    /// Whether somebody of ours named these rules.
    pub are_rules_named: bool,
}

impl VendorFiles {
    pub(super) fn of(case: &Case) -> VendorFiles {
        let Subject { questionnaire, answers, review, policy, .. } = case.subject();
        let rules = policy.source.as_ref();
        VendorFiles {
            answers: listed(&answers.source),
            review: review.map(|review| listed(&review.source)),
            asked: NamedFile { name: questionnaire.reference(), sha256: questionnaire.fingerprint() },
            rules: rules.map(|source| NamedFile { name: name(source), sha256: source.fingerprint().to_string() }),
            are_rules_named: rules.is_some() && !case.found_policy,
        }
    }
}

fn name(source: &Source) -> Clean {
    one_line(&file_name(&source.name))
}

/// A file's line in the list of its kind.
fn listed(source: &Source) -> Box<str> {
    format!("{}  {}\n", source.fingerprint(), name(source)).into()
}

/// The files of many vendors, added one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct FileSums {
    answers: Vec<Box<str>>,
    reviews: Vec<Box<str>>,
    asked: BTreeSet<NamedFile>,
    rules: BTreeSet<NamedFile>,
    are_rules_named: bool,
}

impl FileSums {
    pub(super) fn add(&mut self, files: VendorFiles) {
        self.answers.push(files.answers);
        self.reviews.extend(files.review);
        self.asked.insert(files.asked);
        self.rules.extend(files.rules);
        self.are_rules_named |= files.are_rules_named;
    }

    pub(super) fn finish(self) -> RestsOn {
        let FileSums { answers, reviews, asked, rules, are_rules_named } = self;
        RestsOn { answers: many(answers), reviews: many(reviews), asked, rules, are_rules_named }
    }
}

fn many(mut lines: Vec<Box<str>>) -> ManyFiles {
    lines.sort_unstable();
    ManyFiles { count: lines.len(), sha256: Fingerprint::of(lines.iter().map(|line| line.as_bytes())) }
}
