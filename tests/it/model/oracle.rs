//! Our YAML tree holds the same values as an independent reader does (serde-saphyr, into JSON values), for every YAML
//! file of the project.

use duly::internal::source::node::Kind;
use duly::internal::source::{Arena, Diagnostics, Node, Source, yaml};
use serde_json::Value;

use crate::support::{files_below, root};

/// Whether the tree says what the other reader says. Ours keeps the text of plain values; the other one gives them a
/// type, so a number must have the same text; and it is one of those that turn yes and no into truth values.
fn same(node: &Node<'_>, value: &Value) -> bool {
    match (&node.kind, value) {
        (Kind::Null, Value::Null) => true,
        (Kind::Quoted(text) | Kind::Plain(text), Value::String(other)) => text == other,
        (Kind::Plain(text), Value::Number(number)) => number.to_string() == **text,
        (Kind::Plain(text), Value::Bool(truth)) => {
            [["no", "false"], ["yes", "true"]][usize::from(*truth)].contains(&&**text)
        }
        (Kind::List(items), Value::Array(others)) => {
            items.len() == others.len() && items.iter().zip(others).all(|(item, other)| same(item, other))
        }
        (Kind::Map(entries), Value::Object(others)) => {
            entries.len() == others.len()
                && entries.iter().all(|entry| others.get(entry.key).is_some_and(|other| same(&entry.value, other)))
        }
        _ => false,
    }
}

#[test]
fn every_yaml_file_is_read_alike() {
    let folders = ["questionnaires", "examples", "tests/vectors"];
    let files = folders.iter().flat_map(|folder| files_below(&root().join(folder)));
    let files: Vec<_> = files.filter(|file| file.extension().is_some_and(|ending| ending == "yaml")).collect();
    assert!(files.len() > 200, "{}", files.len());
    for file in files {
        let source = Source::new(file.to_string_lossy(), std::fs::read_to_string(&file).unwrap());
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let ours = yaml::parse(&source, &arena, 1_000_000, &mut notes).unwrap();
        assert!(notes.is_empty(), "{}", file.display());
        let theirs: Value = serde_yaml::from_str(&source.text).unwrap();
        assert!(same(&ours, &theirs), "{} is read differently", file.display());
    }
}

#[test]
fn block_texts_are_read_alike() {
    for text in [
        "a: |\n  two\n  lines\n\n",
        "a: >-\n  one\n  line\n\n  two\n",
        "a: \"x\\ty\\u00e5\"\n",
        "a: 'it''s'\n",
        "a: b\n  c\n",
    ] {
        let (source, arena) = (Source::new("text.yaml", text), Arena::default());
        let ours = yaml::parse(&source, &arena, 100, &mut Diagnostics::default()).unwrap();
        let theirs: Value = serde_yaml::from_str(text).unwrap();
        assert!(same(&ours, &theirs), "{text:?}: {ours:?} {theirs:?}");
    }
}
