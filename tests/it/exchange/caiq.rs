//! A CAIQ: its questions become a questionnaire, and what a vendor has answered in it comes in as claims.

use crate::exchange::made::{Cell, MadeSheet, workbook};
use crate::support::{Folder, Ran, duly};

const HEADS: [&str; 10] = [
    "Question ID",
    "Question",
    "CSP CAIQ Answer",
    "SSRM Control Ownership",
    "CSP Implementation Description\n(Optional/Recommended)",
    "CSC Responsibilities\n(Optional/Recommended)",
    "CCM Control ID",
    "CCM Control Specification",
    "CCM Control Title",
    "CCM Domain Title",
];

/// The questions of the made CAIQ, in our own words: the id, and what is asked.
const ASKED: [(&str, &str); 8] = [
    ("A&A-01.1", "Is there a written plan for audits?"),
    ("A&A-01.2", "Is that plan looked at once a year?"),
    ("CEK-03.1", "Is stored data encrypted?"),
    ("IAM-13.1", "Does each person have an account alone?"),
    ("IAM-14.1", "Is a second factor asked for?"),
    ("IAM-14.2", "Is the second factor safe against phishing?"),
    ("IVS-03.1", "Are networks watched and kept apart?"),
    ("LOG-08.1", "Do records say who did what?"),
];

/// What is filled in of a question: answer, ownership, description, what the customer does.
pub(super) type Filled = (&'static str, [&'static str; 4]);

pub(super) const FILLED: [Filled; 6] = [
    ("A&A-01.1", ["Yes", "CSP-owned", "Every autumn, by a firm from outside.", ""]),
    ("A&A-01.2", ["No", "CSP-owned", "", ""]),
    ("CEK-03.1", ["Yes", "CSC-owned", "", "Turn encryption on."]),
    ("IAM-13.1", ["yes ", "Shared CSP and CSC", "Accounts come from the customer's directory.", ""]),
    ("IAM-14.1", ["NA", "CSP-owned", "", ""]),
    ("IAM-14.2", ["We are looking into it", "CSP-owned", "Perhaps next year.", ""]),
];

/// A sheet of a CAIQ of this title, filled in like this.
fn sheet(title: &str, name: &str, asked: &[(&str, &str)], filled: &[Filled]) -> MadeSheet {
    let mut sheet = MadeSheet::new(name, &[&[title], &HEADS]);
    for (id, question) in asked {
        let said = filled.iter().find(|(of, _)| of == id).map_or([""; 4], |(_, said)| *said);
        let [answer, owner, description, customer] = said;
        let (control, number) = id.split_once('.').unwrap();
        let domain = format!("Domain {}", id.split('-').next().unwrap());
        let requirement = format!("What {control} asks of a provider.");
        let of_control = match number {
            "1" => [control, &requirement, "A control", &domain],
            _ => [""; 4], // made one with the cells above
        };
        let row = [[*id, question, answer, owner, description, customer].as_slice(), of_control.as_slice()].concat();
        sheet = sheet.row(&row);
        let last = sheet.rows.len();
        if number == "2" {
            sheet.merged.extend(["G", "H", "I", "J"].map(|column| format!("{column}{}:{column}{last}", last - 1)));
        }
    }
    sheet.row(&["End of the questionnaire"])
}

const TITLE: &str = "CONSENSUS ASSESSMENTS INITIATIVE QUESTIONNAIRE v4.0.3";

/// A CAIQ 4.0 that is filled in like this.
pub(super) fn caiq(filled: &[Filled]) -> Vec<u8> {
    let about =
        MadeSheet::new("Introduction", &[&["How to fill this in"], &["Answer every Question ID with Yes, No or NA."]]);
    workbook(&[about, sheet(TITLE, "CAIQv4.0.3", &ASKED, filled)])
}

/// A folder with an empty CAIQ, its questionnaire, and one that is filled in.
fn folder(filled: &[Filled]) -> Folder {
    let folder = Folder::new();
    folder.write("empty.xlsx", caiq(&[]));
    folder.write("filled.xlsx", caiq(filled));
    duly(&folder, &["import", "empty.xlsx", "--as", "questionnaire", "-o", "caiq.yaml"]).done();
    folder
}

fn answers(folder: &Folder, file: &str, vendor: &str, to: &str) -> Ran {
    duly(folder, &["import", file, "--questionnaire", "caiq.yaml", "--vendor", vendor, "-o", to])
}

