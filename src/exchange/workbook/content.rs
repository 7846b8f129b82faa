//! What stands in the cells of an answer, and in which words: what a drop-down shows is what is filled in before.

use std::collections::BTreeMap;

use super::cell_text::parts;
use super::languages::Languages;
use super::layout::{fixed_words_of, option_words};
use super::lists::{ListAt, Lists};
use crate::answers::form_file::Prefilled;
use crate::answers::model::Proposed;
use crate::answers::{Answer, Value};
use crate::questionnaire::form::DateForm;
use crate::questionnaire::ids::OptionId;
use crate::questionnaire::model::NotApplicable;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN};
use crate::questionnaire::{Form, Question};
use crate::source::Date;
use crate::words::clean::{Clean, one_line};
use crate::words::{Lang, Quantity};

/// What stands in a cell and in those that go on below it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    #[default]
    Nothing,
    /// Words, a cell for each part; none is empty.
    Words(Vec<String>),
    /// A number.
    Number(Quantity),
    /// A day.
    Day(Date),
}

impl Content {
    /// What somebody wrote.
    pub fn of(text: &str) -> Content {
        let parts = parts(text);
        if parts.is_empty() { Content::Nothing } else { Content::Words(parts) }
    }

    /// How many cells it fills.
    pub fn cells(&self) -> usize {
        match self {
            Content::Nothing => 0,
            Content::Words(parts) => parts.len(),
            Content::Number(_) | Content::Day(_) => 1,
        }
    }

    /// The words of one of its cells, where it holds words.
    pub fn part(&self, at: usize) -> Option<&str> {
        let Content::Words(parts) = self else { return None };
        parts.get(at).map(String::as_str)
    }
}

/// An answer in its cells: the one at its question, and the places of the rows below it that say yes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AnswerCells {
    /// At the question.
    pub cell: Content,
    /// The rows below it, from 0.
    pub ticked: Vec<usize>,
}

/// In which words a question is answered.
#[derive(Debug)]
pub struct AnswerWords {
    /// What its drop-down shows; of a choice of several, yes alone.
    pub list: ListAt,
    /// The words that have a meaning, in the order of the list: options first. Of a choice of several, its rows.
    pub words: Vec<Clean>,
    /// The ids of the rows of a choice of several, in the same order.
    pub rows: Vec<Clean>,
    /// The number of the word of each option, from 0.
    pub options: BTreeMap<OptionId, usize>,
    /// The numbers of the words that mean “never”.
    pub never: Vec<usize>,
    /// The numbers of those that mean “not applicable”.
    pub not_applicable: Vec<usize>,
    /// The numbers of those that mean “not known”.
    pub unknown: Vec<usize>,
}

impl AnswerWords {
    /// The words of a question. What is filled in may be said, even where the question does not allow it.
    pub fn of(question: &Question, given: &Prefilled, languages: &Languages, lists: &mut Lists) -> AnswerWords {
        let form = &question.form;
        let proposed = given.proposed.iter().filter_map(|proposal| match &proposal.proposed {
            Proposed::Answer(answer) => Some(answer),
            Proposed::Note(_) => None,
        });
        let filled: Vec<&Answer> = given.answer.iter().chain(proposed).collect();
        let has_never = matches!(form, Form::Date(DateForm { never: Some(_), .. }))
            || filled.contains(&&Answer::Given(Value::Never));
        let can_be_na = question.not_applicable != NotApplicable::Forbidden || filled.contains(&&Answer::NotApplicable);
        let fixed = [(NEVER, has_never), (NOT_APPLICABLE, can_be_na), (UNKNOWN, true)];
        let fixed: Vec<&'static str> = fixed.iter().filter(|(_, is_said)| *is_said).map(|(word, _)| *word).collect();
        let said = fixed.clone();
        let known = form.options();
        let is_many = matches!(form, Form::ChooseMany(_));
        let mut all = AnswerWords {
            list: lists.at(vec![languages.both(Lang::yes).capitalized()]),
            words: known.iter().map(|(_, id, label)| option_words(&one_line(id), &languages.said(label))).collect(),
            rows: Vec::new(),
            options: known.ids().zip(0..).collect(),
            never: Vec::new(),
            not_applicable: Vec::new(),
            unknown: Vec::new(),
        };
        // what is chosen is said in all languages at once, what is typed in any of them
        let typed: Vec<&[Lang]> = languages.langs.chunks(if known.is_empty() { 1 } else { 2 }).collect();
        for word in fixed {
            for langs in &typed {
                let place = all.words.len();
                all.words.push(fixed_words_of(word, langs, form));
                match word {
                    NEVER => all.never.push(place),
                    NOT_APPLICABLE => all.not_applicable.push(place),
                    _ => all.unknown.push(place),
                }
            }
        }
        if is_many {
            let ids = known.iter().map(|(_, id, _)| *id).chain(said);
            all.rows = ids.map(one_line).collect();
        } else {
            all.list = lists.at(all.words.clone());
        }
        all
    }

