//! Which files are meant by what the command line names: those files, and of a folder the answers that lie in it.

use std::collections::HashSet;
use std::iter;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{anyhow, bail};

use super::args::{InputArgs, JudgeArgs};
use super::console::Machine;
use super::files;
use super::setting::Setting;
use crate::answers::read::LARGEST;
use crate::case::folder::{FileStanding, FoundFile, PassedOver};
use crate::case::review_names::review_name;
use crate::case::{FileKind, Input, World, folder, kind, text};
use crate::exchange::holding::Holding;
use crate::source::{PAGE_HEAD, Source, is_our_page};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line, shell_word, shown};
use crate::words::problem::Problem;

/// A file that is meant.
#[derive(Debug)]
pub struct Meant {
    /// Where it lies.
    pub path: PathBuf,
    stage: Stage,
}

#[derive(Debug)]
enum Stage {
    /// It was named, and is judged whatever it holds.
    Named,
    /// It lies in a folder; what becomes of it is not known yet.
    Found(FoundFile),
    /// It lies in a folder, was opened, and is to be judged.
    Opened(Result<Arc<Source>, Problem>),
}

/// What becomes of a file that is meant.
#[derive(Debug)]
pub enum Turn {
    /// It is judged.
    Judged(Input),
    /// It lies in a folder, could hold answers and is not judged.
    Told(PassedOver),
    /// It lies in a folder and is plainly something else.
    Aside,
}

impl Meant {
    /// What becomes of it. A file of a folder is opened here and nowhere else: the text that says whether it holds
    /// answers is the one that is judged.
    pub fn turn(&self, world: &dyn World) -> Turn {
        match &self.stage {
            Stage::Named => Turn::Judged(Input::File(self.path.clone())),
            Stage::Opened(text) => Turn::Judged(Input::Opened(self.path.clone(), text.clone())),
            Stage::Found(file) => match file.standing(world) {
                FileStanding::Judged(text) => Turn::Judged(Input::Opened(self.path.clone(), text)),
                FileStanding::Told(why) => Turn::Told(why),
                FileStanding::Packed(named, beginning, beside) => {
                    match Holding::of((&self.path, named), &beginning, &beside, world) {
                        Holding::Form => Turn::Told(PassedOver::Form),
                        Holding::Answers => Turn::Told(PassedOver::InArchive),
                        Holding::Unknown => Turn::Told(PassedOver::Unreadable),
                        Holding::Nothing => Turn::Aside,
                    }
                }
                FileStanding::Aside => Turn::Aside,
            },
        }
    }

    /// The same with its text kept, unless it is plainly something else.
    fn opened(mut self, world: &dyn World) -> Option<Meant> {
        match self.turn(world) {
            Turn::Judged(Input::Opened(_, text)) => self.stage = Stage::Opened(text),
            Turn::Judged(_) | Turn::Told(_) => {}
            Turn::Aside => return None,
        }
        Some(self)
    }
}

/// Why something that could hold answers is not judged, as an error about it.
pub fn not_judged(path: &Path, why: &PassedOver, lang: Lang) -> anyhow::Error {
    anyhow!("{}: {}", shown(path.display()), lang.not_judged(why_not(path, why, lang)))
}

/// Why something is passed over, and what helps.
pub fn why_not(path: &Path, why: &PassedOver, lang: Lang) -> Clean {
    match why {
        PassedOver::OtherEnding => lang.has_other_ending(),
        PassedOver::Form => lang.is_a_form("duly import ".and(shell_word(&path.to_string_lossy()))),
        PassedOver::InArchive => lang.is_in_archive(),
        PassedOver::ReviewName => lang.has_name_of_review(),
        PassedOver::LeadsOut => lang.leads_out(),
        PassedOver::Unreadable => lang.may_hold_answers(),
        PassedOver::ClosedFolder(why) => lang.folder_is_closed(one_line(why)),
        PassedOver::TooDeep => lang.folder_is_too_deep(folder::DEEPEST),
        PassedOver::TooMany => lang.folder_is_too_large(folder::MOST_ENTRIES),
    }
}

