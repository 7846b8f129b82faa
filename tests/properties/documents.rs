//! Whatever words stand in a document, they stay words: Markdown and HTML are read back by parsers of their own, and
//! hold the same blocks with the same words as the document, and nothing else.

use std::collections::BTreeSet;

use duly::report::bars::{SHADES, drawn, leaning};
use duly::report::document::{
    Balance, Bar, Block, Cell, Column, Document, Drawing, Fact, Figure, Layout, Mark, Matrix, Record, Row, RowKind,
    Section, Style, Table, Text, Tone, Verdict,
};
use duly::report::{html, markdown, terminal};
use duly::words::{Lang, clean};
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::check;

/// What could be taken for markup, and what hides.
const TRAPS: [&str; 72] = [
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
        let texts = pieces.into_iter().map(|(style, words)| Text::default().styled(style, words.trim()));
        Text::joined(texts.filter(|text| !text.words().trim().is_empty()), " ")
    })
}

/// A text that is not empty: an empty paragraph is none.
fn filled() -> impl Strategy<Value = Text> {
    texts().prop_map(|text| if text.words().trim().is_empty() { Text::plain("x") } else { text })
}

fn facts() -> impl Strategy<Value = Vec<Fact>> {
    prop::collection::vec((words(), filled()), 1..4).prop_map(|facts| {
        facts.into_iter().map(|(name, text)| Fact::new(format!("n{}", clean::one_line(&name)), text)).collect()
    })
}

fn tables() -> impl Strategy<Value = Table> {
    let kinds = prop::sample::select(vec![RowKind::Plain, RowKind::Group, RowKind::Member, RowKind::Total]);
    let row = (kinds, filled(), texts(), 0..500_u64, -1000..1000_i64);
    (words(), prop::collection::vec(row, 1..4)).prop_map(|(head, rows)| {
        let rows = rows.into_iter().map(|(kind, first, second, part, reach)| {
            let bar = Bar { parts: [part, 500 - part, 250, 250], label: "counted".to_owned() };
            let balance = Balance { reach, label: "ahead".to_owned() };
            Row { kind, cells: vec![first.into(), second.into(), Cell::Bar(bar), Cell::Balance(balance)] }
        });
        let head = format!("h{}", clean::one_line(&head));
        let columns =
            vec![Column::words(head), Column::number("b".into()), Column::bar("c".into()), Column::bar("d".into())];
        Table {
            caption: "t".to_owned(),
            columns,
            rows: rows.collect(),
            legend: Some(["a", "b", "c", "d"].map(String::from)),
        }
    })
}

fn figures() -> impl Strategy<Value = Figure> {
    (words(), words()).prop_map(|(title, text)| {
        let [title, text] = [title, text].map(|words| format!("f{}", clean::one_line(&words)));
        let cell = |words: &str| (Tone::Good, words.to_owned());
        let matrix = Matrix {
            axes: ["x".to_owned(), "y".to_owned()],
            rows: vec!["r".to_owned()],
            columns: vec!["c".to_owned(), "d".to_owned()],
            cells: vec![vec![cell("low"), cell("high")]],
            marks: vec![Mark { row: 0, column: 1, name: "worst".to_owned() }],
        };
        Figure { anchor: "matrix".to_owned(), title, text, drawing: Drawing::Matrix(matrix) }
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
            let value = format!("v{}", clean::one_line(&value));
            Block::Verdict(Verdict { tone: Tone::Bad, label: "risk".to_owned(), value, outlook: vec![outlook] })
        }),
        (filled(), texts(), facts()).prop_map(|(head, aside, facts)| {
            Block::Records(vec![Record { anchor: "record".to_owned(), head, aside, facts }])
        }),
        figures().prop_map(Block::Figure),
    ];
    let section = (filled(), prop::collection::vec(leaf, 1..4))
        .prop_map(|(title, blocks)| Section::block("section", title, blocks));
    prop::collection::vec(section, 1..2)
}

fn documents() -> impl Strategy<Value = Document> {
    (filled(), blocks()).prop_map(|(title, blocks)| Document { lang: Lang::En, layout: Layout::Report, title, blocks })
}

