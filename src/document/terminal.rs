//! A document on the terminal: the same parts as on paper, as lines of a width.

use comfy_table::{
    Cell as TableCell, CellAlignment, ColumnConstraint, ContentArrangement, Table as Grid, Width, presets,
};

use super::bars::{drawn, leaning};
use super::canvas::{Canvas, Ink, Piece};
use super::markdown::as_table;
use super::wrap::columns;
use super::{
    Block, Cell, Column, ColumnKind, Document, Drawing, Fact, Figure, Record, Row, RowKind, Span, Style, Table, Text,
    Tone, Verdict,
};

/// Blanks around the text of a cell.
const PADDING: usize = 2;

/// The document, for so many columns, with a final line break.
pub fn render(document: &Document, width: usize, colour: bool) -> String {
    let mut screen = Screen { canvas: Canvas::new(width, colour) };
    screen.canvas.paragraph(0, 0, &pieces(&document.title, Ink::Strong));
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
                self.canvas.paragraph(0, 0, &pieces(&section.title, Ink::Strong));
                self.blocks(&section.blocks);
            }
            Block::Paragraph(text) => self.canvas.paragraph(2, 2, &pieces(text, Ink::Plain)),
            Block::Notice(text) => {
                let marked = Text::plain("! ").then(text.clone());
                self.canvas.paragraph(2, 4, &pieces(&marked, Ink::Careful));
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
        self.canvas.paragraph(2, 2 + mark.chars().count(), &pieces(&marked, Ink::Plain));
    }

    fn facts(&mut self, facts: &[Fact], indent: usize) {
        for fact in facts {
            let text = Text::default().styled(Style::Faint, format!("{}: ", fact.name)).then(fact.text.clone());
            self.canvas.paragraph(indent, indent + 2, &pieces(&text, Ink::Plain));
        }
    }

    fn verdict(&mut self, verdict: &Verdict) {
        self.canvas.blank();
        let head = Text::plain(format!("{}  ", verdict.label)).then(Text::tag(verdict.tone, &verdict.value));
        self.canvas.paragraph(2, 4, &pieces(&head, Ink::Strong));
        verdict.outlook.iter().for_each(|text| self.item("", text));
        self.canvas.blank();
    }

    fn record(&mut self, record: &Record) {
        self.canvas.blank();
        self.canvas.paragraph(2, 4, &pieces(&record.head, Ink::Strong));
        if !record.aside.is_empty() {
            self.canvas.paragraph(4, 4, &pieces(&record.aside, Ink::Plain));
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
        let mut grid = Grid::new();
        grid.load_style(presets::NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
        grid.set_width(u16::try_from(self.canvas.width()).unwrap_or(80));
        grid.set_header(table.columns.iter().map(|column| column.title.clone()));
        for row in &table.rows {
            grid.add_row(row.cells.iter().enumerate().map(|(at, cell)| TableCell::new(words(cell, row, at))));
        }
        let fitting = fitting(table, self.canvas.width());
        for (at, (column, asked)) in grid.column_iter_mut().zip(&table.columns).enumerate() {
            if asked.kind == ColumnKind::Number {
                column.set_cell_alignment(CellAlignment::Right);
            }
            if let Some(widths) = &fitting {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(fixed(widths[at]))));
            } else if at == 0 {
                let least = widest_word(table, self.canvas.width());
                column.set_constraint(ColumnConstraint::LowerBoundary(Width::Fixed(fixed(least))));
            }
        }
        self.canvas.table(&grid.to_string());
    }
}

/// The width of a column as tables know it.
fn fixed(width: usize) -> u16 {
    u16::try_from(width).unwrap_or(u16::MAX)
}

/// The width that the words and ids in the first column need to stay whole, but no more than two fifths of the whole.
fn widest_word(table: &Table, width: usize) -> usize {
    let first = table.rows.iter().filter_map(|row| row.cells.first().map(|cell| words(cell, row, 1)));
    let widest = first.filter_map(|text| text.split_whitespace().map(columns).max()).max();
    widest.unwrap_or(0).min(width * 2 / 5) + PADDING
}

/// The widths of the columns of a table whose first names the rows and whose others hold numbers and bars. Where it is
/// too wide as it is, these get no more than their numbers and the words of their heads need, and the names the rest.
/// `None` for any other table, and where that leaves too little for the names.
fn fitting(table: &Table, width: usize) -> Option<Vec<usize>> {
    let is_narrow = |column: &Column| matches!(column.kind, ColumnKind::Number | ColumnKind::Bar);
    if !table.columns.iter().skip(1).all(is_narrow) {
        return None;
    }
    let widest =
        |at: usize| table.rows.iter().filter_map(|row| Some(columns(&words(row.cells.get(at)?, row, at)))).max();
    let head = |column: &Column| column.title.split_whitespace().map(columns).max();
    let natural =
        |at: usize| widest(at).max(table.columns.get(at).map(|column| columns(&column.title))).unwrap_or(0) + PADDING;
    let all: Vec<usize> = (0..table.columns.len()).map(natural).collect();
    if all.iter().sum::<usize>() <= width {
        return Some(all);
    }
    let others = table.columns.iter().enumerate().skip(1);
    let others: Vec<usize> = others.map(|(at, column)| widest(at).max(head(column)).unwrap_or(0) + PADDING).collect();
    let first = natural(0).min(width.checked_sub(others.iter().sum())?);
    (first >= widest_word(table, width)).then(|| [vec![first], others].concat())
}

/// What stands in a cell of the terminal's table.
fn words(cell: &Cell, row: &Row, at: usize) -> String {
    let indent = if at == 0 && row.kind == RowKind::Member { "  " } else { "" };
    match cell {
        Cell::Text(text) => format!("{indent}{}", text.words()),
        Cell::Bar(bar) => drawn(bar),
        Cell::Balance(balance) => leaning(balance),
    }
}

fn pieces(text: &Text, usual: Ink) -> Vec<Piece> {
    text.0.iter().map(|span| (ink(span, usual), marked(span))).collect()
}

/// What is gone and what is new is told apart without colour, too.
fn marked(span: &Span) -> String {
    match span.style {
        Style::Removed => format!("[-{}-]", span.words),
        Style::Added => format!("{{+{}+}}", span.words),
        _ => span.words.clone(),
    }
}

fn ink(span: &Span, usual: Ink) -> Ink {
    match span.style {
        Style::Plain | Style::Quoted => usual,
        Style::Strong | Style::Code => Ink::Strong,
        Style::Faint => Ink::Faint,
        Style::Added | Style::Tag(Tone::Good) => Ink::Good,
        Style::Tag(Tone::Careful) => Ink::Careful,
        Style::Removed | Style::Tag(Tone::Bad | Tone::Worst) => Ink::Bad,
        Style::Tag(Tone::Plain) => Ink::Strong,
    }
}
