//! The files of a questionnaire, and of those that it extends.

use std::sync::Arc;

use crate::questionnaire::ids::{ById, FileId};
use crate::source::fields::Reading;
use crate::source::{Arena, Diagnostics, Node, Source};

/// The files that are read: the main one, then the category files, then those of what is extended.
pub(super) type Readings<'l> = ById<FileId, Reading<'l>>;

/// A questionnaire with its files: the one that is read, or one that it extends.
pub(super) struct Layer<'l> {
    /// The main file.
    pub(super) source: &'l Arc<Source>,
    /// Where its trees lie.
    pub(super) arena: &'l Arena,
    pub(super) root: &'l Node<'l>,
    /// The category files, one for each entry under `categories`; `None` for those that hold a category themselves.
    pub(super) parts: &'l [Option<Arc<Source>>],
    pub(super) trees: &'l [Option<Node<'l>>],
    /// What was noted while the files were had and taken apart.
    pub(super) notes: Diagnostics,
}

/// The same with the names of its files.
pub(super) struct Numbered<'l> {
    pub(super) layer: &'l Layer<'l>,
    pub(super) main: FileId,
    pub(super) parts: Vec<Option<FileId>>,
}
