//! Where the files of a judgement came from, as far as a reader must know it.

use crate::source::Date;

/// Where the files came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The name of the review's file, if there is a review.
    pub review: Option<String>,
    /// The same with its day, if that is after the day of the judgement: it does not count.
    pub later_review: Option<(String, Date)>,
    /// The review lay beside the vendor's file, and nobody of ours named it.
    pub review_beside_answers: bool,
    /// There is a review, and nobody of ours named it or the policy that says where it lies.
    pub unnamed_review: bool,
    /// The policy, if it was found by its place and not named.
    pub found_policy: Option<FoundPolicy>,
    /// The questionnaire lies in the vendor's folder, and nobody of ours named it.
    pub vendors_own_questionnaire: bool,
}

/// A policy that was found and not named: it could have come with the vendor's files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundPolicy {
    /// The name of its file, without its folder.
    pub file: String,
    /// Whether it lies in a folder above the one in which somebody stands.
    pub is_above: bool,
    /// The day that it gives itself.
    pub dated: Option<Date>,
}

/// Where a review came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewOrigin {
    /// Somebody of ours named it.
    Named,
    /// It lies where the policy says that reviews are.
    Policy,
    /// It lay beside the vendor's file.
    BesideAnswers,
}
