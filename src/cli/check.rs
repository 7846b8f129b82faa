//! `duly check`: every problem in files, with place and cure.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::args::{CheckArgs, CheckFormat, InputArgs};
use super::console::Console;
use super::exit::Exit;
use super::inputs::{self, Loaded};
use super::setting::Setting;
use super::{files, problems};
use crate::answers::read as read_answers;
use crate::assessment::{advice, assess};
use crate::questionnaire::lint as lint_questionnaire;
use crate::questionnaire::read as read_questionnaire;
use crate::review::read as read_review;
use crate::source::nearest::nearest;
use crate::source::{Diagnostics, Source, Span};
use crate::words::problem::{Severity, all as all_codes, review as review_problem, text as problem};
use crate::words::{Lang, clean};
use crate::{policy, source};

/// Runs the command.
pub fn run(args: &CheckArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    if args.codes {
        console.print(&codes(setting.lang()))?;
        return Ok(Exit::Done);
    }
    if let Some(code) = &args.explain {
        return explain(code, setting.lang(), console);
    }
    let mut all: Vec<(String, Diagnostics, Setting)> = Vec::new();
    for file in &args.files {
        let (notes, setting) = check(file, args, console);
        all.push((file.display().to_string(), notes, setting));
    }
    match args.format {
        CheckFormat::Json => console.print(&json(&all))?,
        CheckFormat::Text => {
            for (file, notes, setting) in &all {
                let lang = setting.lang();
                let text = problems::text(notes, lang, setting.colour);
                let nothing = || format!("{}\n", lang.nothing_wrong(clean::visible(file)));
                console.print(&if notes.is_empty() { nothing() } else { text })?;
            }
        }
    }
    let bad = |notes: &Diagnostics| notes.has_errors() || (args.deny_warnings && !notes.is_empty());
    Ok(if all.iter().any(|(_, notes, _)| bad(notes)) { Exit::Unusable } else { Exit::Done })
}

/// What a file is, by its `format`.
enum Kind {
    Answers,
    Review,
    Questionnaire,
    Category,
    Policy,
}

/// The formats of the kinds of files.
const FORMATS: [(&str, Kind); 5] = [
    (read_answers::FORMAT, Kind::Answers),
    (read_review::FORMAT, Kind::Review),
    (read_questionnaire::FORMAT, Kind::Questionnaire),
    (read_questionnaire::CATEGORY_FORMAT, Kind::Category),
    (policy::read::FORMAT, Kind::Policy),
];

/// Checks one file as what it is.
fn check(file: &Path, args: &CheckArgs, console: &mut Console) -> (Diagnostics, Setting) {
    let setting = Setting::new(&args.show, None, &console.machine);
    if files::is_standard(file) {
        return check_answers(file, args, &args.inputs, console); // the one kind that vendors send
    }
    let mut notes = Diagnostics::default();
    let source = match files::read(file, read_questionnaire::LARGEST, console) {
        Ok(source) => source,
        Err(problem) => {
            notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
            return (notes, setting);
        }
    };
    let is_toml = file.extension().is_some_and(|ending| ending == "toml");
    match if is_toml { Some(Kind::Policy) } else { kind(&source, &mut notes) } {
        Some(Kind::Answers) => return check_answers(file, args, &args.inputs, console),
        Some(Kind::Review) => return check_review(file, &source, args, console),
        Some(Kind::Questionnaire) => {
            let checked = inputs::read_questionnaire(&source, file, &console.machine);
            notes = checked.diagnostics;
            checked.value.iter().for_each(|found| lint_questionnaire::lint(found, &mut notes));
        }
        Some(Kind::Policy) => notes = policy::read(&source).diagnostics,
        Some(Kind::Category) => {
            let main = problem::wrong_format(read_questionnaire::CATEGORY_FORMAT, read_questionnaire::FORMAT);
            notes.note_file(&source, main); // a category means nothing without the scales of its questionnaire
        }
        None => {}
    }
    (notes, setting)
}

/// The kind of a YAML file; an unknown one is noted with the formats there are.
fn kind(source: &std::sync::Arc<Source>, notes: &mut Diagnostics) -> Option<Kind> {
    let node = source::yaml::peek(source, "format", read_questionnaire::MOST_NODES, notes);
    let known: Vec<&str> = FORMATS.iter().map(|(format, _)| *format).collect();
    let Some(written) = node.as_ref().and_then(source::Node::text) else {
        if notes.is_empty() {
            notes.note_file(source, problem::no_format(known.join(" | ")));
        }
        return None;
    };
    let found = FORMATS.into_iter().find(|(format, _)| *format == written).map(|(_, kind)| kind);
    if found.is_none() {
        let problem = problem::wrong_format(written, known.join(" | "));
        let span = node.as_ref().map(|node| node.span).unwrap_or_default();
        notes.note(source, span, problem.did_you_mean(nearest(written, known)));
    } else {
        *notes = Diagnostics::default(); // the reader of the kind says it again, with more
    }
    found
}

