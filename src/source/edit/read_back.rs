//! What a file must hold after a change, and whether it does.

use std::collections::HashSet;
use std::sync::Arc;

use super::change::{Change, Refused, Step, To};
use crate::source::arena::Arena;
use crate::source::diagnostic::Diagnostics;
use crate::source::file::Source;
use crate::source::node::Node;
use crate::source::value::NewValue;
use crate::source::yaml;

/// The text of a file with a change that `put` puts in. What comes of it is read again: it must hold the old content
/// plus the change.
pub(super) fn checked(
    name: &str,
    text: String,
    change: &Change,
    most_nodes: usize,
    put: impl FnOnce(&str, &Node<'_>, &Change) -> Result<String, Refused>,
) -> Result<String, Refused> {
    let before = Source::new(name, text);
    let arena = Arena::default();
    let root = read(&before, &arena, most_nodes)?;
    let mut expected = NewValue::of(&root);
    if change.to == To::Remove && at(&expected, &change.path).is_none() {
        return Ok(before.text.to_string());
    }
    let change = settled(change, &expected);
    expect(&mut expected, &change.path, &change.to)?;
    let after = Source::new(name, put(&before.text, &root, &change)?);
    let found = NewValue::of(&read(&after, &arena, most_nodes)?);
    if sorted(found) == sorted(expected) { Ok(after.text.to_string()) } else { Err(Refused) }
}

fn read<'s>(source: &'s Arc<Source>, arena: &'s Arena, most_nodes: usize) -> Result<Node<'s>, Refused> {
    let mut notes = Diagnostics::default();
    yaml::parse(source, arena, most_nodes, &mut notes).filter(|_| !notes.has_errors()).ok_or(Refused)
}

/// Entries for a list or a map that is not there yet are a new one.
fn settled(change: &Change, root: &NewValue) -> Change {
    let new = match (&change.to, at(root, &change.path)) {
        (To::Append(_), Some(NewValue::List(items))) if !items.is_empty() => return change.clone(),
        (To::Append(values), _) => NewValue::List(values.clone()),
        (To::Enter(entries), None | Some(NewValue::Nothing)) => NewValue::Map(entries.clone()),
        (To::Enter(entries), Some(NewValue::Map(known))) if known.is_empty() => NewValue::Map(entries.clone()),
        _ => return change.clone(),
    };
    Change { path: change.path.clone(), to: To::Set(new) }
}

fn at<'v>(value: &'v NewValue, path: &[Step]) -> Option<&'v NewValue> {
    path.iter().try_fold(value, |value, step| match (value, step) {
        (NewValue::Map(entries), Step::Key(key)) => entries.iter().find(|(k, _)| k == key).map(|(_, value)| value),
        (NewValue::List(items), Step::At(at)) => items.get(*at),
        _ => None,
    })
}

/// The same with the keys of every map in the order of the alphabet: where a new key stands is a matter of layout.
fn sorted(value: NewValue) -> NewValue {
    match value {
        NewValue::List(items) => NewValue::List(items.into_iter().map(sorted).collect()),
        NewValue::Map(entries) => {
            let mut entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|(a, _), (b, _)| a.cmp(b));
            NewValue::Map(entries)
        }
        other => other,
    }
}

