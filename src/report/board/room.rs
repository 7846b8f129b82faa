//! How much room each part of a page for a board has, and in which order they give way: the least important first, and
//! whole sentences before a word is cut.

use super::categories::CategoryRoom;
use crate::document::height::cut;
use crate::document::{Block, Cell};

/// How much of everything is told.
#[derive(Clone, Copy, Debug)]
pub struct BoardRoom {
    /// The longest text that somebody wrote, in twentieths of a letter's height.
    pub text: usize,
    /// The longest name of a category: so many of the same.
    pub name: usize,
    /// Whether it is told what the vendor would do.
    pub with_service: bool,
    /// Whether the way to a better rating is told.
    pub with_way: bool,
    /// How many factors of what is at stake.
    pub stakes: usize,
    /// How many reasons.
    pub reasons: usize,
    /// How many conditions of the decision.
    pub conditions: usize,
    /// How many red flags by name.
    pub flags: usize,
    /// How many open red flags as questions, where there is no rating yet.
    pub asked: usize,
    /// How the categories are told.
    pub categories: CategoryRoom,
}

/// Where nothing needs to give way.
const ALL: BoardRoom = BoardRoom {
    text: usize::MAX,
    name: usize::MAX,
    with_service: true,
    with_way: true,
    stakes: 12,
    reasons: 3,
    conditions: 12,
    flags: 12,
    asked: 4,
    categories: CategoryRoom::Rows,
};

/// What gives way, one after the other.
const STEPS: [fn(&mut BoardRoom); 18] = [
    |room| room.asked = 2,
    |room| room.asked = 0,
    |room| room.flags = 9,
    |room| room.flags = 6,
    |room| room.flags = 4,
    |room| (room.flags, room.categories) = (9, CategoryRoom::Names),
    |room| room.flags = 6,
    |room| room.flags = 4,
    |room| room.conditions = 8,
    |room| room.with_service = false,
    |room| room.flags = 3,
    |room| room.conditions = 6,
    |room| room.stakes = 6,
    |room| room.reasons = 2,
    |room| (room.conditions, room.stakes) = (4, 4),
    |room| room.with_way = false,
    |room| (room.flags, room.categories) = (2, CategoryRoom::Counts),
    |room| (room.conditions, room.stakes) = (2, 2),
];

/// The longest texts where whole ones have no room even so, and the longest names beside them: four lines, two, one.
const TEXTS: [(usize, usize); 3] = [(4_400, 660), (2_200, 660), (1_100, 330)];

/// From the most room to the least, and the one that is taken in any case.
pub fn rooms() -> (Vec<BoardRoom>, BoardRoom) {
    let mut rooms = Vec::new();
    let mut least = ALL;
    for (text, name) in [(ALL.text, ALL.name)].into_iter().chain(TEXTS) {
        let mut room = BoardRoom { text, name, ..ALL };
        rooms.push(room);
        for step in STEPS {
            step(&mut room);
            rooms.push(room);
        }
        least = BoardRoom { text: 900, ..room };
    }
    (rooms, least)
}

/// Cuts what is longer than a text may be.
pub fn cut_texts(blocks: &mut [Block], room: BoardRoom) {
    for block in blocks {
        match block {
            Block::Section(section) => cut_texts(&mut section.blocks, room),
            Block::Paragraph(text) | Block::Notice(text) => cut(text, room.text),
            Block::List(items) | Block::Steps(items) => items.iter_mut().for_each(|item| cut(item, room.text)),
            Block::Table(table) => {
                for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
                    if let Cell::Text(text) = cell {
                        cut(text, room.text / 2);
                    }
                }
            }
            // the risk in one sentence is worth more lines than others
            Block::Verdict(verdict) => {
                verdict.outlook.iter_mut().for_each(|text| cut(text, room.text.saturating_mul(3)))
            }
            Block::Facts(_) | Block::Figure(_) | Block::Records(_) => {}
        }
    }
}
