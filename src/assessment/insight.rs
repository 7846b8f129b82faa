//! What follows from a judgement for whoever reads it: what is open, how good an answer is, what kind of thing would
//! improve it, the way out, what rests on claims alone. Each is decided here and nowhere else, so that screen,
//! documents, tables, JSON, comparisons, warnings and dialogues cannot disagree. Nothing is kept: all of it is worked
//! out from the [`Assessment`] when somebody asks.

use std::cmp::Reverse;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use super::effective::EffectiveAnswer;
use super::evidence::unchecked_document;
use super::flag::{Flag, FlagState};
use super::model::Assessment;
use super::remediation::{Remediation, RemediationKind, ToRating};
use super::scope::Status;
use crate::policy::{Assurance, Band};
use crate::questionnaire::Level;
use crate::questionnaire::model::NotApplicable;
use crate::review::{FlagRef, NaVerdict};

/// Whether a question is open: not answered, or n/a without effect or beyond the cap.
pub fn is_open(assessment: &Assessment<'_>, question: usize) -> bool {
    let judged = &assessment.questions[question];
    let kept = judged.status == Status::Na && !judged.parts.unknown.is_zero();
    judged.status.is_open()
        || kept
        || (judged.status == Status::Info && judged.effective == EffectiveAnswer::Unanswered)
}

/// How many of some questions are open.
pub fn open_in(assessment: &Assessment<'_>, questions: impl IntoIterator<Item = usize>) -> usize {
    questions.into_iter().filter(|at| is_open(assessment, *at)).count()
}

/// How many questions are open, of how many that are asked or may be; unscored ones are open until answered, too.
pub fn open_of_all(assessment: &Assessment<'_>) -> (usize, usize) {
    let all = assessment.questions.iter();
    let asked = all.filter(|judged| !matches!(judged.status, Status::OutOfScope | Status::NaApproved)).count();
    (open_in(assessment, 0..assessment.questions.len()), asked)
}

/// The places of questions with a status.
pub fn questions_with(assessment: &Assessment<'_>, status: Status) -> Vec<usize> {
    let all = assessment.questions.iter().enumerate();
    all.filter(|(_, judged)| judged.status == status).map(|(at, _)| at).collect()
}

/// How good an answer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerQuality {
    /// Strong or adequate by the policy's bands.
    Good,
    /// Weak or poor.
    Weak,
}

/// How good an answer is, by the policy's bands; `None` where nothing is answered or it counts nothing.
pub fn quality(assessment: &Assessment<'_>, question: usize) -> Option<AnswerQuality> {
    let judged = &assessment.questions[question];
    let whole = judged.parts.whole();
    if judged.status != Status::Answered || whole.is_zero() {
        return None;
    }
    let worth = BigRational::new((&whole - &judged.parts.control_gap) * 100, whole);
    Some(match assessment.subject.policy.band(&worth) {
        Band::Strong | Band::Adequate => AnswerQuality::Good,
        Band::Weak | Band::Poor => AnswerQuality::Weak,
    })
}

/// How many of some questions are answered well, answered weakly, open, and not counted.
pub fn answers_by_quality(assessment: &Assessment<'_>, questions: impl IntoIterator<Item = usize>) -> [usize; 4] {
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

/// What an n/a that is without effect lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NaPending {
    /// The question cannot be n/a.
    Forbidden,
    /// We say that it applies.
    Refused,
    /// The vendor's reason.
    NoReason,
    /// Our approval.
    Waits,
}

/// What an n/a that is without effect lacks.
pub fn na_pending(assessment: &Assessment<'_>, question: usize) -> NaPending {
    let subject = &assessment.subject;
    let verdict = subject.review.and_then(|review| review.observation(question)).and_then(|found| found.not_applicable);
    let permission = subject.questionnaire.questions[question].not_applicable;
    match (permission, verdict, subject.answers.comment(question)) {
        (NotApplicable::Forbidden, ..) => NaPending::Forbidden,
        (_, Some(NaVerdict::Refused), _) => NaPending::Refused,
        (.., None) => NaPending::NoReason,
        _ => NaPending::Waits,
    }
}

