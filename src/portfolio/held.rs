//! Last year's vendors, held against those of now one after the other.

use std::cmp::{Ordering, Reverse};

use super::common_folder::CommonFolder;
use super::days::{DaySpan, newness};
use super::facts::{EarlierFacts, VendorFacts};
use super::foremost::Ranking;
use super::heat::RiskTold;
use super::known::{KnownVendors, MetVendor};
use super::rests_on::{FileSums, RestsOn};
use super::since::{Moved, Mover, NamedVendor, SinceBefore};
use crate::assessment::word_for_word::SaidBefore;
use crate::comparison::unchanged::said_again;
use crate::questionnaire::ids::{ById, VendorId};
use crate::questionnaire::matching::matching;
use crate::source::Date;
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
    /// Those that give no registration: whose they are shows only beside all that do.
    unregistered: Vec<EarlierFacts>,
    files: FileSums,
    /// The folder in which they lie.
    lie_in: CommonFolder,
}

/// One of them, and what it was found again as.
#[derive(Clone, Debug)]
struct Earlier {
    facts: EarlierFacts,
    found: Option<OfNow>,
}

/// What is kept of a vendor of now until all have come: of several files the newest stands for it.
#[derive(Clone, Debug)]
struct OfNow {
    /// How many came before.
    before: usize,
    who: NamedVendor,
    /// Whether it gives the registration that it had, and then whether it goes by the name that it had: whoever writes
    /// only one of them takes no place of who has both.
    is_known_by: [bool; 2],
    answered: Option<Date>,
    risk: RiskTold,
    /// How it moved, where it was known.
    mover: Option<Mover>,
    is_word_for_word: bool,
}

impl EarlierVendors {
    /// None yet; `folder` is where they lie, as it was named.
    pub fn new(folder: Clean) -> EarlierVendors {
        let (known, all) = (KnownVendors::default(), ById::default());
        let (twice, unregistered, files) = (Vec::new(), Vec::new(), FileSums::default());
        let lie_in = CommonFolder::default();
        EarlierVendors { folder, unjudged: 0, days: None, known, all, twice, unregistered, files, lie_in }
    }

    /// Takes the next.
    pub fn add(&mut self, mut facts: EarlierFacts) {
        facts.files.take().into_iter().for_each(|files| self.files.add(*files));
        DaySpan::add(&mut self.days, facts.as_of);
        self.lie_in.add(&facts.who.file);
        match facts.identity.registration() {
            Some(_) => self.meet(facts),
            None => self.unregistered.push(facts),
        }
    }

    /// Finds out whose it is. Of a vendor that is known already the newest stays, of those as new the first: see
    /// [`newness`]. One without a registration takes no place of one that has it.
    fn meet(&mut self, facts: EarlierFacts) {
        let rank = |facts: &EarlierFacts| (facts.identity.registration().is_some(), newness(facts.answered));
        let left_out = match self.known.meet(&facts.identity) {
            MetVendor { is_new: true, .. } => {
                self.all.push(Earlier { facts, found: None });
                return;
            }
            MetVendor { vendor: at, .. } if rank(&self.all[at].facts) < rank(&facts) => {
                std::mem::replace(&mut self.all[at].facts, facts)
            }
            MetVendor { .. } => facts,
        };
        self.twice.push(left_out.who);
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
    all_new: ById<VendorId, Option<OfNow>>,
    came: usize,
    since: SinceBefore,
    twice: Ranking<(), NamedVendor>,
    better: Ranking<(Reverse<i64>, i64), Mover>,
    worse: Ranking<(i64, Reverse<i64>), Mover>,
}

impl SinceSums {
    /// What the files of then are.
    pub fn rests_on(&mut self) -> RestsOn {
        std::mem::take(&mut self.earlier.files).finish()
    }

