//! The whole report: everything that is known, in the order in which it is asked for.

use super::made_by::MadeBy;
use super::parts::{
    answers, basis, categories, chain, decision, duties, evidence, flags, method, open, plan, scope, stake, verdict,
};
use super::story::Story;
use crate::case::Origins;
use crate::document::{Block, Document, Layout, Text};

/// The report.
pub fn document(story: &Story<'_, '_>, origins: &Origins, made_by: &MadeBy) -> Document {
    let mut blocks = verdict::head_blocks(story, origins);
    blocks.push(verdict::section(story));
    blocks.push(decision::section(story));
    blocks.extend(verdict::scores(story));
    blocks.extend(categories::section(story));
    blocks.extend(categories::groups(story));
    blocks.extend(flags::section(story));
    blocks.extend(plan::section(story));
    blocks.extend(evidence::section(story));
    blocks.extend(open::section(story));
    blocks.extend(open::awaiting_approval(story));
    blocks.push(at_stake(story));
    blocks.extend(duties::section(story));
    blocks.extend(scope::section(story));
    blocks.extend(chain::section(story));
    blocks.push(answers::section(story));
    blocks.push(method::section(story));
    blocks.push(basis::section(story, origins, made_by));
    let title = story.lang.report_title(verdict::vendor(story));
    Document { lang: story.lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

/// What is at stake, with the table that gives the risk that remains.
fn at_stake(story: &Story<'_, '_>) -> Block {
    let mut section = stake::section(story);
    if let (Block::Section(section), Some(matrix)) = (&mut section, stake::matrix(story)) {
        section.blocks.push(Block::Figure(matrix));
        section.blocks.extend(stake::limits(story));
    }
    section
}
