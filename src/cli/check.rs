//! `duly check`: every problem in files, its place and what helps.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::bail;

use super::args::{CheckArgs, CheckFormat};
use super::batch::tell_alike;
use super::console::Console;
use super::exit::{self, Exit};
use super::load::Opened;
use super::meant::{self, Turn};
use super::setting::Setting;
use super::told::{Checks, Unchecked, github, json, sarif, text as for_people};
use super::{against, files, load, problems};
use crate::answers::kinship::VendorIdentity;
use crate::assessment::{advice, assess};
use crate::case::endings::{Ending, ending};
use crate::case::review_names::{answers_stem, is_named_as_answers};
use crate::case::{Case, FileFormat, FileKind, Input, Shelf, SoughtReviews, World, kind, questionnaire, text};
use crate::document::grid;
use crate::exchange::foreign::table::read as mapping;
use crate::exchange::kept_report::{self, KeptReport};
use crate::policy;
use crate::questionnaire::{lint, read as read_questionnaire};
use crate::source::nearest::nearest;
use crate::source::{Diagnostic, Diagnostics, Source};
use crate::words::Lang;
use crate::words::clean::{self, Trusted, shown};
use crate::words::problem::text::{self as problem, made_by_duly};
use crate::words::problem::{Code, Severity, all as all_codes, review as review_problem};

/// Runs the command.
pub fn run(args: &CheckArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    if args.codes {
        console.print(&codes(setting.lang(), setting.width))?;
        return Ok(Exit::Done);
    }
    if let Some(code) = &args.explain {
        return explain(code, setting.lang(), console);
    }
    if let Some(folder) = &args.against {
        return against::run(args, folder, setting.lang(), console);
    }
    let (all, unchecked) = checks(args, console)?;
    let (lang, broken) = (setting.lang(), exit::broken(setting.lang()));
    match args.format {
        CheckFormat::Json => console.print(&json::of(&all).map_err(broken)?)?,
        CheckFormat::Sarif => {
            let folder = console.machine.folder.clone();
            console.print(&sarif::of(&all, &unchecked, &folder, lang).map_err(broken)?)?;
        }
        CheckFormat::Github => {
            let folder = console.machine.folder.clone();
            console.print(&github::of(&all, &unchecked, &folder))?;
        }
        CheckFormat::Text if args.show.quiet && !args.deny_warnings => {
            all.iter().try_for_each(|checks| console.print(&for_people::errors(checks)))?;
        }
        CheckFormat::Text => {
            all.iter().try_for_each(|checks| console.print(&for_people::of(checks, args.all)))?;
            console.print(&for_people::in_all(&all, lang))?;
        }
    }
    let has_errors = all.iter().any(|checks| checks.has_errors);
    let denied: usize = all.iter().map(|checks| checks.notes.len() - checks.notes.error_count()).sum();
    let is_denied = args.deny_warnings && denied > 0;
    if is_denied && !has_errors && unchecked.is_empty() {
        console.say(lang.warnings_denied(lang.warnings(denied)));
    }
    if !unchecked.is_empty() {
        console.say(lang.could_not_be_checked(unchecked.len()));
    }
    Ok(if has_errors || is_denied || !unchecked.is_empty() { Exit::Unusable } else { Exit::Done })
}

