//! Questionnaires in other languages than ours: told in the reader's language where they have it, else in their first.

use std::process::Stdio;

use crate::support::{DAY, Folder, PROGRAM, command, duly, duly_on_day, run, told};

const QUESTIONNAIRE: &str = "\
format: duly/questionnaire@1
id: accueil
version: 1.0.0
languages: [fr, en]
title: {fr: Accueil, en: Reception}
inherent_risk:
  - id: data
    ask: {fr: Quelles données ?, en: Which data?}
    options: [{id: some, label: {fr: Quelques-unes, en: Some}, tier: medium}]
evidence:
  - {id: log, ask: {fr: Un journal du mois, en: A log of the month}}
red_flags:
  - {id: porte, title: {fr: Porte ouverte, en: Open door}, severity: high, when: {a.porte: [ouverte]}}
categories:
  - id: a
    title: {fr: Maison, en: House}
    questions:
      - id: porte
        ask: {fr: La porte est-elle close ?, en: Is the door shut?}
        importance: high
        evidence: [log]
        remedy: {fr: Fermez la porte., en: Shut the door.}
        answer:
          choose_one:
            - {id: close, label: {fr: Close, en: Shut}, value: 100}
            - {id: ouverte, label: {fr: Ouverte, en: Open}, value: 0}
      - {id: toit, ask: {fr: Le toit est-il étanche ?, en: Is the roof tight?}, importance: low, answer: yes-no}
";

/// A questionnaire in French and English, and the same in French alone, each with answers.
fn desk() -> Folder {
    let mut only = QUESTIONNAIRE.replace("[fr, en]", "[fr]").replace("id: accueil", "id: seul");
    while let Some(at) = only.find(", en: ") {
        let end = at + only[at..].find('}').unwrap();
        only.replace_range(at..end, "");
    }
    let desk = Folder::with(&[("both.yaml", QUESTIONNAIRE), ("only.yaml", &only)]);
    for name in ["both", "only"] {
        let head = "format: duly/answers@1\nvendor: {name: Alfa}\nanswered: 2026-11-02\n";
        let answers = format!("{head}questionnaire: ./{name}.yaml\nanswers: {{a.porte: ouverte}}\n");
        desk.write(format!("{name}-a.yaml"), answers);
    }
    desk
}

/// Every way in which the texts of a questionnaire are told of answers.
const WAYS: [&[&str]; 8] = [
    &["assess", "--all"],
    &["export"],
    &["export", "-f", "html"],
    &["export", "-f", "json"],
    &["export", "-f", "csv"],
    &["export", "--for", "vendor"],
    &["export", "--for", "board"],
    &["explain"],
];

fn said(desk: &Folder, way: &[&str], file: &str, more: &[&str]) -> String {
    let ran = duly_on_day(desk, &[way, &[file, "-q"], more].concat());
    assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{way:?} {file} {more:?}");
    ran.out
}

/// The words that must be there and those that must not.
fn holds(told: &str, are: &[&str], are_not: &[&str], about: &str) {
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    are.iter().for_each(|words| assert!(told.contains(words), "{about}: {words}: {told}"));
    are_not.iter().for_each(|words| assert!(!told.contains(words), "{about}: {words}: {told}"));
}

#[test]
fn texts_are_in_the_readers_language_where_there_is_one_else_in_the_first() {
    let desk = desk();
    let (french, english) = ("La porte est-elle close ?", "Is the door shut?");
    for way in WAYS {
        let told = |file: &str, more: &[&str]| said(&desk, way, file, more);
        let (french, english) = match way {
            ["explain"] => ("Maison", "House"),
            ["export", "--for", "board"] => ("Porte ouverte", "Open door"),
            _ => (french, english),
        };
        let about = format!("{way:?}");
        holds(&told("both-a.yaml", &["--lang", "en"]), &[english], &[french], &about);
        holds(&told("both-a.yaml", &["--lang", "sv"]), &[french], &[english], &about);
        holds(&told("both-a.yaml", &["--lang", "fr"]), &[french], &[english], &about);
        for lang in ["en", "sv", "fr"] {
            holds(&told("only-a.yaml", &["--lang", lang]), &[french], &[english], &about);
        }
    }
    let swedish = said(&desk, &["assess"], "both-a.yaml", &["--lang", "sv"]);
    holds(&swedish, &["LEVERANTÖRSRISK HÖG", "Porte ouverte"], &["Open door"], "around the texts");
    let french = said(&desk, &["assess"], "both-a.yaml", &["--lang", "fr"]);
    holds(&french, &["VENDOR RISK HIGH", "Porte ouverte"], &["Open door"], "around the texts");
}

#[test]
fn the_language_of_the_system_counts_where_the_questionnaire_has_it() {
    let desk = desk();
    let assess = |locale: &str, more: &[&str]| {
        let mut command = command(&desk, &[&["assess", "both-a.yaml", "-q", "--as-of", DAY], more].concat());
        command.env("LC_ALL", locale);
        run(command).out
    };
    holds(&assess("fr_FR.UTF-8", &[]), &["VENDOR RISK HIGH", "Porte ouverte"], &["Open door"], "French");
    holds(&assess("de_DE.UTF-8", &[]), &["VENDOR RISK HIGH", "Open door"], &["Porte ouverte"], "German");
    holds(&assess("fr_FR.UTF-8", &["--lang", "en"]), &["Open door"], &["Porte ouverte"], "named");
    desk.write("ours.toml", "format = \"duly/policy@1\"\n[display]\nlanguage = \"en\"\n");
    holds(&assess("fr_FR.UTF-8", &["--policy", "ours.toml"]), &["Open door"], &["Porte ouverte"], "the policy's");
}

