//! The shortest way to a vendor risk or a protection: flags to clear, then remediations with the score after each.

use crate::assessment::Score;
use crate::assessment::first_answers::first_to_answer;
use crate::assessment::insight::{self, Told};
use crate::assessment::rating::Rating;
use crate::assessment::remediation::{Remediation, Target, ToRating};
use crate::case::Origins;
use crate::document::{Block, Document, Fact, Layout, Record, Section, Text};
use crate::policy::Band;
use crate::questionnaire::Level;
use crate::report::naming::{self, loud};
use crate::report::parts::plan;
use crate::report::parts::verdict;
use crate::report::story::{Quoting, Story};
use crate::words::Exact;
use crate::words::clean::Trusted;

/// The way to a target.
pub fn document(story: &Story<'_, '_>, origins: &Origins, target: Target) -> Document {
    let lang = story.lang;
    let mut blocks = verdict::head_blocks(story, origins);
    blocks.push(Block::Verdict(verdict::verdict(story)));
    if let Some(score) = &story.assessment.overall {
        blocks.extend(match (insight::told_rating(story.assessment), target) {
            (Told::Nothing, _) => Vec::new(),
            (Told::NotYet(rating), _) => to_any_rating(story, rating, score),
            (Told::Rated(rating), Target::Rating(level)) => to_risk(story, rating, score, level),
            (Told::Rated(_), Target::Band(band)) => to_protection(story, score, band),
        });
    }
    let named = match target {
        Target::Rating(level) => lang.way_to(loud(level, lang)),
        Target::Band(band) => lang.to_protection(naming::band(band, lang)),
    };
    let title = lang.way_title(verdict::vendor(story), named);
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

/// Where too little is known, no way leads anywhere but to answers.
fn to_any_rating(story: &Story<'_, '_>, rating: &Rating, score: &Score) -> Vec<Block> {
    let lang = story.lang;
    let why = story
        .reasons_for_no_rating(rating, score, Quoting::Whole)
        .into_iter()
        .map(|why| Text::plain(why.capitalized()));
    let mut blocks = vec![Block::List(why.collect())];
    blocks.extend(verdict::way_in_words(story).map(Block::Paragraph));
    let first = first_to_answer(story.assessment).questions;
    if first.is_empty() {
        return blocks;
    }
    let records = first.into_iter().map(|at| {
        let question = &story.questionnaire().questions[at];
        let judged = &story.assessment.questions[at];
        Record {
            anchor: question.id.clone(),
            head: Text::code(&question.id).and(" ").and(story.say(&question.ask)),
            aside: Text::plain(lang.weighs(story.points(&judged.parts.unknown))).and(", ").and(story.standing(at)),
            facts: Vec::new(),
        }
    });
    blocks.push(Section::block("answers-first", lang.answer_these(), vec![Block::Records(records.collect())]));
    blocks
}

fn to_risk(story: &Story<'_, '_>, rating: &Rating, score: &Score, target: Level) -> Vec<Block> {
    let lang = story.lang;
    let named = loud(target, lang);
    if rating.worst <= target {
        let now = loud(rating.worst, lang);
        return vec![Block::Paragraph(Text::strong(lang.risk_reached(named, now)))];
    }
    let ways = story.assessment.paths().into_iter().flat_map(|paths| &paths.to_rating);
    let levels = [Level::Low, Level::Medium, Level::High].into_iter().zip(ways);
    let mut reachable =
        levels.filter_map(|(level, way)| Some((level, way.as_ref()?))).filter(|(level, _)| *level >= target);
    match reachable.next() {
        Some((level, way)) if level == target => the_way(story, score, level, way),
        best => {
            let best = best.filter(|(level, _)| *level < rating.worst);
            let within_reach = loud(best.map_or(rating.worst, |(level, _)| level), lang);
            let found = &story.assessment.inherent_risk;
            let why = match found.lowest == found.highest {
                true => lang.out_of_reach(named, lang.best_within_reach(within_reach)),
                false => lang.not_while_unstated(named),
            };
            let mut blocks = vec![Block::Paragraph(Text::strong(why))];
            blocks.extend(best.into_iter().flat_map(|(level, way)| the_way(story, score, level, way)));
            blocks
        }
    }
}

/// The way to a vendor risk: in one sentence, the flags, the remediations.
fn the_way(story: &Story<'_, '_>, score: &Score, target: Level, way: &ToRating) -> Vec<Block> {
    let lang = story.lang;
    let where_to = Text::strong(lang.way_to(loud(target, lang)).capitalized());
    let mut blocks = vec![Block::Paragraph(where_to.and(": ").and(story.way_in_words(way)).and("."))];
    if !story.assessment.inherent_risk.missing.is_empty() {
        blocks.push(Block::Notice(lang.stake_not_stated().capitalized().into()));
    }
    let flags = insight::flags_of(story.assessment, way);
    if !flags.is_empty() {
        blocks.push(plan::holding(story, &flags));
    }
    blocks.extend(remediations(story, score, way.remediations));
    blocks.push(Block::Paragraph(Text::strong(lang.with_all_of_this(loud(target, lang)))));
    blocks
}

fn to_protection(story: &Story<'_, '_>, score: &Score, band: Band) -> Vec<Block> {
    let lang = story.lang;
    let cut = story.assessment.subject.policy.cut(band);
    let (named, now) = (naming::band(band, lang).capitalized(), story.score(&score.assured()));
    let gap = Exact::from(cut) - score.assured();
    let mut blocks = Vec::new();
    let needed = story.assessment.paths().and_then(|paths| paths.to_band.get(band.index()).copied().flatten());
    match needed {
        None | Some(0) => blocks.push(Block::Paragraph(Text::strong(lang.protection_reached(named, now, cut)))),
        Some(count) => {
            let gap = story.score(&gap);
            blocks.push(Block::Paragraph(Text::strong(lang.protection_needs(named, cut, now, gap))));
            blocks.extend(remediations(story, score, count));
        }
    }
    let flags = story.assessment.flags.iter().any(|flag| flag.state.bounds());
    blocks.extend(flags.then(|| Block::Paragraph(Text::plain(lang.protection_is_not_risk()))));
    blocks
}

/// So many of the largest remediations, each with the score after it.
fn remediations(story: &Story<'_, '_>, score: &Score, count: usize) -> Vec<Block> {
    let lang = story.lang;
    if count == 0 {
        return vec![Block::Paragraph(Text::plain(lang.only_flags()))];
    }
    let mut assured = score.parts().assured.clone();
    let records = story.assessment.remediations().iter().take(count).enumerate().map(|(at, remediation)| {
        assured += &remediation.gain;
        record(story, at + 1, remediation, &score.points(assured.clone()))
    });
    let blocks = vec![
        Block::Paragraph(Text::plain(lang.smallest_set().and(" ").and(plan::points_mean(story)))),
        Block::Records(records.collect()),
        Block::Paragraph(Text::plain(lang.cut_not_rounded())),
    ];
    vec![Section::block("fixes", lang.remediation_these(), blocks)]
}

fn record(story: &Story<'_, '_>, number: usize, remediation: &Remediation, then: &Exact) -> Record {
    let lang = story.lang;
    let question = &story.questionnaire().questions[remediation.question];
    let gain = lang.gives_back(story.points(&remediation.gain));
    Record {
        anchor: question.id.clone(),
        head: Text::plain(number.and(". ")).styled(crate::document::Style::Code, &question.id),
        aside: Text::strong(lang.then_counted(gain, story.score(then)))
            .and(" · ")
            .and(story.kind_in_words(remediation)),
        facts: vec![
            Fact::new(lang.question(), story.say(&question.ask)),
            Fact::new(lang.answer(), story.answer(remediation.question)),
            Fact::new(lang.what_to_require(), story.demand(remediation).words.capitalized()),
        ],
    }
}