/// What came of checking every file that is meant, each problem once; and which files of folders were not checked.
fn checks(args: &CheckArgs, console: &mut Console) -> anyhow::Result<(Vec<Checks>, Vec<Unchecked>)> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    let (mut all, mut unchecked, mut told) = (Vec::new(), Vec::new(), BTreeSet::new());
    let (world, shelf) = (console.machine.disk(), Shelf::default());
    let mut note = |file: PathBuf, (mut notes, setting): (Diagnostics, Setting)| {
        let (has_errors, is_flawless) = (notes.has_errors(), notes.is_empty());
        notes.retain(|found| !told.contains(&problems::key(found, &world)));
        told.extend(notes.sorted().into_iter().map(|found| problems::key(found, &world)));
        all.push(Checks { file, notes, has_errors, is_flawless, setting });
    };
    let mut vendors = Vec::new();
    let (mut sought, mut of_folders) = (SoughtReviews::default(), SoughtReviews::default());
    for named in &args.files {
        if !meant::is_folder(named, &console.machine) {
            note(named.clone(), check(named, args, (console, &shelf), &mut sought)?);
            continue;
        }
        for found in meant::answers_in(named, lang, &console.machine.disk())? {
            match found.turn(&console.machine.disk()) {
                Turn::Judged(answers) => {
                    let opened = load::load_input(answers, &args.inputs, &args.show, (console, &shelf));
                    sought.add(opened.sought(&world));
                    of_folders.add(opened.sought(&world));
                    let case = opened.case.iter().chain(&opened.flawed).next();
                    vendors.extend(case.map(|case| (VendorIdentity::of(&case.answers), found.path.clone())));
                    note(found.path, advised(opened)?);
                }
                Turn::Told(why) => {
                    let why = meant::not_judged(&found.path, &why, lang);
                    if args.format != CheckFormat::Github {
                        console.talk_of(&why, lang); // there it is a command like all others
                    }
                    unchecked.push(Unchecked { file: found.path, why: clean::visible(&format!("{why:#}")) });
                }
                Turn::Aside => {}
            }
        }
    }
    if args.format == CheckFormat::Text {
        tell_alike(&vendors, &Setting::new(&args.show, None, &console.machine), lang, console);
    }
    for unused in sought.beside_answers(&world).into_iter().chain(of_folders.misnamed(&world)) {
        let mut notes = Diagnostics::default();
        notes.push(unused.note);
        note(unused.path, (notes, Setting::new(&args.show, None, &console.machine)));
    }
    Ok((all, unchecked))
}

/// Checks one file as what it is. It is opened once: the text that says what it is is the one that is checked.
fn check(
    file: &Path,
    args: &CheckArgs,
    (console, shelf): (&mut Console, &Shelf),
    sought: &mut SoughtReviews,
) -> anyhow::Result<(Diagnostics, Setting)> {
    let setting = Setting::new(&args.show, None, &console.machine);
    if files::is_standard(file) {
        let opened = load::load(file, &args.inputs, &args.show, console); // answers: the one kind that vendors send
        return advised(opened);
    }
    if let Some(opened) = load::load_form(file, &args.inputs, &args.show, console) {
        return advised(opened);
    }
    let mut notes = Diagnostics::default();
    let source = match text::read(&console.machine.disk(), file, read_questionnaire::LARGEST) {
        Ok(source) => source,
        Err(problem) => {
            let problem = if is_report(file, console) { made_by_duly() } else { problem };
            notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
            return Ok((notes, setting));
        }
    };
    let is_toml = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    match if is_toml { Some(FileFormat::Policy) } else { kind::format(&source, &mut notes) } {
        Some(FileFormat::Answers) => {
            let answers = Input::Opened(file.to_path_buf(), Ok(source));
            let opened = load::load_input(answers, &args.inputs, &args.show, (console, shelf));
            sought.add(opened.sought(&console.machine.disk()));
            return advised(opened);
        }
        Some(FileFormat::Review) => return check_review(file, source, args, console),
        Some(FileFormat::Questionnaire) => {
            let read = questionnaire::read(&source, file, &console.machine.disk());
            notes = read.diagnostics;
            read.value.iter().for_each(|read| lint::near_duplicates(read, &mut notes));
        }
        Some(FileFormat::Policy) if mapping::is_meant(&source) => notes = mapping::read(&source).diagnostics,
        Some(FileFormat::Policy) => notes = policy::read(&source).diagnostics,
        Some(FileFormat::Category) => {
            let main = problem::wrong_format(read_questionnaire::CATEGORY_FORMAT, read_questionnaire::FORMAT);
            notes.note_file(&source, main); // a category means nothing without the scales of its questionnaire
        }
        None if is_report(file, console) => {
            notes = Diagnostics::default();
            notes.note_file(&source, made_by_duly());
        }
        None => {}
    }
    if let Some(code) = args.show.other_language() {
        bail!("{}", setting.lang().not_spoken(clean::one_line(code))); // no text of a questionnaire is told
    }
    Ok((notes, setting))
}

