//! From a request to a case, step by step. A problem of one step does not keep the next from being looked at.

use std::path::PathBuf;
use std::sync::Arc;

use super::desk::{Desk, Spot};
use super::form::{CameBack, Ours};
use super::model::{Case, Loaded};
use super::policy::is_found;
use super::request::{AsOf, Input, Request};
use super::shelf::Shelf;
use super::unused_reviews::{SoughtReview, SoughtReviews};
use super::world::World;
use crate::answers::{Answers, Evidence, lint, read as read_answers};
use crate::assessment::age::own_day;
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::review::Review;
use crate::source::{Arena, Checked, Date, Diagnostics};
use crate::words::problem::{answers as answers_problem, review as review_problem, text as problem};

/// Loads everything that a judgement needs. Many cases of one run share a shelf.
pub fn case(request: &Request, world: &dyn World, shelf: &Shelf) -> Loaded<Case> {
    let Loaded { value, mut notes, language } = flawed_case(request, world, shelf);
    let mut sought = SoughtReviews::default();
    sought.add(value.as_ref().and_then(|case| SoughtReview::of(request, case, world)));
    sought.beside_answers(world).into_iter().for_each(|unused| notes.push(unused.note));
    Loaded { value: value.filter(|_| !notes.has_errors()), notes, language }
}

/// The same, though an error may stand against a judgement: for what there is to say besides. Of reviews that are not
/// used nothing is noted: [`SoughtReviews`] tell that of all cases together.
pub fn flawed_case(request: &Request, world: &dyn World, shelf: &Shelf) -> Loaded<Case> {
    let mut desk = Desk::new(world, shelf);
    let vendor = desk.vendor_of(&request.answers);
    let policy = desk.policy(request.policy.as_ref(), vendor.as_deref());
    let language = policy.as_ref().and_then(|policy| policy.display.language);
    let case = desk.case(request, policy);
    Loaded { value: case, notes: desk.notes, language }
}

/// Reads what is ours and shared by many cases before any of them is looked at: the policy that is named, and onto the
/// shelf every questionnaire that is named or that the policy lists. No case needs a file of ours after that.
pub fn ours(
    policy: Option<&Input>,
    questionnaire: Option<&str>,
    world: &dyn World,
    shelf: &Shelf,
) -> Loaded<Arc<Policy>> {
    let mut desk = Desk::new(world, shelf);
    let policy = policy.map_or_else(|| Some(Arc::default()), |named| desk.policy(Some(named), None));
    questionnaire.map(|named| desk.named_questionnaire(named));
    policy.iter().for_each(|policy| desk.listed_questionnaires(policy));
    let language = policy.as_ref().and_then(|policy| policy.display.language);
    Loaded { value: policy, notes: desk.notes, language }
}

/// The questionnaires by which cases may be judged that rest on this policy: the one that is named, else those that the
/// policy lists, else those that are built in. Nothing is noted: [`ours`] has read them.
pub fn possible(
    policy: &Policy,
    questionnaire: Option<&str>,
    world: &dyn World,
    shelf: &Shelf,
) -> Vec<Arc<Questionnaire>> {
    Desk::new(world, shelf).possible_questionnaires(policy, questionnaire)
}

/// Reads the policy that is in force where no vendor's file is at hand.
pub fn policy(named: Option<&Input>, world: &dyn World) -> Loaded<Arc<Policy>> {
    let shelf = Shelf::default();
    let mut desk = Desk::new(world, &shelf);
    let policy = desk.policy(named, None);
    let language = policy.as_ref().and_then(|policy| policy.display.language);
    Loaded { value: policy, notes: desk.notes, language }
}

/// Reads a questionnaire by built-in id or path.
pub fn questionnaire(named: &str, world: &dyn World) -> Loaded<Arc<Questionnaire>> {
    let shelf = Shelf::default();
    let mut desk = Desk::new(world, &shelf);
    let value = desk.named_questionnaire(named);
    Loaded { value, notes: desk.notes, language: None }
}

