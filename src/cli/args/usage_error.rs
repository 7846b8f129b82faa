//! Mistakes of usage in the reader's language, from what clap knows of them.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::bad_value::BadValue;
use super::placeholders::placeholders;
use crate::words::Lang;
use crate::words::clean::{Clean, visible};

/// Which word stands before what, on a terminal: as clap does it.
const ALARM: [&str; 2] = ["\u{1b}[1m\u{1b}[31m", "\u{1b}[0m"];

/// A mistake of usage, whole, with a line break at the end.
pub fn told(error: &Error, lang: Lang, colour: bool) -> String {
    let [alarm, calm] = if colour { ALARM } else { ["", ""] };
    let mut said = format!("{alarm}{}:{calm} {}", lang.error(), what(error, lang));
    let tips = tips(error, lang);
    if !tips.is_empty() {
        said.push('\n');
        tips.iter().for_each(|tip| said.push_str(&format!("\n  {}: {tip}", lang.usage_tip())));
    }
    if let Some(ContextValue::StyledStr(usage)) = error.get(ContextKind::Usage) {
        let usage = usage.to_string();
        let usage = usage.trim_start_matches("Usage:").trim_start();
        said.push_str(&format!("\n\n{}: {}", lang.help_usage(), placeholders(usage, lang)));
    }
    said.push_str(&format!("\n\n{}\n", lang.usage_more_help("--help")));
    said
}

fn text(error: &Error, kind: ContextKind) -> Option<Clean> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(visible(text)),
        _ => None,
    }
}

fn texts(error: &Error, kind: ContextKind) -> Vec<Clean> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.iter().map(|text| visible(text)).collect(),
        Some(ContextValue::String(text)) => vec![visible(text)],
        _ => Vec::new(),
    }
}

/// An argument as usage names it, with what stands for its values.
fn in_words(arg: &Clean, lang: Lang) -> Clean {
    visible(&placeholders(arg, lang))
}

fn number(error: &Error, kind: ContextKind) -> usize {
    match error.get(kind) {
        Some(ContextValue::Number(number)) => usize::try_from(*number).unwrap_or_default(),
        _ => 0,
    }
}

/// What is wrong.
fn what(error: &Error, lang: Lang) -> String {
    let arg = || text(error, ContextKind::InvalidArg).map(|arg| in_words(&arg, lang)).unwrap_or_default();
    let value = || text(error, ContextKind::InvalidValue).unwrap_or_default();
    let command = || text(error, ContextKind::InvalidSubcommand);
    let below =
        |head: Clean, items: &[Clean]| items.iter().fold(head.to_string(), |said, item| format!("{said}\n  {item}"));
    let beside =
        |head: Clean, list: Option<Clean>| list.map_or_else(|| head.to_string(), |list| format!("{head}\n  {list}"));
    let listed = |kind: ContextKind| {
        let items = texts(error, kind);
        (!items.is_empty()).then(|| Clean::joined(items, ", "))
    };
    match error.kind() {
        ErrorKind::ArgumentConflict => conflict(error, lang),
        ErrorKind::NoEquals => lang.usage_equals_needed(arg()).to_string(),
        ErrorKind::InvalidValue => {
            let head = match value() {
                value if value.is_empty() => lang.usage_value_missing(arg()),
                value => lang.usage_bad_value(value, arg()),
            };
            beside(head, listed(ContextKind::ValidValue).map(|list| lang.help_values(list)))
        }
        ErrorKind::InvalidSubcommand => lang.usage_no_such_command(command().unwrap_or_default()).to_string(),
        ErrorKind::MissingRequiredArgument => {
            let missing = texts(error, ContextKind::InvalidArg);
            let missing: Vec<Clean> = missing.iter().map(|arg| in_words(arg, lang)).collect();
            below(lang.usage_missing(), &missing)
        }
        ErrorKind::MissingSubcommand => beside(
            lang.usage_command_missing(command().unwrap_or_default()),
            listed(ContextKind::ValidSubcommand).map(|list| lang.usage_commands(list)),
        ),
        ErrorKind::InvalidUtf8 => lang.usage_not_utf8().to_string(),
        ErrorKind::TooManyValues => lang.usage_too_many(value(), arg()).to_string(),
        ErrorKind::TooFewValues => {
            let [least, given] = [ContextKind::MinValues, ContextKind::ActualNumValues].map(|kind| number(error, kind));
            lang.usage_too_few(least, arg(), given).to_string()
        }
        ErrorKind::WrongNumberOfValues => {
            let [needed, given] =
                [ContextKind::ExpectedNumValues, ContextKind::ActualNumValues].map(|kind| number(error, kind));
            lang.usage_wrong_number(needed, arg(), given).to_string()
        }
        ErrorKind::ValueValidation => {
            let source = std::error::Error::source(error);
            let why =
                source.map(|why| why.downcast_ref::<BadValue>().map_or_else(|| why.to_string(), |bad| bad.told(lang)));
            let head = lang.usage_bad_value(value(), arg());
            why.map_or_else(|| head.to_string(), |why| format!("{head}: {why}"))
        }
        ErrorKind::UnknownArgument => lang.usage_unexpected(arg()).to_string(),
        _ => error.to_string(), // a stream that broke: what the system says
    }
}

