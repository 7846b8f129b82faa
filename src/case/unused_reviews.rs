//! Reviews of ours that are not used, though they are of a vendor whose answers are looked at: what they verify, decide
//! or reject counts for nothing, and no figure shows that. Each is told once, however many answers it could be of.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::form::is_form;
use super::model::Case;
use super::origins::ReviewOrigin;
use super::request::{Request, WhichReview};
use super::review::place;
use super::review_names::{answers_stem, is_named_as_answers, review_name};
use super::text;
use super::world::{FileKind, World};
use crate::answers::read::{self as read_answers, LARGEST, MOST_NODES};
use crate::questionnaire::names::folded;
use crate::review::read::FORMAT;
use crate::source::nearest::nearest;
use crate::source::node::Kind;
use crate::source::{Arena, Date, Diagnostic, Diagnostics, Fingerprint, Node, Source, yaml};
use crate::words::clean::{one_line, shown};
use crate::words::problem::{Problem, review as problem};

/// Answers whose review was looked for, and where.
#[derive(Clone, Debug)]
pub struct SoughtReview {
    /// Where the answers lie.
    answers: PathBuf,
    vendor: String,
    answered: Option<Date>,
    /// The form that was filled in, as the answers name it.
    form: Option<Fingerprint>,
    /// Where the review is, or would be.
    place: PathBuf,
    origin: ReviewOrigin,
    is_there: bool,
}

impl SoughtReview {
    /// The review of a case for which none is named, unless none is wanted or its answers lie nowhere.
    pub fn of(request: &Request, case: &Case, world: &dyn World) -> Option<SoughtReview> {
        let (WhichReview::Usual, Some(answers)) = (&request.review, request.answers.path()) else { return None };
        Some(SoughtReview::at(answers, case, world))
    }

    /// The review of answers that lie here.
    pub fn at(answers: &Path, case: &Case, world: &dyn World) -> SoughtReview {
        let (place, origin) = place(answers, &case.policy);
        let Case { answers: given, .. } = case;
        SoughtReview {
            answers: answers.to_path_buf(),
            vendor: given.vendor.trim().to_owned(),
            answered: given.answered,
            form: given.filled.as_ref().map(|filled| filled.form),
            is_there: world.kind(&place).is_some(),
            place,
            origin,
        }
    }

    fn folder(&self) -> &Path {
        self.answers.parent().unwrap_or(Path::new(""))
    }

    /// The folder in which our policy says that reviews lie.
    fn elsewhere(&self) -> Option<&Path> {
        self.place.parent().filter(|_| self.origin == ReviewOrigin::Policy)
    }
}

/// A review that is not used, or not by the answers alone that it is of.
#[derive(Clone, Debug)]
pub struct UnusedReview {
    /// Where it lies.
    pub path: PathBuf,
    /// The answers of which it may be.
    pub answers: PathBuf,
    /// What is said of it.
    pub note: Diagnostic,
}

impl UnusedReview {
    fn new(review: &FoundReview, sought: &SoughtReview, problem: Problem) -> UnusedReview {
        UnusedReview::at(review.path.clone(), sought.answers.clone(), problem)
    }

    fn at(path: PathBuf, answers: PathBuf, problem: Problem) -> UnusedReview {
        let source = Source::new(path.to_string_lossy(), "").at(&path);
        let note = Diagnostic { problem, source, span: None };
        UnusedReview { path, answers, note }
    }

    /// Whether it is the review of other answers, which lie beside these.
    fn is_of_others(&self, world: &dyn World) -> bool {
        let as_beside = self.answers.with_file_name(self.path.file_name().unwrap_or_default());
        has_its_answers(&as_beside, &files_of(self.answers.parent().unwrap_or(Path::new("")), world), world)
    }
}

/// The reviews that were looked for, of all answers that are looked at together.
#[derive(Clone, Debug, Default)]
pub struct SoughtReviews {
    /// Those that may be missed.
    all: Vec<SoughtReview>,
    /// Those that are used, with the answers that use each first.
    used: HashMap<PathBuf, PathBuf>,
    /// Those that other answers use, too: the review, and the answers of both.
    shared: Vec<(PathBuf, [PathBuf; 2])>,
}

