//! From an answers file to [`Answers`], with every problem noted.

use std::collections::HashMap;
use std::sync::Arc;

use super::answer::{Answer, Few};
use super::chain;
use super::evidence::{Evidence, stays_inside};
use super::model::{Answers, FilledForm, GivenBy, Proposal, Proposed, Reference, VendorAnswer};
use super::read_answer;
use crate::questionnaire::ids::{ById, EvidenceId, QuestionId};
use crate::questionnaire::names::is_version;
use crate::questionnaire::{Question, Questionnaire};
use crate::source::fields::Reading;
use crate::source::mend::{EntrySection, Shape};
use crate::source::node::Kind;
use crate::source::{Arena, Checked, Diagnostics, Fingerprint, Node, Source, yaml};
use crate::words::clean::{one_line, says_something};
use crate::words::problem::{answers as problem, text as text_problem};

/// The format of an answers file.
pub const FORMAT: &str = "duly/answers@1";
/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("answers.schema.json");
/// A larger answers file or review is refused, in bytes.
pub const LARGEST: usize = 4 << 20;
/// A vendor's name may have so many characters: a longer one could draw a report of its own.
pub const LONGEST_NAME: usize = 120;

/// So many documents prove one answer at most. Every report lists them at the answer.
const MOST_CITED: usize = 100;
/// And so many all answers of a file together: more than any questionnaire of ours has room for.
const MOST_CITED_IN_ALL: usize = 20_000;
/// An answers file or review with more values is refused.
pub const MOST_NODES: usize = 250_000;

/// What stands where in an answers file, in its proper order.
pub const SHAPE: Shape = Shape {
    top: &["format", "vendor", "service", "questionnaire", "filled", "answered", "chain", "evidence", "answers"],
    sections: &[
        EntrySection {
            key: "answers",
            fields: &["answer", "comment", "evidence", "by", "proposed"],
            is_by_question: true,
        },
        EntrySection {
            key: "evidence",
            fields: &["title", "kind", "issued", "valid_until", "location"],
            is_by_question: false,
        },
    ],
};

/// The tree of an answers file that may be broken: what is wrong is noted, and the rest is read.
pub fn tree_or_mended<'s>(source: &'s Arc<Source>, arena: &'s Arena, notes: &mut Diagnostics) -> Option<Node<'s>> {
    yaml::parse_or_mend(source, arena, &SHAPE, MOST_NODES, notes)
}

/// The tree of an answers file or review that is whole.
pub fn tree<'s>(source: &'s Arc<Source>, arena: &'s Arena, notes: &mut Diagnostics) -> Option<Node<'s>> {
    yaml::parse(source, arena, MOST_NODES, notes)
}

/// Which questionnaire an answers file is for. Without it nothing else in the file has a meaning.
pub fn reference(root: &Node<'_>, source: &Arc<Source>) -> Checked<(Reference, crate::source::Span)> {
    let mut reading = Reading::of(source);
    let Some(mut fields) = reading.head(root, FORMAT) else { return Checked::new(None, reading.notes) };
    let node = fields.required("questionnaire", &mut reading);
    let found = node.and_then(|node| Some((parse_reference(node, &mut reading)?, node.span)));
    Checked::new(found, reading.notes)
}

