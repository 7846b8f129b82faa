//! What the command line names, as the case wants it: `-` is standard input.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::args::{InputArgs, ShowArgs};
use super::console::{Console, Machine};
use super::files;
use super::setting::{self, Setting};
use crate::answers::read::LARGEST;
use crate::case::{self, Case, Input, Request, Returned, Shelf, SoughtReview, SoughtReviews, WhichReview, World, text};
use crate::exchange::arrived::{Arrived, LARGEST_FILE, ends_packed};
use crate::exchange::back;
use crate::exchange::understood::HeardAnswers;
use crate::policy;
use crate::source::{Diagnostics, Source};
use crate::words::problem::Problem;

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
    /// Whether it is a form that came back, to be taken in before it is judged.
    pub is_form: bool,
    /// Whether nobody says who answers; then something stands for the name.
    is_nameless: bool,
}

impl Opened {
    /// What cannot be opened, and why.
    fn closed(request: Request, notes: Diagnostics, setting: Setting) -> Opened {
        Opened { case: None, flawed: None, notes, setting, request, is_form: false, is_nameless: false }
    }

    /// The review of the answers, where it was looked for.
    pub fn sought(&self, world: &dyn World) -> Option<SoughtReview> {
        let case = self.case.as_ref().or(self.flawed.as_ref())?;
        SoughtReview::of(&self.request, case, world)
    }

    /// The same with what is told of reviews that lie beside these answers alone and are not used.
    fn with_unused_reviews(mut self, world: &dyn World) -> Opened {
        let mut sought = SoughtReviews::default();
        sought.add(self.sought(world));
        sought.beside_answers(world).into_iter().for_each(|unused| self.notes.push(unused.note));
        self
    }

    /// What can be said of answers that cannot be judged.
    pub fn returned(&self, machine: &Machine) -> Option<Returned> {
        let mut returned = Returned::read(&self.request, &machine.disk(), &Shelf::default())?;
        returned.vendor.take_if(|_| self.is_nameless);
        Some(returned)
    }
}

/// Loads everything for an answers file.
pub fn load(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> Opened {
    let opened = load_one_of_several(file, args, show, (console, &Shelf::default()));
    opened.with_unused_reviews(&console.machine.disk())
}

/// Loads everything for one of several answers files, which share what they have in common.
pub fn load_one_of_several(
    file: &Path,
    args: &InputArgs,
    show: &ShowArgs,
    (console, shelf): (&mut Console, &Shelf),
) -> Opened {
    let answers = input(file, LARGEST, &mut *console.input);
    load_input(answers, args, show, (console, shelf))
}

/// Loads everything for answers that may have been read already.
pub fn load_input(
    answers: Input,
    args: &InputArgs,
    show: &ShowArgs,
    (console, shelf): (&mut Console, &Shelf),
) -> Opened {
    let request = request(answers, args, &console.machine, &mut *console.input);
    opened(request, show, (&console.machine, &console.machine.disk()), shelf)
}

/// Loads everything for a form that came back in cells, or in an archive with its papers; `None` for any other file.
pub fn load_form(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> Option<Opened> {
    let world = console.machine.disk();
    let form = form(file, &world).filter(|_| !files::is_standard(file))?;
    let usual = request(Input::File(file.to_path_buf()), args, &console.machine, &mut *console.input);
    let shelf = Shelf::default();
    let told = form
        .map_err(|problem| alone(file, problem))
        .and_then(|(arrived, name)| HeardAnswers::of((&arrived, &name), None, &usual, &world, &shelf));
    let told = match told {
        Ok(told) => told,
        Err(notes) => return Some(Opened::closed(usual, notes, Setting::new(show, None, &console.machine))),
    };
    let mut opened = opened(told.request, show, (&console.machine, &world), &shelf);
    let was_case = opened.case.take_if(|_| told.notes.has_errors());
    opened.flawed = opened.flawed.or(was_case);
    opened.notes.append(told.notes);
    (opened.is_form, opened.is_nameless) = (true, told.is_nameless);
    Some(opened.with_unused_reviews(&world))
}

/// A form, and the name of what holds the answers; or why a file that is to be one by its name is none. `None` for any
/// other file.
fn form(file: &Path, world: &dyn World) -> Option<Result<(Arrived, PathBuf), Problem>> {
    let is_packed = ends_packed(file);
    let limit = if is_packed { back::LIMITS.file } else { LARGEST_FILE };
    let bytes = text::bytes(world, (file, file), limit).ok()?;
    match Arrived::within(file, bytes) {
        Ok((Arrived::Answers(_), name, _)) if name == file => None,
        Ok((arrived, name, _)) => Some(Ok((arrived, name))),
        Err(problem) => is_packed.then_some(Err(problem)),
    }
}

/// A problem of a file as a whole.
fn alone(file: &Path, problem: Problem) -> Diagnostics {
    let mut notes = Diagnostics::default();
    notes.note_file(&Source::new(file.to_string_lossy(), ""), problem);
    notes
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
    opened(request, show, (&console.machine, &console.machine.disk()), &Shelf::default())
}

/// Loads everything for one of many answers files, which share what they have in common, but no standard input.
pub fn load_one_of_many(
    answers: Input,
    args: &InputArgs,
    show: &ShowArgs,
    (machine, shelf): (&Machine, &Shelf),
) -> Opened {
    opened(request(answers, args, machine, &mut io::empty()), show, (machine, &machine.disk()), shelf)
}

/// Loads everything for answers that lie nowhere, in a world that holds what else there is.
pub fn load_in(world: &dyn World, request: Request, show: &ShowArgs, (machine, shelf): (&Machine, &Shelf)) -> Opened {
    opened(request, show, (machine, world), shelf)
}

fn opened(request: Request, show: &ShowArgs, (machine, world): (&Machine, &dyn World), shelf: &Shelf) -> Opened {
    let packed =
        if let Input::File(path) = &request.answers { Some(path).filter(|path| ends_packed(path)) } else { None };
    if let Some((path, Some(Err(problem)))) = packed.map(|path| (path, form(path, world))) {
        let notes = alone(path, problem);
        return Opened::closed(request, notes, Setting::new(show, None, machine));
    }
    let loaded = case::load::flawed_case(&request, world, shelf);
    let (mut case, mut notes) = (loaded.value, loaded.notes);
    let told = case.as_mut().map(|case| {
        let told = setting::tell_in_readers(&mut case.questionnaire, show, loaded.language, machine);
        told.map_err(|problem| notes.note_file(&case.answers.source, problem))
    });
    let case = case.filter(|_| told != Some(Err(())));
    let (case, flawed) = if notes.has_errors() { (None, case) } else { (case, None) };
    let setting = Setting::new(show, loaded.language, machine);
    Opened { case, flawed, ..Opened::closed(request, notes, setting) }
}

fn request(answers: Input, args: &InputArgs, machine: &Machine, standard: &mut dyn Read) -> Request {
    Request {
        questionnaire: args.questionnaire.clone(),
        policy: policy_input(args.policy.as_deref(), machine, standard),
        review: match args.review.first() {
            _ if args.no_review => WhichReview::Without,
            Some(path) => WhichReview::Named(input(path, LARGEST, standard)),
            None => WhichReview::Usual,
        },
        as_of: args.as_of,
        ..Request::new(answers)
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
