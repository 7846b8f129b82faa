//! Conditions over answers: when a question is asked, when a red flag is raised, what contradicts what.

use serde::{Deserialize, Serialize};

use super::ids::{FactorId, FactorOptionId, OptionId, QuestionId};
use crate::words::Quantity;

/// A condition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Condition {
    /// All of them hold.
    All(Vec<Condition>),
    /// At least one of them holds.
    Any(Vec<Condition>),
    /// It does not hold.
    Not(Box<Condition>),
    /// A choice was answered with one of these options.
    Options {
        /// The question.
        question: QuestionId,
        /// Some of its options.
        options: Vec<OptionId>,
    },
    /// A question about a date was answered with `never`.
    Never {
        /// The question.
        question: QuestionId,
    },
    /// A number, or the days of a date, lies strictly between two bounds.
    Within {
        /// The question.
        question: QuestionId,
        /// Greater than this.
        above: Option<Quantity>,
        /// Less than this.
        below: Option<Quantity>,
    },
    /// A factor of inherent risk has one of these options.
    Factor {
        /// The factor.
        factor: FactorId,
        /// Some of its options.
        options: Vec<FactorOptionId>,
    },
}

impl Condition {
    /// All questions that the condition looks at, in the order of the text.
    pub fn questions(&self) -> Vec<QuestionId> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(Condition::questions).collect(),
            Condition::Not(part) => part.questions(),
            Condition::Options { question, .. }
            | Condition::Never { question }
            | Condition::Within { question, .. } => {
                vec![*question]
            }
            Condition::Factor { .. } => Vec::new(),
        }
    }

    /// All factors of inherent risk that the condition looks at, likewise.
    pub fn factors(&self) -> Vec<FactorId> {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().flat_map(Condition::factors).collect(),
            Condition::Not(part) => part.factors(),
            Condition::Factor { factor, .. } => vec![*factor],
            Condition::Options { .. } | Condition::Never { .. } | Condition::Within { .. } => Vec::new(),
        }
    }
    /// What of the condition can be told to somebody who sees only some of the questions, and no factor; `None` if that
    /// says nothing. Where it holds, so does what is told, so that nobody is kept from answering.
    pub fn told(&self, is_seen: &impl Fn(QuestionId) -> bool) -> Option<Condition> {
        let told = |part: &Condition| part.told(is_seen);
        match self {
            Condition::All(parts) => {
                let parts: Vec<Condition> = parts.iter().filter_map(told).collect();
                (!parts.is_empty()).then_some(Condition::All(parts))
            }
            Condition::Any(parts) => parts.iter().map(told).collect::<Option<Vec<_>>>().map(Condition::Any),
            _ => self.is_seen(is_seen).then(|| self.clone()),
        }
    }

    fn is_seen(&self, is_seen: &impl Fn(QuestionId) -> bool) -> bool {
        match self {
            Condition::All(parts) | Condition::Any(parts) => parts.iter().all(|part| part.is_seen(is_seen)),
            Condition::Not(part) => part.is_seen(is_seen),
            Condition::Options { question, .. }
            | Condition::Never { question }
            | Condition::Within { question, .. } => is_seen(*question),
            Condition::Factor { .. } => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::ids::ById;

    #[test]
    fn what_is_told_hides_factors_and_never_narrows() {
        let factor = Condition::Factor { factor: ById::default().push(()), options: vec![ById::default().push(())] };
        let mut questions: ById<QuestionId, ()> = ById::default();
        let [asked, other] = [questions.push(()), questions.push(())];
        let seen = Condition::Never { question: asked };
        let hidden = Condition::Never { question: other };
        let told = |condition: &Condition| condition.told(&|question| question == asked);
        assert_eq!(told(&factor), None);
        assert_eq!(told(&hidden), None);
        assert_eq!(told(&seen), Some(seen.clone()));
        let both = vec![seen.clone(), factor];
        assert_eq!(told(&Condition::All(both.clone())), Some(Condition::All(vec![seen.clone()])));
        assert_eq!(told(&Condition::Any(both.clone())), None);
        assert_eq!(told(&Condition::Not(Box::new(Condition::All(both)))), None);
        let not = Condition::Not(Box::new(seen));
        assert_eq!(told(&not), Some(not.clone()));
    }
}
