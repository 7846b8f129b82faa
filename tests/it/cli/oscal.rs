//! OSCAL assessment results: valid by the schema of OSCAL and in compliance-trestle, the figures of the other formats, a
//! vendor's words as words, the same bytes for the same files.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use duly::internal::words::clean;
use serde_json::Value;

use super::formats::{ATTACKS, attacked};
use crate::support::oscal::{OscalChecker, texts, under};
use crate::support::{Folder, Ran, duly, duly_on_day, example, names_in, root};

const VENDORS: [&str; 6] = [
    "nordkontakt.yaml",
    "nordkontakt-2025.yaml",
    "allyes.yaml",
    "billigsvar.yaml",
    "halvklar.yaml",
    "small/brevduvan.yaml",
];

fn export(folder: impl AsRef<Path>, args: &[&str]) -> Ran {
    duly_on_day(folder, &[&["export", "-q"], args].concat())
}

/// What was written, whether or not the gate let it pass.
#[track_caller]
fn written(ran: Ran) -> String {
    assert!(ran.code < 2, "{}", ran.err);
    ran.out
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// What `-f oscal` or `-f json` makes of an example.
fn example_as(format: &str, vendor: &str, lang: &str) -> Value {
    parsed(&written(export(root().join("examples"), &[vendor, "-f", format, "--lang", lang])))
}

/// The only result of a document.
fn result(document: &Value) -> &Value {
    let results = document["assessment-results"]["results"].as_array().unwrap();
    assert_eq!(results.len(), 1);
    &results[0]
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().map_or(&[], Vec::as_slice)
}

/// The property of a name.
fn prop<'v>(of: &'v Value, name: &str) -> Option<&'v str> {
    let mut props = list(of, "props").iter().filter(|prop| prop["name"] == name);
    props.next().map(|prop| prop["value"].as_str().unwrap())
}

#[test]
fn every_example_is_valid_in_both_languages_and_the_same_every_time() {
    let checker = OscalChecker::new();
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let once = written(export(root().join("examples"), &[vendor, "-f", "oscal", "--lang", lang]));
            assert_eq!(checker.faults(&parsed(&once)), [""; 0], "{vendor} {lang}");
            let again = written(export(root().join("examples"), &[vendor, "-f", "oscal", "--lang", lang]));
            assert!(once == again && once.ends_with("}\n"), "{vendor} {lang}");
        }
    }
    let mut broken = example_as("oscal", "small/brevduvan.yaml", "en");
    broken["assessment-results"]["results"][0]["findings"][0]["target"]["status"]["state"] = "perhaps".into();
    assert_eq!(checker.faults(&broken).len(), 1, "the check finds what is wrong");
    broken = example_as("oscal", "small/brevduvan.yaml", "en");
    broken["assessment-results"]["import-ap"]["href"] = "#nowhere".into();
    assert_eq!(checker.faults(&broken), ["nowhere is not there"]);
}

#[test]
fn ids_are_those_of_things_and_not_of_languages_or_places() {
    let [en, sv] = ["en", "sv"].map(|lang| example_as("oscal", "nordkontakt.yaml", lang));
    let ids = |document: &Value| under(document, "uuid").into_iter().map(str::to_owned).collect::<Vec<_>>();
    let others = ids(&en).into_iter().zip(ids(&sv)).filter(|(en, sv)| en != sv).count();
    assert_eq!(others, 1, "another document of the same things");
    assert_ne!(en["assessment-results"]["uuid"], sv["assessment-results"]["uuid"]);
    let desk = Folder::new();
    desk.write("halvklar.yaml", example("halvklar.yaml"));
    let later = duly(&desk, &["export", "-q", "halvklar.yaml", "-f", "oscal", "--as-of", "2026-11-24"]).done().out;
    let now = export(&desk, &["halvklar.yaml", "-f", "oscal"]).done().out;
    assert_ne!(ids(&parsed(&later)), ids(&parsed(&now)), "another judgement");
}

