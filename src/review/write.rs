//! Putting observations into the review that holds them, so that everything else in the file stays as it is.

use std::sync::Arc;

use super::conditions::AgreedCondition;
use super::duties::Duty;
use super::model::Outcome;
use super::read::SHAPE;
use crate::answers::answer::Answer;
use crate::answers::read_answer;
use crate::answers::write::{NewEvidence, entry, put, question_ids, written};
use crate::questionnaire::ids::{FactorId, FactorOptionId, QuestionId};
use crate::questionnaire::names::NOT_APPLICABLE;
use crate::questionnaire::{Question, Questionnaire};
use crate::source::edit::{Change, Refused, Step, To};
use crate::source::fields::{Reading, Word};
use crate::source::node::Kind;
use crate::source::value::NewValue;
use crate::source::{Date, Fingerprint, Node, Source};

/// A change of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewEdit {
    /// Who signs.
    Reviewer(String),
    /// When.
    Reviewed(Date),
    /// What is at stake: a factor, and its option.
    Stake(FactorId, FactorOptionId),
    /// A factor of what is at stake is not stated after all.
    NoStake(FactorId),
    /// A document that was seen for an answer, in the place of what was said about the same document before. What was
    /// seen for another answer gives way, and so does whatever held instead of the vendor's answer.
    Verified {
        /// The question.
        question: QuestionId,
        /// The answer that it proves.
        saw: Answer,
        /// What was seen.
        evidence: NewEvidence,
    },
    /// Our answer instead of the vendor's.
    Overruled {
        /// The question.
        question: QuestionId,
        /// The vendor's answer.
        saw: Answer,
        /// Ours.
        answer: Answer,
        /// Why.
        because: String,
    },
    /// The vendor's answer counts again: what we said about it is gone, since it was said about ours.
    Restored(QuestionId),
    /// What we say to a "not applicable": `accepted` or `refused`. It ends whatever held instead of it.
    NotApplicable {
        /// The question.
        question: QuestionId,
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
    /// Nobody accepts the flag of this id any more.
    NoWaiver(String),
    /// A duty of ours that was seen to, in the place of what was said of it before.
    Duty {
        /// Which.
        duty: Duty,
        /// When.
        done: Date,
        /// Where that can be found.
        place: String,
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
        conditions: Vec<AgreedCondition>,
        /// When to look again.
        next_review: Option<Date>,
        /// The SHA-256 of the answers that were decided on, with their documents.
        answers: Fingerprint,
    },
}

impl ReviewEdit {
    /// The question whose answer it is about.
    pub fn question(&self) -> Option<QuestionId> {
        match self {
            ReviewEdit::Verified { question, .. }
            | ReviewEdit::Overruled { question, .. }
            | ReviewEdit::Restored(question)
            | ReviewEdit::NotApplicable { question, .. } => Some(*question),
            _ => None,
        }
    }
}

/// The text of a review with changes put in.
///
/// # Errors
/// As [`put_answers`](crate::answers::write::put_answers).
pub fn put_review(
    source: &Arc<Source>,
    questionnaire: &Questionnaire,
    edits: &[ReviewEdit],
) -> Result<String, Refused> {
    let order = |way: &[Step]| match way {
        [] => Some(SHAPE.top.to_vec()),
        [Step::Key(key)] if key == "answers" => Some(question_ids(questionnaire)),
        [Step::Key(key)] if key == "inherent_risk" => {
            Some(questionnaire.factors.iter().map(|factor| factor.id.as_str()).collect())
        }
        [Step::Key(key)] if key == "duties" => Some(Duty::ALL.iter().map(|(word, _)| *word).collect()),
        [Step::Key(key), _] if key == "answers" => SHAPE.section(key).map(|section| section.fields.to_vec()),
        _ => None,
    };
    put(source, edits, &order, |root, edit| review_changes(root, questionnaire, edit))
}

