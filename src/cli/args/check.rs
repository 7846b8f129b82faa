//! `duly check`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph};
use super::judged::InputArgs;
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "Every problem in a file, its place and what helps",
    paragraphs: &[Paragraph::Words(
        "\
The kind of a file is read from its `format`. Answers are checked together
with the questionnaire that they name and with our review; a review together
with the answers that it is about. Of a folder all answers are checked, as
`duly assess` takes them.",
    )],
    examples: &[
        Example::new("duly check vendor.yaml vendor.review.yaml duly.toml"),
        Example::noted("duly check vendors", "all answers in a folder, with their reviews"),
        Example::new("duly check ours.yaml --deny-warnings"),
        Example::new("duly check --explain unknown-option"),
        Example::new("duly check vendor.yaml -f json"),
    ],
    below: &[],
};

/// `duly check`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct CheckArgs {
    /// Answers, reviews, questionnaires or policies, or a folder of answers; `-` for standard input
    #[arg(value_name = "FILE|FOLDER", required_unless_present_any = ["explain", "codes"])]
    pub files: Vec<PathBuf>,
    /// The longer story of a problem
    #[arg(long, value_name = "CODE", conflicts_with_all = ["files", "codes"])]
    pub explain: Option<String>,
    /// Every code there is
    #[arg(long)]
    pub codes: bool,
    /// Exit with code 2 for warnings too; stderr says so where there is no error
    #[arg(long)]
    pub deny_warnings: bool,
    /// The format
    #[arg(short, long, value_enum, default_value_t)]
    pub format: CheckFormat,
    /// What is judged.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// How problems are shown.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// For people: the place, the line, what helps.
    #[default]
    Text,
    /// For editors and continuous integration.
    Json,
}
