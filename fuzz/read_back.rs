//! Markdown and HTML read back by parsers of their own: the same words as the document, and nothing that acts. The
//! property tests and the fuzz targets hold documents to it.

#![allow(clippy::panic, reason = "what does not read back is a find")]

use std::collections::BTreeSet;

use duly::internal::document::bars::{SHADES, drawn, leaning};
use duly::internal::document::{Block, Cell, Document, Drawing, Fact, Figure, RowKind, Table, Text};
use duly::internal::document::{html, markdown};
use duly::internal::words::Clean;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Markdown holds the same blocks with the same words, and no markup that the document has not.
pub fn from_markdown(document: &Document) {
    let text = markdown::render(document);
    assert_eq!(found(&text), expected(document), "\n{text}");
}

/// The elements that a page is made of.
const ELEMENTS: &str = "html head meta title style body svg defs pattern rect circle line polygon text g desc nav p ol ul li \
                        a main header h1 h2 h3 h4 h5 h6 section div span strong code bdi ins del dl dt dd table caption thead \
                        tbody tr th td figure figcaption article";

/// A page is well formed, holds the same words, and nothing in it acts.
pub fn from_html(document: &Document) {
    let known: BTreeSet<&str> = ELEMENTS.split_whitespace().collect();
    let page = match html::render(document) {
        Ok(page) => page,
        Err(broken) => panic!("{broken}"),
    };
    let options = roxmltree::ParsingOptions { allow_dtd: true, ..Default::default() };
    let tree = match roxmltree::Document::parse_with_options(&page, options) {
        Ok(tree) => tree,
        Err(error) => panic!("{error}\n{page}"),
    };
    let mut ids = BTreeSet::new();
    for element in tree.descendants().filter(roxmltree::Node::is_element) {
        assert!(known.contains(element.tag_name().name()), "<{}>", element.tag_name().name());
        for attribute in element.attributes() {
            let (name, value) = (attribute.name(), attribute.value());
            assert!(!name.starts_with("on") && name != "style" && name != "src", "{}={}", name, value);
            assert!(name != "href" || value.starts_with('#') || value.starts_with("https://"), "{}", value);
            assert!(
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
            assert!(at.is_some(), "{} {} in {}", kind, words, rest);
            rest = &rest[at.unwrap_or(0)..];
        }
        for words in texts_of(block) {
            let words: String = words.split_whitespace().collect();
            assert!(read.contains(&words), "{} in {}", words, read);
        }
    }
}

/// A line of a document: what kind of line it is, and its words.
type Line = (&'static str, String);

/// Blanks do not matter: a run of them is one.
fn squeezed(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines that a document should give.
fn expected(document: &Document) -> Vec<Line> {
    let mut lines = vec![("heading", document.title.words().into())];
    document.blocks.iter().for_each(|block| expect(block, &mut lines));
    let filled = lines.into_iter().map(|(kind, words)| (kind, squeezed(&words)));
    filled.filter(|(kind, words)| *kind != "paragraph" || !words.is_empty()).collect()
}

fn expect(block: &Block, lines: &mut Vec<Line>) {
    match block {
        Block::Section(section) => {
            lines.push(("heading", section.title.words().into()));
            section.blocks.iter().for_each(|block| expect(block, lines));
        }
        Block::Paragraph(text) => lines.push(("paragraph", text.words().into())),
        Block::Notice(text) => lines.push(("paragraph", format!("! {}", text.words()))),
        Block::Verdict(verdict) => {
            lines.push(("paragraph", format!("{}: {}", verdict.label, verdict.value)));
            lines.extend(verdict.outlook.iter().map(|text| ("item", text.words().into())));
        }
        Block::List(items) | Block::Steps(items) => {
            lines.extend(items.iter().map(|item| ("item", item.words().into())))
        }
        Block::Facts(facts) => expect_facts(facts, lines),
        Block::Table(table) => expect_table(table, lines),
        Block::Figure(figure) => expect_figure(figure, lines),
        Block::Records(records) => {
            for record in records {
                lines.push(("heading", record.head.words().into()));
                lines.push(("paragraph", record.aside.words().into()));
                expect_facts(&record.facts, lines);
            }
        }
    }
}

fn expect_facts(facts: &[Fact], lines: &mut Vec<Line>) {
    lines.extend(facts.iter().map(|fact| ("item", format!("{}: {}", fact.name, fact.text.words()))));
}

fn expect_table(table: &Table, lines: &mut Vec<Line>) {
    lines.extend(table.columns.iter().map(|column| ("cell", column.title.to_string())));
    for row in &table.rows {
        for (at, cell) in row.cells.iter().enumerate() {
            let mark = if at == 0 && row.kind == RowKind::Member { "– " } else { "" };
            lines.push((
                "cell",
                match cell {
                    Cell::Text(text) => format!("{mark}{}", text.words()),
                    Cell::Bar(bar) => drawn(bar).into(),
                    Cell::Balance(balance) => leaning(balance).into(),
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
    lines.push(("paragraph", figure.title.to_string()));
    lines.push(("cell", matrix.axes.join(" / ")));
    let heads = matrix.columns.iter().chain(matrix.heat.iter().map(|heat| &heat.sum));
    lines.extend(heads.map(|column| ("cell", column.to_string())));
    for (row, (name, cells)) in matrix.rows.iter().zip(&matrix.cells).enumerate() {
        lines.push(("cell", name.to_string()));
        lines.extend(cells.iter().enumerate().map(|(at, (_, words))| {
            let marks = matrix.marks.iter().filter(|mark| (mark.row, mark.column) == (row, at));
            let marks: Vec<&str> = marks.map(|mark| mark.name.as_str()).collect();
            ("cell", if marks.is_empty() { words.to_string() } else { format!("{words} ({})", marks.join(", ")) })
        }));
        lines.extend(matrix.heat.iter().map(|heat| ("cell", heat.of_row(row).to_string())));
    }
    let Some(heat) = &matrix.heat else { return lines.push(("paragraph", figure.text.to_string())) };
    lines.push(("cell", heat.sum.to_string()));
    lines.extend((0..matrix.columns.len()).map(|column| ("cell", heat.of_column(column).to_string())));
    lines.push(("cell", heat.all().to_string()));
}

/// The lines that a reader of Markdown finds, with everything on that could turn words into markup.
fn found(text: &str) -> Vec<Line> {
    let mut options = Options::all();
    options.remove(Options::ENABLE_SMART_PUNCTUATION); // changes quotation marks, not what is markup
    let (mut lines, mut current): (Vec<Line>, Option<Line>) = (Vec::new(), None);
    let (mut beside, mut links) = (String::new(), 0);
    for event in Parser::new_ext(text, options) {
        let is_text = matches!(event, Event::Text(_));
        match &event {
            Event::Start(Tag::Link { .. }) => links += 1,
            Event::End(TagEnd::Link) => links -= 1,
            Event::Text(_) => {}
            _ => beside.clear(),
        }
        match event {
            Event::Start(Tag::Heading { .. }) => current = Some(("heading", String::new())),
            Event::Start(Tag::Paragraph) if current.is_some() => {} // of an item: two lists in a row are one
            Event::Start(Tag::Paragraph) => current = Some(("paragraph", String::new())),
            Event::Start(Tag::Item) => current = Some(("item", String::new())),
            Event::Start(Tag::TableCell) => current = Some(("cell", String::new())),
            Event::Text(words) | Event::Code(words) => {
                // what stands in code nobody makes a link; words beside each other are read together
                match is_text && links == 0 {
                    true => beside.push_str(&words),
                    false => beside.push(' '),
                }
                assert!(!beside.split(' ').any(is_clickable), "{beside:?} in\n{text}");
                assert!(current.is_some(), "words outside of a block: {}", words);
                current.iter_mut().for_each(|line| line.1.push_str(&words));
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item | TagEnd::TableCell) => {
                lines.extend(current.take().map(|(kind, words)| (kind, squeezed(&words))));
            }
            Event::Start(Tag::Link { dest_url, .. }) => {
                assert!(dest_url.starts_with("https://") || dest_url.starts_with("http://"), "{dest_url}");
            }
            Event::Start(Tag::List(_) | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::Strong)
            | Event::Start(Tag::BlockQuote(_))
            | Event::End(_) => {}
            other => panic!("{other:?} in\n{text}"),
        }
    }
    lines
}

/// Whether readers of Markdown that look for addresses in plain words find one.
fn is_clickable(word: &str) -> bool {
    let word = word.to_lowercase();
    let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
    let schemes = ["mailto:", "xmpp:", "tel:"];
    let after = |sign: &str| word.split_once(sign).map(|(_, rest)| rest.starts_with(|c: char| c.is_alphanumeric()));
    let ends = |end: &str| word.strip_suffix(end).is_some_and(|before| before.ends_with(|c: char| c.is_alphanumeric()));
    word.contains("://")
        || word.contains("www.")
        || schemes.iter().any(|scheme| after(scheme) == Some(true))
        || word.split_once('@').is_some_and(|(_, rest)| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
        || ends(".com")
        || ends(".example")
}

/// The words of every text in a block.
fn texts_of(block: &Block) -> Vec<Clean> {
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
