//! What a dialogue shows and asks for, and what a person says to it.

use super::landmarks::Landmark;
use super::pick::{Given, Pick};
use crate::document::Style;
use crate::questionnaire::names::folded;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};

/// What is shown, and what is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prompt {
    /// What to read first.
    pub lines: Vec<DialogueLine>,
    /// What is asked for, in a word or two.
    pub label: Clean,
    /// How it can be said, in a few words; empty where the label says it.
    pub hint: Clean,
    /// What Enter alone stands for; `None` where it only goes on, or where something must be said.
    pub enter: Option<Clean>,
    /// What kind of thing is asked for.
    pub kind: PromptKind,
    /// What can be done instead.
    pub commands: Vec<MenuCommand>,
}

/// A paragraph on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DialogueLine {
    /// Columns before its first line.
    pub indent: usize,
    /// How it is set.
    pub style: Style,
    /// What it says.
    pub text: Clean,
}

impl DialogueLine {
    /// A plain paragraph.
    pub fn plain(text: impl Trusted) -> DialogueLine {
        DialogueLine { indent: 2, style: Style::Plain, text: text.clean() }
    }

    /// A paragraph in a style.
    pub fn styled(style: Style, text: impl Trusted) -> DialogueLine {
        DialogueLine { style, ..DialogueLine::plain(text) }
    }
}

/// What kind of thing is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PromptKind {
    /// One of some choices; with `free`, or other words.
    One {
        /// The choices.
        choices: Vec<MenuChoice>,
        /// The one that holds now.
        now: Option<Pick>,
        /// Whether other words are an answer, too.
        free: bool,
    },
    /// Any number of choices.
    Many {
        /// The choices.
        choices: Vec<MenuChoice>,
        /// Those that hold now.
        now: Vec<Pick>,
    },
    /// Words.
    Words,
}

impl PromptKind {
    /// The choices, if there are any.
    pub fn choices(&self) -> &[MenuChoice] {
        match self {
            PromptKind::One { choices, .. } | PromptKind::Many { choices, .. } => choices,
            PromptKind::Words => &[],
        }
    }
}

/// Something to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MenuChoice {
    /// What it stands for.
    pub pick: Pick,
    /// A word that chooses it where lines are typed.
    pub word: String,
    /// What is read.
    pub label: Clean,
}

impl MenuChoice {
    /// Something to choose.
    pub fn new(pick: Pick, word: impl Into<String>, label: impl Trusted) -> MenuChoice {
        MenuChoice { pick, word: word.into(), label: label.clean() }
    }
}

/// What can be done instead of answering.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MenuCommand {
    /// To be helped.
    Help,
    /// To go on without answering.
    Next,
    /// To go back.
    Back,
    /// To go to another question.
    Find,
    /// To comment.
    Comment,
    /// To attach evidence.
    Evidence,
    /// To confirm what is proposed.
    Confirm,
    /// To go to a place.
    Go(Landmark),
    /// To leave.
    Leave,
}

impl MenuCommand {
    /// What chooses it wherever keys are typed.
    pub fn sign(self, lang: Lang) -> &'static str {
        match self {
            MenuCommand::Help => "?",
            MenuCommand::Next => "",
            MenuCommand::Back => "<",
            MenuCommand::Find => "/",
            MenuCommand::Comment => "+",
            MenuCommand::Evidence => "&",
            MenuCommand::Confirm => "=",
            MenuCommand::Go(place) => place.key(lang),
            MenuCommand::Leave => "!",
        }
    }

    /// The sign and what it does, for those who type lines.
    pub fn legend(self, lang: Lang) -> Clean {
        match self {
            MenuCommand::Help => lang.legend_help(),
            MenuCommand::Next => lang.legend_next(),
            MenuCommand::Back => lang.legend_back(),
            MenuCommand::Find => lang.legend_find(),
            MenuCommand::Comment => lang.legend_comment(),
            MenuCommand::Evidence => lang.legend_evidence(),
            MenuCommand::Confirm => lang.legend_confirm(),
            MenuCommand::Go(place) => "/".and(place.word(lang)),
            MenuCommand::Leave => lang.legend_leave(),
        }
    }

    /// What it does, for those who choose from a menu.
    pub fn menu(self, lang: Lang) -> Clean {
        match self {
            MenuCommand::Help => lang.menu_help(),
            MenuCommand::Next => lang.menu_next(),
            MenuCommand::Back => lang.menu_back(),
            MenuCommand::Find => lang.menu_find(),
            MenuCommand::Comment => lang.menu_comment(),
            MenuCommand::Evidence => lang.menu_evidence(),
            MenuCommand::Confirm => lang.menu_confirm(),
            MenuCommand::Go(place) => place.label(lang),
            MenuCommand::Leave => lang.menu_leave(),
        }
    }
}

