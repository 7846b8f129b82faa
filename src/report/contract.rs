//! An annex to the contract with a vendor: the conditions of the decision, then what its answers would have to become,
//! each with who sees to it, by when and how it is shown, and room to sign. No scores and nothing of our review.

use super::letter::{changes, quoted};
use super::naming;
use super::parts::open::distinct;
use super::parts::verdict;
use super::story::Story;
use crate::assessment::decision::{ConditionState, condition_state, decision};
use crate::document::{Block, Cell, Column, Document, Fact, Layout, Row, Section, Table, Text};
use crate::questionnaire::ids::QuestionId;
use crate::review::AgreedCondition;
use crate::words::clean::{self, Clean, Trusted};

/// The annex.
pub fn document(story: &Story<'_, '_>) -> Document {
    let lang = story.lang;
    let mut blocks = vec![Block::Notice(Text::plain(lang.contract_draft())), Block::Facts(parties(story))];
    let decided = decision(&story.assessment.subject).map(|(decision, _)| decision);
    let conditions = decided.map_or(&[][..], |decision| &decision.conditions);
    let agreed: Vec<Row> = conditions.iter().map(|condition| agreed(story, condition)).collect();
    let is_agreed = |at: QuestionId| conditions.iter().any(|condition| condition.questions.contains(&at));
    let changes = changes::required(story).into_iter();
    let changes: Vec<Row> = changes
        .filter(|change| !change.question.is_some_and(is_agreed))
        .map(|change| {
            let about: Vec<QuestionId> = change.question.into_iter().collect();
            let what = Text::plain(Clean::joined(change.reach, " "));
            row(story, what, &about, verdict::vendor(story.assessment), Clean::default())
        })
        .collect();
    if agreed.is_empty() && changes.is_empty() {
        blocks.push(Block::Paragraph(Text::plain(lang.contract_none())));
    }
    let day = decided.map(|decision| decision.on.clean()).unwrap_or_default();
    blocks.extend(section(story, "conditions", lang.contract_conditions(day), agreed));
    blocks.extend(section(story, "changes", lang.contract_changes(), changes));
    blocks.push(signatures(story));
    let title = lang.contract_title(story.say(&story.questionnaire().title));
    Document { lang, layout: Layout::Letter, title: Text::plain(title), blocks }
}

/// Whom the contract is between, for what, and on which answers the annex rests.
fn parties(story: &Story<'_, '_>) -> Vec<Fact> {
    let (subject, lang) = (&story.assessment.subject, story.lang);
    let mut facts = Vec::new();
    facts.extend(client(story).map(|client| Fact::new(lang.contract_client(), client)));
    facts.push(Fact::new(lang.contract_vendor(), verdict::vendor(story.assessment)));
    let service = subject.answers.service.as_ref();
    facts.extend(service.map(|service| Fact::new(lang.service(), Text::quoted(clean::one_line(service)))));
    facts.extend(subject.answers.answered.map(|day| Fact::new(lang.contract_answers(), day)));
    facts
}

fn client(story: &Story<'_, '_>) -> Option<Clean> {
    Some(clean::one_line(story.assessment.subject.review?.client.as_ref()?))
}

/// What was agreed, as far as it was; the rest is left to be filled in.
fn agreed(story: &Story<'_, '_>, condition: &AgreedCondition) -> Row {
    let stands = condition_state(condition, story.assessment.subject.as_of);
    let due = match (stands, condition.due) {
        ((ConditionState::Met, _), _) => naming::condition_state(stands, story.lang),
        (_, Some(due)) => due.clean(),
        _ => Clean::default(),
    };
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

fn section(story: &Story<'_, '_>, anchor: &'static str, title: Clean, rows: Vec<Row>) -> Option<Block> {
    let lang = story.lang;
    let heads = [lang.contract_condition(), lang.contract_owner(), lang.contract_due(), lang.contract_shown()];
    let columns = heads.map(Column::words).to_vec();
    let table = Table { caption: title.clone(), columns, rows, legend: None };
    (!table.rows.is_empty()).then(|| Section::block(anchor, title, vec![Block::Table(table)]))
}

/// Room for both to sign.
fn signatures(story: &Story<'_, '_>) -> Block {
    let lang = story.lang;
    let client = client(story).unwrap_or_else(|| lang.contract_client());
    let heads =
        [lang.contract_signatures(), lang.contract_for(client), lang.contract_for(verdict::vendor(story.assessment))];
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
