//! How a command ended.

use std::process::ExitCode;

/// How a command ended; the worse is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exit {
    /// Done, with or without warnings: 0.
    Done,
    /// Judged, and it falls short of `--fail-on` or the policy's gate: 1.
    FallsShort,
    /// Could not be judged: wrong usage, unreadable or invalid input: 2.
    Unusable,
}

impl Exit {
    /// The number that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Exit::Done => 0,
            Exit::FallsShort => 1,
            Exit::Unusable => 2,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit.code())
    }
}
