//! What is ours to say of a document that the vendor names: that we hold it, that it proves nothing, which answers it
//! proves.

use super::form::{DialogueForm, Field, FieldKind, Slot};
use super::our_forms;
use super::pick::{Given, PaperPick, Pick};
use super::prompt::{DialogueLine, MenuChoice};
use super::route::{citing, is_missing};
use super::state::{After, Phase, Purpose, Reply, State};
use crate::answers::Evidence;
use crate::answers::write::NewEvidence;
use crate::assessment::paper;
use crate::document::Style;
use crate::questionnaire::ids::{EvidenceId, QuestionId};
use crate::questionnaire::names::folded;
use crate::report::story::Story;
use crate::review::write::ReviewEdit;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::quotation::within_quotes;

/// What can be said of a document.
pub(super) fn choices(story: &Story<'_, '_>, document: EvidenceId) -> Vec<MenuChoice> {
    let (lang, subject) = (story.lang, &story.assessment.subject);
    let Some(item) = subject.answers.evidence.get(document) else { return Vec::new() };
    let is_received = paper::received(subject, item).is_some();
    let is_refused = paper::refused(subject, item).is_some();
    let place = item.location.as_deref().filter(|place| !place.trim().is_empty());
    // what nobody has dated could be another document tomorrow
    let can_be_received = !is_received && !is_refused && item.issued.is_some() && is_missing(story, document);
    let mut choices = Vec::new();
    let mut offer = |pick: PaperPick, label: Clean| {
        choices.push(MenuChoice::new(Pick::Paper(pick), pick.word(), label));
    };
    if let Some(place) = place.filter(|_| can_be_received) {
        offer(PaperPick::Received, lang.do_receive_at(lang.quoted(within_quotes(place).cut(80))));
    }
    if can_be_received {
        offer(PaperPick::Kept, lang.do_receive());
    }
    if !is_refused && !citing(story, document).is_empty() {
        offer(PaperPick::Proves, lang.do_prove());
    }
    if !is_refused {
        offer(PaperPick::Refused, lang.do_refuse_paper());
    }
    if is_received {
        offer(PaperPick::NotReceived, lang.do_unreceive());
    }
    if is_refused {
        offer(PaperPick::NotRefused, lang.do_unrefuse());
    }
    choices
}

/// What we have said of a document.
pub(super) fn said(story: &Story<'_, '_>, item: &Evidence) -> Vec<DialogueLine> {
    let (lang, subject) = (story.lang, &story.assessment.subject);
    let received = paper::received(subject, item).map(|paper| {
        let place = paper.location.as_deref().map(|place| clean::shortened(place, 80));
        let day = paper.on.map(|day| day.clean());
        lang.we_received(Clean::joined(day.into_iter().chain(place), " · "))
    });
    let refused = paper::refused(subject, item).map(|paper| lang.refused_because(clean::one_line(&paper.because)));
    received.into_iter().chain(refused).map(|text| DialogueLine::styled(Style::Strong, text)).collect()
}

/// The document as our review names it.
fn named(story: &Story<'_, '_>, item: &Evidence) -> NewEvidence {
    let kind = item.kind.map(|kind| story.questionnaire().evidence[kind].id.to_string());
    NewEvidence { title: item.title.trim().to_owned(), kind, issued: item.issued, ..NewEvidence::default() }
}

/// Takes what was said of a document.
pub(super) fn take(state: &mut State, document: EvidenceId, picked: PaperPick, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    let subject = &story.assessment.subject;
    let Some(item) = subject.answers.evidence.get(document) else { return Reply::default() };
    let paper = named(story, item);
    let on = state.today;
    let edit = match picked {
        PaperPick::Received => {
            ReviewEdit::Received { paper: NewEvidence { location: item.location.clone(), ..paper }, on }
        }
        PaperPick::NotReceived => ReviewEdit::NotReceived(paper),
        PaperPick::NotRefused => ReviewEdit::NotRefused(paper),
        PaperPick::Kept => {
            let place = Field::new(Slot::Location, lang.kept_where(), FieldKind::Words).with_help(lang.kept_help());
            return open(state, Purpose::Keep(document), vec![place.optional()]);
        }
        PaperPick::Refused => {
            let because = Field::new(Slot::Because, lang.because_ask(), FieldKind::Words);
            return open(state, Purpose::RefusePaper(document), vec![because.with_help(lang.refuse_paper_help())]);
        }
        PaperPick::Proves => {
            let answers = FieldKind::ManyOrWords(provable(story, document));
            let answers = Field::new(Slot::Proved, lang.proves_which(), answers).with_help(lang.because_help());
            let [when, until] = our_forms::seen_days(on, story);
            return open(state, Purpose::Prove(document), vec![answers, when, until]);
        }
    };
    state.after = After::Forward;
    Reply { review: vec![edit], ..Reply::default() }
}

