//! Where the files of a judgement came from, as far as a reader must know it.

/// Where the files came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origins {
    /// The name of the review's file, if there is a review.
    pub review: Option<String>,
    /// The review lay beside the vendor's file, and nobody of ours named it.
    pub review_beside_answers: bool,
    /// The name of the policy's file, if it was found by its place and not named.
    pub found_policy: Option<String>,
    /// The questionnaire lies in the vendor's folder, and nobody of ours named it.
    pub vendors_own_questionnaire: bool,
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
