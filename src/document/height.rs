//! How high a document of one page is, estimated from the style sheet of the printed page and the widest typeface that
//! it may fall back on. What is estimated to fit does fit; tests/it/cli/browser.rs holds that against a real browser.

use super::drawing;
use super::{Block, Cell, Column, ColumnKind, Document, Drawing, Figure, Matrix, Row, Style, Table, Text, Verdict};
use crate::words::Clean;

/// What A4 leaves between its margins, in hundredths of a millimetre as every height here, less some slack.
const PAGE: usize = 27_300 - 400;

/// A line of text, one of a table and one of the main heading.
const LINE: usize = 385;
const ROW: usize = 355;
const HEADING: usize = 706;

/// The room on a line of text, of an item or a notice, of a cell that names a row, of the head of a column, of
/// the main heading and of the value of the verdict, in hundredths of the height of their letters.
const TEXT: usize = 6_000;
const ITEM: usize = 5_750;
const CELL: usize = 1_750;
const HEAD: usize = 1_500;
const TITLE: usize = 3_100;
const VALUE: usize = 2_200;

/// The width of a picture of counts.
const HEAT: usize = 10_500;

/// A twentieth of the height of a letter.
const TWENTIETH: usize = 5;

/// The room in all cells of a row together, what is empty at the sides of one, the least that a column of words has,
/// and what it keeps together of a long word.
const CELLS: usize = 6_700;
const PADDING: usize = 100;
const NARROW: usize = 300;
const LONG_WORD: usize = 900;

/// Whether the document is sure to fit on a page.
pub fn fits(document: &Document) -> bool {
    HEADING * lines(&document.title.words(), TITLE) + 200 + blocks(&document.blocks) <= PAGE
}

fn blocks(all: &[Block]) -> usize {
    all.iter().map(block).sum()
}

fn block(block: &Block) -> usize {
    match block {
        Block::Section(section) => 700 + blocks(&section.blocks),
        Block::Paragraph(text) => LINE * lines_in(text, TEXT) + 140,
        Block::Notice(text) => LINE * lines_in(text, ITEM) + 350,
        Block::Verdict(verdict) => judged(verdict),
        Block::List(items) | Block::Steps(items) => items.iter().map(item).sum::<usize>() + 140,
        Block::Table(table) => rows(table),
        Block::Figure(Figure { drawing: Drawing::Matrix(matrix), .. }) if matrix.heat.is_some() => heat(matrix),
        Block::Facts(_) | Block::Figure(_) | Block::Records(_) => PAGE, // no document of one page has any
    }
}

/// A picture of counts under its title.
fn heat(matrix: &Matrix) -> usize {
    let [width, height] = drawing::heat_size(matrix);
    LINE + 430 + HEAT * height / width
}

fn item(text: &Text) -> usize {
    LINE * lines_in(text, ITEM) + 30
}

fn judged(verdict: &Verdict) -> usize {
    690 + 640 * lines(&verdict.value, VALUE) + verdict.outlook.iter().map(item).sum::<usize>()
}

fn rows(table: &Table) -> usize {
    let rooms = rooms_of(table);
    let row = |row: &Row| ROW * row.cells.iter().zip(&rooms).map(lines_of).max().unwrap_or(1) + 120;
    let head = table.columns.iter().zip(&rooms).map(|(column, room)| lines(&column.title, room.unwrap_or(HEAD)));
    let head = head.max().unwrap_or(1);
    let legend = if table.legend.is_some() { LINE + 140 } else { 0 };
    ROW * head + 240 + table.rows.iter().map(row).sum::<usize>() + legend
}

/// The lines of a cell in a column of so much room, if it is one of words.
fn lines_of((cell, room): (&Cell, &Option<usize>)) -> usize {
    match (cell, room) {
        (Cell::Text(text), Some(room)) => lines_in(text, *room),
        _ => 1,
    }
}

/// The room in each column of words, as a browser shares what numbers and bars leave: each has its longest word, and of
/// the rest as much as its longest cell asks for beyond that.
fn rooms_of(table: &Table) -> Vec<Option<usize>> {
    let is_words = |column: &Column| column.kind == ColumnKind::Words;
    let many = table.columns.iter().filter(|column| is_words(column)).count() > 1;
    let others = table.columns.iter().map(|column| match column.kind {
        ColumnKind::Words => PADDING,
        ColumnKind::Number | ColumnKind::Day => 550,
        ColumnKind::Bar => 1_000,
    });
    let left = CELLS.saturating_sub(others.sum());
    let wishes = |at: usize, column: &Column| {
        let cells = table.rows.iter().filter_map(|row| match row.cells.get(at) {
            Some(Cell::Text(text)) => Some(text),
            _ => None,
        });
        let word = |words: &str| words.split(' ').map(|word| long(word).min(LONG_WORD)).max().unwrap_or(0);
        let (least, most): (Vec<usize>, Vec<usize>) =
            cells.map(|text| (words_of(text).into_iter().max().unwrap_or(0).min(LONG_WORD), long_of(text))).unzip();
        let least = least.into_iter().max().unwrap_or(0).max(word(&column.title)).max(NARROW);
        (least, most.into_iter().max().unwrap_or(0).max(long(&column.title)).max(least))
    };
    let wanted: Vec<Option<(usize, usize)>> =
        table.columns.iter().enumerate().map(|(at, column)| is_words(column).then(|| wishes(at, column))).collect();
    let least: usize = wanted.iter().flatten().map(|(least, _)| least).sum();
    let more: usize = wanted.iter().flatten().map(|(least, most)| most - least).sum();
    let rest = left.saturating_sub(least);
    let room = |(least, most): (usize, usize)| match () {
        () if !many => CELL,
        () if more <= rest => most,
        () => least + (most - least) * rest / more,
    };
    wanted.into_iter().map(|wish| wish.map(room)).collect()
}

