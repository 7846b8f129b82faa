//! A text made out of pieces of another, and where each piece came from.

use std::ops::Range;

use crate::source::file::Span;

/// A text in the making.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    text: String,
    places: Places,
}

/// Where the parts of a text stood in the one that it was made from.
#[derive(Debug, Default)]
pub struct Places(Vec<Stretch>);

#[derive(Debug)]
struct Stretch {
    /// Where it begins in the new text.
    at: usize,
    /// Where it began in the old one.
    from: usize,
    /// Whether it was kept as it is; otherwise all of it stands for one place.
    is_kept: bool,
}

impl Pieces {
    /// Takes over a part of the old text.
    pub(super) fn keep(&mut self, old: &str, range: Range<usize>) {
        let at = self.text.len();
        let goes_on = |last: &Stretch| last.is_kept && at - last.at == range.start.wrapping_sub(last.from);
        if !self.places.0.last().is_some_and(goes_on) {
            self.places.0.push(Stretch { at, from: range.start, is_kept: true });
        }
        self.text.push_str(&old[range]);
    }

    /// Adds something new, which stands for a place in the old text.
    pub(super) fn put(&mut self, new: &str, from: usize) {
        if !new.is_empty() {
            self.places.0.push(Stretch { at: self.text.len(), from, is_kept: false });
            self.text.push_str(new);
        }
    }

    /// The new text with the places of its parts.
    pub(super) fn finish(self) -> (String, Places) {
        (self.text, self.places)
    }
}

impl Places {
    /// Where something stood in the old text.
    pub fn before(&self, span: Span) -> Span {
        let range = span.range();
        let start = self.at(range.start);
        Span::from(start..self.at(range.end).max(start))
    }

    /// Where a byte stood in the old text.
    pub(super) fn at(&self, at: usize) -> usize {
        let behind = self.0.partition_point(|piece| piece.at <= at);
        let Some(piece) = behind.checked_sub(1).and_then(|last| self.0.get(last)) else { return at };
        if piece.is_kept { piece.from + (at - piece.at) } else { piece.from }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_is_found_where_it_stood() {
        let old = "abc def ghi";
        let mut pieces = Pieces::default();
        pieces.keep(old, 0..2);
        pieces.keep(old, 2..4);
        pieces.put("new ", 4);
        pieces.keep(old, 8..11);
        assert_eq!(pieces.places.0.len(), 3);
        let (text, places) = pieces.finish();
        assert_eq!(text, "abc new ghi");
        let before = |part: &str| {
            let at = text.find(part).unwrap();
            places.before(Span::from(at..at + part.len())).range()
        };
        assert_eq!((before("bc"), before("new"), before("hi")), (1..3, 4..4, 9..11));
    }
}
