//! Lines for a terminal: ink, columns, wrapping. Knows nothing of the model.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// What ink says, never alone: every word that is inked says the same without.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Plain text.
    Plain,
    /// What the eye should meet first.
    Strong,
    /// What can be passed over.
    Faint,
    /// Good.
    Good,
    /// Worth a look.
    Careful,
    /// Bad.
    Bad,
}

/// A piece of a line.
pub type Piece = (Ink, String);

/// Lines under construction.
#[derive(Debug)]
pub struct Canvas {
    width: usize,
    colour: bool,
    lines: Vec<String>,
}

/// Blank columns at the left of the body.
const MARGIN: usize = 2;

/// Where fewer columns than this are left beside a label, a text goes on under it: a letter a line helps nobody.
const FEWEST: usize = 12;

impl Canvas {
    /// An empty canvas.
    pub fn new(width: usize, colour: bool) -> Canvas {
        Canvas { width, colour, lines: Vec::new() }
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// How many lines there are.
    pub fn height(&self) -> usize {
        self.lines.len()
    }

    /// An empty line, but never two in a row.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// A text that starts at the left edge, wrapped.
    pub fn text(&mut self, ink: Ink, text: &str) {
        self.paragraph(0, 0, &[(ink, text.to_owned())]);
    }

    /// A label in its own column and a text beside it, wrapped under itself.
    pub fn labelled(&mut self, label: &str, column: usize, pieces: &[Piece]) {
        let text = MARGIN + column;
        if label.is_empty() {
            return self.paragraph(text, text, pieces);
        }
        let mut whole = vec![(Ink::Strong, padded(label, column.max(label.width() + 1)))];
        whole.extend_from_slice(pieces);
        self.paragraph(MARGIN, text, &whole);
    }

    /// Pieces that begin at one column and go on at another.
    pub fn paragraph(&mut self, first: usize, hanging: usize, pieces: &[Piece]) {
        let hanging = if self.width < hanging + FEWEST { MARGIN + 2 } else { hanging };
        let room = self.width.saturating_sub(hanging).max(1);
        let (mut line, mut used, mut indent) = (String::new(), 0, first);
        let words = words(pieces, room);
        for (at, (ink, spaces, word)) in words.iter().enumerate() {
            let (ink, spaces) = (*ink, *spaces);
            let together = if spaces > 0 { joined(&words[at..]) } else { 0 };
            let needed = if together <= room { word.width().max(together) } else { word.width() };
            if used > 0 && used + spaces + needed > self.width {
                self.lines.push(std::mem::take(&mut line));
                (used, indent) = (0, hanging);
            }
            let gap = if used == 0 { indent } else { spaces };
            line.push_str(&" ".repeat(gap));
            line.push_str(&coloured(ink, word, self.colour));
            used += gap + word.width();
        }
        self.lines.push(line);
    }

    /// A table that is laid out already; its first line is its head.
    pub fn table(&mut self, table: &str) {
        for (at, line) in table.lines().enumerate() {
            let ink = if at == 0 { Ink::Strong } else { Ink::Plain };
            self.lines.push(coloured(ink, line.trim_end(), self.colour));
        }
    }

    /// The whole, with a final line break.
    pub fn finish(self) -> String {
        self.lines.join("\n") + "\n"
    }
}

/// The words of the pieces, each with its ink and the blanks before it; longer words than `longest` are cut in parts.
fn words(pieces: &[Piece], longest: usize) -> Vec<(Ink, usize, String)> {
    let mut words = Vec::new();
    let mut spaces = 0;
    for (ink, text) in pieces {
        for (at, word) in text.split(' ').enumerate() {
            spaces += usize::from(at > 0);
            for part in parts(word, longest) {
                words.push((*ink, std::mem::take(&mut spaces), part));
            }
        }
    }
    words
}

/// The columns of the first word and of what follows without a blank: a comma stays with what it is behind.
fn joined(words: &[(Ink, usize, String)]) -> usize {
    let behind = words.iter().skip(1).take_while(|(_, spaces, _)| *spaces == 0);
    words.iter().take(1).chain(behind).map(|(.., word)| word.width()).sum()
}

fn parts(word: &str, longest: usize) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for c in word.chars() {
        match parts.last_mut() {
            Some(part) if part.width() < longest => part.push(c),
            _ => parts.push(c.to_string()),
        }
    }
    parts
}

/// A text filled up with blanks to a width in columns.
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn coloured(ink: Ink, text: &str, colour: bool) -> String {
    let style = match ink {
        _ if !colour || text.is_empty() => return text.to_owned(),
        Ink::Plain => return text.to_owned(),
        Ink::Strong => Style::new().bold(),
        Ink::Faint => Style::new().dimmed(),
        Ink::Good => AnsiColor::Green.on_default(),
        Ink::Careful => AnsiColor::Yellow.on_default(),
        Ink::Bad => AnsiColor::Red.on_default().bold(),
    };
    format!("{style}{text}{style:#}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(width: usize, draw: impl Fn(&mut Canvas)) -> String {
        let mut canvas = Canvas::new(width, false);
        draw(&mut canvas);
        canvas.finish()
    }

    #[test]
    fn texts_wrap_under_themselves() {
        let plain = |text: &str| [(Ink::Plain, text.to_owned())];
        let shown = drawn(24, |canvas| canvas.labelled("because", 9, &plain("it is so and not otherwise")));
        assert_eq!(shown, "  because  it is so and\n           not otherwise\n");
    }

    #[test]
    fn a_comma_stays_with_the_word_before_it() {
        let pieces =
            [(Ink::Plain, "one ".to_owned()), (Ink::Strong, "two".to_owned()), (Ink::Plain, ", three".to_owned())];
        assert_eq!(
            drawn(20, |canvas| canvas.paragraph(13, 2, &pieces)),
            format!("{}one\n  two, three\n", " ".repeat(13))
        );
    }

    #[test]
    fn long_words_are_cut_and_wide_letters_counted() {
        let long = drawn(40, |canvas| canvas.text(Ink::Plain, &"x".repeat(90)));
        assert!(long.lines().all(|line| line.len() <= 40), "{long}");
        assert_eq!(padded("å", 3), "å  ");
    }

    #[test]
    fn ink_is_only_used_where_colour_is() {
        let mut canvas = Canvas::new(40, true);
        canvas.text(Ink::Bad, "HIGH");
        assert_eq!(canvas.finish(), "\u{1b}[1m\u{1b}[31mHIGH\u{1b}[0m\n");
    }
}