impl SoughtReviews {
    /// Adds the review of more answers.
    pub fn add(&mut self, sought: Option<SoughtReview>) {
        let Some(sought) = sought else { return };
        if sought.is_there {
            self.share(&sought);
        }
        // where one that lies beside its answers is used, no other is missed
        self.all.extend(Some(sought).filter(|sought| sought.origin == ReviewOrigin::Policy || !sought.is_there));
    }

    fn share(&mut self, sought: &SoughtReview) {
        match self.used.get(&sought.place) {
            None => {
                self.used.insert(sought.place.clone(), sought.answers.clone());
            }
            Some(first) if *first != sought.answers => {
                self.shared.push((sought.place.clone(), [first.clone(), sought.answers.clone()]));
            }
            Some(_) => {}
        }
    }

    /// The reviews that several answers use, whose names are the same but for their endings or folders: what we said of
    /// one vendor would count for another.
    fn of_several(&self, world: &dyn World) -> impl Iterator<Item = UnusedReview> {
        let are_two = |answers: &[PathBuf; 2]| world.real(&answers[0]).ok() != world.real(&answers[1]).ok();
        self.shared.iter().filter(move |(_, answers)| are_two(answers)).map(|(review, [first, other])| {
            let problem = problem::review_of_several(shown(first.display()), shown(other.display()));
            UnusedReview::at(review.clone(), other.clone(), problem)
        })
    }

    /// The reviews that lie beside answers of their vendor and are not used: under another name where none is used,
    /// under any where our policy says that reviews lie elsewhere. In the order of their places, and behind them those
    /// that several answers use.
    pub fn beside_answers(&self, world: &dyn World) -> Vec<UnusedReview> {
        let mut places: BTreeMap<(&Path, Option<&Path>), Vec<&SoughtReview>> = BTreeMap::new();
        self.all
            .iter()
            .for_each(|sought| places.entry((sought.folder(), sought.elsewhere())).or_default().push(sought));
        let unused = |((folder, elsewhere), sought): (_, Vec<&SoughtReview>)| match elsewhere {
            None => misnamed_beside(folder, &ByVendor::of(sought), world),
            Some(reviews) if is_another_folder(reviews, folder, world) => {
                not_used(folder, reviews, &ByVendor::of(sought), world)
            }
            Some(_) => Vec::new(),
        };
        places.into_iter().flat_map(unused).chain(self.of_several(world)).collect()
    }

    /// The reviews that lie where our policy says, under names by which no answers find them, neither these nor others
    /// beside them, and are of a vendor of whose answers some have no review.
    pub fn misnamed(&self, world: &dyn World) -> Vec<UnusedReview> {
        let mut places: BTreeMap<&Path, Vec<&SoughtReview>> = BTreeMap::new();
        let elsewhere = self.all.iter().filter_map(|sought| Some((sought.elsewhere()?, sought)));
        elsewhere.for_each(|(folder, sought)| places.entry(folder).or_default().push(sought));
        let strays = |(folder, all): (&Path, Vec<&SoughtReview>)| {
            let names: BTreeSet<_> = all.iter().filter_map(|sought| sought.place.file_name()).collect();
            let missing = ByVendor::of(all.iter().copied().filter(|sought| !sought.is_there).collect());
            let files = if missing.0.is_empty() { Vec::new() } else { files_of(folder, world) };
            let others = files.iter().filter(|name| !names.contains(name.as_os_str()));
            let told = others.filter_map(|name| misnamed(&FoundReview::at(folder, name, world)?, &missing));
            told.filter(|told| !told.is_of_others(world)).collect::<Vec<_>>()
        };
        places.into_iter().flat_map(strays).collect()
    }
}

/// Answers by their vendors.
struct ByVendor<'s>(HashMap<String, Vec<&'s SoughtReview>>);

