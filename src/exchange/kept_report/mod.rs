//! A report that somebody kept, as it lies there: which kind of document it is, and its words. It may come from
//! anywhere, and is read within limits.

pub mod basis;
pub mod difference;
mod words;

use std::path::Path;

use super::archive::{Archive, ArchiveLimits, ArchivePart, is_archive};
use super::json;
use super::tree::Tree;
use crate::case::own_file;
use crate::source::Date;
use crate::words::{Clean, Lang};

/// A larger file is no report, in bytes.
pub const LARGEST: usize = 32 << 20;

/// What a Word file may hold: it has a dozen parts.
const LIMITS: ArchiveLimits = ArchiveLimits { file: LARGEST, part: LARGEST, all: 2 * LARGEST, parts: 100 };

/// The part of a Word file that holds its words.
const WORDS: &str = "word/document.xml";

/// How a calendar begins.
const CALENDAR: &str = "BEGIN:VCALENDAR";

/// How the table for CISO Assistant begins; of other tables the first character says what they are.
const AUDIT: &str = "urn,assessable,ref_id,";

/// A report.
#[derive(Debug)]
pub struct KeptReport {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// What it is.
    pub(super) kind: ReportKind,
    /// Its words, without tags, line by line.
    pub(super) lines: Vec<String>,
}

/// What kind of document a report is.
#[derive(Debug)]
pub enum ReportKind {
    /// Markdown, or text as on a screen.
    Plain,
    /// A web page.
    Page,
    /// A Word file: its parts with their names.
    Word(Vec<(String, Vec<u8>)>),
    /// JSON.
    Json(Tree),
}

/// Why a file cannot be held against the files that it rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoReport {
    /// A letter to a vendor: it says nothing of our files.
    Letter,
    /// An annex to a contract.
    Contract,
    /// A table for spreadsheets.
    Table,
    /// A line of JSON for each of many vendors.
    Many,
    /// An overview of vendors whose files were named one by one.
    Unnamed,
    /// A list or a calendar of what falls due.
    Dues,
    /// What a screen showed: it says nothing of how it was made.
    Screen,
    /// A file that people write.
    Ours,
    /// Something else.
    Other,
}

impl KeptReport {
    /// What these bytes are.
    ///
    /// # Errors
    /// They are no report that says what it rests on.
    pub fn of(bytes: Vec<u8>) -> Result<KeptReport, NoReport> {
        if bytes.len() > LARGEST {
            return Err(NoReport::Other);
        }
        if is_archive(&bytes) {
            return KeptReport::word(bytes);
        }
        let Ok(text) = std::str::from_utf8(&bytes) else { return Err(NoReport::Other) };
        if text.starts_with('\u{feff}') || text.starts_with(AUDIT) {
            return Err(NoReport::Table);
        }
        let begin = text.trim_start();
        let (kind, lines) = if begin.starts_with('{') {
            (ReportKind::Json(tree(text)?), text.lines().map(str::to_owned).collect())
        } else if begin.get(..9).is_some_and(|start| start.eq_ignore_ascii_case("<!doctype")) {
            (ReportKind::Page, words::of_tags(text))
        } else if begin.starts_with(CALENDAR) {
            return Err(NoReport::Dues);
        } else if own_file::is_written_by_people(Path::new(""), text.as_bytes()) {
            return Err(NoReport::Ours);
        } else {
            (ReportKind::Plain, words::uncoloured(text).lines().map(str::to_owned).collect())
        };
        Ok(KeptReport { kind, lines, bytes })
    }

