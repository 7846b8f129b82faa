//! The rows of a table that ask or answer something: what their columns say, and which category they belong to.

use std::collections::{BTreeMap, HashMap};

use super::mapping::{TableColumn, squeezed};
use super::places::{MappedSheet, column_name};
use crate::exchange::draft::plain_id::plain_id;
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::spreadsheet::{CellValue, Worksheet};
use crate::source::cells::{CellAt, SheetCell};
use crate::words::clean::{Clean, Trusted, has_hidden, is_blank, one_line, shown};
use crate::words::matters::table as matter;

/// A row with an id, or without one but with an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// The id, as the source has it, without hidden letters; empty if there is none.
    pub id: String,
    /// Where the id stands, or the answer that has none.
    pub cell: SheetCell,
    /// The category, by its title; `None` where only the id can tell.
    pub category: Option<String>,
    /// What its columns say, without hidden letters and blanks around.
    parts: Vec<(TableColumn, String, SheetCell)>,
}

impl TableRow {
    /// What a column says, and where; `None` where nothing stands.
    pub fn part(&self, part: TableColumn) -> Option<(&str, &SheetCell)> {
        self.parts.iter().find(|(known, ..)| *known == part).map(|(_, words, cell)| (words.as_str(), cell))
    }

    /// The words of a part, or none.
    pub fn words(&self, part: TableColumn) -> &str {
        self.part(part).map_or("", |(words, _)| words)
    }
}

