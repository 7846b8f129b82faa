//! The one type of exact numbers: whole ones and fractions, as large as they need to be. No other file names the
//! libraries behind it, so that faster ones can take their place without anybody noticing.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::num::{NonZeroU32, NonZeroU64};
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;

use super::clean::Trusted;

/// An exact number, whole or a fraction, of any size. Equal numbers are equal however they came about: 4/2 is 2.
///
/// As text it is `n`, or `n/d` in lowest terms, as JSON has it, and it is read from such a text. It is added to others,
/// subtracted and multiplied, whole numbers of the language included; [`Exact::ratio`] divides, and says that nothing
/// can be divided by 0.
///
/// ```
/// use duly::{Exact, Rounding};
///
/// let share = Exact::ratio(2, 3).ok_or("a division by 0")?;
/// assert_eq!((&share * 6, (&share + 1).to_string()), (Exact::from(4), "5/3".to_owned()));
/// assert_eq!((share * 100).rounded(Rounding::Floor).to_i64(), Some(66));
/// assert_eq!("-527/7".parse::<Exact>()?, Exact::ratio(-527, 7).ok_or("a division by 0")?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exact(Representation);

/// A number is always in lowest terms, and large only if it must be: so there is one way to keep it, and equal numbers
/// are kept alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Representation {
    /// What nearly all numbers of a judgement are. The denominator is an `i64`, too.
    Small {
        numer: i64,
        denom: NonZeroU64,
    },
    Large(Box<BigRational>),
}

/// How a number is cut to a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rounding {
    /// Down. Scores are never negative: a shown number never crosses a threshold that the exact one does not.
    Floor,
    /// To the nearest, ties to the even one.
    HalfEven,
    /// To the nearest, ties upward.
    HalfUp,
}

impl Trusted for Exact {}

/// The denominator of whole numbers.
const OF_WHOLE: NonZeroU64 = NonZeroU64::MIN;

impl Exact {
    /// 0.
    pub const ZERO: Exact = Exact(Representation::Small { numer: 0, denom: OF_WHOLE });
    /// 1.
    pub const ONE: Exact = Exact(Representation::Small { numer: 1, denom: OF_WHOLE });
    /// 1/2.
    pub const HALF: Exact = Exact(Representation::Small { numer: 1, denom: OF_WHOLE.saturating_add(1) });
    /// 1/100, what one per cent is.
    pub const HUNDREDTH: Exact = Exact(Representation::Small { numer: 1, denom: OF_WHOLE.saturating_add(99) });

    /// One number divided by another; `None` if that is 0.
    pub fn ratio(numer: impl Into<Exact>, denom: impl Into<Exact>) -> Option<Exact> {
        let (numer, denom) = (numer.into(), denom.into());
        match (numer.small(), denom.small()) {
            (_, Some((0, _))) => None,
            (Some((a, b)), Some((c, d))) => Some(Exact::reduced(a * d * c.signum(), b * c.abs())),
            _ => Some(Exact::of(numer.large() / denom.large())),
        }
    }

    /// One part of so many equal ones: 1/4 of four.
    pub fn one_of(parts: NonZeroU32) -> Exact {
        Exact(Representation::Small { numer: 1, denom: NonZeroU64::from(parts) })
    }

    /// Whether it is 0.
    pub fn is_zero(&self) -> bool {
        *self == Exact::ZERO
    }

    /// Whether it is above 0.
    pub fn is_positive(&self) -> bool {
        *self > Exact::ZERO
    }

    /// Whether it is below 0.
    pub fn is_negative(&self) -> bool {
        *self < Exact::ZERO
    }

    /// Whether it is no fraction.
    pub fn is_whole(&self) -> bool {
        self.denominator() == Exact::ONE
    }

