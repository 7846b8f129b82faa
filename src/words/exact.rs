//! The one type of exact numbers: whole ones and fractions, as large as they need to be. No other file names the
//! libraries behind it, so that faster ones can take their place without anybody noticing.

use std::cmp::Ordering;
use std::fmt;
use std::iter::Sum;
use std::num::NonZeroU32;
use std::ops::{Add, AddAssign, Mul, Neg, Sub, SubAssign};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;

/// An exact number, whole or a fraction, of any size. Equal numbers are equal however they came about: 4/2 is 2.
///
/// As text it is `n`, or `n/d` in lowest terms. It is added to others, subtracted and multiplied, whole numbers of the
/// language included; [`Exact::ratio`] divides, and says that nothing can be divided by 0.
///
/// ```
/// use duly::{Exact, Rounding};
///
/// let share = Exact::ratio(2, 3).ok_or("a division by 0")?;
/// assert_eq!((&share * 6, (&share + 1).to_string()), (Exact::from(4), "5/3".to_owned()));
/// assert_eq!((share * 100).rounded(Rounding::Floor).to_i64(), Some(66));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Exact(Representation);

/// A number is always in lowest terms, and large only if it must be: so there is one way to keep it, and equal numbers
/// are kept alike.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Representation {
    /// What nearly all numbers of a judgement are. The denominator is above 0.
    Small {
        numer: i64,
        denom: i64,
    },
    Large(Box<BigRational>),
}

/// How a number is cut to a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rounding {
    /// Down. Scores are never negative: a shown number never crosses a threshold that the exact one does not.
    Floor,
    /// To the nearest, ties to the even one.
    HalfEven,
    /// To the nearest, ties upward.
    HalfUp,
}

impl Exact {
    /// 0.
    pub const ZERO: Exact = Exact(Representation::Small { numer: 0, denom: 1 });
    /// 1.
    pub const ONE: Exact = Exact(Representation::Small { numer: 1, denom: 1 });
    /// 1/2.
    pub const HALF: Exact = Exact(Representation::Small { numer: 1, denom: 2 });
    /// 1/100, what one per cent is.
    pub const HUNDREDTH: Exact = Exact(Representation::Small { numer: 1, denom: 100 });

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
        Exact(Representation::Small { numer: 1, denom: i64::from(parts.get()) })
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
                let (whole, rest) = numer.div_mod_floor(denom);
                (Exact::from(whole), Exact(Representation::Small { numer: rest, denom: *denom })) // in lowest terms as before
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
            Representation::Small { denom, .. } => Exact::from(*denom),
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

    /// It as a number of the language; `None` if it is a fraction, or too large.
    pub fn to_i64(&self) -> Option<i64> {
        if let Representation::Small { numer, denom: 1 } = self.0 { Some(numer) } else { None }
    }

    /// A fraction whose denominator is above 0, in lowest terms.
    fn reduced(numer: i128, denom: i128) -> Exact {
        let common = if denom == 1 { 1 } else { numer.gcd(&denom) };
        let (numer, denom) = if common == 1 { (numer, denom) } else { (numer / common, denom / common) };
        match (i64::try_from(numer), i64::try_from(denom)) {
            (Ok(numer), Ok(denom)) => Exact(Representation::Small { numer, denom }),
            _ => Exact(Representation::Large(Box::new(BigRational::new_raw(BigInt::from(numer), BigInt::from(denom))))),
        }
    }

    /// A fraction in lowest terms.
    fn of(number: BigRational) -> Exact {
        match (i64::try_from(number.numer()), i64::try_from(number.denom())) {
            (Ok(numer), Ok(denom)) => Exact(Representation::Small { numer, denom }),
            _ => Exact(Representation::Large(Box::new(number))),
        }
    }

    /// Numerator and denominator, if it is small. Sums of two products of such are far from the bounds of `i128`.
    fn small(&self) -> Option<(i128, i128)> {
        match self.0 {
            Representation::Small { numer, denom } => Some((i128::from(numer), i128::from(denom))),
            Representation::Large(_) => None,
        }
    }

