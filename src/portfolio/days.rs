//! The days of several judgements, and the order of answers by theirs.

use crate::source::Date;

/// How new answers are, the newest greatest: those that do not say their day are taken for newer than all that do, so
/// that whoever leaves it out does not hide them behind others.
pub fn newness(answered: Option<Date>) -> (bool, Option<Date>) {
    (answered.is_none(), answered)
}

/// From the first to the last day on which vendors were judged: one day, unless each was judged as of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DaySpan {
    /// The first.
    pub first: Date,
    /// The last.
    pub last: Date,
}

impl DaySpan {
    /// One day.
    pub fn day(day: Date) -> DaySpan {
        DaySpan { first: day, last: day }
    }

    /// The day, where it is one.
    pub fn one(self) -> Option<Date> {
        (self.first == self.last).then_some(self.first)
    }

    /// The same with another day.
    #[must_use]
    pub fn and(self, day: Date) -> DaySpan {
        DaySpan { first: self.first.min(day), last: self.last.max(day) }
    }

    /// Adds a day to those before it, of which there may be none.
    pub fn add(span: &mut Option<DaySpan>, day: Date) {
        *span = Some(span.map_or(DaySpan::day(day), |span| span.and(day)));
    }
}
