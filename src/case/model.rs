//! Everything that a judgement needs.

use std::path::Path;
use std::sync::Arc;

use super::origins::{FoundPolicy, Origins, ReviewOrigin};
use crate::answers::Answers;
use crate::assessment::{Papers, Subject};
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::review::Review;
use crate::source::{Date, Diagnostics};
use crate::words::Lang;

/// Everything that a judgement needs, and where it came from. It is made by reading, so all of it belongs together.
#[derive(Debug)]
pub struct Case {
    /// What was asked.
    pub(crate) questionnaire: Arc<Questionnaire>,
    /// What the vendor said.
    pub(crate) answers: Answers,
    /// Which documents of the vendor are here.
    pub(crate) papers: Papers,
    /// What we know and decided, and where it came from.
    pub(crate) review: Option<(Review, ReviewOrigin)>,
    /// What we accept.
    pub(crate) policy: Arc<Policy>,
    /// The day of the judgement.
    pub(crate) as_of: Date,
    /// The day of the gate: a vendor does not say for it what has run out.
    pub(crate) gate_day: Date,
    /// Whether the questionnaire lies in the vendor's folder and nobody of ours named it.
    pub(crate) vendors_own_questionnaire: bool,
    /// Whether the policy was found by its place, not named.
    pub(crate) found_policy: bool,
}

/// What came of reading: what was wanted unless an error stands against it, and everything that was noted.
#[derive(Debug)]
#[non_exhaustive]
pub struct Loaded<T> {
    /// What was wanted.
    pub value: Option<T>,
    /// Errors and warnings.
    pub notes: Diagnostics,
    /// The language that the policy asks for, if it can be used.
    pub language: Option<Lang>,
}

impl Case {
    /// What is judged.
    pub fn subject(&self) -> Subject<'_> {
        Subject {
            questionnaire: &self.questionnaire,
            answers: &self.answers,
            review: self.review.as_ref().map(|(review, _)| review),
            papers: &self.papers,
            policy: &self.policy,
            as_of: self.as_of,
        }
    }

    /// What is judged for the gate, if that is not what is told: on the day of the answers only looks are taken.
    pub(crate) fn gate_subject(&self) -> Option<Subject<'_>> {
        (self.gate_day != self.as_of).then(|| Subject { as_of: self.gate_day, ..self.subject() })
    }

    /// What a reader must know about where the files came from.
    pub fn origins(&self) -> Origins {
        let review = self.review.as_ref();
        let found_policy = self.policy.source.as_ref().filter(|_| self.found_policy);
        Origins {
            review: review.map(|(review, _)| file_name(&review.source.name)),
            later_review: review
                .filter(|(review, _)| review.reviewed > self.as_of)
                .map(|(review, _)| (file_name(&review.source.name), review.reviewed)),
            review_beside_answers: review.is_some_and(|(_, origin)| *origin == ReviewOrigin::BesideAnswers),
            unnamed_review: review.is_some_and(|(_, origin)| match origin {
                ReviewOrigin::Named => false,
                ReviewOrigin::Policy => self.found_policy,
                ReviewOrigin::BesideAnswers => true,
            }),
            found_policy: found_policy.map(|source| FoundPolicy {
                file: file_name(&source.name),
                is_above: source.path.is_absolute(),
                dated: self.policy.dated,
            }),
            vendors_own_questionnaire: self.vendors_own_questionnaire,
        }
    }
}

/// The last part of a path.
pub(crate) fn file_name(path: &str) -> String {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path).to_owned()
}
