//! What questions are read against: languages, scales, kinds of evidence, frameworks.

use std::collections::HashSet;
use std::sync::Arc;

use super::form;
use super::layer::Readings;
use super::layout::{Merged, Placed};
use crate::questionnaire::form::{Choices, Form};
use crate::questionnaire::ids::{ById, FrameworkId, Ids, KindId, QuestionId};
use crate::questionnaire::model::{EvidenceKind, Framework, Question, Validity};
use crate::questionnaire::names::{self, NEVER, Unique};
use crate::questionnaire::text::{self, Translations};
use crate::source::Node;
use crate::source::fields::{Fields, Reading};
use crate::source::node::Entry;
use crate::words::clean::one_line;
use crate::words::problem::questionnaire as problem;

/// What question texts and references are read against.
pub(super) struct Definitions {
    pub(super) languages: Vec<String>,
    pub(super) scales: form::Scales,
    pub(super) evidence: ById<KindId, EvidenceKind>,
    pub(super) kinds: Ids<KindId>,
    pub(super) frameworks: ById<FrameworkId, Framework>,
    pub(super) framework_ids: Ids<FrameworkId>,
}

pub(super) fn definitions(languages: Vec<String>, layout: &Merged<'_>, readings: &mut Readings<'_>) -> Definitions {
    let scales = scales(&layout.scales, &languages, readings);
    let (evidence, kinds) = evidence_kinds(layout, &languages, readings);
    let frameworks = frameworks(&layout.frameworks, &languages, readings);
    let framework_ids = Ids::of(frameworks.with_ids().map(|(at, framework)| (&framework.id, at)));
    Definitions { languages, scales, evidence, kinds, frameworks, framework_ids }
}

pub(super) fn languages(fields: &mut Fields<'_, '_>, reading: &mut Reading<'_>) -> Vec<String> {
    let Some(node) = fields.optional("languages") else { return vec!["en".to_owned()] };
    let mut unique = Unique::default();
    let items = reading.filled_list(node, "languages");
    items.iter().filter_map(|item| unique.id(item, reading)).map(String::from).collect()
}

