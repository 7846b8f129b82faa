//! `duly new`: files to fill in or adapt.

use anyhow::bail;

use super::args::{NewAnswersArgs, NewArgs, NewCommand, NewPolicyArgs};
use super::console::Console;
use super::exit::Exit;
use super::setting::Setting;
use super::words::CommandLine;
use super::{meant, new_answers, new_file, new_questionnaire, renew_folder};
use crate::report::rules;

/// Runs the command.
pub fn run(args: &NewArgs, console: &mut Console) -> anyhow::Result<Exit> {
    match &args.what {
        None => answers(&args.answers, console),
        Some(NewCommand::Answers(args)) => answers(args, console),
        Some(NewCommand::Questionnaire(args)) => new_questionnaire::run(args, console),
        Some(NewCommand::Policy(args)) => policy(args, console),
    }
}

fn answers(args: &NewAnswersArgs, console: &mut Console) -> anyhow::Result<Exit> {
    match &args.renew {
        Some(folder) if meant::is_folder(folder, &console.machine) => renew_folder::run(args, folder, console),
        _ if args.renewed_as.is_some() => {
            bail!("{}", Setting::new(&args.show, None, &console.machine).lang().kind_by_ending())
        }
        _ => new_answers::run(args, console),
    }
}

fn policy(args: &NewPolicyArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let text = rules::template(&CommandLine::default(), setting.lang());
    new_file::write(&text, args.output.as_deref(), args.force, &setting, console)
}
