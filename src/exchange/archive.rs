//! ZIP archives that came from elsewhere: workbooks, and papers in one file. The list at the end is held against what
//! the parts say of themselves, and whatever differs is refused: two programs would read two things. So is a byte that
//! belongs to no part. A part is unpacked only when it is asked for, piece by piece, and never beyond the size that the
//! list gives it.

use std::collections::BTreeSet;
use std::io::{self, BufRead, ErrorKind, Read};
use std::ops::Range;

use miniz_oxide::inflate::stream::{InflateState, inflate};
use miniz_oxide::{DataFormat, MZFlush, MZStatus};

use crate::source::checksum::Checksum;
use crate::words::clean::{Trusted, one_line, visible};
use crate::words::problem::{Problem, archives};

/// What an archive may hold at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArchiveLimits {
    /// The file as it is, in bytes.
    pub file: usize,
    /// One part, unpacked, in bytes.
    pub part: usize,
    /// All parts together, unpacked, in bytes.
    pub all: usize,
    /// How many parts, folders among them.
    pub parts: usize,
}

/// An archive whose list has been read and found true.
#[derive(Debug)]
pub struct Archive<'a> {
    bytes: &'a [u8],
    parts: Vec<ArchivePart>,
}

/// A part of an archive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivePart {
    /// Its name: a path that leads down, with `/` between its steps, without hidden characters. A folder's ends with
    /// `/`.
    pub name: String,
    /// How many bytes it has, unpacked.
    pub size: usize,
    packed: Range<usize>,
    /// Where it begins, with what it says of itself.
    start: usize,
    /// Whether that may stand behind it once more.
    says_behind: bool,
    deflated: bool,
    checksum: u32,
}

/// What a part, its line in the list and the end of the archive begin with (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).
const PART: &[u8] = b"PK\x03\x04";
const LISTED: &[u8] = b"PK\x01\x02";
const END: &[u8] = b"PK\x05\x06";

/// What may stand before the checksum and the sizes behind a part (4.3.9).
const BEHIND: &[u8] = b"PK\x07\x08";

/// How long those are without the names and notes that follow.
const PART_LENGTH: usize = 30;
const LISTED_LENGTH: usize = 46;
const END_LENGTH: usize = 22;
/// The end with the longest comment.
pub const LONGEST_END: usize = END_LENGTH + u16::MAX as usize;

/// A part is encrypted; its sizes stand behind it; the list is encrypted.
const ENCRYPTED: u16 = 1;
const SIZES_BEHIND: u16 = 1 << 3;
const LIST_ENCRYPTED: u16 = 1 << 13;

/// The ways of packing that are read: as it is, and by deflate.
const STORED: u16 = 0;
const DEFLATED: u16 = 8;

/// Where a Unix system notes what kind of file a part is, and the kinds that are read.
const KIND: u32 = 0o170_000 << 16;
const FILE: u32 = 0o100_000 << 16;
const FOLDER: u32 = 0o040_000 << 16;

/// Whether a file begins as an archive does: with a part, or with the end of one that has none.
pub fn is_archive(bytes: &[u8]) -> bool {
    bytes.starts_with(PART) || bytes.starts_with(END)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    bytes.get(at..)?.first_chunk().copied().map(u16::from_le_bytes)
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk().copied().map(u32::from_le_bytes)
}

fn length(bytes: &[u8], at: usize) -> Option<usize> {
    short(bytes, at).map(usize::from)
}

fn size(bytes: &[u8], at: usize) -> Option<usize> {
    usize::try_from(long(bytes, at)?).ok()
}

