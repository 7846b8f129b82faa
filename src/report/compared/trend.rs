//! One vendor over three or more dates, told as a line: how it stood at each, and what moved it from each to the next.

use std::cmp::Ordering;

use super::over_time::{self, Retold};
use super::shown::SetsApart;
use super::told::Compared;
use super::{choice, head, shown, verdicts};
use crate::assessment::insight;
use crate::comparison::change::{AnswerChange, ChangeKind};
use crate::comparison::model::Held;
use crate::comparison::trend::{Trend, TrendStep, most_first};
use crate::document::fit::at_most;
use crate::document::{
    Block, Cell, Column, Curve, CurvePoint, Document, Drawing, Figure, Layout, Row, Section, Table, Text, Tone,
};
use crate::questionnaire::ids::VendorId;
use crate::questionnaire::matching::Matching;
use crate::report::naming::loud;
use crate::report::parts::{categories, verdict};
use crate::report::story::Story;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};
use crate::words::hint::{self, Hint};

/// So many columns of words and figures, before the bars.
const FIGURES: usize = 6;

/// So many changes that moved points are named at each step, unless everything is asked for.
const MOVES: usize = 5;

/// So many categories.
const CATEGORIES: usize = 4;

/// So many questions of which only the proof changed are named by their ids.
const IDS: usize = 8;

/// The line.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let mut blocks = Vec::new();
    if let Some(trend) = Trend::of(compared.comparison) {
        blocks.push(in_all(compared, &trend));
        blocks.extend(head::head(compared));
        blocks.extend(one_day(compared));
        blocks.push(Section::block(
            "dates",
            compared.lang.date_by_date(),
            vec![Block::Figure(picture(compared)), Block::Table(table(compared))],
        ));
        blocks.extend(trend.steps.iter().map(|step| section(compared, step)));
    }
    Document { lang: compared.lang, layout: Layout::Report, title: title(compared), blocks }
}

/// What the line came to from its first date to its last: the sum of its steps.
pub fn in_all(compared: &Compared<'_, '_>, trend: &Trend<'_>) -> Block {
    let steps = trend.steps.iter().map(|step| ShownMove::of(compared, step.held));
    let said = steps.reduce(ShownMove::and).map(|all| all.told(compared));
    Block::Paragraph(Text::strong(said.unwrap_or_default()))
}

/// How the score that is shown moved, and what of that is on the same questions.
struct ShownMove {
    /// From which date to which.
    dates: [VendorId; 2],
    /// The difference of the two shown scores, in steps of their last digit: those of several add up.
    points: Exact,
    /// What of it is on the same questions, likewise.
    on_the_same: Exact,
    /// Both in points of 100, exactly, for their signs.
    exact: [Exact; 2],
    /// What the rest comes from, if there is any.
    rest: Option<SetsApart>,
    /// Whether it is the sum of several.
    is_sum: bool,
}

impl ShownMove {
    fn of(compared: &Compared<'_, '_>, held: &Held) -> ShownMove {
        let (pair, scale) = (&held.pair, compared.scale());
        let dates = [pair.a, pair.b];
        let shown = dates.map(|at| {
            let score = compared.comparison.assessments[at].overall.as_ref();
            score.map_or(Exact::ZERO, |score| scale.steps(&score.assured()))
        });
        let points = &shown[1] - &shown[0];
        let exact = [-&pair.headline, &pair.scores[1] - &pair.scores[0]];
        let cut = scale.steps(&exact[1].abs());
        let rest = (exact[0] != exact[1]).then(|| shown::what_sets_apart(pair, &held.matching));
        let on_the_same = match rest {
            None => points.clone(),
            Some(_) if exact[1].is_negative() => -&cut,
            Some(_) => cut,
        };
        ShownMove { dates, points, on_the_same, exact, rest, is_sum: false }
    }

