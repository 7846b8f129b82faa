//! Our own duties as controller: what is on file, when and where. No answer of the vendor changes it.

use crate::assessment::decision::decision;
use crate::document::{Block, Column, Row, Section, Table, Text, Tone};
use crate::report::naming;
use crate::report::story::Story;
use crate::review::{Duty, Outcome, Review};
use crate::source::fields::Word;
use crate::words::clean::{Clean, Trusted, one_line};

/// How many of our duties were seen to by the day of the judgement, and of how many; nothing without our review.
pub fn on_file(story: &Story<'_, '_>) -> Option<(usize, usize)> {
    let (review, as_of) = (story.assessment.subject.review?, story.assessment.subject.as_of);
    let done = review.duties.iter().filter(|duty| duty.done <= as_of).count();
    Some((done, Duty::ALL.len()))
}

/// Those that are still to be seen to where the vendor may be used, in a few words each.
pub fn left_open(story: &Story<'_, '_>) -> Vec<Clean> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let is_used = decision(subject).is_some_and(|(decision, _)| decision.outcome != Outcome::Rejected);
    let Some(review) = subject.review.filter(|_| is_used) else { return Vec::new() };
    let is_open = |duty: &Duty| review.duty(*duty).is_none_or(|found| found.done > subject.as_of);
    // what stands behind the name explains it
    let short = |duty: Duty| naming::duty(duty, lang).part(|name| name.split([':', ',', '(']).next().unwrap_or(name));
    let open = Duty::ALL.iter().map(|(_, duty)| *duty).filter(is_open);
    open.map(|duty| short(duty).part(str::trim_end)).collect()
}

/// Each of our duties.
pub fn section(story: &Story<'_, '_>) -> Option<Block> {
    let lang = story.lang;
    let review = story.assessment.subject.review?;
    let (done, all) = on_file(story)?;
    let table = Table {
        caption: lang.our_duties(),
        columns: [lang.duty(), lang.duty_done(), lang.duty_where()].map(Column::words).to_vec(),
        rows: Duty::ALL.iter().map(|(_, duty)| row(story, review, *duty)).collect(),
        legend: None,
    };
    let told = Block::Paragraph(Text::plain(lang.duties_on_file(done, all)));
    Some(Section::block("duties", lang.our_duties(), vec![told, Block::Table(table)]))
}

fn row(story: &Story<'_, '_>, review: &Review, duty: Duty) -> Row {
    let lang = story.lang;
    let on_file = review.duty(duty);
    let day = match on_file {
        None => Text::tag(Tone::Careful, lang.duty_not_on_file()),
        Some(found) if found.done > story.assessment.subject.as_of => {
            Text::tag(Tone::Careful, lang.duty_to_come(found.done))
        }
        Some(found) => Text::plain(found.done.clean()),
    };
    let place = on_file.map_or_else(Clean::default, |found| one_line(&found.place));
    Row::plain(vec![naming::duty(duty, lang).into(), day.into(), place.into()])
}
