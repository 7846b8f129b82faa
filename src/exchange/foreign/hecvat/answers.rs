//! What is answered in a HECVAT that came back. Its key is not looked at.

use std::collections::BTreeSet;

use super::questions::titles;
use super::rows::{HecvatColumn, HecvatRow, left_out, rows, strays};
use crate::exchange::foreign::asked::{each_once, is_asked_otherwise, plain_answer};
use crate::exchange::foreign::table::places::column_name;
use crate::exchange::foreign::version::version_in;
use crate::exchange::heard::{Heard, HeardAnswer, HeardWords, OriginalIds};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::condition::Condition;
use crate::questionnaire::names::NOT_APPLICABLE;
use crate::questionnaire::{Question, Questionnaire};
use crate::words::clean::one_line;
use crate::words::matters::{draft, hecvat, sheets, table};

/// Who answers, and what the service is called.
const NAME: &str = "GNRL-01";
const SERVICE: &str = "GNRL-02";

/// The answers that a workbook holds to a questionnaire, and what became of each part of them.
pub fn heard(workbook: &Spreadsheet, questionnaire: &Questionnaire) -> (Heard, Ledger) {
    let mut ledger = Ledger::default();
    let rows = rows(workbook);
    let mut answers = each_once(rows.iter().chain(&strays(workbook)).map(answer));
    other_version(workbook, questionnaire, &mut ledger);
    hidden(&rows, &mut ledger);
    let asked: BTreeSet<&str> = rows.iter().map(|row| row.id.as_str()).collect();
    ledger.count(Fate::Read, &draft::QUESTIONS, asked.len());
    left_out(workbook).into_iter().for_each(|name| ledger.note(Fate::Lost, &hecvat::LEFT_OUT, one_line(name)));
    let answered: BTreeSet<&str> = answers.iter().map(|answer| answer.id.as_str()).collect();
    let open = rows.iter().filter(|row| !answered.contains(&*row.id) && row.lacks_result(HecvatColumn::Answer));
    open.for_each(|row| ledger.note(Fate::Open, &sheets::WITHOUT_RESULT, one_line(&row.id)));
    let known = OriginalIds::of(questionnaire);
    let mut compared = BTreeSet::new();
    for row in rows.iter().filter(|row| compared.insert(row.id.as_str())) {
        let question = known.find(&row.id).map(|at| &questionnaire.questions[at]);
        if question.is_some_and(|question| is_asked_otherwise(&row.said(HecvatColumn::Question), question)) {
            ledger.note(Fate::Decide, &sheets::OTHER_WORDS, one_line(&row.id));
        }
    }
    let said = |id: &str| answers.iter().find(|answer| answer.id == id)?.answer.first().cloned();
    let (vendor, service) = (said(NAME), said(SERVICE));
    let closed = closed(&answers, questionnaire, &known);
    answers.retain(|answer| {
        let question = known.find(&answer.id).map(|at| &questionnaire.questions[at]);
        let is_out = question.is_some_and(|question| is_not_asked(answer, question, &closed, questionnaire));
        if is_out {
            ledger.note(Fate::Mapped, &hecvat::NOT_ASKED, one_line(&answer.id));
        }
        !is_out
    });
    (Heard { vendor, service, answers, ..Heard::default() }, ledger)
}

/// Tells of a file that names another version than the questionnaire is of.
fn other_version(workbook: &Spreadsheet, questionnaire: &Questionnaire, ledger: &mut Ledger) {
    let Some(found) = titles(workbook).iter().find_map(|title| version_in(title)) else { return };
    let numbers = |version: &str| {
        let mut numbers: Vec<u32> = version.split('.').filter_map(|number| number.parse().ok()).collect();
        numbers.resize(3, 0);
        numbers
    };
    let ours = questionnaire.version.to_string();
    if numbers(&found) != numbers(&ours) {
        ledger.note(Fate::Decide, &hecvat::OTHER_VERSION, one_line(&format!("{found} / {ours}")));
    }
}

/// Tells of answers that nobody sees who opens the file.
fn hidden(rows: &[HecvatRow<'_>], ledger: &mut Ledger) {
    let mut columns = BTreeSet::new();
    let parts = [HecvatColumn::Answer, HecvatColumn::More];
    for row in rows {
        if row.hides(None) && parts.iter().any(|part| !row.said(*part).is_empty()) {
            ledger.note(Fate::Decide, &table::HIDDEN_ROWS, one_line(&row.id));
        }
        let unseen = parts.iter().filter(|part| row.hides(Some(**part)));
        columns.extend(unseen.map(|part| (row.sheet(), row.cell(*part).at.column)));
    }
    columns.iter().for_each(|(_, column)| ledger.note(Fate::Decide, &table::HIDDEN_COLUMNS, column_name(*column)));
}

/// What is said in the row of a question.
fn answer(row: &HecvatRow<'_>) -> HeardAnswer {
    let told = |column| HeardWords { words: row.said(column).into_owned(), at: row.cell(column).into() };
    let said = told(HecvatColumn::Answer);
    let answer = HeardWords { words: plain_answer(&said.words).to_owned(), ..said };
    let (id, at) = (row.id.clone(), row.cell(HecvatColumn::Id).into());
    HeardAnswer { id, at, answer: vec![answer], comments: vec![told(HecvatColumn::More)], by: None }
}

/// The questions that are answered with No, by their ids in the questionnaire.
fn closed<'q>(answers: &[HeardAnswer], of: &'q Questionnaire, known: &OriginalIds) -> Vec<&'q str> {
    let is_no = |answer: &&HeardAnswer| answer.answer.first().is_some_and(|told| told.words == "no");
    let ids = answers.iter().filter(is_no).filter_map(|answer| known.find(&answer.id));
    ids.map(|at| of.questions[at].id.as_str()).collect()
}

/// Whether a question is answered with "not applicable" alone, as the workbook itself fills it in where the question
/// that opens its section is answered with No.
fn is_not_asked(answer: &HeardAnswer, question: &Question, closed: &[&str], of: &Questionnaire) -> bool {
    let gates = question.when.as_ref().map(Condition::questions).unwrap_or_default();
    let is_shut = !gates.is_empty() && gates.iter().all(|gate| closed.contains(&of.questions[*gate].id.as_str()));
    let is_bare = answer.comments.iter().all(|told| told.words.trim().is_empty());
    is_shut && is_bare && answer.answer.iter().all(|told| told.words == NOT_APPLICABLE)
}
