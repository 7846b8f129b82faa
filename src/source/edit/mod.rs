//! Changes to a YAML file that leave everything else in it as it was: comments, order, blank lines, quoting, line ends.
//!
//! A change is put into the text at the place of what it changes. Then the new text is read again: it must hold the old
//! content plus this change, or nothing is changed at all.

use std::sync::Arc;

use crate::source::diagnostic::Diagnostics;
use crate::source::file::Source;
use crate::source::node::{Entry, Kind, Node};
use crate::source::value::{self, Value};
use crate::source::yaml;

/// A step from a part of a file to a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// To the value of a key.
    Key(String),
    /// To an entry of a list, from 0.
    At(usize),
}

/// A change of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where, from the top of the file. Keys that are not there yet come into being.
    pub path: Vec<Step>,
    /// What.
    pub to: To,
}

/// What becomes of a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum To {
    /// It has this value.
    Set(Value),
    /// This is the last entry of its list.
    Append(Value),
    /// The key is gone, and its value with it.
    Remove,
}

impl Change {
    /// A value for the place that these keys lead to.
    pub fn set(keys: &[&str], value: Value) -> Change {
        Change { path: path(keys), to: To::Set(value) }
    }

    /// One entry more for the list that these keys lead to.
    pub fn append(keys: &[&str], value: Value) -> Change {
        Change { path: path(keys), to: To::Append(value) }
    }

    /// The key that these keys lead to goes; nothing happens where it is not there.
    pub fn remove(keys: &[&str]) -> Change {
        Change { path: path(keys), to: To::Remove }
    }
}

fn path(keys: &[&str]) -> Vec<Step> {
    keys.iter().map(|key| Step::Key((*key).to_owned())).collect()
}

/// Where a new key belongs: the keys of the map that is reached by some keys, in their proper order; `None` for a map
/// in which new keys come last.
pub type Order<'o> = dyn Fn(&[Step]) -> Option<Vec<&'o str>> + 'o;

/// The file is written in a way in which the change cannot be put in without touching something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// The text of a file with changes put in, one after the other.
///
/// # Errors
/// The file is no YAML, a change leads through something that is no map or list, or what came out does not read back as
/// the old content plus the changes.
pub fn edit(source: &Source, changes: &[Change], order: &Order<'_>, most_nodes: usize) -> Result<String, Refused> {
    let mut text = source.text.to_string();
    for change in changes {
        text = edit_once(&source.name, text, change, order, most_nodes)?;
    }
    Ok(text)
}

