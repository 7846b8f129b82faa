//! What was not counted, and why.

use crate::assessment::insight;
use crate::assessment::scope::Status;
use crate::document::{Block, Column, Row, Section, Table, Text};
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::condition;
use crate::report::story::Story;
use crate::report::vendors_words::vendors_words;
use crate::words::clean::{Clean, Trusted, one_line};

/// Questions that do not count, or count only in part, each with its reason.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let questions = story.assessment.questions.ids();
    let rows: Vec<Row> = questions.filter_map(|at| row(story, at)).collect();
    if rows.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    let sums = story.left_out();
    if !sums.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.left_out_explained(Clean::joined(sums, " · ")))));
    }
    blocks.push(Block::Table(Table {
        caption: lang.not_counted(),
        columns: vec![Column::words(lang.question()), Column::words(lang.what_it_is()), Column::words(lang.reason())],
        rows,
        legend: None,
    }));
    Some(Section::block("not-counted", lang.not_counted(), blocks))
}

fn row(story: &Story<'_, '_>, at: QuestionId) -> Option<Row> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let question = &story.questionnaire().questions[at];
    let status = story.assessment.questions[at].status;
    let of_vendor = |said| Text::plain(lang.reason_of_vendor()).and(" ").then(vendors_words(said, lang));
    let comment = || subject.answers.comment(at).map(of_vendor).unwrap_or_default();
    let because = || {
        let observation = subject.review.and_then(|review| review.observation(at));
        observation
            .and_then(|observation| observation.because.as_ref())
            .map(|why| Text::plain(lang.reason_of_ours()).and(" ").and(one_line(why)))
    };
    let reason = match status {
        Status::NotAsked => Text::plain(lang.not_sent_reason()),
        Status::OutOfScope => {
            let when = question.when.as_ref().map(|when| condition(when, story.questionnaire(), lang));
            Text::plain(when.map(|when| lang.asked_if(when)).unwrap_or_default())
        }
        Status::Na => match insight::is_open(story.assessment, at) {
            true => comment().and(" (".and(lang.kept_in_part()).and(")")),
            false => comment(),
        },
        Status::NaApproved => because().unwrap_or_else(comment),
        Status::Info => Text::plain(lang.counts_nothing()),
        Status::NaPending | Status::ScopeUnknown | Status::Unanswered | Status::Answered => return None,
    };
    Some(Row::plain(vec![Text::default().reference(&question.id).into(), story.status(at).into(), reason.into()]))
}
