//! The one thing to take away: how many vendors are at which risk, and what that becomes.

use super::told::OverviewTold;
use super::{due, later};
use crate::answers::kinship::Kinship;
use crate::document::height::short;
use crate::document::{Block, Text, Tone, Verdict};
use crate::portfolio::heat::RiskTold;
use crate::portfolio::overview::SeveralFiles;
use crate::portfolio::since::NamedVendor;
use crate::report::naming;
use crate::words::clean::{Clean, Trusted};

/// How many vendors were judged, as of when, and how many could not be.
pub fn paragraph(told: &OverviewTold<'_>) -> Block {
    Block::Paragraph(Text::plain(judged(told)))
}

fn judged(told: &OverviewTold<'_>) -> Clean {
    let unjudged = told.overview.unjudged;
    let unjudged = (unjudged > 0).then(|| told.lang.overview_unjudged(unjudged));
    Clean::joined([when(told)].into_iter().chain(unjudged), "; ")
}

/// How many vendors were judged, and as of when.
pub fn when(told: &OverviewTold<'_>) -> Clean {
    let (lang, overview) = (told.lang, told.overview);
    let vendors = vendors(told);
    let days = overview.as_of;
    match days.one() {
        Some(_) => lang.overview_judged(vendors, told.days(days)),
        None => {
            let [first, last] = [days.first, days.last].map(|day| naming::day(day, lang));
            lang.overview_judged_own_days(vendors, first, last)
        }
    }
}

/// Of how many vendors the files are, and how many files where these are more.
fn vendors(told: &OverviewTold<'_>) -> Clean {
    let (lang, overview) = (told.lang, told.overview);
    let vendors = lang.vendors_counted(overview.vendors);
    let is_one_each = overview.vendors == overview.judged();
    if is_one_each { vendors } else { lang.overview_in_files(vendors, overview.judged()) }
}

/// So many times the room of a name has the list of its files.
const FILES_PER_NAME: usize = 4;

/// Of whom several files are counted, so many by name; none where each vendor has one.
pub fn several(told: &OverviewTold<'_>, most: usize) -> Option<Text> {
    let (lang, several) = (told.lang, &told.overview.several);
    let shown = several.first.iter().take(most);
    let more = several.all.saturating_sub(shown.len());
    // by name they stand where there is room for those of all of these vendors
    let has_room = several.all == 1 || told.name_room == usize::MAX;
    let files = |of: &SeveralFiles| {
        let more = of.files.saturating_sub(of.first.len());
        let files = of.first.iter().map(|file| told.overview.lie_in.within(file));
        let files = files.chain((more > 0).then(|| lang.and_more(more)));
        ": ".and(short(&Clean::joined(files, ", "), told.name_room.saturating_mul(FILES_PER_NAME)))
    };
    let name = |of: &SeveralFiles| {
        let files = if has_room { files(of) } else { Clean::default() };
        told.name(&of.vendor).and(" (").and(of.files).and(files).and(")")
    };
    let names = Text::joined(shown.map(name).chain((more > 0).then(|| Text::plain(lang.and_more(more)))), ", ");
    (several.all > 0).then(|| Text::strong(lang.overview_several()).and(": ").then(names))
}

/// Names that look alike, so that nobody takes one vendor for the other.
pub fn alike(told: &OverviewTold<'_>) -> Vec<Text> {
    let file = |who: &NamedVendor| short(&told.overview.lie_in.within(&who.file), told.name_room);
    let line = |(kinship, [a, b]): &(Kinship, [NamedVendor; 2])| {
        let vendors = [a, b].map(|who| told.vendor(who).words());
        Text::plain(told.lang.may_be_mistaken(*kinship == Kinship::Namesakes, vendors, [a, b].map(file)).capitalized())
    };
    told.overview.alike.iter().map(line).collect()
}

/// How many vendors are at which risk, the worst first; what that was and what it becomes. It is neither good nor bad:
/// among many, some are always at a high risk.
pub fn verdict(told: &OverviewTold<'_>) -> Verdict {
    let (lang, overview) = (told.lang, told.overview);
    let count = |risk: RiskTold| overview.risks.of_risk(risk);
    let (rated, unrated) = (told.by_risk(count), told.unrated(count));
    let mut outlook = Vec::new();
    let value = match rated.is_empty() {
        true => Clean::joined(unrated, ", "),
        false => {
            let besides = Clean::joined(&unrated, ", ");
            outlook.extend((!unrated.is_empty()).then(|| Text::plain(besides.capitalized().and("."))));
            Clean::joined(rated, ", ")
        }
    };
    let before = overview.since.as_ref().filter(|since| since.both() > 0);
    outlook.extend(before.map(|since| Text::plain(lang.overview_before(since.both(), told.all_risks(&since.then)))));
    outlook.extend(due::overdue(told).map(|parts| Text::strong(lang.overview_overdue_sentence(parts).and("."))));
    outlook.extend(later::sentence(told).map(Text::strong));
    let label = vendors(told).in_capitals();
    Verdict { tone: Tone::Plain, label, value, outlook }
}
