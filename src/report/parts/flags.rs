//! What no average may hide: red flags with their cause, basis, remedy and waiver.

use super::verdict::tone;
use crate::assessment::flag::{Flag, FlagState, RuledOut};
use crate::assessment::insight;
use crate::document::{Block, Fact, Record, Section, Text, Tone};
use crate::questionnaire::FlagRef;
use crate::questionnaire::Level;
use crate::questionnaire::ids::CategoryId;
use crate::report::naming::{self, level};
use crate::report::story::{Quoting, Story};
use crate::review::Waiver;
use crate::words::clean::{Clean, Trusted, one_line};

/// Every red flag: the raised and the open ones in full, most severe first, then accepted ones, then those ruled out.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    if story.assessment.flags.is_empty() {
        return None;
    }
    let lang = story.lang;
    let in_state = |state: FlagState| insight::flags_in(story.assessment, state);
    let mut blocks = vec![Block::Paragraph(Text::plain(lang.flags_explained()))];
    if in_state(FlagState::Triggered).is_empty() {
        blocks.push(Block::Paragraph(Text::strong(lang.none_raised().capitalized()).and(".")));
    }
    let in_full = |flag: &Flag| insight::names_open_flags(story.assessment) || flag.severity == Level::Critical;
    let told = insight::flags_to_tell(story.assessment, in_full);
    if !told.is_empty() {
        blocks.push(Block::Records(told.into_iter().map(|flag| record(story, flag)).collect()));
    }
    let short: Vec<&Flag> = in_state(FlagState::Open).into_iter().filter(|flag| !in_full(flag)).collect();
    if !short.is_empty() {
        blocks.push(Block::Paragraph(Text::strong(lang.open_count(short.len()).capitalized()).and(":")));
        blocks.push(Block::List(short.iter().map(|flag| line(story, flag, Quoting::Whole)).collect()));
    }
    let not_asked = in_state(FlagState::NotAsked);
    if !not_asked.is_empty() {
        let titles = not_asked.iter().map(|flag| Text::plain(story.flag_title(flag.flag)));
        blocks.push(Block::Paragraph(Text::strong(lang.not_asked_count(not_asked.len()).capitalized()).and(":")));
        blocks.push(Block::List(titles.collect()));
    }
    blocks.extend(ruled_out(story, &in_state(FlagState::Clear)));
    Some(Section::block("red-flags", lang.red_flags(), blocks))
}

/// What is ruled out, by name, first what we verified; categories that reach their minimum in a paragraph of their own.
fn ruled_out(story: &Story<'_, '_>, clear: &[&Flag]) -> Vec<Block> {
    let lang = story.lang;
    let mut blocks = Vec::new();
    for by in RuledOut::ALL {
        let flags = clear.iter().filter(|flag| flag.ruled_out() == Some(by));
        let titles: Vec<Text> = flags.map(|flag| Text::plain(story.flag_title(flag.flag))).collect();
        if titles.is_empty() {
            continue;
        }
        let counted = match by {
            RuledOut::Verified => lang.flags_ruled_out_verified(titles.len()),
            RuledOut::Documented => lang.flags_ruled_out_documented(titles.len()),
            RuledOut::OurWord => lang.flags_ruled_out_by_our_answer(titles.len()),
            RuledOut::TheirWord => lang.flags_ruled_out_claimed(titles.len()),
        };
        blocks.push(Block::Paragraph(Text::strong(counted).and(":")));
        blocks.push(Block::List(titles));
    }
    let reached = clear.iter().filter_map(|flag| match flag.flag {
        FlagRef::Flag(_) => None,
        FlagRef::Category(at, minimum) => minimum_reached(story, at, minimum),
    });
    let reached: Vec<Clean> = reached.collect();
    if !reached.is_empty() {
        blocks.push(Block::Paragraph(
            Text::strong(lang.minimums_reached()).and(": ".and(Clean::joined(reached, "; ")).and(".")),
        ));
    }
    blocks
}

/// That a category reaches its minimum; of one where nothing counts, no flag says so.
fn minimum_reached(story: &Story<'_, '_>, at: CategoryId, minimum: u8) -> Option<Clean> {
    let score = story.assessment.categories[at].score.as_ref()?;
    let title = story.say(&story.questionnaire().categories[at].title);
    Some(story.lang.minimum_reached(title, story.score(&score.assured()), minimum))
}

