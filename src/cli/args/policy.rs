//! `duly policy`

use std::path::PathBuf;

use clap::Args;

use super::about::{About, Example, Paragraph, Swedish, both};
use super::shown::ShowArgs;
use crate::words::Lang;

/// What is said about it.
pub const ABOUT: About = About {
    summary: both(
        "The rules in force, and where each value comes from",
        "Reglerna som gäller, och varifrån varje värde kommer",
    ),
    paragraphs: &[Paragraph::Words(both(
        "What is printed is a policy file itself.",
        "Det som skrivs ut är självt en regelfil.",
    ))],
    examples: &[
        Example::new("duly policy"),
        Example::new("duly policy --policy examples/duly.toml --lang sv"),
        Example::noted(
            "duly policy > ours.toml",
            both("keep what holds today, to adapt it", "spara det som gäller i dag, för att anpassa det"),
        ),
        Example::noted(
            "duly new policy -o duly.toml",
            both("a file with each key explained", "en fil med varje nyckel förklarad"),
        ),
    ],
    below: &[],
};

/// `duly policy`
#[derive(Debug, Args)]
#[command(about = ABOUT.summary.en, after_help = ABOUT.after_help(Lang::En))]
pub struct PolicyArgs {
    /// Our policy [default: the one that DULY_POLICY names, else duly.toml in this folder or above it]
    #[arg(add = Swedish::new("Våra regler [standard: de som DULY_POLICY anger, annars duly.toml i den här mappen eller \
                   ovanför den]"))]
    #[arg(long, value_name = "FILE")]
    pub policy: Option<PathBuf>,
    /// How it is shown.
    #[command(flatten)]
    pub show: ShowArgs,
}