impl<'a> Archive<'a> {
    /// Reads the list of an archive; nothing is unpacked.
    ///
    /// # Errors
    /// It is no archive or a damaged one, holds more than the limits, is encrypted or packed in an unknown way, or has
    /// a name that leads elsewhere or stands for two parts.
    pub fn open(bytes: &'a [u8], limits: &ArchiveLimits) -> Result<Archive<'a>, Problem> {
        if bytes.len() > limits.file {
            return Err(archives::archive_too_large(megabytes(limits.file)));
        }
        let (count, list) = list_of(bytes).ok_or_else(archives::archive_cut_off)?;
        if count > limits.parts {
            return Err(archives::archive_too_many_parts(limits.parts));
        }
        let (mut parts, mut at, mut left) = (Vec::with_capacity(count), list.start, limits.all);
        for _ in 0..count {
            let entry = bytes.get(at..list.end).and_then(ListedPart::of).ok_or_else(archives::archive_cut_off)?;
            at += entry.length;
            let part = entry.part(bytes, list.start)?;
            if part.size > limits.part {
                return Err(archives::archive_too_large(megabytes(limits.part)));
            }
            let rest = left.checked_sub(part.size);
            left = rest.ok_or_else(|| archives::archive_too_large(megabytes(limits.all)))?;
            parts.push(part);
        }
        if at != list.end {
            return Err(archives::archive_cut_off());
        }
        each_once(&parts)?;
        without_gaps(bytes, &parts, list.start)?;
        Ok(Archive { bytes, parts })
    }

    /// The parts, in the order of the list.
    pub fn parts(&self) -> &[ArchivePart] {
        &self.parts
    }

    /// Whether it holds nothing but its parts and what must be said of them: no comment and no extra field.
    pub fn is_bare(&self) -> bool {
        let of_part = |part: &ArchivePart| PART_LENGTH + LISTED_LENGTH + 2 * part.name.len() + part.packed.len();
        self.parts.iter().map(of_part).sum::<usize>() + END_LENGTH == self.bytes.len()
    }

    /// The part of this name, in whatever capitals: no two differ in them alone.
    pub fn part(&self, name: &str) -> Option<&ArchivePart> {
        let folded = name.to_lowercase();
        self.parts.iter().find(|part| part.name.to_lowercase() == folded)
    }

    /// A part, to be unpacked as it is read. An error is a part that is not as the list says.
    pub fn unpack(&self, part: &ArchivePart) -> Unpacked<'a> {
        Unpacked {
            packed: self.bytes.get(part.packed.clone()).unwrap_or_default(),
            inflating: part.deflated.then(|| InflateState::new_boxed(DataFormat::Raw)),
            piece: vec![0; PIECE],
            ready: 0..0,
            left: part.size,
            checksum: Checksum::default(),
            expected: part.checksum,
            done: false,
        }
    }

    /// A whole part, unpacked.
    ///
    /// # Errors
    /// It is not as the list says.
    pub fn whole(&self, part: &ArchivePart) -> Result<Vec<u8>, Problem> {
        let mut whole = Vec::with_capacity(part.size.min(PIECE));
        let read = self.unpack(part).read_to_end(&mut whole);
        read.map(|_| whole).map_err(|_| archives::archive_damaged(one_line(&part.name)))
    }
}

/// Where the end of an archive begins, in its last bytes; `None` if there is none, or something stands behind it.
pub fn end_of(bytes: &[u8]) -> Option<usize> {
    let last = bytes.len().checked_sub(END_LENGTH)?;
    let end = (bytes.len().saturating_sub(LONGEST_END)..=last).rev().find(|at| bytes[*at..].starts_with(END))?;
    (end + END_LENGTH + length(bytes, end + 20)? == bytes.len()).then_some(end)
}

/// How many parts an archive lists, and where the list is: at the very end, with nothing between it and the end, so
/// that there are no two lists to choose from.
fn list_of(bytes: &[u8]) -> Option<(usize, Range<usize>)> {
    let end = end_of(bytes)?;
    let one_disk = long(bytes, end + 4)? == 0;
    let (here, count) = (length(bytes, end + 8)?, length(bytes, end + 10)?);
    let (list, start) = (size(bytes, end + 12)?, size(bytes, end + 16)?);
    let sound = one_disk && here == count && start.checked_add(list)? == end;
    sound.then_some((count, start..end))
}

/// A line of the list.
struct ListedPart<'a> {
    flags: u16,
    method: u16,
    checksum: u32,
    packed: usize,
    size: usize,
    attributes: u32,
    start: usize,
    name: &'a [u8],
    length: usize,
}

