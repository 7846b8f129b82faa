//! The documents of the vendor that our review names, found by their names: both lists may be long.

use std::collections::{HashMap, HashSet};
use std::hash::Hash;

use crate::answers::Evidence;
use crate::questionnaire::ids::KindId;
use crate::source::{Date, Fingerprint, Span};

/// A document of the vendor as our review names it. If the vendor changes one of the three, it is another document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperName {
    /// What it is called.
    pub title: String,
    /// Its kind.
    pub kind: Option<KindId>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// Where it stands.
    pub span: Span,
}

/// A document of the vendor that we hold elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceivedPaper {
    /// Which.
    pub name: PaperName,
    /// When we received it.
    pub on: Option<Date>,
    /// Where we keep it, in our own words. Never opened.
    pub location: Option<String>,
}

/// A document of the vendor that we opened and that proves nothing, under whatever name it comes back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RefusedPaper {
    /// Which.
    pub name: PaperName,
    /// Its file, by its content.
    pub sha256: Option<Fingerprint>,
    /// Why it proves nothing.
    pub because: String,
}

/// By what our review knows a document: title, kind, day of issue.
type PaperKey = (String, Option<KindId>, Option<Date>);

/// What our review says of a document.
pub trait NamesPaper {
    /// Which document.
    fn name(&self) -> &PaperName;

    /// The content that is meant under any name.
    fn content(&self) -> Option<Fingerprint>;
}

impl NamesPaper for ReceivedPaper {
    fn name(&self) -> &PaperName {
        &self.name
    }

    fn content(&self) -> Option<Fingerprint> {
        None
    }
}

impl NamesPaper for RefusedPaper {
    fn name(&self) -> &PaperName {
        &self.name
    }

    fn content(&self) -> Option<Fingerprint> {
        self.sha256
    }
}

/// What our review says of documents, in its order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedPapers<P> {
    all: Vec<P>,
    by_name: HashMap<PaperKey, usize>,
    by_content: HashMap<Fingerprint, usize>,
}

impl<P: NamesPaper> NamedPapers<P> {
    /// All of it.
    pub fn iter(&self) -> std::slice::Iter<'_, P> {
        self.all.iter()
    }

    /// The first that is said of a document, by its name or by its content, if that is known.
    pub fn of(&self, item: &Evidence, content: Option<Fingerprint>) -> Option<&P> {
        let by_name = self.by_name.get(&key_of(item));
        let by_content = content.and_then(|content| self.by_content.get(&content));
        by_name.into_iter().chain(by_content).min().map(|at| &self.all[*at])
    }

    /// Those of documents that are none of these, in their order.
    pub fn not_among<'p>(&'p self, items: impl IntoIterator<Item = &'p Evidence>) -> impl Iterator<Item = &'p P> {
        let theirs: HashSet<PaperKey> = items.into_iter().map(key_of).collect();
        self.all.iter().filter(move |paper| !theirs.contains(&key(paper.name())))
    }
}

impl<P> Default for NamedPapers<P> {
    fn default() -> Self {
        NamedPapers { all: Vec::new(), by_name: HashMap::new(), by_content: HashMap::new() }
    }
}

impl<P: NamesPaper> FromIterator<P> for NamedPapers<P> {
    fn from_iter<A: IntoIterator<Item = P>>(papers: A) -> Self {
        let all: Vec<P> = papers.into_iter().collect();
        let by_name = first_of_each(all.iter().map(|paper| Some(key(paper.name()))));
        let by_content = first_of_each(all.iter().map(NamesPaper::content));
        NamedPapers { all, by_name, by_content }
    }
}

/// Where each key stands first.
fn first_of_each<K: Eq + Hash>(keys: impl Iterator<Item = Option<K>>) -> HashMap<K, usize> {
    let mut first = HashMap::new();
    for (at, key) in keys.enumerate() {
        key.map(|key| first.entry(key).or_insert(at));
    }
    first
}

fn key(name: &PaperName) -> PaperKey {
    (name.title.clone(), name.kind, name.issued)
}

fn key_of(item: &Evidence) -> PaperKey {
    (item.title.trim().to_owned(), item.kind, item.issued)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(title: &str, sha256: Option<Fingerprint>, because: &str) -> RefusedPaper {
        let name = PaperName { title: title.to_owned(), kind: None, issued: None, span: Span::default() };
        RefusedPaper { name, sha256, because: because.to_owned() }
    }

    fn item(title: &str) -> Evidence {
        Evidence { title: title.to_owned(), ..Evidence::default() }
    }

    #[test]
    fn the_first_that_is_said_of_a_document_counts() {
        let content = Fingerprint::parse(&"a".repeat(64));
        let papers = [("A", None, "1"), ("A", None, "2"), ("B", content, "3"), ("C", None, "4")];
        let papers: NamedPapers<RefusedPaper> =
            papers.map(|(title, sha256, because)| refused(title, sha256, because)).into_iter().collect();
        let because = |title: &str, content| papers.of(&item(title), content).map(|paper| paper.because.as_str());
        assert_eq!(
            [because(" A ", None), because("C", content), because("D", content)],
            [Some("1"), Some("3"), Some("3")]
        );
        assert_eq!(because("D", Fingerprint::parse(&"b".repeat(64))), None);
        assert_eq!(papers.of(&Evidence { issued: Date::parse("2026-01-01"), ..item("A") }, None), None);
        let items = [item("A"), item("C")];
        let left: Vec<&str> = papers.not_among(&items).map(|paper| paper.because.as_str()).collect();
        assert_eq!((left, papers.iter().count()), (vec!["3"], 4));
    }
}
