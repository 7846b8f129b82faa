//! Up to what is at stake our rules are content with a short form, and that nobody gets past them by claiming one.

use serde_json::{Value, json};

use crate::support::{Folder, Ran, duly};

const QUESTIONS: &str = "\
format: duly/questionnaire@1
id: doors
version: 1.0.0
title: Doors
languages: [en]
inherent_risk:
  - id: data
    ask: Which data?
    options:
      - {id: none, label: None, tier: low}
      - {id: some, label: Some, tier: medium}
      - {id: much, label: Much, tier: high}
categories:
  - id: a
    title: Access
    questions:
      - {id: door, ask: Locked?, importance: high, answer: yes-no, screening: true}
      - {id: roof, ask: Closed?, importance: high, answer: yes-no}
";

/// What passes as long as anything is rated.
const GATE: &str = "[gate]\nrating = \"critical\"\n";

/// A vendor that answers all that is asked well and was sent the short form, as our review says, where so much is at
/// stake, under rules of ours.
fn desk(stake: &str, up_to: &str) -> Folder {
    let desk = Folder::new();
    desk.write("q.yaml", QUESTIONS);
    desk.write("ours.toml", format!("format = \"duly/policy@1\"\nquestionnaires = [\"q.yaml\"]\n{up_to}{GATE}"));
    let answers = "format: duly/answers@1\nvendor: {name: Alfa}\nquestionnaire: doors@1.0.0\nanswered: 2026-11-01\n";
    desk.write("alfa.yaml", format!("{answers}answers: {{a.door: yes, a.roof: yes}}\n"));
    let review = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-02\n";
    let sent = "sent: [{on: 2026-10-01, asked: [a.door], screening: true}]\n";
    desk.write("alfa.review.yaml", format!("{review}inherent_risk: {{{stake}}}\n{sent}"));
    desk
}

const UP_TO_MEDIUM: &str = "[screening]\nup_to = \"medium\"\n";

fn assess(desk: &Folder, args: &[&str]) -> Ran {
    let ours = ["--policy", "ours.toml", "--review", "alfa.review.yaml", "--as-of", "2026-11-23"];
    duly(desk, &[&["assess", "alfa.yaml"], &ours[..], args].concat())
}

fn exported(desk: &Folder) -> Value {
    let ours = ["--policy", "ours.toml", "--review", "alfa.review.yaml", "--as-of", "2026-11-23"];
    duly(desk, &[&["export", "alfa.yaml", "-f", "json"], &ours[..]].concat()).json()
}

#[test]
fn a_short_form_suffices_up_to_what_our_rules_say_and_no_further() {
    for (stake, up_to, failed) in [
        ("data: none", UP_TO_MEDIUM, None),
        ("data: some", UP_TO_MEDIUM, None),
        ("data: much", UP_TO_MEDIUM, Some("and here it is high")),
        ("", UP_TO_MEDIUM, Some("and here it may be high, since not all that is at stake is stated")),
        ("data: much", "[screening]\nup_to = \"high\"\n", None),
        ("data: much", "", None),
    ] {
        let desk = desk(stake, up_to);
        let Ran { code, out, err } = assess(&desk, &[]);
        let json = exported(&desk);
        assert_eq!(code, i32::from(failed.is_some()), "{stake} {up_to}: {err}");
        assert_eq!(json["gate"]["failed"], failed.map_or(json!([]), |_| json!(["screening"])), "{stake} {up_to}");
        assert_eq!(json["screening_suffices"], failed.is_none(), "{stake} {up_to}");
        assert_eq!(json["screened"], true);
        let allow = "our rules allow a short form up to medium inherent risk, ";
        let Some(failed) = failed else {
            assert!(!out.contains("our rules allow a short form"), "{out}");
            continue;
        };
        assert!(err.contains(&format!("{allow}{failed} (screening)")), "{err}");
        let flat = out.split_whitespace().collect::<Vec<_>>().join(" ");
        let step = "the full form must be answered (`duly new --from alfa.yaml -o full.xlsx`)";
        assert!(flat.contains(&format!("! {allow}{failed}: {step}")), "{out}");
    }
}

#[test]
fn whoever_answers_the_full_form_is_let_through_by_our_review_alone() {
    let desk = desk("data: much", UP_TO_MEDIUM);
    assert_eq!(assess(&desk, &[]).code, 1);
    // the vendor says what it likes of what it was sent
    let answers = desk.read("alfa.yaml");
    desk.write("alfa.yaml", format!("{answers}sent: [{{on: 2026-10-02}}]\n"));
    assert_eq!(assess(&desk, &[]).code, 2, "a vendor cannot say what it was sent");
    desk.write("alfa.yaml", &answers);
    // the step that the screen names asks all, and our review notes it
    let step = ["new", "--from", "alfa.yaml", "-o", "full.xlsx", "--questionnaire", "q.yaml", "--policy", "ours.toml"];
    duly(&desk, &step).done();
    let json = exported(&desk);
    assert_eq!([&json["screened"], &json["screening_suffices"]], [false, true]);
    assert_eq!(assess(&desk, &[]).code, 0);
    // and where nothing was sent, an answers file that holds a part is not screened but unanswered
    let review = desk.read("alfa.review.yaml");
    desk.write("alfa.review.yaml", review.split("sent:").next().unwrap());
    desk.write("alfa.yaml", answers.replace(", a.roof: yes", ""));
    let json = exported(&desk);
    assert_eq!([&json["screened"], &json["screening_suffices"]], [false, true]);
    assert!(json["gate"]["failed"].as_array().unwrap().contains(&json!("rated")), "{}", json["gate"]);
}

