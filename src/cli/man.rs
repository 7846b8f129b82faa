//! Manual pages, from the same definitions as the help. clap_mangen runs the lines of examples into one another, so
//! what stands behind the options is set here.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::{About, GROUPS, Paragraph, about_of, exit_codes_of, lines, rows};
use crate::words::Lang;

/// The section of the manual for commands.
const SECTION: &str = "1";

/// What comes before each part that is written, and is needed once.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// A page.
#[derive(Debug)]
pub struct ManualPage {
    /// The path of the command, without `duly`: `new questionnaire`.
    pub path: String,
    /// The file that holds it: `duly-new-questionnaire.1`.
    pub file: String,
    /// The page as roff.
    pub text: String,
}

/// Every page: of `duly`, of each command, and of the commands below it.
///
/// # Errors
/// None in practice: what is written goes into memory.
pub fn pages(command: Command) -> std::io::Result<Vec<ManualPage>> {
    let mut whole = command.disable_help_subcommand(true);
    whole.build();
    let mut found = Vec::new();
    collect(&whole, None, None, &mut found)?;
    Ok(found)
}

fn collect(
    command: &Command,
    about: Option<&About>,
    above: Option<&str>,
    found: &mut Vec<ManualPage>,
) -> std::io::Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    let path = command.get_bin_name().and_then(|name| name.strip_prefix("duly ")).unwrap_or_default().to_owned();
    found.push(ManualPage { path, file: format!("{name}.{SECTION}"), text: page(command, &name, about, above)? });
    command.get_subcommands().try_for_each(|sub| {
        let about_sub = about.map_or_else(|| about_of(sub.get_name()), |about| about.of(sub.get_name()));
        collect(sub, about_sub, Some(&name), found)
    })
}

fn page(command: &Command, name: &str, about: Option<&About>, above: Option<&str>) -> std::io::Result<String> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    let shown = command.clone().override_usage(usage).subcommand_help_heading("COMMANDS");
    let source = format!("duly {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(shown).title(name.to_uppercase()).section(SECTION).source(source).manual("duly");
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    written(&mut out, |roff| about.iter().flat_map(|about| about.paragraphs).for_each(|said| paragraph(said, roff)))?;
    if above.is_none() {
        written(&mut out, commands)?;
    } else if command.has_subcommands() {
        man.render_subcommands_section(&mut out)?;
    }
    man.render_options_section(&mut out)?;
    written(&mut out, |roff| {
        if let Some(about) = about.filter(|about| !about.examples.is_empty()) {
            list("SH", "EXAMPLES", &lines(about.examples, Lang::En), roff);
        }
        exit_status(command.get_name(), roff);
        see_also(command, name, above, roff);
    })?;
    let text = String::from_utf8_lossy(&out).replace(PREAMBLE, "");
    Ok(format!("{PREAMBLE}{text}"))
}

/// Writes roff.
fn written(out: &mut Vec<u8>, set: impl FnOnce(&mut Roff)) -> std::io::Result<()> {
    let mut roff = Roff::new();
    set(&mut roff);
    roff.to_writer(out)
}

/// A heading, and its lines as they stand.
fn list(level: &str, heading: &str, lines: &[String], roff: &mut Roff) {
    roff.control(level, [heading]).control("nf", []);
    for line in lines.iter().flat_map(|line| line.lines()) {
        roff.text([roman(line)]);
    }
    roff.control("fi", []);
}

/// A part of what there is to know; words are filled to the width of the terminal.
fn paragraph(said: &Paragraph, roff: &mut Roff) {
    roff.control("PP", []);
    match said {
        Paragraph::Words(text) => text.en.lines().for_each(|line| {
            roff.text([roman(line)]);
        }),
        Paragraph::Lines(lines) => {
            roff.control("nf", []);
            lines.iter().for_each(|line| {
                roff.text([roman(line.en)]);
            });
            roff.control("fi", []);
        }
    }
}

/// The commands by groups.
fn commands(roff: &mut Roff) {
    roff.control("SH", ["COMMANDS"]);
    GROUPS.iter().for_each(|(title, group)| list("SS", title.en, &rows(group, Lang::En), roff));
}

/// The meanings of the exit codes of a command.
fn exit_status(command: &str, roff: &mut Roff) {
    roff.control("SH", ["EXIT STATUS"]);
    for (exit, meaning) in exit_codes_of(command) {
        let code = exit.code().to_string();
        roff.control("TP", []).text([bold(code)]).text([roman(meaning.en)]);
    }
}

fn see_also(command: &Command, name: &str, above: Option<&str>, roff: &mut Roff) {
    let below = command.get_subcommands().filter_map(Command::get_display_name);
    let others: Vec<&str> = above.into_iter().chain(below).filter(|other| *other != name).collect();
    roff.control("SH", ["SEE ALSO"]);
    for (at, other) in others.iter().enumerate() {
        let end = if at + 1 < others.len() { "," } else { "" };
        roff.text([bold(*other), roman(format!("({SECTION}){end}"))]);
    }
}
