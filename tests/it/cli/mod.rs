//! The real program as people use it: files, output, exit codes.

mod batch;
mod browser;
mod chain;
mod check;
mod completions;
mod conditions;
mod diff;
mod duties;
mod explain;
mod export;
mod folders;
mod formats;
mod forms;
mod json;
mod languages;
mod mending;
mod new;
mod policy;
mod record;
mod reports;
mod screens;
mod table;
mod terminal;
mod tools;
mod versions;
mod word;
