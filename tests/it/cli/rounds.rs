//! Forms that are not the first and whole one: another round, a part, the short form, one for all who offer.

use crate::support::{Folder, command, duly, example, told};

/// A folder with a vendor that has answered, and our review of it.
fn answered() -> Folder {
    let desk = Folder::new();
    let [answers, review] = ["nordkontakt.yaml", "nordkontakt.review.yaml"].map(example);
    desk.write("v.yaml", answers);
    desk.write("v.review.yaml", review);
    desk
}

/// What a form asks, by the ids of its questions.
fn asked(form: &str) -> Vec<&str> {
    let (_, answers) = form.split_once("\nanswers:\n").unwrap();
    let keys = answers.lines().filter(|line| line.starts_with("  ") && !line.starts_with("   ") && !line.contains('#'));
    keys.map(|line| line.trim().trim_end_matches(':')).collect()
}

#[test]
fn another_round_holds_what_was_said_and_is_noted_in_our_review() {
    let desk = answered();
    let said = duly(&desk, &["new", "--from", "v.yaml", "-o", "round2.yaml"]).done().err;
    assert!(said.contains("taken from v.review.yaml, where it is noted what was sent"), "{said}");
    let (form, review) = (desk.read("round2.yaml"), desk.read("v.review.yaml"));
    let named = form.lines().find_map(|line| line.strip_prefix("filled: {form: ")).unwrap().trim_end_matches('}');
    assert!(review.contains(&format!("form: {named}, \"on\": ")), "{review}");
    assert!(form.contains("vendor: {name: NordKontakt AB, country: SE, registration: 559000-0000}"), "{form}");
    assert!(form.contains("\n    answer: all\n") && form.contains("iso-cert:"));
    // the same again is the same form, and is noted once
    duly(&desk, &["new", "--from", "v.yaml", "-o", "round2.yaml", "--force"]).done();
    assert_eq!(desk.read("v.review.yaml"), review);
    // the same form on another day is another round, and the answers are told to be none to it
    desk.write("v.review.yaml", review.replace("\"on\": 20", "\"on\": 19"));
    duly(&desk, &["new", "--from", "v.yaml", "-o", "round2.yaml", "--force"]).done();
    assert_eq!(desk.read("v.review.yaml").matches(&format!("form: {named}")).count(), 2);
    desk.write("v.review.yaml", &review);
    // judged with our review, what comes back untouched is what was said before
    let risk = |file: &str, more: &[&str]| {
        let args = [&["export", file, "-f", "json", "--review", "v.review.yaml"], more].concat();
        let json: serde_json::Value = duly(&desk, &args).json();
        (json["overall"].clone(), json["risk"].clone())
    };
    assert_eq!(risk("round2.yaml", &[]), risk("v.yaml", &[]));
}

#[test]
fn until_the_next_round_is_back_that_is_said_once() {
    let desk = answered();
    duly(&desk, &["new", "--from", "v.yaml", "-o", "round2.yaml"]).done();
    let codes = duly(&desk, &["check", "v.yaml", "-f", "json"]).codes();
    assert_eq!(codes.iter().filter(|code| *code == "form-not-back").count(), 1, "{codes:?}");
    assert!(!codes.iter().any(|code| code == "form-text-changed" || code == "question-gone"), "{codes:?}");
    assert!(
        !duly(&desk, &["check", "round2.yaml", "--review", "v.review.yaml", "-f", "json"]).out.contains("not-back")
    );
}

/// The form says itself which one it is, whatever day its answers give; sent once more, it is not back until they are
/// newer.
#[test]
fn a_form_that_names_itself_is_back_until_it_is_sent_again() {
    let desk = answered();
    duly(&desk, &["new", "--from", "v.yaml", "-o", "v.yaml.new.yaml"]).done();
    let form = desk.read("v.yaml.new.yaml").replace("\nanswered:\n", "\nanswered: 2026-11-03\n");
    assert!(form.contains("answered: 2026-11-03"), "{form}");
    desk.write("v.yaml", form);
    let not_back = || {
        let codes = duly(&desk, &["check", "v.yaml", "-f", "json"]).codes();
        codes.iter().filter(|code| *code == "form-not-back").count()
    };
    assert_eq!(not_back(), 0);
    let review = desk.read("v.review.yaml");
    let sent = review.lines().find(|line| line.contains("form: ") && line.contains("\"on\": ")).unwrap();
    let (before, on) = sent.split_once("\"on\": ").unwrap();
    let earlier = format!("{before}\"on\": 2026-10-01{}\n{sent}", &on[10..]);
    desk.write("v.review.yaml", review.replace(sent, &earlier));
    assert_eq!(not_back(), 1, "{}", desk.read("v.review.yaml"));
}

#[test]
fn a_part_asks_categories_and_questions_and_our_review_says_which() {
    let desk = Folder::new();
    let stakes = "data=special,systems=ours";
    let args = ["new", "--vendor", "V AB", "--inherent", stakes, "--part", "access, gdpr.dpa", "-o", "v.yaml"];
    let said = duly(&desk, &args).done().err;
    assert!(said.contains("not asked in this form: "), "{said}");
    let form = desk.read("v.yaml");
    let ids = asked(&form);
    assert!(ids.iter().all(|id| id.starts_with("access.") || *id == "gdpr.dpa"), "{ids:?}");
    assert!(ids.len() > 10 && ids.contains(&"gdpr.dpa"));
    let review = desk.read("v.review.yaml");
    assert!(review.contains(&format!("    asked: [{}]\n", ids.join(", "))), "{review}");
    assert!(duly(&desk, &["check", "v.yaml", "-f", "json"]).codes().iter().all(|code| code == "review-beside-answers"));
    let json: serde_json::Value = duly(&desk, &["export", "v.yaml", "-f", "json"]).json();
    assert_eq!(json["screened"], true, "what was not sent was not asked");
}