#[test]
fn every_report_and_the_table_of_many_say_that_the_full_form_is_due() {
    let desk = desk("data: much", UP_TO_MEDIUM);
    let said = "our rules allow a short form up to medium inherent risk, and here it is high: the full form must be \
                answered";
    let ours = ["--policy", "ours.toml", "--review", "alfa.review.yaml", "--as-of", "2026-11-23"];
    for of in [&["-f", "markdown"][..], &["-f", "html"], &["--for", "board"]] {
        let out = duly(&desk, &[&["export", "alfa.yaml"], of, &ours[..]].concat()).out.to_lowercase();
        assert!(out.contains(said) && !out.contains("duly new"), "{of:?}: {out}");
    }
    let letter = duly(&desk, &[&["export", "alfa.yaml", "--for", "vendor"], &ours[..]].concat()).out;
    assert!(!letter.contains("short form") && !letter.contains("inherent"), "{letter}");
    desk.write("beta.yaml", desk.read("alfa.yaml").replace("Alfa", "Beta"));
    desk.write("beta.review.yaml", desk.read("alfa.review.yaml").replace("Alfa", "Beta").replace("much", "some"));
    let many = ["alfa.yaml", "beta.yaml", "--policy", "ours.toml", "--as-of", "2026-11-23"];
    let flat = |out: String| out.split_whitespace().collect::<Vec<_>>().join(" ");
    let table = flat(duly(&desk, &[&["assess"], &many[..]].concat()).out);
    assert!(table.contains("! screened with a short form: Beta ! "), "{table}");
    let beyond = "! screened with a short form, and more is at stake than our rules allow for that: Alfa ";
    assert!(table.contains(beyond), "{table}");
}

#[test]
fn a_short_form_for_whom_it_does_not_suffice_is_warned_of() {
    let desk = desk("", UP_TO_MEDIUM);
    let form = |args: &[&str]| {
        let new = ["new", "--vendor", "Beta", "-o", "beta.yaml", "--policy", "ours.toml", "--force"];
        duly(&desk, &[&new[..], args].concat()).done().err
    };
    let warning = "our rules allow a short form up to medium inherent risk, and here it is high; leave --screening out";
    assert!(form(&["--screening", "--inherent", "data=much"]).contains(warning));
    assert!(!form(&["--inherent", "data=much"]).contains("our rules allow"));
    assert!(!form(&["--screening", "--inherent", "data=some"]).contains("our rules allow"));
    std::fs::remove_file(desk.at("beta.review.yaml")).unwrap();
    let open = form(&["--screening", "--reviewer", "Office"]);
    assert!(open.contains("and here it may be high, since not all that is at stake is stated; leave"), "{open}");
    assert!(form(&["--screening", "--inherent", "data=much", "--lang", "sv"]).contains("utelämna --screening"));
}

#[test]
fn a_level_that_there_is_not_is_named_with_its_place() {
    let desk = Folder::with(&[("duly.toml", "format = \"duly/policy@1\"\n[screening]\nup_to = \"none\"\nto = 1\n")]);
    let ran = duly(&desk, &["check", "duly.toml"]);
    assert_eq!(ran.code, 2, "{}", ran.out);
    assert!(ran.out.contains("duly.toml:3:9") && ran.out.contains("duly.toml:4:1"), "{}", ran.out);
}

/// What the vendor was not asked keeps a flag from being known: that it has not answered the rest either says nothing.
#[test]
fn a_flag_that_waits_for_what_was_not_asked_waits_for_that_alone() {
    let desk = desk("data: none", "");
    let flag = "red_flags:\n  - {id: open, title: Open, severity: high, when: {all: [{a.door: [\"no\"]}, {a.roof: [\"no\"]}]}}\n";
    desk.write("q.yaml", QUESTIONS.replace("categories:\n", &[flag, "categories:\n"].concat()));
    for (answers, state, waits_for) in [
        ("{}", "not_asked", json!(["a.roof"])),
        ("{a.door: no}", "not_asked", json!(["a.roof"])),
        ("{a.roof: no}", "not_asked", json!(["a.roof"])),
        ("{a.door: yes}", "clear", json!([])),
        ("{a.door: no, a.roof: no}", "not_asked", json!(["a.roof"])),
    ] {
        desk.write(
            "alfa.yaml",
            desk.read("alfa.yaml").split("answers: {").next().unwrap().to_owned() + "answers: " + answers + "\n",
        );
        let flag = &exported(&desk)["flags"][0];
        assert_eq!((&flag["state"], &flag["questions"]), (&json!(state), &waits_for), "{answers} {flag}");
    }
}
