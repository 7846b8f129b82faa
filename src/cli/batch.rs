//! Many vendors at once: judged on all cores, and what is made of each handed on in the order of the files.
//! What is shown and said is the same however many threads there are.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

use super::args::JudgeArgs;
use super::caught::caught;
use super::console::{self, Console, Machine};
use super::exit::{self, Exit};
use super::judgement::{self, JudgedCase, Shortfall};
use super::meant::{self, Meant, Turn};
use super::setting::Setting;
use super::{load, problems};
use crate::answers::kinship::{Kinship, VendorIdentity, look_alikes};
use crate::assessment::advice;
use crate::case::{Shelf, SoughtReview, SoughtReviews};
use crate::comparison::shared_papers::{SharedPaper, SharedPapers};
use crate::source::{Diagnostic, Diagnostics, Fingerprint};
use crate::words::Lang;
use crate::words::clean::{one_line, shown};
use crate::words::quotation::named;

/// So many files are judged before what was made of them is handed on: memory does not grow with the number of files.
const AT_ONCE: usize = 64;

/// Of more files that fall short, those of the same rules share a line.
const NAMED_ALONE: usize = 20;

/// Room for the stack of a thread, as the main one has.
pub(super) const STACK: usize = 8 << 20;

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
    short: Vec<(PathBuf, Shortfall)>,
    /// How many warnings there are, and in how many files.
    warnings: (usize, usize),
    /// The reviews that were looked for.
    sought: SoughtReviews,
    /// The files behind the documents of all vendors.
    papers: SharedPapers<PathBuf>,
    /// All vendors, by the files of their answers.
    vendors: Vec<(VendorIdentity, PathBuf)>,
}

/// Where it stands how many files could not be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnjudgedTold {
    /// Below the table that was shown.
    InTable,
    /// Nowhere yet.
    Nowhere,
}

/// What came of a file.
enum FileOutcome<T> {
    Judged {
        made: T,
        short: Option<Shortfall>,
        warnings: usize,
        sought: Option<Box<SoughtReview>>,
        lang: Lang,
        vendor: VendorIdentity,
        papers: BTreeSet<Fingerprint>,
    },
    Unjudged(String),
    /// It lies in a folder among answers and is plainly something else.
    Aside,
}