#[test]
fn observations_findings_and_risks_are_those_of_the_json() {
    for vendor in VENDORS {
        let (oscal, json) = (example_as("oscal", vendor, "en"), example_as("json", vendor, "en"));
        let oscal = result(&oscal);
        let questions = list(&json, "questions");
        let asked = |question: &&Value| !["not_asked", "out_of_scope"].contains(&question["status"].as_str().unwrap());
        let observations: BTreeMap<&str, &Value> =
            list(oscal, "observations").iter().map(|of| (prop(of, "question").unwrap(), of)).collect();
        assert_eq!(observations.len(), questions.iter().filter(asked).count(), "{vendor}");
        let excluded = &oscal["reviewed-controls"]["control-selections"][0]["exclude-controls"];
        assert_eq!(excluded.as_array().map_or(0, Vec::len), questions.len() - observations.len());
        for question in questions.iter().filter(asked) {
            let observation = observations[question["id"].as_str().unwrap()];
            assert_eq!(prop(observation, "assurance"), question["assurance"].as_str());
            assert_eq!(prop(observation, "open"), question["open"].as_str());
            let is_word = matches!(question["assurance"].as_str(), None | Some("claimed" | "expired"));
            assert_eq!(observation["methods"][0], if is_word { "INTERVIEW" } else { "EXAMINE" });
            assert_eq!(list(observation, "relevant-evidence").len(), question["evidence"].as_array().unwrap().len());
        }
        findings_are_those_of(oscal, &json, vendor);
        let told = |flag: &&Value| ["triggered", "open", "waived"].contains(&flag["state"].as_str().unwrap());
        let flags: BTreeMap<&str, &Value> =
            list(&json, "flags").iter().filter(told).map(|flag| (flag["id"].as_str().unwrap(), flag)).collect();
        assert_eq!(list(oscal, "risks").len(), flags.len(), "{vendor}");
        for risk in list(oscal, "risks") {
            let flag = flags[prop(risk, "flag").unwrap()];
            let status = match flag["state"].as_str().unwrap() {
                "triggered" => "open",
                "open" => "investigating",
                _ => "deviation-approved",
            };
            assert_eq!(risk["status"], status);
            assert_eq!(list(risk, "remediations").len(), usize::from(!flag["remedy"].is_null()));
            assert_eq!(risk["risk-log"].is_null(), flag["waiver"].is_null());
            assert_eq!(list(risk, "related-observations").len(), flag["questions"].as_array().unwrap().len());
        }
    }
}

/// Every question that counts is a finding, and what must be done decides whether it is satisfied.
fn findings_are_those_of(oscal: &Value, json: &Value, vendor: &str) {
    let to_do = list(json, "fixes").iter().map(|fix| (fix["id"].as_str().unwrap(), fix["kind"].as_str().unwrap()));
    let to_do: BTreeMap<&str, &str> = to_do.collect();
    let counted: Vec<&Value> = list(json, "questions").iter().filter(|question| question["share"] != "0").collect();
    let findings = list(oscal, "findings");
    assert_eq!(findings.len(), counted.len(), "{vendor}");
    for (finding, question) in findings.iter().zip(counted) {
        let id = question["id"].as_str().unwrap();
        assert_eq!(finding["target"]["target-id"], id);
        for name in ["share", "assured", "evidence-gap", "control-gap", "unknown"] {
            let key = name.replace('-', "_");
            assert_eq!(prop(finding, name), question["decimal"][&key].as_str(), "{vendor} {id} {name}");
        }
        let is_missing = question["evidence_gap"] != "0" || question["unknown"] != "0";
        let expected = match to_do.get(id) {
            Some(&"must_change") => ("not-satisfied", "fail"),
            _ if is_missing => ("not-satisfied", "other"),
            _ => ("satisfied", "pass"),
        };
        let status = &finding["target"]["status"];
        assert_eq!((status["state"].as_str().unwrap(), status["reason"].as_str().unwrap()), expected, "{vendor} {id}");
        assert_eq!(status["remarks"].is_null(), expected.0 == "satisfied" || !to_do.contains_key(id), "{vendor} {id}");
    }
}

#[test]
fn the_result_carries_rating_points_coverage_and_decision() {
    let (oscal, json) = (example_as("oscal", "nordkontakt.yaml", "en"), example_as("json", "nordkontakt.yaml", "en"));
    let result = result(&oscal);
    assert_eq!(result["title"], "VENDOR RISK: HIGH");
    for (name, path) in [
        ("risk-worst", "/rating/worst"),
        ("risk-best", "/rating/best"),
        ("assured", "/overall/decimal/assured"),
        ("assured-exact", "/overall/assured"),
        ("claimed-exact", "/overall/claimed"),
        ("inherent-risk-highest", "/inherent_risk/highest"),
    ] {
        assert_eq!(prop(result, name), json.pointer(path).unwrap().as_str(), "{name}");
    }
    assert!(json["coverage"]["display"] == "97.3" && prop(result, "coverage").unwrap().starts_with("97.3"));
    let categories = list(result, "props").iter().filter(|prop| prop["name"] == "category-assured").count();
    assert_eq!(categories, json["categories"].as_array().unwrap().len());
    let attested = &result["attestations"][0];
    let decision = &attested["parts"][0];
    assert_eq!(prop(decision, "outcome"), json["decision"]["outcome"].as_str());
    assert_eq!(prop(decision, "standing"), json["decision"]["standing"].as_str());
    assert_eq!(list(attested, "parts").len(), 1 + list(&json["decision"], "conditions").len());
    let results = &oscal["assessment-results"];
    let plan = results["import-ap"]["href"].as_str().unwrap().strip_prefix('#').unwrap();
    let asked = list(&results["back-matter"], "resources").iter().find(|resource| resource["uuid"] == plan).unwrap();
    assert_eq!(asked["rlinks"][0]["hashes"][0]["value"], json["basis"]["questionnaire"]["sha256"]);
    let hashes = under(&results["back-matter"], "value");
    for paper in list(&json["basis"]["answers"], "papers_sha256") {
        assert!(hashes.contains(&paper.as_str().unwrap()), "{paper}");
    }
    let ours = list(result, "props").iter().all(|prop| prop["ns"] == "urn:duly:oscal@1");
    assert!(ours && result["start"] == "2026-11-23T00:00:00Z" && result["end"] == "2026-11-23T23:59:59Z");
}

