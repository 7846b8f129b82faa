//! The risk in one sentence that somebody understands who has never seen a questionnaire: what is at stake, how much of
//! its protection has been shown, and whether something serious is known or not settled.

use crate::assessment::Score;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight::{self, Told};
use crate::assessment::rating::{Cause, End, Rating};
use crate::policy::Band;
use crate::questionnaire::ids::FactorId;
use crate::questionnaire::{FlagRef, Level};
use crate::report::naming::{band, level};
use crate::report::story::Story;
use crate::words::Clean;
use crate::words::clean::Trusted;

/// The longest answer to a factor that is told whole within the sentence.
const LONGEST_LABEL: usize = 120;

/// So many words an answer has that says by itself what it is about.
const TELLING_WORDS: usize = 3;

/// The sentence; `None` where there is nothing to rate.
pub fn risk(story: &Story<'_, '_>) -> Option<Clean> {
    told(story, true)
}

/// The same without what it is that is at stake, where that is told beside it.
pub fn risk_in_short(story: &Story<'_, '_>) -> Option<Clean> {
    told(story, false)
}

fn told(story: &Story<'_, '_>, names_it: bool) -> Option<Clean> {
    let score = story.assessment.overall.as_ref()?;
    match insight::told_rating(story.assessment) {
        Told::Nothing => None,
        Told::NotYet(rating) if rating.best != rating.worst => Some(not_rated(story, rating, names_it)),
        Told::NotYet(rating) | Told::Rated(rating) => Some(rated(story, rating, score, names_it)),
    }
}

fn rated(story: &Story<'_, '_>, rating: &Rating, score: &Score, names_it: bool) -> Clean {
    let lang = story.lang;
    let is_good = rating.band_worst <= Band::Adequate; // the best band is the first
    let is_stated = story.assessment.inherent_risk.lowest == story.assessment.inherent_risk.highest;
    let stake = if is_stated { stake(story, names_it) } else { lang.board_worst_assumed(stake(story, names_it)) };
    let protection = protection(story, rating, score);
    let why = match faults(story, rating) {
        None if is_good != (story.assessment.inherent_risk.highest == Level::Low) => lang.board_but(stake, protection),
        None if is_stated => lang.board_and(stake, protection),
        None => lang.board_list_and(stake, protection),
        Some(faults) if is_good => lang.board_but(stake.and(", ").and(protection), faults),
        Some(faults) => lang.board_list_and(stake.and(", ").and(protection), faults),
    };
    lang.board_rated(level(rating.worst, lang).clean().capitalized(), why)
}

fn not_rated(story: &Story<'_, '_>, rating: &Rating, names_it: bool) -> Clean {
    let (assessment, lang) = (story.assessment, story.lang);
    let counts = insight::open_counts(assessment);
    let open = assessment.is_too_little_known().then(|| lang.board_open(counts.all(), counts.of));
    let left_out = assessment.is_too_much_left_out().then(|| lang.board_left_out_by_claim());
    let known = known_faults(story, rating);
    let known = (known > 0).then(|| lang.known_faults(known));
    let mut clauses: Vec<Clean> =
        [stake(story, names_it)].into_iter().chain(known).chain(left_out).chain(open).collect();
    let last = clauses.pop().unwrap_or_default();
    let why = lang.board_list_and(Clean::joined(clauses, ", "), last);
    lang.board_not_rated(why, level(rating.best, lang), level(rating.worst, lang))
}

/// How much is at stake and, if it is named, by what.
fn stake(story: &Story<'_, '_>, names_it: bool) -> Clean {
    let (lang, inherent) = (story.lang, &story.assessment.inherent_risk);
    if inherent.assumed {
        return lang.board_stake_assumed(level(inherent.highest, lang));
    }
    if inherent.lowest != inherent.highest {
        let is_any_stated = inherent.missing.len() < story.questionnaire().factors.len();
        return if is_any_stated { lang.board_stake_partly_stated() } else { lang.board_stake_unstated() };
    }
    let much = match inherent.highest {
        Level::Low => lang.board_little_at_stake(),
        Level::Medium => lang.board_some_at_stake(),
        Level::High => lang.board_much_at_stake(),
        Level::Critical => lang.board_very_much_at_stake(),
    };
    match inherent.decisive.first().filter(|_| names_it).and_then(|at| decisive(story, *at)) {
        Some(what) => much.and(" (").and(what).and(")"),
        None => much,
    }
}

