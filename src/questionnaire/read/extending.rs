//! What a questionnaire extends: another one, which may extend a third.
//!
//! What is extended is read whole first, so that what is wrong in it is said there; then both are read as one.

use std::collections::HashSet;
use std::sync::Arc;

use super::layer::Layer;
use super::whole::whole;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::limits::MOST_CATEGORIES;
use crate::source::fields::Reading;
use crate::source::node::Kind;
use crate::source::{Arena, Checked, Diagnostics, Node, Source, yaml};
use crate::words::clean::one_line;
use crate::words::problem::{Problem, questionnaire as problem, text as text_problem};

/// A larger questionnaire file is refused, in bytes.
pub const LARGEST: usize = 16 << 20;
/// A questionnaire with more values is refused.
pub const MOST_NODES: usize = 1_000_000;

/// Gives the file with a name in the questionnaire's own folder, or says why it cannot be had.
pub type Loader<'l> = &'l dyn Fn(&str) -> Result<Arc<Source>, Problem>;

/// A questionnaire may extend one that extends one, and so on: so many stand one on the other.
const MOST_LAYERS: usize = 5;

/// Where the files lie that a questionnaire names.
pub(super) enum FilesOf<'f> {
    /// In the program.
    BuiltIn(&'f BuiltIn),
    /// In a folder within that of the first questionnaire, by a path that ends in `/` unless it is that itself.
    Folder { load: Loader<'f>, within: String },
}

impl<'f> FilesOf<'f> {
    fn category(&self, name: &str) -> Result<Arc<Source>, Problem> {
        match self {
            FilesOf::BuiltIn(built_in) => built_in.part_source(name),
            FilesOf::Folder { load, within } => load(&format!("{within}{name}")),
        }
    }

    /// The main file of a questionnaire that is extended, and where the files lie that it names.
    fn extended(&self, name: &str) -> Result<(Arc<Source>, FilesOf<'f>), Problem> {
        if let FilesOf::Folder { load, within } = self
            && built_in::is_path(name)
        {
            let path = format!("{within}{}", name.strip_prefix("./").unwrap_or(name));
            let within = path.rfind('/').map_or("", |at| &path[..=at]).to_owned();
            return Ok((load(&path)?, FilesOf::Folder { load: *load, within }));
        }
        let found = built_in::named(name).ok_or_else(|| built_in::unknown(name))?;
        if !name.contains('@') {
            return Err(problem::no_version_named(found.id).did_you_mean(Some(&found.reference())));
        }
        Ok((found.main_source(), FilesOf::BuiltIn(found)))
    }
}

/// Reads a questionnaire that these extend, the last of which is asked for; without them it is that itself.
pub(super) fn read(source: &Arc<Source>, files: &FilesOf<'_>, above: &[&Layer<'_>]) -> Checked<Questionnaire> {
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let Some(root) = yaml::parse(source, &arena, MOST_NODES, &mut notes) else { return Checked::new(None, notes) };
    let mut reading = Reading::with(source, notes);
    let parts = category_sources(&root, files, &mut reading);
    let mut trees: Vec<Option<Node<'_>>> = Vec::with_capacity(parts.len());
    for part in &parts {
        trees.push(part.as_ref().and_then(|part| yaml::parse(part, &arena, MOST_NODES, &mut reading.notes)));
    }
    let extended = root.get("extends").map(|node| base(node, files, source, above, &mut reading));
    let this = Layer { source, arena: &arena, root: &root, parts: &parts, trees: &trees, notes: reading.notes };
    let layers: Vec<&Layer<'_>> = [&this].into_iter().chain(above.iter().copied()).collect();
    match extended {
        None => in_turn(&layers),
        Some(Some((source, files))) => read(&source, &files, &layers),
        Some(None) => Checked::new(None, this.notes),
    }
}

/// Reads one after the other, each with what it extends, until one is wrong.
fn in_turn(layers: &[&Layer<'_>]) -> Checked<Questionnaire> {
    let mut read = whole(layers.get(..1).unwrap_or_default(), None);
    for at in 2..=layers.len() {
        let Some(base) = read.value else { break };
        read = whole(layers.get(..at).unwrap_or_default(), Some(base));
    }
    read
}

/// The main file of what is extended; none of those that extend it, and not too many layers down.
fn base<'f>(
    node: &Node<'_>,
    files: &FilesOf<'f>,
    source: &Arc<Source>,
    above: &[&Layer<'_>],
    reading: &mut Reading<'_>,
) -> Option<(Arc<Source>, FilesOf<'f>)> {
    let name = reading.text(node)?.trim();
    let found = files.extended(name).and_then(|(base, files)| {
        let has_its_text = |known: &&Arc<Source>| known.text == base.text;
        if above.iter().map(|layer| layer.source).chain([source]).any(|known| has_its_text(&known)) {
            return Err(problem::extends_itself(one_line(name)));
        }
        if above.len() + 2 > MOST_LAYERS {
            return Err(problem::extends_too_many(MOST_LAYERS));
        }
        Ok((base, files))
    });
    found.map_err(|problem| reading.note(node.span, problem)).ok()
}

/// The sources of the entries under `categories` that name a file; `None` for those that hold a category themselves.
fn category_sources(root: &Node<'_>, files: &FilesOf<'_>, reading: &mut Reading<'_>) -> Vec<Option<Arc<Source>>> {
    let Some(Node { kind: Kind::List(entries), .. }) = root.get("categories") else { return Vec::new() };
    let entries = entries.get(..MOST_CATEGORIES).unwrap_or(entries);
    let (mut names, mut bytes) = (HashSet::new(), 0);
    let mut source_of = |entry: &Node<'_>| {
        let name = entry.text()?;
        if !names.insert(name.to_owned()) {
            reading.note(entry.span, text_problem::duplicate_key(one_line(name)));
            return None;
        }
        let found = files.category(name).and_then(|source| {
            bytes += source.text.len();
            if bytes > LARGEST { Err(text_problem::file_too_large("16 MB")) } else { Ok(source) }
        });
        found.map_err(|problem| reading.note(entry.span, problem)).ok()
    };
    entries.iter().map(&mut source_of).collect()
}
