//! What a vendor sends back in one ZIP file: its answers, and its papers in the folder `evidence` beside them. Here it
//! is decided what is unpacked where; nothing is written.

use std::collections::BTreeSet;
use std::path::Path;

use super::archive::{Archive, ArchiveLimits, ArchivePart, Unpacked, is_archive};
use crate::case::review_names::answers_stem;
use crate::words::clean::one_line;
use crate::words::problem::{Problem, archives, backs};

/// What such a file may hold. Of one vendor 256 MB of papers are looked at, so that these are; one of 50 MB is a
/// contract that was scanned badly; 2000 are more than anybody reads.
pub const LIMITS: ArchiveLimits = ArchiveLimits { file: 200 << 20, part: 50 << 20, all: 200 << 20, parts: 2000 };

/// The folder of papers.
pub const PAPERS: &str = "evidence";

/// What files of answers end with.
const ANSWERS: [&str; 4] = [".xlsx", ".yaml", ".yml", ".csv"];

/// The letters of a path.
pub const LONGEST: usize = 200;
/// The steps of a path: its file, and the folders within each other.
pub const DEEPEST: usize = 8;

/// What came back in one file.
#[derive(Debug)]
pub struct Back<'a> {
    archive: Archive<'a>,
    answers: BackFile,
    papers: Vec<BackFile>,
    /// Files that are neither answers nor below the folder of papers, or hidden.
    pub left_out: Vec<String>,
}

/// A file within it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackFile {
    /// Where it is to lie, below the folder of the answers: steps with `/` between them, each a name that every system
    /// takes for the same.
    pub path: String,
    part: ArchivePart,
}

impl<'a> Back<'a> {
    /// What a file holds; `None` if it is no archive, or a workbook or another document that is packed as one.
    ///
    /// # Errors
    /// It is damaged or holds too much, does not hold one file of answers, or a name in it is none for a file.
    pub fn of(bytes: &'a [u8]) -> Result<Option<Back<'a>>, Problem> {
        if !is_archive(bytes) {
            return Ok(None);
        }
        let archive = Archive::open(bytes, &LIMITS)?;
        if is_document(&archive) {
            return Ok(None);
        }
        let (seen, hidden): (Vec<_>, Vec<_>) = files(&archive).partition(|part| !is_hidden(&part.name));
        let mut answers = seen.iter().filter(|part| holds_answers(&part.name));
        let found = answers.next().ok_or_else(backs::zip_without_answers)?;
        if let Some(other) = answers.next() {
            return Err(backs::zip_with_several_answers(one_line(&found.name), one_line(&other.name)));
        }
        let folder = found.name.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
        let is_paper = |part: &&&ArchivePart| {
            let below = part.name.strip_prefix(&folder).and_then(|below| below.split_once('/'));
            below.is_some_and(|(first, _)| is_of_papers(first))
        };
        let (papers, others): (Vec<_>, Vec<_>) = seen.iter().filter(|part| part.name != found.name).partition(is_paper);
        let left_out = others.into_iter().chain(&hidden).map(|part| part.name.clone()).collect();
        let answers = BackFile::of(found, &folder)?;
        let papers = papers.into_iter().map(|part| BackFile::of(part, &folder)).collect::<Result<Vec<_>, _>>()?;
        each_its_own(&papers)?;
        Ok(Some(Back { archive, answers, papers, left_out }))
    }

    /// The file of answers: its name, and what is in it.
    ///
    /// # Errors
    /// It is not as the list of the archive says.
    pub fn answers(&self) -> Result<(&str, Vec<u8>), Problem> {
        Ok((&self.answers.path, self.archive.whole(&self.answers.part)?))
    }

    /// The papers, in the order in which they were packed.
    pub fn papers(&self) -> &[BackFile] {
        &self.papers
    }

    /// Where a document lies of which only the name of its file is said: people name the file, and pack it where it
    /// belongs.
    pub fn place_of(&self, location: &str) -> Option<&str> {
        let meant = format!("{PAPERS}/{}", composed(location.trim()));
        self.papers.iter().map(|paper| paper.path.as_str()).find(|path| *path == meant)
    }

    /// A paper, to be unpacked as it is read. An error is one that is not as the list of the archive says.
    pub fn unpack(&self, paper: &BackFile) -> Unpacked<'a> {
        self.archive.unpack(&paper.part)
    }
}

impl BackFile {
    fn of(part: &ArchivePart, folder: &str) -> Result<BackFile, Problem> {
        let path = composed(part.name.strip_prefix(folder).unwrap_or(&part.name));
        let path = match path.split_once('/') {
            Some((first, below)) if is_of_papers(first) => format!("{PAPERS}/{below}"),
            _ => path,
        };
        let fits = path.chars().count() <= LONGEST && path.split('/').count() <= DEEPEST;
        if fits && path.split('/').all(is_a_name) {
            return Ok(BackFile { path, part: part.clone() });
        }
        Err(backs::zip_name(one_line(&part.name)))
    }
}

