//! What questions count: design weights, and the cap on "not applicable".
//!
//! Everything is counted in *grains*, whole numbers of a unit so small that no weight, no share of a category and no
//! kept part of an n/a needs a fraction. Sums are then exact additions; one division at the end gives points.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::{BigRational, Ratio};

use super::scope::Status;
use super::subject::Subject;
use crate::questionnaire::ids::{ById, QuestionId};
use crate::questionnaire::model::Weight;
use crate::questionnaire::{Form, Questionnaire};

/// What a question counts before category weights, by the policy's table or directly; free text counts nothing.
pub fn weight(subject: &Subject<'_>, question: QuestionId) -> u32 {
    let question = &subject.questionnaire.questions[question];
    match (&question.form, question.weight) {
        (Form::Text, _) => 0,
        (_, Weight::Direct(weight)) => weight,
        (_, Weight::Importance(importance)) => subject.policy.weight(importance),
    }
}

/// The grains of every question.
#[derive(Debug)]
pub struct Weighed {
    /// What each question was designed to count.
    pub design: ById<QuestionId, BigInt>,
    /// What each question counts now: nothing where it is excluded, the kept part where it is n/a beyond the cap.
    pub live: ById<QuestionId, BigInt>,
    /// Per category, the part of its justified n/a that is kept as unknown, 0..=1.
    pub na_kept: Vec<BigRational>,
}

/// Weighs every question.
pub fn weigh(subject: &Subject<'_>, weights: &ById<QuestionId, u32>, statuses: &ById<QuestionId, Status>) -> Weighed {
    let questionnaire = subject.questionnaire;
    let kept = kept_parts(subject, weights, statuses);
    let fineness = common_multiple(kept.iter().map(|kept| *kept.denom()));
    let factors = category_factors(questionnaire, weights);
    let design = questionnaire.questions.map(|id, question| &factors[question.category] * weights[id] * &fineness);
    let live = questionnaire.questions.map(|id, question| match statuses[id] {
        Status::OutOfScope | Status::Info | Status::NaApproved => BigInt::ZERO,
        Status::Na => &design[id] * kept[question.category].numer() / kept[question.category].denom(),
        _ => design[id].clone(),
    });
    let exact = |kept: &Ratio<u64>| BigRational::new(BigInt::from(*kept.numer()), BigInt::from(*kept.denom()));
    Weighed { design, live, na_kept: kept.iter().map(exact).collect() }
}

/// The least common multiple of numbers above 0.
fn common_multiple(numbers: impl Iterator<Item = u64>) -> BigInt {
    let different: BTreeSet<u64> = numbers.collect();
    different.into_iter().fold(BigInt::from(1), |all, number| all.lcm(&BigInt::from(number)))
}

/// What one unit of question weight counts in each category: 1 without category weights; with them W / G, brought to
/// whole numbers by the least common multiple of all G, where G is the sum of the category's question weights.
fn category_factors(questionnaire: &Questionnaire, weights: &ById<QuestionId, u32>) -> Vec<BigInt> {
    let sums: Vec<u64> = questionnaire
        .categories
        .iter()
        .map(|category| category.questions.iter().map(|question| u64::from(weights[*question])).sum())
        .collect();
    let common = common_multiple(sums.iter().copied().filter(|sum| *sum > 0));
    let factor = |(category, sum): (&crate::questionnaire::Category, &u64)| match category.weight {
        None => BigInt::from(1),
        Some(_) if *sum == 0 => BigInt::ZERO,
        Some(weight) => &common / sum * weight,
    };
    questionnaire.categories.iter().zip(&sums).map(factor).collect()
}

/// Per category the part of each justified n/a that is kept as unknown: what exceeds the cap, spread evenly.
fn kept_parts(
    subject: &Subject<'_>,
    weights: &ById<QuestionId, u32>,
    statuses: &ById<QuestionId, Status>,
) -> Vec<Ratio<u64>> {
    let cap = u64::from(subject.policy.not_applicable_cap);
    let kept = |category: &crate::questionnaire::Category| {
        if category.weight == Some(0) {
            return Ratio::from_integer(0); // nothing in it counts, so nothing is kept either
        }
        let (mut counted, mut not_applicable) = (0_u64, 0_u64);
        for question in &category.questions {
            let weight = u64::from(weights[*question]);
            match statuses[*question] {
                Status::OutOfScope | Status::Info | Status::NaApproved => {}
                Status::Na => {
                    counted += weight;
                    not_applicable += weight;
                }
                _ => counted += weight,
            }
        }
        let excess = (100 * not_applicable).saturating_sub(cap * counted);
        if excess == 0 { Ratio::from_integer(0) } else { Ratio::new(excess, 100 * not_applicable) }
    };
    subject.questionnaire.categories.iter().map(kept).collect()
}
