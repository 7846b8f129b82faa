//! What has been read for one of many vendors and is the same for others: questionnaires, and what lies in folders.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::world::{FileKind, World};
use crate::questionnaire::Questionnaire;
use crate::source::Checked;

/// More folders are not kept, so that memory does not grow with the number of files.
const ROOM: usize = 16;

/// Where a questionnaire stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ShelfMark {
    /// A built-in one, by its key.
    BuiltIn(&'static str),
    /// One of ours, by its path.
    File(PathBuf),
}

/// Questionnaires that have been read, with what was noted. Threads share it; each of them may read one that is new.
#[derive(Debug, Default)]
pub struct Shelf {
    kept: Mutex<HashMap<ShelfMark, Kept>>,
    folders: Mutex<HashMap<PathBuf, Arc<Listing>>>,
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

type Kept = (Option<Arc<Questionnaire>>, crate::source::Diagnostics);

impl Shelf {
    /// What is kept, else what is read now; `None` if it cannot be read.
    pub(crate) fn get_or(
        &self,
        asked: ShelfMark,
        read: impl FnOnce() -> Option<Checked<Questionnaire>>,
    ) -> Option<Checked<Arc<Questionnaire>>> {
        let found = self.kept.lock().unwrap_or_else(PoisonError::into_inner).get(&asked).cloned();
        if let Some((value, diagnostics)) = found {
            return Some(Checked { value, diagnostics });
        }
        let read = shared(read()?);
        // all of them are ours: built in, or named by us
        let kept = (read.value.clone(), read.diagnostics.clone());
        self.kept.lock().unwrap_or_else(PoisonError::into_inner).insert(asked, kept);
        Some(read)
    }

    /// What lies in a folder, listed once; `None` if it cannot be.
    pub(crate) fn listing(&self, folder: &Path, world: &dyn World) -> Option<Arc<Listing>> {
        let found = self.folders.lock().unwrap_or_else(PoisonError::into_inner).get(folder).cloned();
        if found.is_some() {
            return found;
        }
        let listed = world.list(folder).ok()?.into_iter().map(|entry| (entry.name, entry.kind));
        let listing = Arc::new(Listing { names: listed.collect(), small: OnceLock::new() });
        let mut folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner);
        if folders.len() < ROOM {
            folders.insert(folder.to_path_buf(), Arc::clone(&listing));
        }
        Some(listing)
    }
}

/// Ready to be shared.
pub fn shared(checked: Checked<Questionnaire>) -> Checked<Arc<Questionnaire>> {
    Checked { value: checked.value.map(Arc::new), diagnostics: checked.diagnostics }
}
