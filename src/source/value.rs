//! Values to write into a YAML file, and how they are written: quoted where YAML would read something else.

use super::node::{Kind, Node};

/// A value to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: the key stays, empty.
    Nothing,
    /// A word of a file format (an id, a number, a date), which is written as it is. Not for text of people.
    Word(String),
    /// A text, in quotes or as a block where it must be.
    Text(String),
    /// A list: on one line if it holds words only.
    List(Vec<Value>),
    /// Keys with values, a line each.
    Map(Vec<(String, Value)>),
    /// Keys with values on one line, in braces.
    Inline(Vec<(String, Value)>),
}

impl Value {
    /// A text, or nothing where it is empty.
    pub fn text(text: impl Into<String>) -> Value {
        let text = text.into();
        if text.is_empty() { Value::Nothing } else { Value::Text(text) }
    }

    /// A word as it stands in files.
    pub fn word(word: impl std::fmt::Display) -> Value {
        Value::Word(word.to_string())
    }

    /// The value that a part of a file has: its texts however they are written, its maps as [`Value::Map`].
    pub fn of(node: &Node<'_>) -> Value {
        match &node.kind {
            Kind::Null => Value::Nothing,
            Kind::Plain(text) | Kind::Quoted(text) => Value::Text(text.to_string()),
            Kind::List(items) => Value::List(items.iter().map(Value::of).collect()),
            Kind::Map(entries) => {
                Value::Map(entries.iter().map(|entry| (entry.key.to_string(), Value::of(&entry.value))).collect())
            }
        }
    }

    /// The same value without regard to how it is to be written; what [`Value::of`] gives when it is read back.
    pub fn as_read(&self) -> Value {
        let entries = |entries: &[(String, Value)]| entries.iter().map(|(k, v)| (k.clone(), v.as_read())).collect();
        match self {
            Value::Nothing => Value::Nothing,
            Value::Word(text) | Value::Text(text) => Value::Text(text.clone()),
            Value::List(items) => Value::List(items.iter().map(Value::as_read).collect()),
            Value::Map(map) | Value::Inline(map) => Value::Map(entries(map)),
        }
    }

    /// The value within brackets or braces, always on one line.
    pub fn in_brackets(&self) -> String {
        match self {
            Value::Nothing => String::new(),
            Value::Word(word) if means_itself(word) => word.clone(),
            Value::Word(text) | Value::Text(text) => quoted_in_brackets(text),
            Value::List(items) => {
                format!("[{}]", items.iter().map(Value::in_brackets).collect::<Vec<_>>().join(", "))
            }
            Value::Map(entries) | Value::Inline(entries) => {
                let entries = entries.iter().map(|(key, value)| in_brackets(key, value));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
        }
    }

    /// The value as JSON, on one line.
    pub(super) fn in_json(&self) -> String {
        let joined = |parts: Vec<String>| parts.join(", ");
        match self {
            Value::Nothing => "null".to_owned(),
            Value::Word(word) if word.parse::<u32>().is_ok_and(|number| number.to_string() == *word) => word.clone(),
            Value::Word(text) | Value::Text(text) => json(text),
            Value::List(items) => format!("[{}]", joined(items.iter().map(Value::in_json).collect())),
            Value::Map(entries) | Value::Inline(entries) => {
                let entry = |(key, value): &(String, Value)| format!("{}: {}", json(key), value.in_json());
                format!("{{{}}}", joined(entries.iter().map(entry).collect()))
            }
        }
    }

    /// What stands behind a key: on its line, or a line break and lines of its own that start with `indent` blanks.
    /// Begins with a blank unless it is nothing.
    pub fn after_key(&self, indent: usize) -> String {
        let blanks = " ".repeat(indent);
        match self {
            Value::Nothing => String::new(),
            Value::Text(text) => in_lines(&quoted(text), &blanks),
            Value::List(items) if items.iter().any(|item| !matches!(item, Value::Word(_))) => {
                items.iter().map(|item| format!("\n{blanks}- {}", item.in_brackets())).collect()
            }
            Value::Map(entries) if !entries.is_empty() => {
                let line = |(key, value): &(String, Value)| {
                    format!("\n{blanks}{}:{}", quoted(key), value.after_key(indent + 2)) //
                };
                entries.iter().map(line).collect()
            }
            Value::Word(_) | Value::List(_) | Value::Map(_) | Value::Inline(_) => format!(" {}", self.in_brackets()),
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
fn in_brackets(key: &str, value: &Value) -> String {
    format!("{}: {}", quoted_in_brackets(key), value.in_brackets())
}

/// Whether a word that may be an id stands for itself, and not for nothing or for a mark of YAML.
fn means_itself(word: &str) -> bool {
    !word.is_empty() && !word.starts_with('-') && !word.eq_ignore_ascii_case("null")
}

/// A text as YAML writes it: plain, in quotes, or as a block of several lines.
pub fn quoted(text: &str) -> String {
    let written = serde_yaml::to_string(&text).unwrap_or_else(|_| json(text));
    written.strip_suffix('\n').unwrap_or(&written).to_owned()
}

/// A text as it may stand within brackets: on one line, and in quotes where a bracket or a comma would end it.
fn quoted_in_brackets(text: &str) -> String {
    let written = quoted(text);
    let is_plain = !written.contains(['\n', ',', '[', ']', '{', '}']);
    if is_plain || (written.starts_with('"') && !written.contains('\n')) { written } else { json(text) }
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
        let written = |text: &str| Value::Text(text.to_owned()).after_key(2);
        assert_eq!(written("Två dagar – högst"), " Två dagar – högst");
        assert_eq!(written("no"), " \"no\"");
        assert_eq!(written("12:30"), " \"12:30\"");
        assert_eq!(written("a # b"), " \"a # b\"");
        assert_eq!(written("two\nlines"), " |-\n  two\n  lines");
        assert_eq!(written(""), " \"\"");
        assert_eq!(Value::word("null").after_key(2), " \"null\"");
        assert_eq!(Value::word("-").in_brackets(), "'-'");
        assert_eq!(Value::word("").after_key(2), " \"\"");
        assert_eq!(Value::Nothing.after_key(2), "");
        assert_eq!(Value::word("2026-05-14").after_key(2), " 2026-05-14");
    }

    #[test]
    fn brackets_hold_one_line() {
        let map = Value::Inline(vec![
            ("title".into(), Value::text("Log, signed [draft]")),
            ("note".into(), Value::text("two\nlines")),
            ("tags".into(), Value::List(vec![Value::word("a"), Value::word("b")])),
        ]);
        assert_eq!(map.in_brackets(), r#"{title: "Log, signed [draft]", note: "two\nlines", tags: [a, b]}"#);
    }

    #[test]
    fn what_needs_lines_of_its_own_gets_them() {
        let map = Value::Map(vec![
            ("answer".into(), Value::word("all")),
            ("comment".into(), Value::text("one\n\ntwo")),
            ("verified".into(), Value::List(vec![Value::Inline(vec![("title".into(), Value::text("x"))])])),
        ]);
        let expected = "\n    answer: all\n    comment: |-\n      one\n\n      two\n    verified:\n      - {title: x}";
        assert_eq!(map.after_key(4), expected);
    }
}
