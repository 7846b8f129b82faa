//! What is answered in a CAIQ.

use super::edition::is_of_4_1;
use super::rows::{CaiqColumn, CaiqRow, CaiqSheet};
use crate::exchange::foreign::asked::{each_once, is_asked_otherwise, plain_answer};
use crate::exchange::heard::{Heard, HeardAnswer, HeardWords, OriginalIds};
use crate::exchange::ledger::{Fate, Ledger};
use crate::questionnaire::Questionnaire;
use crate::words::clean::one_line;
use crate::words::matters::{caiq, draft, sheets};
use crate::words::problem::{Problem, controls as problem};

/// Words for the provider alone, as the one who sees to a control.
const PROVIDERS: [&str; 2] = ["csp-owned", "csp owned"];

/// Words for the customer alone.
const CUSTOMERS: [&str; 4] = ["csc-owned", "csc owned", "aic-owned", "aic owned"];

/// The answers that the sheets hold to a questionnaire, and what became of each part of them.
///
/// # Errors
/// The file is of another edition than the questionnaire: the same ids stand for other questions.
pub fn heard(sheets: &[CaiqSheet<'_>], questionnaire: &Questionnaire) -> Result<(Heard, Ledger), Problem> {
    let known = OriginalIds::of(questionnaire);
    other_edition(sheets, &known)?;
    let mut ledger = Ledger::default();
    let mut answers = Vec::new();
    for row in sheets.iter().flat_map(CaiqSheet::rows) {
        let question = known.find(&row.id).map(|at| &questionnaire.questions[at]);
        if question.is_some_and(|question| is_asked_otherwise(&row.said(CaiqColumn::Question), question)) {
            ledger.note(Fate::Decide, &sheets::OTHER_WORDS, one_line(&row.id));
        }
        answers.push(answer(&row, &mut ledger));
    }
    ledger.count(Fate::Read, &draft::QUESTIONS, answers.len());
    Ok((Heard { answers: each_once(answers), ..Heard::default() }, ledger))
}

/// Refuses a file of the one edition for a questionnaire of the other.
fn other_edition(sheets: &[CaiqSheet<'_>], known: &OriginalIds) -> Result<(), Problem> {
    let of_file: Vec<bool> = sheets.iter().flat_map(CaiqSheet::rows).map(|row| is_of_4_1(&row.id)).collect();
    let knows = |id: &str| (1..=9).any(|number| known.find(&format!("{id}-0{number}.1")).is_some());
    match of_file.contains(&true) {
        true if knows("IVS") => Err(problem::other_caiq("4.1", "4.0")),
        false if knows("I&S") => Err(problem::other_caiq("4.0", "4.1")),
        _ => Ok(()),
    }
}

fn answer(row: &CaiqRow<'_>, ledger: &mut Ledger) -> HeardAnswer {
    let told = |column| HeardWords { words: row.said(column).into_owned(), at: row.cell(column).into() };
    if row.lacks_result(CaiqColumn::Answer) {
        ledger.note(Fate::Lost, &sheets::WITHOUT_RESULT, one_line(&row.id));
    }
    let said = row.said(CaiqColumn::Answer);
    let answer = HeardWords { words: plain_answer(&said).to_owned(), ..told(CaiqColumn::Answer) };
    let owner = row.said(CaiqColumn::Ownership);
    if is_one_of(&owner, &CUSTOMERS) && answer.words == "yes" {
        ledger.note(Fate::Decide, &caiq::CUSTOMERS, one_line(&row.id));
    }
    let under_head = |column| {
        let said = told(column);
        let words = format!("{}: {}", head(row, column), said.words);
        (!said.words.is_empty()).then_some(HeardWords { words, ..said })
    };
    let owner = under_head(CaiqColumn::Ownership).filter(|_| !is_provider(&owner));
    let comments = [Some(told(CaiqColumn::Description)), owner, under_head(CaiqColumn::Customer)];
    HeardAnswer {
        id: row.id.to_string(),
        at: row.cell(CaiqColumn::Id).into(),
        answer: vec![answer],
        comments: comments.into_iter().flatten().collect(),
        by: None,
    }
}

/// Whether the provider alone sees to it, which goes without saying.
pub fn is_provider(owner: &str) -> bool {
    is_one_of(owner, &PROVIDERS)
}

fn is_one_of(owner: &str, words: &[&str]) -> bool {
    words.iter().any(|word| owner.eq_ignore_ascii_case(word))
}

/// The head of a column without what it says in brackets.
pub fn head(row: &CaiqRow<'_>, column: CaiqColumn) -> String {
    let said = one_line(&row.sheet().head(column));
    said.split('(').next().unwrap_or_default().trim().to_owned()
}
