//! Whether two answers files are of one vendor: by registration where both give one, else by name.

use std::collections::{BTreeMap, BTreeSet};

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
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        VendorIdentity { name, registration: registration.and_then(registration_key) }
    }

    /// Its name as it is written, with one blank between its words: nobody sees how many there are.
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

/// A name is held against so many others at most that may differ from it in the same letter.
const MOST_ALIKE: usize = 20;

/// The pairs of vendors among many whose names look alike, or are the same though their registrations differ, each with
/// its file, in the order of the second of each; and which of the two it is. Of names that are the same to the eye the
/// first stands for all, and each other one is told once.
pub fn look_alikes<'v, F: Clone>(
    vendors: impl Iterator<Item = (&'v VendorIdentity, F)>,
) -> Vec<(Kinship, [(&'v VendorIdentity, F); 2])> {
    let vendors: Vec<(&VendorIdentity, F)> = vendors.collect();
    let mut looks: Vec<(String, usize)> = vendors.iter().map(|(vendor, _)| skeleton(&vendor.name)).zip(0..).collect();
    looks.sort_unstable();
    let mut pairs = BTreeMap::new();
    let mut told = BTreeSet::new();
    let mut note = |first: usize, other: usize| {
        let [one, two] = [first, other].map(|at| vendors[at].0);
        let kinship = one.kinship(two);
        let passes = matches!(kinship, Kinship::LookAlikes | Kinship::Namesakes);
        if passes && told.insert([one.name(), two.name()]) {
            pairs.insert((other, first), kinship);
        }
    };
    let same = looks.chunk_by(|(a, _), (b, _)| a == b);
    for alike in same.clone() {
        alike[1..].iter().for_each(|(_, at)| note(alike[0].1, *at));
    }
    near(same.map(|alike| (alike[0].0.as_str(), alike[0].1)), |first, other| {
        let [one, two] = [first, other].map(|at| vendors[at].0.name());
        if !are_numbered(one, two) {
            note(first, other);
        }
    });
    let pair = |first: usize, other: usize| [first, other].map(|at| vendors[at].clone());
    pairs.into_iter().map(|((other, first), kinship)| (kinship, pair(first, other))).collect()
}

/// Notes pairs of looks that may differ in one letter, each by its number, the smaller one first: those that share what
/// is left of them without one letter. So nobody has to compare all with all.
fn near<'l>(looks: impl Iterator<Item = (&'l str, usize)> + Clone, mut note: impl FnMut(usize, usize)) {
    let long = || looks.clone().filter(|(look, _)| look.chars().nth(LEAST - 1).is_some());
    let mut left: Vec<(u32, usize)> = Vec::with_capacity(long().map(|(look, _)| look.chars().count() + 1).sum());
    long().for_each(|(look, at)| left.extend(without_one(look).map(|rest| (rest, at))));
    left.sort_unstable();
    left.dedup();
    for alike in left.chunk_by(|(a, _), (b, _)| a == b) {
        for (at, (_, other)) in alike.iter().enumerate() {
            alike[at.saturating_sub(MOST_ALIKE)..at].iter().for_each(|(_, first)| note(*first, *other));
        }
    }
}

/// The hashes of what is left of a text without each of its letters in turn, and at last of all of it.
fn without_one(text: &str) -> impl Iterator<Item = u32> {
    // each letter times a power of this by its place; any odd number does, for what has one hash is compared
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    let letters: Vec<u64> = text.chars().map(u64::from).collect();
    let first = letters.iter().skip(1).rev().fold(0_u64, |sum, letter| sum.wrapping_mul(BASE).wrapping_add(*letter));
    let next = (0..letters.len()).scan((first, 1_u64), move |(sum, power), at| {
        let behind = letters.get(at + 1).copied().unwrap_or_default();
        *sum = sum.wrapping_add(letters[at].wrapping_sub(behind).wrapping_mul(*power));
        *power = power.wrapping_mul(BASE);
        Some(*sum)
    });
    [first].into_iter().chain(next).map(|sum| u32::try_from(sum >> 32).unwrap_or_default())
}

/// Names of fewer letters may differ in one without looking alike.
const LEAST: usize = 8;

/// Whether a reader may take one name for the other.
fn look_alike(a: &str, b: &str) -> bool {
    let [one, other] = [a, b].map(skeleton);
    one == other || (is_one_apart(&one, &other) && !are_numbered(a, b))
}

/// Whether two looks of many letters differ in one that is another, is missing, or has changed places with the next.
fn is_one_apart(a: &str, b: &str) -> bool {
    let is_long = |look: &str| look.chars().nth(LEAST - 1).is_some();
    let [one, other] = apart(a, b);
    let is_apart = match [one, other].map(|part| part.chars().count()) {
        [1, 1] | [1, 0] | [0, 1] => true,
        [2, 2] => one.chars().eq(other.chars().rev()),
        _ => false,
    };
    is_apart && is_long(a) && is_long(b)
}

/// Whether names differ in digits alone, by which readers tell what is numbered.
fn are_numbered(a: &str, b: &str) -> bool {
    apart(a, b).iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// What stands in each of two texts between what both begin with and what both end with.
fn apart<'t>(a: &'t str, b: &'t str) -> [&'t str; 2] {
    let same = |(a, b): (char, char)| (a == b).then(|| a.len_utf8());
    let before: usize = a.chars().zip(b.chars()).map_while(same).sum();
    let (a, b) = (&a[before..], &b[before..]);
    let behind: usize = a.chars().rev().zip(b.chars().rev()).map_while(same).sum();
    [&a[..a.len() - behind], &b[..b.len() - behind]]
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
            ("NordKontakt  AB", None),
            ("Alfa AB", Some("0010")),
            ("Alfa, AB", Some("0010")),
            ("NordContakt AB", None),
            ("Billigsvra Ltd", None),
            ("Kundlinjen 1 AB", None),
            ("Kundlinjen 2 AB", None),
            ("Alfa AB", Some("0020")),
        ];
        let vendors = vendors.map(|(name, registration)| VendorIdentity::named(name, registration));
        let pair = |first: usize, other: usize| [first, other].map(|at| (&vendors[at], at));
        let alike = |first: usize, other: usize| (Kinship::LookAlikes, pair(first, other));
        let expected = [alike(0, 2), alike(0, 7), alike(1, 8), (Kinship::Namesakes, pair(5, 11))];
        assert_eq!(look_alikes(vendors.iter().zip(0..)), expected, "Alfa is one vendor by its registration");
    }

    #[test]
    fn what_is_left_of_a_text_has_one_hash_whatever_was_taken_out() {
        let whole = |text: &str| without_one(text).last();
        let rests = ["bcd", "acd", "abd", "abc", "abcd"];
        assert_eq!(without_one("abcd").map(Some).collect::<Vec<_>>(), rests.map(whole));
        assert_ne!(whole("abcd"), whole("abdc"));
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
            ("NordKontakt AB", "NordKotnakt AB"),
            ("NordKontakt AB", "NordKonttakt AB"),
            ("Securitas Sverige AB", "5ecuritas Sverige AB"),
            ("Securitas Sverige AB", "S3curitas Sverige AB"),
        ] {
            assert!(look_alike(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("Alfa AB", "Beta AB"),
            ("A AB", "B AB"),
            ("NordKontakt AB", "Billigsvar Ltd"),
            ("Ringlinjen 1", "Ringlinjen 2"),
        ] {
            assert!(!look_alike(a, b), "{a} {b}");
        }
    }
}
