//! The protection that has been shown, category by category, a column for each vendor; every category, whatever the
//! room.

use super::choice::in_order;
use super::told::Compared;
use crate::document::{Cell, Column, Row, RowKind, Table, Text};
use crate::policy::Band;
use crate::questionnaire::ids::{CategoryId, VendorId};
use crate::report::naming;
use crate::report::overview::{self, Figures, Line};
use crate::report::parts::categories::band_tone;
use crate::report::story::Story;
use crate::words::{Clean, Lang};

/// How the categories of several vendors are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProtectionRoom {
    /// A row each, with the points.
    Points,
    /// A row each.
    Bands,
    /// A row for each group, which stands for its categories.
    Groups,
    /// How many reach which protection.
    Counts,
}

/// The table.
pub fn table(compared: &Compared<'_, '_>, room: ProtectionRoom) -> Table {
    let lang = compared.lang;
    let vendors = in_order(compared);
    let rows = match room {
        ProtectionRoom::Counts => counts(compared, &vendors),
        ProtectionRoom::Points | ProtectionRoom::Bands | ProtectionRoom::Groups => rows(compared, &vendors, room),
    };
    let mut columns = vec![Column::words(lang.category())];
    columns.extend(vendors.iter().map(|at| Column::words(&compared.names[*at])));
    Table { caption: lang.board_protection_shown(), columns, rows, legend: None }
}

/// What names a line in every questionnaire that has it.
fn name_of(line: &Line<'_>, story: &Story<'_, '_>) -> (RowKind, Clean) {
    let only = |at: &CategoryId| story.questionnaire().categories[*at].id.clone();
    let id = match (line.kind, &line.categories[..]) {
        (RowKind::Plain | RowKind::Member, [at]) => only(at),
        _ => line.title.clone(),
    };
    (line.kind, id)
}

fn rows(compared: &Compared<'_, '_>, vendors: &[VendorId], room: ProtectionRoom) -> Vec<Row> {
    let is_told = |kind: RowKind| match room {
        ProtectionRoom::Groups => kind != RowKind::Member,
        _ => true,
    };
    let lines = compared.stories.map(|_, story| overview::lines(story));
    let mut told: Vec<((RowKind, Clean), Clean)> = Vec::new();
    for (at, lines) in lines.with_ids() {
        for line in lines.iter().filter(|line| is_told(line.kind)) {
            let name = name_of(line, &compared.stories[at]);
            if !told.iter().any(|(known, _)| *known == name) {
                told.push((name, line.title.clone()));
            }
        }
    }
    // what only a later questionnaire asks stands before the sum
    told.sort_by_key(|((kind, _), _)| *kind == RowKind::Total);
    let cell = |at: VendorId, name: &(RowKind, Clean)| {
        let story = &compared.stories[at];
        let own = lines[at].iter().find(|line| name_of(line, story) == *name);
        let figures = own.and_then(|line| overview::figures(story, line));
        figures.map_or_else(|| Text::plain("–"), |figures| shown(story, &figures, room, name.0))
    };
    let row = |(name, title): &((RowKind, Clean), Clean)| {
        let cells = vendors.iter().map(|at| Cell::Text(cell(*at, name)));
        Row { kind: name.0, cells: [title.clone().into()].into_iter().chain(cells).collect() }
    };
    told.iter().map(row).collect()
}

/// The protection, with its points where there is room; those of the whole stand in any case.
fn shown(story: &Story<'_, '_>, figures: &Figures, room: ProtectionRoom, kind: RowKind) -> Text {
    let said = band(story, figures.band);
    if room == ProtectionRoom::Points || kind == RowKind::Total { said.and(" ").and(&figures.counted) } else { said }
}

fn band(story: &Story<'_, '_>, band: Option<Band>) -> Text {
    match band {
        Some(band) => Text::tag(band_tone(band), naming::band(band, story.lang)),
        None => Text::plain(story.lang.unclear()),
    }
}

/// For each protection how many categories of each vendor reach it.
fn counts(compared: &Compared<'_, '_>, vendors: &[VendorId]) -> Vec<Row> {
    let figures = compared.stories.map(|_, story| {
        let lines = overview::lines(story).into_iter();
        let single = lines.filter(|line| matches!(line.kind, RowKind::Plain | RowKind::Member));
        single.map(|line| overview::figures(story, &line).map(|figures| figures.band)).collect::<Vec<_>>()
    });
    let Some(story) = compared.stories.iter().next() else { return Vec::new() };
    let known = Band::ALL.iter().rev().map(|known| (Some(Some(*known)), band(story, Some(*known))));
    let others = [(Some(None), band(story, None)), (None, Text::plain(story.lang.does_not_count()))];
    let rows = known.chain(others).filter_map(|(wanted, name)| {
        let count = |at: &VendorId| figures[*at].iter().filter(|found| **found == wanted).count();
        let counts: Vec<usize> = vendors.iter().map(count).collect();
        let cells = counts.iter().map(|count| Cell::Text(Text::plain(count)));
        let row = || Row::plain([Cell::Text(name)].into_iter().chain(cells).collect());
        counts.iter().any(|count| *count > 0).then(row)
    });
    rows.collect()
}

/// What the rows are, where they stand for more than they name.
pub fn title(room: ProtectionRoom, lang: Lang) -> Clean {
    match room {
        ProtectionRoom::Points | ProtectionRoom::Bands => lang.board_protection_shown(),
        ProtectionRoom::Groups => lang.board_groups_shown(),
        ProtectionRoom::Counts => lang.board_counts_shown(),
    }
}
