//! The files of a folder by what is in them, whatever they are called and wherever in it they lie.

use std::io;
use std::iter;
use std::path::{Path, PathBuf};

use super::disk::Disk;
use crate::case::folder::{DEEPEST, MOST_ENTRIES};
use crate::case::{FileFormat, FileKind, World, kind, prepared, questionnaire, text};
use crate::questionnaire::read::LARGEST;
use crate::questionnaire::{Questionnaire, built_in};
use crate::source::{Diagnostics, Fingerprint};

/// The files of a folder and of those in it. Hidden ones are left aside, and so are links and what is larger than any
/// file that a judgement reads.
#[derive(Debug)]
pub struct KeptFiles {
    disk: Disk,
    files: Vec<KeptFile>,
    left: usize,
}

#[derive(Debug)]
struct KeptFile {
    path: PathBuf,
    sha256: String,
}

/// Why there is no file for a fingerprint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// No file has this content, and none has the name.
    Nowhere,
    /// A file has the name, and another content.
    OtherContent,
    /// A file has the name, and differs in how its lines end alone.
    OtherLineEnds,
}

impl KeptFiles {
    /// What lies in a folder.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of(folder: &Path, disk: Disk) -> io::Result<KeptFiles> {
        let mut all = KeptFiles { disk, files: Vec::new(), left: MOST_ENTRIES };
        all.look(folder, 0)?;
        Ok(all)
    }

    fn look(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut entries = self.disk.list(folder)?;
        entries.retain(|entry| !entry.name.as_encoded_bytes().starts_with(b"."));
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        for entry in entries {
            let Some(left) = self.left.checked_sub(1) else { return Ok(()) };
            self.left = left;
            let path = folder.join(&entry.name);
            match entry.kind {
                FileKind::Folder if depth < DEEPEST => drop(self.look(&path, depth + 1)), // others may be readable
                FileKind::File => {
                    let sha256 = self.disk.sha256(&path, LARGEST as u64).ok().flatten();
                    self.files.extend(sha256.map(|(sha256, _)| KeptFile { path, sha256: sha256.to_string() }));
                }
                FileKind::Folder | FileKind::Link | FileKind::Other => {}
            }
        }
        Ok(())
    }

    /// The file whose fingerprint begins so; of several that are the same, the one that has this name.
    ///
    /// # Errors
    /// There is none.
    pub fn with(&self, sha256: &str, name: &str) -> Result<&Path, NotKept> {
        let has_name = |file: &&KeptFile| file.path.file_name().is_some_and(|other| other == name);
        let found: Vec<&KeptFile> = self.files.iter().filter(|file| file.sha256.starts_with(sha256)).collect();
        let best = found.iter().find(|file| has_name(file)).or(found.first());
        if let Some(file) = best {
            return Ok(&file.path);
        }
        let mut namesakes = self.files.iter().filter(has_name).peekable();
        if namesakes.peek().is_none() {
            return Err(NotKept::Nowhere);
        }
        let is_it = namesakes.any(|file| self.has_other_line_ends(&file.path, sha256));
        Err(if is_it { NotKept::OtherLineEnds } else { NotKept::OtherContent })
    }

    fn has_other_line_ends(&self, path: &Path, sha256: &str) -> bool {
        let Ok(bytes) = self.disk.open(path, LARGEST) else { return false };
        let unix: Vec<u8> = bytes.into_iter().filter(|byte| *byte != b'\r').collect();
        let lines = || unix.split(|byte| *byte == b'\n');
        let ended = |end: &'static [u8]| {
            let between = iter::once(&[][..]).chain(iter::repeat(end));
            Fingerprint::of(between.zip(lines()).flat_map(|(end, line)| [end, line])).to_string()
        };
        ended(b"\n").starts_with(sha256) || ended(b"\r\n").starts_with(sha256)
    }

    /// The main file of the questionnaire whose fingerprint begins so: nothing for one that is built in.
    ///
    /// # Errors
    /// There is none.
    pub fn questionnaire(&self, sha256: &str) -> Result<Option<PathBuf>, NotKept> {
        let is_built_in = |built_in: &built_in::BuiltIn| {
            let read = prepared::questionnaire(built_in).value;
            read.is_some_and(|it| it.fingerprint().starts_with(sha256) || only_file(&it, sha256))
        };
        if built_in::ALL.iter().any(is_built_in) {
            return Ok(None);
        }
        let found = self.files.iter().find(|file| self.is_questionnaire(&file.path, sha256));
        found.map(|file| Some(file.path.clone())).ok_or(NotKept::Nowhere)
    }

    fn is_questionnaire(&self, path: &Path, sha256: &str) -> bool {
        let is_text =
            path.extension().is_some_and(|ending| ["yaml", "yml", "json"].iter().any(|known| ending == *known));
        let Some(source) = is_text.then(|| text::read(&self.disk, path, LARGEST).ok()).flatten() else { return false };
        if kind::format(&source, &mut Diagnostics::default()) != Some(FileFormat::Questionnaire) {
            return false;
        }
        let read = questionnaire::read(&source, path, &self.disk).value;
        read.is_some_and(|it| it.fingerprint().starts_with(sha256) || only_file(&it, sha256))
    }
}

/// Whether the one file of a questionnaire has this fingerprint, as OSCAL tells it.
fn only_file(questionnaire: &Questionnaire, sha256: &str) -> bool {
    questionnaire.only_source().is_some_and(|source| source.fingerprint().starts_with(sha256))
}
