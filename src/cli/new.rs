//! `duly new`: files to fill in or adapt.

use std::path::Path;

use anyhow::bail;

use super::args::{NewArgs, NewCommand, NewPolicyArgs, NewQuestionnaireArgs};
use super::console::Console;
use super::exit::Exit;
use super::files::{self, May};
use super::new_answers;
use super::setting::Setting;
use super::words::CommandLine;
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::names;
use crate::report::rules;
use crate::words::Clean;
use crate::words::clean::{shown, visible};

/// Runs the command.
pub fn run(args: &NewArgs, console: &mut Console) -> anyhow::Result<Exit> {
    match &args.what {
        None => new_answers::run(&args.answers, console),
        Some(NewCommand::Answers(args)) => new_answers::run(args, console),
        Some(NewCommand::Questionnaire(args)) => questionnaire(args, console),
        Some(NewCommand::Policy(args)) => policy(args, console),
    }
}

fn questionnaire(args: &NewQuestionnaireArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    let Some(original) = built_in::named(&args.from) else {
        let known = Clean::joined(built_in::ALL.iter().map(BuiltIn::name), ", ");
        bail!("{}", lang.no_built_in(visible(&args.from), known));
    };
    let id = args.id.clone().unwrap_or_else(|| format!("our-{}", original.id));
    if built_in::find(&id).is_some() || !names::is_id(&id) {
        bail!("{}", lang.no_id_of_yours(visible(&id)));
    }
    write(&original.as_one_file(&id), args.output.as_deref(), args.force, &setting, console)
}

fn policy(args: &NewPolicyArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let text = rules::template(&CommandLine::default(), setting.lang());
    write(&text, args.output.as_deref(), args.force, &setting, console)
}

/// Writes a new file, over another one only by force.
fn write(
    document: &str,
    output: Option<&Path>,
    force: bool,
    setting: &Setting,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let lang = setting.lang();
    let target = output.filter(|path| !files::is_standard(path));
    if let Some(path) = target {
        files::may_be_new(path, force, lang, console)?;
    }
    files::write(document, target, May::replace(force), lang, console)?;
    if let Some(path) = target.filter(|_| !setting.quiet) {
        console.say(lang.written(shown(path.display())));
    }
    Ok(Exit::Done)
}
