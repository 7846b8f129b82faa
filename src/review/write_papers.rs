//! What our review says of the vendor's documents, each by its title, kind and day, as it is put into the file.

use super::write_lists::{entered, entries_out};
use crate::answers::write::NewEvidence;
use crate::source::edit::Change;
use crate::source::value::NewValue;
use crate::source::{Date, Fingerprint, Node};

/// That we hold a document, since a day.
pub(super) fn received(root: &Node<'_>, paper: &NewEvidence, on: Date) -> Change {
    let mut keys = named(paper);
    keys.push(("on".to_owned(), NewValue::word(on)));
    keys.extend(paper.location.as_ref().map(|place| ("location".to_owned(), NewValue::text(place))));
    entered(root, &["received"], is(paper), NewValue::Inline(keys))
}

/// That a document proves nothing.
pub(super) fn refused(root: &Node<'_>, paper: &NewEvidence, sha256: Option<Fingerprint>, because: &str) -> Change {
    let mut keys = named(paper);
    keys.extend(sha256.map(|sha256| ("sha256".to_owned(), NewValue::text(sha256.to_string()))));
    keys.push(("because".to_owned(), NewValue::text(because)));
    entered(root, &["refused"], is(paper), NewValue::Inline(keys))
}

/// That a list no longer says anything of a document.
pub(super) fn unsaid(root: &Node<'_>, list: &str, paper: &NewEvidence) -> Vec<Change> {
    entries_out(root, &[list], is(paper))
}

/// By what our review knows a document.
fn named(paper: &NewEvidence) -> Vec<(String, NewValue)> {
    let keys = [
        ("title", Some(NewValue::text(&paper.title))),
        ("kind", paper.kind.as_ref().map(NewValue::word)),
        ("issued", paper.issued.map(NewValue::word)),
    ];
    keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
}

/// Whether an entry is about a document.
fn is(paper: &NewEvidence) -> impl Fn(&Node<'_>) -> bool + '_ {
    move |item| {
        let text = |key| item.get(key).and_then(Node::text).map(str::trim).filter(|text| !text.is_empty());
        let issued = text("issued").and_then(Date::parse);
        text("title") == Some(paper.title.trim()) && text("kind") == paper.kind.as_deref() && issued == paper.issued
    }
}
