//! Folders: those that are made for a test, and those of the project.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder for a test, gone after it.
pub struct Folder(TempDir);

impl Folder {
    /// An empty one.
    pub fn new() -> Folder {
        Folder(tempfile::tempdir().unwrap())
    }

    /// One with these files.
    pub fn with(files: &[(&str, &str)]) -> Folder {
        let folder = Folder::new();
        folder.add(files);
        folder
    }

    /// Writes files, and the folders on the way to them.
    pub fn add(&self, files: &[(&str, &str)]) {
        files.iter().for_each(|(name, text)| self.write(name, text));
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Where something in it is.
    pub fn at(&self, name: impl AsRef<Path>) -> PathBuf {
        self.path().join(name)
    }

    /// Writes a file, and the folders on the way to it.
    pub fn write(&self, name: impl AsRef<Path>, text: impl AsRef<[u8]>) {
        let path = self.at(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Makes a folder in it, and those on the way.
    pub fn make(&self, name: &str) {
        fs::create_dir_all(self.at(name)).unwrap();
    }

    /// Makes a pipe that nobody writes to: whoever opens it waits.
    #[cfg(unix)]
    pub fn make_pipe(&self, name: impl AsRef<Path>) {
        assert!(std::process::Command::new("mkfifo").arg(self.at(name)).status().unwrap().success());
    }

    /// The text of a file.
    #[track_caller]
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.at(name)).unwrap()
    }

    /// The names of what lies in it, in order.
    pub fn names(&self) -> Vec<String> {
        names_in(self.path())
    }

    /// The names of what lies in a folder in it, in order.
    pub fn names_in(&self, name: &str) -> Vec<String> {
        names_in(&self.at(name))
    }
}

/// Only of a reference: a folder that is given away is gone before anything runs in it.
impl AsRef<Path> for &Folder {
    fn as_ref(&self) -> &Path {
        self.path()
    }
}

/// The folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The documents that vendors in `examples/` cite, each by its path there and its text.
pub fn example_papers() -> Vec<(String, String)> {
    let folder = root().join("examples");
    let folders = ["nordkontakt", "nordkontakt-2025", "halvklar"];
    let files = folders.iter().flat_map(|vendor| files_below(&folder.join(vendor)));
    let name = |path: &Path| path.strip_prefix(&folder).unwrap().to_str().unwrap().replace('\\', "/");
    files.map(|path| (name(&path), fs::read_to_string(&path).unwrap())).collect()
}

/// The text of a file in `examples/`.
pub fn example(name: &str) -> String {
    fs::read_to_string(root().join("examples").join(name)).unwrap()
}

/// The names of what lies in a folder, in order.
pub fn names_in(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Everything below a folder that is no folder itself, in the order of paths. Links are not followed.
pub fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap()) {
        match entry.file_type().unwrap().is_dir() {
            true => found.extend(files_below(&entry.path())),
            false => found.push(entry.path()),
        }
    }
    found.sort();
    found
}