/// What kind of remediation it is. Of an answer that is good already nothing must be changed.
pub fn kind(assessment: &Assessment<'_>, remediation: &Remediation) -> RemediationKind {
    let judged = &assessment.questions[remediation.question];
    if judged.status != Status::Answered {
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

/// How many answers that are worth something rest on the vendor's word only, and the grains that proof of them would
/// give.
pub fn claims_alone(assessment: &Assessment<'_>) -> (usize, BigInt) {
    let unproved = assessment.questions.iter().filter(|judged| {
        judged.backing.is_some_and(|backing| backing.assurance == Assurance::Claimed)
            && judged.parts.evidence_gap != BigInt::ZERO
    });
    (unproved.clone().count(), unproved.map(|judged| &judged.parts.evidence_gap).sum())
}

/// Flags in a state, most severe first.
pub fn flags_in<'s>(assessment: &'s Assessment<'_>, state: FlagState) -> Vec<&'s Flag> {
    let mut flags: Vec<&Flag> = assessment.flags.iter().filter(|flag| flag.state == state).collect();
    flags.sort_by_key(|flag| Reverse(flag.severity));
    flags
}

/// The flags that bound the rating and look at any of these categories.
pub fn flags_looking_at<'s>(assessment: &'s Assessment<'_>, categories: &[usize]) -> Vec<&'s Flag> {
    let questionnaire = assessment.subject.questionnaire;
    let looks_at = |flag: &&Flag| match flag.flag {
        FlagRef::Category(at) => categories.contains(&at),
        FlagRef::Flag(at) => {
            let questions = questionnaire.flags[at].when.questions();
            questions.iter().any(|question| categories.contains(&questionnaire.questions[*question].category))
        }
    };
    assessment.flags.iter().filter(|flag| flag.state.bounds()).filter(looks_at).collect()
}

/// The next better rating that can be reached, and how; `None` when none can.
pub fn way_out<'s>(assessment: &'s Assessment<'_>) -> Option<(Level, &'s ToRating)> {
    let (rating, paths) = (assessment.rating.as_ref()?, assessment.paths.as_ref()?);
    let better = [Level::High, Level::Medium, Level::Low].into_iter().filter(|level| *level < rating.worst);
    better.filter_map(|level| Some((level, paths.to_rating[level.index()].as_ref()?))).next()
}

/// The flags to clear on a way, most severe first.
pub fn flags_of<'s>(assessment: &'s Assessment<'_>, way: &ToRating) -> Vec<&'s Flag> {
    let mut flags: Vec<&Flag> = assessment.flags.iter().filter(|flag| way.flags.contains(&flag.flag)).collect();
    flags.sort_by_key(|flag| Reverse(flag.severity));
    flags
}

/// The flags that hold the rating where it is, most severe first; before there is one, those that are raised.
pub fn holding_flags<'s>(assessment: &'s Assessment<'_>) -> Vec<&'s Flag> {
    match way_out(assessment) {
        _ if assessment.rating.is_none() => Vec::new(),
        _ if assessment.is_provisional() => flags_in(assessment, FlagState::Triggered),
        Some((_, way)) => flags_of(assessment, way),
        None => Vec::new(),
    }
}

/// The heaviest open questions, as many as must be answered before there is a rating.
pub fn first_to_answer(assessment: &Assessment<'_>) -> Vec<usize> {
    let Some(score) = &assessment.overall else { return Vec::new() };
    let allowed = score.parts().whole() * (100 - assessment.subject.policy.minimum_coverage);
    let weight = |at: &usize| &assessment.questions[*at].parts.unknown;
    let mut open: Vec<usize> = (0..assessment.questions.len()).filter(|at| !weight(at).is_zero()).collect();
    open.sort_by(|a, b| weight(b).cmp(weight(a)).then(a.cmp(b)));
    let mut unknown = &score.parts().unknown * 100;
    let still_too_much = |at: &usize| {
        let more = unknown > allowed;
        unknown -= weight(at) * 100;
        more
    };
    open.into_iter().take_while(still_too_much).collect()
}
