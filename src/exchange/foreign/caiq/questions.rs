//! The questions of a CAIQ.

use std::collections::BTreeSet;

use super::edition::FRAMEWORK;
use super::rows::{CaiqColumn, CaiqRow, CaiqSheet, domain};
use crate::exchange::draft::{Draft, DraftCategory, DraftForm, DraftQuestion, DraftText};
use crate::exchange::foreign::version::version_in;
use crate::exchange::kept_under;
use crate::exchange::ledger::{Fate, Ledger};
use crate::words::clean::one_line;
use crate::words::matters::{draft, sheets};

/// The frameworks of a CAIQ: its own, and that of its controls; in the AI-CAIQ others.
const FRAMEWORKS: [[(&str, &str); 2]; 2] = [
    [(kept_under::CAIQ, "CAIQ"), (FRAMEWORK, "CSA CCM")],
    [(kept_under::AI_CAIQ, "AI-CAIQ"), ("csa-aicm", "CSA AICM")],
];

/// The questionnaire that the sheets hold, and what became of each part of them.
pub fn drafted(sheets: &[CaiqSheet<'_>]) -> (Draft, Ledger) {
    let mut ledger = Ledger::default();
    let frameworks = FRAMEWORKS[usize::from(sheets.iter().any(CaiqSheet::is_of_ai))];
    let [(id, name), (controls, _)] = frameworks;
    let mut found = Draft {
        id: id.to_owned(),
        version: sheets.iter().flat_map(CaiqSheet::titles).find_map(|title| version_in(&title)).unwrap_or_default(),
        title: DraftText::one(name),
        frameworks: frameworks.iter().map(|(id, name)| ((*id).to_owned(), (*name).to_owned())).collect(),
        ..Draft::default()
    };
    let mut known = BTreeSet::new();
    for row in sheets.iter().flat_map(CaiqSheet::rows) {
        if !known.insert(row.id.to_string()) {
            ledger.note(Fate::Lost, &sheets::REPEATED, one_line(&row.id));
            continue;
        }
        put(&mut found, &row, question(&row, controls));
    }
    ledger.count(Fate::Read, &draft::QUESTIONS, known.len());
    (found, ledger)
}

fn question(row: &CaiqRow<'_>, controls: &str) -> DraftQuestion {
    let requirement = row.said(CaiqColumn::Requirement);
    DraftQuestion {
        id: row.id.to_string(),
        ask: DraftText::one(row.said(CaiqColumn::Question)),
        good: (!requirement.is_empty()).then(|| DraftText::one(requirement)),
        form: DraftForm::YesNo,
        refs: vec![(controls.to_owned(), vec![row.control()])],
        ..DraftQuestion::default()
    }
}

/// Puts a question into its category, which begins with its first question.
fn put(found: &mut Draft, row: &CaiqRow<'_>, question: DraftQuestion) {
    let id = domain(&row.id);
    match found.categories.iter_mut().find(|category| category.id == id) {
        Some(category) => category.questions.push(question),
        None => {
            let title = row.said(CaiqColumn::Domain);
            let title = DraftText::one(if title.is_empty() { id } else { &*title });
            let category =
                DraftCategory { id: id.to_owned(), title, questions: vec![question], ..DraftCategory::default() };
            found.categories.push(category);
        }
    }
}
