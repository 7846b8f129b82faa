//! Countries by the names that people write for them, so that the same one is counted once.

/// A code (ISO 3166-1, two letters) with the usual names in English and Swedish.
type Country = (&'static str, &'static [&'static str]);

/// The European Economic Area.
const INSIDE_EEA: [Country; 30] = [
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
];

/// Where else customer service is often bought. Any other country is known by what somebody wrote.
const OUTSIDE_EEA: [Country; 69] = [
    ("AE", &["united arab emirates", "förenade arabemiraten"]),
    ("AL", &["albania", "albanien"]),
    ("AM", &["armenia", "armenien"]),
    ("AR", &["argentina"]),
    ("AU", &["australia", "australien"]),
    ("AZ", &["azerbaijan", "azerbajdzjan"]),
    ("BA", &["bosnia and herzegovina", "bosnien och hercegovina"]),
    ("BD", &["bangladesh"]),
    ("BR", &["brazil", "brasilien"]),
    ("BY", &["belarus"]),
    ("CA", &["canada", "kanada"]),
    ("CH", &["switzerland", "schweiz"]),
    ("CL", &["chile"]),
    ("CN", &["china", "kina"]),
    ("CO", &["colombia"]),
    ("CR", &["costa rica"]),
    ("DO", &["dominican republic", "dominikanska republiken"]),
    ("DZ", &["algeria", "algeriet"]),
    ("EG", &["egypt", "egypten"]),
    ("ET", &["ethiopia", "etiopien"]),
    ("GB", &["uk", "united kingdom", "great britain", "storbritannien"]),
    ("GE", &["georgia", "georgien"]),
    ("GH", &["ghana"]),
    ("GT", &["guatemala"]),
    ("HK", &["hong kong", "hongkong"]),
    ("HN", &["honduras"]),
    ("ID", &["indonesia", "indonesien"]),
    ("IL", &["israel"]),
    ("IN", &["india", "indien"]),
    ("JM", &["jamaica"]),
    ("JO", &["jordan", "jordanien"]),
    ("JP", &["japan"]),
    ("KE", &["kenya"]),
    ("KR", &["south korea", "sydkorea"]),
    ("KZ", &["kazakhstan", "kazakstan"]),
    ("LB", &["lebanon", "libanon"]),
    ("LK", &["sri lanka"]),
    ("MA", &["morocco", "marocko"]),
    ("MD", &["moldova", "moldavien"]),
    ("ME", &["montenegro"]),
    ("MG", &["madagascar", "madagaskar"]),
    ("MK", &["north macedonia", "nordmakedonien"]),
    ("MU", &["mauritius"]),
    ("MX", &["mexico", "mexiko"]),
    ("MY", &["malaysia"]),
    ("NG", &["nigeria"]),
    ("NI", &["nicaragua"]),
    ("NZ", &["new zealand", "nya zeeland"]),
    ("PE", &["peru"]),
    ("PH", &["philippines", "the philippines", "filippinerna"]),
    ("PK", &["pakistan"]),
    ("RS", &["serbia", "serbien"]),
    ("RU", &["russia", "ryssland"]),
    ("RW", &["rwanda"]),
    ("SA", &["saudi arabia", "saudiarabien"]),
    ("SG", &["singapore"]),
    ("SN", &["senegal"]),
    ("SV", &["el salvador"]),
    ("TH", &["thailand"]),
    ("TN", &["tunisia", "tunisien"]),
    ("TR", &["turkey", "türkiye", "turkiet"]),
    ("TW", &["taiwan"]),
    ("UA", &["ukraine", "ukraina"]),
    ("UG", &["uganda"]),
    ("US", &["usa", "united states", "united states of america", "förenta staterna"]),
    ("UY", &["uruguay"]),
    ("VN", &["vietnam"]),
    ("XK", &["kosovo"]),
    ("ZA", &["south africa", "sydafrika"]),
];

/// The code of a country, by its code or a usual name in whatever letters.
pub fn code(written: &str) -> Option<&'static str> {
    code_in(&INSIDE_EEA, written).or_else(|| code_in(&OUTSIDE_EEA, written))
}

/// Whether a country is known, and known to be outside the European Economic Area.
pub fn is_outside_eea(written: &str) -> bool {
    code_in(&OUTSIDE_EEA, written).is_some()
}

fn code_in(countries: &[Country], written: &str) -> Option<&'static str> {
    let written = written.trim().to_lowercase();
    let is_it = |(code, names): &&Country| code.eq_ignore_ascii_case(&written) || names.contains(&&*written);
    countries.iter().find(is_it).map(|(code, _)| *code)
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
        let all = INSIDE_EEA.iter().chain(&OUTSIDE_EEA).flat_map(|(code, names)| names.iter().copied().chain([*code]));
        assert_eq!(["US", "storbritannien", "Norge", "Atlantis"].map(is_outside_eea), [true, true, false, false]);
        let mut seen = HashSet::new();
        assert!(all.map(str::to_lowercase).all(|name| seen.insert(name)), "{seen:?}");
    }
}