#[test]
fn a_language_that_neither_has_is_told() {
    let desk = desk();
    for args in [
        &["assess", "both-a.yaml"][..],
        &["export", "both-a.yaml"],
        &["explain", "both-a.yaml"],
        &["diff", "both-a.yaml", "both-a.yaml"],
        &["check", "both-a.yaml"],
        &["record", "both-a.yaml", "a.toit=yes"],
        &["new", "--vendor", "Beta", "--questionnaire", "both.yaml", "-o", "-"],
        &["questionnaires", "both.yaml"],
    ] {
        let ran = run(command(&desk, &[args, &["--lang", "de"]].concat()));
        assert_eq!(ran.code, 2, "{args:?}: {}", ran.said());
        holds(&ran.said(), &["neither duly nor the questionnaire is written in `de`", "fr, en"], &[], "told");
    }
    for args in
        [&["policy"][..], &["new", "policy"], &["questionnaires"], &["check", "both.yaml"], &["check", "--codes"]]
    {
        let ran = run(command(&desk, &[args, &["--lang", "fr"]].concat()));
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        holds(&ran.err, &["--lang fr: duly does not speak it; use en or sv"], &[], "told");
    }
    let ran = run(command(&desk, &["assess", "both-a.yaml", "--lang", "f r"]));
    assert_eq!(ran.code, 2);
    holds(&ran.err, &["use en or sv"], &[], "no language at all");
}

#[test]
fn forms_dialogues_and_catalogues_are_told_in_it() {
    let desk = desk();
    let form = |more: &[&str]| {
        let args = ["new", "--vendor", "Beta", "--questionnaire", "both.yaml", "-o", "-", "-q"];
        let ran = run(command(&desk, &[&args, more].concat()));
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    };
    let (french, english) = ("La porte est-elle close ?", "Is the door shut?");
    holds(&form(&["--lang", "sv"]), &["Så fyller ni i filen", french], &[english], "new");
    holds(&form(&["--lang", "fr"]), &["How to fill in this file", french], &[english], "new");
    holds(&form(&["--lang", "en"]), &["How to fill in this file", english], &[french], "new");
    let shown = |lang: &str| run(command(&desk, &["questionnaires", "both.yaml", "--lang", lang])).out;
    holds(&shown("fr"), &[french], &[english], "questionnaires");
    holds(&shown("en"), &[english], &[french], "questionnaires");
    let dialogue = |lang: &str| {
        let args = ["record", "both-a.yaml", "--plain", "--lang", lang, "--as-of", DAY];
        told(command(&desk, &args), "\n\n\n\n").said()
    };
    holds(&dialogue("fr"), &["Le toit est-il étanche ?"], &["Is the roof tight?"], "record");
    holds(&dialogue("sv"), &["Le toit est-il étanche ?"], &["Is the roof tight?"], "record");
    holds(&dialogue("en"), &["Is the roof tight?"], &["Le toit est-il étanche ?"], "record");
}

/// Where help is asked for, the language may stand anywhere.
#[test]
fn help_is_told_in_the_language_that_is_named() {
    let here = Folder::new();
    let help = |args: &[&str]| duly(&here, args).done().out;
    for (swedish, plain) in [
        (&["help", "--lang", "sv"][..], &["help"][..]),
        (&["--lang", "sv", "help"], &["help"]),
        (&["--lang=sv", "--help"], &["help"]),
        (&["--lang", "sv"], &[]),
        (&["help", "stream", "--lang", "sv"], &["help", "stream"]),
        (&["help", "--lang=sv", "new", "policy"], &["help", "new", "policy"]),
        (&["--lang", "sv", "help", "generate"], &["help", "generate"]),
        (&["generate", "--lang", "sv", "--help"], &["help", "generate"]),
        (&["due", "--lang", "sv", "-h"], &["due", "-h"]),
    ] {
        let mut in_sweden = command(&here, plain);
        in_sweden.env("LC_ALL", "sv_SE.UTF-8");
        let expected = run(in_sweden).done().out;
        assert_eq!(help(swedish), expected, "{swedish:?}");
        assert_ne!(help(plain), expected, "{plain:?}");
    }
    assert!(help(&["--lang", "sv", "--version"]).starts_with("duly "));
    let before = duly(&here, &["--lang", "sv", "questionnaires"]).done().out;
    assert_eq!(before, help(&["questionnaires", "--lang", "sv"]));
    assert_ne!(before, help(&["questionnaires"]));
}

/// The name of the file that was started is no name of the command.
#[test]
fn a_program_of_another_name_speaks_the_same() {
    let here = Folder::new();
    for name in ["duly-0.2.0", "duly.exe", "dd"] {
        let renamed = here.at(name);
        std::fs::hard_link(PROGRAM, &renamed).or_else(|_| std::fs::copy(PROGRAM, &renamed).map(|_| ())).unwrap();
        let said = |program: &std::path::Path, locale: &str, args: &[&str]| {
            let mut started = std::process::Command::new(program);
            started.current_dir(here.path()).args(args).env_clear().env("LC_ALL", locale);
            started.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
            run(started).said()
        };
        for args in [&["--help"][..], &["help", "stream"], &["new", "policy", "-h"], &["due"], &["--version"], &[]] {
            for locale in ["sv_SE.UTF-8", "C"] {
                let [theirs, ours] = [renamed.as_path(), PROGRAM.as_ref()].map(|program| said(program, locale, args));
                assert_eq!(theirs, ours, "{name} {args:?}");
            }
        }
        assert!(said(&renamed, "sv_SE.UTF-8", &["--help"]).contains("Användning: duly"), "{name}");
    }
}
