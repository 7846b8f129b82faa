//! The evidence of a judgement, each document once: what it supports, how long it is current, what it proves today.

use std::collections::HashMap;

use num_bigint::BigInt;

use super::assurance::{BackedBy, saw_this_answer};
use super::model::Assessment;
use crate::answers::Evidence;
use crate::policy::Assurance;
use crate::source::Date;

/// So many days before its end a document is said to expire soon.
pub const SOON: i32 = 90;

/// A document and what it does in this judgement.
#[derive(Clone, Debug)]
pub struct RegisteredEvidence<'a> {
    /// The document.
    pub item: &'a Evidence,
    /// Whose it is.
    pub source: EvidenceOrigin,
    /// Places of the questions whose answers cite it, or that we verified with it.
    pub supports: Vec<usize>,
    /// The last day on which it is current; `None` if it does not age. Where that differs from question to question,
    /// the first such day.
    pub until: Option<Date>,
    /// What it is worth on the day of the judgement.
    pub state: EvidenceState,
}

/// Whose document it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceOrigin {
    /// The vendor showed it.
    Vendor,
    /// We saw it.
    Ours,
}

/// What a document is worth on the day of the judgement.
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

impl EvidenceState {
    /// Whether it proves something today, and in full.
    pub fn is_current(self) -> bool {
        matches!(self, EvidenceState::Current | EvidenceState::ExpiresSoon)
    }
}

/// Documents of one kind that would prove answers for which there is no current document.
#[derive(Clone, Debug)]
pub struct MissingEvidence {
    /// Place of the kind in the questionnaire; `None` for answers that no kind is asked for.
    pub kind: Option<usize>,
    /// Places of the questions.
    pub questions: Vec<usize>,
    /// Grains that they would give back once we have checked them.
    pub gain: BigInt,
}

/// A document of the vendor that we have not checked yet.
#[derive(Clone, Debug)]
pub struct UncheckedEvidence<'a> {
    /// The document that proves the answers best.
    pub item: &'a Evidence,
    /// Places of the questions.
    pub questions: Vec<usize>,
    /// Grains that checking it would give back.
    pub gain: BigInt,
}

/// Every document, the vendor's register first, then those it wrote out at an answer, then what we saw.
pub fn register<'a>(assessment: &Assessment<'a>) -> Vec<RegisteredEvidence<'a>> {
    let subject = &assessment.subject;
    let mut entries: Vec<RegisteredEvidence<'a>> = subject
        .answers
        .evidence
        .iter()
        .map(|item| RegisteredEvidence::new(assessment, item, EvidenceOrigin::Vendor))
        .collect();
    for (at, given) in subject.answers.answers.iter().enumerate() {
        let cited = given.iter().flat_map(|given| &given.evidence);
        cited.for_each(|item| support(&mut entries[*item], at, assessment, true));
    }
    let Some(review) = subject.review else { return entries };
    let mut places: HashMap<Facts<'a>, usize> = HashMap::new();
    for (at, observation) in review.answers.iter().enumerate() {
        let Some(observation) = observation else { continue };
        let counts = saw_this_answer(subject, at, observation);
        for item in &observation.verified {
            let place = *places.entry(facts(item)).or_insert_with(|| {
                entries.push(RegisteredEvidence::new(assessment, item, EvidenceOrigin::Ours));
                entries.len() - 1
            });
            support(&mut entries[place], at, assessment, counts);
        }
    }
    entries
}

/// The documents in a state that support an answer which counts.
pub fn supporting<'a>(assessment: &Assessment<'a>, state: EvidenceState) -> Vec<RegisteredEvidence<'a>> {
    let counts = |at: &usize| assessment.questions[*at].backing.is_some();
    let mut entries = register(assessment);
    entries.retain(|entry| entry.state == state && entry.supports.iter().any(counts));
    entries
}

/// The documents of one answer, the vendor's first and then what we saw; each as it stands for this answer.
pub fn evidence_of<'a>(assessment: &Assessment<'a>, question: usize) -> Vec<RegisteredEvidence<'a>> {
    let subject = &assessment.subject;
    let entry = |item: &'a Evidence, source: EvidenceOrigin, counts: bool| {
        let mut entry = RegisteredEvidence::new(assessment, item, source);
        support(&mut entry, question, assessment, counts);
        entry
    };
    let cited = subject.answers.answers[question].iter().flat_map(|given| &given.evidence);
    let theirs = cited.map(|item| entry(&subject.answers.evidence[*item], EvidenceOrigin::Vendor, true));
    let observation = subject.review.and_then(|review| review.observation(question));
    let seen =
        observation.iter().flat_map(|observation| observation.verified.iter().map(move |item| (observation, item)));
    let ours = seen
        .map(|(observation, item)| entry(item, EvidenceOrigin::Ours, saw_this_answer(subject, question, observation)));
    theirs.chain(ours).collect()
}

type Facts<'a> = (&'a str, Option<usize>, Option<Date>, Option<Date>, Option<&'a str>);

