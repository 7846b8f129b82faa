//! What of what was agreed with many vendors is overdue, or falls due soon: next reviews and conditions of decisions.

use super::foremost::{Foremost, Ranking};
use super::since::NamedVendor;
use crate::assessment::Assessment;
use crate::assessment::decision::{ConditionState, condition_state};
use crate::assessment::next_review::next_review;
use crate::source::Date;

/// So many days ahead are soon.
pub const SOON_DAYS: i32 = 90;

/// What falls due, of all vendors together. Every number is of things, not of vendors, and stands twice: what is
/// overdue, and what falls due within [`SOON_DAYS`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FallsDue {
    /// Next reviews.
    pub reviews: [usize; 2],
    /// Conditions of decisions that are not met.
    pub conditions: [usize; 2],
    /// The vendors for which something is overdue, the longest first: [`super::overview::TOP`].
    pub overdue: Foremost<OverdueVendor>,
}

/// A vendor for which something is overdue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueVendor {
    /// The vendor.
    pub who: NamedVendor,
    /// The earliest day that has passed.
    pub since: Date,
    /// Whether the next review is overdue.
    pub review: bool,
    /// How many conditions are.
    pub conditions: usize,
}

/// The same of one vendor, by the day of its judgement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VendorFallsDue {
    reviews: [usize; 2],
    conditions: [usize; 2],
    since: Option<Date>,
}

impl VendorFallsDue {
    /// Of a vendor that was judged.
    pub fn new(assessment: &Assessment<'_>) -> VendorFallsDue {
        let subject = &assessment.subject;
        let decision = subject.review.and_then(|review| review.decision.as_ref());
        let agreed = decision.into_iter().flat_map(|decision| &decision.conditions);
        let conditions = agreed.filter_map(|condition| match condition_state(condition, subject.as_of) {
            (ConditionState::Due | ConditionState::Overdue, day) => day,
            (ConditionState::Open | ConditionState::Met, _) => None,
        });
        let conditions: Vec<Date> = conditions.collect();
        let reviews: Vec<Date> = next_review(assessment).map(|next| next.day).into_iter().collect();
        let soon = subject.as_of..=subject.as_of.plus_days(SOON_DAYS);
        let is_overdue = |day: &&Date| **day < subject.as_of;
        let counted = |days: &[Date]| {
            [days.iter().filter(is_overdue).count(), days.iter().filter(|day| soon.contains(day)).count()]
        };
        VendorFallsDue {
            reviews: counted(&reviews),
            conditions: counted(&conditions),
            since: reviews.iter().chain(&conditions).filter(is_overdue).min().copied(),
        }
    }
}

/// The sums so far.
#[derive(Clone, Debug)]
pub struct FallsDueSums {
    reviews: [usize; 2],
    conditions: [usize; 2],
    overdue: Ranking<Date, OverdueVendor>,
}

impl FallsDueSums {
    /// None yet; so many vendors will be named.
    pub fn new(most: usize) -> FallsDueSums {
        FallsDueSums { reviews: [0; 2], conditions: [0; 2], overdue: Ranking::new(most) }
    }

    /// Adds the next vendor.
    pub fn add(&mut self, who: &NamedVendor, of: VendorFallsDue) {
        for (sums, counts) in [(&mut self.reviews, of.reviews), (&mut self.conditions, of.conditions)] {
            sums.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
        if let Some(since) = of.since {
            let [[review, _], [conditions, _]] = [of.reviews, of.conditions];
            self.overdue.add(since, OverdueVendor { who: who.clone(), since, review: review > 0, conditions });
        }
    }

    /// What falls due.
    pub fn finish(self) -> FallsDue {
        FallsDue { reviews: self.reviews, conditions: self.conditions, overdue: self.overdue.finish() }
    }
}
