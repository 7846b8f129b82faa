//! What is at stake, the rating with its reasons, and the ways to a better one.

use schemars::JsonSchema;
use serde::Serialize;

use super::evidence::ids;
use super::value::{DecimalJson, ExactJson, FlagIdJson, IdJson, NumberJson, QuestionIdJson};
use super::word::{BoundingStateJson, WordJson};
use crate::assessment::rating::{Cause, End, Rating, Reason};
use crate::assessment::remediation::{RemediationKind, ToRating};
use crate::assessment::{Subject, insight};
use crate::policy::Band;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ContradictionId, FactorId};
use crate::questionnaire::model::Factor;
use crate::report::parts::open::distinct;
use crate::report::story::Story;
use crate::words::Broken;
use crate::words::Clean;
use crate::words::Exact;

/// What is at stake before any protection.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "inherent-risk")]
pub(super) struct InherentRiskJson<'a> {
    /// The lowest tier that is possible.
    lowest: WordJson<Level>,
    /// The highest tier that is possible; it counts.
    highest: WordJson<Level>,
    /// Whether the tier is the policy's default, because the questionnaire has no factors.
    assumed: bool,
    /// The factors that no review states.
    #[schemars(extend("uniqueItems" = true))]
    missing: Vec<IdJson<'a>>,
    /// The factors, in the order of the questionnaire.
    factors: Vec<FactorJson<'a>>,
}

/// A factor of what is at stake.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "factor")]
struct FactorJson<'a> {
    /// The id of the factor.
    id: IdJson<'a>,
    /// What we are asked.
    ask: Clean,
    /// What our review states, or null if it does not.
    answer: Option<FactorAnswerJson<'a>>,
}

/// What our review states of a factor.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "factor-answer")]
struct FactorAnswerJson<'a> {
    /// The id of the answer.
    id: IdJson<'a>,
    /// The answer in words.
    label: Clean,
    /// How much is at stake then.
    tier: WordJson<Level>,
}

/// Answers that cannot both be true.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "contradiction")]
pub(super) struct ContradictionJson<'a> {
    /// The id of the contradiction.
    id: IdJson<'a>,
    /// What does not add up.
    title: Clean,
    /// The questions that it looks at.
    questions: Vec<QuestionIdJson<'a>>,
}

/// The residual risk.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "rating")]
pub(super) struct RatingJson {
    /// The risk if everything unknown turns out badly.
    worst: WordJson<Level>,
    /// The risk if everything unknown turns out well.
    best: WordJson<Level>,
    /// The risk that is reported: the worst.
    headline: WordJson<Level>,
    /// The risk if every claim were proved.
    if_proved: WordJson<Level>,
    /// The risk if no document that we have not checked proved anything.
    if_papers_fail: WordJson<Level>,
    /// The band of the assured score.
    band_worst: WordJson<Band>,
    /// The band of the best assured score.
    band_best: WordJson<Band>,
    /// The worst risk by the policy's matrix alone, without red flags.
    matrix_worst: WordJson<Level>,
    /// The best risk by the policy's matrix alone, without red flags.
    matrix_best: WordJson<Level>,
    /// Everything that brings about the worst or the best risk.
    #[schemars(length(min = 1))]
    reasons: Vec<ReasonJson>,
}

/// Something that brings about the worst or the best risk: a cell of the policy's matrix, a red flag, or a tier that is
/// assumed.
#[derive(Serialize, JsonSchema)]
#[serde(untagged)]
#[schemars(rename = "reason")]
enum ReasonJson {
    /// A cell of the policy's matrix.
    Matrix {
        /// Of which end of the range it is a reason.
        of: WordJson<End>,
        /// That it is a cell of the matrix.
        #[schemars(extend("const" = MATRIX))]
        kind: &'static str,
        /// What is at stake.
        tier: WordJson<Level>,
        /// The band of the score.
        band: WordJson<Band>,
        /// The risk that follows.
        rating: WordJson<Level>,
    },
    /// A red flag.
    Flag {
        /// Of which end of the range it is a reason.
        of: WordJson<End>,
        /// That it is a red flag.
        #[schemars(extend("const" = FLAG))]
        kind: &'static str,
        /// The id of the flag.
        id: FlagIdJson,
        /// The severity of the flag.
        severity: WordJson<Level>,
        /// The state of the flag: raised or open.
        state: BoundingStateJson,
        /// What is at stake.
        tier: WordJson<Level>,
        /// The risk that follows.
        rating: WordJson<Level>,
    },
    /// A tier that the policy assumes, because nobody asks for it.
    Assumed {
        /// Of which end of the range it is a reason.
        of: WordJson<End>,
        /// That it is assumed.
        #[schemars(extend("const" = ASSUMED))]
        kind: &'static str,
        /// What is at stake.
        tier: WordJson<Level>,
        /// The risk that follows.
        rating: WordJson<Level>,
    },
}

