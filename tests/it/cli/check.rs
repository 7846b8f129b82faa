//! `duly check`: every problem that has a code, where it is shown, what is said about it, and how the command ends.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde_json::Value;

use super::forms::FORM_CODES;
use crate::security::papers::PAPER_CODES;
use crate::support::{DAY, Folder, Ran, SMALL, command, duly, duly_on_day, root, told};

/// Line, column (0 and 0 for a whole file) and code.
type Found = (u64, u64, String);

fn nine() -> PathBuf {
    root().join("tests/nine")
}

fn json(ran: &Ran) -> Vec<Value> {
    ran.json()
}

fn found(ran: &Ran) -> Vec<Found> {
    let number = |value: &Value| value.as_u64().unwrap_or(0);
    let one = |at: &Value| (number(&at["line"]), number(&at["column"]), at["code"].as_str().unwrap().to_owned());
    json(ran).iter().map(one).collect()
}

/// Takes the mark `«` out of a text, and says in which line and column it stood.
fn unmarked(text: &str) -> (String, u64, u64) {
    let Some((before, after)) = text.split_once('«') else { return (text.to_owned(), 0, 0) };
    let line = before.matches('\n').count() as u64 + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() as u64 + 1;
    (format!("{before}{after}"), line, column)
}

// ---------------------------------------------------------------- nine mistakes show nine

/// A file of `tests/nine`, and its mistakes.
type Nine = (&'static str, [(u64, u64, &'static str); 9]);

const NINE: [Nine; 4] = [
    (
        "answers.yaml",
        [
            (5, 11, "not-a-date"),
            (7, 35, "unknown-evidence-kind"),
            (8, 64, "unknown-key"),
            (10, 35, "unknown-document"),
            (11, 3, "unknown-question"),
            (12, 12, "unknown-option"),
            (13, 3, "duplicate-key"),
            (14, 20, "exclusive-option"),
            (15, 13, "no-never"),
        ],
    ),
    (
        "vendor.review.yaml",
        [
            (3, 9, "review-of-another-vendor"),
            (5, 11, "not-a-date"),
            (6, 17, "unknown-factor"),
            (8, 3, "unknown-question"),
            (9, 19, "review-na"),
            (10, 12, "missing-reason"),
            (12, 12, "unknown-flag"),
            (13, 21, "unknown-word"),
            (13, 76, "unknown-key"),
        ],
    ),
    (
        "questionnaire.yaml",
        [
            (3, 5, "bad-id"),
            (4, 10, "bad-version"),
            (6, 8, "missing-language"),
            (8, 70, "condition-unknown-question"),
            (9, 53, "unknown-word"),
            (14, 100, "unknown-key"),
            (15, 90, "unknown-evidence-kind"),
            (16, 14, "duplicate-id"),
            (17, 60, "importance-or-weight"),
        ],
    ),
    (
        "policy.toml",
        [
            (2, 10, "wrong-format"),
            (3, 25, "unknown-word"),
            (4, 22, "not-an-integer"),
            (5, 1, "unknown-key"),
            (6, 1, "assurance-order"),
            (8, 1, "bands-order"),
            (11, 7, "table-length"),
            (12, 1, "matrix-falls"),
            (15, 12, "unsupported-language"),
        ],
    ),
];

fn check_nine(file: &str, more: &[&str]) -> Ran {
    duly_on_day(nine(), &[&["check", file, "--questionnaire", "small.yaml"], more].concat())
}

#[test]
fn nine_mistakes_show_nine() {
    for (file, expected) in NINE {
        let ran = check_nine(file, &["-f", "json"]);
        let expected = expected.map(|(line, column, code)| (line, column, code.to_owned()));
        assert_eq!(found(&ran), expected, "{file}");
        assert_eq!((ran.code, ran.err.as_str()), (2, ""), "{file}");
    }
}

/// A part of the small questionnaire, the same with a mistake, and the one problem that follows.
const DEFINITIONS: [(&str, &str, &str); 6] = [
    ("answer: yes-partial-no", "answer: yes-partialno", "unknown-scale"),
    ("id: policy, ask: The policy, valid", "id: policy, valid", "missing-key"),
    ("gdpr: {title: GDPR}", "gdpr: {title: [GDPR]}", "not-a-text"),
    ("id: data, ask: Which data?,", "id: data,", "missing-key"),
    ("{id: special, tier: critical}", "{id: special, tier: criticl}", "unknown-word"),
    ("  - id: a\n", "  - id: a\u{e5}\n", "bad-id"),
];

#[test]
fn what_is_defined_with_a_mistake_is_no_second_mistake_where_it_is_named() {
    for (good, bad, code) in DEFINITIONS {
        assert!(SMALL.contains(good), "{good}");
        let mut text = SMALL.replace(good, bad);
        if code == "bad-id" {
            let group = "groups: [{id: g, title: G, categories: [a\u{e5}]}]\n";
            text = text.replace("{a.", "{a\u{e5}.") + group;
        }
        let folder = Folder::with(&[("small.yaml", &text)]);
        let ran = duly(&folder, &["check", "small.yaml", "-f", "json"]);
        assert_eq!(ran.codes(), [code], "{bad}");
    }
    let document = "evidence: {p: {title: [P]}}\nanswers: {a.mfa: {answer: yes, evidence: [p]}}\n";
    let (folder, options) = laid_out(Answers, &whole(Answers, document));
    let ran = duly(&folder, &[&["check", "file.yaml", "-f", "json"][..], &options].concat());
    assert_eq!(found(&ran), [(5, 23, "not-a-text".to_owned())]);
}

#[test]
fn each_of_nine_is_shown_with_its_place_line_caret_and_help() {
    for (file, expected) in NINE {
        let text = std::fs::read_to_string(nine().join(file)).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        let ran = check_nine(file, &[]);
        let blocks: Vec<&str> = ran.out.split("\n\n").collect();
        assert_eq!((blocks.len(), ran.code), (10, 2), "{file}: nine problems and their count\n{}", ran.out);
        assert_eq!(blocks[9], "9 errors, 0 warnings\n");
        for ((line, column, code), block) in expected.into_iter().zip(blocks) {
            let quoted = lines[usize::try_from(line).unwrap() - 1];
            assert!(block.starts_with(&format!("error[{code}]: ")), "{block}");
            assert!(block.contains(&format!("--> {file}:{line}:{column}\n")), "{block}");
            assert!(block.contains(&format!("{line} | {quoted}\n")), "{block}");
            assert!(block.contains("= help: "), "{block}");
            let (number, _) = block.split_once(" | ").unwrap();
            let gutter = number.chars().rev().take_while(|c| *c != '\n').count() as u64 + 3;
            let caret = block.lines().find(|shown| shown.trim_start_matches([' ', '|']).starts_with('^')).unwrap();
            assert_eq!(caret.find('^').unwrap() as u64, gutter + column - 1, "the caret stands in the column\n{block}");
        }
    }
}

// ---------------------------------------------------------------- every code there is

/// What a text is, and so what is put before and around it.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Kind {
    /// A whole file, checked without further options.
    Whole,
    /// Answers to the small questionnaire.
    Answers,
    /// A review of flawless answers to the small questionnaire.
    Review,
    /// A questionnaire with a category.
    Questionnaire,
    /// Questions of a questionnaire.
    Questions,
    /// A policy.
    Policy,
}

use Kind::{Answers, Policy, Questionnaire, Questions, Review, Whole};

const ANSWERS_HEAD: &str =
    "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n";
const REVIEWED: &str =
    "answers:\n  a.mfa: yes\n  a.cards: no\n  a.tools: [vault]\n  a.hours: {answer: n/a, comment: We have none.}\n";
const REVIEW_HEAD: &str = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-10\n";
const QUESTIONNAIRE_HEAD: &str = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\n";
const CATEGORY: &str =
    "categories:\n  - {id: a, title: A, questions: [{id: x, ask: X?, importance: low, answer: yes-no}]}\n";
const QUESTIONS_HEAD: &str = "evidence: [{id: log, ask: A log}]\nframeworks: {gdpr: {title: GDPR}}\ncategories:\n\
    \x20 - id: a\n    title: A\n    questions:\n\
    \x20     - {id: first, ask: First?, importance: low, answer: yes-no, evidence: [log], refs: {gdpr: [\"32\"]}}\n";

