//! Which data, of how many people, and what else is at stake, as our review answers it.

use crate::document::{Cell, Column, Row, Table, Text};
use crate::questionnaire::ids::FactorId;
use crate::report::naming::level;
use crate::report::parts::verdict::tone;
use crate::report::story::Story;

/// What is asked of each factor, and our answer with how much is at stake by it. What decides comes first.
pub fn rows(story: &Story<'_, '_>) -> Vec<(FactorId, [Text; 2])> {
    let (lang, assessment) = (story.lang, story.assessment);
    let factors = &story.questionnaire().factors;
    let decides = &assessment.inherent_risk.decisive;
    let (first, others): (Vec<_>, Vec<_>) = factors.ids().partition(|at| decides.contains(at));
    let told = first.into_iter().chain(others).map(|at| {
        let factor = &factors[at];
        let stated = assessment.subject.review.and_then(|review| review.inherent_risk[at]);
        let answer = match stated.map(|option| &factor.options[option]) {
            Some(option) => {
                Text::tag(tone(option.tier), level(option.tier, lang)).and(" ").and(story.say(&option.label))
            }
            None => Text::plain(lang.not_stated()),
        };
        let ask = story.say(&factor.ask);
        let ask = ask.part(|ask| ask.split_inclusive('?').next().unwrap_or(ask)); // behind it stands a hint for us
        (at, [Text::plain(ask), answer])
    });
    told.collect()
}

/// The same as a table.
pub fn table(story: &Story<'_, '_>) -> Table {
    let lang = story.lang;
    let rows = rows(story).into_iter().map(|(_, told)| Row::plain(told.map(Cell::Text).into()));
    Table {
        caption: lang.board_stakes(),
        columns: [lang.factor(), lang.our_answer()].map(Column::words).to_vec(),
        rows: rows.collect(),
        legend: None,
    }
}
