//! What the answers rest on: every document once, and what to ask for.

use crate::answers::Evidence;
use crate::assessment::evidence::{RegisteredEvidence, UncheckedEvidence, register, unchecked_evidence};
use crate::assessment::paper::{EvidenceOrigin, EvidenceState};
use crate::assessment::requests::{DocumentRequest, document_requests};
use crate::assessment::{insight, paper};
use crate::document::{Block, Column, Row, Section, Table, Text, Tone};
use crate::policy::Assurance;
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::{assurance, state_of};
use crate::report::story::Story;
use crate::report::vendors_words::vendors_words;
use crate::words::clean::{Clean, Trusted, one_line};
use crate::words::quotation::within_quotes;
use crate::words::{Exact, Lang};

/// The register of evidence, and what is missing in it.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    story.assessment.overall.as_ref()?;
    let lang = story.lang;
    let entries = register(story.assessment);
    let mut blocks = Vec::new();
    if entries.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.no_evidence())));
    } else {
        blocks.push(Block::Paragraph(Text::plain(lang.register_explained())));
        blocks.push(Block::Table(documents(story, &entries)));
    }
    let shown = |gain: &Exact| story.points(gain) != story.points(&Exact::ZERO);
    let mut missing = document_requests(story.assessment);
    missing.retain(|missing| shown(&missing.gain));
    if !missing.is_empty() {
        let (answers, gain) = insight::claims_alone(story.assessment);
        let mut inner = Vec::new();
        inner.extend(
            (answers > 0).then(|| Block::Paragraph(Text::plain(lang.word_only_sum(answers, story.points(&gain))))),
        );
        inner.push(Block::Table(to_ask_for(story, &missing)));
        inner.push(Block::Paragraph(Text::plain(super::plan::points_mean(story))));
        blocks.push(Section::block("evidence-missing", lang.what_to_ask_for(), inner));
    }
    let mut unchecked = unchecked_evidence(story.assessment);
    unchecked.retain(|document| shown(&document.gain));
    if !unchecked.is_empty() {
        let inner =
            vec![Block::Paragraph(Text::plain(lang.to_check_explained())), Block::Table(to_check(story, &unchecked))];
        blocks.push(Section::block("evidence-unchecked", lang.to_check(), inner));
    }
    Some(Section::block("evidence", lang.evidence(), blocks))
}

