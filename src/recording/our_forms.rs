//! What is asked in our review where a word is not enough: what we saw, another answer, an exception, a decision; and
//! what follows when it is given.

use super::form::{Days, DialogueForm, Field, FieldEntry, FieldKind, Slot};
use super::pick::{DocumentPick, Given, ObservationPick, Pick};
use super::prompt::{MenuChoice, PromptKind, picked};
use super::state::{After, Phase, Purpose, Reply, State};
use super::{shown, vendor_side};
use crate::answers::write::NewEvidence;
use crate::answers::{Answer, Evidence};
use crate::assessment::paper::EvidenceState;
use crate::policy::Assurance;
use crate::questionnaire::FlagRef;
use crate::questionnaire::ids::{EvidenceId, QuestionId};
use crate::report::naming::state_of;
use crate::report::story::Story;
use crate::review::Duty;
use crate::review::write::ReviewEdit;
use crate::source::Date;
use crate::words::clean::{self, Clean};
use crate::words::quotation::within_quotes;

/// What we saw holds so many months unless somebody says otherwise: a year, as most certificates are looked at.
pub(super) const MONTHS: u32 = 12;

/// What is asked about something that we found; nothing where the vendor's answer counts again.
pub(super) fn of_observation(
    found: ObservationPick,
    question: QuestionId,
    today: Date,
    story: &Story<'_, '_>,
) -> Option<DialogueForm<Purpose>> {
    let lang = story.lang;
    let because = || Field::new(Slot::Because, lang.because_ask(), FieldKind::Words).with_help(lang.because_help());
    Some(match found {
        ObservationPick::Verify => verification(today, question, story),
        ObservationPick::Overrule => {
            let (kind, hint) = shown::answers(story, question, true);
            let ask = lang.overrule_ask_with(hint);
            let kind = match kind {
                PromptKind::Words => FieldKind::Words,
                PromptKind::One { choices, .. } => FieldKind::OneOrWords(choices),
                PromptKind::Many { choices, .. } => FieldKind::ManyOrWords(choices),
            };
            DialogueForm::new(Purpose::Overrule(question), vec![Field::new(Slot::Answer, ask, kind), because()])
        }
        ObservationPick::Withdraw => DialogueForm::new(Purpose::Withdraw(question), vec![because()]),
        ObservationPick::AcceptNa => DialogueForm::new(Purpose::NotApplicable(question, true), vec![because()]),
        ObservationPick::RefuseNa => DialogueForm::new(Purpose::NotApplicable(question, false), vec![because()]),
        ObservationPick::Note => {
            let now = story.assessment.subject.review.and_then(|review| review.observation(question)?.note.clone());
            let note = Field::new(Slot::Comment, lang.note_ask(), FieldKind::Words).with_help(lang.note_help());
            let note = match now {
                Some(now) => note.or(FieldEntry::Given(Given::Words(now))),
                None => note,
            };
            DialogueForm::new(Purpose::Note(question), vec![note])
        }
        ObservationPick::Restore | ObservationPick::NoNote => return None,
    })
}

fn verification(today: Date, question: QuestionId, story: &Story<'_, '_>) -> DialogueForm<Purpose> {
    let lang = story.lang;
    let papers = &story.assessment.papers;
    // what our review refuses nobody of ours has seen to be so; of the others we may have seen what did not come
    let listed = items(story, question).filter(|(at, _)| papers.alone(*at).state != EvidenceState::Refused);
    let choice = |(at, item): (EvidenceId, &Evidence)| {
        let state = papers.for_question(&story.assessment.subject, question, at).state;
        let title = lang.quoted(within_quotes(&item.title).cut(80));
        let label =
            if state.is_current() { title } else { Clean::joined([title, state_of(item, state, lang)], " · ") };
        MenuChoice::new(Pick::Document(DocumentPick::Listed(at)), &item.title, label)
    };
    let documents = FieldKind::OneOrWords(listed.map(choice).collect());
    let seen = Field::new(Slot::Seen, lang.seen_ask(), documents).with_help(lang.because_help());
    let [when, until] = seen_days(today, story);
    DialogueForm::new(Purpose::Verify(question), vec![seen, when, until])
}

/// When something was seen, and until when that holds.
pub(super) fn seen_days(today: Date, story: &Story<'_, '_>) -> [Field; 2] {
    let (lang, help) = (story.lang, || story.lang.because_help());
    let [past, to_come] = [Days::Past(today), Days::ToCome(today)].map(FieldKind::Date);
    [
        Field::new(Slot::Done, lang.seen_when(), past).with_help(help()).or(FieldEntry::Day(today)),
        Field::new(Slot::Until, lang.seen_until(), to_come).with_help(help()),
    ]
}

