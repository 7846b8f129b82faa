//! `duly import`: what came back becomes an answers file, whoever saved it; what is not understood is named and kept.

use duly::internal::words::problem::{Code, cells};

use crate::support::zipped::Book;
use crate::support::{Folder, Ran, duly, example, names_in};

/// What can be wrong with a cell; each stands in a test below.
pub const CODES: &[&Code] = cells::CODES;

const FORM: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

/// The head of a form, its tables below each other: as a program may save all sheets into one table.
fn head(more: &str) -> String {
    format!(
        "duly/workbook@1 {FORM} ./questionnaire.yaml,,answer\n#vendor.name,The vendor’s name,Brevduvan AB\n\
         #vendor.country,Country,SE\n#service,\"What the service is, in one line\",Newsletters\n\
         #answered,The day on which you finished,26 October 2026\n{more}"
    )
}

/// The rows of answers under their mark.
fn answers(rows: &str) -> String {
    format!(
        "duly/workbook@1 {FORM} ./questionnaire.yaml,,answer,comment,evidence\n\
         ,Question,Answer,Comment,Documents (ids)\n{rows}"
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

/// Everything that can be wrong with cells at once.
const WRONG: &str = "subscribers.agreement,,maybe,because,\n\
    subscribers.agreement,,no,,\n\
    subscribers.hosting,,everywhere,,unheard-of\n\
    ,,and by the way,,\n\
    subscribers.transfer-check,,soon,,\n\
    account.safeguards#personal,,perhaps,,\n\
    account.safeguards#export,,x,,\n\
    company.certificate-expires#n/a,,x,,\n\
    company.no-such,,yes,,\n\
    company.about-you,,Eleven people,,\n";

/// A folder with a form as a table, `back.csv`, with those mistakes.
pub fn with_mistakes() -> Folder {
    folder(&[head(""), answers(WRONG), documents("")].concat())
}

#[test]
fn what_is_not_understood_is_named_with_its_cell_and_kept_as_a_comment() {
    let (folder, ran) = import(&[head(""), answers(WRONG), documents("")].concat());
    assert_eq!(ran.code, 2);
    for expected in [
        "error[answered-twice]: `subscribers.agreement` stands here as `no`, and as `maybe` in C8\n\
         --> back.csv: C9\n",
        "error[unknown-option]: `everywhere` is not an answer to this question\n--> back.csv: C10\n",
        "error[unknown-document]: ",
        "warning[beside-the-form]: `and by the way` stands where nothing is to be filled in, and is not read\n\
         --> back.csv: C11\n",
        "error[not-a-date]: `soon` is not a date\n--> back.csv: C12\n",
        "error[unclear-mark]: `perhaps` says neither that this holds nor that it does not\n--> back.csv: C13\n",
        "error[unknown-question]: there is no question `company.no-such`",
        "6 errors, 1 warning\nback.csv: 6 answers read, 2 taken over, 4 not understood; not understood besides the answers: 3\n",
        "stands as comments in back.yaml; answers among it count as not given until they are mended\n",
    ] {
        assert!(ran.err.contains(expected), "{expected}\n{}", ran.err);
    }
    let written = folder.read("back.yaml");
    for expected in [
        "# not understood (back.csv, C11): and by the way\n",
        "  subscribers.agreement:\n    # not understood (back.csv, C9): maybe | no\n    answer:\n    comment: because\n",
        "  account.safeguards:\n    # not understood (back.csv, C13): personal: perhaps, export: x\n    answer:\n",
        "  company.about-you: Eleven people\n",
    ] {
        assert!(written.contains(expected), "{expected}\n{written}");
    }
    assert_eq!(duly(&folder, &["check", "back.yaml"]).code, 0, "what was understood can be gone on with");
}

/// Whoever fills in cells sees what their lists show, and no ids.
#[test]
fn what_is_wrong_in_a_cell_is_told_in_the_words_that_stand_in_the_workbook() {
    let rows = "subscribers.hosting,,everywhere,,\n\
        account.safeguards#export,Only named users may export the list,x,,\n\
        account.safeguards#none,None of these,x,,\n";
    let (folder, ran) = import(&[head(""), answers(rows), documents("")].concat());
    let list =
        "`everywhere` is not an answer to this question\n--> back.csv: C8\n = help: choose from the list in the cell\n";
    assert!(ran.err.contains(list) && !ran.err.contains("choose one of"), "{}", ran.err);
    assert!(ran.err.contains("`None of these` excludes the other answers"), "{}", ran.err);
    let both = rows.replace("None of these,", "None of these / Inget av detta,");
    folder.write("both.csv", [head(""), answers(&both), documents("")].concat());
    let ran = duly(&folder, &["import", "both.csv", "--lang", "sv"]);
    assert!(ran.err.contains("`None of these / Inget av detta` utesluter de andra svaren"), "{}", ran.err);
    assert!(ran.err.contains("välj ur listan i cellen"), "{}", ran.err);
}

#[test]
fn what_is_wrong_with_a_form_is_checked_and_asked_for_by_its_cells() {
    let folder = with_mistakes();
    let checked = duly(&folder, &["check", "back.csv", "-f", "json"]);
    assert_eq!(checked.code, 2);
    let problems: Vec<serde_json::Value> = checked.json();
    let unclear = problems.iter().find(|problem| problem["code"] == "unclear-mark").unwrap();
    assert_eq!((&unclear["file"], &unclear["cell"]), (&"back.csv".into(), &"C13".into()));
    assert!(unclear["line"].is_null(), "{unclear}");
    let sarif: serde_json::Value = duly(&folder, &["check", "back.csv", "-f", "sarif"]).json();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    let unclear = results.iter().find(|result| result["ruleId"] == "unclear-mark").unwrap();
    assert_eq!(unclear["locations"][0]["logicalLocations"][0]["name"], "C13");
    assert_eq!(unclear["locations"][0]["physicalLocation"]["artifactLocation"]["uri"], "back.csv");
    let commands = duly(&folder, &["check", "back.csv", "-f", "github"]).out;
    assert!(commands.contains("::error file=back.csv,title=unclear-mark::C13: `perhaps` says neither"), "{commands}");
    let letter = duly(&folder, &["export", "back.csv", "--for", "vendor", "--as-of", "2026-11-23"]);
    assert_eq!(letter.code, 2);
    for expected in [
        "- **To:** **Brevduvan AB**\n",
        "### `subscribers.hosting` Where are the addresses stored",
        "- **C10:** `everywhere`\n- **What is wrong:** `everywhere` is not an answer to this question\n",
        "- **C13:** `personal: perhaps, export: x`\n",
        "## How the form is filled in\n",
    ] {
        assert!(letter.out.contains(expected), "{expected}\n{}", letter.out);
    }
    let whole = self::folder(&[head(""), answers(ROWS), documents(PAPERS)].concat());
    let nothing = duly(&whole, &["export", "back.csv", "--for", "vendor"]);
    assert_eq!(nothing.err, "error: nothing in the form has to be mended; `duly import back.csv` brings it in\n");
}

#[test]
fn a_form_that_does_not_say_who_answers_is_taken_in_all_the_same() {
    let nameless = head("").replace("Brevduvan AB", "");
    let (folder, ran) = import(&[nameless, answers(ROWS), documents(PAPERS)].concat());
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error[missing-key]: `vendor` is missing\n--> back.csv: C2\n"), "{}", ran.err);
    assert!(ran.err.contains("nobody says who answers"), "{}", ran.err);
    assert!(folder.read("back.yaml").contains("\nvendor: {name: , country: SE}\n"), "{}", folder.read("back.yaml"));
    duly(&folder, &["import", "back.csv", "--force", "--vendor", "Brevduvan AB"]).done();
    assert!(folder.read("back.yaml").contains("\nvendor: {name: Brevduvan AB, country: SE}\n"));
}

#[test]
fn what_is_no_form_of_ours_is_refused_by_name() {
    let folder = folder("");
    folder.write("own.csv", "duly/workbook@1 is no mark,a\n");
    folder.write("own.xlsx", "PK\u{3}\u{4}");
    for (file, code) in [("own.csv", "not-our-workbook"), ("own.xlsx", "archive-cut-off"), ("none.csv", "no-such-file")]
    {
        let ran = duly(&folder, &["import", file]);
        assert_eq!(ran.code, 2);
        assert!(ran.err.starts_with(&format!("error[{code}]")), "{}", ran.err);
    }
    let marked = format!("<c t=\"str\"><v>duly/workbook@1 {FORM} ./questionnaire.yaml</v></c>");
    folder.write("form.xlsx", Book::new(&format!("<row>{marked}<c t=\"str\"><v>answer</v></c></row>")).file());
    let assessed = duly(&folder, &["assess", "form.xlsx"]);
    assert!(assessed.err.contains("taken in by `duly import`"), "{}", assessed.err);
}

#[test]
fn sheets_of_two_forms_are_told_apart() {
    let other = answers("x.y,,yes,,\n").replace("./questionnaire.yaml", "customer-service@1.1.0");
    let (folder, ran) = import(&[head(""), answers(ROWS), other].concat());
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("error[sheet-of-other-form]: "), "{}", ran.err);
    assert!(folder.read("back.yaml").contains("  company.about-you: "));
}

#[test]
fn a_question_in_other_words_is_named() {
    let asked = "Which of these guard the account?";
    let rows = |asked: &str| format!("account.safeguards,{asked},,,\naccount.safeguards#log,Log of who did what,x,,\n");
    let (_, ran) = import(&[head(""), answers(&rows(asked))].concat());
    assert_eq!((ran.code, ran.err.contains("form-text-changed")), (0, false), "{}", ran.err);
    let other = "Which of these would guard the account one day?";
    let (folder, ran) = import(&[head(""), answers(&rows(other))].concat());
    assert_eq!(ran.code, 2, "somebody has to look at it: {}", ran.err);
    assert!(folder.read("back.yaml").contains(other), "what stood there stays");
    assert!(ran.err.contains("warning[form-text-changed]: the explanations of `account.safeguards`"), "{}", ran.err);
    assert!(ran.err.contains("--> back.csv: B8\n"), "{}", ran.err);
}

const OURS: &str = "# ours\nformat: duly/answers@1\nvendor: {name: Brevduvan AB}\nquestionnaire: ./questionnaire.yaml\n\
    evidence:\n  iso: {title: Another paper, kind: settings}\n\nanswers:\n  # kept\n  subscribers.agreement: no   # so far\n\
    \x20 subscribers.hosting:\n    answer: eea\n    comment: In Stockholm.\n  company.delivered-pct:\n";

#[test]
fn a_row_that_was_deleted_is_missed_even_where_all_others_are_answered() {
    let folder = folder("");
    duly(&folder, &["new", "--questionnaire", "questionnaire.yaml", "--vendor", "B", "-o", "new.yaml"]).done();
    let form = folder.read("new.yaml");
    let form = form.lines().find_map(|line| line.strip_prefix("filled: {form: ")).unwrap().trim_end_matches('}');
    let table = [head(""), answers("subscribers.agreement,,Yes,,\nsubscribers.deletion-days,,45,,\n")].concat();
    folder.write("back.csv", table.replace(FORM, form));
    let ran = duly(&folder, &["import", "back.csv"]);
    assert!(ran.err.contains("warning[question-gone]: questions that were sent are not in the file ("), "{}", ran.err);
}

#[test]
fn colleagues_are_brought_together_and_nothing_is_overwritten() {
    let it = [head("#by,,Anna Ek\n"), answers(ROWS), documents(PAPERS)].concat();
    let folder = folder(&it);
    folder.write("x.yaml", OURS);
    let ran = duly(&folder, &["import", "back.csv", "--into", "x.yaml"]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""));
    assert_eq!(
        ran.err,
        "back.csv: 7 answers read, 7 taken over, 0 not understood; 2 documents, 0 sub-processors\n\
         conflict: subscribers.agreement: no (x.yaml, line 10), but yes (back.csv, C9)\n\
         conflict: subscribers.hosting: eea (x.yaml, line 11), but us-certified (back.csv, C10)\n\
         written: x.yaml: 5 answers filled in, 0 replaced, 2 to decide\n\
         conflicts were left as they were; decide with --take theirs=subscribers.agreement,subscribers.hosting or \
         --take ours=subscribers.agreement,subscribers.hosting\n"
    );
    let merged = folder.read("x.yaml");
    for expected in [
        "# ours\nformat: duly/answers@1\nvendor: {name: Brevduvan AB, country: SE}\nservice: Newsletters\n",
        "\nanswered: 2026-10-26\n",
        "  iso: {title: Another paper, kind: settings}\n",
        "  certificate: {title: ISO certificate 1234, ",
        "  # kept\n  subscribers.agreement: no   # so far\n",
        "    comment: In Stockholm.\n",
        "    by: {name: Anna Ek, \"on\": 2026-10-26}\n",
        "    evidence: [certificate, settings]\n",
    ] {
        assert!(merged.contains(expected), "{expected}\n{merged}");
    }
    duly(&folder, &["check", "x.yaml"]).done();
    let again = duly(&folder, &["import", "back.csv", "--into", "x.yaml", "--take", "ours"]);
    assert_eq!(again.code, 0, "{}", again.err);
    assert!(again.err.ends_with("x.yaml says all of it already; nothing was changed\n"), "{}", again.err);
    assert_eq!(folder.read("x.yaml"), merged);
    let taken = duly(&folder, &["import", "back.csv", "--into", "x.yaml", "--take", "theirs=subscribers.agreement"]);
    assert_eq!(taken.code, 2, "one is left");
    assert_eq!(taken.out, "subscribers.agreement: no (x.yaml, line 15) -> yes (back.csv, C9)\n");
    let taken = duly(&folder, &["import", "back.csv", "--into", "x.yaml", "--take", "theirs=subscribers"]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    let merged = folder.read("x.yaml");
    assert!(merged.contains("    answer: us-certified\n") && !merged.contains("In Stockholm."), "{merged}");
    let unknown = duly(&folder, &["import", "back.csv", "--into", "x.yaml", "--take", "theirs=subscriber"]);
    assert!(unknown.err.contains("there is no question or category `subscriber`"), "{}", unknown.err);
}

#[test]
fn a_second_round_replaces_the_first_and_says_so() {
    let folder = folder(&[head(""), answers(ROWS), documents(PAPERS)].concat());
    folder.write("x.yaml", OURS);
    let ran = duly(&folder, &["import", "back.csv", "--update", "x.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        ran.out,
        "answered: - (x.yaml) -> 2026-10-26 (back.csv, C5)\n\
         subscribers.agreement: no (x.yaml, line 10) -> yes (back.csv, C8)\n\
         subscribers.hosting: eea (x.yaml, line 11) -> us-certified (back.csv, C9)\n\
         subscribers.hosting.comment: In Stockholm. (x.yaml, line 11) -> Storage in Stockholm, support in the USA \
         (back.csv, C9)\n\
         subscribers.hosting.evidence: [] (x.yaml, line 11) -> [certificate] (back.csv, C9)\n"
    );
    let newer = folder.read("x.yaml");
    assert!(newer.contains("  subscribers.agreement: yes   # so far\n"), "{newer}");
    assert!(newer.contains("  iso: {title: Another paper, kind: settings}\n"), "{newer}");
    assert!(newer.contains("  certificate: {title: ISO certificate 1234, kind: certificate, issued: 2024"), "{newer}");
    let again = duly(&folder, &["import", "back.csv", "--update", "x.yaml"]);
    assert_eq!((again.code, again.out.as_str()), (0, ""), "{}", again.err);
    assert_eq!(folder.read("x.yaml"), newer);
    let silent = [head(""), answers("subscribers.agreement,,,,\n")].concat();
    folder.write("silent.csv", silent);
    duly(&folder, &["import", "silent.csv", "--update", "x.yaml"]).done();
    assert_eq!(folder.read("x.yaml"), newer, "what is empty removes nothing");
}

#[test]
fn files_of_two_vendors_or_questionnaires_are_not_mixed() {
    let folder = folder(&[head(""), answers(ROWS)].concat());
    let other = OURS.replace("Brevduvan AB", "Kampanjen AB");
    folder.write("x.yaml", &other);
    let ran = duly(&folder, &["import", "back.csv", "--into", "x.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("back.csv is of Brevduvan AB, and x.yaml of Kampanjen AB"), "{}", ran.err);
    assert_eq!(folder.read("x.yaml"), other);
    folder.write(
        "x.yaml",
        "format: duly/answers@1\nvendor: {name: Brevduvan AB}\nquestionnaire: customer-service@1.1.0\n",
    );
    let ran = duly(&folder, &["import", "back.csv", "--into", "x.yaml"]);
    assert!(ran.err.contains("name the one to read both by with --questionnaire"), "{}", ran.err);
    folder.write("x.yaml", OURS.replace("no   #", "nope #"));
    let ran = duly(&folder, &["import", "back.csv", "--into", "x.yaml"]);
    assert!(ran.err.contains("x.yaml has to be right before anything is brought into it"), "{}", ran.err);
}

#[test]
fn several_vendors_come_in_at_once_with_a_review_each() {
    let table = [head(""), answers(ROWS), documents(PAPERS)].concat();
    let folder = folder(&table);
    folder.write("b.csv", table.replace("Brevduvan AB", "Kampanjen & Co"));
    folder.make("vendors");
    folder.write("vendors/questionnaire.yaml", example("small/questionnaire.yaml"));
    folder.write("vendors/brevduvan-ab.review.yaml", "# ours already\n");
    let ran = duly(&folder, &["import", "back.csv", "b.csv", "-o", "vendors", "--inherent", "list=large"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(
        names_in(&folder.at("vendors")),
        [
            "brevduvan-ab.review.yaml",
            "brevduvan-ab.yaml",
            "kampanjen-co.review.yaml",
            "kampanjen-co.yaml",
            "questionnaire.yaml"
        ]
    );
    assert_eq!(folder.read("vendors/brevduvan-ab.review.yaml"), "# ours already\n");
    assert!(folder.read("vendors/kampanjen-co.review.yaml").contains("\n  list: large\n"));
    let ran = duly(&folder, &["import", "back.csv", "back.csv", "-o", "vendors", "--force"]);
    assert!(ran.err.contains("to bring colleagues together, use --into"), "{}", ran.err);
    let others = ["import", "back.csv", "back.csv", "missing.csv", "b.csv", "-o", "others/"];
    folder.write("others/questionnaire.yaml", example("small/questionnaire.yaml"));
    let ran = duly(&folder, &others);
    assert_eq!(ran.code, 2, "{}", ran.err);
    let names = names_in(&folder.at("others"));
    assert_eq!(names, ["brevduvan-ab.yaml", "kampanjen-co.yaml", "questionnaire.yaml"], "no other is kept out");
    let ran = duly(&folder, &["import", "back.csv", "b.csv", "-o", "one.yaml"]);
    assert!(ran.err.contains("several files came in"), "{}", ran.err);
    let ran = duly(&folder, &["import", "back.csv", "--take", "theirs"]);
    assert!(ran.err.contains("--take decides between two answers"), "{}", ran.err);
}

/// What a file says, whatever the form and the day.
fn said(text: &str) -> Vec<String> {
    let lines = text.lines().filter(|line| !line.starts_with("filled:") && !line.starts_with("answered:"));
    lines.map(str::to_owned).collect()
}

#[test]
fn every_example_comes_back_from_a_workbook_as_it_was() {
    for example_name in ["allyes", "billigsvar", "halvklar", "nordkontakt", "nordkontakt-2025", "small/brevduvan"] {
        let folder = Folder::with(&[("x.yaml", &example(&format!("{example_name}.yaml")))]);
        folder.write("questionnaire.yaml", example("small/questionnaire.yaml"));
        duly(&folder, &["import", "x.yaml", "-o", "whole.yaml"]).done();
        for languages in [&[][..], &["--lang", "sv"], &["--both-languages"]] {
            duly(&folder, &[&["new", "--from", "x.yaml", "-o", "back.xlsx", "--force"], languages].concat()).done();
            let ran = duly(&folder, &["import", "back.xlsx", "--force"]);
            assert_eq!((ran.code, ran.err.contains("warning")), (0, false), "{example_name}: {}", ran.err);
            assert_eq!(
                said(&folder.read("back.yaml")),
                said(&folder.read("whole.yaml")),
                "{example_name} {languages:?}"
            );
        }
    }
}

#[test]
fn a_folder_names_the_forms_that_were_not_taken_in() {
    let folder = folder("");
    folder.make("vendors");
    folder.write("vendors/questionnaire.yaml", example("small/questionnaire.yaml"));
    folder.write("vendors/x.yaml", OURS);
    folder.write("vendors/own.csv", "name,price\nmilk,12\n");
    folder.write("vendors/own.xlsx", Book::new("<row><c t=\"str\"><v>milk</v></c></row>").file());
    // a form that nobody has filled in was made to be sent
    duly(&folder, &["new", "--inherent", "data=contact,systems=ours", "-o", "vendors/tender.xlsx"]).done();
    duly(&folder, &["assess", "vendors"]).done();
    folder.write("vendors/back.csv", [head(""), answers(ROWS)].concat());
    for command in ["assess", "check"] {
        let ran = duly(&folder, &[command, "vendors"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        let told = "vendors/back.csv: not judged: it is a form that came back; `duly import vendors/back.csv` takes it in, \
             and if it was taken in already, move it elsewhere";
        assert!(ran.err.contains(told), "{}", ran.err);
    }
    duly(&folder, &["import", "vendors/back.csv", "-q"]);
    duly(&folder, &["assess", "vendors"]).done();
}

#[test]
fn a_form_of_another_version_is_told_what_changed() {
    let folder = Folder::with(&[("old.yaml", &example("nordkontakt-2025.yaml"))]);
    duly(&folder, &["new", "--from", "old.yaml", "--questionnaire", "customer-service@1.0.0", "-o", "back.xlsx"])
        .done();
    let ran = duly(&folder, &["import", "back.xlsx", "--questionnaire", "customer-service@1.1.0"]);
    assert_eq!(ran.code, 2);
    for expected in [
        "error[other-questionnaire]: the answers are for `customer-service@1.0.0`, but the questionnaire at hand is",
        "error[unknown-option]: `Yes, all of it` is not an answer to this question\n",
        "warning[form-text-changed]: the explanations of `gdpr.ai-tools` do not say what was sent",
        "the form does not ask 18 of the questions of customer-service@1.1.0\n",
        "not understood; 24 documents",
    ] {
        assert!(ran.err.contains(expected), "{expected}\n{}", ran.err);
    }
    let written = folder.read("back.yaml");
    assert!(written.contains("\nquestionnaire: customer-service@1.1.0\n"), "{written}");
    assert!(written.contains(", E11): Yes, all of it\n    answer:\n"), "{written}");
    duly(&folder, &["check", "back.yaml"]).done();
}

#[test]
fn formulas_without_a_result_are_named() {
    let text = |at: &str, words: &str| format!("<c r=\"{at}\" t=\"str\"><v>{words}</v></c>");
    let mark = format!("duly/workbook@1 {FORM} ./questionnaire.yaml");
    let rows = [
        format!("<row r=\"1\">{}{}</row>", text("A1", &mark), text("B1", "answer")),
        format!("<row r=\"2\">{}{}</row>", text("A2", "#vendor.name"), text("B2", "Brevduvan AB")),
        format!("<row r=\"4\">{}{}{}</row>", text("A4", &mark), text("B4", "answer"), text("C4", "comment")),
        format!("<row r=\"5\">{}<c r=\"B5\"><f>A1</f></c></row>", text("A5", "subscribers.agreement")),
        format!("<row r=\"6\">{}<c r=\"B6\" t=\"e\"><v>#REF!</v></c></row>", text("A6", "subscribers.hosting")),
        format!("<row r=\"7\">{}<c r=\"B7\"><v>45</v></c></row>", text("A7", "subscribers.deletion-days")),
    ];
    let folder = folder("");
    folder.write("back.xlsx", Book::new(&rows.concat()).file());
    let ran = duly(&folder, &["import", "back.xlsx"]);
    assert_eq!(ran.code, 2);
    for expected in [
        "error[cell-without-value]: a formula stands here, and its result is not in the file\n--> back.xlsx: sheet ",
        ", B5\n",
        "error[cell-error]: `#REF!` stands here: a formula that has no result\n",
        ", B6\n",
    ] {
        assert!(ran.err.contains(expected), "{expected}\n{}", ran.err);
    }
    assert!(folder.read("back.yaml").contains("  subscribers.deletion-days: 45\n"), "{}", folder.read("back.yaml"));
    let rest = [
        "answered-twice",
        "number-of-a-choice",
        "unclear-mark",
        "beside-the-form",
        "sheet-beside-the-form",
        "not-our-workbook",
        "merged-answers",
        "unseen-answers",
        "sheet-of-other-form",
        "no-form",
    ];
    let shown: Vec<&str> = ["cell-without-value", "cell-error"].into_iter().chain(rest).collect();
    assert!(CODES.iter().all(|code| shown.contains(&code.id)), "every code has a test in this file");
}

/// Rows may be sorted: they are known by their ids.
#[test]
fn sorted_rows_say_the_same() {
    let (folder, _) = import(&[head(""), answers(ROWS), documents(PAPERS)].concat());
    let before = folder.read("back.yaml");
    let short = "subscribers.agreement,,yes,,\naccount.safeguards,,,,\naccount.safeguards#personal,,x,,\n\
                 account.safeguards#export,,Ja,,\n";
    let turned: String = short.lines().rev().map(|line| format!("{line}\n")).collect();
    let [one, other] = [short, &turned].map(|rows| {
        folder.write("back.csv", [head(""), answers(rows)].concat());
        duly(&folder, &["import", "back.csv", "--force"]).done();
        folder.read("back.yaml")
    });
    assert_eq!(one, other);
    assert_ne!(one, before);
    assert!(one.contains("  account.safeguards: [personal, export]\n"), "{one}");
}

/// Tables in which many rows repeat one thing: `benches/hostile.py` measures what they take.
pub fn hostile_tables() -> [(&'static str, String); 3] {
    let options: String = (0..60_000).map(|at| format!("account.safeguards#o{at},,x,c{at},e{at}\n")).collect();
    let papers: String = (0..30_000).map(|at| format!(",,Paper {at},settings,,,\n")).collect();
    let mark = answers("").lines().next().unwrap().to_owned() + "\n";
    let whole = |rows: String| -> String {
        [head(""), rows].concat().lines().take(19_000).map(|line| format!("{line}\n")).collect()
    };
    [
        ("options that there are not", whole(answers(&options))),
        ("papers without ids", whole(documents(&format!("#document,a,A,,,,\n{papers}")))),
        ("marks below each other", whole(mark.repeat(10_000))),
    ]
}

/// However many rows repeat one thing, they are read to the end, and what is wrong with them is counted.
#[test]
fn a_hostile_table_is_read_to_its_end() {
    let expected = [
        (
            "error[unknown-option]: `o0` is not an answer",
            "1 answer read, 0 taken over, 1 not understood; not understood besides the answers: 101",
            true,
        ),
        ("error[out-of-range]: 2001 is outside 0 to 2000", "2001 documents, 0 sub-processors", true),
        (
            "error[unknown-question]: ",
            "0 answers read, 0 taken over, 0 not understood; not understood besides the answers: 1",
            true,
        ),
    ];
    for ((name, table), (first, counted, is_written)) in hostile_tables().into_iter().zip(expected) {
        let folder = folder(&table);
        let ran = duly(&folder, &["import", "back.csv"]);
        let said = &ran.err[..2000.min(ran.err.len())];
        assert_eq!(ran.code, 2, "{name}: {said}");
        assert!(ran.err.starts_with(first) && ran.err.contains(counted), "{name}: {said}");
        assert_eq!(folder.at("back.yaml").exists(), is_written, "{name}");
    }
}

#[test]
fn a_number_in_the_place_of_a_choice_is_nobodys_guess() {
    let rows = |answer: &str| format!("policies.framework,,{answer},,\n");
    let table = |answer: &str| {
        head("").replace("./questionnaire.yaml", "customer-service@1.1.0")
            + &answers(&rows(answer)).replace("./questionnaire.yaml", "customer-service@1.1.0")
    };
    let (folder, ran) = import(&table("4"));
    assert!(ran.code == 2 && ran.err.contains("number-of-a-choice"), "{}", ran.err);
    assert!(!folder.read("back.yaml").contains("answer: 4"), "{}", folder.read("back.yaml"));
    let (folder, ran) = import(&table("Measured and checked regularly"));
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        folder.read("back.yaml").contains("policies.framework: \"4\"")
            || folder.read("back.yaml").contains("policies.framework: 4")
    );
}

#[test]
fn what_comes_in_never_takes_the_name_of_a_review() {
    let (folder, _) = import(&(head("") + &answers(ROWS)));
    folder.write("v.review.csv", folder.read("back.csv"));
    for args in [&["import", "v.review.csv"][..], &["import", "back.csv", "-o", "v.review.yaml", "--force"]] {
        let ran = duly(&folder, args);
        assert!(ran.code == 2 && ran.err.contains("name of a review"), "{args:?}: {}", ran.err);
        assert!(!folder.path().join("v.review.yaml").exists(), "{args:?}");
    }
}

#[test]
fn what_comes_in_is_a_file_and_what_it_goes_into_an_answers_file() {
    let (folder, _) = import(&(head("") + &answers(ROWS)));
    for (args, part) in [
        (&["import", "-"][..], "save it and name that in the place of `-`"),
        (&["import", "back.csv", "--into", "back.csv"], "back.csv is a form in cells"),
    ] {
        let ran = duly(&folder, args);
        assert!(ran.code == 2 && ran.err.contains(part), "{args:?}: {}", ran.err);
    }
}

/// The same where our rules say in which folder reviews lie. The review of other answers there is none of these.
#[test]
fn a_form_that_comes_back_under_another_name_is_told_where_our_rules_name_a_folder_of_reviews() {
    let desk = Folder::with(&[("ours.toml", "format = \"duly/policy@1\"\nreviews = \"reviews\"\n")]);
    desk.make("reviews");
    desk.make("v");
    let policy = ["--policy", "ours.toml"];
    let new = ["new", "--vendor", "Ringlinjen AB", "--inherent", "data=contact", "-o"];
    duly(&desk, &[&new[..], &["v/r.yaml"], &policy].concat()).done();
    duly(&desk, &[&new[..], &["v/r ifylld.xlsx"], &policy].concat()).done();
    std::fs::remove_file(desk.at("reviews/r ifylld.review.yaml")).unwrap();
    let imported = || duly(&desk, &[&["import", "v/r ifylld.xlsx", "--force"], &policy[..]].concat()).done().err;
    let told = "warning: reviews/r.review.yaml: this review of `Ringlinjen AB` belongs to no answers here by its name, and \
                those of that vendor have none; if it is ours and of those answers, name it `r ifylld.review.yaml`\n";
    assert!(imported().contains(told), "{}", imported());
    let answered = desk.read("v/r ifylld.yaml").replace("answers:", "answers: {access.mfa: all}");
    desk.write("v/r.yaml", answered);
    assert!(!imported().contains("warning"), "{}", imported());
}

/// The review that was begun with a form is not lost where the vendor sends the file back under another name.
#[test]
fn a_form_that_comes_back_under_another_name_is_told_with_the_review_that_was_begun_with_it() {
    for form in ["r.xlsx", "r.yaml", "r.html"] {
        let desk = Folder::new();
        duly(&desk, &["new", "--vendor", "Ringlinjen AB", "--inherent", "data=contact", "-o", form]).done();
        duly(&desk, &["new", "--vendor", "Ringlinjen AB", "-o", "R ifylld.xlsx"]).done();
        let told = "warning: r.review.yaml: this review of `Ringlinjen AB` belongs to no answers here by its name, and \
                    those of that vendor have none; if it is ours and of those answers, name it `R ifylld.review.yaml`\n";
        for command in [&["import", "R ifylld.xlsx"][..], &["assess", "R ifylld.yaml"], &["export", "R ifylld.yaml"]] {
            let ran = duly(&desk, command).done();
            assert_eq!(ran.err.matches(told).count(), 1, "{form} {command:?}: {}", ran.err);
        }
        let quiet = duly(&desk, &["import", "R ifylld.xlsx", "-q", "--force"]).done();
        assert_eq!(quiet.err, "", "{form}");
        std::fs::rename(desk.at("r.review.yaml"), desk.at("R ifylld.review.yaml")).unwrap();
        let ran = duly(&desk, &["import", "R ifylld.xlsx", "--force"]).done();
        assert!(!ran.err.contains("warning"), "{form}: {}", ran.err);
        assert!(duly(&desk, &["assess", "R ifylld.yaml"]).done().out.contains("our review: R ifylld.review.yaml"));
    }
}
