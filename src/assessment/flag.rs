//! Red flags: raised, not yet ruled out, ruled out, or accepted for a time.

use super::judged::CategoryResult;
use super::proved::Scopes;
use super::scope::Scope;
use super::subject::Subject;
use super::truth::Truth;
use crate::policy::Proof;
use crate::questionnaire::Condition;
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, CategoryId, FlagId, QuestionId, WaiverId};
use crate::review::Waiver;
use crate::source::fields::fixed_words;
use crate::words::Exact;

/// What rules a red flag out, and whose word it is where it is no more than that.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RuledOut {
    /// What we verified.
    Verified,
    /// A document that we have not verified.
    Documented,
    /// Our answer instead of the vendor's, which nothing verifies.
    OurWord,
    /// The vendor's word.
    TheirWord,
}

impl RuledOut {
    /// All of them, the most demanding first.
    pub const ALL: [RuledOut; 4] = [RuledOut::Verified, RuledOut::Documented, RuledOut::OurWord, RuledOut::TheirWord];
}

/// A red flag and its state.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Flag {
    /// Which flag.
    pub flag: FlagRef,
    /// How severe it is.
    pub severity: Level,
    /// Its state.
    pub state: FlagState,
    /// The state that it would have if every claim were proved; differs for category minimums, and for what is ruled
    /// out by less than the policy asks for.
    pub if_proved: FlagState,
    /// What rules it out, where its condition is known not to hold; category minimums have none.
    pub ruled_out_by: Option<Proof>,
    /// Whether the word that rules it out is ours alone: answers of our review that nothing verifies.
    pub is_our_word: bool,
    /// The waiver in the review, if one is in force.
    pub waiver: Option<WaiverId>,
    /// The questions whose answers raise it, or that are open and keep it from being ruled out.
    pub cause: Vec<QuestionId>,
}

impl Flag {
    /// What rules it out, and whose word that is.
    pub fn ruled_out(&self) -> Option<RuledOut> {
        self.ruled_out_by.map(|proof| match proof {
            Proof::Verified => RuledOut::Verified,
            Proof::Documented => RuledOut::Documented,
            Proof::Claimed if self.is_our_word => RuledOut::OurWord,
            Proof::Claimed => RuledOut::TheirWord,
        })
    }

    /// Whether it is open only because the policy asks for more proof than what rules it out.
    pub fn awaits_proof(&self) -> bool {
        let is_of_category = matches!(self.flag, FlagRef::Category(..));
        self.state == FlagState::Open && self.if_proved == FlagState::Clear && !is_of_category
    }
}

/// The state of a red flag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum FlagState {
    /// Raised.
    Triggered,
    /// Not yet ruled out.
    Open,
    /// Ruled out.
    Clear,
    /// Raised or open, but accepted by somebody until a date.
    Waived,
    /// Not ruled out only because the vendor was not sent what could raise it.
    NotAsked,
}

fixed_words!(FlagState {
    Triggered: "triggered",
    Open: "open",
    Clear: "clear",
    Waived: "waived",
    NotAsked: "not_asked",
});

impl FlagState {
    /// Whether it bounds the worst rating.
    pub fn bounds(self) -> bool {
        matches!(self, FlagState::Triggered | FlagState::Open)
    }
}

/// Every flag with its state; categories where nothing counts have none.
pub fn judge_flags(
    subject: &Subject<'_>,
    scopes: &Scopes<'_, '_>,
    categories: &ById<CategoryId, CategoryResult>,
) -> Vec<Flag> {
    let judged = |flag: FlagRef| {
        let flag = match flag {
            FlagRef::Flag(at) => own_flag(subject, scopes, at),
            FlagRef::Category(at, least) => {
                let severity = subject.policy.category_minimum_severity;
                let (state, if_proved) = minimum(&categories[at], least)?;
                let (ruled_out_by, is_our_word, waiver, cause) = (None, false, None, Vec::new());
                Flag { flag, severity, state, if_proved, ruled_out_by, is_our_word, waiver, cause }
            }
        };
        Some(with_waiver(subject, flag))
    };
    subject.questionnaire.flag_refs().into_iter().filter_map(judged).collect()
}

