//! Tables on a screen, all of them: comfy-table finds the widths, breaks what does not fit and lines everything up.

use crate::words::Clean;
use comfy_table::{
    CellAlignment, ColumnConstraint, ContentArrangement, ContentLineStyle, LineStyle, Row, Table as Comfy, TableStyle,
    Width,
};

/// Stand between the cells of a line and between rows until a table is taken apart. No clean text holds them.
const BETWEEN_CELLS: char = '\u{1f}';
const BETWEEN_ROWS: char = '\u{1e}';

/// Nothing but blanks between cells.
const PLAIN: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(' '))
    .content_lines(ContentLineStyle::none().junction(' '));

/// What can be taken apart.
const MARKED: TableStyle = TableStyle::new()
    .header_lines(ContentLineStyle::none().junction(BETWEEN_CELLS))
    .header_separator(LineStyle::none().fill(BETWEEN_ROWS))
    .content_lines(ContentLineStyle::none().junction(BETWEEN_CELLS))
    .row_separator(LineStyle::none().fill(BETWEEN_ROWS));

/// A blank at the beginning of a cell that breaking its words may not lose. A clean text has none but blanks.
pub const FIRM_BLANK: char = '\u{a0}';

/// A column of a table on a screen.
#[derive(Clone, Debug)]
pub struct Lane {
    /// What stands above it; nothing above any column where none has a head.
    pub head: Clean,
    /// Whether its cells line up at the right.
    pub at_the_right: bool,
    /// How wide its cells are.
    pub room: Room,
}

/// How wide the cells of a column are, in columns of the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// What its words need and the other columns leave.
    Any,
    /// The same, but no less.
    AtLeast(usize),
    /// Just so wide.
    Exactly(usize),
}

/// How far columns stand from the edge of the screen and from each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spacing {
    /// Blanks before the first.
    pub indent: usize,
    /// Blanks between two, at least 1.
    pub gap: usize,
    /// Blanks behind the last that count and are not shown.
    pub end: usize,
}

impl Spacing {
    /// What a table of so many columns spends on blanks.
    pub fn in_all(self, columns: usize) -> usize {
        self.indent + self.gap * columns.saturating_sub(1) + self.end
    }
}

/// A row as it is laid out: its lines, each with a cell for every column, filled up to its width.
pub type LaidRow = Vec<Vec<String>>;

/// What tables of the same columns have in common.
#[derive(Clone, Debug)]
pub struct Grid {
    /// The columns, from the left.
    pub lanes: Vec<Lane>,
    /// What stands between them.
    pub spacing: Spacing,
}

impl Grid {
    /// All rows laid out for so many columns of the screen; the heads are the first row, if there are any. What goes on
    /// in the first column is set in: no word of a cell stands where a row begins.
    pub fn laid_out(&self, rows: impl IntoIterator<Item = Vec<Clean>>, width: usize) -> Vec<LaidRow> {
        let rows: Vec<Vec<Clean>> = rows.into_iter().collect();
        let mut laid = self.with_room(rows.clone(), 0, width);
        if !laid.iter_mut().flat_map(|row| row.iter_mut().skip(1)).all(|line| set_in(line)) {
            laid = self.with_room(rows, SET_IN, width);
            laid.iter_mut().flat_map(|row| row.iter_mut().skip(1)).for_each(|line| _ = set_in(line));
        }
        laid
    }

    /// The same, with so much room behind what stands in the first column.
    fn with_room(&self, rows: Vec<Vec<Clean>>, room: usize, width: usize) -> Vec<LaidRow> {
        let mut table = Comfy::new();
        table.set_content_arrangement(ContentArrangement::Dynamic).set_width(narrow(width));
        if self.lanes.iter().any(|lane| !lane.head.is_empty()) {
            table.set_header(self.lanes.iter().map(|lane| lane.head.as_str()));
        }
        table.add_rows(rows);
        self.set_up(&mut table, room, MARKED);
        taken_apart(&table)
    }

