//! A document as one HTML file that needs nothing else: no script, no request, its style inside, its pictures as SVG.
//! Templates escape every word by construction. What comes out is well-formed XML, too, so that a strict parser can
//! check it.

mod curve;

use std::collections::HashSet;
use std::sync::LazyLock;

use askama::Template;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use curve::CurvePicture;

use super::drawing::{self, Point, WaterfallRow};
use super::height;
use super::{
    Balance, Block, Cell, ColumnKind, Document, Drawing, Facing, Figure, Heat, Layout, Link, Matrix, Radar, RowKind,
    Run, Section, Style, Table, Text, Tone,
};
use crate::words::{Broken, Clean, Lang};

/// How the page looks, on screens light and dark and on paper.
const STYLE: &str = include_str!("html/style.css");

/// The fingerprint of the style, so that the page allows this style and no other.
static STYLE_HASH: LazyLock<String> = LazyLock::new(|| BASE64_STANDARD.encode(Sha256::digest(STYLE)));

/// The longest word that a column of a table makes room for. Ids of questions are shorter, unless somebody tries.
const LONGEST_WORD: usize = 40;

/// The document, with a final line break.
///
/// # Errors
/// A mistake of the program keeps the page from being written.
pub fn render(document: &Document) -> Result<String, Broken> {
    let anchors = document.anchors().into_iter().collect();
    let page = HtmlPage { document, anchors: &anchors, style: STYLE, style_hash: &STYLE_HASH };
    let html = page.render();
    let html = html.map_err(|error| Broken::new(format_args!("the page cannot be written as HTML: {error}")))?;
    Ok(html + "\n")
}

#[derive(Template)]
#[template(path = "page.html", config = "src/document/html/askama.toml")]
struct HtmlPage<'d> {
    document: &'d Document,
    anchors: &'d HashSet<&'d str>,
    style: &'static str,
    style_hash: &'static str,
}

impl<'d> HtmlPage<'d> {
    fn blocks(&self) -> Blocks<'d> {
        Blocks { blocks: &self.document.blocks, level: 2, anchors: self.anchors, lang: self.document.lang }
    }

    fn layout(&self) -> &'static str {
        match self.document.layout {
            Layout::Report => "report",
            Layout::Page => "page",
            Layout::Letter => "letter",
            Layout::Screen { .. } => "screen",
        }
    }

    /// The sections that a table of contents names; none where the document is short.
    fn contents(&self) -> Vec<&'d Section> {
        let sections = self.document.blocks.iter().filter_map(|block| match block {
            Block::Section(section) => Some(section),
            _ => None,
        });
        if self.document.layout == Layout::Report { sections.collect() } else { Vec::new() }
    }
}

#[derive(Template)]
#[template(path = "blocks.html", config = "src/document/html/askama.toml")]
struct Blocks<'d> {
    blocks: &'d [Block],
    level: usize,
    anchors: &'d HashSet<&'d str>,
    lang: Lang,
}

impl<'d> Blocks<'d> {
    fn inner(&self, section: &'d Section) -> Blocks<'d> {
        Blocks { blocks: &section.blocks, level: self.level + 1, anchors: self.anchors, lang: self.lang }
    }

    fn text(&self, text: &'d Text) -> Words<'d> {
        Words { text, anchors: self.anchors }
    }

    fn table(&self, table: &'d Table) -> HtmlTable<'d> {
        HtmlTable { table, anchors: self.anchors }
    }

    fn drawing(&self, figure: &'d Figure) -> Picture<'d> {
        match &figure.drawing {
            Drawing::Radar(radar) => Picture::Radar(RadarPicture { figure, radar }),
            Drawing::Matrix(matrix) => match &matrix.heat {
                Some(heat) => Picture::Heat(HeatPicture { figure, matrix, heat }),
                None => Picture::Matrix(MatrixPicture { figure, matrix }),
            },
            Drawing::Facing(facing) => Picture::Facing(FacingPicture { figure, facing }),
            Drawing::Curve(curve) => {
                let tones = curve.points.iter().map(|point| tone(&point.tag.0)).collect();
                Picture::Curve(CurvePicture { figure, curve, tones })
            }
            Drawing::Waterfall(waterfall) => {
                Picture::Waterfall(WaterfallPicture { figure, steps: drawing::steps(waterfall) })
            }
        }
    }

    /// A level of headings that exists.
    fn heading(&self) -> usize {
        self.level.min(6)
    }
}

#[derive(Template)]
#[template(path = "words.html", config = "src/document/html/askama.toml")]
struct Words<'d> {
    text: &'d Text,
    anchors: &'d HashSet<&'d str>,
}

impl Words<'_> {
    /// Where a piece leads; nowhere if this document has no such anchor.
    fn target(&self, span: &Run) -> Option<String> {
        match span.link.as_ref()? {
            Link::Within(anchor) => self.anchors.contains(anchor.as_str()).then(|| format!("#{anchor}")),
            Link::Web(address) => Some(address.clone()),
        }
    }
}

#[derive(Template)]
#[template(path = "table.html", config = "src/document/html/askama.toml")]
struct HtmlTable<'d> {
    table: &'d Table,
    anchors: &'d HashSet<&'d str>,
}

impl<'d> HtmlTable<'d> {
    fn text(&self, text: &'d Text) -> Words<'d> {
        Words { text, anchors: self.anchors }
    }

    fn column_class(&self, at: &usize) -> &'static str {
        match self.table.columns.get(*at).map(|column| column.kind) {
            Some(ColumnKind::Number) => "number",
            Some(ColumnKind::Bar) => "bar",
            Some(ColumnKind::Day) => "day",
            Some(ColumnKind::Words) | None => "words",
        }
    }

