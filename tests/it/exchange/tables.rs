//! Tables of others: nothing is read by a guess, ids are those of the table, and what answers are worth is said by us.

use std::path::Path;

use duly::internal::exchange::foreign::{Foreign, NotTakenIn, SaidOfFile, table};
use duly::internal::source::Source;
use duly::internal::words::problem::{Code, mappings};

use crate::support::zipped::{Book, relations, tab, to_sheet, xml};

/// What can be wrong with a mapping or what it says of a table; each stands in a test below.
pub const CODES: &[&Code] = mappings::CODES;

/// A table as a German or Swedish spreadsheet program saves it, with line breaks in cells.
const TABLE: &str = "Our set of controls;;;;;;\n\
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
        (&["word-twice"], set, said("id=A,question=B", "yes=1,Yes=2")),
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
