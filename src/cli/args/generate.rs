//! `duly generate` and the commands below it

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::about::{About, Example, Paragraph, Swedish, both};
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "Completions for shells, manual pages, JSON Schemas for editors",
        "Komplettering, manualsidor, JSON-scheman för redigering",
    ),
    paragraphs: &[FOLDERS],
    examples: &[
        Example::new("duly generate completions bash \\\n    > ~/.local/share/bash-completion/completions/duly"),
        Example::new("duly generate man -o ~/.local/share/man/man1"),
        Example::new("duly generate schema answers > duly-answers.schema.json"),
    ],
    below: &[("completions", &COMPLETIONS), ("man", &MAN), ("schema", &SCHEMA)],
};

/// A shell that writes what is printed into a file makes no folder for it.
const FOLDERS: Paragraph = Paragraph::Lines(&[
    both(
        "The folder of a file behind > or >> must be there. This makes it:",
        "Mappen för en fil efter > eller >> måste finnas. Så skapas den:",
    ),
    both(
        "  mkdir -p ~/.local/share/bash-completion/completions ~/.zfunc",
        "  mkdir -p ~/.local/share/bash-completion/completions ~/.zfunc",
    ),
    both(
        "  mkdir -p ~/.config/fish/completions ~/.config/elvish",
        "  mkdir -p ~/.config/fish/completions ~/.config/elvish",
    ),
]);

const COMPLETIONS: About = About {
    summary: both(
        "Completions for a shell: commands, options, questions, codes, files",
        "Komplettering för ett skal: kommandon, växlar, frågor, koder, filer",
    ),
    paragraphs: &[
        Paragraph::Words(both(
            "\
In bash, zsh and fish the script asks duly itself what can follow, down to the
ids of built-in questionnaires and their questions. Start the shell anew after
writing the file; an update of duly needs no new one.",
            "\
I bash, zsh och fish frågar skriptet duly självt vad som kan följa, ända ner
till de inbyggda frågeformulärens id:n och deras frågor. Starta om skalet när
filen är skriven; en uppdatering av duly kräver ingen ny.",
        )),
        FOLDERS,
    ],
    examples: &[
        Example::new("duly generate completions bash \\\n    > ~/.local/share/bash-completion/completions/duly"),
        Example::noted(
            "duly generate completions zsh > ~/.zfunc/_duly",
            both("with fpath+=~/.zfunc before compinit", "med fpath+=~/.zfunc före compinit"),
        ),
        Example::new("duly generate completions fish > ~/.config/fish/completions/duly.fish"),
        Example::new("duly generate completions elvish >> ~/.config/elvish/rc.elv"),
        Example::new("duly generate completions powershell >> $PROFILE"),
    ],
    below: &[],
};

const MAN: About = About {
    summary: both(
        "Manual pages: of duly, of a command, or all of them",
        "Manualsidor: för duly, för ett kommando, eller alla",
    ),
    paragraphs: &[],
    examples: &[
        Example::new("duly generate man | man -l -"),
        Example::new("duly generate man assess > duly-assess.1"),
        Example::new("duly generate man new questionnaire"),
        Example::noted(
            "duly generate man -o ~/.local/share/man/man1",
            both("all pages; then: man duly-assess", "alla sidor; sedan: man duly-assess"),
        ),
    ],
    below: &[],
};

const SCHEMA: About = About {
    summary: both(
        "The JSON Schema of a kind of file, for editors that complete and check as you type",
        "JSON-schemat för ett slags fil, för redigeringsprogram som kompletterar och kontrollerar medan man skriver",
    ),
    paragraphs: &[],
    examples: &[
        Example::new("duly generate schema questionnaire > questionnaire.schema.json"),
        Example::new("duly generate schema assessment"),
    ],
    below: &[],
};

/// `duly generate`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct GenerateArgs {
    /// What to generate.
    #[command(subcommand)]
    pub what: GenerateCommand,
}

/// What `duly generate` makes.
#[derive(Debug, Subcommand)]
pub enum GenerateCommand {
    /// `duly generate completions`
    #[command(about = COMPLETIONS.summary.en, after_help = COMPLETIONS.after_help(Lang::En))]
    Completions {
        /// The shell
        #[arg(add = Swedish::new("Skalet"))]
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// `duly generate man`
    #[command(about = MAN.summary.en, after_help = MAN.after_help(Lang::En))]
    Man {
        /// The command whose page is printed [default: duly itself]
        #[arg(add = Swedish::new("Kommandot vars sida skrivs ut [standard: duly självt]"))]
        #[arg(value_name = "COMMAND", conflicts_with = "output")]
        command: Vec<String>,
        /// The folder into which all pages are written; it is made if it is not there
        #[arg(add = Swedish::new("Mappen som alla sidor skrivs i; den skapas om den inte finns"))]
        #[arg(short, long, value_name = "FOLDER")]
        output: Option<PathBuf>,
        /// Overwrite files even if they hold answers, a review, a policy or a questionnaire
        #[arg(add = Swedish::new("Skriv över filer även om de innehåller svar, en granskning, regler eller ett \
                       frågeformulär"))]
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// `duly generate schema`
    #[command(about = SCHEMA.summary.en, after_help = SCHEMA.after_help(Lang::En))]
    Schema {
        /// The kind of file
        #[arg(add = Swedish::with_values("Filens slag", &[
                ("questionnaire", "Det som frågas"),
                ("answers", "Det som leverantören säger"),
                ("review", "Det vi vet och beslutar"),
                ("policy", "Det vi godtar"),
                ("mapping", "Hur en tabell från andra läses"),
                ("assessment", "Den JSON som `duly export` skriver"),
                ("comparison", "Den JSON som `duly diff` skriver"),
                ("due", "Den JSON som `duly due` skriver"),
                ("overview", "Den JSON som `duly export --summary` skriver"),
                ("stream-in", "En rad som `duly stream` läser"),
                ("stream-out", "En rad som `duly stream` skriver"),
            ]))]
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
    /// How a table of others is to be read.
    Mapping,
    /// The JSON that `duly export` prints.
    Assessment,
    /// The JSON that `duly diff` prints.
    Comparison,
    /// The JSON that `duly due` prints.
    Due,
    /// The JSON that `duly export --summary` prints.
    Overview,
    /// A line that `duly stream` reads.
    StreamIn,
    /// A line that `duly stream` prints.
    StreamOut,
}
