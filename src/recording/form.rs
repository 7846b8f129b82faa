//! A few things that are asked one after another and belong together: a document, a reason, an exception, a decision.

use super::pick::{Given, Pick};
use super::prompt::{MenuChoice, PromptKind, named};
use crate::answers::days::{self, Day};
use crate::answers::read_answer::{LONGEST_TITLE, is_long_title};
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::reason::gives_reason;

/// Things that are asked one after another.
#[derive(Clone, Debug)]
pub struct DialogueForm<P> {
    /// What they are for.
    pub purpose: P,
    fields: Vec<Field>,
    entries: Vec<FieldEntry>,
}

/// One thing that is asked.
#[derive(Clone, Debug)]
pub struct Field {
    /// What it is asked for.
    pub slot: Slot,
    /// The question.
    pub ask: Clean,
    /// Help with it.
    pub help: Option<Clean>,
    /// What kind of thing is asked for.
    pub kind: FieldKind,
    /// What stands for nothing said.
    pub default: Option<FieldEntry>,
    /// Whether it may be left out.
    pub optional: bool,
}

/// What a field is asked for; no form asks for the same twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slot {
    /// A comment on an answer.
    Comment,
    /// Why something is so.
    Because,
    /// The title of a document.
    Title,
    /// The kind of a document.
    DocumentKind,
    /// When it was issued.
    Issued,
    /// Until when something holds.
    Until,
    /// Where a document can be found.
    Location,
    /// What was seen.
    Seen,
    /// Whether it proves other answers, too.
    ProvesOthers,
    /// Which answers a document proves.
    Proved,
    /// Whether something is done.
    Does,
    /// Which answer holds.
    Answer,
    /// Who says so.
    By,
    /// When something was done.
    Done,
    /// When to look again.
    NextReview,
    /// What has to be done.
    What,
    /// Who sees to it.
    Owner,
    /// The questions that something is about.
    About,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldEntry {
    /// Nothing.
    Nothing,
    /// Words, or what was chosen.
    Given(Given),
    /// A day.
    Day(Date),
}

/// What kind of thing is asked for.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// A line of text.
    Words,
    /// A line of text that gives a reason.
    Reason,
    /// A day.
    Date(Days),
    /// One of some choices.
    One(Vec<MenuChoice>),
    /// One of some choices, or other words.
    OneOrWords(Vec<MenuChoice>),
    /// Any number of choices, or other words.
    ManyOrWords(Vec<MenuChoice>),
}

/// Which days can be meant.
#[derive(Clone, Copy, Debug)]
pub enum Days {
    /// Any.
    Any,
    /// Those of what is to come, from today on.
    ToCome(Date),
    /// Those of what has happened, to today.
    Past(Date),
    /// The same, from the day of a decision on.
    SinceDecision(Date, Date),
}

impl Days {
    /// Whether a day can be meant.
    fn fit(self, day: Date, lang: Lang) -> Result<Date, Clean> {
        match self {
            Days::ToCome(today) if day < today => Err(lang.day_has_passed(today)),
            Days::SinceDecision(decided, _) if day < decided => Err(lang.day_before_decision(decided)),
            Days::Past(today) | Days::SinceDecision(_, today) if day > today => Err(lang.date_is_in_future(today)),
            _ => Ok(day),
        }
    }
}

impl Field {
    /// Something that must be said.
    pub fn new(slot: Slot, ask: Clean, kind: FieldKind) -> Field {
        Field { slot, ask, help: None, kind, default: None, optional: false }
    }

    /// The same with help.
    pub fn with_help(self, help: Clean) -> Field {
        Field { help: Some(help), ..self }
    }

    /// The same, which may be left out.
    pub fn optional(self) -> Field {
        Field { optional: true, ..self }
    }

    /// The same with what stands for nothing said.
    pub fn or(self, default: FieldEntry) -> Field {
        Field { default: Some(default), ..self }
    }

    /// What is asked of a person.
    pub fn prompt_kind(&self) -> PromptKind {
        match &self.kind {
            FieldKind::One(choices) => PromptKind::One { choices: choices.clone(), now: None, free: false },
            FieldKind::OneOrWords(choices) => PromptKind::One { choices: choices.clone(), now: None, free: true },
            FieldKind::ManyOrWords(choices) => PromptKind::Many { choices: choices.clone(), now: Vec::new() },
            FieldKind::Words | FieldKind::Reason | FieldKind::Date(_) => PromptKind::Words,
        }
    }

    /// What stands for nothing said, as it is read.
    pub fn default_in_words(&self) -> Option<Clean> {
        match self.default.as_ref()? {
            FieldEntry::Given(Given::Words(words)) => Some(clean::one_line(words)),
            FieldEntry::Given(Given::Chosen(pick)) => {
                let kind = self.prompt_kind();
                kind.choices().iter().find(|choice| choice.pick == *pick).map(|choice| choice.label.clone())
            }
            FieldEntry::Day(day) => Some(day.clean()),
            FieldEntry::Given(Given::Ticked(_)) | FieldEntry::Nothing => None,
        }
    }
}

impl<P> DialogueForm<P> {
    /// An empty form.
    pub fn new(purpose: P, fields: Vec<Field>) -> DialogueForm<P> {
        DialogueForm { purpose, fields, entries: Vec::new() }
    }

