//! How a command ended.

use std::process::ExitCode;

use anyhow::anyhow;

use crate::words::{Broken, Lang};

/// How a command ended; the worse is the greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
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

/// A mistake of the program as the error that ends a command, in the reader's language:
/// `json::render(...).map_err(exit::broken(lang))?`.
pub fn broken(lang: Lang) -> impl Fn(Broken) -> anyhow::Error {
    move |broken| anyhow!(broken.told(lang))
}
