//! How old answers are: what a vendor said long ago may no longer be so.

use super::subject::Subject;
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
