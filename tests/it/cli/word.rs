//! Word files: the same bytes for the same files, sound by the standard that Word is strict about, a vendor's words as
//! words; and, where LibreOffice is there, opened and laid out on pages. What was laid out stays in
//! `target/tmp/word`, to be looked at.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use duly::internal::words::{clean, quotation};

use super::browser::boards_of_long_texts;
use super::formats::{ATTACKS, attacked};
use crate::support::office::{assert_sound, paragraphs, part, parts};
use crate::support::{DAY, Folder, command, duly_on_day, root};

const VENDORS: [&str; 4] = ["nordkontakt", "allyes", "billigsvar", "halvklar"];
/// For whom, and the arguments that ask for it.
const KINDS: [(&str, &[&str]); 3] = [("report", &[]), ("board", &["--for", "board"]), ("letter", &["--for", "vendor"])];
/// What is put side by side, and how.
const COMPARED: [(&str, &[&str]); 4] = [
    ("two", &["nordkontakt.yaml", "billigsvar.yaml"]),
    ("choice", &["nordkontakt.yaml", "billigsvar.yaml", "--for", "board"]),
    ("years", &["nordkontakt-2025.yaml", "nordkontakt.yaml"]),
    ("four", &["nordkontakt.yaml", "allyes.yaml", "billigsvar.yaml", "halvklar.yaml"]),
];

/// A Word file from a command in a folder.
#[track_caller]
fn written(folder: impl AsRef<Path>, args: &[&str]) -> Vec<u8> {
    let desk = Folder::new();
    let file = desk.path().join("made.docx");
    let ran = duly_on_day(folder, &[args, &["-q", "-o", file.to_str().unwrap()]].concat());
    assert_eq!(ran.code, 0, "{args:?}: {}", ran.err);
    fs::read(file).unwrap()
}

fn exported(vendor: &str, args: &[&str]) -> Vec<u8> {
    written(root().join("examples"), &[&["export", vendor], args].concat())
}

/// Whether the words of a document hold some.
fn says(bytes: &[u8], words: &str) -> bool {
    paragraphs(bytes).iter().any(|(_, paragraph)| paragraph.contains(words))
}

#[test]
fn the_same_files_give_the_same_bytes_to_a_file_a_folder_and_a_pipe() {
    let examples = root().join("examples");
    let once = exported("nordkontakt.yaml", &["--lang", "sv"]);
    assert_eq!(once, exported("nordkontakt.yaml", &["--lang", "sv", "-f", "docx"]));
    let desk = Folder::new();
    let folder = desk.path().to_str().unwrap();
    let into = ["export", "-q", "nordkontakt.yaml", "allyes.yaml", "-f", "docx", "-o", folder, "--lang", "sv"];
    duly_on_day(&examples, &into).done();
    assert_eq!(fs::read(desk.path().join("nordkontakt.docx")).unwrap(), once);
    assert!(desk.path().join("allyes.docx").exists());
    let piped = ["export", "-q", "nordkontakt.yaml", "-f", "docx", "--lang", "sv", "--as-of", DAY];
    assert_eq!(command(&examples, &piped).output().unwrap().stdout, once);
    let names: Vec<String> = parts(&once).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names[0], "[Content_Types].xml", "the first part says what the others are");
}

#[test]
fn every_document_of_the_examples_is_sound() {
    for lang in ["en", "sv"] {
        for (vendor, (kind, args)) in VENDORS.iter().flat_map(|vendor| KINDS.map(|kind| (vendor, kind))) {
            let bytes = exported(&format!("{vendor}.yaml"), &[args, &["--lang", lang]].concat());
            assert_sound(&bytes);
            let styles = paragraphs(&bytes).into_iter().map(|(style, _)| style).collect::<Vec<_>>();
            assert_eq!(styles[0], "Title", "{vendor} {kind}");
            assert!(styles.iter().any(|style| style == "Heading1"), "{vendor} {kind}: navigation finds its parts");
        }
        for (_, args) in COMPARED {
            assert_sound(&written(root().join("examples"), &[&["diff"], args, &["--lang", lang]].concat()));
        }
    }
}

#[test]
fn a_document_has_a_title_and_a_language_and_no_name_of_anybody() {
    for (lang, code, title) in [("en", "en-GB", "Risk report: NordKontakt AB"), ("sv", "sv-SE", "Riskrapport:")] {
        let bytes = exported("nordkontakt.yaml", &["--lang", lang]);
        let core = part(&bytes, "docProps/core.xml");
        assert!(core.contains(&format!("<dc:title>{title}")) && core.contains(&format!(">{code}<")), "{core}");
        for never in ["creator", "created", "modified", "lastModifiedBy", "revision"] {
            assert!(!core.contains(never), "{never}");
        }
        assert!(part(&bytes, "word/styles.xml").contains(&format!("<w:lang w:val=\"{code}\"")));
    }
}

