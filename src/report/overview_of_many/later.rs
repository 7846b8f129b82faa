//! What becomes of it if nobody does anything.

use super::told::OverviewTold;
use crate::document::{Block, Column, Row, Section, Table, Text};
use crate::portfolio::overview::Worsening;
use crate::report::naming;
use crate::source::Date;
use crate::words::clean::{Clean, Trusted};

/// The section; none where nothing gets worse.
pub fn section(told: &OverviewTold<'_>) -> Option<Block> {
    let (lang, later) = (told.lang, &told.overview.later);
    let sentence = Text::strong(sentence(told)?);
    let mut blocks = vec![Block::Paragraph(sentence), Block::Paragraph(Text::plain(lang.overview_later_explained()))];
    let rows = later.vendors.first.iter().map(|vendor| {
        Row::plain(vec![told.vendor(&vendor.who).into(), told.level(vendor.from).into(), told.level(vendor.to).into()])
    });
    let then = later.by.one().map_or_else(|| lang.overview_twelve_months(), |day| naming::day(day, lang).capitalized());
    blocks.push(Block::Table(Table {
        caption: lang.overview_later(),
        columns: vec![Column::words(lang.vendor()), Column::words(lang.overview_now()), Column::words(then)],
        rows: rows.collect(),
        legend: None,
    }));
    blocks.extend(told.more(later.vendors.all, later.vendors.first.len()).map(Block::Paragraph));
    Some(Section::block("later", lang.overview_later(), blocks))
}

/// How many vendors are at a worse risk, and when; none where no vendor is.
pub fn sentence(told: &OverviewTold<'_>) -> Option<Clean> {
    Some(said(told, |day| naming::day(day, told.lang))?.and("."))
}

/// The same on a line of a screen.
pub fn in_short(told: &OverviewTold<'_>) -> Option<Clean> {
    Some(said(told, |day| day.clean())?.within_sentence())
}

fn said(told: &OverviewTold<'_>, shown: impl FnOnce(Date) -> Clean) -> Option<Clean> {
    let (lang, later) = (told.lang, &told.overview.later);
    let count = later.vendors.all;
    (count > 0).then(|| match later.by.one() {
        Some(day) => lang.overview_worse_by(count, shown(day)),
        None => lang.overview_later_own_days(count),
    })
}

/// Who that is, the first of them.
pub fn names(told: &OverviewTold<'_>, most: usize) -> Text {
    let vendors = &told.overview.later.vendors;
    let name = |vendor: &Worsening| {
        let step = naming::level(vendor.from, told.lang).and(" → ").and(naming::level(vendor.to, told.lang));
        told.vendor(&vendor.who).and(" (").and(step).and(")")
    };
    let shown = vendors.first.iter().take(most);
    let names = Text::joined(shown.clone().map(name), ", ");
    match vendors.all.saturating_sub(shown.len()) {
        0 => names,
        more => names.and(" ").and(told.lang.and_more(more)),
    }
}
