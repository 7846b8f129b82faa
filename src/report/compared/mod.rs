//! Vendors side by side, and one vendor at two dates, as a document: who ranks first and on what ground, how sure that
//! is, what decides, and what the one behind must do. One file for each question that a reader has.

pub mod board;
pub mod chain;
pub mod choice;
pub mod decides;
pub mod every;
pub mod head;
pub mod over_time;
pub mod protection;
pub mod rivals;
pub mod several;
pub mod shown;
pub mod sureness;
pub mod told;
pub mod verdicts;
pub mod wording;

use super::parts::basis;
use crate::document::{Block, Document, Style, Text};
pub use told::Compared;

/// The document.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let made = compared.lang.comparison_basis(basis::TOOL);
    let foot = Block::Paragraph(Text::default().styled(Style::Faint, made));
    if compared.for_board {
        return board::document(compared, &foot);
    }
    let mut document = match (compared.stories.len(), compared.over_time) {
        (2, true) => over_time::document(compared),
        (2, false) => rivals::document(compared),
        _ => several::document(compared),
    };
    document.blocks.push(foot);
    document
}
