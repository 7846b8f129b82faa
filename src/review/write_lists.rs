//! Entries of the lists of a review: found by what they say, put in their places, taken out.

use crate::source::edit::{Change, Step, To};
use crate::source::node::Kind;
use crate::source::value::NewValue;
use crate::source::{Node, Span};

/// Whether an entry of a list has a text under a key.
pub(super) fn named<'n>(key: &'n str, name: &'n str) -> impl Fn(&Node<'_>) -> bool + 'n {
    move |item| item.get(key).and_then(Node::text).is_some_and(|text| text.trim() == name.trim())
}

/// Whether an entry of a list stands at a place in the file: two may say the same.
pub(super) fn stands_at(place: Span) -> impl Fn(&Node<'_>) -> bool {
    move |item| item.span == place
}

/// The entries of a list; none where there is no list.
pub(super) fn items<'n, 's>(root: &'n Node<'s>, keys: &[&str]) -> &'n [Node<'s>] {
    match keys.iter().try_fold(root, |node, key| node.get(key)).map(|node| &node.kind) {
        Some(Kind::List(items)) => items,
        _ => &[],
    }
}

/// Those entries of a list go, and the list with the last of them.
pub(super) fn entries_out(root: &Node<'_>, keys: &[&str], is_it: impl Fn(&Node<'_>) -> bool) -> Vec<Change> {
    let items = items(root, keys);
    let going: Vec<usize> = items.iter().enumerate().filter(|(_, item)| is_it(item)).map(|(at, _)| at).collect();
    if going.len() == items.len() {
        return vec![Change::remove(keys)];
    }
    going.into_iter().rev().map(|at| Change::remove_at(keys, at)).collect()
}

/// An entry of a list, in the place of the first like it.
pub(super) fn entered(root: &Node<'_>, keys: &[&str], is_it: impl Fn(&Node<'_>) -> bool, value: NewValue) -> Change {
    let Some(at) = items(root, keys).iter().position(is_it) else { return Change::append(keys, value) };
    let path = keys.iter().map(|key| Step::Key((*key).to_owned())).chain([Step::At(at)]).collect();
    Change { path, to: To::Set(value) }
}
