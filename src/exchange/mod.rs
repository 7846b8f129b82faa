//! How answers and questions get in and out in what people have: forms as files of other programs. What comes in is
//! written as a text of our formats, with a map from its parts to where they came from, and handed to the readers;
//! nothing else makes a model.

pub mod archive;
pub mod arrived;
pub mod back;
pub mod draft;
pub mod draft_for;
pub mod foreign;
pub mod form_kind;
pub mod heard;
pub mod holding;
pub mod json;
pub mod kept_report;
mod kept_under;
pub mod ledger;
pub mod merge;
pub mod newer_day;
pub mod page;
pub mod record;
pub mod registers;
mod script;
pub mod spreadsheet;
pub mod tree;
pub mod understood;
pub mod workbook;
