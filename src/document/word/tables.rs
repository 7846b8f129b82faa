//! Tables of a Word file: those of the document, names and what they stand for, and the pictures that are rows of bars
//! or cells.

use super::art::{Artwork, Fill};
use super::flow::Flow;
use super::ink::{self, ACCENT, EDGE, MIDDLE};
use super::piece::{WordParagraph, WordPiece, WordRow, WordRun, WordTable};
use super::widths::{Wish, shared, wishes};
use crate::document::drawing;
use crate::document::{
    Axis, Cell, ColumnKind, Curve, CurvePoint, Drawing, Facing, Fact, Figure, Heat, Matrix, Radar, Row, RowKind, Table,
    Waterfall,
};
use crate::words::Clean;
use crate::words::clean::Trusted;

/// A cell: what is behind its words, and what stands in it.
type Filled = (Option<&'static str>, Vec<WordParagraph>);

/// The most room that names of facts get, in hundredths of the whole.
const NAMES: usize = 30;

/// The width of a radar, in twentieths of a point: 78 mm.
const RADAR: usize = 4_422;

impl<'d> Flow<'d> {
    /// A table with what its bars stand for.
    pub fn table(&mut self, table: &'d Table) {
        let (lengths, room) = (self.lengths, self.lengths.room());
        let widths = shared(&wishes(table, lengths.table_letters, lengths.padding[1], room), room);
        let head = table.columns.iter().map(|column| {
            let words = WordRun::words(None, column.title.clone());
            (None, vec![WordParagraph::new("TableHead", vec![words]).at_right(column.kind == ColumnKind::Number)])
        });
        let mut rows = vec![WordRow { is_head: true, cells: head.collect() }];
        rows.extend(table.rows.iter().map(|row| self.row(row, table, &widths)));
        self.put_table("Figures", &table.caption, widths, rows);
        if let Some(legend) = &table.legend {
            let height = self.lengths.bar;
            let mut runs = Vec::new();
            for (part, name) in legend.iter().enumerate() {
                runs.push(self.art(Artwork::swatch(part, name, height)));
                runs.push(WordRun::words(None, " ".and(name).and("    ")));
            }
            self.push(WordParagraph::new("Legend", runs));
        }
    }

    fn row(&mut self, row: &'d Row, table: &Table, widths: &[usize]) -> WordRow {
        let is_sum = matches!(row.kind, RowKind::Group | RowKind::Total);
        let cells = row.cells.iter().enumerate().map(|(at, cell)| {
            let is_number = table.columns.get(at).is_some_and(|column| column.kind == ColumnKind::Number);
            let style = match row.kind {
                RowKind::Group | RowKind::Total => "TableSum",
                RowKind::Member if at == 0 => "TableMember",
                RowKind::Member | RowKind::Plain => "TableText",
            };
            let room = widths.get(at).copied().unwrap_or_default().saturating_sub(2 * self.lengths.padding[1]);
            let runs = match cell {
                Cell::Text(text) => self.with_codes(text, "TableCode"),
                Cell::Bar(bar) => {
                    Artwork::stack(bar, room, self.lengths.bar).into_iter().map(|art| self.art(art)).collect()
                }
                Cell::Balance(balance) => vec![self.art(Artwork::lean(balance, room, self.lengths.bar))],
            };
            (is_sum.then_some(ink::RAISED), vec![WordParagraph::new(style, runs).at_right(is_number)])
        });
        WordRow { is_head: false, cells: cells.collect() }
    }

    /// Names and what they stand for; of a record, all on one page if they have room.
    pub fn facts(&mut self, facts: &'d [Fact], of_record: bool) {
        let (lengths, room) = (self.lengths, self.lengths.room());
        let names = facts.iter().map(|fact| Wish::of(&fact.name, lengths.letters, lengths.padding[1]).most);
        let name = names.max().unwrap_or(0).min(room * NAMES / 100).max(1);
        let rows = facts.iter().enumerate().map(|(at, fact)| {
            let keeps = of_record && at + 1 < facts.len();
            let name = WordRun::words(None, fact.name.clone());
            let name = WordParagraph::new("FactName", vec![name]).kept(keeps);
            let text = WordParagraph::new("FactText", self.runs(&fact.text)).kept(keeps);
            WordRow { is_head: false, cells: vec![(None, vec![name]), (None, vec![text])] }
        });
        let rows = rows.collect();
        self.put_table("Facts", &Clean::default(), vec![name, room - name], rows);
    }

    /// A picture of rows, all on one page.
    fn put_drawn(&mut self, figure: &Figure, widths: Vec<usize>, mut rows: Vec<WordRow>) {
        let before_last = rows.len().saturating_sub(1);
        let cells = rows.iter_mut().take(before_last).flat_map(|row| &mut row.cells);
        cells.flat_map(|(_, paragraphs)| paragraphs).for_each(|paragraph| paragraph.keeps = true);
        self.put_table("Figures", &figure.title, widths, rows);
    }

    fn put_table(&mut self, style: &'static str, caption: &Clean, widths: Vec<usize>, rows: Vec<WordRow>) {
        self.pieces.push(WordPiece::Table(WordTable { style, caption: caption.clone(), widths, rows }));
        self.push(WordParagraph::new("AfterTable", Vec::new())); // two tables in a row would become one
    }

    /// A picture with its title above it.
    pub fn figure(&mut self, figure: &'d Figure) {
        let title = WordRun::words(None, figure.title.clone());
        let anchor = self.anchor(&figure.anchor);
        self.push(WordParagraph { anchor, ..WordParagraph::new("Caption", vec![title]).kept(true) });
        match &figure.drawing {
            Drawing::Radar(radar) => self.radar(figure, radar),
            Drawing::Matrix(matrix) => self.matrix(figure, matrix),
            Drawing::Facing(facing) => self.facing(figure, facing),
            Drawing::Waterfall(waterfall) => self.waterfall(figure, waterfall),
            Drawing::Curve(curve) => self.curve(figure, curve),
        }
    }

    fn radar(&mut self, figure: &Figure, radar: &Radar) {
        let picture = Artwork::radar(radar, &figure.text, RADAR);
        let named = |axis: &Axis| (axis.name.clone(), Clean::joined(&axis.shown, " / "));
        self.numbered(figure, picture, &radar.series, radar.axes.iter().map(named).collect());
    }

    fn curve(&mut self, figure: &Figure, curve: &Curve) {
        let picture = Artwork::curve(curve, &figure.text, RADAR);
        let named =
            |point: &CurvePoint| (point.name.clone(), Clean::joined(point.shown.iter().chain([&point.tag.1]), " / "));
        self.numbered(figure, picture, &curve.series, curve.points.iter().map(named).collect());
    }

    /// A picture with numbers in it, and beside it what its lines and its numbers stand for.
    fn numbered(&mut self, figure: &Figure, picture: Artwork, series: &[Clean; 2], numbers: Vec<(Clean, Clean)>) {
        let picture = self.art(picture);
        let height = self.lengths.bar;
        let mut beside = Vec::new();
        for (name, is_inner) in series.iter().zip([true, false]) {
            let swatch = self.art(Artwork::radar_swatch(is_inner, name, height));
            beside.push(WordParagraph::new("Legend", vec![swatch, WordRun::words(None, " ".and(name))]));
        }
        let list = Some(self.next_order());
        beside.extend(numbers.into_iter().map(|(name, shown)| {
            let runs = [WordRun::words(None, name.and(" ")), WordRun::words(Some("Faint"), shown)];
            WordParagraph { list, ..WordParagraph::new("ListNumber", runs.to_vec()) }
        }));
        let left = RADAR + 2 * self.lengths.padding[1];
        let cells = vec![(None, vec![WordParagraph::new("TableText", vec![picture])]), (None, beside)];
        let widths = vec![left, self.lengths.room().saturating_sub(left).max(1)];
        self.put_table("Facts", &figure.title, widths, vec![WordRow { is_head: false, cells }]);
    }

    fn matrix(&mut self, figure: &Figure, matrix: &Matrix) {
        let head = |words: &Clean| -> Filled {
            (None, vec![WordParagraph::new("TableHead", vec![WordRun::words(None, words.clone())])])
        };
        let corner = head(&Clean::joined(&matrix.axes, " / "));
        let mut rows = vec![WordRow {
            is_head: true,
            cells: std::iter::once(corner).chain(matrix.columns.iter().map(head)).collect(),
        }];
        for (at, (name, cells)) in matrix.rows.iter().zip(&matrix.cells).enumerate() {
            let name = vec![WordParagraph::new("TableSum", vec![WordRun::words(None, name.clone())])];
            let cells = cells.iter().enumerate().map(|(column, (tone, words))| {
                let marks = matrix.marks.iter().filter(|mark| (mark.row, mark.column) == (at, column));
                let marks = Clean::joined(marks.map(|mark| &mark.name), ", ");
                let marks = if marks.is_empty() { marks } else { " ◆ ".and(marks) };
                let words = WordRun::words(ink::letters(crate::document::Style::Tag(*tone)), words.clone().and(marks));
                (Some(ink::ground(*tone)), vec![WordParagraph::new("TableText", vec![words])])
            });
            let cells = std::iter::once((None, name)).chain(cells);
            let sum = matrix.heat.iter().map(|heat| sum(heat.of_row(at)));
            rows.push(WordRow { is_head: false, cells: cells.chain(sum).collect() });
        }
        if let (Some(heat), Some(head_row)) = (&matrix.heat, rows.first_mut()) {
            head_row.cells.push(head(&heat.sum));
            let name = vec![WordParagraph::new("TableSum", vec![WordRun::words(None, heat.sum.clone())])];
            let sums = (0..matrix.columns.len()).map(|column| heat.of_column(column)).chain([heat.all()]).map(sum);
            rows.push(WordRow { is_head: false, cells: std::iter::once((None, name)).chain(sums).collect() });
        }
        let columns = matrix.columns.len() + 1 + matrix.heat.iter().count();
        let width = self.lengths.room() / columns;
        self.put_drawn(figure, vec![width; columns], rows);
        if matrix.heat.is_none() {
            self.push(WordParagraph::new("Normal", vec![WordRun::words(None, figure.text.clone())]));
        }
    }

    fn facing(&mut self, figure: &Figure, facing: &Facing) {
        let room = self.lengths.room();
        let [number, bar] = [room * 9 / 100, room * 26 / 100];
        let widths = vec![room - 2 * (number + bar), number, bar, bar, number];
        let drawn = bar - 2 * self.lengths.padding[1];
        let [left, right] = &facing.sides;
        let head = ["".clean(), "".clean(), left.clone(), right.clone(), "".clean()];
        let mut rows = vec![heads(&head, &[2])];
        for axis in &facing.rows {
            let mut side = |at: usize, fill: Fill| {
                let length = drawn * usize::try_from(axis.values[at].min(1_000)).unwrap_or(0) / 1_000;
                let size = [length, self.lengths.bar];
                let art = (length > 0).then(|| Artwork::stretch(&axis.shown[at], [0, 1, 1], fill, size));
                art.into_iter().map(|art| self.art(art)).collect::<Vec<_>>()
            };
            let bars = [side(0, Fill::Solid(ACCENT)), side(1, Fill::Solid(MIDDLE))];
            let [a, b] = bars.map(|runs| WordParagraph::new("TableText", runs));
            let words = |words: &Clean| WordParagraph::new("TableText", vec![WordRun::words(None, words.clone())]);
            let [from, to] = &axis.shown;
            let cells = [words(&axis.name), words(from), a.at_right(true), b, words(to).at_right(true)];
            rows.push(WordRow { is_head: false, cells: cells.map(|cell| (None, vec![cell])).to_vec() });
        }
        self.put_drawn(figure, widths, rows);
    }

    fn waterfall(&mut self, figure: &Figure, waterfall: &Waterfall) {
        let room = self.lengths.room();
        let [bar, number] = [room * 50 / 100, room * 10 / 100];
        let widths = vec![room - bar - number, bar, number];
        let size = [bar - 2 * self.lengths.padding[1], self.lengths.bar];
        let rows = drawing::steps(waterfall).into_iter().map(|step| {
            let fill = match step.class {
                "end" => Fill::Solid(EDGE),
                "down" => Fill::Solid(MIDDLE),
                _ => Fill::Solid(ACCENT),
            };
            let stretch = [step.left, step.left + step.width, drawing::STEPS_WIDTH];
            let label = Clean::joined([&step.name, &step.shown].into_iter().filter(|words| !words.is_empty()), " ");
            let art = self.art(Artwork::stretch(&label, stretch, fill, size));
            let words = |words: Clean| WordParagraph::new("TableText", vec![WordRun::words(None, words)]);
            let bar = WordParagraph::new("TableText", vec![art]);
            let cells = [words(step.name), bar, words(step.shown).at_right(true)];
            WordRow { is_head: false, cells: cells.map(|cell| (None, vec![cell])).to_vec() }
        });
        let rows = rows.collect();
        self.put_drawn(figure, widths, rows);
    }
}

/// The heads of columns, some of them at the right.
fn heads(words: &[Clean], right: &[usize]) -> WordRow {
    let cells = words.iter().enumerate().map(|(at, words)| {
        let paragraph = WordParagraph::new("TableHead", vec![WordRun::words(None, words.clone())]);
        (None, vec![paragraph.at_right(right.contains(&at))])
    });
    WordRow { is_head: true, cells: cells.collect() }
}

/// A sum of counts.
fn sum(count: usize) -> Filled {
    (Some(ink::RAISED), vec![WordParagraph::new("TableSum", vec![WordRun::words(None, Heat::shown(count))])])
}
