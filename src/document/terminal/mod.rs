//! A document on the terminal: the same parts as on paper, as lines of a width.

mod table;
mod words;

use words::pieces;

use super::canvas::{Canvas, Piece};
use super::markdown::as_table;
use super::wrap::{columns, padded};
use super::{Block, Document, Drawing, Fact, Figure, Layout, Record, Style, Table, Text, Tone, Verdict};
use crate::words::clean::{Clean, Trusted};

/// Blanks before everything but headings.
const MARGIN: usize = 2;

/// Blanks before a line that goes on, at least. A verdict begins a line further out: no word of a text that is broken
/// can stand where one could be.
const GOES_ON: usize = 4;

/// The document, for so many columns, with a final line break.
pub fn render(document: &Document, width: usize, colour: bool) -> String {
    let mut screen = TerminalPage::new(document, width, colour);
    let usual = if screen.names.is_some() { Style::Plain } else { Style::Strong };
    screen.canvas.paragraph(0, GOES_ON, &pieces(&document.title, usual));
    screen.blocks(&document.blocks);
    screen.canvas.finish()
}

struct TerminalPage {
    canvas: Canvas,
    layout: Layout,
    /// On a screen, how wide the column of the names of facts is.
    names: Option<usize>,
}

impl TerminalPage {
    fn new(document: &Document, width: usize, colour: bool) -> TerminalPage {
        let is_screen = matches!(document.layout, Layout::Screen { .. });
        let widest = document.blocks.iter().filter_map(widest_name).max();
        let names = is_screen.then(|| widest.unwrap_or(0) + 2);
        TerminalPage { canvas: Canvas::new(width, colour), layout: document.layout, names }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            if at > 0 && self.sets_off(&blocks[at - 1], block) {
                self.canvas.blank();
            }
            self.block(block);
        }
    }

    /// Whether an empty line stands between two blocks.
    fn sets_off(&self, above: &Block, below: &Block) -> bool {
        match self.layout {
            Layout::Screen { spaced: false } => false,
            Layout::Screen { spaced: true } => {
                matches!(above, Block::Table(_) | Block::List(_) | Block::Records(_) | Block::Section(_))
                    || matches!((above, below), (Block::Facts(_), Block::Paragraph(_)))
                    || matches!(below, Block::Verdict(_) | Block::Table(_))
            }
            Layout::Report | Layout::Page | Layout::Letter => matches!(below, Block::Table(_)),
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Section(section) => {
                self.canvas.blank();
                self.canvas.paragraph(0, GOES_ON, &pieces(&section.title, Style::Strong));
                self.blocks(&section.blocks);
            }
            Block::Paragraph(text) => self.canvas.paragraph(MARGIN, GOES_ON, &pieces(text, Style::Plain)),
            Block::Notice(text) => {
                let marked = Text::plain("! ").then(text.clone());
                self.canvas.paragraph(2, 4, &pieces(&marked, Style::Tag(Tone::Careful)));
            }
            Block::Verdict(verdict) => match self.names {
                Some(column) => self.verdict_beside(column, verdict),
                None => self.verdict(verdict),
            },
            Block::List(items) => items.iter().for_each(|item| self.item("· ", item)),
            Block::Steps(items) => {
                items.iter().enumerate().for_each(|(at, item)| self.item((at + 1).and(". "), item));
            }
            Block::Facts(facts) => match self.names {
                Some(column) => {
                    facts.iter().for_each(|fact| self.beside(column, &fact.name, pieces(&fact.text, Style::Plain)));
                }
                None => self.facts(facts, MARGIN),
            },
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Records(records) => records.iter().for_each(|record| self.record(record)),
        }
    }

    fn item(&mut self, mark: impl Trusted, item: &Text) {
        let mark = mark.clean();
        let behind = GOES_ON.max(MARGIN + mark.chars().count());
        let marked = Text::plain(mark).then(item.clone());
        self.canvas.paragraph(2, behind, &pieces(&marked, Style::Plain));
    }

    fn facts(&mut self, facts: &[Fact], indent: usize) {
        for fact in facts {
            if fact.name.is_empty() {
                self.canvas.paragraph(indent + 2, indent + 4, &pieces(&fact.text, Style::Plain));
                continue;
            }
            let text =
                Text::default().styled(Style::Faint, &fact.name).styled(Style::Faint, ": ").then(fact.text.clone());
            self.canvas.paragraph(indent, indent + 2, &pieces(&text, Style::Plain));
        }
    }

    /// A name in a column of its own, and beside it what it stands for.
    fn beside(&mut self, column: usize, name: &Clean, words: Vec<Piece>) {
        let text = MARGIN + column;
        if name.is_empty() {
            return self.canvas.paragraph(text, text, &words);
        }
        let mut line = vec![(Style::Strong, padded(name, column))];
        line.extend(words);
        self.canvas.paragraph(MARGIN, text, &line);
    }

    fn verdict_beside(&mut self, column: usize, verdict: &Verdict) {
        let outlook = Text::joined(verdict.outlook.iter().cloned(), " · ").words();
        let value = (Style::Tag(verdict.tone), verdict.value.clone());
        self.beside(column, &verdict.label, vec![value, (Style::Faint, "   ".and(outlook))]);
    }

    fn verdict(&mut self, verdict: &Verdict) {
        self.canvas.blank();
        let head = Text::plain(&verdict.label).and(" ").then(Text::tag(verdict.tone, &verdict.value));
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
        table::draw(table, self.layout, &mut self.canvas);
    }
}

