//! What the system can do to a dialogue, and the little that depends on which system it is: a terminal is given back
//! as it was, and no file is left half written, when a signal ends the program.

use std::fs::Metadata;
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
            let mut screen = std::io::stderr().lock();
            restore(&mut screen);
            std::process::exit(128 + signal);
        }
    });
}

/// Elsewhere the system itself gives the terminal back.
#[cfg(not(unix))]
pub fn give_the_terminal_back() {}

#[cfg(unix)]
fn restore(screen: &mut impl std::io::Write) {
    use crossterm::event::DisableBracketedPaste;
    let _ = crossterm::terminal::disable_raw_mode();
    let _ = crossterm::execute!(screen, DisableBracketedPaste, crossterm::cursor::Show);
}

/// Whether two looks at a path saw the same file.
#[cfg(unix)]
pub fn is_same_file(one: &Metadata, other: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    (one.dev(), one.ino()) == (other.dev(), other.ino())
}

/// Whether two looks at a path saw the same file. Elsewhere a file that is open cannot be replaced.
#[cfg(not(unix))]
pub fn is_same_file(_: &Metadata, _: &Metadata) -> bool {
    true
}
