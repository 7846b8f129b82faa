//! The files of `tests/hostile/`, each judged and checked: exit code, first line, nothing else touched.
//!
//! `tests/hostile/expected.tsv` holds a line for each: the exit code, its name, the first line of the answer. What is too
//! large to keep, or no file at all, is made here by [`made`]. `BLESS=1` writes the table anew; then read it.

#![cfg(unix)]

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

use crate::support::{Folder, Ran, SMALL, assert_kept, command, files_below, root, run};

const HEAD: &str = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: small@1.0.0\n";
const FINE: &str = "answered: 2026-11-02\nanswers:\n  a.mfa: yes\n";
const BUILT_IN: &str = "format: duly/answers@1\nvendor: {name: Vendor AB}\nquestionnaire: customer-service@1.0.0\n";
const REVIEW: &str = "format: duly/review@1\nvendor: Vendor AB\nreviewer: Office\nreviewed: 2026-11-10\n";
const POLICY: &str = "format = \"duly/policy@1\"\n";
/// Longer first lines say nothing to anybody.
const READABLE: usize = 300;

/// What stands in a place where a file is expected.
enum Thing {
    Text(String),
    /// A link that leads there.
    Link(&'static str),
    /// A pipe that nobody writes to: whoever opens it waits.
    Pipe,
    Folder,
    /// A file that may not be read.
    Locked,
}

/// A questionnaire with these lines below its head.
fn questionnaire(lines: &str) -> Thing {
    Thing::Text(format!("format: duly/questionnaire@1\nid: small\nversion: 1.0.0\ntitle: Small\n{lines}"))
}

/// A questionnaire whose categories, or the questions of its only one, are made from their numbers.
fn many(count: usize, of: fn(usize) -> String) -> Thing {
    questionnaire(&format!("categories:\n{}", (0..count).map(of).collect::<String>()))
}

/// A line for each number.
fn lines(head: &str, count: usize, of: impl Fn(usize) -> String) -> Thing {
    Thing::Text(format!("{head}{}", (0..count).map(|at| of(at) + "\n").collect::<String>()))
}

fn answers(text: &str) -> Thing {
    Thing::Text(format!("{HEAD}{text}\n"))
}

/// What is not kept as a file, by the name that it would have.
fn made() -> Vec<(&'static str, Thing)> {
    let mut all = made_answers();
    all.extend(made_others());
    all.extend(made_places());
    all
}

fn made_answers() -> Vec<(&'static str, Thing)> {
    let digits = "9".repeat(10_000);
    vec![
        ("answers/100000-answers-to-no-question.yaml", lines(HEAD, 1, |_| unknown_answers())),
        (
            "answers/100000-answers-to-one-question.yaml",
            answers(&format!("answers:\n{}", "  a.mfa: yes\n".repeat(100_000))),
        ),
        (
            "answers/30000-documents.yaml",
            lines(&format!("{HEAD}evidence:\n"), 30_000, |at| format!("  d{at}: {{title: T}}")),
        ),
        ("answers/300000-values.yaml", answers(&format!("service: [{}]", "a,".repeat(300_000)))),
        ("answers/100000-brackets.yaml", answers(&format!("service: {}", "[".repeat(100_000)))),
        ("answers/100000-braces.yaml", answers(&format!("service: {}", "{a: ".repeat(100_000)))),
        ("answers/100000-dashes.yaml", answers(&format!("service:\n{}", "- ".repeat(100_000)))),
        ("answers/100000-question-marks.yaml", answers(&"? ".repeat(100_000))),
        ("answers/100000-anchors.yaml", lines(HEAD, 100_000, |at| format!("k{at}: &a{at} v"))),
        ("answers/100000-aliases.yaml", answers(&format!("service: &a a\nevidence: [{}]", "*a,".repeat(100_000)))),
        ("answers/100000-documents-of-yaml.yaml", answers(&"---\na: b\n".repeat(100_000))),
        ("answers/alias-bomb-of-30-levels.yaml", lines(&format!("{HEAD}k0: &k0 [ha]\n"), 30, laughs)),
        ("answers/key-of-1-mb.yaml", answers(&format!("{}: a", "k".repeat(1 << 20)))),
        ("answers/key-of-1-mb-with-a-mark.yaml", answers(&format!("? {}\n: a", "k".repeat(1 << 20)))),
        ("answers/key-of-1-mb-in-quotes.yaml", answers(&format!("answers: {{\"{}\": yes}}", "k".repeat(1 << 20)))),
        ("answers/question-of-1000-letters.yaml", answers(&format!("answers:\n  {}: yes", "k".repeat(1000)))),
        ("answers/option-of-1-mb.yaml", answers(&format!("answers: {{a.mfa: {}}}", "y".repeat(1 << 20)))),
        (
            "answers/text-of-1-mb.yaml",
            answers(&format!("answered: 2026-11-02\nanswers: {{a.about: {}}}", "word ".repeat(1 << 18))),
        ),
        ("answers/name-of-1-mb.yaml", Thing::Text(HEAD.replace("Vendor AB", &"V".repeat(1 << 20)))),
        ("answers/escapes-of-1-mb.yaml", answers(&format!("service: \"{}\"", "\\e".repeat(1 << 19)))),
        ("answers/open-quote-of-1-mb.yaml", answers(&format!("service: \"{}", "a ".repeat(1 << 19)))),
        ("answers/larger-than-4-mb.yaml", answers(&"# comment\n".repeat((4 << 20) / 10))),
        ("answers/number-of-10000-digits.yaml", answers(&format!("answers: {{a.hours: {digits}}}"))),
        ("answers/number-of-minus-10000-digits.yaml", answers(&format!("answers: {{a.hours: -{digits}}}"))),
        ("answers/date-of-10000-digits.yaml", answers(&format!("answered: {digits}-01-01"))),
        ("answers/option-of-10000-digits.yaml", answers(&format!("answers: {{a.mfa: {digits}}}"))),
        (
            "answers/10000-zeros.yaml",
            answers(&format!("answered: 2026-11-02\nanswers: {{a.hours: {}5}}", "0".repeat(10_000))),
        ),
    ]
}

fn unknown_answers() -> String {
    let lines = (0..100_000).map(|at| format!("  b.q{at}: yes\n"));
    format!("answers:\n{}", lines.collect::<String>())
}

/// A level of a bomb of aliases: ten times the level below.
fn laughs(at: usize) -> String {
    format!("k{}: &k{} [{}]", at + 1, at + 1, format!("*k{at}, ").repeat(10))
}

fn made_others() -> Vec<(&'static str, Thing)> {
    let digits = "9".repeat(10_000);
    let question = |keys: &str| {
        questionnaire(&format!("categories: [{{id: a, title: A, questions: [{{id: mfa, ask: Q?, {keys}}}]}}]\n"))
    };
    let review = |text: &str| Thing::Text(format!("{REVIEW}{text}\n"));
    let policy = |text: &str| Thing::Text(format!("{POLICY}{text}\n"));
    vec![
        ("review/100000-answers-to-no-question.review.yaml", review(&unknown_answers())),
        ("review/number-of-10000-digits.review.yaml", review(&format!("answers: {{a.hours: {{answer: {digits}}}}}"))),
        ("review/key-of-1-mb.review.yaml", review(&format!("? {}\n: a", "k".repeat(1 << 20)))),
        ("review/100000-brackets.review.yaml", review(&format!("client: {}", "[".repeat(100_000)))),
        ("review/larger-than-4-mb.review.yaml", review(&"# comment\n".repeat((4 << 20) / 10))),
        ("questionnaire/weight-of-10000-digits.yaml", question(&format!("weight: {digits}, answer: yes-no"))),
        ("questionnaire/weight-of-minus-10000-digits.yaml", question(&format!("weight: -{digits}, answer: yes-no"))),
        ("questionnaire/100000-brackets.yaml", questionnaire(&format!("about: {}", "[".repeat(100_000)))),
        (
            "questionnaire/key-of-1-mb.yaml",
            questionnaire(&format!(
                "? {}\n: a\ncategories: [{{id: a, title: A, questions: [{{id: mfa, ask: Q?, importance: low, answer: yes-no}}]}}]\n",
                "k".repeat(1 << 20)
            )),
        ),
        (
            "questionnaire/201-categories.yaml",
            many(201, |at| {
                format!(
                    "  - {{id: c{at}, title: C, questions: [{{id: q, ask: Q?, importance: low, answer: yes-no}}]}}\n"
                )
            }),
        ),
        ("questionnaire/10000-files-of-categories.yaml", many(10_000, |at| format!("  - c{at}.yaml\n"))),
        (
            "questionnaire/chain-of-3000-conditions.yaml",
            many(3_001, |at| match at.checked_sub(1) {
                None => "  - id: a\n    title: A\n    questions:\n".to_owned(),
                Some(0) => "      - {id: mfa, ask: Q, importance: low, answer: yes-no}\n".to_owned(),
                Some(1) => {
                    "      - {id: q1, ask: Q, importance: low, answer: yes-no, when: {a.mfa: [\"yes\"]}}\n".to_owned()
                }
                Some(at) => format!(
                    "      - {{id: q{at}, ask: Q, importance: low, answer: yes-no, when: {{a.q{}: [\"yes\"]}}}}\n",
                    at - 1
                ),
            }),
        ),
        ("questionnaire/larger-than-16-mb.yaml", questionnaire(&"# comment\n".repeat((16 << 20) / 10))),
        ("policy/number-of-10000-digits.toml", policy(&format!("minimum_coverage = {digits}"))),
        ("policy/number-with-10000-decimals.toml", policy(&format!("minimum_coverage = 0.{digits}"))),
        ("policy/key-of-900000-letters.toml", policy(&format!("{} = 1", "k".repeat(900_000)))),
        ("policy/key-with-100000-dots.toml", policy(&format!("{}a = 1", "a.".repeat(100_000)))),
        ("policy/section-with-100000-dots.toml", policy(&format!("[{}a]", "a.".repeat(100_000)))),
        ("policy/100000-brackets.toml", policy(&format!("reviews = {}", "[".repeat(100_000)))),
        ("policy/100000-braces.toml", policy(&format!("reviews = {}", "{a=".repeat(100_000)))),
        ("policy/50000-unknown-keys.toml", lines(POLICY, 50_000, |at| format!("k{at} = 1"))),
        ("policy/50000-sections.toml", lines(POLICY, 50_000, |at| format!("[s{at}]"))),
        ("policy/50000-lists-of-sections.toml", lines(POLICY, 50_000, |_| "[[s]]".to_owned())),
        ("policy/50000-broken-lines.toml", lines(POLICY, 50_000, |_| "= =".to_owned())),
        ("policy/larger-than-1-mb.toml", policy(&"# comment\n".repeat((1 << 20) / 10))),
    ]
}

fn made_places() -> Vec<(&'static str, Thing)> {
    let locked = |name| (name, Thing::Locked);
    vec![
        ("answers/not-there.yaml", Thing::Link("nowhere.yaml")),
        ("answers/link-to-answers.yaml", Thing::Link("v.yaml")),
        ("answers/link-to-itself.yaml", Thing::Link("link-to-itself.yaml")),
        ("answers/link-to-a-device.yaml", Thing::Link("/dev/zero")),
        ("answers/link-to-a-secret.yaml", Thing::Link("/etc/passwd")),
        ("answers/pipe.yaml", Thing::Pipe),
        locked("answers/unreadable.yaml"),
        ("review/pipe.review.yaml", Thing::Pipe),
        ("review/folder.review.yaml", Thing::Folder),
        ("review/link-to-a-device.review.yaml", Thing::Link("/dev/zero")),
        locked("review/unreadable.review.yaml"),
        ("questionnaire/pipe.yaml", Thing::Pipe),
        ("questionnaire/folder.yaml", Thing::Folder),
        ("questionnaire/link-to-a-device.yaml", Thing::Link("/dev/zero")),
        locked("questionnaire/unreadable.yaml"),
        ("policy/pipe.toml", Thing::Pipe),
        ("policy/folder.toml", Thing::Folder),
        ("policy/link-to-a-device.toml", Thing::Link("/dev/zero")),
        locked("policy/unreadable.toml"),
        ("folder/questionnaire-that-is-a-link-to-the-outside/q.yaml", Thing::Link("../outside.yaml")),
        ("folder/questionnaire-behind-a-link-to-a-folder/sub", Thing::Link("..")),
        ("folder/questionnaire-that-is-a-link-to-a-device/q.yaml", Thing::Link("/dev/zero")),
        ("folder/questionnaire-that-is-a-pipe/q.yaml", Thing::Pipe),
        ("folder/questionnaire-that-is-a-folder/q.yaml", Thing::Folder),
        locked("folder/questionnaire-that-is-unreadable/q.yaml"),
        ("folder/category-file-that-is-a-link-to-the-outside/c.yaml", Thing::Link("../outside.yaml")),
        ("folder/category-file-that-is-a-pipe/c.yaml", Thing::Pipe),
        ("folder/category-file-that-is-a-folder/c.yaml", Thing::Folder),
        locked("folder/category-file-that-is-unreadable/c.yaml"),
        ("folder/evidence-that-is-a-pipe/dpa.pdf", Thing::Pipe),
        ("folder/evidence-that-is-a-link-to-the-outside/dpa.pdf", Thing::Link("/etc/passwd")),
        ("folder/review-beside-that-is-a-pipe/v.review.yaml", Thing::Pipe),
        ("folder/review-beside-that-is-a-folder/v.review.yaml", Thing::Folder),
        ("folder/review-beside-that-is-a-link-to-a-device/v.review.yaml", Thing::Link("/dev/zero")),
        locked("folder/review-beside-that-is-unreadable/v.review.yaml"),
        ("folder/policy-beside-that-is-a-pipe/duly.toml", Thing::Pipe),
        ("folder/policy-beside-that-is-a-link-to-a-device/duly.toml", Thing::Link("/dev/zero")),
    ]
}

// ---------------------------------------------------------------- cases

/// What lies in the case's folder besides what is kept or made for it.
fn companions(kind: &str, file: &str) -> Vec<(String, String)> {
    let (v, small) = ("v.yaml".to_owned(), ("small.yaml".to_owned(), SMALL.to_owned()));
    let fine = HEAD.to_owned() + FINE;
    match kind {
        "answers" => vec![(v, fine), small],
        "review" => vec![(file.replace(".review.", "."), fine), small],
        "questionnaire" => vec![(v, fine)],
        "policy" => vec![(v, BUILT_IN.to_owned() + "answered: 2026-11-02\nanswers: {access.mfa: all}\n")],
        _ => Vec::new(),
    }
}

/// The arguments of `duly check` and of `duly assess`, which tells everything of what is not too much.
fn commands(kind: &str, file: &str, all: bool) -> [Vec<String>; 2] {
    let words = |line: String| format!("{line} --as-of 2026-11-23").split(' ').map(str::to_owned).collect();
    let (check, assess) = match kind {
        "answers" => {
            let with = format!("{file} --questionnaire small.yaml --no-review");
            (with.clone(), with)
        }
        "review" => {
            let answers = file.replace(".review.", ".");
            (
                format!("{file} --questionnaire small.yaml"),
                format!("{answers} --review {file} --questionnaire small.yaml"),
            )
        }
        "questionnaire" => (file.to_owned(), format!("v.yaml --questionnaire {file} --no-review")),
        "policy" => (format!("v.yaml --policy {file}"), format!("v.yaml --policy {file}")),
        _ => ("v.yaml".to_owned(), "v.yaml".to_owned()),
    };
    [words(format!("check {check}")), words(format!("assess {}{assess}", if all { "--all " } else { "" }))]
}

/// What is put into a case's folder: kept in `tests/hostile/`, or made.
enum Part {
    Kept(PathBuf),
    Made(Thing),
}

type Cases = BTreeMap<String, Vec<(PathBuf, Part)>>;

/// Every case by its name, with its parts by their paths in the case's folder. A folder is one case.
fn cases() -> Cases {
    let root = root().join("tests/hostile");
    let mut cases = Cases::new();
    let mut add = |path: &str, part: Part| {
        let (case, inside) = match path.strip_prefix("folder/").and_then(|rest| rest.split_once('/')) {
            Some((case, inside)) => (format!("folder/{case}"), inside),
            None => (path.to_owned(), path.split_once('/').unwrap().1),
        };
        cases.entry(case).or_default().push((PathBuf::from(inside), part));
    };
    for kind in ["answers", "review", "questionnaire", "policy", "folder"] {
        for file in files_below(&root.join(kind)) {
            let path = file.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
            add(&path, Part::Kept(file));
        }
    }
    made().into_iter().for_each(|(path, thing)| add(path, Part::Made(thing)));
    cases
}

/// Whether nothing of a case is made.
fn is_kept(parts: &[(PathBuf, Part)]) -> bool {
    parts.iter().all(|(_, part)| matches!(part, Part::Kept(_)))
}

/// Puts a case into a folder; gives the folder to stand in.
fn lay_out(name: &str, parts: &[(PathBuf, Part)], root: &Path) -> PathBuf {
    let folder = root.join("vendor");
    fs::create_dir_all(&folder).unwrap();
    fs::write(root.join("outside.yaml"), SMALL).unwrap();
    let (kind, file) = name.split_once('/').unwrap();
    for (name, text) in companions(kind, file) {
        fs::write(folder.join(name), text).unwrap();
    }
    for (inside, part) in parts {
        let path = folder.join(inside);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        match part {
            Part::Kept(file) => drop(fs::copy(file, &path).unwrap()),
            Part::Made(Thing::Text(text)) => fs::write(&path, text).unwrap(),
            Part::Made(Thing::Link(to)) => symlink(to, &path).unwrap(),
            Part::Made(Thing::Pipe) => assert!(Command::new("mkfifo").arg(&path).status().unwrap().success()),
            Part::Made(Thing::Folder) => fs::create_dir(&path).unwrap(),
            Part::Made(Thing::Locked) => {
                fs::write(&path, HEAD).unwrap();
                fs::set_permissions(&path, PermissionsExt::from_mode(0o000)).unwrap();
            }
        }
    }
    folder
}

// ---------------------------------------------------------------- running

/// Somebody without any rights: root may read everything.
const NOBODY: u32 = 65_534;

fn duly(folder: &Path, args: &[String], as_nobody: bool) -> Ran {
    let mut command = command(folder, &args.iter().map(String::as_str).collect::<Vec<_>>());
    if as_nobody {
        command.uid(NOBODY);
    }
    run(command)
}

/// What lies below a folder: how large, when changed.
fn state(folder: &Path) -> Vec<(PathBuf, u64, i64, i64)> {
    let about = |path: PathBuf| {
        let about = fs::symlink_metadata(&path).unwrap();
        (path, about.len(), about.mtime(), about.mtime_nsec())
    };
    files_below(folder).into_iter().map(about).collect()
}

/// Judges and checks a case; gives its line of the table, or what is wrong with it whatever the table says.
fn answer(name: &str, parts: &[(PathBuf, Part)]) -> Result<String, String> {
    let root = Folder::new();
    fs::set_permissions(root.path(), PermissionsExt::from_mode(0o755)).unwrap();
    let is_root = fs::metadata(root.path()).unwrap().uid() == 0;
    let is_locked = parts.iter().any(|(_, part)| matches!(part, Part::Made(Thing::Locked)));
    let folder = lay_out(name, parts, root.path());
    let before = state(root.path());
    let (kind, file) = name.split_once('/').unwrap();
    let [check, assess] = commands(kind, file, is_kept(parts)).map(|args| duly(&folder, &args, is_root && is_locked));
    for ran in [&check, &assess] {
        ran.assert_clean(name);
    }
    let first = |text: &str| text.lines().next().unwrap_or_default().to_owned();
    let line = first(if assess.code == 2 { &assess.err } else { &check.out });
    // alone, `check` takes a file for what it says it is; only the judgement knows what it should be
    let is_folder = folder.join(file).is_dir(); // of which `check` takes the answers, and there are none
    let is_another_kind = ["error[wrong-format]", "error[no-format]"].iter().any(|code| line.starts_with(code));
    let must = |holds: bool, what: &str| {
        let said = format!("{name}: {what}\n  check {}: {line}\n  assess {}: {}", check.code, assess.code, assess.err);
        if holds { Ok(()) } else { Err(said) }
    };
    must(state(root.path()) == before, "something was written")?;
    must(check.err.is_empty() || is_folder, "`check` talks besides")?;
    must(!line.is_empty() && line.chars().count() <= READABLE, "the first line is empty or too long")?;
    must(matches!(assess.code, 0 | 2), "no such exit code")?;
    must((assess.code == 2) == line.starts_with("error["), "the first line is not what counts")?;
    must((assess.code == 2) == assess.out.is_empty(), "judged, or not")?;
    must(assess.code == 2 || assess.err.lines().count() <= 1, "more than a count is said of warnings")?;
    must(
        is_another_kind || is_folder || (check.code, first(&check.out)) == (assess.code, line.clone()),
        "they differ",
    )?;
    Ok(format!("{}\t{name}\t{line}", assess.code))
}

/// The answers to all cases, some at a time, in the order of their names.
fn answers_to(cases: &Cases) -> Vec<Result<String, String>> {
    let waiting = Mutex::new(cases.iter().enumerate());
    let found = Mutex::new(BTreeMap::new());
    let work = || {
        while let Some((at, (name, parts))) = { waiting.lock().unwrap().next() } {
            let answer = answer(name, parts);
            found.lock().unwrap().insert(at, answer);
        }
    };
    std::thread::scope(|scope| (0..3).for_each(|_| drop(scope.spawn(work))));
    found.into_inner().unwrap().into_values().collect()
}

const ABOUT: &str = "# exit code, hostile file (or folder), first line of the answer; written by \
                     BLESS=1 cargo test --test it hostile_files\n";

fn table() -> PathBuf {
    root().join("tests/hostile/expected.tsv")
}

/// The names that the table has a line for.
fn named_in_the_table() -> Vec<String> {
    let text = fs::read_to_string(table()).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn every_hostile_file_is_answered_as_expected() {
    let found = answers_to(&cases());
    let wrong: Vec<&str> = found.iter().filter_map(|answer| answer.as_ref().err().map(String::as_str)).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), found.len(), wrong.join("\n"));
    let found: String = found.into_iter().map(|line| line.unwrap() + "\n").collect();
    assert_kept("hostile_files", [(table(), format!("{ABOUT}{found}"))]);
}

#[test]
fn there_are_at_least_150_files_each_with_its_line() {
    let cases = cases();
    assert!(cases.len() >= 150, "{}", cases.len());
    assert_eq!(named_in_the_table(), cases.keys().cloned().collect::<Vec<_>>());
}

/// For `benches/hostile.py`, which measures: every case in a folder of its own, with the lines that run it.
#[test]
#[ignore = "lays out what benches/hostile.py measures"]
fn lay_out_what_is_measured() {
    let root = PathBuf::from(std::env::var_os("HOSTILE_FOLDER").unwrap());
    let mut list = String::new();
    for (at, (name, parts)) in cases().iter().enumerate() {
        let folder = lay_out(name, parts, &root.join(at.to_string()));
        let (kind, file) = name.split_once('/').unwrap();
        for args in commands(kind, file, is_kept(parts)) {
            list += &format!("{name}\t{}\t{}\n", folder.display(), args.join(" "));
        }
    }
    fs::write(root.join("commands.tsv"), list).unwrap();
}
