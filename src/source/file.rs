//! A file's text, and places in it.

use std::borrow::Cow;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use super::cells::{CameFrom, CellMap, SheetCell};
use super::fingerprint::Fingerprint;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};
use crate::words::problem::{Problem, text};

/// A half-open range of bytes in a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range as indices; sources are far below 4 GB, see [`Source::from_bytes`].
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let clamp = |index: usize| u32::try_from(index).unwrap_or(u32::MAX);
        Span { start: clamp(range.start), end: clamp(range.end) }
    }
}

/// A line and a column, both from 1; the column counts characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A text file as it was read: its name as shown, and its text without a byte-order mark.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// The name shown in messages.
    pub name: String,
    /// The path that was named, as it is: a file name need not be text, and its name only shows it.
    pub path: PathBuf,
    /// The whole text.
    pub text: Cow<'static, str>,
    /// Whether a byte-order mark stood before it, which belongs to what was judged.
    has_mark: bool,
    /// The cells that it was written from, if it was.
    cells: CellMap,
    /// What follows from its text, found when it is first asked for.
    measured: Measured,
}

/// What something is called in a language.
type Called = fn(Lang) -> Clean;

/// Beginnings of files that are not text, and what they are.
const MAGIC: [(&[u8], Called); 6] = [
    (b"PK\x03\x04", Lang::an_archive),
    (b"\xd0\xcf\x11\xe0", Lang::an_old_office_file),
    (b"%PDF-", Lang::a_pdf_file),
    (b"{\\rtf", Lang::an_rtf_file),
    (b"<!doctype html", Lang::a_web_page),
    (b"<html", Lang::a_web_page),
];

/// What a form says of itself that is filled in in a browser, at its beginning.
const PAGE_MARK: &[u8] = b"content=\"duly/form\"";

/// So much of a page is looked at for its mark, in bytes: a browser that saved it may have put its place before it.
pub const PAGE_HEAD: usize = 4 << 10;

/// Whether bytes begin a form of ours that is filled in in a browser.
pub fn is_our_page(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(PAGE_HEAD)];
    head.windows(PAGE_MARK.len()).any(|part| part == PAGE_MARK)
}

const BYTE_ORDER_MARK: &str = "\u{feff}";

impl Source {
    fn made(name: String, text: Cow<'static, str>) -> Source {
        let (path, cells, measured) = (name.clone().into(), CellMap::default(), Measured::default());
        Source { name, path, text, has_mark: false, cells, measured }
    }

