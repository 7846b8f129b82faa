//! Which questions are asked, and whether they count.

use std::collections::BTreeSet;

use super::effective::EffectiveAnswer;
use super::subject::Subject;
use super::truth::Truth;
use super::worth::number;
use crate::answers::Value;
use crate::questionnaire::Condition;
use crate::questionnaire::ids::{ById, FactorId, FactorOptionId, QuestionId};
use crate::review::Review;
use crate::source::fields::fixed_words;

/// Whether a question counts, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Status {
    /// The vendor was not sent it.
    NotAsked,
    /// Not asked here.
    OutOfScope,
    /// Asked for information; counts nothing.
    Info,
    /// Whether it is asked is not known yet, even if it was answered.
    ScopeUnknown,
    /// Not answered.
    Unanswered,
    /// Not applicable, without effect yet.
    NaPending,
    /// Not applicable, accepted by us.
    NaApproved,
    /// Not applicable, by the vendor's reason, up to the policy's cap.
    Na,
    /// Answered.
    Answered,
}

fixed_words!(Status {
    NotAsked: "not_asked",
    OutOfScope: "out_of_scope",
    Info: "info",
    ScopeUnknown: "scope_unknown",
    Unanswered: "unanswered",
    NaPending: "na_pending",
    NaApproved: "na_approved",
    Na: "na",
    Answered: "answered",
});

/// What conditions can see: the effective answers, and which questions are asked.
#[derive(Debug)]
pub struct Scope<'s, 'a> {
    subject: &'s Subject<'a>,
    effective: &'s ById<QuestionId, EffectiveAnswer<'a>>,
    /// See [`Scope::of_proved`].
    seen: Option<&'s ById<QuestionId, Option<&'a Value>>>,
    /// What the vendor was sent; `None`: every question.
    sent: Option<BTreeSet<QuestionId>>,
    asked: ById<QuestionId, Truth>,
}

impl<'s, 'a> Scope<'s, 'a> {
    /// Decides for every question whether it is asked; of one that the vendor was not sent nothing is known.
    pub fn decide(subject: &'s Subject<'a>, effective: &'s ById<QuestionId, EffectiveAnswer<'a>>) -> Self {
        Scope::decided(subject, effective, None, Truth::Unknown)
    }

    /// The same where questions that the vendor was not sent are out of scope, so that what looks at them is false;
    /// `None` where it was sent all of them.
    pub fn without_unsent(&self) -> Option<Self> {
        self.sent.as_ref().map(|_| Scope::decided(self.subject, self.effective, None, Truth::False))
    }

    /// The same where of some answers only so much is known as they share with what we saw before.
    pub fn of_proved(
        subject: &'s Subject<'a>,
        effective: &'s ById<QuestionId, EffectiveAnswer<'a>>,
        seen: &'s ById<QuestionId, Option<&'a Value>>,
    ) -> Self {
        Scope::decided(subject, effective, Some(seen), Truth::Unknown)
    }

    fn decided(
        subject: &'s Subject<'a>,
        effective: &'s ById<QuestionId, EffectiveAnswer<'a>>,
        seen: Option<&'s ById<QuestionId, Option<&'a Value>>>,
        unsent: Truth,
    ) -> Self {
        let sent = subject.review.and_then(Review::asked);
        let mut scope = Scope { subject, effective, seen, sent, asked: effective.map(|_, _| Truth::True) };
        for &question in &subject.questionnaire.asking_order {
            if !scope.is_sent(question) {
                scope.asked[question] = unsent;
            } else if let Some(when) = &subject.questionnaire.questions[question].when {
                scope.asked[question] = scope.holds(when);
            }
        }
        scope
    }

    /// Whether the vendor was sent a question.
    pub fn is_sent(&self, question: QuestionId) -> bool {
        self.sent.as_ref().is_none_or(|sent| sent.contains(&question))
    }

    /// Whether a question is asked.
    pub fn asked(&self, question: QuestionId) -> Truth {
        self.asked[question]
    }

