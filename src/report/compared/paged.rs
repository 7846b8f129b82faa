//! A comparison cut to a page for a board, so that a page stays a page whatever somebody wrote.

use crate::document::fit::{at_most, roomiest};
use crate::document::height::{self, cut};
use crate::document::{Block, Cell, Document, Layout, Table, Text};
use crate::words::Lang;

/// How much of everything is told.
#[derive(Clone, Copy)]
struct PageRoom {
    /// The longest paragraph or item, in twentieths of a letter's height.
    text: usize,
    /// The longest cell of a table, likewise.
    cell: usize,
    /// Items of a list.
    items: usize,
    /// Rows of a table.
    rows: usize,
}

/// From what a page usually has room for to what it has room for in any case. The first that fits is taken.
const ROOMS: [PageRoom; 7] = [
    PageRoom { text: 2_200, cell: 900, items: 8, rows: 20 },
    PageRoom { text: 2_200, cell: 900, items: 5, rows: 20 },
    PageRoom { text: 2_200, cell: 600, items: 3, rows: 12 },
    PageRoom { text: 2_200, cell: 450, items: 3, rows: 12 },
    PageRoom { text: 1_100, cell: 450, items: 2, rows: 8 },
    PageRoom { text: 1_100, cell: 300, items: 2, rows: 8 },
    PageRoom { text: 1_100, cell: 160, items: 1, rows: 8 },
];

/// The document as a page. What stands at its foot is ours, and never cut.
pub fn paged(document: &Document, foot: &Block) -> Document {
    let [usual @ .., least] = ROOMS;
    roomiest(usual, least, |room| page(document, foot, room), height::fits)
}

fn page(document: &Document, foot: &Block, room: PageRoom) -> Document {
    let lang = document.lang;
    let mut blocks: Vec<Block> = document.blocks.iter().flat_map(|block| trimmed(block, room, lang)).collect();
    blocks.push(foot.clone());
    let mut title = document.title.clone();
    cut(&mut title, room.text);
    Document { lang, layout: Layout::Page, title, blocks }
}

/// A block cut to its room, and how much more there is.
fn trimmed(block: &Block, room: PageRoom, lang: Lang) -> Vec<Block> {
    let mut block = block.clone();
    let mut more = Vec::new();
    match &mut block {
        Block::Section(section) => {
            section.blocks = section.blocks.iter().flat_map(|block| trimmed(block, room, lang)).collect();
        }
        Block::Paragraph(text) | Block::Notice(text) => cut(text, room.text),
        Block::List(items) | Block::Steps(items) => {
            items.iter_mut().for_each(|item| cut(item, room.text));
            *items = at_most(std::mem::take(items), room.items, |left| lang.and_more(left));
        }
        Block::Table(table) => {
            let left = shorten(&mut table.rows, room.rows);
            cut_cells(table, room.cell);
            more.extend(left.map(|left| Block::Paragraph(Text::plain(lang.and_more(left)))));
        }
        Block::Verdict(_) | Block::Facts(_) | Block::Figure(_) | Block::Records(_) => {}
    }
    more.insert(0, block);
    more
}

/// Takes what has no room; says how many those were.
fn shorten<T>(all: &mut Vec<T>, room: usize) -> Option<usize> {
    let left = all.len().saturating_sub(room);
    all.truncate(room);
    (left > 0).then_some(left)
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
