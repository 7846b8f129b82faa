//! `duly assess`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph};
use super::judged::JudgeArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "The report on the screen, from a vendor's answers",
    paragraphs: &[Paragraph::Words(
        "\
Several files or a folder: a table, a line each, the worst risk first, within a
risk the fewest points counted. \"Not yet rated\" means that too little is known;
such a vendor stands where the worst that it can be would stand. Of a folder all
answers in it and in its folders are judged, hidden ones, links and `evidence`
aside. What cannot be judged, and what could hold answers under another name, is
said and counted, the others are done; then the exit code is 2, whatever
--fail-on says. A review that is named beside its answers is read with them.",
    )],
    examples: &[
        Example::new("duly assess examples/nordkontakt.yaml"),
        Example::new("duly assess nordkontakt.yaml --as-of 2026-11-23 --lang sv"),
        Example::new("duly assess nordkontakt.yaml --all | less -R"),
        Example::noted("duly assess nordkontakt.yaml --fail-on high", "exit code 1 when the risk is high or critical"),
        Example::noted("duly assess vendors", "every vendor in a folder"),
        Example::new("duly assess a.yaml b.yaml \\\n    --review reviews/a.review.yaml --review reviews/b.review.yaml"),
    ],
    below: &[],
};

/// `duly assess`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct AssessArgs {
    /// The vendor's answers, of several vendors, or a folder of answers; `-` for standard input
    #[arg(value_name = "ANSWERS|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// Every category with its questions, every flag, every remediation
    #[arg(long)]
    pub all: bool,
    /// Who is judged.
    #[command(flatten)]
    pub judge: JudgeArgs,
}
