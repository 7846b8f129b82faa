//! The assessment as JSON: exact numbers as `n/d`, shown numbers beside them. Keys and meanings are a contract; the
//! schema beside this file describes them.

use num_bigint::BigInt;
use num_traits::Zero;
use serde::Serialize;

use super::origins::Origins;
use super::story::Story;
use crate::answers::read_review::flag_name;
use crate::answers::review::Decision;
use crate::assessment::fix::{Fix, ToRating};
use crate::assessment::gate::Failed;
use crate::assessment::rating::{Cause, End, Rating, Reason};
use crate::assessment::{Assessment, Score, Subject};
use crate::policy::{Band, Proof};
use crate::questionnaire::Level;
use crate::source::fields::Word;
use crate::words::clean;
use crate::words::number::{Rounding, exact, fixed, tenths};

/// The format of the document.
pub const FORMAT: &str = "duly/assessment@1";

/// The schema of the document.
pub const SCHEMA: &str = include_str!("assessment.schema.json");

/// The assessment as one JSON document with a final line break.
pub fn render(story: &Story<'_, '_>, failed: &[Failed], origins: &Origins) -> String {
    let document = document(story.assessment, failed, origins);
    // Serializing plain structs of strings and lists cannot fail; an empty document would fail every reader.
    serde_json::to_string_pretty(&document).map(|json| clean::json_escaped(json + "\n")).unwrap_or_default()
}

/// The same as one line.
pub fn line(story: &Story<'_, '_>, failed: &[Failed], origins: &Origins) -> String {
    let document = document(story.assessment, failed, origins);
    serde_json::to_string(&document).map(|json| clean::json_escaped(json + "\n")).unwrap_or_default()
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: Tool,
    vendor: &'a str,
    as_of: String,
    basis: Basis<'a>,
    overall: Option<Overall>,
    categories: Vec<Category<'a>>,
    groups: Vec<Group<'a>>,
    questions: Vec<Question<'a>>,
    coverage: Option<Coverage>,
    scope: Scope,
    inherent_risk: InherentRisk<'a>,
    flags: Vec<Flag>,
    contradictions: Vec<&'a str>,
    rating: Option<RatingDocument>,
    fixes: Vec<FixDocument<'a>>,
    path: Option<PathDocument<'a>>,
    to_rating: Option<ToRatings<'a>>,
    decision: Option<DecisionDocument<'a>>,
    gate: Gate,
}

#[derive(Serialize)]
struct Tool {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct Basis<'a> {
    questionnaire: QuestionnaireBasis<'a>,
    answers: AnswersBasis,
    review: Option<ReviewBasis<'a>>,
    policy: Option<PolicyBasis>,
}

#[derive(Serialize)]
struct QuestionnaireBasis<'a> {
    id: &'a str,
    version: &'a str,
    sha256: String,
    vendors_own: bool,
}

#[derive(Serialize)]
struct AnswersBasis {
    answered: Option<String>,
    sha256: String,
}

#[derive(Serialize)]
struct ReviewBasis<'a> {
    reviewer: &'a str,
    reviewed: String,
    sha256: String,
    beside_answers: bool,
}

#[derive(Serialize)]
struct PolicyBasis {
    sha256: String,
}

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
struct Overall {
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
struct Category<'a> {
    id: &'a str,
    share: Option<String>,
    score: Option<ScoreDocument>,
    na_kept: String,
}

#[derive(Serialize)]
struct Group<'a> {
    id: &'a str,
    score: Option<ScoreDocument>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    status: &'static str,
    assurance: Option<&'static str>,
    share: String,
    assured: String,
    evidence_gap: String,
    control_gap: String,
    unknown: String,
    assured_display: String,
}

#[derive(Serialize)]
struct Coverage {
    exact: String,
    display: String,
    provisional: bool,
}

#[derive(Serialize)]
struct Scope {
    out_of_scope: String,
    na: String,
    na_approved: String,
}

#[derive(Serialize)]
struct InherentRisk<'a> {
    lowest: &'static str,
    highest: &'static str,
    assumed: bool,
    missing: Vec<&'a str>,
}

#[derive(Serialize)]
struct Flag {
    id: String,
    severity: &'static str,
    state: &'static str,
}

#[derive(Serialize)]
struct RatingDocument {
    worst: &'static str,
    best: &'static str,
    headline: &'static str,
    if_proved: &'static str,
    band_worst: &'static str,
    band_best: &'static str,
    matrix_worst: &'static str,
    matrix_best: &'static str,
    reasons: Vec<ReasonDocument>,
}

#[derive(Serialize)]
struct ReasonDocument {
    of: &'static str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    severity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<&'static str>,
    tier: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    band: Option<&'static str>,
    rating: &'static str,
}

#[derive(Serialize)]
struct FixDocument<'a> {
    id: &'a str,
    gain: String,
    evidence_only: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needs: Vec<&'a str>,
}

#[derive(Serialize)]
struct PathDocument<'a> {
    strong: Option<Vec<&'a str>>,
    adequate: Option<Vec<&'a str>>,
    weak: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
