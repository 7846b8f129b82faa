//! What must hold, by the policy and the command line.

use super::insight;
use super::model::Assessment;
use crate::policy::model::Gate;
use crate::questionnaire::Level;
use crate::review::Outcome;
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
    /// There is no decision, it is a rejection, or it is due for review.
    Decision,
}

/// A rule that can be set.
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
}

// the keys of the policy's `[gate]`
fixed_words!(Rule {
    Rating: "rating",
    Coverage: "coverage",
    RedFlags: "red_flags",
    ExpiredEvidence: "expired_evidence",
    Decision: "decision",
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
        }
    }
}

/// The rules that are not met, in the order of the policy. What is not known never meets a rule.
pub fn failed(assessment: &Assessment<'_>, gate: &Gate) -> Vec<FailedRule> {
    let mut failed = Vec::new();
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
    failed
}

fn is_decided(assessment: &Assessment<'_>) -> bool {
    let as_of = assessment.subject.as_of;
    let decision = assessment.subject.review.and_then(|review| review.decision.as_ref());
    decision.is_some_and(|decision| {
        decision.outcome != Outcome::Rejected
            && decision.on <= as_of
            && insight::review_overdue_since(assessment).is_none()
    })
}
