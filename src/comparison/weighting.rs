//! What the order owes to the weights: weights at which two vendors tie, and the share of all weightings under which
//! one leads. Both exact; nothing is sampled.

use std::iter::successors;
use std::num::NonZeroU32;

use super::pair::{CategoryDelta, Pair};
use crate::questionnaire::ids::CategoryId;
use crate::words::Exact;

/// The weight of one category at which two vendors tie, all else equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieWeight {
    /// The category as A was asked.
    pub category: CategoryId,
    /// Its share of the common weight now, in per cent.
    pub share_now: Exact,
    /// By what its weight would have to be multiplied.
    pub multiplier: Exact,
    /// Its share then, in per cent.
    pub share_at_tie: Exact,
}

/// The share of all weightings of the categories under which each leads, in per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptability {
    /// A leads.
    pub a: Exact,
    /// B leads.
    pub b: Exact,
    /// A leads, if only the order of the weights is agreed on.
    pub a_given_order: Exact,
}

/// Every category whose weight alone could bring a tie.
pub fn tie_weights(pair: &Pair) -> Vec<TieWeight> {
    if pair.categories.len() < 2 {
        return Vec::new();
    }
    let sum: Exact = pair.categories.iter().map(|category| &category.contribution).sum();
    let tie = |category: &CategoryDelta| {
        let multiplier = Exact::ratio(&category.contribution - &sum, &category.contribution)?;
        if sum.is_zero() || multiplier.is_negative() {
            return None;
        }
        let weighed = &multiplier * &category.share;
        let share_at_tie = Exact::ratio(&weighed * 100, Exact::from(100) - &category.share + &weighed)?;
        let share_now = category.share.clone();
        Some(TieWeight { category: category.category, share_now, multiplier, share_at_tie })
    };
    pair.categories.iter().filter_map(tie).collect()
}

/// How acceptable each vendor is over all weightings.
pub fn acceptability(pair: &Pair) -> Acceptability {
    let deltas: Vec<&Exact> = pair.categories.iter().map(|category| &category.delta).collect();
    let mut by_weight: Vec<&CategoryDelta> = pair.categories.iter().collect();
    by_weight.sort_by(|a, b| b.share.cmp(&a.share)); // stable: ties keep the order of the questionnaire
    let mut means = Vec::with_capacity(by_weight.len());
    let mut sum = Exact::ZERO;
    for (category, count) in by_weight.iter().zip(counted()) {
        sum += &category.delta;
        means.push(&sum * Exact::one_of(count));
    }
    let negated: Vec<Exact> = deltas.iter().map(|delta| -*delta).collect();
    Acceptability {
        a: leading(&deltas),
        b: leading(&negated.iter().collect::<Vec<_>>()),
        a_given_order: leading(&means.iter().collect::<Vec<_>>()),
    }
}

/// The share of all weightings under which the weighted sum of `deltas` is positive, in per cent: the divided
/// difference of max(x, 0)^(n-1) over them (the Hermite-Genocchi formula). 0 where all are 0.
fn leading(deltas: &[&Exact]) -> Exact {
    let mut nodes = whole(deltas);
    if nodes.iter().all(Exact::is_zero) {
        return Exact::ZERO;
    }
    nodes.sort();
    let power = nodes.len() - 1;
    let mut table: Vec<Exact> = nodes.iter().map(|node| derivative(node, power, 0)).collect();
    for order in 1..nodes.len() {
        for at in 0..nodes.len() - order {
            let divided = Exact::ratio(&table[at + 1] - &table[at], &nodes[at + order] - &nodes[at]);
            table[at] = divided.unwrap_or_else(|| derivative(&nodes[at], power, order));
        }
    }
    table.swap_remove(0) * 100
}

/// The differences in whole numbers: which weightings make their sum positive does not depend on their unit.
fn whole(deltas: &[&Exact]) -> Vec<Exact> {
    let unit = deltas.iter().fold(Exact::ONE, |unit, delta| unit.common_multiple(&delta.denominator()));
    deltas.iter().map(|delta| *delta * &unit).collect()
}

/// The derivative of max(x, 0)^power of an order, divided by the factorial of the order.
fn derivative(x: &Exact, power: usize, order: usize) -> Exact {
    if !x.is_positive() {
        return Exact::ZERO;
    }
    let choose = (0..order).zip(counted()).map(|(at, count)| Exact::one_of(count) * (power - at));
    let choose = choose.fold(Exact::ONE, |product, factor| product * factor);
    (order..power).fold(choose, |product, _| product * x)
}

/// 1, 2, 3 and so on.
fn counted() -> impl Iterator<Item = NonZeroU32> {
    successors(Some(NonZeroU32::MIN), |count| count.checked_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(deltas: &[i64]) -> Exact {
        let deltas: Vec<Exact> = deltas.iter().map(|delta| Exact::from(*delta)).collect();
        leading(&deltas.iter().collect::<Vec<_>>())
    }

    fn ratio(n: i64, d: i64) -> Exact {
        Exact::ratio(n, d).unwrap()
    }

    #[test]
    fn of_two_categories_the_share_is_a_ratio() {
        assert_eq!(share(&[3, -1]), ratio(75, 1));
        assert_eq!(share(&[1, 0]), ratio(100, 1));
        assert_eq!(share(&[-1, 0]), ratio(0, 1));
    }

    #[test]
    fn of_three_it_is_what_geometry_says() {
        // one ahead by a, two behind by b and c: a^2 / ((a + b)(a + c))
        assert_eq!(share(&[5, -2, -3]), ratio(100 * 25, 7 * 8));
        assert_eq!(share(&[5, -2, -2]), ratio(100 * 25, 7 * 7));
    }

    #[test]
    fn equal_differences_are_no_trouble() {
        assert_eq!(share(&[2, 2, 2]), ratio(100, 1));
        assert_eq!(share(&[0, 0]), ratio(0, 1));
        assert_eq!(share(&[2, 2, -2, -2]), ratio(50, 1));
    }
}
