//! The files of a folder by what is in them, whatever they are called and wherever in it they lie.

use std::cell::OnceCell;
use std::cmp::Reverse;
use std::io;
use std::iter;
use std::path::{Path, PathBuf};

use super::basis_file::BasisFile;
use super::console::Machine;
use super::disk::Disk;
use super::told_apart::names;
use crate::answers::read as read_answers;
use crate::case::folder::{DEEPEST, MOST_ENTRIES, PassedOver};
use crate::case::{FileFormat, FileKind, World, kind, prepared, questionnaire, text};
use crate::exchange::back::is_of_papers;
use crate::questionnaire::read::LARGEST;
use crate::questionnaire::{Questionnaire, built_in};
use crate::source::node::Kind;
use crate::source::{Arena, Diagnostics, Fingerprint, yaml};
use crate::words::clean::{Clean, one_line};

/// The files of a folder and of those in it. Hidden ones are left aside, and so are links and what is larger than any
/// file that a judgement reads.
#[derive(Debug)]
pub struct KeptFiles {
    disk: Disk,
    folder: PathBuf,
    files: Vec<KeptFile>,
    /// The folders in it.
    folders: Vec<PathBuf>,
    left: usize,
    /// What was not looked into, and why.
    closed: Vec<(PathBuf, PassedOver)>,
    /// Where documents of vendors lie, by what the answers here cite: beside them, or below a folder of their name.
    papers: OnceCell<Vec<(PathBuf, PathBuf)>>,
}

#[derive(Debug)]
struct KeptFile {
    path: PathBuf,
    sha256: String,
    /// Whether somebody of ours named it.
    is_pinned: bool,
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
    /// This one has the content, and is none of its kind by its name or its place.
    ByPlace(PathBuf),
}

