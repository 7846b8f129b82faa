//! The command line as clap reads it: a file for the arguments of each command, with what its help says.

mod about;
mod assess;
mod bad_value;
mod check;
mod dialogue;
mod diff;
mod due;
mod explain;
mod export;
mod foreign;
mod generate;
mod groups;
mod helped;
mod import;
mod judged;
mod language_first;
mod new;
mod placeholders;
mod policy;
mod questionnaires;
mod record;
mod review;
mod shown;
mod stream;
mod usage_error;

use std::ffi::OsString;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches, Parser, Subcommand};

pub use about::{About, Paragraph, lines};
pub use assess::AssessArgs;
pub use check::{CheckArgs, CheckFormat};
pub use dialogue::{DialogueArgs, OnlyArg};
pub use diff::{DiffArgs, DiffFormat};
pub use due::{DueArgs, DueFormat};
pub use explain::{ExplainArgs, ExplainFormat};
pub use export::{Audience, ExportArgs, ExportFormat};
pub use foreign::ForeignArgs;
pub use generate::{GenerateArgs, GenerateCommand, SchemaOf};
pub use groups::{GROUPS, about_of, exit_codes_of, rows};
pub use import::ImportArgs;
pub use judged::{InputArgs, JudgeArgs};
pub use new::{NewAnswersArgs, NewArgs, NewCommand, NewPolicyArgs, NewQuestionnaireArgs, RenewedAs};
pub use policy::PolicyArgs;
pub use questionnaires::QuestionnairesArgs;
pub use record::RecordArgs;
pub use review::ReviewArgs;
pub use shown::{Color, ShowArgs};
pub use stream::StreamArgs;

use super::console::Console;
use super::exit::Exit;
use crate::case::AsOf;
use crate::words::Lang;
use crate::words::clean::{self, Trusted};

/// Plain-text vendor due diligence: from a vendor's answers to a risk report.
#[derive(Debug, Parser)]
#[command(name = "duly", bin_name = "duly", version, disable_help_subcommand = false, max_term_width = 100)]
pub struct Invocation {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands. What is said about each stands beside its arguments; both are made for the one that is meant, and for
/// all by `build`.
#[derive(Debug, Subcommand)]
#[command(defer = true)]
pub enum Command {
    /// `duly assess`
    Assess(AssessArgs),
    /// `duly export`
    Export(ExportArgs),
    /// `duly diff`
    Diff(DiffArgs),
    /// `duly explain`
    Explain(ExplainArgs),
    /// `duly new`
    New(Box<NewArgs>),
    /// `duly import`
    Import(Box<ImportArgs>),
    /// `duly record`
    Record(RecordArgs),
    /// `duly review`
    Review(ReviewArgs),
    /// `duly due`
    Due(DueArgs),
    /// `duly check`
    Check(CheckArgs),
    /// `duly questionnaires`
    Questionnaires(QuestionnairesArgs),
    /// `duly policy`
    Policy(PolicyArgs),
    /// `duly stream`
    Stream(StreamArgs),
    /// `duly generate`
    Generate(GenerateArgs),
}

impl Command {
    /// How things are shown, of the commands that let it be chosen.
    pub fn show(&self) -> Option<&ShowArgs> {
        Some(match self {
            Command::Assess(args) => &args.judge.show,
            Command::Export(args) => &args.judge.show,
            Command::Diff(args) => &args.show,
            Command::Due(args) => &args.show,
            Command::Explain(args) => &args.show,
            Command::New(args) => match &args.what {
                None => &args.answers.show,
                Some(NewCommand::Answers(args)) => &args.show,
                Some(NewCommand::Questionnaire(args)) => &args.show,
                Some(NewCommand::Policy(args)) => &args.show,
            },
            Command::Import(args) => &args.show,
            Command::Record(args) => &args.show,
            Command::Review(args) => &args.show,
            Command::Check(args) => &args.show,
            Command::Questionnaires(args) => &args.show,
            Command::Policy(args) => &args.show,
            Command::Stream(args) => &args.show,
            Command::Generate(_) => return None,
        })
    }

