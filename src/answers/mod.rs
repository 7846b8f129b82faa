//! What the vendor says, and what we know and decide about it: answers files and reviews.

pub mod answer;
pub mod carried_over;
pub mod chain;
pub mod chain_at_odds;
pub mod countries;
pub(crate) mod days;
pub mod evidence;
mod figures;
pub mod form_file;
mod idiom;
pub mod kinship;
pub mod lint;
pub mod model;
pub mod outline;
mod personal_number;
pub mod proposals;
pub mod read;
pub(crate) mod read_answer;
pub mod registration;
pub mod renewal;
pub mod returned;
pub(crate) mod sheet;
pub mod template;
pub mod typed;
pub mod values;
pub mod whole;
pub mod write;

pub use answer::{Answer, Few, Value};
pub use chain::SubProcessor;
pub use evidence::Evidence;
pub use model::{Answers, FilledForm, Reference};
