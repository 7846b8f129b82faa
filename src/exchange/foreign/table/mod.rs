//! Tables of others, csv or workbook: what their columns hold, a person says, by a mapping. Without one a table is
//! looked through, and what it seems to hold is shown; nothing is read by a guess.

pub mod draft;
pub mod heads;
pub mod heard;
pub mod mapping;
pub mod places;
pub mod proposal;
pub mod read;
pub mod rows;
pub mod said;

use self::mapping::Mapping;
use self::proposal::TableProposal;
use self::said::TableSaid;
use super::{Drafted, Foreign, Format, NotTakenIn, Replied, SaidOfFile};
use crate::exchange::foreign::asked::is_asked_otherwise;
use crate::exchange::heard::OriginalIds;
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::Questionnaire;
use crate::words::problem::mappings as problem;

/// Tables of others.
pub const FORMAT: Format = Format { id: "table", title: "table", fits, questionnaire, answers: Some(answers) };

/// Whether a file is a table.
pub fn fits(opened: &Foreign) -> bool {
    matches!(opened, Foreign::Cells(_))
}

/// What a table asks.
///
/// # Errors
/// Nobody said what its columns hold, or it is not there.
pub fn questionnaire(opened: &Foreign, wanted: &SaidOfFile) -> Drafted {
    let (workbook, mapping) = mapped(opened, wanted)?;
    Ok(draft::questionnaire(workbook, &mapping, &wanted.stem)?)
}

/// What a table answers. What it says of values and of importance is not read.
///
/// # Errors
/// Nobody said what its columns hold, or it is not there.
pub fn answers(opened: &Foreign, of: &Questionnaire, wanted: &SaidOfFile) -> Replied {
    let (workbook, mapping) = mapped(opened, wanted)?;
    let known = OriginalIds::of(of);
    let is_otherwise =
        |id: &str, asked: &str| known.find(id).is_some_and(|at| is_asked_otherwise(asked, &of.questions[at]));
    Ok(heard::answers(workbook, &mapping, &is_otherwise)?)
}

fn mapped<'o>(opened: &'o Foreign, wanted: &SaidOfFile) -> Result<(&'o Spreadsheet, Mapping), Box<NotTakenIn>> {
    let Foreign::Cells(workbook) = opened else { return Err(problem::no_table().into()) };
    let file = match &wanted.mapping {
        Some(source) => {
            let read = read::read(source);
            if read.diagnostics.has_errors() {
                return Err(Box::new(NotTakenIn { notes: read.diagnostics, ..problem::mapping_unread().into() }));
            }
            read.value
        }
        None => None,
    };
    let said = TableSaid {
        sheets: wanted.sheet.clone().into_iter().collect(),
        columns: wanted.columns.clone(),
        values: wanted.values.clone(),
    };
    match Mapping::with(file, &said)? {
        Some(mapping) if !mapping.columns.is_empty() => Ok((workbook, mapping)),
        mapping => Err(Box::new(proposed(workbook, mapping.as_ref()))),
    }
}

/// Nobody said what the columns hold: what was found is shown.
fn proposed(workbook: &Spreadsheet, mapping: Option<&Mapping>) -> NotTakenIn {
    let sheets = mapping.map(|mapping| &mapping.sheets[..]).unwrap_or_default();
    let proposal = TableProposal::of(workbook, sheets);
    let lines = proposal.map(|proposal| proposal.lines()).unwrap_or_default();
    NotTakenIn { proposal: lines, ..NotTakenIn::from(problem::table_not_mapped()) }
}
