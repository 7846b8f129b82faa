//! The arithmetic of one question, step by step.

use std::num::NonZeroU32;

use super::shown::{self, cut, percent};
use crate::answers::Value;
use crate::assessment::scope::Status;
use crate::assessment::trace::{Trace, trace};
use crate::document::{Block, Cell, Column, Row, RowKind, Section, Table, Text};
use crate::questionnaire::Form;
use crate::questionnaire::form::{Steps, Ticks};
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::model::Weight;
use crate::report::naming;
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted};
use crate::words::{Broken, Exact, Quantity};

/// From the weight to the points, and where they went.
///
/// # Errors
/// A mistake of the program: the answer does not fit its question.
pub fn section(story: &Story<'_, '_>, at: QuestionId) -> Result<Block, Broken> {
    let lang = story.lang;
    let trace = trace(story.assessment, at)?;
    let mut steps = weights(story, at, &trace);
    if !trace.live.is_zero() && !trace.total.is_zero() {
        steps.extend(share(story, at, &trace));
        steps.extend(worth(story, at, &trace));
    }
    let mut blocks = vec![Block::Steps(steps.into_iter().map(Text::plain).collect())];
    if !story.assessment.questions[at].parts.whole().is_zero() {
        blocks.push(parts(story, at, &trace));
        blocks.push(Block::Paragraph(Text::plain(lang.dots_and_tenths())));
    }
    Ok(Section::block("arithmetic", lang.how_points_come(), blocks))
}

/// What it weighs, in its category, and whether it is left out.
fn weights(story: &Story<'_, '_>, at: QuestionId, trace: &Trace) -> Vec<Clean> {
    let lang = story.lang;
    let weight = match story.questionnaire().questions[at].weight {
        _ if trace.weight == 0 => lang.step_no_weight(),
        Weight::Direct(weight) => lang.step_weight(weight),
        Weight::Importance(importance) => lang.step_importance(naming::importance(importance, lang), trace.weight),
    };
    let mut steps = vec![weight];
    let category = trace.category.filter(|_| trace.weight > 0);
    steps.extend(category.map(|(own, sum)| lang.step_category(own, sum, trace.weight, cut(&trace.design, lang))));
    let judged = &story.assessment.questions[at];
    let cap = story.assessment.subject.policy.not_applicable_cap;
    let (part, whole) = trace.not_applicable;
    steps.extend(match judged.status {
        Status::NotAsked | Status::OutOfScope | Status::NaApproved if trace.weight > 0 => {
            Some(lang.step_left_out(story.status(at)))
        }
        Status::Na if trace.live.is_zero() => Some(lang.step_na_within(cap, part, whole)),
        Status::Na => {
            let kept = &story.assessment.categories[story.questionnaire().questions[at].category].na_kept;
            let [design, live] = [&trace.design, &trace.live].map(|weight| cut(weight, lang));
            Some(lang.step_na_kept(cap, part, whole, percent(kept, lang), design, live))
        }
        _ => None,
    });
    steps
}

/// Its part of all that counts.
fn share(story: &Story<'_, '_>, at: QuestionId, trace: &Trace) -> [Clean; 2] {
    let lang = story.lang;
    let [live, total] = [&trace.live, &trace.total].map(|weight| cut(weight, lang));
    let excluded = story.excluded();
    let together = match excluded.is_empty() {
        true => lang.step_total(&total),
        false => lang.step_total_without(&total, Clean::joined(excluded, " · ")),
    };
    [together, lang.step_share(live, total, cut(&story.assessment.share(at), lang))]
}

/// What the answer is worth, and what its proof counts.
fn worth(story: &Story<'_, '_>, at: QuestionId, trace: &Trace) -> Vec<Clean> {
    let lang = story.lang;
    let judged = &story.assessment.questions[at];
    let (Some(worth), Some(credit)) = (&trace.worth, trace.credit) else {
        return match judged.status {
            Status::Na => Vec::new(), // the step about its cap says so
            _ => vec![lang.step_unknown(story.standing(at))],
        };
    };
    let own = || judged.own_assurance().map_or_else(|| story.standing(at), |own| naming::assurance(own, lang));
    let assurance = match worth.is_zero() {
        true => lang.step_nothing_to_prove(),
        false if judged.before.is_some() => lang.step_assurance(own(), credit),
        false => lang.step_assurance(story.standing(at), credit),
    };
    let before = trace.before.as_ref().zip(story.verified_before(at));
    let before = before.map(|(worth, seen)| lang.step_verified_before(seen, percent(worth, lang)));
    [value(story, at, trace, worth), assurance].into_iter().chain(before).collect()
}

