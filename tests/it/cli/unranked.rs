//! `duly diff` where no question is scored: red flags and answers side by side, and nobody ahead.

use crate::support::{Folder, Ran, duly};

const QUESTIONNAIRE: &str = r#"format: duly/questionnaire@1
id: talk
version: 1.0.0
languages: [en, sv]
title: {en: Talk, sv: Samtal}
red_flags:
  - {id: ajar, title: {en: The door stands open, sv: Dörren står öppen}, severity: medium, when: {a.door: ["no"]}}
  - {id: dark, title: {en: No light at night, sv: Inget ljus på natten}, severity: high, when: {b.light: ["no"]}}
  - {id: wet, title: {en: The cellar is wet, sv: Källaren är våt}, severity: critical, when: {a.cellar: ["no"]}}
categories:
  - id: a
    title: {en: House, sv: Hus}
    questions:
      - {id: door, ask: {en: Is the door locked?, sv: Är dörren låst?}, importance: info, answer: yes-no}
      - {id: cellar, ask: {en: Is the cellar dry?, sv: Är källaren torr?}, importance: info, answer: yes-no}
      - {id: roof, ask: {en: Is the roof tight?, sv: Är taket tätt?}, importance: info, answer: yes-no}
  - id: b
    title: {en: Garden, sv: Trädgård}
    questions:
      - {id: light, ask: {en: Is there light?, sv: Finns det ljus?}, importance: info, answer: yes-no}
      - {id: note, ask: {en: What else?, sv: Vad mer?}, importance: info, answer: text}
      - id: lamp
        ask: {en: Which lamp?, sv: Vilken lampa?}
        importance: info
        answer: text
        when: {b.light: ["yes"]}
"#;

/// What a hostile vendor writes: marks that turn text around and colour a terminal, and those of Markdown and HTML.
const HOSTILE: &str = r#"a.door: no, a.cellar: yes, b.light: no, b.note: "A \u202Ehedge\e[31m, **so** <b>high</b>""#;

const ENGLISH: &str = r#"Alfa and Beta side by side
  Nothing counts here: no question is scored, so nobody is ahead. Red flags and
    answers follow, without an order.
  Talk 1.0.0 · as of 2026-11-15
  Our review: none, so nothing is verified
  ! The questionnaire lies among the vendor's files: whoever writes the
    questions decides the result

Red flags
 Flag                  Alfa                     Beta
 No light at night     high red flag, raised    high red flag, not answered yet
 The door stands open  medium red flag, raised  ruled out: on the vendor's word

