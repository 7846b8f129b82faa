//! The JSON Schemas that `duly generate schema` hands out say the same as the readers and the exports of `duly`.
//!
//! Every file of the project holds by them; and a whole set of files, one of each format with every kind of object in
//! it, is broken in every place in every way: what a schema refuses, the reader must refuse, and the other way round
//! where a schema can say it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use duly::internal::answers::read as read_answers;
use duly::internal::review::read as read_review;
use serde_json::{Value, json};

use crate::support::company::Company;
use crate::support::{DAY, Folder, command, duly, duly_on_day, files_below, names_in, root, told};

/// What `duly generate schema` takes, and where the schema lies; those of exports are made of the types of the exports.
const SCHEMAS: [(&str, Option<&str>); 11] = [
    ("questionnaire", Some("src/questionnaire/questionnaire.schema.json")),
    ("answers", Some("src/answers/answers.schema.json")),
    ("review", Some("src/review/review.schema.json")),
    ("policy", Some("src/policy/policy.schema.json")),
    ("mapping", Some("src/exchange/foreign/table/mapping.schema.json")),
    ("assessment", None),
    ("comparison", None),
    ("due", None),
    ("overview", None),
    ("stream-in", Some("src/exchange/record.schema.json")),
    ("stream-out", None),
];

/// A file of each format, with every key that there is at least once.
const FILES: [(&str, &str); 7] = [
    ("questionnaire.yaml", QUESTIONNAIRE),
    ("extending.yaml", EXTENDING),
    ("part.yaml", PART),
    ("vendor.yaml", ANSWERS),
    ("vendor.review.yaml", REVIEW),
    ("policy.toml", POLICY),
    ("mapping.toml", MAPPING),
];

const QUESTIONNAIRE: &str = r#"
format: duly/questionnaire@1
id: whole
version: 1.0.0
languages: [en, sv]
title: {en: Whole, sv: Hel}
about: Everything once
scales:
  maturity: [{id: 0, label: {en: Nothing in place, sv: Saknas}, value: 0}, {id: 1, label: Some, value: 100}]
inherent_risk:
  - {id: data, ask: Which data, options: [{id: contact, label: Contact, tier: medium}, {id: special, tier: high}]}
red_flags:
  - {id: slow, title: Slow, remedy: Hurry, severity: high, basis: risk, when: {own.hours: {above: 24, below: 900}}}
contradictions:
  - id: odd
    title: Odd
    when: {all: [{own.one: [a]}, {any: [{not: {own.last: [never]}}, {inherent_risk.data: [special]}]}], part.scale: [0]}
evidence: [{id: paper, ask: The paper, valid_months: 12, stands_for: [log]}, {id: log, ask: The log}]
frameworks: {gdpr: {title: GDPR, link: "https://eur-lex.europa.eu/eli/reg/2016/679/oj"}}
groups: [{id: both, title: Both, categories: [own, part]}]
categories:
  - part.yaml
  - id: own
    title: Own
    about: Written out
    weight: 10
    minimum: 40
    questions:
      - id: one
        ask: {en: Which one of these is it then, sv: Vilken}
        help: Help
        good: Good
        weak: Weak
        importance: critical
        answer: {choose_one: [{id: a, label: The first, value: 100}, {id: b, value: 0, follow_up: Why, remedy: So}]}
        not_applicable: approval
        evidence: [paper]
        follow_up: Ask again
        remedy: Do it
        refs: {gdpr: ["32(1)"]}
        when: {part.scale: [1]}
        was: [first, part.first]
        screening: true
      - id: many
        ask: Ticks
        weight: 5
        answer: {choose_many: {full_at: 6, options: [{id: x, label: X, points: 6, exclusive: false}, {id: none, points: 0, exclusive: true, follow_up: Why, remedy: So}]}}
      - {id: hours, ask: Hours, weight: 1, answer: {number: {unit: hours, decimals: 0, min: 0, max: 1000, steps: [{at_most: 24, value: 100}, {at_most: 48, value: 50}]}}}
      - {id: last, ask: Last, weight: 1, answer: {date: {counts: days-since, never: {value: 0, follow_up: Why, remedy: So}, steps: [{at_most: 366, value: 100}]}}}
      - {id: ends, ask: Ends, weight: 1, answer: {date: {counts: days-left, steps: [{at_least: 90, value: 100}]}}}
      - {id: words, ask: Words, importance: info, answer: text}
"#;

const EXTENDING: &str = r#"
format: duly/questionnaire@1
id: extending
version: 1.0.0
title: Extending
about: More of it
extends: ./questionnaire.yaml
leave_out: [own.many, own.words]
scales: {mine: [{id: 0, value: 0}, {id: 1, value: 100}]}
inherent_risk: [{id: data, ask: Data, options: [{id: contact, tier: low}, {id: special, tier: high}]}]
red_flags: [{id: slow, title: Slow, severity: low, when: {own.hours: {above: 48}}}]
contradictions: [{id: even, title: Even, when: {more.here: [1]}}]
evidence: [{id: plan, ask: The plan}]
frameworks: {nis2: {title: NIS2}}
groups: [{id: more, title: More, categories: [more]}]
categories:
  - {id: own, title: Ours, about: Changed, weight: 12, minimum: 50, questions: [{id: words, ask: Words, importance: info, answer: text}]}
  - id: more
    title: More
    weight: 1
    questions: [{id: here, ask: Here, importance: low, answer: mine, evidence: [plan, log], refs: {nis2: ["21"], gdpr: ["33"]}}]
"#;

const PART: &str = r#"
format: duly/category@1
id: part
title: Part
about: In a file
weight: 20
minimum: 30
questions: [{id: scale, ask: Scale, importance: high, answer: maturity}, {id: sure, ask: Sure, weight: 2, answer: yes-no}]
"#;

const ANSWERS: &str = r#"
format: duly/answers@1
vendor: {name: NordKontakt AB, country: SE, registration: 559000}
service: Customer service
questionnaire: ./questionnaire.yaml
answered: 2026-01-02
filled: {form: d3b5e34872708f5d1c3a3e4c9d1c62b1b9f0b5a7c2d3e4f5061728394a5b6c7d, on: 2026-01-02}
chain: [{name: Puzzel AS, country: NO, registration: 985161238, does: telephony}]
evidence: {iso: {title: Certificate, kind: paper, issued: 2025-03-01, valid_until: 2028-02-28, location: evidence/iso.pdf}}
answers:
  part.scale: 1
  part.sure: no
  own.one: {answer: n/a, comment: We have neither., evidence: [iso, {title: Log, kind: paper, issued: 2025-09-30, valid_until: 2026-09-30, location: log.pdf}]}
  own.many: [x]
  own.hours: {answer: 48, comment: Two days at most, by: {name: Anna Ek, on: 2026-01-02}, proposed: {answer: 24, from: "2025-01-02"}}
  own.last: never
  own.ends: 2030-01-01
  own.words:
"#;

