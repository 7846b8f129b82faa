//! A comparison as JSON: exact numbers as `n/d`.

use schemars::JsonSchema;
use serde::Serialize;

use super::basis::{BaseJson, TOOL, ToolJson};
use super::pair::{PairJson, pair};
use super::schema::{self};
use super::text::finished;
use super::value::{DateJson, ExactJson, FingerprintJson, IdJson, NameJson, VersionJson};
use super::word::WordJson;
use crate::assessment::{Assessment, insight, vendor_turn};
use crate::case::Origins;
use crate::comparison::Comparison;
use crate::comparison::trend::is_one_vendor;
use crate::questionnaire::Level;
use crate::questionnaire::ids::{ById, VendorId};
use crate::report::made_by::MadeBy;
use crate::words::{Broken, Clean};

/// The format of the document.
pub const FORMAT: &str = "duly/comparison@1";

/// The JSON Schema of the document.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn schema() -> Result<String, Broken> {
    schema::of::<ComparisonJson<'_>>()
}

/// Vendors side by side: exact numbers as fractions, in points of 100 or in per cent. Names of vendors are as they
/// wrote them: escape them wherever you show them.
#[derive(Serialize, JsonSchema)]
#[schemars(title = "duly comparison", extend("$id" = schema::urn(FORMAT)))]
struct ComparisonJson<'a> {
    /// What kind of document this is.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// What made the document.
    tool: ToolJson,
    /// How the document was made.
    basis: ComparisonBasisJson,
    /// Whether all are answers of one vendor. Of three or more `vendors` stands in the order of their days: what lies
    /// between each and the next is the pair of the two.
    over_time: bool,
    /// Who is compared, in the order in which the files were named; three or more of one vendor by their days.
    #[schemars(length(min = 2))]
    vendors: Vec<VendorJson<'a>>,
    /// The same, the best first: by the risk, then by the scores.
    #[schemars(length(min = 2))]
    ranking: Vec<RankedJson<'a>>,
    /// Each two of them that can be compared by what both were asked.
    pairs: Vec<PairJson<'a>>,
}

/// How a comparison was made.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "comparison-basis")]
struct ComparisonBasisJson {
    /// The command that made the document, for a shell: only what has an effect, files by their names alone; null where
    /// none made it.
    command: Option<Clean>,
}

impl ComparisonBasisJson {
    fn of(made_by: &MadeBy) -> ComparisonBasisJson {
        ComparisonBasisJson { command: made_by.command().cloned() }
    }
}

/// A vendor, its result, and the files that were judged.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "compared")]
struct VendorJson<'a> {
    /// The vendor's name.
    vendor: NameJson<'a>,
    /// The day of the judgement.
    as_of: DateJson,
    /// The day of the answers, or null if the file does not say.
    answered: Option<DateJson>,
    /// The vendor risk at worst, or null if nothing can be rated.
    rating: Option<WordJson<Level>>,
    /// Whether it is not rated yet, as in the assessment: `rating` is then only what must be assumed. False, too, if
    /// nothing can be rated.
    provisional: bool,
    /// Whether the vendor was asked a part of the questions only, as in the assessment.
    screened: bool,
    /// Whether our rules are content with what was asked, as in the assessment.
    screening_suffices: bool,
    /// The vendor risk at best, or null if nothing can be rated.
    best: Option<WordJson<Level>>,
    /// What is good and credited by its proof, or null if no question counts.
    assured: Option<ExactJson>,
    /// What the vendor says is good, or null if no question counts.
    claimed: Option<ExactJson>,
    /// The claimed score if everything unknown turns out well, or null if no question counts.
    potential: Option<ExactJson>,
    /// The questionnaire that it answered.
    questionnaire: AnsweredJson<'a>,
    /// The fingerprint of the answers.
    answers_sha256: FingerprintJson,
    /// The fingerprint of our review, or null if there was none.
    review_sha256: Option<FingerprintJson>,
    /// The fingerprint of our policy, or null for the default one.
    policy_sha256: Option<FingerprintJson>,
    /// Whether our policy was found by its place and not named: make sure that it is ours.
    policy_found: bool,
}

