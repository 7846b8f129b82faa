//! Is it safe, why, and what leads out of it: the head of a document, the verdict, the decision, the scores.

use super::chain;
use crate::assessment::age::old_answers;
use crate::assessment::decision::DecisionStanding;
use crate::assessment::insight::{self, Told};
use crate::assessment::word_for_word::{WordForWord, word_for_word};
use crate::assessment::{Score, vendor_turn};
use crate::case::{FoundPolicy, Origins};
use crate::document::fit::at_most;
use crate::document::{Block, Column, Row, Section, Table, Text, Tone, Verdict};
use crate::questionnaire::Level;
use crate::report::naming::{self, loud};
use crate::report::story::{Quoting, Story};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::hint::{self, Guide, Hint, NoGuide};
use crate::words::quotation::named;
use crate::words::{Exact, Lang};

/// The longest name of a vendor that is shown whole.
const LONGEST_NAME: usize = 100;
/// So many questions are named in a caution.
const NAMED: usize = 5;

/// The vendor's name, as headings show it.
pub fn vendor(story: &Story<'_, '_>) -> Clean {
    named(&story.assessment.subject.answers.vendor, story.lang, |name| name.cut(LONGEST_NAME))
}

/// What stands above the verdict of every report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose review and which rules it rests on.
    pub rests_on: Vec<Clean>,
    /// What a reader must be careful about before believing any of it.
    pub cautions: Vec<Clean>,
}

/// Whose review and which rules a report rests on, and what to be careful about.
pub fn head(story: &Story<'_, '_>, origins: &Origins) -> Head {
    guided_head(story, origins, &NoGuide)
}

/// The same, for a reader whom somebody tells how steps are taken.
pub fn guided_head(story: &Story<'_, '_>, origins: &Origins, guide: &dyn Guide) -> Head {
    let lang = story.lang;
    let not_yet = story.assessment.subject.review.is_none().then_some(origins.later_review.as_ref()).flatten();
    let cautions = [
        not_yet.map(|(file, day)| lang.review_not_yet(clean::one_line(file), *day)),
        screened(story),
        beyond_screening(story, guide),
        origins.review_beside_answers.then(|| lang.review_lay_beside()),
        origins.found_policy.as_ref().map(|found| found_rules(found, lang)),
        old_answers(&story.assessment.subject).map(|old| lang.old_answers(old.of, old.months)),
        story.assessment.subject.answers.is_undated().then(|| lang.answers_undated()),
        overruled_before(story),
        story.questionnaire().newest().map(|newest| lang.older_questionnaire(newest)),
        origins.vendors_own_questionnaire.then(|| lang.vendors_questionnaire()),
    ];
    let same = word_for_word(&story.assessment.subject);
    let is_all = same.as_ref().is_some_and(WordForWord::is_all);
    let mut rests_on = vec![review(story, origins)];
    if let Some(said) = story.word_for_word() {
        rests_on.insert(if is_all { 0 } else { 1 }, said);
    }
    Head { rests_on, cautions: cautions.into_iter().flatten().chain(chain::at_odds(story)).collect() }
}

/// Where an answer of ours stands for one that the vendor has changed since.
fn overruled_before(story: &Story<'_, '_>) -> Option<Clean> {
    let questions = insight::overruled_before(story.assessment);
    let left = questions.len().saturating_sub(NAMED);
    let more = (left > 0).then(|| story.lang.and_more(left));
    let ids = questions.iter().take(NAMED).map(|at| story.questionnaire().questions[*at].id.clone());
    (!questions.is_empty()).then(|| story.lang.overruled_before(Clean::joined(ids.chain(more), ", ")))
}

/// That the vendor was asked a part of the questions only, and what the others would add.
fn screened(story: &Story<'_, '_>) -> Option<Clean> {
    let (lang, screening) = (story.lang, vendor_turn::screening(story.assessment)?);
    let share = story.percent(&story.assessment.scope.not_asked);
    let adds = lang.what_full_form_adds(screening.left, share, screening.flags_left);
    Some(lang.screened(screening.asked, screening.asked + screening.left).and("; ").and(adds))
}

/// That our rules ask for the full form, and how it is made.
fn beyond_screening(story: &Story<'_, '_>, guide: &dyn Guide) -> Option<Clean> {
    let (assessment, lang) = (story.assessment, story.lang);
    let beyond = naming::beyond_screening(vendor_turn::beyond_screening(assessment)?, lang);
    let full = Hint::AskInFull { answers: assessment.subject.answers.source.name.clone() };
    Some(beyond.and(": ").and(hint::behind(&lang.full_form_is_due(), full.told(guide, lang))))
}

