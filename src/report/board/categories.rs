//! Every category on one page: as a table where that has room, else by name under the protection that has been shown,
//! at last counted. None vanishes.

use crate::document::height::{cut, short};
use crate::document::{Block, Cell, RowKind, Section, Table, Text, Tone};
use crate::policy::Band;
use crate::report::naming;
use crate::report::overview::{self, Figures};
use crate::report::parts::categories::{self, Columns, band_tone};
use crate::report::story::Story;
use crate::words::Clean;

/// How the categories are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CategoryRoom {
    /// A row each.
    Rows,
    /// By name under their protection.
    Names,
    /// How many reach which protection.
    Counts,
}

/// The categories of a vendor, ready for any room.
pub struct BoardCategories {
    caption: Clean,
    rows: Table,
    /// For each protection that some have, from the worst, what it is called and the categories.
    by_band: Vec<(Text, Vec<Clean>)>,
    /// What the lines are, where the categories stand under their protection.
    by_protection: Clean,
    /// The same where they are counted.
    counted: Clean,
}

/// The categories of a vendor; `None` where nothing counts.
pub fn of(story: &Story<'_, '_>) -> Option<BoardCategories> {
    let lang = story.lang;
    story.assessment.overall.as_ref()?;
    let lines = overview::lines(story);
    let single = lines.iter().filter(|line| matches!(line.kind, RowKind::Plain | RowKind::Member));
    let told: Vec<(Clean, Option<Figures>)> =
        single.map(|line| (line.title.clone(), overview::figures(story, line))).collect();
    let bands =
        Band::ALL.iter().rev().map(|band| (Some(*band), Text::tag(band_tone(*band), naming::band(*band, lang))));
    let unclear = (None, Text::tag(Tone::Plain, lang.unclear()));
    let mut by_band: Vec<(Text, Vec<Clean>)> = Vec::new();
    for (band, name) in bands.chain([unclear]) {
        let of_band = told.iter().filter_map(|(title, figures)| {
            let figures = figures.as_ref().filter(|figures| figures.band == band)?;
            Some(lang.board_category(title, &figures.counted))
        });
        by_band.push((name, of_band.collect()));
    }
    let out = told.iter().filter(|(_, figures)| figures.is_none()).map(|(title, _)| title.clone());
    by_band.push((Text::tag(Tone::Plain, lang.does_not_count()), out.collect()));
    by_band.retain(|(_, names)| !names.is_empty());
    Some(BoardCategories {
        caption: lang.categories(),
        rows: categories::table(story, Columns::Few),
        by_band,
        by_protection: lang.board_by_protection(story.top()),
        counted: lang.board_categories_counted(),
    })
}

impl BoardCategories {
    /// The section, with so much room for a name.
    pub fn section(&self, room: CategoryRoom, name: usize) -> Block {
        let blocks = match room {
            CategoryRoom::Rows => vec![Block::Table(self.table(name))],
            CategoryRoom::Names => self.names(name),
            CategoryRoom::Counts => self.counts(),
        };
        let title = if room == CategoryRoom::Names { &self.by_protection } else { &self.caption };
        Section::block("categories", title, blocks)
    }

    fn counts(&self) -> Vec<Block> {
        let line = |(band, names): &(Text, Vec<Clean>)| band.clone().and(" ").and(names.len());
        let note = Block::Paragraph(Text::plain(&self.counted));
        vec![note, Block::List(self.by_band.iter().map(line).collect())]
    }

    fn table(&self, name: usize) -> Table {
        let mut table = self.rows.clone();
        for row in &mut table.rows {
            if let Some(Cell::Text(title)) = row.cells.first_mut() {
                cut(title, name);
            }
        }
        table
    }

    fn names(&self, name: usize) -> Vec<Block> {
        let line = |(band, names): &(Text, Vec<Clean>)| {
            let names = names.iter().map(|words| short(words, name));
            band.clone().and(" ").and(Clean::joined(names, " · "))
        };
        vec![Block::List(self.by_band.iter().map(line).collect())]
    }
}
