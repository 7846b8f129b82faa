//! The job of `docs/spark/judge.py` on a real Spark: every record once, as `duly export` has it, whoever is killed.

use std::collections::BTreeMap;
use std::fs;
use std::process::Command;

use serde_json::{Value, json};

use super::stream::{as_in_the_table, table_of};
use crate::support::company::Company;
use crate::support::{DAY, Folder, PROGRAM, names_in, root};

/// The records of the vendors of a folder, by their names.
fn records(folder: &Folder) -> String {
    let now = folder.at("now");
    let names = names_in(&now).into_iter().filter(|name| !name.ends_with(".review.yaml"));
    let record = |name: String| {
        let id = name.strip_suffix(".yaml").unwrap();
        let review = fs::read_to_string(now.join(format!("{id}.review.yaml"))).ok();
        format!("{}\n", json!({"id": id, "answers": fs::read_to_string(now.join(&name)).unwrap(), "review": review}))
    };
    names.map(record).collect()
}

/// Lays out a company's vendors and their records, for `benches/spark.py`.
#[test]
#[ignore = "writes a company's files and records into STREAM_FOLDER, for benches/spark.py"]
fn lay_out_records() {
    let folder = std::env::var_os("STREAM_FOLDER").unwrap();
    let vendors = std::env::var("STREAM_VENDORS").unwrap().parse().unwrap();
    let laid = Folder::new();
    Company { seed: 7, vendors }.lay_out(laid.path());
    fs::write(std::path::Path::new(&folder).join("in.jsonl"), records(&laid)).unwrap();
    fs::copy(laid.at("policy.toml"), std::path::Path::new(&folder).join("policy.toml")).unwrap();
}

/// So many vendors: enough that a killed worker has answered some and not all.
const VENDORS: usize = 600;

#[test]
#[ignore = "needs a Java runtime and pyspark in target/spark: see CONTRIBUTING.md"]
fn spark_judges_every_record_once_whoever_is_killed() {
    let folder = Folder::new();
    Company { seed: 7, vendors: VENDORS }.lay_out(folder.path());
    folder.write("in.jsonl", records(&folder));
    folder.make("out");
    let python = root().join("target/spark/bin/python");
    assert!(python.exists(), "{} is missing: .ci/run makes it", python.display());
    let mut spark = Command::new(python);
    spark.arg(root().join("tests/spark/drive.py")).arg(root().join("docs/spark/judge.py"));
    spark.args([folder.at("in.jsonl"), folder.at("out")]).arg("4");
    let policy = folder.at("policy.toml");
    let by = ["stream", "--jobs", "1", "--lang", "en", "--as-of", DAY, "--policy", policy.to_str().unwrap()];
    spark.arg(PROGRAM).args(by);
    let output = spark.current_dir(folder.path()).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let took: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(took["killed"], json!(2), "a program in the one way, a worker in the other");
    let plain = folder.read("out/pipe");
    for way in ["pandas", "pipe-killed", "pandas-killed"] {
        assert!(folder.read(&format!("out/{way}")) == plain, "{way}: other lines than through an undisturbed pipe");
    }
    let outcomes: Vec<Value> = plain.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(outcomes.len(), VENDORS);
    let by_id: BTreeMap<&str, &Value> = outcomes.iter().map(|of| (of["id"].as_str().unwrap(), of)).collect();
    assert_eq!(by_id.len(), VENDORS, "each once");
    let table = table_of(&folder, &["now", "--policy", "policy.toml"]);
    assert_eq!(table.len(), VENDORS);
    for row in &table {
        let id = row["File"].strip_prefix("now/").and_then(|name| name.strip_suffix(".yaml")).unwrap();
        as_in_the_table(by_id[id], row);
    }
}
