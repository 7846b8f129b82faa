//! What to ask about an answer that is not good enough, and what to require: what the option that was chosen says of
//! this, else what the question says.

use super::model::Assessment;
use crate::answers::Value;
use crate::questionnaire::form::Advice;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::{Form, Translations};

/// What to ask about the answer to a question.
pub fn follow_up<'a>(assessment: &Assessment<'a>, question: QuestionId) -> Option<&'a Translations> {
    let own = own(assessment, question, |advice| advice.follow_up.as_ref());
    own.or(assessment.subject.questionnaire.questions[question].follow_up.as_ref())
}

/// What to require of the vendor.
pub fn remedy<'a>(assessment: &Assessment<'a>, question: QuestionId) -> Option<&'a Translations> {
    let own = own(assessment, question, |advice| advice.remedy.as_ref());
    own.or(assessment.subject.questionnaire.questions[question].remedy.as_ref())
}

/// What the answer that counts says itself; of several ticks the first that does.
fn own<'a>(
    assessment: &Assessment<'a>,
    question: QuestionId,
    says: impl Fn(&'a Advice) -> Option<&'a Translations>,
) -> Option<&'a Translations> {
    let questionnaire = assessment.subject.questionnaire;
    match (&questionnaire.questions[question].form, assessment.questions[question].effective.value()?) {
        (Form::ChooseOne(choices), Value::Options(chosen)) => chosen.iter().find_map(|at| says(&choices[*at].advice)),
        (Form::ChooseMany(ticks), Value::Options(chosen)) => {
            chosen.iter().find_map(|at| says(&ticks.options[*at].advice))
        }
        (Form::Date(form), Value::Never) => says(&form.never_advice),
        _ => None,
    }
}
