//! From names to what is judged. A [`Request`] says what somebody of ours has named; a [`World`] holds the files; what
//! comes of both is a [`Case`], with everything that a judgement needs, and with what is wrong in the files.
//!
//! Here stand, and nowhere else, the rules by which a vendor's folder cannot judge itself: a policy is never found in
//! it, a [`review`] that lies in it is named as such, a [`questionnaire`] of its own is no other than its own, and no
//! path in its files leads out of it.

mod desk;
#[cfg(feature = "cli")]
mod dialogue;
pub mod endings;
pub mod folder;
mod form;
pub mod glance;
pub mod kind;
pub mod load;
mod memory;
mod model;
mod origins;
#[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "only who writes files asks what is there"))]
pub mod own_file;
mod papers;
mod policy;
pub mod prepared;
mod prospect;
pub mod questionnaire;
mod request;
pub mod review;
pub mod review_names;
mod shelf;
pub mod text;
mod unjudged;
mod unused_reviews;
pub mod whose;
mod world;

pub use kind::FileFormat;
pub use memory::Memory;
pub(crate) use model::file_name;
pub use model::{Case, Loaded};
pub use origins::{FoundPolicy, Origins, ReviewOrigin};
pub use papers::{LONGEST_PLACE, way};
pub use prospect::Prospect;
pub use request::{AsOf, Input, Request, ToldPaper, WhichPapers, WhichReview};
pub use shelf::Shelf;
pub use unjudged::{AnsweredKey, Returned, Workable};
pub use unused_reviews::{SoughtReview, SoughtReviews, UnusedReview};
pub use world::{FileKind, Listed, Unreadable, World};

#[cfg(test)]
pub(crate) mod tests;
