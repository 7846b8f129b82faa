//! What is judged.

use super::papers::Papers;
use crate::answers::Answers;
use crate::policy::Policy;
use crate::questionnaire::Questionnaire;
use crate::review::Review;
use crate::source::Date;

/// What is judged.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// What was asked.
    pub questionnaire: &'a Questionnaire,
    /// What the vendor said.
    pub answers: &'a Answers,
    /// What we know and decided.
    pub review: Option<&'a Review>,
    /// Which documents of the vendor are here.
    pub papers: &'a Papers,
    /// What we accept.
    pub policy: &'a Policy,
    /// The day of the judgement.
    pub as_of: Date,
}
