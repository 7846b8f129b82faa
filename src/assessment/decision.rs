//! Whether a decision is one on the answers at hand, and how its conditions stand. A vendor can send other answers
//! afterwards, or other documents with them; nobody decided on those.

use super::subject::Subject;
use crate::review::{AgreedCondition, Decision, Outcome};
use crate::source::fields::fixed_words;
use crate::source::{Date, Fingerprint};

/// How a decision stands to the answers at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum DecisionStanding {
    /// It was made on them.
    OnThese,
    /// It does not say on which answers it was made, and nothing speaks against these.
    Unbound,
    /// It was made on other answers.
    OnOthers,
    /// It is older than they are.
    Older,
}

fixed_words!(DecisionStanding { OnThese: "on_these", Unbound: "unbound", OnOthers: "on_others", Older: "older" });

impl DecisionStanding {
    /// Whether it may be one on the answers at hand: nothing speaks against that.
    pub fn may_hold(self) -> bool {
        matches!(self, DecisionStanding::OnThese | DecisionStanding::Unbound)
    }

    /// Whether it is surely a decision on the answers at hand. One that names none may have been made on any.
    pub fn holds(self) -> bool {
        self == DecisionStanding::OnThese
    }
}

/// What a decision is bound to: the SHA-256 of a list, which begins with that of the answers and has a line for each
/// document that names a place, in the order of the answers: the place, and the SHA-256 of the file there or `-` where
/// none is here. Of answers that name no place it is that of the file itself.
pub fn bound_to(subject: &Subject<'_>) -> Fingerprint {
    let answers = subject.answers.source.fingerprint();
    let mut places = subject.answers.evidence.iter().filter_map(|item| item.location.as_deref()).peekable();
    if places.peek().is_none() {
        return answers;
    }
    let papers = places.map(|place| match subject.papers.file(Some(place)) {
        Some(file) => format!("{file} {place}\n"),
        None => format!("- {place}\n"),
    });
    Fingerprint::of([format!("{answers}\n")].into_iter().chain(papers))
}

/// The decision of our review, if there is one, and how it stands to the answers at hand.
pub fn decision<'a>(subject: &Subject<'a>) -> Option<(&'a Decision, DecisionStanding)> {
    let decision = subject.review?.decision.as_ref()?;
    let is_older = subject.answers.answered.is_some_and(|answered| decision.on < answered);
    let standing = match &decision.answers {
        Some(bound) if *bound != bound_to(subject) => DecisionStanding::OnOthers,
        _ if is_older => DecisionStanding::Older,
        Some(_) => DecisionStanding::OnThese,
        None => DecisionStanding::Unbound,
    };
    Some((decision, standing))
}

/// Whether the decision on file is not to use the vendor.
pub fn is_rejected(subject: &Subject<'_>) -> bool {
    decision(subject).is_some_and(|(decision, _)| decision.outcome == Outcome::Rejected)
}

/// How a condition of a decision stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConditionState {
    /// It is not met, and no day is agreed.
    Open,
    /// It is not met, and in time.
    Due,
    /// It is not met, and its day has passed.
    Overdue,
    /// It is met.
    Met,
}

fixed_words!(ConditionState { Open: "open", Due: "due", Overdue: "overdue", Met: "met" });

/// How a condition stands on a day, and the day that says it: on which it was met, or until which it is in time. What
/// is to be met later is not met yet.
pub fn condition_state(condition: &AgreedCondition, as_of: Date) -> (ConditionState, Option<Date>) {
    match (condition.met.filter(|met| *met <= as_of), condition.due) {
        (Some(met), _) => (ConditionState::Met, Some(met)),
        (None, Some(due)) if due < as_of => (ConditionState::Overdue, Some(due)),
        (None, Some(due)) => (ConditionState::Due, Some(due)),
        (None, None) => (ConditionState::Open, None),
    }
}

/// The conditions that are overdue, with the last day on which each was in time.
pub fn overdue(decision: &Decision, as_of: Date) -> Vec<(&AgreedCondition, Date)> {
    let overdue = decision.conditions.iter().filter_map(|condition| match condition_state(condition, as_of) {
        (ConditionState::Overdue, Some(due)) => Some((condition, due)),
        _ => None,
    });
    overdue.collect()
}

/// The conditions that were met before the decision, with the day. One whose own day lies before the decision, too,
/// comes from an earlier one.
pub fn met_before(decision: &Decision) -> impl Iterator<Item = (&AgreedCondition, Date)> {
    let is_new = |condition: &&AgreedCondition| condition.due.is_none_or(|due| due >= decision.on);
    let met = decision.conditions.iter().filter(is_new).filter_map(|condition| Some((condition, condition.met?)));
    met.filter(|(_, met)| *met < decision.on)
}
