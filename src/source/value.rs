//! Values to write into a YAML file, and how they are written: quoted where YAML would read something else.

use super::node::{Kind, Node};
use crate::words::clean::{has_hidden, json_escaped};

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewValue {
    /// Nothing: the key stays, empty.
    Nothing,
    /// A word of a file format (an id, a number, a date), which is written as it is. Not for text of people.
    Word(String),
    /// A text, in quotes or as a block where it must be.
    Text(String),
    /// A list: on one line if it holds words only.
    List(Vec<NewValue>),
    /// Keys with values, a line each.
    Map(Vec<(String, NewValue)>),
    /// Keys with values on one line, in braces.
    Inline(Vec<(String, NewValue)>),
}

impl NewValue {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> NewValue {
        let text = text.into();
        if text.is_empty() { NewValue::Nothing } else { NewValue::Text(text) }
    }

    /// A word as it stands in files.
    pub fn word(word: impl std::fmt::Display) -> NewValue {
        NewValue::Word(word.to_string())
    }

    /// The value that a part of a file has: its texts however they are written, its maps as [`NewValue::Map`].
    pub fn of(node: &Node<'_>) -> NewValue {
        match &node.kind {
            Kind::Null => NewValue::Nothing,
            Kind::Plain(text) | Kind::Quoted(text) => NewValue::Text(text.to_string()),
            Kind::List(items) => NewValue::List(items.iter().map(NewValue::of).collect()),
            Kind::Map(entries) => {
                NewValue::Map(entries.iter().map(|entry| (entry.key.to_string(), NewValue::of(&entry.value))).collect())
            }
        }
    }

    /// The same value without regard to how it is to be written; what [`NewValue::of`] gives when it is read back.
    pub fn as_read(&self) -> NewValue {
        let entries = |entries: &[(String, NewValue)]| entries.iter().map(|(k, v)| (k.clone(), v.as_read())).collect();
        match self {
            NewValue::Nothing => NewValue::Nothing,
            NewValue::Word(text) | NewValue::Text(text) => NewValue::Text(text.clone()),
            NewValue::List(items) => NewValue::List(items.iter().map(NewValue::as_read).collect()),
            NewValue::Map(map) | NewValue::Inline(map) => NewValue::Map(entries(map)),
        }
    }

