//! Warnings that need the whole judgement: what the vendor or we should look at, though nothing stops.

use super::in_force::{InForce, is_yet_to_come};
use super::judged::Judged;
use super::model::Assessment;
use super::proof::saw_this_answer;
use super::scope::{Scope, Status};
use crate::answers::Answer;
use crate::questionnaire::model::NotApplicable;
use crate::review::Review;
use crate::review::read::flag_name;
use crate::review::{Finding, NaVerdict};
use crate::source::Diagnostics;
use crate::words::complaint::{answers as complaint, review as review_complaint};

/// Notes every warning.
pub fn advise(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    dates(assessment, notes);
    answers(assessment, notes);
    if let Some(review) = assessment.subject.review {
        findings(assessment, review, notes);
        waivers(assessment, review, notes);
    }
}

fn dates(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    let (file, as_of) = (subject.answers, subject.as_of);
    if let Some(answered) = file.answered.filter(|answered| *answered > as_of) {
        notes.note_at(&file.place(file.answered_span), complaint::answered_in_future(answered, as_of));
    }
    for item in &file.items {
        if let Some(until) = item.valid_until.filter(|until| *until > as_of.plus_months(60)) {
            notes.note_at(&file.place(item.span), complaint::evidence_valid_for_long(&item.title, until));
        }
        if let Some(issued) = item.issued.filter(|issued| *issued > as_of) {
            let problem = complaint::evidence_from_the_future(&item.title, issued, as_of);
            notes.note_at(&file.place(item.span), problem);
        }
    }
}

fn answers(assessment: &Assessment<'_>, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    let in_force: Vec<InForce<'_>> = assessment.questions.iter().map(|judged| judged.in_force).collect();
    let scope = Scope::decide(subject, &in_force);
    for (at, judged) in assessment.questions.iter().enumerate() {
        let Some(given) = subject.answers.answers[at].as_ref().filter(|given| given.answer != Answer::Unknown) else {
            continue;
        };
        let id = &subject.questionnaire.questions[at].id;
        let mut note = |problem| notes.note_at(&subject.answers.place(given.span), problem);
        match judged.status {
            Status::OutOfScope => note(complaint::answer_out_of_scope(id)),
            Status::ScopeUnknown => note(gate_unanswered(assessment, &scope, at)),
            _ => {}
        }
        if let Answer::Given(value) = &given.answer
            && is_yet_to_come(subject, at, value)
        {
            note(complaint::date_in_future(id, written_date(value), subject.as_of));
        }
        if judged.in_force == InForce::NaPending {
            not_applicable(assessment, at, judged).into_iter().for_each(note);
        }
    }
}

fn gate_unanswered(assessment: &Assessment<'_>, scope: &Scope<'_, '_>, at: usize) -> crate::words::complaint::Problem {
    let questions = &assessment.subject.questionnaire.questions;
    let mut gates: Vec<&str> = scope.gates(at).into_iter().map(|gate| questions[gate].id.as_str()).collect();
    if gates.is_empty() {
        gates.push("inherent_risk"); // only what is at stake can still decide it
    }
    complaint::gate_unanswered(&questions[at].id, gates.join(", "))
}

fn written_date(value: &crate::answers::Value) -> String {
    match value {
        crate::answers::Value::Date(date) => date.to_string(),
        _ => String::new(),
    }
}

fn not_applicable(
    assessment: &Assessment<'_>,
    at: usize,
    judged: &Judged<'_>,
) -> Option<crate::words::complaint::Problem> {
    let subject = &assessment.subject;
    let question = &subject.questionnaire.questions[at];
    match question.not_applicable {
        _ if judged.status == Status::OutOfScope => None,
        NotApplicable::Forbidden => Some(complaint::na_not_possible(&question.id)),
        _ if subject.answers.comment(at).is_none() => Some(complaint::na_without_reason(&question.id)),
        _ => None,
    }
}

fn findings(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    let subject = &assessment.subject;
    if review.reviewed > subject.as_of {
        notes.note_file(&review.source, review_complaint::reviewed_in_future(review.reviewed, subject.as_of));
    }
    let mut blind = false;
    for (at, finding) in review.answers.iter().enumerate() {
        let Some(finding) = finding else { continue };
        let id = &subject.questionnaire.questions[at].id;
        let place = review.place(finding.span);
        if !finding.verified.is_empty() && !saw_this_answer(subject, at, finding) {
            notes.note_at(&place, review_complaint::verified_other_answer(id));
        }
        blind |= !finding.verified.is_empty() && finding.saw.is_none();
        if finding.not_applicable == Some(NaVerdict::Accepted) && !is_acceptable(assessment, at, finding) {
            notes.note_at(&place, review_complaint::accepted_without_effect(id));
        }
        for item in &finding.verified {
            if let Some(issued) = item.issued.filter(|issued| *issued > subject.as_of) {
                let problem = complaint::evidence_from_the_future(&item.title, issued, subject.as_of);
                notes.note_at(&review.place(item.span), problem);
            }
        }
    }
    if let Some(answered) = subject.answers.answered.filter(|answered| blind && review.reviewed < *answered) {
        notes.note_file(&review.source, review_complaint::review_older_than_answers(review.reviewed, answered));
    }
}

fn is_acceptable(assessment: &Assessment<'_>, at: usize, finding: &Finding) -> bool {
    let subject = &assessment.subject;
    let allowed = subject.questionnaire.questions[at].not_applicable != NotApplicable::Forbidden;
    allowed && finding.overruled.is_none() && *subject.answers.answer(at) == Answer::NotApplicable
}

fn waivers(assessment: &Assessment<'_>, review: &Review, notes: &mut Diagnostics) {
    for waiver in review.waivers.iter().filter(|waiver| waiver.until < assessment.subject.as_of) {
        let name = flag_name(waiver.flag, assessment.subject.questionnaire);
        notes.note_at(&review.place(waiver.span), review_complaint::waiver_lapsed(name, waiver.until));
    }
}
