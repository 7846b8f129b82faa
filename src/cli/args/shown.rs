//! How things are shown: the options that every command shares.

use clap::{Args, ValueEnum};

use super::about::Swedish;
use super::bad_value::BadValue;

use crate::questionnaire::names;
use crate::words::Lang;

/// Options about how things are shown.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "How it is shown")]
pub struct ShowArgs {
    /// The language, or another one of the questionnaire's for its texts [default: the policy's, else the system's,
    /// else the questionnaire's first]
    #[arg(add = Swedish::new("Språket, eller ett annat av formulärets för dess texter [standard: reglernas, annars \
                   systemets, annars formulärets första]"))]
    #[arg(long, value_name = "en|sv", value_parser = language)]
    pub lang: Option<AskedLanguage>,
    /// Colours
    #[arg(add = Swedish::with_values("Färger", &[
            ("auto", "I en terminal, om inte NO_COLOR är satt"),
            ("always", "Alltid"),
            ("never", "Aldrig"),
        ]))]
    #[arg(long, value_name = "WHEN", value_enum, default_value_t)]
    pub color: Color,
    /// Say nothing on stderr but errors
    #[arg(add = Swedish::new("Säg inget på stderr utom fel"))]
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

/// A language that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AskedLanguage {
    /// One that `duly` speaks.
    Spoken(Lang),
    /// Another one, by its code: the texts of a questionnaire may be written in it.
    Other(String),
}

impl AskedLanguage {
    /// Its code, as it is typed.
    pub fn code(&self) -> &str {
        match self {
            AskedLanguage::Spoken(lang) => lang.code(),
            AskedLanguage::Other(code) => code,
        }
    }
}

impl ShowArgs {
    /// The language that was asked for, if `duly` speaks it.
    pub fn spoken(&self) -> Option<Lang> {
        match &self.lang {
            Some(AskedLanguage::Spoken(lang)) => Some(*lang),
            Some(AskedLanguage::Other(_)) | None => None,
        }
    }

    /// The code of the language that was asked for, if only a questionnaire can have it.
    pub fn other_language(&self) -> Option<&str> {
        match &self.lang {
            Some(AskedLanguage::Other(code)) => Some(code),
            Some(AskedLanguage::Spoken(_)) | None => None,
        }
    }
}

fn language(text: &str) -> Result<AskedLanguage, BadValue> {
    let spoken = Lang::ALL.into_iter().find(|lang| lang.code() == text);
    match spoken.map(AskedLanguage::Spoken) {
        None if names::is_id(text) => Ok(AskedLanguage::Other(text.to_owned())),
        spoken => spoken.ok_or_else(|| BadValue::new(Lang::usage_language)),
    }
}