#[test]
fn its_questions_become_a_questionnaire() {
    let folder = folder(&FILLED);
    let read = folder.read("caiq.yaml");
    for expected in [
        "id: caiq\nversion: 4.0.3\n",
        "  - id: A-A\n",
        "      - id: A-A-01-1\n        ask: Is there a written plan for audits?\n",
        "refs: {caiq: [A&A-01.2], csa-ccm: [A&A-01]}",
        "        good: What A&A-01 asks of a provider.\n",
        "        importance: medium\n",
        "        answer: yes-no\n",
    ] {
        assert!(read.contains(expected), "{expected}\n{read}");
    }
    assert_eq!(read.matches("good: What A&A-01 asks").count(), 2, "cells that are one speak for each row\n{read}");
    assert_eq!(read.matches("- id: IAM\n").count(), 1, "{read}");
    assert!(!read.contains("End of the questionnaire"), "{read}");
    assert_eq!(duly(&folder, &["check", "caiq.yaml"]).done().code, 0);
    let ran = duly(&folder, &["import", "filled.xlsx", "--as", "questionnaire", "-o", "again.yaml"]).done();
    assert!(ran.err.contains("questions: 8"), "{}", ran.err);
    assert!(ran.err.contains("medium"), "importance is said to be ours: {}", ran.err);
    let of =
        |name: &str| folder.read(name).lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    assert_eq!(of("caiq.yaml"), of("again.yaml"), "what is filled in changes no question");
}

#[test]
fn what_is_answered_in_it_comes_in_as_claims() {
    let folder = folder(&FILLED);
    let ran = answers(&folder, "filled.xlsx", "Brevduvan AB", "x.yaml");
    let read = folder.read("x.yaml");
    for expected in [
        "vendor: {name: Brevduvan AB}\n",
        "  A-A.A-A-01-1:\n    answer: yes\n    comment: Every autumn, by a firm from outside.\n",
        "  A-A.A-A-01-2: no\n",
        "  CEK.CEK-03-1:\n    answer: yes\n    comment: |-\n      SSRM Control Ownership: CSC-owned\n      \
         CSC Responsibilities: Turn encryption on.\n",
        "  IAM.IAM-13-1:\n    answer: yes\n    comment: |-\n      Accounts come from the customer's directory.\n      \
         SSRM Control Ownership: Shared CSP and CSC\n",
        "  IAM.IAM-14-1: n/a\n",
        "  IAM.IAM-14-2:\n    answer:\n    comment: |-\n      We are looking into it\n      Perhaps next year.\n",
    ] {
        assert!(read.contains(expected), "{expected}\n{read}");
    }
    assert!(!read.contains("CSP-owned") && !read.contains("LOG-08"), "{read}");
    assert!(ran.err.contains("customer") && ran.err.contains("(CEK-03.1)"), "never counted in silence: {}", ran.err);
    assert_eq!(duly(&folder, &["check", "x.yaml"]).code, 0);
    assert_eq!(duly(&folder, &["assess", "x.yaml", "--as-of", "2026-11-23"]).code, 0);
    answers(&folder, "filled.xlsx", "Brevduvan AB", "y.yaml");
    assert_eq!(read, folder.read("y.yaml"), "twice the same");
}

#[test]
fn two_vendors_compare() {
    let folder = folder(&FILLED);
    folder.write("other.xlsx", caiq(&[("A&A-01.1", ["No", "CSP-owned", "", ""]), ("CEK-03.1", ["Yes", "", "", ""])]));
    answers(&folder, "filled.xlsx", "Brevduvan AB", "a.yaml");
    answers(&folder, "other.xlsx", "Duvslaget AB", "b.yaml");
    let ran = duly(&folder, &["diff", "a.yaml", "b.yaml", "--as-of", "2026-11-23"]).done();
    assert!(ran.out.contains("A-A-01-1"), "{}", ran.out);
}

#[test]
fn further_sheets_count_and_an_id_that_stands_twice_counts_once() {
    let folder = folder(&FILLED);
    let more = [("TVM-06.1", "Do others try to break in?"), ("CEK-03.1", "Is stored data encrypted?")];
    let filled = [("TVM-06.1", ["No", "", "", ""]), ("CEK-03.1", ["No", "CSP-owned", "", ""])];
    let second = sheet("More questions", "Supplement", &more, &filled);
    folder.write("two.xlsx", workbook(&[sheet(TITLE, "CAIQv4.0.3", &ASKED, &FILLED), second]));
    let ran = duly(&folder, &["import", "two.xlsx", "--as", "questionnaire", "-o", "two.yaml"]).done();
    assert!(ran.err.contains("stand more than once") && ran.err.contains("(CEK-03.1)"), "{}", ran.err);
    let args = ["import", "two.xlsx", "--questionnaire", "two.yaml", "--vendor", "B", "-o", "x.yaml"];
    let ran = duly(&folder, &args);
    assert_eq!(ran.code, 2, "two answers to one question: {}", ran.err);
    assert!(ran.err.contains("answered-once-more") && ran.err.contains("sheet Supplement"), "{}", ran.err);
    let read = folder.read("x.yaml");
    assert!(read.contains("  TVM.TVM-06-1: no\n") && read.contains("  CEK.CEK-03-1:\n    # not understood"), "{read}");
    let hidden = MadeSheet { hidden: true, ..sheet(TITLE, "Old", &ASKED, &FILLED) };
    folder.write("hidden.xlsx", workbook(&[MadeSheet::new("Seen", &[&["nothing"]]), hidden]));
    let ran = duly(&folder, &["import", "hidden.xlsx", "--as", "questionnaire", "-o", "h.yaml"]);
    assert_ne!(ran.code, 0, "what nobody sees is no CAIQ: {}", ran.err);
}

