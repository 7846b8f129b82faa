//! What tests share.

pub mod judging;
pub mod running;