Answers that differ
  Not the same for all: 4 of 6; answered the same: 1; open for all: 1.
  House

 Question                    Alfa  Beta
 a.door Is the door locked?  No    Yes
  Garden

 Question                 Alfa                      Beta
 b.light Is there light?  No                        no answer
 b.note What else?        A                         A wall
                          \u{202e}hedge\u{1b}[31m,
                          **so** <b>high</b>
 b.lamp Which lamp?       not asked here            no answer
  Made with duly VERSION. The answers indicate this; not legal advice, not a data
    protection impact assessment. Weights, limits and tables are policy:
    judgement, not science.
"#;

const SWEDISH: &str = r#"Alfa och Beta sida vid sida
  Inget räknas här: ingen fråga ger poäng, så ingen leder. Röda flaggor och svar
    följer, utan inbördes ordning.
  Samtal 1.0.0 · per 2026-11-15
  Vår granskning: saknas; inget är verifierat
  ! Frågeformuläret ligger bland leverantörens filer: den som skriver frågorna
    avgör resultatet

Röda flaggor
 Flagga                Alfa                      Beta
 Inget ljus på natten  röd flagga (hög), utlöst  röd flagga (hög), obesvarad än
 Dörren står öppen     röd flagga (medelhög),    utesluten: på leverantörens
                       utlöst                    ord

Svar som skiljer sig
  Inte lika för alla: 4 av 6; lika besvarade: 1; öppna för alla: 1.
  Hus

 Fråga                   Alfa  Beta
 a.door Är dörren låst?  Nej   Ja
  Trädgård

 Fråga                    Alfa                      Beta
 b.light Finns det ljus?  Nej                       inget svar
 b.note Vad mer?          A                         A wall
                          \u{202e}hedge\u{1b}[31m,
                          **so** <b>high</b>
 b.lamp Vilken lampa?     ingår inte här            inget svar
  Skapat med duly VERSION. Svaren tyder på detta; varken juridisk rådgivning eller
    konsekvensbedömning. Vikter, gränser och tabeller är policy: omdöme, inte
    vetenskap.
"#;

fn answers(folder: &Folder, vendor: &str, questionnaire: &str, answers: &str) {
    let head = "format: duly/answers@1\nanswered: 2026-11-01\n";
    let text = format!("{head}vendor: {{name: {vendor}}}\nquestionnaire: ./{questionnaire}\nanswers: {{{answers}}}\n");
    folder.write(format!("{}.yaml", vendor.to_lowercase()), text);
}

fn two() -> Folder {
    let folder = Folder::new();
    folder.write("talk.yaml", QUESTIONNAIRE);
    answers(&folder, "Alfa", "talk.yaml", HOSTILE);
    answers(&folder, "Beta", "talk.yaml", "a.door: yes, a.cellar: yes, b.note: A wall");
    folder
}

fn diff(folder: &Folder, args: &[&str]) -> Ran {
    duly(folder, &[&["diff", "-q", "--as-of", "2026-11-15"], args].concat())
}

#[test]
fn flags_and_answers_are_told_without_an_order() {
    let folder = two();
    for (lang, expected) in [("en", ENGLISH), ("sv", SWEDISH)] {
        let ran = diff(&folder, &["alfa.yaml", "beta.yaml", "--lang", lang]);
        let out = ran.out.replace(concat!("duly ", env!("CARGO_PKG_VERSION")), "duly VERSION");
        let out = out.split_once(" SHA-256)").unwrap().0; // what follows are fingerprints and the command
        let out = out.rsplit_once('\n').unwrap().0.to_owned() + "\n";
        assert_eq!((ran.code, out.as_str()), (0, expected), "{}", ran.err);
        assert_eq!(ran.out, diff(&folder, &["alfa.yaml", "beta.yaml", "--lang", lang]).out, "the same again");
    }
}

#[test]
fn what_a_vendor_writes_marks_nothing_in_any_format() {
    let folder = two();
    for (format, expected) in [
        ("markdown", r"A \\u\{202e\}hedge\\u\{1b\}\[31m, \*\*so\*\* \<b>high\</b>"),
        ("html", r"A \u{202e}hedge\u{1b}[31m, **so** &#60;b&#62;high&#60;/b&#62;"),
    ] {
        let ran = diff(&folder, &["alfa.yaml", "beta.yaml", "-f", format]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        assert!(ran.out.contains(expected), "{}", ran.out);
        assert!(!ran.out.contains(['\u{202e}', '\u{1b}']), "{}", ran.out);
    }
    assert_eq!(diff(&folder, &["alfa.yaml", "beta.yaml", "-o", "two.docx"]).code, 0);
}

#[test]
fn the_exit_code_says_whether_anything_differs() {
    let folder = two();
    answers(&folder, "Gamma", "talk.yaml", "a.door: yes, a.cellar: yes, b.note: A wall");
    assert_eq!(diff(&folder, &["alfa.yaml", "beta.yaml", "--exit-code"]).code, 1);
    let same = diff(&folder, &["beta.yaml", "gamma.yaml", "--exit-code"]);
    assert_eq!(same.code, 0, "{}", same.out);
    assert!(same.out.contains("Not the same for all: 0 of 6; answered the same: 3; open for all: 3."), "{}", same.out);
    let three = diff(&folder, &["alfa.yaml", "beta.yaml", "gamma.yaml", "--exit-code"]);
    assert_eq!(three.code, 1);
    assert!(three.out.starts_with("3 vendors side by side\n"), "{}", three.out);
}

#[test]
fn a_long_answer_is_cut_unless_all_is_wanted() {
    let folder = two();
    answers(&folder, "Long", "talk.yaml", &format!("b.note: {}the end", "word ".repeat(80)));
    assert!(!diff(&folder, &["beta.yaml", "long.yaml", "-f", "markdown"]).out.contains("the end"));
    assert!(diff(&folder, &["beta.yaml", "long.yaml", "-f", "markdown", "--all"]).out.contains("the end"));
}

#[test]
fn what_it_cannot_be_is_refused_by_name() {
    let folder = two();
    let json = diff(&folder, &["alfa.yaml", "beta.yaml", "-f", "json"]);
    assert_eq!((json.code, json.out.as_str()), (2, ""));
    assert!(json.err.contains("`duly/comparison@1`) holds scores and an order; take text,"), "{}", json.err);
    let board = diff(&folder, &["alfa.yaml", "beta.yaml", "--for", "board"]);
    assert_eq!((board.code, board.out.as_str()), (2, ""));
    assert!(board.err.contains("leave out `--for board`"), "{}", board.err);
}

#[test]
fn where_something_is_scored_or_asked_otherwise_there_is_nothing_to_compare() {
    let folder = two();
    let refused = |other: &str| {
        let ran = diff(&folder, &["alfa.yaml", other]);
        assert_eq!((ran.code, ran.out.as_str()), (2, ""));
        assert!(ran.err.contains("nothing counts, so there is nothing to compare"), "{}", ran.err);
    };
    folder.write("scored-q.yaml", QUESTIONNAIRE.replacen("importance: info", "importance: high", 1));
    answers(&folder, "Some", "scored-q.yaml", "a.door: yes");
    refused("some.yaml");
    folder.write(
        "other-q.yaml",
        QUESTIONNAIRE.replace("roof tight?, sv: Är taket tätt?", "roof new?, sv: Är taket nytt?"),
    );
    answers(&folder, "Other", "other-q.yaml", "a.door: yes");
    refused("other.yaml");
}
