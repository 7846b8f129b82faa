//! Two vendors on the questions that both were asked: what differs, what each difference moves, how sure the order is.
//! Everything is exact and in closed form.

use super::side::{Exclusion, Side, Standing};
use super::tie::claim_credit_at_tie;
use crate::assessment::{Assessment, Score};
use crate::questionnaire::ids::{CategoryId, QuestionId, VendorId};
use crate::questionnaire::matching::Matching;
use crate::words::Exact;

/// One of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The one named first.
    A,
    /// The other.
    B,
}

/// Two vendors compared. Differences are those of A less those of B, in points of 100.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Pair {
    /// The vendor that is A.
    pub a: VendorId,
    /// The one that is B.
    pub b: VendorId,
    /// The assured score of A less that of B, each on its own questions.
    pub headline: Exact,
    /// The part of A's questionnaire that counts for both, in per cent of its weight.
    pub common_share: Exact,
    /// The assured scores on the questions that count for both.
    pub scores: [Exact; 2],
    /// What each gains by the questions that only it was asked, or not asked.
    pub scope_effect: [Exact; 2],
    /// By category, in the order of A's questionnaire.
    pub categories: Vec<CategoryDelta>,
    /// The questions that differ or are open, the largest difference first; ties in the order of A's questionnaire.
    pub questions: Vec<QuestionDelta>,
    /// The questions that both questionnaires ask and that count for one of them, in whole or in part, but are not
    /// compared, in the order of A's questionnaire.
    pub left_out: Vec<LeftOut>,
    /// Who is at least as good in every category.
    pub category_dominance: Option<Which>,
    /// Who is at least as good in every question.
    pub question_dominance: Option<Which>,
    /// Whether A, and whether B, is ahead whatever the open questions bring.
    pub surely_ahead: [bool; 2],
    /// By how many per cent all category weights may move, in any directions, without changing the order.
    pub category_margin: Option<Exact>,
    /// The same for the weights of questions.
    pub question_margin: Option<Exact>,
    /// What a bare claim would have to be worth for a tie, in per cent, if a policy can give it that worth.
    pub claim_credit_at_tie: Option<Exact>,
    /// Who has the higher headline score.
    pub leader: Option<Which>,
    /// Whether the headline and the common questions disagree about who leads.
    pub order_conflict: bool,
}

/// A category in a pair.
#[derive(Clone, Debug)]
pub struct CategoryDelta {
    /// The category as A was asked.
    pub category: CategoryId,
    /// Its share of the common weight, in per cent.
    pub share: Exact,
    /// The scores of A and B in it, on the common questions.
    pub scores: [Exact; 2],
    /// The difference of the scores.
    pub delta: Exact,
    /// What it adds to the difference of the whole.
    pub contribution: Exact,
}

/// A question in a pair.
#[derive(Clone, Debug)]
pub struct QuestionDelta {
    /// The question as A was asked.
    pub question: QuestionId,
    /// The same as B was asked.
    pub other: QuestionId,
    /// Its share of the common weight, in per cent.
    pub share: Exact,
    /// What it adds to the difference of the whole.
    pub delta: Exact,
    /// The part of it that the answers make.
    pub answer_effect: Exact,
    /// The part of it that only the proof makes.
    pub evidence_effect: Exact,
    /// Whether it is open for A and for B.
    pub open: [bool; 2],
}

/// A question that both questionnaires ask and that is not compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The question as A was asked.
    pub question: QuestionId,
    /// The same as B was asked.
    pub other: QuestionId,
    /// Why, of A and of B; `None` where it would count.
    pub why: [Option<Exclusion>; 2],
}

impl LeftOut {
    /// Whether it is left out because it is said not to apply, and not because it was not asked of both.
    pub fn is_na(&self) -> bool {
        self.why.iter().flatten().any(|why| why.is_na())
    }
}

/// A question that counts for both, with its weight in grains.
struct Common<'s> {
    question: QuestionId,
    other: QuestionId,
    weight: Exact,
    a: &'s Standing,
    b: &'s Standing,
}

/// The common questions and what makes points of their grains.
struct Ground<'s> {
    common: Vec<Common<'s>>,
    /// The weight of all common questions, which is above 0.
    weight: Exact,
    /// What value times credit can be at most.
    best: Exact,
    /// What a unit of weight is in per cent of all.
    percent: Exact,
    /// What a unit of weight times value times credit is in points of 100.
    point: Exact,
}

