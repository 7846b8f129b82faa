//! The first sheet: how a workbook is filled in, what is asked about the vendor, and how far the answers have come.

use rust_xlsxwriter::{Formula, Worksheet, quote_sheet_name, row_col_to_cell_absolute};

use super::checks;
use super::columns::Role;
use super::content::Content;
use super::formulas::standing_words;
use super::layout::{ColumnId, HeadRow, RowId, in_languages};
use super::look::{self, BookLook, PLAIN, STRONG};
use super::plan::{FIRST, Plan, QuestionSheet, rows};
use super::sheet::{Filling, FormSheet};
use super::standing::{FormStanding, Standings};
use super::wording::LONGEST;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::{Broken, Lang};

/// The columns: a label, three that are as wide as a figure, and one for answers that nothing else stands in.
const WIDTHS: [u16; 5] = [260, 100, 100, 100, 600];
const LABEL: u16 = 1;
const FIGURES: u16 = 2;
const ANSWER: u16 = 5;
/// The progress of so many categories has room on one page with all the rest.
const ON_A_PAGE: usize = 20;
/// How high the rows of headings, of gaps and of figures are, in pixels.
const HEADING: u32 = 32;
const GAP: u32 = 14;
const LINE: u32 = 24;

/// What the first sheet says, before the head.
pub struct Start {
    /// The rules, in each language.
    rules: Vec<Vec<Clean>>,
    /// What is asked about the vendor.
    head: Vec<(HeadRow, Content)>,
}

impl Start {
    /// Of a form.
    pub fn of(plan: &Plan<'_, '_>) -> Start {
        let filled = &plan.form.filled_in;
        let text = |text: &Option<String>| text.as_deref().map_or(Content::Nothing, Content::of);
        let head = vec![
            (HeadRow::Name, text(&filled.vendor)),
            (HeadRow::Country, text(&filled.country)),
            (HeadRow::Registration, text(&filled.registration)),
            (HeadRow::Service, text(&filled.service)),
            (HeadRow::Answered, Content::Nothing),
            (HeadRow::By, Content::Nothing),
        ];
        let documents = &plan.tabs[1];
        let rules = plan.languages.langs.iter().map(|lang| {
            let renewal = filled.renewal.iter().flat_map(|renewal| {
                let told = renewal.told(plan.form.questionnaire(), *lang);
                [lang.to_be_confirmed(renewal.since(*lang))].into_iter().chain(told)
            });
            let renewal = renewal.map(|line| line.cut(LONGEST));
            rules_in(*lang, documents).into_iter().chain(renewal).collect()
        });
        let rules = rules.collect();
        Start { rules, head }
    }

    /// The row in which the head begins: below the title, the rules and what the questions are about.
    fn first_of_head(&self) -> u32 {
        FIRST + rows(self.rules.first().map_or(0, Vec::len)) + 4
    }

    /// The cell of the day on which the form was filled in.
    pub fn answered(&self, plan: &Plan<'_, '_>) -> String {
        let before = self.head.iter().take_while(|(row, _)| *row != HeadRow::Answered);
        let cells: usize = before.map(|(_, content)| content.cells().max(1)).sum();
        super::formulas::cell(&plan.tabs[0], self.first_of_head() + rows(cells), ANSWER)
    }

