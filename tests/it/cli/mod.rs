//! The real program as people use it: files, output, exit codes.

mod batch;
mod board;
mod browser;
mod chain;
mod check;
mod check_formats;
#[cfg(unix)]
mod ci_tools;
mod completions;
mod conditions;
mod diff;
mod duties;
mod explain;
mod export;
mod extending;
mod folders;
mod formats;
mod forms;
mod json;
mod languages;
mod letters;
mod mending;
mod new;
mod oscal;
mod policy;
mod record;
mod reports;
mod review;
mod rounds;
mod screens;
mod table;
mod terminal;
mod tools;
mod verdict;
mod versions;
mod word;
