//! What comes in by standard input, and files that are written whole or not at all.

use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf, is_separator};
use std::sync::Arc;

use anyhow::{anyhow, bail};
use tempfile::{SpooledTempFile, spooled_tempfile_in};

use super::beside::Beside;
use super::console::{Console, Machine};
use super::replace::{NotReplaced, replace};
use super::system;
use crate::case::own_file;
use crate::case::text::unreadable;
use crate::source::Source;
use crate::words::Clean;
use crate::words::Lang;
use crate::words::clean::{shown, visible};
use crate::words::problem::Problem;

/// A larger document waits on the disk until it is finished, in bytes.
const IN_MEMORY: usize = 4 << 20;

/// The name that stands for standard input and output.
pub const STANDARD: &str = "-";

/// Whether a path stands for standard input or output.
pub fn is_standard(path: &Path) -> bool {
    path.as_os_str() == STANDARD
}

/// Reads standard input as a text of at most `limit` bytes.
///
/// # Errors
/// It cannot be read, is too large, or is no UTF-8 text.
pub fn read_standard(limit: usize, input: &mut dyn Read) -> Result<Arc<Source>, Problem> {
    let mut bytes = Vec::new();
    let result = input.take(limit as u64 + 1).read_to_end(&mut bytes);
    result.map_err(|error| unreadable(STANDARD, &error)).and_then(|_| Source::from_bytes(STANDARD, bytes, limit))
}

/// Makes sure that a new file can be written before anybody does the work for it.
///
/// # Errors
/// It is there already and may not be overwritten, or its folder is not there.
pub fn may_be_new(path: &Path, force: bool, lang: Lang, console: &Console) -> anyhow::Result<()> {
    let full = console.machine.folder.join(path);
    if !force && full.exists() {
        bail!("{}", lang.exists_already(shown(path.display())));
    }
    may_write(Some(path), May::replace(force), lang, &console.machine)
}

/// Why nothing can be written where a path leads, if its folder is not there.
fn missing_folder(full: &Path, path: &Path, lang: Lang) -> Option<Clean> {
    let is_missing = full.parent().is_some_and(|folder| !folder.is_dir());
    is_missing.then(|| lang.no_such_folder(shown(path.parent().unwrap_or(path).display())))
}

/// What a document may take the place of, if something is there already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum May {
    /// The very file that it is made of: a dialogue writes to it.
    Change,
    /// What was not read, unless it holds what people write: answers, a review, a policy or a questionnaire.
    Replace,
    /// What was not read.
    ReplaceAny,
}

impl May {
    /// What somebody may replace who says so, or does not.
    pub fn replace(force: bool) -> May {
        if force { May::ReplaceAny } else { May::Replace }
    }
}

/// Makes sure that a document may be written, before anybody does the work for it.
///
/// # Errors
/// It cannot be written there, or not in the place of what is there.
pub fn may_write(target: Option<&Path>, may: May, lang: Lang, machine: &Machine) -> anyhow::Result<()> {
    target.filter(|path| !is_standard(path)).map_or(Ok(()), |path| place(path, may, lang, machine).map(|_| ()))
}

/// Where a document is put that is written to a path, and whether a file can be put there in one piece.
fn place(path: &Path, may: May, lang: Lang, machine: &Machine) -> anyhow::Result<(PathBuf, bool)> {
    let full = machine.folder.join(path);
    let is_link_out = may != May::Change && leads_elsewhere(&full);
    let full = fs::canonicalize(&full).unwrap_or(full); // a link is followed, not replaced
    let why_not = match fs::metadata(&full) {
        Ok(about) if about.is_dir() => Some(lang.is_a_folder()),
        Ok(about) if about.permissions().readonly() => Some(lang.is_write_protected()),
        Ok(about) if !about.is_file() => return Ok((full, false)),
        Ok(about) if system::names(&about) > 1 => Some(lang.has_several_names()),
        Ok(about) => protected(&full, &about, may, lang, machine),
        Err(_) => missing_folder(&full, path, lang),
    };
    match why_not.or_else(|| is_link_out.then(|| lang.is_a_link_out())) {
        Some(why) => bail!("{}: {why}", lang.cannot_write(shown(path.display()))),
        None => Ok((full, true)),
    }
}

/// Whether a path is a link that leads out of its folder, or nowhere: whoever laid it there could have any file
/// written.
fn leads_elsewhere(full: &Path) -> bool {
    let is_link = fs::symlink_metadata(full).is_ok_and(|about| about.is_symlink());
    let real = |path: Option<&Path>| path.and_then(|path| fs::canonicalize(path).ok());
    let (file, folder) = (real(Some(full)), real(full.parent()));
    is_link && (file.is_none() || file.as_deref().and_then(Path::parent) != folder.as_deref())
}

/// Why a file may not be replaced by another, if so.
fn protected(full: &Path, about: &Metadata, may: May, lang: Lang, machine: &Machine) -> Option<Clean> {
    let was_read = || machine.read.has(full, about);
    let is_written_by_people = || match File::open(full).and_then(head) {
        Ok(head) => own_file::is_written_by_people(full, &head),
        Err(_) => true, // nobody knows
    };
    match may {
        May::Change => None,
        May::Replace | May::ReplaceAny if was_read() => Some(lang.was_read()),
        May::Replace if is_written_by_people() => Some(lang.holds_what_people_wrote()),
        May::Replace | May::ReplaceAny => None,
    }
}

/// The beginning of a file.
fn head(file: File) -> io::Result<Vec<u8>> {
    let mut head = Vec::new();
    file.take(own_file::HEAD as u64).read_to_end(&mut head)?;
    Ok(head)
}

