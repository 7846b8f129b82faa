//! From files to a valid [`Questionnaire`], with every problem noted.
//!
//! First the head and the definitions, then the categories with their questions, and last the conditions, which may
//! name any question.

mod condition;
mod form;

use std::collections::HashSet;
use std::sync::Arc;

use sha2::{Digest, Sha256};

use crate::questionnaire::form::Form;
use crate::questionnaire::level::Level;
use crate::questionnaire::model::{
    Basis, Category, Contradiction, EvidenceKind, Factor, FactorOption, Framework, Group, NotApplicable, Origin,
    Question, Questionnaire, RedFlag, Weight,
};
use crate::questionnaire::names::{self, Unique};
use crate::questionnaire::text::{self, Text};
use crate::source::fields::{Fields, Reading};
use crate::source::file::hexadecimal;
use crate::source::node::Kind;
use crate::source::{Checked, Diagnostics, Node, Source, Span, yaml};
use crate::words::complaint::{Problem, questionnaire as complaint, text as text_complaint};

/// The format of a questionnaire file.
pub const FORMAT: &str = "duly/questionnaire@1";
/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("../questionnaire.schema.json");
/// The format of a file that holds one category.
pub const CATEGORY_FORMAT: &str = "duly/category@1";
/// A larger questionnaire file is refused, in bytes.
pub const LARGEST: usize = 16 << 20;
/// A questionnaire with more values is refused.
pub const MOST_NODES: usize = 1_000_000;
/// A questionnaire with more categories is refused.
const MOST_CATEGORIES: usize = 200;

/// Gives the category file with a name in the questionnaire's own folder, or says why it cannot be had.
pub type Loader<'l> = &'l dyn Fn(&str) -> Result<Arc<Source>, Problem>;

/// Reads a questionnaire; `load` gives the category files that it names.
pub fn read(source: &Arc<Source>, load: Loader<'_>) -> Checked<Questionnaire> {
    let mut notes = Diagnostics::default();
    let Some(root) = yaml::parse(source, MOST_NODES, &mut notes) else { return Checked::new(None, notes) };
    let mut reading = Reading { source, notes };
    let parts = category_sources(&root, load, &mut reading);
    let mut trees: Vec<Option<Node<'_>>> = Vec::with_capacity(parts.len());
    for part in &parts {
        trees.push(part.as_ref().and_then(|part| yaml::parse(part, MOST_NODES, &mut reading.notes)));
    }
    let mut reader = Reader::new(reading);
    let value = reader.questionnaire(&root, &parts, &trees);
    Checked::new(value, reader.finish())
}

/// The sources of the entries under `categories` that name a file; `None` for those that hold a category themselves.
fn category_sources(root: &Node<'_>, load: Loader<'_>, reading: &mut Reading<'_>) -> Vec<Option<Arc<Source>>> {
    let Some(Node { kind: Kind::List(entries), .. }) = root.get("categories") else { return Vec::new() };
    let entries = entries.get(..MOST_CATEGORIES).unwrap_or(entries);
    let (mut names, mut bytes) = (HashSet::new(), 0);
    let mut source_of = |entry: &Node<'_>| {
        let name = entry.text()?;
        if !names.insert(name.to_owned()) {
            reading.note(entry.span, text_complaint::duplicate_key(name));
            return None;
        }
        let found = load(name).and_then(|source| {
            bytes += source.text.len();
            if bytes > LARGEST { Err(text_complaint::file_too_large("16 MB")) } else { Ok(source) }
        });
        found.map_err(|problem| reading.note(entry.span, problem)).ok()
    };
    entries.iter().map(&mut source_of).collect()
}

/// What question texts and references are read against.
struct Definitions {
    languages: Vec<String>,
    scales: form::Scales,
    evidence: Vec<EvidenceKind>,
    frameworks: Vec<Framework>,
}

/// A condition that waits until all questions are known: which file it stands in, and the node.
struct Waiting<'n, 't> {
    question: usize,
    reading: usize,
    node: &'n Node<'t>,
}

