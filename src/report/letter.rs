//! A letter to the vendor: what must be in place, what to answer, to send, to clarify and to improve, by when, in the
//! order that helps it most. No scores, no notes of ours, nothing that only the assessor reads.

use super::document::{Block, Document, Fact, Layout, Record, Section, Text};
use super::parts::{evidence, open, verdict};
use super::register::{self, Origin, State};
use super::story::{Quality, Story};
use crate::assessment::fix::FixKind;
use crate::assessment::flag::FlagState;
use crate::assessment::in_force::InForce;
use crate::assessment::scope::Status;
use crate::source::Date;
use crate::words::clean;

/// The letter, with the day by which we want an answer.
pub fn document(story: &Story<'_, '_>, due: Option<Date>) -> Document {
    let lang = story.lang;
    let mut blocks = head(story, due);
    let parts = [in_place(story), to_answer(story), to_send(story), to_clarify(story), to_improve(story)];
    let before = blocks.len();
    blocks.extend(parts.into_iter().flatten());
    if blocks.len() == before {
        blocks.push(Block::Paragraph(Text::plain(lang.letter_nothing())));
    } else {
        let how = [lang.letter_ids(), lang.letter_documents(), lang.letter_not_applicable()];
        blocks.push(Section::block("how", lang.letter_how(), vec![Block::List(how.map(Text::plain).to_vec())]));
    }
    blocks.extend(signature(story));
    let title = lang.letter_title(story.say(&story.questionnaire().title));
    Document { lang, layout: Layout::Letter, title: Text::plain(title), blocks }
}

fn head(story: &Story<'_, '_>, due: Option<Date>) -> Vec<Block> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut facts = vec![Fact::new(lang.letter_to(), Text::strong(verdict::vendor(story.assessment)))];
    let client = subject.review.and_then(|review| review.client.as_ref());
    facts.extend(client.map(|client| Fact::new(lang.letter_from(), Text::plain(client))));
    facts.push(Fact::new(lang.letter_day(), subject.as_of.to_string()));
    facts.extend(subject.answers.service.as_ref().map(|service| Fact::new(lang.service(), Text::quoted(service))));
    facts.extend(due.map(|due| Fact::new(lang.letter_due(), Text::strong(due.to_string()))));
    let thanks = match subject.answers.answered {
        Some(day) => lang.letter_thanks(day),
        None => lang.letter_thanks_undated(),
    };
    let request = match due {
        Some(due) => lang.letter_request_by(due),
        None => lang.letter_request(),
    };
    vec![Block::Facts(facts), Block::Paragraph(Text::plain(format!("{thanks} {request}")))]
}

fn signature(story: &Story<'_, '_>) -> Option<Block> {
    let review = story.assessment.subject.review?;
    let client = review.client.as_ref().map(|client| format!(", {client}")).unwrap_or_default();
    Some(Block::Paragraph(Text::plain(&review.reviewer).and(client)))
}

/// What every other point waits for: the cures of raised red flags.
fn in_place(story: &Story<'_, '_>) -> Option<Block> {
    let raised = story.flags_in(FlagState::Triggered);
    let cures: Vec<Text> = raised.iter().filter_map(|flag| story.flag_remedy(flag.flag)).map(Text::plain).collect();
    let title = story.lang.letter_in_place();
    (!cures.is_empty()).then(|| Section::block("in-place", title, vec![Block::Steps(cures)]))
}

/// Open questions, those first that help most; before each the questions that decide whether it is asked.
fn to_answer(story: &Story<'_, '_>) -> Option<Block> {
    let assessment = story.assessment;
    let mut places: Vec<usize> = Vec::new();
    let by_gain = assessment.fixes.iter().flat_map(|fix| fix.needs.iter().copied().chain([fix.question]));
    let all = by_gain.chain(0..assessment.questions.len());
    let is_open = |at: &usize| {
        let judged = &assessment.questions[*at];
        judged.in_force == InForce::Unanswered && judged.status != Status::OutOfScope && !is_to_confirm(story, *at)
    };
    let mut seen = vec![false; assessment.questions.len()];
    for at in all.filter(is_open) {
        places.extend((!std::mem::replace(&mut seen[at], true)).then_some(at));
    }
    let records: Vec<Record> = places.into_iter().map(|at| question(story, at)).collect();
    let title = story.lang.letter_answer();
    (!records.is_empty()).then(|| Section::block("answer", title, vec![Block::Records(records)]))
}

