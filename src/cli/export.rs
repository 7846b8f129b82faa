//! `duly export`: the result as a document.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::{Audience, ExportArgs, ExportFormat};
use super::console::Console;
use super::ending::{self, Endings};
use super::exit::Exit;
use super::judgement::{Judgement, judge};
use super::setting::Setting;
use super::{batch, files};
use crate::answers::review::Outcome;
use crate::report::document::Document;
use crate::report::story::Story;
use crate::report::vendors::{self, Row};
use crate::report::{board, csv, full, html, json, letter, markdown};
use crate::source::Date;
use crate::words::Lang;

/// Runs the command.
pub fn run(args: &ExportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.judge.show, None, &console.machine).lang();
    let is_many = batch::is_many(&args.files, &console.machine);
    let format = format(args, is_many, lang)?;
    fits(args, format, is_many, lang)?;
    match &args.files[..] {
        [file] if !is_many => one(file, args, format, args.output.as_deref(), console),
        files if args.summary => summary(files, args, console),
        files => several(&batch::expanded(files, lang, &console.machine)?, args, format, lang, console),
    }
}

const ENDINGS: Endings<ExportFormat> = &[
    (ExportFormat::Markdown, &["md", "markdown"]),
    (ExportFormat::Html, &["html", "htm"]),
    (ExportFormat::Json, &["json", "jsonl", "ndjson"]),
    (ExportFormat::Csv, &["csv"]),
];

/// The format that was asked for, or that the ending of the output names.
fn format(args: &ExportArgs, is_many: bool, lang: Lang) -> anyhow::Result<ExportFormat> {
    let file = args.output.as_deref().filter(|_| !is_many || args.format.is_none());
    let formats = (ExportFormat::Markdown, ENDINGS);
    ending::format(args.format, file, formats, lang, |ending| lang.no_such_format(ending))
}

/// Whether the options fit each other.
fn fits(args: &ExportArgs, format: ExportFormat, is_many: bool, lang: Lang) -> anyhow::Result<()> {
    if args.audience.is_some() && !matches!(format, ExportFormat::Markdown | ExportFormat::Html) {
        bail!("{}", lang.documents_only());
    }
    if args.due.is_some() && args.audience != Some(Audience::Vendor) {
        bail!("{}", lang.due_for_letters_only());
    }
    if args.summary && format != ExportFormat::Csv {
        bail!("{}", lang.summary_is_a_table());
    }
    if is_many && !args.judge.inputs.review.is_empty() {
        bail!("{}", lang.one_review_one_vendor());
    }
    Ok(())
}

fn one(
    file: &Path,
    args: &ExportArgs,
    format: ExportFormat,
    target: Option<&Path>,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    judge(file, &args.judge, console, |judgement, console| {
        if args.audience == Some(Audience::Vendor) && !judgement.setting.quiet {
            doubts(judgement, args.due).into_iter().for_each(|doubt| console.talk(&format!("{doubt}\n")));
        }
        files::write(&rendered(file, judgement, args, format), target, judgement.lang, console)
    })
}

/// What somebody may have overlooked who is about to send a letter.
fn doubts(judgement: &Judgement<'_>, due: Option<Date>) -> Vec<String> {
    let (subject, lang) = (&judgement.assessment.subject, judgement.lang);
    let decision = subject.review.and_then(|review| review.decision.as_ref());
    let is_rejected = decision.is_some_and(|decision| decision.outcome == Outcome::Rejected);
    let is_past = due.is_some_and(|due| due < subject.as_of);
    let doubts = [is_rejected.then(|| lang.letter_after_rejection()), is_past.then(|| lang.letter_due_is_past())];
    doubts.into_iter().flatten().collect()
}

fn rendered(file: &Path, judgement: &Judgement<'_>, args: &ExportArgs, format: ExportFormat) -> String {
    let story = Story::new(&judgement.assessment, judgement.lang);
    match format {
        ExportFormat::Markdown => markdown::render(&document(&story, judgement, args)),
        ExportFormat::Html => html::render(&document(&story, judgement, args)),
        ExportFormat::Json => json::render(&story, &judgement.failed, &judgement.inputs.origins()),
        ExportFormat::Csv if args.summary => {
            vendors::table_of_all(&[Row::new(&story, &file.to_string_lossy())], judgement.lang)
        }
        ExportFormat::Csv => csv::head(judgement.lang, false) + &csv::rows(&story, judgement.lang, false),
    }
}

