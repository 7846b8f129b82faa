//! The answers as a table that CISO Assistant takes in as an audit: a row for each requirement. It is for a framework
//! that has the questions as requirements, or the requirements that they were made from.

use std::collections::BTreeMap;

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

/// The results of requirements, the worst first.
const RESULTS: [&str; 5] = ["non_compliant", "partially_compliant", NOT_ASSESSED, "compliant", "not_applicable"];

/// How far assessments have come, the least first.
const PROGRESS: [&str; 4] = ["to_do", "in_progress", "in_review", "done"];

/// The table, whatever the language with commas. A requirement that was split into several questions has one row.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(story: &Story<'_, '_>) -> Result<String, Broken> {
    let head = record(COLUMNS.into_iter().map(Trusted::clean), Lang::En)?;
    let mut requirements: Vec<([Clean; 2], Vec<QuestionId>)> = Vec::new();
    let mut places: BTreeMap<[Clean; 2], usize> = BTreeMap::new();
    for (at, question) in story.questionnaire().questions.with_ids() {
        let names = names(story, question);
        match places.get(&names).and_then(|place| requirements.get_mut(*place)) {
            Some((_, questions)) => questions.push(at),
            None => {
                places.insert(names.clone(), requirements.len());
                requirements.push((names, vec![at]));
            }
        }
    }
    let mut rows = requirements.into_iter().map(|of| record(cells(story, of).into_iter(), Lang::En));
    rows.try_fold(head, |table, row| Ok(table + &row?))
}

fn cells(story: &Story<'_, '_>, ([urn, ref_id], of): ([Clean; 2], Vec<QuestionId>)) -> [Clean; COLUMNS.len()] {
    let ask = |at: QuestionId| story.say(&story.questionnaire().questions[at].ask);
    let observed = |at: QuestionId| {
        let told = said(story, at).into_iter().map(|fact| fact.name.and(": ").and(fact.text.words()));
        let told = Clean::joined(told, "; ");
        if of.len() > 1 { ask(at).and(" ").and(told) } else { told }
    };
    let each = |say: &dyn Fn(QuestionId) -> Clean| Clean::joined(of.iter().map(|at| say(*at)), "; ");
    let (result, progress) = worst(story, &of);
    let empty = Clean::default;
    [
        urn,
        "x".clean(),
        ref_id,
        each(&ask),
        each(&|at| story.standing(at)),
        result.clean(),
        progress.clean(),
        empty(),
        empty(),
        empty(),
        each(&observed),
    ]
}

/// What the requirement is called in CISO Assistant: its URN and its id. A questionnaire that was made from a library
/// keeps these, behind an id that the question has for itself; where it does not, they are its own.
fn names(story: &Story<'_, '_>, question: &Question) -> [Clean; 2] {
    let frameworks = &story.questionnaire().frameworks;
    let kept = question.refs.iter().find(|(framework, _)| frameworks[*framework].id == FRAMEWORK);
    let (urns, ids): (Vec<&String>, Vec<&String>) =
        kept.into_iter().flat_map(|(_, names)| names).partition(|name| name.starts_with("urn:"));
    let is_from_there = frameworks.iter().any(|framework| framework.id == FRAMEWORK);
    let id = &question.id;
    match (urns.last(), ids.last()) {
        (None, None) if is_from_there => {
            [Clean::default(), id.part(|id| id.split_once('.').map_or(id, |(_, own)| own))]
        }
        (None, None) => [Clean::default(), id.clone()],
        (urn, id) => [urn, id].map(|name| name.map(|name| one_line(name)).unwrap_or_default()),
    }
}

/// The worst result of questions, and how far the least assessed of them has come. What counts for nothing has no say
/// beside what counts.
fn worst(story: &Story<'_, '_>, of: &[QuestionId]) -> (&'static str, &'static str) {
    let counting = of.iter().filter(|at| story.assessment.questions[**at].status != Status::Info);
    let counting: Vec<_> = counting.map(|at| standing(story, *at)).collect();
    let all = if counting.is_empty() { of.iter().map(|at| standing(story, *at)).collect() } else { counting };
    let result = RESULTS.into_iter().find(|result| all.iter().any(|(known, _)| known == result));
    let progress = PROGRESS.into_iter().find(|progress| all.iter().any(|(_, known)| known == progress));
    (result.unwrap_or(NOT_ASSESSED), progress.unwrap_or("to_do"))
}

/// The result of a question and how far its assessment has come, in the words of CISO Assistant. What is only said
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
