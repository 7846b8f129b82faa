//! Whether a vendor lists sub-processors and answers that it has none.

use super::answer::{Answer, Value};
use super::model::Answers;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;

/// A question that asks for evidence of this kind asks about sub-processors: a declaration that there are none.
pub const DECLARATION: &str = "no-subprocessors";

/// The option of such a question that says so.
pub const NONE: &str = "none";

/// The question that is answered with no sub-processors, although the vendor lists some.
pub fn denied_chain(answers: &Answers, questionnaire: &Questionnaire) -> Option<QuestionId> {
    let is_denied = |at: &QuestionId| {
        let question = &questionnaire.questions[*at];
        let is_asked = question.evidence.iter().any(|kind| questionnaire.evidence[*kind].id == DECLARATION);
        let none = question.form.option_of_id(NONE);
        let says_none = |none| matches!(answers.answer(*at), Answer::Given(Value::Options(said)) if said[..] == [none]);
        is_asked && none.is_some_and(says_none)
    };
    questionnaire.questions.ids().filter(|_| !answers.chain.is_empty()).find(is_denied)
}
