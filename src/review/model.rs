//! Our review of a vendor: what is at stake, what we verified, overruled, accepted and decided.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::conditions::AgreedCondition;
use super::duties::{Duty, DutyDone};
use super::papers::{NamedPapers, ReceivedPaper, RefusedPaper};
use crate::answers::answer::Answer;
use crate::answers::evidence::Evidence;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{ById, FactorId, FactorOptionId, QuestionId, SeenId, WaiverId};
use crate::source::fields::fixed_words;
use crate::source::{Date, Fingerprint, Source, Span};

/// What we know and decide. A vendor never fills this in.
#[derive(Debug)]
pub struct Review {
    /// The vendor's name, exactly as in its answers.
    pub vendor: String,
    /// For whom we review.
    pub client: Option<String>,
    /// Who signs.
    pub reviewer: String,
    /// When.
    pub reviewed: Date,
    /// What was sent to the vendor, if it says so.
    pub sent: Vec<SentForm>,
    /// One entry per factor of inherent risk: its option, `None` where it is not stated.
    pub inherent_risk: ById<FactorId, Option<FactorOptionId>>,
    /// One entry per question, `None` where we said nothing.
    pub answers: ById<QuestionId, Option<Observation>>,
    /// Documents of the vendor that we hold elsewhere.
    pub received: NamedPapers<ReceivedPaper>,
    /// Documents of the vendor that we opened and that prove nothing.
    pub refused: NamedPapers<RefusedPaper>,
    /// Flags that somebody accepts for a time; no flag twice.
    pub waivers: ById<WaiverId, Waiver>,
    /// Our own duties that were seen to, each once.
    pub duties: Vec<DutyDone>,
    /// What was decided.
    pub decision: Option<Decision>,
    /// The file.
    pub source: Arc<Source>,
}

/// A form that was sent to the vendor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentForm {
    /// The questionnaire, as answers name it.
    pub questionnaire: Option<String>,
    /// The form's fingerprint.
    pub form: Option<String>,
    /// The fingerprint of what it proposed beside its questions.
    pub proposed: Option<String>,
    /// When.
    pub on: Date,
    /// In which language.
    pub lang: Option<String>,
    /// The questions that it asked; `None` where it asked all of them.
    pub asked: Option<Vec<QuestionId>>,
    /// Whether it was the short form.
    pub screening: bool,
}

/// What we found about one answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observation {
    /// The answer that was verified.
    pub saw: Option<Answer>,
    /// What we saw.
    pub verified: ById<SeenId, Evidence>,
    /// The answer that counts instead of the vendor's; `Unknown` withdraws a claim.
    pub overruled: Option<Answer>,
    /// Whether we accept that the question does not apply.
    pub not_applicable: Option<NaVerdict>,
    /// Why we depart from the vendor.
    pub because: Option<String>,
    /// A remark of ours, which overrules nothing.
    pub note: Option<String>,
    /// Where it stands.
    pub span: Span,
}

/// What we say to a vendor's "not applicable".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NaVerdict {
    /// It does not apply.
    Accepted,
    /// It does.
    Refused,
}

fixed_words!(NaVerdict { Accepted: "accepted", Refused: "refused" });

/// An accepted exception from a red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiver {
    /// Which flag.
    pub flag: FlagRef,
    /// Who accepts it.
    pub by: String,
    /// The last day on which it is accepted.
    pub until: Date,
    /// Why.
    pub because: String,
    /// Where it stands.
    pub span: Span,
}

/// What was decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// The outcome.
    pub outcome: Outcome,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why, if it says so.
    pub because: Option<String>,
    /// Under which conditions.
    pub conditions: Vec<AgreedCondition>,
    /// When to look again.
    pub next_review: Option<Date>,
    /// The SHA-256 of the answers that were decided on, with their documents; `None` where it does not say.
    pub answers: Option<Fingerprint>,
    /// Where it stands.
    pub span: Span,
}

/// The outcome of a decision, the most lenient first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// The vendor may be used.
    Approved,
    /// The vendor may be used under conditions.
    Conditional,
    /// The vendor may not be used.
    Rejected,
}

fixed_words!(Outcome { Approved: "approved", Conditional: "conditional", Rejected: "rejected" });

impl Review {
    /// What we found about the answer to a question.
    pub fn observation(&self, question: QuestionId) -> Option<&Observation> {
        self.answers[question].as_ref()
    }

    /// What is on file of one of our duties.
    pub fn duty(&self, duty: Duty) -> Option<&DutyDone> {
        self.duties.iter().find(|done| done.duty == duty)
    }

    /// The questionnaires that were sent, if the one that was answered, as it is named, is none of them.
    pub fn sent_others(&self, answered: &[String]) -> Option<Vec<&str>> {
        let is_answered = |sent: &SentForm| sent.questionnaire.as_ref().is_none_or(|named| answered.contains(named));
        let is_another = !self.sent.is_empty() && !self.sent.iter().any(is_answered);
        is_another.then(|| self.sent.iter().filter_map(|sent| sent.questionnaire.as_deref()).collect())
    }

    /// The language of the form that was sent last, by its code, if it says so.
    pub fn sent_in(&self) -> Option<&str> {
        let said = self.sent.iter().filter(|sent| sent.lang.is_some());
        said.max_by_key(|sent| sent.on)?.lang.as_deref()
    }

    /// Which questions the vendor was sent; `None` where it was sent all of them, as it is where nothing is said.
    pub fn asked(&self) -> Option<BTreeSet<QuestionId>> {
        let each: Option<Vec<&Vec<QuestionId>>> = self.sent.iter().map(|form| form.asked.as_ref()).collect();
        each.filter(|each| !each.is_empty()).map(|each| each.into_iter().flatten().copied().collect())
    }
}
