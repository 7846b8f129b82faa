//! Which files of a folder are meant when the folder is named: every file in it and in its folders that holds answers.
//! What looks as if it could hold some and is not judged is told, never passed over.

use std::collections::{HashMap, HashSet};
use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::endings::{Ending, copied, ending, is_of_other_program};
use super::glance::{Glance, glance};
use super::kind;
use super::text;
use super::whose;
use super::world::{FileKind, Listed, World};
use crate::answers::read::LARGEST;
use crate::source::Source;
use crate::words::problem::Problem;

/// No folder is looked into that lies deeper than this in the one that is named.
pub const DEEPEST: usize = 16;

/// So many files and folders are looked at.
pub const MOST_ENTRIES: usize = 200_000;

/// What lies in a folder or below it and may hold answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundFile {
    /// Where it lies, from where the folder was named.
    pub path: PathBuf,
    found: FoundBy,
    /// The answers to which it belongs by its name if one of them is judged: as the form of which they were taken, as a
    /// copy that an editor kept, or as a folder of papers. Of a form and of a copy its content decides.
    belongs_to: Vec<PathBuf>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum FoundBy {
    /// Its text says whether it holds answers.
    Named(Ending),
    /// It is not looked at.
    Closed(PassedOver),
}

/// Why something that could hold answers is not judged.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum PassedOver {
    /// It holds answers, and its name ends otherwise.
    OtherEnding,
    /// It is a form that came back and was not taken in.
    Form,
    /// It is an archive with answers, and not as a vendor sends them with its papers.
    InArchive,
    /// It holds answers, and has the name of a review.
    ReviewName,
    /// It is a link that leads out of the folder that was named.
    LeadsOut,
    /// It cannot be opened, or not be read to its end, and that would say what it is.
    Unreadable,
    /// It is a folder that cannot be read, for the reason that the system gives.
    ClosedFolder(String),
    /// It is a folder that lies deeper than [`DEEPEST`].
    TooDeep,
    /// It is the first that there was no room for: see [`MOST_ENTRIES`].
    TooMany,
}

/// What becomes of a file.
#[derive(Debug)]
pub enum FileStanding {
    /// It is judged: this is its text, or why that cannot be read.
    Judged(Result<Arc<Source>, Problem>),
    /// It is not judged, and that is told.
    Told(PassedOver),
    /// It may be a form that came back, or an archive with one, by what its name says or by its first bytes: these. Of
    /// the vendor of the answers beside it that are judged it is left aside.
    Packed(Ending, Vec<u8>, Vec<Arc<Source>>),
    /// It is plainly something else.
    Aside,
}

/// What lies in a folder or below it and may hold answers, in the order of paths. Nothing is opened. Left aside are
/// what is hidden, folders of the name `evidence`, and links to what lies in the folder anyway.
///
/// # Errors
/// The folder itself cannot be read.
pub fn files_in(folder: &Path, world: &dyn World) -> io::Result<Vec<FoundFile>> {
    let mut walk =
        FolderWalk { world, root: world.real(folder)?, left: MOST_ENTRIES, found: Vec::new(), links: Vec::new() };
    walk.look(folder, 0)?;
    let known: HashSet<PathBuf> =
        walk.found.iter().filter_map(|file| real_within(&walk.root, folder, &file.path)).collect();
    let mut found = walk.found;
    found.extend(walk.links.into_iter().filter(|(_, real)| !known.contains(real)).map(|(file, _)| file));
    found.sort_by(|a, b| a.path.cmp(&b.path));
    keep_judged(&mut found);
    Ok(found)
}

/// A link to what is judged under another name is not judged itself, and nothing belongs to it.
fn keep_judged(found: &mut [FoundFile]) {
    let of_others = found.iter().flat_map(|file| &file.belongs_to);
    let is_found = |path: &&PathBuf| {
        let at = found.binary_search_by(|file| file.path.cmp(path));
        at.is_ok_and(|at| found[at].found == FoundBy::Named(Ending::Yaml))
    };
    let judged: HashSet<PathBuf> = of_others.filter(is_found).cloned().collect();
    found.iter_mut().for_each(|file| file.belongs_to.retain(|path| judged.contains(path)));
}

