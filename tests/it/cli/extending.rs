//! `extends:`: a questionnaire that takes over another one, whole or in part, and adds to it.

use serde_json::Value;

use crate::support::{DAY, Folder, Ran, duly, duly_on_day, example, example_papers};

/// A base with a gate, a flag that looks at two questions by `any`, one by `all`, and definitions that one question
/// uses each.
const BASE: &str = "\
format: duly/questionnaire@1
id: base
version: 2.0.0
languages: [en, sv]
title: {en: Base, sv: Bas}
scales: {maturity: [{id: none, value: 0}, {id: some, value: 50}, {id: all, value: 100}]}
inherent_risk: [{id: data, ask: Which data?, options: [{id: contact, tier: low}, {id: special, tier: critical}]}]
red_flags:
  - {id: either, title: Neither lock nor alarm, severity: high, when: {any: [{doors.lock: [\"no\"]}, {doors.alarm: [none]}]}}
  - {id: both, title: No lock and no roof, severity: high, when: {all: [{doors.lock: [\"no\"]}, {roof.tight: [\"no\"]}]}}
contradictions: [{id: odd, title: Odd, when: {doors.lock: [\"yes\"], roof.tight: [\"no\"]}}]
evidence: [{id: log, ask: The log}, {id: plan, ask: The plan}, {id: report, ask: A report, stands_for: [log, plan]}]
frameworks: {one: {title: One}, two: {title: Two}}
groups: [{id: house, title: House, categories: [doors, roof]}]
categories:
  - id: doors
    title: Doors
    weight: 2
    minimum: 40
    questions:
      - {id: lock, ask: Is it locked?, weight: 2, answer: yes-no, evidence: [log]}
      - {id: alarm, ask: Is there an alarm?, weight: 1, answer: maturity, refs: {one: [\"1\"]}}
      - {id: code, ask: Who knows its code?, weight: 1, answer: yes-no, when: {doors.alarm: [some, all]}}
  - {id: roof, title: Roof, weight: 1, questions: [{id: tight, ask: Is it tight?, weight: 1, answer: yes-no,
     evidence: [plan], refs: {two: [\"2\"]}}]}
";

/// The codes of what can be wrong with extending, each of which a test here makes.
pub const CODES: [&str; 10] = [
    "extends-itself",
    "extends-too-many",
    "keep-and-leave-out",
    "languages-are-taken-over",
    "left-out-but-needed",
    "no-version-named",
    "nothing-is-extended",
    "nothing-is-left",
    "nothing-to-take-over",
    "replaced-but-needed",
];

fn file(rest: &str) -> String {
    format!("format: duly/questionnaire@1\nid: ours\nversion: 1.0.0\ntitle: Ours\n{rest}")
}

/// A folder with the base and a questionnaire that says this besides its head.
fn folder(rest: &str) -> Folder {
    Folder::with(&[("base.yaml", BASE), ("ours.yaml", &file(rest))])
}

/// What `duly check` says of `ours.yaml`: codes, each with the file and line that it points into.
#[track_caller]
fn found(folder: &Folder) -> Vec<String> {
    let problems: Vec<Value> = duly(folder, &["check", "ours.yaml", "-f", "json"]).json();
    let place = |problem: &Value| {
        format!("{} {}:{}", problem["code"].as_str().unwrap(), problem["file"].as_str().unwrap(), problem["line"])
    };
    problems.iter().map(place).collect()
}

/// What a command says on a screen, however it is broken into lines.
fn told(ran: Ran) -> String {
    ran.out.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The ids of the questions and flags of `ours.yaml`, in which nothing is found.
#[track_caller]
fn asks(folder: &Folder) -> Vec<String> {
    assert_eq!(found(folder), Vec::<String>::new());
    let shown = duly(folder, &["questionnaires", "ours.yaml"]).done().out;
    let id = |line: &str| line.split(" · ").next().filter(|_| line.contains(" · ")).map(str::trim).map(str::to_owned);
    shown.lines().filter_map(id).collect()
}

#[test]
fn what_is_kept_brings_along_what_it_needs_and_what_needs_the_rest_goes() {
    let kept = folder("extends: ./base.yaml\nkeep: [doors.code]\n");
    assert_eq!(asks(&kept), ["doors.alarm", "doors.code", "either"], "the gate, and half of a flag");
    let whole = folder("extends: ./base.yaml\nkeep: [doors]\n");
    assert_eq!(asks(&whole), ["doors.lock", "doors.alarm", "doors.code", "either"]);
    let without = folder("extends: ./base.yaml\nleave_out: [doors.code, roof]\n");
    assert_eq!(asks(&without), ["doors.lock", "doors.alarm", "either"]);
    let all = folder("extends: ./base.yaml\n");
    let everything = ["doors.lock", "doors.alarm", "doors.code", "roof.tight", "either", "both", "odd"];
    assert_eq!(asks(&all), everything);
    let shown = told(duly(&without, &["questionnaires", "ours.yaml"]).done());
    assert!(shown.contains("base@2.0.0, of which 2 of 4 questions and 1 of 2 red flags are left out"), "{shown}");
    let shown = told(duly(&kept, &["questionnaires", "ours.yaml", "--lang", "sv"]).done());
    assert!(shown.contains("röda flaggor som gäller färre frågor än där: 1"), "{shown}");
}

#[test]
fn what_stands_under_the_id_of_something_takes_its_place_and_the_rest_is_added() {
    let ours = folder(
        "extends: ./base.yaml
leave_out: [doors.code]
scales: {two: [{id: a, value: 0}, {id: b, value: 100}]}
red_flags:
  - {id: both, title: Leaks, severity: critical, when: {roof.tight: [\"no\"]}}
  - {id: flood, title: Floods, severity: low, when: {cellar.dry: [a]}}
evidence: [{id: plan, ask: Another plan}]
categories:
  - id: roof
    minimum: 70
    questions:
      - {id: tight, ask: Does it leak never?, weight: 9, answer: yes-no, evidence: [plan, log]}
      - {id: age, ask: How old is it?, weight: 1, answer: maturity}
  - {id: cellar, title: Cellar, weight: 1, questions: [{id: dry, ask: Is it dry?, weight: 1, answer: two}]}
",
    );
    let asked = ["doors.lock", "doors.alarm", "roof.tight", "roof.age", "cellar.dry", "either", "both", "flood", "odd"];
    assert_eq!(asks(&ours), asked);
    let shown = duly(&ours, &["questionnaires", "ours.yaml"]).done().out;
    for said in ["Does it leak never?", "Roof (weight 1, minimum 70)", "Another plan", "Leaks"] {
        assert!(shown.contains(said), "{said}: {shown}");
    }
    assert!(!shown.contains("Is it tight?") && !shown.contains("No lock and no roof"), "{shown}");
}

#[test]
fn what_is_wrong_is_said_where_it_stands() {
    for (rest, expected) in [
        ("extends: ./base.yaml\nkeep: [doors.lok]\n", &["nothing-to-take-over ours.yaml:6"][..]),
        ("extends: ./base.yaml\nkeep: [doors.lock, doors.lock]\n", &["duplicate-id ours.yaml:6"]),
        ("extends: ./base.yaml\nkeep: []\n", &["empty-list ours.yaml:6"]),
        ("extends: ./base.yaml\nkeep: [roof]\nleave_out: [doors]\n", &["keep-and-leave-out ours.yaml:7"]),
        ("extends: ./base.yaml\nleave_out:\n  - doors.alarm\n", &["left-out-but-needed ours.yaml:7"]),
        ("extends: ./base.yaml\nleave_out: [doors, roof]\n", &["nothing-is-left ours.yaml:5"]),
        ("extends: ./base.yaml\nlanguages: [en]\n", &["languages-are-taken-over ours.yaml:6"]),
        (
            "extends: ./base.yaml\nred_flags: [{id: f, title: F, severity: low, when: {roof.thigt: [\"no\"]}}]\n",
            &["condition-unknown-question ours.yaml:6"],
        ),
        (
            "keep: [doors]\ncategories: [{id: a, title: A, questions: [{id: x, ask: X, weight: 1, answer: yes-no}]}]\n",
            &["nothing-is-extended ours.yaml:5"],
        ),
        ("extends: customer-service\n", &["no-version-named ours.yaml:5"]),
        ("extends: customer-servic@1.1.0\n", &["unknown-questionnaire ours.yaml:5"]),
        ("extends: customer-service@9.9.9\n", &["unknown-questionnaire ours.yaml:5"]),
        ("extends: ./bass.yaml\n", &["no-such-file ours.yaml:5"]),
        ("extends: ../base.yaml\n", &["bad-path ours.yaml:5"]),
        ("extends: /etc/passwd.yaml\n", &["bad-path ours.yaml:5"]),
        ("extends: [base.yaml]\n", &["not-a-text ours.yaml:5"]),
        (
            "extends: ./base.yaml\ncategories: [{id: cellar, title: C, questions: [{id: x, ask: X, weight: 1, answer: yes-no}]}]\n",
            &["mixed-category-weights ours.yaml:6"],
        ),
        // an answer that a flag of the base looks at
        (
            "extends: ./base.yaml\ncategories:\n  - id: doors\n    questions:\n      - {id: alarm, ask: A?, weight: 1, answer: yes-no}\n",
            &["replaced-but-needed ours.yaml:9"],
        ),
    ] {
        assert_eq!(found(&folder(rest)), expected, "{rest}");
    }
    let near = duly(&folder("extends: ./base.yaml\nkeep: [doors.lok]\n"), &["check", "ours.yaml"]);
    assert!(near.said().contains("did you mean `doors.lock`"), "{}", near.said());
}

#[test]
fn what_is_wrong_in_what_is_extended_is_said_there() {
    let ours = folder("extends: ./base.yaml\nkeep: [roof]\n");
    ours.write("base.yaml", BASE.replace("weight: 1, answer: maturity", "weight: 1, answer: maturty"));
    assert_eq!(found(&ours), ["unknown-scale base.yaml:22"], "though the question is not kept");
}

#[test]
fn no_questionnaire_extends_itself_or_too_many() {
    let extends = |name: &str| file(&format!("extends: {name}\n"));
    let itself = Folder::with(&[("ours.yaml", &extends("./ours.yaml"))]);
    assert_eq!(found(&itself), ["extends-itself ours.yaml:5"]);
    let round =
        Folder::with(&[("ours.yaml", &extends("a/b.yaml")), ("a/b.yaml", &file("about: B\nextends: c.yaml\n"))]);
    round.write("a/c.yaml", extends("../ours.yaml"));
    assert_eq!(found(&round), ["bad-path a/c.yaml:5"]);
    round.write("a/c.yaml", file("about: C\nextends: b.yaml\n"));
    assert_eq!(found(&round), ["extends-itself a/c.yaml:6"]);
    let tower = Folder::with(&[("base.yaml", BASE), ("ours.yaml", &extends("./1.yaml"))]);
    for at in 1..=4 {
        let next = if at == 4 { "base".to_owned() } else { (at + 1).to_string() };
        tower.write(format!("{at}.yaml"), file(&format!("about: \"{at}\"\nextends: {next}.yaml\n")));
    }
    assert_eq!(found(&tower), ["extends-too-many 4.yaml:6"]);
    tower.write("3.yaml", file("about: \"3\"\nextends: base.yaml\n"));
    assert_eq!(found(&tower), Vec::<String>::new());
}

#[test]
fn one_that_is_extended_may_lie_deeper_with_its_own_category_files_and_nowhere_else() {
    let part =
        "format: duly/category@1\nid: a\ntitle: A\nquestions: [{id: x, ask: Is it so?, weight: 1, answer: yes-no}]\n";
    let base = "format: duly/questionnaire@1\nid: deep\nversion: 1.0.0\ntitle: Deep\ncategories: [a.yaml]\n";
    let ours = Folder::with(&[
        ("sub/deep.yaml", base),
        ("sub/a.yaml", part),
        ("ours.yaml", &file("extends: sub/deep.yaml\n")),
    ]);
    assert_eq!(asks(&ours), ["a.x"]);
    ours.write("sub/a.yaml", part.replace("yes-no", "yes-noo"));
    assert_eq!(found(&ours), ["unknown-scale sub/a.yaml:4"]);
    #[cfg(unix)]
    {
        let outside = Folder::with(&[("base.yaml", BASE)]);
        std::os::unix::fs::symlink(outside.at("base.yaml"), ours.at("link.yaml")).unwrap();
        ours.write("ours.yaml", file("extends: link.yaml\n"));
        assert_eq!(found(&ours), ["bad-path ours.yaml:5"]);
        ours.make_pipe("pipe.yaml");
        ours.write("ours.yaml", file("extends: pipe.yaml\n"));
        assert_eq!(found(&ours), ["not-a-file ours.yaml:5"]);
    }
    ours.write("huge.yaml", vec![b'#'; (16 << 20) + 1]);
    ours.write("ours.yaml", file("extends: huge.yaml\n"));
    assert_eq!(found(&ours), ["file-too-large ours.yaml:5"]);
}

/// The answers of an example to a questionnaire beside them.
fn answered(example_file: &str, questionnaire: &str) -> (Folder, String) {
    let text = example(example_file).replace("questionnaire: customer-service@1.1.0", "questionnaire: ./ours.yaml");
    let folder = Folder::with(&[("ours.yaml", &file(questionnaire)), (example_file, &text)]);
    example_papers().iter().for_each(|(name, text)| folder.write(name, text));
    (folder, text)
}

#[test]
fn one_that_extends_the_built_in_one_whole_gives_the_same_scores() {
    for name in ["nordkontakt.yaml", "allyes.yaml", "billigsvar.yaml", "halvklar.yaml"] {
        let (folder, _) = answered(name, "extends: customer-service@1.1.0\n");
        folder.write(format!("by-id/{name}"), example(name));
        example_papers().iter().for_each(|(paper, text)| folder.write(format!("by-id/{paper}"), text));
        let judged = |name: &str| -> Value {
            duly_on_day(&folder, &["export", name, "-f", "json", "--no-review", "--quiet"]).done().json()
        };
        let (extended, original) = (judged(name), judged(&format!("by-id/{name}")));
        for key in ["rating", "overall", "categories", "questions", "red_flags", "remediations", "coverage"] {
            assert_eq!(extended[key], original[key], "{name}: {key}");
        }
        let base = &extended["basis"]["questionnaire"]["extends"];
        assert_eq!(base["id"], "customer-service");
        assert_eq!(base["sha256"], original["basis"]["questionnaire"]["sha256"]);
        assert_eq!(base["questions_left_out"], 0);
        assert_eq!(original["basis"]["questionnaire"]["extends"], Value::Null);
    }
}

#[test]
fn a_short_questionnaire_is_a_list_of_ids() {
    let ids = "access.mfa,gdpr.dpa,gdpr.ai-emotion,incident.notify-hours,contract.audit-rights";
    let folder = Folder::new();
    let made = duly(&folder, &["new", "questionnaire", "--keep", ids, "-o", "short.yaml"]).done();
    assert!(made.said().contains("of 113 questions") && made.said().contains("gdpr.ai-tools"), "{}", made.said());
    let text = folder.read("short.yaml");
    assert!(text.lines().count() < 40, "{text}");
    let checked = duly(&folder, &["check", "short.yaml"]).done();
    assert!(checked.said().contains("no problems found"), "{}", checked.said());
    duly(&folder, &["new", "--vendor", "Ab", "--questionnaire", "short.yaml", "-o", "ab.yaml"]).done();
    assert!(folder.read("ab.yaml").contains("questionnaire: ./short.yaml"), "{}", folder.read("ab.yaml"));
    folder.write(
        "ab.yaml",
        folder.read("ab.yaml").replace("  access.mfa:\n    answer:", "  access.mfa:\n    answer: all"),
    );
    folder.write(
        "other.yaml",
        folder.read("ab.yaml").replace("answer: all", "answer: none").replace("name: Ab", "name: Bo"),
    );
    for args in [
        &["check", "ab.yaml"][..],
        &["assess", "ab.yaml", "--as-of", DAY],
        &["explain", "ab.yaml", "access.mfa", "--as-of", DAY],
        &["export", "ab.yaml", "--as-of", DAY],
        &["export", "ab.yaml", "--for", "vendor", "--as-of", DAY],
        &["questionnaires", "short.yaml"],
        &["diff", "ab.yaml", "other.yaml", "--as-of", DAY],
    ] {
        let ran = duly(&folder, args);
        assert_eq!(ran.code, 0, "{args:?}: {}", ran.said());
    }
    let screen = told(duly_on_day(&folder, &["assess", "ab.yaml"]).done());
    assert!(screen.contains("extends customer-service@1.1.0") && screen.contains("(6 of 113 questions)"), "{screen}");
    let report = duly_on_day(&folder, &["export", "ab.yaml", "--lang", "sv"]).done().out;
    assert!(report.contains("Utökar"), "{report}");
    duly(&folder, &["record", "ab.yaml", "access.mfa=all"]).done();
}

#[test]
fn ids_that_are_none_are_named_with_the_nearest() {
    let folder = Folder::new();
    let ran = duly(&folder, &["new", "questionnaire", "--keep", "access.mfa,acces.rbac"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert!(ran.err.contains("`acces.rbac`") && ran.err.contains("did you mean `access.rbac`?"), "{}", ran.err);
    let both = duly(&folder, &["new", "questionnaire", "--keep", "access", "--leave-out", "gdpr"]);
    assert_eq!(both.code, 2);
    let gate = duly(&folder, &["new", "questionnaire", "--leave-out", "encryption.cards"]);
    assert_eq!(gate.code, 2);
    assert!(gate.err.contains("encryption.cards"), "{}", gate.err);
    let rest = duly(&folder, &["new", "questionnaire", "--leave-out", "encryption,human", "--lang", "sv"]).done();
    assert!(rest.out.contains("leave_out:\n  - encryption    # "), "{}", rest.out);
    assert!(rest.out.contains("kan inte längre utlösas"), "{}", rest.out);
}
