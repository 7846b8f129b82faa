//! `duly record`: a vendor's answers, recorded as a dialogue or one by one.

use std::path::Path;

use anyhow::bail;

use super::args::{DialogueArgs, InputArgs, OnlyArg, RecordArgs, ShowArgs};
use super::console::{Console, Machine};
use super::exit::{self, Exit};
use super::face::Face;
use super::files::{self, May};
use super::load::Opened;
use super::recorder::{Recorder, Saved};
use super::session::{Session, no_longer_by, under_no_name};
use super::setting::Setting;
use super::{load, problems};
use crate::answers::write::{AnswersEdit, put_answers};
use crate::assessment::assess;
use crate::case::{Input, Returned, Shelf, Workable};
use crate::questionnaire::ids::QuestionId;
use crate::recording::route::{Only, Route};
use crate::recording::{Dialogue, assigned};
use crate::report::story::Story;
use crate::review::blank::BlankReview;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted, one_line, shown};

/// Runs the command.
pub fn run(args: &RecordArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let opened = opened(&args.file, &args.inputs, &args.show, console)?;
    let broken = BrokenAnswers::of(&opened, args, &console.machine);
    let aside = broken.as_ref().map(BrokenAnswers::put_aside).unwrap_or_default();
    let Some((mut session, first)) = (match broken {
        Some(broken) if !args.assignments.is_empty() => return repair(&broken, &opened, args, console),
        Some(mut broken) => {
            let session = session(&mut broken.workable, &args.file, console);
            tell_broken(&opened, &broken.first, &args.file, console);
            session.map(|session| (session.in_place_of(&broken.returned.source), broken.first))
        }
        None => told(opened, &args.file, console).map(|session| (session, Vec::new())),
    }) else {
        return Ok(Exit::Unusable);
    };
    if !args.assignments.is_empty() {
        return assign(args, &mut session, console);
    }
    let face = Face::new(args.dialogue.plain, session.lang, session.setting, console);
    let assessment = assess(session.case.subject()).map_err(exit::broken(session.lang))?;
    let route = Route::of_questions(&Story::new(&assessment, session.lang), only(args.dialogue), &first);
    let dialogue = Dialogue::new(route, console.machine.today).beside(aside);
    session.hold(dialogue, &face, &args.file, console)
}

/// A file that cannot be judged as it is, and can be worked on nevertheless.
struct BrokenAnswers {
    returned: Returned,
    /// The same file with what is wrong put aside.
    workable: Opened,
    /// The questions whose answers are to be looked at first.
    first: Vec<QuestionId>,
}

impl BrokenAnswers {
    fn of(opened: &Opened, args: &RecordArgs, machine: &Machine) -> Option<BrokenAnswers> {
        if opened.case.is_some() {
            return None;
        }
        let returned = opened.returned(machine)?;
        let Workable { source, first } = returned.workable(&opened.notes)?;
        let answers = Input::Opened(args.file.clone(), Ok(source));
        let workable = load::load_one_of_many(answers, &args.inputs, &args.show, (machine, &Shelf::default()));
        workable.case.is_some().then_some(BrokenAnswers { returned, workable, first })
    }
}

impl BrokenAnswers {
    /// What was written below the questions that are to be looked at first: it is a comment now.
    fn put_aside(&self) -> Vec<(QuestionId, Clean)> {
        let written = |at: &QuestionId| Some((*at, clean::shortened(self.returned.written(*at)?, MOST_PUT_ASIDE)));
        self.first.iter().filter_map(written).collect()
    }
}

/// So many letters of what was put aside are shown.
const MOST_PUT_ASIDE: usize = 400;

/// Says what is wrong with a file, and what becomes of it.
fn tell_broken(opened: &Opened, first: &[QuestionId], file: &Path, console: &mut Console) {
    let lang = opened.setting.lang();
    console.talk(&problems::text(&opened.notes, lang, &opened.setting));
    console.say(lang.goes_through_errors(shown(file.display())));
    if !first.is_empty() {
        console.say(lang.goes_through_first(first.len()));
    }
}

