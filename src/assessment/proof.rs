//! How far an answer is proved.

use super::in_force::InForce;
use super::subject::Subject;
use crate::answers::Item;
use crate::policy::Proof;
use crate::review::Finding;

/// How far an answer is proved, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proven {
    /// How far.
    pub proof: Proof,
    /// The document that proves it best.
    pub by: Option<ProvenBy>,
}

/// A document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProvenBy {
    /// Place of the vendor's document.
    Vendor(usize),
    /// Place of what we saw, in our finding about the question.
    Ours(usize),
}

/// How far the answer in force to a question is proved: the best of the vendor's word and all documents.
pub fn proven(subject: &Subject<'_>, question: usize, in_force: InForce<'_>) -> Proven {
    let mut best = Proven { proof: Proof::Claimed, by: None };
    if let InForce::Ours(_) = in_force {
        return Proven { proof: Proof::Verified, by: None }; // our own finding does not age
    }
    let given = subject.answers.answers[question].as_ref();
    let asked = &subject.questionnaire.questions[question].evidence;
    for &at in given.map_or(&[][..], |given| &given.evidence) {
        let item = &subject.answers.items[at];
        let proof = item.can_be_checked().then(|| aged(subject, item, asked, Proof::Documented)).flatten();
        improve(subject, &mut best, proof, ProvenBy::Vendor(at));
    }
    let finding = subject.review.and_then(|review| review.finding(question));
    if let Some(finding) = finding.filter(|finding| saw_this_answer(subject, question, finding)) {
        for (at, item) in finding.verified.iter().enumerate() {
            improve(subject, &mut best, aged(subject, item, &[], Proof::Verified), ProvenBy::Ours(at));
        }
    }
    best
}

/// Whether what was verified is the answer that the vendor gives now.
pub fn saw_this_answer(subject: &Subject<'_>, question: usize, finding: &Finding) -> bool {
    finding.saw.as_ref().is_none_or(|saw| saw == subject.answers.answer(question))
}

/// What a document proves on the day of the judgement: nothing if it is dated later, little if it has expired.
fn aged(subject: &Subject<'_>, item: &Item, asked: &[usize], fresh: Proof) -> Option<Proof> {
    if item.issued.is_some_and(|issued| issued > subject.as_of) {
        return None;
    }
    let expired = item.current_until(subject.questionnaire, asked).is_some_and(|until| until < subject.as_of);
    Some(if expired { Proof::Expired } else { fresh })
}

/// The larger credit wins, and at equal credit the higher level.
fn improve(subject: &Subject<'_>, best: &mut Proven, proof: Option<Proof>, by: ProvenBy) {
    let Some(proof) = proof else { return };
    let worth = |proof: Proof| (subject.policy.credit(proof), proof);
    if worth(proof) > worth(best.proof) {
        *best = Proven { proof, by: Some(by) };
    }
}
