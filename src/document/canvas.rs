//! Lines for a terminal: ink, columns, wrapping. Knows nothing of the model.

use super::wrap::{Margins, columns, padded, wrapped};
use anstyle::{AnsiColor, Style};

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
        let mut whole = vec![(Ink::Strong, padded(label, column.max(columns(label) + 1)))];
        whole.extend_from_slice(pieces);
        self.paragraph(MARGIN, text, &whole);
    }

    /// Pieces that begin at one column and go on at another.
    pub fn paragraph(&mut self, first: usize, hanging: usize, pieces: &[Piece]) {
        let hanging = if self.width < hanging + FEWEST { MARGIN + 2 } else { hanging };
        let text: String = pieces.iter().map(|(_, words)| words.as_str()).collect();
        let [first, rest] = [first, hanging].map(|margin| " ".repeat(margin));
        let mut inks = pieces.iter().flat_map(|(ink, words)| words.chars().filter(|c| *c != ' ').map(|_| *ink));
        for line in wrapped(&text, self.width, Margins { first: &first, rest: &rest, cuts: true }) {
            self.lines.push(if self.colour { painted(&line, &mut inks) } else { line });
        }
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

/// A line whose letters take the next inks, one each; blanks take none. What stands together in one ink is one stretch.
fn painted(line: &str, inks: &mut impl Iterator<Item = Ink>) -> String {
    let (mut out, mut stretch, mut blanks, mut with) = (String::new(), String::new(), 0, Ink::Plain);
    for letter in line.chars() {
        if letter == ' ' {
            blanks += 1;
            continue;
        }
        let ink = inks.next().unwrap_or(Ink::Plain);
        if ink != with || stretch.is_empty() {
            out.push_str(&coloured(with, &std::mem::take(&mut stretch), true));
            out.extend(std::iter::repeat_n(' ', std::mem::take(&mut blanks)));
            with = ink;
        }
        stretch.extend(std::iter::repeat_n(' ', std::mem::take(&mut blanks)));
        stretch.push(letter);
    }
    out + &coloured(with, &stretch, true)
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
    }

    #[test]
    fn ink_is_only_used_where_colour_is() {
        let mut canvas = Canvas::new(40, true);
        canvas.text(Ink::Bad, "HIGH");
        assert_eq!(canvas.finish(), "\u{1b}[1m\u{1b}[31mHIGH\u{1b}[0m\n");
    }

    #[test]
    fn words_in_one_ink_are_one_stretch_of_a_line_however_it_breaks() {
        let mut canvas = Canvas::new(14, true);
        let pieces =
            [(Ink::Faint, "not  yet ".to_owned()), (Ink::Plain, "so".to_owned()), (Ink::Faint, ", it is".to_owned())];
        canvas.paragraph(2, 2, &pieces);
        assert_eq!(canvas.finish(), "  \u{1b}[2mnot  yet\u{1b}[0m so\u{1b}[2m,\u{1b}[0m\n  \u{1b}[2mit is\u{1b}[0m\n");
    }
}
