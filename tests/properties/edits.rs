//! Changes to files that people have edited by hand: whatever the layout, only the lines of the changed entry change.

use std::fmt::Write;

use duly::internal::source::edit::{Change, edit};
use duly::internal::source::value::NewValue;
use duly::internal::source::{Arena, Diagnostics, Source, yaml};
use proptest::prelude::*;

use super::check;
use super::generate::{Dice, dice};

const MOST: usize = 10_000;

/// A file in pieces: what stands before the entries, each entry with its own lines, and what stands between them.
struct Page {
    head: String,
    /// The lines of an entry, and the comments and blank lines behind it.
    entries: Vec<(String, String)>,
    line_end: &'static str,
    final_break: bool,
}

impl Page {
    fn text(&self) -> String {
        self.around(self.entries.len(), "")
    }

    /// The text with another text in the place of an entry.
    fn around(&self, replaced: usize, by: &str) -> String {
        let mut text = self.head.clone();
        for (at, (entry, gap)) in self.entries.iter().enumerate() {
            text.push_str(if at == replaced { by } else { entry });
            text.push_str(gap);
        }
        let text = text.replace('\n', self.line_end);
        if self.final_break { text } else { text.trim_end_matches(['\r', '\n']).to_owned() }
    }

    /// What stands before an entry, and what stands behind it.
    fn sides(&self, entry: usize) -> (String, String) {
        let mark = "\u{1}";
        let whole = self.around(entry, mark);
        let (before, behind) = whole.split_once(mark).unwrap();
        (before.to_owned(), behind.to_owned())
    }
}

/// Words that a plain scalar can hold, and texts that need quotes.
const TEXTS: [&str; 8] = ["all", "no", "48", "2026-05-14", "Två dagar – högst", "it's \"so\": # no", "- dash", "[x"];

fn comment(dice: &mut Dice, counter: &mut usize) -> String {
    *counter += 1;
    if dice.chance(40) { format!("  # c{counter}") } else { String::new() }
}

fn scalar(dice: &mut Dice) -> String {
    let text = dice.pick(&TEXTS);
    match dice.below(3) {
        0 if !text.contains(['#', '[', '"', '-']) || text == "2026-05-14" => text.to_owned(),
        1 if !text.contains('\'') => format!("'{text}'"),
        _ => serde_json::to_string(text).unwrap(),
    }
}

/// An entry in one of the ways in which people write it; `indent` blanks before its key.
fn entry(key: &str, indent: usize, dice: &mut Dice, counter: &mut usize) -> String {
    let (lead, deeper) = (" ".repeat(indent), " ".repeat(indent + if dice.chance(50) { 2 } else { 4 }));
    let note = comment(dice, counter);
    match dice.below(8) {
        0 => format!("{lead}{key}:{note}\n"),
        1 | 2 => format!("{lead}{key}: {}{note}\n", scalar(dice)),
        3 => format!("{lead}{key}: {{answer: {}, comment: {}}}{note}\n", scalar(dice), scalar(dice)),
        4 => format!("{lead}{key}: [a, {}]{note}\n", scalar(dice)),
        5 => format!("{lead}{key}:{note}\n{deeper}- a\n{deeper}# inside\n{deeper}- {}\n", scalar(dice)),
        6 => {
            let header = dice.pick(&["|", "|-", ">", ">-"]);
            format!("{lead}{key}: {header}{note}\n{deeper}a line: # of text\n\n{deeper}  another\n")
        }
        _ => {
            let mut lines = format!("{lead}{key}:{note}\n");
            let _ = writeln!(lines, "{deeper}answer: {}{}", scalar(dice), comment(dice, counter));
            if dice.chance(60) {
                let _ = writeln!(lines, "{deeper}comment: |\n{deeper}  some\n\n{deeper}  text");
            }
            if dice.chance(60) {
                let _ = writeln!(lines, "{deeper}evidence: [x]{}", comment(dice, counter));
            }
            lines
        }
    }
}

fn page(dice: &mut Dice) -> Page {
    let mut counter = 0;
    let indent = dice.pick(&[2, 4]);
    let mut head = String::from("# head\nformat: x\nvendor: {name: A, country: SE} # v\n\n");
    let _ = writeln!(head, "answers:{}", comment(dice, &mut counter));
    let entries = (0..dice.between(1, 6)).map(|at| {
        let lines = entry(&format!("k{at}.x"), indent, dice, &mut counter);
        let mut gap = String::new();
        for _ in 0..dice.below(4) {
            counter += 1;
            match dice.below(3) {
                0 => gap.push('\n'),
                1 => _ = writeln!(gap, "{}# gap {counter}", " ".repeat(indent)),
                _ => _ = writeln!(gap, "# gap {counter}: [not, \"yaml"),
            }
        }
        (lines, gap)
    });
    Page { entries: entries.collect(), head, line_end: dice.pick(&["\n", "\r\n"]), final_break: dice.chance(80) }
}

