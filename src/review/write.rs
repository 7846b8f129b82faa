//! Putting observations into the review that holds them, so that everything else in the file stays as it is.

use std::sync::Arc;

use super::conditions::AgreedCondition;
use super::duties::Duty;
use super::model::Outcome;
use super::read::SHAPE;
use super::sent::FormSent;
use super::write_lists::{entered, entries_out, items, named, stands_at};
use super::write_papers as papers;
use crate::answers::answer::Answer;
use crate::answers::read_answer;
use crate::answers::values::written;
use crate::answers::write::{NewEvidence, entry, put, question_ids};
use crate::questionnaire::ids::{FactorId, FactorOptionId, QuestionId};
use crate::questionnaire::names::NOT_APPLICABLE;
use crate::questionnaire::{Question, Questionnaire};
use crate::source::edit::{Change, Refused, Step, To};
use crate::source::fields::{Reading, Word};
use crate::source::node::Kind;
use crate::source::value::NewValue;
use crate::source::{Date, Fingerprint, Node, Source, Span};

/// A change of a review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReviewEdit {
    /// Who signs.
    Reviewer(String),
    /// For which company.
    Client(String),
    /// When.
    Reviewed(Date),
    /// A form was sent.
    Sent(FormSent),
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
    /// The vendor's answer counts again: what we said about it is gone, but for a note, since it was said about ours.
    Restored(QuestionId),
    /// What was seen, written down at this place, proves an answer no longer.
    Unseen(QuestionId, Span),
    /// A note on an answer, or none any more.
    Note(QuestionId, Option<String>),
    /// We hold a document of the vendor, at this place if it names one, since a day.
    Received {
        /// Which.
        paper: NewEvidence,
        /// Since when.
        on: Date,
    },
    /// We hold a document no longer.
    NotReceived(NewEvidence),
    /// A document of the vendor proves nothing.
    Refused {
        /// Which.
        paper: NewEvidence,
        /// Its file, where it is here.
        sha256: Option<Fingerprint>,
        /// Why.
        because: String,
    },
    /// A document is refused no longer.
    NotRefused(NewEvidence),
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
    /// A duty of ours was not seen to after all.
    NoDuty(Duty),
    /// Nothing is decided.
    NoDecision,
    /// The condition at this place was met on a day; `None` for one that was not after all.
    Met(Span, Option<Date>),
    /// The condition that stands where this one does is said so now.
    Condition(AgreedCondition),
    /// The condition at this place is none any more.
    NoCondition(Span),
    /// The decision.
    Decision {
        /// What.
        outcome: Outcome,
        /// Who.
        by: String,
        /// When.
        on: Date,
        /// Why.
        because: String,
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
            | ReviewEdit::Unseen(question, _)
            | ReviewEdit::Note(question, _)
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
        ReviewEdit::Client(name) => vec![Change::set(&["client"], NewValue::text(name))],
        ReviewEdit::Reviewed(day) => vec![Change::set(&["reviewed"], NewValue::word(day))],
        ReviewEdit::Sent(sent) => vec![Change::append(&["sent"], NewValue::Inline(sent.entries()))],
        ReviewEdit::Stake(factor, option) => {
            let factor = &questionnaire.factors[*factor];
            vec![Change::set(&["inherent_risk", &factor.id], NewValue::word(&factor.options[*option].id))]
        }
        ReviewEdit::NoStake(factor) => vec![key_out(root, ["inherent_risk", &questionnaire.factors[*factor].id])],
        ReviewEdit::Verified { question, saw, evidence } => {
            verified(root, &questionnaire.questions[*question], saw, evidence)
        }
        ReviewEdit::Overruled { question, saw, answer, because } => {
            overruled(&questionnaire.questions[*question], saw, answer, because)
        }
        ReviewEdit::Restored(question) => {
            unsaid(root, id(question), &["saw", "answer", "not_applicable", "because", "verified"])
        }
        ReviewEdit::Unseen(question, at) => unseen(root, id(question), *at),
        ReviewEdit::Note(question, Some(note)) => {
            vec![Change::set(&["answers", id(question), "note"], NewValue::text(note))]
        }
        ReviewEdit::Note(question, None) => unsaid(root, id(question), &["note"]),
        ReviewEdit::Received { paper, on } => vec![papers::received(root, paper, *on)],
        ReviewEdit::NotReceived(paper) => papers::unsaid(root, "received", paper),
        ReviewEdit::Refused { paper, sha256, because } => {
            let held = papers::unsaid(root, "received", paper);
            held.into_iter().chain([papers::refused(root, paper, *sha256, because)]).collect()
        }
        ReviewEdit::NotRefused(paper) => papers::unsaid(root, "refused", paper),
        ReviewEdit::NotApplicable { question, accepted, because } => {
            let verdict = NewValue::word(if *accepted { "accepted" } else { "refused" });
            let saw = NewValue::word(NOT_APPLICABLE);
            let keys = [("saw", saw), ("not_applicable", verdict), ("because", NewValue::text(because))];
            observations(id(question), keys, "answer")
        }
        ReviewEdit::Waiver { flag, by, until, because } => {
            let [by, because] = [by, because].map(NewValue::text);
            vec![waiver(root, flag, [("by", by), ("until", NewValue::word(until)), ("because", because)])]
        }
        ReviewEdit::NoWaiver(flag) => entries_out(root, &["waivers"], named("flag", flag)),
        ReviewEdit::Duty { duty, done, place } => {
            let keys = [("done", NewValue::word(done)), ("where", NewValue::text(place))];
            let value = NewValue::Inline(keys.map(|(key, value)| (key.to_owned(), value)).to_vec());
            vec![Change::set(&["duties", duty.word()], value)]
        }
        ReviewEdit::NoDuty(duty) => vec![key_out(root, ["duties", duty.word()])],
        ReviewEdit::NoDecision => vec![Change::remove(&["decision"])],
        ReviewEdit::Met(at, on) => met(root, *at, *on),
        ReviewEdit::Condition(condition) => condition_at(root, condition.span).map_or_else(Vec::new, |at| {
            vec![Change { path: in_condition(at, &[]), to: To::Set(condition.value(questionnaire)) }]
        }),
        ReviewEdit::NoCondition(at) => entries_out(root, &CONDITIONS, stands_at(*at)),
        ReviewEdit::Decision { .. } => decided(questionnaire, edit).into_iter().collect(),
    }
}