    /// The number of the word of an option.
    pub fn place(&self, option: OptionId) -> Option<usize> {
        self.options.get(&option).copied()
    }

    /// An answer in these words.
    pub fn cells(&self, answer: &Answer) -> AnswerCells {
        let places: Vec<usize> = match answer {
            Answer::Unknown => self.unknown.iter().copied().take(1).collect(),
            Answer::NotApplicable => self.not_applicable.iter().copied().take(1).collect(),
            Answer::Given(Value::Never) => self.never.iter().copied().take(1).collect(),
            Answer::Given(Value::Options(chosen)) => chosen.iter().filter_map(|option| self.place(*option)).collect(),
            Answer::Given(Value::Number(number)) => return AnswerCells::of(Content::Number(*number)),
            Answer::Given(Value::Date(day)) => return AnswerCells::of(Content::Day(*day)),
            Answer::Given(Value::Text(text)) => return AnswerCells::of(Content::of(text)),
        };
        if !self.rows.is_empty() {
            return AnswerCells { cell: Content::Nothing, ticked: places };
        }
        let words = places.first().and_then(|at| self.words.get(*at));
        AnswerCells::of(words.map_or(Content::Nothing, |words| Content::of(words)))
    }
}

impl AnswerCells {
    fn of(cell: Content) -> AnswerCells {
        AnswerCells { cell, ticked: Vec::new() }
    }
}

/// A number as a cell holds it; `None` for one that a cell would round.
pub fn numeric(number: Quantity) -> Option<f64> {
    let written = number.to_string();
    let digits = written.bytes().filter(u8::is_ascii_digit).count();
    written.parse().ok().filter(|_| digits <= MOST_DIGITS)
}

/// A day as a cell holds it: so many days after a day that programs agree on. Before March 1900 they do not.
pub fn serial(day: Date) -> Option<f64> {
    let [first, zero] = [Date::new(1900, 3, 1)?, Date::new(1899, 12, 30)?];
    let days = i32::try_from(day.days_since(zero)).ok()?;
    (day >= first).then(|| f64::from(days))
}

/// So many digits of a number are kept by every program.
const MOST_DIGITS: usize = 15;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_what_programs_make_of_them() {
        let number = |text| numeric(Quantity::parse(text, 2).unwrap()).map(|number| number.to_string());
        assert_eq!(
            [number("99.95"), number("-3"), number("9999999999999999")],
            [Some("99.95".to_owned()), Some("-3".to_owned()), None]
        );
        let day = |text| serial(Date::parse(text).unwrap()).map(|day| day.to_string());
        assert_eq!([day("1900-03-01"), day("2026-11-28")], ["61", "46354"].map(|day| Some(day.to_owned())));
        assert_eq!(day("1900-02-28"), None);
    }
}
