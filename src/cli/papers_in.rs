//! Papers that came back beside answers are put where the answers say that they lie: all of them or none, and nothing
//! in the place of what is there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::bail;
use tempfile::Builder;

use super::console::Console;
use super::files;
use crate::exchange::back::{Back, PAPERS};
use crate::words::clean::{one_line, shown};
use crate::words::{Clean, Lang};

/// Papers that came with answers, and are where these say.
#[derive(Debug)]
pub struct Brought {
    /// What came of them.
    pub done: PapersIn,
    /// The folder that they are below.
    folder: PathBuf,
    left_out: Vec<String>,
}

/// Unpacks the papers that are packed with answers, beside the answers file that is written; `None` if the file is
/// no such file.
///
/// # Errors
/// Others lie there, one is damaged, or the system says no; then none of them is there.
pub fn bring(
    (file, packed): (&Path, &[u8]),
    target: &Path,
    lang: Lang,
    console: &Console,
) -> anyhow::Result<Option<Brought>> {
    if files::is_standard(file) || files::is_standard(target) {
        return Ok(None);
    }
    let Ok(Some(back)) = Back::of(packed) else { return Ok(None) }; // what is wrong with it has been told
    let folder = console.machine.folder.join(target.parent().unwrap_or(Path::new("")));
    let done = match unpack(&back, &folder) {
        Ok(PapersIn::Others) => bail!("{}", lang.other_papers_there(shown(folder.join(PAPERS).display()))),
        Err(error) if error.kind() == ErrorKind::InvalidData => {
            bail!("{}", lang.papers_damaged(shown(file.display())))
        }
        done => done?,
    };
    Ok(Some(Brought { done, folder, left_out: back.left_out }))
}

impl Brought {
    /// What is said of them.
    pub fn said(&self, lang: Lang) -> Vec<Clean> {
        let folder = shown(self.folder.join(PAPERS).display());
        let unpacked = match self.done {
            PapersIn::Unpacked(count) if count > 0 => Some(lang.papers_unpacked(count, folder)),
            PapersIn::There => Some(lang.papers_are_there(folder)),
            _ => None,
        };
        let names = Clean::joined(self.left_out.iter().take(NAMED).map(|name| one_line(name)), ", ");
        let left_out = (!self.left_out.is_empty()).then(|| lang.left_packed(self.left_out.len(), names));
        unpacked.into_iter().chain(left_out).collect()
    }

    /// Takes them away again if they were just put there, because what belongs to them could not be.
    pub fn take_back(&self) {
        take_back(self.done, &self.folder);
    }
}

/// So many files are named that were not unpacked.
const NAMED: usize = 5;

/// What came of papers that were to be unpacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PapersIn {
    /// So many lie there now.
    Unpacked(usize),
    /// The very same lay there before.
    There,
    /// Others lie there, so that nothing was unpacked.
    Others,
}

/// Unpacks the papers into a folder, which is there. They are written beside their place, and put there in one step.
///
/// # Errors
/// One is not as the list of the archive says, or the system says no; then none is there.
pub fn unpack(back: &Back, folder: &Path) -> io::Result<PapersIn> {
    let place = folder.join(PAPERS);
    if back.papers().is_empty() {
        return Ok(PapersIn::Unpacked(0));
    }
    if fs::symlink_metadata(&place).is_ok() {
        let same = back.papers().iter().map(|paper| is_there(&mut back.unpack(paper), &folder.join(&paper.path)));
        let all_same = same.collect::<io::Result<Vec<bool>>>()?.into_iter().all(|same| same);
        return Ok(if all_same { PapersIn::There } else { PapersIn::Others });
    }
    let beside = Builder::new().prefix(".duly-").tempdir_in(folder)?;
    for paper in back.papers() {
        let path = beside.path().join(&paper.path);
        path.parent().map_or(Ok(()), fs::create_dir_all)?;
        let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
        io::copy(&mut back.unpack(paper), &mut file)?;
        file.sync_all()?;
    }
    fs::rename(beside.path().join(PAPERS), place)?;
    Ok(PapersIn::Unpacked(back.papers().len()))
}

/// Takes papers away again that were just put there, because what belongs to them could not be.
pub fn take_back(done: PapersIn, folder: &Path) {
    if matches!(done, PapersIn::Unpacked(count) if count > 0) {
        let _ = fs::remove_dir_all(folder.join(PAPERS)); // what failed first is told
    }
}

/// Whether a regular file holds just these bytes.
fn is_there(bytes: &mut impl Read, path: &Path) -> io::Result<bool> {
    match fs::symlink_metadata(path) {
        Ok(about) if about.is_file() => {}
        Ok(_) => return Ok(false),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(false),
        Err(error) => return Err(error),
    }
    let mut there = File::open(path)?;
    let (mut one, mut other) = (vec![0; PART], vec![0; PART]);
    loop {
        let (read, found) = (fill(bytes, &mut one)?, fill(&mut there, &mut other)?);
        if one.get(..read) != other.get(..found) {
            return Ok(false);
        }
        if read == 0 {
            return Ok(true);
        }
    }
}

/// So much is compared at once, in bytes.
const PART: usize = 1 << 16;

/// Reads until a part is full or nothing is left.
fn fill(from: &mut impl Read, part: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while filled < part.len() {
        match from.read(&mut part[filled..])? {
            0 => break,
            read => filled += read,
        }
    }
    Ok(filled)
}
