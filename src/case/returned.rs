//! Answers that came back and cannot be judged as they stand: what can be said of them nevertheless.

use std::sync::Arc;

use super::desk::{Desk, Spot};
use super::request::Request;
use super::shelf::Shelf;
use super::world::World;
use crate::answers::read as read_answers;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::node::Kind;
use crate::source::{Diagnostic, Diagnostics, Node, Source, Span};
use crate::words::problem::{Severity, slips};

/// Answers that cannot be judged as they stand, as far as they can be read.
#[derive(Debug)]
pub struct Returned {
    /// What was asked.
    pub questionnaire: Arc<Questionnaire>,
    /// Who answers, if that can be read.
    pub vendor: Option<String>,
    /// The file.
    pub source: Arc<Source>,
    /// Where the answer to each question begins, in the order of the file.
    entries: Vec<(u32, AnsweredKey)>,
}

/// A key below `answers`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnsweredKey {
    /// As it is written.
    pub written: String,
    /// The question that it names, if there is one.
    pub question: Option<QuestionId>,
}

impl Returned {
    /// What can be said of answers that cannot be judged; `None` where not even the questionnaire can be told.
    pub fn read(request: &Request, world: &dyn World, shelf: &Shelf) -> Option<Returned> {
        let mut desk = Desk::new(world, shelf);
        let policy = desk.policy(request.policy.as_ref(), None)?;
        let source = desk.read(&request.answers, read_answers::LARGEST)?;
        let root = read_answers::tree_or_mended(&source, &mut Diagnostics::default())?;
        let (reference, span) = read_answers::reference(&root, &source).value?;
        let at = Spot { source: &source, span };
        let (questionnaire, _) = desk.questionnaire(request, &reference, &policy, &at)?;
        let vendor = root.get("vendor").and_then(|vendor| vendor.get("name")?.text()).map(str::to_owned);
        let answers = root.get("answers");
        let entries = answers.map(|answers| entries(answers, &questionnaire)).unwrap_or_default();
        drop(root);
        Some(Returned { questionnaire, vendor, source, entries })
    }

    /// What of the problems concerns whoever filled the file in, in the order of the file: its errors, and texts that
    /// are not read to their end.
    pub fn to_mend<'d>(&self, notes: &'d Diagnostics) -> Vec<&'d Diagnostic> {
        let is_theirs = |found: &&Diagnostic| {
            let is_cut = found.problem.code.id == slips::CUT_BY_COMMENT;
            found.source == self.source && (found.problem.code.severity == Severity::Error || is_cut)
        };
        notes.sorted().into_iter().filter(is_theirs).collect()
    }

    /// The key below `answers` to which a place belongs.
    pub fn key_at(&self, place: Span) -> Option<&AnsweredKey> {
        let behind = self.entries.partition_point(|(start, _)| *start <= place.start);
        let (_, key) = self.entries.get(behind.checked_sub(1)?)?;
        Some(key).filter(|key| !key.written.is_empty())
    }
}

fn entries(answers: &Node<'_>, questionnaire: &Questionnaire) -> Vec<(u32, AnsweredKey)> {
    let Kind::Map(entries) = &answers.kind else { return Vec::new() };
    let key = |written: &str, question| AnsweredKey { written: written.to_owned(), question };
    let named = entries.iter().map(|entry| (entry.key_span.start, key(&entry.key, questionnaire.find(&entry.key))));
    // what stands behind the last answer belongs to none
    let mut found: Vec<_> = named.chain([(answers.span.end + 1, key("", None))]).collect();
    found.sort_by_key(|(start, _)| *start);
    found
}
