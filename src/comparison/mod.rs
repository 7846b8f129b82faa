//! Vendors side by side: what differs between them, what each difference moves, and how sure the order is.
//!
//! Pure and exact, above the assessment: [`crate::questionnaire::matching`] finds the questions that both were asked,
//! [`side`] brings each vendor to the same units, [`pair`] holds two against each other, [`weighting`] says what the
//! order owes to the weights and [`tie`] what it owes to the credit of claims, [`overtake`] what the one behind must
//! do; [`model`] puts it together. [`trend`] makes a line of one vendor's dates. Where nothing is scored, [`unranked`]
//! puts vendors side by side without order.

pub mod chain;
pub mod change;
pub mod model;
pub mod overtake;
pub mod pair;
pub mod shared_papers;
pub mod side;
pub mod tie;
pub mod trend;
pub mod unchanged;
pub mod unranked;
pub mod weighting;

pub use model::{Comparison, Incomparable, compare};
pub use pair::{Pair, Which};
