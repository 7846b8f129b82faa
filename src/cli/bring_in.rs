//! `duly import --into`, `--update`: what came in, brought into an answers file that is there.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::bail;

use super::args::ImportArgs;
use super::console::Console;
use super::exit::Exit;
use super::files::{self, May};
use super::incoming::{Came, Incoming, counted};
use super::papers_in::{self, Brought};
use super::problems;
use super::recorder::{Recorder, Saved};
use super::setting::Setting;
use crate::answers::registration::registration_key;
use crate::answers::write::{AnswersEdit, put_answers};
use crate::exchange::merge::{Decided, Difference, HEAD, Merging};
use crate::exchange::newer_day::DayStays;
use crate::exchange::registers::Ways;
use crate::exchange::understood::{ArrivedAt, Understood};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::names::folded;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shell_word, shown};

/// So many entries of documents and companies are changed at most: each is put into the whole file by itself, and more
/// are read by nobody.
const MOST_ENTRIES: usize = 500;

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
    let ours = match incoming.ours(target, console)? {
        Ok(ours) if ours.understood.source.cell_at(0).is_some() => {
            bail!("{}", setting.lang().into_an_answers_file(shown(target.display())));
        }
        Ok(ours) if !ours.understood.notes.has_errors() => ours.understood,
        other => {
            let notes = other.map_or_else(|unusable| unusable.notes, |ours| ours.understood.notes);
            console.talk(&problems::text(&notes, setting.lang(), &setting));
            bail!("{}", setting.lang().mend_before_import(shown(target.display())));
        }
    };
    let lang = setting.lang_of(&ours.questionnaire().languages);
    let decided = decided(args, ours.questionnaire(), lang)?;
    let mut bringing = Bringing { merging: Merging::of(&ours, ways, &decided), papers: Vec::new(), exit: Exit::Done };
    let saved = bringing.all(args, target, incoming, (&setting, lang), console).and_then(|()| {
        let edits = &bringing.merging.edits;
        let one_by_one = |edit: &&AnswersEdit| {
            matches!(edit, AnswersEdit::Corrected(..) | AnswersEdit::Company(..) | AnswersEdit::CompanySays(..))
        };
        let count = edits.iter().filter(one_by_one).count();
        if count > MOST_ENTRIES {
            bail!("{}", lang.too_many_entries(shown(target.display()), count, MOST_ENTRIES));
        }
        if edits.is_empty() { Ok(()) } else { save(&ours, edits, target, lang, console) }
    });
    if saved.is_err() {
        bringing.papers.iter().rev().for_each(Brought::take_back);
    }
    saved?;
    bringing.told(target, (&setting, lang), console)
}

/// What comes in, on its way.
struct Bringing<'o> {
    merging: Merging<'o>,
    papers: Vec<Brought>,
    exit: Exit,
}