impl Desk<'_> {
    /// The vendor's folder, unless the answers are said to lie where nothing is.
    pub(super) fn vendor_of(&self, answers: &Input) -> Option<PathBuf> {
        let file = answers.path();
        let is_there = file.is_none_or(|file| self.is_there(file));
        if is_there { self.vendor_folder(file) } else { None }
    }

    fn case(&mut self, request: &Request, policy: Option<Arc<Policy>>) -> Option<Case> {
        let source = self.read(&request.answers, read_answers::LARGEST)?;
        let arena = Arena::for_text(source.text.len());
        let mut wrong = Diagnostics::default();
        let root = read_answers::tree_or_mended(&source, &arena, &mut wrong);
        let reference = root.as_ref().map(|root| read_answers::reference(root, &source));
        let reference = reference.and_then(|Checked { value, diagnostics }| {
            wrong.append(diagnostics);
            value
        });
        if self.is_not_ours(&source, &wrong, read_answers::FORMAT) {
            return None;
        }
        self.notes.append(wrong);
        let (root, (reference, span)) = root.zip(reference)?;
        let policy = policy?;
        let at = Spot { source: &source, span };
        let (questionnaire, vendors_own_questionnaire) = self.questionnaire(request, &reference, &policy, &at)?;
        let answers = read_answers::read(&root, &source, &reference, &questionnaire);
        self.notes.append(answers.diagnostics);
        let filled = read_answers::filled_form(&root, &source);
        let form = |ours| CameBack { questionnaire: &questionnaire, reference: &reference, filled, ours };
        let Some(answers) = answers.value else {
            self.form(&form(None), &root, &at); // what else is wrong is told in the same run
            return None;
        };
        let theirs = std::mem::take(&mut self.notes); // what is told of the answers comes before what is told of ours
        let review = self.review(request, (&questionnaire, &answers, &policy));
        let ours = std::mem::replace(&mut self.notes, theirs);
        let received = review.as_ref().map(|(review, _)| &review.received);
        let is_received = |item: &Evidence| received.is_some_and(|received| received.of(item, None).is_some());
        lint::lint(&answers, &questionnaire, is_received, &mut self.notes);
        self.notes.append(ours);
        let ours = review.as_ref().map(|(review, _)| Ours { answers: &answers, review, policy: &policy });
        self.form(&form(ours), &root, &at);
        let papers = self.papers(&answers, request, (review.as_ref().map(|(review, _)| &review.source), &policy));
        let as_of = self.as_of(request.as_of, &answers, review.as_ref().map(|(review, _)| review), &at);
        if let Some((review, _)) = review.as_ref().filter(|(review, _)| review.reviewed > as_of) {
            self.notes.note_file(&review.source, review_problem::reviewed_in_future(review.reviewed, as_of));
        }
        let gate_day = if request.as_of == Some(AsOf::Answered) { self.world.today() } else { as_of };
        if let Some(answered) = answers.answered.filter(|answered| *answered > gate_day) {
            let problem = answers_problem::answered_in_future(answered, gate_day);
            self.notes.note(&answers.source, answers.answered_span, problem);
        }
        let found_policy = is_found(request, &policy);
        Some(Case {
            questionnaire,
            answers,
            papers,
            review,
            policy,
            as_of,
            gate_day,
            vendors_own_questionnaire,
            found_policy,
        })
    }

    fn as_of(&mut self, asked: Option<AsOf>, answers: &Answers, review: Option<&Review>, at: &Spot<'_>) -> Date {
        match (asked, answers.answered) {
            (Some(AsOf::Day(day)), _) => day,
            (Some(AsOf::Answered), Some(day)) => own_day(day, review, self.world.today()),
            (Some(AsOf::Answered), None) => {
                self.notes.note(at.source, answers.answered_span, problem::missing_key("answered"));
                self.world.today()
            }
            (None, _) => self.world.today(),
        }
    }
}