impl<'a> ListedPart<'a> {
    fn of(list: &'a [u8]) -> Option<ListedPart<'a>> {
        let name_ends = LISTED_LENGTH + length(list, 28)?;
        let length = name_ends + length(list, 30)? + length(list, 32)?;
        (list.starts_with(LISTED) && list.len() >= length && short(list, 34)? == 0).then_some(())?;
        Some(ListedPart {
            flags: short(list, 8)?,
            method: short(list, 10)?,
            checksum: long(list, 16)?,
            packed: size(list, 20)?,
            size: size(list, 24)?,
            attributes: long(list, 38)?,
            start: size(list, 42)?,
            name: list.get(LISTED_LENGTH..name_ends)?,
            length,
        })
    }

    /// The part of this line, if the part says the same of itself; it ends before the list begins.
    fn part(&self, bytes: &[u8], list: usize) -> Result<ArchivePart, Problem> {
        let shown = one_line(&String::from_utf8_lossy(self.name));
        if self.flags & (ENCRYPTED | LIST_ENCRYPTED) != 0 {
            return Err(archives::archive_locked());
        }
        if !matches!(self.method, STORED | DEFLATED) {
            return Err(archives::archive_packed_otherwise(shown));
        }
        let name = std::str::from_utf8(self.name).ok().filter(|name| leads_down(name));
        let name = name.ok_or_else(|| archives::archive_bad_name(&shown))?.to_owned();
        if !matches!(self.attributes & KIND, 0 | FILE | FOLDER) {
            return Err(archives::archive_link(shown));
        }
        let (packed, says_behind) = self.place(bytes, list).ok_or_else(|| archives::archive_damaged(shown))?;
        Ok(ArchivePart {
            name,
            size: self.size,
            packed,
            start: self.start,
            says_behind,
            deflated: self.method == DEFLATED,
            checksum: self.checksum,
        })
    }

    /// Where the packed bytes are, and whether their sizes may stand behind them.
    fn place(&self, bytes: &[u8], list: usize) -> Option<(Range<usize>, bool)> {
        let head = bytes.get(self.start..list).filter(|head| head.starts_with(PART))?;
        let name_ends = PART_LENGTH + length(head, 26)?;
        let says = (long(head, 14)?, size(head, 18)?, size(head, 22)?);
        let flags = short(head, 6)?;
        let sizes_behind = flags & SIZES_BEHIND != 0;
        let same = says == (self.checksum, self.packed, self.size)
            || sizes_behind && (says == (0, 0, 0) || says.0 == 0 && says.1 == self.packed && says.2 == self.size);
        let named = head.get(PART_LENGTH..name_ends)? == self.name;
        let fits = if self.method == STORED { self.packed == self.size } else { self.packed > 0 };
        let folder = !self.name.ends_with(b"/") || self.size == 0;
        let alike = (flags ^ self.flags) & !SIZES_BEHIND == 0;
        (alike && same && named && fits && folder && short(head, 8)? == self.method).then_some(())?;
        let start = self.start + name_ends + length(head, 28)?;
        let end = start.checked_add(self.packed).filter(|end| *end <= list)?;
        Some((start..end, sizes_behind))
    }
}

/// Whether a name is a path downwards, of which no system makes another one.
fn leads_down(name: &str) -> bool {
    let mut steps = name.strip_suffix('/').unwrap_or(name).split('/');
    let step = |step: &str| !matches!(step, "" | "." | "..");
    let told_apart = |c: char| matches!(c, '\\' | ':' | '\u{fffd}');
    steps.all(step) && !name.contains(told_apart) && visible(name) == *name
}

/// No two parts have one name.
fn each_once(parts: &[ArchivePart]) -> Result<(), Problem> {
    let mut seen = BTreeSet::new();
    match parts.iter().find(|part| !seen.insert(part.name.trim_end_matches('/').to_lowercase())) {
        Some(part) => Err(archives::archive_same_name(one_line(&part.name))),
        None => Ok(()),
    }
}

/// No byte belongs to two parts: parts within parts are how a small file becomes endless. None belongs to no part: what
/// is not listed is still found by programs that look through the file from its beginning.
fn without_gaps(bytes: &[u8], parts: &[ArchivePart], list: usize) -> Result<(), Problem> {
    let mut sorted: Vec<&ArchivePart> = parts.iter().collect();
    sorted.sort_by_key(|part| (part.start, part.packed.end));
    let mut end = 0;
    for part in &sorted {
        match bytes.get(end..part.start) {
            None => return Err(archives::archive_damaged(one_line(&part.name))),
            Some([]) => {}
            Some(_) => return Err(archives::archive_cut_off()),
        }
        end = part.end(bytes);
    }
    if end == list { Ok(()) } else { Err(archives::archive_cut_off()) }
}

impl ArchivePart {
    /// Where it ends, with what it says of itself behind its bytes: a checksum and two sizes, short or long.
    fn end(&self, bytes: &[u8]) -> usize {
        let end = self.packed.end;
        let Some(behind) = bytes.get(end..).filter(|_| self.says_behind) else { return end };
        let mark = if behind.starts_with(BEHIND) { BEHIND.len() } else { 0 };
        let says = |at| size(behind, mark + at);
        let is_said = long(behind, mark) == Some(self.checksum) && says(4) == Some(self.packed.len());
        match is_said {
            true if says(8) == Some(self.size) => end + mark + 12,
            true if says(8) == Some(0) && says(12) == Some(self.size) && says(16) == Some(0) => end + mark + 20,
            _ => end,
        }
    }
}

/// A size in words.
fn megabytes(bytes: usize) -> impl Trusted {
    (bytes >> 20).and(" MB")
}

/// So much is unpacked at once, in bytes.
const PIECE: usize = 16 << 10;

/// A part of an archive as it is unpacked. At its end the sizes and the checksum are held against the list.
pub struct Unpacked<'a> {
    packed: &'a [u8],
    inflating: Option<Box<InflateState>>,
    piece: Vec<u8>,
    ready: Range<usize>,
    /// How many bytes are still to come.
    left: usize,
    checksum: Checksum,
    expected: u32,
    done: bool,
}

