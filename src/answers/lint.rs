//! Doubtful but legal: warnings about answers that need no date.

use super::answer::{Answer, Value};
use super::evidence::{Evidence, is_reachable};
use super::model::Answers;
use crate::questionnaire::{Form, Questionnaire};
use crate::source::{Diagnostics, Place};
use crate::words::clean::one_line;
use crate::words::problem::{Problem, Severity, answers as problem};

/// The option that means "partly" in the scales of `duly`.
const PARTIAL: &str = "partial";

/// Notes every warning. A document that our review has received is here, whatever the vendor says of its place.
pub fn lint(
    answers: &Answers,
    questionnaire: &Questionnaire,
    is_received: impl Fn(&Evidence) -> bool,
    notes: &mut Diagnostics,
) {
    documents(answers, is_received, notes);
    partly(answers, questionnaire, notes);
}

fn documents(answers: &Answers, is_received: impl Fn(&Evidence) -> bool, notes: &mut Diagnostics) {
    let mut cited = answers.evidence.map(|_, _| false);
    answers.answers.iter().flatten().flat_map(|answer| &answer.evidence).for_each(|at| cited[*at] = true);
    for (item, cited) in answers.evidence.iter().zip(cited) {
        let place = answers.place(item.span);
        if let Some(id) = item.id.as_ref().filter(|_| !cited) {
            warn(notes, &place, || problem::uncited_document(one_line(id)));
        }
        if item.issued.is_none() {
            warn(notes, &place, || problem::undated_evidence(one_line(&item.title)));
        }
        match &item.location {
            _ if is_received(item) => {}
            None => warn(notes, &place, || problem::evidence_without_location(one_line(&item.title))),
            Some(path) if !is_reachable(path) => {
                warn(notes, &place, || problem::location_outside_folder(one_line(&item.title), one_line(path)));
            }
            Some(_) => {}
        }
        if item.issued.zip(item.valid_until).is_some_and(|(issued, until)| until < issued) {
            notes.note_at(&place, problem::evidence_dates_reversed(one_line(&item.title)));
        }
    }
}

/// Notes a warning, or counts it where there are too many to be put into words.
fn warn(notes: &mut Diagnostics, place: &Place, problem: impl FnOnce() -> Problem) {
    if !notes.count_if_full(Severity::Warning) {
        notes.note_at(place, problem());
    }
}

fn partly(answers: &Answers, questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    for (at, question) in questionnaire.questions.with_ids() {
        let (Form::ChooseOne(choices), Answer::Given(Value::Options(chosen))) = (&question.form, answers.answer(at))
        else {
            continue;
        };
        let partly = chosen.iter().any(|option| choices[*option].id == PARTIAL);
        if let Some(answer) = answers.answers[at].as_ref().filter(|_| partly && answers.comment(at).is_none()) {
            notes.note_at(&answers.place(answer.span), problem::partial_without_comment(&question.id));
        }
    }
}
