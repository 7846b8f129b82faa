//! The command line as clap reads it: commands, options, help.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use clap::error::ErrorKind;
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use super::console::Console;
use super::exit::Exit;
use crate::assessment::fix::Target;
use crate::questionnaire::Level;
use crate::source::Date;
use crate::source::fields::Word;
use crate::source::nearest::nearest;
use crate::words::Lang;
use crate::words::clean::{self, shell_word};

/// What bare `duly` prints.
const WELCOME: &str = "\
duly judges a vendor's answers about security and data protection.

  duly assess examples/nordkontakt.yaml     the report on the screen
  duly check vendor.yaml                    every problem in a file, with place and cure
  duly diff a.yaml b.yaml                   two vendors side by side
  duly questionnaires customer-service      what can be asked
  duly export vendor.yaml -o vendor.html    the report as a document
  duly help                                 every command
";

/// The help of `duly` itself, by groups.
pub const GROUPED_HELP: &str = "\
{about}

{usage-heading} {usage}

Judge:
  assess          The report on the screen, from a vendor's answers
  export          The result as a document: Markdown, HTML, JSON, CSV
  diff            Vendors side by side, or two dates of one: what decides
  explain         Where every point went, and the shortest way to a better rating

Fill in:
  new             A file to fill in or adapt: answers, questionnaire, policy
  record          A vendor's answers, recorded as a dialogue or one by one
  review          Our side of it: what we verified, accepted and decided

Tools:
  check           Every problem in a file, with place and cure
  questionnaires  The built-in questionnaires, readable
  policy          The rules in force, and where each value comes from
  generate        Completions for shells, manual pages, JSON Schemas for editors
  help            This text, or the help of a command

Options:
{options}

Exit codes: 0 done (warnings too); 1 judged, and it falls short of --fail-on or the policy's
[gate], or diff --exit-code found differences; 2 could not be judged.

Start with: duly assess examples/nordkontakt.yaml";

/// Plain-text vendor due diligence: from a vendor's answers to a risk report.
#[derive(Debug, Parser)]
#[command(name = "duly", version, help_template = GROUPED_HELP, disable_help_subcommand = false, max_term_width = 100)]
pub struct Invocation {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// The report on the screen, from a vendor's answers
    Assess(AssessArgs),
    /// The result as a document: Markdown, HTML, JSON, CSV
    Export(ExportArgs),
    /// Vendors side by side, or two dates of one: what decides
    Diff(DiffArgs),
    /// Where every point went, and the shortest way to a better rating
    Explain(ExplainArgs),
    /// Record a vendor's answers: as a dialogue, or the ones named
    Record(RecordArgs),
    /// Our side: what is at stake, what we verified, accepted and decided
    Review(ReviewArgs),
    /// Every problem in a file, with place and cure
    Check(CheckArgs),
    /// The built-in questionnaires, readable
    Questionnaires(QuestionnairesArgs),
    /// A file to fill in or adapt: answers, questionnaire, policy
    New(NewArgs),
    /// The rules in force, and where each value comes from
    Policy(PolicyArgs),
    /// Completions for shells, manual pages, JSON Schemas for editors
    Generate(GenerateArgs),
}

/// Options about what is judged, by what.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "What is judged")]
pub struct InputArgs {
    /// The questionnaire: a built-in id or a file [default: the one that the answers name]
    #[arg(long, value_name = "ID|FILE")]
    pub questionnaire: Option<String>,
    /// Our review [default: where the policy says, else VENDOR.review.yaml beside the answers]; for several answers once
    /// for each, in their order
    #[arg(long, value_name = "FILE", conflicts_with = "no_review", action = clap::ArgAction::Append)]
    pub review: Vec<PathBuf>,
    /// Judge without a review
    #[arg(long)]
    pub no_review: bool,
    /// Our policy [default: duly.toml in this folder or above it, but never in the vendor's folder]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// The day of the judgement: YYYY-MM-DD, or `answered` for the day of the answers [default: today]
    #[arg(long, value_name = "DATE|answered", value_parser = as_of)]
    pub as_of: Option<AsOf>,
}

