//! A comparison as JSON: exact numbers as `n/d`.

use serde::Serialize;

use super::basis::{TOOL, Tool, finished};
use crate::assessment::Assessment;
use crate::comparison::model::Held;
use crate::comparison::overtake::overtake;
use crate::comparison::pair::{CategoryDelta, QuestionDelta};
use crate::comparison::weighting::{TieWeight, acceptability, tie_weights};
use crate::comparison::{Comparison, Which};
use crate::questionnaire::Questionnaire;
use crate::review::read::flag_name;
use crate::source::fields::Word;
use crate::words::Broken;
use crate::words::number::exact;

/// The format of the document.
pub const FORMAT: &str = "duly/comparison@1";

/// The schema of the document.
pub const SCHEMA: &str = include_str!("../comparison.schema.json");

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: Tool,
    vendors: Vec<Vendor<'a>>,
    ranking: Vec<Ranked<'a>>,
    pairs: Vec<PairDocument<'a>>,
}

#[derive(Serialize)]
struct Vendor<'a> {
    vendor: &'a str,
    as_of: String,
    answered: Option<String>,
    rating: Option<&'static str>,
    best: Option<&'static str>,
    assured: Option<String>,
    claimed: Option<String>,
    potential: Option<String>,
    questionnaire: QuestionnaireBasis<'a>,
    answers_sha256: String,
    review_sha256: Option<String>,
    policy_sha256: Option<String>,
}

#[derive(Serialize)]
struct QuestionnaireBasis<'a> {
    id: &'a str,
    version: &'a str,
    sha256: String,
}

#[derive(Serialize)]
struct Ranked<'a> {
    vendor: &'a str,
    rating: Option<&'static str>,
    assured: Option<String>,
}

#[derive(Serialize)]
struct PairDocument<'a> {
    #[serde(rename = "A")]
    a: &'a str,
    #[serde(rename = "B")]
    b: &'a str,
    headline_delta: String,
    like_for_like: LikeForLike,
    scope_effect: Both,
    by_category: Vec<Category<'a>>,
    by_question: Vec<Question<'a>>,
    dominance: Dominance,
    certainty: Certainty,
    flip_margin: FlipMargin,
    tie_weights: Vec<Tie<'a>>,
    acceptability: Acceptable,
    claim_credit_at_tie: Option<String>,
    leader: Option<&'static str>,
    overtake: Option<Vec<&'a str>>,
    overtake_flags: Vec<String>,
    #[serde(rename = "overtake_by_proof")]
    overtake_by_assurance: Option<Vec<&'a str>>,
    order_conflict: bool,
    only_a: Vec<&'a str>,
    only_b: Vec<&'a str>,
    changed: Vec<&'a str>,
    weights_differ: bool,
}

#[derive(Serialize)]
struct LikeForLike {
    common_weight_share: String,
    #[serde(rename = "A")]
    a: String,
    #[serde(rename = "B")]
    b: String,
    delta: String,
}

#[derive(Serialize)]
struct Both {
    #[serde(rename = "A")]
    a: String,
    #[serde(rename = "B")]
    b: String,
}

#[derive(Serialize)]
struct Category<'a> {
    id: &'a str,
    share: String,
    d: String,
    contribution: String,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    share: String,
    delta: String,
    answer_effect: String,
    evidence_effect: String,
    open: Vec<&'static str>,
}

#[derive(Serialize)]
struct Dominance {
    categories: Option<&'static str>,
    questions: Option<&'static str>,
}

#[derive(Serialize)]
struct Certainty {
    #[serde(rename = "A_surely_ahead")]
    a: bool,
    #[serde(rename = "B_surely_ahead")]
    b: bool,
}

#[derive(Serialize)]
struct FlipMargin {
    categories: Option<String>,
    questions: Option<String>,
}

#[derive(Serialize)]
struct Tie<'a> {
    category: &'a str,
    share_now: String,
    multiplier: String,
    share_at_tie: String,
}

#[derive(Serialize)]
struct Acceptable {
    #[serde(rename = "A")]
    a: String,
    #[serde(rename = "B")]
    b: String,
    #[serde(rename = "A_given_order")]
    a_given_order: String,
}

/// The comparison as one JSON document with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(comparison: &Comparison<'_, '_>) -> Result<String, Broken> {
    let document = Document {
        format: FORMAT,
        tool: TOOL,
        vendors: comparison.assessments.iter().map(vendor).collect(),
        ranking: comparison.ranking.iter().map(|at| ranked(&comparison.assessments[*at])).collect(),
        pairs: comparison.pairs.iter().map(|held| pair(comparison, held)).collect(),
    };
    finished(serde_json::to_string_pretty(&document))
}

