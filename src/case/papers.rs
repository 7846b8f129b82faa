//! Which documents of the vendor are here. A file counts if it lies in the vendor's folder, or in the one that our
//! policy names, under the very name that the vendor gives: one listing per folder says so. It is counted and hashed,
//! never interpreted. Where somebody of ours tells what is here, nothing is looked for.

use std::collections::{HashMap, HashSet};
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::desk::{Desk, beside};
use super::own_file;
use super::request::{Request, ToldPaper, WhichPapers};
use super::shelf::{Listing, Shelf};
use super::world::{FileKind, Unreadable, World};
use crate::answers::evidence::stays_inside;
use crate::answers::{Answers, Evidence};
use crate::assessment::{Absence, Papers, Presence};
use crate::policy::Policy;
use crate::source::{Fingerprint, Source};
use crate::words::clean::{is_blank, one_line, shown};
use crate::words::problem::{policy as problem, records as record_problem};

/// So much is read of all documents of one vendor, in bytes; what would be more is no document.
const LARGEST: u64 = 256 << 20;

/// So much of a file is looked at first to find out whether it is one of those that this program reads, in bytes.
const HEAD: usize = 1 << 16;

/// A place that is longer is no path, in bytes: on no system a file lies there.
pub const LONGEST_PLACE: usize = 1 << 12;

/// The largest file that this program reads at all, in bytes.
const LARGEST_READ: usize = 16 << 20;

impl Desk<'_> {
    /// What lies where each document of the vendor is said to be.
    pub(super) fn papers(
        &mut self,
        answers: &Answers,
        request: &Request,
        (review, policy): (Option<&Arc<Source>>, &Policy),
    ) -> Papers {
        if let WhichPapers::Told(told) = &request.papers {
            self.unnamed(answers, told);
            return as_told(answers, told, [Some(&answers.source), review, policy.source.as_ref()]);
        }
        if let Some(folder) = policy.papers.as_ref().map(|folder| beside(policy, folder))
            && self.world.kind(&folder) != Some(FileKind::Folder)
        {
            let missing = problem::papers_folder_missing(shown(folder.display()));
            policy.source.iter().for_each(|source| self.notes.note_file(source, missing.clone()));
        }
        look(answers, request.answers.path(), policy, (self.world, self.shelf))
    }

    /// Notes what is told to be here and no document of the answers names. Other capitals are told of the document.
    fn unnamed(&mut self, answers: &Answers, told: &[ToldPaper]) {
        let name = |place: &str| steps(place).last().map(|name| name.to_lowercase());
        let named: HashSet<String> = places(answers).map(|place| steps(place).join("/").to_lowercase()).collect();
        let by_name: HashMap<_, &str> = places(answers).map(|place| (name(place), place)).collect();
        for place in told.iter().map(|paper| paper.location.trim()) {
            if !named.contains(&steps(place).join("/").to_lowercase()) {
                let unnamed = record_problem::paper_nobody_names(one_line(place));
                let meant = by_name.get(&name(place)).copied();
                self.notes.note_file(&answers.source, unnamed.did_you_mean(meant));
            }
        }
    }
}

/// What lies where each document of the vendor is said to be. `file` is where the answers lie, if anywhere.
pub(super) fn look(
    answers: &Answers,
    file: Option<&Path>,
    policy: &Policy,
    (world, shelf): (&dyn World, &Shelf),
) -> Papers {
    let Some(file) = file else { return Papers::default() };
    let theirs = file.parent();
    let stem = file.file_stem().filter(|stem| is_one_name(stem));
    let ours = policy.papers.as_ref().zip(stem);
    let ours = ours.map(|(folder, vendor)| beside(policy, folder).join(vendor));
    let (ways, folders, files) = (HashMap::new(), HashMap::new(), HashMap::new());
    let mut look = Look { world, shelf, ways, folders, files, answers: &answers.source, left: LARGEST };
    let found = places(answers).map(|place| {
        let mut in_folder =
            |folder: Option<_>| folder.map_or(Presence::Missing(Absence::NoFolder), |folder| look.at(folder, place));
        let presence = match in_folder(theirs) {
            Presence::Missing(why) => match in_folder(ours.as_deref()) {
                Presence::Missing(_) => Presence::Missing(why),
                here => here,
            },
            here => here,
        };
        (place, presence)
    });
    found.collect()
}

