//! Where most points are missing, and which red flags are raised most often.

use super::told::{OverviewTold, bar};
use crate::document::height::short;
use crate::document::{Block, Cell, Column, Row, Section, Style, Table, Text};
use crate::portfolio::overview::{Lack, RaisedFlag};
use crate::words::clean::{Clean, Trusted};
use crate::words::number::{localized, tenths};

/// Where most points are missing; none where none are.
pub fn lacks(told: &OverviewTold<'_>) -> Option<Block> {
    let (lang, lacks) = (told.lang, &told.overview.lacks);
    let table = lacks_table(told, lacks.first.len(), None)?;
    let mut blocks = vec![Block::Paragraph(Text::plain(lang.overview_lacks_explained())), Block::Table(table)];
    blocks.extend(told.more(lacks.all, lacks.first.len()).map(Block::Paragraph));
    Some(Section::block("lacks", lang.overview_lacks(), blocks))
}

/// The questions at which most points are missing, so many of them, each in as many words as there is room for.
pub fn lacks_table(told: &OverviewTold<'_>, most: usize, room: Option<usize>) -> Option<Table> {
    let (lang, lacks) = (told.lang, &told.overview.lacks);
    let largest = lacks.first.first()?.tenths;
    let row = |lack: &Lack| {
        let points = localized(tenths(lack.tenths), lang);
        let cells: Vec<Cell> = vec![
            named(&lack.question, &lack.ask, room).into(),
            points.clone().into(),
            Cell::Bar(bar(lack.tenths, largest, points)),
            lack.vendors.into(),
        ];
        Row::plain(cells)
    };
    let columns = vec![
        Column::words(lang.overview_question()),
        Column::number(lang.overview_points()),
        Column::bar(lang.overview_next_to_most()),
        Column::number(lang.overview_vendors()),
    ];
    let rows: Vec<Row> = lacks.first.iter().take(most).map(row).collect();
    (!rows.is_empty()).then(|| Table { caption: lang.overview_lacks(), columns, rows, legend: None })
}

/// The red flags that are raised most often; none where none is raised or open.
pub fn flags(told: &OverviewTold<'_>) -> Option<Block> {
    let (lang, flags) = (told.lang, &told.overview.flags);
    let table = flags_table(told, flags.first.len(), None)?;
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(told.more(flags.all, flags.first.len()).map(Block::Paragraph));
    Some(Section::block("red-flags", lang.overview_flags(), blocks))
}

/// The red flags that are raised most often, so many of them, each in as many words as there is room for.
pub fn flags_table(told: &OverviewTold<'_>, most: usize, room: Option<usize>) -> Option<Table> {
    let (lang, flags) = (told.lang, &told.overview.flags);
    let row = |flag: &RaisedFlag| {
        let [raised, all] = [flag.raised, told.overview.vendors].map(|count| u64::try_from(count).unwrap_or(0));
        let cells: Vec<Cell> = vec![
            named(&flag.id, &flag.title, room).into(),
            told.level(flag.severity).into(),
            flag.raised.into(),
            Cell::Bar(bar(raised, all, flag.raised.clean())),
            flag.open.into(),
        ];
        Row::plain(cells)
    };
    let columns = vec![
        Column::words(lang.overview_flag()),
        Column::words(lang.overview_severity()),
        Column::number(lang.overview_raised()),
        Column::bar(lang.overview_of_all()),
        Column::number(lang.overview_still_open()),
    ];
    let rows: Vec<Row> = flags.first.iter().take(most).map(row).collect();
    (!rows.is_empty()).then(|| Table { caption: lang.overview_flags(), columns, rows, legend: None })
}

/// Words about something, and the id by which programs know it; where there is little room, the words alone.
fn named(id: &Clean, words: &Clean, room: Option<usize>) -> Text {
    match room {
        Some(room) => Text::plain(short(words, room)),
        None => Text::plain(words).and(" ").styled(Style::Code, id),
    }
}
