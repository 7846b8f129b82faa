//! `duly explain` as people use it: points that add up on the screen, every question of every example, formats, ids
//! that do not exist, ways that lead nowhere.

use crate::support::{Folder, Ran, duly_on_day, root};

const VENDORS: [&str; 6] = ["nordkontakt", "nordkontakt-2025", "billigsvar", "allyes", "halvklar", "small/brevduvan"];

/// `duly explain` as of a fixed day.
fn explain(args: &[&str]) -> Ran {
    duly_on_day(root(), &[&["explain", "-q"], args].concat())
}

fn of(vendor: &str, more: &[&str]) -> Ran {
    explain(&[&[&format!("examples/{vendor}.yaml")[..]], more].concat())
}

/// The five numbers, in tenths, at the end of a line.
fn numbers(line: &str) -> Option<Vec<u64>> {
    let words: Vec<&str> = line.split_whitespace().collect();
    let last = words.get(words.len().checked_sub(5)?..)?;
    last.iter().map(|word| word.replace('·', "0.0").replace(['.', ','], "").parse().ok()).collect()
}

const HOUSE: &str = "\
format: duly/questionnaire@1
id: house
version: 1.0.0
title: House
red_flags:
  - {id: leak, title: The roof leaks, severity: high, when: {a.roof: [\"no\"]}}
  - {id: open, title: It stands open, severity: high, when: {any: [{a.door: [\"no\"]}, {a.roof: [\"no\"]}]}}
categories:
  - id: a
    title: All
    questions:
      - {id: door, ask: Is the door locked?, weight: 1, answer: yes-no}
      - {id: roof, ask: Is the roof tight?, weight: 1, answer: yes-no}
";

/// An answer of ours is a word until something is verified beside it; what it rules out is not ruled out by the vendor.
#[test]
fn an_answer_of_ours_is_told_as_what_it_is_wherever_it_rules_a_flag_out() {
    let answers = "format: duly/answers@1\nvendor: {name: Alfa}\nanswered: 2026-11-02\nquestionnaire: ./q.yaml\n\
                   answers: {a.door: yes, a.roof: no}\n";
    let review = "format: duly/review@1\nvendor: Alfa\nreviewer: Us\nreviewed: 2026-11-10\nanswers:\n  a.roof: {saw: no, \
                  answer: yes, because: We were there";
    let verified = ", verified: [{title: Seen, issued: 2026-11-01}]";
    let desk = Folder::with(&[("q.yaml", HOUSE), ("v.yaml", answers)]);
    let told = |args: &[&str]| {
        let ran = duly_on_day(&desk, &[args, &["-q"]].concat());
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out.split_whitespace().collect::<Vec<_>>().join(" ").replace("**", "")
    };
    for (rest, answer, flag, listed) in [
        (
            "",
            "not verified, so it counts as a claim does",
            "by our answer, not verified",
            "Ruled out by answers of ours that nothing verifies (1)",
        ),
        (verified, "is ours and verified by us;", "verified by us", "Ruled out, verified by us (1)"),
    ] {
        desk.write("v.review.yaml", format!("{review}{rest}}}\n"));
        let explained = told(&["explain", "v.yaml", "a.roof"]);
        assert!(explained.contains(answer) && !explained.contains("counts as verified"), "{explained}");
        assert!(explained.contains(&format!("ruled out: {flag}: The roof leaks")), "{explained}");
        assert!(explained.contains("ruled out: on the vendor's word: It stands open"), "its word, too: {explained}");
        let report = told(&["export", "v.yaml"]);
        assert!(report.contains(listed), "{report}");
        let screen = told(&["assess", "v.yaml", "--all"]);
        assert!(screen.contains(&format!("{flag} (1), on the vendor's word (1)")), "{screen}");
    }
    desk.write("v.review.yaml", format!("{review}}}\n"));
    let swedish = told(&["explain", "v.yaml", "a.roof", "--lang", "sv"]);
    for words in ["Svaret är vårt och ej verifierat", "utesluten: av vårt svar, ej verifierat: The roof leaks"] {
        assert!(swedish.contains(words), "{words}: {swedish}");
    }
}

#[test]
fn points_add_up_on_the_screen() {
    for vendor in VENDORS {
        for lang in ["en", "sv"] {
            let ran = of(vendor, &["--lang", lang]);
            assert_eq!(ran.code, 0, "{}", ran.err);
            let rows: Vec<(&str, Vec<u64>)> =
                ran.out.lines().filter_map(|line| Some((line.trim(), numbers(line)?))).collect();
            assert!(rows.iter().all(|(_, row)| row[..4].iter().sum::<u64>() == row[4]), "{}", ran.out);
            let is_question = |name: &str| name.split_whitespace().next().unwrap().contains('.');
            let of_questions: u64 = rows.iter().filter(|(name, _)| is_question(name)).map(|(_, row)| row[4]).sum();
            assert_eq!(of_questions, 1000, "{vendor} {lang}");
            let totals = rows.iter().filter(|(name, _)| name.starts_with("Total"));
            let totals: Vec<u64> = totals.map(|(_, row)| row[4]).collect();
            assert_eq!((totals[0], totals[1..].iter().sum::<u64>()), (1000, 1000), "{vendor} {lang}");
        }
    }
}

#[test]
fn an_explanation_agrees_with_the_report() {
    let ran = of("nordkontakt", &["access.mfa"]);
    let report = duly_on_day(root(), &["assess", "examples/nordkontakt.yaml", "--all"]).out;
    let line = report.lines().find(|line| line.contains(" · access.mfa · ")).unwrap();
    let points = line.trim().split(" · ").next().unwrap();
    assert!(ran.out.contains(&format!("POINTS {points} assured")), "{points}: {}", ran.out);
}

#[test]
fn every_question_fits_eighty_columns() {
    for (vendor, folder) in [("nordkontakt", "questionnaires/customer-service"), ("small/brevduvan", "examples/small")]
    {
        let list = of(vendor, &[]).out;
        let known = list.split_whitespace().map(|word| word.trim_end_matches(','));
        let ids: Vec<&str> = known
            .filter(|word| {
                word.split_once('.').is_some_and(|(a, b)| !a.is_empty() && b.starts_with(char::is_alphabetic))
            })
            .collect();
        let ids: Vec<&str> = ids.into_iter().filter(|id| !id.contains('/') && !id.contains(".yaml")).collect();
        assert!(ids.len() > 5, "{folder}: {ids:?}");
        for id in ids {
            let ran = of(vendor, &[id, "--lang", "sv"]);
            assert_eq!(ran.code, 0, "{id}: {}", ran.err);
            let widest = ran.out.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= 80, "{id}: {}", ran.out);
        }
    }
}

#[test]
fn formats_follow_the_ending() {
    let desk = Folder::new();
    for (name, begins) in [("p.txt", "NordKontakt AB"), ("p.md", "# NordKontakt AB"), ("p.html", "<!doctype html>")] {
        let ran = of("nordkontakt", &["-o", desk.at(name).to_str().unwrap()]);
        assert_eq!((ran.code, &ran.out[..]), (0, ""), "{}", ran.err);
        let text = desk.read(name);
        assert!(text.to_lowercase().starts_with(&begins.to_lowercase()), "{name}: {text:.60}");
        assert_eq!(text.contains("duly explain"), name == "p.txt", "commands stand where they can be typed");
    }
    let ran = of("nordkontakt", &["-o", "p.csv"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains(".txt, .md or .html"), "{}", ran.err);
    assert!(of("nordkontakt", &["-f", "md", "--to", "medium"]).out.starts_with("# NordKontakt AB: the way to MEDIUM"));
}

#[test]
fn an_id_that_does_not_exist_gets_the_nearest_one() {
    for (id, near) in [("acess.mfa", "`access.mfa`"), ("mfa", "`access.mfa`"), ("acces", "`access`")] {
        let ran = of("nordkontakt", &[id]);
        assert_eq!((ran.code, &ran.out[..]), (2, ""));
        assert!(ran.err.contains(near) && ran.err.contains("duly questionnaires customer-service"), "{}", ran.err);
    }
    let ran = of("nordkontakt", &["\u{1b}[31mx"]);
    assert!(ran.code == 2 && !ran.err.contains('\u{1b}'), "{}", ran.err);
}

#[test]
fn what_cannot_be_asked_is_refused() {
    for args in [&["access.mfa", "--to", "medium"][..], &["--to", "critical"], &["--to", "poor"]] {
        let ran = of("nordkontakt", args);
        assert_eq!((ran.code, &ran.out[..]), (2, ""), "{}", ran.err);
    }
}

#[test]
fn a_way_says_where_it_ends() {
    let way = |vendor: &str, to: &str| of(vendor, &["--to", to, "--lang", "en"]).out;
    assert!(way("nordkontakt", "high").contains("HIGH is reached: the vendor risk is HIGH already."));
    assert!(way("nordkontakt", "weak").contains("Reached: Weak begins at 50"));
    assert!(way("nordkontakt", "low").contains("LOW is out of reach. MEDIUM is the best within reach"));
    assert!(way("nordkontakt", "medium").contains("With all of this the vendor risk is at most MEDIUM."));
    assert!(way("halvklar", "medium").contains("Too little is known"));
    assert!(way("billigsvar", "high").contains("1. critical red flag"));
}

#[test]
fn rules_that_are_not_met_do_not_matter_to_an_explanation() {
    let desk = Folder::new();
    desk.write("rules.toml", "format = \"duly/policy@1\"\n[gate]\nrating = \"low\"\n");
    assert_eq!(of("nordkontakt", &["--policy", desk.at("rules.toml").to_str().unwrap()]).code, 0);
}

#[test]
fn what_is_asked_for_can_be_reached() {
    let ask = |id: &str, form: &str| format!("      - {{id: {id}, ask: Q {id}?, importance: low, answer: {form}}}\n");
    let questions = [
        ask(
            "risky",
            "{choose_many: {full_at: 5, options: [{id: a, points: 1}, {id: none, points: 5, exclusive: true}]}}",
        ),
        ask(
            "ticks",
            "{choose_many: {full_at: 2, options: [{id: a, points: 1}, {id: b, points: 1}, {id: none, points: 0, \
                exclusive: true}]}}",
        ),
        ask("breach", "{date: {counts: days-since, never: 100, steps: [{at_least: 366, value: 50}]}}"),
        ask(
            "hours",
            "{number: {max: 1000, steps: [{at_least: 8, value: 50}, {at_least: 24, value: 100}, {at_least: 2000, \
                value: 100}]}}",
        ),
    ];
    let questionnaire = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: S\ncategories:\n  - id: a\n    \
                         title: A\n    questions:\n";
    let answers = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./q.yaml\nanswers: {a.risky: [a], \
                   a.ticks: [none], a.breach: 2026-11-01, a.hours: 8}\n";
    let desk = Folder::with(&[("q.yaml", &format!("{questionnaire}{}", questions.concat())), ("v.yaml", answers)]);
    let report = duly_on_day(&desk, &["export", "v.yaml", "-q"]).done().out;
    for (id, full) in [("risky", "none"), ("ticks", "a; b"), ("breach", "never"), ("hours", "at least 24")] {
        let is_asked =
            |line: &str| line.contains(&format!("`a.{id}`")) && line.contains(&format!("Full points: {full}"));
        assert!(report.lines().any(is_asked), "{id}: {report}");
    }
}
