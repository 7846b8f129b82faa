//! Fixed words of the model that questionnaires, reviews and policies share.

use serde::{Deserialize, Serialize};

use crate::source::fields::fixed_words;

/// How much: of risk, of what is at stake, of a flag's severity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Level {
    /// Low.
    Low,
    /// Medium.
    Medium,
    /// High.
    High,
    /// Critical.
    Critical,
}

impl Level {
    /// Its row, or its column, in tables that have one per level, 0..=3.
    pub fn index(self) -> usize {
        self as usize
    }
}

fixed_words!(Level { Low: "low", Medium: "medium", High: "high", Critical: "critical" });

/// What a question counts, by the policy's table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Importance {
    /// Decides whether the vendor can be used.
    Critical,
    /// Weighs heavily.
    High,
    /// Weighs as usual.
    Medium,
    /// Weighs little.
    Low,
    /// Asked for information; not scored under the default policy.
    Info,
}

impl Importance {
    /// Its column in the policy's table, 0..=4.
    pub fn index(self) -> usize {
        self as usize
    }
}

fixed_words!(Importance { Critical: "critical", High: "high", Medium: "medium", Low: "low", Info: "info" });
