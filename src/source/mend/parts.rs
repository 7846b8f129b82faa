//! The parts of a broken file: each key at the top, and each entry of what holds entries. What is wrong in one of them
//! is wrong there alone.

use std::collections::BTreeMap;
use std::ops::Range;

use super::head::{Colon, KeyLine, head, is_dotted};
use super::line::TextLine;
use super::shape::{EntrySection, Shape};

/// A part of a file: a key with all that belongs to it.
#[derive(Clone, Debug)]
pub(super) struct FilePart {
    /// Its lines.
    pub(super) lines: Range<usize>,
    /// What it is.
    pub(super) kind: PartKind,
    /// How far its key is to be set in.
    pub(super) column: usize,
}

/// What a part of a file is.
#[derive(Clone, Copy, Debug)]
pub(super) enum PartKind {
    /// What stands before the first key.
    Front,
    /// A key at the top with all that belongs to it.
    Top,
    /// A key at the top whose entries are parts of their own.
    Opening,
    /// An entry.
    Entry(&'static EntrySection),
}

/// How far entries are usually set in.
const USUAL: usize = 2;

/// The parts of a file, in its order; they are all its lines.
pub(super) fn parts(lines: &[TextLine<'_>], shape: &Shape) -> Vec<FilePart> {
    let mut found = Vec::new();
    let mut tops = tops(lines, shape);
    let first = tops.first().map_or(lines.len(), |(at, _)| *at);
    if first > 0 {
        found.push(FilePart { lines: 0..first, kind: PartKind::Front, column: 0 });
    }
    tops.push((lines.len(), None));
    for pair in tops.windows(2) {
        let [(start, section), (end, _)] = pair else { continue };
        match section {
            Some(section) => found.extend(entries(lines, *start..*end, section)),
            None => found.push(FilePart { lines: *start..*end, kind: PartKind::Top, column: 0 }),
        }
    }
    found
}

/// The lines of the keys at the top, and the sections that they open.
fn tops(lines: &[TextLine<'_>], shape: &Shape) -> Vec<(usize, Option<&'static EntrySection>)> {
    let mut found: Vec<(usize, Option<&'static EntrySection>)> = Vec::new();
    let mut seen: Vec<&str> = Vec::new();
    let mut within = None;
    for (at, line) in lines.iter().enumerate().filter(|(_, line)| line.is_said() && line.width() <= 1) {
        let known = |key: &str| shape.is_top(key);
        let line_as_key = head(*line, known);
        let Some(head) = line_as_key.filter(|head| known(head.key) || is_other_key(head, *line)) else { continue };
        if !known(head.key) {
            if within.is_none() {
                found.push((at, None)); // whoever reads the file says that there is no such key
            }
            continue;
        }
        if head.colon != Colon::Good && seen.contains(&head.key) {
            continue; // a word of a sentence
        }
        let is_bare = head.value.is_empty();
        let may_be_a_field = within.is_some_and(|section: &EntrySection| section.has_field(head.key));
        if may_be_a_field && (!is_bare || seen.contains(&head.key)) {
            continue; // a field that lost its place
        }
        within = shape.section(head.key).filter(|_| is_bare);
        if !seen.contains(&head.key) {
            seen.push(head.key);
        }
        found.push((at, within));
    }
    found
}

/// Whether a line at the edge is a key that nobody knows.
fn is_other_key(head: &KeyLine<'_>, line: TextLine<'_>) -> bool {
    line.width() == 0 && head.colon == Colon::Good && head.mark.is_none() && !is_dotted(head.key)
}

/// The parts of what holds entries: its key, and an entry each.
fn entries(lines: &[TextLine<'_>], range: Range<usize>, section: &'static EntrySection) -> Vec<FilePart> {
    let column = usual_column(&lines[range.clone()], section);
    let mut starts = Vec::new();
    let mut block = None; // how far the key of an open block of text is set in
    for (at, line) in lines.iter().copied().enumerate().take(range.end).skip(range.start + 1) {
        if !line.is_said() {
            continue;
        }
        let is_content = block.is_some_and(|key| line.width() > key && line.odd_blank().is_none());
        let found = head(line, |key| section.is_entry(key) || section.has_field(key));
        let is_start = |head: &KeyLine<'_>| {
            let is_near = line.width() <= column + 1;
            let is_an_id = section.is_by_question && head.colon == Colon::Good && !is_content;
            section.is_entry(head.key) && (is_near || is_an_id)
        };
        if found.as_ref().is_some_and(is_start) {
            starts.push(at);
            block = None;
        }
        if is_content && starts.last() != Some(&at) {
            continue;
        }
        let opens_block = |head: &KeyLine<'_>| line.text[head.value.start - line.start..].starts_with(['|', '>']);
        block = found.as_ref().filter(|head| opens_block(head)).map(|_| line.width());
    }
    let mut parts = Vec::with_capacity(starts.len() + 1);
    let first = starts.first().copied().unwrap_or(range.end);
    parts.push(FilePart { lines: range.start..first, kind: PartKind::Opening, column: 0 });
    let ends = starts.iter().skip(1).copied().chain([range.end]);
    let entry = |(start, end)| FilePart { lines: start..end, kind: PartKind::Entry(section), column };
    parts.extend(starts.iter().copied().zip(ends).map(entry));
    parts
}

/// How far most entries are set in.
fn usual_column(lines: &[TextLine<'_>], section: &EntrySection) -> usize {
    let widths = lines.iter().filter(|line| line.is_said() && line.odd_blank().is_none() && line.width() > 0);
    let found = widths.filter(|line| {
        let head = head(**line, |key| section.is_entry(key));
        head.is_some_and(|head| head.colon == Colon::Good && head.mark.is_none() && section.is_entry(head.key))
    });
    most_frequent(found.map(|line| line.width())).unwrap_or(USUAL)
}

/// What occurs most often; of two the smaller.
pub(super) fn most_frequent(values: impl Iterator<Item = usize>) -> Option<usize> {
    let mut counts = BTreeMap::<usize, usize>::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| value)
}

impl EntrySection {
    /// Whether a key can be that of an entry.
    pub(super) fn is_entry(&self, key: &str) -> bool {
        if self.is_by_question { is_dotted(key) } else { !self.has_field(key) }
    }
}
