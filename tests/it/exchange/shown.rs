//! What a workbook shows to who opens it, and what is taken from it: where the two may differ, it is told.

use crate::support::zipped::{Book, Zipped, xml, zip};
use crate::support::{Folder, Ran, duly, example};

const FORM: &str = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

fn text(at: &str, words: &str) -> String {
    format!("<c r=\"{at}\" t=\"str\"><v>{words}</v></c>")
}

/// A sheet of a form with these rows, below the name of the vendor; before and behind its cells stands this.
fn sheet(before: &str, rows: &[&[(&str, &str)]], behind: &str) -> String {
    let mark = format!("duly/workbook@1 {FORM} ./questionnaire.yaml");
    let heads: &[(&str, &str)] = &[("A1", &mark), ("B1", "x"), ("C1", "answer"), ("D1", "comment")];
    let name: &[(&str, &str)] = &[("A2", "#vendor.name"), ("C2", "Brevduvan AB")];
    let all = [heads, name].into_iter().chain(rows.iter().copied());
    let row = |(number, cells): (usize, &[(&str, &str)])| {
        let cells: String = cells.iter().map(|(at, words)| text(at, words)).collect();
        format!("<row r=\"{}\">{cells}</row>", number + 1)
    };
    let rows: String = all.enumerate().map(row).collect();
    xml("worksheet", &format!("{before}<sheetData>{rows}</sheetData>{behind}"))
}

fn book(before: &str, rows: &[&[(&str, &str)]], behind: &str) -> Book {
    Book::new("").with("xl/worksheets/sheet1.xml", sheet(before, rows, behind))
}

fn import(book: Book) -> (Folder, Ran) {
    let folder = Folder::new();
    folder.write("back.xlsx", book.file());
    folder.write("questionnaire.yaml", example("small/questionnaire.yaml"));
    let ran = duly(&folder, &["import", "back.xlsx"]);
    (folder, ran)
}

const AGREEMENT: &[(&str, &str)] = &[("A3", "subscribers.agreement"), ("C3", "yes")];

#[test]
fn answers_that_nobody_sees_are_told() {
    let told = |before: &str| import(book(before, &[AGREEMENT], "")).1;
    let hidden = told("<cols><col min=\"1\" max=\"1\" hidden=\"1\"/><col min=\"3\" max=\"3\" hidden=\"true\"/></cols>");
    assert!(hidden.err.contains("warning[unseen-answers]"), "{}", hidden.err);
    assert!(hidden.err.contains("--> back.xlsx: sheet Answers, C2\n"), "{}", hidden.err);
    // our own columns of ids are hidden
    let ids = told("<cols><col min=\"1\" max=\"1\" hidden=\"1\"/></cols>");
    assert_eq!((ids.code, ids.err.contains("unseen")), (0, false), "{}", ids.err);
    let tab = "<sheets><sheet name=\"Answers\" sheetId=\"1\" state=\"veryHidden\" r:id=\"rId1\"/></sheets>";
    let (_, ran) = import(book("", &[AGREEMENT], "").with("xl/workbook.xml", xml("workbook", tab)));
    assert!(ran.err.contains("warning[unseen-answers]"), "{}", ran.err);
}

#[test]
fn a_cell_that_was_merged_with_those_of_other_questions_answers_none_of_them() {
    let rows: [&[(&str, &str)]; 2] = [AGREEMENT, &[("A4", "subscribers.hosting")]];
    let merge = "<mergeCells count=\"1\"><mergeCell ref=\"C3:C4\"/></mergeCells>";
    let (folder, ran) = import(book("", &rows, merge));
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(ran.err.contains("error[merged-answers]") && ran.err.contains("sheet Answers, C3\n"), "{}", ran.err);
    let read = folder.read("back.yaml");
    assert!(read.contains("# not understood (back.xlsx, sheet Answers, C3): yes"), "{read}");
    // titles and rows of one question may be one cell
    let title = "<mergeCells count=\"2\"><mergeCell ref=\"B1:D1\"/><mergeCell ref=\"C4:D4\"/></mergeCells>";
    assert_eq!(import(book("", &rows, title)).1.code, 0);
}

