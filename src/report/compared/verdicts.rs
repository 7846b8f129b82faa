//! The verdicts side by side, who ranks first, and on what ground.

use super::shown;
use super::told::Compared;
use crate::assessment::Score;
use crate::assessment::decision;
use crate::assessment::flag::FlagState;
use crate::assessment::insight::{self, Told};
use crate::assessment::rating::{Cause, End};
use crate::comparison::{Pair, Which};
use crate::document::{Block, Cell, Column, Row, Section, Table, Text};
use crate::report::naming::{self, level, loud};
use crate::report::parts::verdict;
use crate::report::story::Story;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted, one_line};

/// So many reasons stand in a verdict's cell.
const REASONS: usize = 2;

/// The verdicts, and for two who ranks first.
pub fn section(compared: &Compared<'_, '_>) -> Block {
    let mut blocks = vec![Block::Table(table(compared))];
    if let [held] = &compared.comparison.pairs[..]
        && !compared.over_time
    {
        blocks.push(Block::Paragraph(Text::strong(ground(compared, &held.pair))));
    }
    Section::block("verdicts", compared.lang.verdicts(), blocks)
}

/// A row for each thing that a verdict says, a column for each vendor.
pub fn table(compared: &Compared<'_, '_>) -> Table {
    let lang = compared.lang;
    let mut columns = vec![Column::words(lang.verdict())];
    columns.extend(compared.names.iter().cloned().map(Column::words));
    let row = |name: Clean, cell: &dyn Fn(&Story<'_, '_>) -> Text| {
        let mut cells: Vec<Cell> = vec![Text::plain(name).into()];
        cells.extend(compared.stories.iter().map(|story| Cell::Text(cell(story))));
        Row::plain(cells)
    };
    let score = |story: &Story<'_, '_>, of: fn(&Score) -> Exact| {
        Text::plain(story.assessment.overall.as_ref().map(|score| story.score(&of(score))).unwrap_or_default())
    };
    let flags = |story: &Story<'_, '_>, state: FlagState| Text::plain(insight::flags_in(story.assessment, state).len());
    let mut rows = vec![
        row(lang.vendor_risk_row(), &risk),
        row(lang.if_proved_row(), &if_proved),
        row(lang.if_papers_fail_row(), &if_papers_fail),
        row(lang.counted().capitalized(), &|story| score(story, Score::assured)),
        row(lang.claimed().capitalized(), &|story| score(story, Score::claimed)),
        row(lang.at_most().capitalized(), &|story| score(story, Score::potential)),
        row(lang.known_row(), &|story| {
            Text::plain(story.assessment.coverage().map(|known| story.percent(&known).and(" %")).unwrap_or_default())
        }),
        row(lang.raised_row(), &|story| flags(story, FlagState::Triggered)),
        row(lang.open_flags_row(), &|story| flags(story, FlagState::Open)),
        row(lang.because_row(), &because),
        row(lang.decision_row(), &decision),
    ];
    if is_partly_reviewed(compared) {
        rows.insert(rows.len() - 1, row(lang.review_row(), &review));
    }
    Table { caption: lang.verdicts(), columns, rows, legend: None }
}

/// Whether some were reviewed and others not, so that they are not proved on the same terms.
fn is_partly_reviewed(compared: &Compared<'_, '_>) -> bool {
    let reviewed = compared.stories.iter().filter(|story| story.assessment.subject.review.is_some()).count();
    reviewed > 0 && reviewed < compared.stories.len()
}

fn review(story: &Story<'_, '_>) -> Text {
    let review = story.assessment.subject.review;
    let said = review.map(|review| one_line(&review.reviewer).and(", ").and(review.reviewed));
    Text::plain(said.unwrap_or_else(|| story.lang.not_reviewed()))
}

/// The rating, or that there is none yet.
pub fn risk(story: &Story<'_, '_>) -> Text {
    let lang = story.lang;
    match insight::told_rating(story.assessment) {
        Told::Nothing => Text::plain(lang.nothing_to_rate()),
        Told::NotYet(rating) => Text::plain(lang.not_rated_cell(story.range(rating.best, rating.worst))),
        Told::Rated(rating) => Text::tag(verdict::tone(rating.worst), loud(rating.worst, lang)),
    }
}

fn if_proved(story: &Story<'_, '_>) -> Text {
    let rating = story.assessment.rating.as_ref();
    Text::plain(rating.map(|rating| level(rating.if_proved, story.lang)).unwrap_or_default())
}

fn if_papers_fail(story: &Story<'_, '_>) -> Text {
    let rating = story.assessment.rating.as_ref();
    Text::plain(rating.map(|rating| level(rating.if_papers_fail, story.lang)).unwrap_or_default())
}

fn because(story: &Story<'_, '_>) -> Text {
    Text::joined(verdict::reasons(story, REASONS), "; ")
}

fn decision(story: &Story<'_, '_>) -> Text {
    let Some((decision, standing)) = decision::decision(&story.assessment.subject) else {
        return Text::plain(story.lang.not_decided());
    };
    let doubt = naming::decision_doubt(standing, story.lang).map(|doubt| ", ".and(doubt)).unwrap_or_default();
    Text::plain(naming::outcome(decision.outcome, story.lang).and(", ").and(decision.on).and(doubt))
}

/// Who ranks first and on what ground: a red flag, the rating, or the score.
pub fn ground(compared: &Compared<'_, '_>, pair: &Pair) -> Clean {
    let lang = compared.lang;
    let [first, other] = match compared.comparison.first_of(pair) {
        Which::A => [pair.a, pair.b],
        Which::B => [pair.b, pair.a],
    };
    let [better, worse] = [first, other].map(|at| compared.comparison.assessments[at]);
    let (name, behind) = (&compared.names[first], &compared.names[other]);
    let (Some(better_rating), Some(worse_rating)) = (&better.rating, &worse.rating) else {
        return lang.nobody_first();
    };
    let is_not_yet = [better, worse].into_iter().any(|one| insight::told_rating(one).is_not_yet());
    if better_rating.worst != worse_rating.worst {
        let is_flag = |reason: &&crate::assessment::rating::Reason| {
            reason.of == End::Worst && matches!(reason.cause, Cause::Flag { .. })
        };
        let by_flag =
            worse_rating.matrix_worst < worse_rating.worst && worse_rating.reasons.iter().any(|r| is_flag(&r));
        let [low, high] = [better_rating.worst, worse_rating.worst].map(|risk| loud(risk, lang));
        let said = match is_not_yet {
            true => lang.first_at_worst(name, low, high),
            false => lang.first_by_rating(name, low, high),
        };
        return if by_flag { lang.first_by_flag(name, behind).and(" ").and(said) } else { said };
    }
    let score = |of: fn(&Score) -> Exact| [better, worse].map(|one| one.overall.as_ref().map(of));
    match (score(Score::assured), score(Score::claimed)) {
        ([Some(more), Some(less)], _) if more > less => {
            let points = shown::difference(&more, &less, compared.scale(), lang);
            let points = points.part(|points| points.trim_start_matches('+'));
            match is_not_yet {
                true => lang.first_by_counted_at_worst(name, points),
                false => lang.first_by_counted(name, points),
            }
        }
        (_, [Some(more), Some(less)]) if more > less => lang.first_by_claimed(name),
        _ => lang.nobody_first(),
    }
}
