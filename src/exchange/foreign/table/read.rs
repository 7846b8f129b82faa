//! From a mapping file to [`Mapping`], with every problem noted.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::mapping::{FORMAT, Mapping, NAMED, TableColumn, TableScale, squeezed};
use crate::exchange::spreadsheet::limits;
use crate::questionnaire::level::Importance;
use crate::questionnaire::limits::MOST_OPTIONS;
use crate::questionnaire::names::{self, NOT_APPLICABLE, UNKNOWN};
use crate::source::fields::{Fields, Reading, Word};
use crate::source::node::Kind;
use crate::source::{Arena, Checked, Diagnostics, Node, Source, Span, toml};
use crate::words::clean::{Clean, one_line};
use crate::words::problem::{Problem, mappings as problem, text as text_problem};

/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("mapping.schema.json");
/// Whether a file in TOML says that it is a mapping, of whatever version.
pub fn is_meant(source: &Arc<Source>) -> bool {
    let kind = |format: &str| format.split('@').next().map(|kind| kind.trim().to_lowercase());
    let arena = Arena::default();
    let root = toml::parse(source, &arena, &mut Diagnostics::default());
    root.get("format").and_then(Node::text).is_some_and(|format| kind(format) == kind(FORMAT))
}

/// Reads a mapping.
pub fn read(source: &Arc<Source>) -> Checked<Mapping> {
    let (arena, mut reading) = (Arena::default(), Reading::of(source));
    let root = toml::parse(source, &arena, &mut reading.notes);
    if reading.notes.has_errors() {
        return Checked::new(None, reading.notes); // what broken syntax leaves behind would be called wrong once more
    }
    let value = mapping(&root, &mut reading);
    Checked::new(value, reading.notes)
}

fn mapping(root: &Node<'_>, reading: &mut Reading<'_>) -> Option<Mapping> {
    let mut mapping = Mapping::default();
    let mut fields = reading.head(root, FORMAT)?;
    let optional = fields.optional("id").and_then(|node| names::id(node, reading));
    mapping.id = optional.map(String::from);
    let optional = fields.optional("version").and_then(|node| names::version(node, reading));
    mapping.version = optional.map(String::from);
    mapping.title = fields.optional("title").and_then(|node| filled(node, reading));
    mapping.language = fields.optional("language").and_then(|node| language(node, reading));
    mapping.sheets = fields.optional("sheet").map(|node| texts(node, "sheet", reading)).unwrap_or_default();
    mapping.header = fields.optional("header").and_then(|node| reading.integer(node, 1..=limits::ROWS));
    let columns = fields.required("columns", reading).and_then(|node| reading.fields(node));
    mapping.columns = columns.map(|fields| columns_of(fields, reading)).unwrap_or_default();
    let mut meanings = Meanings::default();
    mapping.scale = fields.optional("values").map(|node| scale(node, &mut meanings, reading)).unwrap_or_default();
    mapping.words = fields.optional("words").map(|node| words(node, &mut meanings, reading)).unwrap_or_default();
    mapping.importance = fields.optional("importance").map(|node| importance(node, reading)).unwrap_or_default();
    fields.finish(reading);
    Some(mapping)
}

