//! Putting answers and findings into the files that hold them, so that everything else in the files stays as it is.

use std::sync::Arc;

use super::answer::{Answer, Value as Given};
use super::evidence::Item;
use super::read::{self, MOST_NODES};
use super::read_answer;
use super::review::Outcome;
use crate::questionnaire::names::{NEVER, NOT_APPLICABLE, UNKNOWN, is_id};
use crate::questionnaire::{Question, Questionnaire};
use crate::source::edit::{Change, Refused, Step, To, edit};
use crate::source::fields::{Reading, Word};
use crate::source::node::Kind;
use crate::source::value::Value;
use crate::source::{Date, Diagnostics, Node, Source};

/// A change of an answers file. Questions are named by their place in the questionnaire.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswersEdit {
    /// The answer to a question.
    Answer(usize, Answer),
    /// What the vendor adds to it; nothing removes it.
    Comment(usize, String),
    /// A document of the register, by its id.
    Document(String, Paper),
    /// An answer cites a document of the register.
    Cite(usize, String),
    /// When it was answered.
    Answered(Date),
}

/// A change of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewEdit {
    /// Who signs.
    Reviewer(String),
    /// When.
    Reviewed(Date),
    /// What is at stake: the place of a factor, and of its option.
    Stake(usize, usize),
    /// A document that was seen for an answer, in the place of what was said about the same document before. What was
    /// seen for another answer gives way, and so does whatever held instead of the vendor's answer.
    Verified {
        /// Place of the question.
        question: usize,
        /// The answer that it proves.
        saw: Answer,
        /// What was seen.
        paper: Paper,
    },
    /// Our answer instead of the vendor's.
    Overruled {
        /// Place of the question.
        question: usize,
        /// The vendor's answer.
        saw: Answer,
        /// Ours.
        answer: Answer,
        /// Why.
        because: String,
    },
    /// What we say to a "not applicable": `accepted` or `refused`. It ends whatever held instead of it.
    NotApplicable {
        /// Place of the question.
        question: usize,
        /// Whether we accept it.
        accepted: bool,
        /// Why.
        because: String,
    },
    /// An accepted exception from a red flag, in the place of an older one for the same flag.
    Waiver {
        /// The flag's id.
        flag: String,
        /// Who accepts it.
        by: String,
        /// The last day.
        until: Date,
        /// Why.
        because: String,
    },
    /// The decision.
    Decision {
        /// What.
        outcome: Outcome,
        /// Who.
        by: String,
        /// When.
        on: Date,
        /// On which conditions.
        conditions: Vec<String>,
        /// When to look again.
        next_review: Option<Date>,
    },
}

impl ReviewEdit {
    /// The question whose answer it is about.
    pub fn question(&self) -> Option<usize> {
        match self {
            ReviewEdit::Verified { question, .. }
            | ReviewEdit::Overruled { question, .. }
            | ReviewEdit::NotApplicable { question, .. } => Some(*question),
            _ => None,
        }
    }
}

/// A document to be written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paper {
    /// What it is called.
    pub title: String,
    /// The id of its kind.
    pub kind: Option<String>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// The last day on which it is valid.
    pub valid_until: Option<Date>,
    /// Where it can be found.
    pub location: Option<String>,
}

impl Paper {
    /// An id that no other document has: its kind's, with a number where that is taken.
    pub fn free_id(&self, items: &[Item]) -> String {
        let stem = self.kind.as_deref().filter(|kind| is_id(kind)).unwrap_or("document");
        let is_free = |id: &String| !items.iter().any(|item| item.id.as_deref() == Some(id));
        let numbered = (2..=items.len() + 2).map(|number| format!("{stem}-{number}"));
        [stem.to_owned()].into_iter().chain(numbered).find(is_free).unwrap_or_default()
    }

