//! Two vendors held against each other, as JSON: a difference is A less B, in points of 100 unless it says otherwise.

use schemars::JsonSchema;
use serde::Serialize;

use super::chain::ChainsJson;
use super::value::{ExactJson, FlagIdJson, IdJson, NameJson, QuestionIdJson};
use super::word::WordJson;
use crate::assessment::Assessment;
use crate::assessment::scope::Status;
use crate::comparison::model::Held;
use crate::comparison::overtake::overtake;
use crate::comparison::pair::{CategoryDelta, LeftOut, QuestionDelta};
use crate::comparison::weighting::{DECIMALS, TieWeight, acceptability, tie_weights};
use crate::comparison::{Comparison, Which};
use crate::questionnaire::Questionnaire;
use crate::questionnaire::ids::QuestionId;

/// Two vendors, A and B; a difference is A less B.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "pair")]
pub(super) struct PairJson<'a> {
    /// The name of the one that was named first.
    #[serde(rename = "A")]
    a: NameJson<'a>,
    /// The name of the other.
    #[serde(rename = "B")]
    b: NameJson<'a>,
    /// The difference of the assured scores, each on its own questions, in points of 100.
    headline_delta: ExactJson,
    /// The assured scores on the questions that count for both.
    like_for_like: LikeForLikeJson,
    /// What each gains or loses by questions that do not count for both.
    scope_effect: ScopeEffectJson,
    /// What each category adds to the difference on the same questions.
    by_category: Vec<CategoryDeltaJson<'a>>,
    /// The questions that differ or are open, the largest difference first.
    by_question: Vec<QuestionDeltaJson<'a>>,
    /// The questions that both questionnaires ask and that count for one of the two, in whole or in part, but are not
    /// compared: not asked of one, or said not to apply.
    not_compared: Vec<NotComparedJson<'a>>,
    /// Who is at least as good everywhere, and better somewhere.
    dominance: DominanceJson,
    /// Who is ahead on the same questions whatever the open ones bring.
    certainty: CertaintyJson,
    /// By how many per cent all weights may move, in any directions, before the order turns.
    flip_margin: FlipMarginJson,
    /// The categories whose weight alone could bring a tie.
    tie_weights: Vec<TieWeightJson<'a>>,
    /// The share of all weightings of the categories under which each is ahead, in per cent.
    acceptability: AcceptabilityJson,
    /// What the vendor's word would have to count for a tie, in per cent, or null if there is no such worth.
    claim_credit_at_tie: Option<ExactJson>,
    /// Who has the higher assured score, or null for a tie.
    leader: Option<WordJson<Which>>,
    /// The fewest questions that the one behind must fix and prove for a higher score; null where nobody leads or all
    /// are not enough.
    overtake: Option<QuestionIdsJson<'a>>,
    /// The red flags that it must clear first.
    overtake_flags: Vec<FlagIdJson>,
    /// The fewest questions that it must prove as they are, or null where that is not enough.
    #[serde(rename = "overtake_by_proof")]
    overtake_by_assurance: Option<QuestionIdsJson<'a>>,
    /// Whether the whole scores and the scores on the same questions disagree about who leads.
    order_conflict: bool,
    /// Questions that only A's questionnaire has.
    only_a: QuestionIdsJson<'a>,
    /// Questions that only B's questionnaire has.
    only_b: QuestionIdsJson<'a>,
    /// Questions that have the same id in both and are not the same question.
    changed: QuestionIdsJson<'a>,
    /// Whether the two questionnaires weigh the same questions differently.
    weights_differ: bool,
    /// Whom they have do a part of the service.
    chain: ChainsJson<'a>,
}

/// Ids of questions, each once.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "question-ids", extend("uniqueItems" = true))]
struct QuestionIdsJson<'a>(Vec<QuestionIdJson<'a>>);

/// The scores on the questions that count for both.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "like-for-like")]
struct LikeForLikeJson {
    /// The part of A's questionnaire that counts for both, in per cent of its weight.
    common_weight_share: ExactJson,
    /// The score of A on these questions, on 0..100.
    #[serde(rename = "A")]
    a: ExactJson,
    /// The score of B on these questions, on 0..100.
    #[serde(rename = "B")]
    b: ExactJson,
    /// The difference of the two.
    delta: ExactJson,
}

