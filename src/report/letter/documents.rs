//! The documents that a vendor is asked for: each once, with all the answers that it would support. Nothing that is
//! here, fits and does not expire soon.

use std::collections::BTreeSet;

use super::quoted;
use crate::assessment::documents_alone::documents_alone;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::evidence::{RegisteredEvidence, register, unchecked_document};
use crate::assessment::insight::{self, AnswerQuality};
use crate::assessment::paper::{EvidenceOrigin, EvidenceState};
use crate::assessment::requests::{DocumentRequest, document_requests, kinds_to_come};
use crate::assessment::vendor_turn;
use crate::document::{Row, Text};
use crate::questionnaire::ids::{KindId, QuestionId};
use crate::report::naming;
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::quotation::within_quotes;

/// So many kinds are named where a document of another is cited.
const MOST_KINDS: usize = 4;

/// A document to ask for, of a kind or of any.
struct Wanted {
    kind: Option<KindId>,
    questions: Vec<QuestionId>,
}

/// A row for each document: what it is, and for which answers; those that support most first, then the vendor's own
/// documents that lack something. Before all others those that hold the rating, or alone lead to a better one.
pub fn rows(story: &Story<'_, '_>, to_answer: &[QuestionId], first: &BTreeSet<QuestionId>) -> Vec<Row> {
    let register: Vec<RegisteredEvidence<'_>> =
        register(story.assessment).into_iter().filter(|entry| entry.source == EvidenceOrigin::Vendor).collect();
    let wanted = wanted(story, to_answer, first);
    let alone = documents_alone(story.assessment).map(|alone| alone.documents).unwrap_or_default();
    let leads = |wanted: &Wanted| {
        let is_it = |document: &DocumentRequest| {
            document.kind == wanted.kind && document.questions.iter().any(|at| wanted.questions.contains(at))
        };
        alone.iter().any(is_it)
    };
    let is_wanted = |kind: Option<KindId>| kind.is_some() && wanted.iter().any(|wanted| wanted.kind == kind);
    let is_first = |questions: &[QuestionId]| questions.iter().any(|at| first.contains(at));
    let requests = wanted.iter().map(|wanted| {
        let leads = leads(wanted) || is_first(&wanted.questions);
        (leads, request(story, wanted, &register), wanted.questions.clone())
    });
    let others = register.iter().filter(|entry| !is_wanted(entry.item.kind));
    let others = others.filter_map(|entry| {
        let (what, questions) = (lacking(story, entry)?, entry.questions());
        Some((is_first(&questions), what, questions))
    });
    let row = |(number, (is_first, what, questions)): (usize, (bool, Text, Vec<QuestionId>))| {
        let what = Text::plain((number + 1).and(". "))
            .then(quoted::marked(is_first, story.lang.letter_first_send()))
            .then(what);
        Row::plain(vec![what.into(), quoted::questions(story, &questions).into()])
    };
    let mut all: Vec<_> = requests.chain(others).collect();
    all.sort_by_key(|(is_first, ..)| !is_first);
    all.into_iter().enumerate().map(row).collect()
}