const REVIEW: &str = r#"
format: duly/review@1
vendor: NordKontakt AB
client: Exempelhandeln AB
reviewer: Data protection office
reviewed: 2026-01-03
sent: [{questionnaire: ./questionnaire.yaml, form: d3b5e348, on: 2025-12-01, lang: sv, asked: [part.scale, own.one, own.hours], screening: true}, {on: 2025-12-24}]
inherent_risk: {data: special}
answers:
  part.scale: {saw: 1, verified: [{title: Seen, kind: paper, issued: 2026-01-02, valid_until: 2027-01-02, location: here}]}
  own.one: {not_applicable: accepted, because: Confirmed on the call.}
  own.hours: {saw: 48, answer: 12, because: The log says so.}
received: [{title: Certificate, kind: paper, issued: 2025-03-01, on: 2025-11-05, location: our archive}]
refused: [{title: Log, kind: paper, issued: 2025-09-30, sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad, because: Empty.}]
waivers:
  - {flag: slow, by: CISO, until: 2026-03-01, because: The programme starts in January.}
  - {flag: "category:part", by: CISO, until: 2026-03-01, because: It is planned.}
duties: {dpia: {done: 2026-01-02, where: DPIA-17}, record: {done: 2026-01-02, where: Register}}
decision: {outcome: conditional, by: Head, on: 2026-01-04, conditions: [Restore test, {what: Log, owner: IT, due: 2026-02-01, met: 2026-01-03, questions: [own.one]}], next_review: 2027-01-01,
  answers: d3b5e34872708f5d1c3a3e4c9d1c62b1b9f0b5a7c2d3e4f5061728394a5b6c7d}
"#;

const POLICY: &str = r#"
format = "duly/policy@1"
dated = "2026-11-01"
default_inherent_risk = "high"
category_minimum_severity = "medium"
minimum_coverage = 80
not_applicable_cap = 20
scope_by_claim = 25
answers_months = 12
ruled_out_by = "claimed"
reviews = "reviews"
questionnaires = ["customer-service", "ours/bank.yaml"]
evidence = {must_be = "named", folder = "papers", months = 12, verified_months = 24}
review_months = {critical = 6, high = 12, medium = 18, low = 24}
screening = {up_to = "medium"}
importance = {critical = 4, high = 3, medium = 2, low = 1, info = 0}
assurance = {claimed = 60, expired = 60, documented = 85, verified = 100}
bands = {strong = 90, adequate = 70, weak = 50}
display = {language = "sv", scale = 100, decimals = 1, rounding = "floor"}
gate = {rating = "high", coverage = 80, red_flags = true, expired_evidence = true, decision = true}
[residual_risk]
low = ["low", "low", "low", "medium"]
medium = ["low", "medium", "medium", "high"]
high = ["medium", "medium", "high", "critical"]
critical = ["high", "high", "critical", "critical"]
[red_flags]
low = ["none", "none", "none", "none"]
medium = ["low", "medium", "medium", "medium"]
high = ["medium", "medium", "high", "high"]
critical = ["high", "high", "critical", "critical"]
"#;

const MAPPING: &str = r#"
format = "duly/mapping@1"
id = "ours"
version = "2026.0.0"
title = "Ours"
language = "sv"
sheet = ["Access", "Backups"]
header = 2
columns = {id = "A", question = "Question", answer = "D", comment = "E", category = "B", help = "F", importance = "G", by = "H"}
values = {yes = 100, "in part" = 50, no = 0}
words = {yes = ["Y", "Ja"], "n/a" = "-", unknown = ["?"]}
importance = {Must = "critical", Should = "high"}
"#;

/// Every kind of object with fixed keys: the file and the place where one stands, and where its schema describes it.
const OBJECTS: [(&str, &str, &str); 56] = [
    ("questionnaire.yaml", "", "/$defs/questionnaire"),
    ("questionnaire.yaml", "/scales/maturity/0", "/$defs/option"),
    ("questionnaire.yaml", "/inherent_risk/0", "/$defs/factor"),
    ("questionnaire.yaml", "/inherent_risk/0/options/0", "/$defs/factor-option"),
    ("questionnaire.yaml", "/red_flags/0", "/$defs/red-flag"),
    ("questionnaire.yaml", "/red_flags/0/when/own.hours", "/$defs/within"),
    ("questionnaire.yaml", "/contradictions/0", "/$defs/contradiction"),
    ("questionnaire.yaml", "/evidence/0", "/$defs/evidence-kind"),
    ("questionnaire.yaml", "/frameworks/gdpr", "/$defs/framework"),
    ("questionnaire.yaml", "/groups/0", "/$defs/group"),
    ("questionnaire.yaml", "/categories/1", "/$defs/category"),
    ("questionnaire.yaml", "/categories/1/questions/0", "/$defs/question"),
    ("questionnaire.yaml", "/categories/1/questions/0/answer", "/$defs/form"),
    ("questionnaire.yaml", "/categories/1/questions/0/answer/choose_one/0", "/$defs/option"),
    ("questionnaire.yaml", "/categories/1/questions/1/answer/choose_many", "/$defs/ticks"),
    ("questionnaire.yaml", "/categories/1/questions/1/answer/choose_many/options/0", "/$defs/tick"),
    ("questionnaire.yaml", "/categories/1/questions/2/answer/number", "/$defs/number"),
    ("questionnaire.yaml", "/categories/1/questions/2/answer/number/steps/0", "/$defs/step"),
    ("questionnaire.yaml", "/categories/1/questions/3/answer/date", "/$defs/date"),
    ("questionnaire.yaml", "/categories/1/questions/3/answer/date/never", "/$defs/never"),
    ("questionnaire.yaml", "/categories/1/questions/4/answer/date/steps/0", "/$defs/step"),
    ("extending.yaml", "", "/$defs/extending"),
    ("extending.yaml", "/categories/0", "/$defs/category-change"),
    ("part.yaml", "", "/$defs/category-file"),
    ("vendor.yaml", "", ""),
    ("vendor.yaml", "/chain/0", "/$defs/sub-processor"),
    ("vendor.yaml", "/filled", "/$defs/filled-form"),
    ("vendor.yaml", "/answers/own.hours/by", "/$defs/given-by"),
    ("vendor.yaml", "/answers/own.hours/proposed", "/$defs/proposal"),
    ("vendor.yaml", "/evidence/iso", "/$defs/item"),
    ("vendor.yaml", "/answers/own.one", "/$defs/long"),
    ("vendor.yaml", "/answers/own.one/evidence/1", "/$defs/item"),
    ("vendor.review.yaml", "", ""),
    ("vendor.review.yaml", "/answers/part.scale", "/$defs/observation"),
    ("vendor.review.yaml", "/answers/part.scale/verified/0", "/$defs/item"),
    ("vendor.review.yaml", "/received/0", "/$defs/received"),
    ("vendor.review.yaml", "/refused/0", "/$defs/refused"),
    ("vendor.review.yaml", "/sent/0", "/$defs/sent"),
    ("vendor.review.yaml", "/waivers/0", "/$defs/waiver"),
    ("vendor.review.yaml", "/duties", "/properties/duties"),
    ("vendor.review.yaml", "/duties/dpia", "/$defs/duty"),
    ("vendor.review.yaml", "/decision", "/$defs/decision"),
    ("vendor.review.yaml", "/decision/conditions/1", "/$defs/condition/then"),
    ("policy.toml", "", ""),
    ("policy.toml", "/evidence", "/properties/evidence"),
    ("policy.toml", "/importance", "/properties/importance"),
    ("policy.toml", "/assurance", "/properties/assurance"),
    ("policy.toml", "/bands", "/properties/bands"),
    ("policy.toml", "/review_months", "/properties/review_months"),
    ("policy.toml", "/residual_risk", "/properties/residual_risk"),
    ("policy.toml", "/red_flags", "/properties/red_flags"),
    ("policy.toml", "/display", "/properties/display"),
    ("policy.toml", "/screening", "/properties/screening"),
    ("policy.toml", "/gate", "/properties/gate"),
    ("mapping.toml", "", ""),
    ("mapping.toml", "/columns", "/properties/columns"),
];

