//! `duly due`

use std::path::PathBuf;

use clap::{Arg, Args, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::bad_value::BadValue;
use super::judged::InputArgs;
use super::shown::ShowArgs;
use crate::portfolio::DueWithin;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "What falls due: reviews, conditions, waivers, old answers",
        "Det som ska göras: granskningar, villkor, undantag, gamla svar",
    ),
    paragraphs: &[Paragraph::Words(both(
        "\
A line each, what is overdue first; conditions that are met are not listed, and
those without a day stand last. The next review of a decision that names none
follows from [review_months] of the policy, and is marked as computed. Documents
that run out are counted, and listed with --proof. What cannot be judged is said
and counted; then the exit code is 2.",
        "\
En rad var, det försenade först; uppfyllda villkor visas inte, och de utan dag
står sist. Nästa granskning efter ett beslut som inte anger någon följer av
[review_months] i reglerna och märks som beräknad. Dokument som går ut räknas,
och visas med --proof. Det som inte kan bedömas sägs och räknas; då är
returkoden 2.",
    ))],
    examples: &[
        Example::new("duly due vendors"),
        Example::new("duly due vendors --within 6m --proof"),
        Example::noted(
            "duly due vendors -o due.ics --within all",
            both("a calendar; taken in again, it updates", "en kalender; läses den in igen uppdateras den"),
        ),
        Example::new("duly due vendors -o due.csv --lang sv"),
        Example::noted(
            "duly due vendors --fail-on overdue -q",
            both("exit code 1 when something is overdue", "returkod 1 när något är försenat"),
        ),
    ],
    below: &[],
};

/// `duly due`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En), mut_arg("as_of", one_day))]
pub struct DueArgs {
    /// The answers of vendors, or a folder of answers
    #[arg(add = Swedish::new("Leverantörers svar, eller en mapp med svar"))]
    #[arg(value_name = "ANSWERS|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// How far ahead: days, weeks or months, such as 30d, 6w or 3m, or all
    #[arg(add = Swedish::new("Hur långt fram: dagar, veckor eller månader, som 30d, 6w eller 3m, eller all för allt"))]
    #[arg(long, value_name = "TIME", value_parser = within, default_value = "90d")]
    pub within: DueWithin,
    /// List documents that run out, too
    #[arg(add = Swedish::new("Visa även dokument som går ut"))]
    #[arg(long)]
    pub proof: bool,
    /// The format [default: text, or by the ending of --output]
    #[arg(add = Swedish::with_values("Formatet [standard: text, eller efter ändelsen i --output]", &[
            ("text", "Att läsa i en terminal, en rad var"),
            ("csv", "För kalkylprogram"),
            ("json", "För andra program: beskrivet av `duly generate schema due`"),
            ("ics", "För kalendrar: en heldag för varje granskning, villkor och undantag"),
        ]))]
    #[arg(short, long, value_enum)]
    pub format: Option<DueFormat>,
    /// The file to write; `-` for standard output
    #[arg(add = Swedish::new("Filen som ska skrivas; `-` för standardutmatningen"))]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file even if it holds answers, a review, a policy or a questionnaire; never one that was read
    #[arg(add = Swedish::new("Skriv över filen även om den innehåller svar, en granskning, regler eller ett \
                   frågeformulär; aldrig en som har lästs"))]
    #[arg(long)]
    pub force: bool,
    /// Exit with code 1 when something that is listed is overdue
    #[arg(add = Swedish::with_values("Avsluta med kod 1 när något som visas är försenat", &[
            ("overdue", "Dess sista dag har passerat"),
        ]))]
    #[arg(long, value_name = "overdue", value_enum)]
    pub fail_on: Option<DueFailure>,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// A format of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DueFormat {
    /// For reading in a terminal, a line each.
    #[value(alias = "txt")]
    Text,
    /// For spreadsheets.
    Csv,
    /// For other programs: documented by `duly generate schema due`.
    Json,
    /// For calendars: a whole day for each review, condition and waiver.
    #[value(alias = "ical")]
    Ics,
}

/// For what the command ends with another code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DueFailure {
    /// Its last day has passed.
    Overdue,
}

/// `--as-of` for a list, which is looked at from one day on.
fn one_day(arg: Arg) -> Arg {
    arg.value_name("DATE")
        .help("The day from which it is looked at: YYYY-MM-DD [default: today]")
        .add(Swedish::new("Dagen som allt ses från: ÅÅÅÅ-MM-DD [standard: i dag]"))
}

/// Days of a week.
const WEEK: u16 = 7;

fn within(text: &str) -> Result<DueWithin, BadValue> {
    let bad = || BadValue::new(Lang::usage_within);
    if text == "all" {
        return Ok(DueWithin::All);
    }
    let unit = text.chars().last().filter(char::is_ascii_alphabetic).ok_or_else(bad)?;
    let digits = text.strip_suffix(unit).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()));
    let count: u16 = digits.and_then(|digits| digits.parse().ok()).ok_or_else(bad)?;
    match unit {
        'd' => Some(DueWithin::Days(count)),
        'w' => count.checked_mul(WEEK).map(DueWithin::Days),
        'm' => Some(DueWithin::Months(count)),
        _ => None,
    }
    .ok_or_else(bad)
}
