//! Three and more vendors: the ranking, a column for each, every pair, and what only one of them meets.

use super::told::Compared;
use super::{chain, decides, head, shown, verdicts};
use crate::assessment::insight::{self, AnswerQuality};
use crate::comparison::pair::Pair;
use crate::document::{Block, Cell, Column, Document, Layout, Row, Section, Table, Text};
use crate::questionnaire::ids::{QuestionId, VendorId};
use crate::report::overview;
use crate::report::story::Story;
use crate::words::Exact;
use crate::words::clean::{Clean, Trusted};

/// So many questions on which they differ most.
const KEY_ANSWERS: usize = 10;

/// The comparison.
pub fn document(compared: &Compared<'_, '_>) -> Document {
    let lang = compared.lang;
    let mut blocks = head::head(compared);
    blocks.extend([ranking(compared), verdicts::section(compared), categories(compared), decides::red_flags(compared)]);
    blocks.extend(key_answers(compared));
    blocks.extend(chain::section(compared));
    blocks.push(matrix(compared));
    blocks.extend(only_one(compared));
    let title = lang.several_title(compared.names.len());
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

fn ranking(compared: &Compared<'_, '_>) -> Block {
    let lang = compared.lang;
    let rows = compared.comparison.ranking.iter().enumerate().map(|(rank, at)| {
        let story = &compared.stories[*at];
        let score = story.assessment.overall.as_ref().map(|score| story.score(&score.assured())).unwrap_or_default();
        Row::plain(vec![compared.named(*at).into(), (rank + 1).into(), verdicts::risk(story).into(), score.into()])
    });
    let columns = vec![
        Column::words(lang.vendor()),
        Column::number(lang.rank()),
        Column::words(lang.vendor_risk_row()),
        Column::number(lang.column_counted()),
    ];
    let table = Table { caption: lang.ranking(), columns, rows: rows.collect(), legend: None };
    Section::block("ranking", lang.ranking(), vec![Block::Table(table)])
}

/// The counted score of every category, a column for each vendor; by the first vendor's categories.
fn categories(compared: &Compared<'_, '_>) -> Block {
    let lang = compared.lang;
    let first = compared.stories.iter().take(1);
    let categories = first.flat_map(|first| first.questionnaire().categories.iter().map(move |own| (first, own)));
    let rows = categories.map(|(first, category)| {
        let mut cells: Vec<Cell> = vec![first.say(&category.title).into()];
        cells.extend(compared.stories.iter().map(|story| {
            let own = story.questionnaire().categories.find(|own| own.id == category.id);
            let line = own.map(|at| overview::category_line(story, at));
            let figures = line.and_then(|line| overview::figures(story, &line));
            Cell::Text(Text::plain(figures.map_or_else(|| "–".clean(), |figures| figures.counted)))
        }));
        Row::plain(cells)
    });
    let mut columns = vec![Column::words(lang.category())];
    columns.extend(compared.names.iter().cloned().map(Column::number));
    let table = Table { caption: lang.categories(), columns, rows: rows.collect(), legend: None };
    Section::block("categories", lang.categories(), vec![Block::Table(table)])
}

/// The questions that move most in any pair, with everybody's answer.
fn key_answers(compared: &Compared<'_, '_>) -> Option<Block> {
    let lang = compared.lang;
    let ids =
        |pair: &Pair, question: QuestionId| compared.stories[pair.a].questionnaire().questions[question].id.clone();
    let mut moving: Vec<(Exact, Clean)> = Vec::new();
    for held in &compared.comparison.pairs {
        for question in held.pair.questions.iter().filter(|question| !question.delta.is_zero()).take(KEY_ANSWERS) {
            moving.push((question.delta.abs(), ids(&held.pair, question.question)));
        }
    }
    moving.sort_by(|(a, _), (b, _)| b.cmp(a)); // stable: ties keep the order of the pairs
    let mut chosen: Vec<Clean> = Vec::new();
    for (_, id) in moving {
        if chosen.len() < KEY_ANSWERS && !chosen.contains(&id) {
            chosen.push(id);
        }
    }
    let rows = chosen.iter().map(|id| {
        let mut cells: Vec<Cell> = vec![Text::code(id).into()];
        cells.extend(compared.stories.iter().map(|story| {
            let answer = story.questionnaire().find(id).map(|at| story.answer(at));
            Cell::Text(Text::plain(answer.unwrap_or_else(|| "–".clean())))
        }));
        Row::plain(cells)
    });
    let rows: Vec<Row> = rows.collect();
    let mut columns = vec![Column::words(lang.question())];
    columns.extend(compared.names.iter().cloned().map(Column::words));
    let table = Table { caption: lang.key_answers(), columns, rows, legend: None };
    (!chosen.is_empty()).then(|| Section::block("key-answers", lang.key_answers(), vec![Block::Table(table)]))
}

/// Each against each, on the questions that both were asked.
fn matrix(compared: &Compared<'_, '_>) -> Block {
    let lang = compared.lang;
    let vendors = compared.names.ids();
    let cell = |row: VendorId, column: VendorId| -> Cell {
        let (a, b) = (row.min(column), row.max(column));
        let held = compared.comparison.pairs.iter().find(|held| held.pair.a == a && held.pair.b == b);
        let Some(pair) = held.map(|held| &held.pair) else { return "–".clean().into() };
        let delta = &pair.scores[0] - &pair.scores[1];
        let delta = if row == a { delta } else { -&delta };
        let sure = pair.surely_ahead != [false; 2] || delta.is_zero();
        shown::signed(&delta, lang).and(if sure { "" } else { " !" }).into()
    };
    let rows = vendors.clone().map(|row| {
        let mut cells: Vec<Cell> = vec![compared.named(row).into()];
        cells.extend(vendors.clone().map(|column| cell(row, column)));
        Row::plain(cells)
    });
    let mut columns = vec![Column::words(lang.vendor())];
    columns.extend(compared.names.iter().cloned().map(Column::number));
    let table = Table { caption: lang.pair_matrix(), columns, rows: rows.collect(), legend: None };
    let blocks = vec![Block::Table(table), Block::Paragraph(Text::plain(lang.pair_matrix_reads()))];
    Section::block("pairs", lang.pair_matrix(), blocks)
}

/// Questions that count for all of them, and to which only one has a good answer.
fn only_one(compared: &Compared<'_, '_>) -> Option<Block> {
    let lang = compared.lang;
    let first = compared.stories.iter().take(1);
    let met = first.flat_map(|first| &first.questionnaire().questions).filter_map(|question| {
        let good = compared.stories.with_ids().filter(|(_, story)| {
            let own = story.questionnaire().find(&question.id);
            own.is_some_and(|at| insight::quality(story.assessment, at) == Some(AnswerQuality::Good))
        });
        let good: Vec<VendorId> = good.map(|(at, _)| at).collect();
        let counts = |story: &Story<'_, '_>| {
            let own = story.questionnaire().find(&question.id);
            own.is_some_and(|at| insight::counts(story.assessment, at))
        };
        match good[..] {
            [only] if compared.stories.iter().all(counts) => {
                Some(Text::code(&question.id).and(lang.only_meets("", &compared.names[only])))
            }
            _ => None,
        }
    });
    let met: Vec<Text> = met.collect();
    let title = lang.only_one_meets(met.len());
    (!met.is_empty()).then(|| Section::block("only-one", title, vec![Block::List(met)]))
}
