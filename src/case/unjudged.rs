//! Answers that came back and cannot be judged as they stand: what can be said of them nevertheless.

use std::cmp::Reverse;
use std::sync::Arc;

use super::desk::{Desk, Spot};
use super::request::{Input, Request};
use super::shelf::Shelf;
use super::text;
use super::world::World;
use crate::answers::read as read_answers;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::mend;
use crate::source::node::Kind;
use crate::source::{Arena, Diagnostic, Diagnostics, Node, Source, Span, yaml};
use crate::words::Lang;
use crate::words::problem::{Severity, cells, forms, slips};

/// Answers that cannot be judged as they stand, as far as they can be read.
#[derive(Debug)]
pub struct Returned {
    /// What was asked.
    pub questionnaire: Arc<Questionnaire>,
    /// Who answers, if that can be read.
    pub vendor: Option<String>,
    /// The file.
    pub source: Arc<Source>,
    /// The language of the form that our review says was sent last, if it is one that is spoken.
    pub sent_in: Option<Lang>,
    /// Where the answer to each question begins, in the order of the file.
    entries: Vec<(u32, AnsweredKey)>,
}

/// The codes of what was written where it is not read.
const UNREAD: [&str; 4] =
    [slips::CUT_BY_COMMENT, forms::WRITTEN_IN_COMMENT, cells::BESIDE_THE_FORM, cells::SHEET_BESIDE_THE_FORM];

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
        let vendor = desk.vendor_of(&request.answers);
        let policy = desk.policy(request.policy.as_ref(), vendor.as_deref())?;
        let source = desk.read(&request.answers, read_answers::LARGEST)?;
        let arena = Arena::default();
        let root = read_answers::tree_or_mended(&source, &arena, &mut Diagnostics::default())?;
        let (reference, span) = read_answers::reference(&root, &source).value?;
        let at = Spot { source: &source, span };
        let (questionnaire, _) = desk.questionnaire(request, &reference, &policy, &at)?;
        let sent_in = desk.which_review(request, &policy).and_then(|(review, _)| sent_in(&review, world));
        let vendor = root.get("vendor").and_then(|vendor| vendor.get("name")?.text()).map(str::to_owned);
        let answers = root.get("answers");
        let entries = answers.map(|answers| entries(answers, &questionnaire)).unwrap_or_default();
        Some(Returned { questionnaire, vendor, source, sent_in, entries })
    }

    /// What of the problems concerns whoever filled the file in, in the order of the file: its errors, and what was
    /// written where it is not read.
    pub fn to_mend<'d>(&self, notes: &'d Diagnostics) -> Vec<&'d Diagnostic> {
        let is_theirs = |found: &&Diagnostic| {
            let (code, Span { start, end }) = (found.problem.code.id, found.span.unwrap_or_default());
            // what stands in a workbook in place of our words is read by nobody who has the answers alone
            let is_other_text =
                code == forms::FORM_TEXT_CHANGED && start < end && self.source.came_from(start).is_some();
            let is_unread = UNREAD.contains(&code) || is_other_text;
            found.source == self.source && (found.problem.code.severity == Severity::Error || is_unread)
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

impl Returned {
    /// Where the answer to a question begins, if the file has it.
    pub fn start_of(&self, question: QuestionId) -> Option<u32> {
        self.entries.iter().find(|(_, key)| key.question == Some(question)).map(|(start, _)| *start)
    }
}

/// The language of the form that a review says was sent last. The review may have other mistakes.
fn sent_in(review: &Input, world: &dyn World) -> Option<Lang> {
    let source = text::of(world, review, read_answers::LARGEST).ok()?;
    let arena = Arena::default();
    let root = read_answers::tree(&source, &arena, &mut Diagnostics::default())?;
    let Kind::List(sent) = &root.get("sent")?.kind else { return None };
    let code = sent.iter().rev().find_map(|form| form.get("lang")?.text())?;
    Lang::ALL.into_iter().find(|lang| lang.code() == code)
}

fn entries(answers: &Node<'_>, questionnaire: &Questionnaire) -> Vec<(u32, AnsweredKey)> {
    let Kind::Map(entries) = &answers.kind else { return Vec::new() };
    let key = |written: &str, question| AnsweredKey { written: written.to_owned(), question };
    let named = entries.iter().map(|entry| (entry.key_span.start, key(entry.key, questionnaire.find(entry.key))));
    // what stands behind the last answer belongs to none
    let mut found: Vec<_> = named.chain([(answers.span.end + 1, key("", None))]).collect();
    found.sort_by_key(|(start, _)| *start);
    found
}

/// A file with more errors is no form that somebody filled in a little wrong.
const MOST_ERRORS: usize = 500;
/// So often what is still wrong is put aside: what is put aside may leave something else wrong.
const ROUNDS: usize = 8;

/// Answers that cannot be judged, in a form in which they can be worked on.
#[derive(Debug)]
pub struct Workable {
    /// The file as it was probably meant; what is wrong in it is a comment.
    pub source: Arc<Source>,
    /// The questions whose answers are to be looked at first, in the order of the file.
    pub first: Vec<QuestionId>,
}

/// A broken file in which some answers are right now.
#[derive(Debug)]
pub struct Repaired {
    /// Its text.
    pub text: String,
    /// How many errors it still has.
    pub errors_left: usize,
}

impl Returned {
    /// The answers in a form in which they can be worked on; `None` if what is wrong cannot be put aside, or is too
    /// much for anybody to go through.
    pub fn workable(&self, notes: &Diagnostics) -> Option<Workable> {
        if notes.error_count() > MOST_ERRORS {
            return None;
        }
        let mut first: Vec<QuestionId> = Vec::new();
        for place in self.to_mend(notes) {
            let question = place.span.and_then(|span| self.key_at(span)?.question);
            first.extend(question.filter(|at| !first.contains(at)));
        }
        let mended = yaml::mended(&self.source, &read_answers::SHAPE, read_answers::MOST_NODES);
        let mut source = mended.map_or_else(|| Arc::clone(&self.source), |text| self.source.with_text(text));
        for _ in 0..ROUNDS {
            let found = self.errors(&source);
            if found.is_empty() {
                return Some(Workable { source, first });
            }
            let places: Option<Vec<Span>> = found.into_iter().collect();
            source = source.with_text(mend::put_aside(&source.text, &read_answers::SHAPE, &places?));
        }
        None
    }

    /// The lines of an answer as they were written, wherever they can be told.
    pub fn written(&self, question: QuestionId) -> Option<&str> {
        self.lines_of(self.questionnaire.questions[question].id.as_str())
    }

    /// The lines of an entry as they were written, wherever they can be told.
    pub fn lines_of(&self, id: &str) -> Option<&str> {
        let lines = mend::entry_lines(&self.source.text, &read_answers::SHAPE, id)?;
        self.source.text.get(mend::bytes_of(&self.source.text, &lines)?)
    }

    /// The broken file with the answers to some questions as they are in texts of the workable one in which nothing
    /// else was changed; `None` if that leaves no fewer errors. What was put aside in these answers is a comment.
    pub fn repaired(&self, workable: &Source, edited: &[(QuestionId, String)]) -> Option<Repaired> {
        let mut text = self.source.text.to_string();
        let mut places = Vec::with_capacity(edited.len());
        for (question, edited) in edited {
            let id = self.questionnaire.questions[*question].id.as_str();
            let lines = mend::entry_lines(&text, &read_answers::SHAPE, id)?;
            let (old, new) = (mend::bytes_of(&text, &lines)?, mend::bytes_of(&workable.text, &lines)?);
            let end = edited.len().checked_sub(workable.text.len() - new.end)?;
            let is_alone = edited.get(..new.start) == workable.text.get(..new.start)
                && edited.get(end..) == workable.text.get(new.end..);
            places.push((old, edited.get(new.start..end).filter(|_| is_alone)?));
        }
        places.sort_by_key(|(place, _)| Reverse(place.start));
        places.into_iter().for_each(|(place, entry)| text.replace_range(place, entry));
        let errors_left = self.errors(&self.source.with_text(text.clone())).len();
        (errors_left < self.errors(&self.source).len()).then_some(Repaired { text, errors_left })
    }

    /// Where the errors of a text of this file are.
    fn errors(&self, source: &Arc<Source>) -> Vec<Option<Span>> {
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        if let Some(root) = read_answers::tree_or_mended(source, &arena, &mut notes) {
            let reference = read_answers::reference(&root, source);
            notes.append(reference.diagnostics);
            if let Some((reference, _)) = reference.value {
                notes.append(read_answers::read(&root, source, &reference, &self.questionnaire).diagnostics);
            }
        }
        let errors = notes.sorted().into_iter().filter(|found| found.problem.code.severity == Severity::Error);
        errors.map(|found| found.span).collect()
    }
}
