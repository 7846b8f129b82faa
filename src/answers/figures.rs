//! Numbers as people write them: with blanks or marks between thousands, a decimal mark, the unit behind. What can mean
//! two numbers is for whoever wrote it to say.

use std::fmt;

use super::idiom::bare;
use crate::questionnaire::form::NumberForm;
use crate::questionnaire::names::folded;

/// The blanks that stand between thousands.
const BLANKS: [char; 4] = [' ', '\u{a0}', '\u{202f}', '\u{2009}'];

/// Digits before and behind the decimal mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Digits {
    /// Before it, at least one.
    pub(super) whole: String,
    /// Behind it, without zeros at the end.
    pub(super) fraction: String,
}

impl fmt::Display for Digits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let point = if self.fraction.is_empty() { "" } else { "." };
        write!(f, "{}{point}{}", self.whole, self.fraction)
    }
}

/// What a text can mean as a number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// No number.
    Nothing,
    /// One number.
    One(Digits),
    /// A mark that can stand before decimals or between thousands.
    Two {
        /// The number with decimals.
        decimal: Digits,
        /// The number with thousands.
        grouped: Digits,
    },
}

/// What the usual units are called, English and Swedish, with their short forms. Nothing is converted: `2 days` are no
/// answer where hours are asked for.
const UNITS: [&[&str]; 6] = [
    &["hours", "hour", "h", "hr", "hrs", "timmar", "timme", "tim"],
    &["days", "day", "d", "dagar", "dag", "dygn"],
    &["minutes", "minute", "min", "mins", "minuter", "minut"],
    &["months", "month", "månader", "månad", "mån"],
    &["years", "year", "yr", "yrs", "år"],
    &["percent", "per cent", "%", "procent"],
];

/// What is written before the unit of the question, in any of its languages or usual forms, if it stands there.
pub(super) fn without_unit<'w>(written: &'w str, form: &NumberForm) -> &'w str {
    let bare_text = bare(written);
    let named = || form.unit.iter().flat_map(|unit| unit.all());
    let is_named = |usual: &&&[&str]| named().any(|unit| usual.contains(&&*folded(bare(unit))));
    let usual = UNITS.iter().filter(is_named).flat_map(|usual| usual.iter().copied());
    let units = named().chain(usual);
    units.filter_map(|unit| before(bare_text, bare(unit))).min_by_key(|rest| rest.len()).unwrap_or(bare_text)
}

/// What stands before an ending, in any case; letters within a word end nothing.
fn before<'w>(text: &'w str, ending: &str) -> Option<&'w str> {
    let wanted = ending.chars().count();
    let (at, _) = text.char_indices().rev().take(wanted).last()?;
    let (rest, end) = text.split_at_checked(at)?;
    let is_apart = !rest.trim().is_empty() && !rest.ends_with(char::is_alphabetic);
    (is_apart && folded(end) == folded(ending)).then(|| rest.trim_end())
}

/// Reads digits with their marks.
pub(super) fn meaning(text: &str) -> Meaning {
    let grouped = whole(text).map(|whole| Digits { whole, fraction: String::new() });
    match (decimal(text), grouped) {
        (None, None) => Meaning::Nothing,
        (Some(only), None) | (None, Some(only)) => Meaning::One(only),
        (Some(decimal), Some(grouped)) => Meaning::Two { decimal, grouped },
    }
}

/// The digits of a number without decimals.
fn whole(text: &str) -> Option<String> {
    if is_digits(text) {
        return Some(text.to_owned());
    }
    let by = |is_mark: &dyn Fn(char) -> bool| groups(text, is_mark);
    by(&|c| BLANKS.contains(&c)).or_else(|| by(&|c| c == '.')).or_else(|| by(&|c| c == ','))
}

/// The digits of a number with decimals: before them, thousands may have another mark.
fn decimal(text: &str) -> Option<Digits> {
    let at = text.rfind(['.', ','])?;
    let (before, behind) = text.split_at(at);
    let (mark, fraction) = behind.split_at_checked(1)?;
    if !is_digits(fraction) || before.contains(mark) {
        return None;
    }
    Some(Digits { whole: whole(before)?, fraction: fraction.trim_end_matches('0').to_owned() })
}

/// The digits of thousands between marks: at most three, of which the first is no zero, and then three and three.
fn groups(text: &str, is_mark: &dyn Fn(char) -> bool) -> Option<String> {
    let mut parts = text.split(is_mark);
    let first = parts.next().filter(|first| is_digits(first) && first.len() <= 3 && !first.starts_with('0'))?;
    let mut joined = first.to_owned();
    for part in parts {
        if part.len() != 3 || !is_digits(part) {
            return None;
        }
        joined.push_str(part);
    }
    Some(joined)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::Translations;
    use crate::questionnaire::form::{Direction, Steps};
    use crate::words::Quantity;

    fn digits(whole: &str, fraction: &str) -> Digits {
        Digits { whole: whole.to_owned(), fraction: fraction.to_owned() }
    }

    #[test]
    fn marks_mean_one_number_or_are_named() {
        for (written, whole, fraction) in [
            ("48", "48", ""),
            ("1 000", "1000", ""),
            ("1\u{a0}000\u{202f}000", "1000000", ""),
            ("1.000.000", "1000000", ""),
            ("99,9", "99", "9"),
            ("99.90", "99", "9"),
            ("48.0", "48", ""),
            ("0,500", "0", "5"),
            ("1000.500", "1000", "5"),
            ("1 000,5", "1000", "5"),
            ("1,000.5", "1000", "5"),
            ("1.000,500", "1000", "5"),
        ] {
            assert_eq!(meaning(written), Meaning::One(digits(whole, fraction)), "{written}");
        }
        let two = |fraction: &str, grouped: &str| Meaning::Two {
            decimal: digits("1", fraction),
            grouped: digits(grouped, ""),
        };
        assert_eq!([meaning("1.000"), meaning("1,500")], [two("", "1000"), two("5", "1500")]);
        for written in
            ["", ".", ",5", "5,", "1 00", "12 34", "1  000", "1,00,000", "1.000,5.5", "1e3", "+1", "１", "1,2,3"]
        {
            assert_eq!(meaning(written), Meaning::Nothing, "{written}");
        }
    }

    #[test]
    fn the_unit_of_the_question_may_stand_behind_the_number() {
        let steps = Steps { direction: Direction::AtMost, steps: Vec::new() };
        let unit = Translations::each(["hours", "timmar"].map(str::to_owned));
        let (told_in, min, max) = (Default::default(), Quantity::whole(0), Quantity::whole(1000));
        let form = NumberForm { unit, told_in, decimals: 0, min, max, steps };
        for written in [
            "48",
            "48 hours",
            "48 Timmar.",
            "48hours",
            "48\u{a0}timmar",
            "48 h",
            "48h.",
            "48 tim",
            "48 hrs",
            "48 timme",
        ] {
            assert_eq!(without_unit(written, &form), "48", "{written}");
        }
        assert_eq!(
            ["48 days", "2 d", "hours", "48 hours each"].map(|other| without_unit(other, &form)),
            ["48 days", "2 d", "hours", "48 hours each"]
        );
    }
}
