//! The reports of the examples are kept under `examples/reports/`, so that anybody can see what comes out, and are what
//! the program makes today. After a change that is meant, `BLESS=1 cargo test --test it reports` writes them anew.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::support::{DAY, Folder, assert_kept, duly, duly_on_day, example, example_papers, names_in, root};

/// What is made of which vendor: the file that is kept, and the options.
const KEPT: &[(&str, &str, &[&str])] = &[
    ("nordkontakt.md", "nordkontakt", &[]),
    ("nordkontakt.html", "nordkontakt", &[]),
    ("nordkontakt-board.html", "nordkontakt", &["--for", "board"]),
    ("nordkontakt-letter.md", "nordkontakt", &["--for", "vendor", "--reply-by", "2026-12-15"]),
    ("nordkontakt-contract.html", "nordkontakt", &["--for", "contract"]),
    ("allyes-letter.html", "allyes", &["--for", "vendor", "--reply-by", "2026-12-15", "--lang", "sv"]),
    ("allyes.md", "allyes", &[]),
    ("allyes.html", "allyes", &[]),
    ("billigsvar.md", "billigsvar", &[]),
    ("billigsvar.html", "billigsvar", &[]),
    ("billigsvar-letter.html", "billigsvar", &["--for", "vendor", "--reply-by", "2026-12-15"]),
    ("halvklar.md", "halvklar", &["--lang", "sv"]),
    ("halvklar.html", "halvklar", &["--lang", "sv"]),
    ("halvklar-letter.md", "halvklar", &["--lang", "sv", "--for", "vendor"]),
    ("halvklar-board.md", "halvklar", &["--lang", "sv", "--for", "board"]),
];

/// What is made of which comparison: the file that is kept, the vendors, and the options.
const COMPARED: &[(&str, &[&str], &[&str])] = &[
    ("nordkontakt-billigsvar.md", &["nordkontakt", "billigsvar"], &["--as-of", DAY]),
    ("nordkontakt-billigsvar.html", &["nordkontakt", "billigsvar"], &["--as-of", DAY]),
    ("nordkontakt-allyes-board.html", &["nordkontakt", "allyes"], &["--as-of", DAY, "--for", "board"]),
    (
        "choice-board.html",
        &["nordkontakt", "allyes", "billigsvar", "halvklar"],
        &["--as-of", DAY, "--for", "board", "--lang", "sv"],
    ),
    ("nordkontakt-over-time.md", &["nordkontakt-2025", "nordkontakt"], &["--as-of", "answered"]),
    ("nordkontakt-over-time.html", &["nordkontakt-2025", "nordkontakt"], &["--as-of", "answered", "--lang", "sv"]),
];

/// What is made of many vendors and of the year before: the file that is kept, and the options.
const OVERVIEWS: &[(&str, &[&str])] =
    &[("vendors.md", &[]), ("vendors.html", &["--lang", "sv"]), ("vendors-board.html", &["--for", "board"])];

/// The examples in a folder for each year, with our rules beside them.
fn years() -> Folder {
    let folder = Folder::new();
    let of_year = [("2025", &["nordkontakt-2025"][..]), ("2026", &["nordkontakt", "billigsvar", "allyes", "halvklar"])];
    for (year, name) in of_year.into_iter().flat_map(|(year, names)| names.iter().map(move |name| (year, name))) {
        folder.write(format!("{year}/{name}.yaml"), example(&format!("{name}.yaml")));
        let review = format!("{name}.review.yaml");
        if root().join("examples").join(&review).exists() {
            folder.write(format!("{year}/{review}"), example(&review));
        }
    }
    for (name, text) in example_papers() {
        folder.write(format!("{}/{name}", if name.starts_with("nordkontakt-2025") { 2025 } else { 2026 }), text);
    }
    folder.write("duly.toml", example("duly.toml"));
    folder
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
    let target = Folder::new();
    let file = target.at(name);
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    duly(root().join("examples"), &[&arguments[..], &["--quiet", "-o", file.to_str().unwrap()]].concat()).done();
    target.read(name)
}

#[test]
fn the_kept_reports_are_what_the_program_makes() {
    assert_kept("reports", kept().into_iter().map(|(name, arguments)| (folder().join(name), made(name, &arguments))));
}

#[test]
fn the_kept_overviews_are_what_the_program_makes_and_can_be_made_again() {
    let years = years();
    let named = ["export", "2026", "--summary", "--before", "2025", "--as-of", DAY, "-q", "-o"];
    let made = OVERVIEWS.iter().map(|(name, options)| {
        let ran = duly(&years, &[&named[..], &[name], options].concat());
        assert_eq!(ran.code, 1, "some fall short of our gate: {}", ran.err);
        (folder().join(name), years.read(name))
    });
    assert_kept("reports", made);
    let names = OVERVIEWS.iter().map(|(name, _)| *name);
    let ran = duly(&years, &["check"].into_iter().chain(names).chain(["--against", "."]).collect::<Vec<_>>());
    assert!(ran.code == 0 && ran.out.lines().count() == OVERVIEWS.len(), "{}{}", ran.out, ran.err);
}

#[test]
fn no_kept_report_is_without_a_case() {
    let overviews = OVERVIEWS.iter().map(|(name, _)| (*name).to_owned());
    let cases: BTreeSet<String> = kept().into_iter().map(|(name, _)| name.to_owned()).chain(overviews).collect();
    assert_eq!(names_in(&folder()).into_iter().collect::<BTreeSet<_>>(), cases);
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
    let answers = example("nordkontakt.yaml");
    let other = answers.replace("answer: [phones, lock, rule, checks]", "answer: [phones, lock, rule]");
    assert_ne!(answers, other);
    let report = |text: &str| {
        let folder = Folder::with(&[("v.yaml", text)]);
        duly_on_day(&folder, &["export", "v.yaml", "-q"]).done().out
    };
    let (before, after) = (report(&answers), report(&other));
    let lines: BTreeSet<&str> = before.lines().collect();
    let changed: Vec<&str> = after.lines().filter(|line| !lines.contains(line)).collect();
    // the scores of the whole, the group and the category, the answer, its fix, and a point here and there
    assert!(!changed.is_empty() && changed.len() <= 25, "{} of {}: {changed:#?}", changed.len(), lines.len());
}
