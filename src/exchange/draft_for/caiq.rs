//! What a filled CAIQ says of the controls of the CCM.

use super::SaidElsewhere;
use crate::exchange::foreign::caiq::edition::{FRAMEWORK, in_4_0, is_of_4_1};
use crate::exchange::foreign::caiq::rows::{CaiqColumn, CaiqRow, CaiqSheet, sheets};
use crate::exchange::foreign::caiq::{head, is_provider};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::words::clean::{Trusted, one_line};
use crate::words::matters::draft_for as matter;
use crate::words::problem::{Problem, controls as problem};

/// What is said in each row; `None` if the workbook is no CAIQ.
///
/// # Errors
/// It is an AI-CAIQ, whose controls are others under the same names.
pub fn said_in(workbook: &Spreadsheet, ledger: &mut Ledger) -> Result<Option<Vec<SaidElsewhere>>, Problem> {
    let sheets = sheets(workbook);
    if sheets.is_empty() {
        return Ok(None);
    }
    if sheets.iter().any(CaiqSheet::is_of_ai) {
        return Err(problem::controls_of_ai());
    }
    let is_newer = sheets.iter().flat_map(CaiqSheet::rows).any(|row| is_of_4_1(&row.id));
    let said: Vec<SaidElsewhere> =
        sheets.iter().flat_map(CaiqSheet::rows).map(|row| said(&row, is_newer, ledger)).collect();
    Ok(Some(said))
}

fn said(row: &CaiqRow<'_>, is_newer: bool, ledger: &mut Ledger) -> SaidElsewhere {
    let control = row.control();
    let control = if is_newer { in_4_0(&control) } else { Some(control) };
    let words = words(row);
    if !words.is_empty() {
        ledger.count(Fate::Read, &matter::PLACES, 1);
        if control.is_none() {
            ledger.note(Fate::Lost, &matter::NEWER_CONTROLS, one_line(&row.id));
        }
    }
    SaidElsewhere {
        source: "CAIQ".clean(),
        place: row.id.to_string(),
        controls: control.map(|control| (FRAMEWORK, control)).into_iter().collect(),
        words,
    }
}

/// The answer, whose business it is, and how it is done, in the vendor's words.
fn words(row: &CaiqRow<'_>) -> String {
    let mut answer = row.said(CaiqColumn::Answer).into_owned();
    let [description, owner, customer] =
        [CaiqColumn::Description, CaiqColumn::Ownership, CaiqColumn::Customer].map(|column| row.said(column));
    if answer.is_empty() && description.is_empty() {
        return String::new();
    }
    if !owner.is_empty() && !is_provider(&owner) {
        let owner = format!("({}: {owner})", head(row, CaiqColumn::Ownership));
        answer = [answer, owner].join(" ").trim().to_owned();
    }
    let customer = (!customer.is_empty()).then(|| format!("{}: {customer}", head(row, CaiqColumn::Customer)));
    let more: Vec<String> =
        [Some(description.into_owned()), customer].into_iter().flatten().filter(|said| !said.is_empty()).collect();
    [answer, more.join("; ")].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}
