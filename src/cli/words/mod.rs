//! The words of the command line: what is wrong with its arguments, what is said of files, and how it says the hints of
//! the rooms below. Only here does a text name a command or an option.

pub mod arguments;
pub mod dialogues;
pub mod files;
pub mod helps;
pub mod hints;
pub mod imports;
pub mod problems;
pub mod templates;

pub use hints::CommandLine;
