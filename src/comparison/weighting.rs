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
    /// Whether one of them would be a fraction of too many digits and is cut to [`DECIMALS`].
    pub is_cut: bool,
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
    let (all, order) = (leading(&deltas), leading(&means.iter().collect::<Vec<_>>()));
    let differs = deltas.iter().any(|delta| !delta.is_zero());
    Acceptability {
        b: if differs { Exact::from(100) - &all.share } else { Exact::ZERO },
        a: all.share,
        a_given_order: order.share,
        is_cut: all.is_cut || order.is_cut,
    }
}

/// A share in per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Leading {
    share: Exact,
    is_cut: bool,
}

/// So many decimals a share is cut to that would have too many digits.
pub const DECIMALS: u32 = 6;

/// Denominators of more bits than this are not worked out: of two times a hundred categories whose differences have
/// nothing in common they would have millions of digits.
const BITS: u64 = 16_000;

/// The share of all weightings under which the weighted sum of `deltas` is positive: what the divided difference of
/// max(x, 0)^(n-1) over them is (the Hermite-Genocchi formula). 0 where all are 0.
///
/// Of those above 0, u, and those below, -v, the last of each decide by themselves: the share is
/// (u * without the last v + v * without the last u) / (u + v), which is 1 without any v and 0 without any u. What is 0
/// decides nothing.
fn leading(deltas: &[&Exact]) -> Leading {
    let above: Vec<Exact> =
        deltas.iter().filter(|delta| delta.is_positive()).map(|delta| Exact::from(*delta)).collect();
    let below: Vec<Exact> = deltas.iter().filter(|delta| delta.is_negative()).map(|delta| -*delta).collect();
    let share = match (above.is_empty(), below.is_empty()) {
        (true, _) => Exact::ZERO,
        (false, true) => Exact::from(100),
        (false, false) => return exact(&above, &below).unwrap_or_else(|| cut(&above, &below)),
    };
    Leading { share, is_cut: false }
}

/// The exact share; `None` where it has too many digits.
fn exact(above: &[Exact], below: &[Exact]) -> Option<Leading> {
    let all = || above.iter().chain(below);
    let is_small = |numbers: &[&Exact]| {
        let bits = numbers.iter().map(|number| number.bits()).max().unwrap_or(0);
        (above.len() * below.len()) as u64 * bits <= BITS
    };
    if !is_small(&all().collect::<Vec<_>>()) {
        return None;
    }
    // in whole numbers: which weightings make their sum positive does not depend on their unit
    let unit = all().fold(Exact::ONE, |unit, delta| unit.common_multiple(&delta.denominator()));
    let [above, below] = [above, below].map(|side| side.iter().map(|delta| delta * &unit).collect::<Vec<Exact>>());
    if !is_small(&above.iter().chain(&below).collect::<Vec<_>>()) {
        return None;
    }
    // of the shares so far, by how many v they are of: the denominators are the products of all u + v
    let mut numerators = vec![Exact::ZERO; below.len()];
    let mut columns = vec![Exact::ONE; below.len()]; // for each v the product of u + v over the u so far
    for u in &above {
        let (mut before, mut row) = (Exact::ONE, Exact::ONE); // row: the product of u + v over the v so far
        for (at, v) in below.iter().enumerate() {
            before = u * &columns[at] * &before + v * &row * &numerators[at];
            numerators[at] = before.clone();
            columns[at] = &columns[at] * (u + v);
            row = row * (u + v);
        }
    }
    let denominator = columns.iter().fold(Exact::ONE, |product, column| product * column);
    Some(Leading { share: Exact::ratio(numerators.last()? * 100, denominator)?, is_cut: false })
}

/// How fine differences are, in parts of the largest, and shares, in parts of the whole, where they are cut: far finer
/// than what is left of them.
const DIFFERENCE: u64 = 1 << 45;
const WHOLE: u128 = 1 << 80;

/// The share cut to six decimals.
fn cut(above: &[Exact], below: &[Exact]) -> Leading {
    let largest = above.iter().chain(below).max().cloned().unwrap_or_default();
    let [above, below] = [above, below].map(|side| {
        let parts = side.iter().map(|delta| delta.in_parts(&largest, DIFFERENCE).max(1));
        parts.map(u128::from).collect::<Vec<u128>>()
    });
    let mut shares = vec![0; below.len()];
    for u in above {
        let mut before = WHOLE;
        for (share, v) in shares.iter_mut().zip(&below) {
            before = (u * before + v * *share) / (u + v); // of 46 and 80 bits
            *share = before;
        }
    }
    let fine = 10_u32.pow(DECIMALS);
    let share = shares.last().copied().unwrap_or(WHOLE) * 100 * u128::from(fine) / WHOLE;
    let share = u64::try_from(share).unwrap_or_default(); // at most 100 * 10^6
    Leading { share: Exact::ratio(share, fine).unwrap_or_default(), is_cut: true }
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
        let found = leading(&deltas.iter().collect::<Vec<_>>());
        assert!(!found.is_cut);
        found.share
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

    #[test]
    fn what_decides_nothing_changes_nothing() {
        assert_eq!(share(&[5, 0, -2, 0, -3]), share(&[5, -2, -3]));
        assert_eq!(share(&[0, 0, 7]), ratio(100, 1));
    }

    #[test]
    fn the_share_is_the_divided_difference() {
        // of max(x, 0)^3 over four nodes that differ: the sum of x^3 / product of differences over those above 0
        let term = |x: i64, others: [i64; 3]| ratio(x.pow(3), others.iter().map(|other| x - other).product());
        assert_eq!(share(&[7, 4, -2, -5]), (term(7, [4, -2, -5]) + term(4, [7, -2, -5])) * 100);
        assert_eq!(share(&[7, 4, 1, -5]), (term(7, [4, 1, -5]) + term(4, [7, 1, -5]) + term(1, [7, 4, -5])) * 100);
    }

    #[test]
    fn a_cut_share_is_the_exact_one_to_six_decimals() {
        for deltas in [&[5, -2, -3][..], &[1, -1_000_000_007], &[2, 2, -2, -2], &[13, 11, 7, -3, -5, -999_983, 17]] {
            let side = |sign: i64| -> Vec<Exact> {
                deltas.iter().filter(|delta| **delta * sign > 0).map(|delta| Exact::from(delta * sign)).collect()
            };
            let cut = cut(&side(1), &side(-1));
            let missing = share(deltas) - &cut.share;
            assert!(cut.is_cut && missing.abs() < ratio(2, 1_000_000), "{deltas:?}: {missing}");
        }
    }

    #[test]
    fn categories_that_have_nothing_in_common_are_no_trouble() {
        let primes = (2..1000).filter(|number: &i64| (2..*number).all(|other| number % other != 0));
        let deltas: Vec<Exact> =
            primes.take(200).enumerate().map(|(at, p)| ratio(if at % 2 == 0 { 1 } else { -1 }, p)).collect();
        let found = leading(&deltas.iter().collect::<Vec<_>>());
        assert!(found.is_cut && found.share > ratio(50, 1) && found.share.bits() < 80, "{found:?}");
    }
}