/// Loads what a dialogue about our review is about; `None` when that cannot be used, and the reason has been given.
pub fn open(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> anyhow::Result<Option<Session>> {
    let opened = opened(file, args, show, console)?;
    if let Some(case) = &opened.case {
        let lang = opened.setting.lang_of(&case.questionnaire.languages);
        problems::unused_reviews(&opened.notes, (&opened.setting, lang), console); // another one would be begun
    }
    Ok(told(opened, file, console))
}

/// Loads what a dialogue is about.
fn opened(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> anyhow::Result<Opened> {
    let lang = Setting::new(show, None, &console.machine).lang();
    if files::is_standard(file) {
        bail!("{}", lang.cannot_record_standard());
    }
    if !console.machine.folder.join(file).exists() {
        bail!("{}", lang.file_gone(shown(file.display())));
    }
    files::may_write(Some(file), May::Change, lang, &console.machine)?;
    Ok(load::load(file, args, show, console))
}

/// The session about what was loaded; otherwise says why there is none.
fn told(mut opened: Opened, file: &Path, console: &mut Console) -> Option<Session> {
    let session = session(&mut opened, file, console);
    if session.is_none() {
        let setting = opened.setting;
        problems::report(&opened.notes, one_line(&file.to_string_lossy()), &setting, setting.lang(), console);
    }
    session
}

/// The session about what was loaded, if it can be used.
fn session(opened: &mut Opened, file: &Path, console: &Console) -> Option<Session> {
    let (setting, case) = (opened.setting, opened.case.take()?);
    let lang = setting.lang_of(&case.questionnaire.languages);
    let answers = Recorder::of(&case.answers.source);
    let review = match &case.review {
        Some((review, _)) => Recorder::of(&review.source),
        None => {
            let (path, _) = case.review_place(file);
            let blank = BlankReview {
                client: None,
                before: None,
                questionnaire: &case.questionnaire,
                vendor: &case.answers.vendor,
                reviewer: None,
                reviewed: console.machine.today,
                stakes: &case.questionnaire.factors.map(|_, _| None),
                sent: None,
                lang,
            };
            Recorder::new(&path, &blank.text())
        }
    };
    Some(Session::new(case, answers, review, setting, lang))
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
    session.say_last(&args.file, console);
    Ok(Exit::Done)
}

/// Records what the command line says into a file that stays broken in other places: all or nothing.
fn repair(broken: &BrokenAnswers, opened: &Opened, args: &RecordArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = opened.setting.lang();
    let Some(case) = &broken.workable.case else { return Ok(Exit::Unusable) };
    let edits = {
        let assessment = assess(case.subject()).map_err(exit::broken(lang))?;
        assigned::edits(&args.assignments, &Story::new(&assessment, lang))
    };
    let edits = match edits {
        Ok(edits) => edits,
        Err(problems) => return Ok(refuse(&problems, &args.file, lang, console)),
    };
    let (edits, names) = under_no_name(&case.answers, &edits);
    let mut questions: Vec<QuestionId> = edits.iter().filter_map(AnswersEdit::question).collect();
    questions.sort_unstable();
    questions.dedup();
    let workable = &case.answers.source;
    let edited = |question: QuestionId| {
        let own: Vec<AnswersEdit> = edits.iter().filter(|edit| edit.question() == Some(question)).cloned().collect();
        Some((question, put_answers(workable, &case.questionnaire, &own).ok()?))
    };
    let is_of_questions = edits.iter().all(|edit| edit.question().is_some());
    let edited: Option<Vec<_>> = questions.into_iter().map(edited).collect();
    let repaired = edited.filter(|_| is_of_questions).and_then(|edited| broken.returned.repaired(workable, &edited));
    let Some(repaired) = repaired else {
        console.talk(&problems::text(&opened.notes, lang, &opened.setting));
        return Ok(refuse(&[lang.mend_first(shown(args.file.display()))], &args.file, lang, console));
    };
    let saved = Recorder::of(&broken.returned.source).save(|_| Ok(repaired.text.clone()), lang, console)?;
    if !matches!(saved, Saved::Written(_)) {
        return Ok(refuse(&[lang.file_changed_meanwhile(shown(args.file.display()))], &args.file, lang, console));
    }
    if !opened.setting.quiet {
        console.say(lang.left_saved(shown(args.file.display())));
        no_longer_by(&names, lang).into_iter().for_each(|line| console.say(line));
    }
    if repaired.errors_left > 0 {
        console.say(lang.errors_left(lang.errors(repaired.errors_left), shown(args.file.display())));
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
