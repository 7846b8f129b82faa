//! The evidence of a judgement, each document once: what it supports, how long it is current, what it proves today.

use std::collections::HashMap;

use super::assurance::{BackedBy, verified_alone, verified_for};
use super::model::Assessment;
use super::paper::{EvidenceOrigin, EvidenceState, Worth};
use crate::answers::{Evidence, Few};
use crate::policy::Assurance;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{EvidenceId, KindId, QuestionId};
use crate::source::{Date, Fingerprint};
use crate::words::Exact;

/// A document and what it does in this judgement.
#[derive(Clone, Debug)]
pub struct RegisteredEvidence<'a> {
    /// The document.
    pub item: &'a Evidence,
    /// Whose it is.
    pub source: EvidenceOrigin,
    /// The answers that cite it, or that we verified with it.
    pub supports: Few<Support>,
    /// The last day on which it is current; `None` if it does not age. Where that differs from answer to answer, the
    /// first such day.
    pub until: Option<Date>,
    /// What it is worth on the day of the judgement. Where that differs from answer to answer, it has expired if it has
    /// for any; see [`RegisteredEvidence::by_state`].
    pub state: EvidenceState,
}

/// What a document is worth for one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Support {
    /// The question.
    pub question: QuestionId,
    /// What it is worth for the answer.
    pub worth: Worth,
}

/// A document of the vendor that we have not checked yet.
#[derive(Clone, Debug)]
pub struct UncheckedEvidence<'a> {
    /// The document that proves the answers best.
    pub item: &'a Evidence,
    /// The questions.
    pub questions: Vec<QuestionId>,
    /// Grains that checking it would give back.
    pub gain: Exact,
}

/// Every document, the vendor's register first, then those it wrote out at an answer, then what we saw.
pub fn register<'a>(assessment: &Assessment<'a>) -> Vec<RegisteredEvidence<'a>> {
    let subject = &assessment.subject;
    let answers = subject.answers;
    let papers = &assessment.papers;
    let mut theirs = answers.evidence.map(|at, item| RegisteredEvidence::theirs(item, papers.alone(at)));
    for (at, given) in answers.answers.with_ids() {
        let cited = given.iter().flat_map(|given| &given.evidence);
        cited.for_each(|item| theirs[*item].support(at, papers.for_question(subject, at, *item)));
    }
    let mut entries: Vec<RegisteredEvidence<'a>> = theirs.into_iter().collect();
    let mut known: HashMap<Facts<'a>, usize> = HashMap::new();
    for (at, observation) in subject.review.iter().flat_map(|review| review.answers.with_ids()) {
        for item in observation.iter().flat_map(|observation| &observation.verified) {
            let entry = *known.entry(facts(item)).or_insert_with(|| {
                entries.push(RegisteredEvidence::ours(item, verified_alone(subject, item)));
                entries.len() - 1
            });
            entries[entry].support(at, verified_for(subject, at, item));
        }
    }
    entries.iter_mut().for_each(RegisteredEvidence::settle);
    entries
}

/// The documents of the register that are in a state for an answer which counts, each with the last day on which it is
/// current.
pub fn supporting<'a>(
    assessment: &Assessment<'a>,
    register: &[RegisteredEvidence<'a>],
    state: EvidenceState,
) -> Vec<(Option<Date>, &'a Evidence)> {
    let counts = |support: &&Support| assessment.questions[support.question].backing.is_some();
    let first = |entry: &RegisteredEvidence<'a>| {
        let supports = entry.supports.iter().filter(|support| support.worth.state == state).filter(counts);
        Some((supports.map(|support| support.worth.until).min()?, entry.item))
    };
    register.iter().filter_map(first).collect()
}

/// The documents of one answer, the vendor's first and then what we saw; each as it stands for this answer.
pub fn evidence_of<'a>(assessment: &Assessment<'a>, question: QuestionId) -> Vec<RegisteredEvidence<'a>> {
    let subject = &assessment.subject;
    let cited = subject.answers.answers[question].iter().flat_map(|given| &given.evidence);
    let theirs = cited.map(|at| {
        let entry = RegisteredEvidence::theirs(&subject.answers.evidence[*at], assessment.papers.alone(*at));
        (entry, assessment.papers.for_question(subject, question, *at))
    });
    let observation = subject.review.and_then(|review| review.observation(question));
    let seen = observation.into_iter().flat_map(|observation| &observation.verified);
    let ours = seen.map(|item| {
        let entry = RegisteredEvidence::ours(item, verified_alone(subject, item));
        (entry, verified_for(subject, question, item))
    });
    let entry = |(mut entry, worth): (RegisteredEvidence<'a>, Worth)| {
        entry.support(question, worth);
        entry.settle();
        entry
    };
    theirs.chain(ours).map(entry).collect()
}

type Facts<'a> = (&'a str, Option<KindId>, Option<Date>, Option<Date>, Option<&'a str>);

/// What makes a document the same: one that was seen for several answers is written down at each of them.
fn facts(item: &Evidence) -> Facts<'_> {
    (&item.title, item.kind, item.issued, item.valid_until, item.location.as_deref())
}

