//! A HECVAT: our own copy becomes a questionnaire with the values of its key, and what a vendor sends back gives
//! answers and nothing else.

use crate::exchange::made::{Cell, MadeSheet, workbook};
use crate::support::{Folder, Ran, duly};

const HEADS: [&str; 4] = ["", "Answer", "Additional Information", "Guidance"];

/// A section as the sheets of version 4 have it: its title, and its questions.
type Section = (&'static str, &'static [(&'static str, &'static str)]);

const GENERAL: Section = ("General", &[("GNRL-01", "Provider Name"), ("GNRL-02", "Solution Name")]);
const GATES: Section = (
    "Needed from all",
    &[
        ("REQU-01", "Is it a product in the cloud?"),
        ("REQU-05", "Is there data about health in it?"),
        ("REQU-08", "Does it hold personal data?"),
    ],
);
const PAPERS: Section = ("Papers", &[("DOCU-01", "Is there a plan for bad days?"), ("DOCU-02", "Is it tried out?")]);
const ACCESS: Section =
    ("Access", &[("AAAI-01", "Is there single sign-on?"), ("AAAI-02", "Are passwords kept readable?")]);
const DATA: Section = ("Data", &[("DATA-01", "Is data encrypted on its way?")]);
const HEALTH: Section = ("HIPAA", &[("HIPA-01", "Are people trained?")]);
const PRIVACY: Section =
    ("Privacy", &[("PDAT-01", "Is there a register of what is held?"), ("PDAT-02", "Who looks after it?")]);