/// Whether the vendor gave an answer that does not count: a day to come, or a claim that we could not confirm.
fn is_to_confirm(story: &Story<'_, '_>, at: usize) -> bool {
    let given = story.assessment.subject.answers.answer(at);
    story.assessment.questions[at].in_force == InForce::Unanswered && matches!(given, crate::answers::Answer::Given(_))
}

fn head_of(story: &Story<'_, '_>, at: usize) -> Text {
    let question = &story.questionnaire().questions[at];
    Text::code(&question.id).and(" ").and(story.say(&question.ask))
}

fn question(story: &Story<'_, '_>, at: usize) -> Record {
    let lang = story.lang;
    let question = &story.questionnaire().questions[at];
    let mut facts = Vec::new();
    facts.extend(question.help.as_ref().map(|help| Fact::new(lang.to_bear_in_mind(), story.say(help))));
    facts.extend(story.evidence_asked(at).map(|asks| Fact::new(lang.to_attach(), asks)));
    record(story, at, facts)
}

fn record(story: &Story<'_, '_>, at: usize, facts: Vec<Fact>) -> Record {
    let id = &story.questionnaire().questions[at].id;
    Record { anchor: id.clone(), head: head_of(story, at), aside: Text::default(), facts }
}

/// Proof of good answers, then documents that have to be renewed, dated or made available.
fn to_send(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let kinds = &story.questionnaire().evidence;
    let wanted = register::missing(story.assessment).into_iter().map(|missing| {
        let what = missing.kind.map_or_else(|| lang.any_proof(), |kind| story.say(&kinds[kind].ask));
        Text::plain(what).and(" (").then(evidence::references(story, &missing.questions)).and(")")
    });
    let mut items: Vec<Text> = wanted.collect();
    for entry in register::register(story.assessment) {
        let why = match (entry.source, entry.state, entry.until) {
            (Origin::Vendor, State::Expired, Some(day)) => lang.letter_expired(day),
            (Origin::Vendor, State::ExpiresSoon, Some(day)) => lang.letter_expires(day),
            (Origin::Vendor, State::Unusable, _) => lang.letter_unusable(),
            (Origin::Vendor, State::Later, _) => lang.letter_dated_later(),
            _ => continue,
        };
        items.push(Text::quoted(clean::shortened(&entry.item.title, 100)).and(format!(": {why}")));
    }
    let title = lang.letter_send();
    (!items.is_empty()).then(|| Section::block("send", title, vec![Block::Steps(items)]))
}

/// Answers that do not add up, cannot be confirmed, or lack a reason.
fn to_clarify(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let mut items = open::odd(story);
    for (at, judged) in story.assessment.questions.iter().enumerate() {
        let why = match judged.status {
            Status::OutOfScope => continue,
            _ if is_to_confirm(story, at) => lang.letter_confirm(story.vendors_answer(at)),
            Status::NaPending => lang.letter_na(),
            _ => continue,
        };
        items.push(head_of(story, at).and(" ").and(why));
    }
    let title = lang.letter_clarify();
    (!items.is_empty()).then(|| Section::block("clarify", title, vec![Block::Steps(items)]))
}

/// Weak answers: what we ask about them, and what has to be reached.
fn to_improve(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let questions = &story.questionnaire().questions;
    let weak = story
        .assessment
        .fixes
        .iter()
        .filter(|fix| story.kind(fix) == FixKind::MustChange && story.quality(fix.question) == Some(Quality::Weak));
    let records: Vec<Record> = weak
        .map(|fix| {
            let question = &questions[fix.question];
            let mut facts = vec![Fact::new(lang.letter_your_answer(), story.vendors_answer(fix.question))];
            facts.extend(question.follow_up.as_ref().map(|ask| Fact::new(lang.letter_we_ask(), story.say(ask))));
            facts.extend(question.remedy.as_ref().map(|cure| Fact::new(lang.letter_to_reach(), story.say(cure))));
            record(story, fix.question, facts)
        })
        .collect();
    let title = lang.letter_improve();
    (!records.is_empty()).then(|| Section::block("improve", title, vec![Block::Records(records)]))
}
