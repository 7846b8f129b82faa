//! What of many vendors is overdue, or falls due soon: what is listed vendor by vendor, counted. Documents that run out
//! are not in here, as nobody agreed on their days.

use super::due::{Due, DueKind, DueStanding, DueWithin, agreed, dues};
use super::foremost::{Foremost, Ranking};
use super::on_file::{OnFile, told_apart};
use super::since::NamedVendor;
use crate::assessment::Assessment;
use crate::source::Date;
use crate::words::Clean;

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
    /// Answers that are called old from then on, those without a day among what is overdue. Nobody agreed on that, and
    /// they are told apart.
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
    /// The files of earlier answers whose day of review has passed and stands no more: a newer decision took its place.
    pub replaced: Vec<Clean>,
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

/// The same by one of a vendor's answers, by the day of its judgement.
#[derive(Clone, Debug)]
pub struct VendorFallsDue {
    on_file: OnFile,
    overdue: Box<[Due]>,
    soon: Box<[Due]>,
}

impl VendorFallsDue {
    /// Of a vendor that was judged.
    pub fn new(assessment: &Assessment<'_>) -> VendorFallsDue {
        let as_of = assessment.subject.as_of;
        let is_overdue = |due: &Due| due.standing(as_of) == DueStanding::Overdue;
        let is_soon = |due: &Due| due.by.is_some() && DueWithin::Days(SOON_DAYS).sees(due.by, as_of);
        let seen = |due: &Due| due.kind != DueKind::Paper && (is_overdue(due) || is_soon(due));
        let (overdue, soon): (Vec<_>, Vec<_>) = dues(assessment).into_iter().filter(seen).partition(is_overdue);
        let on_file = OnFile::new(assessment, &agreed(assessment));
        VendorFallsDue { on_file, overdue: overdue.into(), soon: soon.into() }
    }
}

/// The sums so far: what of it still stands shows only beside all answers of a vendor.
#[derive(Clone, Debug)]
pub struct FallsDueSums {
    most: usize,
    all: Vec<(NamedVendor, VendorFallsDue)>,
}

impl FallsDueSums {
    /// None yet; so many vendors will be named.
    pub fn new(most: usize) -> FallsDueSums {
        FallsDueSums { most, all: Vec::new() }
    }

    /// Adds the next vendor.
    pub fn add(&mut self, who: NamedVendor, of: VendorFallsDue) {
        self.all.push((who, of));
    }

    /// What falls due: what of earlier answers still stands, and what of the newest.
    pub fn finish(self) -> FallsDue {
        let mut found = FallsDue::default();
        let mut vendors: Vec<(usize, OverdueVendor)> = Vec::new();
        for (_, of_one) in told_apart(self.all.iter().enumerate().collect(), |(_, (_, of))| &of.on_file) {
            for (at, (who, of)) in &of_one {
                let beside = of.on_file.beside(of_one.iter().map(|(_, (_, other))| &other.on_file));
                let stands = |due: &&Due| beside.stands(due);
                of.soon.iter().filter(stands).for_each(|due| found.soon.add(due));
                let mut overdue = DueCounts::default();
                of.overdue.iter().filter(stands).for_each(|due| overdue.add(due));
                found.overdue.and(overdue);
                let agreed = of.overdue.iter().filter(stands).filter(|due| due.kind.is_agreed());
                let since = agreed.filter_map(|due| due.by).min();
                vendors.extend(since.map(|since| (*at, OverdueVendor { who: who.clone(), since, overdue })));
                let is_replaced = |due: &Due| due.kind == DueKind::Review && !beside.stands(due);
                found.replaced.extend(of.overdue.iter().any(is_replaced).then(|| who.file.clone()));
            }
        }
        vendors.sort_by_key(|(at, _)| *at); // in the order of the files
        let mut ranking = Ranking::new(self.most);
        vendors.into_iter().for_each(|(_, vendor)| ranking.add(vendor.since, vendor));
        FallsDue { vendors: ranking.finish(), ..found }
    }
}
