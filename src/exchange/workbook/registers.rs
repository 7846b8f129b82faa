//! The sheets of documents and of sub-processors: what is named there already, and rows for more.

use rust_xlsxwriter::{Format, Worksheet};

use super::checks;
use super::content::Content;
use super::layout::{ColumnId, RowId, kind_words};
use super::lists::ListAt;
use super::look::{self, BookLook, Font, PLAIN, STRONG};
use super::plan::{ABOUT, FIRST, HEADS, Plan};
use super::sheet::{Filling, FormSheet};
use crate::answers::write::NewEvidence;
use crate::words::clean::Clean;
use crate::words::{Broken, Lang};

/// So many empty rows are there for documents, and for sub-processors.
const FREE_DOCUMENTS: usize = 40;
const FREE_COMPANIES: usize = 20;
/// How high an empty row is, in pixels.
const EMPTY: u32 = 24;

/// What a column is called, and how wide it is in pixels.
type ColumnHead = (ColumnId, fn(Lang) -> Clean, u16);

const DOCUMENTS: [ColumnHead; 6] = [
    (ColumnId::Id, Lang::column_id, 130),
    (ColumnId::Title, Lang::column_title, 330),
    (ColumnId::Kind, Lang::column_kind, 330),
    (ColumnId::Issued, Lang::column_issued, 100),
    (ColumnId::ValidUntil, Lang::column_valid_until, 100),
    (ColumnId::Location, Lang::column_location, 330),
];

const COMPANIES: [ColumnHead; 4] = [
    (ColumnId::Name, Lang::column_name, 300),
    (ColumnId::Country, Lang::head_country, 200),
    (ColumnId::Registration, Lang::head_registration, 220),
    (ColumnId::Does, Lang::column_does, 600),
];

/// A sheet with a row for each of several things.
struct Register<'r> {
    name: &'r Clean,
    about: Clean,
    heads: &'r [ColumnHead],
    row: RowId,
    /// What is named already, and what stands in rows that are free.
    rows: Vec<Vec<Content>>,
    /// The drop-down of kinds.
    kinds: Option<ListAt>,
}

/// The drop-down of the kinds of documents; `None` where there are none.
pub fn kinds(plan: &mut Plan<'_, '_>) -> Option<ListAt> {
    let kinds = plan.form.questionnaire().evidence.iter();
    let words: Vec<Clean> = kinds.map(|kind| kind_words(&kind.id, &plan.languages.said(&kind.ask))).collect();
    (!words.is_empty()).then(|| plan.lists.at(words))
}

/// Writes the sheet of documents.
///
/// # Errors
/// A mistake of the program.
pub fn documents(
    plan: &Plan<'_, '_>,
    look: &BookLook,
    kinds: Option<ListAt>,
    page: &mut Worksheet,
) -> Result<(), Broken> {
    let named = &plan.form.filled_in.documents;
    let day = |day| Option::map_or(day, Content::Nothing, Content::Day);
    let kind = |id: &String| {
        let known = plan.form.questionnaire().evidence.iter().find(|kind| kind.id.as_str() == id);
        known
            .map_or_else(|| Content::of(id), |kind| Content::of(&kind_words(&kind.id, &plan.languages.said(&kind.ask))))
    };
    let text = |text: &Option<String>| text.as_deref().map_or(Content::Nothing, Content::of);
    let row = |(id, it): &(String, NewEvidence)| {
        let kind = it.kind.as_ref().map_or(Content::Nothing, kind);
        vec![Content::of(id), Content::of(&it.title), kind, day(it.issued), day(it.valid_until), text(&it.location)]
    };
    let taken = |id: &String| named.iter().any(|(known, _)| known.eq_ignore_ascii_case(id));
    let free = (1..).map(|number: usize| format!("d{number}")).filter(|id| !taken(id)).take(FREE_DOCUMENTS);
    let free = free.map(|id| vec![Content::of(&id)]);
    let register = Register {
        name: &plan.tabs[1],
        about: plan.languages.both(Lang::evidence_asked),
        heads: &DOCUMENTS,
        row: RowId::Document,
        rows: named.iter().map(row).chain(free).collect(),
        kinds,
    };
    register.write(plan, look, page)
}

