//! Where the points went: assured, evidence gap, control gap, unknown.

use std::collections::BTreeSet;
use std::num::NonZeroU32;

use crate::policy::Policy;
use crate::questionnaire::ids::{ById, QuestionId};
use crate::questionnaire::{Form, Question, Questionnaire};
use crate::words::Exact;
use crate::words::number::within;

/// The four parts of a share, in grains. They add up to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Proved, with the policy's credit.
    pub assured: Exact,
    /// Said but not proved.
    pub evidence_gap: Exact,
    /// Not in place.
    pub control_gap: Exact,
    /// Not known.
    pub unknown: Exact,
}

impl Parts {
    /// The whole share.
    pub fn whole(&self) -> Exact {
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
    /// What a grain is in points.
    grain: Exact,
}

impl Score {
    /// The score of a whole; `None` when it counts nothing.
    pub fn of(parts: Parts) -> Option<Score> {
        let grain = Exact::ratio(100, parts.whole())?;
        Some(Score { parts, grain })
    }

    /// The parts in grains.
    pub fn parts(&self) -> &Parts {
        &self.parts
    }

    /// Grains as points of this whole, which has 100.
    pub fn points(&self, grains: Exact) -> Exact {
        grains * &self.grain
    }

    /// A-: what is proved.
    pub fn assured(&self) -> Exact {
        self.points(self.parts.assured.clone())
    }

    /// C-: as the vendor says.
    pub fn claimed(&self) -> Exact {
        self.points(&self.parts.assured + &self.parts.evidence_gap)
    }

    /// A+: what is proved, if every open question turns out perfect.
    pub fn assured_best(&self) -> Exact {
        self.points(&self.parts.assured + &self.parts.unknown)
    }

    /// C+: as the vendor says, if every open question turns out perfect.
    pub fn potential(&self) -> Exact {
        self.points(&self.parts.assured + &self.parts.evidence_gap + &self.parts.unknown)
    }

    /// What is said but not proved.
    pub fn evidence_gap(&self) -> Exact {
        self.points(self.parts.evidence_gap.clone())
    }

    /// What is not in place.
    pub fn control_gap(&self) -> Exact {
        self.points(self.parts.control_gap.clone())
    }

    /// What is not known.
    pub fn unknown(&self) -> Exact {
        self.points(self.parts.unknown.clone())
    }

    /// How much is known, in percent of the weight that counts.
    pub fn known(&self) -> Exact {
        Exact::from(100) - self.unknown()
    }

    /// Whether as much is known as a policy asks for, so that one can speak of a protection and a rating.
    pub fn is_enough_known(&self, policy: &Policy) -> bool {
        self.known() >= Exact::from(policy.minimum_coverage)
    }
}

/// How finely values are counted: every value of every question is a whole number of this many parts.
pub fn fineness(questionnaire: &Questionnaire) -> Exact {
    let of = |question: &Question| match &question.form {
        Form::ChooseMany(ticks) => ticks.full_at.map(NonZeroU32::get),
        _ => None,
    };
    let all: BTreeSet<u32> = questionnaire.questions.iter().filter_map(of).collect();
    all.into_iter().fold(Exact::from(100), |fine, one| fine.common_multiple(&Exact::from(one)))
}

/// Splits the grains of a question whose answer is not known.
pub fn unknown_parts(live: &Exact, fineness: &Exact) -> Parts {
    Parts { unknown: live * fineness * 100, ..Parts::default() }
}

/// Splits the grains of an answered question by what the answer is worth, 0..=1, and how much of the whole is proved,
/// in percent and never more than that.
pub fn answered_parts(worth: &Exact, proved: &Exact, live: &Exact, fineness: &Exact) -> Parts {
    let hundredth = live * fineness;
    let whole = &hundredth * 100;
    let (assured, in_place) = (hundredth * proved, &whole * worth);
    Parts { evidence_gap: &in_place - &assured, control_gap: whole - in_place, assured, unknown: Exact::ZERO }
}

/// Grains as tenths of the whole's 100 points that add up to the shown total, by the largest remainder; ties go to the
/// earlier one.
pub fn apportioned_tenths<const N: usize>(amounts: [&Exact; N], whole: &Exact) -> [u64; N] {
    let mut shares = [0; N];
    apportion(&amounts, shown_total(&amounts, whole), &mut shares);
    shares
}

/// The same of as many as there are.
fn all_tenths(amounts: &[&Exact], whole: &Exact) -> Vec<u64> {
    apportioned(amounts, shown_total(amounts, whole))
}

/// All points in tenths.
const TENTHS: u64 = 1000;

/// What some grains are together, in tenths of the whole's 100 points, cut.
fn shown_total(amounts: &[&Exact], whole: &Exact) -> u64 {
    let sum: Exact = amounts.iter().copied().sum();
    Exact::ratio(sum * TENTHS, whole).map_or(0, |tenths| at_most(&tenths, TENTHS))
}

/// The smaller of two numbers that are not negative, cut.
fn at_most(number: &Exact, most: u64) -> u64 {
    within(number, 0..=i64::MAX).unsigned_abs().min(most)
}

/// Amounts as whole numbers that add up to a total, see [`apportion`].
fn apportioned(amounts: &[&Exact], total: u64) -> Vec<u64> {
    let mut shares = vec![0; amounts.len()];
    apportion(amounts, total, &mut shares);
    shares
}

/// Divides a total by the amounts, by the largest remainder; ties go to the earlier one. Nothing gets nothing.
fn apportion(amounts: &[&Exact], total: u64, shares: &mut [u64]) {
    let Some(unit) = Exact::ratio(total, amounts.iter().copied().sum::<Exact>()) else { return };
    let mut rests: Vec<(Exact, usize)> = Vec::with_capacity(amounts.len());
    let mut left = total;
    for (at, (amount, share)) in amounts.iter().zip(&mut *shares).enumerate() {
        let (floor, rest) = (*amount * &unit).parted();
        *share = at_most(&floor, left);
        left -= *share;
        rests.push((rest, at));
    }
    rests.sort_by(|(rest_a, at_a), (rest_b, at_b)| rest_b.cmp(rest_a).then(at_a.cmp(at_b)));
    rests.iter().zip(0..left).for_each(|((_, at), _)| shares[*at] += 1);
}

/// The four parts of a share as shown, in tenths of points.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tenths {
    /// Proved, with the policy's credit.
    pub assured: u64,
    /// Said but not proved.
    pub evidence_gap: u64,
    /// Not in place.
    pub control_gap: u64,
    /// Not known.
    pub unknown: u64,
}

