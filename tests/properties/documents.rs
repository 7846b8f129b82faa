//! Whatever words stand in a document, they stay words: Markdown, HTML and Word are read back by parsers of their own, and
//! hold the same blocks with the same words as the document, and nothing else.

use duly::internal::document::{
    Balance, Bar, Block, Cell, Column, Document, Drawing, Fact, Figure, Layout, Mark, Matrix, Record, Row, RowKind,
    Section, Style, Table, Text, Tone, Verdict,
};
use duly::internal::document::{html, markdown, terminal, word};
use duly::internal::words::Lang;
use duly::internal::words::clean::{self, Trusted};
use proptest::prelude::*;

use super::{check, office, read_back};

/// What could be taken for markup, and what hides.
const TRAPS: [&str; 78] = [
    "*",
    "**",
    "_",
    "__",
    "`",
    "```",
    "~~",
    "$",
    "$$",
    "#",
    "##",
    "+",
    "-",
    "---",
    "=",
    "===",
    ">",
    "1.",
    "1)",
    "|",
    "|---|",
    "\\",
    "\\\\",
    "[",
    "](",
    "]",
    "(",
    ")",
    "![x](y)",
    "[a](javascript:x)",
    "[x]: y",
    "[^1]",
    "[[wiki]]",
    "<b>",
    "</b>",
    "<script>",
    "</script>",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<img src=x onerror=y>",
    "<https://x.example>",
    "https://x.example",
    "www.x.example",
    "a@b.example",
    "mailto:a@b.example",
    "xmpp:a@b.example/x",
    "tel:+46",
    "x.example.com",
    "@octocat",
    "@",
    "&",
    "&amp;",
    "&#60;",
    "&lt;",
    "{#id}",
    "{",
    "}",
    "^x^",
    "~x~",
    ":",
    ": x",
    ":tada:",
    "!",
    "\"",
    "'",
    "%",
    "\t",
    "\r\n",
    "\n\n",
    "\u{202e}",
    "\u{200b}",
    "\u{1b}[31m",
    "\u{0}",
    "- [ ] x",
    "    code",
    "\u{a0}",
];

fn words() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(TRAPS.as_slice()).prop_map(str::to_owned),
        3 => "[a-zåäö0-9.,]{1,8}",
        2 => Just(" ".to_owned()),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

fn styles() -> impl Strategy<Value = Style> {
    prop_oneof![
        Just(Style::Plain),
        Just(Style::Strong),
        Just(Style::Faint),
        Just(Style::Code),
        Just(Style::Quoted),
        Just(Style::Tag(Tone::Bad)),
    ]
}

/// Words in several styles, with blanks between them, as sentences have.
fn texts() -> impl Strategy<Value = Text> {
    let piece = (styles(), words());
    prop::collection::vec(piece, 1..4).prop_map(|pieces| {
        let texts = pieces.into_iter().map(|(style, words)| Text::default().styled(style, clean::one_line(&words)));
        Text::joined(texts.filter(|text| !text.words().trim().is_empty()), " ")
    })
}

/// A text that is not empty: an empty paragraph is none.
fn filled() -> impl Strategy<Value = Text> {
    texts().prop_map(|text| if text.words().trim().is_empty() { Text::plain("x") } else { text })
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    prop::collection::vec((words(), filled()), 1..4).prop_map(|facts| {
        facts.into_iter().map(|(name, text)| Fact::new("n".and(clean::one_line(&name)), text)).collect()
    })
}

