//! The conditions of a decision: in words, or with who sees to them, by when, and what they are about.

use serde_json::{Value, json};

use crate::support::{Folder, SMALL, duly};

const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./small.yaml\n\
    answered: 2026-11-01\nanswers: {a.mfa: yes}\n";
const REVIEW: &str = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-10\n\
    decision:\n  outcome: conditional\n  by: Board\n  on: 2026-11-12\n  conditions:\n";
const SOME: &str = "    - Keys held by us\n\
    \x20   - {what: Restore test, owner: IT, due: 2026-12-15, questions: [a.mfa, a.cards, a.mfa]}\n\
    \x20   - {what: Policy signed, due: 2026-12-15, met: 2026-11-02}\n\
    \x20   - {what: Log kept, owner: Alfa, due: 2026-12-01, met: 2026-12-20}\n";

fn desk(conditions: &str) -> Folder {
    let desk = Folder::new();
    desk.add(&[("small.yaml", SMALL), ("v.yaml", ANSWERS)]);
    desk.write("v.review.yaml", format!("{REVIEW}{conditions}"));
    desk
}

fn on(desk: &Folder, day: &str, args: &[&str]) -> String {
    duly(desk, &[args, &["--as-of", day, "-q"]].concat()).out
}

fn states(desk: &Folder, day: &str) -> Vec<[Value; 2]> {
    let judged: Value = serde_json::from_str(&on(desk, day, &["export", "v.yaml", "-f", "json"])).unwrap();
    let found = judged["decision"]["conditions_in_full"].as_array().unwrap();
    found.iter().map(|condition| [condition["state"].clone(), condition["state_in_words"].clone()]).collect()
}

#[test]
fn what_is_agreed_of_them_stands_in_the_json_and_their_words_where_they_stood() {
    let desk = desk(SOME);
    let judged: Value = serde_json::from_str(&on(&desk, "2026-11-23", &["export", "v.yaml", "-f", "json"])).unwrap();
    let decision = &judged["decision"];
    assert_eq!(decision["conditions"], json!(["Keys held by us", "Restore test", "Policy signed", "Log kept"]));
    let expected = json!({
        "what": "Restore test", "owner": "IT", "due": "2026-12-15", "met": null, "questions": ["a.mfa", "a.cards"],
        "state": "due", "state_in_words": "due on 2026-12-15",
    });
    assert_eq!(decision["conditions_in_full"][1], expected);
}

#[test]
fn what_is_met_later_than_the_day_of_the_judgement_is_not_met_yet() {
    let desk = desk(SOME);
    let state = |word: &str, said: &str| [json!(word), json!(said)];
    let bare = state("open", "open, no day agreed");
    let signed = state("met", "met on 2026-11-02");
    for (day, test, log) in [
        ("2026-11-23", state("due", "due on 2026-12-15"), state("due", "due on 2026-12-01")),
        ("2026-12-01", state("due", "due on 2026-12-15"), state("due", "due on 2026-12-01")),
        ("2026-12-15", state("due", "due on 2026-12-15"), state("overdue", "overdue since 2026-12-01")),
        ("2026-12-20", state("overdue", "overdue since 2026-12-15"), state("met", "met on 2026-12-20")),
    ] {
        assert_eq!(states(&desk, day), [bare.clone(), test, signed.clone(), log], "{day}");
    }
}

#[test]
fn every_report_says_how_they_stand() {
    let desk = desk(SOME);
    let screen =
        on(&desk, "2026-12-16", &["assess", "v.yaml", "--all"]).split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "Keys held by us; Restore test (IT, overdue since 2026-12-15); Policy signed (met on 2026-11-02); \
        Log kept (Alfa, overdue since 2026-12-01)";
    assert!(screen.contains(said), "{screen}");
    let report = on(&desk, "2026-12-16", &["export", "v.yaml"]);
    assert!(report.contains("| Restore test | IT | **overdue since 2026-12-15** | "), "{report}");
    assert!(report.contains("2 conditions overdue, the first since 2026-12-01"), "{report}");
    let board = on(&desk, "2026-12-16", &["export", "v.yaml", "--for", "board", "--lang", "sv"]);
    assert!(board.contains("| Restore test | IT | **försenat sedan 2026-12-15** |"), "{board}");
}

#[test]
fn one_that_is_overdue_is_a_warning_at_its_place() {
    let desk = desk(SOME);
    let codes = |day| {
        let ran = duly(&desk, &["check", "v.review.yaml", "--as-of", day, "-f", "json"]);
        ran.codes().into_iter().filter(|code| code == "condition-overdue").count()
    };
    assert_eq!(["2026-12-01", "2026-12-02", "2026-12-16", "2026-12-20"].map(codes), [0, 1, 2, 1]);
}

/// A decision names what has yet to be done; what an earlier one agreed on may have been done before it.
#[test]
fn one_that_was_met_before_the_decision_is_a_warning_unless_an_earlier_one_agreed_on_it() {
    let warned = |condition: &str| {
        let desk = desk(&format!("    - {{what: Policy signed, {condition}}}\n"));
        let ran = duly(&desk, &["check", "v.review.yaml", "--as-of", "2026-11-23", "-f", "json"]);
        ran.codes().contains(&"condition-met-before".to_owned())
    };
    assert!(warned("met: 2020-01-01") && warned("due: 2026-11-12, met: 2026-11-11"));
    assert!(!warned("met: 2026-11-12") && !warned("due: 2026-12-15"));
    assert!(!warned("due: 2026-11-11, met: 2026-11-10"), "an earlier decision agreed on it");
}

#[test]
fn all_that_is_wrong_with_them_is_named_in_one_run() {
    let wrong = "    - {owner: IT}\n\
        \x20   - {what: A, due: soon, met: 2026-13-01, questions: [a.mfaa], until: 2026-12-01}\n\
        \x20   - {what: \" \", owner: []}\n\
        \x20   - {what: B, questions: a.mfa}\n\
        \x20   - \"\"\n";
    let ran = duly(&desk(wrong), &["check", "v.review.yaml", "--as-of", "2026-11-23", "-f", "json"]);
    let found: Value = ran.json();
    let errors = found.as_array().unwrap().iter().filter(|found| found["severity"] == "error");
    let mut codes: Vec<&str> = errors.map(|found| found["code"].as_str().unwrap()).collect();
    codes.sort_unstable();
    let expected = [
        "missing-key",
        "not-a-date",
        "not-a-date",
        "not-a-list",
        "not-a-text",
        "not-a-text",
        "not-a-text",
        "unknown-key",
        "unknown-question",
    ];
    assert_eq!(codes, expected, "{}", ran.out);
    assert!(ran.out.contains("did you mean `a.mfa`?"), "{}", ran.out);
}

#[test]
fn they_are_known_in_a_file_that_has_to_be_mended() {
    let desk =
        desk(&SOME.replace("- Keys held by us", "- Keys held by us: all\n    - \u{201c}Keys\u{201d}: held\n    -Keys"));
    let ran = duly(&desk, &["check", "v.review.yaml", "--as-of", "2026-12-16", "-f", "json"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.codes().contains(&"unknown-key".to_owned()), "{}", ran.out);
}