struct Reader<'s, 'n, 't> {
    /// The main file, then the category files.
    readings: Vec<Reading<'s>>,
    waiting: Vec<Waiting<'n, 't>>,
    categories: Vec<Category>,
    questions: Vec<Question>,
    /// Full ids of questions and factors that could not be read.
    broken: Vec<String>,
    /// Where each category stands in the main file.
    entries: Vec<Span>,
}

impl<'s: 'n, 'n, 't> Reader<'s, 'n, 't> {
    fn new(main: Reading<'s>) -> Self {
        let (waiting, categories, questions) = (Vec::new(), Vec::new(), Vec::new());
        Reader { readings: vec![main], waiting, categories, questions, broken: Vec::new(), entries: Vec::new() }
    }

    fn finish(self) -> Diagnostics {
        let mut all = Diagnostics::default();
        self.readings.into_iter().for_each(|reading| all.append(reading.notes));
        all
    }

    fn questionnaire(
        &mut self,
        root: &'n Node<'t>,
        parts: &'s [Option<Arc<Source>>],
        trees: &'n [Option<Node<'t>>],
    ) -> Option<Questionnaire> {
        let main = &mut self.readings[0];
        let mut fields = main.head(root, FORMAT)?;
        let id = fields.required("id", main).and_then(|node| names::id(node, main));
        let version = fields.required("version", main).and_then(|node| names::version(node, main));
        let definitions = definitions(&mut fields, main);
        let languages = &definitions.languages;
        let title = fields.required("title", main).and_then(|node| text::read(node, languages, main));
        let about = optional_text(&mut fields, "about", languages, main);
        let factors = factors(&mut fields, languages, &mut self.broken, main);
        if let Some(node) = fields.required("categories", main) {
            self.categories(node, parts, trees, &definitions);
        }
        let main = &mut self.readings[0];
        let groups = groups(&mut fields, languages, &self.categories, main);
        let lookup = condition::Lookup::new(&self.questions, &factors, &self.broken);
        if self.broken.is_empty() && !main.notes.has_errors() {
            unused(root, &definitions, &self.questions, main);
        }
        let flags = flags(&mut fields, languages, &lookup, main);
        let contradictions = contradictions(&mut fields, languages, &lookup, main);
        fields.finish(main);
        let by_id = lookup.into_ids();
        let asking_order = self.conditions(&factors);
        let sources: Vec<Arc<Source>> = self.readings.iter().map(|reading| Arc::clone(reading.source)).collect();
        Some(Questionnaire {
            id: id?,
            version: version?,
            title: title?,
            about,
            factors,
            flags,
            contradictions,
            groups,
            categories: std::mem::take(&mut self.categories),
            questions: std::mem::take(&mut self.questions),
            fingerprint: fingerprint(&sources),
            sources,
            asking_order,
            by_id,
            languages: definitions.languages,
            evidence: definitions.evidence,
            frameworks: definitions.frameworks,
        })
    }

    fn categories(
        &mut self,
        node: &'n Node<'t>,
        parts: &'s [Option<Arc<Source>>],
        trees: &'n [Option<Node<'t>>],
        definitions: &Definitions,
    ) {
        let main = &mut self.readings[0];
        let entries = main.filled_list(node, "categories");
        if entries.len() > MOST_CATEGORIES {
            main.note(node.span, text_complaint::out_of_range(entries.len(), 1, MOST_CATEGORIES));
        }
        let mut ids = Unique::default();
        for ((entry, part), tree) in entries.iter().zip(parts).zip(trees) {
            let before = self.categories.len();
            match (part, tree) {
                (None, _) if entry.text().is_none() => self.category(entry, 0, definitions, &mut ids),
                (Some(source), Some(tree)) => {
                    self.readings.push(Reading::of(source));
                    self.category(tree, self.readings.len() - 1, definitions, &mut ids);
                }
                _ => {} // a file that could not be had or parsed: already noted
            }
            self.entries.extend((self.categories.len() > before).then_some(entry.span));
        }
        self.same_kind_of_weights();
    }

    fn same_kind_of_weights(&mut self) {
        let weighted = self.categories.iter().filter(|category| category.weight.is_some()).count();
        if weighted == 0 || weighted == self.categories.len() {
            return;
        }
        let bare = self.categories.iter().zip(&self.entries).filter(|(category, _)| category.weight.is_none());
        bare.for_each(|(_, span)| self.readings[0].note(*span, complaint::mixed_category_weights()));
    }

    fn category(&mut self, node: &'n Node<'t>, file: usize, definitions: &Definitions, ids: &mut Unique) {
        let reading = &mut self.readings[file];
        let found = if file > 0 { reading.head(node, CATEGORY_FORMAT) } else { reading.fields(node) };
        let Some(mut fields) = found else { return };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        // a category with a bad id stays known by it, so that conditions that name its questions are not wrong, too
        let id = id.or_else(|| node.get("id")?.text().map(str::to_owned)).unwrap_or_default();
        let title =
            fields.required("title", reading).and_then(|node| text::read(node, &definitions.languages, reading));
        let about = optional_text(&mut fields, "about", &definitions.languages, reading);
        let weight = fields.optional("weight").and_then(|node| reading.integer(node, 0..=10_000));
        let minimum = fields.optional("minimum").and_then(|node| reading.integer(node, 1..=100));
        let first = self.questions.len();
        if let Some(list) = fields.required("questions", reading) {
            let mut ids = Unique::default();
            for entry in reading.filled_list(list, "questions") {
                let at = Spot { file, category: self.categories.len(), category_id: &id };
                let Some((question, when)) = question(entry, &at, definitions, &mut ids, reading) else {
                    let known = entry.get("id").and_then(Node::text);
                    self.broken.extend(known.map(|question| format!("{id}.{question}")));
                    continue;
                };
                self.waiting.extend(when.map(|node| Waiting { question: self.questions.len(), reading: file, node }));
                self.questions.push(question);
            }
        }
        fields.finish(reading);
        self.categories.push(Category {
            title: title.unwrap_or_else(|| Text::same(&id)),
            id,
            about,
            weight: weight.and_then(|number| u32::try_from(number).ok()),
            minimum: minimum.and_then(|number| u8::try_from(number).ok()),
            questions: first..self.questions.len(),
        });
    }

    /// Reads the conditions of questions, now that all questions are known, and refuses circles. Gives an order in which
    /// they can be decided.
    fn conditions(&mut self, factors: &[Factor]) -> Vec<usize> {
        let lookup = condition::Lookup::new(&self.questions, factors, &self.broken);
        let mut found = Vec::with_capacity(self.waiting.len());
        for waiting in &self.waiting {
            let reading = &mut self.readings[waiting.reading];
            found.push((waiting.question, condition::read(waiting.node, &lookup, reading)));
        }
        for (question, condition) in found {
            self.questions[question].when = condition;
        }
        condition::asking_order(&self.questions).unwrap_or_else(|circle| {
            let names: Vec<&str> = circle.iter().map(|at| self.questions[*at].id.as_str()).collect();
            if let Some(Origin { file, span }) = circle.first().map(|at| self.questions[*at].origin) {
                self.readings[file].note(span, complaint::condition_cycle(names.join(" → ")));
            }
            Vec::new()
        })
    }
}

