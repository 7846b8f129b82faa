//! How things are shown: the options that every command shares.

use clap::{Args, ValueEnum};

use crate::words::Lang;

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

fn language(text: &str) -> Result<Lang, String> {
    Lang::ALL.into_iter().find(|lang| lang.code() == text).ok_or_else(|| "use en or sv".to_owned())
}
