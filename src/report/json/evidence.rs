//! The register of evidence, what to ask for and what to check.

use serde::Serialize;

use crate::report::register::{self, Entry, Missing, Origin, State, Unchecked};
use crate::report::story::Story;
use crate::words::number::exact;

#[derive(Serialize)]
pub(super) struct DocumentEntry<'a> {
    title: &'a str,
    kind: Option<&'a str>,
    by: &'static str,
    issued: Option<String>,
    valid_until: Option<String>,
    current_until: Option<String>,
    location: Option<&'a str>,
    state: &'static str,
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct ToAskFor<'a> {
    kind: Option<&'a str>,
    ask: Option<String>,
    questions: Vec<&'a str>,
    gain: String,
}

#[derive(Serialize)]
pub(super) struct ToCheck<'a> {
    title: &'a str,
    questions: Vec<&'a str>,
    gain: String,
}

pub(super) fn documents<'a>(story: &Story<'_, 'a>, register: &[Entry<'a>]) -> Vec<DocumentEntry<'a>> {
    register.iter().map(|entry| document(story, entry)).collect()
}

fn document<'a>(story: &Story<'_, 'a>, entry: &Entry<'a>) -> DocumentEntry<'a> {
    let kinds = &story.questionnaire().evidence;
    DocumentEntry {
        title: &entry.item.title,
        kind: entry.item.kind.map(|kind| kinds[kind].id.as_str()),
        by: match entry.source {
            Origin::Vendor => "vendor",
            Origin::Ours => "us",
        },
        issued: entry.item.issued.map(|day| day.to_string()),
        valid_until: entry.item.valid_until.map(|day| day.to_string()),
        current_until: entry.until.map(|day| day.to_string()),
        location: entry.item.location.as_deref(),
        state: state(entry.state),
        questions: ids(story, &entry.supports),
    }
}

fn state(state: State) -> &'static str {
    match state {
        State::Current => "current",
        State::ExpiresSoon => "expires_soon",
        State::Expired => "expired",
        State::Later => "dated_later",
        State::NoPlace => "no_place",
        State::NoDate => "no_date",
        State::OtherAnswer => "other_answer",
    }
}

pub(super) fn to_ask_for<'a>(story: &Story<'_, 'a>) -> Vec<ToAskFor<'a>> {
    let kinds = &story.questionnaire().evidence;
    let entry = |missing: Missing| ToAskFor {
        kind: missing.kind.map(|kind| kinds[kind].id.as_str()),
        ask: missing.kind.map(|kind| story.say(&kinds[kind].ask)),
        questions: ids(story, &missing.questions),
        gain: exact(&story.assessment.points(missing.gain)),
    };
    register::missing(story.assessment).into_iter().map(entry).collect()
}

pub(super) fn to_check<'a>(story: &Story<'_, 'a>) -> Vec<ToCheck<'a>> {
    let entry = |unchecked: Unchecked<'a>| ToCheck {
        title: &unchecked.item.title,
        questions: ids(story, &unchecked.questions),
        gain: exact(&story.assessment.points(unchecked.gain)),
    };
    register::unchecked(story.assessment).into_iter().map(entry).collect()
}

/// The ids of questions.
pub(super) fn ids<'a>(story: &Story<'_, 'a>, questions: &[usize]) -> Vec<&'a str> {
    questions.iter().map(|at| story.questionnaire().questions[*at].id.as_str()).collect()
}
