//! The command line: one file per command. The only room that touches disk, terminal, clock and environment.

mod against;
mod args;
mod assess;
mod basis_file;
mod batch;
mod begun_review;
mod beside;
mod bring_in;
mod caught;
mod check;
mod chosen;
mod completions;
mod console;
mod diff;
mod disk;
mod document_names;
mod doubts;
mod draft_for;
mod due;
mod ending;
mod exit;
mod explain;
mod export;
mod face;
mod file_name;
mod files;
mod foreign_file;
mod generate;
mod held_back;
mod import;
mod import_questionnaire;
mod incoming;
mod judgement;
mod kept_files;
mod likeness;
mod lines;
mod load;
mod made_by;
mod man;
mod meant;
mod menu;
mod new;
mod new_answers;
mod new_file;
mod new_questionnaire;
mod new_said;
mod overview;
pub mod papers_in;
mod policy;
mod problems;
mod questionnaires;
mod record;
mod recorder;
mod remade;
mod renew_folder;
mod renewed;
pub mod replace;
mod review;
mod session;
mod setting;
mod shell_words;
mod stakes;
mod stand_ins;
mod stream;
mod system;
mod told;
mod told_apart;
mod told_command;
mod words;
mod zone;

use std::ffi::OsString;

use anyhow::bail;

pub use args::command;
pub use console::{Console, Machine};
pub use disk::{Disk, FilesRead};
pub use exit::Exit;
pub use stand_ins::StandIns;

use args::Command;
use caught::caught;
use setting::Setting;

use crate::words::Lang;
use crate::words::clean::{one_line, shown};

/// Runs a command: reads what it names, writes to the console, and says how it went. Never panics, never exits:
/// a mistake of the program is told as such.
pub fn run(args: impl IntoIterator<Item = OsString>, console: &mut Console) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let mut lang = Lang::En;
    let outcome = caught(|| done(args, &mut lang, console));
    match outcome.unwrap_or_else(|broken| Err(exit::broken(lang)(broken))) {
        Ok(exit) => exit,
        Err(error) => {
            console.talk_of(&error, lang);
            Exit::Unusable
        }
    }
}

/// Does what the arguments ask for; notes the language that is spoken before any file is read.
fn done(args: Vec<OsString>, lang: &mut Lang, console: &mut Console) -> anyhow::Result<Exit> {
    if let Some(words) = completions::asked(&args) {
        return Ok(completions::answer(words, command(), console));
    }
    *lang = setting::asked_language(&args, &console.machine);
    let invocation = match args::parse(&args, *lang, console) {
        Ok(invocation) => invocation,
        Err(exit) => return Ok(exit),
    };
    let show = invocation.command.show().cloned().unwrap_or_default();
    *lang = Setting::new(&show, None, &console.machine).lang();
    if let Some(code) = show.other_language().filter(|_| !invocation.command.tells_a_questionnaire()) {
        bail!("{}", lang.not_spoken(one_line(code)));
    }
    if console.machine.is_zone_unknown && invocation.command.counts_today() && !show.quiet {
        let named = console.machine.variable("TZ").unwrap_or_default();
        console.say(lang.zone_unknown(shown(named), console.machine.today));
    }
    match &invocation.command {
        Command::Assess(args) => assess::run(args, console),
        Command::Export(args) => export::run(args, console),
        Command::Diff(args) => diff::run(args, console),
        Command::Due(args) => due::run(args, console),
        Command::Import(args) => import::run(args, console),
        Command::Record(args) => record::run(args, console),
        Command::Review(args) => review::run(args, console),
        Command::Explain(args) => explain::run(args, console),
        Command::Check(args) => check::run(args, console),
        Command::Questionnaires(args) => questionnaires::run(args, console),
        Command::Policy(args) => policy::run(args, console),
        Command::New(args) => new::run(args, console),
        Command::Stream(args) => stream::run(args, console),
        Command::Generate(args) => generate::run(args, console),
    }
}
