//! What is known where only answers with enough proof are taken as known.

use super::assurance::{Backing, KeptProof};
use super::effective::EffectiveAnswer;
use super::scope::Scope;
use super::subject::Subject;
use super::truth::Truth;
use crate::answers::Value;
use crate::policy::Proof;
use crate::questionnaire::Condition;
use crate::questionnaire::ids::{ById, QuestionId};

/// What is known of the answers in force where every one with less proof is taken as not given.
#[derive(Debug)]
pub struct Proved<'a> {
    /// The answers; those with less proof are not given.
    answers: ById<QuestionId, EffectiveAnswer<'a>>,
    /// Of answers with less proof that are better than what we verified: that. They are given, and what both say is
    /// known.
    seen: ById<QuestionId, Option<&'a Value>>,
}

/// The answers in force that are proved so far at least. What we accepted as not applicable is our own word.
pub fn proved<'a>(
    answers: &ById<QuestionId, EffectiveAnswer<'a>>,
    backings: &ById<QuestionId, Option<Backing>>,
    kept: &ById<QuestionId, Option<KeptProof<'a>>>,
    least: Proof,
) -> Proved<'a> {
    let is_proved = |at: QuestionId| {
        let by_itself = backings[at].is_some_and(|backing| backing.assurance.proof() >= least);
        by_itself || answers[at] == EffectiveAnswer::NaApproved
    };
    let seen = kept.map(|at, kept| kept.as_ref().filter(|_| !is_proved(at)).map(|kept| kept.before.seen));
    let is_given = |at: QuestionId| is_proved(at) || seen[at].is_some();
    let answers = answers.map(|at, &answer| if is_given(at) { answer } else { EffectiveAnswer::Unanswered });
    Proved { answers, seen }
}

/// What conditions can see, by how far an answer must be proved to be seen.
#[derive(Debug)]
pub struct Scopes<'s, 'a> {
    /// All answers.
    pub claimed: &'s Scope<'s, 'a>,
    /// Those that something on paper proves.
    documented: Scope<'s, 'a>,
    /// Those that we verified.
    pub verified: Scope<'s, 'a>,
    /// All answers, where what the vendor was not sent is out of scope; `None` where it was sent everything.
    without_unsent: Option<Scope<'s, 'a>>,
}

impl<'s, 'a> Scopes<'s, 'a> {
    /// Decides at each level of proof which questions are asked. `documented` and `verified` are made by [`proved`].
    pub fn decide(
        subject: &'s Subject<'a>,
        claimed: &'s Scope<'s, 'a>,
        [documented, verified]: &'s [Proved<'a>; 2],
    ) -> Self {
        let [documented, verified] =
            [documented, verified].map(|proved| Scope::of_proved(subject, &proved.answers, &proved.seen));
        Scopes { claimed, documented, verified, without_unsent: claimed.without_unsent() }
    }

    /// What conditions can see of the answers that are proved so far at least.
    pub fn at(&self, least: Proof) -> &Scope<'s, 'a> {
        match least {
            Proof::Claimed => self.claimed,
            Proof::Documented => &self.documented,
            Proof::Verified => &self.verified,
        }
    }

    /// The best proof that rules a condition out; `None` if nothing does.
    pub fn ruled_out_by(&self, condition: &Condition) -> Option<Proof> {
        let rules_out = |least: &Proof| self.at(*least).holds(condition) == Truth::False;
        [Proof::Verified, Proof::Documented, Proof::Claimed].into_iter().find(rules_out)
    }

    /// Whether a condition that a word rules out is ruled out by ours: no answer on which it rests is the vendor's,
    /// but for what something proves.
    pub fn is_our_word(&self, condition: &Condition) -> bool {
        let rests_on = self.claimed.ruling_out(condition);
        rests_on.into_iter().all(|at| self.claimed.is_ours(at) || self.documented.is_answered(at))
    }

    /// Whether a condition does not hold but for what the vendor was not sent.
    pub fn waits_for_unsent(&self, condition: &Condition) -> bool {
        self.without_unsent.as_ref().is_some_and(|scope| scope.holds(condition) == Truth::False)
    }

    /// Whether a question is not asked, but only by answers that we have not verified.
    pub fn is_left_out_by_claim(&self, question: QuestionId) -> bool {
        self.claimed.asked(question) == Truth::False && self.verified.asked(question) == Truth::Unknown
    }
}
