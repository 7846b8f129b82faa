//! `duly import`: what came back becomes an answers file, whoever saved it; what is not understood is named and kept.

use duly::internal::words::problem::{Code, cells};

use crate::support::{Folder, Ran, duly, example};

/// What can be wrong with a cell; each stands in a test below.
pub const CODES: &[&Code] = cells::CODES;

const FORM: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The head of a form, its tables below each other: as a program may save all sheets into one table.
fn head(more: &str) -> String {
    format!(
        "duly/workbook@1 {FORM} ./questionnaire.yaml,,answer\n#vendor.name,Who answers?,Brevduvan AB\n\
         #vendor.country,Country,SE\n#service,The service,Newsletters\n#answered,When,26 October 2026\n{more}"
    )
}

/// The rows of answers under their mark.
fn answers(rows: &str) -> String {
    format!(
        "duly/workbook@1 {FORM} ./questionnaire.yaml,,answer,comment,evidence\n,Question,Answer,Comment,Papers\n{rows}"
    )
}

fn documents(rows: &str) -> String {
    format!("duly/workbook@1 {FORM} ./questionnaire.yaml,id,title,kind,issued,valid_until,location\n{rows}")
}

/// A folder with the questionnaire and this table.
fn folder(table: &str) -> Folder {
    let folder = Folder::with(&[("back.csv", table)]);
    folder.write("questionnaire.yaml", example("small/questionnaire.yaml"));
    folder
}

fn import(table: &str) -> (Folder, Ran) {
    let folder = folder(table);
    let ran = duly(&folder, &["import", "back.csv"]);
    (folder, ran)
}

const ROWS: &str = "subscribers.agreement,,Yes / Ja,,\n\
    subscribers.hosting,,US-CERTIFIED,\"Storage in Stockholm, support\nin the USA\",iso\n\
    subscribers.transfer-check,,2026-02-17,,\n\
    subscribers.deletion-days,,45 days,,\n\
    account.safeguards,,,,\"iso; Login settings\"\n\
    account.safeguards#personal,,x,,\n\
    account.safeguards#export,,Ja,,\n\
    account.safeguards#log,,FALSE,,\n\
    account.safeguards#n/a,,,,\n\
    company.delivered-pct,,Not known / vet ej,,\n\
    company.about-you,,Eleven people: # 11,,\n";

const PAPERS: &str = "#document,iso,ISO certificate 1234,certificate,12 feb 2024,2027-02-11,evidence/iso.pdf\n\
    ,,Login settings,Settings of the account (settings),,,\n#document,spare,,,,,\n";

#[test]
fn a_table_becomes_the_answers_that_it_says() {
    let (folder, ran) = import(&[head(""), answers(ROWS), documents(PAPERS)].concat());
    assert_eq!(ran.code, 0, "{}", ran.err);
    let expected = format!(
        "format: duly/answers@1\nvendor: {{name: Brevduvan AB, country: SE}}\nservice: Newsletters\n\
         questionnaire: ./questionnaire.yaml\nfilled: {{form: {FORM}}}\nanswered: 2026-10-26\nevidence:\n\
         \x20 iso: {{title: ISO certificate 1234, kind: certificate, issued: 2024-02-12, valid_until: 2027-02-11, \
         location: evidence/iso.pdf}}\n\
         \x20 settings: {{title: Login settings, kind: settings}}\n\
         answers:\n\
         \x20 subscribers.agreement: yes\n\
         \x20 subscribers.hosting:\n    answer: us-certified\n    comment: |-\n      Storage in Stockholm, support\n\
         \x20     in the USA\n    evidence: [iso]\n\
         \x20 subscribers.transfer-check: 2026-02-17\n\
         \x20 subscribers.deletion-days: 45\n\
         \x20 account.safeguards:\n    answer: [personal, export]\n    evidence: [iso, settings]\n\
         \x20 company.delivered-pct: unknown\n\
         \x20 company.about-you: \"Eleven people: # 11\"\n"
    );
    assert_eq!(folder.read("back.yaml"), expected);
    assert_eq!(
        ran.said(),
        "back.csv: 7 answers read, 7 taken over, 0 not understood; 2 documents, 0 sub-processors\n\
         the form does not ask 3 of the questions of newsletter-tool@1.0.0\nwritten: back.yaml\n\
         next: `duly check back.yaml`, or `duly assess back.yaml` for the result\n"
    );
    let again = duly(&folder, &["import", "back.csv"]);
    assert_eq!(again.code, 2, "nothing is overwritten");
    assert!(again.err.contains("back.yaml exists already"), "{}", again.err);
    duly(&folder, &["import", "back.csv", "--force"]).done();
    assert_eq!(folder.read("back.yaml"), expected, "twice the same");
    duly(&folder, &["import", "back.yaml", "-o", "again.yaml"]).done();
    assert_eq!(folder.read("again.yaml"), expected, "an answers file comes in as it is");
}
