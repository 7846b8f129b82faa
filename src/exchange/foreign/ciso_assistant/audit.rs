//! The table of an audit, as CISO Assistant exports it and takes it in: a row for each requirement, with its result and
//! what was observed.

use std::collections::BTreeSet;

use crate::answers::read_answer::is_answer;
use crate::exchange::heard::{Heard, HeardAnswer, HeardWords, OriginalIds};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::{Spreadsheet, Worksheet};
use crate::questionnaire::names::{NOT_APPLICABLE, folded};
use crate::questionnaire::{Form, Question, Questionnaire};
use crate::source::cells::{CellAt, SheetCell};
use crate::words::clean::{Trusted, one_line};
use crate::words::matters::ciso_assistant as matter;

/// The heads of a table stand in one of the first rows.
const HIGHEST: u32 = 10;

/// The columns of an audit.
#[derive(Clone, Copy, Debug)]
pub(super) struct AuditHeads<'s> {
    sheet: &'s Worksheet,
    row: u32,
    name: u32,
    urn: Option<u32>,
    result: u32,
    observations: Option<u32>,
}

/// Where the heads of an audit stand, if it is one.
pub(super) fn heads(cells: &Spreadsheet) -> Option<AuditHeads<'_>> {
    cells.sheets.iter().find_map(|sheet| {
        (0..HIGHEST).find_map(|row| {
            let column = |head: &str| {
                let mut found = sheet.row(row).filter(|(_, value)| value.said().trim().eq_ignore_ascii_case(head));
                found.next().map(|(at, _)| at.column)
            };
            let observations = column("observations").or_else(|| column("observation"));
            let (name, result) = (column("ref_id")?, column("compliance_result")?);
            Some(AuditHeads { sheet, row, name, urn: column("urn"), result, observations })
        })
    })
}

/// The results that CISO Assistant has for what was assessed.
const ASSESSED: [&str; 4] = ["compliant", "partially_compliant", "non_compliant", "not_applicable"];

/// What is said of each requirement. Of a result that is no single answer of its question the word stands among the
/// comments, and the question stays open.
pub(super) fn heard(cells: &Spreadsheet, questionnaire: &Questionnaire) -> (Heard, Ledger) {
    let (mut heard, mut ledger) = (Heard::default(), Ledger::default());
    let Some(heads) = heads(cells) else { return (heard, ledger) };
    let (known, mut answered) = (OriginalIds::of(questionnaire), BTreeSet::new());
    for row in heads.sheet.rows().filter(|row| *row > heads.row) {
        let cell = |column| SheetCell { sheet: heads.sheet.name.clone(), at: CellAt { row, column } };
        let told = |column: u32| {
            let words = heads.sheet.said(CellAt { row, column }).trim().to_owned();
            HeardWords { words, at: cell(column).into() }
        };
        let result = told(heads.result);
        let word = folded(&result.words).replace([' ', '-'], "_");
        let is_assessed = !word.is_empty() && word != "not_assessed";
        let mut comments: Vec<HeardWords> =
            heads.observations.map(told).into_iter().filter(|told| !told.words.is_empty()).collect();
        if !is_assessed && comments.is_empty() {
            continue;
        }
        ledger.count(Fate::Read, &matter::REQUIREMENTS, 1);
        let name = told(heads.name);
        let urn = heads.urn.map(told).filter(|urn| name.words.is_empty() || known.find(&urn.words).is_some());
        let name = urn.filter(|_| known.find(&name.words).is_none()).unwrap_or(name);
        // what is said a second time is kept as it stands
        let asked = known.find(&name.words).filter(|at| answered.insert(*at)).map(|at| &questionnaire.questions[at]);
        let chosen = asked.and_then(|question| answer(&word, question));
        let mut answer = Vec::new();
        match chosen {
            Some(words) => answer.push(HeardWords { words, at: result.at }),
            None if is_assessed => {
                let place = || one_line(&name.words).cut(60).and(", ").and(one_line(&cell(heads.result).to_string()));
                if !ASSESSED.contains(&&*word) {
                    ledger.note(Fate::Open, &matter::RESULTS, one_line(&result.words).cut(60).and(", ").and(place()));
                } else if asked.is_some() {
                    ledger.note(Fate::Open, &matter::UNCLEAR, place());
                }
                comments.insert(0, result);
            }
            None => {}
        }
        heard.answers.push(HeardAnswer { id: name.words, at: name.at, answer, comments, by: None });
    }
    (heard, ledger)
}

/// The answer that a result stands for: the only choice that is worth as much, whatever its words.
fn answer(result: &str, question: &Question) -> Option<String> {
    let worth = match result {
        "compliant" => 100..=100,
        "partially_compliant" => 1..=99,
        "non_compliant" => 0..=0,
        "not_applicable" => return is_answer(NOT_APPLICABLE, question).then(|| NOT_APPLICABLE.to_owned()),
        _ => return None,
    };
    let Form::ChooseOne(choices) = &question.form else { return None };
    let mut fitting = choices.iter().filter(|choice| choice.value.is_some_and(|value| worth.contains(&value)));
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Some(only.id.to_string()),
        _ => None,
    }
}