/// Options about how things are shown.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "How it is shown")]
pub struct ShowArgs {
    /// The language [default: the policy's, else the system's, else the questionnaire's first]
    #[arg(long, value_name = "en|sv", value_parser = language)]
    pub lang: Option<Lang>,
    /// Colours
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub color: Color,
    /// Say nothing on stderr but errors
    #[arg(short, long)]
    pub quiet: bool,
}

/// What every command needs that judges a vendor.
#[derive(Debug, Args)]
pub struct JudgeArgs {
    /// Exit with code 1 when the vendor risk is this or worse
    #[arg(long, value_name = "low|medium|high|critical", value_parser = level)]
    pub fail_on: Option<Level>,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

impl InputArgs {
    /// The options of one file of several: a review is named for each, in their order.
    pub fn of_file(&self, at: usize) -> InputArgs {
        InputArgs { review: self.review.get(at).cloned().into_iter().collect(), ..self.clone() }
    }

    /// Whether there is a review for each of so many files, or none.
    ///
    /// # Errors
    /// There are too few or too many.
    pub fn fit(&self, files: usize, lang: Lang) -> anyhow::Result<()> {
        match self.review.len() {
            0 => Ok(()),
            reviews if reviews == files => Ok(()),
            reviews => anyhow::bail!("{}", lang.a_review_for_each(reviews, files)),
        }
    }

    /// A file and the options that decide what is judged and in which language, as they would be typed again.
    pub fn typed(&self, file: &Path, lang: Option<Lang>) -> String {
        let path = |path: &Path| shell_word(&path.to_string_lossy());
        let InputArgs { questionnaire, review, no_review, policy, as_of } = self;
        let options = [
            questionnaire.as_ref().map(|named| format!("--questionnaire {}", shell_word(named))),
            review.first().map(|named| format!("--review {}", path(named))),
            no_review.then(|| "--no-review".to_owned()),
            policy.as_ref().map(|named| format!("--policy {}", path(named))),
            as_of.map(|as_of| match as_of {
                AsOf::Day(day) => format!("--as-of {day}"),
                AsOf::Answered => "--as-of answered".to_owned(),
            }),
            lang.map(|lang| format!("--lang {}", lang.code())),
        ];
        let mut words = vec![path(file)];
        words.extend(options.into_iter().flatten());
        words.join(" ")
    }
}

/// When to use colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The day of the judgement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AsOf {
    /// A day.
    Day(Date),
    /// The day of the answers.
    Answered,
}

/// `duly assess`
#[derive(Debug, Args)]
#[command(after_help = "\
Several files or a folder: a table, a line each, the worst risk first, within a
risk the fewest points counted. \"Not yet rated\" means that too little is known;
such a vendor stands where the worst that it can be would stand. Of a folder the
answers directly in it are judged; reviews and other files are passed over. What
cannot be judged is said and counted, the others are done; then the exit code
is 2, whatever --fail-on says.

Examples:
  duly assess examples/nordkontakt.yaml
  duly assess nordkontakt.yaml --as-of 2026-11-23 --lang sv
  duly assess nordkontakt.yaml --all | less -R
  duly assess nordkontakt.yaml --fail-on high     exit code 1 when the risk is high or critical
  duly assess vendors                             every vendor in a folder
  duly assess a.yaml b.yaml --review reviews/a.review.yaml --review reviews/b.review.yaml")]
pub struct AssessArgs {
    /// The vendor's answers, of several vendors, or a folder of answers; `-` for standard input
    #[arg(value_name = "ANSWERS|FOLDER", required = true)]
    pub files: Vec<PathBuf>,
    /// Every category with its questions, every flag, every fix
    #[arg(long)]
    pub all: bool,
    /// Who is judged.
    #[command(flatten)]
    pub judge: JudgeArgs,
}

/// `duly export`
#[derive(Debug, Args)]
#[command(after_help = "\
Several files, or a folder of answers: Markdown and HTML go into a folder, a
document each; JSON is a line each; CSV is one table with a column for the
vendor, or with --summary a row for each vendor.

PDF: open the HTML in a browser and print it.
Word: pandoc -f gfm report.md -o report.docx