#[test]
fn an_answer_in_a_row_whose_id_is_erased_is_told_also_above_all_others() {
    let rows: [&[(&str, &str)]; 2] = [&[("C3", "no")], &[("A4", "subscribers.hosting"), ("C4", "eea")]];
    let mark = format!("duly/workbook@1 {FORM} ./questionnaire.yaml");
    let heads: [(&str, &str); 3] = [("A1", &mark), ("C1", "answer"), ("D1", "comment")];
    let cells = |row: &[(&str, &str)]| row.iter().map(|(at, words)| text(at, words)).collect::<String>();
    let shown = [("B2", "Question"), ("C2", "Answer"), ("D2", "Comment")];
    let rows = [&heads[..], &shown, rows[0], rows[1]].map(cells);
    let rows: String = rows.iter().enumerate().map(|(at, row)| format!("<row r=\"{}\">{row}</row>", at + 1)).collect();
    let (folder, ran) = import(Book::new(&rows));
    assert!(ran.err.contains("warning[beside-the-form]: `no` stands where nothing is"), "{}", ran.err);
    assert!(!ran.err.contains("`Answer` stands"), "the head of the columns: {}", ran.err);
    assert!(folder.read("back.yaml").contains("subscribers.hosting: eea"));
}

/// A filter hides rows, too: a hidden one is told where another stands for the same question, and shows another answer.
#[test]
fn an_answer_in_a_hidden_row_is_told_where_another_row_stands_for_its_question() {
    let row = |number: u32, hidden: &str, answer: &str| {
        let cells = text(&format!("A{number}"), "subscribers.hosting") + answer;
        format!("<row r=\"{number}\"{hidden}>{cells}</row>")
    };
    let (hidden, answer) = (" hidden=\"1\"", |number: u32| text(&format!("C{number}"), "eea"));
    for (rows, is_told) in [
        (row(3, hidden, &answer(3)), false),
        (row(3, "", "") + &row(4, hidden, &answer(4)), true),
        (row(3, hidden, &answer(3)) + &row(4, "", ""), true),
        (row(3, hidden, "") + &row(4, "", &answer(4)), false),
    ] {
        let mark = format!("duly/workbook@1 {FORM} ./questionnaire.yaml");
        let heads = text("A1", &mark) + &text("C1", "answer") + &text("D1", "comment");
        let (folder, ran) = import(Book::new(&(format!("<row r=\"1\">{heads}</row>") + &rows)));
        assert_eq!(ran.err.contains("warning[unseen-answers]"), is_told, "{rows} {}", ran.err);
        assert!(folder.read("back.yaml").contains("subscribers.hosting"), "{}", folder.read("back.yaml"));
    }
}

#[test]
fn an_option_in_other_words_is_told() {
    let rows: [&[(&str, &str)]; 3] = [
        &[("A3", "account.safeguards"), ("B3", "Which of these guard the account?")],
        &[("A4", "account.safeguards#personal"), ("B4", "None of these"), ("C4", "Yes")],
        &[("A5", "account.safeguards#export"), ("B5", "Endast angivna användare får exportera listan"), ("C5", "Ja")],
    ];
    let (_, ran) = import(book("", &rows, ""));
    assert!(ran.err.contains("warning[form-text-changed]"), "{}", ran.err);
    assert!(ran.err.contains("sheet Answers, B4\n") && !ran.err.contains("B5\n"), "{}", ran.err);
}

#[test]
fn answers_that_exclude_each_other_are_all_kept_as_a_comment() {
    let rows: [&[(&str, &str)]; 4] = [
        &[("A3", "account.safeguards")],
        &[("A4", "account.safeguards#personal"), ("C4", "Yes")],
        &[("A5", "account.safeguards#log"), ("C5", "x")],
        &[("A6", "account.safeguards#none"), ("C6", "x")],
    ];
    let (folder, ran) = import(book("", &rows, ""));
    assert!(ran.code == 2 && ran.err.contains("error[exclusive-option]"), "{}", ran.err);
    let read = folder.read("back.yaml");
    assert!(read.contains("personal: Yes, log: x, none: x"), "{read}");
}

#[test]
fn a_paper_that_is_named_by_its_file_lies_where_it_was_packed() {
    let answers = "format: duly/answers@1\nvendor: {name: Brevduvan AB}\nquestionnaire: ./questionnaire.yaml\n\
        evidence:\n  a: {title: A, location: iso.pdf}\n  b: {title: B, location: other.pdf}\n\
        \x20 c: {title: C, location: evidence/c.pdf}\nanswers: {}\n";
    let folder = Folder::new();
    folder.write("questionnaire.yaml", example("small/questionnaire.yaml"));
    let files = [("answers.yaml", answers), ("evidence/iso.pdf", "%PDF"), ("evidence/c.pdf", "%PDF")];
    folder.write("back.zip", zip(&files.map(|(name, text)| Zipped::new(name, text.as_bytes()))));
    duly(&folder, &["import", "back.zip", "-o", "x.yaml"]).done();
    let read = folder.read("x.yaml");
    for location in ["location: evidence/iso.pdf}", "location: other.pdf}", "location: evidence/c.pdf}"] {
        assert!(read.contains(location), "{read}");
    }
}
