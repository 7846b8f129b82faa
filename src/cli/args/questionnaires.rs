//! `duly questionnaires`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Swedish, both};
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both("The built-in questionnaires, readable", "De inbyggda frågeformulären, läsbara"),
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
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct QuestionnairesArgs {
    /// A built-in id, perhaps @VERSION, or a file: shows it, question by question
    #[arg(add = Swedish::new("Ett inbyggt id, eventuellt med @VERSION, eller en fil: visar det, fråga för fråga"))]
    #[arg(value_name = "ID|FILE")]
    pub id: Option<String>,
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it]
    #[arg(add = Swedish::new("Våra regler [standard: de som DULY_POLICY anger, annars duly.toml i den här mappen eller \
                   ovanför den]"))]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}
