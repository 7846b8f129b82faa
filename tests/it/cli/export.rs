//! `duly export` as people use it: which format, for whom, into which file, several vendors at once, and what happens
//! when a target cannot be written.

use serde_json::Value;

use crate::support::{Folder, Ran, duly, duly_on_day, example, example_papers, names_in, root, shell};

/// `duly export` in a folder, as of a fixed day.
fn export(folder: &Folder, args: &[&str]) -> Ran {
    duly_on_day(folder, &[&["export", "-q"], args].concat())
}

/// A folder with two vendors that can be judged, one that cannot, and a folder for reports.
fn desk() -> Folder {
    let desk = Folder::new();
    for name in ["nordkontakt.yaml", "nordkontakt.review.yaml", "halvklar.yaml"] {
        desk.write(name, example(name));
    }
    example_papers().iter().for_each(|(name, text)| desk.write(name, text));
    let broken = "format: duly/answers@1\nvendor: {name: Trasig AB}\nquestionnaire: customer-service@9.9.9\n";
    desk.write("broken.yaml", broken);
    desk.make("reports");
    desk
}

// ---------------------------------------------------------------- formats

#[test]
fn markdown_is_the_default_and_an_ending_names_another() {
    let desk = desk();
    assert!(export(&desk, &["nordkontakt.yaml"]).out.starts_with("# Risk report: NordKontakt AB\n"));
    let begins = [
        ("a.md", "# Risk report"),
        ("a.markdown", "# Risk report"),
        ("a.html", "<!DOCTYPE html>\n<html lang=\"en\""),
        ("a.HTM", "<!DOCTYPE html>"),
        ("a.json", "{\n  \"format\": \"duly/assessment@1\""),
        ("a.csv", "\u{feff}Id,Category,Question"),
    ];
    for (name, begin) in begins {
        let ran = export(&desk, &["nordkontakt.yaml", "-o", name]);
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{name}");
        assert!(desk.read(name).starts_with(begin), "{name}");
    }
    let named = export(&desk, &["nordkontakt.yaml", "-f", "md", "-o", "notes.txt"]);
    assert_eq!(named.code, 0, "{}", named.err);
    assert!(desk.read("notes.txt").starts_with("# Risk report"));
}

#[test]
fn a_file_of_lines_has_a_line_for_each_vendor_be_it_one_alone() {
    let desk = desk();
    let both = export(&desk, &["nordkontakt.yaml", "halvklar.yaml", "-f", "json"]);
    let expected = format!("{}\n", both.out.lines().next().unwrap());
    for (name, format) in [("a.jsonl", &[][..]), ("a.NDJSON", &[]), ("b.jsonl", &["-f", "json"])] {
        let ran = export(&desk, &[&["nordkontakt.yaml", "-o", name], format].concat());
        assert_eq!((ran.code, ran.out.as_str(), ran.err.as_str()), (0, "", ""), "{name}");
        assert!(desk.read(name) == expected, "{name}");
    }
    let kept = export(&desk, &["nordkontakt.yaml", "-o", "notes.jsonl", "-f", "md"]);
    assert!(kept.code == 0 && desk.read("notes.jsonl").starts_with("# Risk report"), "another format that is named");
    let held = duly(&desk, &["check", "a.jsonl", "--against", ".", "--lang", "en"]);
    assert!(held.code == 2 && held.said().contains("a line of JSON for each vendor"), "{}", held.said());
}