/// The whole file that a text of a kind stands for, with its mark.
fn whole(kind: Kind, text: &str) -> String {
    if text.starts_with("format") {
        return text.to_owned();
    }
    match kind {
        Whole => text.to_owned(),
        Answers => format!("{ANSWERS_HEAD}{text}"),
        Review => format!("{REVIEW_HEAD}{text}"),
        Questionnaire => format!("{QUESTIONNAIRE_HEAD}{text}{CATEGORY}"),
        Questions => format!("{QUESTIONNAIRE_HEAD}{QUESTIONS_HEAD}      - {text}\n"),
        Policy => format!("format = \"duly/policy@1\"\n{text}"),
    }
}

/// Code, kind of file, text; the problem stands at the mark `«`, or is about the whole file where there is none.
const CASES: &[(&str, Kind, &str)] = &[
    // text
    ("empty-file", Whole, "# only a comment\n"),
    ("yaml-tab", Answers, "answers:\n«\ta.mfa: yes\n"),
    ("yaml-tab", Answers, "service: calls\n«\tanswers: {}\n"),
    ("lone-return", Answers, "answers:\n  a.cards: no\n  # planned:«\r  a.mfa: yes\n"),
    ("lone-return", Answers, "answers:\n  # seen.«\u{2028}  a.mfa: no\n  a.cards: no\n"),
    ("lone-return", Answers, "answers:\n  # seen.«\u{2029}  a.mfa: no\n  a.cards: no\n"),
    ("lone-return", Answers, "answers:\n  # seen.«\u{85}  a.mfa: no\n  a.cards: no\n"),
    ("yaml-unclosed-quote", Answers, "service: «\"chat\n"),
    ("yaml-unclosed-bracket", Answers, "answers: «{a.mfa: yes\n"),
    ("yaml-colon", Answers, "service: chat«: and mail\n"),
    ("yaml-indentation", Questionnaire, "about:\n    en: a\n  «sv: b\n"),
    ("yaml-syntax", Questionnaire, "about: «@chat\n"),
    ("toml-syntax", Policy, "minimum_coverage = «\n"),
    ("no-space", Answers, "answers:\n  a.mfa:\n    answer«:yes\n    comment: x\n"),
    ("no-colon", Answers, "answers:\n  a.mfa:\n    «answer yes\n    comment: x\n"),
    ("odd-blank", Answers, "service: chat\n«\u{2028}\nanswers: {}\n"),
    ("odd-blank", Answers, "service: chat\n  «\u{200b}# ours\nanswers: {}\n"),
    ("odd-blank", Answers, "answers:\n  a.mfa:\n    answer«:\u{a0}yes\n    comment: x\n"),
    ("mark-before-key", Answers, "answers:\n  a.mfa:\n    «* answer: yes\n    comment: x\n"),
    ("curly-quotes", Answers, "answers:\n  a.mfa:\n    answer: yes\n    comment: «“Note: x”\n"),
    ("special-sign", Answers, "service: «@chat\n"),
    ("text-in-braces", Answers, "answers:\n  a.mfa: {answer: yes, comment: «ticket #4711, done}\n"),
    ("merge-marker", Answers, "answers:\n  a.mfa: yes\n«<<<<<<< HEAD\n"),
    ("stray-line", Answers, "answers:\n  a.mfa: yes\n«All the rest by mail\n  a.cards: no\n"),
    ("text-not-set-in", Answers, "answers:\n  a.mfa:\n    answer: yes\n    comment: |\n      One.\n    «Two.\n"),
    ("wrong-indent", Answers, "answers:\n  a.mfa:\n    answer: yes\n     «comment: x\n"),
    ("cut-by-comment", Answers, "service: «chat (ticket #4711), not mail\n"),
    ("cut-by-comment", Answers, "answers:\n  a.mfa: «yes  # planned for 2028\n  # ours\n  a.cards: no\n"),
    ("cut-by-comment", Answers, "answers:\n  a.mfa: «{answer: yes}    # planned for 2028\n  a.cards: no\n"),
    ("cut-by-comment", Answers, "answers:\n  a.mfa: «\"yes\" # planned\n  a.about: |\n    x\n  # ours\n"),
    ("cut-by-comment", Answers, "answers:\n  a.tools: «[vault]   # planned\n  a.cards: no\n"),
    ("yaml-anchor", Answers, "service: &a «chat\n"),
    ("yaml-tag", Answers, "service: !!str «chat\n"),
    ("second-document", Answers, "answers: {a.mfa: yes}\n«---\nservice: chat\n"),
    ("duplicate-key", Answers, "answers:\n  a.mfa: yes\n  «a.mfa: no\n"),
    ("control-character", Answers, "service: ch«\u{1b}at\n"),
    ("no-format", Whole, "vendor: {name: V}\n"),
    ("wrong-format", Whole, "format: «duly/answer@1\n"),
    ("unknown-key", Answers, "«servce: chat\n"),
    ("missing-key", Answers, "format: duly/answers@1\nvendor: «{country: SE}\nquestionnaire: small@1.0.0\n"),
    ("not-a-map", Answers, "answers: «[a.mfa]\n"),
    ("not-a-list", Answers, "answers:\n  a.mfa: {answer: yes, evidence: «log}\n"),
    ("empty-list", Questionnaire, "languages: «[]\n"),
    ("not-a-text", Answers, "service: «[chat]\n"),
    ("not-an-integer", Answers, "answers:\n  a.hours: «4.5\n"),
    ("out-of-range", Answers, "answers:\n  a.hours: «1001\n"),
    ("not-a-date", Answers, "answers:\n  a.tested: «2026-02-30\n"),
    ("unknown-word", Review, "decision: {outcome: «aproved, by: CISO, on: 2026-11-12}\n"),
    ("bad-path", Whole, "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: «../small.yaml\n"),
    ("hidden-characters", Answers, "service: «ch\u{200b}at\n"),
    // questionnaire
    ("bad-id", Questions, "{id: «a b, ask: Second thing?, importance: low, answer: yes-no}"),
    ("reserved-word", Questions, "{id: «never, ask: Second thing?, importance: low, answer: yes-no}"),
    ("duplicate-id", Questions, "{id: «first, ask: Second thing?, importance: low, answer: yes-no}"),
    (
        "duplicate-label",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: {choose_one: [{id: all, value: 100}, {id: none, «label: All, \
            value: 0}]}}",
    ),
    ("missing-language", Questionnaire, "languages: [en, sv]\nabout: «{en: About}\n"),
    ("unknown-language", Questionnaire, "about: {en: About, «de: Zu}\n"),
    ("unknown-scale", Questions, "{id: q, ask: Q?, importance: low, answer: «yes-noo}"),
    (
        "one-answer-form",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: «{choose_one: [{id: all, value: 100}], number: {steps: [{at_most: \
            1, value: 100}]}}}",
    ),
    ("importance-or-weight", Questions, "{id: q, ask: Q?, importance: low, «weight: 3, answer: yes-no}"),
    (
        "mixed-category-weights",
        Whole,
        "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\ncategories:\n\
            \x20 - {id: a, title: A, weight: 5, questions: [{id: x, ask: X?, importance: low, answer: yes-no}]}\n\
            \x20 - «{id: b, title: B, questions: [{id: x, ask: X?, importance: low, answer: yes-no}]}\n",
    ),
    (
        "mixed-steps",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: {number: {steps: [{at_most: 1, value: 100}, «{at_least: 5, value: \
            50}]}}}",
    ),
    (
        "duplicate-step",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: {number: {steps: [{at_most: 1, value: 100}, «{at_most: 1, value: \
            50}]}}}",
    ),
    (
        "falling-step",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: {number: {steps: [{at_most: 2, value: 100}, «{at_most: 1, value: \
            50}]}}}",
    ),
    (
        "full-value-unreachable",
        Questions,
        "{id: q, ask: Q?, importance: low, «answer: {choose_one: [{id: all, value: 99}]}}",
    ),
    (
        "value-missing",
        Questions,
        "{id: q, ask: Q?, importance: low, «answer: {choose_one: [{id: all, value: 100}, {id: none}]}}",
    ),
    (
        "condition-unknown-question",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: yes-no, when: {«a.frst: [\"yes\"]}}",
    ),
    (
        "condition-unknown-option",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: yes-no, when: {a.first: [«yess]}}",
    ),
    (
        "condition-mismatch",
        Questions,
        "{id: q, ask: Q?, importance: low, answer: text}\n\
            \x20     - {id: r, ask: R?, importance: low, answer: yes-no, when: {a.q: «[\"yes\"]}}",
    ),
    (
        "condition-cycle",
        Questions,
        "{«id: q, ask: Q?, importance: low, answer: yes-no, when: {a.r: [\"yes\"]}}\n\
            \x20     - {id: r, ask: R?, importance: low, answer: yes-no, when: {a.q: [\"yes\"]}}",
    ),
    ("earlier-id-in-use", Questions, "{id: q, ask: Q?, importance: low, answer: yes-no, was: [old, a.older, «first]}"),
    ("stands-for-itself", Questionnaire, "evidence: [{id: log, ask: A log, stands_for: [«log]}]\n"),
    ("unknown-evidence-kind", Questions, "{id: q, ask: Q?, importance: low, answer: yes-no, evidence: [«lgo]}"),
    ("unknown-framework", Questions, "{id: q, ask: Q?, importance: low, answer: yes-no, refs: {«gdrp: [\"32\"]}}"),
    ("unknown-category", Questionnaire, "groups: [{id: g, title: G, categories: [«b]}]\n"),
    (
        "category-in-two-groups",
        Questionnaire,
        "groups: [{id: g, title: G, categories: [a]}, {id: h, title: H, categories: [«a]}]\n",
    ),
    (
        "bad-version",
        Whole,
        "format: duly/questionnaire@1\nid: q\nversion: «1.0\ntitle: Q\n\
            categories: [{id: a, title: A, questions: [{id: x, ask: X?, importance: low, answer: yes-no}]}]\n",
    ),
    (
        "not-a-lower-set",
        Whole,
        "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\n\
            scales: {depth: [{id: deep, value: 100}, {id: half, value: 50}, {id: flat, value: 0}]}\n\
            red_flags: [{«id: f, title: F, severity: low, when: {a.d: [half]}}]\n\
            categories: [{id: a, title: A, questions: [{id: d, ask: D?, importance: low, answer: depth}]}]\n",
    ),
    (
        "near-duplicate-question",
        Questions,
        "{id: q, ask: Where are the paper cards kept?, importance: low, answer: yes-no}\n\
            \x20     - {«id: r, ask: Where are the bank cards kept?, importance: low, answer: yes-no}",
    ),
    ("unused-definition", Questionnaire, "evidence: [{id: «log, ask: A log}]\n"),
    // answers
    (
        "name-too-long",
        Answers,
        "format: duly/answers@1\nquestionnaire: small@1.0.0\nanswered: 2026-11-02\n\
            vendor: {name: «A name that draws a report of its own; it has a hundred and twenty-one characters and so \
            it is one too long to stand there.....}\n",
    ),
    (
        "title-too-long",
        Answers,
        "evidence:\n  d: {title: «xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\
            xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\
            xxxxxxxxxxxxxxxxxxxxx}\n",
    ),
    (
        "too-many-documents",
        Answers,
        "evidence:\n  d: {title: A log}\nanswers:\n  a.cards: {answer: no, evidence: «[d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,\
            d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,d,\
            d,d,d,d,d,d,d,d,d,d,d]}\n",
    ),
    ("unknown-question", Answers, "answers:\n  «a.card: yes\n"),
    ("unknown-option", Answers, "answers:\n  a.cards: «\"true\"\n"),
    ("unknown-question", Review, "sent: [{on: 2026-11-01, asked: [a.mfa, a.cards, a.tools, a.hours, «a.card]}]\n"),
    ("unknown-option", Answers, "answers:\n  a.cards: «perhaps\n"),
    ("several-answers", Answers, "answers:\n  a.cards: «[yes, no]\n"),
    ("option-twice", Answers, "answers:\n  a.tools: [vault, «vault]\n"),
    ("exclusive-option", Answers, "answers:\n  a.tools: [vault, «nothing]\n"),
    ("no-never", Answers, "answers:\n  a.tested: «never\n"),
    ("ambiguous-answer", Answers, "answers:\n  a.tested: «03/04/2026\n"),
    (
        "not-a-number",
        Whole,
        "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: T\ncategories:\n  - id: c\n    title: C\n    questions:\n\
            \x20     - {id: x, ask: A?, importance: low, answer: {number: {decimals: 1, max: «99.95, steps: [{at_most: 9.5, value: 100}]}}}\n",
    ),
    ("not-a-form", Answers, "filled: {form: «9f2c, on: 2026-11-02}\n"),
    ("one-proposal", Answers, "answers:\n  a.cards: {answer: no, proposed: «{from: CAIQ IAM-14.1}}\n"),
    ("unknown-document", Answers, "answers:\n  a.mfa: {answer: yes, evidence: [«log]}\n"),
    (
        "bad-questionnaire-reference",
        Whole,
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: «customer-service\n",
    ),
    ("unknown-questionnaire", Whole, "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: «customer@1.0.0\n"),
    (
        "other-questionnaire",
        Whole,
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: «customer-service@0.9.0\nanswered: 2026-11-02\n",
    ),
    (
        "vendors-own-questionnaire",
        Whole,
        "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: «./small.yaml\nanswered: 2026-11-02\n",
    ),
    (
        "undated-evidence",
        Answers,
        "evidence:\n  «p: {title: P, kind: policy, location: p.pdf}\nanswers:\n  a.mfa: {answer: yes, evidence: [p]}\n",
    ),
    (
        "evidence-without-location",
        Answers,
        "evidence:\n  «p: {title: P, kind: policy, issued: 2026-01-01}\nanswers:\n  a.mfa: {answer: yes, evidence: [p]}\n",
    ),
    (
        "location-outside-folder",
        Answers,
        "answers:\n  a.mfa: {answer: yes, evidence: [«{title: P, kind: policy, issued: 2026-01-01, location: ../p.pdf}]}\n",
    ),
    (
        "evidence-dates-reversed",
        Answers,
        "answers:\n\
            \x20 a.mfa: {answer: yes, evidence: [«{title: P, kind: policy, issued: 2026-01-02, valid_until: 2026-01-01, location: \
            p.pdf}]}\n",
    ),
    (
        "evidence-from-the-future",
        Answers,
        "answers:\n  a.mfa: {answer: yes, evidence: [«{title: P, kind: policy, issued: 2026-11-24, location: p.pdf}]}\n",
    ),
    ("uncited-document", Answers, "evidence:\n  «p: {title: P, kind: policy, issued: 2026-01-01, location: p.pdf}\n"),
    ("na-reason-of-one-letter", Answers, "answers:\n  «a.cards: {answer: n/a, comment: x}\n"),
    ("na-without-reason", Answers, "answers:\n  «a.cards: n/a\n"),
    ("na-not-possible", Answers, "answers:\n  «a.mfa: {answer: n/a, comment: We have none.}\n"),
    ("answer-out-of-scope", Answers, "answers:\n  a.cards: no\n  «a.card-log: yes\n"),
    ("gate-unanswered", Answers, "answers:\n  «a.card-log: yes\n"),
    ("partial-without-comment", Answers, "answers:\n  «a.mfa: partial\n"),
    ("boolean-answer", Answers, "answers:\n  a.cards: «true\n"),
    ("date-in-future", Answers, "answers:\n  «a.tested: 2026-11-24\n"),
    (
        "evidence-valid-for-long",
        Answers,
        "answers:\n  a.mfa: {answer: yes, evidence: [«{title: P, kind: policy, issued: 2026-01-01, valid_until: 2032-01-01, location: p.pdf}]}\n",
    ),
    ("personal-number", Answers, "answers:\n  «a.cards: {answer: no, comment: Anna (811218-9876) sees to it.}\n"),
    (
        "older-questionnaire",
        Whole,
        "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: customer-service@1.0.0\nanswered: 2026-11-02\n",
    ),
    (
        "answered-in-future",
        Answers,
        "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\n«answered: 2026-11-24\n",
    ),
    // review
    (
        "review-of-another-vendor",
        Review,
        "format: duly/review@1\nvendor: «Vendor BA\nreviewer: Office\nreviewed: 2026-11-10\n",
    ),
    (
        "reviewed-in-future",
        Review,
        "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-24\n",
    ),
    ("missing-reason", Review, "answers:\n  a.cards: «{saw: no, answer: yes}\n"),
    ("overruled-upwards", Review, "answers:\n  «a.tools: {answer: [vault, sso], because: We saw both.}\n"),
    ("review-na", Review, "answers:\n  a.mfa: {answer: «n/a, because: Seen.}\n"),
    ("unknown-flag", Review, "waivers: [{flag: «no-mfaa, by: CISO, until: 2027-01-01, because: Soon.}]\n"),
    (
        "waived-twice",
        Review,
        "waivers:\n  - {flag: no-mfa, by: CISO, until: 2027-01-01, because: Soon.}\n\
            \x20 - «{flag: no-mfa, by: CISO, until: 2027-01-01, because: Soon.}\n",
    ),
    ("unknown-factor", Review, "inherent_risk: {«date: special}\n"),
    ("verified-other-answer", Review, "answers:\n  «a.mfa: {saw: no, verified: [{title: Seen, issued: 2026-11-09}]}\n"),
    ("verified-without-saw", Review, "answers:\n  a.mfa: {«verified: [{title: Seen, issued: 2026-11-09}]}\n"),
    ("verified-undated", Review, "answers:\n  a.mfa: {saw: yes, verified: [«{title: Seen}]}\n"),
    (
        "decided-too-early",
        Review,
        "answers: {a.hours: {not_applicable: refused, because: There are some.}}\n\
         decision: «{outcome: approved, by: B, on: 2026-11-12, answers: 4b89ccfff7ba661b737adacad2c15059eff7a600aa8a264e3e9941a2096d6b0f}\n",
    ),
    (
        "decided-despite-flag",
        Review,
        "answers: {a.mfa: {saw: yes, answer: no, because: We saw none.}}\n\
         decision: «{outcome: approved, by: B, on: 2026-11-12, answers: 4b89ccfff7ba661b737adacad2c15059eff7a600aa8a264e3e9941a2096d6b0f}\n",
    ),
    ("decision-older", Review, "decision: «{outcome: approved, by: B, on: 2026-01-12}\n"),
    (
        "condition-overdue",
        Review,
        "decision: {outcome: conditional, by: B, on: 2026-11-12, answers: 4b89ccfff7ba661b737adacad2c15059eff7a600aa8a264e3e9941a2096d6b0f,\n  \
            conditions: [«{what: Log, due: 2026-11-22}, {what: Key, due: 2026-11-23}]}\n",
    ),
    (
        "condition-met-before",
        Review,
        "decision: {outcome: conditional, by: B, on: 2026-11-12, answers: 4b89ccfff7ba661b737adacad2c15059eff7a600aa8a264e3e9941a2096d6b0f,\n  \
            conditions: [«{what: Log, due: 2026-12-15, met: 2020-01-01}]}\n",
    ),
    ("decision-unbound", Review, "decision: «{outcome: approved, by: B, on: 2026-11-12}\n"),
    (
        "decision-on-others",
        Review,
        "decision: «{outcome: approved, by: B, on: 2026-11-12,\n  answers: \
         d3b5e34872708f5d1c3a3e4c9d1c62b1b9f0b5a7c2d3e4f5061728394a5b6c7d}\n",
    ),
    ("says-nothing", Review, "waivers: [{flag: no-mfa, by: CISO, until: 2027-01-01, because: «\"-\"}]\n"),
    ("overruled-nothing", Review, "answers:\n  «a.mfa: {answer: yes}\n"),
    ("not-a-fingerprint", Review, "refused: [{title: P, because: It is of another company., sha256: «12ab}]\n"),
    ("received-not-cited", Review, "received: [«{title: P, issued: 2026-01-01}]\n"),
    ("accepted-without-effect", Review, "answers:\n  «a.cards: {not_applicable: accepted, because: Small.}\n"),
    ("waiver-lapsed", Review, "waivers: [«{flag: no-mfa, by: CISO, until: 2026-11-22, because: Soon.}]\n"),
    // policy
    ("assurance-order", Policy, "«[assurance]\nclaimed = 90\n"),
    ("bands-order", Policy, "«[bands]\nweak = 80\n"),
    ("table-length", Policy, "[residual_risk]\nlow = «[\"low\"]\n"),
    ("matrix-falls", Policy, "«[red_flags]\nlow = [\"low\", \"none\", \"none\", \"none\"]\n"),
    ("unsupported-language", Policy, "[display]\nlanguage = «\"de\"\n"),
    ("matrix-jump", Policy, "«[residual_risk]\nlow = [\"low\", \"low\", \"low\", \"high\"]\n"),
];

