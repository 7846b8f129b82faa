//! What is at stake before any control.

use super::subject::Subject;
use crate::questionnaire::Level;
use crate::questionnaire::ids::FactorId;

/// The tier of what is at stake: a range where factors are not stated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InherentRisk {
    /// At least this.
    pub lowest: Level,
    /// At most this.
    pub highest: Level,
    /// The questionnaire has no factors, so the policy's default stands in.
    pub assumed: bool,
    /// The factors that our review does not state.
    pub missing: Vec<FactorId>,
    /// The stated factors that alone reach the highest tier.
    pub decisive: Vec<FactorId>,
}

/// The tier: the highest of all factors (the high-water mark of FIPS 199 and 200). A factor that is not stated may be
/// any of its options.
pub fn inherent_risk(subject: &Subject<'_>) -> InherentRisk {
    let factors = &subject.questionnaire.factors;
    let default = subject.policy.default_inherent_risk;
    if factors.is_empty() {
        let (missing, decisive) = (Vec::new(), Vec::new());
        return InherentRisk { lowest: default, highest: default, assumed: true, missing, decisive };
    }
    let stated = |at: FactorId| subject.review.and_then(|review| review.inherent_risk[at]);
    let (mut lowest, mut highest) = (Level::Low, Level::Low);
    for (at, factor) in factors.with_ids() {
        let tiers = factor.options.iter().map(|option| option.tier);
        let (least, most) = match stated(at) {
            Some(option) => (factor.options[option].tier, factor.options[option].tier),
            None => (tiers.clone().min().unwrap_or(Level::Low), tiers.max().unwrap_or(Level::Critical)),
        };
        lowest = lowest.max(least);
        highest = highest.max(most);
    }
    let reaches = |at: &FactorId| stated(*at).is_some_and(|option| factors[*at].options[option].tier == highest);
    InherentRisk {
        lowest,
        highest,
        assumed: false,
        missing: factors.ids().filter(|at| stated(*at).is_none()).collect(),
        decisive: factors.ids().filter(reaches).collect(),
    }
}
