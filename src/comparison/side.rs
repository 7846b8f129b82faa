//! One vendor in a comparison: what each answer is worth and how far it is credited, in whole numbers.

use crate::assessment::Assessment;
use crate::assessment::insight::{self, Open};
use crate::assessment::scope::Status;
use crate::policy::Assurance;
use crate::questionnaire::ids::{ById, QuestionId};
use crate::words::Exact;

/// Values are counted in parts of `fineness`, credits in per cent; a question's score is value times credit.
#[derive(Clone, Debug)]
pub struct Side {
    /// One entry per question of the questionnaire that was answered.
    pub questions: ById<QuestionId, Standing>,
}

/// Where a vendor stands on one question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is not compared: it does not count, or only in part.
    Excluded(Exclusion),
    /// It counts, and is not known.
    Open(Open),
    /// It is answered.
    Answered {
        /// What the answer is worth, in parts of the fineness.
        value: Exact,
        /// How far it is credited, in percent.
        credit: Exact,
        /// How far it is proved.
        assurance: Assurance,
        /// How far it is proved by itself, whatever we verified before it was bettered.
        own: Assurance,
        /// What it is credited with at least by what we verified before it was bettered, in percent.
        least: Exact,
    },
}

/// Why a question of a vendor is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exclusion {
    /// It is not asked of this vendor.
    NotAsked,
    /// It weighs nothing.
    NoWeight,
    /// It is said not to apply, with a reason, and is left out.
    NotApplicable,
    /// It is said not to apply, with a reason, and is left out only in part, since more is than may be without our
    /// approval.
    NaBeyondCap,
    /// It does not apply, and we have accepted that.
    NaApproved,
}

impl Exclusion {
    /// Whether it is left out because it is said not to apply, and not because it was not asked.
    pub fn is_na(self) -> bool {
        matches!(self, Exclusion::NotApplicable | Exclusion::NaBeyondCap | Exclusion::NaApproved)
    }
}

impl Standing {
    /// Why it is not compared, if it is not.
    pub fn exclusion(&self) -> Option<Exclusion> {
        if let Standing::Excluded(why) = self { Some(*why) } else { None }
    }

    /// Whether the question counts for this vendor.
    pub fn counts(&self) -> bool {
        self.exclusion().is_none()
    }

    /// Whether it counts and is not known.
    pub fn is_open(&self) -> bool {
        matches!(self, Standing::Open(_))
    }

    /// What counts now: value times credit.
    pub fn least(&self) -> Exact {
        match self {
            Standing::Answered { value, credit, .. } => value * credit,
            Standing::Excluded(_) | Standing::Open(_) => Exact::ZERO,
        }
    }

    /// The value of the answer; 0 where there is none.
    pub fn value(&self) -> Exact {
        match self {
            Standing::Answered { value, .. } => value.clone(),
            Standing::Excluded(_) | Standing::Open(_) => Exact::ZERO,
        }
    }

    /// The credit, if the answer is worth something: an admission has nothing to prove.
    pub fn credit(&self) -> Option<&Exact> {
        match self {
            Standing::Answered { value, credit, .. } if !value.is_zero() => Some(credit),
            _ => None,
        }
    }
}

impl Side {
    /// A vendor, with values in parts of `fineness`, of which every value must be a whole number.
    pub fn of(assessment: &Assessment<'_>, fineness: &Exact) -> Side {
        Side { questions: assessment.questions.map(|at, _| standing(assessment, at, fineness)) }
    }
}

/// Where a vendor stands on one question, with its value in parts of `fineness`.
pub fn standing(assessment: &Assessment<'_>, question: QuestionId, fineness: &Exact) -> Standing {
    let judged = &assessment.questions[question];
    let open = insight::open(assessment, question);
    match (judged.status, open, Exact::ratio(fineness, judged.parts.whole()), judged.backing) {
        (Status::NotAsked | Status::OutOfScope, ..) => Standing::Excluded(Exclusion::NotAsked),
        (Status::NaApproved, ..) => Standing::Excluded(Exclusion::NaApproved),
        (Status::Na, Some(_), ..) => Standing::Excluded(Exclusion::NaBeyondCap),
        (Status::Na, None, ..) => Standing::Excluded(Exclusion::NotApplicable),
        (.., None, _) => Standing::Excluded(Exclusion::NoWeight), // for information, or its category weighs nothing
        (.., Some(part), Some(backing)) => {
            let in_place = &judged.parts.assured + &judged.parts.evidence_gap;
            let own = judged.own_assurance().unwrap_or(backing.assurance);
            let before = judged.before.as_ref().map(|before| &before.worth * judged.parts.whole() * 100);
            // an answer that is worth nothing has nothing to prove
            let least = before.and_then(|before| Exact::ratio(before, &in_place)).unwrap_or_default();
            let credit = Exact::from(assessment.subject.policy.credit(own)).max(least.clone());
            Standing::Answered { value: in_place * part, credit, assurance: backing.assurance, own, least }
        }
        (_, open, _, None) => Standing::Open(open.unwrap_or(Open::Unanswered)),
    }
}