/// Whether something that can be seen is given: a number of no choice is a slip, not a title.
pub(super) fn fits_seen(form: &DialogueForm<Purpose>, given: &Given, story: &Story<'_, '_>) -> Result<(), Clean> {
    let is_choice = form.field().is_some_and(|field| picked(given, field.prompt_kind().choices()).is_some());
    let is_title = is_choice || given.words().chars().any(char::is_alphabetic);
    if is_title { Ok(()) } else { Err(story.lang.not_on_the_list(clean::shortened(given.words(), 40))) }
}

/// Whether an answer is given that can hold instead of the vendor's.
pub(super) fn fits_overruling(question: QuestionId, given: &Given, story: &Story<'_, '_>) -> Result<(), Clean> {
    match vendor_side::understood(given, question, story) {
        Ok(Answer::NotApplicable) => Err(story.lang.na_is_not_ours()),
        Ok(answer) if answer == *story.assessment.subject.answers.answer(question) => Err(story.lang.is_their_answer()),
        Ok(_) => Ok(()),
        Err(problems) => Err(Clean::joined(problems, "; ")),
    }
}

/// The documents that an answer cites, with their ids.
fn items<'a>(story: &Story<'_, 'a>, question: QuestionId) -> impl Iterator<Item = (EvidenceId, &'a Evidence)> {
    let answers = story.assessment.subject.answers;
    let cited = answers.answers[question].iter().flat_map(|given| &given.evidence);
    cited.map(|at| (*at, &answers.evidence[*at]))
}

/// The document that was chosen as what was seen.
fn document<'a>(form: &DialogueForm<Purpose>, story: &Story<'_, 'a>) -> Option<(EvidenceId, &'a Evidence)> {
    match form.pick(Slot::Seen)? {
        Pick::Document(DocumentPick::Listed(at)) => Some((at, story.assessment.subject.answers.evidence.get(at)?)),
        _ => None,
    }
}

/// Suggests until when what was seen holds: to the last day that the document itself names, else for a year from the
/// day on which it was seen; today at the least.
pub(super) fn suggest(form: &mut DialogueForm<Purpose>, today: Date, story: &Story<'_, '_>) {
    let item = match form.purpose {
        _ if !form.is_at(Slot::Until) => return,
        Purpose::Verify(_) => document(form, story).map(|(_, item)| item),
        Purpose::Prove(at) => story.assessment.subject.answers.evidence.get(at),
        _ => return,
    };
    let months = story.assessment.subject.policy.evidence_months;
    let own = item.and_then(|item| item.current_until(story.questionnaire(), months)).filter(|until| *until > today);
    let in_a_year = || form.date(Slot::Done).unwrap_or(today).plus_months(MONTHS).max(today);
    let until = own.unwrap_or_else(in_a_year);
    form.suggest(FieldEntry::Day(until));
}

/// What is asked of an accepted exception.
pub(super) fn waiver(flag: FlagRef, today: Date, story: &Story<'_, '_>) -> DialogueForm<Purpose> {
    let lang = story.lang;
    let help = || lang.waive_help();
    let to_come = FieldKind::Date(Days::ToCome(today));
    let in_three_months = FieldEntry::Day(today.plus_months(3));
    let fields = vec![
        Field::new(Slot::By, lang.waive_by(), FieldKind::Words).with_help(help()),
        Field::new(Slot::Until, lang.waive_until(), to_come).with_help(help()).or(in_three_months),
        Field::new(Slot::Because, lang.because_ask(), FieldKind::Words).with_help(help()),
    ];
    DialogueForm::new(Purpose::Waive(flag), fields)
}

/// What is asked of a duty that was seen to.
pub(super) fn duty(duty: Duty, today: Date, story: &Story<'_, '_>) -> DialogueForm<Purpose> {
    let lang = story.lang;
    let done = story.assessment.subject.review.and_then(|review| review.duty(duty));
    let place = Field::new(Slot::Location, lang.duty_place(), FieldKind::Words).with_help(lang.duties_help());
    let fields = vec![
        Field::new(Slot::Done, lang.duty_when(), FieldKind::Date(Days::Past(today)))
            .with_help(lang.duties_help())
            .or(FieldEntry::Day(done.map_or(today, |done| done.done))),
        match done {
            Some(done) => place.or(FieldEntry::Given(Given::Words(done.place.clone()))),
            None => place,
        },
    ];
    DialogueForm::new(Purpose::Duty(duty), fields)
}