/// The name under which a text of a kind is checked.
fn name(kind: Kind) -> &'static str {
    match kind {
        Review => "vendor.review.yaml",
        Policy => "duly.toml",
        _ => "file.yaml",
    }
}

/// A folder with a file of a kind and what it is checked against, and the options for that.
fn laid_out(kind: Kind, text: &str) -> (Folder, Vec<&'static str>) {
    let reviewed = format!("{ANSWERS_HEAD}{REVIEWED}");
    let mut files = vec![("small.yaml", SMALL), (name(kind), text), ("p.pdf", "P")];
    if kind == Review {
        files.push(("vendor.yaml", &reviewed));
    }
    let needs_small = matches!(kind, Answers | Review);
    (Folder::with(&files), if needs_small { vec!["--questionnaire", "small.yaml"] } else { Vec::new() })
}

#[test]
fn every_code_has_its_input_and_place() {
    let mut wrong = Vec::new();
    for (code, kind, marked) in CASES {
        let (text, line, column) = unmarked(&whole(*kind, marked));
        let (folder, options) = laid_out(*kind, &text);
        let args = [&["check", name(*kind), "-f", "json"][..], &options].concat();
        let ran = duly_on_day(&folder, &args);
        let error = json(&ran).first().is_some_and(|first| first["severity"] == "error");
        let expected = ([(line, column, (*code).to_owned())], if error { 2 } else { 0 });
        if found(&ran) != expected.0 || ran.code != expected.1 {
            wrong.push(format!("expected {expected:?}, found {:?}, {} in\n{text}", found(&ran), ran.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Codes of whole files, with the bytes of the file.
fn of_bytes() -> Vec<(&'static str, Vec<u8>)> {
    let utf16 = "format: duly/answers@1\n".encode_utf16().flat_map(u16::to_le_bytes);
    vec![
        ("not-utf8", b"format: duly/answers@1\nvendor: {name: F\xf6retag}\n".to_vec()),
        ("utf16-text", [0xff, 0xfe].into_iter().chain(utf16).collect()),
        ("office-file", b"PK\x03\x04\x14\x00".to_vec()),
        ("own-page", b"<!DOCTYPE html>\n<meta name=\"generator\" content=\"duly/form\">\n".to_vec()),
        ("file-too-large", [ANSWERS_HEAD.as_bytes(), &vec![b'#'; 4 << 20]].concat()),
    ]
}

#[test]
fn files_that_are_no_text_are_named() {
    for (code, bytes) in of_bytes() {
        let folder = Folder::new();
        folder.write("file.yaml", bytes);
        let ran = duly(&folder, &["check", "file.yaml", "-f", "json"]);
        assert_eq!((found(&ran), ran.code), (vec![(0, 0, code.to_owned())], 2), "{code}");
    }
}

/// Errors are told, and of warnings not even their number, by every command that has something to say of a file.
#[test]
fn quiet_tells_no_warning_beside_an_error() {
    let folder = Folder::new();
    let good = std::fs::read_to_string(root().join("examples/billigsvar.yaml")).unwrap();
    folder.write("v/a.yaml", format!("{good}nonsense: x\n"));
    folder.write("v/duly.toml", "format = \"duly/policy@1\"\n");
    let inside = folder.at("v");
    let out = folder.at("out.csv");
    let out = out.to_str().unwrap();
    for args in [
        &["assess", "a.yaml"][..],
        &["assess", "."],
        &["export", "a.yaml"],
        &["export", ".", "--summary", "-o", out],
        &["due", "."],
        &["explain", "a.yaml"],
        &["diff", "a.yaml", "a.yaml"],
        &["import", "a.yaml", "-o", "b.yaml"],
        &["check", "a.yaml"],
        &["check", "."],
    ] {
        let [loud, quiet] = [&[][..], &["-q"]].map(|more| duly(&inside, &[args, more].concat()).said());
        assert!(loud.contains("warning") && loud.contains("error[unknown-key]"), "{args:?}: {loud}");
        assert!(!quiet.contains("warning") && quiet.contains("error[unknown-key]"), "{args:?}: {quiet}");
    }
}

/// Codes of bombs, which stand somewhere in the file.
fn bombs() -> [(&'static str, String); 3] {
    let deep = format!("{ANSWERS_HEAD}service: {}\n", "[".repeat(20) + &"]".repeat(20));
    let many = format!("{ANSWERS_HEAD}service: [{}]\n", "a,".repeat(250_000));
    let long = SMALL.replacen("title: ", &format!("title: {}", "x".repeat(4000)), 1);
    [("too-deep", deep), ("too-many-values", many), ("text-too-long", long)]
}

#[test]
fn bombs_are_named() {
    for (code, text) in bombs() {
        let folder = Folder::with(&[("file.yaml", &text), ("small.yaml", SMALL)]);
        let args = ["check", "file.yaml", "-f", "json", "--questionnaire", "small.yaml"];
        let ran = duly(&folder, &args);
        assert_eq!((ran.codes(), ran.code), (vec![code.to_owned()], 2));
    }
}

/// Files, arguments of `duly check`, and the whole list of what is found.
type Between = (&'static [(&'static str, &'static str)], &'static [&'static str], &'static [(u64, u64, &'static str)]);

const OURS: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./small.yaml\nanswered: 2026-11-02\n";
const UNDATED: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./small.yaml\nanswers: {a.mfa: yes}\n";
const NAMED_SO: &str = "format: duly/answers@1\nvendor: {name: \"V; approved by us\"}\nquestionnaire: ./small.yaml\n\
    answered: 2026-11-02\nanswers: {a.mfa: yes}\n";
const DENIES: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./q.yaml\nanswered: 2026-11-02\n\
    chain: [{name: C}]\nanswers:\n  a.x: none\n";
const DECLARES: &str = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\n\
    evidence: [{id: no-subprocessors, ask: A declaration}]\n\
    categories: [{id: a, title: A, questions: [{id: x, ask: X?, importance: low, evidence: [no-subprocessors], \
    answer: {choose_one: [{id: none, value: 100}, {id: some, value: 0}]}}]}]\n";
const OUTSIDE: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./q.yaml\nanswered: 2026-11-02\n\
    chain: [{name: C, country: indien}]\nanswers:\n  a.x: eea\n";
const FLOWS: &str = "format: duly/questionnaire@1\nid: q\nversion: 1.0.0\ntitle: Q\n\
    evidence: [{id: dataflow, ask: A diagram}]\n\
    categories: [{id: a, title: A, questions: [{id: x, ask: X?, importance: low, evidence: [dataflow], \
    answer: {choose_one: [{id: eea, value: 100}, {id: third, value: 0}]}}]}]\n";
const UNANSWERED: &str = "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: ./small.yaml\nanswers: {a.mfa: }\n";
const OF_V: &str = "format: duly/review@1\nvendor: V\nreviewer: Office\nreviewed: 2026-11-10\n";
const TAKEN: &str = "format: duly/questionnaire@1\nid: customer-service\nversion: 1.0.0\ntitle: Q\n\
    categories: [{id: a, title: A, questions: [{id: x, ask: X?, importance: low, answer: yes-no}]}]\n";
const TWO_ANSWERS: &str = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\n\
    answered: 2026-11-02\nanswers:\n  a.mfa: yes\n  a.cards: no\n";
const SENT_ONE: &str = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-10\n\
    sent: [{on: 2026-11-01, asked: [a.mfa]}]\n";
const ELSEWHERE: &str = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n";
const LONG_NAME: &str = "format: duly/answers@1\n\
    vendor: {name: \
    xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx}\nquestionnaire: ./small.yaml\n";
const REVIEWS: &str = "format = \"duly/policy@1\"\nreviews = \"reviews\"\n";
const PAPERS: &str = "format = \"duly/policy@1\"\n[evidence]\nfolder = \"papers\"\n";
const ONLY_BUILT_IN: &str = "format = \"duly/policy@1\"\nquestionnaires = [\"customer-service\"]\n";

/// Codes that need more than one file, or none.
const FOLDERS: &[Between] = &[
    (&[], &["gone.yaml"], &[(0, 0, "no-such-file")]),
    (
        &[("v.yaml", OURS), ("small.yaml", SMALL)],
        &["v.yaml", "--review", "."],
        &[(3, 16, "vendors-own-questionnaire"), (0, 0, "not-a-file")],
    ),
    (&[("v.yaml", OURS)], &["v.yaml/no.yaml"], &[(0, 0, "unreadable-file")]),
    (
        &[("v.yaml", LONG_NAME), ("small.yaml", SMALL)],
        &["v.yaml", "--questionnaire", "small.yaml"],
        &[(2, 16, "name-too-long")],
    ),
    (
        &[("v/v.yaml", OURS), ("v/small.yaml", SMALL), ("ours/small.yaml", SMALL), ("duly.toml", REVIEWS)],
        &["v/v.yaml", "--questionnaire", "ours/small.yaml"],
        &[(0, 0, "reviews-folder-missing")],
    ),
    (
        &[("v/v.yaml", OURS), ("ours/small.yaml", SMALL), ("reviews/w.review.yaml", OF_V), ("duly.toml", REVIEWS)],
        &["v/v.yaml", "--questionnaire", "ours/small.yaml"],
        &[(0, 0, "no-review-found")],
    ),
    (
        &[
            ("v/v.yaml", OURS),
            ("ours/small.yaml", SMALL),
            ("v/v.review.yaml", OF_V),
            ("reviews/w.review.yaml", OF_V),
            ("duly.toml", REVIEWS),
        ],
        &["v/v.yaml", "--questionnaire", "ours/small.yaml"],
        &[(0, 0, "no-review-found"), (0, 0, "review-not-used")],
    ),
    (
        &[("v/v.yaml", OURS), ("small.yaml", SMALL), ("reviews/w.review.yaml", OF_V), ("duly.toml", REVIEWS)],
        &["v", "--questionnaire", "small.yaml", "--policy", "duly.toml"],
        &[(0, 0, "no-review-found"), (0, 0, "review-under-other-name")],
    ),
    (
        &[("v/v.yaml", OURS), ("small.yaml", SMALL), ("duly.toml", PAPERS)],
        &["v/v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "papers-folder-missing")],
    ),
    (&[("v.yaml", OURS)], &["v.yaml/a.yaml"], &[(0, 0, "unreadable-file")]),
    (
        &[("v/v.yaml", OURS), ("small.yaml", SMALL), ("duly.toml", ELSEWHERE), ("reviews/w.review.yaml", OF_V)],
        &["v/v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "no-review-found")],
    ),
    (
        &[("v/v.yaml", OURS), ("small.yaml", SMALL), ("duly.toml", ELSEWHERE)],
        &["v/v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "reviews-folder-missing")],
    ),
    (
        &[("v/v.yaml", OURS), ("small.yaml", SMALL), ("duly.toml", ELSEWHERE), ("reviews/v.review.yaml", OF_V)],
        &["v/v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "review-by-found-policy")],
    ),
    (
        &[("v.yaml", TWO_ANSWERS), ("small.yaml", SMALL), ("v.review.yaml", SENT_ONE)],
        &["v.review.yaml", "--questionnaire", "small.yaml"],
        &[(7, 3, "answer-not-asked")],
    ),
    (
        &[("v.yaml", UNDATED), ("small.yaml", SMALL)],
        &["v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "answers-undated")],
    ),
    (
        &[("v.yaml", NAMED_SO), ("small.yaml", SMALL)],
        &["v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "name-reads-on")],
    ),
    (&[("v.yaml", DENIES), ("q.yaml", DECLARES)], &["v.yaml", "--questionnaire", "q.yaml"], &[(7, 3, "chain-denied")]),
    (&[("v.yaml", OUTSIDE), ("q.yaml", FLOWS)], &["v.yaml", "--questionnaire", "q.yaml"], &[(7, 3, "chain-outside")]),
    (
        &[("v.yaml", OURS), ("v.yml", OURS), ("small.yaml", SMALL), ("v.review.yaml", OF_V)],
        &["v.yaml", "v.yml", "--questionnaire", "small.yaml"],
        &[(0, 0, "review-beside-answers"), (0, 0, "review-of-several")],
    ),
    (&[("v.yaml", UNANSWERED), ("small.yaml", SMALL)], &["v.yaml", "--questionnaire", "small.yaml"], &[]),
    (&[("q.yaml", TAKEN)], &["q.yaml"], &[(0, 0, "built-in-id")]),
    (&[("v.review.yaml", OF_V)], &["v.review.yaml"], &[(0, 0, "answers-not-found")]),
    (
        &[("v.yaml", OURS), ("small.yaml", SMALL), ("v.review.yaml", OF_V)],
        &["v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "review-beside-answers")],
    ),
    (
        &[("v.yaml", OURS), ("small.yaml", SMALL), ("duly.toml", ONLY_BUILT_IN)],
        &["v.yaml", "--questionnaire", "small.yaml"],
        &[(0, 0, "policy-beside-answers")],
    ),
    (
        &[("v/v.yaml", OURS), ("v/small.yaml", SMALL), ("duly.toml", ONLY_BUILT_IN)],
        &["v/v.yaml"],
        &[(3, 16, "questionnaire-not-allowed")],
    ),
    (
        &[("v.yaml", OURS), ("small.yaml", SMALL)],
        &["v.yaml", "--questionnaire", "small.yaml", "--lang", "de"],
        &[(0, 0, "no-such-language")],
    ),
];

#[test]
fn problems_between_files_are_named() {
    for (files, args, expected) in FOLDERS {
        let folder = Folder::with(files);
        let ran = duly_on_day(&folder, &[&["check", "-f", "json"], *args].concat());
        let expected: Vec<Found> =
            expected.iter().map(|(line, column, code)| (*line, *column, (*code).to_owned())).collect();
        assert_eq!(found(&ran), expected, "{args:?}");
    }
}

/// Who left a file empty finds on by the format that its name asks for.
#[test]
fn an_empty_file_is_told_the_format_that_its_name_asks_for() {
    for (name, format) in [
        ("x.yaml", "duly/answers@1"),
        ("x.review.yaml", "duly/review@1"),
        ("x.review.yml", "duly/review@1"),
        ("X.Review.YAML", "duly/review@1"),
    ] {
        let ran = duly(&Folder::with(&[(name, "")]), &["check", name]);
        assert!(ran.code == 2 && ran.out.contains(&format!("`format: {format}`")), "{name}: {}", ran.out);
    }
}

/// A review is held against the answers beside it, whatever else is checked, and whatever their ending is.
#[test]
fn a_review_is_checked_with_the_answers_beside_it() {
    let desk = Folder::with(&[("small.yaml", SMALL)]);
    let (of_w, w) = (OF_V.replace("V", "W"), OURS.replace("V", "W"));
    desk.add(&[("a/x.yaml", OURS), ("a/x.review.yaml", OF_V), ("b/x.yaml", &w), ("b/x.review.yaml", &of_w)]);
    for name in ["yml", "YAML", "json"] {
        desk.write(format!("{name}/x.{name}"), OURS);
        desk.write(format!("{name}/x.review.yaml"), OF_V);
    }
    desk.write("other/x.review.yml", OF_V);
    desk.write("other/x.yaml", OURS);
    desk.write("alone/x.review.yml", OF_V);
    desk.write("alone/ours.yaml", OF_V);
    let check = |files: &[&str]| duly(&desk, &[&["check", "--questionnaire", "small.yaml"], files].concat());
    let sound = |files: &[&str]| {
        let ran = check(files);
        assert_eq!(ran.code, 0, "{files:?}: {}", ran.out);
    };
    sound(&["a/x.yaml", "a/x.review.yaml", "b/x.yaml", "b/x.review.yaml"]);
    sound(&["b/x.yaml", "a/x.review.yaml"]);
    sound(&["yml/x.review.yaml"]);
    sound(&["YAML/x.review.yaml"]);
    sound(&["json/x.review.yaml"]);
    sound(&["other/x.review.yml"]);
    sound(&["alone/x.review.yml", "yml/x.yml"]);
    for (file, answers) in [("alone/x.review.yml", "x.yaml"), ("alone/ours.yaml", "ANSWERS.yaml")] {
        let ran = check(&[file]);
        let told =
            format!("error[answers-not-found]: the answers `{answers}` that this review is about are not beside");
        assert!(ran.code == 2 && ran.out.contains(&told), "{file}: {}", ran.out);
    }
}

#[test]
fn rules_are_known_by_their_ending_in_any_capitals() {
    for name in ["duly.toml", "RULES.TOML", "Rules.Toml"] {
        let desk = Folder::with(&[(name, "format = \"duly/policy@1\"\n")]);
        assert_eq!(duly(&desk, &["check", name]).code, 0, "{name}");
    }
}

/// Every code with its severity, as `--codes` lists them.
fn codes() -> Vec<(String, String)> {
    let ran = duly(nine(), &["check", "--codes"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let row = |line: &str| {
        let mut words = line.split_whitespace().map(str::to_owned);
        (words.next().unwrap(), words.next().unwrap())
    };
    ran.out.lines().map(row).collect()
}

#[test]
fn no_code_is_without_an_input() {
    let listed: BTreeSet<String> = codes().into_iter().map(|(code, _)| code).collect();
    let mut made: BTreeSet<String> = CASES.iter().map(|(code, ..)| (*code).to_owned()).collect();
    made.extend(of_bytes().into_iter().map(|(code, _)| code.to_owned()));
    made.extend(bombs().into_iter().map(|(code, _)| code.to_owned()));
    made.extend(FOLDERS.iter().flat_map(|(_, _, found)| *found).map(|(_, _, code)| (*code).to_owned()));
    made.extend(PAPER_CODES.iter().chain(&FORM_CODES).chain(&super::extending::CODES).map(|code| (*code).to_owned()));
    let of_files = [crate::security::workbooks::CODES.concat(), crate::security::backs::CODES.to_vec()].concat();
    made.extend(of_files.iter().map(|code| code.id.to_owned()));
    made.extend(crate::security::trees::CODES.iter().map(|code| code.id.to_owned()));
    made.extend(crate::exchange::import::CODES.iter().map(|code| code.id.to_owned()));
    made.extend(crate::exchange::others::CODES.iter().map(|code| code.id.to_owned()));
    made.extend(crate::exchange::tables::CODES.iter().map(|code| code.id.to_owned()));
    made.extend(crate::exchange::draft_for::CODES.iter().map(|code| code.id.to_owned()));
    made.extend(super::stream::CODES.iter().chain([&super::stream::OF_THE_PROGRAM]).map(|code| (*code).to_owned()));
    made.insert("made-by-duly".to_owned()); // reports of this program: see tests/it/cli/against.rs
    made.insert("no-permission".to_owned()); // not to be had as root: see tests/it/security/hostile_files.rs
    assert_eq!(listed, made);
}

// ---------------------------------------------------------------- explanations, exit codes, JSON, languages

#[test]
fn every_code_is_explained_in_both_languages() {
    for (code, severity) in codes() {
        let [en, sv] = ["en", "sv"].map(|lang| duly(nine(), &["check", "--explain", &code, "--lang", lang]));
        assert_eq!((en.code, sv.code), (0, 0), "{code}");
        assert!(en.out.starts_with(&format!("{code} ({severity})\n\n")), "{}", en.out);
        assert!(sv.out.starts_with(&format!("{code} (")), "{}", sv.out);
        let story = |ran: &Ran| ran.out.split_once("\n\n").unwrap().1.to_owned();
        assert!(story(&en).ends_with(".\n") && story(&sv).ends_with(".\n"), "{code} has a story");
        assert_ne!(story(&en), story(&sv), "{code}");
    }
}

#[test]
fn an_unknown_code_is_answered_with_the_nearest() {
    let ran = duly(nine(), &["check", "--explain", "unknown-opton"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`unknown-opton`") && ran.err.contains("`unknown-option`"), "{}", ran.err);
    let ran = duly(nine(), &["check", "--explain", "xyzzy"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("`xyzzy`") && !ran.err.contains('?'), "nothing is near: {}", ran.err);
}

#[test]
fn an_answer_of_ours_that_is_worth_the_same_overrules_nothing_upwards() {
    for (ours, is_told) in [("[sso]", false), ("[vault, sso]", true), ("[nothing]", false)] {
        let review = format!("{REVIEW_HEAD}answers:\n  a.tools: {{answer: {ours}, because: We saw it.}}\n");
        let (folder, options) = laid_out(Review, &review);
        let codes = duly_on_day(&folder, &[&["check", name(Review), "-f", "json"][..], &options].concat()).codes();
        assert_eq!(codes.contains(&"overruled-upwards".to_owned()), is_told, "{ours}: {codes:?}");
    }
}

#[test]
fn warnings_fail_only_when_they_are_denied() {
    let warned = format!("{ANSWERS_HEAD}answers:\n  a.mfa: partial\n");
    let clean = format!("{ANSWERS_HEAD}answers:\n  a.mfa: yes\n");
    for (text, denied) in [(warned, 2), (clean, 0)] {
        let (folder, options) = laid_out(Answers, &text);
        let args = [&["check", "file.yaml"][..], &options].concat();
        let checked = |more: &[&str]| duly_on_day(&folder, &[&args, more].concat()).code;
        assert_eq!(checked(&[]), 0);
        assert_eq!(checked(&["--deny-warnings"]), denied);
        assert_eq!(checked(&["--deny-warnings", "-f", "json"]), denied);
    }
}

#[test]
fn one_bad_file_among_good_ones_decides_the_exit_code() {
    let ran = duly(nine(), &["check", "small.yaml", "policy.toml", "small.yaml"]);
    assert_eq!(ran.code, 2);
    assert_eq!(ran.out.matches("\n9 errors, 0 warnings\n").count(), 1);
    assert!(ran.out.ends_with("\nin all 3 files: 9 errors, 0 warnings\n"), "{}", ran.out);
    assert_eq!(ran.out.matches("small.yaml").count(), 2, "{}", ran.out);
}

#[test]
fn json_has_the_documented_keys() {
    let keys = ["file", "line", "column", "end_line", "end_column", "severity", "code", "message", "help"];
    for (file, _) in NINE {
        for problem in json(&check_nine(file, &["-f", "json"])) {
            let mut found: Vec<&str> = problem.as_object().unwrap().keys().map(String::as_str).collect();
            let mut expected = keys;
            found.sort_unstable();
            expected.sort_unstable();
            assert_eq!(found, expected);
            assert_eq!(problem["file"], *file);
            assert_eq!(problem["severity"], "error");
            let numbers = ["line", "column", "end_line", "end_column"].map(|key| problem[key].as_u64().unwrap());
            let [line, column, end_line, end_column] = numbers;
            assert!((line, column) < (end_line, end_column), "{problem}");
            assert!(["message", "help"].iter().all(|key| !problem[*key].as_str().unwrap().is_empty()), "{problem}");
        }
    }
    let ran = duly(nine(), &["check", "small.yaml", "-f", "json"]);
    assert_eq!((json(&ran), ran.code), (Vec::new(), 0));
}

#[test]
fn standard_input_is_read_as_answers() {
    let args = ["check", "-", "--questionnaire", "small.yaml", "-f", "json", "--as-of", DAY];
    let ran = told(command(nine(), &args), &std::fs::read_to_string(nine().join("answers.yaml")).unwrap());
    let found = json(&ran);
    assert_eq!((found.len(), ran.code), (9, 2));
    assert!(found.iter().all(|problem| problem["file"] == "-"));
}

#[test]
fn problems_are_told_in_swedish() {
    for (file, expected) in NINE {
        let ran = check_nine(file, &["--lang", "sv"]);
        let english = check_nine(file, &[]);
        assert_eq!(ran.out.matches("= råd: ").count(), 9, "{}", ran.out);
        assert_eq!((ran.out.matches("fel[").count(), ran.code), (9, 2), "{}", ran.out);
        assert!(ran.out.ends_with("9 fel, 0 varningar\n"), "{}", ran.out);
        for (line, column, code) in expected {
            let place = format!("--> {file}:{line}:{column}\n");
            assert!(ran.out.contains(&format!("fel[{code}]: ")) && ran.out.contains(&place), "{}", ran.out);
        }
        let messages = |ran: &Ran| ran.out.lines().filter(|line| line.contains("]: ")).count();
        assert_eq!(messages(&ran), messages(&english));
        let shared: Vec<&str> = ran.out.lines().filter(|line| line.contains("= help: ")).collect();
        assert_eq!(shared, Vec::<&str>::new());
    }
    let json_sv = check_nine("answers.yaml", &["--lang", "sv", "-f", "json"]);
    assert_eq!(json(&json_sv)[0]["message"], "`2026-02-30` är inget datum");
    assert_eq!(json(&json_sv)[0]["severity"], "error", "words for programs are not translated");
}

// ---------------------------------------------------------------- warnings never stop a judgement

#[test]
fn no_warning_of_answers_or_review_stops_a_judgement() {
    let warnings: BTreeSet<String> =
        codes().into_iter().filter(|(_, severity)| severity == "warning").map(|(code, _)| code).collect();
    let judged = CASES.iter().filter(|(code, kind, _)| {
        let own = *code == "vendors-own-questionnaire";
        warnings.contains(*code) && (own || matches!(kind, Answers | Review))
    });
    let mut count = 0;
    for (code, kind, marked) in judged {
        let (text, ..) = unmarked(&whole(*kind, marked));
        let (folder, options) = laid_out(*kind, &text);
        let review =
            if *kind == Review { &["vendor.yaml", "--review", "vendor.review.yaml"][..] } else { &["file.yaml"] };
        let ran = duly_on_day(&folder, &[&["assess"], review, &options].concat());
        assert_eq!(ran.code, 0, "{code}: {}", ran.err);
        assert!(
            ran.out.contains("next: duly assess") && ran.err.starts_with("1 warning: see `duly check "),
            "{code}: {}",
            ran.err
        );
        count += 1;
    }
    assert_eq!(count, 37, "every warning about answers or reviews is tried");
}

// ---------------------------------------------------------------- did you mean

/// Kind of file, text with a slip, and what was meant.
const SLIPS: &[(Kind, &str, &str)] = &[
    (Answers, "answers:\n  a.card: yes\n", "a.cards"),
    (Answers, "answers:\n  A.MFA: yes\n", "a.mfa"),
    (Answers, "answers:\n  a.mfa: partail\n", "partial"),
    (Answers, "answers:\n  a.mfa: Prtly\n", "Partly"),
    (Answers, "answers:\n  a.tools: [valt]\n", "vault"),
    (Answers, "servce: chat\n", "service"),
    (Answers, "answers:\n  a.mfa: {answer: yes, coment: Everywhere.}\n", "comment"),
    (
        Answers,
        "evidence:\n  policy-1: {title: P, kind: policy, issued: 2026-01-01, location: p.pdf}\nanswers:\n\
            \x20 a.mfa: {answer: yes, evidence: [polciy-1]}\n",
        "policy-1",
    ),
    (
        Answers,
        "answers:\n  a.mfa: {answer: yes, evidence: [{title: P, kind: polcy, issued: 2026-01-01, location: p.pdf}]}\n",
        "policy",
    ),
    (Review, "waivers: [{flag: no-mfaa, by: CISO, until: 2027-01-01, because: Soon.}]\n", "no-mfa"),
    (Review, "waivers: [{flag: category:b, by: CISO, until: 2027-01-01, because: Soon.}]\n", "category:a"),
    (Review, "inherent_risk: {dat: special}\n", "data"),
    (Review, "inherent_risk: {data: specail}\n", "special"),
    (Review, "decision: {outcome: aproved, by: CISO, on: 2026-11-12}\n", "approved"),
    (Review, "answers:\n  a.cards: {not_applicable: acepted, because: Small.}\n", "accepted"),
    (Whole, "format: duly/answer@1\n", "duly/answers@1"),
    (Whole, "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-servce@1.0.0\n", "customer-service"),
    (Questions, "{id: q, ask: Q?, importance: hihg, answer: yes-no}", "high"),
    (Questions, "{id: q, ask: Q?, importance: high, answer: yes-noo}", "yes-no"),
    (Questions, "{id: q, ask: Q?, importance: high, answer: yes-no, refs: {gdrp: [\"32\"]}}", "gdpr"),
    (Policy, "minimum_covrage = 80\n", "minimum_coverage"),
    (Policy, "default_inherent_risk = \"hgh\"\n", "high"),
    (Policy, "[gate]\nred_flags = \"ture\"\n", "true"),
];

#[test]
fn a_slip_is_answered_with_what_was_meant() {
    for (kind, text, meant) in SLIPS {
        let (folder, options) = laid_out(*kind, &whole(*kind, text));
        let args = [&["check", name(*kind), "-f", "json"][..], &options].concat();
        let ran = duly_on_day(&folder, &args);
        let problems = json(&ran);
        assert_eq!(problems.len(), 1, "{text}: {}", ran.out);
        let help = problems[0]["help"].as_str().unwrap();
        assert!(help.starts_with(&format!("did you mean `{meant}`? Otherwise ")), "{text}: {help}");
        let ran = duly_on_day(&folder, &[&args[..], &["--lang", "sv"]].concat());
        let help = json(&ran)[0]["help"].as_str().unwrap().to_owned();
        assert!(help.starts_with(&format!("menade du `{meant}`? Annars: ")), "{text}: {help}");
    }
}

#[test]
fn what_is_no_slip_is_not_guessed_at() {
    for text in ["answers:\n  b.something-else: yes\n", "answers:\n  a.mfa: sometimes\n", "colour: red\n"] {
        let (folder, options) = laid_out(Answers, &whole(Answers, text));
        let ran = duly_on_day(&folder, &[&["check", "file.yaml"][..], &options].concat());
        assert_eq!((ran.code, ran.out.matches("did you mean").count()), (2, 0), "{}", ran.out);
    }
}

#[test]
fn an_error_in_the_review_hides_no_warning_and_is_told_once() {
    let folder = Folder::new();
    folder.write("v/nordkontakt.yaml", crate::support::example("nordkontakt.yaml"));
    let review = crate::support::example("nordkontakt.review.yaml");
    folder.write("v/nordkontakt.review.yaml", &review);
    let warnings = |ran: &Ran| {
        let codes = ran.codes();
        codes.into_iter().filter(|code| code != "unknown-key").collect::<Vec<_>>()
    };
    let args = ["check", "-f", "json", "v/nordkontakt.yaml", "./v/../v/nordkontakt.review.yaml"];
    let good = duly_on_day(&folder, &args);
    assert!(good.code == 0 && warnings(&good).len() > 5, "{}", good.out);
    folder.write("v/nordkontakt.review.yaml", review.replacen("\nreviewed:", "\nreveiwer: x\nreviewed:", 1));
    let flawed = duly_on_day(&folder, &args);
    assert_eq!(flawed.code, 2);
    assert_eq!(warnings(&flawed), warnings(&good));
    assert_eq!(flawed.codes().len(), good.codes().len() + 1, "{}", flawed.out);
}

#[test]
fn answers_of_a_later_day_cannot_be_judged() {
    let folder = Folder::new();
    let answers = crate::support::example("nordkontakt.yaml");
    let later = |day: &str| {
        let (before, after) = answers.split_once("\nanswered: ").unwrap();
        format!("{before}\nanswered: {day}{}", &after[10..])
    };
    folder.write("v.yaml", later("2026-11-23"));
    assert_eq!(duly_on_day(&folder, &["assess", "v.yaml", "-q"]).code, 0);
    folder.write("v.yaml", later("2026-11-24"));
    let ran = duly_on_day(&folder, &["assess", "v.yaml", "-q"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    let says = "error[answered-in-future]: the answers are dated 2026-11-24, after 2026-11-23\n";
    assert!(ran.err.starts_with(says), "{}", ran.err);
    let swedish = duly_on_day(&folder, &["assess", "v.yaml", "-q", "--lang", "sv"]);
    assert!(swedish.err.contains("svaren är daterade 2026-11-24, efter 2026-11-23"), "{}", swedish.err);
    // of their own day they could be judged, but no day has come that is later than all others
    folder.write("v.yaml", later("9999-12-31"));
    let own = duly(&folder, &["assess", "v.yaml", "-q", "--as-of", "answered"]);
    assert!(own.code == 2 && own.err.contains("answered-in-future"), "{}", own.err);
}

/// A questionnaire with as many questions as there are answers, and answers to it.
fn many(answers: &[&str]) -> Folder {
    let mut asked = SMALL.split("categories:").next().unwrap().split("red_flags:").next().unwrap().to_owned();
    asked += "categories:\n  - {id: a, title: A, weight: 1, questions: [\n";
    let mut said =
        "format: duly/answers@1\nvendor: {name: X}\nquestionnaire: ./many.yaml\nanswered: 2026-11-01\nanswers:\n"
            .to_owned();
    for (n, answer) in answers.iter().enumerate() {
        asked += &format!("    {{id: q{n}, ask: Question number {n}, weight: 1, answer: yes-partial-no}},\n");
        said += &format!("  a.q{n}: {answer}\n");
    }
    Folder::with(&[("many.yaml", &(asked + "  ]}\n")), ("x.yaml", &said)])
}

fn many_checked(answers: &[&str], more: &[&str]) -> Ran {
    let args = ["check", "x.yaml", "--questionnaire", "many.yaml"];
    duly_on_day(&many(answers), &[&args[..], more].concat())
}

#[test]
fn a_kind_of_warning_that_comes_by_the_dozen_is_folded() {
    let answers = |errors, warnings| [vec!["nonsense"; errors], vec!["partial"; warnings]].concat();
    let shown = |ran: &Ran, code: &str| ran.out.lines().filter(|line| line.contains(&format!("[{code}]:"))).count();
    let few = many_checked(&answers(0, 24), &[]);
    assert_eq!(shown(&few, "partial-without-comment"), 24, "{}", few.out);
    assert!(!few.out.contains("more of"), "{}", few.out);
    let many = many_checked(&answers(0, 25), &[]);
    assert_eq!(shown(&many, "partial-without-comment"), 3);
    let line = "\n\n... and 22 more of `partial-without-comment`: `duly check FILE --all` shows them\n\n0 errors, 25 warnings\n";
    assert!(many.out.ends_with(line), "{}", many.out);
    let all = many_checked(&answers(0, 25), &["--all"]);
    assert_eq!(shown(&all, "partial-without-comment"), 25);
    assert!(all.out.ends_with("\n0 errors, 25 warnings\n") && !all.out.contains("more of"), "{}", all.out);
    let swedish = many_checked(&answers(0, 25), &["--lang", "sv"]);
    assert!(swedish.out.contains("\n... och 22 till av `partial-without-comment`: `duly check FIL --all` visar dem\n"));
    for format in ["json", "sarif", "github"] {
        assert!(many_checked(&answers(0, 25), &["-f", format]).out.matches("partial-without-comment").count() >= 25);
    }
}

#[test]
fn an_error_is_never_folded_and_the_counts_hold() {
    let answers = |errors, warnings| [vec!["nonsense"; errors], vec!["true"; warnings]].concat();
    let both = many_checked(&answers(30, 30), &[]);
    assert_eq!(both.out.matches("error[unknown-option]").count(), 30);
    assert_eq!(both.out.matches("warning[boolean-answer]").count(), 3);
    assert!(both.out.ends_with("\n30 errors, 30 warnings\n"), "{}", both.out);
    let crowded = many_checked(&answers(99, 30), &[]);
    assert_eq!(crowded.out.matches("warning[boolean-answer]").count(), 1, "a hundred are shown");
    assert!(crowded.out.ends_with("\n99 errors, 30 warnings (29 of them not shown)\n"), "{}", crowded.out);
    let all = many_checked(&answers(99, 30), &["--all"]);
    assert_eq!(all.out.matches("warning[boolean-answer]").count(), 30);
    assert!(all.out.ends_with("\n99 errors, 30 warnings\n"), "{}", all.out);
}

// ---------------------------------------------------------------- errors alone

#[test]
fn quiet_tells_errors_and_no_warnings() {
    let folder = Folder::new();
    let good = std::fs::read_to_string(root().join("examples/billigsvar.yaml")).unwrap();
    folder.write("vendors/good.yaml", &good);
    assert!(duly_on_day(&folder, &["check", "vendors"]).done().out.contains("warning["));
    let silent = duly_on_day(&folder, &["check", "vendors", "-q"]).done();
    assert_eq!(silent.said(), "");
    folder.write("vendors/wrong.yaml", format!("{good}nonsense: x\n"));
    let told = duly_on_day(&folder, &["check", "vendors", "-q"]);
    let at = told.out.find("error[unknown-key]");
    assert_eq!((told.code, at, told.out.contains("warning")), (2, Some(0), false), "{}", told.said());
    assert!(told.out.ends_with("\n1 error\n"), "{}", told.said());
    // what stops it is told
    std::fs::remove_file(folder.at("vendors/wrong.yaml")).unwrap();
    let denied = duly_on_day(&folder, &["check", "vendors", "-q", "--deny-warnings"]);
    assert!(denied.code == 2 && denied.out.contains("warning["), "{}", denied.said());
}
