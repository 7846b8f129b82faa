//! Reviews that lie where the policy says and belong to no answers of a folder, though they are of a vendor in it:
//! under another name a review is never found, and what it rejects counts for nothing. Of those beside the answers the
//! case itself tells.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::case::review::place;
use crate::case::review_names::{FoundReview, reviews_nobody_looks_for};
use crate::case::{Case, ReviewOrigin, World};
use crate::questionnaire::names::folded;
use crate::source::{Diagnostics, Source};
use crate::words::clean::{one_line, shown};
use crate::words::problem::review::review_under_other_name;

/// What the answers of a folder expect, by the folder in which their reviews are to lie.
#[derive(Debug, Default)]
pub struct StrayReviews(BTreeMap<PathBuf, ExpectedReviews>);

/// What is expected in one folder.
#[derive(Debug, Default)]
struct ExpectedReviews {
    /// The names by which a review is found.
    names: BTreeSet<OsString>,
    /// Of each vendor without a review, by its name without capitals, the name that one would have to have.
    missing: BTreeMap<String, OsString>,
}

impl StrayReviews {
    /// Notes answers of the folder.
    pub fn note(&mut self, answers: &Path, case: &Case, world: &dyn World) {
        let (review, origin) = place(answers, &case.policy);
        let (Some(folder), Some(name)) = (review.parent(), review.file_name()) else { return };
        if origin != ReviewOrigin::Policy {
            return;
        }
        let expected = self.0.entry(folder.to_path_buf()).or_default();
        expected.names.insert(name.to_owned());
        if world.kind(&review).is_none() {
            let vendor = folded(&case.answers.vendor).into_owned();
            expected.missing.entry(vendor).or_insert_with(|| name.to_owned());
        }
    }

    /// The reviews under another name, each with what is to be said of it.
    pub fn told(&self, world: &dyn World) -> Vec<(PathBuf, Diagnostics)> {
        let of_folder = |(folder, expected): (&PathBuf, &ExpectedReviews)| expected.strays(folder, world);
        self.0.iter().filter(|(_, expected)| !expected.missing.is_empty()).flat_map(of_folder).collect()
    }
}

impl ExpectedReviews {
    fn strays(&self, folder: &Path, world: &dyn World) -> Vec<(PathBuf, Diagnostics)> {
        let found = reviews_nobody_looks_for(folder, world, |name, _| self.names.contains(name));
        found.into_iter().filter_map(|review| self.stray(review)).collect()
    }

    fn stray(&self, FoundReview { path, vendor }: FoundReview) -> Option<(PathBuf, Diagnostics)> {
        let name = self.missing.get(&*folded(&vendor))?;
        let mut notes = Diagnostics::default();
        let source = Source::new(path.to_string_lossy(), "").at(&path);
        notes.note_file(&source, review_under_other_name(one_line(&vendor), shown(Path::new(name).display())));
        Some((path, notes))
    }
}
