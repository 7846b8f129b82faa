//! Countries by the names that people write for them: the same one is counted once, and of some it is known that they
//! are outside the European Economic Area.

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
    ("NL", &["netherlands", "holland", "nederländerna"]),
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
    ("AE", &["united arab emirates", "uae", "dubai", "förenade arabemiraten"]),
    ("AL", &["albania", "albanien"]),
    ("AM", &["armenia", "armenien"]),
    ("AR", &["argentina"]),
    ("AU", &["australia", "australien"]),
    ("AZ", &["azerbaijan", "azerbajdzjan"]),
    ("BA", &["bosnia and herzegovina", "bosnien och hercegovina"]),
    ("BD", &["bangladesh"]),
    ("BR", &["brazil", "brasilien"]),
    ("BY", &["belarus", "vitryssland"]),
    ("CA", &["canada", "kanada"]),
    ("CH", &["switzerland", "schweiz"]),
    ("CL", &["chile"]),
    ("CN", &["china", "kina", "prc"]),
    ("CO", &["colombia"]),
    ("CR", &["costa rica"]),
    ("DO", &["dominican republic", "dominikanska republiken"]),
    ("DZ", &["algeria", "algeriet"]),
    ("EG", &["egypt", "egypten"]),
    ("ET", &["ethiopia", "etiopien"]),
    (
        "GB",
        &[
            "uk",
            "u.k",
            "gbr",
            "united kingdom",
            "great britain",
            "britain",
            "storbritannien",
            "england",
            "scotland",
            "skottland",
            "wales",
            "northern ireland",
            "nordirland",
        ],
    ),
    ("GE", &["georgia", "georgien"]),
    ("GH", &["ghana"]),
    ("GT", &["guatemala"]),
    ("HK", &["hong kong", "hongkong"]),
    ("HN", &["honduras"]),
    ("ID", &["indonesia", "indonesien"]),
    ("IL", &["israel"]),
    ("IN", &["india", "ind", "indien"]),
    ("JM", &["jamaica"]),
    ("JO", &["jordan", "jordanien"]),
    ("JP", &["japan"]),
    ("KE", &["kenya"]),
    ("KR", &["south korea", "sydkorea", "korea"]),
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
    ("PH", &["philippines", "phl", "filippinerna"]),
    ("PK", &["pakistan"]),
    ("RS", &["serbia", "serbien"]),
    ("RU", &["russia", "russian federation", "ryssland"]),
    ("RW", &["rwanda"]),
    ("SA", &["saudi arabia", "saudiarabien"]),
    ("SG", &["singapore"]),
    ("SN", &["senegal"]),
    ("SV", &["el salvador"]),
    ("TH", &["thailand"]),
    ("TN", &["tunisia", "tunisien"]),
    ("TR", &["turkey", "türkiye", "turkiye", "turkiet"]),
    ("TW", &["taiwan"]),
    ("UA", &["ukraine", "ukraina"]),
    ("UG", &["uganda"]),
    ("US", &["usa", "u.s", "u.s.a", "america", "united states", "united states of america", "förenta staterna"]),
    ("UY", &["uruguay"]),
    ("VN", &["vietnam", "viet nam"]),
    ("XK", &["kosovo"]),
    ("ZA", &["south africa", "sydafrika"]),
];

/// The other codes that are assigned, without those of places that belong to the European Union (`AX`, `GF`, `GP`,
/// `MF`, `MQ`, `RE`, `YT`), and without `NA`, which people write for what does not apply.
const OTHER_CODES: &str = "\
    AD AF AG AI AO AQ AS AW BB BF BH BI BJ BL BM BN BO BQ BS BT BV BW BZ CC CD CF CG CI CK CM CU \
    CV CW CX DJ DM EC EH ER FJ FK FM FO GD GG GI GL GM GN GQ GS GU GW GY HM HT IM IO IQ IR JE KG KH KI KM KN KP KW KY \
    LA LC LR LS LY MC MH ML MM MN MO MP MR MS MV MW MZ NC NE NF NP NR NU OM PA PF PG PM PN PR PS PW PY QA SB SC SD SH \
    SJ SL SM SO SR SS ST SX SY SZ TC TD TF TG TJ TK TL TM TO TT TV TZ UM UZ VA VC VE VG VI VU WF WS YE ZM ZW";

/// The code of a country, by its code or a usual name in whatever letters.
pub fn code(written: &str) -> Option<&'static str> {
    code_in(&INSIDE_EEA, written).or_else(|| code_in(&OUTSIDE_EEA, written))
}

/// Whether what is written for a country names one that is known to be outside the European Economic Area, by itself or
/// among others.
pub fn is_outside_eea(written: &str) -> bool {
    if code_in(&INSIDE_EEA, written).is_some() {
        return false;
    }
    let written = written.chars().take(LONGEST).collect::<String>().to_lowercase();
    let is_code = |code: &str| OTHER_CODES.split(' ').any(|other| other.eq_ignore_ascii_case(bare(code)));
    let mut parts = written.split([',', ';', '/', '+', '&', '(', ')']);
    let words = format!(" {} ", written.split(|sign: char| !sign.is_alphanumeric()).collect::<Vec<_>>().join(" "));
    let is_named = |name: &&str| name.len() > SHORTEST_NAME && words.contains(&format!(" {name} "));
    parts.any(|part| code_in(&OUTSIDE_EEA, part).is_some() || is_code(part))
        || OUTSIDE_EEA.iter().any(|(_, names)| names.iter().any(&is_named))
}

/// No more letters are looked at: no report shows more of them.
const LONGEST: usize = 200;

/// So short a name is a code, and may be a word among others.
const SHORTEST_NAME: usize = 3;

fn code_in(countries: &[Country], written: &str) -> Option<&'static str> {
    let written = written.to_lowercase();
    let is_it = |(code, names): &&Country| code.eq_ignore_ascii_case(bare(&written)) || names.contains(&bare(&written));
    countries.iter().find(is_it).map(|(code, _)| *code)
}

/// What is written in small letters, without blanks around it, an article and a point at its end.
fn bare(written: &str) -> &str {
    let written = written.trim().trim_end_matches('.');
    written.strip_prefix("the ").unwrap_or(written)
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
        let named =
            INSIDE_EEA.iter().chain(&OUTSIDE_EEA).flat_map(|(code, names)| names.iter().copied().chain([*code]));
        let all = named.chain(OTHER_CODES.split(' '));
        for outside in [
            "US",
            "u.s.a.",
            "The UK",
            "U.K.",
            "Great Britain",
            "storbritannien",
            "England",
            " np ",
            "QA",
            "Vitryssland",
            "SE, PH",
            "Ireland (support from India)",
            "Republic of the Philippines",
            "PH.",
        ] {
            assert!(is_outside_eea(outside), "{outside}");
        }
        for other in
            ["Norge", "AX", "RE", "EU", "NA", "n/a", "", "S", "Atlantis", "Sweden, Norway", "SE/DK", "Indre Finland"]
        {
            assert!(!is_outside_eea(other), "{other}");
        }
        let mut seen = HashSet::new();
        assert!(all.map(str::to_lowercase).all(|name| seen.insert(name)), "{seen:?}");
    }
}
