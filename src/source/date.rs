//! Calendar dates: `YYYY-MM-DD`, and nothing else.

use jiff::civil;
use jiff::{SignedDuration, Span};

use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// A day of the calendar has so many: it has no time zone.
const HOURS: i64 = 24;

/// A day of the calendar. No time of day, no time zone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// Reads `YYYY-MM-DD`; `None` for anything else, and for days that do not exist.
    pub fn parse(text: &str) -> Option<Date> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return None;
        }
        let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
        let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
    }

    /// The day of a year (-9999..=9999), month and day; `None` if there is no such day.
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        civil::Date::new(year, month, day).ok().map(Date)
    }

    /// The day of the month, the month counted from 1, and the year.
    pub fn day_month_year(self) -> (i32, usize, i32) {
        let month = usize::from(self.0.month().unsigned_abs());
        (i32::from(self.0.day()), month, i32::from(self.0.year()))
    }

    /// Whole days from `earlier` to this day; negative when `earlier` is later.
    pub fn days_since(self, earlier: Date) -> i64 {
        earlier.0.duration_until(self.0).as_hours() / HOURS
    }

    /// The same day some months later, clamped to the end of a shorter month; the last day of the calendar where
    /// it ends before that.
    pub fn plus_months(self, months: u32) -> Date {
        let later = Span::new().try_months(months).and_then(|span| self.0.checked_add(span));
        Date(later.unwrap_or(civil::Date::MAX))
    }

    /// The day as a sentence has it.
    pub fn in_words(self, lang: Lang) -> Clean {
        let (day, month, year) = self.day_month_year();
        lang.day_in_words(day, lang.month(month), year)
    }

    /// This day moved by some days; stays within the calendar.
    pub fn plus_days(self, days: i32) -> Date {
        Date(self.0.saturating_add(SignedDuration::from_hours(i64::from(days) * HOURS)))
    }
}

impl Trusted for Date {}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.0.year(), self.0.month(), self.0.day())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap()
    }

    #[test]
    fn only_existing_days_in_one_form_are_dates() {
        assert!(Date::parse("2024-02-29").is_some());
        for wrong in ["2026-02-30", "2026-2-3", "2026-02-3", " 2026-02-03", "20260203", "2026-02-03T00", "２０26-02-03"]
        {
            assert!(Date::parse(wrong).is_none(), "{wrong}");
        }
    }

    #[test]
    fn months_are_clamped_to_the_end_of_the_month() {
        assert_eq!(date("2024-08-31").plus_months(6), date("2025-02-28"));
        assert_eq!(date("2025-03-01").plus_months(12), date("2026-03-01"));
        assert_eq!(date("9999-01-01").plus_months(24).to_string(), "9999-12-31");
        assert_eq!(date("2026-01-01").plus_months(u32::MAX).to_string(), "9999-12-31");
    }

    #[test]
    fn days_are_counted_with_a_sign() {
        assert_eq!(date("2026-03-01").days_since(date("2026-02-01")), 28);
        assert_eq!(date("2026-02-01").days_since(date("2026-03-01")), -28);
        assert_eq!(date("2026-02-01").plus_days(28), date("2026-03-01"));
        let [first, last] =
            [(-9999, 1, 1), (9999, 12, 31)].map(|(year, month, day)| Date::new(year, month, day).unwrap());
        assert_eq!((first.days_since(last), last.days_since(first)), (-7_304_483, 7_304_483));
        assert_eq!((first.plus_days(i32::MAX), last.plus_days(i32::MIN)), (last, first));
    }
}
