//! Tables of others: nothing is read by a guess, ids are those of the table, and what answers are worth is said by us.

use std::path::Path;

use duly::internal::exchange::foreign::{Foreign, NotTakenIn, SaidOfFile, table};
use duly::internal::source::Source;
use duly::internal::words::problem::{Code, mappings};

use crate::exchange::made::{MadeSheet, workbook};
use crate::support::zipped::{Book, relations, tab, to_sheet, xml};
use crate::support::{Folder, Ran, duly};

/// What can be wrong with a mapping or what it says of a table; each stands in a test below.
pub const CODES: &[&Code] = mappings::CODES;

/// A table as a German or Swedish spreadsheet program saves it, with line breaks in cells.
pub(super) const TABLE: &str = "Our set of controls;;;;;;\n\
    ID;Control question;Vendor response;Compliant answer;Remarks;Priority;Answered by\n\
    Access;;;;;;\n\
    AC-01.1;\"Are accounts removed\nwhen people leave?\";Implemented;Yes;\"Nightly,\nby the HR system\";P1;Ann\n\
    AC-01.2;Is access reviewed each year?;Partly;Yes;;P2;\n\
    AC-02;Are shared accounts forbidden?;No;No;;P1;\n\
    Backups;;;;;;\n\
    ID;Control question;Vendor response;Compliant answer;Remarks;Priority;Answered by\n\
    BC-01;Are backups tested?;Twice a year, by hand;Yes;;;\n\
    BC-02;Are backups kept apart?;-;Yes;;P3;\n\
    BC-03;Are backups encrypted?;;Yes;;;\n";

const MAPPING: &str = "format = \"duly/mapping@1\"\nid = \"our-set\"\nversion = \"2026.1.0\"\ntitle = \"Our set\"\n\
    \n[columns]\nid = \"ID\"\nquestion = \"Control question\"\nanswer = \"Vendor response\"\ncomment = \"Remarks\"\n\
    importance = \"Priority\"\nby = \"Answered by\"\n\n[values]\nyes = 100\npartly = 50\nno = 0\n\
    \n[words]\nyes = [\"Y\", \"Implemented\"]\n\"n/a\" = \"-\"\n\n[importance]\nP1 = \"critical\"\nP2 = \"high\"\nP3 = \"low\"\n";

fn folder() -> Folder {
    Folder::with(&[("set.csv", TABLE), ("our-set.toml", MAPPING)])
}

fn asked(folder: &Folder) -> Ran {
    duly(folder, &["import", "set.csv", "--as", "questionnaire", "--mapping", "our-set.toml", "-o", "q.yaml"])
}

fn answered(folder: &Folder, file: &str, vendor: &str, to: &str) -> Ran {
    let mapped = ["--mapping", "our-set.toml", "--vendor", vendor, "-o", to];
    duly(folder, &[&["import", file, "--questionnaire", "q.yaml"][..], &mapped].concat())
}

