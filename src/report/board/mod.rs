//! One page for the board: the risk in one sentence, what is at stake, what we recommend, why, and the categories and
//! red flags as far as they have room.

pub mod categories;
pub mod flags;
pub mod recommend;
pub mod room;
pub mod sentence;
pub mod stakes;

use self::categories::BoardCategories;
use self::flags::FlagLine;
use self::recommend::Recommended;
use self::room::{BoardRoom, cut_texts};
use super::made_by::MadeBy;
use super::parts::{basis, chain, verdict};
use super::story::{Quoting, Story};
use super::vendors_words::{self, vendors_words};
use crate::assessment::insight::{self, Told};
use crate::case::Origins;
use crate::document::fit::{at_most, roomiest};
use crate::document::height;
use crate::document::{Block, Document, Fact, Layout, Section, Table, Text, Verdict};
use crate::words::Lang;
use crate::words::clean::Clean;

/// The longest reason, in characters.
const LONGEST_REASON: usize = 120;

/// So many sub-processors are named, and so much of each, in characters.
const SUB_PROCESSORS: usize = 3;
const LONGEST_COMPANY: usize = 60;

/// All that the page may tell, before it is known how much of it has room.
struct BoardStory {
    lang: Lang,
    title: Text,
    /// What the vendor would do, and whom it has do a part of it.
    service: Option<Block>,
    head: Vec<Block>,
    verdict: Verdict,
    stakes: Option<Table>,
    assumed: Option<Clean>,
    recommended: Recommended,
    way: Option<Text>,
    reasons: Vec<Text>,
    categories: Option<BoardCategories>,
    flags_counted: Option<Text>,
    /// How many flags there are to tell.
    flags_to_tell: usize,
    flags: Vec<FlagLine>,
    asked: Vec<FlagLine>,
    foot: Block,
}

/// The page.
pub fn document(story: &Story<'_, '_>, origins: &Origins, made_by: &MadeBy) -> Document {
    let told = told(story, origins, made_by);
    let (usual, least) = room::rooms();
    roomiest(usual, least, |room| page(&told, room), height::fits)
}

fn told(story: &Story<'_, '_>, origins: &Origins, made_by: &MadeBy) -> BoardStory {
    let (assessment, lang) = (story.assessment, story.lang);
    let mut verdict = verdict::verdict(story);
    let outlook = Text::joined(std::mem::take(&mut verdict.outlook), "; ");
    verdict.outlook.extend(sentence::risk(story).map(Text::strong));
    verdict.outlook.extend((!outlook.is_empty()).then_some(outlook));
    let service = vendors_words::service(&assessment.subject, lang);
    let service = service.into_iter().chain(sub_processors(story));
    let service: Vec<Text> = service.map(|Fact { name, text }| Text::plain(name).and(": ").then(text)).collect();
    let service = (!service.is_empty()).then(|| Block::Paragraph(Text::joined(service, " · ")));
    let inherent = &assessment.inherent_risk;
    let assumed = super::naming::level(inherent.highest, lang);
    let counted = [story.flags_counted()].into_iter().chain(story.ruled_out_counted());
    let counted = Text::plain(Clean::joined(counted, "; ").capitalized());
    let stake = story.stake_reason(Quoting::Short); // the table of what is at stake says it
    BoardStory {
        lang,
        title: Text::plain(lang.board_title(verdict::vendor(story))),
        service,
        head: head(story, origins),
        verdict,
        stakes: (!inherent.assumed).then(|| stakes::table(story)),
        assumed: inherent.assumed.then(|| lang.board_stakes_assumed(assumed)),
        recommended: recommend::of(story),
        way: way(story),
        reasons: verdict::all_reasons(story, Quoting::Short)
            .iter()
            .filter(|reason| **reason != stake)
            .map(|reason| Text::plain(reason.capitalized().cut_at_word(LONGEST_REASON)))
            .collect(),
        categories: categories::of(story),
        flags_counted: (!assessment.flags.is_empty()).then_some(counted),
        flags_to_tell: flags::count(story),
        flags: flags::lines(story),
        asked: flags::still_asked(story),
        foot: basis::foot_of_page(lang.board_basis(basis::TOOL), &[story], made_by, lang),
    }
}

/// Whom the vendor has do a part of the service, by its list.
fn sub_processors(story: &Story<'_, '_>) -> Option<Fact> {
    let (chain, lang) = (&story.assessment.subject.answers.chain, story.lang);
    let named = |company| vendors_words(&chain::named(company).cut(LONGEST_COMPANY), lang);
    let named = Text::joined(chain.iter().take(SUB_PROCESSORS).map(named), ", ");
    let left = chain.len().saturating_sub(SUB_PROCESSORS);
    let named = if left > 0 { named.and(", ").and(lang.and_more(left)) } else { named };
    (!chain.is_empty()).then(|| Fact::new(lang.sub_processors_in_its_list(chain.len()), named))
}