#[test]
fn every_picture_of_a_word_file_says_what_it_shows() {
    let files =
        [exported("nordkontakt.yaml", &[]), written(root().join("examples"), &[&["diff"], COMPARED[0].1].concat())];
    for bytes in files {
        let document = part(&bytes, "word/document.xml");
        let said: Vec<&str> = document.split("<wp:docPr ").skip(1).collect();
        let is_told = |about: &&str| about.split_once(" descr=\"").is_some_and(|(_, rest)| !rest.starts_with('"'));
        assert!(said.len() > 20 && said.iter().all(is_told), "{}", said.len());
    }
}

#[test]
fn a_table_of_a_word_file_has_a_head_that_comes_again_and_rows_that_stay_whole() {
    let document = part(&exported("nordkontakt.yaml", &[]), "word/document.xml");
    let rows = document.matches("<w:tr>").count();
    assert!(rows > 100 && document.matches("<w:cantSplit/>").count() == rows, "{rows}");
    let heads = document.matches("<w:tblHeader/>").count();
    assert!(heads > 5 && heads == document.matches("w:tblStyle w:val=\"Figures\"").count(), "{heads}");
}

/// What a vendor could write to get more than words into a Word file.
const IN_WORD: [&str; 7] = [
    "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>DDEAUTO c:\\\\calc</w:instrText></w:r>",
    "{ INCLUDEPICTURE \"https://evil.example/x.png\" } { HYPERLINK x }",
    "<w:hyperlink r:id=\"rId1\"><w:r><w:t>x</w:t></w:r></w:hyperlink>",
    "&#60;w:bookmarkStart w:id=\"1\" w:name=\"_Toc1\"/&#62; %1 \u{1}\u{b}\u{c}\u{202e}",
    "]]></w:document><?xml-stylesheet href=\"x\"?><!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]>&y;",
    "https://evil.example www.evil.example \\\\evil\\share file:///c:/x",
    "\u{5d0}\u{5d1}\u{5d2} \u{627}\u{628} abc 123",
];

#[test]
fn a_vendors_words_stay_words_in_a_word_file() {
    for attack in ATTACKS.iter().chain(&IN_WORD) {
        let desk = attacked(attack);
        for audience in [&[][..], &["--for", "board"], &["--for", "vendor"]] {
            let bytes = written(&desk, &[&["export", "v.yaml"], audience].concat());
            assert_sound(&bytes);
            assert!(!part(&bytes, "word/_rels/document.xml.rels").contains("TargetMode"), "{attack}: a link");
            for (name, text) in parts(&bytes) {
                assert!(text.lines().all(|line| !clean::has_hidden(line)), "{attack}: {name}");
            }
            assert!(
                !audience.is_empty() || says(&bytes, &quotation::within_quotes(attack)),
                "{attack} is shown as it is"
            );
        }
    }
}

#[test]
fn a_letter_that_asks_to_mend_can_be_had_for_word() {
    let desk = Folder::new();
    desk.write("v.yaml", "format: duly/answers@1\nvendor: {name: V}\nquestionnaire: customer-service@1.1.0\nanswers: {access.mfa: perhaps}\n");
    let ran = duly_on_day(&desk, &["export", "v.yaml", "--for", "vendor", "-o", "letter.docx"]);
    assert_eq!(ran.code, 2, "{}", ran.err);
    let bytes = fs::read(desk.path().join("letter.docx")).unwrap();
    assert_sound(&bytes);
    assert!(says(&bytes, "perhaps"));
}

// ---------------------------------------------------------------- laid out on pages

/// What to run first where something is missing.
const INSTALL: &str = "on Debian: apt-get install libreoffice-writer-nogui poppler-utils fonts-liberation";

