//! The HECVAT of EDUCAUSE, versions 3 and 4: a workbook with sheets for the vendor, sheets for the buyer that repeat
//! them, and a hidden one with the key.

mod answers;
mod gates;
mod key;
mod questions;
mod rows;

use std::collections::BTreeSet;

use super::{Drafted, Foreign, Format, NotTakenIn, Replied, SaidOfFile};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::Questionnaire;
use crate::words::clean::Trusted;
use crate::words::problem::foreign as problem;

/// The format.
pub const FORMAT: Format = Format { id: "hecvat", title: "HECVAT", fits, questionnaire, answers: Some(answers) };

/// The question that begins each of them.
const FIRST: &str = "GNRL-01";

/// So many questions and sections no other table of such ids has.
const FEWEST: usize = 8;
const FEWEST_SECTIONS: usize = 2;

fn fits(opened: &Foreign) -> bool {
    let Foreign::Cells(workbook) = opened else { return false };
    let rows = rows::rows(workbook);
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    let sections: BTreeSet<&str> = ids.iter().map(|id| rows::prefix(id)).collect();
    ids.contains(FIRST) && ids.len() >= FEWEST && sections.len() >= FEWEST_SECTIONS
}

fn questionnaire(opened: &Foreign, _: &SaidOfFile) -> Drafted {
    Ok(questions::drafted(workbook(opened)?))
}

fn answers(opened: &Foreign, of: &Questionnaire, _: &SaidOfFile) -> Replied {
    Ok(answers::heard(workbook(opened)?, of))
}

/// The cells; what has none of our rows is refused.
fn workbook(opened: &Foreign) -> Result<&Spreadsheet, Box<NotTakenIn>> {
    match opened {
        Foreign::Cells(workbook) if !rows::rows(workbook).is_empty() => Ok(workbook),
        _ => Err(problem::foreign_without_questions(FORMAT.title.clean()).into()),
    }
}
