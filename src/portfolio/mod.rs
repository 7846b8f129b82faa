//! Many vendors at once: what is told of each in a few numbers, and what they are together.
//!
//! Pure and exact, above the judgement of one. [`due`] says what has a last day. [`facts`] keeps of a judged vendor
//! what is summed up; [`sums`] adds one after the other and ends in an [`Overview`](overview::Overview). Memory grows
//! with what is shown, with the questions and flags that we ask, with the companies that vendors depend on, with the
//! names of the vendors and what was agreed with each, and, where an earlier year is [`held`] against this one, with a
//! small record of each vendor of both years.

pub mod common_folder;
pub mod days;
pub mod depends;
pub mod due;
pub mod facts;
pub mod falls_due;
pub mod foremost;
pub mod heat;
pub mod held;
pub mod known;
mod lacks;
pub mod on_file;
pub mod overview;
pub mod rests_on;
pub mod since;
pub mod sums;

pub use due::{Due, DueKind, DueStanding, DueWithin};
