//! What the vendor can correct of a document that it has named: what is said of it, and which answers cite it.

use super::form::{Days, DialogueForm, Field, FieldEntry, FieldKind, Slot};
use super::pick::{Given, Pick};
use super::prompt::MenuChoice;
use super::route::citing;
use super::state::{Phase, Purpose, Reply, State};
use crate::answers::write::{AnswersEdit, CitedDocument, NewEvidence};
use crate::questionnaire::ids::{EvidenceId, KindId, QuestionId};
use crate::report::story::Story;

/// The word for what is not on a list; no id is like it.
pub(super) const OTHER: &str = "*";

/// What can be done with a document.
pub(super) fn choices(story: &Story<'_, '_>, document: EvidenceId) -> Vec<MenuChoice> {
    let lang = story.lang;
    let Some(item) = story.assessment.subject.answers.evidence.get(document) else { return Vec::new() };
    // what an answer describes itself stands in no register
    let correct = item.id.is_some().then(|| MenuChoice::new(Pick::Correct, "correct", lang.do_correct()));
    let questions = &story.questionnaire().questions;
    let detach = |at: QuestionId| {
        let id = &questions[at].id;
        MenuChoice::new(Pick::Detach(at), id.as_str(), lang.do_detach(id))
    };
    correct.into_iter().chain(citing(story, document).into_iter().map(detach)).collect()
}

/// Asks for all that is said of a document, with what is said now.
pub(super) fn correct(state: &mut State, document: EvidenceId, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    let Some(item) = story.assessment.subject.answers.evidence.get(document) else { return Reply::default() };
    let words = |words: &str| FieldEntry::Given(Given::Words(words.trim().to_owned()));
    let kinds = document_kinds(story, &[]);
    let now = |field: Field, entry: Option<FieldEntry>| match entry {
        Some(entry) => field.or(entry),
        None => field,
    };
    let help = || lang.correct_help();
    let kind = Field::new(Slot::DocumentKind, lang.document_kind(), FieldKind::One(kinds)).with_help(help());
    let date = |slot: Slot, ask, days| Field::new(slot, ask, FieldKind::Date(days)).with_help(help()).optional();
    let place = Field::new(Slot::Location, lang.document_place(), FieldKind::Words).with_help(help()).optional();
    let fields = vec![
        Field::new(Slot::Title, lang.document_title(), FieldKind::Words).with_help(help()).or(words(&item.title)),
        kind.or(FieldEntry::Given(Given::Chosen(Pick::DocumentKind(item.kind)))),
        now(date(Slot::Issued, lang.document_issued(), Days::Past(state.today)), item.issued.map(FieldEntry::Day)),
        now(date(Slot::Until, lang.document_until(), Days::Any), item.valid_until.map(FieldEntry::Day)),
        now(place, item.location.as_deref().map(words)),
    ];
    state.phase = Phase::Form(DialogueForm::new(Purpose::Correct(document), fields));
    Reply::default()
}

/// What follows from what was said of a document.
pub(super) fn corrected(document: EvidenceId, evidence: NewEvidence, story: &Story<'_, '_>) -> Reply {
    let id = story.assessment.subject.answers.evidence.get(document).and_then(|item| item.id.clone());
    let edit = id.map(|id| AnswersEdit::Corrected(id, evidence));
    Reply { answers: edit.into_iter().collect(), ..Reply::default() }
}

/// Takes a document off an answer; it stays on the list.
pub(super) fn detach(document: EvidenceId, question: QuestionId, story: &Story<'_, '_>) -> Reply {
    let Some(item) = story.assessment.subject.answers.evidence.get(document) else { return Reply::default() };
    let cited = item.id.clone().map_or(CitedDocument::Here(item.span), CitedDocument::Listed);
    Reply { answers: vec![AnswersEdit::Uncite(question, cited)], ..Reply::default() }
}

/// The kinds that a document may be of: those that a question asks for, else all.
pub(super) fn document_kinds(story: &Story<'_, '_>, asked: &[KindId]) -> Vec<MenuChoice> {
    let questionnaire = story.questionnaire();
    let all: Vec<KindId> = questionnaire.evidence.ids().collect();
    let kind = |at: &KindId| {
        let kind = &questionnaire.evidence[*at];
        MenuChoice::new(Pick::DocumentKind(Some(*at)), kind.id.as_str(), story.say(&kind.ask))
    };
    let mut choices: Vec<MenuChoice> = if asked.is_empty() { &all } else { asked }.iter().map(kind).collect();
    choices.push(MenuChoice::new(Pick::DocumentKind(None), OTHER, story.lang.document_other_kind()));
    choices
}
