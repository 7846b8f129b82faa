//! Which answer counts: the vendor's, or ours where we overruled it.

use super::subject::Subject;
use crate::answers::{Answer, Value};
use crate::questionnaire::Form;
use crate::questionnaire::form::Counting;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::model::NotApplicable;
use crate::review::{NaVerdict, Observation};

/// The effective answer: the one that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EffectiveAnswer<'a> {
    /// Not answered, withdrawn by us, or a date that has not come yet.
    Unanswered,
    /// Answered by the vendor.
    Vendor(&'a Value),
    /// Answered by us instead.
    Ours(&'a Value),
    /// Not applicable, without effect yet, and why.
    NaPending(NaPending),
    /// Not applicable, with a reason, within the policy's cap.
    Na,
    /// Not applicable, accepted by us.
    NaApproved,
}

/// Why a "not applicable" has no effect yet. Decided here and nowhere else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NaPending {
    /// The question must be answered by everybody.
    Forbidden,
    /// Our review says that it applies.
    Refused,
    /// The vendor gives no reason.
    NoReason,
    /// The vendor gives a reason, and it is for us to accept it.
    AwaitsApproval,
}

impl<'a> EffectiveAnswer<'a> {
    /// Whether it is an answer in itself, though it may not count: a value, or n/a with a reason that we do not refuse.
    pub fn says_something(self) -> bool {
        !matches!(self, EffectiveAnswer::Unanswered)
            && !matches!(self, EffectiveAnswer::NaPending(why) if why != NaPending::AwaitsApproval)
    }

    /// The value, whoever gave it.
    pub fn value(self) -> Option<&'a Value> {
        match self {
            EffectiveAnswer::Vendor(value) | EffectiveAnswer::Ours(value) => Some(value),
            _ => None,
        }
    }
}

/// Our answer, where it is another than the vendor's: one that says the same overrules nothing.
pub fn overruling<'a>(subject: &Subject<'a>, question: QuestionId) -> Option<&'a Answer> {
    let observation = subject.review.and_then(|review| review.observation(question));
    let ours = observation.and_then(|observation| observation.overruled.as_ref());
    ours.filter(|ours| *ours != subject.answers.answer(question))
}

/// The effective answer to a question.
pub fn effective<'a>(subject: &Subject<'a>, question: QuestionId) -> EffectiveAnswer<'a> {
    let observation = subject.review.and_then(|review| review.observation(question));
    let ours = overruling(subject, question);
    match ours.unwrap_or(subject.answers.answer(question)) {
        Answer::Unknown => EffectiveAnswer::Unanswered,
        Answer::NotApplicable => not_applicable(subject, question, observation),
        Answer::Given(value) if is_yet_to_come(subject, question, value) => EffectiveAnswer::Unanswered,
        Answer::Given(value) if ours.is_some() => EffectiveAnswer::Ours(value),
        Answer::Given(value) => EffectiveAnswer::Vendor(value),
    }
}

fn not_applicable<'a>(
    subject: &Subject<'a>,
    question: QuestionId,
    observation: Option<&Observation>,
) -> EffectiveAnswer<'a> {
    let permission = subject.questionnaire.questions[question].not_applicable;
    let verdict = observation.and_then(|observation| observation.not_applicable);
    let has_reason = subject.answers.reason(question).is_some();
    let pending = match (permission, verdict) {
        (NotApplicable::Forbidden, _) => NaPending::Forbidden,
        (_, Some(NaVerdict::Refused)) => NaPending::Refused,
        (_, Some(NaVerdict::Accepted)) => return EffectiveAnswer::NaApproved,
        (_, None) if !has_reason => NaPending::NoReason,
        (NotApplicable::Allowed, None) => return EffectiveAnswer::Na,
        (NotApplicable::Approval, None) => NaPending::AwaitsApproval,
    };
    EffectiveAnswer::NaPending(pending)
}

/// Something that is said to have happened cannot lie after the day of the judgement.
pub(super) fn is_yet_to_come(subject: &Subject<'_>, question: QuestionId, value: &Value) -> bool {
    match (&subject.questionnaire.questions[question].form, value) {
        (Form::Date(form), Value::Date(date)) => form.counts == Counting::DaysSince && *date > subject.as_of,
        _ => false,
    }
}
