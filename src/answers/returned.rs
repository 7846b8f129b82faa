//! A form that came back, held against what it asked: questions that are gone, and what was written into or changed in
//! the explanations, which nobody reads. They may be wrapped anew or taken away; then nothing is said.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::outline::{Outline, OutlineQuestion};
use super::sheet::FILLED_IN;
use crate::source::node::{Entry, Kind};
use crate::source::{Diagnostics, Node, Source, Span};
use crate::words::clean::{Clean, one_line, shortened};
use crate::words::problem::forms as problem;

/// More words of explanations at one question are not looked at: no form has so many.
const MOST_WORDS: usize = 2000;
/// Of a line so many characters are shown.
const SHOWN: usize = 80;
/// What people put beside the answer that they mean.
const MARKS: [&str; 18] =
    ["[x]", "[X]", "(x)", "(X)", "☒", "☑", "✓", "✔", "✗", "✘", "-->", "->", "==>", "=>", "→", "<--", ">", "*"];

/// Notes what came back otherwise than it was sent.
pub fn hold(root: &Node<'_>, source: &Arc<Source>, outline: &Outline<'_>, notes: &mut Diagnostics) {
    let Some(Entry { key_span, value, .. }) = entry(root, "answers") else { return };
    let entries = match value.kind {
        Kind::Map(entries) => entries,
        _ => &[],
    };
    let asked: HashMap<&str, InForm<'_>> =
        InForm::all(outline).map(|asked| (id(outline, asked.question), asked)).collect();
    let there: HashSet<&str> = entries.iter().map(|entry| entry.key).collect();
    let gone = outline.questions.iter().map(|asked| id(outline, asked)).filter(|id| !there.contains(id));
    let gone: Vec<Clean> = gone.map(one_line).collect();
    if !gone.is_empty() && holds_the_form(root, entries, source, outline) {
        notes.note(source, *key_span, problem::question_gone(gone.len(), Clean::joined(&gone, ", ")));
    }
    let mut before = key_span.end;
    for entry in entries {
        if let Some(InForm { earlier, question }) = asked.get(entry.key) {
            let mut above = Explanations::between(source, before, entry.key_span.start);
            // where a question is deleted, what explained it may still stand
            let gone = earlier.iter().rev().take_while(|earlier| !there.contains(id(outline, earlier)));
            gone.for_each(|gone| above.pass_over(gone));
            above.compare(question, one_line(entry.key), source, notes);
            behind_key(entry, source, notes);
        }
        before = end_of_entry(entry);
    }
}

/// Whether a file holds the form and not its answers alone, as what was brought in from a workbook or saved by a page
/// does: it is the workbook itself, or something is left blank in it, or explained. Where answers stand alone, what is
/// not there was not answered, and every question that is there has something beside it.
fn holds_the_form(root: &Node<'_>, entries: &[Entry<'_>], source: &Source, outline: &Outline<'_>) -> bool {
    let is_workbook = root.get("filled").is_some_and(|filled| source.came_from(filled.span.start).is_some());
    let is_explained = || outline.questions.iter().any(|asked| source.text.contains(asked.place.as_str()));
    is_workbook || entries.iter().any(|entry| is_blank(entry, source)) || is_explained()
}

/// Whether nothing at all is said at a question, not even what was not understood, which stands there as a comment.
fn is_blank(entry: &Entry<'_>, source: &Source) -> bool {
    let within = source.text.get(entry.key_span.end as usize..end_of_entry(entry) as usize);
    let is_nothing = |value: &Node<'_>| match value.kind {
        Kind::Null => true,
        Kind::List(items) => items.is_empty(),
        Kind::Plain(text) | Kind::Quoted(text) => text.trim().is_empty(),
        Kind::Map(_) => false,
    };
    let is_open = match entry.value.kind {
        Kind::Map(fields) => fields.iter().all(|field| is_nothing(&field.value)),
        _ => is_nothing(&entry.value),
    };
    is_open && !within.unwrap_or_default().contains('#')
}

/// A question of a form, and those that stand before it.
struct InForm<'o> {
    earlier: &'o [OutlineQuestion],
    question: &'o OutlineQuestion,
}

impl<'o> InForm<'o> {
    fn all(outline: &'o Outline<'_>) -> impl Iterator<Item = InForm<'o>> {
        let parts = (1..=outline.questions.len()).filter_map(|end| outline.questions.get(..end)?.split_last());
        parts.map(|(question, earlier)| InForm { earlier, question })
    }
}

fn id<'o>(outline: &'o Outline<'_>, asked: &OutlineQuestion) -> &'o str {
    &outline.questionnaire.questions[asked.question].id
}

fn entry<'n, 's>(node: &'n Node<'s>, key: &str) -> Option<&'n Entry<'s>> {
    let Kind::Map(entries) = &node.kind else { return None };
    entries.iter().find(|entry| entry.key == key)
}