/// The folder that is named for several documents: one that is there or, where it can be new, one of which nothing is
/// in the place and whose name is no file's.
pub fn folder_for_several<'p>(named: Option<&'p Path>, can_be_new: bool, machine: &Machine) -> Option<&'p Path> {
    let path = named.filter(|path| !is_standard(path))?;
    let full = machine.folder.join(path);
    let ends_as_one = || ends_as_folder(path) || path.extension().is_none();
    let is_one = full.is_dir() || can_be_new && !full.exists() && ends_as_one();
    is_one.then_some(path)
}

/// Whether a path ends as only that of a folder does.
pub fn ends_as_folder(path: &Path) -> bool {
    path.as_os_str().as_encoded_bytes().last().is_some_and(|last| is_separator(char::from(*last)))
}

/// Makes the folder of a file, if it is not there and its own folder is.
///
/// # Errors
/// The system says no.
pub fn make_folder(file: &Path, lang: Lang, console: &Console) -> anyhow::Result<()> {
    let full = console.machine.folder.join(file);
    match full.parent().filter(|folder| !folder.exists()) {
        Some(folder) => fs::create_dir(folder).map_err(|error| not_written(file, &error, lang)),
        None => Ok(()),
    }
}

/// Makes the folder of a file, and those above it.
///
/// # Errors
/// The system says no.
pub fn make_folders(file: &Path, lang: Lang, console: &Console) -> anyhow::Result<()> {
    let full = console.machine.folder.join(file);
    full.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| not_written(file, &error, lang))
}

/// Writes a document to a file or, for none or `-`, to standard output.
///
/// # Errors
/// The target cannot be written; what was there before is still there.
pub fn write(
    document: &(impl AsRef<[u8]> + ?Sized),
    target: Option<&Path>,
    may: May,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<()> {
    let mut writing = Writing::begin(target, may, lang, &console.machine)?;
    writing.put(document, console)?;
    writing.finish(&console.machine)
}

/// A document on its way, piece by piece, to a file or, for none or `-`, to standard output. A file is there whole when
/// it is finished, and not at all before.
#[derive(Debug)]
pub struct Writing {
    target: Destination,
    shown: PathBuf,
    may: May,
    lang: Lang,
}

#[derive(Debug)]
enum Destination {
    Output,
    /// A device cannot be replaced by a finished file.
    Device(File),
    /// Grows where nobody sees it, so that nothing is left behind if the program is broken off.
    File(SpooledTempFile),
}

impl Writing {
    /// Makes sure that the target can be written.
    ///
    /// # Errors
    /// It cannot.
    pub fn begin(target: Option<&Path>, may: May, lang: Lang, machine: &Machine) -> anyhow::Result<Writing> {
        let Some(path) = target.filter(|path| !is_standard(path)) else {
            return Ok(Writing { target: Destination::Output, shown: PathBuf::new(), may, lang });
        };
        let (full, is_file) = place(path, may, lang, machine)?;
        let target = match is_file {
            true => Destination::File(unseen(folder_of(&full))),
            false => {
                let device = fs::OpenOptions::new().write(true).open(&full);
                Destination::Device(device.map_err(|error| not_written(path, &error, lang))?)
            }
        };
        Ok(Writing { target, shown: path.to_path_buf(), may, lang })
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put(&mut self, piece: &(impl AsRef<[u8]> + ?Sized), console: &mut Console) -> anyhow::Result<()> {
        let piece = piece.as_ref();
        let result = match &mut self.target {
            Destination::Output => {
                let printed = console.print(piece);
                let why = |error| anyhow!("{}: {}", self.lang.cannot_write_output(), in_words(&error, self.lang));
                return printed.map_err(why);
            }
            Destination::Device(device) => device.write_all(piece),
            Destination::File(file) => file.write_all(piece),
        };
        result.map_err(|error| not_written(&self.shown, &error, self.lang))
    }

    /// Puts the finished file in its place, if it may still be put there: more may have been read since it was begun.
    ///
    /// # Errors
    /// That is not possible; what was there before is still there.
    pub fn finish(self, machine: &Machine) -> anyhow::Result<()> {
        let Writing { target: Destination::File(mut document), shown: path, may, lang } = self else { return Ok(()) };
        let (full, _) = place(&path, may, lang, machine)?;
        let rewound = document.rewind().map_err(NotReplaced::Because);
        match rewound.and_then(|()| replace(&mut document, &mut Beside::new(&full))) {
            Ok(()) => Ok(()),
            Err(NotReplaced::Because(error)) => Err(not_written(&path, &error, lang)),
            Err(NotReplaced::Owner) => {
                bail!("{}: {}", lang.cannot_write(shown(path.display())), lang.owner_is_lost())
            }
        }
    }
}

/// A document that grows in memory or, if it is large, in a folder where nobody sees it.
pub fn unseen(folder: &Path) -> SpooledTempFile {
    spooled_tempfile_in(IN_MEMORY, folder)
}

/// Why a document is not in its file.
pub fn not_written(path: &Path, error: &io::Error, lang: Lang) -> anyhow::Error {
    anyhow!("{}: {}", lang.cannot_write(shown(path.display())), in_words(error, lang))
}

/// Why something cannot be written; what is common in the reader's language, the rest as the system says it.
fn in_words(error: &io::Error, lang: Lang) -> Clean {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => lang.disk_is_full(),
        ErrorKind::FileTooLarge => lang.is_too_large(),
        ErrorKind::PermissionDenied => lang.no_permission(),
        ErrorKind::ReadOnlyFilesystem => lang.is_write_protected(),
        _ => visible(&error.to_string()),
    }
}

fn folder_of(target: &Path) -> &Path {
    target.parent().unwrap_or(Path::new("."))
}
