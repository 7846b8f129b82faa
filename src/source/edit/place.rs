//! From the top of a file to the place of a change.

use super::change::{Change, Refused, Step, To};
use super::editor::{Editor, Reached};
use crate::source::node::{Kind, Node};

impl Editor<'_, '_> {
    pub(super) fn edited(&self, root: &Node<'_>, change: &Change) -> Result<String, Refused> {
        let mut part = Reached { node: root, key: None, bracketed: false, column: 0 };
        for (depth, step) in change.path.iter().enumerate() {
            let column = self.places.column_of(part.node).unwrap_or(part.column);
            let bracketed = part.bracketed || self.places.is_bracketed(part.node);
            let next = match (&part.node.kind, step) {
                (Kind::Map(entries), Step::Key(key)) => entries
                    .iter()
                    .find(|entry| entry.key == *key)
                    .map(|entry| Reached { node: &entry.value, key: Some(entry), bracketed, column }),
                (Kind::List(items), Step::At(at)) => {
                    items.get(*at).map(|node| Reached { node, key: None, bracketed, column })
                }
                _ => None,
            };
            match (next, &change.to) {
                (Some(Reached { key: Some(entry), .. }), To::Remove) if depth + 1 == change.path.len() => {
                    return self.without(part.node, entry, bracketed);
                }
                (Some(Reached { key: None, node: item, .. }), To::Remove) if depth + 1 == change.path.len() => {
                    return self.without_item(part.node, item, bracketed);
                }
                (Some(next), _) => part = next,
                (None, To::Set(value)) => return self.with_new(part, change, depth, value),
                (None, To::Append(_) | To::Enter(_) | To::Remove) => return Err(Refused),
            }
        }
        match &change.to {
            To::Set(value) => self.replaced(part, value),
            To::Append(values) => self.appended(part, values),
            To::Enter(entries) => self.entered(part, entries),
            To::Remove => Err(Refused),
        }
    }
}
