//! What is at stake before any protection, factor by factor, and the table that gives the risk that remains.

use super::verdict::tone;
use crate::assessment::insight;
use crate::assessment::rating::Rating;
use crate::document::{Block, Column, Drawing, Figure, Mark, Matrix, Row, Section, Table, Text};
use crate::policy::{Assurance, Band};
use crate::questionnaire::Level;
use crate::questionnaire::model::Factor;
use crate::report::naming::{self, level, loud};
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted};

/// What is at stake, factor by factor.
pub fn section(story: &Story<'_, '_>) -> Block {
    let (assessment, lang) = (story.assessment, story.lang);
    let (found, factors) = (&assessment.inherent_risk, &story.questionnaire().factors);
    let range = story.range(found.lowest, found.highest);
    if factors.is_empty() {
        let text = lang.stake_assumed(&range);
        return Section::block(
            "inherent-risk",
            lang.inherent_risk(),
            vec![Block::Paragraph(text.capitalized().into())],
        );
    }
    let rows = factors.with_ids().map(|(at, factor)| {
        let stated =
            assessment.subject.review.and_then(|review| review.inherent_risk[at]).map(|option| &factor.options[option]);
        let (answer, tier) = match stated {
            Some(option) => {
                (Text::plain(story.say(&option.label)), Text::tag(tone(option.tier), level(option.tier, lang)))
            }
            None => (Text::plain(lang.not_stated()), Text::plain(possible(story, factor))),
        };
        Row::plain(vec![story.say(&factor.ask).into(), answer.into(), tier.into()])
    });
    let table = Table {
        caption: lang.inherent_risk(),
        columns: vec![Column::words(lang.factor()), Column::words(lang.our_answer()), Column::words(lang.at_stake())],
        rows: rows.collect(),
        legend: None,
    };
    let mut blocks = vec![Block::Paragraph(Text::plain(lang.stake_in_all(&range))), Block::Table(table)];
    if !found.missing.is_empty() {
        blocks.push(Block::Notice(Text::plain(lang.stake_not_stated().capitalized())));
    }
    Section::block("inherent-risk", lang.inherent_risk(), blocks)
}

/// The tiers that a factor which is not stated may have.
fn possible(story: &Story<'_, '_>, factor: &Factor) -> Clean {
    let tiers = || factor.options.iter().map(|option| option.tier);
    story.range(tiers().min().unwrap_or(Level::Low), tiers().max().unwrap_or(Level::Critical))
}

/// The table of the risk that remains, with this vendor's cells.
pub fn matrix(story: &Story<'_, '_>) -> Option<Figure> {
    let (assessment, lang) = (story.assessment, story.lang);
    let rating = assessment.rating.as_ref()?;
    let tiers = [Level::Critical, Level::High, Level::Medium, Level::Low];
    let policy = assessment.subject.policy;
    let cell = |tier: Level, band: Band| {
        let risk = policy.risk(tier, band);
        (tone(risk), level(risk, lang).clean())
    };
    let worst = cell_of(assessment.inherent_risk.highest, rating.band_worst);
    let best = cell_of(assessment.inherent_risk.lowest, rating.band_best);
    let marks: Vec<Mark> = if worst == best {
        vec![mark(worst, lang.this_vendor())]
    } else {
        vec![mark(worst, lang.at_worst()), mark(best, lang.at_best())]
    };
    Some(Figure {
        anchor: "matrix".clean(),
        title: lang.matrix_title(),
        text: in_words(story, rating),
        drawing: Drawing::Matrix(Matrix {
            axes: [lang.at_stake(), lang.protection_that_counts()],
            rows: tiers.map(|tier| level(tier, lang).clean()).to_vec(),
            columns: Band::ALL.map(|band| naming::band(band, lang)).to_vec(),
            cells: tiers.map(|tier| Band::ALL.map(|band| cell(tier, band)).to_vec()).to_vec(),
            marks,
            heat: None,
        }),
    })
}

/// What no vendor can reach by the table: strong protection by documents alone, a low risk where much is at stake.
pub fn limits(story: &Story<'_, '_>) -> Vec<Block> {
    let (lang, policy) = (story.lang, story.assessment.subject.policy);
    let (documented, strong) = (policy.credit(Assurance::Documented), policy.cut(Band::Strong));
    let needs_us = (documented < strong).then(|| lang.strong_needs_us(documented, strong));
    let tiers = [Level::Critical, Level::High, Level::Medium, Level::Low].into_iter();
    let ends = tiers.map(|tier| (tier, policy.risk(tier, Band::Strong))).filter(|(_, risk)| *risk > Level::Low);
    let ends: Vec<Clean> = ends.map(|(tier, risk)| lang.ends_at(loud(risk, lang), level(tier, lang))).collect();
    let ends = (!ends.is_empty()).then(|| lang.full_protection_ends(Clean::joined(ends, ", ")));
    needs_us.into_iter().chain(ends).map(|words| Block::Paragraph(Text::plain(words))).collect()
}

/// The row, from the top, and the column of a cell.
fn cell_of(tier: Level, band: Band) -> (usize, usize) {
    (3 - tier.index(), band.index())
}

fn mark((row, column): (usize, usize), name: Clean) -> Mark {
    Mark { row, column, name }
}

fn in_words(story: &Story<'_, '_>, rating: &Rating) -> Clean {
    let lang = story.lang;
    let stake = story.range(story.assessment.inherent_risk.lowest, story.assessment.inherent_risk.highest);
    let protection = naming::band(rating.band_worst, lang);
    let (worst, best) = (loud(rating.matrix_worst, lang), loud(rating.matrix_best, lang));
    let mut text = match insight::told_rating(story.assessment).is_not_yet() {
        true => lang.matrix_reads_so_far(stake, protection, worst),
        false => lang.matrix_reads(stake, protection, worst),
    };
    if rating.matrix_best != rating.matrix_worst {
        let found = &story.assessment.inherent_risk;
        let is_stated = found.lowest == found.highest;
        let best = if is_stated { lang.matrix_best(best) } else { lang.matrix_best_little(best) };
        text = text.and(" ").and(best);
    }
    if rating.worst != rating.matrix_worst {
        text = text.and(" ").and(lang.flags_raise_it(loud(rating.worst, lang)));
    }
    text
}