/// Where what is written of an entry ends: a map reaches to what follows it, explanations included.
fn end_of_entry(entry: &Entry<'_>) -> u32 {
    end(&entry.value).unwrap_or_default().max(entry.key_span.end)
}

fn end(node: &Node<'_>) -> Option<u32> {
    match &node.kind {
        Kind::Map(entries) if !entries.is_empty() => entries.last().map(end_of_entry),
        Kind::List(items) if !items.is_empty() => items.last().and_then(end),
        Kind::Null => None,
        _ => Some(node.span.end),
    }
}

/// What stands behind `answer: #` or `comment: #`, where nothing else does.
fn behind_key(entry: &Entry<'_>, source: &Arc<Source>, notes: &mut Diagnostics) {
    let fields = match entry.value.kind {
        Kind::Null => std::slice::from_ref(entry),
        Kind::Map(fields) => fields,
        _ => &[],
    };
    fields.iter().filter(|field| field.value.is_null()).for_each(|field| behind(field.key_span, source, notes));
}

fn behind(key: Span, source: &Arc<Source>, notes: &mut Diagnostics) {
    let (start, line) = source.line_at(key.end);
    let behind = line.get(key.end as usize - start..).unwrap_or_default();
    let Some((_, said)) = behind.split_once('#').filter(|(blank, _)| blank.trim_matches([':', ' ', '\t']).is_empty())
    else {
        return;
    };
    if said.contains(char::is_alphanumeric) {
        let at = start + line.len() - said.len();
        let span = Span::from(at..start + line.trim_end().len());
        notes.note(source, span, problem::written_in_comment(shortened(said.trim(), SHOWN)));
    }
}

/// The words of comment lines, and in which of the lines each stands.
struct Explanations<'s> {
    lines: Vec<(usize, &'s str)>,
    words: Vec<(&'s str, usize)>,
    /// Which words are not accounted for.
    is_left: Vec<bool>,
}

impl<'s> Explanations<'s> {
    /// The comment lines between two places.
    fn between(source: &'s Source, from: u32, to: u32) -> Explanations<'s> {
        let (from, to) = (from as usize, to as usize);
        let text = source.text.get(from..to).unwrap_or_default();
        let starts = text.split_inclusive('\n').scan(from, |at, line| {
            let start = *at;
            *at += line.len();
            Some((start, line))
        });
        // what stands before the first line break belongs to a line that is no comment
        let is_within_line = !source.text.get(..from).unwrap_or_default().ends_with('\n');
        let lines = starts.skip(usize::from(is_within_line)).filter(|(_, line)| is_comment_of_form(line.trim_start()));
        let lines: Vec<(usize, &str)> = lines.map(|(start, line)| (start, line.trim_end())).collect();
        let words = lines.iter().enumerate().flat_map(|(at, (_, line))| {
            let said = line.trim_start().trim_start_matches('#');
            said.split_whitespace().flat_map(apart).filter(|word| !is_rule(word)).map(move |word| (word, at))
        });
        let words: Vec<_> = words.take(MOST_WORDS).collect();
        Explanations { is_left: vec![true; words.len()], words, lines }
    }

    /// Takes no account of what explains another question.
    fn pass_over(&mut self, other: &OutlineQuestion) {
        if !self.words.is_empty() {
            other.paragraphs().iter().for_each(|words| {
                self.take(words);
            });
        }
    }

    /// Notes what is not as it was sent.
    fn compare(&mut self, asked: &OutlineQuestion, id: Clean, source: &Arc<Source>, notes: &mut Diagnostics) {
        if self.words.is_empty() {
            return;
        }
        let paragraphs = asked.paragraphs();
        let missing: Vec<&Clean> = paragraphs.iter().filter(|words| !self.take(words)).collect();
        let is_form = missing.len() < paragraphs.len();
        let left = || self.words.iter().zip(&self.is_left).filter(|(_, is_left)| **is_left).map(|(word, _)| *word);
        let Some((_, first)) = left().next() else { return };
        let changed = missing.into_iter().find(|sent| {
            let is_question = **sent == asked.ask && left().filter(|(word, _)| !MARKS.contains(word)).count() > 2;
            is_alike(sent, left().map(|(word, _)| word)) || is_form && is_question
        });
        if let Some(sent) = changed {
            let (span, said) = self.line(first);
            notes.note(source, span, problem::form_text_changed(id, said, sent.clone()));
            return;
        }
        let mut lines: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
        left().for_each(|(word, line)| lines.entry(line).or_default().push(word));
        for (line, words) in lines {
            if is_form || is_ticked(&words, asked) {
                let (span, said) = self.line(line);
                notes.note(source, span, problem::written_in_comment(said));
            }
        }
    }

    /// Takes words out that stand one behind the other; says whether they do.
    fn take(&mut self, sent: &Clean) -> bool {
        let sent: Vec<&str> = sent.split_whitespace().flat_map(apart).filter(|word| !is_rule(word)).collect();
        let stands = |at: &usize| {
            let here = self.words[*at..].iter().zip(&self.is_left[*at..]);
            let mut here = here.zip(&sent).take_while(|(((word, _), is_left), sent)| **is_left && word == *sent);
            here.by_ref().count() == sent.len()
        };
        let Some(at) = (0..self.words.len()).find(stands) else { return sent.is_empty() };
        self.is_left[at..at + sent.len()].fill(false);
        true
    }

    /// Where a line stands, and what it says.
    fn line(&self, at: usize) -> (Span, Clean) {
        let (start, line) = self.lines[at];
        let said = line.trim_start();
        let begins = start + line.len() - said.len();
        let said = said.trim_start_matches('#').trim_start();
        (Span::from(begins..start + line.len()), shortened(said, SHOWN))
    }
}

/// Whether a line is a comment, and none that only what was filled in has.
fn is_comment_of_form(line: &str) -> bool {
    line.starts_with('#') && !line.starts_with(FILLED_IN)
}

/// A word with the mark before it taken off: `[x]yes`.
fn apart(word: &str) -> impl Iterator<Item = &str> {
    let mark = MARKS.iter().find(|mark| word.len() > mark.len() && word.starts_with(**mark));
    let (mark, rest) = mark.and_then(|mark| word.split_at_checked(mark.len())).unwrap_or(("", word));
    [mark, rest].into_iter().filter(|part| !part.is_empty())
}

/// Whether a word is a part of a line that is drawn.
fn is_rule(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '=' | '#'))
}

