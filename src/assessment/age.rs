//! How old answers are: what a vendor said long ago may no longer be so.

use super::subject::Subject;
use crate::review::Review;
use crate::source::Date;

/// Answers that are older than our rules allow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OldAnswers {
    /// The day of the answers.
    pub of: Date,
    /// They are older than so many months.
    pub months: u32,
}

/// Whether the answers are old: older than the policy's months on the day of the judgement. Nobody knows it of those
/// that do not say their day.
pub fn old_answers(subject: &Subject<'_>) -> Option<OldAnswers> {
    let (of, months) = (subject.answers.answered?, subject.policy.answers_months);
    (of.plus_months(months) < subject.as_of).then_some(OldAnswers { of, months })
}

/// The day on which answers were news: theirs, or that of our review if it is later, as a review of a later day would
/// not count. One of a day that has not come yet is passed over.
pub fn own_day(answered: Date, review: Option<&Review>, today: Date) -> Date {
    let reviewed = review.map(|review| review.reviewed).filter(|day| *day <= today);
    reviewed.map_or(answered, |reviewed| reviewed.max(answered))
}
