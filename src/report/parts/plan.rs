//! What to require: first what holds the rating, then the fixes that lead to a better one, then the rest.

use super::verdict::{capital, tone};
use crate::assessment::fix::{Fix, FixKind};
use crate::assessment::flag::Flag;
use crate::document::{Block, Column, Row, Section, Style, Table, Text};
use crate::policy::Proof;
use crate::questionnaire::Level;
use crate::report::naming::{level, loud};
use crate::report::story::Story;

/// The remediation plan.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let (assessment, lang) = (story.assessment, story.lang);
    let rating = assessment.rating.as_ref()?;
    let flags = story.holding_flags();
    if assessment.fixes.is_empty() && flags.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    if !flags.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.plan_explained())));
        blocks.push(holding(story, &flags));
    }
    let way = story.way_out(rating).filter(|_| rating.worst != Level::Low && !assessment.is_provisional());
    let first = way.map_or(0, |(_, way)| way.fixes);
    if let Some((target, _)) = way.filter(|_| first > 0) {
        let title = capital(&lang.way_to(loud(target, lang)));
        blocks.push(part(story, "plan-way", title, &assessment.fixes[..first].iter().collect::<Vec<_>>()));
    }
    blocks.extend(the_rest(story, first));
    blocks.push(Block::Paragraph(Text::plain(points_mean(story))));
    Some(Section::block("plan", lang.plan(), blocks))
}

/// The flags that hold the rating where it is, each with what makes it go away.
pub fn holding(story: &Story<'_, '_>, flags: &[&Flag]) -> Block {
    let lang = story.lang;
    let items = flags.iter().map(|flag| {
        let severity = lang.severity(level(flag.severity, lang));
        let cure = story.flag_remedy(flag.flag).map(|cure| format!(": {cure}")).unwrap_or_default();
        Text::tag(tone(flag.severity), severity).and(" ").styled(Style::Strong, story.flag_title(flag.flag)).and(cure)
    });
    Section::block("plan-flags", lang.holds_the_rating(), vec![Block::Steps(items.collect())])
}

/// What is not on the way to a better rating: what must be done, then what is good already and could be better.
fn the_rest(story: &Story<'_, '_>, first: usize) -> Vec<Block> {
    let lang = story.lang;
    let rest = story.assessment.fixes.get(first..).unwrap_or(&[]).iter();
    let (better, rest): (Vec<&Fix>, Vec<&Fix>) = rest.partition(|fix| story.kind(fix) == FixKind::CouldBeBetter);
    let title = if first > 0 { lang.plan_rest() } else { lang.plan_all() };
    let parts = [("plan-rest", title, rest), ("plan-better", lang.plan_better(), better)];
    let parts = parts.into_iter().filter(|(.., fixes)| !fixes.is_empty());
    parts.map(|(anchor, title, fixes)| part(story, anchor, title, &fixes)).collect()
}

/// What it takes until points are given back.
pub fn points_mean(story: &Story<'_, '_>) -> String {
    story.lang.plan_points(story.assessment.subject.policy.credit(Proof::Documented))
}

fn part(story: &Story<'_, '_>, anchor: &str, title: String, fixes: &[&Fix]) -> Block {
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
        story.kind_in_words(fix).into(),
        capital(&story.demand(fix).words).into(),
    ])
}