/// Every set of fixed words: the file and the place where one stands, and where its schema lists them.
const WORDS: [(&str, &str, &str); 19] = [
    ("questionnaire.yaml", "/inherent_risk/0/options/0/tier", "/$defs/level"),
    ("questionnaire.yaml", "/red_flags/0/severity", "/$defs/level"),
    ("questionnaire.yaml", "/red_flags/0/basis", "/$defs/red-flag/properties/basis"),
    ("questionnaire.yaml", "/categories/1/questions/0/importance", "/$defs/question/properties/importance"),
    ("questionnaire.yaml", "/categories/1/questions/0/not_applicable", "/$defs/question/properties/not_applicable"),
    (
        "questionnaire.yaml",
        "/categories/1/questions/1/answer/choose_many/options/0/exclusive",
        "/$defs/tick/properties/exclusive",
    ),
    ("questionnaire.yaml", "/categories/1/questions/0/screening", "/$defs/question/properties/screening"),
    ("questionnaire.yaml", "/categories/1/questions/3/answer/date/counts", "/$defs/date/properties/counts"),
    ("vendor.review.yaml", "/answers/own.one/not_applicable", "/$defs/observation/properties/not_applicable"),
    ("vendor.review.yaml", "/decision/outcome", "/$defs/decision/properties/outcome"),
    ("policy.toml", "/default_inherent_risk", "/$defs/level"),
    ("policy.toml", "/category_minimum_severity", "/$defs/level"),
    ("policy.toml", "/residual_risk/low/0", "/$defs/level"),
    ("policy.toml", "/red_flags/low/0", "/$defs/bounds/items"),
    ("policy.toml", "/display/rounding", "/properties/display/properties/rounding"),
    ("policy.toml", "/screening/up_to", "/$defs/level"),
    ("policy.toml", "/gate/rating", "/$defs/level"),
    ("policy.toml", "/gate/decision", "/$defs/truth"),
    ("mapping.toml", "/importance/Must", "/properties/importance/additionalProperties"),
];

/// Mistakes that reader and schema both refuse: the file, the place, what stands there instead, the reader's code.
fn mistakes() -> Vec<(&'static str, &'static str, Value, &'static str)> {
    let first = "questionnaire.yaml";
    let asked = json!([{"id": "scale", "ask": "Scale", "importance": "high", "answer": "maturity"}]);
    let bare = json!({"id": "part", "title": "Part", "questions": asked});
    vec![
        (first, "/format", json!("duly/questionnaire@2"), "wrong-format"),
        (first, "/version", json!("1.0"), "bad-version"),
        (first, "/id", json!("två"), "bad-id"),
        (first, "/id", json!("Unknown"), "reserved-word"),
        (first, "/languages", json!(["en", "en"]), "duplicate-id"),
        (first, "/scales/yes-no", json!([{"id": "a", "value": 1}]), "duplicate-id"),
        (first, "/categories", json!([]), "empty-list"),
        (first, "/categories/0", json!("../part.yaml"), "bad-path"),
        (first, "/title", json!({"en": "Whole", "sv": " "}), "not-a-text"),
        (first, "/contradictions/0/when", json!({}), "empty-list"),
        (first, "/contradictions/0/when", json!({"zzz": ["a"]}), "condition-unknown-question"),
        (first, "/red_flags/0/when/own.hours", json!({"over": 24}), "unknown-key"),
        (first, "/categories/1/questions/0/weight", json!(5), "importance-or-weight"),
        (first, "/categories/1/questions/0/importance", Value::Null, "importance-or-weight"),
        (
            first,
            "/categories/1/questions/0/answer/number",
            json!({"steps": [{"at_most": 1, "value": 1}]}),
            "one-answer-form",
        ),
        (first, "/categories/1/questions/0/answer", json!({}), "one-answer-form"),
        (first, "/categories/1/questions/0/answer/choose_one/0/value", json!("100"), "not-an-integer"),
        (first, "/categories/1/questions/0/answer/choose_one/0/value", json!(100.5), "not-an-integer"),
        (first, "/categories/1/questions/0/answer/choose_one/0/value", json!(101), "out-of-range"),
        (first, "/categories/1/questions/0/answer/choose_one/0/value", Value::Null, "value-missing"),
        (first, "/categories/1/questions/0/answer/choose_one/0/label", json!(" N/A "), "reserved-word"),
        (first, "/categories/1/questions/2/answer/number/steps/0", json!({"at_least": 1, "value": 1}), "mixed-steps"),
        (first, "/categories/1/questions/2/answer/number/decimals", json!(3), "out-of-range"),
        (first, "/categories/1/questions/2/answer/number/max", json!(99.5), "not-an-integer"),
        (first, "/categories/1/questions/2/answer/number/steps/0/at_most", json!(24.5), "not-an-integer"),
        (first, "/categories/1/questions/3/answer/date/steps/0/at_most", json!(24.5), "not-an-integer"),
        (first, "/categories/0", bare, "mixed-category-weights"),
        ("part.yaml", "/format", json!("duly/questionnaire@1"), "wrong-format"),
        ("part.yaml", "/questions", json!([]), "empty-list"),
        ("vendor.yaml", "/vendor", json!("NordKontakt AB"), "not-a-map"),
        ("vendor.yaml", "/vendor/name", Value::Null, "missing-key"),
        ("vendor.yaml", "/questionnaire", json!("whole"), "bad-questionnaire-reference"),
        ("vendor.yaml", "/questionnaire", json!("../questionnaire.yaml"), "bad-path"),
        ("vendor.yaml", "/answered", json!("2 January 2026"), "not-a-date"),
        ("vendor.yaml", "/filled/form", json!("d3b5"), "not-a-form"),
        ("vendor.yaml", "/answers/own.hours/proposed/note", json!("Elsewhere"), "one-proposal"),
        ("vendor.yaml", "/evidence/iso/issued", json!("2025-13-01"), "not-a-date"),
        ("vendor.yaml", "/answers/own.one/answer", json!({"a": 1}), "not-a-text"),
        ("vendor.yaml", "/answers/scale", json!(1), "unknown-question"),
        ("vendor.review.yaml", "/answers/own.one/because", Value::Null, "missing-reason"),
        ("vendor.review.yaml", "/answers/own.hours/answer", json!("N/A"), "review-na"),
        ("vendor.review.yaml", "/waivers/0/until", Value::Null, "missing-key"),
        ("vendor.review.yaml", "/waivers/0/flag", json!("every flag"), "unknown-flag"),
        ("policy.toml", "/display/language", json!("fi"), "unsupported-language"),
        ("policy.toml", "/bands/weak", json!(0), "bands-order"),
        ("policy.toml", "/assurance/verified", json!(99), "assurance-order"),
        ("policy.toml", "/red_flags/low", json!(["none", "none", "none"]), "table-length"),
        ("policy.toml", "/screening/up_to", json!("none"), "unknown-word"),
        ("policy.toml", "/gate/red_flags", json!(1), "unknown-word"),
    ]
}

