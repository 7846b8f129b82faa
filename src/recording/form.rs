//! A few things that are asked one after another and belong together: a document, a reason, an exception, a decision.

use super::prompt::{Choice, Kind, named};
use crate::source::Date;
use crate::words::{Lang, clean};

/// Things that are asked one after another.
#[derive(Clone, Debug)]
pub struct Form<P> {
    /// What they are for.
    pub purpose: P,
    fields: Vec<Field>,
    given: Vec<String>,
    lines: Vec<String>,
}

/// One thing that is asked.
#[derive(Clone, Debug)]
pub struct Field {
    /// The question.
    pub ask: String,
    /// Help with it.
    pub help: Option<String>,
    /// What kind of thing is asked for.
    pub kind: FieldKind,
    /// What stands for nothing said.
    pub default: Option<String>,
    /// Whether it may be left out.
    pub optional: bool,
}

/// What kind of thing is asked for.
#[derive(Clone, Debug)]
pub enum FieldKind {
    /// A line of text.
    Words,
    /// Several lines of text; an empty one ends them.
    Lines,
    /// A day.
    Date,
    /// One of some choices.
    One(Vec<Choice>),
    /// One of some choices, or other words.
    OneOrWords(Vec<Choice>),
    /// Any number of choices, or other words.
    ManyOrWords(Vec<Choice>),
}

impl Field {
    /// Something that must be said.
    pub fn new(ask: String, kind: FieldKind) -> Field {
        Field { ask, help: None, kind, default: None, optional: false }
    }

    /// The same with help.
    pub fn with_help(self, help: String) -> Field {
        Field { help: Some(help), ..self }
    }

    /// The same, which may be left out.
    pub fn optional(self) -> Field {
        Field { optional: true, ..self }
    }

    /// The same with what stands for nothing said.
    pub fn or(self, default: Option<String>) -> Field {
        Field { default, ..self }
    }

    /// What is asked of a person.
    pub fn prompt_kind(&self) -> Kind {
        match &self.kind {
            FieldKind::One(choices) => Kind::One { choices: choices.clone(), now: None, free: false },
            FieldKind::OneOrWords(choices) => Kind::One { choices: choices.clone(), now: None, free: true },
            FieldKind::ManyOrWords(choices) => Kind::Many { choices: choices.clone(), now: Vec::new() },
            FieldKind::Words | FieldKind::Lines | FieldKind::Date => Kind::Words,
        }
    }
}

impl<P> Form<P> {
    /// An empty form.
    pub fn new(purpose: P, fields: Vec<Field>) -> Form<P> {
        Form { purpose, fields, given: Vec::new(), lines: Vec::new() }
    }

    /// What is asked now; `None` when all is given.
    pub fn field(&self) -> Option<&Field> {
        self.fields.get(self.given.len())
    }

    /// Whether the field with this place is asked now.
    pub fn is_at(&self, field: usize) -> bool {
        self.given.len() == field
    }

    /// What stands for nothing said in the field that is asked now.
    pub fn suggest(&mut self, default: String) {
        if let Some(field) = self.fields.get_mut(self.given.len()) {
            field.default = Some(default);
        }
    }

    /// What was given, in the order of the fields; empty where something was left out.
    pub fn given(&self, field: usize) -> &str {
        self.given.get(field).map_or("", String::as_str)
    }

    /// A day that was given.
    pub fn date(&self, field: usize) -> Option<Date> {
        Date::parse(self.given(field))
    }

    /// Takes what was said, or says why not.
    ///
    /// # Errors
    /// What is wrong with it, in the reader's language.
    pub fn take(&mut self, words: &str, lang: Lang) -> Result<(), String> {
        let Some(field) = self.field() else { return Ok(()) };
        let words = words.trim();
        if clean::has_hidden(words) {
            return Err(lang.hidden_letters());
        }
        let word = match &field.kind {
            FieldKind::Lines => {
                self.lines.push(words.to_owned());
                return Ok(());
            }
            FieldKind::Date => match Date::parse(words) {
                Some(date) => date.to_string(),
                None => return Err(lang.no_date(clean::shortened(words, 40))),
            },
            FieldKind::One(choices) => match named(words, choices) {
                Some(word) => word,
                None => return Err(lang.not_on_the_list(clean::shortened(words, 40))),
            },
            FieldKind::OneOrWords(choices) => named(words, choices).unwrap_or_else(|| words.to_owned()),
            FieldKind::Words if !clean::says_something(words) => return Err(lang.needed()),
            FieldKind::Words | FieldKind::ManyOrWords(_) => words.to_owned(),
        };
        self.given.push(word);
        Ok(())
    }

    /// Takes that nothing was said.
    ///
    /// # Errors
    /// Something must be said.
    pub fn skip(&mut self, lang: Lang) -> Result<(), String> {
        let Some(field) = self.field() else { return Ok(()) };
        let word = match (&field.kind, &field.default) {
            (FieldKind::Lines, _) => std::mem::take(&mut self.lines).join("\n"),
            (_, Some(default)) => default.clone(),
            (_, None) if field.optional => String::new(),
            (_, None) => return Err(lang.needed()),
        };
        self.given.push(word);
        Ok(())
    }

    /// Goes back to the field before, where Enter now stands for what was given; says whether there is one.
    pub fn back(&mut self) -> bool {
        self.lines.clear();
        let Some(given) = self.given.pop() else { return false };
        let field = self.fields.get_mut(self.given.len());
        let typed = field.filter(|field| matches!(field.kind, FieldKind::Words | FieldKind::Date) && !given.is_empty());
        typed.into_iter().for_each(|field| field.default = Some(given.clone()));
        true
    }
}
