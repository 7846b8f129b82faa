//! What questions count: design weights, and the cap on "not applicable".
//!
//! Everything is counted in *grains*, whole numbers of a unit so small that no weight, no share of a category and no
//! kept part of an n/a needs a fraction. Sums are then exact additions; one division at the end gives points.

use std::collections::BTreeSet;

use super::scope::Status;
use super::subject::Subject;
use crate::questionnaire::ids::{ById, CategoryId, QuestionId};
use crate::questionnaire::model::Weight;
use crate::questionnaire::{Form, Questionnaire};
use crate::words::Exact;

/// What a question counts before category weights, by the policy's table or directly; free text counts nothing, and
/// neither does a question that does not say what its answers are worth.
pub fn weight(subject: &Subject<'_>, question: QuestionId) -> u32 {
    let question = &subject.questionnaire.questions[question];
    match (&question.form, question.weight) {
        (Form::Text, _) => 0,
        (form, _) if !form.is_valued() => 0,
        (_, Weight::Direct(weight)) => weight,
        (_, Weight::Importance(importance)) => subject.policy.weight(importance),
    }
}

/// The grains of every question.
#[derive(Debug)]
pub struct Weighed {
    /// What each question was designed to count.
    pub design: ById<QuestionId, Exact>,
    /// What each question counts now: nothing where it is excluded, the kept part where it is n/a beyond the cap.
    pub live: ById<QuestionId, Exact>,
    /// Per category, the part of its justified n/a that is kept as unknown, 0..=1.
    pub na_kept: ById<CategoryId, Exact>,
}

/// Weighs every question.
pub fn weigh(subject: &Subject<'_>, weights: &ById<QuestionId, u32>, statuses: &ById<QuestionId, Status>) -> Weighed {
    let questionnaire = subject.questionnaire;
    let kept = kept_parts(subject, weights, statuses);
    let fineness = common_multiple(kept.iter().map(Exact::denominator));
    let factors = category_factors(questionnaire, weights);
    let design = questionnaire.questions.map(|id, question| &factors[question.category] * weights[id] * &fineness);
    let live = questionnaire.questions.map(|id, question| match statuses[id] {
        Status::NotAsked | Status::OutOfScope | Status::Info | Status::NaApproved => Exact::ZERO,
        Status::Na => &design[id] * &kept[question.category],
        _ => design[id].clone(),
    });
    Weighed { design, live, na_kept: kept }
}

/// The least common multiple of numbers above 0.
fn common_multiple(numbers: impl Iterator<Item = Exact>) -> Exact {
    let different: BTreeSet<Exact> = numbers.collect();
    different.into_iter().fold(Exact::ONE, |all, number| all.common_multiple(&number))
}

/// What one unit of question weight counts in each category: 1 without category weights; with them W / G, brought to
/// whole numbers by the least common multiple of all G, where G is the sum of the category's question weights.
fn category_factors(questionnaire: &Questionnaire, weights: &ById<QuestionId, u32>) -> ById<CategoryId, Exact> {
    let sums = questionnaire
        .categories
        .map(|_, category| category.questions.iter().map(|question| u64::from(weights[*question])).sum::<u64>());
    let common = common_multiple(sums.iter().filter(|sum| **sum > 0).map(|sum| Exact::from(*sum)));
    questionnaire.categories.map(|id, category| match category.weight {
        None => Exact::ONE,
        // where its questions weigh nothing, there is nothing to multiply
        Some(weight) => Exact::ratio(&common * weight, sums[id]).unwrap_or_default(),
    })
}

/// Per category the part of each justified n/a that is kept as unknown: what exceeds the cap, spread evenly.
fn kept_parts(
    subject: &Subject<'_>,
    weights: &ById<QuestionId, u32>,
    statuses: &ById<QuestionId, Status>,
) -> ById<CategoryId, Exact> {
    let cap = u64::from(subject.policy.not_applicable_cap);
    subject.questionnaire.categories.map(|_, category| {
        if category.weight == Some(0) {
            return Exact::ZERO; // nothing in it counts, so nothing is kept either
        }
        let (mut counted, mut not_applicable) = (0_u64, 0_u64);
        for question in &category.questions {
            let weight = u64::from(weights[*question]);
            match statuses[*question] {
                Status::NotAsked | Status::OutOfScope | Status::Info | Status::NaApproved => {}
                Status::Na => {
                    counted += weight;
                    not_applicable += weight;
                }
                _ => counted += weight,
            }
        }
        let excess = (100 * not_applicable).saturating_sub(cap * counted);
        Exact::ratio(excess, 100 * not_applicable).unwrap_or_default() // without any n/a, none is kept
    })
}
