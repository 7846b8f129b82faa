//! A table of a document on the terminal: how wide its columns are, and what stands in its cells.

use super::words::pieces;
use crate::document::bars::{drawn, leaning};
use crate::document::canvas::{Canvas, Piece};
use crate::document::grid::{Grid, Lane, Room, Spacing};
use crate::document::wrap::columns;
use crate::document::{Cell, Column, ColumnKind, Layout, Row, RowKind, Style, Table};
use crate::words::clean::{Clean, Trusted};

/// How far the columns of a table stand apart: in a document, on a screen, and there where there is little room.
const SPACING: Spacing = Spacing { indent: 1, gap: 2, end: 1 };
const ON_SCREENS: Spacing = Spacing { indent: 2, gap: 2, end: 0 };
const CLOSE: Spacing = Spacing { indent: 2, gap: 1, end: 0 };

/// What sets a row in that belongs to the one above.
const SET_IN: &str = "\u{a0}\u{a0}";

/// More columns than this leave little room.
const FEW_COLUMNS: usize = 5;

/// A column of words whose cells are no wider than this never gives way: it says in a word how something stands.
const SHORT: usize = 14;

/// Draws the table as the layout has it.
pub fn draw(table: &Table, layout: Layout, canvas: &mut Canvas) {
    let spacing = match layout {
        Layout::Screen { spaced } if spaced && table.columns.len() <= FEW_COLUMNS => ON_SCREENS,
        Layout::Screen { .. } => CLOSE,
        Layout::Report | Layout::Page | Layout::Letter => SPACING,
    };
    let width = canvas.width();
    let rows: Vec<Vec<Clean>> = table.rows.iter().map(words).collect();
    let grid = Grid { lanes: lanes(table, &rows, spacing, width), spacing };
    let laid = grid.laid_out(rows, width);
    let has_heads = grid.lanes.iter().any(|lane| !lane.head.is_empty());
    let heads = || grid.lanes.iter().map(|lane| vec![(Style::Strong, lane.head.clone())]).collect::<Vec<_>>();
    let rows = table.rows.iter().map(|row| row.cells.iter().map(in_pieces).collect::<Vec<_>>());
    let cells = has_heads.then(heads).into_iter().chain(rows);
    laid.iter().zip(cells).for_each(|(row, cells)| canvas.row(row, &cells));
}

/// The columns of a table, each with the room that it has.
fn lanes(table: &Table, rows: &[Vec<Clean>], spacing: Spacing, width: usize) -> Vec<Lane> {
    let fitting = fitting(table, rows, spacing, width);
    let words: Vec<usize> = (0..table.columns.len()).map(|at| widest_word(rows, at)).collect();
    let keeps_words_whole = words.iter().sum::<usize>() + spacing.in_all(words.len()) <= width;
    let room = |at: usize| match &fitting {
        Some(widths) => widths.get(at).map_or(Room::Any, |width| Room::Exactly(*width)),
        None if keeps_words_whole => Room::AtLeast(words[at]),
        None if at == 0 => Room::AtLeast(widest_name(rows, width)),
        None => Room::Any,
    };
    let columns = table.columns.iter().enumerate();
    let lane = |(at, column): (usize, &Column)| Lane {
        head: column.title.clone(),
        at_the_right: column.kind == ColumnKind::Number,
        room: room(at),
    };
    columns.map(lane).collect()
}

/// The width that the words and ids in a column need to stay whole.
fn widest_word(rows: &[Vec<Clean>], at: usize) -> usize {
    let texts = rows.iter().filter_map(|row| row.get(at));
    texts.filter_map(|text| text.split(' ').map(columns).max()).max().unwrap_or(0)
}

/// The same in the first column, but no more than two fifths of the whole.
fn widest_name(rows: &[Vec<Clean>], width: usize) -> usize {
    widest_word(rows, 0).min(width * 2 / 5)
}

/// The widths of the columns where they are known: those that all cells need, where there is room for them. Where there
/// is not, and the first column names the rows and the others hold numbers, bars and single words, these get no more
/// than that and the words of their heads need, and the names the rest. `None` for any other table, and where that
/// leaves too little for the names.
fn fitting(table: &Table, rows: &[Vec<Clean>], spacing: Spacing, width: usize) -> Option<Vec<usize>> {
    let room = width.checked_sub(spacing.in_all(table.columns.len()))?;
    let widest = |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| columns(cell)).max().unwrap_or(0);
    let head = |column: &Column| column.title.split_whitespace().map(columns).max().unwrap_or(0);
    let natural = |(at, column): (usize, &Column)| widest(at).max(columns(&column.title));
    let all: Vec<usize> = table.columns.iter().enumerate().map(natural).collect();
    if all.iter().sum::<usize>() <= room {
        return Some(all);
    }
    let is_narrow = |(at, column): (usize, &Column)| column.kind != ColumnKind::Words || widest(at) <= SHORT;
    if !table.columns.iter().enumerate().skip(1).all(is_narrow) {
        return None;
    }
    let others = table.columns.iter().enumerate().skip(1);
    let others: Vec<usize> = others.map(|(at, column)| widest(at).max(head(column))).collect();
    let first = all.first()?.min(&room.checked_sub(others.iter().sum())?).to_owned();
    (first >= widest_name(rows, width)).then(|| [vec![first], others].concat())
}

