//! Every dependency says what it is for, and carries a licence that may come in.

use std::process::Command;

use serde_json::Value;

use crate::support::root;

/// As in `deny.toml`.
const ALLOWED: [&str; 7] = ["MIT", "MIT-0", "Apache-2.0", "Unicode-3.0", "Unlicense", "BSD-3-Clause", "Zlib"];

fn manifest() -> String {
    std::fs::read_to_string(root().join("Cargo.toml")).unwrap()
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = manifest();
    let mut explained = false;
    let mut section = "";
    let mut count = 0;
    for line in manifest.lines() {
        if line.starts_with('[') {
            section = line;
        } else if line.starts_with('#') {
            explained = true;
        } else if line.is_empty() {
            explained = false;
        } else if section.contains("dependencies") {
            assert!(explained, "no comment above: {line}");
            count += 1;
        }
    }
    assert!(count > 15, "{count}");
}

#[test]
fn every_licence_may_come_in() {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["metadata", "--format-version", "1", "--locked", "--offline", "--filter-platform"])
        .arg(host())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).unwrap();
    let packages = metadata["packages"].as_array().unwrap();
    assert!(packages.len() > 50);
    for package in packages {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(is_allowed(licence), "{} has the licence {licence}", package["name"]);
    }
}

fn host() -> String {
    let output = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    text.lines().find_map(|line| line.strip_prefix("host: ")).unwrap().to_owned()
}

/// An SPDX expression without nesting deeper than `(A OR B) AND C`.
fn is_allowed(expression: &str) -> bool {
    let and_parts = expression.split(" AND ");
    let mut all = and_parts.map(|part| {
        let part = part.trim_matches(['(', ')']).replace('/', " OR ");
        part.split(" OR ").any(|licence| ALLOWED.contains(&licence.trim()))
    });
    all.all(|allowed| allowed)
}

#[test]
fn the_expressions_are_understood() {
    assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
    assert!(is_allowed("MIT/Apache-2.0"));
    assert!(!is_allowed("GPL-3.0-only"));
    assert!(!is_allowed("MIT AND GPL-3.0-only"));
}
