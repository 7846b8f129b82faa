//! Each of these was once wrong: a way for a vendor to look better than it is, to steer the reader's screen, or to
//! keep the program busy. One test each, through the real command line.

use std::fmt::Write;

use crate::support::zipped::{Zipped, zip};
use crate::support::{DAY, Folder, SMALL, command, duly, duly_on_day, example, run};

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: small
version: 1.0.0
title: Small
evidence: [{id: paper, ask: A paper, valid_months: 12}, {id: log, ask: A log, valid_months: 6}]
categories:
  - id: a
    title: A
    questions:
      - {id: q, ask: Is it protected?, importance: critical, answer: yes-no, evidence: [paper, log]}
      - {id: r, ask: Is the rest protected?, importance: low, answer: yes-no, evidence: [paper]}
";

fn answers(body: &str) -> String {
    format!("format: duly/answers@1\nvendor: {{name: V}}\nquestionnaire: ./q.yaml\nanswered: 2026-11-01\n{body}")
}

/// A folder with the small questionnaire and these answers.
fn folder(body: &str) -> Folder {
    Folder::with(&[("q.yaml", QUESTIONNAIRE), ("v.yaml", &answers(body))])
}

fn exported(folder: &Folder) -> serde_json::Value {
    duly_on_day(folder, &["export", "v.yaml", "-f", "json", "-q"]).json()
}

fn codes(folder: &Folder, file: &str) -> Vec<String> {
    duly_on_day(folder, &["check", file, "-f", "json"]).codes()
}

/// What says not what it is fits no question that asks for something, and ages like any other.
#[test]
fn a_paper_without_a_kind_proves_nothing_where_kinds_are_asked_for() {
    let assurance = |item: &str| {
        let folder = folder(&format!("answers: {{a.q: {{answer: yes, evidence: [{item}]}}}}\n"));
        folder.write("t.pdf", "T");
        exported(&folder)["questions"][0]["assurance"].as_str().unwrap().to_owned()
    };
    assert_eq!(assurance("{title: T, issued: 2026-11-01, location: t.pdf}"), "claimed");
    assert_eq!(assurance("{title: T, kind: log, issued: 2026-11-01, location: t.pdf}"), "documented");
    assert_eq!(assurance("{title: T, kind: log, issued: 2001-01-01, location: t.pdf}"), "expired");
}

#[test]
fn fail_on_never_loosens_the_policy() {
    let vendor = folder("answers: {a.q: yes, a.r: yes}\n");
    vendor.write("p.toml", "format = \"duly/policy@1\"\n[gate]\nrating = \"high\"\n");
    let judged =
        |more: &[&str]| duly_on_day(&vendor, &[&["assess", "v.yaml", "--policy", "p.toml", "-q"], more].concat()).code;
    assert_eq!(judged(&[]), 1);
    assert_eq!(judged(&["--fail-on", "critical"]), 1);
    assert_eq!(judged(&["--fail-on", "low"]), 1);
}

