//! The verdict in words: nobody is accused of a blank, what is at risk is named, and what would lower it comes in the
//! order in which one would go about it.

use serde_json::Value;

use crate::support::{Folder, duly_on_day, root};

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: house
version: 1.0.0
title: House
inherent_risk:
  - id: data
    ask: Which data?
    options:
      - {id: names, label: Names and addresses only, tier: medium}
      - {id: health, label: Health records of our patients, tier: critical}
  - {id: place, ask: Where?, options: [{id: here, label: Here, tier: low}, {id: there, label: There, tier: medium}]}
evidence:
  - {id: log, ask: The log of the door}
red_flags:
  - {id: leak, title: The roof leaks, severity: high, when: {a.roof: [\"no\"]}, remedy: A tight roof.}
categories:
  - id: a
    title: All
    questions:
      - {id: door, ask: Is the door locked?, weight: 3, evidence: [log], answer: yes-no}
      - {id: gate, ask: Is the gate locked?, weight: 3, evidence: [log], answer: yes-no}
      - {id: roof, ask: Is the roof tight?, weight: 1, answer: yes-no}
";

fn desk(answers: &str, stakes: &str) -> Folder {
    let head = "format: duly/answers@1\nvendor: {name: Alfa}\nanswered: 2026-11-02\nquestionnaire: ./q.yaml\n";
    let review = "format: duly/review@1\nvendor: Alfa\nreviewer: Anna\nreviewed: 2026-11-10\n";
    Folder::with(&[
        ("q.yaml", QUESTIONNAIRE),
        ("v.yaml", &format!("{head}answers: {{{answers}}}\n")),
        ("v.review.yaml", &format!("{review}inherent_risk: {{{stakes}}}\n")),
    ])
}

/// What is printed, on one line.
fn told(desk: impl AsRef<std::path::Path>, args: &[&str]) -> String {
    let args = [args, &["-q"]].concat();
    duly_on_day(desk.as_ref(), &args).done().out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_not_answered_is_asked_and_accuses_nobody() {
    let desk = desk("a.door: yes, a.gate: yes", "data: names, place: here");
    let asked = "not answered yet: “Is the roof tight?” (until then at least MEDIUM)";
    for args in [&["assess", "v.yaml"][..], &["assess", "v.yaml", "--all"], &["export", "v.yaml"]] {
        let told = told(&desk, args);
        assert!(told.contains(asked), "{args:?}: {told}");
    }
    assert!(!told(&desk, &["assess", "v.yaml"]).contains("The roof leaks"));
}

#[test]
fn what_is_answered_and_waits_for_its_gate_is_not_asked_again() {
    let desk = desk("a.door: yes, a.roof: yes", "data: names, place: here");
    let door = "{id: door, ask: Is the door locked?, weight: 3,";
    let behind_gate = format!("{door} when: {{a.gate: [\"yes\"]}},");
    desk.write("q.yaml", QUESTIONNAIRE.replace(door, &behind_gate));
    for args in [&["assess", "v.yaml"][..], &["assess", "v.yaml", "--all"]] {
        let told = told(&desk, args);
        let (_, first) = told.split_once("Do first").unwrap();
        let (_, answers) = first.split_once("the vendor answers: ").unwrap();
        let step = answers.split(" · ").next().unwrap();
        assert!(step.contains("(a.gate") && !step.contains("(a.door"), "{step}");
    }
    desk.write("v.yaml", desk.read("v.yaml").replace("a.door: yes", "a.door: "));
    let told = told(&desk, &["assess", "v.yaml"]);
    assert!(told.contains("(a.gate") && told.contains("(a.door"), "what is not answered is still asked: {told}");
}

#[test]
fn not_known_is_more_than_silence() {
    let why = |answers: &str| {
        let desk = desk(answers, "data: names, place: here");
        let json: Value = duly_on_day(&desk, &["export", "v.yaml", "-f", "json", "-q"]).json();
        let questions = json["questions"].as_array().unwrap();
        let roof = questions.iter().find(|question| question["id"] == "a.roof").unwrap();
        assert_eq!((&roof["status"], &roof["open"]), (&"unanswered".into(), &"unanswered".into()));
        (roof["no_answer"].as_str().unwrap().to_owned(), told(&desk, &["export", "v.yaml"]))
    };
    let (silent, report) = why("a.door: yes, a.gate: yes");
    assert!(silent == "silent" && !report.contains("not known, says the vendor"), "{silent}: {report}");
    let (blank, _) = why("a.door: yes, a.gate: yes, a.roof: ");
    assert_eq!(blank, "silent");
    let (said, report) = why("a.door: yes, a.gate: yes, a.roof: unknown");
    assert!(said == "not_known" && report.contains("not known, says the vendor"), "{said}: {report}");
}

#[test]
fn what_is_at_risk_is_named_and_the_arithmetic_stands_below() {
    let desk = desk("a.door: yes, a.gate: yes, a.roof: yes", "data: names, place: here");
    let report = told(&desk, &["export", "v.yaml"]);
    let [risk, rules] =
        ["medium inherent risk: Names and addresses only (“Which data?”)", "**By our rules**: inherent risk"]
            .map(|said| report.find(said).unwrap_or_else(|| panic!("{said}: {report}")));
    assert!(risk < rules && report.contains("claims only: 3"), "{report}");
    assert!(report.contains("answered 2026-11-02"), "{report}");
}

/// What rests on a paper that has run out is no claim only: each is counted once, under one name everywhere.
#[test]
fn a_reason_counts_claims_as_the_screen_does_and_what_has_expired_apart() {
    let desk = desk(
        "a.door: {answer: yes, evidence: [{title: Log, kind: log, issued: 2020-01-01, location: l.txt}]}, a.gate: yes",
        "data: names, place: here",
    );
    desk.write("l.txt", "The log.");
    for (lang, because, counted) in [
        ("en", "claims only: 1; evidence expired: 1", "claim only (1;"),
        ("sv", "obestyrkta: 1; underlaget har gått ut: 1", "obestyrkta (1;"),
    ] {
        let screen = told(&desk, &["assess", "v.yaml", "--lang", lang]);
        assert!(screen.contains(because) && screen.contains(counted), "{screen}");
        let report = told(&desk, &["export", "v.yaml", "--lang", lang]);
        assert!(report.contains(because), "{report}");
    }
}

#[test]
fn a_minimum_that_proof_would_reach_says_so_and_no_more() {
    let desk = desk("a.door: yes, a.gate: yes, a.roof: no", "data: names, place: here");
    desk.write("q.yaml", QUESTIONNAIRE.replace("title: All\n", "title: All\n    minimum: 70\n"));
    for (lang, words) in [
        ("en", "“All” would reach 85.7 if its answers were proved; assured 51.4, at least 70 required"),
        ("sv", "”All” skulle nå 85,7 om svaren styrktes; tillgodoräknat 51,4, minst 70 krävs"),
    ] {
        let report = told(&desk, &["export", "v.yaml", "--lang", lang]);
        assert!(report.contains(words), "{report}");
    }
}

#[test]
fn where_all_that_is_open_can_change_nothing_the_level_is_told() {
    let desk = desk("a.door: no, a.gate: no", "data: health");
    let screen = told(&desk, &["assess", "v.yaml"]);
    assert!(screen.contains("VENDOR RISK CRITICAL") && !screen.contains("may be"), "{screen}");
    let little = desk_with_little_known();
    let screen = told(&little, &["assess", "v.yaml"]);
    assert!(
        screen.contains("VENDOR RISK CRITICAL") && screen.contains("known so far: 42.8 % of the weight"),
        "{screen}"
    );
    let json: Value = duly_on_day(&little, &["export", "v.yaml", "-f", "json", "-q"]).json();
    assert_eq!(json["coverage"]["provisional"], true, "gates and programs see that it is provisional");
}

/// So little is known that there would be no rating, were it not critical whatever the answer.
fn desk_with_little_known() -> Folder {
    let desk = desk("a.door: no", "data: health, place: here");
    desk.write(
        "q.yaml",
        QUESTIONNAIRE.replace("{a.roof: [\"no\"]}", "{a.door: [\"no\"]}").replace("high, when", "critical, when"),
    );
    desk
}

#[test]
fn what_no_protection_lowers_is_said_with_what_could() {
    let answers = "a.door: {answer: yes}, a.gate: {answer: yes}, a.roof: {answer: yes}";
    let desk = desk(answers, "data: health, place: here");
    let seen = "{saw: yes, verified: [{title: Tour, issued: 2026-11-09}]}";
    let review = desk.read("v.review.yaml") + &format!("answers: {{a.door: {seen}, a.gate: {seen}, a.roof: {seen}}}\n");
    desk.write("v.review.yaml", review);
    let screen = told(&desk, &["assess", "v.yaml"]);
    assert!(screen.contains("because even with every control in place and verified, HIGH remains"), "{screen}");
    assert!(screen.contains("only less at stake, that is, other answers of ours to “Which data?”"), "{screen}");
    let report = told(&desk, &["export", "v.yaml"]);
    assert!(report.contains("the residual risk ends at HIGH where the inherent risk is critical"), "{report}");
}

#[test]
fn a_vendor_that_sent_nothing_is_asked_for_documents_first() {
    let screen = told(root(), &["assess", "examples/allyes.yaml"]);
    let way =
        "to MEDIUM 14 documents to send (vendor) (would gain 10.2 once verified by us); 14 documents alone give MEDIUM";
    assert!(screen.contains(way) && screen.contains("the vendor sends: Data processing agreement"), "{screen}");
    let report = told(root(), &["export", "examples/allyes.yaml"]);
    assert!(report.contains("### To MEDIUM") && report.contains("**The vendor sends**"), "{report}");
}

/// Our own answer in place of the vendor's is a word, too, and it is ours to verify.
#[test]
fn an_answer_of_ours_that_nothing_shows_is_ours_to_verify() {
    let desk = desk("a.door: no, a.gate: yes, a.roof: yes", "data: names, place: here");
    let ours = "answers: {a.door: {saw: no, answer: yes, because: It is locked today}}\n";
    desk.write("v.review.yaml", desk.read("v.review.yaml") + ours);
    let screen = told(&desk, &["assess", "v.yaml"]);
    assert!(screen.contains("· we verify our own answer to: “Is the door locked?” (a.door,"), "{screen}");
    assert!(!screen.contains("the vendor answers: “Is the door locked?”"), "{screen}");
}
