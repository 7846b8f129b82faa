//! The two faces of a dialogue: comfortable on a terminal, and line by line for pipes, tests and screen readers.

use std::io;

use inquire::InquireError;

use super::console::Console;
use super::menu::{Arrows, has_room, hints, labelled};
use super::setting::Setting;
use crate::document::Style;
use crate::document::canvas::Canvas;
use crate::recording::pick::Pick;
use crate::recording::prompt::{DialogueLine, MenuChoice, Prompt, PromptKind, Said, keys, understood};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// How a dialogue meets a person.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    /// Whether it is the comfortable one.
    pub comfortable: bool,
    /// The language.
    pub lang: Lang,
    /// Columns and colours.
    pub setting: Setting,
}

impl Face {
    /// The comfortable face where input and output are a terminal that can be written all over, unless lines are asked
    /// for.
    pub fn new(plain: bool, lang: Lang, setting: Setting, console: &Console) -> Face {
        Face { comfortable: !plain && console.is_a_terminal(), lang, setting }
    }

    /// Shows paragraphs.
    ///
    /// # Errors
    /// The output cannot be written to.
    pub fn show(&self, lines: &[DialogueLine], console: &mut Console) -> io::Result<()> {
        if lines.is_empty() { Ok(()) } else { console.print(&self.set(lines)) }
    }

    fn set(&self, lines: &[DialogueLine]) -> String {
        let mut canvas = Canvas::new(self.setting.width, self.setting.colour);
        for line in lines {
            canvas.paragraph(line.indent, line.indent + 2, &[(line.style, line.text.clone())]);
        }
        canvas.finish()
    }

    /// Asks, and takes what is said; `None` when nobody answers any more. What is asked `again` is not told again.
    ///
    /// # Errors
    /// Input or output fails.
    pub fn ask(&self, prompt: &Prompt, again: bool, console: &mut Console) -> io::Result<Option<Said>> {
        if self.comfortable {
            return self.ask_comfortably(prompt, again, console);
        }
        if !again {
            console.print("\n")?;
            self.show(&prompt.lines, console)?;
            self.show(&self.choices(prompt), console)?;
            let legend = Clean::joined(prompt.commands.iter().map(|command| command.legend(self.lang)), " · ");
            self.show(&[DialogueLine { indent: 2, style: Style::Faint, text: legend }], console)?;
        }
        console.print(&format!("{}: ", labelled(prompt, self.lang)))?;
        let line = console.read_line();
        if !console.machine.input_is_terminal {
            console.print("\n")?; // on a terminal, the key that ended the line has done so
        }
        // what was no text is refused as hidden characters are
        Ok(line.map(|line| understood(&line.replace(char::REPLACEMENT_CHARACTER, "\u{0}"), prompt)))
    }

    fn ask_comfortably(&self, prompt: &Prompt, again: bool, console: &mut Console) -> io::Result<Option<Said>> {
        let mut lines = if again { Vec::new() } else { prompt.lines.clone() };
        if prompt.kind == PromptKind::Words && !has_room(&labelled(prompt, self.lang), &self.setting) {
            lines.extend(hints(prompt, self.lang).map(|hints| DialogueLine::styled(Style::Faint, hints)));
        }
        let told = self.set(&lines);
        if !again {
            console.print("\n")?;
        }
        console.print(&told)?;
        let told = told.lines().count() + usize::from(!again);
        match (Arrows { lang: self.lang, setting: self.setting, told }).ask(prompt) {
            Ok(said) => Ok(Some(said)),
            Err(InquireError::OperationInterrupted) => {
                console.print("\n")?; // the prompt may stand on the last line of the window
                Ok(None)
            }
            Err(InquireError::IO(error)) => Err(error),
            Err(other) => Err(io::Error::other(other.to_string())),
        }
    }

    /// The choices with their numbers.
    fn choices(&self, prompt: &Prompt) -> Vec<DialogueLine> {
        let now: Vec<Pick> = match &prompt.kind {
            PromptKind::One { now, .. } => now.iter().copied().collect(),
            PromptKind::Many { now, .. } => now.clone(),
            PromptKind::Words => Vec::new(),
        };
        let choices = prompt.kind.choices();
        let line = |(key, choice): (Clean, &MenuChoice)| {
            let blank = if key.chars().count() < 2 { " " } else { "" };
            let mark = if now.contains(&choice.pick) { "* " } else { "  " };
            DialogueLine { indent: 4, style: Style::Plain, text: blank.and(key).and(mark).and(&choice.label) }
        };
        keys(choices).into_iter().zip(choices).map(line).collect()
    }
}