/// A flag in one line: how severe, its state, what is the matter or has still to be answered, why.
pub fn line(story: &Story<'_, '_>, flag: &Flag, quoting: Quoting) -> Text {
    Text::tag(head_tone(flag), severity(story, flag)).and(", ").and(story.flag_told(flag, quoting).words())
}

/// How severe a flag is, and its state.
pub fn head(story: &Story<'_, '_>, flag: &Flag) -> Text {
    let state = story.flag_told(flag, Quoting::Short).state;
    Text::tag(head_tone(flag), severity(story, flag)).and(", ").and(state)
}

fn severity(story: &Story<'_, '_>, flag: &Flag) -> Clean {
    story.lang.severity(level(flag.severity, story.lang))
}

fn head_tone(flag: &Flag) -> Tone {
    if flag.state == FlagState::Waived { Tone::Plain } else { tone(flag.severity) }
}

/// A flag with what it rests on, what it holds and what makes it go away.
pub fn record(story: &Story<'_, '_>, flag: &Flag) -> Record {
    let lang = story.lang;
    let is_open = flag.state == FlagState::Open;
    let mut facts = why(story, flag);
    let own = match flag.flag {
        FlagRef::Flag(at) => Some(&story.questionnaire().flags[at]),
        FlagRef::Category(..) => None,
    };
    let basis = match own {
        None => Some(lang.our_own_minimum()),
        Some(own) => own.basis.map(|basis| naming::basis(basis, lang)),
    };
    facts.extend(basis.map(|basis| Fact::new(lang.rests_on(), basis)));
    let bound = story.assessment.subject.policy.bound(flag.severity, story.assessment.inherent_risk.highest);
    let is_bound = flag.state.bounds() && story.assessment.rating.is_some();
    let at_least = bound.filter(|_| is_bound).map(|bound| story.bound_in_words(flag, bound));
    facts.extend(at_least.map(|bound| Fact::new(lang.bounds(), lang.at_least_rating(bound))));
    let remedy = story.flag_remedy(flag.flag).filter(|_| !is_open);
    facts.extend(remedy.map(|remedy| Fact::new(lang.what_to_require(), remedy)));
    if let Some(waiver) = story.waiver(flag) {
        let after = bound.map(|bound| lang.bound_after(waiver.until, story.bound_in_words(flag, bound)));
        facts.extend(after.map(|after| Fact::new(lang.bounds(), after)));
        facts.push(Fact::new(
            lang.accepted_exception(),
            lang.waived_by(one_line(&waiver.by), one_line(&waiver.because)),
        ));
    } else if let Some(waiver) = ended(story, flag) {
        let text = lang.exception_ended(waiver.until, one_line(&waiver.by), one_line(&waiver.because));
        facts.push(Fact::new(lang.accepted_exception(), text));
    }
    Record {
        anchor: anchor(story, flag.flag),
        head: story.flag_told(flag, Quoting::Whole).what.into(),
        aside: head(story, flag),
        facts,
    }
}

/// The answers that raise a flag; of one that is still open the questions, and what bad answers would mean.
fn why(story: &Story<'_, '_>, flag: &Flag) -> Vec<Fact> {
    let lang = story.lang;
    match (flag.state, flag.flag) {
        (FlagState::Open, FlagRef::Flag(_)) => {
            let questions = (!flag.cause.is_empty())
                .then(|| Fact::new(lang.question(), super::evidence::references(story, &flag.cause)));
            let title = Fact::new(lang.if_answered_badly(), story.flag_title(flag.flag));
            questions.into_iter().chain([title]).collect()
        }
        _ => story.flag_cause(flag).map(|cause| Fact::new(lang.because().capitalized(), cause)).into_iter().collect(),
    }
}

/// An exception from a flag that somebody accepted and that has run out.
fn ended<'a>(story: &Story<'_, 'a>, flag: &Flag) -> Option<&'a Waiver> {
    let waivers = &story.assessment.subject.review?.waivers;
    waivers.iter().find(|waiver| waiver.flag == flag.flag && flag.state.bounds())
}

/// A red flag of the questionnaire may be called as the one of a category's minimum is.
fn anchor(story: &Story<'_, '_>, flag: FlagRef) -> Clean {
    match flag {
        FlagRef::Flag(at) => "flag-".and(&story.questionnaire().flags[at].id),
        FlagRef::Category(at, _) => "minimum-".and(&story.questionnaire().categories[at].id),
    }
}
