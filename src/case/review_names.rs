//! What reviews are called, and those that lie in a folder under a name by which nobody looks for them.

use std::collections::HashMap;
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::world::{FileKind, World};
use crate::answers::read::{LARGEST, MOST_NODES};
use crate::questionnaire::names::folded;
use crate::review::read::FORMAT;
use crate::source::nearest::nearest;
use crate::source::{Arena, Diagnostics, Node, Source, yaml};

/// How the name of a review's file ends.
const ENDING: &str = ".review.yaml";

/// `nordkontakt.yaml` → `nordkontakt.review.yaml`.
pub fn review_name(answers: &Path) -> OsString {
    let mut name = answers.file_stem().unwrap_or_default().to_owned();
    name.push(ENDING);
    name
}

/// The answers that a review is about, by their names: `nordkontakt.review.yaml` → `nordkontakt.yaml`.
pub fn answers_name(review: &Path) -> Option<OsString> {
    let without = |name: &Path, ending: &str| {
        let has_it = name.extension().is_some_and(|found| found == ending);
        has_it.then(|| name.file_stem().map(OsStr::to_owned)).flatten()
    };
    let mut name = without(Path::new(&without(review, "yaml")?), "review")?;
    name.push(".yaml");
    Some(name)
}

/// A review that lies in a folder, whatever its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundReview {
    /// Where it lies.
    pub path: PathBuf,
    /// The vendor that it names.
    pub vendor: String,
}

/// Some reviews, by the vendor that each names.
#[derive(Clone, Debug, Default)]
pub struct FoundReviews(HashMap<String, Vec<FoundReview>>);

impl FoundReviews {
    /// Those that were found.
    pub fn of(all: Vec<FoundReview>) -> FoundReviews {
        let mut found = FoundReviews::default();
        for review in all {
            found.0.entry(folded(&review.vendor).into_owned()).or_default().push(review);
        }
        found
    }

    /// Those of a vendor, but for capitals, in the order of their names.
    pub fn of_vendor(&self, vendor: &str) -> &[FoundReview] {
        self.0.get(&*folded(vendor)).map_or(&[], Vec::as_slice)
    }
}

/// The reviews of a folder that nobody looks for by their names, in the order of names: those that look like reviews
/// by their names and are some by what they say. Where not even the folder can be listed, there are none.
pub fn reviews_nobody_looks_for(
    folder: &Path,
    world: &dyn World,
    is_looked_for: impl Fn(&OsStr, &[OsString]) -> bool,
) -> Vec<FoundReview> {
    let listed = world.list(folder).unwrap_or_default();
    let files = listed.into_iter().filter(|entry| entry.kind == FileKind::File);
    let mut names: Vec<OsString> = files.map(|file| file.name).collect();
    names.sort();
    let others = names.iter().filter(|name| looks_like_review(name) && !is_looked_for(name, &names));
    others.filter_map(|name| review_at(folder.join(name), world)).collect()
}

/// Whether a review lies beside the answers that it is about, or beside a form that will become some: it has their
/// name.
pub fn is_beside_its_answers(review: &OsStr, names: &[OsString]) -> bool {
    let answers = answers_name(Path::new(review));
    let stem = answers.as_deref().map(Path::new).and_then(Path::file_stem);
    let is_its = |ending: &&str| {
        let mut name = stem.unwrap_or_default().to_owned();
        name.push(ending);
        names.binary_search(&name).is_ok()
    };
    stem.is_some() && [".yaml", ".yml", ".json", ".xlsx", ".html", ".csv"].iter().any(is_its)
}

/// Whether a file may be a review by its name: a word of it is that, perhaps with a slip of the hand.
fn looks_like_review(name: &OsStr) -> bool {
    let words = ["review", "granskning"];
    let Some(name) = name.to_str().map(str::to_lowercase) else { return false };
    let is_text = match Path::new(&name).extension().and_then(OsStr::to_str) {
        None => true,
        Some(ending) => ["yaml", "yml", "json", "txt"].contains(&ending),
    };
    let is_near = |word: &str| nearest(word, words).is_some();
    is_text && (words.iter().any(|word| name.contains(word)) || name.split(|c: char| !c.is_alphabetic()).any(is_near))
}

/// A file, if it says that it is a review and names its vendor. Nothing is made of it, so it may be written over.
fn review_at(path: PathBuf, world: &dyn World) -> Option<FoundReview> {
    let bytes = world.peek(&path, LARGEST).ok()?;
    let source = Source::from_bytes(&path.to_string_lossy(), bytes, LARGEST).ok()?;
    said(&source, "format").filter(|format| format == FORMAT)?;
    Some(FoundReview { vendor: said(&source, "vendor")?, path })
}

/// The text behind a key at the top of a file.
fn said(source: &Arc<Source>, key: &str) -> Option<String> {
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let value = yaml::peek(source, &arena, key, MOST_NODES, &mut notes);
    value.as_ref().and_then(Node::text).map(|text| text.trim().to_owned())
}