fn fingerprint(sources: &[Arc<Source>]) -> String {
    let mut hash = Sha256::new();
    for source in sources {
        let length: usize = source.bytes().map(<[u8]>::len).sum();
        hash.update((length as u64).to_le_bytes());
        source.bytes().for_each(|bytes| hash.update(bytes));
    }
    hexadecimal(&hash.finalize())
}

/// Scales, kinds of evidence and frameworks that no question uses.
fn unused(root: &Node<'_>, definitions: &Definitions, questions: &[Question], reading: &mut Reading<'_>) {
    let Definitions { scales, evidence, frameworks, .. } = definitions;
    let scale = |at: usize| {
        let uses = |form: &Form| matches!(form, Form::ChooseOne(choices) if Arc::ptr_eq(choices, &scales[at].1));
        questions.iter().any(|question| uses(&question.form))
    };
    let kind = |at: usize| questions.iter().any(|question| question.evidence.contains(&at));
    let framework = |at: usize| questions.iter().any(|q| q.refs.iter().any(|(framework, _)| *framework == at));
    let names = scales.iter().enumerate().map(|(at, (name, _))| (name, scale(at)));
    let names = names.chain(evidence.iter().enumerate().map(|(at, found)| (&found.id, kind(at))));
    let names = names.chain(frameworks.iter().enumerate().map(|(at, found)| (&found.id, framework(at))));
    let spans = ["scales", "evidence", "frameworks"].into_iter().flat_map(|key| definition_spans(root, key));
    for ((name, _), span) in names.zip(spans).filter(|((_, used), _)| !used) {
        reading.note(span, complaint::unused_definition(name));
    }
}