/// The same in a mapping.
fn mistakes_in_mapping() -> Vec<(&'static str, &'static str, Value, &'static str)> {
    vec![
        ("mapping.toml", "/columns", json!("A"), "not-a-map"),
        ("mapping.toml", "/language", json!("Swedish"), "mapping-language"),
        ("mapping.toml", "/values", json!("yes-partly-no"), "unknown-word"),
        ("mapping.toml", "/values", json!([]), "empty-list"),
        ("mapping.toml", "/values/yes", json!(101), "out-of-range"),
        ("mapping.toml", "/words/yes", json!([]), "empty-list"),
        ("mapping.toml", "/header", json!(0), "out-of-range"),
    ]
}

/// The same in a questionnaire that extends another one.
fn mistakes_in_extending() -> Vec<(&'static str, &'static str, Value, &'static str)> {
    vec![
        ("extending.yaml", "/languages", json!(["en"]), "languages-are-taken-over"),
        ("extending.yaml", "/keep", json!(["own.one"]), "keep-and-leave-out"),
        ("extending.yaml", "/leave_out", json!(["own.many", "own.many"]), "duplicate-id"),
        ("extending.yaml", "/leave_out", json!([]), "empty-list"),
        ("questionnaire.yaml", "/keep", json!(["own.one"]), "nothing-is-extended"),
    ]
}

/// Unusual ways to write that reader and schema both accept: the file, the place, what stands there instead.
fn liberties() -> Vec<(&'static str, &'static str, Value)> {
    vec![
        ("questionnaire.yaml", "/title", json!(2026)),
        ("questionnaire.yaml", "/groups", Value::Null),
        ("questionnaire.yaml", "/categories/1/questions/0/weight", Value::Null),
        ("questionnaire.yaml", "/categories/1/questions/0/not_applicable", Value::Null),
        ("questionnaire.yaml", "/categories/1/questions/0/answer/date", Value::Null),
        ("questionnaire.yaml", "/categories/1/questions/0/answer/choose_one/0/label", Value::Null),
        ("questionnaire.yaml", "/categories/1/questions/1/answer/choose_many/options/0/exclusive", json!("true")),
        (
            "questionnaire.yaml",
            "/categories/1/questions/2/answer/number",
            json!({"decimals": 1, "max": 99.5, "steps": [{"at_most": 24.5, "value": 100}]}),
        ),
        (
            "questionnaire.yaml",
            "/categories/1/questions/1",
            json!({"id": "many", "ask": "X?", "importance": "info", "answer": {"choose_many": {"options": [{"id": "x"}]}}}),
        ),
        ("extending.yaml", "/categories/0/questions", Value::Null),
        ("extending.yaml", "/about", Value::Null),
        ("questionnaire.yaml", "/leave_out", Value::Null),
        ("vendor.yaml", "/vendor/country", Value::Null),
        ("vendor.yaml", "/answered", json!(" 2026-01-02 ")),
        ("vendor.yaml", "/answers/part.sure", json!(false)),
        ("vendor.yaml", "/answers/part.sure", json!("UNKNOWN")),
        ("vendor.yaml", "/answers/part.sure", json!(["Ja"])),
        ("vendor.yaml", "/answers/part.scale", json!("some")),
        ("vendor.yaml", "/answers/own.hours", json!("48")),
        ("vendor.yaml", "/answers/own.many", json!("x")),
        ("vendor.yaml", "/answers/own.many", json!([])),
        ("vendor.yaml", "/answers/own.one", json!({})),
        ("vendor.yaml", "/answers/own.one/answer", Value::Null),
        ("vendor.yaml", "/answers", Value::Null),
        ("vendor.review.yaml", "/answers/part.scale", Value::Null),
        ("vendor.review.yaml", "/answers/own.one/answer", json!("unknown")),
        ("vendor.review.yaml", "/inherent_risk/data", Value::Null),
        ("policy.toml", "/gate/red_flags", json!("true")),
        ("policy.toml", "/reviews", json!(2026)),
        ("mapping.toml", "/values", json!("yes-partial-no")),
        ("mapping.toml", "/sheet", json!("Access")),
    ]
}

fn schema(name: &str) -> Value {
    duly(root(), &["generate", "schema", name]).done().json()
}

/// The schema of a file, by what its `format` says.
fn schema_of(document: &Value) -> &'static str {
    match document["format"].as_str() {
        Some("duly/answers@1") => "answers",
        Some("duly/review@1") => "review",
        Some("duly/policy@1") => "policy",
        Some("duly/mapping@1") => "mapping",
        _ => "questionnaire",
    }
}

/// A compiled schema.
struct Checker {
    schemas: Schemas,
    index: SchemaIndex,
}

impl Checker {
    fn new(schema: Value) -> Checker {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("urn:schema", schema).unwrap();
        let index = compiler.compile("urn:schema", &mut schemas).unwrap();
        Checker { schemas, index }
    }

    fn of(name: &str) -> Checker {
        Checker::new(schema(name))
    }

    /// What is wrong with a document, if anything.
    fn refuses(&self, document: &Value) -> Option<String> {
        self.schemas.validate(document, self.index).err().map(|error| format!("{error:#}"))
    }
}

/// The files of these folders that hold YAML or TOML.
fn files(folders: &[&str]) -> Vec<PathBuf> {
    let all = folders.iter().flat_map(|folder| files_below(&root().join(folder)));
    all.filter(|path| path.extension().is_some_and(|ending| ending == "yaml" || ending == "toml")).collect()
}

fn parsed(name: &Path, text: &str) -> Value {
    if name.extension().is_some_and(|ending| ending == "toml") {
        toml::from_str(text).unwrap()
    } else {
        serde_yaml::from_str(text).unwrap()
    }
}

/// The files of [`FILES`] in a folder of their own, of which one at a time is broken.
struct Desk {
    folder: Folder,
    file: &'static str,
    document: Value,
}

impl Desk {
    fn new(file: &str) -> Desk {
        let folder = Folder::with(&FILES);
        let (file, text) = FILES.into_iter().find(|(name, _)| *name == file).unwrap();
        Desk { folder, file, document: parsed(Path::new(file), text) }
    }

    /// The document with another value in one place, which need not have had any.
    fn with(&self, place: &str, value: Value) -> Value {
        let mut document = self.document.clone();
        let (parent, key) = place.rsplit_once('/').unwrap();
        match document.pointer_mut(parent).unwrap() {
            Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
            Value::Object(map) => drop(map.insert(key.to_owned(), value)),
            other => assert!(other.is_null(), "{place} cannot stand in {other}"),
        }
        document
    }

    fn without(&self, place: &str) -> Value {
        let mut document = self.document.clone();
        let (parent, key) = place.rsplit_once('/').unwrap();
        document.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        document
    }

