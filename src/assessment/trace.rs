//! How one question came to its points: the numbers of the judgement again, in the fractions in which people compute
//! them. The judgement counts whole grains and needs none of this.

use super::model::Assessment;
use super::scope::Status;
use super::weigh::weight;
use super::worth::{number, worth};
use crate::questionnaire::ids::{ById, CategoryId, QuestionId};
use crate::words::{Broken, Exact, Quantity};

/// How one question came to its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trace {
    /// What it weighs, by the policy's table or directly.
    pub weight: u32,
    /// Where categories have weights: that of its own, and what the category's questions weigh together.
    pub category: Option<(u32, u64)>,
    /// What it was designed to count.
    pub design: Exact,
    /// What it counts now: nothing where it is left out, a part where it is n/a beyond the cap.
    pub live: Exact,
    /// What all questions count now.
    pub total: Exact,
    /// What the justified n/a of its category weigh, and all of the category that is not left out otherwise.
    pub not_applicable: (u64, u64),
    /// The number that the answer stands for, if it is a number or a date.
    pub number: Option<Quantity>,
    /// What the answer is worth, 0..=1, where it counts.
    pub worth: Option<Exact>,
    /// What its own proof is credited with, in percent, where it counts.
    pub credit: Option<u8>,
    /// What we verified before the answer was bettered is worth so much, 0..=1, where that counts for more.
    pub before: Option<Exact>,
}

/// Traces a question.
///
/// # Errors
/// Its answer does not fit its form.
pub fn trace(assessment: &Assessment<'_>, question: QuestionId) -> Result<Trace, Broken> {
    let subject = &assessment.subject;
    let judged = &assessment.questions[question];
    let category = subject.questionnaire.questions[question].category;
    let value = judged.effective.value().filter(|_| judged.status == Status::Answered);
    let weights = Weights::of(assessment);
    Ok(Trace {
        weight: weights.own[question],
        category: subject.questionnaire.categories[category].weight.map(|own| (own, weights.sums[category])),
        design: weights.design(question),
        live: weights.live(question),
        total: assessment.questions.ids().map(|at| weights.live(at)).sum(),
        not_applicable: weights.not_applicable(category),
        number: value.and_then(|value| number(subject, question, value)),
        worth: value.map(|value| worth(subject, question, value)).transpose()?,
        credit: judged.own_assurance().map(|assurance| subject.policy.credit(assurance)),
        before: judged.counts_before().map(|before| before.worth.clone()),
    })
}

/// What the questions weigh, and what those of each category weigh together.
struct Weights<'s, 'a> {
    assessment: &'s Assessment<'a>,
    own: ById<QuestionId, u32>,
    sums: ById<CategoryId, u64>,
}

impl<'s, 'a> Weights<'s, 'a> {
    fn of(assessment: &'s Assessment<'a>) -> Self {
        let own = assessment.questions.map(|at, _| weight(&assessment.subject, at));
        let sum = |questions: &[QuestionId]| questions.iter().map(|question| u64::from(own[*question])).sum();
        let sums = assessment.subject.questionnaire.categories.map(|_, category| sum(&category.questions));
        Weights { assessment, own, sums }
    }

    fn category(&self, question: QuestionId) -> CategoryId {
        self.assessment.subject.questionnaire.questions[question].category
    }

    fn design(&self, question: QuestionId) -> Exact {
        let (own, category) = (Exact::from(self.own[question]), self.category(question));
        match self.assessment.subject.questionnaire.categories[category].weight {
            None => own,
            // it weighs nothing itself where all of its category together do
            Some(weight) => Exact::ratio(own * weight, self.sums[category]).unwrap_or_default(),
        }
    }

    fn live(&self, question: QuestionId) -> Exact {
        match self.assessment.questions[question].status {
            Status::NotAsked | Status::OutOfScope | Status::Info | Status::NaApproved => Exact::ZERO,
            Status::Na => self.design(question) * &self.assessment.categories[self.category(question)].na_kept,
            _ => self.design(question),
        }
    }

    fn not_applicable(&self, category: CategoryId) -> (u64, u64) {
        let (mut not_applicable, mut counted) = (0, 0);
        for at in &self.assessment.subject.questionnaire.categories[category].questions {
            let weight = u64::from(self.own[*at]);
            match self.assessment.questions[*at].status {
                Status::NotAsked | Status::OutOfScope | Status::Info | Status::NaApproved => {}
                Status::Na => {
                    not_applicable += weight;
                    counted += weight;
                }
                _ => counted += weight,
            }
        }
        (not_applicable, counted)
    }
}
