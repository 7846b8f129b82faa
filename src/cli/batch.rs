//! Many vendors at once: which files are meant, judged on all cores, and what is made of each handed on in their order.
//! What is shown and said is the same however many threads there are.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{anyhow, bail};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::args::{InputArgs, JudgeArgs};
use super::console::{self, Console, Machine};
use super::exit::Exit;
use super::judgement::{self, Judgement};
use super::setting::Setting;
use super::shelf::Shelf;
use super::{files, inputs, problems};
use crate::answers::read as read_answers;
use crate::assessment::advice;
use crate::assessment::gate::Failed;
use crate::source::{Diagnostics, Node, yaml};
use crate::words::Lang;

/// So many files are judged before what was made of them is handed on: memory does not grow with the number of files.
const AT_ONCE: usize = 64;

/// Room for the stack of a thread, as the main one has.
const STACK: usize = 8 << 20;

/// How judging many files went.
#[derive(Debug)]
pub struct Batch {
    /// How many files were judged.
    pub judged: usize,
    /// How many files could not be judged.
    pub unjudged: usize,
    /// How things are shown.
    pub setting: Setting,
    /// In which language: that of the first file that could be judged.
    pub lang: Lang,
    /// The files that fall short of our rules.
    short: Vec<(PathBuf, Vec<Failed>)>,
    /// How many warnings there are, and in how many files.
    warnings: (usize, usize),
}

/// What came of a file.
enum Outcome<T> {
    Judged { made: T, failed: Vec<Failed>, warnings: usize, lang: Lang },
    Unjudged(String),
}

/// Whether several files are named, or a folder.
pub fn is_many(named: &[PathBuf], machine: &Machine) -> bool {
    named.len() > 1 || named.iter().any(|path| is_folder(path, machine))
}

fn is_folder(path: &Path, machine: &Machine) -> bool {
    !files::is_standard(path) && machine.folder.join(path).is_dir()
}

/// The files that are named, each once unless reviews are named for them; in place of a folder the answers that lie in it.
///
/// # Errors
/// The arguments do not fit together, a folder cannot be read, or there are no answers in it.
pub fn expanded(named: &[PathBuf], args: &JudgeArgs, machine: &Machine) -> anyhow::Result<Vec<PathBuf>> {
    let lang = Setting::new(&args.show, None, machine).lang();
    fits(named, &args.inputs, lang, machine)?;
    let mut found = Vec::new();
    for path in named {
        if is_folder(path, machine) {
            found.extend(answers_in(path, lang, machine)?);
        } else {
            found.push(path.clone());
        }
    }
    if args.inputs.review.is_empty() {
        let mut seen = std::collections::HashSet::new();
        found.retain(|path| seen.insert(path.clone())); // where reviews are named, each belongs to a place in the row
    }
    Ok(found)
}

/// The answers that lie directly in a folder, by their names.
fn answers_in(folder: &Path, lang: Lang, machine: &Machine) -> anyhow::Result<Vec<PathBuf>> {
    let unreadable = |error: std::io::Error| anyhow!("{}", lang.unreadable_folder(folder.display(), error));
    let mut found = Vec::new();
    for entry in std::fs::read_dir(machine.folder.join(folder)).map_err(unreadable)? {
        let path = folder.join(entry.map_err(unreadable)?.file_name());
        if may_hold_answers(&path) && !is_folder(&path, machine) {
            found.push(path);
        }
    }
    found.sort();
    let mut found: Vec<PathBuf> = found.into_par_iter().filter(|path| holds_answers(path, machine)).collect();
    found.shrink_to_fit();
    if found.is_empty() {
        bail!("{}", lang.no_answers_in(folder.display()));
    }
    Ok(found)
}

/// Whether a file has the name of one that holds answers.
fn may_hold_answers(path: &Path) -> bool {
    let name = path.file_name().map(std::ffi::OsStr::to_string_lossy).unwrap_or_default();
    (name.ends_with(".yaml") || name.ends_with(".yml")) && !name.ends_with(".review.yaml")
}