/// What is at the place of each document of the vendor as somebody of ours tells: by the same rules as where it is
/// looked for, as far as they do not take the file itself.
fn as_told(answers: &Answers, told: &[ToldPaper], read: [Option<&Arc<Source>>; 3]) -> Papers {
    let here: HashMap<String, &ToldPaper> = told.iter().map(|paper| (way(&paper.location), paper)).collect();
    let small: HashSet<String> = here.keys().map(|way| way.to_lowercase()).collect();
    let read: Vec<Fingerprint> = match told {
        [] => Vec::new(),
        _ => read.into_iter().flatten().map(|source| source.fingerprint()).collect(),
    };
    let (mut left, mut known) = (LARGEST, HashMap::new());
    let found = places(answers).map(|place| {
        let way = way(place);
        let at = || match here.get(&way) {
            Some(paper) => told_file(paper, &read, &mut left),
            None if small.contains(&way.to_lowercase()) => Err(Absence::ToldInOtherCapitals),
            None => Err(Absence::NotTold),
        };
        let at: Result<Fingerprint, Absence> = match nowhere(place) {
            Some(why) => Err(why),
            None if way.is_empty() => Err(Absence::NotAPath),
            None => *known.entry(way.clone()).or_insert_with(at),
        };
        (place, at.map_or_else(Presence::Missing, Presence::Here))
    });
    found.collect()
}

/// The file that is told, if it may be a document: none of those that were read, by its fingerprint alone, for its
/// length is nobody's but the teller's.
fn told_file(paper: &ToldPaper, read: &[Fingerprint], left: &mut u64) -> Result<Fingerprint, Absence> {
    if paper.bytes == 0 || SHOW_NOTHING.iter().any(|bytes| paper.sha256 == Fingerprint::of([bytes])) {
        return Err(Absence::Empty);
    }
    let name = steps(paper.location.trim()).into_iter().rfind(|name| !name.is_empty());
    if name.is_some_and(|name| own_file::is_policy_file(Path::new(name))) || read.contains(&paper.sha256) {
        return Err(Absence::ReadByUs);
    }
    *left = left.checked_sub(paper.bytes).ok_or(Absence::TooLarge)?;
    Ok(paper.sha256)
}

/// Contents that show nothing and are told by their fingerprint alone, the shortest of their kind.
const SHOW_NOTHING: [&str; 12] =
    ["", " ", "\n", "\r\n", "\0", "\u{feff}", "\u{a0}", "\u{ad}", "\u{200b}", "\u{2800}", "\u{3000}", "\u{3164}"];

/// Whether a file has nothing in it that could be seen, as far as it is read: blanks and signs that show nothing,
/// zeros, the marks of an encoding, an archive of nothing.
fn shows_nothing(bytes: &[u8]) -> bool {
    let is_mark = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, 0 | 0x0b | 0xef | 0xbb | 0xbf | 0xfe | 0xff);
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        // the last letter is cut off where no more is read
        Err(cut) if cut.error_len().is_none() && bytes.len() > HEAD => {
            std::str::from_utf8(&bytes[..cut.valid_up_to()]).unwrap_or("?")
        }
        Err(_) => "?",
    };
    is_blank(text) || bytes.iter().all(is_mark) || bytes.starts_with(b"PK\x05\x06")
}

/// The places that documents of the vendor name.
fn places(answers: &Answers) -> impl Iterator<Item = &str> {
    answers.evidence.iter().filter_map(Evidence::named_place)
}

/// Whether a place is a path that stays in its folder: no words, no address, no way out.
fn is_path(place: &str) -> bool {
    !place.contains("://") && stays_inside(place)
}

/// Why nothing can lie at a place, if nothing can: it is no path, or longer than one.
fn nowhere(place: &str) -> Option<Absence> {
    let is_too_long = place.len() > LONGEST_PLACE;
    if is_path(place) { is_too_long.then_some(Absence::NothingThere) } else { Some(Absence::NotAPath) }
}

/// The names on the way to a place; none where it is longer than a path.
fn steps(place: &str) -> Vec<&str> {
    let path = if place.len() > LONGEST_PLACE { "." } else { place };
    path.split(['/', '\\']).filter(|name| *name != ".").collect()
}

