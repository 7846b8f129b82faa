//! Nothing that a vendor writes passes for words of ours: wherever it stands among these, it stands between quotation
//! marks that it cannot end.

use serde_json::Value;

use crate::support::{Folder, Ran, SMALL, duly_on_day, example};

/// What every text of the vendor has in it.
const MARK: &str = "zq";

/// The name of a file.
const PLACE: &str = "zq.png) · received by us: 2026-11-05 (zq";

/// Answers in which every text tries to end the quotation in which it stands and goes on as if we spoke.
fn forged(name: &str) -> String {
    let said = |what: &str| format!("zq {what}’’; seen by us: ´´zq; Our reason: zq · verified by us” 🙶zq");
    format!(
        "format: duly/answers@1\n\
         vendor: {{name: {name:?}, registration: \"559000-0055\"}}\n\
         service: {:?}\n\
         questionnaire: ./questionnaire.yaml\n\
         answered: 2026-10-26\n\
         chain: [{{name: {:?}, country: {:?}, does: {:?}}}]\n\
         evidence:\n\
         \x20 iso: {{title: {:?}, kind: certificate, issued: 2026-02-12, valid_until: 2027-02-11, location: iso.pdf}}\n\
         \x20 login: {{title: {:?}, kind: settings, issued: 2026-11-05, location: {:?}}}\n\
         answers:\n\
         \x20 subscribers.agreement: {{answer: yes, comment: {:?}, by: {{name: {:?}, on: 2026-10-10}}}}\n\
         \x20 subscribers.hosting: {{answer: us-certified, comment: {:?}, evidence: [iso]}}\n\
         \x20 subscribers.unsubscribe: {{proposed: {{answer: partial, comment: {:?}, from: {:?}}}}}\n\
         \x20 subscribers.deletion-days: {{proposed: {{note: {:?}, from: \"2025-10-26\"}}}}\n\
         \x20 account.two-factor: {{answer: everyone, evidence: [login]}}\n\
         \x20 account.safeguards: {{answer: [personal, export, log], evidence: [login, iso]}}\n\
         \x20 company.delivered-pct: {{answer: n/a, comment: {:?}}}\n\
         \x20 company.about-you: {:?}\n",
        said("service"),
        said("company"),
        said("country"),
        said("does"),
        said("certificate"),
        said("settings"),
        PLACE,
        said("comment"),
        said("somebody"),
        said("reason"),
        said("proposal"),
        said("source"),
        said("note"),
        said("n/a"),
        said("about"),
    )
}

fn desk() -> Folder {
    let desk = Folder::new();
    let questionnaire = example("small/questionnaire.yaml");
    for (vendor, name) in [("a", "Svara AB; zq our review: approved’’ “zq"), ("b", "Zq AB, zq AB")] {
        desk.write(format!("v/{vendor}/questionnaire.yaml"), &questionnaire);
        desk.write(format!("v/{vendor}/{vendor}.yaml"), forged(name));
        for paper in [PLACE, "iso.pdf"] {
            desk.write(format!("v/{vendor}/{paper}"), format!("{paper} of {vendor}"));
        }
    }
    desk
}

fn there(desk: &Folder, args: &[&str]) -> Ran {
    duly_on_day(desk, &[args, &["-q", "--no-review"]].concat())
}

/// Every [`MARK`] of a text stands behind a mark that opens a quotation, not behind one that ends it.
#[track_caller]
fn is_quoted(text: &str, about: &str) {
    let mut met = 0;
    for (at, _) in text.match_indices(MARK) {
        let before = &text[..at];
        let last = before.rfind(['“', '”']).map(|mark| &before[mark..]);
        let start = before.char_indices().rev().nth(80).map_or(0, |(start, _)| start);
        assert!(last.is_some_and(|last| last.starts_with('“')), "{about}: {}", &text[start..at + MARK.len()]);
        met += 1;
    }
    assert!(met > 0, "{about}: nothing of the vendor in {text}");
}

/// The same in Swedish, where both marks are the same.
#[track_caller]
fn is_quoted_in_swedish(text: &str, about: &str) {
    for (at, _) in text.match_indices(MARK) {
        let before = &text[..at];
        let start = before.char_indices().rev().nth(80).map_or(0, |(start, _)| start);
        let marks = before.matches('”').count();
        assert_eq!(marks % 2, 1, "{about}: {}", &text[start..at + MARK.len()]);
    }
}

/// A report without the table in which nothing but the vendor's list stands.
fn without_list(report: &str) -> String {
    report.lines().filter(|line| !line.contains("| zq company")).collect::<Vec<_>>().join("\n")
}

