//! The controls of the CCM by their numbers in its edition 4.0, to which questionnaires refer: edition 4.1 took some
//! out and put others in, so that the same number stands for another control there.

/// The framework, as built-in questionnaires name it.
pub const FRAMEWORK: &str = "csa-ccm";

/// Each domain, and how many controls it has: in 4.0, and in 4.1.
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

/// An edition of the CCM.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CcmEdition {
    /// 4.0 in all its releases.
    Four,
    /// 4.1.
    FourOne,
}

impl CcmEdition {
    /// The edition of which some of these controls are alone; `None` if each is in both, or some are of the one and
    /// some of the other.
    pub fn of<'c>(controls: impl Iterator<Item = &'c str>) -> Option<CcmEdition> {
        let mut alone = [false; 2];
        for control in controls {
            let [old, new] = [CcmEdition::Four, CcmEdition::FourOne].map(|edition| edition.has(control));
            alone[0] |= old && !new;
            alone[1] |= new && !old;
        }
        match alone {
            [true, false] => Some(CcmEdition::Four),
            [false, true] => Some(CcmEdition::FourOne),
            _ => None,
        }
    }

    fn has(self, control: &str) -> bool {
        let Some((domain, number)) = control.split_once('-') else { return false };
        let is_plain = number.len() == 2 && number.bytes().all(|digit| digit.is_ascii_digit());
        let number = number.parse().ok().filter(|_| is_plain).unwrap_or(0);
        DOMAINS.iter().any(|(old, last, new, newest)| {
            let (known, last) = if self == CcmEdition::Four { (old, last) } else { (new, newest) };
            *known == domain && (1..=*last).contains(&number)
        })
    }
}

/// What the id of a control stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CcmControl {
    /// This control of 4.0.
    Known(String),
    /// A control that is new in 4.1.
    New,
    /// One control in 4.0 and another in 4.1.
    Unclear,
}

/// What an id stands for in an edition, or in any where that is not known; `None` if it is no control.
pub fn meant(control: &str, edition: Option<CcmEdition>) -> Option<CcmControl> {
    let is_of = |one: CcmEdition| edition.is_none_or(|edition| edition == one) && one.has(control);
    let old = is_of(CcmEdition::Four).then(|| CcmControl::Known(control.to_owned()));
    let new = is_of(CcmEdition::FourOne).then(|| in_4_0(control).map_or(CcmControl::New, CcmControl::Known));
    match (old, new) {
        (Some(old), Some(new)) if old != new => Some(CcmControl::Unclear),
        (old, new) => old.or(new),
    }
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

    #[test]
    fn an_edition_is_told_by_what_the_other_has_not() {
        let of = |controls: &[&str]| CcmEdition::of(controls.iter().copied());
        assert_eq!(of(&["IAM-13", "I&S-03"]), Some(CcmEdition::FourOne));
        assert_eq!(of(&["IAM-13", "IVS-03"]), Some(CcmEdition::Four));
        assert_eq!([of(&["IAM-13"]), of(&["IVS-03", "I&S-03"])], [None, None]);
        let known = |control: &str| Some(CcmControl::Known(control.to_owned()));
        assert_eq!(meant("IAM-13", Some(CcmEdition::FourOne)), known("IAM-14"));
        assert_eq!(meant("IAM-13", Some(CcmEdition::Four)), known("IAM-13"));
        assert_eq!(meant("IAM-13", None), Some(CcmControl::Unclear));
        assert_eq!([meant("IAM-05", None), meant("I&S-03", None)], [known("IAM-05"), known("IVS-03")]);
        assert_eq!(meant("TVM-12", None), known("TVM-10"));
        assert_eq!(meant("SEF-09", None), Some(CcmControl::New));
        assert_eq!(["IAM-99", "IAM-1", "XXX-01", "IAM-00"].map(|id| meant(id, None)), [const { None }; 4]);
    }
}
