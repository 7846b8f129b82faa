//! Scores: of the whole, of groups, categories and questions, with the texts of each.

use std::collections::BTreeMap;

use num_bigint::BigInt;
use serde::Serialize;

use crate::answers::Answer;
use crate::assessment::effective::EffectiveAnswer;
use crate::assessment::{Assessment, Score, Subject};
use crate::policy::Assurance;
use crate::report::naming::condition;
use crate::report::register::Entry;
use crate::report::story::Story;
use crate::source::fields::Word;
use crate::words::number::{Rounding, exact, fixed, tenths};

#[derive(Serialize)]
struct ScoreDocument {
    assured: String,
    evidence_gap: String,
    control_gap: String,
    unknown: String,
    claimed: String,
    assured_best: String,
    potential: String,
    display: Display,
}

#[derive(Serialize)]
struct Display {
    assured: String,
    claimed: String,
    assured_best: String,
    potential: String,
}

#[derive(Serialize)]
pub(super) struct Overall {
    #[serde(flatten)]
    score: ScoreDocument,
    assured_by: AssuredBy,
}

#[derive(Serialize)]
struct AssuredBy {
    verified: String,
    documented: String,
    expired: String,
    claimed: String,
}

#[derive(Serialize)]
pub(super) struct Category<'a> {
    id: &'a str,
    title: String,
    about: Option<String>,
    weight: Option<u32>,
    minimum: Option<u8>,
    share: Option<String>,
    score: Option<ScoreDocument>,
    na_kept: String,
}

#[derive(Serialize)]
pub(super) struct Group<'a> {
    id: &'a str,
    title: String,
    categories: Vec<&'a str>,
    score: Option<ScoreDocument>,
}

#[derive(Serialize)]
pub(super) struct Question<'a> {
    id: &'a str,
    category: &'a str,
    ask: String,
    help: Option<String>,
    answer: Option<String>,
    vendor_answer: Option<String>,
    comment: Option<&'a str>,
    because: Option<&'a str>,
    status: &'static str,
    standing: String,
    asked_if: Option<String>,
    assurance: Option<&'static str>,
    share: String,
    assured: String,
    evidence_gap: String,
    control_gap: String,
    unknown: String,
    assured_display: String,
    /// Places in the register of evidence.
    evidence: Vec<usize>,
    evidence_asked: Option<String>,
    follow_up: Option<String>,
    remedy: Option<String>,
    refs: BTreeMap<&'a str, &'a [String]>,
}

#[derive(Serialize)]
pub(super) struct Coverage {
    exact: String,
    display: String,
    provisional: bool,
}

#[derive(Serialize)]
pub(super) struct Scope {
    out_of_scope: String,
    na: String,
    na_approved: String,
}

fn score_document(score: &Score, subject: &Subject<'_>) -> ScoreDocument {
    let scale = subject.policy.display.scale;
    ScoreDocument {
        assured: exact(&score.assured()),
        evidence_gap: exact(&score.evidence_gap()),
        control_gap: exact(&score.control_gap()),
        unknown: exact(&score.unknown()),
        claimed: exact(&score.claimed()),
        assured_best: exact(&score.assured_best()),
        potential: exact(&score.potential()),
        display: Display {
            assured: scale.digits(&score.assured()),
            claimed: scale.digits(&score.claimed()),
            assured_best: scale.digits(&score.assured_best()),
            potential: scale.digits(&score.potential()),
        },
    }
}

pub(super) fn overall(assessment: &Assessment<'_>) -> Option<Overall> {
    let score = score_document(assessment.overall.as_ref()?, &assessment.subject);
    let by = assessment.assured_by.as_ref()?;
    let of = |assurance: Assurance| exact(&by.points[assurance.index()]);
    let assured_by = AssuredBy {
        verified: of(Assurance::Verified),
        documented: of(Assurance::Documented),
        expired: of(Assurance::Expired),
        claimed: of(Assurance::Claimed),
    };
    Some(Overall { score, assured_by })
}

