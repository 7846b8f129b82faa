//! One question.

use super::definitions::{Definitions, known_kind};
use super::form;
use crate::questionnaire::ids::{CategoryId, FileId, FrameworkId, KindId};
use crate::questionnaire::level::Importance;
use crate::questionnaire::model::{NotApplicable, Origin, Question, Weight};
use crate::questionnaire::names::Unique;
use crate::questionnaire::text;
use crate::source::Node;
use crate::source::fields::{Fields, Reading};
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::problem::questionnaire as problem;

/// Where a question stands among the categories.
pub(super) struct InCategory<'a> {
    pub(super) file: FileId,
    pub(super) category: CategoryId,
    pub(super) category_id: &'a Clean,
}

/// What of a question can be read only when all questions are known.
#[derive(Clone, Copy)]
pub(super) struct Later<'n, 't> {
    /// Its condition.
    pub(super) when: Option<&'n Node<'t>>,
    /// Its earlier ids.
    pub(super) was: Option<&'n Node<'t>>,
}

/// A question, and what of it waits.
pub(super) fn question<'n, 't>(
    node: &'n Node<'t>,
    spot: &InCategory<'_>,
    definitions: &Definitions,
    ids: &mut Unique,
    reading: &mut Reading<'_>,
) -> Option<(Question, Later<'n, 't>)> {
    let languages = &definitions.languages;
    let mut fields = reading.fields(node)?;
    let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
    let ask = fields.required("ask", reading).and_then(|node| text::read(node, languages, reading));
    let [help, good, weak] = ["help", "good", "weak"].map(|key| text::optional(&mut fields, key, languages, reading));
    let weight = weight(&mut fields, reading);
    let errors = reading.notes.error_count();
    let form =
        fields.required("answer", reading).and_then(|node| form::read(node, languages, &definitions.scales, reading));
    let is_scored = !matches!(weight, Some(Weight::Direct(0) | Weight::Importance(Importance::Info)));
    // of values that could not be read, the best may be among them
    if let Some(form) = form.as_ref().filter(|_| is_scored && reading.notes.error_count() == errors) {
        let problem = match (form.is_valued(), form.has_full_value()) {
            (false, _) => Some(problem::value_missing()),
            (true, false) => Some(problem::full_value_unreachable()),
            (true, true) => None,
        };
        problem.into_iter().for_each(|problem| reading.note(fields.key_span("answer"), problem));
    }
    let not_applicable = fields.optional("not_applicable").and_then(|node| reading.word(node));
    let evidence = fields.optional("evidence").map_or_else(Vec::new, |node| kinds(node, definitions, reading));
    let [follow_up, remedy] = ["follow_up", "remedy"].map(|key| text::optional(&mut fields, key, languages, reading));
    let refs = fields.optional("refs").map_or_else(Vec::new, |node| refs(node, definitions, reading));
    let [when, was] = ["when", "was"].map(|key| fields.optional(key));
    let screening = fields.optional("screening").and_then(|node| reading.truth(node)).unwrap_or(false);
    let origin = Origin { file: spot.file, span: fields.key_span("id") };
    fields.finish(reading);
    let question = Question {
        id: spot.category_id.clone().and(".").and(id?),
        category: spot.category,
        ask: ask?,
        help,
        good,
        weak,
        weight: weight?,
        form: form?,
        not_applicable: not_applicable.unwrap_or(NotApplicable::Allowed),
        evidence,
        follow_up,
        remedy,
        refs,
        when: None,
        was: Vec::new(),
        screening,
        origin,
    };
    Some((question, Later { when, was }))
}

fn weight(fields: &mut Fields<'_, '_>, reading: &mut Reading<'_>) -> Option<Weight> {
    match (fields.optional("importance"), fields.optional("weight")) {
        (Some(importance), None) => reading.word(importance).map(Weight::Importance),
        (None, Some(weight)) => reading.integer(weight, 0..=10_000).map(Weight::Direct),
        _ => {
            reading.note(fields.key_span("weight"), problem::importance_or_weight());
            None
        }
    }
}

fn kinds(node: &Node<'_>, definitions: &Definitions, reading: &mut Reading<'_>) -> Vec<KindId> {
    let kinds = (&definitions.evidence, &definitions.kinds);
    reading.list(node).iter().filter_map(|item| known_kind(item, kinds, reading)).collect()
}

fn refs(node: &Node<'_>, definitions: &Definitions, reading: &mut Reading<'_>) -> Vec<(FrameworkId, Vec<String>)> {
    let mut refs = Vec::new();
    for entry in reading.entries(node) {
        let items = reading.list(&entry.value);
        let points: Vec<String> = items.iter().filter_map(|item| reading.text(item)).map(str::to_owned).collect();
        match definitions.framework_ids.get(entry.key) {
            Some(at) => refs.push((at, points)),
            None => {
                let known = definitions.frameworks.iter().map(|framework| framework.id.as_str());
                reading.note_near(entry.key_span, problem::unknown_framework(one_line(entry.key)), entry.key, known);
            }
        }
    }
    refs
}
