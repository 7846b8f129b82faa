//! What is wrong in a text that is YAML, put aside as comments: what it leaves open can be answered anew, and nothing
//! that was written is lost.

use std::ops::Range;

use super::head::{KeyLine, head};
use super::line::{TextLine, lines};
use super::parts::{FilePart, PartKind, parts};
use super::shape::Shape;
use crate::source::file::Span;

/// The text with the values at these places turned into comments. A place on the id of an entry, or on a key that
/// nobody knows, puts all of it aside.
pub fn put_aside(text: &str, shape: &Shape, places: &[Span]) -> String {
    let lines = lines(text);
    let mut aside = vec![Aside::Nothing; lines.len()];
    let parts = parts(&lines, shape);
    for at in places.iter().map(|place| place.start as usize) {
        let line = lines.partition_point(|line| line.end <= at);
        let part = parts.partition_point(|part| part.lines.end <= line);
        let Some(part) = parts.get(part).filter(|part| part.lines.contains(&line)) else { continue };
        let own = part.lines.clone();
        mark(&mut aside[own.clone()], &lines[own], (line - part.lines.start, at), part);
    }
    let written = lines.iter().zip(aside).map(|(line, aside)| match aside {
        Aside::Nothing => text[line.range()].to_owned(),
        Aside::Line => commented(text, *line, line.body_start()),
        Aside::From(value) => commented(text, *line, value),
    });
    written.collect()
}

/// What of a line is put aside.
#[derive(Clone, Copy, PartialEq)]
enum Aside {
    Nothing,
    /// What stands behind its key.
    From(usize),
    /// All of it.
    Line,
}

/// A line from a place on as a comment.
fn commented(text: &str, line: TextLine<'_>, from: usize) -> String {
    let before = &text[line.start..from];
    let gap = if before.trim().is_empty() { "" } else { " " };
    format!("{before}{gap}# {}", &text[from..line.end])
}

/// Marks what has to be put aside for what is wrong in a line of a part.
fn mark(aside: &mut [Aside], lines: &[TextLine<'_>], (within, at): (usize, usize), part: &FilePart) {
    let key = (0..=within).rev().find_map(|line| Some((line, key_line(lines[line], line == 0, part)?)));
    let Some((line, found)) = key else { return aside[within] = Aside::Line };
    let is_on_key = found.key_range.contains(&at) && within == line;
    let next = (line + 1..lines.len()).find(|below| key_line(lines[*below], false, part).is_some());
    let end = if line == 0 && is_on_key { lines.len() } else { next.unwrap_or(lines.len()) };
    aside[line] = match is_on_key || found.value.is_empty() {
        true if is_on_key => Aside::Line,
        true => Aside::Nothing,
        false => aside[line].or(Aside::From(found.value.start)),
    };
    let said = (line + 1..end).filter(|below| lines[*below].is_said());
    said.for_each(|below| aside[below] = Aside::Line);
}

impl Aside {
    fn or(self, other: Aside) -> Aside {
        if self == Aside::Line { self } else { other }
    }
}

/// A line that is the key of its part, or of a field of an entry.
fn key_line<'s>(line: TextLine<'s>, is_first: bool, part: &FilePart) -> Option<KeyLine<'s>> {
    let found = head(line, |_| false)?;
    let is_field = match part.kind {
        PartKind::Entry(section) => section.has_field(found.key) || line.width() <= part.column + 2,
        PartKind::Front | PartKind::Top | PartKind::Opening => false,
    };
    (is_first || is_field).then_some(found)
}

/// The lines of an entry, by their numbers, without those at its end that say nothing.
pub fn entry_lines(text: &str, shape: &Shape, id: &str) -> Option<Range<usize>> {
    let lines = lines(text);
    let found = parts(&lines, shape).into_iter().find(|part| {
        let is_it = |line: &TextLine<'_>| head(*line, |key| key == id).is_some_and(|head| head.key == id);
        matches!(part.kind, PartKind::Entry(_)) && lines.get(part.lines.start).is_some_and(is_it)
    })?;
    let silent = lines[found.lines.clone()].iter().rev().take_while(|line| !line.is_said()).count();
    Some(found.lines.start..found.lines.end - silent)
}

/// Where lines stand in a text, in bytes.
pub fn bytes_of(text: &str, numbers: &Range<usize>) -> Option<Range<usize>> {
    let lines = lines(text);
    Some(lines.get(numbers.start)?.start..lines.get(numbers.end.checked_sub(1)?)?.end)
}

#[cfg(test)]
mod tests {
    use super::super::shape::EntrySection;
    use super::*;

    const SHAPE: Shape = Shape {
        top: &["format", "answered", "answers"],
        sections: &[EntrySection { key: "answers", fields: &["answer", "comment", "evidence"], is_by_question: true }],
    };
    const TEXT: &str = "\
answered: 2026-13-01
answers:
  a.b:
    answer: alll
    evidence:
      - x
    comment: y
  c.d: {answer: no}  # z
  e.f: q
";

    fn aside(wrong: &str) -> String {
        let at = TEXT.find(wrong).unwrap();
        put_aside(TEXT, &SHAPE, &[Span::from(at..at + 1)])
    }

    #[test]
    fn what_is_wrong_becomes_a_comment() {
        for (wrong, old, new) in [
            ("2026-13", "answered: 2026-13-01\n", "answered:  # 2026-13-01\n"),
            ("alll", "    answer: alll\n", "    answer:  # alll\n"),
            ("x\n", "    evidence:\n      - x\n", "    evidence:\n      # - x\n"),
            ("{answer", "  c.d: {answer: no}  # z\n", "  c.d:  # {answer: no}  # z\n"),
            ("no}", "  c.d: {answer: no}  # z\n", "  c.d:  # {answer: no}  # z\n"),
            ("e.f", "  e.f: q\n", "  # e.f: q\n"),
            ("comment", "    comment: y\n", "    # comment: y\n"),
            (
                "a.b",
                "  a.b:\n    answer: alll\n    evidence:\n      - x\n    comment: y\n",
                "  # a.b:\n    # answer: alll\n    # evidence:\n      # - x\n    # comment: y\n",
            ),
        ] {
            assert_eq!(aside(wrong), TEXT.replace(old, new), "{wrong}");
        }
    }

    #[test]
    fn the_lines_of_an_entry_are_found() {
        assert_eq!(entry_lines(TEXT, &SHAPE, "a.b"), Some(2..7));
        assert_eq!(entry_lines(TEXT, &SHAPE, "c.d"), Some(7..8));
        assert_eq!(entry_lines(TEXT, &SHAPE, "g.h"), None);
        assert_eq!(bytes_of(TEXT, &(7..8)).map(|range| &TEXT[range]), Some("  c.d: {answer: no}  # z\n"));
        assert_eq!(entry_lines("answers:\n  a.b: x\n  y\n\n  # c\n", &SHAPE, "a.b"), Some(1..3));
    }
}
