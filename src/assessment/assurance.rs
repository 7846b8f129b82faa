//! How far an answer is proved.

use super::effective::EffectiveAnswer;
use super::subject::Subject;
use super::worth::{Bettered, bettered};
use crate::answers::Evidence;
use crate::policy::Assurance;
use crate::questionnaire::ids::{EvidenceId, QuestionId, SeenId};
use crate::questionnaire::model::Validity;
use crate::review::Observation;
use crate::source::Date;
use crate::words::{Broken, Exact};

/// So many days before its end a document is said to expire soon.
pub const SOON: i32 = 90;

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
    whose: &[EvidenceOrigin],
) -> Backing {
    let mut best = Backing { assurance: Assurance::Claimed, by: None };
    // our answer is a word until something is verified beside it, and the vendor's papers do not prove it
    let is_theirs = !matches!(effective, EffectiveAnswer::Ours(_)) && whose.contains(&EvidenceOrigin::Vendor);
    let given = subject.answers.answers[question].as_ref().filter(|_| is_theirs);
    for &at in given.map_or(&[][..], |given| &given.evidence) {
        let worth = worth_for(subject, question, &subject.answers.evidence[at], EvidenceOrigin::Vendor);
        improve(subject, &mut best, worth.state.proves(Assurance::Documented), BackedBy::Vendor(at));
    }
    let observation = subject.review.and_then(|review| review.observation(question));
    let observation = observation
        .filter(|observation| whose.contains(&EvidenceOrigin::Ours) && saw_this_answer(subject, question, observation));
    for (at, item) in observation.iter().flat_map(|observation| observation.verified.with_ids()) {
        let worth = worth_for(subject, question, item, EvidenceOrigin::Ours);
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
    let mut current = seen.filter(|(_, item)| worth_alone(subject, item, EvidenceOrigin::Ours).state.is_current());
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

/// Whose a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceOrigin {
    /// The vendor showed it.
    Vendor,
    /// We saw it.
    Ours,
}

/// What a document is worth on the day of the judgement. Decided here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceState {
    /// It is current.
    Current,
    /// It is current, but not for long.
    ExpiresSoon,
    /// Its time has run out.
    Expired,
    /// It is dated after the day of the judgement, so it proves nothing yet.
    Later,
    /// Nobody says where it can be found, so it proves nothing.
    NoPlace,
    /// Nobody can tell what time it speaks of, so it proves nothing.
    NoDate,
    /// What we verified is another answer than the one given now, so it proves nothing.
    OtherAnswer,
}

impl EvidenceOrigin {
    /// All documents.
    pub const ALL: [EvidenceOrigin; 2] = [EvidenceOrigin::Vendor, EvidenceOrigin::Ours];
}

impl EvidenceState {
    /// Whether it proves something today, and in full.
    pub fn is_current(self) -> bool {
        matches!(self, EvidenceState::Current | EvidenceState::ExpiresSoon)
    }

    /// How far it proves an answer, if at all, of a document that proves `fresh` while it is current.
    fn proves(self, fresh: Assurance) -> Option<Assurance> {
        match self {
            EvidenceState::Current | EvidenceState::ExpiresSoon => Some(fresh),
            EvidenceState::Expired => Some(Assurance::Expired),
            EvidenceState::Later | EvidenceState::NoPlace | EvidenceState::NoDate | EvidenceState::OtherAnswer => None,
        }
    }
}

/// A document for one answer, or for none: until when it is current, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The last day on which it is current; `None` if it does not age.
    pub until: Option<Date>,
    /// What it is worth on the day of the judgement.
    pub state: EvidenceState,
}

/// What a document is worth by itself: it ages by its own kind.
pub fn worth_alone(subject: &Subject<'_>, evidence: &Evidence, origin: EvidenceOrigin) -> Worth {
    let until = match origin {
        EvidenceOrigin::Vendor => evidence.current_until(subject.questionnaire, &[]),
        EvidenceOrigin::Ours => verified_until(subject, evidence),
    };
    worth_until(subject, evidence, origin, until)
}

/// What a document is worth for the answer to a question: without a kind of its own, what the vendor shows ages as the
/// question asks; what we verified is worth nothing for another answer than the one that we saw, unless that is better.
pub fn worth_for(subject: &Subject<'_>, question: QuestionId, evidence: &Evidence, origin: EvidenceOrigin) -> Worth {
    let asked = &subject.questionnaire.questions[question].evidence;
    let worth = match origin {
        EvidenceOrigin::Vendor => {
            worth_until(subject, evidence, origin, evidence.current_until(subject.questionnaire, asked))
        }
        EvidenceOrigin::Ours => worth_alone(subject, evidence, origin),
    };
    let observation = subject.review.and_then(|review| review.observation(question));
    let is_of_other = observation.is_some_and(|observation| {
        !saw_this_answer(subject, question, observation) && !matches!(bettered(subject, question), Ok(Some(_)))
    });
    match origin {
        EvidenceOrigin::Ours if is_of_other => Worth { state: EvidenceState::OtherAnswer, ..worth },
        _ => worth,
    }
}

fn worth_until(subject: &Subject<'_>, evidence: &Evidence, origin: EvidenceOrigin, until: Option<Date>) -> Worth {
    let is_dated = evidence.issued.is_some() || evidence.valid_until.is_some();
    let day = subject.as_of;
    let state = match until {
        _ if origin == EvidenceOrigin::Vendor && !is_dated => EvidenceState::NoDate,
        _ if origin == EvidenceOrigin::Vendor && !evidence.can_be_checked() => EvidenceState::NoPlace,
        _ if evidence.issued.is_some_and(|issued| issued > day) => EvidenceState::Later,
        Some(until) if until < day => EvidenceState::Expired,
        Some(until) if until <= day.plus_days(SOON) => EvidenceState::ExpiresSoon,
        _ => EvidenceState::Current,
    };
    Worth { until, state }
}

/// The larger credit wins, and at equal credit the higher level.
fn improve(subject: &Subject<'_>, best: &mut Backing, assurance: Option<Assurance>, by: BackedBy) {
    let Some(assurance) = assurance else { return };
    let worth = |assurance: Assurance| (subject.policy.credit(assurance), assurance);
    if worth(assurance) > worth(best.assurance) {
        *best = Backing { assurance, by: Some(by) };
    }
}
