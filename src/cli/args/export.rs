//! `duly export`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph};
use super::judged::JudgeArgs;
use crate::source::Date;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "The result as a document: Markdown, HTML, Word, JSON, CSV",
    paragraphs: &[
        Paragraph::Words(
            "\
Several files, or a folder of answers: Markdown, HTML and Word go into a folder,
a document each; JSON is a line each; CSV is one table with a column for the
vendor, or with --summary a row for each vendor. Where two documents would have
the same name, as of a.yaml and a.yml, more of the path tells them apart.",
        ),
        Paragraph::Lines(&["PDF: open the HTML in a browser and print it."]),
    ],
    examples: &[
        Example::new("duly export nordkontakt.yaml > nordkontakt.md"),
        Example::new("duly export nordkontakt.yaml -o nordkontakt.html --lang sv"),
        Example::new("duly export nordkontakt.yaml -o board.html --for board"),
        Example::new("duly export nordkontakt.yaml -o letter.docx --for vendor --reply-by 2026-12-15"),
        Example::new("duly export vendors/*.yaml -f html -o reports"),
        Example::new("duly export vendors/*.yaml -o vendors.csv"),
        Example::new("duly export vendors --summary -o vendors.csv"),
        Example::new("duly export nordkontakt.yaml -f json | jq '.rating.headline'"),
    ],
    below: &[],
};

/// `duly export`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct ExportArgs {
    /// The vendor's answers, of several vendors, or a folder of answers; `-` for standard input
    #[arg(value_name = "ANSWERS|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// The format [default: markdown, or by the ending of --output]
    #[arg(short, long, value_enum)]
    pub format: Option<ExportFormat>,
    /// The file to write, or for several answers a folder; `-` for standard output
    #[arg(short, long, value_name = "FILE|FOLDER")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(long)]
    pub force: bool,
    /// In CSV a row for each vendor instead of each question: risk, points, flags, decision
    #[arg(long)]
    pub summary: bool,
    /// For whom: one page for a board, or a letter to the vendor without our scores and notes [default: everything]
    #[arg(long = "for", value_name = "board|vendor", value_enum)]
    pub audience: Option<Audience>,
    /// The day by which the vendor is asked to reply: YYYY-MM-DD
    #[arg(long, alias = "due", value_name = "DATE", value_parser = date)]
    pub reply_by: Option<Date>,
    /// By what.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// A format of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    /// For text files, git and tickets.
    #[value(alias = "md")]
    Markdown,
    /// For reading, printing and sending: one file that needs nothing else.
    Html,
    /// For editing before it goes out: Word, and what opens its files.
    #[value(alias = "word")]
    Docx,
    /// For other programs: exact numbers, documented by `duly generate schema assessment`.
    Json,
    /// For spreadsheets: a row per question.
    Csv,
}

/// For whom a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Audience {
    /// One page for who decides.
    Board,
    /// A letter to the vendor.
    Vendor,
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write YYYY-MM-DD, for example 2026-12-15".to_owned())
}