#[test]
fn an_answer_without_a_result_is_named_and_open() {
    let folder = folder(&FILLED);
    let unsaved = sheet(TITLE, "CAIQv4.0.3", &ASKED, &FILLED).with(2, 2, Cell::Unsaved);
    folder.write("unsaved.xlsx", workbook(&[unsaved]));
    let ran = answers(&folder, "unsaved.xlsx", "B", "x.yaml");
    assert!(ran.err.contains("formulas without a result") && ran.err.contains("(A&A-01.1)"), "{}", ran.err);
    assert!(folder.read("x.yaml").contains("  A-A.A-A-01-1:\n    answer:\n"), "{}", folder.read("x.yaml"));
}

#[test]
fn another_edition_is_no_answer_to_this_one() {
    let folder = folder(&FILLED);
    let asked = [("IAM-13.1", "Is a second factor asked for?"), ("I&S-03.1", "Are networks watched?")];
    let filled = [("IAM-13.1", ["Yes", "CSP-owned", "", ""])];
    folder.write("newer.xlsx", workbook(&[sheet("CAIQ v4.1.0", "CAIQv4.1", &asked, &filled)]));
    let ran = answers(&folder, "newer.xlsx", "B", "x.yaml");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error[other-caiq]"), "{}", ran.err);
    assert!(!folder.at("x.yaml").exists());
    let asked = [("IAM-14.1", "Is something else asked for?")];
    folder.write(
        "reworded.xlsx",
        workbook(&[sheet("CAIQ v4.0", "CAIQv4", &asked, &[("IAM-14.1", ["Yes", "", "", ""])])]),
    );
    let ran = answers(&folder, "reworded.xlsx", "B", "y.yaml");
    assert!(ran.err.contains("in other words") && ran.err.contains("(IAM-14.1)"), "{}", ran.err);
}

#[test]
fn the_caiq_of_ai_has_its_own_name_and_its_own_controls() {
    let folder = Folder::new();
    let mut sheet = sheet("AI-CAIQ v1.1", "AI-CAIQ", &ASKED, &FILLED);
    sheet.rows[1][2] = Cell::from("Service Provider AI-CAIQ Answer");
    sheet.rows[1][4] = Cell::from("Service Provider Implementation Description");
    sheet.rows[1][5] = Cell::from("Service Customer Responsibilities");
    folder.write("ai.xlsx", workbook(&[sheet]));
    duly(&folder, &["import", "ai.xlsx", "--as", "questionnaire", "-o", "ai.yaml"]).done();
    let read = folder.read("ai.yaml");
    assert!(read.contains("id: ai-caiq\nversion: 1.1.0\n") && read.contains("csa-aicm: [IAM-14]"), "{read}");
    assert!(!read.contains("csa-ccm"), "{read}");
    duly(&folder, &["check", "ai.yaml"]).done();
    let args = ["import", "ai.xlsx", "--questionnaire", "ai.yaml", "--vendor", "B", "-o", "x.yaml"];
    let ran = duly(&folder, &args);
    assert!(
        folder.read("x.yaml").contains("Service Customer Responsibilities: Turn"),
        "{}{}",
        ran.err,
        folder.read("x.yaml")
    );
}

#[test]
fn an_answer_is_found_however_far_down_it_stands() {
    let folder = folder(&FILLED);
    let mut long = sheet(TITLE, "CAIQv4.0.3", &ASKED[..4], &FILLED);
    for _ in 0..5100 {
        long = long.row(&["A&A-01.1", "Is there a written plan for audits?"]);
    }
    folder.write("long.xlsx", workbook(&[long.row(&["IAM-14.1", "Is a second factor asked for?", "No"])]));
    answers(&folder, "long.xlsx", "B", "x.yaml");
    assert!(folder.read("x.yaml").contains("  IAM.IAM-14-1: no\n"), "{}", folder.read("x.yaml"));
}

