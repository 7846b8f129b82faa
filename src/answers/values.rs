//! Parts of an answers file as values to write, whatever the file looks like.

use super::answer::{Answer, Value};
use super::chain::SubProcessor;
use super::model::{FilledForm, GivenBy, Proposal, Proposed};
use crate::questionnaire::Question;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN};
use crate::source::value::NewValue;

/// An answer as it stands in a file.
pub fn written(answer: &Answer, question: &Question) -> NewValue {
    match answer {
        Answer::Unknown => NewValue::word(UNKNOWN),
        Answer::NotApplicable => NewValue::word(NOT_APPLICABLE),
        Answer::Given(Value::Never) => NewValue::word(NEVER),
        Answer::Given(Value::Number(number)) => NewValue::word(number),
        Answer::Given(Value::Date(date)) => NewValue::word(date),
        Answer::Given(Value::Text(text)) => NewValue::text(text),
        Answer::Given(Value::Options(chosen)) => {
            let options = question.form.options();
            let mut words: Vec<NewValue> = chosen.iter().map(|option| NewValue::word(options[*option].1)).collect();
            match words.pop() {
                Some(only) if words.is_empty() => only,
                last => NewValue::List(words.into_iter().chain(last).collect()),
            }
        }
    }
}

impl SubProcessor {
    /// The company as it stands in a file.
    pub(crate) fn value(&self) -> NewValue {
        texts(&[
            ("name", Some(&self.name)),
            ("country", self.country.as_ref()),
            ("registration", self.registration.as_ref()),
            ("does", self.does.as_ref()),
        ])
    }
}

impl GivenBy {
    /// Who gave an answer, as it stands in a file.
    pub(crate) fn value(&self) -> NewValue {
        let on = self.on.map(|on| ("on".to_owned(), NewValue::word(on)));
        let name = ("name".to_owned(), NewValue::text(&self.name));
        NewValue::Inline([name].into_iter().chain(on).collect())
    }
}

impl Proposal {
    /// What is proposed of a question, as it stands in a file.
    pub(crate) fn value(&self, question: &Question) -> NewValue {
        let proposed = match &self.proposed {
            Proposed::Answer(answer) => ("answer".to_owned(), written(answer, question)),
            Proposed::Note(note) => ("note".to_owned(), NewValue::text(note)),
        };
        let comment = self.comment.as_ref().map(|comment| ("comment".to_owned(), NewValue::text(comment)));
        let from = ("from".to_owned(), NewValue::text(&self.from));
        NewValue::Inline([proposed].into_iter().chain(comment).chain([from]).collect())
    }
}

impl FilledForm {
    /// The form as a file names it.
    pub(crate) fn value(&self) -> NewValue {
        let on = self.on.map(|on| ("on".to_owned(), NewValue::word(on)));
        let form = ("form".to_owned(), NewValue::word(self.form));
        NewValue::Inline([form].into_iter().chain(on).collect())
    }
}

/// Keys with those texts that there are.
pub(super) fn texts(keys: &[(&str, Option<&String>)]) -> NewValue {
    let said = keys.iter().filter_map(|(key, value)| Some(((*key).to_owned(), NewValue::text((*value)?))));
    NewValue::Inline(said.collect())
}
