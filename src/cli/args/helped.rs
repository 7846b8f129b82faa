//! The help of a command in another language than clap's: the same, with our words in the place of its own.

use clap::builder::{PossibleValue, StyledStr};
use clap::{Arg, Command};

use super::about::{About, Swedish};
use super::groups;
use super::placeholders::{placeholder, placeholders};
use crate::words::Lang;
use crate::words::clean::{Clean, one_line};

/// How clap begins and ends a heading on a terminal.
const HEADING: [&str; 2] = ["\u{1b}[1m\u{1b}[4m", "\u{1b}[0m"];

/// The help that clap would give, in a language: that of the command whose English one it is. `None` if it is of none.
pub fn told(english: &str, whole: Command, lang: Lang) -> Option<StyledStr> {
    let mut whole = whole;
    whole.build();
    let mut path = Vec::new();
    let is_long = found(&mut whole, english, &mut path)?;
    let mut about: Option<&About> = None;
    let mut command = in_language(whole, None, lang);
    for name in path {
        about = about.map_or_else(|| groups::about_of(&name), |about| about.of(&name));
        let sub = command.find_subcommand(&name)?.clone();
        command = in_language(sub, about, lang);
    }
    Some(if is_long { command.render_long_help() } else { command.render_help() })
}

/// Finds the command with a help, the path to it, and whether it is the long one.
fn found(command: &mut Command, english: &str, path: &mut Vec<String>) -> Option<bool> {
    if command.render_long_help().to_string() == english {
        return Some(true);
    }
    if command.render_help().to_string() == english {
        return Some(false);
    }
    let names: Vec<String> = command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect();
    for name in names {
        path.push(name.clone());
        let inside = command.find_subcommand_mut(&name).and_then(|sub| found(sub, english, path));
        if inside.is_some() {
            return inside;
        }
        path.pop();
    }
    None
}

/// A command with our words; those of the commands below it are only their names and what they are for.
fn in_language(command: Command, about: Option<&About>, lang: Lang) -> Command {
    let is_root = about.is_none();
    let named = command.mut_args(|arg| argument(arg, lang)).mut_subcommands(|sub| {
        let name = sub.get_name().to_owned();
        let said = about.and_then(|about| about.of(&name)).or_else(|| groups::about_of(&name));
        match said {
            Some(said) => sub.about(said.summary.of(lang)),
            None => sub,
        }
    });
    let named = named
        .subcommand_help_heading(lang.help_commands().to_string())
        .subcommand_value_name(lang.help_a_command().to_string());
    let mut bare = named.clone();
    let usage = bare.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim_start();
    let usage = placeholders(usage, lang);
    let told = named.override_usage(usage.clone());
    let [bold, plain] = HEADING;
    match about {
        None => told.about(lang.help_about().to_string()).help_template(groups::template(lang)),
        Some(about) => told.about(about.summary.of(lang)).after_help(about.after_help(lang)).help_template(format!(
            "{{about-with-newline}}\n{bold}{}:{plain} {{usage}}\n\n{{all-args}}{{after-help}}",
            lang.help_usage()
        )),
    }
    .disable_help_subcommand(!is_root)
}

/// An argument with our words: what it is for, its values, its heading.
fn argument(arg: Arg, lang: Lang) -> Arg {
    let said = arg.get::<Swedish>().copied();
    let heading = match arg.get_help_heading() {
        None if arg.is_positional() => lang.help_arguments(),
        None => lang.help_options(),
        Some(heading) if heading == Lang::En.help_what_is_judged().as_str() => lang.help_what_is_judged(),
        Some(_) => lang.help_how_shown(),
    };
    let place = arg.get_index(); // under a heading of their own clap would sort them by their names
    let arg = arg.help_heading(heading.to_string());
    let arg = if let Some(place) = place { arg.display_order(place) } else { arg };
    let names: Vec<String> =
        arg.get_value_names().unwrap_or_default().iter().map(|name| placeholder(name, lang)).collect();
    let arg = if names.is_empty() { arg } else { arg.value_names(names) };
    let Some(said) = said else { return own(arg, lang) };
    let defaults: Vec<Clean> =
        arg.get_default_values().iter().map(|value| one_line(&value.to_string_lossy())).collect();
    let takes_values = arg.get_action().takes_values();
    let default = (takes_values && !defaults.is_empty()).then(|| lang.help_default(Clean::joined(defaults, " ")));
    let values: Vec<PossibleValue> = if takes_values { arg.get_possible_values() } else { Vec::new() };
    let names: Vec<Clean> = values.iter().map(|value| one_line(value.get_name())).collect();
    let is_explained = values.iter().any(|value| value.get_help().is_some()) && !said.values.is_empty();
    let listed = (!names.is_empty()).then(|| lang.help_values(Clean::joined(names, ", ")));
    let short: Vec<String> =
        [Some(said.help.to_owned()), default.as_ref().map(Clean::to_string), listed.as_ref().map(Clean::to_string)]
            .into_iter()
            .flatten()
            .collect();
    let mut long = vec![said.help.to_owned()];
    if is_explained {
        let column = said.values.iter().map(|(name, _)| name.len()).max().unwrap_or_default() + 1;
        let rows = said.values.iter().map(|(name, about)| format!("- {:column$} {about}", format!("{name}:")));
        long.push(format!("{}:\n{}", lang.help_values_title(), rows.collect::<Vec<_>>().join("\n")));
    } else {
        long.extend(listed.map(|listed| listed.to_string()));
    }
    long.extend(default.map(|default| default.to_string()));
    arg.hide_default_value(true).hide_possible_values(true).help(short.join(" ")).long_help(long.join("\n\n"))
}

/// The arguments that clap adds itself.
fn own(arg: Arg, lang: Lang) -> Arg {
    match (arg.get_id().as_str(), arg.get_long_help().is_some()) {
        ("help", true) => arg.help(lang.help_short().to_string()).long_help(lang.help_long().to_string()),
        ("version", _) => arg.help(lang.help_version().to_string()),
        ("help", false) => arg.help(lang.help_print().to_string()),
        _ => arg,
    }
}