impl Tenths {
    /// The share as shown.
    pub fn whole(self) -> u64 {
        self.assured + self.evidence_gap + self.control_gap + self.unknown
    }

    /// The sum of many, which is shown as what they are together.
    pub fn sum(tenths: impl IntoIterator<Item = Tenths>) -> Tenths {
        tenths.into_iter().fold(Tenths::default(), |sum, next| Tenths {
            assured: sum.assured + next.assured,
            evidence_gap: sum.evidence_gap + next.evidence_gap,
            control_gap: sum.control_gap + next.control_gap,
            unknown: sum.unknown + next.unknown,
        })
    }
}

/// The parts of all questions as shown. What is assured adds up to the shown score, which is cut. The other parts share
/// what is left of the 100 points; each is divided among the categories and then among the questions of each, so that
/// neither strays from what it is.
pub fn shown_tenths(parts: &ById<QuestionId, &Parts>, categories: &[&[QuestionId]]) -> ById<QuestionId, Tenths> {
    let sum = Parts::sum(parts.iter().copied());
    let assured: Vec<&Exact> = parts.iter().map(|parts| &parts.assured).collect();
    let assured: ById<QuestionId, u64> = all_tenths(&assured, &sum.whole()).into_iter().collect();
    let left = TENTHS - assured.iter().sum::<u64>();
    let mut totals = [0; 3];
    apportion(&[&sum.evidence_gap, &sum.control_gap, &sum.unknown], left, &mut totals);
    let column = |of: fn(&Parts) -> &Exact, total: u64| {
        let amounts = |questions: &[QuestionId]| questions.iter().map(|id| of(parts[*id])).collect::<Vec<_>>();
        let sums: Vec<Exact> = categories.iter().map(|questions| amounts(questions).into_iter().sum()).collect();
        let totals = apportioned(&sums.iter().collect::<Vec<_>>(), total);
        let mut tenths = parts.map(|_, _| 0);
        for (questions, total) in categories.iter().zip(totals) {
            let within = apportioned(&amounts(questions), total);
            questions.iter().zip(within).for_each(|(id, share)| tenths[*id] = share);
        }
        tenths
    };
    let evidence_gap = column(|parts| &parts.evidence_gap, totals[0]);
    let control_gap = column(|parts| &parts.control_gap, totals[1]);
    let unknown = column(|parts| &parts.unknown, totals[2]);
    parts.map(|id, _| Tenths {
        assured: assured[id],
        evidence_gap: evidence_gap[id],
        control_gap: control_gap[id],
        unknown: unknown[id],
    })
}
