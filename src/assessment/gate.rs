//! What must hold, by the policy and the command line.

use super::age::{OldAnswers, old_answers};
use super::decision::decision;
use super::insight;
use super::model::Assessment;
use super::vendor_turn::{BeyondScreening, beyond_screening};
use crate::policy::model::Gate;
use crate::questionnaire::Level;
use crate::review::Outcome;
use crate::source::Date;
use crate::source::fields::fixed_words;
use crate::words::Exact;

/// A rule that is not met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FailedRule {
    /// The risk is at or above this.
    Rating(Level),
    /// Less is known than this, in percent.
    Coverage(u8),
    /// Red flags are raised or not ruled out: how many.
    RedFlags(usize),
    /// Answers rest on expired proof: how many.
    ExpiredEvidence(usize),
    /// There is no decision on these answers, it is a rejection, or it is due for review.
    Decision,
    /// The answers are older than our rules allow.
    OldAnswers(OldAnswers),
    /// The answers do not say of which day they are: nobody knows how old they are.
    UndatedAnswers,
    /// Another questionnaire was answered than our review says was sent.
    OtherQuestionnaire,
    /// A part of the questions was asked, and more is at stake than our rules allow for that.
    Screening(BeyondScreening),
    /// There is no rating, or none yet.
    NoRating,
    /// The rules were found by their place, and nobody of ours named them.
    UnnamedPolicy,
    /// There is a review, and nobody of ours named it or the policy that says where it lies.
    UnnamedReview,
    /// The questionnaire lies among the vendor's files, and nobody of ours named it.
    UnnamedQuestionnaire,
}

/// A rule that can be set, or that comes with any that is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// On the risk.
    Rating,
    /// On how much is known.
    Coverage,
    /// On red flags.
    RedFlags,
    /// On expired proof.
    ExpiredEvidence,
    /// On the decision.
    Decision,
    /// That the answers are known not to be old.
    Answers,
    /// That what was sent was answered.
    Sent,
    /// That what was asked is enough for what is at stake.
    Screening,
    /// That there is a rating.
    Rated,
    /// That somebody of ours named the rules.
    Policy,
    /// That somebody of ours named the review.
    Review,
    /// That the questions are ours: whoever writes them decides the result.
    Questionnaire,
}

/// Whose hand a gate would be passed by: only rules, a review and questions that somebody of
/// ours named let anything through.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hands {
    /// The rules were only found.
    pub unnamed_policy: bool,
    /// There is a review, and it was only found.
    pub unnamed_review: bool,
    /// The questionnaire lies in the vendor's folder, and nobody of ours named it.
    pub unnamed_questionnaire: bool,
}

/// What came of a gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateOutcome {
    /// The day on which what has run out counts.
    pub as_of: Date,
    /// The rules that are not met.
    pub failed: Vec<FailedRule>,
}

// the keys of the policy's `[gate]`, and what comes with any of them
fixed_words!(Rule {
    Rating: "rating",
    Coverage: "coverage",
    RedFlags: "red_flags",
    ExpiredEvidence: "expired_evidence",
    Decision: "decision",
    Answers: "answers",
    Sent: "sent",
    Screening: "screening",
    Rated: "rated",
    Policy: "policy",
    Review: "review",
    Questionnaire: "questionnaire",
});

impl FailedRule {
    /// Which rule it is.
    pub fn rule(self) -> Rule {
        match self {
            FailedRule::Rating(_) => Rule::Rating,
            FailedRule::Coverage(_) => Rule::Coverage,
            FailedRule::RedFlags(_) => Rule::RedFlags,
            FailedRule::ExpiredEvidence(_) => Rule::ExpiredEvidence,
            FailedRule::Decision => Rule::Decision,
            FailedRule::OldAnswers(_) | FailedRule::UndatedAnswers => Rule::Answers,
            FailedRule::OtherQuestionnaire => Rule::Sent,
            FailedRule::Screening(_) => Rule::Screening,
            FailedRule::NoRating => Rule::Rated,
            FailedRule::UnnamedPolicy => Rule::Policy,
            FailedRule::UnnamedReview => Rule::Review,
            FailedRule::UnnamedQuestionnaire => Rule::Questionnaire,
        }
    }
}

/// The rules that are not met, in the order of the policy; none where nothing must hold. What is not known never meets
/// a rule, and what is not rated meets none.
pub fn failed(assessment: &Assessment<'_>, gate: &Gate, hands: Hands) -> Vec<FailedRule> {
    let mut failed = Vec::new();
    if !gate.is_set() {
        return failed;
    }
    let rating = assessment.rating.as_ref().map(|rating| rating.worst);
    failed.extend(gate.rating.filter(|limit| rating.is_none_or(|rating| rating >= *limit)).map(FailedRule::Rating));
    let short = |least: &u8| {
        let least = Exact::from(*least);
        assessment.coverage().is_none_or(|coverage| coverage < least)
    };
    failed.extend(gate.coverage.filter(short).map(FailedRule::Coverage));
    let flags = assessment.flags.iter().filter(|flag| flag.state.bounds()).count();
    failed.extend((gate.red_flags && flags > 0).then_some(FailedRule::RedFlags(flags)));
    let expired = assessment.questions.iter().filter(|judged| insight::rests_on_expired(judged)).count();
    failed.extend((gate.expired_evidence && expired > 0).then_some(FailedRule::ExpiredEvidence(expired)));
    failed.extend((gate.decision && !is_decided(assessment)).then_some(FailedRule::Decision));
    failed.extend(old_answers(&assessment.subject).map(FailedRule::OldAnswers));
    failed.extend(assessment.subject.answers.answered.is_none().then_some(FailedRule::UndatedAnswers));
    failed.extend(answers_another(assessment).then_some(FailedRule::OtherQuestionnaire));
    failed.extend(beyond_screening(assessment).map(FailedRule::Screening));
    let is_rated = assessment.rating.is_some() && !insight::is_provisional(assessment);
    failed.extend((!is_rated).then_some(FailedRule::NoRating));
    failed.extend(hands.unnamed_policy.then_some(FailedRule::UnnamedPolicy));
    failed.extend(hands.unnamed_review.then_some(FailedRule::UnnamedReview));
    failed.extend(hands.unnamed_questionnaire.then_some(FailedRule::UnnamedQuestionnaire));
    failed
}

/// Whether another questionnaire was answered than our review says was sent.
fn answers_another(assessment: &Assessment<'_>) -> bool {
    let subject = &assessment.subject;
    let answered = [subject.questionnaire.reference().to_string(), subject.answers.questionnaire.to_string()];
    subject.review.is_some_and(|review| review.sent_others(&answered).is_some())
}

fn is_decided(assessment: &Assessment<'_>) -> bool {
    let as_of = assessment.subject.as_of;
    decision(&assessment.subject).is_some_and(|(decision, standing)| {
        decision.outcome != Outcome::Rejected
            && standing.holds()
            && decision.on <= as_of
            && insight::overdue_review(assessment).is_none()
    })
}
