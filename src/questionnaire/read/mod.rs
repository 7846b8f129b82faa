//! From files to a valid [`Questionnaire`], with every problem noted.
//!
//! First all files are had, those of what it extends too (`extending`), and laid out (`layout`); then all of it is
//! read (`whole`).

mod categories;
mod condition;
mod definitions;
mod extending;
mod factors;
mod flags;
mod form;
mod gathering;
mod groups;
mod layer;
mod layout;
mod question;
mod selection;
mod whole;

use std::sync::Arc;

pub use self::categories::CATEGORY_FORMAT;
use self::extending::FilesOf;
pub use self::extending::{LARGEST, Loader, MOST_NODES};
pub use self::whole::FORMAT;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::built_in::BuiltIn;
use crate::source::{Checked, Source};

/// The JSON Schema of such a file, for editors.
pub const SCHEMA: &str = include_str!("../questionnaire.schema.json");

/// Reads a questionnaire; `load` gives the files that it names: of categories, and of what it extends.
pub fn read(source: &Arc<Source>, load: Loader<'_>) -> Checked<Questionnaire> {
    extending::read(source, &FilesOf::Folder { load, within: String::new() }, &[])
}

impl BuiltIn {
    /// Reads it from its texts. A test proves that nothing is noted.
    pub fn read(&self) -> Checked<Questionnaire> {
        extending::read(&self.main_source(), &FilesOf::BuiltIn(self), &[])
    }
}
