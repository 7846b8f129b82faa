//! One page for the board: verdict, why, the way out, categories, red flags, decision.

use super::document::{Block, Document, Layout, Section, Text};
use super::naming;
use super::origins::Origins;
use super::parts::categories::{self, Columns};
use super::parts::{basis, flags, verdict};
use super::story::Story;
use crate::assessment::flag::{Flag, FlagState};
use crate::words::clean;

/// So many reasons, steps, flags and conditions have room on a page.
const REASONS: usize = 3;
const STEPS: usize = 3;
const FLAGS: usize = 5;
const CONDITIONS: usize = 3;

/// Rows of the table of categories that have room on a page.
const ROWS: usize = 20;

/// No line of a list is longer, so that a page stays a page whatever somebody wrote.
const LONGEST: usize = 160;

/// The page.
pub fn document(story: &Story<'_, '_>, origins: &Origins) -> Document {
    let (assessment, lang) = (story.assessment, story.lang);
    let mut blocks = verdict::head(story, origins);
    blocks.push(Block::Verdict(verdict::verdict(story)));
    let reasons = verdict::reasons(story, REASONS);
    if !reasons.is_empty() {
        blocks.push(Section::block("why", lang.why(), vec![Block::List(reasons)]));
    }
    blocks.extend(way_out(story));
    blocks.extend(category_table(story));
    blocks.extend(red_flags(story));
    blocks.push(decision(story));
    blocks.push(Block::Paragraph(Text::default().styled(super::document::Style::Faint, lang.board_basis(basis::TOOL))));
    let title = lang.report_title(verdict::vendor(assessment));
    Document { lang, layout: Layout::Page, title: Text::plain(title), blocks }
}

/// The way to a better rating, and its first steps by name.
fn way_out(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let way = verdict::way(story)?;
    let flags = story.holding_flags().into_iter().map(|flag| {
        let cure = story.flag_remedy(flag.flag).unwrap_or_else(|| story.flag_title(flag.flag));
        Text::plain(clean::shortened(&cure, LONGEST))
    });
    let rating = story.assessment.rating.as_ref().filter(|_| !story.assessment.is_provisional());
    let needed = rating.and_then(|rating| story.way_out(rating)).map_or(0, |(_, way)| way.fixes);
    let fixes = story.assessment.fixes.get(..needed).unwrap_or(&[]).iter().map(|fix| {
        let id = &story.questionnaire().questions[fix.question].id;
        let what = clean::shortened(&story.demand(fix).words, LONGEST);
        Text::code(id).and(format!(" {}: {what}", lang.gives_back(story.points(&fix.gain))))
    });
    let steps: Vec<Text> = flags.chain(fixes).collect();
    let left = steps.len().saturating_sub(STEPS);
    let mut shown: Vec<Text> = steps.into_iter().take(STEPS).collect();
    shown.extend((left > 0).then(|| Text::plain(lang.and_more(left))));
    let mut blocks = vec![Block::Paragraph(way)];
    blocks.extend((!shown.is_empty()).then_some(Block::List(shown)));
    Some(Section::block("way-out", lang.way_forward(), blocks))
}

fn category_table(story: &Story<'_, '_>) -> Option<Block> {
    story.assessment.overall.as_ref()?;
    let mut table = categories::table(story, Columns::Few);
    let left = table.rows.len().saturating_sub(ROWS);
    table.rows.truncate(ROWS);
    let mut blocks = vec![Block::Table(table)];
    blocks.extend((left > 0).then(|| Block::Paragraph(Text::plain(story.lang.and_more(left)))));
    Some(Section::block("categories", story.lang.categories(), blocks))
}

fn red_flags(story: &Story<'_, '_>) -> Option<Block> {
    if story.assessment.flags.is_empty() {
        return None;
    }
    let lang = story.lang;
    let of = |state: FlagState| story.flags_in(state);
    let mut told: Vec<&Flag> = of(FlagState::Triggered);
    told.extend(of(FlagState::Open).into_iter().filter(|_| !story.assessment.is_provisional()));
    told.sort_by_key(|flag| std::cmp::Reverse(flag.severity)); // stable: raised ones before open ones
    told.extend(of(FlagState::Waived));
    let mut blocks = vec![Block::Paragraph(Text::plain(verdict::capital(&story.flags_counted())))];
    let left = told.len().saturating_sub(FLAGS);
    let short =
        |flag: &&Flag| flags::head(story, flag).and(": ").and(clean::shortened(&story.flag_title(flag.flag), LONGEST));
    let mut items: Vec<Text> = told.iter().take(FLAGS).map(short).collect();
    items.extend((left > 0).then(|| Text::plain(lang.and_more(left))));
    blocks.extend((!items.is_empty()).then_some(Block::List(items)));
    Some(Section::block("red-flags", lang.red_flags(), blocks))
}

fn decision(story: &Story<'_, '_>) -> Block {
    let lang = story.lang;
    let decision = story.assessment.subject.review.and_then(|review| review.decision.as_ref());
    let Some(decision) = decision else {
        return Section::block("decision", lang.decision(), vec![Block::Paragraph(Text::plain(lang.no_decision()))]);
    };
    let said = lang.decided("", clean::shortened(&decision.by, LONGEST), decision.on);
    let next = decision.next_review.map(|day| format!(" · {}", lang.next_review(day))).unwrap_or_default();
    let head = Text::strong(verdict::capital(&naming::outcome(decision.outcome, lang))).and(said).and(next);
    let mut blocks = vec![Block::Paragraph(head)];
    let is_overdue = decision.next_review.is_some_and(|day| day < story.assessment.subject.as_of);
    blocks.extend(is_overdue.then(|| Block::Notice(Text::plain(lang.review_overdue()))));
    let left = decision.conditions.len().saturating_sub(CONDITIONS);
    let conditions = decision.conditions.iter().take(CONDITIONS);
    let mut items: Vec<Text> = conditions.map(|text| Text::plain(clean::shortened(text, LONGEST))).collect();
    items.extend((left > 0).then(|| Text::plain(lang.and_more(left))));
    blocks.extend((!items.is_empty()).then_some(Block::List(items)));
    Section::block("decision", lang.decision(), blocks)
}
