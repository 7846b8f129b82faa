//! All tests but the laws on random models, which are `tests/properties`. One binary, because each that is linked
//! costs more than the tests in it.

#![allow(clippy::unwrap_used, reason = "a test that cannot get its value has failed")]

mod cli;
mod exchange;
mod house;
mod layers;
mod model;
mod security;
mod support;
