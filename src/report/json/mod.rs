//! The assessment as JSON: exact numbers as `n/d`, shown numbers beside them, and every text that a report needs, in
//! the reader's language. Keys and meanings are a contract: the types of this room say them, and the schema is made of
//! the types.

mod basis;
mod chain;
pub mod comparison;
mod decided;
pub mod due;
mod duties;
mod evidence;
mod files_of_many;
mod flags;
mod given;
mod many;
pub mod overview;
mod pair;
pub mod problem;
mod risk;
mod schema;
mod scores;
mod since;
pub mod stream;
mod summary;
pub mod text;
mod value;
mod word;

use std::collections::BTreeMap;
use std::path::Path;

use schemars::JsonSchema;
use serde::Serialize;

use self::basis::{BasisJson, FrameworkJson, GateJson, PolicyJson, TOOL, ToolJson};
use self::chain::SubProcessorJson;
use self::decided::DecisionJson;
use self::duties::DutyJson;
use self::evidence::{EvidenceJson, ToAskForJson, ToCheckJson};
use self::flags::FlagJson;
use self::risk::{ContradictionJson, InherentRiskJson, PathJson, RatingJson, RemediationJson, ToRatingsJson};
use self::scores::{CategoryJson, CoverageJson, GroupJson, OverallJson, QuestionJson, ScopeJson};
use self::text::finished;
use self::value::{DateJson, IdJson, NameJson};
use self::word::LangJson;
use super::made_by::MadeBy;
use super::parts::{method, verdict};
use super::story::Story;
use crate::assessment::evidence::register;
use crate::assessment::gate::GateOutcome;
use crate::assessment::vendor_turn;
use crate::case::Origins;
use crate::words::Broken;
use crate::words::Clean;

/// The format of the document.
pub const FORMAT: &str = "duly/assessment@1";

/// The name of what came by standard input.
const NOWHERE: &str = "-";

/// The JSON Schema of the document.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn schema() -> Result<String, Broken> {
    schema::of::<AssessmentJson<'_>>()
}

/// The assessment as one JSON document with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(
    story: &Story<'_, '_>,
    gate: &GateOutcome,
    origins: &Origins,
    made_by: &MadeBy,
) -> Result<String, Broken> {
    let file = story.assessment.subject.answers.source.name.as_str();
    let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
    let whole = document(story, gate, (origins, made_by))?;
    let file = whole.file.and(name); // the same files give the same bytes, wherever they lie
    finished(serde_json::to_string_pretty(&AssessmentJson { file, ..whole }))
}

/// The same as one line.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn line(story: &Story<'_, '_>, gate: &GateOutcome, origins: &Origins, made_by: &MadeBy) -> Result<String, Broken> {
    finished(serde_json::to_string(&document(story, gate, (origins, made_by))?))
}

