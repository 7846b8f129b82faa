//! `duly new` and the commands below it

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "A file to fill in or adapt: answers, questionnaire, policy",
        "En fil att fylla i eller anpassa: svar, frågeformulär, regler",
    ),
    below: &[("answers", &ANSWERS), ("questionnaire", &QUESTIONNAIRE), ("policy", &POLICY)],
    ..ANSWERS
};

const ANSWERS: About = About {
    summary: both(
        "A form to fill in or send, the same as `duly new`",
        "Ett formulär att fylla i eller skicka, detsamma som `duly new`",
    ),
    paragraphs: &[Paragraph::Words(both(
        "\
A form holds every question with an empty answer and what the vendor needs to
know to answer it. The ending of -o decides what it is: an answers file (.yaml),
a workbook (.xlsx) or a page for the browser (.html). What is at stake decides
which questions apply: on a terminal you are asked, elsewhere --inherent says
it. It goes into our review (VENDOR.review.yaml, beside the answers or where the
policy says), which the vendor does not get, together with which form was sent.",
        "\
Ett formulär innehåller varje fråga med ett tomt svar och det som leverantören
behöver veta för att svara. Filändelsen i -o avgör vad det blir: en svarsfil
(.yaml), en arbetsbok (.xlsx) eller en sida för webbläsaren (.html). Vad som
står på spel avgör vilka frågor som gäller: i en terminal tillfrågas du, annars
anger --inherent det. Det skrivs i vår granskning (LEVERANTÖR.review.yaml,
bredvid svaren eller där reglerna säger), som leverantören inte får, tillsammans
med vilket formulär som skickades.",
    ))],
    examples: &[
        Example::new("duly new --vendor \"NordKontakt AB\""),
        Example::new("duly new --vendor \"NordKontakt AB\" --lang sv -o nordkontakt.yaml"),
        Example::new("duly new --vendor \"NordKontakt AB\" \\\n    --inherent data=contact,volume=large,systems=ours"),
        Example::new("duly new --vendor \"NordKontakt AB\" -o nordkontakt.xlsx"),
        Example::new("duly new --from nordkontakt.yaml --part access,encryption -o it.xlsx"),
        Example::new("duly new --renew nordkontakt-2025.yaml -o nordkontakt-2026.xlsx"),
        Example::new("duly new --renew vendors-2025 -o vendors-2026 --as xlsx"),
        Example::new("duly new --inherent data=contact,systems=ours -o tender.html"),
        Example::new("duly new questionnaire --from customer-service -o bank.yaml"),
        Example::new("duly new policy -o duly.toml"),
    ],
    below: &[],
};

const QUESTIONNAIRE: About = About {
    summary: both(
        "A questionnaire of your own, from a built-in one, as one file",
        "Ett eget frågeformulär, från ett inbyggt, som en fil",
    ),
    paragraphs: &[],
    examples: &[
        Example::new("duly new questionnaire --from customer-service -o ours.yaml"),
        Example::new("duly new questionnaire --keep access.mfa,gdpr.dpa -o short.yaml"),
        Example::new("duly new questionnaire --id bank-service > bank.yaml"),
    ],
    below: &[],
};

const POLICY: About = About {
    summary: both(
        "Our policy: each key at its default, explained",
        "Våra regler: varje nyckel med sitt standardvärde, förklarad",
    ),
    paragraphs: &[],
    examples: &[Example::new("duly new policy -o duly.toml"), Example::new("duly new policy --lang sv | less")],
    below: &[],
};

/// `duly new`
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
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
    #[command(about = ANSWERS.summary.en, after_help = ANSWERS.after_help(Lang::En))]
    Answers(NewAnswersArgs),
    /// `duly new questionnaire`
    #[command(about = QUESTIONNAIRE.summary.en, after_help = QUESTIONNAIRE.after_help(Lang::En))]
    Questionnaire(NewQuestionnaireArgs),
    /// `duly new policy`
    #[command(about = POLICY.summary.en, after_help = POLICY.after_help(Lang::En))]
    Policy(NewPolicyArgs),
}

/// What the forms of a folder are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RenewedAs {
    /// Answers files to edit
    Yaml,
    /// Workbooks
    Xlsx,
    /// Pages for the browser
    Html,
}

impl RenewedAs {
    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        match self {
            RenewedAs::Yaml => "yaml",
            RenewedAs::Xlsx => "xlsx",
            RenewedAs::Html => "html",
        }
    }
}

