//! A broken file, mended: what is wrong in it, each thing in its place, and the file as it was probably meant, so that
//! everything else in it can be read in the same run.
//!
//! A file that is no YAML from some line on is taken apart where a key at the top or an entry begins. A part that is
//! sound by itself is kept as it is; the others are gone through line by line. What a line was meant to be is a guess
//! that lets reading go on and is offered as a cure; the file stays an error until a person has mended it.

mod aside;
mod head;
mod line;
mod part_text;
mod parts;
mod places;
mod repair;
pub mod shape;
mod value;

pub use self::aside::{bytes_of, entry_lines, put_aside};
use self::head::{Colon, has_odd_blanks, head};
use self::line::{TextLine, lines};
use self::parts::{FilePart, PartKind, parts};
use self::places::Pieces;
pub use self::places::Places;
use self::repair::repair;
pub use self::shape::{EntrySection, Shape};
use super::arena::Arena;
use super::file::Span;
use super::node::Kind;
use super::plain;
use super::syntax::{DEPTH, Sound, sound};
use crate::words::problem::Problem;

/// A broken file as it was probably meant.
#[derive(Debug)]
pub struct Mended {
    /// Its text: YAML, in which whatever could not be understood is a comment.
    pub text: String,
    /// Where its parts stood.
    pub places: Places,
    /// What was wrong, each thing where it stands in the broken text.
    pub wrong: Vec<(Span, Problem)>,
}

/// A file with more slips is no form that somebody filled in a little wrong: what follows them is put aside.
const MOST_SLIPS: usize = 1000;

/// Mends a text that is no YAML; `None` if no part of it is broken by itself, or nothing would be left of it.
pub fn mend(text: &str, shape: &Shape) -> Option<Mended> {
    if text.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let lines = lines(text);
    let parts = parts(&lines, shape);
    let (mut pieces, mut wrong) = (Pieces::default(), Vec::new());
    for part in parts {
        let own = &lines[part.lines.clone()];
        let (Some(first), Some(last)) = (own.first(), own.last()) else { continue };
        let range = first.start..last.end;
        if is_sound(&part, own, &text[range.clone()]) {
            pieces.keep(text, range);
            continue;
        }
        let (written, found) = repair(text, &lines, &part, shape, MOST_SLIPS.saturating_sub(wrong.len()));
        written.write(&mut pieces);
        wrong.extend(found);
    }
    let (text, places) = pieces.finish();
    let says_something = self::lines(&text).iter().any(|line| line.is_said());
    (says_something && !wrong.is_empty()).then_some(Mended { text, places, wrong })
}

/// Whether a part needs no mending: it is the one entry that it should be, and stands where it should.
fn is_sound(part: &FilePart, lines: &[TextLine<'_>], text: &str) -> bool {
    let is_in_place = lines.first().is_none_or(|line| line.width() == part.column && line.odd_blank().is_none());
    let found = match part.kind {
        PartKind::Front => {
            let is_silent = !lines.iter().any(|line| line.is_said() && line.text != "---");
            is_silent && !matches!(sound(text), Sound::Broken(_))
        }
        PartKind::Opening => !lines.iter().skip(1).any(|line| line.is_said()) && sound(text) == Sound::OneEntry,
        PartKind::Top => is_one_entry(text),
        PartKind::Entry(section) => is_one_entry(text) && is_keyed(lines, section),
    };
    found && is_in_place && !has_odd_blanks(lines)
}

/// Whether a text is one entry; what is plain needs no parser.
fn is_one_entry(text: &str) -> bool {
    let arena = Arena::default();
    let plain = plain::read(text, &arena, DEPTH, usize::MAX);
    match plain.as_ref().map(|tree| &tree.kind) {
        Some(Kind::Map(entries)) => entries.len() == 1,
        _ => sound(text) == Sound::OneEntry,
    }
}

/// Whether the id of an entry and its first key are such: neither is run together with what stands behind it.
fn is_keyed(lines: &[TextLine<'_>], section: &EntrySection) -> bool {
    let mut said = lines.iter().filter(|line| line.is_said());
    let id = said.next().and_then(|line| head(*line, |key| section.is_entry(key)));
    let field = said.next().and_then(|line| head(*line, |key| section.has_field(key)));
    let is_run_together = field.is_some_and(|head| section.has_field(head.key) && head.colon == Colon::NoSpace);
    id.is_none_or(|head| head.colon == Colon::Good) && !is_run_together
}

/// Whether a text that YAML takes holds blanks where they are letters to it, which nobody sees.
pub fn has_unseen_blanks(text: &str) -> bool {
    !text.is_ascii() && has_odd_blanks(&lines(text))
}
