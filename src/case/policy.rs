//! Which policy is in force: the one that was named, else the nearest that the vendor cannot have sent.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::desk::Desk;
use super::request::{Input, Request};
use super::shelf::PolicyMark;
use super::world::FileKind;
use crate::policy::{self, Policy};
use crate::source::Source;
use crate::words::clean;
use crate::words::problem::policy as problem;

/// The name under which a policy is looked for.
pub(super) const NAME: &str = "duly.toml";

/// Whether the policy was found by its place, not named.
pub(super) fn is_found(request: &Request, policy: &Policy) -> bool {
    request.policy.is_none() && policy.source.is_some()
}

impl Desk<'_> {
    /// The policy that is named, else the one that is found, else the default one; `None` if it cannot be used.
    pub(super) fn policy(&mut self, named: Option<&Input>, vendor: Option<&Path>) -> Option<Arc<Policy>> {
        let mark = match named {
            None => Some(PolicyMark::Found(vendor.map(Path::to_path_buf))),
            Some(Input::File(path) | Input::Opened(path, _)) => Some(PolicyMark::Named(path.clone())),
            Some(Input::Given(..)) => None, // several may have one name
        };
        let read = || {
            let mut desk = Desk::new(self.world, self.shelf);
            let policy = desk.read_policy(named, vendor).map(Arc::new);
            (policy, desk.notes)
        };
        let (policy, notes) = match mark {
            Some(mark) => self.shelf.policy(mark, read),
            None => read(),
        };
        self.notes.append(notes);
        policy
    }

    fn read_policy(&mut self, named: Option<&Input>, vendor: Option<&Path>) -> Option<Policy> {
        let found = match named {
            Some(_) => None,
            None => self.search_policy(vendor).map(Input::File),
        };
        let Some(input) = named.or(found.as_ref()) else { return Some(Policy::default()) };
        let source = self.read(input, policy::read::LARGEST)?;
        let checked = policy::read(&source);
        self.notes.append(checked.diagnostics);
        checked.value
    }

    /// The nearest policy in this folder or above it, except in or below the vendor's folder: a vendor could send one.
    fn search_policy(&mut self, vendor: Option<&Path>) -> Option<PathBuf> {
        let here = self.shelf.real(Path::new(""), self.world)?;
        for folder in here.ancestors() {
            let candidate = folder.join(NAME);
            if self.world.kind(&candidate) != Some(FileKind::File) {
                continue;
            }
            let shown = candidate.strip_prefix(&here).map_or_else(|_| candidate.clone(), Path::to_path_buf);
            if vendor.is_some_and(|vendor| folder.starts_with(vendor)) {
                let source = Source::new(shown.to_string_lossy(), "");
                self.notes.note_file(&source, problem::policy_beside_answers(clean::shown(shown.display())));
                continue;
            }
            return Some(shown);
        }
        None
    }
}
