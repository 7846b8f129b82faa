//! What the one behind must do to overtake: flags to clear, then the smallest set of remediations, and whether proof
//! alone would do.

use crate::assessment::Assessment;
use crate::assessment::remediation::Remediation;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::QuestionId;
use crate::words::Exact;

/// What overtaking takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overtake {
    /// Flags that hold its rating above the other's and must be cleared first.
    pub flags: Vec<FlagRef>,
    /// The questions to fix and prove so that its score is strictly higher; `None` where all are not enough.
    pub remediations: Option<Vec<QuestionId>>,
    /// The questions to prove as they are, if that is enough.
    pub assurances: Option<Vec<QuestionId>>,
}

/// What `behind` must do to overtake `ahead`, which leads by `gap` points of the headline score (negative if it only
/// ranks better).
pub fn overtake(behind: &Assessment<'_>, ahead: &Assessment<'_>, gap: &Exact) -> Overtake {
    let worst = |assessment: &Assessment<'_>| assessment.rating.as_ref().map(|rating| rating.worst);
    let highest = behind.inherent_risk.highest;
    let holds = |flag: &&crate::assessment::flag::Flag| {
        let bound = behind.subject.policy.bound(flag.severity, highest);
        flag.state.bounds() && bound.is_some_and(|bound| Some(bound) > worst(ahead))
    };
    Overtake {
        flags: behind.flags.iter().filter(holds).map(|flag| flag.flag).collect(),
        remediations: smallest(behind, gap, |remediation| &remediation.gain),
        assurances: smallest(behind, gap, |remediation| &remediation.evidence_only),
    }
}

/// The fewest questions whose gains together exceed the gap: gains are independent, so the largest come first.
fn smallest(
    assessment: &Assessment<'_>,
    gap: &Exact,
    gain: impl Fn(&Remediation) -> &Exact,
) -> Option<Vec<QuestionId>> {
    let mut remediations: Vec<&Remediation> =
        assessment.remediations().iter().filter(|remediation| *gain(remediation) != Exact::ZERO).collect();
    remediations.sort_by(|a, b| gain(b).cmp(gain(a)).then(a.question.cmp(&b.question)));
    let mut sum = Exact::ZERO;
    let mut chosen = Vec::new();
    let mut remediations = remediations.into_iter();
    while assessment.points(sum.clone()) <= *gap {
        let remediation = remediations.next()?;
        sum += gain(remediation);
        chosen.push(remediation.question);
    }
    Some(chosen)
}
