//! Questionnaires that have been read: many answers files of one run name the same.

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use crate::questionnaire::Questionnaire;
use crate::source::Checked;

/// More questionnaires are not kept, so that memory does not grow with the number of files.
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
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() < ROOM {
            kept.insert(asked, (read.value.clone(), read.diagnostics.clone()));
        }
        Some(read)
    }
}

/// Ready to be shared.
pub fn shared(checked: Checked<Questionnaire>) -> Checked<Arc<Questionnaire>> {
    Checked { value: checked.value.map(Arc::new), diagnostics: checked.diagnostics }
}
