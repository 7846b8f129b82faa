//! The documents of a workbook as the register of an answers file.

use std::collections::{HashMap, HashSet};

use super::gathered::{Gathered, GatheredRow, part};
use super::layout::{ColumnId, kind_named};
use super::tables::CellWords;
use crate::answers::evidence::FreeIds;
use crate::exchange::script::{Script, date, key};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::names::{folded, is_id};
use crate::source::value::NewValue;
use crate::words::clean::{one_line, shown};
use crate::words::problem::cells as problem;

/// By what documents can be cited.
#[derive(Debug, Default)]
pub(super) struct Documents {
    /// Their ids.
    ids: HashSet<String>,
    /// Their ids by their titles, folded; `None` for a title that several have.
    titles: HashMap<String, Option<String>>,
}

impl Documents {
    /// The documents that are named in a cell, with commas, semicolons or line breaks between them.
    pub(super) fn list(&self, written: &str) -> NewValue {
        let by_title = |word: &str| self.titles.get(&*folded(word)).cloned().flatten();
        if let Some(id) = by_title(written.trim()).filter(|_| !self.ids.contains(written.trim())) {
            return NewValue::List(vec![NewValue::word(id)]);
        }
        let named = written.split([',', ';', '\n']).map(str::trim).filter(|word| !word.is_empty());
        let word = |word: &str| match self.ids.contains(word) {
            true => word.to_owned(),
            false => by_title(word).unwrap_or_else(|| word.to_owned()),
        };
        // ids stand on one line; a text that is none is quoted, whatever is in it
        NewValue::List(
            named.map(word).map(|id| if is_id(&id) { NewValue::word(id) } else { NewValue::text(id) }).collect(),
        )
    }
}

/// Writes the register. A row without an id gets a free one, and of two rows with one id the first is kept.
pub(super) fn documents(found: &Gathered, questionnaire: Option<&Questionnaire>, script: &mut Script) -> Documents {
    let own = found.documents.iter().filter_map(|row| part(&row.parts, ColumnId::Id));
    let mut ids: FreeIds = own.map(|id| id.words.trim()).collect();
    let mut cited = Documents::default();
    let mut written: HashMap<String, &GatheredRow> = HashMap::new();
    if !found.documents.is_empty() {
        script.line("evidence:", &found.mark_cell);
    }
    for row in &found.documents {
        let kind = part(&row.parts, ColumnId::Kind).map(|said| kind(said, questionnaire));
        let id = match part(&row.parts, ColumnId::Id) {
            Some(id) => id.words.trim().to_owned(),
            None => ids.free(kind.as_deref()),
        };
        if let Some(before) = written.get(&id) {
            if words(before) != words(row) {
                let place = shown(&before.cell);
                let [one, other] = [row, before].map(|row| one_line(&words(row).join(", ")));
                let twice = problem::answered_twice(one_line(&id), one, place, other);
                script.aside(2, &words(row).join(", "), &row.cell, twice);
            }
            continue;
        }
        let title = part(&row.parts, ColumnId::Title).map(|said| said.words.trim()).unwrap_or_default();
        let known = cited.titles.entry(folded(title).into_owned()).or_insert_with(|| Some(id.clone()));
        known.take_if(|known| *known != id);
        cited.ids.insert(id.clone());
        entry(row, &id, kind, script);
        written.insert(id, row);
    }
    cited
}

fn entry(row: &GatheredRow, id: &str, kind: Option<String>, script: &mut Script) {
    script.line(&format!("  {}:", key(id)), &row.cell);
    for (column, key) in [
        (ColumnId::Title, "title"),
        (ColumnId::Kind, "kind"),
        (ColumnId::Issued, "issued"),
        (ColumnId::ValidUntil, "valid_until"),
        (ColumnId::Location, "location"),
    ] {
        let Some(said) = part(&row.parts, column) else { continue };
        let value = match column {
            ColumnId::Kind => NewValue::text(kind.clone().unwrap_or_default()),
            ColumnId::Issued | ColumnId::ValidUntil => date(&said.words),
            _ => NewValue::text(&said.words),
        };
        script.value((4, key), &value, &said.cell);
    }
}

/// The id of a kind of document: as it is written, in brackets behind the words of a drop-down, or by its words.
fn kind(said: &CellWords, questionnaire: Option<&Questionnaire>) -> String {
    let written = said.words.trim();
    let Some(questionnaire) = questionnaire else { return written.to_owned() };
    let wanted = folded(written);
    let is_known = |id: &&str| questionnaire.find_kind(id).is_some();
    let by_id = Some(&*wanted).filter(is_known).or_else(|| kind_named(written).filter(is_known));
    let by_words = || {
        let mut kinds = questionnaire.evidence.iter();
        kinds.find(|kind| kind.ask.all().any(|ask| folded(ask) == wanted)).map(|kind| kind.id.as_str())
    };
    by_id.or_else(by_words).unwrap_or(written).to_owned()
}

fn words(row: &GatheredRow) -> Vec<&str> {
    row.parts.iter().map(|(_, said)| said.words.trim()).collect()
}
