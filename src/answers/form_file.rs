//! A form to be sent: what it asks, in one language or several, and what is filled in before. Every kind of file is
//! written from this.

use std::collections::BTreeMap;

use super::answer::Answer;
use super::carried_over::{CarriedOver, RenewalMark};
use super::chain::SubProcessor;
use super::evidence::FreeIds;
use super::model::{Answers, GivenBy, Proposal, Reference};
use super::outline::Outline;
use super::values::texts;
use super::write::NewEvidence;
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::{ById, EvidenceId, QuestionId};
use crate::source::Fingerprint;
use crate::source::value::NewValue;

/// A form to be written as a file.
#[derive(Clone, Debug)]
pub struct FormFile<'f> {
    /// How it names its questionnaire.
    pub reference: &'f Reference,
    /// What it asks, in the language by which it is known.
    pub outline: Outline<'f>,
    /// The same in a second language, for forms that have room for two.
    pub second: Option<Outline<'f>>,
    /// What is filled in before it is sent.
    pub filled_in: FilledIn,
}

impl FormFile<'_> {
    /// What is asked of whom.
    pub fn questionnaire(&self) -> &Questionnaire {
        self.outline.questionnaire
    }

    /// What it is known by: to whom it is sent, what is filled in and a second language do not matter.
    pub fn fingerprint(&self) -> Fingerprint {
        self.outline.fingerprint()
    }

    /// What is filled in of a question.
    pub fn prefilled(&self, question: QuestionId) -> &Prefilled {
        self.filled_in.answers.get(&question).unwrap_or(&NOTHING)
    }
}

/// What is filled in of a form before it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FilledIn {
    /// Who answers; `None` where the form asks for it.
    pub vendor: Option<String>,
    /// Where the vendor is established.
    pub country: Option<String>,
    /// Under which number it is registered.
    pub registration: Option<String>,
    /// What the service is.
    pub service: Option<String>,
    /// Whom the vendor has do a part of the service.
    pub chain: Vec<SubProcessor>,
    /// Documents of the register, by their ids.
    pub documents: Vec<(String, NewEvidence)>,
    /// What is filled in of questions.
    pub answers: BTreeMap<QuestionId, Prefilled>,
    /// What became of earlier answers, where the form asks again.
    pub renewal: Option<CarriedOver>,
}

/// What is filled in of a question before the form is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prefilled {
    /// The answer.
    pub answer: Option<Answer>,
    /// The comment on it.
    pub comment: Option<String>,
    /// The ids of the documents that it cites.
    pub evidence: Vec<String>,
    /// Who gave it.
    pub by: Option<GivenBy>,
    /// An answer that is proposed for somebody to confirm, and counts for nothing until then.
    pub proposed: Option<Proposal>,
    /// What the form says there to a vendor that has answered before.
    pub marks: Vec<RenewalMark>,
}

impl Prefilled {
    /// Whether anything is said of the question; what is proposed is not.
    pub fn says_something(&self) -> bool {
        self.answer.is_some() || self.comment.is_some() || !self.evidence.is_empty()
    }

    /// Whether documents are cited and nothing else is said.
    pub fn cites_only(&self) -> bool {
        self.answer.is_none() && self.comment.is_none() && !self.evidence.is_empty()
    }

    /// Whether an answer is proposed that nobody has confirmed or changed.
    pub fn is_unconfirmed(&self) -> bool {
        self.answer.is_none() && self.proposed.is_some()
    }
}

static NOTHING: Prefilled =
    Prefilled { answer: None, comment: None, evidence: Vec::new(), by: None, proposed: None, marks: Vec::new() };

impl FilledIn {
    /// A form for a vendor of this name, with nothing else filled in.
    pub fn of_vendor(name: impl Into<String>) -> FilledIn {
        FilledIn { vendor: Some(name.into()), ..FilledIn::default() }
    }

    /// The vendor as it stands in a file; where its name is asked for, that is empty.
    pub fn vendor_value(&self) -> NewValue {
        let name = Some(self.vendor.clone().unwrap_or_default());
        texts(&[
            ("name", name.as_ref()),
            ("country", self.country.as_ref()),
            ("registration", self.registration.as_ref()),
        ])
    }

    /// Everything that answers say, for another round. Documents written out at an answer join the register.
    pub fn of_answers(answers: &Answers, questionnaire: &Questionnaire) -> FilledIn {
        let ids = document_ids(answers, questionnaire);
        let documents = answers.evidence.with_ids().map(|(at, item)| {
            let kind = item.kind.map(|kind| questionnaire.evidence[kind].id.to_string());
            let (title, location) = (item.title.clone(), item.location.clone());
            let (issued, valid_until) = (item.issued, item.valid_until);
            (ids[at].clone(), NewEvidence { title, kind, issued, valid_until, location })
        });
        let given = answers.answers.with_ids().filter_map(|(question, given)| {
            let given = given.as_ref()?;
            let answer = given.is_given().then(|| given.answer.clone());
            let evidence = given.evidence.iter().map(|at| ids[*at].clone()).collect();
            let comment = answers.comment(question).map(str::to_owned);
            let (by, proposed) = (given.by.clone(), given.proposed.as_deref().cloned());
            Some((question, Prefilled { answer, comment, evidence, by, proposed, marks: Vec::new() }))
        });
        FilledIn {
            vendor: Some(answers.vendor.clone()),
            country: answers.country.clone(),
            registration: answers.registration.clone(),
            service: answers.service.clone(),
            chain: answers.chain.clone(),
            documents: documents.collect(),
            answers: given.filter(|(_, given)| *given != NOTHING).collect(),
            renewal: None,
        }
    }
}

/// The id of each document: its own in the register, one that is free for one that is written out at an answer.
fn document_ids(answers: &Answers, questionnaire: &Questionnaire) -> ById<EvidenceId, String> {
    let mut ids: FreeIds = answers.evidence.iter().filter_map(|item| item.id.clone()).collect();
    answers.evidence.map(|_, item| {
        let kind = item.kind.map(|kind| questionnaire.evidence[kind].id.as_str());
        item.id.clone().unwrap_or_else(|| ids.free(kind))
    })
}
