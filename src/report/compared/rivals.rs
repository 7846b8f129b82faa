//! Two vendors, in the order in which somebody who must choose reads.

use super::told::Compared;
use super::{chain, decides, every, head, sureness, verdicts};
use crate::document::{Document, Layout, Text};

/// The comparison of two vendors.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let lang = compared.lang;
    let [held] = &compared.comparison.pairs[..] else { return empty(compared) };
    let pair = &held.pair;
    let mut blocks = head::head(compared);
    blocks.extend([
        verdicts::section(compared),
        sureness::section(compared, held),
        decides::categories(compared, held),
        decides::questions(compared, pair),
    ]);
    blocks.push(decides::red_flags(compared));
    blocks.extend(decides::evidence(compared, pair));
    blocks.extend(decides::to_overtake(compared, pair));
    blocks.extend(chain::section(compared));
    blocks.extend(decides::questionnaires(compared, pair, &held.matching));
    if compared.all {
        blocks.push(sureness::weights(compared, pair));
        blocks.push(every::section(compared, [pair.a, pair.b], &held.matching));
    }
    let title = lang.comparison_title(&compared.names[pair.a], &compared.names[pair.b]);
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

/// What is told where no two were compared.
pub(super) fn empty(compared: &Compared<'_, '_>) -> Document {
    let title = Text::plain(compared.lang.several_title(compared.names.len()));
    Document { lang: compared.lang, layout: Layout::Report, title, blocks: Vec::new() }
}
