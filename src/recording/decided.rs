//! The decision: what it would be about, what has been decided, and what can be done about it.

use super::form::{Days, DialogueForm, Field, FieldEntry, FieldKind, Slot};
use super::our_forms::MONTHS;
use super::pick::{Given, Pick};
use super::prompt::{DialogueLine, MenuChoice};
use super::shown;
use super::state::{After, DraftDecision, Phase, Purpose, Reply, State};
use crate::assessment::decision::{DecisionStanding, bound_to, decision};
use crate::assessment::insight::{self, Told};
use crate::document::{Style, Tone};
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::{loud, outcome};
use crate::report::parts::decision as parts;
use crate::report::story::Story;
use crate::review::write::ReviewEdit;
use crate::review::{AgreedCondition, Decision, Outcome};
use crate::source::fields::Word;
use crate::source::nearest::nearest;
use crate::source::{Date, Span};
use crate::words::clean::{self, Clean, Trusted};

/// How things stand, and what has been decided.
pub(super) fn lines(story: &Story<'_, '_>) -> Vec<DialogueLine> {
    let lang = story.lang;
    let risk = match insight::told_rating(story.assessment) {
        Told::Nothing => lang.nothing_to_rate(),
        Told::NotYet(_) => lang.not_yet_rated(),
        Told::Rated(rating) => loud(rating.worst, lang),
    };
    let mut lines = vec![
        DialogueLine { indent: 0, style: Style::Faint, text: lang.decision_place() },
        DialogueLine { indent: 0, style: Style::Strong, text: lang.decision_now(risk) },
    ];
    lines.extend(shown::score(story).map(DialogueLine::plain));
    if let Some((decision, standing)) = decision(&story.assessment.subject) {
        lines.extend(decided(story, decision));
        let is_on_others = matches!(standing, DecisionStanding::OnOthers | DecisionStanding::Older);
        let others = is_on_others.then(|| DialogueLine::styled(Style::Tag(Tone::Careful), lang.decided_on_older()));
        lines.extend(others);
    }
    lines
}

fn decided(story: &Story<'_, '_>, decision: &Decision) -> Vec<DialogueLine> {
    let lang = story.lang;
    let by = clean::shortened(&decision.by, 80);
    let told = lang.decided_so(outcome(decision.outcome, lang), by, decision.on);
    let because = decision.because.as_ref().map(|why| lang.our_reason().and(": ").and(clean::one_line(why)));
    let next = decision.next_review.map(|day| lang.decided_next(day));
    let conditions = decision.conditions.iter().map(|condition| "- ".and(parts::condition(story, condition)));
    let rest = because.into_iter().chain(next).chain(conditions);
    let first = DialogueLine::styled(Style::Strong, told);
    [first].into_iter().chain(rest.map(DialogueLine::plain)).collect()
}

/// What can be decided, and what can be done about what has been.
pub(super) fn choices(story: &Story<'_, '_>) -> Vec<MenuChoice> {
    let lang = story.lang;
    let choice = |(word, value): &(&str, Outcome)| MenuChoice::new(Pick::Outcome(*value), *word, outcome(*value, lang));
    let decision = story.assessment.subject.review.and_then(|review| review.decision.as_ref());
    let conditions = decision.map_or(&[][..], |decision| &decision.conditions);
    let met = conditions.iter().map(|condition| {
        let what = clean::shortened(&condition.what, 120);
        match condition.met {
            None => MenuChoice::new(Pick::Met(condition.span), "met", lang.do_meet(what)),
            Some(_) => MenuChoice::new(Pick::NotMet(condition.span), "not-met", lang.do_unmeet(what)),
        }
    });
    let changed = conditions.iter().map(|condition| {
        let label = lang.do_change_condition(clean::shortened(&condition.what, 120));
        MenuChoice::new(Pick::ChangeCondition(condition.span), "change", label)
    });
    let gone = conditions.iter().map(|condition| {
        let label = lang.do_drop_condition(clean::shortened(&condition.what, 120));
        MenuChoice::new(Pick::NoCondition(condition.span), "no-condition", label)
    });
    let withdraw = decision.map(|_| MenuChoice::new(Pick::NoDecision, "withdraw", lang.do_undecide()));
    Outcome::ALL.iter().map(choice).chain(met).chain(changed).chain(gone).chain(withdraw).collect()
}

