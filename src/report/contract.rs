//! An annex to the contract with a vendor: the conditions of the decision, then what its answers would have to become,
//! each with who sees to it, by when and how it is shown, and room to sign. No scores and nothing of our review.

use super::letter::changes::{self, RequiredChange};
use super::letter::quoted;
use super::naming;
use super::parts::open::distinct;
use super::parts::verdict;
use super::story::Story;
use super::vendors_words;
use crate::assessment::decision::{ConditionState, DecisionStanding, condition_state, decision, is_rejected};
use crate::assessment::insight;
use crate::document::{Block, Cell, Column, Document, Fact, Layout, Row, Section, Table, Text};
use crate::questionnaire::ids::QuestionId;
use crate::review::{AgreedCondition, Outcome};
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;

/// The annex.
pub fn document(story: &Story<'_, '_>) -> Document {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let decision = decision(subject);
    let is_earlier = decision.is_some_and(|(_, standing)| !standing.may_hold());
    let decided = decision.map(|(decision, _)| decision);
    let conditions = decided.map_or(&[][..], |decision| &decision.conditions);
    let (met, due): (Vec<&AgreedCondition>, Vec<&AgreedCondition>) =
        conditions.iter().partition(|condition| condition_state(condition, subject.as_of).0 == ConditionState::Met);
    let agreed: Vec<Row> = due.iter().map(|condition| agreed(story, condition)).collect();
    let changes = changed(story, &due);
    let is_empty = agreed.is_empty() && changes.is_empty();
    let mut blocks: Vec<Block> = notices(story, is_empty).into_iter().map(Text::plain).map(Block::Notice).collect();
    blocks.push(Block::Facts(parties(story)));
    let we = lang.contract_we(client(story), party(story));
    blocks.push(Block::Paragraph(Text::plain(we)));
    if !is_rejected(subject) {
        let day = subject.answers.answered.map(|day| naming::day(day, lang));
        let binds = day.map_or_else(|| lang.contract_binds_undated(), |day| lang.contract_binds(day));
        blocks.push(Block::Paragraph(Text::plain(binds).and(" ").and(lang.contract_states_facts())));
    }
    if is_empty {
        blocks.push(Block::Paragraph(Text::plain(lang.contract_none())));
    }
    let day = decided.map(|decision| naming::day(decision.on, lang)).unwrap_or_default();
    let earlier = is_earlier.then(|| lang.conditions_of_earlier());
    blocks.extend(section(story, "conditions", (lang.contract_conditions(day), earlier), agreed));
    blocks.extend(already(story, &met));
    let periods = (!is_rejected(subject) && !changes.is_empty()).then(|| lang.contract_periods());
    blocks.extend(section(story, "changes", (lang.contract_changes(), None), changes));
    blocks.extend(periods.map(|said| Block::Paragraph(Text::plain(said))));
    blocks.extend((!is_rejected(subject)).then(|| signatures(story)));
    let title = lang.contract_title(story.say(&story.questionnaire().title));
    Document { lang, layout: Layout::Letter, title: Text::plain(title), blocks }
}

/// What has to be known before anybody signs: that the vendor is not to be used, or that this is a draft; what the
/// list may lack.
fn notices(story: &Story<'_, '_>, is_empty: bool) -> Vec<Clean> {
    let (assessment, lang) = (story.assessment, story.lang);
    let mut gaps: Vec<Clean> = Vec::new();
    let mut all: Vec<Clean> = Vec::new();
    match decision(&assessment.subject) {
        Some((decision, _)) if decision.outcome == Outcome::Rejected => {
            all.push(lang.contract_rejected(naming::day(decision.on, lang)));
        }
        Some((_, DecisionStanding::OnOthers | DecisionStanding::Older)) => gaps.push(lang.board_decision_anew()),
        Some(_) => {}
        None => gaps.push(lang.board_no_decision()),
    }
    if all.is_empty() {
        all.push(lang.contract_draft());
    }
    gaps.extend(match insight::open_counts(assessment).all() {
        0 => None,
        open if insight::told_rating(assessment).is_not_yet() => Some(lang.contract_not_rated(open)),
        1 => Some(lang.contract_one_open()),
        open => Some(lang.contract_open(open)),
    });
    let (claims, _) = insight::claims_alone(assessment);
    gaps.extend((is_empty && claims > 0).then(|| lang.contract_claims(claims)));
    all.extend((!gaps.is_empty()).then(|| Clean::joined(gaps, " ")));
    all
}

/// What the vendor has to change that is not agreed as a condition still to be met. One that is met does not stand for
/// it: what was done for a time leaves the answer as it is.
fn changed(story: &Story<'_, '_>, due: &[&AgreedCondition]) -> Vec<Row> {
    let is_agreed = |at: QuestionId| due.iter().any(|condition| condition.questions.contains(&at));
    let changes = changes::required(story).into_iter();
    let changes = changes.filter(|change| !change.question.is_some_and(is_agreed));
    let row = |change: RequiredChange| {
        let about: Vec<QuestionId> = change.question.into_iter().collect();
        let what = Text::plain(Clean::joined(change.reach, " "));
        row(story, what, &about, verdict::vendor(story), Clean::default())
    };
    changes.map(row).collect()
}

