//! Scores: of the whole, of groups, categories and questions, with the texts of each.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::given::GivenJson;
use super::value::{DecimalJson, ExactJson, IdJson, NumberJson, QuestionIdJson, ShownJson, TenthsJson, WeightJson};
use super::word::WordJson;
use crate::answers::Answer;
use crate::assessment::effective::{EffectiveAnswer, overruling};
use crate::assessment::evidence::RegisteredEvidence;
use crate::assessment::improving;
use crate::assessment::insight::{self, Open};
use crate::assessment::scope::Status;
use crate::assessment::waiting::{self, NoAnswer};
use crate::assessment::{Assessment, Score, Subject};
use crate::policy::Assurance;
use crate::questionnaire::ids::QuestionId;
use crate::report::naming::condition;
use crate::report::story::Story;
use crate::words::Broken;
use crate::words::Clean;
use crate::words::Exact;
use crate::words::exact::Rounding;
use crate::words::number::{fixed, tenths};

/// A score on 0..100; assured, evidence_gap, control_gap and unknown add up to 100.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "score")]
struct ScoreJson {
    #[serde(flatten)]
    exact: PointsJson<ExactJson>,
    /// The same as decimal digits.
    decimal: PointsJson<DecimalJson>,
    /// The scores as they are shown, in the scale and rounding of the policy.
    display: ShownScoreJson,
}

/// The parts of a score.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
struct PointsJson<N> {
    /// What is good and credited by its proof.
    assured: N,
    /// What is said to be good and is not fully proved.
    evidence_gap: N,
    /// What is missing.
    control_gap: N,
    /// What is not known yet.
    unknown: N,
    /// What the vendor says is good: assured and evidence gap.
    claimed: N,
    /// The assured score if everything unknown turns out well.
    assured_best: N,
    /// The claimed score if everything unknown turns out well.
    potential: N,
}

impl<N: NumberJson> PointsJson<N> {
    fn of(score: &Score) -> Self {
        PointsJson {
            assured: N::of(&score.assured()),
            evidence_gap: N::of(&score.evidence_gap()),
            control_gap: N::of(&score.control_gap()),
            unknown: N::of(&score.unknown()),
            claimed: N::of(&score.claimed()),
            assured_best: N::of(&score.assured_best()),
            potential: N::of(&score.potential()),
        }
    }
}

/// A score as it is shown.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "shown-score")]
struct ShownScoreJson {
    /// The assured score as it is shown.
    assured: ShownJson,
    /// The claimed score as it is shown.
    claimed: ShownJson,
    /// The best assured score as it is shown.
    assured_best: ShownJson,
    /// The potential score as it is shown.
    potential: ShownJson,
}

/// The score of the whole on 0..100; assured, evidence_gap, control_gap and unknown add up to 100.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "overall")]
pub(super) struct OverallJson {
    #[serde(flatten)]
    score: ScoreJson,
    /// The assured score by level of proof; the four add up to it.
    assured_by: AssuredByJson<ExactJson>,
    /// The same as decimal digits.
    assured_by_decimal: AssuredByJson<DecimalJson>,
}

/// The points of the assured score by level of proof.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
struct AssuredByJson<N> {
    /// What rests on what we have seen ourselves.
    verified: N,
    /// What rests on documents that can be found and dated.
    documented: N,
    /// What rests on documents that are out of date.
    expired: N,
    /// What rests on the vendor's word only.
    claimed: N,
}

impl<N: NumberJson> AssuredByJson<N> {
    fn of(points: &[Exact; 4]) -> Self {
        let of = |assurance: Assurance| N::of(&points[assurance.index()]);
        AssuredByJson {
            verified: of(Assurance::Verified),
            documented: of(Assurance::Documented),
            expired: of(Assurance::Expired),
            claimed: of(Assurance::Claimed),
        }
    }
}

