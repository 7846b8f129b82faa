//! How a command shows things: language, colours, width.

use std::ffi::OsString;
use std::sync::Arc;

use super::args::{Color, ShowArgs};
use super::console::Machine;
use crate::questionnaire::Questionnaire;
use crate::words::clean::one_line;
use crate::words::lang::code_of;
use crate::words::problem::{Problem, questionnaire as problem};
use crate::words::{Clean, Lang};

/// How a command shows things.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// The language that was asked for: by the command line, else the policy, else the system.
    pub asked: Option<Lang>,
    /// Whether data is coloured.
    pub colour: bool,
    /// Whether talk is coloured.
    pub colour_talk: bool,
    /// Whether only errors are talked about.
    pub quiet: bool,
    /// Columns to fill.
    pub width: usize,
    /// Lines of the window.
    pub height: usize,
}

/// Lines of a window of which nobody says how many it has: those of the first terminals, and of most since.
const USUAL_HEIGHT: usize = 24;

impl Setting {
    /// What the command line, the policy's language and the machine give.
    pub fn new(args: &ShowArgs, policy: Option<Lang>, machine: &Machine) -> Setting {
        let coloured = |terminal: bool| match args.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && (machine.environment)("NO_COLOR").is_none(),
        };
        Setting {
            asked: args.spoken().or(policy).or_else(|| system_language(machine)),
            colour: coloured(machine.output_is_terminal),
            colour_talk: coloured(machine.errors_is_terminal),
            quiet: args.quiet,
            width: machine.width(),
            height: machine.terminal_height.unwrap_or(USUAL_HEIGHT),
        }
    }

    /// The language to speak before any questionnaire is known.
    pub fn lang(&self) -> Lang {
        self.asked.unwrap_or(Lang::En)
    }

    /// The language to speak about a questionnaire with these languages.
    pub fn lang_of(&self, languages: &[String]) -> Lang {
        let first = || languages.first().and_then(|code| Lang::from_locale(code));
        self.asked.or_else(first).unwrap_or(Lang::En)
    }
}

/// The language in which help and mistakes of usage are told: what the arguments say as far as they can be read, else
/// that of the system.
pub fn asked_language(args: &[OsString], machine: &Machine) -> Lang {
    let words: Vec<&str> = args.iter().filter_map(|arg| arg.to_str()).collect();
    let behind = words.iter().zip(words.iter().skip(1)).filter(|(word, _)| **word == "--lang").map(|(_, code)| *code);
    let joined = words.iter().filter_map(|word| word.strip_prefix("--lang="));
    let named = behind.chain(joined).find_map(|code| Lang::ALL.into_iter().find(|lang| lang.code() == code));
    named.unwrap_or_else(|| Setting::new(&ShowArgs::default(), None, machine).lang())
}

/// Has the texts of a questionnaire told in the reader's language, where they are written in it and `duly` does not
/// speak it.
///
/// # Errors
/// A language was named that neither of them has.
pub fn tell_in_readers(
    questionnaire: &mut Arc<Questionnaire>,
    args: &ShowArgs,
    policy: Option<Lang>,
    machine: &Machine,
) -> Result<(), Problem> {
    let named = args.other_language();
    if let Some(code) = named.filter(|code| !questionnaire.is_written_in(code)) {
        let known = Clean::joined(questionnaire.languages.iter().map(|code| one_line(code)), ", ");
        return Err(problem::no_such_language(one_line(code), known));
    }
    let is_said = args.lang.is_some() || policy.is_some();
    let system = locale(machine).filter(|_| !is_said);
    let code = named.or_else(|| system.as_deref().map(code_of));
    let other = |code: &&str| Lang::from_locale(code).is_none() && questionnaire.is_written_in(code);
    if let Some(code) = code.filter(other) {
        Arc::make_mut(questionnaire).tell_in(code);
    }
    Ok(())
}

fn system_language(machine: &Machine) -> Option<Lang> {
    Lang::from_locale(&locale(machine)?)
}

fn locale(machine: &Machine) -> Option<String> {
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| machine.variable(name))
}
