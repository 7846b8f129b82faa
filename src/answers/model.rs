//! A vendor's answers file.

use std::sync::Arc;

use super::answer::{Answer, Few};
use super::chain::SubProcessor;
use super::evidence::Evidence;
use crate::questionnaire::ids::{ById, EvidenceId, QuestionId};
use crate::source::{Date, Fingerprint, Source, Span};
use crate::words::clean;
use crate::words::reason::gives_reason;

/// What a vendor says, by the questions and kinds of the questionnaire that was answered.
#[derive(Debug)]
pub struct Answers {
    /// The name of the vendor that answers.
    pub vendor: String,
    /// Where it is established, if it says so.
    pub country: Option<String>,
    /// Its registration number, if it gives one.
    pub registration: Option<String>,
    /// What the service is, in the vendor's words.
    pub service: Option<String>,
    /// The questionnaire that was answered.
    pub questionnaire: Reference,
    /// When it was answered.
    pub answered: Option<Date>,
    /// The form that was filled in, as it names itself.
    pub filled: Option<FilledForm>,
    /// Whom the vendor has do a part of the service, as it lists them.
    pub chain: Vec<SubProcessor>,
    /// Every document, the register first, then those written out at an answer.
    pub evidence: ById<EvidenceId, Evidence>,
    /// One entry per question, `None` where the file is silent.
    pub answers: ById<QuestionId, Option<VendorAnswer>>,
    /// The file.
    pub source: Arc<Source>,
    /// Where `answered` stands.
    pub answered_span: Span,
}

/// The form that was filled in, as it names itself: to be held against the one that was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledForm {
    /// Its fingerprint.
    pub form: Fingerprint,
    /// When it was filled in, if it says so.
    pub on: Option<Date>,
    /// Where it stands.
    pub span: Span,
}

/// Which questionnaire is answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reference {
    /// By id and version.
    Named {
        /// The id.
        id: String,
        /// The version.
        version: String,
    },
    /// A file beside the answers.
    Path(String),
}

impl std::fmt::Display for Reference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Reference::Named { id, version } => write!(f, "{id}@{version}"),
            Reference::Path(path) => f.write_str(path),
        }
    }
}

/// One answer of the vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VendorAnswer {
    /// The answer.
    pub answer: Answer,
    /// Whether the vendor says in so many words that it does not know, which is more than to leave the question blank.
    pub not_known: bool,
    /// What the vendor adds.
    pub comment: Option<String>,
    /// The documents that it cites.
    pub evidence: Few<EvidenceId>,
    /// Who gave it, if it says so.
    pub by: Option<GivenBy>,
    /// What a form proposed. It counts for nothing, and stays beside an answer that confirms it. Few answers have it.
    pub proposed: Option<Box<Proposal>>,
    /// Where it stands.
    pub span: Span,
}

impl VendorAnswer {
    /// Whether it says something: an answer, or that the vendor does not know.
    pub fn is_given(&self) -> bool {
        self.answer != Answer::Unknown || self.not_known
    }
}

/// Who gave an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GivenBy {
    /// The name.
    pub name: String,
    /// When.
    pub on: Option<Date>,
}

/// What is proposed as an answer, for somebody to confirm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What.
    pub proposed: Proposed,
    /// The comment that was given with it.
    pub comment: Option<String>,
    /// Where it comes from: a day of earlier answers, or a place in another questionnaire.
    pub from: String,
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Proposed {
    /// An answer.
    Answer(Answer),
    /// Something that was said elsewhere and may help to answer.
    Note(String),
}

impl Answers {
    /// Whether the vendor answers, and does not say on which day: nobody can say how old that is. A form that nobody
    /// has filled in has no day, and needs none.
    pub fn is_undated(&self) -> bool {
        self.answered.is_none() && self.answers.iter().flatten().any(VendorAnswer::is_given)
    }

    /// The answer to a question; `Unknown` where the file is silent.
    pub fn answer(&self, question: QuestionId) -> &Answer {
        self.answers[question].as_ref().map_or(&Answer::Unknown, |given| &given.answer)
    }

    /// What the vendor adds to a question, if it says anything.
    pub fn comment(&self, question: QuestionId) -> Option<&str> {
        self.answers[question].as_ref()?.comment.as_deref().filter(|comment| clean::says_something(comment))
    }

    /// Why a question does not apply, if what the vendor adds to it gives a reason.
    pub fn reason(&self, question: QuestionId) -> Option<&str> {
        self.comment(question).filter(|comment| gives_reason(comment))
    }

    /// The same with nothing answered.
    pub(crate) fn blank(&self) -> Answers {
        Answers {
            vendor: self.vendor.clone(),
            registration: None,
            country: None,
            service: None,
            questionnaire: self.questionnaire.clone(),
            answered: None,
            filled: None,
            chain: Vec::new(),
            evidence: ById::default(),
            answers: self.answers.map(|_, _| None),
            source: Arc::clone(&self.source),
            answered_span: self.answered_span,
        }
    }
}
