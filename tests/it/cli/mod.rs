//! The real program as people use it: files, output, exit codes.

mod against;
mod analysis;
mod batch;
mod board;
mod browser;
mod chain;
mod check;
mod check_formats;
#[cfg(unix)]
mod ci_tools;
mod ciso_assistant;
mod company;
mod completions;
mod conditions;
mod diff;
mod due;
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
mod overview;
#[cfg(unix)]
mod package_tools;
mod policy;
mod record;
mod renew;
mod reports;
mod review;
mod rounds;
mod screening;
mod screens;
#[cfg(unix)]
mod spark;
pub mod stream;
mod table;
mod terminal;
mod tools;
mod trend;
mod unranked;
mod verdict;
mod versions;
mod word;
