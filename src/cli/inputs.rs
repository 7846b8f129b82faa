//! From an answers file on disk to everything that a judgement needs: the questionnaire that it names, our review, our
//! policy, and the day. Here stand the rules that keep a vendor's folder from judging itself.

use std::ffi::OsString;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{AsOf, InputArgs, ShowArgs};
use super::console::{Console, Machine};
use super::setting::Setting;
use super::shelf::{self, Asked, Shelf};
use super::{files, prepared};
use crate::answers::read::{self as read_answers, is_path};
use crate::answers::{Answers, Reference, lint as lint_answers};
use crate::assessment::Subject;
use crate::policy::{self, Policy};
use crate::questionnaire::built_in::{self, BuiltIn};
use crate::questionnaire::{self, Questionnaire, lint as lint_questionnaire};
use crate::report::origins::Origins;
use crate::review::{Review, read as read_review};
use crate::source::nearest::nearest;
use crate::source::{Checked, Date, Diagnostics, Source, Span};
use crate::words::problem::{Problem, answers as problem, policy as policy_problem, questionnaire as q_problem};
use crate::words::problem::{review as review_problem, text as text_problem};

/// The name under which a policy is looked for.
const POLICY_NAME: &str = "duly.toml";

/// Everything that a judgement needs.
#[derive(Debug)]
pub struct Inputs {
    /// What was asked.
    pub questionnaire: Arc<Questionnaire>,
    /// What the vendor said.
    pub answers: Answers,
    /// What we know and decided, and where it came from.
    pub review: Option<(Review, ReviewOrigin)>,
    /// What we accept.
    pub policy: Policy,
    /// The day of the judgement.
    pub as_of: Date,
    /// Whether the questionnaire lies in the vendor's folder and nobody of ours named it.
    pub vendors_own_questionnaire: bool,
    /// Whether the policy was found by its place, not named.
    pub found_policy: bool,
}

/// Where a review came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewOrigin {
    /// The command line named it.
    Named,
    /// It lies where the policy says that reviews are.
    Policy,
    /// It lay beside the vendor's file.
    BesideAnswers,
}

/// What came of loading: the inputs unless an error stands against them, and everything that was noted.
#[derive(Debug)]
pub struct Loaded {
    /// The inputs.
    pub inputs: Option<Inputs>,
    /// Errors and warnings.
    pub notes: Diagnostics,
    /// How things are shown.
    pub setting: Setting,
}

impl Inputs {
    /// What is judged.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            questionnaire: &self.questionnaire,
            answers: &self.answers,
            review: self.review.as_ref().map(|(review, _)| review),
            policy: &self.policy,
            as_of: self.as_of,
        }
    }

    /// What a reader must know about where the files came from.
    pub fn origins(&self) -> Origins {
        let review = self.review.as_ref();
        let found_policy = self.policy.source.as_ref().filter(|_| self.found_policy);
        Origins {
            review: review.map(|(review, _)| file_name(&review.source.name)),
            review_beside_answers: review.is_some_and(|(_, origin)| *origin == ReviewOrigin::BesideAnswers),
            found_policy: found_policy.map(|source| source.name.clone()),
            vendors_own_questionnaire: self.vendors_own_questionnaire,
        }
    }
}

/// The last part of a path.
fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path).to_owned()
}

/// Loads everything for an answers file.
pub fn load(file: &Path, args: &InputArgs, show: &ShowArgs, console: &mut Console) -> Loaded {
    loaded(Loader::new(file, args, console, &Shelf::default()), show)
}

/// Loads everything for one of many answers files, which share what they have in common, but no standard input.
pub fn load_one_of_many(
    file: &Path,
    args: &InputArgs,
    show: &ShowArgs,
    (machine, shelf): (&Machine, &Shelf),
) -> Loaded {
    loaded(Loader { file, args, notes: Diagnostics::default(), input: &mut io::empty(), machine, shelf }, show)
}

fn loaded(mut loader: Loader<'_>, show: &ShowArgs) -> Loaded {
    let file = loader.file;
    let is_there = files::is_standard(file) || loader.machine.folder.join(file).exists();
    let vendor = loader.vendor_folder().filter(|_| is_there);
    let policy = loader.policy(vendor.as_deref());
    let setting = Setting::new(show, policy.as_ref().and_then(|policy| policy.display.language), loader.machine);
    let inputs = loader.inputs(policy);
    Loaded { inputs: inputs.filter(|_| !loader.notes.has_errors()), notes: loader.notes, setting }
}