/// Whether half of the words that were sent, and more than one, are among others: then these are what became of them.
pub(crate) fn is_alike<'w>(sent: &str, others: impl Iterator<Item = &'w str>) -> bool {
    let mut others: Vec<&str> = others.collect();
    let words: Vec<&str> = sent.split_whitespace().collect();
    let found = words.iter().filter(|word| {
        let at = others.iter().position(|other| other == *word);
        at.map(|at| others.swap_remove(at)).is_some()
    });
    let found = found.count();
    found > 1 && found * 2 >= words.len()
}

/// Whether a line that no form has sent marks an option.
fn is_ticked(words: &[&str], asked: &OutlineQuestion) -> bool {
    let is_mark = |word: &&str| MARKS.contains(word) || word.eq_ignore_ascii_case("x");
    let is_option = |word: &&str| asked.options.iter().any(|(id, _)| id.as_str() == *word);
    words.first().is_some_and(is_mark) && words.iter().any(is_option)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_of_the_words_and_more_than_one_make_two_lines_alike() {
        let alike = |sent: &str, others: &str| is_alike(sent, others.split_whitespace());
        assert!(alike("who reads the logs", "who reads them today"), "two of four");
        assert!(!alike("who reads the logs", "who else"), "one of four");
        assert!(!alike("who reads the logs each day", "who reads them"), "two of six");
        assert!(!alike("who", "who") && !alike("", ""), "one word is none too many, and none is nothing");
        assert!(!alike("no no no no", "no"), "each word stands for one");
        assert!(alike("a b", "b a"), "in whatever order");
    }

    #[test]
    fn a_remark_behind_a_blank_is_told_where_it_stands() {
        let source = Source::new("v.yaml", "answers:\n  a.x:\n    answer:  # all of them \n  a.y: # --\n");
        let mut notes = Diagnostics::default();
        for (key, of_key) in [("    answer", 4), ("  a.y", 2)] {
            let at = source.text.find(key).unwrap();
            behind(Span::from(at + of_key..at + key.len()), &source, &mut notes);
        }
        let told = notes.sorted().into_iter().map(|note| note.span.unwrap());
        let told: Vec<&str> = told.map(|span| &source.text[span.start as usize..span.end as usize]).collect();
        assert_eq!(told, [" all of them"]);
    }

    #[test]
    fn what_stands_behind_an_answer_explains_nothing() {
        let source = Source::new("v.yaml", "  a.x: yes # planned\n  # Where from?\n  a.y: no\n");
        let [within, line, end] = ["# planned", "  # Where", "  a.y"].map(|at| source.text.find(at).unwrap());
        for from in [within, line] {
            let found = Explanations::between(&source, u32::try_from(from).unwrap(), u32::try_from(end).unwrap());
            assert_eq!(found.words.iter().map(|(word, _)| *word).collect::<Vec<_>>(), ["Where", "from?"], "{from}");
            let (span, said) = found.line(0);
            assert_eq!(&source.text[span.start as usize..span.end as usize], "# Where from?");
            assert_eq!(said.as_str(), "Where from?");
        }
    }
}
