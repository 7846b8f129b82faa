//! What has been read for one of many vendors and is the same for others: questionnaires, policies, and what lies in
//! folders.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::hash::Hash;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::world::{FileKind, World};
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::source::{Checked, Diagnostics};

/// More of what changes from folder to folder are not kept, so that memory does not grow with the number of files.
const ROOM: usize = 16;

/// By what a policy is in force.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum PolicyMark {
    /// Its file is named.
    Named(PathBuf),
    /// It is found, but not in this folder of a vendor.
    Found(Option<PathBuf>),
}

/// What has been read, with what was noted. Threads share it; each of them may read what is new.
#[derive(Debug, Default)]
pub struct Shelf {
    /// Ours, by their paths.
    questionnaires: Kept<PathBuf, KeptReading<Questionnaire>>,
    policies: Kept<PolicyMark, KeptReading<Policy>>,
    listings: Kept<OsString, Arc<Listing>>,
    real_folders: Kept<OsString, PathBuf>,
}

/// A value, unless it cannot be used, and what was noted.
type KeptReading<T> = (Option<Arc<T>>, Diagnostics);

/// A few things by what they were made for.
#[derive(Debug)]
struct Kept<K, V>(Mutex<HashMap<K, V>>);

impl<K, V> Default for Kept<K, V> {
    fn default() -> Self {
        Kept(Mutex::default())
    }
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    fn get<Q: Eq + Hash + ?Sized>(&self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Keeps a thing that is ours for good.
    fn keep_for_good(&self, key: K, thing: &V) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key, thing.clone());
    }

    /// Keeps a thing for now. Where there is no room, the others go: files come folder by folder.
    fn keep(&self, key: K, thing: &V) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= ROOM {
            kept.clear();
        }
        kept.insert(key, thing.clone());
    }
}

/// What lies directly in a folder, by names as they are.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    names: HashMap<OsString, FileKind>,
    /// The same in small letters, worked out when a name is first missed.
    small: OnceLock<HashSet<String>>,
}

impl Listing {
    /// What has this name, links not followed.
    pub(crate) fn get(&self, name: &str) -> Option<FileKind> {
        self.names.get(OsStr::new(name)).copied()
    }

    /// Whether something has this name but for capitals.
    pub(crate) fn has_with_other_capitals(&self, name: &str) -> bool {
        let small = || self.names.keys().filter_map(|name| name.to_str()).map(str::to_lowercase).collect();
        self.small.get_or_init(small).contains(&name.to_lowercase())
    }
}

impl Shelf {
    /// The same for cases of another world: what is ours and was read stays, but nothing of what lies where.
    #[cfg(feature = "cli")]
    pub(crate) fn for_another_world(self) -> Shelf {
        Shelf { questionnaires: self.questionnaires, policies: self.policies, ..Shelf::default() }
    }

    /// A questionnaire that is kept, else what is read now; `None` if it cannot be read.
    pub(crate) fn questionnaire(
        &self,
        path: &Path,
        read: impl FnOnce() -> Option<Checked<Questionnaire>>,
    ) -> Option<Checked<Arc<Questionnaire>>> {
        if let Some((value, diagnostics)) = self.questionnaires.get(path) {
            return Some(Checked { value, diagnostics });
        }
        let Checked { value, diagnostics } = shared(read()?);
        let read = (value, diagnostics);
        self.questionnaires.keep_for_good(path.to_path_buf(), &read); // all of them are named by us
        Some(Checked { value: read.0, diagnostics: read.1 })
    }

    /// The policy that is kept, else the one that is read now.
    pub(super) fn policy(&self, mark: PolicyMark, read: impl FnOnce() -> KeptReading<Policy>) -> KeptReading<Policy> {
        self.policies.get(&mark).unwrap_or_else(|| {
            let read = read();
            self.policies.keep(mark, &read);
            read
        })
    }

    /// What lies in a folder, listed once; `None` if it cannot be.
    pub(crate) fn listing(&self, folder: &Path, world: &dyn World) -> Option<Arc<Listing>> {
        let known = self.listings.get(folder.as_os_str());
        known.or_else(|| {
            let listed = world.list(folder).ok()?.into_iter().map(|entry| (entry.name, entry.kind));
            let listing = Arc::new(Listing { names: listed.collect(), small: OnceLock::new() });
            self.listings.keep(folder.into(), &listing);
            Some(listing)
        })
    }

    /// A folder, links resolved once; `None` if it is not there.
    pub(super) fn real(&self, folder: &Path, world: &dyn World) -> Option<PathBuf> {
        let known = self.real_folders.get(folder.as_os_str());
        known.or_else(|| {
            let real = world.real(folder).ok()?;
            self.real_folders.keep(folder.into(), &real);
            Some(real)
        })
    }
}

/// Ready to be shared.
pub fn shared(checked: Checked<Questionnaire>) -> Checked<Arc<Questionnaire>> {
    Checked { value: checked.value.map(Arc::new), diagnostics: checked.diagnostics }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::tests::ASKED;
    use crate::case::{Memory, load};
    use crate::source::Date;

    #[test]
    fn in_another_world_what_is_ours_is_there_and_nothing_else_is() {
        let (disk, nowhere) = (Memory::new(Date::default()).with("ours/q.yaml", ASKED), Memory::new(Date::default()));
        let (shelf, folder, named) = (Shelf::default(), Path::new("ours"), "ours/q.yaml");
        assert!(load::ours(None, Some(named), &disk, &shelf).value.is_some());
        assert!(shelf.real(folder, &disk).is_some() && shelf.listing(folder, &disk).is_some());
        assert!(shelf.real(folder, &nowhere).is_some() && shelf.listing(folder, &nowhere).is_some(), "it is kept");
        let shelf = shelf.for_another_world();
        assert!(shelf.real(folder, &nowhere).is_none() && shelf.listing(folder, &nowhere).is_none());
        let kept = shelf.questionnaire(Path::new(named), || None);
        assert!(kept.is_some_and(|kept| kept.value.is_some()));
    }
}