/// Where the entries of a list or map of definitions stand.
fn definition_spans(root: &Node<'_>, key: &str) -> Vec<Span> {
    match root.get(key).map(|node| &node.kind) {
        Some(Kind::Map(entries)) => entries.iter().map(|entry| entry.key_span).collect(),
        Some(Kind::List(items)) => items.iter().map(|item| item.get("id").map_or(item.span, |id| id.span)).collect(),
        _ => Vec::new(),
    }
}

fn optional_text(
    fields: &mut Fields<'_, '_>,
    key: &'static str,
    languages: &[String],
    reading: &mut Reading<'_>,
) -> Option<Text> {
    fields.optional(key).and_then(|node| text::read(node, languages, reading))
}

fn definitions(fields: &mut Fields<'_, '_>, reading: &mut Reading<'_>) -> Definitions {
    let languages = languages(fields, reading);
    let scales = fields.optional("scales").map_or_else(Vec::new, |node| scales(node, &languages, reading));
    let evidence = fields.optional("evidence").map_or_else(Vec::new, |node| evidence_kinds(node, &languages, reading));
    let frameworks = fields.optional("frameworks").map_or_else(Vec::new, |node| frameworks(node, &languages, reading));
    Definitions { languages, scales, evidence, frameworks }
}

fn languages(fields: &mut Fields<'_, '_>, reading: &mut Reading<'_>) -> Vec<String> {
    let Some(node) = fields.optional("languages") else { return vec!["en".to_owned()] };
    let mut unique = Unique::default();
    let items = reading.filled_list(node, "languages");
    items.iter().filter_map(|item| unique.id(item, reading)).collect()
}