    /// What the reader says about the errors of a document, in place of the file.
    fn errors(&self, document: &Value) -> Vec<Value> {
        let text = if self.file.ends_with(".toml") {
            toml::to_string(&toml::Value::try_from(document).unwrap()).unwrap()
        } else {
            document.to_string()
        };
        std::fs::write(self.folder.at(self.file), text).unwrap();
        let checked = if self.file == "part.yaml" { "questionnaire.yaml" } else { self.file };
        let args = ["check", checked, "--format", "json", "--lang", "en", "--as-of", "2026-01-05"];
        let found: Vec<Value> = duly(&self.folder, &args).json();
        found.into_iter().filter(|found| found["severity"] == "error").collect()
    }
}

/// The words that a problem offers: `use one of: a, b, c`.
fn offered(problem: &Value) -> BTreeSet<String> {
    let help = problem["help"].as_str().unwrap();
    let (_, words) = help.split_once("use one of: ").unwrap();
    words.split(", ").map(str::to_owned).collect()
}

/// Every place under a value, as JSON pointers.
fn places(value: &Value, here: &str, found: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(map) => map.iter().map(|(key, value)| (format!("{here}/{key}"), value)).collect(),
        Value::Array(list) => list.iter().enumerate().map(|(at, value)| (format!("{here}/{at}"), value)).collect(),
        _ => Vec::new(),
    };
    for (place, value) in below {
        places(value, &place, found);
        found.push(place);
    }
}

/// The places of every schema of an object with fixed keys.
fn closed(schema: &Value) -> BTreeSet<String> {
    let mut all = vec![String::new()];
    places(schema, "", &mut all);
    let is_closed = |place: &String| {
        let part = schema.pointer(place).unwrap();
        part["additionalProperties"] == false && part["properties"].is_object() && part["patternProperties"].is_null()
    };
    let top = |place: &String| !(place.is_empty() && schema["properties"]["format"]["enum"].is_array());
    let has_keys = |place: &String| place.is_empty() && schema["properties"].is_object();
    all.into_iter().filter(|place| is_closed(place) || has_keys(place)).filter(top).collect()
}

#[test]
fn every_schema_is_valid_and_is_what_the_command_prints() {
    let standard = "https://json-schema.org/draft/2020-12/schema";
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let meta = compiler.compile(standard, &mut schemas).unwrap();
    assert!(schemas.validate(&json!({"type": "zzz"}), meta).is_err(), "the check finds what is wrong");
    for (name, path) in SCHEMAS {
        let printed = || duly(root(), &["generate", "schema", name]).done().out;
        let text = path.map_or_else(printed, |path| std::fs::read_to_string(root().join(path)).unwrap());
        assert_eq!(printed(), text, "{name}: the file, or the same on every run");
        let schema = schema(name);
        let problem = schemas.validate(&schema, meta).err().map(|error| format!("{error:#}"));
        assert_eq!(problem, None, "{name}");
        assert_eq!(schema["$schema"], standard, "{name}");
        assert_eq!(schema["$id"], format!("urn:duly:{name}@1"), "{name}");
        assert!(schema["title"].as_str().unwrap().starts_with("duly "), "{name}");
        assert!(Checker::new(schema).refuses(&json!({"format": 1})).is_some(), "{name}");
    }
}

#[test]
fn every_key_is_described() {
    for (name, _) in SCHEMAS {
        let schema = schema(name);
        for object in closed(&schema) {
            for (key, value) in schema.pointer(&object).unwrap()["properties"].as_object().unwrap() {
                let refers =
                    value["$ref"].as_str().map(|target| schema.pointer(target.trim_start_matches('#')).unwrap());
                let said = value["description"].as_str().or(refers.and_then(|target| target["description"].as_str()));
                let is_sentence =
                    said.is_some_and(|said| said.ends_with('.') && said.len() > 10 && !said.contains('\n'));
                assert!(is_sentence, "{name} {object} {key}: {said:?}");
            }
        }
    }
}

#[test]
fn every_file_of_the_project_holds() {
    let checkers = SCHEMAS.map(|(name, _)| (name, Checker::of(name)));
    let mut all = files(&["examples", "questionnaires", "tests/vectors"]);
    let is_error = |file: &PathBuf| {
        let case = std::fs::read(file.with_file_name("case.json")).ok();
        case.is_some_and(|case| serde_json::from_slice::<Value>(&case).unwrap()["error"] == true)
    };
    all.retain(|file| !is_error(file));
    let mut seen = BTreeSet::new();
    for file in &all {
        let document = parsed(file, &std::fs::read_to_string(file).unwrap());
        let name = schema_of(&document);
        let (_, checker) = checkers.iter().find(|(known, _)| *known == name).unwrap();
        assert_eq!(checker.refuses(&document), None, "{}", file.display());
        seen.insert(document["format"].as_str().unwrap().to_owned());
    }
    assert!(all.len() > 200, "{}", all.len());
    assert_eq!(seen.len(), 5, "{seen:?}");
}

#[test]
fn every_export_holds() {
    let checker = Checker::of("assessment");
    let all = files(&["examples", "tests/vectors"]);
    let (mut holds, mut empty) = (0, 0);
    for file in &all {
        if parsed(file, &std::fs::read_to_string(file).unwrap())["format"] != "duly/answers@1" {
            continue;
        }
        let (folder, name) = (file.parent().unwrap(), file.file_name().unwrap().to_str().unwrap());
        let case = std::fs::read(folder.join("case.json")).ok();
        let case: Value = case.map_or(Value::Null, |case| serde_json::from_slice(&case).unwrap());
        let mut args = vec!["export", name, "-f", "json", "--quiet", "--as-of", case["as_of"].as_str().unwrap_or(DAY)];
        if folder.join("policy.toml").exists() {
            args.extend(["--policy", "policy.toml"]);
        }
        if let Some(questionnaire) = case["questionnaire"].as_str() {
            args.extend(["--questionnaire", questionnaire]);
        }
        let ran = duly(folder, &args);
        if ran.code == 2 {
            assert_eq!(case["error"], true, "{}", file.display());
            continue;
        }
        let document: Value = ran.json();
        assert_eq!(checker.refuses(&document), None, "{}", file.display());
        holds += 1;
        empty += usize::from(document["overall"].is_null());
    }
    assert!(holds > 70 && empty > 0, "{holds} {empty}");
}