/// Runs a program to its end and gives what it printed.
fn printed(command: &mut Command) -> String {
    let output = command.output();
    assert!(output.is_ok(), "{:?} does not start; {INSTALL}", command.get_program());
    let output = output.unwrap();
    assert!(output.status.success(), "{command:?} failed: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// An empty folder for what a test makes.
fn empty_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("word").join(name);
    let _ = fs::remove_dir_all(&folder); // it may not be there
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// All Word files of a folder in another format, by LibreOffice.
fn converted(folder: &Path, to: &str) {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let files = files.filter(|path| path.extension().is_some_and(|ending| ending == "docx"));
    let mut office = Command::new("soffice");
    // a profile of its own, so that one that runs already is not asked to do it
    office.arg(format!("-env:UserInstallation=file://{}", folder.join("profile").display()));
    printed(office.args(["--headless", "--convert-to", to, "--outdir"]).arg(folder).args(files));
}

/// The words of each page of a PDF.
fn pages(pdf: &Path) -> Vec<String> {
    assert!(pdf.exists(), "LibreOffice wrote no {}; {INSTALL}", pdf.display());
    let text = printed(Command::new("pdftotext").args(["-layout", "-enc", "UTF-8"]).arg(pdf).arg("-"));
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    assert_eq!(pages.pop().as_deref(), Some(""), "every page ends with a sign");
    pages
}

fn without_blanks(words: &str) -> String {
    words.split_whitespace().collect()
}

#[test]
#[ignore = "needs LibreOffice: see CONTRIBUTING.md"]
fn libreoffice_lays_out_every_kind_of_document() {
    let folder = empty_folder("pages");
    for lang in ["en", "sv"] {
        for (vendor, (kind, args)) in VENDORS.iter().flat_map(|vendor| KINDS.map(|kind| (vendor, kind))) {
            if kind != "report" || *vendor == "nordkontakt" {
                let bytes = exported(&format!("{vendor}.yaml"), &[args, &["--lang", lang]].concat());
                fs::write(folder.join(format!("{vendor}-{kind}-{lang}.docx")), bytes).unwrap();
            }
        }
        for (name, args) in COMPARED {
            let bytes = written(root().join("examples"), &[&["diff"], args, &["--lang", lang]].concat());
            fs::write(folder.join(format!("{name}-{lang}.docx")), bytes).unwrap();
        }
    }
    converted(&folder, "pdf");
    for lang in ["en", "sv"] {
        for one in
            VENDORS.map(|vendor| format!("{vendor}-board-{lang}.pdf")).iter().chain([&format!("choice-{lang}.pdf")])
        {
            assert_eq!(pages(&folder.join(one)).len(), 1, "{one}");
        }
        for letter in ["nordkontakt", "allyes"].map(|vendor| format!("{vendor}-letter-{lang}.pdf")) {
            let count = pages(&folder.join(&letter)).len();
            assert!(count <= 3, "{letter}: {count} pages, of a vendor that answered all");
        }
        let report = pages(&folder.join(format!("nordkontakt-report-{lang}.pdf")));
        assert!(report.len() > 10, "{}", report.len());
        assert!(report[1].contains(&format!("2 / {}", report.len())), "pages are numbered: {}", report[1]);
        assert_heads_come_again(&folder.join(format!("nordkontakt-report-{lang}.docx")), &report);
    }
}

/// The head of the longest table stands on more than one page, though the document has it once.
fn assert_heads_come_again(file: &Path, pages: &[String]) {
    let document = part(&fs::read(file).unwrap(), "word/document.xml");
    let longest = document.split("<w:tbl>").max_by_key(|table| table.matches("<w:tr>").count()).unwrap();
    let head = longest.split("</w:tr>").next().unwrap();
    let words = head.split("<w:t xml:space=\"preserve\">").skip(1).map(|rest| rest.split('<').next().unwrap());
    let words: Vec<&str> = words.collect();
    let line = |page: &String| page.lines().any(|line| words.iter().all(|word| line.contains(word)));
    let count = pages.iter().filter(|page| line(page)).count();
    assert!(count > 1, "{words:?} on {count} pages");
}

#[test]
#[ignore = "needs LibreOffice: see CONTRIBUTING.md"]
fn whatever_somebody_wrote_the_board_gets_one_page_in_word() {
    let folder = empty_folder("boards");
    boards_of_long_texts(&folder);
    converted(&folder, "pdf");
    let pdfs = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let pdfs: Vec<PathBuf> = pdfs.filter(|path| path.extension().is_some_and(|ending| ending == "pdf")).collect();
    assert_eq!(pdfs.len(), 8);
    for pdf in pdfs {
        assert_eq!(pages(&pdf).len(), 1, "{}", pdf.display());
    }
}

#[test]
#[ignore = "needs LibreOffice: see CONTRIBUTING.md"]
fn libreoffice_reads_every_word_in_its_order() {
    let folder = empty_folder("words");
    fs::write(folder.join("report.docx"), exported("nordkontakt.yaml", &[])).unwrap();
    fs::write(folder.join("letter.docx"), exported("billigsvar.yaml", &["--for", "vendor", "--lang", "sv"])).unwrap();
    // a row that is longer than a page, though rows do not break
    let long: String = (0..4_000).map(|at| format!("word{at} ")).collect();
    let desk = attacked("comment-of-a-vendor");
    let file = desk.read("v.yaml").replace("\"comment\":\"comment-of-a-vendor\"", &format!("\"comment\":{long:?}"));
    desk.write("v.yaml", file);
    fs::write(folder.join("long.docx"), written(&desk, &["export", "v.yaml"])).unwrap();
    for (at, attack) in ATTACKS.iter().chain(&IN_WORD).enumerate() {
        fs::write(folder.join(format!("attack-{at}.docx")), written(&attacked(attack), &["export", "v.yaml"])).unwrap();
    }
    converted(&folder, "txt:Text (encoded):UTF8");
    assert!(fs::read_to_string(folder.join("long.txt")).unwrap().contains("word3999"));
    let files = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path());
    let files: Vec<PathBuf> = files.filter(|path| path.extension().is_some_and(|ending| ending == "docx")).collect();
    assert_eq!(files.len(), 3 + ATTACKS.len() + IN_WORD.len());
    for file in files {
        let read = without_blanks(&fs::read_to_string(file.with_extension("txt")).unwrap());
        let mut rest = &read[..];
        for (style, words) in paragraphs(&fs::read(&file).unwrap()) {
            if style == "DrawnNumber" {
                continue; // of a picture
            }
            let words = without_blanks(&words);
            let at = rest.find(&words);
            assert!(at.is_some(), "{}: {words:?} in {rest:.400}", file.display());
            rest = &rest[at.unwrap() + words.len()..];
        }
    }
}