fn scales(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> form::Scales {
    let mut scales = Vec::new();
    for entry in reading.entries(node) {
        names::check_id(&entry.key, entry.key_span, reading);
        if form::is_fixed_scale(&entry.key) {
            reading.note(entry.key_span, complaint::duplicate_id(&entry.key));
        }
        scales.push((entry.key.to_string(), form::choices(&entry.value, languages, reading)));
    }
    scales
}

fn evidence_kinds(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Vec<EvidenceKind> {
    let mut ids = Unique::default();
    let mut kinds = Vec::new();
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let ask = fields.required("ask", reading).and_then(|node| text::read(node, languages, reading));
        let months = fields.optional("valid_months").and_then(|node| reading.integer(node, 1..=120));
        fields.finish(reading);
        let valid_months = months.and_then(|number| u32::try_from(number).ok());
        // a kind without its text stays known, so that questions that name it are not wrong, too
        let kind = |id: String| EvidenceKind { ask: ask.unwrap_or_else(|| Text::same(&id)), id, valid_months };
        kinds.extend(id.map(kind));
    }
    kinds
}

fn frameworks(node: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Vec<Framework> {
    let mut frameworks = Vec::new();
    for entry in reading.entries(node) {
        names::check_id(&entry.key, entry.key_span, reading);
        let Some(mut fields) = reading.fields(&entry.value) else { continue };
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let link = fields.optional("link").and_then(|node| reading.text(node)).map(str::to_owned);
        fields.finish(reading);
        let title = title.unwrap_or_else(|| Text::same(&*entry.key));
        frameworks.push(Framework { id: entry.key.to_string(), title, link });
    }
    frameworks
}

fn factors(
    fields: &mut Fields<'_, '_>,
    languages: &[String],
    broken: &mut Vec<String>,
    reading: &mut Reading<'_>,
) -> Vec<Factor> {
    let mut ids = Unique::default();
    let mut factors = Vec::new();
    let Some(node) = fields.optional("inherent_risk") else { return factors };
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let ask = fields.required("ask", reading).and_then(|node| text::read(node, languages, reading));
        let list = fields.required("options", reading);
        let options = list.map_or_else(Vec::new, |list| factor_options(list, languages, reading));
        fields.finish(reading);
        match id.zip(ask) {
            Some((id, ask)) => factors.push(Factor { id, ask, options }),
            None => broken.extend(item.get("id").and_then(Node::text).map(|id| format!("inherent_risk.{id}"))),
        }
    }
    factors
}

fn factor_options(list: &Node<'_>, languages: &[String], reading: &mut Reading<'_>) -> Vec<FactorOption> {
    let mut ids = Unique::default();
    let mut options = Vec::new();
    for item in reading.filled_list(list, "options") {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let label = optional_text(&mut fields, "label", languages, reading);
        let tier = fields.required("tier", reading).and_then(|node| reading.word(node));
        fields.finish(reading);
        options.extend(id.map(|id| FactorOption {
            label: label.unwrap_or_else(|| Text::same(&id)),
            id,
            tier: tier.unwrap_or(Level::Critical),
        }));
    }
    options
}

fn flags(
    fields: &mut Fields<'_, '_>,
    languages: &[String],
    lookup: &condition::Lookup<'_>,
    reading: &mut Reading<'_>,
) -> Vec<RedFlag> {
    let mut ids = Unique::default();
    let mut flags = Vec::new();
    let Some(node) = fields.optional("red_flags") else { return flags };
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let remedy = optional_text(&mut fields, "remedy", languages, reading);
        let severity = fields.required("severity", reading).and_then(|node| reading.word(node));
        let basis = fields.optional("basis").and_then(|node| reading.word::<Basis>(node));
        let when = fields.required("when", reading).and_then(|node| condition::read(node, lookup, reading));
        let origin = Origin { file: 0, span: fields.key_span("id") };
        fields.finish(reading);
        if let (Some(id), Some(title), Some(severity), Some(when)) = (id, title, severity, when) {
            flags.push(RedFlag { id, title, remedy, severity, basis, when, origin });
        }
    }
    flags
}

fn contradictions(
    fields: &mut Fields<'_, '_>,
    languages: &[String],
    lookup: &condition::Lookup<'_>,
    reading: &mut Reading<'_>,
) -> Vec<Contradiction> {
    let mut ids = Unique::default();
    let mut found = Vec::new();
    let Some(node) = fields.optional("contradictions") else { return found };
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let when = fields.required("when", reading).and_then(|node| condition::read(node, lookup, reading));
        fields.finish(reading);
        if let (Some(id), Some(title), Some(when)) = (id, title, when) {
            found.push(Contradiction { id, title, when });
        }
    }
    found
}

fn groups(
    fields: &mut Fields<'_, '_>,
    languages: &[String],
    categories: &[Category],
    reading: &mut Reading<'_>,
) -> Vec<Group> {
    let mut ids = Unique::default();
    let mut grouped: Vec<usize> = Vec::new();
    let mut groups = Vec::new();
    let Some(node) = fields.optional("groups") else { return groups };
    for item in reading.list(node) {
        let Some(mut fields) = reading.fields(item) else { continue };
        let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
        let title = fields.required("title", reading).and_then(|node| text::read(node, languages, reading));
        let list = fields.required("categories", reading);
        let members = list.map_or_else(Vec::new, |list| members(list, categories, &mut grouped, reading));
        fields.finish(reading);
        groups.extend(id.zip(title).map(|(id, title)| Group { id, title, categories: members }));
    }
    groups
}

