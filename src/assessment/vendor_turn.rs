//! What is the vendor's to say: which questions it is asked by its answers so far, and what is unclear about those that
//! it gave. Worked out from the [`Assessment`] when somebody asks, as [`super::insight`] does.

use super::effective::{EffectiveAnswer, NaPending, overruling};
use super::flag::FlagState;
use super::inherent::InherentRisk;
use super::insight;
use super::model::Assessment;
use super::scope::{Scope, Status};
use super::truth::Truth;
use crate::answers::Answer;
use crate::policy::Policy;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, QuestionId};

/// For every question whether it is asked by the answers so far. One whose gate is still open is not; one that only
/// depends on what is at stake is.
pub fn asked(assessment: &Assessment<'_>) -> ById<QuestionId, bool> {
    let effective = assessment.questions.map(|_, judged| judged.effective);
    let scope = Scope::decide(&assessment.subject, &effective);
    effective.map(|at, _| match scope.asked(at) {
        _ if !scope.is_sent(at) => false,
        Truth::True => true,
        Truth::False => false,
        Truth::Unknown => scope.gates(at).is_empty(),
    })
}

/// Whether a question is asked by the answers so far, see [`asked`].
pub fn is_asked(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    asked(assessment)[question]
}

/// What a vendor that was sent a part of the questions, such as the short form, was not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screening {
    /// How many questions were asked.
    pub asked: usize,
    /// How many were not, and so leave the score.
    pub left: usize,
    /// How many flags are not ruled out only because of that.
    pub flags_left: usize,
}

/// What the vendor was not asked; `None` where it was asked everything.
pub fn screening(assessment: &Assessment<'_>) -> Option<Screening> {
    let left = insight::questions_with(assessment, Status::NotAsked).len();
    let flags_left = assessment.flags.iter().filter(|flag| flag.state == FlagState::NotAsked).count();
    (left > 0).then(|| Screening { asked: assessment.questions.len() - left, left, flags_left })
}

/// More may be at stake than our rules allow for a part of the questions, such as the short form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeyondScreening {
    /// What our rules allow it up to.
    pub up_to: Level,
    /// What is at stake, at most.
    pub at_stake: Level,
    /// Whether only something that our review does not state might bring it there.
    pub is_possible_only: bool,
}

impl BeyondScreening {
    /// That our rules ask for all questions where so much is at stake; `None` where a part of them is enough.
    pub fn of(policy: &Policy, inherent: &InherentRisk) -> Option<BeyondScreening> {
        let InherentRisk { lowest, highest, .. } = *inherent;
        let up_to = policy.screening_up_to.filter(|up_to| highest > *up_to)?;
        Some(BeyondScreening { up_to, at_stake: highest, is_possible_only: lowest <= up_to })
    }
}

/// That the vendor was asked a part of the questions only and our rules ask for all of them; `None` where they do not.
/// What was asked is known from our review alone, so nothing that a vendor writes changes this.
pub fn beyond_screening(assessment: &Assessment<'_>) -> Option<BeyondScreening> {
    screening(assessment).and(BeyondScreening::of(assessment.subject.policy, &assessment.inherent_risk))
}

/// Whether a question is open and was not answered. What was, and does not count, is asked about otherwise, see
/// [`doubt`].
pub fn is_unanswered(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    insight::is_open(assessment, question)
        && assessment.questions[question].effective == EffectiveAnswer::Unanswered
        && !is_without_effect(assessment, question)
}

/// Whether the vendor gave an answer that does not count: a day to come, or a claim that we could not confirm.
fn is_without_effect(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    let given = assessment.subject.answers.answer(question);
    assessment.questions[question].effective == EffectiveAnswer::Unanswered && matches!(given, Answer::Given(_))
}

/// What is unclear about an answer of the vendor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// It is said not to apply, without a reason.
    NoReason,
    /// It is said not to apply, and we do not agree.
    NotAgreed,
    /// We saw something else, which counts instead.
    Differs,
    /// We could not confirm it, and it does not count.
    Withdrawn,
    /// It is a day that has not come yet, and does not count.
    YetToCome,
}

/// What is unclear about an answer of the vendor; `None` where nothing is, where it is for us to say something, and
/// where it counts nothing.
pub fn doubt(assessment: &Assessment<'_>, question: QuestionId) -> Option<Doubt> {
    let judged = &assessment.questions[question];
    let is_overruled = overruling(&assessment.subject, question).is_some();
    match (judged.status, judged.effective) {
        (Status::NotAsked | Status::OutOfScope | Status::Info, _) => None,
        (Status::NaPending, EffectiveAnswer::NaPending(why)) => match why {
            NaPending::AwaitsApproval => None,
            NaPending::NoReason => Some(Doubt::NoReason),
            NaPending::Refused | NaPending::Forbidden => Some(Doubt::NotAgreed),
        },
        (_, EffectiveAnswer::Ours(_)) => Some(Doubt::Differs),
        _ if is_without_effect(assessment, question) && is_overruled => Some(Doubt::Withdrawn),
        _ if is_without_effect(assessment, question) => Some(Doubt::YetToCome),
        _ => None,
    }
}
