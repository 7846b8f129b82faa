//! Putting answers and observations into the files that hold them, so that everything else in the files stays as it is.

use std::collections::HashSet;
use std::sync::Arc;

use super::answer::Answer;
use super::chain::SubProcessor;
use super::evidence::{Evidence, FreeIds};
use super::model::{Answers, FilledForm, GivenBy, Proposal};
use super::read::{self, MOST_NODES};
use super::values::written;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{ById, EvidenceId, QuestionId};
use crate::source::edit::{Change, Refused, Step, To, edit};
use crate::source::node::Kind;
use crate::source::value::NewValue;
use crate::source::{Arena, Date, Diagnostics, Node, Source, Span};

/// A change of an answers file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnswersEdit {
    /// The answer to a question.
    Answer(QuestionId, Answer),
    /// Another answer than the one that is there, and nothing that was said with that.
    Afresh(QuestionId, Answer),
    /// What the vendor adds to it; nothing removes it.
    Comment(QuestionId, String),
    /// A document of the register, by its id.
    Document(String, NewEvidence),
    /// What is said of a document of the register, by its id.
    Corrected(String, NewEvidence),
    /// An answer cites a document of the register.
    Cite(QuestionId, String),
    /// An answer cites a document no longer.
    Uncite(QuestionId, CitedDocument),
    /// When it was answered.
    Answered(Date),
    /// What the vendor says of itself: `country`, `registration`.
    Vendor(&'static str, String),
    /// What the service is.
    Service(String),
    /// The form that was filled in.
    Filled(FilledForm),
    /// One more company that does a part of the service.
    Company(SubProcessor),
    /// What is said of a company of the list, by its place from 0: its key and value.
    CompanySays(usize, &'static str, String),
    /// Who gave an answer; `None` where that is no longer said.
    By(QuestionId, Option<GivenBy>),
    /// What is proposed as an answer.
    Proposed(QuestionId, Proposal),
}

impl AnswersEdit {
    /// The question whose answer it changes.
    pub fn question(&self) -> Option<QuestionId> {
        match self {
            AnswersEdit::Answer(question, _)
            | AnswersEdit::Afresh(question, _)
            | AnswersEdit::Comment(question, _)
            | AnswersEdit::Cite(question, _)
            | AnswersEdit::Uncite(question, _)
            | AnswersEdit::By(question, _)
            | AnswersEdit::Proposed(question, _) => Some(*question),
            AnswersEdit::Document(..)
            | AnswersEdit::Corrected(..)
            | AnswersEdit::Answered(_)
            | AnswersEdit::Vendor(..)
            | AnswersEdit::Service(_)
            | AnswersEdit::Filled(_)
            | AnswersEdit::Company(_)
            | AnswersEdit::CompanySays(..) => None,
        }
    }
}

/// How an answer cites a document: two written out in it may bear one title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CitedDocument {
    /// One of the register, by its id.
    Listed(String),
    /// One written out in the answer, by its place in the file.
    Here(Span),
}

/// A document to be written down.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewEvidence {
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

impl NewEvidence {
    /// An id that no other document has: its kind's, with a number where that is taken.
    pub fn free_id(&self, items: &ById<EvidenceId, Evidence>) -> String {
        let mut ids: FreeIds = items.iter().filter_map(|item| item.id.clone()).collect();
        ids.free(self.kind.as_deref())
    }

