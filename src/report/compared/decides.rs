//! What decides between two vendors: categories, questions, red flags, proof; and what the one behind must do.

use std::collections::{HashMap, HashSet};

use super::shown::{self, SetsApart};
use super::told::Compared;
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight;
use crate::comparison::model::Held;
use crate::comparison::overtake::overtake;
use crate::comparison::pair::{CategoryDelta, LeftOut, QuestionDelta};
use crate::comparison::{Pair, Which};
use crate::document::fit::at_most;
use crate::document::{
    Axis, Block, Cell, Column, Drawing, Facing, Figure, Radar, Row, Section, Table, Text, Waterfall,
};
use crate::questionnaire::ids::{QuestionId, VendorId};
use crate::questionnaire::matching::Matching;
use crate::report::parts::{categories as of_categories, flags};
use crate::report::story::Story;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};
use crate::words::number::within;

/// So many questions are named unless everything is asked for.
const QUESTIONS: usize = 10;

/// So many lines of evidence and remediations.
const LINES: usize = 8;

/// The table of categories with a bar to the left or the right, and the pictures.
pub fn categories(compared: &Compared<'_, '_>, held: &Held) -> Block {
    let (lang, pair, matching) = (compared.lang, &held.pair, &held.matching);
    let largest = pair.categories.iter().map(|category| category.delta.abs()).max().unwrap_or_default();
    let rows = pair.categories.iter().map(|category| row(compared, pair, category, &largest)).collect();
    let table = Table {
        caption: lang.by_category(),
        columns: vec![
            Column::words(lang.category()),
            Column::number(compared.names[pair.a].clone()),
            Column::number(compared.names[pair.b].clone()),
            Column::number(lang.difference()),
            Column::bar(lang.ahead_column()),
        ],
        rows,
        legend: None,
    };
    let mut blocks = vec![Block::Table(table)];
    blocks.extend(scope(compared, pair, matching));
    blocks.extend(said_not_to_apply(compared, pair));
    blocks.extend(pictures(compared, pair));
    Section::block("categories", lang.by_category(), blocks)
}

fn row(compared: &Compared<'_, '_>, pair: &Pair, category: &CategoryDelta, largest: &Exact) -> Row {
    let (story, lang, scale) = (&compared.stories[pair.a], compared.lang, compared.scale());
    let title = story.say(&story.questionnaire().categories[category.category].title);
    let [a, b] = &category.scores;
    // the bar leans to the better side, which over time is the right one where things got better
    let difference = match compared.over_time {
        true => shown::difference(b, a, scale, lang),
        false => shown::difference(a, b, scale, lang),
    };
    Row::plain(vec![
        title.into(),
        story.score(a).into(),
        story.score(b).into(),
        difference.clone().into(),
        Cell::Balance(shown::balance(&category.delta, largest, difference)),
    ])
}

/// What is not compared: how much counts for both, and what the rest does to each score.
fn scope(compared: &Compared<'_, '_>, pair: &Pair, matching: &Matching) -> Option<Block> {
    let lang = compared.lang;
    let [a, b] = &pair.scope_effect;
    if a.is_zero() && b.is_zero() {
        return None;
    }
    let common = lang.common_weight(shown::points(&pair.common_share, lang));
    let names = [&compared.names[pair.a], &compared.names[pair.b]];
    let [a, b] = [a, b].map(|effect| shown::signed(effect, lang));
    let effects = match shown::what_sets_apart(pair, matching) {
        SetsApart::Scope => lang.scope_effects(names[0], a, names[1], b),
        SetsApart::NotApplicable => lang.na_effects(names[0], a, names[1], b),
        SetsApart::Both => lang.scope_and_na_effects(names[0], a, names[1], b),
    };
    Some(Block::Paragraph(Text::plain(common.and(" ").and(effects))))
}

