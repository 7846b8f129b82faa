//! Numbers as questions ask for them: whole ones, and with decimals where a question allows it.

use std::fmt;
use std::ops::Neg;

use serde::{Deserialize, Serialize};

use super::Lang;
use super::clean::{Clean, Trusted};
use super::number::localized;

/// A number that is asked for, exact: 99.9 is 99.9, and no float. It has at most two decimals.
///
/// As text it is written as in files, with a point and without zeros at its end.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Quantity {
    hundredths: i64,
}

/// So many hundredths are one.
const ONE: i64 = 100;

impl Quantity {
    /// So many decimals a question may allow.
    pub const MOST_DECIMALS: u8 = 2;
    /// None is smaller.
    pub const MIN: Quantity = Quantity { hundredths: i64::MIN };
    /// None is larger.
    pub const MAX: Quantity = Quantity { hundredths: i64::MAX };

    /// A whole number; beyond what can be kept, the smallest or the largest that there is.
    pub const fn whole(number: i64) -> Quantity {
        Quantity { hundredths: number.saturating_mul(ONE) }
    }

    /// The smallest number above 0 with so many decimals: 0.1 with one of them.
    pub fn step(decimals: u8) -> Quantity {
        Quantity { hundredths: ONE / 10_i64.pow(u32::from(decimals.min(Self::MOST_DECIMALS))) }
    }

    /// Reads digits, perhaps with a sign before them, and at most so many decimals behind a point; `None` for anything
    /// else. Beyond what can be kept, it is the smallest or the largest that there is.
    pub fn parse(text: &str, decimals: u8) -> Option<Quantity> {
        let bare = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = bare.split_once('.').unwrap_or((bare, "0"));
        let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = !bare.contains('.') || fraction.len() <= usize::from(decimals.min(Self::MOST_DECIMALS));
        if !fits || !are_digits(whole) || !are_digits(fraction) {
            return None;
        }
        let hundredths = format!("{whole}{fraction:0<2}").parse().unwrap_or(i64::MAX);
        Some(Quantity { hundredths: if bare == text { hundredths } else { -hundredths } })
    }

    /// Whether it is below 0.
    pub fn is_negative(self) -> bool {
        self.hundredths < 0
    }

    /// The same in the reader's language: Swedish has a decimal comma.
    pub fn shown(self, lang: Lang) -> Clean {
        localized(self.clean(), lang)
    }
}

impl Neg for Quantity {
    type Output = Quantity;

    fn neg(self) -> Quantity {
        Quantity { hundredths: self.hundredths.saturating_neg() }
    }
}

impl From<u32> for Quantity {
    fn from(number: u32) -> Quantity {
        Quantity::whole(i64::from(number))
    }
}

impl fmt::Display for Quantity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [one, hundredths] = [ONE.unsigned_abs(), self.hundredths.unsigned_abs()];
        let sign = if self.is_negative() { "-" } else { "" };
        let whole = hundredths / one;
        match hundredths % one {
            0 => write!(f, "{sign}{whole}"),
            tenths if tenths % 10 == 0 => write!(f, "{sign}{whole}.{}", tenths / 10),
            rest => write!(f, "{sign}{whole}.{rest:02}"),
        }
    }
}

impl Trusted for Quantity {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_is_written() {
        for (text, decimals, written) in [
            ("99.9", 1, "99.9"),
            ("99.90", 2, "99.9"),
            ("99.95", 2, "99.95"),
            ("0.05", 2, "0.05"),
            ("-0.5", 1, "-0.5"),
            ("007", 0, "7"),
            ("-0", 0, "0"),
            ("48", 1, "48"),
        ] {
            assert_eq!(Quantity::parse(text, decimals).map(|number| number.to_string()).as_deref(), Some(written));
        }
        for (text, decimals) in
            [("99.9", 0), ("99.99", 1), ("9.999", 9), ("", 1), (".5", 1), ("5.", 1), ("1,5", 1), ("--1", 0)]
        {
            assert_eq!(Quantity::parse(text, decimals), None, "{text}");
        }
        assert_eq!(Quantity::parse(&"9".repeat(40), 0), Some(Quantity::MAX));
    }

    #[test]
    fn numbers_are_in_order_and_shown_in_the_language() {
        let number = |text| Quantity::parse(text, 2).unwrap();
        assert!(number("99.45") < number("99.5") && number("-0.5") < number("0"));
        assert_eq!((number("99.5").shown(Lang::En), number("99.5").shown(Lang::Sv)), ("99.5".into(), "99,5".into()));
        assert_eq!([0, 1, 2].map(|decimals| Quantity::step(decimals).to_string()), ["1", "0.1", "0.01"]);
        assert_eq!(Quantity::whole(i64::MAX), Quantity::MAX);
        assert_eq!(-number("1.5"), number("-1.5"));
    }
}
