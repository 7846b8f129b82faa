//! `duly check` for programs: SARIF that its schema accepts, and commands that the runner of GitHub Actions reads as
//! they were meant. Both say what `-f json` says.

use boon::{Compiler, Schemas};
use serde_json::Value;

use crate::support::{Folder, Ran, SMALL, command, duly, duly_on_day, files_below, root, run};

/// What is checked, and in which language: nine mistakes of each kind, warnings of answers and review, a whole file that
/// is wrong, a file without a problem.
const CHECKED: [(&str, &[&str], &str); 8] = [
    ("tests/nine", &["answers.yaml", "--questionnaire", "small.yaml"], "en"),
    ("tests/nine", &["vendor.review.yaml", "--questionnaire", "small.yaml"], "sv"),
    ("tests/nine", &["questionnaire.yaml", "policy.toml"], "en"),
    (".", &["examples/billigsvar.yaml"], "en"),
    (".", &["examples/billigsvar.yaml"], "sv"),
    (".", &["examples/allyes.yaml", "./examples/halvklar.yaml"], "sv"),
    (".", &["LICENSE-MIT", "no-such-file.yaml"], "en"),
    ("tests/nine", &["small.yaml"], "sv"),
];

fn check(folder: &str, args: &[&str], format: &str, lang: &str) -> Ran {
    duly_on_day(root().join(folder), &[&["check"], args, &["-f", format, "--lang", lang]].concat())
}

fn is_sarif(log: &Value) {
    let path = root().join("tests/schemas/sarif-2.1.0.schema.json");
    let schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    compiler.enable_format_assertions();
    compiler.add_resource("https://schemas.test/sarif", schema).unwrap();
    let index = compiler.compile("https://schemas.test/sarif", &mut schemas).unwrap();
    let valid = schemas.validate(log, index);
    assert!(valid.is_ok(), "{:#}", valid.unwrap_err());
}

#[test]
fn sarif_is_valid_and_says_what_json_says() {
    for (folder, args, lang) in CHECKED {
        let (ran, json) = (check(folder, args, "sarif", lang), check(folder, args, "json", lang));
        assert_eq!((ran.code, &ran.err), (json.code, &json.err), "{args:?}");
        assert_eq!(ran.out, check(folder, args, "sarif", lang).out, "twice the same");
        let log: Value = ran.json();
        is_sarif(&log);
        let run = &log["runs"][0];
        assert_eq!((&run["language"], &log["version"]), (&lang.into(), &"2.1.0".into()));
        assert_eq!(run["invocations"][0]["executionSuccessful"], true);
        let (results, rules) = (run["results"].as_array().unwrap(), &run["tool"]["driver"]["rules"]);
        let problems: Vec<Value> = json.json();
        assert_eq!(results.len(), problems.len(), "{args:?}");
        for (result, problem) in results.iter().zip(&problems) {
            assert_eq!((&result["ruleId"], &result["level"]), (&problem["code"], &problem["severity"]));
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
            assert_eq!((&rule["id"], &rule["defaultConfiguration"]["level"]), (&problem["code"], &problem["severity"]));
            let physical = &result["locations"][0]["physicalLocation"];
            let file = problem["file"].as_str().unwrap().trim_start_matches("./");
            assert_eq!(physical["artifactLocation"]["uri"], *file);
            for (key, of_json) in
                [("startLine", "line"), ("startColumn", "column"), ("endLine", "end_line"), ("endColumn", "end_column")]
            {
                assert_eq!(physical["region"][key], problem[of_json], "{problem}");
            }
            let help = if lang == "sv" { "råd" } else { "help" };
            let said =
                format!("{}\n{help}: {}", problem["message"].as_str().unwrap(), problem["help"].as_str().unwrap());
            let message = result["message"]["text"].as_str().unwrap();
            assert_eq!(message.replace("{{", "{").replace("}}", "}"), said);
        }
    }
}