/// The questions that are not compared because they are said not to apply, each with how it stands for both.
fn said_not_to_apply(compared: &Compared<'_, '_>, pair: &Pair) -> Vec<Block> {
    let lang = compared.lang;
    let all: Vec<&LeftOut> = pair.left_out.iter().filter(|left_out| left_out.is_na()).collect();
    if all.is_empty() {
        return Vec::new();
    }
    let most = if compared.all { usize::MAX } else { LINES };
    let line = |left_out: &&LeftOut| {
        let id = &compared.stories[pair.a].questionnaire().questions[left_out.question].id;
        let [a, b] = [(pair.a, left_out.question), (pair.b, left_out.other)]
            .map(|(at, question)| compared.stories[at].standing(question));
        let text = lang.standings_line("", &compared.names[pair.a], a, &compared.names[pair.b], b);
        Text::default().reference(id).and(text)
    };
    let items = at_most(all.iter().map(line), most, |left| compared.more(left));
    vec![Block::Paragraph(Text::plain(lang.na_not_compared(all.len()))), Block::List(items)]
}

fn pictures(compared: &Compared<'_, '_>, pair: &Pair) -> Vec<Block> {
    let (story, lang) = (&compared.stories[pair.a], compared.lang);
    let axis = |category: &CategoryDelta| Axis {
        name: story.say(&story.questionnaire().categories[category.category].title),
        values: category.scores.each_ref().map(of_categories::thousandths),
        shown: category.scores.each_ref().map(|score| story.score(score)),
    };
    let axes: Vec<Axis> = pair.categories.iter().map(axis).collect();
    let names = [compared.names[pair.a].clone(), compared.names[pair.b].clone()];
    let text = axes.iter().map(|axis| lang.facing_axis(&axis.name, &axis.shown[0], &axis.shown[1]));
    let text = Clean::joined(text, "; ");
    let figure = |anchor: &'static str, title: Clean, drawing: Drawing| {
        Block::Figure(Figure { anchor: anchor.clean(), title, text: text.clone(), drawing })
    };
    let waterfall = waterfall(compared, pair, &axes);
    let ends = if compared.over_time { [&names[1], &names[0]] } else { [&names[0], &names[1]] };
    let facing = Drawing::Facing(Facing { sides: names.clone(), rows: axes.clone() });
    let mut blocks = vec![
        figure("facing", lang.facing_title(), facing),
        figure("waterfall", lang.waterfall_title(ends[0], ends[1]), Drawing::Waterfall(waterfall)),
    ];
    if axes.len() > 2 {
        blocks.push(figure("radar", lang.both_radar_title(), Drawing::Radar(Radar { series: names, axes })));
    }
    blocks
}

/// Points of 100, of either sign, in thousandths of the whole, floored.
fn thousandths(points: &Exact) -> i64 {
    within(&(points * 10), -1000..=1000)
}

/// From B to A, category by category; over time from the first date to the second.
fn waterfall(compared: &Compared<'_, '_>, pair: &Pair, axes: &[Axis]) -> Waterfall {
    let story = &compared.stories[pair.a];
    let (from, to) = if compared.over_time { (0, 1) } else { (1, 0) };
    let steps = pair.categories.iter().zip(axes).map(|(category, axis)| {
        let change = if compared.over_time { -&category.contribution } else { category.contribution.clone() };
        (axis.name.clone(), thousandths(&change), shown::signed(&change, compared.lang))
    });
    let end =
        |side: usize| compared.names[[pair.a, pair.b][side]].clone().and(" ").and(story.score(&pair.scores[side]));
    Waterfall { start: thousandths(&pair.scores[from]), steps: steps.collect(), ends: [end(from), end(to)] }
}

/// The questions that move most, with both answers, and whether it is the answer or only the proof that differs.
pub fn questions(compared: &Compared<'_, '_>, pair: &Pair) -> Block {
    let lang = compared.lang;
    let most = if compared.all { usize::MAX } else { QUESTIONS };
    let moving: Vec<&QuestionDelta> = pair.questions.iter().filter(|question| !question.delta.is_zero()).collect();
    if moving.is_empty() {
        let blocks = vec![Block::Paragraph(Text::plain(lang.nothing_differs()))];
        return Section::block("decides", lang.what_decides(), blocks);
    }
    let rows = moving.iter().take(most).map(|question| question_row(compared, pair, question));
    let table = Table {
        caption: lang.what_decides(),
        columns: vec![
            Column::words(lang.question()),
            Column::number(lang.moves()),
            Column::words(compared.names[pair.a].clone()),
            Column::words(compared.names[pair.b].clone()),
            Column::words(lang.differs_by()),
        ],
        rows: rows.collect(),
        legend: None,
    };
    let mut blocks = vec![Block::Table(table)];
    let left = moving.len().saturating_sub(most);
    blocks.extend((left > 0).then(|| Block::Paragraph(Text::plain(compared.more(left)))));
    Section::block("decides", lang.what_decides(), blocks)
}

