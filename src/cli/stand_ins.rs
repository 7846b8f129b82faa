//! Files that stand in for others: where a command is run again, and what it needs lies elsewhere or under another
//! name. Nothing is seen but one folder, and no link leads out of it.

use std::collections::HashMap;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Paths that lead elsewhere.
#[derive(Clone, Debug)]
pub struct StandIns {
    /// The only folder whose files are seen: its real path.
    root: PathBuf,
    /// Real paths of other files that are seen: those that somebody of ours named.
    pinned: Vec<PathBuf>,
    /// The folder in which somebody seems to stand: no folder has its name.
    here: PathBuf,
    /// Paths, each with the file or folder that stands there; nothing where there is none.
    things: HashMap<PathBuf, Option<PathBuf>>,
    /// Folders, each with the one whose files stand in it.
    folders: Vec<(PathBuf, PathBuf)>,
}

/// A name that no file has.
const NOWHERE: &str = "\0";

impl StandIns {
    /// Nothing but a folder.
    ///
    /// # Errors
    /// It cannot be looked into.
    pub fn of(folder: &Path) -> io::Result<StandIns> {
        let root = fs::canonicalize(folder)?;
        let above = root.ancestors().last().map(Path::to_path_buf).unwrap_or_default();
        let here = above.join(NOWHERE).join(NOWHERE);
        Ok(StandIns { root, pinned: Vec::new(), here, things: HashMap::new(), folders: Vec::new() })
    }

    /// The only folder whose files are seen.
    pub fn folder(&self) -> &Path {
        &self.root
    }

    /// Has a file be seen wherever it lies.
    pub fn pin(&mut self, file: &Path) {
        self.pinned.extend(fs::canonicalize(file));
    }

    /// The folder in which somebody seems to stand.
    pub fn here(&self) -> &Path {
        &self.here
    }

    /// The folder above that one.
    pub fn above(&self) -> PathBuf {
        self.here.parent().unwrap_or(&self.here).to_path_buf()
    }

    /// Has something stand at a path that starts there, or nothing.
    pub fn put(&mut self, path: impl AsRef<Path>, thing: Option<&Path>) {
        self.things.insert(self.here.join(path), thing.map(Path::to_path_buf));
    }

    /// Has the files of a folder stand in one that starts there, unless those of another one stand there already: what
    /// is listed and what is read must be of one folder.
    pub fn put_folder(&mut self, path: impl AsRef<Path>, folder: &Path) {
        let at = self.here.join(path);
        if self.folders.iter().all(|(known, _)| *known != at) {
            self.folders.push((at, folder.to_path_buf()));
        }
    }

    /// The folder that an absolute path leads to, where it leads to one: also the one that stands where somebody seems
    /// to stand.
    ///
    /// # Errors
    /// Nothing stands there.
    pub fn lead_to_folder(&self, path: &Path) -> io::Result<PathBuf> {
        let stands = self.folders.iter().find(|(at, _)| path == self.here && *at == self.here);
        stands.map_or_else(|| self.lead(path), |(_, folder)| Ok(folder.clone()))
    }

    /// Where an absolute path leads.
    ///
    /// # Errors
    /// Nothing stands there.
    pub fn lead(&self, path: &Path) -> io::Result<PathBuf> {
        if path == self.here {
            return Ok(self.here.clone());
        }
        let nothing = || io::Error::from(ErrorKind::NotFound);
        let real = match self.things.get(path) {
            Some(thing) => thing.clone().ok_or_else(nothing)?,
            None => {
                let within =
                    self.folders.iter().filter_map(|(at, folder)| Some((at, path.strip_prefix(at).ok()?, folder)));
                let nearest = within.max_by_key(|(at, ..)| at.components().count());
                nearest.map_or_else(|| path.to_path_buf(), |(_, rest, folder)| folder.join(rest))
            }
        };
        let found = fs::canonicalize(&real).map_err(|_| nothing())?;
        if found.starts_with(&self.root) || self.pinned.contains(&found) { Ok(real) } else { Err(nothing()) }
    }
}