/// The result of a category.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "category")]
pub(super) struct CategoryJson<'a> {
    /// The id of the category.
    id: IdJson<'a>,
    /// The name that readers see.
    title: Clean,
    /// What it is about, or null if the questionnaire does not say.
    about: Option<Clean>,
    /// What it counts among the categories, or null if they have no weights.
    weight: Option<WeightJson>,
    /// The assured score below which a red flag is raised, 1 to 100, or null if there is none.
    #[schemars(range(min = 1, max = 100))]
    minimum: Option<u8>,
    /// Its part of the whole in per cent, or null when none of its questions count.
    share: Option<ExactJson>,
    /// The same as decimal digits.
    share_decimal: Option<DecimalJson>,
    /// Its score, or null when none of its questions count.
    score: Option<ScoreJson>,
    /// The part of every n/a that exceeds the policy's cap and so counts as unknown, from 0 to 1.
    na_kept: ExactJson,
}

/// The result of a group of categories.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "group")]
pub(super) struct GroupJson<'a> {
    /// The id of the group.
    id: IdJson<'a>,
    /// The name that readers see.
    title: Clean,
    /// Its categories.
    #[schemars(extend("uniqueItems" = true))]
    categories: Vec<IdJson<'a>>,
    /// Its score, or null when none of its questions count.
    score: Option<ScoreJson>,
}

/// The result of a question, in points of the whole, 0..100.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "question")]
pub(super) struct QuestionJson<'a> {
    /// The id of the question, category.question.
    id: QuestionIdJson<'a>,
    /// The id of its category.
    category: IdJson<'a>,
    /// The question as the vendor reads it.
    ask: Clean,
    /// Help for the vendor, or null if there is none.
    help: Option<Clean>,
    /// The answer that counts, in words, or null if there is none.
    answer: Option<Clean>,
    /// The vendor's answer in words where another one counts or none, else null.
    vendor_answer: Option<Clean>,
    /// The earlier answer in words that we verified, where the vendor gives a better one now; missing elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    verified_answer: Option<Clean>,
    /// What the vendor adds, or null if it adds nothing.
    comment: Option<&'a str>,
    #[serde(flatten)]
    given: GivenJson,
    /// Why we depart from the vendor, or null if we do not.
    because: Option<&'a str>,
    /// A remark of ours, which overrules nothing; missing where there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    /// Whether and how the question counts.
    status: WordJson<Status>,
    /// Why something of the question is not known, or null if nothing is open.
    open: Option<WordJson<Open>>,
    /// Why there is no answer that counts, or null if there is one, or it is said not to apply.
    no_answer: Option<WordJson<NoAnswer>>,
    /// How far the answer is proved, or why the question does not count, in words.
    standing: Clean,
    /// The condition under which it is asked, in words, or null if it is always asked.
    asked_if: Option<Clean>,
    /// How far the answer is proved, or null where there is nothing to prove.
    assurance: Option<WordJson<Assurance>>,
    #[serde(flatten)]
    exact: QuestionPointsJson<ExactJson>,
    /// The same as decimal digits.
    decimal: QuestionPointsJson<DecimalJson>,
    /// The assured points as they are shown; the column adds up to the total, rounded down to one decimal.
    assured_display: TenthsJson,
    /// The documents behind the answer, as their numbers in the register of evidence, from 0.
    evidence: Vec<usize>,
    /// The evidence that the question asks for, in words, or null if it asks for none.
    evidence_asked: Option<Clean>,
    /// What to ask where the answer is weak, or null if there is nothing.
    follow_up: Option<Clean>,
    /// What to require of the vendor, or null if there is nothing.
    remedy: Option<Clean>,
    /// What the question refers to, by the id of the framework.
    refs: BTreeMap<IdJson<'a>, &'a [String]>,
}

/// What a question counts, and its parts.
#[derive(Serialize, JsonSchema)]
#[schemars(inline)]
struct QuestionPointsJson<N> {
    /// What the question counts, in points of the whole.
    share: N,
    /// The points that are good and credited by their proof.
    assured: N,
    /// The points that are said to be good and are not fully proved.
    evidence_gap: N,
    /// The points that are missing.
    control_gap: N,
    /// The points that are not known yet.
    unknown: N,
}

