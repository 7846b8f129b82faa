//! What a bare claim would have to be worth for two vendors to tie. Exact and in closed form.

use super::side::Standing;
use crate::policy::{Assurance, Policy};
use crate::words::Exact;

/// The credit of a bare claim at which two vendors tie, in per cent: of several the one nearest to the policy's, of two
/// equally near ones the lower. `None` if there is none, or if they tie along a whole stretch.
///
/// `answers` are those of both, each with its weight, of which that of the second vendor is negative. A policy gives no
/// claim more than an expired paper, and no expired paper more than a current one: beyond what an expired paper is
/// worth, the two move together, and beyond what a current one is worth, there is no such policy. So the difference is
/// linear between these turns.
pub fn claim_credit_at_tie(answers: &[(Exact, &Standing)], policy: &Policy) -> Option<Exact> {
    let [now, expired, documented] = [Assurance::Claimed, Assurance::Expired, Assurance::Documented]
        .map(|assurance| Exact::from(policy.credit(assurance)));
    let delta = |claimed: &Exact| -> Exact {
        let counted = answers.iter().filter_map(|(weight, standing)| match standing {
            Standing::Answered { value, credit, assurance } => Some(match assurance {
                Assurance::Claimed => weight * value * claimed,
                Assurance::Expired => weight * value * claimed.max(&expired),
                Assurance::Documented | Assurance::Verified => weight * value * *credit,
            }),
            Standing::Excluded(_) | Standing::Open(_) => None,
        });
        counted.sum()
    };
    let mut ties: Vec<Exact> = Vec::new();
    for [from, to] in [[Exact::ZERO, expired.clone()], [expired.clone(), documented]] {
        let (left, right) = (delta(&from), delta(&to));
        if from == to || (&left * &right).is_positive() {
            continue;
        }
        // no quotient: the difference is nothing along the whole stretch
        ties.push(&from + Exact::ratio((&to - &from) * &left, left - right)?);
    }
    ties.into_iter().min_by_key(|tie| (tie - &now).abs())
}
