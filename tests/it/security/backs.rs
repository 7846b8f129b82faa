//! Answers and papers that came back in one ZIP file: what is unpacked where, and what never is.

use std::fs;
use std::path::Path;

use duly::internal::cli::papers_in::{PapersIn, take_back, unpack};
use duly::internal::exchange::archive::Archive;
use duly::internal::exchange::back::{Back, LIMITS};
use duly::internal::words::problem::{Code, backs};

use crate::support::zipped::{Book, Zipped, zip};
use crate::support::{Folder, duly, files_below};

/// What can be wrong with such a file beyond what can be wrong with any archive: each is met below.
pub const CODES: &[&Code] = backs::CODES;

const FINE: [(&str, &str); 3] =
    [("answers.xlsx", "PK"), ("evidence/iso.pdf", "%PDF-1"), ("evidence/deep/soc 2.pdf", "%PDF-2")];

fn packed(files: &[(&str, &str)]) -> Vec<u8> {
    zip(&files.iter().map(|(name, text)| Zipped::new(name, text.as_bytes())).collect::<Vec<_>>())
}

/// The fine file with one more.
fn and(name: &str, text: &str) -> Vec<u8> {
    packed(&[&FINE[..], &[(name, text)]].concat())
}

fn code(bytes: &[u8]) -> &'static str {
    match Back::of(bytes) {
        Ok(None) => "none",
        Ok(Some(back)) => back.answers().err().map_or("fine", |problem| problem.code.id),
        Err(problem) => problem.code.id,
    }
}

/// Every file below a folder, with what is in it.
fn lying(folder: &Path) -> Vec<(String, String)> {
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
    let mut files: Vec<_> =
        files_below(folder).iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect();
    files.sort();
    files
}

fn told(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
}

#[test]
fn answers_and_their_papers_are_found_wherever_they_were_packed() {
    for folder in ["", "Vendor AB/", "a/b/"] {
        let files: Vec<(String, &str)> = FINE.iter().map(|(name, text)| (format!("{folder}{name}"), *text)).collect();
        let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
        let bytes = packed(&[&files[..], &[("__MACOSX/._a", ""), (".DS_Store", ""), ("readme.txt", "")]].concat());
        let back = Back::of(&bytes).unwrap().unwrap();
        assert_eq!(back.answers().unwrap(), ("answers.xlsx", b"PK".to_vec()));
        assert_eq!(back.left_out.len(), 3, "{:?}", back.left_out);
        let here = Folder::new();
        assert_eq!(unpack(&back, here.path()).unwrap(), PapersIn::Unpacked(2));
        assert_eq!(lying(here.path()), told(&[("evidence/deep/soc 2.pdf", "%PDF-2"), ("evidence/iso.pdf", "%PDF-1")]));
    }
}

#[test]
fn any_file_of_answers_will_do_and_only_one() {
    for name in ["a.yaml", "a.yml", "A.XLSX", "a.csv"] {
        assert_eq!(
            code(&packed(&[(name, "x"), ("evidence/a.yaml", "a paper"), ("a.review.yaml", "x")])),
            "fine",
            "{name}"
        );
    }
    assert_eq!(code(&packed(&FINE[1..])), "zip-without-answers");
    assert_eq!(code(&and("other.yaml", "x")), "zip-with-several-answers");
    assert_eq!(code(&Book::new("").file()), "none", "a workbook is no archive of answers");
    assert_eq!(code(b"format: duly/answers@1"), "none");
    assert_eq!(code(&packed(&FINE)[..100]), "archive-cut-off");
}

