//! From files to a valid [`Questionnaire`], with every problem noted.
//!
//! First the head and the definitions, then the categories with their questions, and last the conditions, which may
//! name any question.

mod categories;
mod condition;
mod definitions;
mod factors;
mod flags;
mod form;
mod gathering;
mod groups;
mod question;

use std::collections::HashSet;
use std::sync::Arc;

use sha2::{Digest, Sha256};

pub use self::categories::CATEGORY_FORMAT;
use self::categories::MOST_CATEGORIES;
use self::gathering::Gathering;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{ById, FileId};
use crate::questionnaire::names;
use crate::questionnaire::text;
use crate::source::fields::Reading;
use crate::source::file::hexadecimal;
use crate::source::node::Kind;
use crate::source::{Checked, Diagnostics, Node, Source, yaml};
use crate::words::clean::one_line;
use crate::words::problem::{Problem, text as text_problem};

/// The format of a questionnaire file.
pub const FORMAT: &str = "duly/questionnaire@1";
/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("../questionnaire.schema.json");
/// A larger questionnaire file is refused, in bytes.
pub const LARGEST: usize = 16 << 20;
/// A questionnaire with more values is refused.
pub const MOST_NODES: usize = 1_000_000;

/// Gives the category file with a name in the questionnaire's own folder, or says why it cannot be had.
pub type Loader<'l> = &'l dyn Fn(&str) -> Result<Arc<Source>, Problem>;

/// Reads a questionnaire; `load` gives the category files that it names.
pub fn read(source: &Arc<Source>, load: Loader<'_>) -> Checked<Questionnaire> {
    let mut notes = Diagnostics::default();
    let Some(root) = yaml::parse(source, MOST_NODES, &mut notes) else { return Checked::new(None, notes) };
    let mut reading = Reading::with(source, notes);
    let parts = category_sources(&root, load, &mut reading);
    let mut trees: Vec<Option<Node<'_>>> = Vec::with_capacity(parts.len());
    for part in &parts {
        trees.push(part.as_ref().and_then(|part| yaml::parse(part, MOST_NODES, &mut reading.notes)));
    }
    let mut gathering = Gathering::new(reading);
    let value = gathering.questionnaire(&root, &parts, &trees);
    Checked::new(value, gathering.finish())
}

/// The sources of the entries under `categories` that name a file; `None` for those that hold a category themselves.
fn category_sources(root: &Node<'_>, load: Loader<'_>, reading: &mut Reading<'_>) -> Vec<Option<Arc<Source>>> {
    let Some(Node { kind: Kind::List(entries), .. }) = root.get("categories") else { return Vec::new() };
    let entries = entries.get(..MOST_CATEGORIES).unwrap_or(entries);
    let (mut names, mut bytes) = (HashSet::new(), 0);
    let mut source_of = |entry: &Node<'_>| {
        let name = entry.text()?;
        if !names.insert(name.to_owned()) {
            reading.note(entry.span, text_problem::duplicate_key(one_line(name)));
            return None;
        }
        let found = load(name).and_then(|source| {
            bytes += source.text.len();
            if bytes > LARGEST { Err(text_problem::file_too_large("16 MB")) } else { Ok(source) }
        });
        found.map_err(|problem| reading.note(entry.span, problem)).ok()
    };
    entries.iter().map(&mut source_of).collect()
}

impl<'s: 'n, 'n, 't> Gathering<'s, 'n, 't> {
    fn questionnaire(
        &mut self,
        root: &'n Node<'t>,
        parts: &'s [Option<Arc<Source>>],
        trees: &'n [Option<Node<'t>>],
    ) -> Option<Questionnaire> {
        let main = &mut self.readings[self.main];
        let mut fields = main.head(root, FORMAT)?;
        let id = fields.required("id", main).and_then(|node| names::id(node, main));
        let version = fields.required("version", main).and_then(|node| names::version(node, main));
        let definitions = definitions::definitions(&mut fields, main);
        let languages = &definitions.languages;
        let title = fields.required("title", main).and_then(|node| text::read(node, languages, main));
        let about = text::optional(&mut fields, "about", languages, main);
        let factors = factors::factors(&mut fields, languages, &mut self.broken, main);
        if let Some(node) = fields.required("categories", main) {
            self.categories(node, parts, trees, &definitions);
        }
        self.earlier_ids();
        let main = &mut self.readings[self.main];
        let groups = groups::groups(&mut fields, languages, &self.categories, main);
        let lookup = condition::Lookup::new(&self.questions, &factors, &self.broken);
        if self.broken.is_empty() && !main.notes.has_errors() {
            definitions::unused(root, &definitions, &self.questions, main);
        }
        let flags = flags::flags(&mut fields, languages, &lookup, self.main, main);
        let contradictions = flags::contradictions(&mut fields, languages, &lookup, main);
        fields.finish(main);
        let (by_id, factor_ids) = lookup.into_ids();
        let asking_order = self.conditions(&factors);
        let sources = self.readings.map(|_, reading| Arc::clone(reading.source));
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
            told_in: None,
            sources,
            asking_order,
            by_id,
            factor_ids,
            kind_ids: definitions.kinds,
            languages: definitions.languages,
            evidence: definitions.evidence,
            frameworks: definitions.frameworks,
        })
    }
}

fn fingerprint(sources: &ById<FileId, Arc<Source>>) -> String {
    let mut hash = Sha256::new();
    for source in sources {
        let length: usize = source.bytes().map(<[u8]>::len).sum();
        hash.update((length as u64).to_le_bytes());
        source.bytes().for_each(|bytes| hash.update(bytes));
    }
    hexadecimal(&hash.finalize())
}