fn value(story: &Story<'_, '_>, at: QuestionId, trace: &Trace, worth: &Exact) -> Clean {
    let lang = story.lang;
    let form = &story.questionnaire().questions[at].form;
    let answer = story.answer(at);
    match (form, trace.number, story.assessment.questions[at].effective.value()) {
        (Form::ChooseMany(Ticks { full_at: Some(full_at), options }), _, Some(Value::Options(chosen))) => {
            let points = chosen.iter().filter_map(|tick| options[*tick].points).collect();
            ticked(story, points, *full_at, worth)
        }
        (Form::Number(form), Some(number), _) => {
            reached(story, &form.steps, number, answer, |bound| story.with_unit(form, bound))
        }
        (Form::Date(form), Some(number), _) => {
            let away = if number.is_negative() { lang.days_since(-number) } else { story.days(form, number) };
            reached(story, &form.steps, number, lang.days_from(answer, away), |bound| story.days(form, bound))
        }
        _ => lang.step_worth(percent(worth, lang)),
    }
}

/// The ticks and what they add up to.
fn ticked(story: &Story<'_, '_>, points: Vec<u32>, full_at: NonZeroU32, worth: &Exact) -> Clean {
    let lang = story.lang;
    let sum: u32 = points.iter().sum();
    let value = percent(worth, lang);
    match &points[..] {
        [_] => lang.step_ticks_one(sum, full_at, value),
        points => {
            let terms: Vec<Clean> = points.iter().map(Trusted::clean).collect();
            lang.step_ticks(Clean::joined(terms, " + "), sum, full_at, value)
        }
    }
}

/// The step that holds for a number, or all there are where none does.
fn reached(
    story: &Story<'_, '_>,
    steps: &Steps,
    number: Quantity,
    answer: Clean,
    name: impl Fn(Quantity) -> Clean,
) -> Clean {
    let lang = story.lang;
    match steps.holding(number) {
        Some((bound, value)) => lang.step_reached(answer, story.step(steps, bound, &name), value),
        None => {
            let all = steps
                .steps
                .iter()
                .map(|(bound, value)| lang.step_worth_so_much(story.step(steps, *bound, &name), value));
            lang.step_none_reached(answer, Clean::joined(all, ", "))
        }
    }
}

/// The four parts: how each is computed, exactly, and as shown.
fn parts(story: &Story<'_, '_>, at: QuestionId, trace: &Trace) -> Block {
    let lang = story.lang;
    let judged = &story.assessment.questions[at];
    let in_points = |grains: &Exact| cut(&story.assessment.points(grains.clone()), lang);
    let share = in_points(&judged.parts.whole());
    let computed = computed(story, trace, &share);
    let tenths = story.assessment.tenths(at);
    let named = shown::names(lang).into_iter().zip(shown::in_order(&judged.parts, tenths)).zip(computed);
    let mut rows: Vec<Row> = named
        .map(|((name, (exactly, tenths)), computed)| {
            let cells: Vec<Cell> = vec![
                name.capitalized().into(),
                computed.into(),
                in_points(exactly).into(),
                shown::points(story, exactly, tenths).into(),
            ];
            Row::plain(cells)
        })
        .collect();
    let cells = vec![lang.share().into(), Clean::default().into(), share.into(), story.tenths(tenths.whole()).into()];
    rows.push(Row { kind: RowKind::Total, cells });
    Block::Table(Table {
        caption: lang.where_the_points_went(),
        columns: vec![
            Column::words(lang.part_of_share()),
            Column::words(lang.computed()),
            Column::number(lang.exactly()),
            Column::number(lang.shown_as()),
        ],
        rows,
        legend: None,
    })
}

/// How each of the four parts is computed.
fn computed(story: &Story<'_, '_>, trace: &Trace, share: &Clean) -> [Clean; 4] {
    let lang = story.lang;
    let nothing = Clean::default;
    let (Some(worth), Some(credit)) = (&trace.worth, trace.credit) else {
        return [nothing(), nothing(), nothing(), share.clone()];
    };
    let in_place = share.and(" × ").and(percent(worth, lang)).and(" %");
    let lacking = share.and(" × ").and(percent(&(Exact::ONE - worth), lang)).and(" %");
    let [assured, evidence_gap] = match &trace.before {
        Some(before) => {
            [before.clone(), worth - before].map(|part| share.and(" × ").and(percent(&part, lang)).and(" %"))
        }
        None => [credit, 100 - credit].map(|part| in_place.clone().and(" × ").and(part).and(" %")),
    };
    [assured, evidence_gap, lacking, nothing()]
}