#[test]
fn a_rule_of_sarif_is_a_code_with_its_story_in_the_chosen_language() {
    for lang in ["en", "sv"] {
        let log: Value = check("tests/nine", &["policy.toml"], "sarif", lang).json();
        let rules = log["runs"][0]["tool"]["driver"]["rules"].as_array().unwrap().clone();
        assert_eq!(rules.len(), 9, "each that is met, once");
        for rule in rules {
            let told = duly(root(), &["check", "--explain", rule["id"].as_str().unwrap(), "--lang", lang]).done().out;
            let text = |key: &str| rule[key]["text"].as_str().unwrap().replace("{{", "{").replace("}}", "}");
            assert_eq!(told.split_once("\n\n").unwrap().1, text("help") + "\n");
            assert_eq!(text("fullDescription"), text("help"));
            assert!(text("help").starts_with(&text("shortDescription")) && !text("shortDescription").is_empty());
        }
    }
}

/// A command as the runner of GitHub Actions reads it: its name, its properties, what it says. `None`: it is no command,
/// and the runner looks for `##[` in it.
#[derive(Debug, PartialEq)]
struct Order {
    name: String,
    properties: Vec<(String, String)>,
    data: String,
}

/// Follows the runner step by step: blanks in front are skipped, the first `::` behind the name ends the properties, they
/// are divided at commas, and escapes are undone one sign after the other, the percent sign last.
fn ordered(line: &str) -> Option<Order> {
    let (info, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = info.split_once(' ').unwrap_or((info, ""));
    let undone = |text: &str, escapes: &[(&str, &str)]| {
        escapes.iter().fold(text.to_owned(), |text, (escape, sign)| text.replace(escape, sign))
    };
    let in_data = [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")];
    let in_property = [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")];
    let properties = properties.split(',').filter_map(|pair| pair.split_once('='));
    Some(Order {
        name: name.to_owned(),
        properties: properties.map(|(key, value)| (key.to_owned(), undone(value, &in_property))).collect(),
        data: undone(data, &in_data),
    })
}

fn orders(ran: &Ran) -> Vec<Order> {
    // as .NET reads lines
    let lines = ran.out.split(['\n', '\r']).filter(|line| !line.is_empty());
    lines.map(|line| ordered(line).unwrap_or_else(|| unreachable!("no command: {line}"))).collect()
}

#[test]
fn github_is_told_what_json_says() {
    for (folder, args, lang) in CHECKED {
        let (ran, json) = (check(folder, args, "github", lang), check(folder, args, "json", lang));
        assert_eq!((ran.code, &ran.err), (json.code, &json.err), "{args:?}");
        let (orders, problems) = (orders(&ran), json.json::<Vec<Value>>());
        assert_eq!(orders.len(), problems.len(), "{args:?}");
        for (order, problem) in orders.iter().zip(&problems) {
            assert_eq!(order.name, problem["severity"].as_str().unwrap());
            let file = problem["file"].as_str().unwrap().trim_start_matches("./");
            let numbers = [("line", "line"), ("col", "column"), ("endLine", "end_line"), ("endColumn", "end_column")];
            let mut expected = vec![("file".to_owned(), file.to_owned())];
            let places = numbers.iter().filter_map(|(key, of_json)| Some((key, problem[of_json].as_u64()?)));
            expected.extend(places.map(|(key, number)| ((*key).to_owned(), number.to_string())));
            expected.push(("title".to_owned(), problem["code"].as_str().unwrap().to_owned()));
            assert_eq!(order.properties, expected);
            let help = if lang == "sv" { "råd" } else { "help" };
            let said =
                format!("{}\n{help}: {}", problem["message"].as_str().unwrap(), problem["help"].as_str().unwrap());
            assert_eq!(order.data, said);
        }
    }
}

/// What a vendor writes to have the runner obey it: in answers, in names of files, in what lies beside them.
const SLY: [&str; 7] = [
    "::stop-commands::x",
    "\\n::add-mask::error",
    "\\r::add-mask::error",
    "%0A::warning file=other.yaml::all is well",
    "##[add-mask]error",
    "a::b,line=9,title=none",
    "[click](https://evil.example) {0}",
];

#[cfg(unix)]
#[test]
fn no_vendor_starts_a_command() {
    let folder = Folder::with(&[("small.yaml", SMALL)]);
    let names =
        ["::stop-commands::x", "\n::add-mask::error", "\r::x::", "##[add-mask]x", "a,line=3,b", "c%0A::d", "plain"];
    for (name, sly) in names.iter().zip(SLY) {
        let head = "format: duly/answers@1\nquestionnaire: ./small.yaml\nvendor: X\nanswered: 2026-11-01\n";
        let answers = format!("{head}answers:\n  a.mfa: \"{sly}\"\n  a.{sly}: yes\n");
        folder.write(format!("v/{name}.yaml"), &answers);
        folder.write(format!("v/{name}.yaml.txt"), &answers); // not checked for its ending
    }
    let args = |format| ["check", "v", "--questionnaire", "small.yaml", "--as-of", "2026-11-23", "-f", format];
    let json: Vec<Value> = duly(&folder, &args("json")).json();
    assert!(json.len() >= 2 * names.len(), "{json:?}");
    let within = ["check", ".", "--questionnaire", "../small.yaml", "--as-of", "2026-11-23", "-f", "github"];
    for (here, args) in [("", args("github")), ("v", within)] {
        let ran = run(command(folder.path().join(here), &args));
        ran.assert_clean("commands");
        assert_eq!(ran.code, 2);
        let orders = orders(&ran);
        assert_eq!(orders.len(), json.len() + names.len(), "a command for each problem, and for each file passed over");
        for order in &orders {
            assert!(["error", "warning"].contains(&order.name.as_str()), "{order:?}");
            let keys: Vec<&str> = order.properties.iter().map(|(key, _)| key.as_str()).collect();
            let known = [&["file", "line", "col", "endLine", "endColumn", "title"][..], &["file", "title"], &["file"]];
            assert!(known.contains(&keys.as_slice()), "{order:?}");
        }
        assert_eq!(ran.err, format!("could not be checked: {}\n", names.len()), "nothing of theirs is on stderr");
    }
    let log: Value = duly(&folder, &args("sarif")).json();
    is_sarif(&log);
    let text = log.to_string();
    assert!(!text.contains("](") && text.contains("[click] (https://evil.example) {{0}}"), "{text}");
    let invocation = &log["runs"][0]["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    assert_eq!(invocation["toolExecutionNotifications"].as_array().unwrap().len(), names.len());
}

#[test]
fn files_are_named_as_seen_from_the_folder() {
    let folder = Folder::with(&[("small.yaml", SMALL), ("a b/å.yaml", "format: duly/answers@1\nvendor: [\n")]);
    let whole = folder.path().canonicalize().unwrap().join("a b/å.yaml");
    for named in ["a b/å.yaml", "./a b/å.yaml", whole.to_str().unwrap()] {
        let log: Value = duly(folder.path().canonicalize().unwrap(), &["check", named, "-f", "sarif"]).json();
        is_sarif(&log);
        let place = &log["runs"][0]["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "a%20b/%C3%A5.yaml");
        let ran = duly(folder.path().canonicalize().unwrap(), &["check", named, "-f", "github"]);
        assert_eq!(orders(&ran)[0].properties[0], ("file".to_owned(), "a b/å.yaml".to_owned()));
    }
}

#[test]
fn every_hostile_file_is_told_in_both_formats() {
    let mut files = files_below(&root().join("tests/hostile"));
    files.sort();
    let files: Vec<&str> = files.iter().map(|file| file.strip_prefix(root()).unwrap().to_str().unwrap()).collect();
    let told = |format| duly_on_day(root(), &[&["check", "-f", format], &files[..]].concat());
    let problems = told("json").json::<Vec<Value>>().len();
    assert!(problems > files.len(), "{problems}");
    let github = told("github");
    github.assert_clean("commands");
    assert_eq!((github.code, orders(&github).len()), (2, problems));
    let sarif = told("sarif");
    sarif.assert_clean("sarif");
    let log: Value = sarif.json();
    is_sarif(&log);
    assert_eq!(log["runs"][0]["results"].as_array().unwrap().len(), problems);
}