fn check_answers(file: &Path, args: &CheckArgs, inputs: &InputArgs, console: &mut Console) -> (Diagnostics, Setting) {
    let Loaded { inputs, mut notes, setting } = inputs::load(file, inputs, &args.show, console);
    if let Some(inputs) = inputs {
        advice::advise(&assess(inputs.subject()), &mut notes);
    }
    (notes, setting)
}

/// A review is checked together with the answers that it is about: `x.review.yaml` with `x.yaml`.
fn check_review(
    file: &Path,
    source: &std::sync::Arc<Source>,
    args: &CheckArgs,
    console: &mut Console,
) -> (Diagnostics, Setting) {
    let answers = answers_of(file, args);
    if !console.machine.folder.join(&answers).is_file() {
        let mut notes = Diagnostics::default();
        let name = answers.file_name().map_or_else(Default::default, |name| name.to_string_lossy());
        notes.note_file(source, review_problem::answers_not_found(name, file.display()));
        return (notes, Setting::new(&args.show, None, &console.machine));
    }
    let inputs = InputArgs { review: vec![file.to_path_buf()], no_review: false, ..args.inputs.clone() };
    check_answers(&answers, args, &inputs, console)
}

/// The answers beside a review, or among the other files that are checked: `x.yaml` for `x.review.yaml`.
fn answers_of(review: &Path, args: &CheckArgs) -> PathBuf {
    let file = review.file_name().map_or_else(Default::default, |name| name.to_string_lossy());
    let stem = file.strip_suffix(".review.yaml").unwrap_or("ANSWERS");
    let name = format!("{stem}.yaml");
    let named = args.files.iter().find(|file| file.file_name().is_some_and(|other| other == name.as_str()));
    named.cloned().unwrap_or_else(|| review.with_file_name(name))
}

fn codes(lang: Lang) -> String {
    let mut out = String::new();
    for code in all_codes() {
        let severity = match code.severity {
            Severity::Error => lang.error(),
            Severity::Warning => lang.warning(),
        };
        out.push_str(&format!("{:<28} {severity}\n", code.id));
    }
    out
}

fn explain(id: &str, lang: Lang, console: &mut Console) -> anyhow::Result<Exit> {
    let Some(code) = all_codes().find(|code| code.id == id) else {
        let near = nearest(id, all_codes().map(|code| code.id));
        let hint = near.map(|near| format!(" (`{near}`?)")).unwrap_or_default();
        console.talk(&format!("{}: {}{hint}\n", lang.error(), lang.unknown_code(clean::visible(id))));
        return Ok(Exit::Unusable);
    };
    let severity = match code.severity {
        Severity::Error => lang.error(),
        Severity::Warning => lang.warning(),
    };
    console.print(&format!("{} ({severity})\n\n{}\n", code.id, code.about(lang)))?;
    Ok(Exit::Done)
}

#[derive(Serialize)]
struct Found<'a> {
    file: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_line: Option<usize>,
    end_column: Option<usize>,
    severity: &'static str,
    code: &'static str,
    message: &'a str,
    help: &'a str,
}

/// All problems as one JSON list, for editors and continuous integration.
fn json(all: &[(String, Diagnostics, Setting)]) -> String {
    let mut found = Vec::new();
    for (_, notes, setting) in all {
        for diagnostic in notes.sorted() {
            let at = |offset: fn(Span) -> u32| diagnostic.span.map(|s| diagnostic.source.position(offset(s)));
            let (start, end) = (at(|span| span.start), at(|span| span.end));
            found.push(Found {
                file: &diagnostic.source.name,
                line: start.map(|position| position.line),
                column: start.map(|position| position.column),
                end_line: end.map(|position| position.line),
                end_column: end.map(|position| position.column),
                severity: match diagnostic.problem.code.severity {
                    Severity::Error => "error",
                    Severity::Warning => "warning",
                },
                code: diagnostic.problem.code.id,
                message: diagnostic.problem.message(setting.lang()),
                help: diagnostic.problem.help(setting.lang()),
            });
        }
    }
    serde_json::to_string_pretty(&found).map(|json| clean::json_escaped(json + "\n")).unwrap_or_default()
}
