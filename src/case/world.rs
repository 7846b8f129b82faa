//! What a case is built from: files, and the day it is. The command line hands in the disk; a test, a stream or a web
//! page hand in something else.

use std::ffi::OsString;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::source::{Date, Fingerprint};

/// Files and the day it is, as far as a judgement needs them. A relative path starts in the world's own folder, which
/// the empty path names. Threads share a world.
pub trait World: Sync {
    /// The day it is. No result depends on it unless nobody names a day.
    fn today(&self) -> Date;

    /// Where a path leads: absolute, every link resolved. What leads to the same place has the same real path.
    ///
    /// # Errors
    /// Nothing is there, or nobody may look.
    fn real(&self, path: &Path) -> io::Result<PathBuf>;

    /// What a path leads to, links followed; `None` where nothing is, or nobody may look.
    fn kind(&self, path: &Path) -> Option<FileKind>;

    /// What lies directly in a folder, in any order, links not followed.
    ///
    /// # Errors
    /// It is no folder, or cannot be read.
    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>>;

    /// What is in a regular file, links followed, up to `limit` bytes and one more, by which a larger file is known. It
    /// is opened once: what is looked at is what is read. Anything else than a regular file is not opened, for a pipe
    /// or a device could keep us waiting for ever.
    ///
    /// # Errors
    /// It is no regular file, or cannot be read.
    fn open(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Unreadable>;

    /// What [`World::open`] gives, only to know what it is: nothing is made of it.
    ///
    /// # Errors
    /// As [`World::open`].
    fn peek(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Unreadable> {
        self.open(path, limit)
    }

    /// The last `most` bytes of a regular file, or all of a smaller one, links followed, only to know what it is. A
    /// world that can look there need not read the rest.
    ///
    /// # Errors
    /// As [`World::open`].
    fn end(&self, path: &Path, most: usize) -> Result<Vec<u8>, Unreadable> {
        let mut bytes = self.peek(path, usize::MAX)?;
        Ok(bytes.split_off(bytes.len().saturating_sub(most)))
    }

    /// The fingerprint of a regular file, links followed, and how many bytes it has; no more of it is kept in memory
    /// than a part. `None` if it is larger than `limit` bytes, of which nothing is read where its length says so.
    ///
    /// # Errors
    /// As [`World::open`].
    fn sha256(&self, path: &Path, limit: u64) -> Result<Option<(Fingerprint, u64)>, Unreadable>;
}

/// What stands at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FileKind {
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A link to somewhere else. What follows links never says so.
    Link,
    /// A pipe, a device or something else that is not opened.
    Other,
}

/// What lies in a folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its name in the folder, as it is.
    pub name: OsString,
    /// What it is.
    pub kind: FileKind,
}

/// Why a file cannot be read.
#[derive(Debug)]
#[non_exhaustive]
pub enum Unreadable {
    /// It is no regular file.
    NotAFile,
    /// As the system says.
    Because(io::Error),
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        Unreadable::Because(error)
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Unreadable::NotAFile => write!(f, "not a regular file"),
            Unreadable::Because(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Unreadable {}