    /// Writes the sheet.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn write(
        &self,
        plan: &Plan<'_, '_>,
        standings: &Standings<'_, '_, '_>,
        look: &BookLook,
        page: &mut Worksheet,
    ) -> Result<(), Broken> {
        let mut sheet = FormSheet::begin(&mut *page, look, plan, &plan.tabs[0], &WIDTHS)?;
        sheet.column_id(ANSWER, ColumnId::Answer)?;
        let title = plan.languages.line(&plan.form.questionnaire().title);
        let vendor = plan.form.filled_in.vendor.as_deref().map(one_line);
        sheet.title(&match vendor {
            Some(vendor) => title.and(" · ").and(vendor),
            None => title,
        })?;
        self.explained(&mut sheet, plan)?;
        let below = self.asked(&mut sheet, plan)?;
        let last = progress(&mut sheet, plan, standings, below)?;
        sheet.finish(plan, (last, ANSWER), None, false)?;
        if plan.sheets.len() <= ON_A_PAGE && plan.languages.langs.len() == 1 {
            page.set_print_fit_to_pages(1, 1);
        } else {
            page.set_page_breaks(&[below])?;
        }
        Ok(())
    }

    /// How it is filled in, and what the questions are about.
    fn explained(&self, sheet: &mut FormSheet<'_>, plan: &Plan<'_, '_>) -> Result<(), Broken> {
        let look = sheet.look;
        heading(sheet, FIRST - 1, &plan.languages.both(Lang::workbook_how))?;
        let count = self.rules.first().map_or(0, Vec::len);
        for at in 0..count {
            let said: Vec<Clean> = self.rules.iter().filter_map(|rules| rules.get(at).cloned()).collect();
            side_by_side(sheet, FIRST + rows(at), &said, look)?;
        }
        let row = FIRST + rows(count);
        sheet.page.set_row_height_pixels(row, GAP)?;
        let about = plan.form.questionnaire().about.as_ref().map(|about| plan.languages.said(about));
        if let Some(about) = about {
            heading(sheet, row + 1, &plan.languages.both(Lang::about_the_questions))?;
            let about: Vec<Clean> = about.into_iter().map(|it| it.cut(LONGEST)).collect();
            let about = if about.windows(2).all(|pair| pair[0] == pair[1]) { &about[..1] } else { &about };
            side_by_side(sheet, row + 2, about, look)?;
        } else {
            (row + 1..=row + 2).try_for_each(|row| sheet.page.set_row_height_pixels(row, 1).map(|_| ()))?;
        }
        heading(sheet, row + 3, &plan.languages.both(Lang::about_you))
    }

    /// The head; the row below it.
    fn asked(&self, sheet: &mut FormSheet<'_>, plan: &Plan<'_, '_>) -> Result<u32, Broken> {
        let look = sheet.look;
        let mut at = self.first_of_head();
        for (row, content) in &self.head {
            let is_given = *row == HeadRow::Name && *content != Content::Nothing;
            let format = match row {
                HeadRow::Answered => &look.line_day,
                HeadRow::Name if is_given => &look.shut,
                _ => &look.line,
            };
            let label = plan.languages.both(|lang| label(*row, lang));
            for part in 0..content.cells().max(1) {
                sheet.row_id(at, &if part == 0 { RowId::Head(*row) } else { RowId::More })?;
                sheet.across(at, LABEL..=ANSWER - 1, if part == 0 { &label } else { "" }, &look.label)?;
                sheet.filled((at, ANSWER), content, part, Filling { words: format, figures: format })?;
                let (named, said) = (sheet.width(LABEL..=ANSWER - 1), sheet.width(ANSWER..=ANSWER));
                let text = content.part(part).unwrap_or_default();
                sheet.high(at, &[(named, &[(&label, &PLAIN)]), (said, &[(text, &PLAIN)])])?;
                if *row == HeadRow::Answered {
                    let check = checks::day(at, ANSWER, &plan.languages)?;
                    sheet.page.add_data_validation(at, ANSWER, at, ANSWER, &check)?;
                }
                at += 1;
            }
        }
        Ok(at)
    }
}

fn rules_in(lang: Lang, documents: &Clean) -> Vec<Clean> {
    vec![
        lang.workbook_cells(),
        lang.workbook_choices(),
        lang.fill_in_unknown(),
        lang.workbook_na(),
        lang.workbook_only_if(),
        lang.workbook_documents(documents),
        lang.workbook_colleagues(),
        lang.workbook_back(),
    ]
}

fn label(row: HeadRow, lang: Lang) -> Clean {
    match row {
        HeadRow::Name => lang.head_name(),
        HeadRow::Country => lang.head_country(),
        HeadRow::Registration => lang.head_registration(),
        HeadRow::Service => lang.head_service(),
        HeadRow::Answered => lang.head_answered(),
        HeadRow::By => lang.head_by(),
    }
}

fn heading(sheet: &mut FormSheet<'_>, row: u32, words: &Clean) -> Result<(), Broken> {
    let format = sheet.look.heading.clone();
    sheet.words(row, LABEL, words, &format)?;
    sheet.page.set_row_height_pixels(row, HEADING)?;
    Ok(())
}

