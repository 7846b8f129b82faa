//! Everything that a command sees of the machine, handed in, so that a test can hand in something else.

use std::ffi::{OsStr, OsString};
use std::io::{self, IsTerminal, Read, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::disk::{Disk, FilesRead};
use super::stand_ins::StandIns;
use super::{system, zone};
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::{Trusted, visible};

/// Nobody types a longer line; the rest of one is dropped.
const LONGEST_LINE: usize = 10_000;

/// Input and output, and the machine they belong to.
pub struct Console {
    /// Data that comes in.
    pub input: Box<dyn Read + Send>,
    /// Data that goes out.
    pub output: Box<dyn Write>,
    /// Talk: problems, progress.
    pub errors: Box<dyn Write>,
    /// Everything else, which threads can share.
    pub machine: Machine,
}

/// What a command sees of the machine without reading or writing: clock, place and environment.
#[derive(Clone, Debug)]
pub struct Machine {
    /// Today.
    pub today: Date,
    /// Whether `TZ` names a time zone that cannot be read, so that today is the day by UTC.
    pub is_zone_unknown: bool,
    /// Where relative paths start.
    pub folder: PathBuf,
    /// An environment variable, unless it is empty.
    pub environment: fn(&str) -> Option<OsString>,
    /// The files that were read in this run.
    pub read: FilesRead,
    /// Whether somebody types the input on a terminal.
    pub input_is_terminal: bool,
    /// Whether the output is a terminal that shows colours.
    pub output_is_terminal: bool,
    /// Whether the talk goes to a terminal that shows colours.
    pub errors_is_terminal: bool,
    /// The width of the terminal in columns, if there is one.
    pub terminal_width: Option<usize>,
    /// Its height in lines.
    pub terminal_height: Option<usize>,
    /// Files that stand in for others, where a command is run again.
    pub stand_ins: Option<Arc<StandIns>>,
}

impl Console {
    /// The real machine.
    pub fn real() -> Console {
        let environment = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let (today, is_zone_unknown) = zone::today(environment("TZ").as_deref().and_then(OsStr::to_str));
        let read = FilesRead::default();
        if let Some(about) = system::standard_input() {
            read.note(Path::new("-"), &about);
        }
        system::outlive_the_file_limit();
        let shows_colour = environment("TERM").is_none_or(|term| term != "dumb");
        let window = terminal_size::terminal_size();
        Console {
            input: Box::new(io::stdin()),
            output: Box::new(io::stdout()),
            errors: Box::new(io::stderr()),
            machine: Machine {
                today,
                is_zone_unknown,
                folder: std::env::current_dir().unwrap_or_default(),
                environment,
                read,
                input_is_terminal: io::stdin().is_terminal(),
                output_is_terminal: io::stdout().is_terminal() && shows_colour,
                errors_is_terminal: io::stderr().is_terminal() && shows_colour,
                terminal_width: window.map(|(width, _)| usize::from(width.0)),
                terminal_height: window.map(|(_, height)| usize::from(height.0)),
                stand_ins: None,
            },
        }
    }

    /// Writes data, and sees to it that it has left. A reader that has gone ends the printing, not the judgement.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn print(&mut self, data: &(impl AsRef<[u8]> + ?Sized)) -> io::Result<()> {
        match self.output.write_all(data.as_ref()).and_then(|()| self.output.flush()) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
            other => other,
        }
    }

    /// The next line that somebody types, without blanks around it; `None` when nothing more comes.
    pub fn read_line(&mut self) -> Option<String> {
        let mut line = Vec::new();
        let mut byte = [0];
        loop {
            match self.input.read(&mut byte) {
                Ok(0) if line.is_empty() => return None,
                Ok(0) => break,
                Ok(_) if byte == *b"\n" => break,
                Ok(_) if line.len() < LONGEST_LINE => line.extend(byte),
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(_) => return None,
            }
        }
        Some(String::from_utf8_lossy(&line).trim().to_owned())
    }

    /// Says a line.
    pub fn say(&mut self, line: impl Trusted) {
        self.talk(&format!("{line}\n"));
    }

    /// Talks in what has been laid out already. Where nobody can listen, nothing can be done.
    pub fn talk(&mut self, text: &str) {
        let _ = self.errors.write_all(text.as_bytes()).and_then(|()| self.errors.flush());
    }

    /// Talks about what stopped something.
    pub fn talk_of(&mut self, error: &anyhow::Error, lang: Lang) {
        self.talk(&line_of(error, lang));
    }

    /// Whether a person sits at a terminal that can do more than print lines.
    pub fn is_a_terminal(&self) -> bool {
        self.machine.input_is_terminal && self.machine.output_is_terminal && self.machine.errors_is_terminal
    }
}

impl Machine {
    /// The files of the machine.
    pub fn disk(&self) -> Disk {
        Disk::new(&self.folder, self.today).noting(&self.read).with(self.stand_ins.clone())
    }

    /// An environment variable that is text, unless it is empty.
    pub fn variable(&self, name: &str) -> Option<String> {
        (self.environment)(name)?.into_string().ok()
    }

    /// Columns to fill: `COLUMNS`, else the terminal's width, else 80.
    pub fn width(&self) -> usize {
        let named = self.variable("COLUMNS").and_then(|columns| columns.parse().ok());
        named.or(self.terminal_width).unwrap_or(80).clamp(40, 200)
    }
}

impl std::fmt::Debug for Console {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Console").field("machine", &self.machine).finish_non_exhaustive()
    }
}

/// What stopped something, as a line.
pub fn line_of(error: &anyhow::Error, lang: Lang) -> String {
    format!("{}: {}\n", lang.error(), visible(&format!("{error:#}")))
}