/// A line of a document: what kind of line it is, and its words.
type Line = (&'static str, String);

/// Blanks do not matter: a run of them is one.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines that a document should give.
fn expected(document: &Document) -> Vec<Line> {
    let mut lines = vec![("heading", document.title.words())];
    document.blocks.iter().for_each(|block| expect(block, &mut lines));
    let filled = lines.into_iter().map(|(kind, words)| (kind, squeezed(&words)));
    filled.filter(|(kind, words)| *kind != "paragraph" || !words.is_empty()).collect()
}

fn expect(block: &Block, lines: &mut Vec<Line>) {
    match block {
        Block::Section(section) => {
            lines.push(("heading", section.title.words()));
            section.blocks.iter().for_each(|block| expect(block, lines));
        }
        Block::Paragraph(text) => lines.push(("paragraph", text.words())),
        Block::Notice(text) => lines.push(("paragraph", format!("! {}", text.words()))),
        Block::Verdict(verdict) => {
            lines.push(("paragraph", format!("{}: {}", verdict.label, verdict.value)));
            lines.extend(verdict.outlook.iter().map(|text| ("item", text.words())));
        }
        Block::List(items) | Block::Steps(items) => lines.extend(items.iter().map(|item| ("item", item.words()))),
        Block::Facts(facts) => expect_facts(facts, lines),
        Block::Table(table) => expect_table(table, lines),
        Block::Figure(figure) => expect_figure(figure, lines),
        Block::Records(records) => {
            for record in records {
                lines.push(("heading", record.head.words()));
                lines.push(("paragraph", record.aside.words()));
                expect_facts(&record.facts, lines);
            }
        }
    }
}

fn expect_facts(facts: &[Fact], lines: &mut Vec<Line>) {
    lines.extend(facts.iter().map(|fact| ("item", format!("{}: {}", fact.name, fact.text.words()))));
}

fn expect_table(table: &Table, lines: &mut Vec<Line>) {
    lines.extend(table.columns.iter().map(|column| ("cell", column.title.clone())));
    for row in &table.rows {
        for (at, cell) in row.cells.iter().enumerate() {
            let mark = if at == 0 && row.kind == RowKind::Member { "– " } else { "" };
            lines.push((
                "cell",
                match cell {
                    Cell::Text(text) => format!("{mark}{}", text.words()),
                    Cell::Bar(bar) => drawn(bar),
                    Cell::Balance(balance) => leaning(balance),
                },
            ));
        }
    }
    let legend = table.legend.iter().map(|names| {
        let parts = SHADES.iter().zip(names).map(|(shade, name)| format!("{shade} {name}"));
        ("paragraph", parts.collect::<Vec<_>>().join(" · "))
    });
    lines.extend(legend);
}

fn expect_figure(figure: &Figure, lines: &mut Vec<Line>) {
    let Drawing::Matrix(matrix) = &figure.drawing else { return };
    lines.push(("paragraph", figure.title.clone()));
    lines.push(("cell", matrix.axes.join(" / ")));
    lines.extend(matrix.columns.iter().map(|column| ("cell", column.clone())));
    for (name, cells) in matrix.rows.iter().zip(&matrix.cells) {
        lines.push(("cell", name.clone()));
        lines.extend(cells.iter().enumerate().map(|(at, (_, words))| {
            let is_marked = matrix.marks.iter().any(|mark| mark.column == at);
            ("cell", if is_marked { format!("{words} (worst)") } else { words.clone() })
        }));
    }
    lines.push(("paragraph", figure.text.clone()));
}

/// The lines that a reader of Markdown finds, with everything on that could turn words into markup.
fn found(text: &str) -> Result<Vec<Line>, TestCaseError> {
    let mut options = Options::all();
    options.remove(Options::ENABLE_SMART_PUNCTUATION); // changes quotation marks, not what is markup
    let (mut lines, mut current): (Vec<Line>, Option<Line>) = (Vec::new(), None);
    for event in Parser::new_ext(text, options) {
        match event {
            Event::Start(Tag::Heading { .. }) => current = Some(("heading", String::new())),
            Event::Start(Tag::Paragraph) if current.is_some() => {} // of an item: two lists in a row are one
            Event::Start(Tag::Paragraph) => current = Some(("paragraph", String::new())),
            Event::Start(Tag::Item) => current = Some(("item", String::new())),
            Event::Start(Tag::TableCell) => current = Some(("cell", String::new())),
            Event::Text(words) | Event::Code(words) => {
                prop_assert!(current.is_some(), "words outside of a block: {}", words);
                current.iter_mut().for_each(|line| line.1.push_str(&words));
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                lines.extend(current.take().map(|(kind, words)| (kind, squeezed(&words))));
            }
            Event::Start(Tag::List(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Strong)
            | Event::Start(Tag::BlockQuote(_))
            | Event::End(_) => {}
            other => return Err(TestCaseError::fail(format!("{other:?} in\n{text}"))),
        }
    }
    Ok(lines)
}

#[test]
fn markdown_holds_the_same_blocks_with_the_same_words() {
    check(&documents(), |document| {
        let text = markdown::render(&document);
        let found = found(&text)?;
        prop_assert_eq!(&found, &expected(&document), "\n{}", text);
        Ok(())
    });
}

/// The elements that a page is made of.
const ELEMENTS: &str = "html head meta title style body svg defs pattern rect circle line polygon text g desc nav p ol ul li \
                        a main header h1 h2 h3 h4 h5 h6 section div span strong code bdi ins del dl dt dd table caption thead \
                        tbody tr th td figure figcaption article";

#[test]
fn html_is_well_formed_and_holds_the_same_words() {
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    check(&documents(), |document| {
        let page = html::render(&document);
        let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
        let tree = match roxmltree::Document::parse_with_options(&page, options) {
            Ok(tree) => tree,
            Err(error) => return Err(TestCaseError::fail(format!("{error}\n{page}"))),
        };
        let mut ids = BTreeSet::new();
        for element in tree.descendants().filter(roxmltree::Node::is_element) {
            prop_assert!(known.contains(element.tag_name().name()), "<{}>", element.tag_name().name());
            for attribute in element.attributes() {
                let (name, value) = (attribute.name(), attribute.value());
                prop_assert!(!name.starts_with("on") && name != "style" && name != "src", "{}={}", name, value);
                prop_assert!(name != "href" || value.starts_with('#') || value.starts_with("https://"), "{}", value);
                prop_assert!(
                    name != "id"
                        || ids.insert(value.to_owned())
                        || value.starts_with("section")
                        || value.starts_with("record")
                        || value.starts_with("matrix"),
                    "{}",
                    value
                );
            }
        }
        let body = tree.descendants().find(|node| node.has_tag_name("main")).unwrap();
        let read: String = body.descendants().filter(roxmltree::Node::is_text).filter_map(|node| node.text()).collect();
        let read: String = read.split_whitespace().collect();
        // blocks in their order: every text of the document follows the one before it
        let mut rest = read.as_str();
        for block in &document.blocks {
            let mut lines = Vec::new();
            expect(block, &mut lines);
            for (kind, words) in lines.iter().filter(|(kind, _)| *kind == "heading") {
                let words: String = words.split_whitespace().collect();
                let at = rest.find(&words);
                prop_assert!(at.is_some(), "{} {} in {}", kind, words, rest);
                rest = &rest[at.unwrap_or(0)..];
            }
            for words in texts_of(block) {
                let words: String = words.split_whitespace().collect();
                prop_assert!(read.contains(&words), "{} in {}", words, read);
            }
        }
        Ok(())
    });
}

/// The words of every text in a block.
fn texts_of(block: &Block) -> Vec<String> {
    match block {
        Block::Section(section) => section.blocks.iter().flat_map(texts_of).collect(),
        Block::Paragraph(text) | Block::Notice(text) => vec![text.words()],
        Block::Verdict(verdict) => vec![verdict.value.clone()],
        Block::List(items) | Block::Steps(items) => items.iter().map(Text::words).collect(),
        Block::Facts(facts) => facts.iter().flat_map(|fact| [fact.name.clone(), fact.text.words()]).collect(),
        Block::Records(records) => {
            records.iter().flat_map(|record| record.facts.iter().map(|f| f.text.words())).collect()
        }
        Block::Table(table) => {
            let cells = table.rows.iter().flat_map(|row| &row.cells);
            cells.filter_map(|cell| if let Cell::Text(text) = cell { Some(text.words()) } else { None }).collect()
        }
        Block::Figure(figure) => vec![figure.title.clone(), figure.text.clone()],
    }
}

#[test]
fn nothing_hidden_comes_out_of_any_renderer() {
    check(&documents(), |document| {
        for text in [markdown::render(&document), html::render(&document), terminal::render(&document, 80, false)] {
            let hidden = text.lines().find(|line| clean::has_hidden(line));
            prop_assert!(hidden.is_none(), "{:?}", hidden);
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
