//! What the order owes to the weights: weights at which two vendors tie, and the share of all weightings under which
//! one leads. Both exact; nothing is sampled.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::pair::{CategoryDelta, Pair};

/// The weight of one category at which two vendors tie, all else equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TieWeight {
    /// Place of the category in A's questionnaire.
    pub category: usize,
    /// Its share of the common weight now, in per cent.
    pub share_now: BigRational,
    /// By what its weight would have to be multiplied.
    pub multiplier: BigRational,
    /// Its share then, in per cent.
    pub share_at_tie: BigRational,
}

/// The share of all weightings of the categories under which each leads, in per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Acceptability {
    /// A leads.
    pub a: BigRational,
    /// B leads.
    pub b: BigRational,
    /// A leads, if only the order of the weights is agreed on.
    pub a_given_order: BigRational,
}

/// Every category whose weight alone could bring a tie.
pub fn tie_weights(pair: &Pair) -> Vec<TieWeight> {
    if pair.categories.len() < 2 {
        return Vec::new();
    }
    let sum: BigRational = pair.categories.iter().map(|category| &category.contribution).sum();
    let hundred = BigRational::from(BigInt::from(100));
    let tie = |category: &CategoryDelta| {
        if category.contribution.is_zero() || sum.is_zero() {
            return None;
        }
        let multiplier = (&category.contribution - &sum) / &category.contribution;
        let weighed = &multiplier * &category.share;
        let share_at_tie = &weighed * &hundred / (&hundred - &category.share + &weighed);
        let share_now = category.share.clone();
        (!multiplier.is_negative()).then_some(TieWeight {
            category: category.category,
            share_now,
            multiplier,
            share_at_tie,
        })
    };
    pair.categories.iter().filter_map(tie).collect()
}

/// How acceptable each vendor is over all weightings.
pub fn acceptability(pair: &Pair) -> Acceptability {
    let deltas: Vec<&BigRational> = pair.categories.iter().map(|category| &category.delta).collect();
    let mut by_weight: Vec<&CategoryDelta> = pair.categories.iter().collect();
    by_weight.sort_by(|a, b| b.share.cmp(&a.share)); // stable: ties keep the order of the questionnaire
    let mut means = Vec::with_capacity(by_weight.len());
    let mut sum = BigRational::zero();
    for (count, category) in by_weight.iter().enumerate() {
        sum += &category.delta;
        means.push(&sum / BigRational::from(BigInt::from(count + 1)));
    }
    let negated: Vec<BigRational> = deltas.iter().map(|delta| -(*delta)).collect();
    Acceptability {
        a: leading(&deltas),
        b: leading(&negated.iter().collect::<Vec<_>>()),
        a_given_order: leading(&means.iter().collect::<Vec<_>>()),
    }
}

/// The share of all weightings under which the weighted sum of `deltas` is positive, in per cent: the divided
/// difference of max(x, 0)^(n-1) over them (the Hermite-Genocchi formula). 0 where all are 0.
fn leading(deltas: &[&BigRational]) -> BigRational {
    let mut nodes = whole(deltas);
    if nodes.iter().all(Zero::is_zero) {
        return BigRational::zero();
    }
    nodes.sort();
    let power = nodes.len() - 1;
    let mut table: Vec<BigRational> = nodes.iter().map(|node| derivative(node, power, 0)).collect();
    for order in 1..nodes.len() {
        for at in 0..nodes.len() - order {
            let gap = &nodes[at + order] - &nodes[at];
            table[at] = match gap.is_zero() {
                true => derivative(&nodes[at], power, order),
                false => (&table[at + 1] - &table[at]) / BigRational::from(gap),
            };
        }
    }
    table.swap_remove(0) * BigRational::from(BigInt::from(100))
}

/// The differences in whole numbers: which weightings make their sum positive does not depend on their unit.
fn whole(deltas: &[&BigRational]) -> Vec<BigInt> {
    let unit = deltas.iter().fold(BigInt::one(), |unit, delta| unit.lcm(delta.denom()));
    deltas.iter().map(|delta| delta.numer() * (&unit / delta.denom())).collect()
}

/// The derivative of max(x, 0)^power of an order, divided by the factorial of the order.
fn derivative(x: &BigInt, power: usize, order: usize) -> BigRational {
    if !x.is_positive() {
        return BigRational::zero();
    }
    let choose = (0..order).fold(BigInt::one(), |choose, at| choose * (power - at) / (at + 1));
    BigRational::from(choose * num_traits::pow(x.clone(), power - order))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn share(deltas: &[i64]) -> BigRational {
        let deltas: Vec<BigRational> = deltas.iter().map(|delta| BigRational::from(BigInt::from(*delta))).collect();
        leading(&deltas.iter().collect::<Vec<_>>())
    }

    fn ratio(n: i64, d: i64) -> BigRational {
        BigRational::new(BigInt::from(n), BigInt::from(d))
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
