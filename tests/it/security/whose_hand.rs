//! Nobody judges with somebody else's hand: rules and reviews that came with a vendor's files let nothing pass.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::support::{DAY, Folder, Ran, SMALL, command, duly_on_day, run};

/// Every answer is as good as it can be, and nothing is known but the vendor's word.
const ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: Vendor AB}
questionnaire: small@1.0.0
answered: 2026-11-02
answers: {a.mfa: yes, a.cards: no, a.tools: [vault, sso], a.hours: 2, a.tested: 2024-05-02}
";
/// Our review: all that is known suffices, and the vendor is approved.
const REVIEW: &str = "\
format: duly/review@1
vendor: Vendor AB
reviewer: Security office
reviewed: 2026-11-10
inherent_risk: {data: contact}
answers:
  a.mfa: {saw: yes, verified: [{title: Seen in the console, issued: 2026-11-09, valid_until: 2027-11-09}]}
  a.cards: {saw: no, verified: [{title: Seen in the shop, issued: 2026-11-09, valid_until: 2027-11-09}]}
";
const RULES: &str = "format = \"duly/policy@1\"\nquestionnaires = [\"small.yaml\"]\nreviews = \"reviews\"\n";

/// The file with one text in the place of another, which must be there.
fn with(text: &str, old: &str, new: &str) -> String {
    assert!(text.contains(old), "{old}");
    text.replace(old, new)
}

/// The archive of a vendor as it is unpacked: answers, and a folder above them rules and a review that nobody of ours
/// wrote.
fn archive() -> Folder {
    Folder::with(&[
        ("acme/answers/v.yaml", ANSWERS),
        ("acme/small.yaml", SMALL),
        ("acme/duly.toml", RULES),
        ("acme/reviews/v.review.yaml", REVIEW),
    ])
}

fn at_the_archive(root: &Folder) -> PathBuf {
    root.at("acme")
}

/// `duly` in the unpacked folder, on the day of judgement.
fn there(root: &Folder, args: &[&str]) -> Ran {
    duly_on_day(at_the_archive(root), args)
}

/// The rules of the gate that are not met, of an export in the unpacked folder.
fn failed(root: &Folder, args: &[&str]) -> Value {
    let args = [&["export", "answers/v.yaml", "-f", "json", "--fail-on", "critical", "-q"], args].concat();
    there(root, &args).json::<Value>()["gate"]["failed"].clone()
}

const FOUND: &str = "our rules: duly.toml in this folder, undated, found and not named: make sure that they are ours";

#[test]
fn rules_that_were_found_stand_in_the_head_of_every_report() {
    let root = archive();
    root.add(&[("acme/answers/w.yaml", &with(ANSWERS, "Vendor AB", "Other AB"))]);
    root.add(&[("acme/reviews/w.review.yaml", &with(REVIEW, "Vendor AB", "Other AB"))]);
    let reports = [
        &["assess"][..],
        &["assess", "--all"],
        &["explain"],
        &["export"],
        &["export", "-f", "html"],
        &["export", "--for", "board"],
        &["assess", "answers/w.yaml"],
        &["diff", "answers/w.yaml"],
        &["diff", "--for", "board", "answers/w.yaml"],
        &["diff", "-f", "html", "answers/w.yaml"],
    ];
    for report in reports {
        let ran = there(&root, &[report, &["answers/v.yaml"]].concat());
        let one_line = ran.out.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase().replace('\\', "");
        assert!(one_line.contains(FOUND), "{report:?}: {}{}", ran.out, ran.err);
    }
    let letter = there(&root, &["export", "answers/v.yaml", "--for", "vendor"]).done().out;
    assert!(!letter.contains("found and not named"), "{letter}");
    let basis = there(&root, &["export", "answers/v.yaml", "-f", "json"]).json::<Value>()["basis"].clone();
    assert_eq!((&basis["policy"]["found"], &basis["policy"]["place"]), (&json!(true), &json!("duly.toml")));
    assert_eq!(basis["review"]["named"], false);
    let pair = there(&root, &["diff", "answers/v.yaml", "answers/w.yaml", "-f", "json"]).json::<Value>();
    assert_eq!(pair["vendors"][1]["policy_found"], true);
}

#[test]
fn their_day_is_the_one_that_they_give_themselves_and_their_place_the_folder() {
    let root = archive();
    root.write("acme/duly.toml", format!("{RULES}dated = 2026-11-01\n"));
    let here = there(&root, &["assess", "answers/v.yaml"]).out;
    assert!(here.contains("! our rules: duly.toml in this folder, dated 2026-11-01, found and not named"), "{here}");
    let below = duly_on_day(root.at("acme/answers"), &["assess", "v.yaml", "--lang", "sv"]).out;
    let below = below.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        below.contains("duly.toml i en mapp ovanför, daterade 2026-11-01, hittades utan att ha angetts"),
        "{below}"
    );
    let dated = there(&root, &["export", "answers/v.yaml", "-f", "json"]).json::<Value>();
    assert_eq!(dated["basis"]["policy"]["dated"], "2026-11-01");
}