    /// The value within brackets or braces, always on one line.
    pub fn in_brackets(&self) -> String {
        match self {
            NewValue::Nothing => String::new(),
            NewValue::Word(word) if means_itself(word) => word.clone(),
            NewValue::Word(text) | NewValue::Text(text) => quoted_in_brackets(text),
            NewValue::List(items) => {
                format!("[{}]", items.iter().map(NewValue::in_brackets).collect::<Vec<_>>().join(", "))
            }
            NewValue::Map(entries) | NewValue::Inline(entries) => {
                let entries = entries.iter().map(|(key, value)| in_brackets(key, value));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// The value as JSON, on one line.
    pub(super) fn in_json(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        match self {
            NewValue::Nothing => "null".to_owned(),
            NewValue::Word(word) if word.parse::<u32>().is_ok_and(|number| number.to_string() == *word) => word.clone(),
            NewValue::Word(text) | NewValue::Text(text) => json(text),
            NewValue::List(items) => format!("[{}]", joined(items.iter().map(NewValue::in_json).collect())),
            NewValue::Map(entries) | NewValue::Inline(entries) => {
                let entry = |(key, value): &(String, NewValue)| format!("{}: {}", json(key), value.in_json());
                format!("{{{}}}", joined(entries.iter().map(entry).collect()))
            }
        }
    }

    /// What stands behind a key: on its line, or a line break and lines of its own that start with `indent` blanks.
    /// Begins with a blank unless it is nothing.
    pub fn after_key(&self, indent: usize) -> String {
        let blanks = " ".repeat(indent);
        match self {
            NewValue::Nothing => String::new(),
            NewValue::Text(text) => in_lines(&quoted(text), &blanks),
            NewValue::List(items) if items.iter().any(|item| !matches!(item, NewValue::Word(_))) => {
                items.iter().map(|item| format!("\n{blanks}- {}", item.in_brackets())).collect()
            }
            NewValue::Map(entries) if !entries.is_empty() => {
                let line = |(key, value): &(String, NewValue)| {
                    format!("\n{blanks}{}:{}", quoted(key), value.after_key(indent + 2)) //
                };
                entries.iter().map(line).collect()
            }
            NewValue::Word(_) | NewValue::List(_) | NewValue::Map(_) | NewValue::Inline(_) => {
                format!(" {}", self.in_brackets())
            }
        }
    }
}

/// A written text behind its key: on its line, or as a block whose lines start with `blanks`.
fn in_lines(written: &str, blanks: &str) -> String {
    let mut out = String::from(" ");
    for (at, line) in written.lines().enumerate() {
        // the writer indents a block by two blanks; a line of nothing stays one
        match line.strip_prefix("  ") {
            _ if at == 0 => out.push_str(line),
            Some(content) if !content.is_empty() => out.extend(["\n", blanks, content]),
            _ => out.push('\n'),
        }
    }
    out
}

/// A key with its value within braces.
fn in_brackets(key: &str, value: &NewValue) -> String {
    format!("{}: {}", quoted_in_brackets(key), value.in_brackets())
}

/// Whether a word that may be an id stands for itself, and not for nothing or for a mark of YAML.
fn means_itself(word: &str) -> bool {
    !word.is_empty() && !word.starts_with('-') && !word.eq_ignore_ascii_case("null")
}

/// A text as YAML writes it: plain, in quotes, or as a block of several lines.
pub fn quoted(text: &str) -> String {
    if has_hidden(text) {
        return json_escaped(json(text)); // nobody sees such a letter in the file: it is written as an escape
    }
    let written = serde_yaml::to_string(&text).unwrap_or_else(|_| json(text));
    written.strip_suffix('\n').unwrap_or(&written).to_owned()
}

/// A text as it may stand within brackets: on one line, and in quotes where a bracket or a comma would end it.
fn quoted_in_brackets(text: &str) -> String {
    let written = quoted(text);
    let is_plain = !written.contains(['\n', ',', '[', ']', '{', '}']);
    if is_plain || (written.starts_with('"') && !written.contains('\n')) { written } else { json(text) }
}

/// A written text without the quotes around it, if it has some.
pub fn unquoted(written: &str) -> &str {
    ['"', '\''].iter().find_map(|quote| written.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(written)
}

/// Whether a text is JSON, which is YAML, too.
pub(super) fn is_json(text: &str) -> bool {
    text.trim_start().starts_with('{') && serde_json::from_str::<serde_json::Value>(text).is_ok()
}

/// A text in double quotes with the escapes of JSON, which are YAML's, too.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_quoted_where_yaml_would_read_something_else() {
        let written = |text: &str| NewValue::Text(text.to_owned()).after_key(2);
        assert_eq!(written("Två dagar – högst"), " Två dagar – högst");
        assert_eq!(written("no"), " \"no\"");
        assert_eq!(written("12:30"), " \"12:30\"");
        assert_eq!(written("a # b"), " \"a # b\"");
        assert_eq!(written("two\nlines"), " |-\n  two\n  lines");
        assert_eq!(written(""), " \"\"");
        assert_eq!(written("a\u{202e}b\nc"), " \"a\\u202eb\\nc\"", "no hidden letter stands in a file that we write");
        assert_eq!(NewValue::word("null").after_key(2), " \"null\"");
        assert_eq!(NewValue::word("-").in_brackets(), "'-'");
        assert_eq!(NewValue::word("").after_key(2), " \"\"");
        assert_eq!(NewValue::Nothing.after_key(2), "");
        assert_eq!(NewValue::word("2026-05-14").after_key(2), " 2026-05-14");
    }

    #[test]
    fn brackets_hold_one_line() {
        let map = NewValue::Inline(vec![
            ("title".into(), NewValue::text("Log, signed [draft]")),
            ("note".into(), NewValue::text("two\nlines")),
            ("tags".into(), NewValue::List(vec![NewValue::word("a"), NewValue::word("b")])),
        ]);
        assert_eq!(map.in_brackets(), r#"{title: "Log, signed [draft]", note: "two\nlines", tags: [a, b]}"#);
    }

    #[test]
    fn what_needs_lines_of_its_own_gets_them() {
        let map = NewValue::Map(vec![
            ("answer".into(), NewValue::word("all")),
            ("comment".into(), NewValue::text("one\n\ntwo")),
            ("verified".into(), NewValue::List(vec![NewValue::Inline(vec![("title".into(), NewValue::text("x"))])])),
        ]);
        let expected = "\n    answer: all\n    comment: |-\n      one\n\n      two\n    verified:\n      - {title: x}";
        assert_eq!(map.after_key(4), expected);
    }
}