fn tables() -> impl Strategy<Value = Table> {
    let kinds = prop::sample::select(vec![RowKind::Plain, RowKind::Group, RowKind::Member, RowKind::Total]);
    let row = (kinds, filled(), texts(), 0..500_u64, -1000..1000_i64);
    (words(), prop::collection::vec(row, 1..4)).prop_map(|(head, rows)| {
        let rows = rows.into_iter().map(|(kind, first, second, part, reach)| {
            let bar = Bar { parts: [part, 500 - part, 250, 250], label: "counted".clean() };
            let balance = Balance { reach, label: "ahead".clean() };
            Row { kind, cells: vec![first.into(), second.into(), Cell::Bar(bar), Cell::Balance(balance)] }
        });
        let head = "h".and(clean::one_line(&head));
        let columns = vec![Column::words(head), Column::number("b"), Column::bar("c"), Column::bar("d")];
        Table {
            caption: "t".clean(),
            columns,
            rows: rows.collect(),
            legend: Some(["a", "b", "c", "d"].map(Trusted::clean)),
        }
    })
}

fn figures() -> impl Strategy<Value = Figure> {
    (words(), words(), prop::option::of([0..30_usize, 0..3_000])).prop_map(|(title, text, counts)| {
        let [title, text] = [title, text].map(|words| "f".and(clean::one_line(&words)));
        let cell = |words: &'static str| (Tone::Good, words.clean());
        let matrix = Matrix {
            axes: ["x", "y"].map(Trusted::clean),
            rows: vec!["r".clean()],
            columns: vec!["c".clean(), "d".clean()],
            cells: vec![vec![cell("low"), cell("high")]],
            marks: vec![Mark { row: 0, column: 1, name: "worst".clean() }],
            heat: None,
        };
        let matrix = match counts {
            Some(counts) => {
                let columns = vec![(Tone::Good, "c".clean()), (Tone::Worst, "d".clean())];
                Matrix::of_counts(matrix.axes, matrix.rows, columns, "all".clean(), vec![counts.to_vec()])
            }
            None => matrix,
        };
        Figure { anchor: "matrix".clean(), title, text, drawing: Drawing::Matrix(matrix) }
    })
}

fn blocks() -> impl Strategy<Value = Vec<Block>> {
    let leaf = prop_oneof![
        filled().prop_map(Block::Paragraph),
        filled().prop_map(Block::Notice),
        prop::collection::vec(filled(), 1..4).prop_map(Block::List),
        prop::collection::vec(filled(), 1..4).prop_map(Block::Steps),
        facts().prop_map(Block::Facts),
        tables().prop_map(Block::Table),
        (words(), filled()).prop_map(|(value, outlook)| {
            let value = "v".and(clean::one_line(&value));
            Block::Verdict(Verdict { tone: Tone::Bad, label: "risk".clean(), value, outlook: vec![outlook] })
        }),
        (filled(), texts(), facts()).prop_map(|(head, aside, facts)| {
            Block::Records(vec![Record { anchor: "record".clean(), head, aside, facts }])
        }),
        figures().prop_map(Block::Figure),
    ];
    let section = (filled(), prop::collection::vec(leaf, 1..4))
        .prop_map(|(title, blocks)| Section::block("section", title, with_anchors(blocks)));
    prop::collection::vec(section, 1..2)
}

/// What can be pointed to has a name of its own.
fn with_anchors(mut blocks: Vec<Block>) -> Vec<Block> {
    for (at, block) in blocks.iter_mut().enumerate() {
        match block {
            Block::Records(records) => records.iter_mut().for_each(|record| record.anchor = "record".and(at)),
            Block::Figure(figure) => figure.anchor = "matrix".and(at),
            _ => {}
        }
    }
    blocks
}

fn documents() -> impl Strategy<Value = Document> {
    (filled(), blocks()).prop_map(|(title, blocks)| Document { lang: Lang::En, layout: Layout::Report, title, blocks })
}

#[test]
fn markdown_holds_the_same_blocks_with_the_same_words() {
    check(&documents(), |document| {
        read_back::from_markdown(&document);
        Ok(())
    });
}

#[test]
fn html_is_well_formed_and_holds_the_same_words() {
    check(&documents(), |document| {
        read_back::from_html(&document);
        Ok(())
    });
}

