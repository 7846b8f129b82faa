//! What a board reads of each vendor it may choose: the risk in one sentence, the decision, the order and how sure it
//! is, what is at stake, and what serious is known.

use super::told::Compared;
use super::{sureness, verdicts};
use crate::assessment::decision::{self, ConditionState, DecisionStanding, condition_state};
use crate::assessment::flag::FlagState;
use crate::assessment::insight;
use crate::comparison::Pair;
use crate::comparison::model::Held;
use crate::document::fit::at_most;
use crate::document::{Block, Cell, Column, Row, Table, Text};
use crate::questionnaire::ids::VendorId;
use crate::report::board::{sentence, stakes};
use crate::report::naming::{self, level};
use crate::report::story::Story;
use crate::words::clean::{Clean, Trusted, one_line};

/// The longest name of who decided that is shown whole.
const LONGEST_OWNER: usize = 60;

/// A factor by its questionnaire and its id, which stay whatever words a version asks in.
type NamedFactor<'q> = (&'q Clean, &'q Clean);

/// Answers to a factor, each with the vendors for which it is given.
type Answered = Vec<(Text, Vec<VendorId>)>;

/// The vendors, best first; of one vendor its dates, the older first.
pub fn in_order(compared: &Compared<'_, '_>) -> Vec<VendorId> {
    if compared.over_time { compared.names.ids().collect() } else { compared.comparison.ranking.clone() }
}

/// A row for each vendor: its name and risk, the sentence, the decision; and how many flags, where these stand nowhere
/// else.
pub fn vendors(compared: &Compared<'_, '_>, in_short: bool, with_flags: bool) -> Table {
    let lang = compared.lang;
    let row = |(at, place): (VendorId, usize)| {
        let story = &compared.stories[at];
        let place = if compared.over_time { Clean::default() } else { place.and(". ") };
        let name = Text::plain(place).then(compared.named(at)).and(" ").then(verdicts::risk(story));
        let has_flags = with_flags && !story.assessment.flags.is_empty();
        let flags = has_flags.then(|| " · ".and(lang.red_flags()).and(": ").and(story.flags_counted()));
        let name = name.and(flags.unwrap_or_default());
        let said = if in_short { sentence::risk_in_short(story) } else { sentence::risk(story) };
        let said = said.unwrap_or_else(|| lang.nothing_counts());
        let cells: [Cell; 3] = [name.into(), said.into(), decision(story, in_short).into()];
        Row::plain(cells.into())
    };
    let head = if compared.over_time { lang.board_date() } else { lang.vendor() };
    Table {
        caption: lang.board_choice(),
        columns: [head, lang.board_sentence(), lang.decision_row()].map(Column::words).to_vec(),
        rows: in_order(compared).into_iter().zip(1..).map(row).collect(),
        legend: None,
    }
}

/// The decision with how many conditions, who made it if there is room for that, and whether it still holds.
pub fn decision(story: &Story<'_, '_>, in_short: bool) -> Text {
    let lang = story.lang;
    let subject = &story.assessment.subject;
    let Some((decision, standing)) = decision::decision(subject) else { return Text::plain(lang.not_decided()) };
    let by = (!in_short).then(|| one_line(&decision.by).cut(LONGEST_OWNER));
    let outcome = naming::outcome(decision.outcome, lang);
    let said = Clean::joined([outcome].into_iter().chain(by).chain([decision.on.clean()]), ", ");
    let count = decision.conditions.len();
    let states = decision.conditions.iter().map(|condition| condition_state(condition, subject.as_of).0);
    let met = states.filter(|state| *state == ConditionState::Met).count();
    let conditions = (count > 0).then(|| lang.board_conditions_met(count, met));
    let doubt = match standing {
        DecisionStanding::OnThese => None,
        DecisionStanding::Unbound => Some(lang.board_on_no_named_answers()),
        DecisionStanding::OnOthers => Some(lang.board_on_other_answers()),
        DecisionStanding::Older => Some(lang.board_before_these_answers()),
    };
    Text::plain(Clean::joined([said].into_iter().chain(conditions).chain(doubt), "; "))
}

