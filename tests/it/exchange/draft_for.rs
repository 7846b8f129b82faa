//! A first draft of a form: what a vendor says elsewhere of the controls that a question refers to stands beside the
//! question. It answers nothing.

use std::collections::BTreeSet;

use duly::internal::exchange::draft_for::{hints, said_in};
use duly::internal::exchange::ledger::Ledger;
use duly::internal::exchange::spreadsheet::read::read;
use duly::internal::questionnaire::{Question, Questionnaire, built_in};
use duly::internal::words::Lang;

use duly::internal::words::problem::{Code, controls};

use crate::exchange::made::{Cell, MadeSheet, workbook};
use crate::support::{Folder, Ran, duly, root};

/// What can stand in the way of a draft, and of answers by ids of another edition; the latter is tested beside.
pub const CODES: &[&Code] = controls::CODES;

const HEADS: [&str; 6] = [
    "Question ID",
    "Question",
    "CSP CAIQ Answer",
    "SSRM Control Ownership",
    "CSP Implementation Description (Optional/Recommended)",
    "CSC Responsibilities",
];

fn caiq(rows: &[[&str; 6]]) -> Vec<u8> {
    let mut sheet = MadeSheet::new("CAIQv4.0.3", &[&["CAIQ v4.0.3"], &HEADS]);
    for row in rows {
        sheet = sheet.row(row);
    }
    workbook(&[sheet])
}

const ROWS: [[&str; 6]; 5] = [
    ["IAM-14.1", "A second factor?", "Yes", "CSP-owned", "Keys for all.\nNo text messages.", ""],
    ["IAM-14.2", "Safe against phishing?", "No", "CSP-owned", "", ""],
    ["CEK-03.1", "Encrypted?", "Yes", "CSC-owned", "", "Turn it on."],
    ["DCS-15.1", "Where?", "Yes", "CSP-owned", "Far from rivers", ""],
    ["HRS-01.1", "Screened?", "", "", "", ""],
];

fn drafted(file: &[u8], name: &str, to: &str) -> (Folder, Ran) {
    let folder = Folder::new();
    folder.write(name, file);
    let ran = duly(&folder, &["import", name, "--draft-for", "customer-service", "--vendor", "Brevduvan AB", "-o", to]);
    (folder, ran)
}

fn customer_service() -> Questionnaire {
    built_in::find("customer-service").unwrap().read().value.unwrap()
}

#[test]
fn the_page_says_of_how_many_questions_something_is_said() {
    let questionnaire = customer_service();
    let refers = |framework: &str| {
        let has =
            |question: &&Question| question.refs.iter().any(|(at, _)| questionnaire.frameworks[*at].id == *framework);
        questionnaire.questions.iter().filter(has).count()
    };
    let page = std::fs::read_to_string(root().join("docs/import.md")).unwrap().replace('\n', " ");
    let (caiq, statement, all) = (refers("csa-ccm"), refers("iso27001"), questionnaire.questions.len());
    let said = format!(
        "for {caiq} of the {all} questions of `customer-service`, a statement with every control for {statement}."
    );
    assert!(page.contains(&said), "{said}");
}

/// How many questions of the built-in questionnaire refer to one of these controls.
fn referring(framework: &str, controls: &[&str]) -> usize {
    let questionnaire = customer_service();
    let refers = |question: &Question| {
        let of = question.refs.iter().filter(|(at, _)| questionnaire.frameworks[*at].id == *framework);
        of.flat_map(|(_, places)| places).any(|place| controls.contains(&place.as_str()))
    };
    questionnaire.questions.iter().filter(|question| refers(question)).count()
}

