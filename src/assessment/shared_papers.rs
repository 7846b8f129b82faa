//! Files that stand behind documents of two vendors: one of them may have borrowed the other's.

use std::collections::{BTreeSet, HashMap};

use crate::source::Fingerprint;

/// The files of many vendors, as they are judged one after the other.
#[derive(Debug, Default)]
pub struct SharedPapers<F> {
    /// Behind which vendor's documents a file was seen first, and in which answers.
    seen: HashMap<Fingerprint, (String, F)>,
    found: Vec<SharedPaper<F>>,
}

/// A file that two vendors show; of several that the same two share, the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPaper<F> {
    /// The answers of both.
    pub files: [F; 2],
    /// The file.
    pub sha256: Fingerprint,
}

impl<F: Clone + PartialEq> SharedPapers<F> {
    /// Notes the files of the next vendor, by the answers that name them.
    pub fn add(&mut self, answers: &F, vendor: &str, papers: &BTreeSet<Fingerprint>) {
        let vendor = vendor.trim();
        for sha256 in papers {
            let (first, theirs) =
                self.seen.entry(*sha256).or_insert_with(|| (vendor.to_owned(), answers.clone())).clone();
            let files = [theirs, answers.clone()];
            if first != vendor && !self.found.iter().any(|found| found.files == files) {
                self.found.push(SharedPaper { files, sha256: *sha256 });
            }
        }
    }

    /// What was found, in the order of the vendors.
    pub fn found(&self) -> &[SharedPaper<F>] {
        &self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_of_two_vendors_is_found_once_and_one_of_two_dates_is_not() {
        let files =
            |names: &[&str]| -> BTreeSet<Fingerprint> { names.iter().map(|name| Fingerprint::of([name])).collect() };
        let mut shared = SharedPapers::default();
        shared.add(&"a", "Alfa", &files(&["one", "two"]));
        shared.add(&"a-old", "Alfa ", &files(&["one"]));
        assert_eq!(shared.found(), []);
        shared.add(&"b", "Beta", &files(&["three"]));
        shared.add(&"c", "Ceta", &files(&["one", "two", "three"]));
        let found: Vec<[&str; 2]> = shared.found().iter().map(|shared| shared.files).collect();
        assert_eq!(found.len(), 2);
        assert!(found.contains(&["a", "c"]) && found.contains(&["b", "c"]));
    }
}
