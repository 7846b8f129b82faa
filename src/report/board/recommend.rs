//! What we recommend: the decision with its conditions or, where none is on file, what the rating and our rules speak
//! for. No decision is made up here.

use crate::assessment::decision::{self, ConditionState, condition_state};
use crate::assessment::insight::{self, Told};
use crate::assessment::next_review::next_review;
use crate::document::{Block, Cell, Column, Row, Table, Text, Tone};
use crate::questionnaire::Level;
use crate::report::naming::{self, loud};
use crate::report::parts::{duties, verdict};
use crate::report::story::Story;
use crate::review::AgreedCondition;
use crate::words::clean::{Trusted, one_line};
use crate::words::{Clean, Lang};

/// The longest name of who decided that is shown whole.
const LONGEST_NAME: usize = 120;

/// What we recommend.
pub struct Recommended {
    /// Whether a decision is on file.
    pub is_decided: bool,
    /// The decision, and what to be careful about; or what comes next.
    pub head: Vec<Block>,
    /// Its conditions.
    pub conditions: Vec<Row>,
}

/// The decision, or what comes next.
pub fn of(story: &Story<'_, '_>) -> Recommended {
    let lang = story.lang;
    let Some((decision, standing)) = decision::decision(&story.assessment.subject) else {
        let next = Text::strong(lang.board_no_decision()).and(" ").and(next_step(story));
        return Recommended { is_decided: false, head: vec![Block::Paragraph(next)], conditions: Vec::new() };
    };
    let by = one_line(&decision.by).cut(LONGEST_NAME);
    let outcome = naming::outcome(decision.outcome, lang).capitalized();
    let next = next_review(story.assessment)
        .map(|next| lang.board_next_review(naming::computed_day(naming::day(next.day, lang), next.is_computed, lang)));
    let said = Text::strong(lang.board_decided(outcome, by, naming::day(decision.on, lang)));
    let duties = duties::left_open(story);
    let duties = (!duties.is_empty()).then(|| lang.board_duties(Clean::joined(duties, ", ")));
    let mut head =
        vec![Block::Paragraph(next.into_iter().chain(duties).fold(said, |said, next| said.and(" ").and(next)))];
    head.extend(verdict::doubt(standing, lang));
    head.extend(against(story).into_iter().map(|words| Block::Notice(Text::plain(words))));
    head.extend(verdict::overdue(story));
    if !standing.may_hold() {
        let anew = lang.board_decision_anew().and(" ").and(next_step(story));
        head.push(Block::Paragraph(Text::plain(anew)));
    }
    let conditions = decision.conditions.iter().map(|condition| row(story, condition));
    Recommended { is_decided: true, head, conditions: conditions.collect() }
}

/// What speaks against an approval that is on file.
fn against(story: &Story<'_, '_>) -> Vec<Clean> {
    let (is_too_early, flags) = insight::against_approval(story.assessment);
    let titles = Clean::joined(flags.iter().map(|flag| story.flag_title(flag.flag)), "; ");
    let despite = (!flags.is_empty()).then(|| story.lang.board_decided_despite(titles));
    is_too_early.then(|| story.lang.board_decided_too_early()).into_iter().chain(despite).collect()
}

/// A condition with who sees to it and until when.
fn row(story: &Story<'_, '_>, condition: &AgreedCondition) -> Row {
    let owner = condition.owner.as_deref().map_or_else(|| "–".clean(), one_line);
    let state = condition_state(condition, story.assessment.subject.as_of);
    let said = naming::condition_state(state, story.lang);
    let said = match state.0 {
        ConditionState::Overdue => Text::tag(Tone::Careful, said),
        ConditionState::Met => Text::tag(Tone::Good, said),
        _ => Text::plain(said),
    };
    let cells: [Cell; 3] = [one_line(&condition.what).into(), owner.into(), said.into()];
    Row::plain(cells.into())
}

/// The table of some conditions.
pub fn conditions(rows: Vec<Row>, lang: Lang) -> Table {
    let columns = [lang.board_on_condition(), lang.condition_owner(), lang.condition_stands()];
    Table { caption: lang.conditions(), columns: columns.map(Column::words).to_vec(), rows, legend: None }
}

/// What the rating and our rules speak for.
fn next_step(story: &Story<'_, '_>) -> Clean {
    let lang = story.lang;
    let rating = match insight::told_rating(story.assessment) {
        Told::Nothing => return lang.board_nothing_to_decide_on(),
        Told::NotYet(_) if insight::is_too_early(story.assessment) => return lang.board_too_early(),
        Told::NotYet(rating) | Told::Rated(rating) => rating.worst,
    };
    let speaks_for = match rating {
        Level::Low => lang.board_may_approve(),
        Level::Medium => lang.board_may_approve_on_conditions(),
        Level::High => lang.board_settle_first(),
        Level::Critical => lang.board_not_as_it_stands(),
    };
    let limit = story.assessment.subject.policy.gate.rating.filter(|limit| rating >= *limit);
    match limit {
        Some(limit) => speaks_for.and(" ").and(lang.board_rules_stop(loud(limit, lang))),
        None => speaks_for,
    }
}
