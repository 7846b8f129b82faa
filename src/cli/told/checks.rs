//! What came of checking files, and where in them the problems are.

use std::path::{Component, Path, PathBuf};

use crate::cli::setting::Setting;
use crate::source::Diagnostics;
pub use crate::source::Location;
use crate::words::Clean;

/// What came of checking a file.
pub struct Checks {
    /// The file.
    pub file: PathBuf,
    /// What was not told of a file before: answers and their review are checked together, and so is our policy with
    /// all.
    pub notes: Diagnostics,
    /// Whether anything stops the judgement, told before or not.
    pub has_errors: bool,
    /// Whether there was nothing at all.
    pub is_flawless: bool,
    /// How it is shown.
    pub setting: Setting,
}

/// A file of a folder that could hold answers and was not checked.
pub struct Unchecked {
    /// The file.
    pub file: PathBuf,
    /// Why, with the file's name.
    pub why: Clean,
}

/// A path as programs on every system name it, with `/` between its parts, as seen from a folder; where it lies
/// elsewhere, whole.
pub fn slashed(path: &Path, seen_from: &Path) -> Vec<u8> {
    let path = path.strip_prefix(seen_from).unwrap_or(path);
    let parts = path.components().filter(|part| !matches!(part, Component::CurDir | Component::RootDir));
    let parts: Vec<&[u8]> = parts.map(|part| part.as_os_str().as_encoded_bytes()).collect();
    let mut whole = if path.has_root() { b"/".to_vec() } else { Vec::new() };
    whole.extend(parts.join(&b'/'));
    whole
}