    /// It without its sign.
    #[must_use]
    pub fn abs(&self) -> Exact {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The largest whole number that is not above it, and what it is more than that: 0 or a fraction below 1.
    pub fn parted(&self) -> (Exact, Exact) {
        match &self.0 {
            Representation::Small { numer, denom } => {
                let (whole, rest) = numer.div_mod_floor(&denom.get().cast_signed());
                // in lowest terms as before
                (Exact::from(whole), Exact(Representation::Small { numer: rest, denom: *denom }))
            }
            Representation::Large(number) => {
                let whole = Exact::of(number.floor());
                let rest = self - &whole;
                (whole, rest)
            }
        }
    }

    /// The whole number that it is cut to.
    #[must_use]
    pub fn rounded(&self, rounding: Rounding) -> Exact {
        let (whole, rest) = self.parted();
        let up = match rounding {
            Rounding::Floor => false,
            Rounding::HalfUp => rest >= Exact::HALF,
            Rounding::HalfEven => match rest.cmp(&Exact::HALF) {
                Ordering::Equal => !(&whole * Exact::HALF).is_whole(),
                nearest => nearest.is_gt(),
            },
        };
        if up { whole + 1 } else { whole }
    }

    /// The smallest whole number by which it must be multiplied to be whole: of 3/4 it is 4.
    #[must_use]
    pub fn denominator(&self) -> Exact {
        match &self.0 {
            Representation::Small { denom, .. } => Exact::from(denom.get()),
            Representation::Large(number) => Exact::of(BigRational::from(number.denom().clone())),
        }
    }

    /// The smallest number of which both are whole parts: of 4 and 6 it is 12, of 0 and any other 0. Neither may be
    /// negative.
    #[must_use]
    pub fn common_multiple(&self, other: &Exact) -> Exact {
        // where this is p/q of the other, q times this is p times the other
        Exact::ratio(self, other).map_or(Exact::ZERO, |part| self * part.denominator())
    }

    /// How many binary digits it takes, the denominator's included, without its sign; of 0 it is 1.
    pub fn bits(&self) -> u64 {
        match &self.0 {
            Representation::Small { numer, denom } => {
                u64::from(numer.unsigned_abs().checked_ilog2().unwrap_or(0) + 1) + u64::from(denom.ilog2())
            }
            Representation::Large(number) => number.numer().bits() + number.denom().bits() - 1,
        }
    }

    /// How many whole parts of `whole` it has, of which there are `parts`: of 3 in a whole of 5 there are 60 of 100.
    /// Neither may be negative; 0 where `whole` is, or where that is more than the language has numbers for.
    pub fn in_parts(&self, whole: &Exact, parts: u64) -> u64 {
        let (part, whole) = (self.large(), whole.large());
        let (numer, denom) = (part.numer() * whole.denom() * parts, part.denom() * whole.numer());
        // not in lowest terms: a common divisor of large numbers costs more than all else
        if denom == BigInt::ZERO { 0 } else { u64::try_from(numer / denom).unwrap_or(0) }
    }

    /// It as a number of the language; `None` if it is a fraction, or too large.
    pub fn to_i64(&self) -> Option<i64> {
        if let Representation::Small { numer, denom: OF_WHOLE } = self.0 { Some(numer) } else { None }
    }

    /// A whole number of the language.
    fn whole(numer: i64) -> Exact {
        Exact(Representation::Small { numer, denom: OF_WHOLE })
    }

    /// A fraction in lowest terms whose denominator is above 0, if it is small.
    fn fraction(numer: i64, denom: i64) -> Option<Exact> {
        NonZeroU64::new(denom.unsigned_abs()).map(|denom| Exact(Representation::Small { numer, denom }))
    }

    /// A fraction whose denominator is above 0, brought to lowest terms.
    fn reduced(numer: i128, denom: i128) -> Exact {
        if let (Ok(numer), Ok(denom)) = (i64::try_from(numer), i64::try_from(denom)) {
            let common = (numer % denom).gcd(&denom); // the denominator mostly is small
            if let Some(small) = Exact::fraction(numer / common, denom / common) {
                return small;
            }
        }
        let common = numer.gcd(&denom);
        Exact::of(BigRational::new_raw(BigInt::from(numer / common), BigInt::from(denom / common)))
    }

    /// A fraction in lowest terms.
    fn of(number: BigRational) -> Exact {
        let parts = i64::try_from(number.numer()).ok().zip(i64::try_from(number.denom()).ok());
        let small = parts.and_then(|(numer, denom)| Exact::fraction(numer, denom));
        small.unwrap_or_else(|| Exact(Representation::Large(Box::new(number))))
    }

    /// This and another as numbers of the language, where neither is a fraction or too large: so are nearly all of a
    /// judgement.
    fn whole_with(&self, other: &Exact) -> Option<(i64, i64)> {
        match (&self.0, &other.0) {
            (
                Representation::Small { numer: a, denom: OF_WHOLE },
                Representation::Small { numer: c, denom: OF_WHOLE },
            ) => Some((*a, *c)),
            _ => None,
        }
    }

    /// Numerator and denominator, if it is small. Two products of such have a sum within `i128`; three may not.
    fn small(&self) -> Option<(i128, i128)> {
        match self.0 {
            Representation::Small { numer, denom } => Some((i128::from(numer), i128::from(denom.get()))),
            Representation::Large(_) => None,
        }
    }

    fn large(&self) -> BigRational {
        match &self.0 {
            Representation::Small { numer, denom } => {
                BigRational::new_raw(BigInt::from(*numer), BigInt::from(denom.get()))
            }
            Representation::Large(number) => BigRational::clone(number),
        }
    }
}

impl Default for Exact {
    fn default() -> Self {
        Exact::ZERO
    }
}

impl From<&Exact> for Exact {
    fn from(number: &Exact) -> Self {
        number.clone()
    }
}

macro_rules! from_whole {
    ($($kind:ty)*) => { $(
        impl From<$kind> for Exact {
            fn from(number: $kind) -> Self {
                i64::try_from(number).map_or_else(|_| Exact::reduced(number as i128, 1), Exact::whole)
            }
        }
    )* };
}
from_whole!(u8 u32 u64 usize i32 i64);

/// An operation with whatever is a number: of whole ones by the language's own; of the fractions a/b and c/d, if they
/// are small, by numerator and denominator of the result.
macro_rules! operation {
    ($operation:ident $name:ident $checked:ident $of_fractions:ident,
     ($a:ident / $b:ident, $c:ident / $d:ident) => $numer:expr, $denom:expr) => {
        impl Exact {
            #[cold]
            fn $of_fractions(&self, other: &Exact) -> Exact {
                match (self.small(), other.small()) {
                    (Some(($a, $b)), Some(($c, $d))) => Exact::reduced($numer, $denom),
                    _ => Exact::of(match (self.large(), other.large()) {
                        // what is whole needs no common divisor
                        (a, b) if a.is_integer() && b.is_integer() => BigRational::from(a.numer().$name(b.numer())),
                        (a, b) => a.$name(b),
                    }),
                }
            }
        }
        impl<N: Into<Exact>> $operation<N> for &Exact {
            type Output = Exact;
            fn $name(self, other: N) -> Exact {
                let other = other.into();
                let whole = self.whole_with(&other).and_then(|(a, c)| a.$checked(c));
                whole.map_or_else(|| self.$of_fractions(&other), Exact::whole)
            }
        }
        impl<N: Into<Exact>> $operation<N> for Exact {
            type Output = Exact;
            fn $name(self, other: N) -> Exact {
                (&self).$name(other)
            }
        }
    };
}
operation!(Add add checked_add sum_of_fractions, (a / b, c / d) => a * d + c * b, b * d);
operation!(Sub sub checked_sub difference_of_fractions, (a / b, c / d) => a * d - c * b, b * d);
operation!(Mul mul checked_mul product_of_fractions, (a / b, c / d) => a * c, b * d);

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact::ZERO - self
    }
}

