//! `duly stream`: lines of JSON in, lines of JSON out, the same as what is made of the same files.

use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use duly::internal::source::Fingerprint;
use serde_json::{Value, json};

use crate::support::{
    DAY, Folder, HANGS, Ran, SMALL, command, duly, duly_on_day, example, example_papers, files_below, finish, root,
    run, told,
};

/// What can be wrong with a record and with nothing else; each is met below.
pub const CODES: [&str; 5] =
    ["record-too-long", "record-not-an-object", "record-value", "paper-nobody-names", "questionnaire-not-here"];

/// What is shown where a mistake of the program is made on purpose: `src/cli/stream.rs`.
pub const OF_THE_PROGRAM: &str = "record-broken";

const EXAMPLES: [&str; 5] = ["nordkontakt", "nordkontakt-2025", "billigsvar", "allyes", "halvklar"];

/// Rules that list the small questionnaire, with a gate.
const RULES: &str = "format = \"duly/policy@1\"\nquestionnaires = [\"small.yaml\", \"customer-service\"]\n\
                     [gate]\nrating = \"high\"\ncoverage = 90\n";

fn paper(location: &str, text: &str) -> Value {
    json!({"location": location, "bytes": text.len(), "sha256": Fingerprint::of([text]).to_string()})
}

/// The record of an example, with the papers that lie beside it.
fn of_example(vendor: &str) -> Value {
    let papers = example_papers();
    let here = papers.iter().filter(|(place, _)| place.starts_with(&format!("{vendor}/")));
    let review = root().join("examples").join(format!("{vendor}.review.yaml"));
    json!({
        "id": vendor,
        "answers": example(&format!("{vendor}.yaml")),
        "review": fs::read_to_string(review).ok(),
        "papers": here.map(|(place, text)| paper(place, text)).collect::<Vec<_>>(),
    })
}

fn of_small(id: &str, lines: &str) -> Value {
    json!({"id": id, "answers": format!("{SMALL_HEAD}{lines}")})
}

const SMALL_HEAD: &str =
    "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: small@1.0.0\nanswered: 2026-11-01\n";

fn lines(records: &[Value]) -> String {
    records.iter().map(|record| format!("{record}\n")).collect()
}

/// The stream as of [`DAY`].
fn stream(folder: impl AsRef<Path>, args: &[&str], input: &str) -> Ran {
    told(command(folder, &[&["stream", "--as-of", DAY], args].concat()), input)
}

