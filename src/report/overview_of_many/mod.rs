//! Many vendors at once: what they are together, as a page for a meeting, as one page for a board, and as what stands
//! above the table on a screen. What there is nothing of is left out.

pub mod basis;
pub mod board;
pub mod depends;
pub mod due;
pub mod head;
pub mod lacks;
pub mod later;
pub mod moved;
pub mod risk;
pub mod screen;
pub mod told;
pub mod undecided;

use self::told::OverviewTold;
use crate::document::{Block, Document, Layout, Text};
use crate::portfolio::overview::{Overview, TOP};
use crate::report::made_by::MadeBy;
use crate::words::Lang;

/// The whole.
pub fn document(overview: &Overview, made_by: &MadeBy, lang: Lang) -> Document {
    let told = OverviewTold { overview, lang, name_room: usize::MAX };
    let mut blocks = vec![head::paragraph(&told)];
    blocks.extend(head::several(&told, TOP).map(Block::Paragraph));
    blocks.extend(head::alike(&told).into_iter().map(Block::Notice));
    blocks.push(Block::Verdict(head::verdict(&told)));
    blocks.push(risk::section(&told));
    let rest = [
        due::section,
        later::section,
        moved::section,
        lacks::lacks,
        lacks::flags,
        depends::section,
        undecided::section,
    ];
    blocks.extend(rest.into_iter().filter_map(|section| section(&told)));
    blocks.push(basis::section(&told, made_by));
    Document { lang, layout: Layout::Report, title: Text::plain(lang.overview_title()), blocks }
}
