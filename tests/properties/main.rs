//! The properties of the model that concern one assessment, on random questionnaires, answers, reviews and
//! policies. Every world is written as files and read by the real readers; every comparison is exact.

#![allow(clippy::unwrap_used, reason = "a test that cannot get its value has failed")]

mod blank;
mod changes;
mod comparison;
mod decimals;
mod dialogues;
mod documents;
mod edits;
mod explained;
mod extending;
mod facts;
mod generate;
mod hostile;
mod invariance;
#[path = "../it/support/office.rs"]
mod office;
mod open;
mod oscal;
#[path = "../it/support/oscal.rs"]
mod oscal_checker;
mod rating;
#[path = "../../fuzz/read_back.rs"]
mod read_back;
#[path = "../it/support/reading.rs"]
mod reading;
mod remediations;
mod returned;
mod rules;
mod scores;
mod text;
mod world;

use duly::internal::words::Exact;
use generate::{Case, Shape};
use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use proptest::test_runner::{Config, RngSeed, TestCaseResult, TestRunner};

/// Random, but the same on every run. `PROPTEST_RNG_SEED`, `PROPTEST_CASES` and `PROPTEST_MAX_SHRINK_ITERS` look
/// elsewhere, longer, and for a smaller example.
const SEED: u64 = 20_261_102;
/// The worlds that each property is tried on.
const CASES: u32 = 200;
/// How often a failing example is made smaller.
const SHRINKS: u32 = 4000;

/// How properties are tried; nothing is written to disk.
fn config() -> Config {
    let given = Config::default();
    let named = |name: &str| std::env::var_os(name).is_some();
    Config {
        cases: if named("PROPTEST_CASES") { given.cases } else { CASES },
        rng_seed: if given.rng_seed == RngSeed::Random { RngSeed::Fixed(SEED) } else { given.rng_seed },
        max_shrink_iters: if named("PROPTEST_MAX_SHRINK_ITERS") { given.max_shrink_iters } else { SHRINKS },
        max_global_rejects: 20_000,
        failure_persistence: None,
        ..given
    }
}

/// Tries a property on random values.
fn check<S: proptest::strategy::Strategy>(values: &S, property: impl Fn(S::Value) -> TestCaseResult) {
    let outcome = TestRunner::new(config()).run(values, property);
    assert!(outcome.is_ok(), "{}", outcome.err().map_or_else(String::new, |error| error.to_string()));
}

/// Tries a property on random worlds of a shape.
fn check_worlds(shape: Shape, property: impl Fn(Case) -> TestCaseResult) {
    check(&generate::cases(shape), property);
}

/// A number of the program for the arithmetic of these tests, which is another's.
fn rational(number: &Exact) -> BigRational {
    number.to_string().parse().unwrap()
}

/// A number of these tests for the program.
fn exact(number: &BigRational) -> Exact {
    let whole = |number: &BigInt| {
        let digits = number.magnitude().to_radix_be(10);
        let whole = digits.into_iter().fold(Exact::ZERO, |whole, digit| whole * 10 + digit);
        if number.sign() == Sign::Minus { -&whole } else { whole }
    };
    Exact::ratio(whole(number.numer()), whole(number.denom())).unwrap()
}

/// A whole number.
fn whole(number: u64) -> BigRational {
    BigRational::from(BigInt::from(number))
}
