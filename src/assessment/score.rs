//! Where the points went: assured, evidence gap, control gap, unknown.

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::Zero;

use super::proof::Proven;
use super::subject::Subject;
use crate::answers::Value;
use crate::questionnaire::{Form, Questionnaire};

/// The four parts of a share, in grains. They add up to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Proved, with the policy's credit.
    pub assured: BigInt,
    /// Said but not proved.
    pub evidence_gap: BigInt,
    /// Not in place.
    pub control_gap: BigInt,
    /// Not known.
    pub unknown: BigInt,
}

impl Parts {
    /// The whole share.
    pub fn whole(&self) -> BigInt {
        &self.assured + &self.evidence_gap + &self.control_gap + &self.unknown
    }

    /// Adds other parts to these.
    pub fn add(&mut self, other: &Parts) {
        self.assured += &other.assured;
        self.evidence_gap += &other.evidence_gap;
        self.control_gap += &other.control_gap;
        self.unknown += &other.unknown;
    }

    /// The sum of many.
    pub fn sum<'p>(parts: impl IntoIterator<Item = &'p Parts>) -> Parts {
        let mut sum = Parts::default();
        parts.into_iter().for_each(|part| sum.add(part));
        sum
    }
}

/// Parts of something that counts, as points of 100 of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    parts: Parts,
    whole: BigInt,
}

impl Score {
    /// The score of a whole; `None` when it counts nothing.
    pub fn of(parts: Parts) -> Option<Score> {
        let whole = parts.whole();
        (!whole.is_zero()).then_some(Score { parts, whole })
    }

    /// The parts in grains.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Grains as points of this whole, which has 100.
    pub fn points(&self, grains: BigInt) -> BigRational {
        BigRational::new(grains * 100, self.whole.clone())
    }

    /// A-: what is proved.
    pub fn assured(&self) -> BigRational {
        self.points(self.parts.assured.clone())
    }

    /// C-: as the vendor says.
    pub fn claimed(&self) -> BigRational {
        self.points(&self.parts.assured + &self.parts.evidence_gap)
    }

    /// A+: what is proved, if every open question turns out perfect.
    pub fn assured_best(&self) -> BigRational {
        self.points(&self.parts.assured + &self.parts.unknown)
    }

    /// C+: as the vendor says, if every open question turns out perfect.
    pub fn potential(&self) -> BigRational {
        self.points(&self.parts.assured + &self.parts.evidence_gap + &self.parts.unknown)
    }

    /// What is said but not proved.
    pub fn evidence_gap(&self) -> BigRational {
        self.points(self.parts.evidence_gap.clone())
    }

    /// What is not in place.
    pub fn control_gap(&self) -> BigRational {
        self.points(self.parts.control_gap.clone())
    }

    /// What is not known.
    pub fn unknown(&self) -> BigRational {
        self.points(self.parts.unknown.clone())
    }
}

/// How finely values are counted: every value of every question is a whole number of this many parts.
pub fn fineness(questionnaire: &Questionnaire) -> BigInt {
    let of = |form: &Form| match form {
        Form::ChooseMany(ticks) => ticks.full_at,
        _ => 1,
    };
    questionnaire.questions.iter().fold(BigInt::from(100), |fine, question| fine.lcm(&BigInt::from(of(&question.form))))
}

/// Splits the grains of a question whose answer is not known.
pub fn unknown_parts(live: &BigInt, fineness: &BigInt) -> Parts {
    Parts { unknown: live * fineness * 100, ..Parts::default() }
}

/// Splits the grains of an answered question by what the answer is worth and how far it is proved.
pub fn answered_parts(
    subject: &Subject<'_>,
    question: usize,
    value: &Value,
    proven: Proven,
    live: &BigInt,
    fineness: &BigInt,
) -> Parts {
    let (worth, of) = worth(subject, question, value);
    let credit = subject.policy.credit(proven.proof);
    let in_place = live * (fineness / of) * worth;
    let assured = &in_place * credit;
    let evidence_gap = &in_place * (100 - credit);
    let control_gap = live * fineness * 100 - &assured - &evidence_gap;
    Parts { assured, evidence_gap, control_gap, unknown: BigInt::ZERO }
}

/// What an answer is worth: so much of so much, between 0 and the whole.
fn worth(subject: &Subject<'_>, question: usize, value: &Value) -> (u32, u32) {
    match (&subject.questionnaire.questions[question].form, value) {
        (Form::ChooseOne(choices), Value::Options(chosen)) => {
            (chosen.iter().map(|at| u32::from(choices[*at].value)).max().unwrap_or(0), 100)
        }
        (Form::ChooseMany(ticks), Value::Options(chosen)) => {
            let points: u32 = chosen.iter().map(|at| ticks.options[*at].points).sum();
            (points.min(ticks.full_at), ticks.full_at)
        }
        (Form::Date(form), Value::Never) => (u32::from(form.never.unwrap_or(0)), 100),
        (Form::Number(form), value) => stepped(&form.steps, super::scope::number(subject, question, value)),
        (Form::Date(form), value) => stepped(&form.steps, super::scope::number(subject, question, value)),
        _ => (0, 100),
    }
}

fn stepped(steps: &crate::questionnaire::form::Steps, number: Option<i64>) -> (u32, u32) {
    (number.map_or(0, |number| u32::from(steps.value(number))), 100)
}

/// Grains as tenths of the whole's 100 points that add up to the shown total, by the largest remainder; ties go to the
/// earlier one.
pub fn apportioned_tenths(amounts: &[&BigInt], whole: &BigInt) -> Vec<u64> {
    let sum: BigInt = amounts.iter().copied().sum();
    if sum.is_zero() {
        return vec![0; amounts.len()];
    }
    let total: BigInt = (&sum * 1000) / whole;
    let mut tenths: Vec<u64> = Vec::with_capacity(amounts.len());
    let mut rests: Vec<(BigInt, usize)> = Vec::with_capacity(amounts.len());
    for (at, amount) in amounts.iter().enumerate() {
        let (floor, rest) = (*amount * &total).div_rem(&sum);
        tenths.push(u64::try_from(floor).unwrap_or(0)); // at most 1000
        rests.push((rest, at));
    }
    let given: u64 = tenths.iter().sum();
    let left = u64::try_from(total).unwrap_or(0).saturating_sub(given);
    rests.sort_by(|(rest_a, at_a), (rest_b, at_b)| rest_b.cmp(rest_a).then(at_a.cmp(at_b)));
    rests.iter().zip(0..left).for_each(|((_, at), _)| tenths[*at] += 1);
    tenths
}
