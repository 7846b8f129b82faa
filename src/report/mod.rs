//! What people and programs get to see of an assessment.
//!
//! [`json`] is for programs. [`screen`] is the report on the terminal, laid out with [`canvas`] from the sentences of
//! [`story`], with [`overview`] for its table; [`catalogue`] shows a questionnaire.

pub mod canvas;
pub mod catalogue;
pub mod json;
pub mod overview;
pub mod screen;
pub mod story;