/// Reads the policy that is in force where no vendor's file is at hand.
pub fn load_policy(named: Option<&Path>, console: &mut Console) -> (Option<Policy>, Diagnostics) {
    let args = InputArgs { policy: named.map(Path::to_path_buf), ..InputArgs::default() };
    let shelf = Shelf::default();
    let mut loader = Loader::new(Path::new("-"), &args, console, &shelf);
    (loader.policy(None), loader.notes)
}

/// Reads a questionnaire by built-in id or path.
pub fn load_questionnaire(named: &str, console: &mut Console) -> (Option<Arc<Questionnaire>>, Diagnostics) {
    let (args, shelf) = (InputArgs::default(), Shelf::default());
    let mut loader = Loader::new(Path::new("-"), &args, console, &shelf);
    (loader.named_questionnaire(named), loader.notes)
}

/// What an answers file that is to be made needs to know.
#[derive(Debug)]
pub struct Prospect {
    /// What is asked.
    pub questionnaire: Arc<Questionnaire>,
    /// How the file is to name it.
    pub reference: Reference,
    /// Whether that leads to a questionnaire that our policy accepts.
    pub is_accepted: bool,
    /// What we accept.
    pub policy: Policy,
    /// Where our review belongs; for standard output there is no place.
    pub review: Option<PathBuf>,
}

/// Loads everything that is needed to make an answers file: the questionnaire that is named, else the first one that
/// our policy accepts, else the first built-in one.
pub fn prospect(
    file: &Path,
    args: &InputArgs,
    show: &ShowArgs,
    console: &mut Console,
) -> (Option<Prospect>, Diagnostics, Setting) {
    let shelf = Shelf::default();
    let mut loader = Loader::new(file, args, console, &shelf);
    let vendor = loader.vendor_folder(); // the file is still to be made
    let policy = loader.policy(vendor.as_deref());
    let setting = Setting::new(show, policy.as_ref().and_then(|policy| policy.display.language), loader.machine);
    let found = policy.and_then(|policy| loader.prospect(policy));
    (found.filter(|_| !loader.notes.has_errors()), loader.notes, setting)
}

struct Loader<'l> {
    file: &'l Path,
    args: &'l InputArgs,
    notes: Diagnostics,
    input: &'l mut dyn Read,
    machine: &'l Machine,
    shelf: &'l Shelf,
}

impl<'l> Loader<'l> {
    fn new(file: &'l Path, args: &'l InputArgs, console: &'l mut Console, shelf: &'l Shelf) -> Self {
        let (input, machine) = (&mut *console.input, &console.machine);
        Loader { file, args, notes: Diagnostics::default(), input, machine, shelf }
    }

    fn inputs(&mut self, policy: Option<Policy>) -> Option<Inputs> {
        let source = self.read(self.file, read_answers::LARGEST)?;
        let root = read_answers::tree(&source, &mut self.notes)?;
        let reference = read_answers::reference(&root, &source);
        self.notes.append(reference.diagnostics);
        let (reference, span) = reference.value?;
        let policy = policy?;
        let at = Spot { source: &source, span };
        let (questionnaire, vendors_own_questionnaire) = self.questionnaire(&reference, &policy, &at)?;
        let answers = read_answers::read(&root, &source, &reference, &questionnaire);
        self.notes.append(answers.diagnostics);
        let answers = answers.value?;
        lint_answers::lint(&answers, &questionnaire, &mut self.notes);
        let review = self.review(&questionnaire, &answers, &policy);
        let as_of = self.as_of(&answers, &at);
        let found_policy = self.args.policy.is_none() && policy.source.is_some();
        Some(Inputs { questionnaire, answers, review, policy, as_of, vendors_own_questionnaire, found_policy })
    }

    fn prospect(&mut self, policy: Policy) -> Option<Prospect> {
        let listed = policy.questionnaires.iter().flatten().next();
        let named = match (&self.args.questionnaire, listed) {
            (Some(named), _) => named.clone(),
            (None, Some(id)) if built_in::find(id).is_some() => id.clone(),
            (None, Some(path)) => beside(&policy, path).to_string_lossy().into_owned(),
            (None, None) => built_in::ALL.first()?.id.to_owned(),
        };
        let questionnaire = self.named_questionnaire(&named)?;
        let reference = self.reference_to(&questionnaire);
        let is_found = matches!(reference, Reference::Path(_)) || built_in::find(&questionnaire.id).is_some();
        let is_accepted = self.is_accepted(&questionnaire, None, &policy).unwrap_or(is_found);
        let review = match files::is_standard(self.file) {
            true => None,
            false => Some(self.review_place(&policy)?.0),
        };
        Some(Prospect { questionnaire, reference, is_accepted, policy, review })
    }

