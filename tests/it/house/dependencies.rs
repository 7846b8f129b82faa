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

/// Every package that is built on this machine, for the program or its tests.
fn packages() -> Vec<Value> {
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
    packages.clone()
}

#[test]
fn every_licence_may_come_in() {
    for package in packages() {
        let licence = package["license"].as_str().unwrap_or("none");
        assert!(is_allowed(licence), "{} has the licence {licence}", package["name"]);
    }
}

/// A version of Rust: `1.89` and `1.89.0` are the same.
fn rust(version: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = version.split('.').map(|number| number.parse().unwrap()).collect();
    numbers.resize(3, 0);
    numbers
}

#[test]
fn whoever_has_the_rust_that_is_asked_for_can_build_what_it_needs() {
    let (ours, others): (Vec<Value>, Vec<Value>) =
        packages().into_iter().partition(|package| package["name"] == env!("CARGO_PKG_NAME"));
    let asked_for = ours[0]["rust_version"].as_str().unwrap();
    for package in &others {
        let needs = package["rust_version"].as_str().unwrap_or("1.0");
        assert!(rust(needs) <= rust(asked_for), "{} needs Rust {needs}", package["name"]);
    }
    for page in ["README.md", "CONTRIBUTING.md"] {
        let text = std::fs::read_to_string(root().join(page)).unwrap().replace("[Rust](https://rustup.rs)", "Rust");
        assert!(text.contains(&format!("Rust {asked_for} or later")), "{page} names another Rust than {asked_for}");
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