fn new_value(dice: &mut Dice) -> NewValue {
    match dice.below(6) {
        0 => NewValue::Nothing,
        1 => NewValue::word("some"),
        2 => NewValue::text(dice.pick(&TEXTS)),
        3 => NewValue::text("first: line\n\n  second # line\n"),
        4 => NewValue::List(vec![NewValue::word("a"), NewValue::word("b")]),
        _ => NewValue::Map(vec![
            ("answer".into(), NewValue::word("n/a")),
            ("comment".into(), NewValue::text("because\nit is so")),
            (
                "evidence".into(),
                NewValue::List(vec![NewValue::Inline(vec![("title".into(), NewValue::text("T, [x]"))])]),
            ),
        ]),
    }
}

fn content(text: &str) -> NewValue {
    let source = Source::new("t", text);
    let (arena, mut notes) = (Arena::default(), Diagnostics::default());
    let root = yaml::parse(&source, &arena, MOST, &mut notes).unwrap();
    assert!(notes.is_empty(), "{text}");
    NewValue::of(&root)
}

fn get<'v>(value: &'v NewValue, key: &str) -> Option<&'v NewValue> {
    let NewValue::Map(entries) = value else { return None };
    entries.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

fn no_order(_: &[duly::internal::source::edit::Step]) -> Option<Vec<&'static str>> {
    None
}

fn pages() -> impl Strategy<Value = (Dice, String)> {
    dice(160).prop_map(|dice| {
        let text = page(&mut dice.clone()).text();
        (dice, text)
    })
}

#[test]
fn an_entry_is_replaced_and_nothing_else_is_touched() {
    check(&pages(), |(mut dice, before)| {
        let page = page(&mut dice);
        let at = dice.below(page.entries.len());
        let key = format!("k{at}.x");
        let value = new_value(&mut dice);
        let source = Source::new("t", before.clone());
        let after = edit(&source, &[Change::set(&["answers", &key], value.clone())], &no_order, MOST);
        prop_assert!(after.is_ok(), "refused: {key} = {value:?} in\n{before}");
        let after = after.unwrap();
        let (head, tail) = page.sides(at);
        let tail = if page.final_break { tail } else { tail.trim_end().to_owned() };
        prop_assert!(after.starts_with(&head), "before the entry:\n{before}\n---\n{after}");
        prop_assert!(after.ends_with(&tail), "behind the entry:\n{before}\n---\n{after}");
        let (old, new) = (content(&before), content(&after));
        prop_assert_eq!(get(get(&new, "answers").unwrap(), &key), Some(&value.as_read()));
        for other in (0..page.entries.len()).filter(|other| *other != at) {
            let key = format!("k{other}.x");
            prop_assert_eq!(get(get(&new, "answers").unwrap(), &key), get(get(&old, "answers").unwrap(), &key));
        }
        let note = page.entries[at].0.lines().next().unwrap_or_default();
        if let Some(comment) = note.rsplit_once("  # c").map(|(_, number)| format!("# c{number}")) {
            prop_assert!(after.contains(&comment), "the comment beside the key is gone:\n{before}\n---\n{after}");
        }
        Ok(())
    });
}

#[test]
fn new_keys_are_put_in_between_what_was_there() {
    check(&pages(), |(mut dice, before)| {
        let page = page(&mut dice);
        let at = dice.below(page.entries.len());
        let inside = format!("k{at}.x");
        let is_map = matches!(get(get(&content(&before), "answers").unwrap(), &inside), Some(NewValue::Map(_)));
        let value = new_value(&mut dice);
        let keys = if is_map && dice.chance(50) { vec!["answers", &inside, "new"] } else { vec!["answers", "new.x"] };
        let source = Source::new("t", before.clone());
        let after = edit(&source, &[Change::set(&keys, value.clone())], &no_order, MOST);
        prop_assert!(after.is_ok(), "refused: {keys:?} = {value:?} in\n{before}");
        let after = after.unwrap();
        let same_before = before.bytes().zip(after.bytes()).take_while(|(a, b)| a == b).count();
        let same_behind = before.bytes().rev().zip(after.bytes().rev()).take_while(|(a, b)| a == b).count();
        prop_assert!(same_before + same_behind >= before.len(), "something else changed:\n{before}\n---\n{after}");
        Ok(())
    });
}

#[test]
fn changes_one_after_the_other_end_where_one_would() {
    check(&pages(), |(mut dice, before)| {
        let page = page(&mut dice);
        let mut text = before.clone();
        let mut last = vec![None; page.entries.len()];
        for _ in 0..dice.between(1, 5) {
            let at = dice.below(page.entries.len());
            let value = new_value(&mut dice);
            let change = Change::set(&["answers", &format!("k{at}.x")], value.clone());
            let after = edit(&Source::new("t", text.clone()), &[change], &no_order, MOST);
            prop_assert!(after.is_ok(), "refused: {value:?} in\n{text}");
            text = after.unwrap();
            last[at] = Some(value);
        }
        let found = content(&text);
        for (at, value) in last.iter().enumerate() {
            if let Some(value) = value {
                prop_assert_eq!(get(get(&found, "answers").unwrap(), &format!("k{at}.x")), Some(&value.as_read()));
            }
        }
        Ok(())
    });
}