fn own_flag(subject: &Subject<'_>, scopes: &Scopes<'_, '_>, at: FlagId) -> Flag {
    let asked = &subject.questionnaire.flags[at];
    let if_proved = match scopes.claimed.holds(&asked.when) {
        Truth::Unknown if scopes.waits_for_unsent(&asked.when) => FlagState::NotAsked,
        truth => from_truth(truth),
    };
    let proof = scopes.ruled_out_by(&asked.when);
    let is_too_little = proof.is_some_and(|proof| proof < subject.policy.ruled_out_by);
    let state = if is_too_little { FlagState::Open } else { if_proved };
    let mut cause = match (state, if_proved) {
        (FlagState::Clear, _) => Vec::new(),
        (_, FlagState::Clear) => unproved(scopes.at(subject.policy.ruled_out_by), &asked.when),
        (FlagState::Triggered, _) => scopes.claimed.deciding(&asked.when, Truth::True),
        (FlagState::NotAsked, _) => unsent(scopes.claimed, &asked.when).0,
        _ => match unsent(scopes.claimed, &asked.when) {
            (unsent, sent) if sent.is_empty() => unsent,
            (_, sent) => sent,
        },
    };
    cause.sort_unstable();
    cause.dedup();
    let ruled_out_by = proof.filter(|_| state == FlagState::Clear);
    let is_our_word = ruled_out_by == Some(Proof::Claimed) && scopes.is_our_word(&asked.when);
    let (flag, severity) = (FlagRef::Flag(at), asked.severity);
    Flag { flag, severity, state, if_proved, ruled_out_by, is_our_word, waiver: None, cause }
}

/// The questions that keep a condition from being known: those that the vendor was not sent, and the others.
fn unsent(scope: &Scope<'_, '_>, condition: &Condition) -> (Vec<QuestionId>, Vec<QuestionId>) {
    scope.deciding(condition, Truth::Unknown).into_iter().partition(|at| !scope.is_sent(*at))
}

/// The questions whose answers are not proved enough to rule a condition out: those that it looks at, or those that
/// decide whether these are asked.
fn unproved(scope: &Scope<'_, '_>, condition: &Condition) -> Vec<QuestionId> {
    let deciding = scope.deciding(condition, Truth::Unknown).into_iter();
    deciding.flat_map(|at| if scope.is_answered(at) { scope.gates(at) } else { vec![at] }).collect()
}

fn from_truth(truth: Truth) -> FlagState {
    match truth {
        Truth::True => FlagState::Triggered,
        Truth::Unknown => FlagState::Open,
        Truth::False => FlagState::Clear,
    }
}

/// The flag of a category's minimum, by the assured and by the claimed score.
fn minimum(category: &CategoryResult, minimum: u8) -> Option<(FlagState, FlagState)> {
    let (score, minimum) = (category.score.as_ref()?, Exact::from(minimum));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn proof_is_awaited_where_a_claim_alone_rules_a_flag_out() {
        let (mut flags, mut categories) = (ById::<FlagId, ()>::default(), ById::<CategoryId, ()>::default());
        let [own, minimum] = [FlagRef::Flag(flags.push(())), FlagRef::Category(categories.push(()), 40)];
        for (flag, state, if_proved, expected) in [
            (own, FlagState::Open, FlagState::Clear, true),
            (own, FlagState::Open, FlagState::Open, false),
            (own, FlagState::Clear, FlagState::Clear, false),
            (own, FlagState::Triggered, FlagState::Clear, false),
            (minimum, FlagState::Open, FlagState::Clear, false),
        ] {
            let severity = Level::High;
            let (ruled_out_by, is_our_word, waiver, cause) = (None, false, None, Vec::new());
            let flag = Flag { flag, severity, state, if_proved, ruled_out_by, is_our_word, waiver, cause };
            assert_eq!(flag.awaits_proof(), expected, "{flag:?}");
        }
    }
}