impl<N: NumberJson> QuestionPointsJson<N> {
    fn of(assessment: &Assessment<'_>, at: QuestionId) -> Self {
        let parts = &assessment.questions[at].parts;
        let points = |grains: &Exact| N::of(&assessment.points(grains.clone()));
        QuestionPointsJson {
            share: points(&parts.whole()),
            assured: points(&parts.assured),
            evidence_gap: points(&parts.evidence_gap),
            control_gap: points(&parts.control_gap),
            unknown: points(&parts.unknown),
        }
    }
}

/// How much of the weight is known.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "coverage")]
pub(super) struct CoverageJson {
    /// The coverage in per cent, exactly.
    exact: ExactJson,
    /// The coverage in per cent, rounded down to one decimal.
    display: TenthsJson,
    /// Whether it is below the minimum of the policy, or more is left out by answers that we have not verified than the
    /// policy allows, so that the rating is not final.
    provisional: bool,
}

/// Per cent of the questionnaire's weight that does not count.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "scope")]
pub(super) struct ScopeJson {
    /// What is not asked of this vendor.
    out_of_scope: ExactJson,
    /// What the vendor says does not apply, up to the cap of the policy.
    na: ExactJson,
    /// What does not apply and we accepted.
    na_approved: ExactJson,
    /// What a short form did not ask. Every vendor is asked everything, so that it is nothing.
    not_asked: ExactJson,
    /// The part of what is not asked of this vendor that rests on answers which we have not verified.
    by_claim: ExactJson,
}

fn score_document(score: &Score, subject: &Subject<'_>) -> ScoreJson {
    let scale = subject.policy.display.scale;
    ScoreJson {
        exact: PointsJson::of(score),
        decimal: PointsJson::of(score),
        display: ShownScoreJson {
            assured: ShownJson(scale.digits(&score.assured())),
            claimed: ShownJson(scale.digits(&score.claimed())),
            assured_best: ShownJson(scale.digits(&score.assured_best())),
            potential: ShownJson(scale.digits(&score.potential())),
        },
    }
}

pub(super) fn overall(assessment: &Assessment<'_>) -> Result<Option<OverallJson>, Broken> {
    let Some(score) = &assessment.overall else { return Ok(None) };
    let score = score_document(score, &assessment.subject);
    let unknown = || Broken::new("there is a score, and not by what it is assured");
    let by = assessment.assured_by.as_ref().ok_or_else(unknown)?;
    let (assured_by, assured_by_decimal) = (AssuredByJson::of(&by.points), AssuredByJson::of(&by.points));
    Ok(Some(OverallJson { score, assured_by, assured_by_decimal }))
}

pub(super) fn categories<'a>(story: &Story<'_, 'a>) -> Vec<CategoryJson<'a>> {
    let assessment = story.assessment;
    let categories = story.questionnaire().categories.with_ids();
    categories
        .map(|(at, category)| CategoryJson {
            id: IdJson(&category.id),
            title: story.say(&category.title),
            about: category.about.as_ref().map(|about| story.say(about)),
            weight: category.weight.map(WeightJson),
            minimum: category.minimum,
            share: assessment.category_share(at).as_ref().map(ExactJson::of),
            share_decimal: assessment.category_share(at).as_ref().map(DecimalJson::of),
            score: assessment.categories[at].score.as_ref().map(|score| score_document(score, &assessment.subject)),
            na_kept: ExactJson::of(&assessment.categories[at].na_kept),
        })
        .collect()
}

