//! Days as people write them. What can mean two days is for whoever wrote it to say.

use super::idiom::bare;
use crate::questionnaire::names::folded;
use crate::source::Date;

/// The months as people name them, English and Swedish, each with its number in the year.
const MONTHS: [&[&str]; 12] = [
    &["january", "januari", "jan"],
    &["february", "februari", "feb"],
    &["march", "mars", "mar"],
    &["april", "apr"],
    &["may", "maj"],
    &["june", "juni", "jun"],
    &["july", "juli", "jul"],
    &["august", "augusti", "aug"],
    &["september", "sep", "sept"],
    &["october", "oktober", "oct", "okt"],
    &["november", "nov"],
    &["december", "dec"],
];

/// A longer text is no day.
const LONGEST: usize = 40;

/// What a text can mean as a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// No day.
    Nothing,
    /// One day.
    One(Date),
    /// Day and month can be either of two numbers.
    Two(Date, Date),
}

/// Reads a day.
pub(crate) fn day(written: &str) -> Day {
    let bare = bare(written);
    if bare.len() > LONGEST {
        return Day::Nothing;
    }
    match Date::parse(bare).or_else(|| compact(bare)).or_else(|| with_month(bare)) {
        Some(date) => Day::One(date),
        None => in_numbers(bare),
    }
}

/// `20260331`.
fn compact(text: &str) -> Option<Date> {
    if text.len() != 8 {
        return None;
    }
    date(text.get(..4)?, text.get(4..6)?, text.get(6..)?)
}

/// `31 March 2026`, `den 31 mars 2026`, `March 31, 2026`: the month has a name.
fn with_month(text: &str) -> Option<Date> {
    let text = folded(text);
    let words = text.split([' ', '\u{a0}', ',', '.', '-', '/']).filter(|word| !word.is_empty());
    let words: Vec<&str> = words.filter(|word| !["den", "the", "of"].contains(word)).collect();
    let [one, other, year] = words[..] else { return None };
    let month = |name: &str| MONTHS.iter().position(|names| names.contains(&name)).map(|at| (at + 1).to_string());
    let (day, month) = match (month(one), month(other)) {
        (Some(month), None) => (other, month),
        (None, Some(month)) => (one, month),
        _ => return None,
    };
    let counted = ["st", "nd", "rd", "th", ":e", ":a"];
    let day = counted.iter().find_map(|ending| day.strip_suffix(ending)).unwrap_or(day);
    date(year, &month, day)
}

/// `2026/3/31`, `31.3.2026`, `3/31/2026`: one mark throughout, and the year is the number of four digits.
fn in_numbers(text: &str) -> Day {
    let parts = ['/', '.', '-'].map(|mark| text.split(mark).map(str::trim).collect::<Vec<_>>());
    let Some(parts) = parts.iter().find(|parts| parts.len() == 3) else { return Day::Nothing };
    let [first, second, third] = parts[..] else { return Day::Nothing };
    if first.len() == 4 {
        return date(first, second, third).map_or(Day::Nothing, Day::One);
    }
    match (date(third, second, first), date(third, first, second)) {
        (Some(one), Some(other)) if one != other => Day::Two(one, other),
        (Some(date), _) | (None, Some(date)) => Day::One(date),
        (None, None) => Day::Nothing,
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    let is_number =
        |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !is_number(year, 4) || !is_number(month, 2) || !is_number(day, 2) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_day_or_is_named() {
        let [day_of_march, of_april] = ["2026-03-31", "2026-04-03"].map(|day| Date::parse(day).unwrap());
        for written in [
            "2026-03-31",
            "20260331",
            "2026/3/31",
            "2026.03.31",
            "31 March 2026",
            "31st of march 2026.",
            "March 31, 2026",
            "den 31 mars 2026",
            "31 mar 2026",
            "31-mar-2026",
            "31.3.2026",
            "31/03/2026",
            "3/31/2026",
        ] {
            assert_eq!(day(written), Day::One(day_of_march), "{written}");
        }
        assert_eq!(day("03/04/2026"), Day::Two(of_april, Date::parse("2026-03-04").unwrap()));
        assert_eq!(day("03.03.2026"), Day::One(Date::parse("2026-03-03").unwrap()));
        for written in [
            "",
            "2026",
            "31/3/26",
            "2026/+3/31",
            "31.03.+2026",
            "+1/3/2026",
            "2026-02-30",
            "20261331",
            "31/13/2026",
            "31 foo 2026",
            "mars 2026",
            "2026-3-31-1",
            "31/03-2026",
        ] {
            assert_eq!(day(written), Day::Nothing, "{written}");
        }
    }
}
