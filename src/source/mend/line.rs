//! The lines of a text as an editor shows them.

use std::ops::Range;

/// A line, and where it stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextLine<'s> {
    /// Where it begins.
    pub(super) start: usize,
    /// What it holds, without its break.
    pub(super) text: &'s str,
    /// Where its break ends.
    pub(super) end: usize,
}

/// Every line of a text; a break is a line feed, a carriage return, or both.
pub(super) fn lines(text: &str) -> Vec<TextLine<'_>> {
    let (mut found, mut start) = (Vec::new(), 0);
    while start < text.len() {
        let rest = &text[start..];
        let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let broken = &rest[length..];
        let mark = if broken.starts_with("\r\n") { 2 } else { broken.len().min(1) };
        let end = start + length + mark;
        found.push(TextLine { start, text: &rest[..length], end });
        start = end;
    }
    found
}

/// Whether a sign takes room, or none, and shows nothing: blanks of every width, and marks that are not seen.
pub(super) fn is_blank(sign: char) -> bool {
    sign.is_whitespace() || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

/// Whether a sign cannot be seen and may not stand in a file at all.
pub(super) fn is_unseen(sign: char) -> bool {
    (sign.is_control() && sign != '\t') || matches!(sign, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

impl<'s> TextLine<'s> {
    /// The blanks in front.
    pub(super) fn lead(self) -> &'s str {
        &self.text[..self.text.len() - self.body().len()]
    }

    /// What is said behind them.
    pub(super) fn body(self) -> &'s str {
        self.text.trim_start_matches(is_blank)
    }

    /// How far it is set in, in characters.
    pub(super) fn width(self) -> usize {
        self.lead().chars().count()
    }

    /// Where the body begins.
    pub(super) fn body_start(self) -> usize {
        self.start + self.lead().len()
    }

    /// Where the line ends, without its break.
    pub(super) fn text_end(self) -> usize {
        self.start + self.text.len()
    }

    /// The whole line with its break.
    pub(super) fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// Whether it says something: it is neither blank nor a comment.
    pub(super) fn is_said(self) -> bool {
        let body = self.body();
        !body.is_empty() && !body.starts_with('#')
    }

    /// The first sign in front that is no space, and where it stands.
    pub(super) fn odd_blank(self) -> Option<(usize, char)> {
        self.lead().char_indices().find(|(_, sign)| *sign != ' ').map(|(at, sign)| (self.start + at, sign))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_with_every_kind_of_break() {
        let found: Vec<_> = lines("a\n\r\n b\rc").into_iter().map(|line| (line.text, line.range())).collect();
        assert_eq!(found, [("a", 0..2), ("", 2..4), (" b", 4..7), ("c", 7..8)]);
    }

    #[test]
    fn what_is_not_seen_is_no_space() {
        let line = lines("  \u{a0}\u{200b}a: b").remove(0);
        assert_eq!((line.width(), line.body(), line.odd_blank()), (4, "a: b", Some((2, '\u{a0}'))));
    }
}