#[test]
fn a_table_becomes_a_questionnaire_that_can_be_edited() {
    let folder = folder();
    let ran = asked(&folder);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = folder.read("q.yaml");
    for part in [
        "id: our-set\nversion: 2026.1.0\nlanguages: [en]\ntitle: Our set\n",
        "  - id: Access\n    title: Access\n    questions:\n      - id: AC-01-1\n",
        "        importance: critical\n",
        "refs: {table: [AC-01.1]}",
        "- {id: \"yes\", label: \"yes\", value: 100}",
        "  - id: Backups\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(text.contains("importance: medium"), "what the source does not say stands as medium: {text}");
    assert!(ran.err.contains("rows with an id: 6") && ran.err.contains("answers in the table"), "{}", ran.err);
    let checked = duly(&folder, &["check", "q.yaml"]);
    assert_eq!(checked.code, 0, "{}", checked.out);
    folder.write("before.yaml", &text);
    let again =
        duly(&folder, &["import", "set.csv", "--as", "questionnaire", "--mapping", "our-set.toml", "-o", "r.yaml"]);
    assert_eq!((again.code, folder.read("r.yaml")), (0, text), "twice the same bytes");
}

#[test]
fn answers_come_in_with_comments_and_who_gave_them() {
    let folder = folder();
    asked(&folder);
    let ran = answered(&folder, "set.csv", "Svara AB", "svara.yaml");
    let text = folder.read("svara.yaml");
    for part in [
        "vendor: {name: Svara AB}",
        "  Access.AC-01-1:\n    answer: yes\n    comment: |-\n      Nightly,\n      by the HR system\n    by: {name: Ann}\n",
        "  Access.AC-01-2: partly\n",
        "  Access.AC-02: no\n",
        "  Backups.BC-02: n/a\n",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // prose is no answer: it stands in the comment, and the question is open, which scripts see
    assert_eq!(ran.code, 2, "{}", ran.err);
    assert!(text.contains("comment: Twice a year, by hand") && !text.contains("answer: Twice"), "{text}");
    assert!(ran.err.contains("(they stand in the comment, the question is open): 1 (BC-01 C9)"), "{}", ran.err);
    let checked = duly(&folder, &["check", "svara.yaml", "--as-of", "2026-11-23"]);
    assert!(checked.code == 0 && checked.out.contains("na-without-reason"), "{}", checked.out);
    let into = ["import", "set.csv", "--questionnaire", "q.yaml", "--mapping", "our-set.toml", "--into", "svara.yaml"];
    assert_eq!(duly(&folder, &[&into[..], &["--vendor", "Svara AB"]].concat()).code, 2, "by whatever way it comes in");
    folder.write("whole.csv", TABLE.replace("Twice a year, by hand", "Y"));
    let ran = answered(&folder, "whole.csv", "Svara AB", "whole.yaml");
    assert!(ran.code == 0 && !ran.err.contains("the question is open"), "{}", ran.err);
}

/// The first rule: nothing that a returned table says of values or importance changes what an answer is worth.
#[test]
fn the_key_never_comes_from_the_returned_table() {
    let folder = folder();
    asked(&folder);
    answered(&folder, "set.csv", "Svara AB", "one.yaml");
    let other = TABLE.replace(";P1;", ";P3;").replace(";Yes;", ";No;");
    folder.write("set2.csv", other);
    folder.write("our-set.toml", MAPPING.replace("no = 0", "no = 100").replace("P1 = \"critical\"", "P1 = \"info\""));
    answered(&folder, "set2.csv", "Svara AB", "two.yaml");
    let told = |name: &str| folder.read(name).replace(name, "");
    assert_eq!(told("one.yaml"), told("two.yaml"));
}

/// The second rule: an unknown table stops with a proposal.
#[test]
fn an_unknown_table_stops_with_what_was_found() {
    let folder = folder();
    for more in [
        &["--as", "questionnaire", "-o", "q.yaml"][..],
        &["--source", "table", "--as", "questionnaire", "-o", "q.yaml"],
    ] {
        let ran = duly(&folder, &[&["import", "set.csv"][..], more].concat());
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert!(!folder.at("q.yaml").exists(), "nothing is written");
        let told = format!("{}{}", ran.out, ran.err);
        assert!(told.contains("table-not-mapped"), "{told}");
        assert!(told.contains("D \"Compliant answer\": 6 filled: Yes 5, No 1 -> perhaps answer"), "{told}");
        assert!(told.contains("--columns header=2,id=A,question=B,"), "{told}");
        assert!(told.contains("format = \"duly/mapping@1\""), "{told}");
    }
}

/// The third rule: two vendors compare, though one of them has moved rows about and renamed its sheet.
#[test]
fn two_vendors_compare_by_the_ids_of_the_source() {
    let folder = folder();
    asked(&folder);
    let mut rows: Vec<&str> = TABLE.lines().collect();
    rows.retain(|row| row.starts_with("ID;") || row.starts_with("BC-") || row.starts_with("AC-02"));
    rows[1..].reverse();
    let moved = rows
        .join("\n")
        .replace("Twice a year, by hand", "no")
        .replace("AC-02;Are shared accounts forbidden?;No", "AC-02;x;Yes");
    folder.write("moved.csv", moved + "\n");
    answered(&folder, "set.csv", "Svara AB", "svara.yaml");
    answered(&folder, "moved.csv", "Vänta AB", "vanta.yaml");
    assert!(folder.read("vanta.yaml").contains("Access.AC-02: yes"), "{}", folder.read("vanta.yaml"));
    let ran = duly(&folder, &["diff", "svara.yaml", "vanta.yaml", "--as-of", "2026-11-23"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let is_told = |line: &str| line.contains("AC-02 ") && line.contains(" no (") && line.contains(" yes (");
    assert!(ran.out.lines().any(is_told), "{}", ran.out);
}

fn text(at: &str, words: &str) -> String {
    format!("<c r=\"{at}\" t=\"str\"><v>{words}</v></c>")
}

/// A workbook of a licensed set: instructions first, then a sheet for each subject, with merged cells, a hidden column,
/// a hidden row and a formula without a value.
fn licensed(answers: [&str; 3]) -> Book {
    let row = |number: u32, cells: &str| format!("<row r=\"{number}\">{cells}</row>");
    let heads = |number: u32| {
        let cells = [("A", "Ques Num"), ("C", "Question/Request"), ("D", "Response"), ("E", "Additional Information")];
        row(number, &cells.map(|(at, words)| text(&format!("{at}{number}"), words)).concat())
    };
    let asked = |number: u32, id: &str, ask: &str, answer: &str| {
        row(number, &[("A", id), ("C", ask), ("D", answer)].map(|(at, it)| text(&format!("{at}{number}"), it)).concat())
    };
    let sheet = |before: &str, rows: &[String], behind: &str| {
        xml("worksheet", &format!("{before}<sheetData>{}</sheetData>{behind}", rows.concat()))
    };
    let intro = sheet("", &[row(1, &text("A1", "How to fill in")), row(2, &text("A2", "1"))], "");
    let hidden = "<cols><col min=\"4\" max=\"4\" hidden=\"1\"/></cols>";
    let merge = "<mergeCells count=\"2\"><mergeCell ref=\"A2:E2\"/><mergeCell ref=\"C5:C6\"/></mergeCells>";
    let access = [
        heads(1),
        row(2, &text("A2", "A. Who may enter")),
        asked(3, "A.1", "Is the door locked?", answers[0]),
        format!(
            "<row r=\"4\" hidden=\"1\">{}{}{}</row>",
            text("A4", "A.2"),
            text("C4", "Is there a guard?"),
            text("D4", answers[1])
        ),
        asked(5, "A.3.1", "Who has keys?", answers[2]),
        row(6, &text("A6", "A.3.2")),
        row(7, &[text("A7", "A.4"), text("C7", "Is it logged?"), "<c r=\"D7\"><f>B7</f></c>".to_owned()].concat()),
        asked(8, "A.1", "Is the door locked?", answers[0]),
    ];
    let backups = [heads(1), asked(2, "B.1", "Is there a copy?", "Y"), asked(3, "B.2", "Is it tested?", "N/A")];
    let tabs = format!("<sheets>{}{}{}</sheets>", tab(1), tab(2), tab(3));
    let inside = [
        to_sheet(1, "worksheets/sheet1.xml"),
        to_sheet(2, "worksheets/sheet2.xml"),
        to_sheet(3, "worksheets/sheet3.xml"),
    ];
    Book::new("")
        .with("xl/workbook.xml", xml("workbook", &tabs))
        .with("xl/_rels/workbook.xml.rels", relations(&inside.concat()))
        .with("xl/worksheets/sheet1.xml", intro)
        .with("xl/worksheets/sheet2.xml", sheet(hidden, &access, merge))
        .with("xl/worksheets/sheet3.xml", sheet("", &backups, ""))
}

/// The problems of a file, by its name and bytes, that is read as it is wanted.
type Case<'c> = (&'c [&'c str], (&'c str, &'c [u8]), SaidOfFile);

/// What stands against reading a table as it is wanted, of questions or of answers.
fn refused(file: &str, bytes: &[u8], wanted: &SaidOfFile) -> Vec<&'static str> {
    let opened = Foreign::of(Path::new(file), bytes.to_vec()).unwrap();
    let asked = table::questionnaire(&opened, wanted).map(|_| ());
    let told = |refused: Box<NotTakenIn>| {
        let notes = refused.notes.sorted().iter().map(|note| note.problem.code.id).collect::<Vec<_>>();
        [notes, vec![refused.problem.code.id]].concat()
    };
    asked.err().map(told).unwrap_or_default()
}

fn said(columns: &str, values: &str) -> SaidOfFile {
    let given = |words: &str| Some(words.to_owned()).filter(|words| !words.is_empty());
    SaidOfFile { columns: given(columns), values: given(values), stem: "set".to_owned(), ..SaidOfFile::default() }
}

#[test]
fn what_cannot_be_meant_is_refused_by_name() {
    let mapping = |more: &str| {
        let source = Source::new("m.toml", format!("format = \"duly/mapping@1\"\n{more}"));
        SaidOfFile { mapping: Some(source), ..said("", "") }
    };
    let many: String = (0..201).map(|at| format!("q{at},ask,c{at}\n")).collect();
    let many = format!("ID,Question,Category\n{many}");
    let book = licensed(["", "", ""]).file();
    let (set, two) = (("set.csv", TABLE.as_bytes()), ("two.csv", "ID,Ask,Ask\n1,a,b\n".as_bytes()));
    let sheet = |name: &str, columns| SaidOfFile { sheet: Some(name.to_owned()), ..said(columns, "") };
    let cases: Vec<Case> = vec![
        (&["table-not-mapped"], set, said("", "")),
        (&["table-not-mapped"], set, said("", "yes=100,no=0")),
        (&["mapping-language", "mapping-unread"], set, mapping("language = \"Swedish\"\n[columns]\nid = \"A\"\n")),
        (
            &["words-of-no-value", "mapping-unread"],
            set,
            mapping("[columns]\nid = \"A\"\n[values]\nyes = 1\n[words]\nyess = \"Y\"\n"),
        ),
        (&["no-such-part"], set, said("id=A,ask=B", "")),
        (&["column-unsaid"], set, said("id", "")),
        (&["column-twice"], set, said("id=A,id=B", "")),
        (&["column-shared"], set, said("id=A,question=B,answer=B", "")),
        (&["column-not-found"], set, said("id=A,question=Frage", "")),
        (&["column-unclear"], two, said("id=ID,question=Ask", "")),
        (&["sheet-not-found"], ("b.xlsx", &book), sheet("Access", "id=A,question=C")),
        (&["sheet-unclear"], ("b.xlsx", &book), said("id=A,question=C", "")),
        (&["no-id-column"], set, said("question=B", "")),
        (&["no-question-column"], set, said("id=A", "")),
        (&["no-question-rows"], ("none.csv", b"ID,Ask\n,Is it?\n"), said("id=ID,question=Ask", "")),
        (&["too-many-categories"], ("many.csv", many.as_bytes()), said("id=A,question=B,category=C", "")),
        (&["not-worth"], set, said("id=A,question=B", "yes=101")),
        (&["word-again"], set, said("id=A,question=B", "yes=1,Yes=2")),
        (
            &["word-twice", "mapping-unread"],
            set,
            mapping("[columns]\nid = \"A\"\n[values]\nyes = 1\nno = 0\n[words]\nyes = \"Y\"\nno = \"y\"\n"),
        ),
        (&["no-table"], ("set.json", b"{\"questions\": []}"), said("id=A,question=B", "")),
        (&["no-sheets"], set, sheet("Nope", "id=A,question=B")),
        (&["fixed-value"], set, said("id=A,question=B", "n/a=1")),
    ];
    for (codes, (file, bytes), wanted) in &cases {
        assert_eq!(refused(file, bytes, wanted), *codes, "{wanted:?}");
    }
    // answers are looked for by `no-answer-column`: see the tests beside their reader
    let shown: Vec<&str> =
        cases.iter().flat_map(|(codes, ..)| codes.iter().copied()).chain(["no-answer-column"]).collect();
    assert!(CODES.iter().all(|known| shown.contains(&known.id)), "every code has a case");
}

#[test]
fn an_answer_without_an_id_is_named_and_kept_and_a_lost_question_is_shown() {
    let table = "ID,Question,Answer,Weight\n4.1,Is access reviewed?,yes,HÖG\n\
                 4.1,Are backups tested by somebody else?,no,\n\
                 ,Who has keys?,nobody,\n,,never,\n4.2,Is it logged?,yes,\n";
    let folder = Folder::with(&[("set.csv", table)]);
    let said = ["--columns", "id=A,question=B,importance=D,answer=C", "--values", "yes=90,no=0"];
    let ran = duly(&folder, &[&["import", "set.csv", "--as", "questionnaire", "-o", "q.yaml"][..], &said].concat());
    assert!(ran.err.contains("(A3 4.1: Are backups tested by somebody else?)"), "{}", ran.err);
    assert!(ran.err.contains("no answer is worth 100 (they"), "{}", ran.err);
    assert!(!ran.err.contains("gives none") && !ran.err.contains("not known here"), "{}", ran.err);
    let said = ["--columns", "id=A,question=B,answer=C", "--vendor", "Svara AB", "-o", "x.yaml"];
    let ran = duly(&folder, &[&["import", "set.csv", "--questionnaire", "q.yaml"][..], &said].concat());
    let text = folder.read("x.yaml");
    assert!(text.contains("Who has keys?: nobody") && text.contains("never"), "{}\n{text}", ran.err);
    assert!(ran.err.contains("does not ask: 2 (C4, C5)"), "{}", ran.err);
}

const LICENSED: &str = "format = \"duly/mapping@1\"\nid = \"licensed\"\ntitle = \"A licensed set\"\n\
    sheet = [\"Sheet 2\", \"Sheet 3\"]\n\n[columns]\nid = \"Ques Num\"\nquestion = \"Question/Request\"\n\
    answer = \"Response\"\ncomment = \"Additional Information\"\n\n[values]\nyes = 100\nno = 0\n\
    \n[words]\nyes = \"Y\"\nno = \"N\"\n";

#[test]
fn a_licensed_set_comes_in_by_its_mapping() {
    let folder = Folder::with(&[("our-set.toml", LICENSED)]);
    folder.write("set.xlsx", licensed(["", "", ""]).file());
    folder.write("filled.xlsx", licensed(["Y", "n", "Y"]).file());
    let ran =
        duly(&folder, &["import", "set.xlsx", "--as", "questionnaire", "--mapping", "our-set.toml", "-o", "q.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = folder.read("q.yaml");
    assert!(text.contains("title: A. Who may enter\n") && text.contains("title: Sheet 3\n"), "{text}");
    assert!(text.matches("ask: Who has keys?").count() == 2, "merged cells say the same in each row: {text}");
    assert_eq!(text.matches("- id: A-1\n").count(), 1, "a row that came twice is one: {text}");
    let ran = answered(&folder, "filled.xlsx", "Svara AB", "svara.yaml");
    for told in ["sheet Sheet 2, D7", "hidden and were read: 1 (D)", "hidden and were read: 1 (A.2)"] {
        let told = told.replace("sheet Sheet 2, D7", "Sheet 2!D7");
        assert!(ran.err.contains(&told), "{told}\n{}", ran.err);
    }
    let text = folder.read("svara.yaml");
    for part in [".A-1: yes\n", ".A-2: no\n", ".A-3-1: yes\n", ".B-1: yes\n", ".B-2: n/a\n"] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert!(!text.contains("A-4:"), "nothing is guessed of a formula: {text}");
    let judged = duly(&folder, &["assess", "svara.yaml", "--as-of", "2026-11-23"]);
    assert_eq!(judged.code, 0, "{}", judged.err);
}

#[test]
fn a_mapping_is_checked_like_every_other_file() {
    let folder = folder();
    assert_eq!(duly(&folder, &["check", "our-set.toml"]).code, 0);
    folder.write("wrong.toml", MAPPING.replace("answer =", "anwser =").replace("yes = 100", "yes = 1000"));
    let checked = duly(&folder, &["check", "wrong.toml"]);
    assert_eq!(checked.code, 2);
    for told in ["unknown-key", "did you mean `answer`?", "out-of-range"] {
        assert!(checked.out.contains(told), "{told}\n{}", checked.out);
    }
    let ran = duly(&folder, &["import", "set.csv", "--as", "questionnaire", "--mapping", "wrong.toml", "-o", "q.yaml"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("unknown-key") && ran.err.contains("out-of-range"), "{}", ran.err);
}

#[test]
fn hostile_tables_are_read_in_bounds_and_hide_nothing() {
    let folder = Folder::new();
    let rows: String =
        (0..19_990).map(|at| format!("R-{at},Is number {at} in place and looked after?,yes\n")).collect();
    folder.write("long.csv", format!("ID,Question,Answer\n{rows}"));
    let ran =
        duly(&folder, &["import", "long.csv", "--as", "questionnaire", "--columns", "id=A,question=B", "-o", "q.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let wide = |words: &str| (0..400).map(|at| format!("{words}{at}")).collect::<Vec<_>>().join(",");
    let wide_rows: String = (0..200).map(|_| format!("{}\n", wide("yes"))).collect();
    folder.write("wide.csv", format!("{}\n{wide_rows}", wide("Answer")));
    let ran = duly(&folder, &["import", "wide.csv", "--as", "questionnaire", "-o", "w.yaml"]);
    assert_eq!(ran.code, 2);
    let told = format!("{}{}", ran.out, ran.err);
    assert!(told.lines().count() < 120, "{told}");
    folder
        .write("sly.csv", "ID,Question\n\u{202e}A-1,=cmd|'/c calc'!A1 \u{1b}[2J\u{200b}really?\nA-1,Something else?\n");
    let ran =
        duly(&folder, &["import", "sly.csv", "--as", "questionnaire", "--columns", "id=A,question=B", "-o", "s.yaml"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    let text = folder.read("s.yaml");
    assert!(!format!("{text}{}{}", ran.out, ran.err).contains(['\u{202e}', '\u{1b}', '\u{200b}']), "{text}");
    assert_eq!(text.matches("- id: A-1\n").count(), 1, "two ids that look the same are one: {text}");
    assert!(ran.err.contains("whose id another question above them has: 1 (A3 A-1: Something else?)"), "{}", ran.err);
}

#[test]
fn other_words_and_a_second_sheet_are_told() {
    let folder = folder();
    asked(&folder);
    let ran = answered(&folder, "set.csv", "B", "x.yaml");
    assert!(!ran.err.contains("in other words"), "{}", ran.err);
    folder.write("other.csv", TABLE.replace("Are backups tested?", "Are backups thought of?"));
    let ran = answered(&folder, "other.csv", "B", "y.yaml");
    assert!(ran.err.contains("in other words") && ran.err.contains("(BC-01)"), "{}", ran.err);
    let heads = ["ID", "Control question", "Vendor response", "Remarks", "Priority", "Answered by"];
    let sheet =
        |name: &str, said: &str| MadeSheet::new(name, &[&heads, &["AC-02", "Are shared accounts forbidden?", said]]);
    folder.write("two.xlsx", workbook(&[sheet("One", "yes"), sheet("Two", "no")]));
    let ran = answered(&folder, "two.xlsx", "B", "z.yaml");
    assert!(ran.err.contains("further sheets with the same heads") && ran.err.contains("(Two)"), "{}", ran.err);
}
