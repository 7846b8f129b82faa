//! How many vendors are at which risk: now, last time, and by what is at stake.

use super::told::{OverviewTold, bar};
use crate::document::{Block, Cell, Column, Drawing, Figure, Matrix, Row, RowKind, Section, Table, Text, Tone};
use crate::portfolio::heat::{RiskTold, STAKES, Stake};
use crate::report::parts::verdict::tone;
use crate::words::clean::{Clean, Trusted};

/// The section.
pub fn section(told: &OverviewTold<'_>) -> Block {
    let lang = told.lang;
    let mut blocks = vec![Block::Table(table(told))];
    let changes = told.overview.since.as_ref().is_some_and(|since| since.new.all() > 0);
    blocks.extend(changes.then(|| Block::Paragraph(Text::plain(lang.overview_in_both()))));
    blocks.push(Block::Figure(heat(told, false)));
    blocks.push(Block::Paragraph(Text::plain(lang.overview_heat_explained())));
    Section::block("risk", lang.overview_risk(), blocks)
}

/// The risks that there are, the worst first.
fn risks(told: &OverviewTold<'_>) -> Vec<RiskTold> {
    let [low, medium, high, critical, not_yet, nothing] = RiskTold::ALL;
    let since = told.overview.since.as_ref();
    let is_there = |risk: &RiskTold| {
        risk.level().is_some()
            || told.overview.risks.of_risk(*risk) > 0
            || since.is_some_and(|since| since.then.of(*risk) > 0)
    };
    [critical, high, medium, low, not_yet, nothing].into_iter().filter(is_there).collect()
}

/// How many vendors are at which risk, now and last time.
pub fn table(told: &OverviewTold<'_>) -> Table {
    let (lang, overview) = (told.lang, told.overview);
    let since = overview.since.as_ref();
    let mut columns = vec![
        Column::words(lang.overview_residual()),
        Column::number(lang.overview_now()),
        Column::bar(lang.overview_of_all()),
    ];
    columns.extend(since.map(|_| Column::number(lang.overview_then())));
    let drawn = |count: usize, of: usize| {
        Cell::Bar(bar(u64::try_from(count).unwrap_or(u64::MAX), u64::try_from(of).unwrap_or(u64::MAX), count.clean()))
    };
    let row = |risk: RiskTold| {
        let now = overview.risks.of_risk(risk);
        let mut cells = vec![told.risk(risk).into(), now.into(), drawn(now, overview.judged())];
        cells.extend(since.map(|since| Cell::from(since.then.of(risk))));
        Row::plain(cells)
    };
    let mut rows: Vec<Row> = risks(told).into_iter().map(row).collect();
    let mut sums = vec![lang.overview_all().into(), overview.judged().into(), Cell::from(Clean::default())];
    sums.extend(since.map(|since| Cell::from(since.then.all())));
    rows.push(Row { kind: RowKind::Total, cells: sums });
    Table { caption: lang.overview_how_many(), columns, rows, legend: None }
}

/// What is at stake against the risk that is left. Rows and columns that are no level stand there only if anybody is,
/// and in short no row does without.
pub fn heat(told: &OverviewTold<'_>, in_short: bool) -> Figure {
    let (lang, map) = (told.lang, &told.overview.risks);
    let is_shown = |stake: &Stake| map.of_stake(*stake) > 0 || (stake.is_some() && !in_short);
    let stakes: Vec<Stake> = STAKES.into_iter().filter(is_shown).collect();
    let risks = RiskTold::ALL.into_iter().filter(|risk| risk.level().is_some() || map.of_risk(*risk) > 0);
    let risks: Vec<RiskTold> = risks.collect();
    let column = |risk: &RiskTold| (risk.level().map_or(Tone::Plain, tone), told.risk_in_words(*risk));
    let counts = stakes.iter().map(|stake| risks.iter().map(|risk| map.count(*stake, *risk)).collect()).collect();
    let axes = if in_short {
        [lang.overview_row_stake(), lang.overview_row_risk()]
    } else {
        [lang.at_stake(), lang.overview_residual()]
    };
    let matrix = Matrix::of_counts(
        axes,
        stakes.iter().map(|stake| told.stake(*stake)).collect(),
        risks.iter().map(column).collect(),
        lang.overview_all(),
        counts,
    );
    let row = |stake: &Stake| {
        let parts = risks.iter().map(|risk| (map.count(*stake, *risk), told.risk_in_words(*risk)));
        let parts = parts.filter(|(count, _)| *count > 0).map(|(count, risk)| lang.of_risk(risk, count));
        lang.overview_heat_row(told.stake(*stake), map.of_stake(*stake), Clean::joined(parts, ", "))
    };
    let rows = stakes.iter().filter(|stake| map.of_stake(**stake) > 0).map(row);
    let text = lang.at_stake().and(". ").and(Clean::joined(rows, "; "));
    Figure { anchor: "heat".clean(), title: lang.overview_heat(), text, drawing: Drawing::Matrix(matrix) }
}
