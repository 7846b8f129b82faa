//! What the one behind must do to overtake: flags to clear, then the smallest set of fixes, and whether proof alone would
//! do.

use num_bigint::BigInt;
use num_rational::BigRational;

use crate::assessment::Assessment;
use crate::assessment::fix::Fix;
use crate::review::FlagRef;

/// What overtaking takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overtake {
    /// Flags that hold its rating above the other's and must be cleared first.
    pub flags: Vec<FlagRef>,
    /// Places of the questions to fix and prove so that its score is strictly higher; `None` where all are not enough.
    pub fixes: Option<Vec<usize>>,
    /// Places of the questions to prove as they are, if that is enough.
    pub proofs: Option<Vec<usize>>,
}

/// What `behind` must do to overtake `ahead`, which leads by `gap` points of the headline score (negative if it only
/// ranks better).
pub fn overtake(behind: &Assessment<'_>, ahead: &Assessment<'_>, gap: &BigRational) -> Overtake {
    let worst = |assessment: &Assessment<'_>| assessment.rating.as_ref().map(|rating| rating.worst);
    let highest = behind.inherent_risk.highest;
    let holds = |flag: &&crate::assessment::flag::Flag| {
        let bound = behind.subject.policy.bound(flag.severity, highest);
        flag.state.bounds() && bound.is_some_and(|bound| Some(bound) > worst(ahead))
    };
    Overtake {
        flags: behind.flags.iter().filter(holds).map(|flag| flag.flag).collect(),
        fixes: smallest(behind, gap, |fix| &fix.gain),
        proofs: smallest(behind, gap, |fix| &fix.evidence_only),
    }
}

/// The fewest questions whose gains together exceed the gap: gains are independent, so the largest come first.
fn smallest(assessment: &Assessment<'_>, gap: &BigRational, gain: impl Fn(&Fix) -> &BigInt) -> Option<Vec<usize>> {
    let mut fixes: Vec<&Fix> = assessment.fixes.iter().filter(|fix| *gain(fix) != BigInt::ZERO).collect();
    fixes.sort_by(|a, b| gain(b).cmp(gain(a)).then(a.question.cmp(&b.question)));
    let mut sum = BigInt::ZERO;
    let mut chosen = Vec::new();
    let mut fixes = fixes.into_iter();
    while assessment.points(sum.clone()) <= *gap {
        let fix = fixes.next()?;
        sum += gain(fix);
        chosen.push(fix.question);
    }
    Some(chosen)
}
