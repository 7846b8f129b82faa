//! TOML text to the same tree as YAML.

use std::ops::Range;
use std::sync::Arc;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::diagnostic::Diagnostics;
use super::file::{Source, Span};
use super::node::{Entry, Kind, Node};
use crate::words::clean::one_line;
use crate::words::problem::{Severity, text};

/// The parser's own limit of nesting.
const DEPTH: usize = 80;

/// Reads a file. Broken syntax is noted; the tree holds what could be read all the same.
pub fn parse<'s>(source: &'s Arc<Source>, notes: &mut Diagnostics) -> Node<'s> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors {
        if notes.count_if_full(Severity::Error) {
            continue;
        }
        let is_too_deep = error.message().contains("recurs");
        let problem = if is_too_deep { text::too_deep(DEPTH) } else { text::toml_syntax(one_line(error.message())) };
        match error.span() {
            Some(range) => notes.note(source, Span::from(range), problem),
            None => notes.note_file(source, problem),
        }
    }
    let span = table.span();
    map(span, table.into_inner())
}

fn map(span: Range<usize>, table: DeTable<'_>) -> Node<'_> {
    let mut entries: Vec<Entry<'_>> = table
        .into_iter()
        .map(|(key, value)| Entry { key_span: key.span().into(), key: key.into_inner(), value: node(value) })
        .collect();
    entries.sort_by_key(|entry| entry.key_span); // the parser orders by name; a file is read from the top
    Node { span: span.into(), kind: Kind::Map(entries) }
}

fn node(value: Spanned<DeValue<'_>>) -> Node<'_> {
    let span = value.span();
    let kind = match value.into_inner() {
        DeValue::Table(table) => return map(span, table),
        DeValue::String(text) => Kind::Quoted(text),
        DeValue::Array(items) => Kind::List(items.into_iter().map(node).collect()),
        DeValue::Integer(number) => Kind::Plain(number.to_string().into()),
        DeValue::Float(number) => Kind::Plain(number.to_string().into()),
        DeValue::Boolean(truth) => Kind::Plain(truth.to_string().into()),
        DeValue::Datetime(when) => Kind::Plain(when.to_string().into()),
    };
    Node { span: span.into(), kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_become_maps_in_the_order_of_the_file() {
        let source = Source::new("duly.toml", "b = 1\na = \"x\"\n[c]\nd = [\"low\"]\n");
        let mut notes = Diagnostics::default();
        let root = parse(&source, &mut notes);
        let Kind::Map(entries) = &root.kind else { panic!("a map") };
        assert_eq!(entries.iter().map(|e| &*e.key).collect::<Vec<_>>(), ["b", "a", "c"]);
        assert_eq!(root.get("a").unwrap().kind, Kind::Quoted("x".into()));
        assert!(root.get("c").unwrap().get("d").is_some());
    }

    #[test]
    fn bombs_are_refused() {
        for bomb in [format!("a = {}", "[".repeat(1000)), format!("{}a = 1", "a.".repeat(1000))] {
            let source = Source::new("duly.toml", bomb);
            let mut notes = Diagnostics::default();
            parse(&source, &mut notes);
            assert_eq!(notes.sorted()[0].problem.code.id, "too-deep");
        }
    }

    #[test]
    fn broken_syntax_is_noted_with_its_place() {
        let source = Source::new("duly.toml", "a = 1\nb = \na = 2\n");
        let mut notes = Diagnostics::default();
        parse(&source, &mut notes);
        assert!(notes.error_count() >= 2);
        assert!(notes.sorted().iter().all(|found| found.problem.code.id == "toml-syntax"));
    }
}
