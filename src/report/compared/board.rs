//! Two to six vendors, or dates of one, on one page for a board.

use super::protection::{self, ProtectionRoom};
use super::told::Compared;
use super::{choice, head, over_time, trend};
use crate::comparison::trend::Trend;
use crate::document::fit::{at_most, roomiest};
use crate::document::height::{self, cut};
use crate::document::{Block, Cell, Document, Layout, Section, Table, Text};
use crate::words::Lang;
use crate::words::clean::Clean;

/// How much of everything is told.
#[derive(Clone, Copy)]
struct ChoiceRoom {
    /// The longest text that somebody wrote, in twentieths of a letter's height.
    text: usize,
    /// The longest text of a cell, likewise.
    cell: usize,
    /// How many lines of each kind stand above all.
    head: usize,
    /// Whether the sentence leaves out what it is that is at stake.
    in_short: bool,
    /// How many factors of what is at stake.
    stakes: usize,
    /// How many flags of each vendor by name; with none, only how many there are stands beside the vendor.
    flags: usize,
    /// How many changes between two dates.
    changes: usize,
    /// How the categories are told.
    categories: ProtectionRoom,
}

/// Where nothing needs to give way.
const ALL: ChoiceRoom = ChoiceRoom {
    text: usize::MAX,
    cell: usize::MAX,
    head: 12,
    in_short: false,
    stakes: 12,
    flags: 5,
    changes: 16,
    categories: ProtectionRoom::Points,
};

/// What gives way, one after the other: the least important first.
const STEPS: [fn(&mut ChoiceRoom); 15] = [
    |room| room.changes = 12,
    |room| room.flags = 3,
    |room| (room.flags, room.changes) = (2, 9),
    |room| (room.flags, room.in_short) = (2, true),
    |room| room.categories = ProtectionRoom::Bands,
    |room| room.flags = 1,
    |room| (room.head, room.changes) = (6, 6),
    |room| room.flags = 0,
    |room| (room.flags, room.categories) = (2, ProtectionRoom::Groups),
    |room| room.flags = 1,
    |room| (room.flags, room.changes) = (0, 4),
    |room| room.stakes = 5,
    |room| (room.head, room.stakes) = (4, 3),
    |room| room.categories = ProtectionRoom::Counts,
    |room| (room.head, room.stakes, room.changes) = (2, 2, 2),
];

/// The longest texts and cells where whole ones have no room even so.
const TEXTS: [(usize, usize); 4] = [(2_300, 1_500), (1_150, 1_000), (1_150, 600), (1_150, 400)];

/// The page.
pub fn document(compared: &Compared<'_, '_>, foot: &[Block]) -> Document {
    let mut rooms = Vec::new();
    for (text, cell) in [(ALL.text, ALL.cell)].into_iter().chain(TEXTS) {
        let mut room = ChoiceRoom { text, cell, ..ALL };
        rooms.push(room);
        for step in STEPS {
            step(&mut room);
            // of two dates the flags are among what changed most: some are told whatever the room and the language
            room.flags = room.flags.max(usize::from(compared.over_time));
            rooms.push(room);
        }
    }
    let least = rooms.last().map_or(ALL, |room| ChoiceRoom { cell: 200, ..*room });
    let changes = Changes::of(compared);
    roomiest(rooms, least, |room| page(compared, &changes, foot, room), height::fits)
}

/// What changed from each date to the next.
enum Changes {
    /// Between two dates.
    Once(Vec<Text>),
    /// Over more: what each step came to, and what moved it.
    Stepwise(Vec<(Text, Vec<Text>)>),
}

impl Changes {
    fn of(compared: &Compared<'_, '_>) -> Changes {
        match compared.is_trend() {
            true => Changes::Stepwise(trend::in_short(compared)),
            false => Changes::Once(over_time::in_short(compared)),
        }
    }

    /// At most so many lines; of several steps each has its share.
    fn lines(&self, most: usize, lang: Lang) -> Vec<Text> {
        let few = |lines: &[Text], most: usize| at_most(lines.iter().cloned(), most, |left| lang.more_changes(left));
        match self {
            Changes::Once(lines) => few(lines, most),
            Changes::Stepwise(steps) => {
                let each = (most / steps.len().max(1)).max(1);
                steps.iter().flat_map(|(head, lines)| [head.clone()].into_iter().chain(few(lines, each))).collect()
            }
        }
    }
}