fn scales(entries: &[Placed<&Entry<'_>>], languages: &[String], readings: &mut Readings<'_>) -> form::Scales {
    let mut scales = form::Scales::default();
    for Placed { file, part: entry } in entries {
        let reading = &mut readings[*file];
        names::check_id(entry.key, entry.key_span, reading);
        if form::is_fixed_scale(entry.key) {
            reading.note(entry.key_span, problem::duplicate_id(one_line(entry.key)));
        }
        let choices = form::choices(&entry.value, languages, reading);
        scales.by_name.insert(entry.key.to_string(), Arc::clone(&choices));
        scales.all.push((entry.key.to_string(), choices));
    }
    scales
}

fn evidence_kinds(
    layout: &Merged<'_>,
    languages: &[String],
    readings: &mut Readings<'_>,
) -> (ById<KindId, EvidenceKind>, Ids<KindId>) {
    let mut ids = Unique::default();
    let mut kinds = ById::default();
    let mut waiting = Vec::new();
    for Placed { file, part: item } in &layout.evidence {
        let reading = &mut readings[*file];
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let ask = fields.required("ask", reading).and_then(|node| text::read(node, languages, reading));
        let valid_months = fields.optional("valid_months").and_then(|node| validity(node, reading));
        let stands_for = fields.optional("stands_for");
        fields.finish(reading);
        let Some(id) = id else { continue };
        // a kind without its text stays known, so that questions that name it are not wrong, too
        let ask = ask.unwrap_or_else(|| Translations::same(&id));
        let kind = kinds.push(EvidenceKind { id, ask, valid_months, stands_for: Vec::new() });
        waiting.extend(stands_for.map(|node| (kind, *file, node)));
    }
    let known = Ids::of(kinds.with_ids().map(|(at, kind): (KindId, &EvidenceKind)| (&kind.id, at)));
    for (kind, file, node) in waiting {
        let is_gone = |item: &Node<'_>| layout.is_gone(file, item);
        kinds[kind].stands_for = stands_for(kind, node, (&kinds, &known), &is_gone, &mut readings[file]);
    }
    (kinds, known)
}

/// The kinds that one of them stands for, now that all are known.
fn stands_for(
    kind: KindId,
    node: &Node<'_>,
    (kinds, known): (&ById<KindId, EvidenceKind>, &Ids<KindId>),
    is_gone: &dyn Fn(&Node<'_>) -> bool,
    reading: &mut Reading<'_>,
) -> Vec<KindId> {
    let mut others = Vec::new();
    for item in reading.list(node).iter().filter(|item| !is_gone(item)) {
        match known_kind(item, (kinds, known), reading) {
            Some(at) if at == kind => reading.note(item.span, problem::stands_for_itself(&kinds[kind].id)),
            found => others.extend(found),
        }
    }
    others
}

/// The kind of evidence that is named.
pub(super) fn known_kind(
    node: &Node<'_>,
    (kinds, ids): (&ById<KindId, EvidenceKind>, &Ids<KindId>),
    reading: &mut Reading<'_>,
) -> Option<KindId> {
    let name = reading.text(node)?;
    let found = ids.get(name);
    if found.is_none() {
        let known = kinds.iter().map(|kind| kind.id.as_str());
        reading.note_near(node.span, problem::unknown_evidence_kind(one_line(name)), name, known);
    }
    found
}

fn validity(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<Validity> {
    match node.text() {
        Some(NEVER) => Some(Validity::Never),
        _ => reading.integer(node, 1..=120).map(Validity::Months),
    }
}

fn frameworks(
    entries: &[Placed<&Entry<'_>>],
    languages: &[String],
    readings: &mut Readings<'_>,
) -> ById<FrameworkId, Framework> {
    let mut frameworks = ById::default();
    for Placed { file, part: entry } in entries {
        let reading = &mut readings[*file];
        names::check_id(entry.key, entry.key_span, reading);
        let Some(mut fields) = reading.fields(&entry.value) else { continue };
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let link = fields.optional("link");
        let link = link.and_then(|node| reading.text(node).filter(|link| text::has_room(link, node, reading)));
        fields.finish(reading);
        let title = title.unwrap_or_else(|| Translations::same(entry.key));
        frameworks.push(Framework { id: one_line(entry.key), title, link: link.map(str::to_owned) });
    }
    frameworks
}

/// Scales, kinds of evidence and frameworks that no question uses; those of what is extended are dropped then.
pub(super) fn unused(
    layout: &Merged<'_>,
    definitions: &Definitions,
    questions: &ById<QuestionId, Question>,
    readings: &mut Readings<'_>,
) {
    let Definitions { scales, evidence, frameworks, .. } = definitions;
    let choices = |question: &Question| match &question.form {
        Form::ChooseOne(choices) => Some(Arc::as_ptr(choices)),
        _ => None,
    };
    let in_use: HashSet<*const Choices> = questions.iter().filter_map(choices).collect();
    let scale = |known: &Arc<Choices>| in_use.contains(&Arc::as_ptr(known));
    let asked: HashSet<KindId> = questions.iter().flat_map(|question| question.evidence.iter().copied()).collect();
    let kind = |id: KindId| [id].iter().chain(&evidence[id].stands_for).any(|id| asked.contains(id));
    let refs = questions.iter().flat_map(|question| question.refs.iter().map(|(framework, _)| *framework));
    let referred: HashSet<FrameworkId> = refs.collect();
    let framework = |id: FrameworkId| referred.contains(&id);
    let names = scales.all.iter().map(|(name, choices)| (name.as_str(), scale(choices)));
    let names = names.chain(evidence.with_ids().map(|(id, found)| (found.id.as_str(), kind(id))));
    let names = names.chain(frameworks.with_ids().map(|(id, found)| (found.id.as_str(), framework(id))));
    let at_key = |placed: &Placed<&Entry<'_>>| (placed.file, placed.part.key_span);
    let at_id = |placed: &Placed<&Node<'_>>| (placed.file, placed.part.get("id").unwrap_or(placed.part).span);
    let places = layout.scales.iter().map(at_key).chain(layout.evidence.iter().map(at_id));
    let places = places.chain(layout.frameworks.iter().map(at_key));
    for ((name, _), (file, span)) in names.zip(places).filter(|((_, used), (file, _))| !used && layout.is_own(*file)) {
        readings[file].note(span, problem::unused_definition(one_line(name)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::problem::text as text_problem;

    const REST: &str = "categories: [{id: a, title: A, questions: [{id: x, ask: X?, importance: low, answer: yes-no, \
                        evidence: [log]}]}]\n";

    #[test]
    fn a_kind_stands_for_others_wherever_they_are_listed_and_not_for_what_those_stand_for() {
        let kinds = "[{id: report, ask: R, stands_for: [policy]}, {id: policy, ask: P, stands_for: [log]}, \
                     {id: log, ask: L}]";
        let written =
            format!("format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\nevidence: {kinds}\n{REST}");
        let no_file = |_: &str| -> Result<Arc<crate::source::Source>, _> { Err(text_problem::empty_file("x")) };
        let read = crate::questionnaire::read(&crate::source::Source::new("q.yaml", written), &no_file);
        let found = read.value.unwrap();
        let ids: Vec<KindId> = found.evidence.ids().collect();
        assert_eq!(found.evidence[ids[0]].stands_for, [ids[1]]);
        assert_eq!(found.evidence[ids[1]].stands_for, [ids[2]]);
        let unused: Vec<_> = read.diagnostics.sorted().iter().map(|note| note.problem.code.id).collect();
        assert_eq!(unused, ["unused-definition"], "the report proves nothing that is asked for");
    }
}
