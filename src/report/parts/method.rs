//! How the result was found: ten lines, with the policy in force.

use crate::document::{Block, Column, Row, Section, Table, Text};
use crate::policy::{Assurance, Band};
use crate::questionnaire::{Importance, Level};
use crate::report::naming::{self, level};
use crate::report::story::Story;
use crate::words::clean::Clean;

/// The method in ten lines, and the two tables of the policy.
pub fn section(story: &Story<'_, '_>) -> Block {
    let lang = story.lang;
    let blocks = vec![Block::Steps(lines(story).map(Text::plain).to_vec()), Block::Table(rating_table(story))];
    Section::block("method", lang.method(), blocks)
}

/// The method in ten lines.
pub fn lines(story: &Story<'_, '_>) -> [Clean; 10] {
    let (lang, policy) = (story.lang, story.assessment.subject.policy);
    let weight = |importance: Importance| policy.weight(importance);
    let credit = |assurance: Assurance| policy.credit(assurance);
    [
        lang.method_shares(
            weight(Importance::Critical),
            weight(Importance::High),
            weight(Importance::Medium),
            weight(Importance::Low),
            weight(Importance::Info),
        ),
        lang.method_parts(),
        lang.method_assurance(
            credit(Assurance::Claimed),
            credit(Assurance::Documented),
            credit(Assurance::Verified),
            credit(Assurance::Expired),
        ),
        lang.method_unknown(),
        lang.method_na(policy.not_applicable_cap),
        lang.method_bands(policy.cut(Band::Strong), policy.cut(Band::Adequate), policy.cut(Band::Weak)),
        lang.method_stake(),
        lang.method_flags(),
        lang.method_range(policy.minimum_coverage),
        lang.method_exact(),
    ]
}

/// What remains by what is at stake and how good the protection is, and the bounds of red flags.
fn rating_table(story: &Story<'_, '_>) -> Table {
    let (lang, policy) = (story.lang, story.assessment.subject.policy);
    let mut columns = vec![Column::words(lang.at_stake())];
    columns.extend(Band::ALL.map(|band| Column::words(naming::band(band, lang))));
    let severities = [Level::Low, Level::Medium, Level::High, Level::Critical];
    let heads = severities.map(|severity| Column::words(lang.flag_at_least(lang.severity(level(severity, lang)))));
    columns.extend(heads);
    let rows = severities.map(|tier| {
        let mut cells = vec![Text::strong(level(tier, lang)).into()];
        cells.extend(Band::ALL.map(|band| level(policy.risk(tier, band), lang).into()));
        let bound = |severity: Level| policy.bound(severity, tier).map_or("–", |bound| level(bound, lang));
        cells.extend(severities.map(|severity| bound(severity).into()));
        Row::plain(cells)
    });
    Table { caption: lang.rating_table(), columns, rows: rows.to_vec(), legend: None }
}