fn conflict(error: &Error, lang: Lang) -> String {
    let prior = texts(error, ContextKind::PriorArg);
    let prior: Vec<Clean> = prior.iter().map(|arg| in_words(arg, lang)).collect();
    let arg = text(error, ContextKind::InvalidArg).map(|arg| in_words(&arg, lang));
    if let (Some(arg), [only]) = (&arg, &prior[..])
        && arg == only
    {
        return lang.usage_twice(arg).to_string();
    }
    let head = match (arg, text(error, ContextKind::InvalidSubcommand)) {
        (None, Some(command)) => lang.usage_command_conflict(command),
        (arg, _) => lang.usage_conflict(arg.unwrap_or_default()),
    };
    match (&prior[..], error.get(ContextKind::PriorArg)) {
        ([only], Some(ContextValue::String(_))) => format!("{head} {}", lang.usage_named(only)),
        ([], _) => format!("{head} {}", lang.usage_other_arguments()),
        (several, _) => several.iter().fold(format!("{head}:"), |said, item| format!("{said}\n  {item}")),
    }
}

/// What may help.
fn tips(error: &Error, lang: Lang) -> Vec<Clean> {
    let mut tips = Vec::new();
    let mut similar = |kind, one: fn(Lang, Clean) -> Clean, several: fn(Lang, Clean) -> Clean| {
        let mut found = texts(error, kind);
        match (found.pop(), found.is_empty()) {
            (None, _) => {}
            (Some(only), true) => tips.push(one(lang, only)),
            (Some(last), false) => {
                found.push(last);
                tips.push(several(lang, Clean::joined(found.into_iter().map(|name| lang.usage_named(name)), ", ")));
            }
        }
    };
    similar(ContextKind::SuggestedSubcommand, Lang::usage_similar_command, Lang::usage_similar_commands);
    similar(ContextKind::SuggestedArg, Lang::usage_similar_argument, Lang::usage_similar_arguments);
    similar(ContextKind::SuggestedValue, Lang::usage_similar_value, Lang::usage_similar_values);
    if let Some(ContextValue::StyledStrs(suggested)) = error.get(ContextKind::Suggested) {
        tips.extend(suggested.iter().map(|tip| suggestion(&tip.to_string(), lang)));
    }
    tips
}

