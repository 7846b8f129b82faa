//! Many vendors at once: which files are meant, judged on all cores, a small row kept of each. What is shown and said
//! is the same however many threads there are.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{anyhow, bail};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::args::JudgeArgs;
use super::console::{Console, Machine};
use super::exit::Exit;
use super::judgement::{self, Judgement};
use super::setting::Setting;
use super::shelf::Shelf;
use super::{files, inputs, problems};
use crate::answers::read as read_answers;
use crate::assessment::advice;
use crate::assessment::gate::Failed;
use crate::report::story::Story;
use crate::report::vendors::Row;
use crate::source::{Diagnostics, Node, yaml};
use crate::words::Lang;

/// So many files are judged before the problems of those among them that cannot be judged are talked about: their text
/// is kept no longer than that.
const AT_ONCE: usize = 256;

/// Room for the stack of a thread, as the main one has.
const STACK: usize = 8 << 20;

/// What came of many files.
#[derive(Debug)]
pub struct Batch {
    /// What is kept of each vendor, in the order of the files.
    pub rows: Vec<Row>,
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
enum Outcome {
    Judged { row: Box<Row>, failed: Vec<Failed>, warnings: usize, lang: Lang },
    Unjudged(String),
}

/// Whether several files are named, or a folder.
pub fn is_many(named: &[PathBuf], machine: &Machine) -> bool {
    named.len() > 1 || named.iter().any(|path| is_folder(path, machine))
}

fn is_folder(path: &Path, machine: &Machine) -> bool {
    !files::is_standard(path) && machine.folder.join(path).is_dir()
}

/// The files that are named, each once; in place of a folder the answers that lie in it.
///
/// # Errors
/// A folder cannot be read, or there are no answers in it.
pub fn expanded(named: &[PathBuf], lang: Lang, machine: &Machine) -> anyhow::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in named {
        if is_folder(path, machine) {
            found.extend(answers_in(path, lang, machine)?);
        } else {
            found.push(path.clone());
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|path| seen.insert(path.clone()));
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

/// Judges many files. What is wrong with those that cannot be judged is talked about on the way, in their order.
///
/// # Errors
/// The arguments do not fit together, or a folder holds no answers.
pub fn judge(named: &[PathBuf], args: &JudgeArgs, console: &mut Console) -> anyhow::Result<Batch> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let lang = setting.lang();
    fits(named, args, lang, &console.machine)?;
    let paths = expanded(named, lang, &console.machine)?;
    let mut batch = Batch { rows: Vec::new(), unjudged: 0, setting, lang, short: Vec::new(), warnings: (0, 0) };
    let pool = ThreadPoolBuilder::new().stack_size(STACK).build().ok();
    let shelf = Shelf::default();
    let mut progress = Progress::new(paths.len(), setting.quiet);
    for (at, part) in paths.chunks(AT_ONCE).enumerate() {
        let first = at * AT_ONCE;
        let outcomes = outcomes(part, first, args, (&console.machine, &shelf), pool.as_ref());
        for (path, outcome) in part.iter().zip(outcomes) {
            batch.take(path, outcome, &mut progress, console);
        }
        progress.after(first + part.len(), batch.lang, console);
    }
    progress.clear(console);
    Ok(batch)
}

/// Whether the arguments fit each other.
fn fits(named: &[PathBuf], args: &JudgeArgs, lang: Lang, machine: &Machine) -> anyhow::Result<()> {
    let inputs = &args.inputs;
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
fn outcomes(
    paths: &[PathBuf],
    first: usize,
    args: &JudgeArgs,
    shared: (&Machine, &Shelf),
    pool: Option<&ThreadPool>,
) -> Vec<Outcome> {
    let of = |(at, path): (usize, &PathBuf)| {
        let judged = catch_unwind(AssertUnwindSafe(|| judged(path, first + at, args, shared)));
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

fn judged(path: &Path, at: usize, args: &JudgeArgs, shared: (&Machine, &Shelf)) -> Outcome {
    let loaded = inputs::load_one_of_many(path, &args.inputs.of_file(at), &args.show, shared);
    let (setting, mut notes) = (loaded.setting, loaded.notes);
    let Some(inputs) = &loaded.inputs else {
        return Outcome::Unjudged(problems::text(&notes, setting.lang(), setting.colour_talk));
    };
    let mut judgement = Judgement::new(inputs, setting);
    judgement.failed = judgement::failed(&judgement, args);
    advice::advise(&judgement.assessment, &mut notes);
    let story = Story::new(&judgement.assessment, judgement.lang);
    let row = Box::new(Row::new(&story, &path.to_string_lossy()));
    Outcome::Judged { row, failed: judgement.failed, warnings: notes.len(), lang: judgement.lang }
}

impl Batch {
    /// Takes what came of the next file.
    fn take(&mut self, path: &Path, outcome: Outcome, progress: &mut Progress, console: &mut Console) {
        match outcome {
            Outcome::Judged { row, failed, warnings, lang } => {
                if self.rows.is_empty() {
                    self.lang = lang;
                }
                self.rows.push(*row);
                self.warnings.0 += warnings;
                self.warnings.1 += usize::from(warnings > 0);
                if !failed.is_empty() {
                    self.short.push((path.to_path_buf(), failed));
                }
            }
            Outcome::Unjudged(why) => {
                self.unjudged += 1;
                progress.clear(console);
                console.talk(&why);
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