    fn row_class(&self, kind: &RowKind) -> &'static str {
        match kind {
            RowKind::Plain => "plain",
            RowKind::Group => "group",
            RowKind::Member => "member",
            RowKind::Total => "total",
        }
    }

    /// Where a bar begins that leans to the left or to the right of the middle.
    fn lean_start(&self, balance: &Balance) -> i64 {
        1000 + balance.reach.min(0)
    }

    /// A word that is longer than a column should be may break anywhere. Others keep together, so that a column is
    /// as wide as its longest word.
    fn is_long(&self, text: &Text) -> bool {
        self.is_long_word(&text.words())
    }

    /// The same of the head of a column.
    fn is_long_word(&self, words: &Clean) -> bool {
        words.split(' ').any(|word| word.chars().count() > LONGEST_WORD)
    }

    /// A table of many columns gets more room.
    fn is_wide(&self) -> bool {
        self.table.columns.len() > 5
    }
}

/// A picture, whichever it is.
enum Picture<'d> {
    Radar(RadarPicture<'d>),
    Matrix(MatrixPicture<'d>),
    Heat(HeatPicture<'d>),
    Facing(FacingPicture<'d>),
    Waterfall(WaterfallPicture<'d>),
    Curve(CurvePicture<'d>),
}

impl std::fmt::Display for Picture<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Picture::Radar(radar) => radar.fmt(f),
            Picture::Matrix(matrix) => matrix.fmt(f),
            Picture::Heat(heat) => heat.fmt(f),
            Picture::Facing(facing) => facing.fmt(f),
            Picture::Waterfall(waterfall) => waterfall.fmt(f),
            Picture::Curve(curve) => curve.fmt(f),
        }
    }
}

#[derive(Template)]
#[template(path = "radar.html", config = "src/document/html/askama.toml")]
struct RadarPicture<'d> {
    figure: &'d Figure,
    radar: &'d Radar,
}

impl RadarPicture<'_> {
    fn spokes(&self) -> Vec<Point> {
        drawing::around(self.radar.axes.iter().map(|_| 1000))
    }

    fn labels(&self) -> Vec<Point> {
        drawing::around(self.radar.axes.iter().map(|_| 1130))
    }

    /// The corners of the inner line.
    fn inner(&self) -> Vec<Point> {
        drawing::around(self.radar.axes.iter().map(|axis| axis.values[0]))
    }

    /// The corners of the outer line.
    fn outer(&self) -> Vec<Point> {
        drawing::around(self.radar.axes.iter().map(|axis| axis.values[1]))
    }

    /// Corners as a polygon has them.
    fn polygon(&self, corners: Vec<Point>) -> String {
        corners.iter().map(Point::to_string).collect::<Vec<_>>().join(" ")
    }
}

#[derive(Template)]
#[template(path = "matrix.html", config = "src/document/html/askama.toml")]
struct MatrixPicture<'d> {
    figure: &'d Figure,
    matrix: &'d Matrix,
}