#[test]
fn word_holds_the_same_paragraphs_with_the_same_words() {
    let squeezed = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let layouts = prop::sample::select(vec![Layout::Report, Layout::Page, Layout::Letter]);
    check(&(documents(), layouts), |(document, layout)| {
        let document = Document { layout, ..document };
        let bytes = word::render(&document).unwrap();
        prop_assert_eq!(&bytes, &word::render(&document).unwrap());
        office::assert_sound(&bytes);
        let found = office::paragraphs(&bytes).into_iter().map(|(_, words)| squeezed(&words));
        let mut expected = vec![document.title.words().into()];
        if layout == Layout::Report {
            expected.push("Contents".to_owned());
            expected.extend(document.blocks.iter().filter_map(|block| match block {
                Block::Section(section) => Some(section.title.words().into()),
                _ => None,
            }));
        }
        expect_in_word(&document.blocks, &mut expected);
        let expected = expected.iter().map(|words| squeezed(words)).filter(|words| !words.is_empty());
        let found: Vec<String> = found.filter(|words| !words.is_empty()).collect();
        prop_assert_eq!(found, expected.collect::<Vec<_>>());
        Ok(())
    });
}

/// The words of the paragraphs that a Word file should hold.
fn expect_in_word(blocks: &[Block], lines: &mut Vec<String>) {
    for block in blocks {
        match block {
            Block::Section(section) => {
                lines.push(section.title.words().into());
                expect_in_word(&section.blocks, lines);
            }
            Block::Paragraph(text) => lines.push(text.words().into()),
            Block::Notice(text) => lines.push(format!("! {}", text.words())),
            Block::Verdict(verdict) => {
                lines.push(format!("{} {}", verdict.label, verdict.value));
                lines.extend(verdict.outlook.iter().map(|text| text.words().into()));
            }
            Block::List(items) | Block::Steps(items) => lines.extend(items.iter().map(|item| item.words().into())),
            Block::Facts(facts) => expect_facts_in_word(facts, lines),
            Block::Table(table) => {
                lines.extend(table.columns.iter().map(|column| column.title.to_string()));
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                lines.extend(
                    cells.map(|cell| if let Cell::Text(text) = cell { text.words() } else { "".clean() }.into()),
                );
                lines.extend(table.legend.iter().map(|names| names.join(" ")));
            }
            Block::Records(records) => records.iter().for_each(|record| {
                lines.extend([record.head.words().into(), record.aside.words().into()]);
                expect_facts_in_word(&record.facts, lines);
            }),
            Block::Figure(figure) => {
                let Drawing::Matrix(matrix) = &figure.drawing else { unreachable!("a matrix") };
                lines.push(figure.title.to_string());
                let Some(heat) = &matrix.heat else {
                    lines.extend(["x / y", "c", "d", "r", "low", "high ◆ worst"].map(str::to_owned));
                    lines.push(figure.text.to_string());
                    continue;
                };
                let [c, d] = [0, 1].map(|column| heat.of_column(column).to_string());
                let shown = |count: &String| if count == "0" { "·".to_owned() } else { count.clone() };
                lines.extend(["x / y", "c", "d", "all", "r"].map(str::to_owned));
                lines.extend([shown(&c), shown(&d)]);
                lines.extend([heat.of_row(0).to_string(), "all".to_owned(), c, d, heat.all().to_string()]);
            }
        }
    }
}

fn expect_facts_in_word(facts: &[Fact], lines: &mut Vec<String>) {
    lines.extend(facts.iter().flat_map(|fact| [fact.name.to_string(), fact.text.words().into()]));
}

#[test]
fn nothing_hidden_comes_out_of_any_renderer() {
    check(&documents(), |document| {
        for text in
            [markdown::render(&document), html::render(&document).unwrap(), terminal::render(&document, 80, false)]
        {
            let hidden = text.lines().find(|line| clean::has_hidden(line));
            prop_assert!(hidden.is_none(), "{:?}", hidden);
        }
        Ok(())
    });
}