/// The words of a text with the room that each takes: strong letters are an eighth wider than others.
fn words_of(text: &Text) -> Vec<usize> {
    let mut words = vec![0];
    for run in &text.0 {
        let is_strong = matches!(run.style, Style::Strong | Style::Tag(_));
        for letter in run.words.chars() {
            match (letter, words.last_mut()) {
                (' ', _) | (_, None) => words.push(0),
                (_, Some(word)) => *word += if is_strong { width(letter) * 9 } else { width(letter) * 8 },
            }
        }
    }
    words.into_iter().map(|word| word.div_ceil(8)).collect()
}

/// How long a text is on one line.
fn long_of(text: &Text) -> usize {
    let words = words_of(text);
    words.iter().sum::<usize>() + words.len().saturating_sub(1) * width(' ')
}

/// The lines that a text fills where a line has so much room.
fn lines_in(text: &Text, room: usize) -> usize {
    filled(words_of(text), room)
}

/// The lines that words fill where a line has so much room, in hundredths of the height of their letters.
pub fn lines(words: &str, room: usize) -> usize {
    filled(words.split(' ').map(long), room)
}

/// The same by the room that each word takes. A word that is longer than a line goes on in the next.
fn filled(words: impl IntoIterator<Item = usize>, room: usize) -> usize {
    let (mut lines, mut used) = (1, 0);
    for word in words {
        if used > 0 && used + word > room {
            lines += 1;
            used = 0;
        }
        used += word;
        lines += used.saturating_sub(1) / room;
        used = if used > room { (used - 1) % room + 1 } else { used } + width(' ');
    }
    lines
}

/// How long words are on one line.
pub fn long(words: &str) -> usize {
    words.chars().map(width).sum()
}

/// Cuts a text that is longer than there is room for, in twentieths of the height of its letters.
/// The room is given in twentieths of the height of its letters.
pub fn cut(text: &mut Text, room: usize) {
    let room = room.saturating_mul(TWENTIETH);
    if long(&text.words()) <= room {
        return;
    }
    let mut left = room.saturating_sub(width('…'));
    for at in 0..text.0.len() {
        let words = &mut text.0[at].words;
        let end = words.char_indices().find(|(_, c)| {
            let is_over = width(*c) > left;
            left = left.saturating_sub(width(*c));
            is_over
        });
        if let Some((end, _)) = end {
            *words = std::mem::take(words).cut_at(end);
            text.0.truncate(at + 1);
            return;
        }
    }
}

/// Words that are cut where they are longer than there is room for, as [`cut`] does.
pub fn short(words: &Clean, room: usize) -> Clean {
    let mut text = Text::plain(words);
    cut(&mut text, room);
    text.words()
}

/// How wide a letter is in the widest usual typefaces, in hundredths of its height. A few signs are as wide as a word.
fn width(c: char) -> usize {
    match c {
        'i' | 'l' => 28,
        'j' | ' ' | '\'' | '|' => 35,
        '.' | ',' | '·' => 37,
        'f' | 't' => 40,
        'r' | 'I' => 43,
        '!' | '(' | ')' | '[' | ']' | '/' | '-' | ':' | ';' | '"' | 'J' => 46,
        's' => 53,
        'c' | 'z' => 55,
        'k' | 'v' | 'x' | 'y' | 'L' | 'F' => 60,
        'a'..='l' | 'n'..='v' | '0'..='9' | 'å' | 'ä' | 'ö' | 'é' | 'ü' | 'E' | 'P' | 'T' | 'Y' => 64,
        'w' => 82,
        'A'..='L' | 'N'..='V' | 'X'..='Z' | 'Å' | 'Ä' | 'Ö' => 79,
        '\u{12000}'..='\u{1254f}' | '\u{2e3a}' | '\u{2e3b}' | '\u{fdfa}' | '\u{fdfb}' => 400,
        '\u{fdfd}' => 1_200,
        _ => 100,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Layout, Section};
    use crate::words::Lang;

    #[test]
    fn words_go_on_in_the_next_line() {
        for (words, expected) in
            [("", 1), ("aaaa", 1), ("aaaa aaaa", 2), ("a a", 1), ("aaaaaaaaaaaa", 3), ("a aaaaaaaa a", 4)]
        {
            assert_eq!(lines(words, 4 * width('a')), expected, "{words}");
        }
    }

    #[test]
    fn a_page_has_room_for_fifty_lines_and_not_for_seventy() {
        let page = |lines: usize| {
            let items = vec![Text::plain("a line"); lines];
            let blocks = vec![Section::block("a", Text::plain("A"), vec![Block::List(items)])];
            Document { lang: Lang::En, layout: Layout::Page, title: Text::plain("T"), blocks }
        };
        assert!(fits(&page(50)) && !fits(&page(70)));
    }
}
