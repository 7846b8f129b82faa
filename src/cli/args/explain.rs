//! `duly explain`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::bad_value::BadValue;
use super::judged::{InputArgs, one_review};
use super::shown::ShowArgs;
use crate::assessment::remediation::Target;
use crate::source::nearest::nearest;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "Where every point went, and the way to a better rating",
        "Var varje poäng blev av, och vägen till en bättre bedömning",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
Without a question: all 100 points, by category and question. Points are
counted, or their proof is missing, or the protection is missing, or they are
not known yet; the columns and the rows add up.",
            "\
Utan fråga: alla 100 poäng, per kategori och fråga. Poäng är tillgodoräknade,
eller så saknas underlaget, eller så saknas skyddet, eller så är de ännu inte
kända; kolumnerna och raderna går ihop.",
        )),
        Paragraph::Words(both(
            "\
With a question: its answer and proof, the arithmetic step by step, the red
flags that look at it, and what to require. With a category: its questions.",
            "\
Med en fråga: dess svar och underlag, uträkningen steg för steg, de röda flaggor
som gäller den, och vad som ska krävas. Med en kategori: dess frågor.",
        )),
        Paragraph::Words(both(
            "\
With --to: the shortest way to a vendor risk (low, medium, high) or to
a protection (strong, adequate, weak).",
            "\
Med --to: den kortaste vägen till en leverantörsrisk (low, medium, high) eller
till ett skydd (strong, adequate, weak).",
        )),
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
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En), mut_arg("review", one_review))]
pub struct ExplainArgs {
    /// The vendor's answers; `-` for standard input
    #[arg(add = Swedish::new("Leverantörens svar; `-` för standardinmatningen"))]
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// The id of a question or a category [default: all of them]
    #[arg(add = Swedish::new("Id för en fråga eller en kategori [standard: alla]"))]
    #[arg(value_name = "QUESTION")]
    pub question: Option<String>,
    /// The shortest way to this vendor risk or protection
    #[arg(add = Swedish::new("Den kortaste vägen till den här leverantörsrisken eller det här skyddet"))]
    #[arg(long, value_name = "low|medium|high|strong|adequate|weak", value_parser = target)]
    #[arg(conflicts_with = "question")]
    pub to: Option<Target>,
    /// The format [default: text, or by the ending of --output]
    #[arg(add = Swedish::with_values("Formatet [standard: text, eller efter ändelsen i --output]", &[
            ("text", "För skärmen"),
            ("markdown", "För textfiler, git och ärenden"),
            ("html", "För att läsa, skriva ut och skicka: en fil som inte behöver något annat"),
        ]))]
    #[arg(short, long, value_enum)]
    pub format: Option<ExplainFormat>,
    /// The file to write; `-` for standard output
    #[arg(add = Swedish::new("Filen som ska skrivas; `-` för standardutmatningen"))]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(add = Swedish::new("Skriv över filen även om den innehåller svar, en granskning, regler eller ett \
                   frågeformulär; aldrig en som har lästs"))]
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

fn target(text: &str) -> Result<Target, BadValue> {
    let near = nearest(text, Target::WORDS);
    Target::of(text).ok_or_else(|| BadValue::near(near, Lang::usage_targets))
}
