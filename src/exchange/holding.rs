//! Whether a file that is no plain text holds answers: a form that came back, or an archive with answers in it.

use std::io::Read;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use super::archive::{self, Archive, ArchivePart, is_archive};
use super::arrived::{Arrived, LARGEST_FILE};
use super::back;
use super::workbook::layout;
use crate::case::World;
use crate::case::endings::{Ending, begins_packed, ending};
use crate::case::glance::{Glance, glance};
use crate::case::{kind, whose};
use crate::source::Source;
use crate::words::problem::cells::NOT_OUR_WORKBOOK;

/// What a file holds; what is to be told most is last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Holding {
    /// Something else, or a form that nobody has filled in.
    Nothing,
    /// That cannot be told: it cannot be read to its end, or is over a limit.
    Unknown,
    /// It is an archive with answers, and not as a vendor sends them with its papers: it is not taken in.
    Answers,
    /// A form that somebody has filled in, by itself or in an archive with its papers.
    Form,
}

/// So much is unpacked to see what an archive holds, and so deep archives may be within each other.
const ROOM: InnerRoom = InnerRoom { bytes: 64 << 20, levels: 4 };

/// An archive is held in memory as a whole: one at a time, however many files are looked at.
static HELD: Mutex<()> = Mutex::new(());

/// How much may still be unpacked.
#[derive(Clone, Copy)]
struct InnerRoom {
    bytes: usize,
    levels: usize,
}

impl Holding {
    /// What a file holds, by its name and its first bytes, and by all of it where these do not say so. What is of the
    /// vendor of answers beside it has been taken in: it is nothing, too.
    pub fn of((path, named): (&Path, Ending), beginning: &[u8], beside: &[Arc<Source>], world: &dyn World) -> Holding {
        if !is_archive(beginning) {
            let is_cells = matches!(named, Ending::Table | Ending::Workbook);
            let of_cells = || of_cells((path, named), beginning, beside, world);
            return if is_cells { of_cells() } else { Holding::Unknown };
        }
        let _held = HELD.lock().unwrap_or_else(PoisonError::into_inner);
        if !world.end(path, archive::LONGEST_END).is_ok_and(|end| archive::end_of(&end).is_some()) {
            return Holding::Unknown;
        }
        let whole = world.peek(path, back::LIMITS.file);
        whole.map_or(Holding::Unknown, |bytes| of_archive((path, named), bytes, beside, &mut ROOM.clone()))
    }
}

/// What a file holds that is named as a table or a workbook and is no archive.
fn of_cells((path, named): (&Path, Ending), beginning: &[u8], beside: &[Arc<Source>], world: &dyn World) -> Holding {
    let is_meant = named == Ending::Workbook || has_mark(beginning);
    match world.peek(path, LARGEST_FILE).map(|bytes| Arrived::of(path, bytes)) {
        Ok(Ok(form @ Arrived::Workbook(_))) => of_form(path, &form, beside),
        _ if is_meant => Holding::Unknown,
        _ => Holding::Nothing,
    }
}

/// Whether a table begins with the mark of a form of ours.
fn has_mark(beginning: &[u8]) -> bool {
    String::from_utf8_lossy(beginning).contains(layout::FORMAT)
}

/// One that nobody has filled in was made to be sent.
fn of_form(path: &Path, form: &Arrived, beside: &[Arc<Source>]) -> Holding {
    if form.is_blank() || is_of_one(path, form, beside) { Holding::Nothing } else { Holding::Form }
}

/// Whether what came in is of the vendor of answers beside it; where it does not say who answers, of the form that they
/// say was filled in.
fn is_of_one(path: &Path, form: &Arrived, beside: &[Arc<Source>]) -> bool {
    let told = (!beside.is_empty()).then(|| form.transcript(&path.to_string_lossy(), None, None)).flatten();
    told.is_some_and(|came| {
        let is_of_form = |answers| came.is_nameless && whose::is_of_form(answers, &came.source);
        beside.iter().any(|answers| whose::is_of_vendor(answers, &came.source) || is_of_form(answers))
    })
}