#[test]
fn an_observation_says_when_and_until_when() {
    let desk = Folder::new();
    let questions = "{id: a, ask: A, importance: high, answer: yes-no, evidence: [paper]}, {id: b, ask: B, importance: low, answer: yes-no}";
    desk.write(
        "q.yaml",
        format!(
            "format: duly/questionnaire@1\nid: 1q\nversion: 1.0.0\ntitle: Q\nevidence: [{{id: paper, ask: P}}]\n\
             categories: [{{id: 1c, title: C, questions: [{questions}]}}]\n"
        ),
    );
    desk.write(
        "v.yaml",
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./q.yaml\nanswered: 2026-10-01\nanswers:\n  \
         1c.a: {answer: \"yes\", evidence: [{title: P, kind: paper, issued: 2026-09-01, valid_until: 9999-12-31, location: \
         \"https://v.example/p\"}]}\n  1c.b: {answer: \"no\", by: {name: N, on: 2026-10-05}}\n",
    );
    desk.write("policy.toml", "format = \"duly/policy@1\"\n[evidence]\nmust_be = \"named\"\nmonths = 120\n");
    let ran = export(&desk, &["v.yaml", "-f", "oscal", "--policy", "policy.toml"]);
    let document = parsed(&ran.done().out);
    assert_eq!(OscalChecker::new().faults(&document), [""; 0]);
    let observations = list(result(&document), "observations");
    let when = |at: usize| ["collected", "expires"].map(|key| observations[at][key].as_str().unwrap_or_default());
    assert_eq!(when(0), ["2026-10-01T00:00:00Z", "2036-09-01T23:59:59Z"]);
    assert_eq!(when(1), ["2026-10-05T00:00:00Z", ""]);
    let target = &list(result(&document), "findings")[0]["target"];
    assert_eq!(target["target-id"], "_1c.a", "an id of OSCAL begins with a letter or an underscore");
    desk.write("v.yaml", desk.read("v.yaml").replace("answered: 2026-10-01\n", "").replace(", on: 2026-10-05", ""));
    for day in ["0001-01-01", "9999-12-31"] {
        let ran = duly(&desk, &["export", "-q", "v.yaml", "-f", "oscal", "--as-of", day]);
        assert_eq!(OscalChecker::new().faults(&parsed(&ran.done().out)), [""; 0], "{day}");
    }
}

#[test]
fn a_vendors_words_stay_words_in_oscal() {
    let checker = OscalChecker::new();
    for attack in ATTACKS {
        let desk = attacked(attack);
        let text = export(&desk, &["v.yaml", "-f", "oscal"]).done().out;
        assert!(text.lines().all(|line| !clean::has_hidden(line)), "{attack}");
        let document = parsed(&text);
        assert_eq!(checker.faults(&document), [""; 0], "{attack}");
        for href in under(&document, "href") {
            let is_known = href.starts_with('#') || href.starts_with("urn:duly:") || ["v.yaml"].contains(&href);
            assert!(is_known, "{attack}: {href}");
        }
        let prose = ["title", "description", "remarks", "prose", "statement"];
        for words in prose.iter().flat_map(|key| under(&document, key)) {
            for event in pulldown_cmark::Parser::new_ext(words, pulldown_cmark::Options::all()) {
                use pulldown_cmark::{Event, Tag};
                let is_words = match &event {
                    Event::Start(tag) => matches!(tag, Tag::Paragraph),
                    Event::End(_) | Event::Text(_) | Event::Code(_) => true,
                    _ => false,
                };
                assert!(is_words, "{attack}: {event:?}\n{words}");
            }
        }
        let shown = clean::one_line(attack);
        assert!(texts(&document).iter().any(|text| *text == shown.as_str()), "{attack} stands as it is, too");
    }
}

#[test]
fn a_questionnaire_of_one_file_has_the_hash_of_that_file_and_of_answers_without_a_date_it_is_said() {
    let desk = Folder::new();
    let name = "q.yaml";
    desk.write(name, std::fs::read(root().join("tests/nine/small.yaml")).unwrap());
    let answers = "format: duly/answers@1\nvendor: {name: Yard AB}\nquestionnaire: ./q.yaml\n";
    desk.write("undated.yaml", answers);
    desk.write("dated.yaml", format!("{answers}answered: 2026-11-01\n"));
    let sum = Command::new("sha256sum").arg(desk.at(name)).output().unwrap();
    let sum = String::from_utf8(sum.stdout).unwrap();
    let of = |answers: &str| parsed(&written(export(&desk, &[answers, "-f", "oscal"])));
    let resource = |document: &Value| document["assessment-results"]["back-matter"]["resources"][0].clone();
    let undated = of("undated.yaml");
    assert_eq!(resource(&undated)["rlinks"][0]["hashes"][0]["value"].as_str(), sum.split(' ').next());
    assert!(resource(&undated)["remarks"].is_null());
    let several = resource(&example_as("oscal", "nordkontakt.yaml", "en"));
    assert!(several["remarks"].as_str().unwrap().contains("all its files"), "{several}");
    assert_eq!(OscalChecker::new().faults(&undated), [""; 0]);
    let remarks = |document: &Value| {
        let all = list(result(document), "observations").iter().map(|of| of["remarks"].is_string());
        all.collect::<Vec<_>>()
    };
    assert!(!remarks(&undated).is_empty() && remarks(&undated).into_iter().all(|is_said| is_said));
    assert!(!remarks(&of("dated.yaml")).into_iter().any(|is_said| is_said));
}

#[test]
fn oscal_comes_by_its_ending_and_for_a_folder_as_a_file_each() {
    let desk = Folder::new();
    for name in ["halvklar.yaml", "billigsvar.yaml"] {
        desk.write(name, example(name));
    }
    desk.make("out");
    for name in ["a.oscal.json", "A.OSCAL.JSON"] {
        export(&desk, &["halvklar.yaml", "-o", name]).done();
        assert!(desk.read(name).starts_with("{\n  \"assessment-results\": {"), "{name}");
    }
    export(&desk, &["halvklar.yaml", "-o", "a.json"]).done();
    assert!(desk.read("a.json").contains("duly/assessment@1"));
    export(&desk, &["halvklar.yaml", "billigsvar.yaml", "-f", "oscal", "-o", "out"]).done();
    assert_eq!(names_in(&desk.at("out")), ["billigsvar.oscal.json", "halvklar.oscal.json"]);
    assert_eq!(desk.read("out/halvklar.oscal.json"), desk.read("a.oscal.json"));
    for (args, said) in [
        (&["halvklar.yaml", "billigsvar.yaml", "-f", "oscal"][..], "need a folder"),
        (&["halvklar.yaml", "-f", "oscal", "--for", "board"], "Markdown, HTML or Word"),
        (&["halvklar.yaml", "-f", "oscal", "--summary"], "json or csv"),
    ] {
        let ran = export(&desk, args);
        assert!(ran.code == 2 && ran.out.is_empty() && ran.err.contains(said), "{args:?}: {}", ran.err);
    }
}

/// Reads files with compliance-trestle; gives how many observations, findings and risks it found in each.
fn in_trestle(files: &[String]) -> String {
    let python = root().join("target/trestle/bin/python");
    let install = "python3 -m venv target/trestle && target/trestle/bin/pip install -r tests/oscal/requirements.txt";
    let ran = Command::new(python).arg(root().join("tests/oscal/trestle_reads.py")).args(files).output();
    assert!(ran.is_ok(), "compliance-trestle is not there: {install}");
    let ran = ran.unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8(ran.stdout).unwrap()
}

#[test]
#[ignore = "needs compliance-trestle, which .ci/run installs"]
fn oscal_results_are_read_by_trestle() {
    let desk = Folder::new();
    let mut files = Vec::new();
    let mut expected = String::new();
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let text = written(export(root().join("examples"), &[vendor, "-f", "oscal", "--lang", lang]));
            let document = parsed(&text);
            let count = |key: &str| list(result(&document), key).len();
            expected += &format!("{} {} {}\n", count("observations"), count("findings"), count("risks"));
            let name = format!("{}-{lang}.json", vendor.replace('/', "-"));
            desk.write(&name, text);
            files.push(desk.at(&name).display().to_string());
        }
    }
    for (at, attack) in ATTACKS.iter().enumerate() {
        let name = format!("attack-{at}.json");
        desk.write(&name, export(&attacked(attack), &["v.yaml", "-f", "oscal"]).done().out);
        files.push(desk.at(&name).display().to_string());
        expected += "3 2 0\n";
    }
    assert_eq!(in_trestle(&files), expected);
}
