//! Doubtful but legal: warnings about answers that need no date.

use super::answer::{Answer, Value};
use super::chain_at_odds::{Odds, chain_at_odds};
use super::evidence::{Evidence, is_reachable};
use super::model::Answers;
use super::personal_number::holds_one;
use crate::questionnaire::{Form, Questionnaire};
use crate::source::{Diagnostics, Span};
use crate::words::Lang;
use crate::words::clean::one_line;
use crate::words::problem::{Problem, answers as problem, chains};
use crate::words::quotation::{is_name_alone, within_code, within_quotes};

/// The option that means "partly" in the scales of `duly`.
const PARTIAL: &str = "partial";

/// Notes every warning. A document that our review has received is here, whatever the vendor says of its place.
pub fn lint(
    answers: &Answers,
    questionnaire: &Questionnaire,
    is_received: impl Fn(&Evidence) -> bool,
    notes: &mut Diagnostics,
) {
    if !is_name_alone(&answers.vendor) {
        notes.note_file(&answers.source, chains::name_reads_on(within_quotes(&answers.vendor)));
    }
    if answers.is_undated() {
        notes.note_file(&answers.source, problem::answers_undated());
    }
    if let Some(newest) = questionnaire.newest() {
        notes.note_file(&answers.source, problem::older_questionnaire(newest));
    }
    for told in chain_at_odds(answers, questionnaire) {
        let span = answers.answers[told.question].as_ref().map_or_else(Span::default, |given| given.span);
        let id = &questionnaire.questions[told.question].id;
        notes.warn(&answers.source, span, || match told.odds {
            Odds::Denied => chains::chain_denied(id, told.companies.len()),
            Odds::Outside => chains::chain_outside(id, told.companies.len()),
        });
    }
    documents(answers, is_received, notes);
    people(answers, questionnaire, notes);
    partly(answers, questionnaire, notes);
}

/// Numbers of people in what the vendor wrote: nobody needs them to judge it, and every report would pass them on.
fn people(answers: &Answers, questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    for (at, given) in answers.answers.with_ids() {
        let Some(given) = given else { continue };
        let answered = match &given.answer {
            Answer::Given(Value::Text(text)) => Some(text),
            _ => None,
        };
        if given.comment.iter().chain(answered).any(|words| holds_one(words)) {
            notes.warn(&answers.source, given.span, || problem::personal_number(&questionnaire.questions[at].id));
        }
    }
}

fn documents(answers: &Answers, is_received: impl Fn(&Evidence) -> bool, notes: &mut Diagnostics) {
    let mut cited = answers.evidence.map(|_, _| false);
    answers.answers.iter().flatten().flat_map(|answer| &answer.evidence).for_each(|at| cited[*at] = true);
    for (item, cited) in answers.evidence.iter().zip(cited) {
        let mut warn = |say: &dyn Fn() -> Problem| notes.warn(&answers.source, item.span, say);
        if let Some(id) = item.id.as_ref().filter(|_| !cited) {
            warn(&|| problem::uncited_document(one_line(id)));
        }
        if item.issued.is_none() {
            warn(&|| problem::undated_evidence(within_quotes(&item.title)));
        }
        match &item.location {
            _ if is_received(item) => {}
            None => warn(&|| problem::evidence_without_location(within_quotes(&item.title))),
            Some(path) if !is_reachable(path) => {
                warn(&|| problem::location_outside_folder(within_quotes(&item.title), within_code(path)));
            }
            Some(_) => {}
        }
        if item.issued.zip(item.valid_until).is_some_and(|(issued, until)| until < issued) {
            let reversed = problem::evidence_dates_reversed(within_quotes(&item.title));
            notes.note(&answers.source, item.span, reversed); // an error
        }
    }
}

fn partly(answers: &Answers, questionnaire: &Questionnaire, notes: &mut Diagnostics) {
    for (at, question) in questionnaire.questions.with_ids() {
        let (Form::ChooseOne(choices), Answer::Given(Value::Options(chosen))) = (&question.form, answers.answer(at))
        else {
            continue;
        };
        let partly = chosen.iter().map(|option| &choices[*option]).find(|choice| choice.id == PARTIAL);
        let Some((given, partly)) = answers.answers[at].as_ref().zip(partly) else { continue };
        if answers.comment(at).is_none() {
            notes.warn(&answers.source, given.span, || {
                let [english, swedish] = Lang::ALL.map(|lang| partly.label.said(questionnaire.language(lang)));
                problem::partial_without_comment(&question.id, english, swedish)
            });
        }
    }
}
