//! The controls of the CCM by their numbers in its edition 4.0, to which questionnaires refer: edition 4.1 took some
//! out and put others in, so that the same number stands for another control there.

/// A run of controls that have other numbers in 4.1: the domain there, the first and the last of them, and the domain
/// and the first number that they have in 4.0.
const MOVED: [(&str, u32, u32, &str, u32); 13] = [
    ("DCS", 2, 16, "DCS", 1),
    ("I&S", 1, 9, "IVS", 1),
    ("IAM", 12, 15, "IAM", 13),
    ("LOG", 9, 14, "LOG", 8),
    ("SEF", 8, 8, "SEF", 7),
    ("SEF", 10, 10, "SEF", 8),
    ("STA", 2, 8, "STA", 1),
    ("STA", 10, 16, "STA", 8),
    ("TVM", 3, 3, "TVM", 7),
    ("TVM", 5, 7, "TVM", 4),
    ("TVM", 8, 8, "TVM", 3),
    ("TVM", 9, 9, "TVM", 8),
    ("TVM", 11, 12, "TVM", 9),
];

/// Controls that are new in 4.1.
const NEW: [&str; 11] =
    ["AIS-08", "DCS-01", "DCS-17", "DCS-18", "LOG-08", "SEF-07", "SEF-09", "STA-01", "STA-09", "TVM-04", "TVM-10"];

/// Whether controls are numbered as in 4.1, by one of them: the domain of infrastructure has another name there.
pub fn is_of_4_1(control: &str) -> bool {
    control.starts_with("I&S-")
}

/// The control of 4.0 that has this number in 4.1; `None` if it is new there.
pub fn in_4_0(control: &str) -> Option<String> {
    if NEW.contains(&control) {
        return None;
    }
    let moved = |(domain, number): (&str, u32)| {
        let run = MOVED.iter().find(|(of, first, last, ..)| *of == domain && (*first..=*last).contains(&number))?;
        let (_, first, _, domain, there) = run;
        Some(format!("{domain}-{:02}", there + (number - first)))
    };
    let parts = control.split_once('-').and_then(|(domain, number)| Some((domain, number.parse().ok()?)));
    Some(parts.and_then(moved).unwrap_or_else(|| control.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// How many controls each domain has in 4.0 and in 4.1.
    const DOMAINS: [(&str, u32, &str, u32); 17] = [
        ("A&A", 6, "A&A", 6),
        ("AIS", 7, "AIS", 8),
        ("BCR", 11, "BCR", 11),
        ("CCC", 9, "CCC", 9),
        ("CEK", 21, "CEK", 21),
        ("DCS", 15, "DCS", 18),
        ("DSP", 19, "DSP", 19),
        ("GRC", 8, "GRC", 8),
        ("HRS", 13, "HRS", 13),
        ("IAM", 16, "IAM", 15),
        ("IPY", 4, "IPY", 4),
        ("IVS", 9, "I&S", 9),
        ("LOG", 13, "LOG", 14),
        ("SEF", 8, "SEF", 10),
        ("STA", 14, "STA", 16),
        ("TVM", 10, "TVM", 12),
        ("UEM", 14, "UEM", 14),
    ];

    #[test]
    fn every_control_of_4_1_is_one_of_4_0_or_new_and_no_two_are_the_same() {
        let all =
            |domain: &str, last: u32| (1..=last).map(move |number| format!("{domain}-{number:02}")).collect::<Vec<_>>();
        let old: BTreeSet<String> = DOMAINS.iter().flat_map(|(domain, last, ..)| all(domain, *last)).collect();
        let new: Vec<String> = DOMAINS.iter().flat_map(|(.., domain, last)| all(domain, *last)).collect();
        assert_eq!([old.len(), new.len()], [197, 207]);
        let found: Vec<String> = new.iter().filter_map(|control| in_4_0(control)).collect();
        let distinct: BTreeSet<String> = found.iter().cloned().collect();
        assert_eq!([found.len(), distinct.len()], [196, 196]);
        let gone: Vec<&str> = old.difference(&distinct).map(String::as_str).collect();
        assert_eq!((gone, distinct.difference(&old).next()), (vec!["IAM-12"], None));
    }

    #[test]
    fn strong_authentication_has_another_number() {
        assert_eq!(in_4_0("IAM-13").as_deref(), Some("IAM-14"));
        assert_eq!(in_4_0("IAM-05").as_deref(), Some("IAM-05"));
        assert_eq!(in_4_0("I&S-06").as_deref(), Some("IVS-06"));
        assert_eq!(in_4_0("TVM-10"), None);
        assert!(is_of_4_1("I&S-06") && !is_of_4_1("IVS-06"));
    }
}
