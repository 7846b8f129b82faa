//! The formulas of a workbook: whether a question is asked, whether it has an answer, and how it stands. Truth has
//! three values, 0, 0.5 where it is not known, and 1: all of several is their MIN, any of them their MAX, not is 1 less
//! it.

use rust_xlsxwriter::{quote_sheet_name, row_col_to_cell_absolute};

use super::columns::Role;
use super::layout::ColumnId;
use super::plan::{PlacedQuestion, Plan, rows};
use super::standing::{FormStanding, is_too_long};
use crate::questionnaire::form::{Counting, DateForm};
use crate::questionnaire::ids::OptionId;
use crate::questionnaire::{Condition, Form};
use crate::words::{Clean, Lang, Quantity};

/// The formulas of a sheet of questions.
#[derive(Debug)]
pub struct Formulas<'p, 'f, 'q> {
    plan: &'p Plan<'f, 'q>,
    sheet: usize,
    /// The cell of the day on which the form was filled in.
    answered: &'p str,
}

/// A cell of a sheet, as a formula on any sheet names it.
pub fn cell(sheet: &Clean, row: u32, column: u16) -> String {
    format!("{}!{}", quote_sheet_name(sheet), row_col_to_cell_absolute(row, column))
}

/// Words of the program within a formula.
fn quoted(words: &Clean) -> String {
    format!("\"{}\"", words.replace('"', "\"\""))
}

/// How a question stands, in the words of its column.
pub fn standing_words(standing: FormStanding, lang: Lang) -> Clean {
    match standing {
        FormStanding::Open => lang.standing_open(),
        FormStanding::Answered => lang.standing_answered(),
        FormStanding::NotAsked => lang.standing_not_asked(),
    }
}