    /// This and then the next.
    fn and(self, next: ShownMove) -> ShownMove {
        let rest = match (self.rest, next.rest) {
            (Some(one), Some(other)) => Some(one.or(other)),
            (one, other) => one.or(other),
        };
        ShownMove {
            dates: [self.dates[0], next.dates[1]],
            points: self.points + next.points,
            on_the_same: self.on_the_same + next.on_the_same,
            exact: [&self.exact[0] + &next.exact[0], &self.exact[1] + &next.exact[1]],
            rest,
            is_sum: true,
        }
    }

    /// Better or worse, by how much, and the risk at both dates.
    fn told(&self, compared: &Compared<'_, '_>) -> Clean {
        let (lang, scale) = (compared.lang, compared.scale());
        let [all, same] = self.exact.each_ref().map(|points| points.cmp(&Exact::ZERO));
        let by_risk = over_time::by_risk(compared, self.dates);
        let is_split = by_risk.is_eq() && all != same;
        let how = match by_risk.then(same) {
            Ordering::Greater if is_split => lang.better_on_the_same(),
            Ordering::Less if is_split => lang.worse_on_the_same(),
            Ordering::Equal if is_split => lang.as_before_on_the_same(),
            Ordering::Greater => lang.better_since(),
            Ordering::Less => lang.worse_since(),
            Ordering::Equal => lang.as_before(),
        };
        let rest = &self.points - &self.on_the_same;
        let [points, same, rest] =
            [&self.points, &self.on_the_same, &rest].map(|steps| shown::stepped(steps, scale, lang));
        let cause = self.rest.map(|rest| match rest {
            SetsApart::Scope => lang.moved_by_scope(),
            SetsApart::NotApplicable => lang.moved_by_na(),
            SetsApart::Both => lang.moved_by_scope_and_na(),
        });
        let moved = match cause {
            None => lang.moved_on_the_same(points),
            Some(cause) if self.is_sum => lang.moved_in_all(points, same, rest, cause),
            Some(cause) => lang.moved_in_parts(points, same, rest, cause),
        };
        let [was, is] = self.dates.map(|at| verdicts::risk(&compared.stories[at]).words());
        let [day, later] = self.dates.map(|at| &compared.names[at]);
        let risk = if was == is { lang.risk_still(is) } else { lang.risk_on_days(was, day, is, later) };
        lang.moved_on_days(how, moved, risk)
    }
}

/// Who is told of, and from when to when.
pub fn title(compared: &Compared<'_, '_>) -> Text {
    let mut names = compared.names.iter();
    let first = names.next().cloned().unwrap_or_default();
    let last = names.next_back().cloned().unwrap_or_default();
    Text::plain(compared.lang.trend_title(compared.vendor(), compared.names.len(), first, last))
}

/// That answers of several years are all judged as of one day.
fn one_day(compared: &Compared<'_, '_>) -> Option<Block> {
    let mut days = compared.comparison.assessments.iter().map(|assessment| assessment.subject.as_of);
    let day = days.next().filter(|first| days.all(|other| other == *first))?;
    let how = Hint::JudgeOnOwnDays.told(compared.guide, compared.lang);
    Some(Block::Notice(Text::plain(hint::behind(&compared.lang.judged_on_one_day(day), how).capitalized())))
}

/// A row for each date: the risk and the scores.
pub fn table(compared: &Compared<'_, '_>) -> Table {
    let lang = compared.lang;
    let row = |(at, story): (VendorId, &Story<'_, '_>)| {
        let Some(score) = &story.assessment.overall else { return Row::plain(vec![compared.named(at).into()]) };
        let known = story.percent(&score.known());
        let risk: Cell = verdicts::risk(story).into();
        let [assured, claimed, most] =
            [score.assured(), score.claimed(), score.potential()].map(|points| story.score(&points));
        let mut cells = vec![compared.named(at).into(), risk, Text::strong(assured).into()];
        cells.extend([claimed, most, known].map(Cell::from));
        cells.push(Cell::Bar(categories::bar(story, score)));
        Row::plain(cells)
    };
    let columns = vec![
        Column::day(lang.column_answers_of()),
        Column::words(lang.column_risk()),
        Column::number(lang.column_counted()),
        Column::number(lang.column_claimed()),
        Column::number(lang.column_at_most()),
        Column::number(lang.column_known()),
        Column::bar(Clean::default()),
    ];
    let rows = compared.stories.with_ids().map(row).collect();
    Table { caption: lang.date_by_date(), columns, rows, legend: Some(categories::legend(lang)) }
}

