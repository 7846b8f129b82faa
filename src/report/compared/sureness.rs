//! How sure the order of two vendors is: what could turn it, and what could not.

use super::shown::{self, SetsApart};
use super::told::Compared;
use crate::assessment::insight;
use crate::comparison::model::Held;
use crate::comparison::weighting::{acceptability, tie_weights};
use crate::comparison::{Pair, Which};
use crate::document::fit::at_most;
use crate::document::{Block, Column, Row, Section, Table, Text};
use crate::policy::Assurance;
use crate::questionnaire::ids::VendorId;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};
use crate::words::exact::Rounding;
use crate::words::number::{fixed, localized};

/// So many open questions are named unless everything is asked for.
const OPEN_NAMED: usize = 5;

/// How sure the order is: first what speaks against the plain reading of the scores.
pub fn section(compared: &Compared<'_, '_>, held: &Held) -> Block {
    let (lang, pair) = (compared.lang, &held.pair);
    let mut blocks: Vec<Block> =
        conflicts(compared, held).into_iter().map(|text| Block::Notice(Text::plain(text))).collect();
    let delta = &pair.scores[0] - &pair.scores[1];
    let on_common = match ahead(pair, &delta) {
        Some(vendor) => lang.same_questions(shown::points(&delta, lang), &compared.names[vendor]),
        None => lang.same_questions_tie(),
    };
    if !pair.order_conflict {
        blocks.push(Block::Paragraph(Text::plain(on_common)));
    }
    blocks.extend(open_questions(compared, pair, &delta));
    blocks.extend(robustness(compared, pair).into_iter().map(|text| Block::Paragraph(Text::plain(text))));
    Section::block("sureness", lang.how_sure(), blocks)
}

/// Who is ahead on the common questions.
fn ahead(pair: &Pair, delta: &Exact) -> Option<VendorId> {
    match delta {
        level if level.is_zero() => None,
        a if a.is_positive() => Some(pair.a),
        _ => Some(pair.b),
    }
}

/// What speaks against the plain reading of the scores.
pub fn conflicts(compared: &Compared<'_, '_>, held: &Held) -> Vec<Clean> {
    let (lang, names, pair) = (compared.lang, &compared.names, &held.pair);
    let [leader, other] = compared.comparison.led(pair);
    let mut said = Vec::new();
    let is_not_yet = |at: &VendorId| insight::told_rating(compared.comparison.assessments[*at]).is_not_yet();
    for at in [pair.a, pair.b].into_iter().filter(is_not_yet) {
        said.push(lang.order_is_preliminary(&names[at]));
    }
    if pair.order_conflict {
        let delta = &pair.scores[0] - &pair.scores[1];
        let (leader, other, points) = (&names[leader], &names[other], shown::points(&delta, lang));
        said.push(match shown::what_sets_apart(pair, &held.matching) {
            SetsApart::Scope => lang.scope_decides(leader, other, points),
            SetsApart::NotApplicable => lang.na_decides(leader, other, points),
            SetsApart::Both => lang.scope_and_na_decide(leader, other, points),
        });
    }
    let ranks_first = match compared.comparison.first_of(pair) {
        Which::A => pair.a,
        Which::B => pair.b,
    };
    if pair.leader.is_some() && ranks_first != leader {
        said.push(lang.flag_against_score(&names[leader], &names[other]));
    }
    said
}

fn open_questions(compared: &Compared<'_, '_>, pair: &Pair, delta: &Exact) -> Vec<Block> {
    let lang = compared.lang;
    if let Some(vendor) = [pair.a, pair.b].into_iter().zip(pair.surely_ahead).find_map(|(at, sure)| sure.then_some(at))
    {
        return vec![Block::Paragraph(Text::plain(lang.ahead_whatever(&compared.names[vendor])))];
    }
    let mut open: Vec<_> = pair.questions.iter().filter(|question| question.open != [false; 2]).collect();
    open.sort_by(|a, b| b.share.cmp(&a.share)); // stable: ties keep their order
    if open.is_empty() {
        return Vec::new();
    }
    let most = if compared.all { open.len() } else { OPEN_NAMED };
    let line = |question: &&crate::comparison::pair::QuestionDelta| {
        let whose = [pair.a, pair.b].into_iter().zip(question.open).filter(|(_, open)| *open);
        let whose: Vec<&Clean> = whose.map(|(at, _)| &compared.names[at]).collect();
        let text = lang.open_line(Clean::joined(whose, ", "), shown::points(&question.share, lang));
        let turns = if question.share >= delta.abs() { "; ".and(lang.alone_could_turn()) } else { Clean::default() };
        let id = &compared.stories[pair.a].questionnaire().questions[question.question].id;
        Text::default().reference(id).and(": ".and(text).and(turns))
    };
    let items = at_most(open.iter().map(line), most, |left| compared.more(left));
    vec![Block::Paragraph(Text::plain(lang.could_turn(open.len()))), Block::List(items)]
}

/// By how much weights may move, and what a bare claim would have to be worth.
fn robustness(compared: &Compared<'_, '_>, pair: &Pair) -> Vec<Clean> {
    let lang = compared.lang;
    let percent = |value: &Exact| localized(fixed(value, 1, Rounding::Floor), lang);
    let hundred = Exact::from(100);
    let mut said = Vec::new();
    if pair.categories.len() > 1 {
        said.extend(pair.category_margin.as_ref().map(|margin| match *margin == hundred {
            true => lang.no_weighting_turns(),
            false => lang.weights_may_move(percent(margin)),
        }));
    }
    let now = compared.comparison.assessments[pair.a].subject.policy.credit(Assurance::Claimed);
    let is_other = |credit: &&Exact| !credit.is_zero() && **credit != Exact::from(now);
    let tie = pair.claim_credit_at_tie.as_ref().filter(is_other);
    said.extend(tie.map(|credit| lang.claim_tie(percent(credit), now)));
    said
}

/// Tie weights, acceptability and dominance: for who asks for everything.
pub fn weights(compared: &Compared<'_, '_>, pair: &Pair) -> Block {
    let lang = compared.lang;
    let percent = |value: &Exact| localized(fixed(value, 1, Rounding::Floor), lang);
    let acceptable = acceptability(pair);
    let names = [&compared.names[pair.a], &compared.names[pair.b]];
    let mut items = vec![
        lang.acceptable(names[0], percent(&acceptable.a)),
        lang.acceptable(names[1], percent(&acceptable.b)),
        lang.acceptable_order(names[0], percent(&acceptable.a_given_order)),
    ];
    items.extend(pair.question_dominance.map(|which| {
        lang.dominates_questions(match which {
            Which::A => names[0],
            Which::B => names[1],
        })
    }));
    let mut blocks = vec![Block::List(items.into_iter().map(Text::plain).collect())];
    let ties = tie_weights(pair);
    if !ties.is_empty() {
        let story = &compared.stories[pair.a];
        let rows = ties.iter().map(|tie| {
            let title = story.say(&story.questionnaire().categories[tie.category].title);
            let share = |value: &Exact| percent(value).and(" %");
            Row::plain(vec![title.into(), share(&tie.share_now).into(), share(&tie.share_at_tie).into()])
        });
        blocks.push(Block::Table(Table {
            caption: lang.weights_section(),
            columns: vec![
                Column::words(lang.category()),
                Column::number(lang.share_now()),
                Column::number(lang.share_at_tie()),
            ],
            rows: rows.collect(),
            legend: None,
        }));
    }
    Section::block("weights", lang.weights_section(), blocks)
}