    /// None of now yet.
    pub fn new(mut earlier: EarlierVendors, (most, few): (usize, usize)) -> SinceSums {
        std::mem::take(&mut earlier.unregistered).into_iter().for_each(|facts| earlier.meet(facts));
        let since = SinceBefore {
            folder: std::mem::take(&mut earlier.folder),
            lie_in: std::mem::take(&mut earlier.lie_in),
            days: earlier.days,
            unjudged: earlier.unjudged,
            ..SinceBefore::default()
        };
        let mut twice = Ranking::new(few);
        earlier.twice.drain(..).for_each(|one| twice.add((), one));
        let (better, worse) = (Ranking::new(most), Ranking::new(most));
        let (new, all_new) = (KnownVendors::default(), ById::default());
        SinceSums { earlier, new, all_new, came: 0, since, twice, better, worse }
    }

    /// Takes a vendor of now; scores are told on this scale. Of several files of one the newest stands for it, of those
    /// of one day the first.
    pub fn add(&mut self, now: &VendorFacts, scale: Scale) {
        let before = self.came;
        self.came += 1;
        self.since.lie_in.add(&now.who.file);
        let (who, risk, answered) = (now.who.clone(), now.risk, now.answered);
        let mut of_now =
            OfNow { before, who, is_known_by: [true; 2], answered, risk, mover: None, is_word_for_word: false };
        let stands = match self.earlier.known.find(&now.identity) {
            Some(at) => {
                let then = &self.earlier.all[at].facts;
                let is_registered_so = then.identity.registration() == now.identity.registration();
                of_now.is_known_by = [is_registered_so, then.identity.name() == now.identity.name()];
                of_now.is_word_for_word = is_said_again(then, now);
                of_now.mover = mover(then, now, scale);
                &mut self.earlier.all[at].found
            }
            None => {
                let MetVendor { vendor: at, is_new, .. } = self.new.meet(&now.identity);
                if is_new {
                    self.all_new.push(None);
                }
                &mut self.all_new[at]
            }
        };
        let rank = |of: &OfNow| (of.is_known_by, newness(of.answered));
        let is_newer = stands.as_ref().is_none_or(|stands| rank(stands) < rank(&of_now));
        let left_out = if is_newer { stands.replace(of_now) } else { Some(of_now) };
        left_out.into_iter().for_each(|left_out| self.twice.add((), left_out.who));
    }

    /// A vendor that is in both.
    fn add_both(&mut self, then: RiskTold, now: OfNow) {
        self.since.then.add(then);
        self.since.now.add(now.risk);
        self.since.by_risk.add(now.risk.against(then).map(Ordering::reverse));
        self.since.word_for_word += usize::from(now.is_word_for_word);
        self.since.by_score.add(now.mover.as_ref().map(|mover| mover.whole().cmp(&0)));
        now.mover.into_iter().for_each(|mover| self.rank(mover));
    }

    fn rank(&mut self, mover: Mover) {
        let (whole, risk) = (mover.whole(), risen(mover.from, mover.to));
        match whole.cmp(&0).then(0.cmp(&risk)) {
            Ordering::Greater => self.better.add((Reverse(whole), risk), mover),
            Ordering::Less => self.worse.add((whole, Reverse(risk)), mover),
            Ordering::Equal => {}
        }
    }

    /// What changed, those that are new and those that are gone.
    pub fn finish(mut self) -> SinceBefore {
        let mut both = Vec::new();
        for Earlier { facts, found } in std::mem::take(&mut self.earlier.all) {
            match found {
                Some(now) => both.push((facts.risk, now)),
                None => self.since.gone.add(facts.risk),
            }
        }
        both.sort_by_key(|(_, now)| now.before);
        both.into_iter().for_each(|(then, now)| self.add_both(then, now));
        self.all_new.iter().flatten().for_each(|now| self.since.new.add(now.risk));
        let mut since = self.since;
        (since.twice, since.better, since.worse) = (self.twice.finish(), self.better.finish(), self.worse.finish());
        since
    }
}

/// Whether everything that is said now was said then word for word.
fn is_said_again(then: &EarlierFacts, now: &VendorFacts) -> bool {
    let matching = matching(&then.questionnaire, &now.questionnaire);
    said_again((&then.wording, &now.wording), &matching, SaidBefore::Form).is_some_and(|same| same.is_all())
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