    /// Whether what comes of it depends on what day it is.
    pub fn counts_today(&self) -> bool {
        let inputs = match self {
            Command::Assess(args) => &args.judge.inputs,
            Command::Export(args) => &args.judge.inputs,
            Command::Diff(args) => &args.inputs,
            Command::Due(args) => &args.inputs,
            Command::Explain(args) => &args.inputs,
            Command::Check(args) if args.against.is_some() => return false,
            Command::Check(args) => &args.inputs,
            Command::Stream(args) => return !matches!(args.by.as_of, Some(AsOf::Day(_))),
            Command::New(_) | Command::Import(_) | Command::Record(_) | Command::Review(_) => return true,
            Command::Questionnaires(_) | Command::Policy(_) | Command::Generate(_) => return false,
        };
        !matches!(inputs.as_of, Some(AsOf::Day(_)))
    }

    /// Whether it tells the texts of a questionnaire, so that these may be asked for in a language of their own.
    pub fn tells_a_questionnaire(&self) -> bool {
        match self {
            Command::Questionnaires(args) => args.id.is_some(),
            Command::New(args) => matches!(args.what, None | Some(NewCommand::Answers(_))),
            Command::Check(args) => args.explain.is_none() && !args.codes && args.against.is_none(),
            Command::Policy(_) | Command::Generate(_) => false,
            _ => true,
        }
    }
}

/// The whole command line, for help texts and tests.
pub fn command() -> clap::Command {
    Invocation::command().help_template(groups::template(Lang::En))
}

/// Reads the arguments. Help, version and mistakes are answered here, in a language.
pub fn parse(args: &[OsString], lang: Lang, console: &mut Console) -> Result<Invocation, Exit> {
    let args = &language_first::placed(args)[..];
    if args.len() <= 1 {
        return Err(printed(&groups::welcome(lang), console));
    }
    let parsed = command().try_get_matches_from(args).and_then(|matches| Invocation::from_arg_matches(&matches));
    parsed.map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            printed(&help(&error, lang, console.machine.output_is_terminal), console)
        }
        kind => {
            let hidden = args.iter().any(|arg| clean::has_hidden(&arg.to_string_lossy()));
            let colour = console.machine.errors_is_terminal && !hidden;
            let mut said = match lang {
                _ if kind == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => help(&error, lang, colour),
                Lang::En => text(&error.render(), colour),
                Lang::Sv => usage_error::told(&error, lang, colour),
            };
            if hidden {
                said = said.lines().map(|line| format!("{}\n", clean::visible(line))).collect();
            }
            said.extend(file_as_command(args, lang));
            console.talk(&said);
            Exit::Unusable
        }
    })
}

/// Help, or the version, which has no language.
fn help(error: &clap::Error, lang: Lang, colour: bool) -> String {
    let english = error.render();
    let told = (lang != Lang::En).then(|| helped::told(&english.to_string(), command(), lang)).flatten();
    let mut said = text(told.as_ref().unwrap_or(&english), colour);
    if !said.ends_with('\n') {
        said.push('\n');
    }
    said
}

fn printed(text: &str, console: &mut Console) -> Exit {
    if console.print(text).is_ok() { Exit::Done } else { Exit::Unusable }
}

fn text(styled: &StyledStr, colour: bool) -> String {
    if colour { styled.ansi().to_string() } else { styled.to_string() }
}

/// `duly vendor.yaml` was probably meant as `duly assess vendor.yaml`.
fn file_as_command(args: &[OsString], lang: Lang) -> Option<String> {
    let first = args.get(1)?.to_str()?;
    let is_file = [".yaml", ".yml"].iter().any(|ending| first.ends_with(ending));
    is_file.then(|| format!("\n{}\n", lang.usage_meant_file("duly assess ".and(clean::visible(first)))))
}

