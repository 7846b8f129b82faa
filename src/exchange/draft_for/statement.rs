//! What a table with a column of controls says of them: a statement of applicability of ISO/IEC 27001, or another
//! table of controls. Which of its columns is an answer is not guessed: the row is quoted with its heads.

use std::collections::BTreeSet;

use super::SaidElsewhere;
use crate::exchange::foreign::caiq::edition::{self, CcmControl, CcmEdition};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::{CellValue, Spreadsheet, Worksheet};
use crate::source::cells::CellAt;
use crate::words::clean::{Clean, Trusted, one_line, shortened};
use crate::words::matters::draft_for as matter;
use crate::words::problem::{Problem, controls as problem};

/// A column with fewer different controls is no column of controls; where their ids are certain, with fewer of these.
const FEWEST: usize = 5;
const FEWEST_CERTAIN: usize = 2;

/// So many columns are quoted, and so much of each, in letters.
const MOST_COLUMNS: usize = 12;
const LONGEST_CELL: usize = 160;

/// A framework whose controls a column may hold.
struct Controls {
    /// As built-in questionnaires name it.
    framework: &'static str,
    /// What the source is called.
    source: &'static str,
    /// Whether something is the id of a control.
    is_id: fn(&str) -> bool,
    /// Whether an id is of this framework and no other.
    is_certain: fn(&str) -> bool,
    /// One of these is said above the controls, or is in the name of the sheet, where the ids are not certain.
    words: &'static [&'static str],
}

const KINDS: [Controls; 4] = [
    Controls {
        framework: "iso27001",
        source: "ISO 27001",
        is_id: is_annex_a,
        is_certain: |id| id.starts_with("A."),
        words: &["27001", "27002", "annex a", "bilaga a", "applicability", "tillämplighet"],
    },
    Controls { framework: "nist-csf", source: "NIST CSF", is_id: is_csf, is_certain: |_| true, words: &[] },
    Controls { framework: edition::FRAMEWORK, source: "CSA CCM", is_id: is_ccm, is_certain: |_| true, words: &[] },
    Controls {
        framework: "cis-controls",
        source: "CIS Controls",
        is_id: is_cis,
        is_certain: |_| false,
        words: &["cis controls", "cis critical", "cis safeguard", "cis v8"],
    },
];

/// What the tables of a workbook say; nothing where no column holds controls.
///
/// # Errors
/// The controls are those of an edition to which no question refers.
pub fn said_in(workbook: &Spreadsheet, ledger: &mut Ledger) -> Result<Vec<SaidElsewhere>, Problem> {
    let mut tables = Vec::new();
    for sheet in workbook.sheets.iter().filter(|sheet| !sheet.hidden) {
        tables.extend(ControlTable::on(sheet)?);
    }
    let of_ccm = tables.iter().flat_map(|table| &table.columns).filter(|it| it.kind.framework == edition::FRAMEWORK);
    let edition = CcmEdition::of(of_ccm.flat_map(|column| column.ids.iter().map(String::as_str)));
    let mut said = Vec::new();
    for table in &tables {
        let rows = table.sheet.rows().filter(|row| *row >= table.first);
        said.extend(rows.filter_map(|row| table.said_in_row(row, edition, ledger)));
    }
    Ok(said)
}

/// A sheet with controls.
struct ControlTable<'s> {
    sheet: &'s Worksheet,
    columns: Vec<ControlColumn>,
    /// The row of the heads.
    head: Option<u32>,
    /// The first row with a control.
    first: u32,
}

/// A column of controls.
struct ControlColumn {
    kind: &'static Controls,
    column: u32,
    first: u32,
    ids: BTreeSet<String>,
}

