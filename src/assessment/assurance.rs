//! How far an answer is proved.

use super::effective::EffectiveAnswer;
use super::subject::Subject;
use crate::answers::Evidence;
use crate::policy::Assurance;
use crate::review::Observation;

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
    /// Place of the vendor's document.
    Vendor(usize),
    /// Place of what we saw, in our observation about the question.
    Ours(usize),
}

/// How far the answer in force to a question is proved: the best of the vendor's word and all documents.
pub fn backing(subject: &Subject<'_>, question: usize, effective: EffectiveAnswer<'_>) -> Backing {
    let mut best = Backing { assurance: Assurance::Claimed, by: None };
    if let EffectiveAnswer::Ours(_) = effective {
        return Backing { assurance: Assurance::Verified, by: None }; // our own finding does not age
    }
    let given = subject.answers.answers[question].as_ref();
    let asked = &subject.questionnaire.questions[question].evidence;
    for &at in given.map_or(&[][..], |given| &given.evidence) {
        let item = &subject.answers.evidence[at];
        let assurance = item.can_be_checked().then(|| aged(subject, item, asked, Assurance::Documented)).flatten();
        improve(subject, &mut best, assurance, BackedBy::Vendor(at));
    }
    let observation = subject.review.and_then(|review| review.observation(question));
    if let Some(observation) = observation.filter(|observation| saw_this_answer(subject, question, observation)) {
        for (at, item) in observation.verified.iter().enumerate() {
            improve(subject, &mut best, aged(subject, item, &[], Assurance::Verified), BackedBy::Ours(at));
        }
    }
    best
}

/// Whether what was verified is the answer that the vendor gives now.
pub fn saw_this_answer(subject: &Subject<'_>, question: usize, observation: &Observation) -> bool {
    observation.saw.as_ref().is_none_or(|saw| saw == subject.answers.answer(question))
}

/// What a document proves on the day of the judgement: nothing if it is dated later, little if it has expired.
fn aged(subject: &Subject<'_>, item: &Evidence, asked: &[usize], fresh: Assurance) -> Option<Assurance> {
    if item.issued.is_some_and(|issued| issued > subject.as_of) {
        return None;
    }
    let expired = item.current_until(subject.questionnaire, asked).is_some_and(|until| until < subject.as_of);
    Some(if expired { Assurance::Expired } else { fresh })
}

/// The larger credit wins, and at equal credit the higher level.
fn improve(subject: &Subject<'_>, best: &mut Backing, assurance: Option<Assurance>, by: BackedBy) {
    let Some(assurance) = assurance else { return };
    let worth = |assurance: Assurance| (subject.policy.credit(assurance), assurance);
    if worth(assurance) > worth(best.assurance) {
        *best = Backing { assurance, by: Some(by) };
    }
}
