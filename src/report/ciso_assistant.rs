//! The answers as a table that CISO Assistant takes in as an audit: a row for each requirement. It is for a framework
//! that has the questions as requirements, as one has that a questionnaire was made from.

use super::csv::record;
use super::parts::answers::said;
use super::story::Story;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::insight::{self, AnswerQuality};
use crate::assessment::scope::Status;
use crate::policy::Proof;
use crate::questionnaire::Question;
use crate::questionnaire::ids::QuestionId;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::{Broken, Lang};

/// The columns that it reads. Where those of two scores are missing, it takes every requirement for scored.
const COLUMNS: [&str; 11] = [
    "urn",
    "assessable",
    "ref_id",
    "name",
    "description",
    "compliance_result",
    "requirement_progress",
    "score",
    "implementation_score",
    "documentation_score",
    "observations",
];

/// The framework under which a questionnaire that was made from a library of CISO Assistant keeps the library's ids.
const FRAMEWORK: &str = "ciso-assistant";

/// The table, whatever the language with commas.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(story: &Story<'_, '_>) -> Result<String, Broken> {
    let head = record(COLUMNS.into_iter().map(Trusted::clean), Lang::En)?;
    let mut rows = story.assessment.questions.ids().map(|at| record(cells(story, at).into_iter(), Lang::En));
    rows.try_fold(head, |table, row| Ok(table + &row?))
}

fn cells(story: &Story<'_, '_>, at: QuestionId) -> [Clean; COLUMNS.len()] {
    let question = &story.questionnaire().questions[at];
    let [urn, ref_id] = names(story, question);
    let (result, progress) = standing(story, at);
    let told = said(story, at).into_iter().map(|fact| fact.name.and(": ").and(fact.text.words()));
    let empty = Clean::default;
    [
        urn,
        "x".clean(),
        ref_id,
        story.say(&question.ask),
        story.standing(at),
        result.clean(),
        progress.clean(),
        empty(),
        empty(),
        empty(),
        Clean::joined(told, "; "),
    ]
}

/// What the requirement is called in CISO Assistant: its URN, or its id. A questionnaire that was made from a library
/// keeps these where they are no ids of ours, and has them as its own where they are.
fn names(story: &Story<'_, '_>, question: &Question) -> [Clean; 2] {
    let frameworks = &story.questionnaire().frameworks;
    let kept = question.refs.iter().find(|(framework, _)| frameworks[*framework].id == FRAMEWORK);
    let kept = kept.and_then(|(_, names)| names.first()).map(|name| one_line(name));
    let is_from_there = frameworks.iter().any(|framework| framework.id == FRAMEWORK);
    let own = |id: &Clean| {
        if is_from_there { id.part(|id| id.split_once('.').map_or(id, |(_, own)| own)) } else { id.clone() }
    };
    match kept {
        Some(urn) if urn.starts_with("urn:") => [urn, Clean::default()],
        kept => [Clean::default(), kept.unwrap_or_else(|| own(&question.id))],
    }
}

/// The result of a requirement and how far its assessment has come, in the words of CISO Assistant. What is only said
/// is not assessed yet: it never looks safe.
fn standing(story: &Story<'_, '_>, at: QuestionId) -> (&'static str, &'static str) {
    let judged = &story.assessment.questions[at];
    let parts = &judged.parts;
    match judged.status {
        Status::NaApproved | Status::OutOfScope => ("not_applicable", "done"),
        Status::Na if parts.unknown.is_zero() => ("not_applicable", "in_review"),
        Status::Answered if insight::quality(story.assessment, at) == Some(AnswerQuality::Weak) => {
            let is_nothing = parts.control_gap == parts.whole();
            (if is_nothing { "non_compliant" } else { "partially_compliant" }, "done")
        }
        Status::Answered if !insight::counts(story.assessment, at) => (NOT_ASSESSED, "done"),
        Status::Answered if parts.evidence_gap.is_zero() && parts.unknown.is_zero() => ("compliant", "done"),
        Status::Info if judged.effective != EffectiveAnswer::Unanswered => (NOT_ASSESSED, "done"),
        Status::Answered => match judged.backing.map_or(Proof::Claimed, |backing| backing.assurance.proof()) {
            Proof::Claimed => (NOT_ASSESSED, "in_progress"),
            Proof::Documented | Proof::Verified => (NOT_ASSESSED, "in_review"),
        },
        _ if insight::open(story.assessment, at).is_some_and(|open| open.awaits_approval()) => {
            (NOT_ASSESSED, "in_review")
        }
        _ => (NOT_ASSESSED, "to_do"),
    }
}

/// Of what nobody knows, or nobody has proved.
const NOT_ASSESSED: &str = "not_assessed";