#[test]
fn no_name_leads_elsewhere_or_is_another_on_some_system() {
    for (name, expected) in [
        ("../evidence/x.pdf", "archive-bad-name"),
        ("evidence/../../x.pdf", "archive-bad-name"),
        ("/etc/cron.d/x", "archive-bad-name"),
        ("evidence\\x.pdf", "archive-bad-name"),
        ("C:/x.pdf", "archive-bad-name"),
        ("evidence/x:stream", "archive-bad-name"),
        ("evidence/\u{202e}fdp.exe", "archive-bad-name"),
        ("evidence/x\n.pdf", "archive-bad-name"),
        ("evidence/CON", "zip-name"),
        ("evidence/nul.pdf", "zip-name"),
        ("evidence/com1.tar.gz", "zip-name"),
        ("evidence/aux/x.pdf", "zip-name"),
        ("evidence/x.pdf.", "zip-name"),
        ("evidence/x.pdf ", "zip-name"),
        ("evidence/what?.pdf", "zip-name"),
        ("evidence/-rf", "zip-name"),
        ("evidence/1/2/3/4/5/6/7/8.pdf", "zip-name"),
        ("evidence/ISO.PDF", "archive-same-name"),
        ("evidence/.htaccess", "fine"),
        ("evidence/a.pdf", "fine"),
    ] {
        assert_eq!(code(&and(name, "x")), expected, "{name}");
    }
    assert_eq!(code(&and(&format!("evidence/{}", "x".repeat(200)), "x")), "zip-name");
    let marks = [&FINE[..1], &[("evidence/sa\u{308}ker.pdf", "1"), ("evidence/säker.pdf", "2")]].concat();
    assert_eq!(code(&packed(&marks)), "archive-same-name", "macOS takes both for one");
    let link = Zipped { attributes: 0o120_777 << 16, ..Zipped::plain("evidence/link", b"/etc/passwd") };
    let with = |part: Zipped| {
        zip(&[FINE.map(|(name, text)| Zipped::new(name, text.as_bytes())).to_vec(), vec![part]].concat())
    };
    assert_eq!(code(&with(link)), "archive-link");
    assert_eq!(code(&with(Zipped { flags: 1, ..Zipped::plain("evidence/x", b"") })), "archive-locked");
}

#[test]
fn names_are_written_as_they_are_typed() {
    let bytes = packed(&[("a.yaml", "x"), ("evidence/sa\u{308}kerhet.pdf", "1")]);
    let here = Folder::new();
    unpack(&Back::of(&bytes).unwrap().unwrap(), here.path()).unwrap();
    assert_eq!(lying(here.path()), told(&[("evidence/säkerhet.pdf", "1")]));
}

#[test]
fn there_is_an_end_to_what_is_unpacked() {
    let many: Vec<Zipped> = (0..2000).map(|at| Zipped::plain(&format!("evidence/{at}"), b"")).collect();
    assert_eq!(code(&zip(&[many, vec![Zipped::plain("a.yaml", b"")]].concat())), "archive-too-many-parts");
    let sized = |megabytes: u32, count: usize| {
        let sized = |at: usize| {
            let mut part = Zipped::new(&format!("evidence/{at}"), b"x");
            part.says[2] = megabytes << 20;
            part.own_says = part.says;
            part
        };
        code(&zip(&[(0..count).map(sized).collect(), vec![Zipped::plain("a.yaml", b"")]].concat()))
    };
    assert_eq!([sized(51, 1), sized(41, 5), sized(40, 5)], ["archive-too-large", "archive-too-large", "fine"]);
}

#[test]
fn papers_are_put_there_all_or_none_and_over_nothing() {
    let good = packed(&FINE);
    let back = Back::of(&good).unwrap().unwrap();
    let here = Folder::with(&[("mine.txt", "mine")]);
    let done = unpack(&back, here.path()).unwrap();
    assert_eq!((done, unpack(&back, here.path()).unwrap()), (PapersIn::Unpacked(2), PapersIn::There), "once more");
    let before = lying(here.path());
    here.write("evidence/iso.pdf", "%PDF-X");
    let changed = lying(here.path());
    assert_eq!(unpack(&back, here.path()).unwrap(), PapersIn::Others);
    assert!(lying(here.path()) == changed && changed != before);
    take_back(PapersIn::Others, here.path());
    assert_eq!(lying(here.path()), changed, "what was not put there is not taken away");

    // the last of three is damaged: the first two are not there, nor anything else
    let mut parts = FINE.map(|(name, text)| Zipped::new(name, text.as_bytes()));
    parts[2].says[0] ^= 1;
    parts[2].own_says = parts[2].says;
    let bytes = zip(&parts);
    let here = Folder::with(&[("mine.txt", "mine")]);
    assert!(unpack(&Back::of(&bytes).unwrap().unwrap(), here.path()).is_err());
    assert_eq!(lying(here.path()), told(&[("mine.txt", "mine")]));
    assert_eq!(here.names(), ["mine.txt"]);
}

