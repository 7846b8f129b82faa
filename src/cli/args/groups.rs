//! The help of `duly` itself: its commands by groups, and what all of them share.

use super::about::{About, Example, listed};
use super::{assess, check, diff, explain, export, generate, new, policy, questionnaires, record, review};
use crate::cli::exit::Exit;
use crate::document::wrap::{Margins, wrapped};

/// The commands by groups, each with what is said about it.
pub const GROUPS: &[(&str, &[(&str, &About)])] = &[
    (
        "Judge",
        &[("assess", &assess::ABOUT), ("export", &export::ABOUT), ("diff", &diff::ABOUT), ("explain", &explain::ABOUT)],
    ),
    ("Fill in", &[("new", &new::ABOUT), ("record", &record::ABOUT), ("review", &review::ABOUT)]),
    (
        "Tools",
        &[
            ("check", &check::ABOUT),
            ("questionnaires", &questionnaires::ABOUT),
            ("policy", &policy::ABOUT),
            ("generate", &generate::ABOUT),
            ("help", &HELP),
        ],
    ),
];

/// clap's own command.
const HELP: About =
    About { summary: "This text, or the help of a command", paragraphs: &[], examples: &[], below: &[] };

/// What each exit code means.
pub const EXIT_CODES: [(Exit, &str); 3] = [
    (Exit::Done, "done (warnings too)"),
    (
        Exit::FallsShort,
        "judged, and it falls short of --fail-on or the policy's [gate], or diff --exit-code found differences",
    ),
    (Exit::Unusable, "could not be judged"),
];

/// Columns of the help of `duly` itself, which clap does not wrap.
const COLUMNS: usize = 80;

/// What bare `duly` shows.
pub const FIRST_CALLS: [Example; 6] = [
    Example::noted("duly assess examples/nordkontakt.yaml", "the report on the screen"),
    Example::noted("duly check vendor.yaml", "what is wrong, and what helps"),
    Example::noted("duly diff a.yaml b.yaml", "two vendors side by side"),
    Example::noted("duly questionnaires customer-service", "what can be asked"),
    Example::noted("duly export vendor.yaml -o vendor.html", "the report as a document"),
    Example::noted("duly help", "every command"),
];

/// What is said about a command of `duly`.
pub fn about_of(name: &str) -> Option<&'static About> {
    let mut rows = GROUPS.iter().flat_map(|(_, rows)| *rows);
    rows.find(|(known, _)| *known == name).map(|(_, about)| *about)
}

/// The commands of a group, a line each.
pub fn rows(group: &[(&str, &About)]) -> Vec<String> {
    let names = GROUPS.iter().flat_map(|(_, rows)| *rows).map(|(name, _)| name.len());
    let column = names.max().unwrap_or_default() + 2;
    group.iter().map(|(name, about)| format!("{name:column$}{}", about.summary)).collect()
}

/// The help of `duly`, with gaps for what clap knows.
pub fn template() -> String {
    let groups = GROUPS.iter().map(|(title, group)| format!("{title}:\n  {}\n\n", rows(group).join("\n  ")));
    let [start, ..] = &FIRST_CALLS;
    let codes = EXIT_CODES.map(|(exit, meaning)| format!("{} {meaning}", exit.code()));
    let codes = format!("Exit codes: {}.", codes.join("; "));
    let codes = wrapped(&codes, COLUMNS, Margins { first: "", rest: "", cuts: false });
    format!(
        "{{about}}\n\n{{usage-heading}} {{usage}}\n\n{}Options:\n{{options}}\n\n{}\n\nStart with: {}",
        groups.collect::<String>(),
        codes.join("\n"),
        start.call
    )
}

/// What bare `duly` prints.
pub fn welcome() -> String {
    format!("duly judges a vendor's answers about security and data protection.\n\n{}\n", listed(&FIRST_CALLS))
}
