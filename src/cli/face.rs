//! The two faces of a dialogue: comfortable on a terminal, and line by line for pipes, tests and screen readers.

use std::io;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, MultiSelect, Select, Text};

use super::console::Console;
use super::setting::Setting;
use crate::document::Style;
use crate::document::canvas::Canvas;
use crate::recording::pick::{Given, Pick};
use crate::recording::prompt::{DialogueLine, MenuChoice, MenuCommand, Prompt, PromptKind, Said, keys, understood};
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
        if lines.is_empty() {
            return Ok(());
        }
        let mut canvas = Canvas::new(self.setting.width, self.setting.colour);
        for line in lines {
            canvas.paragraph(line.indent, line.indent + 2, &[(line.style, line.text.clone())]);
        }
        console.print(&canvas.finish())
    }

    /// Asks, and takes what is said; `None` when nobody answers any more. What is asked `again` is not told again.
    ///
    /// # Errors
    /// Input or output fails.
    pub fn ask(&self, prompt: &Prompt, again: bool, console: &mut Console) -> io::Result<Option<Said>> {
        if !again {
            console.print("\n")?;
            self.show(&prompt.lines, console)?;
        }
        if self.comfortable {
            let is_cut = numbered(prompt.kind.choices()).iter().any(|row| self.row(row) != *row);
            if is_cut && !again {
                self.show(&self.choices(prompt), console)?; // in full, since the rows below are cut
            }
            return match self.ask_comfortably(prompt) {
                Ok(said) => Ok(Some(said)),
                Err(InquireError::OperationInterrupted) => Ok(None),
                Err(InquireError::IO(error)) => Err(error),
                Err(other) => Err(io::Error::other(other.to_string())),
            };
        }
        if !again {
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

    fn ask_comfortably(&self, prompt: &Prompt) -> Result<Said, InquireError> {
        let answered = match &prompt.kind {
            PromptKind::One { choices, now, free } => return self.select(prompt, choices, *now, *free),
            PromptKind::Many { choices, now } => self.tick(prompt, choices, now)?,
            PromptKind::Words => self.words(prompt)?,
        };
        answered.map_or_else(|| self.menu(prompt), Ok)
    }

    /// One of the choices, or of the commands below them. What Enter does on a line comes first here, too: nobody
    /// records an answer by pressing it once too often.
    fn select(
        &self,
        prompt: &Prompt,
        choices: &[MenuChoice],
        now: Option<Pick>,
        free: bool,
    ) -> Result<Said, InquireError> {
        let words = |(row, choice): (Clean, &MenuChoice)| {
            (self.row(&row), MenuRow::Said(Said::Given(Given::Chosen(choice.pick))))
        };
        let command = |command: &MenuCommand| (command.menu(self.lang), MenuRow::Command(*command));
        let mut rows: Vec<(Clean, MenuRow)> = Vec::new();
        rows.extend(prompt.enter.clone().map(|what| (what, MenuRow::Said(Said::Next))));
        let (first, others) = prompt.commands.iter().partition::<Vec<_>, _>(|command| **command == MenuCommand::Next);
        rows.extend(first.into_iter().map(command));
        let chosen = choices.iter().position(|choice| Some(choice.pick) == now);
        let start = chosen.map_or(0, |chosen| chosen + rows.len());
        rows.extend(numbered(choices).into_iter().zip(choices).map(words));
        rows.extend(free.then(|| (self.lang.in_other_words(), MenuRow::OtherWords)));
        rows.extend(others.into_iter().map(command));
        let labels = rows.iter().map(|(label, _)| label.clone()).collect();
        let help = self.lang.menu_move();
        let select = Select::new(&prompt.label, labels)
            .with_help_message(&help)
            .with_starting_cursor(start.min(rows.len().saturating_sub(1)))
            .with_page_size(PAGE)
            .with_render_config(self.render_config());
        let Some(row) = select.raw_prompt_skippable()? else { return self.menu(prompt) };
        match rows.into_iter().nth(row.index).map(|(_, row)| row) {
            Some(MenuRow::Said(said)) => Ok(said),
            Some(MenuRow::Command(command)) => self.commanded(command),
            Some(MenuRow::OtherWords) | None => Ok(self.words(prompt)?.unwrap_or(Said::Help)),
        }
    }

    fn tick(&self, prompt: &Prompt, choices: &[MenuChoice], now: &[Pick]) -> Result<Option<Said>, InquireError> {
        let rows = numbered(choices).iter().map(|row| self.row(row)).collect();
        let ticked = choices.iter().enumerate().filter(|(_, choice)| now.contains(&choice.pick));
        let ticked: Vec<usize> = ticked.map(|(row, _)| row).collect();
        let help = self.lang.menu_tick();
        let ticks = MultiSelect::new(&prompt.label, rows)
            .with_help_message(&help)
            .with_default(&ticked)
            .with_page_size(PAGE)
            .with_render_config(self.render_config());
        let Some(ticked) = ticks.raw_prompt_skippable()? else { return Ok(None) };
        let picks: Vec<Pick> = ticked.iter().filter_map(|row| Some(choices.get(row.index)?.pick)).collect();
        Ok(Some(if picks.is_empty() { Said::Next } else { Said::Given(Given::Ticked(picks)) }))
    }

    fn words(&self, prompt: &Prompt) -> Result<Option<Said>, InquireError> {
        let (label, help) = (labelled(prompt, self.lang), self.lang.menu_key());
        let text = Text::new(&label).with_help_message(&help).with_render_config(self.render_config());
        let line = text.prompt_skippable()?;
        Ok(line.map(|line| understood(&line, &Prompt { kind: PromptKind::Words, ..prompt.clone() })))
    }

    /// What can be done instead of answering.
    fn menu(&self, prompt: &Prompt) -> Result<Said, InquireError> {
        let others = prompt.commands.iter().copied().filter(|command| *command != MenuCommand::Next);
        let commands: Vec<MenuCommand> = [MenuCommand::Next].into_iter().chain(others).collect();
        let rows: Vec<Clean> = commands.iter().map(|command| command.menu(self.lang)).collect();
        let (label, help) = (self.lang.menu_label(), self.lang.menu_of_menu());
        let select = Select::new(&label, rows)
            .with_help_message(&help)
            .with_page_size(PAGE)
            .with_render_config(self.render_config());
        match select.raw_prompt_skippable()?.and_then(|row| commands.get(row.index).copied()) {
            Some(command) => self.commanded(command),
            None => self.ask_comfortably(prompt),
        }
    }

    fn commanded(&self, command: MenuCommand) -> Result<Said, InquireError> {
        Ok(match command {
            MenuCommand::Help => Said::Help,
            MenuCommand::Next => Said::Next,
            MenuCommand::Back => Said::Back,
            MenuCommand::Comment => Said::Comment(String::new()),
            MenuCommand::Evidence => Said::Evidence,
            MenuCommand::Leave => Said::Leave,
            MenuCommand::Find => {
                let label = self.lang.find_label();
                let word = Text::new(&label).with_render_config(self.render_config()).prompt_skippable()?;
                word.filter(|word| !word.trim().is_empty()).map_or(Said::Help, Said::Find)
            }
        })
    }

    /// A choice on one line of the window, so that nothing has to be drawn anew.
    fn row(&self, label: &Clean) -> Clean {
        label.clone().cut(self.setting.width.saturating_sub(8).max(20))
    }

    fn render_config(&self) -> RenderConfig<'static> {
        let config = if self.setting.colour { RenderConfig::default_colored() } else { RenderConfig::empty() };
        config.with_canceled_prompt_indicator(Styled::new("–")) // it would be a word of English
    }
}

/// What a row of a list stands for.
enum MenuRow {
    /// Something that is said.
    Said(Said),
    /// Something that is done.
    Command(MenuCommand),
    /// Words that are not on the list.
    OtherWords,
}

/// So many rows of a list are shown at once.
const PAGE: usize = 12;

/// The choices, each behind what chooses it.
fn numbered(choices: &[MenuChoice]) -> Vec<Clean> {
    keys(choices).into_iter().zip(choices).map(|(key, choice)| key.and(" ").and(&choice.label)).collect()
}

/// What is asked for, how, and what Enter stands for.
fn labelled(prompt: &Prompt, lang: Lang) -> Clean {
    let hints = [Some(prompt.hint.clone()), prompt.enter.as_ref().map(|what| lang.enter_is(what))];
    let hints = Clean::joined(hints.into_iter().flatten().filter(|hint| !hint.is_empty()), "; ");
    let label = prompt.label.clone();
    if hints.is_empty() { label } else { label.and(" (").and(hints).and(")") }
}
