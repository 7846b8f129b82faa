//! Exact numbers held against the library for fractions, and by themselves.

use proptest::prelude::*;

use super::*;

fn ratio(numer: impl Into<Exact>, denom: impl Into<Exact>) -> Exact {
    Exact::ratio(numer, denom).unwrap()
}

/// Numbers of every size, most of them near the bounds of what is small, with what they are by the library alone.
fn numbers() -> impl Strategy<Value = (Exact, BigRational)> {
    let part = || {
        let near = prop_oneof![Just(0_i64), Just(i64::MIN), Just(i64::MAX), Just(1 << 32)];
        let whole = prop_oneof![-12_i64..=12, any::<i64>(), (near, -2..=2_i64).prop_map(|(a, b)| a.wrapping_add(b))];
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
        prop_assert_eq!(a.to_string().parse(), Ok(a.clone()));
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
        let signs = [a.is_negative(), a.is_zero(), a.is_positive()];
        prop_assert_eq!(signs, [big_a < zero, big_a == zero, big_a > zero]);
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

#[test]
fn what_is_no_number_is_not_read_as_one() {
    for text in ["", "-", "/", "1/", "/2", "1/0", "1/-2", "--1", "+1", "1_000", " 1", "1.5", "1/2/3", "½"] {
        assert_eq!(text.parse::<Exact>(), Err(NoNumber), "{text:?}");
    }
    assert_eq!(
        ["0", "-0", "007", "6/4"].map(|text| text.parse::<Exact>().unwrap().to_string()),
        ["0", "0", "7", "3/2"]
    );
}

#[test]
fn sizes_are_told_in_binary_digits_and_shares_in_parts() {
    let large = ratio(Exact::from(i64::MAX) * i64::MAX, 3);
    assert_eq!([ratio(0, 1), ratio(1, 1), ratio(-7, 8), large.clone()].map(|number| number.bits()), [1, 1, 6, 127]);
    assert_eq!(ratio(2, 3).in_parts(&ratio(3, 1), 100), 22);
    assert_eq!(large.in_parts(&(&large * 4), 100), 25);
    assert_eq!([ratio(3, 1).in_parts(&Exact::ZERO, 100), large.in_parts(&Exact::ONE, 100)], [0, 0]);
}