#[test]
fn what_cannot_be_written_says_how_it_can_be_had() {
    let desk = desk();
    for (args, said) in [
        (&["-o", "a.pdf"][..], "print it to PDF"),
        (&["-f", "html", "-o", "a.pdf"], "print it to PDF"),
        (&["-o", "a.odt"], "Word's .docx"),
        (&["-f", "html", "-o", "a.docx"], "leave -f away"),
        (&["-o", "a.xyz"], "`.xyz` names no format"),
        (&["--for", "board", "-f", "csv"], "Markdown, HTML or Word"),
        (&["--reply-by", "2026-12-15"], "--for vendor"),
        (&["--for", "vendor", "--reply-by", "2026-13-15"], "write YYYY-MM-DD"),
        (&["--for", "bord"], "board"),
    ] {
        let before = desk.names();
        let ran = export(&desk, &[&["nordkontakt.yaml"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.starts_with("error: ") && ran.err.contains(said), "{args:?}: {}", ran.err);
        assert_eq!(desk.names(), before, "{args:?}");
    }
}

#[test]
fn csv_is_as_the_excel_of_the_language_wants_it() {
    let desk = desk();
    let english = export(&desk, &["nordkontakt.yaml", "-f", "csv"]).out;
    let swedish = export(&desk, &["nordkontakt.yaml", "-f", "csv", "--lang", "sv"]).out;
    let rows = |text: &str, delimiter: u8| {
        let bytes = text.strip_prefix('\u{feff}').unwrap().to_owned().into_bytes();
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(&bytes[..]);
        reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect::<Vec<Vec<String>>>()
    };
    let (english, swedish) = (rows(&english, b','), rows(&swedish, b';'));
    assert_eq!((english.len(), swedish.len()), (116, 116));
    assert!(english.iter().chain(&swedish).all(|row| row.len() == 22));
    let mfa = english.iter().find(|row| row[0] == "access.mfa").unwrap();
    assert_eq!(
        mfa[1..3],
        [
            "Level 3: Access control",
            "Where is multi-factor authentication enforced for people who can reach our customers' data?"
        ]
    );
    assert_eq!(
        mfa[3..5],
        ["All users in all systems, whatever the second factor", "App or hardware key; hardware keys on the floor."]
    );
    assert_eq!(mfa[10..13], ["answered", "verified by us", "critical"]);
    let same = swedish.iter().find(|row| row[0] == "access.mfa").unwrap();
    assert_eq!(same[15].replace(',', "."), mfa[15]);
    assert!(same[15].contains(',') && same[2].starts_with("Var är multifaktorautentisering"));
}

// ---------------------------------------------------------------- for whom

#[test]
fn a_letter_names_the_day_and_keeps_our_side_to_ourselves() {
    let desk = desk();
    let letter = export(&desk, &["nordkontakt.yaml", "--for", "vendor", "--reply-by", "2026-12-15"]).out;
    assert!(letter.contains("- **Reply by:** **2026-12-15**"), "{letter}");
    assert!(letter.contains("`incident.prior`"), "{letter}");
    let ours = [
        "67.9",
        "HIGH",
        "flag",
        "Head of information security",
        "Statement of Applicability compensates",
        "approved on conditions",
    ];
    ours.iter().for_each(|words| assert!(!letter.contains(words), "{words}: {letter}"));
    let undated = export(&desk, &["nordkontakt.yaml", "--for", "vendor"]).out;
    assert!(!undated.contains("Reply by"), "{undated}");
}

#[test]
fn a_vendor_that_owes_nothing_gets_a_letter_that_says_so() {
    let desk = Folder::new();
    let small = "format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\ncategories:\n  - {id: a, title: A, \
                 questions: [{id: b, ask: Is it so?, weight: 1, answer: yes-partial-no}]}\n";
    desk.write("small.yaml", small);
    let answers = "format: duly/answers@1\nvendor: {name: Klar AB}\nquestionnaire: ./small.yaml\nanswered: 2026-11-02\n\
                   answers:\n  a.b: {answer: yes, evidence: [{title: T, issued: 2026-11-01, location: t.pdf}]}\n";
    desk.write("v.yaml", answers);
    desk.write("t.pdf", "T");
    let letter = export(&desk, &["v.yaml", "--for", "vendor"]).out;
    assert!(letter.contains("We have no further questions at present."), "{letter}");
}

// ---------------------------------------------------------------- several vendors

#[test]
fn several_documents_go_into_a_folder() {
    let desk = desk();
    let ran = export(&desk, &["nordkontakt.yaml", "halvklar.yaml", "-f", "html", "-o", "reports"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    assert_eq!(names_in(&desk.at("reports")), ["halvklar.html", "nordkontakt.html"]);
    let one = export(&desk, &["halvklar.yaml", "-f", "html"]).out;
    assert_eq!(desk.read("reports/halvklar.html"), one);
    for args in [&["-f", "html"][..], &["-o", "all.html"], &[]] {
        let ran = export(&desk, &[&["nordkontakt.yaml", "halvklar.yaml"], args].concat());
        assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{args:?}");
        assert!(ran.err.contains("folder") || ran.err.contains("format"), "{args:?}: {}", ran.err);
    }
}

#[test]
fn several_as_json_are_a_line_each() {
    let desk = desk();
    let ran = export(&desk, &["nordkontakt.yaml", "halvklar.yaml", "-f", "json"]);
    let lines: Vec<Value> = ran.out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let vendors: Vec<&str> = lines.iter().map(|line| line["vendor"].as_str().unwrap()).collect();
    assert_eq!(vendors, ["NordKontakt AB", "Halvklar Support AB"]);
    let one: Value = export(&desk, &["halvklar.yaml", "-f", "json"]).json();
    assert_eq!(lines[1], one);
}

#[test]
fn several_as_csv_are_one_table_with_the_vendor() {
    let desk = desk();
    let ran = export(&desk, &["nordkontakt.yaml", "halvklar.yaml", "-o", "all.csv"]);
    assert_eq!((ran.code, ran.err.as_str()), (0, ""));
    let table = desk.read("all.csv");
    assert_eq!(table.matches('\u{feff}').count(), 1);
    assert_eq!(table.matches("Vendor,Id,Category").count(), 1);
    let rows: Vec<&str> = table.lines().skip(1).collect();
    assert_eq!(rows.len(), 2 * 113 + 2);
    assert!(rows[0].starts_with("NordKontakt AB,certifications.held,"), "{}", rows[0]);
    assert!(rows[115].starts_with("Halvklar Support AB,certifications.held,"), "{}", rows[115]);
}

#[test]
fn a_vendor_that_cannot_be_judged_does_not_stop_the_others() {
    let desk = desk();
    let files = ["nordkontakt.yaml", "broken.yaml", "halvklar.yaml"];
    let ran = export(&desk, &[&files[..], &["-f", "md", "-o", "reports"]].concat());
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("broken.yaml") && ran.err.contains("error["), "{}", ran.err);
    assert_eq!(names_in(&desk.at("reports")), ["halvklar.md", "nordkontakt.md"]);
    let lines = export(&desk, &[&files[..], &["-f", "json"]].concat());
    assert_eq!((lines.code, lines.out.lines().count()), (2, 2));
    // one that falls short counts less than one that cannot be judged
    let short = export(&desk, &["nordkontakt.yaml", "halvklar.yaml", "-f", "json", "--fail-on", "high"]);
    assert_eq!(short.code, 1);
    assert!(short.err.contains("nordkontakt.yaml falls short of our rules"), "{}", short.err);
    let both = export(&desk, &[&files[..], &["-f", "json", "--fail-on", "high"]].concat());
    assert_eq!(both.code, 2);
}

#[test]
fn two_reports_never_become_one_file() {
    let desk = desk();
    desk.write("other/nordkontakt.yaml", desk.read("halvklar.yaml"));
    let ran = export(&desk, &["nordkontakt.yaml", "other/nordkontakt.yaml", "-o", "reports"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(names_in(&desk.at("reports")), ["nordkontakt.yaml.md", "other-nordkontakt.yaml.md"]);
    assert!(desk.read("reports/nordkontakt.yaml.md").contains("NordKontakt"));
    assert!(desk.read("reports/other-nordkontakt.yaml.md").contains("Halvklar"));
}

#[test]
fn one_review_is_not_taken_for_several_vendors() {
    let desk = desk();
    let files = ["nordkontakt.yaml", "halvklar.yaml", "-f", "json", "--review", "nordkontakt.review.yaml"];
    let ran = export(&desk, &files);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--review stands 1 times for 2 files"), "{}", ran.err);
}

// ---------------------------------------------------------------- targets that cannot be written

/// What was there is still there, and nothing else.
fn refused(desk: &Folder, target: &str, said: &str) {
    let before = desk.names();
    let ran = export(desk, &["nordkontakt.yaml", "-f", "html", "-o", target]);
    assert_eq!((ran.code, ran.out.as_str()), (2, ""), "{target}");
    assert_eq!(ran.err.lines().count(), 1, "{target}: {}", ran.err);
    assert!(ran.err.starts_with("error: cannot write") && ran.err.contains(said), "{target}: {}", ran.err);
    assert_eq!(desk.names(), before, "{target}");
}

#[test]
fn a_target_that_cannot_be_written_is_named_with_the_help() {
    let desk = desk();
    refused(&desk, "missing/a.html", "the folder missing does not exist; make it first");
    refused(&desk, "reports", "it is a folder; name a file in it");
    refused(&desk, "halvklar.yaml/a.html", "does not exist");
    let kept = desk.at("kept.html");
    desk.write("kept.html", "old");
    let mut permissions = std::fs::metadata(&kept).unwrap().permissions();
    permissions.set_readonly(true);
    std::fs::set_permissions(&kept, permissions).unwrap();
    refused(&desk, "kept.html", "it is write-protected");
    assert_eq!(desk.read("kept.html"), "old");
}

/// A disk that fills up half-way, as a limit on the size of files: the signal that comes with it does not end the
/// program, which sees an error, as it does of a full disk.
#[cfg(unix)]
#[test]
fn a_disk_that_fills_up_half_way_leaves_what_was_there() {
    let desk = desk();
    desk.write("a.html", "old");
    let before = desk.names();
    let line = "ulimit -f 40; exec \"$0\" export nordkontakt.yaml -q -o a.html";
    let ran = shell(&desk, line);
    assert_eq!((ran.code, ran.err.lines().count()), (2, 1), "{}", ran.err);
    assert!(ran.err.starts_with("error: cannot write a.html: "), "{}", ran.err);
    assert_eq!(desk.names(), before);
    assert_eq!(desk.read("a.html"), "old");
}

#[cfg(unix)]
#[test]
fn a_file_that_is_written_anew_keeps_its_permissions() {
    use std::os::unix::fs::PermissionsExt;
    let desk = desk();
    let file = desk.at("a.md");
    desk.write("a.md", "old");
    std::fs::set_permissions(&file, PermissionsExt::from_mode(0o600)).unwrap();
    let ran = export(&desk, &["nordkontakt.yaml", "-o", "a.md"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(desk.read("a.md").starts_with("# Risk report"));
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_gone_is_no_failure() {
    let desk = desk();
    for format in ["markdown", "html", "json", "csv"] {
        let line = format!("\"$0\" export nordkontakt.yaml -q -f {format}; echo \"code $?\" >&2");
        let ran = shell(&desk, &format!("({line}) | head -c 1 >/dev/null"));
        assert_eq!(ran.err, "code 0\n", "{format}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let desk = desk();
    for args in [&["-f", "markdown"][..], &["-f", "html"], &["-f", "csv"], &["-f", "html", "--for", "board"]] {
        let args = [&["nordkontakt.yaml"], args].concat();
        assert_eq!(export(&desk, &args).out, export(&desk, &args).out, "{args:?}");
    }
}

// ---------------------------------------------------------------- categories and groups

#[test]
fn a_page_for_the_board_leaves_no_category_out_and_every_group_says_how_well_it_is_met() {
    for vendor in ["nordkontakt.yaml", "billigsvar.yaml", "allyes.yaml"] {
        for lang in ["en", "sv"] {
            let args = |more: &[&str]| {
                let vendor = format!("examples/{vendor}");
                duly_on_day(root(), &[&["export", "-q", vendor.as_str(), "--lang", lang], more].concat())
            };
            let json: Value = args(&["-f", "json"]).json();
            let titles = |list: &str| {
                let all = json[list].as_array().unwrap().iter();
                all.map(|one| one["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
            };
            let page = args(&["--for", "board"]).out;
            for title in titles("categories") {
                assert!(page.contains(&title), "{vendor} {lang}: {title}\n{page}");
            }
            let report = args(&[]).out;
            for title in titles("groups") {
                assert!(report.contains(&format!("\n## {title}: h")), "{vendor} {lang}: {title}");
            }
        }
    }
}
