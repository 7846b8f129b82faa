//! What follows from a judgement for whoever reads it: what is open, how good an answer is, what kind of thing would
//! improve it, the way out, what rests on claims alone. Each is decided here and nowhere else, so that screen,
//! documents, tables, JSON, comparisons, warnings and dialogues cannot disagree. Nothing is kept: all of it is worked
//! out from the [`Assessment`] when somebody asks.

use std::cmp::Reverse;

use super::assurance::saw_this_answer;
use super::decision::decision;
use super::effective::{EffectiveAnswer, NaPending};
use super::evidence::unchecked_document;
use super::flag::{Flag, FlagState};
use super::judged::Judged;
use super::model::Assessment;
use super::next_review::{NextReview, next_review};
use super::rating::Rating;
use super::remediation::{Remediation, RemediationKind, ToRating};
use super::scope::Status;
use super::worth::overrules_upwards;
use crate::policy::{Assurance, Band};
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::questionnaire::{FlagRef, Level};
use crate::review::{Decision, Observation, Outcome};
use crate::words::Exact;

/// Why a question is open: it is asked, or perhaps asked, and something of it is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Open {
    /// There is no answer that counts. Questions that are not scored are open until they are answered, too.
    Unanswered,
    /// Whether it is asked is not known yet, even if it was answered.
    ScopeUnknown,
    /// It is said not to apply, which has no effect yet.
    NaPending(NaPending),
    /// It is said not to apply, with a reason, and more of its category is than may be without our approval: what is
    /// beyond the policy's cap is not known.
    NaBeyondCap,
}

impl Open {
    /// Whether it is for us to accept that the question does not apply. The vendor has said what it has to say, though
    /// it may answer instead.
    pub fn awaits_approval(self) -> bool {
        matches!(self, Open::NaPending(NaPending::AwaitsApproval) | Open::NaBeyondCap)
    }
}

/// Why a question is open; `None` if it is not. This is the one meaning of the word: the comparison leaves every n/a
/// out of what it compares, but what it says of the others rests on this, too.
pub fn open(assessment: &Assessment<'_>, question: QuestionId) -> Option<Open> {
    let judged = &assessment.questions[question];
    match (judged.status, judged.effective) {
        (Status::ScopeUnknown, _) => Some(Open::ScopeUnknown),
        (Status::NaPending, EffectiveAnswer::NaPending(why)) => Some(Open::NaPending(why)),
        (Status::Unanswered | Status::NaPending, _) | (Status::Info, EffectiveAnswer::Unanswered) => {
            Some(Open::Unanswered)
        }
        (Status::Na, _) => (!judged.parts.unknown.is_zero()).then_some(Open::NaBeyondCap),
        (Status::NotAsked | Status::OutOfScope | Status::Info | Status::NaApproved | Status::Answered, _) => None,
    }
}

/// Whether a question is open, see [`open`].
pub fn is_open(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    open(assessment, question).is_some()
}

/// How many of some questions are open.
pub fn open_in(assessment: &Assessment<'_>, questions: impl IntoIterator<Item = QuestionId>) -> usize {
    questions.into_iter().filter(|at| is_open(assessment, *at)).count()
}

/// How many questions are open and for what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct OpenCounts {
    /// Those without an answer that counts.
    pub unanswered: usize,
    /// Those that have an answer, of which it is not known yet whether they are asked.
    pub perhaps_not_asked: usize,
    /// Those for which we have to accept that they do not apply.
    pub awaiting_approval: usize,
    /// How many questions are asked or may be.
    pub of: usize,
}

impl OpenCounts {
    /// All that are open.
    pub fn all(self) -> usize {
        self.unanswered + self.perhaps_not_asked + self.awaiting_approval
    }
}

/// How many questions are open, for what, and of how many.
pub fn open_counts(assessment: &Assessment<'_>) -> OpenCounts {
    let asked =
        |judged: &&Judged<'_>| !matches!(judged.status, Status::NotAsked | Status::OutOfScope | Status::NaApproved);
    let of = assessment.questions.iter().filter(asked).count();
    let mut counts = OpenCounts { of, ..OpenCounts::default() };
    for at in assessment.questions.ids() {
        match open(assessment, at) {
            None => {}
            Some(open) if open.awaits_approval() => counts.awaiting_approval += 1,
            Some(Open::ScopeUnknown) if assessment.questions[at].effective.says_something() => {
                counts.perhaps_not_asked += 1;
            }
            Some(_) => counts.unanswered += 1,
        }
    }
    counts
}

