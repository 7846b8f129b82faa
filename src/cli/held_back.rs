//! Documents that wait until every file has been read: none of them may take the place of a file that is still to be
//! read, such as a paper of the next vendor.

use std::io::{Read, Seek, Write};
use std::path::{Path, PathBuf};

use tempfile::SpooledTempFile;

use super::console::Console;
use super::files::{self, May};
use crate::words::Lang;

/// Documents, one behind the other, and where each belongs.
#[derive(Debug)]
pub struct HeldBack {
    documents: SpooledTempFile,
    targets: Vec<(PathBuf, u64)>,
}

impl HeldBack {
    /// None yet, for a folder, which is made if it is not there. What is too large to be kept in memory lies in it,
    /// where nobody sees it.
    ///
    /// # Errors
    /// The folder cannot be made.
    pub fn new(folder: &Path, lang: Lang, console: &Console) -> anyhow::Result<HeldBack> {
        files::make_folder(&folder.join("document"), lang, console)?;
        Ok(HeldBack { documents: files::unseen(&console.machine.folder.join(folder)), targets: Vec::new() })
    }

    /// Holds a document back.
    ///
    /// # Errors
    /// The disk is full.
    pub fn add(&mut self, target: PathBuf, document: &[u8], lang: Lang) -> anyhow::Result<()> {
        let added = self.documents.write_all(document);
        added.map_err(|error| files::not_written(&target, &error, lang))?;
        self.targets.push((target, document.len() as u64));
        Ok(())
    }

    /// Writes them all; what cannot be written is talked about. Whether all of them are written.
    pub fn write(mut self, may: May, lang: Lang, console: &mut Console) -> bool {
        let mut all = true;
        let mut at = self.documents.rewind();
        for (target, length) in self.targets {
            let mut document = Vec::new();
            let read = at.and_then(|()| (&mut self.documents).take(length).read_to_end(&mut document));
            at = Ok(());
            let written = read.map_err(|error| files::not_written(&target, &error, lang));
            let written = written.and_then(|_| files::write(&document, Some(&target), may, lang, console));
            written.unwrap_or_else(|error| {
                all = false;
                console.talk_of(&error, lang);
            });
        }
        all
    }
}
