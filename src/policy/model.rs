//! The policy and its defaults. They are judgement, not science: `docs/numbers.md` says how to read them, and every
//! report names the policy that it rests on.

use std::sync::Arc;

use crate::questionnaire::Level;
use crate::questionnaire::level::Importance;
use crate::source::fields::fixed_words;
use crate::source::{Date, Source};
use crate::words::number::Scale;
use crate::words::{Exact, Lang};

/// What we accept.
#[derive(Clone, Debug, PartialEq)]
pub struct Policy {
    /// The day of these rules, as the file says itself.
    pub dated: Option<Date>,
    /// What a question of each [`Importance`] counts, 0..=10,000.
    pub importance: [u32; 5],
    /// What each [`Assurance`] is credited with, in percent; never falling, and 100 for verified.
    pub assurance: [u8; 4],
    /// The lowest scores that are strong, adequate and weak; falling, 1..=100. Below the last: poor.
    pub bands: [u8; 3],
    /// The residual risk by tier of what is at stake and [`Band`]; never falls along rows or down columns.
    pub residual_risk: [[Level; 4]; 4],
    /// The lowest rating that a red flag allows, by severity and tier; `None`: no bound. Never falls either.
    pub red_flags: [[Option<Level>; 4]; 4],
    /// What is at stake when the questionnaire has no factors.
    pub default_inherent_risk: Level,
    /// How severe the built-in flag of a category's minimum is.
    pub category_minimum_severity: Level,
    /// Below this coverage, in percent, the words say "not yet rated".
    pub minimum_coverage: u8,
    /// So much of a category, in percent, may be not applicable without our acceptance.
    pub not_applicable_cap: u8,
    /// So much of the questionnaire, in percent, may be left out on answers that we have not verified.
    pub scope_by_claim: u8,
    /// When a document of the vendor is here.
    pub must_be: MustBe,
    /// The folder, relative to the policy, in which documents of vendors are, too: for each in a folder that has the
    /// name of its answers file without the ending.
    pub papers: Option<String>,
    /// A document of the vendor is current for so many months, 1..=120, where its kind says nothing.
    pub evidence_months: u32,
    /// What we verified is current for so many months, 1..=120, where neither it nor its kind says how long.
    pub verified_months: u32,
    /// Answers that are older than so many months, 1..=120, are called old.
    pub answers_months: u32,
    /// By what is at stake: a vendor is looked at again so many months after a decision that names no day, 1..=120;
    /// `None`: no day follows.
    pub review_months: [Option<u32>; 4],
    /// A flag that is ruled out by less stays open.
    pub ruled_out_by: Proof,
    /// The folder, relative to the policy, from which reviews are taken and from nowhere else.
    pub reviews: Option<String>,
    /// The only questionnaires that are accepted: built-in ids, or paths relative to the policy.
    pub questionnaires: Option<Vec<String>>,
    /// What may be at stake at most for a part of the questions, such as the short form, to suffice; `None`: whatever
    /// is at stake.
    pub screening_up_to: Option<Level>,
    /// How numbers and words are shown.
    pub display: Display,
    /// What must hold, or the command ends with exit code 1.
    pub gate: Gate,
    /// The file it was read from; `None` for the defaults.
    pub source: Option<Arc<Source>>,
}

/// How numbers and words are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Display {
    /// The language, unless the command line names one.
    pub language: Option<Lang>,
    /// Scale, decimals and rounding of scores.
    pub scale: Scale,
}

/// What must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Gate {
    /// The vendor risk must be below this.
    pub rating: Option<Level>,
    /// The coverage, in percent, must be at least this.
    pub coverage: Option<u8>,
    /// No red flag may be raised or open.
    pub red_flags: bool,
    /// No answer may rest on proof that has expired.
    pub expired_evidence: bool,
    /// A decision must be on file, not be a rejection, and not be due for review.
    pub decision: bool,
}

impl Gate {
    /// Whether anything must hold.
    pub fn is_set(&self) -> bool {
        *self != Gate::default()
    }
}

/// When a document of the vendor is here, without which it proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MustBe {
    /// Its file lies in the vendor's folder or in ours, or our review says that we received it.
    Received,
    /// It says where it can be found.
    Named,
}

fixed_words!(MustBe { Received: "received", Named: "named" });

/// How far an answer is proved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Assurance {
    /// The vendor's word only.
    Claimed,
    /// There was proof, but it has expired.
    Expired,
    /// On paper, dated and findable, not checked by us.
    Documented,
    /// Seen by us.
    Verified,
}

