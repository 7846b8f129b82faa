//! A form as a workbook: drop-downs, a sheet per category, what is open by formula. The answers are found again by ids,
//! whatever other programs have made of names, places and looks; what stands where, [`layout`] says.
//!
//! What somebody wrote is written as text and nothing else: no text becomes a formula or a link.

mod cell_text;
mod checks;
mod columns;
mod content;
mod formulas;
pub mod gathered;
mod languages;
pub mod layout;
mod listed;
mod lists;
mod look;
mod names;
mod plan;
mod questions;
pub mod read;
mod registers;
mod sent;
mod sheet;
mod standing;
mod start;
pub mod tables;
mod wording;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use self::layout::LISTS;
use self::look::BookLook;
use self::plan::Plan;
use self::questions::Questions;
use self::standing::Standings;
use self::start::Start;
use crate::answers::form_file::FormFile;
use crate::words::Broken;

/// How hard the parts are packed, of 9.
const HARDEST: u8 = 9;
/// The height of a row and the width of a column by default, in pixels.
const ROW: u32 = 17;
const COLUMN: u32 = 64;

/// What the writer of workbooks refuses is a mistake of ours: it was asked for something that no workbook holds.
impl From<XlsxError> for Broken {
    fn from(error: XlsxError) -> Broken {
        Broken::new(error)
    }
}

/// A form as a workbook; the same form gives the same bytes.
///
/// # Errors
/// A mistake of the program.
pub fn write(form: &FormFile<'_>) -> Result<Vec<u8>, Broken> {
    let mut plan = Plan::of(form);
    let kinds = registers::kinds(&mut plan);
    let (look, standings, start) = (BookLook::new(), Standings::of(&plan), Start::of(&plan));
    let answered = start.answered(&plan);
    let questions = Questions { plan: &plan, standings: &standings, answered: &answered, look: &look };
    let mut book = Workbook::new();
    book.set_zip_compression_level(HARDEST);
    book.set_default_format(&look.plain, ROW, COLUMN)?;
    let title = plan.languages.line(&form.questionnaire().title).cut(LONGEST_TITLE);
    // a day that is always the same, where others put the clock of the machine
    let made = ExcelDateTime::from_ymd(2026, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title.as_str()).set_creation_datetime(&made));
    start.write(&plan, &standings, &look, book.add_worksheet())?;
    for sheet in &plan.sheets {
        questions.write(sheet, book.add_worksheet())?;
    }
    registers::documents(&plan, &look, kinds, book.add_worksheet())?;
    registers::companies(&plan, &look, book.add_worksheet())?;
    let lists = book.add_worksheet().set_name(LISTS)?.set_very_hidden(true);
    for (row, words) in (0..).zip(&plan.lists.words) {
        lists.write_string(row, 0, words.as_str())?;
    }
    Ok(book.save_to_buffer()?)
}

/// The title among the properties of the file.
const LONGEST_TITLE: usize = 200;
