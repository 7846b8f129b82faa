//! `duly import --as questionnaire`: what others ask, as a questionnaire of ours.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::ImportArgs;
use super::console::Console;
use super::exit::Exit;
use super::files::{self, May};
use super::foreign_file::{ForeignFile, TABLE};
use super::incoming::names_folder;
use super::problems;
use super::setting::Setting;
use super::words::CommandLine;
use crate::case::review_names::answers_stem;
use crate::case::text;
use crate::exchange::foreign::NotTakenIn;
use crate::exchange::tree::LARGEST_QUESTIONS;
use crate::questionnaire::limits::MOST_CATEGORIES;
use crate::questionnaire::{self, built_in};
use crate::source::Source;
use crate::words::Clean;
use crate::words::clean::{Trusted, one_line, shell_word, shown};
use crate::words::problem::{foreign as problem, text as text_problem};

/// Runs the command.
pub fn run(args: &ImportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    let [file] = &args.files[..] else { bail!("{}", lang.one_questionnaire_at_a_time()) };
    let target = target(args, file, &setting, console)?;
    files::may_be_new(&target, args.force, lang, console)?;
    let made = match made(args, file, &setting, console) {
        Ok(made) => made,
        Err(refused) => {
            let NotTakenIn { problem, proposal, mut notes } = *refused;
            notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
            console.talk(&problems::text(&notes, lang, &setting));
            proposal.iter().for_each(|line| console.say(line.told(&CommandLine::default(), lang)));
            return Ok(Exit::Unusable);
        }
    };
    let no_file = |name: &str| Err(text_problem::no_such_file(one_line(name)));
    let read = questionnaire::read(&Source::new(target.to_string_lossy(), made.text.clone()), &no_file);
    if read.diagnostics.has_errors() {
        console.talk(&problems::text(&read.diagnostics, lang, &setting));
        bail!("{}", lang.questionnaire_not_made(shown(file.display())));
    }
    files::write(&made.text, Some(&target), May::replace(args.force), lang, console)?;
    if !setting.quiet {
        made.account.into_iter().for_each(|line| console.say(line));
        console.say(lang.written(shown(target.display())));
        let word = shell_word(&target.to_string_lossy());
        let new = "duly new --questionnaire ".and(&word);
        console.say(lang.after_questionnaire("duly check ".and(&word), new));
    }
    Ok(Exit::Done)
}

/// The text of a questionnaire, and what became of the source.
struct Made {
    text: String,
    account: Vec<Clean>,
}

fn made(args: &ImportArgs, file: &Path, setting: &Setting, console: &Console) -> Result<Made, Box<NotTakenIn>> {
    let lang = setting.lang();
    let bytes = text::bytes(&console.machine.disk(), (file, file), LARGEST_QUESTIONS)?;
    let opened = ForeignFile::open(&args.foreign, file, bytes, None, &console.machine)?;
    let (draft, mut ledger) = opened.questionnaire()?;
    let mut draft = draft;
    if opened.format.id == TABLE
        && let Some(said) = &args.show.lang
    {
        draft.languages = vec![said.code().to_owned()]; // nothing in a table says it
    }
    if draft.categories.len() > MOST_CATEGORIES {
        let found = draft.categories.len();
        return Err(problem::foreign_too_many_categories(opened.format.title, found, MOST_CATEGORIES).into());
    }
    let draft = draft.settled(&mut ledger);
    if draft.categories.is_empty() {
        return Err(problem::foreign_without_questions(opened.format.title).into());
    }
    let source = lang.file_of_format(one_line(&crate::case::file_name(&file.to_string_lossy())), opened.format.title);
    let account = opened.doubt(file, lang).into_iter().chain(ledger.lines(lang)).collect();
    Ok(Made { text: draft.text(&ledger, &source, lang), account })
}

fn target(args: &ImportArgs, file: &Path, setting: &Setting, console: &Console) -> anyhow::Result<PathBuf> {
    let lang = setting.lang();
    let beside = file.with_extension("yaml");
    let target = match &args.output {
        Some(folder) if names_folder(folder, console) => folder.join(beside.file_name().unwrap_or_default()),
        Some(output) => output.clone(),
        None => beside,
    };
    if target == *file {
        bail!("{}", lang.import_over_itself(shown(file.display())));
    }
    if answers_stem(&target).is_some() {
        bail!("{}", lang.import_over_a_review(shown(target.display())));
    }
    if !files::is_standard(&target) && !built_in::is_path(&target.to_string_lossy()) {
        bail!("{}", lang.questionnaire_needs_ending(shown(target.display())));
    }
    Ok(target)
}