/// What is worth asking for: proof of good answers, since to prove a weak one helps nobody; what goes with answers that
/// are still to come; and what else the vendor can show so that we can go ahead.
fn wanted(story: &Story<'_, '_>, to_answer: &[QuestionId], first: &BTreeSet<QuestionId>) -> Vec<Wanted> {
    let assessment = story.assessment;
    let is_good = |at: &QuestionId| {
        let is_theirs = matches!(assessment.questions[*at].effective, EffectiveAnswer::Vendor(_));
        is_theirs && insight::quality(assessment, *at) == Some(AnswerQuality::Good)
    };
    let mut requests = document_requests(assessment);
    requests.iter_mut().for_each(|request| request.questions.retain(is_good));
    requests.retain(|request| !request.questions.is_empty());
    let to_come = kinds_to_come(assessment, &requests, to_answer);
    let mut all: Vec<Wanted> = Vec::new();
    for request in requests {
        match request.kind {
            Some(_) => all.push(Wanted { kind: request.kind, questions: request.questions }),
            None => all.extend(request.questions.iter().map(|at| Wanted { kind: None, questions: vec![*at] })),
        }
    }
    for (at, kind) in to_come {
        match all.iter_mut().find(|wanted| wanted.kind == Some(kind)) {
            Some(wanted) => wanted.questions.push(at),
            None => all.push(Wanted { kind: Some(kind), questions: vec![at] }),
        }
    }
    let is_told = |all: &[Wanted], at: &QuestionId| {
        let is_asked = to_answer.contains(at) || vendor_turn::doubt(assessment, *at).is_some();
        is_asked || all.iter().any(|wanted| wanted.questions.contains(at))
    };
    for at in first.iter().filter(|at| unchecked_document(assessment, **at).is_none()) {
        if !is_told(&all, at) {
            all.push(Wanted { kind: None, questions: vec![*at] });
        }
    }
    all
}

/// What is asked for, with what the vendor has shown of the kind so far.
fn request(story: &Story<'_, '_>, wanted: &Wanted, register: &[RegisteredEvidence<'_>]) -> Text {
    let lang = story.lang;
    let Some(kind) = wanted.kind else { return Text::plain(lang.letter_any_document()) };
    let mut what = Text::plain(story.say(&story.questionnaire().evidence[kind].ask));
    let of_kind = || register.iter().filter(|entry| entry.item.kind == Some(kind));
    for entry in of_kind() {
        what = lacking(story, entry).into_iter().fold(what, |what, lacks| what.and(" · ").then(lacks));
    }
    let sent = of_kind().find(|entry| entry.state.is_current());
    match sent.map(|entry| lang.letter_sent_for_others(title(entry))) {
        Some(sent) => what.and(" · ").and(sent),
        None => what,
    }
}

fn title(entry: &RegisteredEvidence<'_>) -> Clean {
    quoted::in_short(within_quotes(&entry.item.title))
}

/// What a document of the vendor lacks.
fn lacking(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Option<Text> {
    let lang = story.lang;
    let why = match (entry.state, entry.until) {
        (EvidenceState::Expired, _) if entry.is_our_limit() => lang.letter_too_old(),
        (EvidenceState::Expired, Some(day)) => lang.letter_expired(naming::day(day, lang)),
        (EvidenceState::ExpiresSoon, Some(day)) if !entry.is_our_limit() => lang.letter_expires(naming::day(day, lang)),
        (EvidenceState::NotHere, _) => lang.letter_not_here(),
        (EvidenceState::OtherKind, _) if entry.item.kind.is_none() => lang.letter_no_kind(asked_for(story, entry)),
        (EvidenceState::OtherKind, _) => lang.letter_other_kind(asked_for(story, entry)),
        (EvidenceState::Refused, _) => lang.letter_refused(),
        (EvidenceState::InDisguise, _) => lang.letter_in_disguise(),
        (EvidenceState::NoPlace, _) => lang.letter_no_place(),
        (EvidenceState::NoDate, _) => lang.letter_no_date(),
        (EvidenceState::Later, _) => lang.letter_dated_later(),
        _ => return None,
    };
    Some(quoted::vendors(story, one_line(&entry.item.title)).and(": ".and(why)))
}

/// The kinds that are asked for where a document of another is cited.
fn asked_for(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Clean {
    let questionnaire = story.questionnaire();
    let kinds = entry.kinds_asked(questionnaire);
    let left = kinds.len().saturating_sub(MOST_KINDS);
    let named = kinds.into_iter().take(MOST_KINDS).map(|kind| story.say(&questionnaire.evidence[kind].ask));
    Clean::joined(named.chain((left > 0).then(|| story.lang.and_more(left))), "; ")
}