/// What each gains or loses by questions that do not count for both, in points of 100.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "scope-effect")]
struct ScopeEffectJson {
    /// What A gains; negative where it loses.
    #[serde(rename = "A")]
    a: ExactJson,
    /// What B gains; negative where it loses.
    #[serde(rename = "B")]
    b: ExactJson,
}

/// A category of A's questionnaire.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "category-delta")]
struct CategoryDeltaJson<'a> {
    /// The id of the category.
    id: IdJson<'a>,
    /// Its share of the weight that counts for both, in per cent.
    share: ExactJson,
    /// The difference of the scores in it, on -100..100.
    d: ExactJson,
    /// What it adds to the difference of the whole, in points.
    contribution: ExactJson,
}

/// A question that counts for both.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "question-delta")]
struct QuestionDeltaJson<'a> {
    /// The id of the question.
    id: QuestionIdJson<'a>,
    /// Its share of the weight that counts for both, in per cent.
    share: ExactJson,
    /// What it adds to the difference of the whole, in points.
    delta: ExactJson,
    /// The part of that which the answers make.
    answer_effect: ExactJson,
    /// The part of that which only the proof makes.
    evidence_effect: ExactJson,
    /// For whom it is open.
    #[schemars(extend("uniqueItems" = true))]
    open: Vec<WordJson<Which>>,
}

/// A question that is not compared, with its status for each.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "not-compared")]
struct NotComparedJson<'a> {
    /// The id of the question.
    id: QuestionIdJson<'a>,
    /// Its status for A.
    #[serde(rename = "A")]
    a: WordJson<Status>,
    /// Its status for B.
    #[serde(rename = "B")]
    b: WordJson<Status>,
}

/// Who is at least as good everywhere, and better somewhere.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "dominance")]
struct DominanceJson {
    /// Who is so in every category, or null.
    categories: Option<WordJson<Which>>,
    /// Who is so in every question, or null.
    questions: Option<WordJson<Which>>,
}

/// Who is ahead on the same questions whatever the open ones bring.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "certainty")]
struct CertaintyJson {
    /// Whether A is.
    #[serde(rename = "A_surely_ahead")]
    a: bool,
    /// Whether B is.
    #[serde(rename = "B_surely_ahead")]
    b: bool,
}

/// By how many per cent all weights may move before the order turns.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "flip-margin")]
struct FlipMarginJson {
    /// For the weights of categories; null where nothing differs.
    categories: Option<ExactJson>,
    /// For the weights of questions; null where nothing differs.
    questions: Option<ExactJson>,
}

/// The weight of a category at which the two tie, all else equal.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "tie-weight")]
struct TieWeightJson<'a> {
    /// The id of the category.
    category: IdJson<'a>,
    /// Its share of the weight that counts for both now, in per cent.
    share_now: ExactJson,
    /// By what its weight would have to be multiplied.
    multiplier: ExactJson,
    /// Its share then, in per cent.
    share_at_tie: ExactJson,
}

/// The share of all weightings of the categories under which each is ahead, in per cent.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "acceptability")]
struct AcceptabilityJson {
    /// The share under which A is ahead.
    #[serde(rename = "A")]
    a: ExactJson,
    /// The share under which B is ahead.
    #[serde(rename = "B")]
    b: ExactJson,
    /// The share under which A is ahead if the order of the weights is agreed on.
    #[serde(rename = "A_given_order")]
    a_given_order: ExactJson,
    /// There where one of them would be a fraction of thousands of digits and is cut to six decimals.
    #[serde(skip_serializing_if = "Option::is_none")]
    cut_to_decimals: Option<u32>,
}

