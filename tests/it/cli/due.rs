//! `duly due`: what falls due for vendors, as a list, a table, JSON and a calendar.

use std::collections::BTreeSet;
use std::process::Command;

use serde_json::{Value, json};

use crate::support::{Folder, Ran, SMALL, command, duly, root, run};

const RULES: &str = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n[review_months]\ncritical = 6\nhigh = 12\n";

fn answers(vendor: &str, more: &str) -> String {
    format!("format: duly/answers@1\nvendor: {{name: {vendor}}}\nquestionnaire: small@1.0.0\n{more}")
}

fn review(vendor: &str, decision: &str) -> String {
    format!(
        "format: duly/review@1\nvendor: {vendor}\nreviewer: Office\nreviewed: 2026-01-10\n\
         decision:\n  outcome: conditional\n  by: Board\n  on: 2026-01-12\n{decision}"
    )
}

/// Alfa has conditions, Beta a review that is computed, Gamma no decision, and answers without a day.
fn desk() -> Folder {
    let desk = Folder::new();
    desk.add(&[("small.yaml", SMALL), ("duly.toml", RULES)]);
    desk.write("vendors/alfa.yaml", answers("Alfa", "answered: 2026-01-05\nanswers: {a.mfa: yes}\n"));
    desk.write("vendors/beta.yaml", answers("Beta", "answered: 2025-11-20\nanswers: {a.mfa: yes}\n"));
    desk.write("vendors/gamma.yaml", answers("Gamma", "answers: {a.mfa: yes}\n"));
    let conditions = "  next_review: 2026-11-22\n  conditions:\n    - Keys held by us\n\
        \x20   - {what: Restore test, owner: IT, due: 2026-11-23}\n\
        \x20   - {what: Policy signed, due: 2026-02-01, met: 2026-02-02}\n\
        \x20   - {what: \"Log, kept; for a year\\\\or more\", owner: Drift, due: 2027-02-22}\n";
    desk.write("reviews/alfa.review.yaml", review("Alfa", conditions));
    desk.write("reviews/beta.review.yaml", review("Beta", ""));
    desk
}

fn due(desk: &Folder, args: &[&str]) -> Ran {
    let fixed =
        ["due", "vendors", "--questionnaire", "small.yaml", "--policy", "duly.toml", "--as-of", "2026-11-23", "-q"];
    duly(desk, &[&fixed, args].concat())
}

const LIST: &str = "\
What falls due by 2027-02-21 · as of 2026-11-23

Overdue (4)
Day        What      Vendor About                             Who
2026-07-12 review    Beta   approved on conditions (computed) Board
2026-11-20 answers   Beta   answers of 2025-11-20             –
2026-11-22 review    Alfa   approved on conditions            Board
no day     answers   Gamma  answers without a day             –

In time, until 2027-02-21 (2)
Day        What      Vendor About                             Who
2026-11-23 condition Alfa   Restore test                      IT
2027-01-05 answers   Alfa   answers of 2026-01-05             –

No day agreed (1)
Day        What      Vendor About                             Who
no day     condition Alfa   Keys held by us                   –

no decision on file, so no next review: 1 of 3
";

#[test]
fn what_falls_due_is_a_line_each_and_what_is_overdue_stands_first() {
    let ran = due(&desk(), &[]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, LIST, ""));
}

#[test]
fn in_swedish_too() {
    let expected = "\
Det som ska göras senast 2026-11-23 · per 2026-11-23

Försenat (4)
Dag        Vad        Leverantör Om                            Vem
2026-07-12 granskning Beta       godkänd på villkor (beräknad) Board
2026-11-20 svar       Beta       svar från 2025-11-20          –
2026-11-22 granskning Alfa       godkänd på villkor            Board
ingen dag  svar       Gamma      svar utan dag                 –

I tid, till och med 2026-11-23 (1)
Dag        Vad        Leverantör Om                            Vem
2026-11-23 villkor    Alfa       Restore test                  IT

Ingen dag avtalad (1)
Dag        Vad        Leverantör Om                            Vem
ingen dag  villkor    Alfa       Keys held by us               –

inget beslut finns, så ingen nästa granskning: 1 av 3
";
    assert_eq!(due(&desk(), &["--within", "0d", "--lang", "sv"]).out, expected);
}

#[test]
fn how_far_ahead_is_days_weeks_months_or_all() {
    let desk = desk();
    let last = |within: &str| {
        let out = due(&desk, &["--within", within]).out;
        let days = out.lines().filter(|line| line.starts_with("20")).map(|line| line[..10].to_owned());
        days.max().unwrap()
    };
    assert_eq!(last("0d"), "2026-11-23");
    assert_eq!(last("43d"), "2027-01-05");
    assert_eq!(last("42d"), "2026-11-23");
    assert_eq!(last("13w"), "2027-02-22");
    assert_eq!(last("2m"), "2027-01-05");
    assert_eq!(last("3m"), "2027-02-22");
    assert_eq!(last("all"), "2027-02-22");
    for bad in ["", "3", "m", "3y", "-1d", "3 d", "99999d", "9999w", "ä"] {
        let ran = due(&desk, &[&format!("--within={bad}")]);
        assert_eq!(ran.code, 2, "{bad}");
        assert!(ran.err.contains("30d, 6w or 3m, or all"), "{bad}: {}", ran.err);
    }
}