#[cfg(test)]
mod tests {
    use super::about::Example;
    use super::*;

    /// A command with its path and what is said about it.
    type Described = (String, clap::Command, &'static About);

    /// The whole command line with all that belongs to each command.
    fn built() -> clap::Command {
        let mut whole = command().disable_help_subcommand(true);
        whole.build();
        whole
    }

    /// A command and all below it.
    fn below(path: String, command: &clap::Command, about: &'static About) -> Vec<Described> {
        let sub = |sub: &clap::Command| {
            let path = format!("{path} {}", sub.get_name());
            let about = about.of(sub.get_name()).unwrap_or_else(|| panic!("nothing is said about {path}"));
            below(path, sub, about)
        };
        let subs: Vec<Described> = command.get_subcommands().flat_map(sub).collect();
        [vec![(path.clone(), command.clone(), about)], subs].concat()
    }

    /// Every command but clap's own.
    fn every_command() -> Vec<Described> {
        let of = |command: &clap::Command| {
            let name = command.get_name();
            below(name.to_owned(), command, about_of(name).unwrap_or_else(|| panic!("nothing is said about {name}")))
        };
        built().get_subcommands().flat_map(of).collect()
    }

    /// The words of a call as a shell hands them on, up to a pipe or to a file that is written.
    fn words(call: &str) -> Vec<String> {
        let call = call.replace("\\\n", "").replace("vendors/*.yaml", "vendors/a.yaml vendors/b.yaml");
        let (mut words, mut quote) = (vec![String::new()], None);
        for char in call.chars() {
            match (quote, char) {
                (Some(open), _) if open == char => quote = None,
                (None, '"' | '\'') => quote = Some(char),
                (None, '|' | '>') => break,
                (None, ' ') => words.push(String::new()),
                _ => words.last_mut().unwrap().push(char),
            }
        }
        words.retain(|word| !word.is_empty());
        words
    }

    #[test]
    fn every_command_stands_in_a_group_and_says_what_it_is_for() {
        let names: Vec<&str> = GROUPS.iter().flat_map(|(_, rows)| *rows).map(|(name, _)| *name).collect();
        let (own, clap): (Vec<&str>, Vec<&str>) = names.into_iter().partition(|name| *name != "help");
        let all = built();
        assert_eq!(own, all.get_subcommands().map(clap::Command::get_name).collect::<Vec<_>>());
        assert_eq!(clap, ["help"]);
        for (path, command, about) in every_command() {
            for lang in Lang::ALL {
                let summary = about.summary.of(lang);
                assert!(!summary.is_empty() && !summary.ends_with('.'), "{path}");
            }
            assert_eq!(command.get_about().unwrap().to_string(), about.summary.en, "{path}");
            assert!(!about.examples.is_empty(), "{path}");
            let (below, clap) = (about.below.iter().map(|(name, _)| *name), command.get_subcommands());
            assert_eq!(below.collect::<Vec<_>>(), clap.map(clap::Command::get_name).collect::<Vec<_>>(), "{path}");
        }
    }

    #[test]
    fn every_example_can_be_typed() {
        let mut typed = 0;
        let all = every_command();
        let examples =
            all.iter().flat_map(|(path, _, about)| about.examples.iter().map(move |call| (path.as_str(), call)));
        for (path, Example { call, .. }) in examples.chain(groups::FIRST_CALLS.iter().map(|call| ("", call))) {
            let words = words(call);
            match command().try_get_matches_from(&words) {
                Err(error) if error.kind() != ErrorKind::DisplayHelp => panic!("{path}: {words:?}: {error}"),
                _ => typed += 1,
            }
        }
        assert!(typed > 60, "{typed}");
    }

    #[test]
    fn every_argument_is_explained_in_both_languages() {
        let mut explained = 0;
        let own = ["help", "version", "subcommand"]; // clap's
        for (path, command, _) in every_command() {
            for arg in command.get_arguments().filter(|arg| !own.contains(&arg.get_id().as_str())) {
                let at = format!("{path} {}", arg.get_id());
                let Some(said) = arg.get::<about::Swedish>() else { panic!("{at}: no Swedish") };
                let english = arg.get_help().unwrap().to_string();
                assert!(said.help != english && !said.help.ends_with('.'), "{at}");
                let headings = [Lang::En.help_what_is_judged(), Lang::En.help_how_shown()];
                let is_known = |heading| headings.iter().any(|known| known.as_str() == heading);
                assert!(arg.get_help_heading().is_none_or(is_known), "{at}");
                assert_eq!(english.contains("[default:"), said.help.contains("[standard:"), "{at}");
                let values = arg.get_possible_values();
                let told: Vec<&str> = values.iter().filter(|v| v.get_help().is_some()).map(|v| v.get_name()).collect();
                let told = if arg.get_action().takes_values() { told } else { Vec::new() };
                let names = arg.get_value_names().filter(|_| arg.get_action().takes_values()).unwrap_or_default();
                assert!(names.iter().all(|name| placeholders::is_told(name)), "{at}: {names:?}");
                let in_swedish: Vec<&str> = said.values.iter().map(|(name, _)| *name).collect();
                assert_eq!(told, in_swedish, "{at}");
                explained += 1;
            }
        }
        assert!(explained > 90, "{explained}");
    }

    /// Whatever is asked for help gives it in Swedish, with no word of clap's own.
    #[test]
    fn no_help_in_swedish_has_an_english_word_of_clap() {
        let english = [
            "Usage",
            "Arguments",
            "Options",
            "OPTIONS",
            "Commands",
            "COMMAND",
            "Print ",
            "Possible",
            "possible",
            "default",
            "Examples",
            "FILE>",
            "<FILE",
            "FOLDER",
            "ANSWER",
            "Exit code",
            "see ",
            "What is",
            "How it",
        ];
        let paths = every_command().into_iter().map(|(path, ..)| path).chain([String::new()]);
        for path in paths {
            for flag in ["--help", "-h"] {
                let words: Vec<&str> =
                    ["duly"].into_iter().chain(path.split(' ').filter(|word| !word.is_empty())).collect();
                let error = command().try_get_matches_from(words.into_iter().chain([flag])).unwrap_err();
                let said = help(&error, Lang::Sv, false);
                let found: Vec<&&str> = english.iter().filter(|word| said.contains(**word)).collect();
                assert!(found.is_empty(), "{path} {flag}: {found:?}\n{said}");
                assert!(said.contains("Användning: duly") && said.contains("Visa hjälpen"), "{path}: {said}");
                assert_eq!(help(&error, Lang::En, false), error.render().to_string());
            }
        }
    }

    /// A line that is too long is broken at the edge, and what follows looks like another call.
    #[test]
    fn no_help_is_too_wide() {
        for (path, _, about) in every_command() {
            for lang in Lang::ALL {
                let examples = lines(about.examples, lang);
                let mut called = examples.iter().flat_map(|line| line.lines());
                assert!(called.all(|line| line.chars().count() <= about::WIDEST), "{path}");
                let help = about.after_help(lang);
                let too_wide = help.lines().find(|line| line.chars().count() > 80);
                assert_eq!(too_wide, None, "{path}");
            }
        }
        let own = Lang::ALL.map(|lang| [groups::template(lang), groups::welcome(lang)].join("\n")).join("\n");
        let too_wide = own.lines().find(|line| line.chars().count() > 80);
        assert_eq!(too_wide, None);
    }

    #[test]
    fn every_command_shows_itself_first() {
        for (path, _, about) in every_command().into_iter().filter(|(path, ..)| path != "new answers") {
            let first = about.examples[0].call;
            assert!(first.starts_with(&format!("duly {path}")), "{path}: {first}");
        }
    }
}
