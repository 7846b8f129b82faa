//! What was decided, by whom, and on which conditions: what has to be done, who sees to it, by when, and how that
//! stands.

use super::{evidence, verdict};
use crate::assessment::decision::{ConditionState, condition_state, decision, overdue};
use crate::assessment::next_review::next_review;
use crate::document::{Block, Cell, Column, Fact, Row, Section, Table, Text, Tone};
use crate::report::naming;
use crate::report::story::Story;
use crate::review::{AgreedCondition, Decision};
use crate::words::clean::{Clean, Trusted, one_line};

/// What was decided, and by whom.
pub fn section(story: &Story<'_, '_>) -> Block {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let Some((decision, standing)) = decision(subject) else {
        return Section::block("decision", lang.decision(), vec![Block::Paragraph(Text::plain(lang.no_decision()))]);
    };
    let mut facts = vec![
        Fact::new(lang.outcome(), Text::strong(naming::outcome(decision.outcome, lang))),
        Fact::new(lang.decided_by(), Text::plain(one_line(&decision.by)).and(", ").and(decision.on)),
    ];
    facts.extend(decision.because.as_ref().map(|why| Fact::new(lang.our_reason(), Text::plain(one_line(why)))));
    let next = next_review(story.assessment).map(|next| naming::next_review(next, lang));
    facts.extend(next.map(|next| Fact::new(lang.reviewed_next(), next)));
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(verdict::doubt(standing, lang));
    if let Some(agreed) = conditions(story, decision) {
        blocks.push(Block::Paragraph(Text::strong(lang.conditions()).and(":")));
        blocks.push(agreed);
        blocks.extend(overdue_in_words(story, decision).map(|late| Block::Notice(Text::plain(late))));
    }
    blocks.extend(verdict::overdue(story));
    Section::block("decision", lang.decision(), blocks)
}

/// A condition in one line: `Restore test (IT, due on 2026-12-15)`.
pub fn condition(story: &Story<'_, '_>, condition: &AgreedCondition) -> Clean {
    one_line(&condition.what).and(agreed(story, condition))
}

/// What is agreed of a condition besides its words: ` (IT, due on 2026-12-15)`; nothing where nothing is.
pub fn agreed(story: &Story<'_, '_>, condition: &AgreedCondition) -> Clean {
    let owner = condition.owner.as_deref().map(one_line);
    let stands = condition_state(condition, story.assessment.subject.as_of);
    let stands = Some(stands).filter(|(state, _)| *state != ConditionState::Open);
    let stands = stands.map(|stands| naming::condition_state(stands, story.lang));
    let parts: Vec<Clean> = owner.into_iter().chain(stands).collect();
    if parts.is_empty() { Clean::default() } else { " (".and(Clean::joined(parts, ", ")).and(")") }
}

/// That conditions are overdue, if some are: how many, and since when.
pub fn overdue_in_words(story: &Story<'_, '_>, decision: &Decision) -> Option<Clean> {
    let overdue = overdue(decision, story.assessment.subject.as_of);
    let first = overdue.iter().map(|(_, due)| *due).min()?;
    Some(story.lang.conditions_overdue(overdue.len(), first))
}

/// All conditions: a list of what is to be done where nothing else is agreed.
fn conditions(story: &Story<'_, '_>, decision: &Decision) -> Option<Block> {
    let conditions = &decision.conditions;
    let is_bare = |condition: &AgreedCondition| {
        let AgreedCondition { what: _, owner, due, met, questions, span: _ } = condition;
        owner.is_none() && due.is_none() && met.is_none() && questions.is_empty()
    };
    match conditions.iter().all(is_bare) {
        _ if conditions.is_empty() => None,
        true => Some(Block::List(conditions.iter().map(|condition| Text::plain(one_line(&condition.what))).collect())),
        false => Some(Block::Table(table(story, conditions))),
    }
}

fn table(story: &Story<'_, '_>, conditions: &[AgreedCondition]) -> Table {
    let lang = story.lang;
    let heads = [lang.condition(), lang.condition_owner(), lang.condition_stands(), lang.condition_questions()];
    let row = |condition: &AgreedCondition| {
        let owner = condition.owner.as_deref().map_or_else(|| "–".clean(), one_line);
        let stands = condition_state(condition, story.assessment.subject.as_of);
        let said = naming::condition_state(stands, lang);
        let said = match stands.0 {
            ConditionState::Overdue => Text::tag(Tone::Careful, said),
            ConditionState::Met => Text::tag(Tone::Good, said),
            _ => Text::plain(said),
        };
        let questions = evidence::references(story, &condition.questions);
        let cells: [Cell; 4] = [one_line(&condition.what).into(), owner.into(), said.into(), questions.into()];
        Row::plain(cells.into())
    };
    Table {
        caption: lang.conditions(),
        columns: heads.map(Column::words).to_vec(),
        rows: conditions.iter().map(row).collect(),
        legend: None,
    }
}
