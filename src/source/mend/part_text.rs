//! The lines of a part as they are written anew, each made of what was kept and what is new.

use std::ops::Range;

use super::head::KeyLine;
use super::line::{TextLine, is_unseen};
use super::places::Pieces;
use crate::source::syntax::{self, Sound, sound};
use crate::words::problem::Problem;

/// So often the parser is asked what is still wrong before all of a part but its key is put aside.
const TRIES: usize = 12;

/// The lines of a part while it is mended.
pub(super) struct PartText<'s> {
    whole: &'s str,
    lines: &'s [TextLine<'s>],
    /// How each line is written.
    anew: Vec<Anew>,
    tries: usize,
}

/// How a line is written.
#[derive(Clone, Debug)]
enum Anew {
    /// As it was.
    AsIs,
    /// In another column.
    SetIn(usize),
    /// As a comment.
    Comment,
    /// As a key with its value.
    Key(Vec<Bit>),
}

/// A piece of a line.
#[derive(Clone, Debug)]
enum Bit {
    /// A part of the file.
    Kept(Range<usize>),
    /// Something new, and where it stands in the file.
    New(String, usize),
}

impl<'s> PartText<'s> {
    /// The lines as they are.
    pub(super) fn new(whole: &'s str, lines: &'s [TextLine<'s>]) -> Self {
        PartText { whole, lines, anew: vec![Anew::AsIs; lines.len()], tries: 0 }
    }

    /// A line that begins in another column.
    pub(super) fn set_in(&mut self, at: usize, column: usize) {
        self.anew[at] = Anew::SetIn(column);
    }

    /// A line that is a comment.
    pub(super) fn comment_out(&mut self, at: usize) {
        self.anew[at] = Anew::Comment;
    }

    /// A key in its column, with its value or with what was meant by it.
    pub(super) fn write_key(&mut self, at: usize, head: &KeyLine<'_>, column: usize, meant: Option<String>) {
        let behind = if head.value.is_empty() && meant.is_none() { ":" } else { ": " };
        let value = match meant {
            Some(meant) => Bit::New(meant, head.value.start),
            None => Bit::Kept(head.value.clone()),
        };
        self.anew[at] = Anew::Key(vec![
            Bit::New(" ".repeat(column), head.key_range.start),
            Bit::Kept(head.key_range.clone()),
            Bit::New(behind.to_owned(), head.key_range.end),
            value,
        ]);
    }

    /// A line as it is written now.
    pub(super) fn text(&self, at: usize) -> String {
        let mut pieces = Pieces::default();
        self.write_line(at, &mut pieces);
        pieces.finish().0
    }

    fn write_line(&self, at: usize, pieces: &mut Pieces) {
        let line = self.lines[at];
        let bits = match &self.anew[at] {
            // a remark with signs that may stand nowhere is kept without them
            Anew::AsIs if !line.is_said() && line.text.contains(is_unseen) => {
                seen(Bit::New(" ".repeat(line.width()), line.start), line)
            }
            Anew::AsIs => return pieces.keep(self.whole, line.range()),
            Anew::SetIn(column) => seen(Bit::New(" ".repeat(*column), line.body_start()), line),
            Anew::Comment => seen(Bit::New("# ".to_owned(), line.start), line),
            Anew::Key(bits) => bits.clone(),
        };
        for bit in &bits {
            match bit {
                Bit::Kept(range) => pieces.keep(self.whole, range.clone()),
                Bit::New(text, from) => pieces.put(text, *from),
            }
        }
        pieces.keep(self.whole, line.text_end()..line.end);
    }

    /// Writes all lines.
    pub(super) fn write(&self, pieces: &mut Pieces) {
        (0..self.lines.len()).for_each(|at| self.write_line(at, pieces));
    }

    /// The line at which the parser still stumbles, if it does.
    pub(super) fn broken_line(&mut self, has_key: bool) -> Option<usize> {
        let (text, places) = self.all();
        let broken = match sound(&text) {
            Sound::OneEntry if has_key => return None,
            Sound::Other if !has_key => return None,
            Sound::Broken(at) => places.at(at),
            Sound::OneEntry | Sound::Other => self.lines.last()?.start,
        };
        self.tries += 1;
        let last = self.lines.iter().rposition(|line| line.start <= broken).unwrap_or(0);
        let may_go = |at: &usize| self.lines[*at].is_said() && !self.is_aside(*at);
        match (0..=last).rev().find(may_go).or_else(|| (last + 1..self.lines.len()).find(may_go)) {
            Some(at) if self.tries <= TRIES => Some(at),
            Some(_) => {
                let rest: Vec<usize> = (usize::from(has_key)..self.lines.len()).filter(may_go).collect();
                rest.into_iter().for_each(|at| self.comment_out(at));
                (self.tries == TRIES + 1).then_some(0)
            }
            None => None,
        }
    }

    /// Whether a line is a comment now.
    pub(super) fn is_aside(&self, at: usize) -> bool {
        matches!(self.anew[at], Anew::Comment)
    }

    /// Why the parser stumbles.
    pub(super) fn reason(&self) -> Option<Problem> {
        syntax::reason(&self.all().0)
    }

    fn all(&self) -> (String, super::places::Places) {
        let mut pieces = Pieces::default();
        self.write(&mut pieces);
        pieces.finish()
    }
}

/// What a line says, behind something new, without signs that may stand nowhere.
fn seen(first: Bit, line: TextLine<'_>) -> Vec<Bit> {
    let (mut bits, mut from) = (vec![first], line.body_start());
    for (at, sign) in line.text.char_indices().filter(|(_, sign)| is_unseen(*sign)) {
        let at = line.start + at;
        if at >= from {
            bits.push(Bit::Kept(from..at));
            from = at + sign.len_utf8();
        }
    }
    bits.push(Bit::Kept(from..line.text_end()));
    bits
}
