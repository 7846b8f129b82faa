//! A file that a dialogue writes to, and that others may write to at the same time.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::anyhow;

use super::console::Console;
use super::files::{self, May};
use super::system;
use crate::answers::read::LARGEST;
use crate::case::text;
use crate::source::Source;
use crate::source::edit::Refused;
use crate::words::Lang;

/// A file as it was read last.
#[derive(Debug)]
pub struct Recorder {
    /// The path as it was given.
    shown: PathBuf,
    /// What it held when it was read last; what is to be in it, where it is not there yet.
    pub known: Arc<Source>,
    exists: bool,
    /// Whether anything is written; otherwise it is only kept what would be.
    writes: bool,
    /// What is changed in its place, where the file cannot be read as it is.
    instead: Option<Arc<Source>>,
}

/// What became of a change.
#[derive(Debug)]
pub enum Saved {
    /// It is in the file, which holds this now.
    Written(Arc<Source>),
    /// Somebody else has changed the file since it was read, and it holds this now. Nothing was written.
    Meanwhile(Arc<Source>),
    /// The file is written in a way that does not allow it. Nothing was written.
    Refused,
}

impl Recorder {
    /// A file that has been read.
    pub fn of(known: &Arc<Source>) -> Recorder {
        Recorder { shown: known.path.clone(), known: Arc::clone(known), exists: true, writes: true, instead: None }
    }

    /// A file that cannot be read as it is, and what is changed and written in its place.
    pub fn instead(known: &Arc<Source>, workable: &Arc<Source>) -> Recorder {
        Recorder { instead: Some(Arc::clone(workable)), ..Recorder::of(known) }
    }

    /// A file that is not there yet, with what is to be in it first.
    pub fn new(path: &Path, text: &str) -> Recorder {
        let known = Source::new(path.to_string_lossy(), text).at(path);
        Recorder { shown: path.to_path_buf(), known, exists: false, writes: true, instead: None }
    }

    /// A text that somebody else will write to a file when it is done.
    pub fn unwritten(known: &Arc<Source>) -> Recorder {
        Recorder { writes: false, exists: false, ..Recorder::of(known) }
    }

    /// What the file holds now, if somebody else has changed it since it was read and it can be read.
    pub fn news(&mut self, console: &mut Console) -> Option<Arc<Source>> {
        if !self.writes {
            return None;
        }
        let now = text::read(&console.machine.disk(), &self.shown, LARGEST).ok().filter(|now| *now != self.known)?;
        self.known = Arc::clone(&now);
        Some(now)
    }

    /// Changes the file: whole or not at all, and only if it still is what was read last.
    ///
    /// # Errors
    /// The file cannot be read or written.
    pub fn save(
        &mut self,
        edit: impl Fn(&Arc<Source>) -> Result<String, Refused>,
        lang: Lang,
        console: &mut Console,
    ) -> anyhow::Result<Saved> {
        if !self.writes {
            let Ok(text) = edit(&self.known) else { return Ok(Saved::Refused) };
            self.known = self.known.with_text(text);
            return Ok(Saved::Written(Arc::clone(&self.known)));
        }
        let full = console.machine.folder.join(&self.shown);
        let _lock = locked(&full);
        if self.exists || full.exists() {
            let now = text::read(&console.machine.disk(), &self.shown, LARGEST);
            let now = now.map_err(|problem| anyhow!("{}: {}", self.shown.display(), problem.message(lang)))?;
            if now != self.known {
                self.known = Arc::clone(&now);
                self.instead = None;
                self.exists = true;
                return Ok(Saved::Meanwhile(now));
            }
        }
        let Ok(text) = edit(self.instead.as_ref().unwrap_or(&self.known)) else { return Ok(Saved::Refused) };
        let next = self.known.with_text(text);
        if next != self.known || !self.exists {
            let whole: Vec<u8> = next.bytes().flatten().copied().collect();
            let (whole, file) = (String::from_utf8_lossy(&whole), Some(self.shown.as_path()));
            system::undisturbed(|| files::write(whole.as_bytes(), file, May::Change, lang, console))?;
            self.exists = true;
        }
        self.instead = None;
        self.known = Arc::clone(&next);
        Ok(Saved::Written(next))
    }
}

/// The file, locked against other writers of `duly` until it is dropped. Who writes puts a new file in the place of
/// the old one, so a lock on one that was replaced while we waited for it is worth nothing: then the new one is
/// locked. Where there are no locks, or the file is gone, there is none.
fn locked(full: &Path) -> Option<File> {
    loop {
        let file = File::open(full).ok().filter(system::lock)?;
        let (ours, theirs) = (file.metadata().ok()?, fs::metadata(full).ok()?);
        if system::is_same_file(&ours, &theirs) {
            return Some(file);
        }
    }
}