/// The rows of all sheets, in their order.
pub fn rows(sheets: &[MappedSheet<'_>], ledger: &mut Ledger) -> Vec<TableRow> {
    let mut found = Vec::new();
    for sheet in sheets {
        let by_sheet = (sheets.len() > 1).then(|| tidy(&sheet.sheet.name));
        let mut reading = RowReader { sheet, merged: merged(sheet.sheet), by_sheet, section: None, idle: None, ledger };
        reading.about();
        let rows: Vec<u32> = sheet.sheet.rows().filter(|row| sheet.head.is_none_or(|head| *row > head)).collect();
        reading.unread_columns(&rows);
        for row in rows {
            found.extend(reading.row(row));
        }
        reading.drop_idle();
    }
    ledger.count(Fate::Read, &matter::ROWS, found.iter().filter(|row| !row.id.is_empty()).count());
    found
}

/// A text without letters that nobody sees, and without blanks around it.
pub fn tidy(words: &str) -> String {
    if !has_hidden(words) {
        return words.trim().to_owned();
    }
    let seen: String = words.chars().filter(|letter| !has_hidden(letter.encode_utf8(&mut [0; 4]))).collect();
    seen.trim().to_owned()
}

/// Cells that were made one, by their columns: the rows, and the first of the cells.
type MergedRows = HashMap<u32, Vec<(u32, u32, CellAt)>>;

fn merged(sheet: &Worksheet) -> MergedRows {
    let mut merged = MergedRows::new();
    for (first, last) in sheet.merged() {
        for column in first.column..=last.column.min(crate::exchange::spreadsheet::limits::COLUMNS) {
            merged.entry(column).or_default().push((first.row, last.row, *first));
        }
    }
    merged.values_mut().for_each(|ranges| ranges.sort_unstable());
    merged
}

struct RowReader<'r, 't> {
    sheet: &'r MappedSheet<'t>,
    merged: MergedRows,
    /// The category of every row where each sheet is one.
    by_sheet: Option<String>,
    /// The last row that stands above those that follow.
    section: Option<String>,
    /// Where that stands, as long as nothing follows it.
    idle: Option<SheetCell>,
    ledger: &'r mut Ledger,
}

impl RowReader<'_, '_> {
    /// Tells what nobody sees who opens the table.
    fn about(&mut self) {
        let MappedSheet { sheet, head, .. } = self.sheet;
        let name = one_line(&sheet.name);
        if sheet.hidden {
            self.ledger.note(Fate::Decide, &matter::HIDDEN_SHEETS, name.clone());
        }
        for (_, column) in self.sheet.columns().filter(|(_, column)| sheet.hides(*column)) {
            self.ledger.note(Fate::Decide, &matter::HIDDEN_COLUMNS, column_name(column));
        }
        if head.is_none() {
            let first = sheet.rows().next().unwrap_or_default();
            self.ledger.note(Fate::Decide, &matter::NO_HEAD, shown(u64::from(first) + 1));
        }
    }

    /// Tells what stands in columns of which nobody said what they hold.
    fn unread_columns(&mut self, rows: &[u32]) {
        let MappedSheet { sheet, head, .. } = self.sheet;
        let read: Vec<u32> = self.sheet.columns().map(|(_, column)| column).collect();
        let mut unread: BTreeMap<u32, u32> = BTreeMap::new();
        for row in rows.iter().filter(|row| !self.sheet.repeats_heads(**row) && self.section_of(**row).is_none()) {
            let filled = sheet.row(*row).filter(|(at, value)| !is_blank(&value.said()) && !read.contains(&at.column));
            filled.for_each(|(at, _)| *unread.entry(at.column).or_default() += 1);
        }
        for (column, filled) in unread {
            let name = head.map(|row| one_line(&sheet.said(CellAt { row, column })).cut(40));
            let name = name.filter(|name| !name.is_empty()).map_or_else(Clean::default, |name| " ".and(name));
            self.ledger.note(Fate::Lost, &matter::UNREAD_COLUMNS, column_name(column).and(name).and(": ").and(filled));
        }
    }

    fn row(&mut self, row: u32) -> Option<TableRow> {
        if self.sheet.repeats_heads(row) {
            self.ledger.count(Fate::Read, &matter::HEADS_AGAIN, 1);
            return None;
        }
        let id_at = CellAt { row, column: self.sheet.column(TableColumn::Id)? };
        let parts: Vec<_> = self.sheet.columns().filter_map(|(part, column)| self.part(part, row, column)).collect();
        if let Some((at, section)) = self.section_of(row) {
            self.drop_idle();
            self.section = Some(section);
            self.idle = Some(SheetCell { sheet: self.sheet.sheet.name.clone(), at });
            return None;
        }
        let question = self.sheet.column(TableColumn::Question);
        // ids are never filled down: each row of cells that were made one would be the same question
        let own = tidy(&self.sheet.sheet.said(id_at));
        let id = if question == Some(id_at.column) && !own.is_empty() { plain_id(&squeezed(&own)) } else { own };
        if id.is_empty() {
            return self.without_id(id_at, parts);
        }
        if self.sheet.sheet.hides_row(row) {
            self.ledger.note(Fate::Decide, &matter::HIDDEN_ROWS, one_line(&id));
        }
        let cell = SheetCell { sheet: self.sheet.sheet.name.clone(), at: id_at };
        self.idle = None;
        let category = self.category(&parts);
        Some(TableRow { id, cell, category, parts })
    }

    /// What a column says in a row: cells that were made one say the same in each.
    fn part(&mut self, part: TableColumn, row: u32, column: u32) -> Option<(TableColumn, String, SheetCell)> {
        let own = CellAt { row, column };
        let at = self.sheet.sheet.cell(own).map(|_| own).or_else(|| self.first_of(own)).unwrap_or(own);
        let cell = SheetCell { sheet: self.sheet.sheet.name.clone(), at };
        let fate = if part == TableColumn::Answer { Fate::Open } else { Fate::Lost };
        match self.sheet.sheet.cell(at)? {
            CellValue::FormulaWithoutValue => self.ledger.note(fate, &matter::FORMULAS, shown(&cell)),
            CellValue::Error(_) => self.ledger.note(fate, &matter::BROKEN_FORMULAS, shown(&cell)),
            value => {
                let words = value.said();
                if has_hidden(&words) {
                    self.ledger.note(Fate::Mapped, &matter::HIDDEN_LETTERS, shown(&cell));
                }
                if at != own && part == TableColumn::Answer {
                    self.ledger.note(Fate::Decide, &matter::MERGED_ANSWERS, shown(&cell));
                }
                let words = tidy(&words);
                return (!words.is_empty()).then_some((part, words, cell));
            }
        }
        None
    }

    /// The first of the cells with which an empty one was made one.
    fn first_of(&self, at: CellAt) -> Option<CellAt> {
        let ranges = self.merged.get(&at.column)?;
        let behind = ranges.partition_point(|(first, ..)| *first <= at.row);
        let (_, last, first) = ranges.get(behind.checked_sub(1)?)?;
        (at.row <= *last).then_some(*first)
    }

    /// Tells of a row that seemed to be a head and that no question follows.
    fn drop_idle(&mut self) {
        if let Some(cell) = self.idle.take() {
            self.ledger.note(Fate::Lost, &matter::WITHOUT_ID, shown(&cell));
        }
    }

    /// What a row says that is the head of those that follow: it holds one text, and no question.
    fn section_of(&self, row: u32) -> Option<(CellAt, String)> {
        let mut cells = self.sheet.sheet.row(row).filter(|(_, value)| !value.said().is_empty());
        let (at, value) = cells.next()?;
        let [id, question] = [TableColumn::Id, TableColumn::Question].map(|part| self.sheet.column(part));
        let is_wide = self.sheet.sheet.merged().iter().any(|(first, last)| *first == at && last.column > at.column);
        let words = tidy(&value.said());
        let looks_like_id = !words.contains(char::is_whitespace) && words.contains(|sign: char| sign.is_ascii_digit());
        let is_asked = Some(at.column) == id && (id == question || question.is_none() || looks_like_id);
        let is_answer = self.sheet.column(TableColumn::Answer) == Some(at.column) && !is_wide;
        let is_head = (is_wide || !is_asked) && !is_answer && !words.is_empty() && !words.ends_with('?');
        (cells.next().is_none() && is_head).then_some((at, words))
    }

    /// What a row belongs to: what its column says, or said last above it.
    fn category(&mut self, parts: &[(TableColumn, String, SheetCell)]) -> Option<String> {
        if let Some((_, words, _)) = parts.iter().find(|(part, ..)| *part == TableColumn::Category) {
            self.section = Some(words.split_whitespace().collect::<Vec<_>>().join(" "));
        }
        self.section.clone().or_else(|| self.by_sheet.clone())
    }

    /// Tells of a row without an id; one that holds an answer of its own is somebody's to decide about.
    fn without_id(&mut self, at: CellAt, parts: Vec<(TableColumn, String, SheetCell)>) -> Option<TableRow> {
        let is_own =
            |(part, _, cell): &&(TableColumn, String, SheetCell)| *part == TableColumn::Answer && cell.at.row == at.row;
        if let Some((.., cell)) = parts.iter().find(is_own) {
            let cell = cell.clone();
            return Some(TableRow { id: String::new(), cell, category: None, parts });
        }
        if let Some((.., cell)) = parts.first() {
            self.ledger.note(Fate::Lost, &matter::WITHOUT_ID, shown(cell));
        } else if self.sheet.sheet.cell(at).is_some() {
            self.ledger.note(Fate::Lost, &matter::WITHOUT_ID, Clean::default());
        }
        None
    }
}
