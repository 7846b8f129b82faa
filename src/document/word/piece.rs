//! What a Word file is made of: paragraphs and tables, one after the other. Templates turn them into XML and escape
//! every word by construction.

use askama::Template;

use super::art::Artwork;
use crate::words::Clean;

/// A paragraph or a table.
#[derive(Clone, Debug)]
pub enum WordPiece {
    /// A paragraph.
    Paragraph(WordParagraph),
    /// A table.
    Table(WordTable),
}

/// A paragraph.
#[derive(Clone, Debug, Default, Template)]
#[template(path = "paragraph.xml", config = "src/document/word/askama.toml")]
pub struct WordParagraph {
    /// The id of its style.
    pub style: &'static str,
    /// The list that it is an item of.
    pub list: Option<usize>,
    /// Whether it stays on the page of what follows.
    pub keeps: bool,
    /// The room after it, where that is not as its style says.
    pub after: Option<usize>,
    /// Whether it ends at the right.
    pub right: bool,
    /// The number of the place that references lead to.
    pub anchor: Option<usize>,
    /// Its words and pictures.
    pub runs: Vec<WordRun>,
}

/// Words in a style, or a picture among them.
#[derive(Clone, Debug)]
pub enum WordRun {
    /// Words.
    Words {
        /// The id of their style, if they are not as usual.
        style: Option<&'static str>,
        /// The words; blanks at their ends count.
        words: Clean,
        /// Where they lead.
        leads: Option<Leads>,
    },
    /// A picture.
    Art(Artwork),
}

/// Where words lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To a place of the document, by its number.
    Within(usize),
    /// To a page, by the number of its relationship.
    Web(usize),
}

/// A table.
#[derive(Clone, Debug, Template)]
#[template(path = "table.xml", config = "src/document/word/askama.toml")]
pub struct WordTable {
    /// The id of its style.
    pub style: &'static str,
    /// What it shows.
    pub caption: Clean,
    /// The widths of its columns in twentieths of a point.
    pub widths: Vec<usize>,
    /// Its rows.
    pub rows: Vec<WordRow>,
}

/// A row of a table. It does not break across pages.
#[derive(Clone, Debug)]
pub struct WordRow {
    /// Whether it stands at the top of each page again.
    pub is_head: bool,
    /// Its cells, each with what is behind its words and what stands in it.
    pub cells: Vec<(Option<&'static str>, Vec<WordParagraph>)>,
}

impl WordParagraph {
    /// A paragraph of a style.
    pub fn new(style: &'static str, runs: Vec<WordRun>) -> WordParagraph {
        WordParagraph { style, runs, ..WordParagraph::default() }
    }

    /// The same on the page of what follows, or not.
    #[must_use]
    pub fn kept(self, keeps: bool) -> WordParagraph {
        WordParagraph { keeps, ..self }
    }

    /// The same at the right, or not.
    #[must_use]
    pub fn at_right(self, right: bool) -> WordParagraph {
        WordParagraph { right, ..self }
    }
}

impl WordRun {
    /// Words, in a style if they are not as usual.
    pub fn words(style: Option<&'static str>, words: Clean) -> WordRun {
        WordRun::Words { style, words, leads: None }
    }
}

impl WordTable {
    fn width(&self) -> usize {
        self.widths.iter().sum()
    }

    fn has_head(&self) -> bool {
        self.rows.first().is_some_and(|row| row.is_head)
    }
}