#[test]
fn every_comparison_holds() {
    let checker = Checker::of("comparison");
    let examples = ["nordkontakt-2025", "nordkontakt", "allyes", "billigsvar", "halvklar", "small/brevduvan"];
    let mut runs: Vec<(PathBuf, Vec<String>)> = Vec::new();
    for (at, first) in examples.iter().enumerate() {
        for second in &examples[at..] {
            let files = [first, second].map(|name| format!("{name}.yaml"));
            runs.push((root().join("examples"), [files.to_vec(), vec![DAY.to_owned()]].concat()));
        }
    }
    let three = examples[..3].iter().map(|name| format!("{name}.yaml")).chain([DAY.to_owned()]);
    runs.push((root().join("examples"), three.collect()));
    for name in names_in(&root().join("tests/vectors")) {
        let folder = root().join("tests/vectors").join(name);
        if folder.join("answers-2.yaml").exists() {
            let case: Value = serde_json::from_slice(&std::fs::read(folder.join("case.json")).unwrap()).unwrap();
            let day = case["as_of"].as_str().unwrap().to_owned();
            runs.push((folder, vec!["answers-1.yaml".to_owned(), "answers-2.yaml".to_owned(), day]));
        }
    }
    let mut holds = 0;
    for (folder, run) in &runs {
        let (day, files) = run.split_last().unwrap();
        let mut args = vec!["diff", "-f", "json", "--quiet", "--as-of", day];
        args.extend(files.iter().map(String::as_str));
        if folder.join("policy.toml").exists() {
            args.extend(["--policy", "policy.toml"]);
        }
        let ran = duly(folder, &args);
        if ran.code == 2 {
            continue; // nothing in common, or an error that the case is about
        }
        let document: Value = ran.json();
        assert_eq!(checker.refuses(&document), None, "{} {run:?}", folder.display());
        holds += 1;
    }
    assert!(holds > 25, "{holds} of {}", runs.len());
}

/// Adds a key to every object of a document, and takes each away that need not be missing: the schema must refuse both.
/// How many objects there are.
fn knows_every_key(checker: &Checker, document: &Value) -> usize {
    assert_eq!(checker.refuses(document), None);
    let mut all = vec![String::new()];
    places(document, "", &mut all);
    let mut objects = 0;
    for place in all {
        let Some(keys) = document.pointer(&place).unwrap().as_object() else { continue };
        let broken = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
            let mut other = document.clone();
            change(other.pointer_mut(&place).unwrap().as_object_mut().unwrap());
            checker.refuses(&other)
        };
        objects += 1;
        assert!(broken(&|map| drop(map.insert("zzz".to_owned(), json!(1)))).is_some(), "zzz in {place}");
        // the keys of these are ids or codes, and one that needs nothing first does not say so
        if place.ends_with("/refs") || ["/frameworks", "/warnings"].contains(&place.as_str()) {
            continue;
        }
        for key in keys.keys().filter(|key| *key != "needs") {
            assert!(broken(&|map| drop(map.remove(key))).is_some(), "{place} without {key}");
        }
    }
    objects
}

fn compared() -> Value {
    let args = ["diff", "nordkontakt.yaml", "allyes.yaml", "-f", "json", "--quiet"];
    duly_on_day(root().join("examples"), &args).json()
}

/// Of a company's vendors, against those of last year.
fn summed_up() -> Value {
    let folder = Folder::new();
    Company { seed: 7, vendors: 40 }.lay_out(folder.path());
    let args = ["export", "now", "--summary", "-f", "json", "--quiet", "--before", "then", "--policy", "policy.toml"];
    duly_on_day(&folder, &args).json()
}

/// With a policy of ours whose gate is not passed.
fn exported() -> Value {
    let examples = root().join("examples");
    let policy = examples.join("duly.toml");
    let args = ["export", "nordkontakt.yaml", "-f", "json", "--quiet", "--fail-on", "low", "--policy"];
    let ran = duly_on_day(&examples, &[args.as_slice(), &[policy.to_str().unwrap()]].concat());
    assert_eq!(ran.code, 1, "{}", ran.err);
    ran.json()
}

#[test]
fn a_comparison_with_other_keys_does_not_hold() {
    let objects = knows_every_key(&Checker::of("comparison"), &compared());
    assert!(objects > 50, "{objects}");
}

#[test]
fn an_overview_with_other_keys_does_not_hold() {
    let document = summed_up();
    for list in ["better", "worse"] {
        assert_ne!(document["before"][list]["first"].as_array().unwrap().len(), 0, "{list}");
    }
    for list in ["lacks", "flags", "companies", "countries"] {
        assert_ne!(document[list]["first"].as_array().unwrap().len(), 0, "{list}");
    }
    let objects = knows_every_key(&Checker::of("overview"), &document);
    assert!(objects > 80, "{objects}");
}

/// Lines of a stream: what goes in, and what comes out of each.
#[test]
fn lines_of_a_stream_with_other_keys_do_not_hold() {
    let examples = root().join("examples");
    let text = |name: &str| std::fs::read_to_string(examples.join(name)).unwrap();
    let paper = json!({"location": "a.pdf", "bytes": 7, "sha256": "0".repeat(64)});
    let sound = json!({
        "id": "x", "answers": text("small/brevduvan.yaml"), "review": text("small/brevduvan.review.yaml"),
        "papers": [paper]
    });
    let reader = Checker::of("stream-in");
    assert_eq!(reader.refuses(&sound), None);
    for (place, value) in
        [("/id", json!(1)), ("/id", json!("")), ("/papers/0/bytes", json!("7")), ("/papers/0/sha256", json!("0"))]
    {
        let mut other = sound.clone();
        *other.pointer_mut(place).unwrap() = value;
        assert!(reader.refuses(&other).is_some(), "{place}");
    }
    let known = schema("stream-in");
    for (place, object) in [("/zzz", ""), ("/papers/0/zzz", "/properties/papers/items")] {
        let (mut other, (around, key)) = (sound.clone(), place.rsplit_once('/').unwrap());
        other.pointer_mut(around).unwrap()[key] = json!(1);
        assert!(reader.refuses(&other).is_some(), "{place}");
        let ran: Value = told(command(&examples, &["stream"]), &format!("{other}\n")).done().json();
        let described = known.pointer(object).unwrap()["properties"].as_object().unwrap();
        assert_eq!(offered(&ran["problems"][0]), described.keys().cloned().collect(), "{place}");
    }
    assert_eq!(closed(&known).len(), 2, "all of them");
    let writer = Checker::of("stream-out");
    let questionnaire = examples.join("small/questionnaire.yaml");
    let streamed = |more: &[&str]| -> Vec<Value> {
        let args = ["stream", "--questionnaire", questionnaire.to_str().unwrap(), "--as-of", DAY];
        let lines = format!("{sound}\n{{}}\n{{\"id\": \"x\", \"answers\": \"format: x\"}}\n");
        let ran = told(command(&examples, &[&args, more].concat()), &lines).done();
        ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    };
    let objects: usize = streamed(&[]).iter().map(|line| knows_every_key(&writer, line)).sum();
    assert!(objects > 7, "{objects}");
    let judged = &streamed(&[])[0];
    assert_ne!(judged["warnings"], json!({}), "a kind that is counted");
    let wrong = [("/warnings", json!({"a-code": 0})), ("/warnings", json!(1)), ("/summary/short", json!(["other"]))];
    refuses_each("stream-out", judged, &wrong);
    let full = &streamed(&["--full"])[0];
    assert_eq!((writer.refuses(full), full["judged"].as_bool()), (None, Some(true)));
    assert_eq!(Checker::of("assessment").refuses(&full["assessment"]), None, "it has a schema of its own");
}

#[test]
fn an_export_with_other_keys_does_not_hold() {
    // a few questions, so that each of the many changes is judged quickly
    let args = ["export", "small/brevduvan.yaml", "-f", "json", "--quiet"];
    let small: Value = duly_on_day(root().join("examples"), &args).json();
    let objects = knows_every_key(&Checker::of("assessment"), &small);
    assert!(objects > 40, "{objects}");
}

