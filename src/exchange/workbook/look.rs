//! How a workbook looks: one typeface, few colours, and rows as high as their words need. Sizes are in pixels, letters
//! in points.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::document::height;

/// The typeface, which every program has or has one of the same widths for.
pub const TYPEFACE: &str = "Arial";
/// The size of letters.
pub const LETTERS: u16 = 10;
/// The size of small letters, and of a title.
pub const SMALL: u16 = 8;
/// The size of the letters of a title.
pub const LARGE: u16 = 16;
/// How days are shown.
pub const DAY: &str = "yyyy-mm-dd";
/// How far options are set in.
pub const OPTION_INDENT: u16 = 20;
/// No row is higher, in pixels.
const HIGHEST: u32 = 545;
/// The room at the sides of the words of a cell, together, and above and below them.
const BESIDE: u16 = 14;
const ABOVE: u32 = 9;

const INK: u32 = 0x001c_2126;
const SOFT: u32 = 0x0055_5d66;
const LINE: u32 = 0x00d5_d9de;
const RAISED: u32 = 0x00f5_f6f8;
const ACCENT: u32 = 0x0014_507d;
const CAREFUL: u32 = 0x006b_4a00;
const INPUT: u32 = 0x00ff_f9e3;
const FAINT: u32 = 0x0076_7d85;
const WHITE: u32 = 0x00ff_ffff;

/// The formats of cells, and of words within a cell.
#[derive(Clone, Debug)]
pub struct BookLook {
    /// The default.
    pub plain: Format,
    /// A title, a heading within a sheet, the head of a column.
    pub title: Format,
    /// A heading within a sheet.
    pub heading: Format,
    /// The head of a column.
    pub head: Format,
    /// An explanation, across columns.
    pub note: Format,
    /// What is asked, in a cell with lines around it.
    pub asked: Format,
    /// The same in the middle, for numbers and what stands in few words.
    pub centred: Format,
    /// A label, a figure and answers in rows of one line.
    pub label: Format,
    /// A figure in such a row.
    pub figure: Format,
    /// An answer in words in such a row.
    pub line: Format,
    /// A day in such a row.
    pub line_day: Format,
    /// The label of a sum, and a sum.
    pub total: Format,
    /// A sum.
    pub total_figure: Format,
    /// The label of an option, set in.
    pub option: Format,
    /// What is not to be filled in.
    pub shut: Format,
    /// What is proposed.
    pub proposal: Format,
    /// An answer in words: what is typed stays what it is.
    pub words: Format,
    /// A day.
    pub day: Format,
    /// Words within a cell: what is asked, help, a condition, an id.
    pub strong: Format,
    /// Help.
    pub soft: Format,
    /// A condition.
    pub condition: Format,
    /// An id.
    pub small: Format,
    /// By condition: what is not asked, what is open, what is answered.
    pub not_asked: Format,
    /// What is open.
    pub open: Format,
    /// What is answered.
    pub answered: Format,
}

impl BookLook {
    /// The look of all workbooks.
    pub fn new() -> BookLook {
        let letters = |size: u16, colour: u32| {
            let format = Format::new().set_font_name(TYPEFACE).set_font_size(size).set_font_family(2);
            format.set_font_color(Color::RGB(colour))
        };
        let plain = letters(LETTERS, INK);
        let boxed = |format: Format| {
            let format = format.set_border(FormatBorder::Thin).set_border_color(Color::RGB(LINE));
            format.set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left).set_indent(1)
        };
        let input = boxed(plain.clone()).set_background_color(Color::RGB(INPUT)).set_unlocked();
        let head = boxed(letters(LETTERS, WHITE).set_bold()).set_background_color(Color::RGB(ACCENT));
        let asked = boxed(plain.clone());
        BookLook {
            title: letters(LARGE, ACCENT).set_bold().set_align(FormatAlign::VerticalCenter),
            heading: letters(12, ACCENT).set_bold().set_align(FormatAlign::VerticalCenter),
            head: head.set_align(FormatAlign::VerticalCenter),
            note: letters(LETTERS, SOFT).set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Left),
            label: asked.clone().set_align(FormatAlign::VerticalCenter),
            figure: asked.clone().set_indent(0).set_align(FormatAlign::Center).set_align(FormatAlign::VerticalCenter),
            line: input.clone().set_num_format("@").set_align(FormatAlign::VerticalCenter),
            line_day: input.clone().set_num_format(DAY).set_align(FormatAlign::VerticalCenter),
            total: boxed(letters(LETTERS, INK).set_bold()).set_align(FormatAlign::VerticalCenter),
            total_figure: boxed(letters(LETTERS, INK).set_bold())
                .set_indent(0)
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            centred: asked.clone().set_indent(0).set_align(FormatAlign::Center),
            option: asked.clone().set_indent(3).set_align(FormatAlign::VerticalCenter),
            shut: asked.clone().set_background_color(Color::RGB(RAISED)),
            proposal: boxed(letters(LETTERS, SOFT).set_italic()),
            words: input.clone().set_num_format("@"),
            day: input.clone().set_num_format(DAY),
            strong: letters(LETTERS, INK).set_bold(),
            soft: letters(LETTERS, SOFT),
            condition: letters(LETTERS, ACCENT).set_italic(),
            small: letters(SMALL, FAINT),
            not_asked: Format::new().set_font_color(Color::RGB(FAINT)).set_background_color(Color::RGB(RAISED)),
            open: Format::new().set_font_color(Color::RGB(CAREFUL)).set_bold(),
            answered: Format::new().set_font_color(Color::RGB(ACCENT)),
            asked,
            plain,
        }
    }

    /// A number with so many decimals.
    pub fn number(&self, decimals: u8) -> Format {
        let shown = match decimals {
            0 => "0",
            1 => "0.0",
            _ => "0.00",
        };
        self.words.clone().set_num_format(shown)
    }
}

/// How high words are in a cell of a width, each line with its letters.
pub fn height(width: u16, texts: &[(&str, &Font)]) -> u32 {
    let lines = |(text, font): &(&str, &Font)| {
        let room = room(width, font);
        let lines: usize = text.lines().map(|line| height::lines(line, room)).sum();
        u32::try_from(lines.max(1)).unwrap_or(u32::MAX).saturating_mul(font.line())
    };
    texts.iter().map(lines).fold(ABOVE, u32::saturating_add).min(HIGHEST)
}

/// Letters of a size.
#[derive(Clone, Copy, Debug)]
pub struct Font {
    /// Their height in points.
    pub size: u16,
    /// Whether they are bold.
    pub is_bold: bool,
}

/// The letters of most words.
pub const PLAIN: Font = Font { size: LETTERS, is_bold: false };
/// Of what is asked.
pub const STRONG: Font = Font { size: LETTERS, is_bold: true };
/// Of ids.
pub const TINY: Font = Font { size: SMALL, is_bold: false };

impl Font {
    /// The height of a line: a point is four thirds of a pixel, and a line a quarter higher than its letters.
    fn line(self) -> u32 {
        (u32::from(self.size) * 5).div_ceil(3)
    }
}

/// The room in a cell of a width, in hundredths of the height of its letters. The typeface is narrower, by an
/// eighth, than the widest that heights are reckoned with; bold letters are a twelfth wider.
fn room(width: u16, font: &Font) -> usize {
    let room = usize::from(width.saturating_sub(BESIDE)) * 7_500 / (usize::from(font.size) * 86);
    if font.is_bold { room * 12 / 13 } else { room }.max(1)
}