    /// Whether a condition holds.
    pub fn holds(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::All(parts) => Truth::all(parts.iter().map(|part| self.holds(part))),
            Condition::Any(parts) => Truth::any(parts.iter().map(|part| self.holds(part))),
            Condition::Not(part) => self.holds(part).negated(),
            Condition::Factor { factor, options } => self.factor(*factor, options),
            Condition::Options { question, .. }
            | Condition::Never { question }
            | Condition::Within { question, .. } => self.answer(*question, condition),
        }
    }

    /// The questions on which it rests that a condition holds, or that it is not known: those whose part of it has
    /// just this truth.
    pub fn deciding(&self, condition: &Condition, truth: Truth) -> Vec<QuestionId> {
        match condition {
            Condition::All(parts) | Condition::Any(parts) => {
                let decisive = parts.iter().filter(|part| self.holds(part) == truth);
                decisive.flat_map(|part| self.deciding(part, truth)).collect()
            }
            Condition::Not(part) => self.deciding(part, truth.negated()),
            leaf => leaf.questions(),
        }
    }

    /// The answers on which it rests that a condition does not hold; of questions that are not asked, those by which
    /// they are not.
    pub fn ruling_out(&self, condition: &Condition) -> Vec<QuestionId> {
        let mut answers = Vec::new();
        let mut next = self.deciding(condition, Truth::False);
        let mut seen = next.clone();
        while let Some(at) = next.pop() {
            let gate = self.subject.questionnaire.questions[at].when.as_ref();
            match gate.filter(|_| self.asked[at] == Truth::False) {
                Some(when) => {
                    let gates = self.deciding(when, Truth::False).into_iter().filter(|at| !seen.contains(at));
                    let gates: Vec<QuestionId> = gates.collect();
                    seen.extend(&gates);
                    next.extend(gates);
                }
                None => answers.push(at),
            }
        }
        answers
    }

    /// Whether the answer in force is ours instead of the vendor's.
    pub fn is_ours(&self, question: QuestionId) -> bool {
        matches!(self.effective[question], EffectiveAnswer::Ours(_))
    }

    /// What is at stake is for the review alone to say; without it every option is possible.
    fn factor(&self, factor: FactorId, options: &[FactorOptionId]) -> Truth {
        let stated = self.subject.review.and_then(|review| review.inherent_risk[factor]);
        stated.map_or(Truth::Unknown, |option| options.contains(&option).into())
    }

    fn answer(&self, question: QuestionId, condition: &Condition) -> Truth {
        match (self.asked[question], self.effective[question]) {
            (Truth::False, _) => Truth::False,
            (Truth::Unknown, _)
            | (_, EffectiveAnswer::Unanswered | EffectiveAnswer::NaPending(_) | EffectiveAnswer::Na) => Truth::Unknown,
            (Truth::True, EffectiveAnswer::NaApproved) => Truth::False,
            (Truth::True, EffectiveAnswer::Vendor(value) | EffectiveAnswer::Ours(value)) => {
                let now = self.value(question, value, condition);
                let before = self.seen_before(question).map_or(now, |seen| self.value(question, seen, condition));
                if now == before { now.into() } else { Truth::Unknown }
            }
        }
    }

    fn seen_before(&self, question: QuestionId) -> Option<&'a Value> {
        self.seen.and_then(|seen| seen[question])
    }

    fn value(&self, question: QuestionId, value: &Value, condition: &Condition) -> bool {
        match (condition, value) {
            (Condition::Options { options, .. }, Value::Options(chosen)) => {
                chosen.iter().any(|at| options.contains(at))
            }
            (Condition::Never { .. }, Value::Never) => true,
            (Condition::Within { above, below, .. }, value) => {
                let number = number(self.subject, question, value);
                number.is_some_and(|n| above.is_none_or(|bound| n > bound) && below.is_none_or(|bound| n < bound))
            }
            _ => false,
        }
    }

    /// Whether a question is answered by what is seen here; that it does not apply is an answer once we accept it, and
    /// one of which only a part is known is none.
    pub fn is_answered(&self, question: QuestionId) -> bool {
        let is_given = self.effective[question].value().is_some() && self.seen_before(question).is_none();
        self.is_sent(question) && (is_given || self.effective[question] == EffectiveAnswer::NaApproved)
    }

    /// The status of a question that counts `weight`.
    pub fn status(&self, question: QuestionId, weight: u32) -> Status {
        match (self.asked[question], self.effective[question]) {
            _ if !self.is_sent(question) => Status::NotAsked,
            (Truth::False, _) => Status::OutOfScope,
            _ if weight == 0 => Status::Info,
            (Truth::Unknown, _) => Status::ScopeUnknown,
            (_, EffectiveAnswer::Unanswered) => Status::Unanswered,
            (_, EffectiveAnswer::NaPending(_)) => Status::NaPending,
            (_, EffectiveAnswer::NaApproved) => Status::NaApproved,
            (_, EffectiveAnswer::Na) => Status::Na,
            (_, EffectiveAnswer::Vendor(_) | EffectiveAnswer::Ours(_)) => Status::Answered,
        }
    }

    /// The questions that must be answered before it can be known whether a question is asked, outermost first.
    pub fn gates(&self, question: QuestionId) -> Vec<QuestionId> {
        let mut gates = Vec::new();
        let mut seen = vec![question];
        let mut next = 0;
        while let Some(&at) = seen.get(next).filter(|_| seen.len() < MOST_GATES) {
            next += 1;
            let Some(when) = &self.subject.questionnaire.questions[at].when else { continue };
            for gate in when.questions() {
                if !seen.contains(&gate) {
                    seen.push(gate);
                    let open = !self.is_answered(gate);
                    gates.extend((self.asked[gate] != Truth::False && open).then_some(gate));
                }
            }
        }
        gates.reverse();
        gates
    }
}

/// A chain of conditions is followed so far: no questionnaire for people is deeper, and a hostile one costs nothing.
const MOST_GATES: usize = 50;