/// What a person says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// What was asked for.
    Given(Given),
    /// Nothing: go on, or take what Enter stands for.
    Next,
    /// Help.
    Help,
    /// Back.
    Back,
    /// Go to a question or category, or look for a word.
    Find(String),
    /// Go to a place.
    Go(Landmark),
    /// A comment; empty to be asked for it.
    Comment(String),
    /// Evidence.
    Evidence,
    /// What is proposed is the answer.
    Confirm,
    /// Leave.
    Leave,
}

/// What a line that somebody typed means.
pub fn understood(line: &str, prompt: &Prompt) -> Said {
    let line = line.trim();
    let can = |command: MenuCommand| prompt.commands.contains(&command);
    match line {
        "" => return Said::Next,
        "?" => return Said::Help,
        "<" => return Said::Back,
        "!" => return Said::Leave,
        "&" if can(MenuCommand::Evidence) => return Said::Evidence,
        "=" if can(MenuCommand::Confirm) => return Said::Confirm,
        _ => {}
    }
    let can_go = can(MenuCommand::Find) || prompt.commands.iter().any(|other| matches!(other, MenuCommand::Go(_)));
    let place = line.strip_prefix('/').filter(|_| can_go).and_then(Landmark::named);
    if let Some(place) = place {
        return Said::Go(place);
    }
    if let Some(word) = line.strip_prefix('/').filter(|_| can(MenuCommand::Find)) {
        return Said::Find(word.trim().to_owned());
    }
    if let Some(comment) = line.strip_prefix('+').filter(|_| can(MenuCommand::Comment)) {
        return Said::Comment(comment.trim().to_owned());
    }
    let words = || Given::Words(line.to_owned());
    Said::Given(match &prompt.kind {
        PromptKind::One { choices, .. } => {
            chosen(line, choices).map_or_else(words, |choice| Given::Chosen(choice.pick))
        }
        PromptKind::Many { choices, .. } => ticked(line, choices).unwrap_or_else(words),
        PromptKind::Words => words(),
    })
}

/// What the numbers in a line tick. Those that no choice has are words that say nothing here.
fn ticked(line: &str, choices: &[MenuChoice]) -> Option<Given> {
    let are_numbers = line.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | ';'));
    let parts = line.split([' ', ',', ';']).filter(|part| are_numbers && !part.is_empty());
    let pick = |part| chosen(part, choices).map(|choice| choice.pick).or_else(|| named(part, choices)).ok_or(part);
    let (picks, others): (Vec<_>, Vec<_>) = parts.map(pick).partition(Result::is_ok);
    let others: Vec<&str> = others.into_iter().filter_map(Result::err).collect();
    let picks: Vec<Pick> = picks.into_iter().flatten().collect();
    match (picks.is_empty(), others.is_empty()) {
        (true, true) => None,
        (_, true) => Some(Given::Ticked(picks)),
        (_, false) => Some(Given::Words(others.join(";"))),
    }
}

/// What is chosen among some choices: by itself, or by its word or label, in any case.
pub fn picked(given: &Given, choices: &[MenuChoice]) -> Option<Pick> {
    match given {
        Given::Chosen(pick) => Some(*pick),
        Given::Words(words) => named(words, choices),
        Given::Ticked(_) => None,
    }
}

/// What the choice stands for that is named by its word or its label, in any case.
pub fn named(words: &str, choices: &[MenuChoice]) -> Option<Pick> {
    let wanted = folded(words);
    let is_it = |choice: &&MenuChoice| folded(&choice.word) == wanted || folded(&choice.label) == wanted;
    choices.iter().find(is_it).map(|choice| choice.pick)
}