    /// How answers name their questionnaire: by its path if it lies beside them and is none of ours, else by its id.
    fn reference_to(&self, questionnaire: &Questionnaire) -> Reference {
        let by_id = Reference::Named { id: questionnaire.id.clone(), version: questionnaire.version.clone() };
        let main = questionnaire.sources.first().filter(|_| built_in::find(&questionnaire.id).is_none());
        let real = main.and_then(|main| std::fs::canonicalize(self.machine.folder.join(&main.name)).ok());
        let within = real.zip(self.vendor_folder());
        let within =
            within.and_then(|(file, folder)| Some(file.strip_prefix(folder).ok()?.to_str()?.replace('\\', "/")));
        within.map(|path| format!("./{path}")).filter(|path| is_path(path)).map_or(by_id, Reference::Path)
    }

    fn as_of(&mut self, answers: &Answers, at: &Spot<'_>) -> Date {
        match (self.args.as_of, answers.answered) {
            (Some(AsOf::Day(day)), _) => day,
            (Some(AsOf::Answered), Some(day)) => day,
            (Some(AsOf::Answered), None) => {
                self.notes.note(at.source, answers.answered_span, text_problem::missing_key("answered"));
                self.machine.today
            }
            (None, _) => self.machine.today,
        }
    }

    /// Reads a file, or notes why it cannot be read.
    fn read(&mut self, path: &Path, limit: usize) -> Option<Arc<Source>> {
        let result = files::read_from(path, limit, self.input, self.machine);
        let name = path.to_string_lossy().into_owned();
        result.map_err(|problem| self.notes.note_file(&Source::new(name, ""), problem)).ok()
    }

    /// The folder of the vendor's file, links resolved; for standard input the current one, in which it may lie. `None`
    /// for a file that is not there.
    fn vendor_folder(&self) -> Option<PathBuf> {
        let folder = self.machine.folder.join(self.file).parent()?.to_path_buf();
        Some(std::fs::canonicalize(&folder).unwrap_or(folder))
    }

    fn policy(&mut self, vendor: Option<&Path>) -> Option<Policy> {
        let path = match &self.args.policy {
            Some(path) => Some(path.clone()),
            None => self.search_policy(vendor),
        };
        let Some(path) = path else { return Some(Policy::default()) };
        let source = self.read(&path, policy::read::LARGEST)?;
        let checked = policy::read(&source);
        self.notes.append(checked.diagnostics);
        checked.value
    }

    /// The nearest policy in this folder or above it, except in or below the vendor's folder: a vendor could send one.
    fn search_policy(&mut self, vendor: Option<&Path>) -> Option<PathBuf> {
        let here = std::fs::canonicalize(&self.machine.folder).unwrap_or_else(|_| self.machine.folder.clone());
        for folder in here.ancestors() {
            let candidate = folder.join(POLICY_NAME);
            if !candidate.is_file() {
                continue;
            }
            let shown = candidate.strip_prefix(&here).map_or_else(|_| candidate.clone(), Path::to_path_buf);
            if vendor.is_some_and(|vendor| folder.starts_with(vendor)) {
                let source = Source::new(shown.to_string_lossy(), "");
                self.notes.note_file(&source, policy_problem::policy_beside_answers(shown.display()));
                continue;
            }
            return Some(shown);
        }
        None
    }

    /// The questionnaire that was answered, and whether it is the vendor's own.
    fn questionnaire(
        &mut self,
        reference: &Reference,
        policy: &Policy,
        at: &Spot<'_>,
    ) -> Option<(Arc<Questionnaire>, bool)> {
        let (questionnaire, path) = match (&self.args.questionnaire, reference) {
            (Some(named), _) => (self.named_questionnaire(named)?, None),
            (None, Reference::Named { id, .. }) => (self.questionnaire_by_id(id, policy, at)?, None),
            (None, Reference::Path(path)) => {
                let file = self.vendors_path(path, at)?;
                let checked = self.read_questionnaire(&file)?; // a vendor's own: no other file needs it
                (self.checked(shelf::shared(checked))?, Some(file))
            }
        };
        if let Reference::Named { id, version } = reference
            && (*id != questionnaire.id || *version != questionnaire.version)
        {
            self.notes.note(at.source, at.span, problem::other_questionnaire(reference, questionnaire.reference()));
        }
        let accepted = self.is_accepted(&questionnaire, path.as_deref(), policy);
        if accepted == Some(false) && self.args.questionnaire.is_none() {
            self.notes.note(at.source, at.span, problem::questionnaire_not_allowed(&questionnaire.id));
        }
        let own = path.is_some() && accepted.is_none();
        if own {
            self.notes.note(at.source, at.span, problem::vendors_own_questionnaire(reference));
        }
        Some((questionnaire, own))
    }