pub(super) fn groups<'a>(story: &Story<'_, 'a>) -> Vec<GroupJson<'a>> {
    let questionnaire = story.questionnaire();
    let results = questionnaire.groups.iter().zip(&story.assessment.groups);
    let document = |score: &Score| score_document(score, &story.assessment.subject);
    results
        .map(|(group, score)| GroupJson {
            id: IdJson(&group.id),
            title: story.say(&group.title),
            categories: group.categories.iter().map(|at| IdJson(&questionnaire.categories[*at].id)).collect(),
            score: score.as_ref().map(document),
        })
        .collect()
}

pub(super) fn questions<'a>(story: &Story<'_, 'a>, register: &[RegisteredEvidence<'_>]) -> Vec<QuestionJson<'a>> {
    let mut evidence = story.assessment.questions.map(|_, _| Vec::new());
    for (at, entry) in register.iter().enumerate() {
        entry.supports.iter().for_each(|support| evidence[support.question].push(at));
    }
    evidence.with_ids().map(|(at, evidence)| question(story, at, evidence.clone())).collect()
}

fn question<'a>(story: &Story<'_, 'a>, at: QuestionId, evidence: Vec<usize>) -> QuestionJson<'a> {
    let (assessment, questionnaire) = (story.assessment, story.questionnaire());
    let (question, judged) = (&questionnaire.questions[at], &assessment.questions[at]);
    let observation = assessment.subject.review.and_then(|review| review.observation(at));
    let is_answered = judged.effective != EffectiveAnswer::Unanswered;
    let has_said = *assessment.subject.answers.answer(at) != Answer::Unknown;
    let is_another = !is_answered || overruling(&assessment.subject, at).is_some();
    let refs = question.refs.iter().map(|(at, points)| (IdJson(&questionnaire.frameworks[*at].id), points.as_slice()));
    QuestionJson {
        id: QuestionIdJson(&question.id),
        category: IdJson(&questionnaire.categories[question.category].id),
        ask: story.say(&question.ask),
        help: question.help.as_ref().map(|help| story.say(help)),
        answer: is_answered.then(|| story.answer(at)),
        vendor_answer: (has_said && is_another).then(|| story.vendors_answer(at)),
        verified_answer: story.verified_before(at),
        comment: assessment.subject.answers.comment(at),
        given: GivenJson::of(story, at),
        because: observation.and_then(|observation| observation.because.as_deref()),
        note: observation.and_then(|observation| observation.note.as_deref()),
        status: WordJson(judged.status),
        open: insight::open(assessment, at).map(WordJson),
        no_answer: waiting::no_answer(assessment, at).map(WordJson),
        standing: story.standing(at),
        asked_if: question.when.as_ref().map(|when| condition(when, questionnaire, story.lang)),
        assurance: judged.backing.map(|backing| WordJson(backing.assurance)),
        exact: QuestionPointsJson::of(assessment, at),
        decimal: QuestionPointsJson::of(assessment, at),
        assured_display: TenthsJson(tenths(assessment.tenths(at).assured)),
        evidence,
        evidence_asked: story.evidence_asked(at),
        follow_up: improving::follow_up(assessment, at).map(|ask| story.say(ask)),
        remedy: improving::remedy(assessment, at).map(|remedy| story.say(remedy)),
        refs: refs.collect(),
    }
}

pub(super) fn coverage(assessment: &Assessment<'_>) -> Option<CoverageJson> {
    let coverage = assessment.coverage()?;
    let (exact, display) = (ExactJson::of(&coverage), TenthsJson(fixed(&coverage, 1, Rounding::Floor)));
    Some(CoverageJson { exact, display, provisional: insight::is_provisional(assessment) })
}

pub(super) fn scope(assessment: &Assessment<'_>) -> ScopeJson {
    ScopeJson {
        out_of_scope: ExactJson::of(&assessment.scope.out_of_scope),
        na: ExactJson::of(&assessment.scope.na),
        na_approved: ExactJson::of(&assessment.scope.na_approved),
        not_asked: ExactJson::of(&assessment.scope.not_asked),
        by_claim: ExactJson::of(&assessment.scope.by_claim),
    }
}
