//! Libraries of CISO Assistant, and the table of an audit, in files of the same shape and in our own words.

use std::path::Path;

use duly::internal::answers::Reference;
use duly::internal::exchange::foreign::{Foreign, SaidOfFile, ciso_assistant::FORMAT, fitting};
use duly::internal::exchange::ledger::{Fate, Ledger};
use duly::internal::questionnaire::{Questionnaire, model::Weight};
use duly::internal::source::Source;
use duly::internal::words::Lang;
use duly::internal::words::clean::one_line;
use duly::internal::words::matters::{ciso_assistant as matter, draft as known};

use crate::support::{Folder, duly_on_day, reading};

/// Requirements without and with questions, of every kind; one complete translation and one in part.
const LIBRARY: &str = r#"
urn: urn:someone:risk:library:yard
locale: sv
ref_id: yard
name: Gården
version: 3
objects:
  framework:
    urn: urn:someone:risk:framework:yard
    ref_id: yard
    name: Gården
    min_score: 0
    max_score: 4
    requirement_nodes:
    - urn: urn:someone:risk:req_node:yard:gate
      assessable: false
      depth: 1
      ref_id: GATE
      name: Grinden
      translations: {en: {name: The gate}, fr: {name: Le portail}}
    - urn: urn:someone:risk:req_node:yard:gate.01
      assessable: true
      parent_urn: urn:someone:risk:req_node:yard:gate
      ref_id: GATE.01
      description: Grinden är låst om natten.
      weight: 3
      implementation_groups: [IG1]
      threats: [urn:someone:risk:threat:t1]
      translations: {en: {description: The gate is locked at night.}}
    - urn: urn:someone:risk:req_node:yard:gate.02
      assessable: true
      parent_urn: urn:someone:risk:req_node:yard:gate
      ref_id: GATE.02
      importance: mandatory
      questions:
        urn:someone:risk:req_node:yard:gate.02:question:1:
          type: unique_choice
          text: Vem har nyckel?
          translations: {en: {text: Who has a key?}}
          choices:
          - {urn: "urn:someone:risk:req_node:yard:gate.02:question:1:choice:1", value: Några, add_score: 4, translations: {en: {value: Some}}}
          - {urn: "urn:someone:risk:req_node:yard:gate.02:question:1:choice:2", value: Många, add_score: 1, translations: {en: {value: Many}}}
          - {urn: "urn:someone:risk:req_node:yard:gate.02:question:1:choice:3", value: Alla, add_score: 0, translations: {en: {value: All}}}
          - {urn: "urn:someone:risk:req_node:yard:gate.02:question:1:choice:4", value: N/A, translations: {en: {value: N/A}}}
    - urn: urn:someone:risk:req_node:yard:gate.03
      assessable: true
      parent_urn: urn:someone:risk:req_node:yard:gate
      ref_id: GATE.03
      description: Vakten
      translations: {en: {description: The guard}}
      questions:
        urn:someone:risk:req_node:yard:gate.03:question:1:
          type: multiple_choice
          text: Vad gör vakten?
          translations: {en: {text: What does the guard do?}}
          choices:
          - {urn: "urn:x:risk:req_node:yard:gate.03:question:1:choice:1", value: Går rond, add_score: 2, translations: {en: {value: Walks}}}
          - {urn: "urn:x:risk:req_node:yard:gate.03:question:1:choice:2", value: Ser kameror, add_score: 3, translations: {en: {value: Watches}}}
        urn:someone:risk:req_node:yard:gate.03:question:2:
          type: unique_choice
          text: Finns en hund?
          translations: {en: {text: Is there a dog?}}
          choices:
          - {urn: "urn:x:risk:req_node:yard:gate.03:question:2:choice:1", value: Ja, compute_result: true, translations: {en: {value: "Yes"}}}
          - {urn: "urn:x:risk:req_node:yard:gate.03:question:2:choice:2", value: Nej, compute_result: false, translations: {en: {value: "No"}}}
        urn:someone:risk:req_node:yard:gate.03:question:3:
          type: text
          text: Vad heter den?
          translations: {en: {text: What is its name?}}
          depends_on:
            question: urn:someone:risk:req_node:yard:gate.03:question:2
            answers: ["urn:x:risk:req_node:yard:gate.03:question:2:choice:1"]
            condition: any
        urn:someone:risk:req_node:yard:gate.03:question:4:
          type: unique_choice
          text: Vilken färg har grinden?
          translations: {en: {text: Which colour has the gate?}}
          choices:
          - {urn: "urn:x:risk:req_node:yard:gate.03:question:4:choice:1", value: Röd, translations: {en: {value: Red}}}
          - {urn: "urn:x:risk:req_node:yard:gate.03:question:4:choice:2", value: Blå, translations: {en: {value: Blue}}}
    - urn: urn:someone:risk:req_node:yard:house
      assessable: false
      name: Huset
      translations: {en: {name: The house}}
    - urn: urn:someone:risk:req_node:yard:house.01
      assessable: true
      parent_urn: urn:someone:risk:req_node:yard:house
      ref_id: HOUSE.01
      name: Larm
      description: Huset har larm.
      translations: {en: {name: Alarm, description: The house has an alarm.}}
