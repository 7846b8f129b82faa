//! The assessment as OSCAL assessment results (1.2.1), for programs that keep controls, findings and risks: what was
//! asked and answered is an observation, what counts a finding, a red flag a risk, the decision an attestation, and the
//! questionnaire the plan that all of it follows. What OSCAL has no name for (points, ratings, how far something is
//! proved) stands in properties of a namespace of ours. The same files, rules and day give the same bytes.

mod attested;
mod found;
mod href;
mod observed;
mod parties;
mod resources;
mod value;

use serde::Serialize;

use self::attested::AttestationOscal;
use self::found::{FindingOscal, RiskOscal};
use self::observed::{ObservationOscal, is_observed};
use self::parties::MetadataOscal;
use self::resources::{BackMatterOscal, back_matter, questionnaire_id};
use self::value::{JudgedBasis, OscalId, OscalMoment, OscalProp, OscalProse, token};
use super::json::text::finished;
use super::made_by::MadeBy;
use super::parts::verdict;
use super::story::Story;
use crate::assessment::evidence::register;
use crate::assessment::{Score, insight};
use crate::case::Origins;
use crate::source::fields::Word;
use crate::words::Broken;
use crate::words::clean::{Clean, Trusted};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct OscalDocument {
    assessment_results: ResultsOscal,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultsOscal {
    uuid: OscalId,
    metadata: MetadataOscal,
    import_ap: PlanOscal,
    results: [ResultOscal; 1],
    back_matter: BackMatterOscal,
}

#[derive(Serialize)]
struct PlanOscal {
    href: String,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultOscal {
    uuid: OscalId,
    title: OscalProse,
    description: OscalProse,
    start: OscalMoment,
    end: OscalMoment,
    props: Vec<OscalProp>,
    reviewed_controls: ReviewedOscal,
    #[serde(skip_serializing_if = "Option::is_none")]
    attestations: Option<[AttestationOscal; 1]>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    observations: Vec<ObservationOscal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    risks: Vec<RiskOscal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    findings: Vec<FindingOscal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<OscalProse>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ReviewedOscal {
    control_selections: [SelectionOscal; 1],
}

/// All questions of the questionnaire but those that were not asked of this vendor.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct SelectionOscal {
    include_all: AllOscal,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    exclude_controls: Vec<ControlOscal>,
}

#[derive(Serialize)]
struct AllOscal {}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ControlOscal {
    control_id: Clean,
}

/// The assessment as one OSCAL document in JSON, with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(story: &Story<'_, '_>, origins: &Origins, made_by: &MadeBy) -> Result<String, Broken> {
    let subject = &story.assessment.subject;
    let basis = JudgedBasis::of(subject);
    let register = register(story.assessment);
    let results = ResultsOscal {
        uuid: basis.document(story.lang),
        metadata: parties::metadata(story, made_by),
        import_ap: PlanOscal { href: questionnaire_id(story).here() },
        results: [result(story, origins, &basis, observed::observations(story, &basis, &register))],
        back_matter: back_matter(story, &basis, &register),
    };
    finished(serde_json::to_string_pretty(&OscalDocument { assessment_results: results }))
}

fn result(
    story: &Story<'_, '_>,
    origins: &Origins,
    basis: &JudgedBasis,
    observations: Vec<ObservationOscal>,
) -> ResultOscal {
    let as_of = story.assessment.subject.as_of;
    let said = verdict::verdict(story);
    let reasons = verdict::reasons(story, usize::MAX);
    let way = verdict::way_in_words(story);
    let told = said.outlook.iter().chain(&reasons).chain(&way).map(|text| text.words());
    let head = verdict::head(story, origins);
    let asked: Vec<Clean> = [verdict::asked(story)].into_iter().chain(head.rests_on).chain(head.cautions).collect();
    ResultOscal {
        uuid: basis.id("result", ""),
        title: OscalProse::line(&said.label.and(": ").and(said.value)),
        description: OscalProse::paragraphs(&told.collect::<Vec<_>>()),
        start: OscalMoment::start(as_of),
        end: OscalMoment::end(as_of),
        props: props(story),
        reviewed_controls: ReviewedOscal { control_selections: [selection(story)] },
        attestations: attested::attestation(story).map(|attestation| [attestation]),
        observations,
        risks: found::risks(story, basis),
        findings: found::findings(story, basis),
        remarks: OscalProse::some(&asked),
    }
}

fn selection(story: &Story<'_, '_>) -> SelectionOscal {
    let questions = story.questionnaire().questions.with_ids();
    let left_out = questions.filter(|(at, _)| !is_observed(story.assessment, *at));
    let controls = left_out.map(|(_, question)| ControlOscal { control_id: token(&question.id) });
    SelectionOscal { include_all: AllOscal {}, exclude_controls: controls.collect() }
}

/// The numbers of the whole and of categories, and the rating: points of 100, per cent, levels.
fn props(story: &Story<'_, '_>) -> Vec<OscalProp> {
    let assessment = story.assessment;
    let mut props = vec![OscalProp::truth("provisional", insight::is_provisional(assessment))];
    if let Some(rating) = &assessment.rating {
        let levels = [("risk-worst", rating.worst), ("risk-best", rating.best), ("risk-if-proved", rating.if_proved)];
        props.extend(levels.map(|(name, level)| OscalProp::word(name, level.word())));
    }
    let stake = &assessment.inherent_risk;
    let stakes = [("inherent-risk-lowest", stake.lowest), ("inherent-risk-highest", stake.highest)];
    props.extend(stakes.map(|(name, level)| OscalProp::word(name, level.word())));
    props.extend(assessment.coverage().map(|coverage| OscalProp::number("coverage", &coverage)));
    props.extend(assessment.overall.iter().flat_map(points));
    for (at, category) in story.questionnaire().categories.with_ids() {
        let share = assessment.category_share(at).map(|share| OscalProp::number("category-share", &share));
        let score = assessment.categories[at].score.as_ref().map(Score::assured);
        let assured = score.map(|assured| OscalProp::number("category-assured", &assured));
        props.extend(share.into_iter().chain(assured).map(|prop| prop.class(&category.id)));
    }
    props
}

/// The parts of the score, and what it would be if every claim were proved, or everything open answered well, too; each
/// as decimal digits and, behind them, as the exact fraction.
fn points(score: &Score) -> Vec<OscalProp> {
    let points = [
        ("assured", "assured-exact", score.assured()),
        ("evidence-gap", "evidence-gap-exact", score.evidence_gap()),
        ("control-gap", "control-gap-exact", score.control_gap()),
        ("unknown", "unknown-exact", score.unknown()),
        ("claimed", "claimed-exact", score.claimed()),
        ("potential", "potential-exact", score.potential()),
    ];
    let both = |(name, exact, points)| [OscalProp::number(name, &points), OscalProp::of(exact, &points)];
    points.into_iter().flat_map(both).collect()
}
