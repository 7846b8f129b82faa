//! The command that a document tells, read again, and where what it says is kept when it runs.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::{self, Write};
use std::rc::Rc;

use clap::FromArgMatches;

use super::args::{Audience, Command, DiffArgs, ExportArgs, ExportFormat, Invocation, command};
use super::shell_words::shell_words;
use crate::exchange::kept_report::basis::ToldBasis;

/// A command and what it saw of its surroundings.
#[derive(Debug)]
pub struct ToldCommand {
    /// What was called.
    pub call: Command,
    /// What was set.
    pub environment: fn(&str) -> Option<OsString>,
    /// The columns of a text.
    pub width: usize,
}

impl ToldCommand {
    /// The command that a document tells; `None` unless it makes such a document.
    pub fn of(told: &ToldBasis) -> Option<ToldCommand> {
        let words = shell_words(told.command.as_deref().unwrap_or_default());
        let is_set = |word: &&String| word.starts_with("COLUMNS=") || word.starts_with("LC_ALL=");
        let set: Vec<&String> = words.iter().take_while(is_set).collect();
        let value = |name: &str| set.iter().find_map(|word| word.strip_prefix(name)?.strip_prefix('='));
        let width = value("COLUMNS").and_then(|columns| columns.parse().ok()).unwrap_or(80);
        let environment: fn(&str) -> Option<OsString> = match value("LC_ALL") {
            Some("sv") => |name| (name == "LC_ALL").then(|| "sv".into()),
            Some(_) => |name| (name == "LC_ALL").then(|| "en".into()),
            None => |_| None,
        };
        let parsed = command().try_get_matches_from(words.iter().skip(set.len())).ok()?;
        let call = Invocation::from_arg_matches(&parsed).ok()?.command;
        makes_this(&call, told).then_some(ToldCommand { call, environment, width })
    }
}

/// Whether it is a command that makes such a document of so many vendors, and nothing else.
fn makes_this(call: &Command, told: &ToldBasis) -> bool {
    match call {
        Command::Export(ExportArgs { files, output, summary, audience, format, .. }) => {
            let is_theirs = matches!(audience, Some(Audience::Vendor | Audience::Contract));
            let has_basis = !matches!(format, Some(ExportFormat::Csv | ExportFormat::CisoAssistant));
            let is_one = files.len() == 1 && told.vendors.len() == 1 && !summary && !told.is_of_many;
            (is_one || *summary && told.is_of_many) && output.is_none() && !is_theirs && has_basis
        }
        Command::Diff(DiffArgs { files, output, .. }) => {
            !told.is_of_many && files.len() == told.vendors.len() && output.is_none()
        }
        _ => false,
    }
}

/// What a command says, kept.
#[derive(Clone, Debug, Default)]
pub struct KeptOutput(Rc<RefCell<Vec<u8>>>);

impl KeptOutput {
    /// What it said until now.
    pub fn taken(&self) -> Vec<u8> {
        self.0.take()
    }
}

impl Write for KeptOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
