//! Which answers lead to a rating where too little is known for one.

use super::insight::{Open, open};
use super::model::Assessment;
use super::scope::Status;
use super::weigh;
use crate::questionnaire::ids::QuestionId;
use crate::words::Exact;

/// What leads to a rating where too little is known.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct FirstToAnswer {
    /// The heaviest open questions, as many as must be answered.
    pub questions: Vec<QuestionId>,
    /// Whether it is enough, too, to accept all of them that await our approval, and to have the others answered.
    pub may_be_accepted: bool,
}

/// The heaviest open questions that lead to a rating.
pub fn first_to_answer(assessment: &Assessment<'_>) -> FirstToAnswer {
    let Some(score) = &assessment.overall else {
        return FirstToAnswer { questions: Vec::new(), may_be_accepted: false };
    };
    let allowed = score.parts().whole() * (100 - assessment.subject.policy.minimum_coverage);
    let weight = |at: &QuestionId| &assessment.questions[*at].parts.unknown;
    let mut heaviest: Vec<QuestionId> = assessment.questions.ids().filter(|at| !weight(at).is_zero()).collect();
    heaviest.sort_by(|a, b| weight(b).cmp(weight(a)).then(a.cmp(b)));
    let mut unknown = &score.parts().unknown * 100;
    let still_too_much = |at: &&QuestionId| {
        let more = unknown > allowed;
        unknown -= weight(at) * 100;
        more
    };
    let needed = heaviest.iter().take_while(still_too_much).count();
    let awaits = |at: &QuestionId| open(assessment, *at).is_some_and(Open::awaits_approval);
    let accepted = heaviest[..needed].iter().any(awaits).then(|| enough_if_accepted(assessment, &heaviest, needed));
    let accepted = accepted.flatten();
    heaviest.truncate(accepted.unwrap_or(needed));
    FirstToAnswer { questions: heaviest, may_be_accepted: accepted.is_some() }
}

/// How many of the heaviest open questions are enough for a rating if those that await our approval are accepted: what
/// is accepted is no part of the whole any more, and may leave more of another n/a beyond the cap. At least `needed`;
/// `None` where not even all are enough, since nothing would count.
fn enough_if_accepted(assessment: &Assessment<'_>, heaviest: &[QuestionId], needed: usize) -> Option<usize> {
    let subject = &assessment.subject;
    let weights = assessment.questions.map(|at, _| weigh::weight(subject, at));
    let may_be_unknown = 100 - subject.policy.minimum_coverage;
    let is_enough = |count: usize| {
        let mut statuses = assessment.questions.map(|_, judged| judged.status);
        for at in &heaviest[..count] {
            let is_accepted = open(assessment, *at).is_some_and(Open::awaits_approval);
            statuses[*at] = if is_accepted { Status::NaApproved } else { Status::Answered };
        }
        let live = weigh::weigh(subject, &weights, &statuses).live;
        let whole: Exact = live.iter().sum();
        let unknown = live.iter().zip(&statuses).filter(|(_, status)| **status != Status::Answered);
        let unknown: Exact = unknown.map(|(live, _)| live).sum();
        !whole.is_zero() && unknown * 100 <= whole * may_be_unknown
    };
    let (mut count, mut step) = (needed, 1);
    while !is_enough(count) {
        if count == heaviest.len() {
            return None;
        }
        count = (count + step).min(heaviest.len());
        step *= 2; // a few more than it takes, rather than weighing a long questionnaire again for each
    }
    Some(count)
}
