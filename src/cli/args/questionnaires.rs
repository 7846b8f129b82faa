//! `duly questionnaires`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example};
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "The built-in questionnaires, readable",
    paragraphs: &[],
    examples: &[
        Example::new("duly questionnaires"),
        Example::new("duly questionnaires customer-service --lang sv"),
        Example::new("duly questionnaires customer-service@1.0.0"),
        Example::new("duly questionnaires ours.yaml"),
    ],
    below: &[],
};

/// `duly questionnaires`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct QuestionnairesArgs {
    /// A built-in id, perhaps @VERSION, or a file: shows it, question by question
    #[arg(value_name = "ID|FILE")]
    pub id: Option<String>,
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}