/// Makes the content of a file what it must be after a change.
fn expect(value: &mut NewValue, path: &[Step], to: &To) -> Result<(), Refused> {
    let Some((step, rest)) = path.split_first() else {
        match (to, &mut *value) {
            (To::Set(new), value) => *value = new.as_read(),
            (To::Append(new), NewValue::List(items)) => items.extend(new.iter().map(NewValue::as_read)),
            (To::Enter(new), NewValue::Map(entries)) => {
                let known: HashSet<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
                if new.iter().any(|(key, _)| known.contains(key.as_str())) {
                    return Err(Refused);
                }
                entries.extend(new.iter().map(|(key, value)| (key.clone(), value.as_read())));
            }
            (To::Append(_) | To::Enter(_) | To::Remove, _) => return Err(Refused),
        }
        return Ok(());
    };
    if let (To::Remove, [], Step::Key(key), NewValue::Map(entries)) = (to, rest, step, &mut *value) {
        entries.retain(|(known, _)| known != key);
        return Ok(());
    }
    if let (To::Remove, [], Step::At(at), NewValue::List(items)) = (to, rest, step, &mut *value) {
        items.remove(*at);
        return Ok(());
    }
    if *value == NewValue::Nothing {
        *value = NewValue::Map(Vec::new());
    }
    match (value, step) {
        (NewValue::Map(entries), Step::Key(key)) => {
            let found = entries.iter().position(|(known, _)| known == key);
            let found = found.unwrap_or_else(|| {
                entries.push((key.clone(), NewValue::Nothing));
                entries.len() - 1
            });
            expect(&mut entries[found].1, rest, to)
        }
        (NewValue::List(items), Step::At(at)) => expect(items.get_mut(*at).ok_or(Refused)?, rest, to),
        _ => Err(Refused),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "a:\n  x: no # c\n  y: [p, q]\nz: {k: 1}\n";

    /// What becomes of a change that is put in wrongly: so that `after` comes of the file.
    fn planted(change: &Change, after: &str) -> Result<String, Refused> {
        checked("t", BEFORE.to_owned(), change, 100, |_, _, _| Ok(after.to_owned()))
    }

    #[test]
    fn what_is_put_in_wrongly_is_refused() {
        let change = Change::set(&["a", "x"], NewValue::word("all"));
        let right = "a:\n  x: all # c\n  y: [p, q]\nz: {k: 1}\n";
        assert_eq!(planted(&change, right).as_deref(), Ok(right));
        for (about, wrong) in [
            ("nothing is changed", BEFORE),
            ("another value", "a:\n  x: some\n  y: [p, q]\nz: {k: 1}\n"),
            ("a part of the value", "a:\n  x: al # l\n  y: [p, q]\nz: {k: 1}\n"),
            ("more than the value", "a:\n  x: all no\n  y: [p, q]\nz: {k: 1}\n"),
            ("no value", "a:\n  x: # all\n  y: [p, q]\nz: {k: 1}\n"),
            ("the value of another key", "a:\n  x: no\n  y: all\nz: {k: 1}\n"),
            ("a neighbour is gone", "a:\n  x: all\nz: {k: 1}\n"),
            ("what follows is gone", "a:\n  x: all\n  y: [p, q]\n"),
            ("a neighbour is empty", "a:\n  x: all\n  y:\nz: {k: 1}\n"),
            ("an entry of a list is gone", "a:\n  x: all\n  y: [p]\nz: {k: 1}\n"),
            ("entries of a list are in another order", "a:\n  x: all\n  y: [q, p]\nz: {k: 1}\n"),
            ("a list is a text", "a:\n  x: all\n  y: '[p, q]'\nz: {k: 1}\n"),
            ("a key more", "a:\n  x: all\n  y: [p, q]\n  w: 1\nz: {k: 1}\n"),
            ("a key under another", "a:\n  x: all\n  y: [p, q]\n  z: {k: 1}\n"),
            ("a key with another name", "a:\n  X: all\n  y: [p, q]\nz: {k: 1}\n"),
            ("a key twice", "a:\n  x: all\n  x: all\n  y: [p, q]\nz: {k: 1}\n"),
            ("an anchor", "a:\n  x: &b all\n  y: [p, q]\nz: {k: 1}\n"),
            ("a second document", "a:\n  x: all\n  y: [p, q]\nz: {k: 1}\n---\n"),
            ("no YAML", "a:\n  x: all\n y: [p, q]\nz: {k: 1}\n"),
            ("nothing is left", ""),
        ] {
            assert_eq!(planted(&change, wrong), Err(Refused), "{about}");
        }
    }

    #[test]
    fn every_kind_of_change_is_read_back() {
        let one = || NewValue::Inline(vec![("n".into(), NewValue::word("1"))]);
        for (change, right, wrong) in [
            (
                Change::append(&["a", "y"], one()),
                "a:\n  x: no\n  y: [p, q, {n: 1}]\nz: {k: 1}\n",
                "a:\n  x: no\n  y: [{n: 1}, p, q]\nz: {k: 1}\n",
            ),
            (
                Change::append(&["a", "w"], one()),
                "a:\n  x: no\n  y: [p, q]\n  w: [{n: 1}]\nz: {k: 1}\n",
                "a:\n  x: no\n  y: [p, q]\n  w: {n: 1}\nz: {k: 1}\n",
            ),
            (
                Change::remove(&["a", "x"]),
                "a:\n  y: [p, q]\nz: {k: 1}\n", //
                "a:\n  x:\n  y: [p, q]\nz: {k: 1}\n",
            ),
            (
                Change::set(&["b", "c"], one()),
                "b: {c: {n: 1}}\na:\n  x: no\n  y: [p, q]\nz: {k: 1}\n",
                "b: {n: 1}\na:\n  x: no\n  y: [p, q]\nz: {k: 1}\n",
            ),
            (
                Change::set(&["a", "x"], NewValue::text("two\nlines")),
                "a:\n  x: |-\n    two\n    lines\n  y: [p, q]\nz: {k: 1}\n",
                "a:\n  x: |\n    two\n    lines\n  y: [p, q]\nz: {k: 1}\n",
            ),
        ] {
            assert_eq!(planted(&change, right).as_deref(), Ok(right));
            assert_eq!(planted(&change, wrong), Err(Refused), "{wrong}");
        }
    }

    #[test]
    fn where_a_key_stands_and_how_a_value_is_written_are_matters_of_layout() {
        let change = Change::set(&["a", "x"], NewValue::word("all"));
        let other = "z:\n  'k': \"1\"\n\na: {y: [p, 'q'], x: all} # d\n";
        assert_eq!(planted(&change, other).as_deref(), Ok(other));
    }

    #[test]
    fn what_would_be_too_much_to_read_is_refused() {
        let change = Change::set(&["z"], NewValue::word("1"));
        let put =
            |most: usize| checked("t", "a: 1\n".to_owned(), &change, most, |_, _, _| Ok("a: 1\nz: 1\n".to_owned()));
        assert_eq!((put(4), put(5).is_ok()), (Err(Refused), true), "a map, two keys, two values");
    }

    #[test]
    fn what_is_not_there_needs_no_taking_out() {
        let never = |_: &str, _: &Node<'_>, _: &Change| Err(Refused);
        assert_eq!(checked("t", BEFORE.to_owned(), &Change::remove(&["b"]), 100, never).as_deref(), Ok(BEFORE));
        assert_eq!(checked("t", BEFORE.to_owned(), &Change::remove(&["a"]), 100, never), Err(Refused));
        let third = Change { path: vec![Step::Key("a".into()), Step::Key("y".into()), Step::At(2)], to: To::Remove };
        assert_eq!(checked("t", BEFORE.to_owned(), &third, 100, never).as_deref(), Ok(BEFORE));
    }
}
