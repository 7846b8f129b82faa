//! A prompt on a terminal: rows to choose from with arrows, or a line to type. Whatever can be typed on a line can be
//! typed here, too. No row is wider than the window, and no word is broken.

use std::cell::RefCell;
use std::fmt;

use inquire::ui::{RenderConfig, Styled};
use inquire::{InquireError, MultiSelect, Select, Text};

use super::likeness::{self, Names, is_sign, meant};
use super::setting::Setting;
use crate::document::wrap::{Margins, columns, wrapped};
use crate::recording::landmarks::Landmark;
use crate::recording::pick::{Given, Pick};
use crate::recording::prompt::{MenuChoice, MenuCommand, Prompt, PromptKind, Said, keys, named, understood};
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted};

/// What a row of a list stands for.
#[derive(Clone)]
enum MenuRow {
    /// Something that is said.
    Said(Said),
    /// Something that is done.
    Command(MenuCommand),
    /// Words that are not on the list, to be asked for.
    OtherWords,
    /// What has been typed and is no row.
    Typed,
}

/// A row of a list, on as many lines as it takes.
struct ListRow {
    key: String,
    /// The word that chooses it where lines are typed; empty where none does.
    word: String,
    label: Clean,
    does: MenuRow,
    lines: Vec<String>,
}

impl fmt::Display for ListRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join("\n"))
    }
}

/// Columns before a row: the arrow.
const ARROW: usize = 2;
/// Columns before a row that can be ticked: the arrow and the box.
const BOX: usize = 6;
/// Lines beside the rows: the label, and the help below them.
const FRAME: usize = 2;
/// Columns before a label and behind it.
const MARKS: usize = 3;
/// At least so many rows are shown, however low the window is.
const FEWEST: usize = 3;

/// What a list is and is called.
struct List<'m> {
    label: &'m str,
    help: &'m str,
    rows: Vec<ListRow>,
    /// The row that the arrow stands at first.
    start: usize,
}

/// A prompt as it is asked on a terminal, below so many lines that have been told.
#[derive(Clone, Copy, Debug)]
pub struct Arrows {
    /// The language.
    pub lang: Lang,
    /// Columns, lines and colours.
    pub setting: Setting,
    /// The lines above, which are to stay in the window.
    pub told: usize,
}

impl Arrows {
    /// Asks.
    ///
    /// # Errors
    /// Input or output fails, or nobody answers any more.
    pub fn ask(&self, prompt: &Prompt) -> Result<Said, InquireError> {
        let answered = match &prompt.kind {
            PromptKind::One { choices, now, free } => self.select(prompt, choices, *now, *free)?,
            PromptKind::Many { choices, now } => self.tick(prompt, choices, now)?,
            PromptKind::Words => self.words(prompt)?,
        };
        answered.map_or_else(|| self.menu(prompt), Ok)
    }

    fn row(&self, key: &str, label: Clean, does: MenuRow, before: usize) -> ListRow {
        let width = self.setting.width.saturating_sub(before + 1).max(20);
        let first = if key.is_empty() { String::new() } else { format!("{key} ") };
        let margins = Margins { first: &first, rest: &" ".repeat(columns(&first)), cuts: true };
        let mut lines = wrapped(&label, width, margins);
        // what follows a line break is not moved in by the list
        lines.iter_mut().skip(1).for_each(|line| line.insert_str(0, &" ".repeat(before)));
        ListRow { key: key.to_owned(), word: String::new(), label, does, lines }
    }

    /// One of the choices. What Enter does on a line comes first here, too: nobody records an answer by pressing it
    /// once too often.
    fn select(
        &self,
        prompt: &Prompt,
        choices: &[MenuChoice],
        now: Option<Pick>,
        free: bool,
    ) -> Result<Option<Said>, InquireError> {
        let lang = self.lang;
        let mut rows = Vec::new();
        rows.extend(prompt.enter.clone().map(|what| self.row("", what, MenuRow::Said(Said::Next), ARROW)));
        let next = prompt.commands.contains(&MenuCommand::Next);
        rows.extend(next.then(|| self.row("", lang.menu_next(), MenuRow::Said(Said::Next), ARROW)));
        let chosen = choices.iter().position(|choice| Some(choice.pick) == now);
        let start = chosen.map_or(0, |chosen| chosen + rows.len());
        rows.extend(self.choices(choices, ARROW));
        rows.extend(free.then(|| self.row("", lang.in_other_words(), MenuRow::OtherWords, ARROW)));
        let help = lang.menu_move();
        let list = List { label: &prompt.label, help: &help, rows, start };
        let Some((does, typed)) = self.choose(list)? else { return Ok(None) };
        match does {
            MenuRow::Said(said) => Ok(Some(said)),
            MenuRow::Command(command) => self.commanded(command).map(Some),
            MenuRow::Typed => Ok(Some(said_in_words(&typed, prompt))),
            MenuRow::OtherWords => Ok(Some(self.words(prompt)?.unwrap_or(Said::Help))),
        }
    }