fn page(compared: &Compared<'_, '_>, changes: &Changes, foot: &[Block], room: ChoiceRoom) -> Document {
    let lang = compared.lang;
    let mut blocks = Vec::new();
    if compared.is_trend() {
        blocks.extend(Trend::of(compared.comparison).map(|trend| trend::in_all(compared, &trend)));
    } else if let ([held], true) = (&compared.comparison.pairs[..], compared.over_time) {
        blocks.push(over_time::since_then(compared, held));
    }
    blocks.extend(above(compared, room));
    let head = if compared.over_time { lang.verdicts() } else { lang.board_choice() };
    let vendors = Block::Table(match compared.is_trend() {
        true => trend::decided(compared, room.in_short),
        false => choice::vendors(compared, room.in_short, room.flags == 0),
    });
    blocks.push(Section::block("verdicts", head, vec![vendors]));
    blocks.push(if compared.over_time { changed(compared, changes, room) } else { order(compared, room) });
    let stakes = at_most(choice::at_stake(compared), room.stakes, |left| lang.more_stakes(left));
    let section = |anchor: &'static str, title: Clean, lines: Vec<Text>| {
        (!lines.is_empty()).then(|| Section::block(anchor, title, vec![Block::List(lines)]))
    };
    blocks.extend(section("inherent-risk", lang.board_stakes(), stakes));
    let table = Block::Table(protection::table(compared, room.categories));
    blocks.push(Section::block("categories", protection::title(room.categories, lang), vec![table]));
    if room.flags > 0 {
        blocks.extend(section("red-flags", lang.red_flags(), choice::red_flags(compared, room.flags)));
    }
    shorten(&mut blocks, room);
    blocks.extend(foot.iter().cloned());
    let mut title = title(compared);
    cut(&mut title, room.text);
    Document { lang, layout: Layout::Page, title, blocks }
}

/// What is compared and what to be careful about, so many lines of each.
fn above(compared: &Compared<'_, '_>, room: ChoiceRoom) -> Vec<Block> {
    let all = head::head(compared).into_iter().chain(choice::unreviewed(compared));
    let (mut notices, lines): (Vec<Block>, Vec<Block>) = all.partition(|block| matches!(block, Block::Notice(_)));
    let lang = compared.lang;
    let left = notices.len().saturating_sub(room.head);
    notices.truncate(room.head);
    let more = (left > 0).then(|| Block::Notice(Text::plain(lang.more_cautions(left))));
    let left = lines.len().saturating_sub(room.head);
    let more_lines = (left > 0).then(|| Block::Paragraph(Text::plain(lang.more_of_head(left))));
    lines.into_iter().take(room.head).chain(more_lines).chain(notices).chain(more).collect()
}

fn order(compared: &Compared<'_, '_>, room: ChoiceRoom) -> Block {
    Section::block("sureness", compared.lang.board_order(), vec![Block::List(choice::order(compared, room.in_short))])
}

fn changed(compared: &Compared<'_, '_>, changes: &Changes, room: ChoiceRoom) -> Block {
    let lang = compared.lang;
    let lines = changes.lines(room.changes, lang);
    let told = match lines.is_empty() {
        true => Block::Paragraph(Text::plain(lang.nothing_changed())),
        false => Block::List(lines),
    };
    Section::block("changed", lang.what_changed(), vec![told])
}

/// What is compared.
pub fn title(compared: &Compared<'_, '_>) -> Text {
    let (lang, names) = (compared.lang, &compared.names);
    let all: Vec<&Clean> = names.iter().collect();
    if compared.is_trend() {
        return trend::title(compared);
    }
    Text::plain(match all[..] {
        [before, after] if compared.over_time => lang.change_title(compared.vendor(), before, after),
        [a, b] => lang.comparison_title(a, b),
        _ => lang.several_title(all.len()),
    })
}

/// Cuts what is longer than it may be.
fn shorten(blocks: &mut [Block], room: ChoiceRoom) {
    for block in blocks {
        match block {
            Block::Section(section) => shorten(&mut section.blocks, room),
            Block::Paragraph(text) | Block::Notice(text) => cut(text, room.text),
            Block::List(items) | Block::Steps(items) => items.iter_mut().for_each(|item| cut(item, room.text)),
            Block::Table(table) => cut_cells(table, room.cell),
            Block::Verdict(_) | Block::Facts(_) | Block::Figure(_) | Block::Records(_) => {}
        }
    }
}

fn cut_cells(table: &mut Table, room: usize) {
    for column in &mut table.columns {
        column.title = height::short(&column.title, room);
    }
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Cell::Text(text) = cell {
            cut(text, room);
        }
    }
}