#[test]
fn what_is_overdue_fails_where_that_is_asked_for_and_is_named() {
    let desk = desk();
    let ran = due(&desk, &["--fail-on", "overdue"]);
    assert_eq!((ran.code, ran.out.as_str()), (1, LIST));
    let expected = "vendors/beta.yaml: review overdue since 2026-07-12 (computed): approved on conditions\n\
        vendors/beta.yaml: answers overdue since 2026-11-20: answers of 2025-11-20\n\
        vendors/alfa.yaml: review overdue since 2026-11-22: approved on conditions\n\
        vendors/gamma.yaml: answers never in time: answers without a day, so nobody can say how old they are\n";
    assert_eq!(ran.err, expected);
    let early = duly(
        &desk,
        &[
            "due",
            "vendors/alfa.yaml",
            "--questionnaire",
            "small.yaml",
            "--policy",
            "duly.toml",
            "--as-of",
            "2026-11-22",
            "-q",
            "--fail-on",
            "overdue",
        ],
    );
    assert_eq!((early.code, early.err.as_str()), (0, ""), "the last day is in time");
    desk.write("vendors/delta.yaml", answers("Delta", "answers: {a.mfa: [\n"));
    let ran = due(&desk, &["--fail-on", "overdue"]);
    assert_eq!(ran.code, 2, "what cannot be judged may be overdue, too");
    assert!(ran.out.ends_with("1 of 3\ncould not be judged: 1\n"), "{}", ran.out);
    assert!(ran.err.contains("vendors/delta.yaml"), "{}", ran.err);
}

/// Whoever sends answers chooses their day: it may not decide what is overdue, nor whether a condition is met.
#[test]
fn as_of_the_day_of_the_answers_nothing_is_told() {
    for (lang, said) in [("en", "give --as-of a date"), ("sv", "ange ett datum för --as-of")] {
        let args = ["due", "vendors", "--as-of", "answered", "--lang", lang];
        let ran = duly(&desk(), &args);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{}", ran.err);
        assert!(ran.err.contains(said), "{}", ran.err);
    }
}

#[test]
fn where_nothing_falls_due_it_says_so() {
    let desk = desk();
    desk.write("vendors/gamma.yaml", answers("Gamma", "answered:\nanswers: {a.mfa: }\n")); // nobody filled it in
    let args = ["due", "vendors/gamma.yaml", "--questionnaire", "small.yaml", "--as-of", "2026-11-23", "-q"];
    for (lang, said) in [("en", "\nNothing falls due.\n\n"), ("sv", "\nInget förfaller.\n\n")] {
        let out = duly(&desk, &[&args[..], &["--lang", lang]].concat()).out;
        assert!(out.contains(said), "{out}");
    }
}

#[test]
fn what_does_not_fit_goes_on_and_is_not_cut() {
    let desk = desk();
    let long = "  next_review: 2026-12-01\n  conditions:\n    - {what: Summary of incidents for all of the 36 months \
        before the service goes live, owner: Head of customer service, due: 2026-12-02}\n";
    desk.write("reviews/alfa.review.yaml", review("Alfa", long));
    for columns in ["80", "50"] {
        let args = ["due", "vendors/alfa.yaml", "--questionnaire", "small.yaml", "--policy", "duly.toml", "-q"];
        let mut narrow = command(&desk, &[&args[..], &["--as-of", "2026-11-23"]].concat());
        narrow.env("COLUMNS", columns);
        let ran = run(narrow);
        assert!(!ran.out.contains('…'), "{}", ran.out);
        assert!(ran.out.lines().all(|line| line.chars().count() <= columns.parse().unwrap()), "{}", ran.out);
        for word in ["Summary", "incidents", "months", "service", "customer", "Head", "live"] {
            assert!(ran.out.contains(word), "{word}: {}", ran.out);
        }
    }
}

#[test]
fn the_gate_of_the_policy_does_not_count_here() {
    let desk = desk();
    desk.write("duly.toml", format!("{RULES}[gate]\nrating = \"low\"\ndecision = true\n"));
    let ran = due(&desk, &[]);
    assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, LIST, ""));
}

