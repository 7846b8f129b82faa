//! Warnings that need the whole judgement: what the vendor or we should look at, though nothing stops.

use std::cell::LazyCell;

use super::assurance::saw_this_answer;
use super::decision::{DecisionStanding, decision, met_before, overdue};
use super::effective::{EffectiveAnswer, NaPending, is_yet_to_come, overruling};
use super::insight::against_approval;
use super::model::Assessment;
use super::paper_advice;
use super::scope::{Scope, Status};
use super::worth::overrules_upwards;
use crate::answers::Answer;
use crate::questionnaire::ids::QuestionId;
use crate::questionnaire::model::NotApplicable;
use crate::review::Review;
use crate::review::{NaVerdict, Observation};
use crate::source::Diagnostics;
use crate::words::clean::{Clean, Trusted, shortened};
use crate::words::problem::{Problem, answers as problem, review as review_problem};
use crate::words::quotation::within_quotes;
use crate::words::reason::is_one_letter;

/// The longest condition that is repeated whole.
const LONGEST_CONDITION: usize = 80;

/// Notes every warning.
pub fn advise(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    dates(assessment, notes);
    paper_advice::papers(assessment, notes);
    answers(assessment, notes);
    if let Some(review) = assessment.subject.review {
        observations(assessment, review, notes);
        paper_advice::received(assessment, review, notes);
        waivers(assessment, review, notes);
        decided(assessment, review, notes);
    }
}

fn dates(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    let (file, as_of) = (subject.answers, subject.as_of);
    for item in &file.evidence {
        if let Some(until) = item.valid_until.filter(|until| *until > as_of.plus_months(60)) {
            let warning = || problem::evidence_valid_for_long(within_quotes(&item.title), until);
            notes.warn(&file.source, item.span, warning);
        }
        if let Some(issued) = item.issued.filter(|issued| *issued > as_of) {
            let warning = || problem::evidence_from_the_future(within_quotes(&item.title), issued, as_of);
            notes.warn(&file.source, item.span, warning);
        }
    }
}

fn answers(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    let effective = LazyCell::new(|| assessment.questions.map(|_, judged| judged.effective));
    let scope = LazyCell::new(|| Scope::decide(subject, &effective));
    for (at, judged) in assessment.questions.with_ids() {
        let Some(given) = subject.answers.answers[at].as_ref().filter(|given| given.answer != Answer::Unknown) else {
            continue;
        };
        let id = &subject.questionnaire.questions[at].id;
        let mut warn = |say: &dyn Fn() -> Problem| notes.warn(&subject.answers.source, given.span, say);
        match judged.status {
            Status::NotAsked => {
                warn(&|| problem::answer_not_asked(id));
                continue;
            }
            Status::OutOfScope => warn(&|| problem::answer_out_of_scope(id)),
            Status::ScopeUnknown => warn(&|| gate_unanswered(assessment, &scope, at)),
            _ => {}
        }
        if let Answer::Given(value) = &given.answer
            && is_yet_to_come(subject, at, value)
        {
            warn(&|| problem::date_in_future(id, written_date(value), subject.as_of));
        }
        match judged.effective {
            _ if judged.status == Status::OutOfScope => {}
            EffectiveAnswer::NaPending(NaPending::Forbidden) => warn(&|| problem::na_not_possible(id)),
            EffectiveAnswer::NaPending(NaPending::NoReason) => warn(&|| problem::na_without_reason(id)),
            EffectiveAnswer::Na | EffectiveAnswer::NaPending(NaPending::AwaitsApproval)
                if subject.answers.reason(at).is_some_and(is_one_letter) =>
            {
                warn(&|| problem::na_reason_of_one_letter(id));
            }
            _ => {} // what we refused, and what waits for us, the vendor cannot mend in its file
        }
    }
}

