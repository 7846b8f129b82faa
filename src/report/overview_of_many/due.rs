//! What is overdue, and what falls due soon: what was agreed, and apart from that answers that are called old.

use super::told::OverviewTold;
use crate::document::{Block, Column, Fact, Row, Section, Table, Text};
use crate::portfolio::falls_due::{DueCounts, OverdueVendor, SOON_DAYS};
use crate::words::clean::{Clean, Trusted};

/// The section; none where nothing is overdue or falls due soon.
pub fn section(told: &OverviewTold<'_>) -> Option<Block> {
    let lang = told.lang;
    let facts = [
        (lang.overview_overdue(), overdue(told)),
        (lang.overview_soon(SOON_DAYS), soon(told)),
        (lang.overview_old_answers(), old_answers(told)),
    ];
    let facts = facts.into_iter().filter_map(|(name, words)| Some(Fact::new(name, words?)));
    let facts: Vec<Fact> = facts.collect();
    if facts.is_empty() {
        return None;
    }
    let vendors = &told.overview.due.vendors;
    let mut blocks = vec![Block::Facts(facts)];
    if vendors.all > 0 {
        let row = |vendor: &OverdueVendor| {
            let what = parts(told, vendor.overdue);
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

/// How much that was agreed is overdue; none where nothing is.
pub fn overdue(told: &OverviewTold<'_>) -> Option<Clean> {
    parts(told, told.overview.due.overdue)
}

/// How much that was agreed falls due soon; none where nothing does.
pub fn soon(told: &OverviewTold<'_>) -> Option<Clean> {
    parts(told, told.overview.due.soon)
}

/// Of how many vendors the answers are old or soon will be; none where none are.
fn old_answers(told: &OverviewTold<'_>) -> Option<Clean> {
    let (lang, due) = (told.lang, &told.overview.due);
    let [old, soon] =
        [due.overdue.answers, due.soon.answers].map(|count| (count > 0).then(|| lang.vendors_counted(count)));
    match (old, soon) {
        (Some(old), Some(soon)) => Some(lang.overview_overdue_and_soon(old, soon, SOON_DAYS)),
        (None, Some(soon)) => Some(lang.overview_only_soon(soon, SOON_DAYS)),
        (old, None) => old,
    }
}

fn parts(told: &OverviewTold<'_>, of: DueCounts) -> Option<Clean> {
    let lang = told.lang;
    let reviews = || {
        let reviews = lang.reviews_counted(of.reviews);
        if of.computed > 0 { lang.overview_computed(reviews, of.computed) } else { reviews }
    };
    let parts = [
        (of.reviews > 0).then(reviews),
        (of.conditions > 0).then(|| lang.conditions_counted(of.conditions)),
        (of.waivers > 0).then(|| lang.waivers_counted(of.waivers)),
    ];
    let parts: Vec<Clean> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| Clean::joined(parts, ", "))
}

/// On a line: what is overdue, and for whom, the longest first.
pub fn line(told: &OverviewTold<'_>, most: usize) -> Option<Text> {
    let (lang, vendors) = (told.lang, &told.overview.due.vendors);
    let counts = lang.overview_overdue().and(": ").and(overdue(told)?);
    let shown = vendors.first.iter().take(most);
    let names = Text::joined(shown.clone().map(|vendor| told.vendor(&vendor.who)), ", ");
    let more = vendors.all.saturating_sub(shown.len());
    let more = if more > 0 { " ".and(lang.and_more(more)) } else { Clean::default() };
    Some(Text::strong(counts).and(" (").then(names).and(more).and(")"))
}
