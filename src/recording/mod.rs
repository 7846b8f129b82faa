//! Answers and reviews as a dialogue.
//!
//! [`Dialogue`] is a pure machine: it gives a [`prompt`], takes what was said to it, and replies with what to say and
//! what to write. It knows no terminal and no file. It walks a [`route`] of stops, fills [`form`]s, and shows with
//! `shown` what a stop is about. What can be chosen are values ([`pick`]). Where it is stands in its [`state`], which
//! `vendor_side` and `our_side` change at their stops. [`assigned`] takes the same answers from a command line.

pub mod assigned;
mod beginnings;
mod decided;
pub mod dialogue;
mod documents;
mod finding;
pub mod form;
pub mod landmarks;
mod our_forms;
mod our_papers;
mod our_side;
pub mod pick;
pub mod prompt;
mod register;
pub mod route;
mod shown;
pub mod state;
mod vendor_side;

pub use dialogue::Dialogue;
