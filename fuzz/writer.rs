//! A folder in memory in which a document takes the place of a file, and in which any step can fail or be the last.

use std::io::{Error, ErrorKind, Result};

use duly::internal::cli::replace::NextFile;

/// A file: its bytes, whose it is, who may do what, and whether it has got to the disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    pub bytes: Vec<u8>,
    pub owner: u8,
    pub mode: u32,
    pub settled: bool,
}

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// This step fails, after half of it where it has halves, and no other.
    Fails(usize),
    /// The program is killed before this step: no step after it happens.
    Killed(usize),
    /// From this step on all fail: the disk is gone.
    Gone(usize),
}

/// The file in its place, and the next one beside it.
#[derive(Clone, Debug)]
pub struct Folder {
    pub target: Option<File>,
    pub beside: Option<File>,
    pub fault: Fault,
    /// Another writer takes away the next file right after it was made, so many times.
    pub rivals: usize,
    pub step: usize,
}

impl Folder {
    fn goes_well(&mut self) -> Result<()> {
        self.step += 1;
        let fails = match self.fault {
            Fault::None => false,
            Fault::Fails(at) => self.step == at,
            Fault::Killed(from) | Fault::Gone(from) => self.step >= from,
        };
        if fails { Err(Error::other("a fault")) } else { Ok(()) }
    }

    fn next(&mut self) -> &mut File {
        self.beside.as_mut().unwrap()
    }

    /// Nobody may do more with the next file than with the one in its place.
    pub fn check(&self) {
        if let (Some(old), Some(next)) = (&self.target, &self.beside) {
            assert_eq!(next.mode & !old.mode, 0, "more than the old one allows: {:o} of {:o}", next.mode, old.mode);
        }
    }
}

impl NextFile for Folder {
    fn make(&mut self) -> Result<()> {
        self.goes_well()?;
        if self.beside.is_some() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        if self.rivals > 0 {
            self.rivals -= 1;
            return Err(ErrorKind::AlreadyExists.into());
        }
        let mode = self.target.as_ref().map_or(0o644, |old| old.mode & 0o600);
        self.beside = Some(File { bytes: Vec::new(), owner: 0, mode, settled: false });
        self.check();
        Ok(())
    }

    fn clear(&mut self) -> Result<()> {
        self.goes_well()?;
        self.beside = None;
        Ok(())
    }

    fn append(&mut self, part: &[u8]) -> Result<()> {
        let done = self.goes_well();
        let written = if done.is_ok() { part } else { &part[..part.len() / 2] };
        if self.fault != Fault::Killed(self.step) {
            self.next().bytes.extend_from_slice(written);
            self.next().settled = false;
        }
        done
    }

    fn keep_owner(&mut self) -> Result<()> {
        self.goes_well()?;
        let owner = self.target.as_ref().map(|old| old.owner);
        let next = self.next();
        next.owner = owner.unwrap_or(next.owner);
        Ok(())
    }

    fn keep_permissions(&mut self) -> Result<()> {
        self.goes_well()?;
        let Some(File { owner, mode, .. }) = self.target.clone() else { return Ok(()) };
        assert_eq!(self.next().owner, owner, "it would be open to others while it belongs to somebody else");
        self.next().mode = mode;
        self.check();
        Ok(())
    }

    fn settle(&mut self) -> Result<()> {
        self.goes_well()?;
        self.next().settled = true;
        Ok(())
    }

    fn exchange(&mut self) -> Result<()> {
        self.goes_well()?;
        let next = self.beside.take().unwrap();
        assert!(next.settled, "after a power cut it could be there and empty");
        self.target = Some(next);
        Ok(())
    }

    fn settle_folder(&mut self) -> Result<()> {
        self.goes_well()
    }

    fn discard(&mut self) -> Result<()> {
        self.goes_well()?;
        self.beside = None;
        Ok(())
    }
}