struct ToRatings<'a> {
    low: Option<ToRatingDocument<'a>>,
    medium: Option<ToRatingDocument<'a>>,
    high: Option<ToRatingDocument<'a>>,
}

#[derive(Serialize)]
struct ToRatingDocument<'a> {
    flags: Vec<String>,
    path: Vec<&'a str>,
}

#[derive(Serialize)]
struct DecisionDocument<'a> {
    outcome: &'static str,
    by: &'a str,
    on: String,
    conditions: &'a [String],
    next_review: Option<String>,
}

#[derive(Serialize)]
struct Gate {
    passed: bool,
    failed: Vec<&'static str>,
}

fn document<'a>(assessment: &'a Assessment<'_>, failed: &[Failed], origins: &Origins) -> Document<'a> {
    let subject = &assessment.subject;
    let flags = assessment.flags.iter();
    Document {
        format: FORMAT,
        tool: Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        vendor: &subject.answers.vendor,
        as_of: subject.as_of.to_string(),
        basis: basis(subject, origins),
        overall: overall(assessment),
        categories: categories(assessment),
        groups: groups(assessment),
        questions: questions(assessment),
        coverage: coverage(assessment),
        scope: scope(assessment),
        inherent_risk: inherent_risk(assessment),
        flags: flags
            .map(|flag| Flag {
                id: flag_name(flag.flag, subject.questionnaire),
                severity: flag.severity.word(),
                state: flag.state.word(),
            })
            .collect(),
        contradictions: contradictions(assessment),
        rating: assessment.rating.as_ref().map(|rating| rating_document(rating, subject)),
        fixes: fixes(assessment),
        path: path(assessment),
        to_rating: to_ratings(assessment),
        decision: subject.review.and_then(|review| review.decision.as_ref()).map(decision),
        gate: Gate { passed: failed.is_empty(), failed: failed.iter().map(|rule| rule.key()).collect() },
    }
}

fn basis<'a>(subject: &Subject<'a>, origins: &Origins) -> Basis<'a> {
    let questionnaire = subject.questionnaire;
    Basis {
        questionnaire: QuestionnaireBasis {
            id: &questionnaire.id,
            version: &questionnaire.version,
            sha256: questionnaire.fingerprint(),
            vendors_own: origins.vendors_own_questionnaire,
        },
        answers: AnswersBasis {
            answered: subject.answers.answered.map(|date| date.to_string()),
            sha256: subject.answers.source.fingerprint(),
        },
        review: subject.review.map(|review| ReviewBasis {
            reviewer: &review.reviewer,
            reviewed: review.reviewed.to_string(),
            sha256: review.source.fingerprint(),
            beside_answers: origins.review_beside_answers,
        }),
        policy: subject.policy.source.as_ref().map(|source| PolicyBasis { sha256: source.fingerprint() }),
    }
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

fn overall(assessment: &Assessment<'_>) -> Option<Overall> {
    let score = score_document(assessment.overall.as_ref()?, &assessment.subject);
    let by = assessment.assured_by.as_ref()?;
    let of = |proof: Proof| exact(&by.points[proof.index()]);
    let assured_by = AssuredBy {
        verified: of(Proof::Verified),
        documented: of(Proof::Documented),
        expired: of(Proof::Expired),
        claimed: of(Proof::Claimed),
    };
    Some(Overall { score, assured_by })
}

fn categories<'a>(assessment: &'a Assessment<'_>) -> Vec<Category<'a>> {
    let results = assessment.subject.questionnaire.categories.iter().zip(&assessment.categories);
    results
        .enumerate()
        .map(|(at, (category, result))| Category {
            id: &category.id,
            share: assessment.category_share(at).as_ref().map(exact),
            score: result.score.as_ref().map(|score| score_document(score, &assessment.subject)),
            na_kept: exact(&result.na_kept),
        })
        .collect()
}

fn groups<'a>(assessment: &'a Assessment<'_>) -> Vec<Group<'a>> {
    let results = assessment.subject.questionnaire.groups.iter().zip(&assessment.groups);
    let document = |score: &Score| score_document(score, &assessment.subject);
    results.map(|(group, score)| Group { id: &group.id, score: score.as_ref().map(document) }).collect()
}

fn questions<'a>(assessment: &'a Assessment<'_>) -> Vec<Question<'a>> {
    let results = assessment.subject.questionnaire.questions.iter().zip(&assessment.questions);
    let points = |grains: &BigInt| exact(&assessment.points(grains.clone()));
    results
        .map(|(question, judged)| Question {
            id: &question.id,
            status: judged.status.word(),
            assurance: judged.proven.map(|proven| proven.proof.word()),
            share: points(&judged.parts.whole()),
            assured: points(&judged.parts.assured),
            evidence_gap: points(&judged.parts.evidence_gap),
            control_gap: points(&judged.parts.control_gap),
            unknown: points(&judged.parts.unknown),
            assured_display: tenths(&BigInt::from(judged.assured_tenths)),
        })
        .collect()
}