    /// The line of the heads, for columns of which each is just so wide.
    pub fn head(&self) -> String {
        self.lines([self.lanes.iter().map(|lane| lane.head.clone()).collect()])
    }

    /// Rows of a line each, for columns of which each is just so wide: what is longer is cut, and marked with `…`. So
    /// rows can be shown as they come, and no other is needed for it.
    pub fn lines(&self, rows: impl IntoIterator<Item = Vec<Clean>>) -> String {
        let one_line = |cells: Vec<Clean>| {
            let mut row = Row::from(cells);
            row.max_height(1);
            row
        };
        let mut table = Comfy::new();
        // not a blank: what is too long is cut anywhere
        table.set_delimiter(BETWEEN_CELLS).set_truncation_indicator("…");
        table.add_rows(rows.into_iter().map(one_line));
        self.set_up(&mut table, 0, PLAIN);
        table.lines().fold(String::new(), |lines, line| lines + line.trim_end() + "\n")
    }

    /// Spaces and aligns the columns of a table that has its rows.
    fn set_up(&self, table: &mut Comfy, room: usize, style: TableStyle) {
        table.load_style(style);
        let last = self.lanes.len().saturating_sub(1);
        for (at, (column, lane)) in table.column_iter_mut().zip(&self.lanes).enumerate() {
            let before = if at == 0 { self.spacing.indent } else { self.spacing.gap.saturating_sub(1) };
            let room = if at == 0 { room } else { 0 };
            let behind = room + if at == last { self.spacing.end } else { 0 };
            column.set_padding((narrow(before), narrow(behind)));
            if lane.at_the_right {
                column.set_cell_alignment(CellAlignment::Right);
            }
            let fixed = |width: usize| Width::Fixed(narrow(width.saturating_sub(room).max(1) + before + behind));
            match lane.room {
                Room::Any => {}
                Room::AtLeast(width) => _ = column.set_constraint(ColumnConstraint::LowerBoundary(fixed(width))),
                Room::Exactly(width) => _ = column.set_constraint(ColumnConstraint::Absolute(fixed(width))),
            }
        }
    }
}

/// Rows of words in columns, without heads, two blanks between them.
pub fn listed(rows: Vec<Vec<Clean>>, indent: usize, width: usize) -> String {
    let lane = || Lane { head: Clean::default(), at_the_right: false, room: Room::Any };
    let lanes = rows.first().map_or(0, Vec::len);
    let grid = Grid { lanes: (0..lanes).map(|_| lane()).collect(), spacing: Spacing { indent, gap: 2, end: 0 } };
    let lines = grid.laid_out(rows, width).into_iter().flatten();
    lines.map(|cells| joined(cells.into_iter()) + "\n").collect()
}

/// The cells of a line with what stands between them, without blanks at its end.
pub fn joined(cells: impl Iterator<Item = String>) -> String {
    cells.collect::<Vec<_>>().join(" ").trim_end().to_owned()
}

/// How far what goes on in the first column is set in.
const SET_IN: usize = 2;

/// Moves what goes on in the first column of a line, if there are blanks enough behind it; whether there were.
fn set_in(line: &mut [String]) -> bool {
    let Some(cell) = line.first_mut().filter(|cell| !cell.trim().is_empty()) else { return true };
    let blanks = " ".repeat(SET_IN);
    let moved = cell.strip_suffix(&blanks).map(|words| format!("{blanks}{words}"));
    let has_room = moved.is_some();
    moved.into_iter().for_each(|moved| *cell = moved);
    has_room
}

fn taken_apart(table: &Comfy) -> Vec<LaidRow> {
    let mut rows = vec![LaidRow::new()];
    for line in table.lines() {
        match (line.starts_with(BETWEEN_ROWS), rows.last_mut()) {
            (false, Some(row)) => {
                row.push(line.split(BETWEEN_CELLS).map(|cell| cell.replace(FIRM_BLANK, " ")).collect())
            }
            _ => rows.push(LaidRow::new()),
        }
    }
    rows
}

