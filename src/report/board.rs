//! One page for the board: verdict, why, the way out, categories, red flags, decision.

use super::naming;
use super::parts::categories::{self, Columns};
use super::parts::{basis, decision as decision_part, flags, verdict};
use super::story::Story;
use crate::assessment::decision;
use crate::assessment::flag::Flag;
use crate::assessment::insight;
use crate::case::Origins;
use crate::document::fit::{at_most, roomiest};
use crate::document::height::{self, cut};
use crate::document::{Block, Cell, Document, Layout, RowKind, Section, Style, Text};
use crate::words::clean::{Clean, Trusted, one_line};

/// How much of everything is told.
#[derive(Clone, Copy)]
struct BoardRoom {
    /// The longest text that somebody wrote, in twentieths of a letter's height.
    text: usize,
    reasons: usize,
    /// Steps of the way to a better rating.
    steps: usize,
    flags: usize,
    conditions: usize,
    /// How many rows the table of categories has, without the sum. Nothing else is worth one of them: what is left
    /// out could hold the flags.
    rows: usize,
    /// The longest text that names a row, likewise: two lines of a cell, or one.
    name: usize,
}

/// From what a page usually has room for to what it has room for in any case. The first that fits is taken, so that a
/// page stays a page whatever somebody wrote.
const ROOMS: [BoardRoom; 9] = [
    BoardRoom { text: 2_200, reasons: 3, steps: 3, flags: 6, conditions: 3, rows: ROWS, name: 660 },
    BoardRoom { text: 2_200, reasons: 3, steps: 3, flags: 4, conditions: 3, rows: ROWS, name: 660 },
    BoardRoom { text: 1_100, reasons: 3, steps: 2, flags: 5, conditions: 3, rows: ROWS, name: 660 },
    BoardRoom { text: 1_100, reasons: 3, steps: 2, flags: 4, conditions: 3, rows: ROWS, name: 660 },
    BoardRoom { text: 1_100, reasons: 2, steps: 1, flags: 3, conditions: 2, rows: ROWS, name: 660 },
    BoardRoom { text: 900, reasons: 2, steps: 1, flags: 2, conditions: 1, rows: ROWS, name: 660 },
    BoardRoom { text: 900, reasons: 2, steps: 1, flags: 2, conditions: 2, rows: ROWS, name: 330 },
    BoardRoom { text: 1_100, reasons: 2, steps: 1, flags: 3, conditions: 2, rows: 8, name: 330 },
    BoardRoom { text: 900, reasons: 2, steps: 1, flags: 2, conditions: 2, rows: 6, name: 270 },
];

/// So many rows a questionnaire of usual size has; of a larger one some are left out.
const ROWS: usize = 20;

/// The page.
pub fn document(story: &Story<'_, '_>, origins: &Origins) -> Document {
    let [usual @ .., least] = ROOMS;
    roomiest(usual, least, |room| page(story, origins, room), height::fits)
}

fn page(story: &Story<'_, '_>, origins: &Origins, room: BoardRoom) -> Document {
    let (assessment, lang) = (story.assessment, story.lang);
    let mut blocks = verdict::head_blocks(story, origins);
    for block in &mut blocks {
        if let Block::Paragraph(text) = block {
            cut(text, room.text);
        }
    }
    blocks.push(Block::Verdict(verdict::verdict(story)));
    let reasons = verdict::reasons(story, room.reasons).into_iter();
    let reasons: Vec<Text> = reasons.map(|reason| shortened(reason, room.text)).collect();
    if !reasons.is_empty() {
        blocks.push(Section::block("why", lang.why(), vec![Block::List(reasons)]));
    }
    blocks.extend(way_out(story, room));
    blocks.extend(category_table(story, room));
    blocks.extend(red_flags(story, room));
    blocks.push(decision(story, room));
    blocks.push(Block::Paragraph(Text::default().styled(Style::Faint, lang.board_basis(basis::TOOL))));
    let mut title = Text::plain(lang.report_title(verdict::vendor(assessment)));
    cut(&mut title, room.text);
    Document { lang, layout: Layout::Page, title, blocks }
}

fn shortened(mut text: Text, room: usize) -> Text {
    cut(&mut text, room);
    text
}

