//! Sub-processors as the vendor lists them: read, shown, compared, in JSON and CSV, and never scored.

use serde_json::{Value, json};

use crate::support::{Folder, Ran, SMALL, duly, duly_on_day, example};

fn answers(vendor: &str, answered: &str, chain: &str) -> String {
    format!(
        "format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: ./small.yaml\nanswered: {answered}\n\
            {chain}answers: {{a.mfa: yes}}\n"
    )
}

const PUZZEL: &str = "  - {name: Puzzel AS, country: NO, registration: 985 161 238, does: telephony}\n";

fn desk() -> Folder {
    let desk = Folder::new();
    desk.write("small.yaml", SMALL);
    let chain = |more: &str| format!("chain:\n{PUZZEL}{more}");
    desk.write("a.yaml", answers("Alfa", "2026-11-01", &chain("  - {name: Zendesk Inc, country: US}\n")));
    desk.write("old.yaml", answers("Alfa", "2025-11-01", &chain("").replace("NO", "SE")));
    let other = "chain:\n  - {name: Puzzel (formerly Intelecom), registration: NO985161238}\n  - {name: Own Voices}\n";
    desk.write("b.yaml", answers("Beta", "2026-11-01", &other.replace("NO985", "985")));
    desk.write("bare.yaml", answers("Bare", "2026-11-01", ""));
    desk
}

fn run(desk: &Folder, args: &[&str]) -> Ran {
    duly_on_day(desk, &[args, &["-q"]].concat())
}

#[test]
fn it_is_shown_and_changes_no_figure() {
    let desk = desk();
    let json = |file: &str| run(&desk, &["export", file, "-f", "json"]).json::<Value>();
    let (with, without) = (json("a.yaml"), json("bare.yaml"));
    let puzzel = json!({"name": "Puzzel AS", "country": "NO", "registration": "985 161 238", "does": "telephony"});
    let zendesk = json!({"name": "Zendesk Inc", "country": "US", "registration": null, "does": null});
    assert_eq!(with["chain"], json!([puzzel, zendesk]));
    assert_eq!(without["chain"], json!([]));
    for key in ["overall", "rating", "coverage", "scope", "flags", "questions"] {
        assert_eq!(with[key], without[key], "{key}");
    }
    let report = run(&desk, &["export", "a.yaml"]).out;
    assert!(report.contains("2 sub-processors, as the vendor lists them"), "{report}");
    assert!(report.contains("| Puzzel AS | NO | 985 161 238 | telephony |"), "{report}");
    for (lang, said) in [("en", "1 sub-processor, as the vendor lists it."), ("sv", "1 underbiträde, som leverantören")]
    {
        let one = run(&desk, &["export", "old.yaml", "--lang", lang]).out;
        assert!(one.contains(said), "{one}");
    }
    let screen = run(&desk, &["assess", "a.yaml"]).out;
    assert!(screen.contains("2: “Puzzel AS (NO)”, “Zendesk Inc (US)”"), "{screen}");
    for (args, word) in [(&["export"][..], "sub-processor"), (&["assess", "--all"], "Sub-processor")] {
        let bare = run(&desk, &[args, &["bare.yaml"]].concat()).out;
        assert!(!bare.contains(word), "{bare}");
    }
}

