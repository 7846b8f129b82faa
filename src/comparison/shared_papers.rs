//! Files that stand behind documents of two vendors: one of them may have borrowed the other's.

use std::collections::{BTreeSet, HashMap};

use crate::answers::kinship::VendorIdentity;
use crate::source::Fingerprint;

/// The files of many vendors, as they are judged one after the other.
#[derive(Debug, Default)]
pub struct SharedPapers<F> {
    /// Behind which vendor's documents a file was seen first, and in which answers.
    seen: HashMap<Fingerprint, (VendorIdentity, F)>,
    found: Vec<SharedPaper<F>>,
}

/// A file that two vendors show: the first that shows it, and each later one. Of several that the same two share, the
/// first file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SharedPaper<F> {
    /// The answers of both.
    pub files: [F; 2],
    /// The file.
    pub sha256: Fingerprint,
}

impl<F: Clone + PartialEq> SharedPapers<F> {
    /// Notes the files of the next vendor, by the answers that name them.
    pub fn add(&mut self, answers: &F, vendor: &VendorIdentity, papers: &BTreeSet<Fingerprint>) {
        let known = self.found.len(); // what was found before is of other answers
        for sha256 in papers {
            let (first, theirs) = self.seen.entry(*sha256).or_insert_with(|| (vendor.clone(), answers.clone())).clone();
            let files = [theirs, answers.clone()];
            if !first.kinship(vendor).is_one() && !self.found[known..].iter().any(|found| found.files == files) {
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
    fn two_vendors_are_told_once_and_one_vendor_never() {
        let vendor = |name: &str| VendorIdentity::named(name, None);
        let both = ["a", "b"].map(|bytes| Fingerprint::of([bytes.as_bytes()]));
        let mut shared = SharedPapers::default();
        for (file, name, papers) in
            [(1, "Alfa", &both[..]), (2, "Beta", &both), (3, "Gamma", &both[..1]), (4, "Alfa", &both)]
        {
            shared.add(&file, &vendor(name), &papers.iter().copied().collect());
        }
        let first = *both.iter().min().unwrap();
        let told = |files, sha256| SharedPaper { files, sha256 };
        assert_eq!(shared.found(), [told([1, 2], first), told([1, 3], both[0])]);
    }
}