/// The last name on the way to a place, and the way before it. Of `a/b/.` that is `b`.
fn last_step(place: &str) -> (&str, &str) {
    match place.rsplit_once(['/', '\\']) {
        Some((way, ".")) => last_step(way),
        Some(parts) => parts,
        None => (".", place),
    }
}

/// How a place is reached: places of which that is the same are one.
pub fn way(place: &str) -> String {
    steps(place.trim()).join("/")
}

/// Whether a file is that of a text; the text is hashed only for a file of its length.
fn is_of(text: &Source, file: Fingerprint, length: u64) -> bool {
    let own: usize = text.bytes().map(<[u8]>::len).sum();
    own as u64 == length && text.fingerprint() == file
}

/// Whether this leads to something in a folder and nowhere else: of `...yaml` the stem would lead out of it.
fn is_one_name(stem: &OsStr) -> bool {
    let mut parts = Path::new(stem).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(_)), None))
}

/// What was looked at for one vendor.
struct Look<'l> {
    world: &'l dyn World,
    shelf: &'l Shelf,
    /// Where the ways of places lead to from a folder, their last names aside: most places have theirs in common.
    ways: HashMap<(&'l OsStr, &'l str), Result<PathBuf, Absence>>,
    folders: HashMap<OsString, Option<Arc<Listing>>>,
    files: HashMap<PathBuf, Presence>,
    /// The answers themselves, which are no document under whatever name.
    answers: &'l Source,
    /// So many bytes may still be read.
    left: u64,
}

impl<'l> Look<'l> {
    /// What a path leads to in a folder, step by step, each spelled as its folder lists it.
    fn at(&mut self, folder: &'l Path, place: &'l str) -> Presence {
        match self.file(folder, place) {
            Ok(path) => self.presence(path),
            Err(why) => Presence::Missing(why),
        }
    }

    fn file(&mut self, folder: &'l Path, place: &'l str) -> Result<PathBuf, Absence> {
        if let Some(why) = nowhere(place) {
            return Err(why);
        }
        let (way, name) = last_step(place);
        if name == "." {
            return Err(Absence::NotAPath);
        }
        let known = self.ways.get(&(folder.as_os_str(), way)).cloned();
        let path = known.unwrap_or_else(|| {
            let found = self.folder(folder, way);
            self.ways.insert((folder.as_os_str(), way), found.clone());
            found
        })?;
        match self.kind(&path, name)? {
            FileKind::File => Ok(path.join(name)),
            FileKind::Link => Err(Absence::Link),
            FileKind::Folder | FileKind::Other => Err(Absence::NotAFile),
        }
    }

    /// The folder that a way leads to.
    fn folder(&mut self, from: &Path, way: &str) -> Result<PathBuf, Absence> {
        let mut path = from.to_path_buf();
        for name in steps(way) {
            match self.kind(&path, name)? {
                FileKind::Folder => path.push(name),
                FileKind::Link => return Err(Absence::Link),
                FileKind::File | FileKind::Other => return Err(Absence::NothingThere),
            }
        }
        Ok(path)
    }

    /// What has a name in a folder.
    fn kind(&mut self, folder: &Path, name: &str) -> Result<FileKind, Absence> {
        let listing = self.listing(folder).ok_or(Absence::NothingThere)?;
        listing.get(name).ok_or_else(|| match listing.has_with_other_capitals(name) {
            true => Absence::OtherCapitals,
            false => Absence::NothingThere,
        })
    }

    fn listing(&mut self, folder: &Path) -> Option<Arc<Listing>> {
        if let Some(known) = self.folders.get(folder.as_os_str()) {
            return known.clone();
        }
        let listing = self.shelf.listing(folder, self.world);
        self.folders.insert(folder.into(), listing.clone());
        listing
    }

    fn presence(&mut self, path: PathBuf) -> Presence {
        if let Some(known) = self.files.get(&path) {
            return *known;
        }
        let presence = match self.fingerprint(&path) {
            Ok(fingerprint) => Presence::Here(fingerprint),
            Err(why) => Presence::Missing(why),
        };
        self.files.insert(path, presence);
        presence
    }

