//! The little that depends on which system it is: what signals do, and what a file is besides its bytes. A terminal is
//! given back as it was, and no file is left half written, when a signal ends a dialogue.

use std::fs::{File, Metadata, OpenOptions};
use std::io;
#[cfg(unix)]
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::Path;
#[cfg(unix)]
use std::sync::{Arc, OnceLock};
use std::sync::{Mutex, PoisonError};

/// Held while a file is written.
static WRITING: Mutex<()> = Mutex::new(());

/// Does something that no signal may end half way.
pub fn undisturbed<T>(work: impl FnOnce() -> T) -> T {
    let _held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
    work()
}

/// From now on SIGTERM, SIGHUP and SIGINT end the program with the terminal as it was.
#[cfg(unix)]
pub fn give_the_terminal_back() {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
    let Ok(mut signals) = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGTERM]) else { return };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let _held = WRITING.lock().unwrap_or_else(PoisonError::into_inner);
            // what is being drawn stops half way, so that nothing is drawn after the terminal has been given back
            let mut screen = io::stderr().lock();
            restore(&mut screen);
            std::process::exit(128 + signal);
        }
    });
}

/// Elsewhere the system itself gives the terminal back.
#[cfg(not(unix))]
pub fn give_the_terminal_back() {}

#[cfg(unix)]
fn restore(screen: &mut impl io::Write) {
    use crossterm::event::DisableBracketedPaste;
    let _ = crossterm::terminal::disable_raw_mode();
    let _ = crossterm::execute!(screen, DisableBracketedPaste, crossterm::cursor::Show);
}

/// From now on a file that would grow beyond the limit of the process is an error like a full disk, and not the end.
#[cfg(unix)]
pub fn outlive_the_file_limit() {
    let _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
}

/// Elsewhere there is no such signal.
#[cfg(not(unix))]
pub fn outlive_the_file_limit() {}

/// What tells a file from every other as long as it is there, by whatever name: its device and its number there.
#[cfg(unix)]
pub fn identity(file: &Metadata) -> Option<(u64, u64)> {
    Some((file.dev(), file.ino()))
}

/// Elsewhere it is known by its path only.
#[cfg(not(unix))]
pub fn identity(_: &Metadata) -> Option<(u64, u64)> {
    None
}

/// Locks a file against other writers of `duly` until it is dropped; whether it is locked.
#[cfg(unix)]
pub fn lock(file: &File) -> bool {
    file.lock().is_ok()
}

/// Elsewhere a lock keeps us, too, from reading the file: none is taken.
#[cfg(not(unix))]
pub fn lock(_: &File) -> bool {
    false
}

/// Whether two looks at a path saw the same file. Where that cannot be told, a file that is open cannot be replaced.
pub fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    identity(one) == identity(other)
}

/// By how many names a file is known, links to a name aside.
#[cfg(unix)]
pub fn names(file: &Metadata) -> u64 {
    file.nlink()
}

/// Elsewhere it is not asked.
#[cfg(not(unix))]
pub fn names(_: &Metadata) -> u64 {
    1
}

/// A file, opened to be read. A pipe is not waited for.
///
/// # Errors
/// It cannot be opened.
#[cfg(unix)]
pub fn open_at_once(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).custom_flags(libc::O_NONBLOCK).open(path)
}

/// A file, opened to be read.
///
/// # Errors
/// It cannot be opened.
#[cfg(not(unix))]
pub fn open_at_once(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// A new file that nobody else may open before it has the permissions of the one it is to replace; where there is none,
/// as any new file.
///
/// # Errors
/// Something is there already, or the folder takes none.
#[cfg(unix)]
pub fn new_file(path: &Path, old: Option<&Metadata>) -> io::Result<File> {
    let mode = old.map_or(0o666, |old| old.mode() & 0o600);
    OpenOptions::new().write(true).create_new(true).mode(mode).open(path)
}

/// A new file.
///
/// # Errors
/// Something is there already, or the folder takes none.
#[cfg(not(unix))]
pub fn new_file(path: &Path, _: Option<&Metadata>) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}

/// Gives a file the owner and the group of another.
///
/// # Errors
/// Only its owner may, or nobody.
#[cfg(unix)]
pub fn keep_owner(file: &File, old: &Metadata) -> io::Result<()> {
    let new = file.metadata()?;
    let owner = (old.uid() != new.uid()).then(|| old.uid());
    let group = (old.gid() != new.gid()).then(|| old.gid());
    match (owner, group) {
        (None, None) => Ok(()),
        (owner, group) => std::os::unix::fs::fchown(file, owner, group),
    }
}

/// Elsewhere it has that of its folder.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn keep_owner(_: &File, _: &Metadata) -> io::Result<()> {
    Ok(())
}

/// Waits until the names in a folder are on the disk.
///
/// # Errors
/// They do not get there.
#[cfg(unix)]
pub fn settle_folder(folder: &Path) -> io::Result<()> {
    let Ok(folder) = File::open(folder) else { return Ok(()) }; // one may write into it and not look into it
    match folder.sync_all() {
        Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
        settled => settled,
    }
}

/// Elsewhere a folder cannot be waited for.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn settle_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

/// Whether a regular file lies on no disk, but is made by the system as it is read, and reading it may wait for ever.
#[cfg(unix)]
pub fn is_of_the_system(path: &Path, file: &Metadata) -> bool {
    static DEVICES: OnceLock<Vec<u64>> = OnceLock::new();
    let device = |path: &str| std::fs::metadata(path).ok().map(|about| about.dev());
    let devices = || {
        let root = device("/"); // where nothing is mounted, the device is that of everything else
        ["/proc", "/sys"].into_iter().filter_map(device).filter(|device| Some(*device) != root).collect()
    };
    // what is mounted below these has devices of its own, and no length
    let lies_below = || {
        let real = std::fs::canonicalize(path).unwrap_or_default();
        ["/proc", "/sys", "/dev"].iter().any(|folder| real.starts_with(folder)) && !real.starts_with("/dev/shm")
    };
    DEVICES.get_or_init(devices).contains(&file.dev()) || file.len() == 0 && lies_below()
}

/// Elsewhere there are no such files.
#[cfg(not(unix))]
pub fn is_of_the_system(_: &Path, _: &Metadata) -> bool {
    false
}

/// What standard input is, if it is a file.
#[cfg(unix)]
pub fn standard_input() -> Option<Metadata> {
    use std::os::fd::AsFd;
    let file = File::from(io::stdin().as_fd().try_clone_to_owned().ok()?);
    file.metadata().ok().filter(Metadata::is_file)
}

/// Elsewhere it is not asked.
#[cfg(not(unix))]
pub fn standard_input() -> Option<Metadata> {
    None
}
