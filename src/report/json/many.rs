//! What is told of many vendors in the same way in several places: days, lists, counts by risk.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::DateJson;
use crate::portfolio::days::DaySpan;
use crate::portfolio::foremost::Foremost;
use crate::portfolio::heat::RiskTold;
use crate::portfolio::since::NamedVendor;
use crate::questionnaire::Level;
use crate::words::Clean;

/// The first and the last day of several judgements, which are the same where all are of one day.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "days")]
pub(super) struct DaysJson {
    /// The first of these days.
    first: DateJson,
    /// The last of these days.
    last: DateJson,
}

/// The first of some, and how many there are.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
pub(super) struct ListJson<T> {
    /// How many there are in all.
    all: usize,
    /// The first of them.
    first: Vec<T>,
}

/// How many vendors there are of each risk.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "risk-counts")]
pub(super) struct RiskCountsJson {
    /// The risk is low.
    low: usize,
    /// The risk is medium.
    medium: usize,
    /// The risk is high.
    high: usize,
    /// The risk is critical.
    critical: usize,
    /// Too little is known to rate them.
    not_yet_rated: usize,
    /// No question counts.
    nothing_to_rate: usize,
    /// All of these together.
    all: usize,
}

/// A vendor.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "named")]
pub(super) struct VendorNameJson<'a> {
    /// The name of the vendor.
    vendor: &'a Clean,
    /// The file of its answers, as it was named or found.
    file: &'a Clean,
}

pub(super) fn days(days: DaySpan) -> DaysJson {
    DaysJson { first: DateJson::of(days.first), last: DateJson::of(days.last) }
}

pub(super) fn list<'a, T, U>(of: &'a Foremost<T>, each: impl Fn(&'a T) -> U) -> ListJson<U> {
    ListJson { all: of.all, first: of.first.iter().map(each).collect() }
}

pub(super) fn counts(of: impl Fn(RiskTold) -> usize) -> RiskCountsJson {
    let rated = |level| of(RiskTold::Rated(level));
    RiskCountsJson {
        low: rated(Level::Low),
        medium: rated(Level::Medium),
        high: rated(Level::High),
        critical: rated(Level::Critical),
        not_yet_rated: of(RiskTold::NotYet),
        nothing_to_rate: of(RiskTold::Nothing),
        all: RiskTold::ALL.into_iter().map(of).sum(),
    }
}

pub(super) fn named(vendor: &NamedVendor) -> VendorNameJson<'_> {
    VendorNameJson { vendor: &vendor.vendor, file: &vendor.file }
}
