//! A world that is nowhere but in memory.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};

use super::world::{FileKind, Listed, Unreadable, World};
use crate::source::{Date, Fingerprint};

/// More links in a row lead nowhere.
const MOST_LINKS: usize = 40;

/// Files in memory, for a program that has them from somewhere else than a disk, and for tests.
///
/// ```
/// use duly::{Date, Memory, World};
///
/// let world = Memory::new(Date::parse("2026-11-23").unwrap())
///     .with("vendors/nordkontakt.yaml", "format: duly/answers@1\n")
///     .with("duly.toml", "format = \"duly/policy@1\"\n");
/// assert_eq!(world.list("vendors".as_ref()).unwrap()[0].name, "nordkontakt.yaml");
/// assert_eq!(world.open("./vendors/../duly.toml".as_ref(), 6).unwrap(), b"format ");
/// ```
#[derive(Clone, Debug)]
pub struct Memory {
    today: Date,
    folder: PathBuf,
    /// By real path; folders are there because something lies in them.
    things: BTreeMap<PathBuf, Thing>,
}

#[derive(Clone, Debug)]
enum Thing {
    File(Vec<u8>),
    Link(PathBuf),
    Pipe,
}

impl Memory {
    /// A world without files. Relative paths start at its root.
    pub fn new(today: Date) -> Memory {
        Memory { today, folder: root(), things: BTreeMap::new() }
    }

    /// The same with one file more, or another in its place. The path starts at the root.
    #[must_use]
    pub fn with(self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) -> Memory {
        self.with_thing(path.as_ref(), Thing::File(bytes.into()))
    }

    /// The same with one link more. The path starts at the root, the target where the link lies.
    #[must_use]
    pub fn with_link(self, path: impl AsRef<Path>, target: impl Into<PathBuf>) -> Memory {
        self.with_thing(path.as_ref(), Thing::Link(target.into()))
    }

    /// The same with something more that is not to be opened: a pipe. The path starts at the root.
    #[must_use]
    pub fn with_pipe(self, path: impl AsRef<Path>) -> Memory {
        self.with_thing(path.as_ref(), Thing::Pipe)
    }

    /// The same, with relative paths that start in a folder. It starts at the root itself.
    #[must_use]
    pub fn standing_in(mut self, folder: impl AsRef<Path>) -> Memory {
        self.folder = root().join(folder);
        self
    }

    fn with_thing(mut self, path: &Path, thing: Thing) -> Memory {
        self.things.insert(root().join(path), thing);
        self
    }

    /// Whether something lies in a folder, which is then there.
    fn is_folder(&self, path: &Path) -> bool {
        path == root() || self.below(path).next().is_some()
    }

    /// What lies below a folder, however deep.
    fn below<'m>(&'m self, folder: &'m Path) -> impl Iterator<Item = (&'m Path, &'m Thing)> {
        let from = self.things.range(folder.to_path_buf()..).map(|(path, thing)| (path.as_path(), thing));
        from.skip_while(move |(path, _)| *path == folder).take_while(move |(path, _)| path.starts_with(folder))
    }

    fn resolved(&self, path: &Path, links: usize) -> io::Result<PathBuf> {
        let mut found = PathBuf::new();
        for part in self.folder.join(path).components() {
            match part {
                Component::Prefix(_) | Component::RootDir => found = root(),
                Component::CurDir => {}
                Component::ParentDir => {
                    found.pop();
                }
                Component::Normal(name) => found = self.step(&found, name, links)?,
            }
        }
        Ok(found)
    }

    /// From a folder to what has a name in it, links followed.
    fn step(&self, folder: &Path, name: &OsStr, links: usize) -> io::Result<PathBuf> {
        let path = folder.join(name);
        match self.things.get(&path) {
            Some(Thing::Link(_)) if links == MOST_LINKS => Err(io::Error::other("too many links")),
            Some(Thing::Link(target)) => self.resolved(&folder.join(target), links + 1),
            Some(_) => Ok(path),
            None if self.is_folder(&path) => Ok(path),
            None => Err(ErrorKind::NotFound.into()),
        }
    }
}

fn root() -> PathBuf {
    PathBuf::from("/")
}

impl World for Memory {
    fn today(&self) -> Date {
        self.today
    }

    fn real(&self, path: &Path) -> io::Result<PathBuf> {
        self.resolved(path, 0)
    }

