//! Conditions: from nodes to questions and options.

use super::layer::Readings;
use super::selection::looked_at;
use crate::questionnaire::condition::Condition;
use crate::questionnaire::form::Form;
use crate::questionnaire::ids::{ById, FactorId, FileId, Ids, QuestionId};
use crate::questionnaire::model::{Factor, Origin, Question};
use crate::questionnaire::names;
use crate::questionnaire::read::form::bound;
use crate::source::fields::Reading;
use crate::source::node::{Entry, Kind};
use crate::source::{Node, Span};
use crate::words::Clean;
use crate::words::clean::one_line;
use crate::words::problem::{questionnaire as problem, text as text_problem};

/// What conditions may name.
pub(super) struct Lookup<'q> {
    questions: &'q ById<QuestionId, Question>,
    factors: &'q ById<FactorId, Factor>,
    by_id: Ids<QuestionId>,
    factor_ids: Ids<FactorId>,
    /// Ids of questions and factors that are there but could not be read; what is wrong with them has been noted.
    broken: &'q [String],
    /// The first file of what is extended.
    base: Option<FileId>,
}

impl<'q> Lookup<'q> {
    pub(super) fn new(
        questions: &'q ById<QuestionId, Question>,
        factors: &'q ById<FactorId, Factor>,
        broken: &'q [String],
        base: Option<FileId>,
    ) -> Self {
        let by_id = Ids::of(questions.with_ids().map(|(id, question)| (&question.id, id)));
        let factor_ids = Ids::of(factors.with_ids().map(|(id, factor)| (&factor.id, id)));
        Lookup { questions, factors, by_id, factor_ids, broken, base }
    }

    pub(super) fn into_ids(self) -> (Ids<QuestionId>, Ids<FactorId>) {
        (self.by_id, self.factor_ids)
    }
}

/// Reads the condition of something in a file. What is extended was read before, so what is wrong with a condition in
/// it now is that what it looks at has been replaced: that is noted there, unless the files are wrong anyway.
pub(super) fn read_in(
    node: &Node<'_>,
    file: FileId,
    of: Option<&Clean>,
    lookup: &Lookup<'_>,
    readings: &mut Readings<'_>,
) -> Option<Condition> {
    let is_own = |file: FileId| lookup.base.is_none_or(|base| file < base);
    if is_own(file) {
        return read(node, lookup, &mut readings[file]);
    }
    let mut aside = Reading::of(readings[file].source);
    let found = read(node, lookup, &mut aside);
    if aside.notes.has_errors() && !readings.iter().any(|reading| reading.notes.has_errors()) {
        let mut ids = Vec::new();
        looked_at(node, &mut ids);
        let questions = ids.into_iter().filter_map(|id| Some(&lookup.questions[lookup.by_id.get(id)?]));
        let replaced = questions.map(|question| question.origin).find(|origin| is_own(origin.file));
        let Origin { file, span } = replaced.unwrap_or(Origin { file, span: node.span });
        readings[file].note(span, problem::replaced_but_needed(of.cloned().unwrap_or_default()));
    }
    found
}

/// Reads a condition: several keys mean all of them.
fn read(node: &Node<'_>, lookup: &Lookup<'_>, reading: &mut Reading<'_>) -> Option<Condition> {
    let entries = reading.entries(node);
    if entries.is_empty() && matches!(node.kind, Kind::Map(_)) {
        reading.note(node.span, text_problem::empty_list("when"));
    }
    let parts: Vec<Option<Condition>> = entries.iter().map(|entry| atom(entry, lookup, reading)).collect();
    let mut parts: Vec<Condition> = parts.into_iter().collect::<Option<_>>()?;
    if parts.len() == 1 { parts.pop() } else { (!parts.is_empty()).then_some(Condition::All(parts)) }
}

fn atom(entry: &Entry<'_>, lookup: &Lookup<'_>, reading: &mut Reading<'_>) -> Option<Condition> {
    match entry.key {
        "all" => several(&entry.value, "all", lookup, reading).map(Condition::All),
        "any" => several(&entry.value, "any", lookup, reading).map(Condition::Any),
        "not" => read(&entry.value, lookup, reading).map(|part| Condition::Not(Box::new(part))),
        key => match key.strip_prefix("inherent_risk.") {
            Some(factor) => factor_atom(factor, entry, lookup, reading),
            None => question_atom(entry, lookup, reading),
        },
    }
}

fn several(
    node: &Node<'_>,
    key: &'static str,
    lookup: &Lookup<'_>,
    reading: &mut Reading<'_>,
) -> Option<Vec<Condition>> {
    let items = reading.filled_list(node, key);
    let parts: Vec<Option<Condition>> = items.iter().map(|item| read(item, lookup, reading)).collect();
    let parts: Vec<Condition> = parts.into_iter().collect::<Option<_>>()?;
    (!parts.is_empty()).then_some(parts)
}

fn factor_atom(id: &str, entry: &Entry<'_>, lookup: &Lookup<'_>, reading: &mut Reading<'_>) -> Option<Condition> {
    let Some(factor) = lookup.factor_ids.get(id) else {
        if lookup.broken.iter().any(|known| *known == entry.key) {
            return None;
        }
        let known = lookup.factors.iter().map(|factor| factor.id.as_str());
        reading.note_near(entry.key_span, problem::condition_unknown_question(one_line(entry.key)), id, known);
        return None;
    };
    let known = lookup.factors[factor].options.with_ids().map(|(id, option)| (id, option.id.as_str()));
    let options = options(&entry.value, known, entry.key, reading)?;
    Some(Condition::Factor { factor, options })
}

