//! One question and one category, judged.

use super::assurance::Backing;
use super::effective::EffectiveAnswer;
use super::scope::Status;
use super::score::{Parts, Score};
use crate::policy::Assurance;
use crate::words::Exact;

/// One question, judged.
#[derive(Debug)]
#[non_exhaustive]
pub struct Judged<'a> {
    /// Whether it counts, and how.
    pub status: Status,
    /// The effective answer.
    pub effective: EffectiveAnswer<'a>,
    /// How far the answer is proved, for answered questions; where more counts that we verified before it was bettered,
    /// by that.
    pub backing: Option<Backing>,
    /// What we verified before the vendor bettered its answer, whether or not it counts for more than the new one.
    pub before: Option<Before>,
    /// Where its share of the points went.
    pub parts: Parts,
}

/// What we verified before the vendor bettered its answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Before {
    /// What it is worth, 0..=1.
    pub worth: Exact,
    /// How far the answer given now is proved by itself, and by what.
    pub own: Backing,
}

impl Judged<'_> {
    /// How far the answer is proved by itself, and by what.
    pub fn own_backing(&self) -> Option<Backing> {
        self.before.as_ref().map(|before| before.own).or(self.backing)
    }

    /// How far the answer is proved by itself.
    pub fn own_assurance(&self) -> Option<Assurance> {
        self.own_backing().map(|backing| backing.assurance)
    }

    /// Whether we verified the very answer that is given now.
    pub fn is_verified(&self) -> bool {
        self.own_assurance() == Some(Assurance::Verified)
    }

    /// What we verified before the vendor bettered its answer, where that is what counts.
    pub fn counts_before(&self) -> Option<&Before> {
        self.before.as_ref().filter(|before| !self.rests_on(before.own.assurance))
    }

    /// Whether it is an answer that is proved just so far.
    pub fn rests_on(&self, assurance: Assurance) -> bool {
        self.backing.is_some_and(|backing| backing.assurance == assurance)
    }
}

/// One category, scored.
#[derive(Debug)]
#[non_exhaustive]
pub struct CategoryResult {
    /// Its score; `None` when nothing in it counts.
    pub score: Option<Score>,
    /// The part of its justified n/a that stays unknown under the policy's cap, 0..=1.
    pub na_kept: Exact,
}