    fn choices(&self, choices: &[MenuChoice], before: usize) -> Vec<ListRow> {
        let row = |(key, choice): (Clean, &MenuChoice)| {
            let says = MenuRow::Said(Said::Given(Given::Chosen(choice.pick)));
            ListRow { word: choice.word.clone(), ..self.row(&key, choice.label.clone(), says, before) }
        };
        keys(choices).into_iter().zip(choices).map(row).collect()
    }

    /// Has a row chosen, with what was typed; `None` for the menu.
    fn choose(&self, list: List<'_>) -> Result<Option<(MenuRow, String)>, InquireError> {
        let List { label, help, mut rows, start } = list;
        let start = start.min(rows.len().saturating_sub(1));
        let page = self.page(&rows);
        rows.push(self.row("", self.lang.menu_typed(), MenuRow::Typed, ARROW));
        let known = known(&rows);
        let typed = RefCell::new(String::new());
        let score = |input: &str, row: &ListRow, _: &str, at: usize| {
            input.clone_into(&mut typed.borrow_mut());
            likeness::fits(input, (at, matches!(row.does, MenuRow::Typed)), &known)
        };
        let room = self.setting.width.saturating_sub(columns(label) + MARKS).max(8);
        let shown = |row: inquire::list_option::ListOption<&ListRow>| match row.value.does {
            MenuRow::Typed => typed.borrow().clone(),
            _ => row.value.label.clone().cut(room).to_string(),
        };
        let select = Select::new(label, rows)
            .with_help_message(help)
            .with_starting_cursor(start)
            .with_page_size(page)
            .with_scorer(&score)
            .with_formatter(&shown)
            .with_render_config(self.render_config());
        let chosen = select.raw_prompt_skippable()?;
        Ok(chosen.map(|row| (row.value.does, typed.borrow().trim().to_owned())))
    }

    /// So many rows that any of them in a row have room in the window.
    fn page(&self, rows: &[ListRow]) -> usize {
        let room = self.setting.height.saturating_sub(self.told + FRAME);
        let heights: Vec<usize> = rows.iter().map(|row| row.lines.len()).collect();
        let fits = |count: &usize| heights.windows(*count).all(|rows| rows.iter().sum::<usize>() <= room);
        (FEWEST..=rows.len()).rev().find(fits).unwrap_or(FEWEST)
    }

    fn tick(&self, prompt: &Prompt, choices: &[MenuChoice], now: &[Pick]) -> Result<Option<Said>, InquireError> {
        let rows = self.choices(choices, BOX);
        let ticked = choices.iter().enumerate().filter(|(_, choice)| now.contains(&choice.pick));
        let ticked: Vec<usize> = ticked.map(|(row, _)| row).collect();
        let help = self.lang.menu_tick();
        let page = self.page(&rows);
        let known = known(&rows);
        let typed = RefCell::new(String::new());
        let score = |input: &str, row: &ListRow, _: &str, at: usize| {
            input.clone_into(&mut typed.borrow_mut());
            likeness::fits(input, (at, matches!(row.does, MenuRow::Typed)), &known)
        };
        let room = self.setting.width.saturating_sub(columns(&prompt.label) + MARKS).max(8);
        let shown = |rows: &[inquire::list_option::ListOption<&ListRow>]| {
            Clean::joined(rows.iter().map(|row| row.value.label.clone()), "; ").cut(room).to_string()
        };
        let ticks = MultiSelect::new(&prompt.label, rows)
            .with_help_message(&help)
            .with_default(&ticked)
            .with_page_size(page)
            .with_scorer(&score)
            .with_formatter(&shown)
            .with_render_config(self.render_config());
        let Some(ticked) = ticks.raw_prompt_skippable()? else { return Ok(None) };
        let typed = typed.borrow().trim().to_owned();
        let picks: Vec<Pick> = ticked.iter().filter_map(|row| Some(choices.get(row.index)?.pick)).collect();
        let named = match understood(&typed, prompt) {
            Said::Next => Vec::new(),
            Said::Given(Given::Words(words)) if !is_sign(&typed) => named(&words, choices).into_iter().collect(),
            Said::Given(given) if !is_sign(&typed) => given.picks().to_vec(),
            _ => return Ok(Some(said_in_words(&typed, prompt))),
        };
        Ok(Some(match meant(picks, now, &named, !typed.is_empty()) {
            None => said_in_words(&typed, prompt),
            Some(picks) if picks.is_empty() => Said::Next,
            Some(picks) => Said::Given(Given::Ticked(picks)),
        }))
    }