/// The open questions that the vendor has to answer, or that await our approval.
pub fn open_questions(assessment: &Assessment<'_>, awaiting_approval: bool) -> Vec<QuestionId> {
    let wanted =
        |at: &QuestionId| open(assessment, *at).is_some_and(|open| open.awaits_approval() == awaiting_approval);
    assessment.questions.ids().filter(wanted).collect()
}

/// Whether the vendor has not said what it has to: what awaits our approval, and what is at stake, is ours to say.
pub fn is_open_for_vendor(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    let has_said = assessment.questions[question].effective.says_something();
    open(assessment, question).is_some_and(|open| !(open.awaits_approval() || open == Open::ScopeUnknown && has_said))
}

/// Whether the vendor says, with a reason, that a question does not apply, and we have said nothing to it: within the
/// cap it is left out, but conditions cannot rest on it until we accept it.
pub fn may_be_accepted(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    let effective = assessment.questions[question].effective;
    matches!(effective, EffectiveAnswer::Na | EffectiveAnswer::NaPending(NaPending::AwaitsApproval))
}

/// Whether a question is said not to apply and it is for us to say whether that holds: there is a reason, or none and
/// we have not refused it yet.
pub fn awaits_our_word(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    match open(assessment, question) {
        Some(open) => open.awaits_approval() || open == Open::NaPending(NaPending::NoReason),
        None => false,
    }
}

/// The questions with a status.
pub fn questions_with(assessment: &Assessment<'_>, status: Status) -> Vec<QuestionId> {
    assessment.questions.ids().filter(|at| assessment.questions[*at].status == status).collect()
}

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum AnswerQuality {
    /// Strong or adequate by the policy's bands.
    Good,
    /// Weak or poor.
    Weak,
}

/// How good an answer is, by the policy's bands; `None` where nothing is answered or it counts nothing.
pub fn quality(assessment: &Assessment<'_>, question: QuestionId) -> Option<AnswerQuality> {
    let judged = &assessment.questions[question];
    if judged.status != Status::Answered {
        return None;
    }
    let whole = judged.parts.whole();
    let worth = Exact::ratio((&whole - &judged.parts.control_gap) * 100, whole)?;
    Some(match assessment.subject.policy.band(&worth) {
        Band::Strong | Band::Adequate => AnswerQuality::Good,
        Band::Weak | Band::Poor => AnswerQuality::Weak,
    })
}

/// Whether a question has a share in the points.
pub fn counts(assessment: &Assessment<'_>, question: QuestionId) -> bool {
    !assessment.questions[question].parts.whole().is_zero()
}

/// How many of some questions are answered well, answered weakly, open, and not counted.
pub fn answers_by_quality(assessment: &Assessment<'_>, questions: impl IntoIterator<Item = QuestionId>) -> [usize; 4] {
    let mut counts = [0; 4];
    for at in questions {
        counts[match quality(assessment, at) {
            Some(AnswerQuality::Good) => 0,
            Some(AnswerQuality::Weak) => 1,
            None if is_open(assessment, at) => 2,
            None => 3,
        }] += 1;
    }
    counts
}

/// What kind of remediation it is. Of an answer that is good already nothing must be changed.
pub fn kind(assessment: &Assessment<'_>, remediation: &Remediation) -> RemediationKind {
    let judged = &assessment.questions[remediation.question];
    if open(assessment, remediation.question).is_some_and(Open::awaits_approval) {
        RemediationKind::ApprovalMissing
    } else if judged.status != Status::Answered {
        RemediationKind::AnswerMissing
    } else if judged.parts.control_gap.is_zero() {
        match unchecked_document(assessment, remediation.question) {
            Some(_) => RemediationKind::CheckMissing,
            None => RemediationKind::EvidenceMissing,
        }
    } else if quality(assessment, remediation.question) == Some(AnswerQuality::Good) {
        RemediationKind::CouldBeBetter
    } else {
        RemediationKind::MustChange
    }
}

