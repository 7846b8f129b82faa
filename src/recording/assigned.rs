//! Answers from a command line: `access.mfa=all access.mfa.comment=…`, all or none.

use super::pick::Given;
use super::vendor_side;
use crate::answers::Answer;
use crate::answers::write::AnswersEdit;
use crate::questionnaire::ids::QuestionId;
use crate::report::story::Story;
use crate::source::nearest::nearest;
use crate::words::clean::{self, Clean, Trusted};
use crate::words::reason::gives_reason;

/// What is assigned.
enum Part {
    Answer,
    Comment,
    Evidence,
}

/// What to write for assignments.
///
/// # Errors
/// What is wrong with each of those that cannot be written, in the reader's language.
pub fn edits(assignments: &[String], story: &Story<'_, '_>) -> Result<Vec<AnswersEdit>, Vec<Clean>> {
    let mut edits = Vec::new();
    let mut problems = Vec::new();
    for assignment in assignments {
        match edit(assignment, story) {
            Ok(found) => edits.extend(found.into_iter().filter(|edit| is_new(edit, &edits)).collect::<Vec<_>>()),
            Err(found) => problems.extend(found.into_iter().map(|text| shown(assignment).and(": ").and(text))),
        }
    }
    problems.extend(repeated(&edits, story));
    problems.extend(without_reason(&edits, story));
    if problems.is_empty() { Ok(edits) } else { Err(problems) }
}

/// Whether it says something more: a document that is to be cited twice is cited once.
fn is_new(edit: &AnswersEdit, others: &[AnswersEdit]) -> bool {
    !matches!(edit, AnswersEdit::Cite(..)) || !others.contains(edit)
}

fn shown(assignment: &str) -> Clean {
    clean::shortened(assignment, 60)
}

fn edit(assignment: &str, story: &Story<'_, '_>) -> Result<Vec<AnswersEdit>, Vec<Clean>> {
    let lang = story.lang;
    let Some((name, value)) = assignment.split_once('=') else {
        return Err(vec![lang.not_an_assignment(shown(assignment))]);
    };
    let (question, part) = named(name.trim(), story)?;
    let value = value.trim();
    match part {
        Part::Answer => {
            let answer = vendor_side::understood(&Given::Words(value.to_owned()), question, story)?;
            Ok(vec![AnswersEdit::Answer(question, answer)])
        }
        Part::Comment if clean::has_hidden(value) => Err(vec![lang.hidden_letters()]),
        Part::Comment => Ok(vec![AnswersEdit::Comment(question, value.to_owned())]),
        Part::Evidence => {
            let mut ids: Vec<&str> = value.split(',').map(str::trim).filter(|id| !id.is_empty()).collect();
            let mut seen = std::collections::BTreeSet::new();
            ids.retain(|id| seen.insert(*id));
            ids.into_iter().map(|id| cite(question, id, story)).filter_map(Result::transpose).collect()
        }
    }
}

/// A document that an answer is to cite; nothing where it does already.
fn cite(question: QuestionId, id: &str, story: &Story<'_, '_>) -> Result<Option<AnswersEdit>, Vec<Clean>> {
    let answers = story.assessment.subject.answers;
    let Some(at) = answers.evidence.find(|item| item.id.as_deref() == Some(id)) else {
        return Err(vec![story.lang.no_such_document(clean::shortened(id, 60))]);
    };
    let cited = answers.answers[question].as_ref().is_some_and(|given| given.evidence.contains(&at));
    Ok((!cited).then(|| AnswersEdit::Cite(question, id.to_owned())))
}

/// The question that a name means, and what of it.
fn named(name: &str, story: &Story<'_, '_>) -> Result<(QuestionId, Part), Vec<Clean>> {
    let questionnaire = story.questionnaire();
    if let Some(question) = questionnaire.find(name) {
        return Ok((question, Part::Answer));
    }
    let part = name.rsplit_once('.').and_then(|(id, part)| Some((questionnaire.find(id)?, part)));
    match part {
        Some((question, "comment")) => Ok((question, Part::Comment)),
        Some((question, "evidence")) => Ok((question, Part::Evidence)),
        _ => {
            // what is asked of a question is no part of its id
            let parts = [".comment", ".evidence"];
            let name = parts.iter().find_map(|part| name.strip_suffix(part)).unwrap_or(name);
            let close = nearest(name, questionnaire.questions.iter().map(|question| question.id.as_str()));
            let near = close.map(|near| story.lang.did_you_mean(clean::one_line(near))).unwrap_or_default();
            Err(vec![story.lang.not_a_question(clean::shortened(name, 60), near)])
        }
    }
}

fn id<'a>(question: QuestionId, story: &Story<'_, 'a>) -> &'a Clean {
    &story.questionnaire().questions[question].id
}

/// Answers that are given twice: nobody could tell which one holds.
fn repeated(edits: &[AnswersEdit], story: &Story<'_, '_>) -> Vec<Clean> {
    let mut parts: Vec<(u8, QuestionId)> = edits.iter().filter_map(part).collect();
    parts.sort_unstable();
    let twice = parts.windows(2).filter(|two| two[0] == two[1]);
    twice.map(|two| story.lang.assigned_twice(id(two[0].1, story))).collect()
}

/// Which part of which question an answer or a comment is.
fn part(edit: &AnswersEdit) -> Option<(u8, QuestionId)> {
    match edit {
        AnswersEdit::Answer(at, _) => Some((0, *at)),
        AnswersEdit::Comment(at, _) => Some((1, *at)),
        _ => None,
    }
}

/// "Not applicable" without a reason, by what is here and, where this says nothing, by the file.
fn without_reason(edits: &[AnswersEdit], story: &Story<'_, '_>) -> Vec<Clean> {
    let answers = story.assessment.subject.answers;
    let answer = |question: QuestionId| {
        let here = edits.iter().find_map(|edit| match edit {
            AnswersEdit::Answer(at, answer) if *at == question => Some(answer),
            _ => None,
        });
        here.unwrap_or(answers.answer(question))
    };
    let has_reason = |question: QuestionId| {
        let here = edits.iter().find_map(|edit| match edit {
            AnswersEdit::Comment(at, text) if *at == question => Some(gives_reason(text)),
            _ => None,
        });
        here.unwrap_or(answers.reason(question).is_some())
    };
    let mut touched: Vec<QuestionId> = edits.iter().filter_map(part).map(|(_, question)| question).collect();
    touched.sort_unstable();
    touched.dedup();
    let missing = touched.into_iter().filter(|at| *answer(*at) == Answer::NotApplicable && !has_reason(*at));
    missing.map(|at| story.lang.na_needs_reason(id(at, story))).collect()
}
