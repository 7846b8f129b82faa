//! Texts of files, within limits, and paths that stay in their folder.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::request::Input;
use super::world::{Unreadable, World};
use crate::answers::evidence::stays_inside;
use crate::source::Source;
use crate::words::clean::{one_line, shown};
use crate::words::problem::{Problem, text as problem};

/// Reads a text file of at most `limit` bytes. Its name in messages is the path as it was given.
///
/// # Errors
/// It cannot be read, is no regular file, is too large, or is no UTF-8 text.
pub fn read(world: &dyn World, path: &Path, limit: usize) -> Result<Arc<Source>, Problem> {
    read_as(world, (path, path), limit)
}

/// Reads a text file that is shown under another name than the path by which it is opened.
///
/// # Errors
/// As [`read()`].
pub fn read_as(world: &dyn World, (shown, path): (&Path, &Path), limit: usize) -> Result<Arc<Source>, Problem> {
    let bytes = bytes(world, (shown, path), limit)?;
    Source::from_bytes(&shown.to_string_lossy(), bytes, limit).map(|source| source.at(shown))
}

/// Reads a file of any kind, of which `limit` bytes and one more are kept.
///
/// # Errors
/// It cannot be read, or is no regular file.
pub fn bytes(world: &dyn World, (shown, path): (&Path, &Path), limit: usize) -> Result<Vec<u8>, Problem> {
    let name = shown.to_string_lossy();
    world.open(path, limit).map_err(|why| match why {
        Unreadable::NotAFile => problem::not_a_file(one_line(&name)),
        Unreadable::Because(error) => unreadable(&name, &error),
    })
}

/// The text of a file in whatever encoding: of another one than UTF-8 the plain letters are left.
pub fn roughly(path: &Path, mut bytes: Vec<u8>) -> Arc<Source> {
    bytes.retain(|byte| *byte != 0);
    let text = String::from_utf8_lossy(&bytes);
    Source::new(path.to_string_lossy(), text.trim_start_matches(['\u{feff}', '\u{fffd}']))
}

/// The text of what was handed in, which may have been read with another limit.
///
/// # Errors
/// As [`read()`].
pub fn of(world: &dyn World, input: &Input, limit: usize) -> Result<Arc<Source>, Problem> {
    match input {
        Input::File(path) => read(world, path, limit),
        Input::Opened(_, text) | Input::Given(_, text) => text.clone().and_then(|source| source.within(limit)),
    }
}

/// Why something cannot be read, in words.
pub fn unreadable(name: &str, error: &io::Error) -> Problem {
    match error.kind() {
        ErrorKind::NotFound => problem::no_such_file(one_line(name)),
        ErrorKind::PermissionDenied => problem::no_permission(one_line(name)),
        _ => problem::unreadable_file(one_line(name), shown(error)),
    }
}

/// The real path of what a path names in a folder or below it, links followed.
///
/// # Errors
/// It leaves the folder, or is not there.
pub fn inside(world: &dyn World, folder: &Path, path: &str) -> Result<PathBuf, Problem> {
    if !stays_inside(path) {
        return Err(problem::bad_path(one_line(path)));
    }
    let real = world.real(&folder.join(path)).map_err(|error| unreadable(path, &error))?;
    let folder = world.real(folder).map_err(|error| unreadable(path, &error))?;
    if real.starts_with(folder) { Ok(real) } else { Err(problem::bad_path(one_line(path))) }
}