const MATRIX: &str = "matrix";
const FLAG: &str = "flag";
const ASSUMED: &str = "assumed";

/// What can be gained at one question.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "remediation")]
pub(super) struct RemediationJson<'a> {
    /// The id of the question.
    id: QuestionIdJson<'a>,
    /// The points to gain by fixing and proving it, of 100.
    gain: ExactJson,
    /// The points to gain by proving the answer as it is, of 100.
    evidence_only: ExactJson,
    /// The points to gain by fixing and proving it as decimal digits.
    gain_decimal: DecimalJson,
    /// The points to gain by proving the answer as it is as decimal digits.
    evidence_only_decimal: DecimalJson,
    /// Whether only proof is missing, something must be changed or could be better, or the answer is missing.
    kind: WordJson<RemediationKind>,
    /// What to do, in words.
    what: Clean,
    /// The questions that must be answered first, outermost first; left out if there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    needs: Vec<QuestionIdJson<'a>>,
}

/// The smallest sets of remediations that reach each band.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "path")]
pub(super) struct PathJson<'a> {
    /// The questions to fix for strong protection, or null if it is out of reach.
    strong: Option<Vec<QuestionIdJson<'a>>>,
    /// The questions to fix for adequate protection, or null if it is out of reach.
    adequate: Option<Vec<QuestionIdJson<'a>>>,
    /// The questions to fix for weak protection, or null if it is out of reach.
    weak: Option<Vec<QuestionIdJson<'a>>>,
}

/// What brings the risk down to each level.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "to-ratings")]
pub(super) struct ToRatingsJson<'a> {
    /// What brings the risk down to low, or null if nothing does.
    low: Option<ToRatingJson<'a>>,
    /// What brings the risk down to medium, or null if nothing does.
    medium: Option<ToRatingJson<'a>>,
    /// What brings the risk down to high, or null if nothing does.
    high: Option<ToRatingJson<'a>>,
}

/// What brings the risk down to a level.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "to-rating")]
struct ToRatingJson<'a> {
    /// The red flags to clear.
    flags: Vec<FlagIdJson>,
    /// The questions to fix.
    path: Vec<QuestionIdJson<'a>>,
}

pub(super) fn inherent_risk<'a>(story: &Story<'_, 'a>) -> InherentRiskJson<'a> {
    let (found, factors) = (&story.assessment.inherent_risk, &story.questionnaire().factors);
    InherentRiskJson {
        lowest: WordJson(found.lowest),
        highest: WordJson(found.highest),
        assumed: found.assumed,
        missing: found.missing.iter().map(|at| IdJson(&factors[*at].id)).collect(),
        factors: factors.with_ids().map(|(at, asked)| factor(story, at, asked)).collect(),
    }
}

fn factor<'a>(story: &Story<'_, 'a>, at: FactorId, factor: &'a Factor) -> FactorJson<'a> {
    let stated = story.assessment.subject.review.and_then(|review| review.inherent_risk[at]);
    let answer = stated.map(|option| &factor.options[option]);
    FactorJson {
        id: IdJson(&factor.id),
        ask: story.say(&factor.ask),
        answer: answer.map(|option| FactorAnswerJson {
            id: IdJson(&option.id),
            label: story.say(&option.label),
            tier: WordJson(option.tier),
        }),
    }
}

pub(super) fn contradictions<'a>(story: &Story<'_, 'a>) -> Vec<ContradictionJson<'a>> {
    let known = &story.questionnaire().contradictions;
    let document = |at: &ContradictionId| ContradictionJson {
        id: IdJson(&known[*at].id),
        title: story.say(&known[*at].title),
        questions: ids(story, &distinct(known[*at].when.questions())),
    };
    story.assessment.contradictions.iter().map(document).collect()
}