/// What makes a document the same: one that was seen for several answers is written down at each of them.
fn facts(item: &Evidence) -> Facts<'_> {
    (&item.title, item.kind, item.issued, item.valid_until, item.location.as_deref())
}

impl<'a> RegisteredEvidence<'a> {
    /// A document before it supports anything: it ages by its own kind.
    fn new(assessment: &Assessment<'_>, item: &'a Evidence, source: EvidenceOrigin) -> RegisteredEvidence<'a> {
        let until = item.current_until(assessment.subject.questionnaire, &[]);
        let mut entry = RegisteredEvidence { item, source, supports: Vec::new(), until, state: EvidenceState::Current };
        entry.state = entry.state_on(assessment.subject.as_of);
        entry
    }

    /// What it is worth on a day.
    fn state_on(&self, day: Date) -> EvidenceState {
        let is_dated = self.item.issued.is_some() || self.item.valid_until.is_some();
        match self.until {
            _ if self.source == EvidenceOrigin::Vendor && !is_dated => EvidenceState::NoDate,
            _ if self.source == EvidenceOrigin::Vendor && !self.item.can_be_checked() => EvidenceState::NoPlace,
            _ if self.item.issued.is_some_and(|issued| issued > day) => EvidenceState::Later,
            Some(until) if until < day => EvidenceState::Expired,
            Some(until) if until <= day.plus_days(SOON) => EvidenceState::ExpiresSoon,
            _ => EvidenceState::Current,
        }
    }

    /// Whether we have verified every answer that it supports.
    pub fn is_verified(&self, assessment: &Assessment<'_>) -> bool {
        let verified = |at: &usize| {
            assessment.questions[*at].backing.is_some_and(|backing| backing.assurance == Assurance::Verified)
        };
        !self.supports.is_empty() && self.supports.iter().all(verified)
    }

    /// Whether its last day follows from our limits and is not its own.
    pub fn is_our_limit(&self) -> bool {
        self.until.is_some() && self.until != self.item.valid_until
    }
}

/// Notes that a document supports an answer, and what follows for its age.
fn support(entry: &mut RegisteredEvidence<'_>, question: usize, assessment: &Assessment<'_>, counts: bool) {
    let subject = &assessment.subject;
    let asked = match entry.source {
        EvidenceOrigin::Vendor => &subject.questionnaire.questions[question].evidence[..],
        EvidenceOrigin::Ours => &[],
    };
    entry.supports.push(question);
    entry.until = entry.until.into_iter().chain(entry.item.current_until(subject.questionnaire, asked)).min();
    entry.state = if counts { entry.state_on(subject.as_of) } else { EvidenceState::OtherAnswer };
}

/// What to ask for: kinds of evidence that would prove good answers, the largest gain first. A question that asks for
/// several kinds stands under the first of them.
pub fn missing_evidence(assessment: &Assessment<'_>) -> Vec<MissingEvidence> {
    let mut all: Vec<MissingEvidence> = Vec::new();
    for remediation in assessment.remediations.iter().filter(|remediation| remediation.evidence_only != BigInt::ZERO) {
        if unchecked_document(assessment, remediation.question).is_some() {
            continue;
        }
        let kind = assessment.subject.questionnaire.questions[remediation.question].evidence.first().copied();
        let place = all.iter().position(|missing| missing.kind == kind).unwrap_or_else(|| {
            all.push(MissingEvidence { kind, questions: Vec::new(), gain: BigInt::ZERO });
            all.len() - 1
        });
        all[place].questions.push(remediation.question);
        all[place].gain += &remediation.evidence_only;
    }
    all.sort_by(|a, b| b.gain.cmp(&a.gain)); // stable: ties keep the order of the remediations
    all
}

/// What is left for us: documents that are current and not checked, the largest gain first.
pub fn unchecked_evidence<'a>(assessment: &Assessment<'a>) -> Vec<UncheckedEvidence<'a>> {
    let mut all: Vec<UncheckedEvidence<'a>> = Vec::new();
    let mut places: HashMap<usize, usize> = HashMap::new();
    for remediation in assessment.remediations.iter().filter(|remediation| remediation.evidence_only != BigInt::ZERO) {
        let Some(document) = unchecked_document(assessment, remediation.question) else { continue };
        let place = *places.entry(document).or_insert_with(|| {
            let item = &assessment.subject.answers.evidence[document];
            all.push(UncheckedEvidence { item, questions: Vec::new(), gain: BigInt::ZERO });
            all.len() - 1
        });
        all[place].questions.push(remediation.question);
        all[place].gain += &remediation.evidence_only;
    }
    all.sort_by(|a, b| b.gain.cmp(&a.gain)); // stable: ties keep the order of the remediations
    all
}

/// The place of the vendor's document that proves an answer on paper, not checked by us.
pub fn unchecked_document(assessment: &Assessment<'_>, question: usize) -> Option<usize> {
    let backing = assessment.questions[question].backing?;
    match backing.by {
        Some(BackedBy::Vendor(at)) if backing.assurance == Assurance::Documented => Some(at),
        _ => None,
    }
}
