//! What comes in by standard input, and files that are written whole or not at all.

use std::fs;
use std::io::{self, ErrorKind, Read, Seek, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{anyhow, bail};
use tempfile::{SpooledTempFile, spooled_tempfile_in};

use super::console::{Console, Machine};
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
    match missing_folder(&full, path, lang) {
        Some(why) => bail!("{}: {why}", lang.cannot_write(shown(path.display()))),
        None => Ok(()),
    }
}

/// Why nothing can be written where a path leads, if its folder is not there.
fn missing_folder(full: &Path, path: &Path, lang: Lang) -> Option<Clean> {
    let is_missing = full.parent().is_some_and(|folder| !folder.is_dir());
    is_missing.then(|| lang.no_such_folder(shown(path.parent().unwrap_or(path).display())))
}

/// Writes a document to a file or, for none or `-`, to standard output.
///
/// # Errors
/// The target cannot be written; what was there before is still there.
pub fn write(document: &str, target: Option<&Path>, lang: Lang, console: &mut Console) -> anyhow::Result<()> {
    let mut writing = Writing::begin(target, lang, &console.machine)?;
    writing.put(document, console)?;
    writing.finish()
}

/// A document on its way, piece by piece, to a file or, for none or `-`, to standard output. A file is there whole when
/// it is finished, and not at all before.
#[derive(Debug)]
pub struct Writing {
    target: Destination,
    shown: PathBuf,
    lang: Lang,
}

#[derive(Debug)]
enum Destination {
    Output,
    /// A device cannot be replaced by a finished file.
    Device(fs::File),
    /// Grows where nobody sees it, so that nothing is left behind if the program is broken off.
    File(SpooledTempFile, PathBuf),
}

impl Writing {
    /// Makes sure that the target can be written.
    ///
    /// # Errors
    /// It cannot.
    pub fn begin(target: Option<&Path>, lang: Lang, machine: &Machine) -> anyhow::Result<Writing> {
        let Some(path) = target.filter(|path| !is_standard(path)) else {
            return Ok(Writing { target: Destination::Output, shown: PathBuf::new(), lang });
        };
        let full = machine.folder.join(path);
        let full = fs::canonicalize(&full).unwrap_or(full); // a link is followed, not replaced
        let refuse = |why: Clean| bail!("{}: {why}", lang.cannot_write(shown(path.display())));
        let target = match fs::metadata(&full) {
            Ok(about) if about.is_dir() => return refuse(lang.is_a_folder()),
            Ok(about) if about.permissions().readonly() => return refuse(lang.is_write_protected()),
            Ok(about) if !about.is_file() => fs::OpenOptions::new().write(true).open(&full).map(Destination::Device),
            _ => match missing_folder(&full, path, lang) {
                Some(why) => return refuse(why),
                None => Ok(Destination::File(spooled_tempfile_in(IN_MEMORY, folder_of(&full)), full)),
            },
        };
        let target = target.map_err(|error| not_written(path, &error, lang))?;
        Ok(Writing { target, shown: path.to_path_buf(), lang })
    }

    /// Writes the next piece.
    ///
    /// # Errors
    /// It cannot be written.
    pub fn put(&mut self, piece: &str, console: &mut Console) -> anyhow::Result<()> {
        let result = match &mut self.target {
            Destination::Output => {
                let printed = console.print(piece);
                let why = |error| anyhow!("{}: {}", self.lang.cannot_write_output(), in_words(&error, self.lang));
                return printed.map_err(why);
            }
            Destination::Device(device) => device.write_all(piece.as_bytes()),
            Destination::File(file, _) => file.write_all(piece.as_bytes()),
        };
        result.map_err(|error| not_written(&self.shown, &error, self.lang))
    }

    /// Puts the finished file in its place.
    ///
    /// # Errors
    /// That is not possible; what was there before is still there.
    pub fn finish(self) -> anyhow::Result<()> {
        let Destination::File(document, target) = self.target else { return Ok(()) };
        replace(&target, document).map_err(|error| not_written(&self.shown, &error, self.lang))
    }
}

fn not_written(path: &Path, error: &io::Error, lang: Lang) -> anyhow::Error {
    anyhow!("{}: {}", lang.cannot_write(shown(path.display())), in_words(error, lang))
}

/// Why something cannot be written; what is common in the reader's language, the rest as the system says it.
fn in_words(error: &io::Error, lang: Lang) -> Clean {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => lang.disk_is_full(),
        ErrorKind::PermissionDenied => lang.no_permission(),
        ErrorKind::ReadOnlyFilesystem => lang.is_write_protected(),
        _ => visible(&error.to_string()),
    }
}

fn folder_of(target: &Path) -> &Path {
    target.parent().unwrap_or(Path::new("."))
}

/// Writes beside the target, and puts the finished file in its place, with the permissions of the one before it.
fn replace(target: &Path, mut document: SpooledTempFile) -> io::Result<()> {
    let permissions = fs::metadata(target).ok().map(|about| about.permissions());
    let mut builder = tempfile::Builder::new();
    builder.prefix(".duly-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666)); // less the umask, as for any new file
    let mut file = builder.tempfile_in(folder_of(target))?;
    document.rewind()?;
    io::copy(&mut document, file.as_file_mut())?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    file.as_file().sync_all()?;
    file.persist(target).map_err(|error| error.error)?;
    Ok(())
}
