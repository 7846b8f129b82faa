//! A file name made of a vendor's name.

use crate::exchange::back::is_device;

/// Latin letters with their plain ones; every other letter becomes a hyphen.
const PLAIN: &[(&str, &str)] = &[
    ("àáâãäåāăą", "a"),
    ("æ", "ae"),
    ("çćĉċč", "c"),
    ("ðďđ", "d"),
    ("èéêëēĕėęě", "e"),
    ("ĝğġģ", "g"),
    ("ĥħ", "h"),
    ("ìíîïĩīĭįı", "i"),
    ("ĵ", "j"),
    ("ķ", "k"),
    ("ĺļľŀł", "l"),
    ("ñńņň", "n"),
    ("òóôõöøōŏő", "o"),
    ("œ", "oe"),
    ("ŕŗř", "r"),
    ("śŝşšș", "s"),
    ("ß", "ss"),
    ("ţťŧț", "t"),
    ("þ", "th"),
    ("ùúûüũūŭůűų", "u"),
    ("ŵ", "w"),
    ("ýÿŷ", "y"),
    ("źżž", "z"),
];

/// The name of a file for a vendor, without its ending: lower-case letters a to z, digits and single hyphens.
pub fn of(vendor: &str) -> String {
    let mut name = String::new();
    for letter in vendor.chars().flat_map(char::to_lowercase) {
        let plain = PLAIN.iter().find(|(letters, _)| letters.contains(letter)).map(|(_, plain)| *plain);
        match plain {
            Some(plain) => name.push_str(plain),
            None if letter.is_ascii_alphanumeric() => name.push(letter),
            None if name.ends_with('-') => {}
            None => name.push('-'),
        }
    }
    match name.trim_matches('-') {
        "" => "vendor".to_owned(),
        device if is_device(device) => format!("vendor-{device}"),
        name => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_plain() {
        let cases = [
            ("NordKontakt AB", "nordkontakt-ab"),
            ("Jajamän Kundservice AB", "jajaman-kundservice-ab"),
            ("ÅÄÖ & Söner", "aao-soner"),
            ("Café Noël, Sàrl.", "cafe-noel-sarl"),
            ("Łódź Straße Øre Æbler", "lodz-strasse-ore-aebler"),
            ("  ../..\\etc/passwd ", "etc-passwd"),
            ("24/7 Support", "24-7-support"),
            ("株式会社", "vendor"),
            ("—", "vendor"),
            ("CON", "vendor-con"),
            ("Com1.", "vendor-com1"),
        ];
        for (vendor, expected) in cases {
            assert_eq!(of(vendor), expected, "{vendor}");
        }
    }

    #[test]
    fn every_letter_of_the_table_is_lower_case_and_stands_once() {
        let letters: Vec<char> = PLAIN.iter().flat_map(|(letters, _)| letters.chars()).collect();
        for (at, letter) in letters.iter().enumerate() {
            assert!(letter.is_lowercase(), "{letter}");
            assert!(!letters[..at].contains(letter), "{letter}");
        }
    }
}
