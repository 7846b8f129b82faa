//! Personal identity numbers in words of the vendor, which do not belong in an answer.

/// Whether words hold a Swedish personal identity number or coordination number: six or eight digits of a day of birth
/// (of which a coordination number has 60 added), a sign or none, and four digits, the last of which is the check digit
/// (Luhn) of the ten without a century. Numbers of companies have a third digit of 2 or more, so that no month fits.
pub fn holds_one(words: &str) -> bool {
    let is_part = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+');
    digits(words) >= 10 && words.split(|sign| !is_part(sign)).any(is_one)
}

/// How many digits there are: in most words too few for a number. Quickly counted, so few at a time that a byte holds
/// their sum.
fn digits(words: &str) -> usize {
    let of_part = |part: &[u8]| part.iter().map(|byte| u8::from(byte.is_ascii_digit())).sum::<u8>();
    words.as_bytes().chunks(255).map(|part| usize::from(of_part(part))).sum()
}

fn is_one(written: &str) -> bool {
    let digits: Vec<u32> = written.chars().filter_map(|sign| sign.to_digit(10)).collect();
    let signs = written.len() - digits.len();
    let is_apart =
        signs == 0 || signs == 1 && written.len() > 5 && !written.as_bytes()[written.len() - 5].is_ascii_digit();
    let number = match digits.len() {
        10 => &digits[..],
        12 => &digits[2..],
        _ => return false,
    };
    let two = |at: usize| number[at] * 10 + number[at + 1];
    let is_day = |day: u32| (1..=31).contains(&day) || (61..=91).contains(&day);
    is_apart && (1..=12).contains(&two(2)) && is_day(two(4)) && luhn(number).is_multiple_of(10)
}

/// The sum of digits of which every second one, from the first, counts twice.
fn luhn(digits: &[u32]) -> u32 {
    let weighed = digits.iter().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight);
    weighed.map(|sum| sum / 10 + sum % 10).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_found_and_no_others() {
        for number in ["811218-9876", "19811218-9876", "8112189876", "198112189876", "811218+9876", "811278-9873"] {
            assert!(holds_one(number) && holds_one(&format!("Anna ({number}), agent")), "{number}");
        }
        for other in [
            "811218-9877",
            "556000-4615",
            "811318-9876",
            "811200-9876",
            "811315-9878",
            "810015-9873",
            "811232-9878",
            "811260-9873",
            "8112-189876",
            "2026-11-02",
            "070-123 45 67",
            "1234567890123",
            "",
            "+46701234567",
            "81-12-18-9876",
        ] {
            assert!(!holds_one(other), "{other}");
        }
    }
}