/// That our rules were found and not named, where and of which day.
pub fn found_rules(found: &FoundPolicy, lang: Lang) -> Clean {
    let place = if found.is_above { lang.in_a_folder_above() } else { lang.in_this_folder() };
    let day = found.dated.map_or_else(|| lang.undated_rules(), |day| lang.dated(day));
    lang.found_rules(clean::one_line(&found.file), place, day)
}

/// The same as the first blocks of a document, under what is judged and when.
pub fn head_blocks(story: &Story<'_, '_>, origins: &Origins) -> Vec<Block> {
    let head = head(story, origins);
    let text = |line: &Clean| Text::plain(line.capitalized());
    let lines = [asked(story)];
    let lines = lines.iter().chain(&head.rests_on).map(|line| Block::Paragraph(text(line)));
    lines.chain(head.cautions.iter().map(|caution| Block::Notice(text(caution)))).collect()
}

/// Which questionnaire was answered, and the day of the judgement.
pub fn asked(story: &Story<'_, '_>) -> Clean {
    let subject = &story.assessment.subject;
    let title = story.say(&subject.questionnaire.title).cut(LONGEST_NAME);
    title.and(" ").and(&subject.questionnaire.version).and(" · ").and(story.lang.as_of(subject.as_of))
}

/// Whose review was used.
fn review(story: &Story<'_, '_>, origins: &Origins) -> Clean {
    match (story.assessment.subject.review, &origins.review) {
        (Some(review), Some(file)) => {
            story.lang.our_review(clean::one_line(file), clean::one_line(&review.reviewer), review.reviewed)
        }
        _ if story.questionnaire().factors.is_empty() => story.lang.no_review_no_factors(),
        _ => story.lang.no_review(),
    }
}

/// The verdict.
pub fn verdict(story: &Story<'_, '_>) -> Verdict {
    let (assessment, lang) = (story.assessment, story.lang);
    match insight::told_rating(assessment) {
        Told::Nothing => Verdict {
            tone: Tone::Plain,
            label: lang.nothing_to_rate(),
            value: lang.nothing_counts(),
            outlook: Vec::new(),
        },
        Told::NotYet(rating) => Verdict {
            tone: Tone::Careful,
            label: lang.not_yet_rated(),
            value: story.range_and_open(rating),
            outlook: story.if_papers_fail(rating).into_iter().chain(story.answered_on()).map(Text::plain).collect(),
        },
        Told::Rated(rating) => Verdict {
            tone: tone(rating.worst),
            label: lang.vendor_risk(),
            value: loud(rating.worst, lang),
            outlook: story.outlook(rating).into_iter().map(Text::plain).collect(),
        },
    }
}

/// The verdict in few words, with its tone.
pub fn in_short(story: &Story<'_, '_>) -> (Tone, Clean) {
    let said = verdict(story);
    match insight::told_rating(story.assessment) {
        Told::Nothing | Told::NotYet(_) => (said.tone, said.label),
        Told::Rated(_) => (said.tone, said.label.and(" ").and(said.value)),
    }
}

/// The tone of a level of risk.
pub fn tone(level: Level) -> Tone {
    match level {
        Level::Low => Tone::Good,
        Level::Medium => Tone::Careful,
        Level::High => Tone::Bad,
        Level::Critical => Tone::Worst,
    }
}

/// Why the verdict is as it is, every reason.
pub fn all_reasons(story: &Story<'_, '_>, quoting: Quoting) -> Vec<Clean> {
    let assessment = story.assessment;
    let Some(score) = &assessment.overall else { return Vec::new() };
    match insight::told_rating(assessment) {
        Told::Nothing => Vec::new(),
        Told::NotYet(rating) => story.reasons_for_no_rating(rating, score, quoting),
        Told::Rated(rating) => story.reasons(rating, score, quoting),
    }
}

/// Why the verdict is as it is, at most so many reasons; in short where not all of them are wanted.
pub fn reasons(story: &Story<'_, '_>, most: usize) -> Vec<Text> {
    let quoting = if most == usize::MAX { Quoting::Whole } else { Quoting::Short };
    at_most(all_reasons(story, quoting).into_iter().map(Text::plain), most, |left| story.lang.and_more(left))
}

