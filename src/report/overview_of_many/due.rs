//! What is overdue of what was agreed, and what falls due soon.

use super::told::OverviewTold;
use crate::document::{Block, Column, Fact, Row, Section, Table, Text};
use crate::portfolio::falls_due::{OverdueVendor, SOON_DAYS};
use crate::words::clean::{Clean, Trusted};

/// The section; none where nothing is overdue or falls due soon.
pub fn section(told: &OverviewTold<'_>) -> Option<Block> {
    let lang = told.lang;
    let facts = [(lang.overview_overdue(), overdue(told)), (lang.overview_soon(SOON_DAYS), soon(told))];
    let facts = facts.into_iter().filter_map(|(name, words)| Some(Fact::new(name, words?)));
    let facts: Vec<Fact> = facts.collect();
    if facts.is_empty() {
        return None;
    }
    let vendors = &told.overview.due.overdue;
    let mut blocks = vec![Block::Facts(facts)];
    if vendors.all > 0 {
        let row = |vendor: &OverdueVendor| {
            let what = parts(told, [usize::from(vendor.review), vendor.conditions]);
            Row::plain(vec![told.vendor(&vendor.who).into(), vendor.since.into(), what.unwrap_or_default().into()])
        };
        blocks.push(Block::Table(Table {
            caption: lang.overview_overdue(),
            columns: vec![
                Column::words(lang.vendor()),
                Column::day(lang.overview_overdue_since()),
                Column::words(lang.overview_overdue_what()),
            ],
            rows: vendors.first.iter().map(row).collect(),
            legend: None,
        }));
        blocks.extend(told.more(vendors.all, vendors.first.len()).map(Block::Paragraph));
    }
    Some(Section::block("due", lang.overview_due(), blocks))
}

/// How many reviews and conditions are overdue; none where none are.
pub fn overdue(told: &OverviewTold<'_>) -> Option<Clean> {
    let due = &told.overview.due;
    parts(told, [due.reviews[0], due.conditions[0]])
}

/// How many fall due soon; none where none do.
pub fn soon(told: &OverviewTold<'_>) -> Option<Clean> {
    let due = &told.overview.due;
    parts(told, [due.reviews[1], due.conditions[1]])
}

fn parts(told: &OverviewTold<'_>, [reviews, conditions]: [usize; 2]) -> Option<Clean> {
    let lang = told.lang;
    let parts = [
        (reviews > 0).then(|| lang.reviews_counted(reviews)),
        (conditions > 0).then(|| lang.conditions_counted(conditions)),
    ];
    let parts: Vec<Clean> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Clean::joined(parts, ", "))
}

/// On a line: what is overdue, and for whom, the longest first.
pub fn line(told: &OverviewTold<'_>, most: usize) -> Option<Text> {
    let (lang, vendors) = (told.lang, &told.overview.due.overdue);
    let counts = lang.overview_overdue().and(": ").and(overdue(told)?);
    let shown = vendors.first.iter().take(most);
    let names = Text::joined(shown.clone().map(|vendor| told.vendor(&vendor.who)), ", ");
    let more = vendors.all.saturating_sub(shown.len());
    let more = if more > 0 { " ".and(lang.and_more(more)) } else { Clean::default() };
    Some(Text::strong(counts).and(" (").then(names).and(more).and(")"))
}