/// The assessment of a vendor: exact numbers as fractions on 0..100, shown numbers beside them, and every text that a
/// report needs. Texts of the vendor are as the vendor wrote them: escape them wherever you show them.
#[derive(Serialize, JsonSchema)]
#[schemars(
    title = "duly assessment",
    extend(
        "$id" = schema::urn(FORMAT),
        "if" = {"properties": {"overall": {"type": "null"}}},
        "then" = {"properties": {
            "coverage": {"type": "null"}, "rating": {"type": "null"}, "path": {"type": "null"},
            "to_rating": {"type": "null"}, "fixes": {"maxItems": 0}
        }},
        "else" = {"properties": {
            "coverage": {"type": "object"}, "rating": {"type": "object"}, "path": {"type": "object"},
            "to_rating": {"type": "object"}
        }}
    )
)]
struct AssessmentJson<'a> {
    /// What kind of document this is.
    #[schemars(extend("const" = FORMAT))]
    format: &'static str,
    /// What made the document.
    tool: ToolJson,
    /// The language of the texts.
    lang: LangJson,
    /// The file of the answers: in a line of many the path as it was named, else its name; null where they came
    /// another way than as a file.
    file: Option<String>,
    /// By what the vendor goes: the name of the file without its ending, by which its review and its papers are found,
    /// or null where there is none.
    id: Option<String>,
    /// The vendor's name.
    vendor: NameJson<'a>,
    /// Where the vendor is established, as it says, or null if it does not.
    country: Option<&'a str>,
    /// The number under which the vendor is registered, as it says, or null if it does not.
    registration: Option<&'a str>,
    /// The service in the vendor's words, or null if the file does not say.
    service: Option<&'a str>,
    /// The day of the judgement.
    as_of: DateJson,
    /// The verdict in words, as reports show it.
    verdict: VerdictJson,
    /// The files that were judged, so that the result can be reproduced.
    basis: BasisJson<'a>,
    /// The score of the whole, or null when nothing counts.
    overall: Option<OverallJson>,
    /// The categories, in the order of the questionnaire.
    #[schemars(length(min = 1))]
    categories: Vec<CategoryJson<'a>>,
    /// The groups of categories, in the order of the questionnaire.
    groups: Vec<GroupJson<'a>>,
    /// The questions, in the order of the questionnaire.
    #[schemars(length(min = 1))]
    questions: Vec<QuestionJson<'a>>,
    /// How much of the weight is known, or null when nothing counts.
    coverage: Option<CoverageJson>,
    /// Whether the vendor was asked a part of the questions only, such as the short form: what was not asked leaves the
    /// score, and flags on it are not ruled out.
    screened: bool,
    /// Whether our rules are content with what was asked: false where the vendor was asked a part of the questions only
    /// and more is, or may be, at stake than they allow for that.
    screening_suffices: bool,
    /// Per cent of the questionnaire's weight that does not count.
    scope: ScopeJson,
    /// What is at stake before any protection.
    inherent_risk: InherentRiskJson<'a>,
    /// The red flags of the questionnaire and then those of categories with a minimum, whatever their state.
    flags: Vec<FlagJson<'a>>,
    /// The contradictions that the answers hold.
    contradictions: Vec<ContradictionJson<'a>>,
    /// The residual risk, or null when nothing counts.
    rating: Option<RatingJson>,
    /// What can be gained, question by question, largest first.
    #[serde(rename = "fixes")]
    remediations: Vec<RemediationJson<'a>>,
    /// The smallest sets of remediations that reach each band, or null when nothing counts.
    path: Option<PathJson<'a>>,
    /// What brings the risk down to each level, or null when nothing counts.
    to_rating: Option<ToRatingsJson<'a>>,
    /// The register of evidence: every document once, the vendor's first and then what we saw.
    evidence: Vec<EvidenceJson<'a>>,
    /// What to ask the vendor for, largest gain first.
    to_ask_for: Vec<ToAskForJson<'a>>,
    /// Documents that are current and that we have not checked, largest gain first.
    to_check: Vec<ToCheckJson<'a>>,
    /// Our own duties as controller, in their fixed order. They give no points.
    duties: Vec<DutyJson<'a>>,
    /// Whom the vendor has do a part of the service, as it lists them.
    chain: Vec<SubProcessorJson<'a>>,
    /// What was decided, or null if nothing is on file.
    decision: Option<DecisionJson<'a>>,
    /// What had to hold by the policy and the command line.
    gate: GateJson,
    /// The policy in force.
    policy: PolicyJson,
    /// How the result was found, line by line.
    method: Vec<Clean>,
    /// What the references of questions point to, by the id of the framework.
    frameworks: BTreeMap<IdJson<'a>, FrameworkJson<'a>>,
    /// What the result is not; belongs to every report.
    disclaimer: Clean,
}

/// The verdict in words.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "verdict")]
struct VerdictJson {
    /// What is judged, or that nothing can be rated.
    label: Clean,
    /// The rating, the range, or why there is none.
    value: Clean,
    /// What the rating would be in other cases, line by line.
    outlook: Vec<Clean>,
    /// Why it is as it is, line by line.
    reasons: Vec<Clean>,
    /// What leads to a better rating, or null where the best is reached or nothing is rated.
    way_out: Option<Clean>,
}