"#;

fn opened(name: &str, text: &str) -> Foreign {
    Foreign::of(Path::new(name), text.as_bytes().to_vec()).map_err(|found| found.message(Lang::En).clone()).unwrap()
}

fn brought_in(library: &str) -> (String, Ledger) {
    let wanted = SaidOfFile { stem: "file".to_owned(), ..SaidOfFile::default() };
    let asked = (FORMAT.questionnaire)(&opened("yard.yaml", library), &wanted);
    let (draft, mut ledger) = asked.map_err(|refused| refused.problem).unwrap();
    let draft = draft.settled(&mut ledger);
    (draft.text(&ledger, &one_line("yard.yaml"), Lang::En), ledger)
}

fn read(text: &str) -> Questionnaire {
    let read = reading::questionnaire(&Source::new("yard.yaml", text));
    let notes: Vec<_> = read.diagnostics.sorted().iter().map(|note| note.problem.message(Lang::En).clone()).collect();
    assert!(read.value.is_some(), "{notes:?}\n{text}");
    read.value.unwrap()
}

#[test]
fn what_a_questionnaire_has_no_room_for_is_cut_and_told() {
    let long = LIBRARY.replace("name: Larm", &format!("name: {}", "Larm ".repeat(2_000).trim()));
    let (text, ledger) = brought_in(&long.replace("add_score: 2", "add_score: 2000000000"));
    let found = read(&text);
    assert!(found.questions.iter().any(|question| question.ask.all().any(|text| text.ends_with('…'))), "{text}");
    let told: String = ledger.lines(Lang::En).iter().map(|line| format!("{line}\n")).collect();
    for words in ["texts that are longer than a questionnaire has room for", "more than 1,000 points"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let nameless = LIBRARY.replace("value: Går rond", &format!("value: {}", "x".repeat(5_000)));
    let (text, ledger) = brought_in(&nameless);
    read(&text);
    let told = ledger.lines(Lang::En);
    let is_told = told.iter().any(|line| line.contains("texts that are longer than a questionnaire has room for"));
    assert!(is_told, "a label is made of an id: {told:?}");
    let named = LIBRARY.replacen("name: ", &format!("name: {} ", "N".repeat(5_000)), 1);
    assert!(
        read(&brought_in(&named).0)
            .frameworks
            .iter()
            .all(|framework| !framework.title.all().any(|it| it.len() > 4_100))
    );
    let translated = LIBRARY.replace("locale: sv", "locale: EN");
    assert_eq!(read(&brought_in(&translated).0).languages, ["EN"]);
}

#[test]
fn a_library_becomes_a_questionnaire() {
    let (text, ledger) = brought_in(LIBRARY);
    assert_eq!(brought_in(LIBRARY).0, text, "twice the same");
    let found = read(&text);
    assert_eq!((&*found.id, &*found.version), ("yard", "3.0.0"));
    assert_eq!(found.languages, ["sv", "en"], "a translation comes in where it is complete");
    let questions: Vec<&str> = found.questions.iter().map(|question| &*question.id).collect();
    let expected = [
        "GATE.GATE-01",
        "GATE.GATE-02",
        "GATE.gate-03-question-1",
        "GATE.gate-03-question-2",
        "GATE.gate-03-question-3",
        "GATE.gate-03-question-4",
        "house.HOUSE-01",
    ];
    assert_eq!(questions, expected);
    assert_eq!(found.questions.iter().next().unwrap().weight, Weight::Direct(3));
    for part in [
        "sv: Grinden är låst om natten.",
        "en: The gate is locked at night.",
        "answer: yes-partial-no",
        "{id: choice-1, label: {sv: Några, en: Some}, value: 100}",
        "{id: choice-2, label: {sv: Många, en: Many}, value: 25}",
        "importance: high",
        "full_at: 4",
        "{id: choice-2, label: {sv: Ser kameror, en: Watches}, points: 3}",
        "{id: choice-1, label: {sv: Ja, en: \"Yes\"}, value: 100}",
        "when: {GATE.gate-03-question-2: [choice-1]}",
        "{id: choice-1, label: {sv: Röd, en: Red}}",
        "refs: {ciso-assistant: [GATE.01, urn:someone:risk:req_node:yard:gate.01]}",
        "[gate.03.question.1, GATE.03, urn:someone:risk:req_node:yard:gate.03]}",
        "Larm: Huset har larm.",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    for (part, of, expected) in [
        (Fate::Read, &known::CATEGORIES, 2),
        (Fate::Read, &known::QUESTIONS, 7),
        (Fate::Read, &known::CONDITIONS, 1),
        (Fate::Lost, &matter::GROUPS, 1),
        (Fate::Lost, &matter::LINKS, 1),
        (Fate::Lost, &matter::LANGUAGES, 1),
        (Fate::Mapped, &matter::NOT_APPLICABLE, 1),
        (Fate::Decide, &matter::IMPORTANCE, 1),
        (Fate::Decide, &known::UNWEIGHED, 1),
    ] {
        assert_eq!(super::counted(&ledger, part, of), expected, "{}", of.id);
    }
}

/// The answers file that an audit becomes, and the account of it.
fn answered(library: &str, audit: &str) -> (String, Ledger) {
    let questionnaire = read(&brought_in(library).0);
    let reply = FORMAT.answers.unwrap()(&opened("audit.csv", audit), &questionnaire, &SaidOfFile::default());
    let (heard, mut ledger) = reply.map_err(|refused| refused.problem).unwrap();
    let reference = Reference::Path("./yard.yaml".to_owned());
    let answers = heard.transcript("audit.csv", (&reference, &questionnaire), "Yard AB", &mut ledger);
    (answers.source.text.to_string(), ledger)
}

fn has_all(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part}\n{text}");
    }
}

