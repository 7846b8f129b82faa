//! Numbers and days of workbooks. Programs write numbers as they calculate with them, in binary: 48 may stand there as
//! `4.8000000000000007E1`, and a day as the number of days since the end of 1899.

use crate::source::Date;

/// As many digits as every spreadsheet program keeps of what is typed, and shows: what it writes behind them comes of
/// calculating in binary.
const DIGITS: usize = 15;

/// A number is no larger, and no closer to zero, than ten to this power.
const LARGEST: i32 = 310;

/// A number as it was meant, exactly and without exponent: rounded to the 15 digits that programs show, half away from
/// zero. `4.8000000000000007E1` is `48`, `1.0` is `1`, `-0.10000000000000001` is `-0.1`. `None` for what is no number,
/// `NaN` and `INF` among it.
pub fn as_meant(written: &str) -> Option<String> {
    let (sign, unsigned) = match written.trim().strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", written.trim()),
    };
    let (mantissa, power) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, power)) => (mantissa, exponent(power)?),
        None => (unsigned, 0),
    };
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits: Vec<u8> = whole.bytes().chain(part.bytes()).collect();
    if digits.is_empty() || !digits.iter().all(u8::is_ascii_digit) {
        return None;
    }
    let zeros = digits.iter().take_while(|digit| **digit == b'0').count();
    digits.drain(..zeros);
    let mut point = i32::try_from(whole.len()).ok()? - i32::try_from(zeros).ok()? + power;
    round(&mut digits, &mut point);
    if digits.is_empty() {
        return Some("0".to_owned());
    }
    let digits = String::from_utf8(digits).ok().filter(|_| point.abs() <= LARGEST)?;
    let before = usize::try_from(point).unwrap_or_default();
    let number = match digits.split_at_checked(before) {
        _ if point <= 0 => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).unwrap_or_default())),
        Some((whole, "")) => whole.to_owned(),
        Some((whole, part)) => format!("{whole}.{part}"),
        None => format!("{digits}{}", "0".repeat(before - digits.len())),
    };
    Some(format!("{sign}{number}"))
}

fn exponent(power: &str) -> Option<i32> {
    let digits = power.strip_prefix(['+', '-']).unwrap_or(power);
    let plain = !digits.is_empty() && digits.len() <= 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
    plain.then(|| power.parse().ok()).flatten()
}

/// Keeps the first digits, the last of them rounded, and no zero at the end. `point` is how many stand before the
/// decimal point.
fn round(digits: &mut Vec<u8>, point: &mut i32) {
    if digits.get(DIGITS).is_some_and(|next| *next >= b'5') {
        digits.truncate(DIGITS);
        while digits.last() == Some(&b'9') {
            digits.pop();
        }
        match digits.last_mut() {
            Some(last) => *last += 1,
            None => {
                digits.push(b'1');
                *point += 1;
            }
        }
    }
    digits.truncate(DIGITS);
    while digits.last() == Some(&b'0') {
        digits.pop();
    }
}

/// The day that a number stands for, from which `since_1904` says when; a part of a day is left out. `None` for what is
/// no day: 0 and 60 since 1900, whose 29 February there never was, what is negative, and what lies behind 9999.
pub fn day(number: &str, since_1904: bool) -> Option<Date> {
    let whole: i32 = number.split('.').next()?.parse().ok().filter(|_| !number.starts_with('-'))?;
    let (first, last) = match (since_1904, whole) {
        (true, _) => (Date::new(1904, 1, 1)?, 2_957_003),
        (false, 1..=59) => (Date::new(1899, 12, 31)?, 59),
        (false, 61..) => (Date::new(1899, 12, 30)?, 2_958_465),
        (false, _) => return None,
    };
    (whole <= last).then(|| first.plus_days(whole))
}

/// The formats of numbers that every program knows without being told, and that show a day (ECMA-376, 18.8.30; 27 to
/// 58 in East Asia).
pub fn known_format_shows_a_day(id: u32) -> bool {
    matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58)
}

/// Whether a format of numbers shows a day: it has a year or a day in it, or a month that is no minute. A time of day
/// alone is none.
pub fn format_shows_a_day(format: &str) -> bool {
    let (mut month, mut time) = (false, false);
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign.to_ascii_lowercase() {
            ';' => break,
            '"' => drop(signs.by_ref().find(|sign| *sign == '"')),
            '[' => drop(signs.by_ref().find(|sign| *sign == ']')),
            '\\' | '_' | '*' => drop(signs.next()),
            'y' | 'd' => return true,
            'm' => month = true,
            'h' | 's' => time = true,
            _ => {}
        }
    }
    month && !time
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_what_was_meant() {
        for (written, meant) in [
            ("48", "48"),
            ("1.0", "1"),
            ("4.8000000000000007E1", "48"),
            ("47.999999999999993", "48"),
            ("0.10000000000000001", "0.1"),
            ("0.30000000000000004", "0.3"),
            ("-12.50", "-12.5"),
            ("-0.0", "0"),
            ("1E+2", "100"),
            ("1.5e-3", "0.0015"),
            (".5", "0.5"),
            ("5.", "5"),
            ("00012", "12"),
            ("9999999999999999", "10000000000000000"),
            ("999999999999999", "999999999999999"),
            ("1234567890123456", "1234567890123460"),
            ("123456789012345.4", "123456789012345"),
            ("0.00000000000000000000", "0"),
            (" 7 ", "7"),
        ] {
            assert_eq!(as_meant(written).as_deref(), Some(meant), "{written}");
        }
        for wrong in [
            "", "-", ".", "NaN", "INF", "-INF", "1e", "1e+", "1e99999", "1E400", "1E-400", "0x10", "1,5", "--1",
            "1.2.3", "１",
        ] {
            assert_eq!(as_meant(wrong), None, "{wrong}");
        }
        assert_eq!(as_meant("1E308").map(|long| long.len()), Some(309));
    }

    #[test]
    fn days_are_counted_as_spreadsheets_count_them() {
        let shown = |number, since_1904| day(number, since_1904).map(|day| day.to_string());
        for (number, shows) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("45000", "2023-03-15"),
            ("45000.75", "2023-03-15"),
            ("2958465", "9999-12-31"),
        ] {
            assert_eq!(shown(number, false).as_deref(), Some(shows), "{number}");
        }
        for (number, shows) in [("0", "1904-01-01"), ("43538", "2023-03-15"), ("2957003", "9999-12-31")] {
            assert_eq!(shown(number, true).as_deref(), Some(shows), "{number}");
        }
        for wrong in ["0", "0.5", "60", "-1", "-0.5", "2958466", "99999999999"] {
            assert_eq!(shown(wrong, false), None, "{wrong}");
        }
        assert_eq!([shown("-0.5", true), shown("2957004", true)], [None, None]);
    }

    #[test]
    fn a_day_is_told_from_a_time_and_from_a_number() {
        for day in ["yyyy-mm-dd", "d/m/yy h:mm", "[$-41D]d mmm yyyy;@", "mmmm", "DD.MM.YYYY", "yyyy\\-mm\\-dd"] {
            assert!(format_shows_a_day(day), "{day}");
        }
        for none in
            ["General", "0.00", "@", "h:mm AM/PM", "[h]:mm:ss", "mm:ss.0", "0\" days\"", "#,##0 [$DKK]", "0;yy", "_d0"]
        {
            assert!(!format_shows_a_day(none), "{none}");
        }
        assert_eq!(
            [0, 14, 18, 21, 22, 45, 164].map(known_format_shows_a_day),
            [false, true, false, false, true, false, false]
        );
    }
}