/// What was asked, the day, and whose review it rests on; then what to be careful about.
fn head(story: &Story<'_, '_>, origins: &Origins) -> Vec<Block> {
    let head = verdict::head(story, origins);
    let rests_on = Clean::joined([verdict::asked(story)].iter().chain(&head.rests_on), " · ");
    let cautions = head.cautions.iter().map(|caution| Block::Notice(Text::plain(caution.capitalized())));
    [Block::Paragraph(Text::plain(rests_on))].into_iter().chain(cautions).collect()
}

/// What would lower the rating, or lead to one.
fn way(story: &Story<'_, '_>) -> Option<Text> {
    let lang = story.lang;
    match insight::told_rating(story.assessment) {
        Told::NotYet(_) => {
            let to = Text::strong(lang.way_to_rating().capitalized());
            Some(to.and(": ").and(story.way_to_a_rating_by_whom()))
        }
        _ => Some(Text::strong(lang.way_forward()).and(": ").then(verdict::way_in_words(story)?)),
    }
}

fn page(told: &BoardStory, room: BoardRoom) -> Document {
    let lang = told.lang;
    let mut blocks: Vec<Block> = told.service.iter().filter(|_| room.with_service).cloned().collect();
    blocks.extend(told.head.iter().cloned());
    blocks.push(Block::Verdict(told.verdict.clone()));
    blocks.push(stakes_section(told, room));
    blocks.push(recommendation(told, room));
    let reasons = at_most(told.reasons.iter().cloned(), room.reasons, |left| lang.more_reasons(left));
    if !reasons.is_empty() {
        blocks.push(Section::block("why", lang.board_reasons(), vec![Block::List(reasons)]));
    }
    blocks.extend(told.categories.as_ref().map(|all| all.section(room.categories, room.name)));
    if let Some(counted) = &told.flags_counted {
        let lines = flag_lines(told, room);
        let lines = (!lines.is_empty()).then_some(Block::List(lines));
        let blocks_of_flags = [Block::Paragraph(counted.clone())].into_iter().chain(lines);
        blocks.push(Section::block("red-flags", lang.red_flags(), blocks_of_flags.collect()));
    }
    let mut title = told.title.clone();
    height::cut(&mut title, room.text);
    cut_texts(&mut blocks, room);
    blocks.push(told.foot.clone());
    Document { lang, layout: Layout::Page, title, blocks }
}

/// The flags that have room, and how many more there are.
fn flag_lines(told: &BoardStory, room: BoardRoom) -> Vec<Text> {
    let shown = told.flags.iter().take(room.flags).chain(told.asked.iter().take(room.asked));
    let left = told.flags_to_tell.saturating_sub(shown.clone().map(|line| line.flags).sum());
    let more = (left > 0).then(|| Text::plain(told.lang.more_flags(left)));
    shown.map(|line| line.says.clone()).chain(more).collect()
}

fn stakes_section(told: &BoardStory, room: BoardRoom) -> Block {
    let lang = told.lang;
    let mut blocks: Vec<Block> = told.assumed.iter().map(|words| Block::Paragraph(Text::plain(words))).collect();
    if let Some(table) = &told.stakes {
        let mut table = table.clone();
        let left = table.rows.len().saturating_sub(room.stakes);
        table.rows.truncate(room.stakes);
        blocks.push(Block::Table(table));
        blocks.extend((left > 0).then(|| Block::Paragraph(Text::plain(lang.more_stakes(left)))));
    }
    Section::block("inherent-risk", lang.board_stakes(), blocks)
}

fn recommendation(told: &BoardStory, room: BoardRoom) -> Block {
    let lang = told.lang;
    let mut blocks = told.recommended.head.clone();
    let conditions = &told.recommended.conditions;
    if !conditions.is_empty() {
        let shown = conditions.iter().take(room.conditions).cloned();
        blocks.push(Block::Table(recommend::conditions(shown.collect(), lang)));
        let left = conditions.len().saturating_sub(room.conditions);
        blocks.extend((left > 0).then(|| Block::Paragraph(Text::plain(lang.more_conditions(left)))));
    }
    blocks.extend(told.way.iter().filter(|_| room.with_way).cloned().map(Block::Paragraph));
    let head = if told.recommended.is_decided { lang.board_decision() } else { lang.board_recommends() };
    Section::block("decision", head, blocks)
}
