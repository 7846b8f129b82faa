//! What a file of another program holds: texts, numbers, lists and maps, each with its line. It comes from JSON
//! ([`super::json`]) or from YAML, both within limits; what it means is for the reader of each format to say.

use std::sync::Arc;

use crate::source::node::{Kind, Node};
use crate::source::{Arena, Diagnostics, Source, yaml};
use crate::words::problem::{Problem, text as problem};

/// No file of answers is read that is larger, in bytes.
pub const LARGEST_ANSWERS: usize = 4 << 20;

/// No file of questions is read that is larger, in bytes.
pub const LARGEST_QUESTIONS: usize = 16 << 20;

/// No file is read that has more values.
pub const NODES: usize = 1_000_000;

/// No file is read that is nested deeper.
pub const DEPTH: usize = 64;

/// A value in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tree {
    /// The line in which it begins, from 1.
    pub line: usize,
    /// What it is.
    pub kind: TreeKind,
}

/// What a value is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TreeKind {
    /// Nothing.
    Null,
    /// True or false.
    Bool(bool),
    /// A number, as it is written.
    Number(String),
    /// A text, not cleaned.
    Text(String),
    /// Values in their order.
    List(Vec<Tree>),
    /// Keys with values, in the order of the file, each key once.
    Map(Vec<(String, Tree)>),
}

impl Tree {
    /// The tree of a file of YAML.
    ///
    /// # Errors
    /// It is no YAML, or holds what misleads or is too much of something; the first such place is told.
    pub fn of_yaml(source: &Arc<Source>) -> Result<Tree, Problem> {
        let (arena, mut notes) = (Arena::default(), Diagnostics::default());
        let root = yaml::parse_deep(source, &arena, DEPTH, NODES, &mut notes);
        if let Some(first) = notes.sorted().first() {
            let line = first.span.map_or(1, |span| source.position(span.start).line);
            return Err(first.problem.clone().in_line(line));
        }
        let mut lines = LinesPassed { text: &source.text, at: 0, line: 1 };
        root.map(|root| lines.tree(&root)).ok_or_else(|| problem::empty_file("duly/answers@1"))
    }

    /// The value of a key, if this is a map that has it and it is something.
    pub fn get(&self, key: &str) -> Option<&Tree> {
        let found = self.entries().iter().find(|(known, _)| known == key);
        found.map(|(_, value)| value).filter(|value| value.kind != TreeKind::Null)
    }

    /// The words of a text, a number, or true and false; `None` for all else.
    pub fn words(&self) -> Option<&str> {
        match &self.kind {
            TreeKind::Text(words) | TreeKind::Number(words) => Some(words),
            TreeKind::Bool(true) => Some("true"),
            TreeKind::Bool(false) => Some("false"),
            TreeKind::Null | TreeKind::List(_) | TreeKind::Map(_) => None,
        }
    }

    /// The words of a key's value, see [`Tree::words`].
    pub fn say(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(Tree::words)
    }

    /// The values of a list; none of what is no list.
    pub fn items(&self) -> &[Tree] {
        if let TreeKind::List(items) = &self.kind { items } else { &[] }
    }

    /// The entries of a map; none of what is no map.
    pub fn entries(&self) -> &[(String, Tree)] {
        if let TreeKind::Map(entries) = &self.kind { entries } else { &[] }
    }
}

/// The lines of a text, counted as far as its values have been met.
struct LinesPassed<'t> {
    text: &'t str,
    at: usize,
    line: usize,
}

impl LinesPassed<'_> {
    /// The line of a byte: values are met in the order of the text.
    fn of(&mut self, byte: usize) -> usize {
        if let Some(passed) = self.text.as_bytes().get(self.at..byte) {
            self.line += passed.iter().filter(|byte| **byte == b'\n').count();
            self.at = byte;
        }
        self.line
    }

    /// No deeper than the reader of YAML lets through.
    fn tree(&mut self, node: &Node<'_>) -> Tree {
        let line = self.of(node.span.range().start);
        let kind = match &node.kind {
            Kind::Null => TreeKind::Null,
            Kind::Quoted(words) => TreeKind::Text(words.to_string()),
            Kind::Plain(words) => plain(words),
            Kind::List(items) => TreeKind::List(items.iter().map(|item| self.tree(item)).collect()),
            Kind::Map(entries) => {
                TreeKind::Map(entries.iter().map(|entry| (entry.key.to_string(), self.tree(&entry.value))).collect())
            }
        };
        Tree { line, kind }
    }
}

/// What a word without quotes is. `yes` and `no` are texts: YAML has long given up to bend them.
fn plain(words: &str) -> TreeKind {
    match words {
        "true" | "True" | "TRUE" => TreeKind::Bool(true),
        "false" | "False" | "FALSE" => TreeKind::Bool(false),
        _ if is_number(words) => TreeKind::Number(words.to_owned()),
        _ => TreeKind::Text(words.to_owned()),
    }
}

/// Whether a word is a number as JSON has it: `-12.5e+3`.
pub(super) fn is_number(word: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = word.strip_prefix('-').unwrap_or(word);
    let (size, power) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, part) = size.split_once('.').unwrap_or((size, "0"));
    [whole, part, power.strip_prefix(['+', '-']).unwrap_or(power)].into_iter().all(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    fn of(text: &str) -> Result<Tree, String> {
        Tree::of_yaml(&Source::new("l.yaml", text)).map_err(|found| found.message(Lang::En).to_string())
    }

    #[test]
    fn yaml_keeps_its_lines_its_words_and_its_order() {
        let tree = of("b: 1\na:\n  - yes\n  - \"2\"\n  - [true, 1.5e3]\nc:\n").unwrap();
        let keys: Vec<&str> = tree.entries().iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, ["b", "a", "c"]);
        assert_eq!((tree.say("b"), tree.get("c")), (Some("1"), None));
        let items = tree.get("a").unwrap().items();
        assert_eq!(items.iter().map(|item| item.line).collect::<Vec<_>>(), [3, 4, 5]);
        assert_eq!(items[0].kind, TreeKind::Text("yes".into()));
        assert_eq!(items[1].kind, TreeKind::Text("2".into()));
        let last: Vec<_> = items[2].items().iter().map(|item| item.kind.clone()).collect();
        assert_eq!(last, [TreeKind::Bool(true), TreeKind::Number("1.5e3".into())]);
    }

    #[test]
    fn what_is_no_plain_yaml_is_told_with_its_line() {
        assert!(of("a: 1\nb: 2\na: 3\n").unwrap_err().starts_with("line 3: `a` is given twice"));
        assert!(of("a: &x 1\nb: *x\n").unwrap_err().starts_with("line 1: anchors"));
        assert!(of("").is_err());
        let deep = |depth: usize| (0..depth).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect::<String>();
        assert!(of(&deep(DEPTH)).is_ok(), "as deep as JSON");
        let others = ["- ".repeat(3 * DEPTH), ["[", "]"].map(|sign| sign.repeat(DEPTH + 2)).concat()];
        let refused = [deep(DEPTH + 2), deep(3 * DEPTH)].into_iter().chain(others).map(|text| of(&text));
        refused.for_each(|found| assert!(found.unwrap_err().contains("nested deeper than 64")));
    }

    #[test]
    fn a_number_is_what_json_calls_one() {
        for number in ["0", "-1", "12.50", "1e9", "1.5E-3", "010"] {
            assert!(is_number(number), "{number}");
        }
        for word in ["", "-", "1.", ".5", "1e", "1.2.3", "+1", "0x10", "1_000", "٣", "NaN"] {
            assert!(!is_number(word), "{word}");
        }
    }
}