/// That some were not reviewed by us, where others were.
pub fn unreviewed(compared: &Compared<'_, '_>) -> Option<Block> {
    let reviewed = |at: &VendorId| compared.stories[*at].assessment.subject.review.is_some();
    let (some, others): (Vec<VendorId>, Vec<VendorId>) = compared.names.ids().partition(reviewed);
    let names = Clean::joined(others.iter().map(|at| &compared.names[*at]), ", ");
    let is_partly = !some.is_empty() && !others.is_empty();
    is_partly.then(|| Block::Notice(Text::plain(compared.lang.board_not_reviewed(names))))
}

/// Why each ranks before the next, and how sure that is; then what speaks against that order.
pub fn order(compared: &Compared<'_, '_>, in_short: bool) -> Vec<Text> {
    let ranking = &compared.comparison.ranking;
    let (mut lines, mut against): (Vec<Text>, Vec<Text>) = (Vec::new(), Vec::new());
    for (first, other) in ranking.iter().zip(ranking.iter().skip(1)) {
        let Some(held) = held(compared, *first, *other) else { continue };
        let sure = sure(compared, [*first, *other], &held.pair, in_short).map(|sure| " ".and(sure));
        lines.push(Text::strong(ground(compared, *first, *other)).and(sure.unwrap_or_default()));
        for said in sureness::conflicts(compared, held).into_iter().map(Text::plain) {
            against.extend((!against.contains(&said)).then_some(said));
        }
    }
    lines.into_iter().chain(against).collect()
}

/// Two held against each other.
pub fn held<'c>(compared: &'c Compared<'_, '_>, first: VendorId, other: VendorId) -> Option<&'c Held> {
    let (a, b) = (first.min(other), first.max(other));
    compared.comparison.pairs.iter().find(|held| held.pair.a == a && held.pair.b == b)
}

/// On what ground one ranks before another: by what must be assumed, where one is not rated yet.
fn ground(compared: &Compared<'_, '_>, first: VendorId, other: VendorId) -> Clean {
    let (lang, names) = (compared.lang, &compared.names);
    let (name, behind) = (&names[first], &names[other]);
    let both = [first, other].map(|at| compared.comparison.assessments[at]);
    let [better, worse] = both.map(|one| one.rating.as_ref().map(|rating| rating.worst));
    let [shown, less] = both.map(|one| one.overall.as_ref().map(|score| (score.assured(), score.claimed())));
    let is_not_yet = both.into_iter().any(|one| insight::told_rating(one).is_not_yet());
    let same = if is_not_yet { lang.board_same_at_worst() } else { lang.board_same_risk() };
    match (better, worse, shown, less) {
        (Some(better), Some(worse), ..) if better != worse => {
            let [better, worse] = [better, worse].map(|risk| level(risk, lang));
            match is_not_yet {
                true => lang.board_first_at_worst(name, behind, better, worse),
                false => lang.board_first_by_risk(name, behind, better, worse),
            }
        }
        (.., Some((shown, _)), Some((less, _))) if shown > less => lang.board_first_by_shown(name, behind, same),
        (.., Some((_, claimed)), Some((_, less))) if claimed > less => lang.board_first_by_claims(name, behind, same),
        _ => lang.board_level(name, behind),
    }
}