    fn words(&self, prompt: &Prompt) -> Result<Option<Said>, InquireError> {
        let label = labelled(prompt, self.lang);
        // a label that leaves no room for an answer has been told above
        let label = if has_room(&label, &self.setting) { label } else { prompt.label.clone() };
        let help = self.lang.menu_key();
        let text = Text::new(&label).with_help_message(&help).with_render_config(self.render_config());
        let line = text.prompt_skippable()?;
        Ok(line.map(|line| understood(&line, &Prompt { kind: PromptKind::Words, ..prompt.clone() })))
    }

    /// What can be done instead of answering.
    fn menu(&self, prompt: &Prompt) -> Result<Said, InquireError> {
        let lang = self.lang;
        let others = prompt.commands.iter().copied().filter(|command| *command != MenuCommand::Next);
        let commands = [MenuCommand::Next].into_iter().chain(others);
        let row =
            |command: MenuCommand| self.row(command.sign(lang), command.menu(lang), MenuRow::Command(command), ARROW);
        let (label, help) = (lang.menu_label(), lang.menu_of_menu());
        let list = List { label: &label, help: &help, rows: commands.map(row).collect(), start: 0 };
        match self.choose(list)? {
            Some((MenuRow::Command(command), _)) => self.commanded(command),
            Some((_, typed)) => Ok(said_in_words(&typed, prompt)),
            None => self.ask(prompt),
        }
    }

    fn commanded(&self, command: MenuCommand) -> Result<Said, InquireError> {
        Ok(match command {
            MenuCommand::Help => Said::Help,
            MenuCommand::Next => Said::Next,
            MenuCommand::Back => Said::Back,
            MenuCommand::Comment => Said::Comment(String::new()),
            MenuCommand::Evidence => Said::Evidence,
            MenuCommand::Confirm => Said::Confirm,
            MenuCommand::Go(place) => Said::Go(place),
            MenuCommand::Leave => Said::Leave,
            MenuCommand::Find => {
                let label = self.lang.find_label();
                let word = Text::new(&label).with_render_config(self.render_config()).prompt_skippable()?;
                word.filter(|word| !word.trim().is_empty()).map_or(Said::Help, |word| {
                    let word = word.trim().trim_start_matches('/');
                    Landmark::named(word).map_or(Said::Find(word.to_owned()), Said::Go)
                })
            }
        })
    }

    fn render_config(&self) -> RenderConfig<'static> {
        let colour = self.setting.colour;
        let config = if colour { RenderConfig::default_colored() } else { RenderConfig::empty() };
        config.with_canceled_prompt_indicator(Styled::new("–")) // it would be a word of English
    }
}

/// By what each row is found: its key, its word and its label.
fn known(rows: &[ListRow]) -> Vec<Names> {
    let rows = rows.iter().filter(|row| !matches!(row.does, MenuRow::Typed));
    rows.map(|row| likeness::names([&row.key, &row.word, &row.label])).collect()
}

/// What is said by typing what is no row.
fn said_in_words(typed: &str, prompt: &Prompt) -> Said {
    understood(typed, &Prompt { kind: PromptKind::Words, ..prompt.clone() })
}

/// So many columns an answer has at least, where it stands behind its label.
const ROOM: usize = 24;

/// Whether a label leaves room for an answer on its line.
pub fn has_room(label: &str, setting: &Setting) -> bool {
    columns(label) + ROOM <= setting.width
}

/// What is asked for, how, and what Enter stands for.
pub fn labelled(prompt: &Prompt, lang: Lang) -> Clean {
    let label = prompt.label.clone();
    match hints(prompt, lang) {
        Some(hints) => label.and(" (").and(hints).and(")"),
        None => label,
    }
}

/// How it can be said, and what Enter stands for.
pub fn hints(prompt: &Prompt, lang: Lang) -> Option<Clean> {
    let hints = [Some(prompt.hint.clone()), prompt.enter.as_ref().map(|what| lang.enter_is(what))];
    let hints = Clean::joined(hints.into_iter().flatten().filter(|hint| !hint.is_empty()), "; ");
    Some(hints).filter(|hints| !hints.is_empty())
}
