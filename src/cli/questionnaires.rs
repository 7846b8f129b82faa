//! `duly questionnaires`: the built-in ones, or one of them, readable.

use super::args::QuestionnairesArgs;
use super::console::Console;
use super::exit::Exit;
use super::setting::{self, Setting};
use super::words::CommandLine;
use super::{load, problems};
use crate::case::{self, prepared};
use crate::document::{Document, terminal};
use crate::questionnaire::{Questionnaire, built_in};
use crate::report::catalogue;
use crate::source::Source;
use crate::words::clean::one_line;

/// Runs the command.
pub fn run(args: &QuestionnairesArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let disk = console.machine.disk();
    let named = load::policy_input(args.policy.as_deref(), &console.machine, &mut *console.input);
    let loaded = case::load::policy(named.as_ref(), &disk);
    let (mut notes, language) = (loaded.notes, loaded.language);
    let setting = Setting::new(&args.show, language, &console.machine);
    let drawn = |document: &Document| terminal::render(document, setting.width, setting.colour);
    let Some(id) = args.id.as_deref().filter(|_| !notes.has_errors()) else {
        let all = built_in::ALL.iter().filter_map(|built_in| prepared::questionnaire(built_in));
        let all: Vec<&Questionnaire> = all.map(|questionnaire| &**questionnaire).collect();
        problems::report(&notes, "duly.toml", &setting, setting.lang(), console);
        console.print(&drawn(&catalogue::list(&all, &CommandLine::default(), setting.lang_of(&[]))))?;
        return Ok(if notes.has_errors() { Exit::Unusable } else { Exit::Done });
    };
    let loaded = case::load::questionnaire(id, &disk);
    notes.append(loaded.notes);
    let mut value = loaded.value;
    if let Some(questionnaire) = &mut value
        && let Err(problem) = setting::tell_in_readers(questionnaire, &args.show, language, &console.machine)
    {
        notes.note_file(&Source::new(id, ""), problem);
        value = None;
    }
    problems::report(&notes, one_line(id), &setting, setting.lang(), console);
    let Some(questionnaire) = value else { return Ok(Exit::Unusable) };
    console.print(&drawn(&catalogue::show(&questionnaire, setting.lang_of(&questionnaire.languages))))?;
    Ok(Exit::Done)
}