impl<'s> ControlTable<'s> {
    fn on(sheet: &'s Worksheet) -> Result<Option<ControlTable<'s>>, Problem> {
        let all: BTreeSet<u32> = sheet.cells().map(|(at, _)| at.column).collect();
        let (old, all): (Vec<u32>, Vec<u32>) = all.into_iter().partition(|column| is_of_2013(sheet, *column));
        let columns: Vec<ControlColumn> = all.iter().filter_map(|column| controls_in(sheet, *column)).collect();
        let Some(first) = columns.iter().map(|column| column.first).min() else {
            return if old.is_empty() { Ok(None) } else { Err(problem::old_annex()) };
        };
        let head = sheet.rows().take_while(|row| *row < first).filter(|row| sheet.row(*row).count() > 1).last();
        Ok(Some(ControlTable { sheet, columns, head, first }))
    }

    /// What the row says of its controls; `None` if it has none, or says nothing.
    fn said_in_row(&self, row: u32, edition: Option<CcmEdition>, ledger: &mut Ledger) -> Option<SaidElsewhere> {
        let words = self.words(row);
        if words.is_empty() {
            return None;
        }
        let mut controls = Vec::new();
        let mut named: Option<(&Controls, String)> = None;
        for column in &self.columns {
            let kind = column.kind;
            let at = CellAt { row, column: column.column };
            let said = self.sheet.shown(at);
            if self.sheet.cell(at).is_some_and(is_unclear) && (kind.is_id)(&said) {
                ledger.note(Fate::Lost, &matter::UNCLEAR_NUMBERS, one_line(&said));
                continue;
            }
            let (found, others): (Vec<&str>, Vec<&str>) = parts(&said).partition(|part| (kind.is_id)(part));
            for other in others.into_iter().filter(|other| column.seems_id(other)) {
                ledger.note(Fate::Lost, &matter::UNKNOWN_CONTROLS, one_line(other));
            }
            if !found.is_empty() && named.is_none() {
                named = Some((kind, found.join(", ")));
            }
            controls.extend(found.into_iter().filter_map(|id| kind.control(id, edition, ledger)));
        }
        let (kind, place) = named?;
        ledger.count(Fate::Read, &matter::PLACES, 1);
        Some(SaidElsewhere { source: kind.source.clean(), place, controls, words })
    }

    /// What stands beside the controls, with its heads.
    fn words(&self, row: u32) -> String {
        let is_control = |at: CellAt| self.columns.iter().any(|column| column.column == at.column);
        let others = self.sheet.row(row).filter(|(at, value)| !is_control(*at) && !value.said().is_empty());
        let quoted = others.take(MOST_COLUMNS).map(|(at, value)| {
            let head = self.head.map(|row| self.sheet.said(CellAt { row, ..at })).unwrap_or_default();
            let words = shortened(&value.said(), LONGEST_CELL);
            if head.is_empty() { words } else { shortened(&head, LONGEST_CELL).and(": ").and(words) }
        });
        Clean::joined(quoted, "; ").to_string()
    }
}

impl ControlColumn {
    /// Whether something that is no control is written like one; what several begin with is the name of their part.
    fn seems_id(&self, said: &str) -> bool {
        let is_part = |id: &String| id.strip_prefix(said).is_some_and(|rest| rest.starts_with(['.', '-']));
        let is_word = said.len() <= 20 && !said.contains(char::is_whitespace);
        is_word && said.contains(|sign: char| sign.is_ascii_digit()) && !self.ids.iter().any(is_part)
    }
}

impl Controls {
    /// The control that an id stands for, as questions refer to it.
    fn control(&self, id: &str, edition: Option<CcmEdition>, ledger: &mut Ledger) -> Option<(&'static str, String)> {
        if self.framework != edition::FRAMEWORK {
            return Some((self.framework, id.to_owned()));
        }
        let lost = match edition::meant(id, edition)? {
            CcmControl::Known(control) => return Some((self.framework, control)),
            CcmControl::New => &matter::NEWER_CONTROLS,
            CcmControl::Unclear => &matter::UNCLEAR_EDITION,
        };
        ledger.note(Fate::Lost, lost, one_line(id));
        None
    }
}

/// What stands in a column, by its rows.
fn cells_of(sheet: &Worksheet, column: u32) -> Vec<(u32, String)> {
    let cells = sheet.cells().filter(|(at, value)| at.column == column && !value.said().is_empty());
    cells.map(|(at, value)| (at.row, value.said().into_owned())).collect()
}

/// Which controls a column holds, if it does: most of what stands in it from the first on.
fn controls_in(sheet: &Worksheet, column: u32) -> Option<ControlColumn> {
    let cells = cells_of(sheet, column);
    KINDS.iter().find_map(|kind| {
        let is_held = |said: &str| parts(said).next().is_some() && parts(said).all(kind.is_id);
        let at = cells.iter().position(|(_, said)| is_held(said))?;
        let below = cells.get(at..)?;
        let first = below.first()?.0;
        let held: Vec<&str> = below.iter().map(|(_, said)| said.as_str()).filter(|said| is_held(said)).collect();
        let ids: BTreeSet<&str> = held.iter().flat_map(|said| parts(said)).collect();
        let above = sheet.cells().take_while(|(at, _)| at.row < first).map(|(_, value)| value.said().to_lowercase());
        let mut above = above.chain([sheet.name.to_lowercase()]);
        let is_named = above.any(|said| kind.words.iter().any(|word| said.contains(word)));
        let certain = ids.iter().filter(|id| (kind.is_certain)(id)).count();
        let is_enough = certain >= FEWEST_CERTAIN || ((is_named || certain > 0) && ids.len() >= FEWEST);
        let ids: BTreeSet<String> = ids.into_iter().map(str::to_owned).collect();
        let is_full = is_enough && held.len() * 2 >= below.len();
        is_full.then_some(ControlColumn { kind, column, first, ids })
    })
}

/// Whether a column holds controls of Annex A of 2013, with three numbers: `A.9.2.3`. A few among many of 2022 do not
/// make it one.
fn is_of_2013(sheet: &Worksheet, column: u32) -> bool {
    let is_old = |said: &str| {
        let numbers: Vec<&str> = said.strip_prefix("A.").unwrap_or_default().split('.').collect();
        let is_number = |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        numbers.len() == 3 && numbers.iter().all(is_number)
    };
    let cells = cells_of(sheet, column);
    let count = |is_one: &dyn Fn(&str) -> bool| cells.iter().filter(|(_, said)| is_one(said)).count();
    let (old, new) = (count(&is_old), count(&is_annex_a));
    old >= FEWEST_CERTAIN && old >= new
}

/// The ids in a cell: several may stand there with commas or lines between them.
fn parts(said: &str) -> impl Iterator<Item = &str> {
    said.split([',', ';', '\n', '/']).map(str::trim).filter(|part| !part.is_empty())
}

/// A number of two parts, each without leading noughts.
fn two_numbers(id: &str) -> Option<(u32, u32)> {
    let (one, other) = id.split_once('.')?;
    let number = |part: &str| {
        let is_plain = (1..=2).contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
        part.parse().ok().filter(|_| is_plain && !part.starts_with('0'))
    };
    Some((number(one)?, number(other)?))
}

/// A control of Annex A of 2022: 5.1 to 5.37, 6.1 to 6.8, 7.1 to 7.14, 8.1 to 8.34.
fn is_annex_a(id: &str) -> bool {
    let Some((theme, number)) = two_numbers(id.strip_prefix("A.").unwrap_or(id)) else { return false };
    [(5, 37), (6, 8), (7, 14), (8, 34)].iter().any(|(known, last)| *known == theme && number <= *last)
}

/// A subcategory of the NIST CSF: `PR.AA-03`.
fn is_csf(id: &str) -> bool {
    let Some((category, number)) = id.split_once('-') else { return false };
    let functions = ["GV", "ID", "PR", "DE", "RS", "RC"];
    let is_known = |function: &str, rest: &str| {
        functions.contains(&function) && rest.len() == 2 && rest.bytes().all(|letter| letter.is_ascii_uppercase())
    };
    category.split_once('.').is_some_and(|(function, rest)| is_known(function, rest)) && is_two_digits(number)
}

/// A control of the CCM, of whichever edition: `IAM-14`.
fn is_ccm(id: &str) -> bool {
    edition::meant(id, None).is_some()
}

/// A safeguard of the CIS Controls: `6.3`.
fn is_cis(id: &str) -> bool {
    two_numbers(id).is_some_and(|(control, safeguard)| control <= 18 && safeguard <= 14)
}

fn is_two_digits(number: &str) -> bool {
    number.len() == 2 && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// Whether a cell holds a number from which a nought at the end may be gone: 5.1 is also what 5.10 becomes.
fn is_unclear(value: &CellValue) -> bool {
    let CellValue::Number(number) = value else { return false };
    number.split_once('.').is_none_or(|(_, digits)| ["1", "2", "3"].contains(&digits))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_told_apart() {
        let which =
            |id: &str| KINDS.iter().filter(|kind| (kind.is_id)(id)).map(|kind| kind.framework).collect::<Vec<_>>();
        assert_eq!(which("A.5.17"), ["iso27001"]);
        assert_eq!(which("5.17"), ["iso27001"]);
        assert_eq!(which("8.5"), ["iso27001", "cis-controls"]);
        assert_eq!(which("16.11"), ["cis-controls"]);
        assert_eq!(which("PR.AA-03"), ["nist-csf"]);
        assert_eq!(which("A&A-01"), ["csa-ccm"]);
        for other in ["", "5", "5.38", "A.9.2.3", "5.01", "PR.AC-1", "HIPA-01", "19.1", "A.12.1"] {
            assert_eq!(which(other), Vec::<&str>::new(), "{other}");
        }
    }

    #[test]
    fn a_number_may_have_lost_its_nought() {
        let number = |number: &str| CellValue::Number(number.to_owned());
        assert!(is_unclear(&number("5.1")) && is_unclear(&number("8")));
        assert!(!is_unclear(&number("5.17")) && !is_unclear(&CellValue::Text("5.1".to_owned())));
    }
}