/// What follows from a form that is filled in.
pub(super) fn filled(state: &mut State, form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> Reply {
    state.after = After::Forward;
    let vendors = |question: QuestionId| story.assessment.subject.answers.answer(question).clone();
    let words = |slot: Slot| form.words(slot).to_owned();
    let edit = match &form.purpose {
        Purpose::Verify(question) => return verified(state, *question, form, story),
        Purpose::VerifyAlso(questions, evidence) if form.pick(Slot::ProvesOthers) == Some(Pick::ProvesOthers(true)) => {
            let edits = questions.iter().map(|question| seen(*question, evidence, story));
            return Reply { review: edits.collect(), ..Reply::default() };
        }
        Purpose::Overrule(question) => {
            let answer = form.given(Slot::Answer).map(|given| vendor_side::understood(given, *question, story));
            let Some(Ok(answer)) = answer else { return Reply::default() };
            ReviewEdit::Overruled {
                question: *question,
                saw: vendors(*question),
                answer,
                because: words(Slot::Because),
            }
        }
        Purpose::Withdraw(question) => {
            let saw = vendors(*question);
            ReviewEdit::Overruled { question: *question, saw, answer: Answer::Unknown, because: words(Slot::Because) }
        }
        Purpose::NotApplicable(question, accepted) => {
            ReviewEdit::NotApplicable { question: *question, accepted: *accepted, because: words(Slot::Because) }
        }
        Purpose::Note(question) => {
            state.after = After::Stay; // it says nothing of the answer
            ReviewEdit::Note(*question, Some(words(Slot::Comment)))
        }
        Purpose::Waive(flag) => {
            let Some(until) = form.date(Slot::Until) else { return Reply::default() };
            let flag = story.questionnaire().flag_name(*flag).into();
            ReviewEdit::Waiver { flag, by: words(Slot::By), until, because: words(Slot::Because) }
        }
        Purpose::Duty(duty) => {
            state.after = After::Stay; // there may be others
            let Some(done) = form.date(Slot::Done) else { return Reply::default() };
            ReviewEdit::Duty { duty: *duty, done, place: words(Slot::Location) }
        }
        _ => return Reply::default(),
    };
    Reply { review: vec![edit], ..Reply::default() }
}

/// Writes down what was seen; then, where other answers cite the same document, asks about those.
fn verified(state: &mut State, question: QuestionId, form: &DialogueForm<Purpose>, story: &Story<'_, '_>) -> Reply {
    let lang = story.lang;
    let cited = document(form, story);
    let title = cited.map_or_else(|| form.words(Slot::Seen).to_owned(), |(_, item)| item.title.clone());
    let evidence = NewEvidence {
        title,
        issued: form.date(Slot::Done),
        valid_until: form.date(Slot::Until),
        ..NewEvidence::default()
    };
    let review = vec![seen(question, &evidence, story)];
    let others = cited.map_or_else(Vec::new, |(document, _)| also_citing(story, question, document));
    if !others.is_empty() {
        let questions = &story.questionnaire().questions;
        let ids: Vec<&Clean> = others.iter().map(|at| &questions[*at].id).collect();
        let [yes, no] = [true, false].map(Pick::ProvesOthers);
        let choices =
            FieldKind::One(vec![MenuChoice::new(yes, "yes", lang.yes()), MenuChoice::new(no, "no", lang.no())]);
        let ask = lang.seen_also(Clean::joined(ids, ", "));
        let field = Field::new(Slot::ProvesOthers, ask, choices).or(FieldEntry::Given(Given::Chosen(no)));
        state.after = After::Stay;
        state.phase = Phase::Form(DialogueForm::new(Purpose::VerifyAlso(others, evidence), vec![field]));
    }
    Reply { review, ..Reply::default() }
}

pub(super) fn seen(question: QuestionId, evidence: &NewEvidence, story: &Story<'_, '_>) -> ReviewEdit {
    let saw = story.assessment.subject.answers.answer(question).clone();
    ReviewEdit::Verified { question, saw, evidence: evidence.clone() }
}

/// Other answers that cite a document and that we have not verified.
fn also_citing(story: &Story<'_, '_>, question: QuestionId, document: EvidenceId) -> Vec<QuestionId> {
    let assessment = story.assessment;
    let cites = |at: &QuestionId| {
        let given = assessment.subject.answers.answers[*at].as_ref();
        let has_value = matches!(assessment.subject.answers.answer(*at), Answer::Given(_));
        has_value && given.is_some_and(|given| given.evidence.contains(&document))
    };
    let verified = |at: &QuestionId| assessment.questions[*at].rests_on(Assurance::Verified);
    assessment.questions.ids().filter(|at| *at != question && cites(at) && !verified(at)).collect()
}