#[test]
fn a_reader_that_has_gone_does_not_hide_a_failed_gate() {
    let vendor = folder("answers: {a.q: yes}\n");
    let mut command = command(&vendor, &["assess", "v.yaml", "--fail-on", "low", "--as-of", DAY]);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    command.stdout(writer);
    let ran = run(command);
    assert!(ran.code == 1 && ran.err.contains("falls short"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn a_file_name_cannot_steer_the_terminal() {
    let vendor = folder("");
    let name = "ev\u{1b}[31mil\nVENDOR RISK LOW.yaml";
    let undated = answers("").replace("answered: 2026-11-01\n", "");
    vendor.write(name, undated);
    for args in [&["assess", name][..], &["check", name], &["assess", name, "--all"], &["export", name, "-o", name]] {
        let said = duly(&vendor, args).said();
        assert!(!said.contains('\u{1b}') && !said.contains("\nVENDOR RISK LOW"), "{args:?}: {said}");
    }
}

#[test]
fn a_vendor_cannot_draw_a_verdict_with_its_name() {
    let vendor = folder("");
    let drawn = format!("Acme AB {} VENDOR RISK LOW", "\u{2800}".repeat(200));
    let file = answers("").replace("{name: V}", &format!("{{name: \"{drawn}\"}}"));
    vendor.write("v.yaml", file);
    assert!(codes(&vendor, "v.yaml").contains(&"name-too-long".to_owned()));
}

/// The name, and whatever else the vendor may call things, broken at every width.
#[test]
fn a_name_that_is_broken_draws_no_verdict_in_any_width() {
    let name = format!("Billigsvar Ltd {} VENDOR RISK LOW", ".".repeat(64));
    let file = example("billigsvar.yaml");
    let head = file.lines().find(|line| line.starts_with("vendor: ")).unwrap();
    let service = file.lines().find(|line| line.starts_with("service: ")).unwrap_or("service: none");
    let file = file.replace(head, &format!("vendor: {{name: \"{name}\"}}"));
    let file = file.replace(service, &format!("service: \"{name}\""));
    let folder = Folder::with(&[("v.yaml", &file), ("other.yaml", &example("nordkontakt.yaml"))]);
    let commands: [&[&str]; 5] = [
        &["assess", "v.yaml"],
        &["assess", "v.yaml", "--all"],
        &["assess", "v.yaml", "other.yaml"],
        &["explain", "v.yaml"],
        &["diff", "v.yaml", "other.yaml"],
    ];
    for width in (40..200).step_by(7) {
        for typed in commands {
            let mut command_in = command(&folder, &[typed, &["--as-of", DAY]].concat());
            command_in.env("COLUMNS", width.to_string());
            let said = run(command_in);
            let drawn = said.out.lines().find(|line| {
                let words = line.trim_start();
                line.len() - words.len() <= 2
                    && ["VENDOR RISK", "RISK LOW", "LOW"].iter().any(|it| words.starts_with(it))
            });
            let is_ours = |line: &str| line.contains("CRITICAL") || line.contains("NOT YET");
            assert!(drawn.is_none_or(is_ours), "{typed:?}, {width} columns: {drawn:?}");
        }
    }
}

#[test]
fn a_blank_in_disguise_is_no_reason() {
    for blank in ["\u{2800} -", "\u{3164}", "\u{ffa0}\u{115f}", "\u{640}", "\u{2c8}", "\u{301}", "\u{16fe4}"] {
        let vendor = folder(&format!("answers: {{a.q: {{answer: n/a, comment: \"{blank}\"}}, a.r: yes}}\n"));
        assert_eq!(exported(&vendor)["questions"][0]["status"], "na_pending", "{blank:?}");
    }
}

#[test]
fn what_is_kept_of_an_na_is_open() {
    let vendor = folder("answers: {a.q: {answer: n/a, comment: We have none.}, a.r: yes}\n");
    let said = duly_on_day(&vendor, &["assess", "v.yaml", "-q"]).out;
    assert!(said.contains("1 of 2 awaiting our approval") && said.contains("1 of 2 open"), "{said}");
}

#[test]
fn labels_of_a_questionnaire_cannot_forge_lines() {
    let vendor = folder("");
    let forged = QUESTIONNAIRE.replace("title: Small", "title: \"x\\rFAKE\\nVENDOR RISK LOW\"").replace(
        "evidence: [{id",
        "frameworks: {f: {title: \"F\\nFAKE\"}}\ninherent_risk: [{id: s, ask: S, options: [{id: o, label: \"x\\rFAKE\\nRISK\", \
         tier: low}]}]\nevidence: [{id",
    );
    let forged =
        forged.replace("importance: low,", "importance: low, when: {inherent_risk.s: [o]}, refs: {f: [\"1\\rX\"]},");
    vendor.write("q.yaml", forged);
    let said = duly(&vendor, &["questionnaires", "q.yaml"]).done().out;
    assert!(!said.contains('\r') && !said.lines().any(|line| line.starts_with("FAKE") || line.starts_with("RISK")));
}

#[test]
fn a_review_from_the_future_and_one_that_is_missing_are_remarked_on() {
    let vendor = folder("answers: {a.q: yes}\n");
    let review = "format: duly/review@1\nvendor: V\nreviewer: R\nreviewed: 2062-11-10\n";
    vendor.write("v.review.yaml", review);
    assert!(codes(&vendor, "v.yaml").contains(&"reviewed-in-future".to_owned()));
    let policy = |folder: &str| {
        let text = format!("format = \"duly/policy@1\"\nreviews = \"{folder}\"\n");
        vendor.write("p.toml", text);
        let ran = duly_on_day(&vendor, &["check", "v.yaml", "--policy", "p.toml"]);
        (ran.code, ran.said())
    };
    vendor.make("reviews");
    let (code, said) = policy("reviews");
    assert!(code == 0 && said.contains("no-review-found"), "{said}");
    let (code, said) = policy("revews");
    assert!(code == 2 && said.contains("reviews-folder-missing"), "{said}");
}

#[test]
fn a_reserved_word_in_foreign_letters_is_reserved() {
    let vendor = folder("");
    let forged = QUESTIONNAIRE.replace(
        "answer: yes-no, evidence: [paper, log]",
        "answer: {choose_one: [{id: a, label: \"un\u{212a}nown\", value: 1}]}",
    );
    vendor.write("q.yaml", forged);
    assert!(codes(&vendor, "q.yaml").contains(&"reserved-word".to_owned()));
}

/// A questionnaire with one category of these questions.
fn questions(list: &str) -> String {
    format!(
        "format: duly/questionnaire@1\nid: big\nversion: 1.0.0\ntitle: T\ncategories:\n  - id: a\n    title: A\n\
            \x20   questions:\n{list}"
    )
}

/// Runs `duly check` on a hostile questionnaire; a hang would be ended by the harness, a panic is told by its exit
/// code.
fn survives(questionnaire: &str, expected: &[&str]) {
    let mut found = codes(&Folder::with(&[("q.yaml", questionnaire)]), "q.yaml");
    found.dedup();
    assert_eq!(found, expected);
}

#[test]
fn hostile_questionnaires_cost_little() {
    let words: String = (0..40_000).map(|n| format!("word{n} ")).collect();
    survives(
        &questions(&format!("      - {{id: q, ask: \"{words}\", importance: low, answer: yes-no}}\n")),
        &["text-too-long"],
    );
    let mut chain = String::new();
    for n in 0..10_000 {
        let when = if n > 0 { format!(", when: {{a.q{}: [\"yes\"]}}", n - 1) } else { String::new() };
        let _ = writeln!(chain, "      - {{id: q{n}, ask: Q{n}, importance: low, answer: yes-no{when}}}");
    }
    survives(&questions(&chain), &[]);
    let options: String = (0..60_000).map(|n| format!("{{id: o{n}, points: 1}}, ")).collect();
    let many = format!("answer: {{choose_many: {{full_at: 9, options: [{options}]}}}}");
    survives(&questions(&format!("      - {{id: q, ask: Q, importance: low, {many}}}\n")), &["out-of-range"]);
    let twice = questions("      - {id: q, ask: Q, importance: low, answer: yes-no}\n") + "  - b.yaml\n  - b.yaml\n";
    survives(&twice, &["no-such-file", "duplicate-key"]);
}

#[test]
fn a_chain_of_ten_thousand_conditions_is_judged() {
    let vendor = folder("answers: {}\n");
    let mut chain = String::new();
    for n in 0..10_000 {
        let when = if n > 0 { format!(", when: {{a.q{}: [\"yes\"]}}", n - 1) } else { String::new() };
        let _ = writeln!(chain, "      - {{id: q{n}, ask: Q{n}, importance: low, answer: yes-no{when}}}");
    }
    vendor.write("q.yaml", questions(&chain));
    duly_on_day(&vendor, &["assess", "v.yaml", "-q"]).done();
}

#[test]
fn thousands_of_documents_are_looked_up_at_once() {
    let mut body = String::from("evidence:\n");
    for n in 0..20_000 {
        let _ = writeln!(body, "  d{n}: {{title: T, kind: log, issued: 2026-10-01, location: x}}");
    }
    let cited: Vec<String> = (19_900..20_000).map(|n| format!("d{n}")).collect();
    let _ = writeln!(body, "answers: {{a.q: {{answer: yes, evidence: [{}]}}}}", cited.join(", "));
    let vendor = folder(&body);
    vendor.write("x", "X");
    assert_eq!(exported(&vendor)["questions"][0]["assurance"], "documented");
}

/// A report names a document at each answer that cites it, so the file is refused before the report is huge.
#[test]
fn no_file_cites_documents_without_end() {
    let question = |at: usize| format!("    - {{id: q{at}, ask: What about {at}?, importance: low, answer: yes-no}}\n");
    let head = "format: duly/questionnaire@1\nid: many\nversion: 1.0.0\ntitle: T\ncategories:\n- id: c\n  title: C\n  questions:\n";
    let questions: String = (0..201).map(question).collect();
    let documents: String = (0..100).map(|at| format!("  d{at}: {{title: T}}\n")).collect();
    let cited = (0..100).map(|at| format!("d{at}")).collect::<Vec<_>>().join(", ");
    for (count, expected) in [(200, None), (201, Some("too-many-documents"))] {
        let answers: String =
            (0..count).map(|at| format!("  c.q{at}: {{answer: yes, evidence: [{cited}]}}\n")).collect();
        let head_of = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./q.yaml\nanswered: 2026-11-01\n";
        let text = format!("{head_of}evidence:\n{documents}answers:\n{answers}");
        let folder = Folder::with(&[("q.yaml", &format!("{head}{questions}")), ("v.yaml", &text)]);
        let codes = duly_on_day(&folder, &["check", "v.yaml", "-f", "json"]).codes();
        let found = codes.iter().find(|code| *code == "too-many-documents");
        assert_eq!(found.map(String::as_str), expected, "{codes:?}");
    }
}

#[test]
fn a_policy_is_not_taken_from_where_answers_are_piped_in() {
    let vendor = folder("answers: {a.q: yes, a.r: yes}\n");
    let generous = "format = \"duly/policy@1\"\n[assurance]\nclaimed = 100\nexpired = 100\ndocumented = 100\n";
    vendor.write("duly.toml", generous);
    let mut command = command(&vendor, &["export", "-", "-f", "json", "-q", "--as-of", DAY]);
    command.stdin(std::fs::File::open(vendor.at("v.yaml")).unwrap());
    let found: serde_json::Value = run(command).json();
    assert_eq!(found["overall"]["assured"], "60");
    assert!(found["basis"]["policy"].is_null());
}

#[test]
fn programs_are_told_where_review_and_questionnaire_lay() {
    let vendor = folder("answers: {a.q: yes}\n");
    let review = "format: duly/review@1\nvendor: V\nreviewer: R\nreviewed: 2026-11-10\n";
    vendor.write("v.review.yaml", review);
    let basis = exported(&vendor)["basis"].clone();
    assert_eq!(
        (&basis["review"]["beside_answers"], &basis["questionnaire"]["vendors_own"]),
        (&true.into(), &true.into())
    );
    let named = ["--review", "v.review.yaml", "--questionnaire", "q.yaml"];
    let found: serde_json::Value =
        duly_on_day(&vendor, &[&["export", "v.yaml", "-f", "json", "-q"], &named[..]].concat()).json();
    let basis = &found["basis"];
    assert_eq!(
        (&basis["review"]["beside_answers"], &basis["questionnaire"]["vendors_own"]),
        (&false.into(), &false.into())
    );
}

#[test]
fn what_the_word_of_a_vendor_alone_leaves_out_leaves_nothing_rated() {
    const GATED: &str = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: S\ncategories:\n  - id: a\n    \
                         title: A\n    questions:\n      - {id: cards, ask: Do you store cards?, importance: info, answer: yes-no}\n      \
                         - {id: keys, ask: Who holds the keys?, weight: 26, answer: yes-no, when: {a.cards: [\"yes\"]}}\n      \
                         - {id: rest, ask: Is the rest protected?, weight: 74, answer: yes-no}\n";
    let vendor = Folder::with(&[("q.yaml", GATED), ("v.yaml", &answers("answers: {a.cards: no, a.rest: yes}\n"))]);
    let judged = || duly_on_day(&vendor, &["assess", "v.yaml", "-q"]).done().out;
    let said = judged();
    assert!(
        said.contains("NOT YET RATED") && said.contains("verify what was answered to “Do you store cards?”"),
        "{said}"
    );
    assert!(said.contains("leave out 26 % of"), "{said}");
    let seen = "{saw: no, verified: [{title: Seen, issued: 2026-11-10, valid_until: 2027-11-10}]}";
    let review = "format: duly/review@1\nvendor: V\nreviewer: R\nreviewed: 2026-11-10\nanswers:\n  a.cards: ";
    vendor.write("v.review.yaml", format!("{review}{seen}\n"));
    assert!(judged().contains("VENDOR RISK"), "{}", judged());
    // a quarter may be left out
    vendor.write("q.yaml", GATED.replace("weight: 26", "weight: 25").replace("weight: 74", "weight: 75"));
    std::fs::remove_file(vendor.at("v.review.yaml")).unwrap();
    assert!(judged().contains("VENDOR RISK"), "{}", judged());
}

/// Nothing of the category counts, so there is no score that a sentence could name.
#[test]
fn an_exception_from_a_minimum_of_what_does_not_count_is_named_whole() {
    let vendor = folder("answers: {a.q: yes, a.r: yes}\n");
    let garden = "  - {id: b, title: Garden, minimum: 40, questions: [{id: s, ask: Is there a fence?, importance: low, \
                  answer: yes-no, when: {a.q: [\"no\"]}}]}\n";
    vendor.write("q.yaml", format!("{QUESTIONNAIRE}{garden}"));
    let later = answers("answers: {a.q: yes, a.r: yes}\n").replace("2026-11-01", "2026-11-20");
    vendor.write("w.yaml", later);
    let review = "format: duly/review@1\nvendor: V\nreviewer: R\nreviewed: 2026-11-01\nwaivers:\n  \
                  - {flag: category:b, by: R, until: 2026-11-10, because: It is winter.}\n";
    ["v", "w"].iter().for_each(|name| vendor.write(format!("{name}.review.yaml"), review));
    let said = duly(&vendor, &["diff", "v.yaml", "w.yaml", "--as-of", "answered", "-q"]).out;
    assert!(said.contains("minimum 40: Garden: accepted until 2026-11-10"), "{said}");
}

/// A file that holds no answers, named like a form that came back or a copy of answers, hid it from table and gate.
#[test]
fn a_file_of_the_same_name_hides_no_vendor() {
    let junk = "notes: hi\n";
    let zipped = zip(&[Zipped::new("b.yaml", example("billigsvar.yaml").as_bytes())]);
    for (name, bytes) in [
        ("evil.zip", zipped),
        ("evil.yaml.bak", example("billigsvar.yaml").into_bytes()),
        ("evil.yaml.orig", example("billigsvar.yaml").into_bytes()),
        ("evil.yaml~", example("billigsvar.yaml").into_bytes()),
    ] {
        let vendors = Folder::with(&[("allyes.yaml", &example("allyes.yaml"))]);
        vendors.write(name, &bytes);
        let assessed = |beside: Option<&str>| {
            beside.into_iter().for_each(|text| vendors.write("evil.yaml", text));
            let ran = duly_on_day(&vendors, &["assess", "."]);
            (ran.code == 2, ran.err.contains(name))
        };
        assert_eq!(assessed(None), (true, true), "{name}");
        assert_eq!(assessed(Some(junk)), (true, true), "{name}");
        assert!(!assessed(Some(&example("billigsvar.yaml"))).1, "{name}: these are the answers that were taken in");
    }
}

#[test]
fn a_title_is_as_long_as_it_is_shown() {
    let of = |title: String| {
        let head = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n";
        let folder = Folder::with(&[("small.yaml", SMALL)]);
        folder.write("v.yaml", format!("{head}evidence:\n  d: {{title: \"{title}\", issued: 2026-01-01}}\n"));
        duly(&folder, &["check", "v.yaml", "--questionnaire", "small.yaml"])
    };
    for (title, code) in
        [("x".repeat(200), 0), ("x".repeat(201), 2), (format!("P{}", "\\u202e".repeat(60)), 2), ("å".repeat(200), 0)]
    {
        let ran = of(title);
        assert_eq!((ran.code, ran.out.contains("error[title-too-long]")), (code, code == 2), "{}", ran.out);
    }
}
