//! What is said of the project is true: its documents, its schemas, its licences.

mod clean;
mod commands;
mod dependencies;
mod documents;
mod ids;
mod package;
mod readme;
mod schemas;
mod sizes;
