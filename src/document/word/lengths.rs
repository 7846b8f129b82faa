//! The lengths of a page in Word, by layout: margins and rooms in twentieths of a point (1440 an inch), letters in half
//! points, as the format has them. They follow the style sheet of the printed page.

use crate::document::Layout;

/// The width and the height of A4.
pub const A4: [usize; 2] = [11_906, 16_838];

/// How a layout is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lengths {
    /// The margins: top, right, bottom, left.
    pub margins: [usize; 4],
    /// How far the page numbers are from the edge.
    pub footer: usize,
    /// The size of letters.
    pub letters: usize,
    /// The size of letters in tables.
    pub table_letters: usize,
    /// The height of a line, in 240ths of what the typeface asks for.
    pub line: usize,
    /// The room after a paragraph.
    pub after: usize,
    /// The room after an item of a list.
    pub after_item: usize,
    /// The size of the letters of the title and of each level of headings.
    pub headings: [usize; 7],
    /// The room before and after a heading of the first level, and of one below it.
    pub around_headings: [[usize; 2]; 2],
    /// Whether a line stands above headings of the first level.
    pub is_ruled: bool,
    /// The room above and below the words of a cell, and beside them.
    pub padding: [usize; 2],
    /// The size of the letters of a verdict.
    pub verdict: usize,
    /// The height of bars.
    pub bar: usize,
}

/// Many pages.
const REPORT: Lengths = Lengths {
    margins: [964, 907, 1_021, 907],
    footer: 480,
    letters: 19,
    table_letters: 17,
    line: 290,
    after: 150,
    after_item: 40,
    headings: [42, 28, 22, 20, 19, 19, 19],
    around_headings: [[400, 140], [260, 80]],
    is_ruled: true,
    padding: [60, 85],
    verdict: 34,
    bar: 170,
};

/// One page; `height.rs` says what has room on it.
const PAGE: Lengths = Lengths {
    margins: [624, 851, 737, 851],
    footer: 340,
    letters: 18,
    table_letters: 17,
    line: 255,
    after: 79,
    after_item: 10,
    headings: [32, 22, 19, 18, 18, 18, 18],
    around_headings: [[110, 50], [80, 40]],
    is_ruled: true,
    padding: [20, 68],
    verdict: 30,
    bar: 130,
};

/// A letter.
const LETTER: Lengths = Lengths {
    margins: [624, 737, 680, 737],
    footer: 340,
    letters: 18,
    table_letters: 16,
    line: 265,
    after: 91,
    after_item: 23,
    headings: [30, 23, 20, 18, 18, 18, 18],
    around_headings: [[227, 68], [180, 50]],
    is_ruled: false,
    padding: [20, 57],
    verdict: 30,
    bar: 150,
};

impl Lengths {
    /// Of a layout.
    pub fn of(layout: Layout) -> &'static Lengths {
        match layout {
            Layout::Report | Layout::Screen { .. } => &REPORT,
            Layout::Page => &PAGE,
            Layout::Letter => &LETTER,
        }
    }

    /// The room between the margins.
    pub fn room(&self) -> usize {
        let [_, right, _, left] = self.margins;
        A4[0] - right - left
    }
}
