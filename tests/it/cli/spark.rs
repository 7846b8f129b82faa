//! The job of `docs/spark/judge.py` on a real Spark: every record once, as `duly export` has it, whoever is killed.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Command, Stdio};

use serde_json::{Value, json};

use super::stream::{as_in_the_table, table_of};
use crate::support::company::Company;
use crate::support::{DAY, Folder, PROGRAM, Ran, example, finish, names_in, root, run};

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

/// Runs `by_pandas` of the job over rows, with a table that is a list and `pandas` that hands it on.
const ROWS: &str = r#"
import importlib.util, json, sys, types
sys.modules["pandas"] = types.SimpleNamespace(DataFrame=lambda rows, columns: [dict(zip(columns, row)) for row in rows])
spec = importlib.util.spec_from_file_location("judge", sys.argv[1])
judge = importlib.util.module_from_spec(spec)
spec.loader.exec_module(judge)
class Batch(list):
    def to_dict(self, _):
        return self
class Table(list):
    def mapInPandas(self, of_partition, schema):
        found = [row for batch in of_partition(iter([Batch(self)])) for row in batch]
        assert all(", ".join(row) == schema.replace(" string", "").replace(" boolean", "") for row in found), schema
        return found
rows = [dict(row, **{key: float("nan") for key in row if row[key] == "NAN"}) for row in json.loads(sys.argv[2])]
if sys.argv[3] == "broken":
    judge.record = lambda row: 1 / 0
print(json.dumps(judge.by_pandas(Table(rows), sys.argv[4:])))
"#;

fn by_pandas(rows: &Value, how: &str, more: &[&str]) -> Ran {
    let rows = rows.to_string().replace("HALF", "\\ud800");
    let mut python = Command::new("python3");
    python.args(["-c", ROWS]).arg(root().join("docs/spark/judge.py")).args([&rows, how, PROGRAM]);
    python.args(["stream", "--jobs", "1", "--lang", "en", "--as-of", DAY]).args(more);
    python.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    finish(python.spawn().unwrap(), "by_pandas")
}

#[test]
#[ignore = "needs python3"]
fn whatever_a_row_for_spark_holds_it_is_answered_and_nobody_waits_for_ever() {
    let answers = example("allyes.yaml");
    let row = |id: &str, more: Value| {
        let mut row = json!({"id": id, "answers": answers, "review": null, "papers": null});
        more.as_object().unwrap().iter().for_each(|(key, value)| row[key] = value.clone());
        row
    };
    let deep = "[".repeat(100_000);
    let rows = json!([
        row("sound", json!({"papers": "[]", "review": "NAN"})),
        row("no JSON", json!({"papers": "[{location: a}]"})),
        row("no end", json!({"papers": deep})),
        row("a list", json!({"papers": [7]})),
        row("no text", json!({"answers": 7})),
        row(
            "unrated",
            json!({"answers": "format: duly/answers@1
vendor: {name: X}
questionnaire: mvsp@1.0.0
"})
        ),
        row("cut", json!({"answers": "half of a sign: HALF"})),
        row("last", json!({})),
    ]);
    for more in [&[][..], &["--full"]] {
        answered(&by_pandas(&rows, "sound", more).done().json::<Vec<Value>>());
    }
    let broken = by_pandas(&rows, "broken", &[]);
    assert!(broken.code != 0 && broken.err.contains("duly ended before it had answered"), "{}", broken.err);
    assert!(broken.err.contains("ZeroDivisionError"), "{}", broken.err);
}

/// What came of each of those rows.
fn answered(found: &[Value]) {
    let told = |at: usize| (found[at]["id"].as_str().unwrap(), found[at]["judged"].as_bool().unwrap());
    let said: Vec<(&str, bool)> = (0..found.len()).map(told).collect();
    let judged = ["sound", "unrated", "last"];
    let ids = ["sound", "no JSON", "no end", "a list", "no text", "unrated", "cut", "last"];
    assert_eq!(said, ids.map(|id| (id, judged.contains(&id))));
    assert!(found[1]["outcome"].as_str().unwrap().contains("[{location: a}] cannot be the value of `papers`"));
    let rated = |at: usize| (&found[at]["rated"], found[at]["worst"].is_string());
    assert_eq!(rated(0), (&json!(true), true));
    assert_eq!(rated(1), (&json!(null), false));
    assert_eq!(rated(5), (&json!(false), true), "a worst risk, of answers that nobody gave");
    assert!(found[6]["outcome"].as_str().unwrap().contains("json-escape"), "{}", found[6]);
}

/// What the job hands to `duly`, by what is said to the job.
fn commanded(args: &[&str]) -> Ran {
    const COMMAND: &str = "import json, runpy, sys; job = runpy.run_path(sys.argv.pop(1)); \
                           print(json.dumps(job['command'](job['arguments']())))";
    let mut python = Command::new("python3");
    python.args(["-c", COMMAND]).arg(root().join("docs/spark/judge.py")).args(args).stdin(Stdio::null());
    python.stdout(Stdio::piped()).stderr(Stdio::piped());
    run(python)
}

#[test]
#[ignore = "needs python3"]
fn the_job_for_spark_names_the_rules_the_day_and_the_language() {
    let folder = Folder::with(&[("rules.toml", "format = \"duly/policy@1\"\n")]);
    let rules = folder.at("rules.toml");
    let rules = rules.to_str().unwrap();
    let refused = commanded(&["in", "out"]);
    assert!(refused.code == 2 && refused.err.contains("--policy"), "{}", refused.err);
    let by = ["--duly", PROGRAM, "--policy", rules];
    let day = ["--as-of", "2026-11-22", "--lang", "sv", "--full"];
    for (more, is_named) in [(&[][..], false), (&day, true)] {
        let command: Vec<String> = commanded(&[&by[..], more, &["in", "out"]].concat()).done().json();
        let of = |option: &str| command[command.iter().position(|word| word == option).unwrap() + 1].as_str();
        assert_eq!((command[0].as_str(), of("--policy"), of("--jobs")), (PROGRAM, rules, "1"));
        assert_eq!(of("--lang"), if is_named { "sv" } else { "en" });
        assert!(if is_named { of("--as-of") == day[1] } else { of("--as-of").len() == day[1].len() }, "{command:?}");
        assert_eq!(command.contains(&"--full".to_owned()), is_named);
        let mut duly = Command::new(&command[0]);
        duly.args(&command[1..]).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        assert_eq!(run(duly).done().out, "", "a command that `duly` takes");
    }
}

#[test]
#[ignore = "needs python3"]
fn the_help_of_the_job_for_spark_needs_no_spark() {
    let mut python = Command::new("python3");
    python.args(["-S", "-I"]).arg(root().join("docs/spark/judge.py")).arg("--help").stdin(Stdio::null());
    python.stdout(Stdio::piped()).stderr(Stdio::piped());
    let ran = run(python);
    assert!(ran.code == 0 && ran.out.contains("--way"), "{}", ran.err);
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
