//! One part of a broken file, line by line: what is wrong in each, and the line as it was probably meant.

use std::ops::Range;

use super::head::{Colon, KeyLine, head, is_merge_marker};
use super::line::{TextLine, is_unseen};
use super::part_text::PartText;
use super::parts::{FilePart, PartKind, most_frequent};
use super::shape::{EntrySection, Shape};
use super::value::{Behind, FURTHER, value};
use crate::source::file::Span;
use crate::words::clean::{one_line, shown};
use crate::words::problem::{Problem, slips, text};

/// What is open above a line.
enum Above {
    /// Nothing that could go on.
    Nothing,
    /// A text, which goes on if it is set in.
    Text,
    /// A key without a value, whose entries may stand below.
    Opened,
    /// A block of text, and how far its first line is set in.
    Block(Option<usize>),
}

/// A part while it is mended.
pub(super) struct Repair<'s> {
    whole: &'s str,
    lines: &'s [TextLine<'s>],
    shape: &'s Shape,
    section: Option<&'static EntrySection>,
    /// How far the key of the part is to be set in, and those below it.
    columns: (usize, usize),
    above: Above,
    /// How far the key above is set in.
    key_column: usize,
    /// Up to here lines belong to a value that was opened above.
    taken: usize,
    written: PartText<'s>,
    wrong: Vec<(Span, Problem)>,
}

/// Mends a part of a file; what was wrong with it, and its lines as they were meant. Behind `most` mistakes the rest is
/// put aside.
pub(super) fn repair<'s>(
    whole: &'s str,
    lines: &'s [TextLine<'s>],
    part: &FilePart,
    shape: &'s Shape,
    most: usize,
) -> (PartText<'s>, Vec<(Span, Problem)>) {
    let section = match part.kind {
        PartKind::Entry(section) => Some(section),
        PartKind::Front | PartKind::Top | PartKind::Opening => None,
    };
    let lines = &lines[part.lines.clone()];
    let mut repair = Repair {
        whole,
        lines,
        shape,
        section,
        columns: (part.column, field_column(lines, section).filter(|at| *at > part.column).unwrap_or(part.column + 2)),
        above: Above::Nothing,
        key_column: 0,
        taken: 0,
        written: PartText::new(whole, lines),
        wrong: Vec::new(),
    };
    let has_key = !matches!(part.kind, PartKind::Front);
    for at in 0..lines.len() {
        if repair.wrong.len() >= most {
            repair.give_up_from(at, has_key);
            return (repair.written, repair.wrong);
        }
        let is_key = at == 0 && has_key; // whatever stands before it
        if at < repair.taken || repair.is_silent(at) || !is_key && repair.is_marker(at) {
            continue;
        }
        match part.kind {
            _ if is_key => repair.first(),
            PartKind::Front | PartKind::Opening => repair.stray(at),
            PartKind::Top => repair.below_top(at),
            PartKind::Entry(_) => repair.below_entry(at),
        }
    }
    repair.settle(has_key);
    (repair.written, repair.wrong)
}

