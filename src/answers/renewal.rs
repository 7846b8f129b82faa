//! Next year's form: what was answered stands beside the questions of a newer version as proposals, to confirm or to
//! change. Nothing is answered by it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::answer::{Answer, Few, Value};
use super::carried_over::{CarriedOver, RenewalMark};
use super::form_file::{FilledIn, Prefilled};
use super::model::{Answers, Proposal, Proposed};
use super::write::NewEvidence;
use crate::questionnaire::ids::{ById, EvidenceId, OptionId, QuestionId};
use crate::questionnaire::matching::matching;
use crate::questionnaire::{Form, Question, Questionnaire};
use crate::source::Date;
use crate::words::Lang;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::quotation::within_quotes;

/// So many letters of a document's title stand in a sentence.
const LONGEST_TITLE: usize = 80;

/// What a document of earlier answers is worth today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierPaper {
    /// It is current, and stays.
    Current,
    /// Its time ran out with this day.
    RanOut(Date),
    /// Nobody says when it was issued, or on a day to come.
    Void,
}

/// Earlier answers, to be held against a newer version of what they answer.
#[derive(Clone, Copy, Debug)]
pub struct Renewal<'r> {
    /// What was asked.
    pub earlier: &'r Questionnaire,
    /// What was answered.
    pub answers: &'r Answers,
    /// What is asked now.
    pub next: &'r Questionnaire,
    /// What each document is worth today.
    pub papers: &'r ById<EvidenceId, EarlierPaper>,
    /// The language of what is said to the vendor.
    pub lang: Lang,
}

impl Renewal<'_> {
    /// What stands in the newer form, and what became of the answers.
    pub fn carried_over(&self) -> FilledIn {
        let old = FilledIn::of_answers(self.answers, self.earlier);
        let from = self.answers.answered.map_or_else(|| self.lang.earlier_answers().to_string(), |day| day.to_string());
        let mut carried = CarriedOver { from, ..CarriedOver::default() };
        let (documents, gone) = self.documents(&old, &mut carried);
        let held = matching(self.earlier, self.next);
        let mut answers: BTreeMap<QuestionId, Prefilled> = BTreeMap::new();
        let pairs = held.common.iter().map(|pair| (pair, false)).chain(held.changed.iter().map(|pair| (pair, true)));
        for ((was, is), is_changed) in pairs {
            let mut given = Prefilled::default();
            if let Some(said) = old.answers.get(was) {
                given.proposed = self.proposal((*was, *is), is_changed, said, &mut carried);
                let (kept, lost): (Vec<&String>, Vec<&String>) =
                    said.evidence.iter().partition(|id| !gone.contains_key(id.as_str()));
                given.evidence = kept.into_iter().cloned().collect();
                given.marks = lost.into_iter().filter_map(|id| gone.get(id.as_str()).cloned()).collect();
            }
            if is_changed {
                given.marks.insert(0, RenewalMark::Changed);
                carried.changed.insert(*is);
            }
            answers.insert(*is, given);
        }
        for at in held.only_second {
            answers.insert(at, Prefilled { marks: vec![RenewalMark::New], ..Prefilled::default() });
            carried.new.insert(at);
        }
        let is_said = |at: &&QuestionId| old.answers.get(at).is_some_and(Prefilled::says_something);
        let gone = held.only_first.iter().filter(is_said).map(|at| self.earlier.questions[*at].id.clone());
        carried.gone = gone.collect();
        answers.retain(|_, given| *given != Prefilled::default());
        FilledIn { documents, answers, renewal: Some(carried), ..old }
    }

    /// The documents that stay, and what is said of the others, by their ids.
    fn documents(
        &self,
        old: &FilledIn,
        carried: &mut CarriedOver,
    ) -> (Vec<(String, NewEvidence)>, HashMap<String, RenewalMark>) {
        let kinds: BTreeSet<&str> = self.next.evidence.iter().map(|kind| kind.id.as_str()).collect();
        let (mut kept, mut gone) = (Vec::new(), HashMap::new());
        for ((id, document), standing) in old.documents.iter().zip(self.papers.iter()) {
            let title = within_quotes(&document.title).cut(LONGEST_TITLE);
            let mark = match standing {
                EarlierPaper::Current => {
                    let kind = document.kind.clone().filter(|kind| kinds.contains(kind.as_str()));
                    kept.push((id.clone(), NewEvidence { kind, ..document.clone() }));
                    continue;
                }
                EarlierPaper::RanOut(day) => RenewalMark::RanOut(title, *day),
                EarlierPaper::Void => RenewalMark::NameAgain(title),
            };
            carried.papers.push(mark.clone());
            gone.insert(id.clone(), mark);
        }
        (kept, gone)
    }

    /// What is proposed at a question: the answer where it is the same question, else what was answered as a note.
    fn proposal(
        &self,
        (was, is): (QuestionId, QuestionId),
        is_changed: bool,
        said: &Prefilled,
        carried: &mut CarriedOver,
    ) -> Option<Proposal> {
        let (was, next) = (&self.earlier.questions[was], &self.next.questions[is]);
        let (from, comment) = (carried.from.clone(), said.comment.clone());
        let Some(answer) = &said.answer else {
            return comment.map(|note| Proposal { proposed: Proposed::Note(note), comment: None, from });
        };
        let (moved, lost) = moved(answer, was, next);
        if !lost.is_empty() {
            carried.options_gone.push((next.id.clone(), lost));
        }
        let proposed = match moved.filter(|_| !is_changed) {
            Some(answer) => {
                carried.proposed.insert(is);
                Proposed::Answer(answer)
            }
            None => Proposed::Note(self.in_words(answer, was)),
        };
        Some(Proposal { proposed, comment, from })
    }

    /// An earlier answer as its question said it.
    fn in_words(&self, answer: &Answer, question: &Question) -> String {
        let lang = self.lang;
        let language = self.earlier.language(lang);
        let value = match answer {
            Answer::Unknown => return lang.not_known().to_string(),
            Answer::NotApplicable => return lang.not_applicable().to_string(),
            Answer::Given(value) => value,
        };
        match value {
            Value::Options(chosen) => {
                let labels = question.form.labels(chosen).into_iter().map(|label| label.said(language));
                Clean::joined(labels, "; ").to_string()
            }
            Value::Number(number) => {
                let unit = match &question.form {
                    Form::Number(form) => form.unit.as_ref().map(|unit| " ".and(unit.said(language))),
                    _ => None,
                };
                number.shown(lang).and(unit.unwrap_or_default()).to_string()
            }
            Value::Date(day) => day.to_string(),
            Value::Never => lang.never().to_string(),
            Value::Text(text) => text.clone(),
        }
    }
}

/// An answer by the options of another question, with the ids of those that it does not have; `None` where it cannot
/// be said.
fn moved(answer: &Answer, was: &Question, is: &Question) -> (Option<Answer>, Vec<Clean>) {
    let Answer::Given(Value::Options(chosen)) = answer else { return (Some(answer.clone()), Vec::new()) };
    let (old, new) = (was.form.options(), is.form.options());
    let known: HashMap<&str, OptionId> = new.iter().map(|(at, id, _)| (*id, *at)).collect();
    let ids: Vec<&str> = chosen.iter().map(|option| old[*option].1).collect();
    let lost: Vec<Clean> = ids.iter().filter(|id| !known.contains_key(*id)).map(|id| one_line(id)).collect();
    let found: Few<OptionId> = ids.iter().filter_map(|id| known.get(id).copied()).collect();
    (lost.is_empty().then_some(Answer::Given(Value::Options(found))), lost)
}