impl Bringing<'_> {
    /// Brings in one file after the other, the papers of each with it. What cannot be used is told, and nothing of it
    /// comes in.
    fn all(
        &mut self,
        args: &ImportArgs,
        target: &Path,
        incoming: &Incoming<'_>,
        (setting, lang): (&Setting, Lang),
        console: &mut Console,
    ) -> anyhow::Result<()> {
        for file in &args.files {
            let Some((Came { understood: theirs, packed, account, is_whole }, _)) = incoming.read(file, console)?
            else {
                self.exit = Exit::Unusable;
                continue;
            };
            fits((&theirs, self.merging.ours(), self.merging.ways()), (file, target), lang)?;
            let stays = self.merging.bring(&theirs);
            stays.into_iter().for_each(|stays| console.say(day_stays(stays, (file, target), lang)));
            if !is_whole {
                self.exit = Exit::Unusable;
            }
            self.papers.extend(papers_in::bring((file, &packed), target, lang, console)?);
            if !setting.quiet {
                if account.is_empty() {
                    console.say(counted(&theirs, file, lang));
                }
                account.into_iter().for_each(|line| console.say(line));
            }
        }
        Ok(())
    }

    /// Tells what came of it.
    fn told(self, target: &Path, (setting, lang): (&Setting, Lang), console: &mut Console) -> anyhow::Result<Exit> {
        let Bringing { merging: Merging { edits, conflicts, changes, filled_in, .. }, papers, exit } = self;
        for change in &changes {
            console.print(&format!("{}\n", told(change, target, lang, Lang::import_changed)))?;
        }
        for conflict in &conflicts {
            console.say(told(conflict, target, lang, Lang::import_conflict));
        }
        if !setting.quiet {
            papers.iter().flat_map(|papers| papers.said(lang)).for_each(|line| console.say(line));
            let path = shown(target.display());
            if !edits.is_empty() {
                let replaced: BTreeSet<_> = changes.iter().map(|change| &change.what).collect();
                let (filled, replaced) = (lang.answers_filled_in(filled_in), lang.replaced(replaced.len()));
                console.say(lang.brought_in(path, filled, replaced, conflicts.len()));
            } else if conflicts.is_empty() && exit == Exit::Done {
                console.say(lang.nothing_new(path));
            }
        }
        if conflicts.is_empty() {
            return Ok(exit);
        }
        console.say(lang.decide_with(ids(&conflicts)));
        Ok(Exit::Unusable)
    }
}

/// What is said where answers keep their day, or stay without one.
fn day_stays(DayStays { ours, theirs, left }: DayStays, (file, target): (&Path, &Path), lang: Lang) -> Clean {
    let (file, target) = (shown(file.display()), shown(target.display()));
    match ours {
        Some(ours) => lang.day_stays(target, ours, file, theirs, left),
        None => lang.stays_undated(target, file, theirs, left),
    }
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
    let mut seen = BTreeSet::new();
    let ids = conflicts.iter().map(|conflict| &conflict.what).filter(|id| seen.insert(*id));
    Clean::joined(ids, ",")
}

fn told(
    of: &Difference,
    target: &Path,
    lang: Lang,
    say: fn(Lang, Clean, Clean, Clean, Clean, Clean) -> Clean,
) -> Clean {
    let place = |at: &Option<ArrivedAt>| at.as_ref().map_or_else(|| shown(target.display()), |at| at.said(lang));
    let what = of.key.iter().fold(of.what.clone(), |what, key| what.and(".").and(key));
    say(lang, what, of.ours.clone(), place(&of.ours_at), of.theirs.clone(), place(&of.theirs_at))
}

/// Whether two files are of one vendor and answer one questionnaire, and what replaces is not the older.
fn fits(
    (theirs, ours, ways): (&Understood, &Understood, Ways),
    (file, target): (&Path, &Path),
    lang: Lang,
) -> anyhow::Result<()> {
    let vendors = theirs.filled_in.vendor.as_ref().zip(ours.filled_in.vendor.as_ref());
    if let Some((theirs, ours)) = vendors.filter(|(theirs, ours)| folded(theirs) != folded(ours)) {
        let (file, target) = (shown(file.display()), shown(target.display()));
        bail!("{}", lang.of_two_vendors(file, one_line(theirs), target, one_line(ours)));
    }
    let number = |of: &Understood| of.filled_in.registration.clone().filter(|it| registration_key(it).is_some());
    let numbers = number(theirs).zip(number(ours));
    if let Some((theirs, ours)) = numbers.filter(|(a, b)| registration_key(a) != registration_key(b)) {
        let (file, target) = (shown(file.display()), shown(target.display()));
        bail!("{}", lang.of_two_vendors(file, one_line(&theirs), target, one_line(&ours)));
    }
    let days = theirs.answers().answered.zip(ours.answers().answered);
    if let Some((theirs, ours)) = days.filter(|(theirs, ours)| ways == Ways::Replace && theirs < ours) {
        let (file, target) = (shown(file.display()), shown(target.display()));
        bail!("{}", lang.older_than_ours(file, theirs, target, ours));
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
