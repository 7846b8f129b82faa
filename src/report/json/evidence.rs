//! The register of evidence, what to ask for and what to check.

use schemars::JsonSchema;
use serde::Serialize;

use super::value::{DateJson, ExactJson, FingerprintJson, IdJson, QuestionIdJson};
use super::word::WordJson;
use crate::assessment::evidence::{RegisteredEvidence, UncheckedEvidence, unchecked_evidence};
use crate::assessment::paper::{EvidenceOrigin, EvidenceState};
use crate::assessment::requests::{DocumentRequest, document_requests};
use crate::questionnaire::ids::QuestionId;
use crate::report::story::Story;
use crate::words::Clean;

/// A document and what it does in this judgement.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "evidence")]
pub(super) struct EvidenceJson<'a> {
    /// What it is called.
    title: &'a str,
    /// Its kind in the questionnaire, or null if it has none.
    kind: Option<IdJson<'a>>,
    /// Whether the vendor shows it or we saw it.
    by: WordJson<EvidenceOrigin>,
    /// When it was issued, or null if it does not say.
    issued: Option<DateJson>,
    /// The last day on which it is valid, as it says itself, or null if it does not.
    valid_until: Option<DateJson>,
    /// The last day on which it is current, or null if it does not age.
    current_until: Option<DateJson>,
    /// Where it is said to lie, or null if nobody says.
    location: Option<&'a str>,
    /// The fingerprint of its file, or null if no file is here. Of what we saw there is none.
    sha256: Option<FingerprintJson>,
    /// What it is worth on the day of the judgement; expired if it has for any of the answers.
    state: WordJson<EvidenceState>,
    /// The questions whose answers it supports.
    questions: Vec<QuestionIdJson<'a>>,
    /// What it is worth for each of them, where that differs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 2))]
    by_question: Vec<SupportJson<'a>>,
}

/// What a document is worth for one answer.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "support")]
pub(super) struct SupportJson<'a> {
    /// The id of the question.
    id: QuestionIdJson<'a>,
    /// What the document is worth for its answer.
    state: WordJson<EvidenceState>,
}

/// A kind of evidence that would prove answers.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "to-ask-for")]
pub(super) struct ToAskForJson<'a> {
    /// The id of the kind, or null where the questions ask for no kind.
    kind: Option<IdJson<'a>>,
    /// What to ask for, or null where the questions ask for no kind.
    ask: Option<Clean>,
    /// The questions whose answers it would prove.
    #[schemars(length(min = 1))]
    questions: Vec<QuestionIdJson<'a>>,
    /// The points to gain once it is here and fits, before we have checked it, of 100.
    on_paper: ExactJson,
    /// The points to gain once it is here and checked, of 100.
    gain: ExactJson,
}

/// A document that we have not checked.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "to-check")]
pub(super) struct ToCheckJson<'a> {
    /// What it is called.
    title: &'a str,
    /// The questions whose answers it proves.
    #[schemars(length(min = 1))]
    questions: Vec<QuestionIdJson<'a>>,
    /// The points to gain by checking it, of 100.
    gain: ExactJson,
}

pub(super) fn documents<'a>(story: &Story<'_, 'a>, register: &[RegisteredEvidence<'a>]) -> Vec<EvidenceJson<'a>> {
    register.iter().map(|entry| document(story, entry)).collect()
}

fn document<'a>(story: &Story<'_, 'a>, entry: &RegisteredEvidence<'a>) -> EvidenceJson<'a> {
    let kinds = &story.questionnaire().evidence;
    EvidenceJson {
        title: &entry.item.title,
        kind: entry.item.kind.map(|kind| IdJson(&kinds[kind].id)),
        by: WordJson(entry.source),
        issued: entry.item.issued.map(DateJson::of),
        valid_until: entry.item.valid_until.map(DateJson::of),
        current_until: entry.until.map(DateJson::of),
        location: entry.item.location.as_deref(),
        sha256: entry.file(story.assessment).map(|file| FingerprintJson(file.to_string())),
        state: WordJson(entry.state),
        questions: ids(story, &entry.questions()),
        by_question: by_question(story, entry),
    }
}

fn by_question<'a>(story: &Story<'_, 'a>, entry: &RegisteredEvidence<'a>) -> Vec<SupportJson<'a>> {
    if entry.by_state().len() < 2 {
        return Vec::new();
    }
    let id = |question: QuestionId| QuestionIdJson(&story.questionnaire().questions[question].id);
    let supports = entry.supports.iter();
    supports.map(|support| SupportJson { id: id(support.question), state: WordJson(support.worth.state) }).collect()
}

pub(super) fn to_ask_for<'a>(story: &Story<'_, 'a>) -> Vec<ToAskForJson<'a>> {
    let kinds = &story.questionnaire().evidence;
    let entry = |request: DocumentRequest| ToAskForJson {
        kind: request.kind.map(|kind| IdJson(&kinds[kind].id)),
        ask: request.kind.map(|kind| story.say(&kinds[kind].ask)),
        questions: ids(story, &request.questions),
        on_paper: ExactJson::of(&story.assessment.points(request.on_paper)),
        gain: ExactJson::of(&story.assessment.points(request.gain)),
    };
    document_requests(story.assessment).into_iter().map(entry).collect()
}

pub(super) fn to_check<'a>(story: &Story<'_, 'a>) -> Vec<ToCheckJson<'a>> {
    let entry = |unchecked: UncheckedEvidence<'a>| ToCheckJson {
        title: &unchecked.item.title,
        questions: ids(story, &unchecked.questions),
        gain: ExactJson::of(&story.assessment.points(unchecked.gain)),
    };
    unchecked_evidence(story.assessment).into_iter().map(entry).collect()
}

/// The ids of questions.
pub(super) fn ids<'a>(story: &Story<'_, 'a>, questions: &[QuestionId]) -> Vec<QuestionIdJson<'a>> {
    questions.iter().map(|at| QuestionIdJson(&story.questionnaire().questions[*at].id)).collect()
}