/// A link in the place of the papers is not followed, whoever put it there.
#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_papers_is_left_alone() {
    let good = packed(&FINE);
    let (here, elsewhere) = (Folder::new(), Folder::new());
    std::os::unix::fs::symlink(elsewhere.path(), here.at("evidence")).unwrap();
    assert_eq!(unpack(&Back::of(&good).unwrap().unwrap(), here.path()).unwrap(), PapersIn::Others);
    assert!(elsewhere.names().is_empty());
}

const ANSWERS: &str = "format: duly/answers@1\nvendor: {name: Nordlyset AB}\nquestionnaire: customer-service@1.1.0\n\
                       answers:\n  gdpr.dpa: \"no\"\nanswered: 2026-11-02\n";

/// As people do it: the answers become a file named after the vendor, with its papers beside it.
#[test]
fn answers_and_papers_are_brought_in_together_or_not_at_all() {
    let back = |papers: &str| packed(&[("x/a.yaml", ANSWERS), ("x/evidence/iso.pdf", papers), ("x/readme.txt", "")]);
    let here = Folder::new();
    here.write("back.zip", back("one"));
    let ran = duly(&here, &["import", "back.zip", "-o", "x/"]);
    assert_eq!(ran.code, 0, "{}", ran.err);
    assert!(
        ran.err.contains("papers unpacked: 1, in ") && ran.err.contains("not unpacked: 1 (x/readme.txt)"),
        "{}",
        ran.err
    );
    let names = |here: &Folder| lying(&here.at("x")).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    assert_eq!(names(&here), ["evidence/iso.pdf", "nordlyset-ab.yaml"]);
    let first = lying(&here.at("x"));
    let again = duly(&here, &["import", "back.zip", "-o", "x/"]);
    assert!(again.code == 2 && lying(&here.at("x")) == first, "{}", again.err);

    // other papers lie there: the answers are not written either
    here.write("back.zip", back("two").as_slice());
    fs::remove_file(here.at("x/nordlyset-ab.yaml")).unwrap();
    let ran = duly(&here, &["import", "back.zip", "-o", "x/", "--lang", "sv"]);
    assert!(ran.code == 2 && ran.err.contains("andra dokument ligger i"), "{}", ran.err);
    assert_eq!(names(&here), ["evidence/iso.pdf"]);

    // what is wrong in an archive is told by its name, and nothing is there
    for (bytes, code) in [
        (packed(&FINE[1..]), "zip-without-answers"),
        (and("a.yaml", ANSWERS), "zip-with-several-answers"),
        (and("evidence/NUL", ""), "zip-name"),
        (and("../x.pdf", ""), "archive-bad-name"),
    ] {
        here.write("bad.zip", bytes);
        here.make("y");
        let ran = duly(&here, &["import", "bad.zip", "-o", "y/"]);
        assert!(ran.code == 2 && ran.err.contains(code), "{code}: {}", ran.err);
        assert!(lying(&here.at("y")).is_empty());
    }
}

/// An answer of a workbook within an archive has both in its place.
#[test]
fn a_place_within_an_archive_is_told() {
    let here = Folder::new();
    here.write("back.zip", packed(&[("a.yaml", &ANSWERS.replace("\"no\"", "perhaps")), ("evidence/a.pdf", "")]));
    let ran = duly(&here, &["import", "back.zip", "-o", "x.yaml"]);
    assert!(ran.code == 2 && ran.err.contains("back.zip/a.yaml:5:"), "{}", ran.err);
    assert_eq!(here.names(), ["back.zip", "evidence", "x.yaml"]);
}

