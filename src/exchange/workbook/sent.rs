//! What a workbook says besides its answers, held against the form as it was sent: that is written anew, and whatever
//! it does not say was changed or added by somebody.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::Path;

use super::columns::{Role, head};
use super::formulas::standing_words;
use super::gathered::{Gathered, Noted, part};
use super::languages::Languages;
use super::layout::{ColumnId, HeadRow, RowId};
use super::standing::FormStanding;
use super::tables::{CellWords, FormRow, FormTable, tables};
use crate::answers::form_file::{FilledIn, FormFile, Prefilled};
use crate::answers::model::{Proposal, Proposed};
use crate::answers::outline::Outline;
use crate::answers::returned::is_alike;
use crate::answers::{Answer, Reference, Value};
use crate::exchange::spreadsheet::{Spreadsheet, read};
use crate::questionnaire::Questionnaire;
use crate::source::cells::SheetCell;
use crate::source::fields::Word;
use crate::words::Lang;
use crate::words::clean::{Clean, one_line, shortened};
use crate::words::problem::{cells, forms};

/// Of a text so many characters are shown, and of what is the same in another one so many words.
const SHOWN: usize = 80;
const SAME: usize = 2;
/// Of more texts that are not ours is not looked for what they were, and of each no more signs are compared.
const MOST_COMPARED: usize = 100;
const COMPARED: usize = 600;
/// The roles whose columns only some forms have.
const RARE: [Role; 7] = [
    Role::Mark,
    Role::Filled(ColumnId::By),
    Role::Filled(ColumnId::Confirmed),
    Role::Filled(ColumnId::ProposedAnswer),
    Role::Filled(ColumnId::ProposedNote),
    Role::Filled(ColumnId::ProposedComment),
    Role::Filled(ColumnId::ProposedFrom),
];

/// Notes every text that the form as it was sent does not have in that row: at its question, or at none.
pub(super) fn compare(workbook: &Spreadsheet, found: &mut Gathered, questionnaire: &Questionnaire) {
    let mut sent = SentTexts::default();
    let named = &found.mark.questionnaire;
    let is_other = named.contains('@') && *named != *questionnaire.reference();
    // what was filled in before may have been offered with it: that is only asked where something is not ours
    let mut strange = Vec::new();
    for offered in [&OFFERED[..1], &OFFERED[1..]] {
        offered.iter().for_each(|answers| sent.add_all(found, questionnaire, answers.as_ref()));
        strange = sent.strange(workbook, found, is_other);
        if sent.rows.is_empty() || strange.is_empty() {
            return; // a form that no workbook can hold was not sent as one
        }
    }
    for Strange { row, said, sent } in strange {
        // of another version our own words may be others
        let written = if is_other && sent.is_some() { String::new() } else { said.words.clone() };
        let problem = match sent {
            Some(sent) => {
                let [words, sent] = from_difference(&said.words, &sent).map(|words| shortened(&words, SHOWN));
                let of = if row.is_empty() { questionnaire.id.as_str() } else { &row };
                forms::form_text_changed(one_line(of), words, sent)
            }
            None => cells::beside_the_form(one_line(&said.words)),
        };
        let noted = Noted { cell: said.cell, written, problem };
        let id = row.split('#').next().unwrap_or_default();
        match found.questions.iter_mut().find(|question| question.id == id) {
            Some(question) => question.notes.push(noted),
            None => found.notes.push(noted),
        }
    }
}

/// The texts of a form and their lines by the rows, each by itself without blanks; those of rows without an id stand
/// together.
#[derive(Default)]
struct SentTexts {
    rows: BTreeMap<String, BTreeMap<String, String>>,
    /// What a row asks, or what its option is called.
    asks: BTreeMap<String, Vec<String>>,
    /// What formulas say.
    anywhere: BTreeSet<String>,
    /// What is above marks that are made for one vendor.
    marks: BTreeSet<String>,
}

/// A text that is not ours.
struct Strange {
    /// By what its row is kept.
    row: String,
    said: CellWords,
    /// What stood there, if it was a text of ours.
    sent: Option<String>,
}

/// None, and then the answers that a question offers only because they were filled in: an answer, and another one as a
/// proposal.
const OFFERED: [Option<[Answer; 2]>; 4] = [
    None,
    Some([Answer::NotApplicable, Answer::Unknown]),
    Some([Answer::Given(Value::Never), Answer::Unknown]),
    Some([Answer::NotApplicable, Answer::Given(Value::Never)]),
];

