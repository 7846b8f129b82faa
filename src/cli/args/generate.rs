//! `duly generate` and the commands below it

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::about::{About, Example, Paragraph};

/// What is said about it.
pub const ABOUT: About = About {
    summary: "Completions for shells, manual pages, JSON Schemas for editors",
    paragraphs: &[],
    examples: &[
        Example::new("duly generate completions bash \\\n    > ~/.local/share/bash-completion/completions/duly"),
        Example::new("duly generate man -o ~/.local/share/man/man1"),
        Example::new("duly generate schema answers > duly-answers.schema.json"),
    ],
    below: &[("completions", &COMPLETIONS), ("man", &MAN), ("schema", &SCHEMA)],
};

const COMPLETIONS: About = About {
    summary: "Completions for a shell: commands, options, questions, codes, files",
    paragraphs: &[Paragraph::Words(
        "\
In bash, zsh and fish the script asks duly itself what can follow, down to the
ids of built-in questionnaires and their questions. Start the shell anew after
writing the file; an update of duly needs no new one.",
    )],
    examples: &[
        Example::new("duly generate completions bash \\\n    > ~/.local/share/bash-completion/completions/duly"),
        Example::noted("duly generate completions zsh > ~/.zfunc/_duly", "with fpath+=~/.zfunc before compinit"),
        Example::new("duly generate completions fish > ~/.config/fish/completions/duly.fish"),
        Example::new("duly generate completions powershell >> $PROFILE"),
    ],
    below: &[],
};

const MAN: About = About {
    summary: "Manual pages: of duly, of a command, or all of them",
    paragraphs: &[],
    examples: &[
        Example::new("duly generate man | man -l -"),
        Example::new("duly generate man assess > duly-assess.1"),
        Example::new("duly generate man new questionnaire"),
        Example::noted("duly generate man -o ~/.local/share/man/man1", "all pages; then: man duly-assess"),
    ],
    below: &[],
};

const SCHEMA: About = About {
    summary: "The JSON Schema of a kind of file, for editors that complete and check as you type",
    paragraphs: &[],
    examples: &[
        Example::new("duly generate schema questionnaire > questionnaire.schema.json"),
        Example::new("duly generate schema assessment"),
    ],
    below: &[],
};

/// `duly generate`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary, after_help = ABOUT.after_help())]
pub struct GenerateArgs {
    /// What to generate.
    #[command(subcommand)]
    pub what: GenerateCommand,
}

/// What `duly generate` makes.
#[derive(Debug, Subcommand)]
pub enum GenerateCommand {
    /// `duly generate completions`
    #[command(about = COMPLETIONS.summary, after_help = COMPLETIONS.after_help())]
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// `duly generate man`
    #[command(about = MAN.summary, after_help = MAN.after_help())]
    Man {
        /// The command whose page is printed [default: duly itself]
        #[arg(value_name = "COMMAND", conflicts_with = "output")]
        command: Vec<String>,
        /// The folder into which all pages are written
        #[arg(short, long, value_name = "FOLDER")]
        output: Option<PathBuf>,
        /// Overwrite files even if they hold answers, a review, a policy or a questionnaire
        #[arg(long, requires = "output")]
        force: bool,
    },
    /// `duly generate schema`
    #[command(about = SCHEMA.summary, after_help = SCHEMA.after_help())]
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