/// A width as comfy-table knows it.
fn narrow(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::clean::{one_line, visible};

    const CLOSE: Spacing = Spacing { indent: 2, gap: 1, end: 0 };

    fn grid(lanes: &[(&str, bool, Room)], spacing: Spacing) -> Grid {
        let lane = |(head, at_the_right, room): &(&str, bool, Room)| Lane {
            head: one_line(head),
            at_the_right: *at_the_right,
            room: *room,
        };
        Grid { lanes: lanes.iter().map(lane).collect(), spacing }
    }

    fn cells(rows: &[&[&str]]) -> Vec<Vec<Clean>> {
        rows.iter().map(|row| row.iter().map(|cell| visible(cell)).collect()).collect()
    }

    fn shown(rows: &[LaidRow]) -> Vec<String> {
        rows.iter().flatten().map(|line| joined(line.iter().cloned())).collect()
    }

    #[test]
    fn words_go_on_further_in_and_numbers_line_up() {
        let grid = grid(&[("Category", false, Room::Any), ("Points", true, Room::Any)], CLOSE);
        let laid = grid.laid_out(cells(&[&["Contract and exit", "62.1"], &["GDPR", "100.0"]]), 24);
        assert_eq!(laid.iter().map(Vec::len).collect::<Vec<_>>(), [1, 2, 1]);
        let expected = ["  Category     Points", "  Contract and   62.1", "    exit", "  GDPR          100.0"];
        assert_eq!(shown(&laid), expected);
    }

    #[test]
    fn a_table_without_heads_has_no_line_for_them() {
        let grid = grid(&[("", false, Room::Any), ("", true, Room::Any)], Spacing { indent: 0, gap: 3, end: 0 });
        assert_eq!(shown(&grid.laid_out(cells(&[&["a", "1"], &["bc", "23"]]), 40)), ["a     1", "bc   23"]);
        assert_eq!(shown(&grid.laid_out(Vec::new(), 40)), [""; 0]);
    }

    #[test]
    fn firm_blanks_stay_where_words_are_broken_and_come_out_as_blanks() {
        let grid = grid(&[("", false, Room::Exactly(10))], CLOSE);
        let cell = format!("{FIRM_BLANK}{FIRM_BLANK}Level 1: Security");
        assert_eq!(shown(&grid.laid_out(cells(&[&[cell.as_str()]]), 40)), ["    Level 1:", "    Security"]);
    }

    #[test]
    fn rows_that_come_one_by_one_stay_on_a_line_each_and_say_what_is_cut() {
        let flush = Spacing { indent: 0, gap: 1, end: 0 };
        let grid = grid(&[("Vendor", false, Room::Exactly(8)), ("Points", true, Room::Exactly(6))], flush);
        assert_eq!(grid.head(), "Vendor   Points\n");
        let rows: &[&[&str]] =
            &[&["Brevduvan Sverige", "9.1"], &["A b c d e", ""], &["日本語日本語", "1"], &["exactly8", "1"]];
        let expected = "Brevduv…    9.1\nA b c d…\n日本語…       1\nexactly8      1\n";
        assert_eq!(grid.lines(cells(rows)), expected);
        let one_by_one: String = cells(rows).into_iter().map(|row| grid.lines([row])).collect();
        assert_eq!(one_by_one, expected);
    }

    #[test]
    fn a_long_word_breaks_and_wide_letters_keep_to_the_width() {
        let grid = grid(&[("", false, Room::AtLeast(4)), ("", false, Room::Any)], CLOSE);
        let laid = grid.laid_out(cells(&[&["日本語日本語日本語", &"x".repeat(50)]]), 30);
        let lines = shown(&laid);
        assert!(lines.len() > 1 && lines.iter().all(|line| crate::document::wrap::columns(line) <= 30), "{lines:?}");
        assert_eq!(lines.concat().matches('x').count(), 50);
    }
}