#[test]
fn the_short_form_is_noted_as_such() {
    let desk = Folder::new();
    duly(&desk, &["new", "--vendor", "V AB", "--inherent", "data=contact", "--screening", "-o", "v.yaml"]).done();
    let review = desk.read("v.review.yaml");
    assert!(review.contains("    screening: true\n") && review.contains("    asked: ["), "{review}");
    assert!(asked(&desk.read("v.yaml")).len() < 40);
    desk.write("q.yaml", SMALL);
    let none = duly(&desk, &["new", "--vendor", "W AB", "--questionnaire", "q.yaml", "--screening", "-o", "w.yaml"]);
    assert_eq!(none.code, 2);
    assert!(none.err.contains("small@1.0.0 has no short form"), "{}", none.err);
}

#[test]
fn a_form_for_all_who_offer_asks_for_the_name_and_has_no_review() {
    let desk = Folder::new();
    let said = duly(&desk, &["new", "--inherent", "data=contact,systems=ours", "-o", "tender.yaml"]).done().err;
    assert!(said.contains("no review is written: it is not known yet who answers"), "{said}");
    assert!(!desk.path().join("tender.review.yaml").exists());
    let form = desk.read("tender.yaml");
    assert!(form.contains("# Who answers: the company's name\nvendor: {name: }\n"), "{form}");
    assert!(duly(&desk, &["check", "tender.yaml", "-f", "json"]).codes().contains(&"missing-key".to_owned()));
    desk.write("tender.yaml", form.replace("{name: }", "{name: Ny AB}"));
    duly(&desk, &["check", "tender.yaml"]).done();
}

#[test]
fn what_cannot_be_made_is_said() {
    let desk = answered();
    for (args, part) in [
        (&["new"][..], "or, for one form for all who offer, the file: duly new -o tender.xlsx"),
        (&["new", "--from", "v.yaml"], "name the file to write: duly new --from x.yaml -o round2.xlsx"),
        (&["new", "--vendor", "V", "-o", "x.txt"], "`.txt` names no form that can be written"),
        (&["new", "--from", "v.yaml", "--part", "acces", "-o", "x.yaml"], "did you mean `access`?"),
        (&["new", "--from", "v.yaml", "-o", "v.yaml", "--force"], "v.yaml"),
        (&["new", "--vendor", "V", "--both-languages", "-o", "x.yaml"], "--both-languages is for a workbook"),
        (
            &["new", "--vendor", "V", "--inherent", "systems=ours", "--part", "backups.copies", "-o", "x.yaml"],
            "nothing",
        ),
    ] {
        let ran = duly(&desk, args);
        assert_eq!((ran.code, ran.err.contains(part)), (2, true), "{args:?}: {}", ran.err);
        assert!(!desk.path().join("x.yaml").exists(), "{args:?}");
    }
}

const SMALL: &str = "\
format: duly/questionnaire@1
id: small
version: 1.0.0
title: Small
categories:
  - {id: c, title: C, questions: [{id: q, ask: Is it so?, importance: high, answer: yes-no}]}
";

#[test]
fn who_answered_and_what_was_proposed_is_shown_where_answers_are() {
    let desk = Folder::new();
    desk.write(
        "v.yaml",
        "\
format: duly/answers@1
vendor: {name: V AB}
questionnaire: customer-service@1.1.0
answers:
  access.mfa: {answer: all, by: {name: Anna Ek, on: 2026-11-02}}
  access.rbac: {proposed: {answer: case, from: 2025-11-16}}
  gdpr.dpa: {proposed: {note: \"Signed in 2024\", from: CAIQ IAM-14.1}}
",
    );
    let report = duly(&desk, &["export", "v.yaml"]).done().out;
    assert!(report.contains("**Answered by:** “Anna Ek”, 2026-11-02"), "{report}");
    for proposed in
        ["(from 16 November 2025; not confirmed, so it counts for nothing)", "“Signed in 2024” (from “CAIQ IAM-14.1”;"]
    {
        assert!(report.contains(proposed), "{proposed}: {report}");
    }
    let explained = duly(&desk, &["explain", "v.yaml", "access.mfa", "--lang", "sv"]).done().out;
    assert!(explained.contains("”Anna Ek”, 2026-11-02"), "{explained}");
    let json: serde_json::Value = duly(&desk, &["export", "v.yaml", "-f", "json"]).json();
    let of = |id: &str| json["questions"].as_array().unwrap().iter().find(|question| question["id"] == id).unwrap();
    assert_eq!(of("access.mfa")["by"], serde_json::json!({"name": "Anna Ek", "on": "2026-11-02"}));
    assert_eq!(of("gdpr.dpa")["proposed"], serde_json::json!({"words": "Signed in 2024", "from": "CAIQ IAM-14.1"}));
    assert!(of("access.rbac").get("by").is_none() && of("access.rbac")["status"] == "unanswered");
    let said = told(command(&desk, &["record", "v.yaml", "--plain"]), &"\n".repeat(200)).said();
    assert!(said.contains("Proposed: ") && said.contains("(from 16 November 2025;"), "{said}");
}