/// Whether proof could turn the order, or the open questions could: the risk of either, or who has the more shown on
/// the questions that both were asked.
fn sure(compared: &Compared<'_, '_>, [first, other]: [VendorId; 2], pair: &Pair, in_short: bool) -> Option<Clean> {
    let lang = compared.lang;
    let is_ahead = |at: VendorId| pair.surely_ahead[usize::from(at == pair.b)];
    let ratings = [first, other].map(|at| compared.comparison.assessments[at].rating.as_ref());
    let open = pair.questions.iter().filter(|question| question.open != [false; 2]).count();
    let [Some(better), Some(worse)] = ratings else { return None };
    let is_not_yet = |at: VendorId| insight::told_rating(compared.comparison.assessments[at]).is_not_yet();
    Some(match () {
        () if worse.if_proved < better.if_proved => lang.board_proof_may_turn(&compared.names[other]),
        () if is_ahead(other) => lang.ahead_whatever(&compared.names[other]),
        () if better.worst < worse.best && !is_ahead(first) => lang.board_surely_by_risk(),
        () if is_ahead(first) && is_not_yet(first) => lang.board_ahead_by_points_at(level(better.worst, lang)),
        () if is_ahead(first) && is_not_yet(other) => lang.board_ahead_by_points(),
        () if better.worst <= worse.best && is_ahead(first) && in_short => lang.board_surely(),
        () if better.worst <= worse.best && is_ahead(first) => lang.board_surely_ahead(),
        () if is_ahead(first) => lang.board_surely_on_the_same(),
        () if open > 0 && in_short => lang.board_may_turn_in_short(),
        () if open > 0 => lang.board_may_turn(open),
        () => return None,
    })
}

/// What is at stake, factor by factor: for whom it is which answer. Those of whom nothing is stated come last.
pub fn at_stake(compared: &Compared<'_, '_>) -> Vec<Text> {
    let lang = compared.lang;
    let is_stated = |at: &VendorId| {
        let story = &compared.stories[*at];
        story.assessment.inherent_risk.missing.len() < story.questionnaire().factors.len()
    };
    let (vendors, unstated): (Vec<VendorId>, Vec<VendorId>) = in_order(compared).into_iter().partition(is_stated);
    let names = |whose: &[VendorId]| Clean::joined(whose.iter().map(|at| &compared.names[*at]), ", ");
    let mut asked: Vec<(NamedFactor<'_>, (Text, Answered))> = Vec::new();
    for at in &vendors {
        let questionnaire = compared.stories[*at].questionnaire();
        for (factor, [ask, answer]) in stakes::rows(&compared.stories[*at]) {
            let known = entry(&mut asked, (&questionnaire.id, &questionnaire.factors[factor].id));
            known.0 = ask; // of two dates the newer words stand
            entry(&mut known.1, answer).push(*at);
        }
    }
    let line = |(_, (ask, answers)): &(NamedFactor<'_>, (Text, Answered))| {
        let told = answers.iter().map(|(answer, whose)| match whose.len() == vendors.len() {
            true => answer.clone(),
            false => answer.clone().and(" (").and(names(whose)).and(")"),
        });
        ask.clone().and(" ").then(Text::joined(told, " · "))
    };
    let mut lines: Vec<Text> = asked.iter().map(line).collect();
    let assumed = unstated.iter().all(|at| compared.stories[*at].assessment.inherent_risk.assumed);
    lines.extend((!unstated.is_empty()).then(|| match assumed {
        true => Text::plain(lang.board_stakes_not_asked(names(&unstated))),
        false => Text::plain(lang.board_stakes_unstated(names(&unstated))),
    }));
    lines
}

/// What stands behind a name in a list, which has it from now on.
fn entry<K: PartialEq, T: Default>(list: &mut Vec<(K, T)>, name: K) -> &mut T {
    let at = list.iter().position(|(known, _)| *known == name).unwrap_or(list.len());
    if at == list.len() {
        list.push((name, T::default()));
    }
    &mut list[at].1
}

/// The flags of each vendor, counted; the gravest that are raised by name, so many of them.
pub fn red_flags(compared: &Compared<'_, '_>, most: usize) -> Vec<Text> {
    let has_any = |at: &VendorId| !compared.stories[*at].assessment.flags.is_empty();
    let line = |at: VendorId| {
        let story = &compared.stories[at];
        let raised = insight::flags_in(story.assessment, FlagState::Triggered);
        let titles = raised.into_iter().map(|flag| Text::plain(story.flag_title(flag.flag)));
        let titles = if most == 0 { Vec::new() } else { at_most(titles, most, |left| compared.lang.and_more(left)) };
        let head = compared.named(at).and(": ").and(story.flags_counted());
        if titles.is_empty() { head } else { head.and(": ").then(Text::joined(titles, "; ")) }
    };
    in_order(compared).into_iter().filter(has_any).map(line).collect()
}
