//! The queries of `docs/analysis.md`, run by DuckDB and Polars, against what Rust takes from the same JSON.

use std::collections::BTreeMap;
use std::process::Command;

use serde_json::Value;

use crate::support::{Folder, duly_on_day, example, example_papers, root};

type Rows = Vec<Vec<String>>;

/// The vendors of `examples/`, and the lines of JSON that are made of them.
fn fleet() -> (Folder, Vec<Value>) {
    let folder = Folder::new();
    for vendor in ["allyes", "billigsvar", "halvklar", "nordkontakt", "nordkontakt-2025"] {
        for name in [format!("{vendor}.yaml"), format!("{vendor}.review.yaml")] {
            if root().join("examples").join(&name).exists() {
                folder.write(format!("vendors/{name}"), example(&name));
            }
        }
    }
    for (name, text) in example_papers() {
        folder.write(format!("vendors/{name}"), text);
    }
    // one for whom nothing counts, and without a review
    folder.write("vendors/q.yaml", NOTHING_COUNTS);
    let none = "format: duly/answers@1\nvendor: {name: Tom AB}\nquestionnaire: ./q.yaml\nanswered: 2026-11-01\n";
    folder.write("vendors/tom.yaml", format!("{none}answers: {{a.name: Tom}}\n"));
    let ran = duly_on_day(&folder, &["export", "vendors", "-f", "json", "-o", "all.jsonl", "-q"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let lines = folder.read("all.jsonl");
    let lines: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 6);
    (folder, lines)
}

const NOTHING_COUNTS: &str = "\
format: duly/questionnaire@1
id: names
version: 1.0.0
title: Names
categories:
  - id: a
    title: Names
    questions:
      - {id: name, ask: What are you called?, importance: info, answer: text}
";

/// Decimal digits with six places as millionths.
fn millionths(digits: &Value) -> i64 {
    let (whole, part) = digits.as_str().unwrap().split_once('.').unwrap();
    assert_eq!(part.len(), 6);
    whole.parse::<i64>().unwrap() * 1_000_000 + part.parse::<i64>().unwrap()
}

fn digits(millionths: i64) -> String {
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

/// By what is at stake and the risk: how many, and the fewest assured points.
fn by_risk(vendors: &[Value]) -> Rows {
    let mut groups: BTreeMap<(&str, &str), Vec<i64>> = BTreeMap::new();
    for vendor in vendors {
        let is_range = vendor["rating"]["worst"] != vendor["rating"]["best"];
        let risk = match vendor["coverage"]["provisional"].as_bool() {
            Some(true) if is_range => "not yet rated",
            _ => vendor["rating"]["worst"].as_str().unwrap_or("nothing to rate"),
        };
        let at_stake = vendor["inherent_risk"]["highest"].as_str().unwrap();
        let assured = &vendor["overall"]["decimal"]["assured"];
        let group = groups.entry((at_stake, risk)).or_default();
        group.push(if assured.is_null() { i64::MAX } else { millionths(assured) });
    }
    let row = |((at_stake, risk), assured): ((&str, &str), Vec<i64>)| {
        let least = *assured.iter().min().unwrap();
        let least = if least == i64::MAX { "None".to_owned() } else { digits(least) };
        vec![at_stake.to_owned(), risk.to_owned(), assured.len().to_string(), least]
    };
    groups.into_iter().map(row).collect()
}

/// The ten questions that lack most, with the three parts of that.
fn lacking(vendors: &[Value]) -> Rows {
    let mut sums: BTreeMap<(String, String), (usize, [i64; 3])> = BTreeMap::new();
    for vendor in vendors {
        for question in vendor["questions"].as_array().unwrap() {
            let parts = ["control_gap", "evidence_gap", "unknown"].map(|part| millionths(&question["decimal"][part]));
            if parts.iter().sum::<i64>() > 0 {
                let questionnaire = vendor["basis"]["questionnaire"]["id"].as_str().unwrap();
                let id = question["id"].as_str().unwrap();
                let (count, sum) = sums.entry((questionnaire.to_owned(), id.to_owned())).or_default();
                *count += 1;
                sum.iter_mut().zip(parts).for_each(|(sum, part)| *sum += part);
            }
        }
    }
    let mut sums: Vec<_> = sums.into_iter().collect();
    sums.sort_by_key(|(_, (_, parts))| -parts.iter().sum::<i64>());
    let row = |((questionnaire, id), (count, parts)): ((String, String), (usize, [i64; 3]))| {
        let figures = [parts.iter().sum(), parts[0], parts[1], parts[2]].map(digits);
        [questionnaire, id, count.to_string()].into_iter().chain(figures).collect()
    };
    sums.into_iter().take(10).map(row).collect()
}

/// What runs out until 90 days after the day of the judgement, which is the same for all here.
fn running_out(vendors: &[Value]) -> Rows {
    const UNTIL: &str = "2027-02-21";
    let mut rows = Rows::new();
    for vendor in vendors {
        let mut add = |day: &Value, kind: &str, what: &Value| {
            if let Some(day) = day.as_str().filter(|day| *day <= UNTIL) {
                let name = vendor["vendor"].as_str().unwrap();
                rows.push([day, name, kind, what.as_str().unwrap()].map(str::to_owned).to_vec());
            }
        };
        for paper in vendor["evidence"].as_array().unwrap() {
            add(&paper["current_until"], "paper", &paper["title"]);
        }
        let decision = &vendor["decision"];
        add(&decision["next_review"], "review", &decision["outcome"]);
        for condition in decision["conditions_in_full"].as_array().into_iter().flatten() {
            if condition["state"] != "met" {
                add(&condition["due"], "condition", &condition["what"]);
            }
        }
    }
    rows.sort();
    rows
}

#[test]
#[ignore = "needs duckdb and polars in target/python: see CONTRIBUTING.md"]
fn analysis_of_the_page_gives_what_the_json_says() {
    let (folder, vendors) = fleet();
    let python = root().join("target/python/bin/python");
    assert!(python.exists(), "{} is missing: .ci/run makes it", python.display());
    let mut command = Command::new(python);
    command.arg(root().join("tests/python/analysis.py")).arg(root().join("docs/analysis.md"));
    let output = command.current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let found: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let expected = [by_risk(&vendors), lacking(&vendors), running_out(&vendors)];
    assert!(expected.iter().all(|rows| rows.len() > 3), "{expected:?}");
    assert_eq!(found.len(), 2 * expected.len(), "each query twice");
    for (two, expected) in found.chunks(2).zip(expected) {
        assert_eq!([&two[0]["kind"], &two[1]["kind"]], ["sql", "python"]);
        for query in two {
            let rows: Rows = serde_json::from_value(query["rows"].clone()).unwrap();
            assert_eq!(rows, expected, "{}", query["kind"]);
        }
    }
}
