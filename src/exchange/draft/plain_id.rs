//! Ids of other formats as ours have them.

use std::collections::{BTreeMap, BTreeSet};

use crate::questionnaire::names::{folded, is_reserved};
use crate::source::Fingerprint;

/// An id is at most so long; our own reach to 64 with the number of one that came twice.
const LONGEST: usize = 56;

/// An id with letters of ASCII, digits, `-` and `_` alone: every run of anything else becomes one `-`. It depends on
/// the id alone, so that the ids of two files agree. One of which nothing is left, or that is too long, ends with a
/// mark of its own, and a reserved word with `-id`.
pub fn plain_id(original: &str) -> String {
    let mut out = String::with_capacity(original.len().min(LONGEST));
    for letter in original.trim().chars().flat_map(without_marks) {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '_' => out.push(letter),
            _ if !out.ends_with('-') => out.push('-'),
            _ => {}
        }
    }
    let plain = out.trim_matches('-');
    if is_reserved(plain) {
        return format!("{plain}-id");
    }
    if !plain.is_empty() && plain.len() <= LONGEST {
        return plain.to_owned();
    }
    let mark: String = Fingerprint::of([original.trim()]).to_string().chars().take(8).collect();
    let kept: String = plain.chars().take(LONGEST - 9).collect();
    if kept.is_empty() { format!("id-{mark}") } else { format!("{}-{mark}", kept.trim_end_matches('-')) }
}

/// A letter without the marks that European languages put on it.
fn without_marks(letter: char) -> impl Iterator<Item = char> {
    let plain = match letter {
        'å' | 'ä' | 'à' | 'á' | 'â' | 'ã' => "a",
        'Å' | 'Ä' | 'À' | 'Á' | 'Â' | 'Ã' => "A",
        'ö' | 'ø' | 'ò' | 'ó' | 'ô' | 'õ' => "o",
        'Ö' | 'Ø' | 'Ò' | 'Ó' | 'Ô' | 'Õ' => "O",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'É' | 'È' | 'Ê' | 'Ë' => "E",
        'ü' | 'ù' | 'ú' | 'û' => "u",
        'Ü' | 'Ù' | 'Ú' | 'Û' => "U",
        'æ' => "ae",
        'Æ' => "AE",
        'ß' => "ss",
        'ç' => "c",
        'ñ' => "n",
        _ => "",
    };
    plain.chars().chain(plain.is_empty().then_some(letter))
}

/// Ids that are taken, each of which may stand once, in whatever capitals. However many are asked for, each is found at
/// once.
#[derive(Debug, Default)]
pub struct TakenIds {
    taken: BTreeSet<String>,
    /// The last number that was tried behind an id.
    last: BTreeMap<String, usize>,
}

impl TakenIds {
    /// Takes an id; `false` if it was taken before.
    pub fn take(&mut self, id: &str) -> bool {
        self.taken.insert(folded(id).into_owned())
    }

    /// Takes a plain id itself, or with the first number behind it that nobody has.
    pub fn free(&mut self, id: String) -> String {
        let mut number = self.last.get(&*folded(&id)).copied().unwrap_or_default();
        loop {
            number += 1;
            let found = if number == 1 { id.clone() } else { format!("{id}-{number}") };
            if self.take(&found) {
                self.last.insert(folded(&id).into_owned(), number);
                return found;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_become_plain_and_stay_apart() {
        let plain = ["A&A-01.1", " office_id ", "a/b//c", "1.2.3", "HEOR-01"].map(plain_id);
        assert_eq!(plain, ["A-A-01-1", "office_id", "a-b-c", "1-2-3", "HEOR-01"]);
        assert_eq!(
            ["unknown", " Never ", "n/a", "never-2"].map(plain_id),
            ["unknown-id", "Never-id", "n-a", "never-2"]
        );
        assert_eq!(plain_id("Behörighet & åtkomst"), "Behorighet-atkomst");
        let (none, other) = (plain_id("日本"), plain_id("日"));
        assert!(none != other && none.starts_with("id-"), "{none} {other}");
        let long = plain_id(&"x".repeat(300));
        assert!(long.len() <= LONGEST && long != plain_id(&"x".repeat(301)));
    }

    #[test]
    fn the_second_of_an_id_gets_a_number() {
        let mut taken = TakenIds::default();
        let given = ["a", "a", "A", "a-2", "b"].map(|id| taken.free(id.to_owned()));
        assert_eq!(given, ["a", "a-2", "A-3", "a-2-2", "b"]);
    }
}