impl Unpacked<'_> {
    /// Unpacks the next piece; none is left when it has no byte.
    fn unpack(&mut self) -> io::Result<()> {
        while !self.done && self.ready.is_empty() {
            let (read, written) = match &mut self.inflating {
                None => {
                    let size = self.packed.len().min(self.piece.len());
                    self.piece[..size].copy_from_slice(&self.packed[..size]);
                    self.done = size == 0;
                    (size, size)
                }
                Some(state) => {
                    let result = inflate(state, self.packed, &mut self.piece, MZFlush::None);
                    match result.status {
                        Ok(MZStatus::StreamEnd) => self.done = true,
                        Ok(_) if result.bytes_consumed + result.bytes_written > 0 => {}
                        _ => return Err(not_as_listed()),
                    }
                    (result.bytes_consumed, result.bytes_written)
                }
            };
            self.packed = self.packed.get(read..).unwrap_or_default();
            self.left = self.left.checked_sub(written).ok_or_else(not_as_listed)?;
            self.checksum.add(&self.piece[..written]);
            self.ready = 0..written;
        }
        let whole = self.left == 0 && self.packed.is_empty() && self.checksum.value() == self.expected;
        if self.done && !whole { Err(not_as_listed()) } else { Ok(()) }
    }
}

fn not_as_listed() -> io::Error {
    ErrorKind::InvalidData.into()
}

impl BufRead for Unpacked<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.unpack()?;
        Ok(&self.piece[self.ready.clone()])
    }

    fn consume(&mut self, amount: usize) {
        self.ready.start = (self.ready.start + amount).min(self.ready.end);
    }
}

impl Read for Unpacked<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let ready = self.fill_buf()?;
        let size = ready.len().min(into.len());
        into[..size].copy_from_slice(&ready[..size]);
        self.consume(size);
        Ok(size)
    }
}
