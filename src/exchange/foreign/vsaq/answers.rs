//! Answers of VSAQ: one flat map from what is filled in to `checked`, `yes`, `no` or words. An option says by its own
//! name which question it answers.

use std::collections::BTreeMap;

use crate::exchange::draft::plain_id::plain_id;
use crate::exchange::heard::{Heard, HeardAnswer, HeardWords, OriginalIds};
use crate::exchange::ledger::{Fate, Ledger};
use crate::exchange::tree::{Tree, TreeKind};
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::{Form, Questionnaire};
use crate::source::cells::CameFrom;
use crate::words::clean::one_line;
use crate::words::matters::vsaq as matter;

/// What an option or a box says that is ticked.
const CHECKED: &str = "checked";

/// Begins what belongs to the page and not to the answers.
const TODO: &str = "vsaq_todo_";

/// Whether a file may hold answers: nothing but words under names.
pub(super) fn fits(tree: &Tree) -> bool {
    let is_word = |value: &Tree| matches!(value.kind, TreeKind::Text(_) | TreeKind::Null);
    let entries = tree.entries();
    let is_filled = |value: &Tree| [CHECKED, "yes", "no"].map(Some).contains(&value.words());
    tree.get("format").is_none()
        && entries.iter().all(|(_, value)| is_word(value))
        && entries.iter().any(|(_, value)| is_filled(value))
}

/// Whether a file may hold answers that are words alone: what some of them are called is asked.
pub(super) fn are_words(tree: &Tree, questionnaire: &Questionnaire) -> bool {
    let (entries, ids) = (tree.entries(), OriginalIds::of(questionnaire));
    tree.get("format").is_none()
        && entries.iter().all(|(_, value)| matches!(value.kind, TreeKind::Text(_)))
        && entries.iter().any(|(name, _)| ids.find(name).is_some())
}

/// What is filled in, question by question.
pub(super) fn heard(tree: &Tree, questionnaire: &Questionnaire) -> (Heard, Ledger) {
    let (mut heard, mut ledger) = (Heard::default(), Ledger::default());
    let (owners, ids) = (owners(questionnaire), OriginalIds::of(questionnaire));
    let mut names: BTreeMap<String, usize> = BTreeMap::new();
    tree.entries().iter().for_each(|(name, _)| *names.entry(plain_id(name)).or_default() += 1);
    let mut begun: BTreeMap<QuestionId, usize> = BTreeMap::new();
    for (name, value) in tree.entries() {
        let at = CameFrom::Line(value.line);
        let words = match &value.kind {
            _ if name.starts_with(TODO) => {
                ledger.count(Fate::Lost, &matter::TODO, 1);
                continue;
            }
            TreeKind::List(_) | TreeKind::Map(_) => {
                ledger.note(Fate::Open, &matter::NO_TEXT, one_line(name));
                continue;
            }
            _ => value.words().unwrap_or_default().trim(),
        };
        if words.is_empty() || value.kind == TreeKind::Bool(false) {
            continue;
        }
        ledger.count(Fate::Read, &matter::FIELDS, 1);
        let is_ticked = words == CHECKED || value.kind == TreeKind::Bool(true);
        // of names that are one among ours, nobody knows which option has got the number
        let plain = plain_id(name);
        let is_told_apart = names.get(&plain) == Some(&1);
        let owner = owners.get(&plain).copied().flatten().filter(|_| is_ticked && is_told_apart);
        let told = |words: &str| HeardWords { words: words.to_owned(), at: at.clone() };
        let one = |id: &str, words: &str| HeardAnswer {
            id: id.to_owned(),
            at: at.clone(),
            answer: vec![told(words)],
            comments: Vec::new(),
            by: None,
        };
        match (owner, ids.find(name)) {
            (Some(question), _) => match begun.get(&question) {
                Some(known) => heard.answers[*known].answer.push(told(&plain)),
                None => {
                    begun.insert(question, heard.answers.len());
                    heard.answers.push(one(&questionnaire.questions[question].id, &plain));
                }
            },
            (None, Some(question)) => {
                let is_box = is_ticked && !matches!(questionnaire.questions[question].form, Form::Text);
                heard.answers.push(one(name, if is_box { "yes" } else { words }));
            }
            (None, None) => heard.answers.push(one(name, words)),
        }
    }
    (heard, ledger)
}

/// The question that an option answers; `None` where several have one of that name.
fn owners(questionnaire: &Questionnaire) -> BTreeMap<String, Option<QuestionId>> {
    let mut owners: BTreeMap<String, Option<QuestionId>> = BTreeMap::new();
    for (at, question) in questionnaire.questions.with_ids() {
        for (_, id, _) in &question.form.options() {
            owners.entry((*id).to_owned()).and_modify(|owner| *owner = None).or_insert(Some(at));
        }
    }
    owners
}
