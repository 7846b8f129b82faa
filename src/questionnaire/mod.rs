//! What is asked: the types, the reader of questionnaire files, their lint, and the built-in questionnaires.
//!
//! What comes out of [`read()`] is valid by construction: ids are unique, conditions name existing questions and never
//! wait for each other, every option has a value, every text exists in every language.
//!
//! The types can be written and read with `serde` for one purpose: `build.rs` keeps what it read of the built-in
//! questionnaires, and [`built_in`] takes it back. Nothing of that is checked again, so no other data belongs there.

pub mod built_in;
pub mod condition;
pub mod flag;
pub mod form;
pub mod ids;
pub mod in_words;
pub mod level;
pub mod limits;
pub mod lint;
pub mod matching;
pub mod model;
pub mod names;
mod number_asked;
pub mod read;
pub mod text;

pub use condition::Condition;
pub use flag::FlagRef;
pub use form::Form;
pub use ids::ById;
pub use level::{Importance, Level};
pub use model::{Category, Question, Questionnaire};
pub use read::read;
pub use text::Translations;
