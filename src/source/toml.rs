//! TOML text to the same tree as YAML.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::Arc;

use ::toml::Spanned;
use ::toml::de::{DeTable, DeValue};

use super::arena::Arena;
use super::diagnostic::Diagnostics;
use super::file::{Source, Span};
use super::node::{Entry, Kind, Node};
use crate::words::clean::one_line;
use crate::words::problem::text;

/// The parser's own limit of nesting.
const DEPTH: usize = 80;

/// Reads a file. Broken syntax is noted; the tree holds what could be read all the same.
pub fn parse<'s>(source: &'s Arc<Source>, arena: &'s Arena, notes: &mut Diagnostics) -> Node<'s> {
    let (table, errors) = DeTable::parse_recoverable(&source.text);
    for error in errors {
        if notes.count_error_if_full() {
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
    map(span, table.into_inner(), arena)
}

fn map<'s>(span: Range<usize>, table: DeTable<'s>, arena: &'s Arena) -> Node<'s> {
    let entry = |(key, value): (Spanned<Cow<'s, str>>, Spanned<DeValue<'s>>)| Entry {
        key_span: key.span().into(),
        key: arena.kept(key.into_inner()),
        value: node(value, arena),
    };
    let mut entries: Vec<Entry<'_>> = table.into_iter().map(entry).collect();
    entries.sort_by_key(|entry| entry.key_span); // the parser orders by name; a file is read from the top
    Node { span: span.into(), kind: Kind::Map(arena.all(&entries)) }
}

fn node<'s>(value: Spanned<DeValue<'s>>, arena: &'s Arena) -> Node<'s> {
    let span = value.span();
    let kind = match value.into_inner() {
        DeValue::Table(table) => return map(span, table, arena),
        DeValue::String(text) => Kind::Quoted(arena.kept(text)),
        DeValue::Array(items) => {
            let items: Vec<Node<'_>> = items.into_iter().map(|item| node(item, arena)).collect();
            Kind::List(arena.all(&items))
        }
        DeValue::Integer(number) => Kind::Plain(arena.text(&number.to_string())),
        DeValue::Float(number) => Kind::Plain(arena.text(&number.to_string())),
        DeValue::Boolean(truth) => Kind::Plain(if truth { "true" } else { "false" }),
        DeValue::Datetime(when) => Kind::Plain(arena.text(&when.to_string())),
    };
    Node { span: span.into(), kind }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_become_maps_in_the_order_of_the_file() {
        let source = Source::new("duly.toml", "b = 1\na = \"x\"\n[c]\nd = [\"low\"]\n");
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let root = parse(&source, &arena, &mut notes);
        let Kind::Map(entries) = root.kind else { panic!("a map") };
        assert_eq!(entries.iter().map(|e| e.key).collect::<Vec<_>>(), ["b", "a", "c"]);
        assert_eq!(root.get("a").unwrap().kind, Kind::Quoted("x"));
        assert!(root.get("c").unwrap().get("d").is_some());
    }

    #[test]
    fn bombs_are_refused() {
        for bomb in [format!("a = {}", "[".repeat(1000)), format!("{}a = 1", "a.".repeat(1000))] {
            let source = Source::new("duly.toml", bomb);
            let mut notes = Diagnostics::default();
            parse(&source, &Arena::default(), &mut notes);
            assert_eq!(notes.sorted()[0].problem.code.id, "too-deep");
        }
    }

    #[test]
    fn broken_syntax_is_noted_with_its_place() {
        let source = Source::new("duly.toml", "a = 1\nb = \na = 2\n");
        let mut notes = Diagnostics::default();
        parse(&source, &Arena::default(), &mut notes);
        assert!(notes.error_count() >= 2);
        assert!(notes.sorted().iter().all(|found| found.problem.code.id == "toml-syntax"));
    }
}