/// The real path of a file in a folder, none of whose parts is a link.
fn real_within(root: &Path, folder: &Path, path: &Path) -> Option<PathBuf> {
    path.strip_prefix(folder).ok().map(|rest| root.join(rest))
}

struct FolderWalk<'w> {
    world: &'w dyn World,
    /// The real path of the folder that was named.
    root: PathBuf,
    /// So many entries may still be looked at.
    left: usize,
    found: Vec<FoundFile>,
    /// Links to files in the folder, and their real paths.
    links: Vec<(FoundFile, PathBuf)>,
}

impl FolderWalk<'_> {
    fn look(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut entries = self.world.list(folder)?;
        entries.retain(|entry| !entry.name.as_encoded_bytes().starts_with(b"."));
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        let answers = answers_by_stem(&entries);
        for entry in &entries {
            let path = folder.join(&entry.name);
            let Some(left) = self.left.checked_sub(1) else {
                if self.found.last().is_none_or(|last| last.found != FoundBy::Closed(PassedOver::TooMany)) {
                    self.closed(path, PassedOver::TooMany);
                }
                return Ok(());
            };
            self.left = left;
            match entry.kind {
                FileKind::Folder if entry.name == "evidence" => {}
                FileKind::Folder if depth == DEEPEST => self.closed(path, PassedOver::TooDeep),
                FileKind::Folder => {
                    if let Err(error) = self.look(&path, depth + 1) {
                        self.closed(path, PassedOver::ClosedFolder(error.to_string()));
                    }
                }
                FileKind::Link => self.link(path, belongs_to(entry, folder, &answers)),
                FileKind::File => self.file(path, entry.kind, belongs_to(entry, folder, &answers)),
                FileKind::Other => self.file(path, entry.kind, Vec::new()),
            }
        }
        Ok(())
    }

    fn closed(&mut self, path: PathBuf, why: PassedOver) {
        self.closed_unless_of(path, why, Vec::new());
    }

    fn closed_unless_of(&mut self, path: PathBuf, why: PassedOver, belongs_to: Vec<PathBuf>) {
        self.found.push(FoundFile { path, found: FoundBy::Closed(why), belongs_to });
    }

    fn file(&mut self, path: PathBuf, kind: FileKind, belongs_to: Vec<PathBuf>) {
        let ending = ending(&path);
        if kind == FileKind::File || ending != Ending::Other && !is_cells_or_packed(ending) {
            self.found.push(FoundFile { path, found: FoundBy::Named(ending), belongs_to });
        }
    }

    /// A link is not followed out of the folder. A folder of papers may be one: no paper counts that is reached by a
    /// link.
    fn link(&mut self, path: PathBuf, papers_of: Vec<PathBuf>) {
        let Ok(real) = self.world.real(&path) else { return self.file(path, FileKind::Other, Vec::new()) };
        let is_folder = self.world.kind(&path) == Some(FileKind::Folder);
        // what lies in the folder is looked at where it lies, but for folders that are not
        let is_unseen = |part: &OsStr| part == "evidence" || part.as_encoded_bytes().starts_with(b".");
        let below = real.strip_prefix(&self.root).ok();
        let is_seen = below.is_some_and(|below| !below.iter().any(is_unseen));
        match below {
            _ if is_folder && (is_seen || path.ends_with("evidence")) => {}
            _ if is_folder => self.closed_unless_of(path, PassedOver::LeadsOut, papers_of),
            None if is_of_other_program(&path) && is_of_other_program(&real) => {}
            None => self.closed(path, PassedOver::LeadsOut),
            Some(_) => {
                let found = FoundBy::Named(ending(&path));
                self.links.push((FoundFile { path, found, belongs_to: Vec::new() }, real));
            }
        }
    }
}

impl FoundFile {
    /// What becomes of it. It is opened here, and where it may have to be judged its text is the one that is judged.
    pub fn standing(&self, world: &dyn World) -> FileStanding {
        let standing = match &self.found {
            FoundBy::Closed(why) => FileStanding::Told(why.clone()),
            FoundBy::Named(Ending::Yaml) => whole(&self.path, world, kind::is_meant),
            FoundBy::Named(ending) => self.by_its_looks(*ending, world),
        };
        if self.belongs_to.is_empty() {
            return standing;
        }
        match standing {
            FileStanding::Told(PassedOver::LeadsOut) if self.judged(world).next().is_some() => FileStanding::Aside,
            FileStanding::Told(PassedOver::OtherEnding) if self.is_of_their_vendor(world) => FileStanding::Aside,
            FileStanding::Packed(named, beginning, _) => {
                FileStanding::Packed(named, beginning, self.judged(world).flatten().collect())
            }
            standing => standing,
        }
    }