/// Whether a file in an archive is answers as vendors send them with papers, as far as its name says.
pub fn is_named_as_answers(path: &str) -> bool {
    !is_hidden(path) && holds_answers(path)
}

/// The parts that are no folders.
pub fn files<'a>(archive: &'a Archive) -> impl Iterator<Item = &'a ArchivePart> {
    archive.parts().iter().filter(|part| !part.name.ends_with('/'))
}

/// Whether an archive is a workbook, or another document that is packed as one.
pub fn is_document(archive: &Archive) -> bool {
    let marks = ["[Content_Types].xml", "_rels/.rels", "mimetype", "Index/Document.iwa"];
    marks.iter().any(|mark| archive.part(mark).is_some())
}

/// Whether a folder is that of the papers, in whatever capitals.
pub fn is_of_papers(folder: &str) -> bool {
    folder.to_lowercase() == PAPERS
}

/// Whether a step of a path begins with a dot, or is what macOS and Windows put beside files.
fn is_hidden(path: &str) -> bool {
    let left_over = ["__macosx", "thumbs.db", "desktop.ini"];
    path.split('/').any(|step| step.starts_with('.') || left_over.contains(&step.to_lowercase().as_str()))
}

/// Whether a file holds answers, by its name; our review of them is none that a vendor sends.
fn holds_answers(path: &str) -> bool {
    let name = path.to_lowercase();
    let is_paper = name.split('/').rev().skip(1).any(is_of_papers);
    !is_paper && answers_stem(Path::new(&name)).is_none() && ANSWERS.iter().any(|ending| name.ends_with(ending))
}

/// Whether every system takes this for the name of a file: no device of Windows, and nothing that it drops or forbids.
fn is_a_name(step: &str) -> bool {
    !is_device(step)
        && !step.ends_with(['.', ' '])
        && !step.starts_with([' ', '-'])
        && !step.contains(['<', '>', '"', '|', '?', '*'])
}

/// Whether Windows takes a name for a device, whatever its ending.
pub fn is_device(step: &str) -> bool {
    let stem = step.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        let number = stem.strip_prefix(device);
        number.is_some_and(|number| {
            matches!(number, "¹" | "²" | "³") || number.len() == 1 && number.bytes().all(|digit| digit.is_ascii_digit())
        })
    };
    ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"].contains(&stem.as_str()) || numbered("COM") || numbered("LPT")
}

/// No two are one where capitals do not count; letters with marks have been put together before.
fn each_its_own(files: &[BackFile]) -> Result<(), Problem> {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    match files.iter().find(|file| !seen.insert(file.path.to_lowercase())) {
        Some(file) => Err(archives::archive_same_name(one_line(&file.path))),
        None => Ok(()),
    }
}

/// Marks that stand behind a letter, as macOS writes names, with the letters that take them, before and after.
const MARKS: [(char, &str, &str); 8] = [
    ('\u{300}', "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ('\u{301}', "aceinosuyzACEINOSUYZ", "áćéíńóśúýźÁĆÉÍŃÓŚÚÝŹ"),
    ('\u{302}', "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ('\u{303}', "anoANO", "ãñõÃÑÕ"),
    ('\u{308}', "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
    ('\u{30a}', "auAU", "åůÅŮ"),
    ('\u{30c}', "cdenrstzCDENRSTZ", "čďěňřšťžČĎĚŇŘŠŤŽ"),
    ('\u{327}', "csCS", "çşÇŞ"),
];

/// A name with each letter and its mark as one: `Säkerhet.pdf` is then found under the name that was typed.
fn composed(name: &str) -> String {
    let mut whole = String::with_capacity(name.len());
    for letter in name.chars() {
        let mark = MARKS.iter().find(|(mark, ..)| *mark == letter);
        let together = whole.chars().next_back().zip(mark).and_then(|(last, (_, bare, marked))| {
            let at = bare.chars().position(|bare| bare == last)?;
            marked.chars().nth(at)
        });
        match together {
            Some(together) => {
                whole.pop();
                whole.push(together);
            }
            None => whole.push(letter),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_on_every_system() {
        for name in ["iso 27001.pdf", "säkerhet.pdf", "console.txt", "COM.pdf", "COMA.pdf", "a..b", "NULL", "契約.pdf"]
        {
            assert!(is_a_name(name), "{name}");
        }
        for name in [
            "CON",
            "con.pdf",
            "nul.tar.gz",
            "AUX .txt",
            "com1",
            "LPT9.pdf",
            "COM¹.x",
            "a.",
            "a ",
            " a",
            "a?b",
            "a|b",
            "-rf",
        ] {
            assert!(!is_a_name(name), "{name}");
        }
    }

    #[test]
    fn letters_and_their_marks_are_one() {
        assert_eq!(composed("Sa\u{308}kerhet a\u{30a}r o\u{308}ver é x\u{308}"), "Säkerhet år över é x\u{308}");
    }

    #[test]
    fn the_marked_letters_are_as_many_as_the_bare_ones() {
        for (mark, bare, marked) in MARKS {
            assert_eq!(bare.chars().count(), marked.chars().count(), "{mark:?}");
        }
    }
}
