//! What the program that opens a workbook checks in its cells: drop-downs, numbers and days.

use rust_xlsxwriter::{DataValidation, Formula, row_col_to_cell};

use super::content::AnswerWords;
use super::languages::Languages;
use super::lists::ListAt;
use crate::questionnaire::Form;
use crate::questionnaire::form::NumberForm;
use crate::words::clean::Clean;
use crate::words::{Broken, Lang};

/// A message has at most so many characters.
const LONGEST_MESSAGE: usize = 120;

/// The words of a list and nothing else.
///
/// # Errors
/// A mistake of the program.
pub fn listed(list: ListAt, languages: &Languages<'_>) -> Result<DataValidation, Broken> {
    let check = DataValidation::new().allow_list_formula(Formula::new(list.all()));
    said(check, languages.both(Lang::not_in_the_list))
}

/// A day from 1900 on.
///
/// # Errors
/// A mistake of the program.
pub fn day(row: u32, column: u16, languages: &Languages<'_>) -> Result<DataValidation, Broken> {
    let check = DataValidation::new().allow_custom(Formula::new(is_day(&row_col_to_cell(row, column))));
    said(check, languages.both(Lang::not_a_day_here))
}

/// What a question that is not a choice of several takes; nothing is checked where it is a text. `how` is what can be
/// answered, in words.
///
/// # Errors
/// A mistake of the program.
pub fn of_answer(
    form: &Form,
    words: &AnswerWords,
    (row, column): (u32, u16),
    how: Clean,
    languages: &Languages<'_>,
) -> Result<Option<DataValidation>, Broken> {
    let answer = row_col_to_cell(row, column);
    let is_right = match form {
        Form::ChooseOne(_) => return listed(words.list, languages).map(Some),
        Form::ChooseMany(_) | Form::Text => return Ok(None),
        Form::Number(form) => is_number(&answer, form),
        Form::Date(_) => is_day(&answer),
    };
    let is_word = format!("SUMPRODUCT(--({}={answer}))>0", words.list.all());
    let rule = format!("IF(ISNUMBER({answer}),{is_right},{is_word})");
    said(DataValidation::new().allow_custom(Formula::new(rule)), how).map(Some)
}

fn is_day(answer: &str) -> String {
    format!("AND(ISNUMBER({answer}),{answer}>=1,{answer}<2958466,INT({answer})={answer})")
}

fn is_number(answer: &str, form: &NumberForm) -> String {
    let NumberForm { decimals, min, max, .. } = form;
    format!("AND({answer}>={min},{answer}<={max},ROUND({answer},{decimals})={answer})")
}

fn said(check: DataValidation, message: Clean) -> Result<DataValidation, Broken> {
    Ok(check.set_error_message(message.cut_at_word(LONGEST_MESSAGE))?)
}