Examples:
  duly export nordkontakt.yaml > nordkontakt.md
  duly export nordkontakt.yaml -o nordkontakt.html --lang sv
  duly export nordkontakt.yaml -o board.html --for board
  duly export nordkontakt.yaml -o letter.md --for vendor --due 2026-12-15
  duly export vendors/*.yaml -f html -o reports
  duly export vendors/*.yaml -o vendors.csv
  duly export vendors --summary -o vendors.csv
  duly export nordkontakt.yaml -f json | jq '.rating.headline'")]
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
    /// In CSV a row for each vendor instead of each question: risk, points, flags, decision
    #[arg(long)]
    pub summary: bool,
    /// For whom: one page for a board, or a letter to the vendor without our scores and notes [default: everything]
    #[arg(long = "for", value_name = "board|vendor", value_enum)]
    pub audience: Option<Audience>,
    /// The day by which the vendor is asked to reply: YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = date)]
    pub due: Option<Date>,
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

/// `duly diff`
#[derive(Debug, Args)]
#[command(after_help = "\
Two files of one vendor (the same vendor name) are told as a change from the
first to the second; with --as-of answered each is judged as of its own day.

Examples:
  duly diff nordkontakt.yaml billigsvar.yaml
  duly diff nordkontakt.yaml billigsvar.yaml --for board -o choice.html
  duly diff nordkontakt-2025.yaml nordkontakt.yaml --as-of answered
  duly diff vendors/*.yaml --lang sv
  duly diff a.yaml b.yaml --review reviews/a.review.yaml --review reviews/b.review.yaml
  duly diff old.yaml new.yaml --exit-code      exit code 1 when anything that counts differs")]
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
    /// For other programs: exact numbers, documented by `duly generate schema comparison`.
    Json,
}

/// For whom a comparison is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum DiffAudience {
    /// One page for who decides.
    Board,
}

/// `duly record`
#[derive(Debug, Args)]
#[command(after_help = "\
Without assignments the questions come one by one: only those that are asked by
the answers so far, beginning where it stopped the last time. Every answer is
in the file before the next question is asked, and all else in the file stays as
it is. On a terminal Esc opens a menu; with --plain, in pipes and where TERM is
dumb, a line is an answer, and these lines do something else:

  ?        help                 <   back
  Enter    go on                !   leave
  /word    go to a question or category, or look for a word
  +text    comment on the answer
  &        attach evidence

With assignments, all are recorded or none. Answers are taken in English and
Swedish and in any case: ja, nej, delvis, vet ej, ej tillämpligt.

Examples:
  duly record nordkontakt.yaml
  duly record nordkontakt.yaml --only weak --lang sv
  duly record nordkontakt.yaml access.mfa=all backups.last-restore-test=2026-05-14
  duly record nordkontakt.yaml encryption.file-transfer=n/a \\
      encryption.file-transfer.comment='No files are exchanged.'
  duly record nordkontakt.yaml access.mfa.evidence=iso-cert,soc-report")]
pub struct RecordArgs {
    /// The vendor's answers
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// Answers to record without a dialogue; also QUESTION.comment=TEXT and QUESTION.evidence=ID,ID
    #[arg(value_name = "QUESTION=ANSWER")]
    pub assignments: Vec<String>,
    /// How the dialogue goes.
    #[command(flatten)]
    pub dialogue: DialogueArgs,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// How a dialogue goes.
#[derive(Debug, Clone, Copy, Args)]
pub struct DialogueArgs {
    /// Only the questions that are open, weakly answered, or whose proof has expired
    #[arg(long, value_name = "open|weak|expired", value_enum)]
    pub only: Option<OnlyArg>,
    /// Line by line, for pipes and screen readers
    #[arg(long)]
    pub plain: bool,
}

/// Which questions a dialogue goes through.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum OnlyArg {
    /// Those without an answer that counts.
    Open,
    /// Those with a weak answer.
    Weak,
    /// Those whose proof has expired.
    Expired,
}

/// `duly review`
#[derive(Debug, Args)]
#[command(after_help = "\
The same dialogue as `duly record`, for our side; it writes VENDOR.review.yaml,
where the policy says that reviews are, else beside the answers. It asks who
reviews and what is at stake, then goes to what holds the rating: answers that
raise a flag, \"not applicable\" that waits for us, answers that lack proof, red
flags, and at the end the decision.

Examples:
  duly review nordkontakt.yaml
  duly review nordkontakt.yaml --only expired
  duly review nordkontakt.yaml --review reviews/nordkontakt.review.yaml --lang sv")]
pub struct ReviewArgs {
    /// The vendor's answers
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// How the dialogue goes.
    #[command(flatten)]
    pub dialogue: DialogueArgs,
    /// By what.
    #[command(flatten)]
    pub inputs: InputArgs,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly explain`
#[derive(Debug, Args)]
#[command(after_help = "\
Without a question: all 100 points, by category and question. Points are
counted, or their proof is missing, or the protection is missing, or they are
not known yet; the columns and the rows add up.

With a question: its answer and proof, the arithmetic step by step, the red
flags that look at it, and what to require. With a category: its questions.

With --to: the shortest way to a vendor risk (low, medium, high) or to
a protection (strong, adequate, weak).

Examples:
  duly explain nordkontakt.yaml
  duly explain nordkontakt.yaml access
  duly explain nordkontakt.yaml access.mfa --lang sv
  duly explain nordkontakt.yaml --to medium
  duly explain nordkontakt.yaml -o points.html")]
pub struct ExplainArgs {
    /// The vendor's answers; `-` for standard input
    #[arg(value_name = "ANSWERS")]
    pub file: PathBuf,
    /// The id of a question or a category [default: all of them]
    #[arg(value_name = "QUESTION")]
    pub question: Option<String>,
    /// The shortest way to this vendor risk or protection
    #[arg(long, value_name = "low|medium|high|strong|adequate|weak", value_parser = target, conflicts_with = "question")]
    pub to: Option<Target>,
    /// The format [default: text, or by the ending of --output]
    #[arg(short, long, value_enum)]
    pub format: Option<ExplainFormat>,
    /// The file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
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

/// `duly check`
#[derive(Debug, Args)]
#[command(after_help = "\
The kind of a file is read from its `format`. Answers are checked together
with the questionnaire that they name and with our review; a review together
with the answers that it is about.

Examples:
  duly check vendor.yaml vendor.review.yaml duly.toml
  duly check ours.yaml --deny-warnings
  duly check --explain unknown-option
  duly check vendor.yaml -f json")]
pub struct CheckArgs {
    /// Answers, reviews, questionnaires or policies; `-` for standard input
    #[arg(value_name = "FILE", required_unless_present_any = ["explain", "codes"])]
    pub files: Vec<PathBuf>,
    /// The longer story of a problem
    #[arg(long, value_name = "CODE", conflicts_with_all = ["files", "codes"])]
    pub explain: Option<String>,
    /// Every code there is
    #[arg(long)]
    pub codes: bool,
    /// Exit with code 2 for warnings too
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
    /// For people: the place, the line, the cure.
    #[default]
    Text,
    /// For editors and continuous integration.
    Json,
}

/// `duly questionnaires`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  duly questionnaires
  duly questionnaires customer-service --lang sv
  duly questionnaires ours.yaml")]
pub struct QuestionnairesArgs {
    /// A built-in id or a file: shows it, question by question
    #[arg(value_name = "ID|FILE")]
    pub id: Option<String>,
    /// Our policy [default: duly.toml in this folder or above it]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly policy`
#[derive(Debug, Args)]
#[command(after_help = "\
What is printed is a policy file itself.

Examples:
  duly policy
  duly policy --policy examples/duly.toml --lang sv
  duly policy > ours.toml                 keep what holds today, to adapt it
  duly new policy -o duly.toml            a file with each key explained")]
pub struct PolicyArgs {
    /// Our policy [default: duly.toml in this folder or above it]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly new`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, after_help = NEW_EXAMPLES)]
pub struct NewArgs {
    /// What to make, if not answers.
    #[command(subcommand)]
    pub what: Option<NewCommand>,
    /// An answers file.
    #[command(flatten)]
    pub answers: NewAnswersArgs,
}

/// What `duly new` makes.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// An answers file to fill in or send, the same as `duly new`
    #[command(after_help = NEW_EXAMPLES)]
    Answers(NewAnswersArgs),
    /// A questionnaire of your own, from a built-in one, as one file
    Questionnaire(NewQuestionnaireArgs),
    /// Our policy: each key at its default, explained
    Policy(NewPolicyArgs),
}

const NEW_EXAMPLES: &str = "\
An answers file holds every question with an empty answer and what the vendor
needs to know to answer it. What is at stake decides which questions apply: on a
terminal you are asked, elsewhere --inherent says it. It goes into our review
(VENDOR.review.yaml, beside the answers or where the policy says), which the
vendor does not get.

Examples:
  duly new --vendor \"NordKontakt AB\"
  duly new --vendor \"NordKontakt AB\" --lang sv -o vendors/nordkontakt.yaml
  duly new --vendor \"NordKontakt AB\" --inherent data=contact,volume=large,systems=ours
  duly new --vendor \"NordKontakt AB\" --questionnaire bank.yaml -o -
  duly new questionnaire --from customer-service --id bank-service -o bank.yaml
  duly new policy -o duly.toml";

/// `duly new`, `duly new answers`
#[derive(Debug, Args)]
pub struct NewAnswersArgs {
    /// The vendor's name
    #[arg(long, value_name = "NAME")]
    pub vendor: Option<String>,
    /// The questionnaire: a built-in id or a file [default: the first in the policy, else customer-service]
    #[arg(long, value_name = "ID|FILE")]
    pub questionnaire: Option<String>,
    /// The file to write; `-` for standard output [default: named after the vendor, in this folder]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What is at stake, by the questionnaire's factors and options [default: asked on a terminal]
    #[arg(long, value_name = "FACTOR=OPTION,...", action = clap::ArgAction::Append)]
    pub inherent: Vec<String>,
    /// Who signs our review [default: asked on a terminal, else left to be named]
    #[arg(long, value_name = "NAME")]
    pub reviewer: Option<String>,
    /// Our policy [default: duly.toml in this folder or above it, but never in the vendor's folder]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Overwrite files that exist
    #[arg(long)]
    pub force: bool,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly new questionnaire`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  duly new questionnaire --from customer-service -o ours.yaml
  duly new questionnaire --from customer-service --id bank-service > bank.yaml")]
pub struct NewQuestionnaireArgs {
    /// The built-in questionnaire to start from
    #[arg(long, value_name = "ID", default_value = "customer-service")]
    pub from: String,
    /// The id of yours [default: our-ID]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// The file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly new policy`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  duly new policy -o duly.toml
  duly new policy --lang sv | less")]
pub struct NewPolicyArgs {
    /// The file to write; `-` for standard output
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(long)]
    pub force: bool,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly generate`
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  duly generate completions bash > ~/.local/share/bash-completion/completions/duly
  duly generate man -o ~/.local/share/man/man1
  duly generate schema answers > duly-answers.schema.json")]
pub struct GenerateArgs {
    /// What to generate.
    #[command(subcommand)]
    pub what: GenerateCommand,
}

/// What `duly generate` makes.
#[derive(Debug, Subcommand)]
pub enum GenerateCommand {
    /// Completions for a shell: commands, options, questions, codes, files
    #[command(after_help = "\
Ids of built-in questionnaires and their questions complete in bash, zsh and
fish. Start the shell anew after writing the file.

Examples:
  duly generate completions bash > ~/.local/share/bash-completion/completions/duly
  duly generate completions zsh > ~/.zfunc/_duly        with fpath+=~/.zfunc before compinit
  duly generate completions fish > ~/.config/fish/completions/duly.fish
  duly generate completions powershell >> $PROFILE")]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Manual pages: of duly, of a command, or all of them
    #[command(after_help = "\
Examples:
  duly generate man | man -l -
  duly generate man assess > duly-assess.1
  duly generate man new questionnaire
  duly generate man -o ~/.local/share/man/man1          all pages; then: man duly-assess")]
    Man {
        /// The command whose page is printed [default: duly itself]
        #[arg(value_name = "COMMAND", conflicts_with = "output")]
        command: Vec<String>,
        /// The folder into which all pages are written
        #[arg(short, long, value_name = "FOLDER")]
        output: Option<PathBuf>,
    },
    /// The JSON Schema of a kind of file, for editors that complete and check as you type
    #[command(after_help = "\
Examples:
  duly generate schema questionnaire > questionnaire.schema.json
  duly generate schema assessment")]
    Schema {
        /// The kind of file
        #[arg(value_enum)]
        of: SchemaOf,
    },
}

/// A kind of file that has a schema.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum SchemaOf {
    /// What is asked.
    Questionnaire,
    /// What the vendor says.
    Answers,
    /// What we know and decide.
    Review,
    /// What we accept.
    Policy,
    /// The JSON that `duly export` prints.
    Assessment,
    /// The JSON that `duly diff` prints.
    Comparison,
}

/// The whole command line, for help texts and tests.
pub fn command() -> clap::Command {
    Invocation::command()
}

/// Reads the arguments. Help, version and mistakes are answered here.
pub fn parse(args: impl IntoIterator<Item = OsString>, console: &mut Console) -> Result<Invocation, Exit> {
    let args: Vec<OsString> = args.into_iter().collect();
    if args.len() <= 1 {
        return Err(printed(WELCOME, console));
    }
    let parsed = command().try_get_matches_from(&args).and_then(|matches| Invocation::from_arg_matches(&matches));
    parsed.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            printed(&text(&error, console.machine.output_is_terminal), console)
        }
        _ => {
            let hidden = args.iter().any(|arg| clean::has_hidden(&arg.to_string_lossy()));
            let mut said = text(&error, console.machine.errors_is_terminal && !hidden);
            if hidden {
                said = said.lines().map(|line| format!("{}\n", clean::visible(line))).collect();
            }
            said.extend(file_as_command(&args));
            console.talk(&said);
            Exit::Unusable
        }
    })
}

fn printed(text: &str, console: &mut Console) -> Exit {
    if console.print(text).is_ok() { Exit::Done } else { Exit::Unusable }
}

fn text(error: &clap::Error, colour: bool) -> String {
    let rendered = error.render();
    if colour { rendered.ansi().to_string() } else { rendered.to_string() }
}

/// `duly vendor.yaml` was probably meant as `duly assess vendor.yaml`.
fn file_as_command(args: &[OsString]) -> Option<String> {
    let first = args.get(1)?.to_str()?;
    let is_file = [".yaml", ".yml"].iter().any(|ending| first.ends_with(ending));
    let name = clean::visible(first);
    is_file.then(|| format!("\nDid you mean `duly assess {name}`?\n"))
}

fn as_of(text: &str) -> Result<AsOf, String> {
    if text == "answered" {
        return Ok(AsOf::Answered);
    }
    Date::parse(text).map(AsOf::Day).ok_or_else(|| "write YYYY-MM-DD, for example 2026-11-23, or `answered`".to_owned())
}

fn date(text: &str) -> Result<Date, String> {
    Date::parse(text).ok_or_else(|| "write YYYY-MM-DD, for example 2026-12-15".to_owned())
}

fn language(text: &str) -> Result<Lang, String> {
    Lang::ALL.into_iter().find(|lang| lang.code() == text).ok_or_else(|| "use en or sv".to_owned())
}

fn level(text: &str) -> Result<Level, String> {
    Level::of(text).ok_or_else(|| {
        let known = Level::ALL.iter().map(|(word, _)| *word);
        let near = nearest(text, known).map(|word| format!("did you mean {word}? ")).unwrap_or_default();
        format!("{near}use low, medium, high or critical")
    })
}

fn target(text: &str) -> Result<Target, String> {
    Target::of(text).ok_or_else(|| {
        let near = nearest(text, Target::WORDS).map(|word| format!("did you mean {word}? ")).unwrap_or_default();
        format!("{near}use low, medium or high for the vendor risk; strong, adequate or weak for the protection")
    })
}
