//! The assessment as JSON: exact numbers as `n/d`, shown numbers beside them, and every text that a report needs, in the
//! reader's language. Keys and meanings are a contract; the schema beside the report's other files describes them.

mod basis;
pub mod comparison;
mod evidence;
mod risk;
mod scores;

use std::collections::BTreeMap;

use serde::Serialize;

use super::parts::{method, verdict};
use super::register;
use super::story::Story;
use crate::assessment::gate::Failed;
use crate::case::Origins;
use crate::words::Broken;

/// The format of the document.
pub const FORMAT: &str = "duly/assessment@1";

/// The schema of the document.
pub const SCHEMA: &str = include_str!("../assessment.schema.json");

/// The assessment as one JSON document with a final line break.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn render(story: &Story<'_, '_>, failed: &[Failed], origins: &Origins) -> Result<String, Broken> {
    basis::finished(serde_json::to_string_pretty(&document(story, failed, origins)))
}

/// The same as one line.
///
/// # Errors
/// A mistake of the program keeps it from being written.
pub fn line(story: &Story<'_, '_>, failed: &[Failed], origins: &Origins) -> Result<String, Broken> {
    basis::finished(serde_json::to_string(&document(story, failed, origins)))
}

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    tool: basis::Tool,
    lang: &'static str,
    vendor: &'a str,
    service: Option<&'a str>,
    as_of: String,
    verdict: Verdict,
    basis: basis::Basis<'a>,
    overall: Option<scores::Overall>,
    categories: Vec<scores::Category<'a>>,
    groups: Vec<scores::Group<'a>>,
    questions: Vec<scores::Question<'a>>,
    coverage: Option<scores::Coverage>,
    scope: scores::Scope,
    inherent_risk: risk::InherentRisk<'a>,
    flags: Vec<risk::FlagDocument<'a>>,
    contradictions: Vec<risk::Contradiction<'a>>,
    rating: Option<risk::RatingDocument>,
    #[serde(rename = "fixes")]
    remediations: Vec<risk::RemediationDocument<'a>>,
    path: Option<risk::PathDocument<'a>>,
    to_rating: Option<risk::ToRatings<'a>>,
    evidence: Vec<evidence::DocumentEntry<'a>>,
    to_ask_for: Vec<evidence::ToAskFor<'a>>,
    to_check: Vec<evidence::ToCheck<'a>>,
    decision: Option<basis::DecisionDocument<'a>>,
    gate: basis::Gate,
    policy: basis::PolicyInForce,
    method: Vec<String>,
    frameworks: BTreeMap<&'a str, basis::FrameworkDocument<'a>>,
    disclaimer: String,
}

/// The verdict in words.
#[derive(Serialize)]
struct Verdict {
    label: String,
    value: String,
    outlook: Vec<String>,
    reasons: Vec<String>,
    way_out: Option<String>,
}

fn document<'a>(story: &Story<'_, 'a>, failed: &[Failed], origins: &Origins) -> Document<'a> {
    let assessment = story.assessment;
    let subject = &assessment.subject;
    let register = register::register(assessment);
    Document {
        format: FORMAT,
        tool: basis::TOOL,
        lang: story.lang.code(),
        vendor: &subject.answers.vendor,
        service: subject.answers.service.as_deref(),
        as_of: subject.as_of.to_string(),
        verdict: verdict_in_words(story),
        basis: basis::basis(story, origins),
        overall: scores::overall(assessment),
        categories: scores::categories(story),
        groups: scores::groups(story),
        questions: scores::questions(story, &register),
        coverage: scores::coverage(assessment),
        scope: scores::scope(assessment),
        inherent_risk: risk::inherent_risk(story),
        flags: risk::flags(story),
        contradictions: risk::contradictions(story),
        rating: assessment.rating.as_ref().map(|rating| risk::rating(rating, subject)),
        remediations: risk::remediations(story),
        path: risk::path(story),
        to_rating: risk::to_ratings(story),
        evidence: evidence::documents(story, &register),
        to_ask_for: evidence::to_ask_for(story),
        to_check: evidence::to_check(story),
        decision: basis::decision(story),
        gate: basis::gate(story, failed),
        policy: basis::policy(subject.policy),
        method: method::lines(story).to_vec(),
        frameworks: basis::frameworks(story),
        disclaimer: story.lang.disclaimer_in_full(),
    }
}

fn verdict_in_words(story: &Story<'_, '_>) -> Verdict {
    let said = verdict::verdict(story);
    Verdict {
        label: said.label,
        value: said.value,
        outlook: said.outlook.iter().map(crate::document::Text::words).collect(),
        reasons: verdict::reasons(story, usize::MAX).iter().map(crate::document::Text::words).collect(),
        way_out: verdict::way(story).map(|way| way.words()),
    }
}
