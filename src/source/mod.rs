//! Files as text: their places, their trees, and what is wrong in them.
//!
//! YAML and TOML become one kind of tree ([`node::Node`]) whose every part knows its place. Readers above take it
//! apart with [`fields`], note each problem and go on, so that one run names everything that is wrong. What changes in
//! a file is put in by [`edit`], which leaves everything else as it is.

pub mod arena;
mod asked_keys;
pub mod cells;
pub mod checksum;
pub mod date;
pub mod diagnostic;
pub mod edit;
mod entries;
pub mod fields;
pub mod file;
pub mod fingerprint;
mod location;
pub mod mend;
pub mod nearest;
pub mod node;
mod plain;
mod remark;
pub mod snippet;
mod syntax;
pub mod toml;
pub mod value;
pub mod yaml;

pub use arena::Arena;
pub use date::Date;
pub use diagnostic::{Checked, Diagnostic, Diagnostics};
pub use file::{PAGE_HEAD, Source, Span, is_our_page};
pub use fingerprint::Fingerprint;
pub use location::Location;
pub use node::Node;
