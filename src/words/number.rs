//! Numbers as shown. Results stay exact; only here are they cut to a few digits.

use std::ops::RangeInclusive;

use super::Lang;
use super::clean::Clean;
use super::exact::{Exact, Rounding};

/// So many digits after the decimal sign are enough for anybody.
const MOST_DECIMALS: u32 = 6;

/// How scores on 0..100 are shown: on which scale, with how many decimals, rounded how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// What the best score is shown as, 1..=1000; 100 by default.
    pub top: u32,
    /// Digits after the decimal sign, 0..=6; 1 by default. More are not shown.
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
    pub fn digits(self, score: &Exact) -> Clean {
        placed(&self.steps(score), self.shown_decimals())
    }

    /// How many digits after the decimal sign are shown, 0..=6.
    pub fn shown_decimals(self) -> u32 {
        self.decimals.min(MOST_DECIMALS)
    }

    /// A score on 0..=100 in steps of the last digit that is shown.
    pub fn steps(self, score: &Exact) -> Exact {
        steps(&(score * self.top * Exact::HUNDREDTH), self.shown_decimals(), self.rounding)
    }

    /// The same in the reader's language: Swedish has a decimal comma.
    pub fn shown(self, score: &Exact, lang: Lang) -> Clean {
        localized(self.digits(score), lang)
    }
}

/// A number with a fixed count of decimals, 0..=6, and a decimal point.
pub fn fixed(number: &Exact, decimals: u32, rounding: Rounding) -> Clean {
    placed(&steps(number, decimals, rounding), decimals)
}

/// A number in steps of the last of so many decimals.
fn steps(number: &Exact, decimals: u32, rounding: Rounding) -> Exact {
    (number * 10_u64.pow(decimals)).rounded(rounding)
}

/// Steps of the last decimal as digits with a decimal point: of two decimals, `123` is `1.23`.
pub fn placed(steps: &Exact, decimals: u32) -> Clean {
    let sign = if steps.is_negative() { "-" } else { "" };
    let digits = format!("{:0>width$}", steps.abs().to_string(), width = decimals as usize + 1);
    let (whole, rest) = digits.split_at(digits.len() - decimals as usize);
    let point = if decimals == 0 { "" } else { "." };
    Clean::made_of_trusted(format!("{sign}{whole}{point}{rest}"))
}

/// A number cut to a whole one within bounds: of what lies outside of them, the nearest of them.
pub fn within(number: &Exact, bounds: RangeInclusive<i64>) -> i64 {
    let beyond = if number.is_negative() { i64::MIN } else { i64::MAX };
    number.rounded(Rounding::Floor).to_i64().unwrap_or(beyond).clamp(*bounds.start(), *bounds.end())
}

/// Tenths as digits: `123` is `12.3`.
pub fn tenths(count: u64) -> Clean {
    placed(&Exact::from(count), 1)
}

/// Decimal digits with the decimal sign of the language.
pub fn localized(digits: Clean, lang: Lang) -> Clean {
    match lang {
        Lang::En => digits,
        Lang::Sv => Clean::made_of_trusted(digits.replace('.', ",")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ratio(n: i64, d: i64) -> Exact {
        Exact::ratio(n, d).unwrap()
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
        assert_eq!((scale.digits(&ratio(2, 3)), scale.steps(&ratio(2, 3))), ("0.03".into(), Exact::from(3)));
        assert_eq!((scale.digits(&ratio(99, 1)), scale.steps(&ratio(99, 1))), ("4.95".into(), Exact::from(495)));
    }

    #[test]
    fn no_scale_shows_more_decimals_than_six() {
        let scale = Scale { decimals: u32::MAX, ..Scale::default() };
        assert_eq!(scale.digits(&ratio(1, 3)), "0.333333");
    }

    #[test]
    fn swedish_has_a_decimal_comma() {
        assert_eq!(Scale::default().shown(&ratio(125, 2), Lang::Sv), "62,5");
    }
}
