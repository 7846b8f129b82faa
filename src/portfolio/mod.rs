//! Many vendors at once: what is told of each in a few numbers, and what they are together.
//!
//! Pure and exact, above the judgement of one: what is summed up ends in an [`Overview`](overview::Overview).

pub mod days;
pub mod depends;
pub mod foremost;
pub mod heat;
pub mod overview;
pub mod since;
