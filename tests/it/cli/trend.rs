//! `duly diff` of one vendor over three or more dates: a line in the order of its days, whatever the order of names.

use serde_json::Value;

use crate::support::{Folder, Ran, duly};

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: house
version: 1.0.0
title: House
red_flags:
  - {id: rain, title: It rains in, severity: high, when: {a.roof: [\"no\"]}}
evidence: [{id: paper, ask: A paper, valid_months: 12}]
categories:
  - id: a
    title: Walls
    questions:
      - {id: door, ask: Is the door locked?, weight: 1, answer: yes-no, evidence: [paper]}
      - {id: roof, ask: Is the roof tight?, weight: 1, answer: yes-no}
";

/// One more question in the next version.
const WINDOW: &str = "      - {id: window, ask: Is the window shut?, weight: 2, answer: yes-no}\n";

fn answers(questionnaire: &str, answered: &str, said: &str) -> String {
    format!(
        "format: duly/answers@1\nvendor: {{name: Alfa}}\nquestionnaire: ./{questionnaire}.yaml\n{answered}\
         answers: {{{said}}}\n"
    )
}

/// A vendor at three dates: the door is locked and proved at the second, the proof has run out at the third, by which
/// the roof is tight and another version of the questionnaire asks for the window.
fn desk() -> Folder {
    let desk = Folder::with(&[("one.yaml", QUESTIONNAIRE), ("door.txt", "locked")]);
    desk.write("two.yaml", QUESTIONNAIRE.replace("1.0.0", "1.1.0") + WINDOW);
    let door = "a.door: {answer: yes, evidence: [{title: P, kind: paper, issued: 2025-04-01, location: door.txt}]}";
    desk.write("first.yaml", answers("one", "answered: 2024-05-01\n", "a.door: no, a.roof: no"));
    desk.write("second.yaml", answers("one", "answered: 2025-05-01\n", &format!("{door}, a.roof: no")));
    desk.write("third.yaml", answers("two", "answered: 2026-05-01\n", &format!("{door}, a.roof: yes, a.window: no")));
    desk
}

/// The three, the newest first and the oldest last but one.
const SHUFFLED: [&str; 3] = ["third.yaml", "first.yaml", "second.yaml"];

fn diff(desk: &Folder, files: &[&str], args: &[&str]) -> Ran {
    duly(desk, &[&["diff", "-q"], files, args].concat())
}

/// What is printed, each run of blanks as one.
fn flat(ran: &Ran) -> String {
    ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn three_dates_of_one_vendor_are_a_line_and_no_ranking() {
    let desk = desk();
    let ran = diff(&desk, &SHUFFLED, &["--as-of", "answered"]).done();
    let told = flat(&ran);
    assert!(told.starts_with("Alfa: 3 dates, 2024-05-01 to 2026-05-01 "), "{told}");
    assert!(!told.contains("Rank") && !told.contains("side by side"), "{told}");
    // the door counts half of two questions: proved 85, expired 60; with the window a quarter of three
    let rows = ["2024-05-01 CRITICAL 0.0 0.0 0.0 100 ", "2025-05-01 CRITICAL 42.5 50.0 50.0 100 "];
    let rows = [rows[0], rows[1], "2026-05-01 CRITICAL 30.0 50.0 50.0 100 "];
    let at: Vec<usize> = rows.iter().map(|row| told.find(row).unwrap_or_else(|| panic!("{row}: {told}"))).collect();
    assert!(at.is_sorted());
    let (first, second) = told.split_once("2025-05-01 to 2026-05-01 ").unwrap();
    let first = first.split_once("2024-05-01 to 2025-05-01 ").unwrap().1;
    assert!(first.starts_with("Better: +42.5 assured points on the same questions;"), "{first}");
    assert!(first.contains("What moved it most · +42.5 Better: Is the door locked? No → Yes"), "{first}");
    assert!(first.contains("By category: Walls +42.5") && !first.contains("questionnaire"), "{first}");
    // on the same questions: the roof +30, the door 30 instead of 42.5
    let moved = "Better on the same questions: −12.5 assured points (+17.5 on the same questions, −30.0 from not being \
                 asked the same); vendor risk still CRITICAL.";
    assert!(second.starts_with(moved), "{second}");
    let other = "! Another questionnaire was answered, house@1.0.0 and then house@1.1.0: what both ask is compared; \
                 asked after only: 1";
    assert!(second.contains(other), "{second}");
    let moved = "· +30.0 Better: Is the roof tight? No → Yes · −12.5 Evidence expired: Is the door locked? ";
    assert!(second.contains(moved), "{second}");
    assert!(second.contains("· Red flags: It rains in: raised → ruled out: on the vendor's word"), "{second}");
    assert!(second.contains("· Evidence expired (1): a.door"), "{second}");
    // from the first to the last
    let whole = "Better: +30.0 assured points (from each date to the next, +60.0 on the same questions and −30.0 from \
                 not being asked the same); vendor risk still CRITICAL.";
    assert!(told.contains(whole), "{told}");
}

/// What each sentence about points says, in tenths: the whole, and of it what is on the same questions and what is not.
fn moved(told: &str) -> Vec<[i64; 3]> {
    let number = |word: &str| word.trim_start_matches('(').replace(['.', '+'], "").replace('−', "-").parse().unwrap();
    let before = |text: &str| number(text.trim_end().rsplit(' ').next().unwrap());
    let sentences = told.match_indices(" assured points").map(|(at, found)| {
        let points = before(&told[..at]);
        let behind = told[at + found.len()..].split_once(';').unwrap().0;
        let Some((same, rest)) = behind.strip_prefix(" (").and_then(|parts| parts.split_once(" on the same questions"))
        else {
            assert_eq!(behind, " on the same questions");
            return [points, points, 0];
        };
        let rest = rest.trim_start_matches(',').trim_start_matches(" and");
        [points, before(same), number(rest.trim().split(' ').next().unwrap())]
    });
    sentences.collect()
}

#[test]
fn the_steps_add_up_to_the_whole_and_to_the_scores_beside_them() {
    let desk = desk();
    let mut state = 7_u32;
    let mut any = |of: &[&str]| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        of[(state >> 16) as usize % of.len()].to_owned()
    };
    desk.write("three.yaml", desk.read("two.yaml").replace("weight: 2", "weight: 3").replace("1.1.0", "1.2.0"));
    let files = ["2022.yaml", "2023.yaml", "2024.yaml", "2025.yaml"];
    for world in 0..12 {
        for file in files {
            let asked = any(&["one", "two", "three"]);
            let mut said = vec![format!("a.door: {}", any(&["yes", "no"])), format!("a.roof: {}", any(&["yes", "no"]))];
            if asked != "one" {
                said.push(format!("a.window: {}", any(&["yes", "no"])));
            }
            if any(&["", "na"]) == "na" {
                said[1] = "a.roof: {answer: na, comment: There is no roof over it}".to_owned();
            }
            let day = format!("answered: {}-05-01\n", &file[..4]);
            desk.write(file, answers(&asked, &day, &said.join(", ")));
        }
        let told = flat(&diff(&desk, &files, &["--as-of", "answered", "-f", "markdown"]).done());
        let score = |file: &&str| -> i64 {
            let row = told.split_once(&format!("| **{}-05-01** |", &file[..4])).unwrap().1;
            row.split('|').nth(1).unwrap().replace(['*', '.', ' '], "").parse().unwrap()
        };
        let scores: Vec<i64> = files.iter().map(score).collect();
        let all = moved(&told);
        assert_eq!(all.len(), 4, "{world}: {told}");
        let steps: Vec<i64> = scores.windows(2).map(|two| two[1] - two[0]).collect();
        assert_eq!(all[1..].iter().map(|step| step[0]).collect::<Vec<_>>(), steps, "{world}: {told}");
        for part in 0..3 {
            assert_eq!(all[0][part], all[1..].iter().map(|step| step[part]).sum::<i64>(), "{world} {part}: {told}");
        }
        assert!(all.iter().all(|[whole, same, rest]| *whole == same + rest), "{world}: {told}");
    }
}

#[test]
fn the_risk_of_each_date_is_told_with_its_day() {
    let desk = desk();
    let mended = desk.read("third.yaml").replace("a.window: no", "a.window: yes");
    desk.write("third.yaml", &mended);
    let english = flat(&diff(&desk, &SHUFFLED, &["--as-of", "answered"]).done());
    assert!(english.contains("; vendor risk still CRITICAL."), "{english}");
    assert!(english.contains("; vendor risk CRITICAL on 2025-05-01, HIGH on 2026-05-01."), "{english}");
    assert!(english.contains("; vendor risk CRITICAL on 2024-05-01, HIGH on 2026-05-01."), "{english}");
    let swedish = flat(&diff(&desk, &SHUFFLED, &["--as-of", "answered", "--lang", "sv"]).done());
    assert!(swedish.contains("leverantörsrisk KRITISK 2025-05-01, HÖG 2026-05-01."), "{swedish}");
    assert!(swedish.contains("leverantörsrisk fortfarande KRITISK."), "{swedish}");
    assert!(![english, swedish].iter().any(|told| told.contains(" now.") || told.contains(" nu.")));
}

#[test]
fn each_step_says_what_is_word_for_word_as_before() {
    let told = flat(&diff(&desk(), &SHUFFLED, &["--as-of", "answered"]).done());
    let said: Vec<&str> = told.split(" word for word ").skip(1).map(|rest| rest.split('.').next().unwrap()).collect();
    assert_eq!(said, ["those of 1 May 2024", "those of 1 May 2025"], "{told}");
}

#[test]
fn the_order_of_names_changes_nothing() {
    let desk = desk();
    for format in ["text", "markdown", "html", "json"] {
        let args = ["--as-of", "answered", "-f", format];
        let [shuffled, sorted] =
            [SHUFFLED, ["first.yaml", "second.yaml", "third.yaml"]].map(|files| diff(&desk, &files, &args).done().out);
        assert_eq!(shuffled, sorted, "{format}");
    }
}

#[test]
fn the_line_is_drawn_with_its_words_beside_it() {
    let desk = desk();
    let page = diff(&desk, &SHUFFLED, &["--as-of", "answered", "-f", "html"]).done().out;
    let picture = page.split_once("class=\"curve\"").unwrap().1.split_once("</figure>").unwrap().0;
    for part in [
        "<desc id=\"curve:text\">2024-05-01: assured 0.0, claimed 0.0, CRITICAL; 2025-05-01: assured 42.5, claimed 50.0",
        "<polyline class=\"course\" points=\"60.0,190.0 170.0,122.0 280.0,142.0\"/>",
        "<polyline class=\"claimed\" points=\"60.0,190.0 170.0,110.0 280.0,110.0\"/>",
    ] {
        assert!(picture.contains(part), "{part}: {picture}");
    }
    assert_eq!(picture.matches(">CRITICAL</text>").count(), 3, "{picture}");
    let markdown = diff(&desk, &SHUFFLED, &["--as-of", "answered", "-f", "markdown"]).done().out;
    assert!(markdown.contains("| **2025-05-01** | **CRITICAL** | **42.5** | 50.0 | 50.0 | 100 |"), "{markdown}");
    diff(&desk, &SHUFFLED, &["--as-of", "answered", "-o", "line.docx"]).done();
    let swedish = flat(&diff(&desk, &SHUFFLED, &["--as-of", "answered", "--lang", "sv"]).done());
    assert!(swedish.contains("Datum för datum") && swedish.contains("Underlag har gått ut (1): a.door"), "{swedish}");
}

#[test]
fn a_board_reads_the_line_on_a_page() {
    let desk = desk();
    let page = diff(&desk, &SHUFFLED, &["--as-of", "answered", "--for", "board", "-f", "markdown"]).done().out;
    assert!(page.starts_with("# Alfa: 3 dates, 2024-05-01 to 2026-05-01\n"), "{page}");
    assert!(page.contains("| **2026-05-01** | **CRITICAL** | **30.0** | 50.0 | 50.0 | 100 | none on file |"), "{page}");
    let steps = [
        "- **2024-05-01 to 2025-05-01**: Better: +42.5",
        "- **2025-05-01 to 2026-05-01**: Better on the same questions: ",
    ];
    assert!(steps.iter().all(|step| page.contains(step)) && page.contains("- **+30.0** Better: "), "{page}");
}

/// A vendor at six dates, by a version each of a questionnaire of very many categories.
fn many_versions() -> (Folder, Vec<String>) {
    let category = |at: usize| {
        format!(
            "  - {{id: c{at}, title: The category of number {at}, questions: [{{id: one, ask: Is it so?, weight: 1, \
             answer: yes-no}}]}}\n"
        )
    };
    let categories: String = (0..90).map(category).collect();
    let desk = Folder::new();
    let year = |version: usize| {
        let head = "format: duly/questionnaire@1\nid: house\ntitle: House\n";
        desk.write(format!("q{version}.yaml"), format!("{head}version: 1.{version}.0\ncategories:\n{categories}"));
        let day = format!("answered: {}-05-01\n", 2020 + version);
        let file = format!("{version}.yaml");
        desk.write(&file, answers(&format!("q{version}"), &day, "c1.one: yes, c2.one: no"));
        file
    };
    let files = (0..6).map(year).collect();
    (desk, files)
}

#[test]
fn a_page_says_how_many_of_its_first_lines_had_no_room() {
    let (desk, files) = many_versions();
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for (lang, more) in
        [("en", "Further lines on questionnaire and day"), ("sv", "Fler rader om frågeformulär och dag")]
    {
        let args = ["--as-of", "answered", "--for", "board", "-f", "markdown", "--lang", lang];
        let page = diff(&desk, &files, &args).done().out;
        let told = (0..6).filter(|version| page.contains(&format!("House 1.{version}.0 ·"))).count();
        let left = page.lines().find(|line| line.starts_with(more)).unwrap_or_default();
        assert!((1..6).contains(&told) && left.ends_with(&format!(": {}.", 6 - told)), "{told} {left}: {page}");
    }
}

#[test]
fn json_puts_the_dates_in_their_order_and_each_step_is_a_pair() {
    let desk = desk();
    let json: Value = diff(&desk, &SHUFFLED, &["--as-of", "answered", "-f", "json"]).json();
    assert_eq!(json["over_time"], true);
    let days: Vec<&Value> = json["vendors"].as_array().unwrap().iter().map(|one| &one["answered"]).collect();
    assert_eq!(days, ["2024-05-01", "2025-05-01", "2026-05-01"]);
    assert_eq!(json["pairs"].as_array().unwrap().len(), 3);
    let two: Value = diff(&desk, &["third.yaml", "first.yaml"], &["-f", "json", "--as-of", "2026-05-02"]).json();
    assert_eq!([&two["over_time"], &two["vendors"][0]["answered"]], [&Value::from(true), &Value::from("2026-05-01")]);
    desk.write("beta.yaml", desk.read("first.yaml").replace("Alfa", "Beta"));
    let files = ["third.yaml", "beta.yaml", "second.yaml"];
    let rivals: Value = diff(&desk, &files, &["-f", "json", "--as-of", "2026-05-02"]).json();
    assert_eq!([&rivals["over_time"], &rivals["vendors"][1]["vendor"]], [&Value::from(false), &Value::from("Beta")]);
    let told = flat(&diff(&desk, &files, &["--as-of", "2026-05-02"]).done());
    assert!(told.contains("Ranking") && !told.contains("Date by date"), "with another vendor it is a ranking: {told}");
}

#[test]
fn days_that_put_them_in_no_order_are_told_with_their_place() {
    let desk = desk();
    desk.write("none.yaml", answers("one", "", "a.door: no"));
    let ran = diff(&desk, &["first.yaml", "none.yaml", "third.yaml"], &[]);
    let says = "none.yaml:1:1: it does not say when it was answered, and three or more files of one vendor are put in \
                order by their days; write `answered: YYYY-MM-DD` into it, or name two files";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.contains(says)), (2, "", true), "{}", ran.err);
    desk.write("again.yaml", answers("one", "answered: 2024-05-01\n", "a.door: yes"));
    let ran = diff(&desk, &["first.yaml", "third.yaml", "again.yaml"], &["-f", "json"]);
    let says = "first.yaml:4:1 and again.yaml:4:1: both were answered on 2024-05-01,";
    assert_eq!((ran.code, ran.out.as_str(), ran.err.contains(says)), (2, "", true), "{}", ran.err);
    diff(&desk, &["first.yaml", "again.yaml"], &[]).done();
}

#[test]
fn answers_of_several_years_judged_on_one_day_are_told_to_be_so() {
    let desk = desk();
    let told = flat(&diff(&desk, &SHUFFLED, &["--as-of", "2026-05-02"]).done());
    let says = "! All answers are judged as of 2026-05-02: what has run out since they were given counts as run out; \
                they can be judged each as of its own day (--as-of answered)";
    assert!(told.contains(says), "{told}");
    let each = flat(&diff(&desk, &SHUFFLED, &["--as-of", "answered"]).done());
    assert!(!each.contains("All answers are judged"), "{each}");
}

/// How bright a colour of the style sheet is, as the guidelines for access measure it.
#[allow(clippy::float_arithmetic, reason = "WCAG defines it with powers, and no result of ours rests on it")]
fn brightness(colour: &str) -> f64 {
    let part = |at: usize| f64::from(u8::from_str_radix(&colour[at..at + 2], 16).unwrap()) / 255.0;
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    0.2126 * linear(part(1)) + 0.7152 * linear(part(3)) + 0.0722 * linear(part(5))
}

#[test]
fn every_rating_below_the_line_can_be_read_on_the_ground_of_the_page() {
    let desk = desk();
    let page = diff(&desk, &SHUFFLED, &["--as-of", "answered", "-f", "html"]).done().out;
    let style = page.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
    // the first are those of a light page and of paper, the second those of a dark one
    let colour = |name: &str, which: usize| {
        let found = style.match_indices(&format!("{name}: #")).nth(which);
        let (at, found) = found.unwrap_or_else(|| panic!("{name} {which}"));
        style[at + found.len() - 1..][..7].to_owned()
    };
    for tone in ["good", "careful", "bad", "worst"] {
        let fill = style.split_once(&format!("figure svg .tag.{tone} {{ fill: var(")).unwrap().1;
        let fill = fill.split_once(')').unwrap().0;
        for which in [0, 1] {
            let both = [colour(fill, which), colour("--ground", which)].map(|colour| brightness(&colour) + 0.05);
            let contrast = both[0].max(both[1]) / both[0].min(both[1]);
            assert!(contrast > 4.5, "{tone} {which}: {contrast}");
        }
    }
}