/// The folder of papers is known in whatever capitals; it is written in one way.
#[test]
fn papers_are_known_in_whatever_capitals() {
    for folder in ["Evidence", "EVIDENCE", "evidence"] {
        let name = |rest: &str| format!("x/{folder}/{rest}");
        let (paper, table) = (name("iso.pdf"), name("list.csv"));
        let bytes = packed(&[("x/a.yaml", "x"), (&paper, "1"), (&table, "2")]);
        let back = Back::of(&bytes).unwrap().unwrap();
        assert!(back.left_out.is_empty(), "{:?}", back.left_out);
        let here = Folder::new();
        assert_eq!(unpack(&back, here.path()).unwrap(), PapersIn::Unpacked(2));
        assert_eq!(lying(here.path()), told(&[("evidence/iso.pdf", "1"), ("evidence/list.csv", "2")]));
    }
    let two = packed(&[("a.yaml", "x"), ("evidence/iso.pdf", "1"), ("Evidence/ISO.pdf", "2")]);
    assert_eq!(code(&two), "archive-same-name");
}

/// An archive of answers in a folder is named, as any other form that came back; another one is left aside.
#[test]
fn a_folder_names_the_archives_that_hold_answers() {
    let here = Folder::with(&[("all/x.yaml", ANSWERS)]);
    here.write("all/logs.zip", packed(&[("app.log", "x"), ("evidence/a.csv", "x")]));
    here.write("all/~$x.xlsx", [0; 165]);
    duly(&here, &["assess", "all"]).done();
    here.write("all/b/back.zip", packed(&[("x/a.yaml", ANSWERS), ("x/evidence/iso.pdf", "")]));
    here.write("all/c/two.ZIP", packed(&[("a.xlsx", ""), ("b.xlsx", "")]));
    here.write("all/d/cut.xlsx", &Book::new("").file()[..200]);
    here.write("all/e/empty.xlsx", "");
    for command in ["assess", "check"] {
        let ran = duly(&here, &[command, "all"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        for told in [
            "all/b/back.zip: not judged: it is a form that came back; `duly import all/b/back.zip` takes it in, \
             and if it was taken in already, move it elsewhere",
            "all/c/two.ZIP: not judged: it is an archive that holds answers; unpack them, and take it out of the folder",
            "all/d/cut.xlsx: not judged: it could hold answers, and cannot be opened",
            "all/e/empty.xlsx: not judged: it could hold answers, and cannot be opened",
        ] {
            assert!(ran.err.contains(told), "{told}\n{}", ran.err);
        }
        assert_eq!(ran.err.matches("not judged: it").count(), 4, "{}", ran.err);
    }
    here.write("all/b/back.yaml", ANSWERS);
    assert!(!duly(&here, &["assess", "all"]).err.contains("back.zip"), "its answers are in");
}

/// What is said of an archive is what helps: `duly import` is named where it takes answers in, and only there.
#[test]
fn of_an_archive_that_cannot_be_taken_in_something_else_is_said() {
    let inner = packed(&[("a.yaml", ANSWERS)]);
    for (archive, is_taken_in) in [
        (packed(&[("a.yaml", ANSWERS), ("readme.txt", "x")]), true),
        (packed(&[("a.yaml", ANSWERS), (".b.yaml", ANSWERS)]), true),
        (packed(&[("a.json", ANSWERS)]), false),
        (packed(&[("a.yaml.txt", ANSWERS)]), false),
        (packed(&[("evidence/a.yaml", ANSWERS)]), false),
        (packed(&[("a.yaml", ANSWERS), ("b.yaml", ANSWERS)]), false),
        (zip(&[Zipped::new("inner.zip", &inner)]), false),
    ] {
        let here = Folder::with(&[("all/x.yaml", &ANSWERS.replace("Nordlyset", "Annan"))]);
        here.write("all/z.zip", &archive);
        let ran = duly(&here, &["assess", "all"]);
        assert_eq!(ran.code, 2, "{}", ran.err);
        assert_eq!(ran.err.contains("`duly import all/z.zip` takes it in"), is_taken_in, "{}", ran.err);
        assert_eq!(ran.err.contains("unpack them, and take it out of the folder"), !is_taken_in, "{}", ran.err);
        assert_eq!(duly(&here, &["import", "all/z.zip"]).code == 0, is_taken_in, "{}", ran.err);
    }
}

/// Packed or not, the same files are told.
#[test]
fn a_file_in_an_archive_is_looked_at_as_one_in_a_folder_is() {
    let message = format!("Hello,\n\nhere is what you asked for:\n\n{ANSWERS}");
    let no_format = ANSWERS.replace("format: duly/answers@1\n", "");
    let json = "{\"vendor\": {\"name\": \"V\"}, \"questionnaire\": \"customer-service@1.1.0\"}";
    let table = "duly/workbook@1 0123 customer-service@1.1.0\t\tanswer\n";
    let fenced = format!("# How to answer\n\n```yaml\n{ANSWERS}```\n");
    for (name, text, code) in [
        ("m.txt", &*message, 2),
        ("m.eml", &message, 2),
        ("m.md", &message, 2),
        ("n.yaml.txt", &no_format, 2),
        ("n.yaml~", &no_format, 2),
        ("d.json", json, 2),
        ("t.tsv", table, 2),
        ("m.md", &fenced, 0),
        ("d.json", "{\"vendor\": \"V\"}", 0),
        ("n.review.yaml", "format: duly/review@1\nvendor: V\n", 0),
        ("t.tsv", "a\tb\n", 0),
        ("m.txt", "See you on Monday.\n", 0),
    ] {
        let here = Folder::with(&[("files/x.yaml", ANSWERS), ("packed/x.yaml", ANSWERS)]);
        here.write(format!("files/{name}"), text);
        here.write("packed/z.zip", packed(&[(name, text)]));
        here.write("packed/y.zip", zip(&[Zipped::new("in.zip", &packed(&[("iso.pdf", "%PDF"), (name, text)]))]));
        for folder in ["files", "packed"] {
            let ran = duly(&here, &["assess", folder]);
            assert_eq!(ran.code, code, "{folder}/{name}: {}", ran.err);
        }
        let told = duly(&here, &["assess", "packed"]).err.matches("not judged: it ").count();
        assert_eq!(told, if code == 2 { 2 } else { 0 }, "each archive with {name}");
    }
}

/// Each of these in a folder of its own beside good answers: all are named with exit code 2, and nothing else is.
fn all_told(cases: &[(String, Vec<u8>)]) {
    let here = Folder::with(&[("all/ok.yaml", ANSWERS)]);
    for (at, (name, bytes)) in cases.iter().enumerate() {
        here.write(format!("all/{at}/{name}"), bytes.as_slice());
    }
    for command in [&["assess", "all"][..], &["check", "all"], &["export", "all", "--summary"]] {
        let ran = duly(&here, command);
        assert_eq!(ran.code, i32::from(!cases.is_empty()) * 2, "{}", ran.err);
        for (at, (name, _)) in cases.iter().enumerate() {
            let told = format!("all/{at}/{}: not judged: it ", name.trim_end()); // a line ends without blanks
            assert!(ran.err.contains(&told), "{at}/{name}: {}", ran.err);
        }
        assert_eq!(ran.err.matches("not judged: ").count(), cases.len(), "{}", ran.err);
    }
}

fn cases<const N: usize>(name: &str, contents: [Vec<u8>; N]) -> Vec<(String, Vec<u8>)> {
    contents.map(|bytes| (name.to_owned(), bytes)).into()
}

fn called(names: &[&str], bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    names.iter().map(|name| ((*name).to_owned(), bytes.to_vec())).collect()
}

/// Whatever an archive is called, wherever answers lie in it, and whatever keeps it from being opened.
#[test]
fn no_archive_hides_answers_in_a_folder() {
    let late = format!("{}{ANSWERS}", "# remark\n".repeat(400));
    let json = "{\"format\": \"duly/answers@1\"}";
    let members = ["b.yaml.txt", "b.txt", "b", "b.md", ".b.yaml", "b.review.yaml", "evidence/b.yaml", "../b.yaml"];
    let mut told: Vec<_> = members.map(|name| packed(&[("iso.pdf", "%PDF"), (name, ANSWERS)])).into();
    told.extend([packed(&[("evidence/b.json", json)]), packed(&[("b.txt", &late)])]);
    told.push(packed(&[("mimetype", "x"), ("b.yaml", "vendor: {name: V}\n")]));
    told.push(packed(&[("[Content_Types].xml", "x"), ("word/b.xml", ANSWERS)]));
    let inner = |name: &str, bytes: &[u8]| zip(&[Zipped::new("iso.pdf", b"%PDF"), Zipped::new(name, bytes)]);
    told.extend([inner("c.zip", &told[0]), inner("c.txt", &told[0]), inner("c.zip", &told[0][..90])]);
    told.extend([
        inner("c.tgz", b"\x1f\x8b\x08"),
        inner("c.bin", b"7z\xbc\xaf\x27\x1c"),
        inner("evidence/c.xls", b"\xd0\xcf"),
    ]);
    let deep = (0..9).fold(packed(&[("a.pdf", "%PDF")]), |bytes, _| inner("c.zip", &bytes));
    told.push(deep);
    let long = "\n".repeat(3 << 20);
    let empty: Vec<Zipped> = (0..30).map(|at| Zipped::new(&format!("{at}.pdf"), long.as_bytes())).collect();
    told.push(zip(&empty)); // there is an end to what is looked through
    all_told(&told.into_iter().map(|bytes| ("b.zip".to_owned(), bytes)).collect::<Vec<_>>());

    let good = packed(&[("b.yaml", ANSWERS), ("evidence/iso.pdf", "%PDF")]);
    let (before, behind) = ([b"x", &good[..]].concat(), [&good[..], b"x"].concat());
    all_told(&cases("b.zip", [good[..good.len() - 9].to_vec(), good[9..].to_vec(), before, behind, Vec::new()]));
    let answers = || Zipped::plain("b.txt", ANSWERS.as_bytes());
    let lying = |size: u32, method: u16, count: usize| {
        let mut part = Zipped { method, ..Zipped::plain("evidence/0", b"") };
        part.says[2] = size << 20;
        part.own_says = part.says;
        let named = |at: usize| format!("evidence/{at}").into_bytes();
        let part = |at| Zipped { name: named(at), own_name: named(at), ..part.clone() };
        zip(&[(0..count).map(part).collect(), vec![answers()]].concat())
    };
    let limits = [lying(51, 8, 1), lying(0, 0, 2001), lying(41, 8, 5), lying(0, 12, 1)];
    all_told(&cases("b.zip", limits));
    let names = [
        "b.zip ",
        "b.zip.",
        "b.zip.txt",
        "b.zip~",
        "b.zip.bak",
        "b.zipx",
        "b.tgz",
        "b.gz",
        "b",
        "b.pdf",
        "b.json",
        "b.yaml.txt",
    ];
    all_told(&called(&names, &good));
    all_told(&called(&["b.tgz", "b.gz", "b.gz.txt", "b"], b"\x1f\x8b\x08\0\0"));
    all_told(&called(&["b.zip.bak", "b.7z", "b.rar", "b.tar"], b"x"));
}

/// What lies beside judged answers under their name is left aside where it is of the same vendor, and else told.
#[test]
fn the_name_of_judged_answers_hides_no_other_vendor() {
    let other = ANSWERS.replace("Nordlyset AB", "Annan AB");
    let folder = Folder::with(&[("ours.yaml", ANSWERS), ("other.yaml", &other)]);
    let form = |of: &str| {
        duly(&folder, &["new", "--from", of, "-o", &format!("{of}.xlsx")]).done();
        fs::read(folder.at(format!("{of}.xlsx"))).unwrap()
    };
    let [ours, others] = [("ours.yaml", ANSWERS), ("other.yaml", other.as_str())].map(|(file, text)| {
        let (form, archive) = (form(file), packed(&[("x/b.yaml", text), ("x/evidence/iso.pdf", "")]));
        let both = zip(&[Zipped::new("b.yaml", ANSWERS.as_bytes()), Zipped::new("c.zip", &archive)]);
        let within = zip(&[Zipped::new("b.xlsx", &form)]);
        let text = text.as_bytes().to_vec();
        let packed = [("a.xlsx", form), ("a.zip", archive), ("a.zip", both), ("a.zip", within)];
        let texts = ["a.csv", "a.yaml.bak", "a.yaml~", "a.zip"].map(|name| (name, text.clone()));
        packed.into_iter().chain(texts)
    });
    let told = |name: &str, bytes: &[u8]| {
        let here = Folder::with(&[("all/a.yaml", ANSWERS)]);
        here.write(format!("all/{name}"), bytes);
        let ran = duly(&here, &["assess", "all"]);
        (ran.code, ran.err.contains(&format!("all/{name}: not judged: it ")))
    };
    for ((name, ours), (_, others)) in ours.zip(others) {
        assert_eq!(told(name, &ours), (0, false), "{name}");
        assert_eq!(told(name, &others), (2, true), "{name}");
    }
    let damaged = [("a.zip", &b"PK\x03\x04"[..]), ("a.xlsx", &b"\xd0\xcf"[..])];
    assert!(damaged.iter().all(|(name, bytes)| told(name, bytes) == (2, true)), "it could be anybody's");
}

/// Whatever a workbook is called, and whatever keeps it from being read.
#[test]
fn no_workbook_hides_answers_in_a_folder() {
    let here = Folder::with(&[("x.yaml", ANSWERS)]);
    duly(&here, &["new", "--from", "x.yaml", "-o", "form.xlsx"]).done();
    let form = fs::read(here.at("form.xlsx")).unwrap();
    let names = [
        "b.xlsx",
        "b.xlsm",
        "b.xls",
        "b.ods",
        "b.xlsx ",
        "b.xlsx.",
        "b.xlsx~",
        "b.xlsx.bak",
        "b.xlsx.txt",
        "b",
        "~$b.xlsx",
        "b.yaml.xlsx",
        "b.docx",
        "b.zip",
        "b.json",
        "b.review.yaml",
    ];
    all_told(&called(&names, &form));
    all_told(&cases("b.zip", [zip(&[Zipped::new("evidence/form.docx", &form)])]));

    let archive = Archive::open(&form, &LIMITS).unwrap();
    let parts = archive.parts().iter().map(|part| Zipped::new(&part.name, &archive.whole(part).unwrap()));
    let parts: Vec<Zipped> = parts.collect();
    let with = |more: Vec<Zipped>| zip(&[parts.clone(), more].concat());
    let mut large = Zipped::new("xl/media/0", b"x");
    large.says[2] = 33 << 20;
    large.own_says = large.says;
    let without: Vec<Zipped> = parts.iter().filter(|part| part.name != b"_rels/.rels").cloned().collect();
    let broken = [
        with(vec![large]),
        with((0..500).map(|at| Zipped::plain(&format!("x/{at}"), b"")).collect()),
        with(vec![Zipped { method: 12, ..Zipped::plain("x", b"") }]),
        zip(&without),
        form[..form.len() / 2].to_vec(),
    ];
    for name in ["b.xlsx", "b", "b.xlsm.bak"] {
        all_told(&cases(name, broken.clone()));
    }
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(200);
    all_told(&called(&["b.xls", "b.xlsx", "b.xls.bak", "b.xlsx.txt", "~$b.xls"], &old));
}

/// What holds none, or waits to be sent, is no false alarm.
#[test]
fn workbooks_documents_and_papers_without_answers_are_left_aside() {
    let here = Folder::new();
    duly(&here, &["new", "--vendor", "Tom", "-o", "blank.xlsx"]).done();
    let blank = fs::read(here.at("blank.xlsx")).unwrap();
    let old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".repeat(200);
    let own = Book::new("<row><c t=\"str\"><v>milk</v></c></row>").file();
    let chart = zip(&[Zipped::new("[Content_Types].xml", b"x"), Zipped::new("word/embeddings/a.xlsx", &own)]);
    let papers =
        zip(&[Zipped::new("soc.docx", &chart), Zipped::new("evidence/a.xlsx", &own), Zipped::new("a.pdf", b"%PDF")]);
    let here = Folder::with(&[("all/ok.yaml", ANSWERS)]);
    for (name, bytes) in [
        ("blank.xlsx", &blank),
        ("blank.xlsm", &blank),
        ("own.xlsx", &own),
        ("soc.docx", &chart),
        ("papers.zip", &papers),
        ("mail.msg", &old),
        ("old.doc", &old),
    ] {
        here.write(format!("all/{name}"), bytes.as_slice());
    }
    let ran = duly(&here, &["assess", "all"]);
    assert!(ran.code == 0 && ran.err.is_empty(), "{}", ran.err);
}

/// What import says of an archive, the other commands can do: it is checked, and its letter is written.
#[test]
fn an_archive_is_checked_and_asked_for_as_what_it_holds() {
    let here = Folder::new();
    here.write("good.zip", packed(&[("a.yaml", ANSWERS), ("evidence/iso.pdf", "")]));
    duly(&here, &["check", "good.zip"]).done();
    here.write("bad.zip", packed(&[("x/a.yaml", &ANSWERS.replace("\"no\"", "perhaps")), ("x/evidence/iso.pdf", "")]));
    let ran = duly(&here, &["check", "bad.zip"]);
    assert!(ran.code == 2 && ran.out.contains("bad.zip/a.yaml:5:"), "{}{}", ran.out, ran.err);
    let ran = duly(&here, &["import", "bad.zip"]);
    assert!(ran.err.contains("`duly export bad.zip --for vendor`"), "{}", ran.err);
    let letter = duly(&here, &["export", "bad.zip", "--for", "vendor"]);
    assert!(letter.out.contains("- **To:** **Nordlyset AB**") && letter.out.contains("`perhaps`"), "{}", letter.err);
    let ran = duly(&here, &["export", "good.zip", "--for", "vendor"]);
    let said = "nothing in the form has to be mended; `duly import good.zip` brings it in";
    assert!(ran.code == 2 && ran.err.contains(said), "{}", ran.err);
}

/// Whether a file is an archive is decided in one way; what is none, and no text either, is told as that.
#[test]
fn what_a_file_is_is_told_by_its_first_bytes() {
    let here = Folder::new();
    here.write("x.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    here.write("x.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR");
    here.write("empty.xlsx", "");
    here.write("empty.zip", "");
    here.write("cut.xlsx", &Book::new("").file()[..200]);
    here.write("papers.zip", packed(&FINE[1..]));
    here.write("old.yaml", b"service: K\xf6ln\n");
    here.write("pk.yaml", "PK: hello\n");
    for (file, code) in [
        ("x.png", "no-form"),
        ("x.xlsx", "archive-cut-off"),
        ("empty.xlsx", "archive-cut-off"),
        ("empty.zip", "archive-cut-off"),
        ("cut.xlsx", "archive-cut-off"),
        ("papers.zip", "zip-without-answers"),
        ("old.yaml", "not-utf8"),
        ("pk.yaml", "no-format"),
    ] {
        let ran = duly(&here, &["import", file, "-o", "out.yaml"]);
        assert!(ran.code == 2 && ran.err.contains(&format!("error[{code}]")), "import {file}: {}", ran.err);
        assert!(!here.at("out.yaml").exists());
        let other = if file == "x.png" { "not-utf8" } else { code };
        for command in [&["check"][..], &["assess"], &["export", "--for", "vendor"]] {
            let ran = duly(&here, &[command, &[file]].concat());
            let is_told = (ran.out + &ran.err).contains(&format!("error[{other}]"));
            assert!(ran.code == 2 && (is_told || file == "pk.yaml"), "{command:?} {file}: {}", ran.err);
        }
    }
}
