//! Lines of a terminal in the making: words in styles, wrapped, and coloured where colour is wanted. What a style says,
//! it never says alone: every word that has one says the same without.

use anstyle::AnsiColor;

use super::grid::{LaidRow, joined};
use super::text::{Style, Tone};
use super::wrap::{Margins, wrapped};
use crate::words::clean::Clean;

/// Words in a style.
pub type Piece = (Style, Clean);

/// Lines under construction.
#[derive(Debug)]
pub struct Canvas {
    width: usize,
    colour: bool,
    lines: Vec<String>,
}

/// Where fewer columns than this are left beside a label, a text goes on under it: a letter a line helps nobody.
const FEWEST: usize = 12;

/// How far from the edge it then goes on.
const UNDER: usize = 4;

impl Canvas {
    /// An empty canvas.
    pub fn new(width: usize, colour: bool) -> Canvas {
        Canvas { width, colour, lines: Vec::new() }
    }

    /// Columns.
    pub fn width(&self) -> usize {
        self.width
    }

    /// An empty line, but never two in a row, and none at the top.
    pub fn blank(&mut self) {
        if self.lines.last().is_some_and(|line| !line.is_empty()) {
            self.lines.push(String::new());
        }
    }

    /// Pieces that begin at one column and go on at another.
    pub fn paragraph(&mut self, first: usize, hanging: usize, pieces: &[Piece]) {
        let hanging = if self.width < hanging + FEWEST { UNDER } else { hanging };
        let text: Clean = pieces.iter().map(|(_, words)| words).collect();
        let [first, rest] = [first, hanging].map(|margin| " ".repeat(margin));
        let lines = wrapped(&text, self.width, Margins { first: &first, rest: &rest, cuts: true });
        let mut styles = letters(pieces);
        self.lines.extend(lines.into_iter().map(|line| match self.colour {
            true => painted(&line, &mut styles),
            false => line,
        }));
    }

    /// A row of a table, and the pieces of each of its cells.
    pub fn row(&mut self, row: &LaidRow, cells: &[Vec<Piece>]) {
        let mut styles: Vec<_> = cells.iter().map(|pieces| letters(pieces)).collect();
        for line in row {
            let cells = line.iter().enumerate().map(|(at, cell)| match styles.get_mut(at) {
                Some(styles) if self.colour => painted(cell, styles),
                _ => cell.clone(),
            });
            self.lines.push(joined(cells));
        }
    }

    /// The whole, with a final line break.
    pub fn finish(self) -> String {
        self.lines.join("\n") + "\n"
    }
}

/// The style of each letter, blanks left out.
fn letters(pieces: &[Piece]) -> impl Iterator<Item = Style> {
    pieces.iter().flat_map(|(style, words)| words.chars().filter(|letter| *letter != ' ').map(|_| *style))
}

/// A line whose letters take the next styles, one each; blanks take none. So the styles find their letters again
/// however the words were broken. What stands together in one style is one stretch.
fn painted(line: &str, styles: &mut impl Iterator<Item = Style>) -> String {
    let (mut out, mut stretch, mut blanks, mut with) = (String::new(), String::new(), 0, Style::Plain);
    for letter in line.chars() {
        if letter == ' ' {
            blanks += 1;
            continue;
        }
        let style = styles.next().unwrap_or(Style::Plain);
        if style != with || stretch.is_empty() {
            out.push_str(&coloured(with, &std::mem::take(&mut stretch)));
            out.extend(std::iter::repeat_n(' ', std::mem::take(&mut blanks)));
            with = style;
        }
        stretch.extend(std::iter::repeat_n(' ', std::mem::take(&mut blanks)));
        stretch.push(letter);
    }
    out.push_str(&coloured(with, &stretch));
    out.extend(std::iter::repeat_n(' ', blanks));
    out
}

fn coloured(style: Style, words: &str) -> String {
    let ink = match style {
        _ if words.is_empty() => return String::new(),
        Style::Plain | Style::Quoted => return words.to_owned(),
        Style::Strong | Style::Code | Style::Tag(Tone::Plain) => anstyle::Style::new().bold(),
        Style::Faint => anstyle::Style::new().dimmed(),
        Style::Added | Style::Tag(Tone::Good) => AnsiColor::Green.on_default(),
        Style::Tag(Tone::Careful) => AnsiColor::Yellow.on_default(),
        Style::Removed | Style::Tag(Tone::Bad | Tone::Worst) => AnsiColor::Red.on_default().bold(),
    };
    format!("{ink}{words}{ink:#}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::Trusted;

    fn drawn(width: usize, colour: bool, draw: impl Fn(&mut Canvas)) -> String {
        let mut canvas = Canvas::new(width, colour);
        draw(&mut canvas);
        canvas.finish()
    }

    fn piece(style: Style, words: &'static str) -> Piece {
        (style, words.clean())
    }

    #[test]
    fn a_comma_stays_with_the_word_before_it() {
        let pieces = [piece(Style::Plain, "one "), piece(Style::Strong, "two"), piece(Style::Plain, ", three")];
        let shown = drawn(20, false, |canvas| canvas.paragraph(13, 2, &pieces));
        assert_eq!(shown, format!("{}one\n  two, three\n", " ".repeat(13)));
    }

    #[test]
    fn a_text_goes_on_under_its_label_where_there_is_little_room_beside_it() {
        let pieces = [piece(Style::Plain, "because  it is so and not otherwise")];
        let beside = drawn(24, false, |canvas| canvas.paragraph(2, 11, &pieces));
        assert_eq!(beside, "  because  it is so and\n           not otherwise\n");
        let under = drawn(20, false, |canvas| canvas.paragraph(2, 11, &pieces));
        assert_eq!(under, "  because  it is so\n    and not\n    otherwise\n");
    }

    #[test]
    fn words_in_one_style_are_one_stretch_of_a_line_however_it_breaks() {
        let pieces = [piece(Style::Faint, "not  yet "), piece(Style::Plain, "so"), piece(Style::Faint, ", it is")];
        let shown = drawn(14, true, |canvas| canvas.paragraph(2, 2, &pieces));
        assert_eq!(shown, "  \u{1b}[2mnot  yet\u{1b}[0m so\u{1b}[2m,\u{1b}[0m\n  \u{1b}[2mit is\u{1b}[0m\n");
    }

    #[test]
    fn colour_is_only_used_where_it_is_wanted() {
        let high = [piece(Style::Tag(Tone::Worst), "HIGH")];
        assert_eq!(drawn(40, true, |canvas| canvas.paragraph(0, 0, &high)), "\u{1b}[1m\u{1b}[31mHIGH\u{1b}[0m\n");
        assert_eq!(drawn(40, false, |canvas| canvas.paragraph(0, 0, &high)), "HIGH\n");
    }

    #[test]
    fn cells_keep_their_styles_over_their_lines() {
        let row = vec![vec!["is at".to_owned(), " 3".to_owned()], vec!["stake".to_owned(), "  ".to_owned()]];
        let cells =
            [vec![piece(Style::Plain, "is "), piece(Style::Strong, "at stake")], vec![piece(Style::Faint, "3")]];
        let shown = drawn(40, true, |canvas| canvas.row(&row, &cells));
        assert_eq!(shown, "is \u{1b}[1mat\u{1b}[0m  \u{1b}[2m3\u{1b}[0m\n\u{1b}[1mstake\u{1b}[0m\n");
        assert_eq!(drawn(40, false, |canvas| canvas.row(&row, &cells)), "is at  3\nstake\n");
    }
}