fn edit_once(
    name: &str,
    text: String,
    change: &Change,
    order: &Order<'_>,
    most_nodes: usize,
) -> Result<String, Refused> {
    let before = Source::new(name, text);
    let root = read(&before, most_nodes)?;
    let mut expected = Value::of(&root);
    if change.to == To::Remove && at(&expected, &change.path).is_none() {
        return Ok(before.text.to_string());
    }
    let change = settled(change, &expected);
    expect(&mut expected, &change.path, &change.to)?;
    let is_json = value::is_json(&before.text);
    let after = Source::new(name, Editor { text: &before.text, is_json, order }.edited(&root, &change)?);
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

struct Editor<'t, 'o> {
    text: &'t str,
    /// Whether the file is JSON, which it stays.
    is_json: bool,
    order: &'t Order<'o>,
}

/// A part of the file, and what it hangs on.
#[derive(Clone, Copy)]
struct Part<'n, 's> {
    node: &'n Node<'s>,
    /// The key whose value it is; `None` for the whole file and for entries of lists.
    key: Option<&'n Entry<'s>>,
    /// Whether it stands within brackets or braces.
    bracketed: bool,
    /// The column of the map or list in which it stands, in blanks; children on lines of their own stand further in.
    column: usize,
}

impl Editor<'_, '_> {
    fn edited(&self, root: &Node<'_>, change: &Change) -> Result<String, Refused> {
        let mut part = Part { node: root, key: None, bracketed: false, column: 0 };
        for (depth, step) in change.path.iter().enumerate() {
            let column = self.column_of(part.node).unwrap_or(part.column);
            let bracketed = part.bracketed || self.is_bracketed(part.node);
            let next = match (&part.node.kind, step) {
                (Kind::Map(entries), Step::Key(key)) => entries
                    .iter()
                    .find(|entry| entry.key == *key)
                    .map(|entry| Part { node: &entry.value, key: Some(entry), bracketed, column }),
                (Kind::List(items), Step::At(at)) => {
                    items.get(*at).map(|node| Part { node, key: None, bracketed, column })
                }
                _ => None,
            };
            match (next, &change.to) {
                (Some(Part { key: Some(entry), .. }), To::Remove) if depth + 1 == change.path.len() => {
                    return self.without(part.node, entry, bracketed);
                }
                (Some(next), _) => part = next,
                (None, To::Set(value)) => return self.with_new(part, change, depth, value),
                (None, To::Append(_) | To::Remove) => return Err(Refused),
            }
        }
        match &change.to {
            To::Set(value) => self.replaced(part, value),
            To::Append(value) => self.appended(part, value),
            To::Remove => Err(Refused),
        }
    }

    /// Takes a key out of a map that has others, with its value and what stands on its lines.
    fn without(&self, map: &Node<'_>, entry: &Entry<'_>, bracketed: bool) -> Result<String, Refused> {
        let Kind::Map(entries) = &map.kind else { return Err(Refused) };
        let at = entries.iter().position(|known| known.key == entry.key).ok_or(Refused)?;
        let (start, end) = (entry.key_span.range().start, self.end_of_entry(entry));
        if bracketed {
            return Ok(match (entries.get(at + 1), at.checked_sub(1).and_then(|before| entries.get(before))) {
                (Some(next), _) => self.swapped(start, next.key_span.range().start, ""),
                (None, Some(before)) => self.swapped(self.end_of_entry(before), end, ""),
                (None, None) => self.swapped(start, end, ""),
            });
        }
        // the line break before it goes with it, so that a file without a last one stays so
        let line_start = self.text[..start].rfind('\n').ok_or(Refused)?;
        let is_alone = entries.len() == 1 || !self.text[line_start..start].trim().is_empty();
        let (from, to) = (self.before_line_break(line_start), self.before_line_break(self.end_of_line(end)));
        if is_alone { Err(Refused) } else { Ok(self.swapped(from, to, "")) }
    }

    /// Puts a key that is not there yet into a map, or a map with it in the place of nothing.
    fn with_new(&self, part: Part<'_, '_>, change: &Change, depth: usize, value: &Value) -> Result<String, Refused> {
        let (way, rest) = change.path.split_at(depth);
        let Some((Step::Key(key), deeper)) = rest.split_first() else { return Err(Refused) };
        let mut value = value.clone();
        for step in deeper.iter().rev() {
            let Step::Key(key) = step else { return Err(Refused) };
            value = Value::Map(vec![(key.clone(), value)]);
        }
        match &part.node.kind {
            Kind::Map(entries) if !entries.is_empty() => self.inserted(part, entries, way, key, &value),
            Kind::Map(_) | Kind::Null => self.replaced(part, &Value::Map(vec![(key.clone(), value)])),
            _ => Err(Refused),
        }
    }

    /// Puts a key with its value into a map that has others.
    fn inserted(
        &self,
        part: Part<'_, '_>,
        entries: &[Entry<'_>],
        way: &[Step],
        key: &str,
        value: &Value,
    ) -> Result<String, Refused> {
        let before = self.sibling_before(entries, way, key);
        if part.bracketed || self.is_bracketed(part.node) {
            let last = before.or(entries.last()).ok_or(Refused)?;
            return Ok(self.put(self.end_of_entry(last), &format!(", {}", self.entry_in_brackets(key, value))));
        }
        let column = self.column_of(part.node).ok_or(Refused)?;
        let line = format!("\n{}{}:{}", " ".repeat(column), value::quoted(key), value.after_key(column + 2));
        let after = match (before, part.key) {
            (Some(before), _) => self.end_of_entry(before),
            (None, Some(owner)) => self.behind_colon(owner)?,
            (None, None) => self.end_of_entry(entries.last().ok_or(Refused)?),
        };
        Ok(self.put(self.end_of_line(after), &line))
    }

    /// The entry after which a new key belongs: the nearest before it in the proper order, else, where the map has
    /// none, the last.
    fn sibling_before<'n, 's>(&self, entries: &'n [Entry<'s>], way: &[Step], key: &str) -> Option<&'n Entry<'s>> {
        let Some(order) = (self.order)(way) else { return entries.last() };
        let rank = |key: &str| order.iter().position(|known| *known == key);
        let Some(own) = rank(key) else { return entries.last() };
        entries.iter().rev().find(|entry| rank(&entry.key).is_some_and(|rank| rank < own))
    }

    /// Puts a value in the place of another.
    fn replaced(&self, part: Part<'_, '_>, value: &Value) -> Result<String, Refused> {
        let start = part.node.span.range().start;
        if part.bracketed {
            let end = self.end_of(part.node);
            return match part.key {
                Some(key) if part.node.is_null() && start == part.node.span.range().end => {
                    self.filled(key, &format!(" {}", self.in_brackets(value)))
                }
                _ => Ok(self.swapped(start, end, &self.in_brackets(value))),
            };
        }
        let Some(key) = part.key else {
            let end = self.end_of(part.node);
            return Ok(self.swapped(start, end, &self.in_brackets(value))); // an entry of a list, or the file
        };
        let indent = part.column + 2;
        let colon = self.behind_colon(key)?;
        let written = value.after_key(indent);
        let (line, below) =
            written.split_once('\n').map_or((&*written, ""), |(line, _)| (line, &written[line.len()..]));
        if below.is_empty() && !line.is_empty() && self.stands_below(colon, part.node) {
            return Ok(self.swapped(start, self.end_of(part.node), line.trim_start()));
        }
        // what is left on the line of the key behind the old value, a comment for instance, stays on that line
        let (cut, lines_end) = self.old_value(colon, part.node);
        let kept = &self.text[cut.end..self.end_of_line(cut.end)];
        let end = lines_end.max(self.end_of_line(cut.end));
        let mut new = self.text[..cut.start].to_owned();
        new.push_str(line);
        new.push_str(kept.trim_end());
        new.push_str(&self.lines(below));
        new.push_str(&self.text[self.before_line_break(end)..]);
        Ok(new)
    }

    /// What stands on the line of its key from an old value, and where the last line of the old value ends.
    fn old_value(&self, colon: usize, node: &Node<'_>) -> (std::ops::Range<usize>, usize) {
        let start = node.span.range().start;
        let end = self.end_of(node);
        if node.is_null() && node.span.start == node.span.end {
            return (colon..colon, colon);
        }
        let between = &self.text[colon..start.max(colon)];
        let header = between.trim_start();
        if header.starts_with(['|', '>']) {
            let at = colon + between.len() - header.len();
            let mark = header.find(char::is_whitespace).unwrap_or(header.len());
            return (colon..at + mark, self.end_of_line(end.max(at + mark)));
        }
        if self.is_on_lines(node) || between.contains('\n') {
            return (colon..colon, self.end_of_line(end));
        }
        (colon..end, end)
    }

    /// Whether a value of one piece stands on a line below its key, where comments can come between the two.
    fn stands_below(&self, colon: usize, node: &Node<'_>) -> bool {
        let start = node.span.range().start.max(colon);
        let between = &self.text[colon..start];
        let is_block = between.trim_start().starts_with(['|', '>']);
        between.contains('\n') && node.span.start < node.span.end && !is_block && !self.is_on_lines(node)
    }

    /// Puts the first value behind a key within braces.
    fn filled(&self, key: &Entry<'_>, written: &str) -> Result<String, Refused> {
        match self.behind_colon(key) {
            Ok(colon) => Ok(self.put(colon, written)),
            Err(Refused) => Ok(self.put(key.key_span.range().end, &format!(":{written}"))),
        }
    }

    /// Puts one entry more at the end of a list that has some.
    fn appended(&self, part: Part<'_, '_>, value: &Value) -> Result<String, Refused> {
        let Kind::List(items) = &part.node.kind else { return Err(Refused) };
        let last = items.last().ok_or(Refused)?;
        if part.bracketed || self.is_bracketed(part.node) {
            return Ok(self.put(self.end_of(last), &format!(", {}", self.in_brackets(value))));
        }
        let first = items.first().ok_or(Refused)?.span.range().start;
        let line_start = self.text[..first].rfind('\n').map_or(0, |at| at + 1);
        let dash = self.text[line_start..first].find('-').ok_or(Refused)?;
        let line = format!("\n{}- {}", " ".repeat(dash), value.in_brackets());
        Ok(self.put(self.end_of_line(self.end_of(last)), &line))
    }

    fn in_brackets(&self, value: &Value) -> String {
        if self.is_json { value.in_json() } else { value.in_brackets() }
    }

    fn entry_in_brackets(&self, key: &str, value: &Value) -> String {
        let map = self.in_brackets(&Value::Inline(vec![(key.to_owned(), value.clone())]));
        map[1..map.len() - 1].to_owned()
    }

    /// The text with something put in.
    fn put(&self, at: usize, new: &str) -> String {
        let at = if new.starts_with('\n') { self.before_line_break(at) } else { at };
        self.swapped(at, at, &self.lines(new))
    }

    fn swapped(&self, start: usize, end: usize, new: &str) -> String {
        format!("{}{new}{}", &self.text[..start], &self.text[end..])
    }

    /// New lines with the line ends that the file has.
    fn lines(&self, new: &str) -> String {
        if self.text.contains("\r\n") { new.replace('\n', "\r\n") } else { new.to_owned() }
    }

    /// Where the line of a place ends, before its line break.
    fn end_of_line(&self, at: usize) -> usize {
        self.text[at..].find('\n').map_or(self.text.len(), |length| at + length)
    }

    /// The end of a line without the first half of a Windows line break.
    fn before_line_break(&self, at: usize) -> usize {
        if self.text[..at].ends_with('\r') && self.text[at..].starts_with('\n') { at - 1 } else { at }
    }

    /// The place behind the colon of a key.
    fn behind_colon(&self, entry: &Entry<'_>) -> Result<usize, Refused> {
        let end = entry.key_span.range().end;
        let rest = &self.text[end..];
        let blanks = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        if rest[blanks..].starts_with(':') { Ok(end + blanks + 1) } else { Err(Refused) }
    }

    /// Where a value ends, without the blank lines and comments that follow it.
    fn end_of(&self, node: &Node<'_>) -> usize {
        match &node.kind {
            Kind::Map(entries) if !self.is_bracketed(node) => {
                entries.last().map_or(node.span.range().end, |entry| self.end_of_entry(entry))
            }
            Kind::List(items) if !self.is_bracketed(node) => {
                items.last().map_or(node.span.range().end, |item| self.end_of(item))
            }
            _ => self.text[..node.span.range().end].trim_end().len(),
        }
    }

    fn end_of_entry(&self, entry: &Entry<'_>) -> usize {
        if entry.value.is_null() && entry.value.span.start == entry.value.span.end {
            return self.behind_colon(entry).unwrap_or(entry.key_span.range().end);
        }
        self.end_of(&entry.value)
    }

    /// Whether a map or list is written in braces or brackets.
    fn is_bracketed(&self, node: &Node<'_>) -> bool {
        let first = match &node.kind {
            Kind::Map(entries) => entries.first().map(|entry| entry.key_span.start),
            Kind::List(items) => items.first().map(|item| item.span.start),
            _ => return false,
        };
        let opens = self.text[node.span.range().start..].starts_with(['{', '[']);
        opens && first.is_none_or(|first| first != node.span.start)
    }

    /// Whether a value is a map or list with lines of its own.
    fn is_on_lines(&self, node: &Node<'_>) -> bool {
        matches!(node.kind, Kind::Map(_) | Kind::List(_)) && !self.is_bracketed(node)
    }

    /// The column of the keys of a map that is written on lines.
    fn column_of(&self, node: &Node<'_>) -> Option<usize> {
        let Kind::Map(entries) = &node.kind else { return None };
        let first = entries.first().filter(|_| !self.is_bracketed(node))?.key_span.range().start;
        let line_start = self.text[..first].rfind('\n').map_or(0, |at| at + 1);
        Some(self.text[line_start..first].chars().count())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn no_order(_: &[Step]) -> Option<Vec<&'static str>> {
        None
    }

    fn edited(text: &str, change: Change) -> String {
        edit(&Source::new("t", text), &[change], &no_order, 1000).unwrap()
    }

    fn word(text: &str) -> Value {
        Value::word(text)
    }

    #[test]
    fn a_value_is_replaced_and_its_comment_stays() {
        let set = |text: &str| edited(text, Change::set(&["a", "x"], word("all")));
        assert_eq!(set("a:\n  x: no  # why\n  y: 1\n"), "a:\n  x: all  # why\n  y: 1\n");
        assert_eq!(set("a:\n  x:   # why\n  y: 1\n"), "a:\n  x: all   # why\n  y: 1\n");
        assert_eq!(set("a:\n  x: |  # why\n    old\n\n  # y\n  y: 1\n"), "a:\n  x: all  # why\n\n  # y\n  y: 1\n");
        assert_eq!(set("a:\n  x:\n    - p # q\n    - r\n\n  y: 1\n"), "a:\n  x: all\n\n  y: 1\n");
        assert_eq!(set("a: {x: no, y: 1} # c\n"), "a: {x: all, y: 1} # c\n");
        assert_eq!(set("a: {y: 1, x}\n"), "a: {y: 1, x: all}\n");
        assert_eq!(set("a: {y: 1, x: }\n"), "a: {y: 1, x: all }\n");
        assert_eq!(set("a:\n  x: two\n    lines # c"), "a:\n  x: all # c");
        assert_eq!(set("a:\n  x: [p,\n    q]  # c\n"), "a:\n  x: all  # c\n");
    }

    #[test]
    fn comments_between_a_key_and_its_value_stay() {
        let set = |text: &str| edited(text, Change::set(&["a", "x"], word("all")));
        assert_eq!(set("a:\n  x: # one\n    # two\n    no # three\n"), "a:\n  x: # one\n    # two\n    all # three\n");
        assert_eq!(set("a:\n  x:\n    [p,\n    q] # c\n"), "a:\n  x:\n    all # c\n");
    }

    #[test]
    fn json_stays_json() {
        let whole = |text: &str, change: Change| {
            let after = edited(text, change);
            assert!(value::is_json(&after), "{after}");
            after
        };
        let text = "{\n  \"a\": {\n    \"x\": \"no\"\n  }, \"l\": [\"p\"], \"n\": null\n}\n";
        let map = Value::Map(vec![("answer".into(), word("48")), ("comment".into(), Value::text("a \"b\""))]);
        let long = whole(text, Change::set(&["a", "x"], map));
        assert!(long.contains(r#""x": {"answer": 48, "comment": "a \"b\""}"#), "{long}");
        let short = whole(text, Change::set(&["a", "y"], word("2026-01-01")));
        assert!(short.contains("\"x\": \"no\", \"y\": \"2026-01-01\"\n"), "{short}");
        assert!(whole(text, Change::append(&["l"], word("q"))).contains("[\"p\", \"q\"]"));
        assert!(whole(text, Change::set(&["n"], word("yes"))).contains("\"n\": \"yes\"\n"));
        assert!(whole("{}\n", Change::set(&["n"], word("yes"))).contains("{\"n\": \"yes\"}"));
    }

    #[test]
    fn a_value_of_several_lines_takes_the_place_of_one() {
        let long = || Value::Map(vec![("answer".into(), word("all")), ("comment".into(), Value::text("one\ntwo"))]);
        let set = |text: &str| edited(text, Change::set(&["a", "x"], long()));
        let lines = "\n    answer: all\n    comment: |-\n      one\n      two\n";
        assert_eq!(set("a:\n  x: no  # why\n  y: 1\n"), format!("a:\n  x:  # why{lines}  y: 1\n"));
        assert_eq!(set("a:\n  x:\n\n  y: 1\n"), format!("a:\n  x:{lines}\n  y: 1\n"));
        assert_eq!(set("a: {x: no}\n"), "a: {x: {answer: all, comment: \"one\\ntwo\"}}\n");
    }

    #[test]
    fn new_keys_come_into_being_on_every_level() {
        let set = |text: &str| edited(text, Change::set(&["a", "x", "answer"], word("all")));
        assert_eq!(set("f: 1\n"), "f: 1\na:\n  x:\n    answer: all\n");
        assert_eq!(set("f: 1"), "f: 1\na:\n  x:\n    answer: all");
        assert_eq!(set("a:  # c\n  # d\n"), "a:  # c\n  x:\n    answer: all\n  # d\n");
        assert_eq!(set("a: {}\nz: 1\n"), "a:\n  x:\n    answer: all\nz: 1\n");
        assert_eq!(set("a:\n    y: 1 # c\n\n# end\n"), "a:\n    y: 1 # c\n    x:\n      answer: all\n\n# end\n");
        assert_eq!(set("a: {y: 1,\n  z: 2 # c\n  }\n"), "a: {y: 1,\n  z: 2, x: {answer: all} # c\n  }\n");
    }

    #[test]
    fn new_keys_stand_in_their_proper_order() {
        let order = |way: &[Step]| (way.len() == 1).then(|| vec!["u", "v", "w"]);
        let put = |text: &str, key: &str| {
            edit(&Source::new("t", text), &[Change::set(&["a", key], word("1"))], &order, 1000).unwrap()
        };
        assert_eq!(put("a:\n  u: 0\n\n  # about w\n  w: 0\n", "v"), "a:\n  u: 0\n  v: 1\n\n  # about w\n  w: 0\n");
        assert_eq!(put("a:\n  # about w\n  w: 0\n", "v"), "a:\n  v: 1\n  # about w\n  w: 0\n");
        assert_eq!(put("a:\n  u: 0\n", "q"), "a:\n  u: 0\n  q: 1\n");
    }

    #[test]
    fn lists_grow_at_their_end() {
        let append = |text: &str| edited(text, Change::append(&["l"], word("new")));
        assert_eq!(append("l: []  # c\n"), "l: [new]  # c\n");
        assert_eq!(append("l: [a, b] # c\n"), "l: [a, b, new] # c\n");
        assert_eq!(append("l:\n  - a # c\n  # d\nz: 1\n"), "l:\n  - a # c\n  - new\n  # d\nz: 1\n");
        assert_eq!(append("l:\n- a: 1\n  b: 2\nz: 1\n"), "l:\n- a: 1\n  b: 2\n- new\nz: 1\n");
        assert_eq!(append("z: 1\n"), "z: 1\nl: [new]\n");
        let item = Value::Inline(vec![("t".into(), Value::text("x"))]);
        assert_eq!(edited("l:\nz: 1\n", Change::append(&["l"], item)), "l:\n  - {t: x}\nz: 1\n");
    }

    #[test]
    fn line_ends_stay_those_of_the_file() {
        let text = "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n";
        assert_eq!(
            edited(text, Change::set(&["a", "x"], Value::text("one\ntwo"))),
            "a:\r\n  x: |- # c\r\n    one\r\n    two\r\n  y: |\r\n    old\r\n"
        );
        assert_eq!(
            edited(text, Change::set(&["a", "z"], word("1"))),
            "a:\r\n  x: no # c\r\n  y: |\r\n    old\r\n  z: 1\r\n"
        );
    }

    #[test]
    fn an_entry_of_a_list_can_be_replaced() {
        let change = Change {
            path: vec![Step::Key("w".into()), Step::At(1)],
            to: To::Set(Value::Inline(vec![("flag".into(), word("f"))])),
        };
        let text = "w:\n  - {flag: a}\n  - flag: b\n    by: me\n# end\n";
        assert_eq!(edited(text, change), "w:\n  - {flag: a}\n  - {flag: f}\n# end\n");
    }

    #[test]
    fn a_key_goes_with_its_lines() {
        let without = |text: &str| edited(text, Change::remove(&["a", "x"]));
        assert_eq!(
            without("a:\n  w: 0 # c\n  x: |  # why\n    old\n\n  # y\n  y: 1\n"),
            "a:\n  w: 0 # c\n\n  # y\n  y: 1\n"
        );
        assert_eq!(without("a:\n  x: [p,\n    q] # c\n  y: 1"), "a:\n  y: 1");
        assert_eq!(without("a:\n  y: 1 # c\n  x:"), "a:\n  y: 1 # c");
        assert_eq!(without("a:\r\n  y: 1\r\n  x: 2\r\n  z: 3\r\n"), "a:\r\n  y: 1\r\n  z: 3\r\n");
        assert_eq!(without("a: {x: 1, y: 2}\n"), "a: {y: 2}\n");
        assert_eq!(without("a: {w: [0], x: 1} # c\n"), "a: {w: [0]} # c\n");
        assert_eq!(without("a: {x: 1}\n"), "a: {}\n");
        assert_eq!(without("a:\n  y: 1\n"), "a:\n  y: 1\n");
    }

    #[test]
    fn what_cannot_be_put_in_is_refused() {
        let refused =
            |text: &str, keys: &[&str]| edit(&Source::new("t", text), &[Change::set(keys, word("1"))], &no_order, 1000);
        assert_eq!(refused("a: b: c\n", &["a"]), Err(Refused));
        assert_eq!(refused("a: text\n", &["a", "b"]), Err(Refused));
        assert_eq!(refused("a: [1]\n", &["a", "b"]), Err(Refused));
        assert_eq!(refused("? a\n: 1\n", &["a"]), Err(Refused));
    }
}
