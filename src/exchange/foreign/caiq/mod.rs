//! The CAIQ 4 and the AI-CAIQ of the Cloud Security Alliance: a workbook with a row for each question.

mod answers;
pub mod edition;
mod questions;
pub mod rows;

pub use answers::{head, is_provider};

use super::{Drafted, Foreign, Format, NotTakenIn, Replied, SaidOfFile};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::Questionnaire;
use crate::words::clean::Trusted;
use crate::words::problem::foreign as problem;
use rows::CaiqSheet;

/// The format.
pub const FORMAT: Format = Format { id: "caiq", title: "CAIQ", fits, questionnaire, answers: Some(answers) };

fn fits(opened: &Foreign) -> bool {
    matches!(opened, Foreign::Cells(workbook) if !rows::sheets(workbook).is_empty())
}

fn questionnaire(opened: &Foreign, wanted: &SaidOfFile) -> Drafted {
    Ok(questions::drafted(&sheets(opened, wanted)?))
}

fn answers(opened: &Foreign, of: &Questionnaire, wanted: &SaidOfFile) -> Replied {
    answers::heard(&sheets(opened, wanted)?, of).map_err(Into::into)
}

/// The sheets with questions, or the one that is wanted.
fn sheets<'o>(opened: &'o Foreign, wanted: &SaidOfFile) -> Result<Vec<CaiqSheet<'o>>, Box<NotTakenIn>> {
    static NOTHING: Spreadsheet = Spreadsheet { sheets: Vec::new() };
    let workbook = if let Foreign::Cells(workbook) = opened { workbook } else { &NOTHING };
    let mut sheets = rows::sheets(workbook);
    sheets.retain(|sheet| wanted.sheet.as_ref().is_none_or(|name| sheet.name() == name));
    match sheets.is_empty() {
        true => Err(problem::foreign_without_questions(FORMAT.title.clean()).into()),
        false => Ok(sheets),
    }
}