fn document<'a>(
    story: &Story<'_, 'a>,
    gate: &GateOutcome,
    (origins, made_by): (&Origins, &MadeBy),
) -> Result<AssessmentJson<'a>, Broken> {
    let assessment = story.assessment;
    let subject = &assessment.subject;
    let register = register(assessment);
    let file = subject.answers.source.name.as_str();
    let (stem, is_nowhere) = (Path::new(file).file_stem(), file == NOWHERE);
    Ok(AssessmentJson {
        format: FORMAT,
        tool: TOOL,
        lang: LangJson(story.lang),
        file: (!is_nowhere).then(|| file.to_owned()),
        id: stem.filter(|_| !is_nowhere).map(|stem| stem.to_string_lossy().into_owned()),
        vendor: NameJson(&subject.answers.vendor),
        country: subject.answers.country.as_deref(),
        registration: subject.answers.registration.as_deref(),
        service: subject.answers.service.as_deref(),
        as_of: DateJson::of(subject.as_of),
        verdict: verdict_in_words(story),
        basis: basis::basis(story, origins, made_by),
        overall: scores::overall(assessment)?,
        categories: scores::categories(story),
        groups: scores::groups(story),
        questions: scores::questions(story, &register),
        coverage: scores::coverage(assessment),
        screened: vendor_turn::screening(assessment).is_some(),
        screening_suffices: vendor_turn::beyond_screening(assessment).is_none(),
        scope: scores::scope(assessment),
        inherent_risk: risk::inherent_risk(story),
        flags: flags::flags(story),
        contradictions: risk::contradictions(story),
        rating: assessment.rating.as_ref().map(|rating| risk::rating(rating, subject)),
        remediations: risk::remediations(story),
        path: risk::path(story)?,
        to_rating: risk::to_ratings(story)?,
        evidence: evidence::documents(story, &register),
        to_ask_for: evidence::to_ask_for(story),
        to_check: evidence::to_check(story),
        duties: duties::all(subject),
        chain: subject.answers.chain.iter().map(SubProcessorJson::of).collect(),
        decision: decided::decision(story),
        gate: basis::gate(story, gate),
        policy: basis::policy(subject.policy),
        method: method::lines(story).to_vec(),
        frameworks: basis::frameworks(story),
        disclaimer: story.lang.disclaimer_in_full(),
    })
}

