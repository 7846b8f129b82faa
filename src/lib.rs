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
//! questionnaire: customer-service@1.1.0
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
//! let judgement = Judgement::of(&case)?;
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
//! use duly::{Date, Judgement, Lang, Memory, Request, Shelf, compare, load};
//!
//! let answers = |vendor: &str, mfa: &str| format!(
//!     "format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: customer-service@1.1.0\n\
//!      answers: {{access.mfa: {mfa}}}\n"
//! );
//! let day = Date::parse("2026-11-23").ok_or("a day")?;
//! let world = Memory::new(day).with("a.yaml", answers("Alfa AB", "all")).with("b.yaml", answers("Beta AB", "none"));
//! let shelf = Shelf::default(); // the questionnaire is read once for both
//! let case = |file: &str| load(&Request::new(file), &world, &shelf).value.ok_or("cannot be judged");
//!
//! let (a, b) = (case("a.yaml")?, case("b.yaml")?);
//! let (a, b) = (Judgement::of(&a)?, Judgement::of(&b)?);
//! let compared = compare(&[&a, &b])?;
//! let vendors: Vec<&str> = compared.ranked().map(|assessment| assessment.subject.answers.vendor.as_str()).collect();
//! assert_eq!(vendors, ["Alfa AB", "Beta AB"]);
//! let pair = &compared.comparison().pairs[0].pair;
//! assert_eq!(pair.surely_ahead, [false, false], "nearly everything is still open");
//!
//! let page = duly::html(&compared.report(Lang::En))?;
//! assert!(page.contains("Alfa AB") && compared.json()?.contains("\"format\": \"duly/comparison@1\""));
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
#[cfg(feature = "cli")]
mod exchange;
mod policy;
mod portfolio;
mod questionnaire;
mod recording;
mod report;
mod review;
mod source;
mod words;

pub use answers::Answers;
pub use assessment::gate::FailedRule;
pub use assessment::{Assessment, Score};
pub use case::load::case as load;
pub use case::{AsOf, Case, FileKind, Input, Listed, Loaded, Memory, Request, Shelf, Unreadable, World};
pub use case::{ToldPaper, WhichPapers, WhichReview};
#[cfg(feature = "cli")]
pub use cli::{Console, Disk, Exit, run};
pub use comparison::{Comparison, Incomparable};
pub use document::Document;
pub use document::html::render as html;
pub use document::markdown::render as markdown;
pub use document::word::render as word;
pub use policy::Policy;
pub use questionnaire::{Level, Questionnaire};
pub use report::judgement::Judgement;
pub use report::side_by_side::{SideBySide, compare};
pub use review::Review;
pub use source::{Date, Diagnostic, Diagnostics, Source};
pub use words::exact::{Exact, NoNumber, Rounding};
pub use words::problem::{Problem, Severity};
pub use words::{Broken, Clean, Guide, Hint, Lang};

/// What a judgement is made of: the types behind the fields of those on the first page, for whoever passes them on.
/// What they hold, they say themselves.
///
/// ```
/// use duly::model::{Flag, FlagState};
///
/// /// The flags that nobody has accepted.
/// fn raised(flags: &[Flag]) -> usize {
///     flags.iter().filter(|flag| flag.state == FlagState::Triggered).count()
/// }
/// ```
pub mod model {
    pub use crate::answers::chain::SubProcessor;
    pub use crate::answers::model::{FilledForm, GivenBy, Proposal, Proposed, VendorAnswer};
    pub use crate::answers::{Answer, Evidence, Reference, Value};
    pub use crate::assessment::age::OldAnswers;
    pub use crate::assessment::assurance::{BackedBy, Backing};
    pub use crate::assessment::decision::ConditionState;
    pub use crate::assessment::effective::{EffectiveAnswer, NaPending};
    pub use crate::assessment::first_answers::FirstToAnswer;
    pub use crate::assessment::flag::{Flag, FlagState, RuledOut};
    pub use crate::assessment::gate::Rule;
    pub use crate::assessment::inherent::InherentRisk;
    pub use crate::assessment::insight::{AnswerQuality, Open, OpenCounts};
    pub use crate::assessment::judged::{Before, CategoryResult, Judged};
    pub use crate::assessment::model::{AssuredBy, NotCounted};
    pub use crate::assessment::next_review::NextReview;
    pub use crate::assessment::paper::{EvidenceState, PaperWorth, Worth};
    pub use crate::assessment::rating::{Cause, End, Rating, Reason};
    pub use crate::assessment::remediation::{Paths, Remediation, ToRating};
    pub use crate::assessment::scope::Status;
    pub use crate::assessment::score::{Parts, Tenths};
    pub use crate::assessment::vendor_turn::BeyondScreening;
    pub use crate::assessment::{Absence, Papers, Presence, Subject};
    pub use crate::case::{FoundPolicy, Origins};
    #[cfg(feature = "cli")]
    pub use crate::cli::{FilesRead, Machine, StandIns};
    pub use crate::comparison::model::Held;
    pub use crate::comparison::pair::{CategoryDelta, LeftOut, QuestionDelta};
    pub use crate::comparison::side::Exclusion;
    pub use crate::comparison::{Pair, Which};
    pub use crate::document::{Axis, Curve, CurvePoint, Drawing, Facing, Figure, Heat, Mark, Matrix, Radar, Waterfall};
    pub use crate::document::{Balance, Bar, Cell, Column, ColumnKind, Row, RowKind, Table};
    pub use crate::document::{Block, Fact, Layout, Record, Section, Verdict};
    pub use crate::document::{Link, Run, Style, Text, Tone};
    #[cfg(feature = "cli")]
    pub use crate::exchange::foreign::{NotTakenIn, ProposalLine};
    pub use crate::policy::model::{Display, Gate, Proof};
    pub use crate::policy::{Assurance, Band, MustBe};
    pub use crate::questionnaire::form::{
        Advice, Choice, Counting, DateForm, Direction, NumberForm, Steps, Tick, Ticks,
    };
    pub use crate::questionnaire::ids::{
        CategoryId, ContradictionId, EvidenceId, FactorId, FactorOptionId, FileId, FlagId, FrameworkId, GroupId,
        KindId, OptionId, QuestionId, SeenId, VendorId, WaiverId,
    };
    pub use crate::questionnaire::matching::Matching;
    pub use crate::questionnaire::model::{
        Base, Basis, Contradiction, EvidenceKind, Factor, FactorOption, Framework, Group, NotApplicable, Origin,
        RedFlag, Validity, Weight,
    };
    pub use crate::questionnaire::text::TextLanguage;
    pub use crate::questionnaire::{ById, Category, Condition, FlagRef, Form, Importance, Question, Translations};
    pub use crate::review::model::SentForm;
    pub use crate::review::{AgreedCondition, Decision, Duty, DutyDone, NaVerdict, Observation, Outcome, Waiver};
    pub use crate::review::{NamedPapers, NamesPaper, PaperName, ReceivedPaper, RefusedPaper};
    pub use crate::source::cells::{CameFrom, CellAt, CellMap, SheetCell};
    pub use crate::source::file::Position;
    pub use crate::source::{Checked, Fingerprint, Span};
    pub use crate::words::Quantity;
    pub use crate::words::clean::Trusted;
    pub use crate::words::number::Scale;
    pub use crate::words::problem::Code;
}

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
    #[cfg(feature = "cli")]
    pub mod exchange {
        pub use crate::exchange::*;
    }
    pub mod policy {
        pub use crate::policy::*;
    }
    pub mod portfolio {
        pub use crate::portfolio::*;
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
