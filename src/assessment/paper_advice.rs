//! Warnings about documents: what is missing before one of the vendor's proves anything, and one that is said to prove
//! too much.

use std::collections::BTreeSet;

use super::evidence::{RegisteredEvidence, Support, register};
use super::model::Assessment;
use super::paper::EvidenceState;
use super::papers::{Absence, Presence};
use crate::questionnaire::ids::QuestionId;
use crate::review::Review;
use crate::source::Diagnostics;
use crate::words::clean::Clean;
use crate::words::problem::evidence as problem;
use crate::words::problem::{Problem, review as review_problem};
use crate::words::quotation::{within_code, within_quotes};

/// A document behind more answers than this is remarked.
const MOST_ANSWERS: usize = 10;

/// A document behind answers of more categories than this is remarked.
const MOST_CATEGORIES: usize = 3;

/// Notes what keeps documents of the vendor from proving what they are cited for.
pub fn papers(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    let file = assessment.subject.answers;
    let mut has_folder = true;
    // the vendor's stand first in the register
    for (entry, found) in register(assessment).iter().zip(assessment.papers.found()) {
        let mut warn = |say: &dyn Fn() -> Problem| notes.warn(&file.source, entry.item.span, say);
        for state in entry.states() {
            let ids = || ids(assessment, entry.questions_in(state));
            match state {
                EvidenceState::NotHere => match *found {
                    Some(Presence::Missing(Absence::NoFolder)) => has_folder = false,
                    Some(Presence::Missing(why)) if is_told(entry, why) => warn(&|| not_here(entry, why)),
                    _ => {}
                },
                EvidenceState::Refused => warn(&|| problem::evidence_refused(title(entry))),
                EvidenceState::InDisguise => warn(&|| problem::evidence_in_disguise(title(entry), place(entry))),
                EvidenceState::OtherKind if entry.item.kind.is_none() => {
                    warn(&|| problem::evidence_without_kind(title(entry), ids(), kinds_asked(assessment, entry)));
                }
                EvidenceState::OtherKind => warn(&|| problem::evidence_other_kind(title(entry), ids())),
                EvidenceState::Contradicted => {
                    let all = || contradicting(assessment, &entry.questions_in(state).collect::<Vec<_>>());
                    warn(&|| problem::evidence_contradicted(title(entry), ids(), all()));
                }
                _ => {}
            }
        }
        if let Some((answers, categories)) = behind_many(assessment, entry) {
            warn(&|| problem::evidence_behind_many(title(entry), answers, categories));
        }
    }
    if !has_folder {
        notes.note_file(&file.source, problem::evidence_without_folder());
    }
}

/// Notes documents that our review received and that the vendor does not name so.
pub fn received(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    let theirs = &assessment.subject.answers.evidence;
    for paper in review.received.not_among(theirs) {
        let warning = || review_problem::received_not_cited(within_quotes(&paper.name.title));
        notes.warn(&review.source, paper.name.span, warning);
    }
}

fn title(entry: &RegisteredEvidence<'_>) -> Clean {
    within_quotes(&entry.item.title)
}

fn place(entry: &RegisteredEvidence<'_>) -> Clean {
    entry.item.location.as_deref().map(within_code).unwrap_or_default()
}

fn ids(assessment: &Assessment<'_>, questions: impl Iterator<Item = QuestionId>) -> Clean {
    let all = &assessment.subject.questionnaire.questions;
    Clean::joined(questions.map(|at| &all[at].id), ", ")
}

/// The questions whose answers contradict each other where some of them are concerned.
fn contradicting(assessment: &Assessment<'_>, some: &[QuestionId]) -> Clean {
    let all = &assessment.subject.questionnaire.contradictions;
    let questions = assessment.contradictions.iter().map(|at| all[*at].when.questions());
    let concerned = questions.filter(|questions| some.iter().any(|at| questions.contains(at)));
    ids(assessment, concerned.flatten().collect::<BTreeSet<_>>().into_iter())
}

/// The kinds that are asked for where a document of none is cited.
fn kinds_asked(assessment: &Assessment<'_>, entry: &RegisteredEvidence<'_>) -> Clean {
    let questionnaire = assessment.subject.questionnaire;
    Clean::joined(entry.kinds_asked(questionnaire).into_iter().map(|kind| &questionnaire.evidence[kind].id), ", ")
}

/// Whether it is told here that a document is missing. Of a place that leads out of the folder the answers are told.
fn is_told(entry: &RegisteredEvidence<'_>, why: Absence) -> bool {
    why != Absence::NotAPath || entry.item.is_findable()
}

/// Why a document is not here.
fn not_here(entry: &RegisteredEvidence<'_>, why: Absence) -> Problem {
    let (title, place) = (title(entry), place(entry));
    match why {
        Absence::NotAPath => problem::evidence_is_address(title, place),
        Absence::NoFolder | Absence::NothingThere => problem::evidence_not_here(title, place),
        Absence::NotTold => problem::evidence_not_told(title, place),
        Absence::OtherCapitals => problem::evidence_other_capitals(title, place),
        Absence::ToldInOtherCapitals => problem::evidence_told_in_other_capitals(title, place),
        Absence::Link => problem::evidence_is_link(title, place),
        Absence::NotAFile => problem::evidence_is_no_file(title, place),
        Absence::Empty => problem::evidence_empty(title, place),
        Absence::TooLarge => problem::evidence_too_large(title, place),
        Absence::ReadByUs => problem::evidence_read_by_us(title, place),
        Absence::Unreadable => problem::evidence_unreadable(title, place),
    }
}

/// How many answers of how many categories a document proves, if that is more than one document is likely to; not one
/// of a kind that stands for others.
fn behind_many(assessment: &Assessment<'_>, entry: &RegisteredEvidence<'_>) -> Option<(usize, usize)> {
    let questionnaire = assessment.subject.questionnaire;
    let proved = || entry.supports.iter().filter(|support| support.worth.state.is_current());
    let answers = proved().count();
    if answers <= MOST_ANSWERS.min(MOST_CATEGORIES) {
        return None; // nor are there more categories
    }
    let is_independent = entry.item.kind.is_some_and(|kind| !questionnaire.evidence[kind].stands_for.is_empty());
    let category = |support: &Support| questionnaire.questions[support.question].category;
    let categories = proved().map(category).collect::<BTreeSet<_>>().len();
    let is_much = answers > MOST_ANSWERS || categories > MOST_CATEGORIES;
    (is_much && !is_independent).then_some((answers, categories))
}
