//! When to look at a vendor again: the day that was agreed with the decision, or the one that follows from our rules.

use super::model::Assessment;
use crate::review::Outcome;
use crate::source::Date;

/// The day of the next review.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct NextReview {
    /// The last day on which the review is in time.
    pub day: Date,
    /// Whether the decision names none, and it follows from the policy's `[review_months]`.
    pub is_computed: bool,
}

/// When to look again: on the day that the decision on file names; else, where the policy says how often, so many
/// months after it, by the most that is at stake. Of a vendor that is not used no day follows.
pub fn next_review(assessment: &Assessment<'_>) -> Option<NextReview> {
    let subject = &assessment.subject;
    let decision = subject.review?.decision.as_ref()?;
    if let Some(day) = decision.next_review {
        return Some(NextReview { day, is_computed: false });
    }
    let months = subject.policy.review_months[assessment.inherent_risk.highest.index()];
    let months = months.filter(|_| decision.outcome != Outcome::Rejected)?;
    Some(NextReview { day: decision.on.plus_months(months), is_computed: true })
}

impl NextReview {
    /// Whether its day has passed.
    pub fn is_overdue(self, as_of: Date) -> bool {
        self.day < as_of
    }
}
