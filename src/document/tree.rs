//! A document that people keep: headings, paragraphs, lists, tables, figures. It knows nothing of the model, and
//! nothing of Markdown, HTML or Word; it is made once and then rendered.

use super::figure::Figure;
use super::table::Table;
use super::text::{Text, Tone};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// A whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The language that it is written in.
    pub lang: Lang,
    /// How it is laid out.
    pub layout: Layout,
    /// What it is about; the first heading.
    pub title: Text,
    /// Its parts, in order.
    pub blocks: Vec<Block>,
}

/// How a document is laid out where that makes a difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Many pages, with a table of contents where the format has room for one.
    Report,
    /// One page of A4.
    Page,
    /// A letter.
    Letter,
    /// A screen: tables close together, and the names of facts in a column of their own.
    Screen {
        /// Whether there is room to set its parts off from each other.
        spaced: bool,
    },
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading and what stands under it.
    Section(Section),
    /// A paragraph.
    Paragraph(Text),
    /// Something to be careful about.
    Notice(Text),
    /// The one thing to take away.
    Verdict(Verdict),
    /// Items without an order.
    List(Vec<Text>),
    /// Items in their order.
    Steps(Vec<Text>),
    /// Names and what they stand for.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// A picture.
    Figure(Figure),
    /// Records, each with a head and facts.
    Records(Vec<Record>),
}

/// A heading and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// A name to point to, unique in the document: ASCII letters, digits, `-`, `_` and `.`.
    pub anchor: Clean,
    /// The heading.
    pub title: Text,
    /// What stands under it.
    pub blocks: Vec<Block>,
}

/// The one thing to take away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How good or bad it is.
    pub tone: Tone,
    /// What is judged.
    pub label: Clean,
    /// How.
    pub value: Clean,
    /// What else could be.
    pub outlook: Vec<Text>,
}

/// A name and what it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name. Without one, the text belongs to what stands above it; only documents for a screen have such facts.
    pub name: Clean,
    /// What it stands for.
    pub text: Text,
}

/// A record: a head, something at its side, facts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// A name to point to, as of a [`Section`].
    pub anchor: Clean,
    /// What it is about.
    pub head: Text,
    /// What to see at a glance.
    pub aside: Text,
    /// The details.
    pub facts: Vec<Fact>,
}

impl Document {
    /// Every anchor that a reference can lead to, in order.
    pub fn anchors(&self) -> Vec<&str> {
        let mut anchors = Vec::new();
        collect(&self.blocks, &mut anchors);
        anchors
    }
}

fn collect<'d>(blocks: &'d [Block], anchors: &mut Vec<&'d str>) {
    for block in blocks {
        match block {
            Block::Section(section) => {
                anchors.push(&section.anchor);
                collect(&section.blocks, anchors);
            }
            Block::Records(records) => anchors.extend(records.iter().map(|record| record.anchor.as_str())),
            Block::Figure(figure) => anchors.push(&figure.anchor),
            Block::Paragraph(_) | Block::Notice(_) | Block::Verdict(_) | Block::List(_) => {}
            Block::Steps(_) | Block::Facts(_) | Block::Table(_) => {}
        }
    }
}

impl Fact {
    /// A name and what it stands for.
    pub fn new(name: impl Trusted, text: impl Into<Text>) -> Fact {
        Fact { name: name.clean(), text: text.into() }
    }
}

impl Section {
    /// A heading and what stands under it, as a part of a document.
    pub fn block(anchor: impl Trusted, title: impl Into<Text>, blocks: Vec<Block>) -> Block {
        Block::Section(Section { anchor: anchor.clean(), title: title.into(), blocks })
    }
}
