//! What a file must hold after a change, and whether it does.

use std::sync::Arc;

use super::change::{Change, Refused, Step, To};
use crate::source::diagnostic::Diagnostics;
use crate::source::file::Source;
use crate::source::node::Node;
use crate::source::value::Value;
use crate::source::yaml;

/// The text of a file with a change that `put` puts in. What comes of it is read again: it must hold the old content plus
/// the change.
pub(super) fn checked(
    name: &str,
    text: String,
    change: &Change,
    most_nodes: usize,
    put: impl FnOnce(&str, &Node<'_>, &Change) -> Result<String, Refused>,
) -> Result<String, Refused> {
    let before = Source::new(name, text);
    let root = read(&before, most_nodes)?;
    let mut expected = Value::of(&root);
    if change.to == To::Remove && at(&expected, &change.path).is_none() {
        return Ok(before.text.to_string());
    }
    let change = settled(change, &expected);
    expect(&mut expected, &change.path, &change.to)?;
    let after = Source::new(name, put(&before.text, &root, &change)?);
    let found = Value::of(&read(&after, most_nodes)?);
    if sorted(found) == sorted(expected) { Ok(after.text.to_string()) } else { Err(Refused) }
}

fn read<'s>(source: &'s Arc<Source>, most_nodes: usize) -> Result<Node<'s>, Refused> {
    let mut notes = Diagnostics::default();
    yaml::parse(source, most_nodes, &mut notes).filter(|_| !notes.has_errors()).ok_or(Refused)
}

/// An entry for a list that is not there yet is a new list.
fn settled(change: &Change, root: &Value) -> Change {
    let To::Append(value) = &change.to else { return change.clone() };
    match at(root, &change.path) {
        Some(Value::List(items)) if !items.is_empty() => change.clone(),
        _ => Change { path: change.path.clone(), to: To::Set(Value::List(vec![value.clone()])) },
    }
}

fn at<'v>(value: &'v Value, path: &[Step]) -> Option<&'v Value> {
    path.iter().try_fold(value, |value, step| match (value, step) {
        (Value::Map(entries), Step::Key(key)) => entries.iter().find(|(k, _)| k == key).map(|(_, value)| value),
        (Value::List(items), Step::At(at)) => items.get(*at),
        _ => None,
    })
}

/// The same with the keys of every map in the order of the alphabet: where a new key stands is a matter of layout.
fn sorted(value: Value) -> Value {
    match value {
        Value::List(items) => Value::List(items.into_iter().map(sorted).collect()),
        Value::Map(entries) => {
            let mut entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            Value::Map(entries)
        }
        other => other,
    }
}

/// Makes the content of a file what it must be after a change.
fn expect(value: &mut Value, path: &[Step], to: &To) -> Result<(), Refused> {
    let Some((step, rest)) = path.split_first() else {
        match (to, &mut *value) {
            (To::Set(new), value) => *value = new.as_read(),
            (To::Append(new), Value::List(items)) => items.push(new.as_read()),
            (To::Append(_) | To::Remove, _) => return Err(Refused),
        }
        return Ok(());
    };
    if let (To::Remove, [], Step::Key(key), Value::Map(entries)) = (to, rest, step, &mut *value) {
        entries.retain(|(known, _)| known != key);
        return Ok(());
    }
    if *value == Value::Nothing {
        *value = Value::Map(Vec::new());
    }
    match (value, step) {
        (Value::Map(entries), Step::Key(key)) => {
            let found = entries.iter().position(|(known, _)| known == key);
            let found = found.unwrap_or_else(|| {
                entries.push((key.clone(), Value::Nothing));
                entries.len() - 1
            });
            expect(&mut entries[found].1, rest, to)
        }
        (Value::List(items), Step::At(at)) => expect(items.get_mut(*at).ok_or(Refused)?, rest, to),
        _ => Err(Refused),
    }
}
