//! Warnings about documents: what is missing before one of the vendor's proves anything, and one that is said to prove
//! too much.

use std::collections::BTreeSet;

use super::evidence::{RegisteredEvidence, register};
use super::model::Assessment;
use super::paper::{EvidenceOrigin, EvidenceState};
use super::papers::{Absence, Presence};
use crate::answers::evidence::is_reachable;
use crate::questionnaire::ids::QuestionId;
use crate::review::Review;
use crate::source::Diagnostics;
use crate::words::clean::{Clean, one_line};
use crate::words::problem::evidence as problem;
use crate::words::problem::{Problem, review as review_problem};

/// A document behind more answers than this is remarked.
const MOST_ANSWERS: usize = 10;

/// A document behind answers of more categories than this is remarked.
const MOST_CATEGORIES: usize = 3;

/// Notes what keeps documents of the vendor from proving what they are cited for.
pub fn papers(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    let file = assessment.subject.answers;
    let mut has_folder = true;
    for entry in register(assessment).iter().filter(|entry| entry.source == EvidenceOrigin::Vendor) {
        let mut note = |problem| notes.note_at(&file.place(entry.item.span), problem);
        for (state, questions) in entry.by_state() {
            match state {
                EvidenceState::NotHere if is_without_folder(assessment, entry) => has_folder = false,
                EvidenceState::NotHere => not_here(assessment, entry).map(&mut note).unwrap_or_default(),
                EvidenceState::Refused => note(problem::evidence_refused(title(entry))),
                EvidenceState::InDisguise => note(problem::evidence_in_disguise(title(entry), place(entry))),
                EvidenceState::OtherKind => {
                    note(problem::evidence_other_kind(title(entry), ids(assessment, &questions)));
                }
                EvidenceState::Contradicted => {
                    note(problem::evidence_contradicted(title(entry), ids(assessment, &questions)));
                }
                _ => {}
            }
        }
        behind_many(assessment, entry).map(&mut note).unwrap_or_default();
    }
    if !has_folder {
        notes.note_file(&file.source, problem::evidence_without_folder());
    }
}

/// Notes documents that our review received and that the vendor does not name so.
pub fn received(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    let theirs = &assessment.subject.answers.evidence;
    for paper in review.received.not_among(theirs) {
        let problem = review_problem::received_not_cited(one_line(&paper.name.title));
        notes.note_at(&review.place(paper.name.span), problem);
    }
}

fn title(entry: &RegisteredEvidence<'_>) -> Clean {
    one_line(&entry.item.title)
}

fn place(entry: &RegisteredEvidence<'_>) -> Clean {
    entry.item.location.as_deref().map(one_line).unwrap_or_default()
}

fn ids(assessment: &Assessment<'_>, questions: &[QuestionId]) -> Clean {
    let all = &assessment.subject.questionnaire.questions;
    Clean::joined(questions.iter().map(|at| &all[*at].id), ", ")
}

fn absence(assessment: &Assessment<'_>, entry: &RegisteredEvidence<'_>) -> Option<Absence> {
    match assessment.subject.papers.at(entry.item.location.as_deref()?) {
        Presence::Here(_) => None,
        Presence::Missing(why) => Some(why),
    }
}

fn is_without_folder(assessment: &Assessment<'_>, entry: &RegisteredEvidence<'_>) -> bool {
    absence(assessment, entry) == Some(Absence::NoFolder)
}

/// Why a document is not here. A place that leads out of the folder is said of the answers themselves.
fn not_here(assessment: &Assessment<'_>, entry: &RegisteredEvidence<'_>) -> Option<Problem> {
    let (title, place) = (title(entry), place(entry));
    Some(match absence(assessment, entry)? {
        Absence::NotAPath if !is_reachable(entry.item.location.as_deref()?) => return None,
        Absence::NotAPath => problem::evidence_is_address(title, place),
        Absence::NoFolder | Absence::NothingThere => problem::evidence_not_here(title, place),
        Absence::NotTold => problem::evidence_not_told(title, place),
        Absence::OtherCapitals => problem::evidence_other_capitals(title, place),
        Absence::Link => problem::evidence_is_link(title, place),
        Absence::NotAFile => problem::evidence_is_no_file(title, place),
        Absence::Empty => problem::evidence_empty(title, place),
        Absence::TooLarge => problem::evidence_too_large(title, place),
        Absence::ReadByUs => problem::evidence_read_by_us(title, place),
        Absence::Unreadable => problem::evidence_unreadable(title, place),
    })
}

/// A document that proves more answers than one document is likely to, unless its kind stands for others.
fn behind_many(assessment: &Assessment<'_>, entry: &RegisteredEvidence<'_>) -> Option<Problem> {
    let questionnaire = assessment.subject.questionnaire;
    let is_independent = entry.item.kind.is_some_and(|kind| !questionnaire.evidence[kind].stands_for.is_empty());
    let proved = entry.supports.iter().filter(|support| support.worth.state.is_current());
    let proved: Vec<QuestionId> = proved.map(|support| support.question).collect();
    let categories: BTreeSet<_> = proved.iter().map(|at| questionnaire.questions[*at].category).collect();
    let is_much = proved.len() > MOST_ANSWERS || categories.len() > MOST_CATEGORIES;
    let told = || problem::evidence_behind_many(title(entry), proved.len(), categories.len());
    (is_much && !is_independent).then(told)
}
