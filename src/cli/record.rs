//! `duly record`: a vendor's answers, recorded as a dialogue or one by one.

use std::path::Path;

use anyhow::bail;

use super::args::{DialogueArgs, InputArgs, OnlyArg, RecordArgs, ShowArgs};
use super::console::Console;
use super::exit::{self, Exit};
use super::face::Face;
use super::files::{self, May};
use super::recorder::Recorder;
use super::session::Session;
use super::setting::Setting;
use super::{load, problems};
use crate::assessment::assess;
use crate::recording::route::{Only, Route};
use crate::recording::{Dialogue, assigned};
use crate::report::story::Story;
use crate::review::blank::BlankReview;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shown};

/// Runs the command.
pub fn run(args: &RecordArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let Some(mut session) = open(&args.file, &args.inputs, &args.show, console)? else { return Ok(Exit::Unusable) };
    if !args.assignments.is_empty() {
        return assign(args, &mut session, console);
    }
    let face = Face::new(args.dialogue.plain, session.lang, session.setting, console);
    let assessment = assess(session.case.subject()).map_err(exit::broken(session.lang))?;
    let route = Route::of_questions(&Story::new(&assessment, session.lang), only(args.dialogue));
    let dialogue = Dialogue::new(route, console.machine.today);
    session.hold(dialogue, &face, &args.file, console)
}

/// Loads what a dialogue is about; `None` when that cannot be used, and the reason has been given.
pub fn open(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> anyhow::Result<Option<Session>> {
    let lang = Setting::new(show, None, &console.machine).lang();
    if files::is_standard(file) {
        bail!("{}", lang.cannot_record_standard());
    }
    if !console.machine.folder.join(file).exists() {
        bail!("{}", lang.file_gone(shown(file.display())));
    }
    files::may_write(Some(file), May::Change, lang, &console.machine)?;
    let opened = load::load(file, args, show, console);
    let setting = opened.setting;
    let Some(case) = opened.case else {
        problems::report(&opened.notes, one_line(&file.to_string_lossy()), &setting, setting.lang(), console);
        return Ok(None);
    };
    let lang = setting.lang_of(&case.questionnaire.languages);
    let answers = Recorder::of(&case.answers.source);
    let review = match &case.review {
        Some((review, _)) => Recorder::of(&review.source),
        None => {
            let (path, _) = case.review_place(file);
            let blank = BlankReview {
                questionnaire: &case.questionnaire,
                vendor: &case.answers.vendor,
                reviewer: None,
                reviewed: console.machine.today,
                stakes: &case.questionnaire.factors.map(|_, _| None),
                lang,
            };
            Recorder::new(&path, &blank.text())
        }
    };
    Ok(Some(Session::new(case, answers, review, setting, lang)))
}

/// Which questions to go through.
pub fn only(args: DialogueArgs) -> Option<Only> {
    args.only.map(|only| match only {
        OnlyArg::Open => Only::Open,
        OnlyArg::Weak => Only::Weak,
        OnlyArg::Expired => Only::Expired,
    })
}

/// Records what the command line says, all or nothing.
fn assign(args: &RecordArgs, session: &mut Session, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = session.lang;
    let edits = {
        let assessment = assess(session.case.subject()).map_err(exit::broken(session.lang))?;
        assigned::edits(&args.assignments, &Story::new(&assessment, lang))
    };
    let edits = match edits {
        Ok(edits) => edits,
        Err(problems) => return Ok(refuse(&problems, &args.file, lang, console)),
    };
    if let Err(why_not) = session.write(&edits, &[], console)? {
        let problems: Vec<Clean> = why_not.into_iter().map(|line| line.text).collect();
        return Ok(refuse(&problems, &args.file, lang, console));
    }
    if !session.setting.quiet {
        console.say(lang.left_saved(shown(args.file.display())));
    }
    Ok(Exit::Done)
}

fn refuse(problems: &[Clean], file: &Path, lang: Lang, console: &mut Console) -> Exit {
    for problem in problems {
        console.say(lang.error().and(": ").and(problem));
    }
    console.say(lang.nothing_recorded(shown(file.display())));
    Exit::Unusable
}
