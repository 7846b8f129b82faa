//! Which answer counts: the vendor's, or ours where we overruled it.

use super::subject::Subject;
use crate::answers::{Answer, Value};
use crate::questionnaire::Form;
use crate::questionnaire::form::Counting;
use crate::questionnaire::model::NotApplicable;
use crate::review::{Finding, NaVerdict};

/// The answer in force.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InForce<'a> {
    /// Not answered, withdrawn by us, or a date that has not come yet.
    Unanswered,
    /// Answered by the vendor.
    Vendor(&'a Value),
    /// Answered by us instead.
    Ours(&'a Value),
    /// Not applicable, without effect yet: no reason, not allowed, refused, or waiting for our approval.
    NaPending,
    /// Not applicable, with a reason, within the policy's cap.
    Na,
    /// Not applicable, accepted by us.
    NaApproved,
}

impl<'a> InForce<'a> {
    /// The value, whoever gave it.
    pub fn value(self) -> Option<&'a Value> {
        match self {
            InForce::Vendor(value) | InForce::Ours(value) => Some(value),
            _ => None,
        }
    }
}

/// The answer in force to a question.
pub fn in_force<'a>(subject: &Subject<'a>, question: usize) -> InForce<'a> {
    let finding = subject.review.and_then(|review| review.finding(question));
    let ours = finding.and_then(|finding| finding.overruled.as_ref());
    match ours.unwrap_or(subject.answers.answer(question)) {
        Answer::Unknown => InForce::Unanswered,
        Answer::NotApplicable => not_applicable(subject, question, finding),
        Answer::Given(value) if is_yet_to_come(subject, question, value) => InForce::Unanswered,
        Answer::Given(value) if ours.is_some() => InForce::Ours(value),
        Answer::Given(value) => InForce::Vendor(value),
    }
}

fn not_applicable<'a>(subject: &Subject<'a>, question: usize, finding: Option<&Finding>) -> InForce<'a> {
    let permission = subject.questionnaire.questions[question].not_applicable;
    let verdict = finding.and_then(|finding| finding.not_applicable);
    match (permission, verdict) {
        (NotApplicable::Forbidden, _) | (_, Some(NaVerdict::Refused)) => InForce::NaPending,
        (_, Some(NaVerdict::Accepted)) => InForce::NaApproved,
        (NotApplicable::Allowed, None) if subject.answers.comment(question).is_some() => InForce::Na,
        _ => InForce::NaPending,
    }
}

/// Something that is said to have happened cannot lie after the day of the judgement.
pub(super) fn is_yet_to_come(subject: &Subject<'_>, question: usize, value: &Value) -> bool {
    match (&subject.questionnaire.questions[question].form, value) {
        (Form::Date(form), Value::Date(date)) => form.counts == Counting::DaysSince && *date > subject.as_of,
        _ => false,
    }
}
