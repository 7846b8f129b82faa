//! `duly diff` as people use it: two vendors, two dates of one, several at once, questionnaires that are not the same,
//! formats, exit codes, and what cannot be compared.

use std::path::Path;

use serde_json::Value;

use crate::support::{Folder, Ran, duly, duly_on_day, root};

/// `duly diff` in a folder.
fn diff(folder: &Folder, args: &[&str]) -> Ran {
    duly(folder, &[&["diff"], args].concat())
}

/// The same as of a fixed day, without mere talk.
fn quiet(folder: impl AsRef<Path>, args: &[&str]) -> Ran {
    duly_on_day(folder, &[&["diff", "-q"], args].concat())
}

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: small
version: 1.0.0
title: Small
red_flags:
  - {id: alarm, title: The door stands open, severity: critical, when: {a.door: [\"no\"]}, remedy: A locked door.}
evidence: [{id: paper, ask: A paper, valid_months: 12}]
categories:
  - id: a
    title: House
    questions:
      - {id: door, ask: Is the door locked?, weight: 2, answer: yes-partial-no, evidence: [paper]}
      - {id: roof, ask: Is the roof tight?, weight: 3, answer: yes-partial-no, evidence: [paper]}
      - {id: cellar, ask: Is the cellar dry?, weight: 1, answer: yes-partial-no}
  - id: b
    title: Garden
    questions:
      - {id: fence, ask: Is there a fence?, weight: 4, answer: yes-partial-no}
";

fn answers(vendor: &str, answered: &str, lines: &[&str]) -> String {
    let head = format!(
        "format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: ./small.yaml\nanswered: {answered}\n\
            answers:\n"
    );
    lines.iter().fold(head, |text, line| format!("{text}  {line}\n"))
}

/// A folder with the small questionnaire and some answers files.
fn desk(files: &[(&str, String)]) -> Folder {
    let desk = Folder::new();
    desk.write("small.yaml", QUESTIONNAIRE);
    files.iter().for_each(|(name, text)| desk.write(name, text));
    desk
}

fn two() -> Folder {
    desk(&[
        ("a.yaml", answers("Alfa", "2026-11-01", &["a.door: yes", "a.roof: partial", "a.cellar: yes", "b.fence: yes"])),
        ("b.yaml", answers("Beta", "2026-11-01", &["a.door: no", "a.roof: yes", "a.cellar: yes", "b.fence: yes"])),
    ])
}

fn json(folder: &Folder, args: &[&str]) -> Value {
    quiet(folder, &[args, &["-f", "json"]].concat()).done().json()
}

// ---------------------------------------------------------------- two vendors

#[test]
fn two_vendors_are_told_in_the_order_in_which_a_buyer_reads() {
    let ran = quiet(&two(), &["a.yaml", "b.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let order = [
        "Alfa and Beta side by side",
        "Vendor risk",
        "Alfa ranks first",
        "How sure that is",
        "By category, on the same questions",
        "What decides it",
        "\nRed flags\n",
        "What Beta must do to overtake",
    ];
    let places: Vec<usize> = order.iter().map(|words| ran.out.find(words).unwrap()).collect();
    assert!(places.is_sorted(), "{places:?}\n{}", ran.out);
    assert!(ran.out.contains("A locked door."), "{}", ran.out);
    assert!(ran.out.lines().all(|line| line.chars().count() <= 80), "{}", ran.out);
}

#[test]
fn a_higher_score_does_not_hide_a_flag() {
    let evidence = "evidence: [{title: T, issued: 2026-10-01, location: t.pdf}]";
    let proved = [format!("a.roof: {{answer: yes, {evidence}}}"), format!("b.fence: {{answer: yes, {evidence}}}")];
    let folder = desk(&[
        ("a.yaml", answers("Alfa", "2026-11-01", &["a.door: no", &proved[0], "a.cellar: yes", &proved[1]])),
        ("b.yaml", answers("Beta", "2026-11-01", &["a.door: yes", "a.roof: yes", "a.cellar: no", "b.fence: yes"])),
    ]);
    folder.write("t.pdf", "T");
    let found = json(&folder, &["a.yaml", "b.yaml"]);
    assert_eq!((&found["pairs"][0]["leader"], &found["ranking"][0]["vendor"]), (&"A".into(), &"Beta".into()));
    let told = quiet(&folder, &["a.yaml", "b.yaml"]).out;
    assert!(told.contains("Alfa has the higher score, but ranks behind Beta"), "{told}");
    assert!(told.contains("a red flag stands against Alfa"), "{told}");
}

#[test]
fn what_decides_outside_of_the_common_questions_is_said_first() {
    let folder = desk(&[
        (
            "a.yaml",
            answers(
                "Alfa",
                "2026-11-01",
                &["a.door: yes", "a.roof: partial", "a.cellar: yes", "b.fence: {answer: n/a, comment: No garden.}"],
            ),
        ),
        ("b.yaml", answers("Beta", "2026-11-01", &["a.door: yes", "a.roof: yes", "a.cellar: yes", "b.fence: no"])),
    ]);
    folder.write(
        "a.review.yaml",
        "format: duly/review@1\nvendor: Alfa\nreviewer: Us\nreviewed: 2026-11-02\nanswers:\n\
        \x20 b.fence: {not_applicable: accepted, because: Seen.}\n",
    );
    let found = json(&folder, &["a.yaml", "b.yaml"]);
    assert_eq!(found["pairs"][0]["order_conflict"], true);
    let told = quiet(&folder, &["a.yaml", "b.yaml"]).out;
    assert!(told.contains("Alfa has the higher score only because of what is said not to apply"), "{told}");
}

#[test]
fn open_questions_that_could_turn_the_order_are_named() {
    let folder = desk(&[
        ("a.yaml", answers("Alfa", "2026-11-01", &["a.door: yes", "a.roof: yes", "a.cellar: yes", "b.fence: yes"])),
        ("b.yaml", answers("Beta", "2026-11-01", &["a.door: yes", "a.roof: yes", "a.cellar: no", "b.fence:"])),
    ]);
    let told = quiet(&folder, &["a.yaml", "b.yaml"]).out;
    assert!(told.contains("could still turn it (1)") && told.contains("this one alone could turn"), "{told}");
    assert!(told.contains("Beta is not yet rated"), "{told}");
}

#[test]
fn a_vendor_that_is_not_yet_rated_is_not_given_its_worst_rating() {
    let ran = quiet(root().join("examples"), &["allyes.yaml", "halvklar.yaml"]);
    let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("ranks first: at worst its vendor risk is HIGH, the other's CRITICAL."), "{said}");
    assert!(!said.contains("first: its vendor risk"), "{said}");
}

#[test]
fn everything_comes_when_asked_for() {
    let ran = quiet(&two(), &["a.yaml", "b.yaml", "--all"]);
    for words in ["Every question side by side", "of all weightings", "Is there a fence?"] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
}

// ---------------------------------------------------------------- two dates of one vendor

#[test]
fn two_dates_of_one_vendor_are_told_as_a_change() {
    let evidence = "a.roof: {answer: yes, evidence: [{title: T, kind: paper, issued: 2025-10-01, location: t.pdf}]}";
    let folder = desk(&[
        (
            "old.yaml",
            answers(
                "Alfa",
                "2025-11-01",
                &["a.door: no", evidence, "a.cellar:", "b.fence: {answer: yes, comment: Wood and wire.}"],
            ),
        ),
        (
            "new.yaml",
            answers(
                "Alfa",
                "2026-11-01",
                &["a.door: yes", evidence, "a.cellar: yes", "b.fence: {answer: yes, comment: Wood and steel.}"],
            ),
        ),
    ]);
    folder.write("t.pdf", "T");
    let ran = diff(&folder, &["old.yaml", "new.yaml", "--as-of", "answered", "-q"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(!ran.out.contains("has expired since"), "{}", ran.out);
    for words in [
        "Alfa: 2025-11-01 to 2026-11-01",
        "Better (1)",
        "Newly answered (1)",
        "Evidence expired (1)",
        "Re-worded, same answer (1)",
        "Wood and [-wire.-]{+steel.+}",
        "The door stands open: raised → ruled out",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    // at one day for both, the paper has lapsed on both sides
    let one_day = quiet(&folder, &["old.yaml", "new.yaml"]);
    assert!(!one_day.out.contains("Evidence expired"), "{}", one_day.out);
    // which is said of the older one: time did that, and no answer
    let by_time = "2025-11-01: answers whose evidence was current on 2025-11-01 and has expired since: 1;";
    let told = quiet(&folder, &["old.yaml", "new.yaml", "-f", "markdown"]).out;
    assert_eq!(told.matches("has expired since").count(), 1, "{told}");
    assert!(told.contains(by_time), "{told}");
    let board = quiet(&folder, &["old.yaml", "new.yaml", "--for", "board", "-f", "markdown"]).out;
    assert!(board.contains(by_time), "{board}");
    let board = diff(&folder, &["old.yaml", "new.yaml", "--as-of", "answered", "-q", "--for", "board"]).out;
    for words in ["Better: ", "Newly answered: ", "Evidence expired: ", "The door stands open: raised → ruled out"] {
        assert!(board.contains(words), "{words}: {board}");
    }
    assert!(!board.contains("Re-worded"), "a board reads what counts: {board}");
    let same = diff(&folder, &["new.yaml", "new.yaml", "--as-of", "answered", "-q", "--for", "board"]).out;
    assert!(same.contains("What changed") && same.contains("Nothing"), "{same}");
    let markdown = diff(&folder, &["old.yaml", "new.yaml", "--as-of", "answered", "-q", "-f", "markdown"]).out;
    assert!(markdown.contains("Wood and ~~wire.~~**steel.**"), "{markdown}");
}

#[test]
fn a_flag_that_the_later_questionnaire_no_longer_has_is_told_if_it_was_raised() {
    let now = answers("Alfa", "2026-11-01", &["a.door: no"]).replace("./small.yaml", "./newer.yaml");
    let folder = desk(&[("old.yaml", answers("Alfa", "2025-11-01", &["a.door: no"])), ("new.yaml", now)]);
    let flags = QUESTIONNAIRE.lines().find(|line| line.contains("id: alarm")).unwrap();
    let newer =
        QUESTIONNAIRE.replace(&format!("red_flags:\n{flags}\n"), "").replace("version: 1.0.0", "version: 2.0.0");
    folder.write("newer.yaml", newer);
    let told = quiet(&folder, &["old.yaml", "new.yaml"]).out;
    assert!(told.contains("The door stands open: raised → not asked any more"), "{told}");
}

#[test]
fn who_is_at_least_as_good_in_every_question_is_said() {
    let folder = desk(&[
        ("a.yaml", answers("Alfa", "2026-11-01", &["a.door: yes", "a.roof: partial", "a.cellar: yes", "b.fence: yes"])),
        ("b.yaml", answers("Beta", "2026-11-01", &["a.door: yes", "a.roof: no", "a.cellar: yes", "b.fence: partial"])),
    ]);
    for files in [["a.yaml", "b.yaml"], ["b.yaml", "a.yaml"]] {
        let told = quiet(&folder, &[&files[..], &["--all"]].concat()).out;
        let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("Alfa is at least as good in every question"), "{told}");
    }
}

// ---------------------------------------------------------------- several vendors

#[test]
fn three_vendors_are_ranked_with_every_pair() {
    let folder = two();
    let third = answers("Gamma", "2026-11-01", &["a.door: yes", "a.roof: partial", "a.cellar: no", "b.fence: no"]);
    folder.write("c.yaml", third);
    let ran = quiet(&folder, &["a.yaml", "b.yaml", "c.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    for words in ["3 vendors side by side", "Ranking", "Each against each", "Met by one only", "Where they differ most"]
    {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    let found = json(&folder, &["a.yaml", "b.yaml", "c.yaml"]);
    let pairs: Vec<[&str; 2]> = found["pairs"]
        .as_array()
        .unwrap()
        .iter()
        .map(|pair| [pair["A"].as_str().unwrap(), pair["B"].as_str().unwrap()])
        .collect();
    assert_eq!(pairs, [["Alfa", "Beta"], ["Alfa", "Gamma"], ["Beta", "Gamma"]]);
    let two = json(&folder, &["a.yaml", "b.yaml"]);
    assert_eq!(two["pairs"][0], found["pairs"][0], "a third vendor changes no pair");
}

#[test]
fn vendors_of_the_same_name_are_told_apart_by_their_files() {
    let folder = two();
    folder.write("c.yaml", folder.read("a.yaml"));
    let ran = quiet(&folder, &["a.yaml", "b.yaml", "c.yaml"]);
    assert!(ran.out.contains("Alfa (a.yaml)") && ran.out.contains("Alfa (c.yaml)"), "{}", ran.out);
}

// ---------------------------------------------------------------- other questionnaires

#[test]
fn questions_are_matched_by_what_they_ask() {
    let folder = two();
    let other = QUESTIONNAIRE
        .replace("version: 1.0.0", "version: 1.1.0")
        .replace("Is the roof tight?", "Does the roof leak?")
        .replace("{id: fence, ask: Is there a fence?, weight: 4", "{id: gate, ask: Is there a gate?, weight: 4");
    folder.write("other.yaml", other);
    let text = answers("Beta", "2026-11-01", &["a.door: yes", "a.roof: yes", "a.cellar: yes", "b.gate: yes"]);
    folder.write("b.yaml", text.replace("./small.yaml", "./other.yaml"));
    let found = json(&folder, &["a.yaml", "b.yaml"]);
    let pair = &found["pairs"][0];
    assert_eq!(pair["changed"], serde_json::json!(["a.roof"]));
    assert_eq!((&pair["only_a"], &pair["only_b"]), (&serde_json::json!(["b.fence"]), &serde_json::json!(["b.gate"])));
    assert!(pair["by_question"].as_array().unwrap().iter().all(|question| question["id"] != "a.roof"), "{pair}");
    let told = quiet(&folder, &["a.yaml", "b.yaml"]).out;
    assert!(told.contains("Not the same questions") && told.contains("Asked of Alfa only (1)"), "{told}");
}

#[test]
fn nothing_in_common_is_an_error() {
    let folder = two();
    let other = QUESTIONNAIRE.replace("id: a\n", "id: x\n").replace("id: b\n", "id: y\n").replace("a.door", "x.door");
    folder.write("other.yaml", other);
    let text = answers("Beta", "2026-11-01", &["x.door: yes"]).replace("./small.yaml", "./other.yaml");
    folder.write("b.yaml", text);
    let ran = quiet(&folder, &["a.yaml", "b.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("a.yaml and b.yaml have no question in common"), "{}", ran.err);
}

// ---------------------------------------------------------------- formats, exit codes, reviews

#[test]
fn an_ending_names_the_format() {
    let folder = two();
    for (name, begin) in [
        ("d.txt", "Alfa and Beta"),
        ("d.md", "# Alfa and Beta"),
        ("d.html", "<!DOCTYPE html>"),
        ("d.json", "{\n  \"format\": \"duly/comparison@1\""),
    ] {
        let ran = quiet(&folder, &["a.yaml", "b.yaml", "-o", name]);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{name}");
        assert!(folder.read(name).starts_with(begin), "{name}");
    }
    for (args, said) in [
        (&["-o", "d.pdf"][..], "print it to PDF"),
        (&["-o", "d.xyz"], "names no format"),
        (&["--for", "board", "-f", "json"], "choice between two"),
        (&["--review", "r.yaml"], "name one for each"),
    ] {
        let ran = quiet(&folder, &[&["a.yaml", "b.yaml"], args].concat());
        assert_eq!(ran.code, 2, "{args:?}");
        assert!(ran.err.contains(said), "{args:?}: {}", ran.err);
    }
}

#[test]
fn a_page_for_the_board_holds_two_to_six_and_more_are_refused() {
    let folder = desk(&[]);
    let vendors: Vec<String> = (0..7).map(|at| format!("v{at}.yaml")).collect();
    for (at, file) in vendors.iter().enumerate() {
        let door = if at % 2 == 0 { "a.door: yes" } else { "a.door: no" };
        folder.write(file, answers(&format!("Vendor {at}"), "2026-11-01", &[door, "a.roof: partial", "b.fence: yes"]));
    }
    let page = |count: usize| {
        let files: Vec<&str> = vendors.iter().take(count).map(String::as_str).collect();
        quiet(&folder, &[&files[..], &["--for", "board", "-f", "markdown"]].concat())
    };
    for count in 2..=6 {
        let ran = page(count);
        assert_eq!(ran.code, 0, "{}", ran.err);
        for at in 0..count {
            assert!(ran.out.contains(&format!("**Vendor {at}**")), "{count}: {}", ran.out);
        }
        for words in [" before Vendor 1: ", "at stake", "| Category", "shortcoming is known", "none on file"] {
            assert!(ran.out.contains(words), "{count} {words}: {}", ran.out);
        }
        for id in ["a.door", "b.fence"] {
            assert!(!ran.out.contains(id), "{count}: {}", ran.out);
        }
    }
    let ran = page(7);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("the choice between two to 6, and 7 are named"), "{}", ran.err);
}

#[test]
fn the_exit_code_tells_whether_anything_that_counts_differs() {
    let folder = two();
    let reworded = answers(
        "Alfa",
        "2026-11-01",
        &["a.door: {answer: yes, comment: Iron.}", "a.roof: partial", "a.cellar: yes", "b.fence: yes"],
    );
    folder.write("c.yaml", reworded);
    assert_eq!(quiet(&folder, &["a.yaml", "b.yaml", "--exit-code"]).code, 1);
    assert_eq!(quiet(&folder, &["a.yaml", "b.yaml"]).code, 0);
    assert_eq!(quiet(&folder, &["a.yaml", "c.yaml", "--exit-code"]).code, 0, "mere words count nothing");
    let itself = ["diff", "a.yaml", "a.yaml", "--exit-code"];
    let same = duly(&folder, &itself).done();
    assert!(same.err.contains("a.yaml is compared with itself"), "{}", same.err);
    assert_eq!(quiet(&folder, &itself[1..]).done().err, "", "it stops nothing");
}

#[test]
fn each_file_has_its_own_review() {
    let folder = two();
    let review =
        |vendor: &str| format!("format: duly/review@1\nvendor: {vendor}\nreviewer: Us\nreviewed: 2026-11-02\n");
    folder.write("one.yaml", review("Alfa"));
    folder.write("other.yaml", review("Beta"));
    let right = quiet(&folder, &["a.yaml", "b.yaml", "--review", "one.yaml", "--review", "other.yaml"]);
    assert_eq!(right.code, 0, "{}", right.err);
    let wrong = quiet(&folder, &["a.yaml", "b.yaml", "--review", "other.yaml", "--review", "one.yaml"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("review-of-another-vendor"), "{}", wrong.err);
}

#[test]
fn who_was_reviewed_is_said_where_not_all_were() {
    let folder = two();
    let review =
        |vendor: &str| format!("format: duly/review@1\nvendor: {vendor}\nreviewer: Us\nreviewed: 2026-11-02\n");
    let write = |name: &str, text: String| folder.write(name, text);
    write("b.review.yaml", review("Beta"));
    write("c.yaml", answers("Gamma", "2026-11-01", &["a.door: yes"]));
    write("b-before.yaml", answers("Beta", "2025-11-01", &["a.door: yes"]));
    let row = |args: &[&str]| {
        let out = quiet(&folder, args).out;
        let row = out.lines().find(|line| line.trim_start().starts_with("Our review ")).unwrap_or_default();
        row.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(row(&["a.yaml", "b.yaml"]).starts_with("Our review none: nothing is"), "{}", row(&["a.yaml", "b.yaml"]));
    assert!(row(&["b.yaml", "a.yaml"]).starts_with("Our review Us, 2026-11-02 none:"));
    let page = quiet(&folder, &["b.yaml", "a.yaml", "--for", "board"]).out;
    assert!(page.contains("Not reviewed by us, so nothing is verified: Alfa."), "{page}");
    assert!(row(&["b.yaml", "a.yaml", "c.yaml"]).starts_with("Our review Us,"), "three");
    assert!(row(&["b-before.yaml", "b.yaml"]).starts_with("Our review none:"), "two dates of one");
    assert_eq!(row(&["a.yaml", "b.yaml", "--no-review"]), "", "none of them");
    write("a.review.yaml", review("Alfa"));
    assert_eq!(row(&["a.yaml", "b.yaml"]), "", "both of them");
}

#[test]
fn every_bad_file_is_reported() {
    let folder = two();
    folder.write("x.yaml", "format: duly/answers@1\nvendr: {name: X}\n");
    folder.write("y.yaml", "format: duly/answers@1\n");
    let ran = quiet(&folder, &["x.yaml", "y.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("x.yaml") && ran.err.contains("y.yaml"), "{}", ran.err);
}

#[test]
fn swedish_is_spoken_throughout() {
    let ran = quiet(&two(), &["a.yaml", "b.yaml", "--lang", "sv", "--all"]);
    for words in [
        "Alfa och Beta sida vid sida",
        "Hur säkert det är",
        "Vad som avgör",
        "Vad Beta måste göra för att gå om",
        "Varje fråga",
    ] {
        assert!(ran.out.contains(words), "{words}: {}", ran.out);
    }
    for english in ["ranks first", "Moves", "ahead", "The verdicts"] {
        assert!(!ran.out.contains(english), "{english}: {}", ran.out);
    }
}

#[test]
fn folders_are_led_to_what_holds_years_of_many_against_each_other() {
    let desk = Folder::new();
    desk.make("then");
    desk.make("now");
    let ran = diff(&desk, &["then", "now"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("then is a folder") && ran.err.contains("--summary --before"), "{}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
}
