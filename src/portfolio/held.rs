//! Last year's vendors, held against those of now one after the other.

use std::cmp::{Ordering, Reverse};

use super::days::DaySpan;
use super::facts::{EarlierFacts, VendorFacts};
use super::foremost::Ranking;
use super::heat::RiskTold;
use super::known::KnownVendors;
use super::since::{Moved, Mover, NamedVendor, SinceBefore};
use crate::questionnaire::ids::{ById, VendorId};
use crate::words::Clean;
use crate::words::number::Scale;

/// The vendors of an earlier year: a small record of each.
#[derive(Clone, Debug)]
pub struct EarlierVendors {
    folder: Clean,
    unjudged: usize,
    days: Option<DaySpan>,
    known: KnownVendors,
    all: ById<VendorId, Earlier>,
    twice: Vec<NamedVendor>,
}

/// One of them, and whether it was found again.
#[derive(Clone, Debug)]
struct Earlier {
    facts: EarlierFacts,
    is_found: bool,
}

impl EarlierVendors {
    /// None yet; `folder` is where they lie, as it was named.
    pub fn new(folder: Clean) -> EarlierVendors {
        let (known, all) = (KnownVendors::default(), ById::default());
        EarlierVendors { folder, unjudged: 0, days: None, known, all, twice: Vec::new() }
    }

    /// Takes the next. Of a vendor that is known already the first stays.
    pub fn add(&mut self, facts: EarlierFacts) {
        DaySpan::add(&mut self.days, facts.as_of);
        if self.known.find(&facts.identity).is_some() {
            self.twice.push(facts.who);
            return;
        }
        self.known.add(facts.identity.clone());
        self.all.push(Earlier { facts, is_found: false });
    }

    /// So many of their files could not be judged.
    pub fn could_not_be_judged(&mut self, files: usize) {
        self.unjudged += files;
    }
}

/// The vendors of now against those.
#[derive(Clone, Debug)]
pub(super) struct SinceSums {
    earlier: EarlierVendors,
    new: KnownVendors,
    since: SinceBefore,
    twice: Ranking<(), NamedVendor>,
    better: Ranking<(Reverse<i64>, i64), Mover>,
    worse: Ranking<(i64, Reverse<i64>), Mover>,
}

impl SinceSums {
    /// None of now yet.
    pub fn new(mut earlier: EarlierVendors, (most, few): (usize, usize)) -> SinceSums {
        let since = SinceBefore {
            folder: std::mem::take(&mut earlier.folder),
            days: earlier.days,
            unjudged: earlier.unjudged,
            ..SinceBefore::default()
        };
        let mut twice = Ranking::new(few);
        earlier.twice.drain(..).for_each(|one| twice.add((), one));
        let (better, worse) = (Ranking::new(most), Ranking::new(most));
        SinceSums { earlier, new: KnownVendors::default(), since, twice, better, worse }
    }

    /// Adds a vendor of now; scores are told on this scale.
    pub fn add(&mut self, now: &VendorFacts, scale: Scale) {
        let Some(at) = self.earlier.known.find(&now.identity) else {
            match self.new.find(&now.identity) {
                Some(_) => self.twice.add((), now.who.clone()),
                None => {
                    self.new.add(now.identity.clone());
                    self.since.new.add(now.risk);
                }
            }
            return;
        };
        let before = &mut self.earlier.all[at];
        if std::mem::replace(&mut before.is_found, true) {
            self.twice.add((), now.who.clone());
            return;
        }
        let then = &before.facts;
        self.since.then.add(then.risk);
        self.since.now.add(now.risk);
        self.since.by_risk.add(now.risk.against(then.risk).map(Ordering::reverse));
        self.since.word_for_word += usize::from(is_said_again(&then.said, &now.said));
        let mover = mover(then, now, scale);
        self.since.by_score.add(mover.as_ref().map(|mover| mover.whole().cmp(&0)));
        mover.into_iter().for_each(|mover| self.rank(mover));
    }

    fn rank(&mut self, mover: Mover) {
        let (whole, risk) = (mover.whole(), risen(mover.from, mover.to));
        match whole.cmp(&0).then(0.cmp(&risk)) {
            Ordering::Greater => self.better.add((Reverse(whole), risk), mover),
            Ordering::Less => self.worse.add((whole, Reverse(risk)), mover),
            Ordering::Equal => {}
        }
    }

    /// What changed, and those that are gone.
    pub fn finish(self) -> SinceBefore {
        let mut since = self.since;
        let gone = self.earlier.all.iter().filter(|earlier| !earlier.is_found);
        gone.for_each(|earlier| since.gone.add(earlier.facts.risk));
        (since.twice, since.better, since.worse) = (self.twice.finish(), self.better.finish(), self.worse.finish());
        since
    }
}

/// Whether everything that was said then is said now word for word.
fn is_said_again(then: &[u64], now: &[u64]) -> bool {
    !then.is_empty() && then.iter().all(|said| now.binary_search(said).is_ok())
}

/// By how many levels the risk rose.
fn risen(from: RiskTold, to: RiskTold) -> i64 {
    let place = |risk: RiskTold| risk.level().and_then(|level| i64::try_from(level.index()).ok());
    place(to).zip(place(from)).map_or(0, |(to, from)| to - from)
}

/// How a vendor moved; `None` where there is no score on one side.
fn mover(then: &EarlierFacts, now: &VendorFacts, scale: Scale) -> Option<Mover> {
    let steps = |score| scale.steps(score).to_i64();
    let (before, before_today) = then.scores.as_ref()?;
    Some(Mover {
        who: now.who.clone(),
        file_then: then.who.file.clone(),
        from: then.risk,
        to: now.risk,
        then: steps(before)?,
        then_today: steps(before_today)?,
        now: steps(now.score.as_ref()?)?,
    })
}

impl Moved {
    /// One more, by how it stands now to then; for the better is greater.
    fn add(&mut self, moved: Option<Ordering>) {
        match moved {
            Some(Ordering::Greater) => self.better += 1,
            Some(Ordering::Less) => self.worse += 1,
            Some(Ordering::Equal) => self.same += 1,
            None => self.unknown += 1,
        }
    }
}
