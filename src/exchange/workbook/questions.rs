//! The sheets of questions: a row for each, and a row for each option of those of which several can be chosen.

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, Format, Formula, Worksheet, column_number_to_name,
    row_col_to_cell_absolute,
};

use super::checks;
use super::columns::{Role, head, width};
use super::content::{AnswerCells, Content};
use super::formulas::{Formulas, standing_words};
use super::layout::{ColumnId, RowId, fixed_words_of, in_languages};
use super::look::{self, BookLook, DAY, Font, OPTION_INDENT, PLAIN, STRONG};
use super::plan::{ABOUT, FIRST, HEADS, PlacedQuestion, Plan, QuestionSheet, rows};
use super::sheet::{Filling, FormSheet};
use super::standing::{FormStanding, Standings};
use super::wording::{AskWords, FONTS, LONGEST, attach, how};
use crate::answers::outline::OutlineQuestion;
use crate::assessment::truth::Truth;
use crate::questionnaire::names::{NOT_APPLICABLE, UNKNOWN};
use crate::questionnaire::{Form, Question};
use crate::words::clean::{Clean, Trusted};
use crate::words::{Broken, Lang};

/// No row with an answer is lower, in pixels.
const LOWEST: u32 = 36;
/// How high a heading within a sheet is, in pixels.
const HEADING: u32 = 32;

/// All that is needed to write a sheet of questions.
pub struct Questions<'p, 'f, 'q> {
    /// Where everything stands.
    pub plan: &'p Plan<'f, 'q>,
    /// How questions stand.
    pub standings: &'p Standings<'p, 'f, 'q>,
    /// The cell of the day on which the form was filled in.
    pub answered: &'p str,
    /// How it looks.
    pub look: &'p BookLook,
}