fn documents(story: &Story<'_, '_>, entries: &[RegisteredEvidence<'_>]) -> Table {
    let lang = story.lang;
    let rows = entries.iter().map(|entry| {
        let day = |day: Option<crate::source::Date>| day.map(Trusted::clean).unwrap_or_default();
        Row::plain(vec![
            title(story, entry).into(),
            references(story, &entry.questions()).into(),
            day(entry.item.issued).into(),
            valid_until(story, entry).into(),
            state_in_words(story, entry).into(),
        ])
    });
    Table {
        caption: lang.evidence(),
        columns: vec![
            Column::words(lang.document()),
            Column::words(lang.supports()),
            Column::day(lang.issued()),
            Column::day(lang.valid_until()),
            Column::words(lang.state_today()),
        ],
        rows: rows.collect(),
        legend: None,
    }
}

/// The last day on which it is current, and whether that is our limit.
pub fn valid_until(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Clean {
    match entry.until {
        None => story.lang.no_end_date(),
        Some(day) if entry.is_our_limit() => story.lang.our_limit(day),
        Some(day) => day.clean(),
    }
}

/// What a document is called.
pub fn titled(item: &Evidence, lang: Lang) -> Text {
    vendors_words(&item.title, lang)
}

/// What the document is called, where it is said to lie, and the beginning of the fingerprint of what lies there. The
/// place is quoted, as the vendor gives names to its files, and never made a link.
pub fn title(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Text {
    let place = entry.item.location.as_ref();
    let title = untitled(story, entry).map_or_else(|| titled(entry.item, story.lang), Text::plain);
    let file = entry.file(story.assessment).map(|file| ", SHA-256 ".and(one_line(&file.short()))).unwrap_or_default();
    let title = place.map_or(title.clone(), |place| {
        let place = story.lang.quoted(within_quotes(place));
        title.and(" ").styled(crate::document::Style::Faint, "(".and(place).and(file).and(")"))
    });
    title.and(ours(story, entry))
}

/// What it is called, in words alone.
pub fn named(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Clean {
    untitled(story, entry).unwrap_or_else(|| titled(entry.item, story.lang).words())
}

/// What its kind asks for, in place of a title that says nothing.
pub fn untitled(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Option<Clean> {
    let kind = entry.item.kind.filter(|_| entry.item.title.trim().is_empty())?;
    Some(story.say(&story.questionnaire().evidence[kind].ask))
}

/// What our review says of a document of the vendor: when and where we received it, or why it is refused.
fn ours(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Clean {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    if entry.source == EvidenceOrigin::Ours {
        return Clean::default();
    }
    let refused = paper::refused(subject, entry.item).map(|paper| lang.refused_because(one_line(&paper.because)));
    let received = paper::received(subject, entry.item).map(|paper| {
        let day = paper.on.map(Trusted::clean);
        let parts = day.into_iter().chain(paper.location.as_deref().map(one_line));
        lang.received_by_us(Clean::joined(parts, ", "))
    });
    refused.or(received).map(|words| " · ".and(words)).unwrap_or_default()
}

/// Ids of questions, each leading to its answer.
pub fn references(story: &Story<'_, '_>, questions: &[QuestionId]) -> Text {
    let ids = questions.iter().map(|at| Text::default().reference(&story.questionnaire().questions[*at].id));
    Text::joined(ids, ", ")
}

fn state_in_words(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> Text {
    let (state, by) = state(story, entry);
    let cited = if entry.supports.is_empty() { ", ".and(story.lang.cited_nowhere()) } else { Clean::default() };
    state.and(by.map(|by| " ".and(by)).unwrap_or_default()).and(cited)
}

/// What it is worth today, and by whose word. Where that differs from answer to answer, for which it is what.
pub fn state(story: &Story<'_, '_>, entry: &RegisteredEvidence<'_>) -> (Text, Option<Clean>) {
    let lang = story.lang;
    let states = entry.by_state();
    let text = match &states[..] {
        [_, _, ..] => {
            let each = states.iter().map(|(state, questions)| {
                in_words(entry.item, *state, lang).and(" (").then(references(story, questions)).and(")")
            });
            Text::joined(each, "; ")
        }
        _ => in_words(entry.item, entry.state, lang),
    };
    let reviewer = story.assessment.subject.review.map(|review| one_line(&review.reviewer)).unwrap_or_default();
    let by = match entry.source {
        EvidenceOrigin::Ours => lang.seen_by(reviewer),
        EvidenceOrigin::Vendor if entry.is_verified(story.assessment) => lang.answer_is_verified(),
        EvidenceOrigin::Vendor => assurance(Assurance::Documented, lang),
    };
    let is_told = entry.source == EvidenceOrigin::Ours || entry.state.is_current();
    (text, Some(by).filter(|_| is_told))
}

fn in_words(document: &Evidence, state: EvidenceState, lang: Lang) -> Text {
    let tone = match state {
        EvidenceState::Current => Tone::Good,
        EvidenceState::ExpiresSoon => Tone::Careful,
        _ => Tone::Bad,
    };
    Text::tag(tone, state_of(document, state, lang))
}

fn to_check(story: &Story<'_, '_>, unchecked: &[UncheckedEvidence<'_>]) -> Table {
    let rows = unchecked
        .iter()
        .map(|document| gives(story, titled(document.item, story.lang), &document.questions, &document.gain));
    Table {
        caption: story.lang.to_check(),
        columns: gives_columns(story, story.lang.document()),
        rows: rows.collect(),
        legend: None,
    }
}

/// What would prove answers, which, and what that gives back.
fn gives(story: &Story<'_, '_>, what: Text, questions: &[QuestionId], gain: &Exact) -> Row {
    let gain = story.lang.gives_back(story.points(gain));
    Row::plain(vec![what.into(), references(story, questions).into(), gain.into()])
}

fn gives_columns(story: &Story<'_, '_>, what: Clean) -> Vec<Column> {
    vec![Column::words(what), Column::words(story.lang.proves()), Column::number(story.lang.gives())]
}

fn to_ask_for(story: &Story<'_, '_>, missing: &[DocumentRequest]) -> Table {
    let lang = story.lang;
    let kinds = &story.questionnaire().evidence;
    let rows = missing.iter().map(|missing| {
        let what = missing.kind.map_or_else(|| lang.any_assurance(), |kind| story.say(&kinds[kind].ask));
        gives(story, what.into(), &missing.questions, &missing.gain)
    });
    Table {
        caption: lang.what_to_ask_for(),
        columns: gives_columns(story, lang.evidence()),
        rows: rows.collect(),
        legend: None,
    }
}
