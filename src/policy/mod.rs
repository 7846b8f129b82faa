//! What we accept: how much questions count and proof is worth, where bands of protection end, which risk follows.

pub mod entries;
pub mod model;
pub mod read;

pub use model::{Assurance, Band, MustBe, Policy, Proof};
pub use read::{Bound, read};
