//! `duly new` and the commands below it

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::about::{About, Example, Paragraph};
use super::shown::ShowArgs;

/// What is said about it.
pub const ABOUT: About = About {
    summary: "A file to fill in or adapt: answers, questionnaire, policy",
    below: &[("answers", &ANSWERS), ("questionnaire", &QUESTIONNAIRE), ("policy", &POLICY)],
    ..ANSWERS
};

const ANSWERS: About = About {
    summary: "An answers file to fill in or send, the same as `duly new`",
    paragraphs: &[Paragraph::Words(
        "\
An answers file holds every question with an empty answer and what the vendor
needs to know to answer it. What is at stake decides which questions apply: on a
terminal you are asked, elsewhere --inherent says it. It goes into our review
(VENDOR.review.yaml, beside the answers or where the policy says), which the
vendor does not get.",
    )],
    examples: &[
        Example::new("duly new --vendor \"NordKontakt AB\""),
        Example::new("duly new --vendor \"NordKontakt AB\" --lang sv -o nordkontakt.yaml"),
        Example::new("duly new --vendor \"NordKontakt AB\" \\\n    --inherent data=contact,volume=large,systems=ours"),
        Example::new("duly new --vendor \"NordKontakt AB\" --questionnaire bank.yaml -o -"),
        Example::new("duly new questionnaire --from customer-service -o bank.yaml"),
        Example::new("duly new policy -o duly.toml"),
    ],
    below: &[],
};

const QUESTIONNAIRE: About = About {
    summary: "A questionnaire of your own, from a built-in one, as one file",
    paragraphs: &[],
    examples: &[
        Example::new("duly new questionnaire --from customer-service -o ours.yaml"),
        Example::new("duly new questionnaire --keep access.mfa,gdpr.dpa -o short.yaml"),
        Example::new("duly new questionnaire --id bank-service > bank.yaml"),
    ],
    below: &[],
};

const POLICY: About = About {
    summary: "Our policy: each key at its default, explained",
    paragraphs: &[],
    examples: &[Example::new("duly new policy -o duly.toml"), Example::new("duly new policy --lang sv | less")],
    below: &[],
};

/// `duly new`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, about = ABOUT.summary, after_help = ABOUT.after_help())]
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
    /// `duly new answers`
    #[command(about = ANSWERS.summary, after_help = ANSWERS.after_help())]
    Answers(NewAnswersArgs),
    /// `duly new questionnaire`
    #[command(about = QUESTIONNAIRE.summary, after_help = QUESTIONNAIRE.after_help())]
    Questionnaire(NewQuestionnaireArgs),
    /// `duly new policy`
    #[command(about = POLICY.summary, after_help = POLICY.after_help())]
    Policy(NewPolicyArgs),
}

/// `duly new`, `duly new answers`
#[derive(Debug, Args)]
pub struct NewAnswersArgs {
    /// The vendor's name
    #[arg(long, value_name = "NAME")]
    pub vendor: Option<String>,
    /// The questionnaire: a built-in id, perhaps @VERSION, or a file [default: the first in the policy, else
    /// customer-service]
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
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it, but never in
    /// the vendor's folder]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Asked line by line, for screen readers
    #[arg(long)]
    pub plain: bool,
    /// Overwrite files that exist
    #[arg(long)]
    pub force: bool,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}

/// `duly new questionnaire`
#[derive(Debug, Args)]
pub struct NewQuestionnaireArgs {
    /// The built-in questionnaire to start from, perhaps @VERSION
    #[arg(long, value_name = "ID", default_value = "customer-service")]
    pub from: String,
    /// Take over only these questions, or categories, with what they need: a short file that extends the original
    #[arg(long, value_name = "ID,...", value_delimiter = ',', conflicts_with = "leave_out")]
    pub keep: Vec<String>,
    /// Take over all but these questions, or categories
    #[arg(long, value_name = "ID,...", value_delimiter = ',')]
    pub leave_out: Vec<String>,
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