/// What clap suggests in words, of which only what is quoted is not its own.
fn suggestion(english: &str, lang: Lang) -> Clean {
    let quoted: Vec<Clean> = english.split('\'').skip(1).step_by(2).map(visible).collect();
    match (&quoted[..], english.split_whitespace().next()) {
        ([arg, call], Some("to")) => lang.usage_as_value(arg, call),
        ([name, ..], Some("subcommand")) => lang.usage_no_dashes(name),
        ([call], _) => lang.usage_exists(call),
        _ => visible(english),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsString;

    use clap::{Arg, ArgAction, Command};

    use super::*;

    /// A command line in which every mistake can be made, and a call for each.
    fn mistakes() -> Vec<Error> {
        let choice = |name: &'static str| Arg::new(name).long(name).action(ArgAction::Set);
        let below = Command::new("below").arg(choice("deep"));
        let line = || {
            Command::new("line")
                .arg(choice("pick").value_parser(["left", "right"]))
                .arg(choice("day").value_parser(|text: &str| match text {
                    "today" => Ok(()),
                    _ => Err(BadValue::near(Some("today"), Lang::usage_date)),
                }))
                .arg(choice("two").num_args(2))
                .arg(choice("many").num_args(2..))
                .arg(choice("equal").require_equals(true))
                .arg(choice("a").conflicts_with("b").conflicts_with("c"))
                .arg(choice("b"))
                .arg(choice("c"))
                .subcommand(below.clone())
        };
        let needy = Command::new("line").arg(choice("must").required(true)).arg(Arg::new("FILE"));
        let parent = Command::new("line").subcommand_required(true).subcommand(below.clone());
        let calls: Vec<(Command, &[&str])> = vec![
            (line(), &["--pick", "lift"]),
            (line(), &["--pick"]),
            (line(), &["--day", "todey"]),
            (line(), &["--two", "1"]),
            (line(), &["--many", "1"]),
            (line(), &["--equal", "1"]),
            (line(), &["--pick", "left", "--pick", "right"]),
            (line(), &["--a", "1", "--b", "1"]),
            (line(), &["--a", "1", "--b", "1", "--c", "1"]),
            (line(), &["--pikc", "left"]),
            (line(), &["--deep", "1"]),
            (line(), &["belwo"]),
            (line(), &["--pick=left", "--", "below"]),
            (line(), &["below", "more"]),
            (needy.clone(), &[]),
            (needy.clone(), &["--must", "1", "--zzz"]),
            (needy, &["--must", "1", "one", "two"]),
            (parent.clone(), &[]),
            (parent, &["--help=1"]),
        ];
        let parsed = |(command, args): (Command, &[&str])| {
            let args = [&["line"], args].concat();
            command.try_get_matches_from(args).err()
        };
        let mut errors: Vec<Error> = calls.into_iter().filter_map(parsed).collect();
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStringExt;
            let bytes = OsString::from_vec(vec![b'-', b'-', b'p', b'i', b'c', b'k', b'=', 0xff]);
            errors.extend(line().try_get_matches_from([OsString::from("line"), bytes]).err());
        }
        errors
    }

    #[test]
    fn every_mistake_is_told_in_english_as_clap_tells_it() {
        let errors = mistakes();
        let kinds: std::collections::BTreeSet<String> =
            errors.iter().map(|error| format!("{:?}", error.kind())).collect();
        assert!(kinds.len() >= 10, "{kinds:?}");
        for error in &errors {
            assert_eq!(told(error, Lang::En, false), error.render().to_string(), "{:?}", error.kind());
        }
    }

    #[test]
    fn no_mistake_is_told_in_swedish_with_words_of_clap() {
        let english =
            ["the ", "for ", "error", "value", "unexpected", "invalid", "Usage", "possible", "tip:", "try", "more "];
        for error in &mistakes() {
            let said = told(error, Lang::Sv, false);
            let said = said.replace("möjliga", "").replace("VALUE", "");
            let found: Vec<&&str> = english.iter().filter(|word| said.contains(**word)).collect();
            assert!(found.is_empty() || said.contains("”more”"), "{found:?}: {said}");
            assert!(said.starts_with("fel: ") && said.contains("För mer information"), "{said}");
        }
    }
}
