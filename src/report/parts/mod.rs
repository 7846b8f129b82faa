//! The parts of which documents are made: one file for each question that a reader has. Each takes a
//! [`Story`](super::story::Story) and gives blocks of a [`Document`](crate::document::Document).

pub mod answers;
pub mod basis;
pub mod categories;
pub mod chain;
pub mod decision;
pub mod duties;
pub mod evidence;
pub mod flags;
pub mod method;
pub mod open;
pub mod overdue;
pub mod plan;
pub mod scope;
pub mod stake;
pub mod verdict;