    fn vendors_path(&mut self, path: &str, at: &Spot<'_>) -> Option<PathBuf> {
        let folder = self.vendor_folder().unwrap_or_else(|| self.machine.folder.clone());
        files::inside(&folder, path).map_err(|problem| self.notes.note(at.source, at.span, problem)).ok()?;
        Some(self.file.parent().unwrap_or(Path::new("")).join(path))
    }

    /// Whether the policy accepts a questionnaire; `None` if it names none.
    fn is_accepted(&self, questionnaire: &Questionnaire, path: Option<&Path>, policy: &Policy) -> Option<bool> {
        let accepted = policy.questionnaires.as_ref()?;
        let same = |listed: &PathBuf| {
            let real = |path: &Path| std::fs::canonicalize(self.machine.folder.join(path)).ok();
            questionnaire.sources.first().is_some_and(|main| {
                let file = path.map_or_else(|| PathBuf::from(&main.name), Path::to_path_buf);
                real(listed).is_some_and(|listed| Some(listed) == real(&file))
            })
        };
        let is_built_in = built_in::find(&questionnaire.id).is_some();
        Some(
            accepted.iter().any(|listed| (is_built_in && *listed == questionnaire.id) || same(&beside(policy, listed))),
        )
    }

    /// A questionnaire by built-in id or path, as one of ours names it.
    fn named_questionnaire(&mut self, named: &str) -> Option<Arc<Questionnaire>> {
        let id = named.split_once('@').map_or(named, |(id, _)| id);
        match built_in::find(id) {
            Some(built_in) => self.built_in(built_in),
            None if self.machine.folder.join(named).exists() || named.contains(['/', '\\', '.']) => {
                self.questionnaire_file(Path::new(named))
            }
            None => {
                self.notes.note_file(&Source::new(named, ""), unknown_id(named));
                None
            }
        }
    }

    /// A questionnaire by id: built in, or one of the files that the policy lists.
    fn questionnaire_by_id(&mut self, id: &str, policy: &Policy, at: &Spot<'_>) -> Option<Arc<Questionnaire>> {
        if let Some(built_in) = built_in::find(id) {
            return self.built_in(built_in);
        }
        for listed in policy.questionnaires.iter().flatten().filter(|listed| built_in::find(listed).is_none()) {
            let found = self.questionnaire_file(&beside(policy, listed));
            if let Some(found) = found.filter(|found| found.id == id) {
                return Some(found);
            }
        }
        self.notes.note(at.source, at.span, unknown_id(id));
        None
    }

    fn built_in(&mut self, built_in: &'static BuiltIn) -> Option<Arc<Questionnaire>> {
        let kept = self.shelf.get_or(Asked::BuiltIn(built_in.id), || Some(prepared::questionnaire(built_in)))?;
        self.checked(kept)
    }

    /// A questionnaire that one of ours names, from its file or from the shelf.
    fn questionnaire_file(&mut self, path: &Path) -> Option<Arc<Questionnaire>> {
        let shelf = self.shelf;
        let kept = shelf.get_or(Asked::File(path.to_path_buf()), || self.read_questionnaire(path))?;
        self.checked(kept)
    }

    fn read_questionnaire(&mut self, path: &Path) -> Option<Checked<Questionnaire>> {
        let source = self.read(path, questionnaire::read::LARGEST)?;
        let mut checked = read_questionnaire(&source, path, self.machine);
        checked.value.iter().for_each(|found| lint_questionnaire::lint(found, &mut checked.diagnostics));
        Some(checked)
    }

    fn checked(&mut self, checked: Checked<Arc<Questionnaire>>) -> Option<Arc<Questionnaire>> {
        self.notes.append(checked.diagnostics);
        checked.value
    }

    fn review(
        &mut self,
        questionnaire: &Questionnaire,
        answers: &Answers,
        policy: &Policy,
    ) -> Option<(Review, ReviewOrigin)> {
        let (path, origin) = self.review_path(policy)?;
        let source = self.read(&path, read_answers::LARGEST)?;
        if origin == ReviewOrigin::BesideAnswers {
            self.notes.note_file(&source, review_problem::review_beside_answers(path.display()));
        }
        let checked = read_review::read(&source, questionnaire, answers);
        self.notes.append(checked.diagnostics);
        checked.value.map(|review| (review, origin))
    }