fn vendor<'a>(assessment: &'a Assessment<'_>) -> Vendor<'a> {
    let subject = &assessment.subject;
    let (rating, score) = (assessment.rating.as_ref(), assessment.overall.as_ref());
    Vendor {
        vendor: &subject.answers.vendor,
        as_of: subject.as_of.to_string(),
        answered: subject.answers.answered.map(|day| day.to_string()),
        rating: rating.map(|rating| rating.worst.word()),
        best: rating.map(|rating| rating.best.word()),
        assured: score.map(|score| exact(&score.assured())),
        claimed: score.map(|score| exact(&score.claimed())),
        potential: score.map(|score| exact(&score.potential())),
        questionnaire: QuestionnaireBasis {
            id: &subject.questionnaire.id,
            version: &subject.questionnaire.version,
            sha256: subject.questionnaire.fingerprint(),
        },
        answers_sha256: subject.answers.source.fingerprint(),
        review_sha256: subject.review.map(|review| review.source.fingerprint()),
        policy_sha256: subject.policy.source.as_ref().map(|source| source.fingerprint()),
    }
}

fn ranked<'a>(assessment: &'a Assessment<'_>) -> Ranked<'a> {
    Ranked {
        vendor: &assessment.subject.answers.vendor,
        rating: assessment.rating.as_ref().map(|rating| rating.worst.word()),
        assured: assessment.overall.as_ref().map(|score| exact(&score.assured())),
    }
}

fn which(which: Which) -> &'static str {
    match which {
        Which::A => "A",
        Which::B => "B",
    }
}

fn pair<'a>(comparison: &Comparison<'a, '_>, held: &Held) -> PairDocument<'a> {
    let found = &held.pair;
    let [a, b] = [found.a, found.b].map(|at| &comparison.assessments[at]);
    let ids = |of: &'a Assessment<'_>, places: &[usize]| of_places(of.subject.questionnaire, places);
    let [ahead, behind] = comparison.led(found).map(|at| &comparison.assessments[at]);
    let way = overtake(behind, ahead, &num_traits::Signed::abs(&found.headline));
    let is_led = found.leader.is_some();
    let acceptable = acceptability(found);
    PairDocument {
        a: &a.subject.answers.vendor,
        b: &b.subject.answers.vendor,
        headline_delta: exact(&found.headline),
        like_for_like: LikeForLike {
            common_weight_share: exact(&found.common_share),
            a: exact(&found.scores[0]),
            b: exact(&found.scores[1]),
            delta: exact(&(&found.scores[0] - &found.scores[1])),
        },
        scope_effect: Both { a: exact(&found.scope_effect[0]), b: exact(&found.scope_effect[1]) },
        by_category: found.categories.iter().map(|delta| category(a, delta)).collect(),
        by_question: found.questions.iter().map(|delta| question(a, delta)).collect(),
        dominance: Dominance {
            categories: found.category_dominance.map(which),
            questions: found.question_dominance.map(which),
        },
        certainty: Certainty { a: found.surely_ahead[0], b: found.surely_ahead[1] },
        flip_margin: FlipMargin {
            categories: found.category_margin.as_ref().map(exact),
            questions: found.question_margin.as_ref().map(exact),
        },
        tie_weights: tie_weights(found).iter().map(|tie| tie_document(a, tie)).collect(),
        acceptability: Acceptable {
            a: exact(&acceptable.a),
            b: exact(&acceptable.b),
            a_given_order: exact(&acceptable.a_given_order),
        },
        claim_credit_at_tie: found.claim_credit_at_tie.as_ref().map(exact),
        leader: found.leader.map(which),
        overtake: way.remediations.filter(|_| is_led).map(|remediations| ids(behind, &remediations)),
        overtake_flags: way.flags.iter().map(|flag| flag_name(*flag, behind.subject.questionnaire)).collect(),
        overtake_by_assurance: way.assurances.filter(|_| is_led).map(|assurances| ids(behind, &assurances)),
        order_conflict: found.order_conflict,
        only_a: ids(a, &held.matching.only_first),
        only_b: ids(b, &held.matching.only_second),
        changed: ids(a, &held.matching.changed.iter().map(|(at, _)| *at).collect::<Vec<_>>()),
        weights_differ: held.matching.weights_differ,
    }
}

fn of_places<'a>(questionnaire: &'a Questionnaire, places: &[usize]) -> Vec<&'a str> {
    places.iter().map(|at| questionnaire.questions[*at].id.as_str()).collect()
}

fn category<'a>(a: &'a Assessment<'_>, delta: &CategoryDelta) -> Category<'a> {
    Category {
        id: &a.subject.questionnaire.categories[delta.category].id,
        share: exact(&delta.share),
        d: exact(&delta.delta),
        contribution: exact(&delta.contribution),
    }
}

fn question<'a>(a: &'a Assessment<'_>, delta: &QuestionDelta) -> Question<'a> {
    let open = [Which::A, Which::B].into_iter().zip(delta.open).filter(|(_, is_open)| *is_open);
    Question {
        id: &a.subject.questionnaire.questions[delta.question].id,
        share: exact(&delta.share.reduced()),
        delta: exact(&delta.delta.reduced()),
        answer_effect: exact(&delta.answer_effect.reduced()),
        evidence_effect: exact(&delta.evidence_effect.reduced()),
        open: open.map(|(side, _)| which(side)).collect(),
    }
}

fn tie_document<'a>(a: &'a Assessment<'_>, tie: &TieWeight) -> Tie<'a> {
    Tie {
        category: &a.subject.questionnaire.categories[tie.category].id,
        share_now: exact(&tie.share_now),
        multiplier: exact(&tie.multiplier),
        share_at_tie: exact(&tie.share_at_tie),
    }
}
