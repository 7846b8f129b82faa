//! What an answer is worth.

use super::effective::{is_yet_to_come, overruling};
use super::subject::Subject;
use crate::answers::{Answer, Value};
use crate::questionnaire::Form;
use crate::questionnaire::form::{Counting, DateForm, NumberForm, Steps};
use crate::questionnaire::ids::QuestionId;
use crate::words::{Broken, Exact, Quantity};

/// What an answer is worth, 0..=1, to a question that says so ([`Form::is_valued`]).
///
/// # Errors
/// The answer is none that the form of its question allows; a reader lets no such answer through.
pub fn worth(subject: &Subject<'_>, question: QuestionId, value: &Value) -> Result<Exact, Broken> {
    let asked = &subject.questionnaire.questions[question];
    let misfit = || Broken::new(format_args!("what is answered to {} does not fit its form", asked.id));
    let percent = |value: u8| Exact::from(value) * Exact::HUNDREDTH;
    let stepped = |steps: &Steps| number(subject, question, value).map(|number| steps.value(number));
    let worth = match (&asked.form, value) {
        (Form::ChooseMany(ticks), Value::Options(chosen)) => {
            let full_at = ticks.full_at.ok_or_else(misfit)?;
            return Ok(Exact::one_of(full_at) * ticks.sum(chosen).min(full_at.get()));
        }
        (Form::ChooseOne(choices), Value::Options(chosen)) => match chosen.as_slice() {
            [only] => choices[*only].value,
            _ => None,
        },
        (Form::Date(form), Value::Never) => form.never,
        (Form::Number(NumberForm { steps, .. }), Value::Number(_))
        | (Form::Date(DateForm { steps, .. }), Value::Date(_)) => stepped(steps),
        _ => None,
    };
    worth.map(percent).ok_or_else(misfit)
}

/// Whether our answer is worth more than the one that the vendor gives itself.
pub fn overrules_upwards(subject: &Subject<'_>, at: QuestionId) -> bool {
    let is_worth = |answer: &Answer| match answer {
        Answer::Given(value) => worth(subject, at, value).ok(),
        Answer::NotApplicable | Answer::Unknown => None,
    };
    let both = overruling(subject, at).and_then(is_worth).zip(is_worth(subject.answers.answer(at)));
    both.is_some_and(|(ours, theirs)| ours > theirs)
}

/// The number that an answer stands for: itself, or the days of a date.
pub fn number(subject: &Subject<'_>, question: QuestionId, value: &Value) -> Option<Quantity> {
    match (&subject.questionnaire.questions[question].form, value) {
        (_, Value::Number(number)) => Some(*number),
        (Form::Date(form), Value::Date(date)) => Some(Quantity::whole(match form.counts {
            Counting::DaysSince => subject.as_of.days_since(*date),
            Counting::DaysLeft => date.days_since(subject.as_of),
        })),
        _ => None,
    }
}

/// An answer that we saw, where the vendor gives a better one now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bettered<'a> {
    /// What we saw.
    pub seen: &'a Value,
    /// What it is worth, 0..=1, never more than the answer given now.
    pub worth: Exact,
}

/// The answer that we saw, where the vendor gives another one now that is worth at least as much, and of ticks holds
/// all that we saw; `None` where it gives a worse one or the same, or we overruled it.
///
/// # Errors
/// See [`worth`].
pub fn bettered<'a>(subject: &Subject<'a>, question: QuestionId) -> Result<Option<Bettered<'a>>, Broken> {
    let Some(observation) = subject.review.and_then(|review| review.observation(question)) else { return Ok(None) };
    let given = subject.answers.answer(question);
    let (Answer::Given(now), Some(Answer::Given(seen))) = (given, &observation.saw) else { return Ok(None) };
    let is_yet_to_come = [now, seen].into_iter().any(|value| is_yet_to_come(subject, question, value));
    let is_valued = subject.questionnaire.questions[question].form.is_valued();
    if now == seen || observation.overruled.is_some() || is_yet_to_come || !is_valued {
        return Ok(None);
    }
    let may_be_better = match (&subject.questionnaire.questions[question].form, now, seen) {
        (Form::Text, ..) => false, // worth nothing
        (Form::ChooseMany(_), Value::Options(now), Value::Options(seen)) => seen.iter().all(|tick| now.contains(tick)),
        _ => true,
    };
    if !may_be_better {
        return Ok(None);
    }
    let worth_of_seen = worth(subject, question, seen)?;
    let is_better = worth(subject, question, now)? >= worth_of_seen;
    Ok(is_better.then_some(Bettered { seen, worth: worth_of_seen }))
}