/// Judges many files, makes something of each on all cores, in one language, and hands it on in the order of the files.
/// What is wrong with those that cannot be judged, or of which nothing can be made, is talked about on the way.
///
/// # Errors
/// What was made cannot be handed on.
pub fn judge<T: Send>(
    files: &[Meant],
    args: &JudgeArgs,
    console: &mut Console,
    make: impl Fn(&Path, &JudgedCase<'_>, Lang) -> anyhow::Result<T> + Sync,
    mut take: impl FnMut(&Path, T, Lang, &mut Console) -> anyhow::Result<()>,
) -> anyhow::Result<Batch> {
    let setting = Setting::new(&args.show, None, &console.machine);
    let mut batch = Batch {
        judged: 0,
        unjudged: 0,
        setting,
        lang: setting.lang(),
        short: Vec::new(),
        warnings: (0, 0),
        sought: SoughtReviews::default(),
        papers: SharedPapers::default(),
        vendors: Vec::new(),
    };
    let pool = ThreadPoolBuilder::new().stack_size(STACK).build().ok();
    let shelf = Shelf::default();
    let mut progress = Progress::new(setting.quiet);
    let mut done = 0;
    while done < files.len() {
        let count = if batch.judged == 0 { 1 } else { AT_ONCE }; // the first that can be judged gives the language
        let part = &files[done..files.len().min(done + count)];
        let lang = (batch.judged > 0).then_some(batch.lang);
        let make = |path: &Path, judgement: &JudgedCase<'_>| make(path, judgement, lang.unwrap_or(judgement.lang));
        let outcomes = outcomes(part, done, args, (&console.machine, &shelf), pool.as_ref(), &make);
        done += part.len();
        for (file, outcome) in part.iter().zip(outcomes) {
            if matches!(outcome, FileOutcome::Unjudged(_)) {
                progress.clear(console);
            }
            if let Some(made) = batch.note(&file.path, outcome, console) {
                take(&file.path, made, batch.lang, console)?;
            }
        }
        if done < files.len() {
            progress.after(batch.judged + batch.unjudged, batch.lang, console);
        }
    }
    progress.clear(console);
    Ok(batch)
}

/// What comes of some files, in their order.
fn outcomes<T: Send>(
    files: &[Meant],
    first: usize,
    args: &JudgeArgs,
    shared: (&Machine, &Shelf),
    pool: Option<&ThreadPool>,
    make: &(impl Fn(&Path, &JudgedCase<'_>) -> anyhow::Result<T> + Sync),
) -> Vec<FileOutcome<T>> {
    let of = |(at, file): (usize, &Meant)| {
        let judged = caught(|| judged(file, first + at, args, shared, make));
        judged.unwrap_or_else(|broken| {
            let lang = Setting::new(&args.show, None, shared.0).lang();
            unmade(&file.path, exit::broken(lang)(broken), lang) // the others are still done
        })
    };
    match pool {
        Some(pool) => pool.install(|| files.par_iter().enumerate().map(of).collect()),
        None => files.iter().enumerate().map(of).collect(),
    }
}

fn judged<T>(
    file: &Meant,
    at: usize,
    args: &JudgeArgs,
    shared: (&Machine, &Shelf),
    make: impl Fn(&Path, &JudgedCase<'_>) -> anyhow::Result<T>,
) -> FileOutcome<T> {
    let answers = match file.turn(&shared.0.disk()) {
        Turn::Judged(answers) => answers,
        Turn::Told(why) => {
            let lang = Setting::new(&args.show, None, shared.0).lang();
            return FileOutcome::Unjudged(console::line_of(&meant::not_judged(&file.path, &why, lang), lang));
        }
        Turn::Aside => return FileOutcome::Aside,
    };
    let opened = load::load_one_of_many(answers, &args.inputs.of_file(at), &args.show, shared);
    let (setting, notes) = (opened.setting, &opened.notes);
    let Some(case) = &opened.case else {
        return FileOutcome::Unjudged(problems::text(notes, setting.lang(), &setting));
    };
    let mut judgement = match JudgedCase::new(case, setting) {
        Ok(judgement) => judgement,
        Err(broken) => return unmade(&file.path, exit::broken(setting.lang())(broken), setting.lang()),
    };
    judgement.gate = match judgement::gate(&judgement, args) {
        Ok(gate) => gate,
        Err(error) => return unmade(&file.path, error, setting.lang()),
    };
    let mut advice = Diagnostics::mere_count();
    advice::advise(&judgement.assessment, &mut advice);
    match make(&file.path, &judgement) {
        Ok(made) => FileOutcome::Judged {
            made,
            short: Shortfall::of(&judgement),
            warnings: notes.len() + advice.len(),
            sought: opened.sought(&shared.0.disk()).map(Box::new),
            lang: judgement.lang,
            vendor: VendorIdentity::of(&case.answers),
            papers: case.papers.files(),
        },
        Err(error) => unmade(&file.path, error, judgement.lang),
    }
}

/// What is told of a file of which nothing could be made.
fn unmade<T>(path: &Path, error: anyhow::Error, lang: Lang) -> FileOutcome<T> {
    FileOutcome::Unjudged(console::line_of(&error.context(path.display().to_string()), lang))
}

impl Batch {
    /// Notes what came of the next file; gives what was made of it.
    fn note<T>(&mut self, path: &Path, outcome: FileOutcome<T>, console: &mut Console) -> Option<T> {
        match outcome {
            FileOutcome::Judged { made, short, warnings, sought, lang, vendor, papers } => {
                self.sought.add(sought.map(|sought| *sought));
                self.papers.add(&path.to_path_buf(), &vendor, &papers);
                self.vendors.push((vendor, path.to_path_buf()));
                if self.judged == 0 {
                    self.lang = lang;
                }
                self.judged += 1;
                self.warnings.0 += warnings;
                self.warnings.1 += usize::from(warnings > 0);
                self.short.extend(short.map(|short| (path.to_path_buf(), short)));
                Some(made)
            }
            FileOutcome::Unjudged(why) => {
                self.unjudged += 1;
                console.talk(&why);
                None
            }
            FileOutcome::Aside => None,
        }
    }

    /// The same where nothing must hold: no file falls short.
    #[must_use]
    pub fn by_no_rules(self) -> Batch {
        Batch { short: Vec::new(), ..self }
    }

    /// Talks about unused reviews and warnings, names the files that fall short, and counts those that could not be
    /// judged, unless a table has done so; how it ended.
    pub fn finish(self, counted: UnjudgedTold, console: &mut Console) -> Exit {
        let unused = self.tell_unused_reviews(console);
        let (warnings, files) = (self.warnings.0 + unused, self.warnings.1 + unused);
        if warnings > 0 && !self.setting.quiet {
            console.say(self.lang.warnings_in_files(self.lang.warnings(warnings), self.lang.files_counted(files)));
        }
        tell_shared(&self.papers, &self.setting, self.lang, console);
        tell_alike(&self.vendors, &self.setting, self.lang, console);
        let mut worst = if self.unjudged > 0 { Exit::Unusable } else { Exit::Done };
        worst = worst.max(self.tell_short(console));
        if self.unjudged > 0 && counted == UnjudgedTold::Nowhere {
            console.say(self.lang.could_not_be_judged(self.unjudged));
        }
        worst
    }

    /// Talks about reviews of ours that lie beside the files and are not used; how many there are.
    pub fn tell_unused_reviews(&self, console: &mut Console) -> usize {
        let unused = self.sought.beside_answers(&console.machine.disk());
        let notes: Vec<&Diagnostic> = unused.iter().map(|unused| &unused.note).collect();
        problems::tell_unused_reviews(&notes, (&self.setting, self.lang), console);
        notes.len()
    }

    /// Names the files that fall short, each with its rules; where they are many, those of the same rules together.
    fn tell_short(&self, console: &mut Console) -> Exit {
        if self.short.len() <= NAMED_ALONE {
            let each = self.short.iter().map(|(path, short)| judgement::exit(path, Some(short), self.lang, console));
            return each.max().unwrap_or(Exit::Done);
        }
        let mut together: Vec<(&Shortfall, Vec<&Path>)> = Vec::new();
        for (path, short) in &self.short {
            match together.iter_mut().find(|(known, _)| *known == short) {
                Some((_, files)) => files.push(path),
                None => together.push((short, vec![path])),
            }
        }
        let tell = |(short, files): (&Shortfall, Vec<&Path>)| match &files[..] {
            [only] => judgement::exit(only, Some(short), self.lang, console),
            files => short.tell_together(files, self.lang, console),
        };
        together.into_iter().map(tell).max().unwrap_or(Exit::Done)
    }
}

/// Of so many files that two vendors show, and names that look alike, is told; of the others how many there are.
const MOST_SHARED: usize = 20;

/// Talks about files that stand behind documents of two vendors.
pub fn tell_shared(papers: &SharedPapers<PathBuf>, setting: &Setting, lang: Lang, console: &mut Console) {
    let found = if setting.quiet { &[] } else { papers.found() };
    for SharedPaper { files: [one, other], sha256 } in found.iter().take(MOST_SHARED) {
        let named = |path: &Path| shown(path.display());
        console.say(lang.same_paper(named(one), named(other), one_line(&sha256.short())));
    }
    let left = found.len().saturating_sub(MOST_SHARED);
    if left > 0 {
        console.say(lang.and_more(left));
    }
}

/// Talks about names that look alike.
pub fn tell_alike(vendors: &[(VendorIdentity, PathBuf)], setting: &Setting, lang: Lang, console: &mut Console) {
    if setting.quiet {
        return;
    }
    let found = look_alikes(vendors.iter().map(|(vendor, file)| (vendor, file)));
    let vendor = |of: &VendorIdentity| named(of.name(), lang, |name| name);
    for (kinship, [(one, first), (two, other)]) in found.iter().take(MOST_SHARED) {
        let files = [first, other].map(|file| shown(file.display()));
        console.say(lang.may_be_mistaken(*kinship == Kinship::Namesakes, [vendor(one), vendor(two)], files));
    }
    let left = found.len().saturating_sub(MOST_SHARED);
    if left > 0 {
        console.say(lang.and_more(left));
    }
}

/// How far it is, said once a second when it takes longer than that; on a terminal in one line.
struct Progress {
    quiet: bool,
    last: Instant,
    is_shown: bool,
}

impl Progress {
    fn new(quiet: bool) -> Progress {
        Progress { quiet, last: Instant::now(), is_shown: false }
    }

    fn after(&mut self, done: usize, lang: Lang, console: &mut Console) {
        if self.quiet || self.last.elapsed() < Duration::from_secs(1) {
            return;
        }
        self.last = Instant::now();
        let said = lang.judged_so_far(done);
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

#[cfg(test)]
mod tests {
    use std::ffi::OsString;
    use std::fs;

    use super::*;
    use crate::cli::args::{Command, parse};
    use crate::cli::exit;
    use crate::words::Broken;

    #[test]
    fn a_mistake_of_the_program_at_one_vendor_is_told_and_stops_no_other() {
        let folder = tempfile::tempdir().unwrap();
        let examples = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        for name in ["allyes.yaml", "billigsvar.yaml", "halvklar.yaml"] {
            fs::copy(examples.join(name), folder.path().join(name)).unwrap();
        }
        let talk = folder.path().join("talk");
        let mut console = Console::real();
        console.machine.folder = folder.path().to_path_buf();
        console.errors = Box::new(fs::File::create(&talk).unwrap());
        let typed = ["duly", "export", "allyes.yaml", "billigsvar.yaml", "halvklar.yaml", "--quiet", "--lang", "en"];
        let typed = typed.map(OsString::from);
        let Command::Export(args) = parse(&typed, Lang::En, &mut console).unwrap().command else { panic!("an export") };
        let files = meant::expanded(&args.files, &args.judge, &console.machine).unwrap();
        let make = |path: &Path, _: &JudgedCase<'_>, lang: Lang| match path.to_str() {
            Some("allyes.yaml") => Err(exit::broken(lang)(Broken::new("two and two made five"))),
            Some("billigsvar.yaml") => panic!("two and two made six"),
            name => Ok(name.unwrap().to_owned()),
        };
        let mut taken = Vec::new();
        let take = |_: &Path, made, _, _: &mut Console| {
            taken.push(made);
            Ok(())
        };
        let batch = judge(&files, &args.judge, &mut console, make, take).unwrap();
        assert_eq!((batch.judged, batch.unjudged), (1, 2));
        assert_eq!(batch.finish(UnjudgedTold::InTable, &mut console), Exit::Unusable);
        assert_eq!(taken, ["halvklar.yaml"]);
        let told = Broken::new("two and two made five");
        let talk = fs::read_to_string(talk).unwrap();
        let rest = talk.strip_prefix(&format!("error: allyes.yaml: {told}\n")).unwrap_or_else(|| panic!("{talk}"));
        let panicked = "error: billigsvar.yaml: this should not happen: two and two made six (src/cli/batch.rs:";
        assert!(rest.replace('\\', "/").starts_with(panicked) && rest.lines().count() == 1, "{talk}");
    }
}