impl<'a> RegisteredEvidence<'a> {
    /// A document of the vendor before it supports anything.
    fn theirs(item: &'a Evidence, Worth { until, state }: Worth) -> RegisteredEvidence<'a> {
        RegisteredEvidence { item, source: EvidenceOrigin::Vendor, supports: Few::new(), until, state }
    }

    /// What we saw before it supports anything.
    fn ours(item: &'a Evidence, Worth { until, state }: Worth) -> RegisteredEvidence<'a> {
        RegisteredEvidence { item, source: EvidenceOrigin::Ours, supports: Few::new(), until, state }
    }

    /// Notes that it supports an answer.
    fn support(&mut self, question: QuestionId, worth: Worth) {
        self.supports.push(Support { question, worth });
    }

    /// What it is worth for all answers that it supports.
    fn settle(&mut self) {
        if self.supports.is_empty() {
            return; // what it is worth alone
        }
        self.until = self.supports.iter().filter_map(|support| support.worth.until).min();
        let has = |wanted: &EvidenceState| self.supports.iter().any(|support| support.worth.state == *wanted);
        let telling = [EvidenceState::Expired, EvidenceState::ExpiresSoon, EvidenceState::Current];
        let first = self.supports.first().map(|support| support.worth.state);
        self.state = telling.into_iter().find(has).or(first).unwrap_or(self.state);
    }

    /// The questions whose answers it supports.
    pub fn questions(&self) -> Vec<QuestionId> {
        self.supports.iter().map(|support| support.question).collect()
    }

    /// What it is worth, with the questions for which it is that; more than one entry where it differs.
    pub fn by_state(&self) -> Vec<(EvidenceState, Vec<QuestionId>)> {
        self.states().map(|state| (state, self.questions_in(state).collect())).collect()
    }

    /// What it is worth; more than one state where it differs.
    pub fn states(&self) -> impl Iterator<Item = EvidenceState> {
        let mut seen = 0_u32;
        let all = self.supports.iter().map(|support| support.worth.state);
        all.filter(move |state| {
            let before = seen;
            seen |= 1 << (*state as u32);
            seen != before
        })
    }

    /// The questions for which it is worth that.
    pub fn questions_in(&self, state: EvidenceState) -> impl Iterator<Item = QuestionId> {
        self.supports.iter().filter(move |support| support.worth.state == state).map(|support| support.question)
    }

    /// The kinds that are asked for at the answers that it does not support because it is of none of them.
    pub fn kinds_asked(&self, questionnaire: &Questionnaire) -> Vec<KindId> {
        let mut kinds: Vec<KindId> = Vec::new();
        for at in self.questions_in(EvidenceState::OtherKind) {
            let asked = questionnaire.questions[at].evidence.iter().copied();
            asked.for_each(|kind| kinds.extend((!kinds.contains(&kind)).then_some(kind)));
        }
        kinds
    }

    /// Its file, if it is the vendor's and here.
    pub fn file(&self, assessment: &Assessment<'_>) -> Option<Fingerprint> {
        let location = self.item.location.as_deref().filter(|_| self.source == EvidenceOrigin::Vendor);
        assessment.subject.papers.file(location)
    }

    /// Whether we have verified every answer that it supports.
    pub fn is_verified(&self, assessment: &Assessment<'_>) -> bool {
        let verified = |support: &Support| assessment.questions[support.question].is_verified();
        !self.supports.is_empty() && self.supports.iter().all(verified)
    }

    /// Whether its last day follows from our limits and is not its own.
    pub fn is_our_limit(&self) -> bool {
        self.until.is_some() && self.until != self.item.valid_until
    }
}

/// What is left for us: documents that are current and not checked, the largest gain first.
pub fn unchecked_evidence<'a>(assessment: &Assessment<'a>) -> Vec<UncheckedEvidence<'a>> {
    let mut all: Vec<UncheckedEvidence<'a>> = Vec::new();
    let mut rows: HashMap<EvidenceId, usize> = HashMap::new();
    for remediation in assessment.remediations().iter().filter(|remediation| remediation.evidence_only != Exact::ZERO) {
        let Some(document) = unchecked_document(assessment, remediation.question) else { continue };
        let row = *rows.entry(document).or_insert_with(|| {
            let item = &assessment.subject.answers.evidence[document];
            all.push(UncheckedEvidence { item, questions: Vec::new(), gain: Exact::ZERO });
            all.len() - 1
        });
        all[row].questions.push(remediation.question);
        all[row].gain += &remediation.evidence_only;
    }
    all.sort_by(|a, b| b.gain.cmp(&a.gain)); // stable: ties keep the order of the remediations
    all
}

/// The vendor's document that proves an answer on paper, not checked by us.
pub fn unchecked_document(assessment: &Assessment<'_>, question: QuestionId) -> Option<EvidenceId> {
    let backing = assessment.questions[question].own_backing()?;
    match backing.by {
        Some(BackedBy::Vendor(at)) if backing.assurance == Assurance::Documented => Some(at),
        _ => None,
    }
}
