//! Where nothing is decided on the answers at hand.

use super::told::OverviewTold;
use crate::document::{Block, Fact, Section};
use crate::portfolio::overview::FEW;
use crate::words::Clean;

/// The section; none where all is decided and rated.
pub fn section(told: &OverviewTold<'_>) -> Option<Block> {
    let facts = facts(told, FEW);
    let lang = told.lang;
    (!facts.is_empty()).then(|| Section::block("undecided", lang.overview_undecided(), vec![Block::Facts(facts)]))
}

/// How many vendors are in which of these states, and so many of each by name.
pub fn facts(told: &OverviewTold<'_>, most: usize) -> Vec<Fact> {
    let (lang, undecided) = (told.lang, &told.overview.undecided);
    let lists = [
        (lang.overview_no_decision(), &undecided.none),
        (lang.overview_on_others(), &undecided.on_others),
        (lang.overview_unbound(), &undecided.unbound),
        (lang.overview_rejected(), &undecided.rejected),
        (lang.overview_not_rated(), &undecided.unrated),
        (lang.overview_nothing().capitalized(), &undecided.nothing),
    ];
    let filled = lists.into_iter().filter(|(_, vendors)| vendors.all > 0);
    filled.map(|(name, vendors)| Fact::new(name, told.counted(vendors, most))).collect()
}

/// How many vendors are in which of these states, on a line. Those that are not rated are counted beside the others.
pub fn counts(told: &OverviewTold<'_>) -> Clean {
    let (lang, undecided) = (told.lang, &told.overview.undecided);
    let counts = [
        (undecided.none.all, lang.overview_no_decision_count(undecided.none.all)),
        (undecided.on_others.all, lang.overview_on_others_count(undecided.on_others.all)),
        (undecided.unbound.all, lang.overview_unbound_count(undecided.unbound.all)),
        (undecided.rejected.all, lang.overview_rejected_count(undecided.rejected.all)),
    ];
    Clean::joined(counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words), ", ")
}