/// Whether a file says that it holds answers. One that is broken may be meant to, and one that cannot be read, too:
/// their reader says what is wrong.
fn holds_answers(path: &Path, machine: &Machine) -> bool {
    let Ok(source) = files::read_regular(path, &machine.folder.join(path), read_answers::LARGEST) else { return true };
    let kind = read_answers::FORMAT.split('@').next().unwrap_or_default();
    let mut notes = Diagnostics::default();
    let format = yaml::peek(&source, "format", read_answers::MOST_NODES, &mut notes);
    match format.as_ref().and_then(Node::text) {
        Some(format) => format.split('@').next() == Some(kind),
        None => notes.has_errors() && source.text.contains(read_answers::FORMAT),
    }
}

/// Judges many files, makes something of each on all cores, in one language, and hands it on in the order of the files.
/// What is wrong with those that cannot be judged, or of which nothing can be made, is talked about on the way.
///
/// # Errors
/// What was made cannot be handed on.
pub fn judge<T: Send>(
    paths: &[PathBuf],
    args: &JudgeArgs,
    console: &mut Console,
    make: impl Fn(&Path, &Judgement<'_>, Lang) -> anyhow::Result<T> + Sync,
    mut take: impl FnMut(&Path, T, Lang, &mut Console) -> anyhow::Result<()>,
) -> anyhow::Result<Batch> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let mut batch =
        Batch { judged: 0, unjudged: 0, setting, lang: setting.lang(), short: Vec::new(), warnings: (0, 0) };
    let pool = ThreadPoolBuilder::new().stack_size(STACK).build().ok();
    let shelf = Shelf::default();
    let mut progress = Progress::new(paths.len(), setting.quiet);
    let mut done = 0;
    while done < paths.len() {
        let count = if batch.judged == 0 { 1 } else { AT_ONCE }; // the first that can be judged gives the language
        let part = &paths[done..paths.len().min(done + count)];
        let lang = (batch.judged > 0).then_some(batch.lang);
        let make = |path: &Path, judgement: &Judgement<'_>| make(path, judgement, lang.unwrap_or(judgement.lang));
        let outcomes = outcomes(part, done, args, (&console.machine, &shelf), pool.as_ref(), &make);
        done += part.len();
        for (path, outcome) in part.iter().zip(outcomes) {
            if matches!(outcome, Outcome::Unjudged(_)) {
                progress.clear(console);
            }
            if let Some(made) = batch.note(path, outcome, console) {
                take(path, made, batch.lang, console)?;
            }
        }
        progress.after(done, batch.lang, console);
    }
    progress.clear(console);
    Ok(batch)
}

/// Whether the arguments fit each other.
fn fits(named: &[PathBuf], inputs: &InputArgs, lang: Lang, machine: &Machine) -> anyhow::Result<()> {
    let options = inputs.review.iter().chain(&inputs.policy).map(PathBuf::as_path);
    let questionnaire = inputs.questionnaire.iter().map(Path::new);
    if named.iter().map(PathBuf::as_path).chain(options).chain(questionnaire).any(files::is_standard) {
        bail!("{}", lang.standard_input_alone());
    }
    if !inputs.review.is_empty() && named.iter().any(|path| is_folder(path, machine)) {
        bail!("{}", lang.review_of_a_folder());
    }
    inputs.fit(named.len(), lang)
}