#[test]
fn an_empty_form_settles_nothing() {
    let desk = desk();
    let before = due(&desk, &[]).out;
    desk.write("vendors/beta-next.yaml", answers("Beta", "answered: 2026-11-22\nanswers: {}\n"));
    let (after, beside) = (due(&desk, &[]), due(&desk, &["--fail-on", "overdue"]));
    let of_old = |list: &str| list.lines().filter(|line| line.contains("Beta")).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(of_old(&after.out)[..2], of_old(&before)[..], "{}", after.out);
    assert_eq!(beside.code, 1, "{}", beside.out);
    desk.write("vendors/beta-next.yaml", answers("Beta", "answered: 2026-11-22\nanswers: {a.mfa: no}\n"));
    assert!(!due(&desk, &[]).out.contains("answers of 2025-11-20"));
}

#[test]
fn of_earlier_answers_only_what_is_still_agreed_is_listed() {
    let desk = desk();
    desk.write("vendors/alfa-2027.yaml", answers("Alfa", "answered: 2026-11-20\nanswers: {a.mfa: yes}\n"));
    let out = due(&desk, &[]).out;
    assert!(out.contains("review    Alfa"), "nobody has decided on the new answers: {out}");
    assert!(!out.contains("answers   Alfa"), "{out}");
    assert!(out.contains("listed if still agreed: 1\n"), "{out}");
    let renewed = "  next_review: 2028-01-01\n  conditions:\n    - {what: Restore test, due: 2027-01-31}\n";
    desk.write("reviews/alfa-2027.review.yaml", review("Alfa", renewed));
    let out = due(&desk, &[]).out;
    assert!(!out.contains("review    Alfa"), "{out}");
    let conditions: Vec<&str> = out.lines().filter(|line| line.contains("condition Alfa")).collect();
    assert_eq!(conditions.len(), 2, "{out}");
    assert!(conditions[0].starts_with("2027-01-31") && conditions[1].starts_with("no day"), "{out}");
}

/// What is listed of a vendor whose answers of this year stand beside those of last year: kind and words.
fn beside(desk: &Folder, newer: &str, decided: &str) -> Vec<String> {
    desk.write("vendors/alfa-2027.yaml", answers("Alfa", &format!("answered: 2026-11-20\nanswers: {{{newer}}}\n")));
    desk.write("reviews/alfa-2027.review.yaml", review("Alfa", decided).replace("on: 2026-01-12", "on: 2026-11-21"));
    let list: Value = due(desk, &["-f", "json", "--within", "all"]).json();
    let of_alfa = list["dues"].as_array().unwrap().iter().filter(|due| due["vendor"] == "Alfa");
    let of_alfa = of_alfa.filter(|due| due["file"] == "vendors/alfa.yaml");
    of_alfa.map(|due| format!("{} {}", due["kind"].as_str().unwrap(), due["about"].as_str().unwrap())).collect()
}

#[test]
fn what_a_newer_review_settles_is_no_longer_due() {
    let desk = desk();
    let then = desk.read("reviews/alfa.review.yaml")
        + "waivers:\n  - {flag: no-mfa, by: CISO, until: 2026-10-31, because: It comes}\n";
    desk.write("reviews/alfa.review.yaml", then);
    desk.write("vendors/alfa.yaml", answers("Alfa", "answered: 2026-01-05\nanswers: {a.mfa: \"no\"}\n"));
    let conditions =
        ["condition Restore test", "condition Log, kept; for a year\\or more", "condition Keys held by us"];
    assert_eq!(beside(&desk, "a.mfa: yes", ""), conditions, "a newer decision: its day, and its waivers");
    assert_eq!(beside(&desk, "a.mfa: \"no\"", ""), conditions, "a newer decision accepts the flag no longer");
    let met = "  conditions:\n    - {what: \"Restore  test\", due: 2026-11-23, met: 2026-11-22}\n";
    assert_eq!(beside(&desk, "a.mfa: yes", met), conditions[1..], "it is met");
    let later = met.replace("met: 2026-11-22", "met: 2026-11-24");
    assert_eq!(beside(&desk, "a.mfa: yes", &later), conditions[1..], "it is told by the newer review");
    desk.write("reviews/alfa-2027.review.yaml", "");
    let rejected = "  outcome: rejected\n";
    let decided = review("Alfa", "").replace("  outcome: conditional\n", rejected).replace("2026-01-12", "2026-11-21");
    desk.write("reviews/alfa-2027.review.yaml", decided);
    let out = due(&desk, &["--within", "all"]).out;
    assert!(!out.contains("condition Alfa") && !out.contains("review    Alfa"), "{out}");
    let undecided = "format: duly/review@1\nvendor: Alfa\nreviewer: Office\nreviewed: 2026-11-21\n";
    desk.write("reviews/alfa-2027.review.yaml", undecided);
    let out = due(&desk, &["--within", "all"]).out;
    assert!(out.contains("review    Alfa") && !out.contains("waiver    Alfa"), "the flag is ruled out: {out}");
    desk.write("vendors/alfa-2027.yaml", answers("Alfa", "answered: 2026-11-20\nanswers: {a.mfa: \"no\"}\n"));
    let out = due(&desk, &["--within", "all"]).out;
    assert!(out.contains("waiver    Alfa"), "nobody has decided, and the flag is raised: {out}");
    desk.write("reviews/alfa.review.yaml", desk.read("reviews/alfa.review.yaml").replace("2026-01-12", "2026-11-22"));
    beside(&desk, "a.mfa: yes", "");
    let out = due(&desk, &["--within", "all"]).out;
    assert!(!out.contains("waiver    Alfa"), "{out}");
}