fn open(state: &mut State, purpose: Purpose, fields: Vec<Field>) -> Reply {
    state.phase = Phase::Form(DialogueForm::new(purpose, fields));
    Reply::default()
}

/// The answers that cite a document, to be ticked.
fn provable(story: &Story<'_, '_>, document: EvidenceId) -> Vec<MenuChoice> {
    let questions = &story.questionnaire().questions;
    let choice = |at: QuestionId| {
        let asked = &questions[at];
        let answer = story.vendors_answer(at);
        MenuChoice::new(Pick::Question(at), asked.id.as_str(), asked.id.clone().and(": ").and(answer))
    };
    citing(story, document).into_iter().map(choice).collect()
}

/// The answers that were named, by their ids or all of them.
fn proved(given: &Given, document: EvidenceId, story: &Story<'_, '_>) -> Result<Vec<QuestionId>, Clean> {
    let choices = provable(story, document);
    let question = |pick: &Pick| match pick {
        Pick::Question(at) => Some(*at),
        _ => None,
    };
    let all = [story.lang.all_of_them(), crate::words::Lang::En.all_of_them()];
    let words = given.words().trim();
    if !words.is_empty() && all.iter().any(|all| folded(all) == folded(words)) {
        return Ok(choices.iter().filter_map(|choice| question(&choice.pick)).collect());
    }
    let mut found: Vec<QuestionId> = given.picks().iter().filter_map(question).collect();
    for word in words.split([' ', ',', ';']).filter(|word| !word.is_empty()) {
        let known = choices.iter().find(|choice| folded(&choice.word) == folded(word));
        let known = known.and_then(|choice| question(&choice.pick));
        found.push(known.ok_or_else(|| story.lang.not_on_the_list(clean::shortened(word, 40)))?);
    }
    if found.is_empty() { Err(story.lang.needed()) } else { Ok(found) }
}

/// Whether answers were named that cite a document.
pub(super) fn fits_proved(document: EvidenceId, given: &Given, story: &Story<'_, '_>) -> Result<(), Clean> {
    proved(given, document, story).map(|_| ())
}

/// What follows from a form that is filled in.
pub(super) fn filled(
    state: &mut State,
    document: EvidenceId,
    form: &DialogueForm<Purpose>,
    story: &Story<'_, '_>,
) -> Reply {
    state.after = After::Forward;
    let subject = &story.assessment.subject;
    let Some(item) = subject.answers.evidence.get(document) else { return Reply::default() };
    let paper = named(story, item);
    let edits = match form.purpose {
        Purpose::Keep(_) => {
            let location = Some(form.words(Slot::Location).to_owned()).filter(|place| !place.is_empty());
            vec![ReviewEdit::Received { paper: NewEvidence { location, ..paper }, on: state.today }]
        }
        Purpose::RefusePaper(_) => {
            let sha256 = subject.papers.file(item.location.as_deref());
            vec![ReviewEdit::Refused { paper, sha256, because: form.words(Slot::Because).to_owned() }]
        }
        _ => {
            let answers = form.given(Slot::Proved).map(|given| proved(given, document, story));
            let Some(Ok(answers)) = answers else { return Reply::default() };
            let seen = NewEvidence {
                title: item.title.clone(),
                issued: form.date(Slot::Done),
                valid_until: form.date(Slot::Until),
                ..NewEvidence::default()
            };
            answers.into_iter().map(|question| our_forms::seen(question, &seen, story)).collect()
        }
    };
    Reply { review: edits, ..Reply::default() }
}
