//! `duly`: plain-text vendor due diligence.
//!
//! A questionnaire, a vendor's answers, our review and our policy are text files; `duly` turns them into a judgement
//! that can be traced, reproduced and compared. This library is the whole of it; the binary only opens the door.
//!
//! Data flows one way, and a file imports downward only (`tests/it/layers.rs` keeps it so):
//!
//! ```text
//! words          all fixed words, numbers as shown, cleaning of untrusted text
//! source         a file's text, places in it, YAML and TOML with places, diagnostics
//! document       headings, tables, lists and figures as a tree that knows no model, and what renders them
//! questionnaire  what is asked
//! answers        what the vendor says
//! review         what we verified and decided
//! policy         what we accept
//! assessment     the judgement: pure, exact, total
//! case           from names to what is judged: which files, through a world of them, and whose they are
//! comparison     two or more judgements side by side: who is ahead, what decides it, how sure that is
//! report         what people and programs get to see
//! recording      answers and reviews as a dialogue: a pure machine
//! cli            the commands; the only room that touches disk, terminal, clock and environment
//! ```
//!
//! To judge from a program: name files of a [`World`](case::World), make them a [`Case`](case::Case), and
//! [`assess`](assessment::assess()) its [`Subject`](assessment::Subject); see [`case`].
//! Several assessments are put side by side by [`compare`](comparison::compare()).

pub mod answers;
pub mod assessment;
pub mod case;
#[cfg(feature = "cli")]
pub mod cli;
pub mod comparison;
pub mod document;
pub mod policy;
pub mod questionnaire;
pub mod recording;
pub mod report;
pub mod review;
pub mod source;
pub mod words;