/// The same for a board: the decision in the place of the bars.
pub fn decided(compared: &Compared<'_, '_>, in_short: bool) -> Table {
    let mut table = table(compared);
    table.columns.truncate(FIGURES);
    table.columns.push(Column::words(compared.lang.decision_row()));
    for (row, story) in table.rows.iter_mut().zip(compared.stories.iter()) {
        row.cells.truncate(FIGURES);
        row.cells.push(choice::decision(story, in_short).into());
    }
    Table { legend: None, ..table }
}

/// The scores as lines over the dates, with the rating in words at each.
fn picture(compared: &Compared<'_, '_>) -> Figure {
    let lang = compared.lang;
    let point = |(at, story): (VendorId, &Story<'_, '_>)| {
        let score = story.assessment.overall.as_ref()?;
        let scores = [score.assured(), score.claimed()];
        Some(CurvePoint {
            name: compared.names[at].clone(),
            values: scores.each_ref().map(categories::thousandths),
            shown: scores.each_ref().map(|points| story.score(points)),
            tag: tag(story),
        })
    };
    let points: Vec<CurvePoint> = compared.stories.with_ids().filter_map(point).collect();
    let text = |point: &CurvePoint| lang.trend_point(&point.name, &point.shown[0], &point.shown[1], &point.tag.1);
    let text = Clean::joined(points.iter().map(text), "; ");
    let series = [lang.counted(), lang.claimed()].map(|name| name.capitalized());
    let drawing = Drawing::Curve(Curve { series, points });
    Figure { anchor: "curve".clean(), title: lang.trend_picture(), text, drawing }
}

/// The rating in a word or two, with its tone.
fn tag(story: &Story<'_, '_>) -> (Tone, Clean) {
    match insight::told_rating(story.assessment).rated() {
        Some(rating) => (verdict::tone(rating.worst), loud(rating.worst, story.lang)),
        None => (Tone::Careful, story.lang.none_rated_yet()),
    }
}

/// What lies between two dates.
fn section(compared: &Compared<'_, '_>, step: &TrendStep<'_>) -> Block {
    let (lang, pair) = (compared.lang, &step.held.pair);
    let told = Retold::of(compared, step.held);
    let mut blocks = vec![Block::Paragraph(Text::strong(ShownMove::of(compared, step.held).told(compared)))];
    blocks.extend(over_time::word_for_word(compared, step.held));
    blocks.extend(another(compared, step).map(|line| Block::Notice(Text::plain(line))));
    let most = if compared.all { usize::MAX } else { MOVES };
    let moves = at_most(moves(&told), most, |left| compared.more(left));
    blocks.push(match moves.is_empty() {
        true => Block::Paragraph(Text::plain(lang.nothing_moved_it())),
        false => Block::Paragraph(Text::strong(lang.moved_most())),
    });
    blocks.extend((!moves.is_empty()).then_some(Block::List(moves)));
    let by_category = by_category(compared, step).map(Text::plain);
    let flags = over_time::flag_lines(compared, pair).into_iter().map(|line| {
        Text::strong(lang.red_flags()).and(": ").then(line) //
    });
    let waivers = over_time::lapsed_waivers(compared, pair).into_iter().map(|line| {
        Text::strong(lang.waivers_lapsed()).and(": ").then(line) //
    });
    let lines: Vec<Text> = by_category.into_iter().chain(flags).chain(waivers).chain(proof(&told)).collect();
    blocks.extend((!lines.is_empty()).then_some(Block::List(lines)));
    let [from, to] = [pair.a, pair.b].map(|at| &compared.names[at]);
    Section::block("from-".and(from), lang.from_day_to_day(from, to), blocks)
}