pub(super) fn categories<'a>(story: &Story<'_, 'a>) -> Vec<Category<'a>> {
    let assessment = story.assessment;
    let results = story.questionnaire().categories.iter().zip(&assessment.categories);
    results
        .enumerate()
        .map(|(at, (category, result))| Category {
            id: &category.id,
            title: story.say(&category.title),
            about: category.about.as_ref().map(|about| story.say(about)),
            weight: category.weight,
            minimum: category.minimum,
            share: assessment.category_share(at).as_ref().map(exact),
            score: result.score.as_ref().map(|score| score_document(score, &assessment.subject)),
            na_kept: exact(&result.na_kept),
        })
        .collect()
}

pub(super) fn groups<'a>(story: &Story<'_, 'a>) -> Vec<Group<'a>> {
    let questionnaire = story.questionnaire();
    let results = questionnaire.groups.iter().zip(&story.assessment.groups);
    let document = |score: &Score| score_document(score, &story.assessment.subject);
    results
        .map(|(group, score)| Group {
            id: &group.id,
            title: story.say(&group.title),
            categories: group.categories.iter().map(|at| questionnaire.categories[*at].id.as_str()).collect(),
            score: score.as_ref().map(document),
        })
        .collect()
}

pub(super) fn questions<'a>(story: &Story<'_, 'a>, register: &[Entry<'_>]) -> Vec<Question<'a>> {
    let mut evidence = vec![Vec::new(); story.assessment.questions.len()];
    for (place, entry) in register.iter().enumerate() {
        entry.supports.iter().for_each(|at| evidence[*at].push(place));
    }
    evidence.into_iter().enumerate().map(|(at, evidence)| question(story, at, evidence)).collect()
}

fn question<'a>(story: &Story<'_, 'a>, at: usize, evidence: Vec<usize>) -> Question<'a> {
    let (assessment, questionnaire) = (story.assessment, story.questionnaire());
    let (question, judged) = (&questionnaire.questions[at], &assessment.questions[at]);
    let points = |grains: &BigInt| exact(&assessment.points(grains.clone()));
    let observation = assessment.subject.review.and_then(|review| review.observation(at));
    let is_answered = judged.effective != EffectiveAnswer::Unanswered;
    let is_overruled = observation.is_some_and(|observation| observation.overruled.is_some());
    let has_said = *assessment.subject.answers.answer(at) != Answer::Unknown;
    let refs = question.refs.iter().map(|(at, points)| (questionnaire.frameworks[*at].id.as_str(), points.as_slice()));
    Question {
        id: &question.id,
        category: &questionnaire.categories[question.category].id,
        ask: story.say(&question.ask),
        help: question.help.as_ref().map(|help| story.say(help)),
        answer: is_answered.then(|| story.answer(at)),
        vendor_answer: (has_said && (is_overruled || !is_answered)).then(|| story.vendors_answer(at)),
        comment: assessment.subject.answers.comment(at),
        because: observation.and_then(|observation| observation.because.as_deref()),
        status: judged.status.word(),
        standing: story.standing(at),
        asked_if: question.when.as_ref().map(|when| condition(when, questionnaire, story.lang)),
        assurance: judged.backing.map(|backing| backing.assurance.word()),
        share: points(&judged.parts.whole()),
        assured: points(&judged.parts.assured),
        evidence_gap: points(&judged.parts.evidence_gap),
        control_gap: points(&judged.parts.control_gap),
        unknown: points(&judged.parts.unknown),
        assured_display: tenths(&BigInt::from(assessment.tenths(at).assured)),
        evidence,
        evidence_asked: story.evidence_asked(at),
        follow_up: question.follow_up.as_ref().map(|ask| story.say(ask)),
        remedy: question.remedy.as_ref().map(|remedy| story.say(remedy)),
        refs: refs.collect(),
    }
}

pub(super) fn coverage(assessment: &Assessment<'_>) -> Option<Coverage> {
    let coverage = assessment.coverage()?;
    Some(Coverage {
        exact: exact(&coverage),
        display: fixed(&coverage, 1, Rounding::Floor),
        provisional: assessment.is_provisional(),
    })
}

pub(super) fn scope(assessment: &Assessment<'_>) -> Scope {
    Scope {
        out_of_scope: exact(&assessment.scope.out_of_scope),
        na: exact(&assessment.scope.na),
        na_approved: exact(&assessment.scope.na_approved),
    }
}
