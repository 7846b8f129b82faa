//! A table as a questionnaire. Nothing is worth anything unless somebody said what.

use std::collections::HashMap;

use super::mapping::{Mapping, TableColumn, TableScale, squeezed};
use super::places::mapped;
use super::rows::{TableRow, rows};
use crate::exchange::draft::{Draft, DraftCategory, DraftForm, DraftOption, DraftQuestion, DraftText};
use crate::exchange::kept_under;
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::Spreadsheet;
use crate::questionnaire::limits::MOST_CATEGORIES;
use crate::words::clean::{Trusted, one_line, shortened, shown};
use crate::words::matters::table as matter;
use crate::words::problem::{Problem, mappings as problem};

/// So much of a question that is lost is shown, in letters.
const LONGEST_BEGINNING: usize = 40;

/// The category of questions that nothing sorts.
const ONLY: &str = "questions";

/// What a table asks. A name stands for the id and the title that the mapping does not give.
///
/// # Errors
/// The mapping does not say where ids and questions stand, they are not there, or there are too many categories.
pub fn questionnaire(workbook: &Spreadsheet, mapping: &Mapping, name: &str) -> Result<(Draft, Ledger), Problem> {
    if mapping.column(TableColumn::Question).is_none() {
        return Err(problem::no_question_column());
    }
    if mapping.column(TableColumn::Id).is_none() {
        return Err(problem::no_id_column());
    }
    let mut ledger = Ledger::default();
    let sheets = mapped(workbook, mapping)?;
    let found = unique(rows(&sheets, &mut ledger), &mut ledger);
    if found.is_empty() {
        return Err(problem::no_question_rows());
    }
    let categories = sorted(found, mapping, &mut ledger)?;
    let questions = categories.iter().map(|category| category.questions.len()).sum();
    if mapping.scale == TableScale::Unsaid {
        ledger.count(Fate::Decide, &matter::UNSAID_VALUES, questions);
    }
    let title = mapping.title.clone().unwrap_or_else(|| name.to_owned());
    let draft = Draft {
        id: mapping.id.clone().unwrap_or_else(|| name.to_owned()),
        version: mapping.version.clone().unwrap_or_else(|| "1.0.0".to_owned()),
        languages: vec![mapping.language.clone().unwrap_or_else(|| "en".to_owned())],
        title: DraftText::one(title.clone()),
        frameworks: vec![(kept_under::TABLE.to_owned(), title)],
        categories,
        ..Draft::default()
    };
    Ok((draft, ledger))
}

/// The rows that ask something, each id once: the first counts.
fn unique(rows: Vec<TableRow>, ledger: &mut Ledger) -> Vec<TableRow> {
    let mut seen: HashMap<String, String> = HashMap::new();
    let mut kept = Vec::new();
    for row in rows {
        if row.id.is_empty() {
            ledger.note(Fate::Lost, &matter::WITHOUT_ID, shown(&row.cell));
            continue;
        }
        let words = squeezed(row.words(TableColumn::Question));
        let of = one_line(&row.id).cut(60);
        if words.is_empty() {
            ledger.note(Fate::Lost, &matter::WORDLESS, of);
            continue;
        }
        match seen.get(&squeezed(&row.id)) {
            Some(before) if *before == words => ledger.note(Fate::Lost, &matter::SAME_AGAIN, of),
            Some(_) => {
                let begins = shortened(row.words(TableColumn::Question), LONGEST_BEGINNING);
                ledger.note(Fate::Lost, &matter::ID_AGAIN, shown(&row.cell).and(" ").and(of).and(": ").and(begins));
            }
            None => {
                seen.insert(squeezed(&row.id), words);
                kept.push(row);
            }
        }
    }
    kept
}