/// What leads to a better rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// Where it leads; `None` where there is no way by the vendor's answers.
    pub to: Option<Clean>,
    /// How, or why not.
    pub words: Clean,
}

/// The way to a better rating; `None` where none is needed, or nothing is rated.
pub fn way(story: &Story<'_, '_>) -> Option<Way> {
    let (assessment, lang) = (story.assessment, story.lang);
    let rating = match insight::told_rating(assessment) {
        Told::Nothing => return None,
        Told::NotYet(_) => return Some(Way { to: Some(lang.way_to_rating()), words: story.way_to_a_rating() }),
        Told::Rated(rating) => rating,
    };
    match insight::way_out(assessment) {
        _ if rating.worst == Level::Low => None,
        Some((target, way)) => {
            let alone = story.documents_alone().map(|alone| "; ".and(alone)).unwrap_or_default();
            Some(Way { to: Some(lang.way_to(loud(target, lang))), words: story.way_in_words(way).and(alone) })
        }
        None => Some(Way { to: None, words: story.no_way_out(rating) }),
    }
}

/// The same in one sentence: where it leads, and how.
pub fn way_in_words(story: &Story<'_, '_>) -> Option<Text> {
    way(story).map(|way| match way.to {
        Some(to) => Text::strong(to.capitalized()).and(": ").and(way.words),
        None => Text::plain(way.words.capitalized()),
    })
}

/// The verdict with its reasons, and the way to a better one.
pub fn section(story: &Story<'_, '_>) -> Block {
    let mut blocks = vec![Block::Verdict(verdict(story))];
    let reasons = reasons(story, usize::MAX);
    if !reasons.is_empty() {
        blocks.push(Block::Paragraph(Text::strong(story.lang.because().capitalized()).and(":")));
        blocks.push(Block::List(reasons));
    }
    let rating = insight::told_rating(story.assessment).rated();
    if let Some((rating, score)) = rating.zip(story.assessment.overall.as_ref()) {
        let rules = Text::strong(story.lang.by_our_rules().capitalized()).and(": ");
        blocks.push(Block::Paragraph(rules.and(story.by_our_rules(rating, score)).and(".")));
    }
    blocks.extend(way_in_words(story).map(Block::Paragraph));
    if story.assessment.rating.is_some() {
        blocks.push(Block::Paragraph(Text::plain(story.lang.vendor_risk_explained())));
    }
    Section::block("verdict", story.lang.verdict(), blocks)
}

/// That a decision is none on the answers at hand, where it is not.
pub fn doubt(standing: DecisionStanding, lang: Lang) -> Option<Block> {
    let doubt = naming::decision_doubt(standing, lang)?;
    Some(Block::Notice(Text::plain(doubt.capitalized())))
}

/// That the day of the next review has passed, where it has.
pub fn overdue(story: &Story<'_, '_>) -> Option<Block> {
    let since = naming::next_review(insight::overdue_review(story.assessment)?, story.lang);
    Some(Block::Notice(Text::plain(story.lang.review_overdue_since(since).capitalized())))
}

/// The three scores and what they mean.
pub fn scores(story: &Story<'_, '_>) -> Option<Block> {
    let (assessment, lang) = (story.assessment, story.lang);
    let score = assessment.overall.as_ref()?;
    let open = insight::open_counts(assessment);
    let known = story.percent(&score.known());
    let row = |name: Clean, score: Clean, means: Clean| {
        Row::plain(vec![Text::strong(name).into(), score.into(), means.into()])
    };
    let points = |of: fn(&Score) -> Exact| story.score(&of(score));
    let table = Table {
        caption: lang.scores(),
        columns: vec![
            Column::words(lang.score()),
            Column::number(lang.points_of_a_hundred(story.top())),
            Column::words(lang.what_it_says()),
        ],
        rows: vec![
            row(lang.counted().capitalized(), points(Score::assured), lang.counted_says()),
            row(lang.claimed().capitalized(), points(Score::claimed), lang.claimed_says()),
            row(lang.at_most().capitalized(), points(Score::potential), lang.at_most_says()),
        ],
        legend: None,
    };
    let assurances: Vec<Clean> = story.assured_in_words();
    let mut blocks = vec![Block::Table(table)];
    if !assurances.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.counted_splits(Clean::joined(assurances, ", ")))));
    }
    blocks.push(Block::Paragraph(Text::plain(lang.open_and_known_whole(open.all(), open.of, known))));
    Some(Section::block("scores", lang.scores(), blocks))
}
