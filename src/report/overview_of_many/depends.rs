//! On which companies and countries several vendors depend, by what is at stake.

use super::told::{OverviewTold, bar};
use crate::document::{Block, Cell, Column, Row, Section, Table, Text};
use crate::portfolio::depends::Dependency;
use crate::portfolio::foremost::Foremost;
use crate::portfolio::heat::STAKES;
use crate::words::clean::{Clean, Trusted};

/// The section; none where no two vendors depend on the same.
pub fn section(told: &OverviewTold<'_>) -> Option<Block> {
    let (lang, overview) = (told.lang, told.overview);
    let parts = [
        (lang.overview_company(), lang.overview_companies(), &overview.companies),
        (lang.overview_country(), lang.overview_countries(), &overview.countries),
    ];
    let mut blocks = vec![Block::Paragraph(Text::plain(lang.overview_depends_explained()))];
    for (column, caption, found) in parts {
        if found.all > 0 {
            blocks.push(Block::Table(table(told, found, column, caption)));
            blocks.extend(told.more(found.all, found.first.len()).map(Block::Paragraph));
        }
    }
    let are_several = overview.companies.first.iter().any(|one| !one.other_names.is_empty());
    blocks.extend(are_several.then(|| Block::Paragraph(Text::plain(lang.overview_other_names()))));
    (blocks.len() > 1).then(|| Section::block("depends", lang.overview_depends(), blocks))
}

/// Its name, and every other one that vendors give under its registration: no vendor renames what another one lists.
fn named(told: &OverviewTold<'_>, one: &Dependency) -> Text {
    Text::joined([&one.name].into_iter().chain(&one.other_names).map(|name| told.name(name)), " / ")
}

fn table(told: &OverviewTold<'_>, found: &Foremost<Dependency>, column: Clean, caption: Clean) -> Table {
    let lang = told.lang;
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let row = |one: &Dependency| {
        let cells: Vec<Cell> = vec![
            named(told, one).into(),
            one.vendors().into(),
            Cell::Bar(bar(number(one.vendors()), number(told.overview.vendors), one.vendors().clean())),
            by_stake(told, one, STAKES.len()).into(),
        ];
        Row::plain(cells)
    };
    let columns = vec![
        Column::words(column),
        Column::number(lang.overview_vendors()),
        Column::bar(lang.overview_of_all()),
        Column::words(lang.overview_by_stake()),
    ];
    Table { caption, columns, rows: found.first.iter().map(row).collect(), legend: None }
}

/// How many of those that depend on it are of which stake, the highest first, so many of them.
fn by_stake(told: &OverviewTold<'_>, one: &Dependency, most: usize) -> Clean {
    let parts = STAKES.into_iter().map(|stake| (told.stake(stake), one.of(stake)));
    let parts = parts.filter(|(_, count)| *count > 0).map(|(stake, count)| told.lang.of_risk(stake, count));
    let parts: Vec<Clean> = parts.collect();
    let rest = (parts.len() > most).then(|| "…".clean());
    Clean::joined(parts.into_iter().take(most).chain(rest), ", ")
}

/// The first of them on a line each, the companies before the countries.
pub fn lines(told: &OverviewTold<'_>, most: usize, parts: usize) -> Vec<Text> {
    let all = told.overview.companies.first.iter().take(most).chain(told.overview.countries.first.iter().take(most));
    let line = |one: &Dependency| {
        let vendors = told.lang.vendors_counted(one.vendors());
        named(told, one).and(": ").and(vendors).and(" (").and(by_stake(told, one, parts)).and(")")
    };
    all.map(line).collect()
}