/// The same documents with a sign before every text that begins a line of its own, and in no other place.
fn marked(blocks: &[Block]) -> Vec<Block> {
    let first = |text: &Text| Text::plain("Ω").then(unmarked(text));
    let row = |row: &Row| {
        let cells = row.cells.iter().enumerate().map(|(at, cell)| match cell {
            Cell::Text(text) if at == 0 => Cell::Text(first(text)),
            Cell::Text(text) => Cell::Text(unmarked(text)),
            other => other.clone(),
        });
        Row { kind: row.kind, cells: cells.collect() }
    };
    let facts = |facts: &[Fact]| {
        let fact = |fact: &Fact| Fact { name: "Ω".and(fact.name.clone()), text: unmarked(&fact.text) };
        facts.iter().map(fact).collect()
    };
    let all = |texts: &[Text]| texts.iter().map(first).collect();
    let block = |block: &Block| match block {
        Block::Section(section) => {
            Block::Section(Section { title: first(&section.title), blocks: marked(&section.blocks), ..section.clone() })
        }
        Block::Paragraph(text) => Block::Paragraph(first(text)),
        Block::Notice(text) => Block::Notice(first(text)),
        Block::List(items) => Block::List(all(items)),
        Block::Steps(items) => Block::Steps(all(items)),
        Block::Facts(given) => Block::Facts(facts(given)),
        Block::Table(table) => {
            let mut columns = table.columns.clone();
            columns[0].title = "Ω".and(columns[0].title.clone());
            Block::Table(Table { columns, rows: table.rows.iter().map(row).collect(), ..table.clone() })
        }
        Block::Records(records) => {
            let record = |record: &Record| Record {
                head: first(&record.head),
                aside: unmarked(&record.aside),
                facts: facts(&record.facts),
                ..record.clone()
            };
            Block::Records(records.iter().map(record).collect())
        }
        Block::Verdict(verdict) => Block::Verdict(Verdict {
            label: "Ω".and(verdict.label.clone()),
            outlook: all(&verdict.outlook),
            ..verdict.clone()
        }),
        Block::Figure(_) => Block::Paragraph("Ω".into()),
    };
    blocks.iter().map(block).collect()
}

/// A text without the sign that is put before others.
fn unmarked(text: &Text) -> Text {
    let pieces =
        text.0.iter().map(|run| Text::default().styled(run.style, clean::one_line(&run.words.replace('Ω', "o"))));
    Text::joined(pieces, " ")
}

/// However a text is broken, none of its words stands where a verdict, a heading or a row begins: whoever writes a
/// vendor's name cannot draw one.
#[test]
fn no_word_of_a_broken_text_begins_a_line_at_the_edge() {
    let layouts =
        prop::sample::select(vec![Layout::Report, Layout::Screen { spaced: true }, Layout::Screen { spaced: false }]);
    check(&(documents(), layouts, 20..200_usize), |(document, layout, width)| {
        let title = Text::plain("Ω").then(unmarked(&document.title));
        let document = Document { layout, title, blocks: marked(&document.blocks), ..document };
        let text = terminal::render(&document, width, false);
        for line in text.lines().filter(|line| line.len() - line.trim_start().len() <= 2) {
            let words = line.trim_start().trim_start_matches(['!', '·', '.', ' ']);
            let words = words.trim_start_matches(|c: char| c.is_ascii_digit()).trim_start_matches(['.', ' ']);
            prop_assert!(words.is_empty() || words.starts_with('Ω'), "{:?} of {}\n{}", line, width, text);
        }
        Ok(())
    });
}

#[test]
fn the_terminal_keeps_to_its_width() {
    check(&(documents(), 40..140_usize), |(document, width)| {
        let text = terminal::render(&document, width, false);
        let widest = text.lines().map(unicode_width::UnicodeWidthStr::width).max().unwrap_or(0);
        prop_assert!(widest <= width, "{} of {}\n{}", widest, width, text);
        Ok(())
    });
}
