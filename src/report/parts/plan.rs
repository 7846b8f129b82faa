//! What to require: first what holds the rating, then the fixes that lead to a better one, then the rest.

use super::verdict::{capital, tone};
use crate::assessment::fix::Fix;
use crate::questionnaire::Level;
use crate::report::document::{Block, Column, Row, Section, Table, Text};
use crate::report::naming::{self, level, loud};
use crate::report::story::Story;

/// The remediation plan.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let (assessment, lang) = (story.assessment, story.lang);
    let rating = assessment.rating.as_ref()?;
    let flags = story.holding_flags();
    if assessment.fixes.is_empty() && flags.is_empty() {
        return None;
    }
    let mut blocks = vec![Block::Paragraph(Text::plain(lang.plan_explained()))];
    if !flags.is_empty() {
        let items = flags.iter().map(|flag| {
            let severity = lang.severity(level(flag.severity, lang));
            let what = story.flag_remedy(flag.flag).unwrap_or_else(|| story.flag_title(flag.flag));
            Text::tag(tone(flag.severity), severity).and(" ").and(what)
        });
        let items = items.collect();
        blocks.push(Section::block("plan-flags", lang.holds_the_rating(), vec![Block::Steps(items)]));
    }
    let way = story.way_out(rating).filter(|_| rating.worst != Level::Low && !assessment.is_provisional());
    let first = way.map_or(0, |(_, way)| way.fixes);
    if let Some((target, _)) = way.filter(|_| first > 0) {
        let title = capital(&lang.way_to(loud(target, lang)));
        blocks.push(part(story, "plan-way", title, &assessment.fixes[..first]));
    }
    if assessment.fixes.len() > first {
        let title = if first > 0 { lang.plan_rest() } else { lang.plan_all() };
        blocks.push(part(story, "plan-rest", title, &assessment.fixes[first..]));
    }
    Some(Section::block("plan", lang.plan(), blocks))
}

fn part(story: &Story<'_, '_>, anchor: &str, title: String, fixes: &[Fix]) -> Block {
    let lang = story.lang;
    let table = Table {
        caption: title.clone(),
        columns: vec![
            Column::words(lang.question()),
            Column::number(lang.gives()),
            Column::words(lang.what_is_lacking()),
            Column::words(lang.what_to_require()),
        ],
        rows: fixes.iter().map(|fix| row(story, fix)).collect(),
        legend: None,
    };
    Section::block(anchor, title, vec![Block::Table(table)])
}

fn row(story: &Story<'_, '_>, fix: &Fix) -> Row {
    let lang = story.lang;
    let id = &story.questionnaire().questions[fix.question].id;
    Row::plain(vec![
        Text::default().reference(id).into(),
        lang.gives_back(story.points(&fix.gain)).into(),
        naming::fix_kind(story.kind(fix), lang).into(),
        capital(&story.demand(fix).words).into(),
    ])
}
