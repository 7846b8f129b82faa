//! What has changed since last time, and whether time did it or answers.

use super::told::OverviewTold;
use crate::document::{Balance, Block, Cell, Column, Fact, Row, Section, Style, Table, Text};
use crate::portfolio::foremost::Foremost;
use crate::portfolio::since::{Moved, Mover, NamedVendor, SinceBefore};
use crate::words::clean::{Clean, Trusted};

/// The section; none where nothing was held against these.
pub fn section(told: &OverviewTold<'_>) -> Option<Block> {
    let (lang, since) = (told.lang, told.overview.since.as_ref()?);
    let mut blocks = vec![Block::Paragraph(held_against(told, since))];
    let moved = [(lang.overview_risk(), &since.by_risk), (lang.counted().capitalized(), &since.by_score)];
    let moved = moved.into_iter().filter(|_| since.both() > 0);
    let mut facts: Vec<Fact> = moved.map(|(of, moved)| Fact::new(of, ways(told, moved))).collect();
    if since.word_for_word > 0 {
        let says = lang.overview_word_for_word_says(since.word_for_word, since.both());
        facts.push(Fact::new(lang.overview_word_for_word(), says));
    }
    facts.extend(left_out(told, since).map(|files| Fact::new(lang.overview_twice(), files)));
    blocks.extend((!facts.is_empty()).then_some(Block::Facts(facts)));
    let largest = [&since.worse, &since.better].into_iter().flat_map(|movers| &movers.first);
    let largest = largest.map(|mover| mover.whole().unsigned_abs()).max().unwrap_or_default();
    let mut inner = Vec::new();
    for (anchor, title, movers) in [
        ("for-the-worse", lang.overview_for_the_worse(), &since.worse),
        ("for-the-better", lang.overview_for_the_better(), &since.better),
    ] {
        if movers.all > 0 {
            let table = Block::Table(table(told, movers, largest, title.clone()));
            let more = told.more(movers.all, movers.first.len()).map(Block::Paragraph);
            inner.push(Section::block(anchor, title, [table].into_iter().chain(more).collect()));
        }
    }
    blocks.extend((!inner.is_empty()).then(|| Block::Paragraph(Text::plain(lang.overview_moved_explained()))));
    blocks.extend(inner);
    Some(Section::block("changed", lang.overview_moved(), blocks))
}

/// What was held against what: the folder, its days, and how many vendors are in both or in one alone.
fn held_against(told: &OverviewTold<'_>, since: &SinceBefore) -> Text {
    let lang = told.lang;
    let as_of = since.days.map(|days| lang.overview_then_as_of(told.days(days)));
    let parts = [
        as_of,
        Some(lang.overview_both(since.both())),
        some(since.new.all(), |count| lang.overview_new(count)),
        some(since.gone.all(), |count| lang.overview_gone(count)),
        some(since.unjudged, |count| lang.overview_unjudged(count)),
    ];
    let parts = Clean::joined(parts.into_iter().flatten(), "; ");
    Text::default().styled(Style::Code, &since.folder).and(": ").and(parts).and(".")
}

/// The vendors of which another file is held against the other year; none where each has one.
fn left_out(told: &OverviewTold<'_>, since: &SinceBefore) -> Option<Text> {
    let name = |who: &NamedVendor| told.vendor(who).and(" (").and(since.lie_in.within(&who.file)).and(")");
    (since.twice.all > 0).then(|| told.counted_as(&since.twice, since.twice.first.len(), name))
}

/// The same on a line.
pub fn left_out_line(told: &OverviewTold<'_>, since: &SinceBefore) -> Option<Text> {
    left_out(told, since).map(|files| Text::plain(told.lang.overview_twice()).and(": ").then(files))
}

/// A phrase about a number that is not 0.
fn some(count: usize, phrase: impl FnOnce(usize) -> Clean) -> Option<Clean> {
    (count > 0).then(|| phrase(count))
}

/// How many moved which way.
pub fn ways(told: &OverviewTold<'_>, moved: &Moved) -> Clean {
    let lang = told.lang;
    let parts = [
        some(moved.worse, |count| lang.overview_worse(count)),
        some(moved.better, |count| lang.overview_better(count)),
        some(moved.same, |count| lang.overview_same(count)),
        some(moved.unknown, |count| lang.overview_cannot_say(count)),
    ];
    Clean::joined(parts.into_iter().flatten(), ", ")
}