/// What comes of some files, in their order.
fn outcomes<T: Send>(
    paths: &[PathBuf],
    first: usize,
    args: &JudgeArgs,
    shared: (&Machine, &Shelf),
    pool: Option<&ThreadPool>,
    make: &(impl Fn(&Path, &Judgement<'_>) -> anyhow::Result<T> + Sync),
) -> Vec<Outcome<T>> {
    let of = |(at, path): (usize, &PathBuf)| {
        let judged = catch_unwind(AssertUnwindSafe(|| judged(path, first + at, args, shared, make)));
        judged.unwrap_or_else(|_| {
            let lang = Setting::new(&args.show, None, shared.0).lang();
            Outcome::Unjudged(format!("{}\n", lang.went_wrong(path.display()))) // the others are still done
        })
    };
    match pool {
        Some(pool) => pool.install(|| paths.par_iter().enumerate().map(of).collect()),
        None => paths.iter().enumerate().map(of).collect(),
    }
}

fn judged<T>(
    path: &Path,
    at: usize,
    args: &JudgeArgs,
    shared: (&Machine, &Shelf),
    make: impl Fn(&Path, &Judgement<'_>) -> anyhow::Result<T>,
) -> Outcome<T> {
    let loaded = inputs::load_one_of_many(path, &args.inputs.of_file(at), &args.show, shared);
    let (setting, mut notes) = (loaded.setting, loaded.notes);
    let Some(inputs) = &loaded.inputs else {
        return Outcome::Unjudged(problems::text(&notes, setting.lang(), setting.colour_talk));
    };
    let mut judgement = Judgement::new(inputs, setting);
    judgement.failed = judgement::failed(&judgement, args);
    advice::advise(&judgement.assessment, &mut notes);
    match make(path, &judgement) {
        Ok(made) => Outcome::Judged { made, failed: judgement.failed, warnings: notes.len(), lang: judgement.lang },
        Err(error) => Outcome::Unjudged(console::line_of(&error.context(path.display().to_string()))),
    }
}

impl Batch {
    /// Notes what came of the next file; gives what was made of it.
    fn note<T>(&mut self, path: &Path, outcome: Outcome<T>, console: &mut Console) -> Option<T> {
        match outcome {
            Outcome::Judged { made, failed, warnings, lang } => {
                if self.judged == 0 {
                    self.lang = lang;
                }
                self.judged += 1;
                self.warnings.0 += warnings;
                self.warnings.1 += usize::from(warnings > 0);
                if !failed.is_empty() {
                    self.short.push((path.to_path_buf(), failed));
                }
                Some(made)
            }
            Outcome::Unjudged(why) => {
                self.unjudged += 1;
                console.talk(&why);
                None
            }
        }
    }

    /// Talks about warnings, and names the files that fall short; how it ended.
    pub fn finish(self, console: &mut Console) -> Exit {
        let (warnings, files) = self.warnings;
        if warnings > 0 && !self.setting.quiet {
            console.talk(&format!("{}\n", self.lang.warnings_in_files(self.lang.warnings(warnings), files)));
        }
        let mut worst = if self.unjudged > 0 { Exit::Unusable } else { Exit::Done };
        for (path, failed) in &self.short {
            worst = worst.max(judgement::exit(path, failed, self.lang, console));
        }
        worst
    }
}

/// How far it is, said once a second when it takes longer than that; on a terminal in one line.
struct Progress {
    all: usize,
    quiet: bool,
    last: Instant,
    is_shown: bool,
}

impl Progress {
    fn new(all: usize, quiet: bool) -> Progress {
        Progress { all, quiet, last: Instant::now(), is_shown: false }
    }

    fn after(&mut self, done: usize, lang: Lang, console: &mut Console) {
        if self.quiet || done == self.all || self.last.elapsed() < Duration::from_secs(1) {
            return;
        }
        self.last = Instant::now();
        let said = lang.judged_so_far(done, self.all);
        if console.machine.errors_is_terminal {
            self.is_shown = true;
            console.talk(&format!("\r{said}\u{1b}[K"));
        } else {
            console.talk(&format!("{said}\n"));
        }
    }

    /// Makes room for something else to be said.
    fn clear(&mut self, console: &mut Console) {
        if self.is_shown {
            self.is_shown = false;
            console.talk("\r\u{1b}[K");
        }
    }
}
