//! Scored questions as findings, red flags as risks.

use serde::Serialize;

use super::observed::RelatedObservation;
use super::parties::PartyKind;
use super::value::{JudgedBasis, OscalId, OscalMoment, OscalProp, OscalProse, token};
use crate::assessment::flag::{Flag, FlagState};
use crate::assessment::insight::{self, AnswerQuality};
use crate::assessment::remediation::Remediation;
use crate::questionnaire::ids::{ById, QuestionId};
use crate::report::naming::level;
use crate::report::story::{Quoting, Story};
use crate::review::Waiver;
use crate::source::fields::Word;
use crate::words::clean::{Clean, Trusted, one_line};

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct FindingOscal {
    uuid: OscalId,
    title: OscalProse,
    description: OscalProse,
    props: Vec<OscalProp>,
    target: TargetOscal,
    related_observations: Vec<RelatedObservation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_risks: Vec<RelatedRisk>,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct TargetOscal {
    #[serde(rename = "type")]
    kind: &'static str,
    target_id: Clean,
    status: SatisfiedOscal,
}

#[derive(Serialize)]
struct SatisfiedOscal {
    state: &'static str,
    reason: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    remarks: Option<OscalProse>,
}

#[derive(Clone, Copy, Serialize)]
#[serde(rename_all = "kebab-case")]
struct RelatedRisk {
    risk_uuid: OscalId,
}

/// A finding for each question that counts.
pub(super) fn findings(story: &Story<'_, '_>, basis: &JudgedBasis) -> Vec<FindingOscal> {
    let assessment = story.assessment;
    let mut risks = assessment.questions.map(|_, _| Vec::new());
    for flag in told(story) {
        let risk = RelatedRisk { risk_uuid: risk_id(story, basis, flag) };
        flag.cause.iter().for_each(|at| risks[*at].push(risk));
    }
    let mut remediations: ById<QuestionId, Option<&Remediation>> = assessment.questions.map(|_, _| None);
    assessment.remediations().iter().for_each(|remediation| remediations[remediation.question] = Some(remediation));
    let counted = assessment.questions.ids().filter(|at| insight::counts(assessment, *at));
    counted.map(|at| finding(story, basis, at, remediations[at], &risks[at])).collect()
}

fn finding(
    story: &Story<'_, '_>,
    basis: &JudgedBasis,
    at: QuestionId,
    remediation: Option<&Remediation>,
    risks: &[RelatedRisk],
) -> FindingOscal {
    let (assessment, question) = (story.assessment, &story.questionnaire().questions[at]);
    let (state, reason) = satisfied(story, at);
    let what = remediation.filter(|_| state != SATISFIED).map(|remediation| story.demand(remediation).words);
    let parts = &assessment.questions[at].parts;
    let points = [
        ("share", parts.whole()),
        ("assured", parts.assured.clone()),
        ("evidence-gap", parts.evidence_gap.clone()),
        ("control-gap", parts.control_gap.clone()),
        ("unknown", parts.unknown.clone()),
    ];
    FindingOscal {
        uuid: basis.id("finding", &question.id),
        title: OscalProse::line(&story.say(&question.ask)),
        description: OscalProse::line(&story.standing(at)),
        props: points.into_iter().map(|(name, grains)| OscalProp::number(name, &assessment.points(grains))).collect(),
        target: TargetOscal {
            kind: "objective-id",
            target_id: token(&question.id),
            status: SatisfiedOscal { state, reason, remarks: what.as_ref().map(OscalProse::line) },
        },
        related_observations: RelatedObservation::all(assessment, basis, &[at]),
        related_risks: risks.to_vec(),
    }
}

const SATISFIED: &str = "satisfied";

/// Whether a question is satisfied, and why: nothing must be changed and nothing is missing; or something must be
/// changed; or only an answer, a proof or our word is missing.
fn satisfied(story: &Story<'_, '_>, at: QuestionId) -> (&'static str, &'static str) {
    let parts = &story.assessment.questions[at].parts;
    let is_weak = insight::quality(story.assessment, at) == Some(AnswerQuality::Weak);
    if is_weak {
        ("not-satisfied", "fail")
    } else if parts.evidence_gap.is_zero() && parts.unknown.is_zero() {
        (SATISFIED, "pass")
    } else {
        ("not-satisfied", "other")
    }
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
pub(super) struct RiskOscal {
    uuid: OscalId,
    title: OscalProse,
    description: OscalProse,
    statement: OscalProse,
    props: Vec<OscalProp>,
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    deadline: Option<OscalMoment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remediations: Option<[ResponseOscal; 1]>,
    #[serde(skip_serializing_if = "Option::is_none")]
    risk_log: Option<RiskLogOscal>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_observations: Vec<RelatedObservation>,
}

/// What to require.
#[derive(Serialize)]
struct ResponseOscal {
    uuid: OscalId,
    lifecycle: &'static str,
    title: OscalProse,
    description: OscalProse,
}

#[derive(Serialize)]
struct RiskLogOscal {
    entries: [AcceptedOscal; 1],
}

/// That somebody accepts it.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct AcceptedOscal {
    uuid: OscalId,
    title: OscalProse,
    description: OscalProse,
    start: OscalMoment,
    end: OscalMoment,
    logged_by: [LoggedBy; 1],
    status_change: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct LoggedBy {
    party_uuid: OscalId,
}

/// The flags that are told: those that are not ruled out.
fn told<'s>(story: &Story<'s, '_>) -> Vec<&'s Flag> {
    insight::flags_to_tell(story.assessment, |_| true)
}

fn risk_id(story: &Story<'_, '_>, basis: &JudgedBasis, flag: &Flag) -> OscalId {
    basis.id("risk", &story.questionnaire().flag_name(flag.flag))
}

/// A risk for each red flag that is not ruled out, in the order in which flags are told.
pub(super) fn risks(story: &Story<'_, '_>, basis: &JudgedBasis) -> Vec<RiskOscal> {
    told(story).into_iter().map(|flag| risk(story, basis, flag)).collect()
}

fn risk(story: &Story<'_, '_>, basis: &JudgedBasis, flag: &Flag) -> RiskOscal {
    let (lang, name) = (story.lang, story.questionnaire().flag_name(flag.flag));
    let bound = story.bound(flag);
    let severity = lang.severity(level(flag.severity, lang)).capitalized();
    let at_least = bound.map(|bound| "; ".and(lang.at_least_rating(story.bound_in_words(flag, bound))));
    let waiver = story.waiver(flag);
    let mut props = vec![
        OscalProp::of("flag", &name),
        OscalProp::word("state", flag.state.word()),
        OscalProp::word("severity", flag.severity.word()),
    ];
    props.extend(bound.map(|bound| OscalProp::word("bound", bound.word())));
    RiskOscal {
        uuid: risk_id(story, basis, flag),
        title: OscalProse::line(&story.general_title(flag.flag)),
        description: OscalProse::line(&story.flag_told(flag, Quoting::Whole).words()),
        statement: OscalProse::line(&severity.and(at_least.unwrap_or_default())),
        props,
        status: match flag.state {
            FlagState::Triggered => "open",
            FlagState::Open | FlagState::NotAsked => "investigating",
            FlagState::Waived => ACCEPTED,
            FlagState::Clear => "closed",
        },
        deadline: waiver.map(|waiver| OscalMoment::end(waiver.until)),
        remediations: story.flag_remedy(flag.flag).map(|remedy| {
            [ResponseOscal {
                uuid: basis.id("remediation", &name),
                lifecycle: "recommendation",
                title: OscalProse::line(&lang.what_to_require()),
                description: OscalProse::line(&remedy),
            }]
        }),
        risk_log: waiver.map(|waiver| RiskLogOscal { entries: [accepted(story, basis, flag, waiver)] }),
        related_observations: RelatedObservation::all(story.assessment, basis, &flag.cause),
    }
}

/// The status of what somebody accepts for a time.
const ACCEPTED: &str = "deviation-approved";

fn accepted(story: &Story<'_, '_>, basis: &JudgedBasis, flag: &Flag, waiver: &Waiver) -> AcceptedOscal {
    let subject = &story.assessment.subject;
    let since = subject.review.map_or(subject.as_of, |review| review.reviewed);
    AcceptedOscal {
        uuid: basis.id("waiver", &story.questionnaire().flag_name(flag.flag)),
        title: OscalProse::line(&story.flag_state(flag)),
        description: OscalProse::line(&one_line(&waiver.because)),
        start: OscalMoment::start(since),
        end: OscalMoment::end(waiver.until),
        logged_by: [LoggedBy { party_uuid: PartyKind::Person.id(&waiver.by) }],
        status_change: ACCEPTED,
    }
}
