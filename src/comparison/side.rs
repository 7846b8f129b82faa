//! One vendor in a comparison: what each answer is worth and how far it is credited, in whole numbers.

use num_bigint::BigInt;
use num_traits::Zero;

use crate::assessment::Assessment;
use crate::assessment::scope::Status;
use crate::policy::Assurance;

/// Values are counted in parts of `fineness`, credits in per cent; a question's score is value times credit.
#[derive(Clone, Debug)]
pub struct Side {
    /// One entry per question of the questionnaire that was answered.
    pub questions: Vec<Standing>,
}

/// Where a vendor stands on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does not count, or only in part: not asked, for information, or not applicable.
    Excluded,
    /// It counts, and is not known.
    Open,
    /// It is answered.
    Answered {
        /// What the answer is worth, in parts of the fineness.
        value: BigInt,
        /// How far it is credited, 0..=100.
        credit: u8,
        /// How far it is proved.
        assurance: Assurance,
    },
}

impl Standing {
    /// Whether the question counts for this vendor.
    pub fn counts(&self) -> bool {
        *self != Standing::Excluded
    }

    /// Whether it counts and is not known.
    pub fn is_open(&self) -> bool {
        *self == Standing::Open
    }

    /// What counts now: value times credit.
    pub fn least(&self) -> BigInt {
        match self {
            Standing::Answered { value, credit, .. } => value * *credit,
            Standing::Excluded | Standing::Open => BigInt::ZERO,
        }
    }

    /// The value of the answer; 0 where there is none.
    pub fn value(&self) -> BigInt {
        match self {
            Standing::Answered { value, .. } => value.clone(),
            Standing::Excluded | Standing::Open => BigInt::ZERO,
        }
    }

    /// The credit, if the answer is worth something: an admission has nothing to prove.
    pub fn credit(&self) -> Option<u8> {
        match self {
            Standing::Answered { value, credit, .. } if !value.is_zero() => Some(*credit),
            _ => None,
        }
    }
}

impl Side {
    /// A vendor, with values in parts of `fineness`, of which every value must be a whole number.
    pub fn of(assessment: &Assessment<'_>, fineness: &BigInt) -> Side {
        Side { questions: (0..assessment.questions.len()).map(|at| standing(assessment, at, fineness)).collect() }
    }
}

/// Where a vendor stands on one question, with its value in parts of `fineness`.
pub fn standing(assessment: &Assessment<'_>, question: usize, fineness: &BigInt) -> Standing {
    let judged = &assessment.questions[question];
    let whole = judged.parts.whole();
    match judged.status {
        Status::OutOfScope | Status::Info | Status::Na | Status::NaApproved => Standing::Excluded,
        _ if whole.is_zero() => Standing::Excluded, // its category weighs nothing
        _ => match judged.backing {
            None => Standing::Open,
            Some(backing) => Standing::Answered {
                value: (&judged.parts.assured + &judged.parts.evidence_gap) * fineness / whole,
                credit: assessment.subject.policy.credit(backing.assurance),
                assurance: backing.assurance,
            },
        },
    }
}