/// How wide the widest name of facts is.
fn widest_name(block: &Block) -> Option<usize> {
    match block {
        Block::Facts(facts) => facts.iter().map(|fact| columns(&fact.name)).max(),
        Block::Verdict(verdict) => Some(columns(&verdict.label)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Column, Matrix, Radar, Row, Section};
    use crate::words::Lang;
    use crate::words::clean::one_line;

    const LONG: &str = "it goes on for longer than forty columns and is broken at a blank";
    const WIDE: &str = "日本語日本語日本語日本語日本語日本語";
    const SPACED: Layout = Layout::Screen { spaced: true };

    fn shown(layout: Layout, width: usize, blocks: Vec<Block>) -> String {
        let document = Document { lang: Lang::En, layout, title: "Title".into(), blocks };
        let shown = render(&document, width, false);
        assert!(shown.lines().all(|line| columns(line) <= width), "{width}:\n{shown}");
        shown.strip_prefix("Title\n").map(str::to_owned).unwrap_or(shown)
    }

    fn both(block: &Block) -> [String; 2] {
        [80, 40].map(|width| shown(Layout::Report, width, vec![block.clone()]))
    }

    fn facts(facts: &[(&'static str, &'static str)]) -> Block {
        Block::Facts(facts.iter().map(|(name, text)| Fact::new(*name, *text)).collect())
    }

    fn verdict() -> Block {
        let outlook = vec![Text::plain("if proved: low"), Text::plain("if answered: medium")];
        Block::Verdict(Verdict { tone: Tone::Bad, label: "RISK".clean(), value: "HIGH".clean(), outlook })
    }

    #[test]
    fn paragraphs_notices_and_items_go_on_under_their_text() {
        let [wide, narrow] = both(&Block::Paragraph(LONG.into()));
        assert_eq!(wide, format!("  {LONG}\n"));
        assert_eq!(narrow, "  it goes on for longer than forty\n    columns and is broken at a blank\n");
        let [wide, narrow] = both(&Block::Notice(LONG.into()));
        assert_eq!(wide, format!("  ! {LONG}\n"));
        assert_eq!(narrow, "  ! it goes on for longer than forty\n    columns and is broken at a blank\n");
        let items = || vec![Text::plain("one"), Text::plain(LONG)];
        let [wide, narrow] = both(&Block::List(items()));
        assert_eq!(wide, format!("  · one\n  · {LONG}\n"));
        assert_eq!(narrow, "  · one\n  · it goes on for longer than forty\n    columns and is broken at a blank\n");
        let [_, narrow] = both(&Block::Steps(items()));
        assert_eq!(narrow, "  1. one\n  2. it goes on for longer than forty\n     columns and is broken at a blank\n");
    }

    #[test]
    fn sections_and_records_begin_behind_an_empty_line() {
        let inner = vec![facts(&[("Answer", LONG)])];
        let section = Section::block("a", Text::plain("Heading"), inner);
        let [wide, narrow] = both(&section);
        assert_eq!(wide, format!("\nHeading\n  Answer: {LONG}\n"));
        assert_eq!(
            narrow,
            "\nHeading\n  Answer: it goes on for longer than\n    forty columns and is broken at a\n    blank\n"
        );
        let fact = Fact::new("Answer", Text::plain(LONG));
        let record = |aside: &'static str| Record {
            anchor: "r".clean(),
            head: Text::code("access.mfa").and(" Where?"),
            aside: Text::plain(aside),
            facts: vec![fact.clone()],
        };
        let [wide, narrow] = both(&Block::Records(vec![record(""), record("1.2 of 1.9")]));
        let answer = format!("    Answer: {LONG}\n");
        assert_eq!(wide, format!("\n  access.mfa Where?\n{answer}\n  access.mfa Where?\n    1.2 of 1.9\n{answer}"));
        let answer = "    Answer: it goes on for longer than\n      forty columns and is broken at a\n      blank\n";
        assert_eq!(narrow, format!("\n  access.mfa Where?\n{answer}\n  access.mfa Where?\n    1.2 of 1.9\n{answer}"));
    }

    #[test]
    fn facts_without_a_name_are_set_in_under_what_they_belong_to() {
        let facts = vec![Fact::new("", LONG), Fact::new("", "no"), Fact::new("Help", "so")];
        let record = Record { anchor: "r".clean(), head: "Head".into(), aside: "Which?".into(), facts };
        let records = || vec![Block::Records(vec![record.clone()])];
        let set_in = "      it goes on for longer than forty\n        columns and is broken at a blank\n      no\n";
        let expected = format!("\n  Head\n    Which?\n{set_in}    Help: so\n");
        for layout in [Layout::Report, SPACED] {
            assert_eq!(shown(layout, 40, records()), expected);
        }
    }

    #[test]
    fn a_verdict_stands_by_itself_in_a_document_and_in_a_line_on_a_screen() {
        let [wide, narrow] = both(&verdict());
        assert_eq!([&wide, &narrow], ["\n  RISK HIGH\n  if proved: low\n  if answered: medium\n\n"; 2]);
        let line = "\n  RISK  HIGH   if proved: low · if answered: medium\n";
        assert_eq!(shown(SPACED, 80, vec![Block::Paragraph(Text::plain("x")), verdict()]), format!("  x\n{line}"));
        let broken = "  RISK  HIGH   if proved: low · if\n        answered: medium\n";
        assert_eq!(shown(SPACED, 40, vec![verdict()]), broken);
    }

    #[test]
    fn names_of_facts_have_a_column_of_their_own_on_a_screen() {
        let blocks = || vec![facts(&[("because", LONG), ("", "a second reason")]), facts(&[("日本", "wide")])];
        let wide = format!("  because  {LONG}\n           a second reason\n  日本     wide\n");
        assert_eq!(shown(SPACED, 80, blocks()), wide);
        let narrow = "  because  it goes on for longer than\n           forty columns and is broken\n           at a \
                      blank\n           a second reason\n  日本     wide\n";
        assert_eq!(shown(SPACED, 40, blocks()), narrow);
    }

    #[test]
    fn empty_lines_set_the_parts_of_a_screen_off_where_there_is_room_for_them() {
        let table = Table { caption: Clean::default(), columns: vec![Column::words("T")], rows: vec![], legend: None };
        let list = || Block::List(vec![Text::plain("item")]);
        let end = || Block::Paragraph(Text::plain("end"));
        let blocks = || {
            vec![
                verdict(),
                facts(&[("a", "b")]),
                Block::Table(table.clone()),
                facts(&[("c", "d")]),
                list(),
                facts(&[("e", "f")]),
                end(),
            ]
        };
        let lines = |spaced: bool| {
            let shown = shown(Layout::Screen { spaced }, 80, blocks());
            shown.lines().map(|line| line.trim().chars().next().unwrap_or('_')).collect::<String>()
        };
        assert_eq!([lines(true), lines(false)], ["Ra_T_c·_e_e", "RaTc·ee"]);
    }

    #[test]
    fn wide_letters_and_long_words_keep_to_the_width() {
        for words in [WIDE, &"x".repeat(200), &format!("{WIDE} and {}", "y".repeat(90))] {
            let words = one_line(words);
            let text = || Text::plain(&words);
            let record =
                Record { anchor: "r".clean(), head: text(), aside: text(), facts: vec![Fact::new(&words, text())] };
            let row = Row::plain(vec![text().into(), text().into()]);
            let columns = vec![Column::words("A"), Column::words(&words)];
            let table = Table { caption: Clean::default(), columns, rows: vec![row], legend: None };
            let fact = || Block::Facts(vec![Fact::new("name", text())]);
            let blocks = vec![Block::Paragraph(text()), Block::Notice(text()), Block::List(vec![text()]), fact()];
            let rest = vec![Block::Steps(vec![text()]), Block::Records(vec![record]), Block::Table(table)];
            for (layout, width) in [(Layout::Report, 80), (Layout::Report, 40), (SPACED, 80), (SPACED, 40)] {
                let all = shown(layout, width, [blocks.clone(), rest.clone()].concat());
                let kept = |letter: char| all.matches(letter).count() % words.matches(letter).count().max(1);
                assert_eq!([kept('x'), kept('y'), kept('語')], [0; 3], "nothing is cut off\n{all}");
            }
        }
    }

    #[test]
    fn a_matrix_is_a_table_and_the_numbers_of_a_radar_stand_beside_it() {
        let figure = |drawing: Drawing| {
            let named = Clean::default;
            Block::Figure(Figure { anchor: named(), title: named(), text: named(), drawing })
        };
        let name = |words: &'static str| words.clean();
        let matrix = Matrix {
            axes: [name("Stake"), name("Protection")],
            rows: vec![name("high")],
            columns: vec![name("strong")],
            cells: vec![vec![(Tone::Careful, name("medium"))]],
            marks: Vec::new(),
            heat: None,
        };
        let [wide, narrow] = both(&figure(Drawing::Matrix(matrix)));
        assert_eq!([&wide, &narrow], [" Stake / Protection  strong\n high                medium\n"; 2]);
        let counted = Matrix::of_counts(
            [name("Stake"), name("Risk")],
            vec![name("high"), name("low")],
            vec![(Tone::Worst, name("critical")), (Tone::Good, name("low"))],
            name("All"),
            vec![vec![3, 0], vec![1, 12]],
        );
        let [wide, narrow] = both(&figure(Drawing::Matrix(counted)));
        let expected = " Stake / Risk  critical  low  All\n high                 3    ·    3\n \
                        low                  1   12   13\n All                  4   12   16\n";
        assert_eq!([&wide, &narrow], [expected; 2]);
        let radar = Radar { series: [name("a"), name("b")], axes: Vec::new() };
        assert_eq!(both(&figure(Drawing::Radar(radar))), ["", ""]);
    }
}
