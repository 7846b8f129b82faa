//! What is at stake against the risk that is left, in counts of vendors.

use std::cmp::Ordering;

use crate::assessment::Assessment;
use crate::assessment::insight::{Told, told_rating};
use crate::questionnaire::Level;

/// What is told of a vendor's risk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RiskTold {
    /// It is rated: the headline.
    Rated(Level),
    /// Too little is known to rate it.
    NotYet,
    /// No question counts: there is nothing to rate.
    Nothing,
}

impl RiskTold {
    /// All, the lowest first, in the order of columns.
    pub const ALL: [RiskTold; 6] = [
        RiskTold::Rated(Level::Low),
        RiskTold::Rated(Level::Medium),
        RiskTold::Rated(Level::High),
        RiskTold::Rated(Level::Critical),
        RiskTold::NotYet,
        RiskTold::Nothing,
    ];

    /// Of a judgement.
    pub fn of(assessment: &Assessment<'_>) -> RiskTold {
        match told_rating(assessment) {
            Told::Nothing => RiskTold::Nothing,
            Told::NotYet(_) => RiskTold::NotYet,
            Told::Rated(rating) => RiskTold::Rated(rating.worst),
        }
    }

    /// The level, where it is rated.
    pub fn level(self) -> Option<Level> {
        match self {
            RiskTold::Rated(level) => Some(level),
            RiskTold::NotYet | RiskTold::Nothing => None,
        }
    }

    /// How it stands to another one; `None` unless both are rated.
    pub fn against(self, other: RiskTold) -> Option<Ordering> {
        self.level().zip(other.level()).map(|(one, other)| one.cmp(&other))
    }

    /// Its place in [`RiskTold::ALL`].
    fn index(self) -> usize {
        match self {
            RiskTold::Rated(level) => level.index(),
            RiskTold::NotYet => 4,
            RiskTold::Nothing => 5,
        }
    }
}

/// How many vendors there are of each risk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskCounts([usize; 6]);

impl RiskCounts {
    /// How many there are of a risk.
    pub fn of(&self, risk: RiskTold) -> usize {
        self.0[risk.index()]
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.0.iter().sum()
    }

    /// One more.
    pub fn add(&mut self, risk: RiskTold) {
        self.0[risk.index()] += 1;
    }
}

/// What is at stake with a vendor before any protection, at its upper end; `None` where our review states nothing of it
/// and the questionnaire asks, or nothing is asked.
pub type Stake = Option<Level>;

/// All stakes, the highest first, in the order of rows.
pub const STAKES: [Stake; 5] = [Some(Level::Critical), Some(Level::High), Some(Level::Medium), Some(Level::Low), None];

/// What is at stake, by a judgement: the upper end where it is stated in part.
pub fn stake_of(assessment: &Assessment<'_>) -> Stake {
    let inherent = &assessment.inherent_risk;
    let is_silent = inherent.assumed || inherent.missing.len() == assessment.subject.questionnaire.factors.len();
    (!is_silent).then_some(inherent.highest)
}

/// The place of a stake in tables that have a row for each, those that are not stated first, so that the highest is
/// the greatest.
pub(super) fn stake_index(stake: Stake) -> usize {
    stake.map_or(0, |level| level.index() + 1)
}

/// How many vendors there are, by what is at stake and by the risk that is left. The whole is the vendors judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct HeatMap {
    rows: [RiskCounts; 5],
}

impl HeatMap {
    /// How many vendors stand in a cell.
    pub fn count(&self, stake: Stake, risk: RiskTold) -> usize {
        self.rows[stake_index(stake)].of(risk)
    }

    /// How many vendors there are of a stake.
    pub fn of_stake(&self, stake: Stake) -> usize {
        self.rows[stake_index(stake)].all()
    }

    /// How many vendors there are of a risk.
    pub fn of_risk(&self, risk: RiskTold) -> usize {
        self.rows.iter().map(|row| row.of(risk)).sum()
    }

    /// How many vendors there are.
    pub fn all(&self) -> usize {
        self.rows.iter().map(RiskCounts::all).sum()
    }

    /// One more vendor.
    pub fn add(&mut self, stake: Stake, risk: RiskTold) {
        self.rows[stake_index(stake)].add(risk);
    }
}