/// The same of the risk, with those that are in one year alone or, then, could not be judged.
pub fn ways_of_all(told: &OverviewTold<'_>, since: &SinceBefore) -> Clean {
    let lang = told.lang;
    let alone = [
        some(since.new.all(), |count| lang.overview_new(count)),
        some(since.gone.all(), |count| lang.overview_gone(count)),
        some(since.unjudged, |count| lang.overview_unjudged_then(count)),
    ];
    let both = Some(ways(told, &since.by_risk)).filter(|ways| !ways.is_empty());
    Clean::joined(both.into_iter().chain(alone.into_iter().flatten()), "; ")
}

fn table(told: &OverviewTold<'_>, movers: &Foremost<Mover>, largest: u64, caption: Clean) -> Table {
    let lang = told.lang;
    let columns = vec![
        Column::words(lang.vendor()),
        Column::words(lang.overview_risk()),
        Column::number(lang.overview_then()),
        Column::number(lang.overview_now()),
        Column::number(lang.overview_change()),
        Column::number(lang.overview_by_time()),
        Column::number(lang.overview_by_answers()),
        Column::bar(lang.overview_which_way()),
    ];
    let row = |mover: &Mover| {
        let change = told.signed(mover.whole());
        let reach = i128::from(mover.whole()) * 1_000 / i128::from(largest.max(1));
        let reach = i64::try_from(reach).unwrap_or_default();
        let cells: Vec<Cell> = vec![
            told.vendor(&mover.who).into(),
            risks(told, mover).into(),
            told.score(mover.then).into(),
            told.score(mover.now).into(),
            Text::strong(&change).into(),
            told.signed(mover.time()).into(),
            told.signed(mover.answers()).into(),
            Cell::Balance(Balance { reach, label: change }),
        ];
        Row::plain(cells)
    };
    Table { caption, columns, rows: movers.first.iter().map(row).collect(), legend: None }
}

/// The risk then and now; one word where it is the same.
fn risks(told: &OverviewTold<'_>, mover: &Mover) -> Text {
    match mover.from == mover.to {
        true => told.risk(mover.to),
        false => told.risk(mover.from).and(" → ").then(told.risk(mover.to)),
    }
}

/// A vendor that moved, on a line.
pub fn line(told: &OverviewTold<'_>, mover: &Mover) -> Text {
    let [then, now] = [mover.then, mover.now].map(|score| told.score(score));
    let step = told.lang.overview_step(then, now, told.signed(mover.time()), told.signed(mover.answers()));
    told.vendor(&mover.who).and(": ").and(risks_in_words(told, mover)).and(", ").and(step)
}

fn risks_in_words(told: &OverviewTold<'_>, mover: &Mover) -> Clean {
    match mover.from == mover.to {
        true => told.risk_in_words(mover.to),
        false => told.risk_in_words(mover.from).and(" → ").and(told.risk_in_words(mover.to)),
    }
}

/// Those that moved furthest, so many for the worse and then for the better, in few columns.
pub fn short_table(told: &OverviewTold<'_>, since: &SinceBefore, most: usize) -> Option<Table> {
    let lang = told.lang;
    let row = |mover: &Mover| {
        let scores = [mover.then, mover.now].map(|score| told.score(score));
        let causes = [mover.time(), mover.answers()].map(|steps| told.signed(steps));
        let cells = [told.vendor(&mover.who).into(), risks_in_words(told, mover).into()].into_iter();
        Row::plain(cells.chain(scores.into_iter().chain(causes).map(Cell::from)).collect())
    };
    let movers = since.worse.first.iter().take(most).chain(since.better.first.iter().take(most));
    let rows: Vec<Row> = movers.map(row).collect();
    let columns = vec![
        Column::words(lang.vendor()),
        Column::words(lang.overview_risk()),
        Column::number(lang.overview_then()),
        Column::number(lang.overview_now()),
        Column::number(lang.overview_by_time()),
        Column::number(lang.overview_by_answers()),
    ];
    (!rows.is_empty()).then(|| Table { caption: lang.overview_moved(), columns, rows, legend: None })
}
