//! `duly policy`: the rules in force, and where each value comes from.

use super::args::PolicyArgs;
use super::console::Console;
use super::exit::Exit;
use super::files::{self, May};
use super::setting::Setting;
use super::words::CommandLine;
use super::{load, problems};
use crate::case;
use crate::policy::Policy;
use crate::report::rules::{self, HowFound};
use crate::words::clean::shell_word;

/// Runs the command.
pub fn run(args: &PolicyArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let named = load::policy_input(args.policy.as_deref(), &console.machine, &mut *console.input);
    let loaded = case::load::policy(named.as_ref(), &console.machine.disk());
    let notes = loaded.notes;
    let setting = Setting::new(&args.show, loaded.language, &console.machine);
    let Some(policy) = loaded.value else {
        problems::report(&notes, "", &setting, setting.lang(), console);
        return Ok(Exit::Unusable);
    };
    let file = policy.source.as_ref().map_or("duly.toml", |source| &source.name);
    problems::report(&notes, shell_word(file), &setting, setting.lang(), console);
    let lang = setting.lang();
    files::write(
        &rules::effective(&policy, found(&policy, named.is_some()), &CommandLine::default(), lang),
        None,
        May::Replace,
        lang,
        console,
    )?;
    Ok(Exit::Done)
}

/// How the policy was found: one in this folder has no folder in its name.
fn found(policy: &Policy, is_named: bool) -> HowFound {
    let is_above = policy.source.as_ref().is_some_and(|source| source.path.is_absolute());
    match (is_named, is_above) {
        (true, _) => HowFound::Named,
        (false, true) => HowFound::Above,
        (false, false) => HowFound::Here,
    }
}
