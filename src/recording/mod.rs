//! Answers and reviews as a dialogue.
//!
//! [`Dialogue`] is a pure machine: it gives a [`prompt`], takes what was said to it, and replies with what to say and
//! what to write. It knows no terminal and no file. It walks a [`route`] of stops, fills [`form`]s, and shows with
//! [`shown`] what a stop is about. What to do at a stop stands in [`vendor_side`] and [`our_side`]. [`assigned`] takes the
//! same answers from a command line.

pub mod assigned;
pub mod dialogue;
pub mod form;
mod our_side;
pub mod prompt;
pub mod route;
mod shown;
mod vendor_side;

pub use dialogue::{Dialogue, Reply};
pub use prompt::{Prompt, Said};
