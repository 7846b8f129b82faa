//! Hostile files and faults of the machine: no panic, no hang, no raw control characters, one clear answer.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::support::{DAY, Folder, Ran, SMALL, command, duly, finish, names_in, run, shell, told};

const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\n";
const REVIEW: &str = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-10\n";
const QUESTIONNAIRE: &str = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\n\
    categories: [{id: a, title: A, questions: [{id: x, ask: X?, importance: low, answer: yes-no}]}]\n";
/// What a judgement of `v.yaml` is given besides.
const WITH: [&str; 6] = ["v.yaml", "--questionnaire", "small.yaml", "--as-of", DAY, "--no-review"];

/// A folder with the vendor's file and the questionnaire that it answers.
fn vendor(bytes: &[u8]) -> Folder {
    let folder = Folder::new();
    folder.write("small.yaml", SMALL);
    folder.write("v.yaml", bytes);
    folder
}

/// The codes of the errors that `duly check -f json` lists, in order.
fn codes(ran: &Ran) -> Vec<String> {
    let found: Vec<Value> = serde_json::from_str(&ran.out).unwrap();
    let errors = found.iter().filter(|problem| problem["severity"] == "error");
    errors.map(|problem| problem["code"].as_str().unwrap().to_owned()).collect()
}

/// Every command that reads a vendor's file; gives the exit code of the judgement, and the errors of the check.
fn everywhere(folder: &Folder, about: &str) -> (i32, Vec<String>) {
    let runs = |command: &[&str]| {
        let ran = duly(folder, &[command, &WITH].concat());
        ran.assert_clean(about);
        assert!(ran.out.len() + ran.err.len() < 1 << 20, "{about}: an answer that nobody can read");
        ran
    };
    let [assess, export] = [runs(&["assess", "--all"]), runs(&["export", "-f", "json"])];
    let [text, json] = [runs(&["check"]), runs(&["check", "-f", "json"])];
    assert_eq!((assess.code, text.code, json.code), (export.code, export.code, export.code), "{about}");
    assert_eq!((assess.code == 2, assess.out.is_empty()), (export.out.is_empty(), assess.code == 2), "{about}");
    let errors = codes(&json);
    assert_eq!(assess.code == 2, !errors.is_empty(), "{about}");
    if let Some(code) = errors.first() {
        assert!(assess.err.contains(&format!("error[{code}]: ")), "{about}: {}", assess.err);
    }
    (assess.code, errors)
}

fn expect(bytes: &[u8], about: &str, code: i32, first: Option<&str>) {
    let folder = vendor(bytes);
    let (found, errors) = everywhere(&folder, about);
    assert_eq!((found, errors.first().map(String::as_str)), (code, first), "{about}");
}

// ---------------------------------------------------------------- YAML that is a weapon

/// What it is, the lines after the head of any file, and the code, or the codes by the kind of file.
fn bombs() -> Vec<(&'static str, String, &'static str)> {
    let laughs = "a: &a [ha, ha]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\nd: [*c, *c, *c]\n".to_owned();
    let blocks: String = (0..200).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    vec![
        ("aliases of aliases", laughs, "yaml-anchor"),
        ("an alias of itself", "about: &a [*a]\n".to_owned(), "yaml-anchor"),
        ("a merge key", "about: {<<: {a: b}}\n".to_owned(), "yaml-anchor"),
        ("a tag", "about: !!python/object/apply:os.system [ls]\n".to_owned(), "yaml-tag"),
        ("a second document", "--- \nformat: duly/answers@1\n".to_owned(), "second-document"),
        ("brackets", format!("about: {}", "[".repeat(100_000)), "too-deep"),
        ("closed brackets", format!("about: {}{}", "[".repeat(1000), "]".repeat(1000)), "too-deep"),
        ("braces", format!("about: {}", "{a: ".repeat(100_000)), "too-deep"),
        ("dashes", format!("about:\n{}", "- ".repeat(100_000)), "too-deep"),
        ("blocks", blocks, "too-deep"),
        ("a huge key", format!("{}: a\n", "k".repeat(1 << 20)), "yaml-indentation yaml-colon"),
        ("a huge key with a mark", format!("? {}\n: a\n", "k".repeat(1 << 20)), "unknown-key"),
        ("a tab", "about:\n\ta: b\n".to_owned(), "yaml-tab"),
        ("an open quote", format!("about: \"{}", "\\\\".repeat(100_000)), "yaml-unclosed-quote"),
        ("a directive", "%YAML 1.2\n".to_owned(), "yaml-syntax stray-line"),
        ("a map as key", "? {a: b}\n: c\n".to_owned(), "not-a-text"),
        ("a NUL", "about: a\0b\n".to_owned(), "control-character"),
        ("an escape", "about: a\u{1b}[2Jb\n".to_owned(), "control-character"),
    ]
}

#[test]
fn bombs_in_answers_are_named() {
    for (about, text, code) in bombs() {
        let folder = vendor(format!("{ANSWERS}{text}").as_bytes());
        let (exit, errors) = everywhere(&folder, about);
        assert_eq!(
            (exit, errors.iter().any(|found| code.split(' ').any(|code| found == code))),
            (2, true),
            "{about}: {errors:?}"
        );
    }
}

