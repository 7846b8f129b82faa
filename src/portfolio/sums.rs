//! The sums over many vendors, added one after the other in the order of their files.

use std::cmp::Reverse;

use super::common_folder::CommonFolder;
use super::days::DaySpan;
use super::depends::DependencySums;
use super::facts::VendorFacts;
use super::falls_due::FallsDueSums;
use super::foremost::Ranking;
use super::heat::{HeatMap, RiskTold, stake_index};
use super::held::{EarlierVendors, SinceSums};
use super::known::{KnownVendors, MetVendor};
use super::lacks::{FlagSums, LackSums};
use super::overview::{FEW, Overview, SeveralFiles, TOP, Undecided, WorseLater, Worsening};
use super::rests_on::FileSums;
use super::since::NamedVendor;
use crate::answers::kinship::{Kinship, VendorIdentity, look_alikes};
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, VendorId};
use crate::review::Outcome;
use crate::words::number::Scale;

/// The worst risk first, then the highest stake.
type ByRisk = (Reverse<Option<Level>>, Reverse<usize>);

/// The sums so far.
#[derive(Clone, Debug)]
pub struct VendorSums {
    days: Option<(DaySpan, DaySpan)>,
    lie_in: CommonFolder,
    scale: Option<Scale>,
    known: KnownVendors,
    /// The name of each of them, and how many files are its.
    files: ById<VendorId, SeveralFiles>,
    /// Other names of vendors that were known, each with the first of its files.
    other_names: Vec<(VendorIdentity, NamedVendor)>,
    risks: HeatMap,
    rests_on: FileSums,
    since: Option<SinceSums>,
    due: FallsDueSums,
    later: Ranking<(Reverse<Level>, Level), Worsening>,
    lacks: LackSums,
    flags: FlagSums,
    companies: DependencySums,
    countries: DependencySums,
    undecided: [Ranking<ByRisk, NamedVendor>; 6],
}

impl VendorSums {
    /// None yet; `earlier` are those of an earlier year, where they are to be held against these.
    pub fn new(earlier: Option<EarlierVendors>) -> VendorSums {
        VendorSums {
            days: None,
            lie_in: CommonFolder::default(),
            scale: None,
            known: KnownVendors::default(),
            files: ById::default(),
            other_names: Vec::new(),
            risks: HeatMap::default(),
            rests_on: FileSums::default(),
            since: earlier.map(|earlier| SinceSums::new(earlier, (TOP, FEW))),
            due: FallsDueSums::new(TOP),
            later: Ranking::new(TOP),
            lacks: LackSums::default(),
            flags: FlagSums::default(),
            companies: DependencySums::default(),
            countries: DependencySums::default(),
            undecided: std::array::from_fn(|_| Ranking::new(FEW)),
        }
    }

    /// Adds the next.
    pub fn add(&mut self, facts: VendorFacts) {
        let (later, then) = facts.later;
        let first = (DaySpan::day(facts.as_of), DaySpan::day(later));
        self.days = Some(self.days.map_or(first, |(now, by)| (now.and(facts.as_of), by.and(later))));
        let scale = *self.scale.get_or_insert(facts.scale);
        self.lie_in.add(&facts.who.file);
        let MetVendor { vendor, is_new, is_new_name } = self.known.meet(&facts.identity);
        if is_new_name && !is_new {
            self.other_names.push((facts.identity.clone(), facts.who.clone()));
        }
        if is_new {
            self.files.push(SeveralFiles { vendor: facts.who.vendor.clone(), files: 0, first: Vec::new() });
        }
        self.files[vendor].add(facts.who.file.clone());
        self.risks.add(facts.stake, facts.risk);
        if let Some(since) = &mut self.since {
            since.add(&facts, scale);
        }
        if let Some((from, to)) = facts.risk.level().zip(then.level()).filter(|(from, to)| to > from) {
            self.later.add((Reverse(to), from), Worsening { who: facts.who.clone(), from, to });
        }
        self.lacks.add(&facts, vendor);
        self.flags.add(&facts, vendor);
        self.undecided(&facts);
        self.companies.add(facts.companies, (vendor, facts.stake));
        self.countries.add(facts.countries, (vendor, facts.stake));
        self.rests_on.add(facts.files);
        self.due.add(facts.who, facts.due);
    }

    fn undecided(&mut self, facts: &VendorFacts) {
        let lists = [
            facts.decision.is_none(),
            facts.decision.is_some_and(|(_, standing)| !standing.may_hold()),
            facts.decision.is_some_and(|(_, standing)| standing.may_hold() && !standing.holds()),
            facts.decision.is_some_and(|(outcome, _)| outcome == Outcome::Rejected),
            facts.risk == RiskTold::NotYet,
            facts.risk == RiskTold::Nothing,
        ];
        let key = (Reverse(facts.worst), Reverse(stake_index(facts.stake)));
        for (list, _) in self.undecided.iter_mut().zip(lists).filter(|(_, is_in)| *is_in) {
            list.add(key, facts.who.clone());
        }
    }

    /// The first vendors whose names look alike, each by its first file of that name.
    fn alike(&self) -> Vec<(Kinship, [NamedVendor; 2])> {
        let first = |at: VendorId| NamedVendor {
            vendor: self.files[at].vendor.clone(),
            file: self.files[at].first.first().cloned().unwrap_or_default(),
        };
        let first = self.known.all().map(|(at, vendor)| (vendor, first(at)));
        let others = self.other_names.iter().map(|(vendor, who)| (vendor, who.clone()));
        let pairs = look_alikes(first.chain(others));
        pairs.into_iter().take(FEW).map(|(kinship, pair)| (kinship, pair.map(|(_, who)| who))).collect()
    }

    /// What they are together; `None` of no vendor. So many other files could not be judged.
    pub fn finish(mut self, unjudged: usize) -> Option<Overview> {
        let (as_of, by) = self.days?;
        let alike = self.alike();
        let files_before = self.since.as_mut().map(SinceSums::rests_on);
        let [none, on_others, unbound, rejected, unrated, nothing] = self.undecided.map(Ranking::finish);
        let (vendors, mut several) = (self.files.len(), Ranking::new(TOP));
        let all = self.files.into_iter().filter(|vendor| vendor.files > 1);
        all.for_each(|vendor| several.add(Reverse(vendor.files), vendor));
        Some(Overview {
            as_of,
            unjudged,
            vendors,
            several: several.finish(),
            alike,
            lie_in: self.lie_in,
            risks: self.risks,
            since: self.since.map(SinceSums::finish),
            due: self.due.finish(),
            later: WorseLater { by, vendors: self.later.finish() },
            lacks: self.lacks.finish(TOP),
            flags: self.flags.finish(TOP),
            companies: self.companies.finish(TOP),
            countries: self.countries.finish(TOP),
            undecided: Undecided { none, on_others, unbound, rejected, unrated, nothing },
            files: self.rests_on.finish(),
            files_before,
            scale: self.scale?,
        })
    }
}