    fn word(bytes: Vec<u8>) -> Result<KeptReport, NoReport> {
        let archive = Archive::open(&bytes, &LIMITS).map_err(|_| NoReport::Other)?;
        let part = |part: &ArchivePart| Some((part.name.clone(), archive.whole(part).ok()?));
        let parts: Option<Vec<(String, Vec<u8>)>> = archive.parts().iter().map(part).collect();
        let parts = parts.ok_or(NoReport::Other)?;
        let document = parts.iter().find(|(name, _)| name == WORDS).ok_or(NoReport::Other)?;
        let text = std::str::from_utf8(&document.1).map_err(|_| NoReport::Other)?;
        let lines = words::of_tags(text);
        Ok(KeptReport { kind: ReportKind::Word(parts), lines, bytes })
    }

    /// Whether it is an overview of many vendors.
    pub(super) fn is_of_many(&self) -> bool {
        let is_title =
            |lang: Lang| [lang.overview_title(), lang.overview_board_title()].iter().any(|it| self.is_titled(it));
        match &self.kind {
            ReportKind::Json(tree) => basis::is_overview(tree),
            _ => Lang::ALL.into_iter().any(is_title),
        }
    }

    /// Whether one of its first lines begins so.
    fn is_titled(&self, title: &str) -> bool {
        let title = title.trim_end_matches([' ', ':', ',']);
        self.lines.iter().take(12).any(|line| line.trim_start_matches(['#', ' ']).starts_with(title))
    }

    /// What it is where it does not say what it rests on.
    pub fn without_basis(&self) -> NoReport {
        let says = |of: &dyn Fn(Lang) -> Clean| Lang::ALL.into_iter().any(|lang| self.is_titled(&of(lang)));
        if says(&|lang| lang.letter_title("")) || says(&|lang| lang.mending_title("")) {
            return NoReport::Letter;
        }
        if says(&|lang| lang.contract_title("")) {
            return NoReport::Contract;
        }
        if self.is_of_many() {
            return NoReport::Unnamed;
        }
        let title = self.lines.iter().map(|line| line.trim()).find(|line| !line.is_empty()).unwrap_or_default();
        let is = |of: &dyn Fn(&str, Lang) -> bool| Lang::ALL.into_iter().any(|lang| of(title, lang));
        match () {
            () if is(&is_list_of_dues) => NoReport::Dues,
            () if is(&is_screen) => NoReport::Screen,
            () => NoReport::Other,
        }
    }
}

/// What stands before and behind the one word of a phrase that differs.
fn around(phrase: &Clean) -> (&str, &str) {
    phrase.split_once('|').unwrap_or((phrase, ""))
}

fn is_list_of_dues(title: &str, lang: Lang) -> bool {
    [lang.dues_until("|", ""), lang.dues_all("|")].iter().any(|phrase| title.starts_with(around(phrase).0))
}

/// Whether a screen begins so: of a vendor, of many, or of its points.
fn is_screen(title: &str, lang: Lang) -> bool {
    let day = lang.as_of("");
    let is_dated = title.rsplit_once(" · ").and_then(|(_, end)| end.strip_prefix(&*day));
    is_dated.is_some_and(|day| Date::parse(day).is_some())
        || title.contains(around(&lang.overview_judged("", "|")).0)
        || title.ends_with(around(&lang.explanation_title("|")).1)
}

/// The tree of a document of ours.
fn tree(text: &str) -> Result<Tree, NoReport> {
    let Ok(tree) = json::read(text) else {
        let is_many = text.lines().count() > 1 && text.lines().all(|line| line.starts_with("{\"format\":\"duly/"));
        return Err(if is_many { NoReport::Many } else { NoReport::Other });
    };
    let format = tree.say("format").unwrap_or_default();
    match format {
        _ if tree.get("assessment-results").is_some() => Ok(tree),
        "duly/assessment@1" if text.lines().count() == 1 => Err(NoReport::Many), // and one of them is there
        "duly/assessment@1" | "duly/comparison@1" => Ok(tree),
        _ if basis::is_overview(&tree) => Ok(tree),
        _ if format.starts_with("duly/due@") => Err(NoReport::Dues),
        _ if format.starts_with("duly/") => Err(NoReport::Ours),
        _ => Err(NoReport::Other),
    }
}
