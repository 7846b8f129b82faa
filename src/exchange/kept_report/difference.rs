//! A report against what its files give: whether they are the same, and where they begin to differ.

use std::collections::HashMap;

use super::{KeptReport, LIMITS, ReportKind};
use crate::exchange::archive::Archive;
use crate::exchange::tree::{Tree, TreeKind};
use crate::words::clean::{Clean, Trusted, one_line};

/// So much of a line is shown, and so much of it before the place where two begin to differ.
const SHOWN: usize = 90;
const BEFORE: usize = 30;

/// What came of holding a report against what its files give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Against {
    /// They are the same.
    Same,
    /// They are Word files of the same parts, packed otherwise.
    SameParts,
    /// Nothing differs but how lines end.
    LineEnds,
    /// They differ.
    Differs(FirstDifference),
}

/// Where a report begins to differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstDifference {
    /// Where that is.
    pub place: DiffersAt,
    /// What stands in the report, if anything.
    pub says: Option<Clean>,
    /// What the files give, if anything.
    pub gives: Option<Clean>,
    /// How many lines, paragraphs or values differ.
    pub differing: usize,
}

/// The place of a difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DiffersAt {
    /// A line, from 1.
    Line(usize),
    /// A paragraph, from 1.
    Paragraph(usize),
    /// A value of JSON, by the keys that lead to it.
    Key(Clean),
    /// A line of a web page, from 1, in what no reader sees.
    UnseenLine(usize),
    /// A part of a Word file, in what no reader sees.
    UnseenPart(Clean),
    /// The order of the parts of a Word file.
    PartsOrder,
    /// What the archive of a Word file holds beside its parts.
    BesideParts,
}

impl KeptReport {
    /// Holds it against what its files give.
    pub fn against(&self, made: &KeptReport) -> Against {
        if self.bytes == made.bytes {
            return Against::Same;
        }
        match (&self.kind, &made.kind) {
            (ReportKind::Word(parts), ReportKind::Word(others)) if parts == others && self.is_bare() => {
                Against::SameParts
            }
            (ReportKind::Word(parts), ReportKind::Word(others)) => Against::Differs(self.in_parts(made, parts, others)),
            _ if without_returns(&self.bytes) == without_returns(&made.bytes) => Against::LineEnds,
            (ReportKind::Json(tree), ReportKind::Json(other)) => Against::Differs(in_trees(tree, other, self, made)),
            (ReportKind::Page, ReportKind::Page) => Against::Differs(self.in_words(made).unwrap_or_else(|| {
                let [says, gives] = [self, made].map(|of| String::from_utf8_lossy(&of.bytes));
                let line = first_line(&lines(&says), &lines(&gives));
                FirstDifference { place: DiffersAt::UnseenLine(line), says: None, gives: None, differing: 1 }
            })),
            _ => Against::Differs(in_lines(self, made)),
        }
    }

    /// Whether the archive of a Word file holds nothing but its parts.
    fn is_bare(&self) -> bool {
        Archive::open(&self.bytes, &LIMITS).is_ok_and(|archive| archive.is_bare())
    }

    /// Where the words begin to differ, if they do.
    fn in_words(&self, made: &KeptReport) -> Option<FirstDifference> {
        let [says, gives] = [self, made].map(|of| of.lines.iter().map(String::as_str).collect::<Vec<_>>());
        if says == gives {
            return None;
        }
        let at = first_line(&says, &gives);
        let (a, b) = shown(says.get(at - 1).copied(), gives.get(at - 1).copied());
        let differing = differing(&says, &gives);
        Some(FirstDifference { place: DiffersAt::Paragraph(at), says: a, gives: b, differing })
    }

    fn in_parts(
        &self,
        made: &KeptReport,
        parts: &[(String, Vec<u8>)],
        others: &[(String, Vec<u8>)],
    ) -> FirstDifference {
        self.in_words(made).unwrap_or_else(|| {
            let lacks = |(name, bytes): &&(String, Vec<u8>), of: &[(String, Vec<u8>)]| {
                !of.iter().any(|(other, others)| other == name && others == bytes)
            };
            let more = parts.iter().filter(|part| lacks(part, others)).count();
            let fewer = others.iter().filter(|part| lacks(part, parts)).count();
            let first = parts.iter().find(|part| lacks(part, others));
            let name = first.or_else(|| others.iter().find(|part| lacks(part, parts))).map(|(name, _)| one_line(name));
            let place = match name {
                Some(name) => DiffersAt::UnseenPart(name),
                None if parts != others => DiffersAt::PartsOrder,
                None => DiffersAt::BesideParts,
            };
            FirstDifference { place, says: None, gives: None, differing: more.max(fewer).max(1) }
        })
    }
}

