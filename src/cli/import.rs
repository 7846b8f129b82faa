//! `duly import`: answers that came back, as answers files.

use std::path::{Path, PathBuf};

use anyhow::bail;

use super::args::ImportArgs;
use super::console::Console;
use super::draft_for;
use super::exit::Exit;
use super::files::{self, May};
use super::incoming::{Came, Incoming, counted};
use super::papers_in;
use super::setting::Setting;
use super::{bring_in, import_questionnaire, problems};
use crate::case::{SoughtReview, SoughtReviews};
use crate::exchange::registers::Ways;
use crate::exchange::understood::Understood;
use crate::source::Diagnostic;
use crate::words::clean::{Trusted, shell_word, shown};
use crate::words::{Clean, Lang};

/// Runs the command.
pub fn run(args: &ImportArgs, console: &mut Console) -> anyhow::Result<Exit> {
    let lang = Setting::new(&args.show, None, &console.machine).lang();
    if args.files.iter().any(|file| files::is_standard(file)) {
        bail!("{}", lang.import_names_files());
    }
    if let Some(questionnaire) = &args.draft_for {
        return draft_for::run(args, questionnaire, console);
    }
    if !args.take.is_empty() && args.into.is_none() && args.update.is_none() {
        bail!("{}", lang.take_needs_two());
    }
    if args.imports.is_some() {
        return import_questionnaire::run(args, console);
    }
    let incoming = Incoming::of(args, console);
    if let Some(target) = &args.into {
        return bring_in::run(args, (target, Ways::Fill), &incoming, console);
    }
    if let Some(target) = &args.update {
        return bring_in::run(args, (target, Ways::Replace), &incoming, console);
    }
    if args.files.len() > 1 && args.output.is_some() && !incoming.folder(console) {
        bail!("{}", lang.one_output_for_several());
    }
    let mut written: Vec<(PathBuf, &PathBuf)> = Vec::new();
    let mut exit = Exit::Done;
    for file in &args.files {
        // what keeps one vendor out keeps no other out
        let done = one(args, file, &incoming, &mut written, console).unwrap_or_else(|error| {
            console.talk_of(&error, lang);
            Exit::Unusable
        });
        if done != Exit::Done {
            exit = done;
        }
    }
    Ok(exit)
}

/// Takes one file in, with its papers and a review of it.
fn one<'f>(
    args: &ImportArgs,
    file: &'f PathBuf,
    incoming: &Incoming<'_>,
    written: &mut Vec<(PathBuf, &'f PathBuf)>,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let Some((Came { understood, packed, account, is_whole }, setting)) = incoming.read(file, console)? else {
        return Ok(Exit::Unusable);
    };
    let lang = setting.lang_of(&understood.questionnaire().languages);
    let target = incoming.target(file, understood.filled_in.vendor.as_deref(), console)?;
    if let Some((_, other)) = written.iter().find(|(path, _)| *path == target) {
        bail!("{}", lang.same_vendor_twice(shown(file.display()), shown(other.display())));
    }
    if incoming.folder(console) {
        files::make_folder(&target, lang, console)?;
    }
    files::may_be_new(&target, args.force, lang, console)?;
    let text = understood.written(lang);
    let papers = papers_in::bring((file, &packed), &target, lang, console)?;
    let done = files::write(&text, Some(&target), May::replace(args.force), lang, console);
    if let (Err(_), Some(papers)) = (&done, &papers) {
        papers.take_back();
    }
    done?;
    incoming.review(&understood, &target, lang, console)?;
    if !setting.quiet {
        console.talk(&said(&understood, account, (file, &target), lang));
        papers.iter().flat_map(|papers| papers.said(lang)).for_each(|line| console.say(line));
    }
    tell_unused_reviews(&understood, &target, (&setting, lang), console);
    written.push((target, file));
    Ok(if is_whole { Exit::Done } else { Exit::Unusable })
}

/// Names the review that was begun with the form, where it has another name than that of these answers.
fn tell_unused_reviews(read: &Understood, target: &Path, shown_in: (&Setting, Lang), console: &mut Console) {
    let world = console.machine.disk();
    let mut sought = SoughtReviews::default();
    sought.add(Some(SoughtReview::at(target, &read.case, &world)));
    let (beside, misnamed) = (sought.beside_answers(&world), sought.misnamed(&world));
    let notes: Vec<&Diagnostic> = beside.iter().chain(&misnamed).map(|unused| &unused.note).collect();
    problems::tell_unused_reviews(&notes, shown_in, console);
}

/// What came of a file, and what comes next.
fn said(read: &Understood, account: Vec<Clean>, (file, target): (&Path, &Path), lang: Lang) -> String {
    let path = shown(target.display());
    let word = shell_word(&target.to_string_lossy());
    let is_ours = account.is_empty();
    let mut said = if is_ours { vec![counted(read, file, lang)] } else { Vec::new() };
    let is_form = is_ours && read.source.cell_at(0).is_some();
    said.extend(account);
    let silent = read.questionnaire().questions.ids().filter(|at| !read.places.contains_key(at)).count();
    if is_form && silent > 0 {
        said.push(lang.questions_not_in_it(silent, read.questionnaire().reference()));
    }
    if read.filled_in.vendor.is_none() {
        said.push(lang.nameless_answers());
    }
    if !files::is_standard(target) {
        said.push(lang.written(&path));
        said.extend(read.answers().answered.is_none().then(|| lang.undated_answers(&path)));
        if read.unread.is_empty() {
            said.push(lang.after_import("duly check ".and(&word), "duly assess ".and(&word)));
        } else {
            said.push(lang.kept_as_comments(&path));
            // a remark beside the form is for us to read; the letter asks for what is wrong in it
            let letter = "duly export ".and(shell_word(&file.to_string_lossy())).and(" --for vendor");
            said.extend((is_ours && read.notes.has_errors()).then(|| lang.letter_asks_for_it(letter)));
        }
    }
    said.iter().map(|line| format!("{line}\n")).collect()
}
