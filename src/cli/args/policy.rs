//! `duly policy`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph};
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "The rules in force, and where each value comes from",
    paragraphs: &[Paragraph::Words("What is printed is a policy file itself.")],
    examples: &[
        Example::new("duly policy"),
        Example::new("duly policy --policy examples/duly.toml --lang sv"),
        Example::noted("duly policy > ours.toml", "keep what holds today, to adapt it"),
        Example::noted("duly new policy -o duly.toml", "a file with each key explained"),
    ],
    below: &[],
};

/// `duly policy`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct PolicyArgs {
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}