    /// A source from text that is known to be good.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Arc<Source> {
        Arc::new(Source::made(name.into(), Cow::Owned(text.into())))
    }

    /// A file that the program carries; its text is not copied.
    pub fn built_in(name: String, text: &'static str) -> Arc<Source> {
        Arc::new(Source::made(name, Cow::Borrowed(text)))
    }

    /// A text that was written from the cells of a workbook, under the workbook's name: its places are cells.
    pub fn of_cells(name: impl Into<String>, text: impl Into<String>, cells: CellMap) -> Arc<Source> {
        Arc::new(Source { cells, ..Source::made(name.into(), Cow::Owned(text.into())) })
    }

    /// The cell of a workbook to which a byte belongs; `None` where the text is a file of its own.
    pub fn cell_at(&self, offset: u32) -> Option<&SheetCell> {
        match self.cells.at(offset)? {
            CameFrom::Cell(cell) => Some(cell),
            CameFrom::Line(_) => None,
        }
    }

    /// Where a byte came from, of a text that was written from another file; `None` where it is a file of its own.
    pub fn came_from(&self, offset: u32) -> Option<&CameFrom> {
        self.cells.at(offset)
    }

    /// Reads bytes as UTF-8 text.
    ///
    /// # Errors
    /// The file is larger than `limit` bytes, is in another encoding, or is not text at all.
    pub fn from_bytes(name: &str, bytes: Vec<u8>, limit: usize) -> Result<Arc<Source>, Problem> {
        fits(bytes.len(), limit)?;
        if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| begins_with(&bytes, magic)) {
            let is_our_page = is_our_page(&bytes);
            return Err(if is_our_page { text::own_page() } else { text::office_file(kind(Lang::En), kind(Lang::Sv)) });
        }
        if is_utf16(&bytes) {
            return Err(text::utf16_text());
        }
        let mut whole = String::from_utf8(bytes).map_err(|error| {
            let readable = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
            text::not_utf8(readable.filter(|byte| **byte == b'\n').count() + 1)
        })?;
        let has_mark = whole.starts_with(BYTE_ORDER_MARK);
        if has_mark {
            whole.drain(..BYTE_ORDER_MARK.len());
        }
        Ok(Arc::new(Source { has_mark, ..Source::made(name.to_owned(), whole.into()) }))
    }

    /// The same file, if it is no larger than `limit` bytes.
    ///
    /// # Errors
    /// It is larger.
    pub fn within(self: Arc<Self>, limit: usize) -> Result<Arc<Source>, Problem> {
        fits(self.bytes().map(<[u8]>::len).sum(), limit)?;
        Ok(self)
    }

    /// The same file with another text.
    pub fn with_text(&self, text: String) -> Arc<Source> {
        let of_that_name = Source::made(self.name.clone(), text.into());
        Arc::new(Source { path: self.path.clone(), has_mark: self.has_mark, ..of_that_name })
    }

    /// The same file, which lies at this path.
    pub fn at(self: Arc<Self>, path: &Path) -> Arc<Source> {
        if self.path == path {
            return self;
        }
        let source = Arc::try_unwrap(self).unwrap_or_else(|shared| Source {
            has_mark: shared.has_mark,
            cells: shared.cells.clone(),
            ..Source::made(shared.name.clone(), shared.text.clone())
        });
        Arc::new(Source { path: path.to_path_buf(), ..source })
    }

    /// The bytes of the file as they lay on disk, byte-order mark included.
    pub fn bytes(&self) -> impl Iterator<Item = &[u8]> {
        let mark = if self.has_mark { BYTE_ORDER_MARK.as_bytes() } else { &[] };
        [mark, self.text.as_bytes()].into_iter()
    }

    /// What the file is known by as it lay on disk.
    pub fn fingerprint(&self) -> Fingerprint {
        *self.measured.fingerprint.get_or_init(|| Fingerprint::of(self.bytes()))
    }

    /// Where a byte stands. An offset inside a character or past the end counts as the place before it.
    pub fn position(&self, offset: u32) -> Position {
        let mut offset = (offset as usize).min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let places = self.measured.marks(&self.text);
        let (line, start) = places.line(offset);
        let letters = |at: usize| places.letters_before(&self.text, at);
        Position { line: line + 1, column: letters(offset) - letters(start) + 1 }
    }

    /// The line that a byte stands in, without its line break, and where it starts.
    pub fn line_at(&self, offset: u32) -> (usize, &str) {
        let offset = (offset as usize).min(self.text.len());
        let places = self.measured.marks(&self.text);
        let (line, start) = places.line(offset);
        let end = places.lines.get(line + 1).map_or(self.text.len(), |next| next - 1);
        (start, self.text[start..end].trim_end_matches('\r'))
    }
}

/// Whether bytes begin with others, in whatever capitals, behind a byte-order mark and blanks.
fn begins_with(bytes: &[u8], magic: &[u8]) -> bool {
    let text = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes).trim_ascii_start();
    text.get(..magic.len()).is_some_and(|start| start.eq_ignore_ascii_case(magic))
}

/// What is found in one reading of a text, however often it is asked for.
#[derive(Debug, Default)]
struct Measured {
    /// Where its lines and letters are: a thousand problems may be placed in it.
    marks: OnceLock<Marks>,
    /// What the file is known by.
    fingerprint: OnceLock<Fingerprint>,
}

/// It follows from the text: two texts that are the same have the same.
impl PartialEq for Measured {
    fn eq(&self, _: &Measured) -> bool {
        true
    }
}

impl Eq for Measured {}

impl Measured {
    fn marks(&self, text: &str) -> &Marks {
        self.marks.get_or_init(|| Marks::of(text))
    }
}

/// Marks in a text.
#[derive(Debug)]
struct Marks {
    /// Where each line begins.
    lines: Vec<usize>,
    /// How many letters begin before each mark; a mark stands every [`Marks::APART`] bytes.
    letters: Vec<usize>,
}

impl Marks {
    const APART: usize = 4096;

    fn of(text: &str) -> Marks {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let lines = [0].into_iter().chain(breaks.map(|(at, _)| at + 1)).collect();
        let mut before = 0;
        let counted = text.as_bytes().chunks(Marks::APART).map(|part| {
            let here = before;
            before += begun(part);
            here
        });
        Marks { lines, letters: counted.collect() }
    }