/// The key: which answer is wanted, and how much it counts.
pub(super) type Key = [(&'static str, &'static str, &'static str); 10];

pub(super) const KEY: Key = [
    ("GNRL-01", "Not scored", ""),
    ("REQU-01", "Not scored", ""),
    ("DOCU-01", "Yes", "Critical Importance"),
    ("DOCU-02", "Yes", "Standard Importance"),
    ("AAAI-01", "Yes", "Critical Importance"),
    ("AAAI-02", "No", "Critical Importance"),
    ("DATA-01", "Yes", "Minor Importance"),
    ("HIPA-01", "Yes", "Standard Importance"),
    ("PDAT-01", "Yes", "Standard Importance"),
    ("PDAT-02", "Not scored", ""),
];

/// What a vendor writes: the id, the answer, and what it adds.
pub(super) type Filled = (&'static str, &'static str, &'static str);

pub(super) const FILLED: [Filled; 11] = [
    ("GNRL-01", "Brevduvan AB", ""),
    ("GNRL-02", "Newsletters", ""),
    ("REQU-01", "Yes", ""),
    ("REQU-05", "No", ""),
    ("REQU-08", "Yes", "Addresses of readers."),
    ("DOCU-01", "Yes", "Written in May."),
    ("DOCU-02", "We try some of it", ""),
    ("AAAI-01", "No", ""),
    ("AAAI-02", "No", "Only salted hashes."),
    ("HIPA-01", "N/A", ""),
    ("PDAT-02", "The office manager", ""),
];

fn vendor_sheet(name: &str, sections: &[Section], filled: &[Filled]) -> MadeSheet {
    let mut sheet = MadeSheet::new(name, &[&["HECVAT", "", "Version 4.1.4"], &["Fill in what is white."]]);
    for (title, asked) in sections {
        sheet = sheet.row(&[title, HEADS[0], HEADS[1], HEADS[2], HEADS[3]]);
        for (id, question) in *asked {
            let (_, answer, more) = filled.iter().find(|(of, ..)| of == id).unwrap_or(&("", "", ""));
            sheet = sheet.row(&[id, question, answer, more, if *id == "DOCU-01" { "Name its owner." } else { "" }]);
        }
    }
    sheet
}

/// Takes the answers of a sheet over from another, as formulas over empty cells show them.
fn repeated(mut sheet: MadeSheet, ids: &[&str]) -> MadeSheet {
    for row in &mut sheet.rows {
        if let Some(Cell::Words(id)) = row.first().cloned().filter(|_| row.len() > 3)
            && ids.contains(&id.as_str())
        {
            row[2] = Cell::Result("0".to_owned());
        }
    }
    sheet
}

fn key_sheet(key: &Key) -> MadeSheet {
    let heads = [
        "ID",
        "Question",
        "Reason for Question",
        "Compliant Response",
        "Override",
        "Default Importance",
        "Default Weight",
    ];
    let mut sheet = MadeSheet::new("Questions", &[&["All questions"], &heads]).hidden();
    for (id, wants, importance) in key {
        sheet = sheet.row(&[id, "", "Because.", wants, "", importance, "20"]);
    }
    sheet
}

/// A sheet on which the buyer works: it repeats the ids, and its formulas show the vendor's answers.
fn our_sheet() -> MadeSheet {
    let heads = ["ID", "Question", "Answer", "Additional Information", "Compliant?", "Importance Override"];
    let sheet = MadeSheet::new("Institution Evaluation", &[&heads]);
    sheet
        .row(&["DOCU-01", "Is there a plan for bad days?", "Maybe", "", "No", ""])
        .row(&["DOCU-02", "", "No", "", "", ""])
}

/// A HECVAT 4 that is filled in like this, with this key.
pub(super) fn hecvat(filled: &[Filled], key: &Key) -> Vec<u8> {
    let start = vendor_sheet("START HERE", &[GENERAL, GATES], filled);
    let organization = repeated(vendor_sheet("Organization", &[GENERAL, PAPERS], filled), &["GNRL-01", "GNRL-02"]);
    let product = vendor_sheet("Product", &[ACCESS, DATA], filled);
    let cases = vendor_sheet("Case-Specific", &[HEALTH], filled);
    let privacy = vendor_sheet("Privacy", &[PRIVACY, DATA], filled);
    workbook(&[start, organization, product, cases, privacy, our_sheet(), key_sheet(key)])
}

fn folder(filled: &[Filled]) -> Folder {
    let folder = Folder::new();
    folder.write("ours.xlsx", hecvat(&[], &KEY));
    folder.write("theirs.xlsx", hecvat(filled, &KEY));
    duly(&folder, &["import", "ours.xlsx", "--as", "questionnaire", "-o", "hecvat.yaml"]).done();
    folder
}

fn answers(folder: &Folder, file: &str, to: &str) -> Ran {
    duly(folder, &["import", file, "--questionnaire", "hecvat.yaml", "-o", to])
}

#[test]
fn our_copy_becomes_a_questionnaire_with_its_key() {
    let folder = folder(&FILLED);
    let read = folder.read("hecvat.yaml");
    for expected in [
        "id: hecvat\nversion: 4.1.4\n",
        "  - id: AAAI\n    title: Access\n",
        "      - id: DOCU-01\n        ask: Is there a plan for bad days?\n        help: Name its owner.\n        \
         importance: critical\n        answer: yes-no\n",
        "      - id: DOCU-02\n        ask: Is it tried out?\n        importance: medium\n",
        "            - {id: \"yes\", label: \"Yes\", value: 0}\n            - {id: \"no\", label: \"No\", value: 100}\n",
        "      - id: GNRL-01\n        ask: Provider Name\n        importance: info\n        answer: text\n",
        "      - id: REQU-05\n        ask: Is there data about health in it?\n        importance: info\n        \
         answer: yes-no\n",
        "        when: {HIPA-gate}\n",
    ] {
        let expected = expected.replace("{HIPA-gate}", "{REQU.REQU-05: [\"yes\"]}");
        assert!(read.contains(&expected), "{expected}\n{read}");
    }
    let of = |id: &str| read.split("      - id: ").find(|part| part.starts_with(&format!("{id}\n"))).unwrap();
    assert!(of("AAAI-01").contains("when: {REQU.REQU-01: [\"yes\"]}"), "{}", of("AAAI-01"));
    assert!(of("PDAT-01").contains("when: {REQU.REQU-08: [\"yes\"]}"), "{}", of("PDAT-01"));
    assert!(of("DATA-01").contains("any:") && of("DATA-01").contains("REQU-08"), "on two sheets: {}", of("DATA-01"));
    assert!(!of("DOCU-01").contains("when") && !of("GNRL-01").contains("when"), "{read}");
    assert_eq!(read.matches("- id: DATA-01\n").count(), 1, "{read}");
    duly(&folder, &["check", "hecvat.yaml"]).done();
}

#[test]
fn what_a_vendor_sends_back_gives_answers() {
    let folder = folder(&FILLED);
    let ran = answers(&folder, "theirs.xlsx", "x.yaml");
    let read = folder.read("x.yaml");
    for expected in [
        "vendor: {name: Brevduvan AB}\nservice: Newsletters\n",
        "  GNRL.GNRL-01: Brevduvan AB\n",
        "  REQU.REQU-05: no\n",
        "  REQU.REQU-08:\n    answer: yes\n    comment: Addresses of readers.\n",
        "  DOCU.DOCU-02:\n    answer:\n    comment: We try some of it\n",
        "  AAAI.AAAI-02:\n    answer: no\n    comment: Only salted hashes.\n",
        "  PDAT.PDAT-02: The office manager\n",
    ] {
        assert!(read.contains(expected), "{expected}\n{}\n{read}", ran.err);
    }
    assert!(!read.contains("HIPA") && ran.err.contains("not asked of this vendor"), "{}\n{read}", ran.err);
    assert!(!read.contains("Maybe"), "a sheet of the buyer's is none of the vendor's: {read}");
    duly(&folder, &["check", "x.yaml"]).done();
    let assessed = duly(&folder, &["assess", "x.yaml", "--as-of", "2026-11-23"]);
    assert_eq!(assessed.code, 0, "{}", assessed.err);
    answers(&folder, "theirs.xlsx", "y.yaml");
    assert_eq!(read, folder.read("y.yaml"), "twice the same");
}

#[test]
fn no_row_of_a_vendor_hides_a_sheet_and_what_is_left_out_is_named() {
    let folder = folder(&FILLED);
    let start = || vendor_sheet("START HERE", &[GENERAL, GATES, PAPERS, HEALTH], &FILLED);
    let product = || vendor_sheet("Product", &[ACCESS, DATA, PRIVACY], &FILLED);
    let note = ["Note", "see below", "Weight of our answers"];
    for (name, product) in [
        ("below", product().row(&note)),
        ("above", {
            let mut sheet = product();
            sheet.rows.insert(0, note.map(Cell::from).to_vec());
            sheet
        }),
    ] {
        folder.write("noted.xlsx", workbook(&[start(), product]));
        let ran = answers(&folder, "noted.xlsx", &format!("{name}.yaml"));
        let read = folder.read(&format!("{name}.yaml"));
        assert!(read.contains("  AAAI.AAAI-01: no\n"), "{name}: {}\n{read}", ran.err);
        assert!(!ran.err.contains("nothing was read"), "{}", ran.err);
    }
    let mut hidden = product();
    hidden.rows.insert(3, note.map(Cell::from).to_vec());
    folder.write("noted.xlsx", workbook(&[start(), hidden, our_sheet()]));
    let ran = answers(&folder, "noted.xlsx", "hidden.yaml");
    assert!(ran.err.contains("of which nothing was read: 2 (Product, Institution Evaluation)"), "{}", ran.err);
}

/// The key of a vendor who would like to look better: all that is answered is good, and nothing else counts.
const BENT: Key = [
    ("GNRL-01", "Yes", "Critical Importance"),
    ("REQU-01", "Yes", "Critical Importance"),
    ("DOCU-01", "Yes", "Critical Importance"),
    ("DOCU-02", "Not scored", ""),
    ("AAAI-01", "No", "Critical Importance"),
    ("AAAI-02", "No", "Minor Importance"),
    ("DATA-01", "Not scored", ""),
    ("HIPA-01", "Not scored", ""),
    ("PDAT-01", "Not scored", ""),
    ("PDAT-02", "Yes", "Critical Importance"),
];

#[test]
fn the_key_of_a_returned_file_changes_nothing() {
    let folder = folder(&FILLED);
    folder.write("bent.xlsx", hecvat(&FILLED, &BENT));
    assert_ne!(std::fs::read(folder.at("bent.xlsx")).unwrap(), std::fs::read(folder.at("theirs.xlsx")).unwrap());
    answers(&folder, "theirs.xlsx", "x.yaml");
    answers(&folder, "bent.xlsx", "y.yaml");
    assert_eq!(folder.read("x.yaml"), folder.read("y.yaml"));
    let judged = |file: &str| duly(&folder, &["export", file, "-f", "json", "--as-of", "2026-11-23"]).done().out;
    let nameless = |file: &str| judged(file).replace(file, "").replace(&format!("\"{}\"", &file[..1]), "");
    assert_eq!(nameless("x.yaml"), nameless("y.yaml"));
}

#[test]
fn an_answer_that_differs_on_another_sheet_is_told_and_the_first_counts() {
    let folder = folder(&FILLED);
    let start = vendor_sheet("START HERE", &[GENERAL, GATES], &FILLED);
    let privacy = vendor_sheet("Privacy", &[GATES, PAPERS, DATA, ACCESS], &[("REQU-08", "No", "")]);
    folder.write("two.xlsx", workbook(&[start, privacy]));
    let ran = answers(&folder, "two.xlsx", "x.yaml");
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("answered-once-more") && ran.err.contains("sheet Privacy"), "{}", ran.err);
    let kept = "  REQU.REQU-08:\n    # not understood (two.xlsx, sheet Privacy, A6): no\n    answer: yes\n";
    assert!(folder.read("x.yaml").contains(kept), "{}", folder.read("x.yaml"));
}

#[test]
fn a_formula_over_an_empty_cell_is_empty_and_one_without_a_result_is_named() {
    let folder = folder(&FILLED);
    let start = vendor_sheet("START HERE", &[GENERAL, GATES], &FILLED);
    let mut papers = vendor_sheet("Organization", &[PAPERS, ACCESS, DATA], &[]);
    papers =
        papers.with(3, 2, Cell::Result("0".to_owned())).with(3, 3, Cell::from("00:00:00")).with(4, 2, Cell::Unsaved);
    folder.write("zero.xlsx", workbook(&[start, papers]));
    let ran = answers(&folder, "zero.xlsx", "x.yaml");
    assert!(!folder.read("x.yaml").contains("DOCU"), "{}", folder.read("x.yaml"));
    assert!(ran.err.contains("formulas without a result") && ran.err.contains("(DOCU-02)"), "{}", ran.err);
}

#[test]
fn a_qualifier_of_version_3_opens_the_section_that_is_about_the_same() {
    let folder = Folder::new();
    let heads = |title: &'static str| [title, "", "Vendor Answers", "Additional Information", "Guidance"];
    let mut sheet = MadeSheet::new("HECVAT - Full", &[&["HECVAT - Full", "", "Version 3.05"]]);
    for row in [
        heads("General Information"),
        ["GNRL-01", "Vendor Name", "Brevduvan AB", "", ""],
        heads("Qualifiers"),
        ["QUAL-01", "Does it hold data under HIPAA?", "No", "", ""],
        ["QUAL-02", "Is there an app for mobile phones?", "Yes", "", ""],
        ["QUAL-04", "Is there a Business Continuity Plan (BCP)?", "No", "", ""],
        heads("HIPAA - Optional based on QUALIFIER response."),
        ["HIPA-01", "Are people trained?", "", "", ""],
        heads("Mobile Applications - Optional based on QUALIFIER response."),
        ["MAPP-01", "Is the app tried out?", "It is tried out by a friend of ours.", "", ""],
        heads("Business Continuity Plan - Optional based on QUALIFIER response."),
        ["BCPL-01", "Is the plan tried out?", "", "", ""],
        heads("Databases - Optional based on QUALIFIER response."),
        ["DBAS-01", "Is the database patched?", "Yes", "", ""],
    ] {
        sheet = sheet.row(&row);
    }
    let key = MadeSheet::new("Values", &[&["ID", "Preferred Response", "Weight"]]).hidden();
    let key = key.row(&["HIPA-01", "Yes", "20"]).row(&["MAPP-01", "Yes", "15"]).row(&["BCPL-01", "Yes", "25"]);
    let key = key.row(&["DBAS-01", "Yes", "10"]);
    folder.write("full.xlsx", workbook(&[sheet, key]));
    let ran = duly(&folder, &["import", "full.xlsx", "--as", "questionnaire", "-o", "full.yaml"]).done();
    let read = folder.read("full.yaml");
    let of = |id: &str| read.split("      - id: ").find(|part| part.starts_with(&format!("{id}\n"))).unwrap();
    assert!(
        of("HIPA-01").contains("when: {QUAL.QUAL-01: [\"yes\"]}") && of("HIPA-01").contains("weight: 20"),
        "{read}"
    );
    assert!(of("MAPP-01").contains("when: {QUAL.QUAL-02: [\"yes\"]}"), "{read}");
    assert!(of("BCPL-01").contains("when: {QUAL.QUAL-04: [\"yes\"]}"), "{read}");
    assert!(!of("DBAS-01").contains("when"), "{read}");
    assert!(ran.err.contains("(BCPL-01)") && ran.err.contains("(DBAS-01)"), "both are to be decided: {}", ran.err);
    duly(&folder, &["check", "full.yaml"]).done();
    let ran = duly(&folder, &["import", "full.xlsx", "--questionnaire", "full.yaml", "-o", "x.yaml"]);
    let told = folder.read("x.yaml");
    assert!(
        told.contains("  MAPP.MAPP-01:\n    answer:\n    comment: It is tried out by a friend"),
        "{}{told}",
        ran.err
    );
}

#[test]
fn without_a_key_nothing_is_made_up() {
    let folder = Folder::new();
    folder.write("lite.xlsx", workbook(&[vendor_sheet("Lite", &[GENERAL, PAPERS, ACCESS, DATA, PRIVACY], &[])]));
    let ran = duly(&folder, &["import", "lite.xlsx", "--as", "questionnaire", "-o", "lite.yaml"]).done();
    let read = folder.read("lite.yaml");
    assert!(!read.contains("value:") && !read.contains("importance: medium"), "{read}");
    assert!(ran.err.contains("no sheet that says so"), "{}", ran.err);
    duly(&folder, &["check", "lite.yaml"]).done();
}

#[test]
fn what_a_vendor_could_hide_in_a_file_is_told() {
    let folder = folder(&FILLED);
    let ran = answers(&folder, "theirs.xlsx", "x.yaml");
    for told in ["answers-no-question", "another version", "hidden", "in other words"] {
        assert!(!ran.err.contains(told), "{told}: {}", ran.err);
    }
    let start = vendor_sheet("START HERE", &[GENERAL, GATES], &FILLED).with(0, 2, Cell::from("Version 3.0.6"));
    let mut papers = vendor_sheet("Organization", &[ACCESS, DATA], &FILLED);
    papers.unseen = vec![3];
    for _ in 0..5100 {
        papers = papers.row(&["DATA-01", "Is data encrypted on its way?"]);
    }
    papers = papers.row(&["DOCU-02", "", "No"]).row(&["D\u{41e}CU-01", "Is there a plan for bad days?", "No"]).row(&[
        "Part 2",
        "",
        "Vendor Answers",
        "Additional Information",
    ]);
    folder.write("sly.xlsx", workbook(&[start, papers]));
    let ran = answers(&folder, "sly.xlsx", "y.yaml");
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert_eq!(ran.err.matches("[answers-no-question]").count(), 1, "{}", ran.err);
    assert!(ran.err.contains("another version") && ran.err.contains("(3.0.6 / 4.1.4)"), "{}", ran.err);
    assert!(ran.err.contains("rows that are hidden and were read: 1 (AAAI-01)"), "{}", ran.err);
    assert!(ran.err.contains("in other words") && ran.err.contains("(DOCU-02)"), "{}", ran.err);
    assert!(folder.read("y.yaml").contains("  DOCU.DOCU-02: no\n"), "{}", folder.read("y.yaml"));
}
