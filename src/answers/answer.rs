//! An answer, given its meaning by its question.

use smallvec::SmallVec;

use crate::questionnaire::ids::OptionId;
use crate::source::Date;
use crate::words::Quantity;

/// A list that mostly holds one thing or two, which then lie in it.
pub type Few<T> = SmallVec<[T; 2]>;

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Something that the question's form allows.
    Given(Value),
    /// "This does not apply to us."
    NotApplicable,
    /// "We do not know", or nothing.
    Unknown,
}

/// An answer in the form of its question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// The chosen options, rising; exactly one for a choice of one.
    Options(Few<OptionId>),
    /// A number within the question's range.
    Number(Quantity),
    /// A date.
    Date(Date),
    /// It has never happened.
    Never,
    /// Free text.
    Text(String),
}
