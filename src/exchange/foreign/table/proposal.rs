//! What a table seems to hold: shown, with what was found, to whoever has to say what it does hold. Nothing is read by
//! it, and no column is ever taken for that of answers because of a word in its head.

use std::collections::HashMap;

use super::heads;
use super::mapping::{Mapping, TableColumn, squeezed};
use super::places::{HEAD_ROWS, column_name};
use super::rows::tidy;
use crate::exchange::foreign::ProposalLine;
use crate::exchange::spreadsheet::{Spreadsheet, Worksheet};
use crate::source::fields::Word;
use crate::words::clean::{Clean, Trusted, one_line, shortened, toml_text};
use crate::words::{Hint, Lang};

/// So many columns are shown.
const SHOWN: usize = 30;
/// A column with no more different words shows them.
const FEW: usize = 8;
/// More different words of a column are not kept apart.
const KEPT: usize = 20_000;
/// So many letters of a head or a word are shown.
const LETTERS: usize = 40;

/// A sheet as it seems to be.
#[derive(Debug)]
pub struct TableProposal<'t> {
    sheet: &'t Worksheet,
    /// The row of the heads, from 0.
    head: Option<u32>,
    rows: usize,
    columns: Vec<SeenColumn>,
    others: Vec<&'t str>,
}

/// What is in a column.
#[derive(Debug)]
struct SeenColumn {
    column: u32,
    head: String,
    filled: usize,
    letters: usize,
    /// How many look like ids.
    like_ids: usize,
    /// The words, in the order in which they are met first, with how often.
    words: Vec<(String, usize)>,
    seems: Option<TableColumn>,
}

impl<'t> TableProposal<'t> {
    /// Looks through a workbook for the sheet that asks or answers most likely, among those that are named if some are.
    pub fn of(workbook: &'t Spreadsheet, named: &[String]) -> Option<TableProposal<'t>> {
        let is_meant = |sheet: &Worksheet| named.is_empty() || named.contains(&sheet.name);
        let all = || workbook.sheets.iter().filter(|sheet| sheet.cells().next().is_some() && is_meant(sheet));
        let headed = all().map(|sheet| (sheet, head_of(sheet)));
        let best = headed.max_by_key(|(sheet, head)| {
            let known = head.map_or(0, |(_, known)| known);
            (!sheet.hidden, known, sheet.rows().count())
        });
        let (sheet, head) = best?;
        let others = all().filter(|other| other.name != sheet.name).map(|other| other.name.as_str()).collect();
        let head = head.map(|(row, _)| row);
        let rows = sheet.rows().filter(|row| head.is_none_or(|head| *row > head)).count();
        let mut proposal = TableProposal { sheet, head, rows, columns: seen(sheet, head), others };
        proposal.guess();
        Some(proposal)
    }

    /// What is found, and how it is said, line by line.
    pub fn lines(&self) -> Vec<ProposalLine> {
        let words = |said: &dyn Fn(Lang) -> Clean| ProposalLine::Words(Lang::ALL.map(said));
        let mut lines = vec![words(&|lang| self.titled(lang))];
        lines.extend(self.columns.iter().take(SHOWN).map(|column| words(&|lang| column.said(lang))));
        let more = self.columns.len().saturating_sub(SHOWN);
        lines.extend((more > 0).then(|| words(&|lang| lang.proposal_more_columns(more))));
        if !self.others.is_empty() {
            let names = self.others.iter().take(SHOWN).map(|name| shortened(name, LETTERS));
            let names = Clean::joined(names, ", ");
            lines.push(words(&|lang| lang.proposal_other_sheets(&names)));
        }
        lines.push(words(&Lang::proposal_say));
        let sheet = Some(self.sheet.name.clone()).filter(|_| !self.others.is_empty());
        lines.push(ProposalLine::Step(Hint::MapColumns { sheet, columns: self.columns_said().into() }));
        if self.part(TableColumn::Id).is_none() {
            lines.push(words(&Lang::proposal_no_id));
        }
        if self.part(TableColumn::Answer).is_none() {
            let perhaps = self.columns.iter().filter(|it| it.may_answer()).map(|it| column_name(it.column));
            let perhaps = Clean::joined(perhaps, ", ");
            lines.push(match perhaps.is_empty() {
                true => words(&Lang::proposal_no_answer),
                false => words(&|lang| lang.proposal_which_answer(&perhaps)),
            });
        }
        lines.push(words(&Lang::proposal_keep));
        let text = self.mapping().text();
        let indented = |line: &str| if line.is_empty() { Clean::default() } else { "  ".and(one_line(line)) };
        lines.extend(text.lines().map(|line| words(&|_| indented(line))));
        if let Some(column) = self.part(TableColumn::Answer).filter(|column| (1..=FEW).contains(&column.words.len())) {
            let found = Clean::joined(column.words.iter().map(|(word, _)| toml_text(word)), ", ");
            lines.push(words(&|lang| "  ".and(lang.proposal_worth())));
            lines.push(words(&|_| "  # values = [".and(&found).and("]")));
        }
        lines
    }

    fn titled(&self, lang: Lang) -> Clean {
        let name = shortened(&self.sheet.name, LETTERS);
        match (self.head.map(|row| u64::from(row) + 1), name.is_empty()) {
            (Some(row), true) => lang.proposal_table(row, self.rows),
            (Some(row), false) => lang.proposal_sheet(name, row, self.rows),
            (None, true) => lang.proposal_headless(self.rows),
            (None, false) => lang.proposal_headless_sheet(name, self.rows),
        }
    }

    fn part(&self, part: TableColumn) -> Option<&SeenColumn> {
        self.columns.iter().find(|column| column.seems == Some(part))
    }

    /// The columns by their letters.
    fn columns_said(&self) -> Clean {
        let header = self.head.map(|row| "header=".and(u64::from(row) + 1));
        let parts = TableColumn::ALL
            .iter()
            .filter_map(|(word, part)| self.part(*part).map(|column| word.and("=").and(column_name(column.column))));
        Clean::joined(header.into_iter().chain(parts), ",")
    }

    /// As a mapping, by heads where each stands for one column: they hold for the next table of its kind, too.
    fn mapping(&self) -> Mapping {
        let is_clear = |column: &SeenColumn| {
            let alike = self.columns.iter().filter(|other| squeezed(&other.head) == squeezed(&column.head)).count();
            alike == 1 && column.head.chars().count() > 2
        };
        let place = |column: &SeenColumn| match is_clear(column) {
            true => column.head.clone(),
            false => String::from(column_name(column.column)),
        };
        let columns = TableColumn::ALL.iter().filter_map(|(_, part)| Some((*part, place(self.part(*part)?))));
        let columns: Vec<_> = columns.collect();
        let is_headed = columns.iter().any(|(_, at)| at.chars().count() > 2);
        let sheets = Some(self.sheet.name.clone()).filter(|name| !name.is_empty() && !self.others.is_empty());
        Mapping {
            sheets: sheets.into_iter().collect(),
            header: self.head.filter(|_| !is_headed).map(|row| row + 1),
            columns,
            ..Mapping::default()
        }
    }

    /// Says of each part which column may hold it: by its head as a whole, if no other column says the same; ids and
    /// questions by what is in them, too. Answers only by their head.
    fn guess(&mut self) {
        for (_, part) in TableColumn::ALL {
            let says = |column: &&mut SeenColumn| heads::says(*part, &column.head);
            let mut found: Vec<&mut SeenColumn> = self.columns.iter_mut().filter(says).collect();
            if let [only] = &mut found[..] {
                only.seems = Some(*part);
            }
        }
        let rows = self.rows;
        if self.part(TableColumn::Id).is_none() {
            let mut bare = self.columns.iter_mut().filter(|column| column.seems.is_none());
            let found = bare.find(|column| column.is_of_ids() && column.filled * 2 > rows);
            found.into_iter().for_each(|column| column.seems = Some(TableColumn::Id));
        }
        if self.part(TableColumn::Question).is_none() {
            let bare = self.columns.iter_mut().filter(|column| column.seems.is_none() && column.is_of_sentences());
            let found = bare.max_by_key(|column| (column.letters / column.filled.max(1), u32::MAX - column.column));
            found.into_iter().for_each(|column| column.seems = Some(TableColumn::Question));
        }
    }
}

impl SeenColumn {
    fn is_of_ids(&self) -> bool {
        self.filled > 1 && self.like_ids * 5 >= self.filled * 4 && self.words.len() == self.filled
    }

