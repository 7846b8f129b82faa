//! The whole judgement, step by step.

use super::assurance::{BackedBy, Backing, KeptProof, backing, kept};
use super::effective::{EffectiveAnswer, effective};
use super::flag::{Flag, judge_flags};
use super::inherent::inherent_risk;
use super::judged::{Before, CategoryResult, Judged};
use super::model::{Assessment, AssuredBy, NotCounted, WhenAsked};
use super::paper::{EvidenceOrigin, PaperWorth};
use super::proved::{Scopes, proved};
use super::rating::{rate, worst};
use super::scope::{Scope, Status};
use super::score::{self, Parts, Score};
use super::subject::Subject;
use super::truth::Truth;
use super::weigh::{Weighed, weigh, weight};
use super::worth::worth;
use crate::policy::{Assurance, Proof};
use crate::questionnaire::ids::{ById, CategoryId, ContradictionId, GroupId, QuestionId};
use crate::words::{Broken, Exact};

/// Judges a vendor. Any valid input gives a result; nothing is read, asked or rounded.
///
/// # Errors
/// An answer does not fit its question: it was read for another one, or a reader let it through, which is a mistake of
/// the program.
pub fn assess<'a>(subject: Subject<'a>) -> Result<Assessment<'a>, Broken> {
    // a review of a later day was not known on this one
    let review = subject.review.filter(|review| review.reviewed <= subject.as_of);
    let subject = Subject { review, ..subject };
    let asked = &subject.questionnaire.questions;
    let answers = asked.map(|question, _| effective(&subject, question));
    let scope = Scope::decide(&subject, &answers);
    let weights = asked.map(|question, _| weight(&subject, question));
    let statuses = weights.map(|question, weight| scope.status(question, *weight));
    let weighed = weigh(&subject, &weights, &statuses);
    let inherent_risk = inherent_risk(&subject);
    let kept = asked.try_map(|question, _| kept(&subject, question))?;
    let papers = PaperWorth::decide(&subject, &scope);
    let counted = Counted {
        subject: &subject,
        answers: &answers,
        kept: &kept,
        scope: &scope,
        papers: &papers,
        statuses: &statuses,
        weighed: &weighed,
    };
    let proven = counted.proven_by(&EvidenceOrigin::ALL)?;
    let worst = |proven: &Proven<'_>| {
        proven.overall.as_ref().map(|score| worst(&subject, score, &inherent_risk, &proven.flags))
    };
    // without papers nothing can change where none proves anything
    let if_papers_fail =
        if proven.rests_on_papers { worst(&counted.proven_by(&[EvidenceOrigin::Ours])?) } else { worst(&proven) };
    let Proven { questions, overall, categories, flags, by_claim, .. } = proven;
    let rating = overall.as_ref().zip(if_papers_fail);
    let rating = rating.map(|(score, if_papers_fail)| rate(&subject, score, &inherent_risk, &flags, if_papers_fail));
    let contradicts =
        |at: &ContradictionId| scope.holds(&subject.questionnaire.contradictions[*at].when) == Truth::True;
    Ok(Assessment {
        groups: group_scores(&subject, &categories),
        contradictions: subject.questionnaire.contradictions.ids().filter(contradicts).collect(),
        assured_by: overall.as_ref().map(|score| assured_by(score, &questions)),
        scope: not_counted(&statuses, &weighed, by_claim),
        subject,
        papers,
        questions,
        categories,
        overall,
        inherent_risk,
        flags,
        rating,
        when_asked: WhenAsked::default(),
    })
}

/// What counts, however far it is proved.
struct Counted<'s, 'a> {
    subject: &'s Subject<'a>,
    answers: &'s ById<QuestionId, EffectiveAnswer<'a>>,
    kept: &'s ById<QuestionId, Option<KeptProof<'a>>>,
    scope: &'s Scope<'s, 'a>,
    papers: &'s PaperWorth,
    statuses: &'s ById<QuestionId, Status>,
    weighed: &'s Weighed,
}

/// What follows from how far the answers are proved.
struct Proven<'a> {
    questions: ById<QuestionId, Judged<'a>>,
    overall: Option<Score>,
    categories: ById<CategoryId, CategoryResult>,
    flags: Vec<Flag>,
    /// The questions that weigh something and that answers leave out which we have not verified, and these answers.
    by_claim: [Vec<QuestionId>; 2],
    /// Whether a document of the vendor proves an answer best.
    rests_on_papers: bool,
}

