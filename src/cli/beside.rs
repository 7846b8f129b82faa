//! The next file, beside the one that it is to replace. Its name follows from that one's, so that what a writer left
//! that was killed is found by the next one; a lock says that its writer is still at work.

use std::fs::{self, File, Metadata, TryLockError};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use super::replace::NextFile;
use super::system;
use crate::source::Fingerprint;

/// How often, and how long each time, we wait for another writer of the same file.
const WAITS: (usize, Duration) = (250, Duration::from_millis(20));

/// The next file of a target.
#[derive(Debug)]
pub struct Beside<'t> {
    target: &'t Path,
    path: PathBuf,
    /// What is replaced, if anything is there.
    old: Option<Metadata>,
    file: Option<File>,
}

impl Beside<'_> {
    /// Nothing is done yet.
    pub fn new(target: &Path) -> Beside<'_> {
        let name = target.file_name().unwrap_or_default().as_encoded_bytes();
        let path = target.with_file_name(format!(".duly-{}", Fingerprint::of([name]).short()));
        Beside { target, path, old: fs::metadata(target).ok(), file: None }
    }

    fn file(&mut self) -> io::Result<&mut File> {
        self.file.as_mut().ok_or_else(|| ErrorKind::NotFound.into())
    }

    /// Whether our path still leads to this file.
    fn is_here(&self, file: &File) -> io::Result<bool> {
        match fs::symlink_metadata(&self.path) {
            Ok(found) => Ok(system::is_same_file(&file.metadata()?, &found)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error),
        }
    }
}

impl NextFile for Beside<'_> {
    fn make(&mut self) -> io::Result<()> {
        let file = system::new_file(&self.path, self.old.as_ref())?;
        let _ = file.lock(); // where a file system knows no locks, there is none
        if !self.is_here(&file)? {
            return Err(ErrorKind::AlreadyExists.into()); // cleared away before it was locked
        }
        self.file = Some(file);
        Ok(())
    }

    fn clear(&mut self) -> io::Result<()> {
        let gone = |done: io::Result<()>| match done {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            done => done,
        };
        let left = match fs::symlink_metadata(&self.path) {
            Ok(found) if found.is_file() => File::open(&self.path),
            Ok(_) => return gone(fs::remove_file(&self.path)), // no file of ours, and not to be followed
            Err(error) => return gone(Err(error)),
        };
        let left = match left {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => return gone(fs::remove_file(&self.path)),
            Err(error) => return gone(Err(error)),
            Ok(left) => left,
        };
        for _ in 0..WAITS.0 {
            match left.try_lock() {
                Err(TryLockError::WouldBlock) => thread::sleep(WAITS.1),
                _ if self.is_here(&left)? => return gone(fs::remove_file(&self.path)),
                _ => return Ok(()),
            }
        }
        Err(ErrorKind::ResourceBusy.into())
    }

    fn append(&mut self, part: &[u8]) -> io::Result<()> {
        self.file()?.write_all(part)
    }

    fn keep_owner(&mut self) -> io::Result<()> {
        let Some(old) = self.old.clone() else { return Ok(()) };
        system::keep_owner(self.file()?, &old)
    }

    fn keep_permissions(&mut self) -> io::Result<()> {
        let Some(permissions) = self.old.as_ref().map(Metadata::permissions) else { return Ok(()) };
        self.file()?.set_permissions(permissions)
    }

    fn settle(&mut self) -> io::Result<()> {
        self.file()?.sync_all()
    }

    fn exchange(&mut self) -> io::Result<()> {
        let is_here = self.file.as_ref().is_some_and(|file| self.is_here(file).is_ok_and(|is_here| is_here));
        if is_here { fs::rename(&self.path, self.target) } else { Err(ErrorKind::ResourceBusy.into()) }
    }

    fn settle_folder(&mut self) -> io::Result<()> {
        system::settle_folder(self.target.parent().unwrap_or(Path::new(".")))
    }

    fn discard(&mut self) -> io::Result<()> {
        let is_here = self.file.as_ref().is_some_and(|file| self.is_here(file).is_ok_and(|is_here| is_here));
        if is_here { fs::remove_file(&self.path) } else { Ok(()) }
    }
}