/// What is asked of a decision; its conditions are asked for one by one when this is told.
pub(super) fn form(outcome: Outcome, today: Date, story: &Story<'_, '_>) -> DialogueForm<Purpose> {
    let lang = story.lang;
    let help = || lang.decision_help();
    let judged_on = FieldEntry::Day(story.assessment.subject.as_of.min(today));
    let in_a_year = FieldEntry::Day(today.plus_months(MONTHS));
    let [past, to_come] = [Days::Past(today), Days::ToCome(today)].map(FieldKind::Date);
    let mut fields = vec![
        Field::new(Slot::By, lang.decision_by(), FieldKind::Words).with_help(help()),
        Field::new(Slot::Done, lang.decision_on(), past).with_help(help()).or(judged_on),
        Field::new(Slot::Because, lang.decision_because(), FieldKind::Words).with_help(help()),
    ];
    // nobody has to look again at a vendor that is not used
    let next = || Field::new(Slot::NextReview, lang.decision_next(), to_come).with_help(help()).or(in_a_year);
    fields.extend((outcome != Outcome::Rejected).then(next));
    DialogueForm::new(Purpose::Decide(outcome), fields)
}

/// What follows from what was told of a decision: it is written, or its conditions are asked for. Those that were
/// agreed before stand until they are taken back.
pub(super) fn filled(
    state: &mut State,
    outcome: Outcome,
    form: &DialogueForm<Purpose>,
    story: &Story<'_, '_>,
) -> Reply {
    let before = story.assessment.subject.review.and_then(|review| review.decision.as_ref());
    let agreed = before.filter(|_| outcome == Outcome::Conditional).map(|before| before.conditions.clone());
    let form = form.clone();
    state.drafted = Some(DraftDecision { outcome, form, agreed: agreed.unwrap_or_default(), told: Vec::new() });
    if outcome == Outcome::Conditional { ask_for_condition(state, story) } else { decide(state, story) }
}

fn ask_for_condition(state: &mut State, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    let words = |slot: Slot, ask: Clean| Field::new(slot, ask, FieldKind::Words).with_help(lang.condition_help());
    let to_come = FieldKind::Date(Days::ToCome(state.today));
    let due = Field::new(Slot::Until, lang.condition_due_ask(), to_come).with_help(lang.condition_help());
    let fields = vec![
        words(Slot::What, lang.condition_ask()).optional(),
        words(Slot::Owner, lang.condition_owner_ask()).optional(),
        due.optional(),
        words(Slot::About, lang.condition_about_ask()).optional(),
    ];
    state.phase = Phase::Form(DialogueForm::new(Purpose::Condition, fields));
    Reply::default()
}

/// The conditions that have been told so far.
pub(super) fn so_far(state: &State) -> Vec<DialogueLine> {
    let agreed = state.drafted.iter().flat_map(|draft| &draft.agreed).map(|condition| condition.what.as_str());
    let told = state.drafted.iter().flat_map(|draft| &draft.told).map(|form| form.words(Slot::What));
    agreed.chain(told).map(|what| DialogueLine::plain("- ".and(clean::shortened(what, 200)))).collect()
}

/// The questions that are named by their ids, with commas between them; a dash names none.
pub(super) fn about(words: &str, story: &Story<'_, '_>) -> Result<Vec<QuestionId>, Clean> {
    let questionnaire = story.questionnaire();
    let mut found = Vec::new();
    for word in words.split([' ', ',', ';']).filter(|word| !matches!(*word, "" | "-")) {
        let Some(question) = questionnaire.find(word) else {
            let close = nearest(word, questionnaire.questions.iter().map(|question| question.id.as_str()));
            let near = close.map(|near| story.lang.did_you_mean(clean::one_line(near))).unwrap_or_default();
            return Err(story.lang.not_a_question(clean::shortened(word, 60), near));
        };
        found.extend(Some(question).filter(|at| !found.contains(at)));
    }
    Ok(found)
}