fn decided(questionnaire: &Questionnaire, edit: &ReviewEdit) -> Option<Change> {
    let ReviewEdit::Decision { outcome, by, on, because, conditions, next_review, answers } = edit else { return None };
    let conditions = conditions.iter().map(|condition| condition.value(questionnaire)).collect::<Vec<_>>();
    let keys = [
        ("outcome", Some(NewValue::word(outcome.word()))),
        ("by", Some(NewValue::text(by))),
        ("on", Some(NewValue::word(on))),
        ("answers", Some(NewValue::text(answers.to_string()))),
        ("because", Some(NewValue::text(because))),
        ("conditions", (!conditions.is_empty()).then_some(NewValue::List(conditions))),
        ("next_review", next_review.map(NewValue::word)),
    ];
    let keys = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Some(Change::set(&["decision"], NewValue::Map(keys.collect())))
}

/// Our answer instead of the vendor's: what was seen for the vendor's does not prove ours.
fn overruled(question: &Question, saw: &Answer, answer: &Answer, because: &str) -> Vec<Change> {
    let written = |answer| written(answer, question);
    let keys = [("saw", written(saw)), ("answer", written(answer)), ("because", NewValue::text(because))];
    let mut changes = observations(&question.id, keys, "not_applicable");
    changes.push(Change::remove(&["answers", &question.id, "verified"]));
    changes
}

fn waiver(root: &Node<'_>, flag: &str, keys: [(&str, NewValue); 3]) -> Change {
    let keys = [("flag", NewValue::word(flag))].into_iter().chain(keys);
    let value = NewValue::Inline(keys.map(|(key, value)| (key.to_owned(), value)).collect());
    entered(root, &["waivers"], named("flag", flag), value)
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
        false => entered(root, &keys("verified"), named("title", &evidence.title), evidence.value()),
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

/// Where the conditions of the decision stand.
const CONDITIONS: [&str; 2] = ["decision", "conditions"];

/// Which of the conditions stands at a place.
fn condition_at(root: &Node<'_>, place: Span) -> Option<usize> {
    items(root, &CONDITIONS).iter().position(stands_at(place))
}

/// A key of a condition; all of it where none is named.
fn in_condition(at: usize, key: &[&str]) -> Vec<Step> {
    let keys = CONDITIONS.iter().map(|key| Step::Key((*key).to_owned()));
    keys.chain([Step::At(at)]).chain(key.iter().map(|key| Step::Key((*key).to_owned()))).collect()
}

/// When a condition was met; one that is a plain text becomes one with keys.
fn met(root: &Node<'_>, place: Span, on: Option<Date>) -> Vec<Change> {
    let Some(at) = condition_at(root, place) else { return Vec::new() };
    let plain = items(root, &CONDITIONS).get(at).and_then(Node::text);
    let path = |key: &[&str]| in_condition(at, key);
    vec![match on {
        Some(on) => match plain {
            Some(what) => {
                let keys = [("what", NewValue::text(what)), ("met", NewValue::word(on))];
                let value = NewValue::Inline(keys.map(|(key, value)| (key.to_owned(), value)).to_vec());
                Change { path: path(&[]), to: To::Set(value) }
            }
            None => Change { path: path(&["met"]), to: To::Set(NewValue::word(on)) },
        },
        None => Change { path: path(&["met"]), to: To::Remove },
    }]
}

/// Keys of what we said about an answer go, and all of it with the last of them.
fn unsaid(root: &Node<'_>, id: &str, keys: &[&str]) -> Vec<Change> {
    let Some(Kind::Map(entries)) = entry(root, id).map(|entry| &entry.kind) else { return Vec::new() };
    if entries.iter().all(|entry| keys.contains(&entry.key)) {
        return vec![key_out(root, ["answers", id])];
    }
    keys.iter().map(|key| Change::remove(&["answers", id, key])).collect()
}

/// What was seen goes; with the last of it goes the answer that it proved, where nothing needs it.
fn unseen(root: &Node<'_>, id: &str, at: Span) -> Vec<Change> {
    let is_it = stands_at(at);
    if !items(root, &["answers", id, "verified"]).iter().all(&is_it) {
        return entries_out(root, &["answers", id, "verified"], is_it);
    }
    let departs =
        ["answer", "not_applicable"].iter().any(|key| entry(root, id).is_some_and(|it| it.get(key).is_some()));
    unsaid(root, id, if departs { &["verified"] } else { &["saw", "verified"] })
}
