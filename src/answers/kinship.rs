//! Whether two answers files are of one vendor: by registration where both give one, else by name.

use std::collections::BTreeSet;

use strsim::osa_distance;

use crate::answers::Answers;
use crate::answers::registration::registration_key;

/// How two vendors stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kinship {
    /// They are one.
    Same,
    /// They are one, by registration, under two names.
    Renamed,
    /// They are two of the same name: their registrations differ.
    Namesakes,
    /// They are two whose names look alike.
    LookAlikes,
    /// They are two.
    Others,
}

impl Kinship {
    /// Whether it is one vendor.
    pub fn is_one(self) -> bool {
        matches!(self, Kinship::Same | Kinship::Renamed)
    }
}

/// By what a vendor is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VendorIdentity {
    name: String,
    registration: Option<String>,
}

impl VendorIdentity {
    /// Who answers.
    pub fn of(answers: &Answers) -> VendorIdentity {
        VendorIdentity::named(&answers.vendor, answers.registration.as_deref())
    }

    /// Somebody of a name, and of a registration if it gives one, both as they are written.
    pub fn named(name: &str, registration: Option<&str>) -> VendorIdentity {
        VendorIdentity { name: name.to_owned(), registration: registration.and_then(registration_key) }
    }

    /// Its name as it is written.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its registration as it is compared, if it gives one.
    pub fn registration(&self) -> Option<&str> {
        self.registration.as_deref()
    }

    /// How two vendors stand to each other.
    pub fn kinship(&self, other: &VendorIdentity) -> Kinship {
        let registered = self.registration.as_ref().zip(other.registration.as_ref());
        match (registered.map(|(a, b)| a == b), self.name == other.name) {
            (Some(true) | None, true) => Kinship::Same,
            (Some(true), false) => Kinship::Renamed,
            (Some(false), true) => Kinship::Namesakes,
            _ if look_alike(&self.name, &other.name) => Kinship::LookAlikes,
            _ => Kinship::Others,
        }
    }
}

/// How the vendors of two answers files stand to each other.
pub fn kinship(a: &Answers, b: &Answers) -> Kinship {
    VendorIdentity::of(a).kinship(&VendorIdentity::of(b))
}

/// Whether two files of one vendor are named the newer one first.
pub fn is_newer_first(a: &Answers, b: &Answers) -> bool {
    kinship(a, b).is_one() && a.answered.zip(b.answered).is_some_and(|(a, b)| a > b)
}

/// Of so many other names that look like a first one is told.
const MOST_ALIKE: usize = 20;

/// The pairs of vendors whose names look alike among many, each with its file, in the order of the second of each:
/// names that are the same to the eye, for a letter more or less would have all of them compared with all others. The
/// first vendor whose name looks so stands for it, and each other name once.
pub fn look_alikes<'v, F: Clone>(
    vendors: impl Iterator<Item = (&'v VendorIdentity, F)>,
) -> Vec<[(&'v VendorIdentity, F); 2]> {
    let by_looks = |(at, (vendor, file)): (usize, (&'v VendorIdentity, F))| (skeleton(&vendor.name), at, vendor, file);
    let mut vendors: Vec<_> = vendors.enumerate().map(by_looks).collect();
    vendors.sort_by(|(a, first, ..), (b, second, ..)| (a, first).cmp(&(b, second)));
    let mut found = Vec::new();
    for alike in vendors.chunk_by(|(a, ..), (b, ..)| a == b) {
        let [(_, _, first, its), others @ ..] = alike else { continue };
        let mut told = BTreeSet::new();
        let is_other = |other: &VendorIdentity| first.kinship(other) == Kinship::LookAlikes;
        let others = others.iter().filter(|(_, _, other, _)| is_other(other) && told.insert(&other.name));
        let pair = |(_, at, other, file): &(_, usize, _, F)| (*at, [(*first, its.clone()), (*other, file.clone())]);
        found.extend(others.take(MOST_ALIKE).map(pair));
    }
    found.sort_by_key(|(at, _)| *at);
    found.into_iter().map(|(_, pair)| pair).collect()
}

/// Names of fewer letters may differ in one without looking alike.
const LEAST: usize = 8;

/// Whether a reader may take one name for the other.
fn look_alike(a: &str, b: &str) -> bool {
    let [a, b] = [a, b].map(skeleton);
    a == b || (a.chars().count().min(b.chars().count()) >= LEAST && osa_distance(&a, &b) <= 1)
}

/// A name by how it looks: letters only, small, and those of other alphabets as the Latin ones that they look like.
fn skeleton(name: &str) -> String {
    let small = name.chars().filter(|sign| sign.is_alphanumeric()).flat_map(char::to_lowercase);
    let looks: String = small
        .map(|letter| match letter {
            'а' | 'α' => 'a',
            'е' | 'ё' | 'ε' => 'e',
            'о' | 'ο' | 'σ' | '0' => 'o',
            'р' | 'ρ' => 'p',
            'с' => 'c',
            'у' | 'γ' => 'y',
            'х' | 'χ' => 'x',
            'і' | 'ї' | 'ι' | 'ı' | '1' | 'l' => 'i',
            'ј' => 'j',
            'ѕ' => 's',
            'к' | 'κ' => 'k',
            'м' => 'm',
            'н' | 'һ' => 'h',
            'т' | 'τ' => 't',
            'в' | 'β' => 'b',
            'ν' => 'v',
            'ԁ' => 'd',
            'ԝ' | 'ω' => 'w',
            other => other,
        })
        .collect();
    looks.replace("rn", "m").replace("vv", "w")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn among_many_vendors_each_pair_of_names_that_look_alike_is_found_once() {
        let vendors = [
            ("NordKontakt AB", None),
            ("Billigsvar Ltd", None),
            ("NоrdKontakt AB", None),
            ("NоrdKontakt AB", None),
            ("NordKontakt AB", None),
            ("Alfa AB", Some("0010")),
            ("Alfa, AB", Some("0010")),
        ];
        let vendors = vendors.map(|(name, registration)| VendorIdentity::named(name, registration));
        let pair = [(&vendors[0], 1), (&vendors[2], 3)];
        assert_eq!(look_alikes(vendors.iter().zip(1..)), [pair], "Alfa is one vendor by its registration");
    }

    #[test]
    fn names_that_a_reader_may_take_for_each_other_look_alike() {
        for (a, b) in [
            ("NordKontakt AB", "NоrdKontakt AB"),
            ("Alfa AB", "ALFA  AB"),
            ("Alfa AB", "Alfa, AB."),
            ("Modern Kundtjänst", "Modem Kundtjänst"),
            ("Ringlinjen AB", "Ring1injen AB"),
            ("NordKontakt AB", "NordKontact AB"),
        ] {
            assert!(look_alike(a, b), "{a} {b}");
        }
        for (a, b) in [("Alfa AB", "Beta AB"), ("A AB", "B AB"), ("NordKontakt AB", "Billigsvar Ltd")] {
            assert!(!look_alike(a, b), "{a} {b}");
        }
    }
}
