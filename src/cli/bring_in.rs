//! `duly import --into`, `--update`: what came in, brought into an answers file that is there.

use std::path::Path;

use anyhow::bail;

use super::args::ImportArgs;
use super::console::Console;
use super::exit::Exit;
use super::files::{self, May};
use super::incoming::{Incoming, counted};
use super::papers_in;
use super::problems;
use super::recorder::{Recorder, Saved};
use super::setting::Setting;
use crate::answers::write::{AnswersEdit, put_answers};
use crate::exchange::merge::{Decided, Difference, HEAD, Merging};
use crate::exchange::registers::Ways;
use crate::exchange::understood::{ArrivedAt, Understood};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::names::folded;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shell_word, shown};

/// Brings all files in, one after the other.
///
/// # Errors
/// The arguments do not fit, the files do not belong together, or the answers cannot be written.
pub fn run(
    args: &ImportArgs,
    (target, ways): (&Path, Ways),
    incoming: &Incoming<'_>,
    console: &mut Console,
) -> anyhow::Result<Exit> {
    let setting = Setting::new(&args.show, None, &console.machine);
    files::may_write(Some(target), May::Change, setting.lang(), &console.machine)?;
    let ours = match incoming.understood(target, console)? {
        Ok(ours) if ours.unread.is_empty() => ours,
        other => {
            let notes = other.map_or_else(|notes| notes, |ours| ours.notes);
            console.talk(&problems::text(&notes, setting.lang(), setting.colour_talk));
            bail!("{}", setting.lang().mend_before_import(shown(target.display())));
        }
    };
    let lang = setting.lang_of(&ours.questionnaire().languages);
    let decided = decided(args, ours.questionnaire(), lang)?;
    let mut merging = Merging::of(&ours, ways, &decided);
    let mut exit = Exit::Done;
    for file in &args.files {
        let Some((theirs, _)) = incoming.read(file, console)? else {
            exit = Exit::Unusable;
            continue;
        };
        fits(&theirs, &ours, (file, target), lang)?;
        merging.bring(&theirs);
        if !theirs.unread.is_empty() {
            exit = Exit::Unusable;
        }
        if !setting.quiet {
            console.say(counted(&theirs, file, lang));
        }
    }
    let Merging { edits, conflicts, changes, filled_in, .. } = merging;
    for change in &changes {
        console.print(&format!("{}\n", told(change, target, lang, Lang::import_changed)))?;
    }
    for conflict in &conflicts {
        console.say(told(conflict, target, lang, Lang::import_conflict));
    }
    if !edits.is_empty() {
        save(&ours, &edits, target, lang, console)?;
    }
    for file in &args.files {
        let papers = papers_in::bring(file, target, lang, console)?;
        papers
            .iter()
            .filter(|_| !setting.quiet)
            .flat_map(|papers| papers.said(lang))
            .for_each(|line| console.say(line));
    }
    if !setting.quiet {
        let path = shown(target.display());
        console.say(match edits.is_empty() {
            true => lang.nothing_new(path),
            false => lang.brought_in(path, filled_in, changes.len(), conflicts.len()),
        });
    }
    if !conflicts.is_empty() {
        exit = Exit::Unusable;
        console.say(lang.decide_with(ids(&conflicts)));
    }
    Ok(exit)
}

fn save(
    ours: &Understood,
    edits: &[AnswersEdit],
    target: &Path,
    lang: Lang,
    console: &mut Console,
) -> anyhow::Result<()> {
    let put = |source: &_| put_answers(source, ours.questionnaire(), edits);
    match Recorder::of(&ours.source).save(put, lang, console)? {
        Saved::Written(_) => Ok(()),
        Saved::Meanwhile(_) => bail!("{}", lang.file_changed_meanwhile(shown(target.display()))),
        Saved::Refused => bail!("{}", lang.cannot_edit(shown(target.display()))),
    }
}

/// What differs, each once, as `--take` names it.
fn ids(conflicts: &[Difference]) -> Clean {
    let mut ids: Vec<&Clean> = conflicts.iter().map(|conflict| &conflict.what).collect();
    ids.dedup();
    Clean::joined(ids, ",")
}

fn told(
    of: &Difference,
    target: &Path,
    lang: Lang,
    say: fn(Lang, Clean, Clean, Clean, Clean, Clean) -> Clean,
) -> Clean {
    let place = |at: &Option<ArrivedAt>| at.as_ref().map_or_else(|| shown(target.display()), |at| at.said(lang));
    say(lang, of.what.clone(), of.ours.clone(), place(&of.ours_at), of.theirs.clone(), place(&of.theirs_at))
}

/// Whether two files are of one vendor and answer one questionnaire.
fn fits(theirs: &Understood, ours: &Understood, (file, target): (&Path, &Path), lang: Lang) -> anyhow::Result<()> {
    let vendors = theirs.filled_in.vendor.as_ref().zip(ours.filled_in.vendor.as_ref());
    if let Some((theirs, ours)) = vendors.filter(|(theirs, ours)| folded(theirs) != folded(ours)) {
        let (file, target) = (shown(file.display()), shown(target.display()));
        bail!("{}", lang.of_two_vendors(file, one_line(theirs), target, one_line(ours)));
    }
    let (theirs, ours) = (theirs.questionnaire(), ours.questionnaire());
    if theirs.fingerprint() != ours.fingerprint() {
        let (file, target) = (shown(file.display()), shown(target.display()));
        bail!("{}", lang.of_two_questionnaires(file, theirs.reference(), target, ours.reference()));
    }
    Ok(())
}

/// What the command line decides.
fn decided(args: &ImportArgs, questionnaire: &Questionnaire, lang: Lang) -> anyhow::Result<Vec<Decided>> {
    let is_known = |id: &String| {
        let is_category = questionnaire.categories.iter().any(|category| category.id == **id);
        questionnaire.find(id).is_some() || is_category || HEAD.contains(&id.as_str())
    };
    if let Some(id) = args.take.iter().flat_map(|take| &take.ids).find(|id| !is_known(id)) {
        let all = lang.all_questions("duly questionnaires ".and(shell_word(&questionnaire.id)));
        bail!("{}; {all}", lang.no_such_question(one_line(id), questionnaire.reference()));
    }
    Ok(args.take.iter().map(|take| Decided { theirs: take.theirs, of: take.ids.clone() }).collect())
}