    fn value(&self) -> Value {
        let date = |date: Option<Date>| date.map(Value::word);
        let keys = [
            ("title", Some(Value::text(&self.title))),
            ("kind", self.kind.as_ref().map(Value::word)),
            ("issued", date(self.issued)),
            ("valid_until", date(self.valid_until)),
            ("location", self.location.as_ref().map(Value::text)),
        ];
        Value::Inline(keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
    }
}

/// Gives new documents other ids where those that were meant for them have been taken in the meantime.
pub fn free_the_ids(edits: &mut [AnswersEdit], items: &[Item]) {
    for at in 0..edits.len() {
        let AnswersEdit::Document(id, paper) = &mut edits[at] else { continue };
        if !items.iter().any(|item| item.id.as_ref() == Some(&*id)) {
            continue;
        }
        let free = paper.free_id(items);
        let taken = std::mem::replace(id, free.clone());
        for edit in &mut edits[at..] {
            match edit {
                AnswersEdit::Cite(_, cited) if *cited == taken => cited.clone_from(&free),
                _ => {}
            }
        }
    }
}

/// An answer as it stands in a file.
pub fn written(answer: &Answer, question: &Question) -> Value {
    match answer {
        Answer::Unknown => Value::word(UNKNOWN),
        Answer::NotApplicable => Value::word(NOT_APPLICABLE),
        Answer::Given(Given::Never) => Value::word(NEVER),
        Answer::Given(Given::Number(number)) => Value::word(number),
        Answer::Given(Given::Date(date)) => Value::word(date),
        Answer::Given(Given::Text(text)) => Value::text(text),
        Answer::Given(Given::Options(chosen)) => {
            let ids = question.form.option_ids();
            let mut words: Vec<Value> = chosen.iter().filter_map(|at| ids.get(*at)).map(Value::word).collect();
            match words.pop() {
                Some(only) if words.is_empty() => only,
                last => Value::List(words.into_iter().chain(last).collect()),
            }
        }
    }
}

/// The text of an answers file with changes put in.
///
/// # Errors
/// The file is written in a way that does not allow a change without touching something else.
pub fn put_answers(
    source: &Arc<Source>,
    questionnaire: &Questionnaire,
    edits: &[AnswersEdit],
) -> Result<String, Refused> {
    let order = |way: &[Step]| match way {
        [] => Some(vec!["format", "vendor", "service", "questionnaire", "answered", "evidence", "answers"]),
        [Step::Key(key)] if key == "answers" => Some(question_ids(questionnaire)),
        [Step::Key(key), _] if key == "answers" => Some(vec!["answer", "comment", "evidence"]),
        _ => None,
    };
    put(source, edits, &order, |root, edit| answers_change(root, questionnaire, edit))
}

/// The text of a review with changes put in.
///
/// # Errors
/// As [`put_answers`].
pub fn put_review(
    source: &Arc<Source>,
    questionnaire: &Questionnaire,
    edits: &[ReviewEdit],
) -> Result<String, Refused> {
    let order = |way: &[Step]| match way {
        [] => Some(REVIEW_KEYS.to_vec()),
        [Step::Key(key)] if key == "answers" => Some(question_ids(questionnaire)),
        [Step::Key(key)] if key == "inherent_risk" => {
            Some(questionnaire.factors.iter().map(|factor| factor.id.as_str()).collect())
        }
        [Step::Key(key), _] if key == "answers" => Some(vec!["saw", "answer", "not_applicable", "because", "verified"]),
        _ => None,
    };
    put(source, edits, &order, |root, edit| review_changes(root, questionnaire, edit))
}

/// The keys of a review, in their proper order.
const REVIEW_KEYS: [&str; 9] =
    ["format", "vendor", "client", "reviewer", "reviewed", "inherent_risk", "answers", "waivers", "decision"];

fn question_ids(questionnaire: &Questionnaire) -> Vec<&str> {
    questionnaire.questions.iter().map(|question| question.id.as_str()).collect()
}

/// Puts in one edit after the other; each looks at the file that the one before it has left.
fn put<E>(
    source: &Arc<Source>,
    edits: &[E],
    order: &crate::source::edit::Order<'_>,
    changes: impl Fn(&Node<'_>, &E) -> Vec<Change>,
) -> Result<String, Refused> {
    let mut text = source.text.to_string();
    for each in edits {
        let now = Source::new(&source.name, text);
        let root = read::tree(&now, &mut Diagnostics::default()).ok_or(Refused)?;
        text = edit(&now, &changes(&root, each), order, MOST_NODES)?;
    }
    Ok(text)
}

fn answers_change(root: &Node<'_>, questionnaire: &Questionnaire, edit: &AnswersEdit) -> Vec<Change> {
    let id = |question: &usize| questionnaire.questions[*question].id.as_str();
    match edit {
        AnswersEdit::Answer(question, answer) => {
            let value = written(answer, &questionnaire.questions[*question]);
            vec![match entry(root, id(question)).map(|node| &node.kind) {
                Some(Kind::Map(_)) => Change::set(&["answers", id(question), "answer"], value),
                _ => Change::set(&["answers", id(question)], value),
            }]
        }
        AnswersEdit::Comment(question, text) => beside_answer(root, id(question), |keys| {
            let keys = [keys, &["comment"]].concat();
            Change::set(&keys, Value::text(text))
        }),
        AnswersEdit::Answered(day) => vec![Change::set(&["answered"], Value::word(day))],
        AnswersEdit::Document(document, paper) => vec![Change::set(&["evidence", document], paper.value())],
        AnswersEdit::Cite(question, document) => beside_answer(root, id(question), |keys| {
            let keys = [keys, &["evidence"]].concat();
            Change::append(&keys, Value::word(document))
        }),
    }
}

/// The entry of a question in the file, unless it is empty.
fn entry<'n, 's>(root: &'n Node<'s>, id: &str) -> Option<&'n Node<'s>> {
    root.get("answers")?.get(id)
}

/// A change of something that stands beside the answer: a short answer becomes a long one first.
fn beside_answer(root: &Node<'_>, id: &str, change: impl Fn(&[&str]) -> Change) -> Vec<Change> {
    let keys = ["answers", id];
    let short = entry(root, id).filter(|node| !matches!(node.kind, Kind::Map(_)));
    let long = short.map(|node| Change::set(&keys, Value::Map(vec![("answer".to_owned(), as_it_stands(node))])));
    long.into_iter().chain([change(&keys)]).collect()
}

/// A value to be written again as it was: words stay words.
fn as_it_stands(node: &Node<'_>) -> Value {
    match &node.kind {
        Kind::Plain(word) => Value::word(word),
        Kind::List(items) => Value::List(items.iter().map(as_it_stands).collect()),
        _ => Value::of(node),
    }
}

fn review_changes(root: &Node<'_>, questionnaire: &Questionnaire, edit: &ReviewEdit) -> Vec<Change> {
    let id = |question: &usize| questionnaire.questions[*question].id.as_str();
    match edit {
        ReviewEdit::Reviewer(name) => vec![Change::set(&["reviewer"], Value::text(name))],
        ReviewEdit::Reviewed(day) => vec![Change::set(&["reviewed"], Value::word(day))],
        ReviewEdit::Stake(factor, option) => {
            let factor = &questionnaire.factors[*factor];
            vec![Change::set(&["inherent_risk", &factor.id], Value::word(&factor.options[*option].id))]
        }
        ReviewEdit::Verified { question, saw, paper } => {
            verified(root, &questionnaire.questions[*question], saw, paper)
        }
        ReviewEdit::Overruled { question, saw, answer, because } => {
            let written = |answer| written(answer, &questionnaire.questions[*question]);
            let keys = [("saw", written(saw)), ("answer", written(answer)), ("because", Value::text(because))];
            findings(id(question), keys, "not_applicable")
        }
        ReviewEdit::NotApplicable { question, accepted, because } => {
            let verdict = Value::word(if *accepted { "accepted" } else { "refused" });
            let saw = Value::word(NOT_APPLICABLE);
            let keys = [("saw", saw), ("not_applicable", verdict), ("because", Value::text(because))];
            findings(id(question), keys, "answer")
        }
        ReviewEdit::Waiver { flag, by, until, because } => {
            let keys = [
                ("flag", Value::word(flag)),
                ("by", Value::text(by)),
                ("until", Value::word(until)),
                ("because", Value::text(because)),
            ];
            let value = Value::Inline(keys.map(|(key, value)| (key.to_owned(), value)).to_vec());
            vec![entered(root, &["waivers"], "flag", flag, value)]
        }
        ReviewEdit::Decision { outcome, by, on, conditions, next_review } => {
            let conditions = Value::List(conditions.iter().map(Value::text).collect());
            let keys = [
                ("outcome", Some(Value::word(outcome.word()))),
                ("by", Some(Value::text(by))),
                ("on", Some(Value::word(on))),
                ("conditions", Some(conditions).filter(|list| *list != Value::List(Vec::new()))),
                ("next_review", next_review.map(Value::word)),
            ];
            let keys = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
            vec![Change::set(&["decision"], Value::Map(keys.collect()))]
        }
    }
}

fn verified(root: &Node<'_>, question: &Question, saw: &Answer, paper: &Paper) -> Vec<Change> {
    let keys = |key| ["answers", question.id.as_str(), key];
    let before = entry(root, &question.id);
    let part = |key| before.and_then(|finding| finding.get(key));
    let is_of_another = part("saw").is_some_and(|node| {
        let unread = Source::new("", ""); // a file that is written to has been read without a complaint
        read_answer::answer(node, question, &mut Reading::of(&unread)).as_ref() != Some(saw)
    });
    let mut changes = vec![Change::set(&keys("saw"), written(saw, question))];
    changes.push(match is_of_another {
        true => Change::set(&keys("verified"), Value::List(vec![paper.value()])),
        false => entered(root, &keys("verified"), "title", &paper.title, paper.value()),
    });
    if part("answer").or(part("not_applicable")).is_some() {
        changes.extend(["answer", "not_applicable", "because"].map(|key| Change::remove(&keys(key))));
    }
    changes
}

/// What we found about an answer, instead of what another key says.
fn findings<const N: usize>(id: &str, keys: [(&str, Value); N], instead_of: &str) -> Vec<Change> {
    let set = keys.into_iter().map(|(key, value)| Change::set(&["answers", id, key], value));
    set.chain([Change::remove(&["answers", id, instead_of])]).collect()
}

/// An entry of a list, in the place of the one with the same name under a key.
fn entered(root: &Node<'_>, keys: &[&str], key: &str, name: &str, value: Value) -> Change {
    let list = keys.iter().try_fold(root, |node, key| node.get(key)).map(|node| &node.kind);
    let named = |item: &Node<'_>| item.get(key).and_then(Node::text).is_some_and(|text| text.trim() == name);
    let at = match list {
        Some(Kind::List(items)) => items.iter().position(named),
        _ => None,
    };
    let Some(at) = at else { return Change::append(keys, value) };
    let path = keys.iter().map(|key| Step::Key((*key).to_owned())).chain([Step::At(at)]).collect();
    Change { path, to: To::Set(value) }
}
