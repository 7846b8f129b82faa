//! The comparison: who ranks where, and every two vendors held against each other.

use std::fmt;

use super::pair::{Pair, Which, pair};
use super::side::Side;
use crate::assessment::score::fineness;
use crate::assessment::{Assessment, Score};
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, VendorId};
use crate::questionnaire::matching::{Matching, matching};
use crate::words::Exact;

/// Two or more vendors compared, or two dates of one.
#[derive(Debug)]
#[non_exhaustive]
pub struct Comparison<'c, 'a> {
    /// The assessments, in the order in which they were named.
    pub assessments: ById<VendorId, &'c Assessment<'a>>,
    /// The vendors, the one to prefer first.
    pub ranking: Vec<VendorId>,
    /// Every two: the first with each that was named after it, then the second, and so on.
    pub pairs: Vec<Held>,
}

/// Two vendors, and which of their questions are the same.
#[derive(Debug)]
#[non_exhaustive]
pub struct Held {
    /// What differs.
    pub pair: Pair,
    /// Which questions both were asked.
    pub matching: Matching,
}

/// Why a comparison is not possible. Vendors are named by the index of the assessment that was handed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Incomparable {
    /// Nothing counts for this one.
    NothingCounts(usize),
    /// Nothing counts for both of these.
    NothingInCommon(usize, usize),
}

impl fmt::Display for Incomparable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Incomparable::NothingCounts(at) => write!(f, "nothing counts for vendor {}", at + 1),
            Incomparable::NothingInCommon(a, b) => write!(f, "nothing counts for both vendors {} and {}", a + 1, b + 1),
        }
    }
}

impl std::error::Error for Incomparable {}

/// Compares.
///
/// # Errors
/// Nothing counts for one of them, or two have nothing in common that counts for both.
pub fn compare<'c, 'a: 'c>(
    assessments: impl IntoIterator<Item = &'c Assessment<'a>>,
) -> Result<Comparison<'c, 'a>, Incomparable> {
    let vendors: ById<VendorId, &Assessment<'a>> = assessments.into_iter().collect();
    if let Some(at) = vendors.iter().position(|assessment| assessment.overall.is_none()) {
        return Err(Incomparable::NothingCounts(at));
    }
    let fine = vendors.iter().map(|assessment| fineness(assessment.subject.questionnaire));
    let fine = fine.fold(Exact::ONE, |all, one| all.common_multiple(&one));
    let sides = vendors.map(|_, assessment| Side::of(assessment, &fine));
    let mut pairs = Vec::new();
    for (at, a) in vendors.ids().enumerate() {
        for (other, b) in vendors.ids().enumerate().skip(at + 1) {
            let (first, second) = (vendors[a], vendors[b]);
            let matching = matching(first.subject.questionnaire, second.subject.questionnaire);
            let pair = pair([a, b], [first, second], [&sides[a], &sides[b]], &fine, &matching);
            let pair = pair.ok_or(Incomparable::NothingInCommon(at, other))?;
            pairs.push(Held { pair, matching });
        }
    }
    Ok(Comparison { ranking: ranking(&vendors), assessments: vendors, pairs })
}

/// The vendors, best first: by the worst rating, then the assured and the claimed score, then as named.
fn ranking(assessments: &ById<VendorId, &Assessment<'_>>) -> Vec<VendorId> {
    let key = |at: &VendorId| -> (Option<Level>, Option<Exact>, Option<Exact>) {
        let assessment = assessments[*at];
        let minus = |of: fn(&Score) -> Exact| assessment.overall.as_ref().map(|score| -&of(score));
        (assessment.rating.as_ref().map(|rating| rating.worst), minus(Score::assured), minus(Score::claimed))
    };
    let mut vendors: Vec<VendorId> = assessments.ids().collect();
    vendors.sort_by_cached_key(|at| (key(at), *at));
    vendors
}

impl Comparison<'_, '_> {
    /// Who of a pair ranks first.
    pub fn first_of(&self, pair: &Pair) -> Which {
        let first = self.ranking.iter().find(|at| **at == pair.a || **at == pair.b);
        if first == Some(&pair.b) { Which::B } else { Which::A }
    }

    /// The one that leads by its headline score and the one behind; as named where they tie.
    pub fn led(&self, pair: &Pair) -> [VendorId; 2] {
        match pair.leader {
            Some(Which::B) => [pair.b, pair.a],
            Some(Which::A) | None => [pair.a, pair.b],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_count_vendors_from_one() {
        assert_eq!(Incomparable::NothingCounts(0).to_string(), "nothing counts for vendor 1");
        assert_eq!(Incomparable::NothingInCommon(0, 2).to_string(), "nothing counts for both vendors 1 and 3");
    }
}
