//! The files of this machine, and the day it is: the world of the command line.

use std::collections::HashSet;
use std::fs::{self, File, FileType, Metadata};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::stand_ins::StandIns;
use super::system;
use crate::case::{FileKind, Listed, Unreadable, World};
use crate::source::{Date, Fingerprint};

/// The files of this machine, seen from a folder, on a day. They are only read.
///
/// ```
/// use duly::{Date, Disk, Judgement, Request, Shelf, load};
///
/// let day = Date::parse("2026-11-23").ok_or("a day")?;
/// let world = Disk::new(env!("CARGO_MANIFEST_DIR"), day);
/// let loaded = load(&Request::new("examples/nordkontakt.yaml"), &world, &Shelf::default());
/// let case = loaded.value.ok_or("cannot be judged")?;
/// assert!(Judgement::of(&case)?.assessment().rating.is_some());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct Disk {
    folder: PathBuf,
    today: Date,
    read: FilesRead,
    stand_ins: Option<Arc<StandIns>>,
}

impl Disk {
    /// The disk, seen from a folder.
    pub fn new(folder: impl Into<PathBuf>, today: Date) -> Disk {
        Disk { folder: folder.into(), today, read: FilesRead::default(), stand_ins: None }
    }

    /// The same, noting what is read with what others have read.
    pub(super) fn noting(self, read: &FilesRead) -> Disk {
        Disk { read: read.clone(), ..self }
    }

    /// The same with files that stand in for others.
    pub(super) fn with(self, stand_ins: Option<Arc<StandIns>>) -> Disk {
        Disk { stand_ins, ..self }
    }

    /// Where a path leads before links are followed.
    fn place(&self, path: &Path) -> io::Result<PathBuf> {
        let path = self.folder.join(path);
        self.stand_ins.as_ref().map_or(Ok(path.clone()), |stand_ins| stand_ins.lead(&path))
    }
}

/// The files that were read in this run, whatever they are called. Clones share it.
#[derive(Clone, Debug, Default)]
pub struct FilesRead(Arc<Mutex<Files>>);

#[derive(Debug, Default)]
struct Files {
    identities: HashSet<(u64, u64)>,
    /// Where the system does not say which file it is: its real path, in small letters.
    paths: HashSet<String>,
}

impl FilesRead {
    /// Notes a file that is read.
    pub(super) fn note(&self, path: &Path, about: &Metadata) {
        let mut files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match system::identity(about) {
            Some(identity) => files.identities.insert(identity),
            None => files.paths.insert(real_name(path)),
        };
    }

    /// Whether a file was read, by whatever name.
    pub(super) fn has(&self, path: &Path, about: &Metadata) -> bool {
        let files = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match system::identity(about) {
            Some(identity) => files.identities.contains(&identity),
            None => files.paths.contains(&real_name(path)),
        }
    }
}

fn real_name(path: &Path) -> String {
    fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf()).to_string_lossy().to_lowercase()
}

impl World for Disk {
    fn today(&self) -> Date {
        self.today
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        let place = self.place(path)?;
        let is_nowhere = self.stand_ins.as_ref().is_some_and(|stand_ins| place == stand_ins.here());
        if is_nowhere { Ok(place) } else { fs::canonicalize(place) }
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        fs::metadata(self.folder_at(path).ok()?).ok().map(|about| kind(about.file_type()))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let listed = |entry: io::Result<fs::DirEntry>| {
            let entry = entry?;
            let kind = entry.file_type().map_or(FileKind::Other, kind); // opening it says what is wrong
            Ok(Listed { name: entry.file_name(), kind })
        };
        fs::read_dir(self.folder_at(folder)?)?.map(listed).collect()
    }

    fn open(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Unreadable> {
        let (file, length) = self.opened(path)?;
        Ok(read_within(file, length, limit.saturating_add(1))?)
    }

    fn peek(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Unreadable> {
        let (file, about) = self.found(path)?;
        Ok(read_within(file, about.len(), limit.saturating_add(1))?)
    }

    fn end(&self, path: &Path, most: usize) -> Result<Vec<u8>, Unreadable> {
        let (mut file, about) = self.found(path)?;
        let length = about.len();
        let start = length.saturating_sub(u64::try_from(most).unwrap_or(u64::MAX));
        file.seek(SeekFrom::Start(start))?;
        Ok(read_within(file, length - start, most)?)
    }

    fn sha256(&self, path: &Path, limit: u64) -> Result<Option<(Fingerprint, u64)>, Unreadable> {
        let (file, length) = self.opened(path)?;
        if length > limit {
            return Ok(None);
        }
        Ok(Fingerprint::of_reader(file, limit)?)
    }
}

impl Disk {
    /// The same where a folder is meant.
    fn folder_at(&self, path: &Path) -> io::Result<PathBuf> {
        let path = self.folder.join(path);
        self.stand_ins.as_ref().map_or(Ok(path.clone()), |stand_ins| stand_ins.lead_to_folder(&path))
    }

    /// A regular file, opened to make something of it, and how long it is.
    fn opened(&self, path: &Path) -> Result<(File, u64), Unreadable> {
        let (file, about) = self.found(path)?;
        self.read.note(&self.place(path)?, &about);
        Ok((file, about.len()))
    }

    /// A regular file, opened, and what the system says of it.
    fn found(&self, path: &Path) -> Result<(File, Metadata), Unreadable> {
        let path = self.place(path)?;
        // to open a pipe, or to read what the system makes, would be to wait for whoever writes to it
        let is_readable = |about: &Metadata| about.is_file() && !system::is_of_the_system(&path, about);
        if !is_readable(&fs::metadata(&path)?) {
            return Err(Unreadable::NotAFile);
        }
        // something else may have been put in its place: a pipe is not waited for, and what is open now is asked
        let file = system::open_at_once(&path)?;
        let about = file.metadata()?;
        if !is_readable(&about) {
            return Err(Unreadable::NotAFile);
        }
        Ok((file, about))
    }
}

/// What a file holds, up to so many bytes. A file of the length that it was said to have takes one look and another
/// that finds its end.
fn read_within(mut file: File, length: u64, most: usize) -> io::Result<Vec<u8>> {
    let expected = usize::try_from(length).unwrap_or(usize::MAX).saturating_add(1);
    let mut bytes = vec![0; expected.min(most)];
    let mut filled = 0;
    while let Some(room) = bytes.get_mut(filled..).filter(|room| !room.is_empty()) {
        match file.read(room) {
            Ok(0) => break,
            Ok(more) => filled += more,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        if filled == bytes.len() {
            bytes.resize(filled.saturating_mul(2).min(most), 0); // it has grown since
        }
    }
    bytes.truncate(filled);
    Ok(bytes)
}

fn kind(of: FileType) -> FileKind {
    if of.is_file() {
        FileKind::File
    } else if of.is_dir() {
        FileKind::Folder
    } else if of.is_symlink() {
        FileKind::Link
    } else {
        FileKind::Other
    }
}
