//! The conditions of a decision: what has to be done, by whom, by when, and what it is about.

use crate::answers::read_answer::{self, required_text};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;
use crate::source::fields::Reading;
use crate::source::node::Kind;
use crate::source::value::NewValue;
use crate::source::{Date, Node, Span};

/// Something that has to be done if the vendor is to be used.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AgreedCondition {
    /// What.
    pub what: String,
    /// Who sees to it: a person, a role or a company.
    pub owner: Option<String>,
    /// The last day on which it is in time.
    pub due: Option<Date>,
    /// The day on which it was seen to. One before the decision is remarked, and one that is yet to come meets nothing.
    pub met: Option<Date>,
    /// The questions that it is about, each once, as they are listed.
    pub questions: Vec<QuestionId>,
    /// Where it stands; of one that is to be written, nowhere.
    pub span: Span,
}

impl AgreedCondition {
    /// What stands in a review: only the words where nothing else is agreed.
    pub(super) fn value(&self, questionnaire: &Questionnaire) -> NewValue {
        let ids = self.questions.iter().map(|at| NewValue::word(&questionnaire.questions[*at].id)).collect::<Vec<_>>();
        let keys = [
            ("what", Some(NewValue::text(&self.what))),
            ("owner", self.owner.as_ref().map(NewValue::text)),
            ("due", self.due.map(NewValue::word)),
            ("met", self.met.map(NewValue::word)),
            ("questions", (!ids.is_empty()).then_some(NewValue::List(ids))),
        ];
        let keys: Vec<_> = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect();
        if keys.len() == 1 { NewValue::text(&self.what) } else { NewValue::Inline(keys) }
    }
}

/// Reads the conditions, in the order of the file; a plain text is one of which nothing else is agreed.
pub(super) fn read(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Vec<AgreedCondition> {
    reading.list(node).iter().filter_map(|item| condition(item, questionnaire, reading)).collect()
}

fn condition(node: &Node<'_>, questionnaire: &Questionnaire, reading: &mut Reading<'_>) -> Option<AgreedCondition> {
    let span = node.span;
    let Kind::Map(_) = &node.kind else {
        let what = reading.filled_text(node)?.to_owned();
        return Some(AgreedCondition { what, span, ..AgreedCondition::default() });
    };
    let mut fields = reading.fields(node)?;
    let what = required_text(&mut fields, "what", reading);
    let owner = fields.optional("owner").and_then(|node| reading.filled_text(node)).map(|text| text.trim().to_owned());
    let due = fields.optional("due").and_then(|node| reading.date(node));
    let met = fields.optional("met").and_then(|node| reading.date(node));
    let mut questions = Vec::new();
    if let Some(list) = fields.optional("questions") {
        for item in reading.list(list) {
            let found = reading
                .text(item)
                .and_then(|id| read_answer::question(id, item.span, (questionnaire, &mut None), reading));
            questions.extend(found.filter(|at| !questions.contains(at)));
        }
    }
    fields.finish(reading);
    Some(AgreedCondition { what: what?, owner, due, met, questions, span })
}
