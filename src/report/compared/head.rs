//! What stands above a comparison: what is compared, as of which day, by whose reviews, and what to be careful about.

use super::told::Compared;
use crate::document::Block;
use crate::questionnaire::ids::VendorId;
use crate::report::parts::verdict;
use crate::words::clean::{Clean, Trusted};

/// The head: what holds for all of them stands once, the rest behind their names. A page for a board has room for the
/// questionnaire, the day and the cautions.
pub fn head(compared: &Compared<'_, '_>) -> Vec<Block> {
    let rests_on = lines(compared, |at| {
        let head = verdict::head(&compared.stories[at], &compared.origins[at]);
        let rests_on = head.rests_on.into_iter().filter(|_| !compared.for_board);
        [verdict::asked(&compared.stories[at])].into_iter().chain(rests_on).collect()
    });
    let cautions = lines(compared, |at| verdict::head(&compared.stories[at], &compared.origins[at]).cautions);
    let rests_on = rests_on.into_iter().map(|line| Block::Paragraph(line.into()));
    rests_on.chain(cautions.into_iter().map(|line| Block::Notice(line.into()))).collect()
}

/// The lines of every vendor, each once: without a name where all of them have it, else behind the names of those that
/// do.
fn lines(compared: &Compared<'_, '_>, of: impl Fn(VendorId) -> Vec<Clean>) -> Vec<Clean> {
    let mut all: Vec<(Clean, Vec<VendorId>)> = Vec::new();
    for at in compared.names.ids() {
        for line in of(at) {
            match all.iter_mut().find(|(known, _)| *known == line) {
                Some((_, whose)) => whose.push(at),
                None => all.push((line, vec![at])),
            }
        }
    }
    let told = all.into_iter().map(|(line, whose)| match whose.len() == compared.names.len() {
        true => line.capitalized(),
        false => Clean::joined(whose.iter().map(|at| &compared.names[*at]), ", ").and(": ").and(line),
    });
    told.collect()
}
