//! What is said about a command beside its arguments, as data: its help and its manual page are both made from it.

/// What is said about a command.
#[derive(Debug)]
pub struct About {
    /// One line: the head of its help, and what stands beside its name in a list of commands.
    pub summary: &'static str,
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
    Words(&'static str),
    /// Lines that stay as they are.
    Lines(&'static [&'static str]),
}

/// A call of a command.
#[derive(Debug)]
pub struct Example {
    /// What is typed.
    pub call: &'static str,
    /// What comes of it, where that is not plain; else empty.
    pub note: &'static str,
}

impl Example {
    /// A call that needs no words.
    pub const fn new(call: &'static str) -> Example {
        Example { call, note: "" }
    }

    /// A call, and what comes of it.
    pub const fn noted(call: &'static str, note: &'static str) -> Example {
        Example { call, note }
    }
}

impl About {
    /// What stands behind the options in the help of the command.
    pub fn after_help(&self) -> String {
        let words = self.paragraphs.iter().map(|paragraph| match paragraph {
            Paragraph::Words(text) => (*text).to_owned(),
            Paragraph::Lines(lines) => lines.join("\n"),
        });
        let examples = (!self.examples.is_empty()).then(|| format!("Examples:\n{}", listed(self.examples)));
        words.chain(examples).collect::<Vec<_>>().join("\n\n")
    }

    /// What is said about a command below this one.
    pub fn of(&self, name: &str) -> Option<&'static About> {
        self.below.iter().find(|(known, _)| *known == name).map(|(_, about)| *about)
    }
}

/// Examples as the lines of a list, indented.
pub fn listed(examples: &[Example]) -> String {
    let indented = |line: String| format!("  {}", line.replace('\n', "\n  "));
    lines(examples).into_iter().map(indented).collect::<Vec<_>>().join("\n")
}

/// Columns of an example: a help sets it in by 2 of 80, a manual page by more.
pub const WIDEST: usize = 71;

/// The text of each example; the notes stand in a column, or each under its call where a line would be too long.
pub fn lines(examples: &[Example]) -> Vec<String> {
    let width = |text: &str| text.chars().count();
    let noted = examples.iter().filter(|example| !example.note.is_empty());
    let column = noted.clone().map(|example| width(example.call)).max().unwrap_or_default() + 4;
    let has_room = noted.clone().all(|example| column + width(example.note) <= WIDEST);
    let line = |example: &Example| match example.note {
        "" => example.call.to_owned(),
        note if has_room => format!("{:column$}{note}", example.call),
        note => format!("{}\n    {note}", example.call),
    };
    examples.iter().map(line).collect()
}
