//! A world that notes what is done in it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::case::{FileKind, Listed, Memory, Unreadable, World};
use crate::source::{Date, Fingerprint};

/// A world in memory, and what was done in it.
pub struct Watched {
    /// What lies there.
    pub memory: Memory,
    /// The files that were opened, one after the other.
    pub opened: Mutex<Vec<PathBuf>>,
    /// How many bytes were read at once, at most.
    pub most: Mutex<usize>,
    /// How often a folder was listed.
    pub listed: AtomicUsize,
}

impl Watched {
    pub fn new(memory: Memory) -> Watched {
        Watched { memory, opened: Mutex::default(), most: Mutex::default(), listed: AtomicUsize::default() }
    }
}

impl World for Watched {
    fn today(&self) -> Date {
        self.memory.today()
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.memory.real(path)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        self.memory.kind(path)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        self.listed.fetch_add(1, Ordering::Relaxed);
        self.memory.list(folder)
    }

    fn open(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Unreadable> {
        self.opened.lock().unwrap().push(path.to_path_buf());
        let bytes = self.memory.open(path, limit)?;
        let mut most = self.most.lock().unwrap();
        *most = bytes.len().max(*most);
        Ok(bytes)
    }

    fn end(&self, path: &Path, most: usize) -> Result<Vec<u8>, Unreadable> {
        self.memory.end(path, most)
    }

    fn sha256(&self, path: &Path, limit: u64) -> Result<Option<(Fingerprint, u64)>, Unreadable> {
        self.memory.sha256(path, limit)
    }
}