    /// What is asked now; `None` when all is given.
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.entries.len())
    }

    /// Whether something has been said in it that is not written yet.
    pub fn is_begun(&self) -> bool {
        self.entries.iter().any(|entry| *entry != FieldEntry::Nothing)
    }

    /// Whether this is asked now.
    pub fn is_at(&self, slot: Slot) -> bool {
        self.field().is_some_and(|field| field.slot == slot)
    }

    /// Whether only more of a list is asked for, and nothing has been said of it.
    pub fn ends_list(&self) -> bool {
        self.field().is_some_and(|field| field.slot == Slot::What && field.default.is_none())
    }

    /// What stands for nothing said in the field that is asked now.
    pub fn suggest(&mut self, default: FieldEntry) {
        if let Some(field) = self.fields.get_mut(self.entries.len()) {
            field.default = Some(default);
        }
    }

    fn entry(&self, slot: Slot) -> &FieldEntry {
        let at = self.fields.iter().position(|field| field.slot == slot);
        at.and_then(|at| self.entries.get(at)).unwrap_or(&FieldEntry::Nothing)
    }

    /// What was given; `None` for a day, and where it was left out.
    pub fn given(&self, slot: Slot) -> Option<&Given> {
        match self.entry(slot) {
            FieldEntry::Given(given) => Some(given),
            _ => None,
        }
    }

    /// What was chosen.
    pub fn pick(&self, slot: Slot) -> Option<Pick> {
        self.given(slot)?.picks().first().copied()
    }

    /// The words that were given; empty where something was left out.
    pub fn words(&self, slot: Slot) -> &str {
        self.given(slot).map_or("", Given::words)
    }

    /// A day that was given.
    pub fn date(&self, slot: Slot) -> Option<Date> {
        match self.entry(slot) {
            FieldEntry::Day(day) => Some(*day),
            _ => None,
        }
    }

    /// Takes what was given, or says why not.
    ///
    /// # Errors
    /// What is wrong with it, in the reader's language.
    pub fn take(&mut self, given: &Given, lang: Lang) -> Result<(), Clean> {
        let Some(field) = self.field() else { return Ok(()) };
        let entry = match given {
            // a line that says that what stands there now is to go
            Given::Words(words) if words.trim() == "-" && field.optional && field.default.is_some() => {
                FieldEntry::Nothing
            }
            Given::Words(words) if is_title(field.slot) && is_long_title(words) => {
                return Err(lang.title_is_too_long(LONGEST_TITLE));
            }
            Given::Words(words) => typed(words.trim(), &field.kind, lang)?,
            chosen => FieldEntry::Given(chosen.clone()),
        };
        self.entries.push(entry);
        Ok(())
    }

    /// Takes that nothing was said.
    ///
    /// # Errors
    /// Something must be said.
    pub fn skip(&mut self, lang: Lang) -> Result<(), Clean> {
        let Some(field) = self.field() else { return Ok(()) };
        let entry = match &field.default {
            Some(default) => default.clone(),
            None if field.optional => FieldEntry::Nothing,
            None => return Err(lang.needed()),
        };
        self.entries.push(entry);
        Ok(())
    }

    /// Goes back to the field before, where Enter now stands for what was given; says whether there is one.
    pub fn back(&mut self) -> bool {
        let Some(entry) = self.entries.pop() else { return false };
        let field = self.fields.get_mut(self.entries.len());
        let typed =
            field.filter(|field| matches!(field.kind, FieldKind::Words | FieldKind::Reason | FieldKind::Date(_)));
        typed
            .filter(|_| entry != FieldEntry::Nothing)
            .into_iter()
            .for_each(|field| field.default = Some(entry.clone()));
        true
    }
}

/// Whether the title of a document is asked for.
fn is_title(slot: Slot) -> bool {
    matches!(slot, Slot::Title | Slot::Seen)
}

/// What words mean in a field.
fn typed(words: &str, kind: &FieldKind, lang: Lang) -> Result<FieldEntry, Clean> {
    if clean::has_hidden(words) {
        return Err(lang.hidden_letters());
    }
    let as_words = || FieldEntry::Given(Given::Words(words.to_owned()));
    let chosen = |choices: &[MenuChoice]| named(words, choices).map(|pick| FieldEntry::Given(Given::Chosen(pick)));
    match kind {
        FieldKind::Date(fitting) => {
            let found = || clean::shortened(words, 40);
            match days::day(words) {
                Day::One(day) => fitting.fit(day, lang).map(FieldEntry::Day),
                Day::Two(one, other) => Err(lang.two_days(found(), one, other)),
                Day::Nothing => Err(lang.no_date(found())),
            }
        }
        FieldKind::One(choices) => chosen(choices).ok_or_else(|| lang.not_on_the_list(clean::shortened(words, 40))),
        FieldKind::OneOrWords(choices) => Ok(chosen(choices).unwrap_or_else(as_words)),
        FieldKind::Words if !clean::says_something(words) => Err(lang.needed()),
        FieldKind::Reason if !gives_reason(words) => Err(lang.reason_needed()),
        FieldKind::Words | FieldKind::Reason | FieldKind::ManyOrWords(_) => Ok(as_words()),
    }
}