/// What a board reads of each step: whether it is better or worse, and then so many lines of what moved it.
pub fn in_short(compared: &Compared<'_, '_>) -> Vec<(Text, Vec<Text>)> {
    let Some(trend) = Trend::of(compared.comparison) else { return Vec::new() };
    let told = |step: &TrendStep<'_>| {
        let (lang, pair) = (compared.lang, &step.held.pair);
        let [from, to] = [pair.a, pair.b].map(|at| &compared.names[at]);
        let head = Text::strong(lang.from_day_to_day(from, to)).and(": ");
        let flags = over_time::flag_lines(compared, pair).into_iter();
        let flags = flags.map(|line| Text::plain(lang.red_flags()).and(": ").then(line));
        let moves = moves(&Retold::of(compared, step.held));
        (head.and(ShownMove::of(compared, step.held).told(compared)), flags.chain(moves).collect())
    };
    trend.steps.iter().map(told).collect()
}

/// The changes that moved points, a line each, the most first.
fn moves(told: &Retold<'_, '_>) -> Vec<Text> {
    let (compared, lang) = (told.compared, told.compared.lang);
    let line = |(change, points): (&AnswerChange, _)| {
        let asked = compared.asked_words(told.held.pair.b, change.after);
        let kind = over_time::kind_in_words(change.kind, lang);
        let head = Text::strong(shown::signed(&points, lang)).and(" ").and(kind).and(": ");
        head.and(asked).and(" ").and(over_time::what(told, change))
    };
    most_first(&told.changes, &told.moved).into_iter().map(line).collect()
}

/// The categories that moved most, in a line.
fn by_category(compared: &Compared<'_, '_>, step: &TrendStep<'_>) -> Option<Clean> {
    let story = &compared.stories[step.held.pair.a];
    let most = if compared.all { usize::MAX } else { CATEGORIES };
    let named = step.categories.iter().take(most).map(|(category, points)| {
        let title = story.say(&story.questionnaire().categories[*category].title);
        title.and(" ").and(shown::signed(points, compared.lang))
    });
    (!step.categories.is_empty()).then(|| compared.lang.moved_by_category(Clean::joined(named, " · ")))
}

/// The questions whose proof ran out, went or was renewed, a line for each kind.
fn proof<'t>(told: &'t Retold<'_, '_>) -> impl Iterator<Item = Text> + 't {
    let (compared, lang) = (told.compared, told.compared.lang);
    let most = if compared.all { usize::MAX } else { IDS };
    [ChangeKind::Lapsed, ChangeKind::Removed, ChangeKind::Renewed].into_iter().filter_map(move |kind| {
        let of_kind: Vec<&AnswerChange> = told.changes.iter().filter(|change| change.kind == kind).collect();
        let questions = &compared.stories[told.held.pair.b].questionnaire().questions;
        let ids = of_kind.iter().take(most).map(|change| questions[change.after].id.clone());
        let left = of_kind.len().saturating_sub(most);
        let more = (left > 0).then(|| lang.and_more(left));
        let list = Clean::joined(ids.chain(more), ", ");
        let line = lang.of_that_kind(over_time::kind_in_words(kind, lang), of_kind.len(), list);
        (!of_kind.is_empty()).then(|| Text::plain(line))
    })
}

/// That another questionnaire was answered, and what is not compared because of that.
fn another(compared: &Compared<'_, '_>, step: &TrendStep<'_>) -> Option<Clean> {
    let lang = compared.lang;
    let [a, b] = [step.held.pair.a, step.held.pair.b].map(|at| compared.stories[at].questionnaire());
    if a.fingerprint() == b.fingerprint() {
        return None;
    }
    let Matching { only_first, only_second, changed, .. } = &step.held.matching;
    let counts = [
        (only_first.len(), lang.asked_before_only(only_first.len())),
        (only_second.len(), lang.asked_after_only(only_second.len())),
        (changed.len(), lang.asked_otherwise(changed.len())),
    ];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words);
    let said = lang.other_questionnaire_since(a.reference(), b.reference());
    Some(Clean::joined([said].into_iter().chain(counts), "; ")).map(|line| line.capitalized())
}
