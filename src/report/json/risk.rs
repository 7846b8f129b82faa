//! What is at stake, the red flags, the rating with its reasons, and the ways to a better one.

use num_traits::Zero;
use serde::Serialize;

use super::evidence::ids;
use crate::assessment::Subject;
use crate::assessment::rating::{Cause, End, Rating, Reason};
use crate::assessment::remediation::{Remediation, ToRating};
use crate::policy::Band;
use crate::questionnaire::Level;
use crate::questionnaire::model::Factor;
use crate::report::naming;
use crate::report::parts::open::distinct;
use crate::report::story::Story;
use crate::review::read::flag_name;
use crate::review::{FlagRef, Waiver};
use crate::source::fields::Word;
use crate::words::number::exact;

#[derive(Serialize)]
pub(super) struct InherentRisk<'a> {
    lowest: &'static str,
    highest: &'static str,
    assumed: bool,
    missing: Vec<&'a str>,
    factors: Vec<FactorDocument<'a>>,
}

#[derive(Serialize)]
struct FactorDocument<'a> {
    id: &'a str,
    ask: String,
    answer: Option<FactorAnswer<'a>>,
}

#[derive(Serialize)]
struct FactorAnswer<'a> {
    id: &'a str,
    label: String,
    tier: &'static str,
}

#[derive(Serialize)]
pub(super) struct FlagDocument<'a> {
    id: String,
    title: String,
    severity: &'static str,
    state: &'static str,
    basis: Option<&'static str>,
    bound: Option<&'static str>,
    questions: Vec<&'a str>,
    because: Option<String>,
    remedy: Option<String>,
    waiver: Option<WaiverDocument<'a>>,
}

#[derive(Serialize)]
struct WaiverDocument<'a> {
    by: &'a str,
    until: String,
    because: &'a str,
}

#[derive(Serialize)]
pub(super) struct Contradiction<'a> {
    id: &'a str,
    title: String,
    questions: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct RatingDocument {
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
pub(super) struct RemediationDocument<'a> {
    id: &'a str,
    gain: String,
    evidence_only: String,
    kind: &'static str,
    what: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    needs: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct PathDocument<'a> {
    strong: Option<Vec<&'a str>>,
    adequate: Option<Vec<&'a str>>,
    weak: Option<Vec<&'a str>>,
}

#[derive(Serialize)]
pub(super) struct ToRatings<'a> {
    low: Option<ToRatingDocument<'a>>,
    medium: Option<ToRatingDocument<'a>>,
    high: Option<ToRatingDocument<'a>>,
}

#[derive(Serialize)]
struct ToRatingDocument<'a> {
    flags: Vec<String>,
    path: Vec<&'a str>,
}

pub(super) fn inherent_risk<'a>(story: &Story<'_, 'a>) -> InherentRisk<'a> {
    let (found, factors) = (&story.assessment.inherent_risk, &story.questionnaire().factors);
    InherentRisk {
        lowest: found.lowest.word(),
        highest: found.highest.word(),
        assumed: found.assumed,
        missing: found.missing.iter().map(|at| factors[*at].id.as_str()).collect(),
        factors: factors.iter().enumerate().map(|(at, factor)| factor_document(story, at, factor)).collect(),
    }
}

fn factor_document<'a>(story: &Story<'_, 'a>, at: usize, factor: &'a Factor) -> FactorDocument<'a> {
    let stated = story.assessment.subject.review.and_then(|review| review.inherent_risk[at]);
    let answer = stated.map(|place| &factor.options[place]);
    FactorDocument {
        id: &factor.id,
        ask: story.say(&factor.ask),
        answer: answer.map(|option| FactorAnswer {
            id: &option.id,
            label: story.say(&option.label),
            tier: option.tier.word(),
        }),
    }
}

pub(super) fn flags<'a>(story: &Story<'_, 'a>) -> Vec<FlagDocument<'a>> {
    let (assessment, questionnaire) = (story.assessment, story.questionnaire());
    let policy = assessment.subject.policy;
    let waiver = |waiver: &'a Waiver| WaiverDocument {
        by: &waiver.by,
        until: waiver.until.to_string(),
        because: &waiver.because,
    };
    let flags = assessment.flags.iter();
    flags
        .map(|flag| FlagDocument {
            id: flag_name(flag.flag, questionnaire),
            title: story.flag_title(flag.flag),
            severity: flag.severity.word(),
            state: flag.state.word(),
            basis: match flag.flag {
                FlagRef::Flag(at) => questionnaire.flags[at].basis.map(|basis| basis.word()),
                FlagRef::Category(_) => None,
            },
            bound: policy.bound(flag.severity, assessment.inherent_risk.highest).map(|bound| bound.word()),
            questions: ids(story, &flag.cause),
            because: story.flag_cause(flag),
            remedy: story.flag_remedy(flag.flag),
            waiver: story.waiver(flag).map(waiver),
        })
        .collect()
}

pub(super) fn contradictions<'a>(story: &Story<'_, 'a>) -> Vec<Contradiction<'a>> {
    let known = &story.questionnaire().contradictions;
    let document = |at: &usize| Contradiction {
        id: &known[*at].id,
        title: story.say(&known[*at].title),
        questions: ids(story, &distinct(known[*at].when.questions())),
    };
    story.assessment.contradictions.iter().map(document).collect()
}

pub(super) fn rating(rating: &Rating, subject: &Subject<'_>) -> RatingDocument {
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

fn of_remediations<'a>(story: &Story<'_, 'a>, remediations: &[Remediation]) -> Vec<&'a str> {
    ids(story, &remediations.iter().map(|remediation| remediation.question).collect::<Vec<_>>())
}

pub(super) fn remediations<'a>(story: &Story<'_, 'a>) -> Vec<RemediationDocument<'a>> {
    let points = |grains: &num_bigint::BigInt| exact(&story.assessment.points(grains.clone()));
    let remediations = story.assessment.remediations.iter();
    remediations
        .map(|remediation| RemediationDocument {
            id: &story.questionnaire().questions[remediation.question].id,
            gain: points(&remediation.gain),
            evidence_only: if remediation.evidence_only.is_zero() {
                "0".to_owned()
            } else {
                points(&remediation.evidence_only)
            },
            kind: naming::remediation_kind_key(story.kind(remediation)),
            what: story.demand(remediation).words,
            needs: ids(story, &remediation.needs),
        })
        .collect()
}

pub(super) fn path<'a>(story: &Story<'_, 'a>) -> Option<PathDocument<'a>> {
    let assessment = story.assessment;
    let paths = assessment.paths.as_ref()?;
    let to = |band: Band| {
        let count = paths.to_band[band.index()]?;
        Some(of_remediations(story, assessment.remediations.get(..count)?))
    };
    Some(PathDocument { strong: to(Band::Strong), adequate: to(Band::Adequate), weak: to(Band::Weak) })
}

pub(super) fn to_ratings<'a>(story: &Story<'_, 'a>) -> Option<ToRatings<'a>> {
    let paths = story.assessment.paths.as_ref()?;
    let to = |level: Level| paths.to_rating[level.index()].as_ref().map(|way| to_rating(story, way));
    Some(ToRatings { low: to(Level::Low), medium: to(Level::Medium), high: to(Level::High) })
}

fn to_rating<'a>(story: &Story<'_, 'a>, way: &ToRating) -> ToRatingDocument<'a> {
    let flags = way.flags.iter().map(|flag| flag_name(*flag, story.questionnaire())).collect();
    let path = of_remediations(story, story.assessment.remediations.get(..way.remediations).unwrap_or(&[]));
    ToRatingDocument { flags, path }
}