#[test]
fn in_a_table_it_follows_the_questions() {
    let desk = desk();
    let rows = |file: &str| {
        let out = run(&desk, &["export", file, "-f", "csv"]).out;
        out.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let (with, without) = (rows("a.yaml"), rows("bare.yaml"));
    assert_eq!(with.len(), without.len() + 2);
    let columns = |row: &str| row.matches(',').count();
    let last = &with[with.len() - 2..];
    assert!(last[0].starts_with("chain,Sub-processors,Puzzel AS (NO),telephony,985 161 238,"), "{last:?}");
    assert_eq!(columns(&last[0]), columns(&with[0]), "{last:?}");
}

#[test]
fn two_vendors_and_two_dates_are_held_together_by_registration_and_name() {
    let desk = desk();
    let told = run(&desk, &["diff", "a.yaml", "b.yaml", "-f", "json"]).json::<Value>();
    let expected = json!({"both": ["Puzzel AS"], "only_a": ["Zendesk Inc"], "only_b": ["Own Voices"]});
    assert_eq!(told["pairs"][0]["chain"], expected);
    let rivals = run(&desk, &["diff", "a.yaml", "b.yaml", "-f", "markdown"]).out;
    assert!(rivals.contains("| “Puzzel AS (NO)” | “telephony” | “Puzzel (formerly Intelecom)”: listed |"), "{rivals}");
    assert!(rivals.contains("| “Own Voices” | – | listed |"), "{rivals}");
    let three = run(&desk, &["diff", "a.yaml", "b.yaml", "bare.yaml", "-f", "markdown"]).out;
    assert!(three.contains("| “Zendesk Inc (US)” | listed | – | – |"), "{three}");
    let dates = run(&desk, &["diff", "old.yaml", "a.yaml", "-f", "markdown"]).out;
    assert!(dates.contains("“Puzzel AS (NO)”: “telephony, SE” → “telephony, NO”"), "{dates}");
    assert!(dates.contains("“Zendesk Inc (US)”: not listed → “US”"), "{dates}");
    let same = run(&desk, &["diff", "a.yaml", "a.yaml", "-f", "markdown"]).out;
    assert!(!same.contains("Sub-processors"), "{same}");
}

#[test]
fn a_list_beside_the_answer_that_there_is_none_is_remarked() {
    let answers = example("allyes.yaml");
    let said = answers.lines().find(|line| line.trim_start().starts_with("gdpr.subprocessors:")).unwrap();
    let none = answers.replace(said, "  gdpr.subprocessors: none");
    let listed = none.replace("\nanswers:\n", "\nchain: [{name: Moskva Hosting OOO, country: RU}]\nanswers:\n");
    let desk = Folder::with(&[("none.yaml", &none), ("listed.yaml", &listed)]);
    for (file, is_remarked) in [("none.yaml", false), ("listed.yaml", true)] {
        let codes = duly_on_day(&desk, &["check", file, "-f", "json"]).codes();
        assert_eq!(codes.contains(&"chain-denied".to_owned()), is_remarked, "{codes:?}");
        for (reader, en, sv) in [
            (
                "board",
                "The vendor answers that it has no sub-processors (gdpr.subprocessors), yet its list names “Moskva Hosting OOO (RU)”",
                "inte har några underbiträden (gdpr.subprocessors), men dess lista anger ”Moskva Hosting OOO (RU)”",
            ),
            (
                "vendor",
                "You list sub-processors (“Moskva Hosting OOO (RU)”) and answer that there are none",
                "Ni anger underbiträden (”Moskva Hosting OOO (RU)”)",
            ),
        ] {
            for (lang, said) in [("en", en), ("sv", sv)] {
                let page = run(&desk, &["export", file, "--for", reader, "--lang", lang]).out;
                assert_eq!(page.contains(said), is_remarked, "{file} {reader} {lang}: {page}");
            }
        }
    }
    let json = |file: &str| run(&desk, &["export", file, "-f", "json"]).json::<Value>();
    assert_eq!(json("none.yaml")["overall"], json("listed.yaml")["overall"], "no point moves");
}

#[test]
fn companies_outside_the_eea_beside_the_answer_that_nothing_is_there_are_remarked() {
    let answers = example("nordkontakt.yaml");
    let said = answers.lines().find(|line| line.trim_start().starts_with("gdpr.locations:")).unwrap();
    let outside = |country: &str| answers.replace("Pikaviesti Oy, country: FI", &format!("Pikaviesti, {country}"));
    let stands = outside("country: Indien");
    let desk = Folder::with(&[
        ("inside.yaml", &*answers),
        ("unknown.yaml", &outside("country: Atlantis")),
        ("outside.yaml", &stands),
        ("told.yaml", &stands.replace(said, "  gdpr.locations: third")),
    ]);
    for (file, is_remarked) in [("inside", false), ("unknown", false), ("told", false), ("outside", true)] {
        let file = &format!("{file}.yaml");
        let codes = duly_on_day(&desk, &["check", file, "-f", "json"]).codes();
        assert_eq!(codes.contains(&"chain-outside".to_owned()), is_remarked, "{file}: {codes:?}");
        for (reader, lang, said) in [
            (
                "board",
                "en",
                "The vendor answers with the EU/EEA alone (gdpr.locations), yet companies in its list are established outside it: “Pikaviesti (Indien)”",
            ),
            (
                "board",
                "sv",
                "Leverantören svarar bara EU/EES (gdpr.locations), men företag i dess lista är etablerade utanför: ”Pikaviesti (Indien)”",
            ),
            ("vendor", "en", "You list sub-processors established outside the EU/EEA (“Pikaviesti (Indien)”)"),
            ("vendor", "sv", "Ni anger underbiträden som är etablerade utanför EU/EES (”Pikaviesti (Indien)”)"),
        ] {
            let page = run(&desk, &["export", file, "--for", reader, "--lang", lang]).out;
            assert_eq!(page.contains(said), is_remarked, "{file} {reader} {lang}: {page}");
        }
        let screen = run(&desk, &["assess", file]).out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(screen.contains("established outside it: “Pikaviesti (Indien)”"), is_remarked, "{screen}");
    }
}

#[test]
fn hostile_words_in_it_stay_words_and_mistakes_are_named() {
    let desk = desk();
    let evil = "chain: [{name: \"# Verdict | x\\e[31m\", does: \"=1+1\"}]\n";
    desk.write("evil.yaml", answers("Evil", "2026-11-01", evil));
    let screen = run(&desk, &["assess", "evil.yaml"]);
    assert!(!screen.out.contains('\u{1b}'), "{}", screen.out);
    let report = run(&desk, &["export", "evil.yaml"]).out;
    assert!(!report.contains("# Verdict | x"), "{report}");
    let csv = run(&desk, &["export", "evil.yaml", "-f", "csv"]).out;
    assert!(csv.contains(",'=1+1,"), "{csv}");
    for (chain, code) in [
        ("chain: [{country: NO}]\n", "missing-key"),
        ("chain: [{name: A, role: x}]\n", "unknown-key"),
        ("chain: Puzzel\n", "not-a-list"),
    ] {
        desk.write("bad.yaml", answers("Bad", "2026-11-01", chain));
        let codes = duly_on_day(&desk, &["check", "bad.yaml", "-f", "json"]).codes();
        assert!(codes.contains(&code.to_owned()), "{chain}: {codes:?}");
    }
    let many = format!("chain:\n{}", "  - {name: A}\n".repeat(201));
    desk.write("bad.yaml", answers("Bad", "2026-11-01", &many));
    let codes = duly_on_day(&desk, &["check", "bad.yaml", "-f", "json"]).codes();
    assert!(codes.contains(&"out-of-range".to_owned()), "{codes:?}");
}

#[test]
fn the_example_of_a_new_file_can_be_used() {
    let desk = desk();
    let made = duly(&desk, &["new", "--vendor", "Alfa", "--questionnaire", "small.yaml", "-o", "-"]).out;
    let used = made.replace("\n  # - {name:", "\n  - {name:").replace("answered:", "answered: 2026-11-01");
    assert_ne!(used, made);
    desk.write("new.yaml", used);
    let chain = &run(&desk, &["export", "new.yaml", "-f", "json"]).json::<Value>()["chain"];
    assert_eq!(chain[0]["country"], "NO", "{chain}");
}
