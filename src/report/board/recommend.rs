//! What we recommend: the decision with its reason and conditions, where one is on file, and what the rating and our
//! rules speak for, whatever was decided. No decision is made up here.

use crate::assessment::decision::{self, ConditionState, condition_state};
use crate::assessment::insight::{self, Told};
use crate::assessment::next_review::next_review;
use crate::document::{Block, Cell, Column, Row, Table, Text, Tone};
use crate::questionnaire::Level;
use crate::report::naming::{self, loud};
use crate::report::parts::{duties, verdict};
use crate::report::story::Story;
use crate::review::{AgreedCondition, Decision, Outcome};
use crate::words::clean::{Trusted, one_line};
use crate::words::{Clean, Lang};

/// The longest name of who decided that is shown whole.
const LONGEST_NAME: usize = 120;

/// The longest reason of a decision, in characters.
const LONGEST_REASON: usize = 240;

/// What we recommend.
pub struct Recommended {
    /// Whether a decision is on file.
    pub is_decided: bool,
    /// The decision, and what to be careful about; or what comes next.
    pub head: Vec<Block>,
    /// Its conditions.
    pub conditions: Vec<Row>,
}

/// The decision and what the assessment says to it, or what comes next.
pub fn of(story: &Story<'_, '_>) -> Recommended {
    let lang = story.lang;
    let advice = advice(story);
    let Some((decision, standing)) = decision::decision(&story.assessment.subject) else {
        let next = Text::strong(lang.board_no_decision()).and(" ").and(advice.words);
        return Recommended { is_decided: false, head: vec![Block::Paragraph(next)], conditions: Vec::new() };
    };
    let mut head = vec![Block::Paragraph(decided(story, decision))];
    let reason = decision.because.as_ref().map(|why| one_line(why).cut_at_word(LONGEST_REASON));
    head.extend(reason.map(|why| Block::Paragraph(Text::strong(lang.our_reason().capitalized()).and(": ").and(why))));
    head.extend(verdict::doubt(standing, lang));
    head.push(match standing.may_hold() {
        true => advice.beside(decision, lang),
        false => Block::Paragraph(Text::plain(lang.board_decision_anew().and(" ").and(advice.words))),
    });
    head.extend(despite(story).map(|words| Block::Notice(Text::plain(words))));
    head.extend(verdict::overdue(story));
    let conditions = decision.conditions.iter().map(|condition| row(story, condition));
    Recommended { is_decided: true, head, conditions: conditions.collect() }
}

/// What was decided, by whom, what comes next and what is left open of our own duties.
fn decided(story: &Story<'_, '_>, decision: &Decision) -> Text {
    let lang = story.lang;
    let by = one_line(&decision.by).cut(LONGEST_NAME);
    let outcome = naming::outcome(decision.outcome, lang).capitalized();
    let next = next_review(story.assessment)
        .map(|next| lang.board_next_review(naming::computed_day(naming::day(next.day, lang), next.is_computed, lang)));
    let said = Text::strong(lang.board_decided(outcome, by, naming::day(decision.on, lang)));
    let duties = duties::left_open(story);
    let duties = (!duties.is_empty()).then(|| lang.board_duties(Clean::joined(duties, ", ")));
    next.into_iter().chain(duties).fold(said, |said, next| said.and(" ").and(next))
}

/// The critical red flags in spite of which an approval without a condition is on file.
fn despite(story: &Story<'_, '_>) -> Option<Clean> {
    let (_, flags) = insight::against_approval(story.assessment); // that it is too early, the advice says
    let titles = Clean::joined(flags.iter().map(|flag| story.flag_title(flag.flag)), "; ");
    (!flags.is_empty()).then(|| story.lang.board_decided_despite(titles))
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
struct BoardAdvice {
    words: Clean,
    /// The most lenient decision that agrees with it.
    most_lenient: Outcome,
}

impl BoardAdvice {
    /// The same beside a decision, with a warning where that goes against it.
    fn beside(self, decision: &Decision, lang: Lang) -> Block {
        let outcome = match decision.outcome {
            Outcome::Approved if !decision.conditions.is_empty() => Outcome::Conditional,
            outcome => outcome,
        };
        let said = Text::strong(lang.board_assessment_says()).and(": ").and(self.words);
        Block::Paragraph(match outcome < self.most_lenient {
            true => said.and(" ").then(Text::tag(Tone::Careful, lang.board_decided_against())),
            false => said,
        })
    }
}

fn advice(story: &Story<'_, '_>) -> BoardAdvice {
    let lang = story.lang;
    let advice = |words: Clean, most_lenient: Outcome| BoardAdvice { words, most_lenient };
    let rating = match insight::told_rating(story.assessment) {
        Told::Nothing => return advice(lang.board_nothing_to_decide_on(), Outcome::Approved),
        Told::NotYet(_) if insight::is_too_early(story.assessment) => {
            return advice(lang.board_too_early(), Outcome::Rejected);
        }
        Told::NotYet(rating) | Told::Rated(rating) => rating.worst,
    };
    let speaks_for = match rating {
        Level::Low => advice(lang.board_may_approve(), Outcome::Approved),
        Level::Medium => advice(lang.board_may_approve_on_conditions(), Outcome::Conditional),
        Level::High => advice(lang.board_settle_first(), Outcome::Rejected),
        Level::Critical => advice(lang.board_not_as_it_stands(), Outcome::Rejected),
    };
    let limit = story.assessment.subject.policy.gate.rating.filter(|limit| rating >= *limit);
    match limit {
        Some(limit) => {
            let stops = lang.board_rules_stop(loud(limit, lang));
            advice(speaks_for.words.and(" ").and(stops), Outcome::Rejected)
        }
        None => speaks_for,
    }
}
