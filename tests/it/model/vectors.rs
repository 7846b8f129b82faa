//! The vectors of the model, through the real command line: V, E and P are the model itself, S reproduces published
//! OpenSSF Scorecard results, D the DoD 800-171 method, W compares.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

const CASES: usize = 70;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/vectors")
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

fn export(name: &str, case: &Value) -> Output {
    let folder = folder().join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_duly"));
    command.current_dir(&folder).args(["export", "answers.yaml", "--format", "json", "--quiet"]);
    command.args(["--as-of", case["as_of"].as_str().unwrap()]);
    if folder.join("policy.toml").exists() {
        command.args(["--policy", "policy.toml"]);
    }
    if let Some(questionnaire) = case["questionnaire"].as_str() {
        command.args(["--questionnaire", questionnaire]);
    }
    command.output().unwrap()
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
        let output = export(name, case);
        let stderr = String::from_utf8_lossy(&output.stderr);
        if case["error"] == true {
            assert_eq!(output.status.code(), Some(2), "{name}");
            assert!(stderr.contains("error["), "{name} says why: {stderr}");
            assert!(output.stdout.is_empty(), "{name}");
            continue;
        }
        assert_eq!(output.status.code(), Some(0), "{name}: {stderr}");
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        compare(name, &case["expected"], &found, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

fn diff(name: &str, case: &Value) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_duly"));
    command.current_dir(folder().join(name)).args([
        "diff",
        "answers-1.yaml",
        "answers-2.yaml",
        "-f",
        "json",
        "--quiet",
    ]);
    command.args(["--as-of", case["as_of"].as_str().unwrap()]).output().unwrap()
}

#[test]
fn every_vector_of_a_comparison_is_reproduced() {
    let cases = cases("diff");
    assert_eq!(cases.len(), 9);
    let mut wrong = Vec::new();
    for (name, case) in &cases {
        let output = diff(name, case);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        compare(name, &case["expected"], &serde_json::from_slice(&output.stdout).unwrap(), &mut wrong);
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    for (name, case) in cases("export").iter().take(10) {
        assert_eq!(export(name, case).stdout, export(name, case).stdout, "{name}");
    }
}