/// The answers that are proved just so far and would gain by more proof.
pub fn lacking_proof<'s, 'a>(
    assessment: &'s Assessment<'a>,
    assurance: Assurance,
) -> impl Iterator<Item = &'s Judged<'a>> + Clone {
    let lacks = move |judged: &&Judged<'_>| judged.rests_on(assurance) && !judged.parts.evidence_gap.is_zero();
    assessment.questions.iter().filter(lacks)
}

/// How many answers that are worth something are claims only, and the grains that proof of them would give.
pub fn claims_alone(assessment: &Assessment<'_>) -> (usize, Exact) {
    let unproved = lacking_proof(assessment, Assurance::Claimed);
    (unproved.clone().count(), unproved.map(|judged| &judged.parts.evidence_gap).sum())
}

/// Whether an answer rests on proof that has expired.
pub fn rests_on_expired(judged: &Judged<'_>) -> bool {
    judged.rests_on(Assurance::Expired)
}

/// The next review where its day has passed.
pub fn overdue_review(assessment: &Assessment<'_>) -> Option<NextReview> {
    next_review(assessment).filter(|next| next.is_overdue(assessment.subject.as_of))
}

/// By this key flags stand in the order in which they are told: those that are raised before those that are still open;
/// then those that somebody accepts, and at last those that are ruled out; in each part the most severe first.
pub fn telling_order(flag: &Flag) -> (u8, Reverse<Level>) {
    let part = match flag.state {
        FlagState::Triggered => 0,
        FlagState::Open => 1,
        FlagState::Waived => 2,
        FlagState::NotAsked => 3,
        FlagState::Clear => 4,
    };
    (part, Reverse(flag.severity))
}

/// The flags of these that are told, in the order in which they are, see [`telling_order`].
pub fn flags_where<'s>(assessment: &'s Assessment<'_>, told: impl Fn(&Flag) -> bool) -> Vec<&'s Flag> {
    let mut flags: Vec<&Flag> = assessment.flags.iter().filter(|flag| told(flag)).collect();
    flags.sort_by_key(|flag| telling_order(flag));
    flags
}

/// Flags in a state, most severe first.
pub fn flags_in<'s>(assessment: &'s Assessment<'_>, state: FlagState) -> Vec<&'s Flag> {
    flags_where(assessment, |flag| flag.state == state)
}

/// The flags that are not ruled out, of the open ones those that are `named`.
pub fn flags_to_tell<'s>(assessment: &'s Assessment<'_>, named: impl Fn(&Flag) -> bool) -> Vec<&'s Flag> {
    flags_where(assessment, |flag| match flag.state {
        FlagState::Clear | FlagState::NotAsked => false,
        FlagState::Open => named(flag),
        FlagState::Triggered | FlagState::Waived => true,
    })
}

/// The flags that bound the rating and look at any of these categories.
pub fn flags_looking_at<'s>(assessment: &'s Assessment<'_>, categories: &[CategoryId]) -> Vec<&'s Flag> {
    let questionnaire = assessment.subject.questionnaire;
    let looks_at = |flag: &&Flag| match flag.flag {
        FlagRef::Category(at, _) => categories.contains(&at),
        FlagRef::Flag(at) => {
            let questions = questionnaire.flags[at].when.questions();
            questions.iter().any(|question| categories.contains(&questionnaire.questions[*question].category))
        }
    };
    assessment.flags.iter().filter(|flag| flag.state.bounds()).filter(looks_at).collect()
}

/// What is said of the vendor risk. Whoever tells it asks here; only the order of vendors and the gate rest on the
/// worst that must be assumed, whether or not it is told.
#[derive(Clone, Copy, Debug)]
pub enum Told<'s> {
    /// No question counts: there is nothing to rate.
    Nothing,
    /// Too little is known, and what is open could change the level; or too much is left out on the vendor's word,
    /// which no range shows: only the range is told.
    NotYet(&'s Rating),
    /// It is rated.
    Rated(&'s Rating),
}

impl<'s> Told<'s> {
    /// The rating, if it is told.
    pub fn rated(self) -> Option<&'s Rating> {
        match self {
            Told::Rated(rating) => Some(rating),
            Told::NotYet(_) | Told::Nothing => None,
        }
    }

    /// Whether it is not rated yet, though there is something to rate.
    pub fn is_not_yet(self) -> bool {
        matches!(self, Told::NotYet(_))
    }
}