fn review_changes(root: &Node<'_>, questionnaire: &Questionnaire, edit: &ReviewEdit) -> Vec<Change> {
    let id = |question: &QuestionId| questionnaire.questions[*question].id.as_str();
    match edit {
        ReviewEdit::Reviewer(name) => vec![Change::set(&["reviewer"], NewValue::text(name))],
        ReviewEdit::Reviewed(day) => vec![Change::set(&["reviewed"], NewValue::word(day))],
        ReviewEdit::Stake(factor, option) => {
            let factor = &questionnaire.factors[*factor];
            vec![Change::set(&["inherent_risk", &factor.id], NewValue::word(&factor.options[*option].id))]
        }
        ReviewEdit::NoStake(factor) => vec![key_out(root, ["inherent_risk", &questionnaire.factors[*factor].id])],
        ReviewEdit::Verified { question, saw, evidence } => {
            verified(root, &questionnaire.questions[*question], saw, evidence)
        }
        ReviewEdit::Overruled { question, saw, answer, because } => {
            let written = |answer| written(answer, &questionnaire.questions[*question]);
            let keys = [("saw", written(saw)), ("answer", written(answer)), ("because", NewValue::text(because))];
            // what was seen for the vendor's answer does not prove ours
            let mut changes = observations(id(question), keys, "not_applicable");
            changes.push(Change::remove(&["answers", id(question), "verified"]));
            changes
        }
        ReviewEdit::Restored(question) => vec![key_out(root, ["answers", id(question)])],
        ReviewEdit::NotApplicable { question, accepted, because } => {
            let verdict = NewValue::word(if *accepted { "accepted" } else { "refused" });
            let saw = NewValue::word(NOT_APPLICABLE);
            let keys = [("saw", saw), ("not_applicable", verdict), ("because", NewValue::text(because))];
            observations(id(question), keys, "answer")
        }
        ReviewEdit::Waiver { flag, by, until, because } => {
            let keys = [
                ("flag", NewValue::word(flag)),
                ("by", NewValue::text(by)),
                ("until", NewValue::word(until)),
                ("because", NewValue::text(because)),
            ];
            let value = NewValue::Inline(keys.map(|(key, value)| (key.to_owned(), value)).to_vec());
            vec![entered(root, &["waivers"], "flag", flag, value)]
        }
        ReviewEdit::NoWaiver(flag) => entry_out(root, &["waivers"], "flag", flag),
        ReviewEdit::Duty { duty, done, place } => {
            let keys = [("done", NewValue::word(done)), ("where", NewValue::text(place))];
            let value = NewValue::Inline(keys.map(|(key, value)| (key.to_owned(), value)).to_vec());
            vec![Change::set(&["duties", duty.word()], value)]
        }
        ReviewEdit::Decision { outcome, by, on, conditions, next_review, answers } => {
            let conditions =
                NewValue::List(conditions.iter().map(|condition| condition.value(questionnaire)).collect());
            let keys = [
                ("outcome", Some(NewValue::word(outcome.word()))),
                ("by", Some(NewValue::text(by))),
                ("on", Some(NewValue::word(on))),
                ("answers", Some(NewValue::text(answers.to_string()))),
                ("conditions", Some(conditions).filter(|list| *list != NewValue::List(Vec::new()))),
                ("next_review", next_review.map(NewValue::word)),
            ];
            let keys = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
            vec![Change::set(&["decision"], NewValue::Map(keys.collect()))]
        }
    }
}

fn verified(root: &Node<'_>, question: &Question, saw: &Answer, evidence: &NewEvidence) -> Vec<Change> {
    let keys = |key| ["answers", question.id.as_str(), key];
    let before = entry(root, &question.id);
    let part = |key| before.and_then(|observation| observation.get(key));
    let is_of_another = part("saw").is_some_and(|node| {
        let unread = Source::new("", ""); // a file that is written to has been read without a problem
        read_answer::answer(node, question, &mut Reading::of(&unread)).as_ref() != Some(saw)
    });
    let mut changes = vec![Change::set(&keys("saw"), written(saw, question))];
    changes.push(match is_of_another {
        true => Change::set(&keys("verified"), NewValue::List(vec![evidence.value()])),
        false => entered(root, &keys("verified"), "title", &evidence.title, evidence.value()),
    });
    if part("answer").or(part("not_applicable")).is_some() {
        changes.extend(["answer", "not_applicable", "because"].map(|key| Change::remove(&keys(key))));
    }
    changes
}

/// What we found about an answer, instead of what another key says.
fn observations<const N: usize>(id: &str, keys: [(&str, NewValue); N], instead_of: &str) -> Vec<Change> {
    let set = keys.into_iter().map(|(key, value)| Change::set(&["answers", id, key], value));
    set.chain([Change::remove(&["answers", id, instead_of])]).collect()
}

/// A key of a map at the top goes. The only one that goes would leave a key without a value.
fn key_out(root: &Node<'_>, [map, key]: [&str; 2]) -> Change {
    match root.get(map).map(|node| &node.kind) {
        Some(Kind::Map(entries)) if entries.len() == 1 => Change::set(&[map], NewValue::Inline(Vec::new())),
        _ => Change::remove(&[map, key]),
    }
}

/// The entries of a list with a name under a key go, and the list with the last of them.
fn entry_out(root: &Node<'_>, keys: &[&str], key: &str, name: &str) -> Vec<Change> {
    let Some(Kind::List(items)) = keys.iter().try_fold(root, |node, key| node.get(key)).map(|node| &node.kind) else {
        return Vec::new();
    };
    let is_named = |item: &Node<'_>| item.get(key).and_then(Node::text).is_some_and(|text| text.trim() == name);
    let going: Vec<usize> = items.iter().enumerate().filter(|(_, item)| is_named(item)).map(|(at, _)| at).collect();
    if going.len() == items.len() {
        return vec![Change::remove(keys)];
    }
    let path = |at| keys.iter().map(|key| Step::Key((*key).to_owned())).chain([Step::At(at)]).collect();
    going.into_iter().rev().map(|at| Change { path: path(at), to: To::Remove }).collect()
}

/// An entry of a list, in the place of the one with the same name under a key.
fn entered(root: &Node<'_>, keys: &[&str], key: &str, name: &str, value: NewValue) -> Change {
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
