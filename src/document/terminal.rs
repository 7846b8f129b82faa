//! A document on the terminal: the same parts as on paper, as lines of a width.

use super::bars::{drawn, leaning};
use super::canvas::{Canvas, Piece};
use super::grid::{FIRM_BLANK, Grid, Lane, Room, Spacing};
use super::markdown::as_table;
use super::wrap::columns;
use super::{
    Block, Cell, Column, ColumnKind, Document, Drawing, Fact, Figure, Record, Row, RowKind, Span, Style, Table, Text,
    Tone, Verdict,
};

/// How far the columns of a table stand apart.
const SPACING: Spacing = Spacing { indent: 1, gap: 2, end: 1 };

/// The document, for so many columns, with a final line break.
pub fn render(document: &Document, width: usize, colour: bool) -> String {
    let mut screen = Screen { canvas: Canvas::new(width, colour) };
    screen.canvas.paragraph(0, 0, &pieces(&document.title, Style::Strong));
    screen.blocks(&document.blocks);
    screen.canvas.finish()
}

struct Screen {
    canvas: Canvas,
}

impl Screen {
    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 && matches!(block, Block::Table(_)) {
                self.canvas.blank();
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Section(section) => {
                self.canvas.blank();
                self.canvas.paragraph(0, 0, &pieces(&section.title, Style::Strong));
                self.blocks(&section.blocks);
            }
            Block::Paragraph(text) => self.canvas.paragraph(2, 2, &pieces(text, Style::Plain)),
            Block::Notice(text) => {
                let marked = Text::plain("! ").then(text.clone());
                self.canvas.paragraph(2, 4, &pieces(&marked, Style::Tag(Tone::Careful)));
            }
            Block::Verdict(verdict) => self.verdict(verdict),
            Block::List(items) => items.iter().for_each(|item| self.item("· ", item)),
            Block::Steps(items) => {
                items.iter().enumerate().for_each(|(at, item)| self.item(&format!("{}. ", at + 1), item));
            }
            Block::Facts(facts) => self.facts(facts, 2),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Records(records) => records.iter().for_each(|record| self.record(record)),
        }
    }

    fn item(&mut self, mark: &str, item: &Text) {
        let marked = Text::plain(mark).then(item.clone());
        self.canvas.paragraph(2, 2 + mark.chars().count(), &pieces(&marked, Style::Plain));
    }

    fn facts(&mut self, facts: &[Fact], indent: usize) {
        for fact in facts {
            let text = Text::default().styled(Style::Faint, format!("{}: ", fact.name)).then(fact.text.clone());
            self.canvas.paragraph(indent, indent + 2, &pieces(&text, Style::Plain));
        }
    }

    fn verdict(&mut self, verdict: &Verdict) {
        self.canvas.blank();
        let head = Text::plain(format!("{}  ", verdict.label)).then(Text::tag(verdict.tone, &verdict.value));
        self.canvas.paragraph(2, 4, &pieces(&head, Style::Strong));
        verdict.outlook.iter().for_each(|text| self.item("", text));
        self.canvas.blank();
    }

    fn record(&mut self, record: &Record) {
        self.canvas.blank();
        self.canvas.paragraph(2, 4, &pieces(&record.head, Style::Strong));
        if !record.aside.is_empty() {
            self.canvas.paragraph(4, 4, &pieces(&record.aside, Style::Plain));
        }
        self.facts(&record.facts, 4);
    }

    /// The numbers of a picture stand in a table beside it; a matrix is a table itself.
    fn figure(&mut self, figure: &Figure) {
        if let Drawing::Matrix(matrix) = &figure.drawing {
            self.table(&as_table(matrix));
        }
    }

    fn table(&mut self, table: &Table) {
        let width = self.canvas.width();
        let grid = Grid { lanes: lanes(table, width), spacing: SPACING };
        let laid = grid.laid_out(table.rows.iter().map(|row| words(row).collect()), width);
        let has_heads = grid.lanes.iter().any(|lane| !lane.head.is_empty());
        let heads = || grid.lanes.iter().map(|lane| vec![(Style::Strong, lane.head.clone())]).collect::<Vec<_>>();
        let rows = table.rows.iter().map(|row| row.cells.iter().map(in_pieces).collect::<Vec<_>>());
        let cells = has_heads.then(heads).into_iter().chain(rows);
        laid.iter().zip(cells).for_each(|(row, cells)| self.canvas.row(row, &cells));
    }
}

