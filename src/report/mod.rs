//! What people and programs get to see of an assessment.
//!
//! [`story`] tells an assessment in sentences, with the words of [`naming`] and the [`overview`] of categories. From
//! these come the report on the terminal ([`screen`]) and a
//! [`document`](crate::document): the [`full`] report, a page for the [`board`], or a [`letter`] to the vendor, put
//! together from [`parts`]. What [`compared`] tells of several vendors is a document too, and so is what is
//! [`explained`] of one: where every point went. [`json`], [`csv`], [`oscal`] and [`ciso_assistant`] are for
//! programs; what falls [`due`] is a list of its own; [`catalogue`] shows a questionnaire, [`rules`] a policy.

pub mod board;
pub mod catalogue;
pub mod ciso_assistant;
pub mod compared;
pub mod contract;
pub mod csv;
pub mod due;
pub mod explained;
pub mod full;
pub mod json;
pub mod judgement;
pub mod letter;
pub mod made_by;
pub mod mending;
pub mod naming;
pub mod oscal;
pub mod overview;
pub mod overview_of_many;
pub mod parts;
pub mod rules;
pub mod screen;
pub mod side_by_side;
pub mod story;
pub mod vendor_rows;
pub mod vendors;
pub mod vendors_words;