/// The questionnaire that a vendor answered.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "answered")]
struct AnsweredJson<'a> {
    /// The id of the questionnaire.
    id: IdJson<'a>,
    /// The version of the questionnaire.
    version: VersionJson<'a>,
    /// The fingerprint of the questionnaire, as in the assessment.
    sha256: FingerprintJson,
    /// The questionnaire that it extends, or null.
    extends: Option<Box<BaseJson<'a>>>,
}

/// A vendor in its place, with what put it there first.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "ranked")]
struct RankedJson<'a> {
    /// The vendor's name.
    vendor: NameJson<'a>,
    /// The vendor risk at worst, or null if nothing can be rated.
    rating: Option<WordJson<Level>>,
    /// Whether it is not rated yet, as in the assessment: `rating` is then only what must be assumed. False, too, if
    /// nothing can be rated.
    provisional: bool,
    /// What is good and credited by its proof, or null if no question counts.
    assured: Option<ExactJson>,
}

/// The comparison as one JSON document with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(
    comparison: &Comparison<'_, '_>,
    origins: &ById<VendorId, Origins>,
    made_by: &MadeBy,
) -> Result<String, Broken> {
    let document = ComparisonJson {
        format: FORMAT,
        tool: TOOL,
        basis: ComparisonBasisJson::of(made_by),
        over_time: is_one_vendor(comparison),
        vendors: comparison.assessments.with_ids().map(|(at, assessment)| vendor(assessment, &origins[at])).collect(),
        ranking: comparison.ranking.iter().map(|at| ranked(comparison.assessments[*at])).collect(),
        pairs: comparison.pairs.iter().map(|held| pair(comparison, held)).collect(),
    };
    finished(serde_json::to_string_pretty(&document))
}

fn vendor<'a>(assessment: &'a Assessment<'_>, origins: &Origins) -> VendorJson<'a> {
    let subject = &assessment.subject;
    let (rating, score) = (assessment.rating.as_ref(), assessment.overall.as_ref());
    VendorJson {
        vendor: NameJson(&subject.answers.vendor),
        as_of: DateJson::of(subject.as_of),
        answered: subject.answers.answered.map(DateJson::of),
        rating: rating.map(|rating| WordJson(rating.worst)),
        provisional: insight::is_provisional(assessment),
        screened: vendor_turn::screening(assessment).is_some(),
        screening_suffices: vendor_turn::beyond_screening(assessment).is_none(),
        best: rating.map(|rating| WordJson(rating.best)),
        assured: score.map(|score| ExactJson::of(&score.assured())),
        claimed: score.map(|score| ExactJson::of(&score.claimed())),
        potential: score.map(|score| ExactJson::of(&score.potential())),
        questionnaire: AnsweredJson {
            id: IdJson(&subject.questionnaire.id),
            version: VersionJson(&subject.questionnaire.version),
            sha256: FingerprintJson(subject.questionnaire.fingerprint()),
            extends: subject.questionnaire.base.as_deref().map(BaseJson::of),
        },
        answers_sha256: FingerprintJson(subject.answers.source.fingerprint().to_string()),
        review_sha256: subject.review.map(|review| FingerprintJson(review.source.fingerprint().to_string())),
        policy_sha256: subject.policy.source.as_ref().map(|source| FingerprintJson(source.fingerprint().to_string())),
        policy_found: origins.found_policy.is_some(),
    }
}

fn ranked<'a>(assessment: &'a Assessment<'_>) -> RankedJson<'a> {
    RankedJson {
        vendor: NameJson(&assessment.subject.answers.vendor),
        rating: assessment.rating.as_ref().map(|rating| WordJson(rating.worst)),
        provisional: insight::is_provisional(assessment),
        assured: assessment.overall.as_ref().map(|score| ExactJson::of(&score.assured())),
    }
}
