//! What a document of the vendor is worth: whether it is dated, here, not in disguise, of a kind that the question asks
//! for, and about an answer that no other one contradicts. Decided here and nowhere else. What does not count leaves
//! the vendor's word.

use std::collections::{HashMap, HashSet};

use super::papers::Presence;
use super::scope::Scope;
use super::subject::Subject;
use super::truth::Truth;
use crate::answers::Evidence;
use crate::policy::{Assurance, MustBe};
use crate::questionnaire::ids::{ById, EvidenceId, KindId, QuestionId};
use crate::review::{ReceivedPaper, RefusedPaper};
use crate::source::{Date, Fingerprint};

/// So many days before its end a document is said to expire soon.
pub const SOON: i32 = 90;

/// Whose a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceOrigin {
    /// The vendor showed it.
    Vendor,
    /// We saw it.
    Ours,
}

impl EvidenceOrigin {
    /// All documents.
    pub const ALL: [EvidenceOrigin; 2] = [EvidenceOrigin::Vendor, EvidenceOrigin::Ours];
}

/// What a document is worth on the day of the judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceState {
    /// It is current.
    Current,
    /// It is current, but not for long.
    ExpiresSoon,
    /// Its time has run out.
    Expired,
    /// It is dated after the day of the judgement, so it proves nothing yet.
    Later,
    /// Nobody says when it was issued, so it proves nothing.
    NoDate,
    /// Nobody says where it can be found, so it proves nothing.
    NoPlace,
    /// It is not here, so it proves nothing.
    NotHere,
    /// Our review refuses it, or another document of the same content.
    Refused,
    /// The same file stands behind a document of another kind or date, so it proves nothing.
    InDisguise,
    /// The question asks for documents of other kinds.
    OtherKind,
    /// The answer contradicts another one.
    Contradicted,
    /// What we verified is another answer than the one given now, so it proves nothing.
    OtherAnswer,
}

impl EvidenceState {
    /// Whether it proves something today, and in full.
    pub fn is_current(self) -> bool {
        matches!(self, EvidenceState::Current | EvidenceState::ExpiresSoon)
    }

    /// How far it proves an answer, if at all, of a document that proves `fresh` while it is current.
    pub fn proves(self, fresh: Assurance) -> Option<Assurance> {
        match self {
            EvidenceState::Current | EvidenceState::ExpiresSoon => Some(fresh),
            EvidenceState::Expired => Some(Assurance::Expired),
            _ => None,
        }
    }

    /// Of a document that counts: whether its time has run out, by its last day.
    pub fn by_age(until: Option<Date>, today: Date) -> EvidenceState {
        match until {
            Some(until) if until < today => EvidenceState::Expired,
            Some(until) if until <= today.plus_days(SOON) => EvidenceState::ExpiresSoon,
            _ => EvidenceState::Current,
        }
    }
}

/// A document for one answer, or for none: until when it is current, and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Worth {
    /// The last day on which it is current; `None` if it does not age.
    pub until: Option<Date>,
    /// What it is worth on the day of the judgement.
    pub state: EvidenceState,
}

/// What the documents of the vendor are worth.
#[derive(Debug)]
pub struct PaperWorth {
    found: ById<EvidenceId, Option<Presence>>,
    alone: ById<EvidenceId, Worth>,
    is_contradicted: ById<QuestionId, bool>,
}

impl PaperWorth {
    /// Decides it for all of them.
    pub(super) fn decide(subject: &Subject<'_>, scope: &Scope<'_, '_>) -> PaperWorth {
        let evidence = &subject.answers.evidence;
        let at = |item: &Evidence| Some(subject.papers.at(item.named_place()?));
        let found: ById<EvidenceId, Option<Presence>> = evidence.map(|_, item| at(item));
        let (disguises, refused_files) = (Disguises::of(evidence, &found), refused_files(subject));
        let mut is_contradicted = subject.questionnaire.questions.map(|_, _| false);
        let holds = subject.questionnaire.contradictions.iter().map(|contradiction| &contradiction.when);
        for when in holds.filter(|when| scope.holds(when) == Truth::True) {
            when.questions().into_iter().for_each(|question| is_contradicted[question] = true);
        }
        let alone = evidence.map(|at, item| alone(subject, item, found[at], (&disguises, &refused_files)));
        PaperWorth { found, alone, is_contradicted }
    }

    /// What was found where each document is said to be; `None` for one that names no place.
    pub fn found(&self) -> &ById<EvidenceId, Option<Presence>> {
        &self.found
    }

    /// What a document is worth by itself.
    pub fn alone(&self, document: EvidenceId) -> Worth {
        self.alone[document]
    }

    /// Whether the answer to a question contradicts another one, so that no document proves it.
    pub fn is_contradicted(&self, question: QuestionId) -> bool {
        self.is_contradicted[question]
    }

