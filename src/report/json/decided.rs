//! What was decided, when to look again, and on which conditions.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::{DateJson, FingerprintJson, NameJson, QuestionIdJson};
use super::word::WordJson;
use crate::assessment::decision::{self, ConditionState, DecisionStanding};
use crate::assessment::next_review::next_review;
use crate::report::naming;
use crate::report::story::Story;
use crate::review::{AgreedCondition, Decision, Outcome};
use crate::words::Clean;

/// What was decided.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "decision")]
pub(super) struct DecisionJson<'a> {
    /// Whether the vendor may be used.
    outcome: WordJson<Outcome>,
    /// The same as reports show it.
    outcome_in_words: Clean,
    /// Who decided.
    by: NameJson<'a>,
    /// The day of the decision.
    on: DateJson,
    /// Under which conditions the vendor may be used, each in the words of the review.
    conditions: Vec<&'a str>,
    /// The same conditions, in the same order, with all that is agreed of each.
    conditions_in_full: Vec<ConditionJson<'a>>,
    /// When to look again, or null if nothing is agreed and the policy says nothing.
    next_review: Option<DateJson>,
    /// Whether that day follows from the policy's `review_months` and is not the decision's own.
    next_review_computed: bool,
    /// The fingerprint of the answers that were decided on, with their documents (`bound_sha256`), or null if the
    /// review does not say.
    answers: Option<FingerprintJson>,
    /// How it stands to the answers that were judged.
    standing: WordJson<DecisionStanding>,
}

/// A condition of a decision.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "condition")]
struct ConditionJson<'a> {
    /// What has to be done.
    what: &'a str,
    /// Who sees to it, or null if nothing is agreed.
    owner: Option<&'a str>,
    /// The last day on which it is in time, or null if nothing is agreed.
    due: Option<DateJson>,
    /// The day on which it was met, or null if the review names none; met is only what was met by `as_of`.
    met: Option<DateJson>,
    /// The questions that it is about.
    questions: Vec<QuestionIdJson<'a>>,
    /// How it stands on the day of the judgement.
    state: WordJson<ConditionState>,
    /// The same as reports show it.
    state_in_words: Clean,
}

pub(super) fn decision<'a>(story: &Story<'_, 'a>) -> Option<DecisionJson<'a>> {
    let (decision, standing): (&'a Decision, DecisionStanding) = decision::decision(&story.assessment.subject)?;
    let outcome: Outcome = decision.outcome;
    let next = next_review(story.assessment);
    Some(DecisionJson {
        outcome: WordJson(outcome),
        outcome_in_words: naming::outcome(outcome, story.lang),
        by: NameJson(&decision.by),
        on: DateJson::of(decision.on),
        conditions: decision.conditions.iter().map(|condition| condition.what.as_str()).collect(),
        conditions_in_full: decision.conditions.iter().map(|condition| of_condition(story, condition)).collect(),
        next_review: next.map(|next| DateJson::of(next.day)),
        next_review_computed: next.is_some_and(|next| next.is_computed),
        answers: decision.answers.map(|answers| FingerprintJson(answers.to_string())),
        standing: WordJson(standing),
    })
}

fn of_condition<'a>(story: &Story<'_, 'a>, condition: &'a AgreedCondition) -> ConditionJson<'a> {
    let questions = &story.questionnaire().questions;
    let (state, day) = decision::condition_state(condition, story.assessment.subject.as_of);
    ConditionJson {
        what: &condition.what,
        owner: condition.owner.as_deref(),
        due: condition.due.map(DateJson::of),
        met: condition.met.map(DateJson::of),
        questions: condition.questions.iter().map(|at| QuestionIdJson(&questions[*at].id)).collect(),
        state: WordJson(state),
        state_in_words: naming::condition_state((state, day), story.lang),
    }
}