/// How far most keys of an entry are set in.
fn field_column(lines: &[TextLine<'_>], section: Option<&'static EntrySection>) -> Option<usize> {
    let section = section?;
    let good = lines.iter().skip(1).filter(|line| line.is_said() && line.odd_blank().is_none() && line.width() > 0);
    most_frequent(good.filter(|line| is_field(**line, section)).map(|line| line.width()))
}

fn is_field(line: TextLine<'_>, section: &EntrySection) -> bool {
    let found = head(line, |key| section.has_field(key));
    found.is_some_and(|head| head.colon == Colon::Good && head.mark.is_none() && section.has_field(head.key))
}

impl<'s> Repair<'s> {
    fn note(&mut self, place: Range<usize>, problem: Problem) {
        self.wrong.push((Span::from(place), problem));
    }

    /// A line that says nothing stays as it is; in a block of text a comment may be its content, and so may signs that
    /// nobody sees.
    fn is_silent(&mut self, at: usize) -> bool {
        let line = self.lines[at];
        if line.is_said() {
            return false;
        }
        let column = line.odd_blank().map_or(line.width(), |(at, _)| at - line.start);
        let is_content = matches!(self.above, Above::Block(_)) && column > self.key_column;
        if let Some((place, problem)) = unseen(line).or_else(|| filled(line)).filter(|_| !is_content) {
            self.note(place, problem);
            self.written.set_in(at, 0);
        } else if line.odd_blank().is_some() && !line.body().is_empty() && !is_content {
            self.written.set_in(at, 0);
        }
        line.body().is_empty() || !is_content
    }

    /// A mark of two versions, or of another document, is no line of a file.
    fn is_marker(&mut self, at: usize) -> bool {
        let line = self.lines[at];
        let is_merge = is_merge_marker(line);
        let is_mark = |mark: &str| {
            line.text.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '.']))
        };
        let is_document = is_mark("---") || is_mark("...");
        if !is_merge && !is_document {
            return false;
        }
        let problem = if is_merge { slips::merge_marker() } else { text::second_document() };
        self.note(line.start..line.text_end(), problem);
        self.put_aside(at);
        true
    }

    /// A line that cannot stay where it is becomes a comment, or goes on with the text above it.
    fn put_aside(&mut self, at: usize) {
        match self.above {
            Above::Block(content) => self.written.set_in(at, content.unwrap_or(self.key_column + 2)),
            _ => self.written.comment_out(at),
        }
    }

    /// Puts everything aside that is said from a line on.
    fn give_up_from(&mut self, at: usize, has_key: bool) {
        let said = |at: &usize| self.lines[*at].is_said();
        let rest: Vec<usize> = (at.max(usize::from(has_key))..self.lines.len()).filter(said).collect();
        rest.into_iter().for_each(|at| self.written.comment_out(at));
    }

    /// The key that the part is named after.
    fn first(&mut self) {
        let (section, shape) = (self.section, self.shape);
        let known = |key: &str| section.map_or_else(|| shape.is_top(key), |section| section.is_entry(key));
        match head(self.lines[0], known) {
            Some(head) => self.key(0, &head, self.columns.0),
            None => self.stray(0),
        }
    }

    /// A line below a key at the top.
    fn below_top(&mut self, at: usize) {
        let line = self.lines[at];
        if matches!(self.above, Above::Block(_)) && self.is_text(at, false) {
            return;
        }
        let is_entry = line.body().starts_with("- ") || line.body() == "-";
        if line.width() == 0 && !is_entry {
            return self.stray(at);
        }
        if let Some((odd, sign)) = line.odd_blank() {
            let width = self.lines[..at].iter().rev().find(|line| line.is_said()).map_or(2, |line| line.width().max(2));
            self.note(odd..odd + sign.len_utf8(), odd_sign(sign).to_begin_with(width));
            return self.written.set_in(at, width);
        }
        let found = head(line, |_| false).filter(|head| head.colon == Colon::Good && head.mark.is_none());
        match found {
            Some(head) if matches!(self.above, Above::Nothing | Above::Opened) => self.key(at, &head, line.width()),
            _ => {}
        }
        if matches!(self.above, Above::Nothing) {
            self.above = Above::Opened;
        }
    }

    /// A line below the id of an entry.
    fn below_entry(&mut self, at: usize) {
        let (line, section) = (self.lines[at], self.section);
        let known = |key: &str| section.is_some_and(|section| section.has_field(key));
        let found = head(line, known);
        let is_known = found.as_ref().is_some_and(|head| known(head.key));
        if matches!(self.above, Above::Block(_)) && self.is_text(at, is_known) {
            return;
        }
        let (_, column) = self.columns;
        let is_further_in = line.width() >= column + 2 && line.odd_blank().is_none();
        if is_further_in && matches!(self.above, Above::Opened) {
            return;
        }
        let is_at_its_place = line.width() == column && line.odd_blank().is_none();
        let is_list = matches!(self.above, Above::Opened) && line.body().starts_with('-');
        match found {
            Some(head) if is_known => self.key(at, &head, column),
            Some(head) if is_at_its_place && head.colon == Colon::Good && head.mark.is_none() => {
                self.key(at, &head, column);
            }
            _ if is_list => self.indented(at, column + 2, column),
            _ if matches!(self.above, Above::Text) && line.width() > column && line.odd_blank().is_none() => {}
            _ => self.stray(at),
        }
    }

    /// Whether a line goes on with the block of text above it; if it should and is not set in, that is noted.
    fn is_text(&mut self, at: usize, is_key: bool) -> bool {
        let Above::Block(content) = self.above else { return false };
        let line = self.lines[at];
        let is_in = line.width() > self.key_column && line.odd_blank().is_none();
        if is_in && content.is_none_or(|content| line.width() >= content) {
            self.above = Above::Block(Some(content.unwrap_or(line.width())));
            return true;
        }
        if is_key {
            return false;
        }
        let to = content.unwrap_or(self.key_column + 2);
        self.above = Above::Block(Some(to));
        match line.odd_blank() {
            Some((odd, sign)) => self.note(odd..odd + sign.len_utf8(), odd_sign(sign).to_begin_with(to)),
            None => self.note(line.body_start()..line.text_end(), slips::text_not_set_in(to)),
        }
        self.written.set_in(at, to);
        true
    }

    /// A line that is to be set in, and at least so far.
    fn indented(&mut self, at: usize, to: usize, least: usize) {
        let line = self.lines[at];
        if let Some((odd, sign)) = line.odd_blank() {
            self.note(odd..odd + sign.len_utf8(), odd_sign(sign).to_begin_with(to));
        } else if line.width() < least {
            self.note(line.body_start()..line.text_end(), text::yaml_indentation().to_begin_with(to));
        } else {
            return;
        }
        self.written.set_in(at, to);
    }

    /// A key with its value.
    fn key(&mut self, at: usize, head: &KeyLine<'_>, column: usize) {
        let line = self.lines[at];
        self.key_column = column;
        let later = self.lines.get(at + 1..).unwrap_or_default();
        let later = &later[..later.len().min(FURTHER)];
        let next = later.iter().position(|line| self.is_next_key(*line)).unwrap_or(later.len());
        let found = value(self.whole, head.value.clone(), &later[..next], self.section);
        let blanks = blanks(line, head, column);
        let mut wrong = self.mark_and_colon(line, head);
        let mut meant = None;
        self.above = match found {
            Behind::Nothing => Above::Opened,
            Behind::Block => Above::Block(None),
            Behind::Sound => Above::Text,
            Behind::Further(lines) => {
                self.taken = at + 1 + lines;
                Above::Nothing
            }
            Behind::Wrong { problem, place, meant: value } => {
                wrong.push((place, problem));
                meant = Some(value);
                Above::Nothing
            }
        };
        if blanks.is_none() && wrong.is_empty() {
            return;
        }
        if let Some((place, problem)) = blanks {
            self.note(place, problem.to_begin_with(column));
        }
        self.written.write_key(at, head, column, meant);
        let cure = one_line(self.written.text(at).trim());
        wrong.into_iter().for_each(|(place, problem)| self.note(place, problem.to_be_written(&cure)));
    }

    /// What is wrong right before a key and right behind it.
    fn mark_and_colon(&self, line: TextLine<'_>, head: &KeyLine<'_>) -> Vec<(Range<usize>, Problem)> {
        let mut wrong = Vec::new();
        let place = head.key_range.clone();
        if let Some(mark) = head.mark {
            let at = line.body_start();
            wrong.push((at..at + mark.len_utf8(), slips::mark_before_key(shown(mark), one_line(head.key))));
        }
        let behind = place.end..head.value.start.max(place.end);
        match head.colon {
            Colon::Good => {}
            Colon::NoSpace => wrong.push((behind, slips::no_space())),
            Colon::OddBlank('\t') if self.is_sound_with_tab(head) => {}
            Colon::OddBlank(sign) => wrong.push((behind, odd_sign(sign))),
            Colon::Other(_) | Colon::Missing => wrong.push((place, slips::no_colon(one_line(head.key)))),
        }
        wrong
    }

    /// YAML takes a tab behind the colon of a value.
    fn is_sound_with_tab(&self, head: &KeyLine<'_>) -> bool {
        crate::source::syntax::reason(&self.whole[head.key_range.start..head.value.end]).is_none()
    }

    fn is_next_key(&self, line: TextLine<'_>) -> bool {
        self.section.is_some_and(|section| line.is_said() && is_field(line, section))
    }

    fn stray(&mut self, at: usize) {
        let line = self.lines[at];
        match unseen(line) {
            Some((place, problem)) => self.note(place, problem),
            None => self.note(line.body_start()..line.text_end(), slips::stray_line()),
        }
        self.put_aside(at);
    }

    /// What the parser still finds is noted where nothing is yet, and put aside.
    fn settle(&mut self, has_key: bool) {
        self.keep_nothing_without_key(has_key);
        while let Some(at) = self.written.broken_line(has_key) {
            let line = self.lines[at];
            let is_noted = |(span, _): &(Span, Problem)| {
                let first = self.lines[at.saturating_sub(1)].start;
                let last = self.lines.get(at + 1).map_or(line.end, |next| next.end);
                (first..=last).contains(&(span.start as usize))
            };
            if !self.wrong.iter().any(is_noted) {
                let reason = || self.written.reason().unwrap_or_else(text::yaml_indentation);
                let (place, problem) = unseen(line).unwrap_or_else(|| (line.body_start()..line.text_end(), reason()));
                self.note(place, problem);
            }
            self.written.comment_out(at);
            self.keep_nothing_without_key(has_key);
        }
    }

    /// Without its key nothing of a part can stay: it would belong to the part above.
    fn keep_nothing_without_key(&mut self, has_key: bool) {
        if has_key && self.written.is_aside(0) {
            self.give_up_from(0, has_key);
        }
    }
}

