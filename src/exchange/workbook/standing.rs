//! How the questions stand as a form is sent: what the formulas of its workbook say before any program has reckoned
//! them.

use std::collections::BTreeMap;

use super::content::numeric;
use super::layout::ColumnId;
use super::plan::{PlacedQuestion, Plan};
use crate::answers::{Answer, Value};
use crate::assessment::truth::Truth;
use crate::questionnaire::Condition;
use crate::questionnaire::ids::QuestionId;

/// A formula has at most 8,192 letters, a function 255 arguments, and functions stand in each other 64 deep; what comes
/// near that is taken as not known.
const MOST_LETTERS: usize = 7_500;
const MOST_PARTS: usize = 250;
const DEEPEST: usize = 40;
/// More letters than the leaf of a condition has, and more than each of its options.
const LEAF: usize = 350;
const OPTION: usize = 70;

/// How a question stands for whoever fills a form in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FormStanding {
    /// It waits for an answer, or it is not known yet whether it is asked.
    Open,
    /// It is answered, or does not apply for a reason that is given.
    Answered,
    /// It is not asked.
    NotAsked,
}

/// How all questions stand.
#[derive(Debug)]
pub struct Standings<'p, 'f, 'q> {
    plan: &'p Plan<'f, 'q>,
    asked: BTreeMap<QuestionId, Truth>,
}

impl<'p, 'f, 'q> Standings<'p, 'f, 'q> {
    /// By what is filled in.
    pub fn of(plan: &'p Plan<'f, 'q>) -> Standings<'p, 'f, 'q> {
        let mut all = Standings { plan, asked: BTreeMap::new() };
        let when: BTreeMap<QuestionId, &Condition> =
            plan.form.outline.questions.iter().filter_map(|it| Some((it.question, it.when.as_ref()?))).collect();
        for question in plan.form.questionnaire().asking_order.iter().filter(|at| plan.find(**at).is_some()) {
            let truth = match when.get(question) {
                None => Truth::True,
                Some(when) if is_too_long(when) => Truth::Unknown,
                Some(when) => all.holds(when),
            };
            all.asked.insert(*question, truth);
        }
        all
    }

    /// Whether a question is asked.
    pub fn asked(&self, question: QuestionId) -> Truth {
        self.asked.get(&question).copied().unwrap_or(Truth::Unknown)
    }

    /// How a question stands.
    pub fn standing(&self, placed: &PlacedQuestion) -> FormStanding {
        let is_reasoned = || {
            let comment = placed.filled(ColumnId::Comment).and_then(|cells| cells.cell.part(0));
            comment.is_some_and(|comment| !comment.trim().is_empty())
        };
        match (self.asked(placed.question), self.answer(placed.question)) {
            (Truth::False, _) => FormStanding::NotAsked,
            (_, Some(Answer::Given(_))) => FormStanding::Answered,
            (_, Some(Answer::NotApplicable)) if is_reasoned() => FormStanding::Answered,
            _ => FormStanding::Open,
        }
    }

    fn answer(&self, question: QuestionId) -> Option<&Answer> {
        self.plan.form.prefilled(question).answer.as_ref()
    }

    /// Whether a question has an answer.
    pub fn is_given(&self, question: QuestionId) -> bool {
        matches!(self.answer(question), Some(Answer::Given(_)))
    }

    fn holds(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::All(parts) => Truth::all(parts.iter().map(|part| self.holds(part))),
            Condition::Any(parts) => Truth::any(parts.iter().map(|part| self.holds(part))),
            Condition::Not(part) => self.holds(part).negated(),
            Condition::Options { question, .. }
            | Condition::Never { question }
            | Condition::Within { question, .. } => match (self.asked(*question), self.answer(*question)) {
                (Truth::True, Some(Answer::Given(value))) => matches(condition, value),
                (Truth::True, _) => Truth::Unknown,
                (asked, _) => asked,
            },
            Condition::Factor { .. } => Truth::Unknown,
        }
    }
}

/// Whether a value is what a condition asks for. How long ago a day is, is not known before the head says on which day
/// the form was filled in.
fn matches(condition: &Condition, value: &Value) -> Truth {
    match (condition, value) {
        (Condition::Options { options, .. }, Value::Options(chosen)) => {
            chosen.iter().any(|at| options.contains(at)).into()
        }
        (Condition::Never { .. }, value) => (*value == Value::Never).into(),
        (Condition::Within { above, below, .. }, Value::Number(number)) if numeric(*number).is_some() => {
            (above.is_none_or(|bound| *number > bound) && below.is_none_or(|bound| *number < bound)).into()
        }
        (Condition::Within { .. }, Value::Never) => Truth::False,
        (Condition::Within { .. }, _) => Truth::Unknown,
        _ => Truth::False,
    }
}

/// Whether a condition has no room in a formula.
pub fn is_too_long(condition: &Condition) -> bool {
    measured(condition).is_none_or(|(letters, depth)| letters > MOST_LETTERS || depth > DEEPEST)
}

/// The letters that a condition takes at most, and how deep it goes; `None` if a part of it has too many parts.
fn measured(condition: &Condition) -> Option<(usize, usize)> {
    match condition {
        Condition::All(parts) | Condition::Any(parts) => {
            let parts = parts.iter().map(measured).collect::<Option<Vec<_>>>().filter(|it| it.len() <= MOST_PARTS)?;
            let depth = parts.iter().map(|(_, depth)| *depth).max().unwrap_or(0);
            Some((parts.iter().map(|(letters, _)| letters + 1).sum::<usize>() + 5, depth + 1))
        }
        Condition::Not(part) => measured(part).map(|(letters, depth)| (letters + 4, depth + 1)),
        Condition::Options { options, .. } => (options.len() <= MOST_PARTS).then(|| (LEAF + OPTION * options.len(), 5)),
        Condition::Never { .. } | Condition::Within { .. } | Condition::Factor { .. } => Some((LEAF + OPTION, 6)),
    }
}
