//! How a command shows things: language, colours, width.

use super::args::{Color, ShowArgs};
use super::console::Machine;
use crate::words::Lang;

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
}

impl Setting {
    /// What the command line, the policy's language and the machine give.
    pub fn new(args: &ShowArgs, policy: Option<Lang>, machine: &Machine) -> Setting {
        let coloured = |terminal: bool| match args.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => terminal && (machine.environment)("NO_COLOR").is_none(),
        };
        Setting {
            asked: args.lang.or(policy).or_else(|| system_language(machine)),
            colour: coloured(machine.output_is_terminal),
            colour_talk: coloured(machine.errors_is_terminal),
            quiet: args.quiet,
            width: machine.width(),
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

fn system_language(machine: &Machine) -> Option<Lang> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| (machine.environment)(name))?;
    Lang::from_locale(&locale)
}
