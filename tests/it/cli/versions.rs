//! Questionnaires that grow: what an option says itself of what to ask and to require, the short form, and answers to
//! two versions held against each other.

use serde_json::Value;

use crate::support::{Folder, duly, duly_on_day};

const FIRST: &str = "\
format: duly/questionnaire@1
id: house
version: 1.0.0
languages: [en, sv]
title: House
categories:
  - id: a
    title: House
    questions:
      - {id: lock, ask: {en: Is it locked?, sv: Ar det last?}, weight: 2, answer: yes-no}
      - id: roof
        ask: Is the roof tight?
        weight: 2
        answer: {choose_one: [{id: all, value: 100}, {id: none, value: 0}]}
      - {id: gone, ask: Is there a moat?, weight: 2, answer: yes-no}
";

const SECOND: &str = "\
format: duly/questionnaire@1
id: house
version: 1.1.0
languages: [en, sv]
title: House
categories:
  - id: a
    title: House
    questions:
      - {id: gate, ask: Is there a drawbridge?, weight: 1, answer: yes-no}
      - {id: door, was: [lock], ask: {en: Is it locked?, sv: Är det låst?}, weight: 2, answer: yes-no, screening: true,
         when: {a.gate: [\"yes\"]}}
      - id: roof
        ask: Is the roof tight?
        weight: 2
        answer: {choose_one: [{id: all, value: 100}, {id: none, value: 0, follow_up: Since when?, remedy: A roof.}]}
        follow_up: Where does it leak?
        remedy: A tight roof.
      - id: tested
        ask: When was it tested last?
        weight: 2
        answer:
          date: {counts: days-since, never: {value: 0, remedy: A first test.}, steps: [{at_most: 366, value: 100}]}
        follow_up: What did the test find?
        remedy: A test each year.
      - id: papers
        ask: Which papers are there?
        weight: 2
        answer: {choose_many: {full_at: 2, options: [{id: plan, points: 1}, {id: map, points: 1, follow_up: A map?},
          {id: none, points: 0, exclusive: true, follow_up: Who keeps them?, remedy: Papers.}]}}
        follow_up: What do they say?
";

fn answers(vendor: &str, file: &str, lines: &[&str]) -> String {
    let head = format!(
        "format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: ./{file}\nanswered: 2026-11-01\nanswers:\n"
    );
    lines.iter().fold(head, |text, line| format!("{text}  {line}\n"))
}

fn desk(files: &[(&str, String)]) -> Folder {
    let desk = Folder::new();
    desk.add(&[("first.yaml", FIRST), ("second.yaml", SECOND)]);
    files.iter().for_each(|(name, text)| desk.write(name, text));
    desk
}

/// What the JSON says to ask about a question and to require.
fn advice(json: &Value, id: &str) -> [Option<String>; 2] {
    let all = json["questions"].as_array().unwrap();
    let found = all.iter().find(|question| question["id"] == id).unwrap();
    ["follow_up", "remedy"].map(|key| found[key].as_str().map(str::to_owned))
}

#[test]
fn what_an_option_says_itself_stands_in_place_of_what_its_question_says() {
    let said =
        |follow_up: &str, remedy: &str| [follow_up, remedy].map(|text| (!text.is_empty()).then(|| text.to_owned()));
    let weak = ["a.gate: yes", "a.door: yes", "a.roof: none", "a.tested: never", "a.papers: [none]"];
    let open = ["a.gate: yes", "a.roof:", "a.tested: 2020-01-01", "a.papers: [plan]"];
    let desk = desk(&[
        ("weak.yaml", answers("Weak", "second.yaml", &weak)),
        ("open.yaml", answers("Open", "second.yaml", &open)),
    ]);
    let json = |file: &str| duly_on_day(&desk, &["export", file, "-f", "json", "-q"]).json::<Value>();
    let own = json("weak.yaml");
    assert_eq!(advice(&own, "a.roof"), said("Since when?", "A roof."));
    assert_eq!(advice(&own, "a.tested"), said("What did the test find?", "A first test."), "one of the two");
    assert_eq!(advice(&own, "a.papers"), said("Who keeps them?", "Papers."));
    let general = json("open.yaml");
    assert_eq!(advice(&general, "a.roof"), said("Where does it leak?", "A tight roof."));
    assert_eq!(advice(&general, "a.tested"), said("What did the test find?", "A test each year."));
    assert_eq!(advice(&general, "a.papers"), said("What do they say?", ""));

    let shown = |args: &[&str]| duly_on_day(&desk, args).out;
    let letter = shown(&["export", "weak.yaml", "--for", "vendor", "-q"]);
    for text in ["Since when?", "A roof.", "A first test.", "Who keeps them?", "Papers."] {
        assert!(letter.contains(text), "{text}: {letter}");
    }
    assert!(!letter.contains("Where does it leak?") && !letter.contains("A test each year."), "{letter}");
    let plan = shown(&["export", "weak.yaml", "-q"]);
    assert!(plan.contains("A roof.") && !plan.contains("A tight roof."), "{plan}");
    let explained = shown(&["explain", "weak.yaml", "a.tested", "-q"]);
    assert!(explained.contains("A first test.") && !explained.contains("A test each year."), "{explained}");
}

#[test]
fn what_an_option_says_itself_is_in_every_language() {
    let desk = desk(&[("q.yaml", SECOND.replace("follow_up: Since when?", "follow_up: {en: Since when?}"))]);
    let ran = duly_on_day(&desk, &["check", "q.yaml", "-f", "json"]);
    assert_eq!(ran.codes(), ["missing-language"]);
}

#[test]
fn the_short_form_and_what_comes_along_are_shown() {
    let desk = desk(&[]);
    let shown = duly(&desk, &["questionnaires", "second.yaml"]).out;
    assert!(shown.contains("1 questions, and 1"), "{shown}");
    let line = |id: &str| shown.lines().find(|line| line.contains(&format!("{id} · "))).unwrap().to_owned();
    assert!(line("a.door").ends_with("in the short form"), "{shown}");
    assert!(line("a.gate").ends_with("comes along in the short form"), "{shown}");
    assert!(!line("a.roof").contains("short form"), "{shown}");
    assert!(shown.contains("What to require at none: A roof."), "{shown}");
    let plain = duly(&desk, &["questionnaires", "first.yaml"]).out;
    assert!(!plain.contains("short form"), "{plain}");
}

#[test]
fn answers_to_two_versions_are_held_together_by_ids_and_earlier_ids() {
    let desk = desk(&[
        ("a.yaml", answers("Alfa", "first.yaml", &["a.lock: no", "a.roof: all", "a.gone: yes"])),
        (
            "b.yaml",
            answers("Beta", "second.yaml", &["a.gate: yes", "a.door: yes", "a.roof: all", "a.papers: [plan, map]"]),
        ),
    ]);
    for (files, [gone, new]) in
        [(["a.yaml", "b.yaml"], ["only_a", "only_b"]), (["b.yaml", "a.yaml"], ["only_b", "only_a"])]
    {
        let ran = duly_on_day(&desk, &["diff", files[0], files[1], "-f", "json", "-q"]);
        let json = ran.json::<Value>();
        let asked = &json["pairs"][0];
        assert_eq!(asked["changed"], serde_json::json!([]), "the labels and what to require are the same or better");
        assert_eq!(asked[gone], serde_json::json!(["a.gone"]), "{asked}");
        assert_eq!(asked[new], serde_json::json!(["a.gate", "a.tested", "a.papers"]), "{asked}");
        let deltas = json["pairs"][0]["by_question"].as_array().unwrap();
        let ids: Vec<&str> = deltas.iter().map(|delta| delta["id"].as_str().unwrap()).collect();
        assert_eq!(ids, [if files[0] == "a.yaml" { "a.lock" } else { "a.door" }], "{asked}");
    }
}
