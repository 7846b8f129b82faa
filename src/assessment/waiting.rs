//! Why a question has no answer that counts, and what a flag that is still open waits for. Worked out from the
//! [`Assessment`] when somebody asks, as [`super::insight`] does.

use super::effective::{EffectiveAnswer, NaPending, overruling};
use super::flag::Flag;
use super::insight::{self, Open};
use super::model::Assessment;
use crate::answers::Answer;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{FactorId, QuestionId};

/// Why a question has no answer that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoAnswer {
    /// The vendor says nothing.
    Silent,
    /// The vendor says that it does not know.
    NotKnown,
    /// A form proposes an answer, and nobody of the vendor has confirmed it.
    Proposed,
    /// We do not count what the vendor says until it is shown.
    Withdrawn,
    /// It is a day that has not come yet.
    YetToCome,
}

/// Why a question has no answer that counts; `None` where it has one, or is said not to apply.
pub fn no_answer(assessment: &Assessment<'_>, question: QuestionId) -> Option<NoAnswer> {
    let subject = &assessment.subject;
    if assessment.questions[question].effective != EffectiveAnswer::Unanswered {
        return None;
    }
    let given = subject.answers.answers[question].as_ref();
    Some(match given {
        Some(given) if given.answer != Answer::Unknown => match overruling(subject, question) {
            Some(_) => NoAnswer::Withdrawn,
            None => NoAnswer::YetToCome,
        },
        Some(given) if given.not_known => NoAnswer::NotKnown,
        Some(given) if given.proposed.is_some() => NoAnswer::Proposed,
        _ => NoAnswer::Silent,
    })
}

/// What a question must come to before a flag is ruled out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum WaitsFor {
    /// An answer that counts.
    Answer(NoAnswer),
    /// An answer, or a reason that holds: it is said not to apply, which has no effect.
    AnswerOrReason,
    /// The answers that decide whether it is asked.
    Gates,
    /// Evidence: the answer is good, and the policy asks for more than a word.
    Evidence,
    /// Our approval: the vendor says, with a reason, that it does not apply.
    Approval,
}

/// What a question that keeps a flag open must come to.
pub fn waits_for(assessment: &Assessment<'_>, flag: &Flag, question: QuestionId) -> WaitsFor {
    let open = insight::open(assessment, question);
    if is_to_be_proved(assessment, flag, question) {
        return WaitsFor::Evidence;
    }
    if insight::may_be_accepted(assessment, question) {
        return WaitsFor::Approval;
    }
    match (open, no_answer(assessment, question)) {
        (Some(Open::NaPending(NaPending::Forbidden | NaPending::Refused | NaPending::NoReason)), _) => {
            WaitsFor::AnswerOrReason
        }
        (Some(Open::ScopeUnknown), _) | (_, None) => WaitsFor::Gates,
        (_, Some(why)) => WaitsFor::Answer(why),
    }
}

/// Whether a question that keeps a flag open is answered well, and only proof is missing.
pub fn is_to_be_proved(assessment: &Assessment<'_>, flag: &Flag, question: QuestionId) -> bool {
    flag.awaits_proof() && assessment.questions[question].effective.value().is_some()
}

/// The factors of the inherent risk that our review must state before an open flag is ruled out; none where a question
/// keeps it open.
pub fn factors_to_state(assessment: &Assessment<'_>, flag: &Flag) -> Vec<FactorId> {
    let FlagRef::Flag(at) = flag.flag else { return Vec::new() };
    if !flag.cause.is_empty() {
        return Vec::new();
    }
    let missing = &assessment.inherent_risk.missing;
    let mut factors = assessment.subject.questionnaire.flags[at].when.factors();
    factors.retain(|factor| missing.contains(factor));
    factors.sort_unstable();
    factors.dedup();
    factors
}