impl MatrixPicture<'_> {
    fn cells(&self, row: &usize) -> &[(Tone, Clean)] {
        self.matrix.cells.get(*row).map_or(&[], Vec::as_slice)
    }

    /// What the marks of a cell say.
    fn marks(&self, row: &usize, column: &usize) -> Option<Clean> {
        let marks = self.matrix.marks.iter().filter(|mark| mark.row == *row && mark.column == *column);
        let names = Clean::joined(marks.map(|mark| &mark.name), ", ");
        (!names.is_empty()).then_some(names)
    }
}

#[derive(Template)]
#[template(path = "heat.html", config = "src/document/html/askama.toml")]
struct HeatPicture<'d> {
    figure: &'d Figure,
    matrix: &'d Matrix,
    heat: &'d Heat,
}

impl HeatPicture<'_> {
    fn size(&self) -> [usize; 2] {
        drawing::heat_size(self.matrix)
    }

    fn names(&self) -> usize {
        drawing::HEAT_NAMES
    }

    fn of_row(&self, row: &usize) -> Clean {
        Heat::shown(self.heat.of_row(*row))
    }

    fn of_column(&self, column: &usize) -> Clean {
        Heat::shown(self.heat.of_column(*column))
    }

    fn all(&self) -> Clean {
        Heat::shown(self.heat.all())
    }

    fn left(&self, column: &usize) -> usize {
        drawing::heat_cell(0, *column)[0]
    }

    fn top(&self, row: &usize) -> usize {
        drawing::heat_cell(*row, 0)[1]
    }

    /// A name above a column, in two lines if it is of two words, the last line first.
    fn head<'h>(&self, name: &'h Clean) -> Vec<&'h str> {
        name.rsplitn(2, ' ').collect()
    }

    fn cells(&self, row: &usize) -> &[(Tone, Clean)] {
        self.matrix.cells.get(*row).map_or(&[], Vec::as_slice)
    }

    /// How long the bar in a cell is.
    fn bar(&self, row: &usize, column: &usize) -> usize {
        (self.heat.share(*row, *column) * 66).div_ceil(1_000)
    }
}

#[derive(Template)]
#[template(path = "facing.html", config = "src/document/html/askama.toml")]
struct FacingPicture<'d> {
    figure: &'d Figure,
    facing: &'d Facing,
}

impl FacingPicture<'_> {
    /// A side's name, and one over the whole width: no longer than there is room for in the picture.
    fn side(&self, name: &Clean) -> Clean {
        height::short(name, 320)
    }

    fn across(&self, name: &Clean) -> Clean {
        height::short(name, 660)
    }

    /// How long a bar of a value is.
    fn length(&self, value: &u64) -> u64 {
        value * 200 / 1000
    }
}

#[derive(Template)]
#[template(path = "waterfall.html", config = "src/document/html/askama.toml")]
struct WaterfallPicture<'d> {
    figure: &'d Figure,
    steps: Vec<WaterfallRow>,
}

impl WaterfallPicture<'_> {
    /// A step's name, no longer than the number at the end of its line leaves.
    fn beside_a_number(&self, name: &Clean) -> Clean {
        height::short(name, 560)
    }
}

fn tone(tone: &Tone) -> &'static str {
    match tone {
        Tone::Plain => "plain",
        Tone::Good => "good",
        Tone::Careful => "careful",
        Tone::Bad => "bad",
        Tone::Worst => "worst",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_leads_only_where_there_is_something() {
        let document = |blocks| Document { lang: Lang::En, layout: Layout::Report, title: Text::plain("T"), blocks };
        let reference = || Block::Paragraph(Text::default().reference("a.b"));
        let lost = render(&document(vec![reference()])).unwrap();
        assert!(lost.contains("<code>a.b</code>") && !lost.contains("href=\"#a.b\""), "{lost}");
        let found = render(&document(vec![reference(), Section::block("a.b", Text::plain("A"), Vec::new())])).unwrap();
        assert!(found.contains("<a href=\"#a.b\"><code>a.b</code></a>"), "{found}");
    }

    #[test]
    fn words_stay_words() {
        let title = Text::plain("<script>alert(1)</script>&amp;\"'");
        let html = render(&Document { lang: Lang::Sv, layout: Layout::Letter, title, blocks: Vec::new() }).unwrap();
        assert!(!html.contains("<script"), "{html}");
        assert!(html.contains("<html lang=\"sv\""), "{html}");
    }
}