impl Ground<'_> {
    /// Weight times value times credit, as points of 100.
    fn points(&self, grains: Exact) -> Exact {
        grains * &self.point
    }

    fn share(&self, weight: &Exact) -> Exact {
        weight * &self.percent
    }
}

/// Compares two vendors by what both were asked; `None` if nothing counts for both, or for one of them.
pub fn pair(
    [a, b]: [VendorId; 2],
    assessments: [&Assessment<'_>; 2],
    sides: [&Side; 2],
    fineness: &Exact,
    matching: &Matching,
) -> Option<Pair> {
    let [first, second] = [assessments[0].overall.as_ref()?, assessments[1].overall.as_ref()?];
    let scores = [first.assured(), second.assured()];
    let ground = ground(assessments[0], sides, fineness, matching)?;
    let sum = |of: &dyn Fn(&Common<'_>) -> Exact| -> Exact { ground.common.iter().map(of).sum() };
    let least = [sum(&|q| &q.weight * q.a.least()), sum(&|q| &q.weight * q.b.least())];
    let most = [sum(&|q| &q.weight * most(q.a, &ground.best)), sum(&|q| &q.weight * most(q.b, &ground.best))];
    let surely_ahead = [least[0] > most[1], least[1] > most[0]];
    let common_scores = least.map(|grains| ground.points(grains));
    let headline = &scores[0] - &scores[1];
    let delta = &common_scores[0] - &common_scores[1];
    let (categories, category_grains) = by_category(&ground, assessments[0]);
    let question_grains: Vec<Exact> = ground.common.iter().map(moved).collect();
    Some(Pair {
        a,
        b,
        common_share: common_share(assessments[0], first, &ground),
        scope_effect: [&scores[0] - &common_scores[0], &scores[1] - &common_scores[1]],
        scores: common_scores,
        categories,
        questions: by_question(&ground),
        left_out: left_out(assessments, sides, matching),
        category_dominance: dominance(&category_grains),
        question_dominance: dominance(&question_grains),
        surely_ahead,
        category_margin: margin(&category_grains),
        question_margin: margin(&question_grains),
        claim_credit_at_tie: claim_credit_at_tie(&answers(&ground), assessments[0].subject.policy),
        leader: leader(&headline),
        order_conflict: (&headline * &delta).is_negative(),
        headline,
    })
}

fn leader(headline: &Exact) -> Option<Which> {
    match headline {
        equal if equal.is_zero() => None,
        ahead if ahead.is_positive() => Some(Which::A),
        _ => Some(Which::B),
    }
}

fn most(standing: &Standing, best: &Exact) -> Exact {
    if standing.is_open() { best.clone() } else { standing.least() }
}

fn ground<'s>(
    first: &Assessment<'_>,
    [a, b]: [&'s Side; 2],
    fineness: &Exact,
    matching: &Matching,
) -> Option<Ground<'s>> {
    let counting = matching.common.iter().filter_map(|(question, other)| {
        let (a, b) = (&a.questions[*question], &b.questions[*other]);
        let weight = first.questions[*question].parts.whole();
        (a.counts() && b.counts()).then_some(Common { question: *question, other: *other, weight, a, b })
    });
    let common: Vec<Common<'s>> = counting.collect();
    let weight: Exact = common.iter().map(|q| &q.weight).sum();
    let best = fineness * 100;
    let (percent, point) = (Exact::ratio(100, &weight)?, Exact::ratio(100, &weight * &best)?);
    Some(Ground { common, weight, best, percent, point })
}

fn left_out(assessments: [&Assessment<'_>; 2], [a, b]: [&Side; 2], matching: &Matching) -> Vec<LeftOut> {
    let left_out = |(question, other): &(QuestionId, QuestionId)| {
        let why = [a.questions[*question].exclusion(), b.questions[*other].exclusion()];
        let weighs = |of: &Assessment<'_>, question: QuestionId| !of.questions[question].parts.whole().is_zero();
        let counts = weighs(assessments[0], *question) || weighs(assessments[1], *other);
        (counts && why != [None; 2]).then_some(LeftOut { question: *question, other: *other, why })
    };
    matching.common.iter().filter_map(left_out).collect()
}

/// The common weight in per cent of what A's questionnaire was designed to weigh: what counts for A now is that weight
/// less what was left out.
fn common_share(first: &Assessment<'_>, score: &Score, ground: &Ground<'_>) -> Exact {
    let scope = &first.scope;
    let counted = Exact::from(100) - &scope.not_asked - &scope.out_of_scope - &scope.na - &scope.na_approved;
    counted * score.points(ground.weight.clone()) * Exact::HUNDREDTH
}

/// What a question moves, in grains.
fn moved(question: &Common<'_>) -> Exact {
    &question.weight * (question.a.least() - question.b.least())
}

fn by_category(ground: &Ground<'_>, first: &Assessment<'_>) -> (Vec<CategoryDelta>, Vec<Exact>) {
    let questions = &first.subject.questionnaire.questions;
    let mut deltas = Vec::new();
    let mut grains = Vec::new();
    for part in ground.common.chunk_by(|a, b| questions[a.question].category == questions[b.question].category) {
        let weight: Exact = part.iter().map(|q| &q.weight).sum();
        let Some(point) = Exact::ratio(100, &weight * &ground.best) else { continue };
        let sums: [Exact; 2] =
            [part.iter().map(|q| &q.weight * q.a.least()).sum(), part.iter().map(|q| &q.weight * q.b.least()).sum()];
        let moved = &sums[0] - &sums[1];
        let score = |grains: &Exact| grains * &point;
        deltas.push(CategoryDelta {
            category: questions[part[0].question].category,
            share: ground.share(&weight),
            delta: score(&moved),
            scores: sums.each_ref().map(score),
            contribution: ground.points(moved.clone()),
        });
        grains.push(moved);
    }
    (deltas, grains)
}

fn by_question(ground: &Ground<'_>) -> Vec<QuestionDelta> {
    let differs = |q: &&Common<'_>| q.a.is_open() || q.b.is_open() || q.a.least() != q.b.least();
    let mut all: Vec<(Exact, QuestionDelta)> = ground.common.iter().filter(differs).map(|q| delta(ground, q)).collect();
    all.sort_by(|(a, _), (b, _)| b.cmp(a)); // stable: ties keep the order of the questionnaire
    all.into_iter().map(|(_, delta)| delta).collect()
}

/// The difference, split exactly into what the answers and what the proof makes (Shapley's value for two factors).
/// Where there is nothing to prove on one side, the other's credit stands for both.
fn delta(ground: &Ground<'_>, question: &Common<'_>) -> (Exact, QuestionDelta) {
    let (a, b) = (question.a, question.b);
    let whole = moved(question);
    let credit = a.credit().or(b.credit()).unwrap_or(&Exact::ZERO);
    let answers = &question.weight * (a.value() - b.value()) * (credit + b.credit().unwrap_or(credit));
    let delta = ground.points(whole.clone());
    let answer_effect = ground.points(answers * Exact::HALF);
    let found = QuestionDelta {
        question: question.question,
        other: question.other,
        share: ground.share(&question.weight),
        evidence_effect: &delta - &answer_effect,
        answer_effect,
        delta,
        open: [a.is_open(), b.is_open()],
    };
    (whole.abs(), found)
}

/// Who is at least as good everywhere, and better somewhere.
fn dominance(grains: &[Exact]) -> Option<Which> {
    let (better, worse) = (grains.iter().any(Exact::is_positive), grains.iter().any(Exact::is_negative));
    match (better, worse) {
        (true, false) => Some(Which::A),
        (false, true) => Some(Which::B),
        _ => None,
    }
}

/// |sum x| / sum |x|: all weights may move by less than this, in any directions, without changing the order. 100 per
/// cent is dominance; `None` where nothing differs.
fn margin(grains: &[Exact]) -> Option<Exact> {
    let sum: Exact = grains.iter().sum();
    let all: Exact = grains.iter().map(Exact::abs).sum();
    Exact::ratio(sum.abs() * 100, all)
}

/// The answers of both, for [`claim_credit_at_tie`].
fn answers<'s>(ground: &Ground<'s>) -> Vec<(Exact, &'s Standing)> {
    let common = ground.common.iter();
    common.flat_map(|question| [(question.weight.clone(), question.a), (-&question.weight, question.b)]).collect()
}