impl Questions<'_, '_, '_> {
    /// Writes one of the sheets.
    ///
    /// # Errors
    /// A mistake of the program.
    pub fn write(&self, category: &QuestionSheet, page: &mut Worksheet) -> Result<(), Broken> {
        let plan = self.plan;
        let widths: Vec<u16> = plan.columns.iter().map(|role| width(*role, plan.languages.langs.len())).collect();
        let mut sheet = FormSheet::begin(page, self.look, plan, &category.name, &widths)?;
        let last = plan.column(Role::Status);
        let (titles, about) = plan.about(category);
        sheet.title(&in_languages(&titles).cut(LONGEST))?;
        self.heads(&mut sheet)?;
        let about = in_languages(&about).cut(LONGEST);
        let wide = sheet.width(1..=last);
        sheet.across(ABOUT, 1..=last, &about, &self.look.note)?;
        sheet.high(ABOUT, &[(wide, &[(&about, &PLAIN)])])?;
        if about.is_empty() {
            sheet.page.set_row_height_pixels(ABOUT, 6)?;
        }
        for placed in &category.questions {
            self.question(&mut sheet, placed)?;
        }
        self.by_condition(&mut sheet, category)?;
        sheet.finish(plan, (category.end.saturating_sub(1), last), Some(HEADS), false)
    }

    fn heads(&self, sheet: &mut FormSheet<'_>) -> Result<(), Broken> {
        let languages = &self.plan.languages;
        let mut cells = Vec::new();
        for role in &self.plan.columns {
            let column = self.plan.column(*role);
            let words = match role {
                Role::Ask(at) => languages.each(Lang::column_question).get(*at).cloned().unwrap_or_default(),
                Role::Asked | Role::Given | Role::Held => Clean::default(),
                role => languages.both(|lang| head(*role, lang)),
            };
            if let Role::Filled(id) = role {
                sheet.column_id(column, *id)?;
            }
            if matches!(role, Role::Asked | Role::Given | Role::Held) {
                sheet.page.set_column_hidden(column)?;
            }
            sheet.words(HEADS, column, &words, &self.look.head)?;
            cells.push((sheet.width(column..=column), words));
        }
        let texts: Vec<[(&str, &Font); 1]> = cells.iter().map(|(_, words)| [(words.as_str(), &STRONG)]).collect();
        let cells: Vec<(u16, &[(&str, &Font)])> =
            cells.iter().zip(&texts).map(|((width, _), texts)| (*width, texts.as_slice())).collect();
        sheet.high(HEADS, &cells)
    }

    fn question(&self, sheet: &mut FormSheet<'_>, placed: &PlacedQuestion) -> Result<(), Broken> {
        let (plan, look) = (self.plan, self.look);
        let asked = plan.asked(placed.question);
        if let Some(row) = placed.heading {
            let titles: Vec<Clean> =
                asked.iter().filter_map(|asked| Some(asked.category.as_ref()?.0.clone())).collect();
            let title = in_languages(&titles).cut(LONGEST);
            sheet.across(row, 1..=plan.column(Role::Status), &title, &look.heading)?;
            sheet.page.set_row_height_pixels(row, HEADING)?;
        }
        let question = &plan.form.questionnaire().questions[placed.question];
        let (how, attach) = (how(plan, question, placed), attach(plan, question));
        sheet.row_id(placed.row, &RowId::Question(question.id.to_string()))?;
        sheet.words(placed.row, plan.column(Role::Number), &placed.number.clean(), &look.centred)?;
        for (language, asked) in asked.iter().enumerate() {
            self.ask(sheet, placed.row, plan.column(Role::Ask(language)), &AskWords::of(asked, question, language))?;
        }
        sheet.words(placed.row, plan.column(Role::How), &how, &look.asked)?;
        sheet.words(placed.row, plan.column(Role::Attach), &attach, &look.asked)?;
        if plan.columns.contains(&Role::Mark) {
            sheet.words(placed.row, plan.column(Role::Mark), &placed.marks.clone().cut(LONGEST), &look.proposal)?;
        }
        self.helpers(sheet, placed)?;
        for row in placed.row..placed.options {
            if row > placed.row {
                sheet.row_id(row, &RowId::More)?;
                self.blank(sheet, row)?;
            }
            self.filled(sheet, placed, question, row)?;
            let asked = if row == placed.row { asked } else { &[] };
            self.high(sheet, placed, question, asked, (row, &how, &attach))?;
        }
        let all = asked.iter().map(|asked| asked.how.clone()).collect::<Vec<_>>();
        let place = (placed.row, plan.column(Role::Filled(ColumnId::Answer)));
        let check = checks::of_answer(&question.form, &placed.words, place, in_languages(&all), &plan.languages)?;
        if let Some(check) = check {
            validated(sheet, place, &check)?;
        }
        if let Some(list) = placed.confirm {
            let place = (placed.row, plan.column(Role::Filled(ColumnId::Confirmed)));
            validated(sheet, place, &checks::listed(list, &plan.languages)?)?;
        }
        self.options(sheet, placed, question, asked)
    }

    /// What is asked, help, the condition and the id, below each other in a cell.
    fn ask(&self, sheet: &mut FormSheet<'_>, row: u32, column: u16, words: &AskWords) -> Result<(), Broken> {
        let look = self.look;
        let formats = [&look.strong, &look.soft, &look.condition, &look.small];
        let parts = words.parts.iter().zip(formats).filter(|(part, _)| !part.is_empty());
        let lines: Vec<(String, &Format)> = parts
            .enumerate()
            .map(|(at, (part, format))| (if at == 0 { part.clone() } else { format!("\n{part}") }, format))
            .collect();
        let rich: Vec<(&Format, &str)> = lines.iter().map(|(line, format)| (*format, line.as_str())).collect();
        if rich.len() < 2 {
            return sheet.words(row, column, rich.first().map_or("", |(_, words)| words), &look.asked);
        }
        sheet.page.write_rich_string_with_format(row, column, &rich, &look.asked)?;
        Ok(())
    }

    /// Whether it is asked, whether it has an answer and how it stands, as formulas that are reckoned already.
    fn helpers(&self, sheet: &mut FormSheet<'_>, placed: &PlacedQuestion) -> Result<(), Broken> {
        let (plan, standings) = (self.plan, self.standings);
        let truth = match standings.asked(placed.question) {
            Truth::False => "0",
            Truth::Unknown => "0.5",
            Truth::True => "1",
        };
        let when = plan.asked(placed.question).first();
        let formulas = Formulas::on(placed.sheet, plan, self.answered);
        let asked = formulas.asked(when.and_then(|asked| asked.when.as_ref()));
        let given = if standings.is_given(placed.question) { "1" } else { "0" };
        let status = plan.languages.both(|lang| standing_words(standings.standing(placed), lang));
        let (soft, centred) = (&self.look.soft, &self.look.centred);
        let mut put = |row, role, formula: String, result: &str, format| -> Result<(), Broken> {
            let formula = Formula::new(formula).set_result(result);
            sheet.page.write_formula_with_format(row, plan.column(role), formula, format)?;
            Ok(())
        };
        put(placed.row, Role::Asked, asked, truth, soft)?;
        put(placed.row, Role::Given, formulas.given(placed), given, soft)?;
        put(placed.row, Role::Status, formulas.status(placed), &status, centred)?;
        if plan.columns.contains(&Role::Held) {
            for row in placed.row..placed.end() {
                let said = placed.answered_in(row, &plan.languages.both(Lang::yes).capitalized());
                put(row, Role::Held, formulas.held(placed, row), &said, soft)?;
            }
        }
        let above = row_col_to_cell_absolute(placed.row, plan.column(Role::Asked));
        (placed.row + 1..placed.end()).try_for_each(|row| put(row, Role::Asked, above.clone(), truth, soft))
    }

    /// What is filled in, in one of the rows of a question.
    fn filled(
        &self,
        sheet: &mut FormSheet<'_>,
        placed: &PlacedQuestion,
        question: &Question,
        row: u32,
    ) -> Result<(), Broken> {
        let (plan, look) = (self.plan, self.look);
        let part = usize::try_from(row - placed.row).unwrap_or_default();
        let figures = match &question.form {
            Form::Number(form) => look.number(form.decimals),
            Form::Date(_) => look.day.clone(),
            Form::ChooseMany(_) => look.shut.clone(),
            Form::ChooseOne(_) | Form::Text => look.words.clone(),
        };
        let proposal = match &question.form {
            Form::Date(_) => look.proposal.clone().set_num_format(DAY),
            _ => look.proposal.clone(),
        };
        let words = if matches!(question.form, Form::ChooseMany(_)) { &look.shut } else { &look.words };
        for role in &plan.columns {
            let Role::Filled(id) = role else { continue };
            let content = placed.filled(*id).map_or(&Content::Nothing, |cells| &cells.cell);
            let filling = match id {
                ColumnId::Answer => Filling { words, figures: &figures },
                ColumnId::ProposedAnswer
                | ColumnId::ProposedNote
                | ColumnId::ProposedComment
                | ColumnId::ProposedFrom => Filling { words: &proposal, figures: &proposal },
                ColumnId::Confirmed if placed.confirm.is_none() || row > placed.row => {
                    Filling { words: &look.shut, figures: &look.shut }
                }
                _ => Filling { words: &look.words, figures: &look.words },
            };
            sheet.filled((row, plan.column(*role)), content, part, filling)?;
        }
        Ok(())
    }

    /// A row of cells with nothing in them.
    fn blank(&self, sheet: &mut FormSheet<'_>, row: u32) -> Result<(), Broken> {
        let shown = self.plan.columns.iter().filter(|role| !matches!(role, Role::Asked | Role::Given | Role::Held));
        shown.map(|role| self.plan.column(*role)).try_for_each(|column| sheet.words(row, column, "", &self.look.asked))
    }

    /// The rows of the options of which several can be chosen.
    fn options(
        &self,
        sheet: &mut FormSheet<'_>,
        placed: &PlacedQuestion,
        question: &Question,
        asked: &[&OutlineQuestion],
    ) -> Result<(), Broken> {
        let (plan, look) = (self.plan, self.look);
        let yes = plan.languages.both(Lang::yes).capitalized();
        let is_ticked =
            |column, at| placed.filled(column).is_some_and(|cells: &AnswerCells| cells.ticked.contains(&at));
        for (at, id) in placed.words.rows.iter().enumerate() {
            let row = placed.options + rows(at);
            sheet.row_id(row, &RowId::Option(question.id.to_string(), id.to_string()))?;
            self.blank(sheet, row)?;
            let mut heights = Vec::new();
            for (language, asked) in asked.iter().enumerate() {
                let lang = plan.languages.langs.get(language).copied().unwrap_or(plan.form.outline.lang);
                let label = match asked.options.get(at) {
                    Some((_, label)) => label.clone(),
                    None => fixed_words_of(fixed_word(id), &[lang], &question.form),
                };
                let (column, label) = (plan.column(Role::Ask(language)), label.cut(LONGEST));
                sheet.words(row, column, &label, &look.option)?;
                heights.push(look::height(
                    sheet.width(column..=column).saturating_sub(OPTION_INDENT),
                    &[(&label, &PLAIN)],
                ));
            }
            let answer = (row, plan.column(Role::Filled(ColumnId::Answer)));
            let ticked = if is_ticked(ColumnId::Answer, at) { yes.as_str() } else { "" };
            sheet.words(answer.0, answer.1, ticked, &look.line)?;
            validated(sheet, answer, &checks::listed(placed.words.list, &plan.languages)?)?;
            if is_ticked(ColumnId::ProposedAnswer, at) {
                sheet.words(row, plan.column(Role::Filled(ColumnId::ProposedAnswer)), &yes, &look.proposal)?;
            }
            sheet.page.set_row_height_pixels(row, heights.into_iter().max().unwrap_or(0))?;
        }
        Ok(())
    }

    /// As high as the words in a row of a question need.
    fn high(
        &self,
        sheet: &mut FormSheet<'_>,
        placed: &PlacedQuestion,
        question: &Question,
        asked: &[&OutlineQuestion],
        (row, how, attach): (u32, &str, &str),
    ) -> Result<(), Broken> {
        let plan = self.plan;
        let part = usize::try_from(row - placed.row).unwrap_or_default();
        let width = |role| sheet.width(plan.column(role)..=plan.column(role));
        let mut heights: Vec<u32> = plan
            .columns
            .iter()
            .filter_map(|role| match role {
                Role::Filled(id) => placed.filled(*id)?.cell.part(part).map(|text| (width(*role), text)),
                Role::How if row == placed.row => Some((width(*role), how)),
                Role::Mark if row == placed.row => Some((width(*role), placed.marks.as_str())),
                Role::Attach if row == placed.row => Some((width(*role), attach)),
                _ => None,
            })
            .map(|(width, text)| look::height(width, &[(text, &PLAIN)]))
            .collect();
        heights.extend(asked.iter().enumerate().map(|(language, asked)| {
            let words = AskWords::of(asked, question, language);
            let texts: Vec<(&str, &Font)> = words.parts.iter().map(String::as_str).zip(&FONTS).collect();
            let said: Vec<(&str, &Font)> = texts.into_iter().filter(|(text, _)| !text.is_empty()).collect();
            look::height(width(Role::Ask(language)), &said)
        }));
        sheet.page.set_row_height_pixels(row, heights.into_iter().max().unwrap_or(LOWEST).max(LOWEST))?;
        Ok(())
    }

    /// What is not asked is grey; what is open stands out from what is answered.
    fn by_condition(&self, sheet: &mut FormSheet<'_>, category: &QuestionSheet) -> Result<(), Broken> {
        let plan = self.plan;
        let (last_row, status) = (category.end.saturating_sub(1), plan.column(Role::Status));
        if last_row < FIRST {
            return Ok(());
        }
        let cell = |role| format!("${}{}", column_number_to_name(plan.column(role)), FIRST + 1);
        let (asked, stands) = (cell(Role::Asked), cell(Role::Status));
        let is = |standing| {
            let words = plan.languages.both(|lang| standing_words(standing, lang));
            format!("{stands}=\"{words}\"")
        };
        let rules = [
            (1, format!("{asked}=0"), &self.look.not_asked),
            (status, is(FormStanding::Open), &self.look.open),
            (status, is(FormStanding::Answered), &self.look.answered),
        ];
        for (first, rule, format) in rules {
            let rule = ConditionalFormatFormula::new().set_rule(Formula::new(rule)).set_format(format);
            sheet.page.add_conditional_format(FIRST, first, last_row, status, &rule)?;
        }
        Ok(())
    }
}

/// The word of answers files that is the id of a row.
fn fixed_word(id: &Clean) -> &'static str {
    if id.as_str() == NOT_APPLICABLE { NOT_APPLICABLE } else { UNKNOWN }
}

fn validated(sheet: &mut FormSheet<'_>, (row, column): (u32, u16), check: &DataValidation) -> Result<(), Broken> {
    sheet.page.add_data_validation(row, column, row, column, check)?;
    Ok(())
}
