//! Manual pages, from the same definitions as the help. clap_mangen runs the lines of examples into one another, so
//! what stands behind the options is set here.

use clap::Command;
use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};

use super::args::GROUPED_HELP;

/// The section of the manual for commands.
const SECTION: &str = "1";

/// What comes before each part that is written, and is needed once.
const PREAMBLE: &str = ".ie \\n(.g .ds Aq \\(aq\n.el .ds Aq '\n";

/// A page.
#[derive(Debug)]
pub struct Page {
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
pub fn pages(command: Command) -> std::io::Result<Vec<Page>> {
    let mut whole = command.disable_help_subcommand(true);
    whole.build();
    let mut found = Vec::new();
    collect(&whole, None, &mut found)?;
    Ok(found)
}

fn collect(command: &Command, above: Option<&str>, found: &mut Vec<Page>) -> std::io::Result<()> {
    let name = command.get_display_name().unwrap_or_else(|| command.get_name()).to_owned();
    let path = command.get_bin_name().and_then(|name| name.strip_prefix("duly ")).unwrap_or_default().to_owned();
    found.push(Page { path, file: format!("{name}.{SECTION}"), text: page(command, &name, above)? });
    command.get_subcommands().try_for_each(|sub| collect(sub, Some(&name), found))
}

fn page(command: &Command, name: &str, above: Option<&str>) -> std::io::Result<String> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim_start_matches("Usage: ").to_owned();
    let shown = command.clone().override_usage(usage).subcommand_help_heading("COMMANDS");
    let source = format!("duly {}", env!("CARGO_PKG_VERSION"));
    let man = Man::new(shown).title(name.to_uppercase()).section(SECTION).source(source).manual("duly");
    let after = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let (lists, paragraphs): (Vec<&str>, Vec<&str>) = after.split("\n\n").partition(|block| is_list(block));
    let mut out = Vec::new();
    man.render_title(&mut out)?;
    man.render_name_section(&mut out)?;
    man.render_synopsis_section(&mut out)?;
    man.render_description_section(&mut out)?;
    written(&mut out, |roff| paragraphs.iter().for_each(|block| paragraph(block, roff)))?;
    if above.is_none() {
        written(&mut out, commands)?;
    } else if command.has_subcommands() {
        man.render_subcommands_section(&mut out)?;
    }
    man.render_options_section(&mut out)?;
    written(&mut out, |roff| {
        lists.iter().for_each(|block| list("SH", block, roff));
        exit_status(roff);
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

/// Whether a block of help is a heading with lines below it that stay as they are.
fn is_list(block: &str) -> bool {
    let mut lines = block.lines();
    lines.next().is_some_and(|head| head.ends_with(':')) && lines.all(|line| line.starts_with("  "))
}

/// A heading, and its lines as they stand.
fn list(macro_name: &str, block: &str, roff: &mut Roff) {
    let mut lines = block.lines();
    let head = lines.next().unwrap_or_default().trim_end_matches(':');
    let head = if macro_name == "SH" { head.to_uppercase() } else { head.to_owned() };
    roff.control(macro_name, [head.as_str()]).control("nf", []);
    for line in lines {
        roff.text([roman(line.trim_start())]);
    }
    roff.control("fi", []);
}

/// A text whose lines are filled to the width of the terminal.
fn paragraph(block: &str, roff: &mut Roff) {
    if !block.is_empty() {
        roff.control("PP", []);
        for line in block.lines() {
            roff.text([roman(line)]);
        }
    }
}

/// The commands by groups, as the help of `duly` has them.
fn commands(roff: &mut Roff) {
    roff.control("SH", ["COMMANDS"]);
    let groups = GROUPED_HELP.split("\n\n").filter(|block| is_list(block));
    groups.for_each(|block| list("SS", block, roff));
}

/// The meanings of the exit codes, as the help of `duly` has them.
fn exit_status(roff: &mut Roff) {
    roff.control("SH", ["EXIT STATUS"]);
    let block = GROUPED_HELP.split("\n\n").find_map(|block| block.strip_prefix("Exit codes: ")).unwrap_or_default();
    let line = block.trim_end_matches('.').replace('\n', " ");
    for (code, meaning) in line.split("; ").filter_map(|part| part.split_once(' ')) {
        roff.control("TP", []).text([bold(code)]).text([roman(meaning)]);
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