/// A text across the page, or in two languages beside each other.
fn side_by_side(sheet: &mut FormSheet<'_>, row: u32, said: &[Clean], look: &BookLook) -> Result<(), Broken> {
    let halves: &[std::ops::RangeInclusive<u16>] =
        if said.len() > 1 { &[LABEL..=ANSWER - 1, ANSWER..=ANSWER] } else { &[LABEL..=ANSWER] };
    let mut highest = 0;
    for (columns, words) in halves.iter().zip(said) {
        match columns.clone().count() {
            1 => sheet.words(row, *columns.start(), words, &look.note)?,
            _ => sheet.across(row, columns.clone(), words, &look.note)?,
        }
        highest = highest.max(look::height(sheet.width(columns.clone()), &[(words, &PLAIN)]));
    }
    sheet.page.set_row_height_pixels(row, highest)?;
    Ok(())
}

/// What a sheet is about, by its number.
fn titled(plan: &Plan<'_, '_>, sheet: &QuestionSheet) -> Clean {
    let title = (sheet.number + 1).and(" ").and(in_languages(&plan.about(sheet).0)).cut(LONGEST);
    let has_more = sheet.questions.iter().any(|placed| placed.heading.is_some());
    if has_more { title.and(" …") } else { title }
}

/// How many questions of each category are answered, open and not asked, and of all; the last row.
fn progress(
    sheet: &mut FormSheet<'_>,
    plan: &Plan<'_, '_>,
    standings: &Standings<'_, '_, '_>,
    below: u32,
) -> Result<u32, Broken> {
    let look = sheet.look;
    sheet.page.set_row_height_pixels(below, GAP)?;
    heading(sheet, below + 1, &plan.languages.both(Lang::progress))?;
    let kinds = [FormStanding::Answered, FormStanding::Open, FormStanding::NotAsked];
    let words = kinds.map(|kind| plan.languages.both(|lang| standing_words(kind, lang)));
    let heads = below + 2;
    sheet.words(heads, LABEL, &plan.languages.both(Lang::progress_of), &look.head)?;
    for (column, words) in (FIGURES..).zip(&words) {
        sheet.words(heads, column, words, &look.head)?;
    }
    let heights = words.iter().map(|words| look::height(sheet.width(FIGURES..=FIGURES), &[(words, &STRONG)]));
    sheet.page.set_row_height_pixels(heads, heights.max().unwrap_or(LINE))?;
    let first = heads + 1;
    let mut totals = [0; 3];
    for (row, category) in (first..).zip(&plan.sheets) {
        let title = titled(plan, category);
        sheet.words(row, LABEL, &title, &look.label)?;
        for ((column, kind), total) in (FIGURES..).zip(kinds).zip(&mut totals) {
            let count = category.questions.iter().filter(|placed| standings.standing(placed) == kind).count();
            *total += count;
            let status = plan.column(Role::Status);
            let [from, to] = [FIRST, category.end.saturating_sub(1)].map(|row| row_col_to_cell_absolute(row, status));
            let head = row_col_to_cell_absolute(heads, column);
            let formula = format!("COUNTIF({}!{from}:{to},{head})", quote_sheet_name(&category.name));
            let formula = Formula::new(formula).set_result(count.to_string());
            sheet.page.write_formula_with_format(row, column, formula, &look.figure)?;
        }
        sheet.high(row, &[(sheet.width(LABEL..=LABEL), &[(&title, &PLAIN)])])?;
    }
    let all = first + rows(plan.sheets.len());
    sheet.words(all, LABEL, &plan.languages.both(Lang::in_all), &look.total)?;
    for (column, total) in (FIGURES..).zip(totals) {
        let [from, to] = [first, all.saturating_sub(1)].map(|row| row_col_to_cell_absolute(row, column));
        let formula = Formula::new(format!("SUM({from}:{to})")).set_result(total.to_string());
        sheet.page.write_formula_with_format(all, column, formula, &look.total_figure)?;
    }
    sheet.page.set_row_height_pixels(all, LINE)?;
    Ok(all)
}
