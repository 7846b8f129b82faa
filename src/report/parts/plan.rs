//! What to require: first what holds the rating, then the remediations that lead to a better one, then the rest.

use super::verdict::tone;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight;
use crate::assessment::remediation::{Remediation, RemediationKind, ToRating};
use crate::document::{Block, Column, Row, Section, Style, Table, Text};
use crate::policy::Assurance;
use crate::questionnaire::Level;
use crate::report::naming::{level, loud};
use crate::report::story::{Quoting, Story};
use crate::words::clean::{Clean, Trusted};

/// The remediation plan.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let (assessment, lang) = (story.assessment, story.lang);
    assessment.rating.as_ref()?;
    let flags = insight::holding_flags(assessment);
    if assessment.remediations().is_empty() && flags.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    if !flags.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.plan_explained())));
        blocks.push(holding(story, &flags));
    }
    let rated = insight::told_rating(assessment).rated().filter(|rating| rating.worst != Level::Low);
    let way = rated.and_then(|_| insight::way_out(assessment));
    let first = way.map_or(0, |(_, way)| way.remediations);
    blocks.extend(way.map(|(target, way)| the_way(story, target, way)));
    blocks.extend(the_rest(story, first));
    blocks.push(Block::Paragraph(Text::plain(points_mean(story))));
    Some(Section::block("plan", lang.plan(), blocks))
}

/// What leads to a better rating, in the order in which one would go about it, by who does what.
fn the_way(story: &Story<'_, '_>, target: Level, way: &ToRating) -> Block {
    let lang = story.lang;
    let mut blocks = vec![Block::Paragraph(Text::plain(story.way_in_words(way).capitalized()).and("."))];
    blocks.extend(story.documents_alone().map(|alone| Block::Paragraph(Text::plain(alone.capitalized()).and("."))));
    for told in story.steps_told(&story.steps_of(way), Quoting::Whole, usize::MAX) {
        blocks.push(Block::Paragraph(Text::strong(told.who.capitalized()).and(":")));
        blocks.push(Block::List(told.what));
    }
    Section::block("plan-way", lang.way_to(loud(target, lang)).capitalized(), blocks)
}

/// The flags that hold the rating where it is, each with what makes it go away.
pub fn holding(story: &Story<'_, '_>, flags: &[&Flag]) -> Block {
    let lang = story.lang;
    let items = flags.iter().map(|flag| {
        let severity = lang.severity(level(flag.severity, lang));
        let told = story.flag_told(flag, Quoting::Whole);
        let remedy = story.flag_remedy(flag.flag).filter(|_| flag.state == FlagState::Triggered);
        let help = remedy.map(|help| ": ".and(help)).unwrap_or_default();
        Text::tag(tone(flag.severity), severity)
            .and(", ")
            .and(told.state)
            .and(": ")
            .styled(Style::Strong, told.what)
            .and(help)
    });
    Section::block("plan-flags", lang.holds_the_rating(), vec![Block::Steps(items.collect())])
}

/// What is not on the way to a better rating: what must be done, then what is good already and could be better.
fn the_rest(story: &Story<'_, '_>, first: usize) -> Vec<Block> {
    let lang = story.lang;
    let rest = story.assessment.remediations().iter().skip(first);
    let (better, rest): (Vec<&Remediation>, Vec<&Remediation>) =
        rest.partition(|remediation| insight::kind(story.assessment, remediation) == RemediationKind::CouldBeBetter);
    let title = if first > 0 { lang.plan_rest() } else { lang.plan_all() };
    let parts = [("plan-rest", title, rest), ("plan-better", lang.plan_better(), better)];
    let parts = parts.into_iter().filter(|(.., remediations)| !remediations.is_empty());
    parts.map(|(anchor, title, remediations)| part(story, anchor, title, &remediations)).collect()
}

/// What it takes until points are given back.
pub fn points_mean(story: &Story<'_, '_>) -> Clean {
    story.lang.plan_points(story.assessment.subject.policy.credit(Assurance::Documented))
}

fn part(story: &Story<'_, '_>, anchor: &'static str, title: Clean, remediations: &[&Remediation]) -> Block {
    let lang = story.lang;
    let table = Table {
        caption: title.clone(),
        columns: vec![
            Column::words(lang.question()),
            Column::number(lang.gives()),
            Column::words(lang.what_is_lacking()),
            Column::words(lang.what_to_require()),
        ],
        rows: remediations.iter().map(|remediation| row(story, remediation)).collect(),
        legend: None,
    };
    Section::block(anchor, title, vec![Block::Table(table)])
}

fn row(story: &Story<'_, '_>, remediation: &Remediation) -> Row {
    let lang = story.lang;
    let id = &story.questionnaire().questions[remediation.question].id;
    Row::plain(vec![
        Text::default().reference(id).into(),
        lang.gives_back(story.points(&remediation.gain)).into(),
        story.kind_in_words(remediation).into(),
        story.demand(remediation).words.capitalized().into(),
    ])
}