#[test]
fn bombs_in_reviews_and_questionnaires_are_named() {
    for (about, text, code) in bombs() {
        let folder = vendor(ANSWERS.as_bytes());
        folder.write("v.review.yaml", format!("{REVIEW}{text}"));
        folder.write("q.yaml", format!("{QUESTIONNAIRE}{text}"));
        let judged = |more: &[&str]| duly(&folder, &[&["assess", "v.yaml", "--as-of", "2026-11-23"], more].concat());
        let review = judged(&["--questionnaire", "small.yaml"]);
        let questionnaire = judged(&["--questionnaire", "q.yaml"]);
        for (ran, what) in [(review, "review"), (questionnaire, "questionnaire")] {
            ran.assert_clean(about);
            assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{about} in a {what}");
            assert!(
                code.split(' ').any(|code| ran.err.contains(&format!("error[{code}]: "))),
                "{about} in a {what}: {}",
                ran.err
            );
        }
        let checked = duly(&folder, &["check", "q.yaml", "-f", "json"]);
        assert!(code.split(' ').any(|code| codes(&checked).contains(&code.to_owned())), "{about}: {}", checked.out);
    }
}

#[test]
fn too_much_is_refused() {
    let many = format!("{ANSWERS}about: [{}]\n", "{a: b},".repeat(90_000));
    expect(many.as_bytes(), "more than 250,000 values", 2, Some("too-many-values"));
    let large = format!("{ANSWERS}{}", "# comment\n".repeat((4 << 20) / 10));
    expect(large.as_bytes(), "more than 4 MB", 2, Some("file-too-large"));
    let just = format!("{ANSWERS}{}", "#".repeat((4 << 20) - ANSWERS.len()));
    expect(just.as_bytes(), "exactly 4 MB", 0, None);
}

#[test]
fn a_hundred_thousand_mistakes_are_counted_and_not_all_shown() {
    let answers: String = (0..100_000).map(|at| format!("  b.q{at}: yes\n")).collect();
    let folder = vendor(format!("{ANSWERS}answers:\n{answers}").as_bytes());
    let (exit, errors) = everywhere(&folder, "unknown answers");
    assert_eq!((exit, errors.len(), errors[0].as_str()), (2, 1000, "unknown-question"));
    let ran = duly(&folder, &[&["check"], &WITH[..]].concat());
    assert!(ran.out.contains("100000 errors, 0 warnings"), "{}", ran.out.lines().last().unwrap());
    let twice = format!("{ANSWERS}answers:\n{}", "  a.mfa: yes\n".repeat(100_000));
    expect(twice.as_bytes(), "one question, again and again", 2, Some("duplicate-key"));
}

#[test]
fn an_error_stands_before_any_number_of_warnings() {
    let documents: String = (0..1500).map(|at| format!("  d{at}: {{title: T}}\n")).collect();
    let text = format!("{ANSWERS}evidence:\n{documents}answers: {{a.hours: 5}}\n");
    let folder = vendor(text.as_bytes());
    let review = format!("{REVIEW}answers: {{a.mfa: {{answer: perhaps, because: Seen}}}}\n");
    folder.write("r.yaml", review);
    let args = ["v.yaml", "--questionnaire", "small.yaml", "--review", "r.yaml", "--as-of", "2026-11-23"];
    let ran = duly(&folder, &[&["assess"], &args[..]].concat());
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error[unknown-option]: `perhaps`"), "{}", ran.err.lines().next().unwrap());
}

// ---------------------------------------------------------------- bytes that are no YAML

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2], mark: bool) -> Vec<u8> {
    let mark = if mark { "\u{feff}" } else { "" };
    format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
}

