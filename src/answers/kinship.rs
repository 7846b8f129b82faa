//! Whether two answers files are of one vendor: by registration where both give one, else by name.

use std::collections::HashMap;

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

/// Names that look alike among those of many vendors, as these come one after the other: the same to the eye, for a
/// letter more or less would have all of them compared with all others.
#[derive(Clone, Debug)]
pub struct LookAlikes<F> {
    /// The first vendor whose name looks so, and the other names that do.
    seen: HashMap<String, (VendorIdentity, F, Vec<String>)>,
    found: Vec<[(String, F); 2]>,
}

impl<F> Default for LookAlikes<F> {
    fn default() -> LookAlikes<F> {
        LookAlikes { seen: HashMap::new(), found: Vec::new() }
    }
}

impl<F: Clone> LookAlikes<F> {
    /// Notes the next vendor, by the file of its answers.
    pub fn add(&mut self, vendor: &VendorIdentity, file: &F) {
        let new = || (vendor.clone(), file.clone(), Vec::new());
        let (first, its, others) = self.seen.entry(skeleton(&vendor.name)).or_insert_with(new);
        let is_other = first.kinship(vendor) == Kinship::LookAlikes && !others.contains(&vendor.name);
        if is_other && others.len() < MOST_ALIKE {
            others.push(vendor.name.clone());
            self.found.push([(first.name.clone(), its.clone()), (vendor.name.clone(), file.clone())]);
        }
    }

    /// The pairs, each once, in the order of the vendors: names, and the first file of each.
    pub fn found(&self) -> &[[(String, F); 2]] {
        &self.found
    }
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
        let mut alike = LookAlikes::default();
        for (file, name, registration) in [
            (1, "NordKontakt AB", None),
            (2, "Billigsvar Ltd", None),
            (3, "NоrdKontakt AB", None),
            (4, "NоrdKontakt AB", None),
            (5, "NordKontakt AB", None),
            (6, "Alfa AB", Some("0010")),
            (7, "Alfa, AB", Some("0010")),
        ] {
            alike.add(&VendorIdentity::named(name, registration), &file);
        }
        let pair = [("NordKontakt AB".to_owned(), 1), ("NоrdKontakt AB".to_owned(), 3)];
        assert_eq!(alike.found(), [pair], "Alfa is one vendor by its registration");
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