/// What is said of the vendor risk.
pub fn told_rating<'s>(assessment: &'s Assessment<'_>) -> Told<'s> {
    match &assessment.rating {
        None => Told::Nothing,
        Some(rating) if assessment.is_too_much_left_out() => Told::NotYet(rating),
        Some(rating) if assessment.is_provisional() && rating.best != rating.worst => Told::NotYet(rating),
        Some(rating) => Told::Rated(rating),
    }
}

/// The questions where our answer counts for more than the vendor's, which is another one now than we saw.
pub fn overruled_before(assessment: &Assessment<'_>) -> Vec<QuestionId> {
    let subject = &assessment.subject;
    let observations = subject.review.into_iter().flat_map(|review| review.answers.with_ids());
    let is_old =
        |at: QuestionId, seen: &Observation| !saw_this_answer(subject, at, seen) && overrules_upwards(subject, at);
    observations.filter_map(|(at, seen)| seen.as_ref().filter(|seen| is_old(at, seen)).map(|_| at)).collect()
}

/// Whether too little is known for anybody to decide on.
pub fn is_too_early(assessment: &Assessment<'_>) -> bool {
    matches!(told_rating(assessment), Told::NotYet(rating) if rating.best != rating.worst)
}

/// What speaks against an approval that is on file: that it is too early, and the critical flags that are raised and
/// that nobody accepts, where no condition was agreed. Where the decision does not hold any more, that is said instead.
pub fn against_approval<'s>(assessment: &'s Assessment<'_>) -> (bool, Vec<&'s Flag>) {
    let approves = |decided: &(&Decision, _)| decided.0.outcome != Outcome::Rejected;
    let decided = decision(&assessment.subject).filter(|(_, standing)| standing.may_hold()).filter(approves);
    let Some((decision, _)) = decided else { return (false, Vec::new()) };
    let is_unconditional = decision.conditions.is_empty();
    let is_grave =
        |flag: &Flag| is_unconditional && flag.state == FlagState::Triggered && flag.severity == Level::Critical;
    (is_too_early(assessment), flags_where(assessment, is_grave))
}

/// Whether too little is known, or too much left out, for gates and programs: also where that can change no level, so
/// that the level is told.
pub fn is_provisional(assessment: &Assessment<'_>) -> bool {
    assessment.rating.is_some() && assessment.is_provisional()
}

/// Whether flags that are not ruled out yet are told one by one. In a half-filled form every flag is open: naming them
/// all would cry wolf.
pub fn names_open_flags(assessment: &Assessment<'_>) -> bool {
    !told_rating(assessment).is_not_yet()
}

/// The next better rating that can be reached, and how; `None` when none can.
pub fn way_out<'s>(assessment: &'s Assessment<'_>) -> Option<(Level, &'s ToRating)> {
    let (rating, paths) = (assessment.rating.as_ref()?, assessment.paths()?);
    let better = [Level::High, Level::Medium, Level::Low].into_iter().filter(|level| *level < rating.worst);
    better.filter_map(|level| Some((level, paths.to_rating[level.index()].as_ref()?))).next()
}

/// The flags to clear on a way, in the order in which flags are told.
pub fn flags_of<'s>(assessment: &'s Assessment<'_>, way: &ToRating) -> Vec<&'s Flag> {
    flags_where(assessment, |flag| way.flags.contains(&flag.flag))
}

/// The flags that hold the rating where it is, in the order in which flags are told; before there is a rating, those
/// that are raised.
pub fn holding_flags<'s>(assessment: &'s Assessment<'_>) -> Vec<&'s Flag> {
    match told_rating(assessment) {
        Told::Nothing => Vec::new(),
        Told::NotYet(_) => flags_in(assessment, FlagState::Triggered),
        Told::Rated(_) => way_out(assessment).map(|(_, way)| flags_of(assessment, way)).unwrap_or_default(),
    }
}