fn parse_reference(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<Reference> {
    let written = reading.text(node)?.trim();
    if let Some((id, version)) = written.split_once('@').filter(|(_, version)| is_version(version)) {
        return Some(Reference::Named { id: id.to_owned(), version: version.to_owned() });
    }
    if !is_file_name(written) {
        reading.note(node.span, problem::bad_questionnaire_reference(one_line(written)));
        return None;
    }
    if !stays_inside(written) {
        reading.note(node.span, text_problem::bad_path(one_line(written)));
        return None;
    }
    Some(Reference::Path(written.to_owned()))
}

fn is_file_name(written: &str) -> bool {
    [".yaml", ".yml", ".json"].iter().any(|ending| written.ends_with(ending))
}

/// Whether a text can stand for a questionnaire beside the answers.
pub fn is_path(written: &str) -> bool {
    is_file_name(written) && stays_inside(written)
}

/// Reads the answers to a questionnaire. The reference has been checked by [`reference()`].
pub fn read(
    root: &Node<'_>,
    source: &Arc<Source>,
    reference: &Reference,
    questionnaire: &Questionnaire,
) -> Checked<Answers> {
    let mut reading = Reading::of(source);
    reading.is_of_others = true;
    let value = answers(root, reference, questionnaire, &mut reading);
    Checked::new(value, reading.notes)
}

fn answers(
    root: &Node<'_>,
    reference: &Reference,
    questionnaire: &Questionnaire,
    reading: &mut Reading<'_>,
) -> Option<Answers> {
    let mut fields = reading.fields(root)?;
    let _ = (fields.optional("format"), fields.optional("questionnaire")); // read before, see `reference`
    let named = fields.required("vendor", reading);
    let [country, registration] = ["country", "registration"].map(|key| {
        let written = named.and_then(|node| node.get(key)?.text()).map(str::trim);
        written.filter(|written| says_something(written)).map(str::to_owned)
    });
    let vendor = named.and_then(|node| vendor(node, reading));
    let service = fields.optional("service").and_then(|node| reading.free_text(node)).map(str::to_owned);
    let answered = fields.optional("answered").and_then(|node| reading.date(node));
    let answered_span = fields.key_span("answered");
    let filled = fields.optional("filled").and_then(|node| filled(node, reading));
    let chain = fields.optional("chain").map_or_else(Vec::new, |node| chain::read(node, reading));
    let (mut items, by_id) =
        fields.optional("evidence").map_or_else(Default::default, |node| register(node, questionnaire, reading));
    let mut given: ById<QuestionId, Option<VendorAnswer>> = questionnaire.questions.map(|_, _| None);
    if let Some(node) = fields.optional("answers") {
        let mut last = None;
        for entry in reading.entries(node) {
            let found = read_answer::question(entry.key, entry.key_span, (questionnaire, &mut last), reading);
            let Some(question) = found else { continue };
            let mut answer = vendor_answer(&entry.value, questionnaire, question, &mut items, &by_id, reading);
            answer.iter_mut().for_each(|answer| answer.span = entry.key_span);
            given[question] = answer;
        }
        let cited: usize = given.iter().flatten().map(|answer| answer.evidence.len()).sum();
        if cited > MOST_CITED_IN_ALL {
            reading.note(node.span, problem::too_many_documents(MOST_CITED_IN_ALL));
        }
    }
    fields.finish(reading);
    Some(Answers {
        vendor: vendor?,
        country,
        registration,
        service,
        questionnaire: reference.clone(),
        answered,
        filled,
        chain,
        evidence: items,
        answers: given,
        source: Arc::clone(reading.source),
        answered_span,
    })
}

/// The form that was filled in, as a file names it; whatever else may be wrong with the file.
pub fn filled_form(root: &Node<'_>, source: &Arc<Source>) -> Option<FilledForm> {
    filled(root.get("filled")?, &mut Reading::of(source))
}

/// The form that was filled in. What names no form is noted, and the answers are read on.
fn filled(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<FilledForm> {
    let mut fields = reading.fields(node)?;
    let form = fields.required("form", reading).and_then(|node| {
        let written = reading.text(node)?;
        let form = Fingerprint::parse(written.trim());
        if form.is_none() {
            reading.note(node.span, problem::not_a_form(one_line(written)));
        }
        form
    });
    let on = fields.optional("on").and_then(|node| reading.date(node));
    fields.finish(reading);
    Some(FilledForm { form: form?, on, span: node.span })
}

/// The vendor's name; its other keys are free texts.
fn vendor(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<String> {
    if !read_answer::expect_map(node, reading) {
        return None;
    }
    for entry in reading.entries(node).iter().filter(|entry| entry.key != "name" && !entry.value.is_null()) {
        reading.free_text(&entry.value);
    }
    let Some(name) = node.get("name") else {
        reading.note(node.span, text_problem::missing_key("name"));
        return None;
    };
    let written = reading.filled_text(name)?.trim();
    if written.chars().count() > LONGEST_NAME {
        reading.note(name.span, problem::name_too_long(LONGEST_NAME));
    }
    Some(written.to_owned())
}

/// The documents of the register, and each by its id.
fn register<'n>(
    node: &'n Node<'_>,
    questionnaire: &Questionnaire,
    reading: &mut Reading<'_>,
) -> (ById<EvidenceId, Evidence>, HashMap<&'n str, EvidenceId>) {
    let entries = reading.entries(node);
    let (mut items, mut by_id) = (ById::default(), HashMap::with_capacity(entries.len()));
    for entry in entries {
        crate::questionnaire::names::check_id(entry.key, entry.key_span, reading);
        // a document with a mistake stays known, so that answers that cite it are not wrong, too
        let item = read_answer::item(&entry.value, questionnaire, reading).unwrap_or_default();
        let at = items.push(Evidence { id: Some(entry.key.to_string()), span: entry.key_span, ..item });
        by_id.insert(entry.key, at);
    }
    (items, by_id)
}

fn vendor_answer(
    node: &Node<'_>,
    questionnaire: &Questionnaire,
    question: QuestionId,
    items: &mut ById<EvidenceId, Evidence>,
    register: &HashMap<&str, EvidenceId>,
    reading: &mut Reading<'_>,
) -> Option<VendorAnswer> {
    let asked = &questionnaire.questions[question];
    if !matches!(node.kind, Kind::Map(_)) {
        let answer = read_answer::answer(node, asked, reading)?;
        let (evidence, span, not_known) = (Few::new(), node.span, read_answer::is_not_known(&answer, node));
        return Some(VendorAnswer { answer, not_known, comment: None, evidence, by: None, proposed: None, span });
    }
    if is_in_braces(node, reading.source) {
        reading.note_what_is_cut_off(node);
    }
    let mut fields = reading.fields(node)?;
    let (answer, not_known) = match fields.optional("answer") {
        Some(node) => {
            let answer = read_answer::answer(node, asked, reading);
            let not_known = answer.as_ref().is_some_and(|answer| read_answer::is_not_known(answer, node));
            (answer, not_known)
        }
        None => (Some(Answer::Unknown), false),
    };
    let comment = fields.optional("comment").and_then(|node| reading.free_text(node)).map(str::to_owned);
    let cited = fields.optional("evidence");
    let evidence = cited.map_or_else(Few::new, |node| evidence(node, questionnaire, items, register, reading));
    let by = fields.optional("by").and_then(|node| given_by(node, reading));
    let proposed = fields.optional("proposed").and_then(|node| proposal(node, asked, reading)).map(Box::new);
    fields.finish(reading);
    Some(VendorAnswer { answer: answer?, not_known, comment, evidence, by, proposed, span: node.span })
}

/// Whether a map is written in braces: else, what stands behind it stands behind its last value.
fn is_in_braces(node: &Node<'_>, source: &Source) -> bool {
    source.text.get(node.span.range()).is_some_and(|written| written.starts_with('{'))
}

fn given_by(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<GivenBy> {
    let mut fields = reading.fields(node)?;
    let name = read_answer::required_text(&mut fields, "name", reading);
    let on = fields.optional("on").and_then(|node| reading.date(node));
    fields.finish(reading);
    Some(GivenBy { name: name?, on })
}

/// What a form proposes: an answer that the question allows, or a note.
fn proposal(node: &Node<'_>, asked: &Question, reading: &mut Reading<'_>) -> Option<Proposal> {
    let mut fields = reading.fields(node)?;
    let [answer, note] = ["answer", "note"].map(|key| fields.optional(key));
    let comment = fields.optional("comment").and_then(|node| reading.free_text(node)).map(str::to_owned);
    let from = read_answer::required_text(&mut fields, "from", reading);
    let proposed = match (answer, note) {
        (Some(node), None) => read_answer::answer(node, asked, reading).map(Proposed::Answer),
        (None, Some(node)) => reading.filled_text(node).map(|note| Proposed::Note(note.to_owned())),
        _ => {
            reading.note(fields.span, problem::one_proposal());
            None
        }
    };
    fields.finish(reading);
    Some(Proposal { proposed: proposed?, comment, from: from? })
}

/// The documents that an answer cites, each once: ids of the register, or documents written out, which join the others.
fn evidence(
    node: &Node<'_>,
    questionnaire: &Questionnaire,
    items: &mut ById<EvidenceId, Evidence>,
    register: &HashMap<&str, EvidenceId>,
    reading: &mut Reading<'_>,
) -> Few<EvidenceId> {
    let entries = reading.list(node);
    if entries.len() > MOST_CITED {
        reading.note(node.span, problem::too_many_documents(MOST_CITED));
    }
    let mut cited = Few::with_capacity(entries.len().min(MOST_CITED));
    let mut cite = |document: EvidenceId| {
        if !cited.contains(&document) {
            cited.push(document);
        }
    };
    for entry in entries.iter().take(MOST_CITED) {
        if matches!(entry.kind, Kind::Map(_)) {
            if let Some(item) = read_answer::item(entry, questionnaire, reading) {
                cite(items.push(item));
            }
            continue;
        }
        let Some(id) = reading.text(entry) else { continue };
        match register.get(id).copied() {
            Some(at) => cite(at),
            None => {
                let known = items.iter().filter_map(|item| item.id.as_deref()).take(1000);
                reading.note_near(entry.span, problem::unknown_document(one_line(id)), id, known);
            }
        }
    }
    cited
}
