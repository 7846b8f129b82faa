//! Questions of which nobody has said what an answer is worth: asked, shown, looked at by red flags, and never counted.

use serde_json::Value;

use crate::support::{Folder, duly, duly_on_day};

/// All but `x.last` say nothing of values, and no rule can make them count.
const QUESTIONNAIRE: &str = "format: duly/questionnaire@1\nid: asked\nversion: 1.0.0\ntitle: Asked\n\
    scales:\n  bare: [{id: good, label: Good}, {id: poor, label: Poor}]\n\
    red_flags:\n  - {id: open, title: Gates stand open, severity: high, when: {x.one: [open]}}\n\
    categories:\n  - id: x\n    title: X\n    questions:\n\
    \x20     - id: one\n        ask: How are the gates of the yard?\n        importance: info\n\
    \x20       answer: {choose_one: [{id: shut, label: Shut}, {id: open, label: Open}]}\n\
    \x20     - id: many\n        ask: What stands in the yard?\n        importance: info\n\
    \x20       answer: {choose_many: {options: [{id: alarm, label: Alarm}, {id: fence, label: Fence}]}}\n\
    \x20     - {id: scaled, ask: And how is the house?, importance: info, answer: bare}\n\
    \x20     - {id: last, ask: Is it written down?, importance: medium, answer: yes-no}\n";

fn desk() -> Folder {
    let answers = |name: &str, one: &str| {
        format!(
            "format: duly/answers@1\nvendor: {{name: {name}}}\nquestionnaire: asked@1.0.0\nanswered: 2026-11-20\n\
             answers: {{x.one: {one}, x.many: [alarm], x.scaled: poor, x.last: \"yes\"}}\n"
        )
    };
    Folder::with(&[
        ("ours/q.yaml", QUESTIONNAIRE),
        ("ours/rules.toml", "format = \"duly/policy@1\"\n[importance]\ninfo = 3\n"),
        ("shut.yaml", &answers("Shut AB", "shut")),
        ("open.yaml", &answers("Open AB", "open")),
        // what we saw is another answer than the one given now, to questions that have no better and no worse
        (
            "open.review.yaml",
            "format: duly/review@1\nvendor: Open AB\nreviewer: Us\nreviewed: 2026-11-21\nanswers:\n\
             \x20 x.one: {saw: shut, verified: [{title: Seen, issued: 2026-11-20}]}\n\
             \x20 x.many: {saw: [fence], verified: [{title: Seen, issued: 2026-11-20}]}\n",
        ),
    ])
}

const WITH: [&str; 4] = ["--questionnaire", "ours/q.yaml", "--policy", "ours/rules.toml"];

fn done(args: &[&str]) -> String {
    duly_on_day(&desk(), &[args, &WITH[..]].concat()).done().out
}

#[test]
fn such_questions_count_for_nothing_whatever_our_rules_say() {
    let report: Value = serde_json::from_str(&done(&["export", "shut.yaml", "-f", "json", "-q"])).unwrap();
    let of = |id: &str| report["questions"].as_array().unwrap().iter().find(|found| found["id"] == id).unwrap();
    for id in ["x.one", "x.many", "x.scaled"] {
        assert_eq!((&of(id)["status"], &of(id)["share"]), (&"info".into(), &"0".into()), "{id}");
    }
    assert_eq!((&of("x.last")["share"], &report["overall"]["claimed"]), (&"100".into(), &"100".into()));
}

#[test]
fn red_flags_look_at_them_and_vendors_differ_by_them() {
    let state = |file: &str| -> String {
        let report: Value = serde_json::from_str(&done(&["export", file, "-f", "json", "-q"])).unwrap();
        report["flags"][0]["state"].as_str().unwrap().to_owned()
    };
    assert_eq!([state("shut.yaml"), state("open.yaml")], ["clear", "triggered"]);
    let told = done(&["diff", "shut.yaml", "open.yaml"]);
    assert!(told.contains("Gates stand open"), "{told}");
}

#[test]
fn no_page_makes_up_what_an_answer_is_worth() {
    let catalogue = duly(&desk(), &["questionnaires", "ours/q.yaml"]).done().out;
    for shown in ["shut: Shut", "alarm: Alarm", "poor: Poor"] {
        let line =
            catalogue.lines().find(|line| line.contains(shown)).unwrap_or_else(|| panic!("{shown}: {catalogue}"));
        assert!(!line.contains('→'), "{line}");
    }
    for id in ["x.one", "x.many", "x.scaled"] {
        let told = done(&["explain", "open.yaml", id]);
        assert!(!told.contains("0 %") && !told.contains("worth"), "{told}");
    }
    for format in ["markdown", "html", "csv"] {
        let told = done(&["export", "open.yaml", "-f", format, "-q"]);
        assert!(told.contains("the yard"), "{format}: {told}");
    }
    let letter = done(&["export", "open.yaml", "--for", "vendor", "-f", "markdown", "-q"]);
    assert!(!letter.contains("Shut"), "a better answer is not known: {letter}");
}

#[test]
fn weight_without_values_is_refused_with_the_cure() {
    for answer in
        ["{choose_one: [{id: a, value: 100}, {id: b}]}", "{choose_many: {options: [{id: a, points: 1}]}}", "bare"]
    {
        for weight in ["importance: low", "weight: 1"] {
            let whole = format!(
                "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\nscales: {{bare: [{{id: a}}, {{id: b}}]}}\n\
                 categories: [{{id: x, title: X, questions: [{{id: y, ask: Y?, {weight}, answer: {answer}}}]}}]\n"
            );
            let desk = Folder::with(&[("q.yaml", &whole)]);
            let ran = duly_on_day(&desk, &["check", "q.yaml"]);
            assert_eq!(ran.code, 2, "{whole}");
            let told = [ran.out, ran.err].concat();
            assert!(told.contains("error[value-missing]") && told.contains("`importance: info`"), "{told}");
            desk.write("q.yaml", whole.replace(weight, "importance: info"));
            assert_eq!(duly_on_day(&desk, &["check", "q.yaml"]).code, 0, "{whole}");
            desk.write("q.yaml", whole.replace(weight, "weight: 0"));
            assert_eq!(duly_on_day(&desk, &["check", "q.yaml"]).code, 0, "{whole}");
        }
    }
}