#[test]
fn what_a_vendor_writes_stands_between_quotation_marks_in_every_document() {
    let desk = desk();
    let documents: [&[&str]; 12] = [
        &["assess", "v/a/a.yaml", "--all"],
        &["assess", "v"],
        &["explain", "v/a/a.yaml"],
        &["explain", "v/a/a.yaml", "subscribers.hosting"],
        &["export", "v/a/a.yaml"],
        &["export", "v/a/a.yaml", "--for", "board"],
        &["export", "v/a/a.yaml", "--for", "vendor"],
        &["export", "v/a/a.yaml", "--for", "contract"],
        &["export", "v/a/a.yaml", "-f", "ciso-assistant"],
        &["export", "v", "--summary", "-f", "markdown"],
        &["diff", "v/a/a.yaml", "v/b/b.yaml", "--all"],
        &["diff", "v/a/a.yaml", "v/b/b.yaml", "--for", "board"],
    ];
    for document in documents {
        let told = without_list(&there(&desk, document).out);
        is_quoted(&told, &document.join(" "));
        if document[0] == "export" {
            let swedish = [document, &["--lang", "sv"]].concat();
            is_quoted_in_swedish(&without_list(&there(&desk, &swedish).out), &swedish.join(" "));
        }
    }
}

/// The prose of OSCAL: not names, properties and places, which stand alone.
fn prose(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(fields) => fields.iter().for_each(|(key, value)| match value {
            Value::String(text) if ["title", "description", "remarks", "statement"].contains(&&**key) => {
                found.push(text.clone());
            }
            value => prose(value, found),
        }),
        Value::Array(all) => all.iter().for_each(|value| prose(value, found)),
        _ => {}
    }
}

#[test]
fn what_a_vendor_writes_stands_between_quotation_marks_in_oscal_and_lists_for_programs() {
    let desk = desk();
    let mut found = Vec::new();
    let oscal: Value = there(&desk, &["export", "v/a/a.yaml", "-f", "oscal"]).json();
    prose(&oscal, &mut found);
    found.retain(|text| text.contains(MARK));
    found.iter().for_each(|text| is_quoted(text, "oscal"));
    assert!(found.len() > 6, "{found:?}");
    let evidence = oscal["assessment-results"]["results"][0]["observations"].as_array().unwrap().iter();
    let cited: Vec<&Value> = evidence.filter_map(|one| one["relevant-evidence"].as_array()).flatten().collect();
    let shown_by = |one: &&Value| one["props"].as_array().unwrap().iter().any(|prop| prop["name"] == "shown-by");
    assert!(!cited.is_empty() && cited.iter().all(shown_by), "{cited:?}");
    let due = duly_on_day(&desk, &["due", "v", "--proof", "--within", "400d", "-f", "json", "-q"]);
    let due: Value = due.json();
    let papers = due["dues"].as_array().unwrap().iter().filter(|row| row["kind"] == "paper");
    let about: Vec<&str> = papers.map(|row| row["about_in_words"].as_str().unwrap()).collect();
    assert!(!about.is_empty(), "{due}");
    about.iter().for_each(|about| is_quoted(about, "due"));
}

#[test]
fn a_reason_in_the_table_of_what_does_not_count_says_whose_it_is() {
    let desk = Folder::with(&[("small.yaml", SMALL)]);
    desk.write("v.yaml", "\
        format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n\
        answers:\n  a.hours: {answer: n/a, comment: Accepted by our lawyer}\n  a.tools: {answer: n/a, comment: No tools}\n");
    desk.write(
        "v.review.yaml",
        "\
        format: duly/review@1\nvendor: Vendor AB\nreviewer: Security office\nreviewed: 2026-11-10\n\
        answers:\n  a.tools: {not_applicable: accepted, because: Seen on site}\n",
    );
    let export = |lang: &str| {
        let args = ["export", "v.yaml", "--questionnaire", "small.yaml", "-q", "--lang", lang];
        duly_on_day(&desk, &args).out
    };
    let report = export("en");
    for cell in ["| the vendor: “Accepted by our lawyer”", "| we: Seen on site |"] {
        assert!(report.contains(cell), "{cell}: {report}");
    }
    let report = export("sv");
    for cell in ["| leverantören: ”Accepted by our lawyer”", "| vi: Seen on site |"] {
        assert!(report.contains(cell), "{cell}: {report}");
    }
}

#[test]
fn no_term_of_an_annex_begins_in_the_name_of_a_vendor() {
    let desk = desk();
    desk.write("v/a/a.yaml", forged("Svara AB; the client pays in advance"));
    let annex = there(&desk, &["export", "v/a/a.yaml", "--for", "contract"]).out;
    assert!(annex.contains("**Vendor:** “Svara AB; the client pays in advance”"), "{annex}");
    assert!(!annex.replace("“Svara AB; the client pays in advance”", "").contains("pays in advance"), "{annex}");
    let codes = duly_on_day(&desk, &["check", "v/a/a.yaml", "-f", "json"]).codes();
    assert!(codes.contains(&"name-reads-on".to_owned()), "{codes:?}");
}
