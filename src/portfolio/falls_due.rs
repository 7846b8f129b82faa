//! What of many vendors is overdue, or falls due soon: what is listed vendor by vendor, counted. Documents that run out
//! are not in here, as nobody agreed on their days.

use super::due::{Due, DueKind, DueStanding, DueWithin, dues};
use super::foremost::{Foremost, Ranking};
use super::since::NamedVendor;
use crate::assessment::Assessment;
use crate::source::Date;

/// So many days ahead are soon.
pub const SOON_DAYS: u16 = 90;

/// How many things of each kind there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DueCounts {
    /// Next reviews.
    pub reviews: usize,
    /// How many of these have a day that follows from our rules, and on which nobody agreed.
    pub computed: usize,
    /// Conditions of decisions that are not met.
    pub conditions: usize,
    /// How many flags that somebody accepts for a time.
    pub waivers: usize,
    /// Answers that are called old from then on. Nobody agreed on that, and they are told apart.
    pub answers: usize,
}

impl DueCounts {
    /// One more.
    fn add(&mut self, due: &Due) {
        match due.kind {
            DueKind::Review => {
                self.reviews += 1;
                self.computed += usize::from(due.is_computed);
            }
            DueKind::Condition => self.conditions += 1,
            DueKind::Waiver => self.waivers += 1,
            DueKind::Answers => self.answers += 1,
            DueKind::Paper => {}
        }
    }

    /// Those of one more vendor.
    fn and(&mut self, of: DueCounts) {
        let DueCounts { reviews, computed, conditions, waivers, answers } = of;
        self.reviews += reviews;
        self.computed += computed;
        self.conditions += conditions;
        self.waivers += waivers;
        self.answers += answers;
    }
}

/// What falls due, of all vendors together. Every number is of things, not of vendors.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FallsDue {
    /// What is overdue.
    pub overdue: DueCounts,
    /// What falls due within [`SOON_DAYS`].
    pub soon: DueCounts,
    /// The vendors for which something that was agreed is overdue, the longest first: [`super::overview::TOP`].
    pub vendors: Foremost<OverdueVendor>,
}

/// A vendor for which something that was agreed is overdue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OverdueVendor {
    /// The vendor.
    pub who: NamedVendor,
    /// The earliest day that has passed.
    pub since: Date,
    /// What is overdue.
    pub overdue: DueCounts,
}

/// The same of one vendor, by the day of its judgement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct VendorFallsDue {
    overdue: DueCounts,
    soon: DueCounts,
    since: Option<Date>,
}

impl VendorFallsDue {
    /// Of a vendor that was judged.
    pub fn new(assessment: &Assessment<'_>) -> VendorFallsDue {
        let as_of = assessment.subject.as_of;
        let is_soon = |due: &Due| due.by.is_some() && DueWithin::Days(SOON_DAYS).sees(due.by, as_of);
        let mut found = VendorFallsDue::default();
        for due in dues(assessment) {
            match due.standing(as_of) {
                DueStanding::Overdue => {
                    found.overdue.add(&due);
                    let agreed = due.by.filter(|_| due.kind.is_agreed());
                    found.since = found.since.into_iter().chain(agreed).min();
                }
                DueStanding::Due if is_soon(&due) => found.soon.add(&due),
                DueStanding::Due => {}
            }
        }
        found
    }
}

/// The sums so far.
#[derive(Clone, Debug)]
pub struct FallsDueSums {
    overdue: DueCounts,
    soon: DueCounts,
    vendors: Ranking<Date, OverdueVendor>,
}

impl FallsDueSums {
    /// None yet; so many vendors will be named.
    pub fn new(most: usize) -> FallsDueSums {
        FallsDueSums { overdue: DueCounts::default(), soon: DueCounts::default(), vendors: Ranking::new(most) }
    }

    /// Adds the next vendor.
    pub fn add(&mut self, who: &NamedVendor, of: VendorFallsDue) {
        self.overdue.and(of.overdue);
        self.soon.and(of.soon);
        if let Some(since) = of.since {
            self.vendors.add(since, OverdueVendor { who: who.clone(), since, overdue: of.overdue });
        }
    }

    /// What falls due.
    pub fn finish(self) -> FallsDue {
        FallsDue { overdue: self.overdue, soon: self.soon, vendors: self.vendors.finish() }
    }
}