impl SentTexts {
    /// Adds what the form says that the workbook names, in one language or two; where that cannot be told, in all of
    /// them.
    fn add_all(&mut self, found: &Gathered, questionnaire: &Questionnaire, offered: Option<&[Answer; 2]>) {
        let there: HashSet<&str> = found.questions.iter().map(|question| question.id.as_str()).collect();
        let ids = || questionnaire.questions.ids();
        let left_out: Vec<_> = ids().filter(|at| !there.contains(questionnaire.questions[*at].id.as_str())).collect();
        let outlines = |left_out: &[_]| Lang::ALL.map(|lang| Outline::of(questionnaire, left_out, lang));
        let of_part = outlines(&left_out);
        let whole = || outlines(&[]).into_iter();
        let named = whole().chain(of_part.clone()).find(|outline| outline.fingerprint() == found.mark.form);
        let outlines = named.map_or_else(|| of_part.to_vec(), |named| vec![named]);
        for outline in outlines {
            let asked: BTreeSet<_> = outline.questions.iter().map(|asked| asked.question).collect();
            let left_out: Vec<_> = ids().filter(|at| !asked.contains(at)).collect();
            let other = Lang::ALL.into_iter().find(|lang| *lang != outline.lang);
            let second = other.map(|lang| Outline::of(questionnaire, &left_out, lang));
            self.add(outline.clone(), None, offered);
            self.add(outline, second, offered);
        }
    }

    /// Adds what a form says, in a language and perhaps a second one.
    fn add(&mut self, outline: Outline<'_>, second: Option<Outline<'_>>, offered: Option<&[Answer; 2]>) {
        let Questionnaire { id, version, .. } = outline.questionnaire;
        let reference = Reference::Named { id: id.to_string(), version: version.to_string() };
        let filled_in = offered.map_or_else(FilledIn::default, |answers| filled_in(&outline, answers));
        let form = FormFile { reference: &reference, outline, second, filled_in };
        let written = super::write(&form).ok().and_then(|bytes| read::read(Path::new("form.xlsx"), &bytes).ok());
        let Some(workbook) = written else { return };
        let languages = Languages::of(&form);
        let standings = [FormStanding::Open, FormStanding::Answered, FormStanding::NotAsked];
        let standings = standings.map(|standing| languages.both(|lang| standing_words(standing, lang)));
        self.anywhere.extend(standings.iter().map(|words| bare(words)));
        self.marks.insert(bare(&languages.both(Lang::column_mark)));
        let heads = RARE.map(|role| languages.both(|lang| head(role, lang)));
        heads.iter().for_each(|words| self.put(String::new(), words));
        for table in tables(&workbook) {
            for (row, besides) in rows_besides(&table) {
                besides.iter().for_each(|said| self.put(key(row), &said.words));
                let ask = besides.iter().map(|said| said.words.as_str()).find(|words| !is_figure(words));
                let ask = ask.and_then(|words| words.lines().next());
                self.asks.entry(key(row)).or_default().extend(ask.map(str::to_owned));
            }
        }
    }

    fn put(&mut self, row: String, words: &str) {
        let texts = self.rows.entry(row).or_default();
        [words].into_iter().chain(words.lines()).for_each(|text| {
            texts.insert(bare(text), text.to_owned());
        });
    }

    /// The texts that are not ours, each with its row.
    fn strange(&self, workbook: &Spreadsheet, found: &Gathered, is_other: bool) -> Vec<Strange> {
        let name = part(&found.head, HeadRow::Name).map(|said| one_line(&said.words));
        // the title names the vendor, which may have put its name right where it is asked for
        let title = |text: &str| {
            let (title, named) = text.rsplit_once(" · ")?;
            let is_its = |name: &Clean| bare(named) == bare(name) || is_alike(named, name.split_whitespace());
            name.as_ref().is_some_and(is_its).then(|| bare(title))
        };
        let tables = tables(workbook);
        let is_renewal = tables.iter().any(|table| table.has(ColumnId::ProposedFrom));
        // what is said to a vendor that has answered before is made for it alone
        let of_all = |table: &&FormTable<'_>| !is_renewal || table.has(ColumnId::Comment) || is_list(table);
        let told: HashSet<&SheetCell> = found.notes.iter().map(|note| &note.cell).collect();
        let is_of_form = |table: &&FormTable<'_>| table.mark.questionnaire == found.mark.questionnaire;
        let mut strange = Vec::new();
        for table in tables.iter().filter(is_of_form).filter(of_all) {
            let marks = if is_renewal { self.column_of_marks(table) } else { None };
            let is_mark = |said: &CellWords| marks == Some(said.cell.at.column);
            for (row, besides) in rows_besides(table) {
                let Some(sent) = self.rows.get(&key(row)) else { continue };
                let given: BTreeSet<String> = match row.id {
                    Some(_) => table.filled(row).map(|said| bare(&said)).collect(),
                    None => BTreeSet::new(),
                };
                let is_sent = |text: &str| {
                    let title = title(text);
                    let text = bare(text);
                    let is_ours = |text: &str| sent.contains_key(text) || self.anywhere.contains(text);
                    is_figure(&text) || given.contains(&text) || is_ours(&text) || title.as_deref().is_some_and(is_ours)
                };
                let is_ours = |said: &CellWords| is_sent(&said.words) || said.words.lines().all(is_sent);
                let is_told = |said: &CellWords| told.contains(&said.cell);
                let others = besides.iter().filter(|said| !is_told(said) && !is_mark(said) && !is_ours(said));
                let mut others = others.peekable();
                let unasked = others.peek().and_then(|_| self.unasked(row, &besides));
                // of another version not more than what is asked is held against ours
                let others = others.filter(|_| !is_other || unasked.is_some());
                for said in others {
                    let was = if strange.len() < MOST_COMPARED { self.was(row, said) } else { None };
                    strange.push(Strange { sent: was.or(unasked).cloned(), row: key(row), said: said.clone() });
                }
            }
        }
        strange
    }