/// Writes the sheet of sub-processors.
///
/// # Errors
/// A mistake of the program.
pub fn companies(plan: &Plan<'_, '_>, look: &BookLook, page: &mut Worksheet) -> Result<(), Broken> {
    let text = |text: &Option<String>| text.as_deref().map_or(Content::Nothing, Content::of);
    let named = plan.form.filled_in.chain.iter();
    let rows = named.map(|it| vec![Content::of(&it.name), text(&it.country), text(&it.registration), text(&it.does)]);
    let register = Register {
        name: &plan.tabs[2],
        about: plan.languages.both(Lang::chain_listed),
        heads: &COMPANIES,
        row: RowId::Company,
        rows: rows.chain(std::iter::repeat_n(Vec::new(), FREE_COMPANIES)).collect(),
        kinds: None,
    };
    register.write(plan, look, page)
}

impl Register<'_> {
    fn write(&self, plan: &Plan<'_, '_>, look: &BookLook, page: &mut Worksheet) -> Result<(), Broken> {
        let widths: Vec<u16> = self.heads.iter().map(|(_, _, width)| *width).collect();
        let mut sheet = FormSheet::begin(page, look, plan, self.name, &widths)?;
        let last = u16::try_from(widths.len()).unwrap_or(u16::MAX);
        sheet.title(self.name)?;
        let heads = self.heads.iter().map(|(_, head, _)| plan.languages.both(head)).collect::<Vec<_>>();
        for ((column, (id, ..)), words) in (1..).zip(self.heads).zip(&heads) {
            sheet.column_id(column, *id)?;
            sheet.words(HEADS, column, words, &look.head)?;
        }
        let heights = widths.iter().zip(&heads).map(|(width, words)| look::height(*width, &[(words, &STRONG)]));
        sheet.page.set_row_height_pixels(HEADS, heights.max().unwrap_or(0))?;
        sheet.across(ABOUT, 1..=last, &self.about, &look.note)?;
        sheet.high(ABOUT, &[(sheet.width(1..=last), &[(&self.about, &PLAIN)])])?;
        let mut at = FIRST;
        for cells in &self.rows {
            let parts = cells.iter().map(Content::cells).max().unwrap_or(0).max(1);
            for part in 0..parts {
                sheet.row_id(at, if part == 0 { &self.row } else { &RowId::More })?;
                self.row(&mut sheet, at, cells, part)?;
                at += 1;
            }
        }
        self.checked(&mut sheet, plan, at)?;
        sheet.finish(plan, (at.saturating_sub(1), last), Some(HEADS), true)
    }

    fn row(&self, sheet: &mut FormSheet<'_>, at: u32, cells: &[Content], part: usize) -> Result<(), Broken> {
        let look = sheet.look;
        let mut heights = vec![EMPTY];
        for ((column, (id, _, width)), place) in (1..).zip(self.heads).zip(0..) {
            let content = cells.get(place).unwrap_or(&Content::Nothing);
            sheet.filled((at, column), content, part, filling(look, *id))?;
            let texts: Vec<(&str, &Font)> = content.part(part).into_iter().map(|text| (text, &PLAIN)).collect();
            heights.push(if texts.is_empty() { EMPTY } else { look::height(*width, &texts) });
        }
        sheet.page.set_row_height_pixels(at, heights.into_iter().max().unwrap_or(EMPTY))?;
        Ok(())
    }

    /// Days are days, and kinds are those that there are.
    fn checked(&self, sheet: &mut FormSheet<'_>, plan: &Plan<'_, '_>, end: u32) -> Result<(), Broken> {
        let last = end.saturating_sub(1);
        for (column, (id, ..)) in (1..).zip(self.heads) {
            let check = match id {
                ColumnId::Issued | ColumnId::ValidUntil => checks::day(FIRST, column, &plan.languages)?,
                ColumnId::Kind => match self.kinds {
                    Some(kinds) => checks::listed(kinds, &plan.languages)?,
                    None => continue,
                },
                _ => continue,
            };
            sheet.page.add_data_validation(FIRST, column, last, column, &check)?;
        }
        Ok(())
    }
}

fn filling(look: &BookLook, id: ColumnId) -> Filling<'_> {
    let figures: &Format =
        if matches!(id, ColumnId::Issued | ColumnId::ValidUntil) { &look.line_day } else { &look.line };
    Filling { words: &look.line, figures }
}
