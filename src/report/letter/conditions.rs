//! The conditions of our decision, as the vendor is told them: what, who sees to it, and how that stands.

use super::quoted;
use crate::assessment::decision::{ConditionState, condition_state, decision};
use crate::document::{Block, Cell, Column, Row, Section, Table, Text};
use crate::report::naming;
use crate::report::story::Story;
use crate::review::AgreedCondition;
use crate::source::Date;
use crate::words::clean::{Trusted, one_line};

/// All of them, if there are any. The day of a condition holds, even where the letter asks for a reply later.
pub fn section(story: &Story<'_, '_>, reply_by: Option<Date>) -> Option<Block> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let (decision, standing) = decision(subject)?;
    let conditions = &decision.conditions;
    let state = |condition: &AgreedCondition| condition_state(condition, subject.as_of);
    let is_before = |condition: &AgreedCondition| {
        let (state, day) = state(condition);
        state != ConditionState::Met && day.zip(reply_by).is_some_and(|(day, reply_by)| day < reply_by)
    };
    let said = conditions.iter().any(is_before).then(|| Block::Paragraph(Text::plain(lang.letter_conditions_hold())));
    let row = |condition: &AgreedCondition| {
        let what = Text::plain(one_line(&condition.what));
        let what = match &condition.questions[..] {
            [] => what,
            about => what.and(" (").then(quoted::questions(story, about)).and(")"),
        };
        let owner = condition.owner.as_deref().map_or_else(|| "–".clean(), one_line);
        let cells: [Cell; 3] = [what.into(), owner.into(), naming::condition_state(state(condition), lang).into()];
        Row::plain(cells.into())
    };
    let title = lang.contract_conditions(naming::day(decision.on, lang));
    let heads = [lang.condition(), lang.condition_owner(), lang.condition_stands()];
    let table = Table {
        caption: title.clone(),
        columns: heads.map(Column::words).to_vec(),
        rows: conditions.iter().map(row).collect(),
        legend: None,
    };
    let earlier = (!standing.may_hold()).then(|| Block::Paragraph(Text::plain(lang.conditions_of_earlier())));
    let blocks = earlier.into_iter().chain(said).chain([Block::Table(table)]).collect();
    (!conditions.is_empty()).then(|| Section::block("conditions", title, blocks))
}