impl<'p, 'f, 'q> Formulas<'p, 'f, 'q> {
    /// Of one of the sheets of questions of a workbook in whose head the day of the answers stands in a cell.
    pub fn on(sheet: usize, plan: &'p Plan<'f, 'q>, answered: &'p str) -> Formulas<'p, 'f, 'q> {
        Formulas { plan, sheet, answered }
    }

    /// Whether a question is asked.
    pub fn asked(&self, when: Option<&Condition>) -> String {
        match when {
            None => "1".to_owned(),
            Some(when) if is_too_long(when) => "0.5".to_owned(),
            Some(when) => self.condition(when),
        }
    }

    /// Whether a question of this sheet has an answer.
    pub fn given(&self, placed: &PlacedQuestion) -> String {
        let (answer, words) = (self.answer(placed, 0), &placed.words);
        match self.form(placed) {
            Form::ChooseOne(_) => {
                format!("IF(SUMPRODUCT(--({}={answer}))>0,1,0)", words.list.first(words.options.len()))
            }
            Form::ChooseMany(_) => {
                let [first, last] = [1, words.options.len()].map(|at| self.answer(placed, at));
                format!("IF(SUMPRODUCT(--({first}:{last}={}))>0,1,0)", words.list.word(0))
            }
            Form::Number(_) | Form::Date(_) | Form::Text => {
                let not = words.not_applicable.iter().chain(&words.unknown);
                let not: String = not.map(|at| format!(",{answer}={}", words.list.word(*at))).collect();
                format!("IF(OR(TRIM({answer})=\"\"{not}),0,1)")
            }
        }
    }

    /// How a question of this sheet stands, in words.
    pub fn status(&self, placed: &PlacedQuestion) -> String {
        let say = |standing| quoted(&self.plan.languages.both(|lang| standing_words(standing, lang)));
        let [open, answered, not_asked] = [FormStanding::Open, FormStanding::Answered, FormStanding::NotAsked].map(say);
        let here = |role| row_col_to_cell_absolute(placed.row, self.plan.column(role));
        let [asked, given, comment] = [Role::Asked, Role::Given, Role::Filled(ColumnId::Comment)].map(here);
        let is_reasoned = match self.confirmed_comment(placed) {
            Some([confirmed, proposed]) => {
                format!("OR(TRIM({comment})<>\"\",AND({confirmed}<>\"\",TRIM({proposed})<>\"\"))")
            }
            None => format!("TRIM({comment})<>\"\""),
        };
        let otherwise = match self.is_not_applicable(placed) {
            Some(is_it) => format!("IF(AND({is_it},{is_reasoned}),{answered},{open})"),
            None => open,
        };
        format!("IF({asked}=0,{not_asked},IF({given}=1,{answered},{otherwise}))")
    }

    /// Whether it is said that a question does not apply, where that can be said.
    fn is_not_applicable(&self, placed: &PlacedQuestion) -> Option<String> {
        let places = &placed.words.not_applicable;
        (!places.is_empty()).then(|| self.is_one_of(placed, places))
    }

    fn form(&self, placed: &PlacedQuestion) -> &Form {
        &self.plan.form.questionnaire().questions[placed.question].form
    }

    /// The cell that confirms what is proposed, and that of the comment that was given with it.
    fn confirmed_comment(&self, placed: &PlacedQuestion) -> Option<[String; 2]> {
        let roles = [ColumnId::Confirmed, ColumnId::ProposedComment].map(Role::Filled);
        let are_there = roles.iter().all(|role| self.plan.columns.contains(role));
        are_there.then(|| roles.map(|role| row_col_to_cell_absolute(placed.row, self.plan.column(role))))
    }

    /// The answer that holds in a row of a question: the one that is given, else the one that is proposed, if that is
    /// confirmed.
    pub fn held(&self, placed: &PlacedQuestion, row: u32) -> String {
        let cell = |row, column| row_col_to_cell_absolute(row, self.plan.column(Role::Filled(column)));
        let (answer, proposed) = (cell(row, ColumnId::Answer), cell(row, ColumnId::ProposedAnswer));
        let confirmed = cell(placed.row, ColumnId::Confirmed);
        format!("IF({answer}<>\"\",{answer},IF(OR({confirmed}=\"\",{proposed}=\"\"),\"\",{proposed}))")
    }

    /// The cell of the answer to a question, or of the row of one of its options, counted from 1.
    fn answer(&self, placed: &PlacedQuestion, option: usize) -> String {
        let row = option.checked_sub(1).map_or(placed.row, |at| placed.options + rows(at));
        let is_held = self.plan.columns.contains(&Role::Held);
        self.at(placed, row, if is_held { Role::Held } else { Role::Filled(ColumnId::Answer) })
    }

    fn at(&self, placed: &PlacedQuestion, row: u32, role: Role) -> String {
        let column = self.plan.column(role);
        match self.plan.sheets.get(placed.sheet) {
            Some(sheet) if placed.sheet != self.sheet => cell(&sheet.name, row, column),
            _ => row_col_to_cell_absolute(row, column),
        }
    }

    fn condition(&self, condition: &Condition) -> String {
        let several = |parts: &[Condition]| parts.iter().map(|part| self.condition(part)).collect::<Vec<_>>().join(",");
        match condition {
            Condition::All(parts) if parts.is_empty() => "1".to_owned(),
            Condition::Any(parts) if parts.is_empty() => "0".to_owned(),
            Condition::All(parts) => format!("MIN({})", several(parts)),
            Condition::Any(parts) => format!("MAX({})", several(parts)),
            Condition::Not(part) => format!("(1-{})", self.condition(part)),
            Condition::Factor { .. } => "0.5".to_owned(),
            Condition::Options { question, .. }
            | Condition::Never { question }
            | Condition::Within { question, .. } => match self.plan.find(*question) {
                Some(placed) => self.leaf(placed, condition),
                None => "0.5".to_owned(),
            },
        }
    }

    /// What a condition makes of the answer to a question: what is not asked is false, what is not answered not known.
    fn leaf(&self, placed: &PlacedQuestion, condition: &Condition) -> String {
        let [asked, given] = [Role::Asked, Role::Given].map(|role| self.at(placed, placed.row, role));
        let matches = match condition {
            Condition::Options { options, .. } => self.chosen(placed, options),
            Condition::Within { above, below, .. } => self.within(placed, *above, *below),
            _ if placed.words.never.is_empty() => "0".to_owned(),
            _ => format!("IF({},1,0)", self.is_one_of(placed, &placed.words.never)),
        };
        format!("IF({asked}<1,{asked},IF({given}=0,0.5,{matches}))")
    }

    fn chosen(&self, placed: &PlacedQuestion, options: &[OptionId]) -> String {
        let places: Vec<usize> = options.iter().filter_map(|option| placed.words.place(*option)).collect();
        if places.is_empty() { "0".to_owned() } else { format!("IF({},1,0)", self.is_one_of(placed, &places)) }
    }

    /// Whether the answer is one of some words, or of the rows of a choice of several one says yes.
    fn is_one_of(&self, placed: &PlacedQuestion, places: &[usize]) -> String {
        let list = placed.words.list;
        let part = |at: &usize| match self.form(placed) {
            Form::ChooseMany(_) => format!("{}={}", self.answer(placed, at + 1), list.word(0)),
            _ => format!("{}={}", self.answer(placed, 0), list.word(*at)),
        };
        format!("OR({})", places.iter().map(part).collect::<Vec<_>>().join(","))
    }

    fn within(&self, placed: &PlacedQuestion, above: Option<Quantity>, below: Option<Quantity>) -> String {
        let answer = self.answer(placed, 0);
        let never = &placed.words.never;
        let otherwise = match never.is_empty() {
            true => "0.5".to_owned(),
            false => format!("IF({},0,0.5)", self.is_one_of(placed, never)),
        };
        let bounds = |number: &str| {
            let bounds =
                [above.map(|bound| format!("{number}>{bound}")), below.map(|bound| format!("{number}<{bound}"))];
            let bounds: Vec<String> = bounds.into_iter().flatten().collect();
            if bounds.is_empty() { "1".to_owned() } else { format!("IF(AND({}),1,0)", bounds.join(",")) }
        };
        let (holds, on) = match self.form(placed) {
            Form::Date(DateForm { counts, .. }) => {
                let on = self.answered;
                let days = match counts {
                    Counting::DaysSince => format!("({on}-{answer})"),
                    Counting::DaysLeft => format!("({answer}-{on})"),
                };
                let holds = bounds(&days);
                // what has not come yet is no answer
                let holds =
                    if *counts == Counting::DaysSince { format!("IF({answer}>{on},0.5,{holds})") } else { holds };
                (holds, format!(",ISNUMBER({on})"))
            }
            _ => (bounds(&answer), String::new()),
        };
        format!("IF(AND(ISNUMBER({answer}){on}),{holds},{otherwise})")
    }
}