    /// Which line a byte is in, from 0, and where that begins.
    fn line(&self, offset: usize) -> (usize, usize) {
        let line = self.lines.partition_point(|start| *start <= offset).saturating_sub(1);
        (line, self.lines.get(line).copied().unwrap_or_default())
    }

    /// How many letters begin before a byte.
    fn letters_before(&self, text: &str, offset: usize) -> usize {
        let mark = (offset / Marks::APART).min(self.letters.len().saturating_sub(1));
        let from = mark * Marks::APART;
        self.letters.get(mark).copied().unwrap_or_default() + begun(&text.as_bytes()[from..offset])
    }
}

/// How many letters begin in a part of a text.
fn begun(part: &[u8]) -> usize {
    part.iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count()
}

fn fits(bytes: usize, limit: usize) -> Result<(), Problem> {
    if bytes > limit { Err(text::file_too_large((limit >> 20).and(" MB"))) } else { Ok(()) }
}

/// UTF-16 has a byte-order mark, or a zero byte in every other place of an ASCII beginning such as `format`.
fn is_utf16(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [0, 1..=0x7f, 0, 1..=0x7f, ..] | [1..=0x7f, 0, 1..=0x7f, 0, ..]
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8]) -> &'static str {
        Source::from_bytes("f", bytes.to_vec(), 100).err().map_or("read", |problem| problem.code.id)
    }

    #[test]
    fn other_encodings_are_refused_by_name() {
        assert_eq!(refused(b"\xff\xfef\0o\0"), "utf16-text");
        assert_eq!(refused(b"f\0o\0r\0"), "utf16-text");
        assert_eq!(refused(b"PK\x03\x04rest"), "office-file");
        assert_eq!(refused("å".repeat(51).as_bytes()), "file-too-large");
        let error = Source::from_bytes("f", b"a: 1\nb: \xe5".to_vec(), 100).unwrap_err();
        assert_eq!(error.message(Lang::En), "this is not UTF-8 text (something in line 2 cannot be read)");
    }

    #[test]
    fn what_is_no_text_is_named_in_the_language_of_the_reader() {
        let kinds = [("PK\x03\x04", "Excel"), ("%PDF-", "PDF"), ("{\\rtf", "RTF"), (" <!DOCTYPE html>", "HTML")];
        for (begin, kind) in kinds {
            let problem = Source::from_bytes("f", begin.into(), 100).unwrap_err();
            let [en, sv] = Lang::ALL.map(|lang| problem.message(lang).to_string());
            assert!(en.starts_with("this is a") && en.contains(kind), "{en}");
            assert!(sv.starts_with("filen är en ") && sv.contains(kind), "{sv}");
        }
    }

    #[test]
    fn a_byte_order_mark_is_not_text_but_is_kept_in_the_bytes() {
        let source = Source::from_bytes("f", b"\xef\xbb\xbfa: 1".to_vec(), 100).unwrap();
        assert_eq!(source.text, "a: 1");
        assert_eq!(source.bytes().flatten().count(), 7);
    }

    #[test]
    fn places_count_lines_and_characters_from_one() {
        let source = Source::new("f", "å: 1\r\nbö: 2\n");
        assert_eq!(source.position(0), Position { line: 1, column: 1 });
        let offset = source.text.find('2').unwrap() as u32;
        assert_eq!(source.position(offset), Position { line: 2, column: 5 });
        assert_eq!(source.line_at(offset).1, "bö: 2");
        assert_eq!(source.line_at(0).1, "å: 1");
        assert_eq!(source.position(9999), Position { line: 3, column: 1 });
        assert_eq!(source.line_at(9999).1, "");
    }

    #[test]
    fn places_are_right_however_long_a_line_is() {
        let text = format!("a\n{}\nå\n", "åb".repeat(3 * Marks::APART));
        let source = Source::new("f", text.as_str());
        for (offset, _) in text.char_indices().step_by(997).chain([(text.len(), ' ')]) {
            let before = &text[..offset];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            assert_eq!(source.position(offset as u32), Position { line, column }, "{offset}");
            assert_eq!(Some(source.line_at(offset as u32).1), text.split('\n').nth(line - 1));
        }
        assert_eq!(source, Source::new("f", text), "whether a place was asked for or not");
    }
}