/// Puts each value into its place: the schema must refuse it.
fn refuses_each(name: &str, document: &Value, wrong: &[(&str, Value)]) {
    let checker = Checker::of(name);
    assert_eq!(checker.refuses(document), None);
    for (place, value) in wrong {
        let mut other = document.clone();
        assert!(other.pointer(place).is_some(), "{place}");
        let now = other.pointer_mut(place).unwrap();
        assert_ne!(now, value, "{place}");
        *now = value.clone();
        assert!(checker.refuses(&other).is_some(), "{place} = {value}");
    }
}

/// What no export says of the whole and its categories.
fn never_of_the_whole() -> Vec<(&'static str, Value)> {
    vec![
        ("/format", json!("duly/assessment@2")),
        ("/tool/name", json!("other")),
        ("/tool/version", json!("one")),
        ("/lang", json!("fi")),
        ("/vendor", json!(" ")),
        ("/vendor", Value::Null),
        ("/as_of", json!("23 November 2026")),
        ("/verdict/way_out", json!(1)),
        ("/basis/answers/sha256", json!("A".repeat(64))),
        ("/basis/questionnaire/version", json!("1.0")),
        ("/basis/questionnaire/id", json!("två")),
        ("/basis/policy/found", Value::Null),
        ("/overall", Value::Null), // then there is no rating either
        ("/overall/assured", json!("1.5")),
        ("/overall/assured", json!(1)),
        ("/overall/assured_by/claimed", Value::Null),
        ("/overall/display/assured", json!("1/2")),
        ("/rating", Value::Null), // what counts is rated
        ("/rating/worst", json!("none")),
        ("/rating/band_worst", json!("high")),
        ("/rating/reasons", json!([])),
        ("/categories", json!([])),
        ("/categories/0/minimum", json!(0)),
        ("/categories/0/weight", json!(-1)),
        ("/groups/0/categories", json!(["privacy", "privacy"])),
    ]
}

/// What no export says of questions, flags and what else is below the whole.
fn never_in_particular() -> Vec<(&'static str, Value)> {
    vec![
        ("/questions/0/id", json!("privacy")),
        ("/questions/0/status", json!("maybe")),
        ("/questions/0/assurance", json!("sworn")),
        ("/questions/0/evidence", json!([-1])),
        ("/questions/0/assured_display", json!("1.55")),
        ("/questions/0/refs", json!({"no id": ["32(1)"]})),
        ("/coverage/display", json!("90")),
        ("/inherent_risk/lowest", json!("strong")),
        ("/flags/0/state", json!("raised")),
        ("/flags/0/basis", json!("law")),
        ("/flags/0/bound", json!("none")),
        ("/fixes/0/kind", json!("other")),
        ("/fixes/0/gain", Value::Null),
        ("/path/strong", json!(["privacy"])),
        ("/evidence/0/state", json!("fine")),
        ("/evidence/0/by", json!("them")),
        ("/evidence/0/issued", json!("2026")),
        ("/to_ask_for/0/questions", json!([])),
        ("/decision/outcome", json!("maybe")),
        ("/gate/passed", json!(true)), // a rule is not met
        ("/gate/failed", json!([])),
        ("/gate/failed", json!(["other"])),
        ("/gate/failed", json!(["rating", "rating"])),
        ("/policy/bands", json!([90, 70])),
        ("/policy/minimum_coverage", json!(101)),
        ("/policy/residual_risk/low", json!(["none", "low", "low", "low"])),
        ("/policy/red_flags/low", json!(["none", "low", "low"])),
        ("/frameworks", json!({"no id": {"title": "x", "link": null}})),
        ("/disclaimer", Value::Null),
    ]
}

#[test]
fn an_export_with_other_values_does_not_hold() {
    let document = exported();
    refuses_each("assessment", &document, &never_of_the_whole());
    refuses_each("assessment", &document, &never_in_particular());
    let reasons = document["rating"]["reasons"].as_array().unwrap();
    let place = |kind: &str, key: &str| {
        let at = reasons.iter().position(|reason| reason["kind"] == kind).unwrap();
        format!("/rating/reasons/{at}/{key}")
    };
    let (matrix, flag) = (place("matrix", "kind"), place("flag", "kind"));
    let (cleared, severe) = (place("flag", "state"), place("flag", "severity"));
    let wrong = [
        (&matrix, json!("flag")), // a flag has an id
        (&flag, json!("matrix")), // a cell has a band
        (&flag, json!("assumed")),
        (&cleared, json!("clear")), // what is clear bounds nothing
        (&severe, Value::Null),
    ];
    refuses_each("assessment", &document, &wrong.map(|(place, value)| (place.as_str(), value)));
}

#[test]
fn a_comparison_with_other_values_does_not_hold() {
    let wrong = [
        ("/format", json!("duly/assessment@1")),
        ("/vendors", json!([])),
        ("/vendors/0/vendor", json!("")),
        ("/vendors/0/rating", json!("none")),
        ("/vendors/0/assured", json!("87.5")),
        ("/vendors/0/answers_sha256", Value::Null),
        ("/vendors/0/review_sha256", json!("abc")),
        ("/vendors/0/questionnaire/version", json!("1")),
        ("/ranking", json!([])),
        ("/pairs/0/A", Value::Null),
        ("/pairs/0/leader", json!("C")),
        ("/pairs/0/headline_delta", Value::Null),
        ("/pairs/0/like_for_like/delta", json!(0)),
        ("/pairs/0/scope_effect/A", json!("-1.5")),
        ("/pairs/0/by_question/0/open", json!(["A", "A"])),
        ("/pairs/0/by_question/0/open", json!(["C"])),
        ("/pairs/0/by_question/0/id", json!("one")),
        ("/pairs/0/dominance/categories", json!("C")),
        ("/pairs/0/certainty/A_surely_ahead", Value::Null),
        ("/pairs/0/flip_margin/categories", json!("1.5")),
        ("/pairs/0/overtake", json!(["a.b", "a.b"])),
        ("/pairs/0/overtake_flags", json!(["every flag"])),
        ("/pairs/0/only_a", Value::Null),
        ("/pairs/0/changed", json!(["one"])),
        ("/pairs/0/weights_differ", json!("no")),
    ];
    refuses_each("comparison", &compared(), &wrong);
}

fn fallen_due() -> Value {
    let args = ["due", "nordkontakt.yaml", "small/brevduvan.yaml", "-f", "json", "--within", "all", "--proof", "-q"];
    duly_on_day(root().join("examples"), &args).json()
}

#[test]
fn a_list_of_what_falls_due_with_other_keys_or_values_does_not_hold() {
    let list = fallen_due();
    assert!(knows_every_key(&Checker::of("due"), &list) > 10);
    let wrong = [
        ("/format", json!("duly/assessment@1")),
        ("/vendors", json!(-1)),
        ("/as_of", json!("today")),
        ("/dues/0/uid", json!("1")),
        ("/dues/0/kind", json!("bill")),
        ("/dues/0/state", json!("late")),
        ("/dues/0/by", json!(20261123)),
        ("/dues/0/days_left", json!("1")),
        ("/dues/0/computed", json!("no")),
        ("/dues/0/about", json!("")),
    ];
    refuses_each("due", &list, &wrong);
}