#[test]
fn an_audit_answers_its_requirements() {
    let audit = "urn,assessable,ref_id,name,description,compliance_result,requirement_progress,score,observations\n\
        urn:x,true,GATE.01,,Locked,Compliant,done,,Seen on Monday\n\
        urn:x,true,HOUSE.01,,Alarm,partially_compliant,in_progress,,\n\
        urn:x,true,GATE.02,,Keys,not_assessed,to_do,,\"Ask, please\"\n\
        urn:x,true,GONE.01,,?,non_compliant,done,,\n\
        urn:x,true,GATE.03,,?,compliant,done,,\n\
        urn:x,true,HOUSE.01,,Alarm,Compliant,done,,hm\n\
        urn:x,true,,,?,compliant,done,,lost\n";
    let (text, _) = brought_in(LIBRARY);
    let (answers, ledger) = answered(LIBRARY, audit);
    has_all(
        &answers,
        &[
            "GATE.GATE-01:\n    answer: \"yes\"\n    comment: Seen on Monday\n",
            "house.HOUSE-01:\n    # Compliant; hm\n    answer: partial\n",
            "GATE.GATE-02:\n    answer:\n    comment: Ask, please\n",
            "# GONE.01: non_compliant\n",
            "# GATE.03: compliant\n",
            "# urn:x: compliant; lost\n",
        ],
    );
    assert_eq!([&matter::RESULTS, &matter::UNCLEAR].map(|of| super::counted(&ledger, Fate::Lost, of)), [0, 0]);
    let desk = Folder::with(&[("yard.yaml", &text), ("yard-ab.yaml", &answers)]);
    let checked = duly_on_day(&desk, &["check", "yard.yaml", "-f", "json"]);
    assert_eq!((checked.code, checked.out.contains("\"error\"")), (0, false), "{}", checked.out);
    let with = ["--questionnaire", "yard.yaml"];
    assert_eq!(duly_on_day(&desk, &[&["assess", "yard-ab.yaml"], &with[..]].concat()).code, 0);
}