fn question_row(compared: &Compared<'_, '_>, pair: &Pair, question: &QuestionDelta) -> Row {
    let lang = compared.lang;
    let [a, b] = [(pair.a, question.question), (pair.b, question.other)].map(|(at, question)| {
        let story = &compared.stories[at];
        story.answer(question).and(" (").and(story.standing(question)).and(")")
    });
    let by = match (question.open, question.answer_effect.is_zero(), question.evidence_effect.is_zero()) {
        ([true, _] | [_, true], ..) => lang.by_open(),
        (_, true, _) => lang.by_assurance(),
        (_, _, true) => lang.by_answer(),
        _ => lang.by_both(),
    };
    let id = &compared.stories[pair.a].questionnaire().questions[question.question].id;
    Row::plain(vec![
        Text::default().reference(id).into(),
        shown::signed(&question.delta, lang).into(),
        a.into(),
        b.into(),
        by.into(),
    ])
}

/// Flags that are raised, open or accepted for any, a column for each vendor.
pub fn red_flags(compared: &Compared<'_, '_>) -> Block {
    let lang = compared.lang;
    let mut told: Vec<(Clean, Clean)> = Vec::new();
    let mut named: HashSet<Clean> = HashSet::new();
    let all = compared.stories.iter().flat_map(|story| {
        insight::flags_to_tell(story.assessment, |_| true).into_iter().map(move |flag| (story, flag))
    });
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, flag)| insight::telling_order(flag)); // stable: ties keep the order of the vendors
    for (story, flag) in all {
        let name = story.questionnaire().flag_name(flag.flag);
        if named.insert(name.clone()) {
            told.push((name, story.flag_name(flag.flag)));
        }
    }
    if told.is_empty() {
        return Section::block(
            "red-flags",
            lang.red_flags(),
            vec![Block::Paragraph(Text::plain(lang.no_flags_either()))],
        );
    }
    let by_name = compared.stories.map(|_, story| {
        let flags = story.assessment.flags.iter();
        flags.map(|flag| (story.questionnaire().flag_name(flag.flag), flag)).collect::<HashMap<Clean, &Flag>>()
    });
    let state = |(at, story): (VendorId, &Story<'_, '_>), name: &Clean| {
        by_name[at].get(name).map_or_else(
            || Text::plain(lang.flag_absent()),
            |flag| match flag.state {
                FlagState::Clear | FlagState::NotAsked => Text::plain(story.flag_state(flag)),
                _ => flags::head(story, flag),
            },
        )
    };
    let rows = told.iter().map(|(name, title)| {
        let mut cells: Vec<Cell> = vec![title.clone().into()];
        cells.extend(compared.stories.with_ids().map(|of| Cell::Text(state(of, name))));
        Row::plain(cells)
    });
    let mut columns = vec![Column::words(lang.flag())];
    columns.extend(compared.names.iter().cloned().map(Column::words));
    let table = Table { caption: lang.red_flags(), columns, rows: rows.collect(), legend: None };
    Section::block("red-flags", lang.red_flags(), vec![Block::Table(table)])
}

/// Proof that one has and the other lacks, what moves most first.
pub fn evidence(compared: &Compared<'_, '_>, pair: &Pair) -> Option<Block> {
    let lang = compared.lang;
    let mut differing: Vec<&QuestionDelta> =
        pair.questions.iter().filter(|question| !question.evidence_effect.is_zero()).collect();
    differing.sort_by_key(|question| std::cmp::Reverse(question.evidence_effect.abs())); // stable
    if differing.is_empty() {
        return None;
    }
    let most = if compared.all { usize::MAX } else { LINES };
    let line = |question: &&QuestionDelta| {
        let (has, lacks) = match question.evidence_effect.is_positive() {
            true => ((pair.a, question.question), (pair.b, question.other)),
            false => ((pair.b, question.other), (pair.a, question.question)),
        };
        let id = &compared.stories[pair.a].questionnaire().questions[question.question].id;
        let standing = |(at, question): (VendorId, QuestionId)| compared.stories[at].standing(question);
        let names = (&compared.names[has.0], &compared.names[lacks.0]);
        let text = lang.standings_line("", names.0, standing(has), names.1, standing(lacks));
        Text::default().reference(id).and(text)
    };
    let items = at_most(differing.iter().map(line), most, |left| compared.more(left));
    Some(Section::block("evidence", lang.evidence_differs(), vec![Block::List(items)]))
}

