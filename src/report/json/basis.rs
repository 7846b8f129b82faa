//! What the result rests on: the program, the files with their fingerprints, the policy in force, the frameworks; and
//! what was decided.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::assessment::Subject;
use crate::assessment::gate::Failed;
use crate::case::Origins;
use crate::policy::{Assurance, Policy};
use crate::questionnaire::{Importance, Level};
use crate::report::naming;
use crate::report::story::Story;
use crate::review::{Decision, Outcome};
use crate::source::fields::Word;
use crate::words::{Broken, clean};

#[derive(Serialize)]
pub(super) struct Tool {
    name: &'static str,
    version: &'static str,
}

/// This program.
pub(super) const TOOL: Tool = Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") };

#[derive(Serialize)]
pub(super) struct Basis<'a> {
    questionnaire: QuestionnaireBasis<'a>,
    answers: AnswersBasis,
    review: Option<ReviewBasis<'a>>,
    policy: Option<PolicyBasis>,
}

#[derive(Serialize)]
struct QuestionnaireBasis<'a> {
    id: &'a str,
    version: &'a str,
    title: String,
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
    client: Option<&'a str>,
    reviewed: String,
    sha256: String,
    beside_answers: bool,
}

#[derive(Serialize)]
struct PolicyBasis {
    sha256: String,
    found: bool,
}

#[derive(Serialize)]
pub(super) struct PolicyInForce {
    importance: BTreeMap<&'static str, u32>,
    assurance: BTreeMap<&'static str, u8>,
    bands: [u8; 3],
    residual_risk: BTreeMap<&'static str, [&'static str; 4]>,
    red_flags: BTreeMap<&'static str, [&'static str; 4]>,
    minimum_coverage: u8,
    not_applicable_cap: u8,
}

#[derive(Serialize)]
pub(super) struct FrameworkDocument<'a> {
    title: String,
    link: Option<&'a str>,
}

#[derive(Serialize)]
pub(super) struct DecisionDocument<'a> {
    outcome: &'static str,
    outcome_in_words: String,
    by: &'a str,
    on: String,
    conditions: &'a [String],
    next_review: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Gate {
    passed: bool,
    failed: Vec<&'static str>,
    in_words: Vec<String>,
}

pub(super) fn basis<'a>(story: &Story<'_, 'a>, origins: &Origins) -> Basis<'a> {
    let subject: &Subject<'a> = &story.assessment.subject;
    let questionnaire = subject.questionnaire;
    Basis {
        questionnaire: QuestionnaireBasis {
            id: &questionnaire.id,
            version: &questionnaire.version,
            title: story.say(&questionnaire.title),
            sha256: questionnaire.fingerprint(),
            vendors_own: origins.vendors_own_questionnaire,
        },
        answers: AnswersBasis {
            answered: subject.answers.answered.map(|date| date.to_string()),
            sha256: subject.answers.source.fingerprint(),
        },
        review: subject.review.map(|review| ReviewBasis {
            reviewer: &review.reviewer,
            client: review.client.as_deref(),
            reviewed: review.reviewed.to_string(),
            sha256: review.source.fingerprint(),
            beside_answers: origins.review_beside_answers,
        }),
        policy: subject
            .policy
            .source
            .as_ref()
            .map(|source| PolicyBasis { sha256: source.fingerprint(), found: origins.found_policy.is_some() }),
    }
}

pub(super) fn policy(policy: &Policy) -> PolicyInForce {
    let tiers = [Level::Low, Level::Medium, Level::High, Level::Critical];
    let bound = |severity: Level| tiers.map(|tier| policy.bound(severity, tier).map_or("none", Word::word));
    PolicyInForce {
        importance: Importance::ALL.iter().map(|(word, importance)| (*word, policy.weight(*importance))).collect(),
        assurance: Assurance::ALL.iter().map(|(word, assurance)| (*word, policy.credit(*assurance))).collect(),
        bands: policy.bands,
        residual_risk: tiers
            .map(|tier| (tier.word(), policy.residual_risk[tier.index()].map(|risk| risk.word())))
            .into(),
        red_flags: tiers.map(|severity| (severity.word(), bound(severity))).into(),
        minimum_coverage: policy.minimum_coverage,
        not_applicable_cap: policy.not_applicable_cap,
    }
}

pub(super) fn frameworks<'a>(story: &Story<'_, 'a>) -> BTreeMap<&'a str, FrameworkDocument<'a>> {
    let frameworks = story.questionnaire().frameworks.iter();
    let document = |title, link| FrameworkDocument { title, link };
    frameworks
        .map(|framework| (framework.id.as_str(), document(story.say(&framework.title), framework.link.as_deref())))
        .collect()
}

pub(super) fn decision<'a>(story: &Story<'_, 'a>) -> Option<DecisionDocument<'a>> {
    let decision: &'a Decision = story.assessment.subject.review?.decision.as_ref()?;
    let outcome: Outcome = decision.outcome;
    Some(DecisionDocument {
        outcome: outcome.word(),
        outcome_in_words: naming::outcome(outcome, story.lang),
        by: &decision.by,
        on: decision.on.to_string(),
        conditions: &decision.conditions,
        next_review: decision.next_review.map(|date| date.to_string()),
    })
}

pub(super) fn gate(story: &Story<'_, '_>, failed: &[Failed]) -> Gate {
    Gate {
        passed: failed.is_empty(),
        failed: failed.iter().map(|rule| rule.key()).collect(),
        in_words: failed.iter().map(|rule| naming::failed_rule(*rule, story.lang)).collect(),
    }
}

/// A document with its final line break, without hidden characters.
///
/// # Errors
/// It could not be written as JSON, which only a mistake in the types of this room could bring about.
pub(super) fn finished(json: serde_json::Result<String>) -> Result<String, Broken> {
    let json = json.map_err(|error| Broken::new(format_args!("the result cannot be written as JSON: {error}")))?;
    Ok(clean::json_escaped(json + "\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_written_is_no_empty_document() {
        assert_eq!(finished(serde_json::to_string("a")).unwrap(), "\"a\"\n");
        let keyed_by_lists: BTreeMap<[u8; 2], u8> = [([1, 2], 3)].into();
        let broken = finished(serde_json::to_string(&keyed_by_lists)).unwrap_err();
        assert!(broken.to_string().contains("the result cannot be written as JSON: key must be a string"), "{broken}");
    }
}
