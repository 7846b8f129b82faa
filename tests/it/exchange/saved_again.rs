//! A workbook that was filled in comes back from other programs with every answer: LibreOffice, by itself and through
//! older and other formats, openpyxl and pandas, in both languages and in both beside each other.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::support::{Folder, duly, example, root};

const INSTALL: &str = "on Debian: apt-get install libreoffice-calc-nogui python3-openpyxl python3-pandas";
/// Debian's own Python, for which the packages are; another one may come before it.
const PYTHON: &str = "/usr/bin/python3";
/// The forms, and the arguments that make them.
const FORMS: [(&str, &[&str]); 3] =
    [("en", &["--lang", "en"]), ("sv", &["--lang", "sv"]), ("both", &["--both-languages"])];

/// Runs a program to its end.
fn ran(command: &mut Command) {
    let output = command.output();
    assert!(output.is_ok(), "{:?} does not start; {INSTALL}", command.get_program());
    let output = output.unwrap();
    assert!(output.status.success(), "{command:?}: {}; {INSTALL}", String::from_utf8_lossy(&output.stderr));
}

/// Has LibreOffice save files into a folder in a format.
fn convert(to: &str, files: &[String], folder: &Folder, into: &str) {
    let mut office = Command::new("soffice");
    // A profile of its own, so that one that runs already is not asked to do it.
    office.arg(format!("-env:UserInstallation=file://{}", folder.at("profile").display()));
    ran(office.current_dir(folder.path()).args(["--headless", "--convert-to", to, "--outdir", into]).args(files));
}

/// The forms, filled in with what the example says.
fn filled_in() -> Folder {
    let folder = Folder::new();
    folder.write("x.yaml", example("nordkontakt.yaml"));
    for (form, args) in FORMS {
        let form = format!("{form}.xlsx");
        let made = duly(&folder, &[&["new", "--from", "x.yaml", "-q", "-o", &form], args].concat());
        assert_eq!(made.code, 0, "{}", made.err);
    }
    folder
}

/// What is made of a workbook, without remarks; and how much of it was read, as it is said.
fn imported(folder: &Folder, workbook: &str) -> (String, String) {
    let _ = fs::remove_file(folder.at("back.yaml")); // it may not be there
    let ran = duly(folder, &["import", workbook, "-o", "back.yaml", "--vendor", "NordKontakt AB"]);
    let counts = ran.err.lines().find_map(|line| line.split_once(" answers read, ")).unwrap_or_default();
    let read = format!("{} of {}", counts.1.split(' ').next().unwrap(), counts.0.rsplit(' ').next().unwrap());
    let text = folder.read("back.yaml");
    (text.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n"), read)
}

/// Every form in this folder says what it said before it was saved again.
#[track_caller]
fn nothing_is_lost(folder: &Folder, saved_in: &str) {
    for (form, _) in FORMS {
        let (before, read) = imported(folder, &format!("{form}.xlsx"));
        let (answers, of) = read.split_once(" of ").unwrap();
        assert!(answers == of && answers.parse::<usize>().unwrap() > 100, "{form}: {read}");
        let (after, still_read) = imported(folder, &format!("{saved_in}/{form}.xlsx"));
        assert_eq!((&after, &still_read), (&before, &read), "{saved_in}, {form}");
    }
}

#[test]
#[ignore = "needs LibreOffice"]
fn workbook_comes_back_whole_from_libreoffice() {
    let folder = filled_in();
    let files = |from: &str, ending: &str| FORMS.map(|(form, _)| format!("{from}{form}.{ending}"));
    convert("xlsx", &files("", "xlsx"), &folder, "saved");
    nothing_is_lost(&folder, "saved");
    for other in ["ods", "xls"] {
        convert(other, &files("", "xlsx"), &folder, other);
        let again = format!("through-{other}");
        convert("xlsx", &files(&format!("{other}/"), other), &folder, &again);
        nothing_is_lost(&folder, &again);
    }
}

fn by_script(how: &str, from: &Path, to: &Path) {
    ran(Command::new(PYTHON).arg(root().join("tests/workbooks/save_again.py")).arg(how).arg(from).arg(to));
}

#[test]
#[ignore = "needs openpyxl and pandas"]
fn workbook_comes_back_whole_from_openpyxl_and_pandas() {
    let folder = filled_in();
    for how in ["openpyxl", "sheets", "renamed", "together"] {
        folder.make(how);
        for (form, _) in FORMS {
            let form = format!("{form}.xlsx");
            by_script(how, &folder.at(&form), &folder.at(how).join(&form));
        }
        nothing_is_lost(&folder, how);
    }
}

/// One sheet that was saved alone: its answers are those of the whole, and its documents are not there to be cited.
#[test]
#[ignore = "needs openpyxl and pandas"]
fn workbook_of_one_sheet_has_the_answers_of_it() {
    let folder = filled_in();
    for (form, _) in FORMS {
        let form = format!("{form}.xlsx");
        by_script("one", &folder.at(&form), &folder.at("one.xlsx"));
        let (whole, one) = (imported(&folder, &form).0, imported(&folder, "one.xlsx").0);
        let answers = |text: &str| -> Vec<String> {
            let (_, answers) = text.split_once("\nanswers:\n").unwrap();
            let of_access = |line: &&str| line.starts_with("  access.");
            let mut lines = answers.lines();
            let mut found = Vec::new();
            while let Some(line) = lines.find(of_access) {
                let next = lines.clone().find(|line| line.trim_start().starts_with("answer:")).unwrap_or_default();
                let short = line.split_once(": ").map(|(_, answer)| answer.to_owned());
                let answer = short.unwrap_or_else(|| next.trim().trim_start_matches("answer: ").to_owned());
                found.push(format!("{}: {answer}", line.trim().split(':').next().unwrap()));
            }
            found
        };
        let (whole, one) = (answers(&whole), answers(&one));
        assert!(one == whole && one.len() > 10, "{form}: {one:?} of {whole:?}");
    }
}

/// Every proposal of next year's form is confirmed in its drop-down, and LibreOffice saves it: last year's answers.
#[test]
#[ignore = "needs LibreOffice and openpyxl"]
fn workbook_of_next_year_that_is_confirmed_says_what_was_said() {
    let folder = Folder::new();
    folder.write("x.yaml", example("nordkontakt.yaml"));
    for ((form, args), words) in
        FORMS.into_iter().zip(["Still so", "Stämmer fortfarande", "Still so / stämmer fortfarande"])
    {
        let name = format!("{form}.xlsx");
        duly(&folder, &[&["new", "--renew", "x.yaml", "-q", "-o", &name], args].concat()).done();
        let mut script = Command::new(PYTHON);
        script.arg(root().join("tests/workbooks/confirm.py")).arg(folder.at(&name)).arg(folder.at(&name)).arg(words);
        ran(&mut script);
        convert("xlsx", std::slice::from_ref(&name), &folder, "saved");
        let back = format!("{form}.yaml");
        duly(&folder, &["import", &format!("saved/{name}"), "-o", &back]).done();
        let ran = duly(&folder, &["diff", "x.yaml", &back, "-q"]);
        let said = ran.out.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(said.contains("All 106 answers and comments are word for word those of 2 November 2026."), "{said}");
        assert!(folder.read(&back).contains("proposed: {answer: "), "what was confirmed can be seen");
    }
}