pub(super) fn rating(rating: &Rating, subject: &Subject<'_>) -> RatingJson {
    RatingJson {
        worst: WordJson(rating.worst),
        best: WordJson(rating.best),
        headline: WordJson(rating.worst),
        if_proved: WordJson(rating.if_proved),
        if_papers_fail: WordJson(rating.if_papers_fail),
        band_worst: WordJson(rating.band_worst),
        band_best: WordJson(rating.band_best),
        matrix_worst: WordJson(rating.matrix_worst),
        matrix_best: WordJson(rating.matrix_best),
        reasons: rating.reasons.iter().map(|at| reason(at, subject)).collect(),
    }
}

fn reason(reason: &Reason, subject: &Subject<'_>) -> ReasonJson {
    let (of, tier, rating) = (WordJson(reason.of), WordJson(reason.tier), WordJson(reason.rating));
    match reason.cause {
        Cause::Assumed => ReasonJson::Assumed { of, kind: ASSUMED, tier, rating },
        Cause::Matrix(band) => ReasonJson::Matrix { of, kind: MATRIX, tier, band: WordJson(band), rating },
        Cause::Flag { flag, severity, state } => ReasonJson::Flag {
            of,
            kind: FLAG,
            id: FlagIdJson(subject.questionnaire.flag_name(flag)),
            severity: WordJson(severity),
            state: BoundingStateJson(state),
            tier,
            rating,
        },
    }
}

/// The questions of the largest remediations, so many of them.
fn of_largest<'a>(story: &Story<'_, 'a>, count: usize) -> Result<Vec<QuestionIdJson<'a>>, Broken> {
    let all = story.assessment.remediations();
    let missing = || Broken::new(format_args!("a way leads over {count} remediations, and there are {}", all.len()));
    let largest = all.get(..count).ok_or_else(missing)?;
    Ok(ids(story, &largest.iter().map(|remediation| remediation.question).collect::<Vec<_>>()))
}

pub(super) fn remediations<'a>(story: &Story<'_, 'a>) -> Vec<RemediationJson<'a>> {
    let points = |grains: &Exact| story.assessment.points(grains.clone());
    let remediations = story.assessment.remediations().iter();
    remediations
        .map(|remediation| RemediationJson {
            id: QuestionIdJson(&story.questionnaire().questions[remediation.question].id),
            gain: ExactJson::of(&points(&remediation.gain)),
            evidence_only: ExactJson::of(&points(&remediation.evidence_only)),
            gain_decimal: DecimalJson::of(&points(&remediation.gain)),
            evidence_only_decimal: DecimalJson::of(&points(&remediation.evidence_only)),
            kind: WordJson(insight::kind(story.assessment, remediation)),
            what: story.demand(remediation).words,
            needs: ids(story, &remediation.needs),
        })
        .collect()
}

pub(super) fn path<'a>(story: &Story<'_, 'a>) -> Result<Option<PathJson<'a>>, Broken> {
    let Some(paths) = story.assessment.paths() else { return Ok(None) };
    let to = |band: Band| paths.to_band[band.index()].map(|count| of_largest(story, count)).transpose();
    Ok(Some(PathJson { strong: to(Band::Strong)?, adequate: to(Band::Adequate)?, weak: to(Band::Weak)? }))
}

pub(super) fn to_ratings<'a>(story: &Story<'_, 'a>) -> Result<Option<ToRatingsJson<'a>>, Broken> {
    let Some(paths) = story.assessment.paths() else { return Ok(None) };
    let to = |level: Level| paths.to_rating[level.index()].as_ref().map(|way| to_rating(story, way)).transpose();
    Ok(Some(ToRatingsJson { low: to(Level::Low)?, medium: to(Level::Medium)?, high: to(Level::High)? }))
}

fn to_rating<'a>(story: &Story<'_, 'a>, way: &ToRating) -> Result<ToRatingJson<'a>, Broken> {
    let flags = way.flags.iter().map(|flag| FlagIdJson(story.questionnaire().flag_name(*flag))).collect();
    Ok(ToRatingJson { flags, path: of_largest(story, way.remediations)? })
}
