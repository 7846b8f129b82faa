//! Countries by the names that people write for them, so that the same one is counted once.

/// Codes (ISO 3166-1, two letters) with the usual names in English and Swedish: the European Economic Area, and where
/// customer service is often bought. Any other country is known by what somebody wrote.
const COUNTRIES: [(&str, &[&str]); 66] = [
    ("AT", &["austria", "österrike"]),
    ("BE", &["belgium", "belgien"]),
    ("BG", &["bulgaria", "bulgarien"]),
    ("CY", &["cyprus", "cypern"]),
    ("CZ", &["czechia", "czech republic", "tjeckien"]),
    ("DE", &["germany", "tyskland"]),
    ("DK", &["denmark", "danmark"]),
    ("EE", &["estonia", "estland"]),
    ("ES", &["spain", "spanien"]),
    ("FI", &["finland"]),
    ("FR", &["france", "frankrike"]),
    ("GR", &["greece", "grekland"]),
    ("HR", &["croatia", "kroatien"]),
    ("HU", &["hungary", "ungern"]),
    ("IE", &["ireland", "irland"]),
    ("IS", &["iceland", "island"]),
    ("IT", &["italy", "italien"]),
    ("LI", &["liechtenstein"]),
    ("LT", &["lithuania", "litauen"]),
    ("LU", &["luxembourg", "luxemburg"]),
    ("LV", &["latvia", "lettland"]),
    ("MT", &["malta"]),
    ("NL", &["netherlands", "the netherlands", "nederländerna"]),
    ("NO", &["norway", "norge"]),
    ("PL", &["poland", "polen"]),
    ("PT", &["portugal"]),
    ("RO", &["romania", "rumänien"]),
    ("SE", &["sweden", "sverige"]),
    ("SI", &["slovenia", "slovenien"]),
    ("SK", &["slovakia", "slovakien"]),
    ("AE", &["united arab emirates", "förenade arabemiraten"]),
    ("AL", &["albania", "albanien"]),
    ("AR", &["argentina"]),
    ("AU", &["australia", "australien"]),
    ("BA", &["bosnia and herzegovina", "bosnien och hercegovina"]),
    ("BR", &["brazil", "brasilien"]),
    ("CA", &["canada", "kanada"]),
    ("CH", &["switzerland", "schweiz"]),
    ("CN", &["china", "kina"]),
    ("CO", &["colombia"]),
    ("CR", &["costa rica"]),
    ("EG", &["egypt", "egypten"]),
    ("GB", &["uk", "united kingdom", "great britain", "storbritannien"]),
    ("GE", &["georgia", "georgien"]),
    ("IL", &["israel"]),
    ("IN", &["india", "indien"]),
    ("JP", &["japan"]),
    ("KE", &["kenya"]),
    ("MA", &["morocco", "marocko"]),
    ("MD", &["moldova", "moldavien"]),
    ("ME", &["montenegro"]),
    ("MK", &["north macedonia", "nordmakedonien"]),
    ("MU", &["mauritius"]),
    ("MX", &["mexico", "mexiko"]),
    ("MY", &["malaysia"]),
    ("PH", &["philippines", "the philippines", "filippinerna"]),
    ("RS", &["serbia", "serbien"]),
    ("SG", &["singapore"]),
    ("TH", &["thailand"]),
    ("TN", &["tunisia", "tunisien"]),
    ("TR", &["turkey", "türkiye", "turkiet"]),
    ("UA", &["ukraine", "ukraina"]),
    ("US", &["usa", "united states", "united states of america", "förenta staterna"]),
    ("VN", &["vietnam"]),
    ("XK", &["kosovo"]),
    ("ZA", &["south africa", "sydafrika"]),
];

/// The code of a country, by its code or a usual name in whatever letters.
pub fn code(written: &str) -> Option<&'static str> {
    let written = written.trim().to_lowercase();
    let is_it = |(code, names): &&(&str, &[&str])| code.eq_ignore_ascii_case(&written) || names.contains(&&*written);
    COUNTRIES.iter().find(is_it).map(|(code, _)| *code)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_country_is_the_same_by_code_and_name_and_no_two_share_one() {
        assert_eq!(["SE", " sverige ", "Sweden", "se"].map(code), [Some("SE"); 4]);
        assert_eq!(["UK", "Storbritannien", "gb"].map(code), [Some("GB"); 3]);
        assert_eq!(["", "S", "Atlantis"].map(code), [None; 3]);
        let all = COUNTRIES.iter().flat_map(|(code, names)| names.iter().copied().chain([*code]));
        let mut seen = HashSet::new();
        assert!(all.map(str::to_lowercase).all(|name| seen.insert(name)), "{seen:?}");
    }
}
