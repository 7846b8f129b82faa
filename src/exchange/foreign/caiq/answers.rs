//! What is answered in a CAIQ.

use super::edition::is_of_4_1;
use super::rows::{CaiqColumn, CaiqRow, CaiqSheet};
use crate::exchange::foreign::asked::{each_once, is_asked_otherwise, plain_answer};
use crate::exchange::foreign::table::places::column_name;
use crate::exchange::foreign::version::version_in;
use crate::exchange::heard::{Heard, HeardAnswer, HeardWords, OriginalIds};
use crate::exchange::ledger::{Fate, Ledger};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::names::NOT_APPLICABLE;
use crate::words::clean::one_line;
use crate::words::matters::{caiq, draft, sheets, table};
use crate::words::problem::{Problem, controls as problem};

/// Words for the provider alone, as the one who sees to a control.
const PROVIDERS: [&str; 2] = ["csp-owned", "csp owned"];

/// What words begin with that stand for the customer, and for the provider or both.
const CUSTOMERS: [&str; 3] = ["csc", "aic", "customer"];
const OTHERS: [&str; 4] = ["csp", "provider", "shared", "both"];

/// What names the edition is no longer, in letters.
const LONGEST_TITLE: usize = 80;

/// The answers that the sheets hold to a questionnaire, and what became of each part of them.
///
/// # Errors
/// The file is of another edition than the questionnaire: the same ids stand for other questions.
pub fn heard(sheets: &[CaiqSheet<'_>], questionnaire: &Questionnaire) -> Result<(Heard, Ledger), Problem> {
    let known = OriginalIds::of(questionnaire);
    other_edition(sheets, &known)?;
    let mut ledger = Ledger::default();
    let mut answers = Vec::new();
    ledger.count(Fate::Read, &draft::QUESTIONS, sheets.iter().flat_map(CaiqSheet::rows).count());
    for row in sheets.iter().flat_map(CaiqSheet::rows) {
        let question = known.find(&row.id).map(|at| &questionnaire.questions[at]);
        if question.is_some_and(|question| is_asked_otherwise(&row.said(CaiqColumn::Question), question)) {
            ledger.note(Fate::Decide, &sheets::OTHER_WORDS, one_line(&row.id));
        }
        if row.is_hidden_answer() {
            ledger.note(Fate::Decide, &table::HIDDEN_ROWS, one_line(&row.id));
        }
        answers.push(answer(&row, &mut ledger));
    }
    for sheet in sheets {
        answers.extend(sheet.strays().map(|row| answer(&row, &mut ledger)));
        for (columns, matter) in
            [(sheet.hidden_columns(), &table::HIDDEN_COLUMNS), (sheet.further_answers(), &sheets::SAME_HEAD)]
        {
            columns.into_iter().for_each(|column| ledger.note(Fate::Decide, matter, column_name(column)));
        }
    }
    Ok((Heard { answers: each_once(answers), ..Heard::default() }, ledger))
}

/// Refuses a file of the one edition for a questionnaire of the other.
fn other_edition(sheets: &[CaiqSheet<'_>], known: &OriginalIds) -> Result<(), Problem> {
    let mut rows = sheets.iter().flat_map(CaiqSheet::rows);
    let mut titles = sheets.iter().flat_map(CaiqSheet::titles).filter(|title| title.chars().count() <= LONGEST_TITLE);
    let is_newer = rows.any(|row| is_of_4_1(&row.id))
        || titles.any(|title| version_in(&title).is_some_and(|found| found == "4.1" || found.starts_with("4.1.")));
    let knows = |id: &str| (1..=9).any(|number| known.find(&format!("{id}-0{number}.1")).is_some());
    match is_newer {
        true if knows("IVS") => Err(problem::other_caiq("4.1", "4.0")),
        false if knows("I&S") => Err(problem::other_caiq("4.0", "4.1")),
        _ => Ok(()),
    }
}

fn answer(row: &CaiqRow<'_>, ledger: &mut Ledger) -> HeardAnswer {
    let told = |column| HeardWords { words: row.said(column).into_owned(), at: row.cell(column).into() };
    if row.lacks_result(CaiqColumn::Answer) {
        ledger.note(Fate::Open, &sheets::WITHOUT_RESULT, one_line(&row.id));
    }
    let said = row.said(CaiqColumn::Answer);
    let answer = HeardWords { words: plain_answer(&said).to_owned(), ..told(CaiqColumn::Answer) };
    let owner = row.said(CaiqColumn::Ownership);
    if is_customers(&owner) && answer.words == "yes" {
        ledger.note(Fate::Decide, &caiq::CUSTOMERS, one_line(&row.id));
    }
    let under_head = |column| {
        let said = told(column);
        let words = format!("{}: {}", head(row, column), said.words);
        (!said.words.is_empty()).then_some(HeardWords { words, ..said })
    };
    // whose business it is gives no reason why a question does not apply
    let is_told = says_something(&row.said(CaiqColumn::Description));
    let counts = answer.words != NOT_APPLICABLE || is_told;
    let owner = under_head(CaiqColumn::Ownership).filter(|_| counts && !is_provider(&owner));
    let customer =
        under_head(CaiqColumn::Customer).filter(|_| counts || says_something(&row.said(CaiqColumn::Customer)));
    let comments = [Some(told(CaiqColumn::Description)), owner, customer];
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
    PROVIDERS.iter().any(|word| owner.eq_ignore_ascii_case(word))
}

/// Whether the customer alone sees to it: by the words before brackets, in whatever way they are written.
fn is_customers(owner: &str) -> bool {
    let said = owner.split('(').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = said.split(|sign: char| !sign.is_alphanumeric()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.iter().any(|known| word.starts_with(known)));
    has(&CUSTOMERS) && !has(&OTHERS)
}

/// Whether a text is more than a mark, and more than that something does not apply.
fn says_something(said: &str) -> bool {
    said.contains(char::is_alphanumeric) && plain_answer(said) != NOT_APPLICABLE
}

/// The head of a column without what it says in brackets.
pub fn head(row: &CaiqRow<'_>, column: CaiqColumn) -> String {
    let said = one_line(&row.sheet().head(column));
    said.split('(').next().unwrap_or_default().trim().to_owned()
}
