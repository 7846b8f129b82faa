//! The reports of the examples are kept under `examples/reports/`, so that anybody can see what comes out, and are what
//! the program makes today. After a change that is meant, `BLESS=1 cargo test --test it reports` writes them anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

const DAY: &str = "2026-11-23";

/// What is made of which vendor: the file that is kept, and the options.
const KEPT: &[(&str, &str, &[&str])] = &[
    ("nordkontakt.md", "nordkontakt", &[]),
    ("nordkontakt.html", "nordkontakt", &[]),
    ("nordkontakt-board.html", "nordkontakt", &["--for", "board"]),
    ("nordkontakt-letter.md", "nordkontakt", &["--for", "vendor", "--due", "2026-12-15"]),
    ("allyes.md", "allyes", &[]),
    ("allyes.html", "allyes", &[]),
    ("billigsvar.md", "billigsvar", &[]),
    ("billigsvar.html", "billigsvar", &[]),
    ("billigsvar-letter.html", "billigsvar", &["--for", "vendor", "--due", "2026-12-15"]),
    ("halvklar.md", "halvklar", &["--lang", "sv"]),
    ("halvklar.html", "halvklar", &["--lang", "sv"]),
    ("halvklar-board.md", "halvklar", &["--lang", "sv", "--for", "board"]),
];

/// What is made of which comparison: the file that is kept, the vendors, and the options.
const COMPARED: &[(&str, &[&str], &[&str])] = &[
    ("nordkontakt-billigsvar.md", &["nordkontakt", "billigsvar"], &["--as-of", DAY]),
    ("nordkontakt-billigsvar.html", &["nordkontakt", "billigsvar"], &["--as-of", DAY]),
    ("nordkontakt-allyes-board.html", &["nordkontakt", "allyes"], &["--as-of", DAY, "--for", "board"]),
    ("nordkontakt-over-time.md", &["nordkontakt-2025", "nordkontakt"], &["--as-of", "answered"]),
    ("nordkontakt-over-time.html", &["nordkontakt-2025", "nordkontakt"], &["--as-of", "answered", "--lang", "sv"]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn folder() -> PathBuf {
    root().join("examples/reports")
}

/// Every kept file with the arguments that make it.
fn kept() -> Vec<(&'static str, Vec<String>)> {
    let arguments = |command: &str, vendors: &[&str], options: &[&str]| {
        let files = vendors.iter().map(|vendor| format!("{vendor}.yaml"));
        [command.to_owned()].into_iter().chain(files).chain(options.iter().map(|option| (*option).to_owned())).collect()
    };
    let reports = KEPT.iter().map(|(name, vendor, options)| {
        (*name, arguments("export", &[vendor], &[&["--as-of", DAY], *options].concat()))
    });
    let compared = COMPARED.iter().map(|(name, vendors, options)| (*name, arguments("diff", vendors, options)));
    reports.chain(compared).collect()
}

/// What the program makes, for a file of this name.
fn made(name: &str, arguments: &[String]) -> String {
    let target = tempfile::tempdir().unwrap();
    let file = target.path().join(name);
    let mut command = Command::new(env!("CARGO_BIN_EXE_duly"));
    command.current_dir(root().join("examples")).env_clear().env("LC_ALL", "C").args(arguments);
    let output = command.args(["--quiet", "-o", file.to_str().unwrap()]).output().unwrap();
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    std::fs::read_to_string(file).unwrap()
}

fn first_difference(kept: &str, found: &str) -> String {
    let at = kept.lines().zip(found.lines()).position(|(kept, found)| kept != found);
    let line = |text: &str| text.lines().nth(at.unwrap_or(0)).unwrap_or_default().to_owned();
    format!("line {}\n  kept:  {}\n  found: {}", at.unwrap_or(0) + 1, line(kept), line(found))
}

#[test]
fn the_kept_reports_are_what_the_program_makes() {
    let bless = std::env::var_os("BLESS").is_some();
    let mut wrong = Vec::new();
    for (name, arguments) in kept() {
        let path = folder().join(name);
        let found = made(name, &arguments);
        if bless {
            std::fs::create_dir_all(folder()).unwrap();
            std::fs::write(&path, &found).unwrap();
        }
        let kept = std::fs::read_to_string(&path).unwrap_or_default();
        if kept != found {
            wrong.push(format!("===== {name}\n{}", first_difference(&kept, &found)));
        }
    }
    assert!(wrong.is_empty(), "{}\nif this is meant: BLESS=1 cargo test --test it reports", wrong.join("\n"));
}

#[test]
fn no_kept_report_is_without_a_case() {
    let entries = std::fs::read_dir(folder()).unwrap();
    let kept: BTreeSet<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let cases: BTreeSet<String> = self::kept().into_iter().map(|(name, _)| name.to_owned()).collect();
    assert_eq!(kept, cases);
}

#[test]
fn a_web_page_stays_below_500_kilobytes() {
    for (name, _) in kept().into_iter().filter(|(name, _)| name.ends_with(".html")) {
        let size = std::fs::metadata(folder().join(name)).unwrap().len();
        assert!(size < 500_000, "{name}: {size} bytes");
    }
}

#[test]
fn what_is_forbidden_to_say_is_not_said() {
    for (name, _) in kept() {
        let text = std::fs::read_to_string(folder().join(name)).unwrap().to_lowercase();
        for never in ["gdpr compliant", "nis2 compliant", "gdpr-compliant", "uppfyller gdpr", "nis2-godkänd"] {
            assert!(!text.contains(never), "{name}: {never}");
        }
        let is_letter = name.contains("letter");
        let disclaimed = text.contains("not legal advice") || text.contains("varken juridisk rådgivning");
        assert!(is_letter || disclaimed, "{name} says what it is not");
    }
}

#[test]
fn a_change_of_one_answer_changes_few_lines() {
    let answers = std::fs::read_to_string(root().join("examples/nordkontakt.yaml")).unwrap();
    let other = answers.replace("answer: [phones, lock, rule, checks]", "answer: [phones, lock, rule]");
    assert_ne!(answers, other);
    let report = |text: &str| {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("v.yaml"), text).unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_duly"));
        command.current_dir(folder.path()).env_clear().args(["export", "v.yaml", "--as-of", DAY, "-q", "--lang", "en"]);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let (before, after) = (report(&answers), report(&other));
    let lines: BTreeSet<&str> = before.lines().collect();
    let changed: Vec<&str> = after.lines().filter(|line| !lines.contains(line)).collect();
    // the scores of the whole, the group and the category, the answer, its fix, and a point here and there
    assert!(!changed.is_empty() && changed.len() <= 25, "{} of {}: {changed:#?}", changed.len(), lines.len());
}
