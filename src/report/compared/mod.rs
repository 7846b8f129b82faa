//! Vendors side by side, and one vendor at two dates or over more, as a document: who ranks first and on what ground,
//! how sure that is, what decides, and what the one behind must do. One file for each question that a reader has.

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
pub mod trend;
pub mod unranked;
pub mod verdicts;
pub mod wording;

use super::parts::basis;
use crate::document::{Block, Document, Style, Text};
use crate::questionnaire::ids::{ById, QuestionId, VendorId};
pub use told::Compared;

/// The document.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let foot = foot(compared);
    if compared.for_board {
        return board::document(compared, &foot);
    }
    let mut document = match (compared.stories.len(), compared.over_time) {
        (2, true) => over_time::document(compared),
        (2, false) => rivals::document(compared),
        (_, true) => trend::document(compared),
        _ => several::document(compared),
    };
    document.blocks.extend(foot);
    document
}

/// The document where nothing is scored, of every question as each was asked it.
pub fn unscored(compared: &Compared<'_, '_>, questions: &[ById<VendorId, QuestionId>]) -> Document {
    let mut document = unranked::document(compared, questions);
    document.blocks.extend(foot(compared));
    document
}

/// What made it, what it is not, and the files that it rests on.
fn foot(compared: &Compared<'_, '_>) -> Vec<Block> {
    let (lang, made_by) = (compared.lang, &compared.made_by);
    let mut vendors: Vec<_> = compared.stories.iter().zip(compared.names.iter()).collect();
    if compared.turned {
        vendors.reverse();
    }
    let said = lang.comparison_basis(basis::TOOL);
    if compared.for_board {
        let stories: Vec<_> = vendors.into_iter().map(|(story, _)| story).collect();
        return vec![basis::foot_of_page(said, &stories, made_by, lang)];
    }
    let said = Block::Paragraph(Text::default().styled(Style::Faint, said));
    [said].into_iter().chain(basis::foot(&vendors, made_by, lang)).collect()
}
