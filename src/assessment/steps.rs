//! What leads to a better rating, in the order in which one would go about it: documents, answers, checks of our own,
//! changes; each with who must act. The set is that of [`super::remediation`]; here it is only sorted.

use std::collections::HashSet;

use super::effective::EffectiveAnswer;
use super::evidence::unchecked_document;
use super::flag::{Flag, FlagState};
use super::insight;
use super::model::Assessment;
use super::remediation::{Remediation, RemediationKind};
use super::requests::{DocumentRequest, requests_for};
use super::waiting::{self, WaitsFor};
use crate::questionnaire::ids::{EvidenceId, FactorId, QuestionId};

/// What leads to a better rating. Every remediation stands in exactly one of the lists, but for a question that is
/// answered already: if it is not known whether it is asked, what decides that stands in its place.
#[derive(Clone, Debug, Default)]
pub struct NextSteps<'s> {
    /// Documents that the vendor sends, each once.
    pub documents: Vec<DocumentRequest>,
    /// Questions that the vendor answers, the most urgent first.
    pub answers: Vec<QuestionId>,
    /// Factors of the inherent risk that we state.
    pub factors: Vec<FactorId>,
    /// Questions of which we accept that they do not apply, or have them answered.
    pub approvals: Vec<QuestionId>,
    /// Documents of the vendor that we verify, with the answers that they prove.
    pub checks: Vec<(EvidenceId, Vec<QuestionId>)>,
    /// Answers of ours that we verify.
    pub own: Vec<QuestionId>,
    /// Flags whose cause the vendor removes.
    pub raised: Vec<&'s Flag>,
    /// Questions where the vendor changes what is in place.
    pub changes: Vec<&'s Remediation>,
}

/// The steps to remove some flags and to make some remediations.
pub fn steps<'s>(assessment: &Assessment<'_>, flags: &[&'s Flag], remediations: &'s [Remediation]) -> NextSteps<'s> {
    let mut sorting = Sorting { steps: NextSteps::default(), seen: HashSet::new(), to_prove: HashSet::new() };
    flags.iter().for_each(|flag| sorting.rule_out(assessment, flag));
    remediations.iter().for_each(|remediation| sorting.make(assessment, remediation));
    let Sorting { mut steps, mut seen, to_prove } = sorting;
    steps.documents = requests_for(assessment, |at| to_prove.contains(&at));
    let asked_for: HashSet<QuestionId> =
        steps.documents.iter().flat_map(|document| document.questions.iter().copied()).collect();
    let others = assessment.questions.ids().filter(|at| to_prove.contains(at) && !asked_for.contains(at));
    for at in others {
        // what no document of the vendor proves: our own answers, and answers that contradict one another
        match assessment.questions[at].effective {
            EffectiveAnswer::Ours(_) => steps.own.push(at),
            _ => steps.answers.extend(seen.insert(at).then_some(at)),
        }
    }
    steps
}

/// Steps being sorted.
struct Sorting<'s> {
    steps: NextSteps<'s>,
    // The questions that stand among the answers or the approvals already.
    seen: HashSet<QuestionId>,
    // The questions of which only evidence is missing.
    to_prove: HashSet<QuestionId>,
}

impl NextSteps<'_> {
    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.documents.is_empty()
            && self.answers.is_empty()
            && self.factors.is_empty()
            && self.approvals.is_empty()
            && self.checks.is_empty()
            && self.own.is_empty()
            && self.raised.is_empty()
            && self.changes.is_empty()
    }
}

impl<'s> Sorting<'s> {
    /// What removes a flag: of one that is still open, what it waits for.
    fn rule_out(&mut self, assessment: &Assessment<'_>, flag: &'s Flag) {
        let factors = waiting::factors_to_state(assessment, flag);
        if flag.state == FlagState::Triggered || (flag.cause.is_empty() && factors.is_empty()) {
            self.steps.raised.push(flag);
            return;
        }
        for factor in factors {
            if !self.steps.factors.contains(&factor) {
                self.steps.factors.push(factor);
            }
        }
        for at in &flag.cause {
            match waiting::waits_for(assessment, flag, *at) {
                WaitsFor::Evidence => {
                    self.to_prove.insert(*at);
                }
                WaitsFor::Approval => self.approve(*at),
                WaitsFor::Gates => self.open_gates(assessment, *at),
                WaitsFor::Answer(_) | WaitsFor::AnswerOrReason => self.answer(*at),
            }
        }
    }

    /// Puts a remediation where it belongs.
    fn make(&mut self, assessment: &Assessment<'_>, remediation: &'s Remediation) {
        let at = remediation.question;
        match insight::kind(assessment, remediation) {
            RemediationKind::EvidenceMissing => {
                self.to_prove.insert(at);
            }
            RemediationKind::CheckMissing => self.check(assessment, at),
            RemediationKind::MustChange | RemediationKind::CouldBeBetter => self.steps.changes.push(remediation),
            RemediationKind::AnswerMissing => self.open_gates(assessment, at),
            RemediationKind::ApprovalMissing => self.approve(at),
        }
    }

    /// What decides whether a question is asked, and the question, unless it is answered and waits for nothing else.
    fn open_gates(&mut self, assessment: &Assessment<'_>, at: QuestionId) {
        let remediation = assessment.remediations().iter().find(|remediation| remediation.question == at);
        let gates = remediation.map(|remediation| remediation.needs.as_slice()).unwrap_or_default();
        gates.iter().for_each(|gate| match insight::may_be_accepted(assessment, *gate) {
            true => self.approve(*gate),
            false => self.answer(*gate),
        });
        let effective = assessment.questions[at].effective;
        let is_answered = !matches!(effective, EffectiveAnswer::Unanswered | EffectiveAnswer::NaPending(_));
        if gates.is_empty() || !is_answered {
            self.answer(at);
        }
    }

    fn answer(&mut self, at: QuestionId) {
        self.steps.answers.extend(self.seen.insert(at).then_some(at));
    }

    fn approve(&mut self, at: QuestionId) {
        self.steps.approvals.extend(self.seen.insert(at).then_some(at));
    }

    /// Notes that we have to verify the document that proves an answer.
    fn check(&mut self, assessment: &Assessment<'_>, at: QuestionId) {
        let Some(document) = unchecked_document(assessment, at) else { return };
        match self.steps.checks.iter_mut().find(|(known, _)| *known == document) {
            Some((_, questions)) => questions.push(at),
            None => self.steps.checks.push((document, vec![at])),
        }
    }
}