    /// What a document is worth for the answer to a question.
    pub fn for_question(&self, subject: &Subject<'_>, question: QuestionId, document: EvidenceId) -> Worth {
        let worth = self.alone[document];
        let counts = worth.state.proves(Assurance::Documented).is_some();
        let state = match worth.state {
            _ if counts && !fits(subject, question, &subject.answers.evidence[document]) => EvidenceState::OtherKind,
            _ if counts && self.is_contradicted[question] => EvidenceState::Contradicted,
            state => state,
        };
        Worth { state, ..worth }
    }
}

/// Whether a document is of a kind that a question asks for, or of one that stands for such a kind. A question that
/// asks for no kinds takes any.
fn fits(subject: &Subject<'_>, question: QuestionId, item: &Evidence) -> bool {
    let questionnaire = subject.questionnaire;
    let asked = &questionnaire.questions[question].evidence;
    let is_asked = |kind: &KindId| asked.contains(kind);
    let stands = |kind: KindId| questionnaire.evidence[kind].stands_for.iter().any(is_asked);
    asked.is_empty() || item.kind.is_some_and(|kind| is_asked(&kind) || stands(kind))
}

fn alone(
    subject: &Subject<'_>,
    item: &Evidence,
    found: Option<Presence>,
    (disguises, refused_files): (&Disguises<'_>, &HashSet<Fingerprint>),
) -> Worth {
    let file = found.and_then(Presence::file);
    let is_refused = || refused(subject, item).is_some() || file.is_some_and(|file| refused_files.contains(&file));
    let until = item.current_until(subject.questionnaire, subject.policy.evidence_months);
    let state = match item.issued {
        None => EvidenceState::NoDate,
        Some(issued) if issued > subject.as_of => EvidenceState::Later,
        Some(_) if is_refused() => EvidenceState::Refused,
        Some(_) if received(subject, item).is_some() => EvidenceState::by_age(until, subject.as_of),
        Some(_) => match absence(subject, item, found) {
            Some(why_not) => why_not,
            None if file.is_some_and(|file| disguises.hide(file)) => EvidenceState::InDisguise,
            None => EvidenceState::by_age(until, subject.as_of),
        },
    };
    Worth { until, state }
}

/// Why a document is not here, by what was found at the place that it names; `None` if it is.
fn absence(subject: &Subject<'_>, item: &Evidence, found: Option<Presence>) -> Option<EvidenceState> {
    match (subject.policy.must_be, found) {
        (_, None) => Some(EvidenceState::NoPlace),
        (MustBe::Named, _) if item.is_findable() => None,
        (MustBe::Named, _) => Some(EvidenceState::NoPlace),
        (MustBe::Received, Some(Presence::Here(_))) => None,
        (MustBe::Received, Some(Presence::Missing(_))) => Some(EvidenceState::NotHere),
    }
}

/// What our review says of this very document, if it says that we hold it.
pub fn received<'a>(subject: &Subject<'a>, item: &Evidence) -> Option<&'a ReceivedPaper> {
    subject.review?.received.of(item, None)
}

/// What our review says of this document, or of one of the same content, if it refuses it.
pub fn refused<'a>(subject: &Subject<'a>, item: &Evidence) -> Option<&'a RefusedPaper> {
    subject.review?.refused.of(item, subject.papers.file(item.location.as_deref()))
}

/// The files behind documents that our review refuses: they prove nothing under another name either.
fn refused_files(subject: &Subject<'_>) -> HashSet<Fingerprint> {
    let items = subject.answers.evidence.iter().filter(|item| refused(subject, item).is_some());
    items.filter_map(|item| subject.papers.file(item.location.as_deref())).collect()
}

/// The files that stand behind documents of different kinds or dates.
struct Disguises<'a>(HashMap<Fingerprint, Seen<'a>>);

/// What a file is said to be, first and once more.
struct Seen<'a> {
    first: &'a Evidence,
    is_something_else: bool,
}

impl<'a> Disguises<'a> {
    fn of(evidence: &'a ById<EvidenceId, Evidence>, found: &ById<EvidenceId, Option<Presence>>) -> Disguises<'a> {
        let mut seen: HashMap<Fingerprint, Seen<'a>> = HashMap::new();
        for (item, found) in evidence.iter().zip(found) {
            let Some(file) = found.and_then(Presence::file) else { continue };
            let seen = seen.entry(file).or_insert(Seen { first: item, is_something_else: false });
            seen.is_something_else |= (seen.first.kind, seen.first.issued) != (item.kind, item.issued);
        }
        Disguises(seen)
    }

    fn hide(&self, file: Fingerprint) -> bool {
        self.0.get(&file).is_some_and(|seen| seen.is_something_else)
    }
}