#[test]
fn an_answer_under_an_id_that_only_looks_like_one_is_told() {
    let folder = folder(&FILLED);
    let sly = sheet(TITLE, "CAIQv4.0.3", &ASKED[..3], &FILLED)
        .row(&["I\u{410}M-13.1", "Does each person have an account alone?", "No"])
        .row(&["I\u{200b}AM-14.1", "Is a second factor asked for?", "", "", "Not yet."])
        .row(&["IVS\u{2013}03.1", "Are networks watched and kept apart?", "No"])
        .row(&["A note below the questions", "that answers nothing"])
        .row(&HEADS);
    folder.write("sly.xlsx", workbook(&[sly]));
    let ran = answers(&folder, "sly.xlsx", "B", "x.yaml");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(ran.err.matches("[answers-no-question]").count(), 2, "{}", ran.err);
    assert!(folder.read("x.yaml").contains("  IVS.IVS-03-1: no\n"), "a dash is a dash: {}", folder.read("x.yaml"));
}

#[test]
fn whose_business_it_is_gives_no_reason_for_not_applicable() {
    let filled = [
        ("A&A-01.1", ["NA", "Shared CSP and CSC", "", "-"]),
        ("CEK-03.1", ["NA", "CSC-owned", "", "N/A"]),
        ("IAM-13.1", ["NA", "Shared CSP and CSC", "We hold no accounts.", ""]),
    ];
    let folder = folder(&filled);
    answers(&folder, "filled.xlsx", "B", "x.yaml");
    let read = folder.read("x.yaml");
    assert!(read.contains("A-A-01-1: n/a\n") && read.contains("CEK-03-1: n/a\n"), "{read}");
    assert!(read.contains("We hold no accounts.\n      SSRM Control Ownership: Shared"), "{read}");
}

#[test]
fn what_the_customer_has_to_do_is_told_in_whatever_words() {
    let words =
        ["Customer-owned", "CSC", "Cloud Service Customer", "csc_owned", "CSC\u{2013}owned", "CSC-owned (see shared)"];
    for owner in words {
        let folder = folder(&[("CEK-03.1", ["Yes", owner, "", ""])]);
        let ran = answers(&folder, "filled.xlsx", "B", "x.yaml");
        assert!(
            ran.err.contains("what the customer has to do") && ran.err.contains("(CEK-03.1)"),
            "{owner}: {}",
            ran.err
        );
    }
    for owner in ["Shared CSP and CSC", "CSP-owned", "Provider and customer", "Shared (customer)", "Third party"] {
        let folder = folder(&[("CEK-03.1", ["Yes", owner, "", ""])]);
        let ran = answers(&folder, "filled.xlsx", "B", "x.yaml");
        assert!(!ran.err.contains("what the customer has to do"), "{owner}: {}", ran.err);
    }
}

#[test]
fn the_title_and_the_name_of_the_sheet_tell_the_edition_too() {
    let folder = folder(&FILLED);
    for (title, name) in [("CAIQ v4.1.0", "Sheet1"), (TITLE, "CAIQv4.1")] {
        folder.write("newer.xlsx", workbook(&[sheet(title, name, &ASKED[..5], &FILLED)]));
        let ran = answers(&folder, "newer.xlsx", "B", "x.yaml");
        assert!(ran.err.contains("error[other-caiq]"), "{title}, {name}: {}", ran.err);
    }
}

#[test]
fn what_nobody_sees_and_what_is_there_twice_is_told() {
    let folder = folder(&FILLED);
    let unseen = MadeSheet { unseen: vec![2], ..sheet(TITLE, "CAIQv4.0.3", &ASKED, &FILLED) };
    let unseen = unseen.with(1, 10, Cell::from("CSP  CAIQ answer")).with(3, 1, Cell::Empty);
    folder.write("unseen.xlsx", workbook(&[unseen]));
    let ran = answers(&folder, "unseen.xlsx", "B", "x.yaml");
    assert!(ran.err.contains("rows that are hidden and were read: 1 (A&A-01.1)"), "{}", ran.err);
    assert!(
        ran.err.contains("further columns under the head of the answers") && ran.err.contains("(K)"),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("in other words") && ran.err.contains("(A&A-01.2)"), "no words are others: {}", ran.err);
    let ran = answers(&folder, "filled.xlsx", "B", "y.yaml");
    for told in ["hidden", "further columns", "in other words"] {
        assert!(!ran.err.contains(told), "{told}: {}", ran.err);
    }
}