/// `duly new`, `duly new answers`
#[derive(Debug, Clone, Args)]
pub struct NewAnswersArgs {
    /// The vendor's name; without it the form asks for it, one form for all who offer
    #[arg(add = Swedish::new("Leverantörens namn; utan det frågar formuläret efter det, ett formulär till alla \
                   anbudsgivare"))]
    #[arg(long, value_name = "NAME", conflicts_with = "from")]
    pub vendor: Option<String>,
    /// Earlier answers, which the form is filled in with: another round
    #[arg(add = Swedish::new("Tidigare svar, som formuläret fylls i med: en ny omgång"))]
    #[arg(long, value_name = "ANSWERS")]
    pub from: Option<PathBuf>,
    /// Next year's form: the newest version, with earlier answers beside its questions to confirm or to change; of a
    /// folder, a form for every vendor in it
    #[arg(add = Swedish::new("Nästa års formulär: den nyaste versionen, med tidigare svar bredvid frågorna att \
                   bekräfta eller ändra; för en mapp ett formulär till varje leverantör i den"))]
    #[arg(long, value_name = "ANSWERS|FOLDER", conflicts_with_all = ["vendor", "from"])]
    pub renew: Option<PathBuf>,
    /// What the forms of a folder are written as [default: yaml]
    #[arg(add = Swedish::with_values(
        "Vad formulären till en mapp skrivs som [standard: yaml]",
        &[("yaml", "Svarsfiler att redigera"), ("xlsx", "Arbetsböcker"), ("html", "Sidor för webbläsaren")],
    ))]
    #[arg(long = "as", value_name = "KIND", value_enum, requires = "renew")]
    pub renewed_as: Option<RenewedAs>,
    /// Ask only these categories or questions, for those who can answer them
    #[arg(add = Swedish::new("Fråga bara de här kategorierna eller frågorna, för dem som kan svara på dem"))]
    #[arg(long, value_name = "ID,...", value_delimiter = ',', conflicts_with = "screening")]
    pub part: Vec<String>,
    /// The short form, for vendors of whom little is at stake
    #[arg(add = Swedish::new("Det korta formuläret, för leverantörer där lite står på spel"))]
    #[arg(long)]
    pub screening: bool,
    /// Both languages of the questionnaire side by side, in a workbook
    #[arg(add = Swedish::new("Formulärets båda språk sida vid sida, i en arbetsbok"))]
    #[arg(long)]
    pub both_languages: bool,
    /// The questionnaire: a built-in id, perhaps @VERSION, or a file [default: the first in the policy, else
    /// customer-service]
    #[arg(add = Swedish::new("Frågeformuläret: ett inbyggt id, eventuellt med @VERSION, eller en fil [standard: det \
                   första i reglerna, annars customer-service]"))]
    #[arg(long, value_name = "ID|FILE")]
    pub questionnaire: Option<String>,
    /// The file to write: .yaml to edit, .xlsx a workbook, .html a page for the browser; `-` for standard output
    /// [default: a .yaml file named after the vendor, in this folder]
    #[arg(add = Swedish::new("Filen som ska skrivas: .yaml att redigera, .xlsx en arbetsbok, .html en sida för \
                   webbläsaren; `-` för standardutmatningen [standard: en .yaml-fil efter leverantörens namn, i den \
                   här mappen]"))]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// What is at stake, by the questionnaire's factors and options [default: asked on a terminal]
    #[arg(add = Swedish::new("Vad som står på spel, med formulärets faktorer och alternativ [standard: du tillfrågas i \
                   en terminal]"))]
    #[arg(long, value_name = "FACTOR=OPTION,...", action = clap::ArgAction::Append)]
    pub inherent: Vec<String>,
    /// Who signs our review [default: asked on a terminal, else left to be named]
    #[arg(add = Swedish::new("Vem som ansvarar för vår granskning [standard: du tillfrågas i en terminal, annars \
                   lämnas det öppet]"))]
    #[arg(long, value_name = "NAME")]
    pub reviewer: Option<String>,
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it, but never in
    /// the vendor's folder]
    #[arg(add = Swedish::new("Våra regler [standard: de som DULY_POLICY anger, annars duly.toml i den här mappen eller \
                   ovanför den, men aldrig i leverantörens mapp]"))]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// Asked line by line, for screen readers
    #[arg(add = Swedish::new("Frågas rad för rad, för skärmläsare"))]
    #[arg(long)]
    pub plain: bool,
    /// Overwrite the form if it exists; of our review nothing is lost
    #[arg(add = Swedish::new("Skriv över formuläret om det finns; i vår granskning går inget förlorat"))]
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
    #[arg(add = Swedish::new("Det inbyggda frågeformuläret att utgå från, eventuellt med @VERSION"))]
    #[arg(long, value_name = "ID", default_value = "customer-service")]
    pub from: String,
    /// Take over only these questions, or categories, with what they need: a short file that extends the original
    #[arg(add = Swedish::new("Ta över bara de här frågorna, eller kategorierna, med vad de behöver: en kort fil som \
                   utökar originalet"))]
    #[arg(long, value_name = "ID,...", value_delimiter = ',', conflicts_with = "leave_out")]
    pub keep: Vec<String>,
    /// Take over all but these questions, or categories
    #[arg(add = Swedish::new("Ta över alla frågor, eller kategorier, utom de här"))]
    #[arg(long, value_name = "ID,...", value_delimiter = ',')]
    pub leave_out: Vec<String>,
    /// The id of yours [default: our-ID]
    #[arg(add = Swedish::new("Id för ert eget [standard: our-ID]"))]
    #[arg(long, value_name = "ID")]
    pub id: Option<String>,
    /// The file to write; `-` for standard output
    #[arg(add = Swedish::new("Filen som ska skrivas; `-` för standardutmatningen"))]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(add = Swedish::new("Skriv över filen om den finns"))]
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
    #[arg(add = Swedish::new("Filen som ska skrivas; `-` för standardutmatningen"))]
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Overwrite the file if it exists
    #[arg(add = Swedish::new("Skriv över filen om den finns"))]
    #[arg(long)]
    pub force: bool,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}