fn coverage(assessment: &Assessment<'_>) -> Option<Coverage> {
    let coverage = assessment.coverage()?;
    Some(Coverage {
        exact: exact(&coverage),
        display: fixed(&coverage, 1, Rounding::Floor),
        provisional: assessment.is_provisional(),
    })
}

fn scope(assessment: &Assessment<'_>) -> Scope {
    Scope {
        out_of_scope: exact(&assessment.scope.out_of_scope),
        na: exact(&assessment.scope.na),
        na_approved: exact(&assessment.scope.na_approved),
    }
}

fn inherent_risk<'a>(assessment: &'a Assessment<'_>) -> InherentRisk<'a> {
    let (found, factors) = (&assessment.inherent_risk, &assessment.subject.questionnaire.factors);
    InherentRisk {
        lowest: found.lowest.word(),
        highest: found.highest.word(),
        assumed: found.assumed,
        missing: found.missing.iter().map(|at| factors[*at].id.as_str()).collect(),
    }
}

fn contradictions<'a>(assessment: &'a Assessment<'_>) -> Vec<&'a str> {
    let known = &assessment.subject.questionnaire.contradictions;
    assessment.contradictions.iter().map(|at| known[*at].id.as_str()).collect()
}

fn rating_document(rating: &Rating, subject: &Subject<'_>) -> RatingDocument {
    RatingDocument {
        worst: rating.worst.word(),
        best: rating.best.word(),
        headline: rating.worst.word(),
        if_proved: rating.if_proved.word(),
        band_worst: rating.band_worst.word(),
        band_best: rating.band_best.word(),
        matrix_worst: rating.matrix_worst.word(),
        matrix_best: rating.matrix_best.word(),
        reasons: rating.reasons.iter().map(|reason| reason_document(reason, subject)).collect(),
    }
}

fn reason_document(reason: &Reason, subject: &Subject<'_>) -> ReasonDocument {
    let of = match reason.of {
        End::Worst => "worst",
        End::Best => "best",
    };
    let bare = ReasonDocument {
        of,
        kind: "assumed",
        id: None,
        severity: None,
        state: None,
        tier: reason.tier.word(),
        band: None,
        rating: reason.rating.word(),
    };
    match reason.cause {
        Cause::Assumed => bare,
        Cause::Matrix(band) => ReasonDocument { kind: "matrix", band: Some(band.word()), ..bare },
        Cause::Flag { flag, severity, state } => ReasonDocument {
            kind: "flag",
            id: Some(flag_name(flag, subject.questionnaire)),
            severity: Some(severity.word()),
            state: Some(state.word()),
            ..bare
        },
    }
}

fn ids<'a>(assessment: &'a Assessment<'_>, fixes: &[Fix]) -> Vec<&'a str> {
    fixes.iter().map(|fix| question_id(assessment, fix.question)).collect()
}

fn question_id<'a>(assessment: &'a Assessment<'_>, question: usize) -> &'a str {
    &assessment.subject.questionnaire.questions[question].id
}

fn fixes<'a>(assessment: &'a Assessment<'_>) -> Vec<FixDocument<'a>> {
    let points = |grains: &BigInt| exact(&assessment.points(grains.clone()));
    let fixes = assessment.fixes.iter();
    fixes
        .map(|fix| FixDocument {
            id: question_id(assessment, fix.question),
            gain: points(&fix.gain),
            evidence_only: if fix.evidence_only.is_zero() { "0".to_owned() } else { points(&fix.evidence_only) },
            needs: fix.needs.iter().map(|gate| question_id(assessment, *gate)).collect(),
        })
        .collect()
}

fn path<'a>(assessment: &'a Assessment<'_>) -> Option<PathDocument<'a>> {
    let paths = assessment.paths.as_ref()?;
    let to = |band: Band| {
        let count = paths.to_band[band.index()]?;
        Some(ids(assessment, assessment.fixes.get(..count)?))
    };
    Some(PathDocument { strong: to(Band::Strong), adequate: to(Band::Adequate), weak: to(Band::Weak) })
}

fn to_ratings<'a>(assessment: &'a Assessment<'_>) -> Option<ToRatings<'a>> {
    let paths = assessment.paths.as_ref()?;
    let to = |level: Level| paths.to_rating[level.index()].as_ref().map(|way| to_rating(assessment, way));
    Some(ToRatings { low: to(Level::Low), medium: to(Level::Medium), high: to(Level::High) })
}

fn to_rating<'a>(assessment: &'a Assessment<'_>, way: &ToRating) -> ToRatingDocument<'a> {
    let flags = way.flags.iter().map(|flag| flag_name(*flag, assessment.subject.questionnaire)).collect();
    let path = ids(assessment, assessment.fixes.get(..way.fixes).unwrap_or(&[]));
    ToRatingDocument { flags, path }
}

fn decision(decision: &Decision) -> DecisionDocument<'_> {
    DecisionDocument {
        outcome: decision.outcome.word(),
        by: &decision.by,
        on: decision.on.to_string(),
        conditions: &decision.conditions,
        next_review: decision.next_review.map(|date| date.to_string()),
    }
}