/// Whether a file is a report that says what it rests on.
fn is_report(file: &Path, console: &Console) -> bool {
    let bytes = text::bytes(&console.machine.disk(), (file, file), kept_report::LARGEST);
    let report = bytes.ok().and_then(|bytes| KeptReport::of(bytes).ok());
    report.is_some_and(|report| report.basis().is_some())
}

/// What is wrong with answers, and doubtful about what they come to. An error in our review does not keep what is
/// doubtful from being told.
fn advised(opened: Opened) -> anyhow::Result<(Diagnostics, Setting)> {
    let Opened { case, flawed, mut notes, setting, .. } = opened;
    if let Some(case) = case {
        advice::advise(&assess(case.subject()).map_err(exit::broken(setting.lang()))?, &mut notes);
    }
    if let Some(case) = flawed.filter(|case| is_wrong_in_review_only(case, &notes))
        && let Ok(assessment) = assess(case.subject())
    {
        advice::advise(&assessment, &mut notes);
    }
    Ok((notes, setting))
}

fn is_wrong_in_review_only(case: &Case, notes: &Diagnostics) -> bool {
    let is_error = |found: &&Diagnostic| found.problem.code.severity == Severity::Error;
    let review = case.review.as_ref().map(|(review, _)| &review.source.name);
    notes.sorted().into_iter().filter(is_error).all(|found| Some(&found.source.name) == review)
}

/// A review is checked together with the answers that it is about: `x.review.yaml` with `x.yaml` or `x.json`.
fn check_review(
    file: &Path,
    source: Arc<Source>,
    args: &CheckArgs,
    console: &mut Console,
) -> anyhow::Result<(Diagnostics, Setting)> {
    let Some(answers) = answers_of(file, args, &console.machine.disk()) else {
        let mut notes = Diagnostics::default();
        let stem = answers_stem(file).unwrap_or("ANSWERS".as_ref()).to_string_lossy();
        notes.note_file(&source, review_problem::answers_not_found(shown(stem).and(".yaml"), shown(file.display())));
        return Ok((notes, Setting::new(&args.show, None, &console.machine)));
    };
    let review = Input::Opened(file.to_path_buf(), Ok(source));
    advised(load::load_with_review(&answers, review, &args.inputs, &args.show, console))
}

/// The answers that lie beside a review and have its name, else those among the other files that are checked.
fn answers_of(review: &Path, args: &CheckArgs, world: &dyn World) -> Option<PathBuf> {
    let stem = answers_stem(review)?;
    let is_its = |file: &&PathBuf| file.file_stem() == Some(stem) && is_named_as_answers(file);
    let listed = world.list(review.parent()?).unwrap_or_default();
    let mut beside: Vec<PathBuf> = listed.into_iter().map(|entry| review.with_file_name(entry.name)).collect();
    beside.sort_by_key(|file| (ending(file) != Ending::Yaml, file.clone()));
    let mut found = beside.iter().chain(&args.files).filter(is_its);
    found.find(|file| world.kind(file) == Some(FileKind::File)).cloned()
}

fn codes(lang: Lang, width: usize) -> String {
    let row = |code: &Code| {
        let severity = match code.severity {
            Severity::Error => lang.error(),
            Severity::Warning => lang.warning(),
        };
        vec![code.id.clean(), severity]
    };
    grid::listed(all_codes().map(row).collect(), 0, width)
}

fn explain(id: &str, lang: Lang, console: &mut Console) -> anyhow::Result<Exit> {
    let Some(code) = all_codes().find(|code| code.id == id) else {
        let near = nearest(id, all_codes().map(|code| code.id));
        let hint = near.map(|near| " (`".and(near).and("`?)")).unwrap_or_default();
        console.say(lang.error().and(": ").and(lang.unknown_code(clean::visible(id))).and(hint));
        return Ok(Exit::Unusable);
    };
    let severity = match code.severity {
        Severity::Error => lang.error(),
        Severity::Warning => lang.warning(),
    };
    console.print(&format!("{} ({severity})\n\n{}\n", code.id, code.about(lang)))?;
    Ok(Exit::Done)
}
