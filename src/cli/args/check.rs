//! `duly check`

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::judged::InputArgs;
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "Every problem in a file, its place and what helps",
        "Varje problem i en fil, var det är och vad som hjälper",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
The kind of a file is read from its `format`. Answers are checked together
with the questionnaire that they name and with our review; a review together
with the answers that it is about. Of a folder all answers are checked, as
`duly assess` takes them.",
            "\
En fils slag läses av dess `format`. Svar kontrolleras tillsammans med det
frågeformulär som de anger och med vår granskning; en granskning tillsammans med
de svar som den gäller. Ur en mapp kontrolleras alla svar, som `duly assess` tar
dem.",
        )),
        Paragraph::Words(both(
            "\
With --against, reports, pages for a board, comparisons and overviews are made
again, by the command that each names, from the files of a folder that have the
SHA-256 it names, and compared byte for byte (Word: part by part). Where they
differ, the first difference is told. Their rules and reviews must be those that
--policy and --review name.",
            "\
Med --against görs rapporter, styrelsesidor, jämförelser och översikter om, med
kommandot som var och en anger, av de filer i en mapp som har den SHA-256 som
den anger, och jämförs byte för byte (Word: del för del). Där de skiljer sig
visas den första skillnaden. Deras regler och granskningar måste vara de som
--policy och --review anger.",
        )),
    ],
    examples: &[
        Example::new("duly check vendor.yaml vendor.review.yaml duly.toml"),
        Example::noted(
            "duly check vendors",
            both("all answers in a folder, with their reviews", "alla svar i en mapp, med sina granskningar"),
        ),
        Example::noted("duly check vendors -q", both("errors, and no warnings", "fel, och inga varningar")),
        Example::new("duly check ours.yaml --deny-warnings"),
        Example::new("duly check --explain unknown-option"),
        Example::new("duly check vendor.yaml -f json"),
        Example::new("duly check vendors -f sarif"),
        Example::noted(
            "duly check report.html --against vendors",
            both("exit code 1 when the files give something else", "returkod 1 när filerna ger något annat"),
        ),
    ],
    below: &[],
};

/// `duly check`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct CheckArgs {
    /// Answers, reviews, questionnaires, policies, mappings or forms that came back, or a folder of answers; `-` for
    /// standard input
    #[arg(add = Swedish::new("Svar, granskningar, frågeformulär, regler, mappningar eller formulär som har kommit \
                   tillbaka, eller en mapp med svar; `-` för standardinmatningen"))]
    #[arg(value_name = "FILE|FOLDER", required_unless_present_any = ["explain", "codes"])]
    pub files: Vec<PathBuf>,
    /// The longer story of a problem
    #[arg(add = Swedish::new("Mer om ett problem"))]
    #[arg(long, value_name = "CODE", conflicts_with_all = ["files", "codes"])]
    pub explain: Option<String>,
    /// Every code there is
    #[arg(add = Swedish::new("Alla koder som finns"))]
    #[arg(long)]
    pub codes: bool,
    /// Reports instead of files: whether each is what the files in this folder give
    #[arg(add = Swedish::new("Rapporter i stället för filer: om var och en är vad filerna i den här mappen ger"))]
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["explain", "codes", "deny_warnings", "all", "format",
        "questionnaire", "no_review", "as_of"])]
    pub against: Option<PathBuf>,
    /// Exit with code 2 for warnings too; stderr says so where there is no error
    #[arg(add = Swedish::new("Avsluta med kod 2 även vid varningar; stderr säger det när det inte finns några fel"))]
    #[arg(long)]
    pub deny_warnings: bool,
    /// Every problem one by one, even where a kind of warning comes by the dozen
    #[arg(add = Swedish::new("Varje problem för sig, även där en sorts varning kommer i dussintal"))]
    #[arg(long)]
    pub all: bool,
    /// The format
    #[arg(add = Swedish::with_values("Formatet", &[
            ("text", "För människor: platsen, raden, vad som hjälper"),
            ("json", "För redigeringsprogram och automatiska körningar"),
            ("sarif", "SARIF 2.1.0, för kodvärdar och redigeringsprogram"),
            ("github", "Kommandon till GitHub Actions, som visar varje problem vid sin rad"),
        ]))]
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
    /// SARIF 2.1.0, for code hosts and editors.
    Sarif,
    /// Commands to GitHub Actions, which shows each problem beside its line.
    Github,
}