/// A library of requirements with one question each, by the results or scores that their choices stand for.
fn chosen_of(requirements: &[(&str, &[&str])]) -> String {
    let mut library = "objects:\n  framework:\n    ref_id: f\n    name: F\n    max_score: 4\n    requirement_nodes:\n\
                       \x20   - {urn: \"urn:x:risk:req_node:f:c\", assessable: false, ref_id: C, name: C}\n"
        .to_owned();
    for (id, choices) in requirements {
        let urn = format!("urn:x:risk:req_node:f:{}", id.to_lowercase());
        let choices: Vec<String> = choices
            .iter()
            .enumerate()
            .map(|(at, choice)| format!("{{urn: \"{urn}:question:1:choice:{}\", {choice}}}", at + 1))
            .collect();
        library += &format!(
            "    - urn: {urn}\n      parent_urn: urn:x:risk:req_node:f:c\n      assessable: true\n      ref_id: {id}\n      \
             questions:\n        {urn}:question:1: {{type: unique_choice, text: Is {id} so?, choices: [{}]}}\n",
            choices.join(", ")
        );
    }
    library
}

#[test]
fn a_result_is_the_only_choice_that_is_worth_it_whatever_its_words() {
    let (yes, no) = ("value: \"Yes\", compute_result: false", "value: \"No\", compute_result: true");
    let scores = ["value: compliant, add_score: 0", "value: a, add_score: 4", "value: b, add_score: 4", "value: c"];
    let some = ["value: few, add_score: 1", "value: most, add_score: 3", "value: all, add_score: 4"];
    let library = chosen_of(&[("CLEAR", &[yes, no]), ("NOT", &[yes, no]), ("MANY", &scores), ("SOME", &some)]);
    let audit = "ref_id,compliance_result,observations\nCLEAR,compliant,\nNOT,Non-compliant,\nMANY,compliant,two\n\
                 SOME,partially_compliant,\n";
    let (answers, ledger) = answered(&library, audit);
    has_all(
        &answers,
        &[
            "C.CLEAR:\n    answer: choice-2\n",
            "C.NOT:\n    answer: choice-1\n",
            "C.MANY:\n    answer:\n    comment: |-\n      compliant\n      two\n",
            "C.SOME:\n    answer:\n    comment: partially_compliant\n",
        ],
    );
    assert_eq!(super::counted(&ledger, Fate::Lost, &matter::UNCLEAR), 2);
    assert!(
        ledger.lines(Lang::En).iter().any(|line| line.ends_with("(MANY, B4, SOME, B5)")),
        "{:?}",
        ledger.lines(Lang::En)
    );
}