fn verdict_in_words(story: &Story<'_, '_>) -> VerdictJson {
    let said = verdict::verdict(story);
    VerdictJson {
        label: said.label,
        value: said.value,
        outlook: said.outlook.iter().map(crate::document::Text::words).collect(),
        reasons: verdict::reasons(story, usize::MAX).iter().map(crate::document::Text::words).collect(),
        way_out: verdict::way_in_words(story).map(|way| way.words()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde_json::Value;

    use super::word::NamedWord;
    use crate::assessment::decision::{ConditionState, DecisionStanding};
    use crate::assessment::flag::FlagState;
    use crate::assessment::gate::{GateOutcome, Rule};
    use crate::assessment::insight::Open;
    use crate::assessment::paper::{EvidenceOrigin, EvidenceState};
    use crate::assessment::rating::End;
    use crate::assessment::remediation::RemediationKind;
    use crate::assessment::scope::Status;
    use crate::assessment::waiting::NoAnswer;
    use crate::assessment::{Assessment, assess};
    use crate::case::{Memory, Request, Shelf, load};
    use crate::comparison::Which;
    use crate::policy::{Assurance, Band, Bound, MustBe, Proof};
    use crate::questionnaire::model::Basis;
    use crate::questionnaire::{Importance, Level};
    use crate::report::story::Story;
    use crate::review::{Duty, Outcome};
    use crate::source::Date;
    use crate::words::Lang;

    fn set<W: NamedWord>() -> (String, Vec<&'static str>) {
        (W::NAME.to_owned(), W::ALL.iter().map(|(word, _)| *word).collect())
    }

    /// The sets of words in a schema, by their names.
    fn enumerated(schema: &str) -> BTreeMap<String, Value> {
        let mut schema: Value = serde_json::from_str(schema).unwrap();
        let definitions = std::mem::take(schema["$defs"].as_object_mut().unwrap());
        assert!(!schema.to_string().contains("\"enum\""), "every set of words has a name");
        definitions.into_iter().filter(|(_, part)| part.to_string().contains("\"enum\"")).collect()
    }

    #[test]
    fn the_schemas_know_the_words_of_the_model_and_no_others() {
        let mut sets: BTreeMap<String, Vec<&str>> = BTreeMap::from([
            set::<Assurance>(),
            set::<Band>(),
            set::<Basis>(),
            set::<Bound>(),
            set::<ConditionState>(),
            set::<Duty>(),
            set::<DecisionStanding>(),
            set::<End>(),
            set::<FlagState>(),
            set::<Importance>(),
            set::<Level>(),
            set::<EvidenceOrigin>(),
            set::<Open>(),
            set::<NoAnswer>(),
            set::<Outcome>(),
            set::<Proof>(),
            set::<RemediationKind>(),
            set::<Rule>(),
            set::<EvidenceState>(),
            set::<Status>(),
            set::<Which>(),
            set::<MustBe>(),
        ]);
        sets.insert("lang".to_owned(), Lang::ALL.map(Lang::code).to_vec());
        sets.insert("bounding-state".to_owned(), vec!["triggered", "open"]);
        let schemas = [super::schema(), super::comparison::schema(), super::overview::schema()];
        let shown: BTreeMap<String, Value> =
            schemas.into_iter().flat_map(|schema| enumerated(&schema.unwrap())).collect();
        // tables have the words of this one as keys
        assert_eq!(sets.remove("importance"), Some(vec!["critical", "high", "medium", "low", "info"]));
        assert_eq!(shown.keys().collect::<Vec<_>>(), sets.keys().collect::<Vec<_>>());
        for (name, words) in sets {
            assert_eq!(shown[&name]["enum"], Value::from(words), "{name}");
        }
    }

    #[test]
    fn tables_of_the_policy_have_every_word_as_a_key() {
        let schema: Value = serde_json::from_str(&super::schema().unwrap()).unwrap();
        let tables = [
            ("importance", set::<Importance>().1),
            ("assurance", set::<Assurance>().1),
            ("residual_risk", set::<Level>().1),
            ("red_flags", set::<Level>().1),
        ];
        for (table, mut words) in tables {
            let table = &schema["$defs"]["policy"]["properties"][table];
            words.sort_unstable();
            assert_eq!(table["required"], Value::from(words.clone()), "{table}");
            assert!(table["properties"].as_object().unwrap().keys().eq(words), "{table}");
            assert_eq!(table["additionalProperties"], false, "{table}");
        }
    }

    #[test]
    fn a_judgement_that_does_not_hold_together_is_no_export() {
        let answers = "format: duly/answers@1\nvendor: {name: Alfa AB}\nquestionnaire: customer-service@1.0.0\n";
        let world = Memory::new(Date::parse("2026-11-23").unwrap()).with("a.yaml", answers);
        let case = load::case(&Request::new("a.yaml"), &world, &Shelf::default()).value.unwrap();
        let gate = GateOutcome { as_of: case.as_of, failed: Vec::new() };
        let render = |assessment: &Assessment<'_>| {
            let story = Story::new(assessment, Lang::En);
            super::render(&story, &gate, &case.origins(), &super::MadeBy::default())
                .map_err(|broken| broken.to_string())
        };
        let whole = assess(case.subject()).unwrap();
        assert!(render(&whole).unwrap().ends_with("}\n"));
        let mut shortened = assess(case.subject()).unwrap();
        assert!(shortened.paths().is_some(), "worked out before the remediations are taken away");
        shortened.when_asked.remediations = Vec::new().into();
        assert!(render(&shortened).unwrap_err().contains("remediations, and there are 0"));
        let mut unexplained = assess(case.subject()).unwrap();
        unexplained.assured_by = None;
        assert!(render(&unexplained).unwrap_err().contains("not by what it is assured"));
    }
}