fn without_returns(bytes: &[u8]) -> Vec<u8> {
    bytes.iter().copied().filter(|byte| *byte != b'\r').collect()
}

fn lines(text: &str) -> Vec<&str> {
    text.split('\n').collect()
}

/// The first line that differs, from 1.
fn first_line(says: &[&str], gives: &[&str]) -> usize {
    says.iter().zip(gives).take_while(|(a, b)| a == b).count() + 1
}

/// How many lines one of them has that the other has not.
fn differing(says: &[&str], gives: &[&str]) -> usize {
    let mut left: HashMap<&str, usize> = HashMap::new();
    gives.iter().for_each(|line| *left.entry(line).or_default() += 1);
    let mut more = 0;
    for line in says {
        match left.get_mut(line).filter(|count| **count > 0) {
            Some(count) => *count -= 1,
            None => more += 1,
        }
    }
    more.max(left.values().sum::<usize>()).max(1)
}

fn in_lines(report: &KeptReport, made: &KeptReport) -> FirstDifference {
    let [says, gives] = [report, made].map(|of| String::from_utf8_lossy(&of.bytes));
    let (says, gives) = (lines(&says), lines(&gives));
    let at = first_line(&says, &gives);
    let (a, b) = shown(says.get(at - 1).copied(), gives.get(at - 1).copied());
    FirstDifference { place: DiffersAt::Line(at), says: a, gives: b, differing: differing(&says, &gives) }
}

/// Two lines around the place where they begin to differ.
fn shown(says: Option<&str>, gives: Option<&str>) -> (Option<Clean>, Option<Clean>) {
    let same = says.unwrap_or_default().chars().zip(gives.unwrap_or_default().chars());
    let same = same.take_while(|(a, b)| a == b).count();
    let from = same.saturating_sub(BEFORE);
    let around = |line: &str| {
        let part: String = line.chars().skip(from).collect();
        let part = one_line(part.trim()).cut(SHOWN);
        if from > 0 { "…".and(part) } else { part }
    };
    (says.map(around), gives.map(around))
}

fn in_trees(tree: &Tree, other: &Tree, report: &KeptReport, made: &KeptReport) -> FirstDifference {
    let mut found = TreeDifferences { first: None, count: 0 };
    found.compare("", Some(tree), Some(other), 0);
    let Some((path, says, gives)) = found.first else { return in_lines(report, made) };
    let (says, gives) = shown(says.as_deref(), gives.as_deref());
    FirstDifference { place: DiffersAt::Key(one_line(&path).cut(SHOWN)), says, gives, differing: found.count }
}

/// Nobody reads on through more differences.
const MOST: usize = 100_000;

/// What differs between two trees: the first value with the keys that lead to it, and how many.
struct TreeDifferences {
    first: Option<(String, Option<String>, Option<String>)>,
    count: usize,
}

impl TreeDifferences {
    /// Trees are no deeper than their reader allows.
    fn compare(&mut self, path: &str, a: Option<&Tree>, b: Option<&Tree>, depth: usize) {
        let key = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
        match (a.map(|a| &a.kind), b.map(|b| &b.kind)) {
            _ if self.count > MOST || depth > crate::exchange::tree::DEPTH => {}
            (Some(TreeKind::Map(a)), Some(TreeKind::Map(b))) => {
                let of = |map: &'_ [(String, Tree)]| -> HashMap<String, usize> {
                    map.iter().zip(0..).map(|((name, _), at)| (name.clone(), at)).collect()
                };
                let (in_a, in_b) = (of(a), of(b));
                for (name, value) in a {
                    let other = in_b.get(name).and_then(|at| b.get(*at)).map(|(_, value)| value);
                    self.compare(&key(name), Some(value), other, depth + 1);
                }
                for (name, value) in b.iter().filter(|(name, _)| !in_a.contains_key(name)) {
                    self.compare(&key(name), None, Some(value), depth + 1);
                }
            }
            (Some(TreeKind::List(a)), Some(TreeKind::List(b))) => {
                for at in 0..a.len().max(b.len()) {
                    self.compare(&format!("{path}[{at}]"), a.get(at), b.get(at), depth + 1);
                }
            }
            (Some(a), Some(b)) if a == b => {}
            (None, None) => {}
            (says, gives) => {
                self.count += 1;
                self.first.get_or_insert_with(|| (path.to_owned(), says.map(told), gives.map(told)));
            }
        }
    }
}

/// A value as it is written; of more than one, that there are some.
fn told(kind: &TreeKind) -> String {
    match kind {
        TreeKind::Null => "null".to_owned(),
        TreeKind::Bool(yes) => yes.to_string(),
        TreeKind::Number(words) | TreeKind::Text(words) => words.clone(),
        TreeKind::List(items) => format!("[{}]", items.len()),
        TreeKind::Map(entries) => format!("{{{}}}", entries.len()),
    }
}