    /// The column of marks, by what stands above it: in the row of heads, and nowhere else.
    fn column_of_marks(&self, table: &FormTable<'_>) -> Option<u32> {
        let mut above = table.rows.iter().take_while(|row| row.id.is_none());
        let heads = above.find(|row| table.said(row, ColumnId::Answer).is_some())?;
        let mut heads = table.besides(heads, true).into_iter();
        heads.find(|said| self.marks.contains(&bare(&said.words))).map(|said| said.cell.at.column)
    }

    /// What a text was that is not ours, where it is like one of the same row.
    fn was(&self, row: &FormRow, said: &CellWords) -> Option<&String> {
        let (words, beginning) = (bare(&said.words), said.words.chars().take(COMPARED).collect::<String>());
        let is_it = |(sent, original): &(&String, &String)| {
            let is_longer_than = |least: usize| original.split_whitespace().nth(least).is_some();
            let is_within = is_longer_than(SAME) && (words.starts_with(*sent) || words.ends_with(*sent));
            // where many texts stand together, a short one is like anything
            let may_be_like = row.id.is_some() || is_longer_than(SAME + 1);
            is_within || may_be_like && is_alike(original, beginning.split_whitespace())
        };
        let alike = self.rows.get(&key(row)).into_iter().flatten().filter(is_it);
        alike.max_by_key(|(sent, _)| sent.len()).map(|(_, original)| original)
    }

    /// What is asked in a row in which nothing asks it.
    fn unasked(&self, row: &FormRow, besides: &[CellWords]) -> Option<&String> {
        let asks = self.asks.get(&key(row)).filter(|_| row.id.is_some())?;
        let is_asked = |ask: &String| besides.iter().any(|said| bare(&said.words).contains(&bare(ask)));
        asks.first().filter(|_| !asks.iter().any(is_asked))
    }
}

/// The same answer to every question, and the same proposal.
fn filled_in(outline: &Outline<'_>, [answer, proposed]: &[Answer; 2]) -> FilledIn {
    let proposed = Some(proposed.clone()).filter(|answer| *answer != Answer::Unknown).map(|answer| Proposal {
        proposed: Proposed::Answer(answer),
        comment: None,
        from: String::new(),
    });
    let given = Prefilled { answer: Some(answer.clone()), proposed, ..Prefilled::default() };
    let answers = outline.questions.iter().map(|asked| (asked.question, given.clone())).collect();
    FilledIn { answers, ..FilledIn::default() }
}

/// The texts of each row of a table in cells in which nothing is filled in.
fn rows_besides<'t>(table: &'t FormTable<'_>) -> impl Iterator<Item = (&'t FormRow, Vec<CellWords>)> {
    let begun = table.rows.iter().position(|row| row.id.is_some()).unwrap_or(table.rows.len());
    // below the first of its rows, a list has others without an id
    let is_free = move |at: usize, row: &FormRow| row.id.is_none() && (at < begun || !is_list(table));
    table.rows.iter().enumerate().map(move |(at, row)| (row, table.besides(row, is_free(at, row))))
}

/// By what the texts of a row are kept.
fn key(row: &FormRow) -> String {
    match &row.id {
        Some(RowId::Question(id)) => id.clone(),
        Some(RowId::Option(id, option)) => format!("{id}#{option}"),
        Some(RowId::Head(asked)) => asked.word().to_owned(),
        Some(RowId::Document | RowId::Company | RowId::More) | None => String::new(),
    }
}

/// Whether a table lists documents or companies, whose rows need no id.
fn is_list(table: &FormTable<'_>) -> bool {
    table.has(ColumnId::Title) || table.has(ColumnId::Does)
}

/// A text without blanks: programs break lines anew.
fn bare(words: &str) -> String {
    words.chars().filter(|sign| !sign.is_whitespace()).collect()
}

/// Whether a text is a number, as formulas and numberings give. A day is none.
fn is_figure(words: &str) -> bool {
    words.chars().all(|sign| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '%'))
}

/// Two texts from shortly before the first word in which they differ.
fn from_difference(one: &str, other: &str) -> [String; 2] {
    let [one, other] = [one, other].map(|text| text.split_whitespace().collect::<Vec<_>>());
    let same = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let from = same.saturating_sub(SAME);
    let lead = if from > 0 { "… " } else { "" };
    [one, other].map(|words| format!("{lead}{}", words.get(from..).unwrap_or_default().join(" ")))
}
