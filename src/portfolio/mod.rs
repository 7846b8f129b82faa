//! Many vendors at once: what is told of each in a few numbers, and what they are together.
//!
//! Pure and exact, above the judgement of one: [`due`] says what has a last day, and what is summed up ends in an
//! [`Overview`](overview::Overview).

pub mod days;
pub mod depends;
pub mod due;
pub mod foremost;
pub mod heat;
pub mod overview;
pub mod since;

pub use due::{Due, DueKind, DueStanding, DueWithin, dues};