/// The columns of a table, each with the room that it has.
fn lanes(table: &Table, width: usize) -> Vec<Lane> {
    let fitting = fitting(table, width);
    let room = |at: usize| match &fitting {
        Some(widths) => widths.get(at).map_or(Room::Any, |width| Room::Exactly(*width)),
        None if at == 0 => Room::AtLeast(widest_word(table, width)),
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

/// The width that the words and ids in the first column need to stay whole, but no more than two fifths of the whole.
fn widest_word(table: &Table, width: usize) -> usize {
    let first = table.rows.iter().filter_map(|row| words(row).next());
    let widest = first.filter_map(|text| text.split(' ').map(columns).max()).max();
    widest.unwrap_or(0).min(width * 2 / 5)
}

/// The widths of the columns of a table whose first names the rows and whose others hold numbers and bars. Where it is
/// too wide as it is, these get no more than their numbers and the words of their heads need, and the names the rest.
/// `None` for any other table, and where that leaves too little for the names.
fn fitting(table: &Table, width: usize) -> Option<Vec<usize>> {
    let is_narrow = |column: &Column| matches!(column.kind, ColumnKind::Number | ColumnKind::Bar);
    if !table.columns.iter().skip(1).all(is_narrow) {
        return None;
    }
    let room = width.checked_sub(SPACING.in_all(table.columns.len()))?;
    let widest = |at: usize| table.rows.iter().filter_map(|row| Some(columns(&words(row).nth(at)?))).max();
    let head = |column: &Column| column.title.split_whitespace().map(columns).max();
    let natural = |(at, column): (usize, &Column)| widest(at).unwrap_or(0).max(columns(&column.title));
    let all: Vec<usize> = table.columns.iter().enumerate().map(natural).collect();
    if all.iter().sum::<usize>() <= room {
        return Some(all);
    }
    let others = table.columns.iter().enumerate().skip(1);
    let others: Vec<usize> = others.map(|(at, column)| widest(at).max(head(column)).unwrap_or(0)).collect();
    let first = all.first()?.min(&room.checked_sub(others.iter().sum())?).to_owned();
    (first >= widest_word(table, width)).then(|| [vec![first], others].concat())
}

/// What stands in the cells of a row, the first set in where the row belongs to one above.
fn words(row: &Row) -> impl Iterator<Item = String> {
    let indent = if row.kind == RowKind::Member { 2 } else { 0 };
    row.cells.iter().enumerate().map(move |(at, cell)| {
        let indent = std::iter::repeat_n(FIRM_BLANK, if at == 0 { indent } else { 0 });
        indent.chain(in_pieces(cell).into_iter().map(|(_, words)| words).collect::<String>().chars()).collect()
    })
}

fn in_pieces(cell: &Cell) -> Vec<Piece> {
    match cell {
        Cell::Text(text) => pieces(text, Style::Plain),
        Cell::Bar(bar) => vec![(Style::Plain, drawn(bar))],
        Cell::Balance(balance) => vec![(Style::Plain, leaning(balance))],
    }
}

/// The pieces of a text; what is set as usual is set so.
fn pieces(text: &Text, usual: Style) -> Vec<Piece> {
    let style = |span: &Span| if matches!(span.style, Style::Plain | Style::Quoted) { usual } else { span.style };
    text.0.iter().map(|span| (style(span), marked(span))).collect()
}

/// What is gone and what is new is told apart without colour, too.
fn marked(span: &Span) -> String {
    match span.style {
        Style::Removed => format!("[-{}-]", span.words),
        Style::Added => format!("{{+{}+}}", span.words),
        _ => span.words.clone(),
    }
}
