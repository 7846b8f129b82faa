//! On whom and on which countries several vendors depend, by what is at stake.

use super::heat::{STAKES, Stake, stake_index};
use crate::words::Clean;

/// A company, or a country, on which two or more vendors depend. They stand in the order of the highest stake among
/// these vendors, then of their number, the most first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependency {
    /// Its name, as the first of these vendors gives it.
    pub name: Clean,
    /// How many vendors of each stake depend on it.
    by_stake: [usize; 5],
}

impl Dependency {
    /// One on which so many vendors of each stake depend.
    pub fn new(name: Clean, of: impl Fn(Stake) -> usize) -> Dependency {
        let mut by_stake = [0; 5];
        STAKES.into_iter().for_each(|stake| by_stake[stake_index(stake)] = of(stake));
        Dependency { name, by_stake }
    }

    /// How many vendors of a stake depend on it.
    pub fn of(&self, stake: Stake) -> usize {
        self.by_stake[stake_index(stake)]
    }

    /// How many vendors depend on it.
    pub fn vendors(&self) -> usize {
        self.by_stake.iter().sum()
    }

    /// The highest stake of a vendor that depends on it; `None` where none is stated.
    pub fn highest(&self) -> Stake {
        STAKES.into_iter().flatten().find(|level| self.of(Some(*level)) > 0)
    }
}