#[test]
fn reader_and_schema_know_the_same_keys() {
    let mut known: BTreeSet<(&str, String)> = BTreeSet::new();
    for (file, place, object) in OBJECTS {
        let desk = Desk::new(file);
        let document = desk.with(&format!("{place}/zzz"), json!(1));
        let name = schema_of(&desk.document);
        assert!(Checker::of(name).refuses(&document).is_some(), "{file}{place}: zzz");
        let errors = desk.errors(&document);
        let unknown = errors.iter().find(|found| found["code"] == "unknown-key");
        assert!(unknown.is_some(), "{file}{place}: {errors:?}");
        let schema = schema(name);
        let described = schema.pointer(object).unwrap()["properties"].as_object().unwrap();
        let described: BTreeSet<String> = described.keys().cloned().collect();
        assert_eq!(offered(unknown.unwrap()), described, "{file}{place}");
        known.insert((name, object.to_owned()));
    }
    // a record of a stream is no file: see `lines_of_a_stream_with_other_keys_do_not_hold`
    for (name, _) in SCHEMAS.into_iter().filter(|(name, path)| path.is_some() && *name != "stream-in") {
        for object in closed(&schema(name)) {
            assert!(known.contains(&(name, object.clone())), "nothing compares the keys of {object} in {name}");
        }
    }
}

/// A broken file is taken apart by the keys that its reader knows.
#[test]
fn shape_and_schema_know_the_same_keys() {
    let keys = |schema: &Value, object: &str| -> BTreeSet<String> {
        schema.pointer(object).unwrap()["properties"].as_object().unwrap().keys().cloned().collect()
    };
    let own = |keys: &[&str]| -> BTreeSet<String> { keys.iter().map(|key| (*key).to_owned()).collect() };
    for (name, shape, entries) in [
        ("answers", read_answers::SHAPE, &[("answers", "/$defs/long"), ("evidence", "/$defs/item")][..]),
        ("review", read_review::SHAPE, &[("answers", "/$defs/observation")][..]),
    ] {
        let schema = schema(name);
        assert_eq!(own(shape.top), keys(&schema, ""), "{name}");
        assert_eq!(shape.sections.len(), entries.len(), "{name}");
        for (section, (key, object)) in shape.sections.iter().zip(entries) {
            assert_eq!((section.key, own(section.fields)), (*key, keys(&schema, object)), "{name}");
        }
    }
}

#[test]
fn reader_and_schema_know_the_same_words() {
    for (file, place, list) in WORDS {
        let desk = Desk::new(file);
        let errors = desk.errors(&desk.with(place, json!("zzz")));
        let unknown = errors.iter().find(|found| found["code"] == "unknown-word");
        assert!(unknown.is_some(), "{file}{place}: {errors:?}");
        let schema = schema(schema_of(&desk.document));
        let listed = schema.pointer(list).unwrap()["enum"].as_array().unwrap();
        let listed = listed.iter().filter(|word| !word.is_null());
        let listed: BTreeSet<String> = listed.map(|word| word.to_string().trim_matches('"').to_owned()).collect();
        assert_eq!(offered(unknown.unwrap()), listed, "{file}{place}");
    }
}

#[test]
fn mistakes_are_refused_by_both() {
    let more = mistakes_in_extending().into_iter().chain(mistakes_in_mapping());
    for (file, place, value, code) in mistakes().into_iter().chain(more) {
        let desk = Desk::new(file);
        let document = desk.with(place, value);
        let errors = desk.errors(&document);
        assert!(errors.iter().any(|found| found["code"] == code), "{document}\n{file}{place}: {errors:#?}");
        let checker = Checker::of(schema_of(&desk.document));
        assert!(checker.refuses(&document).is_some(), "{file}{place}: {code}");
    }
}

#[test]
fn liberties_are_accepted_by_both() {
    for (file, _) in FILES {
        let desk = Desk::new(file);
        assert_eq!(desk.errors(&desk.document), Vec::<Value>::new(), "{file}");
        assert_eq!(Checker::of(schema_of(&desk.document)).refuses(&desk.document), None, "{file}");
    }
    for (file, place, value) in liberties() {
        let desk = Desk::new(file);
        let document = desk.with(place, value);
        assert_eq!(desk.errors(&document), Vec::<Value>::new(), "{file}{place}");
        assert_eq!(Checker::of(schema_of(&desk.document)).refuses(&document), None, "{file}{place}");
    }
}

/// A place without its numbers: one entry of a list stands for all.
fn shape(place: &str) -> Vec<&str> {
    place.split('/').map(|key| if key.parse::<usize>().is_ok() { "*" } else { key }).collect()
}

/// What a reader says about the structure alone, so that a schema must say it too.
const STRUCTURE: [&str; 11] = [
    "bad-version",
    "empty-list",
    "importance-or-weight",
    "missing-key",
    "not-a-list",
    "not-a-map",
    "not-a-text",
    "one-answer-form",
    "unknown-key",
    "unknown-word",
    "wrong-format",
];

/// Breaks a file in every place in every way and compares what reader and schema say.
fn compare_everywhere(file: &str) {
    let desk = Desk::new(file);
    let checker = Checker::of(schema_of(&desk.document));
    let mut all = Vec::new();
    places(&desk.document, "", &mut all);
    let values =
        [json!(null), json!(1), json!(-7), json!(1.5), json!(true), json!("zzz"), json!(""), json!([]), json!({})];
    let mut tried = 0;
    let mut seen = BTreeSet::new();
    for place in all.iter().filter(|place| seen.insert(shape(place))) {
        let (parent, _) = place.rsplit_once('/').unwrap();
        let is_key = desk.document.pointer(parent).unwrap().is_object();
        let gone = is_key.then(|| desk.without(place));
        let values = values.iter().filter(|value| !(value.is_null() && file.ends_with(".toml")));
        for document in values.map(|value| desk.with(place, value.clone())).chain(gone) {
            let now = document.pointer(place);
            let (errors, refused) = (desk.errors(&document), checker.refuses(&document));
            if errors.is_empty() {
                assert_eq!(refused, None, "{file}{place} = {now:?} is fine for the reader");
            }
            let broken = errors.iter().find(|found| STRUCTURE.iter().any(|code| found["code"] == *code));
            let for_the_question = place.starts_with("/answers/") && now.is_some_and(Value::is_array);
            let both = broken.is_none() || refused.is_some() || for_the_question;
            assert!(both, "{file}{place} = {now:?} is fine for the schema: {broken:?}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn every_change_of_a_questionnaire_is_judged_alike() {
    compare_everywhere("questionnaire.yaml");
}

#[test]
fn every_change_of_a_category_is_judged_alike() {
    compare_everywhere("part.yaml");
}

#[test]
fn every_change_of_answers_is_judged_alike() {
    compare_everywhere("vendor.yaml");
}

#[test]
fn every_change_of_a_review_is_judged_alike() {
    compare_everywhere("vendor.review.yaml");
}

#[test]
fn every_change_of_a_policy_is_judged_alike() {
    compare_everywhere("policy.toml");
}
