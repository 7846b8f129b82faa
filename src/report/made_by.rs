//! How a document was made, so that it can be made again.

use crate::words::Clean;

/// What made a document, as somebody would type it again: only what has an effect, files by their names alone. Who has
/// a command line says it; a program that uses the library has none, and its documents say nothing of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MadeBy(Option<Clean>);

impl MadeBy {
    /// What was typed.
    pub fn typed(command: Clean) -> MadeBy {
        MadeBy(Some(command))
    }

    /// What to type.
    pub fn command(&self) -> Option<&Clean> {
        self.0.as_ref()
    }
}