impl<'s> ByVendor<'s> {
    fn of(all: Vec<&'s SoughtReview>) -> ByVendor<'s> {
        let mut found: HashMap<String, Vec<&SoughtReview>> = HashMap::new();
        all.into_iter().for_each(|sought| found.entry(folded(&sought.vendor).into_owned()).or_default().push(sought));
        ByVendor(found)
    }

    /// The answers of the vendor that a review names, but for capitals: a slip in them is told, not passed over.
    fn named(&self, review: &FoundReview) -> &[&'s SoughtReview] {
        self.0.get(&*folded(&review.vendor)).map_or(&[], Vec::as_slice)
    }
}

/// Whether reviews have a folder that is there, and is not that of the answers.
fn is_another_folder(reviews: &Path, answers: &Path, world: &dyn World) -> bool {
    let answers = if answers.as_os_str().is_empty() { Path::new(".") } else { answers };
    world.kind(reviews) == Some(FileKind::Folder) && world.real(reviews).ok() != world.real(answers).ok()
}

/// What lies beside answers though our policy says that reviews lie elsewhere.
fn not_used(folder: &Path, reviews: &Path, sought: &ByVendor<'_>, world: &dyn World) -> Vec<UnusedReview> {
    let files = files_of(folder, world);
    let found = files.iter().filter_map(|name| FoundReview::at(folder, name, world));
    let of_these = found.filter_map(|review| Some((*sought.named(&review).first()?, review)));
    let problem = || problem::review_not_used(shown(reviews.display()));
    of_these.map(|(sought, review)| UnusedReview::new(&review, sought, problem())).collect()
}

/// What lies beside answers under another name, unless it is the review of other answers there.
fn misnamed_beside(folder: &Path, sought: &ByVendor<'_>, world: &dyn World) -> Vec<UnusedReview> {
    let files = files_of(folder, world);
    let told = files.iter().filter_map(|name| misnamed(&FoundReview::at(folder, name, world)?, sought));
    told.filter(|told| !has_its_answers(&told.path, &files, world)).collect()
}

/// What is to be said of a review of these answers under another name: of those that it can be of, it is most likely of
/// those that name the vendor as it does, and of the form that was sent.
fn misnamed<'s>(review: &FoundReview, sought: &ByVendor<'s>) -> Option<UnusedReview> {
    let named = Some(sought.named(review)).filter(|named| !named.is_empty())?;
    let sent = review.sent();
    let can_be = |sought: &&SoughtReview| sent.is_empty() || sent.iter().any(|sent| sent.can_be_of(sought));
    let is_sent = |sought: &SoughtReview| sent.iter().any(|sent| sent.is_of(sought));
    let likely =
        |sought: &&'s SoughtReview| (sought.vendor != review.vendor, !is_sent(sought), sought.answers.as_path());
    let sought = named.iter().copied().filter(can_be).min_by_key(likely)?;
    let name = shown(Path::new(sought.place.file_name()?).display());
    let problem = problem::review_under_other_name(one_line(&review.vendor), &name);
    let is_same = review.vendor == sought.vendor;
    let vendor = one_line(&sought.vendor);
    let problem = if is_same { problem } else { problem.helped(|lang| lang.name_review_and_vendor(&name, &vendor)) };
    Some(UnusedReview::new(review, sought, problem))
}

/// The files of a folder, in the order of their names. Of one that cannot be listed, none.
fn files_of(folder: &Path, world: &dyn World) -> Vec<OsString> {
    let files = world.list(folder).unwrap_or_default().into_iter().filter(|entry| entry.kind == FileKind::File);
    let mut names: Vec<OsString> = files.map(|file| file.name).collect();
    names.sort();
    names
}

/// Whether answers lie beside a review that find it by its name. A form that nobody has filled in is none.
fn has_its_answers(review: &Path, files: &[OsString], world: &dyn World) -> bool {
    let Some(stem) = answers_stem(review) else { return false };
    let begins_so = |name: &&OsString| name.as_encoded_bytes().starts_with(stem.as_encoded_bytes());
    let first = files.partition_point(|name| name < stem);
    let named_so = files[first..].iter().take_while(begins_so).map(|name| review.with_file_name(name));
    let mut its = named_so.filter(|file| is_named_as_answers(file) && review.file_name() == Some(&review_name(file)));
    its.any(|answers| is_answered(&answers, world))
}

