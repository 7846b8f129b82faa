//! The documents of several answers files as one register: what is one document in two of them, and what ids they get.

use std::collections::BTreeMap;

use crate::answers::write::{AnswersEdit, NewEvidence};
use crate::answers::{Answers, Evidence};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{ById, EvidenceId, QuestionId};
use crate::questionnaire::names::folded;

/// What becomes of an answer where both files give one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ways {
    /// Ours stays: what differs is a conflict.
    Fill,
    /// Theirs is newer.
    Replace,
}

/// The register of the file into which others are brought.
#[derive(Debug)]
pub struct Registers {
    /// Its documents with their ids.
    listed: Vec<(String, NewEvidence)>,
    /// The same as ids are looked for.
    items: ById<EvidenceId, Evidence>,
    /// Documents that are written out at an answer.
    written_out: Vec<(QuestionId, NewEvidence)>,
}

impl Registers {
    /// The documents of a file.
    pub fn of(answers: &Answers, questionnaire: &Questionnaire) -> Registers {
        let new = |item: &Evidence| NewEvidence {
            title: item.title.clone(),
            kind: item.kind.map(|kind| questionnaire.evidence[kind].id.to_string()),
            issued: item.issued,
            valid_until: item.valid_until,
            location: item.location.clone(),
        };
        let listed = answers.evidence.iter().filter_map(|item| Some((item.id.clone()?, new(item)))).collect();
        let cited = answers.answers.with_ids().flat_map(|(question, given)| {
            let cited = given.iter().flat_map(|given| &given.evidence).map(|at| &answers.evidence[*at]);
            cited.filter(|item| item.id.is_none()).map(|item| (question, new(item))).collect::<Vec<_>>()
        });
        Registers { listed, items: answers.evidence.clone(), written_out: cited.collect() }
    }

    /// Brings in documents; what is one of ours already is that. Says which id of ours each of their ids means.
    pub fn bring(
        &mut self,
        theirs: &[(String, NewEvidence)],
        ways: Ways,
        edits: &mut Vec<AnswersEdit>,
    ) -> BTreeMap<String, String> {
        let mut ids = BTreeMap::new();
        for (id, document) in theirs {
            let same = self.listed.iter().position(|(_, ours)| is_same(ours, document));
            let newer = || self.listed.iter().position(|(ours, _)| ours == id && ways == Ways::Replace);
            let at = same.or_else(newer);
            let ours = match at.and_then(|at| self.listed.get_mut(at)) {
                Some((ours, known)) => {
                    let is_new = same.is_none() || known.location.is_none() && document.location.is_some();
                    if is_new && known != document {
                        edits.push(AnswersEdit::Corrected(ours.clone(), document.clone()));
                        known.clone_from(document);
                    }
                    ours.clone()
                }
                None => {
                    let is_taken = self.items.iter().any(|item| item.id.as_ref() == Some(id));
                    let free = if is_taken { document.free_id(&self.items) } else { id.clone() };
                    edits.push(AnswersEdit::Document(free.clone(), document.clone()));
                    self.items.push(Evidence { id: Some(free.clone()), ..Evidence::default() });
                    self.listed.push((free.clone(), document.clone()));
                    free
                }
            };
            ids.insert(id.clone(), ours);
        }
        ids
    }

    /// Whether a document has an id of its own in the file.
    pub fn is_listed(&self, id: &str) -> bool {
        self.listed.iter().any(|(known, _)| known == id)
    }

    /// Whether an answer cites a document of the register by writing it out.
    pub fn cites(&self, question: QuestionId, id: &str) -> bool {
        let document = self.listed.iter().find(|(known, _)| known == id).map(|(_, document)| document);
        let mut written_out = self.written_out.iter().filter(|(at, _)| *at == question);
        document.is_some_and(|document| written_out.any(|(_, other)| is_same(other, document)))
    }
}

/// Whether two are one document: title, kind and days are the same.
fn is_same(one: &NewEvidence, other: &NewEvidence) -> bool {
    let about = |document: &NewEvidence| (document.kind.clone(), document.issued, document.valid_until);
    folded(&one.title) == folded(&other.title) && about(one) == about(other)
}
