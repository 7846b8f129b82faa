//! What came of checking files, told to people and to programs.

pub mod checks;
pub mod github;
pub mod json;
pub mod sarif;
pub mod text;

pub use checks::{Checks, Unchecked};