impl<'a> Counted<'_, 'a> {
    /// What follows where only the documents of `whose` prove anything.
    fn proven_by(&self, whose: &[EvidenceOrigin]) -> Result<Proven<'a>, Broken> {
        let backing =
            |at: QuestionId, answer: EffectiveAnswer<'_>| backing(self.subject, at, answer, (self.papers, whose));
        let backings = self.answers.map(|at, answer| answer.value().map(|_| backing(at, *answer)));
        let levels =
            [Proof::Documented, Proof::Verified].map(|least| proved(self.answers, &backings, self.kept, least));
        let scopes = Scopes::decide(self.subject, self.scope, &levels);
        let questions = judge_questions(self, &backings)?;
        let categories = category_results(self.subject, &questions, self.weighed);
        let is_paper = |backing: &Backing| matches!(backing.by, Some(BackedBy::Vendor(_)));
        Ok(Proven {
            overall: Score::of(Parts::sum(
                categories.iter().filter_map(|category| Some(category.score.as_ref()?.parts())),
            )),
            flags: judge_flags(self.subject, &scopes, &categories),
            questions,
            categories,
            by_claim: left_out_by_claim(&scopes, self.weighed),
            rests_on_papers: backings.iter().flatten().any(is_paper),
        })
    }
}

/// The questions that answers leave out which we have not verified, and these answers, each once.
fn left_out_by_claim(scopes: &Scopes<'_, '_>, weighed: &Weighed) -> [Vec<QuestionId>; 2] {
    let weighs = |at: &QuestionId| !weighed.design[*at].is_zero();
    let out: Vec<QuestionId> =
        weighed.design.ids().filter(weighs).filter(|at| scopes.is_left_out_by_claim(*at)).collect();
    let mut gates: Vec<QuestionId> = out.iter().flat_map(|at| scopes.verified.gates(*at)).collect();
    gates.sort_unstable();
    gates.dedup();
    [out, gates]
}

fn judge_questions<'a>(
    counted: &Counted<'_, 'a>,
    backings: &ById<QuestionId, Option<Backing>>,
) -> Result<ById<QuestionId, Judged<'a>>, Broken> {
    let Counted { subject, answers, kept, statuses, weighed: Weighed { live, .. }, .. } = counted;
    let fineness = score::fineness(subject.questionnaire);
    answers.try_map(|at, &effective| {
        let status = statuses[at];
        let backing = backings[at].filter(|_| status == Status::Answered);
        let Some((backing, value)) = backing.zip(effective.value()) else {
            let parts = score::unknown_parts(&live[at], &fineness);
            return Ok(Judged { status, effective, backing: None, before: None, parts });
        };
        let worth = worth(subject, at, value)?;
        let before = kept[at].as_ref();
        let (credited, proved) = credited(subject, backing, &worth, before);
        let before = before.map(|kept| Before { worth: kept.before.worth.clone(), own: backing });
        let parts = score::answered_parts(&worth, &proved, &live[at], &fineness);
        Ok(Judged { status, effective, backing: Some(credited), before, parts })
    })
}

/// By what an answer that is worth so much counts, and how much of the question that proves, in percent: its own proof,
/// or what we verified before it was bettered.
fn credited(subject: &Subject<'_>, own: Backing, worth: &Exact, kept: Option<&KeptProof<'_>>) -> (Backing, Exact) {
    let credit = subject.policy.credit(own.assurance);
    match kept.filter(|kept| kept.counts(worth, credit)) {
        Some(KeptProof { before, by }) => {
            (Backing { assurance: Assurance::Verified, by: Some(BackedBy::Ours(*by)) }, &before.worth * 100)
        }
        None => (own, worth * credit),
    }
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

fn not_counted(
    statuses: &ById<QuestionId, Status>,
    weighed: &Weighed,
    [by_claim, unverified_gates]: [Vec<QuestionId>; 2],
) -> NotCounted {
    let all: Exact = weighed.design.iter().sum();
    let lost = |at: QuestionId| &weighed.design[at] - &weighed.live[at];
    // of nothing, nothing is left out
    let percent = |grains: Exact| Exact::ratio(grains * 100, &all).unwrap_or_default();
    let share = |status: Status| percent(statuses.ids().filter(|at| statuses[*at] == status).map(lost).sum());
    NotCounted {
        not_asked: share(Status::NotAsked),
        out_of_scope: share(Status::OutOfScope),
        by_claim: percent(by_claim.into_iter().map(lost).sum()),
        unverified_gates,
        na: share(Status::Na),
        na_approved: share(Status::NaApproved),
    }
}
