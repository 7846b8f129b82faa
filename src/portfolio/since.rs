//! What changed since last year's files, and whether time did it or other answers.

use super::common_folder::CommonFolder;
use super::days::DaySpan;
use super::foremost::Foremost;
use super::heat::{RiskCounts, RiskTold};
use crate::words::Clean;

/// A vendor as it is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedVendor {
    /// Its name.
    pub vendor: Clean,
    /// The file of its answers, as it was named or found.
    pub file: Clean,
}

/// What changed since the files of an earlier year, each judged as of its own day, or our review's if that is later.
/// Vendors are known again by their registrations, else by their names, never by the names of their files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SinceBefore {
    /// Where these files lie, as it was named.
    pub folder: Clean,
    /// The folder in which the files of both years lie.
    pub lie_in: CommonFolder,
    /// The days as of which they were judged; `None` where none could be.
    pub days: Option<DaySpan>,
    /// How many of them could not be judged, and so are nowhere in here.
    pub unjudged: usize,
    /// The vendors that are in both, by their risk then.
    pub then: RiskCounts,
    /// The same vendors, by their risk now.
    pub now: RiskCounts,
    /// The vendors that are new, by their risk now.
    pub new: RiskCounts,
    /// The vendors that are gone, by their risk then.
    pub gone: RiskCounts,
    /// Files of either year of a vendor that another file of the same year stands for: the newest, by the day of its
    /// answers, those without a day before all others, and of those of one day the first. They are in none of these
    /// counts. As many of this year as there are besides those in both and those that are new.
    pub twice: Foremost<NamedVendor>,
    /// How the risk of the vendors in both moved.
    pub by_risk: Moved,
    /// How the shown score of the vendors in both moved.
    pub by_score: Moved,
    /// Those whose score rose, the furthest first, and last those whose risk fell at the same score:
    /// [`super::overview::TOP`].
    pub better: Foremost<Mover>,
    /// Those whose score fell, the furthest first, and last those whose risk rose at the same score:
    /// [`super::overview::TOP`].
    pub worse: Foremost<Mover>,
    /// Of how many of the vendors in both every answer of now, with its comment, is word for word that of then, to the
    /// same question.
    pub word_for_word: usize,
}

impl SinceBefore {
    /// How many vendors are in both.
    pub fn both(&self) -> usize {
        self.now.all()
    }
}

/// How many vendors moved which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Moved {
    /// For the better.
    pub better: usize,
    /// For the worse.
    pub worse: usize,
    /// Not at all.
    pub same: usize,
    /// Nobody can say, since there is nothing to compare on one side.
    pub unknown: usize,
}

/// A vendor that moved. Scores are in steps of the last digit that is shown, see [`super::overview::Overview::digits`]:
/// what time did and what answers did add up to the whole exactly.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mover {
    /// The vendor, and its file of now.
    pub who: NamedVendor,
    /// Its file of then.
    pub file_then: Clean,
    /// The risk then.
    pub from: RiskTold,
    /// The risk now.
    pub to: RiskTold,
    /// The shown score then.
    pub then: i64,
    /// The shown score of the files of then, judged as of the day of now.
    pub then_today: i64,
    /// The shown score now.
    pub now: i64,
}

impl Mover {
    /// What time did: the files of then judged today, minus then.
    pub fn time(&self) -> i64 {
        self.then_today - self.then
    }

    /// What other answers, documents and reviews did: now, minus the files of then judged today.
    pub fn answers(&self) -> i64 {
        self.now - self.then_today
    }

    /// What both did: now, minus then.
    pub fn whole(&self) -> i64 {
        self.now - self.then
    }
}