/// Whether a file may be a review by its name: a word of it is that, perhaps with a slip of the hand.
fn looks_like_review(name: &OsStr) -> bool {
    let words = ["review", "granskning"];
    let Some(name) = name.to_str().map(str::to_lowercase) else { return false };
    let is_text = match Path::new(&name).extension().and_then(OsStr::to_str) {
        None => true,
        Some(ending) => ["yaml", "yml", "json", "txt"].contains(&ending),
    };
    let is_near = |word: &str| nearest(word, words).is_some();
    is_text && (words.iter().any(|word| name.contains(word)) || name.split(|c: char| !c.is_alphabetic()).any(is_near))
}

/// Whether a file has an answer, or cannot be read as answers, which then is told of it.
fn is_answered(path: &Path, world: &dyn World) -> bool {
    let Ok(bytes) = world.peek(path, LARGEST) else { return true };
    let (source, arena) = (text::roughly(path, bytes), Arena::default());
    let Some(root) = read_answers::tree(&source, &arena, &mut Diagnostics::default()) else { return true };
    match root.get("answers").map(|answers| &answers.kind) {
        Some(Kind::Map(entries)) => entries.iter().any(|entry| says_something(&entry.value)),
        _ => false,
    }
}

/// Whether an answer is given, or anything is said beside it; what a form proposes is nobody's word.
fn says_something(answer: &Node<'_>) -> bool {
    match &answer.kind {
        Kind::Null => false,
        Kind::Plain(text) | Kind::Quoted(text) => !text.trim().is_empty(),
        Kind::List(items) => !items.is_empty(),
        Kind::Map(entries) => {
            entries.iter().any(|entry| !["proposed", "by"].contains(&entry.key) && says_something(&entry.value))
        }
    }
}

/// A review that lies in a folder, whatever its name.
struct FoundReview {
    path: PathBuf,
    /// The vendor that it names.
    vendor: String,
    source: Arc<Source>,
}

impl FoundReview {
    /// A file that looks like a review by its name, if it says that it is one and names its vendor. Nothing is made of
    /// it, so it may be written over.
    fn at(folder: &Path, name: &OsStr, world: &dyn World) -> Option<FoundReview> {
        let path = Some(folder.join(name)).filter(|_| looks_like_review(name))?;
        let bytes = world.peek(&path, LARGEST).ok()?;
        let source = Source::from_bytes(&path.to_string_lossy(), bytes, LARGEST).ok()?;
        let arena = Arena::default();
        let said = |key| Some(at_top(&source, &arena, key)?.text()?.trim().to_owned());
        said("format").filter(|format| format == FORMAT)?;
        Some(FoundReview { vendor: said("vendor")?, path, source: Arc::clone(&source) })
    }

    /// The forms that it says were sent.
    fn sent(&self) -> Vec<Sent> {
        let arena = Arena::default();
        match at_top(&self.source, &arena, "sent").map(|sent| sent.kind) {
            Some(Kind::List(forms)) => forms.iter().map(Sent::of).collect(),
            _ => Vec::new(),
        }
    }
}

/// A form that was sent, as far as a review says so.
struct Sent {
    on: Option<Date>,
    form: Option<String>,
}

impl Sent {
    fn of(form: &Node<'_>) -> Sent {
        let said = |key| form.get(key).and_then(Node::text).map(str::trim);
        Sent { on: said("on").and_then(Date::parse), form: said("form").map(str::to_owned) }
    }

    /// Whether it is the form that answers name.
    fn is_of(&self, answers: &SoughtReview) -> bool {
        self.form.as_ref().zip(answers.form.as_ref()).is_some_and(|(sent, filled)| is_form(sent, filled))
    }

    /// Whether answers can be to it: nobody answered a form before it was sent.
    fn can_be_of(&self, answers: &SoughtReview) -> bool {
        self.is_of(answers) || self.on.zip(answers.answered).is_none_or(|(on, answered)| on <= answered)
    }
}

fn at_top<'s>(source: &'s Arc<Source>, arena: &'s Arena, key: &str) -> Option<Node<'s>> {
    yaml::peek(source, arena, key, MOST_NODES, &mut Diagnostics::default())
}