/// What stands before each choice and chooses it: numbers from 1. Where choices are numbers themselves, such as the
/// levels of a scale, each of those is its own, and the others are counted on from the greatest: otherwise a number
/// could mean the line that it stands before, or the choice that has this name.
pub fn keys(choices: &[MenuChoice]) -> Vec<Clean> {
    let number = |choice: &MenuChoice| choice.word.parse::<u64>().ok();
    let greatest = choices.iter().filter_map(number).max().unwrap_or(0);
    let others = choices.iter().scan(greatest, |last, choice| {
        Some(match number(choice) {
            Some(_) => clean::one_line(&choice.word),
            None => {
                *last = last.saturating_add(1);
                last.clean()
            }
        })
    });
    others.collect()
}

/// The choice before which a number stands.
fn chosen<'c>(part: &str, choices: &'c [MenuChoice]) -> Option<&'c MenuChoice> {
    keys(choices).iter().position(|key| key == part).map(|at| &choices[at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::questionnaire::ids::{ById, FactorOptionId};

    fn prompt(kind: PromptKind) -> Prompt {
        let commands = vec![MenuCommand::Find, MenuCommand::Comment];
        Prompt { lines: Vec::new(), label: Clean::default(), hint: Clean::default(), enter: None, kind, commands }
    }

    /// What the choice with a number stands for, from 0.
    fn pick(number: usize) -> Pick {
        let options: ById<FactorOptionId, usize> = (0..=number).collect();
        Pick::Stake(options.find(|other| *other == number).unwrap())
    }

    fn choices(words: &[&str]) -> Vec<MenuChoice> {
        words.iter().enumerate().map(|(at, word)| MenuChoice::new(pick(at), *word, clean::one_line(word))).collect()
    }

    fn words(words: &str) -> Said {
        Said::Given(Given::Words(words.to_owned()))
    }

    #[test]
    fn what_stands_before_a_choice_chooses_it() {
        let one = |words: &[&str]| prompt(PromptKind::One { choices: choices(words), now: None, free: false });
        let chosen = |at: usize| Said::Given(Given::Chosen(pick(at)));
        assert_eq!(understood("2", &one(&["all", "some"])), chosen(1));
        assert_eq!(understood("9", &one(&["all"])), words("9"));
        let many = prompt(PromptKind::Many { choices: choices(&["a", "b", "c"]), now: Vec::new() });
        let ticked = Given::Ticked(vec![pick(0), pick(2)]);
        assert_eq!(understood("1, 3", &many), Said::Given(ticked));
        assert_eq!(understood("1, 9", &many), words("9"));
        assert_eq!(understood(",", &many), words(","));
        assert_eq!(understood("a, b", &many), words("a, b"));
        for words in [&["0", "1", "2", "unknown", "n/a"][..], &["7", "b", "1"], &["a", "b"], &["01", "1", "x"]] {
            let known = choices(words);
            let keys = keys(&known);
            for (at, key) in keys.iter().enumerate() {
                assert_eq!(understood(key, &one(words)), chosen(at), "{key} of {words:?}");
            }
            assert_eq!(keys.iter().collect::<std::collections::BTreeSet<_>>().len(), words.len(), "{keys:?}");
        }
        assert_eq!(keys(&choices(&["0", "1", "2", "unknown"])), ["0", "1", "2", "3"]);
    }

    #[test]
    fn signs_are_commands_where_they_are_offered() {
        let asked = prompt(PromptKind::Words);
        assert_eq!(understood("  ", &asked), Said::Next);
        assert_eq!(understood("/access", &asked), Said::Find("access".into()));
        assert_eq!(understood("/Beslut", &asked), Said::Go(Landmark::Decision));
        assert_eq!(understood("+ two days", &asked), Said::Comment("two days".into()));
        assert_eq!(understood("&", &asked), words("&"));
        let bare = Prompt { commands: Vec::new(), ..asked };
        assert_eq!(understood("/access", &bare), words("/access"));
        assert_eq!(understood("/decision", &bare), words("/decision"));
        let within = Prompt { commands: vec![MenuCommand::Go(Landmark::Flags)], ..bare.clone() };
        assert_eq!(understood("/decision", &within), Said::Go(Landmark::Decision));
        assert_eq!(understood("/etc", &within), words("/etc"));
        assert_eq!(understood("!", &bare), Said::Leave);
    }
}