/// A character in a line that cannot be seen.
fn unseen(line: TextLine<'_>) -> Option<(Range<usize>, Problem)> {
    let is_first = |at: usize| line.start + at == 0; // where a mark of byte order may stand
    let (at, sign) = line.text.char_indices().find(|(at, sign)| is_unseen(*sign) && !is_first(*at))?;
    let at = line.start + at;
    Some((at..at + sign.len_utf8(), text::control_character(shown(sign))))
}

/// A sign in front of a line that nobody sees, by which it holds something where it seems to hold nothing.
fn filled(line: TextLine<'_>) -> Option<(Range<usize>, Problem)> {
    let (at, sign) = line.lead().char_indices().find(|(_, sign)| !matches!(sign, ' ' | '\t'))?;
    let at = line.start + at;
    Some((at..at + sign.len_utf8(), odd_sign(sign)))
}

/// What is wrong with how far a key is set in.
fn blanks(line: TextLine<'_>, head: &KeyLine<'_>, column: usize) -> Option<(Range<usize>, Problem)> {
    if let Some((odd, sign)) = line.odd_blank() {
        return Some((odd..odd + sign.len_utf8(), odd_sign(sign)));
    }
    let problem = || slips::wrong_indent(one_line(head.key), column, line.width());
    (line.width() != column).then(|| (head.key_range.clone(), problem()))
}

/// What a sign in front of a line is that is no space.
fn odd_sign(sign: char) -> Problem {
    match sign {
        '\t' => text::yaml_tab(),
        '\u{feff}' => text::control_character(shown(sign)),
        _ => slips::odd_blank(shown(format_args!("U+{:04X}", u32::from(sign)))),
    }
}
