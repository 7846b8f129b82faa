//! The help of `duly` itself: its commands by groups, and what all of them share.

use super::about::{About, Bilingual, Example, both, listed};
use super::{
    assess, check, diff, due, explain, export, generate, import, new, policy, questionnaires, record, review, stream,
};
use crate::cli::exit::Exit;
use crate::document::wrap::{Margins, wrapped};
use crate::words::Lang;

/// The commands by groups, each with what is said about it.
pub const GROUPS: &[(Bilingual, &[(&str, &About)])] = &[
    (
        both("Judge", "Bedöm"),
        &[("assess", &assess::ABOUT), ("export", &export::ABOUT), ("diff", &diff::ABOUT), ("explain", &explain::ABOUT)],
    ),
    (
        both("Fill in", "Fyll i"),
        &[("new", &new::ABOUT), ("import", &import::ABOUT), ("record", &record::ABOUT), ("review", &review::ABOUT)],
    ),
    (both("Follow", "Följ upp"), &[("due", &due::ABOUT)]),
    (
        both("Tools", "Verktyg"),
        &[
            ("check", &check::ABOUT),
            ("questionnaires", &questionnaires::ABOUT),
            ("policy", &policy::ABOUT),
            ("stream", &stream::ABOUT),
            ("generate", &generate::ABOUT),
            ("help", &HELP),
        ],
    ),
];

/// clap's own command.
const HELP: About = About {
    summary: both("This text, or the help of a command", "Den här texten, eller hjälpen för ett kommando"),
    paragraphs: &[],
    examples: &[],
    below: &[],
};

/// What each exit code means.
pub const EXIT_CODES: [(Exit, Bilingual); 3] = [
    (Exit::Done, both("done (warnings too)", "klart (även med varningar)")),
    (
        Exit::FallsShort,
        both(
            "judged, and it falls short of --fail-on or the policy's [gate]; or it differs (diff --exit-code, check \
             --against), or is overdue (due --fail-on overdue)",
            "bedömt, men når inte --fail-on eller reglernas [gate]; eller skiljer sig (diff --exit-code, check \
             --against), eller är försenat (due --fail-on overdue)",
        ),
    ),
    (
        Exit::Unusable,
        both(
            "could not be judged, or import did not understand all of it",
            "kunde inte bedömas, eller så förstod import inte allt",
        ),
    ),
];

/// What each exit code of a command means.
pub fn exit_codes_of(command: &str) -> &'static [(Exit, Bilingual)] {
    match command {
        "stream" => &stream::EXIT_CODES,
        _ => &EXIT_CODES,
    }
}

/// Columns of the help of `duly` itself, which clap does not wrap.
const COLUMNS: usize = 80;

/// What bare `duly` shows: from an empty folder to a report.
pub const FIRST_CALLS: [Example; 6] = [
    Example::noted("duly new --vendor \"NordKontakt AB\"", both("the questions, as a file", "frågorna, som en fil")),
    Example::noted("duly record nordkontakt-ab.yaml", both("answer them in a dialogue", "svara på dem i en dialog")),
    Example::noted("duly assess nordkontakt-ab.yaml", both("the report on the screen", "rapporten på skärmen")),
    Example::noted("duly review nordkontakt-ab.yaml", both("what we saw and decide", "det vi såg och beslutar")),
    Example::noted("duly export nordkontakt-ab.yaml -o x.html", both("the report as a page", "rapporten som en sida")),
    Example::noted("duly help", both("every command", "alla kommandon")),
];

/// What is said about a command of `duly`.
pub fn about_of(name: &str) -> Option<&'static About> {
    let mut rows = GROUPS.iter().flat_map(|(_, rows)| *rows);
    rows.find(|(known, _)| *known == name).map(|(_, about)| *about)
}

/// The commands of a group, a line each.
pub fn rows(group: &[(&str, &About)], lang: Lang) -> Vec<String> {
    let names = GROUPS.iter().flat_map(|(_, rows)| *rows).map(|(name, _)| name.len());
    let column = names.max().unwrap_or_default() + 2;
    group.iter().map(|(name, about)| format!("{name:column$}{}", about.summary.of(lang))).collect()
}

/// The help of `duly`, with gaps for what clap knows.
pub fn template(lang: Lang) -> String {
    let group = |(title, group): &(Bilingual, &[(&str, &About)])| {
        format!("{}:\n  {}\n\n", title.of(lang), rows(group, lang).join("\n  "))
    };
    let groups: String = GROUPS.iter().map(group).collect();
    let [start, ..] = &FIRST_CALLS;
    let codes = EXIT_CODES.map(|(exit, meaning)| format!("{} {}", exit.code(), meaning.of(lang)));
    let codes = format!("{}: {}.", lang.help_exit_codes(), codes.join("; "));
    let codes = wrapped(&codes, COLUMNS, Margins { first: "", rest: "", cuts: false });
    let [usage, options, start_with] = [lang.help_usage(), lang.help_options(), lang.help_start_with()];
    // clap sets its own word, which is English, as it sets headings
    let usage = if lang == Lang::En { "{usage-heading}".to_owned() } else { format!("{usage}:") };
    format!(
        "{{about}}\n\n{usage} {{usage}}\n\n{groups}{options}:\n{{options}}\n\n{}\n\n{start_with}: {}",
        codes.join("\n"),
        start.call
    )
}

/// What bare `duly` prints.
pub fn welcome(lang: Lang) -> String {
    format!("{}\n\n{}\n", lang.help_welcome(), listed(&FIRST_CALLS, lang))
}
