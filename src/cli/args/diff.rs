//! `duly diff`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::judged::InputArgs;
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "Vendors side by side, or dates of one: what decides",
        "Leverantörer sida vid sida, eller olika datum: vad som avgör",
    ),
    paragraphs: &[Paragraph::Words(both(
        "\
Two files of one vendor (the same registration, else the same name) are told as
a change from the older to the newer, three or more as a line from date to date;
with --as-of answered each is judged as of its own day.",
        "\
Två filer från en leverantör (samma registreringsnummer, annars samma namn)
beskrivs som en ändring från den äldre till den nyare, tre eller fler som en
linje från datum till datum; med --as-of answered bedöms var och en per sin egen
dag.",
    ))],
    examples: &[
        Example::new("duly diff nordkontakt.yaml billigsvar.yaml"),
        Example::new("duly diff nordkontakt.yaml billigsvar.yaml --for board -o choice.html"),
        Example::new("duly diff nordkontakt-2025.yaml nordkontakt.yaml --as-of answered"),
        Example::new("duly diff v-2024.yaml v-2025.yaml v-2026.yaml --as-of answered"),
        Example::new("duly diff vendors/*.yaml --lang sv"),
        Example::new("duly diff a.yaml b.yaml \\\n    --review reviews/a.review.yaml --review reviews/b.review.yaml"),
        Example::noted(
            "duly diff old.yaml new.yaml --exit-code",
            both("exit code 1 when anything that counts differs", "returkod 1 när något som räknas skiljer sig"),
        ),
    ],
    below: &[],
};

/// `duly diff`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct DiffArgs {
    /// The answers of two or more vendors, or of one vendor at two or more dates
    #[arg(add = Swedish::new("Svaren från två eller flera leverantörer, eller från en leverantör vid två eller fler \
                   datum"))]
    #[arg(value_name = "ANSWERS", required = true, num_args = 2..)]
    pub files: Vec<PathBuf>,
    /// The format [default: text, or by the ending of --output]
    #[arg(add = Swedish::with_values("Formatet [standard: text, eller efter ändelsen i --output]", &[
            ("text", "För skärmen"),
            ("markdown", "För textfiler, git och ärenden"),
            ("html", "För att läsa, skriva ut och skicka: en fil som inte behöver något annat"),
            ("docx", "För att redigera innan det skickas: Word, och det som öppnar dess filer"),
            ("json", "För andra program: exakta tal, beskrivna av `duly generate schema comparison`"),
        ]))]
    #[arg(short, long, value_enum)]
    pub format: Option<DiffFormat>,
    /// The file to write; `-` for standard output
    #[arg(add = Swedish::new("Filen som ska skrivas; `-` för standardutmatningen"))]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(add = Swedish::new("Skriv över filen även om den innehåller svar, en granskning, regler eller ett \
                   frågeformulär; aldrig en som har lästs"))]
    #[arg(long)]
    pub force: bool,
    /// For whom: one page for the choice between two to six [default: everything that decides]
    #[arg(add = Swedish::with_values("För vem: en sida för valet mellan två till sex [standard: allt som avgör]", &[
            ("board", "En sida för den som beslutar"),
        ]))]
    #[arg(long = "for", value_name = "board", value_enum)]
    pub audience: Option<DiffAudience>,
    /// Every question side by side, and what the order owes to the weights
    #[arg(add = Swedish::new("Varje fråga sida vid sida, och vad ordningen beror på vikterna"))]
    #[arg(long)]
    pub all: bool,
    /// Exit with code 1 when anything that counts differs
    #[arg(add = Swedish::new("Avsluta med kod 1 när något som räknas skiljer sig"))]
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