pub(super) fn pair<'a>(comparison: &Comparison<'a, '_>, held: &Held) -> PairJson<'a> {
    let found = &held.pair;
    let [a, b] = [found.a, found.b].map(|at| comparison.assessments[at]);
    let ids = |of: &'a Assessment<'_>, asked: &[QuestionId]| question_ids(of.subject.questionnaire, asked);
    let [ahead, behind] = comparison.led(found).map(|at| comparison.assessments[at]);
    let way = overtake(behind, ahead, &found.headline.abs());
    let is_led = found.leader.is_some();
    let acceptable = acceptability(found);
    PairJson {
        a: NameJson(&a.subject.answers.vendor),
        b: NameJson(&b.subject.answers.vendor),
        headline_delta: ExactJson::of(&found.headline),
        like_for_like: LikeForLikeJson {
            common_weight_share: ExactJson::of(&found.common_share),
            a: ExactJson::of(&found.scores[0]),
            b: ExactJson::of(&found.scores[1]),
            delta: ExactJson::of(&(&found.scores[0] - &found.scores[1])),
        },
        scope_effect: ScopeEffectJson {
            a: ExactJson::of(&found.scope_effect[0]),
            b: ExactJson::of(&found.scope_effect[1]),
        },
        by_category: found.categories.iter().map(|delta| category(a, delta)).collect(),
        by_question: found.questions.iter().map(|delta| question(a, delta)).collect(),
        not_compared: found.left_out.iter().map(|left_out| not_compared([a, b], left_out)).collect(),
        dominance: DominanceJson {
            categories: found.category_dominance.map(WordJson),
            questions: found.question_dominance.map(WordJson),
        },
        certainty: CertaintyJson { a: found.surely_ahead[0], b: found.surely_ahead[1] },
        flip_margin: FlipMarginJson {
            categories: found.category_margin.as_ref().map(ExactJson::of),
            questions: found.question_margin.as_ref().map(ExactJson::of),
        },
        tie_weights: tie_weights(found).iter().map(|tie| tie_weight(a, tie)).collect(),
        acceptability: AcceptabilityJson {
            a: ExactJson::of(&acceptable.a),
            b: ExactJson::of(&acceptable.b),
            a_given_order: ExactJson::of(&acceptable.a_given_order),
            cut_to_decimals: acceptable.is_cut.then_some(DECIMALS),
        },
        claim_credit_at_tie: found.claim_credit_at_tie.as_ref().map(ExactJson::of),
        leader: found.leader.map(WordJson),
        overtake: way.remediations.filter(|_| is_led).map(|remediations| ids(behind, &remediations)),
        overtake_flags: way
            .flags
            .iter()
            .map(|flag| FlagIdJson(behind.subject.questionnaire.flag_name(*flag)))
            .collect(),
        overtake_by_assurance: way.assurances.filter(|_| is_led).map(|assurances| ids(behind, &assurances)),
        order_conflict: found.order_conflict,
        only_a: ids(a, &held.matching.only_first),
        only_b: ids(b, &held.matching.only_second),
        changed: ids(a, &held.matching.changed.iter().map(|(at, _)| *at).collect::<Vec<_>>()),
        weights_differ: held.matching.weights_differ,
        chain: ChainsJson::of(a, b),
    }
}

fn question_ids<'a>(questionnaire: &'a Questionnaire, asked: &[QuestionId]) -> QuestionIdsJson<'a> {
    QuestionIdsJson(asked.iter().map(|at| QuestionIdJson(&questionnaire.questions[*at].id)).collect())
}

fn category<'a>(a: &'a Assessment<'_>, delta: &CategoryDelta) -> CategoryDeltaJson<'a> {
    CategoryDeltaJson {
        id: IdJson(&a.subject.questionnaire.categories[delta.category].id),
        share: ExactJson::of(&delta.share),
        d: ExactJson::of(&delta.delta),
        contribution: ExactJson::of(&delta.contribution),
    }
}

fn question<'a>(a: &'a Assessment<'_>, delta: &QuestionDelta) -> QuestionDeltaJson<'a> {
    let open = [Which::A, Which::B].into_iter().zip(delta.open).filter(|(_, is_open)| *is_open);
    QuestionDeltaJson {
        id: QuestionIdJson(&a.subject.questionnaire.questions[delta.question].id),
        share: ExactJson::of(&delta.share),
        delta: ExactJson::of(&delta.delta),
        answer_effect: ExactJson::of(&delta.answer_effect),
        evidence_effect: ExactJson::of(&delta.evidence_effect),
        open: open.map(|(side, _)| WordJson(side)).collect(),
    }
}

fn not_compared<'a>([a, b]: [&'a Assessment<'_>; 2], left_out: &LeftOut) -> NotComparedJson<'a> {
    NotComparedJson {
        id: QuestionIdJson(&a.subject.questionnaire.questions[left_out.question].id),
        a: WordJson(a.questions[left_out.question].status),
        b: WordJson(b.questions[left_out.other].status),
    }
}

fn tie_weight<'a>(a: &'a Assessment<'_>, tie: &TieWeight) -> TieWeightJson<'a> {
    TieWeightJson {
        category: IdJson(&a.subject.questionnaire.categories[tie.category].id),
        share_now: ExactJson::of(&tie.share_now),
        multiplier: ExactJson::of(&tie.multiplier),
        share_at_tie: ExactJson::of(&tie.share_at_tie),
    }
}