    pub(crate) fn value(&self) -> NewValue {
        let keys = self.keys().into_iter();
        NewValue::Inline(keys.filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
    }

    /// Its keys, in their order.
    fn keys(&self) -> [(&'static str, Option<NewValue>); 5] {
        let date = |date: Option<Date>| date.map(NewValue::word);
        [
            ("title", Some(NewValue::text(&self.title))),
            ("kind", self.kind.as_ref().map(NewValue::word)),
            ("issued", date(self.issued)),
            ("valid_until", date(self.valid_until)),
            ("location", self.location.as_ref().map(NewValue::text)),
        ]
    }
}

/// Who gave the answers that somebody changes, each with its question: what stands there from now on is not theirs.
pub fn no_longer_given<'a>(answers: &'a Answers, edits: &[AnswersEdit]) -> Vec<(QuestionId, &'a str)> {
    let changed = edits.iter().filter_map(|edit| match edit {
        AnswersEdit::Answer(question, answer) => (answers.answer(*question) != answer).then_some(*question),
        AnswersEdit::Comment(question, text) => (answers.comment(*question) != Some(text)).then_some(*question),
        _ => None,
    });
    let mut changed: Vec<QuestionId> = changed.collect();
    changed.sort_unstable();
    changed.dedup();
    let name = |question: QuestionId| Some(answers.answers[question].as_ref()?.by.as_ref()?.name.as_str());
    changed.into_iter().filter_map(|question| Some((question, name(question)?))).collect()
}

/// Gives new documents other ids where those that were meant for them have been taken in the meantime.
pub fn free_the_ids(edits: &mut [AnswersEdit], items: &ById<EvidenceId, Evidence>) {
    for at in 0..edits.len() {
        let AnswersEdit::Document(id, evidence) = &mut edits[at] else { continue };
        if !items.iter().any(|item| item.id.as_ref() == Some(&*id)) {
            continue;
        }
        let free = evidence.free_id(items);
        let taken = std::mem::replace(id, free.clone());
        for edit in &mut edits[at..] {
            match edit {
                AnswersEdit::Cite(_, cited) if *cited == taken => cited.clone_from(&free),
                _ => {}
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
        [] => Some(read::SHAPE.top.to_vec()),
        [Step::Key(key)] if key == "answers" => Some(question_ids(questionnaire)),
        [Step::Key(key), _] if key == "answers" => read::SHAPE.section(key).map(|section| section.fields.to_vec()),
        _ => None,
    };
    let together = |one: &AnswersEdit, next: &AnswersEdit| match (one, next) {
        (AnswersEdit::Document(..), AnswersEdit::Document(..)) => true,
        (AnswersEdit::Cite(one, _), AnswersEdit::Cite(next, _)) => one == next,
        _ => false,
    };
    let steps: Vec<&[AnswersEdit]> = edits.chunk_by(together).collect();
    put(source, &steps, &order, |root, step| step_changes(root, questionnaire, step))
}

/// The changes of one step: documents that join the register or an answer come in at once, however many they are.
fn step_changes(root: &Node<'_>, questionnaire: &Questionnaire, step: &[AnswersEdit]) -> Vec<Change> {
    match step {
        [AnswersEdit::Cite(question, _), _, ..] => {
            let cited = step.iter().filter_map(|edit| match edit {
                AnswersEdit::Cite(_, document) => Some(NewValue::word(document)),
                _ => None,
            });
            let cited: Vec<NewValue> = cited.collect();
            beside_answer(root, &questionnaire.questions[*question].id, |keys| {
                Change::append_all(&[keys, &["evidence"]].concat(), cited.clone())
            })
        }
        _ => match new_documents(root, step).filter(|entries| entries.len() > 1) {
            Some(entries) => vec![Change::enter(&["evidence"], entries)],
            None => step.iter().flat_map(|edit| answers_change(root, questionnaire, edit)).collect(),
        },
    }
}

/// Documents as entries of the register; `None` if one of their ids stands there already, or twice among them.
fn new_documents(root: &Node<'_>, step: &[AnswersEdit]) -> Option<Vec<(String, NewValue)>> {
    let mut ids: HashSet<&str> = match root.get("evidence").map(|register| &register.kind) {
        Some(Kind::Map(entries)) => entries.iter().map(|entry| entry.key).collect(),
        _ => HashSet::new(),
    };
    let entry = |edit: &AnswersEdit| match edit {
        AnswersEdit::Document(id, document) => Some((id.clone(), document.value())),
        _ => None,
    };
    let are_new = step.iter().all(|edit| matches!(edit, AnswersEdit::Document(id, _) if ids.insert(id)));
    are_new.then(|| step.iter().filter_map(entry).collect())
}

pub(crate) fn question_ids(questionnaire: &Questionnaire) -> Vec<&str> {
    questionnaire.questions.iter().map(|question| question.id.as_str()).collect()
}

/// Puts in one edit after the other; each looks at the file that the one before it has left.
pub(crate) fn put<E>(
    source: &Arc<Source>,
    edits: &[E],
    order: &crate::source::edit::Order<'_>,
    changes: impl Fn(&Node<'_>, &E) -> Vec<Change>,
) -> Result<String, Refused> {
    let mut text = source.text.to_string();
    for each in edits {
        let now = Source::new(&source.name, text);
        let arena = Arena::default();
        let root = read::tree(&now, &arena, &mut Diagnostics::default()).ok_or(Refused)?;
        text = edit(&now, &changes(&root, each), order, MOST_NODES)?;
    }
    Ok(text)
}

fn answers_change(root: &Node<'_>, questionnaire: &Questionnaire, edit: &AnswersEdit) -> Vec<Change> {
    let id = |question: &QuestionId| questionnaire.questions[*question].id.as_str();
    match edit {
        AnswersEdit::Answer(question, answer) => {
            let value = written(answer, &questionnaire.questions[*question]);
            vec![match entry(root, id(question)).map(|node| &node.kind) {
                Some(Kind::Map(_)) => Change::set(&["answers", id(question), "answer"], value),
                _ => Change::set(&["answers", id(question)], value),
            }]
        }
        AnswersEdit::Afresh(question, answer) => {
            let value = written(answer, &questionnaire.questions[*question]);
            vec![Change::set(&["answers", id(question)], value)]
        }
        AnswersEdit::Comment(question, text) => beside_answer(root, id(question), |keys| {
            let keys = [keys, &["comment"]].concat();
            Change::set(&keys, NewValue::text(text))
        }),
        AnswersEdit::Answered(day) => vec![Change::set(&["answered"], NewValue::word(day))],
        AnswersEdit::Document(document, evidence) => vec![Change::set(&["evidence", document], evidence.value())],
        AnswersEdit::Corrected(document, evidence) => corrected(root, document, evidence),
        AnswersEdit::Uncite(question, document) => uncited(root, id(question), document),
        AnswersEdit::Cite(question, document) => beside_answer(root, id(question), |keys| {
            let keys = [keys, &["evidence"]].concat();
            Change::append(&keys, NewValue::word(document))
        }),
        AnswersEdit::By(question, by) => beside_answer(root, id(question), |keys| {
            let keys = [keys, &["by"]].concat();
            by.as_ref().map_or_else(|| Change::remove(&keys), |by| Change::set(&keys, by.value()))
        }),
        AnswersEdit::Proposed(question, proposal) => beside_answer(root, id(question), |keys| {
            let keys = [keys, &["proposed"]].concat();
            Change::set(&keys, proposal.value(&questionnaire.questions[*question]))
        }),
        AnswersEdit::Vendor(key, value) => vec![Change::set(&["vendor", key], NewValue::text(value))],
        AnswersEdit::Service(service) => vec![Change::set(&["service"], NewValue::text(service))],
        AnswersEdit::Filled(form) => vec![Change::set(&["filled"], form.value())],
        AnswersEdit::Company(company) => vec![Change::append(&["chain"], company.value())],
        AnswersEdit::CompanySays(at, key, value) => {
            let path = vec![Step::Key("chain".to_owned()), Step::At(*at), Step::Key((*key).to_owned())];
            vec![Change { path, to: To::Set(NewValue::text(value)) }]
        }
    }
}

/// What is said of a document of the register now; what is said already stays as it is written.
fn corrected(root: &Node<'_>, document: &str, evidence: &NewEvidence) -> Vec<Change> {
    let before = root.get("evidence").and_then(|evidence| evidence.get(document));
    let change = |(key, value): (&'static str, Option<NewValue>)| {
        let keys = ["evidence", document, key];
        let stands = before.and_then(|before| before.get(key)).filter(|node| !node.is_null());
        match (value, stands) {
            (Some(value), Some(node)) if NewValue::of(node) == value.as_read() => None,
            (Some(value), _) => Some(Change::set(&keys, value)),
            (None, Some(_)) => Some(Change::remove(&keys)),
            (None, None) => None,
        }
    };
    evidence.keys().into_iter().filter_map(change).collect()
}

/// A document no longer stands below an answer; the list of documents goes with the last of them.
fn uncited(root: &Node<'_>, id: &str, document: &CitedDocument) -> Vec<Change> {
    let keys = ["answers", id, "evidence"];
    let Some(Kind::List(items)) = entry(root, id).and_then(|entry| entry.get("evidence")).map(|node| &node.kind) else {
        return Vec::new();
    };
    let is_it = |item: &Node<'_>| match document {
        CitedDocument::Listed(id) => item.text().is_some_and(|text| text.trim() == id),
        CitedDocument::Here(place) => item.span == *place,
    };
    match items.iter().position(is_it) {
        Some(_) if items.len() == 1 => vec![Change::remove(&keys)],
        Some(at) => vec![Change::remove_at(&keys, at)],
        None => Vec::new(),
    }
}

/// The entry of a question in the file, unless it is empty.
pub(crate) fn entry<'n, 's>(root: &'n Node<'s>, id: &str) -> Option<&'n Node<'s>> {
    root.get("answers")?.get(id)
}

/// A change of something that stands beside the answer: a short answer becomes a long one first.
fn beside_answer(root: &Node<'_>, id: &str, change: impl Fn(&[&str]) -> Change) -> Vec<Change> {
    let keys = ["answers", id];
    let short = entry(root, id).filter(|node| !matches!(node.kind, Kind::Map(_)));
    let long = short.map(|node| Change::set(&keys, NewValue::Map(vec![("answer".to_owned(), as_it_stands(node))])));
    long.into_iter().chain([change(&keys)]).collect()
}

/// A value to be written again as it was: words stay words.
fn as_it_stands(node: &Node<'_>) -> NewValue {
    match &node.kind {
        Kind::Plain(word) => NewValue::word(word),
        Kind::List(items) => NewValue::List(items.iter().map(as_it_stands).collect()),
        _ => NewValue::of(node),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_document_whose_id_was_taken_meanwhile_gets_another_and_is_cited_by_it() {
        let document = |title: &str| NewEvidence {
            title: title.to_owned(),
            kind: Some("dpa".to_owned()),
            ..NewEvidence::default()
        };
        let mut items = ById::default();
        let _: EvidenceId = items.push(Evidence {
            id: Some("dpa".to_owned()),
            title: "Theirs".to_owned(),
            kind: None,
            issued: None,
            valid_until: None,
            location: None,
            span: Span::default(),
        });
        let mut questions: ById<QuestionId, ()> = ById::default();
        let [one, other] = [(); 2].map(|nothing| questions.push(nothing));
        let cite = |question: QuestionId, id: &str| AnswersEdit::Cite(question, id.to_owned());
        let new = |id: &str| AnswersEdit::Document(id.to_owned(), document("Ours"));
        let mut edits = [cite(one, "dpa"), new("dpa"), cite(one, "dpa"), cite(other, "roles")];
        free_the_ids(&mut edits, &items);
        assert_eq!(edits, [cite(one, "dpa"), new("dpa-2"), cite(one, "dpa-2"), cite(other, "roles")]);
    }
}
