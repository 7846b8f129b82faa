//! A table as answers: what its columns say, by the ids of its rows. No value is taken from it.

use std::collections::HashMap;

use super::mapping::{Mapping, TableColumn, squeezed};
use super::places::{mapped, unread};
use super::rows::{TableRow, rows};
use crate::exchange::heard::{Heard, HeardAnswer, HeardWords};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::source::cells::{CameFrom, SheetCell};
use crate::words::clean::one_line;
use crate::words::matters::sheets::OTHER_WORDS;
use crate::words::matters::table as matter;
use crate::words::problem::{Problem, mappings as problem};

/// What a table answers; `is_otherwise` says of an id and a question whether ours asks it in other words.
///
/// # Errors
/// The mapping does not say where ids and answers stand, or they are not there.
pub fn answers(
    workbook: &Spreadsheet,
    mapping: &Mapping,
    is_otherwise: &dyn Fn(&str, &str) -> bool,
) -> Result<(Heard, Ledger), Problem> {
    if mapping.column(TableColumn::Answer).is_none() {
        return Err(problem::no_answer_column());
    }
    if mapping.column(TableColumn::Id).is_none() {
        return Err(problem::no_id_column());
    }
    let mut ledger = Ledger::default();
    let sheets = mapped(workbook, mapping)?;
    let rows = rows(&sheets, &mut ledger);
    if rows.iter().all(|row| row.id.is_empty()) {
        return Err(problem::no_question_rows());
    }
    for sheet in unread(workbook, mapping, &sheets) {
        ledger.note(Fate::Decide, &matter::UNREAD_SHEETS, one_line(&sheet.name));
    }
    let is_asked = mapping.column(TableColumn::Question).is_some();
    let mut seen: HashMap<String, [String; 2]> = HashMap::new();
    let mut answers = Vec::new();
    for row in rows {
        if row.id.is_empty() {
            answers.push(answer_to_nothing(&row));
            continue;
        }
        let said = [TableColumn::Answer, TableColumn::Comment].map(|part| squeezed(row.words(part)));
        if seen.get(&squeezed(&row.id)) == Some(&said) {
            ledger.note(Fate::Lost, &matter::SAME_AGAIN, one_line(&row.id).cut(60));
            continue;
        }
        seen.entry(squeezed(&row.id)).or_insert(said);
        if row.part(TableColumn::Importance).is_some() {
            ledger.count(Fate::Lost, &matter::THEIR_IMPORTANCE, 1);
        }
        if is_asked && is_otherwise(&row.id, row.words(TableColumn::Question)) {
            ledger.note(Fate::Decide, &OTHER_WORDS, one_line(&row.id));
        }
        answers.push(answer(&row, mapping));
    }
    Ok((Heard { answers, ..Heard::default() }, ledger))
}

fn answer(row: &TableRow, mapping: &Mapping) -> HeardAnswer {
    let told = |(words, cell): (&str, &SheetCell)| HeardWords { words: words.to_owned(), at: cell.into() };
    let meant = |(words, cell)| told((mapping.meant(words).unwrap_or(words), cell));
    HeardAnswer {
        id: row.id.clone(),
        at: (&row.cell).into(),
        answer: row.part(TableColumn::Answer).map(meant).into_iter().collect(),
        comments: row.part(TableColumn::Comment).map(told).into_iter().collect(),
        by: row.part(TableColumn::By).map(told),
    }
}

/// What a row without an id says: with its question, by which somebody may know it.
fn answer_to_nothing(row: &TableRow) -> HeardAnswer {
    let words = [TableColumn::Question, TableColumn::Answer].map(|part| row.words(part));
    let words = words.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(": ");
    let at = CameFrom::from(&row.cell);
    let told = |(words, cell): (&str, &SheetCell)| HeardWords { words: words.to_owned(), at: cell.into() };
    HeardAnswer {
        id: String::new(),
        at: at.clone(),
        answer: vec![HeardWords { words, at }],
        comments: row.part(TableColumn::Comment).map(told).into_iter().collect(),
        by: None,
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::exchange::foreign::table::said::TableSaid;
    use crate::exchange::spreadsheet::read::read;

    fn heard(table: &str, columns: &str, words: &[(&str, &str)]) -> Result<(Heard, Ledger), &'static str> {
        let workbook = read(Path::new("t.csv"), table.as_bytes()).unwrap();
        let said = TableSaid { columns: Some(columns.to_owned()), ..TableSaid::default() };
        let mapping = Mapping::with(None, &said).unwrap().unwrap();
        let words = words.iter().map(|(name, word)| ((*name).to_owned(), vec![(*word).to_owned()])).collect();
        answers(&workbook, &Mapping { words, ..mapping }, &|_, _| false).map_err(|problem| problem.code.id)
    }

    #[test]
    fn words_are_turned_into_answers_and_the_rest_stays_as_it_is() {
        let table = "ID;Answer;Note;Weight;Who\nA-1;Y;\"two\nlines\";low;Ann\nA-2;see below;;high;\n\
                     A-1;y;Two lines;;Ann\nA-3;;;;\n";
        let columns = "id=ID,answer=Answer,comment=Note,importance=Weight,by=Who";
        let (heard, ledger) = heard(table, columns, &[("yes", "Y")]).unwrap();
        let said: Vec<_> = heard
            .answers
            .iter()
            .map(|it| (it.id.as_str(), it.answer.first().map(|told| told.words.as_str())))
            .collect();
        assert_eq!(said, [("A-1", Some("yes")), ("A-2", Some("see below")), ("A-3", None)]);
        assert_eq!(heard.answers[0].comments[0].words, "two\nlines");
        assert_eq!(heard.answers[0].by.as_ref().map(|by| by.words.as_str()), Some("Ann"));
        assert_eq!(ledger.of(Fate::Lost, &matter::SAME_AGAIN), 1);
        assert_eq!(ledger.of(Fate::Lost, &matter::THEIR_IMPORTANCE), 2);
    }

    #[test]
    fn a_filled_column_that_nobody_named_is_told() {
        let table = "ID,Answer,Empty,Remark,\nPart one,,,,\nA-1,Yes,,only for two admins,x\nA-2,No,\u{200b},,y\n";
        let (_, ledger) = heard(table, "id=ID,answer=Answer", &[]).unwrap();
        assert_eq!(ledger.of(Fate::Lost, &matter::UNREAD_COLUMNS), 2);
        let lines = ledger.lines(crate::words::Lang::En);
        assert!(lines.iter().any(|line| line.ends_with("filled cells: 2 (D Remark: 1, E: 2)")), "{lines:?}");
        let (_, ledger) = heard(table, "id=ID,answer=Answer,comment=Remark,by=E", &[]).unwrap();
        assert_eq!(ledger.of(Fate::Lost, &matter::UNREAD_COLUMNS), 0);
    }

    #[test]
    fn what_nobody_named_is_not_looked_for() {
        assert_eq!(heard("ID,Answer\n1,Yes\n", "id=ID", &[]).err(), Some("no-answer-column"));
        assert_eq!(heard("ID,Answer\n1,Yes\n", "answer=Answer", &[]).err(), Some("no-id-column"));
        assert_eq!(heard("ID,Answer\n,Yes\n", "id=ID,answer=Answer", &[]).err(), Some("no-question-rows"));
    }
}
