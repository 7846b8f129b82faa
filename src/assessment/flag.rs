//! Red flags: raised, not yet ruled out, ruled out, or accepted for a time.

use super::judged::CategoryResult;
use super::scope::Scope;
use super::subject::Subject;
use super::truth::Truth;
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, CategoryId, FlagId, QuestionId, WaiverId};
use crate::review::Waiver;
use crate::source::fields::fixed_words;
use crate::words::Exact;

/// A red flag and its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flag {
    /// Which flag.
    pub flag: FlagRef,
    /// How severe it is.
    pub severity: Level,
    /// Its state.
    pub state: FlagState,
    /// The state that it would have if every claim were proved; differs for category minimums only.
    pub if_proved: FlagState,
    /// The waiver in the review, if one is in force.
    pub waiver: Option<WaiverId>,
    /// The questions whose answers raise it, or that are open and keep it from being ruled out.
    pub cause: Vec<QuestionId>,
}

/// The state of a red flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlagState {
    /// Raised.
    Triggered,
    /// Not yet ruled out.
    Open,
    /// Ruled out.
    Clear,
    /// Raised or open, but accepted by somebody until a date.
    Waived,
}

fixed_words!(FlagState { Triggered: "triggered", Open: "open", Clear: "clear", Waived: "waived" });

impl FlagState {
    /// Whether it bounds the worst rating.
    pub fn bounds(self) -> bool {
        matches!(self, FlagState::Triggered | FlagState::Open)
    }
}

/// Every flag with its state; categories where nothing counts have none.
pub fn judge_flags(
    subject: &Subject<'_>,
    scope: &Scope<'_, '_>,
    categories: &ById<CategoryId, CategoryResult>,
) -> Vec<Flag> {
    let judged = |flag: FlagRef| {
        let flag = match flag {
            FlagRef::Flag(at) => own_flag(subject, scope, at),
            FlagRef::Category(at) => {
                let severity = subject.policy.category_minimum_severity;
                let (state, if_proved) = minimum(subject, categories, at)?;
                Flag { flag, severity, state, if_proved, waiver: None, cause: Vec::new() }
            }
        };
        Some(with_waiver(subject, flag))
    };
    subject.questionnaire.flag_refs().into_iter().filter_map(judged).collect()
}

fn own_flag(subject: &Subject<'_>, scope: &Scope<'_, '_>, at: FlagId) -> Flag {
    let asked = &subject.questionnaire.flags[at];
    let truth = scope.holds(&asked.when);
    let mut cause = if truth == Truth::False { Vec::new() } else { scope.deciding(&asked.when, truth) };
    cause.sort_unstable();
    cause.dedup();
    let state = from_truth(truth);
    Flag { flag: FlagRef::Flag(at), severity: asked.severity, state, if_proved: state, waiver: None, cause }
}

fn from_truth(truth: Truth) -> FlagState {
    match truth {
        Truth::True => FlagState::Triggered,
        Truth::Unknown => FlagState::Open,
        Truth::False => FlagState::Clear,
    }
}

/// The flag of a category's minimum, by the assured and by the claimed score.
fn minimum(
    subject: &Subject<'_>,
    categories: &ById<CategoryId, CategoryResult>,
    category: CategoryId,
) -> Option<(FlagState, FlagState)> {
    let score = categories[category].score.as_ref()?;
    let minimum = Exact::from(subject.questionnaire.categories[category].minimum?);
    let state = |least: Exact, most: Exact| {
        if most < minimum {
            FlagState::Triggered
        } else if least < minimum {
            FlagState::Open
        } else {
            FlagState::Clear
        }
    };
    Some((state(score.assured(), score.assured_best()), state(score.claimed(), score.potential())))
}

fn with_waiver(subject: &Subject<'_>, mut flag: Flag) -> Flag {
    let effective = |waiver: &Waiver| waiver.flag == flag.flag && waiver.until >= subject.as_of;
    let waiver = subject.review.and_then(|review| review.waivers.find(effective));
    if let Some(waiver) = waiver.filter(|_| flag.state.bounds()) {
        flag.waiver = Some(waiver);
        flag.state = FlagState::Waived;
        flag.if_proved = FlagState::Waived;
    }
    flag
}
