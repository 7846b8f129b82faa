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
    /// How far the answer is proved, for answered questions.
    pub backing: Option<Backing>,
    /// Where its share of the points went.
    pub parts: Parts,
}

impl Judged<'_> {
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