fn document(story: &Story<'_, '_>, judgement: &Judgement<'_>, args: &ExportArgs) -> Document {
    let origins = judgement.inputs.origins();
    match args.audience {
        None => full::document(story, &origins),
        Some(Audience::Board) => board::document(story, &origins),
        Some(Audience::Vendor) => letter::document(story, args.due),
    }
}

/// A row for each vendor, in the order of the files.
fn summary(named: &[PathBuf], args: &ExportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let batch = batch::judge(named, &args.judge, console)?;
    if !batch.rows.is_empty() {
        files::write(&vendors::table_of_all(&batch.rows, batch.lang), args.output.as_deref(), batch.lang, console)?;
    }
    Ok(batch.finish(console))
}

/// Several vendors: a document each into a folder, or what can be put behind one another into one file. A file that
/// cannot be judged is talked about and left out; the others are done.
fn several(
    paths: &[PathBuf],
    args: &ExportArgs,
    format: ExportFormat,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let folder = args.output.as_deref().filter(|path| console.machine.folder.join(path).is_dir());
    match (folder, format) {
        (Some(folder), _) => into_folder(paths, folder, args, format, lang, console),
        (None, ExportFormat::Json | ExportFormat::Csv) => into_one(paths, args, format, console),
        (None, ExportFormat::Markdown | ExportFormat::Html) => bail!("{}", lang.name_a_folder()),
    }
}

fn into_folder(
    paths: &[PathBuf],
    folder: &Path,
    args: &ExportArgs,
    format: ExportFormat,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let targets: Vec<PathBuf> = paths.iter().map(|path| folder.join(document_name(path, format))).collect();
    for (at, target) in targets.iter().enumerate() {
        if let Some(other) = targets[..at].iter().position(|earlier| earlier == target) {
            bail!("{}", lang.same_target(paths[other].display(), paths[at].display(), target.display()));
        }
    }
    let mut worst = Exit::Done;
    for (path, target) in paths.iter().zip(&targets) {
        worst = worst.max(or_talk(one(path, args, format, Some(target), console), console));
    }
    Ok(worst)
}

/// `vendors/nordkontakt.yaml` → `nordkontakt.html`.
fn document_name(answers: &Path, format: ExportFormat) -> PathBuf {
    let ending = match format {
        ExportFormat::Markdown => "md",
        ExportFormat::Html => "html",
        ExportFormat::Json => "json",
        ExportFormat::Csv => "csv",
    };
    let mut name = answers.file_stem().unwrap_or_default().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

fn into_one(paths: &[PathBuf], args: &ExportArgs, format: ExportFormat, console: &mut Console) -> anyhow::Result<Exit> {
    let (mut out, mut worst, mut first) = (String::new(), Exit::Done, None);
    for path in paths {
        let judged = judge(path, &args.judge, console, |judgement, _| {
            let story = Story::new(&judgement.assessment, judgement.lang);
            let lang = *first.get_or_insert(judgement.lang);
            if format == ExportFormat::Json {
                out.push_str(&json::line(&story, &judgement.failed, &judgement.inputs.origins()));
            } else {
                let head = if out.is_empty() { csv::head(lang, true) } else { String::new() };
                out.push_str(&head);
                out.push_str(&csv::rows(&story, lang, true));
            }
            Ok(())
        });
        worst = worst.max(or_talk(judged, console));
    }
    if let Some(lang) = first {
        files::write(&out, args.output.as_deref(), lang, console)?;
    }
    Ok(worst)
}

/// How a file of several ended; what stopped it is talked about.
fn or_talk(outcome: anyhow::Result<Exit>, console: &mut Console) -> Exit {
    outcome.unwrap_or_else(|error| {
        console.talk_of(&error);
        Exit::Unusable
    })
}