    /// Where the review is: named, else in the policy's folder and nowhere else, else beside the answers.
    fn review_path(&mut self, policy: &Policy) -> Option<(PathBuf, ReviewOrigin)> {
        if self.args.no_review {
            return None;
        }
        if self.args.review.is_empty() && files::is_standard(self.file) {
            return None;
        }
        let (path, origin) = match self.args.review.first() {
            Some(named) => return Some((named.clone(), ReviewOrigin::Named)),
            None => self.review_place(policy)?,
        };
        let exists = self.machine.folder.join(&path).exists();
        if !exists && origin == ReviewOrigin::Policy {
            let answers = Source::new(self.file.to_string_lossy(), "");
            self.notes.note_file(&answers, review_problem::no_review_found(path.display()));
        }
        exists.then_some((path, origin))
    }

    /// Where the review of the vendor's file belongs if nobody names one.
    fn review_place(&mut self, policy: &Policy) -> Option<(PathBuf, ReviewOrigin)> {
        if policy.reviews.is_some() {
            self.reviews_folder(policy)?;
        }
        Some(review_target(self.file, &InputArgs::default(), policy))
    }

    /// The folder in which the policy says that reviews are; a missing one is noted.
    fn reviews_folder(&mut self, policy: &Policy) -> Option<()> {
        let path = beside(policy, policy.reviews.as_deref()?);
        if self.machine.folder.join(&path).is_dir() {
            return Some(());
        }
        let problem = policy_problem::reviews_folder_missing(path.display());
        policy.source.iter().for_each(|source| self.notes.note_file(source, problem.clone()));
        None
    }
}

/// Where the review of an answers file is, or would be: as named, else where the policy says and nowhere else, else
/// beside the answers.
pub fn review_target(file: &Path, args: &InputArgs, policy: &Policy) -> (PathBuf, ReviewOrigin) {
    let name = review_name(file);
    match (args.review.first(), &policy.reviews) {
        (Some(named), _) => (named.clone(), ReviewOrigin::Named),
        (None, Some(folder)) => (beside(policy, folder).join(name), ReviewOrigin::Policy),
        (None, None) => (file.with_file_name(name), ReviewOrigin::BesideAnswers),
    }
}

/// Reads answers again that have been changed since they were loaded.
pub fn reread_answers(source: &Arc<Source>, inputs: &Inputs) -> Checked<Answers> {
    let mut notes = Diagnostics::default();
    let Some(root) = read_answers::tree(source, &mut notes) else { return Checked::new(None, notes) };
    let reference = read_answers::reference(&root, source);
    notes.append(reference.diagnostics);
    let Some((reference, span)) = reference.value else { return Checked::new(None, notes) };
    if reference != inputs.answers.questionnaire {
        notes.note(source, span, problem::other_questionnaire(&reference, inputs.questionnaire.reference()));
    }
    let mut checked = read_answers::read(&root, source, &reference, &inputs.questionnaire);
    checked.diagnostics.append(notes);
    Checked::new(checked.value, checked.diagnostics)
}

fn unknown_id(id: &str) -> Problem {
    problem::unknown_questionnaire(id).did_you_mean(nearest(id, built_in::ALL.iter().map(|built_in| built_in.id)))
}

/// A place in the answers file.
struct Spot<'a> {
    source: &'a Arc<Source>,
    span: Span,
}

/// `nordkontakt.yaml` → `nordkontakt.review.yaml`.
fn review_name(answers: &Path) -> OsString {
    let mut name = answers.file_stem().unwrap_or_default().to_owned();
    name.push(".review.yaml");
    name
}

/// A path that the policy names, which starts where the policy lies.
fn beside(policy: &Policy, path: &str) -> PathBuf {
    let folder = policy.source.as_ref().and_then(|source| Path::new(&source.name).parent().map(Path::to_path_buf));
    folder.unwrap_or_default().join(path)
}

/// Reads a questionnaire file; its category files lie in its own folder. A file that carries a built-in id must be
/// the built-in one.
pub fn read_questionnaire(source: &Arc<Source>, path: &Path, machine: &Machine) -> Checked<Questionnaire> {
    let folder = machine.folder.join(path).parent().map(Path::to_path_buf).unwrap_or_default();
    let load = |name: &str| -> Result<Arc<Source>, Problem> {
        files::inside(&folder, name)?;
        files::read_regular(&path.with_file_name(name), &folder.join(name), questionnaire::read::LARGEST)
    };
    let mut checked = questionnaire::read(source, &load);
    if let Some(found) = &checked.value
        && built_in::find(&found.id)
            .and_then(|built_in| built_in.read().value)
            .is_some_and(|original| original.fingerprint() != found.fingerprint())
    {
        checked.diagnostics.note_file(source, q_problem::built_in_id(&found.id));
    }
    Checked::new(checked.value, checked.diagnostics)
}
