//! Our side: what we know of a vendor and decide about it. A vendor never fills this in, and nothing in the rooms of
//! its answers looks in here.

pub mod blank;
pub mod conditions;
pub mod duties;
pub mod model;
pub mod papers;
pub mod read;
pub mod renewed;
pub mod sent;
pub mod write;
mod write_lists;
mod write_papers;

pub use conditions::AgreedCondition;
pub use duties::{Duty, DutyDone};
pub use model::{Decision, NaVerdict, Observation, Outcome, Review, Waiver};
pub use papers::{NamedPapers, NamesPaper, PaperName, ReceivedPaper, RefusedPaper};