impl<N: Into<Exact>> AddAssign<N> for Exact {
    fn add_assign(&mut self, more: N) {
        *self = &*self + more;
    }
}

impl<N: Into<Exact>> SubAssign<N> for Exact {
    fn sub_assign(&mut self, less: N) {
        *self = &*self - less;
    }
}

impl<N: Into<Exact>> Sum<N> for Exact {
    fn sum<I: Iterator<Item = N>>(numbers: I) -> Exact {
        numbers.fold(Exact::ZERO, |sum, number| sum + number)
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Exact) -> Ordering {
        if let Some((a, c)) = self.whole_with(other) {
            return a.cmp(&c);
        }
        match (self.small(), other.small()) {
            (Some((a, b)), Some((c, d))) => (a * d).cmp(&(c * b)),
            _ => self.large().cmp(&other.large()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Exact) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Representation::Small { numer, denom: OF_WHOLE } => write!(f, "{numer}"),
            Representation::Small { numer, denom } => write!(f, "{numer}/{denom}"),
            Representation::Large(number) => write!(f, "{number}"),
        }
    }
}

/// Why a text is no [`Exact`] number: it is not like `61`, `-61` or `527/7`, or divides by 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoNumber;

impl fmt::Display for NoNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number is like 61, -61 or 527/7")
    }
}

impl std::error::Error for NoNumber {}

impl FromStr for Exact {
    type Err = NoNumber;

    fn from_str(text: &str) -> Result<Exact, NoNumber> {
        let whole = |digits: &str| {
            // the library for large numbers takes more than digits
            let is_plain = digits.bytes().all(|byte| byte.is_ascii_digit());
            let number = digits.parse::<BigInt>().ok().filter(|_| is_plain)?;
            Some(Exact::of(BigRational::from(number)))
        };
        let (sign, unsigned) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (numer, denom) = unsigned.split_once('/').unwrap_or((unsigned, "1"));
        let both = whole(numer).zip(whole(denom));
        both.and_then(|(numer, denom)| Exact::ratio(numer * sign, denom)).ok_or(NoNumber)
    }
}

#[cfg(test)]
mod tests;