#[test]
fn a_vendor_keeps_its_ids_and_is_no_namesake_and_nobody_with_its_registration() {
    let desk = desk();
    let uids = |desk: &Folder| {
        let list: Value = due(desk, &["-f", "json", "--within", "all"]).json();
        let of_alfa = list["dues"].as_array().unwrap().iter().filter(|due| due["file"] == "vendors/alfa.yaml");
        of_alfa.map(|due| due["uid"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let before = uids(&desk);
    assert_eq!(before.len(), 5);
    let agreed: Vec<String> = [0, 1, 3, 4].map(|at| before[at].clone()).into(); // all but the answers
    let reviewed = desk.read("reviews/alfa.review.yaml");
    desk.write("reviews/alfa.review.yaml", reviewed.replace("reviewer: Office", "reviewer: Office\nclient: Kommunen"));
    assert_eq!(uids(&desk), before, "for whom we look is words of ours");
    let registered = |vendor: &str, number: &str, day: &str| {
        let name = format!("{{name: {vendor}}}");
        let with = format!("{{name: {vendor}, registration: \"{number}\"}}");
        answers(vendor, &format!("answered: {day}\nanswers: {{a.mfa: yes}}\n")).replace(&name, &with)
    };
    desk.write("vendors/alfa.yaml", registered("Alfa", "556016-0680", "2026-01-05"));
    assert_eq!(uids(&desk), before, "a registration that is given later changes nothing");
    desk.write("vendors/alfa-2027.yaml", answers("Alfa", "answered: 2026-11-20\nanswers: {a.mfa: yes}\n"));
    assert_eq!(uids(&desk), before, "whoever gives the name alone takes no place");
    let list: Value = due(&desk, &["-f", "json", "--within", "all"]).json();
    let all: Vec<&str> = list["dues"].as_array().unwrap().iter().map(|due| due["uid"].as_str().unwrap()).collect();
    assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "no id stands for two");
    desk.write("vendors/alfa-2027.yaml", registered("Alfa", "5560160680", "2026-11-20"));
    assert_eq!(uids(&desk), agreed, "the newer answers of the vendor itself");
    desk.write("vendors/alfa-2027.yaml", registered("Alfa Group", "5560160680", "2026-11-20"));
    assert_eq!(uids(&desk), before, "another one wrote its registration, and settles nothing of it");
    desk.write("vendors/alfa-2027.yaml", registered("Alfa", "556703-7485", "2026-11-20"));
    assert_eq!(uids(&desk).len(), 5, "a namesake is another vendor");
    assert!(uids(&desk).iter().all(|uid| !before.contains(uid)), "and has other ids");
}

#[test]
fn the_json_says_it_for_programs() {
    let list: Value = due(&desk(), &["-f", "json"]).json();
    assert_eq!(list["format"], "duly/due@1");
    let figures =
        ["as_of", "until", "vendors", "unjudged", "undecided", "overdue", "earlier"].map(|key| list[key].clone());
    let expected = [json!("2026-11-23"), json!("2027-02-21"), json!(3), json!(0), json!(1), json!(4), json!(0)];
    assert_eq!(figures, expected);
    let dues = list["dues"].as_array().unwrap();
    assert_eq!(dues.len(), 7);
    let first = json!({
        "uid": dues[0]["uid"], "kind": "review", "kind_in_words": "review", "by": "2026-07-12", "days_left": -134,
        "state": "overdue", "state_in_words": "overdue", "computed": true, "vendor": "Beta",
        "file": "vendors/beta.yaml", "about": "conditional", "about_in_words": "approved on conditions",
        "owner": "Board",
    });
    assert_eq!(dues[0], first);
    let without_day = |due: &Value| ["by", "days_left", "state", "about"].map(|key| due[key].clone());
    assert_eq!(without_day(&dues[3]), [Value::Null, Value::Null, json!("overdue"), json!("undated")]);
    assert_eq!(without_day(&dues[6]), [Value::Null, Value::Null, json!("due"), json!("Keys held by us")]);
}

/// The entries of a calendar, each as its lines, folds undone.
fn entries(calendar: &str) -> Vec<Vec<String>> {
    let whole = calendar.replace("\r\n ", "");
    let entries = whole.split("BEGIN:VEVENT\r\n").skip(1);
    entries.map(|entry| entry.split("\r\n").map(str::to_owned).collect()).collect()
}

/// Of these what is not cancelled.
fn standing(calendar: &str) -> Vec<Vec<String>> {
    let is_cancelled = |entry: &Vec<String>| entry.iter().any(|line| line == "STATUS:CANCELLED");
    entries(calendar).into_iter().filter(|entry| !is_cancelled(entry)).collect()
}

fn value(entry: &[String], key: &str) -> String {
    entry.iter().find_map(|line| line.strip_prefix(key)).unwrap().to_owned()
}

#[test]
fn a_calendar_holds_reviews_conditions_and_waivers_and_a_moved_day_keeps_its_id() {
    let desk = desk();
    let args = ["-f", "ics", "--within", "all"];
    let first = due(&desk, &args).out;
    let lines: Vec<&str> = first.strip_suffix("\r\n").unwrap().split("\r\n").collect();
    assert!(lines.iter().all(|line| line.len() <= 75 && !line.contains('\n')), "{first}");
    assert_eq!((lines[0], *lines.last().unwrap()), ("BEGIN:VCALENDAR", "END:VCALENDAR"));
    let before = standing(&first);
    let days: Vec<String> = before.iter().map(|entry| value(entry, "DTSTART;VALUE=DATE:")).collect();
    assert_eq!(days, ["20261123", "20261123", "20261123", "20270222"], "what is overdue stands on the day of the list");
    let summaries: Vec<String> = before.iter().map(|entry| value(entry, "SUMMARY:")).collect();
    assert_eq!(summaries[0], "Overdue since 2026-07-12\\, review: approved on conditions (Beta)");
    assert_eq!(summaries[1], "Overdue since 2026-11-22\\, review: approved on conditions (Alfa)");
    assert_eq!(summaries[2], "Condition: Restore test (Alfa)", "its day is the last one in time");
    let alarms: Vec<String> = before.iter().map(|entry| value(entry, "TRIGGER:")).collect();
    assert_eq!(alarms, ["PT9H", "PT9H", "-P14D", "-P14D"]);
    assert_eq!(value(&before[3], "SUMMARY:"), "Condition: Log\\, kept\\; for a year\\\\or more (Alfa)");
    assert!(value(&before[0], "DESCRIPTION:").ends_with("\\nThe day is computed by our rules."), "{first}");
    assert_eq!(due(&desk, &args).out, first, "the same files give the same bytes");
    let moved =
        desk.read("reviews/alfa.review.yaml").replace("owner: IT, due: 2026-11-23", "owner: Ops, due: 2027-01-15");
    desk.write("reviews/alfa.review.yaml", moved);
    let after = standing(&due(&desk, &args).out);
    let uids = |entries: &[Vec<String>]| {
        let mut uids: Vec<String> = entries.iter().map(|entry| value(entry, "UID:")).collect();
        uids.sort();
        uids
    };
    assert_eq!(uids(&before), uids(&after));
    let restore = |entries: &[Vec<String>]| {
        let entry = entries.iter().find(|entry| value(entry, "SUMMARY:").contains("Restore")).unwrap();
        (value(entry, "UID:"), value(entry, "DTSTART;VALUE=DATE:"))
    };
    assert_eq!(restore(&before).0, restore(&after).0);
    assert_eq!(restore(&after).1, "20270115");
}

#[test]
fn every_condition_has_an_id_of_its_own_and_keeps_it_when_another_is_met() {
    let desk = desk();
    let agreed = "  conditions:\n    - {what: Send the report, due: 2026-12-01}\n\
        \x20   - {what: Send the report, due: 2026-12-02}\n    - {what: \"Send the report #2\", due: 2026-12-03}\n";
    desk.write("reviews/alfa.review.yaml", review("Alfa", agreed));
    let of_alfa = |desk: &Folder| {
        let entries = entries(&due(desk, &["-f", "ics"]).out);
        let told = entries.iter().filter(|entry| value(entry, "SUMMARY:").contains("Send"));
        let is_cancelled = |entry: &[String]| entry.iter().any(|line| line == "STATUS:CANCELLED");
        told.map(|entry| (value(entry, "UID:"), is_cancelled(entry))).collect::<Vec<_>>()
    };
    let before = of_alfa(&desk);
    assert_eq!(before.len(), 3, "{before:?}");
    desk.write("reviews/alfa.review.yaml", review("Alfa", &agreed.replace("12-01}", "12-01, met: 2026-11-20}")));
    let [met, second, third] = before.try_into().unwrap();
    assert_eq!(of_alfa(&desk), [second, third, (met.0, true)]);
}

#[test]
fn what_is_settled_goes_from_a_calendar_that_has_it() {
    let desk = desk();
    let calendar = |desk: &Folder| entries(&due(desk, &["-f", "ics", "--within", "all"]).out);
    let is_cancelled = |entry: &&Vec<String>| entry.iter().any(|line| line == "STATUS:CANCELLED");
    let told = |entry: &Vec<String>| (value(entry, "UID:"), value(entry, "DTSTART;VALUE=DATE:"));
    let entries = calendar(&desk);
    let is_review = |entry: &&Vec<String>| value(entry, "SUMMARY:").contains("2026-11-22");
    let review_before = value(entries.iter().find(is_review).unwrap(), "UID:");
    desk.write("vendors/alfa-2027.yaml", answers("Alfa", "answered: 2026-11-20\nanswers: {a.mfa: yes}\n"));
    let rejected = review("Alfa", "").replace("conditional", "rejected").replace("2026-01-12", "2026-11-21");
    desk.write("reviews/alfa-2027.review.yaml", rejected);
    let after = calendar(&desk);
    let gone: Vec<_> = after.iter().filter(is_cancelled).map(told).collect();
    assert!(gone.iter().any(|(uid, _)| *uid == review_before), "{after:?}");
    let mut days: Vec<&str> = gone.iter().map(|(_, day)| day.as_str()).collect();
    days.sort_unstable();
    assert_eq!(days, ["20260201", "20261122", "20261123", "20270222"]);
    assert!(after.iter().filter(is_cancelled).all(|entry| !entry.iter().any(|line| line == "BEGIN:VALARM")));
    assert!(!due(&desk, &["--within", "all", "-f", "csv"]).out.contains("Restore test"));
}

#[test]
fn what_no_calendar_can_hold_is_told() {
    let desk = desk();
    let args = ["due", "vendors", "--questionnaire", "small.yaml", "--policy", "duly.toml", "--as-of", "2026-11-23"];
    let ran = duly(&desk, &[&args[..], &["-o", "due.ics"]].concat());
    assert!(ran.err.contains("conditions without a day, which no calendar can hold: 1\n"), "{}", ran.err);
    assert!(desk.read("due.ics").starts_with("BEGIN:VCALENDAR\r\n") && ran.out.is_empty());
    let ran = duly(&desk, &[&args[..], &["-o", "due.pdf"]].concat());
    assert_eq!(ran.code, 2);
    let ran = duly(&desk, &[&args[..], &["-o", "due.xml"]].concat());
    assert!(ran.err.contains(".ics"), "{}", ran.err);
}

#[test]
fn the_days_of_a_table_are_numbers_on_either_side_of_today() {
    let table = due(&desk(), &["-f", "csv", "--within", "all"]).out;
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let head = reader.headers().unwrap().clone();
    let of = |name: &str| head.iter().position(|column| column == name).unwrap();
    let (left, overdue) = (of("Days left"), of("Days overdue"));
    let (state, kind) = (of("State"), of("What"));
    let (mut seen_left, mut seen_overdue, mut seen_without) = (0, 0, 0);
    for row in reader.records().map(Result::unwrap) {
        let [left, overdue] = [&row[left], &row[overdue]].map(|days| days.parse::<u32>().ok());
        let said = match (row[0].is_empty(), left) {
            (true, _) if &row[kind] == "answers" => "overdue",
            (true, _) => "no day",
            (false, left) => ["in time", "overdue"][usize::from(left.is_none())],
        };
        assert_eq!(&row[state], said, "{row:?}");
        seen_without += usize::from(row[0].is_empty());
        assert_eq!(left.is_some() || overdue.is_some(), !row[0].is_empty(), "{row:?}");
        assert!(left.is_none() || overdue.is_none(), "{row:?}");
        seen_left += usize::from(left.is_some());
        seen_overdue += usize::from(overdue.is_some_and(|days| days > 0));
    }
    assert!(seen_left > 0 && seen_overdue > 0 && seen_without > 0, "{table}");
}

#[test]
fn words_of_others_stay_words() {
    let desk = desk();
    let hostile = "  next_review: 2026-12-01\n  conditions:\n\
        \x20   - {what: \"=cmd()\\u001b[31m\\u202e\\nEND:VEVENT\\r\\nBEGIN:VEVENT\", owner: \"@evil\\u0000\\r\\nUID:x\", due: 2026-12-02}\n";
    desk.write("reviews/alfa.review.yaml", review("Alfa", hostile));
    for format in ["text", "csv", "ics"] {
        let out = due(&desk, &["-f", format]).out;
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{0}']), "{format}: {out:?}");
        assert!(out.contains("END:VEVENT BEGIN:VEVENT") || format == "text", "{format}: {out}");
    }
    let table = due(&desk, &["-f", "csv"]).out;
    assert!(table.contains(",'=cmd()") && table.contains(",'@evil"), "{table}");
    let entries = entries(&due(&desk, &["-f", "ics"]).out);
    assert_eq!(entries.len(), 3, "{entries:?}");
    assert!(entries.iter().all(|entry| entry.iter().filter(|line| line.starts_with("UID:")).count() == 1));
}

#[test]
#[ignore = "needs icalendar for Python, which .ci/run installs"]
fn analysis_reads_the_calendar() {
    let desk = desk();
    let python = root().join("target/python/bin/python");
    assert!(due(&desk, &["-o", "due.ics", "--within", "all"]).out.is_empty());
    assert!(due(&desk, &["-o", "sv.ics", "--within", "all", "--lang", "sv"]).out.is_empty());
    let files = ["due.ics", "sv.ics"].map(|name| desk.at(name));
    let ran = Command::new(python).arg(root().join("tests/python/calendar_reads.py")).args(files).output();
    let install = "python3 -m venv target/python && target/python/bin/pip install -r tests/python/requirements.txt";
    let ran = ran.unwrap_or_else(|error| panic!("{error}: {install}"));
    assert!(ran.status.success(), "{install}\n{}", String::from_utf8_lossy(&ran.stderr));
    let read: Vec<Value> =
        String::from_utf8(ran.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let (entries, gone): (Vec<&Value>, Vec<&Value>) =
        read[0]["entries"].as_array().unwrap().iter().partition(|entry| entry["status"] == Value::Null);
    assert_eq!(gone.len(), 1);
    assert_eq!([&gone[0]["status"], &gone[0]["summary"]], ["CANCELLED", "Condition: Policy signed (Alfa)"]);
    let listed: Value = due(&desk, &["-f", "json", "--within", "all"]).json();
    let agreed = listed["dues"].as_array().unwrap().iter();
    let agreed: Vec<&Value> = agreed.filter(|due| due["kind"] != "answers" && !due["by"].is_null()).collect();
    assert_eq!(entries.len(), 4);
    assert_eq!(entries.len(), agreed.len());
    for (entry, due) in entries.iter().copied().zip(agreed) {
        let is_overdue = due["by"].as_str().unwrap() < "2026-11-23";
        let (day, alarm) = if is_overdue { (&json!("2026-11-23"), 0) } else { (&due["by"], -14) };
        assert_eq!([&entry["uid"], &entry["day"]], [&due["uid"], day]);
        assert_eq!((&entry["alarm_days"], &entry["action"]), (&json!([alarm]), &json!(["DISPLAY"])));
        assert_eq!(entry["summary"].as_str().unwrap().starts_with("Overdue since "), is_overdue, "{entry}");
        assert_eq!(entry["stamp"], "2026-11-23T00:00:00+00:00");
        let about = due["about_in_words"].as_str().unwrap();
        assert!(entry["summary"].as_str().unwrap().contains(about), "{entry}");
    }
    assert_eq!(entries[3]["summary"], "Condition: Log, kept; for a year\\or more (Alfa)");
    assert_eq!(read[1]["entries"][2]["summary"], "Villkor: Restore test (Alfa)");
    assert_eq!(read[1]["entries"][2]["description"], "Vem: IT\nFil: vendors/alfa.yaml");
}

#[test]
fn the_screen_of_a_vendor_says_in_one_line_of_its_head_what_is_overdue() {
    let desk = desk();
    let lapsed = "  next_review: 2026-11-22\n  conditions:\n    - {what: Restore test, due: 2026-11-01}\n\
        \x20   - {what: Log kept, due: 2026-11-20}\nwaivers:\n\
        \x20 - {flag: no-mfa, by: CISO, until: 2026-10-31, because: It comes}\n";
    desk.write("reviews/alfa.review.yaml", review("Alfa", lapsed));
    desk.write("vendors/alfa.yaml", answers("Alfa", "answered: 2026-01-05\nanswers: {a.mfa: \"no\"}\n"));
    let screen = |day: &str, lang: &str| {
        let args = ["assess", "vendors/alfa.yaml", "--questionnaire", "small.yaml", "--policy", "duly.toml", "-q"];
        let out = duly(&desk, &[&args[..], &["--as-of", day, "--lang", lang]].concat()).out;
        out.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = "! review overdue since 2026-11-22; 2 conditions overdue, the first since 2026-11-01; 1 flag was \
        accepted until 2026-10-31 and counts again NOT YET RATED";
    let late = screen("2026-11-23", "en");
    assert!(late.contains(said), "{late}");
    assert_eq!(late.matches("review overdue").count(), 1, "it is said once: {late}");
    assert!(late.contains("next review 2026-11-22"), "{late}");
    let sv = "! granskning försenad sedan 2026-11-22; 2 villkor försenade, det första sedan 2026-11-01; 1 flagga \
        godtogs till 2026-10-31 och räknas igen";
    let late = screen("2026-11-23", "sv");
    assert!(late.contains(sv), "{late}");
    assert!(!screen("2026-10-31", "en").contains("overdue"), "all is in time on its last day");
    desk.write("vendors/alfa.yaml", answers("Alfa", "answered: 2026-01-05\nanswers: {a.mfa: yes}\n"));
    assert!(!screen("2026-11-23", "en").contains("1 flag was accepted"), "the flag is ruled out");
}

#[test]
fn the_table_of_many_names_the_first_few_of_which_something_is_overdue() {
    let desk = desk();
    for number in 1..=4 {
        let vendor = format!("Delta {number}");
        desk.write(format!("vendors/delta-{number}.yaml"), answers(&vendor, "answers: {a.mfa: yes}\n"));
        desk.write(format!("reviews/delta-{number}.review.yaml"), review(&vendor, "  next_review: 2026-11-22\n"));
    }
    let args = ["assess", "vendors", "--questionnaire", "small.yaml", "--policy", "duly.toml", "-q"];
    let table = |day: &str| duly(&desk, &[&args[..], &["--as-of", day]].concat()).out;
    let late = table("2026-11-23");
    let words = late.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("! overdue (6): "), "{late}");
    assert!(words.contains("alfa.yaml (review)") && words.contains("and 1 more"), "{late}");
    let early = table("2026-07-12");
    assert!(!early.contains("! overdue"), "{early}");
}

#[test]
fn what_newer_answers_took_the_place_of_is_overdue_nowhere_and_what_stands_is_everywhere() {
    let desk = desk();
    desk.write("vendors/alfa-2025.yaml", answers("Alfa", "answered: 2025-01-05\nanswers: {a.mfa: yes}\n"));
    let then = "  next_review: 2026-06-01\n  conditions:\n    - {what: List of keys, due: 2026-03-01}\n";
    desk.write("reviews/alfa-2025.review.yaml", review("Alfa", then));
    let list: Value = due(&desk, &["-f", "json"]).json();
    let args = ["vendors", "--questionnaire", "small.yaml", "--policy", "duly.toml", "--as-of", "2026-11-23", "-q"];
    let told = |more: &[&str]| duly(&desk, &[&more[..1], &args[..], &more[1..]].concat());
    let overview: Value = told(&["export", "--summary", "-f", "json"]).json();
    let overdue = |what: &str| {
        let rows = list["dues"].as_array().unwrap().iter();
        rows.filter(|row| row["state"] == "overdue" && row["kind"] == what).count()
    };
    for (what, counted) in [("review", "reviews"), ("condition", "conditions"), ("answers", "answers")] {
        assert_eq!(overview["due"]["overdue"][counted], overdue(what), "{what}: {list}{}", overview["due"]);
    }
    assert_eq!(["review", "condition", "answers"].map(overdue), [2, 1, 2], "{list}");
    let table = told(&["assess"]).out;
    let words = table.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "! overdue (3): alfa-2025.yaml (condition), beta.yaml (review), alfa.yaml (review)";
    assert!(words.contains(said), "{table}");
}

#[test]
fn a_day_that_is_computed_is_marked_wherever_it_is_told_and_counts_for_the_gate() {
    let desk = desk();
    desk.write("duly.toml", format!("{RULES}[gate]\ndecision = true\n"));
    let told = |day: &str, more: &[&str]| {
        let args =
            ["vendors/beta.yaml", "--questionnaire", "small.yaml", "--policy", "duly.toml", "-q", "--as-of", day];
        duly(&desk, &[&more[..1], &args[..], &more[1..]].concat())
    };
    let words = |ran: Ran| ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
    let early = |more: &[&str]| words(told("2026-07-12", more));
    assert!(early(&["assess", "--all"]).contains("next review 2026-07-12 (computed)"));
    assert!(early(&["export"]).contains("2026-07-12 (computed)"));
    assert!(early(&["export", "--lang", "sv"]).contains("2026-07-12 (beräknad)"));
    assert!(early(&["export", "--for", "board"]).contains("(computed)"));
    let json: Value = told("2026-07-12", &["export", "-f", "json"]).json();
    assert_eq!(
        [&json["decision"]["next_review"], &json["decision"]["next_review_computed"]],
        [&json!("2026-07-12"), &json!(true)]
    );
    assert_eq!(json["policy"]["review_months"], json!({"critical": 6, "high": 12, "medium": null, "low": null}));
    let row = told("2026-07-12", &["export", "--summary", "-f", "csv"]).out;
    assert!(row.contains(",,yes,"), "{row}");
    assert!(early(&["export", "-f", "oscal"]).contains("next-review-computed"));
    let late = told("2026-07-13", &["assess"]);
    assert!(words(late).contains("! review overdue since 2026-07-12 (computed)"));
    let rule = |day: &str| told(day, &["export", "-f", "json"]).json::<Value>()["gate"]["failed"].to_string();
    assert!(rule("2026-07-13").contains("\"decision\""));
}