    fn is_of_sentences(&self) -> bool {
        self.filled > 1 && self.letters >= self.filled * 15 && self.words.len() * 5 >= self.filled * 4
    }

    /// Whether the same few words stand in it again and again.
    fn has_few_words(&self) -> bool {
        self.words.len() <= FEW && self.words.len() < self.filled
    }

    /// Whether it speaks of answers, or says yes or no.
    fn may_answer(&self) -> bool {
        let is_one = |(word, _): &(String, usize)| ["yes", "no", "ja", "nej", "n/a"].contains(&squeezed(word).as_str());
        self.seems.is_none()
            && (heads::speaks_of_answers(&self.head) || self.words.len() <= FEW && self.words.iter().any(is_one))
    }

    fn said(&self, lang: Lang) -> Clean {
        let head = toml_text(&shortened(&self.head, LETTERS));
        let mut line = lang.proposal_column(column_name(self.column), head, self.filled);
        let is_answered = self.seems == Some(TableColumn::Answer) || self.may_answer();
        let is_short = self.words.len() <= FEW && is_answered;
        if self.has_few_words() || is_short {
            let words = self.words.iter().map(|(word, count)| shortened(word, LETTERS).and(" ").and(count));
            line = lang.proposal_words(line, Clean::joined(words, ", "));
        } else if self.words.len() == self.filled {
            line = lang.proposal_all_different(line);
        }
        match self.seems {
            Some(part) => lang.proposal_seems(line, part.word()),
            None if self.may_answer() => lang.proposal_perhaps_answers(line),
            None => line,
        }
    }
}

/// The row that most likely holds heads, and how many of its heads are known.
fn head_of(sheet: &Worksheet) -> Option<(u32, usize)> {
    let known = |row: u32| {
        let mut parts: Vec<TableColumn> = sheet.row(row).filter_map(|(_, value)| heads::said(&value.said())).collect();
        parts.sort_unstable();
        parts.dedup();
        parts.len()
    };
    let rows = sheet.rows().take(HEAD_ROWS).map(|row| (row, known(row)));
    // the first of those with the most; one alone may be an answer, such as No
    rows.filter(|(_, known)| *known > 1).reduce(|best, next| if next.1 > best.1 { next } else { best })
}

/// What is in each column below the heads.
fn seen(sheet: &Worksheet, head: Option<u32>) -> Vec<SeenColumn> {
    let mut columns: HashMap<u32, (SeenColumn, HashMap<String, usize>)> = HashMap::new();
    for (at, value) in sheet.cells().filter(|(at, _)| head.is_none_or(|head| at.row >= head)) {
        let words = tidy(&value.said());
        if words.is_empty() {
            continue;
        }
        let (column, places) = columns.entry(at.column).or_insert_with(|| (SeenColumn::at(at.column), HashMap::new()));
        if Some(at.row) == head {
            column.head = words.split_whitespace().collect::<Vec<_>>().join(" ");
            continue;
        }
        if squeezed(&words) == squeezed(&column.head) {
            continue; // the head once more
        }
        column.filled += 1;
        column.letters += words.chars().count();
        let has_digit = words.contains(|sign: char| sign.is_ascii_digit());
        column.like_ids += usize::from(has_digit && words.len() <= 24 && !words.contains(char::is_whitespace));
        match places.get(&words) {
            Some(place) => column.words[*place].1 += 1,
            None if column.words.len() < KEPT => {
                places.insert(words.clone(), column.words.len());
                column.words.push((words, 1));
            }
            None => {}
        }
    }
    let mut columns: Vec<SeenColumn> = columns.into_values().map(|(column, _)| column).collect();
    columns.sort_by_key(|column| column.column);
    columns
}

impl SeenColumn {
    fn at(column: u32) -> SeenColumn {
        let (filled, letters, like_ids) = (0, 0, 0);
        SeenColumn { column, head: String::new(), filled, letters, like_ids, words: Vec::new(), seems: None }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::exchange::spreadsheet::read::read;
    use crate::words::Guide;

    #[derive(Debug)]
    struct Typed;

    impl Guide for Typed {
        fn how(&self, hint: &Hint, _: Lang) -> Option<String> {
            let Hint::MapColumns { columns, .. } = hint else { return None };
            Some(format!("--columns {columns}"))
        }
    }

    fn lines(table: &str) -> String {
        let workbook = read(Path::new("t.csv"), table.as_bytes()).unwrap();
        let lines = TableProposal::of(&workbook, &[]).unwrap().lines();
        lines.iter().map(|line| format!("{}\n", line.told(&Typed, Lang::En))).collect()
    }

    const ROWS: &str = "1.1,Is access reviewed each year?,Yes,N/A,\n1.2,Is data encrypted at rest?,No,Yes,We plan it\n";

    #[test]
    fn what_is_clear_is_said_and_mapped() {
        let found = lines(&format!("Our form\nID,Question,Answer,Compliant Answer,Comments\n{ROWS}"));
        assert!(found.contains("heads in row 2, rows below: 2\n"), "{found}");
        assert!(found.contains("  C \"Answer\": 2 filled: Yes 1, No 1 -> answer\n"), "{found}");
        assert!(found.contains("  D \"Compliant Answer\": 2 filled: N/A 1, Yes 1 -> perhaps answer\n"), "{found}");
        assert!(found.contains("\n  --columns header=2,id=A,question=B,answer=C,comment=E\n"), "{found}");
        assert!(found.contains("  [columns]\n  id = \"A\"\n  question = \"Question\"\n"), "{found}");
        assert!(found.contains("  # values = [\"Yes\", \"No\"]\n"), "no value is made up: {found}");
    }

    #[test]
    fn a_head_that_speaks_of_answers_is_never_taken() {
        for heads in ["Compliant Answer,Follow-up responses", "Answer,Answer", "Expected answer,x"] {
            let found = lines(&format!("ID,Question,{heads},Comments\n{ROWS}"));
            assert!(!found.contains("answer=C") && !found.contains("answer=D"), "{heads}: {found}");
            assert!(found.contains("add answer=, perhaps one of C, D\n"), "{heads}: {found}");
        }
    }

    #[test]
    fn a_table_without_known_heads_shows_what_is_in_it() {
        let found = lines(&format!("Kod,Vad,X,Y,Z\n{ROWS}"));
        assert!(found.starts_with("no heads found, rows: 3\n"), "{found}");
        assert!(found.contains("--columns question=B\n") && found.contains("add id=;"), "{found}");
        let hostile = lines("\u{202e}ID\u{1b}[2J,Question\n1,a\n");
        assert!(!hostile.contains('\u{1b}') && !hostile.contains('\u{202e}'), "{hostile}");
    }
}