/// The questions in their categories, which are in the order in which each is met first.
fn sorted(rows: Vec<TableRow>, mapping: &Mapping, ledger: &mut Ledger) -> Result<Vec<DraftCategory>, Problem> {
    let is_titled = rows.iter().any(|row| row.category.is_some());
    // ids that are made of words begin with what questions begin with
    let is_of_words = mapping.column(TableColumn::Id) == mapping.column(TableColumn::Question);
    let prefixes = if is_titled || is_of_words { None } else { prefixes(&rows) };
    if prefixes.is_some() {
        ledger.count(Fate::Mapped, &matter::BY_PREFIX, rows.len());
    }
    let mut order: HashMap<String, usize> = HashMap::new();
    let mut categories: Vec<DraftCategory> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        let prefix = prefixes.as_ref().and_then(|prefixes| prefixes.get(at)).copied();
        let title = row.category.as_deref().or(prefix).unwrap_or(ONLY);
        let place = *order.entry(squeezed(title)).or_insert(categories.len());
        if place == categories.len() {
            let said = if title == ONLY { DraftText::default() } else { DraftText::one(title) };
            categories.push(DraftCategory { id: title.to_owned(), title: said, ..DraftCategory::default() });
        }
        let question = question(row, mapping, ledger);
        categories.get_mut(place).into_iter().for_each(|category| category.questions.push(question.clone()));
    }
    if categories.len() > MOST_CATEGORIES {
        return Err(problem::too_many_categories(categories.len(), MOST_CATEGORIES));
    }
    Ok(categories)
}

/// What ids begin with, where that sorts them: in most of the parts is more than one question.
fn prefixes(rows: &[TableRow]) -> Option<Vec<&str>> {
    let prefixes: Vec<&str> = rows.iter().map(|row| prefix(&row.id)).collect();
    let mut distinct = prefixes.clone();
    distinct.sort_unstable();
    distinct.dedup();
    let is_sorting = distinct.len() * 2 <= prefixes.len() && distinct.len() <= MOST_CATEGORIES;
    (is_sorting && !prefixes.contains(&"")).then_some(prefixes)
}

/// What an id begins with: all before the first digit, or the part before the first sign. Empty where that is nothing,
/// or all of it.
fn prefix(id: &str) -> &str {
    let digit = id.find(|sign: char| sign.is_ascii_digit());
    let before = id.get(..digit.unwrap_or_default()).unwrap_or_default();
    let before = before.trim_end_matches(|sign: char| !sign.is_alphanumeric());
    if !before.is_empty() {
        return before;
    }
    let sign = id.find(|sign: char| !sign.is_alphanumeric());
    sign.and_then(|sign| id.get(..sign)).unwrap_or_default()
}

fn question(row: &TableRow, mapping: &Mapping, ledger: &mut Ledger) -> DraftQuestion {
    let words = row.words(TableColumn::Importance);
    let importance = mapping.weighed(words);
    if importance.is_none() && !words.is_empty() {
        ledger.note(Fate::Decide, &matter::UNKNOWN_IMPORTANCE, one_line(words).cut(40));
    }
    if let Some((_, cell)) = row.part(TableColumn::Answer) {
        ledger.note(Fate::Lost, &matter::ANSWERS_OF_QUESTIONS, shown(cell));
    }
    let help = Some(row.words(TableColumn::Help)).filter(|help| !help.is_empty());
    DraftQuestion {
        id: row.id.clone(),
        ask: DraftText::one(row.words(TableColumn::Question)),
        help: help.map(DraftText::one),
        importance,
        form: form(&mapping.scale),
        ..DraftQuestion::default()
    }
}

