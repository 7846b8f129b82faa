//! Answers as a person types or chooses them.

use super::answer::Answer;
use super::read_answer;
use crate::questionnaire::Question;
use crate::source::fields::Reading;
use crate::source::node::Kind;
use crate::source::{Checked, Node, Source, Span};

/// Reads what was typed as an answer to a question, as a file that holds it would be read.
pub fn answer(typed: &str, question: &Question) -> Checked<Answer> {
    read(&node(typed), question, typed)
}

/// Reads several options that were chosen, by their ids, which are taken for nothing else.
pub fn chosen(ids: &[&str], question: &Question) -> Checked<Answer> {
    let typed = ids.join(", ");
    let list: Vec<Node<'_>> = ids.iter().map(|id| node(id)).collect();
    read(&Node { span: Span::from(0..typed.len()), kind: Kind::List(&list) }, question, &typed)
}

fn node(text: &str) -> Node<'_> {
    Node { span: Span::from(0..text.len()), kind: Kind::Plain(text) }
}

fn read(node: &Node<'_>, question: &Question, typed: &str) -> Checked<Answer> {
    let source = Source::new(question.id.as_str(), typed);
    let mut reading = Reading::of(&source);
    let answer = read_answer::answer(node, question, &mut reading);
    Checked::new(answer, reading.notes)
}