#[test]
fn other_encodings_and_formats_are_named() {
    let latin: Vec<u8> =
        format!("{ANSWERS}service: F\u{f6}retag\n").chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let cases: [(&str, Vec<u8>, &str); 13] = [
        ("UTF-16 LE with mark", utf16(ANSWERS, u16::to_le_bytes, true), "utf16-text"),
        ("UTF-16 BE with mark", utf16(ANSWERS, u16::to_be_bytes, true), "utf16-text"),
        ("UTF-16 LE", utf16(ANSWERS, u16::to_le_bytes, false), "utf16-text"),
        ("UTF-16 BE", utf16(ANSWERS, u16::to_be_bytes, false), "utf16-text"),
        ("Windows-1252", latin, "not-utf8"),
        ("overlong UTF-8", [ANSWERS.as_bytes(), b"service: \xc0\xae\n"].concat(), "not-utf8"),
        ("a lone surrogate", [ANSWERS.as_bytes(), b"service: \xed\xa0\x80\n"].concat(), "not-utf8"),
        ("Excel", b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml".to_vec(), "office-file"),
        ("old Excel", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), "office-file"),
        ("PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "office-file"),
        ("RTF", b"{\\rtf1\\ansi}".to_vec(), "office-file"),
        ("nothing", Vec::new(), "empty-file"),
        ("only comments", b"# answers\n# to come\n".to_vec(), "empty-file"),
    ];
    for (about, bytes, code) in cases {
        expect(&bytes, about, 2, Some(code));
        let folder = vendor(ANSWERS.as_bytes());
        for name in ["v.review.yaml", "duly.toml"] {
            folder.write(name, &bytes);
        }
        let ran = duly(&folder, &["assess", "v.yaml", "--questionnaire", "small.yaml"]);
        assert_eq!(
            (ran.code, ran.err.contains(&format!("error[{code}]"))),
            (2, true),
            "{about} as review: {}",
            ran.err
        );
        if code != "empty-file" {
            let ran = duly(&folder, &["check", "duly.toml", "-f", "json"]);
            assert_eq!((ran.code, codes(&ran)), (2, vec![code.to_owned()]), "{about} as policy");
        }
    }
}

#[test]
fn marks_and_line_ends_of_other_systems_are_fine() {
    let text = format!("{ANSWERS}answers:\n  a.mfa: yes\n  a.cards: no\n");
    let marked = format!("\u{feff}{text}");
    let crlf = text.replace('\n', "\r\n");
    let both = format!("\u{feff}{crlf}");
    let cr = text.replace('\n', "\r");
    let commented = format!("{}{text}", "# a comment\n".repeat(2000));
    for (about, text) in [("BOM", marked), ("CRLF", crlf), ("BOM and CRLF", both), ("CR", cr), ("comments", commented)]
    {
        expect(text.as_bytes(), about, 0, None);
    }
    let wrong = text.replace("a.cards: no", "a.cards: perhaps").replace('\n', "\r");
    expect(wrong.as_bytes(), "a mistake in a file with CR", 2, Some("unknown-option"));
}

// ---------------------------------------------------------------- values

#[test]
fn values_that_are_none_are_refused() {
    let digits = "9".repeat(10_000);
    let cases: [(String, &str); 14] = [
        ("answered: 2026-02-30".to_owned(), "not-a-date"),
        ("answered: 2026-13-01".to_owned(), "not-a-date"),
        ("answered: 0000-00-00".to_owned(), "not-a-date"),
        ("answered: 99999-01-01".to_owned(), "not-a-date"),
        (format!("answers: {{a.hours: {digits}}}"), "out-of-range"),
        (format!("answers: {{a.hours: -{digits}}}"), "out-of-range"),
        (format!("answers: {{a.tested: {digits}}}"), "not-a-date"),
        (format!("answers: {{a.mfa: {digits}}}"), "unknown-option"),
        ("answers: {a.hours: 1e3}".to_owned(), "not-an-integer"),
        ("answers: {a.hours: 0x10}".to_owned(), "not-an-integer"),
        ("answers: {a.hours: +5}".to_owned(), "not-an-integer"),
        ("answers: {a.hours: .inf}".to_owned(), "not-an-integer"),
        ("answers: {a.hours: \"\u{ff15}\"}".to_owned(), "not-an-integer"),
        ("answers: {a.hours: 24h}".to_owned(), "not-an-integer"),
    ];
    for (text, code) in cases {
        expect(format!("{ANSWERS}{text}\n").as_bytes(), &format!("{text:.60}"), 2, Some(code));
    }
}

#[test]
fn ids_that_only_look_alike_are_unknown() {
    for (line, meant) in [
        ("\u{430}.mfa: yes", "a.mfa"),
        ("a.mf\u{430}: yes", "a.mfa"),
        ("a.mfa\u{200b}: yes", "a.mfa"),
        ("a\u{2024}mfa: yes", "a.mfa"),
    ] {
        let text = format!("{ANSWERS}answers:\n  {line}\n");
        expect(text.as_bytes(), line, 2, Some("unknown-question"));
        let ran = duly(vendor(text.as_bytes()).path(), &[&["check"], &WITH[..]].concat());
        assert!(ran.out.contains(&format!("did you mean `{meant}`?")), "{line}: {}", ran.out);
    }
    let option = format!("{ANSWERS}answers:\n  a.mfa: y\u{435}s\n");
    expect(option.as_bytes(), "a Cyrillic e in an option", 2, Some("unknown-option"));
}

#[test]
fn weights_and_values_out_of_range_are_refused() {
    let huge = "9".repeat(10_000);
    let question = |keys: &str| format!("{{id: x, ask: X?, {keys}}}");
    let scale =
        |value: &str| question(&format!("importance: low, answer: {{choose_one: [{{id: a, value: {value}}}]}}"));
    let cases = [
        (question("weight: -1, answer: yes-no"), "out-of-range"),
        (question("weight: 10001, answer: yes-no"), "out-of-range"),
        (question("weight: 18446744073709551616, answer: yes-no"), "out-of-range"),
        (question(&format!("weight: {huge}, answer: yes-no")), "out-of-range"),
        (question("weight: 0.5, answer: yes-no"), "not-an-integer"),
        (question("weight: \"5\", answer: yes-no"), "not-an-integer"),
        (question("weight: NaN, answer: yes-no"), "not-an-integer"),
        (scale("-1"), "out-of-range"),
        (scale("101"), "out-of-range"),
        (scale("1e2"), "not-an-integer"),
    ];
    for (question, code) in cases {
        let text = QUESTIONNAIRE.replace("{id: x, ask: X?, importance: low, answer: yes-no}", &question);
        let folder = vendor(ANSWERS.as_bytes());
        folder.write("small.yaml", text);
        assert_eq!(everywhere(&folder, code), (2, vec![code.to_owned()]), "{question:.80}");
    }
}

#[test]
fn policies_that_make_no_sense_are_refused() {
    let cases = [
        ("[residual_risk]\nhigh = [\"high\", \"medium\", \"high\", \"critical\"]", "matrix-falls"),
        ("[residual_risk]\ncritical = [\"low\", \"low\", \"low\", \"low\"]", "matrix-falls"),
        ("[red_flags]\ncritical = [\"none\", \"none\", \"none\", \"none\"]", "matrix-falls"),
        ("[assurance]\nclaimed = -1", "out-of-range"),
        ("[assurance]\nclaimed = 9223372036854775807", "out-of-range"),
        ("[importance]\nlow = 0.5", "not-an-integer"),
        ("[bands]\nstrong = 101", "out-of-range"),
        ("minimum_coverage = \"80\"", "not-an-integer"),
        ("a = 99999999999999999999999999", "unknown-key"),
        ("[display]\ndecimals = 400", "out-of-range"),
    ];
    for (text, code) in cases {
        let folder = vendor(ANSWERS.as_bytes());
        folder.write("duly.toml", format!("format = \"duly/policy@1\"\n{text}\n"));
        let judged = duly(&folder, &[&["assess", "--policy", "duly.toml"], &WITH[..]].concat());
        let checked = duly(&folder, &["check", "duly.toml", "-f", "json"]);
        assert_eq!(
            (judged.code, checked.code, codes(&checked).first().map(String::as_str)),
            (2, 2, Some(code)),
            "{text}"
        );
        assert!(judged.err.contains(&format!("error[{code}]")), "{text}: {}", judged.err);
    }
}

// ---------------------------------------------------------------- characters that steer

/// A text that clears the screen, turns the reading direction, hides and breaks lines, as YAML writes it.
const EVIL: &str = "\"x\\e[2J\\e]0;t\\a\\u202ey\\0\\u200b\\u200e\\u200f\\u2066\\u2060\\xad\\u2028\\x9b1m\\r\\b\\x7f\\u061c\\ufeff\\U000e0041z\"";

const EVIL_ANSWERS: &str = "\
format: duly/answers@1
vendor: {name: @, country: @, @: @}
service: @
questionnaire: evil@1.0.0
answered: 2026-11-02
evidence:
  p: {title: @, kind: log, issued: 2026-11-24, location: @}
answers:
  a.one: {answer: all, comment: @, evidence: [p, {title: @, issued: 2026-11-02, location: @}]}
  a.many: [most]
  a.hours: {answer: 5, comment: @}
  a.words: @
  a.gone: {answer: n/a, comment: @}
";
const EVIL_REVIEW: &str = "\
format: duly/review@1
vendor: @
client: @
reviewer: @
reviewed: 2026-11-10
inherent_risk: {data: special}
answers:
  a.one: {saw: all, verified: [{title: @, location: @}], because: @}
  a.hours: {answer: 7, because: @}
  a.gone: {not_applicable: refused, because: @}
waivers: [{flag: f, by: @, until: 2027-01-01, because: @}]
decision: {outcome: conditional, by: @, on: 2026-11-12, conditions: [@, @]}
";
const EVIL_QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: evil
version: 1.0.0
title: @
about: @
scales: {how: [{id: all, label: @, value: 100}, {id: none, value: 0}]}
inherent_risk: [{id: data, ask: @, options: [{id: special, label: @, tier: high}]}]
red_flags: [{id: f, title: @, remedy: @, severity: high, when: {a.one: [all, none]}}]
contradictions: [{id: c, title: @, when: {a.one: [all]}}]
evidence: [{id: log, ask: @}]
frameworks: {gdpr: {title: @, link: @}}
groups: [{id: g, title: @, categories: [a]}]
categories:
  - id: a
    title: @
    about: @
    minimum: 99
    questions:
      - {id: one, ask: @, help: @, good: @, weak: @, follow_up: @, remedy: @, importance: critical, answer: how, evidence: [log], refs: {gdpr: [@]}}
      - {id: many, ask: @, remedy: @, importance: high, answer: {choose_many: {full_at: 2, options: [{id: most, label: @, points: 1}, {id: rest, points: 1}]}}}
      - {id: hours, ask: @, remedy: @, importance: high, answer: {number: {unit: @, steps: [{at_most: 1, value: 100}]}}}
      - {id: words, ask: @, importance: info, answer: text}
      - {id: gone, ask: @, importance: low, answer: yes-no}
      - {id: open, ask: @, importance: low, answer: yes-no}
";

/// A file with every mark replaced by the evil text; keys of formats and references keep theirs.
fn evil(text: &str) -> String {
    text.replace("@1", "AT1").replace('@', EVIL).replace("AT1", "@1")
}

fn evil_folder() -> Folder {
    let folder = vendor(evil(EVIL_ANSWERS).as_bytes());
    folder.write("v.review.yaml", evil(EVIL_REVIEW));
    folder.write("evil.yaml", evil(EVIL_QUESTIONNAIRE));
    folder
}

#[test]
fn no_text_of_a_file_steers_the_terminal() {
    let folder = evil_folder();
    let with = ["v.yaml", "--questionnaire", "evil.yaml", "--as-of", "2026-11-23"];
    for command in
        [&["assess"][..], &["assess", "--all"], &["check"], &["check", "-f", "json"], &["export", "-f", "json"]]
    {
        for lang in ["en", "sv"] {
            let ran = duly(&folder, &[command, &with, &["--lang", lang]].concat());
            assert_eq!(ran.code, 0, "{command:?}: {}", ran.err);
            ran.assert_clean(&format!("{command:?} {lang}"));
        }
    }
    let all = duly(&folder, &[&["assess", "--all"], &with[..]].concat());
    assert!(all.out.contains("x\\u{1b}[2J") && all.out.contains("\\u{202e}y"), "what is hidden is shown: {}", all.out);
    for command in
        [&["check", "evil.yaml"][..], &["check", "evil.yaml", "-f", "json"], &["questionnaires", "evil.yaml"]]
    {
        let ran = duly(&folder, command);
        assert_eq!(ran.code, 0, "{command:?}: {}", ran.err);
        ran.assert_clean(&format!("{command:?}"));
    }
}

/// What is said in dialogues: help at every question, an answer to some, the search and the end.
const SAID: &str = "?\n/a.one\n?\nall\n\n/a.many\n?\n/a.hours\n?\n/a.words\n?\n/a.open\nyes\n?\n/a\n\n!\n";

#[test]
fn no_text_of_a_file_steers_a_dialogue_or_an_explanation() {
    let with = ["v.yaml", "--questionnaire", "evil.yaml", "--as-of", "2026-11-23"];
    let commands: [(&[&str], &[&str], i32); 8] = [
        (&["record"], &["--plain"], 0),
        (&["record"], &["a.one=perhaps"], 2),
        (&["review"], &["--plain"], 0),
        (&["explain"], &[], 0),
        (&["explain"], &["a.hours"], 0),
        (&["diff"], &["v.yaml", "--all"], 0),
        (&["export"], &[], 0),
        (&["export"], &["-f", "html"], 0),
    ];
    for (verb, more, code) in commands {
        for lang in ["en", "sv"] {
            let args = [verb, &[with[0]], more, &with[1..], &["--lang", lang]].concat();
            let ran = told(command(&evil_folder(), &args), SAID);
            assert_eq!(ran.code, code, "{args:?}: {}", ran.err);
            ran.assert_clean(&format!("{args:?}"));
            let shown = (ran.out + &ran.err).replace('\\', ""); // Markdown escapes braces
            assert!(code == 2 || shown.contains("u{1b}"), "{args:?} shows what is hidden: {shown}");
        }
    }
}

#[test]
fn no_mistake_repeats_a_character_that_steers() {
    let lines = [
        "@: @",
        "answered: @",
        "questionnaire: @",
        "vendor: @",
        "answers: {@: @}",
        "answers: {a.mfa: @}",
        "answers: {a.tools: [@, @]}",
        "answers: {a.hours: @}",
        "answers: {a.tested: @}",
        "answers: {a.mfa: {answer: yes, @: @}}",
        "answers: {a.mfa: {answer: yes, evidence: [@]}}",
        "evidence: {@: {title: @}}",
        "evidence: {p: {title: @, kind: @, issued: @, valid_until: @, location: @}}",
    ];
    for line in lines {
        let key = line.split(':').next().unwrap();
        let head: String =
            ANSWERS.lines().filter(|kept| !kept.starts_with(key)).map(|kept| format!("{kept}\n")).collect();
        let folder = vendor(format!("{head}{}\n", line.replace('@', EVIL)).as_bytes());
        assert_eq!(everywhere(&folder, line).0, 2, "{line}");
    }
    let format = vendor(ANSWERS.replace("duly/answers@1", EVIL).as_bytes());
    assert_eq!(everywhere(&format, "format").0, 2);
}

#[test]
fn raw_characters_in_the_text_of_a_file_are_not_repeated() {
    for c in
        ['\u{202e}', '\u{200b}', '\u{2028}', '\u{2029}', '\u{85}', '\u{9b}', '\u{feff}', '\u{e0041}', '\u{7f}', '\r']
    {
        for line in [format!("service: a{c}b: c"), format!("# a{c}b\nanswers: {{a.mfa: a{c}b}}"), format!("a{c}b: yes")]
        {
            let folder = vendor(format!("{ANSWERS}{line}\n").as_bytes());
            assert_eq!(everywhere(&folder, &format!("{line:?}")).0, 2, "{line:?}");
        }
    }
}

#[test]
fn no_argument_is_repeated_raw() {
    let folder = vendor(ANSWERS.as_bytes());
    let evil = "a\u{1b}[2J\u{202e}b\u{200b}";
    let file = format!("{evil}.yaml");
    let (missing, ending) = (format!("{evil}/out.json"), format!("out.{evil}"));
    let cases: [&[&str]; 13] = [
        &["assess", &file],
        &["check", &file],
        &["check", &file, "-f", "json"],
        &["export", &file],
        &["check", "--explain", evil],
        &["assess", "v.yaml", "--questionnaire", evil],
        &["assess", "v.yaml", "--policy", evil],
        &["assess", "v.yaml", "--review", evil],
        &["questionnaires", evil],
        &["new", "questionnaire", "--from", evil],
        &["new", "questionnaire", "--id", evil],
        &["export", "v.yaml", "--questionnaire", "small.yaml", "-o", &missing],
        &["export", "v.yaml", "--questionnaire", "small.yaml", "-o", &ending],
    ];
    for args in cases {
        let ran = duly(&folder, args);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        ran.assert_clean(&format!("{args:?}"));
    }
    for written in ["first", "again"] {
        let ran = duly(&folder, &["new", "questionnaire", "-o", &file]);
        assert_eq!(ran.code, if written == "first" { 0 } else { 2 }, "{written}: {}", ran.err);
        ran.assert_clean(written);
    }
    for args in [&[evil][..], &["assess", "v.yaml", evil], &["assess", "v.yaml", "--lang", evil], &[&file]] {
        let ran = duly(&folder, args);
        assert_eq!(ran.code, 2, "{args:?}");
        ran.assert_clean(&format!("{args:?}"));
    }
}

#[test]
fn a_file_with_an_evil_name_is_judged_cleanly() {
    let folder = vendor(ANSWERS.as_bytes());
    let name = "v\u{1b}[2J\u{202e}\n.yaml";
    folder.write(name, format!("{ANSWERS}answers: {{a.mfa: partial}}\n"));
    for command in ["assess", "export", "check"] {
        let ran = duly(&folder, &[command, name, "--questionnaire", "small.yaml"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.assert_clean(command);
    }
}

// ---------------------------------------------------------------- faults of the machine

/// Answers that are judged without a problem.
fn fine() -> Folder {
    vendor(format!("{ANSWERS}answered: 2026-11-02\nanswers:\n  a.mfa: yes\n  a.cards: no\n").as_bytes())
}

#[test]
fn a_closed_pipe_is_success() {
    for verb in [&["assess", "--all"][..], &["export", "-f", "json"], &["check", "-f", "json"]] {
        let folder = fine();
        let args = [verb, &["-"], &WITH[1..]].concat();
        let mut child = command(&folder, &args).stdin(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take()); // nobody reads, and nothing is written before the answers have come
        child.stdin.take().unwrap().write_all(folder.read("v.yaml").as_bytes()).unwrap();
        let ran = finish(child, "a closed pipe");
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{verb:?}");
    }
}

/// `-o` to a target fails with one clear error, and leaves nothing behind.
fn cannot_write(folder: &Folder, target: &str, said: &[&str]) {
    let before = folder.names();
    let ran = duly(folder, &[&["export", "-f", "json", "-o", target], &WITH[..]].concat());
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{target}");
    assert!(ran.err.starts_with("error: ") && ran.err.lines().count() == 1, "{target}: {}", ran.err);
    [&[target], said].concat().iter().for_each(|words| assert!(ran.err.contains(words), "{words}: {}", ran.err));
    assert_eq!(folder.names(), before, "{target}");
}

#[test]
fn a_target_that_cannot_be_written_is_named_and_nothing_is_left() {
    let folder = fine();
    folder.make("out.json");
    cannot_write(&folder, "out.json", &["folder"]);
    cannot_write(&folder, "missing/out.json", &["the folder missing does not exist"]);
    cannot_write(&folder, "v.yaml/out.json", &[]);
    assert_eq!(names_in(&folder.at("out.json")), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_named() {
    use std::fs::OpenOptions;
    if !Path::new("/dev/full").exists() {
        return; // only Linux has a device that is always full
    }
    let folder = fine();
    cannot_write(&folder, "/dev/full", &["the disk is full"]);
    for args in [&["assess"][..], &["export", "-f", "json"], &["check"]] {
        let mut command = command(&folder, &[args, &WITH].concat());
        command.stdout(OpenOptions::new().write(true).open("/dev/full").unwrap());
        let ran = run(command);
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.err);
        let is_named = ran.err.contains("the disk is full") || ran.err.contains("No space left");
        assert!(ran.err.starts_with("error: ") && is_named, "{args:?}: {}", ran.err);
    }
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_is_respected() {
    use std::os::unix::fs::PermissionsExt;
    let folder = fine();
    let locked = folder.at("locked");
    std::fs::create_dir(&locked).unwrap();
    std::fs::set_permissions(&locked, PermissionsExt::from_mode(0o555)).unwrap();
    if std::fs::write(locked.join("probe"), "").is_ok() {
        std::fs::remove_file(locked.join("probe")).unwrap(); // root writes everywhere: then it must succeed
        let ran = duly(&folder, &[&["export", "-o", "locked/out.json"], &WITH[..]].concat());
        assert_eq!((ran.code, names_in(&locked)), (0, vec!["out.json".to_owned()]), "{}", ran.err);
    } else {
        cannot_write(&folder, "locked/out.json", &["no permission"]);
        assert_eq!(names_in(&locked), Vec::<String>::new());
    }
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = fine();
    let out = folder.at("out.json");
    std::fs::write(&out, "what was there before").unwrap();
    let export = |file: &str| duly(&folder, &["export", file, "--questionnaire", "small.yaml", "-o", "out.json"]);
    folder.write("bad.yaml", format!("{ANSWERS}answers: {{a.mfa: perhaps}}\n"));
    assert_eq!(export("bad.yaml").code, 2);
    assert_eq!(std::fs::read_to_string(&out).unwrap(), "what was there before");
    let ran = export("v.yaml");
    assert_eq!((ran.code, ran.out.as_str()), (0, ""), "{}", ran.err);
    let written: Value = serde_json::from_str(&std::fs::read_to_string(&out).unwrap()).unwrap();
    assert_eq!(written["format"], "duly/assessment@1");
    assert_eq!(folder.names(), ["bad.yaml", "out.json", "small.yaml", "v.yaml"], "no temporary file is left");
}

#[cfg(unix)]
#[test]
fn a_link_is_written_through() {
    let folder = fine();
    std::os::unix::fs::symlink("real.json", folder.at("link.json")).unwrap();
    folder.write("real.json", "old");
    let ran = duly(&folder, &[&["export", "-o", "link.json"], &WITH[..]].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(folder.at("link.json").is_symlink());
    assert!(folder.read("real.json").contains("duly/assessment@1"));
}

#[test]
fn a_bare_or_strange_environment_is_enough() {
    let folder = fine();
    let assess = |environment: &[(&str, &str)]| {
        let mut command = command(&folder, &[&["assess", "--all"], &WITH[..]].concat());
        command.env_clear().envs(environment.iter().copied());
        let ran = run(command);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{environment:?}");
        ran.assert_clean("environment");
        ran.out
    };
    let plain = assess(&[]);
    assert!(plain.contains("Vendor AB"));
    for same in [
        ("TERM", "dumb"),
        ("HOME", "/nowhere"),
        ("LC_ALL", "xx_YY.UTF-8"),
        ("LC_ALL", "xx_YY.bogus"),
        ("LC_ALL", "tr_TR.UTF-8"), // where I is no capital i
        ("LC_ALL", "sverige"),
        ("LC_ALL", "../../etc/passwd"),
        ("TERM", "no-such-terminal"),
        ("TZ", "Nowhere/Land"),
        ("LC_ALL", "\u{202e}"),
        ("LANG", ""),
        ("COLUMNS", "many"),
        ("COLUMNS", "-5"),
        ("COLUMNS", "80"),
        ("NO_COLOR", "1"),
    ] {
        assert_eq!(assess(&[same]), plain, "{same:?}");
    }
    for (columns, widest) in [("0", 40), ("1", 40), ("40", 40), ("200", 200), ("99999999", 200)] {
        let out = assess(&[("COLUMNS", columns)]);
        let longest = out.lines().map(|line| line.chars().count()).max().unwrap();
        assert!(longest <= widest, "COLUMNS={columns}: {longest}");
    }
    assert!(assess(&[("LC_ALL", "sv_SE.UTF-8")]).contains("härnäst: duly "));
}

#[cfg(unix)]
#[test]
fn names_and_values_that_are_no_utf_8_do_no_harm() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = fine();
    let strange = OsStr::from_bytes(b"v\xff.yaml");
    std::fs::copy(folder.at("v.yaml"), folder.at(strange)).unwrap();
    let mut judged = command(&folder, &["assess"]);
    judged.arg(strange).args(&WITH[1..]).env("LC_ALL", OsStr::from_bytes(b"\xff"));
    let ran = run(judged);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let mut missing = command(&folder, &["check"]);
    missing.arg(OsStr::from_bytes(b"gone\xff.yaml"));
    let ran = run(missing);
    assert_eq!(ran.code, 2);
    assert!(ran.out.contains("no-such-file"), "{}", ran.out);
}

#[cfg(unix)]
#[test]
fn a_folder_that_is_gone_does_no_harm() {
    let folder = fine();
    folder.make("gone");
    let ran = shell(&folder, "cd gone && rmdir ../gone && exec \"$0\" assess v.yaml");
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("error[no-such-file]"), "{}", ran.err);
}

#[cfg(unix)]
#[test]
fn closed_input_output_and_errors_do_no_harm() {
    let with = WITH[1..].join(" ");
    for closed in ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"] {
        for command in ["assess v.yaml", "check v.yaml", "export -f json v.yaml"] {
            let ran = shell(&fine(), &format!("\"$0\" {command} {with} {closed}"));
            assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{command} {closed}");
            assert_eq!(ran.out.is_empty(), closed.contains(" >&-") || closed.starts_with(">&-"), "{command} {closed}");
        }
        // what is opened next must not take the place of what was closed, and be written to
        let folder = fine();
        let ran = shell(&folder, &format!("\"$0\" export v.yaml -o out.json {with} {closed}"));
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{closed}");
        let written: Value = serde_json::from_str(&folder.read("out.json")).unwrap();
        assert_eq!(written["format"], "duly/assessment@1", "{closed}");
        let before = folder.read("v.yaml");
        let missing = shell(&folder, &format!("\"$0\" assess gone.yaml {closed}"));
        assert_eq!((missing.code, missing.out.as_str()), (2, ""), "{closed}");
        assert_eq!(folder.read("v.yaml"), before, "{closed}");
    }
    let ran = shell(&fine(), &format!("\"$0\" assess - {with} <&-"));
    assert_eq!(ran.code, 2);
    assert!(ran.err.starts_with("error[empty-file]"), "{}", ran.err);
    let folder = fine();
    let before = folder.read("v.yaml");
    let ran = shell(&folder, "\"$0\" record v.yaml --questionnaire small.yaml <&-");
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(folder.read("v.yaml"), before, "nobody said anything");
}

/// Signals that interrupt what waits, and do not end it.
#[cfg(unix)]
const INTERRUPTING: [&str; 4] = ["WINCH", "STOP", "CONT", "URG"];

#[cfg(unix)]
#[test]
fn signals_while_it_waits_for_input_do_no_harm() {
    for args in [&["assess", "-"][..], &["check", "-"], &["record", "v.yaml"]] {
        let folder = fine();
        let is_record = args[0] == "record";
        let day: &[&str] = if is_record { &[] } else { &["--as-of", DAY] };
        let mut child = command(&folder, &[args, &["--questionnaire", "small.yaml"], day].concat())
            .stdin(Stdio::piped())
            .spawn()
            .unwrap();
        let answers = folder.read("v.yaml");
        let said = if is_record { "/a.hours\n5\n\n!\n" } else { &answers };
        let (first, rest) = said.split_at(said.len() / 2);
        let mut input = child.stdin.take().unwrap();
        input.write_all(first.as_bytes()).unwrap();
        for name in INTERRUPTING {
            std::thread::sleep(std::time::Duration::from_millis(5));
            let sent = Command::new("kill").args([&format!("-{name}"), &child.id().to_string()]).status();
            assert!(sent.unwrap().success(), "{name}");
        }
        input.write_all(rest.as_bytes()).unwrap();
        drop(input);
        let ran = finish(child, &format!("{args:?}"));
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
        let now = folder.read("v.yaml");
        assert_eq!(now.contains("a.hours: 5"), is_record, "{args:?}: {now}");
    }
}

/// What a signal that interrupts every call does to reading and writing.
struct Interrupted<T> {
    inner: T,
    is_next: bool,
}

impl<T> Interrupted<T> {
    fn new(inner: T) -> Interrupted<T> {
        Interrupted { inner, is_next: false }
    }

    fn call<R>(&mut self, does: impl FnOnce(&mut T) -> std::io::Result<R>) -> std::io::Result<R> {
        self.is_next = !self.is_next;
        if self.is_next { Err(std::io::ErrorKind::Interrupted.into()) } else { does(&mut self.inner) }
    }
}

impl std::io::Read for Interrupted<std::io::Cursor<Vec<u8>>> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let most = buffer.len().min(7);
        self.call(|inner| inner.read(&mut buffer[..most]))
    }
}

/// What was written, to be looked at when all is done.
type Written = std::rc::Rc<std::cell::RefCell<Vec<u8>>>;

impl Write for Interrupted<Written> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.call(|inner| inner.borrow_mut().write(&bytes[..bytes.len().min(11)]))
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Runs a command on a machine of our own: its input, its day.
fn on_a_machine(
    folder: &Path,
    args: &[&str],
    input: &[u8],
    today: duly::internal::source::Date,
) -> (u8, String, String) {
    let (out, err) = (Written::default(), Written::default());
    let mut console = duly::internal::cli::Console {
        input: Box::new(Interrupted::new(std::io::Cursor::new(input.to_vec()))),
        output: Box::new(Interrupted::new(std::rc::Rc::clone(&out))),
        errors: Box::new(Interrupted::new(std::rc::Rc::clone(&err))),
        machine: duly::internal::cli::Machine {
            today,
            is_zone_unknown: false,
            folder: folder.to_owned(),
            environment: |_| None,
            read: Default::default(),
            input_is_terminal: false,
            output_is_terminal: false,
            errors_is_terminal: false,
            terminal_width: Some(1),
            terminal_height: None,
            stand_ins: None,
        },
    };
    let exit = duly::internal::cli::run(["duly"].iter().chain(args).map(Into::into), &mut console);
    drop(console);
    let text = |written: Written| String::from_utf8(written.take()).unwrap();
    (exit.code(), text(out), text(err))
}

#[test]
fn interrupted_calls_are_made_again() {
    let folder = fine();
    let answers = folder.read("v.yaml");
    let today = duly::internal::source::Date::parse("2026-11-23").unwrap();
    let with = ["-", "--questionnaire", "small.yaml", "--no-review"];
    let (code, out, err) = on_a_machine(folder.path(), &[&["assess"], &with[..]].concat(), answers.as_bytes(), today);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.contains("Vendor AB") && out.contains("counted"), "{out}");
    let record = ["record", "v.yaml", "--questionnaire", "small.yaml"];
    let (code, _, err) = on_a_machine(folder.path(), &record, b"/a.hours\n5\n\n!\n", today);
    assert_eq!(code, 0, "{err}");
    assert!(folder.read("v.yaml").contains("a.hours: 5"));
}

#[test]
fn a_clock_before_1970_or_far_ahead_does_no_harm() {
    let with = ["--questionnaire", "small.yaml", "--no-review"];
    for (year, says) in [(-9999, "-9999-01-01"), (0, "0000-01-01"), (1969, "1969-01-01"), (9999, "9999-01-01")] {
        let folder = fine();
        let today = duly::internal::source::Date::new(year, 1, 1).unwrap();
        for command in ["assess", "check", "export"] {
            let (code, out, err) = on_a_machine(folder.path(), &[&[command, "v.yaml"], &with[..]].concat(), b"", today);
            // the answers are of 2026, and nothing can be judged by them before
            assert_eq!(code, if year < 2026 { 2 } else { 0 }, "{command} in {year}: {out}{err}");
            assert!(command == "check" || format!("{out}{err}").contains(says), "{command} in {year}: {out}");
            assert_eq!(format!("{out}{err}").contains("answered-in-future"), year < 2026, "{command}: {out}{err}");
        }
    }
}