/// What an archive holds, a workbook and other documents among them. What is taken in is what `import` takes in.
fn of_archive((name, named): (&Path, Ending), bytes: Vec<u8>, beside: &[Arc<Source>], room: &mut InnerRoom) -> Holding {
    let Ok(archive) = Archive::open(&bytes, &back::LIMITS) else { return Holding::Unknown };
    let is_workbook = named == Ending::Workbook || archive.part("xl/workbook.xml").is_some();
    let found = of_members(&archive, beside, room);
    match Arrived::within(name, bytes) {
        Ok((form, name, _)) if of_form(&name, &form, beside) == Holding::Form => Holding::Form,
        Err(problem) if is_workbook && problem.code.id != NOT_OUR_WORKBOOK => found.max(Holding::Unknown),
        Ok(_) | Err(_) => found,
    }
}

/// What the members of an archive hold.
fn of_members(archive: &Archive, beside: &[Arc<Source>], room: &mut InnerRoom) -> Holding {
    let is_document = back::is_document(archive);
    let mut found = Holding::Nothing;
    for part in back::files(archive) {
        found = found.max(of_member((archive, is_document), part, beside, room));
        if found == Holding::Answers {
            break;
        }
    }
    found
}

/// What a member of an archive holds: it is looked at as a file of a folder is. A document has tables of other programs
/// within, for its charts.
fn of_member(
    (archive, is_document): (&Archive, bool),
    part: &ArchivePart,
    beside: &[Arc<Source>],
    room: &mut InnerRoom,
) -> Holding {
    let read = |most: usize| {
        let mut bytes = Vec::new();
        room.bytes = room.bytes.checked_sub(most.min(part.size).max(kind::BEGINNING))?;
        let most = u64::try_from(most).unwrap_or(u64::MAX);
        archive.unpack(part).take(most).read_to_end(&mut bytes).ok().map(|_| bytes)
    };
    match glance(Path::new(&part.name), read) {
        Glance::Unreadable => Holding::Unknown,
        Glance::Meant | Glance::OtherEnding | Glance::ReviewName => of_answers(archive, part, beside, room),
        Glance::Packed(beginning) => of_packed((archive, is_document), (part, &beginning), beside, room),
        Glance::SomethingElse if back::is_named_as_answers(&part.name) => of_answers(archive, part, beside, room),
        Glance::SomethingElse => Holding::Nothing,
    }
}

/// What a member holds that is a table, a workbook or an archive.
fn of_packed(
    (archive, is_document): (&Archive, bool),
    (part, beginning): (&ArchivePart, &[u8]),
    beside: &[Arc<Source>],
    room: &mut InnerRoom,
) -> Holding {
    let (named, is_named_so) = (ending(Path::new(&part.name)), back::is_named_as_answers(&part.name));
    match named == Ending::Table && !begins_packed(beginning) {
        true if is_named_so || has_mark(beginning) => of_answers(archive, part, beside, room),
        true => Holding::Nothing,
        false if is_named_so && !is_document => of_answers(archive, part, beside, room),
        false if is_archive(beginning) => of_inner(archive, part, (named, beside), room),
        false if is_document => Holding::Nothing,
        false => Holding::Unknown,
    }
}

/// What a member holds that is answers by its beginning or its name.
fn of_answers(archive: &Archive, part: &ArchivePart, beside: &[Arc<Source>], room: &mut InnerRoom) -> Holding {
    let Some(left) = room.bytes.checked_sub(part.size).filter(|_| !beside.is_empty()) else { return Holding::Answers };
    room.bytes = left;
    let (name, whole) = (Path::new(&part.name), archive.whole(part));
    match whole.map(|bytes| Arrived::of(name, bytes)) {
        Ok(Ok(form)) if is_of_one(name, &form, beside) => Holding::Nothing,
        _ => Holding::Answers,
    }
}

/// What an archive within an archive holds.
fn of_inner(
    archive: &Archive,
    part: &ArchivePart,
    (named, beside): (Ending, &[Arc<Source>]),
    room: &mut InnerRoom,
) -> Holding {
    let Some((bytes, levels)) = room.bytes.checked_sub(part.size).zip(room.levels.checked_sub(1)) else {
        return Holding::Unknown;
    };
    let Ok(whole) = archive.whole(part) else { return Holding::Unknown };
    let mut below = InnerRoom { bytes, levels };
    let found = of_archive((Path::new(&part.name), named), whole, beside, &mut below);
    room.bytes = below.bytes;
    found.min(Holding::Answers) // only what lies in the outermost archive is taken in
}