fn question_atom(entry: &Entry<'_>, lookup: &Lookup<'_>, reading: &mut Reading<'_>) -> Option<Condition> {
    let Some(question) = lookup.by_id.get(entry.key) else {
        if lookup.broken.iter().any(|known| *known == entry.key) {
            return None;
        }
        let known = lookup.questions.iter().map(|question| question.id.as_str());
        reading.note_near(entry.key_span, problem::condition_unknown_question(one_line(entry.key)), entry.key, known);
        return None;
    };
    let form = &lookup.questions[question].form;
    match (form, &entry.value.kind) {
        (Form::ChooseOne(_) | Form::ChooseMany(_), _) => {
            let known = form.options().into_iter().map(|(option, id, _)| (option, id));
            let options = options(&entry.value, known, entry.key, reading)?;
            Some(Condition::Options { question, options })
        }
        (Form::Number(_) | Form::Date(_), Kind::Map(_)) => within(&entry.value, question, form, reading),
        (Form::Date(date), Kind::List(_)) if date.never.is_some() => {
            options(&entry.value, [((), names::NEVER)].into_iter(), entry.key, reading)?;
            Some(Condition::Never { question })
        }
        _ => {
            reading.note(value_span(entry), problem::condition_mismatch(one_line(entry.key)));
            None
        }
    }
}

fn value_span(entry: &Entry<'_>) -> Span {
    if entry.value.is_null() { entry.key_span } else { entry.value.span }
}

/// Those of the known options that are written.
fn options<'k, I>(
    node: &Node<'_>,
    known: impl Iterator<Item = (I, &'k str)> + Clone,
    of: &str,
    reading: &mut Reading<'_>,
) -> Option<Vec<I>> {
    let mut options = Vec::new();
    let items = reading.filled_list(node, one_line(of));
    for item in items {
        let written = reading.text(item)?;
        match known.clone().find(|(_, id)| *id == written) {
            Some((option, _)) => options.push(option),
            None => {
                let problem = problem::condition_unknown_option(one_line(written), one_line(of));
                reading.note_near(item.span, problem, written, known.clone().map(|(_, id)| id));
            }
        }
    }
    (!options.is_empty() && options.len() == items.len()).then_some(options)
}

fn within(node: &Node<'_>, question: QuestionId, form: &Form, reading: &mut Reading<'_>) -> Option<Condition> {
    let decimals = if let Form::Number(form) = form { form.decimals } else { 0 };
    let mut fields = reading.fields(node)?;
    let [above, below] =
        ["above", "below"].map(|key| fields.optional(key).and_then(|node| bound(node, decimals, reading)));
    if above.is_none() && below.is_none() {
        reading.note(fields.span, text_problem::missing_key("above` / `below"));
    }
    fields.finish(reading);
    Some(Condition::Within { question, above, below })
}

/// An order in which every question comes after those that its condition looks at.
///
/// # Errors
/// Questions wait for each other.
pub(super) fn asking_order(questions: &ById<QuestionId, Question>) -> Result<Vec<QuestionId>, Circle> {
    let waits_for = questions.map(|_, question| question.when.as_ref().map_or_else(Vec::new, Condition::questions));
    let mut walk = Walk { waits_for, visits: questions.map(|_, _| Visit::Never), order: Vec::new() };
    for start in questions.ids() {
        walk.from(start)?;
    }
    Ok(walk.order)
}

/// Questions that wait for each other: one, and those on the way back to it.
pub(super) struct Circle {
    pub(super) first: QuestionId,
    pub(super) others: Vec<QuestionId>,
}

#[derive(Clone, Copy, PartialEq)]
enum Visit {
    Never,
    OnPath,
    Done,
}

struct Walk {
    waits_for: ById<QuestionId, Vec<QuestionId>>,
    visits: ById<QuestionId, Visit>,
    order: Vec<QuestionId>,
}

impl Walk {
    /// Depth first, without recursion: a chain of conditions may be as long as the questionnaire.
    fn from(&mut self, start: QuestionId) -> Result<(), Circle> {
        if self.visits[start] == Visit::Done {
            return Ok(());
        }
        self.visits[start] = Visit::OnPath;
        let mut path: Vec<(QuestionId, usize)> = vec![(start, 0)];
        while let Some((question, next)) = path.last_mut() {
            let Some(&target) = self.waits_for[*question].get(*next) else {
                self.visits[*question] = Visit::Done;
                self.order.push(*question);
                path.pop();
                continue;
            };
            *next += 1;
            match self.visits[target] {
                Visit::Done => {}
                Visit::Never => {
                    self.visits[target] = Visit::OnPath;
                    path.push((target, 0));
                }
                Visit::OnPath => {
                    let others = path.iter().map(|(at, _)| *at).skip_while(|at| *at != target).skip(1);
                    return Err(Circle { first: target, others: others.collect() });
                }
            }
        }
        Ok(())
    }
}
