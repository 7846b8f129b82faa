//! The questions of a HECVAT, from our own copy of it.

use std::collections::BTreeMap;

use super::gates::{GATE_SECTIONS, Gates, Opens};
use super::key::{KeyEntry, Wants, key};
use super::rows::{HecvatColumn, HecvatRow, left_out, rows};
use crate::exchange::draft::{Draft, DraftCategory, DraftCondition, DraftForm, DraftOption, DraftQuestion, DraftText};
use crate::exchange::foreign::version::version_in;
use crate::exchange::kept_under;
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::level::Importance;
use crate::words::clean::one_line;
use crate::words::matters::{draft, hecvat};

/// A title is no longer, in letters.
const LONGEST_TITLE: usize = 200;

/// Sections that are answered in words.
const IN_WORDS: &str = "GNRL";

/// The questionnaire that a workbook holds, and what became of each part of it.
pub fn drafted(workbook: &Spreadsheet) -> (Draft, Ledger) {
    let mut ledger = Ledger::default();
    let (rows, key) = (rows(workbook), key(workbook));
    let gates = Gates::of(&rows);
    let mut places: BTreeMap<&str, Vec<&HecvatRow<'_>>> = BTreeMap::new();
    rows.iter().for_each(|row| places.entry(&row.id).or_default().push(row));
    let titles = titles(workbook);
    let version = titles.iter().find_map(|title| version_in(title)).unwrap_or_default();
    let mut found = Draft {
        id: "hecvat".to_owned(),
        title: DraftText::one("HECVAT"),
        version,
        frameworks: vec![(kept_under::HECVAT.to_owned(), "HECVAT".to_owned())],
        ..Draft::default()
    };
    for row in rows.iter().filter(|row| places.get(&*row.id).is_some_and(|all| std::ptr::eq(all[0], *row))) {
        let entry = key.as_ref().map(|key| key.get(&row.id).copied().unwrap_or_default());
        let question = DraftQuestion {
            when: when(places.get(&*row.id).map_or(&[][..], Vec::as_slice), &gates, &mut ledger),
            ..question(row, entry, &mut ledger)
        };
        put(&mut found, row, question);
    }
    ledger.count(Fate::Read, &draft::QUESTIONS, places.len());
    left_out(workbook).into_iter().for_each(|name| ledger.note(Fate::Lost, &hecvat::LEFT_OUT, one_line(name)));
    if key.is_none() {
        ledger.count(Fate::Decide, &hecvat::NO_KEY, 1);
    }
    (found, ledger)
}

/// What stands at the top of the sheets and names the HECVAT.
pub fn titles(workbook: &Spreadsheet) -> Vec<String> {
    let seen = workbook.sheets.iter().filter(|sheet| !sheet.hidden);
    let cells = seen.flat_map(|sheet| sheet.cells().take_while(|(at, _)| at.row < 12).map(|(_, value)| value.said()));
    let is_title = |said: &String| {
        let small = said.to_lowercase();
        let is_named = ["hecvat", "vendor assessment", "version"].iter().any(|word| small.contains(word));
        is_named && said.chars().count() <= LONGEST_TITLE
    };
    cells.map(|said| said.into_owned()).filter(is_title).collect()
}

fn question(row: &HecvatRow<'_>, entry: Option<KeyEntry>, ledger: &mut Ledger) -> DraftQuestion {
    let help = row.said(HecvatColumn::Guidance);
    let (form, importance, weight) = form(row, entry, ledger);
    DraftQuestion {
        id: row.id.clone(),
        ask: DraftText::one(row.said(HecvatColumn::Question)),
        help: (!help.is_empty()).then(|| DraftText::one(help)),
        form,
        importance,
        weight,
        ..DraftQuestion::default()
    }
}

/// How a question is answered and what it counts: as the key says, and where there is none as far as that is certain.
fn form(
    row: &HecvatRow<'_>,
    entry: Option<KeyEntry>,
    ledger: &mut Ledger,
) -> (DraftForm, Option<Importance>, Option<u32>) {
    let info = Some(Importance::Info);
    if GATE_SECTIONS.contains(&row.prefix()) {
        ledger.count(Fate::Mapped, &hecvat::NOT_SCORED, 1);
        return (DraftForm::YesNo, info, None);
    }
    match entry {
        _ if row.prefix() == IN_WORDS => {
            ledger.count(Fate::Mapped, &hecvat::NOT_SCORED, 1);
            (DraftForm::Text, info, None)
        }
        None => (yes_or_no(None), None, None),
        Some(KeyEntry { wants: None, .. }) => {
            ledger.count(Fate::Mapped, &hecvat::NOT_SCORED, 1);
            (DraftForm::Text, info, None)
        }
        Some(KeyEntry { wants: Some(Wants::Yes), importance, weight }) => {
            ledger.count(Fate::Mapped, &hecvat::WANT_YES, 1);
            (DraftForm::YesNo, importance, weight.filter(|_| importance.is_none()))
        }
        Some(KeyEntry { wants: Some(Wants::No), importance, weight }) => {
            ledger.note(Fate::Mapped, &hecvat::WANT_NO, one_line(&row.id));
            (yes_or_no(Some(Wants::No)), importance, weight.filter(|_| importance.is_none()))
        }
    }
}

/// Yes and no with what they are worth, where that is known.
fn yes_or_no(wants: Option<Wants>) -> DraftForm {
    let value = |good| wants.map(|wants| if wants == good { 100 } else { 0 });
    let option = |id: &str, label: &str, value| DraftOption {
        id: id.to_owned(),
        label: DraftText::one(label),
        value,
        exclusive: false,
    };
    DraftForm::One(vec![option("yes", "Yes", value(Wants::Yes)), option("no", "No", value(Wants::No))])
}

/// When a question is asked that stands in these places: if one of them is to be filled in.
fn when(places: &[&HecvatRow<'_>], gates: &Gates, ledger: &mut Ledger) -> Option<DraftCondition> {
    let mut opens: Vec<Opens> = places.iter().map(|row| gates.opens(row)).collect();
    opens.sort();
    opens.dedup();
    let id = places.first().map(|row| one_line(&row.id)).unwrap_or_default();
    let mut wishes = Vec::new();
    for opened_by in opens {
        match opened_by {
            Opens::Nobody => return None,
            Opens::Unknown => {
                ledger.note(Fate::Decide, &hecvat::OPTIONAL, id);
                return None;
            }
            Opens::Yes { gate, is_good } => {
                if is_good {
                    ledger.note(Fate::Decide, &hecvat::HIDDEN_BY_NO, id.clone());
                }
                wishes.push(DraftCondition::Chosen { question: gate, options: vec!["yes".to_owned()] });
            }
        }
    }
    match wishes.len() {
        0 | 1 => wishes.pop(),
        _ => Some(DraftCondition::Any(wishes)),
    }
}

/// Puts a question into its category, which begins with its first question.
fn put(found: &mut Draft, row: &HecvatRow<'_>, question: DraftQuestion) {
    match found.categories.iter_mut().find(|category| category.id == row.prefix()) {
        Some(category) => category.questions.push(question),
        None => {
            let id = row.prefix().to_owned();
            let title = DraftText::one(row.section.clone().unwrap_or_else(|| id.clone()));
            found.categories.push(DraftCategory { id, title, questions: vec![question], ..DraftCategory::default() });
        }
    }
}