    /// Takes off what has been read.
    fn spend(&mut self, bytes: u64) -> Result<(), Absence> {
        self.left = self.left.checked_sub(bytes).ok_or(Absence::TooLarge)?;
        Ok(())
    }

    fn fingerprint(&mut self, path: &Path) -> Result<Fingerprint, Absence> {
        let absence = |why: Unreadable| match why {
            Unreadable::NotAFile => Absence::NotAFile,
            Unreadable::Because(_) => Absence::Unreadable,
        };
        let mut head = self.world.open(path, HEAD).map_err(absence)?;
        let mut is_ours = own_file::begins_as(&head, own_file::OURS);
        if is_ours.is_none() && head.len() > HEAD {
            head = self.world.open(path, LARGEST_READ).map_err(absence)?;
            self.spend(head.len() as u64)?;
            is_ours = own_file::begins_as(&head, own_file::OURS);
        }
        if shows_nothing(&head) {
            return Err(Absence::Empty);
        }
        if own_file::is_policy_file(path) || is_ours == Some(true) {
            return Err(Absence::ReadByUs);
        }
        let (file, length) = match head.len() > HEAD {
            true => self.world.sha256(path, self.left).map_err(absence)?.ok_or(Absence::TooLarge)?,
            false => (Fingerprint::of([&head]), head.len() as u64), // that was all of it
        };
        self.spend(length)?;
        if is_of(self.answers, file, length) { Err(Absence::ReadByUs) } else { Ok(file) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::tests::ASKED;
    use crate::case::{Case, Loaded, Memory, load};
    use crate::source::Date;

    const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: Vendor AB}
questionnaire: ./small.yaml
answers: {a.mfa: {answer: yes, evidence: [{title: P, location: p.pdf}]}}
";

    #[test]
    fn a_place_that_is_longer_than_a_path_has_no_steps() {
        let long = "a/".repeat(LONGEST_PLACE / 2);
        assert!(nowhere(&long).is_none() && steps(&long).len() == LONGEST_PLACE / 2 + 1);
        assert_eq!(way(" ./e\\p.pdf"), "e/p.pdf");
        let longer = format!("{long}b");
        assert!(
            matches!(nowhere(&longer), Some(Absence::NothingThere))
                && steps(&longer).is_empty()
                && way(&longer).is_empty()
        );
    }

    #[test]
    fn a_long_paper_is_hashed_whole() {
        let paper = "p".repeat(3 * HEAD);
        let world = Memory::new(Date::default()).with("vendor/v.yaml", ANSWERS).with("vendor/small.yaml", ASKED);
        let world = world.with("vendor/p.pdf", paper.as_str());
        let loaded = load::case(&Request::new("vendor/v.yaml"), &world, &Shelf::default());
        assert!(loaded.value.unwrap().papers.files().into_iter().eq([Fingerprint::of([paper.as_str()])]));
    }

    #[test]
    fn where_somebody_tells_what_is_here_no_path_of_the_answers_is_opened() {
        let world = Memory::new(Date::default()).with("vendor/v.yaml", ANSWERS).with("vendor/small.yaml", ASKED);
        let world = world.with("vendor/p.pdf", "a paper");
        let loaded = |papers, questionnaire: Option<&str>| -> Loaded<Case> {
            let questionnaire = questionnaire.map(str::to_owned);
            let request = Request { papers, questionnaire, ..Request::new("vendor/v.yaml") };
            load::case(&request, &world, &Shelf::default())
        };
        let files = |papers| loaded(papers, Some("vendor/small.yaml")).value.unwrap().papers.files();
        assert_eq!(files(WhichPapers::Usual).len(), 1);
        assert!(files(WhichPapers::Told(Vec::new())).is_empty(), "though it lies there");
        let paper = ToldPaper { location: "./p.pdf".to_owned(), bytes: 9, sha256: Fingerprint::of(["elsewhere"]) };
        assert!(files(WhichPapers::Told(vec![paper.clone()])).into_iter().eq([paper.sha256]), "as it was told");
        assert!(loaded(WhichPapers::Usual, None).value.is_some());
        let refused = loaded(WhichPapers::Told(Vec::new()), None).notes;
        let codes: Vec<&str> = refused.sorted().into_iter().map(|found| found.problem.code.id).collect();
        assert_eq!(codes, ["questionnaire-not-here"], "though it lies beside them");
    }
}
