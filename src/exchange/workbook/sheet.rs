//! What all sheets have in common: the marks by which they are read again, how cells are written, and how they are
//! printed.

use rust_xlsxwriter::{Format, ProtectionOptions, Worksheet};

use super::content::{Content, numeric, serial};
use super::layout::{ColumnId, FormMark, LONGEST_TEXT, RowId};
use super::look::{self, BookLook, Font};
use super::plan::{MARKS, Plan, TITLE};
use crate::source::fields::Word;
use crate::words::clean::{Clean, one_line};
use crate::words::{Broken, Lang};

/// The column of the ids.
const IDS: u16 = 0;
/// The column in which titles stand.
const FIRST_COLUMN: u16 = 1;
/// A4.
const A4: u8 = 9;
/// A footer has at most so many characters of words.
const LONGEST_FOOTER: usize = 60;

/// A sheet that is being written.
pub struct FormSheet<'w> {
    /// The sheet itself.
    pub page: &'w mut Worksheet,
    /// How it looks.
    pub look: &'w BookLook,
    widths: Vec<u16>,
}

/// The formats of what is filled in.
#[derive(Clone, Copy)]
pub struct Filling<'l> {
    /// Of words, and of nothing.
    pub words: &'l Format,
    /// Of numbers and days.
    pub figures: &'l Format,
}

impl<'w> FormSheet<'w> {
    /// A sheet with the mark of its form, of columns so wide, in pixels; the first of them is the second of the sheet.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn begin(
        page: &'w mut Worksheet,
        look: &'w BookLook,
        plan: &Plan<'_, '_>,
        name: &Clean,
        widths: &[u16],
    ) -> Result<FormSheet<'w>, Broken> {
        page.set_name(name.as_str())?;
        let mark = FormMark { form: plan.form.fingerprint(), questionnaire: plan.form.reference.to_string() };
        page.write_string(MARKS, IDS, one_line(&mark.to_string()).cut(LONGEST_TEXT).as_str())?;
        page.set_row_hidden(MARKS)?.set_column_hidden(IDS)?;
        for (column, width) in (FIRST_COLUMN..).zip(widths) {
            page.set_column_width_pixels(column, u32::from(*width))?;
        }
        page.set_screen_gridlines(false);
        Ok(FormSheet { page, look, widths: widths.to_vec() })
    }

    /// How wide some columns are together.
    pub fn width(&self, columns: std::ops::RangeInclusive<u16>) -> u16 {
        let places = columns.map(|column| usize::from(column - FIRST_COLUMN));
        places.filter_map(|at| self.widths.get(at)).sum()
    }

    /// The id of a row.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn row_id(&mut self, row: u32, id: &RowId) -> Result<(), Broken> {
        self.page.write_string(row, IDS, id.to_string())?;
        Ok(())
    }

    /// The id of a column.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn column_id(&mut self, column: u16, id: ColumnId) -> Result<(), Broken> {
        self.page.write_string(MARKS, column, id.word())?;
        Ok(())
    }

    /// Words in a cell.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn words(&mut self, row: u32, column: u16, words: &str, format: &Format) -> Result<(), Broken> {
        if words.is_empty() {
            self.page.write_blank(row, column, format)?;
        } else {
            self.page.write_string_with_format(row, column, words, format)?;
        }
        Ok(())
    }

    /// A cell of what is filled in, which of its parts it holds.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn filled(
        &mut self,
        (row, column): (u32, u16),
        content: &Content,
        part: usize,
        filling: Filling<'_>,
    ) -> Result<(), Broken> {
        let (number, written) = match content {
            Content::Number(number) if part == 0 => (numeric(*number), number.to_string()),
            Content::Day(day) if part == 0 => (serial(*day), day.to_string()),
            Content::Number(_) | Content::Day(_) | Content::Nothing => return self.empty(row, column, filling.figures),
            Content::Words(_) => (None, content.part(part).unwrap_or_default().to_owned()),
        };
        match number {
            Some(number) => {
                self.page.write_number_with_format(row, column, number, filling.figures)?;
                Ok(())
            }
            None => self.words(row, column, &written, filling.words),
        }
    }

    fn empty(&mut self, row: u32, column: u16, format: &Format) -> Result<(), Broken> {
        self.words(row, column, "", format)
    }

    /// Words across columns, in a row as high as they need if none is set.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn across(
        &mut self,
        row: u32,
        columns: std::ops::RangeInclusive<u16>,
        words: &str,
        format: &Format,
    ) -> Result<(), Broken> {
        self.page.merge_range(row, *columns.start(), row, *columns.end(), "", format)?;
        self.words(row, *columns.start(), words, format)
    }

    /// How high a row is, by the words in columns of it.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn high(&mut self, row: u32, cells: &[(u16, &[(&str, &Font)])]) -> Result<(), Broken> {
        let heights = cells.iter().map(|(width, texts)| look::height(*width, texts));
        self.page.set_row_height_pixels(row, heights.max().unwrap_or(0))?;
        Ok(())
    }

    /// The title of the sheet.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn title(&mut self, words: &Clean) -> Result<(), Broken> {
        let format = self.look.title.clone();
        self.words(TITLE, FIRST_COLUMN, words, &format)?;
        self.page.set_row_height_pixels(TITLE, 40)?;
        Ok(())
    }

    /// What is done at the end: locked without a password, a head that stays, a printed page as wide as the sheet.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn finish(
        self,
        plan: &Plan<'_, '_>,
        (last_row, last_column): (u32, u16),
        heads: Option<u32>,
        rows_can_be_added: bool,
    ) -> Result<(), Broken> {
        let page = self.page;
        page.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            insert_rows: rows_can_be_added,
            ..ProtectionOptions::new()
        });
        if let Some(heads) = heads {
            page.set_freeze_panes(heads + 1, FIRST_COLUMN + 1)?.set_repeat_rows(TITLE, heads)?;
        }
        page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
        page.set_print_area(TITLE, FIRST_COLUMN, last_row, last_column)?;
        page.set_margins(0.5, 0.5, 0.5, 0.7, 0.3, 0.3).set_footer(footer(plan));
        Ok(())
    }
}

/// Who is asked what, and which page it is. A sign that would steer the footer stands twice.
fn footer(plan: &Plan<'_, '_>) -> String {
    let safe = |words: Clean| words.cut(LONGEST_FOOTER).replace('&', "&&");
    let vendor = plan.form.filled_in.vendor.as_deref().map(one_line);
    let parts = vendor.into_iter().chain([plan.languages.line(&plan.form.questionnaire().title)]);
    let left: Vec<String> = parts.map(safe).collect();
    let pages = plan.languages.both(|lang: Lang| lang.page_of("&P", "&N"));
    format!("&L&\"{0}\"&8 {1}&R&\"{0}\"&8 {pages}", look::TYPEFACE, left.join(" · "))
}