fn form(scale: &TableScale) -> DraftForm {
    let option = |(word, value): &(String, Option<u8>)| DraftOption {
        id: word.clone(),
        label: DraftText::one(word.clone()),
        value: value.map(u32::from),
        exclusive: false,
    };
    match scale {
        TableScale::Unsaid => DraftForm::Text,
        TableScale::YesNo => DraftForm::YesNo,
        TableScale::YesPartialNo => DraftForm::YesPartialNo,
        TableScale::Words(words) => DraftForm::One(words.iter().map(option).collect()),
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::exchange::foreign::table::said::TableSaid;
    use crate::exchange::spreadsheet::read::read;
    use crate::questionnaire::level::Importance;

    fn draft(table: &str, columns: &str, values: &str) -> Result<(Draft, Ledger), &'static str> {
        let workbook = read(Path::new("t.csv"), table.as_bytes()).unwrap();
        let given = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
        let said = TableSaid { columns: given(columns), values: given(values), ..TableSaid::default() };
        let mapping = Mapping::with(None, &said).unwrap().unwrap_or_default();
        questionnaire(&workbook, &mapping, "t").map_err(|problem| problem.code.id)
    }

    /// The categories with the ids of their questions.
    fn shape(draft: &Draft) -> Vec<(&str, Vec<&str>)> {
        let of = draft.categories.iter();
        of.map(|it| (it.id.as_str(), it.questions.iter().map(|question| question.id.as_str()).collect())).collect()
    }

    const TABLE: &str = "ID,Question,Answer,Weight\nAccess control,,,\nAC-1,Is access reviewed?,Yes,High\n\
                         AC-2,Is it logged?,,urgent\nID,Question,Answer,Weight\nBackups,,,\n\
                         BC-1,Are backups tested?,,\n\
                         ,A stray question?,,\nAC-1,Is access reviewed?,Yes,High\nBC-1,Something else?,,\nBC-2,,,\n";

    #[test]
    fn rows_between_questions_are_categories_and_ids_stay() {
        let (draft, ledger) = draft(TABLE, "id=A,question=B,answer=C,importance=Weight", "yes=100,no=0").unwrap();
        assert_eq!(shape(&draft), [("Access control", vec!["AC-1", "AC-2"]), ("Backups", vec!["BC-1"])]);
        let first = &draft.categories[0].questions[0];
        assert_eq!(first.importance, Some(Importance::High));
        let DraftForm::One(options) = &first.form else { panic!("a choice") };
        let options: Vec<_> = options.iter().map(|option| (option.id.as_str(), option.value)).collect();
        assert_eq!(options, [("yes", Some(100)), ("no", Some(0))]);
        for (part, counted, count) in [
            (Fate::Read, &matter::HEADS_AGAIN, 1),
            (Fate::Lost, &matter::SAME_AGAIN, 1),
            (Fate::Lost, &matter::ID_AGAIN, 1),
            (Fate::Lost, &matter::WITHOUT_ID, 1),
            (Fate::Lost, &matter::WORDLESS, 1),
            (Fate::Lost, &matter::ANSWERS_OF_QUESTIONS, 1),
            (Fate::Decide, &matter::UNKNOWN_IMPORTANCE, 1),
        ] {
            assert_eq!(ledger.of(part, counted), count, "{}", counted.id);
        }
    }

    #[test]
    fn nothing_is_worth_anything_unless_somebody_says_so() {
        let (unsaid, ledger) = draft(TABLE, "id=A,question=B", "").unwrap();
        assert_eq!(unsaid.categories[0].questions[0].form, DraftForm::Text);
        assert_eq!(ledger.of(Fate::Decide, &matter::UNSAID_VALUES), 3);
        let (bare, _) = draft(TABLE, "id=A,question=B", "Yes,No").unwrap();
        let DraftForm::One(options) = &bare.categories[0].questions[0].form else { panic!("a choice") };
        assert!(options.iter().all(|option| option.value.is_none()));
    }

    #[test]
    fn ids_come_from_ids_or_from_words_and_never_from_positions() {
        assert_eq!(draft(TABLE, "question=B", "").err(), Some("no-id-column"));
        assert_eq!(draft(TABLE, "id=A", "").err(), Some("no-question-column"));
        assert_eq!(draft("a,b\n,c\n", "id=A,question=B,header=1", "").err(), Some("no-question-rows"));
        let words = |table: &str| draft(table, "id=A,question=A", "").unwrap().0;
        let (one, other) = (words("Question\nIs it so?\nIs it else?\n"), words("Question\nIs it else?\nIS it  so ?\n"));
        assert_eq!(shape(&one), [("questions", vec!["is-it-so", "is-it-else"])]);
        assert_eq!(shape(&other), [("questions", vec!["is-it-else", "is-it-so"])]);
    }

    #[test]
    fn a_column_that_sorts_nothing_is_none_of_categories() {
        let rows = |count: usize| (0..count).map(|at| format!("q{at},ask,c{at}\n")).collect::<String>();
        let table = |count| format!("ID,Question,Category\n{}", rows(count));
        let columns = "id=ID,question=Question,category=Category";
        assert_eq!(draft(&table(200), columns, "").unwrap().0.categories.len(), 200);
        assert_eq!(draft(&table(201), columns, "").err(), Some("too-many-categories"));
        let blank = "ID,Question,Category\n1,a,X\n2,b,\n3,c,Y\n4,d,x\n";
        assert_eq!(shape(&draft(blank, columns, "").unwrap().0), [("X", vec!["1", "2", "4"]), ("Y", vec!["3"])]);
    }

    #[test]
    fn ids_begin_with_what_sorts_them() {
        let begins = ["A&A-01.1", "HEOR-01", "1.2.3", "access.mfa", "12", "mfa", "Q1", "", "å-1"].map(prefix);
        assert_eq!(begins, ["A&A", "HEOR", "1", "access", "", "", "Q", "", "å"]);
    }
}
