//! What SECURITY.md promises.

pub mod backs;
mod fuzz;
mod hostile;
mod hostile_files;
mod largest;
pub mod papers;
mod regressions;
mod slips;
pub mod trees;
mod vendor_folder;
mod vendors_words;
mod whose_hand;
pub mod workbooks;
mod writing;