/// The conditions that are met: nobody has to agree on them any more.
fn already(story: &Story<'_, '_>, met: &[&AgreedCondition]) -> Option<Block> {
    let stands = |condition: &AgreedCondition| {
        naming::condition_state(condition_state(condition, story.assessment.subject.as_of), story.lang)
    };
    let told = met.iter().map(|condition| clean::one_line(&condition.what).and(" (").and(stands(condition)).and(")"));
    let told = Clean::joined(told, "; ");
    (!met.is_empty()).then(|| Block::Paragraph(Text::plain(story.lang.contract_met(told))))
}

/// Which contract, whom it is between, for what, and on which answers the annex rests.
fn parties(story: &Story<'_, '_>) -> Vec<Fact> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut facts = vec![Fact::new(lang.contract_contract(), lang.contract_which())];
    facts.push(Fact::new(lang.contract_client(), client(story)));
    facts.push(Fact::new(lang.contract_vendor(), party(story)));
    facts.extend(vendors_words::service(subject, lang));
    let day = subject.answers.answered.map_or_else(|| lang.undated(), |day| day.clean());
    let file = Text::code(clean::one_line(&subject.answers.source.fingerprint().to_string()));
    facts.push(Fact::new(lang.answers_file(), Text::plain(day).and(" · SHA-256 ").then(file)));
    facts
}

/// Who sells, as it names itself: no term of the annex begins before the quotation marks end.
fn party(story: &Story<'_, '_>) -> Clean {
    story.lang.quoted(within_quotes(&story.assessment.subject.answers.vendor))
}

/// Who buys, or room for the name.
fn client(story: &Story<'_, '_>) -> Clean {
    let client = story.assessment.subject.review.and_then(|review| review.client.as_ref());
    client.map_or_else(|| story.lang.contract_name(), |client| clean::one_line(client))
}

/// What was agreed, as far as it was; the rest is left to be filled in.
fn agreed(story: &Story<'_, '_>, condition: &AgreedCondition) -> Row {
    let due = condition.due.map(|due| due.clean()).unwrap_or_default();
    let owner = condition.owner.as_deref().map(clean::one_line).unwrap_or_default();
    row(story, Text::plain(clean::one_line(&condition.what)), &condition.questions, owner, due)
}

/// What has to be done, which questions it is about, who sees to it, by when, and the documents that show it.
fn row(story: &Story<'_, '_>, what: Text, about: &[QuestionId], owner: Clean, due: Clean) -> Row {
    let questionnaire = story.questionnaire();
    let kinds = about.iter().filter_map(|at| questionnaire.questions[*at].evidence.first().copied());
    let shown = distinct(kinds.collect()).into_iter().map(|kind| story.say(&questionnaire.evidence[kind].ask));
    let shown = Clean::joined(shown, "; ");
    let what = match about {
        [] => what,
        about => what.and(" (").then(quoted::questions(story, about)).and(")"),
    };
    let cells: [Cell; 4] = [what.into(), owner.into(), due.into(), shown.into()];
    Row::plain(cells.into())
}

/// A table of what has to be done, under what has to be known of it.
fn section(
    story: &Story<'_, '_>,
    anchor: &'static str,
    (title, said): (Clean, Option<Clean>),
    rows: Vec<Row>,
) -> Option<Block> {
    let lang = story.lang;
    let columns = vec![
        Column::words(lang.contract_condition()),
        Column::words(lang.contract_owner()),
        Column::day(lang.contract_due()),
        Column::words(lang.contract_shown()),
    ];
    let is_empty = rows.is_empty();
    let table = Table { caption: title.clone(), columns, rows, legend: None };
    let said = said.map(|said| Block::Paragraph(Text::plain(said)));
    let blocks = said.into_iter().chain([Block::Table(table)]).collect();
    (!is_empty).then(|| Section::block(anchor, title, blocks))
}

/// Room for both to sign.
fn signatures(story: &Story<'_, '_>) -> Block {
    let lang = story.lang;
    let heads = [lang.contract_party(), lang.contract_for(client(story)), lang.contract_for(party(story))];
    let rows = [lang.contract_place_and_day(), lang.contract_signature(), lang.contract_name_and_role()];
    let row = |name: Clean| Row::plain(vec![name.into(), Clean::default().into(), Clean::default().into()]);
    let table = Table {
        caption: lang.contract_signatures(),
        columns: heads.map(Column::words).to_vec(),
        rows: rows.map(row).to_vec(),
        legend: None,
    };
    Section::block("signatures", lang.contract_signatures(), vec![Block::Table(table)])
}
