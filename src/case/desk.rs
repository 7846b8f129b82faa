//! What reading a case needs at every step: the world, what was noted so far, and what was read for the files before.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::request::Input;
use super::shelf::Shelf;
use super::text;
use super::world::World;
use crate::policy::Policy;
use crate::source::{Diagnostics, Source, Span};

/// Where a case is put together. Each of the rules is in the file of what it is about.
pub(super) struct Desk<'d> {
    pub(super) world: &'d dyn World,
    pub(super) shelf: &'d Shelf,
    pub(super) notes: Diagnostics,
}

/// A place in the answers file.
pub(super) struct Spot<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) span: Span,
}

impl<'d> Desk<'d> {
    pub(super) fn new(world: &'d dyn World, shelf: &'d Shelf) -> Self {
        Desk { world, shelf, notes: Diagnostics::default() }
    }

    /// The text of what was handed in; why it cannot be read is noted.
    pub(super) fn read(&mut self, input: &Input, limit: usize) -> Option<Arc<Source>> {
        let text = text::of(self.world, input, limit);
        text.map_err(|problem| self.notes.note_file(&Source::new(input.name(), ""), problem)).ok()
    }

    /// Whether something is there. A listing does not say so: where capitals make no difference, only the world knows.
    pub(super) fn is_there(&self, path: &Path) -> bool {
        self.world.kind(path).is_some()
    }

    /// The folder of the vendor's file, links resolved; for what lies nowhere the current one, in which it may lie.
    pub(super) fn vendor_folder(&self, file: Option<&Path>) -> Option<PathBuf> {
        let folder = match file {
            Some(file) => file.parent()?,
            None => Path::new(""),
        };
        let here = || Some(self.shelf.real(Path::new(""), self.world)?.join(folder));
        self.shelf.real(folder, self.world).or_else(here)
    }
}

/// A path that the policy names, which starts where the policy lies.
pub(super) fn beside(policy: &Policy, path: &str) -> PathBuf {
    let folder = policy.source.as_ref().and_then(|source| source.path.parent().map(Path::to_path_buf));
    folder.unwrap_or_default().join(path)
}
