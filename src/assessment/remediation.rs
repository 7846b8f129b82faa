//! What would improve the result: remediations by the points that they give back, and the shortest ways to a band or
//! a rating.

use super::flag::Flag;
use super::inherent::InherentRisk;
use super::judged::Judged;
use super::scope::{Scope, Status};
use super::score::{Parts, Score};
use super::subject::Subject;
use crate::policy::Band;
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, QuestionId};
use crate::source::fields::Word;
use crate::words::Exact;

/// What fixing and proving one question gives back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Remediation {
    /// The question.
    pub question: QuestionId,
    /// Grains gained when it is fixed and proved: exactly, where the answer does not decide what is asked. For an n/a
    /// that is kept beyond the cap it is a floor, since the question then counts in full. Of an n/a that awaits our
    /// approval, this is what an answer in its place would give: once we accept it, its grains count nowhere.
    pub gain: Exact,
    /// Grains gained when only the proof is added; the same answer, verified.
    pub evidence_only: Exact,
    /// The unanswered questions that decide whether it is asked, outermost first.
    pub needs: Vec<QuestionId>,
}

/// The smallest sets of remediations that reach a band or a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    /// How many of the largest remediations reach strong, adequate and weak.
    pub to_band: [Option<usize>; 3],
    /// What it takes to reach low, medium and high risk.
    pub to_rating: [Option<ToRating>; 3],
}

/// What it takes to reach a rating.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ToRating {
    /// Flags that must be cleared first, because they bound the rating above it.
    pub flags: Vec<FlagRef>,
    /// How many of the largest remediations are needed besides.
    pub remediations: usize,
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// This vendor risk or a lower one.
    Rating(Level),
    /// This protection or a better one.
    Band(Band),
}

impl Target {
    /// The words for it: the worst risk and the poorest protection are no goals.
    pub const WORDS: [&'static str; 6] = ["low", "medium", "high", "strong", "adequate", "weak"];

    /// The meaning of a word.
    pub fn of(word: &str) -> Option<Target> {
        let level = Level::of(word).filter(|level| *level != Level::Critical).map(Target::Rating);
        level.or_else(|| Band::of(word).filter(|band| *band != Band::Poor).map(Target::Band))
    }
}

/// Every question that can give something back, largest gain first; ties in the order of the questionnaire.
pub fn remediations(scope: &Scope<'_, '_>, questions: &ById<QuestionId, Judged<'_>>) -> Vec<Remediation> {
    let remediation = |(question, judged): (QuestionId, &Judged<'_>)| {
        let Parts { evidence_gap, control_gap, unknown, .. } = &judged.parts;
        let gain = evidence_gap + control_gap + unknown;
        let needs = || if judged.status == Status::ScopeUnknown { scope.gates(question) } else { Vec::new() };
        gain.is_positive().then(|| Remediation { question, gain, evidence_only: evidence_gap.clone(), needs: needs() })
    };
    let mut remediations: Vec<Remediation> = questions.with_ids().filter_map(remediation).collect();
    remediations.sort_by(|a, b| b.gain.cmp(&a.gain).then(a.question.cmp(&b.question)));
    remediations
}

/// The shortest ways. Gains are independent, so the largest first is the smallest set.
pub fn paths(
    subject: &Subject<'_>,
    score: &Score,
    inherent: &InherentRisk,
    flags: &[Flag],
    remediations: &[Remediation],
) -> Paths {
    let to_band = |band: Band| reach(score, remediations, subject.policy.cut(band));
    let to_rating = |target: Level| {
        let suffices = |band: &&Band| subject.policy.risk(inherent.highest, **band) <= target;
        let band = Band::ALL.iter().rev().find(suffices)?;
        let above = |flag: &&Flag| {
            flag.state.bounds() && subject.policy.bound(flag.severity, inherent.highest).is_some_and(|b| b > target)
        };
        let flags = flags.iter().filter(above).map(|flag| flag.flag).collect();
        Some(ToRating { flags, remediations: to_band(*band)? })
    };
    Paths {
        to_band: [Band::Strong, Band::Adequate, Band::Weak].map(to_band),
        to_rating: [Level::Low, Level::Medium, Level::High].map(to_rating),
    }
}

/// How many of the largest remediations bring the assured score to a cut, in percent.
fn reach(score: &Score, remediations: &[Remediation], cut: u8) -> Option<usize> {
    let parts = score.parts();
    let mut missing: Exact = parts.whole() * cut - &parts.assured * 100;
    let mut count = 0;
    while missing.is_positive() {
        missing -= &remediations.get(count)?.gain * 100;
        count += 1;
    }
    Some(count)
}

/// What kind of remediation a question needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RemediationKind {
    /// The answer is good; only proof is missing.
    EvidenceMissing,
    /// A document proves the answer; only we have not checked it.
    CheckMissing,
    /// What is in place must be changed.
    MustChange,
    /// The answer is good already, by the policy's bands, and could be better.
    CouldBeBetter,
    /// There is no answer that counts.
    AnswerMissing,
    /// It is said not to apply, and we have not accepted that.
    ApprovalMissing,
}
