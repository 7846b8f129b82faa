//! `duly explain`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph};
use super::judged::InputArgs;
use super::shown::ShowArgs;
use crate::assessment::remediation::Target;
use crate::source::nearest::nearest;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "Where every point went, and the way to a better rating",
    paragraphs: &[
        Paragraph::Words(
            "\
Without a question: all 100 points, by category and question. Points are
counted, or their proof is missing, or the protection is missing, or they are
not known yet; the columns and the rows add up.",
        ),
        Paragraph::Words(
            "\
With a question: its answer and proof, the arithmetic step by step, the red
flags that look at it, and what to require. With a category: its questions.",
        ),
        Paragraph::Words(
            "\
With --to: the shortest way to a vendor risk (low, medium, high) or to
a protection (strong, adequate, weak).",
        ),
    ],
    examples: &[
        Example::new("duly explain nordkontakt.yaml"),
        Example::new("duly explain nordkontakt.yaml access"),
        Example::new("duly explain nordkontakt.yaml access.mfa --lang sv"),
        Example::new("duly explain nordkontakt.yaml --to medium"),
        Example::new("duly explain nordkontakt.yaml -o points.html"),
    ],
    below: &[],
};

/// `duly explain`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct ExplainArgs {
    /// The vendor's answers; `-` for standard input
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// The id of a question or a category [default: all of them]
    #[arg(value_name = "QUESTION")]
    pub question: Option<String>,
    /// The shortest way to this vendor risk or protection
    #[arg(long, value_name = "low|medium|high|strong|adequate|weak", value_parser = target)]
    #[arg(conflicts_with = "question")]
    pub to: Option<Target>,
    /// The format [default: text, or by the ending of --output]
    #[arg(short, long, value_enum)]
    pub format: Option<ExplainFormat>,
    /// The file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(long)]
    pub force: bool,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// A format of explanations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExplainFormat {
    /// For the screen.
    Text,
    /// For text files, git and tickets.
    #[value(alias = "md")]
    Markdown,
    /// For reading, printing and sending: one file that needs nothing else.
    Html,
}

fn target(text: &str) -> Result<Target, String> {
    Target::of(text).ok_or_else(|| {
        let near = nearest(text, Target::WORDS).map(|word| format!("did you mean {word}? ")).unwrap_or_default();
        format!("{near}use low, medium or high for the vendor risk; strong, adequate or weak for the protection")
    })
}
