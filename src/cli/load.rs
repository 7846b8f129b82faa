//! What the command line names, as the case wants it: `-` is standard input.

use std::io::{self, Read};
use std::path::Path;

use super::args::{InputArgs, ShowArgs};
use super::console::{Console, Machine};
use super::files;
use super::setting::{self, Setting};
use crate::answers::read::LARGEST;
use crate::case::{self, Case, Input, Request, Returned, Shelf, WhichReview, text};
use crate::exchange::arrived::{Arrived, LARGEST_FILE};
use crate::exchange::understood::HeardAnswers;
use crate::policy;
use crate::source::Diagnostics;

/// What came of loading: the case unless an error stands against it, and everything that was noted.
#[derive(Debug)]
pub struct Opened {
    /// The case.
    pub case: Option<Case>,
    /// The case where an error stands against it, for what there is to say besides.
    pub flawed: Option<Case>,
    /// Errors and warnings.
    pub notes: Diagnostics,
    /// How things are shown.
    pub setting: Setting,
    /// What was asked for.
    request: Request,
    /// Whether nobody says who answers; then something stands for the name.
    is_nameless: bool,
}

impl Opened {
    /// What can be said of answers that cannot be judged.
    pub fn returned(&self, machine: &Machine) -> Option<Returned> {
        let mut returned = Returned::read(&self.request, &machine.disk(), &Shelf::default())?;
        returned.vendor.take_if(|_| self.is_nameless);
        Some(returned)
    }
}

/// Loads everything for an answers file.
pub fn load(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> Opened {
    let answers = input(file, LARGEST, &mut *console.input);
    load_input(answers, args, show, console)
}

/// Loads everything for answers that may have been read already.
pub fn load_input(answers: Input, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> Opened {
    let request = request(answers, args, &console.machine, &mut *console.input);
    opened(request, show, &console.machine, &Shelf::default())
}

/// Loads everything for a form that came back in cells; `None` for any other file.
///
/// # Errors
/// What stands against reading any of it.
pub fn load_form(
    file: &Path,
    args: &InputArgs,
    show: &ShowArgs,
    console: &mut Console,
) -> Option<Result<Opened, Diagnostics>> {
    let world = console.machine.disk();
    let bytes = text::bytes(&world, (file, file), LARGEST_FILE).ok().filter(|_| !files::is_standard(file))?;
    let Ok(arrived @ Arrived::Workbook(_)) = Arrived::of(file, bytes) else { return None };
    let usual = request(Input::File(file.to_path_buf()), args, &console.machine, &mut *console.input);
    let shelf = Shelf::default();
    let told = match HeardAnswers::of((&arrived, file), None, &usual, &world, &shelf) {
        Ok(told) => told,
        Err(notes) => return Some(Err(notes)),
    };
    let mut opened = opened(told.request, show, &console.machine, &shelf);
    let was_case = opened.case.take_if(|_| told.notes.has_errors());
    opened.flawed = opened.flawed.or(was_case);
    opened.notes.append(told.notes);
    opened.is_nameless = told.is_nameless;
    Some(Ok(opened))
}

/// Loads everything for an answers file with this review and no other.
pub fn load_with_review(
    file: &Path,
    review: Input,
    args: &InputArgs,
    show: &ShowArgs,
    console: &mut Console,
) -> Opened {
    let answers = input(file, LARGEST, &mut *console.input);
    let usual = request(answers, args, &console.machine, &mut *console.input);
    let request = Request { review: WhichReview::Named(review), ..usual };
    opened(request, show, &console.machine, &Shelf::default())
}

/// Loads everything for one of many answers files, which share what they have in common, but no standard input.
pub fn load_one_of_many(
    answers: Input,
    args: &InputArgs,
    show: &ShowArgs,
    (machine, shelf): (&Machine, &Shelf),
) -> Opened {
    opened(request(answers, args, machine, &mut io::empty()), show, machine, shelf)
}

fn opened(request: Request, show: &ShowArgs, machine: &Machine, shelf: &Shelf) -> Opened {
    let loaded = case::load::flawed_case(&request, &machine.disk(), shelf);
    let (mut case, mut notes) = (loaded.value, loaded.notes);
    let told = case.as_mut().map(|case| {
        let told = setting::tell_in_readers(&mut case.questionnaire, show, loaded.language, machine);
        told.map_err(|problem| notes.note_file(&case.answers.source, problem))
    });
    let case = case.filter(|_| told != Some(Err(())));
    let (case, flawed) = if notes.has_errors() { (None, case) } else { (case, None) };
    Opened { case, flawed, notes, setting: Setting::new(show, loaded.language, machine), request, is_nameless: false }
}

fn request(answers: Input, args: &InputArgs, machine: &Machine, standard: &mut dyn Read) -> Request {
    Request {
        answers,
        questionnaire: args.questionnaire.clone(),
        policy: policy_input(args.policy.as_deref(), machine, standard),
        review: match args.review.first() {
            _ if args.no_review => WhichReview::Without,
            Some(path) => WhichReview::Named(input(path, LARGEST, standard)),
            None => WhichReview::Usual,
        },
        as_of: args.as_of,
    }
}

/// A policy that is named: by an option, else for good by the environment.
pub fn policy_input(option: Option<&Path>, machine: &Machine, standard: &mut dyn Read) -> Option<Input> {
    match option {
        Some(path) => Some(input(path, policy::read::LARGEST, standard)),
        None => (machine.environment)("DULY_POLICY").map(|path| Input::File(path.into())),
    }
}

/// A file that is named, or what standard input holds.
fn input(path: &Path, limit: usize, standard: &mut dyn Read) -> Input {
    match files::is_standard(path) {
        true => Input::Given(files::STANDARD.to_owned(), files::read_standard(limit, standard)),
        false => Input::File(path.to_path_buf()),
    }
}
