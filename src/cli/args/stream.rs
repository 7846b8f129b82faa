//! `duly stream`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Bilingual, Example, Paragraph, Swedish, both};
use super::bad_value::BadValue;
use super::judged::{InputArgs, as_of};
use super::shown::ShowArgs;
use crate::case::AsOf;
use crate::cli::exit::Exit;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "JSON lines in, JSON lines out: for Spark and other engines",
        "JSON-rader in, JSON-rader ut: för Spark och andra motorer",
    ),
    paragraphs: &[Paragraph::Words(both(
        "\
A line in is {\"id\": ..., \"answers\": TEXT}, perhaps with \"review\": TEXT and
\"papers\": [{\"location\": ..., \"bytes\": ..., \"sha256\": ...}]; a line out has the
same id, in the same order. What cannot be judged is a line, too, with its
problems; the exit code stays 0, and the last line on stderr counts them. Papers
are here only as the record or our review says: who calls answers for that. No
path in a record is opened, and no policy is looked for. Name --policy, --as-of
and --lang, and the same record gives the same line on every machine and day.",
        "\
En rad in är {\"id\": ..., \"answers\": TEXT}, eventuellt med \"review\": TEXT och
\"papers\": [{\"location\": ..., \"bytes\": ..., \"sha256\": ...}]; en rad ut har
samma id, i samma ordning. Det som inte kan bedömas blir också en rad, med sina
problem; returkoden är ändå 0, och sista raden på stderr räknar dem. Dokument
finns bara enligt posten eller vår granskning: den som anropar ansvarar för det.
Ingen sökväg i en post öppnas, och inga regler letas upp. Ange --policy, --as-of
och --lang, så ger samma post samma rad på varje dator och dag.",
    ))],
    examples: &[
        Example::new("duly stream --policy duly.toml --as-of 2026-11-23 \\\n    > out.jsonl < in.jsonl"),
        Example::noted(
            "duly stream --full --as-of 2026-11-23 > out.jsonl < in.jsonl",
            both("everything that `export -f json` tells", "allt som `export -f json` berättar"),
        ),
        Example::noted(
            "duly generate schema stream-in",
            both(
                "what a line may hold; stream-out: what comes out",
                "vad en rad får innehålla; stream-out: det som kommer ut",
            ),
        ),
    ],
    below: &[],
};

/// What each exit code means: what cannot be judged is a line, and no record makes the stream fall short.
pub const EXIT_CODES: [(Exit, Bilingual); 2] = [
    (
        Exit::Done,
        both(
            "every line was answered, also those that could not be judged, or nobody reads the answers any more",
            "varje rad besvarades, även de som inte kunde bedömas, eller så läser ingen svaren längre",
        ),
    ),
    (
        Exit::Unusable,
        both(
            "nothing begins, since the options, the policy or a questionnaire of ours cannot be used, or the stream \
             cannot be read any further",
            "inget påbörjas, eftersom alternativen, reglerna eller ett frågeformulär från oss inte kan användas, eller \
             strömmen kan inte läsas vidare",
        ),
    ),
];

/// `duly stream`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct StreamArgs {
    /// Add the whole assessment of each, as `duly export -f json` writes it, and its warnings
    #[arg(add = Swedish::new("Lägg till hela bedömningen av var och en, som `duly export -f json` skriver den, och \
                   varningarna"))]
    #[arg(long)]
    pub full: bool,
    /// How many records are judged at the same time, 1 to 1024 [default: one for each processor]
    #[arg(add = Swedish::new("Hur många poster som bedöms samtidigt, 1 till 1024 [standard: en för varje \
                   processor]"))]
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
    /// By what.
    #[command(flatten)]
    pub by: StreamedByArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// Options about what records are judged by: nothing of it is found where the program happens to run.
#[derive(Debug, Clone, Args)]
#[command(next_help_heading = "What is judged")]
pub struct StreamedByArgs {
    /// The questionnaire: a built-in id, perhaps @VERSION, or a file, read once [default: the one that the answers
    /// name, built in or listed by our policy]
    #[arg(add = Swedish::new("Frågeformuläret: ett inbyggt id, eventuellt med @VERSION, eller en fil, läst en gång \
                   [standard: det som svaren anger, inbyggt eller upptaget i våra regler]"))]
    #[arg(long, value_name = "ID|FILE")]
    pub questionnaire: Option<String>,
    /// Our policy, read once [default: the one that DULY_POLICY names, else none: it is never looked for]
    #[arg(add = Swedish::new("Våra regler, lästa en gång [standard: de som DULY_POLICY anger, annars inga: de letas \
                   aldrig upp]"))]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The day of the judgement: YYYY-MM-DD, or `answered` for the day of the answers, or of our review if that is
    /// later, though the policy's gate still counts today; today is the day when the stream starts [default: today]
    #[arg(add = Swedish::new("Dagen för bedömningen: ÅÅÅÅ-MM-DD, eller `answered` för svarens dag, eller vår \
                   gransknings om den är senare, fast spärren i reglerna ändå räknar med i dag; i dag är dagen då \
                   strömmen startar [standard: i dag]"))]
    #[arg(long, value_name = "DATE|answered", value_parser = as_of)]
    pub as_of: Option<AsOf>,
}

impl StreamedByArgs {
    /// The same as the options of a command that judges files.
    pub fn inputs(&self) -> InputArgs {
        let StreamedByArgs { questionnaire, policy, as_of } = self.clone();
        InputArgs { questionnaire, policy, as_of, ..InputArgs::default() }
    }
}

/// So many at the same time are more than any machine needs.
const MOST_JOBS: usize = 1024;

fn jobs(text: &str) -> Result<usize, BadValue> {
    let count = text.parse().ok().filter(|count| (1..=MOST_JOBS).contains(count));
    count.ok_or_else(|| BadValue::new(Lang::usage_jobs))
}
