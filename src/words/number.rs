//! Numbers as shown. Results stay exact; only here are they cut to a few digits.

use std::ops::RangeInclusive;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed};

use super::Lang;

/// How a number is cut to the digits that are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Towards zero for the scores of this model, which are never negative: a shown number never crosses a threshold
    /// that the exact one does not.
    Floor,
    /// To the nearest, ties to the even digit.
    HalfEven,
    /// To the nearest, ties upward.
    HalfUp,
}

/// How scores on 0..100 are shown: on which scale, with how many decimals, rounded how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What the best score is shown as, 1..=1000; 100 by default.
    pub top: u32,
    /// Digits after the decimal sign, 0..=6; 1 by default.
    pub decimals: u32,
    /// How digits are cut.
    pub rounding: Rounding,
}

impl Default for Scale {
    fn default() -> Self {
        Scale { top: 100, decimals: 1, rounding: Rounding::Floor }
    }
}

impl Scale {
    /// A score on 0..=100 as decimal digits with a point, on this scale.
    pub fn digits(self, score: &BigRational) -> String {
        decimal(score.numer() * self.top, &(score.denom() * 100), self.decimals, self.rounding)
    }

    /// A score on 0..=100 in steps of the last digit that is shown.
    pub fn steps(self, score: &BigRational) -> BigInt {
        let ten = BigInt::from(10).pow(self.decimals);
        divided(&(score.numer() * self.top * ten), &(score.denom() * 100), self.rounding)
    }

    /// The same in the reader's language: Swedish has a decimal comma.
    pub fn shown(self, score: &BigRational, lang: Lang) -> String {
        localized(&self.digits(score), lang)
    }
}

/// A number with a fixed count of decimals and a decimal point.
pub fn fixed(number: &BigRational, decimals: u32, rounding: Rounding) -> String {
    decimal(number.numer().clone(), number.denom(), decimals, rounding)
}

/// A fraction, which need not be in lowest terms and has a positive denominator, with a fixed count of decimals.
fn decimal(numer: BigInt, denom: &BigInt, decimals: u32, rounding: Rounding) -> String {
    let ten = BigInt::from(10).pow(decimals);
    let steps = divided(&(numer * &ten), denom, rounding);
    let (whole, rest) = steps.abs().div_rem(&ten);
    let sign = if steps.is_negative() { "-" } else { "" };
    if decimals == 0 {
        format!("{sign}{whole}")
    } else {
        format!("{sign}{whole}.{rest:0>width$}", width = decimals as usize)
    }
}

/// A number cut to a whole one within bounds: of what lies outside of them, the nearest of them.
pub fn within(number: &BigRational, bounds: RangeInclusive<i64>) -> i64 {
    let beyond = if number.is_negative() { i64::MIN } else { i64::MAX };
    i64::try_from(number.floor().to_integer()).unwrap_or(beyond).clamp(*bounds.start(), *bounds.end())
}

/// Tenths as digits: `123` is `12.3`.
pub fn tenths(count: &BigInt) -> String {
    fixed(&BigRational::new(count.clone(), BigInt::from(10)), 1, Rounding::Floor)
}

/// Decimal digits with the decimal sign of the language.
pub fn localized(digits: &str, lang: Lang) -> String {
    match lang {
        Lang::En => digits.to_owned(),
        Lang::Sv => digits.replace('.', ","),
    }
}

/// An exact number as `n/d`, or `n` when it is whole.
pub fn exact(number: &BigRational) -> String {
    if number.denom().is_one() { number.numer().to_string() } else { format!("{}/{}", number.numer(), number.denom()) }
}

fn divided(numer: &BigInt, denom: &BigInt, rounding: Rounding) -> BigInt {
    let (floor, rest) = numer.div_mod_floor(denom);
    let twice_rest: BigInt = rest * 2;
    let up = match rounding {
        Rounding::Floor => false,
        Rounding::HalfUp => twice_rest >= *denom,
        Rounding::HalfEven => twice_rest > *denom || (twice_rest == *denom && floor.is_odd()),
    };
    if up { floor + 1 } else { floor }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(n: i64, d: i64) -> BigRational {
        BigRational::new(BigInt::from(n), BigInt::from(d))
    }

    #[test]
    fn a_shown_score_never_crosses_a_threshold() {
        assert_eq!(Scale::default().digits(&ratio(6999, 100)), "69.9");
        assert_eq!(Scale::default().digits(&ratio(70, 1)), "70.0");
    }

    #[test]
    fn ties_round_as_named() {
        assert_eq!(fixed(&ratio(25, 100), 1, Rounding::HalfEven), "0.2");
        assert_eq!(fixed(&ratio(35, 100), 1, Rounding::HalfEven), "0.4");
        assert_eq!(fixed(&ratio(25, 100), 1, Rounding::HalfUp), "0.3");
        assert_eq!(fixed(&ratio(7, 2), 0, Rounding::Floor), "3");
    }

    #[test]
    fn what_lies_outside_of_bounds_is_the_nearest_of_them() {
        let huge = ratio(i64::MAX, 1) * ratio(i64::MAX, 1);
        assert_eq!([ratio(7, 2), ratio(-7, 2), -&huge, huge].map(|number| within(&number, -9..=9)), [3, -4, -9, 9]);
    }

    #[test]
    fn steps_are_the_digits_that_are_shown() {
        let scale = Scale { top: 5, decimals: 2, rounding: Rounding::HalfUp };
        assert_eq!((scale.digits(&ratio(2, 3)), scale.steps(&ratio(2, 3))), ("0.03".to_owned(), BigInt::from(3)));
        assert_eq!((scale.digits(&ratio(99, 1)), scale.steps(&ratio(99, 1))), ("4.95".to_owned(), BigInt::from(495)));
    }

    #[test]
    fn swedish_has_a_decimal_comma() {
        assert_eq!(Scale::default().shown(&ratio(125, 2), Lang::Sv), "62,5");
        assert_eq!(exact(&ratio(10, 4)), "5/2");
        assert_eq!(exact(&ratio(10, 5)), "2");
    }
}
