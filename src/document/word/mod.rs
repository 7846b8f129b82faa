//! A document as a Word file (Office Open XML, ECMA-376), to be edited before it goes out: headings that Word's
//! navigation knows, tables whose heads stand on every page, lists with numbers of Word's own, pictures as shapes that
//! Word draws. Everything looks as it does by styles, so that whoever edits it changes a style and not each place.
//!
//! The same document gives the same bytes: no clock, no name of a person or a machine. No word becomes more than a
//! word: templates escape by construction, fields are those of the page numbers alone, and names of places in the
//! document are numbers.

use askama::Template;

use self::archive::archive;
use self::flow::Flow;
use self::ink::{TONES, Toned};
use self::lengths::{A4, Lengths};
use self::piece::WordPiece;
use super::{Document, Text};
use crate::words::{Broken, Lang};

mod archive;
mod art;
mod flow;
mod ink;
mod lengths;
mod piece;
mod tables;
mod widths;

/// The document as the bytes of a Word file.
///
/// # Errors
/// A mistake of the program keeps the file from being written.
pub fn render(document: &Document) -> Result<Vec<u8>, Broken> {
    let flow = Flow::of(document);
    let lang = locale(document.lang);
    let body = written(&WordBody { flow: &flow })?;
    let styles = written(&WordStyles { lengths: flow.lengths, lang })?;
    let numbering = written(&WordNumbering { orders: flow.orders })?;
    let relations = written(&WordRelations { links: &flow.links })?;
    let core = written(&WordCore { title: &document.title, lang })?;
    let settings = written(&WordSettings { lang })?;
    archive(&[
        ("[Content_Types].xml", include_str!("content_types.xml")),
        ("_rels/.rels", include_str!("package.xml")),
        ("docProps/core.xml", &core),
        ("word/document.xml", &body),
        ("word/_rels/document.xml.rels", &relations),
        ("word/styles.xml", &styles),
        ("word/numbering.xml", &numbering),
        ("word/settings.xml", &settings),
        ("word/footer.xml", include_str!("footer.xml")),
    ])
}

fn written(part: &impl Template) -> Result<String, Broken> {
    part.render().map_err(|error| Broken::new(format_args!("the document cannot be written for Word: {error}")))
}

/// The language in which Word checks the spelling.
fn locale(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "en-GB",
        Lang::Sv => "sv-SE",
    }
}

#[derive(Template)]
#[template(path = "document.xml", config = "src/document/word/askama.toml")]
struct WordBody<'d> {
    flow: &'d Flow<'d>,
}

impl WordBody<'_> {
    fn paper(&self) -> [usize; 2] {
        A4
    }
}

#[derive(Template)]
#[template(path = "styles.xml", config = "src/document/word/askama.toml")]
struct WordStyles {
    lengths: &'static Lengths,
    lang: &'static str,
}

impl WordStyles {
    fn tones(&self) -> [Toned; 5] {
        TONES
    }

    fn soft(&self) -> &'static str {
        ink::SOFT
    }

    fn line(&self) -> &'static str {
        ink::LINE
    }

    fn accent(&self) -> &'static str {
        ink::ACCENT
    }
}

#[derive(Template)]
#[template(path = "numbering.xml", config = "src/document/word/askama.toml")]
struct WordNumbering {
    orders: usize,
}

impl WordNumbering {
    /// The numbers of the lists with numbers.
    fn lists(&self) -> std::ops::RangeInclusive<usize> {
        flow::BULLETS + 1..=flow::BULLETS + self.orders
    }
}

#[derive(Template)]
#[template(path = "relations.xml", config = "src/document/word/askama.toml")]
struct WordRelations<'d> {
    links: &'d [&'d str],
}

#[derive(Template)]
#[template(path = "core.xml", config = "src/document/word/askama.toml")]
struct WordCore<'d> {
    title: &'d Text,
    lang: &'static str,
}

#[derive(Template)]
#[template(path = "settings.xml", config = "src/document/word/askama.toml")]
struct WordSettings {
    lang: &'static str,
}