/// What the one that ranks behind must do to overtake.
pub fn to_overtake(compared: &Compared<'_, '_>, pair: &Pair) -> Option<Block> {
    let lang = compared.lang;
    let (first, behind, gap) = match compared.comparison.first_of(pair) {
        Which::A => (pair.a, pair.b, pair.headline.clone()),
        Which::B => (pair.b, pair.a, -&pair.headline),
    };
    let [ahead, follower] = [first, behind].map(|at| compared.comparison.assessments[at]);
    let way = overtake(follower, ahead, &gap);
    if gap.is_zero() && way.flags.is_empty() {
        return None;
    }
    let story = &compared.stories[behind];
    let mut blocks = Vec::new();
    if !way.flags.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.clear_flags_first(way.flags.len()))));
        let helps = way.flags.iter().map(|flag| story.flag_remedy(*flag).unwrap_or_else(|| story.flag_title(*flag)));
        blocks.push(Block::List(helps.map(Text::plain).collect()));
    }
    match &way.remediations {
        None => blocks.push(Block::Paragraph(Text::plain(lang.cannot_overtake()))),
        Some(remediations) if !remediations.is_empty() => {
            let count = remediations.len();
            let head = if way.flags.is_empty() { lang.remediation_only(count) } else { lang.then_remediation(count) };
            blocks.push(Block::Paragraph(Text::plain(head)));
            let most = if compared.all { count } else { LINES };
            let lines = remediations.iter().map(|at| remediation_line(compared, behind, *at));
            let items = at_most(lines, most, |left| compared.more(left));
            blocks.push(Block::List(items));
            let assurances = way
                .assurances
                .as_ref()
                .map_or_else(|| lang.assurance_would_not_do(), |assurances| lang.assurance_would_do(assurances.len()));
            blocks.push(Block::Paragraph(Text::plain(assurances)));
        }
        Some(_) => {}
    }
    Some(Section::block("overtake", lang.to_overtake(&compared.names[behind]), blocks))
}

fn remediation_line(compared: &Compared<'_, '_>, vendor: VendorId, question: QuestionId) -> Text {
    let story = &compared.stories[vendor];
    let id = Text::default().reference(&story.questionnaire().questions[question].id);
    let Some(remediation) = story.assessment.remediations().iter().find(|remediation| remediation.question == question)
    else {
        return id;
    };
    let gain = story.lang.gives_back(story.points(&remediation.gain));
    id.and(" ".and(gain).and(": ").and(story.demand(remediation).words))
}

/// Questions that only one was asked, or that were asked in other words.
pub fn questionnaires(compared: &Compared<'_, '_>, pair: &Pair, matching: &Matching) -> Option<Block> {
    let lang = compared.lang;
    let ids = |vendor: VendorId, asked: &[QuestionId]| {
        let questions = &compared.stories[vendor].questionnaire().questions;
        Text::joined(asked.iter().map(|at| Text::code(&questions[*at].id)), ", ")
    };
    let mut blocks = Vec::new();
    for (vendor, asked) in [(pair.a, &matching.only_first), (pair.b, &matching.only_second)] {
        if !asked.is_empty() {
            let head = lang.only_asked(&compared.names[vendor], asked.len());
            blocks.push(Block::Paragraph(Text::plain(head).and(" ").then(ids(vendor, asked))));
        }
    }
    if !matching.changed.is_empty() {
        let changed: Vec<QuestionId> = matching.changed.iter().map(|(at, _)| *at).collect();
        let head = lang.changed_questions(changed.len());
        blocks.push(Block::Paragraph(Text::plain(head).and(" ").then(ids(pair.a, &changed))));
    }
    if matching.weights_differ {
        blocks.push(Block::Notice(Text::plain(lang.first_weights_count())));
    }
    (!blocks.is_empty()).then(|| Section::block("questionnaires", lang.questionnaires_differ(), blocks))
}
