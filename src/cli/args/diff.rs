//! `duly diff`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph};
use super::judged::InputArgs;
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "Vendors side by side, or two dates of one: what decides",
    paragraphs: &[Paragraph::Words(
        "\
Two files of one vendor (the same registration, else the same name) are told as
a change from the older to the newer; with --as-of answered each is judged as of
its own day.",
    )],
    examples: &[
        Example::new("duly diff nordkontakt.yaml billigsvar.yaml"),
        Example::new("duly diff nordkontakt.yaml billigsvar.yaml --for board -o choice.html"),
        Example::new("duly diff nordkontakt-2025.yaml nordkontakt.yaml --as-of answered"),
        Example::new("duly diff vendors/*.yaml --lang sv"),
        Example::new("duly diff a.yaml b.yaml \\\n    --review reviews/a.review.yaml --review reviews/b.review.yaml"),
        Example::noted("duly diff old.yaml new.yaml --exit-code", "exit code 1 when anything that counts differs"),
    ],
    below: &[],
};

/// `duly diff`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct DiffArgs {
    /// The answers of two or more vendors, or of one vendor at two dates
    #[arg(value_name = "ANSWERS", required = true, num_args = 2..)]
    pub files: Vec<PathBuf>,
    /// The format [default: text, or by the ending of --output]
    #[arg(short, long, value_enum)]
    pub format: Option<DiffFormat>,
    /// The file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(long)]
    pub force: bool,
    /// For whom: one page for the choice between two [default: everything that decides]
    #[arg(long = "for", value_name = "board", value_enum)]
    pub audience: Option<DiffAudience>,
    /// Every question side by side, and what the order owes to the weights
    #[arg(long)]
    pub all: bool,
    /// Exit with code 1 when anything that counts differs
    #[arg(long)]
    pub exit_code: bool,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// A format of comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// For the screen.
    Text,
    /// For text files, git and tickets.
    #[value(alias = "md")]
    Markdown,
    /// For reading, printing and sending: one file that needs nothing else.
    Html,
    /// For editing before it goes out: Word, and what opens its files.
    #[value(alias = "word")]
    Docx,
    /// For other programs: exact numbers, documented by `duly generate schema comparison`.
    Json,
}

/// For whom a comparison is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffAudience {
    /// One page for who decides.
    Board,
}