/// The answer to a factor: alone where it is likely to speak for itself, else behind what is asked.
fn decisive(story: &Story<'_, '_>, at: FactorId) -> Option<Clean> {
    let questionnaire = story.questionnaire();
    let factor = &questionnaire.factors[at];
    let option = story.assessment.subject.review?.inherent_risk[at]?;
    let label = story.say(&factor.options[option].label).cut(LONGEST_LABEL);
    let is_number = label.chars().any(|sign| sign.is_ascii_digit());
    let is_alone = questionnaire.factors.ids().next() == Some(at);
    if is_alone && !is_number && label.split(' ').count() >= TELLING_WORDS {
        let is_readers_own = questionnaire.languages.iter().any(|code| code == story.lang.code());
        return Some(if is_readers_own { label.within_sentence() } else { label });
    }
    // what stands behind the question is a hint for whoever answers it
    let ask = story.say(&factor.ask);
    let ask = ask.part(|ask| ask.split_inclusive('?').next().unwrap_or(ask)).cut(LONGEST_LABEL);
    Some(ask.and(" ").and(label))
}

/// How good the protection is that has been shown and, where that is not good, what it is that is lacking.
fn protection(story: &Story<'_, '_>, rating: &Rating, score: &Score) -> Clean {
    let (lang, policy, shown) = (story.lang, story.assessment.subject.policy, rating.band_worst);
    let is_better = |score| policy.band(&score) < shown;
    match shown {
        Band::Strong | Band::Adequate => lang.board_protection(band(shown, lang)),
        Band::Weak if is_better(score.claimed()) => lang.board_partly_shown(),
        Band::Poor if is_better(score.claimed()) => lang.board_little_shown(),
        _ if is_better(score.potential()) => lang.board_partly_answered(),
        Band::Weak => lang.board_weak_by_answers(),
        Band::Poor => lang.board_poor_by_answers(),
    }
}

/// What serious shortcomings are known, and in how many respects that is not settled; `None` where neither holds.
fn faults(story: &Story<'_, '_>, rating: &Rating) -> Option<Clean> {
    let (lang, assessment) = (story.lang, story.assessment);
    let known = known_faults(story, rating);
    // a minimum that only proof is missing for is no question: the sentence has said that proof is missing
    let is_proof = |flag: &&Flag| matches!(flag.flag, FlagRef::Category(..)) && flag.if_proved == FlagState::Clear;
    let open = insight::flags_in(assessment, FlagState::Open).into_iter().filter(|flag| holds(rating, flag.flag));
    let open = open.filter(|flag| !is_proof(flag)).count();
    match (known, open) {
        (0, 0) => None,
        (known, 0) => Some(lang.known_faults(known)),
        (0, open) => Some(lang.unsettled_faults(open)),
        (known, open) => Some(lang.board_and(lang.known_faults(known), lang.unsettled_faults(open))),
    }
}

/// How many raised flags hold the rating, or are severe in themselves.
fn known_faults(story: &Story<'_, '_>, rating: &Rating) -> usize {
    let raised = insight::flags_in(story.assessment, FlagState::Triggered).into_iter();
    raised.filter(|flag| flag.severity >= Level::High || holds(rating, flag.flag)).count()
}

/// Whether the rating is what it is by a flag.
fn holds(rating: &Rating, flag: FlagRef) -> bool {
    rating
        .reasons
        .iter()
        .any(|reason| reason.of == End::Worst && matches!(reason.cause, Cause::Flag { flag: own, .. } if own == flag))
}
