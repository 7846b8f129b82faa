//! Answers as a person types them: in either language, in any case, with the words that people use.

use std::borrow::Cow;

use super::answer::Answer;
use super::read_answer;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN, folded};
use crate::questionnaire::{Form, Question};
use crate::source::fields::Reading;
use crate::source::node::Kind;
use crate::source::{Checked, Node, Source, Span};

/// What people type for the fixed words of answers and the usual options, in both languages.
const WORDS: [(&str, &[&str]); 6] = [
    (UNKNOWN, &["not known", "don't know", "do not know", "vet ej", "vet inte", "okänt"]),
    (NOT_APPLICABLE, &["na", "not applicable", "ej tillämpligt", "inte tillämpligt", "ej tillämplig", "ej aktuellt"]),
    (NEVER, &["aldrig"]),
    ("yes", &["ja", "y", "j"]),
    ("no", &["nej", "n"]),
    ("partial", &["partly", "partially", "delvis"]),
];

/// Reads what was typed as an answer to a question. Several options stand behind one another with commas or semicolons.
pub fn answer(typed: &str, question: &Question) -> Checked<Answer> {
    let fixed = meant(typed);
    // any words are a text, so what says that there is none is understood first
    let is_no_text = matches!(question.form, Form::Text) && matches!(&*fixed, UNKNOWN | NOT_APPLICABLE);
    let whole = read(&node(if is_no_text { fixed.clone() } else { Cow::Borrowed(typed) }), question, typed);
    if !whole.diagnostics.has_errors() {
        return whole;
    }
    if fixed != typed.trim() {
        let meant = read(&node(fixed), question, typed);
        if !meant.diagnostics.has_errors() {
            return meant;
        }
    }
    if !matches!(question.form, Form::ChooseMany(_)) || !typed.contains([',', ';']) {
        return whole;
    }
    let separator = if typed.contains(';') { ';' } else { ',' };
    let items = typed.split(separator).map(str::trim).filter(|item| !item.is_empty());
    let items: Vec<Node<'_>> = items.map(|item| node(meant(item))).collect();
    if items.is_empty() {
        return whole; // commas alone are a slip, and no slip takes an answer away
    }
    let list = Kind::List(items);
    read(&Node { span: Span::from(0..typed.len()), kind: list }, question, typed)
}

/// Reads several options that were chosen, by their ids, which are taken for nothing else.
pub fn chosen(ids: &[&str], question: &Question) -> Checked<Answer> {
    let typed = ids.join(", ");
    let list = Kind::List(ids.iter().map(|id| node(Cow::Borrowed(*id))).collect());
    read(&Node { span: Span::from(0..typed.len()), kind: list }, question, &typed)
}

/// What the fixed words of files are for what was typed; other words are what they are.
fn meant(typed: &str) -> Cow<'_, str> {
    let word = folded(typed);
    let known = WORDS.iter().find(|(_, others)| others.contains(&&*word));
    known.map_or(Cow::Borrowed(typed.trim()), |(fixed, _)| Cow::Borrowed(*fixed))
}

fn node(text: Cow<'_, str>) -> Node<'_> {
    Node { span: Span::from(0..text.len()), kind: Kind::Plain(text) }
}

fn read(node: &Node<'_>, question: &Question, typed: &str) -> Checked<Answer> {
    let source = Source::new(question.id.as_str(), typed);
    let mut reading = Reading::of(&source);
    let answer = read_answer::answer(node, question, &mut reading);
    Checked::new(answer, reading.notes)
}