    fn large(&self) -> BigRational {
        match &self.0 {
            Representation::Small { numer, denom } => BigRational::new_raw(BigInt::from(*numer), BigInt::from(*denom)),
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
                Exact::reduced(number as i128, 1) // which holds all of these
            }
        }
    )* };
}
from_whole!(u8 u32 u64 usize i32 i64);

/// An operation with whatever is a number: of the fractions a/b and c/d, if they are small, by numerator and
/// denominator of the result.
macro_rules! operation {
    ($operation:ident $name:ident, ($a:ident / $b:ident, $c:ident / $d:ident) => $numer:expr, $denom:expr) => {
        impl<N: Into<Exact>> $operation<N> for &Exact {
            type Output = Exact;
            fn $name(self, other: N) -> Exact {
                let other = other.into();
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
        impl<N: Into<Exact>> $operation<N> for Exact {
            type Output = Exact;
            fn $name(self, other: N) -> Exact {
                (&self).$name(other)
            }
        }
    };
}
operation!(Add add, (a / b, c / d) => a * d + c * b, b * d);
operation!(Sub sub, (a / b, c / d) => a * d - c * b, b * d);
operation!(Mul mul, (a / b, c / d) => a * c, b * d);

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
            Representation::Small { numer, denom: 1 } => write!(f, "{numer}"),
            Representation::Small { numer, denom } => write!(f, "{numer}/{denom}"),
            Representation::Large(number) => write!(f, "{number}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ratio(numer: impl Into<Exact>, denom: impl Into<Exact>) -> Exact {
        Exact::ratio(numer, denom).unwrap()
    }

    /// Numbers of every size, most of them near the bounds of what is small, with what they are by the library alone.
    fn numbers() -> impl Strategy<Value = (Exact, BigRational)> {
        let part = || {
            let near = prop_oneof![Just(0_i64), Just(i64::MIN), Just(i64::MAX), Just(1 << 32)];
            let whole =
                prop_oneof![-12_i64..=12, any::<i64>(), (near, -2..=2_i64).prop_map(|(a, b)| a.wrapping_add(b))];
            (whole, prop_oneof![4 => Just(1_i64), 1 => any::<i64>()])
        };
        let whole = |(a, b): (i64, i64)| (Exact::from(a) * b, BigInt::from(a) * BigInt::from(b));
        let fraction = move |(numer, denom): ((i64, i64), (i64, i64))| {
            let ((numer, big_numer), (denom, big_denom)) = (whole(numer), whole(denom));
            Some((Exact::ratio(numer, denom)?, BigRational::new(big_numer, big_denom)))
        };
        (part(), part()).prop_filter_map("a division by 0", fraction)
    }

    /// Whether a number is the one meant, and is kept in the one way in which it is to be kept.
    fn is(number: &Exact, meant: &BigRational) -> bool {
        let fits = i64::try_from(meant.numer()).is_ok() && i64::try_from(meant.denom()).is_ok();
        number.large() == *meant && number.to_string() == meant.to_string() && number.small().is_some() == fits
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

        #[test]
        fn arithmetic_is_that_of_fractions((a, big_a) in numbers(), (b, big_b) in numbers()) {
            prop_assert!(is(&a, &big_a), "{a:?}");
            prop_assert!(is(&(&a + &b), &(&big_a + &big_b)), "{a} + {b}");
            prop_assert!(is(&(&a - &b), &(&big_a - &big_b)), "{a} - {b}");
            prop_assert!(is(&(&a * &b), &(&big_a * &big_b)), "{a} * {b}");
            prop_assert!(is(&-&a, &-&big_a) && is(&a.abs(), &big_a.clone().max(-&big_a)), "{a}");
            prop_assert_eq!(Exact::ratio(&a, &b).is_none(), b.is_zero());
            if let Some(divided) = Exact::ratio(&a, &b) {
                prop_assert!(is(&divided, &(&big_a / &big_b)), "{a} / {b}");
            }
            let mut changed = a.clone();
            changed += &b;
            changed -= &a;
            prop_assert_eq!(&changed, &b);
            prop_assert_eq!([&a, &b, &a].into_iter().sum::<Exact>(), &a + &a + &b);
        }

        #[test]
        fn order_is_that_of_fractions((a, big_a) in numbers(), (b, big_b) in numbers()) {
            prop_assert_eq!(a.cmp(&b), big_a.cmp(&big_b));
            prop_assert_eq!(a == b, big_a == big_b);
            let zero = BigRational::from(BigInt::ZERO);
            prop_assert_eq!([a.is_negative(), a.is_zero(), a.is_positive()], [big_a < zero, big_a == zero, big_a > zero]);
        }

        #[test]
        fn what_is_cut_is_the_nearest_whole_number((a, big_a) in numbers()) {
            let floor = big_a.floor();
            let (whole, rest) = a.parted();
            prop_assert!(is(&whole, &floor) && is(&rest, &(&big_a - &floor)), "{a}");
            prop_assert_eq!(a.is_whole(), rest.is_zero());
            prop_assert!(is(&a.denominator(), &BigRational::from(big_a.denom().clone())));
            let half = BigRational::new(BigInt::from(1), BigInt::from(2));
            prop_assert!(is(&a.rounded(Rounding::Floor), &floor), "{a}");
            prop_assert!(is(&a.rounded(Rounding::HalfUp), &(&big_a + &half).floor()), "{a}");
            let even = a.rounded(Rounding::HalfEven);
            let tie = &big_a - &floor == half;
            prop_assert!(if tie { even.large().numer().is_even() } else { even == a.rounded(Rounding::HalfUp) }, "{a}");
            prop_assert!((even - &a).abs() <= Exact::HALF);
        }

        #[test]
        fn a_common_multiple_is_one_of_both(a in 1_u64.., b in 1_u64..) {
            let multiple = BigRational::from(BigInt::from(a).lcm(&BigInt::from(b)));
            prop_assert!(is(&Exact::from(a).common_multiple(&Exact::from(b)), &multiple), "{a} and {b}");
        }
    }

    #[test]
    fn equal_numbers_are_equal_however_they_came_about() {
        assert_eq!(ratio(1, 2) + ratio(3, 2), Exact::from(2));
        assert_eq!(ratio(-10, 4), ratio(5, -2));
        assert_eq!(ratio(10, -4).to_string(), "-5/2");
        let huge = Exact::from(u64::MAX) * u64::MAX;
        assert_eq!(ratio(&huge * 6, &huge * 3), Exact::from(2));
        assert_eq!(&huge - &huge, Exact::ZERO);
    }

    #[test]
    fn ties_are_cut_as_named() {
        let cut = |numer: i64, rounding| ratio(numer, 2).rounded(rounding).to_i64().unwrap();
        assert_eq!([-7, -5, 5, 7].map(|numer| cut(numer, Rounding::Floor)), [-4, -3, 2, 3]);
        assert_eq!([-7, -5, 5, 7].map(|numer| cut(numer, Rounding::HalfEven)), [-4, -2, 2, 4]);
        assert_eq!([-7, -5, 5, 7].map(|numer| cut(numer, Rounding::HalfUp)), [-3, -2, 3, 4]);
    }

    #[test]
    fn only_small_whole_numbers_are_those_of_the_language() {
        assert_eq!([i64::MIN, i64::MAX].map(|number| Exact::from(number).to_i64()), [Some(i64::MIN), Some(i64::MAX)]);
        assert_eq!([ratio(1, 2), Exact::from(u64::MAX)].map(|number| number.to_i64()), [None; 2]);
    }

    #[test]
    fn nothing_can_be_divided_by_nothing() {
        assert_eq!(Exact::ratio(1, 0), None);
        assert_eq!(Exact::ratio(u64::MAX, ratio(1, 3) - ratio(1, 3)), None);
    }

    #[test]
    fn multiples_are_common_to_fractions_too() {
        assert_eq!(ratio(1, 4).common_multiple(&ratio(1, 6)), ratio(1, 2));
        assert_eq!(Exact::ZERO.common_multiple(&Exact::from(3)), Exact::ZERO);
        assert_eq!(Exact::from(3).common_multiple(&Exact::ZERO), Exact::ZERO);
    }

    #[test]
    fn a_part_of_many_is_one_divided_by_them() {
        assert_eq!(Exact::one_of(NonZeroU32::MAX), ratio(1, u32::MAX));
        assert_eq!(Exact::HUNDREDTH, ratio(1, 100));
        assert_eq!(Exact::HALF, ratio(1, 2));
    }
}
