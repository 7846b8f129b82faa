//! `duly new`: files to fill in or adapt.

use super::args::{NewArgs, NewCommand, NewPolicyArgs};
use super::console::Console;
use super::exit::Exit;
use super::setting::Setting;
use super::words::CommandLine;
use super::{new_answers, new_file, new_questionnaire};
use crate::report::rules;

/// Runs the command.
pub fn run(args: &NewArgs, console: &mut Console) -> anyhow::Result<Exit> {
    match &args.what {
        None => new_answers::run(&args.answers, console),
        Some(NewCommand::Answers(args)) => new_answers::run(args, console),
        Some(NewCommand::Questionnaire(args)) => new_questionnaire::run(args, console),
        Some(NewCommand::Policy(args)) => policy(args, console),
    }
}

fn policy(args: &NewPolicyArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let text = rules::template(&CommandLine::default(), setting.lang());
    new_file::write(&text, args.output.as_deref(), args.force, &setting, console)
}
