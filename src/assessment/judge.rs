//! The whole judgement, step by step.

use std::sync::OnceLock;

use super::assurance::{Backing, backing};
use super::effective::{EffectiveAnswer, effective};
use super::flag::judge_flags;
use super::inherent::inherent_risk;
use super::judged::{CategoryResult, Judged};
use super::model::{Assessment, AssuredBy, NotCounted};
use super::proved::{Scopes, proved};
use super::rating::rate;
use super::remediation;
use super::scope::Status;
use super::score::{self, Parts, Score};
use super::subject::Subject;
use super::truth::Truth;
use super::weigh::{Weighed, weigh, weight};
use crate::policy::Proof;
use crate::questionnaire::ids::{ById, CategoryId, ContradictionId, GroupId, QuestionId};
use crate::words::Exact;

/// Judges a vendor. Any valid input gives a result; nothing is read, asked or rounded.
pub fn assess<'a>(subject: Subject<'a>) -> Assessment<'a> {
    let asked = &subject.questionnaire.questions;
    let answers = asked.map(|question, _| effective(&subject, question));
    let backings = answers.map(|at, answer| answer.value().map(|_| backing(&subject, at, *answer)));
    let [documented, verified] = [Proof::Documented, Proof::Verified].map(|least| proved(&answers, &backings, least));
    let scopes = Scopes::decide(&subject, &answers, [&documented, &verified]);
    let scope = &scopes.claimed;
    let weights = asked.map(|question, _| weight(&subject, question));
    let statuses = weights.map(|question, weight| scope.status(question, *weight));
    let weighed = weigh(&subject, &weights, &statuses);
    let questions = judge_questions(&subject, &answers, &statuses, &backings, &weighed.live);
    let overall = Score::of(Parts::sum(questions.iter().map(|judged| &judged.parts)));
    let inherent_risk = inherent_risk(&subject);
    let categories = category_results(&subject, &questions, &weighed);
    let flags = judge_flags(&subject, &scopes, &categories);
    let rating = overall.as_ref().map(|score| rate(&subject, score, &inherent_risk, &flags));
    let remediations = remediation::remediations(scope, &questions);
    let paths =
        overall.as_ref().map(|score| remediation::paths(&subject, score, &inherent_risk, &flags, &remediations));
    let contradicts =
        |at: &ContradictionId| scope.holds(&subject.questionnaire.contradictions[*at].when) == Truth::True;
    Assessment {
        groups: group_scores(&subject, &categories),
        contradictions: subject.questionnaire.contradictions.ids().filter(contradicts).collect(),
        assured_by: overall.as_ref().map(|score| assured_by(score, &questions)),
        scope: not_counted(&statuses, &weighed),
        subject,
        questions,
        categories,
        overall,
        inherent_risk,
        flags,
        rating,
        remediations,
        paths,
        tenths: OnceLock::new(),
    }
}

fn judge_questions<'a>(
    subject: &Subject<'a>,
    answers: &ById<QuestionId, EffectiveAnswer<'a>>,
    statuses: &ById<QuestionId, Status>,
    backings: &ById<QuestionId, Option<Backing>>,
    live: &ById<QuestionId, Exact>,
) -> ById<QuestionId, Judged<'a>> {
    let fineness = score::fineness(subject.questionnaire);
    answers.map(|at, &answer| {
        let status = statuses[at];
        let backing = backings[at].filter(|_| status == Status::Answered);
        let parts = match (backing, answer.value()) {
            (Some(backing), Some(value)) => score::answered_parts(subject, at, value, backing, &live[at], &fineness),
            _ => score::unknown_parts(&live[at], &fineness),
        };
        Judged { status, effective: answer, backing, parts }
    })
}

fn category_results(
    subject: &Subject<'_>,
    questions: &ById<QuestionId, Judged<'_>>,
    weighed: &Weighed,
) -> ById<CategoryId, CategoryResult> {
    subject.questionnaire.categories.map(|id, category| CategoryResult {
        score: Score::of(Parts::sum(category.questions.iter().map(|question| &questions[*question].parts))),
        na_kept: weighed.na_kept[id].clone(),
    })
}

fn group_scores(subject: &Subject<'_>, categories: &ById<CategoryId, CategoryResult>) -> ById<GroupId, Option<Score>> {
    subject.questionnaire.groups.map(|_, group| {
        let scores = group.categories.iter().filter_map(|at| categories[*at].score.as_ref());
        Score::of(Parts::sum(scores.map(Score::parts)))
    })
}

fn assured_by(score: &Score, questions: &ById<QuestionId, Judged<'_>>) -> AssuredBy {
    let mut grains: [Exact; 4] = Default::default();
    for judged in questions {
        if let Some(backing) = judged.backing {
            grains[backing.assurance.index()] += &judged.parts.assured;
        }
    }
    let tenths = score::apportioned_tenths(grains.each_ref(), &score.parts().whole());
    AssuredBy { tenths, points: grains.map(|grains| score.points(grains)) }
}

fn not_counted(statuses: &ById<QuestionId, Status>, weighed: &Weighed) -> NotCounted {
    let all: Exact = weighed.design.iter().sum();
    let share = |status: Status| {
        let lost = |at: QuestionId| &weighed.design[at] - &weighed.live[at];
        let grains: Exact = statuses.ids().filter(|at| statuses[*at] == status).map(lost).sum();
        Exact::ratio(grains * 100, &all).unwrap_or_default() // of nothing, nothing is left out
    };
    NotCounted {
        out_of_scope: share(Status::OutOfScope),
        na: share(Status::Na),
        na_approved: share(Status::NaApproved),
    }
}