    fn kind(&self, path: &Path) -> Option<FileKind> {
        let real = self.real(path).ok()?;
        Some(self.things.get(&real).map_or(FileKind::Folder, Thing::kind))
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Listed>> {
        let real = self.real(folder)?;
        if !self.is_folder(&real) {
            return Err(ErrorKind::NotADirectory.into());
        }
        let mut found: Vec<Listed> = Vec::new();
        for (path, thing) in self.below(&real) {
            let mut parts = path.strip_prefix(&real).into_iter().flat_map(Path::components);
            let Some(name) = parts.next().map(|part| part.as_os_str().to_owned()) else { continue };
            let kind = if parts.next().is_some() { FileKind::Folder } else { thing.kind() };
            if found.last().is_none_or(|last| last.name != name) {
                found.push(Listed { name, kind });
            }
        }
        Ok(found)
    }

    fn open(&self, path: &Path, limit: usize) -> Result<Vec<u8>, Unreadable> {
        let real = self.real(path)?;
        match self.things.get(&real) {
            Some(Thing::File(bytes)) => Ok(bytes.iter().take(limit.saturating_add(1)).copied().collect()),
            _ => Err(Unreadable::NotAFile),
        }
    }

    fn sha256(&self, path: &Path, limit: u64) -> Result<Option<(Fingerprint, u64)>, Unreadable> {
        let real = self.real(path)?;
        match self.things.get(&real) {
            Some(Thing::File(bytes)) => {
                let length = bytes.len() as u64;
                Ok((length <= limit).then(|| (Fingerprint::of([bytes]), length)))
            }
            _ => Err(Unreadable::NotAFile),
        }
    }
}

impl Thing {
    fn kind(&self) -> FileKind {
        match self {
            Thing::File(_) => FileKind::File,
            Thing::Link(_) => FileKind::Link,
            Thing::Pipe => FileKind::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn world() -> Memory {
        Memory::new(Date::default())
            .with("a/b/c.yaml", "c")
            .with("a/d.yaml", "d")
            .with_link("a/up.yaml", "../e.yaml")
            .with_link("l", "a/b")
            .with_link("round", "round")
            .with_pipe("p")
            .with("e.yaml", "e")
    }

    fn real(world: &Memory, path: &str) -> String {
        world.real(path.as_ref()).map_or_else(|error| error.to_string(), |path| path.to_string_lossy().into_owned())
    }

    #[test]
    fn the_end_of_a_file_is_as_much_as_is_asked_for_or_all_of_it() {
        let world = world().with("long", "beginning and end");
        for (file, end) in [("long", "end"), ("e.yaml", "e")] {
            assert_eq!(world.end(file.as_ref(), 3).unwrap(), end.as_bytes(), "{file}");
        }
        assert!(world.end("p".as_ref(), 3).is_err());
    }

    #[test]
    fn paths_lead_where_they_would_on_a_disk() {
        let world = world();
        assert_eq!(real(&world, ""), "/");
        assert_eq!(real(&world, "a/./b/../d.yaml"), "/a/d.yaml");
        assert_eq!(real(&world, "l/c.yaml"), "/a/b/c.yaml");
        assert_eq!(real(&world, "l/../d.yaml"), "/a/d.yaml", "above what the link leads to");
        assert_eq!(real(&world, "a/up.yaml"), "/e.yaml");
        assert_eq!(real(&world, "../../e.yaml"), "/e.yaml");
        assert_eq!(real(&world, "a/gone"), "entity not found");
        assert_eq!(real(&world, "round"), "too many links");
        let inside = world.standing_in("a");
        assert_eq!((real(&inside, ""), real(&inside, "b/c.yaml")), ("/a".to_owned(), "/a/b/c.yaml".to_owned()));
        assert_eq!(real(&inside, "/e.yaml"), "/e.yaml");
    }

    #[test]
    fn what_lies_in_a_folder_is_listed_and_links_are_not_followed() {
        let listed = |folder: &str| -> Vec<(String, FileKind)> {
            let listed = world().list(folder.as_ref()).unwrap();
            listed.into_iter().map(|entry| (entry.name.into_string().unwrap(), entry.kind)).collect()
        };
        let of = |name: &str, kind| (name.to_owned(), kind);
        let a = [of("b", FileKind::Folder), of("d.yaml", FileKind::File), of("up.yaml", FileKind::Link)];
        assert_eq!(listed("a"), a);
        let top = [
            of("a", FileKind::Folder),
            of("e.yaml", FileKind::File),
            of("l", FileKind::Link),
            of("p", FileKind::Other),
            of("round", FileKind::Link),
        ];
        assert_eq!(listed(""), top);
        assert_eq!(world().list("e.yaml".as_ref()).unwrap_err().kind(), ErrorKind::NotADirectory);
        assert_eq!(world().kind("l".as_ref()), Some(FileKind::Folder));
        assert_eq!(world().kind("gone".as_ref()), None);
    }

    #[test]
    fn only_files_are_opened() {
        let opened = |path: &str| world().open(path.as_ref(), 100).map_err(|why| why.to_string());
        assert_eq!(opened("a/up.yaml"), Ok(b"e".to_vec()));
        assert_eq!(opened("a"), Err("not a regular file".to_owned()));
        assert_eq!(opened("p"), Err("not a regular file".to_owned()));
        assert_eq!(opened("gone"), Err("entity not found".to_owned()));
    }
}