/// The files that are named, without reviews that are named beside their answers, as by `*.yaml`: those are read with
/// the answers anyway.
pub fn without_reviews(named: &[PathBuf], machine: &Machine) -> Vec<PathBuf> {
    let files = named.iter().filter(|path| !is_folder(path, machine));
    let reviews: HashSet<PathBuf> = files.map(|path| path.with_file_name(review_name(path))).collect();
    let is_read_anyway = |path: &PathBuf| {
        reviews.contains(path)
            && text::read(&machine.disk(), path, LARGEST).is_ok_and(|text| !kind::is_no_review(&text))
    };
    named.iter().filter(|path| !is_read_anyway(path)).cloned().collect()
}

/// Whether several files are named, or a folder.
pub fn is_many(named: &[PathBuf], machine: &Machine) -> bool {
    named.len() > 1 || named.iter().any(|path| is_folder(path, machine))
}

/// Whether it is a folder that is named.
pub fn is_folder(path: &Path, machine: &Machine) -> bool {
    !files::is_standard(path) && machine.disk().kind(path) == Some(FileKind::Folder)
}

/// The files that are meant, each once unless reviews are named for them; in place of a folder those that lie in it and
/// may hold answers, of which one does.
///
/// # Errors
/// The arguments do not fit together, a folder cannot be read, or there are no answers in it.
pub fn expanded(named: &[PathBuf], args: &JudgeArgs, machine: &Machine) -> anyhow::Result<Vec<Meant>> {
    let lang = Setting::new(&args.show, None, machine).lang();
    fits(named, &args.inputs, lang, machine)?;
    let mut meant: Vec<Meant> = Vec::new();
    for path in named {
        if is_folder(path, machine) {
            meant.extend(answers_in(path, lang, &machine.disk())?);
        } else {
            meant.push(Meant { path: path.clone(), stage: Stage::Named });
        }
    }
    if args.inputs.review.is_empty() {
        once(named, &mut meant); // where reviews are named, each belongs to a place in the row
    }
    Ok(meant)
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

/// The files of a folder from the first on that is to be judged, or told not to be. The others are opened when it is
/// their turn, so that memory does not grow with their number.
///
/// # Errors
/// The folder cannot be read, or there is no such file in it.
pub fn answers_in(path: &Path, lang: Lang, world: &dyn World) -> anyhow::Result<impl Iterator<Item = Meant>> {
    let found = folder::files_in(path, world);
    let found = found.map_err(|error| anyhow!("{}", lang.unreadable_folder(shown(path.display()), shown(error))))?;
    let mut found = found.into_iter().map(|file| Meant { path: file.path.clone(), stage: Stage::Found(file) });
    match found.find_map(|file| file.opened(world)) {
        Some(first) => Ok(iter::once(first).chain(found)),
        None => bail!("{}", none_in(path, lang, world)),
    }
}

/// That there are no answers in a folder; and where a form that is filled in in a browser lies there, what to ask for.
fn none_in(folder: &Path, lang: Lang, world: &dyn World) -> Clean {
    let none = lang.no_answers_in(shown(folder.display()));
    let is_page = |file: &FoundFile| world.peek(&file.path, PAGE_HEAD).is_ok_and(|head| is_our_page(&head));
    let page = folder::files_in(folder, world).ok().and_then(|files| files.into_iter().find(is_page));
    page.map_or_else(|| none.clone(), |page| lang.only_a_page(&none, shown(page.path.display())))
}

/// Each file once; one that is named is judged whatever it holds, in whatever folder it was found.
fn once(named: &[PathBuf], meant: &mut Vec<Meant>) {
    let named: HashSet<&PathBuf> = named.iter().collect();
    let mut seen = HashSet::new();
    meant.retain(|file| seen.insert(file.path.clone()));
    let found = meant.iter_mut().filter(|file| matches!(file.stage, Stage::Found(_)));
    found.filter(|file| named.contains(&file.path)).for_each(|file| file.stage = Stage::Named);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::tests::watched::Watched;
    use crate::case::{Memory, Request, Shelf, load};
    use crate::source::Date;

    const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-service@1.0.0\n";

    fn watched(files: &[(&str, &str)]) -> Watched {
        let empty = Memory::new(Date::default());
        let world = files.iter().fold(empty, |world, (path, text)| world.with(path, *text));
        Watched::new(world)
    }

    /// The files of a folder that are judged, each with its codes.
    fn judged(world: &Watched) -> Vec<(PathBuf, usize)> {
        let judged = |file: Meant| {
            let Turn::Judged(answers) = file.turn(world) else { return None };
            let request = Request::new(answers);
            Some((file.path, load::case(&request, world, &Shelf::default()).notes.error_count()))
        };
        answers_in("v".as_ref(), Lang::En, world).unwrap().filter_map(judged).collect()
    }

    #[test]
    fn every_file_of_a_folder_is_opened_once() {
        let files = ["v/a.yaml", "v/b.yaml", "v/c.yaml", "v/d.yaml", "v/e.yml"];
        let texts = ["a: 1\n", ANSWERS, "format: duly/questionnaire@1\n", "format: duly/answers@1\nvendor: [", ANSWERS];
        let world = watched(&files.iter().copied().zip(texts).collect::<Vec<_>>());
        let found = judged(&world);
        let expected = [("v/b.yaml", 0), ("v/d.yaml", 2), ("v/e.yml", 0)];
        assert_eq!(found, expected.map(|(path, errors)| (PathBuf::from(path), errors)));
        assert_eq!(*world.opened.lock().unwrap(), files.map(PathBuf::from));
    }

    #[test]
    fn what_is_no_archive_is_told_without_being_read_whole() {
        let zeros = "\0".repeat(20 << 20);
        let begun = format!("PK\u{3}\u{4}{zeros}");
        let world = watched(&[("v/a.zip", &zeros), ("v/b.zip", &begun), ("v/c", &begun), ("v/ok.yaml", ANSWERS)]);
        let told: Vec<Meant> = answers_in("v".as_ref(), Lang::En, &world).unwrap().collect();
        let is_told = |file: &&Meant| matches!(file.turn(&world), Turn::Told(PassedOver::Unreadable));
        assert_eq!(told.iter().filter(is_told).count(), 3);
        assert!(*world.most.lock().unwrap() <= LARGEST + 1, "{:?}", world.most);
    }

    #[test]
    fn a_file_that_cannot_be_read_is_not_passed_over() {
        let mut world = watched(&[("v/b.yaml", ANSWERS)]);
        world.memory = world.memory.with_pipe("v/a.yaml").with_pipe("v/c.yaml");
        let expected = [("v/a.yaml", 1), ("v/b.yaml", 0), ("v/c.yaml", 1)];
        assert_eq!(judged(&world), expected.map(|(path, errors)| (PathBuf::from(path), errors)));
    }

    #[test]
    fn a_folder_without_answers_is_an_error() {
        let world = watched(&[("v/a.yaml", "a: 1\n"), ("v/b.review.yaml", "format: duly/review@1\n")]);
        assert!(answers_in("v".as_ref(), Lang::En, &world).is_err());
    }

    #[test]
    fn a_file_that_is_named_is_judged_whatever_it_holds() {
        let named = ["v", "v/b.yaml", "v/b.yaml"].map(PathBuf::from);
        let world = watched(&[("v/a.yaml", ANSWERS), ("v/b.yaml", "a: 1\n")]);
        let mut meant: Vec<Meant> = answers_in(&named[0], Lang::En, &world).unwrap().collect();
        meant.push(Meant { path: named[1].clone(), stage: Stage::Named });
        once(&named, &mut meant);
        let judged: Vec<&Path> =
            meant.iter().filter(|file| matches!(file.turn(&world), Turn::Judged(_))).map(|file| &*file.path).collect();
        assert_eq!(judged, [Path::new("v/a.yaml"), Path::new("v/b.yaml")]);
    }
}