fn filled(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<String> {
    reading.filled_text(node).map(str::to_owned)
}

/// One text, or a list of them.
fn texts(node: &Node<'_>, key: &'static str, reading: &mut Reading<'_>) -> Vec<String> {
    match &node.kind {
        Kind::List(_) => reading.filled_list(node, key).iter().filter_map(|item| filled(item, reading)).collect(),
        _ => filled(node, reading).into_iter().collect(),
    }
}

fn language(node: &Node<'_>, reading: &mut Reading<'_>) -> Option<String> {
    let written = reading.text(node)?;
    let is_code = (2..=8).contains(&written.len()) && written.bytes().all(|byte| byte.is_ascii_lowercase());
    if !is_code {
        reading.note(node.span, problem::mapping_language(one_line(written)));
    }
    is_code.then(|| written.to_owned())
}

fn columns_of(mut fields: Fields<'_, '_>, reading: &mut Reading<'_>) -> Vec<(TableColumn, String)> {
    let mut columns: Vec<(TableColumn, String)> = Vec::new();
    for (key, column) in TableColumn::ALL {
        let Some(node) = fields.optional(key) else { continue };
        let Some(written) = filled(node, reading) else { continue };
        let before =
            columns.iter().find(|(other, at)| squeezed(at) == squeezed(&written) && !is_shared(*other, *column));
        if let Some((other, _)) = before {
            reading.note(node.span, problem::column_shared(one_line(&written), other.word(), *key));
        }
        columns.push((*column, written));
    }
    fields.finish(reading);
    columns
}

/// Whether two parts may stand in one column: questions whose own words make their ids.
pub fn is_shared(one: TableColumn, other: TableColumn) -> bool {
    (one, other) == (TableColumn::Id, TableColumn::Question)
}

/// What each word in the column of answers stands for: one thing.
#[derive(Default)]
pub struct Meanings(BTreeMap<String, String>);

impl Meanings {
    /// Notes what a word stands for.
    ///
    /// # Errors
    /// It stands for something else already, or twice for the same.
    pub fn put(&mut self, word: &str, meaning: &str) -> Result<(), Problem> {
        match self.0.insert(squeezed(word), meaning.to_owned()) {
            Some(other) if squeezed(&other) == squeezed(meaning) => Err(problem::word_again(one_line(word))),
            Some(other) => Err(problem::word_twice(one_line(word), one_line(&other), one_line(meaning))),
            None => Ok(()),
        }
    }

    fn note(&mut self, word: &str, span: Span, meaning: &str, reading: &mut Reading<'_>) {
        if let Err(problem) = self.put(word, meaning) {
            reading.note(span, problem);
        }
    }
}

/// Words that mean the same at every question: nobody says what they are worth.
pub const FIXED: [&str; 2] = [NOT_APPLICABLE, UNKNOWN];

/// How questions are answered: the name of a scale, words, or words with what they are worth.
fn scale(node: &Node<'_>, meanings: &mut Meanings, reading: &mut Reading<'_>) -> TableScale {
    let mut values = Vec::new();
    match node.kind {
        Kind::List(_) => {
            for item in reading.filled_list(node, "values") {
                let Some(word) = filled(item, reading) else { continue };
                meanings.note(&word, item.span, &word, reading);
                values.push((item.span, word, None));
            }
        }
        Kind::Map(entries) => {
            for entry in entries {
                let value = reading.integer(&entry.value, 0..=100);
                meanings.note(entry.key, entry.key_span, entry.key, reading);
                values.push((entry.key_span, entry.key.to_string(), value));
            }
        }
        _ => return named_scale(node, reading),
    }
    for (span, word, _) in &values {
        if FIXED.iter().any(|fixed| squeezed(word) == *fixed) {
            reading.note(*span, problem::fixed_value(one_line(word)));
        }
    }
    let is_told = matches!(node.kind, Kind::List(_)) && values.is_empty();
    if !is_told && !(1..=MOST_OPTIONS).contains(&values.len()) {
        reading.note(node.span, text_problem::out_of_range(values.len(), 1, MOST_OPTIONS));
    }
    TableScale::Words(values.into_iter().map(|(_, word, value)| (word, value)).collect())
}

fn named_scale(node: &Node<'_>, reading: &mut Reading<'_>) -> TableScale {
    let Some(written) = reading.text(node) else { return TableScale::Unsaid };
    let found = NAMED.iter().find(|(name, _)| *name == written).map(|(_, scale)| scale.clone());
    if found.is_none() {
        let known = NAMED.iter().map(|(name, _)| *name);
        let problem = text_problem::unknown_word(one_line(written), Clean::joined(known.clone(), ", "));
        reading.note_near(node.span, problem, written, known);
    }
    found.unwrap_or_default()
}

/// Other words for answers. Where answers are named, no other answer may be meant.
fn words(node: &Node<'_>, meanings: &mut Meanings, reading: &mut Reading<'_>) -> Vec<(String, Vec<String>)> {
    let mut known: Vec<String> = meanings.0.values().cloned().chain(FIXED.map(str::to_owned)).collect();
    known.sort_unstable();
    let mut found = Vec::new();
    for entry in reading.entries(node) {
        if known.len() > FIXED.len() && !known.iter().any(|name| *name == entry.key) {
            let names = known.iter().map(|name| one_line(name));
            let problem = problem::words_of_no_value(one_line(entry.key), Clean::joined(names, ", "));
            reading.note_near(entry.key_span, problem, entry.key, known.iter().map(String::as_str));
        }
        let words = texts(&entry.value, "words", reading);
        words.iter().for_each(|word| meanings.note(word, entry.value.span, entry.key, reading));
        found.push((entry.key.to_string(), words));
    }
    found
}

fn importance(node: &Node<'_>, reading: &mut Reading<'_>) -> Vec<(String, Importance)> {
    let mut meanings = Meanings::default();
    let mut found = Vec::new();
    for entry in reading.entries(node) {
        let Some(meaning) = reading.word::<Importance>(&entry.value) else { continue };
        meanings.note(entry.key, entry.key_span, meaning.word(), reading);
        found.push((entry.key.to_string(), meaning));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> Vec<(usize, &'static str)> {
        let source = Source::new("m.toml", format!("format = \"duly/mapping@1\"\n{text}"));
        let notes = read(&source).diagnostics;
        let told = notes.sorted().into_iter();
        told.map(|note| (source.position(note.span.unwrap_or_default().start).line, note.problem.code.id)).collect()
    }

    #[test]
    fn of_words_that_are_as_near_the_first_is_meant_every_time() {
        let text =
            "format = \"duly/mapping@1\"\nvalues = [\"aae\", \"aab\", \"aaf\", \"aac\"]\n[words]\naad = [\"x\"]\n";
        for _ in 0..8 {
            let notes = read(&Source::new("m.toml", text)).diagnostics;
            let told: Vec<String> = notes.sorted().into_iter().map(|note| format!("{:?}", note.problem)).collect();
            assert!(told.iter().any(|problem| problem.contains("mean `aab`")), "{told:?}");
        }
    }

    #[test]
    fn every_problem_is_told_in_one_run() {
        let text = "sheeet = \"A\"\nheader = 0\nversion = \"2026\"\nlanguage = \"Swedish\"\n[columns]\nid = \"A\"\n\
                    question = \"A\"\nanwser = \"D\"\ncomment = \"a\"\n[values]\nyes = 101\n\"n/a\" = 5\n[words]\n\
                    yes = [\"Y\"]\nno = [\"y\"]\n[importance]\nMust = \"urgent\"\n";
        let expected = [
            (2, "unknown-key"),
            (3, "out-of-range"),
            (4, "bad-version"),
            (5, "mapping-language"),
            (9, "unknown-key"),
            (10, "column-shared"),
            (12, "out-of-range"),
            (13, "fixed-value"),
            (16, "words-of-no-value"),
            (16, "word-twice"),
            (18, "unknown-word"),
        ];
        let mut found = codes(text);
        found.dedup();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_mapping_is_told() {
        assert_eq!(codes(""), [(1, "missing-key")]);
        assert_eq!(codes("[columns"), [(2, "toml-syntax")]);
        assert_eq!(codes("columns = 1"), [(2, "not-a-map")]);
        assert_eq!(codes("values = \"yes-partly-no\"\n[columns]\n"), [(2, "unknown-word")]);
        assert_eq!(codes("values = []\n[columns]\n"), [(2, "empty-list")]);
        assert_eq!(codes("values = [\"a\", \"A\"]\n[columns]\n"), [(2, "word-again")]);
        let source = Source::new("m.toml", "format = \"duly/policy@1\"\n");
        assert_eq!(read(&source).diagnostics.sorted()[0].problem.code.id, "wrong-format");
    }
}