fn members(
    list: &Node<'_>,
    categories: &[Category],
    grouped: &mut Vec<usize>,
    reading: &mut Reading<'_>,
) -> Vec<usize> {
    let mut members = Vec::new();
    for item in reading.filled_list(list, "categories") {
        let Some(name) = reading.text(item) else { continue };
        let Some(at) = categories.iter().position(|category| category.id == name) else {
            let known = categories.iter().map(|category| category.id.as_str());
            reading.note_near(item.span, complaint::unknown_category(name), name, known);
            continue;
        };
        if grouped.contains(&at) {
            reading.note(item.span, complaint::category_in_two_groups(name));
        }
        grouped.push(at);
        members.push(at);
    }
    members
}

/// Where a question stands among the categories.
struct Spot<'a> {
    file: usize,
    category: usize,
    category_id: &'a str,
}

/// A question, and the node of its condition.
fn question<'n, 't>(
    node: &'n Node<'t>,
    spot: &Spot<'_>,
    definitions: &Definitions,
    ids: &mut Unique,
    reading: &mut Reading<'_>,
) -> Option<(Question, Option<&'n Node<'t>>)> {
    let languages = &definitions.languages;
    let mut fields = reading.fields(node)?;
    let id = fields.required("id", reading).and_then(|node| ids.id(node, reading));
    let ask = fields.required("ask", reading).and_then(|node| text::read(node, languages, reading));
    let [help, good, weak] = ["help", "good", "weak"].map(|key| optional_text(&mut fields, key, languages, reading));
    let weight = weight(&mut fields, reading);
    let form =
        fields.required("answer", reading).and_then(|node| form::read(node, languages, &definitions.scales, reading));
    let not_applicable = fields.optional("not_applicable").and_then(|node| reading.word(node));
    let evidence = fields.optional("evidence").map_or_else(Vec::new, |node| kinds(node, definitions, reading));
    let [follow_up, remedy] = ["follow_up", "remedy"].map(|key| optional_text(&mut fields, key, languages, reading));
    let refs = fields.optional("refs").map_or_else(Vec::new, |node| refs(node, definitions, reading));
    let when = fields.optional("when");
    let origin = Origin { file: spot.file, span: fields.key_span("id") };
    fields.finish(reading);
    let question = Question {
        id: format!("{}.{}", spot.category_id, id?),
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
        origin,
    };
    Some((question, when))
}

fn weight(fields: &mut Fields<'_, '_>, reading: &mut Reading<'_>) -> Option<Weight> {
    match (fields.optional("importance"), fields.optional("weight")) {
        (Some(importance), None) => reading.word(importance).map(Weight::Importance),
        (None, Some(weight)) => {
            reading.integer(weight, 0..=10_000).and_then(|number| u32::try_from(number).ok()).map(Weight::Direct)
        }
        _ => {
            reading.note(fields.key_span("weight"), complaint::importance_or_weight());
            None
        }
    }
}

fn kinds(node: &Node<'_>, definitions: &Definitions, reading: &mut Reading<'_>) -> Vec<usize> {
    let mut kinds = Vec::new();
    for item in reading.list(node) {
        let Some(name) = reading.text(item) else { continue };
        match definitions.evidence.iter().position(|kind| kind.id == name) {
            Some(at) => kinds.push(at),
            None => {
                let known = definitions.evidence.iter().map(|kind| kind.id.as_str());
                reading.note_near(item.span, complaint::unknown_evidence_kind(name), name, known);
            }
        }
    }
    kinds
}

fn refs(node: &Node<'_>, definitions: &Definitions, reading: &mut Reading<'_>) -> Vec<(usize, Vec<String>)> {
    let mut refs = Vec::new();
    for entry in reading.entries(node) {
        let items = reading.list(&entry.value);
        let points: Vec<String> = items.iter().filter_map(|item| reading.text(item)).map(str::to_owned).collect();
        match definitions.frameworks.iter().position(|framework| framework.id == entry.key) {
            Some(at) => refs.push((at, points)),
            None => {
                let known = definitions.frameworks.iter().map(|framework| framework.id.as_str());
                reading.note_near(entry.key_span, complaint::unknown_framework(&entry.key), &entry.key, known);
            }
        }
    }
    refs
}