/// What stands in the cells of a row, the first set in where the row belongs to one above.
fn words(row: &Row) -> Vec<Clean> {
    let joined = |cell: &Cell| in_pieces(cell).into_iter().map(|(_, words)| words).collect::<Clean>();
    let mut cells: Vec<Clean> = row.cells.iter().map(joined).collect();
    if let (RowKind::Member, Some(first)) = (row.kind, cells.first_mut()) {
        *first = SET_IN.clean().and(&*first);
    }
    cells
}

fn in_pieces(cell: &Cell) -> Vec<Piece> {
    match cell {
        Cell::Text(text) => pieces(text, Style::Plain),
        Cell::Bar(bar) => vec![(Style::Plain, drawn(bar))],
        Cell::Balance(balance) => vec![(Style::Plain, leaning(balance))],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Balance, Bar, Text, Tone};
    use crate::words::clean::one_line;

    const SPACED: Layout = Layout::Screen { spaced: true };

    fn shown(table: &Table, layout: Layout, width: usize) -> Vec<String> {
        let mut canvas = Canvas::new(width, false);
        draw(table, layout, &mut canvas);
        canvas.finish().lines().map(str::to_owned).collect()
    }

    fn row(kind: RowKind, cells: &[&str]) -> Row {
        Row { kind, cells: cells.iter().map(|cell| Cell::Text(Text::plain(one_line(cell)))).collect() }
    }

    fn points() -> Table {
        Table {
            caption: Clean::default(),
            columns: vec![Column::words("Category"), Column::number("Proof missing")],
            rows: vec![
                row(RowKind::Group, &["The five levels of data security", "6.7"]),
                row(RowKind::Member, &["Level 1: Security policies", "1.0"]),
                row(RowKind::Total, &["Total", "16.8"]),
            ],
            legend: None,
        }
    }

    #[test]
    fn columns_are_as_wide_as_they_need_where_there_is_room() {
        let expected = [
            " Category                          Proof missing",
            " The five levels of data security            6.7",
            "   Level 1: Security policies                1.0",
            " Total                                      16.8",
        ];
        assert_eq!(shown(&points(), Layout::Report, 80), expected);
        let closer: Vec<String> = shown(&points(), SPACED, 80);
        assert_eq!(closer[0], "  Category                          Proof missing");
    }

    #[test]
    fn names_give_way_to_numbers_and_stay_set_in() {
        let expected = [
            " Category                         Proof",
            "                                missing",
            " The five levels of data            6.7",
            "   security",
            "   Level 1: Security policies       1.0",
            " Total                             16.8",
        ];
        assert_eq!(shown(&points(), Layout::Report, 40), expected);
        assert_eq!(shown(&points(), Layout::Report, 30)[4..6], ["   Level 1: Security      1.0", "   policies"]);
    }

    #[test]
    fn names_give_way_to_single_words_but_not_to_sentences() {
        let table = |said: &str| Table {
            columns: vec![Column::words("Category"), Column::number("Points"), Column::words("Protection")],
            rows: vec![row(RowKind::Plain, &["Encryption and secure communication", "7.5", said])],
            ..points()
        };
        let expected = [
            " Category                    Points  Protection",
            " Encryption and secure          7.5  not known",
            "   communication",
        ];
        assert_eq!(shown(&table("not known"), Layout::Report, 48), expected);
        let sentence = shown(&table("not known, since nobody has answered the questions"), Layout::Report, 48);
        assert!(sentence.len() > 3, "{sentence:?}");
    }

    #[test]
    fn columns_stand_closer_on_a_screen_where_there_is_little_room() {
        let columns: Vec<Column> = (1..=6).map(|at| Column::words("c".and(at))).collect();
        let table = |count: usize| Table {
            caption: Clean::default(),
            columns: columns[..count].to_vec(),
            rows: vec![],
            legend: None,
        };
        assert_eq!(shown(&table(5), SPACED, 40), ["  c1  c2  c3  c4  c5"]);
        assert_eq!(shown(&table(6), SPACED, 40), ["  c1 c2 c3 c4 c5 c6"]);
        assert_eq!(shown(&table(5), Layout::Screen { spaced: false }, 40), ["  c1 c2 c3 c4 c5"]);
        assert_eq!(shown(&table(6), Layout::Report, 40), [" c1  c2  c3  c4  c5  c6"]);
    }

    #[test]
    fn bars_and_balances_are_drawn_and_tones_coloured() {
        let bar = Bar { parts: [500, 0, 0, 500], label: Clean::default() };
        let balance = Balance { reach: -500, label: Clean::default() };
        let cells = vec![Cell::Bar(bar), Cell::Balance(balance), Text::tag(Tone::Good, "is strong").into()];
        let unnamed = Clean::default;
        let columns = vec![Column::bar(unnamed()), Column::bar(unnamed()), Column::words(unnamed())];
        let table = Table { caption: unnamed(), columns, rows: vec![Row::plain(cells)], legend: None };
        let mut canvas = Canvas::new(80, true);
        draw(&table, SPACED, &mut canvas);
        let green = "\u{1b}[32mis strong\u{1b}[0m";
        assert_eq!(canvas.finish(), format!("  ██████████▁▁▁▁▁▁▁▁▁▁      ████│          {green}\n"));
    }
}
