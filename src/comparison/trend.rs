//! One vendor over three or more dates: the order of its days, and what lies between each and the next.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::change::AnswerChange;
use super::model::{Comparison, Held};
use super::pair::CategoryDelta;
use crate::answers::Answers;
use crate::answers::kinship::kinship;
use crate::questionnaire::ids::{CategoryId, QuestionId, VendorId};
use crate::words::Exact;

/// Fewer are told as a change from one to the other.
const LEAST: usize = 3;

/// Why the days of one vendor's answers put them in no order. Answers are named by their places among those that were
/// handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoOrder {
    /// These do not say when they were given.
    NoDay(usize),
    /// These two were given on one day.
    SameDay(usize, usize),
}

/// The places of three or more answers of one vendor in the order of their days; `None` where there are fewer, or where
/// they are not all of one vendor.
pub fn order_of_days(all: &[&Answers]) -> Option<Result<Vec<usize>, NoOrder>> {
    let is_one = (1..).zip(all).all(|(next, a)| all.iter().skip(next).all(|b| kinship(a, b).is_one()));
    (is_one && all.len() >= LEAST).then(|| {
        let mut days = Vec::new();
        for (place, answers) in (0..).zip(all) {
            days.push((answers.answered.ok_or(NoOrder::NoDay(place))?, place));
        }
        days.sort();
        match days.windows(2).find_map(|two| (two[0].0 == two[1].0).then_some([two[0].1, two[1].1])) {
            Some([one, other]) => Err(NoOrder::SameDay(one, other)),
            None => Ok(days.into_iter().map(|(_, place)| place).collect()),
        }
    })
}

/// Whether a comparison is of one vendor: of two dates in any order, or of more in the order of their days.
pub fn is_one_vendor(comparison: &Comparison<'_, '_>) -> bool {
    let answers: Vec<&Answers> = comparison.assessments.iter().map(|assessment| assessment.subject.answers).collect();
    match answers[..] {
        [a, b] => kinship(a, b).is_one(),
        _ => matches!(order_of_days(&answers), Some(Ok(order)) if order.is_sorted()),
    }
}

/// One vendor from its first date to its last.
#[derive(Debug)]
pub struct Trend<'t> {
    /// From each date to the next.
    pub steps: Vec<TrendStep<'t>>,
}

/// From one date to the next, on the questions that both asked.
#[derive(Debug)]
pub struct TrendStep<'t> {
    /// Both dates, the older as A.
    pub held: &'t Held,
    /// What each category moved, the most first; those that moved nothing are left out.
    pub categories: Vec<(CategoryId, Exact)>,
}

impl<'t> Trend<'t> {
    /// The line of a comparison whose assessments stand in the order of their days.
    pub fn of(comparison: &'t Comparison<'_, '_>) -> Option<Trend<'t>> {
        let dates: Vec<VendorId> = comparison.assessments.ids().collect();
        let held = |a: VendorId, b: VendorId| comparison.pairs.iter().find(|held| [held.pair.a, held.pair.b] == [a, b]);
        let steps: Option<Vec<TrendStep<'_>>> =
            dates.windows(2).map(|two| held(two[0], two[1]).map(TrendStep::of)).collect();
        Some(Trend { steps: steps? })
    }
}

impl<'t> TrendStep<'t> {
    fn of(held: &'t Held) -> TrendStep<'t> {
        let moved = |category: &CategoryDelta| (category.category, -&category.contribution);
        let mut categories: Vec<(CategoryId, Exact)> =
            held.pair.categories.iter().map(moved).filter(|(_, points)| !points.is_zero()).collect();
        categories.sort_by_cached_key(|(_, points)| Reverse(points.abs()));
        TrendStep { held, categories }
    }
}

/// The changes that moved points, with what they moved, the most first; by what `moved` says of the first less the
/// second.
pub fn most_first<'c>(
    changes: &'c [AnswerChange],
    moved: &HashMap<QuestionId, &Exact>,
) -> Vec<(&'c AnswerChange, Exact)> {
    let points = |change: &'c AnswerChange| Some((change, -*moved.get(&change.before)?));
    let mut moving: Vec<(&AnswerChange, Exact)> =
        changes.iter().filter_map(points).filter(|(_, points)| !points.is_zero()).collect();
    moving.sort_by_cached_key(|(_, points)| Reverse(points.abs()));
    moving
}
