//! Our own duties as controller: in our review, in the report, asked in `duly review`, and without points.

use serde_json::{Value, json};

use crate::support::{DAY, Folder, SMALL, command, duly_on_day, told};

const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: ./small.yaml\n\
    answered: 2026-11-01\nanswers: {a.mfa: yes}\n";
const REVIEW: &str = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-10\n";
const DUTIES: &str =
    "duties:\n  dpia: {done: 2026-10-20, where: DPIA-17}\n  record: {done: 2027-03-01, where: Register}\n";

fn desk(review: Option<&str>) -> Folder {
    let desk = Folder::new();
    desk.add(&[("small.yaml", SMALL), ("v.yaml", ANSWERS)]);
    if let Some(duties) = review {
        desk.write("v.review.yaml", format!("{REVIEW}{duties}"));
    }
    desk
}

fn judged(desk: &Folder) -> Value {
    duly_on_day(desk, &["export", "v.yaml", "-f", "json", "-q"]).json()
}

#[test]
fn they_are_a_part_of_the_report_and_give_no_points() {
    let (none, bare, some) = (desk(None), desk(Some("")), desk(Some(DUTIES)));
    let report = |desk: &Folder| duly_on_day(desk, &["export", "v.yaml", "-q"]).out;
    assert!(!report(&none).contains("Our own duties"), "they stand in our review, and there is none");
    assert!(report(&bare).contains("0 of 4 are on file"), "{}", report(&bare));
    let said = report(&some);
    assert!(said.contains("1 of 4 are on file"), "{said}");
    assert!(said.contains("(GDPR Art. 35) | 2026-10-20 | DPIA-17 |"), "{said}");
    assert!(said.contains("dated 2027-03-01, which is still to come"), "{said}");
    assert_eq!(said.matches("not on file").count(), 2, "{said}");
    let [with, without] = [&some, &bare].map(judged);
    let duty = |duty: &str, done: Value, place: Value| json!({"duty": duty, "done": done, "where": place});
    let expected = [
        duty("dpia", json!("2026-10-20"), json!("DPIA-17")),
        duty("record", json!("2027-03-01"), json!("Register")),
        duty("information", Value::Null, Value::Null),
        duty("instructions", Value::Null, Value::Null),
    ];
    assert_eq!(with["duties"], json!(expected));
    for key in ["overall", "rating", "coverage", "flags", "questions"] {
        assert_eq!(with[key], without[key], "{key}");
    }
    for told in [report(&some), duly_on_day(&some, &["export", "v.yaml", "--for", "vendor", "-q"]).out] {
        assert_eq!(told.contains("DPIA-17"), told.contains("Risk report"), "the vendor is not told: {told}");
    }
}

#[test]
fn what_is_wrong_with_them_is_named() {
    for (duties, code) in [
        ("duties: {dpia: {done: 2026-10-20}}\n", "missing-key"),
        ("duties: {dpia: {where: DPIA-17}}\n", "missing-key"),
        ("duties: {dpia: {done: soon, where: DPIA-17}}\n", "not-a-date"),
        ("duties: {dpai: {done: 2026-10-20, where: DPIA-17}}\n", "unknown-key"),
        ("duties: {dpia: done}\n", "not-a-map"),
    ] {
        let desk = desk(Some(duties));
        let codes = duly_on_day(&desk, &["check", "v.yaml", "v.review.yaml", "-f", "json"]).codes();
        assert!(codes.contains(&code.to_owned()), "{duties}: {codes:?}");
    }
}

#[test]
fn they_are_asked_before_the_decision_until_all_are_on_file() {
    let desk = desk(Some("inherent_risk: {data: contact}\n"));
    let review = |lines: &[&str]| {
        // what is written today is not asked again, whatever day is looked at
        told(command(&desk, &["review", "v.yaml", "--as-of", DAY]), &(lines.join("\n") + "\n")).done().out
    };
    // past what else is asked, then one by its word with today's day, one by its number, and the rest left open
    let skipped = [""; 12];
    let seen = review(&skipped);
    let [duties, decision] = ["Our own duties", "What has been decided?"].map(|text| seen.find(text));
    assert!(duties.is_some() && duties < decision, "{seen}");
    let before =
        ["What have you found?", "Do you accept this"].map(|asked| seen[..duties.unwrap()].matches(asked).count());
    let before = before.iter().sum();
    let mut lines: Vec<&str> = skipped[..before].to_vec();
    lines.extend(["dpia", "2026-10-20", "DPIA-17", "1", "2026-10-21", "The register", "", "!"]);
    let seen = review(&lines);
    let written = desk.read("v.review.yaml");
    let expected =
        "duties:\n  dpia: {done: 2026-10-20, where: DPIA-17}\n  record: {done: 2026-10-21, where: The register}\n";
    assert!(written.contains(expected), "{seen}\n{written}");
    let mut lines: Vec<&str> = skipped[..before].to_vec();
    lines.extend(["information", "2026-10-22", "The site", "instructions", "2026-10-23", "Annex 2", "!"]);
    let seen = review(&lines);
    assert!(seen.rfind("Our own duties") < seen.rfind("What has been decided?"), "none is left: {seen}");
    assert!(desk.read("v.review.yaml").contains("\n  instructions: {done: 2026-10-23, where: Annex 2}\n"), "{seen}");
}
