//! What a vendor is asked to clarify: answers that do not seem to agree, that could not be confirmed, that differ from
//! what we saw, or that lack a reason.

use std::collections::BTreeSet;

use super::quoted;
use crate::answers::chain_at_odds::{Odds, chain_at_odds};
use crate::assessment::vendor_turn::{self, Doubt};
use crate::document::{Row, Text};
use crate::questionnaire::ids::QuestionId;
use crate::report::parts::chain;
use crate::report::parts::open::distinct;
use crate::report::story::Story;
use crate::words::clean::Clean;

/// A row for each: the answers, and what we ask about them.
pub fn rows(story: &Story<'_, '_>, first: &BTreeSet<QuestionId>) -> Vec<Row> {
    let lang = story.lang;
    let known = &story.questionnaire().contradictions;
    let contradictions = story.assessment.contradictions.iter().map(|at| {
        let questions = distinct(known[*at].when.questions()).into_iter();
        let answers = questions.map(|at| {
            quoted::question(story, at).and(": ").then(quoted::vendors(story, quoted::answer(story, at))) //
        });
        let ask = lang.letter_odd(story.say(&known[*at].title));
        Row::plain(vec![Text::joined(answers, "; ").into(), ask.into()])
    });
    let doubts = story.assessment.questions.ids().filter_map(|at| {
        let ask = quoted::marked(first.contains(&at), lang.letter_first()).and(doubt(story, at)?);
        Some(Row::plain(vec![quoted::whole(story, at).into(), ask.into()]))
    });
    let at_odds = chain_at_odds(story.assessment.subject.answers, story.questionnaire()).into_iter().map(|told| {
        let answer = quoted::vendors(story, quoted::answer(story, told.question));
        let ask = match told.odds {
            Odds::Denied => lang.letter_chain_denied(chain::some(&told.companies, lang)),
            Odds::Outside => lang.letter_chain_outside(chain::some(&told.companies, lang)),
        };
        Row::plain(vec![quoted::question(story, told.question).and(": ").then(answer).into(), ask.into()])
    });
    contradictions.chain(at_odds).chain(doubts).collect()
}

/// What is unclear about an answer.
fn doubt(story: &Story<'_, '_>, at: QuestionId) -> Option<Clean> {
    let lang = story.lang;
    let given = || quoted::in_short(quoted::answer(story, at));
    vendor_turn::doubt(story.assessment, at).map(|doubt| match doubt {
        Doubt::NoReason => lang.letter_na(),
        Doubt::NotAgreed => lang.letter_na_refused(),
        Doubt::Differs => lang.letter_differs(given()),
        Doubt::Withdrawn => lang.letter_confirm(given()),
        Doubt::YetToCome => lang.letter_future(given()),
    })
}
