//! Where the points went, by category and question. What is shown adds up, across and down.

use super::shown;
use crate::assessment::insight;
use crate::assessment::scope::Status;
use crate::assessment::score::{Parts, Tenths};
use crate::case::Origins;
use crate::document::{Block, Column, Document, Fact, Layout, Row, RowKind, Section, Style, Table, Text};
use crate::questionnaire::ids::{CategoryId, QuestionId};
use crate::report::overview;
use crate::report::parts::evidence::references;
use crate::report::parts::verdict;
use crate::report::story::Story;
use crate::source::fields::Word;
use crate::words::clean::{Clean, Trusted};
use crate::words::{Guide, Hint};

/// Where all points went. `guide` says how to have more explained.
pub fn document(story: &Story<'_, '_>, origins: &Origins, guide: &dyn Guide) -> Document {
    let lang = story.lang;
    let mut blocks = verdict::head_blocks(story, origins);
    blocks.push(Block::Verdict(verdict::verdict(story)));
    let all: Vec<QuestionId> = story.assessment.questions.ids().collect();
    if story.assessment.overall.is_some() {
        let (parts, tenths) = together(story, &all);
        blocks.push(Block::Paragraph(Text::strong(shown::sentence(story, &parts, tenths))));
        blocks.extend(verdict::way_in_words(story).map(Block::Paragraph));
        blocks.push(categories(story));
        blocks.push(Block::Paragraph(Text::plain(lang.rows_and_columns())));
        let categories = story.questionnaire().categories.with_ids();
        blocks.extend(categories.filter_map(|(at, category)| {
            let title = Text::plain(story.say(&category.title));
            let table = questions(story, at)?;
            Some(Section::block("points-".and(&category.id), title, vec![table]))
        }));
    }
    blocks.extend(not_counted(story, &all));
    blocks.extend(next(story, guide));
    let title = lang.explanation_title(verdict::vendor(story));
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

/// Where the points of one category went.
pub fn of_category(story: &Story<'_, '_>, origins: &Origins, at: CategoryId) -> Document {
    let lang = story.lang;
    let category = &story.questionnaire().categories[at];
    let mut blocks = verdict::head_blocks(story, origins);
    match questions(story, at) {
        Some(table) => {
            let (parts, tenths) = together(story, &category.questions);
            blocks.push(Block::Paragraph(Text::strong(shown::sentence(story, &parts, tenths))));
            blocks.push(table);
        }
        None => blocks.push(Block::Paragraph(lang.does_not_count().capitalized().into())),
    }
    blocks.extend(not_counted(story, &category.questions));
    let title = lang.explanation_of(verdict::vendor(story), story.say(&category.title));
    Document { lang, layout: Layout::Report, title: Text::plain(title), blocks }
}

/// The points of some questions together.
fn together(story: &Story<'_, '_>, questions: &[QuestionId]) -> (Parts, Tenths) {
    let parts = Parts::sum(questions.iter().map(|at| &story.assessment.questions[*at].parts));
    (parts, Tenths::sum(questions.iter().map(|at| story.assessment.tenths(*at))))
}

fn table(caption: Clean, first: Clean, rows: Vec<Row>, story: &Story<'_, '_>) -> Block {
    let mut columns = vec![Column::words(first)];
    columns.extend(shown::names(story.lang).map(|name| Column::number(name.capitalized())));
    columns.push(Column::number(story.lang.share()));
    Block::Table(Table { caption, columns, rows, legend: None })
}

fn row(story: &Story<'_, '_>, kind: RowKind, name: Text, (parts, tenths): (&Parts, Tenths)) -> Row {
    let mut cells = vec![name.into()];
    cells.extend(shown::cells(story, parts, tenths));
    Row { kind, cells }
}

/// A row for each category, groups with their sums, and the whole.
fn categories(story: &Story<'_, '_>) -> Block {
    let lang = story.lang;
    let categories = &story.questionnaire().categories;
    let rows = overview::lines(story).into_iter().map(|line| {
        let sums: Vec<(Parts, Tenths)> =
            line.categories.iter().map(|at| together(story, &categories[*at].questions)).collect();
        let parts = Parts::sum(sums.iter().map(|(parts, _)| parts));
        let tenths = Tenths::sum(sums.iter().map(|(_, tenths)| *tenths));
        row(story, line.kind, line.title.into(), (&parts, tenths))
    });
    table(lang.where_the_points_went(), lang.category(), rows.collect(), story)
}

/// A row for each question of a category that counts, and their sum; `None` where none does.
fn questions(story: &Story<'_, '_>, category: CategoryId) -> Option<Block> {
    let (lang, questionnaire) = (story.lang, story.questionnaire());
    story.assessment.categories[category].score.as_ref()?;
    let own = &questionnaire.categories[category];
    let counting = own.questions.iter().copied().filter(|at| insight::counts(story.assessment, *at));
    let mut rows: Vec<Row> = counting
        .map(|at| {
            let parts = &story.assessment.questions[at].parts;
            let id = Text::default().reference(&questionnaire.questions[at].id);
            row(story, RowKind::Plain, id, (parts, story.assessment.tenths(at)))
        })
        .collect();
    let (parts, tenths) = together(story, &own.questions);
    rows.push(row(story, RowKind::Total, lang.total().into(), (&parts, tenths)));
    Some(table(story.say(&own.title), lang.question(), rows, story))
}

/// The questions that have no points, by why.
fn not_counted(story: &Story<'_, '_>, questions: &[QuestionId]) -> Option<Block> {
    let mut reasons: Vec<(Clean, Vec<QuestionId>)> = Vec::new();
    for (_, status) in Status::ALL {
        let without = |at: &QuestionId| {
            story.assessment.questions[*at].status == *status && !insight::counts(story.assessment, *at)
        };
        for at in questions.iter().copied().filter(without) {
            let why = match status {
                Status::Answered => story.lang.does_not_count(),
                _ => story.status(at),
            };
            match reasons.iter_mut().find(|(known, _)| *known == why) {
                Some((_, questions)) => questions.push(at),
                None => reasons.push((why, vec![at])),
            }
        }
    }
    let facts: Vec<Fact> =
        reasons.iter().map(|(why, questions)| Fact::new(why.capitalized(), references(story, questions))).collect();
    (!facts.is_empty()).then(|| Section::block("not-counted", story.lang.not_counted(), vec![Block::Facts(facts)]))
}

/// How more is told: of the question that gives back most, and of the way to a better rating.
fn next(story: &Story<'_, '_>, guide: &dyn Guide) -> Vec<Block> {
    let assessment = story.assessment;
    let question = assessment
        .remediations()
        .first()
        .map(|remediation| story.questionnaire().questions[remediation.question].id.to_string())
        .map(|id| Hint::ExplainQuestion { id });
    let rating = insight::told_rating(assessment).rated();
    let way =
        rating.and_then(|_| insight::way_out(assessment)).map(|(target, _)| Hint::ExplainWay { to: target.word() });
    let line = |how| Text::default().styled(Style::Faint, story.lang.next_command(how));
    let steps = question.into_iter().chain(way).filter_map(|hint| hint.told(guide, story.lang));
    steps.map(|how| Block::Paragraph(line(how))).collect()
}
