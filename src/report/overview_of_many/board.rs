//! The overview on one page for a board: less and less is told until it fits.

use super::told::OverviewTold;
use super::{basis, depends, due, head, lacks, later, moved, risk, undecided};
use crate::document::fit::roomiest;
use crate::document::height;
use crate::document::{Block, Document, Fact, Layout, Section, Text};
use crate::portfolio::heat::STAKES;
use crate::portfolio::overview::Overview;
use crate::report::made_by::MadeBy;
use crate::words::Lang;

/// How much of everything is told.
#[derive(Clone, Copy)]
struct OverviewRoom {
    /// So many twentieths of a letter's height has the longest name of a vendor, and so many the longest words of a
    /// question or a flag.
    name_room: usize,
    words: usize,
    /// How many vendors are named where they are only examples.
    named: usize,
    /// How many vendors that moved, for the worse and for the better.
    moved: usize,
    /// How many questions at which points are missing, and how many flags.
    lacks: usize,
    flags: usize,
    /// How many companies, and how many countries.
    depends: usize,
}

/// Where nothing needs to give way.
const ALL: OverviewRoom =
    OverviewRoom { name_room: 600, words: 1_300, named: 5, moved: 4, lacks: 5, flags: 5, depends: 3 };

/// What gives way, one after the other: the least important first.
const STEPS: [fn(&mut OverviewRoom); 14] = [
    |room| room.named = 3,
    |room| room.words = 700,
    |room| (room.depends, room.moved) = (2, 3),
    |room| (room.lacks, room.flags) = (4, 4),
    |room| (room.named, room.name_room) = (2, 400),
    |room| (room.lacks, room.flags) = (3, 3),
    |room| (room.moved, room.depends) = (2, 1),
    |room| (room.lacks, room.flags) = (3, 2),
    |room| (room.lacks, room.flags) = (2, 2),
    |room| room.words = 350,
    |room| (room.name_room, room.named) = (300, 1),
    |room| room.moved = 1,
    |room| room.depends = 0,
    |room| (room.lacks, room.flags) = (1, 1),
];

/// The page.
pub fn document(overview: &Overview, made_by: &MadeBy, lang: Lang) -> Document {
    let mut room = ALL;
    let mut rooms = vec![room];
    for step in STEPS {
        step(&mut room);
        rooms.push(room);
    }
    let least = OverviewRoom { name_room: 160, words: 300, ..room };
    roomiest(rooms, least, |room| page((overview, made_by), lang, room), height::fits)
}

fn page((overview, made_by): (&Overview, &MadeBy), lang: Lang, room: OverviewRoom) -> Document {
    let told = OverviewTold { overview, lang, name_room: room.name_room };
    let mut blocks = vec![head::paragraph(&told)];
    blocks.extend(head::several(&told, room.named).map(Block::Paragraph));
    blocks.extend(head::alike(&told).into_iter().take(1).map(Block::Notice));
    blocks.push(Block::Verdict(head::verdict(&told)));
    blocks.push(Block::Figure(risk::heat(&told, false)));
    blocks.extend(see_to(&told, room));
    blocks.extend(changed(&told, room));
    let tables = [
        ("lacks", lang.overview_lacks(), lacks::lacks_table(&told, room.lacks, Some(room.words))),
        ("red-flags", lang.overview_flags(), lacks::flags_table(&told, room.flags, Some(room.words))),
    ];
    blocks.extend(tables.into_iter().filter_map(|(anchor, title, table)| {
        table.map(|table| Section::block(anchor, title, vec![Block::Table(table)]))
    }));
    let lines = depends::lines(&told, room.depends, STAKES.len());
    blocks.extend(
        (!lines.is_empty()).then(|| Section::block("depends", lang.overview_depends(), vec![Block::List(lines)])),
    );
    blocks.push(basis::foot(&told, made_by));
    Document { lang, layout: Layout::Page, title: Text::plain(lang.overview_board_title()), blocks }
}

/// What is not decided, and who is at a worse risk if nobody does anything.
fn see_to(told: &OverviewTold<'_>, room: OverviewRoom) -> Option<Block> {
    let lang = told.lang;
    let item = |fact: Fact| Text::plain(fact.name).and(": ").then(fact.text);
    let mut items: Vec<Text> = Vec::new();
    items.extend(due::line(told, room.named));
    let names = later::names(told, room.named);
    items.extend((!names.is_empty()).then(|| Text::plain(lang.overview_later()).and(": ").then(names)));
    items.extend(undecided::facts(told, room.named).into_iter().map(item));
    (!items.is_empty()).then(|| Section::block("see-to", lang.overview_see_to(), vec![Block::List(items)]))
}

/// What has changed, and which vendors moved furthest.
fn changed(told: &OverviewTold<'_>, room: OverviewRoom) -> Option<Block> {
    let (lang, since) = (told.lang, told.overview.since.as_ref()?);
    let risks = Text::strong(lang.overview_risk()).and(": ").and(moved::ways_of_all(told, since));
    let scores = || Text::strong(lang.counted().capitalized()).and(": ").and(moved::ways(told, &since.by_score));
    let lines = since.worse.first.iter().take(room.moved).chain(since.better.first.iter().take(room.moved));
    let lines: Vec<Text> = lines.map(|mover| moved::line(told, mover)).collect();
    let ways = if since.both() > 0 { risks.and(". ").then(scores()) } else { risks };
    let mut blocks = vec![Block::Paragraph(ways.and("."))];
    blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
    Some(Section::block("changed", lang.overview_moved(), blocks))
}