fn gate_unanswered(assessment: &Assessment<'_>, scope: &Scope<'_, '_>, at: QuestionId) -> Problem {
    let questions = &assessment.subject.questionnaire.questions;
    let gates = scope.gates(at);
    let gates = match gates.is_empty() {
        true => "inherent_risk".clean(), // only what is at stake can still decide it
        false => Clean::joined(gates.into_iter().map(|gate| &questions[gate].id), ", "),
    };
    problem::gate_unanswered(&questions[at].id, gates)
}

fn written_date(value: &crate::answers::Value) -> Clean {
    match value {
        crate::answers::Value::Date(date) => date.clean(),
        _ => Clean::default(),
    }
}

fn observations(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    for (at, observation) in review.answers.with_ids() {
        let Some(observation) = observation else { continue };
        let id = &subject.questionnaire.questions[at].id;
        let mut warn = |say: &dyn Fn() -> Problem| notes.warn(&review.source, observation.span, say);
        let rests_on_answer = !observation.verified.is_empty() || observation.overruled.is_some();
        if rests_on_answer && !saw_this_answer(subject, at, observation) {
            warn(&|| review_problem::verified_other_answer(id));
        }
        if observation.overruled.is_some() && overruling(subject, at).is_none() {
            warn(&|| review_problem::overruled_nothing(id));
        }
        if observation.saw.is_none() && overrules_upwards(subject, at) {
            warn(&|| review_problem::overruled_upwards(id));
        }
        if observation.not_applicable == Some(NaVerdict::Accepted) && !is_acceptable(assessment, at, observation) {
            warn(&|| review_problem::accepted_without_effect(id));
        }
        for item in &observation.verified {
            let mut warn = |say: &dyn Fn() -> Problem| notes.warn(&review.source, item.span, say);
            match item.issued {
                Some(issued) if issued > subject.as_of => {
                    warn(&|| problem::evidence_from_the_future(within_quotes(&item.title), issued, subject.as_of));
                }
                None if item.valid_until.is_none() => {
                    warn(&|| review_problem::verified_undated(id, review.reviewed));
                }
                _ => {}
            }
        }
    }
}

fn is_acceptable(assessment: &Assessment<'_>, at: QuestionId, observation: &Observation) -> bool {
    let subject = &assessment.subject;
    let allowed = subject.questionnaire.questions[at].not_applicable != NotApplicable::Forbidden;
    allowed && observation.overruled.is_none() && *subject.answers.answer(at) == Answer::NotApplicable
}

fn decided(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    let Some((decision, standing)) = decision(subject) else { return };
    for (condition, due) in overdue(decision, subject.as_of) {
        let what = || shortened(&condition.what, LONGEST_CONDITION);
        notes.warn(&review.source, condition.span, || review_problem::condition_overdue(what(), due));
    }
    for (condition, met) in met_before(decision) {
        let what = || shortened(&condition.what, LONGEST_CONDITION);
        notes.warn(&review.source, condition.span, || review_problem::condition_met_before(what(), met, decision.on));
    }
    let (is_too_early, flags) = against_approval(assessment);
    if is_too_early {
        notes.warn(&review.source, decision.span, || review_problem::decided_too_early(decision.on));
    }
    for flag in flags {
        let name = || subject.questionnaire.flag_name(flag.flag);
        notes.warn(&review.source, decision.span, || review_problem::decided_despite_flag(decision.on, name()));
    }
    let warning = match standing {
        DecisionStanding::OnThese => return,
        DecisionStanding::Unbound => review_problem::decision_unbound(decision.on),
        DecisionStanding::OnOthers => review_problem::decision_on_others(decision.on),
        DecisionStanding::Older => {
            review_problem::decision_older(decision.on, subject.answers.answered.unwrap_or(decision.on))
        }
    };
    notes.warn(&review.source, decision.span, || warning);
}

fn waivers(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    for waiver in review.waivers.iter().filter(|waiver| waiver.until < assessment.subject.as_of) {
        let name = || assessment.subject.questionnaire.flag_name(waiver.flag);
        notes.warn(&review.source, waiver.span, || review_problem::waiver_lapsed(name(), waiver.until));
    }
}
