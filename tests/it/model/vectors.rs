//! The vectors of the model, through the real command line: V, E and P are the model itself, K what proves an answer, S
//! reproduces published OpenSSF Scorecard results, D the DoD 800-171 method, W compares.

use std::path::PathBuf;

use serde_json::Value;

use crate::support::{Ran, duly, root};

const CASES: usize = 114;

fn folder() -> PathBuf {
    root().join("tests/vectors")
}

fn cases(command: &str) -> Vec<(String, Value)> {
    let mut cases: Vec<(String, Value)> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), std::fs::read(path.join("case.json")).ok()?)))
        .map(|(name, text)| (name, serde_json::from_slice(&text).unwrap()))
        .filter(|(_, case): &(String, Value)| case["command"] == command)
        .collect();
    cases.sort_by(|(a, _), (b, _)| a.cmp(b));
    cases
}

fn export(name: &str, case: &Value) -> Ran {
    let folder = folder().join(name);
    let mut args =
        vec!["export", "answers.yaml", "--format", "json", "--quiet", "--as-of", case["as_of"].as_str().unwrap()];
    if folder.join("policy.toml").exists() {
        args.extend(["--policy", "policy.toml"]);
    }
    if let Some(questionnaire) = case["questionnaire"].as_str() {
        args.extend(["--questionnaire", questionnaire]);
    }
    duly(folder, &args)
}

/// Every key under `expected` must be in `found` with exactly that value; lists element by element.
fn compare(path: &str, expected: &Value, found: &Value, wrong: &mut Vec<String>) {
    match (expected, found) {
        (Value::Object(expected), Value::Object(found)) => {
            for (key, value) in expected {
                compare(&format!("{path}.{key}"), value, found.get(key).unwrap_or(&Value::Null), wrong);
            }
        }
        (Value::Array(expected), Value::Array(found)) if expected.len() == found.len() => {
            for (at, (expected, found)) in expected.iter().zip(found).enumerate() {
                compare(&format!("{path}[{at}]"), expected, found, wrong);
            }
        }
        _ if expected == found => {}
        _ => wrong.push(format!("{path}: expected {expected}, found {found}")),
    }
}

#[test]
fn every_vector_of_an_assessment_is_reproduced() {
    let cases = cases("export");
    assert_eq!(cases.len(), CASES);
    let mut wrong = Vec::new();
    for (name, case) in &cases {
        let ran = export(name, case);
        if case["error"] == true {
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{name}");
            assert!(ran.err.contains("error["), "{name} says why: {}", ran.err);
            continue;
        }
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        compare(name, &case["expected"], &ran.json(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn diff(name: &str, case: &Value) -> Ran {
    let files = ["diff", "answers-1.yaml", "answers-2.yaml", "-f", "json", "--quiet"];
    duly(folder().join(name), &[&files[..], &["--as-of", case["as_of"].as_str().unwrap()]].concat())
}

#[test]
fn every_vector_of_a_comparison_is_reproduced() {
    let cases = cases("diff");
    assert_eq!(cases.len(), 9);
    let mut wrong = Vec::new();
    for (name, case) in &cases {
        let ran = diff(name, case);
        assert_eq!(ran.code, 0, "{name}: {}", ran.err);
        compare(name, &case["expected"], &ran.json(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, case) in cases("export").iter().take(10) {
        assert_eq!(export(name, case).out, export(name, case).out, "{name}");
    }
}