    /// The answers to which it belongs by its name, of those that are judged: their texts, or why one cannot be read.
    fn judged(&self, world: &dyn World) -> impl Iterator<Item = Result<Arc<Source>, Problem>> {
        self.belongs_to.iter().filter_map(|path| match whole(path, world, kind::holds_answers) {
            FileStanding::Judged(text) => Some(text),
            FileStanding::Told(_) | FileStanding::Packed(..) | FileStanding::Aside => None,
        })
    }

    /// Whether its text is answers of the vendor whose answers it belongs to by its name.
    fn is_of_their_vendor(&self, world: &dyn World) -> bool {
        let Ok(bytes) = world.peek(&self.path, LARGEST) else { return false };
        let text = text::roughly(&self.path, bytes);
        self.judged(world).flatten().any(|answers| whose::is_of_vendor(&answers, &text))
    }

    /// What becomes of a file that is not named as answers are: a look says what it is, whatever its name.
    fn by_its_looks(&self, ending: Ending, world: &dyn World) -> FileStanding {
        match glance(&self.path, |most| world.peek(&self.path, most - 1).ok()) {
            Glance::Meant => whole(&self.path, world, kind::is_meant),
            Glance::OtherEnding => FileStanding::Told(PassedOver::OtherEnding),
            Glance::ReviewName => FileStanding::Told(PassedOver::ReviewName),
            Glance::Packed(beginning) => FileStanding::Packed(ending, beginning, Vec::new()),
            Glance::Unreadable if ending != Ending::Other => FileStanding::Told(PassedOver::Unreadable),
            Glance::Unreadable | Glance::SomethingElse => FileStanding::Aside,
        }
    }
}

/// Whether a file is named as a table, a workbook or an archive.
fn is_cells_or_packed(ending: Ending) -> bool {
    matches!(ending, Ending::Table | Ending::Workbook | Ending::Archive)
}

/// What becomes of a file that is named as answers are. One that cannot be read may hold some: its reader says why it
/// cannot.
fn whole(path: &Path, world: &dyn World, is_meant: impl Fn(&Arc<Source>) -> bool) -> FileStanding {
    let text = text::read(world, path, LARGEST);
    match text.as_ref().map_or(true, is_meant) {
        true => FileStanding::Judged(text),
        false => FileStanding::Aside,
    }
}

/// The files of a folder that are named as answers are, by their names without the ending.
fn answers_by_stem(entries: &[Listed]) -> HashMap<&OsStr, Vec<&OsStr>> {
    let mut found: HashMap<&OsStr, Vec<&OsStr>> = HashMap::new();
    for name in entries.iter().filter(|entry| entry.kind != FileKind::Folder).map(|entry| entry.name.as_os_str()) {
        let stem = Path::new(name).file_stem().filter(|_| ending(Path::new(name)) == Ending::Yaml);
        stem.into_iter().for_each(|stem| found.entry(stem).or_default().push(name));
    }
    found
}

/// The answers to which a file or a link may belong, by its name: see [`FoundFile`].
fn belongs_to(entry: &Listed, folder: &Path, answers: &HashMap<&OsStr, Vec<&OsStr>>) -> Vec<PathBuf> {
    let name = Path::new(&entry.name);
    let copied = copied(&entry.name).map(Path::new).filter(|_| entry.kind == FileKind::File);
    let stem = match (copied, entry.kind) {
        (Some(copied), _) => copied.file_stem(),
        (None, FileKind::Link) => Some(name.as_os_str()),
        (None, _) if is_cells_or_packed(ending(name)) => name.file_stem(),
        (None, _) => None,
    };
    let named = stem.and_then(|stem| answers.get(stem)).into_iter().flatten();
    let named = named.filter(|of| copied.is_none_or(|copied| copied == Path::new(of)));
    named.map(|of| folder.join(of)).collect()
}

#[cfg(test)]
mod tests;