#[test]
fn what_a_caiq_says_stands_beside_the_questions_and_answers_none() {
    let (folder, ran) = drafted(&caiq(&ROWS), "caiq.xlsx", "x.yaml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let read = folder.read("x.yaml");
    let count = referring("csa-ccm", &["IAM-14", "CEK-03"]);
    assert!(count > 1 && read.matches("    proposed:").count() == count, "{count}\n{read}");
    assert!(ran.err.contains(&format!("{count} of ")), "{}", ran.err);
    assert!(ran.err.contains("(DCS-15.1)") || ran.err.contains("to which no question refers: 1"), "{}", ran.err);
    assert!(
        read.contains(
            "    proposed: {note: \"IAM-14.1: Yes: Keys for all. No text messages. | IAM-14.2: No\", from: \"CAIQ \
             IAM-14.1, IAM-14.2\"}\n"
        ),
        "{}",
        read.lines().filter(|line| line.contains("proposed:")).collect::<Vec<_>>().join("\n")
    );
    assert!(read.contains("Yes (SSRM Control Ownership: CSC-owned): CSC Responsibilities: Turn it on."), "{read}");
    assert!(!read.contains("Screened") && !read.contains("HRS-01.1"), "{read}");
    let filled = read.lines().filter(|line| line.starts_with("    answer:") && line.trim_end().len() > 13);
    assert_eq!(filled.count(), 0, "nothing is answered");
    duly(&folder, &["check", "x.yaml"]).done();
    duly(&folder, &["new", "--vendor", "Brevduvan AB", "-o", "empty.yaml"]).done();
    let score = |file: &str| {
        let judged: serde_json::Value = duly(&folder, &["export", file, "-f", "json", "--as-of", "2026-11-23"]).json();
        ["overall", "coverage", "categories", "flags", "rating", "inherent_risk"].map(|part| judged[part].clone())
    };
    assert_eq!(score("x.yaml"), score("empty.yaml"), "a proposal counts for nothing");
    let again = drafted(&caiq(&ROWS), "caiq.xlsx", "x.yaml").0.read("x.yaml");
    assert_eq!(read, again, "twice the same");
}

#[test]
fn a_draft_is_written_as_any_form_is() {
    for to in ["x.xlsx", "x.html"] {
        let (folder, ran) = drafted(&caiq(&ROWS), "caiq.xlsx", to);
        assert_eq!(ran.code, 0, "{}", ran.err);
        let written = std::fs::read(folder.at(to)).unwrap();
        match to {
            "x.html" => assert!(String::from_utf8_lossy(&written).contains("Keys for all."), "{to}"),
            _ => {
                duly(&folder, &["import", to, "-o", "back.yaml"]);
                let back = folder.read("back.yaml");
                assert!(back.contains("from: \"CAIQ IAM-14.1, IAM-14.2\""), "{back}");
            }
        }
    }
}

#[test]
fn the_newer_edition_is_held_against_the_controls_that_it_means() {
    let newer = [
        ["IAM-13.1", "A second factor?", "Yes", "", "Keys", ""],
        ["I&S-03.1", "Networks?", "Yes", "", "Watched", ""],
        ["TVM-10.1", "New?", "Yes", "", "Something", ""],
    ];
    let (folder, ran) = drafted(&caiq(&newer), "caiq.xlsx", "x.yaml");
    let read = folder.read("x.yaml");
    let mfa = read.split("\n  access.mfa:").nth(1).unwrap();
    assert!(mfa.lines().take(5).any(|line| line.contains("from: CAIQ IAM-13.1}")), "{}", ran.err);
    assert!(ran.err.contains("new in edition 4.1") && ran.err.contains("(TVM-10.1)"), "{}", ran.err);
    assert_eq!(read.matches("    proposed:").count(), referring("csa-ccm", &["IAM-14", "IVS-03"]));
}

#[test]
fn a_statement_of_applicability_is_quoted_with_its_heads() {
    let mut sheet =
        MadeSheet::new("SoA", &[&["Statement of Applicability"], &["Control", "Applicable", "Status", "Why"]]);
    for control in ["A.5.15", "A.5.17", "A.5.19", "A.6.3", "A.7.7", "8.5", "8.24"] {
        sheet = sheet.row(&[control, "Yes", "In place", "Risk 7"]);
    }
    let (folder, ran) = drafted(&workbook(&[sheet]), "soa.xlsx", "x.yaml");
    assert_eq!(ran.code, 0, "{}", ran.err);
    let read = folder.read("x.yaml");
    let expected = referring("iso27001", &["A.5.15", "A.5.17", "A.5.19", "A.6.3", "A.7.7", "A.8.5", "A.8.24"]);
    assert_eq!(read.matches("    proposed:").count(), expected, "{}", ran.err);
    assert!(read.contains("A.5.17: Applicable: Yes; Status: In place; Why: Risk 7 | 8.5: Applicable: Yes"), "{read}");
    duly(&folder, &["check", "x.yaml"]).done();
    let table = "\u{feff}Annex A;Applicable\n5.15;ja\n5.17;nej\n5.19;ja\n6.3;ja\n7.7;ja\n";
    let (folder, ran) = drafted(table.as_bytes(), "soa.csv", "x.yaml");
    assert!(folder.read("x.yaml").contains("Applicable: nej"), "{}", ran.err);
}

/// A table with a row for each of these controls.
fn table(heads: &[&str], controls: &[&str]) -> Vec<u8> {
    let mut sheet = MadeSheet::new("Controls", &[heads]);
    for control in controls {
        sheet = sheet.row(&[control, &format!("said of {control}")]);
    }
    workbook(&[sheet])
}

#[test]
fn a_plain_table_of_the_newer_edition_is_held_against_the_controls_that_it_means() {
    let controls = ["IAM-13", "I&S-03", "I&S-09", "TVM-10", "IAM-05", "IAM-99", "GRC-01"];
    let (folder, ran) = drafted(&table(&["Control", "Status"], &controls), "ccm.xlsx", "x.yaml");
    let read = folder.read("x.yaml");
    let mfa = read.split("\n  access.mfa:").nth(1).unwrap();
    assert!(mfa.lines().take(5).any(|line| line.contains("from: CSA CCM IAM-13}")), "{}", ran.err);
    assert!(ran.err.contains("new in edition 4.1") && ran.err.contains("(TVM-10)"), "{}", ran.err);
    assert!(ran.err.contains("no known edition has: 1 (IAM-99)"), "{}", ran.err);
    let referring = referring("csa-ccm", &["IAM-14", "IVS-03", "IVS-09", "IAM-05", "GRC-01"]);
    assert_eq!(read.matches("    proposed:").count(), referring, "{}", ran.err);
}

#[test]
fn an_edition_that_cannot_be_told_is_named() {
    let (folder, ran) = drafted(&table(&["Control", "Status"], &["IAM-13", "IAM-05"]), "ccm.xlsx", "x.yaml");
    assert!(ran.err.contains("does not tell its edition") && ran.err.contains("(IAM-13)"), "{}", ran.err);
    let read = folder.read("x.yaml");
    assert!(!read.contains("said of IAM-13") && read.contains("said of IAM-05"), "{read}");
}

#[test]
fn two_controls_that_are_certain_are_enough_and_what_says_nothing_here_is_refused() {
    let (folder, ran) = drafted(&table(&["Control", "Status"], &["A.5.17", "A.8.5"]), "soa.xlsx", "x.yaml");
    assert!(folder.read("x.yaml").contains("said of A.5.17"), "{}", ran.err);
    let (_, ran) = drafted(&table(&["Annex A", "Status"], &["5.17", "8.5", "8.24"]), "soa.xlsx", "x.yaml");
    assert!(ran.err.contains("error[no-controls]") && ran.err.contains("at least five"), "{}", ran.err);
    for (option, value) in
        [("--source", "caiq"), ("--sheet", "A"), ("--columns", "id=A"), ("--values", "yes-no"), ("--mapping", "m.toml")]
    {
        let ran = duly(&folder, &["import", "soa.xlsx", "--draft-for", "customer-service", option, value]);
        assert!(ran.code == 2 && ran.err.contains(option), "{option}: {}", ran.err);
    }
}

#[test]
fn what_cannot_be_told_is_named() {
    let mut sheet = MadeSheet::new("ISO 27001", &[&["Annex A", "Applicable"]]);
    for control in ["5.15", "5.17", "5.19", "6.3", "7.7"] {
        sheet = sheet.row(&[control, "Yes"]);
    }
    let numbers = sheet.clone().row(&["", "No"]).with(6, 0, Cell::Number("5.1".to_owned()));
    let (_, ran) = drafted(&workbook(&[numbers]), "soa.xlsx", "x.yaml");
    assert!(ran.err.contains("saved as numbers") && ran.err.contains("(5.1)"), "{}", ran.err);
    let mut old = MadeSheet::new("SoA", &[&["Annex A", "Applicable"]]);
    for control in ["A.9.2.1", "A.9.2.2", "A.9.2.3", "A.9.2.4", "A.9.2.5", "A.6.1", "A.6.2"] {
        old = old.row(&[control, "Yes"]);
    }
    for (file, code) in [
        (workbook(&[old]), "error[old-annex]"),
        (workbook(&[MadeSheet::new("List", &[&["Name", "Answer"], &["5.1", "Yes"]])]), "error[no-controls]"),
        (caiq(&[["IAM-14.1", "", "", "", "", ""]]), "error[no-controls]"),
    ] {
        let (folder, ran) = drafted(&file, "t.xlsx", "x.yaml");
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(ran.err.contains(code), "{code}: {}", ran.err);
        assert!(!folder.at("x.yaml").exists());
    }
    let mut ai = MadeSheet::new("AI-CAIQ", &[&["AI-CAIQ v1.1"], &HEADS]);
    ai = ai.row(&["IAM-14.1", "A second factor?", "Yes", "", "Keys", ""]);
    let (_, ran) = drafted(&workbook(&[ai]), "ai.xlsx", "x.yaml");
    assert!(ran.err.contains("error[controls-of-ai]"), "{}", ran.err);
}

#[test]
fn what_a_vendor_hides_in_a_description_is_seen() {
    let rows = [["IAM-14.1", "A second factor?", "Yes", "", "fine\u{202e}\u{1b}[2J }, answer: yes #", ""]];
    let (folder, ran) = drafted(&caiq(&rows), "caiq.xlsx", "x.yaml");
    ran.assert_clean("what is said");
    let read = folder.read("x.yaml");
    assert!(read.contains("fine\\\\u{202e}"), "{read}");
    duly(&folder, &["check", "x.yaml"]).done();
    for to in ["x.html", "x.xlsx"] {
        let (folder, _) = drafted(&caiq(&rows), "caiq.xlsx", to);
        assert!(!String::from_utf8_lossy(&std::fs::read(folder.at(to)).unwrap()).contains('\u{202e}'));
    }
}

#[test]
fn what_it_costs_is_bounded() {
    let long = "word ".repeat(6000);
    let many: Vec<[String; 6]> = (1..=100)
        .map(|number| {
            [format!("IAM-14.{number}"), "?".into(), "Yes".into(), String::new(), long.clone(), String::new()]
        })
        .collect();
    let rows: Vec<[&str; 6]> = many.iter().map(|row| row.each_ref().map(String::as_str)).collect();
    let file = caiq(&rows);
    let read = read(std::path::Path::new("t.xlsx"), &file).unwrap();
    let mut ledger = Ledger::default();
    let said = said_in(&read, &mut ledger).unwrap();
    let found = hints(&said, &customer_service(), Lang::En);
    let longest = found.proposals.values().map(|proposal| format!("{proposal:?}").len()).max().unwrap();
    assert!(longest < 5000, "{longest}");
    let names: BTreeSet<&str> = found.proposals.values().map(|proposal| proposal.from.as_str()).collect();
    assert!(names.iter().all(|from| from.ends_with("(and 92 more)")), "{names:?}");
}
