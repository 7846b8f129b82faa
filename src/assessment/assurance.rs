//! How far an answer is proved.

use super::effective::EffectiveAnswer;
use super::paper::{EvidenceOrigin, EvidenceState, PaperWorth, Worth};
use super::subject::Subject;
use super::worth::{Bettered, bettered};
use crate::answers::Evidence;
use crate::policy::Assurance;
use crate::questionnaire::ids::{EvidenceId, QuestionId, SeenId};
use crate::questionnaire::model::Validity;
use crate::review::Observation;
use crate::source::Date;
use crate::words::{Broken, Exact};

/// How far an answer is proved, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Backing {
    /// How far.
    pub assurance: Assurance,
    /// The document that proves it best.
    pub by: Option<BackedBy>,
}

/// A document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BackedBy {
    /// One of the vendor's.
    Vendor(EvidenceId),
    /// One that we saw, in our observation about the question.
    Ours(SeenId),
}

/// How far the effective answer to a question is proved by itself: the best of the vendor's word and all documents of
/// `whose`. What we verified of another answer proves nothing of this one, see [`kept`].
pub fn backing(
    subject: &Subject<'_>,
    question: QuestionId,
    effective: EffectiveAnswer<'_>,
    (papers, whose): (&PaperWorth, &[EvidenceOrigin]),
) -> Backing {
    let mut best = Backing { assurance: Assurance::Claimed, by: None };
    // our answer is a word until something is verified beside it, and the vendor's papers do not prove it
    let is_theirs = !matches!(effective, EffectiveAnswer::Ours(_)) && whose.contains(&EvidenceOrigin::Vendor);
    let given = subject.answers.answers[question].as_ref().filter(|_| is_theirs);
    for &at in given.map_or(&[][..], |given| &given.evidence) {
        let worth = papers.for_question(subject, question, at);
        improve(subject, &mut best, worth.state.proves(Assurance::Documented), BackedBy::Vendor(at));
    }
    let observation = subject.review.and_then(|review| review.observation(question));
    let observation = observation
        .filter(|observation| whose.contains(&EvidenceOrigin::Ours) && saw_this_answer(subject, question, observation));
    for (at, item) in observation.iter().flat_map(|observation| observation.verified.with_ids()) {
        let worth = verified_for(subject, question, item);
        improve(subject, &mut best, worth.state.proves(Assurance::Verified), BackedBy::Ours(at));
    }
    best
}

/// What we verified of an answer that the vendor has bettered since: it is credited as verified still, so that nobody
/// gains by hiding an improvement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptProof<'a> {
    /// The answer that we verified, and what it is worth.
    pub before: Bettered<'a>,
    /// By what.
    pub by: SeenId,
}

impl KeptProof<'_> {
    /// Whether it counts for more than a better answer, worth so much and credited with so many per cent by itself; at
    /// equal credit what we verified is named.
    pub fn counts(&self, worth: &Exact, credit: u8) -> bool {
        &self.before.worth * 100 >= worth * credit
    }
}

/// What is kept of what we verified before the vendor bettered its answer, while that is current.
///
/// # Errors
/// An answer does not fit its question.
pub fn kept<'a>(subject: &Subject<'a>, question: QuestionId) -> Result<Option<KeptProof<'a>>, Broken> {
    let Some(before) = bettered(subject, question)? else { return Ok(None) };
    let observation = subject.review.and_then(|review| review.observation(question));
    let seen = observation.into_iter().flat_map(|observation| observation.verified.with_ids());
    let mut current = seen.filter(|(_, item)| verified_alone(subject, item).state.is_current());
    Ok(current.next().map(|(by, _)| KeptProof { before, by }))
}

/// Whether what our review saw is what the vendor says now, or the vendor came round to our answer.
pub fn saw_this_answer(subject: &Subject<'_>, question: QuestionId, observation: &Observation) -> bool {
    let given = subject.answers.answer(question);
    observation.overruled.as_ref() == Some(given) || observation.saw.as_ref().is_none_or(|saw| saw == given)
}

/// The last day on which something that we verified is current: what it says itself, else the months of its kind after
/// it was seen, else those of the policy; `None` where its kind never ages.
fn verified_until(subject: &Subject<'_>, item: &Evidence) -> Option<Date> {
    let seen = item.issued.or_else(|| subject.review.map(|review| review.reviewed));
    let months = match item.kind.and_then(|kind| subject.questionnaire.evidence[kind].valid_months) {
        Some(Validity::Never) => None,
        Some(Validity::Months(months)) => Some(months),
        None => Some(subject.policy.verified_months),
    };
    item.valid_until.or_else(|| Some(seen?.plus_months(months?)))
}

/// What something that we verified is worth by itself.
pub fn verified_alone(subject: &Subject<'_>, evidence: &Evidence) -> Worth {
    let until = verified_until(subject, evidence);
    let is_later = evidence.issued.is_some_and(|issued| issued > subject.as_of);
    let state = if is_later { EvidenceState::Later } else { EvidenceState::by_age(until, subject.as_of) };
    Worth { until, state }
}

/// What something that we verified is worth for the answer to a question: nothing for another answer than the one that
/// we saw, unless that is better.
pub fn verified_for(subject: &Subject<'_>, question: QuestionId, evidence: &Evidence) -> Worth {
    let worth = verified_alone(subject, evidence);
    let observation = subject.review.and_then(|review| review.observation(question));
    let is_of_other = observation.is_some_and(|observation| {
        !saw_this_answer(subject, question, observation) && !matches!(bettered(subject, question), Ok(Some(_)))
    });
    match is_of_other {
        true => Worth { state: EvidenceState::OtherAnswer, ..worth },
        false => worth,
    }
}

/// The larger credit wins, and at equal credit the higher level.
fn improve(subject: &Subject<'_>, best: &mut Backing, assurance: Option<Assurance>, by: BackedBy) {
    let Some(assurance) = assurance else { return };
    let worth = |assurance: Assurance| (subject.policy.credit(assurance), assurance);
    if worth(assurance) > worth(best.assurance) {
        *best = Backing { assurance, by: Some(by) };
    }
}