/// The way to a better rating, and its first steps by name.
fn way_out(story: &Story<'_, '_>, room: BoardRoom) -> Option<Block> {
    let lang = story.lang;
    let way = verdict::way_in_words(story)?;
    let flags = insight::holding_flags(story.assessment).into_iter().map(|flag| {
        let help = story.flag_remedy(flag.flag).unwrap_or_else(|| story.flag_title(flag.flag));
        Text::plain(help)
    });
    let rating = insight::told_rating(story.assessment).rated();
    let needed = rating.and_then(|_| insight::way_out(story.assessment)).map_or(0, |(_, way)| way.remediations);
    let remediations = story.assessment.remediations.iter().take(needed).map(|remediation| {
        let id = &story.questionnaire().questions[remediation.question].id;
        let gain = lang.gives_back(story.points(&remediation.gain));
        Text::code(id).and(" ".and(gain).and(": ").and(story.demand(remediation).words))
    });
    let steps = flags.chain(remediations).map(|step| shortened(step, room.text));
    let shown = at_most(steps, room.steps, |left| lang.and_more(left));
    let mut blocks = vec![Block::Paragraph(way)];
    blocks.extend((!shown.is_empty()).then_some(Block::List(shown)));
    Some(Section::block("way-out", lang.way_forward(), blocks))
}

fn category_table(story: &Story<'_, '_>, room: BoardRoom) -> Option<Block> {
    story.assessment.overall.as_ref()?;
    let mut table = categories::table(story, Columns::Few);
    let sum = table.rows.pop_if(|row| row.kind == RowKind::Total);
    let left = table.rows.len().saturating_sub(room.rows);
    table.rows.truncate(room.rows);
    table.rows.extend(sum);
    for row in &mut table.rows {
        if let Some(Cell::Text(name)) = row.cells.first_mut() {
            cut(name, room.name);
        }
    }
    let mut blocks = vec![Block::Table(table)];
    blocks.extend((left > 0).then(|| Block::Paragraph(Text::plain(story.lang.and_more(left)))));
    Some(Section::block("categories", story.lang.categories(), blocks))
}

fn red_flags(story: &Story<'_, '_>, room: BoardRoom) -> Option<Block> {
    if story.assessment.flags.is_empty() {
        return None;
    }
    let lang = story.lang;
    let told = insight::flags_to_tell(story.assessment, |_| insight::names_open_flags(story.assessment));
    let counted = [story.flags_counted()].into_iter().chain(story.ruled_out_counted());
    let mut blocks = vec![Block::Paragraph(Text::plain(Clean::joined(counted, "; ").capitalized()))];
    let line = |flag: &Flag| flags::head(story, flag).and(": ").and(story.flag_title(flag.flag));
    let lines = told.into_iter().map(|flag| shortened(line(flag), room.text));
    let items = at_most(lines, room.flags, |left| lang.and_more(left));
    blocks.extend((!items.is_empty()).then_some(Block::List(items)));
    Some(Section::block("red-flags", lang.red_flags(), blocks))
}

fn decision(story: &Story<'_, '_>, room: BoardRoom) -> Block {
    let lang = story.lang;
    let Some((decision, standing)) = decision::decision(&story.assessment.subject) else {
        return Section::block("decision", lang.decision(), vec![Block::Paragraph(Text::plain(lang.no_decision()))]);
    };
    let mut by = Text::plain(one_line(&decision.by));
    cut(&mut by, room.text / 2);
    let said = lang.decided("", by.words(), decision.on);
    let next = decision.next_review.map(|day| " · ".and(lang.next_review(day))).unwrap_or_default();
    let head = Text::strong(naming::outcome(decision.outcome, lang).capitalized()).and(said).and(next);
    let mut blocks = vec![Block::Paragraph(head)];
    blocks.extend(verdict::doubt(standing, lang));
    blocks.extend(verdict::overdue(story));
    let conditions = decision.conditions.iter();
    let conditions = conditions.map(|condition| {
        shortened(Text::plain(one_line(&condition.what)), room.text).and(decision_part::agreed(story, condition))
    });
    let items = at_most(conditions, room.conditions, |left| lang.and_more(left));
    blocks.extend((!items.is_empty()).then_some(Block::List(items)));
    Section::block("decision", lang.decision(), blocks)
}