impl KeptFiles {
    /// What lies in a folder.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn of(folder: &Path, disk: Disk) -> io::Result<KeptFiles> {
        let mut all = KeptFiles {
            disk,
            folder: folder.to_path_buf(),
            files: Vec::new(),
            folders: Vec::new(),
            left: MOST_ENTRIES,
            closed: Vec::new(),
            papers: OnceCell::new(),
        };
        all.look(folder, 0)?;
        Ok(all)
    }

    fn look(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut entries = self.disk.list(folder)?;
        entries.retain(|entry| !entry.name.as_encoded_bytes().starts_with(b"."));
        entries.sort_by(|a, b| a.name.cmp(&b.name));
        for entry in entries {
            let path = folder.join(&entry.name);
            let Some(left) = self.left.checked_sub(1) else {
                if self.closed.last().is_none_or(|(_, why)| *why != PassedOver::TooMany) {
                    self.closed.push((path, PassedOver::TooMany));
                }
                return Ok(());
            };
            self.left = left;
            match entry.kind {
                FileKind::Folder if depth == DEEPEST => self.closed.push((path, PassedOver::TooDeep)),
                FileKind::Folder => {
                    self.folders.push(path.clone());
                    if let Err(error) = self.look(&path, depth + 1) {
                        self.closed.push((path, PassedOver::ClosedFolder(error.to_string()))); // others may be readable
                    }
                }
                FileKind::File => {
                    let sha256 = self.disk.sha256(&path, LARGEST as u64).ok().flatten();
                    self.files.extend(sha256.map(|(sha256, _)| KeptFile {
                        path,
                        sha256: sha256.to_string(),
                        is_pinned: false,
                    }));
                }
                FileKind::Link | FileKind::Other => {}
            }
        }
        Ok(())
    }

    /// Adds a file that somebody of ours named, wherever it lies.
    pub fn pin(&mut self, path: &Path, sha256: String) {
        self.files.push(KeptFile { path: path.to_path_buf(), sha256, is_pinned: true });
    }

    /// The files that somebody of ours named.
    pub fn pinned(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().filter(|file| file.is_pinned).map(|file| file.path.as_path())
    }

    /// A path as it is from the folder.
    pub fn within_folder<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.folder).unwrap_or(path)
    }

    /// What was not looked into, and why.
    pub fn closed(&self) -> &[(PathBuf, PassedOver)] {
        &self.closed
    }

    /// The folder itself.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The deepest folder in which all its answers lie.
    pub fn folder_of_answers(&self) -> &Path {
        let is_meant = |file: &&KeptFile| !file.is_pinned && BasisFile::Answers.fits(self.within_folder(&file.path));
        let folders = self.files.iter().filter(is_meant).filter_map(|file| file.path.parent());
        let common = folders.reduce(|one, other| one.ancestors().find(|at| other.starts_with(at)).unwrap_or(one));
        common.unwrap_or(&self.folder)
    }

    /// The folders in it of this name: those first that lie in folders of the same names as well, then those that lie
    /// least deep.
    pub fn folders(&self, called: &Path) -> Vec<&Path> {
        let called = names(called);
        let same = |folder: &Path| {
            let own = names(folder);
            own.iter().rev().zip(called.iter().rev()).take_while(|(own, called)| own == called).count()
        };
        // what lies among a vendor's papers, or within another folder of the name, the vendor may have put there
        let all = self.folders.iter().chain([&self.folder]).map(PathBuf::as_path).filter(|at| same(at) > 0);
        let all: Vec<&Path> = all.collect();
        let is_within = |at: &Path| all.iter().any(|other| *other != at && at.starts_with(other));
        let is_paper = |at: &Path| {
            at.strip_prefix(&self.folder)
                .is_ok_and(|at| names(at).iter().any(|name| name.to_str().is_some_and(is_of_papers)))
        };
        let mut found: Vec<&Path> = all.iter().copied().filter(|at| !is_within(at) && !is_paper(at)).collect();
        found.sort_by_key(|folder| (Reverse(same(folder)), folder.components().count()));
        found
    }

    /// The folders directly in it.
    pub fn folders_directly_in(&self) -> Vec<&Path> {
        self.folders.iter().map(PathBuf::as_path).filter(|at| at.parent() == Some(&self.folder)).collect()
    }

    /// Whether something in a folder is a review by its name.
    pub fn has_review_in(&self, folder: &Path) -> bool {
        let is_review = |file: &KeptFile| BasisFile::Review.fits(self.within_folder(&file.path));
        self.files.iter().any(|file| file.path.starts_with(folder) && is_review(file))
    }

    /// The files of a kind whose fingerprint begins so: those first that somebody named, then those that have this
    /// name, then those that lie least deep. There is one at least.
    ///
    /// # Errors
    /// There is none.
    pub fn with(&self, sha256: &str, name: &str, what: BasisFile) -> Result<Vec<&Path>, NotKept> {
        let has_name = |file: &&KeptFile| file.path.file_name().is_some_and(|other| other == name);
        let is_of_kind = |file: &&KeptFile| {
            file.is_pinned || what.fits(self.within_folder(&file.path)) && !self.is_paper(&file.path)
        };
        let same = || self.files.iter().filter(|file| file.sha256.starts_with(sha256));
        let mut found: Vec<&KeptFile> = same().filter(is_of_kind).collect();
        found.sort_by_key(|file| (!file.is_pinned, !has_name(file), file.path.components().count()));
        if !found.is_empty() {
            return Ok(found.into_iter().map(|file| file.path.as_path()).collect());
        }
        if let Some(file) = same().next() {
            return Err(NotKept::ByPlace(self.within_folder(&file.path).to_path_buf()));
        }
        let mut namesakes = self.files.iter().filter(has_name).peekable();
        if namesakes.peek().is_none() {
            return Err(NotKept::Nowhere);
        }
        let is_it = namesakes.any(|file| self.has_other_line_ends(&file.path, sha256));
        Err(if is_it { NotKept::OtherLineEnds } else { NotKept::OtherContent })
    }

    /// Whether answers here cite it as a document of their vendor.
    fn is_paper(&self, path: &Path) -> bool {
        let cited = self.papers.get_or_init(|| {
            let answers = self.files.iter().filter(|file| BasisFile::Answers.fits(self.within_folder(&file.path)));
            answers.flat_map(|file| self.cited(&file.path)).collect()
        });
        cited.iter().any(|(beside, below)| path == beside || path.ends_with(below))
    }

    /// Where the documents lie that answers cite, other than themselves.
    fn cited(&self, answers: &Path) -> Vec<(PathBuf, PathBuf)> {
        let Some(source) = text::read(&self.disk, answers, read_answers::LARGEST).ok() else { return Vec::new() };
        if !source.text.contains("location") || !kind::holds_answers(&source) {
            return Vec::new();
        }
        let arena = Arena::default();
        let root = read_answers::tree_or_mended(&source, &arena, &mut Diagnostics::default());
        let evidence = root.as_ref().and_then(|root| root.get("evidence"));
        let Some(Kind::Map(entries)) = evidence.map(|evidence| &evidence.kind) else { return Vec::new() };
        let places = entries.iter().filter_map(|entry| entry.value.get("location")?.text().map(str::trim));
        let places = places.filter(|place| !place.is_empty());
        let stem = PathBuf::from(answers.file_stem().unwrap_or_default());
        let placed = places.map(|place| (answers.with_file_name(place), stem.join(place)));
        placed.filter(|(beside, _)| beside != answers).collect()
    }

    /// The reviews of a vendor, by their names or by what they say, but for the one that was used.
    pub fn other_reviews(&self, answers: &Path, vendor: &Clean, used: Option<&String>) -> Vec<&Path> {
        let usual = crate::case::review::place(answers, &crate::policy::Policy::default()).0;
        let is_of_vendor = |path: &Path| {
            path.file_name() == usual.file_name() || self.reviewed(path).is_some_and(|name| name == *vendor)
        };
        let others = self.files.iter().filter(|file| BasisFile::Review.fits(self.within_folder(&file.path)));
        let others = others.filter(|file| used.is_none_or(|used| !file.sha256.starts_with(used)));
        others.map(|file| file.path.as_path()).filter(|path| is_of_vendor(path)).collect()
    }

    /// The vendor that a review is about.
    fn reviewed(&self, review: &Path) -> Option<Clean> {
        let source = text::read(&self.disk, review, read_answers::LARGEST).ok()?;
        let (arena, most) = (Arena::default(), read_answers::MOST_NODES);
        let vendor = yaml::peek(&source, &arena, "vendor", most, &mut Diagnostics::default())?;
        vendor.text().map(|name| one_line(name).cut(60))
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
            let read = prepared::questionnaire(built_in);
            read.is_some_and(|it| it.fingerprint().starts_with(sha256) || only_file(it, sha256))
        };
        if built_in::ALL.iter().any(is_built_in) {
            return Ok(None);
        }
        let found = self.files.iter().find(|file| self.is_questionnaire(&file.path, sha256));
        found.map(|file| Some(file.path.clone())).ok_or(NotKept::Nowhere)
    }

    fn is_questionnaire(&self, path: &Path, sha256: &str) -> bool {
        let is_text = BasisFile::Questionnaire.fits(self.within_folder(path)) && !self.is_paper(path);
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
    questionnaire.only_source().is_some_and(|source| source.fingerprint().to_string().starts_with(sha256))
}

/// What a vendor is called in its answers.
pub fn vendor_of(answers: &Path, machine: &Machine) -> Option<Clean> {
    let (source, arena) = (text::read(&machine.disk(), answers, read_answers::LARGEST).ok()?, Arena::default());
    let root = read_answers::tree_or_mended(&source, &arena, &mut Diagnostics::default())?;
    root.get("vendor")?.get("name")?.text().map(|name| one_line(name).cut(60))
}
