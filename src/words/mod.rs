//! All fixed words of `duly`, in English and Swedish, and the rules for showing text, numbers and dates.
//!
//! A phrase that lacks one of the languages does not compile: [`phrases`] and [`problem`] are tables whose rows
//! take both. Nothing here knows the model.

pub mod batches;
pub mod boards;
pub mod broken;
pub mod catalogues;
pub mod chains;
pub mod clean;
pub mod comparisons;
mod conditions;
mod contracts;
pub mod dialogues;
pub mod documents;
pub mod dues;
mod duties;
mod elsewhere;
pub mod exact;
pub mod exchanges;
pub mod explanations;
mod file_kinds;
pub mod gates;
pub mod hint;
pub mod lang;
pub mod letters;
pub mod marks;
pub mod matters;
pub mod number;
pub mod overviews;
mod pages;
pub mod phrases;
pub mod problem;
pub mod proposals;
pub mod quantity;
pub mod quotation;
pub mod reason;
pub mod references;
mod remaking;
pub mod renewals;
pub mod rules;
pub mod screenings;
pub mod tables;
pub mod templates;
pub mod trends;
pub mod verdicts;
pub mod workbooks;

pub use broken::Broken;
pub use clean::Clean;
pub use exact::Exact;
pub use hint::{Guide, Hint, NoGuide};
pub use lang::Lang;
pub use quantity::Quantity;
