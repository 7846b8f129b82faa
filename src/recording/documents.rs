//! The documents of the vendor, in both dialogues: the list of them, and one by itself.

use super::landmarks::Landmark;
use super::pick::{DocumentPick, Pick};
use super::prompt::{DialogueLine, MenuChoice, MenuCommand, Prompt, PromptKind, Said, picked};
use super::route::{Stop, citing};
use super::state::{After, Reply, State, help, not_on_the_list};
use super::{our_papers, register};
use crate::answers::Evidence;
use crate::assessment::paper::EvidenceState;
use crate::document::{Style, Tone};
use crate::questionnaire::ids::EvidenceId;
use crate::report::naming::evidence_state;
use crate::report::story::Story;
use crate::words::clean::{self, Clean};
use crate::words::quotation::within_quotes;

/// What is asked about the documents, or about one of them.
pub(super) fn prompt(
    story: &Story<'_, '_>,
    document: Option<EvidenceId>,
    places: &[Landmark],
    is_ours: bool,
) -> Prompt {
    use MenuCommand::{Back, Find, Go, Help, Leave, Next};
    let lang = story.lang;
    let (lines, label, choices) = match document {
        Some(at) => (lines(story, at, is_ours), lang.document_label(), choices(story, at, is_ours)),
        None => {
            let evidence = &story.assessment.subject.answers.evidence;
            let none = evidence.is_empty().then(|| DialogueLine::plain(lang.no_documents()));
            let heading = DialogueLine { indent: 0, style: Style::Faint, text: lang.place_documents() };
            let choices = evidence.with_ids().map(|(at, item)| listed(story, at, item)).collect();
            ([heading].into_iter().chain(none).collect(), lang.documents_label(), choices)
        }
    };
    let kind = PromptKind::One { choices, now: None, free: false };
    let places = places.iter().copied().map(Go);
    let commands = [Help, Next, Back, Find].into_iter().chain(places).chain([Leave]).collect();
    Prompt { lines, label, hint: Clean::default(), enter: None, kind, commands }
}

/// A document as it is chosen from the list.
fn listed(story: &Story<'_, '_>, document: EvidenceId, item: &Evidence) -> MenuChoice {
    let state = evidence_state(story.assessment.papers.alone(document).state, story.lang);
    let word = item.id.as_deref().unwrap_or(&item.title);
    let label = Clean::joined([story.lang.quoted(within_quotes(&item.title).cut(80)), state], " · ");
    MenuChoice::new(Pick::Document(DocumentPick::Listed(document)), word, label)
}

fn choices(story: &Story<'_, '_>, document: EvidenceId, is_ours: bool) -> Vec<MenuChoice> {
    if is_ours { our_papers::choices(story, document) } else { register::choices(story, document) }
}

fn lines(story: &Story<'_, '_>, document: EvidenceId, is_ours: bool) -> Vec<DialogueLine> {
    let lang = story.lang;
    let Some(item) = story.assessment.subject.answers.evidence.get(document) else { return Vec::new() };
    let worth = story.assessment.papers.alone(document);
    let tone = match worth.state {
        EvidenceState::Current => Tone::Good,
        _ => Tone::Careful,
    };
    let heading = lang.document_heading(evidence_state(worth.state, lang));
    let mut lines = vec![
        DialogueLine { indent: 0, style: Style::Tag(tone), text: heading },
        DialogueLine { indent: 0, style: Style::Strong, text: lang.quoted(within_quotes(&item.title).cut(200)) },
    ];
    let kind = item.kind.map(|kind| story.say(&story.questionnaire().evidence[kind].ask));
    let facts = [
        kind.map(|kind| clean::shortened(&kind, 120)),
        item.issued.map(|day| lang.document_issued_on(day)),
        item.valid_until.map(|day| lang.document_valid_until(day)),
        item.location.as_deref().map(|place| lang.quoted(within_quotes(place).cut(120))),
    ];
    lines.extend(facts.into_iter().flatten().filter(|fact| !fact.is_empty()).map(DialogueLine::plain));
    let questions = &story.questionnaire().questions;
    let cited: Vec<&Clean> = citing(story, document).into_iter().map(|at| &questions[at].id).collect();
    lines.push(match cited.is_empty() {
        true => DialogueLine::plain(lang.cited_by_none()),
        false => DialogueLine::plain(lang.cited_by(Clean::joined(cited, ", "))),
    });
    if is_ours {
        lines.extend(our_papers::said(story, item));
    }
    lines
}

/// Takes what was said about the documents, or about one of them.
pub(super) fn take(state: &mut State, document: Option<EvidenceId>, said: Said, story: &Story<'_, '_>) -> Reply {
    let is_ours = !state.route.is_of_questions();
    let given = match said {
        Said::Given(given) => given,
        Said::Help => {
            let about = if is_ours { story.lang.kept_help() } else { story.lang.document_help() };
            return help(Some(vec![about]), story);
        }
        _ => {
            state.after = After::Forward;
            return Reply::default();
        }
    };
    let pick = picked(&given, prompt(story, document, &[], is_ours).kind.choices());
    match (document, pick) {
        (None, Some(Pick::Document(DocumentPick::Listed(at)))) => {
            state.route.visit(Stop::Document(at));
            Reply::default()
        }
        (Some(at), Some(Pick::Paper(pick))) => our_papers::take(state, at, pick, story),
        (Some(at), Some(Pick::Correct)) => register::correct(state, at, story),
        (Some(at), Some(Pick::Detach(question))) => register::detach(at, question, story),
        _ => not_on_the_list(&given, story),
    }
}