#[test]
fn no_gate_is_passed_under_rules_that_were_only_found() {
    let root = archive();
    let ran = there(&root, &["assess", "answers/v.yaml", "--fail-on", "critical"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let said = "only rules that we name let anything pass (policy) (--policy, DULY_POLICY)";
    assert!(ran.err.contains(said) && ran.err.contains("(review)"), "{}", ran.err);
    assert_eq!(failed(&root, &[]), json!(["policy", "review"]));
    let many = there(&root, &["assess", "answers", "--fail-on", "critical", "-q"]);
    assert!(
        many.code == 1 && many.err.contains("(policy)") && many.out.contains("found and not named"),
        "{}",
        many.err
    );
    let without = there(&root, &["assess", "answers/v.yaml"]);
    assert_eq!(without.code, 0, "who requires nothing is told nothing else: {}", without.err);
    assert_eq!(there(&root, &["check", "answers/v.yaml", "-f", "json"]).codes(), ["review-by-found-policy"]);
}

#[test]
fn a_gate_of_rules_that_were_only_found_is_passed_by_nobody() {
    let root = archive();
    root.write("acme/duly.toml", format!("{RULES}[gate]\nrating = \"critical\"\n"));
    let ran = there(&root, &["assess", "answers/v.yaml", "-q"]);
    assert!(ran.code == 1 && ran.err.contains("(policy)"), "{}", ran.err);
    assert_eq!(there(&root, &["assess", "answers/v.yaml", "-q", "--policy", "duly.toml"]).code, 0);
}

#[test]
fn rules_are_named_by_an_option_or_for_good() {
    let root = archive();
    assert_eq!(failed(&root, &["--policy", "duly.toml"]), json!([]), "and with them where our reviews are");
    let args = ["assess", "answers/v.yaml", "--fail-on", "critical", "-q", "--as-of", DAY];
    let named = |place: &str| {
        let mut duly = command(at_the_archive(&root), &args);
        duly.env("DULY_POLICY", place);
        run(duly)
    };
    let ran = named("duly.toml");
    assert!(ran.code == 0 && !ran.out.contains("found and not named"), "{}{}", ran.out, ran.err);
    let elsewhere = root.at("acme/duly.toml");
    assert_eq!(named(elsewhere.to_str().unwrap()).code, 0);
    assert_eq!(named("").code, 1, "an empty name is none");
    let gone = named("gone.toml");
    assert!(gone.code == 2 && gone.err.contains("gone.toml"), "{}", gone.err);
    root.write("acme/strict.toml", format!("{RULES}[gate]\nrating = \"low\"\n"));
    let stronger = named("strict.toml");
    assert!(stronger.code == 1 && stronger.err.contains("(rating)"), "{}", stronger.err);
    let mut duly = command(at_the_archive(&root), &[&args[..], &["--policy", "duly.toml"]].concat());
    duly.env("DULY_POLICY", "strict.toml");
    assert_eq!(run(duly).code, 0, "an option is nearer than the environment");
    let mut shown = command(at_the_archive(&root), &["policy"]);
    shown.env("DULY_POLICY", "strict.toml");
    assert!(run(shown).done().out.contains("strict.toml, which was named"));
}

#[test]
fn where_there_are_no_rules_ours_are_the_built_in_ones_and_a_review_beside_the_answers_lets_nothing_pass() {
    let root = Folder::with(&[("v.yaml", ANSWERS), ("small.yaml", SMALL)]);
    let args = ["assess", "v.yaml", "--questionnaire", "small.yaml", "--fail-on", "critical", "-q"];
    let ran = duly_on_day(root.path(), &args);
    assert!(!ran.err.contains("(policy)") && !ran.err.contains("(review)"), "{}", ran.err);
    root.write("v.review.yaml", REVIEW);
    let beside = duly_on_day(root.path(), &args);
    assert!(beside.code == 1 && beside.err.contains("(review) (--review)"), "{}", beside.err);
    let named = duly_on_day(root.path(), &[&args[..], &["--review", "v.review.yaml"]].concat());
    assert_eq!((named.code, named.err.as_str()), (0, ""));
}

#[test]
fn what_is_not_rated_passes_no_gate() {
    let root = archive();
    let blank = with(ANSWERS, "a.mfa: yes, ", "");
    root.write("acme/answers/v.yaml", &blank);
    root.write("acme/rules.toml", format!("{RULES}[gate]\nexpired_evidence = true\n"));
    let ran = there(&root, &["assess", "answers/v.yaml", "-q", "--policy", "rules.toml"]);
    assert!(ran.out.contains("NOT YET RATED") && ran.code == 1, "{}{}", ran.out, ran.err);
    assert!(ran.err.contains("there must be a rating, and there is none yet (rated)"), "{}", ran.err);
    let nothing = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: None\ncategories:\n\
                   \x20 - {id: a, title: A, questions: [{id: q, ask: Q, importance: high, answer: yes-no}]}\n";
    let accepted = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-10\n\
                    answers: {a.q: {not_applicable: accepted, because: Nobody logs in.}}\n";
    root.add(&[("acme/small.yaml", nothing), ("acme/reviews/v.review.yaml", accepted)]);
    let answers = format!(
        "{}answers: {{a.q: {{answer: n/a, comment: Nobody logs in.}}}}\n",
        &ANSWERS[..ANSWERS.find("answers: {").unwrap()]
    );
    root.write("acme/answers/v.yaml", answers);
    let none = there(&root, &["export", "answers/v.yaml", "-f", "json", "-q", "--policy", "rules.toml"]);
    assert_eq!(none.json::<Value>()["gate"]["failed"], json!(["rated"]), "{}", none.err);
}

#[test]
fn on_the_day_of_the_answers_one_looks_and_the_gate_counts_today() {
    let root = archive();
    let old = with(ANSWERS, "2026-11-02", "2024-06-01");
    let review = with(REVIEW, "2026-11-10", "2024-05-20").replace("2026-11-09", "2024-05-19").replace("2027", "2025");
    let decision = "decision: {outcome: approved, by: Board, on: 2024-06-02, next_review: 2025-05-20}\n";
    root.add(&[("acme/answers/v.yaml", &old), ("acme/reviews/v.review.yaml", &format!("{review}{decision}"))]);
    root.write("acme/rules.toml", format!("{RULES}[gate]\nexpired_evidence = true\n"));
    let judged = |as_of: &str| {
        let args = ["assess", "answers/v.yaml", "--policy", "rules.toml", "-q", "--as-of", as_of];
        run(command(at_the_archive(&root), &args))
    };
    let [today, then] = [judged(DAY), judged("answered")];
    for ran in [&today, &then] {
        assert!(ran.code == 1 && ran.err.contains("2 do (expired_evidence)"), "{}", ran.err);
    }
    assert!(
        then.err.contains("falls short of our rules as of 20") && today.err.contains("of our rules: "),
        "{}",
        then.err
    );
    assert!(then.out.contains("as of 2024-06-01") && then.out.contains("verified"), "{}", then.out);
    assert_eq!(judged("2024-06-03").code, 0, "a day that we name is ours");
    let args = ["export", "answers/v.yaml", "--policy", "rules.toml", "-q", "-f", "json", "--as-of", "answered"];
    let json = run(command(at_the_archive(&root), &args)).json::<Value>();
    assert!(json["gate"]["as_of"].as_str().unwrap() > DAY && json["as_of"] == "2024-06-01", "{}", json["gate"]);
}

// ---------------------------------------------------------------- decisions

/// The archive under rules of ours, with a decision in our review.
fn decided(decision: &str) -> Folder {
    let root = archive();
    root.write("acme/rules.toml", format!("{RULES}[gate]\ndecision = true\n"));
    root.write("acme/reviews/v.review.yaml", format!("{REVIEW}decision: {decision}\n"));
    root
}

fn under_our_rules(root: &Folder, args: &[&str]) -> Ran {
    there(root, &[args, &["answers/v.yaml", "--policy", "rules.toml"]].concat())
}

fn fingerprint(root: &Folder) -> String {
    let basis = under_our_rules(root, &["export", "-f", "json", "-q"]).json::<Value>()["basis"].clone();
    basis["answers"]["bound_sha256"].as_str().unwrap().to_owned()
}

/// The gate's verdict, how the decision stands, and the warnings.
fn standing(root: &Folder) -> (i32, String, Vec<String>) {
    let json = under_our_rules(root, &["export", "-f", "json", "-q"]);
    let standing = json.json::<Value>()["decision"]["standing"].as_str().unwrap().to_owned();
    (json.code, standing, under_our_rules(root, &["check", "-f", "json"]).codes())
}

#[test]
fn a_decision_is_one_on_the_answers_that_it_names_and_on_no_others() {
    let root = decided("{outcome: approved, by: Board, on: 2026-11-12}");
    assert_eq!(standing(&root), (1, "unbound".to_owned(), vec!["decision-unbound".to_owned()]));
    let many = there(&root, &["assess", "answers", "--policy", "rules.toml", "-q"]).out;
    assert!(many.contains("none on these answers"), "{many}");
    let named = format!("{{outcome: approved, by: Board, on: 2026-11-12, answers: {}}}", fingerprint(&root));
    root.write("acme/reviews/v.review.yaml", format!("{REVIEW}decision: {named}\n"));
    assert_eq!(standing(&root), (0, "on_these".to_owned(), vec![]));
    let taken_back = with(ANSWERS, "a.hours: 2", "a.hours: {answer: 2, comment: Not any more.}");
    for changed in [taken_back, with(ANSWERS, "a.hours: 2", "a.hours: 3")] {
        root.write("acme/answers/v.yaml", changed);
        assert_eq!(standing(&root), (1, "on_others".to_owned(), vec!["decision-on-others".to_owned()]));
    }
    let said = "approved, Board, 2026-11-12 · made on other answers or documents, so it no longer holds";
    let screen = under_our_rules(&root, &["assess"]);
    let one_line = screen.out.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains(said), "{}", screen.out);
    assert!(screen.err.contains("a decision on these answers must be on file"), "{}", screen.err);
    for report in [&["export"][..], &["export", "-f", "html"], &["export", "--for", "board"]] {
        let told = under_our_rules(&root, report).out;
        assert!(told.contains("Made on other answers or documents, so it no longer holds"), "{report:?}: {told}");
    }
    let many = there(&root, &["assess", "answers", "--policy", "rules.toml", "-q"]).out;
    assert!(many.contains("none on these answers"), "{many}");
    let table = under_our_rules(&root, &["export", "--summary", "-f", "csv"]).out;
    assert!(table.contains("none on these answers"), "{table}");
}

#[test]
fn other_documents_are_other_answers() {
    let root = decided("{outcome: approved, by: Board, on: 2026-11-12}");
    let paper = "{title: Paper, kind: policy, issued: 2026-10-01, location: p.pdf}";
    let cited = with(ANSWERS, "a.hours: 2", &format!("a.hours: {{answer: 2, evidence: [{paper}]}}"));
    root.add(&[("acme/answers/v.yaml", &cited), ("acme/answers/p.pdf", "one")]);
    let named = format!("{{outcome: approved, by: Board, on: 2026-11-12, answers: {}}}", fingerprint(&root));
    root.write("acme/reviews/v.review.yaml", format!("{REVIEW}decision: {named}\n"));
    assert_eq!(standing(&root).1, "on_these");
    root.write("acme/answers/p.pdf", "two");
    assert_eq!(standing(&root).1, "on_others");
    root.write("acme/answers/p.pdf", "one");
    assert_eq!(standing(&root).1, "on_these");
    // what comes later in the place of a document that had not come is another document
    let both = cited.replace(paper, &format!("{paper}, {}", paper.replace("p.pdf", "later.pdf")));
    root.write("acme/answers/v.yaml", &both);
    let named = format!("{{outcome: approved, by: Board, on: 2026-11-12, answers: {}}}", fingerprint(&root));
    root.write("acme/reviews/v.review.yaml", format!("{REVIEW}decision: {named}\n"));
    assert_eq!(standing(&root).1, "on_these");
    root.write("acme/answers/later.pdf", "one");
    assert_eq!(standing(&root).1, "on_others");
}

#[test]
fn twelve_digits_name_no_answers() {
    let root = decided("{outcome: approved, by: Board, on: 2026-11-12, answers: d3b5e3487270}");
    let ran = under_our_rules(&root, &["assess"]);
    assert!(ran.code == 2 && ran.err.contains("error[not-a-fingerprint]"), "{}", ran.err);
}

#[test]
fn a_decision_that_is_older_than_the_answers_is_none_on_them() {
    let root = decided("{outcome: approved, by: Board, on: 2026-11-01}");
    assert_eq!(standing(&root), (1, "older".to_owned(), vec!["decision-older".to_owned()]));
    let screen = under_our_rules(&root, &["assess"]).out;
    let one_line = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(one_line.contains("older than these answers, so none on them"), "{screen}");
    let swedish = under_our_rules(&root, &["export", "--lang", "sv"]).out;
    assert!(swedish.contains("Äldre än de här svaren, så inget om dem"), "{swedish}");
    root.write(
        "acme/reviews/v.review.yaml",
        format!("{REVIEW}decision: {{outcome: approved, by: B, on: 2026-11-02}}\n"),
    );
    assert_eq!(standing(&root).1, "unbound", "of the same day it may be the later");
    let named = format!("{{outcome: approved, by: Board, on: 2026-11-01, answers: {}}}", fingerprint(&root));
    root.write("acme/reviews/v.review.yaml", format!("{REVIEW}decision: {named}\n"));
    assert_eq!(standing(&root).1, "older", "answers that were not there yet cannot have been decided on");
}

// ---------------------------------------------------------------- the day it is

/// What the program takes for today in a time zone, and what it says.
#[cfg(unix)]
fn today(root: &Folder, zone: &str) -> (String, String) {
    let mut duly = command(root.path(), &["export", "v.yaml", "--questionnaire", "small.yaml", "-f", "json"]);
    duly.env("TZ", zone);
    let ran = run(duly);
    let json = ran.json::<Value>();
    (json["as_of"].as_str().unwrap().to_owned(), ran.err)
}

#[cfg(unix)]
#[test]
fn no_file_of_the_folder_in_which_we_stand_says_what_day_it_is() {
    // a zone in which it is another day for ten hours out of twenty-four, and one that is never of the same day
    let zones = Path::new("/usr/share/zoneinfo/Etc");
    let root = Folder::with(&[("v.yaml", ANSWERS), ("small.yaml", SMALL)]);
    let [west, east] = ["<-12>12", "<+14>-14"].map(|zone| today(&root, zone));
    assert!(west.0 < east.0 && !west.1.contains("time zone"), "{west:?} {east:?}");
    let utc = today(&root, "UTC0").0;
    if zones.join("GMT+12").exists() {
        for (name, day) in [("Etc/GMT+12", &west.0), (":Etc/GMT+12", &west.0), ("Etc/GMT-14", &east.0)] {
            assert_eq!((&today(&root, name).0, today(&root, name).1.contains("time zone")), (day, false), "{name}");
        }
        assert_eq!(today(&root, "/usr/share/zoneinfo/Etc/GMT-14").0, east.0);
        for (file, zone) in [("Nowhere/Town", "GMT+12"), ("zone", "GMT-14"), ("Etc/UTC", "GMT-14")] {
            root.write(file, fs::read(zones.join(zone)).unwrap());
        }
        assert_eq!(today(&root, "Etc/UTC").0, utc, "the system's, not the folder's");
    }
    for zone in ["Nowhere/Town", ":Nowhere/Town", "./zone", ":zone", "zone", "../x/zone", ":./Nowhere/../zone"] {
        let (day, said) = today(&root, zone);
        assert_eq!(day, utc, "{zone}");
        let told = format!("the time zone `{zone}` that TZ names cannot be read; today is {day}, the day by UTC\n");
        assert!(said.starts_with(&told), "{zone}: {said}");
    }
}

// ---------------------------------------------------------------- words that say nothing

/// Signs that nobody sees, or that say nothing by themselves, as YAML writes them.
const NOTHING: [&str; 14] = [
    "\\u2800",
    "\\u3164",
    "\\uffa0",
    "\\u115f",
    "\\u1160",
    "\\U00013441",
    "\\ufe0f",
    "\\U000e0101",
    "\\u0301",
    "\\u0345",
    "\\u093e",
    "\\u0640\\u0640",
    "\\u30fc",
    "\\u2062",
];

#[test]
fn what_nobody_sees_is_no_reason_and_neither_is_that_it_does_not_apply() {
    let root = Folder::with(&[("small.yaml", SMALL)]);
    let judged = |comment: &str| {
        let na = format!("a.cards: {{answer: n/a, comment: \"{comment}\"}}");
        root.write("v.yaml", with(ANSWERS, "a.cards: no", &na));
        let args = ["v.yaml", "--questionnaire", "small.yaml", "-f", "json"];
        let json = duly_on_day(root.path(), &[&["export", "-q"], &args[..]].concat()).json::<Value>();
        let of_cards = json["questions"].as_array().unwrap().iter().find(|one| one["id"] == "a.cards").unwrap();
        let codes = duly_on_day(root.path(), &[&["check"], &args[..]].concat()).codes();
        (of_cards["status"].as_str().unwrap().to_owned(), codes.contains(&"na-without-reason".to_owned()))
    };
    let said = ["-", ".", "?", "n/a", "N/A.", "no", "No.", "none", "xxx", "tbd", "not applicable", "ej tillämpligt"];
    let more = ["nej", "Ej aktuellt.", "inga", "se ovan", "vet ej", "unknown"];
    for nothing in NOTHING.iter().chain(&said).chain(&more) {
        assert_eq!(judged(nothing), ("na_pending".to_owned(), true), "{nothing}");
    }
    for reason in ["No cards.", "Inga kort.", "e\u{301}n", "カードなし"] {
        assert_eq!(judged(reason), ("na".to_owned(), false), "{reason}");
    }
}

#[test]
fn what_nobody_sees_is_no_title_no_name_and_no_reason_of_ours() {
    let root = Folder::with(&[("small.yaml", SMALL)]);
    let args = ["check", "v.yaml", "v.review.yaml", "--questionnaire", "small.yaml", "-f", "json"];
    let found = |answers: &str, review: &str| {
        root.add(&[("v.yaml", answers), ("v.review.yaml", review)]);
        let codes = duly_on_day(root.path(), &args).codes();
        codes.iter().any(|code| ["not-a-text", "says-nothing", "missing-reason"].contains(&code.as_str()))
    };
    assert!(!found(ANSWERS, REVIEW));
    for nothing in NOTHING {
        let title =
            format!("answers: {{a.mfa: {{answer: yes, evidence: [{{title: \"{nothing}\", location: a.pdf}}]}}, ");
        assert!(found(&with(ANSWERS, "answers: {a.mfa: yes, ", &title), REVIEW), "title {nothing}");
        let name = with(REVIEW, "reviewer: Security office", &format!("reviewer: \"{nothing}\""));
        assert!(found(ANSWERS, &name), "reviewer {nothing}");
        let waived = format!("{REVIEW}waivers: [{{flag: no-mfa, by: B, until: 2027-01-01, because: \"{nothing}\"}}]\n");
        assert!(found(ANSWERS, &waived), "waiver {nothing}");
        let ours =
            with(REVIEW, "a.mfa: {saw: yes,", &format!("a.mfa: {{saw: yes, answer: no, because: \"{nothing}\","));
        assert!(found(ANSWERS, &ours), "overruled {nothing}");
    }
}

// ---------------------------------------------------------------- old answers

#[test]
fn old_answers_are_called_old_in_head_table_and_gate() {
    let root = archive();
    root.write("acme/rules.toml", format!("{RULES}[gate]\ncoverage = 1\n"));
    let of = |day: &str, rules: &str| {
        root.write("acme/answers/v.yaml", with(ANSWERS, "2026-11-02", day));
        there(&root, &["export", "answers/v.yaml", "-f", "json", "-q", "--policy", rules])
    };
    assert_eq!(of("2025-11-23", "rules.toml").code, 0, "a year old, and not a day older");
    let old = of("2025-11-22", "rules.toml");
    let json = old.json::<Value>();
    assert_eq!(
        (old.code, &json["gate"]["failed"], &json["basis"]["answers"]["old"]),
        (1, &json!(["answers"]), &json!(true))
    );
    assert!(old.err.contains("must not be older than 12 months, they are of 2025-11-22 (answers)"), "{}", old.err);
    root.write("acme/answers/v.yaml", with(ANSWERS, "answered: 2026-11-02\n", ""));
    let undated = there(&root, &["export", "answers/v.yaml", "-f", "json", "-q", "--policy", "rules.toml"]);
    assert_eq!((undated.code, &undated.json::<Value>()["gate"]["failed"]), (1, &json!(["answers"])), "{}", undated.err);
    of("2025-11-22", "rules.toml");
    let said = "The answers are old: of 2025-11-22, more than 12 months ago";
    for report in [&["export"][..], &["export", "-f", "html"], &["export", "--for", "board"], &["explain"]] {
        let told = there(&root, &[report, &["answers/v.yaml", "--policy", "rules.toml"]].concat()).out;
        let one_line = told.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(one_line.contains(said), "{report:?}: {told}");
    }
    let screen = there(&root, &["assess", "answers/v.yaml", "--policy", "rules.toml"]).out;
    assert!(screen.contains("  ! the answers are old: of 2025-11-22, more than 12 months ago\n"), "{screen}");
    let table = there(&root, &["assess", "answers", "--policy", "rules.toml", "-q"]).out;
    assert!(table.contains("! old answers (1): v.yaml 2025-11-22\n"), "{table}");
    let row = there(&root, &["export", "answers/v.yaml", "--summary", "-f", "csv", "--policy", "rules.toml", "-q"]).out;
    assert!(
        row.lines().next().unwrap().contains(",Old answers of,") && row.trim_end().ends_with(",2025-11-22,,no,no"),
        "{row}"
    );
    root.write(
        "acme/long.toml",
        format!("answers_months = 13\n{RULES}[gate]\ncoverage = 1\n").replace(
            "answers_months = 13\nformat = \"duly/policy@1\"\n",
            "format = \"duly/policy@1\"\nanswers_months = 13\n",
        ),
    );
    assert_eq!(of("2025-11-22", "long.toml").code, 0);
}

#[test]
fn answers_without_a_day_are_called_undated_wherever_old_ones_are_called_old() {
    let root = archive();
    root.write("acme/rules.toml", RULES);
    let undated = with(ANSWERS, "answered: 2026-11-02\n", "");
    root.write("acme/answers/v.yaml", &undated);
    let told = |args: &[&str]| there(&root, &[args, &["--policy", "rules.toml"]].concat());
    let said = "The answers do not say of which day they are: they may be old";
    for report in [&["export"][..], &["export", "-f", "html"], &["export", "--for", "board"], &["explain"]] {
        let out = told(&[report, &["answers/v.yaml"]].concat()).out;
        assert!(out.split_whitespace().collect::<Vec<_>>().join(" ").contains(said), "{report:?}: {out}");
    }
    let screen = told(&["assess", "answers/v.yaml"]).out;
    assert!(screen.contains("  ! the answers do not say of which day they are: they may be old\n"), "{screen}");
    let warned = told(&["check", "answers/v.yaml", "--deny-warnings"]);
    assert_eq!(warned.code, 2, "{}", warned.err);
    assert!(format!("{}{}", warned.out, warned.err).contains("warning[answers-undated]"), "{}", warned.err);
    let table = told(&["assess", "answers", "-q"]).out;
    assert!(table.contains("! undated answers (1): v.yaml\n"), "{table}");
    let row = told(&["export", "answers/v.yaml", "--summary", "-f", "csv", "-q"]).out;
    assert!(row.trim_end().ends_with(",undated,,no,no"), "{row}");
    let overview = told(&["export", "answers", "--summary", "-f", "json", "-q"]).json::<Value>();
    assert_eq!(overview["due"]["overdue"]["answers"], 1);
    let page = told(&["export", "answers", "--summary", "-f", "md", "-q"]).out;
    assert!(page.contains("Old or undated answers"), "{page}");
    let due = told(&["due", "answers", "--fail-on", "overdue"]);
    assert!(due.code == 1 && due.err.contains("v.yaml: answers never in time: answers without a day"), "{}", due.err);
    root.write("acme/answers/w.yaml", with(ANSWERS, "2026-11-02", "2026-11-10"));
    let pair = told(&["diff", "answers/v.yaml", "answers/w.yaml"]).out;
    assert!(pair.contains("  ! v.yaml: the answers do not say of which day they are: they may be old\n"), "{pair}");
}

// ---------------------------------------------------------------- who is who

/// Answers of a day by somebody with a registration.
fn of_vendor(vendor: &str, day: &str) -> String {
    let named = with(ANSWERS, "vendor: {name: Vendor AB}", &format!("vendor: {{{vendor}}}"));
    with(&named, "answered: 2026-11-02", &format!("answered: {day}"))
}

/// Two files side by side, on one line each way.
fn side_by_side(a: &str, b: &str, more: &[&str]) -> Ran {
    let root = Folder::with(&[("a.yaml", a), ("b.yaml", b), ("small.yaml", SMALL)]);
    let args = [&["diff", "a.yaml", "b.yaml", "--questionnaire", "small.yaml"], more].concat();
    let ran = duly_on_day(root.path(), &args);
    Ran { out: ran.out.split_whitespace().collect::<Vec<_>>().join(" "), ..ran }
}

#[test]
fn one_registration_is_one_vendor_and_two_are_two_whatever_they_are_called() {
    let old = of_vendor("name: Alfa AB, registration: 559000-0000", "2025-11-02");
    let renamed = of_vendor("name: Omega AB, registration: \"559000 0000\"", "2026-11-02");
    let told = side_by_side(&old, &renamed, &[]).done().out;
    assert!(told.starts_with("Omega AB: 2025-11-02 to 2026-11-02"), "{told}");
    assert!(
        told.contains("Alfa AB and Omega AB have the same registration, 559000-0000: one vendor under two"),
        "{told}"
    );
    let namesake = of_vendor("name: Alfa AB, registration: 556000-1111", "2026-11-02");
    let told = side_by_side(&old, &namesake, &[]).done().out;
    assert!(told.starts_with("Alfa AB (a.yaml) and Alfa AB (b.yaml) side by side"), "{told}");
    assert!(told.contains("Two vendors are called Alfa AB: their registrations differ"), "{told}");
    let unregistered = of_vendor("name: Alfa AB", "2026-11-02");
    let told = side_by_side(&old, &unregistered, &["--lang", "sv"]).done().out;
    assert!(told.starts_with("Alfa AB: 2025-11-02 till 2026-11-02") && !told.contains("organisationsnummer"), "{told}");
}

#[test]
fn a_name_that_looks_like_another_is_remarked() {
    let ours = of_vendor("name: NordKontakt AB", "2026-11-02");
    for sly in ["NоrdKontakt AB", "NordKontakt A B", "NordKontact AB", "N0rdKontakt AB"] {
        let told = side_by_side(&ours, &of_vendor(&format!("name: {sly}"), "2026-11-02"), &[]).done().out;
        assert!(told.contains("look alike and are not the same name"), "{sly}: {told}");
        assert!(told.contains("side by side"), "{sly}: {told}");
    }
    let told = side_by_side(&ours, &of_vendor("name: Billigsvar Ltd", "2026-11-02"), &[]).done().out;
    assert!(!told.contains("look alike"), "{told}");
}

#[test]
fn the_newer_of_two_dates_named_first_is_told_and_not_reported_backwards() {
    let [old, new] = ["2025-11-02", "2026-11-02"].map(|day| of_vendor("name: Alfa AB", day));
    let better = with(&new, "a.hours: 2", "a.hours: 1").replace("a.cards: no", "a.cards: yes");
    let [straight, turned] =
        [side_by_side(&old, &better, &[]), side_by_side(&better, &old, &[])].map(|ran| ran.done().out);
    let straight = straight.split("Based on").next().unwrap(); // the files stand as they were named
    assert!(straight.starts_with("Alfa AB: 2025-11-02 to 2026-11-02"), "{straight}");
    let said = "The newer answers were named first; the change is told from the older ones to them ";
    let turned = turned.split("Based on").next().unwrap();
    assert_eq!(turned.replace(&format!("! {said}"), "").replace(said, ""), straight);
    assert!(turned.contains(said.trim_end()), "{turned}");
    let json = |a: &str, b: &str| -> Value { side_by_side(a, b, &["-f", "json"]).done().json() };
    assert_eq!(json(&better, &old)["vendors"][0]["answered"], "2026-11-02", "programs get the order that they named");
}

// ---------------------------------------------------------------- what is at stake, against the answers

#[test]
fn what_we_say_is_at_stake_can_contradict_the_answers() {
    let contradictions = "contradictions:\n  - {id: cards, title: No cards by our word and cards by theirs, when: {all: \
                          [{inherent_risk.data: [contact]}, {a.cards: [\"yes\"]}]}}\ncategories:";
    let root = archive();
    root.write("acme/small.yaml", SMALL.replacen("categories:", contradictions, 1));
    root.write("acme/answers/v.yaml", with(ANSWERS, "a.cards: no", "a.cards: yes, a.card-log: yes"));
    root.write("acme/reviews/v.review.yaml", REVIEW.replace("a.cards: {saw: no", "a.cards: {saw: yes"));
    let args = ["export", "answers/v.yaml", "-f", "json", "-q", "--policy", "duly.toml"];
    let found = there(&root, &args).json::<Value>()["contradictions"].clone();
    assert_eq!(found[0]["id"], "cards", "{found}");
    let screen = there(&root, &["assess", "answers/v.yaml", "--policy", "duly.toml"]).out;
    assert!(screen.contains("No cards by our word and cards by theirs"), "{screen}");
    let letter = there(&root, &["export", "answers/v.yaml", "--for", "vendor", "--policy", "duly.toml"]).out;
    assert!(letter.contains("No cards by our word and cards by theirs") && !letter.contains("contact"), "{letter}");
    let other = REVIEW.replace("data: contact", "data: special").replace("a.cards: {saw: no", "a.cards: {saw: yes");
    root.write("acme/reviews/v.review.yaml", other);
    assert_eq!(there(&root, &args).json::<Value>()["contradictions"], json!([]));
    root.write("acme/reviews/v.review.yaml", REVIEW.replace("inherent_risk: {data: contact}\n", ""));
    assert_eq!(
        there(&root, &args).json::<Value>()["contradictions"],
        json!([]),
        "what is not stated contradicts nothing"
    );
}

// ---------------------------------------------------------------- papers, and what we saw

/// How far the answer to `a.mfa` is proved, where it cites a document with these keys and `a.pdf` is here.
fn proved(keys: &str) -> String {
    let cited = format!("answers: {{a.mfa: {{answer: yes, evidence: [{{title: T, {keys}}}]}}, ");
    let answers = with(ANSWERS, "answers: {a.mfa: yes, ", &cited);
    let root = Folder::with(&[("v.yaml", &answers), ("small.yaml", SMALL), ("a.pdf", "A paper.\n")]);
    let args = ["export", "v.yaml", "--questionnaire", "small.yaml", "-f", "json", "-q"];
    let json = duly_on_day(root.path(), &args).json::<Value>();
    json["questions"][0]["assurance"].as_str().unwrap().to_owned()
}

#[test]
fn a_place_that_says_nothing_makes_no_paper_of_a_word() {
    let at = |place: &str| proved(&format!("kind: policy, issued: 2026-10-01, location: \"{place}\""));
    assert_eq!(at("a.pdf"), "documented");
    let words = ["-", ".", "?", "n/a", "tbd", "on request", "not available", "https://", "ftp:x", "about:blank", "%00"];
    for place in words.iter().chain(&NOTHING) {
        assert_eq!(at(place), "claimed", "{place}");
    }
}

#[test]
fn no_paper_outlives_its_kind_by_what_it_says_of_itself() {
    let of = |dates: &str| proved(&format!("kind: policy, location: a.pdf, {dates}"));
    for until in ["", ", valid_until: 2031-11-23", ", valid_until: 2099-01-01"] {
        assert_eq!(of(&format!("issued: 1990-01-01{until}")), "expired", "{until}");
        assert_eq!(of(&format!("issued: 2025-11-23{until}")), "documented", "{until}");
        assert_eq!(of(&format!("issued: 2025-11-22{until}")), "expired", "{until}");
    }
}

#[test]
fn what_we_saw_says_which_answer_and_proves_no_other() {
    let root = archive();
    let of_mfa = |review: &str| {
        root.write("acme/reviews/v.review.yaml", review);
        there(&root, &["export", "answers/v.yaml", "-f", "json", "-q", "--policy", "duly.toml"])
    };
    let unseen = of_mfa(&REVIEW.replace("{saw: yes, verified", "{verified"));
    assert!(unseen.code == 2 && unseen.err.contains("error[verified-without-saw]"), "{}", unseen.err);
    let assurance = |ran: Ran| ran.json::<Value>()["questions"][0]["assurance"].as_str().unwrap().to_owned();
    assert_eq!(assurance(of_mfa(REVIEW)), "verified");
    root.write("acme/answers/v.yaml", with(ANSWERS, "a.mfa: yes", "a.mfa: {answer: partial, comment: Some.}"));
    assert_eq!(assurance(of_mfa(REVIEW)), "claimed", "the vendor has come down from what we saw");
    let ours = "a.mfa: {saw: no, answer: yes, because: Seen on the visit.}";
    let overruled = of_mfa(&REVIEW.replace(
        "a.mfa: {saw: yes, verified: [{title: Seen in the console, issued: 2026-11-09, valid_until: 2027-11-09}]}",
        ours,
    ));
    assert_eq!(assurance(overruled), "claimed", "our answer is a word, too");
    let codes = there(&root, &["check", "answers/v.yaml", "-f", "json", "--policy", "duly.toml"]).codes();
    assert_eq!(codes, ["verified-other-answer"], "and the vendor has changed its own since");
}

/// Whoever writes the questions decides the result: a vendor's own file of them passes no gate, unless we name it.
#[test]
fn questions_of_the_vendor_pass_no_gate_until_we_name_them() {
    let answers = with(ANSWERS, "small@1.0.0", "./small.yaml");
    let root = Folder::with(&[
        ("vendors/v.yaml", &answers),
        ("vendors/small.yaml", SMALL),
        ("v.review.yaml", REVIEW),
        ("ours.toml", &with(RULES, "[\"small.yaml\"]\nreviews = \"reviews\"", "[\"vendors/small.yaml\"]")),
    ]);
    let say = |more: &[&str]| {
        let args =
            ["export", "vendors/v.yaml", "-f", "json", "--fail-on", "critical", "-q", "--review", "v.review.yaml"];
        let ran = duly_on_day(root.at("."), &[&args[..], more].concat());
        (ran.code, ran.json::<Value>()["gate"]["failed"].clone(), ran.err)
    };
    let (code, failed, err) = say(&[]);
    assert_eq!((code, failed), (1, json!(["questionnaire"])));
    assert!(err.contains("among the vendor's files") && err.contains("--questionnaire"), "{err}");
    for named in [["--questionnaire", "vendors/small.yaml"], ["--policy", "ours.toml"]] {
        let (code, failed, err) = say(&named);
        assert_eq!((code, failed), (0, json!([])), "{named:?}: {err}");
    }
}
