//! Vendors of customer service as the built-in questionnaire judges them: a good one, the same with grave answers, one
//! that shows one paper for everything, and one that contradicts itself.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use duly::internal::questionnaire::form::{Counting, Direction};
use duly::internal::questionnaire::{Form, Question, Questionnaire, built_in};
use serde_json::Value;

use crate::support::{Folder, duly};

/// What is at stake: contact details of many, which the vendor's staff can change.
const STAKES: &str = "{data: contact, volume: large, access: change, systems: shared, location: eea, criticality: day}";

/// Answers that no average may hide, each to a question of its own.
const GRAVE: [(&str, &str); 14] = [
    ("access.client-separation", "open"),
    ("access.unique-accounts", "some"),
    ("access.caller-verification", "questions"),
    ("encryption.at-rest", "partial"),
    ("human.screening", "none"),
    ("gdpr.records", "no"),
    ("gdpr.dpo", "none"),
    ("gdpr.subprocessor-chain", "not-known"),
    ("gdpr.retention", "no"),
    ("gdpr.ai-tools", "uncontrolled"),
    ("gdpr.ai-emotion", "unknown-product"),
    ("governance.regulatory-history", "unremedied"),
    ("contract.liability", "excluded"),
    ("incident.prior", "open"),
];

/// What sub-processors, AI and cards there are decides what is asked; a good vendor has some of each.
const GOOD: [(&str, &str); 4] = [
    ("encryption.cards", "yes"),
    ("gdpr.ai-tools", "controlled"),
    ("gdpr.subprocessors", "general"),
    ("classification.recordings", "[instruction, encrypted, roles, logged]"),
];

fn questionnaire() -> Questionnaire {
    built_in::find("customer-service").unwrap().read().value.unwrap()
}

/// The best answer to a question, as it stands in an answers file.
fn best(question: &Question) -> String {
    match &question.form {
        Form::ChooseOne(choices) => choices.iter().max_by_key(|choice| choice.value).unwrap().id.to_string(),
        Form::ChooseMany(ticks) => {
            let all = ticks.options.iter().filter(|tick| !tick.exclusive).map(|tick| tick.id.as_str());
            format!("[{}]", all.collect::<Vec<_>>().join(", "))
        }
        Form::Number(form) => match form.steps.direction {
            Direction::AtMost => "1".to_owned(),
            Direction::AtLeast => "100".to_owned(),
        },
        Form::Date(form) => match form.counts {
            Counting::DaysSince => "2026-10-15".to_owned(),
            Counting::DaysLeft => "2028-02-28".to_owned(),
        },
        Form::Text => "Contact centres in the Nordic countries since 2010.".to_owned(),
    }
}

/// A vendor that gives the best answers but for these, each with a paper of the kind that is asked for; or, if a kind
/// is named, with one paper of that kind for all.
fn judged(others: &[(&str, &str)], one_paper: Option<&str>) -> Value {
    let q = questionnaire();
    let mut answers: BTreeMap<&str, String> = q.questions.iter().map(|at| (at.id.as_str(), best(at))).collect();
    answers.extend(GOOD.iter().chain(others).map(|(id, answer)| (*id, (*answer).to_owned())));
    let folder = Folder::new();
    let mut text = "format: duly/answers@1\nvendor: {name: A AB}\nquestionnaire: customer-service@1.1.0\nanswered: \
                    2026-11-01\nevidence:\n"
        .to_owned();
    for kind in q.evidence.iter().filter(|kind| one_paper.is_none_or(|only| only == kind.id.as_str())) {
        let kind = &kind.id;
        writeln!(
            text,
            "  {kind}: {{title: Our {kind}, kind: {kind}, issued: 2026-10-15, location: papers/{kind}.txt}}"
        )
        .unwrap();
        folder.write(format!("papers/{kind}.txt"), format!("What shows our {kind}\n"));
    }
    text.push_str("answers:\n");
    for question in &q.questions {
        let paper = one_paper.unwrap_or_else(|| q.evidence[question.evidence[0]].id.as_str());
        let id = &question.id;
        writeln!(text, "  {id}: {{answer: {}, evidence: [{paper}]}}", answers[id.as_str()]).unwrap();
    }
    folder.write("a.yaml", text);
    let review = "format: duly/review@1\nvendor: A AB\nreviewer: Us\nreviewed: 2026-11-02\ninherent_risk: ";
    folder.write("a.review.yaml", format!("{review}{STAKES}\n"));
    duly(&folder, &["export", "a.yaml", "-f", "json", "--as-of", "2026-11-23"]).done().json()
}

fn raised(judgement: &Value) -> Vec<&str> {
    let flags = judgement["flags"].as_array().unwrap().iter().filter(|flag| flag["state"] == "triggered");
    flags.map(|flag| flag["id"].as_str().unwrap()).collect()
}

fn risk(judgement: &Value) -> &str {
    judgement["rating"]["headline"].as_str().unwrap()
}

#[test]
fn a_good_vendor_is_flagged_for_nothing() {
    let good = judged(&[], None);
    assert_eq!((risk(&good), raised(&good)), ("medium", vec![]));
    assert_eq!(good["contradictions"], Value::Array(Vec::new()));
}

#[test]
fn grave_answers_are_flagged_one_by_one_and_high_together() {
    for grave in GRAVE {
        let one = judged(&[grave], None);
        assert!(!raised(&one).is_empty(), "{grave:?} raises nothing");
    }
    let all = judged(&GRAVE, None);
    assert_eq!(risk(&all), "high");
    assert_eq!(raised(&all).len(), GRAVE.len() - 1, "two are one flag, open-fault: {:?}", raised(&all));
}

#[test]
fn one_paper_for_everything_is_worth_little() {
    for kind in ["policy", "assurance", "dpa", "config"] {
        let vendor = judged(&[], Some(kind));
        assert!(["high", "critical"].contains(&risk(&vendor)), "{kind}: {}", risk(&vendor));
    }
}

#[test]
fn contradictory_answers_are_found() {
    let contradictory = [
        ("certifications.held", "[iso22301]"),
        ("certifications.iso27001", "\"no\""),
        ("policies.remote-work", "virtual-desktop"),
        ("classification.recordings", "[encrypted, deleted]"),
        ("encryption.at-rest", "all"),
        ("human.screening", "some"),
        ("gdpr.subprocessors", "none"),
        ("gdpr.locations", "third"),
        ("gdpr.retention", "\"no\""),
    ];
    let vendor = judged(&contradictory, None);
    let found: Vec<&str> = vendor["contradictions"]
        .as_array()
        .unwrap()
        .iter()
        .map(|contradiction| contradiction["id"].as_str().unwrap())
        .collect();
    assert_eq!(found, ["no-sub-processors", "report-not-held", "deletion", "devices", "temp-staff", "location"]);
}