/// Takes a condition, and asks for the next one; where none was told, the decision is written.
pub(super) fn condition_told(state: &mut State, form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> Reply {
    if form.words(Slot::What).is_empty() {
        return decide(state, story);
    }
    state.drafted.iter_mut().for_each(|draft| draft.told.push(form.clone()));
    ask_for_condition(state, story)
}

/// Goes back to the last question of what was told before the next condition was asked for, as long as a decision is
/// being told.
pub(super) fn back(state: &mut State) -> Option<DialogueForm<Purpose>> {
    let mut draft = state.drafted.take()?;
    let mut form = match draft.told.pop() {
        None => draft.form,
        Some(told) => {
            state.drafted = Some(draft);
            told
        }
    };
    form.back();
    Some(form)
}

/// Writes the decision whose conditions are being told: those that are told to their end are all.
pub(super) fn decide(state: &mut State, story: &Story<'_, '_>) -> Reply {
    state.after = After::Forward;
    let Some(DraftDecision { outcome, form, agreed, told }) = state.drafted.take() else {
        return Reply::default();
    };
    let [by, because] = [Slot::By, Slot::Because].map(|slot| form.words(slot).to_owned());
    let conditions = agreed.into_iter().chain(told.iter().map(|form| condition(form, story))).collect();
    let on = form.date(Slot::Done).unwrap_or(state.today);
    let answers = bound_to(&story.assessment.subject);
    let next_review = form.date(Slot::NextReview);
    let edit = ReviewEdit::Decision { outcome, by, on, because, conditions, next_review, answers };
    Reply { review: vec![edit], ..Reply::default() }
}

/// The condition that a form tells.
fn condition(form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> AgreedCondition {
    AgreedCondition {
        what: form.words(Slot::What).to_owned(),
        owner: Some(form.words(Slot::Owner).to_owned()).filter(|owner| !owner.is_empty()),
        due: form.date(Slot::Until),
        questions: about(form.words(Slot::About), story).unwrap_or_default(),
        ..AgreedCondition::default()
    }
}

/// The condition at a place in our review.
fn condition_at<'a>(story: &Story<'_, 'a>, at: Span) -> Option<&'a AgreedCondition> {
    let decision = story.assessment.subject.review?.decision.as_ref()?;
    decision.conditions.iter().find(|condition| condition.span == at)
}

/// Asks anew for all that is agreed of a condition, with what stands there now.
pub(super) fn change(at: Span, today: Date, story: &Story<'_, '_>) -> Option<DialogueForm<Purpose>> {
    let (lang, now) = (story.lang, condition_at(story, at)?);
    let help = || lang.condition_change_help();
    let words = |slot: Slot, ask: Clean, now: Option<String>| {
        let field = Field::new(slot, ask, FieldKind::Words).with_help(help());
        now.map_or(field.clone(), |now| field.or(FieldEntry::Given(Given::Words(now))))
    };
    let ids: Vec<&str> = now.questions.iter().map(|at| story.questionnaire().questions[*at].id.as_str()).collect();
    let ids = Some(ids.join(", ")).filter(|ids| !ids.is_empty());
    let due = Field::new(Slot::Until, lang.condition_due_ask(), FieldKind::Date(Days::ToCome(today))).with_help(help());
    let due = now.due.map_or(due.clone(), |day| due.or(FieldEntry::Day(day)));
    let fields = vec![
        words(Slot::What, lang.condition_now_ask(), Some(now.what.clone())),
        words(Slot::Owner, lang.condition_owner_ask(), now.owner.clone()).optional(),
        due.optional(),
        words(Slot::About, lang.condition_about_ask(), ids).optional(),
    ];
    Some(DialogueForm::new(Purpose::ConditionChange(at), fields))
}

/// Writes a condition as it is said now; whether it is met stays.
pub(super) fn changed(state: &mut State, at: Span, form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> Reply {
    state.after = After::Stay;
    let said = |now: &AgreedCondition| AgreedCondition { met: now.met, span: now.span, ..condition(form, story) };
    let edit = condition_at(story, at).map(|now| ReviewEdit::Condition(said(now)));
    Reply { review: edit.into_iter().collect(), ..Reply::default() }
}

/// Asks when a condition was met.
pub(super) fn when_met(at: Span, today: Date, story: &Story<'_, '_>) -> DialogueForm<Purpose> {
    let decision = story.assessment.subject.review.and_then(|review| review.decision.as_ref());
    let days = decision.map_or(Days::Past(today), |decision| Days::SinceDecision(decision.on, today));
    let field = Field::new(Slot::Done, story.lang.condition_met_ask(), FieldKind::Date(days));
    DialogueForm::new(Purpose::Met(at), vec![field.or(FieldEntry::Day(today))])
}

/// Writes when a condition was met; there may be others.
pub(super) fn met(state: &mut State, at: Span, form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> Reply {
    state.after = After::Stay;
    let edit = condition_at(story, at).map(|condition| ReviewEdit::Met(condition.span, form.date(Slot::Done)));
    Reply { review: edit.into_iter().collect(), ..Reply::default() }
}

/// Writes that a condition was not met after all, or is none any more.
pub(super) fn taken_back(at: Span, pick: Option<Pick>, story: &Story<'_, '_>) -> Reply {
    let edit = condition_at(story, at).map(|condition| match pick {
        Some(Pick::NoCondition(_)) => ReviewEdit::NoCondition(condition.span),
        _ => ReviewEdit::Met(condition.span, None),
    });
    Reply { review: edit.into_iter().collect(), ..Reply::default() }
}
