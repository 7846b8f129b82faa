//! The residual risk: what is at stake against the protection that counts, bounded from below by red flags.

use super::flag::{Flag, FlagState};
use super::inherent::InherentRisk;
use super::score::Score;
use super::subject::Subject;
use crate::policy::Band;
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;

/// The residual risk, as a range.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Rating {
    /// The headline: what must be assumed.
    pub worst: Level,
    /// If everything that is open turns out well.
    pub best: Level,
    /// The worst, if every claim were proved.
    pub if_proved: Level,
    /// The worst, if no document that we have not checked proved anything.
    pub if_papers_fail: Level,
    /// Band of the assured score.
    pub band_worst: Band,
    /// Band of the assured score, if everything that is open turns out well.
    pub band_best: Band,
    /// Cell of the matrix behind the worst.
    pub matrix_worst: Level,
    /// Cell of the matrix behind the best.
    pub matrix_best: Level,
    /// Every cell and flag that attains the worst or the best; for each, the matrix first.
    pub reasons: Vec<Reason>,
}

/// Something that attains a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// Which end of the range.
    pub of: End,
    /// What attains it.
    pub cause: Cause,
    /// The tier of what is at stake that it was judged at.
    pub tier: Level,
    /// The rating that it gives.
    pub rating: Level,
}

/// An end of the range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The headline.
    Worst,
    /// The other end.
    Best,
}

/// What attains a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Cause {
    /// A cell of the matrix.
    Matrix(Band),
    /// A red flag.
    Flag {
        /// Which.
        flag: FlagRef,
        /// How severe.
        severity: Level,
        /// Raised or open.
        state: FlagState,
    },
    /// What is at stake was not stated but assumed by the policy.
    Assumed,
}

/// The worst rating: what must be assumed.
pub(super) fn worst(subject: &Subject<'_>, score: &Score, inherent: &InherentRisk, flags: &[Flag]) -> Level {
    let matrix = subject.policy.risk(inherent.highest, subject.policy.band(&score.assured()));
    bounded(subject, matrix, inherent.highest, flags, &|flag| flag.state.bounds())
}

/// A rating, or the highest bound of the flags that count, if that is worse.
fn bounded(subject: &Subject<'_>, matrix: Level, tier: Level, flags: &[Flag], counts: &dyn Fn(&Flag) -> bool) -> Level {
    let bounds = flags.iter().filter(|flag| counts(flag)).filter_map(|flag| subject.policy.bound(flag.severity, tier));
    bounds.fold(matrix, Level::max)
}

/// Rates. `if_papers_fail` is the worst rating of the same where no document of the vendor proves anything.
pub fn rate(
    subject: &Subject<'_>,
    score: &Score,
    inherent: &InherentRisk,
    flags: &[Flag],
    if_papers_fail: Level,
) -> Rating {
    let policy = subject.policy;
    let (band_worst, band_best) = (policy.band(&score.assured()), policy.band(&score.assured_best()));
    let (low, high) = (inherent.lowest, inherent.highest);
    let (matrix_worst, matrix_best) = (policy.risk(high, band_worst), policy.risk(low, band_best));
    let worst = worst(subject, score, inherent, flags);
    let best = bounded(subject, matrix_best, low, flags, &|flag| flag.state == FlagState::Triggered);
    let proved = policy.risk(high, policy.band(&score.claimed()));
    let if_proved = bounded(subject, proved, high, flags, &|flag| flag.if_proved.bounds());
    let mut reasons = Vec::new();
    let mut add = |of: End, cause: Cause, tier: Level, rating: Option<Level>, attained: Level| {
        reasons.extend(rating.filter(|rating| *rating == attained).map(|rating| Reason { of, cause, tier, rating }));
    };
    add(End::Worst, Cause::Matrix(band_worst), high, Some(matrix_worst), worst);
    add(End::Worst, Cause::Assumed, high, inherent.assumed.then_some(matrix_worst), worst);
    for flag in flags.iter().filter(|flag| flag.state.bounds()) {
        add(End::Worst, flag_cause(flag), high, policy.bound(flag.severity, high), worst);
    }
    add(End::Best, Cause::Matrix(band_best), low, Some(matrix_best), best);
    for flag in flags.iter().filter(|flag| flag.state == FlagState::Triggered) {
        add(End::Best, flag_cause(flag), low, policy.bound(flag.severity, low), best);
    }
    Rating { worst, best, if_proved, if_papers_fail, band_worst, band_best, matrix_worst, matrix_best, reasons }
}

fn flag_cause(flag: &Flag) -> Cause {
    Cause::Flag { flag: flag.flag, severity: flag.severity, state: flag.state }
}