fn read(ran: &Ran) -> Vec<Value> {
    ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// What comes of records that none of them ends the stream with.
fn outcomes(folder: impl AsRef<Path>, args: &[&str], input: &str) -> Vec<Value> {
    let ran = stream(folder, args, input);
    ran.assert_clean("a stream");
    let found = read(&ran);
    let judged = found.iter().filter(|outcome| outcome["judged"] == json!(true)).count();
    assert_eq!(ran.code, 0);
    assert!(said_at_the_end([judged, found.len() - judged]).contains(&ran.err), "{judged}: {}", ran.err);
    found
}

/// How many records were judged and how many were not, as it is said at the end, in both languages.
fn said_at_the_end([judged, unjudged]: [usize; 2]) -> [String; 2] {
    let (all, is_one) = (judged + unjudged, judged + unjudged == 1);
    let (records, posts) = if is_one { ("record", "post") } else { ("records", "poster") };
    let of_judged = if judged == 1 { "bedömd" } else { "bedömda" };
    [
        format!("{all} {records}: {judged} judged, {unjudged} not\n"),
        format!("{all} {posts}: {judged} {of_judged}, {unjudged} inte\n"),
    ]
}

/// A stream of which nothing can be judged is answered line by line and ends well: it must not look like a success.
#[test]
fn how_many_were_judged_is_said_at_the_end_unless_nobody_wants_to_hear_it() {
    let (good, bad) = (lines(&[of_example("allyes")]), "{}\n");
    for (input, counts, expected) in [
        (String::new(), [0, 0], ["0 records: 0 judged, 0 not\n", "0 poster: 0 bedömda, 0 inte\n"]),
        (bad.to_owned(), [0, 1], ["1 record: 0 judged, 1 not\n", "1 post: 0 bedömda, 1 inte\n"]),
        (good.clone(), [1, 0], ["1 record: 1 judged, 0 not\n", "1 post: 1 bedömd, 0 inte\n"]),
        (good.repeat(3) + bad, [3, 1], ["4 records: 3 judged, 1 not\n", "4 poster: 3 bedömda, 1 inte\n"]),
    ] {
        assert_eq!(said_at_the_end(counts), expected);
        for (lang, expected) in ["en", "sv"].into_iter().zip(expected) {
            let ran = stream(&Folder::new(), &["--lang", lang], &input);
            assert_eq!((ran.code, ran.err.as_str()), (0, expected));
            assert_eq!(stream(&Folder::new(), &["--lang", lang, "-q"], &input).err, "");
        }
    }
}

fn codes(outcome: &Value) -> Vec<&str> {
    assert_eq!(outcome["judged"], json!(false), "{outcome}");
    outcome["problems"].as_array().unwrap().iter().map(|problem| problem["code"].as_str().unwrap()).collect()
}

/// A folder with the examples, and with what is theirs by `folder()`.
fn examples_with_their_papers() -> Folder {
    let folder = Folder::new();
    for vendor in EXAMPLES {
        for name in [format!("{vendor}.yaml"), format!("{vendor}.review.yaml")] {
            if root().join("examples").join(&name).exists() {
                folder.write(&name, example(&name));
            }
        }
    }
    example_papers().into_iter().for_each(|(name, text)| folder.write(name, text));
    folder.write("rules.toml", example("duly.toml"));
    folder
}

#[test]
fn a_whole_assessment_is_that_of_the_same_files_byte_for_byte() {
    let folder = examples_with_their_papers();
    let elsewhere = Folder::with(&[("rules.toml", &example("duly.toml"))]);
    let mut kinds = 0;
    for rules in [&[][..], &["--policy", "rules.toml"], &["--lang", "sv"]] {
        for (vendors, is_reviewed) in [(&EXAMPLES[..4], true), (&EXAMPLES[3..], false)] {
            let mut records: Vec<Value> = vendors.iter().map(|vendor| of_example(vendor)).collect();
            records.iter_mut().filter(|_| !is_reviewed).for_each(|record| record["review"] = Value::Null);
            let ran = stream(&elsewhere, &[&["--full"], rules].concat(), &lines(&records)).done();
            let summed_up = outcomes(&elsewhere, rules, &lines(&records));
            let files: Vec<String> = vendors.iter().map(|vendor| format!("{vendor}.yaml")).collect();
            let review = |vendor: &&str| match is_reviewed {
                true => vec!["--review".to_owned(), format!("{vendor}.review.yaml")],
                false => vec!["--no-review".to_owned()],
            };
            let reviews: Vec<Vec<String>> = vendors.iter().map(review).collect();
            let all: Vec<&str> = reviews.iter().flatten().map(String::as_str).collect();
            let ours = if is_reviewed { &all[..] } else { &all[..1] };
            let files: Vec<&str> = files.iter().map(String::as_str).collect();
            let exported = duly_on_day(&folder, &[&["export", "-q", "-f", "json"], &files[..], rules, ours].concat());
            assert!(exported.code < 2 && exported.out.lines().count() == vendors.len(), "{}", exported.err);
            for (at, (line, exported)) in ran.out.lines().zip(exported.out.lines()).enumerate() {
                let outcome: Value = serde_json::from_str(line).unwrap();
                let whole = format!(",\"assessment\":{exported}}}");
                assert!(line.ends_with(&whole), "{}: {rules:?}\n{outcome}", vendors[at]);
                let review: Vec<&str> = reviews[at].iter().map(String::as_str).collect();
                let args = [&["check", files[at], "-f", "json"], rules, &review].concat();
                let checked = duly_on_day(&folder, &args).json::<Value>();
                assert_eq!(but_for_words(&outcome["problems"]), but_for_words(&checked), "{}", vendors[at]);
                assert_eq!(outcome["warnings"], counted(&outcome["problems"]), "{}", vendors[at]);
                kinds += outcome["warnings"].as_object().unwrap().len();
                for key in ["warnings", "summary"] {
                    assert_eq!(outcome[key], summed_up[at][key], "{}", vendors[at]);
                }
                let reviewed = outcome["assessment"]["basis"]["review"].get("reviewed").unwrap_or(&Value::Null);
                assert_eq!(reviewed.is_string(), is_reviewed);
                assert_eq!(outcome["summary"]["reviewed"], *reviewed, "{}", vendors[at]);
            }
        }
    }
    assert!(kinds > 10, "{kinds} kinds of warnings were counted");
}

/// How many problems of each code there are, in the order of the codes.
fn counted(problems: &Value) -> Value {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for problem in problems.as_array().unwrap() {
        *counts.entry(problem["code"].as_str().unwrap()).or_default() += 1;
    }
    json!(counts)
}

/// Problems whose advice is another where no folder is looked into.
const IN_OTHER_WORDS: [&str; 5] =
    ["evidence-not-here", "evidence-other-capitals", "unknown-questionnaire", "office-file", "utf16-text"];

/// Problems, of those that are told in other words in a stream all but the words.
fn but_for_words(problems: &Value) -> Vec<Value> {
    let bare = |problem: &Value| {
        let mut bare = problem.clone();
        if IN_OTHER_WORDS.iter().any(|code| bare["code"] == *code) {
            (bare["message"], bare["help"]) = (Value::Null, Value::Null);
        }
        bare
    };
    problems.as_array().unwrap().iter().map(bare).collect()
}

/// The columns of the table of many, and where the summary has them.
const COLUMNS: [(&str, &str); 16] = [
    ("Vendor", "/vendor"),
    ("Risk at worst", "/worst"),
    ("Risk if every claim is verified", "/if_proved"),
    ("Risk if the open questions are answered well", "/best"),
    ("Rated", "/rated"),
    ("Screened", "/screened"),
    ("Assured", "/assured"),
    ("Claimed", "/claimed"),
    ("At most", "/potential"),
    ("Known %", "/known"),
    ("Flags raised", "/flags/raised"),
    ("Flags still open", "/flags/open"),
    ("Flags accepted for a time", "/flags/accepted"),
    ("Open questions", "/open"),
    ("Decision", "/decision/outcome"),
    ("Next review", "/decision/next_review"),
];

/// The rows of the table of many, each with its cells by their columns.
pub fn table_of(folder: &Folder, files: &[&str]) -> Vec<BTreeMap<String, String>> {
    let ran = duly_on_day(folder, &[&["export"], files, &["--summary", "-f", "csv", "-q"]].concat());
    assert!(ran.code < 2, "{}", ran.err);
    let mut table = csv::Reader::from_reader(ran.out.trim_start_matches('\u{feff}').as_bytes());
    let head: Vec<String> = table.headers().unwrap().iter().map(str::to_owned).collect();
    let row = |row: csv::StringRecord| head.iter().cloned().zip(row.iter().map(str::to_owned)).collect();
    table.records().map(|record| row(record.unwrap())).collect()
}

/// A summary says what a row of the table says.
#[track_caller]
pub fn as_in_the_table(outcome: &Value, row: &BTreeMap<String, String>) {
    for (column, place) in COLUMNS {
        let told = match outcome["summary"].pointer(place).unwrap_or(&Value::Null) {
            Value::Null => String::new(),
            Value::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
            Value::String(words) => words.clone(),
            other => other.to_string(),
        };
        let said = match row[column].as_str() {
            "approved on conditions" => "conditional",
            "none on these answers" => "",
            found => found.trim_start_matches('\''), // a cell that would be a formula
        };
        assert_eq!(told, said, "{}: {column}", outcome["id"]);
    }
}

#[test]
fn a_summary_is_the_row_of_the_same_files_in_the_table_of_many() {
    let folder = examples_with_their_papers();
    let records: Vec<Value> = EXAMPLES.iter().map(|vendor| of_example(vendor)).collect();
    let outcomes = outcomes(&folder, &[], &lines(&records));
    let table = table_of(&folder, &EXAMPLES.map(|vendor| format!("{vendor}.yaml")).each_ref().map(String::as_str));
    assert_eq!((outcomes.len(), table.len()), (EXAMPLES.len(), EXAMPLES.len()));
    outcomes.iter().zip(&table).for_each(|(outcome, row)| as_in_the_table(outcome, row));
}

/// What is no text cannot be in a record, and what is larger than a file may be is refused before it is read.
fn hostile_texts() -> Vec<(String, String)> {
    let folder = root().join("tests/hostile/answers");
    let text = |path: &Path| Some((path.file_stem()?.to_str()?.to_owned(), fs::read_to_string(path).ok()?));
    files_below(&folder).iter().filter_map(|path| text(path)).filter(|(name, _)| !name.contains('.')).collect()
}

#[test]
fn hostile_answers_give_what_check_and_export_give() {
    let folder = Folder::with(&[("small.yaml", SMALL)]);
    let texts = hostile_texts();
    assert!(texts.len() > 60, "{}", texts.len());
    let mut files = Vec::new();
    for (name, text) in &texts {
        folder.write(format!("{name}.yaml"), text);
        files.push(format!("{name}.yaml"));
    }
    let by = ["--questionnaire", "small.yaml"];
    let records: Vec<Value> = texts.iter().map(|(id, answers)| json!({"id": id, "answers": answers})).collect();
    let outcomes = outcomes(&folder, &[&by[..], &["--full"]].concat(), &lines(&records));
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    let with = [&by[..], &["--no-review"]].concat();
    let checked: Vec<Value> = duly_on_day(&folder, &[&["check", "-f", "json"], &files[..], &with].concat()).json();
    let exported = duly_on_day(&folder, &[&["export", "-f", "json", "-q"], &files[..], &with].concat());
    let mut exported = exported.out.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let (mut judged, mut others) = (0, 0);
    for (outcome, file) in outcomes.iter().zip(&files) {
        if outcome["problems"]
            .as_array()
            .unwrap()
            .iter()
            .any(|found| ["wrong-format", "no-format"].iter().any(|code| found["code"] == *code))
        {
            others += 1; // `check` takes it for what it says that it is
            continue;
        }
        let of_file = checked.iter().filter(|problem| problem["file"] == json!(file)).cloned().collect();
        assert_eq!(but_for_words(&outcome["problems"]), but_for_words(&Value::Array(of_file)), "{file}");
        if outcome["judged"] == json!(true) {
            assert_eq!(Some(&outcome["assessment"]), exported.next().as_ref(), "{file}");
            judged += 1;
        }
    }
    assert_eq!(exported.next(), None);
    assert!(judged > 10 && others < 20, "{judged} {others}");
}

/// Records of which every third takes long, every fourth is broken, and every fifth is none.
fn mixed(count: usize) -> (String, Vec<Option<String>>) {
    let (long, mut input, mut ids) = (of_example("nordkontakt"), String::new(), Vec::new());
    for at in 0..count {
        let id = format!("v{at}");
        let record = match at {
            _ if at % 5 == 4 => {
                input += "[]\n";
                ids.push(None);
                continue;
            }
            _ if at % 4 == 3 => of_small(&id, "answers: {a.mfa: nope}\n"),
            _ if at % 3 == 2 => {
                let mut long = long.clone();
                long["id"] = json!(id);
                long
            }
            _ => of_small(&id, "answers: {a.mfa: yes}\n"),
        };
        input += &format!("{record}\n");
        ids.push(Some(id));
    }
    (input, ids)
}

#[test]
fn what_comes_out_is_in_the_order_of_what_went_in_however_many_are_judged_at_once() {
    let folder = Folder::with(&[("small.yaml", SMALL), ("rules.toml", RULES)]);
    let (input, ids) = mixed(400);
    let by = |jobs| stream(&folder, &["--policy", "rules.toml", "--jobs", jobs], &input).done().out;
    let alone = by("1");
    assert!(by("7") == alone && by("2") == alone, "the same bytes");
    let outcomes: Vec<Value> = alone.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let found: Vec<Option<String>> = outcomes.iter().map(|of| of["id"].as_str().map(str::to_owned)).collect();
    assert_eq!(found, ids);
    for (at, outcome) in outcomes.iter().enumerate() {
        let line = if ids[at].is_none() { json!(at + 1) } else { Value::Null };
        assert_eq!(outcome["line"], line, "{outcome}");
        assert_eq!(outcome["judged"], json!(at % 5 != 4 && at % 4 != 3), "{outcome}");
    }
}

/// The lines that come out of a program, as they come.
fn as_they_come(child: &mut Child) -> Receiver<String> {
    let (send, lines) = channel();
    let out = BufReader::new(child.stdout.take().unwrap());
    thread::spawn(move || out.lines().map_while(Result::ok).try_for_each(|line| send.send(line)));
    lines
}

fn started(folder: &Folder, args: &[&str]) -> Child {
    command(folder, &[&["stream", "--as-of", DAY], args].concat()).stdin(Stdio::piped()).spawn().unwrap()
}

#[test]
fn whoever_waits_for_each_answer_gets_it_before_the_next_record() {
    let folder = Folder::with(&[("small.yaml", SMALL), ("rules.toml", RULES)]);
    let mut child = started(&folder, &["--policy", "rules.toml"]);
    let (mut input, lines) = (child.stdin.take().unwrap(), as_they_come(&mut child));
    for at in 0..50 {
        let record = of_small(&format!("v{at}"), "answers: {a.mfa: yes}\n");
        input.write_all(format!("{record}\n").as_bytes()).unwrap(); // and no other before this one is answered
        let outcome: Value = serde_json::from_str(&lines.recv_timeout(HANGS).unwrap()).unwrap();
        assert_eq!((&outcome["id"], &outcome["judged"]), (&json!(format!("v{at}")), &json!(true)));
    }
    drop(input);
    assert!(lines.recv_timeout(HANGS).is_err());
    assert_eq!(finish(child, "one by one").code, 0);
}

#[test]
fn a_line_without_an_end_is_told_before_it_ends_and_passed_over() {
    let folder = Folder::new();
    let mut child = started(&folder, &[]);
    let (mut input, lines) = (child.stdin.take().unwrap(), as_they_come(&mut child));
    let part = vec![b'x'; 1 << 20];
    (0..17).for_each(|_| input.write_all(&part).unwrap());
    let outcome: Value = serde_json::from_str(&lines.recv_timeout(HANGS).unwrap()).unwrap();
    assert_eq!((&outcome["id"], &outcome["line"]), (&Value::Null, &json!(1)));
    assert_eq!(codes(&outcome), ["record-too-long"]);
    (0..17).for_each(|_| input.write_all(&part).unwrap());
    input.write_all(format!("\n{}\n", of_example("allyes")).as_bytes()).unwrap();
    let outcome: Value = serde_json::from_str(&lines.recv_timeout(HANGS).unwrap()).unwrap();
    assert_eq!((&outcome["id"], &outcome["judged"]), (&json!("allyes"), &json!(true)));
    drop(input);
    assert_eq!(finish(child, "an endless line").code, 0);
}

#[test]
fn what_is_no_record_is_told_as_one_and_ends_nothing() {
    let whole = |text: &str| (text.as_bytes().to_vec(), Value::Null);
    let with_id = |text: &str| (text.as_bytes().to_vec(), json!("x"));
    let sha256 = "0".repeat(64);
    let papers = |papers: &str| with_id(&format!("{{\"id\":\"x\",\"answers\":\"\",\"papers\":{papers}}}"));
    let twice = format!("[{0},{0}]", json!({"location": "a", "bytes": 1, "sha256": sha256}));
    let cases = [
        (whole(""), "record-not-an-object"),
        (whole("   "), "record-not-an-object"),
        (whole("[]"), "record-not-an-object"),
        (whole("\"id\""), "record-not-an-object"),
        (whole("{\"id\": \"x\""), "json-unclosed"),
        (whole("id: x"), "json-stray"),
        (whole("{\"id\":\"x\",\"answers\":\"\",}"), "json-stray"),
        (whole("{\"id\":\"x\"/**/,\"answers\":\"\"}"), "json-stray"),
        (whole("{\"id\":\"x\"+\"y\",\"answers\":\"\"}"), "json-stray"),
        (whole("{\"id\":\"\\ud800\",\"answers\":\"\"}"), "json-escape"),
        (whole("{\"id\":\"\\x41\",\"answers\":\"\"}"), "json-escape"),
        (whole(&format!("{{\"id\":\"{}\",\"answers\":\"\"}}", "å".repeat(257))), "record-value"),
        (whole(&format!("{{\"id\":{},\"answers\":\"\"}}", "7".repeat(81))), "record-value"),
        (whole(&format!("{{\"id\":\"x\",\"papers\":[{}1]}}", "1,".repeat(100_000))), "too-many-values"),
        (whole("{\"id\":\"x\",\"id\":\"y\"}"), "duplicate-key"),
        ((b"{\"id\":\"\xff\"}".to_vec(), Value::Null), "not-utf8"),
        (whole("{\"answers\":\"\"}"), "missing-key"),
        (whole("{\"id\":null,\"answers\":\"\"}"), "missing-key"),
        (whole("{\"id\":7,\"answers\":\"\"}"), "record-value"),
        (with_id("{\"id\":\"x\",\"answers\":\"\",\"answers\":\"\"}"), "duplicate-key"),
        (papers(&format!("[{{\"bytes\":1,\"bytes\":1,\"location\":\"a\",\"sha256\":\"{sha256}\"}}]")), "duplicate-key"),
        (with_id("{\"id\":\"x\"}"), "missing-key"),
        (with_id("{\"id\":\"x\",\"answers\":[]}"), "record-value"),
        (with_id("{\"id\":\"x\",\"answers\":\"\",\"review\":{}}"), "record-value"),
        (with_id("{\"id\":\"x\",\"answers\":\"\",\"reviews\":\"\"}"), "unknown-key"),
        (papers("{}"), "record-value"),
        (papers("[7]"), "record-value"),
        (papers("[{\"location\":\"a\",\"bytes\":1}]"), "missing-key"),
        (papers(&format!("[{{\"location\":\"a\",\"bytes\":-1,\"sha256\":\"{sha256}\"}}]")), "record-value"),
        (papers(&format!("[{{\"location\":\"a\",\"bytes\":1.5,\"sha256\":\"{sha256}\"}}]")), "record-value"),
        (papers("[{\"location\":\"a\",\"bytes\":1,\"sha256\":\"0\"}]"), "record-value"),
        (papers(&twice), "duplicate-key"),
        (papers(&format!("[{},{}]", paper("./e/p.pdf", "x"), paper("e\\p.pdf ", "y"))), "duplicate-key"),
        (papers(&format!("[{}]", paper(&"a/".repeat(2049), "x"))), "record-value"),
        (with_id("{\"id\":\"x\",\"answers\":\"\"}"), "empty-file"),
        (with_id("{\"id\":\"x\",\"answers\":\"format: duly/review@1\"}"), "wrong-format"),
    ];
    let mut child = started(&Folder::new(), &["--lang", "en"]);
    let (mut input, lines) = (child.stdin.take().unwrap(), as_they_come(&mut child));
    for (at, ((text, id), code)) in cases.iter().enumerate() {
        let shown = String::from_utf8_lossy(text);
        input.write_all(&[text, &b"\n"[..]].concat()).unwrap();
        let outcome: Value = serde_json::from_str(&lines.recv_timeout(HANGS).unwrap()).unwrap();
        assert_eq!(&outcome["id"], id, "{shown}");
        assert_eq!(outcome["line"].as_u64(), id.is_null().then_some(at as u64 + 1), "{shown}");
        assert!(codes(&outcome).contains(code), "{shown}: {outcome}");
        assert!(outcome["problems"].as_array().unwrap().iter().all(|found| found["help"] != json!("")), "{shown}");
    }
    drop(input);
    assert_eq!(finish(child, "no records").code, 0);
    let stray = &outcomes(&Folder::new(), &[], "[]\n[]\nnope\n")[2];
    assert!(stray["problems"][0]["message"].as_str().unwrap().starts_with("line 3: `nope`"), "{stray}");
    let near = &outcomes(&Folder::new(), &["--lang", "sv"], "{\"id\": \"å\", \"answer\": \"\"}\n")[0];
    assert!(near["problems"][0]["help"].as_str().unwrap().starts_with("menade du `answers`?"), "{near}");
}

/// What other programs write of a text that was cut within a sign of two halves.
#[test]
fn half_of_a_sign_makes_a_record_unreadable_but_not_its_id() {
    let long = format!("{{\"id\":\"{}\",\"answers\":\"\\ud800\"}}", "å".repeat(257));
    let cases = [
        (r#"{"id":"x","answers":"\ud800"}"#, Some("x")),
        (r#"{"answers":"\udc00\ud800","id":"\u0078","papers":[{"\ud800":"\ud800"}]}"#, Some("x")),
        (r#"{"id":"\ud83d\ude00","answers":"\ud83d"}"#, Some("😀")),
        (r#"{"id":"x\ud800","answers":""}"#, None),
        (r#"{"id":"x\ufffd","answers":"\udc00"}"#, None), // it could be one that was cut
        (r#"{"id":"x","answers":"\ud800",}"#, None),
        (r#"{"answers":"\ud800","id":"x","id":"y"}"#, None),
        (r#"{"answers":"\ud800","id":""}"#, None),
        (r#"{"id":7,"answers":"\ud800"}"#, None),
        (r#"["\ud800"]"#, None),
        (&long, None),
    ];
    let input: String = cases.iter().map(|(line, _)| format!("{line}\n")).collect();
    let found = outcomes(&Folder::new(), &["--lang", "en"], &input);
    for (at, (line, id)) in cases.iter().enumerate() {
        assert_eq!(found[at]["id"].as_str(), *id, "{line}");
        assert_eq!(found[at]["line"].as_u64(), id.is_none().then_some(at as u64 + 1), "{line}");
        assert_eq!(codes(&found[at]), ["json-escape"], "{line}");
    }
}

#[test]
fn an_id_is_any_text_and_comes_back_as_it_was() {
    let ids =
        ["0", " a ", "a/../../b", "C:\\x", "\u{202e}gnp\u{1b}[2J", "🦭\u{2028}", "-", "..", "a\nb", "\"", "v.1.yaml"];
    let ids: Vec<String> = ids.into_iter().map(str::to_owned).chain(["\u{1}".repeat(256), "å".repeat(256)]).collect();
    let record = |id: &String| json!({"id": id, "answers": example("allyes.yaml")});
    let input = lines(&ids.iter().map(record).collect::<Vec<_>>());
    for more in [&[][..], &["--full"]] {
        let found = outcomes(&Folder::new(), more, &input);
        assert_eq!(found.iter().map(|of| of["id"].as_str().unwrap()).collect::<Vec<_>>(), ids);
        assert!(found.iter().all(|of| of["judged"] == json!(true)));
    }
}

/// What lies where the stream happens to run is nobody's: neither rules, nor a review, a questionnaire or a paper.
#[test]
fn no_path_in_a_record_is_opened_and_nothing_is_found_where_it_runs() {
    let folder = Folder::with(&[("duly.toml", "no rules at all"), ("own.yaml", SMALL), ("part.yaml", "x")]);
    folder.write("v.review.yaml", "no review at all");
    folder.write("evidence/iso.pdf", "a paper");
    #[cfg(unix)]
    folder.make_pipe("pipe.yaml");
    let cites = "evidence: [{title: ISO, kind: policy, issued: 2026-10-01, location: evidence/iso.pdf}]";
    let answers = format!("{SMALL_HEAD}answers: {{a.mfa: {{answer: yes, {cites}}}}}\n");
    let by_path = |path: &str| SMALL_HEAD.replace("small@1.0.0", path) + "answers: {}\n";
    let records = [
        json!({"id": "v", "answers": answers}),
        json!({"id": "own", "answers": by_path("./own.yaml")}),
        json!({"id": "pipe", "answers": by_path("./pipe.yaml")}),
        json!({"id": "out", "answers": by_path("../own.yaml")}),
        json!({"id": "unlisted", "answers": SMALL_HEAD}),
    ];
    let found = outcomes(&folder, &["--questionnaire", "own.yaml", "--full"], &lines(&records[..1]));
    let here: Vec<&Value> = found[0]["problems"].as_array().unwrap().iter().map(|found| &found["code"]).collect();
    assert!(here.contains(&&json!("evidence-not-here")), "{here:?}");
    let assessment = &found[0]["assessment"];
    assert_eq!(assessment["basis"]["review"], Value::Null);
    assert_eq!(assessment["basis"]["policy"], Value::Null);
    assert_eq!(assessment["basis"]["answers"]["papers_sha256"], json!([]));
    let found = outcomes(&folder, &[], &lines(&records[1..]));
    for outcome in &found[..2] {
        assert_eq!(codes(outcome), ["questionnaire-not-here"]);
    }
    assert_eq!((codes(&found[2]), codes(&found[3])), (vec!["bad-path"], vec!["unknown-questionnaire"]));
}

/// A questionnaire that was read from the disk is kept under its path, which a record may name as well.
#[test]
fn no_path_in_a_record_leads_to_what_was_read_for_us() {
    let folder = Folder::with(&[("ours/small.yaml", SMALL), ("ours/rules.toml", RULES)]);
    let absolute = folder.at("ours/small.yaml");
    let rules = folder.at("ours/rules.toml");
    let review = |path: &str| {
        let head = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-17\n";
        format!("{head}questionnaire: {path}\n")
    };
    for path in ["ours/small.yaml", "./ours/small.yaml", "small.yaml", "./small.yaml", absolute.to_str().unwrap()] {
        let answers = SMALL_HEAD.replace("small@1.0.0", path) + "answers: {a.mfa: yes}\n";
        let records =
            [json!({"id": path, "answers": answers}), json!({"id": path, "answers": answers, "review": review(path)})];
        let of = |policy: &[&str]| outcomes(&folder, policy, &lines(&records));
        let with_ours = of(&["--policy", rules.to_str().unwrap()]);
        assert_eq!(with_ours, of(&[]), "{path}: as if nothing of ours were there");
        with_ours.iter().for_each(|outcome| assert_ne!(codes(outcome), [""; 0], "{path}"));
    }
    let listed = of_small("v", "answers: {a.mfa: yes}\n");
    let judged = outcomes(&folder, &["--full", "--policy", rules.to_str().unwrap()], &lines(&[listed])).remove(0);
    assert_eq!(judged["judged"], json!(true), "by its id it is for everybody");
    let here = folder.path().to_str().unwrap().to_owned();
    assert!(!judged.to_string().contains(&here), "nobody is told where our files lie: {judged}");
}

#[test]
fn what_is_ours_is_read_once_at_the_start_or_nothing_begins() {
    let folder = Folder::with(&[("small.yaml", SMALL), ("rules.toml", RULES), ("bare", SMALL)]);
    let record = lines(&[of_small("v", "answers: {a.mfa: yes}\n")]);
    let by_rules = &outcomes(&folder, &["--policy", "rules.toml"], &record)[0];
    assert_eq!(by_rules["judged"], json!(true), "{by_rules}");
    let named = run({
        let mut command = command(&folder, &["stream", "--as-of", DAY]);
        command.env("DULY_POLICY", "rules.toml").stdin(
            fs::File::open({
                folder.write("in.jsonl", &record);
                folder.at("in.jsonl")
            })
            .unwrap(),
        );
        command
    });
    assert_eq!(read(&named.done())[0], *by_rules);
    assert_eq!(outcomes(&folder, &["--questionnaire", "bare"], &record)[0]["judged"], json!(true));
    for (args, said) in [
        (&["--policy", "gone.toml"][..], "gone.toml"),
        (&["--policy", "small.yaml"], "small.yaml"),
        (&["--policy", "-"], "-"),
        (&["--questionnaire", "gone.yaml"], "gone.yaml"),
        (&["--questionnaire", "nothing"], "nothing"),
        (&["--jobs", "0"], "1024"),
    ] {
        let ran = stream(&folder, args, &record);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
    folder.write("lists.toml", "format = \"duly/policy@1\"\nquestionnaires = [\"gone.yaml\"]\n");
    assert_eq!(stream(&folder, &["--policy", "lists.toml"], &record).code, 2);
    // changed under it, it stays what it was
    let mut child = started(&folder, &["--policy", "rules.toml"]);
    let (mut input, lines) = (child.stdin.take().unwrap(), as_they_come(&mut child));
    input.write_all(record.as_bytes()).unwrap();
    let before = lines.recv_timeout(HANGS).unwrap();
    folder.write("small.yaml", "gone");
    folder.write("rules.toml", "gone");
    input.write_all(record.as_bytes()).unwrap();
    assert_eq!(lines.recv_timeout(HANGS).unwrap(), before);
    drop(input);
    assert_eq!(finish(child, "what is ours").code, 0);
}

#[test]
fn the_rules_of_the_gate_that_are_not_met_are_named_and_the_exit_code_stays_0() {
    let folder = Folder::with(&[("rules.toml", RULES), ("small.yaml", SMALL)]);
    let found = outcomes(&folder, &["--policy", "rules.toml"], &lines(&[of_example("billigsvar")]));
    assert_eq!(found[0]["summary"]["short"], json!(["rating"]));
    folder.write("met.toml", RULES.replace("\"high\"\n", "\"critical\"\n").replace("90", "10"));
    let met = outcomes(&folder, &["--policy", "met.toml"], &lines(&[of_example("allyes")]));
    assert_eq!(met[0]["summary"]["short"], json!([]), "all are met");
    folder.write("bare.toml", RULES.split("[gate]").next().unwrap());
    for no_gate in [&[][..], &["--policy", "bare.toml"]] {
        let none = outcomes(&folder, no_gate, &lines(&[of_example("billigsvar")]));
        assert_eq!((&none[0]["judged"], &none[0]["summary"]["short"]), (&json!(true), &Value::Null), "{no_gate:?}");
    }
    let full = outcomes(&folder, &["--full"], &lines(&[of_example("billigsvar")]));
    assert_eq!(full[0]["assessment"]["gate"]["failed"], json!([]), "there it stays as `export` has it");
}

/// How the papers of the first answer stand where the record tells these.
fn standing(location: &str, papers: Value) -> String {
    let cites = format!("evidence: [{{title: P, kind: policy, issued: 2026-10-01, location: '{location}'}}]");
    let answers = format!("{SMALL_HEAD}answers: {{a.mfa: {{answer: yes, {cites}}}}}\n");
    let mut record = json!({"id": "v", "answers": answers, "papers": papers});
    if record["papers"] == json!("itself") {
        record["papers"] = json!([paper(location, &answers)]);
    }
    let folder = Folder::with(&[("small.yaml", SMALL)]);
    let found = &outcomes(&folder, &["--questionnaire", "small.yaml", "--full"], &lines(&[record]))[0];
    let problems = found["problems"].as_array().unwrap().iter().map(|problem| problem["code"].as_str().unwrap());
    let about: Vec<&str> = problems.filter(|code| code.starts_with("evidence-")).collect();
    let here = found["assessment"]["basis"]["answers"]["papers_sha256"].as_array().unwrap().len();
    format!("{here} {}", about.join(" ")).trim().to_owned()
}

#[test]
fn papers_are_here_as_the_record_tells_and_not_otherwise() {
    let one = |location: &str, text: &str| json!([paper(location, text)]);
    let large = json!([{"location": "e/p.pdf", "bytes": 256_u64 << 20, "sha256": "1".repeat(64)}]);
    let too_large = json!([{"location": "e/p.pdf", "bytes": (256_u64 << 20) + 1, "sha256": "1".repeat(64)}]);
    for (location, papers, expected) in [
        ("e/p.pdf", one("e/p.pdf", "x"), "1"),
        ("./e/p.pdf", one("e\\./p.pdf ", "x"), "1"),
        ("e/p.pdf", json!([]), "0 evidence-not-here"),
        ("e/p.pdf", json!(null), "0 evidence-not-here"),
        ("e/p.pdf", one("p.pdf", "x"), "0 evidence-not-here"),
        ("e/p.pdf", one("E/p.pdf", "x"), "0 evidence-other-capitals"),
        ("e/p.pdf", one("e/p.pdf", ""), "0 evidence-empty"),
        ("e/p.pdf", large, "1"),
        ("e/p.pdf", too_large, "0 evidence-too-large"),
        ("e/duly.toml", one("e/duly.toml", "x"), "0 evidence-read-by-us"),
        ("e/p.pdf", json!("itself"), "0 evidence-read-by-us"),
        ("https://x.example/p.pdf", one("https://x.example/p.pdf", "x"), "0 evidence-is-address"),
        ("../p.pdf", one("../p.pdf", "x"), "0"),
        ("x/duly.toml", one("x\\duly.toml", "x"), "0 evidence-read-by-us"),
        ("duly.toml/", one("duly.toml/", "x"), "0 evidence-read-by-us"),
        (&format!("{}p.pdf", "a/".repeat(2048)), json!([]), "0 evidence-not-here"),
    ] {
        assert_eq!(standing(location, papers.clone()), expected, "{location} {papers}");
    }
}

/// Of a paper that is told, the length is nobody's but the teller's: the fingerprint alone says that it is none.
#[test]
fn what_was_read_for_the_judgement_is_no_paper_whatever_length_is_told() {
    let folder = Folder::with(&[("small.yaml", SMALL), ("rules.toml", RULES)]);
    let cites = "evidence: [{title: P, kind: policy, issued: 2026-10-01, location: p.pdf}]";
    let answers = format!("{SMALL_HEAD}answers: {{a.mfa: {{answer: yes, {cites}}}}}\n");
    let review = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-17\n";
    for (text, expected) in [
        (answers.as_str(), "evidence-read-by-us"),
        (review, "evidence-read-by-us"),
        (RULES, "evidence-read-by-us"),
        ("", "evidence-empty"),
        ("\n", "evidence-empty"),
        ("a paper", ""),
    ] {
        for more in [0, 1, 5] {
            let mut told = paper("p.pdf", text);
            told["bytes"] = json!(text.len() + more);
            let record = json!({"id": "v", "answers": answers, "review": review, "papers": [told]});
            let found = &outcomes(&folder, &["--policy", "rules.toml", "--full"], &lines(&[record]))[0];
            let problems = found["problems"].as_array().unwrap().iter();
            let codes = problems.map(|found| found["code"].as_str().unwrap());
            let about: Vec<&str> = codes.filter(|code| code.starts_with("evidence-")).collect();
            let here = found["assessment"]["basis"]["answers"]["papers_sha256"].as_array().unwrap().len();
            assert_eq!((about.join(" ").as_str(), here), (expected, usize::from(expected.is_empty())), "{text} {more}");
        }
    }
}

/// What comes out grows with what went in, and not with what is wrong with it.
#[test]
fn a_record_with_a_thousand_problems_is_told_in_little() {
    let wrong: String = (0..2000).map(|at| format!("  a.x{at}: nope\n")).collect();
    let record = |id: &str| of_small(id, &format!("answers:\n{wrong}"));
    let input = lines(&[record("i"), record(&"i".repeat(256)), record(&"\u{1}".repeat(256)), record(&"i".repeat(257))]);
    let folder = Folder::with(&[("small.yaml", SMALL)]);
    let ran = stream(&folder, &["--questionnaire", "small.yaml"], &input).done();
    let found: Vec<&str> = ran.out.lines().collect();
    assert!(codes(&serde_json::from_str(found[0]).unwrap()).len() == 1000, "so many are kept");
    for (at, letter) in [(1, 1), (2, "\\\\u{1}".len())] {
        let more = found[at].len() - found[0].len();
        assert!(more < 1010 * 256 * letter, "{at}: {more}");
    }
    assert!(found[3].len() < 1000, "{}", found[3].len());
}

#[test]
fn a_paper_that_no_document_of_the_answers_names_is_told() {
    let cites = "[{title: P, kind: policy, issued: 2026-10-01, location: e/p.pdf}]";
    let answers = format!("{SMALL_HEAD}answers: {{a.mfa: {{answer: yes, evidence: {cites}}}}}\n");
    let (folder, sha256) = (Folder::with(&[("small.yaml", SMALL)]), "1".repeat(64));
    let of = |places: &[&str]| {
        let papers = places.iter().map(|place| json!({"location": place, "bytes": 1, "sha256": sha256}));
        json!({"id": "v", "answers": answers, "papers": papers.collect::<Vec<_>>()})
    };
    let told = |lang: &str, places: &[&str]| -> Vec<String> {
        let by = ["--questionnaire", "small.yaml", "--full", "--lang", lang];
        let found = &outcomes(&folder, &by, &lines(&[of(places)]))[0];
        let problems = found["problems"].as_array().unwrap().iter();
        let about = problems.filter(|problem| problem["code"] == json!("paper-nobody-names"));
        about.map(|problem| format!("{} / {}", problem["message"], problem["help"])).collect()
    };
    assert_eq!(told("en", &["./e\\p.pdf"]), [""; 0]);
    assert_eq!(told("en", &["E/P.pdf"]), [""; 0], "told of the document itself");
    let [elsewhere, other] = &told("en", &["s3://lake/4711/P.pdf", "e/p.pdf", "other.pdf"])[..] else { panic!("two") };
    assert!(
        elsewhere.contains("`s3://lake/4711/P.pdf`") && elsewhere.contains("did you mean `e/p.pdf`?"),
        "{elsewhere}"
    );
    assert!(other.contains("`other.pdf`") && !other.contains("did you mean"), "{other}");
    assert!(told("sv", &["other.pdf"])[0].contains("inget dokument i svaren ligger på `other.pdf`"));
    let counted =
        |places: &[&str]| outcomes(&folder, &["--questionnaire", "small.yaml"], &lines(&[of(places)]))[0].clone();
    let warnings = |places: &[&str]| counted(places)["warnings"]["paper-nobody-names"].clone();
    assert_eq!(warnings(&["e/p.pdf"]), Value::Null);
    assert_eq!(warnings(&["e/p.pdf", "other.pdf"]), json!(1), "counted where nothing is told in full");
}

#[test]
fn a_language_in_which_no_record_could_be_judged_is_refused_at_the_start() {
    let german = SMALL.replacen("version: 1.0.0\n", "version: 1.0.0\nlanguages: [de]\n", 1);
    assert_ne!(german, SMALL);
    let folder = Folder::with(&[("small.yaml", &german), ("rules.toml", RULES)]);
    let record = lines(&[of_small("v", "answers: {a.mfa: yes}\n")]);
    for by in
        [&[][..], &["--questionnaire", "customer-service"], &["--questionnaire", "mvsp", "--policy", "rules.toml"]]
    {
        let ran = stream(&folder, &[&["--lang", "de"], by].concat(), &record);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{by:?}");
        assert!(ran.err.contains("no-such-language") && ran.err.contains("--lang"), "{by:?}: {}", ran.err);
    }
    for by in [&["--policy", "rules.toml"][..], &["--questionnaire", "small.yaml"]] {
        let found = outcomes(&folder, &[&["--lang", "de"], by].concat(), &record);
        assert_eq!(found[0]["judged"], json!(true), "{by:?}: {}", found[0]);
    }
    for lang in ["en", "sv"] {
        assert_eq!(stream(&folder, &["--lang", lang], &record).code, 0, "spoken by the program itself");
    }
}

#[test]
fn the_mark_at_the_beginning_of_a_file_belongs_to_no_record() {
    let record = lines(&[of_example("allyes")]);
    let found = outcomes(&Folder::new(), &[], &format!("\u{feff}{record}{record}\u{feff}{record}"));
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|outcome| *outcome == found[1] && outcome["judged"] == json!(true)), "{found:?}");
}

#[test]
fn what_helps_is_told_as_it_can_be_done_in_a_stream() {
    let cites = "[{title: P, kind: policy, issued: 2026-10-01, location: e/p.pdf}]";
    let answers = format!("{SMALL_HEAD}answers: {{a.mfa: {{answer: yes, evidence: {cites}}}}}\n");
    let folder = Folder::with(&[("small.yaml", SMALL)]);
    let told = |record: Value, by: &[&str], code: &str| {
        let found = outcomes(&folder, &[by, &["--full"]].concat(), &lines(&[record])).remove(0);
        let problem = found["problems"].as_array().unwrap().iter().find(|problem| problem["code"] == code).cloned();
        let problem = problem.unwrap_or_else(|| panic!("{code}: {found}"));
        ["message", "help"].map(|key| problem[key].as_str().unwrap().to_owned())
    };
    let record = json!({"id": "v", "answers": answers});
    let by = |lang| ["--questionnaire", "small.yaml", "--lang", lang];
    let [message, help] = told(record.clone(), &by("en"), "evidence-not-here");
    assert!(help.contains("list it under `papers` with the location `e/p.pdf`"), "{help}");
    assert!(!(message.clone() + &help).contains("folder"), "{message} {help}");
    let [message, help] = told(record.clone(), &by("sv"), "evidence-not-here");
    assert!(help.contains("under `papers` med platsen `e/p.pdf`") && !message.contains("mapp"), "{message} {help}");
    let [message, help] = told(record, &["--lang", "en"], "unknown-questionnaire");
    assert_eq!(message, "no questionnaire `small` is built in or listed in our policy");
    assert_eq!(
        help,
        "name one that is built in (customer-service@1.1.0, mvsp@1.0.0), have the policy list the file that holds \
         yours, or name that file at the start (--questionnaire)"
    );
    let naming = |id: &str| json!({"id": "v", "answers": answers.replace("small@1.0.0", id)});
    let [_, help] = told(naming("mvps@1.0.0"), &["--lang", "en"], "unknown-questionnaire");
    assert!(help.starts_with("did you mean `mvsp`?"), "{help}");
    let [message, help] = told(json!({"id": 4711, "answers": answers}), &["--lang", "en"], "record-value");
    assert_eq!([message, help], ["4711 cannot be the value of `id`", "write `\"id\": \"4711\"`"]);
    for (lang, built_in, at_the_start) in
        [("en", "one that is built in", "at the start"), ("sv", "ett som är inbyggt", "vid starten")]
    {
        let [_, help] = told(naming("./small.yaml"), &["--lang", lang], "questionnaire-not-here");
        let known = format!("{built_in} (customer-service@1.1.0, mvsp@1.0.0)");
        assert!(help.contains(&known) && help.ends_with(&format!("{at_the_start} (--questionnaire)")), "{help}");
    }
    let other = json!({"id": "v", "answers": example("allyes.yaml")});
    let [_, help] = told(other.clone(), &by("en"), "other-questionnaire");
    assert_eq!(help, "judge answers to another questionnaire by the one that they name (leave --questionnaire out)");
    let [_, help] = told(other, &by("sv"), "other-questionnaire");
    assert!(help.ends_with("(utelämna --questionnaire)"), "{help}");
    let [_, help] = told(naming("small@0.9.0"), &by("en"), "other-questionnaire");
    assert!(help.starts_with("list the version that was answered in the policy"), "{help}");
    let capitals = json!({"id": "v", "answers": answers, "papers": [paper("e/P.PDF", "x")]});
    let [message, help] = told(capitals.clone(), &by("en"), "evidence-other-capitals");
    assert_eq!(message, "\"P\" counts as a claim only: the record lists `e/p.pdf`, but written with other capitals");
    assert_eq!(help, "write its `location` under `papers` just as the answers do: `e/p.pdf`");
    let [message, help] = told(capitals, &by("sv"), "evidence-other-capitals");
    assert!(message.contains("posten tar upp") && help.contains("precis som svaren gör"), "{message} {help}");
    let page = json!({"id": "v", "answers": "<!doctype html><p>our form</p>"});
    let [_, help] = told(page, &by("en"), "office-file");
    assert!(help.starts_with("put the text of an answers file") && help.contains("`duly import`"), "{help}");
    let wide = json!({"id": "v", "answers": "f\u{0}o\u{0}r\u{0}m\u{0}a\u{0}t\u{0}:\u{0}"});
    let [_, help] = told(wide, &by("en"), "utf16-text");
    assert_eq!(help, "read the file as UTF-16 before its text is put into the record");
    let empty = json!({"id": "v", "answers": answers, "review": "# to come\n"});
    let [_, help] = told(empty, &by("en"), "empty-file");
    assert!(help.contains("`format: duly/review@1`"), "{help}");
    let [_, help] = told(json!({"id": "v", "answers": "# to come\n"}), &by("en"), "empty-file");
    assert!(help.contains("`format: duly/answers@1`"), "{help}");
}

/// The rule that was broken, with its bounds, and no other.
#[test]
fn what_a_value_of_a_record_must_be_is_said_of_its_key() {
    let of_paper = |key: &str, value: Value| {
        let mut paper = paper("a", "x");
        paper[key] = value;
        json!({"id": "x", "answers": "", "papers": [paper]})
    };
    let long = "a".repeat(4097);
    let cases = [
        (json!({"id": "", "answers": ""}), "\"\" cannot be the value of `id`", "write a text of 1 to 256 characters"),
        (json!({"id": true, "answers": ""}), "true cannot be the value of `id`", "write a text of 1 to 256 characters"),
        (json!({"id": "x", "answers": {}}), "{...} cannot be", "write the whole text of the file as one text"),
        (json!({"id": "x", "answers": "", "review": 7}), "7 cannot be", "write the whole text of the file as one text"),
        (json!({"id": "x", "answers": "", "papers": "a"}), "a cannot be the value of `papers`", "write a list of"),
        (json!({"id": "x", "answers": "", "papers": ["a"]}), "a cannot be", "write an object with `location`, `bytes`"),
        (of_paper("location", json!(long)), "aaa", "write the place as the answers name it: a text of at most 4096"),
        (of_paper("location", json!([])), "[...] cannot be", "write the place as the answers name it: a text of at mo"),
        (of_paper("bytes", json!("1")), "1 cannot be", "write a whole number from 0 to 18446744073709551615, without"),
        (of_paper("bytes", json!(-1)), "-1 cannot be the value of `papers[0].bytes`", "write a whole number from 0 to"),
        (of_paper("sha256", json!("0")), "0 cannot be", "write a text of 64 hexadecimal digits"),
    ];
    let records: Vec<Value> = cases.iter().map(|(record, ..)| record.clone()).collect();
    let told = |lang| outcomes(&Folder::new(), &["--lang", lang], &lines(&records));
    let (english, swedish) = (told("en"), told("sv"));
    assert_eq!((&english[0]["id"], &english[0]["line"]), (&Value::Null, &json!(1)), "an empty id is none");
    let words = |outcome: &Value, key: &str| outcome["problems"][0][key].as_str().unwrap().to_owned();
    for (at, (record, message, help)) in cases.iter().enumerate() {
        assert_eq!(codes(&english[at]), ["record-value"], "{record}");
        assert!(words(&english[at], "message").starts_with(message), "{}", english[at]);
        assert!(words(&english[at], "help").starts_with(help), "{}", english[at]);
        assert!(words(&swedish[at], "help").starts_with("skriv "), "{}", swedish[at]);
    }
    let about = duly(&Folder::new(), &["check", "--explain", "record-value", "--lang", "en"]).done().out;
    let about = about.split_whitespace().collect::<Vec<_>>().join(" ");
    for bound in ["1 to 256", "4 MiB", "4096 bytes", "0 to 18446744073709551615", "64 hexadecimal"] {
        assert!(about.contains(bound), "{bound}: {about}");
    }
}

/// What arrives compressed is told to be, record by record, and ends nothing.
#[test]
fn a_compressed_stream_is_to_be_decompressed_first() {
    let gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xab\x56\xca\x4c\x51\xb2\x52\n\x01\x00\xa9\xff\n";
    let mut child = started(&Folder::new(), &["--lang", "en"]);
    child.stdin.take().unwrap().write_all(gzip).unwrap();
    let ran = finish(child, "a compressed stream");
    assert_eq!((ran.code, ran.err.as_str()), (0, "2 records: 0 judged, 2 not\n"));
    for outcome in read(&ran) {
        assert_eq!(codes(&outcome), ["not-utf8"]);
        let help = outcome["problems"][0]["help"].as_str().unwrap();
        assert!(help.ends_with("if the stream is compressed, decompress it first"), "{help}");
    }
}

/// What is left of a review that was lost on the way must not pass for a vendor of whom we hold none.
#[test]
fn a_review_without_a_word_is_a_mistake_and_only_none_is_none() {
    let folder = Folder::with(&[("v.yaml", &example("nordkontakt.yaml"))]);
    let of = |review: Option<Value>| {
        let mut record = json!({"id": "v", "answers": example("nordkontakt.yaml")});
        review.into_iter().for_each(|review| record["review"] = review);
        outcomes(&folder, &[], &lines(&[record])).remove(0)
    };
    let none = of(None);
    assert_eq!((&none["judged"], &none["summary"]["reviewed"]), (&json!(true), &Value::Null));
    assert_eq!(of(Some(Value::Null)), none);
    for blank in ["", " ", " \n\n", "\t", "\u{feff}", "# to come\n"] {
        let refused = of(Some(json!(blank)));
        folder.write("r.yaml", blank);
        let named = duly_on_day(&folder, &["check", "v.yaml", "--review", "r.yaml", "-f", "json"]).json::<Value>();
        assert_eq!(codes(&refused), ["empty-file"], "{blank:?}");
        assert_eq!(refused["problems"][0]["file"], json!("v.review.yaml"));
        assert_eq!(named[0]["code"], json!("empty-file"), "as of a file that is named: {blank:?}");
    }
}

#[test]
fn whoever_stops_reading_ends_the_stream_as_a_success() {
    let folder = Folder::new();
    let mut child = started(&folder, &[]);
    let mut input = child.stdin.take().unwrap();
    let record = format!("{}\n", of_example("allyes"));
    input.write_all(record.as_bytes()).unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    assert!(out.read_line(&mut String::new()).unwrap() > 0);
    drop(out);
    while input.write_all(record.as_bytes()).is_ok() {} // it does not wait for the end of what it is sent
    let ran = finish(child, "a closed pipe");
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
}

#[test]
fn nothing_in_gives_nothing_out() {
    assert_eq!(outcomes(&Folder::new(), &[], ""), [] as [Value; 0]);
    let ran = duly(&Folder::new(), &["stream", "extra"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
}
