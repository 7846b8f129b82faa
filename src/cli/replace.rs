//! How a document takes the place of a file: whole or not at all, whatever fails on the way and whenever the program
//! ends. It is written beside the file, then put in its place; until then nothing of the file has changed.

use std::io::{self, ErrorKind, Read};

/// So much is handed on at once, in bytes.
const PART: usize = 1 << 16;

/// So often what another writer left is cleared away: two that begin at once need one more time than one alone.
const TRIES: usize = 8;

/// The place beside a file in which a document becomes the next one. Each of its steps may fail.
pub trait NextFile {
    /// Makes the next file, empty, under a name that is no other's. Nobody may do more with it than with the one
    /// that it is to replace.
    ///
    /// # Errors
    /// `AlreadyExists` if another writer is at work, or has left one behind.
    fn make(&mut self) -> io::Result<()>;

    /// Takes away what an earlier writer left behind; waits for one that is still at work.
    ///
    /// # Errors
    /// It cannot be taken away.
    fn clear(&mut self) -> io::Result<()>;

    /// Writes behind what is there already.
    ///
    /// # Errors
    /// The disk is full, or something else of the kind.
    fn append(&mut self, part: &[u8]) -> io::Result<()>;

    /// Gives it the owner and the group of the file that it is to replace.
    ///
    /// # Errors
    /// That is for nobody but its owner, or for nobody at all.
    fn keep_owner(&mut self) -> io::Result<()>;

    /// Gives it the permissions of the file that it is to replace.
    ///
    /// # Errors
    /// That is not possible.
    fn keep_permissions(&mut self) -> io::Result<()>;

    /// Waits until it is on the disk.
    ///
    /// # Errors
    /// It does not get there.
    fn settle(&mut self) -> io::Result<()>;

    /// Puts it in the place of the file, in one step.
    ///
    /// # Errors
    /// That is not possible.
    fn exchange(&mut self) -> io::Result<()>;

    /// Waits until it is on the disk that it has taken the place.
    ///
    /// # Errors
    /// It does not get there.
    fn settle_folder(&mut self) -> io::Result<()>;

    /// Takes it away again.
    ///
    /// # Errors
    /// That is not possible.
    fn discard(&mut self) -> io::Result<()>;
}

/// Why a document has not taken the place of a file, or not for sure.
#[derive(Debug)]
pub enum NotReplaced {
    /// The next file would belong to somebody else.
    Owner,
    /// As the system says.
    Because(io::Error),
}

impl From<io::Error> for NotReplaced {
    fn from(error: io::Error) -> Self {
        NotReplaced::Because(error)
    }
}

/// Puts a document in the place of a file.
///
/// # Errors
/// A step failed. What was there is there still, and nothing else; only if the very last one failed, which waits for
/// the disk, the document is there already.
pub fn replace(document: &mut impl Read, next: &mut impl NextFile) -> Result<(), NotReplaced> {
    begin(next)?;
    let exchanged = fill(document, next).and_then(|()| Ok(next.exchange()?));
    if exchanged.is_err() {
        let _ = next.discard(); // what failed first is told; what cannot be taken away is cleared by the next writer
    }
    exchanged?;
    Ok(next.settle_folder()?)
}

fn begin(next: &mut impl NextFile) -> io::Result<()> {
    for _ in 0..TRIES {
        match next.make() {
            Err(error) if error.kind() == ErrorKind::AlreadyExists => next.clear()?,
            made => return made,
        }
    }
    next.make()
}

fn fill(document: &mut impl Read, next: &mut impl NextFile) -> Result<(), NotReplaced> {
    let mut part = vec![0; PART];
    loop {
        match document.read(&mut part) {
            Ok(0) => break,
            Ok(read) => next.append(&part[..read])?,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error.into()),
        }
    }
    next.keep_owner().map_err(|_| NotReplaced::Owner)?;
    next.keep_permissions()?; // after the owner: whoever else may read it is another one then
    Ok(next.settle()?)
}