impl Assurance {
    /// Its column in the policy's table, 0..=3.
    pub fn index(self) -> usize {
        self as usize
    }

    /// What kind of proof it is: what has run out is no more than the vendor's word.
    pub fn proof(self) -> Proof {
        match self {
            Assurance::Claimed | Assurance::Expired => Proof::Claimed,
            Assurance::Documented => Proof::Documented,
            Assurance::Verified => Proof::Verified,
        }
    }
}

fixed_words!(Assurance { Claimed: "claimed", Expired: "expired", Documented: "documented", Verified: "verified" });

/// What something rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Proof {
    /// The vendor's word.
    Claimed,
    /// A current document that we have not checked.
    Documented,
    /// What we verified.
    Verified,
}

fixed_words!(Proof { Claimed: "claimed", Documented: "documented", Verified: "verified" });

/// How good the protection is, by its score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// The best.
    Strong,
    /// Good enough for most purposes.
    Adequate,
    /// Not good enough for sensitive purposes.
    Weak,
    /// Bad.
    Poor,
}

impl Band {
    /// From best to worst.
    pub const ALL: [Band; 4] = [Band::Strong, Band::Adequate, Band::Weak, Band::Poor];

    /// Its column in the policy's tables, 0..=3.
    pub fn index(self) -> usize {
        self as usize
    }
}

fixed_words!(Band { Strong: "strong", Adequate: "adequate", Weak: "weak", Poor: "poor" });

impl Default for Policy {
    fn default() -> Self {
        use Level::{Critical as C, High as H, Low as L, Medium as M};
        Policy {
            dated: None,
            importance: [4, 3, 2, 1, 0],
            assurance: [60, 60, 85, 100],
            bands: [90, 70, 50],
            residual_risk: [[L, L, L, M], [L, M, M, H], [M, M, H, C], [H, H, C, C]],
            red_flags: [
                [None, None, None, None],
                [Some(L), Some(M), Some(M), Some(M)],
                [Some(M), Some(M), Some(H), Some(H)],
                [Some(H), Some(H), Some(C), Some(C)],
            ],
            default_inherent_risk: Level::High,
            category_minimum_severity: Level::Medium,
            minimum_coverage: 80,
            not_applicable_cap: 20,
            scope_by_claim: 25,
            must_be: MustBe::Received,
            papers: None,
            evidence_months: 24,
            verified_months: 24,
            answers_months: 12,
            review_months: [None; 4],
            ruled_out_by: Proof::Claimed,
            reviews: None,
            questionnaires: None,
            screening_up_to: None,
            display: Display::default(),
            gate: Gate::default(),
            source: None,
        }
    }
}

impl Policy {
    /// What a question of an importance counts.
    pub fn weight(&self, importance: Importance) -> u32 {
        self.importance[importance.index()]
    }

    /// What a proof is credited with, in percent.
    pub fn credit(&self, assurance: Assurance) -> u8 {
        self.assurance[assurance.index()]
    }

    /// The lowest score of a band, in percent; 0 for poor.
    pub fn cut(&self, band: Band) -> u8 {
        let [strong, adequate, weak] = self.bands;
        match band {
            Band::Strong => strong,
            Band::Adequate => adequate,
            Band::Weak => weak,
            Band::Poor => 0,
        }
    }

    /// The band of a score on 0..=100, compared exactly.
    pub fn band(&self, score: &Exact) -> Band {
        let reached = |band: &Band| *score >= Exact::from(self.cut(*band));
        [Band::Strong, Band::Adequate, Band::Weak].into_iter().find(reached).unwrap_or(Band::Poor)
    }

    /// The residual risk that follows from what is at stake and the protection.
    pub fn risk(&self, tier: Level, band: Band) -> Level {
        self.residual_risk[tier.index()][band.index()]
    }

    /// The lowest rating that a flag of a severity allows.
    pub fn bound(&self, severity: Level, tier: Level) -> Option<Level> {
        self.red_flags[severity.index()][tier.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_score_on_the_cut_belongs_to_the_better_band() {
        let policy = Policy::default();
        let score = |n: i64, d: i64| Exact::ratio(n, d).unwrap();
        assert_eq!(policy.band(&score(70, 1)), Band::Adequate);
        assert_eq!(policy.band(&score(6999, 100)), Band::Weak);
        assert_eq!(policy.band(&score(0, 1)), Band::Poor);
        assert_eq!(policy.band(&score(100, 1)), Band::Strong);
    }
}
