//! What a bare claim would have to be worth for two vendors to tie. Exact and in closed form.

use std::collections::BTreeSet;

use super::side::Standing;
use crate::policy::{Assurance, Policy};
use crate::words::Exact;

/// The credit of a bare claim at which two vendors tie, in per cent: of several the one nearest to the policy's, of two
/// equally near ones the lower. `None` if there is none, or if they tie along a whole stretch.
///
/// `answers` are those of both, each with its weight, of which that of the second vendor is negative. A policy gives no
/// claim more than an expired paper, and no expired paper more than a current one: beyond what an expired paper is
/// worth, the two move together, and beyond what a current one is worth, there is no such policy. What we verified
/// before an answer was bettered counts until the new answer by itself is credited with more. So the difference is
/// linear between these turns.
pub fn claim_credit_at_tie(answers: &[(Exact, &Standing)], policy: &Policy) -> Option<Exact> {
    let [now, expired, documented] = [Assurance::Claimed, Assurance::Expired, Assurance::Documented]
        .map(|assurance| Exact::from(policy.credit(assurance)));
    let delta = |claimed: &Exact| -> Exact {
        let counted = answers.iter().filter_map(|(weight, standing)| match standing {
            Standing::Answered { value, own, least, .. } => {
                let own = match own {
                    Assurance::Claimed => claimed.clone(),
                    Assurance::Expired => claimed.max(&expired).clone(),
                    fixed => Exact::from(policy.credit(*fixed)),
                };
                Some(weight * value * own.max(least.clone()))
            }
            Standing::Excluded(_) | Standing::Open(_) => None,
        });
        counted.sum()
    };
    let passes = answers.iter().filter_map(|(_, standing)| match standing {
        Standing::Answered { least, .. } => Some(least.clone()),
        Standing::Excluded(_) | Standing::Open(_) => None,
    });
    let turns = passes.chain([Exact::ZERO, expired.clone(), documented.clone()]);
    let turns: BTreeSet<Exact> = turns.filter(|turn| *turn <= documented).collect();
    let mut ties: Vec<Exact> = Vec::new();
    for (from, to) in turns.iter().zip(turns.iter().skip(1)) {
        let (left, right) = (delta(from), delta(to));
        if (&left * &right).is_positive() {
            continue;
        }
        // no quotient: the difference is nothing along the whole stretch
        ties.push(from + Exact::ratio((to - from) * &left, left - right)?);
    }
    ties.into_iter().min_by_key(|tie| (tie - &now).abs())
}
