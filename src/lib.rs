//! `duly`: plain-text vendor due diligence.
//!
//! A questionnaire, a vendor's answers, our review and our policy are text files; `duly` turns them into a judgement
//! that can be traced, reproduced and compared. The command line of that name is made of this library, and
//! `docs/library.md` in the repository shows how to use it from a program of one's own.
//!
//! # From files to a report
//!
//! A [`Request`] says what is to be judged and by what; a [`World`] holds the files and says what day it is. [`load`]
//! reads and checks everything and gives a [`Case`], together with whatever is wrong in the files. A [`Judgement`] of
//! it is exact, and says what it says the same way in every format.
//!
//! ```
//! use duly::{Date, Judgement, Lang, Level, Memory, Request, Shelf, load};
//!
//! let answers = "\
//! format: duly/answers@1
//! vendor: {name: Nordlyset AB}
//! questionnaire: customer-service@1.0.0
//! answers:
//!   gdpr.dpa: \"no\"
//! ";
//! let day = Date::parse("2026-11-23").ok_or("a day")?;
//! let world = Memory::new(day).with("vendors/nordlyset.yaml", answers);
//!
//! let loaded = load(&Request::new("vendors/nordlyset.yaml"), &world, &Shelf::default());
//! for problem in loaded.notes.sorted() {
//!     eprintln!("{}", problem.problem.message(Lang::En));
//! }
//! let case = loaded.value.ok_or("the answers cannot be judged")?;
//! let judgement = Judgement::of(&case);
//!
//! // what is not answered never looks safe, and a missing contract is not hidden by an average
//! let rating = judgement.assessment().rating.as_ref().ok_or("nothing counts")?;
//! assert_eq!(rating.worst, Level::Critical);
//!
//! let report = judgement.report(Lang::En);
//! assert!(duly::markdown(&report).starts_with("# "));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Vendors side by side
//!
//! Judgements of vendors that were asked the same are [compared](compare): who is ahead, what decides it, and how sure
//! that is.
//!
//! ```
//! use duly::{Date, Judgement, Memory, Request, Shelf, compare, load};
//!
//! let answers = |vendor: &str, mfa: &str| format!(
//!     "format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: customer-service@1.0.0\n\
//!      answers: {{access.mfa: {mfa}}}\n"
//! );
//! let day = Date::parse("2026-11-23").ok_or("a day")?;
//! let world = Memory::new(day).with("a.yaml", answers("Alfa AB", "all")).with("b.yaml", answers("Beta AB", "none"));
//! let shelf = Shelf::default(); // the questionnaire is read once for both
//! let case = |file: &str| load(&Request::new(file), &world, &shelf).value.ok_or("cannot be judged");
//!
//! let (a, b) = (case("a.yaml")?, case("b.yaml")?);
//! let assessments = [duly::assess(a.subject()), duly::assess(b.subject())];
//! let comparison = compare(&assessments)?;
//! let first = comparison.assessments[comparison.ranking[0]];
//! assert_eq!(first.subject.answers.vendor, "Alfa AB");
//! assert_eq!(comparison.pairs[0].pair.surely_ahead, [false, false], "nearly everything is still open");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What is promised
//!
//! The same files, rules and day give the same bytes on every machine: no clock but the world's, no float, no order of
//! a hash map reaches a result. No text of a file reaches a document uncleaned. Nothing is read but through the world,
//! and nothing is written. What is not shown on this page may change without notice.

mod answers;
mod assessment;
mod case;
#[cfg(feature = "cli")]
mod cli;
mod comparison;
mod document;
mod policy;
mod questionnaire;
mod recording;
mod report;
mod review;
mod source;
mod words;

pub use answers::Answers;
pub use assessment::gate::FailedRule;
pub use assessment::{Assessment, Score, Subject, assess};
pub use case::load::case as load;
pub use case::{AsOf, Case, FileKind, Input, Listed, Loaded, Memory, Request, Shelf, Unreadable, WhichReview, World};
#[cfg(feature = "cli")]
pub use cli::{Console, Disk, Exit, run};
pub use comparison::{Comparison, Incomparable, compare};
pub use document::Document;
pub use document::html::render as html;
pub use document::markdown::render as markdown;
pub use policy::Policy;
pub use questionnaire::{Level, Questionnaire};
pub use report::judgement::Judgement;
pub use review::Review;
pub use source::{Date, Diagnostic, Diagnostics, Source};
pub use words::exact::{Exact, Rounding};
pub use words::problem::{Problem, Severity};
pub use words::{Broken, Clean, Guide, Hint, Lang};

/// What the project's own tests, benchmarks and fuzzing look into: every room, as it happens to be. No part of the API;
/// it changes with any version.
#[doc(hidden)]
#[cfg(not(duly_api))]
pub mod internal {
    pub mod answers {
        pub use crate::answers::*;
    }
    pub mod assessment {
        pub use crate::assessment::*;
    }
    pub mod case {
        pub use crate::case::*;
    }
    #[cfg(feature = "cli")]
    pub mod cli {
        pub use crate::cli::*;
    }
    pub mod comparison {
        pub use crate::comparison::*;
    }
    pub mod document {
        pub use crate::document::*;
    }
    pub mod policy {
        pub use crate::policy::*;
    }
    pub mod questionnaire {
        pub use crate::questionnaire::*;
    }
    pub mod recording {
        pub use crate::recording::*;
    }
    pub mod report {
        pub use crate::report::*;
    }
    pub mod review {
        pub use crate::review::*;
    }
    pub mod source {
        pub use crate::source::*;
    }
    pub mod words {
        pub use crate::words::*;
    }
}

/// The examples of `docs/library.md` are tried as those of this page are.
#[cfg(doctest)]
#[doc = include_str!("../docs/library.md")]
struct LibraryPage;
