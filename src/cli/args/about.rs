//! What is said about a command beside its arguments, as data: its help and its manual page are both made from it.

use clap::builder::ArgExt;

use crate::words::Lang;

/// Words in both languages, side by side.
#[derive(Clone, Copy, Debug)]
pub struct Bilingual {
    /// In English.
    pub en: &'static str,
    /// In Swedish.
    pub sv: &'static str,
}

/// Words in English and in Swedish.
pub const fn both(en: &'static str, sv: &'static str) -> Bilingual {
    Bilingual { en, sv }
}

impl Bilingual {
    /// The words in a language.
    pub fn of(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Sv => self.sv,
        }
    }
}

/// What an argument is for, in Swedish: its English stands where clap looks for it. A test finds one that lacks it.
#[derive(Clone, Copy, Debug)]
pub struct Swedish {
    /// What it is for.
    pub help: &'static str,
    /// What each of its possible values means.
    pub values: &'static [(&'static str, &'static str)],
}

impl Swedish {
    /// Of an argument whose values need no words.
    pub const fn new(help: &'static str) -> Swedish {
        Swedish { help, values: &[] }
    }

    /// Of one whose values are explained.
    pub const fn with_values(help: &'static str, values: &'static [(&'static str, &'static str)]) -> Swedish {
        Swedish { help, values }
    }
}

impl ArgExt for Swedish {}

/// What is said about a command.
#[derive(Debug)]
pub struct About {
    /// One line: the head of its help, and what stands beside its name in a list of commands.
    pub summary: Bilingual,
    /// What else there is to know.
    pub paragraphs: &'static [Paragraph],
    /// How it is called, the plainest call first.
    pub examples: &'static [Example],
    /// The commands below it, by their names.
    pub below: &'static [(&'static str, &'static About)],
}

/// A part of what there is to know.
#[derive(Debug)]
pub enum Paragraph {
    /// Words. A terminal shows the lines as they are written, 80 columns at most; a page may fill them anew.
    Words(Bilingual),
    /// Lines that stay as they are.
    Lines(&'static [Bilingual]),
}

/// A call of a command.
#[derive(Debug)]
pub struct Example {
    /// What is typed.
    pub call: &'static str,
    /// What comes of it, where that is not plain.
    pub note: Option<Bilingual>,
}

impl Example {
    /// A call that needs no words.
    pub const fn new(call: &'static str) -> Example {
        Example { call, note: None }
    }

    /// A call, and what comes of it.
    pub const fn noted(call: &'static str, note: Bilingual) -> Example {
        Example { call, note: Some(note) }
    }
}

impl About {
    /// What stands behind the options in the help of the command.
    pub fn after_help(&self, lang: Lang) -> String {
        let words = self.paragraphs.iter().map(|paragraph| match paragraph {
            Paragraph::Words(text) => text.of(lang).to_owned(),
            Paragraph::Lines(lines) => lines.iter().map(|line| line.of(lang)).collect::<Vec<_>>().join("\n"),
        });
        let title = lang.help_examples();
        let examples = (!self.examples.is_empty()).then(|| format!("{title}:\n{}", listed(self.examples, lang)));
        words.chain(examples).collect::<Vec<_>>().join("\n\n")
    }

    /// What is said about a command below this one.
    pub fn of(&self, name: &str) -> Option<&'static About> {
        self.below.iter().find(|(known, _)| *known == name).map(|(_, about)| *about)
    }
}

/// Examples as the lines of a list, indented.
pub fn listed(examples: &[Example], lang: Lang) -> String {
    let indented = |line: String| format!("  {}", line.replace('\n', "\n  "));
    lines(examples, lang).into_iter().map(indented).collect::<Vec<_>>().join("\n")
}

/// Columns of an example: a help sets it in by 2 of 80, a manual page by more.
pub const WIDEST: usize = 71;

/// The text of each example; the notes stand in a column, or each under its call where a line would be too long.
pub fn lines(examples: &[Example], lang: Lang) -> Vec<String> {
    let width = |text: &str| text.chars().count();
    let noted = || examples.iter().filter_map(|example| Some((example.call, example.note?.of(lang))));
    let column = noted().map(|(call, _)| width(call)).max().unwrap_or_default() + 4;
    let has_room = noted().all(|(_, note)| column + width(note) <= WIDEST);
    let line = |example: &Example| match example.note.map(|note| note.of(lang)) {
        None => example.call.to_owned(),
        Some(note) if has_room => format!("{:column$}{note}", example.call),
        Some(note) => format!("{}\n    {note}", example.call),
    };
    examples.iter().map(line).collect()
}