#[test]
fn a_result_that_nobody_knows_is_kept_and_told() {
    let audit = "ref_id,compliance_result,observations\nGATE.01,hashed,\nGATE.02,yes,Seen\nHOUSE.01,not_applicable,\n";
    let (answers, ledger) = answered(LIBRARY, audit);
    has_all(
        &answers,
        &[
            "GATE.GATE-01:\n    answer:\n    comment: hashed\n",
            "GATE.GATE-02:\n    answer:\n    comment: |-\n      yes\n      Seen\n",
            "house.HOUSE-01:\n    answer: n/a\n",
        ],
    );
    let lines = ledger.lines(Lang::En);
    assert!(lines.iter().any(|line| line.ends_with("(hashed, GATE.01, B2, yes, GATE.02, B3)")), "{lines:?}");
}

#[test]
fn an_id_that_several_requirements_have_is_given_to_none_of_them() {
    let two = ["value: \"Yes\", compute_result: true", "value: \"No\", compute_result: false"];
    let library = chosen_of(&[("A.1", &two), ("A.1", &two), ("A.1.2", &two)]);
    let second = "urn:x:risk:req_node:f:a.1";
    let at = library.rfind(&format!("- urn: {second}\n")).unwrap();
    let library = format!("{}{}", &library[..at], library[at..].replacen(second, "urn:x:risk:req_node:f:other", 1));
    let (text, ledger) = brought_in(&library);
    has_all(&text, &["[A.1, urn:x:risk:req_node:f:a.1]", "[A.1, urn:x:risk:req_node:f:other]", "[A.1.2, "]);
    assert!(super::counted(&ledger, Fate::Mapped, &known::SAME_IDS) > 0, "{text}");
    let audit = "urn,ref_id,compliance_result\n,A.1,compliant\n,a.1,compliant\n,A.1.2,non_compliant\n\
                 urn:x:risk:req_node:f:other,A.1,compliant\n";
    let (answers, _) = answered(&library, audit);
    has_all(&answers, &["# A.1: compliant\n", "# a.1: compliant\n", "\n  C.A-1-2:\n    answer: choice-1\n"]);
    assert!(!answers.contains("C.A-1:"), "{answers}");
    assert!(answers.contains("C.A-1-2-2:\n    answer: choice-2\n"), "{answers}");
}

#[test]
fn what_a_library_says_and_we_cannot_keep_is_told() {
    let asked = "question: \"urn:someone:risk:req_node:yard:gate.03:question:2\", answers: ";
    let library = LIBRARY
        .replace("question:2\n            answers", "question:9\n            answers")
        .replace("text: Vilken", &format!("depends_on: {{{asked}[]}}\n          text: Vilken"))
        .replace("weight: 3", "weight: 2.5");
    let (text, ledger) = brought_in(&library);
    assert!(!text.contains("when:"), "{text}");
    assert_eq!(super::counted(&ledger, Fate::Read, &known::CONDITIONS), 2);
    let lines = ledger.lines(Lang::En);
    for end in ["2 (gate.03.question.3, gate.03.question.4)", "weights that are no whole numbers: 1 (GATE.01)"] {
        assert!(lines.iter().any(|line| line.ends_with(end)), "{end} {lines:?}");
    }
}

#[test]
fn the_format_is_known_by_what_is_in_a_file() {
    let fits = |name: &str, text: &str| fitting(&opened(name, text)).iter().any(|format| format.id == "ciso-assistant");
    assert!(fits("x.yaml", LIBRARY) && fits("x.csv", "a,b\nref_id,compliance_result\nG,compliant\n"));
    assert!(!fits("x.csv", "id,answer\na,yes\n") && !fits("x.yaml", "objects: {threats: []}\n"));
    let empty = "objects: {framework: {requirement_nodes: [{urn: a, assessable: false, name: A}]}}\n";
    let asked = (FORMAT.questionnaire)(&opened("x.yaml", empty), &SaidOfFile::default());
    assert_eq!(asked.unwrap_err().problem.code.id, "foreign-without-questions");
}
